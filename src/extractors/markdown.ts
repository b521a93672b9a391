/** Markdown: the text is the file; here are its links and its title. */
import type { Document } from '../core/types.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { namesIn, type Links } from './targets.ts';
import { pattern } from '../core/pattern.ts';

const BEGINS_LIKE_A_NAME = pattern('u')`^[\p{L}\d./]`;

const BACKTICK = 0x60;
const BACKSLASH = 0x5c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const LEFT = 0x28;
const RIGHT = 0x29;
const LESS = 0x3c;
const GREATER = 0x3e;
const BANG = 0x21;
const LF = 0x0a;

/** The longest target, title and HTML tag that are looked at. */
const REACH = 2000;

function isSpace(unit: number | undefined): boolean {
  return unit === 0x20 || unit === 0x09 || unit === LF;
}

/** Finds links, images and names of files in all blocks that are not code. Linear in the text. */
export function markdownLinks(document: Document, links: Links): void {
  for (const block of blocks(document)) {
    switch (block.kind) {
      case 'prose':
      case 'list':
      case 'quote':
      case 'heading':
      case 'table':
        inline(document, block, links);
        namesIn(document.units, block.start, block.end, (name, offset) => {
          links.add(name, offset, 'name');
        });
        break;
      case 'html':
        tags(document, block.start, block.end, links);
        break;
      case 'comment':
        definition(document, block, links);
        break;
      case 'code':
      case 'front-matter':
      case 'rule':
        break;
    }
  }
}

function inline(document: Document, block: Block, links: Links): void {
  const { units } = document;
  const { start, end } = block;
  /** Where runs of backticks of each length stand that could close a code span; made at the first backtick. */
  let runs: Map<number, number[]> | undefined;
  /** Open brackets: whether each has `!` before it. */
  const open: boolean[] = [];
  let i = start;
  while (i < end) {
    const unit = units[i]!;
    if (unit === BACKSLASH) {
      i += 2;
    } else if (unit === BACKTICK) {
      runs ??= backticks(units, i, end);
      let length = 1;
      while (i + length < end && units[i + length] === BACKTICK) length++;
      const places = runs.get(length) ?? [];
      // The places are in descending order: those passed are taken off the end.
      while (places.length > 0 && places[places.length - 1]! <= i) places.pop();
      const close = places[places.length - 1];
      i = close === undefined ? i + length : close + length;
    } else if (unit === OPEN) {
      if (units[i + 1] === OPEN) {
        const close = wiki(document, i, end, i > start && units[i - 1] === BANG, links);
        if (close > 0) {
          i = close;
          continue;
        }
      }
      open.push(i > start && units[i - 1] === BANG);
      i++;
    } else if (unit === CLOSE) {
      const image = open.pop();
      if (image !== undefined && units[i + 1] === LEFT) {
        const target = destination(units, i + 2, end);
        if (target) {
          links.add(unescaped(document.slice(target.start, target.end)), target.start, image ? 'embed' : 'link');
          i = target.next;
          continue;
        }
      }
      i++;
    } else if (unit === LESS) {
      const next = tag(document, i, end, links);
      i = next > 0 ? next : i + 1;
    } else i++;
  }
}

/** Runs of backticks by length; the places of each in descending order. */
function backticks(units: Uint16Array, from: number, end: number): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let i = from; i < end;) {
    if (units[i] !== BACKTICK) {
      i++;
      continue;
    }
    let length = 1;
    while (i + length < end && units[i + length] === BACKTICK) length++;
    const places = runs.get(length);
    if (places) places.push(i);
    else runs.set(length, [i]);
    i += length;
  }
  for (const places of runs.values()) places.reverse();
  return runs;
}

interface Target {
  readonly start: number;
  readonly end: number;
  /** Offset behind the closing bracket. */
  readonly next: number;
}

/** What stands between `(` and `)` of an inline link: a destination and perhaps a title. Null where it is no link. */
function destination(units: Uint16Array, from: number, blockEnd: number): Target | null {
  const end = Math.min(blockEnd, from + REACH);
  let i = from;
  while (i < end && isSpace(units[i])) i++;
  let start = i;
  let stop: number;
  if (units[i] === LESS) {
    start = ++i;
    while (i < end && units[i] !== GREATER && units[i] !== LF && units[i] !== LESS) i++;
    if (units[i] !== GREATER) return null;
    stop = i++;
  } else {
    let depth = 0;
    for (; i < end && !isSpace(units[i]); i++) {
      if (units[i] === BACKSLASH) i++;
      else if (units[i] === LEFT) {
        if (++depth > 32) return null;
      } else if (units[i] === RIGHT && depth-- === 0) break;
    }
    stop = Math.min(i, end);
  }
  while (i < end && isSpace(units[i])) i++;
  const quote = units[i];
  if (quote === 0x22 || quote === 0x27 || quote === LEFT) {
    const close = quote === LEFT ? RIGHT : quote;
    for (i++; i < end && units[i] !== close; i++) if (units[i] === BACKSLASH) i++;
    i++;
    while (i < end && isSpace(units[i])) i++;
  }
  return i < end && units[i] === RIGHT ? { start, end: stop, next: i + 1 } : null;
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/gu, '$1') : text;
}

/** `[[page]]`, `[[page|words]]`, `![[embedded]]`: the offset behind it, or 0. */
function wiki(document: Document, at: number, blockEnd: number, image: boolean, links: Links): number {
  const { units } = document;
  const end = Math.min(blockEnd, at + 200);
  for (let i = at + 2; i + 1 < end; i++) {
    const unit = units[i]!;
    if (unit === OPEN || unit === LF) return 0;
    if (unit !== CLOSE) continue;
    if (units[i + 1] !== CLOSE || units[i + 2] === LEFT) return 0;
    const target = document
      .slice(at + 2, i)
      .split('|', 1)[0]!
      .replace(/\\$/u, '')
      .trim();
    // `[[RFC2119]]`, `[[!HTML]]` cite a source; `[[1]]`, `[[ -f x ]]` are something else.
    if (BEGINS_LIKE_A_NAME.test(target) && !/^[A-Z\d-]+$/u.test(target))
      links.add(target, at + 2, image ? 'embed' : 'link');
    return i + 2;
  }
  return 0;
}

/** A tag or autolink at `<`: adds what it links to; the offset behind it, or 0 where it is neither. */
function tag(document: Document, at: number, blockEnd: number, links: Links): number {
  const { units } = document;
  const lower = (units[at + 1] ?? 0) | 0x20;
  if (!(lower >= 0x61 && lower <= 0x7a)) return 0;
  const end = Math.min(blockEnd, at + REACH);
  let i = at + 1;
  while (i < end && units[i] !== GREATER && units[i] !== LESS) i++;
  if (units[i] !== GREATER || i >= end) return 0;
  const name = /^<(a|img|embed|iframe|source|video|audio|object)\b/iu.exec(document.slice(at, Math.min(at + 8, i)));
  if (name) {
    const found = /\s(?:href|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(document.slice(at, i));
    const target = found ? (found[1] ?? found[2] ?? found[3]) : undefined;
    if (target !== undefined) links.add(target, at, name[1]!.toLowerCase() === 'a' ? 'link' : 'embed');
  }
  return i + 1;
}

function tags(document: Document, start: number, end: number, links: Links): void {
  for (let i = start; i < end;) {
    const next = document.units[i] === LESS ? tag(document, i, end, links) : 0;
    i = next > 0 ? next : i + 1;
  }
}

/** `[label]: target "title"`. */
function definition(document: Document, block: Block, links: Links): void {
  if (document.units[block.start] !== OPEN) return;
  const text = document.slice(block.start, Math.min(block.end, block.start + REACH));
  const found = /^\[[^\]]{1,999}\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/u.exec(text);
  const target = found ? (found[1] ?? found[2]) : undefined;
  if (target !== undefined) links.add(unescaped(target), block.start, 'link');
}

/** `title:` of the front matter, or null. */
export function frontMatterTitle(document: Document): string | null {
  const first = blocks(document)[0];
  if (first?.kind !== 'front-matter') return null;
  const text = document.slice(first.start, Math.min(first.end, first.start + 8192));
  const found = /^title\s*[:=]\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\n#]+))/imu.exec(text);
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}
