/** Words of two sentences held against each other: which run alike in both, and what differs between and beside these runs. */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { weightOf } from './script.ts';
import { CJK_LETTER } from './values.ts';

/** Words of a sentence; longer ones are lists that ran together. */
const MOST_WORDS = 260;
/** Words that may differ on one side between two that are the same, and characters of scripts without spaces. */
const GAP = 5;

/** A word of a sentence. */
export interface Word extends Span {
  /** Case folded. */
  readonly text: string;
  readonly weight: number;
  /** Whether a mark (or the end of the sentence) stands behind it, or before it. */
  stop: boolean;
  opens: boolean;
}

const WORDS = pattern(
  'gu',
)`[\u3040-\u30ff\u3400-\u9fff]|\p{Nd}+(?:[.,:/\-]\p{Nd}+)*|[\p{L}\p{M}\p{Nd}_]+(?:['’.\-][\p{L}\p{M}\p{Nd}_]+)*|[.,;:!?。，；：！？、()（）—–]`;
const MARK = /^[.,;:!?。，；：！？、()（）—–]$/u;

const known: (document: Document) => Map<number, Word[]> = view(() => new Map());

/** The words of a sentence; none of one that is too long. */
export function wordsOf(document: Document, span: Span): Word[] {
  const words = known(document);
  const made = words.get(span.start) ?? splitOf(document, span);
  words.set(span.start, made);
  return made;
}

function splitOf(document: Document, { start, end }: Span): Word[] {
  const text = document.slice(start, end);
  const out: Word[] = [];
  let opens = true;
  for (const match of text.matchAll(WORDS)) {
    const [found] = match;
    if (MARK.test(found)) {
      if (out.length > 0) out.at(-1)!.stop = true;
      opens = true;
      continue;
    }
    let weight = 0;
    for (let i = 0; i < found.length; i++) weight += weightOf(found.charCodeAt(i));
    const at = start + match.index;
    out.push({ start: at, end: at + found.length, text: foldCase(found), weight, stop: false, opens });
    opens = false;
    if (out.length > MOST_WORDS) return [];
  }
  if (out.length > 0) out.at(-1)!.stop = true;
  return out;
}

/** Runs of words that are the same in both: the heaviest selection in order. */
function aligned(x: readonly Word[], y: readonly Word[]): [number, number][] {
  const width = y.length + 1;
  const best = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      best[i * width + j] =
        x[i]!.text === y[j]!.text ? Math.max(skip, best[(i + 1) * width + j + 1]! + Math.min(255, x[i]!.weight)) : skip;
    }
  const out: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < x.length && j < y.length) {
    const here = best[i * width + j]!;
    if (x[i]!.text === y[j]!.text && here === best[(i + 1) * width + j + 1]! + Math.min(255, x[i]!.weight)) {
      out.push([i, j]);
      i++;
      j++;
    } else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  }
  return out;
}

/** Words that follow each other in both sentences alike, from `i` on in one and from `j` on in the other. */
export interface Run {
  i: number;
  j: number;
  length: number;
  weight: number;
}

/** Of words that stand twice on one side, those count that are beside their fellows. */
function slide(x: readonly Word[], y: readonly Word[], runs: Run[]): void {
  const first = runs[0];
  const second = runs[1];
  if (!first || !second) return;
  const gapX = second.i - first.i - first.length;
  const gapY = second.j - first.j - first.length;
  if ((gapX === 0) === (gapY === 0)) return;
  const words = gapX === 0 ? y : x;
  const end = gapX === 0 ? second.j : second.i;
  const own = gapX === 0 ? first.i : first.j;
  const others = gapX === 0 ? x : y;
  for (let n = 0; n < first.length; n++) if (words[end - first.length + n]?.text !== others[own + n]?.text) return;
  second.i -= first.length;
  second.j -= first.length;
  second.length += first.length;
  second.weight += first.weight;
  runs.shift();
}

/** The runs around the heaviest one that are near enough to it to be of the same statement. */
export function core(x: readonly Word[], y: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const [i, j] of aligned(x, y)) {
    const last = runs.at(-1);
    if (last && last.i + last.length === i && last.j + last.length === j) {
      last.length++;
      last.weight += x[i]!.weight;
    } else runs.push({ i, j, length: 1, weight: x[i]!.weight });
  }
  if (runs.length === 0) return [];
  let middle = 0;
  runs.forEach((run, k) => {
    if (run.weight > runs[middle]!.weight) middle = k;
  });
  const isNear = (left: Run, right: Run): boolean =>
    right.i - left.i - left.length <= GAP && right.j - left.j - left.length <= GAP;
  let from = middle;
  while (from > 0 && isNear(runs[from - 1]!, runs[from]!)) from--;
  let to = middle + 1;
  while (to < runs.length && isNear(runs[to - 1]!, runs[to]!)) to++;
  const kept = runs.slice(from, to);
  slide(x, y, kept);
  // a small word alone at either end is there by chance
  while (kept.length > 1 && kept[0]!.weight < 4) kept.shift();
  while (kept.length > 1 && kept.at(-1)!.weight < 4) kept.pop();
  return kept;
}

/** Words that differ, as half-open ranges of indexes into those of each sentence. */
export interface WordDifference {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** What differs between runs, and before the first and behind the last of them as far as a clause goes. */
export function differencesOf(x: readonly Word[], y: readonly Word[], runs: readonly Run[]): WordDifference[] {
  const out: WordDifference[] = [];
  for (let k = 1; k < runs.length; k++) {
    const left = runs[k - 1]!;
    const right = runs[k]!;
    const last = out.at(-1);
    const difference: WordDifference = {
      x: [left.i + left.length, right.i],
      y: [left.j + left.length, right.j],
    };
    // 必须, 不必: what stands between two is a part of it
    if (last && left.length === 1 && left.weight <= 3 && CJK_LETTER.test(x[left.i]!.text))
      out[out.length - 1] = { x: [last.x[0], difference.x[1]], y: [last.y[0], difference.y[1]] };
    else out.push(difference);
  }
  const last = runs.at(-1)!;
  const behind = (words: readonly Word[], from: number): number => {
    if (from > 0 && words[from - 1]!.stop) return from;
    let to = from;
    while (to < words.length && to - from < GAP) if (words[to++]!.stop) return to;
    return -1;
  };
  const xEnd = behind(x, last.i + last.length);
  const yEnd = behind(y, last.j + last.length);
  if (xEnd > last.i + last.length && yEnd > last.j + last.length)
    out.push({ x: [last.i + last.length, xEnd], y: [last.j + last.length, yEnd] });
  const first = runs[0]!;
  const before = (words: readonly Word[], to: number): number => {
    if (to < words.length && words[to]!.opens) return to;
    let from = to;
    while (from > 0 && to - from < GAP) if (words[--from]!.opens) return from;
    return -1;
  };
  const xStart = before(x, first.i);
  const yStart = before(y, first.j);
  if (xStart >= 0 && yStart >= 0 && xStart < first.i && yStart < first.j)
    out.unshift({ x: [xStart, first.i], y: [yStart, first.j] });
  return out;
}
