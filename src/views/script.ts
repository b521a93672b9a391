/** Weight (length that means the same in every script) and the scripts of a document's letters. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { census } from './census.ts';
import { isLetter, script, type Script } from '../core/unicode.ts';

/** Code-point ranges of characters that stand for a syllable or a word: Han, kana, bopomofo, Hangul. */
const CJK: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x3038, 0x303c],
  [0x3041, 0x3096],
  [0x309d, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3105, 0x318e],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff66, 0xff9d],
  [0xffa0, 0xffdc],
];

/** White_Space of Unicode, as ranges. */
const WHITE: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** Controls and invisible format characters: they have no length for a reader. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

function paint(table: Uint8Array, ranges: readonly (readonly [number, number])[], value: number): void {
  for (const [first, last] of ranges) table.fill(value, first, last + 1);
}

function makeWeights(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(1);
  paint(table, CJK, 3);
  table.fill(3, 0xd840, 0xd8c0); // high surrogates of planes 2 and 3, which hold nothing but Han
  table.fill(0, 0xdc00, 0xe000); // a pair weighs what its first half weighs
  paint(table, WHITE, 0);
  paint(table, INVISIBLE, 0);
  return table;
}

const WEIGHTS: Uint8Array = makeWeights();

/** For each UTF-16 code unit its weight; see `weightOf`. */
export const UNIT_WEIGHTS: Uint8Array = WEIGHTS;

function makeSpaces(): Uint8Array {
  const table = new Uint8Array(0x10000);
  paint(table, WHITE, 1);
  return table;
}

/** For each UTF-16 code unit, 1 if it is white space (Unicode White_Space), else 0. */
export const SPACES: Uint8Array = makeSpaces();

/** Writes `value` into a table of code units where a unit is white space. */
export function paintSpaces(table: Uint8Array, value: number): void {
  paint(table, WHITE, value);
}

/**
 * Length of one UTF-16 code unit or code point in *weight*: 0 for white space, controls and invisible format characters,
 * 3 for Han, kana, bopomofo and Hangul, 1 for all else. Of a surrogate pair the first half has the weight and the second
 * none, so that sums over units and over code points agree.
 */
export function weightOf(codePoint: number): number {
  if (codePoint < 0x10000) return WEIGHTS[codePoint]!;
  return codePoint >= 0x20000 && codePoint < 0x40000 ? 3 : 1;
}

/** The weight of `units[start, end)`; see `weightOf`. */
export function weightOfUnits(units: Uint16Array, start: number, end: number): number {
  const weights = WEIGHTS;
  let sum = 0;
  const stop = Math.min(end, units.length);
  let i = start;
  for (const whole = stop - 3; i < whole; i += 4)
    sum += weights[units[i]!]! + weights[units[i + 1]!]! + weights[units[i + 2]!]! + weights[units[i + 3]!]!;
  for (; i < stop; i++) sum += weights[units[i]!]!;
  return sum;
}

/** The weight of a span of the document's text; see `weightOf`. */
export function weight(document: Document, start: number, end: number): number {
  return weightOfUnits(document.units, start, end);
}

/** Letters of each script, by count of code points, over the whole text; scripts in order of their first letter. */
export const scripts: (document: Document) => ReadonlyMap<Script, number> = view((document) => {
  const { units } = document;
  const { length } = units;
  const counts = new Map<Script, number>();
  // The ASCII letters are counted already: what is left is to see whether one of them comes first, and the other letters.
  const { upper, lower } = census(document);
  let seen = upper + lower === 0;
  /** The script of the letter before, which mostly is that of the next one, and how many of it there are so far. */
  let name: Script | undefined;
  let run = 0;
  for (let i = 0; i < length; i++) {
    if (seen) while (i + 3 < length && (units[i]! | units[i + 1]! | units[i + 2]! | units[i + 3]!) < 0x80) i += 4;
    if (i >= length) break;
    let unit = units[i]!;
    if (unit < 0x80) {
      if (seen || !isAsciiLetter(unit)) continue;
      seen = true;
      if (run > 0) counts.set(name!, (counts.get(name!) ?? 0) + run);
      run = 0;
      if (!counts.has('Latin')) counts.set('Latin', 0);
      continue;
    }
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < length) {
      const low = units[i + 1]!;
      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (!isLetter(unit)) continue;
    const its = script(unit);
    if (its !== name) {
      if (run > 0) counts.set(name!, (counts.get(name!) ?? 0) + run);
      name = its;
      run = 0;
    }
    run++;
  }
  if (run > 0) counts.set(name!, (counts.get(name!) ?? 0) + run);
  if (upper + lower > 0) counts.set('Latin', (counts.get('Latin') ?? 0) + upper + lower);
  return counts;
});

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The script with the most letters (the first of equals in the text), or null where there is no letter. */
export const dominantScript: (document: Document) => Script | null = view((document) => {
  let best: Script | null = null;
  let most = 0;
  for (const [name, count] of scripts(document))
    if (count > most) {
      best = name;
      most = count;
    }
  return best;
});
