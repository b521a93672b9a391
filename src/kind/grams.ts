/**
 * Counts small pieces of a document, hashed: words and pairs of dense characters (`words`), and what its lines look like when
 * every word is a letter and every number a digit (`shapes`). They see what no list of signs can hold; shapes see it in any
 * language. `gram-weights.ts` says how much each speaks for each role and kind.
 */
import { DENSE, unitTables, WHITE, WORD } from './matcher.ts';

/** Buckets of word pieces, then buckets of shapes: powers of two. A bucket knows one piece, by its print; others are not counted. */
export const WORD_BUCKETS: number = 1 << 15;
export const SHAPE_BUCKETS: number = 1 << 13;
export const BUCKETS: number = WORD_BUCKETS + SHAPE_BUCKETS;

/** Units looked at in a longer text: its head, two pieces of its middle, its tail. */
const HEAD_UNITS = 12_288;
const PIECE_UNITS = 4_096;
const PIECES = 3;
export const GRAM_UNITS: number = HEAD_UNITS + PIECES * PIECE_UNITS;

/** Pieces as hashes of 32 bits, in the order of the text. Overwritten by the next call. */
export interface Pieces {
  readonly words: Int32Array;
  wordCount: number;
  readonly shapes: Int32Array;
  shapeCount: number;
}

/** No unit gives more than two of either, but for the last of a line. */
const MOST = 4 * GRAM_UNITS;
let pieces: Pieces | undefined;
let words: Int32Array;
let shapes: Int32Array;
let wordCount = 0;
let shapeCount = 0;

const PRIME = 0x01000193;
function mix(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
function word(hash: number): void {
  if (wordCount < MOST) words[wordCount++] = mix(hash);
}
function shape(hash: number): void {
  if (shapeCount < MOST) shapes[shapeCount++] = mix(hash);
}

/** A word's first units stand for the word: endings differ. */
const STEM = 6;
/** Shapes of one line that are looked at. */
const LINE_SHAPES = 40;

// What a token of a line is, as a unit of its own: no text has these as marks.
const LETTERS = 1;
const TITLE = 2;
const UPPER = 3;
const MIXED = 4;
const DIGITS = 5;
const BLANK = 6;

const line = new Uint16Array(LINE_SHAPES);

/** The pieces of a text. Linear in what is looked at, which is bounded by GRAM_UNITS. */
export function piecesOf(units: Uint16Array): Pieces {
  if (!pieces) {
    words = new Int32Array(MOST);
    shapes = new Int32Array(MOST);
    pieces = { words, shapes, wordCount: 0, shapeCount: 0 };
  }
  wordCount = 0;
  shapeCount = 0;
  if (units.length <= GRAM_UNITS) piece(units, 0, units.length, 0);
  else {
    let kinds = piece(units, 0, HEAD_UNITS, 0);
    const rest = units.length - HEAD_UNITS - PIECE_UNITS;
    for (let i = 1; i < PIECES; i++) {
      const from = HEAD_UNITS + Math.floor((rest * i) / PIECES) - (PIECE_UNITS >>> 1);
      kinds = piece(units, from, from + PIECE_UNITS, kinds);
    }
    piece(units, units.length - PIECE_UNITS, units.length, kinds);
  }
  pieces.wordCount = wordCount;
  pieces.shapeCount = shapeCount;
  return pieces;
}

/** Units [start, end). `kinds`: what the two lines before were. */
function piece(units: Uint16Array, start: number, end: number, kinds: number): number {
  const { classes, fold } = unitTables();
  let before = 0;
  let filled = 0;
  let weight = 0;
  let last = 0;
  for (let at = start; at <= end;) {
    const unit = at < end ? units[at]! : 10;
    if (unit === 10 || unit === 13) {
      if (unit === 10) {
        kinds = lineShapes(filled, weight, last, kinds);
        filled = 0;
        weight = 0;
        before = 0;
      }
      at++;
      continue;
    }
    const kind = classes[unit]!;
    if (kind === WHITE) {
      if (filled < LINE_SHAPES && !(filled > 1 && line[filled - 1] === BLANK)) line[filled++] = BLANK;
      at++;
      continue;
    }
    if (kind === DENSE) {
      const from = at;
      let previous = 0;
      let earlier = 0;
      while (at < end && classes[units[at]!] === DENSE) {
        const here = units[at]!;
        if (previous !== 0) {
          word(Math.imul(Math.imul(previous ^ 0x5bd1, PRIME) ^ here, PRIME));
          if (earlier !== 0)
            word(Math.imul(Math.imul(Math.imul(earlier ^ 0x7331, PRIME) ^ previous, PRIME) ^ here, PRIME));
        }
        earlier = previous;
        previous = here;
        at++;
      }
      weight += 3 * (at - from);
      before = 0;
      last = LETTERS;
      if (filled < LINE_SHAPES && !(filled > 0 && line[filled - 1] === LETTERS)) line[filled++] = LETTERS;
      continue;
    }
    if (kind === WORD) {
      const from = at;
      let hash = 0x811c9dc5 | 0;
      let stem = 0;
      let upper = 0;
      let digits = 0;
      let humps = 0;
      for (; at < end; at++) {
        const here = units[at]!;
        if (classes[here] !== WORD) break;
        const folded = fold[here]!;
        if (folded >= 0x30 && folded <= 0x39) {
          digits++;
          hash = Math.imul(hash ^ 0x30, PRIME);
        } else {
          if (folded !== here) {
            upper++;
            if (at > from && fold[units[at - 1]!] === units[at - 1]) humps++;
          }
          hash = Math.imul(hash ^ folded, PRIME);
        }
        if (at - from === STEM - 1) stem = hash;
      }
      const length = at - from;
      weight += length;
      if (length <= STEM) stem = hash;
      word(stem);
      if (length > STEM) word(hash ^ 0x1f0a);
      if (before !== 0) word(Math.imul(before ^ 0x2545, PRIME) ^ stem);
      before = stem;
      const token =
        digits === length
          ? DIGITS
          : digits > 0 || humps > 0
            ? MIXED
            : upper === 0
              ? LETTERS
              : upper === length && length > 1
                ? UPPER
                : TITLE;
      last = token;
      if (filled < LINE_SHAPES) line[filled++] = token;
      continue;
    }
    weight++;
    before = 0;
    last = unit;
    if (filled < LINE_SHAPES) line[filled++] = unit;
    at++;
  }
  return kinds;
}

/** Counts the shapes of one line and returns what it and the one before were. */
function lineShapes(filled: number, weight: number, last: number, kinds: number): number {
  let kind = 1;
  if (weight > 0) {
    let from = 0;
    if (line[0] === BLANK) from = 1;
    const first = line[from]!;
    // What opens it, how long it is, how it ends.
    const opening = first <= BLANK ? (first === DIGITS ? 5 : first === LETTERS ? 1 : 2) : first;
    const length = weight < 12 ? 1 : weight < 40 ? 2 : weight < 90 ? 3 : weight < 300 ? 4 : 5;
    const ending = last <= BLANK ? 1 : last;
    kind = (Math.imul(Math.imul(opening, 0x9e37) ^ length, 0x85eb) ^ Math.imul(ending, 0x6b) ^ from) & 0xffff;
    shape(Math.imul(0x11, PRIME) ^ kind);
    let hash = 0x811c9dc5 | 0;
    for (let i = 0; i < filled; i++) {
      hash = Math.imul(hash ^ line[i]!, PRIME);
      if (i === 1 || i === 2 || i === 3 || i === 5 || i === 7 || (i === filled - 1 && i < 12)) shape(hash ^ 0x3000);
      if (i >= 2) {
        const three = Math.imul(
          Math.imul(Math.imul(0x77 ^ line[i - 2]!, PRIME) ^ line[i - 1]!, PRIME) ^ line[i]!,
          PRIME,
        );
        shape(three);
        if (i >= 4) shape(Math.imul(Math.imul(three ^ line[i - 3]!, PRIME) ^ line[i - 4]!, PRIME) ^ 0x5555);
      }
    }
  }
  const previous = kinds & 0xffff;
  const earlier = kinds >>> 16;
  if (!(kind === 1 && previous === 1)) {
    shape(Math.imul(Math.imul(0x21 ^ previous, PRIME) ^ kind, PRIME));
    shape(Math.imul(Math.imul(Math.imul(0x23 ^ earlier, PRIME) ^ previous, PRIME) ^ kind, PRIME));
    return ((previous << 16) | kind) >>> 0;
  }
  return kinds;
}

/** Buckets that the text filled, in the order in which they were met, and how often. Overwritten by the next call. */
export interface Counted {
  readonly buckets: Int32Array;
  readonly levels: Uint8Array;
  readonly size: number;
}

const counts = new Uint32Array(BUCKETS);
const filledBuckets = new Int32Array(BUCKETS);
const levels = new Uint8Array(BUCKETS);

/** Counts the pieces that `prints` (one for each bucket; 0 is none) knows: the words' buckets first, the shapes' after them. */
export function countPieces({ words, wordCount, shapes, shapeCount }: Pieces, prints: Uint16Array): Counted {
  let size = 0;
  for (let i = 0; i < wordCount; i++) {
    const hash = words[i]!;
    const bucket = hash & (WORD_BUCKETS - 1);
    if (prints[bucket] !== printOf(hash)) continue;
    const count = counts[bucket]!;
    counts[bucket] = count + 1;
    if (count === 0) filledBuckets[size++] = bucket;
  }
  for (let i = 0; i < shapeCount; i++) {
    const hash = shapes[i]!;
    const bucket = WORD_BUCKETS + (hash & (SHAPE_BUCKETS - 1));
    if (prints[bucket] !== printOf(hash)) continue;
    const count = counts[bucket]!;
    counts[bucket] = count + 1;
    if (count === 0) filledBuckets[size++] = bucket;
  }
  for (let i = 0; i < size; i++) {
    const bucket = filledBuckets[i]!;
    // 1, 2 to 3, 4 to 7, ...
    levels[i] = 32 - Math.clz32(counts[bucket]!);
    counts[bucket] = 0;
  }
  return { buckets: filledBuckets, levels, size };
}

/** 1 to 65,535, from the bits that choose no bucket. */
export function printOf(hash: number): number {
  return hash >>> 16 || 1;
}
