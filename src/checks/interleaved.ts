/** Two columns that were read across each other: every sentence goes on two lines later. */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { stretches, type Stretch } from '../views/seams.ts';
import { isProgram } from '../views/program.ts';

/** Joins with proof that a stretch must hold. */
const PROOFS = 3;
const SIGNS = 3;
const FINDINGS = 3;

/**
 * Whether the stretch reads better two lines apart. In sound text no stretch had two more signs for that than against it;
 * what cannot follow each other counts for two, as chance attests some seams.
 */
function isInterleaved({ next, skip, proofs }: Stretch): boolean {
  const words = skip.attested - next.attested;
  return proofs.length >= PROOFS && words >= 0 && words + 2 * (next.wrong - skip.wrong) >= SIGNS;
}

/** Units of each half of the proof. */
const HALF = 28;

function endOf(document: Document, { start, end }: Span): string {
  const text = document.slice(start, end);
  if (text.length <= HALF) return text;
  const space = text.indexOf(' ', text.length - HALF);
  return `…${text.slice(space < 0 || space > text.length - 6 ? -12 : space + 1)}`;
}

function beginningOf(document: Document, { start, end }: Span): string {
  const text = document.slice(start, end);
  if (text.length <= HALF) return text;
  const space = text.lastIndexOf(' ', HALF);
  return `${text.slice(0, space < 6 ? 12 : space)}…`;
}

export const interleaved: DocumentCheck = {
  id: 'interleaved',
  title: 'Columns read across each other',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    if (isProgram(document)) return;
    let count = 0;
    for (const stretch of stretches(document)) {
      if (!isInterleaved(stretch) || ++count > FINDINGS) continue;
      const { lines, proofs } = stretch;
      const [first] = lines as [Span, ...Span[]];
      const last = lines.at(-1)!;
      const lineOf = (span: Span): number => lineColumn(document, span.start).line;
      const [proof] = proofs as [number, ...number[]];
      const from = lines[proof]!;
      const to = lines[proof + 2]!;
      yield {
        message: `lines ${lineOf(first)}-${lineOf(last)} read as two columns in turn: ${proofs.length} of them go on two lines later, such as "${endOf(document, from)} / ${beginningOf(document, to)}" (${lineOf(from)}, ${lineOf(to)})`,
        next: 'Part the two columns again, or get the document from where they are apart',
        places: [
          at(document, { start: first.start, end: last.end }, { quoteEnd: first.end }),
          at(document, from, { note: 'this line goes on two lines later' }),
          at(document, to, { note: 'it goes on here' }),
        ],
      };
    }
  },
};
