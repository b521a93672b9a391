/**
 * A passage that repeats itself back to back, as a generator or a scanner does when it is stuck: exactly, at any period;
 * with the small differences of noise; or a phrase that is said many times. White space does not count.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import { isLetter, isLower, isMark, isUpper } from '../core/unicode.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { dense, type Dense } from '../views/dense.ts';
import { differences, type Differences } from '../views/noise.ts';
import { CLOSERS, END_MARKS } from '../views/sentences.ts';
import { weightOf, weightOfUnits } from '../views/script.ts';
import { tandems, type Chain, type Tandem } from '../views/tandems.ts';

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
const LOOK_COPIES = 2.9;
/** The shortest period that counts, in weight; below lie dot leaders, rules, laughter. */
const PERIOD_WEIGHT = 16;
/** Different letters that one copy must hold: hex dumps have 6, test vectors few. */
const LETTERS = 10;
/** Units to one white space, on average, in a Latin text: lists of symbols and paths have longer words. */
const MOST_UNITS_A_WORD = 22;
/** Share of letters in one copy, in percent: tables of numbers, register maps and ASCII art stay below. */
const LETTER_SHARE = 50;
/** Share of the first copy's weight, in percent, that may lie in code, tables and the like. */
const CODE_SHARE = 40;
/** ... or so much of it lies in prose: then the rest is an example that is repeated with it. */
const PROSE_WEIGHT = 100;
/** Differing copies: how many, weight of the run; weight and copies where they differ at a single place. */
const NOISY_COPIES = 2.5;
const NOISY_WEIGHT = 150;
const NOISY_SURE_WEIGHT = 300;
const SINGLE_COPIES = 2.8;
/** So many copies that what one has differently can return in the next, and places at which it must. */
const RETURN_COPIES = 3.7;
const NOISY_PLACES = 2;
/** The longest period of a phrase, in units; what is longer reads as words or is none. */
const PHRASE = 24;
/** Weight of all copies of a phrase together. */
const PHRASE_WEIGHT = 40;
/** Copies of a phrase of some words; of one word, which grammars repeat (`HexDigit HexDigit`); of one character. */
const PHRASE_COPIES = 5;
const WORD_COPIES = 10;
const CHARACTER_COPIES = 30;
/** Copies of one mark of punctuation: forms have dotted lines that are shorter. */
const MARK_COPIES = 60;
/** Units by which a run may be longer than what repeats, because the words around it happen to begin or end alike. */
const CHANCE = 8;
/** Most findings of one document; a text that loops in more places is told often enough. */
const MOST = 8;

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

/** Whether white space that breaks the line stands before `units[i]` of the dense text. */
function beginsLine({ units }: Document, text: Dense, i: number): boolean {
  if (i === 0) return true;
  for (let k = text.at[i - 1]! + 1; k < text.at[i]!; k++) if (units[k] === 0x0a) return true;
  return false;
}

/** Lines by which the first sentence may be below the run's beginning and still be where a reader looks for it. */
const BELOW = 1;

/**
 * Where a reader would say that the loop begins. A run can begin early, because the text before the loop happens to end as
 * each copy does; so it is the first sentence that begins in the first copy. But where that is lines below, and a line or
 * a word begins where the run does, it is there.
 */
function beginningOf(document: Document, text: Dense, run: Tandem): number {
  const sentence = firstSentence(document, text, run);
  const line = (i: number): number => lineColumn(document, text.at[i]!).line;
  if (line(sentence) - line(run.start) <= BELOW) return sentence;
  const second = run.start + run.period;
  if (beginsLine(document, text, run.start) || (second < run.end && beginsLine(document, text, second)))
    return run.start;
  for (let i = run.start; i < run.start + CHANCE && i < run.end; i++)
    if (i === 0 || text.at[i]! > text.at[i - 1]! + 1)
      return beginsLine(document, text, i) && i - run.start > 2 ? sentence : i;
  return sentence;
}

/** First sentence start in the run's first copy; else the first line that begins in it; else where the run begins. */
function firstSentence(document: Document, text: Dense, run: Tandem): number {
  const stop = Math.min(run.start + run.period, run.end);
  const fresh = blockStarts(document, text.at[run.start]!, text.at[stop - 1]!);
  for (let i = run.start; i < stop; i++) if (beginsSentence(text, i) || fresh.has(text.at[i]!)) return i;
  for (let i = run.start; i < stop; i++) if (beginsLine(document, text, i)) return i;
  return run.start;
}

/** Whether one copy reads as words: enough letters, enough different ones, and no very long Latin words (base64, paths). */
function readsAsWords({ units, at: offsets }: Dense, start: number, end: number): boolean {
  const different = new Set<number>();
  let letters = 0;
  let latin = 0;
  let gaps = 0;
  // one sign of Han says as much as three letters
  let distinct = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (i > start && offsets[i]! > offsets[i - 1]! + 1) gaps++;
    if (unit >= 0xd800 && unit < 0xe000) letters++;
    else if (isLetter(unit)) {
      letters++;
      if (unit < 0x250) latin++;
      if (different.size < LETTERS && !different.has(unit)) {
        different.add(unit);
        distinct += weightOf(unit);
      }
    } else if (isMark(unit)) letters++;
  }
  if (2 * latin > letters && gaps * MOST_UNITS_A_WORD < end - start) return false;
  return distinct >= LETTERS && 100 * letters >= LETTER_SHARE * (end - start);
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
  /** Copies differ from each other at so many places; 0 where they are equal. */
  readonly edits: number;
}

const LOGGED_WITHIN = 400;
const LOGGED_AROUND = 100;
/** A place in a file, as compilers and tests print it before what they say. */
const LOGGED = /[a-zA-Z0-9_]\.[a-zA-Z]{1,4}:[0-9]{1,6}:/;

/** Whether enough of the first copy is prose, and reads as words. */
function isProse(document: Document, text: Dense, run: Tandem, copyWeight: number): boolean {
  if (!readsAsWords(text, run.start, run.start + run.period)) return false;
  // of the first copy alone: a fence that is repeated an odd number of times turns the copies after it into code
  const start = text.at[run.start]!;
  const end = text.at[run.start + run.period - 1]! + 1;
  if (
    LOGGED.test(
      document.slice(Math.max(0, start - LOGGED_AROUND), Math.min(end, start + LOGGED_WITHIN) + LOGGED_AROUND),
    )
  )
    return false;
  const outside = weightOutsideProse(document, start, end);
  return 100 * outside <= CODE_SHARE * copyWeight || copyWeight - outside >= PROSE_WEIGHT;
}

function judge(document: Document, text: Dense, run: Tandem): Loop | undefined {
  const { units } = text;
  const copies = (run.end - run.start) / run.period;
  const weight = weightOfUnits(units, run.start, run.end);
  if (weight < PHRASE_WEIGHT) return undefined;
  if (run.period <= PHRASE && isPhraseLoop(document, text, run)) return { ...run, level: 'look', weight, edits: 0 };
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
  if (copyWeight < PERIOD_WEIGHT || !isProse(document, text, run, copyWeight)) return undefined;
  return { ...run, level: stop ? 'stop' : 'look', weight, edits: 0 };
}

function isNoise(told: Differences, length: number, period: number, weight: number): boolean {
  const { noise, edges, others, stays, slots, returns } = told;
  // many copies: each of them differs from both of its neighbours, which are equal there
  if (length >= RETURN_COPIES * period && returns >= NOISY_PLACES && returns >= 2 * (stays + slots)) return true;
  // few copies: all that differs is letters of plain words
  const rest = others + stays + slots;
  if (noise < 2 * slots || 2 * noise < edges) return false;
  const single = edges + rest === 0 && weight >= NOISY_SURE_WEIGHT && length >= SINGLE_COPIES * period;
  if (noise < (single ? 1 : 2)) return false;
  return noise >= 2 * rest || (noise >= 2 * NOISY_PLACES && noise + edges >= rest);
}

/** A loop whose copies differ as noise does, at places of its own in each copy and inside words. */
function judgeNoisy(document: Document, text: Dense, run: Chain): Loop | undefined {
  const { start, end, period, edits } = run;
  if (end - start < NOISY_COPIES * period) return undefined;
  const weight = weightOfUnits(text.units, start, end);
  if (weight < NOISY_WEIGHT) return undefined;
  if (!isNoise(differences(text, run), end - start, period, weight)) return undefined;
  const copyWeight = weightOfUnits(text.units, start, start + period);
  if (copyWeight < PERIOD_WEIGHT || !isProse(document, text, run, copyWeight)) return undefined;
  return { start, end, period, level: 'look', weight, edits: edits.length };
}

/** Marks of sentences. Full stops, dashes, underscores and the like make leaders, rules and blanks to fill in. */
const SENTENCE_MARKS: ReadonlySet<number> = new Set(
  Array.from(',;:!?\u2026\u00b7\u3001\u3002\uff0c\uff1f\uff01\u060c\u061f\u0964', (mark) => mark.charCodeAt(0)),
);
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const GREATER = 0x3e;
/** Lm, used to stretch words. */
const TATWEEL = 0x640;
const LONG_VOWEL = 0x30fc;
/** Macros of TeX that make room or lines, and are said many times. */
const SPACING = new Set([
  'quad',
  'qquad',
  'hfill',
  'newline',
  'par',
  'hline',
  'cdots',
  'ldots',
  'dots',
  'cdot',
  'hspace',
  'vspace',
  'phantom',
  'bigskip',
  'medskip',
  'smallskip',
  'thinspace',
  'enspace',
]);

/** Whether a short phrase is said so often, in prose, that nobody meant it. */
function isPhraseLoop(document: Document, text: Dense, { start, end, period }: Tandem): boolean {
  const { units, at: offsets } = text;
  const copies = (end - start) / period;
  if (copies < PHRASE_COPIES) return false;
  let letters = 0;
  let wide = 0;
  let lower = 0;
  let marks = 0;
  let macros = 0;
  let spaces = 0;
  const different = new Set<number>();
  for (let i = start; i < start + period; i++) {
    const unit = units[i]!;
    different.add(unit);
    if (offsets[i + 1]! > offsets[i]! + 1) spaces++;
    if (unit === TATWEEL || unit === LONG_VOWEL) return false;
    if (isLetter(unit) || isMark(unit)) {
      letters++;
      if (isLower(unit)) lower++;
      else if (!isUpper(unit)) wide++;
    } else if (SENTENCE_MARKS.has(unit) || unit === 0x2e || unit === 0x27 || unit === 0x2d) marks++;
    else if (unit === BACKSLASH) macros++;
    else return false;
  }
  if (start > 0 && (units[start - 1] === BACKTICK || units[start - 1] === GREATER)) return false;
  if (letters === 0) return isMarkLoop(text, start, end, copies, marks, macros);
  if (macros > 0)
    return (
      macros === 1 &&
      spaces + marks === 0 &&
      copies >= WORD_COPIES &&
      isMacro(units, start, period) &&
      inProse(document, offsets[start]!)
    );
  if (2 * letters < period) return false;
  if (wide === letters) {
    // no spaces between words are needed, nor may there be more than one kind of letter
    if (copies < (different.size - marks <= 1 ? CHARACTER_COPIES : period <= 3 ? WORD_COPIES : PHRASE_COPIES + 2))
      return false;
  } else if (spaces === 0) {
    // one long word: hex, base64 and made-up keys have digits, capitals or something else beside them
    if (letters !== period || lower !== letters || different.size < 4 || copies < PHRASE_COPIES) return false;
    if (start > 0 && offsets[start - 1]! + 1 === offsets[start]! && !isLetter(units[start - 1]!)) return false;
    if (
      end < units.length &&
      offsets[end - 1]! + 1 === offsets[end]! &&
      !isLetter(units[end]!) &&
      !SENTENCE_MARKS.has(units[end]!) &&
      units[end] !== 0x2e &&
      units[end] !== 0x3c
    )
      return false;
  } else if (letters < 3 || different.size < 3 || copies < (spaces > 1 ? PHRASE_COPIES : WORD_COPIES)) return false;
  return inProse(document, offsets[start]!);
}

/** A mark of a sentence that is said very often inside a line of prose; not a leader, which a page number ends. */
function isMarkLoop(
  { units, at: offsets }: Dense,
  start: number,
  end: number,
  copies: number,
  marks: number,
  macros: number,
): boolean {
  if (macros > 0 || marks === 0 || copies < MARK_COPIES || start === 0) return false;
  for (let i = start; i < start + Math.min(end - start, 8); i++) if (!SENTENCE_MARKS.has(units[i]!)) return false;
  const next = units[end];
  const number = next !== undefined && next >= 0x30 && next <= 0x39;
  return !number && isLetter(units[start - 1]!) && offsets[start]! - offsets[start - 1]! <= 2;
}

/** Whether one copy is a macro of TeX that means something. */
function isMacro(units: Uint16Array, start: number, period: number): boolean {
  let first = start;
  while (units[first] !== BACKSLASH) first++;
  let name = '';
  for (let i = first + 1; i < first + period; i++) name += String.fromCharCode(units[i]!);
  return name.length >= 3 && !SPACING.has(name);
}

function inProse(document: Document, offset: number): boolean {
  const block = blocks(document).find((each) => each.end > offset);
  return block !== undefined && block.start <= offset && !NOT_PROSE.has(block.kind);
}

function observe(document: Document, text: Dense, loop: Loop): Observation {
  const { period } = loop;
  const offset = (i: number): number => text.at[i]!;
  const upTo = (i: number): number => text.at[i - 1]! + 1;
  const start = beginningOf(document, text, loop);
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
    message: `${where} one block ${copies} times${begun === place.line ? '' : `, begun in ${begun}`}${cut ? ' (the last is cut)' : ''}${loop.edits > 0 ? `, with ${loop.edits} small differences that fall inside words` : ''}`,
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
    const { exact, noisy } = tandems(document);
    for (const run of exact) {
      const judged = judge(document, text, run);
      if (judged) loops.push(judged);
    }
    for (const run of noisy) {
      const judged = judgeNoisy(document, text, run);
      if (judged) loops.push(judged);
    }
    // what is certain first: of a loop with noise, the copies that are equal
    loops.sort((a, b) =>
      a.level === b.level ? b.weight - a.weight || a.start - b.start : a.level === 'stop' ? -1 : 1,
    );
    const kept: Loop[] = [];
    for (const next of loops) {
      if (kept.length === MOST) break;
      if (kept.every((other) => next.end <= other.start || next.start >= other.end)) kept.push(next);
    }
    kept.sort((a, b) => a.start - b.start);
    for (const each of kept) yield observe(document, text, each);
  },
};
