/**
 * Sentences as statements: a frame, which is the sentence without its numbers, and the values that stand in it. Where
 * words have no spaces between them, clauses too, read across line breaks: there a line end says nothing.
 */
import type { Block, BlockKind, Document } from '../core/types.ts';
import { mix32 } from '../core/hash.ts';
import { view } from '../core/view.ts';
import { isDecimalDigit } from '../core/unicode.ts';
import { blocks } from './blocks.ts';
import { census, type Census } from './census.ts';
import { dense } from './dense.ts';
import { SPACES, weightOf } from './script.ts';
import { behindMarker, END_MARKS, sentences, sentenceStop } from './sentences.ts';

export interface Statement {
  readonly start: number;
  readonly end: number;
  /** Of the frame. */
  readonly weight: number;
  /** Hash of the frame, and of the frame's beginning and end (0 where it is too short for both). */
  readonly frame: number;
  readonly head: number;
  readonly tail: number;
  /** Hash of the values, in order; 0 where there is none. */
  readonly values: number;
  /** Index into `blocks(document)`. */
  readonly block: number;
  readonly kind: BlockKind;
  /** A part of a sentence, between commas. */
  readonly clause: boolean;
}

/** Frames of less weight are captions and cells; longer sentences are lists that ran together. Weight; units. */
const LEAST = 30;
const LONGEST = 1200;
/** Units of the frame that `head` and `tail` hash: of alphabets, and of scripts that weigh three a sign. */
const ENDS = 22;
const ENDS_CJK = 9;
/** Weight of a clause's frame. */
const CLAUSE = 40;
const MOST = 200_000;
/** Rests of one sentence that are looked at. */
const RESTS = 3;
/** Marks behind which a sentence may begin anew: , ; : – — and their like. */
const PAUSE: Uint8Array = new Uint8Array(0x10000);
for (const sign of ',;:–—،؛)') PAUSE[sign.charCodeAt(0)] = 1;

/** 1: a digit of any script. 2: a Han numeral, which is one beside a digit or another one. 3: stands inside numbers. 4: white space and markup, which are no part of a frame. */
const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++)
    if ((unit < 0xd800 || unit > 0xdfff) && isDecimalDigit(unit)) table[unit] = 1;
  for (const sign of '〇零一二三四五六七八九十百千万亿兩两萬億') table[sign.charCodeAt(0)] = 2;
  for (const sign of '.,:/٫٬') table[sign.charCodeAt(0)] = 3;
  for (const sign of '*_`"\'“”‘’„«»「」') table[sign.charCodeAt(0)] = 4;
  for (let unit = 0; unit < 0x10000; unit++) if (SPACES[unit] === 1) table[unit] = 4;
  return table;
}

/** Offset behind the number that begins at `i`, or `i` where none does. A Han numeral alone (一, 万) is a word. */
export function numberEnd(units: Uint16Array, i: number, end: number): number {
  const first = CLASS[units[i]!];
  if (first !== 1 && first !== 2) return i;
  let to = i;
  let digits = 0;
  while (to < end && to - i < 40) {
    const kind = CLASS[units[to]!];
    if (kind === 1 || kind === 2) {
      to++;
      digits += kind === 1 ? 2 : 1;
    } else if (kind === 3 && CLASS[units[to - 1]!] === 1 && to + 1 < end && CLASS[units[to + 1]!] === 1) to++;
    else break;
  }
  return digits >= 2 ? to : i;
}

/** What `read` found; fields of one object that is written anew, for an object each would cost more than the reading. */
const told = { weight: 0, frame: 0, head: 0, tail: 0, values: 0, count: 0 };

/** Reads a frame, its values and its weight. All hashes are whole numbers of 32 bits with a sign: those need no object. */
function read(units: Uint16Array, start: number, end: number): void {
  let frame = 0x811c9dc5 | 0;
  let values = 0;
  let count = 0;
  let weight = 0;
  for (let i = start; i < end;) {
    const unit = units[i++]!;
    const kind = CLASS[unit]!;
    if (kind === 4) continue;
    count++;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i - 1, end);
      if (to >= i) {
        if (values === 0) values = 0x9e3779b9 | 0;
        for (let k = i - 1; k < to; k++) values = Math.imul(values ^ units[k]!, 0x01000193);
        values = Math.imul(values ^ 0x23, 0x01000193);
        frame = Math.imul(frame ^ 0x30, 0x01000193);
        i = to;
        continue;
      }
    }
    weight += WEIGHTS[unit]!;
    frame = Math.imul(frame ^ unit, 0x01000193);
  }
  told.weight = weight;
  told.frame = mix32(frame) | 0;
  told.head = 0;
  told.tail = 0;
  told.values = values === 0 ? 0 : mix32(values) | 0;
  told.count = count;
}

/** Keeps the hashes of beginning and end of what was read, where it is long enough for both. */
function ended(head: number, tail: number, cjk: boolean): void {
  if (told.count < (cjk ? ENDS_CJK : ENDS) + 4) return;
  told.head = head;
  told.tail = tail;
}

const WEIGHTS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => weightOf(unit));

function statement(start: number, end: number, block: number, kind: BlockKind, clause: boolean): Statement {
  const { weight, frame, head, tail, values } = told;
  return { start, end, weight, frame, head, tail, values, block, kind, clause };
}

const BREAK: Uint8Array = new Uint8Array(0x10000);
for (const sign of '。！？；，,;!?') BREAK[sign.charCodeAt(0)] = 1;

/** 1: a pause. 2: a digit. 4: a Han numeral. 8: a mark that may end a sentence. 16: a colon or an opening bracket. */
const FLAG: Uint8Array = Uint8Array.from(CLASS, (kind, unit) =>
  END_MARKS[unit] !== 0 ? 8 : kind === 1 ? 2 : kind === 2 ? 4 : PAUSE[unit]!,
);
for (const sign of ':：(（') FLAG[sign.charCodeAt(0)]! |= 16;

/** Classes of the census that may hold units above U+2E7F. */
const HEAVY = (
  'other hangul cjkPunctuation kana han fullwidth surrogate hanSurrogate tagSurrogate privateSurrogate privateUse ' +
  'variationSelector zeroWidth filler replacement'
).split(' ') as readonly (keyof Census)[];

/** Whether most of the text is in a script that weighs three a sign. */
const isHeavy: (document: Document) => boolean = view((document) => {
  const { units } = document;
  const sample = Math.min(units.length, 20_000);
  const counts = census(document);
  let most = counts.latinExtended + counts.cyrillic + counts.arabic;
  for (const name of HEAVY) most += counts[name];
  if (3 * most <= sample) return false;
  let heavy = 0;
  for (let i = 0; i < sample; i++) if (units[i]! > 0x2e7f) heavy++;
  return 3 * heavy > sample;
});

/** Clauses of a text whose words have no spaces between them: calls `each` with offsets into the dense text. */
function clauses(units: Uint16Array, each: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 0; i < units.length; i++) {
    if (BREAK[units[i]!] === 0) continue;
    if (i + 1 < units.length && CLASS[units[i + 1]!] === 1 && CLASS[units[i - 1] ?? 0] === 1) continue;
    const first = from;
    from = i + 1;
    if (i - first >= 10 && i - first <= 200) each(first, i);
  }
}

/** The statements of a document that are sentences, in order. */
export const statements: (document: Document) => readonly Statement[] = view((document) => {
  const { units } = document;
  const out: Statement[] = [];
  const all = blocks(document);
  const { count, starts, ends } = sentences(document);
  const cjk = isHeavy(document);
  let block = 0;
  for (let i = 0; i < count && out.length < MOST; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (end - start > LONGEST || end - start < 8) continue;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const { kind } = all[block]!;
    if (kind === 'heading') continue;
    read(units, start, end);
    if (told.weight < LEAST) continue;
    const size = cjk ? ENDS_CJK : ENDS;
    ended(headHash(units, start, end, size), tailHash(units, start, end, size), cjk);
    out.push(statement(start, end, block, kind, false));
  }
  return out;
});

/** Set by `headHash`: whether the text has so many signs. */
let whole = false;

/** Hash of the first signs of a frame, or of all of it where it has less. */
function headHash(units: Uint16Array, start: number, end: number, size: number): number {
  let frame = 0x811c9dc5;
  let count = 0;
  for (let i = start; i < end;) {
    const unit = units[i++]!;
    const kind = CLASS[unit]!;
    if (kind === 4) continue;
    let sign = unit;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i - 1, end);
      if (to >= i) {
        i = to;
        sign = 0x30;
      }
    }
    frame = Math.imul(frame ^ sign, 0x01000193);
    if (++count === size) {
      whole = true;
      return mix32(frame) | 0;
    }
  }
  whole = false;
  return mix32(frame ^ 0x33333333) | 0;
}

/** Hash of the last signs of a frame, from the end on. */
function tailHash(units: Uint16Array, start: number, end: number, size: number): number {
  let hash = 0x811c9dc5;
  let count = 0;
  for (let i = end - 1; i >= start && count < size;) {
    const unit = units[i]!;
    const kind = CLASS[unit]!;
    if (kind === 4) {
      i--;
      continue;
    }
    let sign = unit;
    let next = i - 1;
    if (kind === 1 || kind === 2) {
      let digits = kind === 1 ? 2 : 1;
      for (; next >= start && i - next < 40; next--) {
        const before = CLASS[units[next]!]!;
        if (before === 1 || before === 2) digits += before === 1 ? 2 : 1;
        else if (before !== 3 || CLASS[units[next + 1]!] !== 1 || next === start || CLASS[units[next - 1]!] !== 1)
          break;
      }
      if (digits >= 2) sign = 0x30;
      else next = i - 1;
    }
    hash = Math.imul(hash ^ sign, 0x01000193);
    count++;
    i = next;
  }
  return mix32(hash ^ 0x55555555) | 0;
}

/** Number of the first three signs of a text, below 4096; -1 where a number is one of them. */
function opening(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  let count = 0;
  for (let i = start; i < end && count < 3; i++) {
    const unit = units[i]!;
    const kind = CLASS[unit]!;
    if (kind === 4) continue;
    if (kind === 1 || kind === 2) return -1;
    hash = Math.imul(hash, 31) + unit;
    count++;
  }
  return hash & 0xfff;
}

// What is known of the sentences of the document at hand. Kept from document to document: to make such arrays anew for
// each would cost more than to fill them.
/** Start, end, hash of the beginning, hash of the end, block, 1 where a number stands in it. */
const ROW = 6;
let rows = new Int32Array(ROW * 1024);
let used = 0;
let rests = new Int32Array(2 * 1024);
let resting = 0;
const firsts = new Uint8Array(0x1000);
/** For each slot of hashes how many different sentences were met there, and the row of the first, counted from 1. */
let often = new Uint8Array(1 << 10);
let first = new Uint32Array(1 << 10);

function twice(array: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(2 * array.length);
  out.set(array);
  return out;
}

/** Keeps a sentence: where it stands, and the hashes of its beginning and end; 0 for what cannot be told. */
function keep(units: Uint16Array, start: number, end: number, block: number, number: boolean, cjk: boolean): boolean {
  if (end - start > LONGEST || end - start < 8) return false;
  const size = cjk ? ENDS_CJK : ENDS;
  const head = headHash(units, start, end, size);
  if (!whole && !number) return false;
  if (rows.length < used + ROW) rows = twice(rows);
  rows[used] = start;
  rows[used + 1] = end;
  rows[used + 2] = head;
  rows[used + 3] = whole ? tailHash(units, start, end, size) : 0;
  rows[used + 4] = block;
  rows[used + 5] = number ? 1 : 0;
  used += ROW;
  if (!cjk) {
    const first = opening(units, start, end);
    if (first >= 0) firsts[first] = 1;
  }
  return true;
}

interface Glance {
  /** Statements that begin or end as another one does. */
  readonly repeated: readonly Statement[];
  /** Sentences with a number in prose and lists: start, end, block. */
  readonly numbered: readonly number[];
  /** Colons and opening brackets in prose, lists and quotes: place, block. */
  readonly marks: readonly number[];
}

/** One pass over all sentences: which begin or end as another one, and which hold a number. */
const glance: (document: Document) => Glance = view((document) => {
  const { units } = document;
  const all = blocks(document);
  const cjk = isHeavy(document);
  const numbers: number[] = [];
  const marks: number[] = [];
  const breaks: number[] = [];
  used = 0;
  resting = 0;
  firsts.fill(0);
  for (let b = 0; b < all.length; b++) {
    const { kind, start: from, end } = all[b]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    let start = kind === 'prose' ? from : behindMarker(units, from, end);
    let i = start;
    let number = false;
    let left = cjk ? 0 : RESTS;
    let open = resting;
    for (;;) {
      let flag = 0;
      while (
        i + 4 <= end &&
        (FLAG[units[i]!]! | FLAG[units[i + 1]!]! | FLAG[units[i + 2]!]! | FLAG[units[i + 3]!]!) === 0
      )
        i += 4;
      while (i < end && (flag = FLAG[units[i]!]!) === 0) i++;
      let stop = end;
      if (i < end) {
        if (flag !== 8) {
          if (flag > 8) marks.push(i, b);
          if (flag === 2) number = true;
          else if (flag === 4) number ||= i + 1 < end && (FLAG[units[i + 1]!]! & 6) !== 0;
          if ((flag & 1) === 1 && !cjk && i >= start + LEAST && SPACES[units[i + 1]!] === 1) breaks.push(used, i);
          if (left > 0 && (flag & 1) === 1 && i >= start + 12 && SPACES[units[i + 1]!] === 1) {
            left--;
            if (rests.length < resting + 2) rests = twice(rests);
            rests[resting] = used;
            rests[resting + 1] = i + 2;
            resting += 2;
          }
          i++;
          continue;
        }
        stop = sentenceStop(units, start, i, end);
        if (stop < 0) {
          i = -stop;
          continue;
        }
      } else while (stop > start && SPACES[units[stop - 1]!] === 1) stop--;
      if (stop > start && keep(units, start, stop, b, number, cjk)) {
        // too near to the end
        while (resting > open && rests[resting - 1]! >= stop - LEAST + 2) resting -= 2;
        if (number && kind !== 'quote') numbers.push(start, stop, b);
      } else resting = open;
      if (i >= end) break;
      i = stop;
      while (i < end && SPACES[units[i]!] === 1) i++;
      if (i >= end) break;
      start = i;
      number = false;
      left = cjk ? 0 : RESTS;
      open = resting;
    }
  }
  return { repeated: meeting(document, all, cjk, breaks), numbered: numbers, marks };
});

/** The statements that the kept sentences and their rests or clauses make where two of them begin or end alike. */
function meeting(document: Document, all: readonly Block[], cjk: boolean, breaks: readonly number[]): Statement[] {
  const { units } = document;
  const text = cjk ? dense(document) : undefined;
  let bits = 10;
  const slots = 6 * used + (text ? text.units.length : 0);
  while (bits < 21 && 1 << bits < slots) bits++;
  const mask = (1 << bits) - 1;
  if (often.length <= mask) {
    often = new Uint8Array(mask + 1);
    first = new Uint32Array(mask + 1);
  } else {
    often.fill(0, 0, mask + 1);
    first.fill(0, 0, mask + 1);
  }
  for (let k = 0; k < used; k += ROW) {
    for (let of = 2; of < 4; of++) {
      const hash = rows[k + of]!;
      if (hash === 0) continue;
      const at = hash & mask;
      if (first[at] === 0) {
        first[at] = k + 1;
        often[at] = 1;
      } else if (often[at]! < 255 && differ(units, rows[k]!, rows[k + 1]!, first[at]! - 1)) often[at]!++;
    }
  }
  let begun = 0;
  const starts: number[] = [];
  for (let k = 0; k < resting; k += 2) {
    const row = rests[k]!;
    const from = rests[k + 1]!;
    const end = rows[row + 1]!;
    const signs = opening(units, from, end);
    if (signs >= 0 && firsts[signs] === 0) continue;
    const hash = headHash(units, from, end, ENDS);
    const at = hash & mask;
    if (!whole || often[at] === 0) continue;
    if (often[at]! < 255 && differ(units, from, end, first[at]! - 1)) often[at]!++;
    rests[begun] = row;
    rests[begun + 1] = from;
    starts.push(hash);
    begun += 2;
  }
  // clauses that end as a paragraph does which has no mark at its end
  const closing = new Uint8Array(0x1000);
  let closed = false;
  for (let k = 0; k < used && breaks.length > 0; k += ROW) {
    const end = rows[k + 1]!;
    if (rows[k + 3] === 0 || FLAG[units[end - 1]!] !== 0 || all[rows[k + 4]!]!.kind !== 'prose') continue;
    if (rows[k]! !== all[rows[k + 4]!]!.start) continue;
    closing[lastSigns(units, rows[k]!, end)] = 1;
    closed = true;
  }
  const between: number[] = [];
  for (let k = 0; closed && k < breaks.length; k += 2) {
    const row = breaks[k]!;
    const to = breaks[k + 1]!;
    const from = k > 0 && breaks[k - 2] === row ? breaks[k - 1]! + 1 : rows[row]!;
    if (row >= used || to > rows[row + 1]! || to - from < LEAST || closing[lastSigns(units, from, to)] === 0) continue;
    const hash = tailHash(units, from, to, ENDS);
    const at = hash & mask;
    if (often[at] === 0 || !differ(units, from, to, first[at]! - 1)) continue;
    if (often[at]! < 255) often[at]!++;
    between.push(from, to, hash, row);
  }
  const parts: number[] = [];
  if (text)
    clauses(text.units, (from, to) => {
      const head = headHash(text.units, from, to, ENDS_CJK);
      const tail = whole ? tailHash(text.units, from, to, ENDS_CJK) : 0;
      parts.push(from, to, head, tail);
      meet(head, mask);
      meet(tail, mask);
    });

  const out: Statement[] = [];
  for (let k = 0; k < used && out.length < MOST; k += ROW) {
    const number = rows[k + 5] === 1;
    if (!known(rows[k + 2]!, mask, number) && !known(rows[k + 3]!, mask, number)) continue;
    read(units, rows[k]!, rows[k + 1]!);
    ended(rows[k + 2]!, rows[k + 3]!, cjk);
    if (told.weight >= LEAST) out.push(statement(rows[k]!, rows[k + 1]!, rows[k + 4]!, all[rows[k + 4]!]!.kind, false));
  }
  for (let k = 0; k < begun && out.length < MOST; k += 2) {
    if (!known(starts[k >>> 1]!, mask, true)) continue;
    const row = rests[k]!;
    read(units, rests[k + 1]!, rows[row + 1]!);
    ended(starts[k >>> 1]!, 0, false);
    if (told.weight >= LEAST)
      out.push(statement(rests[k + 1]!, rows[row + 1]!, rows[row + 4]!, all[rows[row + 4]!]!.kind, true));
  }
  for (let k = 0; k < between.length && out.length < MOST; k += 4) {
    if (!known(between[k + 2]!, mask, true)) continue;
    let from = between[k]!;
    while (SPACES[units[from]!] === 1) from++;
    read(units, from, between[k + 1]!);
    ended(headHash(units, from, between[k + 1]!, ENDS), between[k + 2]!, false);
    const block = rows[between[k + 3]! + 4]!;
    if (told.weight >= CLAUSE) out.push(statement(from, between[k + 1]!, block, all[block]!.kind, true));
  }
  if (!text) return out;
  let block = 0;
  for (let k = 0; k < parts.length && out.length < MOST; k += 4) {
    if (!known(parts[k + 2]!, mask, true) && !known(parts[k + 3]!, mask, true)) continue;
    const start = text.at[parts[k]!]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const { kind } = all[block]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    read(text.units, parts[k]!, parts[k + 1]!);
    ended(parts[k + 2]!, parts[k + 3]!, true);
    if (told.weight >= CLAUSE) out.push(statement(start, text.at[parts[k + 1]! - 1]! + 1, block, kind, true));
  }
  return out;
}

/** Number of the last three signs of a text, below 4096. */
function lastSigns(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  let count = 0;
  for (let i = end - 1; i >= start && count < 3; i--) {
    const unit = units[i]!;
    if (CLASS[unit] === 4) continue;
    hash = Math.imul(hash, 31) + (CLASS[unit] === 1 ? 0x30 : unit);
    count++;
  }
  return hash & 0xfff;
}

function meet(hash: number, mask: number): void {
  if (hash !== 0 && often[hash & mask]! < 255) often[hash & mask]!++;
}

/** Sentences of one beginning or end that are read: more are a form. Of one frame, with another number in it: more. */
const ALIKE = 3;
const ALIKE_NUMBER = 6;

function known(hash: number, mask: number, number: boolean): boolean {
  const count = hash === 0 ? 0 : often[hash & mask]!;
  return count >= 2 && count <= (number ? ALIKE_NUMBER : ALIKE);
}

/** Whether what stands from `start` to `end` is not the same, but for white space and markup, as the sentence of a row. */
function differ(units: Uint16Array, start: number, end: number, row: number): boolean {
  let i = start;
  let k = rows[row]!;
  const last = rows[row + 1]!;
  for (;;) {
    while (i < end && CLASS[units[i]!] === 4) i++;
    while (k < last && CLASS[units[k]!] === 4) k++;
    if (i >= end || k >= last) return i < end || k < last;
    if (units[i++] !== units[k++]) return true;
  }
}

/**
 * Statements that begin or end as another one of the document does, in order: sentences, then what is left of sentences
 * behind a pause where another sentence begins so, or clauses. Of most documents these are few.
 */
export const repeated = (document: Document): readonly Statement[] => glance(document).repeated;

/** Colons and opening brackets in prose, lists and quotes: place and block of each, in order. */
export const claimMarks = (document: Document): readonly number[] => glance(document).marks;

/** The heaviest sentences with a number in prose and lists, at most `most`, from a weight on; heaviest first. */
export function numbered(document: Document, least: number, most: number): Statement[] {
  const { units } = document;
  const found = glance(document).numbered;
  const all = blocks(document);
  const out: Statement[] = [];
  for (let k = 0; k < found.length; k += 3) {
    const start = found[k]!;
    const end = found[k + 1]!;
    const block = found[k + 2]!;
    if (3 * (end - start) < least) continue;
    read(units, start, end);
    if (told.values !== 0 && told.weight >= least) out.push(statement(start, end, block, all[block]!.kind, false));
  }
  return out.sort((x, y) => y.weight - x.weight).slice(0, most);
}
