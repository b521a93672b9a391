/**
 * Statements that stand in a document twice but for a few words: a sentence or paragraph that is said again, whole, where
 * another one says the same with another value, or with words more or less.
 */
import type { Block, Document } from '../core/types.ts';
import { isDecimalDigit } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { blockStarts, echoes, signAt, type Echo } from './echoes.ts';
import { isWordUnit } from './endings.ts';
import { weightOf } from './script.ts';
import { END_MARKS } from './sentences.ts';

/** Where two statements differ: offsets into the document's units, `[here, hereEnd)` of one and the same of the other. */
export interface Slot {
  readonly here: number;
  readonly hereEnd: number;
  readonly there: number;
  readonly thereEnd: number;
  /** The first or last words of the statement: how far it goes on the other side is not known. */
  readonly open?: true;
}

export interface Restatement {
  /** The statement that is whole: from the beginning of a sentence or block to the end of one. */
  readonly start: number;
  readonly end: number;
  /** What says the same elsewhere, maybe inside a longer sentence. */
  readonly other: number;
  readonly otherEnd: number;
  readonly slots: readonly Slot[];
  /** Weight of what is the same, in all and on the side of the first slot that has less of it. */
  readonly weight: number;
  readonly lighter: number;
  /** Places that hold the rarest part of it. */
  readonly holders: number;
}

/** Signs that a slot may hold where words stand in both statements, and where they stand in one alone. */
const REPLACED = 40;
const ADDED = 120;
/** Signs of a slot behind which nearly nothing is left of the statement. */
const NEAR = 24;
/** Signs that must be the same behind a slot, else it may end anywhere; of ideographs. */
const RUN = 10;
const RUN_CJK = 5;
/** Slots of one statement. */
const SLOTS = 4;
/** Weight of an echo from which it is followed, and of what is the same in all. */
const LEAST = 18;
const LEAST_SAME = 30;
/** Echoes that are followed, of a document. */
const FOLLOWED = 20_000;
/** Kinds of blocks that state anything. */
export const TEXT: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'quote']);
/** Blocks from one item of a list to another one that it is held against. */
export const ITEMS_APART = 12;
/** Signs of a statement. */
const LONGEST = 6000;

interface Text {
  readonly document: Document;
  readonly units: Uint16Array;
  readonly at: Uint32Array;
  /** For each block its first sign behind markers, and the sign behind its last. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly blocks: readonly Block[];
  /** For every 64th sign the block that holds it. */
  readonly coarse: Int32Array;
}

/** Index of the block that holds a sign, or the last before it. */
function blockOf({ starts, coarse }: Text, sign: number): number {
  let block = coarse[sign >>> 6]!;
  const last = starts.length - 1;
  while (block < last && starts[block + 1]! <= sign) block++;
  return block;
}

function coarseOf(starts: Int32Array, signs: number): Int32Array {
  const out = new Int32Array((signs >>> 6) + 1);
  const last = starts.length - 1;
  for (let i = 0, block = 0; i < out.length; i++) {
    while (block < last && starts[block + 1]! <= i << 6) block++;
    out[i] = block;
  }
  return out;
}

/** Whether what stands in one block at a place and in another one may be a restatement that anybody asks for. */
function areApart(text: Text, block: number, sign: number): boolean {
  const { blocks: all, at } = text;
  let other = blockOf(text, sign);
  // the sign may be of the next block's marker
  while (other + 1 < all.length && all[other + 1]!.start <= at[sign]!) other++;
  if (other === block || !TEXT.has(all[other]!.kind)) return false;
  return all[block]!.kind !== 'list' || all[other]!.kind !== 'list' || Math.abs(block - other) >= ITEMS_APART;
}

/** Whether a sentence begins at the sign: what stands before it ended one. Blocks aside. */
function begins({ units, at }: Text, i: number): boolean {
  let k = i - 1;
  while (k > 0 && i - k < 4 && CLOSING[units[k]!] === 1) k--;
  const mark = END_MARKS[units[k]!]!;
  return mark === 1 || (mark !== 0 && at[i]! - at[i - 1]! > 1);
}

/** Whether a sentence begins at one of the signs. */
function reaches(text: Text, from: number, to: number): boolean {
  for (let i = Math.max(1, from); i <= to && i - from < LONGEST; i++) if (begins(text, i)) return true;
  return false;
}

const CLOSING: Uint8Array = new Uint8Array(0x10000);
for (const sign of '"\')]”’」』】）*_`') CLOSING[sign.charCodeAt(0)] = 1;

const isNumberSign = (unit: number): boolean => (unit < 0xd800 || unit > 0xdfff) && isDecimalDigit(unit);

/** Whether a word or a number goes on from one sign to the next. */
function goesOn({ units, at }: Text, i: number): boolean {
  if (i <= 0 || i >= units.length || at[i]! - at[i - 1]! > 1) return false;
  const x = units[i - 1]!;
  const y = units[i]!;
  if (weightOf(x) > 1 || weightOf(y) > 1) return isNumberSign(x) && isNumberSign(y);
  const word = (unit: number): boolean => isWordUnit(unit) || unit === 0x5f;
  if (word(x) && word(y)) return true;
  // 2.0, 1,000
  if ((y === 0x2e || y === 0x2c) && isNumberSign(x)) return i + 1 < units.length && isNumberSign(units[i + 1]!);
  if ((x === 0x2e || x === 0x2c) && isNumberSign(y)) return i > 1 && isNumberSign(units[i - 2]!);
  return false;
}

interface Gap {
  c: number;
  cEnd: number;
  o: number;
  oEnd: number;
  open?: true;
}

/** Signs that are the same from two places on, at most so many; backwards with `way` -1. */
function run(units: Uint16Array, c: number, o: number, way: 1 | -1, most: number): number {
  let n = 0;
  while (n < most && units[c + way * n] === units[o + way * n]) n++;
  return n;
}

const found = { x: 0, y: 0 };

/** For each hash of three signs the first place that has it, counted from 1, and for each place the next; by call. */
const TABLE = 1023;
const table = new Int32Array(TABLE + 1);
const chain = new Uint8Array(REPLACED + 1);
let turn = 0;

/**
 * Finds how many signs must be left out of both sides until they are the same again. `room`: signs of the whole statement
 * that are left. Behind the statement's end nothing need be the same.
 */
function bridge({ units }: Text, c: number, o: number, way: 1 | -1, room: number, least: number): boolean {
  const left = way === 1 ? units.length - o : o + 1;
  const third = 2 * way;
  const hashAt = (i: number): number => {
    const hash = Math.imul((units[i]! << 10) ^ (units[i + way]! << 5) ^ units[i + third]!, 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & TABLE;
  };
  if (turn > 0x7ffffe) {
    turn = 0;
    table.fill(0);
  }
  const base = ++turn << 8;
  const mostX = Math.min(ADDED, room - 3);
  for (let x = Math.min(REPLACED, mostX); x >= 0; x--) {
    const slot = hashAt(c + way * x);
    const known = table[slot]!;
    chain[x] = known > base && known < base + 256 ? known - base : 0;
    table[slot] = base + x + 1;
  }
  let best = 3 * ADDED;
  const mostY = Math.min(ADDED, left - 4);
  for (let y = 0; y <= mostY && y <= REPLACED && y < best; y++) {
    const known = table[hashAt(o + way * y)]!;
    if (known > base && known < base + 256)
      for (let x = known - base - 1, steps = 0; x >= 0 && steps < 4; x = chain[x]! - 1, steps++) {
        if (x + y >= best) break;
        const need = Math.min(least, room - x);
        if (need < 4 && (x > NEAR || y > NEAR)) continue;
        if (run(units, c + way * x, o + way * y, way, Math.min(need, left - y)) < need) continue;
        found.x = x;
        found.y = y;
        best = x + y;
      }
    // words that stand here alone
    if (y > 0 || best <= REPLACED) continue;
    const first = units[o]!;
    for (let x = REPLACED + 1; x <= mostX && x < best; x++) {
      if (units[c + way * x] !== first) continue;
      const need = Math.min(least, room - x);
      if (need < 4 || run(units, c + way * x, o, way, Math.min(need, left)) < need) continue;
      found.x = x;
      found.y = 0;
      best = x;
    }
  }
  // words that stand there alone
  const first = units[c]!;
  for (let y = REPLACED + 1; y <= mostY && y < best; y++) {
    if (units[o + way * y] !== first) continue;
    const need = Math.min(least, room);
    if (need < 4 || run(units, c, o + way * y, way, Math.min(need, left - y)) < need) continue;
    found.x = 0;
    found.y = y;
    best = y;
  }
  // a mark at the end
  if (best === 3 * ADDED)
    for (let rest = 2; rest > 0; rest--) {
      const x = room - rest;
      if (x < 0 || x > NEAR || isWordUnit(units[c + way * x]!)) continue;
      for (let y = 0; y <= Math.min(NEAR, left - 4) && x + y < best; y++)
        if (run(units, c + way * x, o + way * y, way, rest) === rest) {
          found.x = x;
          found.y = y;
          best = x + y;
        }
    }
  return best < 3 * ADDED;
}

/**
 * Follows what an echo has in one block to both sides as far as the whole statement goes; `first` and `second` are the
 * places of the echo in that and elsewhere.
 */
function follow(
  text: Text,
  echo: Echo,
  first: number,
  second: number,
  block: number,
  least: number,
): Restatement | undefined {
  const { units, starts, ends } = text;
  const from = starts[block]!;
  const to = ends[block]!;
  const c = Math.max(first, from);
  const o = second + (c - first);
  const length = Math.min(first + echo.length, to) - c;
  if (length < 1) return undefined;
  // a statement with a slot is the same from its beginning to the slot, or from there to its end, but not both
  const opens = c <= from + 1 || begins(text, c);
  const closes = c + length >= to - 1 || begins(text, c + length);
  if (opens === closes || !areApart(text, block, o)) return undefined;
  const gaps: Gap[] = [];
  // forwards
  let p = c + length;
  let q = o + (p - c);
  let lastGap = -1;
  while (opens && p < to && p - c < LONGEST) {
    // what differs behind a sentence that has its slot is another case
    if (lastGap >= 0 && reaches(text, lastGap + 1, p)) break;
    if (gaps.length === SLOTS || !bridge(text, p, q, 1, to - p, least)) break;
    gaps.push({ c: p, cEnd: p + found.x, o: q, oEnd: q + found.y });
    p += found.x;
    q += found.y;
    lastGap = p;
    const n = run(units, p, q, 1, Math.min(to - p, units.length - q));
    p += n;
    q += n;
  }
  if (opens && p < to) {
    // as far as the sentences go that are the same
    let e = p;
    const floor = Math.max(lastGap, c);
    while (e > floor && !begins(text, e)) e--;
    if (e > floor) {
      q -= p - e;
      p = e;
    } else if (to - p <= 24 && p > c + 10) {
      gaps.push({ c: p, cEnd: to, o: q, oEnd: Math.min(units.length, q + 24), open: true });
      p = to;
      q += 24;
    } else return undefined;
  }
  const end = p;
  const otherEnd = q;
  // backwards
  p = c;
  q = o;
  let top = c;
  while (closes && p > from && c - p < LONGEST) {
    if (gaps.length > 0 && reaches(text, p, top)) break;
    if (gaps.length >= SLOTS || !bridge(text, p - 1, q - 1, -1, p - from, least)) break;
    gaps.unshift({ c: p - found.x, cEnd: p, o: q - found.y, oEnd: q });
    p -= found.x;
    q -= found.y;
    top = p;
    const n = run(units, p - 1, q - 1, -1, Math.min(p - from, q));
    p -= n;
    q -= n;
  }
  if (closes && p > from) {
    let e = p;
    const roof = Math.min(top, gaps[0]?.c ?? end, end);
    while (e < roof && !begins(text, e)) e++;
    if (e < roof) {
      q += e - p;
      p = e;
    } else if (p - from <= 24 && gaps.every(({ open }) => !open)) {
      gaps.unshift({ c: from, cEnd: p, o: Math.max(0, q - 24), oEnd: q, open: true });
      p = from;
      q = Math.max(0, q - 24);
    } else return undefined;
  }
  if (gaps.length === 0) return undefined;
  return made(text, echo, gaps, p, end, q, otherEnd);
}

function made(
  text: Text,
  echo: Echo,
  gaps: readonly Gap[],
  c: number,
  end: number,
  o: number,
  otherEnd: number,
): Restatement | undefined {
  const { units, at } = text;
  const slots: Slot[] = [];
  let weight = 0;
  let before = 0;
  let lighter = 0;
  let place = c;
  const weigh = (a: number, b: number): number => {
    let sum = 0;
    for (let i = a; i < b; i++) sum += weightOf(units[i]!);
    return sum;
  };
  for (const gap of gaps) {
    let { c: x, cEnd: xEnd, o: y, oEnd: yEnd } = gap;
    // whole words
    while (x > c && y > o && (goesOn(text, x) || goesOn(text, y)) && units[x - 1] === units[y - 1]) {
      x--;
      y--;
    }
    while (
      !gap.open &&
      xEnd < end &&
      yEnd < otherEnd &&
      (goesOn(text, xEnd) || goesOn(text, yEnd)) &&
      units[xEnd] === units[yEnd]
    ) {
      xEnd++;
      yEnd++;
    }
    if (x < place) x = place;
    const same = weigh(place, x);
    weight += same;
    if (slots.length === 0) before = same;
    place = Math.max(place, xEnd);
    const offset = (i: number, j: number): readonly [number, number] =>
      i < j ? [at[i]!, at[j - 1]! + 1] : [at[Math.min(i, units.length - 1)]!, at[Math.min(i, units.length - 1)]!];
    const [here, hereEnd] = offset(x, xEnd);
    const [there, thereEnd] = offset(y, yEnd);
    slots.push({ here, hereEnd, there, thereEnd, ...(gap.open ? { open: true } : {}) });
  }
  const rest = weigh(place, end);
  weight += rest;
  lighter = Math.min(before, weight - before);
  if (weight < LEAST_SAME) return undefined;
  return {
    start: at[c]!,
    end: at[end - 1]! + 1,
    other: at[o]!,
    otherEnd: at[Math.min(otherEnd, units.length) - 1]! + 1,
    slots,
    weight,
    lighter,
    holders: echo.holders,
  };
}

/** Statements that stand twice but for some words, in the order of the later one. */
export const restatements: (document: Document) => readonly Restatement[] = view((document) => {
  const all = echoes(document);
  const out: Restatement[] = [];
  if (all.length === 0) return out;
  const { units, at } = dense(document);
  const starts = blockStarts(document);
  const parts = blocks(document);
  const ends = new Int32Array(parts.length);
  for (let i = 0, sign = 0; i < parts.length; i++) {
    const { end } = parts[i]!;
    if (at[sign + 64]! < end) sign = signAt(at, end);
    else while (sign < at.length && at[sign]! < end) sign++;
    // blocks are in order, but for those that a reader of a format has made: then a sign may lie before the last
    while (sign > 0 && at[sign - 1]! >= end) sign--;
    ends[i] = sign;
  }
  const text: Text = { document, units, at, starts, ends, blocks: parts, coarse: coarseOf(starts, units.length) };
  const seen = new Set<number>();
  // a pair of offsets is one whole number
  const wide = document.units.length + 1;
  let followed = 0;
  for (const echo of all) {
    if (2 * echo.length < LEAST) continue;
    const heavy = units[echo.a + (echo.length >>> 1)]! > 0x2e7f;
    if ((heavy ? 3 : 1) * echo.length < LEAST) continue;
    if (++followed > FOLLOWED) break;
    const least = heavy ? RUN_CJK : RUN;
    for (let way = 0; way < 2; way++) {
      const first = way === 0 ? echo.b : echo.a;
      const second = way === 0 ? echo.a : echo.b;
      // of a passage that is said again only the first and the last block can have a slot
      const top = blockOf(text, first);
      const last = blockOf(text, first + echo.length - 1);
      for (let turn = top === last ? 1 : 0; turn < 2; turn++) {
        const block = turn === 0 ? last : top;
        if (!TEXT.has(parts[block]!.kind)) continue;
        const one = follow(text, echo, first, second, block, least);
        if (!one) continue;
        const slot = one.slots[0]!;
        const id = Math.min(slot.here, slot.there) * wide + Math.max(slot.here, slot.there);
        if (seen.has(id)) continue;
        seen.add(id);
        out.push(one);
      }
    }
  }
  return out;
});
