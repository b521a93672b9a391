/** Whether one of some words stands in a text, sought in its code units without making a string of it. */

/** Units of ASCII needles that are compared; none is shorter. */
const LEAST = 5;
const SIZE = 0x80;

interface Part {
  /** Lower case. */
  readonly needle: string;
  /** Of the pair of units in it. */
  readonly offset: number;
}

export interface Needles {
  /** Offsets at which a needle may begin, ascending; at most `most`. */
  find(units: Uint16Array, most: number, foreign: boolean): number[];
}

const lower = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/**
 * Needles of ASCII, of five units at least, in any case: of their first five units every fifth unit of a text meets one, and only
 * pairs of units that stand in a needle are looked at further. Other needles are found by their first unit, in the case given.
 */
export function needles(words: readonly string[]): Needles {
  const pairs: (Part[] | undefined)[] = new Array<Part[] | undefined>(SIZE * SIZE);
  const firsts = new Map<number, string[]>();
  const isFirst = new Uint8Array(0x10000);
  for (const word of words) {
    if (/^[\0-\x7f]+$/u.test(word)) {
      if (word.length <= LEAST) throw new Error(`needles: ${word} is too short`);
      for (let offset = 0; offset < LEAST; offset++)
        (pairs[word.charCodeAt(offset) * SIZE + word.charCodeAt(offset + 1)] ??= []).push({ needle: word, offset });
    } else {
      const first = word.charCodeAt(0);
      isFirst[first] = 1;
      const list = firsts.get(first);
      if (list) list.push(word);
      else firsts.set(first, [word]);
    }
  }
  const stands = (units: Uint16Array, start: number, needle: string): boolean => {
    if (start < 0 || start + needle.length > units.length) return false;
    for (let i = 0; i < needle.length; i++) if (lower(units[start + i]!) !== needle.charCodeAt(i)) return false;
    return true;
  };
  return {
    find(units, most, foreign) {
      const out: number[] = [];
      for (let i = 0; i + 1 < units.length && out.length < most; i += LEAST) {
        const a = units[i]!;
        const b = units[i + 1]!;
        if ((a | b) >= SIZE) continue;
        const parts = pairs[lower(a) * SIZE + lower(b)];
        if (parts === undefined) continue;
        for (const { needle, offset } of parts)
          if (stands(units, i - offset, needle)) {
            out.push(i - offset);
            break;
          }
      }
      if (!foreign) return out;
      const others: number[] = [];
      for (let i = 0; i < units.length && others.length < most; i++) {
        if (isFirst[units[i]!] === 0) continue;
        for (const needle of firsts.get(units[i]!)!)
          if (stands(units, i, needle)) {
            others.push(i);
            break;
          }
      }
      return [...out, ...others].sort((a, b) => a - b).slice(0, most);
    },
  };
}
