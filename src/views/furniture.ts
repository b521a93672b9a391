/**
 * Lines that belong to the page and not to the text: page numbers, running heads and feet, mastheads. Told by what they do:
 * they come again with a number that counts up, and they stand in the middle of sentences.
 */
import { digitValue } from '../core/unicode.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { census } from './census.ts';
import { HEAD, headOf, isOpen, JOIN, joinOf, joins, letterClasses, LONG, TAIL, tailOf } from './joins.ts';
import type { Head, Join, Joins, Tail } from './joins.ts';
import { SPACES, weightOfUnits } from './script.ts';
import { habit, wrapped } from './wraps.ts';

/** What a line looks like. */
export const SHAPE = {
  plain: 0,
  /** Parts between bars, dots or dashes, one of them with a number. */
  masthead: 1,
  /** A number by itself, perhaps between dashes. */
  number: 2,
  /** `Page 3 of 47`, `第 3 页`, `34/120`, or a masthead with one of these. */
  page: 3,
} as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];

/** A short line, and what stands around it. */
export interface Stray extends Span {
  /** The block it lies in. */
  readonly block: number;
  /** Whether it is a block of its own. */
  readonly alone: boolean;
  readonly shape: Shape;
  /** Where the text before it ends and the text behind it begins; null at the document's ends. */
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
}

/** Longest line that can be a head or a foot, in units. */
const LINE = 100;
/** Longest line inside a paragraph that is looked at. */
const INNER_LINE = 64;

const WORDS =
  'pages?|pag|pg|p|seiten?|s|pages?|página|páginas|pagina|pagine|pág|стр|страница|сторінка|стор|с|strona|str|stránka|strana|' +
  'sida|sidan|side|sivu|oldal|σελ|σελίδα|sayfa|sf|trang|halaman|hlm|ص|صفحه|صفحة|الصفحة|عمود|עמוד|עמ|पृष्ठ|পৃষ্ঠা|หน้า|ページ|頁|页|版|쪽|면|페이지|lehekülg|lappuse|puslapis|bet|страна|blad|bladzijde|leathanach|orri|faqe|էջ|გვერდი';
const NUMBER = String.raw`\p{Nd}{1,4}`;
/** A page word and a number, and perhaps of how many. */
const PAGE = pattern(
  'iu',
)`^(?:(?:${WORDS})[.:]?\s?${NUMBER}|${NUMBER}\s?(?:${WORDS})|第\s?${NUMBER}\s?[页頁版张張面]|제\s?${NUMBER}\s?(?:페이지|쪽|면))(?:\s?(?:[\/|,，、(（]|\p{L}{1,6})?\s?(?:${NUMBER}|[共총全]\s?${NUMBER}\s?(?:页|頁|版|쪽|ページ|페이지)?)\s?(?:${WORDS})?[)）]?)?$`;
const OF = pattern('iu')`^${NUMBER}\s?(?:\/|\p{L}{1,4}\s)\s?${NUMBER}$`;
const DATE = pattern(
  'u',
)`\p{Nd}{1,4}[.\/年-]\s?\p{Nd}{1,2}[.\/月-]\s?\p{Nd}{1,4}|\p{Nd}{1,2}\.?\s\p{L}{3,12}\s\p{Nd}{4}|\p{L}{3,12}\s\p{Nd}{1,2},\s\p{Nd}{4}|^\p{L}{3,12}\.?\s\p{Nd}{4}$`;
const DASHES = pattern('u')`^[\-–—―·•~*_.\[(<|\s]+|[\-–—―·•~*_.\])>|\s]+$`;
const SEPARATORS = pattern('u')`\s*(?:[|｜¦│·•‧・–—―]|\s-\s|\t|\s{3,})\s*`;
const HAS_NUMBER = pattern('u')`\p{Nd}`;
const WORDY = pattern('u')`\p{L}{2}`;

/** Which shape a line has. */
export function shapeOf(line: string): Shape {
  if (line.length > LINE) return SHAPE.plain;
  const bare = line
    .replace(/^#{1,6}\s+/u, '')
    .replaceAll('**', '')
    .trim();
  const core = bare.replaceAll(new RegExp(DASHES.source, 'gu'), '');
  if (core === '') return SHAPE.plain;
  if (PAGE.test(core) || OF.test(core)) return SHAPE.page;
  let number = true;
  for (let i = 0; i < core.length && number; i++) number = i < 4 && digitValue(core.codePointAt(i)!) >= 0;
  if (number) return SHAPE.number;
  if (!HAS_NUMBER.test(core)) return SHAPE.plain;
  const parts = core.split(new RegExp(SEPARATORS.source, 'u')).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 6) return SHAPE.plain;
  if (!parts.some((part) => WORDY.test(part))) return SHAPE.plain;
  for (const part of parts) if (PAGE.test(part)) return SHAPE.page;
  for (const part of parts) if (DATE.test(part) || (part.length <= 4 && HAS_NUMBER.test(part))) return SHAPE.masthead;
  return SHAPE.plain;
}

const LF = 0x0a;
const DIGIT = 4;
/** Kinds of blocks that may hold such a line. */
const KINDS: ReadonlySet<string> = new Set(['prose', 'list', 'heading', 'quote', 'rule', 'code', 'table']);

/** Hash of a line without white space, each run of digits as one; the sign bit says whether there was a digit. */
function keyOf(units: Uint16Array, start: number, end: number): number {
  const classes = letterClasses();
  let hash = 0x811c9dc5;
  let digits = false;
  let any = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (SPACES[unit] === 1) continue;
    if (classes[unit] === DIGIT) {
      any = 0x80000000;
      if (digits) continue;
      digits = true;
      hash = Math.imul(hash ^ 0x30, 0x01000193);
      continue;
    }
    digits = false;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return ((hash & 0x7fffffff) | any) >>> 0;
}

interface Line extends Span {
  readonly block: number;
  readonly alone: boolean;
  readonly key: number;
}

/** Short lines with their keys. */
function linesOf(document: Document, { blocks, single }: Joins): Line[] {
  const { units } = document;
  const out: Line[] = [];
  const text = document.format === 'text';
  for (let block = 0; block < blocks.length; block++) {
    const { kind, start, end } = blocks[block]!;
    if (!KINDS.has(kind)) continue;
    if (single[block] === 1) {
      if (end - start > LINE || ((kind === 'code' || kind === 'table') && !text)) continue;
      let stop = end;
      while (stop > start && SPACES[units[stop - 1]!] === 1) stop--;
      let from = start;
      while (from < stop && SPACES[units[from]!] === 1) from++;
      out.push({ start: from, end: stop, block, alone: true, key: keyOf(units, from, stop) });
      continue;
    }
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    for (let from = start; from < end;) {
      let to = units.indexOf(LF, from);
      if (to < 0 || to > end) to = end;
      if (to - from <= INNER_LINE && to - from > 0) {
        let first = from;
        let stop = to;
        while (stop > first && SPACES[units[stop - 1]!] === 1) stop--;
        while (first < stop && SPACES[units[first]!] === 1) first++;
        if (first < stop) out.push({ start: first, end: stop, block, alone: false, key: keyOf(units, first, stop) });
      }
      from = to + 1;
    }
  }
  return out;
}

function around(
  document: Document,
  view: Joins,
  line: Line,
  shape: Shape,
  marks: boolean,
  skipped: ReadonlySet<number>,
): Stray {
  const { units } = document;
  const { blocks, tails, heads } = view;
  const block = blocks[line.block]!;
  let before: Span | null = null;
  let after: Span | null = null;
  let tail: Tail = TAIL.other;
  let head: Head = HEAD.other;
  let join: Join = JOIN.none;
  const own = { start: line.start, end: line.end };
  const lineStart = units.lastIndexOf(LF, line.start - 1) + 1;
  const firstOfBlock = line.alone || lineStart <= block.start;
  const nextLine = units.indexOf(LF, line.end);
  const lastOfBlock = line.alone || nextLine < 0 || nextLine >= block.end;
  if (firstOfBlock) {
    let previous = line.block - 1;
    for (let n = 0; n < 3 && previous >= 0 && skipped.has(previous); n++) previous--;
    if (previous >= 0) {
      const { kind, start, end } = blocks[previous]!;
      before = { start, end };
      if (kind === 'prose' || kind === 'list' || kind === 'quote') tail = tails[previous] as Tail;
    }
  } else {
    before = { start: Math.max(block.start, units.lastIndexOf(LF, lineStart - 2) + 1), end: lineStart - 1 };
    tail = tailOf(units, before.start, before.end);
  }
  if (lastOfBlock) {
    let next = line.block + 1;
    for (let n = 0; n < 3 && next < blocks.length && skipped.has(next); n++) next++;
    if (next < blocks.length) {
      const { kind, start, end } = blocks[next]!;
      after = { start, end };
      if (kind === 'prose' || kind === 'list' || kind === 'quote') head = heads[next] as Head;
    }
  } else {
    let end = units.indexOf(LF, nextLine + 1);
    if (end < 0 || end > block.end) end = block.end;
    after = { start: nextLine + 1, end };
    head = headOf(units, after.start, after.end);
  }
  if (before && after) {
    join = joinOf(tail, head);
    const sentence = firstOfBlock ? blockWeight(document, before) >= 40 : true;
    if (!sentence) join = JOIN.none;
    // lines inside a paragraph all break off: only one that is shorter than its neighbours is no line of it
    else if (
      !line.alone &&
      (line.end - line.start) * 10 > 7 * Math.max(before.end - before.start, after.end - after.start)
    )
      join = JOIN.none;
    else if (
      join === JOIN.possible &&
      !(marks && isOpen(tail) && (!firstOfBlock || blockWeight(document, before) >= LONG))
    )
      join = JOIN.none;
  }
  return { ...own, block: line.block, alone: line.alone, shape, before, after, join };
}

function blockWeight(document: Document, { start, end }: Span): number {
  return weightOfUnits(document.units, start, Math.min(end, start + 200));
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

/** Whether the distances between the lines are even: none is less than three quarters of the median or more than 4/3. */
function evenly(lines: readonly Span[]): boolean {
  if (lines.length < 4) return false;
  const gaps = lines.slice(1).map((line, i) => line.start - lines[i]!.start);
  const median = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
  return gaps.every((gap) => gap * 4 >= median * 3 && gap * 3 <= median * 4);
}

/** Most lines of a group, and most groups, that are looked at. */
const GROUP_LINES = 400;
const GROUPS = 400;

export interface Furniture {
  /** Lines that come at least three times (twice with the shape of a page number). */
  readonly running: readonly Running[];
  /** Lines with a number in the shape of furniture that come once. */
  readonly single: readonly Stray[];
}

/** Formats that people write, but for the sources of typeset pages. */
const FORMATS: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'rst', 'asciidoc', 'mediawiki', 'org']);

/** Whether lines that come again are the page's, not the text's: the numbers count up, or they cut sentences. */
export function isFurniture({ lines, shape, counts, inside, probably, even }: Running): boolean {
  const n = lines.length;
  const cut = inside + probably;
  switch (shape) {
    case SHAPE.page:
      return counts || cut > 0;
    case SHAPE.number:
      return n >= 3 && counts && (cut >= 1 || (even && lines.every(({ alone }) => alone)));
    case SHAPE.masthead:
      return (n >= 3 && counts) || (cut >= 2 && cut * 3 >= n);
    default:
      return n >= 3 && ((inside >= 2 && inside * 3 >= n) || (cut >= 3 && cut * 2 >= n));
  }
}

const NONE: Furniture = { running: [], single: [] };

const CLOSE_BRACKET = 0x5d;

/**
 * Whether the text is paged as plain text is, a format of its own: form feeds, or `[Page 7]` at the feet of pages (which the
 * blocks of plain text know as rules).
 */
export const isPaged: (document: Document) => boolean = view((document) => {
  if (census(document).formFeed >= 2) return true;
  if (document.format !== 'text') return false;
  let feet = 0;
  for (const { kind, end } of joins(document).blocks)
    if (kind === 'rule' && document.units[end - 1] === CLOSE_BRACKET && ++feet === 2) return true;
  return false;
});

function hasSpace(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (SPACES[units[i]!] === 1) return true;
  return false;
}

/**
 * Whether a line of words could be a head or a foot: it begins as a title does and no mark ends it. What makes a group of
 * them furniture is that they cut sentences.
 */
function isTitle(units: Uint16Array, { start, end, alone }: Line, kind: string): boolean {
  if (kind === 'list' || kind === 'quote' || (!alone && kind !== 'prose')) return false;
  // one word of a paragraph's line end is any word
  if (!alone && units[start]! < 0x2e80 && !hasSpace(units, start, end)) return false;
  const head = headOf(units, start, end);
  if (head !== HEAD.upper && head !== HEAD.uncased && head !== HEAD.digit) return false;
  const tail = tailOf(units, start, end);
  return tail === TAIL.word || tail === TAIL.uncased || tail === TAIL.digit || tail === TAIL.bracket;
}

/** What may be furniture in the document. */
export const furniture: (document: Document) => Furniture = view((document) => {
  if (document.units.length < 60 || !FORMATS.has(document.format) || isPaged(document)) return NONE;
  const all = joins(document);
  const lines = linesOf(document, all);
  const groups = new Map<number, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.key);
    if (!group) groups.set(line.key, [line]);
    else if (group.length < GROUP_LINES) group.push(line);
  }
  const marks = habit(document).strict;
  const covers = wrapped(document)?.covers;
  const running: Running[] = [];
  const single: Stray[] = [];
  const skipped = new Set<number>();
  const picked: { lines: Line[]; shape: Shape }[] = [];
  for (const [key, group] of groups) {
    const digits = key >= 0x80000000;
    const [first] = group;
    if (group.length < 3 && !digits) continue;
    const alone = group.filter((line) => line.alone).length;
    if (alone === 0 && group.length < 3) continue;
    const shape = digits ? shapeOf(document.slice(first!.start, first!.end)) : SHAPE.plain;
    if (group.length < 3 && shape === SHAPE.plain) continue;
    if (picked.length >= GROUPS) break;
    picked.push({ lines: group, shape });
    if (shape !== SHAPE.plain || group.length >= 3) for (const line of group) if (line.alone) skipped.add(line.block);
  }
  for (const { lines: found, shape } of picked) {
    // lines of a column come again where its text does
    const group =
      shape === SHAPE.plain
        ? found.filter(
            (line) => covers?.[line.block] !== 1 && isTitle(document.units, line, all.blocks[line.block]!.kind),
          )
        : found;
    if (group.length === 0) continue;
    const strays = group.map((line) =>
      around(document, all, line, shape, marks && (line.alone || shape !== SHAPE.plain), skipped),
    );
    if (strays.length === 1) {
      if (shape !== SHAPE.plain) single.push(strays[0]!);
      continue;
    }
    let inside = 0;
    let probably = 0;
    for (const { join } of strays) {
      if (join === JOIN.sure) inside++;
      else if (join === JOIN.possible) probably++;
    }
    const texts = group.map(({ start, end }) => document.slice(start, end));
    running.push({ lines: strays, shape, counts: countsUp(texts), inside, probably, even: evenly(group) });
  }
  return { running, single };
});
