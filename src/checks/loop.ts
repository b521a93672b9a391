/**
 * A passage that repeats itself back to back, as a generator or a scanner does when it is stuck: exactly, at any period;
 * with the small differences of noise; or a phrase that is said many times. White space does not count.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import { isLetter, isLower, isMark, isUpper } from '../core/unicode.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { dense, type Dense } from '../views/dense.ts';
import { differences, type Differences } from '../views/noise.ts';
import { CLOSERS, END_MARKS } from '../views/sentences.ts';
import { weightOf, weightOfUnits } from '../views/script.ts';
import { tandems, type Chain, type Tandem } from '../views/tandems.ts';
import { isRecord } from '../views/records.ts';

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
/** Units to one white space, on average, in a Latin text, where copies are equal and where they differ: lists of symbols and paths have longer words. */
const MOST_UNITS_A_WORD = 40;
const MOST_UNITS_A_NOISY_WORD = 22;
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
/** Places at which copies must differ so that nobody meant it; of them those where the next copy is as it was; those alone. */
const NOISY_PLACES = 4;
const NOISY_RETURNS = 2;
const MANY_RETURNS = 6;
/** So many copies that a single one may differ. */
const RETURN_COPIES = 3.7;
/** The longest period of a phrase, in units; what is longer reads as words or is none. */
const PHRASE = 24;
/** Weight of all copies of a phrase together. */
const PHRASE_WEIGHT = 40;
/** Copies of a phrase of some words; of one word, which grammars repeat (`HexDigit HexDigit`); of one character. */
const PHRASE_COPIES = 5;
const WORD_COPIES = 10;
const CHARACTER_COPIES = 24;
/** Copies of a phrase with digits or markup in it. */
const MARKUP_COPIES = 10;
/** Marks or digits in a row where there are no others like them (so many as make no row); and wherever they are. */
const MARK_COPIES = 20;
const FEW_MARKS = 8;
const MANY_MARKS = 60;
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

/** Index of the first block that ends behind the offset. */
function firstBlock(document: Document, offset: number): number {
  const all = blocks(document);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Offsets in the text at which a block begins that a sentence begins with: after another kind of block, or with a capital.
 * A paragraph after a paragraph may be the rest of its sentence, as where a column's lines became paragraphs.
 */
function blockStarts(document: Document, start: number, end: number): ReadonlySet<number> {
  const found = new Set<number>();
  const all = blocks(document);
  const from = firstBlock(document, start);
  let before = all[from - 1];
  for (let i = from; i < all.length; i++) {
    const block = all[i]!;
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
function readsAsWords({ units, at: offsets }: Dense, start: number, end: number, longest: number): boolean {
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
  if (2 * latin > letters && gaps * longest < end - start) return false;
  return distinct >= LETTERS && 100 * letters >= LETTER_SHARE * (end - start);
}

/** Weight of the span that lies in blocks which are no prose. */
function weightOutsideProse(document: Document, start: number, end: number): number {
  let sum = 0;
  const all = blocks(document);
  for (let i = firstBlock(document, start); i < all.length; i++) {
    const block = all[i]!;
    if (block.start >= end) break;
    if (!NOT_PROSE.has(block.kind)) continue;
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
function isProse(document: Document, text: Dense, run: Tandem, copyWeight: number, longest: number): boolean {
  if (!readsAsWords(text, run.start, run.start + run.period, longest)) return false;
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
  if (copyWeight < PERIOD_WEIGHT || !isProse(document, text, run, copyWeight, MOST_UNITS_A_WORD)) return undefined;
  return { ...run, level: stop ? 'stop' : 'look', weight, edits: 0 };
}

function isNoise(told: Differences, length: number, period: number, weight: number): boolean {
  const { noise, edges, others, stays, slots, returns } = told;
  // what one copy has differently and the next one has again as it was, some of it in plain words
  if (noise + edges > 0 && returns >= NOISY_RETURNS && noise + edges + returns >= NOISY_PLACES)
    if (returns >= stays && returns >= slots) return true;
  if (returns >= MANY_RETURNS && returns >= 3 * (stays + slots)) return true;
  const places = noise + edges + others;
  if (
    length >= RETURN_COPIES * period &&
    weight >= STOP_WEIGHT &&
    places <= returns &&
    stays + slots === 0 &&
    places > 0
  )
    return true;
  // few copies: all that differs is letters of plain words
  const rest = others + stays + slots;
  if (noise < 2 * slots || 2 * noise < edges) return false;
  const single = edges + rest === 0 && weight >= NOISY_SURE_WEIGHT && length >= SINGLE_COPIES * period;
  if (noise < (single ? 1 : 2)) return false;
  return noise >= 2 * rest || (noise >= NOISY_PLACES && noise + edges >= rest);
}

/** A loop whose copies differ as noise does, at places of its own in each copy and inside words. */
function judgeNoisy(document: Document, text: Dense, run: Chain): Loop | undefined {
  const { start, end, period, edits } = run;
  if (end - start < NOISY_COPIES * period) return undefined;
  const weight = weightOfUnits(text.units, start, end);
  if (weight < NOISY_WEIGHT) return undefined;
  if (!isNoise(differences(text, run), end - start, period, weight)) return undefined;
  const copyWeight = weightOfUnits(text.units, start, start + period);
  if (copyWeight < PERIOD_WEIGHT || !isProse(document, text, run, copyWeight, MOST_UNITS_A_NOISY_WORD))
    return undefined;
  return { start, end, period, level: 'look', weight, edits: edits.length };
}

/** Marks of sentences. Full stops, dashes, underscores and the like make leaders, rules and blanks to fill in. */
const SENTENCE_MARKS: ReadonlySet<number> = new Set(
  Array.from(',;:!?\u2026\u00b7\u3001\u3002\uff0c\uff1f\uff01\u060c\u061f\u0964', (mark) => mark.charCodeAt(0)),
);
/** Marks inside words, and the full stop: they make rules and leaders by themselves. */
const WORD_MARKS: ReadonlySet<number> = new Set(Array.from(".-'\u2019", (mark) => mark.charCodeAt(0)));
const LF = 0x0a;
const AMPERSAND = 0x26;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const BAR = 0x7c;
/** Lm, used to stretch words. */
const TATWEEL = 0x640;
const LONG_VOWEL = 0x30fc;

/** What a short phrase holds. */
interface Phrase {
  readonly letters: number;
  readonly lower: number;
  /** Letters of scripts without case. */
  readonly wide: number;
  readonly digits: number;
  /** Marks of sentences. */
  readonly marks: number;
  readonly others: number;
  /** White space between two units of it. */
  readonly spaces: number;
  readonly different: number;
}

function phraseOf({ units, at: offsets }: Dense, start: number, period: number): Phrase {
  let letters = 0;
  let lower = 0;
  let wide = 0;
  let digits = 0;
  let marks = 0;
  let others = 0;
  let spaces = 0;
  const different = new Set<number>();
  for (let i = start; i < start + period; i++) {
    const unit = units[i]!;
    different.add(unit);
    if (offsets[i + 1]! > offsets[i]! + 1) spaces++;
    if (unit === TATWEEL || unit === LONG_VOWEL) others++;
    else if (isLetter(unit) || isMark(unit)) {
      letters++;
      if (isLower(unit)) lower++;
      else if (!isUpper(unit)) wide++;
    } else if (SENTENCE_MARKS.has(unit) || WORD_MARKS.has(unit)) marks++;
    else if (unit >= 0x30 && unit <= 0x39) digits++;
    else others++;
  }
  return { letters, lower, wide, digits, marks, others, spaces, different: different.size };
}

/** Whether a short phrase is said so often, in prose, that nobody meant it. */
function isPhraseLoop(document: Document, text: Dense, run: Tandem): boolean {
  const { start, end, period } = run;
  const { units, at: offsets } = text;
  const copies = (end - start) / period;
  if (copies < PHRASE_COPIES) return false;
  // of the second copy: the words before may end as the phrase does
  const { letters, lower, wide, digits, marks, others, spaces, different } = phraseOf(text, start + period, period);
  const joined = start > 0 && offsets[start - 1]! + 1 === offsets[start]!;
  const before = start > 0 ? units[start - 1]! : 0;
  if (joined && (before === BACKTICK || before === GREATER)) return false;
  let told: boolean;
  if (letters === 0) told = others === 0 && period <= 2 && isRunOfMarks(document, text, run, digits > 0);
  else if (others + digits > 0)
    // markup and macros, in the middle of a line: at its beginning they make room
    told =
      copies >= MARKUP_COPIES &&
      (spaces > 0 ? letters >= 2 : letters >= 3 && letters > digits && isMarkup(units, start, period)) &&
      followsWord(document, text, start) &&
      !hasBar(units, start, period);
  else if (wide > 0)
    // one character is laughter, or a word that is drawn out, up to a length
    told =
      2 * letters >= period &&
      copies >=
        (different - marks <= 1 ? CHARACTER_COPIES : period <= 3 || wide < letters ? WORD_COPIES : PHRASE_COPIES + 2);
  else if (spaces > 0) told = letters >= 3 && different >= 2 && copies >= (spaces > 1 ? PHRASE_COPIES : WORD_COPIES);
  else {
    // one long word: hex, base64 and made-up keys have digits, capitals or something else beside them
    const after = end < units.length && offsets[end - 1]! + 1 === offsets[end]! ? units[end]! : 0;
    told =
      letters === period &&
      lower === letters &&
      different >= 4 &&
      (!joined || isLetter(before)) &&
      (after === 0 || isLetter(after) || SENTENCE_MARKS.has(after) || after === DOT || after === LESS);
  }
  return told && inProse(document, offsets[start]!);
}

function hasBar(units: Uint16Array, start: number, period: number): boolean {
  return units.subarray(start, start + period).includes(BAR);
}

/** Whether the phrase is one entity (`&nbsp;`) or one macro (`\\star`), wherever in it the run begins. */
function isMarkup(units: Uint16Array, start: number, period: number): boolean {
  let signs = 0;
  for (let i = start; i < start + period; i++) {
    const unit = units[i]!;
    if (unit === BACKSLASH || unit === AMPERSAND) signs++;
    else if (!isLetter(unit) && unit !== SEMICOLON) return false;
  }
  return signs === 1;
}

/** Whether a letter or a mark of a sentence stands before the run in its line. */
function followsWord({ units: all }: Document, { units, at: offsets }: Dense, start: number): boolean {
  if (start === 0) return false;
  const before = units[start - 1]!;
  if (!isLetter(before) && !isMark(before) && !SENTENCE_MARKS.has(before) && before !== DOT && before !== CLOSE)
    return false;
  for (let i = offsets[start - 1]! + 1; i < offsets[start]!; i++) if (all[i] === LF) return false;
  return true;
}

/**
 * Whether a mark or a digit is said very often between words. A leader has a number behind it, a form has more than one
 * dotted line, and a document with test vectors has more than one run of noughts.
 */
function isRunOfMarks(
  document: Document,
  { units, at: offsets }: Dense,
  { start, end }: Tandem,
  digits: boolean,
): boolean {
  if (start === 0 || end - start < MARK_COPIES || WORD_MARKS.has(units[start]!) || WORD_MARKS.has(units[start + 1]!))
    return false;
  const before = units[start - 1]!;
  if (!isLower(before) && !(isLetter(before) && !isUpper(before)) && !isMark(before)) return false;
  if (digits && offsets[start]! === offsets[start - 1]! + 1) return false;
  const after = end < units.length ? units[end]! : 0;
  if (end - start >= MANY_MARKS && !digits) return !(after >= 0x30 && after <= 0x39);
  if (!isLetter(after) || offsets[end]! - offsets[end - 1]! > 2 || (digits && offsets[end]! === offsets[end - 1]! + 1))
    return false;
  return rows(document).get(units[start]!) === 1;
}

/** How many times each mark or digit stands in a row of FEW_MARKS or more in the text without white space. */
const rows: (document: Document) => ReadonlyMap<number, number> = view((document) => {
  const { units } = dense(document);
  const counts = new Map<number, number>();
  for (let i = 0; i < units.length;) {
    const unit = units[i]!;
    let next = i + 1;
    while (next < units.length && units[next] === unit) next++;
    if (next - i >= FEW_MARKS) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    i = next;
  }
  return counts;
});

function inProse(document: Document, offset: number): boolean {
  const block = blocks(document)[firstBlock(document, offset)];
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
    message: `${where} one block ${copies} times${begun === place.line ? '' : `, begun in ${begun}`}${cut ? ' (the last is cut)' : ''}${loop.edits > 0 ? `, with ${loop.edits} small difference${loop.edits === 1 ? '' : 's'}` : ''}`,
    next: 'Get the document again from where it came: a repetition like this is made by a machine that was stuck, and what should stand there is lost',
    places: [place, ...related],
  };
}

/** Units of an entry that changelogs say again and again. */
const ENTRY_UNITS = 120;

/** Entries of a changelog that say the same: short items of a list. */
function isEntry(document: Document, { level, period }: Loop, { places }: Observation): boolean {
  return level === 'look' && period <= ENTRY_UNITS && isRecord(document) && /^\s*[-*•+] /u.test(places[0].quote ?? '');
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
      if (!judged) continue;
      // copies that are equal among those that differ: one loop, as certain as they make it
      const within = loops.filter(({ start, end }) => start >= judged.start && end <= judged.end);
      loops.push(within.some(({ level }) => level === 'stop') ? { ...judged, level: 'stop' } : judged);
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
    for (const each of kept) {
      const told = observe(document, text, each);
      if (!isEntry(document, each, told)) yield told;
    }
  },
};
