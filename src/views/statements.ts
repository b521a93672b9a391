/**
 * Sentences as statements: a frame, which is the sentence without its numbers, and the values that stand in it. Where
 * words have no spaces between them, clauses too, read across line breaks: there a line end says nothing.
 */
import type { Block, BlockKind, Document } from '../core/types.ts';
import { mix32 } from '../core/hash.ts';
import { view } from '../core/view.ts';
import { isDecimalDigit } from '../core/unicode.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { SPACES, weightOf } from './script.ts';
import { sentences } from './sentences.ts';

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

/** 1: a digit of any script. 2: a Han numeral, which is one beside a digit or another one. 3: stands inside numbers. 4: markup, which is no part of a frame. */
const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++)
    if ((unit < 0xd800 || unit > 0xdfff) && isDecimalDigit(unit)) table[unit] = 1;
  for (const sign of '〇零一二三四五六七八九十百千万亿兩两萬億') table[sign.charCodeAt(0)] = 2;
  for (const sign of '.,:/٫٬') table[sign.charCodeAt(0)] = 3;
  for (const sign of '*_`"\'“”‘’„«»「」') table[sign.charCodeAt(0)] = 4;
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

const ring = new Int32Array(32);

/** What `read` found; fields of one object that is written anew, for an object each would cost more than the reading. */
const told = { weight: 0, frame: 0, head: 0, tail: 0, values: 0 };

function read(units: Uint16Array, start: number, end: number, cjk: boolean): void {
  const size = cjk ? ENDS_CJK : ENDS;
  let frame = 0x811c9dc5;
  let values = 0;
  let head = 0;
  let count = 0;
  let weight = 0;
  for (let i = start; i < end;) {
    const unit = units[i]!;
    const kind = CLASS[unit]!;
    if (kind === 4 || SPACES[unit] === 1) {
      i++;
      continue;
    }
    let sign = unit;
    let next = i + 1;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i, end);
      if (to > i) {
        if (values === 0) values = 0x9e3779b9 | 0;
        for (let k = i; k < to; k++) values = Math.imul(values ^ units[k]!, 0x01000193);
        values = Math.imul(values ^ 0x23, 0x01000193);
        next = to;
        sign = 0x30;
      }
    }
    if (sign !== 0x30) weight += WEIGHTS[unit]!;
    frame = Math.imul(frame ^ sign, 0x01000193);
    ring[count & 31] = sign;
    if (++count === size) head = mix32(frame);
    i = next;
  }
  let tail = 0;
  if (count >= size + 4) {
    tail = 0x811c9dc5 | 0;
    for (let k = count - size; k < count; k++) tail = Math.imul(tail ^ ring[k & 31]!, 0x01000193);
    tail = mix32(tail ^ 0x55555555);
  } else head = 0;
  told.weight = weight;
  told.frame = mix32(frame);
  told.head = head;
  told.tail = tail;
  told.values = values === 0 ? 0 : mix32(values);
}

const WEIGHTS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => weightOf(unit));

function statement(start: number, end: number, block: number, kind: BlockKind, clause: boolean): Statement {
  const { weight, frame, head, tail, values } = told;
  return { start, end, weight, frame, head, tail, values, block, kind, clause };
}

const BREAK: Uint8Array = new Uint8Array(0x10000);
for (const sign of '。！？；，,;!?') BREAK[sign.charCodeAt(0)] = 1;

/** 1: a pause. 2: a digit. 4: a Han numeral. */
const FLAG: Uint8Array = Uint8Array.from(CLASS, (kind, unit) => PAUSE[unit]! | (kind === 1 ? 2 : kind === 2 ? 4 : 0));

/** Whether most of the text is in a script that weighs three a sign. */
const isHeavy: (document: Document) => boolean = view(({ units }) => {
  let heavy = 0;
  const sample = Math.min(units.length, 20_000);
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
    read(units, start, end, cjk);
    if (told.weight >= LEAST) out.push(statement(start, end, block, kind, false));
  }
  return out;
});

/** Set by `headHash`: whether the text has a `head` and a `tail`. */
let whole = false;

/** Hash of the first signs of a frame, or of all of it where it is too short for a head. */
function headHash(units: Uint16Array, start: number, end: number, size: number): number {
  let frame = 0x811c9dc5;
  let head = 0;
  let count = 0;
  for (let i = start; i < end;) {
    let sign = units[i]!;
    const kind = CLASS[sign]!;
    if (kind === 4 || SPACES[sign] === 1) {
      i++;
      continue;
    }
    let next = i + 1;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i, end);
      if (to > i) {
        next = to;
        sign = 0x30;
      }
    }
    frame = Math.imul(frame ^ sign, 0x01000193);
    count++;
    if (count === size) head = frame;
    else if (count === size + 4) {
      whole = true;
      return mix32(head);
    }
    i = next;
  }
  whole = false;
  return mix32(frame ^ 0x33333333);
}

/** Hash of the last signs of a frame, from the end on. */
function tailHash(units: Uint16Array, start: number, end: number, size: number): number {
  let hash = 0x811c9dc5;
  let count = 0;
  for (let i = end - 1; i >= start && count < size;) {
    let sign = units[i]!;
    const kind = CLASS[sign]!;
    if (kind === 4 || SPACES[sign] === 1) {
      i--;
      continue;
    }
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
  return mix32(hash ^ 0x55555555);
}

/** Signs of a beginning that are looked at before it is hashed. */
const OPENING = 3;

/** Number of the first signs of a text, below 4096; -1 where a number is one of them. */
function opening(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  let count = 0;
  for (let i = start; i < end && count < OPENING; i++) {
    const unit = units[i]!;
    const kind = CLASS[unit]!;
    if (kind === 4 || SPACES[unit] === 1) continue;
    if (kind === 1 || kind === 2) return -1;
    hash = Math.imul(hash, 31) + unit;
    count++;
  }
  return hash & 0xfff;
}

interface Marks {
  /** For each sentence the hash of its beginning and of its end; 0 where it is no statement. */
  readonly heads: Uint32Array;
  readonly tails: Uint32Array;
  /** Sentences that hold a number, in order. */
  readonly numbered: readonly number[];
  /** Places behind pauses at which what is left of a sentence may begin as another sentence does: sentence, place. */
  readonly rests: readonly number[];
  readonly firsts: Uint8Array;
}

/** One pass over all sentences: what must be known of each before it is worth to be read. */
const marks: (document: Document) => Marks = view((document) => {
  const { units } = document;
  const { count, starts, ends } = sentences(document);
  const all = blocks(document);
  const cjk = isHeavy(document);
  const size = cjk ? ENDS_CJK : ENDS;
  const heads = new Uint32Array(count);
  const tails = new Uint32Array(count);
  const numbered: number[] = [];
  const pauses: number[] = [];
  const firsts = new Uint8Array(0x1000);
  let block = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (end - start > LONGEST || end - start < 8) continue;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    if (all[block]!.kind === 'heading') continue;
    let number = false;
    let left = cjk ? 0 : RESTS;
    for (let k = start; k < end; k++) {
      const flag = FLAG[units[k]!]!;
      if (flag === 0) continue;
      if ((flag & 2) !== 0) number = true;
      else if ((flag & 4) !== 0) number ||= k + 1 < end && FLAG[units[k + 1]!]! > 1;
      else if (left > 0 && k >= start + 12 && k < end - LEAST && SPACES[units[k + 1]!] === 1) {
        left--;
        pauses.push(i, k + 2);
      }
    }
    if (number) numbered.push(i);
    const head = headHash(units, start, end, size);
    if (whole) {
      heads[i] = head;
      tails[i] = tailHash(units, start, end, size);
      if (!cjk) {
        const first = opening(units, start, end);
        if (first >= 0) firsts[first] = 1;
      }
    } else if (number) heads[i] = head;
  }
  const rests: number[] = [];
  for (let k = 0; k < pauses.length; k += 2) {
    const first = opening(units, pauses[k + 1]!, ends[pauses[k]!]!);
    if (first < 0 || firsts[first] === 1) rests.push(pauses[k]!, pauses[k + 1]!);
  }
  return { heads, tails, numbered, rests, firsts };
});

/**
 * Statements that begin or end as another one of the document does, in order: sentences, then what is left of sentences
 * behind a pause where another sentence begins so, or clauses. Of most documents these are few.
 */
export const repeated: (document: Document) => readonly Statement[] = view((document) => {
  const { units } = document;
  const { count, starts, ends } = sentences(document);
  const { heads, tails, rests } = marks(document);
  const all = blocks(document);
  const cjk = isHeavy(document);
  let bits = 10;
  while (bits < 21 && 1 << bits < 32 * count) bits++;
  const often = new Uint8Array(1 << bits);
  const mask = (1 << bits) - 1;
  const meet = (hash: number): void => {
    if (hash !== 0 && often[hash & mask]! < 2) often[hash & mask]!++;
  };
  for (let i = 0; i < count; i++) {
    meet(heads[i]!);
    meet(tails[i]!);
  }
  const begun: number[] = [];
  for (let k = 0; k < rests.length; k += 2) {
    const hash = headHash(units, rests[k + 1]!, ends[rests[k]!]!, ENDS);
    if (!whole || often[hash & mask] === 0) continue;
    begun.push(rests[k]!, rests[k + 1]!);
    often[hash & mask] = 2;
  }
  const text = cjk ? dense(document) : undefined;
  const parts: number[] = [];
  if (text)
    clauses(text.units, (from, to) => {
      const head = headHash(text.units, from, to, ENDS_CJK);
      const tail = whole ? tailHash(text.units, from, to, ENDS_CJK) : 0;
      parts.push(from, to, head, tail);
      meet(head);
      meet(tail);
    });

  const out: Statement[] = [];
  const known = (head: number, tail: number): boolean =>
    (head !== 0 && often[head & mask] === 2) || (tail !== 0 && often[tail & mask] === 2);
  let block = 0;
  for (let i = 0; i < count && out.length < MOST; i++) {
    if (!known(heads[i]!, tails[i]!)) continue;
    const start = starts[i]!;
    read(units, start, ends[i]!, cjk);
    if (told.weight < LEAST) continue;
    block = blockOf(all, start, block);
    out.push(statement(start, ends[i]!, block, all[block]!.kind, false));
  }
  block = 0;
  for (let k = 0; k < begun.length && out.length < MOST; k += 2) {
    const start = begun[k + 1]!;
    const end = ends[begun[k]!]!;
    read(units, start, end, false);
    told.tail = 0;
    if (told.weight < LEAST) continue;
    block = blockOf(all, start, block);
    out.push(statement(start, end, block, all[block]!.kind, true));
  }
  if (!text) return out;
  block = 0;
  for (let k = 0; k < parts.length && out.length < MOST; k += 4) {
    if (!known(parts[k + 2]!, parts[k + 3]!)) continue;
    const start = text.at[parts[k]!]!;
    block = blockOf(all, start, block);
    const { kind } = all[block]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    read(text.units, parts[k]!, parts[k + 1]!, true);
    if (told.weight >= CLAUSE) out.push(statement(start, text.at[parts[k + 1]! - 1]! + 1, block, kind, true));
  }
  return out;
});

/** Index of the last block that begins at or before `start`, from block `from` on. */
function blockOf(all: readonly Block[], start: number, from: number): number {
  let block = from;
  while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
  return block;
}

/** The heaviest sentences with a number in prose and lists, at most `most`, from a weight on; heaviest first. */
export function numbered(document: Document, least: number, most: number): Statement[] {
  const { units } = document;
  const { starts, ends } = sentences(document);
  const all = blocks(document);
  const cjk = isHeavy(document);
  const out: Statement[] = [];
  let block = 0;
  for (const i of marks(document).numbered) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (3 * (end - start) < least) continue;
    block = blockOf(all, start, block);
    const { kind } = all[block]!;
    if (kind !== 'prose' && kind !== 'list') continue;
    read(units, start, end, cjk);
    if (told.values !== 0 && told.weight >= least) out.push(statement(start, end, block, kind, false));
  }
  return out.sort((x, y) => y.weight - x.weight).slice(0, most);
}
