/** Abbreviations of a document, how often its sentences use each, and whether it says right beside one what it means. */
import { unitsOf } from '../core/document.ts';
import { lineStarts } from '../core/locate.ts';
import type { Document } from '../core/types.ts';
import { foldCase, isLetter, isUpper } from '../core/unicode.ts';
import { blocks, type Block, type BlockKind } from './blocks.ts';
import { KNOWN_ABBREVIATIONS } from './known-abbreviations.ts';

/** Units of a document that are looked at; no list of terms stands beyond. */
export const MOST_UNITS = 4_000_000;
/** Units of an abbreviation; shorter is a symbol, longer a word in capitals. */
export const SHORTEST = 2;
export const LONGEST = 6;
/** Different abbreviations of a document; a document with more is a table of codes, and nothing is told of the folder. */
export const MOST_TERMS = 20_000;
/** Units after an abbreviation in which it may be said what it means; before it, in which a tag may begin. */
const AFTER = 48;
const BEFORE = 200;

export interface Candidate {
  readonly text: string;
  count: number;
  first: number;
  explained: boolean;
}

const OTHER = 0;
export const UPPER = 1;
export const LOWER = 2;
export const DIGIT = 3;
const JOIN = 4;
/** Letters of scripts without case: a word ends before them, and they count as small. */
const CASELESS = 5;
const LINE_FEED = 6;

const LF = 0x0a;
const BACKTICK = 0x60;

/** Latin, Greek, Cyrillic. */
const CASED: readonly (readonly [number, number])[] = [
  [0x41, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
];
const UNCASED: readonly (readonly [number, number])[] = [
  [0x530, 0x1dff],
  [0x2e80, 0x2fff],
  [0x3041, 0xd7ff],
  [0xf900, 0xfaff],
];

let tables: { readonly kinds: Uint8Array; readonly folded: Uint16Array } | undefined;

/** The class of each unit, and the unit without regard to case. */
export function classes(): { readonly kinds: Uint8Array; readonly folded: Uint16Array } {
  if (tables) return tables;
  const kinds = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  for (const [first, last] of UNCASED) kinds.fill(CASELESS, first, last + 1);
  for (const [first, last] of CASED)
    for (let unit = first; unit <= last; unit++) {
      if (!isLetter(unit)) continue;
      kinds[unit] = isUpper(unit) ? UPPER : LOWER;
      folded[unit] = foldCase(String.fromCharCode(unit)).charCodeAt(0);
    }
  kinds.fill(LOWER, 0x300, 0x370);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds[0x5f] = JOIN;
  kinds[LF] = LINE_FEED;
  tables = { kinds, folded };
  return tables;
}

/** Roman numerals; quantities (`4KB`); signals; Cyrillic that was decoded wrongly. */
const IGNORED = /^[IVXLCDM]+$|^\d[KMGT]?B$|^\dD$|^SIG[A-Z]|[\u0420\u0421][\u0402-\u0405\u0408-\u040f]/u;
const PROSE: ReadonlySet<BlockKind> = new Set<BlockKind>(['prose', 'list', 'quote']);
/** Signs of paths, names, values and markup; beside one, it is no word of a sentence. */
const NO_NEIGHBOUR: ReadonlySet<number> = new Set(unitsOf('_/\\@#$%&=<>{}[]~^+|'));
const QUOTES: ReadonlySet<number> = new Set(unitsOf('"\'“”‘’«»„「」『』‹›'));
/** Emphasis, which stands between a word and its neighbours. */
const STAR = 0x2a;
const OPENERS = new Set([0x28, 0xff08]);
const CLOSERS = new Set([0x29, 0xff09]);

/** After an abbreviation that begins a line or a cell: what is between a term and what it means. */
const TERM_END = /^\s*$|^[ \t\u3000]*(?:[|:：=(（\t–—―]|-+\s| {2,}|[\t\u3000])|^ {2,}\S/u;
/** Before a term that begins its line: bullets, numbers, hashes, bars. */
const TERM_START = /^[\s>#*+\-•·–|\d.()§]*(?:[a-zA-Z]{0,3}[.)]\s*)?["'“«„[*`]*$/u;
/** After an abbreviation at an opening parenthesis: a word or two, and its end, as in `(LSM trees)`. */
const IN_PARENTHESES = /^ [^\s()]{1,16}(?: [^\s()]{1,16})?[)）]/u;
/** Words after an abbreviation that say what it is. */
const SAYS =
  /^["'”»*`]*[\s,]*(?:stands? for|means?|(?:is|are) (?:an?|the|short|defined|abbrev)|denotes?|refers? to|abbreviat|i\.e\.|short for|steht für|bedeutet|ist (?:ein|die|der|das)|bezeichnet|signifie|désigne|est (?:une?|le|la|l')|significa|es (?:una?|el|la)\b|é (?:uma?|o|a)\b|è (?:una?|il|la)\b|oznacza|to jest|означает|обозначает|является|расшифр|это|[-–—] это|означає|是指|指的是|是一|即|代表|とは|は、|[은는] |이란|یعنی|يعني)/iu;
const TAG = /<(?:abbr|acronym|dfn|dt|td|th)\b[^<>]{0,160}>\s*$/iu;

/** Whether a unit of this class goes on with a word. */
function isWithin(kind: number): boolean {
  return kind !== OTHER && kind < CASELESS;
}

export function candidatesOf(document: Document): Map<string, Candidate> {
  const { units } = document;
  const { kinds } = classes();
  const end = Math.min(units.length, MOST_UNITS);
  const found = new Map<string, Candidate>();
  const prose = new ProseLines(document, kinds, end);
  const starts = lineStarts(document);
  let line = 0;
  for (let i = 0; i < end && found.size < MOST_TERMS;) {
    // two capitals, or a digit and a capital, are seldom: most units are looked at here alone
    if (kinds[units[i++]!] !== UPPER) continue;
    const start = i - 1 > 0 && kinds[units[i - 2]!] === DIGIT ? i - 2 : i - 1;
    if (!isWithin(kinds[units[i] ?? 0]!)) continue;
    const previous = start > 0 ? kinds[units[start - 1]!]! : OTHER;
    let uppers = 1;
    let others = isWithin(previous) ? 2 : 0;
    let last: number = UPPER;
    for (let kind: number; i < end && isWithin((kind = kinds[units[i]!]!)); i++) {
      if (kind === UPPER) uppers++;
      else if (kind !== DIGIT) others++;
      last = kind;
    }
    if (uppers < SHORTEST || others > 1) continue;
    // a plural: `TRXs`
    const stop = others === 1 && units[i - 1] === 0x73 ? i - 1 : i;
    if ((others === 1 && stop === i) || last === DIGIT || stop - start > LONGEST) continue;
    while (line + 1 < starts.length && starts[line + 1]! <= start) line++;
    const lineStart = starts[line]!;
    const text = document.slice(start, stop);
    if (KNOWN_ABBREVIATIONS.has(text) || IGNORED.test(text)) continue;
    const candidate = found.get(text);
    if (!candidate) {
      const added = { text, count: 0, first: start, explained: false };
      found.set(text, added);
      see(document, prose, added, lineStart, start, i);
    } else if (!candidate.explained) see(document, prose, candidate, lineStart, start, i);
  }
  return found;
}

/** One place at which an abbreviation stands. */
function see(
  document: Document,
  prose: ProseLines,
  candidate: Candidate,
  lineStart: number,
  start: number,
  end: number,
): void {
  const { units } = document;
  const block = prose.blockAt(start);
  if (isExplained(document, candidate.text, block, lineStart, start, end)) {
    candidate.explained = true;
    return;
  }
  if (!block || !PROSE.has(block.kind)) return;
  if (prose.inTicks(lineStart, start)) {
    // a name that the documents write as code is a name
    candidate.explained = true;
    return;
  }
  if (isName(units, start, end) || inCapitals(units, start, end) || prose.shouts(lineStart)) return;
  if (candidate.count++ === 0) candidate.first = start;
}

/** A piece of an identifier, a path, a value, a literal. */
export function isName(units: Uint16Array, start: number, end: number): boolean {
  const { kinds } = classes();
  const before = units[start - 1] ?? 0;
  const after = units[end] ?? 0;
  if (NO_NEIGHBOUR.has(before) || NO_NEIGHBOUR.has(after) || QUOTES.has(before) || isSign(before) || isSign(after))
    return true;
  const next = kinds[units[end + 1] ?? 0]!;
  // `REQ-12`, `A.TRX`, `TRX:x`, `TRX()`
  if (after === 0x2d && (next === UPPER || next === DIGIT)) return true;
  if ((after === 0x2e || after === 0x3a) && isWithin(next)) return true;
  if (after === 0x28 || before === 0x2e) return true;
  const previous = kinds[units[start - 2] ?? 0]!;
  // `TLS 1.2`, `COS 301`, `5 TRX`: a version, a number, a unit
  if ((after === 0x20 && next === DIGIT) || (before === 0x20 && previous === DIGIT)) return true;
  return before === 0x2d ? previous === UPPER || previous === DIGIT : before === 0x3a && isWithin(previous);
}

/** Signs that stand beside capitals in text that was decoded wrongly. */
function isSign(unit: number): boolean {
  return (
    (unit > 0xa0 && unit < 0xc0 && unit !== 0xab && unit !== 0xbb) ||
    (unit >= 0x2020 && unit <= 0x2022) ||
    unit === 0x20ac ||
    unit === 0x2122
  );
}

/** Whether the word before or after is in capitals too: a cry, a title, a name. */
function inCapitals(units: Uint16Array, start: number, end: number): boolean {
  const { kinds } = classes();
  const capital = (offset: number): boolean => kinds[units[offset] ?? 0] === UPPER;
  return (
    (units[start - 1] === 0x20 && capital(start - 2) && capital(start - 3)) ||
    (units[end] === 0x20 && capital(end + 1) && capital(end + 2))
  );
}

function isExplained(
  document: Document,
  text: string,
  block: Block | undefined,
  lineStart: number,
  start: number,
  end: number,
): boolean {
  const { units } = document;
  const { kinds, folded } = classes();
  let from = start;
  let to = end;
  while (start - from < 3 && (units[from - 1] === STAR || QUOTES.has(units[from - 1]!))) from--;
  while (to - end < 3 && (units[to] === STAR || QUOTES.has(units[to]!))) to++;
  const before = units[from - 1];
  const after = units[to];
  // `Full Name (ABC)`, `Full Name (ABC, ...)`
  if (before !== undefined && OPENERS.has(before) && from - 1 > lineStart) {
    let back = from - 2;
    while (back > lineStart && (units[back] === 0x20 || units[back] === STAR || QUOTES.has(units[back]!))) back--;
    const kind = kinds[units[back]!]!;
    const closed = after !== undefined && (CLOSERS.has(after) || after === 0x2c || after === 0x3b || after === 0xff0c);
    if ((closed || IN_PARENTHESES.test(document.slice(to, to + AFTER))) && kind !== OTHER && kind !== LINE_FEED)
      return true;
  }
  // `ABC (Full Name)`
  let next = to;
  while (next - to < 2 && units[next] === 0x20) next++;
  if (OPENERS.has(units[next]!)) {
    let inner = next + 1;
    while (inner - next < 4 && (QUOTES.has(units[inner]!) || units[inner] === STAR)) inner++;
    const unit = units[inner] ?? 0;
    if (kinds[unit] === CASELESS) return true;
    if (folded[unit] !== 0 && folded[unit] === folded[text.charCodeAt(0)] && units[inner + 1] !== text.charCodeAt(1))
      return true;
  }
  // a link leads to what it is; `*[ABC]: ...` and a list of references name it
  if (before === 0x5b && after === 0x5d) {
    const follows = units[to + 1];
    if (follows === 0x28 || follows === 0x5b || follows === 0x3a || from - lineStart <= 4) return true;
  }
  if (block?.kind === 'heading' && from - Math.max(lineStart, block.start) <= 16)
    if (TERM_START.test(document.slice(Math.max(lineStart, block.start), from))) return true;
  const rest = lineOf(document, to);
  if (SAYS.test(rest)) return true;
  if (from - lineStart <= 16 && TERM_END.test(rest) && TERM_START.test(document.slice(lineStart, from))) return true;
  return before === 0x3e && after === 0x3c && TAG.test(document.slice(Math.max(lineStart, start - BEFORE), from));
}

/** What follows on the same line, a little of it. */
function lineOf(document: Document, from: number): string {
  const rest = document.slice(from, Math.min(document.units.length, from + AFTER));
  const stop = rest.indexOf('\n');
  return stop < 0 ? rest : rest.slice(0, stop);
}

/** What is known of the lines and blocks around a place; asked in ascending order, so that each unit is seen once. */
class ProseLines {
  readonly #document: Document;
  readonly #kinds: Uint8Array;
  readonly #end: number;
  readonly #blocks: readonly Block[];
  #block = 0;
  #line = -1;
  #loud = false;
  #tickLine = -1;
  #ticked = 0;
  #ticks = 0;

  constructor(document: Document, kinds: Uint8Array, end: number) {
    this.#document = document;
    this.#kinds = kinds;
    this.#end = end;
    this.#blocks = blocks(document);
  }

  blockAt(offset: number): Block | undefined {
    while (this.#block < this.#blocks.length && this.#blocks[this.#block]!.end <= offset) this.#block++;
    const block = this.#blocks[this.#block];
    return block && block.start <= offset ? block : undefined;
  }

  /** Whether a code span is open. */
  inTicks(lineStart: number, offset: number): boolean {
    const { units } = this.#document;
    if (this.#tickLine !== lineStart) {
      this.#tickLine = lineStart;
      this.#ticked = lineStart;
      this.#ticks = 0;
    }
    for (; this.#ticked < offset; this.#ticked++) if (units[this.#ticked] === BACKTICK) this.#ticks++;
    return this.#ticks % 2 === 1;
  }

  /** Whether the words of the line are mostly in capitals: a cry, a title, a row of codes. */
  shouts(lineStart: number): boolean {
    if (this.#line === lineStart) return this.#loud;
    this.#line = lineStart;
    const { units } = this.#document;
    let loud = 0;
    let quiet = 0;
    for (let i = lineStart; i < this.#end && units[i] !== LF;) {
      const kind = this.#kinds[units[i]!]!;
      if (kind === CASELESS) quiet++;
      if (kind !== UPPER && kind !== LOWER) {
        i++;
        continue;
      }
      let lower = kind === LOWER;
      const start = i;
      for (i++; i < this.#end; i++) {
        const each = this.#kinds[units[i]!]!;
        if (each === LOWER) lower = true;
        else if (each !== UPPER && each !== DIGIT) break;
      }
      if (lower) quiet++;
      else if (i - start > 1) loud++;
    }
    this.#loud = loud >= quiet;
    return this.#loud;
  }
}
