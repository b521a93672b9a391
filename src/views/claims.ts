/**
 * Short sentences that say one thing, read word by word: the frame, which is all but the value, and the value, a number, a
 * word of obligation, or a default in quotation marks or code. Two whole sentences of one frame speak of the same, however short they are.
 */
import { mix32 } from '../core/hash.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { HISTORY, EXAMPLE } from './parallels.ts';
import { UNIT_WEIGHTS, weightOfUnits } from './script.ts';
import { CLOSERS, END_MARKS, sentences } from './sentences.ts';
import { numberEnd } from './statements.ts';
import {
  NOTHING,
  isName,
  isNegation,
  isQuantity,
  MODAL,
  numberDiffers,
  obligationsDiffer,
  stripped,
} from './values.ts';

export interface Claim extends Span {
  /** Index into `blocks(document)`. */
  readonly block: number;
  readonly kind: 'number' | 'word' | 'value';
  /** Hash of the words but the value; of another kind, another one. */
  readonly frame: number;
  /** Hash of the value; 0 where there is none. */
  readonly value: number;
}

/** Units of such a sentence, and weight of its frame: "The limit is 5." says too little, a long one is looked at elsewhere. */
const SHORTEST = 8;
const LONGEST = 260;
const LEAST = 14;
const HEAVIEST = 160;
/** Numbers and words of obligation in it. */
const NUMBERS = 4;
const WORDS = 3;
/** The first unit of the scripts whose words have no spaces between them. */
const WIDE = 0x2e80;

/** Words of obligation of scripts without spaces, the longer ones first. */
const WIDE_WORDS: readonly string[] =
  '必须 必須 不得 不应当 不應當 不应 不應 应当 應當 应该 應該 不必 无需 無需 不需要 需要 禁止 不可以 不可 可以 不允许 不允許 允许 允許 不能 不宜 なければならない てはならない てはいけない てもよい すべきである すべきではない'.split(
    ' ',
  );
const BY_FIRST: ReadonlyMap<number, readonly string[]> = byFirst();

function byFirst(): Map<number, string[]> {
  const out = new Map<number, string[]>();
  for (const word of [...WIDE_WORDS].sort((x, y) => y.length - x.length)) {
    const first = word.charCodeAt(0);
    const list = out.get(first);
    if (list) list.push(word);
    else out.set(first, [word]);
  }
  return out;
}

function wideWordAt(units: Uint16Array, at: number, end: number): string | undefined {
  return BY_FIRST.get(units[at]!)?.find((word) => {
    if (at + word.length > end) return false;
    for (let k = 1; k < word.length; k++) if (units[at + k] !== word.charCodeAt(k)) return false;
    return true;
  });
}

/** 1: a letter or a part of a word. 2: a digit. Everything else parts words. */
const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = 2;
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = table[unit | 0x20] = 1;
  for (let unit = 0xaa; unit < WIDE; unit++) if (unit < 0x2000 || unit > 0x206f) table[unit] = 1;
  for (const sign of '«»·¿¡،؛؟।॥') table[sign.charCodeAt(0)] = 0;
  return table;
}

const fold = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const hashOf = (word: string): number => {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
};
const MODAL_HASHES: ReadonlySet<number> = new Set([...MODAL].map(hashOf));

/** What was read last; an object for each sentence would cost more than the reading. */
const told = { numbers: 0, words: 0, weight: 0, wordsWeight: 0, ofNumbers: 0, ofWords: 0, number: 0, word: 0 };

function read(units: Uint16Array, start: number, end: number): void {
  let ofNumbers = SEED;
  let ofWords = (SEED ^ 0x5bd1e995) | 0;
  let [number, word, numbers, words, weight, wordsWeight] = [0, 0, 0, 0, 0, 0];
  for (let i = start; i < end;) {
    const unit = units[i]!;
    if (unit >= WIDE) {
      const modal = unit < 0xff00 ? wideWordAt(units, i, end) : undefined;
      if (modal !== undefined) {
        const hash = hashOf(modal);
        word = Math.imul(word ^ hash, PRIME);
        ofNumbers = Math.imul(ofNumbers ^ hash, PRIME);
        words++;
        wordsWeight += 3 * modal.length;
        i += modal.length;
        continue;
      }
      if (unit >= 0x3040 && unit < 0xff00) {
        ofNumbers = Math.imul(ofNumbers ^ unit, PRIME);
        ofWords = Math.imul(ofWords ^ unit, PRIME);
        weight += 3;
      }
      i++;
      continue;
    }
    const kind = CLASS[unit]!;
    if (kind === 0) {
      i++;
      continue;
    }
    if (kind === 2) {
      const to = Math.max(i + 1, numberEnd(units, i, end));
      let value = SEED;
      for (let k = i; k < to; k++) value = Math.imul(value ^ units[k]!, PRIME);
      number = Math.imul(number ^ value, PRIME);
      ofWords = Math.imul(ofWords ^ value, PRIME);
      ofNumbers = Math.imul(ofNumbers ^ 0x30, PRIME);
      numbers++;
      i = to;
      continue;
    }
    let hash = SEED;
    let own = 0;
    while (i < end && (CLASS[units[i]!]! !== 0 || (units[i] === 0x27 && CLASS[units[i + 1]!] === 1))) {
      hash = Math.imul(hash ^ fold(units[i]!), PRIME);
      own += UNIT_WEIGHTS[units[i]!]!;
      i++;
    }
    ofNumbers = Math.imul(ofNumbers ^ hash, PRIME);
    weight += own;
    if (MODAL_HASHES.has(hash)) {
      word = Math.imul(word ^ hash, PRIME);
      words++;
      wordsWeight += own;
    } else ofWords = Math.imul(ofWords ^ hash, PRIME);
  }
  told.numbers = numbers;
  told.words = words;
  told.weight = weight;
  told.wordsWeight = wordsWeight;
  told.ofNumbers = mix32(ofNumbers) | 0;
  told.ofWords = mix32(ofWords) | 0;
  told.number = numbers === 0 ? 0 : mix32(number) | 0;
  told.word = words === 0 ? 0 : mix32(word) | 0;
}

/** Whether a sentence ends as one that states something does. */
export function states(units: Uint16Array, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && CLOSERS[units[last]!] === 1) last--;
  const mark = units[last]!;
  return END_MARKS[mark] !== 0 && mark !== 0x3f && mark !== 0xff1f && mark !== 0x61f;
}

const TEXT: ReadonlySet<string> = new Set(['prose', 'list']);

/** Words for what holds where nothing is said. */
const DEFAULT = pattern(
  'iu',
)`(?<!\p{L})(?:defaults?|by default|standardm[äa]ßig|voreingestellt|standardwert|voreinstellung|par défaut|predeterminad\p{L}*|por defecto|padrão|predefinit\p{L}*|domyśln\p{L}*|varsayılan|standaard|výchozí|mặc định|bawaan)(?!\p{L})|по умолчанию|за замовчуванням|默认|預設|缺省|既定|デフォルト|初期値|기본|افتراضي|پیش‌فرض|डिफ़ॉल्ट`;
const QUOTED =
  /`([^`\s]{1,40})`|"([^"\s]{1,40})"|“([^”\s]{1,40})”|„([^“”\s]{1,40})[“”]|«([^»\s]{1,40})»|「([^」\s]{1,20})」/gu;
const OPENS: ReadonlySet<number> = new Set([0x60, 0x22, 0x201c, 0x201e, 0xab, 0x300c]);

interface Default {
  readonly frame: string;
  readonly value: string;
  /** Offset of the value in the document. */
  readonly at: number;
}

/** The name in quotation marks or code that a sentence about a default gives, and the sentence without it. */
function defaultIn(document: Document, start: number, end: number): Default | undefined {
  const { units } = document;
  let open = end - 1;
  while (open >= start && !OPENS.has(units[open]!)) open--;
  if (open < start) return undefined;
  const text = document.slice(start, end);
  const word = DEFAULT.exec(text);
  if (!word) return undefined;
  // the first behind the word, or where it comes last the one before it
  const quoted = [...text.matchAll(QUOTED)];
  const last = quoted.find(({ index }) => index > word.index) ?? quoted.at(-1);
  const value = last?.slice(1).find((each) => each !== undefined);
  if (!last || value === undefined) return undefined;
  const frame = `${text.slice(0, last.index)}\0${text.slice(last.index + last[0].length)}`;
  if (
    weightOfUnits(units, start, end) - weightOfUnits(units, start + last.index, start + last.index + last[0].length) <
    LEAST
  )
    return undefined;
  return { frame: frame.replace(/\s+/gu, ' ').toLowerCase(), value: value.toLowerCase(), at: start + last.index + 1 };
}

/** The claims of a document, in order; a sentence may make one by its number and one by its word of obligation. */
export const claims: (document: Document) => readonly Claim[] = view((document) => {
  const { units } = document;
  const all = blocks(document);
  const { starts, ends, count } = sentences(document);
  const out: Claim[] = [];
  let block = 0;
  for (let k = 0; k < count; k++) {
    const start = starts[k]!;
    const end = ends[k]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    if (end - start < SHORTEST || end - start > LONGEST || !TEXT.has(all[block]?.kind ?? '')) continue;
    if (!states(units, start, end)) continue;
    const named = defaultIn(document, start, end);
    if (named)
      out.push({ start, end, block, kind: 'value', frame: mix32(hashOf(named.frame)) | 0, value: hashOf(named.value) });
    read(units, start, end);
    const { numbers, words, weight, wordsWeight } = told;
    if (weight > HEAVIEST) continue;
    if (numbers > 0 && numbers <= NUMBERS && weight >= LEAST)
      out.push({ start, end, block, kind: 'number', frame: told.ofNumbers, value: told.number });
    if (words <= WORDS && weight - wordsWeight >= LEAST)
      out.push({ start, end, block, kind: 'word', frame: told.ofWords, value: told.word });
  }
  return out;
});

// ---------------------------------------------------------------------------------------------------------------------
// Held against each other

export interface Difference {
  readonly kind: 'number' | 'word' | 'value';
  readonly here: string;
  readonly there: string;
  /** Offsets of the first value that differs. */
  readonly at: number;
  readonly bt: number;
}

/** What such a sentence says depends on where it stands, or on when it was said; or it is no claim of its own. */
const DEPENDS = pattern(
  'u',
)`^(?:it|they|he|she|there|here|if so|then|otherwise|note|now|instead|and|but|or|so|er|sie|es|dies|das|il|elle|ils|elles|cela|ça|lo|ello|esto|eso|isto|isso|esso|essa|он|она|оно|они|это|якщо)(?![\p{L}'])|(?<!\p{L})(?:this|these|those|such|same|above|below|following|preceding|latter|former|respective(?:ly)?|dies\p{L}*|folgende\p{L}*|obige\p{L}*|jeweil\p{L}*|cette|cet|ces|celui|celle|suivant\p{L}*|est[aeo]s?|es[aeo]s?|siguientes?|segu?intes?|dess[ae]s?|dest[ae]s?|quest[aoei]|seguent[ei]|эт\p{L}{1,2}|данн\p{L}*|следующ\p{L}*|цей|ця|ці|цього|deze|dit|volgende|ten|ta|tego|tej|następując\p{L}*|bu|şu|aşağıdaki|هذا|هذه|این|यह|इस)(?!\p{L})|[该此这這本其]|上述|以下|如下|同样|この|その|これ|それ|以上|次の|이 |그 |해당`;
const LEGAL = /copyright|©|\(c\) ?(?:19|20)\d\d|all rights reserved|\bRFC ?2119\b|\bBCP ?14\b|https?:\/\//iu;

/** Words for a state, which is that of one thing or another. */
const STATE = /^(?:true|false|enabled|disabled)$/iu;

interface Token {
  /** In small letters. */
  readonly text: string;
  readonly said: string;
  readonly at: number;
  readonly kind: 'number' | 'word' | 'other';
}

const other = (text: string, at: number): Token => ({ text, said: text, at, kind: 'other' });

function tokensOf(document: Document, { start, end }: Span): Token[] {
  const { units } = document;
  const out: Token[] = [];
  for (let i = start; i < end;) {
    const unit = units[i]!;
    if (unit >= WIDE) {
      const modal = unit < 0xff00 ? wideWordAt(units, i, end) : undefined;
      if (modal !== undefined) out.push({ text: modal, said: modal, at: i, kind: 'word' });
      else if (unit >= 0x3040 && unit < 0xff00) out.push(other(String.fromCharCode(unit), i));
      i += modal?.length ?? 1;
      continue;
    }
    const kind = CLASS[unit]!;
    const from = i;
    if (kind === 0) i++;
    else if (kind === 2) {
      i = Math.max(i + 1, numberEnd(units, i, end));
      out.push({ ...other(document.slice(from, i), from), kind: 'number' });
    } else {
      while (i < end && (CLASS[units[i]!]! !== 0 || (units[i] === 0x27 && CLASS[units[i + 1]!] === 1))) i++;
      const said = document.slice(from, i);
      const text = said.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
      out.push({ text, said, at: from, kind: MODAL.has(text) ? 'word' : 'other' });
    }
  }
  return out;
}

/** Whether a sentence says by itself what it is about. */
export function isOwn(text: string): boolean {
  const lower = text.toLowerCase().trimStart();
  return !DEPENDS.test(lower) && !HISTORY.test(text) && !EXAMPLE.test(text) && !LEGAL.test(text);
}

/** Whether a sentence stands between two numbers of a list that runs on in one line: `4. Choose a period 5. Search`. */
const isItem = (document: Document, { start, end }: Span): boolean =>
  /\d[.)]\s*$/u.test(document.slice(Math.max(0, start - 4), start)) && /\d[.)]$/u.test(document.slice(end - 2, end));

/** What differs between two sentences of one frame, where it is a value and both speak for themselves. */
export function differenceOf(a: Document, one: Claim, b: Document, other: Claim): Difference | undefined {
  if (one.kind !== other.kind || one.frame !== other.frame || one.value === other.value) return undefined;
  const s = a.slice(one.start, one.end);
  const t = b.slice(other.start, other.end);
  if (!isOwn(s) || !isOwn(t) || isItem(a, one) || isItem(b, other)) return undefined;
  if (one.kind === 'value') {
    const [p, q] = [defaultIn(a, one.start, one.end), defaultIn(b, other.start, other.end)];
    if (!p || !q || p.frame !== q.frame || p.value === q.value) return undefined;
    const said = (document: Document, { at, value }: Default): string => document.slice(at, at + value.length);
    return { kind: 'value', here: said(a, p), there: said(b, q), at: p.at, bt: q.at };
  }
  const x = tokensOf(a, one);
  const y = tokensOf(b, other);
  return one.kind === 'number' ? numberOf(s, one, x, t, other, y) : wordOf(x, one, y, other);
}

function numberOf(
  s: string,
  one: Span,
  x: readonly Token[],
  t: string,
  other: Span,
  y: readonly Token[],
): Difference | undefined {
  if (x.length !== y.length) return undefined;
  let found: Difference | undefined;
  for (let k = 0; k < x.length; k++) {
    const [p, q] = [x[k]!, y[k]!];
    if (p.text === q.text) continue;
    if (p.kind !== 'number' || q.kind !== 'number' || found) return undefined;
    const [i, j] = [p.at - one.start, q.at - other.start];
    if (!measures(s, i, i + p.text.length) || !measures(t, j, j + q.text.length)) return undefined;
    if (!numberDiffers(p.text, q.text)) return undefined;
    found = { kind: 'number', here: p.text, there: q.text, at: p.at, bt: q.at };
  }
  return found;
}

/** Whether a number measures something; one at the beginning of a line, with a full stop behind it, is of a list. */
const measures = (text: string, i: number, to: number): boolean =>
  isQuantity(text, i, to) &&
  !isName(text, i, to) &&
  !/^\s?[:：]/u.test(text.slice(to)) &&
  !(/\n\s*$/u.test(text.slice(0, i)) && /^[.)]/u.test(text.slice(to)));

/** Whether one of two denies, and the other one does not. */
const deniesOnce = (x: string, y: string): boolean => isNegation(x) !== isNegation(y);

function wordOf(x: readonly Token[], one: Span, y: readonly Token[], other: Span): Difference | undefined {
  const rest = (tokens: readonly Token[]): string =>
    tokens
      .filter(({ kind }) => kind !== 'word')
      .map(({ text }) => text)
      .join(' ');
  if (rest(x) !== rest(y)) return undefined;
  const [p, q] = [x, y].map((tokens) => tokens.filter(({ kind }) => kind === 'word')) as [Token[], Token[]];
  const said = (tokens: readonly Token[]): string => tokens.map(({ said: raw }) => raw).join(' ');
  const [here, there] = [said(p), said(q)];
  // a word more that does not deny: `optional, should`
  if (p.length !== q.length && p.length > 0 && q.length > 0 && !deniesOnce(here, there)) return undefined;
  if (
    here.toLowerCase() === there.toLowerCase() ||
    !obligationsDiffer(here, there) ||
    (STATE.test(here) && STATE.test(there))
  )
    return undefined;
  // of `must` and `must not` the latter is more by a word
  const [mine, others] = stripped(here, there);
  const part = mine === '' || others === '';
  return {
    kind: 'word',
    here: (part ? mine : here) || NOTHING,
    there: (part ? others : there) || NOTHING,
    at: p[0]?.at ?? one.start,
    bt: q[0]?.at ?? other.start,
  };
}

/** What is kept of a document for others: of each claim its frame and its value. */
export const claimFact: (document: Document) => Int32Array = view((document) => {
  const all = claims(document);
  const out = new Int32Array(2 * all.length);
  all.forEach(({ frame, value }, k) => {
    out[2 * k] = frame;
    out[2 * k + 1] = value;
  });
  return out;
});
