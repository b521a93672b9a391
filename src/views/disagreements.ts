/**
 * Sentences of two documents that say the same with another value: a number, a date, a unit, a word of obligation, a name in
 * quotation marks or code. One of them may be a part of a longer sentence, with words before and behind it.
 *
 * Sentences that share a gram (grams.ts) are held against each other word by word; what stands between words that are the
 * same in both must be a value.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { core, differencesOf, wordsOf, type Word } from './aligned-words.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { signAt } from './echoes.ts';
import { grams } from './grams.ts';
import { sentences } from './sentences.ts';
import {
  NOTHING,
  isQuoted,
  NO_WORD,
  DIGIT,
  isModal,
  isNegation,
  measureOf,
  numberDiffers,
  plain,
  runAround,
  strength,
} from './values.ts';
import { dateIn } from './version-lines.ts';

export interface Disagreement {
  /** The part of a sentence that is said in both, in the first document and in the second. */
  readonly a: Span;
  readonly b: Span;
  /** Where the two differ. */
  readonly at: number;
  readonly bt: number;
  readonly kind: 'number' | 'date' | 'unit' | 'word' | 'value';
  readonly here: string;
  readonly there: string;
  /** Weight of the words that are the same. */
  readonly weight: number;
  /** The same in 100 of the lighter one of the two sentences. */
  readonly share: number;
  /** Words that stand in the stead of each other, beside what differs. */
  readonly others?: readonly [Span, Span];
  /** The sentences that it is a part of. */
  readonly ofA: Span;
  readonly ofB: Span;
  /** Grams that stand around both, outside of the sentences: many where two texts are written in parallel. */
  readonly around: number;
}

export interface Comparison {
  readonly found: readonly Disagreement[];
  /** Sentences that both hold, word by word, and those that differ in something that is no value. */
  readonly same: number;
  readonly varied: number;
}

/** Places of a gram in one document that are looked at. */
const DEPTH = 3;
/** Pairs of sentences that are looked at. */
const MOST_PAIRS = 250;
/** Grams in both that are kept, and how far around a sentence they are counted. Signs. */
const MOST_MATCHES = 20_000;
const AROUND = 500;
/** Units of a sentence; longer ones are lists that ran together. */
const LONGEST = 1600;
/** Differences in one sentence. */
const SLOTS = 3;
/** Weight of the words that are the same; and where one word more is another one. */
const LEAST = 38;
const IN_OTHER_WORDS = 55;
/** In 100 of the lighter sentence, from which on both say the same. */
const WHOLE = 60;

/** What a name has, and a number has not. */
const LETTERS = pattern('u')`\p{L}`;

/** A date and nothing else. */
const DAY = pattern('u')`^[\p{L}\p{Nd}., /\-]{6,24}$`;

type Value = Pick<Disagreement, 'kind' | 'here' | 'there'>;

/** What kind of value differs; undefined where what differs is none. */
function valueOf(a: Document, b: Document, p: Span, q: Span): Value | undefined {
  const here = plain(a.slice(p.start, p.end));
  const there = plain(b.slice(q.start, q.end));
  const told = (kind: Value['kind']): Value => ({ kind, here: here || NOTHING, there: there || NOTHING });
  if (isModal(here) && isModal(there)) {
    if (strength(here) === strength(there)) return undefined;
    if (here === '' || there === '') return isNegation(here + there) ? told('word') : undefined;
    return told('word');
  }
  if (here === '' || there === '') return undefined;
  if (DIGIT.test(here) && DIGIT.test(there)) {
    const day = dateIn(here);
    const other = dateIn(there);
    if (day && other)
      return day.value.join() !== other.value.join() && DAY.test(here) && DAY.test(there) ? told('date') : undefined;
  }
  if (
    numberDiffers(here, there) &&
    !NO_WORD.test(spanText(a, runAround(a, p))) &&
    !NO_WORD.test(spanText(b, runAround(b, q)))
  )
    return told('number');
  if (/\s/u.test(here) || /\s/u.test(there)) return undefined;
  const unit = measureOf(here);
  const other = measureOf(there);
  if (unit && other && unit !== other && /\d[ \u00a0]?$/u.test(a.slice(Math.max(0, p.start - 3), p.start)))
    return told('unit');
  if (
    foldCase(here) !== foldCase(there) &&
    LETTERS.test(here) &&
    LETTERS.test(there) &&
    isQuoted(a, p) &&
    isQuoted(b, q)
  )
    return told('value');
  return undefined;
}

const spanText = (document: Document, { start, end }: Span): string => document.slice(start, end);

/** Holds two sentences against each other. */
function comparePair(
  a: Document,
  b: Document,
  s: Span,
  t: Span,
): Omit<Disagreement, 'around'> | 'same' | 'varied' | undefined {
  const x = wordsOf(a, s);
  const y = wordsOf(b, t);
  if (x.length === 0 || y.length === 0) return undefined;
  const runs = core(x, y);
  if (runs.length === 0) return undefined;
  const weight = runs.reduce((sum, run) => sum + run.weight, 0);
  if (weight < LEAST) return undefined;
  const heavy = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.weight, 0);
  const share = Math.round((100 * weight) / Math.min(heavy(x), heavy(y)));
  const differences = differencesOf(x, y, runs);
  if (differences.length === 0) return share >= WHOLE ? 'same' : undefined;
  if (differences.length > SLOTS) return 'varied';
  let first: { value: Value; p: Span; q: Span } | undefined;
  let others: readonly [Span, Span] | undefined;
  for (const {
    x: [i, iEnd],
    y: [j, jEnd],
  } of differences) {
    const spanOf = (words: readonly Word[], from: number, to: number): Span =>
      from < to
        ? { start: words[from]!.start, end: words[to - 1]!.end }
        : {
            start: words[Math.min(from, words.length - 1)]!.start,
            end: words[Math.min(from, words.length - 1)]!.start,
          };
    const p = spanOf(x, i, iEnd);
    const q = spanOf(y, j, jEnd);
    const value = valueOf(a, b, p, q);
    if (value) {
      // two names: of two things
      if (first && value.kind === 'value') return 'varied';
      first ??= { value, p, q };
    }
    // another word for the same
    else if (others || weight < IN_OTHER_WORDS || iEnd - i > 2 || jEnd - j > 2) return 'varied';
    else others = [p, q];
  }
  if (!first || (others && first.value.kind !== 'number' && first.value.kind !== 'date')) return 'varied';
  const { value, p, q } = first;
  const [from, to] = [runs[0]!, runs.at(-1)!];
  return {
    ...value,
    a: { start: Math.min(p.start, x[from.i]!.start), end: Math.max(p.end, x[to.i + to.length - 1]!.end) },
    b: { start: Math.min(q.start, y[from.j]!.start), end: Math.max(q.end, y[to.j + to.length - 1]!.end) },
    at: p.start,
    bt: q.start,
    ...(others && { others }),
    weight,
    share,
    ofA: s,
    ofB: t,
  };
}

const TEXT: ReadonlySet<string> = new Set(['prose', 'list', 'quote']);

/** Signs at which sentences of prose, lists and quotes begin and end; others are left out. */
const spoken: (document: Document) => { readonly spans: readonly Span[]; readonly firsts: Int32Array } = view(
  (document) => {
    const { at } = dense(document);
    const { count, starts, ends } = sentences(document);
    const all = blocks(document);
    const spans: Span[] = [];
    const firsts: number[] = [];
    let block = 0;
    for (let i = 0; i < count; i++) {
      while (block + 1 < all.length && all[block + 1]!.start <= starts[i]!) block++;
      if (!TEXT.has(all[block]!.kind) || ends[i]! - starts[i]! > LONGEST) continue;
      spans.push({ start: starts[i]!, end: ends[i]! });
      firsts.push(signAt(at, starts[i]!));
    }
    return { spans, firsts: Int32Array.from(firsts) };
  },
);

/** The sentence that holds a sign; -1 where none does. */
function sentenceAt(document: Document, sign: number): number {
  const { spans, firsts } = spoken(document);
  let low = 0;
  let high = firsts.length - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (firsts[middle]! <= sign) low = middle;
    else high = middle - 1;
  }
  const { at } = dense(document);
  return firsts[low]! <= sign && at[sign]! < spans[low]!.end ? low : -1;
}

/** Where grams of a document stand, by their hash. */
const index: (document: Document) => ReadonlyMap<number, readonly number[]> = view((document) => {
  const { places, hashes } = grams(document);
  const map = new Map<number, number[]>();
  for (let k = 0; k < places.length; k++) {
    const list = map.get(hashes[k]!);
    if (!list) map.set(hashes[k]!, [places[k]!]);
    else if (list.length <= DEPTH) list.push(places[k]!);
  }
  return map;
});

/** How many grams stand before or behind both sentences. */
function aroundOf(
  a: Document,
  b: Document,
  { ofA, ofB }: Omit<Disagreement, 'around'>,
  matches: readonly (readonly [number, number])[],
): number {
  const { at } = dense(a);
  const { at: otherAt } = dense(b);
  const [x, xEnd] = [signAt(at, ofA.start), signAt(at, ofA.end)];
  const [y, yEnd] = [signAt(otherAt, ofB.start), signAt(otherAt, ofB.end)];
  const before = (place: number, start: number): boolean => place + 12 < start && start - place < AROUND;
  const behind = (place: number, end: number): boolean => place >= end && place - end < AROUND;
  return matches.filter(([p, q]) => (before(p, x) && before(q, y)) || (behind(p, xEnd) && behind(q, yEnd))).length;
}

/** What two documents say of the same with other values. */
export function disagreements(a: Document, b: Document): Comparison {
  const ofA = index(a);
  const { places, hashes } = grams(b);
  const met = new Set<number>();
  const found: { s: number; t: number; one: Omit<Disagreement, 'around'> }[] = [];
  const varied: [number, number][] = [];
  // what both say alike is not said otherwise, whatever other sentence resembles it
  const alike = new Set<number>();
  const alikeThere = new Set<number>();
  const matches: [number, number][] = [];
  const { spans } = spoken(a);
  const { spans: others } = spoken(b);
  for (let k = 0; k < places.length && met.size < MOST_PAIRS; k++) {
    const list = ofA.get(hashes[k]!);
    if (!list || list.length > DEPTH) continue;
    const t = sentenceAt(b, places[k]!);
    if (t < 0) continue;
    for (const place of list) {
      if (matches.length < MOST_MATCHES) matches.push([place, places[k]!]);
      const s = sentenceAt(a, place);
      if (s < 0) continue;
      const key = s * others.length + t;
      if (met.has(key)) continue;
      met.add(key);
      const one = comparePair(a, b, spans[s]!, others[t]!);
      if (one === 'same') {
        alike.add(s);
        alikeThere.add(t);
      } else if (one === 'varied') varied.push([s, t]);
      else if (one) found.push({ s, t, one });
    }
  }
  const isOpen = (s: number, t: number): boolean => !alike.has(s) && !alikeThere.has(t);
  // each says both, of two things
  const crossed = (here: string, there: string): boolean =>
    found.some(({ one }) => one.here === there && one.there === here);
  const open = found.filter(({ s, t, one }) => isOpen(s, t) && !crossed(one.here, one.there));
  const settled = new Set(open.flatMap(({ s, t }) => [s, -1 - t]));
  return {
    found: open.map(({ one }) => ({ ...one, around: aroundOf(a, b, one, matches) })),
    same: Math.min(alike.size, alikeThere.size),
    varied: varied.filter(([s, t]) => isOpen(s, t) && !settled.has(s) && !settled.has(-1 - t)).length,
  };
}
