/**
 * Pairs of places in one document that contradict each other. What says the same is told by its words alone
 * (restatements.ts); what differs must be a value (values.ts), and what stands around both must not be alike (parallels.ts).
 */
import type { Block, Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { NOTHING } from './values.ts';
import { claimConflicts } from './claim-conflicts.ts';
import { clauseCases } from './clause-numbers.ts';
import { blockBefore } from './context.ts';
import { placesLike, shownFrom, blocksOfBoth, type Case } from './cases.ts';
import { differenceOf, type Difference } from './differences.ts';
import { inCode } from './in-code.ts';
import {
  areInHeadings,
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
import { dutyConflicts } from './duty-conflicts.ts';
import { quantityConflicts } from './quantity-conflicts.ts';
import { ITEMS_APART, restatements, TEXT, type Restatement } from './restatements.ts';

/** Places that hold a statement: more are a form. */
const HOLDERS = 12;
/** Blocks between two places. */
const APART = 2;
/** Statements that are looked at closely, of a document. */
const CLOSELY = 400;
/** Weight of a statement that needs no more than itself: said as an example, as an item, near its like, behind a label. */
const WHOLE = 80;
const LONGER = 70;
const LONG = 100;
/** Signs around both places that are alike, from which on they are parallel, where a name of a longer statement differs. */
const MUCH_ALIKE = 45;

const COPYRIGHT = /\bcopyright\b|©|\(c\)/iu;
const YEARS = /^(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d)*$/u;
/** A command, a rule under a heading. */
const NO_SENTENCE = /^\s*(?:\/\w|\$ ?\S|[#>]\S|[-+]\s)|\s-\w\b[^.]*\s-\w\b|\s\\-\\-\w|\s--?[a-z][\w-]*=|[~=^_-]{4,}/u;
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
  if (kind === 'address') return false;
  if (inCode(document, one.start) && inCode(document, one.end - 1)) return true;
  if (one.slots.some(({ here, there }) => inText(document, here, first) !== inText(document, there, second)))
    return true;
  if (areReleases(document, p, q)) return true;
  const headings = kind === 'default' ? areInHeadings(document, p, q, what.here, what.there) : 'any';
  if ((kind === 'default' && headings === 'each') || (headings && headingsAlike(document, p, q))) return true;
  if (isForm(document, one, what) || isOfOther(document, one, what, first, second, p, q)) return true;
  const items = first.kind === 'list' && second.kind === 'list';
  const near = items ? 0.7 : kind === 'number' || kind === 'word' ? 1.6 : 1;
  return isParallel(document, one, near, kind === 'default' && one.weight >= 60 ? MUCH_ALIKE : undefined);
}

/** Whether a statement is no sentence that states its value: a label, a line of a licence, a command. */
function isForm(document: Document, one: Restatement, { kind, here, there }: Difference): boolean {
  const text = document.slice(one.start, one.end);
  const [slot] = one.slots;
  if (NO_SENTENCE.test(text)) return true;
  if (COPYRIGHT.test(text) && (kind !== 'number' || (YEARS.test(here) && YEARS.test(there)))) return true;
  // both lead over to what differs
  if (
    kind !== 'default' &&
    one.weight < LONG &&
    AFTER_COLON.test(document.slice(one.start, one.end + 1)) &&
    AFTER_COLON.test(document.slice(one.other, one.otherEnd + 1))
  )
    return true;
  return (
    one.weight < LONG && AFTER_COLON.test(document.slice(one.start, slot!.here)) && one.end - slot!.hereEnd < FIELD
  );
}

/** Whether the two places speak of two things, two times or two steps. */
function isOfOther(
  document: Document,
  one: Restatement,
  { kind, here, there }: Difference,
  first: Block,
  second: Block,
  p: number,
  q: number,
): boolean {
  const text = document.slice(one.start, one.end);
  const before = `${leadIn(document, one.start)}\n${leadIn(document, one.other)}`;
  if (
    (EXAMPLE.test(text.slice(0, 24)) || EXAMPLE.test(before)) &&
    (kind !== 'word' || here === NOTHING || there === NOTHING) &&
    one.weight < WHOLE
  )
    return true;
  if (HISTORY.test(before) || isTopic(document, one, here, there)) return true;
  if (kind === 'word') return first.kind === 'list' && second.kind === 'list' && one.slots[0]!.open === true;
  if (one.weight < LONGER && areSteps(document, p, q)) return true;
  if (kind !== 'number' && leadOver(document, one, p, q)) return true;
  return goesOnFromOther(document, one, first, second);
}

/** Blocks between two places, for what differs: paragraphs that follow each other are a pair, but for long ones with another number. */
function isApart(one: Restatement, { kind }: Difference, gap: number, items: boolean): boolean {
  if (items) return gap >= ITEMS_APART;
  return gap >= APART || (gap === 1 && kind === 'number' && one.weight >= LONGER);
}

function restated(document: Document): Case[] {
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
    const both = blocksOfBoth(document, one);
    if (!both) continue;
    const { first, second, p, q, gap } = both;
    // options of a manual page are paragraphs
    const items = both.items || document.format === 'roff';
    if (gap < 1 || (items && gap < ITEMS_APART)) continue;
    if (++looked > CLOSELY) break;
    const what = differenceOf(document, one);
    if (!what || !isApart(one, what, gap, items)) continue;
    if (one.holders > HOLDERS) continue;
    if (what.kind === 'default' && items && one.weight < WHOLE) continue;
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
      grave: true,
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
  for (const found of claimConflicts(document)) {
    const kind = found.kind === 'value' ? 'default' : found.kind;
    const one: Case = { ...found, kind, grave: true, whole: true };
    // two sentences beside each other say two things
    const known = out.findIndex((other) =>
      other.whole ? other.a.start === one.a.start && other.b.start === one.b.start : isSame(one, other),
    );
    if (known < 0) out.push(one);
    else out[known] = { ...out[known]!, whole: true };
  }
  const added = [
    ...quantityConflicts(document).map((found) => ({ ...found, kind: 'number' as const })),
    ...dutyConflicts(document).map((found) => ({ ...found, kind: 'word' as const })),
  ];
  for (const found of added) {
    const one: Case = { ...found, grave: true, whole: true, withA: [], withB: [] };
    if (!out.some((other) => isSame(one, other))) out.push(one);
  }
  return out.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
});
