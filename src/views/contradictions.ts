/**
 * Pairs of places in one document that contradict each other. What says the same is told by its words alone
 * (restatements.ts); what differs must be a value (values.ts), and what stands around both must not be alike (parallels.ts).
 */
import type { Block, Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { blockBefore, indexBefore } from './context.ts';
import { dense } from './dense.ts';
import { echoes, signAt } from './echoes.ts';
import { inCode } from './in-code.ts';
import {
  areReleases,
  areSteps,
  EXAMPLE,
  goesOnFromOther,
  headingsAlike,
  HISTORY,
  isParallel,
  isTopic,
  leadIn,
  leadOver,
} from './parallels.ts';
import { restatements, type Restatement, type Slot } from './restatements.ts';
import { isReadable, numberedClauses, numberEnd, type Statement } from './statements.ts';
import {
  isQuoted,
  NO_WORD,
  areAkin,
  runAround,
  CJK_LETTER,
  DIGIT,
  isModal,
  isName,
  nameAt,
  obligationsDiffer,
  obliges,
  suffixDenies,
  isQuantity,
  modalPart,
  numberDiffers,
  plain,
  stripped,
  UNIT,
} from './values.ts';

/** Weight of what is said twice from which a number, a word of obligation, a value tells. */
const NUMBER_WEIGHT = 40;
const WORD_WEIGHT = 35;
/** The same where the duty is a weaker one, not the opposite. */
/** The same from which another example tells too. */
const EXAMPLE_WEIGHT = 80;
const DEGREE_WEIGHT = 50;
const VALUE_WEIGHT = 42;
/** Places that hold a statement: more are a form. */
const HOLDERS = 12;
/** Blocks between two places, and between two items of one list. */
const APART = 2;
const ITEMS_APART = 12;
/** Statements of one frame: more are a form. */
const SAME_FRAME = 6;
/** Statements that are looked at closely, of a document. */
const CLOSELY = 400;

/** What such a sentence says depends on where it stands. */
const HERE =
  /\b(?:(?:above|below)(?! \d)|preceding|this (?:section|figure|table|listing)|oben|unten|ci-dessus|ci-dessous|arriba|abajo|acima|abaixo|sopra|sotto)\b|выше|ниже|上述|上面|上图|下图|下面|如下|上記|下記/iu;
const IF =
  '(?:if|when|unless|where|wenn|falls|sofern|si|cuando|quando|se|если|когда|jeśli|als|indien|eğer|jika|如果|若|当|もし)(?![a-zа-яäöüéş])';
/** A condition, whose opposite stands elsewhere. */
export const CONDITION: RegExp = new RegExp(`^${IF}`, 'iu');
/** The same that reaches to the end. */
const IN_CONDITION = new RegExp(`(?:^|[\\s,;(])${IF}[^,，、;.。]*$`, 'iu');

/** Two places that contradict each other. */
export interface Case {
  readonly a: Span;
  readonly b: Span;
  /** Where the two differ. */
  readonly at: number;
  readonly bt: number;
  /** A value, or words that stand in one of the two alone, or others. */
  readonly kind: 'number' | 'word' | 'unit' | 'default' | 'lost' | 'words';
  readonly here: string;
  readonly there: string;
  /** Whether it tells; else it is a note. */
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

/** Whether a slot of both texts is a number that may be a quantity. */
function isNumber(document: Document, slot: Slot, x: string, y: string): boolean {
  if (!numberDiffers(x, y)) return false;
  if (!DIGIT.test(x) || !DIGIT.test(y)) return !document.slice(Math.max(0, slot.here - 1), slot.here).endsWith('第');
  for (const [from, to] of [
    [slot.here, slot.hereEnd],
    [slot.there, slot.thereEnd],
  ] as const) {
    const { start, end } = runAround(document, { start: from, end: to });
    const signs = document.slice(start, end);
    // ~30, =30
    const bare = signs.slice(0, from - start).replace(/^[\w.-]*[~=<>≤≥]$/u, '') + signs.slice(from - start);
    if (NO_WORD.test(bare)) return false;
  }
  return true;
}

/** Where the number of a slot stands in its statement. */
function numberOf(document: Document, { start, end }: Span, slot: number): readonly [string, number, number] {
  const text = document.slice(start, end);
  let i = Math.max(0, slot - start);
  while (i < text.length && !DIGIT.test(text.charAt(i))) i++;
  let to = i;
  while (to < text.length && /[\d.,]/u.test(text.charAt(to))) to++;
  while (to > i && /[.,]/u.test(text.charAt(to - 1))) to--;
  return [text, i, to];
}

/** Whether a number is what a list or a column is ordered by: it begins its statement in brackets or as code. */
const isKey = (document: Document, { start }: Span, slot: number): boolean =>
  /^\s*[(（[`"'“]+\s*$/u.test(document.slice(start, slot));

/** Whether the numbers of a slot are names: by what stands around them, or for both stand so in the text elsewhere too. */
function areNames(document: Document, one: Restatement, { here, there }: Slot): boolean {
  const x = numberOf(document, one, here);
  const y = numberOf(document, { start: one.other, end: one.otherEnd }, there);
  if (isName(...x) || isName(...y) || isKey(document, one, here)) return true;
  const twice = (name: string): boolean => {
    if (name === '') return false;
    const text = document.text.slice(0, NAMES);
    const first = text.indexOf(name);
    return first >= 0 && text.includes(name, first + name.length);
  };
  return twice(nameAt(...x)) && twice(nameAt(...y));
}

/** Whether two names are of one family: `core.a` and `core.b`, `allow_x` and `allow_y`. */
function isFamily(document: Document, slot: Slot, here: string, there: string): boolean {
  const beside = document.slice(Math.max(0, slot.here - 1), slot.here) + document.slice(slot.hereEnd, slot.hereEnd + 1);
  if (/[.\-_/:[]/u.test(beside)) return true;
  return areAkin(here, there);
}

/** Whether a word that denies stands in a condition, whose opposite is another case: if the lamp is not lit. */
function isCondition(document: Document, start: number, slot: number, word: string, end: number): boolean {
  const before = document.slice(start, slot);
  return (
    !obliges(`${before.slice(-24)} ${word} ${document.slice(end, end + 16)}`) &&
    IN_CONDITION.test((leadIn(document, start) + before).slice(-LEAD))
  );
}

/** What differs between two statements, where it is a value. */
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
      slots.some((slot, i) => words[i]![0] !== words[i]![1] && areNames(document, one, slot))
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
    // what stands beside the words of obligation is the same: `he must`, `he must not`
    const [x, y] = [raw![0], raw![1]].map((words) =>
      CJK_LETTER.test(words) ? plain(words).replaceAll(' ', '') : plain(words),
    );
    const rest = end ? x!.slice(0, x!.length - here.length) : x!.slice(here.length);
    const other = end ? y!.slice(0, y!.length - there.length) : y!.slice(there.length);
    if (
      !(end ? x!.endsWith(here) && other.endsWith(rest) : x!.startsWith(here) && other.startsWith(rest)) ||
      weight < WORD_WEIGHT
    )
      return undefined;
  }
  if (weight >= WORD_WEIGHT && suffixDenies(here, there)) return { kind: 'word', here, there, grave: true };
  if (isModal(here) && isModal(there)) {
    if (
      weight <
        (here === '' || there === '' || here.includes(' ') || there.includes(' ') ? WORD_WEIGHT : DEGREE_WEIGHT) ||
      !obligationsDiffer(here, there) ||
      /\$\{/u.test(text)
    )
      return undefined;
    if (slot!.open && (here === '' || there === '') && CJK_LETTER.test(text)) return undefined;
    if (
      isCondition(document, one.start, slot!.here, here, slot!.hereEnd) ||
      isCondition(document, one.other, slot!.there, there, slot!.thereEnd)
    )
      return undefined;
    if ((here === '' || there === '') && weight < 60 && !obliges(text)) return undefined;
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
      !/[|<>{}=]/u.test(here + there) &&
      !isFamily(document, slot!, here, there) &&
      isQuoted(document, { start: slot!.here, end: slot!.hereEnd }) &&
      isQuoted(document, { start: slot!.there, end: slot!.thereEnd })
    )
      return { kind: 'default', here, there, grave: true };
    return undefined;
  }
  return undefined;
}

const TEXT: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'quote']);

/** The sentence, or what is left of it from the line on in which the slot stands. */
export function shownFrom(document: Document, start: number, slot: number): number {
  let line = slot;
  const { units } = document;
  while (line > start && units[line - 1] !== 0x0a) line--;
  if (line === start) return start;
  let above = line - 1;
  while (above > start && units[above - 1] !== 0x0a) above--;
  return above === start ? start : line;
}

/** Other places that say what stands around an offset. */
export function placesLike(document: Document, slot: number, other: number): Span[] {
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

const COPYRIGHT = /\bcopyright\b|©|\(c\)/iu;
/** A command, a rule under a heading. */
const NO_SENTENCE = /^\s*(?:\/\w|[$#>]\S|[-+]\s)|\s-\w\b[^.]*\s-\w\b|[~=^_-]{4,}/u;
/** Units before a word in which a condition is looked for, and of a text in which a name is. */
const LEAD = 300;
const NAMES = 1_000_000;
/** The slot is what a label with a colon is followed by. */
const AFTER_COLON = /[:：]\s*$/u;
const FIELD = 24;

/** Whether what differs between two places is no contradiction, by what stands around them. */
function isVariant(
  document: Document,
  one: Restatement,
  what: Difference,
  first: Block,
  second: Block,
  p: number,
  q: number,
): boolean {
  const { kind } = what;
  const text = document.slice(one.start, one.end);
  const before = `${leadIn(document, one.start)}\n${leadIn(document, one.other)}`;
  if (inCode(document, one.start) && inCode(document, one.end - 1)) return true;
  if (one.slots.some(({ here, there }) => inText(document, here, first) !== inText(document, there, second)))
    return true;
  if (areReleases(document, p, q)) return true;
  if (headingsAlike(document, p, q)) return true;
  if (
    AFTER_COLON.test(document.slice(one.start, one.end + 1)) &&
    AFTER_COLON.test(document.slice(one.other, one.otherEnd + 1))
  )
    return true;
  if (COPYRIGHT.test(text) || NO_SENTENCE.test(text)) return true;
  const [slot] = one.slots;
  if (AFTER_COLON.test(document.slice(one.start, slot!.here)) && one.end - slot!.hereEnd < FIELD) return true;
  if (
    (EXAMPLE.test(text.slice(0, 24)) || EXAMPLE.test(before)) &&
    (kind !== 'word' || what.here === 'nothing' || what.there === 'nothing') &&
    one.weight < EXAMPLE_WEIGHT
  )
    return true;
  if (HISTORY.test(before)) return true;
  if (isTopic(document, one, what.here, what.there)) return true;
  if (kind !== 'word' && areSteps(document, p, q)) return true;
  if (kind !== 'word' && leadOver(document, one, p, q)) return true;
  if (kind !== 'word' && goesOnFromOther(document, one, first, second)) return true;
  if (kind === 'word' && first.kind === 'list' && second.kind === 'list' && slot!.open) return true;
  const items = first.kind === 'list' && second.kind === 'list';
  return isParallel(document, one, items ? 0.7 : kind === 'number' || kind === 'word' ? 1.6 : 1);
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
    const first = blockBefore(document, one.start);
    const second = blockBefore(document, one.other);
    if (!first || !second || !TEXT.has(first.kind) || !TEXT.has(second.kind)) continue;
    const p = indexBefore(all, one.start);
    const q = indexBefore(all, one.other);
    const gap = Math.abs(p - q);
    if (gap < APART || (gap < ITEMS_APART && first.kind === 'list' && second.kind === 'list')) continue;
    if (++looked > CLOSELY) break;
    const what = differenceOf(document, one);
    if (!what) continue;
    if (one.holders > HOLDERS) continue;
    if (what.kind === 'default' && first.kind === 'list' && second.kind === 'list' && one.weight < 2 * NUMBER_WEIGHT)
      continue;
    put(one.slots[0]!.here, what.there);
    put(one.slots[0]!.there, what.here);
    if (isVariant(document, one, what, first, second, p, q)) continue;
    const slot = one.slots[0]!;
    const [x, y]: readonly [Span, Span] = [
      { start: shownFrom(document, one.start, slot.here), end: one.end },
      { start: shownFrom(document, one.other, slot.there), end: one.otherEnd },
    ];
    const turned = slot.there < slot.here;
    const withX = placesLike(document, slot.here, slot.there);
    const withY = placesLike(document, slot.there, slot.here);
    if (what.kind !== 'number' && withX.length + withY.length > 2) continue;
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
  return out.filter((one) => values.get(one.at)!.size < 2 && values.get(one.bt)!.size < 2);
}

/** Whether an offset is not of a block of code or a table. */
const inText = (document: Document, offset: number, { kind }: Block): boolean =>
  TEXT.has(kind) && blockBefore(document, offset)?.kind !== 'code';

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
    if (Math.abs(first.block - second.block) < APART || !isReadable(document, first) || !isReadable(document, second))
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

/** Pairs of places that contradict each other, in the order of the first. */
export const contradictions: (document: Document) => readonly Case[] = view((document) => {
  const clauses = clauseCases(document);
  // a text of such clauses is a scale
  const out = clauses.length < 3 ? clauses : [];
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 120;
  // three places, of which two say the same, are one case
  const isSame = (one: Case, other: Case): boolean =>
    one.kind === other.kind &&
    ((near(one.at, other.at) && near(one.bt, other.bt)) ||
      ((near(one.at, other.at) || near(one.bt, other.bt)) &&
        ((one.here === other.here && one.there === other.there) ||
          (one.here === other.there && one.there === other.here))));
  for (const one of restated(document)) if (!out.some((other) => isSame(one, other))) out.push(one);
  return out.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
});

/** Offset of the first number of a clause that may reach over lines; else of its beginning. */
export function valueAt({ units }: Document, { start, end }: Span): number {
  for (let i = start; i < end; i++) if (numberEnd(units, i, end) > i) return i;
  return start;
}
