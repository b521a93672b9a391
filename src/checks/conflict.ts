/**
 * Two places that say the same of the same thing, with another value: a number, a unit, a default, a word of obligation.
 * Sentences are held against each other by their frames; what differs between two must be a value alone.
 */
import { at, lineColumn } from '../core/locate.ts';
import { compareText } from '../core/order.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, DocumentCheck, Observation, Place } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { inCode, isCode } from '../views/in-code.ts';
import { numbered, numberEnd, repeated, statements, type Statement } from '../views/statements.ts';

/** Weight of the frame from which a number, a word of obligation, and lost words tell. */
const NUMBER_WEIGHT = 30;
const WORD_WEIGHT = 36;
/** The same for a word in quotation marks or code, where the sentence does not say that it is a default. */
const VALUE_WEIGHT = 70;
const LOST_WEIGHT = 50;
/** Weight of a passage from which words that stand in one of the two alone tell something. */
const PASSAGE = 250;
/** Statements of one frame: more are a form. */
const SAME_FRAME = 6;
/** Frames with two variants in one document, not side by side: more are a template. */
const MOST_CASES = 3;
/** Facts that are kept of a document for its neighbours, and the weight of their frames. */
const FACTS = 24;
const FACT_WEIGHT = 60;
const FINDINGS = 5;
const MOST_PLACES = 6;

/** Words of obligation, permission and negation. */
const MODAL: ReadonlySet<string> = new Set(
  (
    'must shall should may can could will not cannot never always need required optional recommended mandatory forbidden prohibited allowed permitted only no ' +
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
  /^(?:应当?|應當?|不|不应当?|不應當?|必须|必須|不必|须|須|不得|不可以?|可以?|可|宜|不宜|禁止|允许|允許|能|不能|无需|需要?|不需要?|しなければならない|してはならない|してもよい|するべきである|すべきである|すべきではない|する必要がある|する必要はない|しない|する|해야 ?한다|해서는 ?안 ?된다|할 수 ?있다|할 수 ?없다|하지 않는다|なければならない|てはならない|てもよい|ない|된다|않는다|يجب|لا|يجوز|باید|نباید)$/u;
const DEFAULT =
  /default|voreinge|standardm|défaut|predetermin|por omisión|padrão|predefinit|умолчан|замовчув|默认|默認|預設|缺省|既定|デフォルト|기본|domyśln|varsayılan|افتراضي|پیش‌فرض|standaard|výchoz/iu;
/** A sentence about how it was, or about a case. */
const HISTORY =
  /\b(?:was|were|previously|formerly|used to|earlier|old|until|since|example|e\.g|suppose|assume|changed|increased|reduced|raised|renamed|instead of|war|waren|früher|bisher|zuvor|beispiel|était|étaient|auparavant|exemple|antes|anteriormente|ejemplo|era|eram|exemplo|prima|esempio|avant)\b|раньше|ранее|было|пример|以前|曾|原来的|原先|例如|比如|之前|従来|たとえば|例えば|이전|예를/iu;
/** `This message`: another one each time. */
const THIS = /\bthis (?!document|specification|standard|version|system|section|interface)/iu;
/** The same where both say all else alike: only an example may be another one. */
const EXAMPLE =
  /\b(?:example|e\.g|suppose|assume|beispiel|exemple|ejemplo|exemplo|esempio)\b|пример|例如|比如|例えば|예를/iu;
const SIGNS = /https?:|::|\||\$\{|\.so\b|\w\/\.\w|^\s*[([]\w{1,3}[)\]]/u;
/** What such a sentence says depends on where it stands. */
const HERE =
  /\b(?:(?:above|below)(?! \d)|preceding|this (?:section|figure|table|listing)|oben|unten|ci-dessus|ci-dessous|arriba|abajo|acima|abaixo|sopra|sotto)\b|выше|ниже|上述|上面|上图|下图|下面|如下|上記|下記/iu;
const WORD = pattern('u')`[\p{L}\p{M}\p{Nd}_]`;
const CJK_LETTER = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]/u;
const NUMERAL = pattern('u')`\p{Nd}|[〇零一二三四五六七八九十百千万亿]`;

const LAST_WORD = pattern('u')`([\p{L}\p{M}.]+)\s?$`;
const CAPITAL = pattern('u')`^\p{Lu}`;
const UNIT_AFTER = pattern('u')`^ ?[\p{L}µ]`;
const UNIT = pattern('u')`^[\p{L}%]+$`;

const ONE_NUMBER = pattern('u')`^\P{Nd}{0,12}\p{Nd}+(?:[.,:/]\p{Nd}+)*\P{Nd}{0,12}$`;
const NUMBER_IN = pattern('u')`\p{Nd}+(?:[.,:/]\p{Nd}+)*`;

/** Short names of measures. */
const MEASURES = /^ (?:ms|s|min|h|hrs?|km|cm|mm|m|kg|g|[kmgt]i?b|gib|mib|hz|day|bit|px|pt|v|w|a)\b/iu;

interface Case {
  readonly a: Statement;
  readonly b: Statement;
  readonly kind: 'number' | 'word' | 'unit' | 'default' | 'lost';
  readonly here: string;
  readonly there: string;
  /** Weight of all that is said twice. */
  readonly passage: number;
}

type Difference = Omit<Case, 'a' | 'b' | 'passage'>;

const flat = (document: Document, { start, end }: Statement): string =>
  document
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/[*_`"'“”‘’„«»「」]/gu, '');

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

const isModal = (text: string): boolean => {
  const words = text.toLowerCase().trim();
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

/** Whether the word stands in quotation marks or as code. */
function quoted(document: Document, { start, end }: Statement, word: string): boolean {
  const text = document.slice(start, end);
  const i = text.indexOf(word);
  return i > 0 && /[`"'“‘„«「]/u.test(text.charAt(i - 1)) && /[`"'”’“»」]/u.test(text.charAt(i + word.length));
}

/** How the shorter text stands in the longer one, but for some words; undefined where it does not. */
function within(
  short: string,
  long: string,
): { readonly words: [string, string]; readonly before: number; readonly after: number } | undefined {
  const spaced = short.includes(' ');
  const least = spaced ? 10 : 4;
  const steps = (text: string, back: boolean): number[] => {
    const out = [0];
    let at = 0;
    for (let k = 0; k < 5; k++) {
      if (spaced) {
        const cut = back
          ? text
              .trimEnd()
              .slice(0, text.length - at)
              .trimEnd()
              .lastIndexOf(' ')
          : text.indexOf(' ', at + 1);
        if (cut < 0) {
          out.push(text.length);
          break;
        }
        at = back ? text.length - cut - 1 : cut;
      } else at++;
      if (at > text.length) break;
      out.push(at);
    }
    return out;
  };
  let tail = 0;
  while (tail < short.length && short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail))
    tail++;
  if (spaced) while (tail > 0 && short.charAt(short.length - tail) !== ' ') tail--;
  if (tail >= least) {
    const rest = short.slice(0, short.length - tail);
    const from = long.slice(0, long.length - tail);
    for (const size of steps(rest, true)) {
      const before = rest.slice(0, rest.length - size);
      if (before.length < (size === rest.length ? 0 : least)) continue;
      const at = before === '' ? -1 : from.lastIndexOf(before);
      if (at < 0 || from.length - at - before.length > 60) continue;
      return {
        words: [rest.slice(before.length).trim(), from.slice(at + before.length).trim()],
        before: before.length,
        after: tail,
      };
    }
  }
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  if (spaced) while (head > 0 && short.charAt(head - 1) !== ' ') head--;
  if (head < least) return undefined;
  const rest = short.slice(head).replace(/[.。!?]$/u, '');
  for (const size of steps(rest, false)) {
    const after = rest.slice(size);
    if (after.length < least) continue;
    const at = long.indexOf(after, head);
    if (at < 0 || at - head > 60) continue;
    return { words: [rest.slice(0, size).trim(), long.slice(head, at).trim()], before: head, after: after.length };
  }
  return undefined;
}

/** What differs between two statements in one stretch, whole words of it. */
function wordsDiffer(document: Document, a: Statement, b: Statement): Difference | undefined {
  const s = flat(document, a);
  const t = flat(document, b);
  const most = Math.min(s.length, t.length);
  let head = 0;
  while (head < most && s.charCodeAt(head) === t.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && s.charCodeAt(s.length - 1 - tail) === t.charCodeAt(t.length - 1 - tail)) tail++;
  if (head === s.length && head === t.length) return undefined;
  const splits = (text: string, i: number): boolean =>
    i > 0 &&
    i < text.length &&
    WORD.test(text.charAt(i - 1)) &&
    WORD.test(text.charAt(i)) &&
    !CJK_LETTER.test(text.charAt(i));
  while (head > 0 && (splits(s, head) || splits(t, head))) head--;
  while (tail > 0 && (splits(s, s.length - tail) || splits(t, t.length - tail))) tail--;
  let here = s.slice(head, s.length - tail).trim();
  let there = t.slice(head, t.length - tail).trim();
  if (head + tail < Math.max(here.length, there.length)) {
    // one of the two is a part of the other
    const inner = s.length < t.length ? within(s, t) : within(t, s);
    if (!inner) return undefined;
    [here, there] = s.length < t.length ? inner.words : [inner.words[1], inner.words[0]];
    head = inner.before;
    tail = inner.after;
  }
  const longer = Math.max(here.length, there.length);
  if (longer === 0 || head + tail < longer || longer > 160) return undefined;
  const place = s.indexOf(here === '' ? s : here);
  const before = head <= s.length && here !== '' ? s.slice(Math.max(0, place - 8), place) : '';
  if (here.toLowerCase() === there.toLowerCase()) return undefined;
  if (isModal(here) && isModal(there)) {
    if (s.includes('${')) return undefined;
    if (strength(here) === strength(there)) return undefined;
    if (a.weight < WORD_WEIGHT || head < 3) return undefined;
    return { kind: 'word', here: here || 'nothing', there: there || 'nothing' };
  }
  if (here !== '' && there !== '') {
    if (ONE_NUMBER.test(here) && ONE_NUMBER.test(there)) {
      const p = s.indexOf(here);
      const q = t.indexOf(there);
      const x = NUMBER_IN.exec(here)!;
      const y = NUMBER_IN.exec(there)!;
      if (
        here.replace(x[0], '') !== there.replace(y[0], '') ||
        !isQuantity(s, p + x.index, p + x.index + x[0].length) ||
        !isQuantity(t, q + y.index, q + y.index + y[0].length)
      )
        return undefined;
      return { kind: 'number', here, there };
    }
    if (/\d\s?$/u.test(before) && UNIT.test(here) && UNIT.test(there) && a.weight >= WORD_WEIGHT)
      return { kind: 'unit', here, there };
    if (
      !/\s/u.test(here) &&
      !/\s/u.test(there) &&
      (DEFAULT.test(s) ||
        (a.weight >= VALUE_WEIGHT &&
          !here.toLowerCase().includes(there.toLowerCase()) &&
          !there.toLowerCase().includes(here.toLowerCase()))) &&
      !/\]\(|https?:/u.test(document.slice(a.start, a.end)) &&
      head > 10 &&
      a.weight >= WORD_WEIGHT &&
      quoted(document, a, here) &&
      quoted(document, b, there)
    )
      return { kind: 'default', here, there };
    return undefined;
  }
  // requests of roff and labels of references stand between the words
  if (document.format === 'roff' || a.weight < LOST_WEIGHT || head < 10 || tail < 8 || NUMERAL.test(here + there))
    return undefined;
  if (longer < 3) return undefined;
  return { kind: 'lost', here: here || 'nothing', there: there || 'nothing' };
}

const key = (statement: Statement): string => `${statement.frame} ${statement.values}`;

/** Weight of the sentences around two that are the same in both places. */
function around(all: readonly Statement[], p: number, q: number): number {
  let sum = 0;
  for (const way of [-1, 1])
    for (let k = 1; k <= 6; k++) {
      const x = all[p + way * k];
      const y = all[q + way * k];
      if (!x || !y || key(x) !== key(y) || p + way * k === q) break;
      sum += x.weight;
    }
  return sum;
}

/** Whether what stands around both is alike but not the same: sections that are written in parallel. */
function parallel(all: readonly Statement[], p: number, q: number): boolean {
  for (const way of [-1, 1]) {
    const x = all[p + way];
    const y = all[q + way];
    if (!x || !y || x.clause || y.clause || p + way === q || q + way === p) continue;
    if (key(x) === key(y)) continue;
    if (x.frame === y.frame || (x.head !== 0 && x.head === y.head) || (x.tail !== 0 && x.tail === y.tail)) return true;
  }
  return false;
}

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
function headingsAlike(document: Document, a: Statement, b: Statement): boolean {
  const x = headingAbove(document, a.block);
  const y = headingAbove(document, b.block);
  if (x === y || x === '' || y === '') return false;
  const most = Math.min(x.length, y.length);
  let head = 0;
  while (head < most && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < most - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  return head + tail >= 4 && 3 * (head + tail) >= 2 * most;
}

/** Whether it is a sentence of the text: not of a table, not code. */
const inText = (document: Document, { start, kind }: Statement): boolean =>
  (kind === 'prose' || kind === 'list' || kind === 'quote') && !inCode(document, start);

const readable = (document: Document, { start, end, kind }: Statement): boolean =>
  (kind === 'prose' || kind === 'list' || kind === 'quote') &&
  !SIGNS.test(document.slice(start, end)) &&
  !inCode(document, start);

function casesOf(document: Document): { cases: Case[]; all: readonly Statement[] } {
  const all = repeated(document);
  if (all.length < 2) return { cases: [], all };
  const frames = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, at: number, i: number): void => {
    const list = map.get(at);
    if (!list) map.set(at, [i]);
    else if (list.length <= SAME_FRAME) list.push(i);
  };
  const seen = new Set<string>();
  for (let i = 0; i < all.length; i++) {
    const one = all[i]!;
    if (one.values !== 0 && one.weight >= NUMBER_WEIGHT) put(frames, one.frame, i);
    if (one.weight < WORD_WEIGHT) continue;
    if (one.head !== 0) put(ends, one.head, i);
    if (one.tail !== 0) put(ends, one.tail, i);
  }
  // several sentences that begin alike and go on in several ways
  const template = (one: Statement): boolean => {
    if (one.head === 0) return false;
    const ways = new Set<number>();
    for (const list of [statements(document), all])
      for (const each of list) if (each.head === one.head) ways.add(each.frame);
    return ways.size > 2;
  };
  let full: readonly Statement[] = [];
  let index: Map<number, number> | undefined;
  const cases: Case[] = [];
  const add = (p: number, q: number, what: Difference | undefined): void => {
    if (!what) return;
    // rests of sentences stand behind all sentences: the earlier place in the text comes first
    if (all[p]!.start > all[q]!.start) {
      add(q, p, { kind: what.kind, here: what.there, there: what.here });
      return;
    }
    const a = all[p]!;
    const b = all[q]!;
    const id = `${a.block} ${b.block} ${what.kind} ${what.here} ${what.there}`;
    if (seen.has(id)) return;
    seen.add(id);
    const text = document.slice(a.start, a.end) + document.slice(b.start, b.end);
    if (
      (a.frame === b.frame ? EXAMPLE : HISTORY).test(text) ||
      (what.kind === 'number' && HERE.test(text)) ||
      (what.kind === 'word' && THIS.test(text)) ||
      /[:：]\s*$/u.test(document.slice(a.start, a.end)) ||
      headingsAlike(document, a, b) ||
      template(a)
    )
      return;
    if (!index) {
      full = statements(document);
      index = new Map(full.map((one, i): [number, number] => [one.start, i]));
    }
    const i = a.clause ? undefined : index.get(a.start);
    const j = b.clause ? undefined : index.get(b.start);
    if (i !== undefined && j !== undefined && parallel(full, i, j)) return;
    const same = i === undefined || j === undefined ? 0 : around(full, i, j);
    const passage = same === 0 && Math.max(a.weight, b.weight) < PASSAGE ? 0 : Math.max(a.weight, b.weight) + same;
    cases.push({ ...what, a, b, passage });
  };
  const apart = (a: Statement, b: Statement): boolean =>
    Math.abs(a.block - b.block) >= 2 && !(a.kind === 'list' && b.kind === 'list' && Math.abs(a.block - b.block) < 12);
  for (const list of frames.values()) {
    if (list.length < 2 || list.length > SAME_FRAME) continue;
    const first = all[list[0]!]!;
    const variants = new Set(list.map((i) => all[i]!.values));
    if (variants.size !== 2) continue;
    const other = list.find((i) => all[i]!.values !== first.values)!;
    const second = all[other]!;
    if (first.clause && second.clause && document.units[first.start]! < 0x2e80) continue;
    if (!apart(first, second) || !readable(document, first) || !readable(document, second)) continue;
    const found = numbersDiffer(document, first, second);
    add(list[0]!, other, found && { kind: 'number', ...found });
  }
  for (const list of ends.values()) {
    if (list.length < 2 || list.length > 3) continue;
    for (let i = 1; i < list.length; i++)
      for (let j = 0; j < i; j++) {
        const a = all[list[j]!]!;
        const b = all[list[i]!]!;
        if (a.frame === b.frame || !apart(a, b) || (a.clause && b.clause && document.units[a.start]! < 0x2e80))
          continue;
        if (!inText(document, a) || !inText(document, b)) continue;
        add(list[j]!, list[i]!, wordsDiffer(document, a, b));
      }
  }
  return { cases: cases.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start), all };
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
function valueAt({ units }: Document, { start, end, clause }: Statement): number {
  for (let i = start; clause && i < end; i++) if (numberEnd(units, i, end) > i) return i;
  return start;
}

function* inside(document: Document): Iterable<Observation> {
  const { cases, all } = casesOf(document);
  const found = regions(cases);
  if (found.length > MOST_CASES) return;
  for (const region of found.slice(0, FINDINGS)) {
    const { a, b, kind, here, there } = region[0]!;
    const passage = Math.max(...region.map((one) => one.passage));
    const places: Place[] = [at(document, a), at(document, b, { note: `here: ${there}` })];
    for (const other of region.slice(1, 3))
      places.push(
        at(document, other.a, { note: `here: ${other.here}` }),
        at(document, other.b, { note: `here: ${other.there}` }),
      );
    const lineOf = (statement: Statement): number => lineColumn(document, valueAt(document, statement)).line;
    const sides = (one: Statement): Statement[] =>
      all.filter((each) => each.frame === one.frame && each.values === one.values && each.clause === one.clause);
    const mine = sides(a);
    const others = sides(b);
    for (const each of [...mine.slice(1), ...others.slice(1)])
      if (places.length < MOST_PLACES)
        places.push(
          at(document, each, {
            note: each.values === a.values ? 'says the same as the first' : 'says the same as the second',
          }),
        );
    const lines = (list: readonly Statement[]): string => [...new Set(list.slice(0, 4).map(lineOf))].join(', ');
    yield {
      message: `${region.length > 1 ? `a passage said twice with ${WHAT[kind]}` : `said twice with ${WHAT[kind]}`}: "${here}" (${lines(mine)}) but "${there}" (${lines(others)})`,
      next: 'Find out which of the two holds, and say it in one place',
      level: kind === 'lost' && passage < PASSAGE ? 'note' : 'look',
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
