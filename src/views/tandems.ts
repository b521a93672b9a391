/**
 * Stretches of text that repeat themselves back to back: exactly, or but for a few units. A table of every eighth gram
 * finds the lag, the run is then followed at that lag by direct comparison, across small differences too, so that time is
 * linear in the text's length whatever it holds.
 */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { dense } from './dense.ts';

/** Length, in units without white space, of the grams that find a lag. Below it (`the following conditions`) lie phrases. */
const GRAM = 22;
/** Every so many grams one is looked up, and every one is kept: a run of GRAM + STRIDE - 1 units is always seen. */
const STRIDE = 8;
/** So few slots that they stay in the processor's nearest cache; a gram is forgotten when a later one takes its slot. */
const TABLE_BITS = 14;
/** The hash forgets: each unit shifts the ones before it by two bits, and out after sixteen. */
const HASHED = 16;
const SPREAD = 0x2c9277b5;
const SHIFT = 32 - TABLE_BITS;

/** Units that may be lost, added or replaced at one difference. */
const GAP = 2;
/** A run of so many units is worth a longer search: so many units ahead, at lags that differ by so much, equal for so long. */
const WORTH = 100;
const FAR = 24;
const FAR_SHIFT = 4;
const FAR_EQUAL = 9;
/** The longest period of a repetition with differences. */
const LONGEST = 3000;
/** So many of the next units must be equal for a run to go on behind a difference, or so many of them at once. */
const AHEAD = 12;
const EQUAL = 9;
const AT_ONCE = 6;
/** Differences that are kept of one run; a run with more goes on as another one. */
const MOST_EDITS = 2000;

/** An exact repetition, in offsets into units without white space. */
export interface Tandem {
  /** Where the first copy begins. */
  readonly start: number;
  readonly end: number;
  /** Length of one copy: `units[i] === units[i + period]` for all i from start to end - period. */
  readonly period: number;
}

/** Where a copy differs from the one before it: `units[at, at + here)` stands for `units[at - lag, at - lag + there)`. */
export interface Edit {
  readonly at: number;
  readonly lag: number;
  readonly here: number;
  readonly there: number;
}

/** A repetition with differences: at least one and a half copies, each like the one before it. */
export interface Chain {
  /** Where the first copy begins. */
  readonly start: number;
  readonly end: number;
  /** Distance of the first copy from the second. */
  readonly period: number;
  /** In order; at least one. */
  readonly edits: readonly Edit[];
}

export interface Tandems {
  readonly exact: readonly Tandem[];
  readonly noisy: readonly Chain[];
}

/** Of each slot, the end of the latest gram in it, without the bits above the sixteenth: lags are shorter than that. */
const table = new Uint16Array(1 << TABLE_BITS);

/**
 * All maximal stretches that repeat themselves at least 1.5 times, of 1.5 * GRAM units and more, in the order of their
 * ends; some may overlap. Linear time: every unit is hashed once, a run is followed once, and what is done when it ends
 * (extending it backwards, finding its smallest period) is bounded by a multiple of its length.
 */
export function tandemsOf(units: Uint16Array): Tandems {
  const exact: Tandem[] = [];
  const noisy: Chain[] = [];
  const { length } = units;
  if (length < GRAM + GRAM / 2) return { exact, noisy };
  const slots = table;
  slots.fill(0);
  let hash = 0;
  let i = 0;
  for (; i < HASHED - 1; i++) hash = ((hash << 2) + Math.imul(units[i]!, SPREAD)) | 0;
  const seen: Followed = { equal: GRAM - 1, end: 0, low: 0, high: 0 };
  while (i < length) {
    if (i + STRIDE <= length) {
      // the seven grams that are kept and not looked up, written out: a loop would take twice as long
      hash = ((hash << 2) + Math.imul(units[i]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i;
      hash = ((hash << 2) + Math.imul(units[i + 1]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 1;
      hash = ((hash << 2) + Math.imul(units[i + 2]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 2;
      hash = ((hash << 2) + Math.imul(units[i + 3]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 3;
      hash = ((hash << 2) + Math.imul(units[i + 4]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 4;
      hash = ((hash << 2) + Math.imul(units[i + 5]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 5;
      hash = ((hash << 2) + Math.imul(units[i + 6]!, SPREAD)) | 0;
      slots[hash >>> SHIFT] = i + 6;
      i += STRIDE - 1;
    } else
      for (; i < length - 1; i++) {
        hash = ((hash << 2) + Math.imul(units[i]!, SPREAD)) | 0;
        slots[hash >>> SHIFT] = i;
      }
    const unit = units[i]!;
    hash = ((hash << 2) + Math.imul(unit, SPREAD)) | 0;
    const slot = hash >>> SHIFT;
    const lag = (i - slots[slot]!) & 0xffff;
    slots[slot] = i;
    if (units[i - lag] === unit && lag > 0 && i >= seen.equal && sameGram(units, i - lag, i)) {
      // across its differences a run was followed beyond the units that are equal: other lags than its own are looked at
      if (i >= seen.end) follow(units, i, lag, exact, noisy, seen);
      else if (lag < seen.low || lag > seen.high) seen.equal = followEqual(units, i, lag, exact);
    }
    i++;
  }
  return { exact, noisy };
}

function sameGram(units: Uint16Array, a: number, b: number): boolean {
  if (a < GRAM - 1) return false;
  for (let k = GRAM - 1; k > 0; k--) if (units[a - k] !== units[b - k]) return false;
  return true;
}

/** How far the last run was followed: its first stretch of equal units, and all of it, with the lags that it had. */
interface Followed {
  equal: number;
  end: number;
  low: number;
  high: number;
}

/** Follows a run of equal units from a gram that ends at `i`, and keeps what it is; the answer is where it ends. */
function followEqual(units: Uint16Array, i: number, lag: number, exact: Tandem[]): number {
  let end = i + 1;
  while (end < units.length && units[end] === units[end - lag]) end++;
  keep(units, i - GRAM + 1, end, lag, exact);
  return end;
}

/** Follows a run from a gram that ends at `i`, across differences too, and keeps what it is. */
function follow(units: Uint16Array, i: number, seedLag: number, exact: Tandem[], noisy: Chain[], seen: Followed): void {
  const { length } = units;
  let end = followEqual(units, i, seedLag, exact);
  seen.equal = end;
  seen.end = end;
  if (seedLag > LONGEST) return;
  const edits: Edit[] = [];
  let lag = seedLag;
  seen.low = seedLag;
  seen.high = seedLag;
  while (end < length && edits.length < MOST_EDITS) {
    const edit = resume(units, end, lag, 1) ?? (end - i > WORTH ? search(units, end, lag) : undefined);
    if (!edit) break;
    lag += edit.here - edit.there;
    if (lag < 1) break;
    edits.push(edit);
    const first = end + edit.here;
    end = first;
    while (end < length && units[end] === units[end - lag]) end++;
    keep(units, first, end, lag, exact);
    if (lag < seen.low) seen.low = lag;
    if (lag > seen.high) seen.high = lag;
  }
  seen.end = end;
  if (edits.length > 0 && 2 * (end - i) >= seedLag) chain(units, i - GRAM + 1, end, seedLag, edits, noisy);
}

/** How a run at `lag` goes on behind a difference at `at`, forwards (1) or backwards (-1); undefined where it does not. */
function resume(units: Uint16Array, at: number, lag: number, way: 1 | -1): Edit | undefined {
  let best: Edit | undefined;
  let most = EQUAL - 1;
  for (let size = 1; size <= GAP; size++)
    for (let less = 0; less <= size; less++)
      for (let side = 0; side < (less === size ? 1 : 2); side++) {
        const here = side === 0 ? size : less;
        const there = side === 0 ? less : size;
        const score = equals(units, at + way * here, at - lag + way * there, way);
        // a lost or an added unit counts as a difference more than a replaced one
        if (score - Math.abs(here - there) > most) {
          most = score - Math.abs(here - there);
          best = { at, lag, here, there };
        }
        if (most >= AHEAD - 1) return best;
      }
  return best;
}

/** As `resume`, forwards, for differences of more units, and several close together. */
function search(units: Uint16Array, at: number, lag: number): Edit | undefined {
  for (let here = 1; here <= FAR; here++)
    for (let less = -FAR_SHIFT; less <= FAR_SHIFT; less++) {
      const there = here - less;
      const a = at + here;
      const b = at - lag + there;
      if (there < 0 || a + FAR_EQUAL > units.length || units[a] !== units[b] || b >= a) continue;
      let same = 1;
      while (same < FAR_EQUAL && units[a + same] === units[b + same]) same++;
      if (same === FAR_EQUAL) return { at, lag, here, there };
    }
  return undefined;
}

function equals(units: Uint16Array, a: number, b: number, way: 1 | -1): number {
  if (b < 0 || a >= units.length || a + way * (AHEAD - 1) >= units.length || b + way * (AHEAD - 1) < 0) return 0;
  if (a <= b) return 0;
  let same = 0;
  let atOnce = true;
  for (let k = 0; k < AHEAD; k++) {
    if (units[a + way * k] === units[b + way * k]) {
      if (++same === AT_ONCE && atOnce)
        return AHEAD - (k + 1 < AHEAD && units[a + way * (k + 1)] !== units[b + way * (k + 1)] ? 1 : 0);
    } else {
      atOnce = false;
      if (k + 1 - same > AHEAD - EQUAL) return 0;
    }
  }
  return same;
}

/** Adds the tandem of a run of equal units at a lag, if it is one. */
function keep(units: Uint16Array, from: number, end: number, lag: number, found: Tandem[]): void {
  const length = end - from;
  if (4 * length < lag) return;
  let first = from;
  const least = Math.max(lag, from - 4 * length - 4 * GRAM);
  while (first > least && units[first - 1] === units[first - 1 - lag]) first--;
  const start = first - lag;
  const total = end - start;
  if (2 * total < 3 * lag) return;
  const period = smallestPeriod(units, start, Math.min(end, start + 2 * lag), lag);
  const previous = found.at(-1);
  if (previous && previous.start <= start && previous.end >= end) return;
  found.push({ start, end, period });
}

/** Adds the run with its differences, extended backwards, if it is at least one and a half copies. */
function chain(
  units: Uint16Array,
  seed: number,
  end: number,
  lag: number,
  forwards: readonly Edit[],
  found: Chain[],
): void {
  const back: Edit[] = [];
  let first = seed;
  let distance = lag;
  const least = seed - 2 * (end - seed) - 4 * GRAM;
  for (;;) {
    while (first > distance && first > least && units[first - 1] === units[first - 1 - distance]) first--;
    if (first <= least || first <= distance || back.length >= MOST_EDITS) break;
    const edit = resume(units, first - 1, distance, -1);
    if (!edit) break;
    const at = first - edit.here;
    const lagBefore = distance - edit.here + edit.there;
    if (lagBefore < 1 || at - lagBefore < 0) break;
    back.push({ at, lag: lagBefore, here: edit.here, there: edit.there });
    first = at;
    distance = lagBefore;
  }
  if (2 * (end - first) < distance) return;
  found.push({ start: first - distance, end, period: distance, edits: [...back.toReversed(), ...forwards] });
}

/** The smallest period of `units[start, end)`, which has period `lag` (Knuth, Morris and Pratt's failure function). */
function smallestPeriod(units: Uint16Array, start: number, end: number, lag: number): number {
  const length = end - start;
  const border = new Int32Array(length);
  let k = 0;
  for (let i = 1; i < length; i++) {
    const unit = units[start + i]!;
    while (k > 0 && units[start + k] !== unit) k = border[k - 1]!;
    if (units[start + k] === unit) k++;
    border[i] = k;
  }
  return Math.min(lag, length - k);
}

/** The repetitions of the text without white space; offsets into `dense(document).units`. */
export const tandems: (document: Document) => Tandems = view((document) => tandemsOf(dense(document).units));
