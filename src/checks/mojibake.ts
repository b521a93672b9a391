/**
 * Text that was read in the wrong character set. Nothing is told by rarity alone: the units are turned back into the
 * bytes that they were, the bytes are read again, and what they say then must be text. What it says is the proof.
 */
import { at } from '../core/locate.ts';
import { view } from '../core/view.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { isLetter, isLower, isMark, isUpper, script } from '../core/unicode.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import {
  charsetName,
  byteTable,
  bytesOf,
  cjkTable,
  frequentIn,
  isOf,
  OFTEN,
  pairsOf,
  readIn,
  readsAs,
  readUtf8,
  type Alphabet,
  type Charset,
  type DoubleByte,
  type Frequent,
  type Read,
  type SingleByte,
  unitsOfSet,
} from '../views/charsets.ts';
import { language } from '../views/language.ts';
import { LATIN_WORDS } from '../views/language-words.ts';
import { letterClasses } from '../views/joins.ts';
import { scripts } from '../views/script.ts';
import { nextWide } from '../views/next.ts';

/** A stretch that says something else when it is read again. */
interface Hit {
  readonly start: number;
  readonly end: number;
  readonly repaired: string;
  /** How much it proves: `ENOUGH` by itself, or a part of it. */
  readonly points: number;
}

/** What went wrong: bytes of `right` were read as `wrong`. */
interface Theory {
  readonly wrong: Charset;
  readonly right: Charset | 'utf-8';
  readonly hits: readonly Hit[];
}

/** Points from which a document holds text of the wrong set. */
const ENOUGH = 4;
/** Of a hundred bytes at most so many may have no meaning when they are read again. */
const BAD_SHARE = 15;
/** A run of units that are not ASCII is looked at in pieces of this size. */
const PIECE = 2000;
/** Units of lines and segments that are read again in all sets at most; a document that is damaged all over needs no more. */
const BUDGET = 60_000;
const RELATED = 5;
const REPLACEMENT = 0xfffd;
const LF = 10;

// ---------------------------------------------------------------------------------------------------------------------
// UTF-8 that was read in a single-byte set

/** In the order in which they are believed where two explain the same. */
const READERS: readonly SingleByte[] = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-874',
  'macintosh',
  'cp437',
  'cp850',
  'ibm866',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
];
/** Sets whose letters are Latin: a lead byte is a capital there. */
const LATIN_READERS: ReadonlySet<SingleByte> = new Set([
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
]);

interface Masks {
  /** For each unit, the sets (by bit) in which its byte begins a sequence of UTF-8. */
  readonly lead: Uint32Array;
  /** ... in which it goes on with one. */
  readonly next: Uint32Array;
  /** ... that have it at all. */
  readonly any: Uint32Array;
  /** 1 for units that no set has. */
  readonly none: Uint8Array;
}

let masks: Masks | undefined;
function masksOf(): Masks {
  if (masks) return masks;
  const lead = new Uint32Array(0x10000);
  const next = new Uint32Array(0x10000);
  const any = new Uint32Array(0x10000);
  READERS.forEach((set, bit) => {
    const table = byteTable(set);
    for (const unit of unitsOfSet(set)) {
      const byte = table[unit]!;
      any[unit]! |= 1 << bit;
      if (byte < 0xc0) next[unit]! |= 1 << bit;
      else if (byte > 0xc1 && byte < 0xf5) lead[unit]! |= 1 << bit;
    }
  });
  lead[REPLACEMENT] = 0;
  next[REPLACEMENT] = 0xffffffff;
  any[REPLACEMENT] = 0xffffffff;
  const none = new Uint8Array(0x10000);
  for (let unit = 0x80; unit < 0x10000; unit++) if (any[unit] === 0) none[unit] = 1;
  return (masks = { lead, next, any, none });
}

/** Whether nearly all bytes of a run, read in the set, are sequences of UTF-8; nothing is made to find out. */
function isUtf8(units: Uint16Array, start: number, end: number, table: Uint8Array): boolean {
  const most = Math.floor((BAD_SHARE * (end - start)) / 100);
  let bad = 0;
  // bytes that go on may belong to a beginning that was lost
  let orphans = 0;
  for (let i = start; i < end;) {
    if (units[i] === REPLACEMENT) {
      orphans = 2;
      i++;
      continue;
    }
    const byte = table[units[i]!]!;
    if (byte < 0xc0 && orphans > 0) {
      orphans--;
      i++;
      continue;
    }
    orphans = 0;
    const needed = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let k = 1;
    while (k <= needed && i + k < end && (table[units[i + k]!]! & 0xc0) === 0x80) k++;
    if (needed === 0 || k <= needed) {
      const lost = i + k < end && units[i + k] === REPLACEMENT;
      // the last byte of a run may have been a no-break space that was made a space, or trimmed
      if (!lost && !(i + k >= end && needed > 0 && i > start)) bad += k;
      if (bad > most) return false;
    }
    i += k;
  }
  return true;
}

type Group = 'latin' | 'sign' | 'punctuation' | 'script' | 'other';

const SCRIPTS: readonly (readonly [first: number, last: number, name: number])[] = [
  [0x370, 0x3ff, 1],
  [0x400, 0x4ff, 2],
  [0x530, 0x58f, 3],
  [0x590, 0x5ff, 4],
  [0x600, 0x6ff, 5],
  [0x900, 0x97f, 6],
  [0x980, 0x9ff, 7],
  [0xa00, 0xa7f, 8],
  [0xa80, 0xaff, 9],
  [0xb80, 0xbff, 10],
  [0xc00, 0xc7f, 11],
  [0xc80, 0xcff, 12],
  [0xd00, 0xd7f, 13],
  [0xd80, 0xdff, 14],
  [0xe00, 0xe7f, 15],
  [0x10a0, 0x10ff, 16],
  [0x1f00, 0x1fff, 1],
  [0x3041, 0x30ff, 17],
  [0x4e00, 0x9fff, 17],
  [0xac00, 0xd7a3, 18],
];

function scriptOf(point: number): number {
  for (const [first, last, name] of SCRIPTS) if (point >= first && point <= last) return name;
  return 0;
}

function groupOf(point: number): Group {
  if (point < 0x80) return 'sign';
  if (point < 0xa0) return 'other';
  if (point < 0xc0 || point === 0xd7 || point === 0xf7) return 'sign';
  if (point < 0x180 || (point >= 0x1e00 && point < 0x1f00) || (point >= 0x18f && point < 0x220 && isLetter(point)))
    return 'latin';
  if (point >= 0x300 && point < 0x370) return 'latin';
  if (point >= 0x2b0 && point < 0x2de) return 'sign';
  if (
    (point >= 0x2002 && point < 0x2c00) ||
    (point >= 0x3000 && point < 0x3040) ||
    (point >= 0xff01 && point < 0xff5f) ||
    (point >= 0xfb00 && point < 0xfb07) ||
    (point >= 0x1f000 && point < 0x1fb00) ||
    point === 0xfeff ||
    point === REPLACEMENT
  )
    return 'punctuation';
  return scriptOf(point) > 0 ? 'script' : 'other';
}

interface Shape {
  readonly latin: number;
  readonly sign: number;
  readonly punctuation: number;
  readonly script: number;
  /** Characters that are no likely part of a text. */
  readonly odd: number;
  /** Scripts that are not Latin (Han and kana are one). */
  readonly scripts: number;
}

function shapeOf(text: string): Shape {
  const count = { latin: 0, sign: 0, punctuation: 0, script: 0, other: 0 };
  const seen = new Set<number>();
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) continue;
    const group = groupOf(point);
    count[group]++;
    if (group === 'script') seen.add(scriptOf(point));
  }
  return { ...count, odd: count.other, scripts: seen.size };
}

const isSmallAscii = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;
const isCapital = (unit: number | undefined): boolean => unit !== undefined && isUpper(unit);

/** Reads a run again, and again while that still gives UTF-8 in the same set: twice over happens. */
function reread(units: Uint16Array, start: number, end: number, set: SingleByte): string | null {
  let read = readUtf8(bytesOf(set, units, start, end));
  // the last byte of the last sequence has no character in the set
  if (read.bad === 1 && read.high >= 5) read = readUtf8(bytesOf(set, units, start, end - 1));
  if (read.bad * 100 > BAD_SHARE * read.high) return null;
  let { text } = read;
  for (let round = 0; round < 3; round++) {
    const inner = unitsOfText(text);
    const first = inner.findIndex((unit) => unit >= 0x80);
    const table = byteTable(set);
    if (first < 0 || !inner.every((unit) => unit < 0x80 || unit === REPLACEMENT || table[unit] !== 0)) break;
    const again = readUtf8(bytesOf(set, inner, 0, inner.length));
    if (again.two + again.three === 0 || again.bad * 100 > BAD_SHARE * again.high) break;
    text = again.text;
  }
  return text;
}

function unitsOfText(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** The alphabets of sets whose letters are not Latin. */
const OWN_ALPHABET: Readonly<Partial<Record<SingleByte, Alphabet>>> = {
  'windows-1251': 'cyrillic',
  'koi8-r': 'cyrillic',
  ibm866: 'cyrillic',
  'iso-8859-5': 'cyrillic',
  'windows-1253': 'greek',
  'iso-8859-7': 'greek',
  'windows-1255': 'hebrew',
  'windows-1256': 'arabic',
  'windows-874': 'thai',
};

/** Whether a run is a word as it stands: letters of the set's own script, in pairs that its languages have. */
function isWord(units: Uint16Array, start: number, end: number, set: SingleByte): boolean {
  const alphabet = OWN_ALPHABET[set];
  if (!alphabet) return false;
  if (isSmallAscii(units[start - 1]) || isSmallAscii(units[end])) return false;
  let small = false;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (!isLetter(unit) && !isMark(unit)) return false;
    if (small && isUpper(unit)) return end - start < 4;
    small = isLower(unit);
  }
  if (end - start < 4) return true;
  const { letters, worth } = readsAs(alphabet, String.fromCharCode(...units.subarray(start, end)));
  return worth > -2 * letters;
}

/** Whether a run beside a small letter is none that a text has: a line of a box, or a root sign with a sign that is no quantity. */
function isUnmistakable(units: Uint16Array, start: number, end: number, set: SingleByte): boolean {
  const lead = units[start]!;
  if (lead >= 0x2500 && lead < 0x2580) return true;
  if (set !== 'macintosh' || end - start !== 2) return false;
  if (!isSmallAscii(units[start - 1]) || !isSmallAscii(units[start - 2])) return false;
  return isSmallAscii(units[end]) || (lead === 0x221a && MAC_SIGNS.has(units[start + 1]!));
}
/** Signs of Mac Roman that no root is taken of. */
const MAC_SIGNS: ReadonlySet<number> = new Set(Array.from('†¢£§•¶ß®©™´¨≠Æ¥ª\u00a0', (each) => each.charCodeAt(0)));

/** What one run proves; 0 for nothing, -1 where it is a word as it stands. */
function pointsOf(units: Uint16Array, start: number, end: number, set: SingleByte, repaired: string): number {
  const shape = shapeOf(repaired);
  const latinReader = LATIN_READERS.has(set);
  if (isWord(units, start, end, set)) return -1;
  if (shape.odd > 0 || shape.scripts > 1) return 0;
  // a capital word with a capital beside: MÔŽE
  if (
    latinReader &&
    shape.latin === 0 &&
    shape.punctuation === 0 &&
    shape.script < 3 &&
    isCapital(units[start - 1]) &&
    isLetter(units[end - 1]!)
  )
    return 0;
  if (shape.script >= 3) return ENOUGH;
  // four units for one character: read wrong twice over
  if (end - start >= 4 * repaired.length && latinReader) return ENOUGH;
  if (shape.script > 0) return latinReader && scriptOf(repaired.codePointAt(0)!) !== 3 ? shape.script : -1;
  const first = repaired.charCodeAt(0);
  if (first >= 0x300 && first < 0x370 && !isSmallAscii(units[start - 1])) return -1;
  if (shape.punctuation > 0) {
    // in these a letter may follow two others by itself
    if (isSmallAscii(units[start - 1]) && isSmallAscii(units[end])) return ENOUGH;
    if (set === 'ibm866' || set === 'iso-8859-5' || set === 'windows-874') return 2;
    return ENOUGH;
  }
  const before = units[start - 1];
  const after = units[end];
  const inWord =
    isSmallAscii(before) ||
    isSmallAscii(after) ||
    (latinReader && after !== undefined && after >= 0x80 && isLower(after));
  if (!latinReader) return inWord ? (isUnmistakable(units, start, end, set) ? ENOUGH : 2) : 1;
  if (repaired.charCodeAt(0) < 0xc0) {
    if (isCapital(before)) return 1;
    return repaired.charCodeAt(0) === 0xa0 ? 2 : ENOUGH;
  }
  if (!inWord) return end - start >= 6 ? 3 : 1;
  // a sign where a small letter stands before or after: `Ã©`
  if (!isLetter(units[end - 1]!)) return repaired.charCodeAt(0) < 0x180 ? ENOUGH : 3;
  return isSmallAscii(before) ? 3 : 2;
}

/** Runs of units of one single-byte set without a gap, for the second step. */
interface Dense {
  readonly starts: number[];
  units: number;
}

interface Walk {
  readonly theory: Theory | null;
  /** Runs of three and more units that windows-1252 or its like have. */
  readonly dense: ReadonlyMap<SingleByte, Dense>;
  /** Units that stand oddly between small letters: offset of each. */
  readonly odd: readonly number[];
  /** One or two units of CJK between small letters: offset of each run. */
  readonly oddCjk: readonly number[];
  /** Letters that could be an apostrophe: offset of each. */
  readonly apostrophed: readonly number[];
  /** Letters at the beginning of a word that could be a quotation mark: offset of each. */
  readonly openers: readonly number[];
  /** Single units that another set has in the place of an accented letter or a mark: by unit, how many there are, and the first. */
  readonly singles: ReadonlyMap<number, Single>;
}

interface Single {
  count: number;
  readonly offsets: number[];
}
/** Offsets of a unit that are kept. */
const SINGLES = 24;

const DENSE: readonly SingleByte[] = ['windows-1252', 'windows-1250', 'macintosh', 'cp437', 'cp850'];
const DENSE_BITS: readonly number[] = DENSE.map((set) => 1 << READERS.indexOf(set));
const DENSE_MASK = DENSE_BITS.reduce((a, b) => a | b, 0);
/** A longer run is more than one word's accents, in units. */
const SHORT_RUN = 12;
/** Runs of each kind that are kept at most. */
const MOST = 2000;

/** Units that stand between small letters without harm: apostrophes, dashes, dots, hyphens, spaces, degree and such. */
const BETWEEN: ReadonlySet<number> = new Set([
  0xa0, 0xad, 0xb0, 0xb2, 0xb3, 0xb4, 0xb5, 0xb7, 0xb9, 0xaa, 0xba, 0xa9, 0xae, 0xab, 0xbb, 0xd7, 0xf7, 0xb1, 0x2019,
  0x2018, 0x201c, 0x201d, 0x2122, 0x2026, 0x2022, 0x2039, 0x203a, 0xa7, 0xac, 0xb6, 0x2b9, 0x2ba, 0x2bb, 0x2bc, 0x2be,
  0x2bf, 0x20ac, 0xa3, 0xa5, 0x221a, 0x2260, 0x2264, 0x2265, 0x2248, 0x221e, 0x2219,
]);

/** Whether a unit has no business between two small ASCII letters: a capital, a sign, a letter of another script. */
function isOdd(unit: number): boolean {
  if (unit < 0xa0) return true;
  if (unit >= 0x2500 && unit < 0x25a0) return true;
  if (BETWEEN.has(unit) || unit >= 0x2190 || (unit >= 0x2000 && unit < 0x201a)) return false;
  if (unit < 0x180) return !isLower(unit);
  if (unit >= 0x250 && unit < 0x370) return unit === 0x2c6 || unit === 0x2c7 || (unit >= 0x2d8 && unit < 0x2de);
  if (unit >= 0x201a && unit < 0x2190) return unit === 0x201a || unit === 0x201e || (unit >= 0x2020 && unit < 0x2031);
  return unit >= 0x370 && unit < 0x700 ? isLetter(unit) : unit >= 0xe00 && unit < 0xe80;
}

/** Signs that stand beside damage without being part of it. */
const BESIDE: ReadonlySet<number> = new Set(Array.from('\u00a0«»“”„’‘–—…·•°', (each) => each.charCodeAt(0)));

/** Sequences of UTF-8 without a gap that are told inside a longer run. */
const INSIDE = 4;

/** Where the sequences of UTF-8 that begin at `start` end, and how many there are. */
function sequencesFrom(
  units: Uint16Array,
  start: number,
  end: number,
  table: Uint8Array,
): { end: number; count: number } {
  let i = start;
  let count = 0;
  while (i < end) {
    const byte = table[units[i]!]!;
    const needed = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    if (needed === 0 || i + needed >= end) break;
    let k = 1;
    while (k <= needed && (table[units[i + k]!]! & 0xc0) === 0x80) k++;
    if (k <= needed) break;
    i += needed + 1;
    count++;
  }
  return { end: i, count };
}

/** Whether a run is no rule, no ellipsis, no part of a drawing: three different units, and letters or signs of Latin-1 among them. */
function isVaried(units: Uint16Array, start: number, end: number): boolean {
  const first = units[start]!;
  let second = 0;
  let third = false;
  let words = 0;
  const stop = Math.min(end, start + 24);
  for (let i = start; i < stop; i++) {
    const unit = units[i]!;
    if (unit !== first) {
      if (second === 0) second = unit;
      else if (unit !== second) third = true;
    }
    if ((unit > 0xa0 && unit < 0x100) || (unit < 0x2500 && isLetter(unit))) words++;
  }
  return third && words >= 2;
}

/** Words of the document, small: those with a letter that is not ASCII, or those of ASCII alone. */
function vocabulary(document: Document, ascii: boolean): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const { units } = document;
  let kept = 0;
  for (let i = 0; i < units.length && kept < VOCABULARY; i++) {
    const unit = units[i]!;
    if (ascii ? !isSmallAscii(unit | 0x20) || unit >= 0x80 : unit < 0x80 || !isLetter(unit)) continue;
    let start = i;
    while (start > 0 && i - start <= WORD && isLetterUnit(units[start - 1]!)) start--;
    let high = false;
    for (; i < units.length && isLetterUnit(units[i]!); i++) high ||= units[i]! >= 0x80;
    if (high === ascii || i - start > WORD) continue;
    const word = document.slice(start, i).toLowerCase();
    words.set(word, (words.get(word) ?? 0) + 1);
    kept++;
  }
  return words;
}

/** The words of the document with letters that are not ASCII, and the commonest words of its language. */
const lexicon: (document: Document) => (word: string) => boolean = view((document) => {
  let accented: ReadonlyMap<string, number> | undefined;
  let common: ReadonlySet<string> | undefined;
  return (word: string): boolean => {
    common ??= new Set((LATIN_WORDS[language(document)] ?? '').split(' '));
    if (common.has(word)) return true;
    return word.length >= 4 && (accented ??= vocabulary(document, false)).has(word);
  };
});

/** A mark between spaces, or at the edge of a word, is no letter of it; what stands alone is kept for dashes. */
function isBesideLetter(units: Uint16Array, offset: number): boolean {
  return !BETWEEN.has(units[offset]!) || isSmallAscii(units[offset - 1]! | 0x20);
}

/** Walks through the runs of units that are not ASCII, once. */
function walk(document: Document): Walk {
  const { units } = document;
  const { lead, next, any, none } = masksOf();
  const hits = READERS.map((): Hit[] => []);
  const against = new Uint32Array(READERS.length);
  /** Whether a hit is a word that the document has. */
  const known = new Uint8Array(READERS.length);
  const dense = new Map<SingleByte, Dense>();
  const odd: number[] = [];
  const oddCjk: number[] = [];
  const apostrophed: number[] = [];
  const openers: number[] = [];
  const singles = new Map<number, Single>();
  const cjk = cjkTable();
  const { length } = units;

  const judge = (bit: number, start: number, end: number): number => {
    const set = READERS[bit]!;
    const repaired = reread(units, start, end, set);
    const points = repaired === null ? 0 : pointsOf(units, start, end, set, repaired);
    if (repaired === null || points === 0) against[bit]!++;
    else if (points > 0) hits[bit]!.push({ start, end, repaired, points });
    return points;
  };

  /** A sequence beside accents of the text's own, or one that says too little by itself: the word must be known. */
  const lookInWord = (start: number, end: number, every: number): boolean => {
    for (let i = start; i < end - 1; i++) {
      let sets = every & lead[units[i]!]! & next[units[i + 1]!]!;
      for (let bit = 0; sets !== 0; bit++, sets >>>= 1) {
        if ((sets & 1) === 0 || hits[bit]!.length >= MOST) continue;
        const stretch = sequencesFrom(units, i, end + 1, byteTable(READERS[bit]!));
        if (stretch.count === 0 || stretch.end > end) continue;
        const repaired = reread(units, i, stretch.end, READERS[bit]!);
        if (repaired === null || !isLetter(repaired.codePointAt(0)!)) continue;
        let from = i;
        while (from > 0 && i - from < WORD && isLetterUnit(units[from - 1]!)) from--;
        let to = stretch.end;
        while (to < length && to - stretch.end < WORD && isLetterUnit(units[to]!)) to++;
        const word = (document.slice(from, i) + repaired + document.slice(stretch.end, to)).toLowerCase();
        if (!lexicon(document)(word)) continue;
        hits[bit]!.push({ start: i, end: stretch.end, repaired, points: ENOUGH });
        known[bit] = 1;
        return true;
      }
    }
    return false;
  };

  /** A run of one set or several: whole, or without the signs after it, or a stretch of sequences inside. */
  const look = (start: number, end: number, every: number): void => {
    let sets = every & lead[units[start]!]! & next[units[start + 1]!]!;
    let told = false;
    let most = 0;
    for (let bit = 0; sets !== 0; bit++, sets >>>= 1) {
      if ((sets & 1) === 0 || hits[bit]!.length >= MOST) continue;
      const table = byteTable(READERS[bit]!);
      let last = end;
      if (!isUtf8(units, start, end, table)) {
        const { end: stop, count } = sequencesFrom(units, start, end, table);
        if (count === 0) continue;
        const latin = LATIN_READERS.has(READERS[bit]!);
        for (last = stop; last < end && (BESIDE.has(units[last]!) || (latin && isLower(units[last]!))); last++);
        if (last < end) continue;
        last = stop;
      }
      const points = judge(bit, start, last);
      if (points > 0) told = true;
      most = Math.max(most, points);
    }
    if (most < ENOUGH && end - start <= SHORT_RUN && lookInWord(start, end, every)) {
      told = true;
      // what said too little at the same place says enough now
      for (const found of hits)
        for (let k = found.length - 1; k >= 0 && found[k]!.start >= start; k--)
          if (found[k]!.points < ENOUGH) found.splice(k, 1);
    }
    if (told || end - start < 2 * INSIDE) return;
    // letters of the text's own before it or after it
    for (let i = start; i < end - 1; i++) {
      let here = every & lead[units[i]!]! & next[units[i + 1]!]!;
      let furthest = i;
      for (let bit = 0; here !== 0; bit++, here >>>= 1) {
        if ((here & 1) === 0 || hits[bit]!.length >= MOST) continue;
        const stretch = sequencesFrom(units, i, end, byteTable(READERS[bit]!));
        if (stretch.count >= INSIDE && judge(bit, i, stretch.end) > 0) furthest = Math.max(furthest, stretch.end);
      }
      if (furthest > i) i = furthest - 1;
    }
  };

  for (let i = nextWide(units, 0); i < length; i = nextWide(units, i + 1)) {
    const start = i;
    if (none[units[i]!] === 1) {
      // CJK, Indic, emoji: go to the first unit that a single-byte set has
      for (i++; i < length && none[units[i]!] === 1; i++);
      if (
        i - start < 3 &&
        oddCjk.length < MOST &&
        cjk[units[start]!]! > 0 &&
        isSmallAscii(units[start - 1]) &&
        isSmallAscii(units[i])
      )
        oddCjk.push(start);
      i--;
      continue;
    }
    let every = any[units[i]!]!;
    for (i++; i < length && units[i]! >= 0x80 && i - start < PIECE; i++) {
      const both = every & any[units[i]!]!;
      if (both === 0) break;
      every = both;
    }
    const end = i;
    i--;
    if (end - start === 1) {
      const single = singles.get(units[start]!);
      if (!single) singles.set(units[start]!, { count: 1, offsets: [start] });
      else {
        single.count++;
        if (single.offsets.length < SINGLES && isBesideLetter(units, start)) single.offsets.push(start);
      }
      if (
        openers.length < MOST &&
        !isWordUnit(units[start - 1] ?? LF) &&
        isAsciiLetter(units[end] ?? LF) &&
        quotations.has(units[start]!)
      )
        openers.push(start);
      if (
        apostrophed.length < MOST &&
        isSmallAscii(units[end]) &&
        isSmallAscii(units[start - 1]! | 0x20) &&
        apostrophes.has(units[start]!)
      )
        apostrophed.push(start);
      if (odd.length < MOST && isSmallAscii(units[start - 1]) && isOdd(units[start]!)) {
        const three = isSmallAscii(units[start - 2]) && isSmallAscii(units[start - 3]);
        if (isSmallAscii(units[end]) || (three && (units[start]! >= 0x2500 || isLetter(units[start]!))))
          odd.push(start);
      }
      continue;
    }
    if (end - start >= 3 && (every & DENSE_MASK) !== 0 && isVaried(units, start, end))
      for (let k = 0; k < DENSE.length; k++) {
        if ((every & DENSE_BITS[k]!) === 0) continue;
        let found = dense.get(DENSE[k]!);
        if (!found) dense.set(DENSE[k]!, (found = { starts: [], units: 0 }));
        found.units += end - start;
        if (found.starts.length < MOST) found.starts.push(start);
      }
    // ” in UTF-8: windows-1252 has no character for its last byte
    if (end - start === 2 && units[start] === 0xe2 && units[start + 1] === 0x20ac) {
      if (hits[0]!.length < MOST) hits[0]!.push({ start, end, repaired: '\ufffd', points: ENOUGH });
      continue;
    }
    look(start, end, every);
  }
  let best: Theory | null = null;
  let most = 0;
  hits.forEach((found, bit) => {
    let points = 0;
    for (const hit of found) points += hit.points;
    const long = found.some((hit) => hit.points >= ENOUGH && hit.end - hit.start >= 2 * INSIDE);
    if (points < ENOUGH || (found.length < against[bit]! && !long && known[bit] === 0)) return;
    let length = 0;
    for (const hit of found) length += hit.end - hit.start;
    if (length > most) {
      most = length;
      best = { wrong: READERS[bit]!, right: 'utf-8', hits: found };
    }
  });
  return { theory: best, dense, odd, oddCjk, apostrophed, openers, singles };
}

// ---------------------------------------------------------------------------------------------------------------------
// One single-byte set read as another

const ALPHABET_OF: readonly (readonly [SingleByte, Alphabet])[] = [
  ['windows-1251', 'cyrillic'],
  ['koi8-r', 'cyrillic'],
  ['koi8-u', 'cyrillic'],
  ['ibm866', 'cyrillic'],
  ['iso-8859-5', 'cyrillic'],
  ['windows-1253', 'greek'],
  ['windows-1255', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['iso-8859-6', 'arabic'],
  ['windows-874', 'thai'],
];
const DOUBLE: readonly DoubleByte[] = ['gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
const LANGUAGE_OF: Readonly<Record<DoubleByte, Frequent>> = {
  gbk: 'simplified',
  big5: 'traditional',
  shift_jis: 'japanese',
  'euc-jp': 'japanese',
  'euc-kr': 'korean',
};
/** Letters from which an alphabet is told, and what a letter's pairs must be worth on average. */
const LEAST_LETTERS = 8;
const LEAST_WORTH = 0.5;

/** Of a hundred characters of a text so many are frequent ones: of 626, 95 and 81 real documents hardly one has fewer. */
const LEAST_OFTEN: Readonly<Record<Frequent, number>> = { simplified: 55, traditional: 55, japanese: 65, korean: 65 };

/** How well a text reads in a language of CJK: half bits for it, and its letters. */
function cjkEvidence(
  text: string,
  language: Frequent,
  withKana = true,
): { readonly evidence: number; readonly letters: number; readonly all: number } {
  const set = frequentIn(language);
  const japanese = language === 'japanese';
  let often = 0;
  let letters = 0;
  let all = 0;
  const kinds = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kana = unit >= 0x3041 && unit <= 0x30fe;
    if (kana && !withKana) continue;
    if (!kana && !((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xd7a4))) continue;
    all++;
    // said again and again, it is no more evidence than said twice
    const times = kinds.get(unit) ?? 0;
    if (times === 2) continue;
    kinds.set(unit, times + 1);
    letters++;
    if (set.has(unit) || (japanese && kana)) often++;
  }
  if (often * 100 < LEAST_OFTEN[language] * letters || kinds.size < 5) return { evidence: 0, letters, all };
  // a frequent character is six times as likely in a text as by chance; another one a third
  return { evidence: 5 * often - 3 * (letters - often), letters, all };
}
/** Half bits from which bytes are believed to be of a language: one chance in 32,000. */
const EVIDENCE = 30;

/** Latin letters beside letters of another script, in one word: more than one in ten, and the text is no text of that script. */
function isMixed(text: string, alphabet: Alphabet): boolean {
  const { index } = pairsOf(alphabet);
  let letters = 0;
  let mixed = 0;
  for (let i = 0; i < text.length; i++) {
    if (index[text.charCodeAt(i)] === 0) continue;
    letters++;
    const before = text.charCodeAt(i - 1) | 0x20;
    const after = text.charCodeAt(i + 1) | 0x20;
    if (isSmallAscii(before) || isSmallAscii(after)) mixed++;
  }
  return mixed * 10 > letters;
}

interface Reading extends Read {
  readonly evidence: number;
}

/** How bytes read in a set, with the evidence for it in half bits; null where they are no text in it. */
function judgeIn(set: Charset, bytes: readonly number[], withKana = true): Reading | null {
  const read = readIn(set, bytes);
  if (read.bad * 20 > read.high) return null;
  const alphabet = ALPHABET_OF.find(([name]) => name === set)?.[1];
  if (alphabet) {
    const { letters, worth, joined, kinds } = readsAs(alphabet, read.text);
    if (letters < LEAST_LETTERS || worth < LEAST_WORTH * letters || letters * 5 < read.two * 4) return null;
    if (joined * 2 < letters || kinds < 5) return null;
    if (isMixed(read.text, alphabet)) return null;
    return { ...read, evidence: worth };
  }
  const { evidence, all } = cjkEvidence(read.text, LANGUAGE_OF[set as DoubleByte], withKana);
  return (withKana && all * 2 < read.two) || evidence < EVIDENCE ? null : { ...read, evidence };
}

/** What stands around an offset on its line as far as the set has it. */
function pieceAround(units: Uint16Array, offset: number, set: SingleByte): { start: number; end: number } {
  const table = byteTable(set);
  const has = (unit: number): boolean => unit !== LF && (unit < 0x80 || unit === REPLACEMENT || table[unit] !== 0);
  let start = offset;
  while (start > 0 && offset - start < 200 && has(units[start - 1]!)) start--;
  let end = offset;
  while (end < units.length && end - offset < 400 && has(units[end]!)) end++;
  return { start, end };
}

/** Whether a short piece reads in a set as it would where the set is known to be the right one. */
function couldBe(set: Charset | 'utf-8', bytes: readonly number[]): boolean {
  if (set === 'utf-8') {
    const read = readUtf8(bytes);
    return read.bad === 0 && read.three + read.two > 0 && shapeOf(read.text).odd === 0;
  }
  const read = readIn(set, bytes);
  if (read.bad > 0 || read.high === 0) return false;
  const alphabet = ALPHABET_OF.find(([name]) => name === set)?.[1];
  if (alphabet) {
    const { letters, worth } = readsAs(alphabet, read.text);
    return letters >= 2 && letters * 5 >= read.two * 4 && worth >= 0 && !isMixed(read.text, alphabet);
  }
  if (isDoubleByte(set)) {
    const frequent = frequentIn(LANGUAGE_OF[set]);
    let often = 0;
    for (let i = 0; i < read.text.length; i++) {
      const unit = read.text.charCodeAt(i);
      if (frequent.has(unit) || (unit >= 0x3000 && unit <= 0x30fe) || (unit >= 0xff01 && unit <= 0xff5e)) often++;
    }
    return often >= 2 && often * 10 >= read.two * 6;
  }
  return false;
}

/** Whether units that are not ASCII stand beside small ASCII letters: accents, not words of another script. */
function isAmongAscii(units: Uint16Array, { start, end }: { readonly start: number; readonly end: number }): boolean {
  let high = 0;
  let beside = 0;
  for (let i = start; i < end; i++) {
    if (units[i]! < 0x80) continue;
    high++;
    if (isSmallAscii(units[i - 1]) || isSmallAscii(units[i + 1])) beside++;
  }
  return beside * 5 > high;
}

/** Whether a piece is Greek as it stands: some letters of Greek are in the sets of DOS and Macintosh. */
function isGreek(units: Uint16Array, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const { letters, worth } = readsAs('greek', String.fromCharCode(...units.subarray(start, end)));
  return letters >= 3 && worth >= 0;
}

/** Text of another script or of CJK, read in a Western set: words without a single ASCII letter. */
function fromDense(document: Document, dense: ReadonlyMap<SingleByte, Dense>): Theory | null {
  const { units } = document;
  let best: Theory | null = null;
  let rest: readonly { start: number; end: number; first: number }[] = [];
  let most = 0;
  for (const [wrong, { starts, units: amount }] of dense) {
    if (amount < LEAST_LETTERS) continue;
    const lines: { start: number; end: number; first: number; mixed: boolean }[] = [];
    let spent = 0;
    for (const first of starts) {
      if (lines.length > 0 && first < lines.at(-1)!.end) continue;
      const piece = pieceAround(units, first, wrong);
      if (isGreek(units, piece)) continue;
      spent += piece.end - piece.start;
      if (spent > BUDGET / 4) break;
      lines.push({ ...piece, first, mixed: isAmongAscii(units, piece) });
    }
    for (const right of [...ALPHABET_OF.map(([name]) => name), ...DOUBLE]) {
      const hits: Hit[] = [];
      let total = 0;
      const spelled = !isDoubleByte(right);
      for (const line of lines) {
        if (spelled && line.mixed) continue;
        const reading = judgeIn(right, bytesOf(wrong, units, line.start, line.end));
        if (!reading) continue;
        total += reading.evidence;
        hits.push({
          start: line.first,
          end: line.end,
          repaired: '',
          points: reading.evidence,
        });
      }
      // short lines together, where none says enough by itself
      if (hits.length === 0) {
        const bytes: number[] = [];
        for (const { start, end } of lines) bytes.push(...bytesOf(wrong, units, start, end), LF);
        const reading = judgeIn(right, bytes);
        if (reading) {
          total = reading.evidence;
          for (const { first, end } of lines) hits.push({ start: first, end, repaired: '', points: 1 });
        }
      }
      if (total > most && (total >= EVIDENCE || hits.length > 1)) {
        most = total;
        best = { wrong, right, hits };
        rest = lines;
      }
    }
  }
  if (!best) return null;
  // what is too short to tell by itself
  const { wrong, right, hits } = best;
  const all = [...hits];
  for (const { start, end, first } of rest) {
    if (hits.some((hit) => hit.start === first)) continue;
    if (couldBe(right, bytesOf(wrong, units, start, end))) all.push({ start: first, end, repaired: '', points: 1 });
  }
  return { wrong, right, hits: all.toSorted((a, b) => a.start - b.start) };
}

const LETTER_SETS: readonly SingleByte[] = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'koi8-u'];
const WESTERN: readonly SingleByte[] = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'cp850',
  'macintosh',
  'windows-1254',
];
/** Small letters that texts of Latin script have beside a to z. */
const ACCENTED: ReadonlySet<string> = new Set('àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšžčřěůťďňłąęśżźćńőűğşıăâîțșđāēīūķļņģõ');
/** Odd units from which a text is told, of at least so many kinds. */
const LEAST_ODD = 3;
const LEAST_KINDS = 2;
/** Letters of other scripts that look like Latin ones: a disguise, not a wrong set. */
const LOOK_ALIKE: ReadonlySet<string> = new Set('аеорсухіјѕһԁοναρτυιк');

/** Accented letters of one Latin set read in another: signs, capitals and letters of other scripts amid small ones. */
function fromOdd(document: Document, odd: readonly number[]): Theory | null {
  if (odd.length < LEAST_ODD) return null;
  const { units } = document;
  const counts = new Map<number, number>();
  for (const offset of odd) counts.set(units[offset]!, (counts.get(units[offset]!) ?? 0) + 1);
  if (counts.size < LEAST_KINDS) return null;
  let alike = 0;
  for (const [unit, count] of counts) if (LOOK_ALIKE.has(String.fromCharCode(unit))) alike += count;
  if (alike * 2 > odd.length) return null;
  let best: { wrong: SingleByte; right: SingleByte; count: number } | null = null;
  for (const wrong of READERS)
    for (const right of WESTERN) {
      if (wrong === right) continue;
      const table = byteTable(wrong);
      let count = 0;
      let kinds = 0;
      for (const [unit, times] of counts) {
        const byte = table[unit]!;
        if (byte === 0 || !ACCENTED.has(readIn(right, [byte]).text)) continue;
        count += times;
        kinds++;
      }
      if (kinds >= LEAST_KINDS && count * 10 >= odd.length * 9 && count > (best?.count ?? 0))
        best = { wrong, right, count };
    }
  if (!best) return null;
  const { wrong, right } = best;
  const table = byteTable(wrong);
  const hits: Hit[] = [];
  let last = -1;
  for (const offset of odd) {
    if (offset < last || table[units[offset]!] === 0) continue;
    let start = offset;
    while (start > 0 && offset - start < 30 && isWordUnit(units[start - 1]!)) start--;
    let end = offset + 1;
    while (end < units.length && end - offset < 30 && isWordUnit(units[end]!)) end++;
    last = end;
    const bytes = bytesOf(wrong, units, start, end);
    hits.push({ start, end, repaired: readIn(right, bytes).text, points: 1 });
  }
  return hits.length < 3 ? null : { wrong, right, hits };
}

/** Accented letters that were read in a double-byte set: an ideograph between small letters, which may have taken one of them. */
function fromOddCjk(document: Document, odd: readonly number[]): Theory | null {
  if (odd.length < LEAST_ODD) return null;
  const { units } = document;
  for (const wrong of DOUBLE)
    for (const right of ['utf-8', 'windows-1252', 'windows-1250', 'macintosh', 'cp850'] as const) {
      const hits: Hit[] = [];
      const kinds = new Set<number>();
      for (const offset of odd) {
        let last = offset;
        while (units[last]! >= 0x80) last++;
        const bytes = bytesOf(wrong, units, offset, last);
        const { text } = right === 'utf-8' ? readUtf8(bytes) : readIn(right, bytes);
        if (text.length > 2 || !ACCENTED.has(text.charAt(0))) continue;
        if (text.length === 2 && !ACCENTED.has(text.charAt(1)) && !isSmallAscii(text.charCodeAt(1))) continue;
        kinds.add(units[offset]!);
        let start = offset;
        while (start > 0 && offset - start < 30 && isSmallAscii(units[start - 1]! | 0x20)) start--;
        let end = last;
        while (end < units.length && end - last < 30 && isWordUnit(units[end]!)) end++;
        const word = bytesOf(wrong, units, start, end);
        hits.push({
          start,
          end,
          repaired: (right === 'utf-8' ? readUtf8(word) : readIn(right, word)).text,
          points: 1,
        });
      }
      if (hits.length >= LEAST_ODD && kinds.size >= LEAST_KINDS && hits.length * 10 >= odd.length * 9)
        return { wrong, right, hits };
    }
  return null;
}

/** Sets in which a typographic apostrophe was read as another character, by that character. */
const apostrophes: ReadonlyMap<number, readonly [SingleByte, SingleByte]> = apostropheMap();

function apostropheMap(): ReadonlyMap<number, readonly [SingleByte, SingleByte]> {
  const map = new Map<number, readonly [SingleByte, SingleByte]>();
  for (const [right, byte] of [
    ['windows-1252', 0x92],
    ['macintosh', 0xd5],
  ] as const)
    for (const wrong of ['windows-1252', 'macintosh', 'cp850', 'cp437', 'windows-1251', 'ibm866', 'koi8-r'] as const) {
      const unit = readIn(wrong, [byte]).text.charCodeAt(0);
      if (wrong !== right && isLetter(unit) && !map.has(unit)) map.set(unit, [wrong, right]);
    }
  return map;
}

const CONTRACTION =
  /(?:^|[^a-z])(?:(?:[dw]o|is|does|wo|ca|could|would|should|did|are|was|were|have|has|had|need|must)n.t|(?:they|you|we).(?:re|ve|ll)|(?:that|what|there|here|who|let|it).s|I.(?:m|ve|ll))$/iu;

/** Quotation marks that were read as letters: the one that stands for the opening mark, with the one for the closing mark. */
const quotations: ReadonlyMap<number, readonly [close: number, wrong: SingleByte, right: SingleByte]> = quotationMap();

function quotationMap(): ReadonlyMap<number, readonly [number, SingleByte, SingleByte]> {
  const map = new Map<number, readonly [number, SingleByte, SingleByte]>();
  for (const [right, open, close] of [
    ['windows-1252', 0x93, 0x94],
    ['macintosh', 0xd2, 0xd3],
  ] as const)
    for (const wrong of ['windows-1252', 'macintosh', 'cp850', 'cp437', 'windows-1251', 'ibm866', 'koi8-r'] as const) {
      const first = readIn(wrong, [open]).text.charCodeAt(0);
      const last = readIn(wrong, [close]).text.charCodeAt(0);
      if (wrong !== right && isLetter(first) && isLetter(last) && first < 0x370 && !map.has(first))
        map.set(first, [last, wrong, right]);
    }
  return map;
}
/** Units between the two marks at most. */
const QUOTATION = 60;

/** Words between two letters that stand for quotation marks: `ìMUSTî`, `Òrow-orientedÓ`. */
function fromQuotations(
  document: Document,
  openers: readonly number[],
  singles: ReadonlyMap<number, Single>,
): Theory | null {
  const { units } = document;
  const hits: Hit[] = [];
  let sets: readonly [number, SingleByte, SingleByte] | undefined;
  let sure = false;
  for (const offset of openers) {
    const found = quotations.get(units[offset]!);
    if (!found || (sets && found !== sets)) continue;
    for (let i = offset + 2; i < units.length && i - offset < QUOTATION && units[i] !== LF; i++) {
      if (units[i] !== found[0]) continue;
      const after = units[i + 1];
      if (after !== undefined && (isAsciiLetter(after) || after >= 0x80)) continue;
      if (units[i - 1]! >= 0x80 || units[i - 1]! <= 0x20) continue;
      if (units[offset + 1]! >= 0x80 || units[offset + 1]! <= 0x20) continue;
      const none = (unit: number): boolean => (singles.get(unit)?.count ?? 0) === 1;
      // the only two of their kind in the document, one at each end
      if (none(units[offset]!) && none(units[i]!) && isAsciiLetter(units[offset + 1]!)) sure = true;
      sets = found;
      // a capital at the end of a small word
      if (isCapital(units[i]) && isSmallAscii(units[i - 1])) sure = true;
      hits.push({
        start: offset,
        end: i + 1,
        repaired: readIn(found[2], bytesOf(found[1], units, offset, i + 1)).text,
        points: 2,
      });
      break;
    }
  }
  return sets && (sure || hits.length >= 2)
    ? { wrong: sets[1], right: sets[2], hits: hits.map((hit) => ({ ...hit, points: ENOUGH })) }
    : null;
}

/** What a unit would be, had a byte of another Western set been read right. */
interface Candidate {
  readonly unit: number;
  readonly wrong: SingleByte;
  readonly right: SingleByte;
}

const TYPOGRAPHIC: ReadonlySet<string> = new Set('’“”–—');
let candidateMap: ReadonlyMap<number, readonly Candidate[]> | undefined;

/** For each unit the accented small letters and marks that it may stand for, each with the first pair of sets that says so. */
function candidatesOf(): ReadonlyMap<number, readonly Candidate[]> {
  if (candidateMap) return candidateMap;
  const map = new Map<number, Candidate[]>();
  const upper = (set: SingleByte): string[] => Array.from({ length: 0x80 }, (_, i) => readIn(set, [0x80 + i]).text);
  const meanings = WESTERN.map(upper);
  for (const wrong of READERS) {
    const read = upper(wrong);
    for (const [number, right] of WESTERN.entries()) {
      if (right === wrong) continue;
      for (let i = 0; i < 0x80; i++) {
        const text = meanings[number]![i]!;
        if (!(ACCENTED.has(text) || TYPOGRAPHIC.has(text))) continue;
        const unit = read[i]!.charCodeAt(0);
        const meant = text.charCodeAt(0);
        if (unit === REPLACEMENT || meant === unit) continue;
        const list = map.get(unit);
        if (!list) map.set(unit, [{ unit: meant, wrong, right }]);
        else if (!list.some((each) => each.unit === meant)) list.push({ unit: meant, wrong, right });
      }
    }
  }
  return (candidateMap = map);
}

/** Units of a word at most. */
const WORD = 30;
/** Units that are not ASCII whose words are kept. */
const VOCABULARY = 20_000;

function wordAround(units: Uint16Array, offset: number): { start: number; end: number } {
  let start = offset;
  while (start > 0 && offset - start < WORD && isLetterUnit(units[start - 1]!)) start--;
  let end = offset + 1;
  while (end < units.length && end - offset < WORD && isLetterUnit(units[end]!)) end++;
  return { start, end };
}

const isLetterUnit = (unit: number): boolean =>
  unit < 0x80 ? isSmallAscii(unit | 0x20) : LETTERS[letterClasses()[unit]!] === 1;
/** Classes of `letterClasses` that are letters: small, capital, without case. */
const LETTERS: readonly number[] = [0, 1, 1, 1, 0, 0];

/** Dashes between letters: many texts have them between words. */
const DASHES: ReadonlySet<number> = new Set([0x2013, 0x2014]);
/** What follows an apostrophe in English. */
const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);
/** Letters that are no word by themselves in a language whose other words have none of them. */
const NO_WORD: ReadonlySet<string> = new Set('ûùÐÑñ');
/** A letter of the document from which it is known to be used there. */
const USED = 3;

/**
 * A single accented letter or mark of one Western set read in another, by the words of the document: `diffŽrence` where it has
 * `différence` elsewhere, `“proxyÓ` where a quotation is open, `01 û Scenario` where no other word has that letter.
 */
function fromWords(document: Document, singles: ReadonlyMap<number, Single>): Theory | null {
  if (singles.size === 0) return null;
  const { units } = document;
  const candidates = candidatesOf();
  const has = lexicon(document);
  let plain: ReadonlyMap<string, number> | undefined;
  // without an accent in its words or in its language, no accent can be missing
  const speaks = language(document) !== 'en' || [...singles.keys()].some((unit) => isLetter(unit) && isLower(unit));
  const used = (unit: number): boolean => (singles.get(unit)?.count ?? 0) >= USED;
  const theories = new Map<string, { wrong: SingleByte; right: SingleByte; hits: Hit[] }>();
  const add = ({ wrong, right }: Candidate, start: number, end: number): void => {
    const key = `${wrong} ${right}`;
    let theory = theories.get(key);
    if (!theory) theories.set(key, (theory = { wrong, right, hits: [] }));
    theory.hits.push({
      start,
      end,
      repaired: readIn(right, bytesOf(wrong, units, start, end)).text,
      points: ENOUGH,
    });
  };
  for (const [unit, { count, offsets }] of singles) {
    const means = candidates.get(unit);
    if (!means) continue;
    const letter = isLetter(unit);
    const character = String.fromCharCode(unit);
    // what stands for a letter or a mark is no letter of the language by itself
    const lone = letter && offsets.length === count && count <= 8;
    // capitals and signs of the text's own begin words or stand between them
    const outOfPlace = isOdd(unit) && isMostlyInside(units, offsets);
    for (const offset of offsets) {
      const before = units[offset - 1] ?? LF;
      const after = units[offset + 1] ?? LF;
      const inside = isLetterUnit(before) || isLetterUnit(after);
      if (!inside) {
        const dash =
          lone && unit < 0x250 && before === 0x20 && after === 0x20
            ? means.find(({ unit: y }) => y === 0x2013 || y === 0x2014)
            : undefined;
        if (
          dash &&
          (isWordUnit(units[offset - 2] ?? LF) || isDigitUnit(units[offset - 2] ?? LF)) &&
          isWordUnit(units[offset + 2] ?? LF) &&
          (isLetterUnit(units[offset - 3] ?? LF) || isDigitUnit(units[offset - 2]!)) &&
          isLetterUnit(units[offset + 3] ?? LF) &&
          offsets.every((each) => units[each - 1] === 0x20 && units[each + 1] === 0x20) &&
          (NO_WORD.has(character) || used(0x2013) || used(0x2014))
        )
          add(dash, offset, offset + 1);
        continue;
      }
      const { start, end } = wordAround(units, offset);
      if (end - start < 2 || end - start > WORD) continue;
      for (const meant of means) {
        const y = String.fromCharCode(meant.unit);
        if (ACCENTED.has(y)) {
          if (!speaks) continue;
          if (!isSmallAscii(before) && !isSmallAscii(after) && !isLower(before) && !isLower(after)) continue;
          // odd where it stands: no capital and no sign is inside a small word
          const odd =
            used(meant.unit) &&
            outOfPlace &&
            isSmallAscii(before) &&
            (isSmallAscii(after)
              ? isSmallAscii(units[offset - 2]) || isSmallAscii(units[offset + 2])
              : isSmallAscii(units[offset - 2]) && (!letter || isSmallAscii(units[offset - 3])));
          const said = document.slice(start, offset) + y + document.slice(offset + 1, end);
          if (odd || ((!used(unit) || DASHES.has(unit)) && has(said.toLowerCase()))) {
            add(meant, start, end);
            break;
          }
          continue;
        }
        if (!lone) continue;
        if (meant.unit === 0x201d && end === offset + 1 && start < offset && opensBefore(units, start))
          add(meant, start, end);
        else if (meant.unit === 0x201c && start === offset && closesAfter(units, end)) add(meant, start, end);
        else if (meant.unit === 0x2019 || meant.unit === 0x2014) {
          const left = document.slice(start, offset).toLowerCase();
          const right = document.slice(offset + 1, end).toLowerCase();
          if (left.length < 3 || right === '') continue;
          if (meant.unit === 0x2019 ? !AFTER_APOSTROPHE.has(right) : !(NO_WORD.has(character) || used(0x2014)))
            continue;
          plain ??= vocabulary(document, true);
          if (!plain.has(left)) continue;
          if (meant.unit === 0x2019 ? !AFTER_APOSTROPHE.has(right) : left.length < 4 || !plain.has(right)) continue;
          // `tokenów`: one letter is no word but in English
          if (meant.unit === 0x2014 && right.length === 1 && language(document) !== 'en') continue;
          add(meant, start, end);
        } else continue;
        break;
      }
    }
  }
  let best: { wrong: SingleByte; right: SingleByte; hits: Hit[] } | null = null;
  for (const theory of theories.values()) if (theory.hits.length > (best?.hits.length ?? 0)) best = theory;
  if (!best) return null;
  best.hits.sort((a, b) => a.start - b.start);
  return best;
}

const isDigitUnit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether four in five of the places are behind a small letter. */
function isMostlyInside(units: Uint16Array, offsets: readonly number[]): boolean {
  let inside = 0;
  for (const offset of offsets) if (isSmallAscii(units[offset - 1])) inside++;
  return inside * 5 >= offsets.length * 4;
}

/** Units in which the other mark of a quotation stands. */
const QUOTED = 200;

/** Whether a quotation is opened before the offset and not closed. */
function opensBefore(units: Uint16Array, offset: number): boolean {
  for (let i = offset - 1; i >= 0 && offset - i < QUOTED && units[i] !== LF; i--) {
    if (units[i] === 0x201c) return true;
    if (units[i] === 0x201d || units[i] === 0x201e) return false;
  }
  return false;
}

function closesAfter(units: Uint16Array, offset: number): boolean {
  for (let i = offset; i < units.length && i - offset < QUOTED && units[i] !== LF; i++) {
    if (units[i] === 0x201d) return true;
    if (units[i] === 0x201c || units[i] === 0x201e) return false;
  }
  return false;
}

const isAsciiLetter = (unit: number): boolean => unit < 0x80 && isSmallAscii(unit | 0x20);

/** English contractions in which a letter stands for the apostrophe: `isnÆt`. */
function fromContractions(document: Document, letters: readonly number[]): Theory | null {
  const { units } = document;
  const theories = new Map<readonly [SingleByte, SingleByte], Hit[]>();
  for (const offset of letters) {
    const sets = apostrophes.get(units[offset]!);
    if (!sets) continue;
    let start = offset;
    while (start > 0 && offset - start < 8 && isSmallAscii(units[start - 1]! | 0x20)) start--;
    let end = offset + 1;
    while (end < units.length && end - offset < 4 && isSmallAscii(units[end])) end++;
    if (end < units.length && isWordUnit(units[end]!)) continue;
    if (!CONTRACTION.test(document.slice(start, end))) continue;
    const hits = theories.get(sets) ?? [];
    hits.push({ start, end, repaired: readIn(sets[1], bytesOf(sets[0], units, start, end)).text, points: ENOUGH });
    theories.set(sets, hits);
  }
  for (const [[wrong, right], hits] of theories) return { wrong, right, hits };
  return null;
}

const isWordUnit = (unit: number): boolean => unit >= 0x80 || isSmallAscii(unit | 0x20);

/** Cyrillic of one set read in another: its letters follow each other as in no language. */
function fromCyrillic(document: Document): Theory | null {
  const { units } = document;
  const { index, worth, width } = pairsOf('cyrillic');
  const segments: Segment[] = [];
  let sum = 0;
  let start = 0;
  let peak = 0;
  let peakAt = 0;
  let before = 0;
  let small = false;
  const close = (): void => {
    if (peak >= CYRILLIC_PEAK / 3) segments.push({ start, end: peakAt, peak });
    sum = peak = 0;
  };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const here = index[unit]!;
    const box = unit >= 0x2500 && unit < 0x25a0;
    if (here === 0 && before === 0 && !box) continue;
    let step = -worth[before * width + here]! - 1;
    if (here > 0) {
      const isSmall = unit >= 0x430 && unit < 0x460;
      if (!isSmall && small && before > 0) step = 9;
      small = isSmall;
    } else if (box && before > 0) step = 6;
    before = here;
    if (sum > 0 && i - start > PIECE) close();
    if (sum === 0 && step > 0) {
      start = i;
      peak = 0;
    }
    sum += step;
    if (sum <= 0) close();
    else if (sum > peak) {
      peak = sum;
      peakAt = i + 1;
    } else if (peak - sum > 40) close();
  }
  close();
  if (segments.length === 0) return null;
  return bestOf(
    document,
    segments.slice(0, MOST),
    LETTER_SETS,
    [...new Set([...LETTER_SETS, ...ALPHABET_OF.map(([set]) => set)])],
    CYRILLIC_PEAK,
  );
}
const CYRILLIC_PEAK = 28;

// ---------------------------------------------------------------------------------------------------------------------
// CJK

/** What a character that no language uses often adds to a segment, and what one that some language does takes away. */
const SELDOM_STEP = 2;
const OFTEN_STEP = 2;
const CJK_PEAK = 8;
/** The same where the sets are known already. */
const MINOR_PEAK = 3;

/** Stretches of ideographs and syllables that few texts are made of. */
function seldomSegments(units: Uint16Array): Segment[] {
  const table = cjkTable();
  const segments: Segment[] = [];
  let sum = 0;
  let start = 0;
  let peak = 0;
  let peakAt = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    // kana say nothing: their codes are the same in most sets
    const kind = unit >= 0x3041 && unit <= 0x30ff ? 0 : table[unit]!;
    if (kind === 0) continue;
    if (kind === OFTEN) {
      if (sum === 0) continue;
      sum -= OFTEN_STEP;
      if (sum > 0 && peak - sum <= 12) continue;
      if (peak >= MINOR_PEAK) segments.push({ start, end: peakAt, peak });
      sum = peak = 0;
    } else {
      if (sum === 0) {
        start = i;
        peak = 0;
      }
      sum += SELDOM_STEP;
      if (sum > peak) {
        peak = sum;
        peakAt = i + 1;
      }
      if (i - start > PIECE) {
        segments.push({ start, end: peakAt, peak });
        sum = peak = 0;
      }
    }
  }
  if (peak >= MINOR_PEAK) segments.push({ start, end: peakAt, peak });
  return segments;
}

/** How a segment reads in another set; null where it is no text there. */
function judgeSegment(bytes: readonly number[], right: Charset | 'utf-8', withKana: boolean): Reading | null {
  if (right !== 'utf-8') return judgeIn(right, bytes, withKana);
  const read = readUtf8(bytes);
  if (read.bad * 100 > BAD_SHARE * read.high) return null;
  if (read.three < 3 && read.two < 6) return null;
  const shape = shapeOf(read.text);
  if (shape.scripts > 1 || shape.odd * 20 > read.two + read.three) return null;
  return { ...read, evidence: 12 * read.three + 5 * read.two };
}

/** How well a segment reads as it stands, in the language that suits it best. */
function sourceEvidence(text: string, withKana: boolean): number {
  let best = 0;
  for (const language of ['simplified', 'traditional', 'japanese', 'korean'] as const)
    best = Math.max(best, cjkEvidence(text, language, withKana).evidence);
  return best;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  /** How unlikely it is as it stands. */
  readonly peak: number;
}

/** Units of a stretch inside a segment that is worth a look by itself. */
const INNER_LEAST = 6;
/** A longer segment says enough as a whole. */
const INNER_MOST = 200;

function innerOf(units: Uint16Array, segment: Segment, wrong: Charset): Segment | null {
  if (segment.end - segment.start > INNER_MOST) return null;
  let best: Segment | null = null;
  let start = segment.start;
  for (let i = segment.start; i <= segment.end; i++) {
    const unit = i < segment.end ? units[i]! : LF;
    if (unit >= 0x80 && !(unit >= 0x3041 && unit <= 0x30ff) && isOf(wrong, unit)) continue;
    if (i - start >= INNER_LEAST && i - start > (best ? best.end - best.start : 0))
      best = { ...segment, start, end: i };
    start = i + 1;
  }
  return best && best.end - best.start < segment.end - segment.start ? best : null;
}

/** Segments that are read again in all sets; the others only in the pair that explains one of these. */
const TRIED = 8;

/** The pair of sets that explains most of the segments. */
function bestOf(
  document: Document,
  segments: readonly Segment[],
  wrongs: readonly Charset[],
  rights: readonly (Charset | 'utf-8')[],
  least: number,
): Theory | null {
  const { units } = document;
  const theories = new Map<string, { wrong: Charset; right: Charset | 'utf-8'; hits: Hit[]; evidence: number }>();
  let spent = 0;
  const tryOn = (segment: Segment, wrong: Charset, sets: readonly (Charset | 'utf-8')[]): boolean => {
    let accepted = false;
    const bytes = bytesOf(wrong, units, segment.start, segment.end);
    let foreign = 0;
    for (const byte of bytes) if (byte < -1) foreign++;
    if (foreign * 20 > bytes.length) return false;
    let source: number | undefined;
    const withKana = !hasKana(units, segment.start, segment.end);
    for (const right of sets) {
      if (right === wrong) continue;
      const reading = judgeSegment(bytes, right, withKana);
      if (!reading) continue;
      source ??= sourceEvidence(document.slice(segment.start, segment.end), withKana);
      if (right in LANGUAGE_OF && reading.evidence < source + EVIDENCE) continue;
      // Cyrillic for ideographs: nearly every byte is one letter
      if (isDoubleByte(wrong) && right !== 'utf-8' && !isDoubleByte(right) && !isSpelled(right, reading)) continue;
      const key = `${wrong} ${right}`;
      let theory = theories.get(key);
      if (!theory) theories.set(key, (theory = { wrong, right, hits: [], evidence: 0 }));
      theory.evidence += reading.evidence;
      theory.hits.push({ start: segment.start, end: segment.end, repaired: '', points: ENOUGH });
      accepted = true;
    }
    return accepted;
  };
  /** With what stands before and after it in the set, and by itself. */
  const tryBoth = (segment: Segment, wrong: Charset): void => {
    let { start, end } = segment;
    const has = (unit: number): boolean => unit >= 0x80 && isOf(wrong, unit);
    if (end - start < 40) {
      while (start > 0 && segment.start - start < 20 && has(units[start - 1]!)) start--;
      while (end < units.length && end - segment.end < 20 && has(units[end]!)) end++;
    }
    if (start === segment.start && end === segment.end) {
      if (tryOn(segment, wrong, rights)) return;
    } else if (tryOn({ ...segment, start, end }, wrong, rights)) return;
    else if (tryOn(segment, wrong, rights)) return;
    // text of the document's own may stand at its ends: the longest stretch without kana and without what the set does not have
    const inner = innerOf(units, segment, wrong);
    if (inner) tryOn(inner, wrong, rights);
  };
  const best = (): { wrong: Charset; right: Charset | 'utf-8'; hits: Hit[]; evidence: number } | null => {
    let found: { wrong: Charset; right: Charset | 'utf-8'; hits: Hit[]; evidence: number } | null = null;
    for (const theory of theories.values()) if (theory.evidence > (found?.evidence ?? 0)) found = theory;
    return found;
  };
  const table = cjkTable();
  /** Of CJK: hardly a frequent character. Genuine text has some even where it is least common. */
  const isDense = ({ start, end }: Segment): boolean => {
    let seldom = 0;
    let often = 0;
    for (let i = start; i < end; i++) {
      const kind = table[units[i]!]!;
      if (kind === OFTEN) often++;
      else if (kind > 0) seldom++;
    }
    return seldom * 2 >= often * 3;
  };
  const ranked = segments.toSorted((a, b) => b.peak - a.peak || a.start - b.start);
  for (const segment of ranked.slice(0, TRIED))
    if (segment.peak >= least && isDense(segment)) for (const wrong of wrongs) tryBoth(segment, wrong);
  const chosen = best();
  if (!chosen) return null;
  const told = new Set(chosen.hits.map(({ start }) => start));
  for (const segment of segments) {
    if (told.has(segment.start)) continue;
    spent += segment.end - segment.start;
    if (spent > BUDGET) break;
    const bytes = bytesOf(chosen.wrong, units, segment.start, segment.end);
    if (couldBe(chosen.right, bytes))
      chosen.hits.push({ start: segment.start, end: segment.end, repaired: '', points: 1 });
  }
  chosen.hits.sort((a, b) => a.start - b.start);
  return chosen;
}

const isDoubleByte = (set: Charset): set is DoubleByte => set in LANGUAGE_OF;

function hasKana(units: Uint16Array, start: number, end: number): boolean {
  let count = 0;
  for (let i = start; i < end; i++) if (units[i]! >= 0x3041 && units[i]! <= 0x30fe) count++;
  return count > 1;
}

function isSpelled(right: SingleByte, { text, two }: Reading): boolean {
  const { letters, worth } = readsAs(ALPHABET_OF.find(([set]) => set === right)![1], text);
  return letters >= 10 && letters * 20 >= two * 19 && worth >= letters;
}

function fromCjk(document: Document): Theory | null {
  const segments = seldomSegments(document.units);
  if (segments.length === 0) return null;
  return bestOf(
    document,
    segments.slice(0, MOST),
    DOUBLE,
    ['utf-8', ...DOUBLE, 'windows-1251', 'koi8-r', 'ibm866', 'windows-1256'],
    CJK_PEAK,
  );
}

/** Whether runs without ASCII hold far more than what the theory explains: it may be an accident among them. */
function isOutweighed({ theory, dense }: Walk): boolean {
  if (!theory) return false;
  let explained = 0;
  for (const { start, end } of theory.hits) explained += end - start;
  for (const { units } of dense.values()) if (units > 4 * explained) return true;
  return false;
}

// ---------------------------------------------------------------------------------------------------------------------
// What is said of it

/** The longest piece that is quoted with what it says. */
const QUOTE = 24;

/** The word around a hit, at most `QUOTE` units of it, and what that says when it is read again. */
function proofOf(document: Document, theory: Theory, hit: Hit): { start: number; end: number; repaired: string } {
  const { units } = document;
  const { wrong, right } = theory;
  let { start, end } = hit;
  if (end - start < QUOTE && right === 'utf-8' && start > 0)
    while (start > 0 && hit.start - start < 12 && isSmallAscii(units[start - 1]! | 0x20)) start--;
  while (end - start < QUOTE && end < units.length && isSmallAscii(units[end]! | 0x20)) end++;
  if (end - start < QUOTE && end < units.length && units[end]! >= 0x80) {
    const single = right === 'utf-8' && wrong in FIRST_READERS;
    // `Ã©tÃ©`: the rest of the word is damaged in the same way
    for (; single && end < units.length && end - start < QUOTE && isWordUnit(units[end]!); end++);
  }
  if (end - start > QUOTE) {
    end = start + QUOTE;
    // not inside a sequence
    for (let k = 0; k < 8 && end > start + 8; k++) {
      const text = again(units, start, end, theory);
      if (!text.endsWith('\ufffd')) break;
      end--;
    }
  }
  const repaired = again(units, start, end, theory).replace(/^\ufffd+|\ufffd+$/gu, '');
  return { start, end, repaired: repaired === '' ? hit.repaired : repaired };
}
const FIRST_READERS: Readonly<Record<string, true>> = Object.fromEntries(READERS.map((set) => [set, true]));

function again(units: Uint16Array, start: number, end: number, { wrong, right }: Theory): string {
  if (right === 'utf-8' && wrong in FIRST_READERS) return reread(units, start, end, wrong as SingleByte) ?? '';
  const bytes = bytesOf(wrong, units, start, end);
  return (right === 'utf-8' ? readUtf8(bytes) : readIn(right, bytes)).text;
}

const PROSE_FORMATS: ReadonlySet<string> = new Set([
  'text',
  'markdown',
  'rst',
  'asciidoc',
  'html',
  'tex',
  'roff',
  'mediawiki',
  'org',
]);

const isQuote = (unit: number | undefined): boolean =>
  unit === 0x22 ||
  unit === 0x27 ||
  unit === 0x60 ||
  unit === 0xab ||
  unit === 0xbb ||
  (unit !== undefined && unit >= 0x2018 && unit <= 0x201f) ||
  (unit !== undefined && unit >= 0x300c && unit <= 0x300f);

/** Letters of a script from which a document is written in it, too. */
const OWN_LETTERS = 200;

/** Whether a repaired text is of a script, not Latin, that the document is written in elsewhere: it is part of it, not an example. */
function ownScript(document: Document, repaired: string): boolean {
  for (let i = 0; i < repaired.length; i++) {
    const unit = repaired.charCodeAt(i);
    if (scriptOf(unit) > 0) return (scripts(document).get(script(unit)) ?? 0) >= OWN_LETTERS;
  }
  return false;
}

/** Units between a damage that is shown and what it should have been. */
const BESIDE_UNITS = 60;
/** ... where nothing else must tell that the two are held against each other. */
const NEAR_UNITS = 12;
/** What stands between the two: an arrow, a bar, a quotation mark. */
const CONTRAST = /["'`«»“”「」|→⇒=>]/u;

/** Whether a hit stands where a text shows such damage: in code, in quotes, or beside what it should have been. */
function isShown(document: Document, hit: { start: number; end: number; repaired: string }, inCode: boolean): boolean {
  if (inCode) return true;
  const { units } = document;
  let start = hit.start;
  while (start > 0 && hit.start - start < 400 && units[start - 1] !== LF) start--;
  let ticks = 0;
  for (let i = start; i < hit.start; i++) if (units[i] === 0x60) ticks++;
  let end = hit.end;
  while (end < units.length && end - hit.end < 400 && units[end] !== LF) end++;
  // a tick without its other is a byte of a damaged letter
  if ((ticks & 1) === 1 && units.subarray(hit.end, end).includes(0x60)) return true;
  const { repaired } = hit;
  if (repaired.length >= 2) {
    const before = document.slice(Math.max(start, hit.start - BESIDE_UNITS - repaired.length), hit.start);
    const after = document.slice(hit.end, Math.min(end, hit.end + BESIDE_UNITS + repaired.length));
    const about = ABOUT.test(document.slice(Math.max(0, hit.start - 120), hit.start + 120));
    const there = before.lastIndexOf(repaired);
    const here = after.indexOf(repaired);
    const contrasted = (text: string): boolean => about || text.length <= NEAR_UNITS || CONTRAST.test(text);
    if (there >= 0 && contrasted(before.slice(there + repaired.length))) return true;
    if (here >= 0 && contrasted(after.slice(0, here))) return true;
  }
  return hit.end - hit.start <= 6 && isQuote(units[hit.start - 1]) && isQuote(units[hit.end]);
}

/** Words for what this is about, as far as they stand beside a damage or two that a text shows. */
const ABOUT =
  /mojibake|utf-?8|u\+fffd|encod|charset|unicode|latin-?1|windows-125|乱码|亂碼|编码|編碼|文字化け|кодиров|kodierung|codificaci|encodage|깨진/iu;

function speaksOfIt(document: Document, { start, end }: Hit): boolean {
  const { units } = document;
  if (end - start > 6 || isSmallAscii(units[start - 1]) || isSmallAscii(units[end])) return false;
  return ABOUT.test(document.slice(Math.max(0, start - 120), start + 120));
}

/** Whether a hit, whole, stands in quotation marks or ticks in a text about encodings. */
function isExample(document: Document, { start, end }: Hit): boolean {
  const { units } = document;
  if (!isQuote(units[start - 1]) || !isQuote(units[end])) return false;
  return ABOUT.test(document.slice(Math.max(0, start - 120), start)) || ABOUT.test(document.slice(end, end + 120));
}

const line = (document: Document, start: number): number => at(document, { start, end: start + 1 }).line!;

function observe(document: Document, theory: Theory): Observation | null {
  const { hits } = theory;
  const code = PROSE_FORMATS.has(document.format) ? blocks(document).filter(({ kind }) => kind === 'code') : [];
  let block = 0;
  const plain: Hit[] = [];
  let points = 0;
  const lines = new Set<number>();
  hits.forEach((hit, i) => {
    while (block < code.length && code[block]!.end <= hit.start) block++;
    const inCode = block < code.length && code[block]!.start <= hit.start;
    // a few thousand hits need no look at each
    const own =
      hit.end - hit.start >= 8 &&
      ownScript(document, again(document.units, hit.start, Math.min(hit.end, hit.start + 40), theory));
    const example = own && i < 200 && isExample(document, hit);
    const shown =
      example || (inCode && !own) || (i < 200 && !own && isShown(document, proofOf(document, theory, hit), inCode));
    if (!shown) {
      plain.push(hit);
      points += hit.points;
    }
    if (i < 500) lines.add(line(document, hit.start));
  });
  const level: Level =
    (points >= ENOUGH || plain.length >= 3) && !(plain.length < 3 && speaksOfIt(document, plain[0]!)) ? 'look' : 'note';
  const said = level === 'look' ? plain : hits;
  const proofs = said.slice(0, 200).map((hit) => proofOf(document, theory, hit));
  const first = proofs[0]!;
  const words = { wrong: charsetName(theory.wrong), right: charsetName(theory.right) };
  const places: Place[] = [];
  const seen = new Set<string>();
  for (const proof of proofs.slice(1)) {
    if (places.length === RELATED) break;
    const quote = document.slice(proof.start, proof.end);
    if (seen.has(quote) || quote === document.slice(first.start, first.end)) continue;
    seen.add(quote);
    places.push(at(document, proof, { note: `reads ${JSON.stringify(proof.repaired)}` }));
  }
  const primary = at(document, first);
  const many =
    hits.length > 1
      ? `; ${hits.length}${hits.length >= MOST ? ' or more' : ''} such places in ${lines.size}${hits.length > 500 ? ' or more' : ''} line${lines.size === 1 ? '' : 's'}`
      : '';
  const holes = first.repaired.split('\ufffd').length - 1;
  const lost = holes * 2 >= first.repaired.length;
  return {
    // in PDF that sign stands for a letter without a text map
    level: holes > 0 && document.format === 'pdf' ? 'note' : level,
    message: lost
      ? `line ${primary.line} ${JSON.stringify(primary.quote)} is what ${words.wrong} makes of characters that were lost before${many}`
      : `line ${primary.line} ${JSON.stringify(primary.quote)} reads ${JSON.stringify(first.repaired)} when taken as ${words.right}: it was read as ${words.wrong}${many}`,
    next:
      level === 'note'
        ? 'Leave it if the document speaks of such damage'
        : 'Get the document again and save it as UTF-8, or let the bytes be read in the set they were written in',
    places: [primary, ...places],
  };
}

/** U+FFFD in UTF-8, twice, read as GBK: the commonest trace of text that was lost. */
const LOST_IN_GBK = [0x951f, 0x65a4, 0x62f7];

function lostInGbk(document: Document): Theory | null {
  const { units } = document;
  const hits: Hit[] = [];
  for (
    let i = units.indexOf(LOST_IN_GBK[0]!);
    i >= 0 && hits.length < MOST;
    i = units.indexOf(LOST_IN_GBK[0]!, i + 1)
  ) {
    if (units[i + 1] !== LOST_IN_GBK[1] || units[i + 2] !== LOST_IN_GBK[2]) continue;
    hits.push({ start: i, end: i + 3, repaired: '', points: ENOUGH });
    i += 2;
  }
  return hits.length > 0 ? { wrong: 'gbk', right: 'utf-8', hits } : null;
}

export const mojibake: DocumentCheck = {
  id: 'mojibake',
  title: 'Text read in the wrong character set',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    const counts = census(document);
    const cjk = counts.han + counts.hangul + counts.kana;
    const narrow =
      counts.c1 +
      counts.latin1Letter +
      counts.latin1Sign +
      counts.latinExtended +
      counts.greek +
      counts.cyrillic +
      counts.hebrew +
      counts.arabic +
      counts.thai +
      counts.symbol +
      counts.punctuation;
    let theory: Theory | null = null;
    if (narrow > counts.punctuation || (cjk > 0 && counts.lower > cjk)) {
      const walked = walk(document);
      theory =
        (isOutweighed(walked) ? fromDense(document, walked.dense) : null) ??
        walked.theory ??
        fromDense(document, walked.dense) ??
        fromOdd(document, walked.odd) ??
        fromOddCjk(document, walked.oddCjk) ??
        fromContractions(document, walked.apostrophed) ??
        fromQuotations(document, walked.openers, walked.singles) ??
        fromWords(document, walked.singles);
      if (!theory && counts.cyrillic >= LEAST_LETTERS) theory = fromCyrillic(document);
    }
    if (!theory && cjk > 0) theory = lostInGbk(document) ?? fromCjk(document);
    const observation = theory && observe(document, theory);
    if (observation) yield observation;
  },
};
