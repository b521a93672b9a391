/** Whether one of some words stands in a text, sought in its code units without making a string of it. */

/** The shortest needle of ASCII, in units; of its first GRAM + STRIDE - 1 units every third unit of a text begins a gram. */
const LEAST = 6;
const STRIDE = 3;
const GRAM = 4;
const ASCII = 0x80;

interface Part {
  /** Lower case. */
  readonly needle: string;
  /** In it, of the gram or unit by which it is found. */
  readonly offset: number;
}

export interface Needles {
  /**
   * Offsets at which a needle begins, ascending, at most `most`. Needles that are not ASCII are sought where `foreign` says
   * that the text may hold some.
   */
  find(units: Uint16Array, most: number, foreign: boolean): number[];
}

const lower = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/** Of four units, the same for a letter in either case. Sixteen bits. */
const gram = (a: number, b: number, c: number, d: number): number =>
  ((a & 31) << 11) ^ ((b & 31) << 7) ^ ((c & 31) << 3) ^ (d & 31);

/**
 * Needles of ASCII, of six units at least, are found in any case; other needles in the case given, but for their ASCII letters.
 * @throws Error for a needle of ASCII that is too short
 */
export function needles(words: readonly string[]): Needles {
  const grams = new Map<number, Part[]>();
  const isGram = new Uint8Array(0x10000);
  const anchors = new Map<number, Part[]>();
  const isAnchor = new Uint8Array(0x10000);
  const put = (map: Map<number, Part[]>, seen: Uint8Array, key: number, part: Part): void => {
    seen[key] = 1;
    const list = map.get(key);
    if (list) list.push(part);
    else map.set(key, [part]);
  };
  for (const needle of words) {
    let foreign = 0;
    while (foreign < needle.length && needle.charCodeAt(foreign) < ASCII) foreign++;
    if (foreign < needle.length) {
      put(anchors, isAnchor, needle.charCodeAt(foreign), { needle, offset: foreign });
      continue;
    }
    if (needle.length < LEAST) throw new Error(`needles: ${needle} is too short`);
    const at = (i: number): number => needle.charCodeAt(i);
    for (let offset = 0; offset < STRIDE; offset++)
      put(grams, isGram, gram(at(offset), at(offset + 1), at(offset + 2), at(offset + GRAM - 1)), { needle, offset });
  }
  const stands = (units: Uint16Array, start: number, needle: string): boolean => {
    if (start < 0 || start + needle.length > units.length) return false;
    for (let i = 0; i < needle.length; i++) if (lower(units[start + i]!) !== needle.charCodeAt(i)) return false;
    return true;
  };
  const take = (units: Uint16Array, at: number, parts: readonly Part[], out: number[]): void => {
    for (const { needle, offset } of parts)
      if (stands(units, at - offset, needle)) {
        out.push(at - offset);
        return;
      }
  };
  return {
    find(units, most, foreign) {
      const { length } = units;
      const out: number[] = [];
      for (let i = 0; i + GRAM <= length && out.length < most; i += STRIDE) {
        const key = gram(units[i]!, units[i + 1]!, units[i + 2]!, units[i + 3]!);
        if (isGram[key] === 1) take(units, i, grams.get(key)!, out);
      }
      if (!foreign) return out;
      const others: number[] = [];
      for (let i = 0; i < length && others.length < most; i++) {
        while (i + 3 < length && (units[i]! | units[i + 1]! | units[i + 2]! | units[i + 3]!) < ASCII) i += 4;
        if (i < length && isAnchor[units[i]!] === 1) take(units, i, anchors.get(units[i]!)!, others);
      }
      return [...out, ...others].sort((a, b) => a - b).slice(0, most);
    },
  };
}
