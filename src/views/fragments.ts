/** Links of a Markdown document to a heading or an anchor, `#name` and `other.md#name`, and what they can find in it. */
import type { Document } from '../core/types.ts';
import { pattern } from '../core/pattern.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { inCode } from './in-code.ts';
import { nextPair, pairTable } from './next.ts';

export interface FragmentLink {
  /** As written, without the fragment; empty for the document itself. */
  readonly path: string;
  /** As written, without `#`. */
  readonly fragment: string;
  /** From the path to the end of the fragment. */
  readonly start: number;
  readonly end: number;
}

export interface Fragments {
  /** Skeletons of all headings and explicit anchors. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly FragmentLink[];
  /** Headings may come from elsewhere (an include, a component), or there are too many to keep. */
  readonly open: boolean;
}

/** Anchors and links that are kept of a document, at most. */
const MOST = 5000;
/** Units of a heading, a path and a fragment that are looked at. */
const LONGEST = 300;

const LF = 0x0a;
const HASH = 0x23;

const SKIPPED = pattern('gu')`[^\p{L}\p{N}]+`;
const ASCII_ONLY = /[^a-z\d]+/g;
/** `1.2 ` at the beginning of a heading; left out by some. */
const LEADING = pattern('u')`^[^\p{L}]+`;
const IMAGES = /!\[[^\][]{0,200}\]\([^()\s]{0,300}\)/g;
const TARGETS = /\]\([^()\s]{0,300}(?:\s"[^"]{0,100}")?\)|\]\[[^\][]{0,100}\]/g;
const TAGS = /<[^<>]{1,200}>/g;
const ENTITIES = /&#?\w{1,12};/g;
const SHORT_CODES = /:[a-z\d_+-]{1,40}:/g;
const ATTRIBUTES = /\{[^{}]{0,200}\}\s*$/;
const WIDE = /[^\t -~]/;

/** Anchors that no heading makes: `d=` of `id=`, `e=` of `name=`, `)=` of a label, `<h2>`; every `#`; and text that stands elsewhere. */
const BEGINNINGS: Uint32Array = pairTable([
  [[HASH], [[0, 0xffff]]],
  [[0x64, 0x65, 0x44, 0x45, 0x29], [[0x3d, 0x3d]]],
  [
    [0x3c],
    [
      [0x48, 0x48],
      [0x68, 0x68],
    ],
  ],
  // {{, {%, <!--include, <Component, ::: note, --8<--
  [
    [0x7b],
    [
      [0x7b, 0x7b],
      [0x25, 0x25],
    ],
  ],
  [
    [0x3c],
    [
      [0x21, 0x21],
      [0x41, 0x5a],
    ],
  ],
  [[0x3a], [[0x3a, 0x3a]]],
  [[0x38], [[0x3c, 0x3c]]],
]);

const NONE: Fragments = { anchors: new Set(), links: [], open: false };

/**
 * Letters and digits of a fragment in lower case, percent-decoded: the part in which all ways to make a name of a heading
 * agree (they differ in hyphens, punctuation and case).
 */
export function skeleton(text: string): string {
  const plain = decoded(text);
  // ASCII needs no tables
  return WIDE.test(plain) ? foldCase(plain).replace(SKIPPED, '') : plain.toLowerCase().replace(ASCII_ONLY, '');
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Fragment links, headings and anchors; of Markdown alone. Links in code are left out. */
export const fragments: (document: Document) => Fragments = view((document) => {
  if (document.format !== 'markdown') return NONE;
  const { units } = document;
  const anchors = new Set<string>();
  const links: FragmentLink[] = [];
  const { length } = units;
  let open = false;
  for (
    let i = nextPair(BEGINNINGS, units, 0);
    i < length && anchors.size < MOST && links.length < MOST;
    i = nextPair(BEGINNINGS, units, i + 1)
  ) {
    const unit = units[i]!;
    if (unit === HASH) {
      const run = headingAt(units, i);
      if (run > 0) {
        addHeading(anchors, document.slice(i + run, lineEnd(units, i + run)));
        i += run - 1;
        continue;
      }
      const before = units[i - 1];
      if (before === HASH) continue;
      const link = linkAt(document, i);
      if (link) {
        links.push(link);
        i = link.end - 1;
      } else if (before === 0x7b || before === 0x3a || before === 0x20) {
        // {#id}, {: #id}, { .class #id }
        const line = document.slice(Math.max(0, i - 60), i);
        if (line.lastIndexOf('{') > Math.max(line.lastIndexOf('}'), line.lastIndexOf('\n')))
          add(anchors, document.slice(i + 1, stopOf(units, i + 1)));
      }
    } else if (standsIn(units, i)) {
      open ||= !inCode(document, i);
    } else if (unit === 0x3c) {
      const level = units[i + 2];
      if (level === undefined || level < 0x31 || level > 0x36) continue;
      const text = document.slice(i, Math.min(length, i + LONGEST));
      const close = text.indexOf('</');
      if (close > 0) addHeading(anchors, text.slice(text.indexOf('>') + 1, close));
    } else if (unit === 0x29) {
      const line = document.slice(Math.max(0, i - 80), i);
      const label = /(?:^|\n)\(([^()\n]+)$/.exec(line.slice(Math.max(0, line.lastIndexOf('\n'))));
      if (label) add(anchors, label[1]!);
    } else if (units[i + 1] === 0x3d) {
      const name = document.slice(Math.max(0, i - 3), i + 1).toLowerCase();
      if (!name.endsWith('id') && !name.endsWith('name')) continue;
      const value = /^=["'{]{0,2}([^\s"'<>]+)/.exec(document.slice(i + 1, Math.min(length, i + 100)));
      if (value) add(anchors, value[1]!);
    }
  }
  for (const { kind, start, end } of blocks(document))
    if (kind === 'heading' && units[start] !== HASH && anchors.size < MOST)
      addHeading(anchors, document.slice(start, Math.min(end, start + LONGEST)));
  return { anchors, links, open: open || anchors.size >= MOST || links.length >= MOST };
});

/** Whether a mark begins here that stands for text of another file: a template, an include, a component. */
function standsIn(units: Uint16Array, at: number): boolean {
  const next = units[at + 1];
  const first = at === 0 || units[at - 1] === LF;
  switch (units[at]) {
    case 0x7b:
      return true;
    case 0x3a:
      return first && units[at + 2] === 0x3a;
    case 0x38:
      return units[at - 1] === 0x2d && units[at - 2] === 0x2d;
    case 0x3c: {
      if (next !== 0x21) return first && next !== 0x48 && next! >= 0x41 && next! <= 0x5a;
      const text = String.fromCharCode(...units.subarray(at + 4, at + 16));
      return /^\s?@?include/i.test(text);
    }
    default:
      return false;
  }
}

/** `(#`, `"#`: a link within the document. `d#`, `n#`: one to another, `.md#`, `.markdown#`. */
const WITHIN: Uint32Array = pairTable([[[0x28, 0x22], [[HASH, HASH]]]]);
const AWAY: Uint32Array = pairTable([[[0x64, 0x6e], [[HASH, HASH]]]]);

/** Whether the document may link to a place in itself: without, nothing else need be looked at. */
export function linksWithin(document: Document): boolean {
  return document.format === 'markdown' && nextPair(WITHIN, document.units, 0) < document.units.length;
}

/** Links to a place in another Markdown file, at most `most`. */
export function linksAway(document: Document, most: number): readonly FragmentLink[] {
  const links: FragmentLink[] = [];
  if (document.format !== 'markdown') return links;
  const { units } = document;
  for (let i = nextPair(AWAY, units, 0); i < units.length && links.length < most; i = nextPair(AWAY, units, i + 1)) {
    const link = linkAt(document, i + 1);
    if (link && /\.(?:md|markdown)$/i.test(link.path) && !/^\/|[:@]/.test(link.path)) links.push(link);
  }
  return links;
}

/** Length of the marks of a heading that begin at an offset, in a quote or an item too; 0 where none does. */
function headingAt(units: Uint16Array, at: number): number {
  let run = 0;
  while (units[at + run] === HASH && run < 7) run++;
  if (run > 6) return 0;
  for (let i = at - 1; i >= 0 && units[i] !== LF; i--) {
    const unit = units[i]!;
    const mark =
      unit === 0x20 ||
      unit === 0x09 ||
      unit === 0x3e ||
      unit === 0x2d ||
      unit === 0x2a ||
      unit === 0x2b ||
      unit === 0x2e ||
      (unit >= 0x30 && unit <= 0x39);
    if (!mark || at - i > 16) return 0;
  }
  return run;
}

function lineEnd(units: Uint16Array, from: number): number {
  let end = from;
  while (end < units.length && units[end] !== LF && end - from < LONGEST) end++;
  return end;
}

/** White space, brackets, quotation marks: a fragment ends before them. */
function stopOf(units: Uint16Array, from: number): number {
  let end = from;
  while (end < units.length && end - from < LONGEST && !isStop(units[end]!)) end++;
  return end;
}

function isStop(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x28 ||
    unit === 0x29 ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x5d ||
    unit === 0x7d
  );
}

/** `](path#fragment`, `]: path#fragment`, `href="path#fragment"`. */
function linkAt(document: Document, hash: number): FragmentLink | undefined {
  const { units } = document;
  let start = hash;
  while (start > 0 && hash - start < LONGEST && !isStop(units[start - 1]!) && units[start - 1] !== HASH) start--;
  const before = document.slice(Math.max(0, start - 6), start);
  if (!/\]\(<?$|\]:\s<?$|href=["']$/.test(before)) return undefined;
  const end = stopOf(units, hash + 1);
  if (end - hash < 2 || inCode(document, hash)) return undefined;
  return { path: document.slice(start, hash), fragment: document.slice(hash + 1, end), start, end };
}

function add(anchors: Set<string>, text: string): void {
  const found = skeleton(text);
  if (found !== '') anchors.add(found);
}

/** All that a heading may be called: with and without its pictures, tags, short codes, number, letters beyond ASCII. */
function addHeading(anchors: Set<string>, raw: string): void {
  const text = raw.replace(ATTRIBUTES, '');
  add(anchors, text);
  const plain = /[[<&:]/.test(text)
    ? text.replace(IMAGES, '').replace(TARGETS, ' ').replace(TAGS, '').replace(ENTITIES, '')
    : text;
  if (plain !== text) {
    add(anchors, plain);
    add(anchors, plain.replace(SHORT_CODES, ''));
    add(anchors, text.replace(TARGETS, ' '));
    add(anchors, text.replace(TARGETS, ' ').replace(ENTITIES, ''));
  }
  const lead = /^\s*[A-Za-z]/.test(plain) ? null : LEADING.exec(plain);
  if (lead) add(anchors, plain.slice(lead[0].length));
  if (WIDE.test(plain)) {
    const ascii = skeleton(plain).replace(ASCII_ONLY, '');
    if (ascii !== '') anchors.add(ascii);
  }
}

/** Names that need no anchor in the text: made by a reader, a theme or a program, or no names at all. */
const MADE =
  /^(?:top|toc|contents|table-of-contents|readme|L\d+.*|fn.*|cite.*|ref\d.*|user-content-fn.*|module_.*)$|[/=!$^~:]|%7B|\{|^(?:\.\.\.|…|xxx?|todo|link|anchor|section|heading|fragment|hash|id|foo|bar)$/i;
/** What dialects put before the name of a heading, and behind one that comes again. */
const PREFIX = /^(?:user-content-|heading-|markdown-header-|markdown-|id-|section-|sec-|h-|_+)/i;
const DOUBLE = /[-_]\d+$/;

/** Whether a fragment finds its anchor; undefined where that cannot be said. */
export function finds(fragment: string, anchors: Pick<ReadonlySet<string>, 'has'>): boolean | undefined {
  const own = skeleton(fragment);
  if (own === '' || MADE.test(fragment)) return undefined;
  const name = decoded(fragment);
  return (
    anchors.has(own) ||
    anchors.has(skeleton(name.replace(DOUBLE, ''))) ||
    anchors.has(skeleton(name.replace(PREFIX, ''))) ||
    anchors.has(skeleton(name.replace(PREFIX, '').replace(DOUBLE, '')))
  );
}

/** Whether an anchor is near enough to a lost fragment that a way to make names not known here may find it. */
export function nearly(fragment: string, anchors: Iterable<string>): boolean {
  const own = skeleton(fragment);
  const ascii = !WIDE.test(own);
  for (const anchor of anchors)
    if (anchor.includes(own) || (anchor.length > 3 && own.endsWith(anchor)) || (ascii && WIDE.test(anchor)))
      return true;
  return false;
}
