/**
 * How well lines of a paragraph follow each other, and how well every other line does: two columns that were read across
 * each other alternate, so that a sentence goes on not in the next line but in the one after it.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { HEAD, headOf, isOpen, joins, letterClasses, TAIL, tailOf } from './joins.ts';
import { lines } from './lines.ts';
import { SPACES } from './script.ts';

/** Fewest lines of a paragraph that is looked at. */
const LEAST = 6;
/** Most lines of one stretch. */
const MOST = 400;

/** Evidence for one way to read a stretch of lines. */
export interface Evidence {
  /** Seams whose two words (in scripts without spaces: characters) stand side by side elsewhere in the document. */
  readonly attested: number;
  /** Seams that cannot be: a sentence ends, and the next line begins with a small letter. */
  readonly wrong: number;
}

/** Lines of one paragraph, or paragraphs of one line each. */
export interface Stretch {
  readonly lines: readonly Span[];
  /** Each line goes on in the next one. */
  readonly next: Evidence;
  /** Each line goes on in the one after the next. */
  readonly skip: Evidence;
  /**
   * Lines that go on two lines later, with proof: attested there and not in the next one, or the line between ends a
   * sentence and the one after it cannot begin one.
   */
  readonly proofs: readonly number[];
}

const OTHER = 0;
const HASH = 0x01000193;

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH);
}

/** Whether the unit belongs to a word: a letter, a digit, a mark. */
function isWord(unit: number): boolean {
  return letterClasses()[unit] !== OTHER || (unit >= 0xdc00 && unit < 0xe000);
}

const isWide = (unit: number): boolean => unit >= 0x3040 && unit < 0xa000;

/** Hash of the last word of `units[start, end)`, lower case for ASCII; 0 where it does not end with a word. */
function lastWord(units: Uint16Array, start: number, end: number): number {
  if (end <= start) return 0;
  const last = units[end - 1]!;
  if (isWide(last)) return mix(0x811c9dc5, last);
  let from = end;
  while (from > start && isWord(units[from - 1]!) && !isWide(units[from - 1]!)) from--;
  return from === end ? 0 : word(units, from, end);
}

function word(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    hash = mix(hash, unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
  }
  return hash;
}

function firstWord(units: Uint16Array, start: number, end: number): number {
  if (end <= start) return 0;
  if (isWide(units[start]!)) return mix(0x811c9dc5, units[start]!);
  let to = start;
  while (to < end && isWord(units[to]!) && !isWide(units[to]!)) to++;
  return to === start ? 0 : word(units, start, to);
}

const pair = (a: number, b: number): number => (Math.imul(a, 31) + b) | 0;

/** Hashes of all pairs of neighbouring words (characters) inside lines. */
function pairsOf(document: Document): Set<number> {
  const { units } = document;
  const { count, firsts, ends } = lines(document);
  const out = new Set<number>();
  for (let line = 0; line < count; line++) {
    const end = ends[line]!;
    let previous = 0;
    let i = firsts[line]!;
    while (i < end) {
      const unit = units[i]!;
      if (isWide(unit)) {
        const hash = mix(0x811c9dc5, unit);
        if (previous !== 0) out.add(pair(previous, hash));
        previous = hash;
        i++;
      } else if (isWord(unit)) {
        let to = i + 1;
        while (to < end && isWord(units[to]!) && !isWide(units[to]!)) to++;
        const hash = word(units, i, to);
        if (previous !== 0) out.add(pair(previous, hash));
        previous = hash;
        i = to;
      } else {
        if (SPACES[unit] === 0) previous = 0;
        i++;
      }
    }
  }
  return out;
}

/** Formats whose lines are parts of sentences on purpose. */
const SOURCES: ReadonlySet<string> = new Set([...DATA_FORMATS, 'roff', 'tex']);

/** Longest line, in units. */
const LINE = 110;

/** The stretches of lines that may be two columns: some lines follow each other as they cannot. */
export const stretches: (document: Document) => readonly Stretch[] = view((document) => {
  if (SOURCES.has(document.format)) return [];
  const { units } = document;
  const { blocks, single } = joins(document);
  const { starts, firsts, ends, count } = lines(document);
  const out: Stretch[] = [];
  let pairs: Set<number> | undefined;
  let run: Span[] = [];
  const close = (): void => {
    const stretch = run.length >= LEAST ? judge(units, run, () => (pairs ??= pairsOf(document))) : undefined;
    if (stretch) out.push(stretch);
    run = [];
  };
  let line = 0;
  for (let block = 0; block < blocks.length; block++) {
    const { kind, start, end } = blocks[block]!;
    const one = single[block] === 1;
    if (kind !== 'prose' || (one ? end - start > LINE : end - start < 60)) {
      close();
      continue;
    }
    if (one) {
      if (run.length < MOST) run.push(trimmed(units, start, end));
      continue;
    }
    close();
    while (line + 1 < count && starts[line + 1]! <= start) line++;
    let longest = 0;
    for (let i = line; i < count && starts[i]! < end && run.length < MOST; i++) {
      run.push(trimmed(units, firsts[i]!, ends[i]!));
      longest = Math.max(longest, ends[i]! - firsts[i]!);
    }
    if (longest > LINE) run = [];
    close();
  }
  close();
  return out;
});

function trimmed(units: Uint16Array, start: number, end: number): Span {
  let to = end;
  while (to > start && SPACES[units[to - 1]!] === 1) to--;
  return { start, end: to };
}

function judge(units: Uint16Array, run: readonly Span[], pairs: () => ReadonlySet<number>): Stretch | undefined {
  const tails = run.map(({ start, end }) => tailOf(units, start, end));
  const heads = run.map(({ start, end }) => headOf(units, start, end));
  const wrong = (i: number, j: number): number => (tails[i] === TAIL.closed && heads[j] === HEAD.lower ? 1 : 0);
  let total = 0;
  for (const { start, end } of run) total += end - start;
  // columns of text, not of terms
  if (total < run.length * (isWide(units[run[0]!.start]!) ? 7 : 16)) return undefined;
  let wrongNext = 0;
  let open = 0;
  let wide = 0;
  let capitals = 0;
  for (let i = 0; i + 1 < run.length; i++) {
    wrongNext += wrong(i, i + 1);
    if (isOpen(tails[i]!)) {
      open++;
      if (isWide(units[run[i]!.end - 1]!)) wide++;
      else if (heads[i + 1] === HEAD.upper) capitals++;
    }
  }
  // Most lines of a column break off. Some lines follow each other badly; without case only the words can tell.
  if (open * 2 < run.length || (wrongNext === 0 && capitals * 4 < run.length && wide * 2 < run.length))
    return undefined;
  const seen = pairs();
  const lasts = run.map(({ start, end }) => lastWord(units, start, end));
  const begins = run.map(({ start, end }) => firstWord(units, start, end));
  const attested = (i: number, j: number): boolean =>
    lasts[i] !== 0 && begins[j] !== 0 && seen.has(pair(lasts[i]!, begins[j]!));
  const proofs: number[] = [];
  let wrongSkip = 0;
  let attestedNext = 0;
  let attestedSkip = 0;
  for (let i = 0; i + 1 < run.length; i++) {
    const next = attested(i, i + 1);
    if (next) attestedNext++;
    if (i + 2 >= run.length) continue;
    if (wrong(i + 1, i + 2) === 1 && isOpen(tails[i]!)) {
      attestedSkip += attested(i, i + 2) ? 1 : 0;
      proofs.push(i);
      continue;
    }
    wrongSkip += wrong(i, i + 2);
    if (!attested(i, i + 2)) continue;
    attestedSkip++;
    if (!next) proofs.push(i);
  }
  return {
    lines: run,
    next: { attested: attestedNext, wrong: wrongNext },
    skip: { attested: attestedSkip, wrong: wrongSkip },
    proofs,
  };
}
