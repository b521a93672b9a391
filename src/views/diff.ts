/** What differs between two sequences of hashes: of lines, of sentences. */

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
