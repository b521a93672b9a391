/**
 * Sentences as statements: a frame, which is the sentence without its numbers, and the values that stand in it. Where
 * words have no spaces between them, clauses too, read across line breaks: there a line end says nothing.
 */
import type { BlockKind, Document } from '../core/types.ts';
import { mix32 } from '../core/hash.ts';
import { view } from '../core/view.ts';
import { paintUnits } from '../core/unicode.ts';
import { blocks } from './blocks.ts';
import { census, type Census } from './census.ts';
import { dense } from './dense.ts';
import { inCode } from './in-code.ts';
import { paintSpaces, UNIT_WEIGHTS } from './script.ts';
import { behindMarker } from './sentences.ts';

export interface Statement {
  readonly start: number;
  readonly end: number;
  /** Of the frame. */
  readonly weight: number;
  /** Hash of the frame. */
  readonly frame: number;
  /** Hash of the values, in order; 0 where there is none. */
  readonly values: number;
  /** Index into `blocks(document)`. */
  readonly block: number;
  readonly kind: BlockKind;
  /** A part of a sentence, between commas. */
  readonly clause: boolean;
}

/** Weight of a clause's frame. */
const CLAUSE = 40;
const MOST = 200_000;
const HAN_NUMERALS = '〇零一二三四五六七八九十百千万亿兩两萬億';
/** 1: a digit of any script. 2: a Han numeral, which is one beside a digit or another one. 3: stands inside numbers. 4: white space and markup, which are no part of a frame. */
const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  paintUnits(table, 'Nd', 1);
  for (const sign of HAN_NUMERALS) table[sign.charCodeAt(0)] = 2;
  for (const sign of '.,:/٫٬') table[sign.charCodeAt(0)] = 3;
  for (const sign of '*_`"\'“”‘’„«»「」') table[sign.charCodeAt(0)] = 4;
  paintSpaces(table, 4);
  return table;
}

/** Offset behind the number that begins at `i`, or `i` where none does. A Han numeral alone (一, 万) is a word. */
export function numberEnd(units: Uint16Array, i: number, end: number): number {
  const first = CLASS[units[i]!];
  if (first !== 1 && first !== 2) return i;
  let to = i;
  let digits = 0;
  while (to < end && to - i < 40) {
    const kind = CLASS[units[to]!];
    if (kind === 1 || kind === 2) {
      to++;
      digits += kind === 1 ? 2 : 1;
    } else if (kind === 3 && CLASS[units[to - 1]!] === 1 && to + 1 < end && CLASS[units[to + 1]!] === 1) to++;
    else break;
  }
  return digits >= 2 ? to : i;
}

/** What `read` found; fields of one object that is written anew, for an object each would cost more than the reading. */
const told = { weight: 0, frame: 0, values: 0 };

/** Reads a frame, its values and its weight. All hashes are whole numbers of 32 bits with a sign: those need no object. */
function read(units: Uint16Array, start: number, end: number): void {
  let frame = 0x811c9dc5 | 0;
  let values = 0;
  let weight = 0;
  for (let i = start; i < end;) {
    const unit = units[i++]!;
    const kind = CLASS[unit]!;
    if (kind === 4) continue;
    if (kind === 1 || kind === 2) {
      const to = numberEnd(units, i - 1, end);
      if (to >= i) {
        if (values === 0) values = 0x9e3779b9 | 0;
        for (let k = i - 1; k < to; k++) values = Math.imul(values ^ units[k]!, 0x01000193);
        values = Math.imul(values ^ 0x23, 0x01000193);
        frame = Math.imul(frame ^ 0x30, 0x01000193);
        i = to;
        continue;
      }
    }
    weight += UNIT_WEIGHTS[unit]!;
    frame = Math.imul(frame ^ unit, 0x01000193);
  }
  told.weight = weight;
  told.frame = mix32(frame) | 0;
  told.values = values === 0 ? 0 : mix32(values) | 0;
}

function statement(start: number, end: number, block: number, kind: BlockKind, clause: boolean): Statement {
  const { weight, frame, values } = told;
  return { start, end, weight, frame, values, block, kind, clause };
}

const BREAK: Uint8Array = new Uint8Array(0x10000);
for (const sign of '。！？；，,;!?') BREAK[sign.charCodeAt(0)] = 1;

/** Behind a colon or an opening bracket stands what was counted. */
const CLAIMS: Uint8Array = new Uint8Array(0x10000);
for (const sign of ':：(（') CLAIMS[sign.charCodeAt(0)] = 1;

/** Classes of the census that may hold units above U+2E7F. */
const HEAVY = (
  'other hangul cjkPunctuation kana han fullwidth surrogate hanSurrogate tagSurrogate privateSurrogate privateUse ' +
  'variationSelector zeroWidth filler replacement'
).split(' ') as readonly (keyof Census)[];

/** Whether most of the text is in a script that weighs three a sign. */
const isHeavy: (document: Document) => boolean = view((document) => {
  const { units } = document;
  const sample = Math.min(units.length, 20_000);
  const counts = census(document);
  let most = counts.latinExtended + counts.cyrillic + counts.arabic;
  for (const name of HEAVY) most += counts[name];
  if (3 * most <= sample) return false;
  let heavy = 0;
  for (let i = 0; i < sample; i++) if (units[i]! > 0x2e7f) heavy++;
  return 3 * heavy > sample;
});

/** Clauses of a text whose words have no spaces between them: calls `each` with offsets into the dense text. */
function clauses(units: Uint16Array, each: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 0; i < units.length; i++) {
    if (BREAK[units[i]!] === 0) continue;
    if (i + 1 < units.length && CLASS[units[i + 1]!] === 1 && CLASS[units[i - 1] ?? 0] === 1) continue;
    const first = from;
    from = i + 1;
    if (i - first >= 10 && i - first <= 200) each(first, i);
  }
}

/** Colons and opening brackets in prose, lists and quotes: place and block of each, in order. */
export const claimMarks: (document: Document) => readonly number[] = view((document) => {
  const { units } = document;
  const all = blocks(document);
  const marks: number[] = [];
  for (let b = 0; b < all.length; b++) {
    const { kind, start, end } = all[b]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    for (let i = kind === 'prose' ? start : behindMarker(units, start, end); i < end; i++)
      if (CLAIMS[units[i]!] === 1) marks.push(i, b);
  }
  return marks;
});

/** Clauses that hold a number, of a text whose words have no spaces between them; none of any other text. */
export const numberedClauses: (document: Document) => readonly Statement[] = view((document) => {
  const out: Statement[] = [];
  if (!isHeavy(document)) return out;
  const all = blocks(document);
  const text = dense(document);
  let block = 0;
  clauses(text.units, (from, to) => {
    let number = false;
    for (let i = from; i < to && !number; i++) number = CLASS[text.units[i]!] === 1;
    if (!number || out.length === MOST) return;
    read(text.units, from, to);
    if (told.weight < CLAUSE || told.values === 0) return;
    const start = text.at[from]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const { kind } = all[block]!;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') return;
    out.push(statement(start, text.at[to - 1]! + 1, block, kind, true));
  });
  return out;
});

/** Addresses, names of code, cells of tables, items that are numbered in brackets. */
const SIGNS = /https?:|::|\||\$\{|\.so\b|\w\/\.\w|^\s*[([]\w{1,3}[)\]]/u;

/** Whether a statement is text, in which a number is what it says. */
export const isReadable = (document: Document, { start, end, kind }: Statement): boolean =>
  (kind === 'prose' || kind === 'list' || kind === 'quote') &&
  !SIGNS.test(document.slice(start, end)) &&
  !inCode(document, start);
