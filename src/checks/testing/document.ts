/** Documents for the tests of single checks. */
import { createDocument } from '../../core/document.ts';
import type { AnyDocumentCheck, Document, Observation } from '../../core/types.ts';

export function documentOf(text: string, format = 'markdown', path = 'a.md'): Document {
  return createDocument({ path, format, encoding: 'utf-8', text });
}

/** What the check says of a text, each place verified: its quote is the slice at its offsets. */
export function run(check: AnyDocumentCheck, text: string, format?: string): Observation[] {
  const document = documentOf(text, format);
  const observations = [...check.run(document)];
  for (const { places } of observations)
    for (const { start, end, quote } of places)
      if (start === null || end === null || document.slice(start, end) !== quote)
        throw new Error(`the quote is not the slice: ${String(quote)}`);
  return observations;
}
