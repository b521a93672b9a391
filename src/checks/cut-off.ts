/**
 * A document that stops before its end. `stop` where a structure is broken at the very end (a tag, an entity, a fence, a
 * JSON object, a table row ...); `look` where two independent signs agree that a sentence or a word is unfinished.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import { isLower } from '../core/unicode.ts';
import type { Document, DocumentCheck, Level, Observation, Span } from '../core/types.ts';
import { blocks, type Block } from '../views/blocks.ts';
import {
  ADDRESS,
  endingOf,
  GOES_ON,
  isWordUnit,
  LABEL,
  LABEL_WEIGHT,
  lastWord,
  standsBefore,
  unclosedIn,
  type Ending,
} from '../views/endings.ts';
import { weightOfUnits } from '../views/script.ts';
import { view } from '../core/view.ts';
import { among, factOf, type Ends } from '../views/ends/among.ts';
import { cutStart } from '../views/ends/start.ts';
import { broken, endOf, MESSAGE_UNITS, type End } from '../views/ends/structure.ts';
import { unfinishedEnd } from '../views/ends/unfinished.ts';
import { isProgram } from '../views/program.ts';
import { isRecord } from '../views/records.ts';

/** Longest quote of the last line, in units: its end is what matters. */
const LINE_UNITS = 80;

// ---------------------------------------------------------------------------------------------------------------------
// Unfinished sentences

/** What is known of the end of a document that is no paragraph, item or quote. */
interface Signs {
  /** The file does not end with a line end. */
  readonly noNewline: boolean;
  /** What the text ends with. */
  readonly kind: Block['kind'];
  /** Weight of the last block. */
  readonly weight: number;
  /** The last character is a letter or a digit, or a mark after which text goes on; and no address. */
  readonly bare: boolean;
  /** The last block ends in an end mark, a colon or the like, or open. */
  readonly ending: Ending;
  /** A bracket, quote or code span that the last block opens and does not close. */
  readonly unclosed: string | undefined;
  /** The last word is the beginning of a word that stands elsewhere in the document, and stands nowhere by itself. */
  readonly fragment: boolean;
  /** The last word is one that others follow. */
  readonly before: boolean;
  /** The last word is small, stands often elsewhere, and never ends a sentence or a paragraph there. */
  readonly never: boolean;
  /** The last character or word is one after which this document always goes on. */
  readonly goesOn: boolean;
  /** The last line is a list marker without an item, or a heading where the others have text under them. */
  readonly nothing: boolean;
  /** White space follows the last word, and no line end. */
  readonly space: boolean;
}

/** A list marker or the second row of a table, and nothing after it. */
/** Ends with inline code or a link that is closed. */
const CLOSED = /`[^`]+`$|\]\([^()\s]*\)$|<[^<>\s]+>$/u;
const WIDE_GAP = /\S {8,}\S|^ {24}/u;
/** A line that says whose the text is. */
const OWNED = /^[\s*_>-]{0,6}(?:©|\(c\)|copyright\b)/iu;
const NOTHING = /^(?:[-*+•]|\d{1,3}[.)]|\|[-:| ]*)$/u;
/** How often a word must stand elsewhere to say that nothing ends with it. */
const NEVER = 10;

/** The signs at the end of a document whose last block this is. */
function signsOf(document: Document, end: End, last: Block): Signs {
  const { units } = document;
  const all = blocks(document);
  const lastUnit = units[end.end - 1]!;
  const ending = LABEL.test(end.tail) ? 'neutral' : endingOf(units, last.start, end.end);
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
    unclosed:
      last.kind === 'code' ? undefined : unclosedIn(document.slice(Math.max(last.start, end.end - 4000), end.end)),
    fragment: word.prefix > 0 && word.alone === 0 && (last.kind !== 'heading' || word.lacks > 1),
    before: standsBefore(document, Math.max(last.start, end.end - 4000), end.end),
    never: word.alone >= NEVER && word.ended === 0 && isLower(units[end.end - word.size]!),
    goesOn,
    nothing: NOTHING.test(end.tail) || (last.kind === 'heading' && 10 * without <= headings),
    space: !end.newline && end.end < units.length,
  };
}

/**
 * Score of `unfinishedEnd` from which a reader is asked to look, and from which it is worth a note. Of 3,500 whole documents
 * (training half of the corpus) two have the first, and twelve the second.
 */
const LOOK = 3;
/** The same where a line end follows: whoever cut the text would have had to cut it there. */
const LOOK_AFTER_LINE = 5;
const NOTE = -1;
/** Levels of headings that a template leaves empty at the end (`# References`): a reader is not asked to look. */
const TITLES = 2;

/** How sure it is that the text stops inside a block that is no paragraph, item or quote, by the signs at its end. */
function stops(signs: Signs, level: number): Level | undefined {
  const { noNewline, kind, weight, bare, ending, unclosed, fragment, before, never, goesOn, space, nothing } = signs;
  if ((kind === 'rule' && !nothing) || kind === 'comment' || kind === 'front-matter') return undefined;
  if (kind === 'heading' && (fragment || before || never) && bare) return 'look';
  if (!noNewline) return undefined;
  if (kind === 'heading') {
    if (!nothing && !space && unclosed === undefined) return undefined;
    return level > TITLES || unclosed !== undefined ? 'look' : 'note';
  }
  const broken = (unclosed !== undefined && ending === 'open') || (fragment && bare) || goesOn;
  if (broken || (space && bare && weight >= LABEL_WEIGHT) || nothing) return 'look';
  return (kind === 'code' || kind === 'html' || kind === 'table') && bare && weight >= LABEL_WEIGHT
    ? 'look'
    : undefined;
}

/** Formats in which no sentence ends the file; a page ends with its navigation. */
const WITHOUT_SENTENCES: ReadonlySet<string> = new Set(['csv', 'tsv', 'json', 'xml', 'html']);

/** How the text stops, as a message; undefined where it seems whole. */
function stopped(document: Document, end: End): { readonly level: Level; readonly message: string } | undefined {
  if (document.format === 'html' && blocks(document).at(-1)?.open === true) {
    const { line } = lineColumn(document, end.end - 1);
    return {
      level: 'look',
      message: `the page is opened and not closed, neither <body> nor <html>: its last words are in line ${line}, "${lastWords(document, end)}"`,
    };
  }
  if (WITHOUT_SENTENCES.has(document.format)) return undefined;
  const last = blocks(document).at(-1);
  if (!last) return undefined;
  const { line } = lineColumn(document, end.end - 1);
  const { kind } = last;
  const words = lastWords(document, end);
  const noNewline = end.newline ? [] : ['no final newline'];
  if (DATA_FORMATS.has(document.format)) {
    if (end.newline) return undefined;
    const signs = signsOf(document, end, last);
    const torn = signs.fragment && signs.bare;
    if (!torn && !(document.format === 'yaml' && /^[\w-]+:?$/u.test(end.tail))) return undefined;
    const said = [torn ? FRAGMENT : 'nothing follows where it always goes on', ...noNewline];
    return { level: 'look', message: `the file ends inside a word: line ${line} "${words}"; ${said.join('; ')}` };
  }
  if (kind === 'prose' || kind === 'list' || kind === 'quote') {
    // `- ` and `3.`, and nothing behind them
    if (NOTHING.test(end.tail) && !end.newline)
      return { level: 'look', message: `the file ends inside a list: line ${line} "${words}"; no final newline` };
    // a drawing of letters, columns without a mark between them
    if (
      WIDE_GAP.test(
        document.slice(Math.max(last.start, document.units.lastIndexOf(0x0a, end.end - 1) + 1, end.end - 400), end.end),
      )
    )
      return undefined;
    if (OWNED.test(document.slice(last.start, Math.min(last.end, last.start + 200)))) return undefined;
    const evidence = unfinishedEnd(document, last, end);
    const score = evidence?.score ?? Number.NEGATIVE_INFINITY;
    // half a word tells by itself where the line does not end either
    const signs = end.newline ? undefined : signsOf(document, end, last);
    const torn = signs !== undefined && signs.bare && (signs.fragment || signs.goesOn);
    if (score < NOTE && !torn) return undefined;
    const said = [...(evidence?.said ?? []), ...noNewline];
    // No word or character says that more was to come: a full stop may just have been forgotten.
    const spoken = evidence?.words ?? 0;
    const idle =
      !said.some((sign) => sign.endsWith('is not closed')) &&
      (end.newline ? spoken < 0 || score < LOOK_AFTER_LINE : spoken < -4);
    // What is closed at the very end, code or a link, was written to its end.
    const closed = CLOSED.test(end.tail);
    if (torn && signs.fragment && !said.includes(FRAGMENT)) said.unshift(FRAGMENT);
    return {
      level: torn || (!closed && !isRecord(document) && !idle && score >= LOOK) ? 'look' : 'note',
      message: `the file ends inside a ${torn && signs.fragment ? 'word' : 'sentence'}: line ${line} "${words}"; ${said.join('; ') || 'no full stop'}`,
    };
  }
  const signs = signsOf(document, end, last);
  const level = stops(signs, last.level);
  if (level === undefined) return undefined;
  const { ending, unclosed, fragment, goesOn, before } = signs;
  const said: string[] = [];
  if (unclosed !== undefined) said.push(`"${unclosed}" is not closed`);
  if (fragment) said.push(FRAGMENT);
  else if (before) said.push('its last word is one that others follow');
  else if (goesOn) said.push('nothing follows where it always goes on');
  else if (ending === 'open' && kind !== 'heading') said.push('no full stop');
  const where = fragment ? 'inside a word' : kind === 'heading' ? 'with a heading' : 'inside a sentence';
  return {
    level,
    message: `the file ends ${where}: line ${line} "${words}"; ${[...said, ...noNewline].join('; ') || 'nothing follows'}`,
  };
}

const FRAGMENT = 'its last word is the beginning of others and stands nowhere else';

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
  const found = stopped(document, end);
  if (found) yield { ...found, next: NEXT, places: [place] };
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
    if (isProgram(document)) return;
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
