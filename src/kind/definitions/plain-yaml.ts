/**
 * YAML as most people write it: keys and values of one line, lists, block scalars, comments. What has anything else in it, or
 * any fault, is left to the library, which is a hundred times as slow.
 */
import type { Entry, Outline, Reference } from './outline.ts';

const LEVELS = 3;
const MOST_ENTRIES = 60_000;

const SPACE = 0x20;
const TAB = 0x09;
const LF = 0x0a;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const HASH = 0x23;
const DASH = 0x2d;

/** A key and its colon: a plain word, or a quoted one without an escape. */
const KEY =
  /(?:([A-Za-z_/$.^][\w./$^{}()*;+,~-]{0,200}(?: [\w./$^{}()*;+,~=-]{1,200}){0,12}|[1-9]\d{0,8}(?:[A-DF-Za-df-z][\w-]{0,200})?)|"([^"\\\n]{1,200})"|'([^'\n]{1,200})')[ ]?:(?=[ \n]|$)/uy;
/** What the core schema does not read as a string, and keys with a meaning of their own. */
const OTHER_KEY = /^(?:true|false|null|\.inf|\.nan|\.)$/iu;
/** What may follow a value in its line. */
const REST = /(?= *(?: #[^\n]*)?(?:\n|$))/uy;
/** What may follow a backslash, of what takes one sign. */
const ESCAPED = '"\\/nrt 0';
const HEX = /u[\dA-Fa-f]{4}/uy;
/** In the stead of a value that is more than what stands there. */
const SEVERAL = '\0';
const LIST =
  /\[ *(?:(?:[A-Za-z_/][\w./-]*|[1-9]\d{0,8}|"[^"\\\n]*"|'[^'\n]*')(?: *, *(?:[A-Za-z_/][\w./-]*|[1-9]\d{0,8}|"[^"\\\n]*"|'[^'\n]*'))*)? *\](?= *(?: #[^\n]*)?(?:\n|$))/uy;
const NO_MEMBERS = /\{ *\}(?= *(?: #[^\n]*)?(?:\n|$))/uy;
const BLOCK = /[|>][+-]?(?= *(?: #[^\n]*)?(?:\n|$))/uy;
const DIGITS = /^\d+$/u;
/** How a plain value begins that is nothing but text, a number or a word. */
const PLAIN = /[\w./(+$^~<\\\u00a1-\ud7ff\uf900-\ufdff]|-(?=[\w.])/uy;
const NOT_TEXT = /^(?:true|false|null|~|[-+]?(?:0[ox])?[\d.][\d.eE+-]*|[-+]?\.(?:inf|nan))$/iu;
/** Keys of the first level whose words decide what the file is. */
const TELLING: ReadonlySet<string> = new Set(['openapi', 'swagger', 'asyncapi', '$schema', 'type', '$id', 'id']);

interface Level {
  readonly indent: number;
  readonly map: boolean;
  /** Of a map that is kept: the way to it, and how deep it is; 0 for others. */
  readonly path: string;
  readonly level: number;
  readonly keys: Set<string> | null;
  /** The entry that the collection is the value of. */
  readonly of: Kept | null;
}

type Kept = { -readonly [K in keyof Entry]: Entry[K] };

/** The outline of a text that is one map written plainly; undefined where anything in it is not. */
export function plainYaml(text: string): Outline | undefined {
  const { length } = text;
  if (text.includes('\ufeff')) return undefined;
  const entries = new Map<string, Kept>();
  const references: Reference[] = [];
  const stack: Level[] = [];
  /** A key or a dash without a value so far: a collection may follow. */
  let waits: { indent: number; path: string; level: number; of: Kept | null; dash: boolean } | null = null;
  /** Indentation beyond which nothing may stand: the value above is whole. */
  let closed = -1;
  let begun = false;
  /** Whether the line of a plain value that was read last ends with a comment. */
  let commented = false;

  for (let i = 0; i < length;) {
    const begin = i;
    let lineEnd = text.indexOf('\n', i);
    if (lineEnd < 0) lineEnd = length;
    while (i < lineEnd && text.charCodeAt(i) === SPACE) i++;
    if (i === lineEnd || text.charCodeAt(i) === HASH) {
      i = lineEnd + 1;
      continue;
    }
    if (text.charCodeAt(i) === TAB) return undefined;
    let indent = i - begin;
    if (indent === 0) {
      if (text.startsWith('---', i)) {
        if (begun || lineEnd !== i + 3) return undefined;
        begun = true;
        i = lineEnd + 1;
        continue;
      }
      if (text.startsWith('...', i) || text.charCodeAt(i) === 0x25) return undefined;
    }
    begun = true;
    if (closed >= 0 && indent > closed) return undefined;
    closed = -1;
    // dashes and the first key of what they begin, all in one line
    for (;;) {
      const dash = text.charCodeAt(i) === DASH && (i + 1 === lineEnd || text.charCodeAt(i + 1) === SPACE);
      const beneath: boolean =
        waits !== null && (indent > waits.indent || (dash && !waits.dash && indent === waits.indent));
      if (beneath) {
        const { path, level, of } = waits!;
        stack.push({ indent, map: !dash, path, level: dash ? 0 : level, keys: dash ? null : new Set(), of });
        if (of) {
          of.kind = dash ? 'array' : 'object';
          delete (of as { text?: string }).text;
        }
      } else if (stack.length === 0) {
        if (dash || indent !== 0) return undefined;
        stack.push({ indent: 0, map: true, path: '', level: 1, keys: new Set(), of: null });
      } else {
        while (stack.length > 0) {
          const top = stack.at(-1)!;
          // a list may stand at the indentation of its key: a key there ends it
          if (top.indent > indent || (top.indent === indent && !top.map && !dash)) stack.pop();
          else break;
        }
        const top = stack.at(-1);
        if (!top || top.indent !== indent || top.map === dash) return undefined;
      }
      waits = null;
      const here = stack.at(-1)!;
      if (here.of) (here.of as { members: number }).members++;
      if (dash) {
        i++;
        while (i < lineEnd && text.charCodeAt(i) === SPACE) i++;
        if (i === lineEnd || text.charCodeAt(i) === HASH) {
          waits = { indent, path: '', level: 0, of: null, dash: true };
          i = lineEnd + 1;
          break;
        }
        KEY.lastIndex = i;
        const nested =
          (text.charCodeAt(i) === DASH && (i + 1 === lineEnd || text.charCodeAt(i + 1) === SPACE)) || KEY.test(text);
        if (!nested) {
          const end = valueEnd(i, lineEnd, indent);
          if (end < 0) return undefined;
          closed = indent;
          i = end;
          break;
        }
        waits = { indent, path: '', level: 0, of: null, dash: true };
        indent = i - begin;
        continue;
      }
      KEY.lastIndex = i;
      const found = KEY.exec(text);
      if (!found) return undefined;
      const plain = found[1];
      const name = plain ?? found[2] ?? found[3]!;
      // beyond 1,024 units the library takes it for no key
      if (plain !== undefined && (OTHER_KEY.test(plain) || plain.length > 900)) return undefined;
      if (name === '<<' || name === '=') return undefined;
      // a number is another key than the same digits in quotes
      const typed = plain !== undefined && DIGITS.test(plain) ? `#${name}` : name;
      const { keys } = here;
      if (keys!.has(typed)) return undefined;
      keys!.add(typed);
      const start = i;
      const keyEnd = i + name.length + (plain === undefined ? 2 : 0);
      i = KEY.lastIndex;
      while (i < lineEnd && text.charCodeAt(i) === SPACE) i++;
      const kept = here.level > 0 && here.level <= LEVELS;
      const inside = kept ? (here.path === '' ? name : `${here.path}/${name}`) : '';
      const telling = here.level === 1 && (TELLING.has(name) || entries.size === 0);
      let entry: Kept | null = null;
      if (kept) {
        if (entries.size >= MOST_ENTRIES || entries.has(inside)) return undefined;
        entry = { start, end: keyEnd, kind: 'scalar', members: 0 };
        entries.set(inside, entry);
      }
      if (i === lineEnd || text.charCodeAt(i) === HASH) {
        if (telling && name !== 'id' && name !== '$id') {
          // what a key without a value ends at, the library says otherwise than this does
          if (entries.size > 1 || name === 'type') return undefined;
        }
        waits = { indent, path: inside, level: kept ? here.level + 1 : 0, of: entry, dash: false };
        i = lineEnd + 1;
        break;
      }
      const from = i;
      const end = valueEnd(i, lineEnd, indent);
      if (end < 0) return undefined;
      closed = indent;
      i = end;
      const sign = text.charAt(from);
      if (entry) {
        if (sign === '[' || sign === '{') {
          entry.kind = sign === '[' ? 'array' : 'object';
          (entry as { members: number }).members = value.members;
        } else {
          if (telling && (sign === '|' || sign === '>' || value.text === SEVERAL)) return undefined;
          (entry as { end: number }).end = Math.max(keyEnd, value.end);
          (entry as { text?: string }).text = value.text.slice(0, 300);
        }
      }
      if (name === '$ref') {
        if (sign === '|' || sign === '>' || value.text === SEVERAL) return undefined;
        if (sign === '"' || sign === "'" || (sign !== '[' && sign !== '{' && !NOT_TEXT.test(value.text)))
          references.push({ start, end: value.end, target: value.text });
      }
      break;
    }
  }
  if (stack.length === 0 || (waits !== null && entries.size < 2)) return undefined;
  return { root: 'object', entries, references, whole: true };

  /** Reads a value that begins at `from`, in this line but for block scalars: the offset of the next line; -1 where it is another. */
  function valueEnd(from: number, lineEnd: number, indent: number): number {
    const sign = text.charCodeAt(from);
    if (sign === QUOTE || sign === APOSTROPHE) return quoted(from, sign, indent);
    if (sign === 0x5b || sign === 0x7b) {
      const form = sign === 0x5b ? LIST : NO_MEMBERS;
      form.lastIndex = from;
      const found = form.exec(text);
      if (!found) return -1;
      value.end = form.lastIndex;
      value.text = '';
      value.members = /^\[ *\]|^\{/u.test(found[0]) ? 0 : membersOf(found[0]);
      return lineEnd + 1;
    }
    if (sign === 0x7c || sign === 0x3e) {
      BLOCK.lastIndex = from;
      if (!BLOCK.test(text)) return -1;
      value.end = BLOCK.lastIndex;
      value.text = '';
      return blockEnd(lineEnd + 1, indent);
    }
    PLAIN.lastIndex = from;
    if (!PLAIN.test(text)) return -1;
    let stop = lineEnd;
    let end = plainEnd(from, stop);
    if (end < 0) return -1;
    value.end = end;
    value.text = text.slice(from, end);
    // what is indented deeper goes on with it
    for (let begin = stop + 1; begin < length && end === value.end; begin = stop + 1) {
      let i = begin;
      stop = text.indexOf('\n', begin);
      if (stop < 0) stop = length;
      while (i < stop && text.charCodeAt(i) === SPACE) i++;
      if (i === stop) continue;
      if (i - begin <= indent) return begin;
      // behind a comment nothing goes on
      if (text.charCodeAt(i) === HASH || text.charCodeAt(i) === TAB || commented) return -1;
      value.end = end = plainEnd(i, stop);
      if (end < 0) return -1;
      value.text = SEVERAL;
    }
    return length;
  }

  /** Offset behind the words of a plain value in one line; -1 where it is something else. */
  function plainEnd(from: number, lineEnd: number): number {
    let end = lineEnd;
    commented = false;
    for (let i = from; i < lineEnd; i++) {
      const unit = text.charCodeAt(i);
      if (unit === TAB || (unit === COLON && (i + 1 === lineEnd || text.charCodeAt(i + 1) === SPACE))) return -1;
      if (unit === HASH && text.charCodeAt(i - 1) === SPACE) {
        end = i;
        commented = true;
        break;
      }
    }
    while (text.charCodeAt(end - 1) === SPACE) end--;
    return end;
  }

  /** The offset of the line behind a quoted value, whose further lines are indented deeper than its key. */
  function quoted(from: number, quote: number, indent: number): number {
    let several = false;
    let i = from + 1;
    for (; ; i++) {
      if (i >= length) return -1;
      const unit = text.charCodeAt(i);
      if (unit === LF) {
        several = true;
        let depth = 0;
        while (text.charCodeAt(i + 1) === SPACE) {
          i++;
          depth++;
        }
        const next = text.charCodeAt(i + 1);
        if (next === TAB || (next !== LF && depth <= indent)) return -1;
      } else if (unit === quote) {
        if (quote === QUOTE || text.charCodeAt(i + 1) !== APOSTROPHE) break;
        several = true;
        i++;
      } else if (unit === BACKSLASH && quote === QUOTE) {
        several = true;
        const next = text.charCodeAt(i + 1);
        if (next === LF) continue;
        HEX.lastIndex = i + 1;
        if (!(ESCAPED.includes(text.charAt(i + 1)) || HEX.test(text)) || i + 1 >= length) return -1;
        i++;
      }
    }
    value.end = i + 1;
    value.text = several ? SEVERAL : text.slice(from + 1, i);
    const next = text.indexOf('\n', i);
    REST.lastIndex = i + 1;
    return REST.test(text) ? (next < 0 ? length : next + 1) : -1;
  }

  /** The line behind a block scalar: the first that is not blank and not indented deeper than its key. */
  function blockEnd(from: number, indent: number): number {
    let own = -1;
    let i = from;
    while (i < length) {
      const begin = i;
      let lineEnd = text.indexOf('\n', i);
      if (lineEnd < 0) lineEnd = length;
      while (i < lineEnd && text.charCodeAt(i) === SPACE) i++;
      const depth = i - begin;
      if (i < lineEnd) {
        if (depth <= indent) return text.charCodeAt(i) === HASH ? -1 : begin;
        if (own < 0) own = depth;
        else if (depth < own) return -1;
        if (text.charCodeAt(i) === TAB) return -1;
      } else if (own < 0 && depth > indent + 1) {
        // blank lines before the first one may not be indented deeper than it
        return -1;
      }
      i = lineEnd + 1;
    }
    return own < 0 ? -1 : length;
  }
}

/** What was read last; one object, for it is written for each value. */
const value = { end: 0, text: '', members: 0 };

/** Members of a list in one line: its commas outside of quotes, and one. */
function membersOf(list: string): number {
  let count = 1;
  let quote = '';
  for (const sign of list)
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ',') count++;
  return count;
}
