/**
 * Character data of one stated Unicode version, so that every run on every engine sees the same classes. Predicates are
 * one table look-up; they take a code point, and a UTF-16 code unit will do where it is not half of a pair (a lone
 * surrogate has category `Cs`). What is not a code point is unassigned.
 */
import {
  CATEGORIES,
  CATEGORY_RUNS,
  FOLD_RANGES,
  FOLD_SEQUENCES,
  LETTERS,
  SCRIPTS,
  SCRIPT_RUNS,
  VERSION,
} from './unicode-data.ts';

/** The Unicode version of everything in this file. */
export const UNICODE_VERSION: string = VERSION;

/** General category: `Lu`, `Nd`, `Zs`, ... */
export type Category = (typeof CATEGORIES)[number];

/** Script by its Unicode name; all that no rule here asks for are `Other` (and unassigned code points are). */
export type Script = (typeof SCRIPTS)[number];

const CODE_POINTS = 0x110000;
const ASCII = /^[\0-\x7f]*$/;

let categoryTable: Uint8Array | undefined;
let scriptTable: Uint8Array | undefined;
let foldTable: ReadonlyMap<number, string> | undefined;

function categories(): Uint8Array {
  return (categoryTable ??= tableOf(runsOfCategories()));
}

function scripts(): Uint8Array {
  return (scriptTable ??= tableOf(runsOfScripts()));
}

/** Runs of equal values: of each the index into the list of names, and the code point behind its last. */
interface Runs {
  readonly values: Uint8Array;
  readonly ends: Uint32Array;
}

let categoryRuns: Runs | undefined;
let scriptRuns: Runs | undefined;

function runsOfCategories(): Runs {
  return (categoryRuns ??= decode(CATEGORY_RUNS));
}

function runsOfScripts(): Runs {
  return (scriptRuns ??= decode(SCRIPT_RUNS));
}

function decode(runs: string): Runs {
  const indexes = new Uint8Array(0x80);
  for (let i = 0; i < LETTERS.length; i++) indexes[LETTERS.charCodeAt(i)] = i;
  const values = new Uint8Array(runs.length);
  const ends = new Uint32Array(runs.length);
  let start = 0;
  let count = 0;
  for (let i = 0; i < runs.length;) {
    values[count] = indexes[runs.charCodeAt(i++)]!;
    let length = 0;
    for (; i < runs.length; i++) {
      const unit = runs.charCodeAt(i);
      if (unit >= 0x61 && unit <= 0x7a) length = length * 36 + unit - 0x57;
      else if (unit >= 0x30 && unit <= 0x39) length = length * 36 + unit - 0x30;
      else break;
    }
    ends[count++] = start += length || 1;
  }
  return { values: values.slice(0, count), ends: ends.slice(0, count) };
}

/** One byte a code point. */
function tableOf({ values, ends }: Runs): Uint8Array {
  const table = new Uint8Array(CODE_POINTS);
  let start = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const end = ends[i]!;
    if (value > 0)
      if (end - start < 8) for (let at = start; at < end; at++) table[at] = value;
      else table.fill(value, start, end);
    start = end;
  }
  return table;
}

/**
 * First and last code point of each stretch whose general category begins with `name` (`L`, `Lu`), or whose script is
 * `Script=Name`; none where nothing has that name.
 */
export function rangesOf(name: string): readonly (readonly [first: number, last: number])[] {
  const byScript = name.startsWith('Script=');
  const names: readonly string[] = byScript ? SCRIPTS : CATEGORIES;
  const wanted = names.map((each) => (byScript ? `Script=${each}` === name : each.startsWith(name)));
  const { values, ends } = byScript ? runsOfScripts() : runsOfCategories();
  const ranges: [number, number][] = [];
  let last: [number, number] | undefined;
  let start = 0;
  for (let i = 0; i < values.length; i++) {
    const end = ends[i]!;
    if (wanted[values[i]!]) {
      if (last && last[1] === start - 1) last[1] = end - 1;
      else ranges.push((last = [start, end - 1]));
    }
    start = end;
  }
  return ranges;
}

/**
 * Writes `value` into a table of UTF-16 code units where a unit's general category begins with `name` (`L`, `Lu`): the same
 * as asking for each unit, without asking.
 */
export function paintUnits(table: Uint8Array | Uint16Array, name: string, value: number): void {
  for (const [first, last] of rangesOf(name)) {
    if (first > 0xffff) break;
    table.fill(value, first, last + 1);
  }
}

/** The bits of some categories, for `has`. */
function bits(...names: readonly Category[]): number {
  let mask = 0;
  for (const name of names) mask |= 1 << CATEGORIES.indexOf(name);
  return mask;
}

function has(mask: number, codePoint: number): boolean {
  return ((mask >>> (categories()[codePoint] ?? 0)) & 1) === 1;
}

const UNASSIGNED = bits('Cn');
const UPPER = bits('Lu');
const LOWER = bits('Ll');
const LETTER = bits('Lu', 'Ll', 'Lt', 'Lm', 'Lo');
const MARK = bits('Mn', 'Mc', 'Me');
const DIGIT = bits('Nd');
const PUNCTUATION = bits('Pc', 'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po');
const SYMBOL = bits('Sm', 'Sc', 'Sk', 'So');
const SEPARATOR = bits('Zs', 'Zl', 'Zp');
const CONTROL = bits('Cc');
const FORMAT = bits('Cf');

/** The general category; `Cn` for what is no code point. */
export function category(codePoint: number): Category {
  return CATEGORIES[categories()[codePoint] ?? 0]!;
}

/** Any letter (L): with case, without, or modifying another. */
export function isLetter(codePoint: number): boolean {
  return has(LETTER, codePoint);
}

/** A mark that combines with the character before it (M): accents, vowel signs, enclosing marks. */
export function isMark(codePoint: number): boolean {
  return has(MARK, codePoint);
}

/** A decimal digit of any script (Nd); `digitValue` says which. */
export function isDecimalDigit(codePoint: number): boolean {
  return has(DIGIT, codePoint);
}

/** A capital letter (Lu). */
export function isUpper(codePoint: number): boolean {
  return has(UPPER, codePoint);
}

/** A small letter (Ll). */
export function isLower(codePoint: number): boolean {
  return has(LOWER, codePoint);
}

/** Punctuation (P), of any script: `.`, `。`, `(`, `_`, `«`. */
export function isPunctuation(codePoint: number): boolean {
  return has(PUNCTUATION, codePoint);
}

/** A symbol (S): mathematics, currency, arrows, box drawing, most emoji. */
export function isSymbol(codePoint: number): boolean {
  return has(SYMBOL, codePoint);
}

/** The property White_Space: all separators (Z), U+0009 to U+000D and U+0085. U+200B and U+FEFF are none (they are Cf). */
export function isWhiteSpace(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d);
  return codePoint === 0x85 || has(SEPARATOR, codePoint);
}

/** A control character (Cc), line ends and tab among them. */
export function isControl(codePoint: number): boolean {
  return has(CONTROL, codePoint);
}

/** An invisible format character (Cf): zero-width joiner, soft hyphen, bidi control, BOM, tag. */
export function isFormat(codePoint: number): boolean {
  return has(FORMAT, codePoint);
}

/** Not assigned in this Unicode version (Cn), noncharacters included. */
export function isUnassigned(codePoint: number): boolean {
  return has(UNASSIGNED, codePoint);
}

/** The script; `Common` for what many scripts share (digits, most punctuation), `Inherited` for most marks. */
export function script(codePoint: number): Script {
  return SCRIPTS[scripts()[codePoint] ?? 0]!;
}

/** 0 to 9 for a decimal digit of any script, else -1. */
export function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : -1;
  if (!has(DIGIT, codePoint)) return -1;
  // Digits stand in blocks of ten, zero first (the table's maker checks it); blocks may touch.
  let zero = codePoint;
  while (has(DIGIT, zero - 1)) zero--;
  return (codePoint - zero) % 10;
}

/**
 * Full case folding (CaseFolding.txt, statuses C and F), so that `straße` and `STRASSE` agree. Not Turkish (T), and not
 * a normalisation: NFC and NFD of one text stay different. The result can be longer than the text.
 */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const folds = (foldTable ??= decodeFolds());
  let out = '';
  let copied = 0;
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i)!;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    const folded = folds.get(codePoint);
    if (folded !== undefined) {
      out += text.slice(copied, i) + folded;
      copied = next;
    }
    i = next;
  }
  return out + text.slice(copied);
}

function decodeFolds(): ReadonlyMap<number, string> {
  const folds = new Map<number, string>();
  for (const range of FOLD_RANGES.split(';')) {
    const [first, count, step, distance] = range.split(',').map((number) => Number.parseInt(number, 36));
    for (let i = 0; i < count!; i++) {
      const from = first! + i * step!;
      folds.set(from, String.fromCodePoint(from + distance!));
    }
  }
  for (const sequence of FOLD_SEQUENCES.split(';')) {
    const [from, ...to] = sequence.split(',').map((number) => Number.parseInt(number, 36));
    folds.set(from!, String.fromCodePoint(...to));
  }
  return folds;
}
