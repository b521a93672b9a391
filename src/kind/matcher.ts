/** Finds the phrases of phrases.ts: one trie for all, in typed arrays, walked once from every word start. */
import { isLetter, isMark } from '../core/unicode.ts';

// What a UTF-16 code unit is to the scan; 0 is anything else.

/** Letter, mark or digit of a script written with spaces. */
export const WORD = 1;
/** Letter of a script written without spaces, or Hangul, whose endings stick to the word. */
export const DENSE = 2;
export const WHITE = 3;

const DENSE_RANGES: readonly (readonly [number, number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x3005, 0x3007],
  [0x3041, 0x30ff],
  [0x3105, 0x318e],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
];

export interface Tables {
  /** Class of each code unit. */
  readonly classes: Uint8Array;
  /** The unit in lower case; apostrophes are `'`, white space is a blank. */
  readonly fold: Uint16Array;
}

let tables: Tables | undefined;

/** Made when first asked for: 64 k look-ups each. */
export function unitTables(): Tables {
  if (tables) return tables;
  const classes = new Uint8Array(0x10000);
  const fold = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    fold[unit] = unit;
    if (isLetter(unit) || isMark(unit)) classes[unit] = WORD;
  }
  for (let unit = 0x30; unit <= 0x39; unit++) classes[unit] = WORD;
  classes[0x200c] = WORD;
  for (const [first, last] of DENSE_RANGES)
    for (let unit = first; unit <= last; unit++) if (classes[unit] === WORD) classes[unit] = DENSE;
  for (const unit of [9, 10, 11, 12, 13, 0x20, 0x85, 0xa0, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]) {
    classes[unit] = WHITE;
    fold[unit] = 0x20;
  }
  for (let unit = 0x2000; unit <= 0x200a; unit++) {
    classes[unit] = WHITE;
    fold[unit] = 0x20;
  }
  // Case pairs of the scripts that phrases use: stable in every Unicode version.
  for (let unit = 0x41; unit < 0x530; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) fold[unit] = lower.charCodeAt(0);
  }
  fold[0x130] = 0x69;
  fold[0x2019] = 0x27;
  fold[0x2bc] = 0x27;
  return (tables = { classes, fold });
}

const ANY_END = 1 << 15;
const SLOTS = 1 << 17;

export interface Matcher {
  /** Sign ids; a match gives an index into them. */
  readonly ids: readonly string[];
  /**
   * The longest phrase that begins at `at` in folded units; 0 for none, else `length << 8 | index of the sign`. Phrases
   * of several words have one blank where the text may have any run of white space.
   */
  readonly find: (units: Uint16Array, at: number, end: number) => number;
}

export function matcher(phrases: Readonly<Record<string, string>>): Matcher {
  const { classes, fold } = unitTables();
  const ids = Object.keys(phrases);
  // Open addressing: key = node * 65536 + unit, node < 2^15 * 8 fits a double exactly.
  const keys = new Float64Array(SLOTS).fill(-1);
  const targets = new Int32Array(SLOTS);
  let nodes = 1;
  const values: number[] = [0];
  const roots = new Int32Array(0x10000);
  const slotOf = (node: number, unit: number): number => {
    const key = node * 0x10000 + unit;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 15;
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  };
  ids.forEach((id, index) => {
    for (const raw of phrases[id]!.split(/[|\n]/)) {
      const open = raw.endsWith('*');
      const phrase = (open ? raw.slice(0, -1) : raw).trim();
      if (phrase === '') continue;
      let node = 0;
      for (let i = 0; i < phrase.length; i++) {
        const unit = fold[phrase.charCodeAt(i)]!;
        if (i === 0) {
          node = roots[unit]!;
          if (node === 0) {
            node = roots[unit] = nodes++;
            values.push(0);
          }
          continue;
        }
        const slot = slotOf(node, unit);
        if (keys[slot] === -1) {
          keys[slot] = node * 0x10000 + unit;
          targets[slot] = nodes++;
          values.push(0);
        }
        node = targets[slot]!;
      }
      if (values[node] === 0) values[node] = (index + 1) | (open ? ANY_END : 0);
    }
  });
  const value = Int32Array.from(values);
  const find = (units: Uint16Array, from: number, end: number): number => {
    let node = roots[fold[units[from]!]!]!;
    if (node === 0) return 0;
    let best = 0;
    let at = from + 1;
    for (;;) {
      const found = value[node]!;
      if (found !== 0) {
        const last = units[at - 1]!;
        if ((found & ANY_END) !== 0 || at >= end || classes[last] !== WORD || classes[units[at]!] !== WORD)
          best = ((at - from) << 8) | (found & 0xff);
      }
      if (at >= end) return best;
      let unit = fold[units[at]!]!;
      if (unit === 0x20 && classes[units[at]!] === WHITE) {
        while (at + 1 < end && classes[units[at + 1]!] === WHITE) at++;
        unit = 0x20;
      }
      const key = node * 0x10000 + unit;
      let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 15;
      while (keys[slot] !== key) {
        if (keys[slot] === -1) return best;
        slot = (slot + 1) & (SLOTS - 1);
      }
      node = targets[slot]!;
      at++;
    }
  };
  return { ids, find };
}
