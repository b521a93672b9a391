/**
 * Text that a program reads and a person does not see. Characters: one pass over runs of invisible code points, judged by
 * what stands before and after the run, so that the joiners of Persian, Hindi and emoji, the marks of Arabic and Hebrew and
 * the selectors of emoji and ideographs raise nothing. Markup: elements and comments that hide a text.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lastAtOrBefore, lineColumn } from '../core/locate.ts';
import { category, isLetter, isMark, script, type Script } from '../core/unicode.ts';
import type { Document, DocumentCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { coverOf, hiddenTexts, HIDDEN_UNITS, type HiddenText } from '../views/hidden.ts';
import { instructionIn } from '../views/instructions.ts';
import { SPACES, weightOf } from '../views/script.ts';

/** Most places of one finding. */
const PLACES = 7;
/** Most runs that are kept of one kind; more are only counted. */
const KEPT = 2000;
/** Longest decoded text in a message, in code points. */
const SHOWN = 80;
/** Zero-width characters in one run that are no slip of an editor or a translator (these leave two or three). */
const RUN = 6;
/** The same, for a run of two or more kinds of spaces and joiners, which no script puts side by side. */
const MIXED = 3;
/** Zero-width characters of two or more kinds in one run that spell bits. */
const BITS = 8;
/** Variation selectors that stand in words by themselves: fewer are left of an emoji. */
const LOOSE_SELECTORS = 3;
/** Weight of a text hidden by markup below which it is a label or a title: `<h1 style="display: none">Webpay</h1>`. */
const WORDS = 16;

const LF = 0x0a;
const LESS = 0x3c;

// ---------------------------------------------------------------------------------------------------------------------
// Classes of code points

const Kind = {
  None: 0,
  /** Shows nothing and has no width. */
  Zero: 1,
  Selector: 2,
  Tag: 3,
  Filler: 4,
  Bidi: 5,
  Surrogate: 6,
} as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/** For each code unit, what it may be; `Surrogate` is the first half of tags and of selectors 17 to 256. */
const KINDS: Uint8Array = kinds();

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const paint = (kind: Kind, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [first, last] of ranges) table.fill(kind, first, last + 1);
  };
  paint(Kind.Zero, [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x200b, 0x200f], [0x2060, 0x2064], [0xfeff, 0xfeff]);
  paint(Kind.Filler, [0x115f, 0x1160], [0x3164, 0x3164], [0xffa0, 0xffa0], [0x17b4, 0x17b5], [0x180e, 0x180e]);
  paint(Kind.Filler, [0x2800, 0x2800], [0x206a, 0x206f], [0xfff9, 0xfffb]);
  paint(Kind.Selector, [0xfe00, 0xfe0f]);
  paint(Kind.Bidi, [0x202a, 0x202e], [0x2066, 0x2069]);
  paint(Kind.Surrogate, [0xdb40, 0xdb40]);
  return table;
}

function kindOf(codePoint: number): Kind {
  if (codePoint < 0x10000) return KINDS[codePoint] as Kind;
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return Kind.Selector;
  return codePoint >= 0xe0000 && codePoint <= 0xe007f ? Kind.Tag : Kind.None;
}

function codePointAt(units: Uint16Array, i: number): number {
  const unit = units[i] ?? 0;
  if (unit < 0xd800 || unit > 0xdbff) return unit;
  const low = units[i + 1] ?? 0;
  return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : unit;
}

/** The code point that ends before offset `i`; 0 at the beginning of the text. */
function codePointBefore(units: Uint16Array, i: number): number {
  if (i <= 0) return 0;
  const unit = units[i - 1]!;
  if (unit < 0xdc00 || unit > 0xdfff || i < 2) return unit;
  const high = units[i - 2]!;
  return high >= 0xd800 && high <= 0xdbff ? 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00) : unit;
}

/** Scripts in whose words no invisible character has a meaning. */
const PLAIN: ReadonlySet<Script> = new Set<Script>([
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
]);

/** A letter or digit of a word in which nothing invisible belongs. */
function isPlain(codePoint: number): boolean {
  if (codePoint < 0x80) {
    const lower = codePoint | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (codePoint >= 0x30 && codePoint <= 0x39);
  }
  return isLetter(codePoint) && PLAIN.has(script(codePoint));
}

/** Whether the code point is of a script, or a sign, next to which joiners and marks have their use. */
function isJoining(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint === 0xa9 || codePoint === 0xae;
  if (kindOf(codePoint) === Kind.Selector) return true;
  if (isLetter(codePoint) || isMark(codePoint)) return !PLAIN.has(script(codePoint));
  return category(codePoint) === 'So' || category(codePoint) === 'Sk' || category(codePoint) === 'Nd';
}

function isRtl(codePoint: number): boolean {
  return (
    (codePoint >= 0x590 && codePoint <= 0x8ff) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc) ||
    (codePoint >= 0x10800 && codePoint <= 0x10fff) ||
    (codePoint >= 0x1e800 && codePoint <= 0x1efff)
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// What is shown of it

const hex = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text for a message: what cannot be seen, and what could change the line, is escaped. */
function shown(text: string): string {
  let out = '';
  let count = 0;
  for (const character of text) {
    if (count++ >= SHOWN) return `"${out}…"`;
    const codePoint = character.codePointAt(0)!;
    const name = category(codePoint);
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (codePoint === LF) out += '\\n';
    else if (name.startsWith('C') || name === 'Zl' || name === 'Zp' || kindOf(codePoint) !== Kind.None)
      out += `\\u{${codePoint.toString(16)}}`;
    else out += character;
  }
  return `"${out}"`;
}

/** The text that bytes spell in UTF-8, null where they do not or where it could not be read. */
function utf8(bytes: readonly number[]): string | null {
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    const size = byte < 0x80 ? 1 : byte >= 0xf0 && byte < 0xf8 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (size === 0 || i + size > bytes.length || byte >= 0xf8) return null;
    let codePoint = size === 1 ? byte : byte & (0x7f >> size);
    for (let k = 1; k < size; k++) {
      const next = bytes[i + k]!;
      if ((next & 0xc0) !== 0x80) return null;
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    if (codePoint > 0x10ffff || (codePoint < 0x20 && codePoint !== LF && codePoint !== 9) || codePoint === 0x7f)
      return null;
    out += String.fromCodePoint(codePoint);
    i += size;
  }
  return out;
}

/**
 * What a run of zero-width characters spells where two of them stand for 0 and 1, or four for two bits; a further kind, if
 * there is one, parts the letters. Null where none of these gives a text.
 */
function bitsOf(run: readonly number[]): string | null {
  const order = [...new Set(run)];
  const spell = (zero: number, one: number, width: number, parts: readonly (readonly number[])[]): string | null => {
    const bytes: number[] = [];
    for (const part of parts) {
      if (width > 0 && part.length % width !== 0) return null;
      const size = width > 0 ? width : part.length;
      if (size > 21 || size === 0) return null;
      for (let i = 0; i < part.length; i += size) {
        let value = 0;
        for (let k = 0; k < size; k++) {
          const digit = part[i + k]!;
          if (digit !== zero && digit !== one) return null;
          value = value * 2 + (digit === one ? 1 : 0);
        }
        bytes.push(value);
      }
    }
    if (bytes.length < 2) return null;
    if (bytes.every((value) => value < 0x100)) return utf8(bytes);
    const text = bytes.map((value) => (value < 0x110000 ? String.fromCodePoint(value) : '')).join('');
    return [...text].every((each) => isLetter(each.codePointAt(0)!) || each.codePointAt(0)! < 0x7f) ? text : null;
  };
  if (order.length === 2)
    for (const width of [8, 7, 16])
      for (const [zero, one] of [order, [...order].toReversed()] as [number, number][]) {
        const text = spell(zero, one, width, [run]);
        if (text !== null) return text;
      }
  if (order.length === 3)
    for (const separator of order) {
      const [a, b] = order.filter((each) => each !== separator) as [number, number];
      const parts: number[][] = [[]];
      for (const each of run)
        if (each === separator) parts.push([]);
        else parts.at(-1)!.push(each);
      const whole = parts.filter((part) => part.length > 0);
      const text = spell(a, b, 0, whole) ?? spell(b, a, 0, whole);
      if (text !== null) return text;
    }
  if (order.length === 4) {
    const sorted = order.toSorted((a, b) => a - b);
    const bytes: number[] = [];
    for (let i = 0; i + 3 < run.length; i += 4)
      bytes.push(run.slice(i, i + 4).reduce((value, each) => value * 4 + sorted.indexOf(each), 0));
    return utf8(bytes);
  }
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Runs of invisible characters

interface Sort {
  readonly spans: Span[];
  count: number;
  /** The code points met, in order, at most `KEPT`. */
  readonly codePoints: number[];
}

const SORTS = ['tags', 'bytes', 'bits', 'words', 'edges', 'selectors', 'fillers', 'hyphens', 'spread'] as const;
type SortName = (typeof SORTS)[number];

type Found = Record<SortName, Sort>;

function add(found: Found, name: SortName, start: number, end: number, codePoints: readonly number[]): void {
  const sort = found[name];
  sort.count += codePoints.length;
  const last = sort.spans.at(-1);
  // a payload that is spread over a word is one place
  if (last && start - last.end <= 2 && sort.spans.length > 0)
    sort.spans[sort.spans.length - 1] = { start: last.start, end };
  else if (sort.spans.length < KEPT) sort.spans.push({ start, end });
  if (sort.codePoints.length < KEPT) sort.codePoints.push(...codePoints.slice(0, KEPT));
}

function runsOf(document: Document): Found {
  const { units } = document;
  const found = Object.fromEntries(
    SORTS.map((name) => [name, { spans: [], count: 0, codePoints: [] }]),
  ) as unknown as Found;
  const { length } = units;
  for (let i = 0; i < length; i++) {
    if (KINDS[units[i]!] === Kind.None) continue;
    let end = i;
    const run: number[] = [];
    for (;;) {
      const codePoint = codePointAt(units, end);
      const kind = end < length ? kindOf(codePoint) : Kind.None;
      if (kind === Kind.None || kind === Kind.Bidi || kind === Kind.Surrogate) break;
      if (run.length < 0x10000) run.push(codePoint);
      end += codePoint > 0xffff ? 2 : 1;
    }
    if (end === i) continue;
    judge(units, i, end, run, found);
    i = end - 1;
  }
  return found;
}

/** The flag of a part of a country: a black flag, two to six small letters or digits in tags, and the cancel tag. */
function isFlag(before: number, run: readonly number[]): boolean {
  if (before !== 0x1f3f4 || run.length < 4 || run.length > 7 || run.at(-1) !== 0xe007f) return false;
  return run.slice(0, -1).every((each) => (each >= 0xe0061 && each <= 0xe007a) || (each >= 0xe0030 && each <= 0xe0039));
}

function judge(units: Uint16Array, start: number, end: number, run: readonly number[], found: Found): void {
  const before = codePointBefore(units, start);
  const after = codePointAt(units, end);
  const tags = run.filter((each) => kindOf(each) === Kind.Tag);
  if (tags.length > 0) {
    if (!isFlag(before, run)) add(found, 'tags', start, end, tags);
    return;
  }
  const selectors = run.filter((each) => kindOf(each) === Kind.Selector);
  if (selectors.length > 0) {
    if (selectors.length >= 2) {
      // an emoji's own selector, said again and again, spells nothing
      if (
        selectors.some((each) => each !== selectors[0]) ||
        (selectors.length >= 3 && selectors[0]! < 0xfe0e) ||
        selectors[0]! > 0xfe0f
      )
        add(found, 'bytes', start, end, selectors);
    } else if (!fits(before, selectors[0]!)) add(found, 'selectors', start, end, selectors);
    if (selectors.length === run.length) return;
  }
  const fillers = run.filter((each) => kindOf(each) === Kind.Filler);
  if (fillers.length > 0) {
    if (!isFiller(units, start, end, fillers, before, after)) add(found, 'fillers', start, end, fillers);
    return;
  }
  const zero = run.filter((each) => kindOf(each) === Kind.Zero);
  if (zero.every((each) => each === 0xad)) {
    if (oddHyphen(units, start, zero.length, before, after)) add(found, 'hyphens', start, end, zero);
    return;
  }
  if (zero.length >= RUN || (zero.length >= MIXED && isMixed(zero))) {
    add(found, 'bits', start, end, zero);
    return;
  }
  if (isPlain(before) && isPlain(after) && !isWrapPoint(zero, before, after) && !isOperator(units, start, end, zero)) {
    add(found, 'words', start, end, zero);
    return;
  }
  if (isJoining(before) || isJoining(after)) return;
  // at the edge of a word: nothing joins or parts there
  if (isPlain(before) !== isPlain(after) && isEdge(zero, before, after)) {
    add(found, 'edges', start, end, zero);
    return;
  }
  const loose = zero.filter((each) => each !== 0x200b && each !== 0xfeff && each !== 0x200e && each !== 0x200f);
  const spaces = zero.filter((each) => each === 0x200b);
  if (loose.length + spaces.length > 0) add(found, 'spread', start, end, zero);
}

/** Whether a run holds two kinds of zero-width characters other than the marks of direction. */
function isMixed(run: readonly number[]): boolean {
  const kinds = new Set(run.filter((each) => each !== 0x200e && each !== 0x200f && each !== 0x61c && each !== 0xad));
  return kinds.size >= 2 && run.length - kinds.size >= 1;
}

/**
 * Whether a run of one to five characters at the edge of a word is there for nothing. A space of no width by itself counts
 * only behind a word and before a space or a mark: before a word, and in pairs, translators leave them; next to `/`, `.`, `_`
 * and the like they are places to break a line.
 */
function isEdge(run: readonly number[], before: number, after: number): boolean {
  if (run.some((each) => each === 0xad || each === 0x200e || each === 0x200f || each === 0x61c || each === 0x34f))
    return false;
  if (run.every((each) => each === 0x2061 || each === 0x2062 || each === 0x2063 || each === 0x2064))
    return run.length > 1;
  if (run.every((each) => each === 0xfeff || each === 0x2060))
    return after !== 0 && after !== LF && before !== 0 && before !== LF;
  // where a line may break there for another reason, it has its use
  if (run.every((each) => each === 0x200b))
    return run.length === 1 && (isPlain(before) ? IN_TEXT.has(after) : isPlain(after) && before === 0x20);
  return true;
}

/** What stands behind a word in running text. */
const IN_TEXT: ReadonlySet<number> = new Set(Array.from(' ,:;.!?)，。、：；！？）', (mark) => mark.charCodeAt(0)));

/** A place to break a line in a long name: `get|Value`. */
function isWrapPoint(run: readonly number[], before: number, after: number): boolean {
  return (
    run.length === 1 && run[0] === 0x200b && category(before) === 'Ll' && category(after) === 'Lu' && before < 0x80
  );
}

/** An operator between the names of variables and functions, one of which is one letter. */
function isOperator(units: Uint16Array, start: number, end: number, run: readonly number[]): boolean {
  if (run.length !== 1 || run[0]! < 0x2061 || run[0]! > 0x2064) return false;
  return !(isPlain(units[start - 2] ?? 0) && isPlain(units[end + 1] ?? 0));
}

/** Whether a selector may follow the character. */
function fits(before: number, selector: number): boolean {
  if (selector > 0xffff) return script(before) === 'Han' || before > 0x1f000;
  if (before < 0x80) return !isPlain(before) || (before >= 0x30 && before <= 0x39);
  return !(before < 0x2000 && isLetter(before) && PLAIN.has(script(before)));
}

function isBraille(codePoint: number): boolean {
  return codePoint > 0x2800 && codePoint <= 0x28ff;
}

/** Whether fillers stand where their script needs them. */
function isFiller(
  units: Uint16Array,
  start: number,
  end: number,
  run: readonly number[],
  before: number,
  after: number,
): boolean {
  const first = run[0]!;
  if (first === 0x2800) {
    if (run.length === 1 && !(isPlain(before) && isPlain(after))) return true;
    let i = start - 1;
    while (i >= 0 && start - i < 200 && (units[i] === 0x20 || units[i] === 0x2800 || units[i] === LF)) i--;
    if (isBraille(units[i] ?? 0)) return true;
    i = end;
    while (i < units.length && i - end < 200 && (units[i] === 0x20 || units[i] === 0x2800 || units[i] === LF)) i++;
    return isBraille(units[i] ?? 0);
  }
  const near = (name: string): boolean => `${script(before)}` === name || `${script(after)}` === name;
  if (first === 0x180e) return near('Mongolian') || (before >= 0x1800 && before <= 0x18af);
  if (first === 0x17b4 || first === 0x17b5)
    return (before >= 0x1780 && before <= 0x17ff) || (after >= 0x1780 && after <= 0x17ff);
  if (run.length > 1) return false;
  const jamo = (codePoint: number): boolean => codePoint >= 0x1100 && codePoint <= 0x11ff;
  if (first === 0x115f) return jamo(after);
  if (first === 0x1160) return jamo(before) || (before >= 0xa960 && before <= 0xa97c);
  if (first === 0x3164) return [before, after].some((each) => each > 0x3130 && each < 0x318f);
  return first === 0xffa0 && [before, after].some((each) => each > 0xffa0 && each < 0xffdd);
}

/** Soft hyphens where no word is parted: several in a row, between digits, or after every letter of a word. */
function oddHyphen(units: Uint16Array, start: number, length: number, before: number, after: number): boolean {
  if (length >= 3) return true;
  const digits = before >= 0x30 && before <= 0x39 && after >= 0x30 && after <= 0x39;
  return (
    digits ||
    (units[start - 2] === 0xad &&
      units[start - 4] === 0xad &&
      units[start - 6] === 0xad &&
      isLetter(before) &&
      isLetter(after))
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// Directions

interface Directions {
  readonly overrides: Span[];
  readonly open: { readonly span: Span; readonly rtl: boolean }[];
}

/** Controls of direction that change what is seen: an override with something after it, or what is not closed in its paragraph. */
function directionsOf(document: Document): Directions {
  const { units } = document;
  const found: Directions = { overrides: [], open: [] };
  const { length } = units;
  for (let i = 0; i < length; i++) {
    if (KINDS[units[i]!] !== Kind.Bidi) continue;
    const start = units.lastIndexOf(LF, i) + 1;
    let end = units.indexOf(LF, i);
    if (end < 0) end = length;
    lineOf(units, start, end, i, found);
    i = end;
    if (found.overrides.length + found.open.length > KEPT) break;
  }
  return found;
}

function lineOf(units: Uint16Array, start: number, end: number, first: number, found: Directions): void {
  let rtl = false;
  for (let i = start; i < end && !rtl; i++) rtl = units[i]! >= 0x590 && isRtl(codePointAt(units, i));
  const open: number[] = [];
  let overridden = -1;
  for (let i = first; i < end; i++) {
    const unit = units[i]!;
    if (KINDS[unit] !== Kind.Bidi) {
      if (overridden >= 0 && KINDS[unit] === Kind.None && unit > 0x20) {
        if (found.overrides.length < KEPT) found.overrides.push({ start: overridden, end: i + 1 });
        overridden = -1;
      }
      continue;
    }
    if (unit === 0x202d || unit === 0x202e) {
      if (overridden < 0) overridden = i;
      open.push(i);
    } else if (unit === 0x202c || unit === 0x2069) {
      const isolate = unit === 0x2069;
      let k = open.length - 1;
      while (k >= 0 && units[open[k]!]! >= 0x2066 !== isolate) k--;
      if (k < 0) continue;
      const opened = open[k]!;
      open.length = isolate ? k : open.length;
      if (!isolate) open.splice(k, 1);
      // right to left around nothing that is written so: digits and punctuation change their places
      const turned = units[opened] === 0x202b || units[opened] === 0x2067;
      if (turned && !rtl) found.open.push({ span: { start: opened, end: i + 1 }, rtl: false });
    } else open.push(i);
  }
  if (rtl) return;
  for (const opened of open) {
    const unit = units[opened]!;
    if (unit === 0x202d || unit === 0x202e) continue;
    found.open.push({
      span: { start: opened, end: Math.min(end, opened + 40) },
      rtl: unit === 0x202b || unit === 0x2067,
    });
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Markup

/** An element or comment of a Markdown file (or another text with HTML in it) that hides a text. */
interface Covered {
  readonly by: HiddenText['by'];
  readonly span: Span;
  readonly text: string;
  /** Whether the element says itself what it stands on. */
  readonly backed: boolean;
}

/** Longest tag that is read. */
const TAG_UNITS = 600;
/** How far a comment is followed to its end. */
const COMMENT_UNITS = 20_000;
/** Most comments and elements that are looked at. */
const MOST_LOOKED = 4000;

const TAG = /^<([A-Za-z][A-Za-z0-9-]{0,30})(\s[^<>]*)>$/u;
const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/iu;
const COLOR = /\scolor\s*=\s*["']?(white|#fff(?:fff)?)["'\s>]/iu;
const HIDDEN = /\shidden(?=[\s=>/]|$)(?!\s*=\s*["']?until-found)/iu;
const BACKGROUND = /\sbgcolor\s*=/iu;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu;

function find(units: Uint16Array, word: string, from: number, to: number): number {
  const head = word.charCodeAt(0);
  const stop = Math.min(to, units.length) - word.length;
  for (let i = units.indexOf(head, from); i >= 0 && i <= stop; i = units.indexOf(head, i + 1)) {
    let k = 1;
    while (
      k < word.length &&
      (units[i + k]! | (units[i + k]! >= 0x41 && units[i + k]! <= 0x5a ? 0x20 : 0)) === word.charCodeAt(k)
    )
      k++;
    if (k === word.length) return i;
  }
  return -1;
}

const collapsed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether a tag can hide anything, without making a string of it: it holds `style`, `hidden` or `color`. */
function mayHide(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start + 2; i < end - 4; i++) {
    const unit = units[i]! | 0x20;
    const next = units[i + 1]! | 0x20;
    if (unit === 0x73 && next === 0x74 && (units[i + 2]! | 0x20) === 0x79) return true;
    if (unit === 0x68 && next === 0x69 && (units[i + 2]! | 0x20) === 0x64) return true;
    if (unit === 0x63 && next === 0x6f && (units[i + 2]! | 0x20) === 0x6c) return true;
  }
  return false;
}

function coveredIn(document: Document): Covered[] {
  const { units } = document;
  const { length } = units;
  const found: Covered[] = [];
  let looked = 0;
  // Up to here no comment ends: without it, openers that nothing closes would each be searched for.
  let unclosed = 0;
  for (let i = units.indexOf(LESS); i >= 0 && looked < MOST_LOOKED; i = units.indexOf(LESS, i + 1)) {
    const next = units[i + 1] ?? 0;
    if (next === 0x21) {
      if (units[i + 2] !== 0x2d || units[i + 3] !== 0x2d) continue;
      looked++;
      const reach = Math.min(length, i + COMMENT_UNITS);
      const close = find(units, '-->', Math.max(i + 4, unclosed), reach);
      if (close < 0) {
        unclosed = Math.max(unclosed, reach - 2);
        continue;
      }
      const text = collapsed(document.slice(i + 4, Math.min(close, i + 4 + HIDDEN_UNITS)));
      if (text.length > 12) found.push({ by: 'comment', span: { start: i, end: close + 3 }, text, backed: true });
      i = close;
      continue;
    }
    const lower = next | 0x20;
    if (lower < 0x61 || lower > 0x7a) continue;
    let end = i + 2;
    const stop = Math.min(length, i + TAG_UNITS);
    while (end < stop && units[end] !== 0x3e && units[end] !== LESS) end++;
    if (units[end] !== 0x3e || !mayHide(units, i, end)) continue;
    looked++;
    const tag = TAG.exec(document.slice(i, end + 1));
    if (!tag || VOID.test(tag[1]!)) continue;
    const by = coverOfTag(tag[2]!);
    if (by === null) continue;
    const close = find(units, `</${tag[1]!.toLowerCase()}`, end + 1, Math.min(length, end + 8000));
    if (close < 0) continue;
    const text = collapsed(document.slice(end + 1, Math.min(close, end + 1 + HIDDEN_UNITS)).replace(/<[^<>]*>/gu, ' '));
    if (text !== '') found.push({ by, span: { start: i, end: close }, text, backed: /background/iu.test(tag[2]!) });
    i = end;
  }
  if (document.format === 'markdown') {
    referenceComments(document, found);
    found.sort((a, b) => a.span.start - b.span.start);
  }
  return found;
}

/** A definition of a link to nothing, by which comments are written in Markdown: `[//]: # (text)`. */
const REFERENCE = /^\[[^\]\n]{1,40}\]: ?(?:#|<>|about:blank) ?(?:"([^"\n]*)"|'([^'\n]*)'|\(([^\n]*)\))/u;

function referenceComments(document: Document, found: Covered[]): void {
  const { units } = document;
  for (let i = units.indexOf(0x5b), n = 0; i >= 0 && n < MOST_LOOKED; i = units.indexOf(0x5b, i + 1)) {
    if (i > 0 && units[i - 1] !== LF) continue;
    n++;
    let close = i + 1;
    while (close < i + 44 && units[close] !== 0x5d && units[close] !== LF) close++;
    if (units[close] !== 0x5d || units[close + 1] !== 0x3a) continue;
    const match = REFERENCE.exec(document.slice(i, i + HIDDEN_UNITS));
    const text = match ? collapsed(match[1] ?? match[2] ?? match[3] ?? '') : '';
    if (match && text.length > 12)
      found.push({ by: 'comment', span: { start: i, end: i + match[0].length }, text, backed: true });
  }
}

function coverOfTag(attributes: string): HiddenText['by'] | null {
  if (HIDDEN.test(attributes.replace(/"[^"]*"|'[^']*'/gu, '""'))) return 'hidden';
  const style = STYLE.exec(attributes);
  const cover = style ? coverOf(style[1] ?? style[2] ?? '') : null;
  if (cover !== null) return cover;
  return COLOR.test(`${attributes} `) && !BACKGROUND.test(attributes) && !style ? 'its color' : null;
}

/** Offsets of blocks of code, as spans. */
function inCode(document: Document, offset: number): boolean {
  const all = blocks(document);
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (all[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const block = all[low];
  if (!block || offset < block.start || offset >= block.end) return false;
  if (block.kind === 'code' || block.kind === 'front-matter') return true;
  // inside a code span: an odd number of backticks before it in its block, an odd number behind it in its line
  let ticks = 0;
  for (let i = Math.max(block.start, offset - 400); i < offset; i++) if (document.units[i] === 0x60) ticks++;
  return ticks % 2 === 1;
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings

const NEXT = 'Take out what cannot be seen, or get the document again from a source that you trust';

function places(document: Document, spans: readonly Span[]): [Place, ...Place[]] {
  const [first, ...others] = spans.slice(0, PLACES);
  return [at(document, first!), ...others.map((span) => at(document, span, { note: 'here too' }))];
}

/** `3 × U+200B, U+200C`: the kinds of the code points, the first four. */
function named(codePoints: readonly number[]): string {
  const order = [...new Set(codePoints)];
  return order.slice(0, 4).map(hex).join(', ') + (order.length > 4 ? ` and ${order.length - 4} more` : '');
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `one ${one}` : `${count} ${more}`);

/** The word around a span. */
function wordAt(document: Document, { start, end }: Span): Span {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < 20 && (isPlain(units[from - 1]!) || KINDS[units[from - 1]!] === Kind.Zero)) from--;
  let to = end;
  while (to < units.length && to - end < 20 && (isPlain(units[to]!) || KINDS[units[to]!] === Kind.Zero)) to++;
  return { start: from, end: to };
}

/** The word around a span, with the invisible characters as escapes. */
function word(document: Document, span: Span): string {
  const { start, end } = wordAt(document, span);
  return shown(document.slice(start, end));
}

const NONE: Sort = { spans: [], count: 0, codePoints: [] };

function ofRuns(document: Document, found: Found): Observation[] {
  const out: Observation[] = [];
  const { tags, bytes, bits, words, edges, selectors, fillers, hyphens, spread } = found;
  const raise = (level: Level, sort: Sort, message: string): void => {
    // what cannot be seen is quoted with its word
    const spans =
      sort === words || sort === hyphens
        ? sort.spans.slice(0, PLACES).map((span) => wordAt(document, span))
        : sort.spans;
    out.push({ level, message, next: NEXT, places: places(document, spans) });
  };
  if (tags.count > 0) {
    const text = tags.codePoints
      .filter((each) => each >= 0xe0020 && each < 0xe007f)
      .map((each) => String.fromCodePoint(each - 0xe0000))
      .join('');
    raise(
      'stop',
      tags,
      `${many(tags.count, 'tag character', 'tag characters')}, which nobody sees, spell ${shown(text)}`,
    );
  }
  const single = selectors.codePoints.some((each) => each > 0xffff) || selectors.count >= LOOSE_SELECTORS;
  if (bytes.count > 0 || (selectors.count > 0 && single)) {
    const all = bytes.count > 0 ? bytes : selectors;
    const values = all.codePoints.map((each) => (each < 0x10000 ? each - 0xfe00 : each - 0xe0100 + 16));
    const text = utf8(values);
    raise(
      all.count >= 4 || all === bytes ? 'stop' : 'look',
      all,
      `${many(all.count, 'variation selector', 'variation selectors')} where none belongs${text === null ? ` (${named(all.codePoints)})` : ` spell the bytes of ${shown(text)}`}`,
    );
  }
  if (bits.count > 0) {
    const text = bitsOf(bits.codePoints);
    const stop = bits.count >= BITS && new Set(bits.codePoints).size > 1;
    raise(
      stop ? 'stop' : 'look',
      bits,
      `${bits.count} zero-width characters in a row (${named(bits.codePoints)})${text === null ? '' : ` spell ${shown(text)}`}`,
    );
  }
  const inWords = words.count > 0 ? words : DATA_FORMATS.has(document.format) ? NONE : edges;
  if (edges.count >= BITS && new Set(edges.codePoints).size >= 2) {
    const text = bitsOf(edges.codePoints);
    raise(
      text === null ? 'look' : 'stop',
      edges,
      `${edges.count} zero-width characters behind words (${named(edges.codePoints)})${text === null ? '' : ` spell ${shown(text)}`}`,
    );
  } else if (inWords.count > 0)
    raise(
      'look',
      inWords,
      `${many(inWords.spans.length, 'word holds', 'words hold')} characters that nobody sees: ${word(document, inWords.spans[0]!)} (${named(inWords.codePoints)})`,
    );
  else if (spread.count >= BITS && new Set(spread.codePoints).size >= 2) {
    const text = bitsOf(spread.codePoints);
    raise(
      'look',
      spread,
      `${spread.count} zero-width characters where none belongs (${named(spread.codePoints)})${text === null ? '' : ` spell ${shown(text)}`}`,
    );
  }
  if (fillers.count > 0)
    raise(
      'look',
      fillers,
      `${many(fillers.count, 'letter', 'letters')} that show nothing (${named(fillers.codePoints)})`,
    );
  if (hyphens.count > 0)
    raise(
      'look',
      hyphens,
      `${many(hyphens.spans.length, 'word', 'words')} with soft hyphens that part no syllables: ${word(document, hyphens.spans[0]!)}`,
    );
  return out;
}

function ofDirections(document: Document): Observation[] {
  const { overrides, open } = directionsOf(document);
  const out: Observation[] = [];
  const lineAt = (span: Span): number => lineColumn(document, span.start).line;
  const show = (span: Span): string => {
    const end = document.units.indexOf(LF, span.start);
    return shown(document.slice(span.start, Math.min(end < 0 ? document.units.length : end, span.start + 60)));
  };
  if (overrides.length > 0)
    out.push({
      level: 'stop',
      message: `line ${lineAt(overrides[0]!)} is shown in another order than it is read${overrides.length > 1 ? `, and ${overrides.length - 1} more` : ''}: ${show(overrides[0]!)}`,
      next: NEXT,
      places: places(document, overrides),
    });
  else if (open.length > 0)
    out.push({
      level: open.some(({ rtl }) => rtl) ? 'stop' : 'look',
      message: `line ${lineAt(open[0]!.span)} turns the direction of text that has none to turn, or never turns it back${open.length > 1 ? `, and ${open.length - 1} more` : ''}: ${show(open[0]!.span)}`,
      next: NEXT,
      places: places(
        document,
        open.map(({ span }) => span),
      ),
    });
  return out;
}

/** Place of a hidden text; where the document's text does not hold it, the line of its tag in the file, without a quote. */
function placeOf(document: Document, { source, at: offset, end }: HiddenText): Place {
  const starts = document.origin!.sourceLineStarts;
  const line = lastAtOrBefore(starts, source);
  const { units } = document;
  let start = offset;
  while (start < end && SPACES[units[start]!] === 1) start++;
  if (start < end) return at(document, { start, end });
  return {
    path: document.path,
    line: line + 1,
    endLine: line + 1,
    column: source - starts[line]! + 1,
    start: null,
    end: null,
    quote: null,
  };
}

/** A key and what belongs to it, an item, or a line that goes on with one. */
const KEYED = /^\s*(?:- )?[\w-]{1,30}:(?:\s|$)|^\s*- |^\s{4,}\S/u;

/** Whether a comment is data for the tool that makes the document: `YAML`, `added: v1.2`, `changes:`, a list. */
function isKeyed(text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const keys = lines.filter((line) => KEYED.test(line)).length;
  return keys >= 2 && keys >= lines.length - 1;
}

/** Weight of the letters. */
function weigh(text: string): number {
  let sum = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (isLetter(codePoint)) sum += weightOf(codePoint);
  }
  return sum;
}

interface Judged {
  readonly level: Level;
  readonly by: HiddenText['by'];
  readonly text: string;
  readonly place: Place;
}

function ofMarkup(document: Document): Observation[] {
  const judged: Judged[] = [];
  const seen = (text: string): boolean => document.text.includes(text);
  if (document.format === 'html') {
    for (const hidden of hiddenTexts(document)) {
      const { by, text, named: reachable, active } = hidden;
      const order = instructionIn(text);
      if (order === null && (by === 'comment' || active || reachable || weigh(text) < WORDS)) continue;
      if (order === null && (by === 'display: none' || by === 'hidden') && seen(text)) continue;
      judged.push({ level: order === 'override' ? 'stop' : 'look', by, text, place: placeOf(document, hidden) });
    }
  } else
    for (const { by, span, text, backed } of coveredIn(document)) {
      const order = instructionIn(text);
      if (order === null && (by === 'comment' || weigh(text) < WORDS)) continue;
      if (order === 'address' && by === 'comment' && isKeyed(document.slice(span.start, span.end))) continue;
      if (inCode(document, span.start)) continue;
      if (order === null && by === 'its color' && !backed && /bgcolor|background/iu.test(document.text)) continue;
      judged.push({ level: order === 'override' ? 'stop' : 'look', by, text, place: at(document, span) });
    }
  if (judged.length === 0) return [];
  const worst = judged.find(({ level }) => level === 'stop') ?? judged[0]!;
  const first = judged[0]!;
  const by =
    worst.by === 'comment' ? 'in a comment' : `hidden by ${worst.by === 'hidden' ? 'the attribute hidden' : worst.by}`;
  return [
    {
      level: worst.level,
      message: `${judged.length === 1 ? 'a text' : `${judged.length} texts`} that only a program reads, ${by}: ${shown(worst.text)}`,
      next: NEXT,
      places: [
        first.place,
        ...judged.slice(1, PLACES).map(({ place, text }) => ({ ...place, note: `hidden here: ${shown(text)}` })),
      ],
    },
  ];
}

/** What the reader of a format found to be out of sight: hidden runs, white text, hidden sheets, rows, columns and slides. */
function ofMarks(document: Document): Observation[] {
  const hidden = document.marks!.filter(({ kind }) => kind === 'hidden');
  const judged = hidden.slice(0, KEPT).map(({ by, start, end }) => {
    const text = collapsed(document.slice(start, Math.min(end, start + HIDDEN_UNITS)));
    return { by, text, span: { start, end }, order: instructionIn(text) };
  });
  // cells of a hidden sheet are short each
  const weight = judged.reduce((sum, { text }) => (sum < WORDS ? sum + weigh(text) : sum), 0);
  if (judged.length === 0 || (weight < WORDS && judged.every(({ order }) => order === null))) return [];
  const worst =
    judged.find(({ order }) => order === 'override') ??
    judged.find(({ order }) => order !== null) ??
    judged.find(({ text }) => weigh(text) >= WORDS) ??
    judged[0]!;
  const ways = [...new Set(judged.map(({ by }) => by))];
  const first = judged[0]!;
  return [
    {
      level: worst.order === 'override' ? 'stop' : 'look',
      message: `${hidden.length === 1 ? 'a text' : `${hidden.length} texts`} that nobody sees who opens the file (${ways.slice(0, 4).join(', ')}): ${shown(worst.text)}`,
      next: NEXT,
      places: [
        at(document, first.span),
        ...judged.slice(1, PLACES).map(({ span, by }) => at(document, span, { note: by === '' ? 'here too' : by })),
      ],
    },
  ];
}

/** Formats whose text may hold HTML. */
const WITH_HTML: ReadonlySet<string> = new Set(['html', 'markdown', 'text', 'rst', 'asciidoc', 'mediawiki', 'org']);

export const hiddenText: DocumentCheck = {
  id: 'hidden-text',
  title: 'Text that a program reads and a person does not see',
  level: 'stop',
  acceptable: false,
  scope: 'document',
  *run(document) {
    const {
      directionControl,
      tagSurrogate,
      zeroWidth,
      joiner,
      directionMark,
      variationSelector,
      filler,
      softHyphen,
      lessThan,
      openBracket,
    } = census(document);
    if (directionControl > 0) yield* ofDirections(document);
    if (tagSurrogate + zeroWidth + joiner + directionMark + variationSelector + filler + softHyphen > 0)
      yield* ofRuns(document, runsOf(document));
    if (
      document.format === 'html'
        ? hiddenTexts(document).length > 0
        : WITH_HTML.has(document.format) && (lessThan > 0 || (document.format === 'markdown' && openBracket > 0))
    )
      yield* ofMarkup(document);
    // of a web page the same is told above, with what a script may show
    if (document.format !== 'html' && document.marks?.some(({ kind }) => kind === 'hidden') === true)
      yield* ofMarks(document);
  },
};
