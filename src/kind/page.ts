/**
 * A short text read as a page of a web site: its segments (sentences, and lines that are none), each with the concepts of
 * page-phrases.ts and the stems of page-stems.ts that stand in it. Concepts are held against each other by segment, so no sentence has to be listed.
 */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { END_MARKS } from '../views/sentences.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { DENSE, matcher, type Matcher, unitTables, WORD } from './matcher.ts';
import { CONCEPTS } from './page-phrases.ts';
import { STEMS } from './page-stems.ts';
import { scan } from './scan.ts';
import { SIGN_INDEX } from './signs.ts';

/** A longer text is no page that stands for a document: its segments are not read. In units. */
export const PAGE_UNITS = 16_000;

/** A line lighter than this is a line by itself; a heavier one may go on in the next (hard wraps). In weight. */
const WRAPPED_FROM = 45;

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** Weight of the phrases found in it, those that explain (`about`) left out. */
  readonly covered: number;
  /** Whether a mark ends it as a sentence. */
  readonly ended: boolean;
  /** Whether it is a row of a table, or an item of a list that is marked as one but is no link. */
  readonly item: boolean;
  /** Marks of a heading before it (`##`), 0 for none. */
  readonly heading: number;
  has(concept: string): boolean;
  /** How often the concept was met. */
  count(concept: string): number;
}

export interface Page {
  readonly segments: readonly Segment[];
  /** Of the whole text. */
  readonly weight: number;
}

/** Two tries, for one has not the room: each with the numbers of its concepts. */
let tries: readonly { readonly find: Matcher['find']; readonly concepts: readonly number[] }[] | undefined;
/** The stems, found beside the phrases and over them. */
let stems: { readonly find: Matcher['find']; readonly concepts: readonly number[] } | undefined;
let numbers: ReadonlyMap<string, number> | undefined;
let about = 0;

function prepare(): void {
  const names = [...new Set([...Object.keys(CONCEPTS), ...Object.keys(STEMS)])];
  numbers = new Map(names.map((name, index) => [name, index + 1]));
  about = numbers.get('about')!;
  tries = [0, 1].map((half) => {
    const some = Object.fromEntries(Object.entries(CONCEPTS).filter((_, index) => index % 2 === half));
    const { ids, find } = matcher(some);
    return { find, concepts: [0, ...ids.map((id) => numbers!.get(id)!)] };
  });
  const { ids, find } = matcher(
    Object.fromEntries(Object.entries(STEMS).map(([name, words]) => [name, openFirst(words)])),
  );
  stems = { find, concepts: [0, ...ids.map((id) => numbers!.get(id)!)] };
}

/** Of a word that is listed with an open end and without, the matcher keeps the first. */
function openFirst(words: string): string {
  const list = words.split(/[|\n]/);
  return [...list.filter((word) => word.endsWith('*')), ...list.filter((word) => !word.endsWith('*'))].join('|');
}

const LF = 0x0a;
const HASH = 0x23;
const DASH = 0x2d;
const STAR = 0x2a;
const BULLET = 0x2022;
const OPEN_BRACKET = 0x5b;
const EQUALS = 0x3d;
const BAR = 0x7c;

/** The text as a page; null where it is too long for one. */
export const page: (document: Document) => Page | null = view((document) =>
  document.units.length > PAGE_UNITS ? null : pageOf(document, 0, document.units.length),
);

/** A stretch of the text as a page; `from` begins a line. */
export function pageOf(document: Document, from: number, to: number): Page {
  if (!tries) prepare();
  const { units, format } = document;
  const segments: Segment[] = [];
  for (let at = from; at < to;) {
    while (at < to && SPACES[units[at]!] === 1) at++;
    if (at >= to) break;
    const end = Math.min(to, segmentEnd(units, at, to, format === 'html'));
    let last = end;
    while (last > at && SPACES[units[last - 1]!] === 1) last--;
    segments.push(segmentOf(units, at, last));
    at = end;
  }
  return { segments, weight: weightOfUnits(units, from, to) };
}

/** Where the segment that begins at `from` ends: behind the mark of a sentence, or at the end of a line that is one by itself. */
function segmentEnd(units: Uint16Array, from: number, to: number, lines: boolean): number {
  let weight = 0;
  let lineFrom = from;
  for (let i = from; i < to; i++) {
    const unit = units[i]!;
    if (unit === LF) {
      weight = weightOfUnits(units, lineFrom, i);
      if (lines || weight < WRAPPED_FROM || startsLine(units, i + 1)) return i;
      lineFrom = i + 1;
      continue;
    }
    const mark = END_MARKS[unit]!;
    if (mark === 0) continue;
    const next = units[i + 1] ?? LF;
    if (END_MARKS[next] !== 0) continue;
    if (mark === 1 || SPACES[next] === 1) return i + 1;
  }
  return to;
}

/** Whether what begins at `at` is a line of its own: blank, a heading, a list item, a table row. */
function startsLine(units: Uint16Array, at: number): boolean {
  let i = at;
  while (i < units.length && units[i] !== LF && SPACES[units[i]!] === 1) i++;
  const unit = units[i] ?? LF;
  return (
    unit === LF ||
    unit === HASH ||
    unit === BULLET ||
    unit === BAR ||
    ((unit === DASH || unit === STAR) && SPACES[units[i + 1] ?? LF] === 1)
  );
}

function segmentOf(units: Uint16Array, start: number, end: number): Segment {
  const { classes } = unitTables();
  const [one, two] = tries!;
  let at = start;
  let heading = 0;
  while (at < end && (units[at] === HASH || units[at] === EQUALS)) at++;
  // five and six equals signs are the first levels of one wiki, two to four are sections of all others
  if (at > start && SPACES[units[at]!] === 1) heading = units[start] === EQUALS && at - start > 4 ? 1 : at - start;
  const first = units[start]!;
  let item = first === BAR;
  if ((first === DASH || first === STAR || first === BULLET) && SPACES[units[start + 1] ?? 0] === 1) {
    let i = start + 1;
    while (i < end && SPACES[units[i]!] === 1) i++;
    item = units[i] !== OPEN_BRACKET;
  }
  const found = new Map<number, number>();
  let covered = 0;
  let before = 0;
  for (let i = start; i < end;) {
    const kind = classes[units[i]!]!;
    if ((kind === WORD && before !== WORD) || kind === DENSE || kind === 0) {
      const first = one!.find(units, i, end);
      const second = two!.find(units, i, end);
      if (first !== 0 || second !== 0) {
        const longer = first >>> 8 >= second >>> 8;
        const concept = longer ? one!.concepts[first & 0xff]! : two!.concepts[second & 0xff]!;
        const length = (longer ? first : second) >>> 8;
        found.set(concept, (found.get(concept) ?? 0) + 1);
        if (concept !== about) covered += weightOfUnits(units, i, i + length);
        i += length;
        before = classes[units[i - 1]!]!;
        continue;
      }
    }
    before = kind;
    i++;
  }
  before = 0;
  for (let i = start; i < end;) {
    const kind = classes[units[i]!]!;
    const hit = (kind === WORD && before !== WORD) || kind === DENSE ? stems!.find(units, i, end) : 0;
    if (hit !== 0) {
      const concept = stems!.concepts[hit & 0xff]!;
      found.set(concept, (found.get(concept) ?? 0) + 1);
      i += hit >>> 8;
      before = classes[units[i - 1]!]!;
    } else {
      before = kind;
      i++;
    }
  }
  const count = (concept: string): number => found.get(numbers!.get(concept) ?? 0) ?? 0;
  return {
    start,
    end,
    weight: weightOfUnits(units, start, end),
    covered,
    ended: end > start && END_MARKS[units[end - 1]!]! !== 0,
    item,
    heading,
    has: (concept) => count(concept) > 0,
    count,
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// What stands around the text of a page

/** A segment up to this weight that no mark ends is short: an entry of a menu, a headline, a label, a button. */
const SHORT = 75;
/** So many short segments one after the other are a menu, where the page has one at all. */
const RUN = 3;
/** So many words of menus, or links that stand alone, make a page one that has menus. */
const MENU = 4;

/** So many short lines in a row are a menu, whatever their words; and so many parts of one line. */
const ROW = 6;
const ROW_WEIGHT = 40;

/** Concepts of what stands in menus, forms and bars around the text. */
const AROUND: readonly string[] = [
  'nav',
  'signIn',
  'register',
  'goBack',
  'social',
  'subscribe',
  'user',
  'accept',
  'share',
];

const HEADER =
  /^(?:title|url|uri|source|link|date|fetched|retrieved|published|author|标题|来源|网址|链接|日期|タイトル|出典|제목|출처|заголовок|источник|عنوان|المصدر|titre|titel|quelle|título|fuente|fonte)\s{0,3}[:：]/iu;
const RULE = /^[-=~*_#+.^—–]{3,}$/u;
const LINKS = /^(?:[-*+•>] {1,3}|\d{1,3}[.)] {1,3})?(?:\[[^[\]\n]{0,200}\]\([^()\s]{0,400}\)[\s|·•,>»/-]{0,6})+$/u;
/** Units of a segment that are held against these. */
const LOOK_UNITS = 1_000;

/** Entries of a menu in one line: parts with `|`, `·`, `>` and the like between them, all short. */
function isMenuLine(units: Uint16Array, segment: Segment): boolean {
  const bars = barsIn(units, segment);
  // a line of a footer may end with a sentence
  return bars >= (segment.ended ? 3 : 2) && segment.weight <= 50 * (bars + 1);
}

function barsIn(units: Uint16Array, { start, end }: Segment): number {
  let bars = 0;
  for (let i = start + 1; i < end - 1; i++) {
    const unit = units[i]!;
    if (
      (unit === BAR || unit === 0xb7 || unit === BULLET || unit === 0x3e || unit === 0xbb || unit === 0x203a) &&
      SPACES[units[i - 1]!] === 1 &&
      SPACES[units[i + 1]!] === 1
    )
      bars++;
  }
  return bars;
}

export interface Body extends Page {
  /** Weight of the menus, forms and bars that were left out. */
  readonly around: number;
  /** Menus and the like, in order. */
  readonly menus: readonly Segment[];
}

/**
 * The page without its header (front matter, `Title:`, `URL:`) and, where it has menus, without runs of short lines,
 * lines of links, and bars. `speaks`: segments that are never left out.
 */
export function bodyOf(document: Document, { segments }: Page, speaks: (segment: Segment) => boolean): Body {
  const { units } = document;
  const rest: Segment[] = [];
  const links = new Set<Segment>();
  let menu = 0;
  let row = 0;
  let inHeader = false;
  for (const [number, segment] of segments.entries()) {
    const { start, end, weight } = segment;
    if (weight === 0) continue;
    const text = end - start > LOOK_UNITS ? '' : document.slice(start, end);
    if (RULE.test(text)) {
      if (number === 0 && text === '---') inHeader = true;
      else inHeader = false;
      continue;
    }
    if (inHeader || (number < 8 && HEADER.test(text))) continue;
    rest.push(segment);
    row = weight <= ROW_WEIGHT && !segment.ended && !segment.item && segment.heading === 0 ? row + 1 : 0;
    if (row === ROW) menu += MENU;
    if (LINKS.test(text) || isMenuLine(units, segment)) {
      links.add(segment);
      menu += Math.max(1 + segment.count('nav'), barsIn(units, segment) - 1);
    } else if (weight <= SHORT && !segment.ended)
      for (const concept of AROUND) if (2 * segment.covered >= weight) menu += segment.count(concept);
  }
  if (menu < MENU) return { segments: rest, weight: sumOf(rest), around: 0, menus: [] };
  const kept: Segment[] = [];
  const menus: Segment[] = [];
  for (let i = 0; i < rest.length;) {
    let to = i;
    while (to < rest.length && isShort(rest[to]!) && !speaks(rest[to]!)) to++;
    // what stands over a sentence is its title
    const titled = to < rest.length && to > i && !links.has(rest[to - 1]!) && !rest[to - 1]!.item;
    const run = rest.slice(i, titled ? to - 1 : to);
    for (const segment of run) (run.length >= RUN || isAround(segment) ? menus : kept).push(segment);
    for (const segment of rest.slice(i + run.length, to + 1))
      ((links.has(segment) || isCopyright(segment)) && !speaks(segment) ? menus : kept).push(segment);
    i = to + 1;
  }
  return { segments: kept, weight: sumOf(kept), around: sumOf(menus), menus };

  function isShort(segment: Segment): boolean {
    return (
      links.has(segment) ||
      (segment.weight <= SHORT && (!segment.ended || (segment.has('nav') && 2 * segment.covered >= segment.weight)))
    );
  }
  function isAround(segment: Segment): boolean {
    return (
      links.has(segment) ||
      isCopyright(segment) ||
      (2 * segment.covered >= segment.weight && AROUND.some((concept) => segment.has(concept)))
    );
  }
  function isCopyright({ start, end }: Segment): boolean {
    return end - start <= 200 && units.subarray(start, end).includes(0xa9);
  }
}

function sumOf(segments: readonly Segment[]): number {
  let sum = 0;
  for (const { weight } of segments) sum += weight;
  return sum;
}

// ---------------------------------------------------------------------------------------------------------------------
// What speaks against a page

/** Signs of signs.ts of which one alone is more than such a page has. */
const STRUCTURE: readonly string[] = [
  'capitals',
  'inlineCode',
  'requirementId',
  'endpoint',
  'grammar',
  'declaration',
  'fence',
  'story',
  'scenario',
  'checkbox',
  'manPage',
  'latex',
  'reference',
  'specHeading',
];
/** Signs that a page may have once. */
const SOME: readonly string[] = ['numberedHeading', 'clause', 'fieldItem', 'table', 'definition', 'call'];
const NONE: ReadonlySet<string> = new Set();

/**
 * Whether the text has what a specification has and a page of a web site has not; of a text of PAGE_UNITS at most.
 * `aside`: signs that do not count.
 */
export function structured(document: Document, aside: ReadonlySet<string> = NONE): boolean {
  const { counts } = scan(document);
  const count = (sign: string): number => (aside.has(sign) ? 0 : counts[SIGN_INDEX.get(sign)!]!);
  if (STRUCTURE.some((sign) => count(sign) > 0)) return true;
  return SOME.reduce((sum, sign) => sum + count(sign), 0) > 1;
}
