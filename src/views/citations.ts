/** Citations in brackets, `[7]`, `[RFC2119]`, `[^note]`, and the entries of a list of references that they name. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { census } from './census.ts';
import { SPACES } from './script.ts';
import { nextPair, pairTable } from './next.ts';

export interface Key {
  /** As written between the brackets; with `^` for a footnote. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Citations {
  /** Entries of the list, in order; the first of each key. */
  readonly entries: ReadonlyMap<string, Key>;
  /** First citation of each key in running text. */
  readonly cited: ReadonlyMap<string, Key>;
}

/** Longest key, in units. */
const KEY_UNITS = 32;
/** How far before a key its line may begin, if it begins with the key. */
const LEAD_UNITS = 24;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** `7`, `RFC2119`, `XHTML12`, `^note`: a number, a name with a capital and a digit, or a footnote. */
const KEY = /^(?:\d{1,3}|[A-Z][\w.+-]*\d[\w.+-]*|\^[^\s\]^]+)$/u;
/** Plain text has no other use for `[SASL]`. */
const NAME = /^[A-Z][A-Z-]{2,}$/u;

/** How a key in brackets begins: with a digit, a capital or a caret. */
const BEGINNINGS: Uint32Array = pairTable([
  [
    [OPEN],
    [
      [0x30, 0x39],
      [0x41, 0x5a],
      [0x5e, 0x5e],
    ],
  ],
]);

const NONE: Citations = { entries: new Map(), cited: new Map() };

/** Citations and the entries that they name. Code and tables are left out. */
export const citations: (document: Document) => Citations = view((document) => {
  if (census(document).openBracket < 6) return NONE;
  const { units } = document;
  const entries = new Map<string, Key>();
  const cited = new Map<string, Key>();
  const rst = document.format === 'rst';
  const all = blocks(document);
  let at = 0;
  const { length } = units;
  for (let i = nextPair(BEGINNINGS, units, 0); i < length; i = nextPair(BEGINNINGS, units, i + 1)) {
    while (at < all.length && all[at]!.end <= i) at++;
    const block = all[at];
    if (!block) break;
    const { kind } = block;
    if (block.start > i || kind === 'code' || kind === 'front-matter' || kind === 'html') continue;
    let end = i + 1;
    while (
      end < block.end &&
      end - i <= KEY_UNITS &&
      units[end] !== CLOSE &&
      units[end] !== 0x0a &&
      units[end] !== OPEN
    )
      end++;
    if (units[end] !== CLOSE) continue;
    const text = document.slice(i + 1, end);
    if (kind === 'table' && text.charCodeAt(0) !== 0x5e) continue;
    if (!KEY.test(text) && !(document.format === 'text' && NAME.test(text))) continue;
    const key: Key = { text, start: i, end: end + 1 };
    const next = units[end + 1];
    let first = i;
    while (first > block.start && i - first < LEAD_UNITS && units[first - 1] !== 0x0a) first--;
    const atStart = first === block.start || units[first - 1] === 0x0a;
    while (first < i && SPACES[units[first]!] === 1) first++;
    // `.. [5] `, `[5] `, `* [5] `, `[^5]: `
    const lead = atStart ? document.slice(first, i) : 'x';
    const begins = lead === '' || lead === '.. ' || lead === '* ' || lead === '- ';
    const entry = text.startsWith('^')
      ? begins && next === 0x3a
      : begins &&
        (rst
          ? lead === '.. '
          : next === 0x20 || next === 0x09 || next === 0x0a || next === undefined || (next === 0x3a && lead === ''));
    // a paragraph may begin a line with a citation: an entry begins its block
    if (entry && (text.startsWith('^') || first <= block.start + 3 || kind === 'comment')) {
      if (!entries.has(text)) entries.set(text, key);
    } else if (
      next !== 0x28 && // [7](address)
      next !== 0x3a &&
      (next !== OPEN || /^[\d^]/u.test(text)) && // [Name][label]
      units[i - 1] !== 0x5d && // ][7]
      units[i - 1] !== 0x21 &&
      (text.startsWith('^') || !isName(units[i - 1])) && // array[7]
      (!rst || next === 0x5f) &&
      !cited.has(text)
    )
      cited.set(text, key);
  }
  return { entries, cited };
});

function isName(unit: number | undefined): boolean {
  if (unit === undefined) return false;
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x29 ||
    unit === 0x60 ||
    unit === 0x22 ||
    unit === 0x5f
  );
}
