/**
 * Where the lines of a column became paragraphs of their own: chains of blocks of one line, each broken off in a sentence
 * that the next one continues, and all of them as long as the column was wide.
 */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { endsInside, HEAD, isOpen, JOIN, joinOf, joins, TAIL, type Head, type Tail } from './joins.ts';
import { isWordUnit } from './endings.ts';
import { SPACES } from './script.ts';
import { END_MARKS } from './sentences.ts';

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
const REST = 400;
/** Columns below which lines without a mark are entries of a form. */
const NARROW = 24;
/** Pairs with proof that a document must hold; pairs, where proof is that lines are even and sentences end at chains' ends. */
const PROOFS = 4;
const EVEN = 6;
const EXAMPLES = 6;
/** Blocks from a line that may be broken to the first that surely is. */
const NEAR = 10;
/** Units in which running text has at least one mark. */
const SENTENCE = 600;

/** Kinds whose blocks can be lines of a column. Plain text is told by looks, so a line may pass for anything. */
const LF = 0x0a;
const TEXT: ReadonlySet<string> = new Set(['prose', 'list', 'heading', 'quote', 'code', 'table']);

/** Indent of a list item, at most. */
const INDENT = 16;
/** What holds two blocks together: points towards SEAMS. */
const SEAM = { none: 0, likely: 1, sure: 2 } as const;
/** Points of a document in which few lines are broken; two of them must be of what holds blocks together. */
const SEAMS = 3;
const STAR = 0x2a;
const TICK = 0x60;
/** Units of the end of a sentence that is a line by itself, in scripts without spaces. */
const ORPHAN = 4;

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

/** Columns that `units[start, end)` takes: an East Asian character takes two. */
function columns(units: Uint16Array, start: number, end: number): number {
  let sum = end - start;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (unit >= 0x2e80 && (unit < 0xd7b0 || (unit >= 0xf900 && unit < 0xfb00) || (unit >= 0xff01 && unit < 0xff61)))
      sum++;
  }
  return sum;
}

/** Columns of the first word of `units[start, end)`; 2 in scripts without spaces. */
function firstWord(units: Uint16Array, start: number, end: number): number {
  if (units[start]! >= 0x2e80 && !(units[start]! >= 0xac00 && units[start]! < 0xd7b0)) return 2;
  let i = start;
  while (i < end && i - start < 24 && SPACES[units[i]!] === 0 && (units[i]! < 0x2e80 || units[i]! >= 0xac00)) i++;
  return columns(units, start, i);
}

const COMMAS = new Set([0x2c, 0xff0c, 0x3001, 0x060c, 0x3b, 0xff1b]);

/** Whether a mark that parts sentences or their parts stands inside `units[start, end)`, before white space or an ideograph. */
function hasMark(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start + 1; i + 1 < end; i++) {
    const unit = units[i]!;
    if ((END_MARKS[unit] !== 0 || COMMAS.has(unit)) && (SPACES[units[i + 1]!] === 1 || units[i + 1]! >= 0x2e80))
      return true;
  }
  return false;
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

/** Whether the mark (of emphasis: two of it) stands an odd number of times in the block: one more opens it than closes it. */
function odd(units: Uint16Array, { start, end }: Span, mark: number): boolean {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (units[i] !== mark) continue;
    if (mark === STAR && (i + 1 >= end || units[++i] !== mark)) continue;
    // a tick that an apostrophe closes: `so'
    if (mark === TICK && quoted(units, i, end)) continue;
    count++;
  }
  return count % 2 === 1;
}

/** Whether what stands behind a tick is closed by an apostrophe before another tick or white space. */
function quoted(units: Uint16Array, tick: number, end: number): boolean {
  let i = tick + 1;
  while (i < end && i - tick < WORD && units[i] !== TICK && units[i] !== APOSTROPHE && SPACES[units[i]!] === 0) i++;
  // `process.on('exit')` and `'exit'` have apostrophes of their own
  return i < end && i > tick + 1 && units[i] === APOSTROPHE && !isWordUnit(units[i + 1] ?? 0) && units[i + 1] !== TICK;
}

/** Whether a line is the last characters of a sentence that began in the line before. */
function orphan(units: Uint16Array, { start, end }: Span, before: Tail, tail: Tail): boolean {
  return (
    end - start <= ORPHAN &&
    units[start]! >= 0x2e80 &&
    units[start]! < 0xac00 &&
    before === TAIL.uncased &&
    tail === TAIL.closed
  );
}

/** Whether a line names what follows: `**Rules**`, `Rules:`, `1.3`, `NB: so`. */
function labelled(units: Uint16Array, start: number, end: number, head: Head): boolean {
  if (head === HEAD.upper || head === HEAD.digit) return true;
  if (head === HEAD.marker) return units[start] !== 0x68 || units[start + 1] !== 0x74; // http
  if (units[start] === STAR && units[start + 1] === STAR) return true;
  let last = end - 1;
  while (last > start && (units[last] === STAR || SPACES[units[last]!] === 1)) last--;
  return units[last] === 0x3a || units[last] === 0xff1a;
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
  const html = document.format === 'html';
  const marked = !html && document.format !== 'text';
  const isLine = (i: number): boolean => {
    const block = blocks[i]!;
    if (single[i] === 0 || block.end - block.start > COLUMN || !TEXT.has(block.kind)) return false;
    // menus of web pages are lists
    if (html) return block.kind === 'prose' && heads[i] !== HEAD.marker;
    // a marked heading is no line of a column; one told by looks may be
    return block.kind !== 'heading' || (document.format === 'text' && units[block.start] !== 0x23);
  };
  /** The end of a sentence may hold an address that is longer than a line. */
  const isRest = (i: number): boolean =>
    single[i] === 1 && blocks[i]!.end - blocks[i]!.start <= REST && blocks[i]!.kind === 'prose';
  /** A list item whose rest is a line at the margin, which the next item follows without a blank line. */
  const lodged = (i: number): boolean => {
    const rest = blocks[i + 1]!;
    const next = blocks[i + 2];
    if (!marked || blocks[i]!.kind !== 'list' || rest.kind !== 'prose' || next?.kind !== 'list') return false;
    const { start, end } = rest;
    return (
      tails[i] !== TAIL.closed &&
      units[start - 1] === LF &&
      units[end] === LF &&
      next.start - end <= INDENT &&
      units[end + 1] !== LF &&
      (heads[i] === HEAD.marker) === (heads[i + 2] === HEAD.marker) &&
      !labelled(units, start, end, heads[i + 1] as Head)
    );
  };
  // cheap: two neighbours, both of one line, the first unfinished
  let candidates = 0;
  for (let i = 0; i + 1 < blocks.length; i++)
    if (
      single[i] === 1 &&
      single[i + 1] === 1 &&
      (joinOf(tails[i] as Tail, heads[i + 1] as Head) !== JOIN.none ||
        (blocks[i + 1]!.kind === 'prose' && (isOpen(tails[i] as Tail) || lodged(i))))
    )
      candidates++;
  if (candidates < 2) return null;

  const kinds = new Uint8Array(blocks.length);
  const seams = new Uint8Array(blocks.length);
  let score = 0;
  let held = 0;
  /** What, besides letters, holds a block and the next one together. */
  const seamOf = (i: number, kind: number): number => {
    const a = blocks[i]!;
    const b = blocks[i + 1]!;
    if (b.kind !== 'prose' || a.kind === 'heading' || a.kind === 'code' || a.kind === 'table') return SEAM.none;
    if (
      bridged(i) ||
      (marked && odd(units, a, STAR) && odd(units, b, STAR)) ||
      (odd(units, a, TICK) && odd(units, b, TICK)) ||
      orphan(units, b, tails[i] as Tail, tails[i + 1] as Tail)
    )
      return SEAM.sure;
    if (!lodged(i)) return SEAM.none;
    return kind === PAIR.sure ? SEAM.sure : SEAM.likely;
  };
  const bridged = (i: number): boolean => {
    const a = blocks[i]!;
    const bracket = opened(units, a.start, a.end);
    // “ and « close as well as they open, by language
    if (bracket === 0 || bracket > OPENERS.indexOf('“')) return false;
    for (let k = i + 1; k < blocks.length && k <= i + 4 && isLine(k); k++) {
      const found = closed(units, blocks[k]!.start, blocks[k]!.end);
      if (found !== 0) return found === bracket;
    }
    return false;
  };
  const found: Found[] = [];
  /** Where chains begin that may as well be none. */
  const neutral: number[] = [];
  for (let i = 0; i + 1 < blocks.length; i++) {
    if (!isLine(i)) continue;
    let last = i;
    let sure = 0;
    let proofs = 0;
    let possible = 0;
    while (last + 1 < blocks.length && (isLine(last + 1) || isRest(last + 1))) {
      let kind = pairKind(units, blocks[last]!, blocks[last + 1]!, tails[last] as Tail, heads[last + 1] as Head);
      const seam = html ? SEAM.none : seamOf(last, kind);
      if (seam === SEAM.sure) kind = PAIR.sure;
      else if (seam === SEAM.likely) kind = PAIR.proof;
      if (kind === PAIR.none || arePeers(units, blocks[last]!, blocks[last + 1]!)) break;
      seams[last] = seam;
      held += seam;
      score += seam === SEAM.none && kind === PAIR.sure ? 1 : seam;
      kinds[last++] = kind;
      if (kind === PAIR.sure) sure++;
      else if (kind === PAIR.proof) proofs++;
      else if (kind === PAIR.possible) possible++;
    }
    if (last > i && sure + proofs === 0) neutral.push(i);
    if (sure + proofs + possible > 0)
      found.push({ first: i, last, sure, proofs, possible, ended: tails[last] === TAIL.closed });
    i = last;
  }

  // The width of the column: what nine in ten of the broken lines do not exceed.
  const lengths: number[] = [];
  const widthOf = (i: number): number => columns(units, blocks[i]!.start, blocks[i]!.end);
  /** A list item whose rest is a paragraph at the margin. */
  const item = (i: number): boolean => {
    const { kind, start } = blocks[i]!;
    return (
      !html &&
      kind === 'list' &&
      heads[i + 1] !== HEAD.other &&
      (begins(units, start) || heads[i] === HEAD.marker) &&
      units[blocks[i + 1]!.start - 1] === LF
    );
  };
  for (const { first, last, sure } of found)
    for (let i = first; i < last; i++)
      if (kinds[i]! >= PAIR.proof || (sure * 2 < last - first && last - first >= (sure > 0 ? 2 : 3)) || item(first))
        lengths.push(widthOf(i));
  const few = score >= SEAMS && held >= 2;
  if (lengths.length < PROOFS - 1 && !few) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  const fills = (i: number): boolean => {
    const next = blocks[i + 1]!;
    const length = widthOf(i);
    return (length + 1 + firstWord(units, next.start, next.end)) * 100 >= width * 88 && length * 100 <= width * 140;
  };

  /** Whether three pairs and more are surely broken, each where the column ends. */
  const evenlySure = (all: readonly Found[]): boolean => {
    let count = 0;
    for (const { first, last } of all)
      for (let i = first; i < last; i++)
        if (kinds[i] === PAIR.sure) {
          if (!fills(i)) return false;
          const { end } = blocks[i + 1]!;
          if (units[end - 1] === 0x3a) continue;
          count++;
        }
    return count >= PROOFS - 1 && width >= NARROW;
  };

  const chains: Chain[] = [];
  let proofs = 0;
  let even = 0;
  let tight = 0;
  let commas = 0;
  let marks = 0;
  let broken = 0;
  let total = 0;
  let ends = 0;
  let sure = 0;
  let start = -1;
  for (const chain of found) {
    const pairs = chain.last - chain.first;
    let full = 0;
    for (let i = chain.first; i < chain.last; i++) if (fills(i)) full++;
    if (full * 10 < pairs * 7) continue;
    let { first } = chain;
    while (first < chain.last && kinds[first]! < PAIR.possible && !fills(first)) first++;
    const listed =
      full === pairs && item(chain.first) && widthOf(chain.first) + 3 >= width && widthOf(chain.first) <= width + 1;
    const good = listed || chain.sure + chain.proofs > 0 || (pairs >= 2 && (chain.ended || chain.possible >= 4));
    if (!good) continue;
    chains.push({ first, last: chain.last });
    if (start < 0 && chain.sure + chain.proofs > 0) start = first;
    broken += chain.last - first;
    sure += chain.sure;
    proofs += chain.sure + chain.proofs;
    if ((pairs >= 2 && full === pairs && chain.ended) || listed) even += pairs;
    if (full === pairs && chain.sure > 0) tight += pairs;
    if (chain.ended || listed) ends++;
    for (let i = chain.first; i < chain.last; i++) {
      const block = blocks[i]!;
      if (kinds[i] === PAIR.proof && tails[i] !== TAIL.comma) ends++;
      total += block.end - block.start;
      if (tails[i] === TAIL.comma) commas++;
      else if (hasMark(units, block.start, block.end)) marks++;
    }
  }
  // Verses end with commas where lines of a column end anywhere; menus and tables hold no sentence that ends.
  let plain =
    chains.length > 0 &&
    (proofs >= PROOFS || (even >= EVEN && !html)) &&
    commas * 2 <= broken &&
    (marks + commas + ends) * SENTENCE >= total &&
    (ends > 0 || (!html && sure >= PROOFS));
  let pairs = 0;
  const pairsOf = (): number => {
    let count = 0;
    const end = chains.at(-1)!.last;
    for (let i = chains[0]!.first; i < end; i++) if (isLine(i) && isLine(i + 1)) count++;
    return count;
  };
  if (plain) {
    pairs = pairsOf();
    plain = broken * 6 >= pairs || proofs >= 2 * PROOFS;
  }
  if (!plain) {
    const seldom = marked && commas * 2 <= broken && ends > 0;
    if (
      !few &&
      !(held >= 2 && (even >= PROOFS || tight >= PROOFS)) &&
      !(seldom && sure > 0 && proofs >= 2 && even >= PROOFS) &&
      !(seldom && evenlySure(found))
    )
      return null;
    // Few lines are broken, or their ends are not even: only what holds them together counts.
    chains.length = 0;
    start = -1;
    broken = 0;
    proofs = PROOFS;
    for (const chain of found) {
      let { first } = chain;
      for (let i = chain.first; i <= chain.last; i++) {
        if (
          i < chain.last &&
          (kinds[i] === PAIR.sure || seams[i] !== SEAM.none || (kinds[i]! >= PAIR.possible && fills(i)))
        )
          continue;
        if (i > first && chain.sure + chain.proofs > 0) {
          chains.push({ first, last: i });
          broken += i - first;
          if (start < 0) start = first;
        }
        first = i + 1;
      }
    }
    if (chains.length === 0) return null;
    pairs = Math.max(pairsOf(), broken);
    if (broken * (few ? 2 : 1) * 6 < pairs && !(few && score >= 2 * PROOFS)) return null;
  }

  // Where most is broken, a line that fills the column just before is broken, too.
  if (start < 0) start = chains[0]!.first;
  if (broken * 5 >= pairs * 2)
    for (let k = neutral.length - 1; k >= 0; k--) {
      const i = neutral[k]!;
      if (i >= start) continue;
      if (start - i > NEAR) break;
      if (fills(i)) start = i;
    }

  const examples: number[] = [];
  for (const { first, last } of chains)
    for (let i = first; i < last && examples.length < EXAMPLES; i++)
      if (kinds[i]! >= PAIR.proof || (kinds[i] === PAIR.possible && proofs < PROOFS)) examples.push(i);
  const covers = new Uint8Array(blocks.length);
  for (const { first, last } of chains) covers.fill(1, first, last + 1);
  return { start, chains, covers, pairs, broken, examples };
});

const OPENERS = '([{（［｛「『《〈【〔“«';
const CLOSERS = ')]}）］｝」』》〉】〕”»';
/** For each code unit: the number of its bracket, positive where it opens and negative where it closes. */
const BRACKETS: Int8Array = brackets();

function brackets(): Int8Array {
  const table = new Int8Array(0x10000);
  for (let i = 0; i < OPENERS.length; i++) {
    table[OPENERS.charCodeAt(i)] = i + 1;
    table[CLOSERS.charCodeAt(i)] = -i - 1;
  }
  return table;
}

/** The bracket that is open at the end of `units[start, end)`, or 0. */
function opened(units: Uint16Array, start: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= start; i--) {
    const bracket = BRACKETS[units[i]!]!;
    if (bracket < 0) depth++;
    else if (bracket > 0 && depth-- === 0) return bracket;
  }
  return 0;
}

/** The bracket that is closed in `units[start, end)` and was not opened there, or 0. */
function closed(units: Uint16Array, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const bracket = BRACKETS[units[i]!]!;
    if (bracket > 0) depth++;
    else if (bracket < 0 && depth-- === 0) return -bracket;
  }
  return 0;
}

const APOSTROPHE = 0x27;
/** Units of a word between quotes. */
const WORD = 60;
/** Signs of a line as far as they tell that it is one of its own. */
const SHOWN = 80;
/** A command; the head of an entry: a day, and who. */
const OWN_LINE = /^(?:\$ |\d{4}-\d\d-\d\d\s)/u;
/** What begins an item: `kk. `, `b) `, `o A`. */
const LETTERED = /^(?:[a-z]{1,2}[.)] |o [A-Z])/u;
const BULLET = /^[*+o•-] /u;
const ONE_WORD = /^[*+o•-] \S+$/u;
/** A line that heads others: a word and a colon; a name, a version and a day. */
const HEADS = /^(?:[\w,./-]+(?: [\w,./-]+)?:|[\w.-]+ \d[\w.]* \(\d{4}-\d\d-\d\d\))$/u;

/** Whether two lines are an entry and the next one, a head and what stands under it. */
function arePeers(units: Uint16Array, a: Span, b: Span): boolean {
  const text = ({ start, end }: Span): string =>
    String.fromCharCode(...units.subarray(start, Math.min(end, start + SHOWN)));
  const next = text(b);
  if (LETTERED.test(next)) return true;
  const line = text(a);
  if (OWN_LINE.test(line)) return true;
  return ONE_WORD.test(line) || (BULLET.test(line) && b.end - b.start < SHOWN && HEADS.test(next));
}

function pairKind(units: Uint16Array, a: Span, b: Span, tail: Tail, head: Head): number {
  const { start, end } = a;
  const join = joinOf(tail, head);
  if (join === JOIN.sure) return PAIR.sure;
  const bracket = opened(units, start, end);
  if (bracket > 0 && closed(units, b.start, b.end) === bracket) return PAIR.sure;
  if (tail === TAIL.closed || begins(units, b.start)) return PAIR.none;
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
