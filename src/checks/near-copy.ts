/**
 * Two documents that say nearly the same: an old version beside the new one, a copy that somebody edited. A sketch of
 * each text (minimal hashes of its k-grams, "one permutation hashing") is kept while documents are read; documents whose
 * sketches share a band are compared, and only a line diff of the texts makes a finding.
 */
import { at } from '../core/locate.ts';
import { mix32 } from '../core/hash.ts';
import { foldCase } from '../core/unicode.ts';
import type { Document, FolderCheck, Observation, Pair, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { dense } from '../views/dense.ts';
import { lines } from '../views/lines.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { sentences } from '../views/sentences.ts';
import { pattern } from '../core/pattern.ts';

const NO_LETTER = pattern('gu')`[^\p{L}]`;

/** Weight below which two texts are alike by chance: a title page, a stub, a form. */
const LEAST_WEIGHT = 400;
/** Characters of a gram: 8 letters or 4 Han. Chosen so that a gram is about a word and a half in either. */
const GRAM = 8;
const GRAM_CJK = 4;
/** Bins of a sketch. The standard error of the estimated likeness is sqrt(J(1-J)/126): 0.036 at 0.8. */
const BINS = 126;
/** 21 bands of 6 bins: texts of likeness 0.8 share a band with 99.8 %, 0.5 with 28 %, 0.3 with 1.5 %. */
const BAND = 6;
/** Bins in 100 that must agree before two texts are opened again. Estimated likeness; one line diff costs milliseconds. */
const CANDIDATE_SHARE = 62;
/** Percent of the weight of both texts that must be the same, by the line diff. */
const SAME_SHARE = 80;
/** The same, where the titles differ in more than numbers, or make a series: chapters of one template are up to 94 % the same. */
const OTHER_TITLE_SHARE = 95;
/** First texts of clusters that are remembered for one band: form letters share bands with everything. */
const BUCKET = 8;
/** Pairs of one cluster that are compared; the last one says how many more there are. */
const PAIRS = 5;
/** Differing places that are shown of a pair. */
const SHOWN = 6;
/** Units around a difference that are quoted. */
const AROUND = 40;

/** What is kept of a document. */
export interface NearCopyFact {
  /** BINS numbers of 32 bits. */
  readonly sketch: readonly number[];
  /** See `titleOf`. */
  readonly title: string;
}

/** What `confirm` must know besides the two texts. */
export interface NearCopyPair {
  /** Further documents like these that were not compared. */
  readonly more: number;
  /** Whether SERIES documents and more bear this title: releases that are kept on purpose. */
  readonly series: boolean;
}

/** Documents of one title (numbers and version words aside) that make a series: `v0.1.md`, `v0.2.md`, `v1.0.md`. */
const SERIES = 3;

/** Formats of rows and records: two of them are alike by form. */
const RECORDS: ReadonlySet<string> = new Set(['csv', 'tsv', 'log', 'code']);

/** Grams between two looks at which hash of the bins is the largest. */
const ROUND = 1024;
const SIGN = 0x80000000 | 0;

/** What 2^16 leaves when it is shared out among the bins. */
const UPPER_REST = 0x10000 % BINS;
const EMPTY = 0x7fffffff;

/** Keeps a hash, its sign bit turned, if it is the least of its bin. In halves, for no engine is quick to divide 32 bits. */
function put(bins: Int32Array, turned: number): void {
  const hash = turned ^ SIGN;
  const bin = ((hash >>> 16) * UPPER_REST + (hash & 0xffff)) % BINS;
  if (turned < bins[bin]!) bins[bin] = turned;
}

/** Minimal hash of the grams that fall into each bin; an empty bin takes its right neighbour's, in a circle. */
export function sketchOf(units: Uint16Array, gram: number): number[] {
  // with the sign bit turned, unsigned numbers compare as signed ones do, which engines are quicker at
  const bins = new Int32Array(BINS).fill(EMPTY);
  const BASE = 0x01000193;
  const { length } = units;
  let leaving = 1;
  for (let i = 0; i < gram; i++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  let i = 0;
  for (; i < gram - 1 && i < length; i++) hash = (Math.imul(hash, BASE) + units[i]!) | 0;
  // what is larger than all of the bins, most of the time, need not be told which it belongs to
  let largest = EMPTY;
  for (let first = 0; i < length;) {
    const stop = Math.min(length, i + ROUND);
    if (i < gram) {
      hash = (Math.imul(hash, BASE) + units[i++]!) | 0;
      put(bins, mix32(hash) ^ SIGN);
    }
    for (const last = stop - 1; i < last; i += 2, first += 2) {
      // two a turn, and mix32 written out
      const one = (Math.imul(hash, BASE) + units[i]! - Math.imul(units[first]!, leaving)) | 0;
      hash = (Math.imul(one, BASE) + units[i + 1]! - Math.imul(units[first + 1]!, leaving)) | 0;
      let a = Math.imul(one ^ (one >>> 16), 0x85ebca6b);
      let b = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
      b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
      a ^= (a >>> 16) ^ SIGN;
      b ^= (b >>> 16) ^ SIGN;
      if (a < largest) put(bins, a);
      if (b < largest) put(bins, b);
    }
    for (; i < stop; i++, first++) {
      hash = (Math.imul(hash, BASE) + units[i]! - Math.imul(units[first]!, leaving)) | 0;
      put(bins, mix32(hash) ^ SIGN);
    }
    largest = SIGN;
    for (let bin = 0; bin < BINS; bin++) if (bins[bin]! > largest) largest = bins[bin]!;
  }
  const sketch: number[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    let steps = 0;
    while (steps < BINS && bins[(bin + steps) % BINS] === EMPTY) steps++;
    sketch.push((bins[(bin + steps) % BINS]! ^ SIGN) >>> 0);
  }
  return sketch;
}

/** Bins that agree. */
function agree(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) same++;
  return same;
}

// ---------------------------------------------------------------------------------------------------------------------
// Diff

/** A stretch of pieces that differ: pieces `[a, aEnd)` of one text stand where `[b, bEnd)` of the other do. */
export interface Hunk {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Cells of the table by which short differing stretches are compared piece by piece. */
const TABLE = 10_000;

/**
 * What differs between two sequences of hashes. Anchors are pieces that stand exactly once in both stretches and in the
 * same order ("patience diff", Bram Cohen); between anchors the same again, and short stretches by the longest common
 * subsequence. Not always the shortest answer; O(n log n) for each of at most 16 levels.
 */
export function diff(a: Uint32Array, b: Uint32Array): Hunk[] {
  const hunks: Hunk[] = [];
  const work: { a: number; aEnd: number; b: number; bEnd: number; level: number }[] = [
    { a: 0, aEnd: a.length, b: 0, bEnd: b.length, level: 0 },
  ];
  for (let part = work.pop(); part; part = work.pop()) {
    let { a: from, aEnd: to, b: other, bEnd: otherEnd } = part;
    while (from < to && other < otherEnd && a[from] === b[other]) {
      from++;
      other++;
    }
    while (from < to && other < otherEnd && a[to - 1] === b[otherEnd - 1]) {
      to--;
      otherEnd--;
    }
    if (from === to && other === otherEnd) continue;
    const pairs =
      from === to || other === otherEnd
        ? []
        : (to - from) * (otherEnd - other) <= TABLE
          ? common(a, from, to, b, other, otherEnd)
          : part.level < 16
            ? anchors(a, from, to, b, other, otherEnd)
            : [];
    if (pairs.length === 0) {
      hunks.push({ a: from, aEnd: to, b: other, bEnd: otherEnd });
      continue;
    }
    let p = from;
    let q = other;
    for (const [i, j] of pairs) {
      work.push({ a: p, aEnd: i, b: q, bEnd: j, level: part.level + 1 });
      p = i + 1;
      q = j + 1;
    }
    work.push({ a: p, aEnd: to, b: q, bEnd: otherEnd, level: part.level + 1 });
  }
  return hunks.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Longest common subsequence of two short stretches, as pairs of indices. */
function common(
  a: Uint32Array,
  from: number,
  to: number,
  b: Uint32Array,
  other: number,
  otherEnd: number,
): [number, number][] {
  const width = otherEnd - other + 1;
  const best = new Uint16Array((to - from + 1) * width);
  for (let i = to - from - 1; i >= 0; i--)
    for (let j = width - 2; j >= 0; j--)
      best[i * width + j] =
        a[from + i] === b[other + j]
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < to - from && j < width - 1;)
    if (a[from + i] === b[other + j]) pairs.push([from + i++, other + j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  return pairs;
}

/** Pieces that stand exactly once in both stretches, the longest run of them that keeps the order, as pairs of indices. */
function anchors(
  a: Uint32Array,
  from: number,
  to: number,
  b: Uint32Array,
  other: number,
  otherEnd: number,
): [number, number][] {
  const TWICE = -1;
  const inA = new Map<number, number>();
  for (let i = from; i < to; i++) inA.set(a[i]!, inA.has(a[i]!) ? TWICE : i);
  const inB = new Map<number, number>();
  for (let j = other; j < otherEnd; j++) inB.set(b[j]!, inB.has(b[j]!) ? TWICE : j);
  const all: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const j = inA.get(a[i]!) === i ? inB.get(a[i]!) : undefined;
    if (j !== undefined && j !== TWICE) all.push([i, j]);
  }
  // longest increasing subsequence of the second indices
  const tails: number[] = [];
  const before = new Int32Array(all.length).fill(-1);
  for (let k = 0; k < all.length; k++) {
    const j = all[k]![1];
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (all[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[k] = tails[low - 1]!;
    tails[low] = k;
  }
  const pairs: [number, number][] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k]!) pairs.push(all[k]!);
  return pairs.reverse();
}

// ---------------------------------------------------------------------------------------------------------------------
// Comparison

/** A document as a sequence of pieces (lines or sentences), each with a hash that white space does not change. */
interface Pieces {
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

function byLines(document: Document): Pieces {
  const { count, firsts, ends } = lines(document);
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) if (firsts[i]! < ends[i]!) spans.push({ start: firsts[i]!, end: ends[i]! });
  return pieces(document, spans);
}

function bySentences(document: Document): Pieces {
  const { count, starts, ends } = sentences(document);
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) if (starts[i]! < ends[i]!) spans.push({ start: starts[i]!, end: ends[i]! });
  return pieces(document, spans);
}

interface Comparison {
  readonly a: Pieces;
  readonly b: Pieces;
  readonly hunks: readonly Hunk[];
  /** Percent of the weight of both that is the same, rounded down. */
  readonly same: number;
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

function compare(a: Pieces, b: Pieces): Comparison {
  const hunks = diff(a.hashes, b.hashes);
  let differs = 0;
  for (const hunk of hunks) {
    let weight = 0;
    for (let i = hunk.a; i < hunk.aEnd; i++) weight += a.weights[i]!;
    for (let i = hunk.b; i < hunk.bEnd; i++) weight += b.weights[i]!;
    const x = spanOf(a, hunk.a, hunk.aEnd);
    const y = spanOf(b, hunk.b, hunk.bEnd);
    if (x && y) {
      const { head, tail } = shared(a.document, x, b.document, y);
      weight -=
        2 *
        (weightOfUnits(a.document.units, x.start, x.start + head) +
          weightOfUnits(a.document.units, x.end - tail, x.end));
    }
    differs += Math.max(0, weight);
  }
  const all = a.weight + b.weight;
  return { a, b, hunks, same: all === 0 ? 0 : Math.min(99, Math.floor((100 * (all - differs)) / all)) };
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

function observe({ a, b, hunks, same }: Comparison, more: number): Observation {
  const places: Place[] = [];
  let count = 0;
  for (const hunk of hunks) {
    count += Math.max(hunk.aEnd - hunk.a, hunk.bEnd - hunk.b);
    if (places.length >= 2 * SHOWN) continue;
    const x = spanOf(a, hunk.a, hunk.aEnd);
    const y = spanOf(b, hunk.b, hunk.bEnd);
    const { head, tail } = x && y ? shared(a.document, x, b.document, y) : { head: 0, tail: 0 };
    const note = (mine: Span | undefined, other: string): { note?: string } =>
      mine ? {} : { note: `here ${other} has more` };
    const here = shown(a, hunk.a, hunk.aEnd, head, tail);
    const there = shown(b, hunk.b, hunk.bEnd, head, tail);
    places.push(
      at(a.document, here, note(x, b.document.path)),
      at(b.document, there, { note: y ? `${b.document.path} says` : `here ${a.document.path} has more` }),
    );
  }
  const [first, ...rest] = places;
  const what = count === 1 ? '1 line differs' : `${count} lines differ`;
  return {
    message: `${same} % the same as ${b.document.path}; ${what}${more > 0 ? `; ${more} more are like these` : ''}`,
    next: 'Keep the one that counts; if both do, say in INDEX.md what each is for',
    places: [first!, ...rest],
  };
}

/** Formats without a title: there the file's name says what it is. */
const UNTITLED: ReadonlySet<string> = new Set(['json', 'yaml', 'toml', 'xml', 'proto', 'graphql', 'sql', 'abnf']);

/** What the document calls itself, without numbers, marks and white space: `title:`, the first heading, else the first line. */
function titleOf(document: Document): string {
  let title: string | undefined;
  if (UNTITLED.has(document.format)) title = document.path.slice(document.path.lastIndexOf('/') + 1);
  else {
    const all = blocks(document);
    const head = all[0];
    if (head?.kind === 'front-matter')
      title = /^title: *(.+)$/mu.exec(document.slice(head.start, Math.min(head.end, head.start + 4000)))?.[1];
    if (title === undefined) {
      const block = all.find((each) => each.kind === 'heading') ?? head;
      title = block && document.slice(block.start, Math.min(block.end, block.start + 200)).split('\n', 1)[0];
    }
  }
  return foldCase(title ?? '')
    .replace(NO_LETTER, '')
    .replace(/(?:alpha|beta|rc|draft|final|old|new|copy|version|v)+$/u, '');
}

/** Whether half of the text is in characters that weigh as much as three letters. */
function isHeavy(document: Document, units: Uint16Array): boolean {
  // not all of these are heavy, but what is heavy is one of these: the text is weighed where it could be
  const { han, hanSurrogate, kana, hangul, filler, cjkPunctuation, other } = census(document);
  const most = han + hanSurrogate + kana + hangul + filler + cjkPunctuation + other;
  return 2 * most >= units.length && weightOfUnits(units, 0, units.length) >= 2 * units.length;
}

export const nearCopy: FolderCheck<NearCopyFact, NearCopyPair> = {
  id: 'near-copy',
  title: 'Two documents that are nearly the same',
  level: 'look',
  acceptable: true,
  scope: 'folder',

  collect(document) {
    if (RECORDS.has(document.format)) return undefined;
    const { units } = dense(document);
    if (weightOfUnits(units, 0, 4 * LEAST_WEIGHT) < LEAST_WEIGHT)
      if (weightOfUnits(units, 0, units.length) < LEAST_WEIGHT) return undefined;
    return { sketch: sketchOf(units, isHeavy(document, units) ? GRAM_CJK : GRAM), title: titleOf(document) };
  },

  *pairs(facts, folder): Iterable<Pair<NearCopyPair>> {
    interface Cluster {
      readonly path: string;
      readonly sketch: readonly number[];
      readonly title: string;
      readonly others: string[];
    }
    const bands = new Map<number, Cluster[]>();
    const clusters: Cluster[] = [];
    const titles = new Map<string, number>();
    for (const { fact } of facts) titles.set(fact.title, (titles.get(fact.title) ?? 0) + 1);
    for (const { path, fact } of facts) {
      if (folder.companion(path) || folder.declared(path) === 'left-out') continue;
      const { sketch } = fact;
      const keys: number[] = [];
      for (let from = 0; from < BINS; from += BAND) {
        let hash = from + 1;
        for (let i = from; i < from + BAND; i++) hash = mix32(Math.imul(hash, 0x01000193) ^ sketch[i]!);
        keys.push(hash);
      }
      let best: Cluster | undefined;
      let most = (CANDIDATE_SHARE * BINS) / 100;
      for (const key of keys)
        for (const cluster of bands.get(key) ?? []) {
          const same = agree(cluster.sketch, sketch);
          if (same > most) {
            most = same;
            best = cluster;
          }
        }
      if (best) {
        best.others.push(path);
        continue;
      }
      const cluster: Cluster = { path, sketch, title: fact.title, others: [] };
      clusters.push(cluster);
      for (const key of keys) {
        const bucket = bands.get(key);
        if (!bucket) bands.set(key, [cluster]);
        else if (bucket.length < BUCKET) bucket.push(cluster);
      }
    }
    for (const { path, title, others } of clusters) {
      const series = title !== '' && titles.get(title)! >= SERIES;
      const first = folder.entry(path);
      let pairs = 0;
      for (const other of others) {
        const second = folder.entry(other);
        if (!first || !second) continue;
        // equal text is `duplicate`'s
        if (first.sha256 === second.sha256 || (first.print.dense !== null && first.print.dense === second.print.dense))
          continue;
        pairs++;
        yield { a: path, b: other, data: { more: pairs === PAIRS ? others.length - PAIRS : 0, series } };
        if (pairs === PAIRS) break;
      }
    }
  },

  *confirm(a, b, { more, series }): Iterable<Observation> {
    let result = compare(byLines(a), byLines(b));
    if (result.same < SAME_SHARE) {
      // the same text with other line breaks
      const again = compare(bySentences(a), bySentences(b));
      if (again.same > result.same) result = again;
    }
    if (result.hunks.length === 0 || result.same < SAME_SHARE) return;
    const level = result.same >= OTHER_TITLE_SHARE || (titleOf(a) === titleOf(b) && !series) ? 'look' : 'note';
    yield { ...observe(result, more), level };
  },
};
