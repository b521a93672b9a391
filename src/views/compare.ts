/** Two documents held against each other line by line: what differs, and how much of each is in the other. */
import { mix32 } from '../core/hash.ts';
import { at } from '../core/locate.ts';
import type { Document, Place, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { diff, type Hunk } from './diff.ts';
import { lines } from './lines.ts';
import { SPACES, weightOfUnits } from './script.ts';
import { sentences } from './sentences.ts';

/** Differing places that are shown of a pair. */
const SHOWN = 3;
/** Units around a difference that are quoted. */
const AROUND = 40;

/** A document as a sequence of pieces (lines or sentences), each with a hash that white space does not change. */
export interface Pieces {
  readonly document: Document;
  readonly spans: readonly Span[];
  readonly hashes: Uint32Array;
  readonly weights: Uint32Array;
  readonly weight: number;
}

function pieces(document: Document, spans: readonly Span[]): Pieces {
  const { units } = document;
  const hashes = new Uint32Array(spans.length);
  const weights = new Uint32Array(spans.length);
  let weight = 0;
  for (let i = 0; i < spans.length; i++) {
    const { start, end } = spans[i]!;
    let hash = 0x811c9dc5;
    for (let k = start; k < end; k++) if (SPACES[units[k]!] === 0) hash = Math.imul(hash ^ units[k]!, 0x01000193);
    hashes[i] = mix32(hash);
    weight += weights[i] = weightOfUnits(units, start, end);
  }
  return { document, spans, hashes, weights, weight };
}

const byLines: (document: Document) => Pieces = view((document) => {
  const { count, firsts, ends } = lines(document);
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) if (firsts[i]! < ends[i]!) spans.push({ start: firsts[i]!, end: ends[i]! });
  return pieces(document, spans);
});

const bySentences: (document: Document) => Pieces = view((document) => {
  const { count, starts, ends } = sentences(document);
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) if (starts[i]! < ends[i]!) spans.push({ start: starts[i]!, end: ends[i]! });
  return pieces(document, spans);
});

export interface Compared {
  readonly a: Pieces;
  readonly b: Pieces;
  readonly hunks: readonly Hunk[];
  /** Percent of the weight of both that is the same, rounded down; at most 99 where anything differs. */
  readonly same: number;
  /** Percent of the one's weight that stands in the other, in the same order. */
  readonly ofA: number;
  readonly ofB: number;
  /** Percent of the weight of both whose pieces stand in both, in any order. */
  readonly anyOrder: number;
}

/** The beginning and end that two differing stretches share, in units. */
function shared(a: Document, x: Span, b: Document, y: Span): { readonly head: number; readonly tail: number } {
  const most = Math.min(x.end - x.start, y.end - y.start);
  let head = 0;
  while (head < most && a.units[x.start + head] === b.units[y.start + head]) head++;
  let tail = 0;
  while (tail < most - head && a.units[x.end - 1 - tail] === b.units[y.end - 1 - tail]) tail++;
  return { head, tail };
}

/** From the first to the last of some pieces. */
function spanOf({ spans }: Pieces, from: number, to: number): Span | undefined {
  return from < to ? { start: spans[from]!.start, end: spans[to - 1]!.end } : undefined;
}

function compareBy(a: Pieces, b: Pieces): Compared {
  const hunks = diff(a.hashes, b.hashes);
  let lostA = 0;
  let lostB = 0;
  for (const hunk of hunks) {
    for (let i = hunk.a; i < hunk.aEnd; i++) lostA += a.weights[i]!;
    for (let i = hunk.b; i < hunk.bEnd; i++) lostB += b.weights[i]!;
    // as many lines on both sides: each is held against its partner
    const count = hunk.aEnd - hunk.a;
    const paired = count === hunk.bEnd - hunk.b;
    for (let i = 0; i < (paired ? count : 1); i++) {
      const x = paired ? a.spans[hunk.a + i] : spanOf(a, hunk.a, hunk.aEnd);
      const y = paired ? b.spans[hunk.b + i] : spanOf(b, hunk.b, hunk.bEnd);
      if (!x || !y) continue;
      const { head, tail } = shared(a.document, x, b.document, y);
      const both =
        weightOfUnits(a.document.units, x.start, x.start + head) + weightOfUnits(a.document.units, x.end - tail, x.end);
      lostA -= both;
      lostB -= both;
    }
  }
  const share = (lost: number, all: number): number =>
    all === 0 ? 0 : Math.min(lost > 0 || hunks.length > 0 ? 99 : 100, Math.floor((100 * (all - lost)) / all));
  const same = share(lostA + lostB, a.weight + b.weight);
  return {
    a,
    b,
    hunks,
    same,
    ofA: share(lostA, a.weight),
    ofB: share(lostB, b.weight),
    anyOrder: Math.max(same, anyOrder(a, b)),
  };
}

function anyOrder(a: Pieces, b: Pieces): number {
  const left = new Map<number, number>();
  for (const hash of a.hashes) left.set(hash, (left.get(hash) ?? 0) + 1);
  let both = 0;
  for (let i = 0; i < b.hashes.length; i++) {
    const count = left.get(b.hashes[i]!) ?? 0;
    if (count === 0) continue;
    left.set(b.hashes[i]!, count - 1);
    both += 2 * b.weights[i]!;
  }
  const all = a.weight + b.weight;
  return all === 0 ? 0 : Math.min(99, Math.floor((100 * both) / all));
}

/** By lines; where little is the same, by sentences, if that finds more: the same text with other line breaks. */
export function compare(a: Document, b: Document, enough: number): Compared {
  const first = compareBy(byLines(a), byLines(b));
  if (first.same >= enough || Math.max(first.ofA, first.ofB) >= enough) return first;
  const again = compareBy(bySentences(a), bySentences(b));
  return again.same > first.same ? again : first;
}

/** The differing part of a stretch with some words around it; where there is none, the piece that stands there. */
function shown({ document, spans }: Pieces, from: number, to: number, head: number, tail: number): Span {
  if (from === to) {
    const there = spans[Math.min(from, spans.length - 1)]!;
    return { start: there.start, end: Math.min(there.end, there.start + 2 * AROUND) };
  }
  const line = spans[from]!;
  const last = spans[to - 1]!;
  let start = Math.max(line.start, line.start + head - AROUND);
  let end = Math.max(start + 1, Math.min(last.end, last.end - tail + AROUND));
  const { units } = document;
  const isLow = (i: number): boolean => units[i]! >= 0xdc00 && units[i]! < 0xe000;
  while (start > line.start && start < line.start + head && SPACES[units[start - 1]!] === 0 && units[start]! < 0x2e80)
    start++;
  while (end < last.end && end > last.end - tail && SPACES[units[end]!] === 0 && units[end]! < 0x2e80) end--;
  while (start < end && SPACES[units[start]!] === 1) start++;
  if (isLow(start)) start--;
  if (isLow(end)) end++;
  return { start, end };
}

/** The first differing places, the first document's before the second's, and how many lines differ in all. */
export function differences(
  { a, b, hunks }: Compared,
  most: number = SHOWN,
): { readonly places: Place[]; readonly count: number } {
  const places: Place[] = [];
  let count = 0;
  for (const hunk of hunks) {
    count += Math.max(hunk.aEnd - hunk.a, hunk.bEnd - hunk.b);
    if (places.length >= 2 * most) continue;
    const x = spanOf(a, hunk.a, hunk.aEnd);
    const y = spanOf(b, hunk.b, hunk.bEnd);
    const { head, tail } = x && y ? shared(a.document, x, b.document, y) : { head: 0, tail: 0 };
    places.push(
      at(a.document, shown(a, hunk.a, hunk.aEnd, head, tail), x ? {} : { note: `here ${b.document.path} has more` }),
      at(b.document, shown(b, hunk.b, hunk.bEnd, head, tail), {
        note: y ? `${b.document.path} says` : `here ${a.document.path} has more`,
      }),
    );
  }
  return { places, count };
}

/**
 * Where the first document's text stands in the second: the stretch of pieces in which what both have outweighs most what
 * only the second has; null where less than 80 % of the first stands in it, so that its pieces lie here and there.
 */
export function rangeIn({ a, b, hunks }: Compared): Span | null {
  let best = { sum: 0, from: 0, to: -1, weight: 0 };
  let run = { sum: 0, from: 0, weight: 0 };
  let next = 0;
  for (let i = 0; i < b.spans.length; i++) {
    while (next < hunks.length && hunks[next]!.bEnd <= i) next++;
    const hunk = hunks[next];
    // pieces of b outside the hunks are a's too
    const isCommon = !(hunk && hunk.b <= i);
    const weight = b.weights[i]!;
    if (run.sum <= 0) run = { sum: 0, from: i, weight: 0 };
    run.sum += isCommon ? weight : -weight;
    if (isCommon) run.weight += weight;
    if (run.sum > best.sum) best = { sum: run.sum, from: run.from, to: i, weight: run.weight };
  }
  if (best.to < 0 || 100 * best.weight < 80 * a.weight) return null;
  return { start: b.spans[best.from]!.start, end: b.spans[best.to]!.end };
}
