/** Short sentences (claims.ts) that contradict each other: in one document, and in two. */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { claims, differenceOf, type Claim, type Difference } from './claims.ts';
import { areUnderOther, type Stated } from './conditions.ts';
import { inCode } from './in-code.ts';
import { areReleases, areSteps, headingAbove, headingsAlike, listOf } from './parallels.ts';

/** Places that make a claim: more are a form, or of as many things. */
const HOLDERS = 3;
/** Blocks between two places of one document. */
const APART = 2;
/** Contradictions of one document, and of two: more come of a form. */
const MOST = 12;
const MOST_ACROSS = 8;
/** Claims that two documents have in common, value and all, and in 100 of the smaller one's: more are of two states of one. */
const SAME = 8;
const SAME_SHARE = 20;

export interface ClaimConflict extends Difference {
  readonly a: Span;
  readonly b: Span;
  /** A third place that says what the first says, or what the second says. */
  readonly withA: readonly Span[];
  readonly withB: readonly Span[];
}

/** Claims by their frames, of those frames that few places have and that have two values. */
function groups(all: readonly Claim[]): Claim[][] {
  const byFrame = new Map<number, Claim[]>();
  for (const claim of all) {
    const list = byFrame.get(claim.frame);
    if (list) list.push(claim);
    else byFrame.set(claim.frame, [claim]);
  }
  const out: Claim[][] = [];
  for (const list of byFrame.values())
    if (list.length > 1 && list.length <= HOLDERS && new Set(list.map(({ value }) => value)).size === 2) out.push(list);
  return out;
}

/** Whether two places of one document are of two things that are told in the same words. */
function areApart(document: Document, a: Claim, b: Claim): boolean {
  const all = blocks(document);
  if (Math.abs(a.block - b.block) < APART || areReleases(document, a.block, b.block)) return true;
  const [x, y] = [headingAbove(document, a.block), headingAbove(document, b.block)];
  // under one heading stand items, steps and examples
  if (x === y && all.reduce((sum, { kind }) => sum + (kind === 'heading' ? 1 : 0), 0) > 1) return true;
  return headingsAlike(document, a.block, b.block) || areSteps(document, a.block, b.block);
}

/** Pairs of claims of one document that contradict each other. */
export const claimConflicts: (document: Document) => readonly ClaimConflict[] = view((document) => {
  const out: ClaimConflict[] = [];
  for (const list of groups(claims(document))) {
    const first = list[0]!;
    const second = list.find(({ value }) => value !== first.value)!;
    if (areApart(document, first, second) || inCode(document, first.start) || inCode(document, second.start)) continue;
    const found = differenceOf(document, first, document, second);
    const of = (claim: Claim): Stated => ({ document, sentence: claim, said: claim });
    if (!found || areUnderOther(of(first), of(second), 0)) continue;
    const like = (one: Claim): Claim[] => list.filter((each) => each !== one && each.value === one.value);
    out.push({ ...found, a: first, b: second, withA: like(first), withB: like(second) });
  }
  if (out.length > MOST) return [];
  // two items or more that differ between two lists: lists of two seasons, two devices
  const all = blocks(document);
  const lists = ({ a, b }: ClaimConflict): string => {
    const [p, q] = [(a as Claim).block, (b as Claim).block];
    return all[p]!.kind === 'list' && all[q]!.kind === 'list' ? `${listOf(document, p)} ${listOf(document, q)}` : '';
  };
  const counts = new Map<string, number>();
  for (const one of out) {
    const key = lists(one);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return out.filter((one) => (counts.get(lists(one)) ?? 0) < 2);
});

export interface SharedConflict extends Difference {
  readonly a: Span;
  readonly b: Span;
}

/** Claims that stand once in each of two documents, with another value; none where the two are states of one document. */
export function claimConflictsOf(a: Document, b: Document): SharedConflict[] {
  const [x, y] = [once(a), once(b)];
  const out: SharedConflict[] = [];
  let same = 0;
  for (const [frame, one] of x) {
    const other = y.get(frame);
    if (!other) continue;
    if (one.value === other.value) {
      same++;
      continue;
    }
    if (inCode(a, one.start) || inCode(b, other.start)) continue;
    const found = differenceOf(a, one, b, other);
    if (found) out.push({ ...found, a: one, b: other });
  }
  if (out.length === 0 || out.length > MOST_ACROSS) return [];
  // two documents that say next to nothing else, or most things alike, are of two things: modes, models
  const [most, least] = [Math.max(sentencesOf(x), sentencesOf(y)), Math.min(sentencesOf(x), sentencesOf(y))];
  if (out.length > 1 && 5 * out.length >= 4 * most) return [];
  if (same > 1 && 2 * (same + out.length) >= least) return [];
  return same >= SAME && 100 * same >= SAME_SHARE * Math.min(x.size, y.size) ? [] : out;
}

const sentencesOf = (all: ReadonlyMap<number, Claim>): number =>
  new Set([...all.values()].map(({ start }) => start)).size;

/** Claims by their frames, of frames that have one value in a document. */
const once: (document: Document) => ReadonlyMap<number, Claim> = view((document) => {
  const out = new Map<number, Claim>();
  const varied = new Set<number>();
  for (const claim of claims(document)) {
    const known = out.get(claim.frame);
    if (!known) out.set(claim.frame, claim);
    else if (known.value !== claim.value) varied.add(claim.frame);
  }
  for (const frame of varied) out.delete(frame);
  return out;
});
