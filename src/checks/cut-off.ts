/**
 * A document that stops before its end. `stop` where a structure is broken at the very end (a tag, an entity, a fence, a
 * JSON object, a table row ...); `look` where two independent signs agree that a sentence or a word is unfinished.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import { isDecimalDigit } from '../core/unicode.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { blocks, type Block } from '../views/blocks.ts';
import {
  ADDRESS,
  endingOf,
  GOES_ON,
  habitBeside,
  isWordUnit,
  LABEL,
  LABEL_WEIGHT,
  lastWord,
  SENTENCE_WEIGHT,
  unclosedIn,
  unfinished,
  type Ending,
} from '../views/endings.ts';
import { weightOfUnits } from '../views/script.ts';
import { pattern } from '../core/pattern.ts';
import { view } from '../core/view.ts';
import { among, factOf, type Ends } from '../views/ends/among.ts';
import { cutStart } from '../views/ends/start.ts';
import { broken, endOf, MESSAGE_UNITS, type End } from '../views/ends/structure.ts';

/** Longest quote of the last line, in units: its end is what matters. */
const LINE_UNITS = 80;

// ---------------------------------------------------------------------------------------------------------------------
// Unfinished sentences

/** What is known of a document's end. */
export interface Signs {
  /** The file does not end with a line end. */
  readonly noNewline: boolean;
  /** What the text ends with. */
  readonly kind: Block['kind'];
  /** Weight of the last block. */
  readonly weight: number;
  /** The last character is a letter or a digit, or a mark after which text goes on; and no address. */
  readonly bare: boolean;
  /** The last block ends in no end mark, colon or the like. */
  readonly ending: Ending;
  /** How many blocks of this kind before it end in an end mark, and how many there are. */
  readonly finished: number;
  readonly count: number;
  /** A bracket, quote or code span that the last block opens and does not close. */
  readonly unclosed: string | undefined;
  /** The last word is the beginning of a word that stands elsewhere in the document, and stands nowhere by itself. */
  readonly fragment: boolean;
  /** The last character or word is one after which this document always goes on. */
  readonly goesOn: boolean;
  /** The last line has two words, or a weight that stands for two. */
  readonly words: boolean;
  /** The last line is a list marker without an item, or a heading where the others have text under them. */
  readonly nothing: boolean;
  /** The last character is a digit. */
  readonly digit: boolean;
  /** White space follows the last word, and no line end. */
  readonly space: boolean;
}

/** A list marker or the second row of a table, and nothing after it. */
const NOTHING = /^(?:[-*+•]|\d{1,3}[.)]|\|[-:| ]*)$/u;
/** Two words at least. */
const WORDS = pattern('u')`[^\s\d]\s+\S*\p{L}\S*$`;
/** The signs at the end of a document; undefined where it has no block. */
export function signsOf(document: Document): Signs | undefined {
  const end = endOf(document);
  if (!end) return undefined;
  const { units } = document;
  const all = blocks(document);
  const last = all.at(-1);
  if (!last) return undefined;
  const lastUnit = units[end.end - 1]!;
  const ending = LABEL.test(end.tail) ? 'neutral' : endingOf(units, last.start, end.end);
  const { finished, count } =
    last.kind === 'prose' || last.kind === 'list' || last.kind === 'quote'
      ? habitBeside(document, last)
      : { finished: 0, count: 0 };
  let headings = 0;
  let without = 0;
  if (last.kind === 'heading')
    for (let i = 0; i < all.length - 1; i++)
      if (all[i]!.kind === 'heading') {
        headings++;
        if (all[i + 1]!.kind === 'heading' && all[i + 1]!.level <= all[i]!.level) without++;
      }

  const word = lastWord(document, end.start, end.end);
  const goesOn =
    (GOES_ON.has(lastUnit) && ending !== 'terminal' && lastUnit !== 0x2d && last.kind !== 'rule') ||
    (word.alone >= 5 && word.ended === 0 && !ADDRESS.test(end.tail));
  const bare =
    ((isWordUnit(lastUnit) && lastUnit !== 0x5f && lastUnit !== 0xfe0f) || GOES_ON.has(lastUnit)) &&
    !ADDRESS.test(end.tail);
  return {
    noNewline: !end.newline && document.format !== 'html',
    kind: last.kind,
    weight: weightOfUnits(units, last.start, end.end),
    bare,
    ending,
    finished,
    count,
    unclosed:
      last.kind === 'code' ? undefined : unclosedIn(document.slice(Math.max(last.start, end.end - 4000), end.end)),
    fragment: word.prefix > 0 && word.alone === 0,
    goesOn,
    digit: isDecimalDigit(lastUnit),
    words: WORDS.test(end.tail) || weightOfUnits(units, end.start, end.end) > LABEL_WEIGHT,
    nothing: NOTHING.test(end.tail) || (last.kind === 'heading' && 10 * without <= headings),
    space: !end.newline && end.end < units.length,
  };
}

/** Score of `unfinished` that is enough where the file ends without a line end, and where it ends with one. */
const UNENDED = -1;
const ENDED = 3;
/** Below this score the end is whole, whatever else speaks against it. */
const WHOLE = -5;

/** Whether the signs say that the text stops inside a sentence or a word. Tuned on the training half of the corpus. */
function stops(signs: Signs): boolean {
  const { noNewline, kind, weight, bare, ending, finished, count, unclosed, fragment, goesOn, space, words, nothing } =
    signs;
  const habit = (percent: number, fewest: number): boolean => count >= fewest && 100 * finished >= percent * count;
  const broken = (unclosed !== undefined && ending === 'open') || (fragment && bare) || goesOn;
  if ((kind === 'rule' && !nothing) || kind === 'comment' || kind === 'front-matter') return false;
  if (noNewline) {
    if (broken || (space && bare && weight >= LABEL_WEIGHT) || nothing) return true;
    if (kind === 'code' || kind === 'html' || kind === 'table') return bare && weight >= LABEL_WEIGHT;
    if (kind === 'heading') return false;
    if (bare) return weight >= SENTENCE_WEIGHT || (words && habit(50, kind === 'list' ? 3 : 2));
    return kind !== 'list' && ending === 'open' && weight >= LABEL_WEIGHT && habit(80, 4);
  }
  return false;
}

/** Formats in which no sentence ends the file; a page ends with its navigation. */
const WITHOUT_SENTENCES: ReadonlySet<string> = new Set(['csv', 'tsv', 'json', 'xml', 'html']);

/** How the text stops, as a message; undefined where it seems whole. */
function stopped(document: Document, end: End): string | undefined {
  if (document.format === 'html' && blocks(document).at(-1)?.open === true) {
    const { line } = lineColumn(document, end.end - 1);
    return `the page is opened and not closed, neither <body> nor <html>: its last words are in line ${line}, "${lastWords(document, end)}"`;
  }
  if (WITHOUT_SENTENCES.has(document.format)) return undefined;
  const last = blocks(document).at(-1);
  if (!last) return undefined;
  const { line } = lineColumn(document, end.end - 1);
  const evidence =
    last.kind === 'prose' || last.kind === 'list' || last.kind === 'quote'
      ? unfinished(document, last, true)
      : undefined;
  if (end.newline) {
    if (DATA_FORMATS.has(document.format) || !evidence || evidence.score < ENDED) return undefined;
    return `the file ends inside a sentence: line ${line} "${lastWords(document, end)}"; ${evidence.said.join('; ') || 'no full stop'}`;
  }
  const signs = signsOf(document);
  if (!signs) return undefined;
  const { noNewline, kind, ending, finished, count, unclosed, fragment, goesOn, bare } = signs;
  const yaml = document.format === 'yaml' && /^[\w-]+:?$/u.test(end.tail);
  const found = DATA_FORMATS.has(document.format)
    ? noNewline && ((fragment && bare) || yaml)
    : (evidence?.score ?? WHOLE) >= WHOLE && (stops(signs) || (evidence?.score ?? WHOLE) >= UNENDED);
  if (!found) return undefined;
  const said: string[] = [];
  if (unclosed !== undefined) said.push(`"${unclosed}" is not closed`);
  if (fragment) said.push('its last word is the beginning of others and stands nowhere else');
  else if (goesOn) said.push('nothing follows where it always goes on');
  if (ending === 'open' && count >= 2 && 2 * finished >= count)
    said.push(`no full stop, which ${finished} of ${count} ${kind === 'list' ? 'items' : 'paragraphs'} before it have`);
  else if (ending === 'open' && kind !== 'heading') said.push('no full stop');
  if (noNewline) said.push('no final newline');
  const where = kind === 'heading' ? 'with a heading' : fragment ? 'inside a word' : 'inside a sentence';
  return `the file ends ${where}: line ${line} "${lastWords(document, end)}"; ${said.join('; ')}`;
}

/** The end of the last line, at most MESSAGE_UNITS. */
function lastWords(document: Document, end: End): string {
  let start = Math.max(end.start, end.end - MESSAGE_UNITS);
  const unit = document.units[start]!;
  if (unit >= 0xdc00 && unit < 0xe000) start++;
  return `${start > end.start ? '…' : ''}${document.slice(start, end.end)}`;
}

// ---------------------------------------------------------------------------------------------------------------------

/** The last line, or its end where it is long. */
function lastLine(document: Document, end: End): Span {
  let start = Math.max(end.start, end.end - LINE_UNITS);
  const unit = document.units[start]!;
  if (unit >= 0xdc00 && unit < 0xe000) start++;
  return { start, end: end.end };
}

const NEXT = 'Get the whole document from where it came; what stood after this line is not here';

/** What the document says of its own end. */
function* cutEnd(document: Document): Iterable<Observation> {
  const end = endOf(document);
  if (!end) return;
  const place = at(document, lastLine(document, end));
  const damage = broken(document, end);
  if (damage) {
    const { line } = lineColumn(document, end.end - 1);
    const shown = damage.shown ?? document.slice(Math.max(end.start, end.end - MESSAGE_UNITS), end.end);
    const opened = damage.opened && lineColumn(document, damage.opened.start).line;
    yield {
      level: damage.level ?? 'stop',
      message: `the file ends inside ${damage.inside}${opened === undefined || opened === line ? '' : `, opened in line ${opened}`}: line ${line} "${shown.slice(-MESSAGE_UNITS)}"${end.newline || document.format === 'html' ? '' : ', no final newline'}`,
      next: NEXT,
      places:
        damage.opened && opened !== line
          ? [place, at(document, damage.opened, { note: 'opened here', quoteEnd: damage.opened.start + 80 })]
          : [place],
    };
    return;
  }
  const message = stopped(document, end);
  if (message !== undefined) yield { level: 'look', message, next: NEXT, places: [place] };
}

/** All that the document by itself says; asked for twice. */
const alone = view((document) => ({ start: [...cutStart(document)], end: [...cutEnd(document)] }));

export const cutOff: DocumentCheck<Ends> = {
  id: 'cut-off',
  title: 'A document that stops before its end',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { start, end } = alone(document);
    yield* start;
    yield* end;
  },
  collect(document): Ends | undefined {
    const end = endOf(document);
    if (!end) return undefined;
    const told = alone(document);
    return factOf(document, at(document, lastLine(document, end)), {
      newline: end.newline,
      start: told.start.length > 0,
      end: told.end.length > 0,
    });
  },
  among,
};
