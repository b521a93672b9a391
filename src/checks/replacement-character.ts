/** Letters that were lost when the text was converted: U+FFFD, or a question mark in their place. */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place } from '../core/types.ts';
import { isLetter, isMark } from '../core/unicode.ts';
import { census } from '../views/census.ts';
import { inCode, isCode } from '../views/in-code.ts';

const REPLACEMENT = 0xfffd;
const QUESTION = 0x3f;
const LF = 0x0a;
const SPACE = 0x20;
const MOST = 5000;
const RELATED = 5;
const AROUND = 16;
/** Different words with a question mark inside from which letters were lost, and runs of question marks in one line. */
const WORDS = 4;
const RUNS = 3;
const RUN_UNITS = 12;

const isWordUnit = (unit: number | undefined): boolean => unit !== undefined && (isLetter(unit) || isMark(unit));
const isQuote = (unit: number | undefined): boolean =>
  unit === 0x22 ||
  unit === 0x27 ||
  (unit !== undefined && ((unit >= 0x2018 && unit < 0x2020) || (unit >= 0x300c && unit < 0x3010)));
const isSmall = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;

function around(document: Document, start: number, end: number): Place {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < AROUND && units[from - 1] !== LF) from--;
  let to = end;
  while (to < units.length && to - end < AROUND && units[to] !== LF) to++;
  return at(document, { start: from, end: to });
}

const places = (document: Document, spans: readonly { start: number; end: number }[]): Place[] => {
  const out: Place[] = [];
  let last = 0;
  for (const { start, end } of spans) {
    if (out.length === RELATED + 1) break;
    const place = around(document, start, end);
    if (place.line === last) continue;
    last = place.line!;
    out.push(place);
  }
  return out;
};

function observation(
  document: Document,
  spans: readonly { start: number; end: number }[],
  level: 'look' | 'note',
  message: (first: Place, lines: number) => string,
): Observation {
  const [first, ...related] = places(document, spans);
  const lines = new Set(spans.slice(0, 1000).map(({ start }) => at(document, { start, end: start + 1 }).line)).size;
  return {
    level,
    message: message(first!, lines),
    next: 'Get the document again and have it converted from the character set that it was written in: what is lost cannot be told from this copy',
    places: [first!, ...related],
  };
}

/** U+FFFD that stands in the file itself. */
function replaced(document: Document): Observation | null {
  const { units } = document;
  const inWords: { start: number; end: number }[] = [];
  const alone: { start: number; end: number }[] = [];
  let count = 0;
  for (let i = units.indexOf(REPLACEMENT); i >= 0 && count < MOST; i = units.indexOf(REPLACEMENT, i)) {
    let end = i + 1;
    while (units[end] === REPLACEMENT) end++;
    count += end - i;
    const atWord = isWordUnit(units[i - 1]) || isWordUnit(units[end]);
    // in quotes by itself: the text speaks of it
    const shown = !atWord && isQuote(units[i - 1]) && isQuote(units[end]);
    if (!shown && !inCode(document, i)) (atWord ? inWords : alone).push({ start: i, end });
    i = end;
  }
  const total = inWords.length + alone.length;
  if (total === 0) return null;
  const spans = [...inWords, ...alone].toSorted((a, b) => a.start - b.start);
  // one at the very end is a character that was cut: another check tells it
  const tail = units.length - spans[0]!.end;
  if (total === 1 && (tail === 0 || (tail === 1 && units[units.length - 1] === LF))) return null;
  let amount = 0;
  for (const { start, end } of spans) amount += end - start;
  return observation(
    document,
    spans,
    speaksOfIt(document) ? 'note' : 'look',
    (first, lines) =>
      `${amount}${count >= MOST ? ' or more' : ''} character${amount === 1 ? ' was' : 's were'} lost in ${lines} line${lines === 1 ? '' : 's'}: U+FFFD stands for ${amount === 1 ? 'it' : 'them'}, the first in line ${first.line} ${JSON.stringify(first.quote)}`,
  );
}

/** Whether the text names the character: then it is likely to show it. */
function speaksOfIt(document: Document): boolean {
  return document.text.search(/U\+FFFD|replacement character|\\ufffd|&#xfffd/iu) >= 0;
}

/** Lines with several words of nothing but question marks. */
function questionRuns(document: Document): Observation | null {
  const { units } = document;
  const found: { start: number; end: number }[] = [];
  let line = -1;
  let runs: { start: number; end: number }[] = [];
  let lengths = new Set<number>();
  let amount = 0;
  let other = 0;
  let total = 0;
  const close = (): void => {
    if (
      runs.length >= RUNS &&
      lengths.size >= 2 &&
      amount >= RUN_UNITS &&
      other * 2 <= amount &&
      !inCode(document, runs[0]!.start)
    ) {
      found.push({ start: runs[0]!.start, end: runs.at(-1)!.end });
      total += amount;
    }
  };
  for (let i = units.indexOf(QUESTION); i >= 0 && found.length < 200; i = units.indexOf(QUESTION, i)) {
    let end = i + 1;
    while (units[end] === QUESTION) end++;
    if (end - i >= 2 && !isWordUnit(units[i - 1])) {
      // still on the line of the runs before it
      let between = 0;
      let same = line >= 0;
      if (same) {
        const from = runs.at(-1)!.end;
        for (let k = from; k < i; k++) {
          if (units[k] === LF || k - from > 40) {
            same = false;
            break;
          }
          if (isWordUnit(units[k])) between++;
        }
      }
      if (!same) {
        close();
        runs = [];
        lengths = new Set();
        amount = 0;
        other = 0;
      } else other += between;
      line = i;
      runs.push({ start: i, end });
      lengths.add(end - i);
      amount += end - i;
    }
    i = end;
  }
  close();
  if (found.length === 0) return null;
  return observation(
    document,
    found,
    'look',
    (first, lines) =>
      `${total} letters in ${lines} line${lines === 1 ? '' : 's'} are question marks: line ${first.line} ${JSON.stringify(first.quote)}`,
  );
}

/** Signs of patterns, addresses and commands: a question mark among them means something. */
const SIGNS: ReadonlySet<number> = new Set(Array.from('*\\[]|$^=/&{}<>#_`+~', (each) => each.charCodeAt(0)));

/** Words with a question mark between small letters, where a letter with a mark was. */
function questionWords(document: Document): Observation | null {
  const { units } = document;
  const found: { start: number; end: number }[] = [];
  const words = new Set<string>();
  let tried = 0;
  for (let i = units.indexOf(QUESTION); i >= 0 && tried < MOST; i = units.indexOf(QUESTION, i + 1)) {
    if (!isSmall(units[i - 1]) || !isSmall(units[i + 1])) continue;
    tried++;
    let start = i;
    let end = i + 1;
    let good = true;
    while (start > 0 && i - start < 40 && units[start - 1]! > SPACE) start--;
    while (end < units.length && end - i < 40 && units[end]! > SPACE) end++;
    let letters = 0;
    for (let k = start; k < end && good; k++) {
      const unit = units[k]!;
      if (isWordUnit(unit)) letters++;
      else if (SIGNS.has(unit) || (unit >= 0x30 && unit < 0x3b) || unit > 0x7f) good = false;
      else if (unit === 0x2e && isWordUnit(units[k + 1])) good = false;
    }
    if (!good || letters < 4 || end - i >= 40 || i - start >= 40) continue;
    if (patternLine(units, start) || inCode(document, i)) continue;
    found.push({ start, end });
    words.add(document.slice(start, end));
  }
  if (words.size < WORDS) return null;
  return observation(
    document,
    found,
    'look',
    (first, lines) =>
      `letters of ${found.length} words in ${lines} line${lines === 1 ? '' : 's'} are question marks: line ${first.line} ${JSON.stringify(first.quote)}`,
  );
}

/** Whether a line holds signs of patterns: `colou?r|gr[ae]y`. */
function patternLine(units: Uint16Array, offset: number): boolean {
  let from = offset;
  while (from > 0 && offset - from < 300 && units[from - 1] !== LF) from--;
  for (let i = from; i < units.length && i - offset < 300 && units[i] !== LF; i++)
    if (units[i] === 0x5c || units[i] === 0x7c || units[i] === 0x5e || units[i] === 0x24) return true;
  return false;
}

export const replacementCharacter: DocumentCheck = {
  id: 'replacement-character',
  title: 'Letters that were lost in a conversion',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document) {
    const counts = census(document);
    if (counts.replacement > (document.decoding?.faults ?? 0)) {
      const observed = replaced(document);
      if (observed) yield observed;
    }
    if (counts.question < WORDS || isCode(document)) return;
    const observed = questionRuns(document) ?? questionWords(document);
    if (observed) yield observed;
  },
};
