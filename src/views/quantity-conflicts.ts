/**
 * Sentences of one document that give the same thing another quantity, in other words or in another order: all that the shorter one speaks
 * of is spoken of in the other.
 */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { isOwn, states } from './claims.ts';
import { areUnderOther } from './conditions.ts';
import { areReleases, EXAMPLE, headingsAlike, listOf, HISTORY } from './parallels.ts';
import { sayings, type Quantity, type Saying, type Word } from './quantities.ts';
import { isName, isNegation, isQuantity } from './values.ts';

/** Sayings that share a word and a unit and are held against each other; words that more share are what all is about. */
const HOLDERS = 12;
/** Weight and count of words that both sides speak of. */
const WEIGHT = 10;
/** Blocks between two places: what stands side by side are two things. */
const APART = 2;

const WORDS = 2;
/** Conflicts of one document: more are a form. */
const MOST = 3;

export interface QuantityConflict {
  readonly a: Span;
  readonly b: Span;
  readonly here: string;
  readonly there: string;
  readonly at: number;
  readonly bt: number;
  readonly weight: number;
}

/** At least this, at most this. */
const FLOOR =
  /(?<![a-zà-ÿ])(?:at least|minimum|min\.|no less|not less|more than|longer than|over|above|mindestens|au moins|plus de|al menos|como mínimo|más de|pelo menos|mais de|almeno|più di|minstens|minst|co najmniej|vähintään|найменше|en az)|не менее|не меньше|більше|более|至少|不少于|不低于|以上|超过|최소|이상|على الأقل|حداقل|कम से कम/iu;
const CEILING =
  /(?<![a-zà-ÿ])(?:at most|maximum|max\.|no more|not more|up to|less than|fewer than|shorter than|within|under|below|höchstens|maximal|bis zu|innerhalb|au plus|maximum|jusqu|moins de|como máximo|hasta|menos de|no máximo|até|al massimo|fino a|meno di|hoogstens|maximaal|högst|najwyżej|enintään|en fazla)|не более|не больше|до|最多|不超过|至多|以下|以内|最長|최대|이하|이내|على الأكثر|حداکثر|अधिकतम/iu;

/** Words of a saying up to the end of the clause in which the quantity stands. */
const scopeOf = (one: Saying, quantity: Quantity): Word[] => one.words.filter(({ at }) => at < quantity.until);

const differ = (x: Quantity, y: Quantity): boolean => {
  if (x.low === y.low && x.high === y.high) return false;
  const single = (one: Quantity): boolean => one.low === one.high;
  if (single(x) === single(y)) return true;
  const [one, range] = single(x) ? [x, y] : [y, x];
  return one.low < range.low || one.low > range.high;
};

/** Whether a saying holds the same quantity too, or another one that is counted alike. */
const alone = (one: Saying, quantity: Quantity): boolean =>
  one.quantities.every((each) => each === quantity || each.unit !== quantity.unit);

/** Whether two blocks stand side by side; a list and a paragraph behind it are of two kinds. */
const isNear = (document: Document, a: number, b: number): boolean =>
  a === b || (Math.abs(a - b) < APART && blocks(document)[a]!.kind === blocks(document)[b]!.kind);

function heldAgainst(document: Document, a: Saying, p: Quantity, b: Saying, q: Quantity): QuantityConflict | undefined {
  if (!differ(p, q) || isNear(document, a.block, b.block) || areReleases(document, a.block, b.block)) return undefined;
  const mine = scopeOf(a, p);
  const theirs = scopeOf(b, q);
  let weight = 0;
  const seen = new Set<number>();
  for (const word of mine) {
    if (!b.stems.has(word.stem)) return undefined;
    if (!seen.has(word.stem)) weight += word.weight;
    seen.add(word.stem);
  }
  if (seen.size < WORDS || weight < WEIGHT) return undefined;
  let before = 0;
  let behind = 0;
  for (const { stem, at, weight: own } of theirs)
    if (!a.stems.has(stem))
      if (at < q.start) before += own;
      else behind += own;
  // a word more before the quantity names a thing of its own: parcels, large parcels
  if (before > 0 || behind > weight) return undefined;
  const [first, second] = [blocks(document)[a.block]!, blocks(document)[b.block]!];
  // items of two lists are of two cases
  if (first.kind === 'list' && second.kind === 'list' && listOf(document, a.block) !== listOf(document, b.block))
    return undefined;
  if (!states(document.units, a.start, a.end) || !states(document.units, b.start, b.end)) return undefined;
  const [s, t] = [document.slice(a.start, p.until), document.slice(b.start, q.until)];
  if (!isOwn(s) || !isOwn(t) || !counts(document, a, p) || !counts(document, b, q)) return undefined;
  if (isNegation(s) !== isNegation(t)) return undefined;
  if ((FLOOR.test(s) && CEILING.test(t) && !CEILING.test(s)) || (CEILING.test(s) && FLOOR.test(t) && !FLOOR.test(s)))
    return undefined;
  if (HISTORY.test(s) || HISTORY.test(t) || EXAMPLE.test(s) || EXAMPLE.test(t)) return undefined;
  if (headingsAlike(document, a.block, b.block)) return undefined;
  if (
    areUnderOther(
      { document, sentence: a, said: { start: a.start, end: p.until } },
      { document, sentence: b, said: { start: b.start, end: q.until } },
      weight,
    )
  )
    return undefined;
  return {
    a,
    b,
    here: document.slice(p.start, p.end),
    there: document.slice(q.start, q.end),
    at: p.start,
    bt: q.start,
    weight,
  };
}

/** Whether the number of a quantity counts or measures, and is no name; in a sentence, not in an address. */
function counts(document: Document, one: Saying, { start, end }: Quantity): boolean {
  const text = document.slice(one.start, one.end);
  if (/https?:|::|\]\(|[{}\\]/u.test(text)) return false;
  const from = start - one.start;
  const number = /^[^\s\d]?[\d.,]*\d/u.exec(document.slice(start, end))?.[0] ?? '';
  if (/\d/u.test(number) && (!isQuantity(text, from, from + number.length) || isName(text, from, from + number.length)))
    return /[-–~～]|\s(?:to|bis|à|a)\s|[到至]/u.test(document.slice(start, end));
  return true;
}

/** Sentences that give one thing two quantities. */
export const quantityConflicts: (document: Document) => readonly QuantityConflict[] = view((document) => {
  const all = sayings(document);
  const byWord = new Map<number, number[]>();
  all.forEach((one, k) => {
    for (const stem of one.stems) {
      const list = byWord.get(stem);
      if (list) list.push(k);
      else byWord.set(stem, [k]);
    }
  });
  const out: QuantityConflict[] = [];
  const done = new Set<number>();
  for (let k = 0; k < all.length; k++) {
    const one = all[k]!;
    // those that share its rarest word
    let rare: readonly number[] = [];
    for (const stem of one.stems) {
      const list = byWord.get(stem)!;
      if (list.length > 1 && (rare.length === 0 || list.length < rare.length)) rare = list;
    }
    if (rare.length > HOLDERS) continue;
    for (const other of rare) {
      if (other === k || done.has(Math.min(k, other) * all.length + Math.max(k, other))) continue;
      for (const p of one.quantities)
        for (const q of all[other]!.quantities) {
          if (p.unit === 0 || p.unit !== q.unit || !alone(one, p) || !alone(all[other]!, q)) continue;
          const found = heldAgainst(document, one, p, all[other]!, q);
          if (!found) continue;
          done.add(Math.min(k, other) * all.length + Math.max(k, other));
          out.push(
            found.at < found.bt
              ? found
              : { ...found, a: found.b, b: found.a, here: found.there, there: found.here, at: found.bt, bt: found.at },
          );
        }
    }
  }
  // what has a third value is a template
  const values = new Map<number, Set<string>>();
  for (const { at, bt, here, there } of out)
    for (const [place, value] of [
      [at, there],
      [bt, here],
    ] as const)
      values.set(place, (values.get(place) ?? new Set()).add(value));
  return out.length > MOST ? [] : out.filter(({ at, bt }) => values.get(at)!.size < 2 && values.get(bt)!.size < 2);
});
