/**
 * What differs between a statement that stands in a document twice (restatements.ts): a number, a unit, a word of obligation, a
 * value in quotation marks or code, or an address.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { leadIn } from './parallels.ts';
import type { Restatement, Slot } from './restatements.ts';
import {
  NOTHING,
  areAkin,
  CJK_LETTER,
  DIGIT,
  isMeasured,
  isModal,
  isName,
  isQuoted,
  modalPart,
  nameAt,
  NO_WORD,
  numberDiffers,
  obligationsDiffer,
  obliges,
  plain,
  runAround,
  stripped,
  suffixDenies,
  UNIT,
} from './values.ts';

/** Weight of what is said twice from which a number, a word of obligation, a value tells. */
const NUMBER_WEIGHT = 40;
const WORD_WEIGHT = 35;
const VALUE_WEIGHT = 42;
/** The same where the duty is a weaker one, not the opposite. */
const DEGREE_WEIGHT = 50;
/** The same where the number names something (phase 2, section 4), how far behind the beginning it stands, and of a version. */
const NAME_WEIGHT = 60;
const NAME_BEHIND = 12;
const VERSION_WEIGHT = 75;
/** Units before a word in which a condition is looked for, and of a text in which a name is. */
const LEAD = 300;
const NAMES = 1_000_000;

const IF =
  '(?:if|when|unless|where|wenn|falls|sofern|si|cuando|quando|se|если|когда|jeśli|als|indien|eğer|jika|如果|若|当|もし)(?![a-zа-яäöüéş])';
/** A condition, whose opposite stands elsewhere. */
export const CONDITION: RegExp = new RegExp(`^${IF}`, 'iu');
/** The same that reaches to the end. */
const IN_CONDITION = new RegExp(`(?:^|[\\s,;(])${IF}[^,，、;.。]*$`, 'iu');
const DIGEST = /^[0-9a-f]{7,64}$/u;

export interface Difference {
  readonly kind: 'number' | 'word' | 'unit' | 'default' | 'address';
  readonly here: string;
  readonly there: string;
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
    // 2^53, ~30, =30, 12h00
    const bare =
      signs.slice(0, from - start).replace(/^[\w.(-]*[~=<>≤≥^]$/u, '') +
      signs.slice(from - start).replace(/^\d{1,2}h\d\d(?!\d)/u, '0');
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

/** Whether the numbers of a slot are names of two things: by what stands around them, or for both stand so in the text elsewhere too. */
function areNames(document: Document, one: Restatement, { here, there }: Slot): boolean {
  const x = numberOf(document, one, here);
  const y = numberOf(document, { start: one.other, end: one.otherEnd }, there);
  if (isKey(document, one, here)) return true;
  // what a sentence begins with is what it is about; a longer one that names another version or section later on is in doubt
  if ((isName(...x) || isName(...y)) && (one.weight < NAME_WEIGHT || x[1] < NAME_BEHIND)) return true;
  if (one.weight < VERSION_WEIGHT && isVersion(...x) && isVersion(...y)) return true;
  const twice = (name: string): boolean => {
    if (name === '') return false;
    const text = document.text.slice(0, NAMES);
    const first = text.indexOf(name);
    return first >= 0 && text.includes(name, first + name.length);
  };
  return twice(nameAt(...x)) && twice(nameAt(...y));
}

const LETTER_SPACE = pattern('u')`\p{L}\s$`;

/** Whether the number at `i` is a version: two parts, and no measure behind it. */
const isVersion = (text: string, i: number, to: number): boolean =>
  /^\d+\.\d+$/u.test(text.slice(i, to)) &&
  LETTER_SPACE.test(text.slice(Math.max(0, i - 2), i)) &&
  !isMeasured(text, to);

/** Whether two names are of one family: `core.a` and `core.b`, `allow_x` and `allow_y`. */
function isFamily(document: Document, slot: Slot, here: string, there: string): boolean {
  const beside = document.slice(Math.max(0, slot.here - 1), slot.here) + document.slice(slot.hereEnd, slot.hereEnd + 1);
  if (/[.\-_/:[]/u.test(beside)) return true;
  // two digests have a piece in common where one of them was written wrong
  return areAkin(here, there) && !(DIGEST.test(here) && DIGEST.test(there));
}

/** Whether a word that denies stands in a condition, whose opposite is another case: if the lamp is not lit. */
function isCondition(document: Document, start: number, slot: number, word: string, end: number): boolean {
  const before = document.slice(start, slot);
  if (/^(?:と[、，\s]|場合|とき|たら|ならば?|なければ)/u.test(document.slice(end, end + 4))) return true;
  return (
    !obliges(`${before.slice(-24)} ${word} ${document.slice(end, end + 16)}`) &&
    IN_CONDITION.test((leadIn(document, start) + before).slice(-LEAD))
  );
}

/** Signs of an address that are shown on both sides of what differs. */
const SHOWN = 16;
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+|%/gu;

/** Whether all that is escaped in a piece of an address is UTF-8 and no control character. It may begin and end inside of a character. */
function isEscaped(piece: string): boolean {
  for (const { 0: found, index } of piece.matchAll(ESCAPES)) {
    // bytes that must follow
    let open = index === 0 ? -1 : 0;
    for (let i = 0; i < found.length; i += 3) {
      const byte = found.length < 3 ? 0 : Number.parseInt(found.slice(i + 1, i + 3), 16);
      const follows = byte >>> 6 === 2;
      if (open < 0 && follows) continue;
      if (open > 0 ? !follows : byte < 0x20 || (byte > 0x7e && byte < 0xc2) || byte > 0xf4) return false;
      open = open > 0 ? open - 1 : byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    }
    if (open > 0 && index + found.length < piece.length) return false;
  }
  return true;
}

/** An address that stands twice, with an escape in one of the two places that stands for no character. */
function addressOf(document: Document, { here, hereEnd, there, thereEnd }: Slot): Difference | undefined {
  if (!/%[0-9A-Fa-f]*$/u.test(document.slice(Math.max(0, here - 3), here))) return undefined;
  const x = runAround(document, { start: here, end: hereEnd });
  const y = runAround(document, { start: there, end: thereEnd });
  if (!/[/=]/u.test(document.slice(x.start, here)) || !/[/=]/u.test(document.slice(y.start, there))) return undefined;
  if (isEscaped(document.slice(x.start, x.end)) === isEscaped(document.slice(y.start, y.end))) return undefined;
  const shown = (from: number, to: number): string => document.slice(Math.max(0, from - SHOWN), to + SHOWN);
  return { kind: 'address', here: shown(here, hereEnd), there: shown(there, thereEnd) };
}

/** What differs between two statements, where it is a value. */
export function differenceOf(document: Document, one: Restatement): Difference | undefined {
  const { slots, weight } = one;
  const texts = slots.map((slot): readonly [string, string] => [
    document.slice(slot.here, slot.hereEnd),
    document.slice(slot.there, slot.thereEnd),
  ]);
  const words = texts.map(([x, y]) => stripped(x, y));
  const differ = words.filter(([x, y]) => x !== y);
  if (differ.length === 0 || slots.length > 3) return undefined;
  const address = slots.length === 1 ? addressOf(document, slots[0]!) : undefined;
  if (address) return address;
  const text = document.slice(one.start, one.end);
  const numbers = words.every(([x, y], i) => x === y || isNumber(document, slots[i]!, x, y));
  if (numbers) {
    if (
      weight < NUMBER_WEIGHT ||
      text.trimStart().startsWith('-') ||
      /(?:\. ){3}|\.{4}/u.test(text) ||
      slots.some((slot, i) => words[i]![0] !== words[i]![1] && areNames(document, one, slot))
    )
      return undefined;
    return {
      kind: 'number',
      here: differ.map(([x]) => x).join(', '),
      there: differ.map(([, y]) => y).join(', '),
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
  if (weight >= WORD_WEIGHT && suffixDenies(here, there)) return { kind: 'word', here, there };
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
    return { kind: 'word', here: here || NOTHING, there: there || NOTHING };
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
      return { kind: 'unit', here, there };
    if (
      weight >= VALUE_WEIGHT &&
      !/[|<>{}=]/u.test(here + there) &&
      !isFamily(document, slot!, here, there) &&
      isQuoted(document, { start: slot!.here, end: slot!.hereEnd }) &&
      isQuoted(document, { start: slot!.there, end: slot!.thereEnd })
    )
      return { kind: 'default', here, there };
    return undefined;
  }
  return undefined;
}
