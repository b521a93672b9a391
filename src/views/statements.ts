/**
 * Sentences as statements: a frame, which is the sentence without its numbers, and the values that stand in it. Where
 * words have no spaces between them, clauses too, read across line breaks: there a line end says nothing.
 */
import type { BlockKind, Document } from '../core/types.ts';
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

const BREAK: ReadonlySet<number> = new Set(Array.from('。！？；，,;!?', (sign) => sign.charCodeAt(0)));

/** Adds what is left of sentences behind a comma, where another sentence begins as it does: it may be said again by itself. */
function rests(units: Uint16Array, out: Statement[]): void {
  const begun = new Uint8Array(1 << 16);
  for (const { head } of out) if (head !== 0) begun[head & 0xffff] = 1;
  const { length } = out;
  for (let i = 0; i < length; i++) {
    const { start, end, block, kind } = out[i]!;
    let count = 0;
    for (let k = start + 12; k < end - LEAST && count < RESTS; k++) {
      if (PAUSE[units[k]!] === 0 || SPACES[units[k + 1]!] === 0) continue;
      count++;
      const first = k + 2;
      if (begun[headOf(units, first, end) & 0xffff] === 0) continue;
      read(units, first, end, false);
      told.tail = 0;
      if (told.weight >= LEAST) out.push(statement(first, end, block, kind, true));
    }
  }
}

/** The `head` of what begins at `start`, without reading on. */
function headOf(units: Uint16Array, start: number, end: number): number {
  let frame = 0x811c9dc5;
  let count = 0;
  for (let i = start; i < end;) {
    const kind = CLASS[units[i]!]!;
    let next = i + 1;
    if (kind === 4 || SPACES[units[i]!] === 1) {
      i++;
      continue;
    }
    let sign = units[i]!;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i, end);
      if (to > i) {
        next = to;
        sign = 0x30;
      }
    }
    frame = Math.imul(frame ^ sign, 0x01000193);
    if (++count === ENDS) return mix32(frame);
    i = next;
  }
  return 0;
}

/** The statements of a document, in the order of their beginnings; clauses, if any, after the sentences. */
export const statements: (document: Document) => readonly Statement[] = view((document) => {
  const { units } = document;
  const out: Statement[] = [];
  const all = blocks(document);
  const { count, starts, ends } = sentences(document);
  let heavy = 0;
  const sample = Math.min(units.length, 20_000);
  for (let i = 0; i < sample; i++) if (units[i]! > 0x2e7f) heavy++;
  const cjk = 3 * heavy > sample;
  let block = 0;
  for (let i = 0; i < count && out.length < MOST; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (end - start > LONGEST || end - start < 8) continue;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const { kind } = all[block]!;
    if (kind === 'heading') continue;
    read(units, start, end, cjk);
    if (told.weight < LEAST) continue;
    out.push(statement(start, end, block, kind, false));
  }
  if (!cjk) rests(units, out);
  if (!cjk) return out;
  const text = dense(document);
  let from = 0;
  block = 0;
  for (let i = 0; i < text.units.length && out.length < MOST; i++) {
    if (
      !BREAK.has(text.units[i]!) ||
      (i + 1 < text.units.length && CLASS[text.units[i + 1]!] === 1 && CLASS[text.units[i - 1] ?? 0] === 1)
    )
      continue;
    const first = from;
    from = i + 1;
    if (i - first < 10 || i - first > 200) continue;
    const start = text.at[first]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const { kind } = all[block]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    read(text.units, first, i, true);
    if (told.weight >= CLAUSE) out.push(statement(start, text.at[i - 1]! + 1, block, kind, true));
  }
  return out;
});
