/**
 * A document that still wears the page it was taken from: menus, bars to share, questions for cookies, forms, related links
 * stand before and after its text.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { type Body, bodyOf, pageOf, type Segment } from '../kind/page.ts';
import { inCode } from '../views/context.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';

/** A menu stands in this much of the beginning, or there is none. In units. */
const HEAD_UNITS = 2_500;
/** A menu tells itself within so much, in units; so many places are tried. */
const MENU_UNITS = 450;
const TRIES = 2;
/** What is read of the beginning and of the end where there is one. In units. */
const EDGE_UNITS = 10_000;
/** Words of menus that stand in them, at least. */
const NAV = 5;
/** Kinds of other furniture: a login, a share bar, a newsletter, cookies, a copyright. */
const KINDS = 2;
/** Share of the text, in percent, from which the page around it is told; below LOOK as a note. */
const SHARE = 10;
const LOOK = 20;
/** Weight of what stands around, at least. */
const LEAST = 50;
const RELATED = 4;
const MESSAGE_UNITS = 40;

/** Formats that a page is saved in. */
const FORMATS: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'rst', 'asciidoc', 'mediawiki', 'org']);

const LF = 0x0a;
const OTHERS: readonly string[] = ['signIn', 'register', 'subscribe', 'social', 'accept', 'cookie', 'user', 'goBack'];

interface Edge {
  readonly menus: readonly Segment[];
  readonly nav: number;
  readonly kinds: ReadonlySet<string>;
  readonly around: number;
}

const LINK = /^(?:[-*+•] )?\[[^[\]\n]{1,60}\]\(/u;
/** A link to a document beside this one: an entry of a table of contents. */
const CHAPTER = /^(?:[-*+•] )?\[[^[\]\n]{1,60}\]\((?![a-z]+:)[^()\s]{1,120}\.(?:md|markdown|rst|adoc|txt)[#)]/iu;

/** An entry of a menu: no heading, most of it is known words of menus, or it is a short link. */
function tells(document: Document, segment: Segment): boolean {
  if (segment.heading > 0 || inCode(document, segment.start)) return false;
  if (CHAPTER.test(document.slice(segment.start, Math.min(segment.end, segment.start + 200)))) return false;
  if (2 * segment.covered >= segment.weight) return true;
  return segment.weight <= 60 && LINK.test(document.slice(segment.start, Math.min(segment.end, segment.start + 80)));
}

function edge(document: Document, from: number, to: number): Edge {
  const body: Body = bodyOf(document, pageOf(document, from, to), () => false);
  let nav = 0;
  let { around } = body;
  const kinds = new Set<string>();
  const menus: Segment[] = [];
  for (const segment of body.menus) {
    menus.push(segment);
    if (!tells(document, segment)) continue;
    nav += segment.count('nav');
    for (const kind of OTHERS) if (segment.has(kind)) kinds.add(kind);
  }
  for (const segment of body.segments)
    if (segment.has('cookie') && (segment.has('accept') || segment.has('thing') || segment.has('polite'))) {
      kinds.add('cookie');
      around += segment.weight;
    }
  return { menus, nav, kinds, around };
}

/** The offset of the line that `offset` stands in, so that no segment is cut. */
function lineStart(units: Uint16Array, offset: number): number {
  return offset <= 0 ? 0 : units.lastIndexOf(LF, offset - 1) + 1;
}

/** Offset of lines that may be a menu, or -1: five short ones in a row that are no headings, rows, sentences; or one of parts. */
function mayBeMenu(units: Uint16Array, from: number, to: number): number {
  let run = 0;
  let begin = from;
  let line = from;
  let bars = 0;
  let first = 0;
  let last = 0;
  let length = 0;
  let linked = false;
  for (let i = from; i <= to; i++) {
    const unit = i < to ? units[i]! : LF;
    if (unit !== LF) {
      if (unit === 0x28 && last === 0x5d) linked = true;
      if (SPACES[unit] === 1) continue;
      if (length++ === 0) first = unit;
      else if (
        (unit === 0x7c || unit === 0xb7 || unit === 0x2022 || unit === 0xbb || unit === 0x203a || unit === 0x3e) &&
        SPACES[units[i + 1] ?? LF] === 1
      )
        bars++;
      last = unit;
      continue;
    }
    if (length === 0) {
      line = i + 1;
      continue;
    }
    const plain =
      first !== 0x23 &&
      first !== 0x7c &&
      first !== 0x60 &&
      last !== 0x3a &&
      last !== 0x2e &&
      last !== 0x2c &&
      last !== 0x3b;
    if (plain && bars >= 3) return line;
    // a link is longer by its address
    run = plain && (length <= 30 || (linked && length <= 90)) ? run + 1 : 0;
    if (run === 1) begin = line;
    linked = false;
    if (run >= 5) return begin;
    bars = 0;
    length = 0;
    line = i + 1;
  }
  return -1;
}

/** Whether a menu stands in the beginning: of each place that has its form, so much is read. */
function hasMenu(document: Document, to: number): boolean {
  for (let from = 0, tries = 0; tries < TRIES; tries++) {
    const begin = mayBeMenu(document.units, from, to);
    if (begin < 0) return false;
    const end = Math.min(to, begin + MENU_UNITS);
    const { menus, nav } = edge(document, begin, end);
    if (menus.length > 0 && nav >= NAV - 1) return true;
    from = lineStart(document.units, end);
    if (from <= begin) return false;
  }
  return false;
}

function short(document: Document, { start, end }: Span): string {
  const line = document.slice(start, Math.min(end, start + MESSAGE_UNITS)).split('\n', 1)[0]!;
  return end - start > MESSAGE_UNITS ? `${line}…` : line;
}

export const boilerplate: DocumentCheck = {
  id: 'boilerplate',
  title: 'Menus and bars of a web page around the text',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { units, format } = document;
    if (units.length < LEAST || !FORMATS.has(format)) return;
    const near = Math.min(units.length, HEAD_UNITS);
    if (!hasMenu(document, near)) return;
    const to = Math.min(units.length, EDGE_UNITS);
    const head = edge(document, 0, to);
    const from = lineStart(units, Math.max(to, units.length - EDGE_UNITS));
    const tail = from > to ? edge(document, from, units.length) : undefined;
    const nav = head.nav + (tail?.nav ?? 0);
    const kinds = new Set([...head.kinds, ...(tail?.kinds ?? [])]);
    if (nav < NAV || kinds.size < KINDS) return;
    const around = head.around + (tail?.around ?? 0);
    const all = weightOfUnits(units, 0, units.length);
    const share = Math.round((100 * around) / Math.max(1, all));
    if (around < LEAST || share < SHARE) return;
    const menus = [...head.menus, ...(tail?.menus ?? [])].filter((segment) => tells(document, segment));
    const shown = menus.slice(0, RELATED);
    let start = 0;
    while (start < units.length && SPACES[units[start]!] === 1) start++;
    let end = units.indexOf(LF, start);
    if (end < 0) end = units.length;
    // the name of the site stands over its menu
    const primary = shown[0]!.start - start > 400 ? shown[0]! : { start, end };
    const places = shown.filter((segment) => segment.start !== primary.start).map((segment) => at(document, segment));
    yield {
      level: share > LOOK ? 'look' : 'note',
      message: `some ${share} % of the text are what stands around it on a web page: ${shown
        .slice(0, 3)
        .map((segment) => `line ${at(document, segment).line} "${short(document, segment)}"`)
        .join(', ')}`,
      next: 'Take out what is not the document, or fetch it as plain text',
      places: [at(document, primary), ...places],
    };
  },
};
