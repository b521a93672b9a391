/**
 * How many code units of each class a text holds, counted once for all checks: a check whose units are not there has
 * nothing to look for. One pass, one table.
 */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';

export type UnitClass =
  | 'other'
  | 'nul'
  | 'c0'
  | 'backspace'
  | 'escape'
  | 'tab'
  | 'lineFeed'
  | 'formFeed'
  | 'space'
  | 'digit'
  | 'upper'
  | 'lower'
  | 'ampersand'
  | 'lessThan'
  | 'greaterThan'
  | 'question'
  | 'backslash'
  | 'openBrace'
  | 'openBracket'
  | 'openParenthesis'
  | 'hyphen'
  | 'slash'
  | 'equals'
  | 'at'
  | 'c1'
  | 'noBreakSpace'
  | 'softHyphen'
  | 'latin1Sign'
  | 'latin1Letter'
  | 'latinExtended'
  | 'phonetic'
  | 'greek'
  | 'cyrillic'
  | 'armenian'
  | 'hebrew'
  | 'arabic'
  | 'indic'
  | 'thai'
  | 'hangul'
  | 'punctuation'
  | 'symbol'
  | 'cjkPunctuation'
  | 'kana'
  | 'han'
  | 'fullwidth'
  | 'surrogate'
  | 'hanSurrogate'
  | 'tagSurrogate'
  | 'privateSurrogate'
  | 'privateUse'
  | 'variationSelector'
  | 'zeroWidth'
  | 'joiner'
  | 'directionMark'
  | 'directionControl'
  | 'filler'
  | 'replacement';

/** The classes, each with its code units; a unit is in one class, the last that names it. */
const CLASSES: Readonly<Record<UnitClass, readonly (readonly [number, number])[]>> = {
  other: [],
  /** NUL. */
  nul: [[0x00, 0x00]],
  /** C0 controls but NUL, tab, line feed, form feed; and DEL. Backspace and escape are counted by themselves. */
  c0: [
    [0x01, 0x08],
    [0x0b, 0x0b],
    [0x0e, 0x1f],
    [0x7f, 0x7f],
  ],
  backspace: [[0x08, 0x08]],
  escape: [[0x1b, 0x1b]],
  tab: [[0x09, 0x09]],
  lineFeed: [[0x0a, 0x0a]],
  formFeed: [[0x0c, 0x0c]],
  space: [[0x20, 0x20]],
  digit: [[0x30, 0x39]],
  upper: [[0x41, 0x5a]],
  lower: [[0x61, 0x7a]],
  ampersand: [[0x26, 0x26]],
  lessThan: [[0x3c, 0x3c]],
  greaterThan: [[0x3e, 0x3e]],
  question: [[0x3f, 0x3f]],
  backslash: [[0x5c, 0x5c]],
  openBrace: [[0x7b, 0x7b]],
  openBracket: [[0x5b, 0x5b]],
  openParenthesis: [[0x28, 0x28]],
  hyphen: [[0x2d, 0x2d]],
  slash: [[0x2f, 0x2f]],
  equals: [[0x3d, 0x3d]],
  at: [[0x40, 0x40]],
  /** C1 controls. */
  c1: [[0x80, 0x9f]],
  noBreakSpace: [
    [0xa0, 0xa0],
    [0x202f, 0x202f],
  ],
  softHyphen: [[0xad, 0xad]],
  /** Signs of the upper half of Latin-1: ¡ to ¿ without the soft hyphen, × and ÷. */
  latin1Sign: [
    [0xa1, 0xac],
    [0xae, 0xbf],
    [0xd7, 0xd7],
    [0xf7, 0xf7],
  ],
  /** Letters of the upper half of Latin-1. */
  latin1Letter: [
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0xff],
  ],
  /** Further Latin letters with marks: Latin Extended-A and -B, Additional. */
  latinExtended: [
    [0x100, 0x24f],
    [0x1e00, 0x1eff],
  ],
  /** Letters and marks of phonetic notation, modifiers, combining marks. */
  phonetic: [[0x250, 0x36f]],
  greek: [
    [0x370, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  cyrillic: [
    [0x400, 0x52f],
    [0x1c80, 0x1c8f],
    [0x2de0, 0x2dff],
    [0xa640, 0xa69f],
  ],
  armenian: [[0x530, 0x58f]],
  hebrew: [
    [0x590, 0x5ff],
    [0xfb1d, 0xfb4f],
  ],
  arabic: [
    [0x600, 0x6ff],
    [0x750, 0x77f],
    [0x870, 0x8ff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefc],
  ],
  /** Devanagari to Sinhala. */
  indic: [[0x900, 0xdff]],
  /** Thai and Lao. */
  thai: [[0xe00, 0xeff]],
  hangul: [
    [0x1100, 0x11ff],
    [0x3130, 0x318f],
    [0xa960, 0xa97f],
    [0xac00, 0xd7ff],
    [0xffa0, 0xffdc],
  ],
  /** Typographic punctuation of U+2010 to U+205E: dashes, quotation marks, bullets, dagger, ellipsis, per mille. */
  punctuation: [
    [0x2010, 0x2027],
    [0x2030, 0x205e],
  ],
  /** Currency, letter-like and mathematical signs, arrows, boxes, dingbats: U+20A0 to U+2BFF. */
  symbol: [[0x20a0, 0x2bff]],
  /** Ideographic punctuation. */
  cjkPunctuation: [[0x3000, 0x303f]],
  kana: [
    [0x3040, 0x30ff],
    [0x31f0, 0x31ff],
    [0xff65, 0xff9f],
  ],
  han: [
    [0x2e80, 0x2fdf],
    [0x3005, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ],
  /** Fullwidth ASCII. */
  fullwidth: [[0xff01, 0xff5e]],
  /** Halves of pairs that are none of the next two classes. */
  surrogate: [[0xd800, 0xdfff]],
  /** First halves of the pairs of Han, planes 2 and 3. */
  hanSurrogate: [[0xd840, 0xd8bf]],
  /** First half of the pairs of U+E0000 to U+E03FF: tags, variation selectors 17 to 256. */
  tagSurrogate: [[0xdb40, 0xdb40]],
  /** First halves of the pairs of planes 15 and 16, private use. */
  privateSurrogate: [[0xdb80, 0xdbff]],
  privateUse: [[0xe000, 0xf8ff]],
  variationSelector: [
    [0xfe00, 0xfe0f],
    [0x180b, 0x180d],
  ],
  /** Zero-width space, word joiner, BOM, invisible operators. */
  zeroWidth: [
    [0x200b, 0x200b],
    [0x2060, 0x2064],
    [0xfeff, 0xfeff],
  ],
  /** Zero-width non-joiner and joiner, combining grapheme joiner. */
  joiner: [
    [0x200c, 0x200d],
    [0x34f, 0x34f],
  ],
  /** Directional marks: LRM, RLM, ALM. */
  directionMark: [
    [0x200e, 0x200f],
    [0x61c, 0x61c],
  ],
  /** Directional embeddings, overrides, isolates and their ends. */
  directionControl: [
    [0x202a, 0x202e],
    [0x2066, 0x2069],
  ],
  /** Letters and signs that show nothing: Hangul fillers, Khmer inherent vowels, Mongolian vowel separator, blank Braille. */
  filler: [
    [0x115f, 0x1160],
    [0x3164, 0x3164],
    [0xffa0, 0xffa0],
    [0x17b4, 0x17b5],
    [0x180e, 0x180e],
    [0x2800, 0x2800],
    [0x206a, 0x206f],
    [0xfff9, 0xfffb],
  ],
  replacement: [[0xfffd, 0xfffd]],
};

const NAMES = Object.keys(CLASSES) as UnitClass[];

/** For each UTF-16 code unit, the number of its class; see `classNumber`. */
export const UNIT_CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  NAMES.forEach((name, number) => {
    for (const [first, last] of CLASSES[name]) table.fill(number, first, last + 1);
  });
  return table;
}

/** The number that stands for a class in `UNIT_CLASS`. */
export function classNumber(name: UnitClass): number {
  return NAMES.indexOf(name);
}

/** Code units of a text by class. */
export type Census = Readonly<Record<UnitClass, number>>;

const NONE = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<UnitClass, number>;

const ASCII = 0x80;

/** Counts the code units of `units` by class. */
export function censusOf(units: Uint16Array): Census {
  // ASCII is counted by unit, four units in four arrays, for a counter that was just written is slow to read
  const ascii = new Uint32Array(4 * ASCII);
  const counts = new Uint32Array(NAMES.length);
  const table = UNIT_CLASS;
  const whole = units.length - (units.length & 3);
  for (let i = 0; i < whole; i += 4) {
    const a = units[i]!;
    const b = units[i + 1]!;
    const c = units[i + 2]!;
    const d = units[i + 3]!;
    if ((a | b | c | d) < ASCII) {
      ascii[a]!++;
      ascii[b + ASCII]!++;
      ascii[c + 2 * ASCII]!++;
      ascii[d + 3 * ASCII]!++;
    } else {
      counts[table[a]!]!++;
      counts[table[b]!]!++;
      counts[table[c]!]!++;
      counts[table[d]!]!++;
    }
  }
  for (let i = whole; i < units.length; i++) counts[table[units[i]!]!]!++;
  for (let i = 0; i < ascii.length; i++) counts[table[i & (ASCII - 1)]!]! += ascii[i]!;
  // a copy of one object has its shape already
  const census = { ...NONE };
  for (let number = 0; number < NAMES.length; number++)
    if (counts[number]! > 0) census[NAMES[number]!] = counts[number]!;
  return census;
}

/** How many code units of each class the document's text holds. */
export const census: (document: Document) => Census = view((document) => censusOf(document.units));
