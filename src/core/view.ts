/** Derived forms of a document, each worked out once and only when asked for. */
import { derivedOf } from './document.ts';
import type { Document } from './types.ts';

let views = 0;

/**
 * `const lines = view(document => ...)`: calls `derive` once per document and remembers the result while it lives. The
 * result is kept with the document itself: entries of weak maps are what garbage collectors are slowest at.
 */
export function view<T>(derive: (document: Document) => T): (document: Document) => T {
  const number = views++;
  return (document) => {
    const values = derivedOf(document);
    const made = values.get(number);
    if (made !== undefined || values.has(number)) return made as T;
    const value = derive(document);
    values.set(number, value);
    return value;
  };
}
