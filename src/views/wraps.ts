/**
 * Where the lines of a column became paragraphs of their own: chains of blocks of one line, each broken off in a sentence
 * that the next one continues, and all of them as long as the column was wide.
 */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { endsInside, HEAD, JOIN, joinOf, joins, TAIL, type Head, type Tail } from './joins.ts';
import { SPACES } from './script.ts';

/** Blocks first to last, each but the last broken off in a sentence that goes on in the next. */
export interface Chain {
  readonly first: number;
  readonly last: number;
}

export interface Wrapped {
  /** The block with which the first chain that is beyond doubt begins. */
  readonly start: number;
  readonly chains: readonly Chain[];
  /** 1 for a block that lies in a chain. */
  readonly covers: Uint8Array;
  /** Neighbouring blocks of one line from the first chain to the last, and how many of these pairs are broken. */
  readonly pairs: number;
  readonly broken: number;
  /** Blocks that the next one surely continues, in order; at most EXAMPLES. */
  readonly examples: readonly number[];
}

/** Longest line of a column, in units: from here on a line is a paragraph. */
const COLUMN = 170;
/** Pairs with proof that a document must hold; pairs, where proof is that lines are even and sentences end at chains' ends. */
const PROOFS = 4;
const EVEN = 6;
const EXAMPLES = 6;

/** Kinds whose blocks can be lines of a column. Plain text is told by looks, so a line may pass for anything. */
const TEXT: ReadonlySet<string> = new Set(['prose', 'list', 'heading', 'quote', 'code', 'table']);

const PAIR = {
  /** Not both of one line, or a sentence ends between them. */
  none: 0,
  /** Nothing is against it. */
  neutral: 1,
  /** As `neutral`, in a script without case. */
  possible: 2,
  /** The first holds a finished sentence and the beginning of another, or ends with a comma. */
  proof: 3,
  /** The second begins as no sentence does. */
  sure: 4,
} as const;

/** Units of the first word of `units[start, end)`; 1 in scripts without spaces. */
function firstWord(units: Uint16Array, start: number, end: number): number {
  if (units[start]! >= 0x2e80 && !(units[start]! >= 0xac00 && units[start]! < 0xd7b0)) return 1;
  let i = start;
  while (i < end && i - start < 24 && SPACES[units[i]!] === 0) i++;
  return i - start;
}

/** What begins a line of its own: a marker, a directive, a field, a row. */
function begins(units: Uint16Array, start: number): boolean {
  switch (units[start]) {
    case 0x23: // #
    case 0x2d: // -
    case 0x2b: // +
    case 0x3a: // :
    case 0x3e: // >
    case 0x7c: // |
    case 0x7b: // {
    case 0x3c: // <
    case 0x40: // @
    case 0x2e: // .
    case 0x2022:
    case 0x25cf:
    case 0xb7:
      return true;
    case 0x2a: // *
      return SPACES[units[start + 1] ?? 0x20] === 1;
    default:
      return false;
  }
}

interface Found extends Chain {
  readonly sure: number;
  readonly proofs: number;
  readonly possible: number;
  /** Whether the last block ends a sentence. */
  readonly ended: boolean;
}

/** The chains of the document, or null where there are none. */
export const wrapped: (document: Document) => Wrapped | null = view((document) => {
  const { units } = document;
  const { blocks, tails, heads, single } = joins(document);
  const isLine = (i: number): boolean => {
    const block = blocks[i]!;
    if (single[i] === 0 || block.end - block.start > COLUMN || !TEXT.has(block.kind)) return false;
    // a marked heading is no line of a column; one told by looks may be
    return block.kind !== 'heading' || (document.format === 'text' && units[block.start] !== 0x23);
  };
  // cheap: five neighbours, both of one line, the first unfinished
  let candidates = 0;
  for (let i = 0; i + 1 < blocks.length; i++)
    if (single[i] === 1 && single[i + 1] === 1 && joinOf(tails[i] as Tail, heads[i + 1] as Head) !== JOIN.none)
      candidates++;
  if (candidates < PROOFS) return null;

  const kinds = new Uint8Array(blocks.length);
  const found: Found[] = [];
  for (let i = 0; i + 1 < blocks.length; i++) {
    if (!isLine(i)) continue;
    let last = i;
    let sure = 0;
    let proofs = 0;
    let possible = 0;
    while (last + 1 < blocks.length && isLine(last + 1)) {
      const block = blocks[last]!;
      const kind = pairKind(
        units,
        block.start,
        block.end,
        tails[last] as Tail,
        heads[last + 1] as Head,
        blocks[last + 1]!.start,
      );
      if (kind === PAIR.none) break;
      kinds[last++] = kind;
      if (kind === PAIR.sure) sure++;
      else if (kind === PAIR.proof) proofs++;
      else if (kind === PAIR.possible) possible++;
    }
    if (sure + proofs + possible > 0)
      found.push({ first: i, last, sure, proofs, possible, ended: tails[last] === TAIL.closed });
    i = last;
  }

  // The width of the column: what nine in ten of the broken lines do not exceed.
  const lengths: number[] = [];
  for (const { first, last, sure } of found)
    if (last - first >= 2 && (sure > 0 || last - first >= 3))
      for (let i = first; i < last; i++) lengths.push(blocks[i]!.end - blocks[i]!.start);
  if (lengths.length < PROOFS - 1) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)]!;
  const fills = (i: number): boolean => {
    const block = blocks[i]!;
    const next = blocks[i + 1]!;
    const length = block.end - block.start;
    return (length + 1 + firstWord(units, next.start, next.end)) * 100 >= width * 88 && length * 100 <= width * 140;
  };

  const chains: Chain[] = [];
  let proofs = 0;
  let even = 0;
  let commas = 0;
  let marks = 0;
  let broken = 0;
  let start = -1;
  for (const chain of found) {
    const pairs = chain.last - chain.first;
    let full = 0;
    for (let i = chain.first; i < chain.last; i++) if (fills(i)) full++;
    if (full * 10 < pairs * 7) continue;
    let { first } = chain;
    while (first < chain.last && kinds[first]! < PAIR.possible && !fills(first)) first++;
    const good = chain.sure + chain.proofs > 0 || (pairs >= 2 && (chain.ended || chain.possible >= 4));
    if (!good) continue;
    chains.push({ first, last: chain.last });
    if (start < 0 && pairs >= 2 && chain.sure + chain.proofs > 0) start = first;
    broken += pairs;
    proofs += chain.sure + chain.proofs;
    if (pairs >= 2 && full === pairs && chain.ended) even += pairs;
    if (chain.ended) marks++;
    for (let i = chain.first; i < chain.last; i++) {
      if (tails[i] === TAIL.comma) commas++;
      if (kinds[i] === PAIR.proof) marks++;
    }
  }
  // Verses end with commas where lines of a column end anywhere; menus and tables hold no sentence that ends.
  if (chains.length === 0 || (proofs < PROOFS && even < EVEN) || commas * 2 > broken || (marks + commas) * 9 < broken)
    return null;

  let pairs = 0;
  const end = chains.at(-1)!.last;
  for (let i = chains[0]!.first; i < end; i++) if (isLine(i) && isLine(i + 1)) pairs++;
  if (broken * 6 < pairs) return null;

  const examples: number[] = [];
  for (const { first, last } of chains)
    for (let i = first; i < last && examples.length < EXAMPLES; i++)
      if (kinds[i]! >= PAIR.proof || (kinds[i] === PAIR.possible && proofs < PROOFS)) examples.push(i);
  const covers = new Uint8Array(blocks.length);
  for (const { first, last } of chains) covers.fill(1, first, last + 1);
  return { start: start < 0 ? chains[0]!.first : start, chains, covers, pairs, broken, examples };
});

function pairKind(units: Uint16Array, start: number, end: number, tail: Tail, head: Head, next: number): number {
  const join = joinOf(tail, head);
  if (join === JOIN.sure) return PAIR.sure;
  if (tail === TAIL.closed || begins(units, next)) return PAIR.none;
  if (join === JOIN.none) return head === HEAD.marker ? PAIR.none : PAIR.neutral;
  if (head === HEAD.lower || (tail === TAIL.comma && head !== HEAD.upper) || endsInside(units, start, end))
    return PAIR.proof;
  return tail === TAIL.uncased || head === HEAD.uncased ? PAIR.possible : PAIR.neutral;
}

export interface Habit {
  /** Paragraphs of LONG weight and more that are no lines of a column, and how many of them end with a mark. */
  readonly long: number;
  readonly closed: number;
  /** Three in four of four and more end so: a missing mark says something. */
  readonly usual: boolean;
  /** All but one and a tenth of four and more end so: a missing mark says much. */
  readonly strict: boolean;
}

/** Whether paragraphs of the document end with a mark. */
export const habit: (document: Document) => Habit = view((document) => {
  const all = joins(document);
  const covers = wrapped(document)?.covers;
  let long = 0;
  let closed = 0;
  for (let i = 0; i < all.blocks.length; i++) {
    if (all.long[i] === 0 || covers?.[i] === 1) continue;
    long++;
    if (all.tails[i] === TAIL.closed) closed++;
  }
  return {
    long,
    closed,
    usual: long >= 4 && closed * 4 >= long * 3,
    strict: long >= 4 && (long - closed - 1) * 10 <= long,
  };
});
