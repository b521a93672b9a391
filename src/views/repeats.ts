/**
 * Passages that a document says twice, with words in one of the places that the other one lacks, or other words there. What
 * says the same is told by restatements.ts; values that differ are told by contradictions.ts.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blockBefore } from './context.ts';
import { placesLike, shownFrom, blocksOfBoth, type Case } from './cases.ts';
import { contradictions } from './contradictions.ts';
import { dense } from './dense.ts';
import { signAt } from './echoes.ts';
import { inCode } from './in-code.ts';
import { areReleases, headingAbove, headingsAlike, isParallel } from './parallels.ts';
import { ITEMS_APART, restatements, type Restatement, type Slot } from './restatements.ts';
import { weightOfUnits } from './script.ts';
import { NOTHING, CJK_LETTER, isModal, stripped } from './values.ts';

/** Weight of what is the same from which such words are a note; from which three, two, two at a pause tell. */
const NOTE = 60;
const SHORT = 100;
const SENTENCE = 120;
const PASSAGE = 200;
/** The same where what differs is a word that another one stands for. */
const REPLACED = 200;
/** Weight of words from which they are more than a slip of the pen, and signs of a note. */
const SEVERAL = 5;
const LEAST = 3;
/** Weight of words from which it tells that they stand elsewhere in the text, by a sentence and for a passage; signs of a text that are looked at. */
const STANDS = 10;
const FAR = 24;
const FURTHEST = 1_000_000;
/** Weight of what is the same on the lighter side of the words. */
const LIGHTER = { sentence: 8, passage: 3 };
/** Places that hold a passage: more are a form. */
const HOLDERS = 3;
/** Blocks between two places. */
const APART = 2;
/** Units on either side in which words may be spoken of. */
const AROUND = 600;
/** How near (`isParallel`) what stands around must be alike, by the same measures. */
const NEAR = { items: 0.7, sentence: 1, passage: 4 };
/** Units of white space that are read on either side of words. */
const SPACES = 80;
/** Letters of a word that a heading may be about. */
const WORD = 4;
/** Passages that are looked at closely, of a document. */
const CLOSELY = 400;

/** Where a clause may end. */
const PAUSE = /[.,;:!?()[\]{}|。，；：、！？（）…–—-]/u;
/** A number by itself. */
const INTEGER = /^\d{1,9}$/u;
const COLON = 0x3a;
/** What a year follows that holds for one notice alone; units before the year. */
const NOTICE = /copyright|©|\(c\)/iu;
const LINE = 40;
const STOP = /^[.;:!?。；：！？]/u;
const OPENING = '([{（「『【';
const CLOSING = ')]}）」』】';
const LETTERS = pattern('u')`\p{L}`;
const LETTERS_OR_DIGITS = pattern('u')`[\p{L}\p{Nd}]`;
const NO_LETTERS = pattern('gu')`[^\p{L}\p{Nd}]+`;
/** A paragraph, a page, an item or a section that begins between two words. */
const BREAK = /\n[ \t]*\n|\f|(?:^|\n)\.[A-Za-z]{1,3}(?:\s|$)|\n[ \t>]*(?:[-*+•]|\d+[.)])[ \t]/u;
const OPENS_QUOTE = /["“„«»「『]\s?.?$/u;
/** A drawing of messages, a command. */
const NO_SENTENCE = /<-|->|\{\{|\$\{|\\e?\n/u;
/** A link or a notice, of which one place may have more. */
const LINK = /https?:|\bcopyright\b|©|signed-off-by/iu;

const weightOf = (text: string): number =>
  weightOfUnits(
    Uint16Array.from(text, (sign) => sign.charCodeAt(0)),
    0,
    text.length,
  );

/** A text as it may be spoken of: its words in small letters. */
const words = (text: string): string => text.toLowerCase().replace(NO_LETTERS, ' ').trim();

/** What is left of a word in its other forms: strict, strictly. */
const stem = (word: string): string => word.slice(0, Math.max(WORD, word.length - 3));

/** Whether words are what one of the two headings is about: at least half of them stand in one alone. */
function isSubject(document: Document, lost: string, p: number, q: number): boolean {
  const x = words(headingAbove(document, p));
  const y = words(headingAbove(document, q));
  // headings that have a word in common are those of sections written in parallel
  if (x === y || !x.split(' ').some((word) => word.length >= WORD && y.includes(word))) return false;
  const long = words(lost)
    .split(' ')
    .filter((word) => word.length >= WORD || INTEGER.test(word));
  return (
    long.length > 0 &&
    2 * long.filter((word) => x.includes(stem(word)) !== y.includes(stem(word))).length >= long.length
  );
}

/** Whether words are spoken of around their own place and not around the other. */
function isTopic(document: Document, lost: string, own: Span, other: Span): boolean {
  const around = ({ start, end }: Span): string =>
    words(`${document.slice(Math.max(0, start - AROUND), start)} | ${document.slice(end, end + AROUND)}`);
  const topic = words(lost);
  return topic !== '' && around(own).includes(topic) && !around(other).includes(topic);
}

/** Whether the words of a span stand in the text a third time, whatever their line ends: they came from there. */
function standElsewhere(document: Document, { start, end }: Span, least: number): boolean {
  const { units, at } = dense(document);
  const from = signAt(at, start);
  const to = signAt(at, end);
  if (to === from || weightOf(document.slice(start, end).replace(/\s/gu, '')) < least) return false;
  const most = Math.min(units.length, FURTHEST) - (to - from);
  for (let i = 0; i <= most; i++) {
    if (units[i] !== units[from] || i === from) continue;
    let k = 1;
    while (from + k < to && units[i + k] === units[from + k]) k++;
    if (from + k === to && (i + k <= from || i >= to)) return true;
  }
  return false;
}

/** Sides of a span at which a clause may begin or end, within it or beside it; a sentence that ends behind it counts for both. */
function pauses(document: Document, { start, end }: Span): number {
  const bare = (text: string): string => text.replaceAll('\\&', '').trim();
  const lost = bare(document.slice(start, end));
  const before = bare(document.slice(Math.max(0, start - 4), start));
  const after = bare(document.slice(end, end + 4));
  if (STOP.test(after)) return 2;
  const opens = PAUSE.test(lost.charAt(0)) || PAUSE.test(before.slice(-1));
  const closes = PAUSE.test(lost.slice(-1)) || PAUSE.test(after.charAt(0));
  return Number(opens) + Number(closes);
}

/** What one of two texts has more than the other, in a place within it; undefined where each has something of its own. */
function added(x: string, y: string): string | undefined {
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  let head = 0;
  while (head < short.length && long[head] === short[head]) head++;
  let tail = 0;
  while (tail < short.length - head && long.at(-1 - tail) === short.at(-1 - tail)) tail++;
  return head + tail < short.length ? undefined : long.slice(head, long.length - tail);
}

type Found = Pick<Case, 'kind' | 'here' | 'there' | 'grave'> & {
  /** The words that stand in one of the two alone; nothing where others stand for them. */
  readonly lost: string;
};

/** Whether a text has more brackets of one side than of the other. */
function isTorn(text: string): boolean {
  let depth = 0;
  for (const sign of text)
    if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign)) depth--;
  return depth !== 0;
}

/** A span with the white space around it. */
function withSpaces(document: Document, start: number, end: number): string {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < SPACES && isSpace(units[from - 1]!)) from--;
  let to = end;
  while (to < units.length && to - end < SPACES && isSpace(units[to]!)) to++;
  return document.slice(from, to);
}

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 9 && unit <= 13);

/** Whether a statement begins behind an opening quotation mark: who cites may shorten. */
const isCited = (document: Document, start: number): boolean =>
  OPENS_QUOTE.test(document.slice(Math.max(0, start - 2), start + 1));

/** Whether words end as the text of a link does: one of two places may have the link. */
const isOfLink = (document: Document, { hereEnd, thereEnd }: Slot): boolean =>
  [hereEnd, thereEnd].some((end) => /^\]?\(|^\]\[/u.test(document.slice(end, end + 2)));

/** Words of a text; a word of Han or the like has two signs. */
const count = (text: string): number =>
  CJK_LETTER.test(text)
    ? Math.ceil(weightOf(text) / 6)
    : text.split(/\s+/u).filter((word) => LETTERS_OR_DIGITS.test(word)).length;

function found(document: Document, one: Restatement, slot: Slot): Found | undefined {
  const raw = [document.slice(slot.here, slot.hereEnd), document.slice(slot.there, slot.thereEnd)] as const;
  if (
    BREAK.test(withSpaces(document, slot.here, slot.hereEnd)) ||
    BREAK.test(withSpaces(document, slot.there, slot.thereEnd))
  )
    return undefined;
  const [here, there] = stripped(...raw);
  if (here === there || (isModal(here) && isModal(there))) return undefined;
  const isPassage = one.weight >= PASSAGE;
  if (NO_SENTENCE.test(isPassage ? here + there : document.slice(one.start, one.end))) return undefined;
  // of so much that is the same a number tells, though it may be a part of a name
  if (
    isPassage &&
    INTEGER.test(here) &&
    INTEGER.test(there) &&
    document.units[slot.hereEnd] !== COLON &&
    !NOTICE.test(document.slice(Math.max(0, slot.here - LINE), slot.here))
  )
    return { kind: 'number', here, there, lost: '', grave: one.lighter >= LIGHTER.passage };
  if (!LETTERS.test(here + there)) return undefined;
  let lost = here + there;
  if (here !== '' && there !== '') {
    // within a word only what is no part of one was put there
    lost = (added(raw[0].trim(), raw[1].trim()) ?? '').trim();
    const breaks =
      /\s/u.test(lost) || (CJK_LETTER.test(lost) && !CJK_LETTER.test(here.length < there.length ? here : there));
    if (!breaks || weightOf(lost) < SEVERAL) {
      if (one.weight < REPLACED || here.toLowerCase() === there.toLowerCase()) return undefined;
      return { kind: 'words', here, there, lost: '', grave: false };
    }
  }
  if (lost.length < LEAST || LINK.test(lost) || isOfLink(document, slot)) return undefined;
  const span =
    slot.hereEnd - slot.here > slot.thereEnd - slot.there
      ? { start: slot.here, end: slot.hereEnd }
      : { start: slot.there, end: slot.thereEnd };
  // what opens a bracket and does not close it is no part that an author adds
  const torn = isPassage && isTorn(lost);
  const many = Math.min(count(document.slice(span.start, span.end)), count(lost));
  const sides = pauses(document, span);
  const tells = isPassage
    ? (many > 1 || torn) &&
      one.lighter >= LIGHTER.passage &&
      (sides < 2 || torn || (many > 2 && standElsewhere(document, span, FAR)))
    : many > (one.weight < SENTENCE ? 2 : 1) &&
      one.lighter >= LIGHTER.sentence &&
      (sides === 0 || (sides === 1 && standElsewhere(document, span, STANDS)));
  return {
    kind: 'lost',
    here: here || NOTHING,
    there: there || NOTHING,
    lost,
    grave:
      tells &&
      one.weight >= SHORT &&
      weightOf(lost) >= SEVERAL &&
      !isCited(document, one.start) &&
      !isCited(document, one.other),
  };
}

/** Whether what stands around two places makes them two things. */
function areVariants(document: Document, one: Restatement, what: Found, p: number, q: number, items: boolean): boolean {
  const { lost } = what;
  const isPassage = one.weight >= PASSAGE;
  if (inCode(document, one.start) && inCode(document, one.end - 1)) return true;
  if (areReleases(document, p, q)) return true;
  const near = items ? NEAR.items : isPassage ? NEAR.passage : NEAR.sentence;
  if (isParallel(document, one, near)) return true;
  if (isSubject(document, lost || `${what.here} ${what.there}`, p, q)) return true;
  if (isPassage && lost !== '') return false;
  if (headingsAlike(document, p, q)) return true;
  const other = { start: one.other, end: one.otherEnd };
  return (
    (what.here !== NOTHING && isTopic(document, what.here, one, other)) ||
    (what.there !== NOTHING && isTopic(document, what.there, other, one))
  );
}

/** Passages said twice with words lost, added or replaced. */
export const repeats: (document: Document) => readonly Case[] = view((document) => {
  const out: Case[] = [];
  let looked = 0;
  for (const one of restatements(document)) {
    const [slot] = one.slots;
    if (one.slots.length > 1 || slot!.open || one.weight < NOTE || one.holders > HOLDERS) continue;
    const both = blocksOfBoth(document, one);
    if (!both) continue;
    const { p, q, gap, items } = both;
    if (gap < (items ? ITEMS_APART : APART)) continue;
    if (++looked > CLOSELY) break;
    const what = found(document, one, slot!);
    if (!what) continue;
    const isText = (offset: number): boolean => blockBefore(document, offset)?.kind !== 'code';
    if (isText(slot!.here) !== isText(slot!.there)) continue;
    if (areVariants(document, one, what, p, q, items)) continue;
    const turned = slot!.there < slot!.here;
    const x = { start: shownFrom(document, one.start, slot!.here), end: one.end };
    const y = { start: shownFrom(document, one.other, slot!.there), end: one.otherEnd };
    const withX = placesLike(document, slot!.here, slot!.there);
    const withY = placesLike(document, slot!.there, slot!.here);
    out.push({
      kind: what.kind,
      // what stands more than once with these words and without them is said both ways on purpose
      grave: what.grave && (withX.length === 0 || withY.length === 0),
      a: turned ? y : x,
      b: turned ? x : y,
      at: turned ? slot!.there : slot!.here,
      bt: turned ? slot!.here : slot!.there,
      here: turned ? what.there : what.here,
      there: turned ? what.here : what.there,
      withA: turned ? withY : withX,
      withB: turned ? withX : withY,
    });
  }
  // a value that differs is told already
  const told = contradictions(document);
  return out.filter((one) => !told.some((other) => one.at === other.at && one.bt === other.bt));
});
