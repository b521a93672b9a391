/**
 * Stretches of a text that stand in it twice: what a sentence that is said again, in other surroundings, has in common
 * with itself. Read without white space, so that line breaks and columns do not count.
 */
import { mix32 } from '../core/hash.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { census } from './census.ts';
import { dense } from './dense.ts';
import { behindMarker } from './sentences.ts';

/** Two equal stretches, as long as they can be: offsets into `dense(document).units`, `a` before `b`. */
export interface Echo {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  /** In how many places of the text the rarest part of it stands, two or more; as far as was counted. */
  readonly holders: number;
}

/** Signs of a gram; of a text of ideographs or syllables. */
const GRAM = 14;
const GRAM_CJK = 7;
/** One place in so many, chosen by the signs that stand there, begins a gram. Powers of two. */
const SAMPLE = 8;
const SAMPLE_CJK = 4;
/** Earlier places of a gram that are held against a new one. */
const DEPTH = 3;
/** Places of a gram from which on it is a form. */
const MANY = 12;
/** Echoes of one document: a text with more repeats itself everywhere. */
const MOST = 50_000;
/** Units of an echo: longer ones are copies of whole passages, and go on as another echo. */
const LONGEST = 4000;

// Kept from document to document: to make such arrays anew for each costs more than to fill them.
let heads = new Int32Array(1 << 12);
let places = new Int32Array(1 << 12);
let hashes = new Int32Array(1 << 12);
let before = new Int32Array(1 << 12);
let counts = new Uint8Array(1 << 12);
/** Of each place that was chosen, a number of some of its signs. */
let traits = new Int32Array(1 << 12);
/** For each such number whether it was met, and whether it was met again: two halves. */
let met = new Uint8Array(1 << 12);

function grow(size: number): void {
  let length = places.length;
  while (length < size) length *= 2;
  places = new Int32Array(length);
  hashes = new Int32Array(length);
  before = new Int32Array(length);
  counts = new Uint8Array(length);
  traits = new Int32Array(length);
}

/** Whether ideographs and syllables make up so much of the text that grams are shorter. */
function isHeavy(document: Document, size: number): boolean {
  const { han, hanSurrogate, kana, hangul, filler } = census(document);
  return 3 * (han + hanSurrogate + kana + hangul + filler) > size;
}

/** Behind these a sentence or clause may begin: there is a gram in any case. */
const PAUSES: Uint8Array = new Uint8Array(0x10000);
for (const sign of '.,;:!?。，；：！？、،؛؟।') PAUSES[sign.charCodeAt(0)] = 1;

/** Signs at which blocks begin, behind their markers. */
export const blockStarts: (document: Document) => Int32Array = view((document) => {
  const { at } = dense(document);
  const all = blocks(document);
  const out = new Int32Array(all.length);
  let sign = 0;
  for (let i = 0; i < all.length; i++) {
    const { kind, start, end } = all[i]!;
    const from = kind === 'prose' ? start : behindMarker(document.units, start, end);
    // offsets grow by at least one a sign
    if (at[sign + 64]! < from) sign = signAt(at, from);
    else while (sign < at.length && at[sign]! < from) sign++;
    out[i] = sign;
  }
  return out;
});

/** Index of the first sign at or behind an offset. */
export function signAt(at: Uint32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of signs: some eight for each place that is chosen, so that few places share one by chance. A power of two. */
const halfOf = (slots: number): number => Math.min(1 << 22, 8 * (slots + 1));

/** Fills `places`, `traits` and `met` with the places at which a gram begins; how many there are. */
function choose(units: Uint16Array, gram: number, mask: number, slots: number, starts: Int32Array): number {
  const half = halfOf(slots);
  if (met.length < 2 * half) met = new Uint8Array(2 * half);
  else met.fill(0, 0, 2 * half);
  const middle = gram >>> 1;
  const end = gram - 1;
  const most = places.length - 1;
  const last = units.length - gram;
  let count = 0;
  let block = 0;
  let begin = starts[0] ?? units.length;
  // the text begins as if behind a full stop
  let before = 0x2e;
  let second = units[0]!;
  let third = units[1]!;
  for (let i = 0; i <= last; i++) {
    const unit = second;
    second = third;
    third = units[i + 2]!;
    const first = Math.imul((unit << 16) ^ (second << 8) ^ third, 0x9e3779b1);
    const pause = PAUSES[before]!;
    before = unit;
    if (i >= begin) begin = starts[++block] ?? units.length;
    else if (((first >>> 20) & mask) !== 0 && pause === 0) continue;
    if (count === most) break;
    let trait = Math.imul(
      first ^ (units[i + 4]! << 15) ^ (units[i + middle]! << 7) ^ (units[i + end - 1]! << 11) ^ units[i + end]!,
      0x85ebca6b,
    );
    trait = (trait ^ (trait >>> 15)) & (half - 1);
    places[++count] = i;
    traits[count] = trait;
    met[half + trait]! |= met[trait]!;
    met[trait] = 1;
  }
  return count;
}

/** The document's echoes, in order of `b`. */
export const echoes: (document: Document) => readonly Echo[] = view((document) => {
  const { units } = dense(document);
  const { length } = units;
  const heavy = isHeavy(document, length);
  const gram = heavy ? GRAM_CJK : GRAM;
  const mask = (heavy ? SAMPLE_CJK : SAMPLE) - 1;
  const out: Echo[] = [];
  if (length < 4 * gram) return out;
  if (places.length < length / 2) grow(length);
  let bits = 10;
  while (bits < 20 && 1 << bits < length / (mask + 1)) bits++;
  const slots = (1 << bits) - 1;
  const chosen = choose(units, gram, mask, slots, blockStarts(document));
  if (heads.length <= slots) heads = new Int32Array(slots + 1);
  else heads.fill(0, 0, slots + 1);
  let count = 0;
  const half = halfOf(slots);
  for (let n = 1; n <= chosen; n++) {
    // what stands in the text once is no echo: it need not be hashed
    if (met[half + (traits[n]! & (half - 1))] === 0) continue;
    const i = places[n]!;
    let hash = Math.imul((units[i]! << 16) ^ (units[i + 1]! << 8) ^ units[i + 2]!, 0x9e3779b1);
    for (let k = i + 3; k < i + gram; k++) hash = Math.imul(hash ^ units[k]!, 0x01000193);
    hash = mix32(hash) | 0;
    places[++count] = i;
    hashes[count] = hash;
    const slot = hash & slots;
    let known = heads[slot]!;
    before[count] = known;
    heads[slot] = count;
    counts[count] = 1;
    for (let steps = 0; known !== 0 && steps < 8; steps++) {
      if (hashes[known] === hash) {
        counts[count] = Math.min(255, counts[known]! + 1);
        break;
      }
      known = before[known]!;
    }
  }
  // the last place of a gram knows how often it stands: the earlier ones learn it
  for (let k = count; k > 0; k--) {
    if (counts[k]! < 2) continue;
    const hash = hashes[k]!;
    let known = before[k]!;
    for (let steps = 0; known !== 0 && steps < 8; steps++) {
      if (hashes[known] === hash) {
        if (counts[known]! < counts[k]!) counts[known] = counts[k]!;
        break;
      }
      known = before[known]!;
    }
  }
  // stretches that were read last, by their distance: a gram inside of one says nothing new
  const ends = new Int32Array(16);
  const apart = new Int32Array(16);
  const index = new Int32Array(16);
  let next = 0;
  for (let k = 1; k <= count && out.length < MOST; k++) {
    const holders = counts[k]!;
    if (holders < 2 || holders > MANY) continue;
    const b = places[k]!;
    const hash = hashes[k]!;
    let known = before[k]!;
    let met = 0;
    for (let steps = 0; known !== 0 && steps < 16 && met < DEPTH; steps++, known = before[known]!) {
      if (hashes[known] !== hash) continue;
      met++;
      const a = places[known]!;
      let covered = false;
      for (let j = 0; j < 16; j++)
        if (apart[j] === b - a && b < ends[j]!) {
          covered = true;
          const echo = out[index[j]!]!;
          if (holders < echo.holders) out[index[j]!] = { ...echo, holders };
          break;
        }
      if (covered) continue;
      let to = 0;
      const most = Math.min(LONGEST, length - b);
      while (to < most && units[a + to] === units[b + to]) to++;
      if (to < gram) continue;
      let from = 0;
      const least = Math.min(LONGEST, a);
      while (from < least && units[a - from - 1] === units[b - from - 1]) from++;
      // overlapping: a run of one sign, a rule
      if (a + to > b - from) continue;
      out.push({ a: a - from, b: b - from, length: from + to, holders });
      ends[next] = b + to;
      apart[next] = b - a;
      index[next] = out.length - 1;
      next = (next + 1) & 15;
    }
  }
  return out;
});
