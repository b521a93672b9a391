/** Structures that the end of a file breaks: tags, entities, links, brackets, elements, rows, fences, environments. */
import { DATA_FORMATS } from '../../core/formats.ts';
import { isLetter } from '../../core/unicode.ts';
import type { Document, Level, Span } from '../../core/types.ts';
import { blocks, type Block } from '../blocks.ts';
import { SPACES } from '../script.ts';

const LF = 0x0a;
const FFFD = 0xfffd;

/** Longest end of the text, in units, in which an unfinished tag, entity or link is looked for. */
const TAIL_UNITS = 400;
/** Longest quote inside a message, in units. */
export const MESSAGE_UNITS = 32;

/** Where the text ends: its last line that is not blank. */
export interface End {
  /** First unit of that line that is not white space. */
  readonly start: number;
  /** After the last unit that is not white space. */
  readonly end: number;
  /** Whether the file ends with a line end. */
  readonly newline: boolean;
  /** The last TAIL_UNITS of [start, end). */
  readonly tail: string;
}

export function endOf(document: Document): End | undefined {
  const { units } = document;
  let end = units.length;
  while (end > 0 && SPACES[units[end - 1]!] === 1) end--;
  if (end === 0) return undefined;
  const newline = units[units.length - 1] === LF;
  let start = units.lastIndexOf(LF, end - 1) + 1;
  while (SPACES[units[start]!] === 1) start++;
  return { start, end, newline, tail: document.slice(Math.max(start, end - TAIL_UNITS), end) };
}

/** What is broken, as the end of "the file ends inside ...", and where it began. */
export interface Broken {
  readonly inside: string;
  /** The words that show it, or where the broken structure was opened. */
  readonly shown?: string;
  readonly opened?: Span;
  readonly level?: Level;
}

// ---------------------------------------------------------------------------------------------------------------------
// Tags, entities, links: in any text for people

/** Elements that stand in scraped or exported text. A `<` before another word may be a type parameter or a comparison. */
const TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr article aside b big blockquote body br button caption center cite code col colgroup dd del details div dl dt em ' +
    'figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main ' +
    'meta nav noscript ol option p param pre q s script section select small source span strong style sub summary sup svg ' +
    'table tbody td textarea tfoot th thead title tr tt u ul var video'
  ).split(' '),
);

const ENTITIES: readonly string[] = (
  'nbsp amp quot apos hellip mdash ndash ldquo rdquo lsquo rsquo copy reg trade middot bull laquo raquo times divide deg ' +
  'plusmn eacute egrave agrave ccedil ouml auml uuml szlig ensp emsp thinsp zwnj zwj sect para cent pound euro yen rarr larr'
).split(' ');

const OPEN_TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*)?$/u;
const ESCAPED_TAG = /&lt;(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s|&nbsp;)(?:(?!&gt;).)*)?$/u;
const AUTOLINK = /<(?:https?|ftp|mailto):[^\s<>]*$/u;
const ENTITY = /&(#?)([A-Za-z0-9]*)$/u;
const LINK = /\[[^[\]]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*$/u;

/** Whether the name is an element's, or the beginning of one where the text stops inside the name. */
function isTag(name: string, rest: string | undefined): boolean {
  if (TAGS.has(name)) return true;
  if (rest !== undefined) return false;
  for (const tag of TAGS) if (tag.startsWith(name)) return true;
  return false;
}

const SHUT = /[^\s<]<\/$/u;

function brokenMarkup(end: End, codeLike: boolean): Broken | undefined {
  if (codeLike) return undefined;
  const { tail, newline } = end;
  const odd = (tail.match(/`/gu)?.length ?? 0) % 2 === 1;
  if (!odd) {
    const escaped = ESCAPED_TAG.exec(tail);
    if (escaped && (!newline || TAGS.has(escaped[2]!.toLowerCase())))
      return { inside: 'an escaped HTML tag', shown: escaped[0] };
    if (SHUT.test(tail)) return { inside: 'an HTML tag', shown: '</' };
    const tag = OPEN_TAG.exec(tail);
    if (
      tag &&
      (newline
        ? TAGS.has(tag[2]!.toLowerCase()) || (tag[1] === '/' && isTag(tag[2]!.toLowerCase(), undefined))
        : isTag(tag[2]!.toLowerCase(), tag[3]))
    )
      return { inside: 'an HTML tag', shown: tag[0] };
  }
  const link = LINK.exec(tail) ?? AUTOLINK.exec(tail);
  if (link && (!newline || (!odd && !/[）.,;]/u.test(link[0].slice(-2))))) return { inside: 'a link', shown: link[0] };
  const entity = ENTITY.exec(tail);
  if (entity) {
    const [shown, sign, name = ''] = entity;
    if (
      sign === '#'
        ? /^(?:x[\dA-Fa-f]{0,6}|\d{1,7})$/u.test(name)
        : name.length > 1 && ENTITIES.some((each) => each.startsWith(name) && !(newline && each === name))
    )
      return { inside: 'an HTML entity', shown };
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Formats with brackets

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** JSON (with comments too) and the like: what is open at the end. Undefined where brackets do not match before it. */
function brokenBrackets(units: Uint16Array, json: boolean): Broken | undefined {
  const { length } = units;
  let stack = new Uint32Array(64);
  let depth = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    switch (unit) {
      case QUOTE: {
        const from = i++;
        while (i < length && units[i] !== QUOTE && (json || units[i] !== LF)) i += units[i] === BACKSLASH ? 2 : 1;
        if (i >= length)
          return json || depth > 0
            ? { inside: json ? 'a JSON string' : 'a string', opened: { start: from, end: length } }
            : undefined;
        break;
      }
      case SLASH:
        if (units[i + 1] === SLASH) {
          i = units.indexOf(LF, i);
          if (i < 0) i = length;
        } else if (units[i + 1] === STAR) {
          const from = i;
          i += 2;
          while (i < length && !(units[i] === STAR && units[i + 1] === SLASH)) i++;
          if (i >= length) return { inside: 'a comment', opened: { start: from, end: length } };
          i++;
        }
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (depth === stack.length) {
          const wider = new Uint32Array(2 * depth);
          wider.set(stack);
          stack = wider;
        }
        stack[depth++] = i;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        // { is 0x7b and } 0x7d, [ is 0x5b and ] 0x5d
        if (depth === 0 || units[stack[--depth]!] !== unit - 2) return undefined;
        break;
      default:
    }
  }
  if (depth === 0) return undefined;
  const start = stack[depth - 1]!;
  const brace = units[start] === OPEN_BRACE;
  return {
    inside: json ? (brace ? 'a JSON object' : 'a JSON array') : brace ? 'a block "{"' : 'a bracket "["',
    opened: { start, end: length },
  };
}

/** Protocol buffers: everything outside a comment ends in `;` or `}`. */
function brokenStatement({ tail, newline }: End): Broken | undefined {
  if (newline) return undefined;
  const line = tail.slice(tail.lastIndexOf('\n') + 1);
  if (line.startsWith('//') || line.startsWith('*')) return { inside: 'a comment' };
  return /[;}]\s*(?:\/\/.*|\/\*.*\*\/)?$/u.test(line) || line.endsWith('*/') ? undefined : { inside: 'a statement' };
}

const LESS = 0x3c;
const GREATER = 0x3e;
const APOSTROPHE = 0x27;

/** Offset after the next occurrence of an ASCII string, or -1. */
function after(units: Uint16Array, what: string, from: number): number {
  const first = what.charCodeAt(0);
  for (let i = units.indexOf(first, from); i >= 0; i = units.indexOf(first, i + 1)) {
    let k = 1;
    while (k < what.length && units[i + k] === what.charCodeAt(k)) k++;
    if (k === what.length) return i + k;
  }
  return -1;
}

function starts(units: Uint16Array, what: string, from: number): boolean {
  for (let k = 0; k < what.length; k++) if (units[from + k] !== what.charCodeAt(k)) return false;
  return true;
}

/** XML: the element, tag or comment that is open at the end. Undefined where tags do not match before it. */
function brokenXml(document: Document): Broken | undefined {
  const { units } = document;
  const { length } = units;
  const open: Span[] = [];
  let i = units.indexOf(LESS);
  while (i >= 0) {
    const from = i;
    const closing = starts(units, '<!--', i)
      ? '-->'
      : starts(units, '<![CDATA[', i)
        ? ']]>'
        : units[i + 1] === 0x3f
          ? '?>'
          : undefined;
    if (closing !== undefined) {
      i = after(units, closing, i + 2);
      if (i < 0)
        return {
          inside: closing === '-->' ? 'a comment' : closing === '?>' ? 'a processing instruction' : 'a CDATA section',
          opened: { start: from, end: length },
        };
    } else if (units[i + 1] === 0x21) {
      // DOCTYPE, with an internal subset in brackets
      let brackets = 0;
      for (i++; i < length; i++) {
        if (units[i] === OPEN_BRACKET) brackets++;
        else if (units[i] === CLOSE_BRACKET) brackets--;
        else if (units[i] === GREATER && brackets <= 0) break;
      }
    } else {
      let quote = 0;
      for (i++; i < length; i++) {
        const unit = units[i]!;
        if (quote !== 0) {
          if (unit === quote) quote = 0;
        } else if (unit === QUOTE || unit === APOSTROPHE) quote = unit;
        else if (unit === GREATER) break;
        else if (unit === LESS) return undefined;
      }
      if (i >= length) return { inside: 'an XML tag', opened: { start: from, end: Math.min(length, from + 200) } };
      if (units[from + 1] === SLASH) {
        const last = open.pop();
        if (!last) return undefined;
        const size = last.end - last.start;
        for (let k = 0; k < size; k++) if (units[from + 2 + k] !== units[last.start + k]) return undefined;
      } else if (units[i - 1] !== SLASH) {
        let name = from + 1;
        while (name < i && SPACES[units[name]!] === 0) name++;
        // <http://...> in Turtle is no element
        if (!isLetter(units[from + 1]!) || units.subarray(from + 1, name).includes(SLASH)) return undefined;
        open.push({ start: from + 1, end: name });
      }
    }
    if (i >= length) break;
    i = units.indexOf(LESS, i);
  }
  const last = open.at(-1);
  if (!last) return undefined;
  return {
    inside: `the element <${document.slice(last.start, Math.min(last.end, last.start + 40))}>`,
    opened: { start: last.start - 1, end: last.end },
  };
}

/** TeX: `\begin{document}` without its end, or another environment open where the last line is not ended. */
function brokenTex(document: Document, { newline }: End): Broken | undefined {
  const open: { readonly name: string; readonly span: Span }[] = [];
  for (const match of document.text.matchAll(/(?<!\\)%.*|\\(begin|end)\{([A-Za-z*]{1,40})\}/gu)) {
    const [whole, command, name] = match;
    if (command === undefined || name === undefined) continue;
    const inVerbatim = /^(?:verbatim|lstlisting|minted|comment)/u.test(open.at(-1)?.name ?? '');
    if (command === 'begin') {
      if (!inVerbatim) open.push({ name, span: { start: match.index, end: match.index + whole.length } });
    } else if (open.at(-1)?.name === name) open.pop();
    else if (!inVerbatim) return undefined;
  }
  const last = open.at(-1);
  if (!last || (newline && open[0]!.name !== 'document')) return undefined;
  return { inside: `\\begin{${last.name}}`, opened: last.span };
}

/** CSV and TSV: a quoted cell never closed, or fewer cells in the last row than in all others. */
function brokenRows(document: Document, end: End): Broken | undefined {
  const { units } = document;
  const delimiter = document.format === 'tsv' ? 9 : 0x2c;
  let cells = 1;
  let usual = 0;
  let rows = 0;
  let same = true;
  let begins = true;
  for (let i = 0; i < end.end; i++) {
    const unit = units[i]!;
    if (unit === QUOTE && begins && delimiter !== 9) {
      const from = i++;
      for (; i < end.end; i++)
        if (units[i] === QUOTE) {
          if (units[i + 1] !== QUOTE) break;
          i++;
        }
      if (i >= end.end)
        return same && rows > 0 ? { inside: 'a quoted cell', opened: { start: from, end: from + 1 } } : undefined;
      begins = false;
    } else if (unit === delimiter) {
      cells++;
      begins = true;
    } else if (unit === LF) {
      if (rows === 0) usual = cells;
      else if (cells !== usual) same = false;
      rows++;
      cells = 1;
      begins = true;
    } else if (unit !== 0x20) begins = false;
  }
  if (!end.newline && same && rows >= 3 && usual > 1 && cells < usual)
    return { inside: `a row: ${cells} of ${usual} cells` };
  return undefined;
}

/** YAML: a quoted scalar or a flow collection open on the last line, which is not ended. */
function brokenYaml({ tail, newline }: End): Broken | undefined {
  if (newline) return undefined;
  const value = /^(?:- +)*(?:[\w./$-]+|"[^"]*"|'[^']*') *: +(.*)$/u.exec(tail)?.[1] ?? /^- +(.*)$/u.exec(tail)?.[1];
  if (value === undefined) return undefined;
  if (/^"(?:[^"\\]|\\.)*\\?$/u.test(value)) return { inside: 'a quoted value', shown: value };
  if (/^'(?:[^']|'')*$/u.test(value)) return { inside: 'a quoted value', shown: value };
  if (/^\{[^{}]*$/u.test(value) || /^\[[^[\]]*$/u.test(value)) return { inside: 'a flow collection', shown: value };
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Blocks

/** Bars of a table row that are not escaped and not inside a code span. */
function bars(line: string): number {
  return line.replace(/\\.|`[^`]*`/gu, '').split('|').length - 1;
}

/** A Markdown table whose last row has fewer cells than all others. */
function brokenTable(document: Document, block: Block, end: End): Broken | undefined {
  if (block.kind !== 'table' || document.format !== 'markdown') return undefined;
  const rows = document.slice(block.start, end.end).split('\n');
  const last = rows.pop()?.trim();
  const head = rows[0]?.trim();
  if (last === undefined || head === undefined) return undefined;
  const usual = bars(head);
  if (rows.length === 1 && /^[-:| ]+$/u.test(last))
    return { inside: bars(last) < usual ? 'a table: its second line' : 'a table that has no row', level: 'look' };
  if (rows.length < 2) return undefined;
  if (!head.startsWith('|') || !head.endsWith('|') || !rows.every((row) => bars(row) === usual)) return undefined;
  const has = bars(last);
  if (has >= usual && last.endsWith('|')) return undefined;
  return { inside: `a table row: ${Math.max(1, has)} of ${usual - 1} cells`, shown: last.slice(-MESSAGE_UNITS) };
}

/** A last line that a bar begins and none ends, where all lines before it, or all other tables, end with one. */
function brokenRow(document: Document, last: Block, end: End): Broken | undefined {
  const { units } = document;
  if (units[end.start] !== BAR || units[end.end - 1] === BAR) return undefined;
  if (document.format !== 'markdown' && document.format !== 'text') return undefined;
  if (last.kind === 'code' || end.end - end.start < 4) return undefined;
  let rows = 0;
  let stop = units.lastIndexOf(LF, end.start - 1);
  for (let line = 0; line < ROWS && stop > last.start; line++) {
    const start = units.lastIndexOf(LF, stop - 1) + 1;
    let first = start;
    while (SPACES[units[first]!] === 1) first++;
    let behind = stop;
    while (behind > first && SPACES[units[behind - 1]!] === 1) behind--;
    if (units[first] === BAR) {
      if (units[behind - 1] !== BAR) return undefined;
      rows++;
    }
    stop = start - 1;
  }
  if (rows < 2)
    for (const block of blocks(document)) {
      if (block.kind !== 'table' || block.end >= end.start) continue;
      let behind = block.end;
      while (behind > block.start && SPACES[units[behind - 1]!] === 1) behind--;
      if (units[behind - 1] !== BAR) return undefined;
      rows++;
    }
  return rows >= 2 ? { inside: 'a table row', ...(end.newline ? { level: 'look' as const } : {}) } : undefined;
}

const BAR = 0x7c;
/** Rows that are looked at, from the end. */
const ROWS = 20;

const FENCE = /^(?:`{3,}|~{3,})/u;

function brokenBlock(document: Document, block: Block, end: End): Broken | undefined {
  // HTML says by an open block that the page is not closed; see `stopped`
  if (block.open !== true || document.format === 'html') return undefined;
  const opened = { start: block.start, end: block.end };
  if (block.kind === 'comment') return { inside: 'a comment', opened };
  if (block.kind === 'front-matter') return { inside: 'the front matter', opened };
  if (block.kind !== 'code') return undefined;
  // A line of marks at the end is a fence of another length, and whoever ended the file may have forgotten the fence.
  if (end.newline && (document.format !== 'markdown' || FENCE.test(end.tail))) return undefined;
  return end.newline ? { inside: 'a code block', opened, level: 'look' } : { inside: 'a code block', opened };
}

/** What the end of the text breaks, or undefined. */
export function broken(document: Document, end: End): Broken | undefined {
  const { units, format } = document;
  if (units[end.end - 1] === FFFD && units.indexOf(FFFD) === end.end - 1 && !end.newline)
    return { inside: 'a character: its last bytes are missing' };
  switch (format) {
    case 'json':
      return brokenBrackets(units, true);
    case 'proto':
      return brokenBrackets(units, false) ?? brokenStatement(end);
    case 'graphql':
      return brokenBrackets(units, false);
    case 'xml':
      return brokenXml(document);
    case 'csv':
    case 'tsv':
      return brokenRows(document, end);
    case 'yaml':
      return brokenYaml(end);
    case 'tex': {
      const tex = brokenTex(document, end);
      if (tex) return tex;
      break;
    }
    default:
  }
  const last = blocks(document).at(-1);
  const block =
    last && (brokenBlock(document, last, end) ?? brokenTable(document, last, end) ?? brokenRow(document, last, end));
  // in plain text, code is a guess from the look of a line, and `&lt;p` looks like code
  return block ?? brokenMarkup(end, DATA_FORMATS.has(format) || (last?.kind === 'code' && format !== 'text'));
}
