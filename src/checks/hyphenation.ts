/**
 * Words that a line break once cut in two, and whose hyphen stayed when the lines were joined: `imple- mentation`. That a
 * word was meant is shown by the document itself, which has it whole elsewhere and nowhere with the hyphen.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { isLetter, isLower, isMark, script } from '../core/unicode.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { lines } from '../views/lines.ts';
import { SPACES } from '../views/script.ts';
import { nextIn, nextOf } from '../views/next.ts';

/** Letters of each half, and of both together; the longest half that is looked at. */
const HALF = 2;
const WHOLE = 5;
const LONGEST = 40;
/** Letters of a word that is enough by itself when it is broken by a line end; in the middle of a line all are. */
const SURE = 8;
/** Broken words that are enough together: with a word that the document has, and without. */
const SEVERAL = 2;
const MANY = 4;
/** Letters that an inflected form must share with the broken word, beyond the break and in all. */
const BEYOND = 3;
const SHARED = 7;
/** Letters at the end that an inflection may change. */
const ENDING = 3;
/** Breaks that are looked at in one document, and places that are told. */
const MOST = 2000;
const MOST_PLACES = 6;
/** Words that are looked for with their hyphen in the text; each costs a pass over it. */
const MOST_COMPOUNDS = 200;
/** A line is as wide as its neighbours from this share of their width on, in percent. */
const FULL = 75;

const LF = 0x0a;
const HYPHEN = 0x2d;
/** U+2010, the soft hyphen and the Armenian hyphen. */
const OTHER_HYPHENS = [0x2010, 0xad, 0x58a] as const;
const OTHERS: Uint8Array = new Uint8Array(0x10000);
for (const unit of OTHER_HYPHENS) OTHERS[unit] = 1;
const SCRIPTS: ReadonlySet<string> = new Set(['Latin', 'Cyrillic', 'Greek', 'Armenian']);
const NOT_PROSE: ReadonlySet<Block['kind']> = new Set(['code', 'rule', 'html', 'comment', 'front-matter']);

const QUOTES: ReadonlySet<number> = new Set(
  Array.from('"\'`\u00ab\u00bb\u2018\u2019\u201c\u201d\u201e', (mark) => mark.charCodeAt(0)),
);

interface Break {
  readonly start: number;
  readonly end: number;
  /** Letters before the hyphen. */
  readonly head: number;
  /** Both halves as one word. */
  readonly whole: string;
  readonly tail: string;
  /** Whether a line ends behind the hyphen. */
  readonly overLines: boolean;
}

const isWordUnit = (unit: number | undefined): boolean => unit !== undefined && (isLetter(unit) || isMark(unit));

/** Words for and, or, to: before them a hyphen hangs, as in `pre- and post-`, and belongs to the language. */
const JOINING: ReadonlySet<string> = new Set(
  (
    'and or to nor but versus vs per than und oder bzw bis sowie noch als en of tot och eller samt till til ja tai sekä taikka eli ' +
    'et ou puis ni sans y o e u ni hasta a ou e até o oppure ed fino i lub albo oraz czy do ani nebo či až i ili ali pa do si sau ori ' +
    'és vagy meg illetve ve veya ya või ning ehk ir ar arba un vai og eða eta edo и или либо да до та або чи и или и или και ή έως և կամ'
  ).split(' '),
);

/** Whether what stands before the first half or behind the second makes it part of something else: a name, a path, code. */
function isJoint(unit: number | undefined): boolean {
  if (unit === undefined) return false;
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    unit === HYPHEN ||
    unit === 0x5f ||
    unit === 0x2f ||
    unit === 0x5c ||
    unit === 0x40
  );
}

/** Quotation marks: a broken word that is quoted by itself is spoken about. */
function isQuote(unit: number | undefined): boolean {
  return unit !== undefined && QUOTES.has(unit);
}

/** The word that the hyphen at `hyphen` breaks, if it does. */
function breakAt({ units, slice }: Pick<Document, 'units' | 'slice'>, hyphen: number): Break | undefined {
  let i = hyphen + 1;
  let feeds = 0;
  for (; i < units.length && i <= hyphen + LONGEST && SPACES[units[i]!] === 1; i++) if (units[i] === LF) feeds++;
  if (i === hyphen + 1 || feeds > 1 || (feeds === 0 && i > hyphen + 3)) return undefined;
  const first = units[i];
  if (first === undefined || !isLower(first) || !SCRIPTS.has(script(first))) return undefined;
  let start = hyphen;
  while (start > 0 && hyphen - start <= LONGEST && isWordUnit(units[start - 1])) start--;
  let end = i;
  while (end < units.length && end - i <= LONGEST && isWordUnit(units[end])) end++;
  const head = hyphen - start;
  if (head < HALF || head > LONGEST || end - i < HALF || end - i > LONGEST || head + end - i < WHOLE) return undefined;
  if (isJoint(units[start - 1]) || isJoint(units[end])) return undefined;
  // syllable after syllable: that is how the word is taught
  if (units[start - 1] === 0x20 && isHyphen(units[start - 2])) return undefined;
  if (isQuote(units[start - 1]) && isQuote(units[end])) return undefined;
  const last = units[hyphen - 1]!;
  if (script(last) !== script(first) || !(isLower(last) || isMark(last))) return undefined;
  return { start, end, head, whole: slice(start, hyphen) + slice(i, end), tail: slice(i, end), overLines: feeds === 1 };
}

function breaksOf(document: Document): Break[] {
  const { units } = document;
  const found: Break[] = [];
  const doc = { units, slice: (start: number, end: number) => document.slice(start, end) };
  const counts = census(document);
  const marks: number[] = counts.hyphen > 0 ? [HYPHEN] : [];
  const { length } = units;
  if (counts.punctuation + counts.softHyphen + counts.armenian > 0 && nextIn(OTHERS, units, 0) < length)
    marks.push(...OTHER_HYPHENS);
  for (const mark of marks)
    for (let i = nextOf(mark, units, 0); i < length && found.length < MOST; i = nextOf(mark, units, i + 1)) {
      const next = units[i + 1];
      // rules and tables are passed over at once
      if (next === mark) while (units[i + 1] === mark) i++;
      else if (next !== undefined && SPACES[next] === 1 && i > 0 && isLetter(units[i - 1]!)) {
        const each = breakAt(doc, i);
        if (each) found.push(each);
      }
    }
  return marks.length > 1 ? found.toSorted((a, b) => a.start - b.start) : found;
}

/** Where words of the text stand that are wanted whole, or that share their beginning with one that is. */
interface Attested {
  readonly whole: ReadonlyMap<string, number>;
  readonly kin: ReadonlyMap<string, number>;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const FILTER_BITS = 14;

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash >>> (32 - FILTER_BITS);
}

/** The beginning that a word and its inflected forms have in common; null where it would be too short to tell. */
function stemOf({ whole, head }: Break): string | null {
  const length = Math.max(head + BEYOND, whole.length - ENDING);
  return length >= SHARED && length < whole.length ? whole.slice(0, length) : null;
}

/** The word as it is written in the middle of a sentence, beside as it stands. */
function spellings(word: string): readonly string[] {
  const lower = word.charAt(0).toLowerCase() + word.slice(1);
  return lower === word ? [word] : [word, lower];
}

/** One pass over the words of the text; time is linear, whatever is wanted. */
function attest(document: Document, breaks: readonly Break[]): Attested {
  const { units } = document;
  const words = new Set<string>();
  const stems = new Set<string>();
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const each of breaks) {
    const halves = [each.tail, each.whole.slice(0, each.head)].flatMap((half) => spellings(half));
    for (const word of [...spellings(each.whole), ...halves]) {
      words.add(word);
      filter[hashOf(word)]! |= 1;
    }
    const stem = stemOf(each);
    if (stem === null) continue;
    for (const word of spellings(stem)) {
      stems.add(word);
      filter[hashOf(word)]! |= 2;
    }
  }
  // the second half of a broken word is no word by itself
  const tails = new Set(breaks.map((each) => each.end - each.tail.length));
  const whole = new Map<string, number>();
  const kin = new Map<string, number>();
  let start = -1;
  let hash = SEED;
  for (let i = 0; i <= units.length; i++) {
    const unit = i < units.length ? units[i]! : 0;
    const lower = unit | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a && unit < 0x80) || (unit >= 0x80 && isWordUnit(unit))) {
      if (start < 0) {
        start = i;
        hash = SEED;
      }
      hash = Math.imul(hash ^ unit, PRIME);
      if ((filter[hash >>> (32 - FILTER_BITS)]! & 2) !== 0 && i - start < 2 * LONGEST) {
        const word = document.slice(start, i + 1);
        // more of the word must follow; the half before a hyphen is no word
        if (stems.has(word) && !kin.has(word)) {
          let end = i + 1;
          while (end < units.length && end - i <= ENDING && isWordUnit(units[end])) end++;
          if (end - i - 1 <= ENDING && !isHyphen(units[end])) kin.set(word, start);
        }
      }
    } else if (start >= 0) {
      if ((filter[hash >>> (32 - FILTER_BITS)]! & 1) !== 0 && i - start <= 2 * LONGEST && !isHyphen(unit)) {
        const word = document.slice(start, i);
        if (words.has(word) && !whole.has(word) && !tails.has(start)) whole.set(word, start);
      }
      start = -1;
    }
  }
  return { whole, kin };
}

function isHyphen(unit: number | undefined): boolean {
  return unit === HYPHEN || (unit !== undefined && (OTHER_HYPHENS as readonly number[]).includes(unit));
}

/**
 * Whether the break is one of a plain text that was set in lines of one width: there a hyphen at the end of a line is how
 * the text was written.
 */
function isTypeset(document: Document, { start, end, overLines }: Break, block: Block): boolean {
  if (!overLines || document.format !== 'text') return false;
  const { ends, firsts } = lines(document);
  const line = lineColumn(document, start).line - 1;
  const top = Math.max(lineColumn(document, block.start).line - 1, line - 4);
  const bottom = Math.min(lineColumn(document, Math.max(block.start, block.end - 1)).line - 1, line + 4);
  let widest = 0;
  for (let i = top; i < bottom; i++) if (i !== line) widest = Math.max(widest, ends[i]! - firsts[i]!);
  if (bottom - top < 1) return false;
  const own = ends[line]! - firsts[line]!;
  const next = lineColumn(document, end - 1).line - 1;
  const after = ends[next]! - firsts[next]!;
  if (widest === 0) return own >= 40 && after <= own + 8;
  return 100 * own >= FULL * widest && 100 * widest >= FULL * own && after <= Math.max(own, widest) + 8;
}

/** Units between a broken word and the same word whole within which one explains the other: `water: wa- ter`. */
const TAUGHT = 40;

function isTaught(document: Document, { start, end }: Break, seenAt: number): boolean {
  if (seenAt < 0 || seenAt > end + TAUGHT || seenAt < start - TAUGHT) return false;
  return !document.units.subarray(Math.min(seenAt, start), Math.max(seenAt, end)).includes(LF);
}

interface Broken extends Break {
  /** `whole`: the document has the word; `kin`: an inflected form of it; `halves`: only that neither half is a word there. */
  readonly proof: 'whole' | 'kin' | 'halves';
  /** The word as it stands elsewhere, or the beginning that it has in common with one. */
  readonly seen: string;
  readonly seenAt: number;
  readonly typeset: boolean;
  /** Neither half is a word of the document. */
  readonly torn: boolean;
}

function proofOf(
  each: Break,
  { whole, kin }: Attested,
): Pick<Broken, 'proof' | 'seen' | 'seenAt' | 'torn'> | undefined {
  const head = each.whole.slice(0, each.head);
  const torn = !spellings(head).some((spelling) => whole.has(spelling)) && !whole.has(each.tail);
  const word = spellings(each.whole).find((spelling) => whole.has(spelling));
  if (word !== undefined) return { proof: 'whole', seen: word, seenAt: whole.get(word)!, torn };
  if (JOINING.has(each.tail)) return undefined;
  const stem = stemOf(each);
  const shared = stem === null ? undefined : spellings(stem).find((spelling) => kin.has(spelling));
  if (shared !== undefined) return { proof: 'kin', seen: shared, seenAt: kin.get(shared)!, torn };
  return torn ? { proof: 'halves', seen: each.whole, seenAt: -1, torn } : undefined;
}

function brokenOf(document: Document, breaks: readonly Break[]): Broken[] {
  const attested = attest(document, breaks);
  const found: Broken[] = [];
  const compounds = new Map<string, boolean>();
  const all = blocks(document);
  let block = 0;
  for (const each of breaks) {
    const proof = proofOf(each, attested);
    if (!proof) continue;
    while (block < all.length && all[block]!.end <= each.start) block++;
    const own = all[block];
    if (!own || own.start > each.start || NOT_PROSE.has(own.kind)) continue;
    const compound = `${each.whole.slice(0, each.head)}-${each.tail}`;
    let known = compounds.get(compound);
    if (known === undefined) {
      known = compounds.size < MOST_COMPOUNDS && spellings(compound).some((word) => document.text.includes(word));
      compounds.set(compound, known);
    }
    if (known || isTaught(document, each, proof.seenAt)) continue;
    found.push({ ...each, ...proof, typeset: isTypeset(document, each, own) });
  }
  return found;
}

function levelOf(broken: readonly Broken[]): Level | undefined {
  const loose = broken.filter(({ typeset }) => !typeset);
  const whole = loose.filter(({ proof }) => proof === 'whole');
  const kin = loose.filter(({ proof }) => proof === 'kin');
  if (whole.some(({ overLines, torn, whole: word }) => !overLines || (torn && word.length >= SURE))) return 'look';
  if (whole.length + kin.length > 0 && loose.length >= SEVERAL) return 'look';
  if (loose.length >= MANY) return 'look';
  return whole.length > 0 || broken.filter(({ proof }) => proof !== 'halves').length >= SEVERAL ? 'note' : undefined;
}

function observe(document: Document, broken: readonly Broken[], level: Level): Observation {
  const told = broken.some(({ typeset }) => !typeset) ? broken.filter(({ typeset }) => !typeset) : broken;
  const [first, ...more] = told.toSorted((a, b) => a.start - b.start);
  const line = (offset: number): number => lineColumn(document, offset).line;
  const seen = ({ proof, seen: word, seenAt }: Broken): string =>
    proof === 'halves' ? `"${word}"` : `"${word}${proof === 'kin' ? '...' : ''}" in line ${line(seenAt)}`;
  const place = (each: Broken, primary = false): Place =>
    at(document, { start: each.start, end: each.end }, primary ? {} : { note: seen(each) });
  const shown = (each: Broken): string => `"${document.slice(each.start, each.end).replace(/\s+/gu, ' ')}"`;
  const proven = told.find(({ proof }) => proof === 'whole') ?? told.find(({ proof }) => proof === 'kin') ?? first!;
  return {
    level,
    message:
      more.length === 0
        ? `line ${line(first!.start)} has ${shown(first!)} for ${seen(first!)}`
        : `${told.length} words are broken by a hyphen, the first in line ${line(first!.start)}, such as ${shown(proven)} for ${seen(proven)}`,
    next: 'Join the words again, or get the document from where its lines were not joined: nobody who looks for these words finds them',
    places: [place(first!, true), ...more.slice(0, MOST_PLACES).map((each) => place(each))],
  };
}

export const hyphenation: DocumentCheck = {
  id: 'hyphenation',
  title: 'Words that are broken by a hyphen',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document) {
    if (DATA_FORMATS.has(document.format)) return;
    const breaks = breaksOf(document);
    if (breaks.length === 0) return;
    const broken = brokenOf(document, breaks);
    if (broken.length === 0) return;
    const level = levelOf(broken);
    if (level) yield observe(document, broken, level);
  },
};
