/**
 * Numbers that blocks begin with: of sections, articles, list items, figures and tables, in the ways of many scripts. Only
 * the beginning of a block is looked at.
 */
import type { BlockKind, Document } from '../core/types.ts';
import { pattern } from '../core/pattern.ts';
import { digitValue, isLetter, isLower } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { SPACES } from './script.ts';

export interface Label {
  /**
   * The way it is written: `n` for 1, 1.2, A.3; `第章` for 第三章; `word figure` for `Figure 3`; else a sample: `1.`, `(1)`,
   * `①`, `一、`, `(一)`, `a)`, `A.`.
   */
  readonly style: string;
  /** 1.2.3 is [1, 2, 3]; A.3 is [1001, 3]. Where the style is that of a letter, its place in the alphabet. */
  readonly path: readonly number[];
  /** Its value if read as a Roman numeral, where it may be one. */
  readonly roman?: number;
  /** The last number of a range: 5-7 is 7. */
  readonly last?: number;
  readonly kind: BlockKind;
  /** Level of the block. */
  readonly level: number;
  /** Columns before the block, where the format marks no headings (plain text); else 0. */
  readonly indent: number;
  /** Index into `blocks(document)`. */
  readonly block: number;
  /** Offset of the number, its word included, and behind it. */
  readonly start: number;
  readonly end: number;
}

/** Units at the beginning of a block that hold its number. */
const HEAD_UNITS = 48;

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN = '[〇零一二三四五六七八九十百千两]{1,7}';

/** 1 to 9999 written in Han numerals; NaN for what is none. */
export function hanNumber(text: string): number {
  let sum = 0;
  let digit = -1;
  for (const sign of text) {
    const unit = sign === '十' ? 10 : sign === '百' ? 100 : sign === '千' ? 1000 : 0;
    if (unit > 0) {
      sum += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      continue;
    }
    const value = sign === '零' ? 0 : sign === '两' ? 2 : HAN_DIGITS.indexOf(sign);
    if (value < 0) return Number.NaN;
    // 二〇, a number by its digits
    digit = digit > 0 ? digit * 10 + value : value;
  }
  return sum + Math.max(0, digit);
}

const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** 1 to 399 in Roman numerals, capital or small; undefined for what is none. */
export function romanNumber(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (!ROMAN.test(lower)) return undefined;
  let sum = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = ROMAN_VALUES[lower.charAt(i)]!;
    sum += value < (ROMAN_VALUES[lower.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

const DOTTED = /^(\d{1,4}(?:\.\d{1,3}){0,5})(?:([.．、)）:：])(?!\d)|(?=[\s—–|-])|$)/u;
const DASHED = /^(\d{1,2}(?:-\d{1,2}){1,2})(?:[.:)](?!\d)|(?=\s)|$)/u;
const LETTER_DOTTED = /^([A-Z])\.(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.:)]|(?=\s)|$)/u;
const LETTER = /^([A-Za-z])([.)])(?=\s)/u;
const ROMANS = /^([IVXLC]{1,7}|[ivxlc]{1,7})([.)、])(?=\s|[^\dA-Za-z]|$)/u;
const BRACKETED = new RegExp(`^[(（](\\d{1,3}|${HAN}|[A-Za-z]|[ivxlc]{2,6})[)）]`, 'u');
const ORDINAL = new RegExp(`^第\\s?(\\d{1,4}|${HAN})\\s?([章节節編编篇部条條款項项回课課讲講])`, 'u');
const KOREAN = /^제\s?(\d{1,4})\s?([장절조관항편])/u;
const HAN_LIST = new RegExp(`^(${HAN})([、．.])`, 'u');
const PICTURE = /^([图圖図表附])\s?(\d{1,3}(?:[.\-－]\d{1,3})?)(?=[\s:：.、　]|$|[^\d])/u;
const SECTION_SIGN = /^§\s?(\d{1,4})(?:\.|(?=\s|[A-Za-z(]|$))/u;
const WORD = pattern(
  'u',
)`^(\p{L}[\p{L}\p{M}]{1,13}\.?)[\s\u{a0}]{1,2}(?:(\d{1,4}(?:[.\-]\d{1,3}){0,3})|([A-Z])|([IVXLC]{2,6}))(?:([.:：)—–|])(?!\d)|(?=[\s*_\]])|$)`;
const RANGE = /^\s?(?:[-–—~～至到]|to|bis|and|und|y|et|и)\s?(\d{1,4}|[A-Z])(?![\w.])/u;
const ASCII = /^[\0-\x7f]*$/u;
const CIRCLED = 0x2460;

const ROMAN_UNITS: ReadonlySet<number> = new Set(Array.from('ivxlcIVXLC', (letter) => letter.charCodeAt(0)));

/** Whether the block's beginning may hold a number: a look at a few units. */
function promising(units: Uint16Array, start: number, end: number): boolean {
  const unit = units[start]!;
  if (unit < 0x80) {
    if (unit >= 0x30 && unit <= 0x39) return true;
    if (unit === 0x28) return start + 2 < end;
    if ((unit | 0x20) < 0x61 || (unit | 0x20) > 0x7a) return false;
    const second = units[start + 1];
    if (second === 0x2e || second === 0x29) return true;
  } else if (
    unit === 0xa7 ||
    (unit >= CIRCLED && unit < CIRCLED + 20) ||
    unit === 0xff08 ||
    unit === 0x7b2c || // 第
    unit === 0xc81c || // 제
    unit === 0x56fe || // 图 圖 図 表 附
    unit === 0x5716 ||
    unit === 0x56f3 ||
    unit === 0x8868 ||
    unit === 0x9644
  )
    return true;
  else if (unit >= 0x4e00 && unit < 0xa000) {
    for (let i = start + 1; i < end && i < start + 6; i++)
      if (units[i] === 0x3001 || units[i] === 0x2e || units[i] === 0xff0e) return true;
    return false;
  } else if (!isLetter(unit)) return digitValue(unit) >= 0;
  // A word, then a number, a letter or a Roman number; or a Roman number and its mark.
  let roman = true;
  for (let i = start; i < end && i < start + 17; i++) {
    const each = units[i]!;
    if (each === 0x20 || each === 0xa0) {
      const next = units[i + 1] ?? 0;
      if (next >= 0x41 && next <= 0x5a) {
        const after = units[i + 2] ?? 0;
        return after < 0x41 || ROMAN_UNITS.has(after);
      }
      return (next >= 0x30 && next <= 0x39) || (next > 0x65f && digitValue(next) >= 0);
    }
    if (each === 0x2e || each === 0x29) return roman && i < start + 8;
    if (roman && !ROMAN_UNITS.has(each | 0x20) && !ROMAN_UNITS.has(each)) roman = false;
  }
  return false;
}

/** Offset behind marks of headings, lists, emphasis and links, which stand before a number. */
export function behindMarks(units: Uint16Array, start: number, end: number): number {
  let i = start;
  while (i < end && i < start + 16) {
    const unit = units[i]!;
    if (
      unit === 0x23 ||
      unit === 0x3d ||
      unit === 0x2a ||
      unit === 0x5f ||
      unit === 0x3e ||
      unit === 0x5b ||
      unit === 0x2d ||
      unit === 0x2b ||
      unit === 0x2022 ||
      unit === 0x7c ||
      SPACES[unit] === 1
    )
      i++;
    else break;
  }
  return i;
}

type Read = Pick<Label, 'style' | 'path' | 'roman'> & { readonly length: number };

const alphabet = (letter: string): number => (letter.charCodeAt(0) | 0x20) - 0x60;
const numbers = (text: string): number[] =>
  text.length < 3 && !text.includes('.') ? [Number(text)] : text.split(/[.\-－]/u).map(Number);

/** `word figure` and the like: `Fig.` and `Figure` are one. */
function wordStyle(word: string): string {
  const lower = word.toLowerCase().replace(/\.$/u, '');
  return `word ${/^(?:figure|fig)$/u.test(lower) ? 'figure' : lower}`;
}

function read(head: string, heading: boolean): Read | undefined {
  let m = heading ? DASHED.exec(head) : null;
  if (m) return { style: 'n', path: numbers(m[1]!), length: m[0].length };
  m = DOTTED.exec(head);
  if (m) {
    const path = numbers(m[1]!);
    if (path.length > 1 || heading) return { style: 'n', path, length: m[0].length };
    if (m[2] === undefined) return undefined;
    return { style: `1${m[2] === '）' ? ')' : m[2] === '．' ? '.' : m[2]}`, path, length: m[0].length };
  }
  m = LETTER_DOTTED.exec(head);
  if (m) return { style: 'n', path: [1000 + alphabet(m[1]!), ...numbers(m[2]!)], length: m[0].length };
  m = ROMANS.exec(head);
  if (m) {
    const roman = romanNumber(m[1]!);
    const capital = m[1]! < 'a';
    if (roman !== undefined)
      return {
        style: (capital ? 'A' : 'a') + m[2]!,
        path: [m[1]!.length === 1 ? alphabet(m[1]!) : 0],
        roman,
        length: m[0].length,
      };
  }
  m = LETTER.exec(head);
  if (m) return { style: (m[1]! < 'a' ? 'A' : 'a') + m[2]!, path: [alphabet(m[1]!)], length: m[0].length };
  m = BRACKETED.exec(head);
  if (m) {
    const inside = m[1]!;
    const { length } = m[0];
    if (/^\d/u.test(inside)) return { style: '(1)', path: [Number(inside)], length };
    if (/^[A-Za-z]/u.test(inside)) {
      const roman = romanNumber(inside);
      return {
        style: inside < 'a' ? '(A)' : '(a)',
        path: [inside.length === 1 ? alphabet(inside) : 0],
        ...(roman === undefined ? {} : { roman }),
        length,
      };
    }
    return { style: '(一)', path: [hanNumber(inside)], length };
  }
  m = ORDINAL.exec(head);
  if (m)
    return {
      style: `第${m[2]!}`,
      path: [/^\d/u.test(m[1]!) ? Number(m[1]!) : hanNumber(m[1]!)],
      length: m[0].length,
    };
  m = KOREAN.exec(head);
  if (m) return { style: `제${m[2]!}`, path: [Number(m[1]!)], length: m[0].length };
  m = HAN_LIST.exec(head);
  if (m) return { style: '一、', path: [hanNumber(m[1]!)], length: m[0].length };
  m = PICTURE.exec(head);
  if (m) return { style: `word ${m[1]!}`, path: numbers(m[2]!), length: m[0].length };
  m = SECTION_SIGN.exec(head);
  if (m) return { style: '§', path: [Number(m[1]!)], length: m[0].length };
  const unit = head.charCodeAt(0);
  if (unit >= CIRCLED && unit < CIRCLED + 20) return { style: '①', path: [unit - CIRCLED + 1], length: 1 };
  m = WORD.exec(head);
  if (m && !isLower(unit) && (heading || m[5] !== undefined || m[0].length === head.length)) {
    const style = wordStyle(m[1]!);
    const { length } = m[0];
    if (m[2] !== undefined) return { style, path: numbers(m[2]), length };
    const letters = (m[3] ?? m[4])!;
    const roman = romanNumber(letters);
    // `Part A`, `Appendix I`; but not `Plan B is`
    return {
      style: `${style} A`,
      path: [letters.length === 1 ? alphabet(letters) : 0],
      ...(roman === undefined ? {} : { roman }),
      length,
    };
  }
  return undefined;
}

/** Digits of other scripts as ASCII, unit for unit. */
function plainDigits(text: string): string {
  let out = text;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x660) continue;
    const value = digitValue(unit);
    if (value >= 0) out = out.slice(0, i) + String(value) + out.slice(i + 1);
  }
  return out;
}

/** Length of a number of up to four digits that `. ` or `) ` and a letter follow, which most are; else 0. */
function plainNumber(units: Uint16Array, start: number, end: number): number {
  let i = start;
  while (i < end && i - start < 4 && units[i]! >= 0x30 && units[i]! <= 0x39) i++;
  if (i === start || (units[i] !== 0x2e && units[i] !== 0x29) || units[i + 1] !== 0x20) return 0;
  const next = units[i + 2]!;
  // not the `-` or `to` of a range
  const small = next >= 0x61 && next <= 0x7a && !RANGE_BEGINS.has(next * 0x80 + (units[i + 3] ?? 0));
  return small || (next >= 0x41 && next <= 0x5a) || next === 0x2a || next === 0x60 || next >= 0x3040 ? i - start : 0;
}

/** First two units of the words of RANGE. */
const RANGE_BEGINS: ReadonlySet<number> = new Set(
  ['to', 'bi', 'an', 'un', 'y ', 'et'].map((two) => two.charCodeAt(0) * 0x80 + two.charCodeAt(1)),
);

function valueOf(units: Uint16Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + units[i]! - 0x30;
  return value;
}

/** The numbers that blocks begin with, in order: of headings, list items, quotes and paragraphs. */
export const labels: (document: Document) => readonly Label[] = view((document) => {
  const { units } = document;
  const out: Label[] = [];
  const all = blocks(document);
  for (let index = 0; index < all.length; index++) {
    const block = all[index]!;
    const { kind } = block;
    if (kind !== 'heading' && kind !== 'list' && kind !== 'prose' && kind !== 'quote') continue;
    const start = behindMarks(units, block.start, block.end);
    if (start >= block.end || !promising(units, start, block.end)) continue;
    const indent = document.format === 'text' ? block.start - (units.lastIndexOf(0x0a, block.start) + 1) : 0;
    const quick = plainNumber(units, start, block.end);
    if (quick > 0) {
      const after = units[start + quick]!;
      const value = valueOf(units, start, start + quick);
      const style = kind === 'heading' ? 'n' : after === 0x2e ? '1.' : '1)';
      out.push({ style, path: [value], kind, level: block.level, indent, block: index, start, end: start + quick + 1 });
      continue;
    }
    let end = units.indexOf(0x0a, start);
    if (end < 0 || end > block.end) end = block.end;
    const text = document.slice(start, Math.min(end, start + HEAD_UNITS));
    const head = ASCII.test(text) ? text : plainDigits(text);
    const found = read(head, kind === 'heading');
    if (!found || found.path.some((number) => Number.isNaN(number))) continue;
    // a list of chapters or figures
    if (kind === 'list' && /^(?:word |[第제])/u.test(found.style)) continue;
    const { length, ...rest } = found;
    const range = length < head.length ? RANGE.exec(head.slice(length)) : null;
    const to = range && (/^\d/u.test(range[1]!) ? Number(range[1]!) : alphabet(range[1]!));
    out.push({
      ...rest,
      ...(to !== null && to > rest.path.at(-1)! ? { last: to } : {}),
      kind,
      level: block.level,
      indent,
      block: index,
      start,
      end: start + length,
    });
  }
  return out;
});
