/** Derived forms of a document, each worked out once and only when asked for. */
import type { Document } from './types.ts';

/** `const lines = view(document => ...)`: calls `derive` once per document and remembers the result while it lives. */
export function view<T>(derive: (document: Document) => T): (document: Document) => T {
  const known = new WeakMap<Document, { readonly value: T }>();
  return (document) => {
    let made = known.get(document);
    if (!made) known.set(document, (made = { value: derive(document) }));
    return made.value;
  };
}
