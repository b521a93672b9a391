/**
 * A passage that repeats itself back to back, as a generator or a scanner does when it is stuck. Exact repetition over
 * the text without white space, at any period: a table of the last place of every 24-gram finds the lag, the run is then
 * followed at that lag by direct comparison, so that time is linear in the text's length whatever it holds.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at } from '../core/locate.ts';
import { isLetter, isLower, isMark, isUpper } from '../core/unicode.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { dense, type Dense } from '../views/dense.ts';
import { CLOSERS, END_MARKS } from '../views/sentences.ts';
import { weightOfUnits } from '../views/script.ts';

/** Length, in units without white space, of the grams that find a lag. Below it (`the following conditions`) lie phrases. */
const GRAM = 24;
/** 2^18 slots: a slot that a later gram takes over only delays the start of a run, and runs are extended backwards. */
const TABLE_BITS = 18;

/** `stop`: weight of the whole exact run. In 4,852 real specifications the longest exact tandem had 348 (research/damage.md). */
const STOP_WEIGHT = 500;
/** `stop`: copies over the whole exact run. Two copies are a repeated block, not a loop. */
const STOP_COPIES = 2.5;
/** `stop`: copies where the end of the file cuts the last one. */
const CUT_COPIES = 1.5;
/** Units without white space that may follow the run at the end of the file, as in `&lt;p`. */
const TAIL = 12;
/** `look`: weight of the whole run, and copies. */
const LOOK_WEIGHT = 60;
const LOOK_COPIES = 2.5;
/** The shortest period that counts, in weight; below lie dot leaders, rules, laughter. */
const PERIOD_WEIGHT = 16;
/** Different letters that one copy must hold: hex dumps have 6, test vectors few. */
const LETTERS = 10;
/** Share of letters in one copy, in percent: tables of numbers, register maps and ASCII art stay below. */
const LETTER_SHARE = 60;
/** Share of the first copy's weight, in percent, that may lie in code, tables and the like. */
const CODE_SHARE = 40;
/** Units by which a run may be longer than what repeats, because the words around it happen to begin or end alike. */
const CHANCE = 8;
/** Most findings of one document; a text that loops in more places is told often enough. */
const MOST = 8;

/** An exact repetition, in offsets into units without white space. */
export interface Tandem {
  /** Where the first copy begins. */
  readonly start: number;
  readonly end: number;
  /** Length of one copy: `units[i] === units[i + period]` for all i from start to end - period. */
  readonly period: number;
}

/**
 * The table of `tandems`, made once: to clear it for every text would cost more than many texts do. The texts that used
 * it so far have so many units together; once that is too many for 32 bits it is cleared.
 */
let table: Int32Array | undefined;
let passed = 0;
const MOST_PASSED = 0x3fffffff;

/**
 * All maximal stretches that repeat themselves at least 1.5 times, of 1.5 * GRAM units and more, in the order of their
 * ends; some may overlap. Linear time: every unit is hashed once, a run is followed once, and what is done when it ends
 * (extending it backwards, finding its smallest period) is bounded by a multiple of its length.
 */
export function tandems(units: Uint16Array): Tandem[] {
  const found: Tandem[] = [];
  const { length } = units;
  if (length < GRAM + GRAM / 2) return found;
  let bits = 8;
  while (bits < TABLE_BITS && 1 << bits < 2 * length) bits++;
  const shift = 32 - bits;
  // Of each slot, the end of the latest gram in it, counted from `base`; what is not above `base` is of another text.
  const last = (table ??= new Int32Array(1 << TABLE_BITS));
  if (passed > MOST_PASSED) {
    last.fill(0);
    passed = 0;
  }
  const base = passed;
  passed += length;
  const BASE = 0x2c9277b5;
  let leaving = 1;
  for (let i = 0; i < GRAM; i++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  let lag = 0;
  let from = 0;
  for (let i = 0; i < GRAM - 1; i++) hash = (Math.imul(hash, BASE) + units[i]!) | 0;
  for (let i = GRAM - 1; i < length; i++) {
    const unit = units[i]!;
    if (lag > 0 && units[i - lag] !== unit) {
      keep(units, from, i, lag, found);
      lag = 0;
    }
    hash = (Math.imul(hash, BASE) + unit) | 0;
    if (i >= GRAM) hash = (hash - Math.imul(units[i - GRAM]!, leaving)) | 0;
    const slot = Math.imul(hash, 0x9e3779b1) >>> shift;
    if (lag === 0) {
      const before = last[slot]! - base;
      if (before > 0 && units[before] === unit && sameGram(units, before, i)) {
        lag = i - before;
        from = i - GRAM + 1;
      }
    }
    last[slot] = base + i;
  }
  if (lag > 0) keep(units, from, length, lag, found);
  return found;
}

function sameGram(units: Uint16Array, a: number, b: number): boolean {
  for (let k = GRAM - 1; k > 0; k--) if (units[a - k] !== units[b - k]) return false;
  return true;
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

const NOT_PROSE: ReadonlySet<Block['kind']> = new Set(['code', 'table', 'rule', 'html', 'comment', 'front-matter']);

const DOT = 0x2e;

/** Whether a sentence begins at `units[i]` of the dense text: what stands before it ends one. */
function beginsSentence({ units, at: offsets }: Dense, i: number): boolean {
  let before = i - 1;
  while (before >= 0 && i - before <= 4 && CLOSERS[units[before]!] === 1) before--;
  if (before < 0) return i === 0;
  if (END_MARKS[units[before]!] === 0) return false;
  if (units[before]! >= 0x2e80) return CLOSERS[units[i]!] === 0 && END_MARKS[units[i]!] === 0;
  return offsets[i]! > offsets[i - 1]! + 1 && !(units[before] === DOT && isLower(units[i]!));
}

/**
 * Offsets in the text at which a block begins that a sentence begins with: after another kind of block, or with a capital.
 * A paragraph after a paragraph may be the rest of its sentence, as where a column's lines became paragraphs.
 */
function blockStarts(document: Document, start: number, end: number): ReadonlySet<number> {
  const found = new Set<number>();
  let before: Block | undefined;
  for (const block of blocks(document)) {
    if (block.start >= end) break;
    if (
      block.start >= start &&
      !(before?.kind === 'prose' && block.kind === 'prose' && !isUpper(document.units[block.start]!))
    )
      found.add(block.start);
    before = block;
  }
  return found;
}

/** First sentence start in the run's first copy; else the first line that begins in it; else where the run begins. */
function firstSentence(document: Document, text: Dense, run: Tandem): number {
  const stop = Math.min(run.start + run.period, run.end);
  const fresh = blockStarts(document, text.at[run.start]!, text.at[stop - 1]!);
  for (let i = run.start; i < stop; i++) if (beginsSentence(text, i) || fresh.has(text.at[i]!)) return i;
  const { units } = document;
  for (let i = run.start; i < stop; i++) {
    if (i === 0) return 0;
    for (let k = text.at[i - 1]! + 1; k < text.at[i]!; k++) if (units[k] === 0x0a) return i;
  }
  return run.start;
}

/** Whether one copy reads as words: enough letters, enough different ones, and not one long Latin word (base64). */
function readsAsWords({ units, at: offsets }: Dense, start: number, end: number): boolean {
  const different = new Set<number>();
  let letters = 0;
  let latin = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (unit >= 0xd800 && unit < 0xe000) letters++;
    else if (isLetter(unit)) {
      letters++;
      if (unit < 0x250) latin++;
      if (different.size < LETTERS) different.add(unit);
    } else if (isMark(unit)) letters++;
  }
  if (2 * latin > letters && offsets[end - 1]! - offsets[start]! === end - 1 - start) return false;
  return different.size >= LETTERS && 100 * letters >= LETTER_SHARE * (end - start);
}

/** Weight of the span that lies in blocks which are no prose. */
function weightOutsideProse(document: Document, start: number, end: number): number {
  let sum = 0;
  for (const block of blocks(document)) {
    if (block.start >= end) break;
    if (block.end <= start || !NOT_PROSE.has(block.kind)) continue;
    sum += weightOfUnits(document.units, Math.max(start, block.start), Math.min(end, block.end));
  }
  return sum;
}

/**
 * Whether the file ends inside a sentence, and its last line is not ended: licences and lists of contents stand twice, the
 * second time in part, in files that are whole (four of 2,200 installed documents).
 */
function breaksOff({ units, format }: Document, text: Dense, end: number): boolean {
  if (format === 'html' || units[units.length - 1] === 0x0a) return false;
  let last = end - 1;
  while (last > 0 && CLOSERS[text.units[last]!] === 1) last--;
  return END_MARKS[text.units[last]!] === 0;
}

interface Loop extends Tandem {
  readonly level: Level;
  readonly weight: number;
}

function judge(document: Document, text: Dense, run: Tandem): Loop | undefined {
  const { units } = text;
  const copies = (run.end - run.start) / run.period;
  const weight = weightOfUnits(units, run.start, run.end);
  if (weight < LOOK_WEIGHT) return undefined;
  const tail = units.length - run.end;
  const cut =
    copies >= CUT_COPIES &&
    tail <= TAIL &&
    (run.end - run.start) % run.period !== 0 &&
    (copies >= STOP_COPIES || breaksOff(document, text, run.end));
  const stop = weight >= STOP_WEIGHT && (copies >= STOP_COPIES || cut);
  if (!stop && (copies < LOOK_COPIES || weight >= STOP_WEIGHT)) return undefined;
  const copyWeight = weightOfUnits(units, run.start, run.start + run.period);
  if (copyWeight < PERIOD_WEIGHT) return undefined;
  if (!readsAsWords(text, run.start, run.start + run.period)) return undefined;
  // of the first copy alone: a fence that is repeated an odd number of times turns the copies after it into code
  const start = text.at[run.start]!;
  const end = text.at[run.start + run.period - 1]! + 1;
  if (100 * weightOutsideProse(document, start, end) > CODE_SHARE * copyWeight) return undefined;
  return { ...run, level: stop ? 'stop' : 'look', weight };
}

function observe(document: Document, text: Dense, loop: Loop): Observation {
  const { period } = loop;
  const offset = (i: number): number => text.at[i]!;
  const upTo = (i: number): number => text.at[i - 1]! + 1;
  const start = firstSentence(document, text, loop);
  const spare = (loop.end - start) % period;
  const cut = spare > CHANCE && period - spare > 2;
  const end = spare <= CHANCE && loop.end - spare > start ? loop.end - spare : loop.end;
  const place = at(
    document,
    { start: offset(start), end: upTo(end) },
    { quoteEnd: upTo(Math.min(end, start + period)) },
  );
  const begun =
    start - loop.start > CHANCE
      ? at(document, { start: offset(loop.start), end: offset(loop.start) + 1 }).line!
      : place.line;
  const second = start + period;
  const last = start + Math.max(0, Math.ceil((end - start - CHANCE) / period) - 1) * period;
  const related: Place[] = [];
  if (second < end)
    related.push(
      at(document, { start: offset(second), end: upTo(Math.min(end, second + period)) }, { note: 'the second copy' }),
    );
  if (last > second && last < end)
    related.push(
      at(
        document,
        { start: offset(last), end: upTo(Math.min(end, last + period)) },
        { note: cut ? 'the last copy, cut' : 'the last copy' },
      ),
    );
  const tenths = Math.floor((10 * (end - loop.start)) / period);
  const copies = `${Math.floor(tenths / 10)}.${tenths % 10}`;
  const where = place.line === place.endLine ? `line ${place.line} says` : `lines ${place.line}-${place.endLine} say`;
  return {
    level: loop.level,
    message: `${where} one block ${copies} times${begun === place.line ? '' : `, begun in ${begun}`}${cut ? ' (the last is cut)' : ''}`,
    next: 'Get the document again from where it came: a repetition like this is made by a machine that was stuck, and what should stand there is lost',
    places: [place, ...related],
  };
}

export const loop: DocumentCheck = {
  id: 'loop',
  title: 'A passage that repeats itself back to back',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document) {
    if (DATA_FORMATS.has(document.format)) return;
    const text = dense(document);
    const loops: Loop[] = [];
    for (const run of tandems(text.units)) {
      const judged = judge(document, text, run);
      if (judged) loops.push(judged);
    }
    loops.sort((a, b) => b.weight - a.weight || a.start - b.start);
    const kept: Loop[] = [];
    for (const next of loops) {
      if (kept.length === MOST) break;
      if (kept.every((other) => next.end <= other.start || next.start >= other.end)) kept.push(next);
    }
    kept.sort((a, b) => a.start - b.start);
    for (const each of kept) yield observe(document, text, each);
  },
};
