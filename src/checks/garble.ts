/**
 * What a converter of PDF or a reader of scanned pages made of letters that it did not understand: codes of glyphs, letters
 * of a font's own, words without their ligatures, shuffled alphabets, letters taken for others.
 */
import { at } from '../core/locate.ts';
import type { Block, Document, DocumentCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { isLetter } from '../core/unicode.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { pairsOf } from '../views/charsets.ts';
import { inCode, isCode } from '../views/in-code.ts';
import { nextOf } from '../views/next.ts';
import { isProgram } from '../views/program.ts';

const LF = 0x0a;
const SPACE = 0x20;
const AROUND = 20;
const RELATED = 5;
/** Places of one kind that are collected at most. */
const MOST = 2000;

interface Found extends Span {
  /** What stands there and, where it is known, what should. */
  readonly note?: string;
}

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;
const isSmall = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;
const isAsciiLetter = (unit: number | undefined): boolean => unit !== undefined && isSmall(unit | 0x20) && unit > 0x40;

function around(document: Document, { start, end, note }: Found): Place {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < AROUND && units[from - 1] !== LF) from--;
  let to = end;
  while (to < units.length && to - end < AROUND && units[to] !== LF) to++;
  return at(document, { start: from, end: to }, note === undefined ? {} : { note });
}

function observation(
  document: Document,
  found: readonly Found[],
  level: Level,
  message: (first: Place, lines: number) => string,
  next: string,
): Observation {
  const primary = around(document, found[0]!);
  const related: Place[] = [];
  let last = primary.line;
  for (const each of found.slice(1)) {
    if (related.length === RELATED) break;
    const place = around(document, each);
    if (place.line === last) continue;
    last = place.line;
    related.push(place);
  }
  const lines = new Set(found.slice(0, 1000).map(({ start }) => at(document, { start, end: start + 1 }).line)).size;
  return { level, message: message(primary, lines), next, places: [primary, ...related] };
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const AGAIN =
  'Convert the document again from its original, with the text recognised anew where the font has no letters';

// ---------------------------------------------------------------------------------------------------------------------
// One pass for all

/** What a text holds that one of the searches below needs: where it is not there, the search is spared. */
interface Signs {
  /** Something that begins as a code of a glyph. */
  readonly codes: boolean;
  /** Places of what no word has: all that STRANGE tells and, for words are not looked at, some more. In order, at most MOST. */
  readonly strange: readonly number[];
  /** Letters f have f, i or l after them often enough, and so near the beginning that they need not be counted. */
  readonly ligatures: boolean;
}

/**
 * Pairs of units worth a look: by a bit of the lower half a unit is the second of such a pair, by the same bit of the higher
 * half the first.
 */
const PAIRS: Uint32Array = pairTable();
/** The bits of pairs that make a word strange, and of a letter f with f, i or l after it. */
const STRANGE_PAIRS = 0x0f;
const LIGATURE_PAIR = 0x100;

function pairTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const small = 'abcdefghijklmnopqrstuvwxyz';
  const pairs: readonly (readonly [first: string, second: string])[] = [
    ['r', 'n'],
    ['v', 'v'],
    [small, 'I'],
    ['015|!', small],
    ['(', 'c'],
    ['H', '<&'],
    ['h', '['],
    ['/', 'Ggu'],
    ['f', 'fil'],
  ];
  for (const [bit, [first, second]] of pairs.entries()) {
    for (const unit of first) table[unit.charCodeAt(0)]! |= 0x10000 << bit;
    for (const unit of second) table[unit.charCodeAt(0)]! |= 1 << bit;
  }
  return table;
}

function signsOf(units: Uint16Array): Signs {
  const table = PAIRS;
  const { length } = units;
  const strange: number[] = [];
  let codes = false;
  let ligatures = 0;
  let enough = false;
  let before = 0;
  const whole = length - 3;
  for (let i = 0; i < length;) {
    // four units a turn: hardly any pair is told
    if (i < whole) {
      const a = table[units[i]!]!;
      const b = table[units[i + 1]!]!;
      const c = table[units[i + 2]!]!;
      const d = table[units[i + 3]!]!;
      if ((((before >>> 16) & a) | ((a >>> 16) & b) | ((b >>> 16) & c) | ((c >>> 16) & d)) === 0) {
        before = d;
        i += 4;
        continue;
      }
    }
    for (const stop = Math.min(length, i + 4); i < stop; i++) {
      const here = table[units[i]!]!;
      const both = (before >>> 16) & here;
      before = here;
      if (both === 0) continue;
      if (both === LIGATURE_PAIR) {
        if (++ligatures === ENOUGH) enough = i < NEAR;
      } else if ((both & STRANGE_PAIRS) === 0) codes ||= isCodeAt(units, i);
      else if (strange.length < MOST && isStrangeAt(units, i)) strange.push(i);
    }
  }
  return { codes, strange, ligatures: enough };
}

/** Whether the unit at `i` and the one before it belong to what begins as a code of a glyph. */
function isCodeAt(units: Uint16Array, i: number): boolean {
  switch (units[i]) {
    case 0x63:
      return startsWith(units, i - 1, '(cid:');
    case 0x3c:
    case 0x26:
      return units[i - 2] === 0x50;
    case 0x5b:
      return units[i - 2] === 0x70;
    default:
      return glyphName(units, i - 1) > i;
  }
}

/** Whether the unit at `i` and the one before it make a word strange. */
function isStrangeAt(units: Uint16Array, i: number): boolean {
  const first = units[i - 1]!;
  if (first === 0x72) return !isTokenUnit(units[i - 2]);
  if (first === 0x76 || units[i] === 0x49) return true;
  return isSmall(units[i - 2]) || !isTokenUnit(units[i - 2]);
}

// ---------------------------------------------------------------------------------------------------------------------
// Codes of glyphs

function startsWith(units: Uint16Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (units[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** `(cid:12)`, `GLYPH<12>`, `GLYPH&lt;c=3,font=/A&gt;`, `glyph[lessequal]`, `/G12/G34`, `/gid00012`. */
function glyphCodes(document: Document): Found[] {
  const { units } = document;
  const counts = census(document);
  const found: Found[] = [];
  if (counts.openParenthesis > 0)
    for (let i = units.indexOf(0x28); i >= 0 && found.length < MOST; i = units.indexOf(0x28, i + 1)) {
      if (units[i + 1] !== 0x63 || !startsWith(units, i, '(cid:') || !isDigit(units[i + 5])) continue;
      let end = i + 6;
      while (isDigit(units[end])) end++;
      if (units[end] === 0x29) found.push({ start: i, end: end + 1 });
    }
  if (counts.upper >= 5)
    for (const [first, word] of [
      [0x3c, 'GLYPH<'],
      [0x26, 'GLYPH&lt;'],
    ] as const) {
      if ((first === 0x3c ? counts.lessThan : counts.ampersand) === 0) continue;
      for (let i = units.indexOf(first); i >= 0 && found.length < MOST; i = units.indexOf(first, i + 1))
        if (units[i - 1] === 0x48 && i >= 5 && startsWith(units, i - 5, word)) found.push({ start: i - 5, end: i + 1 });
    }
  if (counts.openBracket > 0)
    for (let i = units.indexOf(0x5b); i >= 0 && found.length < MOST; i = units.indexOf(0x5b, i + 1))
      if (units[i - 1] === 0x68 && i >= 5 && startsWith(units, i - 5, 'glyph[') && isSmall(units[i + 1]))
        found.push({ start: i - 5, end: i + 1 });
  if (counts.slash >= 3)
    for (let i = units.indexOf(0x2f); i >= 0 && found.length < MOST; i = units.indexOf(0x2f, i + 1)) {
      if (units[i + 1] !== 0x47 && units[i + 1] !== 0x67 && units[i + 1] !== 0x75) continue;
      let codes = 0;
      let end = i;
      for (;;) {
        const next = glyphName(units, end);
        if (next === end) break;
        codes++;
        end = next;
        if (units[end] === SPACE && units[end + 1] === 0x2f) end++;
      }
      if (codes >= 3) found.push({ start: i, end });
      if (end > i) i = end - 1;
    }
  return found.filter(({ start }) => !inCode(document, start)).toSorted((a, b) => a.start - b.start);
}

/** Names of glyphs in a row, in units, from which a single row is enough. */
const SURE = 12;

/** The end of a glyph's name at `/`: `/G12`, `/g12`, `/gid0012`, `/uni0041`, `/C12`; `i` itself where there is none. */
function glyphName(units: Uint16Array, i: number): number {
  if (units[i] !== 0x2f) return i;
  let k = i + 1;
  if (startsWith(units, k, 'gid') || startsWith(units, k, 'uni')) k += 3;
  else if (units[k] === 0x47 || units[k] === 0x67) k++;
  else return i;
  const digits = k;
  while (k - digits < 6 && (isDigit(units[k]) || (units[k]! >= 0x41 && units[k]! <= 0x46))) k++;
  return k - digits >= 1 && !isAsciiLetter(units[k]) ? k : i;
}

// ---------------------------------------------------------------------------------------------------------------------
// Letters of private use inside words

function privateLetters(document: Document): Found[] {
  const { units } = document;
  const found: Found[] = [];
  for (let i = 0; i < units.length && found.length < MOST; i++) {
    const unit = units[i]!;
    if (unit < 0xe000 || unit > 0xf8ff) continue;
    let end = i + 1;
    while (end < units.length && units[end]! >= 0xe000 && units[end]! <= 0xf8ff) end++;
    const before = i > 0 && isLetter(units[i - 1]!);
    const after = end < units.length && isLetter(units[end]!);
    // an icon stands by itself, also three in a row; a word of nothing else is one in a font of its own
    if (((before && after) || ((before || after) && end - i >= 2) || end - i >= 4) && !inCode(document, i))
      found.push({ start: i, end });
    i = end;
  }
  return found;
}

/** The empty box that a font shows for a glyph that it lacks, between letters. */
function boxes(document: Document): Found[] {
  const { units } = document;
  const found: Found[] = [];
  if (census(document).symbol === 0) return found;
  for (let i = 1; i + 1 < units.length && found.length < MOST; i++) {
    const unit = units[i]!;
    if (unit < 0x25a1 || unit > 0x2610) continue;
    if (unit !== 0x25a1 && unit !== 0x25ae && unit !== 0x25af && unit !== 0x2610) continue;
    if (isLetter(units[i - 1]!) && isLetter(units[i + 1]!) && !inCode(document, i))
      found.push({ start: i, end: i + 1 });
  }
  return found;
}

// ---------------------------------------------------------------------------------------------------------------------
// Words without their ligatures

/** Words around a ligature: what stands before and after it, in languages that have the words. */
const LIGATURES: readonly (readonly [before: string, ligature: string, after: string])[] = (
  'speci fi c|speci fi ed|speci fi es|speci fi cation|speci fi cations|speci fi cally|de fi ne|de fi ned|de fi nes|de fi nition|' +
  'de fi nitions|con fi guration|con fi gure|con fi gured|con fi rm|con fi rmed|con fl ict|con fl icts|con fi dential|e ffi cient|e ffi ciency|' +
  'su ffi cient|di ff erent|di ff erence|di ff erences|di ffi cult|o ffi ce|o ffi cial|o ff er|o ff set|a ff ect|a ff ected|a ff ects|' +
  'e ff ect|e ff ective|e ff ects|e ff ort|identi fi er|identi fi ers|identi fi ed|identi fi cation|veri fi cation|veri fi ed|modi fi ed|' +
  'modi fi cation|classi fi cation|noti fi cation|noti fi cations|certi fi cate|certi fi cates|quali fi ed|signi fi cant|bene fi t|bene fi ts|' +
  'work fl ow|work fl ows|re fl ect|re fl ects|over fl ow|bu ff er|bu ff ers|su ffi x|pre fi x|tra ffi c|sta ff ed|scienti fi c|pro fi le|pro fi les|' +
  'arti fi cial|spéci fi que|spéci fi er|dé fi nition|dé fi nir|véri fi er|véri fi cation|modi fi er|modi fi cations|di ff érent|di ff érents|' +
  'con fi gurer|e ff ectuer|o ffi ciel|identi fi cateur|spezi fi sch|spezi fi kation|de fi niert|kon fi guration|quali fi ziert|scha ff en|' +
  'ö ff nen|ö ff entlich|e ff ektiv|espec fi co|de fi nición|de fi nido|veri fi car|modi fi car|con fi guración|identi fi cador|especi fi cación|' +
  'o fi cial|de fi nição|veri fi cação|con fi guração|especi fi cação|modi fi ca|speci fi ca|veri fi ca|de fi nizione|con fi gurazione|identi fi cativo'
)
  .split('|')
  .map((each) => each.split(' ') as [string, string, string]);

/** Of a hundred letters f, so many at least are followed by f, i or l in any language that has them. */
const LIGATURE_SHARE = 4;
const LEAST_F = 12;
/** More pairs than the share of MOST letters; where they all stand in so many units, there are no more letters f than that. */
const ENOUGH = (LIGATURE_SHARE * MOST) / 100 + 1;
const NEAR = 40_000;
const LEAST_LOST = 3;

const SMALL_F = 0x66;

/** Whether hardly a letter f, of those up to MOST, is followed by f, i or l. */
function lacksLigatures(units: Uint16Array): boolean {
  let letters = 0;
  let pairs = 0;
  const { length } = units;
  for (let i = nextOf(SMALL_F, units, 0); i < length && letters < MOST; i = nextOf(SMALL_F, units, i + 1)) {
    letters++;
    const next = units[i + 1];
    // so many are more than the share of all that are counted
    if ((next === 0x66 || next === 0x69 || next === 0x6c) && ++pairs * 100 > LIGATURE_SHARE * MOST) return false;
  }
  return letters >= LEAST_F && pairs * 100 <= LIGATURE_SHARE * letters;
}

function lostLigatures(document: Document): Found[] {
  if (!lacksLigatures(document.units)) return [];
  const { text } = document;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const found: Found[] = [];
  const kinds = new Set<string>();
  const { nul, replacement, question } = census(document);
  const gaps = ['', ' '];
  if (nul > 0) gaps.push('\u0000');
  if (replacement > 0) gaps.push('\ufffd');
  if (question > 0) gaps.push('?');
  for (const [before, ligature, after] of LIGATURES)
    for (const gap of gaps) {
      const word = before + gap + after;
      if (gap === '' && word.length < 6) continue;
      for (let i = lower.indexOf(word), n = 0; i >= 0 && n < 50; i = lower.indexOf(word, i + word.length), n++) {
        const end = i + word.length;
        if (i > 0 && isLetter(lower.charCodeAt(i - 1))) continue;
        if (end < lower.length && isLetter(lower.charCodeAt(end))) continue;
        if (inCode(document, i)) continue;
        kinds.add(word);
        found.push({ start: i, end, note: `for ${JSON.stringify(before + ligature + after)}` });
      }
    }
  found.sort((a, b) => a.start - b.start);
  return kinds.size >= 2 && found.length >= LEAST_LOST ? found : [];
}

// ---------------------------------------------------------------------------------------------------------------------
// An alphabet that is shuffled

/** Windows of this many units are looked at, so many of them at most, evenly over the text. */
const WINDOW = 96;
const WINDOWS = 40;
/**
 * Letters of such paragraphs from which it is told, and what the pairs of one are worth at most, in hundredths of a half bit a
 * letter: of 111,599 real ones of 40 letters one has less than 350, half have 530, shuffled alphabets 140 to 320. A window
 * is worth a look from a little more on.
 */
const PASSAGE = 80;
const SHUFFLED = 340;
const WINDOW_SHUFFLED = 390;

/** Small words of Latin letters in `units[start, end)`: letters, and what their pairs are worth. Names in code are left out. */
function wordsWorth(units: Uint16Array, start: number, end: number): { letters: number; worth: number; words: number } {
  const { index, worth, width } = pairsOf('latin');
  let letters = 0;
  let sum = 0;
  let words = 0;
  for (let i = start; i < end;) {
    if (!isAsciiLetter(units[i])) {
      i++;
      continue;
    }
    const from = i;
    let plain = true;
    for (i++; i < end && isAsciiLetter(units[i]); i++) if (!isSmall(units[i])) plain = false;
    const before = units[from - 1];
    const after = units[i];
    if (i - from < 3 || i - from > 20 || !plain || !isGap(before) || !(isGap(after) || isStop(after))) continue;
    words++;
    letters += i - from;
    let last = 0;
    for (let k = from; k < i; k++) {
      const here = index[units[k]!]!;
      sum += worth[last * width + here]!;
      last = here;
    }
    sum += worth[last * width]!;
  }
  return { letters, worth: sum, words };
}

const isGap = (unit: number | undefined): boolean =>
  unit === undefined || unit === SPACE || unit === LF || unit === 0x28;
const isStop = (unit: number | undefined): boolean =>
  unit === 0x2e || unit === 0x2c || unit === 0x3b || unit === 0x3a || unit === 0x29 || unit === 0x3f || unit === 0x21;

/** Paragraphs whose letters follow each other as in no language. */
function shuffled(document: Document): Found[] {
  const { units } = document;
  const step = Math.max(WINDOW, Math.floor(units.length / WINDOWS));
  let bad = 0;
  for (let start = 0; start < units.length && bad === 0; start += step) {
    const { letters, worth } = wordsWorth(units, start, Math.min(units.length, start + WINDOW));
    if (letters >= 30 && worth * 100 < WINDOW_SHUFFLED * letters) bad++;
  }
  if (bad === 0) return [];
  const found: Found[] = [];
  let sum = 0;
  for (const { kind, start, end } of blocks(document)) {
    if (found.length >= MOST || (kind !== 'prose' && kind !== 'list' && kind !== 'quote')) continue;
    const { letters, worth, words } = wordsWorth(units, start, Math.min(end, start + 4000));
    if (letters >= 40 && words >= 5 && worth * 100 < SHUFFLED * letters) {
      sum += letters;
      found.push({ start, end: Math.min(end, start + 60) });
    }
  }
  return sum >= PASSAGE ? found : [];
}

// ---------------------------------------------------------------------------------------------------------------------
// Letters taken for others

/** Tokens of prose that are counted at most. */
const TOKENS = 200_000;
/** A spelling is attested by so many places. */
const ATTESTED = 3;
const LEAST_KINDS = 3;

interface Confusion {
  readonly start: number;
  readonly end: number;
  readonly token: string;
  readonly attested: string;
}

/** What is taken for what: as it was read, and as it was written. */
const CONFUSIONS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['vv', 'w'],
  ['0', 'o'],
  ['1', 'l'],
  ['1', 'i'],
  ['5', 's'],
  ['8', 'b'],
  ['6', 'b'],
  ['|', 'l'],
  ['|', 'i'],
  ['!', 'l'],
  ['!', 'i'],
  ['ii', 'u'],
  ['li', 'h'],
  ['tl', 'd'],
  ['lc', 'k'],
  ['nn', 'm'],
  ['ri', 'n'],
  ['I', 'l'],
];

/** Whether a token that was suspected is a word but for that: small letters, at most the first a capital, no hexadecimal number. */
function isSuspect(units: Uint16Array, start: number, end: number): boolean {
  if (end - start < 4) return false;
  let letters = 0;
  let hexadecimal = 0;
  let digits = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (isSmall(unit) || unit >= 0x80) letters++;
    else if (isDigit(unit)) digits++;
    else if (i > start && unit !== 0x49 && unit !== 0x7c && unit !== 0x21) return false;
    else letters++;
    if (unit <= 0x66) hexadecimal++;
  }
  return digits * 4 <= end - start && hexadecimal < letters;
}

/** Whether a unit may stand in a token: letters, digits and what they are taken for. */
const isTokenUnit = (unit: number | undefined): boolean =>
  unit !== undefined &&
  (isAsciiLetter(unit) ||
    isDigit(unit) ||
    unit === 0x7c ||
    unit === 0x21 ||
    (unit >= 0xc0 && unit < 0x250 && isLetter(unit)));

function* tokens(units: Uint16Array, start: number, end: number): Generator<readonly [number, number]> {
  for (let i = start; i < end;) {
    if (!isTokenUnit(units[i])) {
      i++;
      continue;
    }
    const from = i;
    while (i < end && isTokenUnit(units[i])) i++;
    // names, paths, addresses and signs at its end
    let last = i;
    while (last > from && (units[last - 1] === 0x21 || units[last - 1] === 0x7c)) last--;
    if (isJoin(units[from - 1]) || (isJoin(units[i]) && isTokenUnit(units[i + 1]))) continue;
    if (last > from) yield [from, last];
  }
}

const isJoin = (unit: number | undefined): boolean =>
  unit === 0x5f ||
  unit === 0x2f ||
  unit === 0x2e ||
  unit === 0x40 ||
  unit === 0x23 ||
  unit === 0x24 ||
  unit === 0x5c ||
  unit === 0x3d ||
  unit === 0x2b;

/** What may begin a suspicion, by unit: 1 a sign or digit taken for a letter, 2 the n of rn, 3 the second v of vv, 4 a capital I. */
const TRIGGERS: Uint8Array = triggers();

function triggers(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const each of '015|!') table[each.charCodeAt(0)] = 1;
  table[0x6e] = 2;
  table[0x76] = 3;
  table[0x49] = 4;
  return table;
}

/** Letters after which `rn` is hardly ever found, and those which hardly ever follow it: it may have been an m. */
const BEFORE_M: ReadonlySet<number> = new Set(Array.from('bcdfghklmnpqrstvwxyzi', (each) => each.charCodeAt(0)));
const AFTER_M: ReadonlySet<number> = new Set(Array.from('bpm', (each) => each.charCodeAt(0)));

/** Whether the letters at `i` are what a word of a language hardly holds. */
function isTriggered(units: Uint16Array, i: number): boolean {
  switch (TRIGGERS[units[i]!]) {
    case 1:
      return isSmall(units[i - 1]) && isSmall(units[i + 1]);
    case 2: {
      if (units[i - 1] !== 0x72) return false;
      const before = units[i - 2];
      return (
        isSmall(units[i + 1]) &&
        (before === undefined ||
          before === SPACE ||
          before === LF ||
          BEFORE_M.has(before) ||
          AFTER_M.has(units[i + 1]!))
      );
    }
    case 3:
      return units[i - 1] === 0x76 && isSmall(units[i + 1]) && !isSmall(units[i + 2]! - 0x20);
    case 4:
      return isSmall(units[i - 1]) && isSmall(units[i + 1]);
    default:
      return false;
  }
}

const SAMPLE = 256;
const SAMPLES = 80;

/** Whether samples of the text hold two different suspects; all of a short text is one. */
function hasSuspects(units: Uint16Array): boolean {
  let first: string | undefined;
  const table = TRIGGERS;
  const step = Math.max(SAMPLE, Math.floor(units.length / SAMPLES));
  for (let start = 0; start < units.length; start += step) {
    const end = Math.min(units.length, start + SAMPLE);
    for (let i = start; i < end; i++) {
      if (table[units[i]!] === 0 || !isTriggered(units, i)) continue;
      let from = i;
      while (from > 0 && i - from < 24 && isTokenUnit(units[from - 1])) from--;
      let to = i + 1;
      while (to < units.length && to - i < 24 && isTokenUnit(units[to])) to++;
      if (isJoin(units[from - 1]) || (isJoin(units[to]) && isTokenUnit(units[to + 1])) || !isSuspect(units, from, to))
        continue;
      const token = String.fromCharCode(...units.subarray(from, to));
      if (first !== undefined && first !== token) return true;
      first = token;
      i = to;
    }
  }
  return false;
}

/** Whether there may be a word in prose that no language has. */
function hasStrange(document: Document, places: readonly number[]): boolean {
  if (places.length >= MOST) return true;
  const { units } = document;
  const all = blocks(document);
  let next = 0;
  for (const i of places) {
    while (next < all.length && all[next]!.end <= i) next++;
    const block = all[next];
    if (!block) return false;
    if (i < block.start || !isTold(block.kind)) continue;
    let from = i;
    while (from > block.start && isTokenUnit(units[from - 1])) from--;
    let to = i + 1;
    while (to < block.end && isTokenUnit(units[to])) to++;
    if (isJoin(units[from - 1]) || (isJoin(units[to]) && isTokenUnit(units[to + 1]))) continue;
    if (to - from >= 4 && !inCode(document, from)) return true;
  }
  return false;
}

const isTold = (kind: Block['kind']): boolean =>
  kind === 'prose' || kind === 'list' || kind === 'quote' || kind === 'heading';

function confusions(document: Document, { strange: places }: Signs): Confusion[] {
  const { units } = document;
  if (places.length === 0 || !hasStrange(document, places) || !hasSuspects(units)) return [];
  const counts = new Map<string, number>();
  const rare: [number, number, string][] = [];
  let total = 0;
  for (const block of blocks(document)) {
    if (!isTold(block.kind)) continue;
    for (const [start, end] of tokens(units, block.start, block.end)) {
      if (end - start > 24 || ++total > TOKENS) continue;
      const token = document.slice(start, end);
      const lower = token.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
      if (end - start >= 4) rare.push([start, end, token]);
    }
  }
  const found: Confusion[] = [];
  const tried = new Map<string, string | null>();
  // without one that no word has, nothing is told
  let strange = false;
  for (const [, , token] of rare) {
    if (tried.has(token) || !STRANGE.test(token)) continue;
    const attested = attestedFor(token, counts);
    tried.set(token, attested);
    if (attested !== null) strange = true;
  }
  if (!strange) return [];
  for (const [start, end, token] of rare) {
    if (found.length >= MOST) break;
    let attested = tried.get(token);
    if (attested === undefined) tried.set(token, (attested = attestedFor(token, counts)));
    if (attested !== null && !inCode(document, start)) found.push({ start, end, token, attested });
  }
  return found;
}

/** What no word has: a digit or a sign among small letters, `rn` at the beginning, `vv`, a capital I amid small letters. */
const STRANGE = /[a-z][015!|][a-z]|^[015][a-z]{3}|^rn|vv|[a-z]I/u;

/** The word that a token stands for: it differs by known confusions, and is attested far more often. */
function attestedFor(token: string, counts: ReadonlyMap<string, number>): string | null {
  const own = counts.get(token.toLowerCase()) ?? 0;
  if (own > 3) return null;
  const strange = STRANGE.test(token);
  let texts = [token];
  for (let round = 0; round < 2; round++) {
    const next: string[] = [];
    for (const text of texts)
      for (const [read, written] of CONFUSIONS)
        for (let i = text.indexOf(read); i >= 0 && next.length < 60; i = text.indexOf(read, i + 1)) {
          const changed = text.slice(0, i) + written + text.slice(i + read.length);
          const lower = changed.toLowerCase();
          const count = counts.get(lower) ?? 0;
          const least = strange ? 2 : Math.max(ATTESTED, 3 * own);
          if (count >= least && lower.length >= 3 && /^[a-zß-ɏ]+$/u.test(lower) && lower !== token.toLowerCase())
            return lower;
          next.push(changed);
        }
    texts = next;
  }
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Letters with spaces between

/** Letters that stand one by one from which it is damage, in one line; and lines of them, or one of so many letters. */
const SPACED = 9;
const LEAST_SPACED = 2;
const LONG_SPACED = 20;

function spacedOut(document: Document): Found[] {
  const { units } = document;
  const found: Found[] = [];
  let most = 0;
  // every run of nine letters and spaces covers one of every 16 units
  for (let i = 0; i < units.length && found.length < MOST; i += 16) {
    const odd = isWhite(units[i + 1]) && isWhite(units[i + 3]);
    if (!odd && !(isWhite(units[i + 2]) && isWhite(units[i + 4]))) continue;
    if (!isSpacedAt(units, i) && !isSpacedAt(units, i + 1)) continue;
    let start = i;
    while (start > 0 && units[start - 1] !== LF && (units[start - 1] === SPACE || isAlone(units, start - 1))) start--;
    let end = i;
    while (end < units.length && units[end] !== LF && (units[end] === SPACE || isAlone(units, end))) end++;
    while (end > start && units[end - 1] === SPACE) end--;
    while (start < end && units[start] === SPACE) start++;
    let letters = 0;
    const kinds = new Set<number>();
    for (let k = start; k < end; k++)
      if (units[k] !== SPACE) {
        letters++;
        kinds.add(units[k]!);
      }
    if (letters >= SPACED && kinds.size >= 5 && !isAlphabet(units, start, end) && !inCode(document, start)) {
      found.push({
        start,
        end,
        note: document
          .slice(start, end)
          .replace(/ {2,}/gu, '\u0000')
          .replace(/ /gu, '')
          .replace(/\u0000/gu, ' '),
      });
      most = Math.max(most, letters);
    }
    if (end > i) i = end - (end % 16);
  }
  return found.length >= LEAST_SPACED || most >= LONG_SPACED ? found : [];
}

const isWhite = (unit: number | undefined): boolean => unit === SPACE || unit === LF;

/** Whether a letter stands at `i` between spaces. */
function isAlone(units: Uint16Array, i: number): boolean {
  const unit = units[i]!;
  if (!(isAsciiLetter(unit) || (unit >= 0xc0 && unit < 0x530 && isLetter(unit)))) return false;
  const before = units[i - 1];
  const after = units[i + 1];
  return (
    (before === undefined || before === SPACE || before === LF) &&
    (after === undefined || after === SPACE || after === LF || after === 0x2e || after === 0x2c)
  );
}

const isSpacedAt = (units: Uint16Array, i: number): boolean =>
  i + 4 < units.length && isAlone(units, i) && isAlone(units, i + 2) && isAlone(units, i + 4);

/** `a b c d e`: letters in their order. */
function isAlphabet(units: Uint16Array, start: number, end: number): boolean {
  let last = 0;
  let rising = 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    if (units[i] === SPACE) continue;
    letters++;
    if ((units[i]! | 0x20) === last + 1 || (units[i]! | 0x20) === last) rising++;
    last = units[i]! | 0x20;
  }
  return rising * 2 > letters;
}

// ---------------------------------------------------------------------------------------------------------------------

function* observe(document: Document): Iterable<Observation> {
  const counts = census(document);
  const signs = signsOf(document.units);
  const codes = signs.codes ? glyphCodes(document) : [];
  if (codes.length >= 2 || codes.some(({ start, end }) => end - start >= SURE))
    yield observation(
      document,
      codes,
      'look',
      (first, lines) =>
        `${plural(codes.length, 'code')} of glyphs in ${plural(lines, 'line')} where letters should stand, the first in line ${first.line} ${JSON.stringify(document.slice(codes[0]!.start, Math.min(codes[0]!.end, codes[0]!.start + 40)))}`,
      AGAIN,
    );
  if (counts.privateUse > 0) {
    const found = privateLetters(document);
    if (found.length > 0)
      yield observation(
        document,
        found,
        'look',
        (first, lines) =>
          `${plural(found.length, 'word')} in ${plural(lines, 'line')} hold characters of private use (U+${document.units[found[0]!.start]!.toString(16).toUpperCase()}), which only the font of the original shows: line ${first.line} ${JSON.stringify(first.quote)}`,
        AGAIN,
      );
  }
  if (counts.symbol > 0) {
    const found = boxes(document);
    if (found.length > 0)
      yield observation(
        document,
        found,
        'look',
        (first, lines) =>
          `${plural(found.length, 'letter')} in ${plural(lines, 'line')} ${found.length === 1 ? 'is' : 'are'} an empty box, which a font shows for what it lacks: line ${first.line} ${JSON.stringify(first.quote)}`,
        AGAIN,
      );
  }
  if (counts.lower < 40) return;
  const lost = signs.ligatures ? [] : lostLigatures(document);
  if (lost.length > 0)
    yield observation(
      document,
      lost,
      'look',
      (first, lines) =>
        `${plural(lost.length, 'word')} in ${plural(lines, 'line')} lost their ligatures: line ${first.line} says ${JSON.stringify(document.slice(lost[0]!.start, lost[0]!.end))} ${lost[0]!.note!}`,
      AGAIN,
    );
  const mixed = shuffled(document);
  if (mixed.length > 0)
    yield observation(
      document,
      mixed,
      'look',
      (first) =>
        `the letters of ${plural(mixed.length, 'paragraph')} follow each other as in no language: line ${first.line} ${JSON.stringify(document.slice(mixed[0]!.start, mixed[0]!.end))}`,
      AGAIN,
    );
  const spaced = spacedOut(document);
  if (spaced.length > 0)
    yield observation(
      document,
      spaced.map(({ start, end }) => ({ start, end })),
      'look',
      (first) =>
        `the letters of words stand one by one in ${plural(spaced.length, 'place')}: line ${first.line} ${JSON.stringify(document.slice(spaced[0]!.start, Math.min(spaced[0]!.end, spaced[0]!.start + 60)))}`,
      AGAIN,
    );
  const taken = confusions(document, signs);
  const kinds = new Set(taken.map(({ attested }) => attested));
  // words that all are words may differ so, too: kann and kam, class and dass
  if (kinds.size >= LEAST_KINDS && taken.some(({ token }) => STRANGE.test(token))) {
    const [first, second, third] = [...new Map(taken.map((each) => [each.attested, each])).values()];
    yield observation(
      document,
      taken.map(({ start, end, attested }) => ({ start, end, note: `for ${JSON.stringify(attested)}` })),
      'look',
      (place) =>
        `letters were taken for others in ${plural(taken.length, 'word')}: line ${place.line} ${JSON.stringify(first!.token)} for ${JSON.stringify(first!.attested)}, ${JSON.stringify(second!.token)} for ${JSON.stringify(second!.attested)}, ${JSON.stringify(third!.token)} for ${JSON.stringify(third!.attested)}`,
      'Read the document against its original: where words are misread, numbers are too',
    );
  }
}

export const garble: DocumentCheck = {
  id: 'garble',
  title: 'Letters that a converter did not understand',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document) {
    if (!isCode(document) && !isProgram(document)) yield* observe(document);
  },
};
