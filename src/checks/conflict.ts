/**
 * Two places that say the same of the same thing, with another value: a number, a unit, a default, a word of obligation;
 * and passages said twice with words more or less. What says the same is told by its words alone (views/restatements.ts);
 * what differs must be a value, and what stands around both must not be alike, for then they are parallel.
 */
import { at, lineColumn } from '../core/locate.ts';
import { compareText } from '../core/order.ts';
import { pattern } from '../core/pattern.ts';
import type { Block, Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { blockBefore } from '../views/context.ts';
import { dense } from '../views/dense.ts';
import { echoes, signAt } from '../views/echoes.ts';
import { inCode, isCode } from '../views/in-code.ts';
import { NUMBER_WORDS } from '../views/number-words.ts';
import { restatements, type Restatement, type Slot } from '../views/restatements.ts';
import { weightOfUnits } from '../views/script.ts';
import { numbered, numberedClauses, numberEnd, type Statement } from '../views/statements.ts';

/** Weight of what is said twice from which a number, a word of obligation, a value tells. */
const NUMBER_WEIGHT = 36;
const WORD_WEIGHT = 35;
/** The same where the duty is a weaker one, not the opposite. */
const DEGREE_WEIGHT = 50;
const VALUE_WEIGHT = 36;
/** The same for words that stand in one of two places alone: of a note, and of more. */
const LOST_WEIGHT = 60;
const PASSAGE = 100;
/** Weight of such words from which more than one was lost. */
const LOST_WORDS = 5;
/** Weight of what is the same on the lighter side of such words. */
const LIGHTER = 16;
/** Places that hold a statement: more are a form. */
const HOLDERS = 4;
/** Signs on either side in which what is alike makes two places parallel, and how many; how far they may be shifted. */
const AROUND = 400;
const ALIKE = 30;
const SHIFT = 100;
/** Units around a statement in which its value is looked for. */
const TOPIC = 600;
/** Blocks between two places, and between two items of one list. */
const APART = 2;
const ITEMS_APART = 12;
/** Statements of one frame: more are a form. */
const SAME_FRAME = 6;
/** Cases in one document, not side by side: more are a template. */
const MOST_CASES = 3;
/** Statements that are looked at closely, of a document. */
const CLOSELY = 400;
/** Facts that are kept of a document for its neighbours, and the weight of their frames. */
const FACTS = 24;
const FACT_WEIGHT = 60;
const FINDINGS = 5;
const MOST_PLACES = 6;

/** Words of obligation, permission and negation. */
const MODAL: ReadonlySet<string> = new Set(
  (
    'must shall should may can could will not cannot never always need required optional recommended mandatory forbidden prohibited allowed permitted ' +
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
/** A sentence about how it was. */
const HISTORY =
  /\b(?:previously|formerly|used to|originally|in the past|früher|bisher|zuvor|ehemals|auparavant|autrefois|antes|anteriormente|in precedenza|dawniej|eskiden|voorheen|tidigare)\b|раньше|ранее|прежде|以前|曾经|曾經|原来的|原先|之前|従来|이전에|예전|سابقا|قبلا/iu;
/** The same where both say all else alike: only an example may be another one. */
const EXAMPLE =
  /\b(?:example|e\.g|suppose|assume|beispiel|exemple|ejemplo|exemplo|esempio)\b|пример|例如|比如|例えば|예를/iu;
const SIGNS = /https?:|::|\||\$\{|\.so\b|\w\/\.\w|^\s*[([]\w{1,3}[)\]]/u;
/** What such a sentence says depends on where it stands. */
const HERE =
  /\b(?:(?:above|below)(?! \d)|preceding|this (?:section|figure|table|listing)|oben|unten|ci-dessus|ci-dessous|arriba|abajo|acima|abaixo|sopra|sotto)\b|выше|ниже|上述|上面|上图|下图|下面|如下|上記|下記/iu;
const CJK_LETTER = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]/u;

const HAN_NUMERAL = /^[〇零一二两兩三四五六七八九十百千万亿萬億\d.]+$/u;
const LAST_WORD = pattern('u')`([\p{L}\p{M}.]+)\s?$`;
const CAPITAL = pattern('u')`^\p{Lu}`;
const UNIT_AFTER = pattern('u')`^ ?[\p{L}µ]`;
const UNIT = pattern('u')`^[\p{L}%]+$`;

const DIGIT = pattern('u')`\p{Nd}`;
const NUMBERS = pattern('gu')`\p{Nd}+(?:[.,]\p{Nd}+)*`;
/** Dates with a time, versions of three parts. */
const PARTS = /\d[.:]\d+[.:]\d/u;
/** Two numbers in brackets, not a fraction. */
const TUPLE = /^\d,\d$/u;
/** A condition, whose opposite stands elsewhere. */
const CONDITION =
  /^(?:if|when|unless|where|wenn|falls|sofern|si|cuando|quando|se|если|когда|jeśli|als|indien|eğer|jika|如果|若|当|もし)(?![a-zа-яäöüéş])/iu;
/** What makes of a run of signs a path, an address, a formula. */
const NO_WORD = /[/\\#@+=~<>{}|^]|\]\(|\d[-_][a-z]|[A-Za-z]-?\d|\d-\d|::|\.{2}/u;
const LINK = /\]\(|https?:|\]\[|<<|\bcopyright\b|©|signed-off-by|\$\{|\{\{/iu;
const MARKUP = /[*`"'“”‘’„«»「」『』]+/gu;
const OPENS_QUOTE = /[`"“„«「『][^`"“”„«»「」『』\s]{0,20}$/u;
const CLOSES_QUOTE = /^[^`"“”„«»「」『』\s]{0,20}[`"”“»」』]/u;

/** Short names of measures. */
const MEASURES = /^ (?:ms|s|min|h|hrs?|km|cm|mm|m|kg|g|[kmgt]i?b|gib|mib|hz|day|bit|px|pt|v|w|a)\b/iu;

interface Case {
  readonly a: Span;
  readonly b: Span;
  /** Where the two differ. */
  readonly at: number;
  readonly bt: number;
  readonly kind: 'number' | 'word' | 'unit' | 'default' | 'lost';
  readonly here: string;
  readonly there: string;
  /** Whether words were lost of so much that it tells. */
  readonly grave: boolean;
  /** Other places that say what the first says, and what the second says. */
  readonly withA: readonly Span[];
  readonly withB: readonly Span[];
}

type Difference = Pick<Case, 'kind' | 'here' | 'there' | 'grave'>;

/** The values of a statement that are quantities, as they are written; undefined where one is a name, a label, a version. */
function quantities(document: Document, { start, end }: Statement): string[] | undefined {
  const { units } = document;
  const out: string[] = [];
  for (let i = start; i < end;) {
    const to = numberEnd(units, i, end);
    if (to === i) {
      i++;
      continue;
    }
    out.push(document.slice(i, to));
    i = to;
  }
  return out;
}

/** Whether the number at `i` measures something: it stands by itself and has a unit, or follows a small word, `=` or `:`. */
function isQuantity(text: string, i: number, to: number): boolean {
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

/** Where the numbers of two statements of one frame differ, if all that differ are quantities. */
function numbersDiffer(document: Document, a: Statement, b: Statement): { here: string; there: string } | undefined {
  const x = quantities(document, a);
  const y = quantities(document, b);
  if (!x || !y || x.length !== y.length) return undefined;
  const s = document.slice(a.start, a.end).replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
  const t = document.slice(b.start, b.end).replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
  const here: string[] = [];
  const there: string[] = [];
  let p = 0;
  let q = 0;
  for (let k = 0; k < x.length; k++) {
    p = s.indexOf(x[k]!, p);
    q = t.indexOf(y[k]!, q);
    if (p < 0 || q < 0) return undefined;
    if (x[k] !== y[k]) {
      if (!isQuantity(s, p, p + x[k]!.length) || !isQuantity(t, q, q + y[k]!.length)) return undefined;
      here.push(x[k]!);
      there.push(y[k]!);
    }
    p += x[k]!.length;
    q += y[k]!.length;
  }
  if (here.length === 0 || here.length > 3) return undefined;
  return { here: here.join(', '), there: there.join(', ') };
}

const plain = (text: string): string =>
  text
    .replace(MARKUP, ' ')
    .replace(/\s+_|_\s+|^_|_$/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const isModal = (text: string): boolean => {
  const words = text.toLowerCase();
  return words === '' || MODAL_CJK.test(words) || words.split(' ').every((word) => MODAL.has(word));
};

/** Words that oblige alike are one: MUST, SHALL, REQUIRED. */
const strength = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(?:shall|required|mandatory)\b/gu, 'must')
    .replace(/\b(?:recommended)\b/gu, 'should')
    .replace(/\b(?:optional|can|could)\b/gu, 'may')
    .replace(/\bcannot\b/gu, 'may not')
    .replace(/^(?:需要|须|須|必須)$/u, '必须')
    .replace(/^(?:應當|应当|應)$/u, '应');

/** The longest end (or beginning) of a text that is words of obligation. */
function modalPart(text: string, end: boolean): string {
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

/** The run of signs without white space around a slot, of ASCII. */
function runAround({ units }: Document, start: number, end: number): Span {
  const stops = (unit: number): boolean => unit <= 0x20 || unit > 0x7f;
  let from = start;
  while (from > 0 && start - from < 80 && !stops(units[from - 1]!)) from--;
  let to = end;
  while (to < units.length && to - end < 80 && !stops(units[to]!)) to++;
  return { start: from, end: to };
}

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
function stripped(x: string, y: string): readonly [string, string] {
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

/** Whether a slot of both texts is a number that may be a quantity. */
function isNumber(document: Document, slot: Slot, x: string, y: string): boolean {
  if (x === '' || y === '') return false;
  const word = (text: string): boolean => NUMBER_WORDS.has(text.toLowerCase());
  if (word(x) && word(y)) return NUMBER_WORDS.get(x.toLowerCase()) !== NUMBER_WORDS.get(y.toLowerCase());
  if (HAN_NUMERAL.test(x) && HAN_NUMERAL.test(y) && !(DIGIT.test(x) && DIGIT.test(y)))
    return !document.slice(Math.max(0, slot.here - 1), slot.here).endsWith('第');
  if (!DIGIT.test(x) || !DIGIT.test(y) || PARTS.test(x) || PARTS.test(y) || TUPLE.test(x)) return false;
  const differ = amountsDiffer(x, y);
  if (differ === false) return false;
  const skeleton = x.replace(NUMBERS, '0');
  if (differ === undefined && skeleton !== y.replace(NUMBERS, '0')) return false;
  if (skeleton.length > 12) return false;
  for (const [from, to] of [
    [slot.here, slot.hereEnd],
    [slot.there, slot.thereEnd],
  ] as const) {
    const { start, end } = runAround(document, from, to);
    if (NO_WORD.test(document.slice(start, end))) return false;
  }
  return true;
}

/** Whether a slot stands between quotation marks or is code. */
function isQuoted(document: Document, start: number, end: number): boolean {
  return (
    OPENS_QUOTE.test(document.slice(Math.max(0, start - 25), start)) && CLOSES_QUOTE.test(document.slice(end, end + 25))
  );
}

/** Whether words that stand in one of two statements alone stand in the text a third time: they came from there. */
function standsElsewhere({ text }: Document, one: Restatement, words: string): boolean {
  const slot = one.slots[0]!;
  const [start, end] = slot.hereEnd > slot.here ? [slot.here, slot.hereEnd] : [slot.there, slot.thereEnd];
  const raw = text.slice(start, end).trim();
  if (raw.length < LOST_WORDS && !CJK_LETTER.test(words)) return false;
  for (let i = text.indexOf(raw), n = 0; i >= 0 && n < 8; i = text.indexOf(raw, i + 1), n++)
    if (i + raw.length <= start || i >= end) return true;
  return false;
}

/** Whether the number at `i` is what a caption or an entry begins with: Table 4, Reserved 1. */
const isLabel = (text: string, i: number): boolean => i >= 0 && /^\S{0,3}[^\s\d]{2,16} $/u.test(text.slice(0, i));

/** Whether two names are of one family: `core.a` and `core.b`, `allow_x` and `allow_y`. */
function isFamily(document: Document, slot: Slot, here: string, there: string): boolean {
  if (/[.\-_/:]/u.test(document.slice(Math.max(0, slot.here - 1), slot.here))) return true;
  const most = Math.min(here.length, there.length);
  let head = 0;
  while (head < most && here[head] === there[head]) head++;
  let tail = 0;
  while (tail < most - head && here.at(-1 - tail) === there.at(-1 - tail)) tail++;
  return head >= 4 || tail >= 4;
}

/** What differs between two statements, where it is a value or words that were lost. */
function differenceOf(document: Document, one: Restatement): Difference | undefined {
  const { slots, weight } = one;
  const texts = slots.map((slot): readonly [string, string] => [
    document.slice(slot.here, slot.hereEnd),
    document.slice(slot.there, slot.thereEnd),
  ]);
  const words = texts.map(([x, y]) => stripped(x, y));
  const differ = words.filter(([x, y]) => x !== y);
  if (differ.length === 0 || slots.length > 3) return undefined;
  const text = document.slice(one.start, one.end);
  const numbers = words.every(([x, y], i) => x === y || isNumber(document, slots[i]!, x, y));
  if (numbers) {
    if (
      weight < NUMBER_WEIGHT ||
      /^[-[]/u.test(text.trimStart()) ||
      /(?:\. ){3}|\.{4}/u.test(text) ||
      isLabel(text, slots[0]!.here - one.start)
    )
      return undefined;
    return {
      kind: 'number',
      here: differ.map(([x]) => x).join(', '),
      there: differ.map(([, y]) => y).join(', '),
      grave: true,
    };
  }
  if (slots.length > 1) return undefined;
  const [slot] = slots;
  const [raw] = texts;
  let [here, there] = words[0]!;
  if (slot!.open) {
    const end = slot!.here <= one.start + 2;
    here = modalPart(raw![0], end);
    there = modalPart(raw![1], end);
    if (here !== plain(raw![0]).replaceAll(CJK_LETTER.test(here) ? ' ' : '\0', '') || weight < WORD_WEIGHT)
      return undefined;
  }
  if (isModal(here) && isModal(there)) {
    if (
      weight <
        (here === '' || there === '' || here.includes(' ') || there.includes(' ') ? WORD_WEIGHT : DEGREE_WEIGHT) ||
      strength(here) === strength(there) ||
      /\$\{/u.test(text)
    )
      return undefined;
    if (CONDITION.test(text) && !/[,，、]/u.test(document.slice(one.start, slot!.here))) return undefined;
    return { kind: 'word', here: here || 'nothing', there: there || 'nothing', grave: true };
  }
  if (slot!.open) return undefined;
  if (here !== '' && there !== '') {
    if (/\s/u.test(here) || /\s/u.test(there) || here.toLowerCase() === there.toLowerCase()) return undefined;
    if (
      UNIT.test(here) &&
      UNIT.test(there) &&
      weight >= WORD_WEIGHT &&
      /\d[ \u00a0]?$/u.test(document.slice(Math.max(0, slot!.here - 3), slot!.here))
    )
      return { kind: 'unit', here, there, grave: true };
    if (
      weight >= VALUE_WEIGHT &&
      !isFamily(document, slot!, here, there) &&
      isQuoted(document, slot!.here, slot!.hereEnd) &&
      isQuoted(document, slot!.there, slot!.thereEnd)
    )
      return { kind: 'default', here, there, grave: true };
    return undefined;
  }
  const lost = here + there;
  if (
    weight < LOST_WEIGHT ||
    LINK.test(weight < 2 * PASSAGE ? text : lost) ||
    lost.length < 3 ||
    document.format === 'roff'
  )
    return undefined;
  if (/\n\s*\n/u.test(raw![0] + raw![1]) || !/[^\W\d_]|[^\x00-\x7f]/u.test(lost)) return undefined;
  const several =
    one.lighter < LIGHTER
      ? false
      : CJK_LETTER.test(lost)
        ? weightOf(lost) >= LOST_WORDS
        : lost.split(' ').length > 2 && lost.length >= LOST_WORDS;
  return {
    kind: 'lost',
    here: here || 'nothing',
    there: there || 'nothing',
    grave: several && (weight >= 1.5 * PASSAGE || (weight >= PASSAGE && standsElsewhere(document, one, lost))),
  };
}

const weightOf = (text: string): number =>
  weightOfUnits(
    Uint16Array.from(text, (sign) => sign.charCodeAt(0)),
    0,
    text.length,
  );

function headingAbove(document: Document, block: number): string {
  const all = blocks(document);
  for (let i = block; i >= 0 && block - i < 200; i--)
    if (all[i]!.kind === 'heading')
      return document
        .slice(all[i]!.start, Math.min(all[i]!.end, all[i]!.start + 120))
        .replace(/^[#=\s\d.]+/u, '')
        .trim();
  return '';
}

/** Whether two headings are alike but for a word: `Version 1`, `Version 2`. */
function headingsAlike(document: Document, a: number, b: number): boolean {
  const x = headingAbove(document, a);
  const y = headingAbove(document, b);
  if (x === y || x === '' || y === '') return false;
  const most = Math.min(x.length, y.length);
  let head = 0;
  while (head < most && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < most - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  return head + tail >= 4 && 3 * (head + tail) >= 2 * most;
}

/** Whether what stands around both is alike: sections that are written in parallel. */
function isParallel(document: Document, one: Restatement, near: number): boolean {
  const most = AROUND / near;
  const { at: places } = dense(document);
  const from = signAt(places, one.start);
  const to = signAt(places, one.end);
  const otherFrom = signAt(places, one.other);
  const otherTo = signAt(places, one.otherEnd);
  const distance = from - otherFrom;
  let alike = 0;
  for (const { a, b, length } of echoes(document)) {
    if (Math.abs(Math.abs(distance) - (b - a)) > SHIFT / near) continue;
    const x = distance > 0 ? b : a;
    const y = distance > 0 ? a : b;
    const before = x + length <= from + 4 && from - x - length < most && y + length <= otherFrom + 4;
    const after = x >= to - 4 && x - to < most && y >= otherTo - 4;
    // the two themselves, and others that say the same
    if ((y < to && y + length > from) || (x < otherTo && x + length > otherFrom)) continue;
    if (before || after) alike += length;
    if (alike >= ALIKE) return true;
  }
  return false;
}

/** Whether each of two values is what is spoken of around its own place: then they are variants. */
function isTopic(document: Document, one: Restatement, here: string, there: string): boolean {
  const around = (start: number, end: number): string =>
    document.slice(Math.max(0, start - TOPIC), start) + document.slice(end, end + TOPIC);
  const x = around(one.start, one.end);
  const y = around(one.other, one.otherEnd);
  return x.includes(here) && y.includes(there) && (!x.includes(there) || !y.includes(here));
}

/** What stands in the same sentence before a statement. */
function leadIn(document: Document, start: number): string {
  const text = document.slice(Math.max(0, start - 80), start);
  return text.slice(Math.max(...['. ', '.\n', '\n\n', '。', '！', '？'].map((mark) => text.lastIndexOf(mark))) + 1);
}

const TEXT: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'quote']);

/** The sentence, or what is left of it from the line on in which the slot stands. */
function shownFrom(document: Document, start: number, slot: number): number {
  let line = slot;
  const { units } = document;
  while (line > start && units[line - 1] !== 0x0a) line--;
  if (line === start) return start;
  let above = line - 1;
  while (above > start && units[above - 1] !== 0x0a) above--;
  return above === start ? start : line;
}

/** Other places that say what stands around an offset. */
function placesLike(document: Document, slot: number, other: number): Span[] {
  const { at: places } = dense(document);
  const i = signAt(places, slot);
  const j = signAt(places, other);
  const out: Span[] = [];
  for (const { a, b, length } of echoes(document))
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      if (x > i - 8 || x + length < i + 8) continue;
      const place = y + (i - x);
      if (Math.abs(place - j) < 40 || out.length === 3) continue;
      out.push({ start: places[Math.max(y, place - 8)]!, end: places[Math.min(y + length, place + 8) - 1]! + 1 });
    }
  return out;
}

function restated(document: Document): Case[] {
  const all = blocks(document);
  const out: Case[] = [];
  let looked = 0;
  // what has several other values elsewhere is a template
  const values = new Map<number, Set<string>>();
  const put = (offset: number, value: string): void => {
    const set = values.get(offset);
    if (set) set.add(value);
    else values.set(offset, new Set([value]));
  };
  for (const one of restatements(document)) {
    if (one.holders > HOLDERS) continue;
    const first = blockBefore(document, one.start);
    const second = blockBefore(document, one.other);
    if (!first || !second || !TEXT.has(first.kind) || !TEXT.has(second.kind)) continue;
    const p = all.indexOf(first);
    const q = all.indexOf(second);
    const gap = Math.abs(p - q);
    if (gap < APART || (gap < ITEMS_APART && first.kind === 'list' && second.kind === 'list')) continue;
    if (++looked > CLOSELY) break;
    const what = differenceOf(document, one);
    if (!what) continue;
    if (what.kind === 'default' && first.kind === 'list' && second.kind === 'list' && one.weight < 2 * NUMBER_WEIGHT)
      continue;
    if (what.kind !== 'lost') {
      put(one.slots[0]!.here, what.there);
      put(one.slots[0]!.there, what.here);
    }
    const text = document.slice(one.start, one.end);
    const before = `${leadIn(document, one.start)}\n${leadIn(document, one.other)}`;
    if (
      (inCode(document, one.start) && inCode(document, one.end - 1)) ||
      one.slots.some(({ here, there }) => inText(document, here, first) !== inText(document, there, second)) ||
      (what.kind !== 'lost' &&
        /[:：]\s*$/u.test(document.slice(one.start, one.end + 1)) &&
        /[:：]\s*$/u.test(document.slice(one.other, one.otherEnd + 1))) ||
      (what.kind !== 'lost' &&
        ((what.kind !== 'word' && (EXAMPLE.test(text.slice(0, 24)) || EXAMPLE.test(before))) ||
          HISTORY.test(before))) ||
      (what.kind !== 'lost' && isTopic(document, one, what.here, what.there)) ||
      headingsAlike(document, p, q) ||
      isParallel(document, one, what.kind === 'number' || what.kind === 'word' ? 1.6 : 1)
    )
      continue;
    const slot = one.slots[0]!;
    const [x, y]: readonly [Span, Span] = [
      { start: shownFrom(document, one.start, slot.here), end: one.end },
      { start: shownFrom(document, one.other, slot.there), end: one.otherEnd },
    ];
    const turned = slot.there < slot.here;
    const withX = placesLike(document, slot.here, slot.there);
    const withY = placesLike(document, slot.there, slot.here);
    if (what.kind !== 'number' && what.kind !== 'lost' && withX.length + withY.length > 2) continue;
    out.push({
      kind: what.kind,
      grave: what.grave,
      a: turned ? y : x,
      b: turned ? x : y,
      at: turned ? slot.there : slot.here,
      bt: turned ? slot.here : slot.there,
      here: turned ? what.there : what.here,
      there: turned ? what.here : what.there,
      withA: turned ? withY : withX,
      withB: turned ? withX : withY,
    });
  }
  return out.filter((one) => one.kind === 'lost' || (values.get(one.at)!.size < 2 && values.get(one.bt)!.size < 2));
}

/** Whether an offset is not of a block of code or a table. */
const inText = (document: Document, offset: number, { kind }: Block): boolean =>
  TEXT.has(kind) && blockBefore(document, offset)?.kind !== 'code';

const readable = (document: Document, { start, end, kind }: Statement): boolean =>
  (kind === 'prose' || kind === 'list' || kind === 'quote') &&
  !SIGNS.test(document.slice(start, end)) &&
  !inCode(document, start);

/** Clauses of a text without spaces that are the same but for their numbers, read across line ends. */
function clauseCases(document: Document): Case[] {
  const frames = new Map<number, Statement[]>();
  for (const one of numberedClauses(document)) {
    const list = frames.get(one.frame);
    if (!list) frames.set(one.frame, [one]);
    else if (list.length <= SAME_FRAME) list.push(one);
  }
  const out: Case[] = [];
  for (const list of frames.values()) {
    if (list.length < 2 || list.length > SAME_FRAME) continue;
    const first = list[0]!;
    if (new Set(list.map(({ values }) => values)).size !== 2) continue;
    const second = list.find(({ values }) => values !== first.values)!;
    if (Math.abs(first.block - second.block) < APART || !readable(document, first) || !readable(document, second))
      continue;
    const found = numbersDiffer(document, first, second);
    const text = document.slice(first.start, first.end) + document.slice(second.start, second.end);
    if (!found || EXAMPLE.test(text) || HERE.test(text) || headingsAlike(document, first.block, second.block)) continue;
    out.push({
      kind: 'number',
      grave: true,
      ...found,
      a: first,
      b: second,
      at: valueAt(document, first),
      bt: valueAt(document, second),
      withA: list.filter((one) => one !== first && one.values === first.values),
      withB: list.filter((one) => one !== second && one.values === second.values),
    });
  }
  return out;
}

function casesOf(document: Document): Case[] {
  const out = clauseCases(document);
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 120;
  for (const one of restated(document))
    if (!out.some((other) => near(one.at, other.at) && near(one.bt, other.bt) && one.kind !== 'lost')) out.push(one);
  return out.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
}

/** Cases that follow each other in both places are one. */
function regions(cases: readonly Case[]): Case[][] {
  const out: Case[][] = [];
  for (const one of cases) {
    const last = out.at(-1)?.at(-1);
    if (
      last &&
      one.a.start - last.a.end < 600 &&
      Math.abs(one.a.start - last.a.start - (one.b.start - last.b.start)) < 200
    )
      out.at(-1)!.push(one);
    else out.push([one]);
  }
  return out;
}

const WHAT: Readonly<Record<Case['kind'], string>> = {
  number: 'another number',
  word: 'another obligation',
  unit: 'another unit',
  default: 'another value',
  lost: 'words that are not in both',
};

/** Offset of the first number of a clause that may reach over lines; else of its beginning. */
function valueAt({ units }: Document, { start, end }: Span): number {
  for (let i = start; i < end; i++) if (numberEnd(units, i, end) > i) return i;
  return start;
}

function* inside(document: Document): Iterable<Observation> {
  const cases = casesOf(document);
  const found = [
    ...regions(cases.filter(({ grave }) => grave)),
    ...regions(cases.filter(({ grave }) => !grave)).slice(0, 1),
  ];
  const grave = found.filter((region) => region[0]!.grave).length;
  for (const region of found.slice(0, FINDINGS)) {
    const { a, b, kind, here, there, withA, withB } = region[0]!;
    const places: Place[] = [at(document, a), at(document, b, { note: `here: ${there}` })];
    for (const other of region.slice(1, 3))
      places.push(
        at(document, other.a, { note: `here: ${other.here}` }),
        at(document, other.b, { note: `here: ${other.there}` }),
      );
    for (const [list, note] of [
      [withA, 'says the same as the first'],
      [withB, 'says the same as the second'],
    ] as const)
      for (const each of list) if (places.length < MOST_PLACES) places.push(at(document, each, { note }));
    const lineOf = (offset: number): number => lineColumn(document, offset).line;
    const lines = (offset: number, others: readonly Span[]): string =>
      [...new Set([lineOf(offset), ...others.slice(0, 3).map((each) => lineOf(valueAt(document, each)))])].join(', ');
    yield {
      message: `${region.length > 1 ? `a passage said twice with ${WHAT[kind]}` : `said twice with ${WHAT[kind]}`}: "${here}" (${lines(region[0]!.at, withA)}) but "${there}" (${lines(region[0]!.bt, withB)})`,
      next: 'Find out which of the two holds, and say it in one place',
      level: region[0]!.grave && grave <= MOST_CASES ? 'look' : 'note',
      places: places as [Place, ...Place[]],
    };
  }
}

/** Statements of one document that others may contradict. */
export interface ConflictFact {
  readonly statements: readonly {
    readonly frame: number;
    readonly values: number;
    readonly weight: number;
    readonly place: Place;
  }[];
  /** Date or version that the document bears near its top, for the reader. */
  readonly stands: string;
}

export const conflict: DocumentCheck<ConflictFact> = {
  id: 'conflict',
  title: 'Two places that contradict each other',
  level: 'look',
  acceptable: true,
  scope: 'document',

  *run(document): Iterable<Observation> {
    if (isCode(document)) return;
    yield* inside(document);
  },

  collect(document) {
    if (isCode(document)) return undefined;
    const good: ConflictFact['statements'][number][] = [];
    for (const one of numbered(document, FACT_WEIGHT, 2 * FACTS)) {
      if (!readable(document, one) || HISTORY.test(document.slice(one.start, one.end))) continue;
      const { frame, values, weight } = one;
      good.push({ frame, values, weight, place: at(document, one) });
      if (good.length === FACTS) break;
    }
    if (good.length === 0) return undefined;
    const stands =
      /\b(?:version|v|status|date|obsoletes|supersedes|updated|版本|日期|状态)\s?[:：=]?\s?["']?[\w.\- ]{1,24}/iu.exec(
        document.slice(0, 1500),
      )?.[0] ?? '';
    return { statements: good, stands: stands.trim() };
  },

  *among(facts): Iterable<Observation> {
    interface Seen {
      readonly path: string;
      readonly stands: string;
      readonly one: ConflictFact['statements'][number];
    }
    const frames = new Map<number, Seen[]>();
    for (const { path, fact } of facts)
      for (const one of fact.statements) {
        const list = frames.get(one.frame);
        if (!list) frames.set(one.frame, [{ path, stands: fact.stands, one }]);
        else if (list.length <= SAME_FRAME) list.push({ path, stands: fact.stands, one });
      }
    const pairs = new Map<string, [Seen, Seen][]>();
    for (const list of frames.values()) {
      if (list.length < 2 || list.length > SAME_FRAME) continue;
      const first = list[0]!;
      if (new Set(list.map(({ one }) => one.values)).size !== 2) continue;
      const other = list.find(({ one }) => one.values !== first.one.values)!;
      if (other.path === first.path) continue;
      const of = `${first.path}\0${other.path}`;
      const known = pairs.get(of);
      if (known) known.push([first, other]);
      else pairs.set(of, [[first, other]]);
    }
    for (const [, cases] of [...pairs].toSorted(([x], [y]) => compareText(x, y))) {
      // documents that differ so often are versions of each other
      if (cases.length > MOST_CASES) continue;
      const [first, other] = cases[0]!;
      const s = (first.one.place.quote ?? '').replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
      const t = (other.one.place.quote ?? '').replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
      const x = /./u.test(s) ? differing(s, t) : undefined;
      if (
        !x ||
        x.here.split(', ').some((number) => first.path.includes(number)) ||
        x.there.split(', ').some((number) => other.path.includes(number)) ||
        /copyright|©/iu.test(s)
      )
        continue;
      const says = other.stands === '' ? '' : ` (${other.stands})`;
      yield {
        message: `${other.path} line ${other.one.place.line} says the same with another number: "${x.here}" here, "${x.there}" there${says}`,
        next: 'Find out which of the two documents holds, and say it in one of them',
        places: [first.one.place, { ...other.one.place, note: `here: ${x.there}` }],
      };
    }
  },
};

const ANY_NUMBER = pattern('gu')`\p{Nd}+(?:[.,:/]\p{Nd}+)*`;

/** The numbers in which two quoted sentences differ, if each is a quantity. */
function differing(s: string, t: string): { here: string; there: string } | undefined {
  const x = [...s.matchAll(ANY_NUMBER)];
  const y = [...t.matchAll(ANY_NUMBER)];
  if (x.length !== y.length) return undefined;
  const here: string[] = [];
  const there: string[] = [];
  for (let i = 0; i < x.length; i++) {
    const m = x[i]!;
    const n = y[i]!;
    if (m[0] === n[0]) continue;
    if (!isQuantity(s, m.index, m.index + m[0].length) || !isQuantity(t, n.index, n.index + n[0].length))
      return undefined;
    here.push(m[0]);
    there.push(n[0]);
  }
  return here.length === 0 || here.length > 2 ? undefined : { here: here.join(', '), there: there.join(', ') };
}
