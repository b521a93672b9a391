/**
 * Quantities of a document: a number and what it counts or measures, with the words that say of what. Read from sentences, items of
 * lists and cells of tables of documents that a person reads as a whole; long ones say the same words of too many things.
 */
import { hashString } from '../core/hash.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { inCode } from './in-code.ts';
import { ARABIC_WORDS, CYRILLIC_WORDS, DEVANAGARI_WORDS, LATIN_WORDS } from './language-words.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { sentences } from './sentences.ts';
import { measureOf, MODAL } from './values.ts';

/** A word of a statement, by its beginning: endings say nothing about what is spoken of. */
export interface Word {
  readonly stem: number;
  /** Units of it, a Han sign as three. */
  readonly weight: number;
  readonly at: number;
}

/** What a document says in one sentence, item or row. */
export interface Saying extends Span {
  /** Index into `blocks(document)`. */
  readonly block: number;
  /** Words that say what it is about, in order; names with digits too. */
  readonly words: readonly Word[];
  readonly stems: ReadonlySet<number>;
  readonly quantities: readonly Quantity[];
}

export interface Quantity extends Span {
  /** Both ends of a range, in the least measure of its kind; the same for a single number. */
  readonly low: number;
  readonly high: number;
  /** What is counted or measured, as a hash; 0 where nothing stands behind the number. */
  readonly unit: number;
  /** Offset of the end of the clause it stands in. */
  readonly until: number;
}

/** Units of a document, and of a sentence, that are read. */
const LONGEST = 8000;
const SENTENCE = 400;
const MOST = 2000;
/** Letters of a word that are kept, and of a unit. */
const STEM = 5;
const UNIT_STEM = 4;
/** Letters of a word that says what a sentence is about. */
const LETTERS = 3;

const FUNCTION: ReadonlySet<string> = functionWords();

function functionWords(): Set<string> {
  const out = new Set<string>(MODAL);
  for (const table of [LATIN_WORDS, CYRILLIC_WORDS, ARABIC_WORDS, DEVANAGARI_WORDS])
    for (const line of Object.values(table)) for (const word of line.split(' ')) out.add(word);
  for (const word of (
    'least most than less more within least exactly about maximum minimum maximal minimal mindestens höchstens spätestens frühestens innerhalb ' +
    'moins plus jusqu per via etc max min máximo mínimo massimo minimo najmniej najwyżej enintään vähintään högst minst höst menos almeno'
  ).split(' '))
    out.add(word);
  return out;
}

/** Signs of a word that is written without spaces, which are paired; kana of endings and particles of Chinese part them. */
const WIDE = /[\u30a0-\u30ff\u3400-\u9fff\u0e00-\u0e4e]/u;
const PARTICLES: ReadonlySet<string> = new Set(
  '的了在为為内內后後时時于於是和与與或及等之其将將应應须須必可間间不以由从從到至中上下每个個最多少超过過达達有无無被把向对對按则則即',
);

const TOKEN = pattern(
  'gu',
)`[\p{L}\p{Nd}_](?:[\p{L}\p{M}\p{Nd}_]|['’./-](?=[\p{L}\p{Nd}_]))*|[%％‰°€£$¥]|[,;:.。，；：、()（）–—~～…-]`;
const PARTS = /[A-Za-z_][\w.\-/]*|[^A-Za-z_]+/gu;
const NUMBER = pattern('u')`^\p{Nd}+(?:[.,]\p{Nd}+)*`;
const LETTER = pattern('u')`\p{L}`;
const NAMED = pattern('u')`\p{Nd}|_|^\p{Lu}{1,2}$`;
const RANGE: ReadonlySet<string> = new Set(
  '- – — ~ ～ to bis à a al do до tot til till 至 到 から and und et y e и och og en i tới đến sampai から hingga'.split(
    ' ',
  ),
);
const PAUSE: ReadonlySet<string> = new Set([',', ';', ':', '，', '；', '：', '、', '(', '（', '.', '。']);

/** Measures of scripts without spaces, the longer ones first. */
const WIDE_UNIT =
  /^(?:分钟|分鐘|小时|小時|時間|个月|個月|か月|ヶ月|カ月|개월|시간|工作日|営業日|영업일|文字|字符|ミリ秒|毫秒|퍼센트|[\u0e00-\u0e4e]{2,5}|[\u3040-\u9fff\uac00-\ud7ff])/u;
const WIDE_TIMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    分钟: 'min',
    分鐘: 'min',
    分: 'min',
    분: 'min',
    秒: 's',
    초: 's',
    小时: 'h',
    小時: 'h',
    時間: 'h',
    시간: 'h',
    天: 'days',
    日: 'days',
    일: 'days',
    毫秒: 'ms',
    ミリ秒: 'ms',
  }),
);

/** The value of a number as it is written: 4,000 and 4 000 are thousands, 0,5 is a half. */
function valueOf(text: string): number {
  let digits = '';
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    digits += code < 0x80 ? sign : String(digitOf(code));
  }
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(digits) && !digits.startsWith('0')) return Number(digits.replace(/[.,]/gu, ''));
  return Number(digits.replace(',', '.'));
}

/** Digits stand in tens, from a code point that a multiple of ten or sixteen begins. */
function digitOf(code: number): number {
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10])
    if (code >= zero && code < zero + 10) return code - zero;
  return Number.NaN;
}

interface Token extends Span {
  readonly text: string;
  /** As it is written. */
  readonly said: string;
}

/** The unit that begins at a text, as its kind and how much one of it is. */
function unitOf(text: string): { readonly unit: number; readonly factor: number; readonly length: number } | undefined {
  const wide = WIDE_UNIT.exec(text);
  const word = wide ? wide[0] : text;
  const measure = measureOf(WIDE_TIMES.get(word) ?? word);
  if (measure) {
    const [kind, factor] = measure.split(' ');
    return { unit: hashString(kind!), factor: Number(factor), length: word.length };
  }
  if (!wide && (!LETTER.test(text) || NAMED.test(text) || FUNCTION.has(text)) && !/^[%％‰°€£$¥]/u.test(text))
    return undefined;
  return { unit: hashString(wide ? word : word.slice(0, UNIT_STEM)) || 1, factor: 1, length: word.length };
}

function tokensOf(text: string, offset: number): Token[] {
  const out: Token[] = [];
  for (const { 0: said, index } of text.matchAll(TOKEN))
    // Han and Latin letters stand beside each other
    for (const { 0: part, index: inner } of WIDE.test(said) ? said.matchAll(PARTS) : [{ 0: said, index: 0 }])
      out.push({
        text: foldCase(part),
        said: part,
        start: offset + index + inner,
        end: offset + index + inner + part.length,
      });
  return out;
}

/** A label before what is said: `R5.`, `CZ-06：`, `WASH-040`. */
const LABEL = pattern(
  'u',
)`^[*_[(\s]*(?:\p{L}[\p{L}_-]{0,11}[-_.]?\p{Nd}[\p{Nd}.]{0,6}|\p{Nd}{1,3}(?=[.)]))[\])*_]*(?:[:：.)]|\s)[*_]*\s*`;

/** Reads what a stretch of text says. */
export function sayingOf(text: string, start: number, block: number): Saying {
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const tokens = tokensOf(text.slice(label), start + label);
  const words: Word[] = [];
  const quantities: Quantity[] = [];
  const add = (stem: string, at: number, weight: number): void => {
    words.push({ stem: hashString(stem), weight, at });
  };
  const clauseEnd = (k: number): number => {
    for (let i = k; i < tokens.length; i++) if (PAUSE.has(tokens[i]!.text)) return tokens[i]!.start;
    return start + text.length;
  };
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    const digits = NUMBER.exec(token.text)?.[0];
    const named = digits === undefined ? NUMBER_WORDS.get(token.text) : undefined;
    if (digits !== undefined || (named !== undefined && tokens[k + 1] && LETTER.test(tokens[k + 1]!.text))) {
      const value = digits === undefined ? named! : valueOf(digits);
      const rest = digits === undefined ? '' : token.text.slice(digits.length);
      if (Number.isNaN(value) || /^[-./_]/u.test(rest)) {
        add(token.text, token.start, token.text.length);
        continue;
      }
      // the other end of a range
      let last = k;
      let high = value;
      let behind = rest;
      const other = tokens[k + 2];
      if (rest === '' && other && RANGE.has(tokens[k + 1]!.text)) {
        const number = NUMBER.exec(other.text)?.[0];
        if (number !== undefined && !Number.isNaN(valueOf(number))) {
          high = valueOf(number);
          behind = other.text.slice(number.length);
          last = k + 2;
        }
      }
      let end = tokens[last]!.end;
      let unit = behind === '' ? undefined : unitOf(behind);
      if (behind === '') {
        const next = tokens[last + 1];
        if (next && !PAUSE.has(next.text) && !NUMBER.test(next.text)) {
          unit = unitOf(next.text);
          if (unit) {
            end = next.start + unit.length;
            last++;
            const tail = next.text.slice(unit.length);
            if (tail !== '') wideWithNumbers({ text: tail, start: end }, add, quantities, clauseEnd(last + 1));
          }
        }
      } else if (unit) {
        const tail = behind.slice(unit.length);
        end = tokens[last]!.end - tail.length;
        if (tail !== '') wideWithNumbers({ text: tail, start: end }, add, quantities, clauseEnd(last + 1));
      }
      const factor = unit?.factor ?? 1;
      quantities.push({
        start: token.start,
        end,
        low: Math.min(value, high) * factor,
        high: Math.max(value, high) * factor,
        unit: unit?.unit ?? 0,
        until: clauseEnd(last + 1),
      });
      k = last;
      continue;
    }
    if (WIDE.test(token.text)) {
      wideWithNumbers(token, add, quantities, clauseEnd(k + 1));
      continue;
    }
    if (!LETTER.test(token.text)) continue;
    if (NAMED.test(token.said) && (k > 0 || token.said.length > 1)) add(token.text, token.start, token.text.length);
    else if (token.text.length >= (token.text.charCodeAt(0) >= 0xac00 ? 2 : LETTERS) && !FUNCTION.has(token.text)) {
      const stem = stemOf(token.text);
      add(stem, token.start, Math.min(token.text.length, 10));
    }
  }
  return {
    start: start + label,
    end: start + text.length,
    block,
    words,
    stems: new Set(words.map(({ stem }) => stem)),
    quantities,
  };
}

/** A word by its beginning; an article that is written together with it is no part of it. */
function stemOf(word: string): string {
  const bare = word.replace(/^(?:وال|بال|لل|ال)(?=[\u0621-\u064a]{3})|^[a-z]{1,2}['’](?=.{3})/u, '');
  const first = bare.charCodeAt(0);
  return bare.slice(0, first >= 0xac00 && first < 0xd7a4 ? 2 : first >= 0x600 && first < 0x1000 ? STEM - 1 : STEM);
}

/** Pairs of neighbours of a word without spaces. */
function wide(text: string, at: number, add: (stem: string, at: number, weight: number) => void): void {
  let before = '';
  let lone = '';
  for (let i = 0; i <= text.length; i++) {
    const sign = text.charAt(i);
    if (sign !== '' && WIDE.test(sign) && !PARTICLES.has(sign)) {
      if (before !== '') {
        add(before + sign, at + i - 1, 5);
        lone = '';
      } else lone = sign;
      before = sign;
    } else {
      if (lone !== '') add(lone, at + i - 1, 3);
      before = lone = '';
    }
  }
}

const DIGITS = pattern('gu')`\p{Nd}+(?:[.,]\p{Nd}+)*`;

/** A run of such signs with numbers in it: 最长72小时, REQは30分. */
function wideWithNumbers(
  { text, start }: { readonly text: string; readonly start: number },
  add: (stem: string, at: number, weight: number) => void,
  quantities: Quantity[],
  until: number,
): void {
  let from = 0;
  let open: { value: number; start: number } | undefined;
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    if (index < from) continue;
    wide(text.slice(from, index), start + from, add);
    from = index + digits.length;
    const between = /^[到至～~-]/u.test(text.slice(from));
    const value = valueOf(digits);
    if (between && !open) {
      open = { value, start: index };
      from++;
      continue;
    }
    const unit = unitOf(text.slice(from));
    const first = open?.value ?? value;
    const factor = unit?.factor ?? 1;
    quantities.push({
      start: start + (open?.start ?? index),
      end: start + from + (unit?.length ?? 0),
      low: Math.min(first, value) * factor,
      high: Math.max(first, value) * factor,
      unit: unit?.unit ?? 0,
      until,
    });
    from += unit?.length ?? 0;
    open = undefined;
  }
  wide(text.slice(from), start + from, add);
}

const hasNumber = (text: string): boolean => DIGITS_OR_WORD.test(text);
const DIGITS_OR_WORD = pattern('u')`\p{Nd}`;

/** What the sentences and items of a document say that have a number in them. */
export const sayings: (document: Document) => readonly Saying[] = view((document) => {
  const out: Saying[] = [];
  if (document.units.length > LONGEST) return out;
  const all = blocks(document);
  const { starts, ends, count } = sentences(document);
  let block = 0;
  for (let k = 0; k < count && out.length < MOST; k++) {
    const start = starts[k]!;
    const end = ends[k]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    if (end - start > SENTENCE || all[block]!.kind === 'heading') continue;
    const text = document.slice(start, end);
    if (!hasNumber(text) || inCode(document, start)) continue;
    const one = sayingOf(text, start, block);
    if (one.quantities.length > 0) out.push(one);
  }
  return out;
});
