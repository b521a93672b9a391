/**
 * Passages that a document says twice, with words in one of the places that the other one lacks, or other words there. What
 * says the same is told by restatements.ts; values that differ are told by contradictions.ts.
 */
import { pattern } from '../core/pattern.ts';
import type { Block, Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { blockBefore, indexBefore } from './context.ts';
import { contradictions, placesLike, shownFrom, type Case } from './contradictions.ts';
import { inCode } from './in-code.ts';
import { areReleases, headingAbove, headingsAlike, isParallel } from './parallels.ts';
import { restatements, type Restatement, type Slot } from './restatements.ts';
import { weightOfUnits } from './script.ts';
import { CJK_LETTER, isModal, stripped } from './values.ts';

/** Weight of what is the same from which such words are a note, and from which they tell: of a sentence, of a passage. */
const NOTE = 60;
const SENTENCE = 120;
const PASSAGE = 200;
/** The same where what differs is a word that another one stands for. */
const REPLACED = 200;
/** Weight of words from which they are more than one slip of the pen; of Han more than a sign. */
const SEVERAL = 5;
/** Signs of words from which it tells that they stand elsewhere in the text, and how often that is looked for. */
const STANDS = 10;
const TIMES = 8;
/** Weight of what is the same on the lighter side of the words. */
const LIGHTER = { sentence: 8, passage: 3 };
/** Places that hold a passage: more are a form. */
const HOLDERS = 3;
/** Blocks between two places, and between two items of one list. */
const APART = 2;
const ITEMS_APART = 12;
/** Units on either side in which words may be spoken of. */
const AROUND = 600;
/** How near (`isParallel`) what stands around must be alike, by the same measures. */
const NEAR = { items: 0.7, sentence: 1, passage: 2 };
/** Letters of a word that a heading may be about. */
const WORD = 4;
/** Passages that are looked at closely, of a document. */
const CLOSELY = 400;

const TEXT: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'quote']);
/** Where a clause may end. */
const PAUSE = /[.,;:!?()[\]{}|。，；：、！？（）…–—-]/u;
const LETTERS = pattern('u')`\p{L}`;
const NO_LETTERS = pattern('gu')`[^\p{L}\p{Nd}]+`;
/** A paragraph, a page or a section that begins between two words. */
const BREAK = /\n[ \t]*\n|\f|(?:^|\n)\.(?:[A-Z][A-Za-z]?|sp|br|RS|RE)(?:\s|$)/u;
/** A drawing of messages, a command. */
const NO_SENTENCE = /<-|->|\{\{|\$\{/u;
const LINK = /\]\(|https?:|\]\[|<<|\bcopyright\b|©|signed-off-by/iu;

const weightOf = (text: string): number =>
  weightOfUnits(
    Uint16Array.from(text, (sign) => sign.charCodeAt(0)),
    0,
    text.length,
  );

/** A text as it may be spoken of: its words in small letters. */
const words = (text: string): string => text.toLowerCase().replace(NO_LETTERS, ' ').trim();

/** Whether words are what one of the two headings is about: at least half of them stand in one alone. */
function isSubject(document: Document, lost: string, p: number, q: number): boolean {
  const x = words(headingAbove(document, p));
  const y = words(headingAbove(document, q));
  if (x === y) return false;
  const long = words(lost)
    .split(' ')
    .filter(({ length }) => length >= WORD);
  return long.length > 0 && 2 * long.filter((word) => x.includes(word) !== y.includes(word)).length >= long.length;
}

/** Whether words are spoken of around their own place and not around the other. */
function isTopic(document: Document, lost: string, own: Span, other: Span): boolean {
  const around = ({ start, end }: Span): string =>
    words(`${document.slice(Math.max(0, start - AROUND), start)} | ${document.slice(end, end + AROUND)}`);
  const topic = words(lost);
  return topic !== '' && around(own).includes(topic) && !around(other).includes(topic);
}

/** Whether the words of a span stand in the text a third time: they came from there. */
function standElsewhere({ text }: Document, { start, end }: Span): boolean {
  const raw = text.slice(start, end).trim();
  if (raw.length < STANDS && !CJK_LETTER.test(raw)) return false;
  for (let i = text.indexOf(raw), n = 0; i >= 0 && n < TIMES; i = text.indexOf(raw, i + 1), n++)
    if (i + raw.length <= start || i >= end) return true;
  return false;
}

/** Sides of a span at which a clause may begin or end: within it or beside it. */
function pauses(document: Document, { start, end }: Span): number {
  const lost = document.slice(start, end).trim();
  const before = document.slice(Math.max(0, start - 2), start).trim();
  const after = document.slice(end, end + 2).trim();
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

type Found = Pick<Case, 'kind' | 'here' | 'there' | 'grave'>;

function found(document: Document, one: Restatement, slot: Slot): Found | undefined {
  const raw = [document.slice(slot.here, slot.hereEnd), document.slice(slot.there, slot.thereEnd)] as const;
  if (BREAK.test(raw[0]) || BREAK.test(raw[1])) return undefined;
  const [here, there] = stripped(...raw);
  if (here === there || !LETTERS.test(here + there) || (isModal(here) && isModal(there))) return undefined;
  const said = document.slice(one.start, one.end);
  if (NO_SENTENCE.test(said)) return undefined;
  const isReplaced = here !== '' && there !== '';
  const inside = isReplaced ? added(here, there) : undefined;
  if (isReplaced && !(inside !== undefined && /\s/u.test(inside.trim()) && inside.trim().length >= SEVERAL)) {
    if (one.weight < REPLACED || here.toLowerCase() === there.toLowerCase()) return undefined;
    return { kind: 'words', here, there, grave: false };
  }
  const lost = inside ?? here + there;
  if (lost.length < 3 || one.weight < NOTE) return undefined;
  const isPassage = one.weight >= PASSAGE;
  const span =
    slot.hereEnd - slot.here > slot.thereEnd - slot.there
      ? { start: slot.here, end: slot.hereEnd }
      : { start: slot.there, end: slot.thereEnd };
  if (LINK.test(isPassage ? lost : said)) {
    if (!isPassage) return undefined;
  }
  const several = CJK_LETTER.test(lost) ? weightOf(lost) >= SEVERAL : /\s/u.test(lost) && lost.length >= SEVERAL;
  const grave =
    several &&
    one.weight >= SENTENCE &&
    one.lighter >= (isPassage ? LIGHTER.passage : LIGHTER.sentence) &&
    (isPassage ? pauses(document, span) < 2 : pauses(document, span) === 0 || standElsewhere(document, span));
  return { kind: 'lost', here: here || 'nothing', there: there || 'nothing', grave };
}

/** Whether what stands around two places makes them two things. */
function areVariants(document: Document, one: Restatement, what: Found, p: number, q: number, items: boolean): boolean {
  const isPassage = one.weight >= PASSAGE;
  if (inCode(document, one.start) && inCode(document, one.end - 1)) return true;
  if (areReleases(document, p, q)) return true;
  if (isParallel(document, one, items ? NEAR.items : isPassage ? NEAR.passage : NEAR.sentence)) return true;
  const here = what.here === 'nothing' ? '' : what.here;
  const there = what.there === 'nothing' ? '' : what.there;
  if (isSubject(document, `${here} ${there}`, p, q)) return true;
  if (isPassage && what.kind === 'lost') return false;
  const other = { start: one.other, end: one.otherEnd };
  return headingsAlike(document, p, q) || isTopic(document, here, one, other) || isTopic(document, there, other, one);
}

/** Passages said twice with words lost, added or replaced. */
export const repeats: (document: Document) => readonly Case[] = view((document) => {
  const all = blocks(document);
  const out: Case[] = [];
  let looked = 0;
  for (const one of restatements(document)) {
    const [slot] = one.slots;
    if (one.slots.length > 1 || slot!.open || one.weight < NOTE || one.holders > HOLDERS) continue;
    const first = blockBefore(document, one.start);
    const second = blockBefore(document, one.other);
    if (!first || !second || !TEXT.has(first.kind) || !TEXT.has(second.kind)) continue;
    const p = indexBefore(all, one.start);
    const q = indexBefore(all, one.other);
    const gap = Math.abs(p - q);
    const items = first.kind === 'list' && second.kind === 'list';
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
