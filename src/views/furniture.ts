/**
 * Lines that belong to the page and not to the text: page numbers, running heads and feet, mastheads. Told by what they do:
 * they come again with a number that counts up, and they stand in the middle of sentences.
 */
import { digitValue } from '../core/unicode.ts';
import { pattern, piece } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { census } from './census.ts';
import { HEAD, headOf, isOpen, JOIN, joinOf, joins, letterClasses, LONG, TAIL, tailOf } from './joins.ts';
import type { Join, Joins } from './joins.ts';
import { lines } from './lines.ts';
import { SPACES, weightOfUnits } from './script.ts';
import { habit, wrapped } from './wraps.ts';

/** What a line looks like. */
export const SHAPE = {
  plain: 0,
  /** Words with a number before or after them. */
  edge: 1,
  /** Parts between bars, dots or dashes, one of them with a number. */
  masthead: 2,
  /** A number by itself, perhaps between dashes. */
  number: 3,
  /** `Page 3 of 47`, `第 3 页`, `34/120`, or a masthead with one of these. */
  page: 4,
} as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];

/** A short line, and what stands around it. */
export interface Stray extends Span {
  /** The block it lies in. */
  readonly block: number;
  /** Whether blank lines part it from the text before and behind. */
  readonly alone: boolean;
  readonly shape: Shape;
  /** The line that ends before it and the line that begins behind it, other lines of its kind left out. */
  readonly before: Span | null;
  readonly after: Span | null;
  /** Whether these two are one sentence. */
  readonly join: Join;
}

/** Lines that are equal but for their numbers, in order. */
export interface Running {
  readonly lines: readonly Stray[];
  readonly shape: Shape;
  /** Whether a number counts up from line to line. */
  readonly counts: boolean;
  /** Lines that surely, and that probably, stand inside a sentence. */
  readonly inside: number;
  readonly probably: number;
  /** Whether the lines stand at even distances. */
  readonly even: boolean;
  /** Whether signs part the line: bars, dots, dashes. */
  readonly barred: boolean;
  /** Whether the first of them is marked as a heading. */
  readonly heading: boolean;
  /** Web pages number their lists and galleries so. */
  readonly html: boolean;
}

/** Longest line that can be a head or a foot, in units. */
const LINE = 100;
/** Longest line that says nothing but which page it is, in units. */
const PAGE_LINE = 40;
/** Longest line inside a paragraph that is looked at. */
const INNER_LINE = 64;

/** Words for a page in scripts that part words: a space or a full stop stands between the word and the number. */
const WORDS =
  'pages?|pag|pg|p|seiten?|s|página|páginas|pagina|pagine|pág|стр|страница|сторінка|стор|с|strona|str|stránka|strana|sheet|лист|аркуш|' +
  'blatt|feuille|feuillet|hoja|foglio|folha|fólio|folio|arkusz|sida|sidan|side|sivu|oldal|σελ|σελίδα|sayfa|sf|trang|halaman|hlm|' +
  'ص|صفحه|صفحة|الصفحة|עמוד|עמ|पृष्ठ|পৃষ্ঠা|หน้า|lehekülg|lappuse|puslapis|bet|страна|blad|bladzijde|leathanach|orri|faqe|էջ|გვერდი';
/** Those that may stand behind the number: abbreviations of one letter are units there. */
const BEHIND =
  'pages?|seiten?|página|páginas|pagina|pagine|стр|strona|sayfa|oldal|sida|sivu|صفحه|صفحة|หน้า|blad|lehekülg';
const TIGHT = 'ページ|頁|页|版|쪽|면|페이지';

/** Classes of letters are long to spell: all that is no white space, digit or sign will do. */
interface Patterns {
  readonly page: RegExp;
  readonly of: RegExp;
  /** A word, a number, and a number it is of, in any language. */
  readonly wordOf: RegExp;
  readonly date: RegExp;
  readonly separators: RegExp;
  readonly shortNumber: RegExp;
  readonly number: RegExp;
  /** Words that begin as a title does, behind a number or before it. */
  readonly edge: RegExp;
  /** A number at one end of a line, whatever parts it from the words. */
  readonly looseFirst: RegExp;
  readonly looseLast: RegExp;
}

let compiled: Patterns | undefined;

/** Made when first asked for: most documents hold no such line. */
function patterns(): Patterns {
  if (compiled) return compiled;
  const number = piece`\p{Nd}{1,4}`;
  // ` of 47`, ` von 30`, `/54`, `, 共 12 页`
  const total = piece`(?:\s?(?:[\/|,，、(（]|[^\s\p{Nd}\/|]{1,6}\s)?\s?(?:[共総全]\s?)?${number}\s?(?:${TIGHT})?[)）]?)?`;
  compiled = {
    page: pattern(
      'iu',
    )`^(?:(?:${WORDS})(?:[.:]\s?|\s)${number}|${number}\s?(?:${TIGHT})|${number}\s(?:${BEHIND})\.?|[第제]\s?${number}\s?(?:[张張面]|${TIGHT}))${total}$`,
    of: pattern('u')`^[A-Z]?${number}\s?(?:[\/∕⁄]|[^\s\p{Nd}\/.,:;]{1,4}\s)\s?${number}(?:\s?(?:${TIGHT}|${BEHIND}))?$`,
    wordOf: pattern('u')`^[^\s\p{Nd}]{1,14}\s?${number}\s?(?:\/|[^\s\p{Nd}\/.,:;]{1,6}\s)\s?${number}[^\s\p{Nd}]{0,3}$`,
    date: pattern(
      'u',
    )`\p{Nd}{1,4}[.\/年-]\s?\p{Nd}{1,2}[.\/月-]\s?\p{Nd}{1,4}|\p{Nd}{1,2}\.?\s[^\s\p{Nd}.,;:]{3,12}\s\p{Nd}{4}|[^\s\p{Nd}.,;:]{3,12}\s\p{Nd}{1,2},\s\p{Nd}{4}|^[^\s\p{Nd}.,;:]{3,12}\.?\s\p{Nd}{4}$`,
    separators: /\s*[|｜¦│·•‧・]\s*|\s[–—―-]\s|\t|\s{3,}/u,
    shortNumber: pattern('u')`^[A-Z]?\p{Nd}{1,4}$`,
    number: pattern('u')`\p{Nd}`,
    looseFirst: pattern('u')`^[A-Z]?\p{Nd}{1,4}[^\p{L}\p{Nd}]+`,
    looseLast: pattern('u')`[^\p{L}\p{Nd}]{1,8}[A-Z]?\p{Nd}{1,4}[^\p{L}\p{Nd}]{0,4}$`,
    edge: pattern('u')`^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]`,
  };
  return compiled;
}

/** `- 12 -`, `— 12 —`: nothing but a page number looks so. */
const ENCLOSED = /^\s*[-–—]\s?\d{1,4}\s?[-–—]\s*$/u;
/** `3/47`, `12 / 96`: a number, and the greater one that it is of. */
const OF_TOTAL = /^(\d{1,4})\s?\/\s?(\d{1,4})$/u;

function isOfTotal(part: string): boolean {
  const found = OF_TOTAL.exec(part);
  return found !== null && Number(found[1]) <= Number(found[2]) && Number(found[2]) > 2;
}

/** A page in its chapter or appendix: `4-12`, `A-3`. */
const COUNTED = /^(?:[A-Z]|\d{1,2})[-–]\d{1,3}$/u;
/** What browsers print at the foot. */
const PRINTED = /^(?:https?|file):\S+\s+\d{1,4}\s?\/\s?\d{1,4}$/u;
const ROMAN = /^(?:x{0,4}(?:ix|iv|v?i{0,4})|l?x{0,4}(?:ix|iv|v?i{0,4}))$/iu;

/** Longest line that holds nothing but a number and its frame, in units. */
const SHORT = 16;
/** Signs that make a quantity of a number. */
const QUANTITY = /[$€£¥₽₹%‰°+@\\±×=<>^~]/u;
const NUMBERED = /^(?:[pP]?\d{1,4}[rv]?|第[一二三四五六七八九十百〇]{1,4}[页頁])$/u;

/** Whether a line holds a number, perhaps of a leaf or in Han, and signs around it that are no part of a quantity. */
function isBare(line: string): boolean {
  // `12.` and `一、` begin an item
  if (QUANTITY.test(line) || /^\s*[^\s([（].*[.)、．）:：]\s*$/u.test(line)) return false;
  const classes = letterClasses();
  let start = 0;
  let end = line.length;
  while (start < end && classes[line.charCodeAt(start)] === OTHER) start++;
  while (end > start && classes[line.charCodeAt(end - 1)] === OTHER) end--;
  return NUMBERED.test(line.slice(start, end));
}

/** Whether a line is a small Roman number of two letters and more, in letters of one case. */
function isRoman(text: string): boolean {
  if (text.length < 2 || text.length > 8 || !ROMAN.test(text)) return false;
  return text === text.toLowerCase() || text === text.toUpperCase();
}

/** A number of a page at one end. */
const EDGE = /^(?:[A-Z]{0,2}\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—])\s|[\s(第-]\d{0,4}[A-Z]?\d{1,3}\)?[版頁页]?$/u;

/** `12 / 96` by itself, as no fraction is written. */
function isSpacedTotal(text: string): boolean {
  return text.includes(' / ') && isOfTotal(text.trim());
}

const BARS = /[|｜¦│·•‧・]|\s[–—―-]\s/u;

/** Signs of code, formulas and markup. */
const SIGNS = /[`=\\^{}$<>]|\.\s?\.\s?\.|\.\.|\]\(|\|\||\*\*/u;

const FRAME = '-–—―─━═=·•~*_.[](<>){}«»‹›|｜¦│ \t\u00a0\u3000';

/** The line without dashes, brackets and white space around it. */
function unframed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && FRAME.includes(text.charAt(start))) start++;
  while (end > start && FRAME.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether two letters stand side by side. */
function isWordy(text: string): boolean {
  const classes = letterClasses();
  for (let i = 0, run = 0; i < text.length; i++) {
    const letter = classes[text.charCodeAt(i)]!;
    run = letter !== OTHER && letter !== DIGIT ? run + 1 : 0;
    if (run === 2) return true;
  }
  return false;
}

/** Which shape a line has. */
function shapeOf(line: string): Shape {
  if (line.length > LINE || line.startsWith('..')) return SHAPE.plain;
  const core = unframed(line.replace(/^#{1,6}\s+/u, '').replaceAll('**', ''));
  if (core === '') return SHAPE.plain;
  const { page, of, wordOf, date, separators, number } = patterns();
  const short = core.length <= PAGE_LINE;
  if (short && (page.test(core) || of.test(core) || ENCLOSED.test(line))) return SHAPE.page;
  let digits = true;
  for (let i = 0; i < core.length && digits; i++) digits = i < 4 && digitValue(core.codePointAt(i)!) >= 0;
  if (digits) return SHAPE.number;
  if ((short && (isRoman(core) || COUNTED.test(core))) || (line.length <= SHORT && isBare(line))) return SHAPE.number;
  if (PRINTED.test(core)) return SHAPE.page;
  if (!number.test(core) || SIGNS.test(core) || (core.includes('+') && !/\s{3}|\t/u.test(core))) return SHAPE.plain;
  if (short && wordOf.test(core)) return SHAPE.masthead;
  const parts = core.split(separators).filter((part) => part !== '');
  const edge = EDGE.test(core) && isWordy(core) ? SHAPE.edge : SHAPE.plain;
  if (parts.length < 2 || parts.length > 6) return edge;
  if (!parts.some(isWordy)) return edge;
  for (const part of parts) if (page.test(unframed(part))) return SHAPE.page;
  if (isOfTotal(parts[0]!) || isOfTotal(parts.at(-1)!)) return SHAPE.page;
  for (const part of parts) if (date.test(part) || (part.length <= 5 && number.test(part))) return SHAPE.masthead;
  return edge;
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const LF = 0x0a;
const HASH_SIGN = 0x23;
const COLON = 0x3a;
/** Kinds of blocks whose lines are looked at one by one. */
const LINED: ReadonlySet<string> = new Set(['prose', 'list', 'quote']);
/** Kinds of blocks that may hold such a line. */
const KINDS: ReadonlySet<string> = new Set(['prose', 'list', 'heading', 'quote', 'rule', 'code', 'table']);

/** Bars and dots that part a masthead, and dashes that do between spaces. */
const BAR = 1;
const DASH = 2;
const PARTING: Uint8Array = parting();

function parting(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const unit of '|｜¦│·•‧・\t') table[unit.charCodeAt(0)] = BAR;
  for (const unit of '-–—―') table[unit.charCodeAt(0)] = DASH;
  return table;
}

/** What a line is at a glance. */
interface Glance {
  /** Hash of the line without white space, each run of digits as one; the sign bit says whether there was a digit. */
  key: number;
  /** Whether its shape can be other than `plain`. */
  shapely: boolean;
}

function glance(units: Uint16Array, start: number, end: number, out: Glance): void {
  const classes = letterClasses();
  let hash = 0x811c9dc5;
  let inDigits = false;
  let digits = false;
  let parted = false;
  let spaces = 0;
  let run = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (SPACES[unit] === 1) {
      if (++run >= 3 || unit === 0x09) parted = true;
      spaces++;
      continue;
    }
    const parts = PARTING[unit]!;
    if (parts === BAR || (parts === DASH && run > 0)) parted = true;
    run = 0;
    if (classes[unit] === DIGIT) {
      digits = true;
      if (inDigits) continue;
      inDigits = true;
      hash = Math.imul(hash ^ 0x30, 0x01000193);
      continue;
    }
    inDigits = false;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  out.key = ((hash & 0x7fffffff) | (digits ? 0x80000000 : 0)) >>> 0;
  // a number, a page word and a number: few words; or a number at one end
  out.shapely =
    (digits && (parted || spaces <= 6 || (end - start <= INNER_LINE && isNumberedLine(units, start, end)))) ||
    (!digits && end - start <= 12 && (isRomanAt(units, start, end) || isHanAt(units, start, end)));
}

/** Whether a line has a number at one end, and it is no item. */
function isNumberedLine(units: Uint16Array, start: number, end: number): boolean {
  const classes = letterClasses();
  if (classes[units[end - 1]!] === DIGIT) return true;
  let i = start;
  while (i < end && classes[units[i]!] === DIGIT) i++;
  return i > start && i < end && SPACES[units[i]!] === 1;
}

const ROMAN_LETTERS = 'ivxlIVXL';

const HAN_DIGITS = '一二三四五六七八九十百〇';

/** Whether a short line is a page with a number in Han: `第十二页`. */
function isHanAt(units: Uint16Array, start: number, end: number): boolean {
  let i = start;
  while (i < end && letterClasses()[units[i]!] === OTHER) i++;
  return i + 1 < end && units[i] === 0x7b2c && HAN_DIGITS.includes(String.fromCharCode(units[i + 1]!));
}

/** Whether a short line has no letters but those of small Roman numbers, and two of them. */
function isRomanAt(units: Uint16Array, start: number, end: number): boolean {
  const classes = letterClasses();
  let letters = 0;
  for (let i = start; i < end; i++) {
    const name = classes[units[i]!]!;
    if (name === OTHER) continue;
    if ((name !== LOWER && name !== UPPER) || !ROMAN_LETTERS.includes(String.fromCharCode(units[i]!))) return false;
    letters++;
  }
  return letters >= 2;
}

/** Whether a line can be the page's by its beginning: a capital, a letter without case, a number, or a sign before a number. */
function beginsSo(units: Uint16Array, start: number, end: number): boolean {
  const classes = letterClasses();
  const first = classes[units[start]!]!;
  if (first === OTHER) {
    for (let i = start + 1; i < end && i < start + 4; i++) if (classes[units[i]!] === DIGIT) return true;
    if (end - start <= SHORT) return true;
    // `**Page 3**`, `· Page 3 ·`, `(Page 3)`
    return end - start <= 40 && classes[units[end - 1]!] === OTHER && units[start] !== HASH_SIGN;
  }
  // the address of a printed page
  return first !== LOWER || end - start <= 30 || units[start + 4] === COLON || units[start + 5] === COLON;
}

interface Line extends Span {
  readonly block: number;
  readonly alone: boolean;
  /** Number of the line, from 0. */
  readonly number: number;
  readonly key: number;
  readonly shapely: boolean;
}

/** Whether a number stands at one end of a line, and three spaces part it from the rest. */
function isGapped(units: Uint16Array, start: number, end: number): boolean {
  const classes = letterClasses();
  let last = end - 1;
  while (last > start && (SPACES[units[last]!] === 1 || units[last] === CLOSE_BRACKET)) last--;
  if (classes[units[last]!] === DIGIT) {
    const least = Math.max(start, last - 16);
    for (let i = last, run = 0; i > least; i--) {
      run = SPACES[units[i]!] === 1 ? run + 1 : 0;
      if (run === 3) return true;
    }
  }
  if (classes[units[start]!] !== DIGIT) return false;
  const most = Math.min(end, start + 8);
  for (let i = start, run = 0; i < most; i++) {
    run = SPACES[units[i]!] === 1 ? run + 1 : 0;
    if (run === 3) return true;
  }
  return false;
}

/** Short lines with their keys. */
function linesOf(document: Document, { blocks, single }: Joins): Line[] {
  const { units } = document;
  const { starts, ends, firsts } = lines(document);
  const out: Line[] = [];
  const text = document.format === 'text';
  const seen: Glance = { key: 0, shapely: false };
  let line = 0;
  const add = (number: number, block: number, alone: boolean): void => {
    let end = ends[number]!;
    const start = firsts[number]!;
    while (end > start && SPACES[units[end - 1]!] === 1) end--;
    if (start >= end || !beginsSo(units, start, end)) return;
    glance(units, start, end, seen);
    const { key, shapely } = seen;
    // what has no number and begins as an item does is none
    if (!shapely && blocks[block]!.kind !== 'prose' && blocks[block]!.kind !== 'heading') return;
    out.push({ start, end, block, alone, number, key, shapely });
  };
  for (let block = 0; block < blocks.length; block++) {
    const { kind, start, end } = blocks[block]!;
    // AsciiDoc takes `[12]` for attributes
    if (!KINDS.has(kind) && (kind !== 'html' || end - start > 6)) continue;
    const alone = single[block] === 1;
    if (alone ? end - start > LINE || ((kind === 'code' || kind === 'table') && !text) : !LINED.has(kind)) continue;
    while (line + 1 < starts.length && starts[line + 1]! <= start) line++;
    if (alone) {
      add(line, block, true);
      continue;
    }
    let longest = 0;
    let to = line;
    for (; to < starts.length && starts[to]! < end; to++) longest = Math.max(longest, ends[to]! - firsts[to]!);
    // a few short lines are a head or a foot of more than one line; in a paragraph it is shorter than the others
    const few = to - line <= 3 && longest <= LINE;
    const most = few ? LINE : Math.min(LINE, longest * 0.8);
    for (; line < to; line++) {
      const length = ends[line]! - firsts[line]!;
      if (length <= most || (length <= LINE && isGapped(units, firsts[line]!, ends[line]!))) add(line, block, few);
    }
    line = to - 1;
  }
  return out;
}

/** Keys of the lines that headings would be without their marks. */
function titleKeys({ units }: Document, { blocks }: Joins): ReadonlySet<number> {
  const keys = new Set<number>();
  const seen: Glance = { key: 0, shapely: false };
  for (const { kind, start, end } of blocks) {
    if (kind !== 'heading' || end - start > LINE) continue;
    let first = start;
    while (first < end && (units[first] === HASH_SIGN || SPACES[units[first]!] === 1)) first++;
    glance(units, first, end, seen);
    keys.add(seen.key);
  }
  return keys;
}

/** For each line, the block it lies in, or -1. */
function blockOfLine(document: Document, { blocks }: Joins): Int32Array {
  const { starts, count } = lines(document);
  const of = new Int32Array(count).fill(-1);
  let line = 0;
  for (let block = 0; block < blocks.length; block++) {
    const { start, end } = blocks[block]!;
    while (line + 1 < count && starts[line + 1]! <= start) line++;
    for (let i = line; i < count && starts[i]! < end; i++) of[i] = block;
  }
  return of;
}

interface Page {
  readonly document: Document;
  readonly joins: Joins;
  readonly blockOf: Int32Array;
  /** Lines of groups, by number. */
  readonly picked: ReadonlySet<number>;
  /** Whether paragraphs end with marks; see `habit`. */
  readonly strict: boolean;
  readonly usual: boolean;
}

/** The next line in a direction that is not blank and no other line of the page; -1 where there is none. */
function neighbour({ document, picked }: Page, from: number, step: 1 | -1, skip: number): number {
  const { count, firsts, ends } = lines(document);
  let skipped = 0;
  for (let i = from + step, seen = 0; i >= 0 && i < count && seen < 12; i += step, seen++) {
    if (firsts[i] === ends[i]) continue;
    if (picked.has(i) && skipped < 3) {
      skipped++;
      continue;
    }
    if (skip-- > 0) {
      if (ends[i]! - firsts[i]! > INNER_LINE || headOf(document.units, firsts[i]!, ends[i]!) === HEAD.lower) return -1;
      continue;
    }
    return i;
  }
  return -1;
}

function around(page: Page, line: Line, shape: Shape): Stray {
  const stray = { start: line.start, end: line.end, block: line.block, alone: line.alone, shape };
  // a head or a foot may have a second line, above or below
  const skips: readonly (readonly [number, number])[] =
    shape < SHAPE.masthead
      ? [[0, 0]]
      : [
          [0, 0],
          [0, 1],
          [1, 0],
        ];
  let best: Stray = { ...stray, before: null, after: null, join: JOIN.none };
  for (const [above, below] of skips) {
    const before = neighbour(page, line.number, -1, above);
    const after = neighbour(page, line.number, 1, below);
    if (before < 0 || after < 0) continue;
    const join = joinAround(page, line, shape, before, after);
    if (best.before === null || join > best.join) {
      const { firsts, ends } = lines(page.document);
      best = {
        ...stray,
        before: { start: firsts[before]!, end: ends[before]! },
        after: { start: firsts[after]!, end: ends[after]! },
        join,
      };
    }
    if (best.join !== JOIN.none) break;
  }
  return best;
}

/** Whether white space parts a line into columns. */
function isRow(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start, run = 0; i < Math.min(end, start + 200); i++) {
    if (SPACES[units[i]!] === 0) run = 0;
    else if (++run >= 3 || units[i] === 0x09) return true;
  }
  return false;
}

/** Whether a line is a paragraph by itself, or parted by no blank line from the text before and behind. */
function isWhole({ document, joins: { single } }: Page, line: Line, before: number, after: number): boolean {
  if (single[line.block] === 1) return true;
  const { firsts, ends } = lines(document);
  for (let i = before + 1; i < after; i++) if (firsts[i] === ends[i]) return false;
  return true;
}

/** Least weight of what a line interrupts. */
const BEGUN = 15;
/** ... where nothing but a number at one end tells the line. */
const EDGE_WEIGHT = 50;
/** ... of the line before and of the one behind, inside a paragraph. */
const INNER = 25;

function joinAround(page: Page, line: Line, shape: Shape, before: number, after: number): Join {
  const { document, blockOf, joins: all, strict, usual } = page;
  const { units } = document;
  const { firsts, ends } = lines(document);
  const a = blockOf[before]!;
  const b = blockOf[after]!;
  if (a < 0 || b < 0 || !LINED.has(all.blocks[a]!.kind) || !LINED.has(all.blocks[b]!.kind)) return JOIN.none;
  // no blank line between: it stands in the middle of a paragraph
  let inner = true;
  for (let i = before + 1; i < after && inner; i++) inner = firsts[i] !== ends[i];
  const tail = tailOf(units, firsts[before]!, ends[before]!);
  const head = headOf(units, firsts[after]!, ends[after]!);
  // its last 400 units are enough, and a block may be all of a large file
  // a row between rows
  if (
    (shape === SHAPE.masthead || shape === SHAPE.edge) &&
    (isRow(units, firsts[before]!, ends[before]!) || isRow(units, firsts[after]!, ends[after]!))
  )
    return JOIN.none;
  const weight = weightOfUnits(units, Math.max(all.blocks[a]!.start, ends[before]! - 400), ends[before]!);
  if (weight < BEGUN) return JOIN.none;
  const join = joinOf(tail, head);
  if (inner && shape === SHAPE.page) return isOpen(tail) && join === JOIN.none ? JOIN.possible : join;
  if (join === JOIN.none) return JOIN.none;
  // the last line of a paragraph may hold nothing but a year
  if (!inner && shape === SHAPE.number && (before === line.number - 1 || after === line.number + 1)) return JOIN.none;
  if (inner) {
    // lines inside a paragraph all break off: only one that is shorter than its neighbours is no line of it
    const longest = Math.max(ends[before]! - firsts[before]!, ends[after]! - firsts[after]!);
    if ((line.end - line.start) * 10 > 7 * longest && !isGapped(units, line.start, line.end)) return JOIN.none;
  }
  if (shape === SHAPE.edge && (weight < EDGE_WEIGHT || !isWhole(page, line, before, after))) return JOIN.none;
  if (join === JOIN.sure) return join;
  if (!isOpen(tail)) return JOIN.none;
  if (inner) {
    // a number or a masthead on a line of its own is no text: shorter lines around it are enough
    if (shape === SHAPE.plain) return weight < LONG ? JOIN.none : join;
    const behind = weightOfUnits(units, firsts[after]!, Math.min(ends[after]!, firsts[after]! + 400));
    return weight < INNER || behind < INNER ? JOIN.none : join;
  }
  if (weight < LONG) return JOIN.none;
  // a paragraph of nothing but a number of a page is seldom enough
  return shape >= SHAPE.number || (shape >= SHAPE.edge ? usual : strict) ? join : JOIN.none;
}

/** Numbers of a line, at most eight. */
function numbersOf(line: string): number[] {
  const out: number[] = [];
  let value = -1;
  for (const character of line) {
    const digit = digitValue(character.codePointAt(0)!);
    if (digit >= 0) value = Math.min(1e9, (value < 0 ? 0 : value * 10) + digit);
    else if (value >= 0) {
      out.push(value);
      value = -1;
      if (out.length === 8) return out;
    }
  }
  if (value >= 0) out.push(value);
  return out;
}

/** Whether one of the numbers counts up by one or two (or three steps in four do). */
function countsUp(texts: readonly string[]): boolean {
  const rows = texts.map(numbersOf);
  const columns = rows[0]!.length;
  for (let column = 0; column < columns; column++) {
    let steps = 0;
    let up = true;
    for (let i = 1; i < rows.length && up; i++) {
      const step = (rows[i]![column] ?? 0) - (rows[i - 1]![column] ?? 0);
      up = step > 0;
      if (step === 1 || step === 2) steps++;
    }
    if (up && steps * 4 >= 3 * (rows.length - 1)) return true;
  }
  return false;
}

/** Whether one of the numbers is greater from line to line, by four on average at most. */
function ascends(texts: readonly string[]): boolean {
  const rows = texts.map(numbersOf);
  return rows[0]!.some((first, column) => {
    for (let i = 1; i < rows.length; i++) if ((rows[i]![column] ?? 0) <= (rows[i - 1]![column] ?? 0)) return false;
    return (rows.at(-1)![column] ?? 0) - first <= 4 * (rows.length - 1);
  });
}

/** Whether the distances between the lines are even: none is less than three quarters of the median or more than 4/3. */
function evenly(lines: readonly Span[]): boolean {
  if (lines.length < 4) return false;
  const gaps = lines.slice(1).map((line, i) => line.start - lines[i]!.start);
  const median = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
  return gaps.every((gap) => gap * 4 >= median * 3 && gap * 3 <= median * 4);
}

/** Most lines of a group, and most groups, that are looked at. */
const GROUP_LINES = 400;
const GROUPS = 300;

export interface Furniture {
  /** Lines that come at least three times (twice with the shape of a page number). */
  readonly running: readonly Running[];
  /** Lines with a number in the shape of furniture that come once. */
  readonly single: readonly Stray[];
}

/** Formats that people write. */
const FORMATS: ReadonlySet<string> = new Set([
  'text',
  'markdown',
  'html',
  'rst',
  'asciidoc',
  'mediawiki',
  'org',
  'tex',
]);

/** Whether lines that come again are the page's, not the text's: the numbers count up, or they cut sentences. */
function isFurniture({ lines, shape, counts, inside, probably, even, barred, heading, html }: Running): boolean {
  const n = lines.length;
  const cut = inside + probably;
  switch (shape) {
    case SHAPE.page:
      return counts || cut > 0;
    case SHAPE.number:
      return n >= 3 && counts && (html ? inside >= 3 : cut >= 1 || (even && lines.every(({ alone }) => alone)));
    case SHAPE.edge:
      return !heading && cut >= 2 && cut * 2 >= n && (counts ? n >= 3 || inside === n : inside >= 3);
    case SHAPE.masthead:
      // tables of plain text have words and numbers in columns, too
      return (
        !heading && ((n >= 3 && counts && (barred || cut > 0)) || (cut >= 2 && cut * 3 >= n && (barred || n >= 3)))
      );
    default:
      return (
        n >= 3 &&
        ((inside >= 2 && inside * 4 >= n) || (cut >= 4 && cut * 2 >= n) || (counts && cut >= 2 && cut * 4 >= n))
      );
  }
}

const NONE: Furniture = { running: [], single: [] };

const CLOSE_BRACKET = 0x5d;
const FORM_FEED = 0x0c;
/** Units from a page's end in which its foot and the next page's head stand. */
const NEAR = 400;

/**
 * Where pages end in plain text that is paged as such, a format of its own: form feeds, or `[Page 7]` at the feet of pages
 * (which the blocks of plain text know as rules). Empty for all other text.
 */
const pageEnds: (document: Document) => readonly number[] = view((document) => {
  const out: number[] = [];
  const { units } = document;
  if (census(document).formFeed >= 2)
    for (let i = units.indexOf(FORM_FEED); i >= 0; i = units.indexOf(FORM_FEED, i + 1)) out.push(i);
  if (document.format === 'text')
    for (const { kind, end } of joins(document).blocks)
      if (kind === 'rule' && units[end - 1] === CLOSE_BRACKET) out.push(end);
  return out.length < 2 ? [] : out.toSorted((a, b) => a - b);
});

/** Whether a page ends near the offset, in text that is paged. */
export function atPageEnd(document: Document, offset: number): boolean {
  const ends = pageEnds(document);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! < offset - NEAR) low = middle + 1;
    else high = middle;
  }
  return low < ends.length && ends[low]! <= offset + NEAR;
}

function hasSpace(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (SPACES[units[i]!] === 1) return true;
  return false;
}

/**
 * Whether a line of words could be a head or a foot: it begins as a title does and no mark ends it. What makes a group of
 * them furniture is that they cut sentences.
 */
function isTitle(units: Uint16Array, { start, end, alone }: Line, kind: string): boolean {
  if (end - start > INNER_LINE || kind === 'list' || kind === 'quote' || (!alone && kind !== 'prose')) return false;
  // one word is a label or the end of a line, but for one in capitals
  if (
    units[start]! < 0x2e80 &&
    !hasSpace(units, start, end) &&
    !(alone && letterClasses()[units[start + 1]!] === UPPER)
  )
    return false;
  const head = headOf(units, start, end);
  if (head !== HEAD.upper && head !== HEAD.uncased) return false;
  // `key: value`
  for (let i = start; i + 1 < end; i++) if (units[i] === COLON && SPACES[units[i + 1]!] === 1) return false;
  const tail = tailOf(units, start, end);
  return tail === TAIL.word || tail === TAIL.uncased || tail === TAIL.digit;
}

/** An entry of a list of references, a numbered item. */
const ENTRY = /^[[(]\w{1,12}[\])]\s+\S|^\d{1,3}[.)]\s+\S|^[-*+•]\s/u;

/** Whether a line with nothing but a number is no item, no sum and no result: `12`, `- 12 -`, `[12]`, `12 |`, but not `12)` and `-0500`. */
function isNumbering(text: string): boolean {
  const last = text.trim().at(-1)!;
  if (/^[-+−–]\s?\S/u.test(text)) return '-−–—'.includes(last);
  return !/^[\p{L}\d]+\s?[.):]$/u.test(text.trim());
}

/** Whether a line that comes once can be the page's: it is no end of a sentence, no item, no heading, no row. */
function standsAlone(document: Document, { start, end, shape }: Stray, kind: string): boolean {
  const text = document.slice(start, end);
  if (/[.,;:!?。，、]$/u.test(text)) return false;
  // a heading that is a Roman number
  if (shape === SHAPE.number && kind === 'heading' && !patterns().number.test(text)) return false;
  switch (shape) {
    case SHAPE.number:
      return isNumbering(text);
    case SHAPE.edge:
    case SHAPE.masthead: {
      if (tailOf(document.units, start, end) === TAIL.comma) return false;
      if (kind === 'heading' && text.startsWith('#')) return false;
      if (ENTRY.test(text) || headOf(document.units, start, end) === HEAD.lower) return false;
      if (shape === SHAPE.edge)
        return kind === 'prose' && text.length <= INNER_LINE && !/[:：]\s/u.test(text) && patterns().edge.test(text);
      const { separators, shortNumber } = patterns();
      const parts = text.split(separators).filter((part) => part !== '');
      if (parts.some((part) => letterClasses()[part.charCodeAt(0)] === LOWER)) return false;
      if (BARS.test(text) || patterns().wordOf.test(unframed(text))) return true;
      // words and a number at one end, in columns
      return parts.length <= 3 && (shortNumber.test(parts[0]!) || shortNumber.test(parts.at(-1)!));
    }
    default:
      return true;
  }
}

/** What may be furniture in the document. */
const furniture: (document: Document) => Furniture = view((document) => {
  if (document.units.length < 60 || !FORMATS.has(document.format)) return NONE;
  const all = joins(document);
  const groups = new Map<number, Line[]>();
  for (const line of linesOf(document, all)) {
    const group = groups.get(line.key);
    if (!group) groups.set(line.key, [line]);
    else if (group.length < GROUP_LINES) group.push(line);
  }
  const covers = wrapped(document)?.covers;
  const titles = titleKeys(document, all);
  const found: { lines: Line[]; shape: Shape }[] = [];
  const picked = new Set<number>();
  for (const group of groups.values()) {
    const [first] = group;
    if (group.length < 3 && !first!.shapely) continue;
    let shape: Shape = first!.shapely ? shapeOf(document.slice(first!.start, first!.end)) : SHAPE.plain;
    if (
      shape === SHAPE.plain &&
      group.length === 1 &&
      all.blocks[first!.block]!.kind === 'prose' &&
      titles.has(first!.key)
    )
      shape = SHAPE.edge;
    if (group.length < 3 && shape === SHAPE.plain) continue;
    // lines of a column come again where its text does
    const kept = group.filter(
      (line) =>
        !atPageEnd(document, line.start) &&
        (shape > SHAPE.edge ||
          (shape === SHAPE.edge && covers?.[line.block] !== 1) ||
          (covers?.[line.block] !== 1 && isTitle(document.units, line, all.blocks[line.block]!.kind))),
    );
    if (kept.length === 0 || (shape === SHAPE.plain && kept.length < 3)) continue;
    if (found.length >= GROUPS) break;
    found.push({ lines: kept, shape });
    for (const { number } of kept) picked.add(number);
  }
  if (found.length === 0) return NONE;
  const { strict, usual } = habit(document);
  const page: Page = {
    document,
    joins: all,
    blockOf: blockOfLine(document, all),
    picked,
    strict,
    usual,
  };
  const marked = ({ block, start }: Line): boolean =>
    all.blocks[block]!.kind === 'heading' && (document.format !== 'text' || document.units[start] === HASH_SIGN);
  const running: Running[] = [];
  const single: Stray[] = [];
  for (const { lines: group, shape } of found) {
    const strays = group.map((line) => around(page, line, shape));
    if (strays.length === 1) {
      const [stray] = strays as [Stray];
      if (shape === SHAPE.edge && stray.join === JOIN.none) continue;
      if (
        (shape === SHAPE.number && stray.join === JOIN.sure && all.blocks[stray.block]!.kind !== 'heading') ||
        standsAlone(document, stray, all.blocks[stray.block]!.kind) ||
        (shape === SHAPE.masthead && isHead(document, stray, false)) ||
        (shape === SHAPE.edge && all.blocks[stray.block]!.kind === 'prose' && isHead(document, stray, true))
      )
        single.push(stray);
      continue;
    }
    let inside = 0;
    let probably = 0;
    for (const { join } of strays) {
      if (join === JOIN.sure) inside++;
      else if (join === JOIN.possible) probably++;
    }
    const texts = group.map(({ start, end }) => document.slice(start, end));
    let of: readonly Stray[] = strays;
    let counts = countsUp(texts);
    if (!counts && shape !== SHAPE.plain && inside + probably >= 3) {
      // numbers that stand elsewhere, too: those inside sentences count by themselves
      const cut = strays.filter(({ join }) => join !== JOIN.none);
      if (ascends(cut.map(({ start, end }) => document.slice(start, end)))) {
        of = cut;
        counts = true;
      }
    }
    running.push({
      lines: of,
      shape,
      counts,
      inside,
      probably,
      even: evenly(of),
      html: document.format === 'html',
      barred: BARS.test(texts[0]!),
      heading: marked(group[0]!),
    });
  }
  return { running, single };
});

/** A number at one end of a line, and what parts it from the words: a bar, a dash, a wide gap. */
const NUMBER_FIRST = /^\d{1,4}(?:\s*[|｜¦│·•]\s*|\s+[–—-]\s+|\t+|\s{3,})(?=\D)/u;
const NUMBER_LAST = /(?:\s*[|｜¦│·•]\s*|\s+[–—-]\s+|\t+|\s{3,})\d{1,4}$/u;
/** Letters and digits of a title from which a line is told to be its head, where it says only its beginning. */
const BEGINNING = 12;
/** ... where no number stands beside it. */
const TITLE = 8;
/** Headings that are held against lines, and their letters that are. */
const HEADINGS = 1000;
const HEADING = 120;

/** Letters and digits of a text, small. */
function bare(text: string): string {
  const classes = letterClasses();
  let out = '';
  for (let i = 0; i < text.length; i++) if (classes[text.charCodeAt(i)] !== OTHER) out += text.charAt(i);
  return out.toLowerCase();
}

/** The title and the headings of the document, letters and digits alone. */
const headings: (document: Document) => readonly string[] = view((document) => {
  const out: string[] = [];
  const all = blocks(document);
  const add = ({ start, end }: Span): void => {
    const text = bare(document.slice(start, Math.min(end, start + HEADING)));
    if (text.length >= 3) out.push(text);
  };
  if (all.length > 0 && all[0]!.kind !== 'heading' && all[0]!.kind !== 'front-matter') {
    const [first] = all;
    const end = document.units.indexOf(LF, first!.start);
    add({ start: first!.start, end: end < 0 ? first!.end : Math.min(end, first!.end) });
  }
  for (const block of all) {
    if (block.kind !== 'heading') continue;
    add(block);
    if (out.length >= HEADINGS) break;
  }
  return out;
});

/** Whether the line before or behind has a number at its end, too: a table of contents. */
function isListed({ units }: Document, { start, end }: Span): boolean {
  const classes = letterClasses();
  let i = start - 1;
  while (i >= 0 && start - i < 200 && SPACES[units[i]!] === 1) i--;
  if (i >= 0 && classes[units[i]!] === DIGIT) return true;
  i = end;
  while (i < units.length && i - end < 200 && SPACES[units[i]!] === 1) i++;
  const next = i;
  while (i < units.length && i - next < 200 && units[i] !== LF) i++;
  while (i > next && SPACES[units[i - 1]!] === 1) i--;
  return i > next && classes[units[i - 1]!] === DIGIT;
}

/** Whether a line is the title or a heading of the document, whole or its beginning, with a number before or after it. */
function isHead(document: Document, { start, end }: Span, loose: boolean): boolean {
  const text = document.slice(start, end).trim();
  if (loose && ENTRY.test(text)) return false;
  let words = text.replace(loose ? patterns().looseLast : NUMBER_LAST, '');
  if (words === text) words = text.replace(loose ? patterns().looseFirst : NUMBER_FIRST, '');
  if (words === text && !loose) return false;
  const said = bare(words);
  if (said.length < 3) return false;
  if (words === text) return said.length >= TITLE && headings(document).includes(said);
  return headings(document).some(
    (heading) => heading === said || (said.length >= BEGINNING && heading.startsWith(said)),
  );
}

/** A page word: `9/24` and `1 of 2` may be anything where they cut no sentence. */
const PAGE_WORD = /[^\s\d/.,:;()[\]|·•–—-]{3}|[\u0600-\uffff]/u;
/** `- 12 -`: a bullet at first sight. */
const DASHED = /^[-*–—].*[-*–—]$/u;
/** So many lines that stand once, each in another sentence, are one cause: heads that change with the chapter. */
const CHANGING = 3;

export interface Told {
  /** Lines of pages, by kind: one fault of the document. */
  readonly page: readonly (readonly Stray[])[];
  /** Lines that stand once, in the middle of a sentence. */
  readonly splices: readonly Stray[];
}

/** What is furniture of the document, and what only interrupts a sentence. */
export const toldOf: (document: Document) => Told = view((document) => {
  const { running, single } = furniture(document);
  const page: (readonly Stray[])[] = [];
  const splices: Stray[] = [];
  for (const group of running)
    if (isFurniture(group)) page.push(group.lines);
    else if (group.shape !== SHAPE.plain && group.lines.length < CHANGING && !group.heading)
      splices.push(
        ...group.lines.filter(
          (line) => line.join === JOIN.sure && standsAlone(document, line, joins(document).blocks[line.block]!.kind),
        ),
      );
  for (const line of single) {
    const listed = line.shape >= SHAPE.number || isListed(document, line);
    if (line.shape === SHAPE.masthead && line.before && line.after && !listed && isHead(document, line, false))
      page.push([line]);
    else if (line.shape === SHAPE.edge) {
      if (line.join !== JOIN.none && !listed && isHead(document, line, true)) page.push([line]);
      else if (line.join === JOIN.sure && !listed) splices.push(line);
    } else if (line.join !== JOIN.none) splices.push(line);
    else if (line.shape === SHAPE.page) {
      const text = document.slice(line.start, line.end);
      const { kind } = joins(document).blocks[line.block]!;
      const item = kind === 'list' && line.alone && !DASHED.test(text);
      if (
        kind !== 'heading' &&
        !item &&
        (page.length > 0 || PAGE_WORD.test(text) || ENCLOSED.test(text) || isSpacedTotal(text))
      )
        page.push([line]);
    }
  }
  if (splices.length === 0 || (page.length === 0 && splices.length < CHANGING)) return { page, splices };
  return { page: [...page, ...splices.map((line) => [line])], splices: [] };
});
