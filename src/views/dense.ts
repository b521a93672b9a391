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

// Both loops take four units a turn, which halves their time, and write each unit before they know whether it is kept:
// white space is a branch that no processor can foretell.

/** Offsets of the units that are no white space; so many there are. */
function placesOf(units: Uint16Array, count: number): Uint32Array {
  const spaces = SPACES;
  const { length } = units;
  const at = new Uint32Array(count + 4);
  let next = 0;
  let i = 0;
  for (const whole = length - (length & 3); i < whole; i += 4) {
    const second = next + 1 - spaces[units[i]!]!;
    const third = second + 1 - spaces[units[i + 1]!]!;
    const fourth = third + 1 - spaces[units[i + 2]!]!;
    at[next] = i;
    at[second] = i + 1;
    at[third] = i + 2;
    at[fourth] = i + 3;
    next = fourth + 1 - spaces[units[i + 3]!]!;
  }
  for (; i < length; i++) {
    at[next] = i;
    next += 1 - spaces[units[i]!]!;
  }
  return at.subarray(0, count);
}

/** The text without white space, and the way back. */
export const dense: (document: Document) => Dense = view((document) => {
  const { units } = document;
  const spaces = SPACES;
  const { length } = units;
  const kept = new Uint16Array(length);
  let count = 0;
  let i = 0;
  for (const whole = length - (length & 3); i < whole; i += 4) {
    const a = units[i]!;
    const b = units[i + 1]!;
    const c = units[i + 2]!;
    const d = units[i + 3]!;
    const second = count + 1 - spaces[a]!;
    const third = second + 1 - spaces[b]!;
    const fourth = third + 1 - spaces[c]!;
    kept[count] = a;
    kept[second] = b;
    kept[third] = c;
    kept[fourth] = d;
    count = fourth + 1 - spaces[d]!;
  }
  for (; i < length; i++) {
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
