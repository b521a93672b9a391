/**
 * Where a text breaks off and goes on: how each block ends, how each begins, and whether two of them are the halves of one
 * sentence. What the checks of broken text share; the marks of every script count alike.
 *
 * A block *ends open* when nothing closes its sentence: a letter, a digit, a comma, a hyphen, an opening bracket. A block
 * *continues* when a new sentence cannot begin so: a small letter (scripts with case), a comma or a closing mark. In scripts
 * without case most blocks can continue; there the habit of the document (do its paragraphs end with a mark?) and the words
 * around the seam must help.
 */
import { paintUnits } from '../core/unicode.ts';
import type { Block, Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { CLOSERS, END_MARKS } from './sentences.ts';
import { SPACES, weightOfUnits } from './script.ts';

/** How a stretch of text ends. */
export const TAIL = {
  /** A symbol, a bar, a backtick: not for this view to say. */
  other: 0,
  /** A mark that ends a sentence or announces something. */
  closed: 1,
  /** A letter of a script with case. */
  word: 2,
  /** A letter of a script without case. */
  uncased: 3,
  /** A comma, a dash, an opening bracket or quotation mark. */
  comma: 4,
  /** A hyphen after a letter. */
  hyphen: 5,
  /** A letter or digit, and a closing bracket or quotation mark after it. */
  bracket: 6,
  /** A digit or a per cent sign. */
  digit: 7,
} as const;
export type Tail = (typeof TAIL)[keyof typeof TAIL];

/** How a stretch of text begins. */
export const HEAD = {
  /** A marker, a symbol, code: not for this view to say. */
  other: 0,
  /** A word in small letters. */
  lower: 1,
  /** A capital letter. */
  upper: 2,
  digit: 3,
  /** A letter of a script without case. */
  uncased: 4,
  /** A comma, a closing bracket, an ideographic mark: nothing begins so. */
  mark: 5,
  /** A marker of a list, an address, a label. */
  marker: 6,
} as const;
export type Head = (typeof HEAD)[keyof typeof HEAD];

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const UNCASED = 3;
const DIGIT = 4;
const MARK = 5;

let made: Uint8Array | undefined;

/** For each code unit: small letter, capital, letter without case, digit, combining mark, other. */
export function letterClasses(): Uint8Array {
  if (made) return made;
  const table = new Uint8Array(0x10000);
  paintUnits(table, 'Ll', LOWER);
  for (const name of ['Lu', 'Lt']) paintUnits(table, name, UPPER);
  for (const name of ['Lo', 'Lm']) paintUnits(table, name, UNCASED);
  paintUnits(table, 'Nd', DIGIT);
  for (const name of ['Mn', 'Mc']) paintUnits(table, name, MARK);
  // pairs of planes 2 and 3 are Han; of other pairs the second half says nothing
  table.fill(UNCASED, 0xd840, 0xd8c0);
  made = table;
  return table;
}

function isWordClass(name: number): boolean {
  return name === LOWER || name === UPPER || name === UNCASED || name === MARK;
}

function unitsTable(text: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) table[text.charCodeAt(i)] = 1;
  return table;
}

/** Marks that announce or part: after them a block may end. */
const STOPS = unitsTable(':;：；؛።፤፥༔');
const COMMAS = unitsTable(',،、，､፣՝‚-–—(（[［「『《〈【“‘«„');
const HYPHENS = unitsTable('-‐\u00ad');
/** What no sentence begins with. Not `.` and `:`, which begin directives and fields, nor quotation marks: ” opens, too. */
const CONTINUING = unitsTable(',;，、。；：）］】」』》〉！？،؛؟।');
const EMPHASIS = unitsTable('*_');
/** What may stand before the first word of a sentence. */
const OPENERS = unitsTable('*_"\'([“‘«„「『《〈（［');
/** What ends a word in running text; behind anything else it is code, a label or an address. */
const AFTER_WORD = unitsTable(' \t\n,;)!?\'’-”"»*_\u00a0。，、');

const BACKSLASH = 0x5c;

/** How `units[start, end)` ends. Emphasis and white space at the end do not count. */
export function tailOf(units: Uint16Array, start: number, end: number): Tail {
  const classes = letterClasses();
  let i = end - 1;
  while (i >= start && (SPACES[units[i]!] === 1 || EMPHASIS[units[i]!] === 1 || units[i] === BACKSLASH)) i--;
  if (i < start) return TAIL.other;
  let unit = units[i]!;
  if (COMMAS[unit] === 1) {
    if (HYPHENS[unit] === 1 && i > start) {
      const before = classes[units[i - 1]!]!;
      if (before === LOWER || before === UPPER) return TAIL.hyphen;
      if (unit === 0x2d && SPACES[units[i - 1]!] === 0) return TAIL.other;
    }
    return TAIL.comma;
  }
  let bracket = false;
  while (i > start && CLOSERS[unit] === 1 && END_MARKS[unit] === 0) {
    if (unit === 0x60) return TAIL.other;
    bracket ||= EMPHASIS[unit] === 0;
    unit = units[--i]!;
  }
  if (END_MARKS[unit]! !== 0 || STOPS[unit] === 1) return TAIL.closed;
  while (i > start && classes[unit] === MARK) unit = units[--i]!;
  if (unit >= 0xdc00 && unit < 0xe000 && i > start) unit = units[i - 1]!;
  const letter = classes[unit]!;
  if ((letter === OTHER && unit !== 0x25) || letter === MARK) return TAIL.other;
  if (bracket) return TAIL.bracket;
  return letter === UNCASED ? TAIL.uncased : letter === DIGIT || letter === OTHER ? TAIL.digit : TAIL.word;
}

const HAN_DIGITS = unitsTable('一二三四五六七八九十百');

/** `（1）`, `(一)`, `三、`, `①`: a number that begins an item in East Asian text. */
function numbered(units: Uint16Array, start: number, end: number): boolean {
  const first = units[start]!;
  if (first >= 0x2460 && first <= 0x24ff) return true;
  const bracket = first === 0xff08 || first === 0x28;
  let i = bracket ? start + 1 : start;
  const digits = i;
  const classes = letterClasses();
  while (i < end && i - digits < 4 && (HAN_DIGITS[units[i]!] === 1 || classes[units[i]!] === DIGIT)) i++;
  if (i === digits || i >= end) return false;
  const unit = units[i]!;
  return bracket ? unit === 0xff09 || unit === 0x29 : unit === 0x3001 || unit === 0xff0e || unit === 0xff09;
}

/** How `units[start, end)` begins. A marker of a list, a directive, an address, a label and code begin nothing. */
export function headOf(units: Uint16Array, start: number, end: number): Head {
  const classes = letterClasses();
  let i = start;
  while (i < end && SPACES[units[i]!] === 1) i++;
  if (i >= end) return HEAD.other;
  if (CONTINUING[units[i]!] === 1) {
    const next = units[i + 1] ?? 0;
    // `;;` and `, ,` are drawn, not written
    return units[i] === next && next < 0x80 ? HEAD.other : HEAD.mark;
  }
  // a bullet, not emphasis
  if (units[i] === 0x2a && i + 1 < end && SPACES[units[i + 1]!] === 1) return HEAD.marker;
  if (numbered(units, i, end)) return HEAD.marker;
  const opened = i;
  while (i < end && i - opened < 4 && OPENERS[units[i]!] === 1) i++;
  if (i >= end) return HEAD.other;
  switch (classes[units[i]!]) {
    case LOWER: {
      let stop = i + 1;
      while (
        stop < end &&
        (classes[units[stop]!] === LOWER || classes[units[stop]!] === MARK || HYPHENS[units[stop]!] === 1)
      )
        stop++;
      if (stop >= end) return HEAD.lower;
      const unit = units[stop]!;
      if (unit === 0x2e) {
        // a sentence may end with its first word, but `e.g.` and `a.` begin something
        return stop - i > 2 && (stop + 1 >= end || SPACES[units[stop + 1]!] === 1) ? HEAD.lower : HEAD.marker;
      }
      if (AFTER_WORD[unit] === 0) return unit === 0x3a ? HEAD.marker : HEAD.other;
      if (stop - i === 1 && unit === 0x29) return HEAD.marker;
      // `foo -> bar`, `name  value`, `key = value`, `package (1.2)`
      if ((unit === 0x20 || unit === 0x09) && stop + 1 < end) {
        const next = units[stop + 1]!;
        if (next === 0x3d || next === 0x20 || next === 0x09 || next === 0x7c || next === 0x3a || next === 0x2d)
          return HEAD.other;
        if (next === 0x28 && stop + 2 < end && classes[units[stop + 2]!] === DIGIT) return HEAD.other;
      }
      return HEAD.lower;
    }
    case UPPER: {
      // `Note: text`, `AB: text`: a label or a speaker
      let stop = i + 1;
      while (stop < end && stop - i < 20 && isWordClass(classes[units[stop]!]!)) stop++;
      return stop < end && (units[stop] === 0x3a || units[stop] === 0xff1a) ? HEAD.marker : HEAD.upper;
    }
    case DIGIT: {
      let stop = i + 1;
      while (stop < end && stop - i < 6 && classes[units[stop]!] === DIGIT) stop++;
      const unit = stop < end ? units[stop]! : 0;
      // `3. text`, `3) text`: a marker
      if ((unit === 0x2e || unit === 0x29) && (stop + 1 >= end || SPACES[units[stop + 1]!] === 1)) return HEAD.marker;
      return HEAD.digit;
    }
    case UNCASED:
      return HEAD.uncased;
    default:
      return HEAD.other;
  }
}

/** Whether a text that ends so is unfinished. `bracket` is too uncertain to count. */
export function isOpen(tail: Tail): boolean {
  return (
    tail === TAIL.word || tail === TAIL.uncased || tail === TAIL.comma || tail === TAIL.hyphen || tail === TAIL.digit
  );
}

/** How sure it is that one sentence ends and begins so. */
export const JOIN = {
  /** It is not one sentence, or nothing tells. */
  none: 0,
  /** It may be one sentence: the first half is unfinished, and nothing is against it. */
  possible: 1,
  /** It is one sentence. */
  sure: 2,
} as const;
export type Join = (typeof JOIN)[keyof typeof JOIN];

export function joinOf(tail: Tail, head: Head): Join {
  if (head === HEAD.other || head === HEAD.marker || !isOpen(tail)) {
    return head === HEAD.lower && tail === TAIL.bracket ? JOIN.possible : JOIN.none;
  }
  if (head === HEAD.lower) return tail === TAIL.uncased || tail === TAIL.digit ? JOIN.possible : JOIN.sure;
  if (head === HEAD.mark) return tail === TAIL.comma ? JOIN.possible : JOIN.sure;
  return JOIN.possible;
}

export interface Joins {
  /** All blocks of the document. */
  readonly blocks: readonly Block[];
  /** For each block how it ends and begins; `other` for kinds that hold no running text. */
  readonly tails: Uint8Array;
  readonly heads: Uint8Array;
  /** 1 for a block of one line. */
  readonly single: Uint8Array;
  /** 1 for a paragraph of LONG weight and more. */
  readonly long: Uint8Array;
}

/** A paragraph from this weight on is no label, title or cell. */
export const LONG = 80;

const LF = 0x0a;

/** How the document's blocks end and begin. */
export const joins: (document: Document) => Joins = view((document) => {
  const { units } = document;
  const all = blocks(document);
  const tails = new Uint8Array(all.length);
  const heads = new Uint8Array(all.length);
  const single = new Uint8Array(all.length);
  const long = new Uint8Array(all.length);
  for (let i = 0; i < all.length; i++) {
    const { kind, start, end } = all[i]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'heading' && kind !== 'quote') {
      if (end - start <= 160) single[i] = units.subarray(start, end).includes(LF) ? 0 : 1;
      continue;
    }
    tails[i] = tailOf(units, start, end);
    heads[i] = kind === 'heading' && units[start] === 0x23 ? HEAD.other : headOf(units, start, end);
    const lineEnd = units.indexOf(LF, start);
    single[i] = lineEnd < 0 || lineEnd >= end ? 1 : 0;
    if (kind === 'prose' && (end - start >= LONG || weightOfUnits(units, start, end) >= LONG)) long[i] = 1;
  }
  return { blocks: all, tails, heads, single, long };
});

/** Whether a sentence ends inside `units[start, end)` and another begins after it. */
export function endsInside(units: Uint16Array, start: number, end: number): boolean {
  const classes = letterClasses();
  for (let i = start + 2; i < end - 2; i++) {
    const mark = END_MARKS[units[i]!]!;
    if (mark === 0) continue;
    let next = i + 1;
    while (next < end && CLOSERS[units[next]!] === 1) next++;
    const spaced = next < end && SPACES[units[next]!] === 1;
    while (next < end && SPACES[units[next]!] === 1) next++;
    if (next >= end - 1) return false;
    const letter = classes[units[next]!]!;
    const before = classes[units[i - 1]!]!;
    if (before !== UNCASED && before !== MARK && before !== LOWER && CLOSERS[units[i - 1]!] === 0) continue;
    // 。 and its like, ! and ? before an ideograph, or any mark, a space and a letter that can begin a sentence
    if ((mark === 1 || units[i - 1]! >= 0x2e80) && letter === UNCASED) return true;
    if (spaced && (letter === UPPER || letter === UNCASED) && classes[units[i - 2]!] !== OTHER) return true;
  }
  return false;
}

/** The last line of `[start, end)`. */
export function lastLineOf(units: Uint16Array, start: number, end: number): Span {
  const from = Math.max(start, units.lastIndexOf(LF, end - 1) + 1);
  return { start: from, end };
}
