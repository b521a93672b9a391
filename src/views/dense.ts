/** The text without white space: two texts that differ in line breaks and spaces alone are equal here. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { SPACES } from './script.ts';

export interface Dense {
  /** The text's units without white space (Unicode White_Space). */
  readonly units: Uint16Array;
  /** `at[i]` is the offset of `units[i]` in the document's units; made when first asked for. */
  readonly at: Uint32Array;
}

/** Offsets of the units that are no white space; so many there are. */
function placesOf(units: Uint16Array, count: number): Uint32Array {
  const spaces = SPACES;
  const { length } = units;
  const at = new Uint32Array(count);
  for (let i = 0, next = 0; i < length; i++) if (spaces[units[i]!] === 0) at[next++] = i;
  return at;
}

/** The text without white space, and the way back. */
export const dense: (document: Document) => Dense = view((document) => {
  const { units } = document;
  const spaces = SPACES;
  const { length } = units;
  const kept = new Uint16Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    // Written always and kept or not: white space is a branch that no processor can foretell.
    const unit = units[i]!;
    kept[count] = unit;
    count += 1 - spaces[unit]!;
  }
  let at: Uint32Array | undefined;
  return {
    units: kept.subarray(0, count),
    get at() {
      return (at ??= placesOf(units, count));
    },
  };
});
