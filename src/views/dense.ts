/** The text without white space: two texts that differ in line breaks and spaces alone are equal here. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { SPACES } from './script.ts';

export interface Dense {
  /** The text's units without white space (Unicode White_Space). */
  readonly units: Uint16Array;
  /** `at[i]` is the offset of `units[i]` in the document's units. */
  readonly at: Uint32Array;
}

/** The text without white space, and the way back. */
export const dense: (document: Document) => Dense = view((document) => {
  const { units } = document;
  let count = 0;
  for (let i = 0; i < units.length; i++) count += 1 - SPACES[units[i]!]!;
  const kept = new Uint16Array(count);
  const at = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (SPACES[unit] === 1) continue;
    kept[next] = unit;
    at[next++] = i;
  }
  return { units: kept, at };
});
