/** What a line of Markdown is and how it begins: bullets, rules, rows, definitions, indents. */
import { isDecimalDigit, isLetter } from '../core/unicode.ts';
import { labelKey } from './index-file-inline.ts';

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x3000 || unit === 0x0b || unit === 0x0c;
}

/** Whether a `*` closes emphasis: one before it in the line opens it. */
export function endsEmphasis(text: string, at: number): boolean {
  let run = at;
  while (text.charAt(run - 1) === '*') run--;
  if (isSpace(text.charCodeAt(run - 1))) return false;
  const open = text.lastIndexOf('*', run - 1);
  return open >= 0 && at - open < 400 && !isSpace(text.charCodeAt(open + 1));
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

export function hasLetter(text: string): boolean {
  for (const character of text.slice(0, 2000)) {
    const point = character.codePointAt(0)!;
    if (isLetter(point) || isDecimalDigit(point)) return true;
  }
  return false;
}

/** Offset of the first character that is no blank, and its column (a tab goes to the next multiple of four). */
export function indentOf(text: string, from: number): { readonly at: number; readonly column: number } {
  let column = 0;
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x20 || unit === 0xa0) column++;
    else if (unit === 0x3000) column += 2;
    else if (unit === 0x09) column += 4 - (column % 4);
    else break;
  }
  return { at: i, column };
}

/** A bullet or number at the start of a text: how many characters to skip, and the width up to the item's text. */
export function bulletOf(body: string): { readonly skip: number; readonly width: number } | null {
  const first = body.charCodeAt(0);
  let length = 0;
  if (first === 0x2d || first === 0x2a || first === 0x2b || first === 0x2022 || first === 0xb7) length = 1;
  else if (first >= 0x30 && first <= 0x39) {
    const number = /^\d{1,9}(?:[.)]|[、．）])/.exec(body.slice(0, 12));
    if (!number) return null;
    length = number[0].length;
  } else return null;
  if (length === body.length) return { skip: length, width: length + 1 };
  const next = body.charCodeAt(length);
  const wide = body.charCodeAt(length - 1) > 0x2fff;
  if (isSpace(next)) {
    let skip = length;
    while (isSpace(body.charCodeAt(skip))) skip++;
    return { skip, width: skip - length > 4 ? length + 1 : skip };
  }
  // `-[x](y)`, `1、x.md`: the blank was forgotten. `**bold**` is none.
  if (wide) return { skip: length, width: length + 1 };
  return '[`<'.includes(body.charAt(length)) ? { skip: length, width: length + 1 } : null;
}

export function isBullet(text: string): boolean {
  const { at, column } = indentOf(text, 0);
  return column < 4 && bulletOf(text.slice(at)) !== null;
}

export function dedents(text: string, column: number): boolean {
  return !isBlankText(text) && indentOf(text, 0).column < column;
}

export function isEntryLike(text: string): boolean {
  const body = text.trimStart();
  return /^#{1,6}\s/.test(body) || bulletOf(body) !== null || body.startsWith('|');
}

/** A thematic break: three or more of one of `-`, `*`, `_`, with blanks. */
export function isRule(body: string): boolean {
  const mark = body.charAt(0);
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  let count = 0;
  for (let i = 0; i < body.length; i++) {
    if (body.charAt(i) === mark) count++;
    else if (!isSpace(body.charCodeAt(i))) return false;
  }
  return count >= 3;
}

export function isDelimiterRow(body: string): boolean {
  if (!body.includes('-') || !body.includes('|')) return false;
  for (let i = 0; i < body.length; i++) {
    const unit = body.charAt(i);
    if (unit !== '-' && unit !== '|' && unit !== ':' && !isSpace(body.charCodeAt(i))) return false;
  }
  return true;
}

/** A link definition: `[label]: target`. */
export function definitionOf(body: string): { readonly key: string; readonly target: string } | null {
  if (!body.startsWith('[')) return null;
  const match = /^\[([^\]]{1,999})\]:\s*(?:<([^>]{0,4000})>|(\S{1,4000}))/.exec(body.slice(0, 6000));
  return match ? { key: labelKey(match[1]!), target: match[2] ?? match[3]! } : null;
}

export function leadingBars(text: string): number {
  let i = 0;
  while (i < text.length && (text.charAt(i) === '|' || isSpace(text.charCodeAt(i)))) i++;
  return i;
}

export function isWordEnd(text: string, at: number): boolean {
  const point = text.codePointAt(at - 1);
  return point !== undefined && (isLetter(point) || isDecimalDigit(point));
}

/** Whether a last line without its line end may have been cut: few words, and no end of a sentence. */
export function endsEarly(text: string): boolean {
  if (text.endsWith(']')) return true;
  if (/[.。!！?？:：]$/.test(text) || /\S\s+\S+\s+\S+\s+\S/.test(text)) return false;
  return text.length <= 12 || !/[\u2e80-\ud7af]/.test(text);
}
