/** What of a text is a value (a quantity, a measure, a word of obligation), and whether two of them differ. */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { NUMBER_WORDS } from './number-words.ts';

/** What a place has where the other one has a word more: no word of any text. */
export const NOTHING = '\u2205';

/** Words of obligation, permission and negation. */
export const MODAL: ReadonlySet<string> = new Set(
  (
    'must shall should may can could will need not cannot never always need required optional recommended mandatory forbidden prohibited allowed permitted ' +
    'muss müssen soll sollen sollte sollten darf dürfen kann können nicht kein keine optional erforderlich verboten erlaubt immer nie ' +
    'doit doivent devrait peut peuvent ne pas jamais toujours obligatoire facultatif interdit ' +
    'debe deben debería puede pueden no nunca siempre obligatorio opcional prohibido ' +
    'deve devem deveria pode podem não nunca sempre obrigatório proibido devono dovrebbe può possono non mai sempre obbligatorio facoltativo ' +
    'должен должна должно должны не может могут следует нельзя всегда никогда обязательно обязателен необязательно запрещено разрешено ' +
    'moet moeten mag mogen kan kunnen niet musi muszą powinien może mogą nie wolno повинен повинна може не можуть zorunlu gerekir olmalıdır olmamalıdır ' +
    'enabled disabled true false'
  ).split(' '),
);
const MODAL_CJK =
  /^(?:がある|はない|ある|应当?|應當?|不|不应当?|不應當?|必须|必須|不必|须|須|不得|不可以?|可以?|可|宜|不宜|禁止|允许|允許|能|不能|无需|需要?|不需要?|しなければならない|してはならない|してもよい|するべきである|すべきである|すべきではない|する必要がある|する必要はない|しない|する|(?:해|하여)?야 ?(?:한|합)(?:다|니다)?|(?:해|하여)?서는 ?안 ?(?:된|됩)(?:다|니다)?|해서는 ?안 ?된다|할 수 ?있다|할 수 ?없다|하지 않는다|なければならない|てはならない|てもよい|ない|된다|않는다|يجب|لا|يجوز|باید|نباید)$/u;
/** A letter of a script whose words have no spaces between them, or may have none. */
export const CJK_LETTER: RegExp = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]/u;

const HAN_NUMERAL = /^[〇零一二两兩三四五六七八九十百千万亿萬億\d.]+$/u;
const LAST_WORD = pattern('u')`([\p{L}\p{M}.]+)\s?$`;
const CAPITAL = pattern('u')`^\p{Lu}`;
const UNIT_AFTER = pattern('u')`^ ?[\p{L}µ]`;
/** What a unit is written with. */
export const UNIT: RegExp = pattern('u')`^[\p{L}%]+$`;

/** A digit of any script. */
export const DIGIT: RegExp = pattern('u')`\p{Nd}`;
const NUMBERS = pattern('gu')`\p{Nd}+(?:[.,]\p{Nd}+)*`;
/** Dates with a time, versions of three parts. */
const PARTS = /\d[.:]\d+[.:]\d/u;
/** Two numbers in brackets, not a fraction. */
const TUPLE = /^\d,\d$/u;
const MARKUP = /[*`"'“”‘’„«»「」『』]+/gu;

/** Short names of measures. */
const MEASURES = /^ (?:ms|s|min|h|hrs?|km|cm|mm|m|kg|g|[kmgt]i?b|gib|mib|hz|day|bit|px|pt|v|w|a)\b/iu;

/** Whether the number at `i` measures something: it stands by itself and has a unit, or follows a small word, `=` or `:`. */
export function isQuantity(text: string, i: number, to: number): boolean {
  const before = text.slice(Math.max(0, i - 24), i);
  const after = text.slice(to, to + 12);
  const last = before.at(-1) ?? '';
  if (/[A-Za-z_\-–#/.[(§°^+@&]/u.test(last)) return false;
  if (/^[-–/_[\])^]|^\.\d|^(?:st|nd|rd|th)\b|^\s?[-–~～]\s?\d|^[a-z]?\d/u.test(after)) return false;
  const number = text.slice(i, to);
  if (/\d[.:/]\d+[.:/]\d/u.test(number)) return false;
  if (/(?:第|图|表|圖|제|条|條)\s?$/u.test(before)) return false;
  if (/[$€£¥￥₽₹₩]\s?$/u.test(before) || /^\s?[%％‰€£°]/u.test(after)) return true;
  // `IPv4`, `Level 1`, `Table 2`: a capital word and a number
  const word = LAST_WORD.exec(before)?.[1] ?? '';
  if (CAPITAL.test(word) && word.length > 2 && before.length > word.length + 1) return false;
  if (CJK_LETTER.test(after.charAt(0))) return true;
  // `phase 1 of`, `kind 2 is`: a name
  if (number.length === 1 && word.length > 3 && /^ [a-z]{1,3}\b(?! ?\()/u.test(after) && !MEASURES.test(after))
    return false;
  if (UNIT_AFTER.test(after)) return true;
  return word.length > 0 && !number.includes('.') && /^[\s.,;)]|^$/u.test(after);
}

/** Whether a measure, a percentage or a currency stands behind a number that ends at `to`. */
export const isMeasured = (text: string, to: number): boolean => {
  const after = text.slice(to, to + 16);
  return (
    /^\s?[%％‰€£°]/u.test(after) || MEASURES.test(after) || TURNS.has(MEASURE_WORD.exec(after.toLowerCase())?.[1] ?? '')
  );
};

/** Numbers that go on into a unit: 350B, 16ms, 5x. */
const GLUED = /^(?:[kmgt]i?b?|b|ms|s|h|min|d|px|pt|x|hz|bps|[kmg]bps|[kmg]hz|db|st|nd|rd|th|[kmc]m|kg|g|v|w|a)\b/iu;
const ASCII_LETTER = /^[A-Za-z]/u;

/** Whether the number at `i` is the name of something rather than a quantity: `Level 1`, `node 10 to`, `3D`, `（四）`. */
export function isName(text: string, i: number, to: number): boolean {
  const before = text.slice(Math.max(0, i - 32), i);
  const after = text.slice(to, to + 16);
  if (/^[\s([（【]*$/u.test(before) && /^\s?[)\]）】.、．:：]/u.test(after)) return true;
  if (ASCII_LETTER.test(after) && !GLUED.test(after)) return true;
  if (/^\s?[%％‰€£°]/u.test(after) || /[$€£¥￥₽₹₩]\s?$/u.test(before)) return false;
  const word = LAST_WORD.exec(before)?.[1] ?? '';
  const unit = MEASURE_WORD.exec(after.toLowerCase())?.[1] ?? '';
  if (TURNS.has(unit) || MEASURES.test(after)) return false;
  // `Table 4` begins a caption
  if (CAPITAL.test(word) && /^\W*$/u.test(before.slice(0, before.length - word.length - 1)) && before.length < 32)
    return true;
  return to - i === 1 && word.length > 3 && /^ [a-z]{1,3}\b(?! ?\()/u.test(after);
}

/** The word and the number at `i` that may be a name, `Python 2`, `phase 1 of`; nothing where they are none. */
export function nameAt(text: string, i: number, to: number): string {
  const word = LAST_WORD.exec(text.slice(Math.max(0, i - 32), i))?.[1] ?? '';
  const numbered = to - i === 1 && word.length > 3 && /^ [a-z]{1,3}\b(?! ?\()/u.test(text.slice(to, to + 8));
  return numbered || (CAPITAL.test(word) && word.length > 1) ? `${word} ${text.slice(i, to)}` : '';
}

/** A text without markup and quotation marks, its white space single. */
export const plain = (text: string): string =>
  text
    .replace(MARKUP, ' ')
    .replace(/\s+_|_\s+|^_|_$/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whether a text is nothing, or words of obligation and nothing else. */
export const isModal = (text: string): boolean => {
  const words = text.toLowerCase();
  return words === '' || MODAL_CJK.test(words) || words.split(' ').every((word) => MODAL.has(word));
};

const DENIAL: ReadonlySet<string> = new Set(
  (
    'not cannot never no forbidden prohibited nicht kein keine nie verboten ne pas jamais interdit nunca prohibido não proibido non mai ' +
    'не нельзя никогда запрещено niet nie wolno disabled false'
  ).split(' '),
);
const NEGATION_CJK = /不|禁|无需|ない|しない|안|않|없|لا|نباید|mamalı|memeli/u;

/** Whether words of obligation deny. */
const denies = (text: string): boolean =>
  NEGATION_CJK.test(text.toLowerCase()) ||
  text
    .toLowerCase()
    .split(' ')
    .some((word) => DENIAL.has(word));

const DENYING_SUFFIX = /(?:ma|me)(?=m[ae]l[ıi])/u;

/** Whether two words are the same but for a syllable that denies, before one that obliges. */
export const suffixDenies = (x: string, y: string): boolean =>
  x !== y && (x.replace(DENYING_SUFFIX, '') === y || y.replace(DENYING_SUFFIX, '') === x);

/** Whether a text holds a word that obliges or permits, not only one that denies. */
export const obliges = (text: string): boolean =>
  plain(text)
    .toLowerCase()
    .split(' ')
    .some((word) => MODAL.has(word) && !DENIAL.has(word));

/** Whether two words of obligation contradict: one denies what the other asks, or both ask with another strength. */
export const obligationsDiffer = (x: string, y: string): boolean =>
  denies(x) !== denies(y) || (x !== '' && y !== '' && strength(x) !== strength(y));

/** Words that oblige alike are one: MUST, SHALL, REQUIRED. */
export const strength = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(?:shall|required|mandatory)\b/gu, 'must')
    .replace(/\b(?:recommended)\b/gu, 'should')
    .replace(/\b(?:optional|can|could)\b/gu, 'may')
    .replace(/\bcannot\b/gu, 'may not')
    .replace(/^(?:需要|须|須|必須)$/u, '必须')
    .replace(/^(?:應當|应当|應)$/u, '应');

/** The longest end (or beginning) of a text that is words of obligation. */
export function modalPart(text: string, end: boolean): string {
  const words = plain(text)
    .replace(/[,;:.，；：。、]/gu, ' , ')
    .split(' ')
    .filter(Boolean);
  let found = '';
  if (words.length > 0 && CJK_LETTER.test(text)) {
    const signs = plain(text).replaceAll(' ', '');
    for (let n = 1; n <= Math.min(12, signs.length); n++) {
      const part = end ? signs.slice(-n) : signs.slice(0, n);
      if (MODAL_CJK.test(part)) found = part;
    }
    return found;
  }
  for (let n = 1; n <= Math.min(4, words.length); n++) {
    const part = (end ? words.slice(-n) : words.slice(0, n)).join(' ');
    if (!isModal(part)) break;
    found = part;
  }
  return found;
}

const NEGATION = pattern(
  'iu',
)`(?<![\p{L}])(?:not|never|cannot|nicht|kein|keine|nie|pas|jamais|no|nunca|não|non|mai|не|нельзя|никогда|niet|запрещено|nie|wolno)(?![\p{L}])|不|无|ない|ません|않|안|لا|نباید`;

/** Whether words of obligation are turned into their opposite by one of them. */
export const isNegation = (text: string): boolean => NEGATION.test(text);

const SECONDS =
  'ms:0.001 s:1 sec:1 secs:1 second:1 seconds:1 min:60 mins:60 minute:60 minutes:60 h:3600 hour:3600 hours:3600 day:86400 days:86400 week:604800 weeks:604800 sekunde:1 sekunden:1 minuten:60 stunde:3600 stunden:3600 tag:86400 tage:86400 секунд:1 минут:60 минуты:60 часов:3600 часа:3600 秒:1 分钟:60 分:60 小时:3600 時間:3600 天:86400 日:86400';
const BYTES =
  'b:1 byte:1 bytes:1 kb:1000 mb:1000000 gb:1000000000 kib:1024 mib:1048576 gib:1073741824 kilobytes:1000 megabytes:1000000 gigabytes:1000000000';
/** Names of measures that can be turned into each other: what is measured, and how much one is. */
const TURNS: ReadonlyMap<string, readonly [string, number]> = new Map(
  [SECONDS, BYTES].flatMap((line) =>
    line.split(' ').map((each): [string, readonly [string, number]] => {
      const [name, factor] = each.split(':');
      return [name!, [line, Number(factor)]];
    }),
  ),
);

/** What a measure is and how much one of it, as one word; undefined for what is none. */
export const measureOf = (name: string): string | undefined => {
  const known = TURNS.get(name.toLowerCase());
  return known && `${known[0].slice(0, 2)} ${known[1]}`;
};

const MEASURE_WORD = pattern('u')`^ ?([\p{L}]+)`;
const AMOUNT = /^(\d+(?:\.\d+)?) ?([^\d\s]+)$/u;

/** Whether two amounts in measures of one kind differ; undefined where they are none. */
function amountsDiffer(x: string, y: string): boolean | undefined {
  const m = AMOUNT.exec(x.toLowerCase());
  const n = AMOUNT.exec(y.toLowerCase());
  const a = m && TURNS.get(m[2]!);
  const b = n && TURNS.get(n[2]!);
  if (!m || !n || !a || !b || a[0] !== b[0]) return undefined;
  return Math.abs(Number(m[1]) * a[1] - Number(n[1]) * b[1]) > 1e-9;
}

/** Two texts without the words that both begin and end with. */
export function stripped(x: string, y: string): readonly [string, string] {
  const a = plain(x).split(' ');
  const b = plain(y).split(' ');
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a.join(' '), b.join(' ')];
}

/** Whether both texts are numbers, with or without a unit, that are not the same. */
export function numberDiffers(x: string, y: string): boolean {
  if (x === '' || y === '') return false;
  const word = (text: string): boolean => NUMBER_WORDS.has(text.toLowerCase());
  if (word(x) && word(y)) return NUMBER_WORDS.get(x.toLowerCase()) !== NUMBER_WORDS.get(y.toLowerCase());
  if (HAN_NUMERAL.test(x) && HAN_NUMERAL.test(y) && !(DIGIT.test(x) && DIGIT.test(y))) return true;
  if (!DIGIT.test(x) || !DIGIT.test(y) || PARTS.test(x) || PARTS.test(y) || TUPLE.test(x)) return false;
  const differ = amountsDiffer(x, y);
  if (differ === false) return false;
  const skeleton = x.replace(NUMBERS, '0');
  return (differ !== undefined || skeleton === y.replace(NUMBERS, '0')) && skeleton.length <= 12;
}

/** Whether two names begin or end alike: `allow_x` and `allow_y`. */
export function areAkin(here: string, there: string): boolean {
  const most = Math.min(here.length, there.length);
  let head = 0;
  while (head < most && here[head] === there[head]) head++;
  let tail = 0;
  while (tail < most - head && here.at(-1 - tail) === there.at(-1 - tail)) tail++;
  return head >= 4 || tail >= 4;
}

/** The run of signs without white space around a span, of ASCII. */
export function runAround({ units }: Document, { start, end }: Span): Span {
  const stops = (unit: number): boolean => unit <= 0x20 || unit > 0x7f;
  let from = start;
  while (from > 0 && start - from < 80 && !stops(units[from - 1]!)) from--;
  let to = end;
  while (to < units.length && to - end < 80 && !stops(units[to]!)) to++;
  return { start: from, end: to };
}

/** What makes of a run of signs a path, an address, a formula. */
export const NO_WORD: RegExp = /[/\\#@+=<>{}|^]|\]\(|\d[-_][a-z]|[A-Za-z]-?\d|\d-\d|::|\.{2}/u;

const OPENS_QUOTE = /[`"“„«「『‘'][^`"“”„«»「」『』\s]{0,20}$/u;
const CLOSES_QUOTE = /^[^`"“”„«»「」『』\s]{0,20}[`"”“»」』’']/u;

/** Whether a span stands between quotation marks or is code. */
export function isQuoted(document: Document, { start, end }: Span): boolean {
  return (
    OPENS_QUOTE.test(document.slice(Math.max(0, start - 25), start)) && CLOSES_QUOTE.test(document.slice(end, end + 25))
  );
}
