/** Derived forms of a document, each worked out once and only when asked for. */
import { derivedOf } from './document.ts';
import type { Document } from './types.ts';

let views = 0;
/** What is kept where a view gave undefined. */
const NOTHING: unknown = Symbol('nothing');

/**
 * `const lines = view(document => ...)`: calls `derive` once per document and remembers the result while it lives. The
 * result is kept with the document itself: entries of weak maps are what garbage collectors are slowest at.
 */
export function view<T>(derive: (document: Document) => T): (document: Document) => T {
  const number = views++;
  return (document) => {
    const values = derivedOf(document);
    if (number < values.length) {
      const made = values[number];
      if (made !== undefined) return (made === NOTHING ? undefined : made) as T;
    }
    const value = derive(document);
    // room for all views at once, so that the list never has holes
    while (values.length < views) values.push(undefined);
    values[number] = value === undefined ? NOTHING : value;
    return value;
  };
}
