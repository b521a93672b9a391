/** Abbreviations that the specifications of a folder use and that no document of the folder explains. */
import { at, lineStarts } from '../core/locate.ts';
import { unitsOf } from '../core/document.ts';
import type { Document, Fact, FolderCheck, Observation, Place } from '../core/types.ts';
import { foldCase, isLetter, isUpper } from '../core/unicode.ts';
import { blocks, type Block, type BlockKind } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { isCode } from '../views/in-code.ts';
import { KNOWN_ABBREVIATIONS } from '../views/known-abbreviations.ts';

/** Units of a document that are looked at; no list of terms stands beyond. */
const MOST_UNITS = 4_000_000;
/** Units of an abbreviation; shorter is a symbol, longer a word in capitals. */
const SHORTEST = 2;
const LONGEST = 6;
/** Uses in all specifications; what is used less may be a name in passing. */
const LEAST_USES = 3;
/** Different abbreviations of a document; a document with more is a table of codes, and nothing is told of the folder. */
const MOST_TERMS = 20_000;
/** Those used in one document that are kept, the most frequent. */
const MOST_KEPT = 300;
/** Named in the message and in the places. */
const MOST_NAMED = 6;
/** Units after an abbreviation in which it may be said what it means; before it, in which a tag may begin. */
const AFTER = 48;
const BEFORE = 200;
/** Words of so many units at most need not have a letter in the abbreviation: `of`, `and`, `für`. */
const SMALL_WORD = 3;
const MOST_SKIPPED = 2;
/** From so many letters on, words in small letters spell an abbreviation anywhere; of fewer, that would be chance. */
const SURE_LETTERS = 4;
/** Abbreviations of a document that are looked for spelled out; each costs time at every word. */
const MOST_SPELLED = 2000;

interface Use {
  readonly text: string;
  readonly count: number;
  readonly place: Place;
}

interface Abbreviations {
  /** Of a specification: what it uses and does not explain, most frequent first. */
  readonly uses: readonly Use[];
  /** What it explains, or what is a word or a name there. */
  readonly explained: readonly string[];
  readonly specification: boolean;
  /** More abbreviations than are kept. */
  readonly full: boolean;
}

interface Candidate {
  readonly text: string;
  count: number;
  first: number;
  explained: boolean;
}

export const undefinedTerm: FolderCheck<Abbreviations> = {
  id: 'undefined-term',
  title: 'Abbreviations that are nowhere explained',
  level: 'note',
  acceptable: true,
  scope: 'folder',
  collect(document, { role }): Abbreviations | undefined {
    if (role === 'unreadable') return undefined;
    const specification = role === 'specification' && !isCode(document);
    const { upper, latin1Letter, latinExtended, greek, cyrillic } = census(document);
    if (upper + latin1Letter + latinExtended + greek + cyrillic < SHORTEST && !specification) return undefined;
    const found = candidatesOf(document);
    const full = found.size >= MOST_TERMS;
    // full names without a bracket are looked for beside the uses alone: this pass is the dear one
    if (!full && specification) spell(document, found);
    const all = [...found.values()];
    const uses = specification ? all.filter(({ count, explained }) => count > 0 && !explained) : [];
    return {
      uses: uses
        .sort((a, b) => b.count - a.count || compare(a.text, b.text))
        .slice(0, MOST_KEPT)
        .map(({ text, count, first }) => ({
          text,
          count,
          place: at(document, { start: first, end: first + text.length }),
        })),
      explained: all.filter(({ explained }) => explained).map(({ text }) => text),
      specification,
      full,
    };
  },
  *run(facts): Iterable<Observation> {
    if (!facts.some(({ fact }) => fact.specification) || facts.some(({ fact }) => fact.full)) return;
    const named = unexplained(facts);
    if (named.length === 0) return;
    const shown = named.slice(0, MOST_NAMED);
    const rest = named.length - shown.length;
    const words = shown.map(
      ({ text, count, place }) => `"${text}" (${count} times, first in ${place.path} line ${place.line ?? 1})`,
    );
    const [first, ...others] = shown.map(({ place }) => place);
    yield {
      message: `${named.length === 1 ? '1 abbreviation is' : `${named.length} abbreviations are`} used and nowhere explained: ${words.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      next:
        named.length === 1
          ? 'Explain it where it is first used, or in a list of terms'
          : 'Explain them where they are first used, or in a list of terms',
      places: [first!, ...others],
    };
  },
};

/** Over all documents: used often enough, explained in none; most frequent first. */
function unexplained(facts: readonly Fact<Abbreviations>[]): readonly Use[] {
  const explained = new Set<string>();
  for (const { fact } of facts) for (const text of fact.explained) explained.add(text);
  const sums = new Map<string, Use>();
  for (const { fact } of facts)
    for (const use of fact.uses) {
      if (explained.has(use.text)) continue;
      const sum = sums.get(use.text);
      sums.set(use.text, sum ? { ...sum, count: sum.count + use.count } : use);
    }
  return [...sums.values()]
    .filter(({ count }) => count >= LEAST_USES)
    .sort((a, b) => b.count - a.count || compare(a.text, b.text));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// ---------------------------------------------------------------------------------------------------------------------
// Classes of units

const OTHER = 0;
const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
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
function classes(): { readonly kinds: Uint8Array; readonly folded: Uint16Array } {
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

// ---------------------------------------------------------------------------------------------------------------------
// First pass: what stands in capitals, and what is said around it

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

function candidatesOf(document: Document): Map<string, Candidate> {
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
function isName(units: Uint16Array, start: number, end: number): boolean {
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

// ---------------------------------------------------------------------------------------------------------------------
// Second pass: words whose first letters spell one, and the same word in small letters

const RING = 32;
/** Whether any abbreviation begins, ends with a letter, by its low bits: most words are settled by a look here. */
const firsts = new Uint8Array(0x100);
const lasts = new Uint8Array(0x100);

function spell(document: Document, found: ReadonlyMap<string, Candidate>): void {
  const { kinds, folded } = classes();
  const open = [...found.values()].filter(({ explained, count }) => !explained && count > 0);
  if (open.length === 0) return;
  // so many are codes; of those beyond, nothing is told
  for (const candidate of open.splice(MOST_SPELLED)) candidate.explained = true;
  /** By last letter; and by the whole, without regard to case. */
  const byLast = new Map<number, Candidate[]>();
  const byHash = new Map<number, Candidate>();
  firsts.fill(0);
  lasts.fill(0);
  for (const candidate of open) {
    let hash = 0;
    for (let i = 0; i < candidate.text.length; i++)
      hash = (Math.imul(hash, 31) + folded[candidate.text.charCodeAt(i)]!) | 0;
    byHash.set(hash, candidate);
    firsts[folded[candidate.text.charCodeAt(0)]! & 0xff] = 1;
    const last = folded[candidate.text.charCodeAt(candidate.text.length - 1)]!;
    lasts[last & 0xff] = 1;
    const same = byLast.get(last);
    if (same) same.push(candidate);
    else byLast.set(last, [candidate]);
  }
  const { units } = document;
  const end = Math.min(units.length, MOST_UNITS);
  const initials = new Uint16Array(RING);
  const lengths = new Uint32Array(RING);
  const capitals = new Uint8Array(RING);
  let words = 0;
  for (let i = 0; i < end;) {
    const kind = kinds[units[i]!];
    if (kind !== UPPER && kind !== LOWER) {
      i++;
      continue;
    }
    const start = i++;
    let uppers = kind === UPPER ? 1 : 0;
    for (let each: number; i < end && ((each = kinds[units[i]!]!) === LOWER || each === UPPER); i++)
      if (each === UPPER) uppers++;
    const length = i - start;
    if (
      length <= LONGEST &&
      firsts[folded[units[start]!]! & 0xff] === 1 &&
      (uppers === 0 || (uppers === 1 && kind === UPPER))
    ) {
      let hash = 0;
      for (let j = start; j < i; j++) hash = (Math.imul(hash, 31) + folded[units[j]!]!) | 0;
      const same = byHash.get(hash);
      if (same && !isName(units, start, i)) same.explained = true;
    }
    const slot = words++ % RING;
    initials[slot] = folded[units[start]!]!;
    lengths[slot] = length;
    capitals[slot] = kind === UPPER ? 1 : 0;
    if (uppers > 1 && uppers === length) {
      // `normalized device coordinates, NDC`; a word that is itself in capitals is no word of a full name
      const same = length <= LONGEST ? found.get(document.slice(start, i)) : undefined;
      if (same && !same.explained && words > 1 && spells(same.text, words - 2, true)) same.explained = true;
      continue;
    }
    const ending = lasts[folded[units[start]!]! & 0xff] === 1 ? byLast.get(folded[units[start]!]!) : undefined;
    if (!ending) continue;
    for (const candidate of ending)
      if (!candidate.explained && spells(candidate.text, words - 1)) candidate.explained = true;
  }

  /** Whether the words up to and with the one at `index` begin with the letters of `text`; `near`, right before it. */
  function spells(text: string, index: number, near = false): boolean {
    if (initials[index % RING] !== folded[text.charCodeAt(text.length - 1)]) return false;
    let word = index;
    let skipped = 0;
    for (let letter = text.length - 2; letter >= 0;) {
      // the 2 of `E2EE` stands for `to`, that of `P2PK` too
      if (kinds[text.charCodeAt(letter)] === DIGIT) {
        letter--;
        continue;
      }
      word--;
      if (word < 0 || index - word >= RING) return false;
      const slot = word % RING;
      if (initials[slot] === folded[text.charCodeAt(letter)]) {
        letter--;
        skipped = 0;
      } else if (lengths[slot]! > SMALL_WORD || ++skipped > MOST_SKIPPED) return false;
    }
    return near || text.length >= SURE_LETTERS || (capitals[word % RING] === 1 && capitals[index % RING] === 1);
  }
}
