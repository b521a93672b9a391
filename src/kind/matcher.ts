/** Finds the phrases of phrases.ts: one trie for all, in typed arrays, walked once from every word start. */
import { paintUnits } from '../core/unicode.ts';

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
  /** The units that are not folded to themselves. */
  readonly folded: readonly number[];
}

let tables: Tables | undefined;

/** Made when first asked for: 64 k look-ups each. */
export function unitTables(): Tables {
  if (tables) return tables;
  const classes = new Uint8Array(0x10000);
  const fold = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) fold[unit] = unit;
  for (const name of ['L', 'M']) paintUnits(classes, name, WORD);
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
  const folded: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) if (fold[unit] !== unit) folded.push(unit);
  return (tables = { classes, fold, folded });
}

const ANY_END = 1 << 15;
const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
/** Half of the slots. */
const MOST_NODES = 1 << 15;

function slotFrom(node: number, unit: number): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> (32 - SLOT_BITS);
}

const PAIR_BITS = 8;

function pairOf(first: number, second: number): number {
  return ((first & 0xff) << PAIR_BITS) | (second & 0xff);
}

export interface Matcher {
  /** Sign ids; a match gives an index into them. */
  readonly ids: readonly string[];
  /**
   * The longest phrase that begins at `at` in folded units; 0 for none, else `length << 8 | index of the sign`. Phrases
   * of several words have one blank where the text may have any run of white space.
   */
  readonly find: (units: Uint16Array, at: number, end: number) => number;
}

/** Of the phrases that begin with a pair: none, not yet in the trie, in the trie. */
const WAITING = 1;
const BUILT = 2;

export function matcher(phrases: Readonly<Record<string, string>>): Matcher {
  const { classes, fold, folded } = unitTables();
  const ids = Object.keys(phrases);
  // Open addressing: key = node * 65536 + unit, which is never 0; after each key, the node that it leads to.
  const edges = new Uint32Array(2 * SLOTS);
  let nodes = 1;
  const roots = new Uint16Array(0x10000);
  const value = new Int32Array(MOST_NODES);
  // For each first two units, by their lower bits: whether a phrase may begin so.
  const pairs = new Uint8Array(1 << (2 * PAIR_BITS));
  /** The phrases of each pair, in order: `index of the sign + 1`, with ANY_END, before each. Few texts ask for many of them. */
  const waiting = new Map<number, (number | string)[]>();
  ids.forEach((id, index) => {
    for (const raw of phrases[id]!.split(/[|\n]/)) {
      const open = raw.endsWith('*');
      const phrase = (open ? raw.slice(0, -1) : raw).trim();
      if (phrase === '') continue;
      const sign = (index + 1) | (open ? ANY_END : 0);
      const first = fold[phrase.charCodeAt(0)]!;
      if (roots[first] === 0) roots[first] = nodes++;
      if (phrase.length === 1) mark(roots[first]!, sign);
      else {
        const pair = pairOf(first, fold[phrase.charCodeAt(1)]!);
        const list = waiting.get(pair);
        if (list) list.push(sign, phrase);
        else waiting.set(pair, [sign, phrase]);
        pairs[pair] = WAITING;
      }
    }
  });
  /** Of two signs the first has it; with an open end and without, the open end holds both. */
  function mark(node: number, sign: number): void {
    if (value[node] === 0) value[node] = sign;
    else if ((sign & ANY_END) !== 0 && (value[node]! & 0xff) === (sign & 0xff)) value[node]! |= ANY_END;
  }
  function build(pair: number): void {
    pairs[pair] = BUILT;
    const list = waiting.get(pair)!;
    waiting.delete(pair);
    for (let k = 0; k < list.length; k += 2) {
      const phrase = list[k + 1] as string;
      let node = roots[fold[phrase.charCodeAt(0)]!]!;
      for (let i = 1; i < phrase.length; i++) {
        const unit = fold[phrase.charCodeAt(i)]!;
        const key = ((node << 16) | unit) >>> 0;
        let slot = slotFrom(node, unit);
        while (edges[2 * slot] !== 0 && edges[2 * slot] !== key) slot = (slot + 1) & (SLOTS - 1);
        if (edges[2 * slot] === 0) {
          if (nodes === MOST_NODES) throw new Error('more phrases than the trie has room for');
          edges[2 * slot] = key;
          edges[2 * slot + 1] = nodes++;
        }
        node = edges[2 * slot + 1]!;
      }
      mark(node, list[k] as number);
    }
  }
  const starts = roots.slice();
  for (const unit of folded) starts[unit] = roots[fold[unit]!]!;
  const find = (units: Uint16Array, from: number, end: number): number => {
    let node = starts[units[from]!]!;
    if (node === 0) return 0;
    let at = from + 1;
    if (at < end) {
      const pair = pairOf(fold[units[from]!]!, fold[units[at]!]!);
      const known = pairs[pair]!;
      if (known === WAITING) build(pair);
      // Nearly every word ends here: none of the phrases begins as it does.
      else if (known === 0 && value[node] === 0) return 0;
    } else if (value[node] === 0) return 0;
    let best = 0;
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
      const key = ((node << 16) | unit) >>> 0;
      let slot = slotFrom(node, unit);
      for (let there = edges[2 * slot]!; there !== key; there = edges[2 * slot]!) {
        if (there === 0) return best;
        slot = (slot + 1) & (SLOTS - 1);
      }
      node = edges[2 * slot + 1]!;
      at++;
    }
  };
  return { ids, find };
}
