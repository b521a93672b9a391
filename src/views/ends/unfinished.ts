/**
 * Whether the last words of a document are the end of its last paragraph or item: what `unfinished` of endings.ts says of
 * them, and how the document's other blocks end, what follows these words elsewhere, how long the sentence is.
 */
import { isDecimalDigit, isLetter } from '../../core/unicode.ts';
import type { Block, Document } from '../../core/types.ts';
import { blocks } from '../blocks.ts';
import { ADDRESS, isWordUnit, LABEL, LABEL_WEIGHT, unfinished, type Unfinished } from '../endings.ts';
import { END_MARKS } from '../sentences.ts';
import { SPACES, weightOfUnits } from '../script.ts';
import type { End } from './structure.ts';

const LF = 0x0a;
/** Longest paragraph that is looked through, in units, from its end; blocks before it; how much of the text. */
const PARAGRAPH_UNITS = 4000;
const SIBLINGS = 40;
const AROUND = 300_000;
/** Lines by which the width of running lines is known. */
const LINES = 400;

/** `--- back`, `linkgit:git[1]`: markup of the generators of documents. */
const MARKUP = /^---|\w:[^\s[]*\[[^[\]]*\]/u;

/**
 * How much each sign adds, in the unit of `WEIGHTS` in endings.ts, and the limits of shares to which the values belong, the
 * last one to what lies above them: fitted on the training half of the corpus, whole documents and documents cut at random.
 */
const NO_LINE_END = 4;
const SPACE_BEHIND = 1;
const ITEM = -2;
const ALIKE = { limits: [0.05, 0.15, 0.3], prose: [3, 1, 0, -3], item: [4, 3, 0, -3] } as const;
const SHORT = { limits: [0.15, 0.3, 0.6], values: [2, 1, -1, -4] } as const;
const WORD_ENDS = { limits: [0.3, 0.6], values: [1, 0, -2] } as const;
const SENTENCE_ENDS = { limits: [0.03, 0.15], values: [1, 0, -1] } as const;
const STOPS_BEHIND = { limits: [0.1, 0.5], values: [1, 0, -2] } as const;
const WIDTH = { limits: [0.3, 0.8, 1], values: [3, 2, 1, -2] } as const;
const WORDS = { limits: [1, 2, 4], values: [-2, 3, 1, 0] } as const;
const PAIR_ENDS = -2;
const PAIR_GOES_ON = 1;

function of(value: number, { limits, values }: { limits: readonly number[]; values: readonly number[] }): number {
  let i = 0;
  while (i < limits.length && value > limits[i]!) i++;
  return values[i]!;
}

/** Classes of last units: a letter, a digit, an end mark, a closing bracket, a mark of emphasis or a quote, another one. */
function classOf(unit: number): number {
  if (isLetter(unit)) return 1;
  if (isDecimalDigit(unit)) return 2;
  if (END_MARKS[unit]! > 0) return 3;
  if (unit === 0x29 || unit === 0x5d || unit === 0x3e) return 4;
  return unit === 0x60 || unit === 0x2a || unit === 0x22 || unit === 0x27 ? 5 : 6;
}

/** How much the ends of the blocks beside it, and its length beside theirs, speak for a block that is cut. */
function beside(document: Document, block: Block, end: number): number {
  const { units } = document;
  const all = blocks(document);
  const item = block.kind === 'list';
  const own = classOf(units[end - 1]!);
  let alike = 0;
  let count = 0;
  let length = 0;
  for (let i = all.length - 2, looked = 0; i >= 0 && count < SIBLINGS && looked < 20 * SIBLINGS; i--, looked++) {
    const other = all[i]!;
    if (other.kind !== block.kind) {
      if (item) break;
      continue;
    }
    let last = other.end;
    while (last > other.start && SPACES[units[last - 1]!] === 1) last--;
    count++;
    length += last - other.start;
    if (classOf(units[last - 1]!) === own) alike++;
  }
  let score = item ? ITEM : 0;
  if (count >= 3)
    score += of((alike + 0.3) / (count + 1), { limits: ALIKE.limits, values: ALIKE[item ? 'item' : 'prose'] });
  if (item && count >= 2) score += of(((end - block.start) * count) / Math.max(1, length), SHORT);
  return score;
}

/** How much what follows the last word, the last two and the last letters elsewhere speaks for it. */
function elsewhere({ units }: Document, start: number, end: number): number {
  let word = end;
  while (word > start && isWordUnit(units[word - 1]!)) word--;
  const size = end - word;
  if (size < 3) return 0;
  let two = word;
  if (units[two - 1] === 0x20) {
    two--;
    while (two > start && isWordUnit(units[two - 1]!)) two--;
  }
  if (two >= word - 1) two = word;
  const last = units[end - 1]!;
  let inside = 0;
  let atEnd = 0;
  let tails = 0;
  let stops = 0;
  let alone = 0;
  let goesOn = 0;
  let pairs = 0;
  let pairsEnd = 0;
  const to = Math.min(units.length, end + AROUND);
  for (let i = units.indexOf(last, Math.max(3, end - AROUND)); i >= 0 && i < to; i = units.indexOf(last, i + 1)) {
    if (units[i - 1] !== units[end - 2] || units[i - 2] !== units[end - 3] || i === end - 1) continue;
    const within = isWordUnit(units[i + 1] ?? 0);
    if (size > 3 && units[i - 3] === units[end - 4]) {
      if (within) inside++;
      else atEnd++;
    }
    if (within) continue;
    tails++;
    let next = i + 1;
    while (units[next] === 0x29 || units[next] === 0x22 || units[next] === 0x60 || units[next] === 0x2a) next++;
    const after = units[next];
    if (after === undefined || END_MARKS[after]! > 0 || after === 0x2c || (after === LF && units[next + 1] === LF))
      stops++;
    let k = 3;
    while (k < size && units[i - k] === units[end - 1 - k]) k++;
    if (k < size || isWordUnit(units[i - size] ?? 0)) continue;
    alone++;
    const on = (units[i + 1] === 0x20 || units[i + 1] === LF) && isWordUnit(units[i + 2] ?? 0);
    if (on) goesOn++;
    if (two === word) continue;
    while (k < end - two && units[i - k] === units[end - 1 - k]) k++;
    if (k < end - two) continue;
    if (on) pairs++;
    else pairsEnd++;
  }
  let score = 0;
  if (alone === 0 && inside + atEnd > 0) score += of((atEnd + 0.5) / (inside + atEnd + 1), WORD_ENDS);
  if (tails >= 6) score += of((stops + 0.5) / (tails + 1), SENTENCE_ENDS);
  if (alone >= 3) score += of((alone - goesOn + 0.5) / (alone + 1), STOPS_BEHIND);
  if (pairsEnd > 0) score += PAIR_ENDS;
  else if (pairs >= 2) score += PAIR_GOES_ON;
  return score;
}

/** Words since the last end mark inside the block. */
function wordsOf({ units }: Document, start: number, end: number): number {
  let words = 1;
  for (let i = end - 1; i > start && words < 8; i--) {
    if (END_MARKS[units[i]!]! > 0 && i < end - 1 && SPACES[units[i + 1]!] === 1) break;
    if (SPACES[units[i]!] === 1 && SPACES[units[i - 1]!] !== 1 && END_MARKS[units[i - 1]!] === 0) words++;
  }
  return words;
}

/** Mean width of lines that a further line of the same block follows, in units; 0 where there are none. */
function widthOf(document: Document): number {
  const { units } = document;
  let count = 0;
  let sum = 0;
  for (const { kind, start, end } of blocks(document)) {
    if (kind !== 'prose' && kind !== 'list') continue;
    for (let from = start; count < LINES; count++) {
      const next = units.indexOf(LF, from);
      if (next < 0 || next >= end) break;
      sum += next - from;
      from = next + 1;
    }
    if (count >= LINES) break;
  }
  return count === 0 ? 0 : sum / count;
}

/** What speaks for a document that stops inside its last block, a paragraph, item or quote; undefined where nothing can. */
export function unfinishedEnd(document: Document, block: Block, end: End): Unfinished | undefined {
  if (MARKUP.test(end.tail)) return undefined;
  const found = unfinished(document, block, true);
  if (!found) return undefined;
  const { units } = document;
  const unclosed = found.said.some((sign) => sign.endsWith('is not closed'));
  if ((ADDRESS.test(end.tail) || LABEL.test(end.tail)) && !unclosed) return undefined;
  const start = Math.max(block.start, end.end - PARAGRAPH_UNITS);
  const words = wordsOf(document, start, end.end);
  if (!unclosed && words - (block.kind === 'list' ? 1 : 0) < 2 && weightOfUnits(units, start, end.end) < LABEL_WEIGHT)
    return undefined;
  let { score } = found;
  const more = elsewhere(document, start, end.end);
  score += beside(document, block, end.end) + more + of(words, WORDS);
  if (!end.newline) score += NO_LINE_END + (end.end < units.length ? SPACE_BEHIND : 0);
  if (block.start < units.lastIndexOf(LF, end.end - 1)) {
    const width = widthOf(document);
    if (width > 0) score += of((end.end - end.start) / width, WIDTH);
  }
  return { score, words: found.words + more, said: found.said };
}
