/**
 * Words with letters of another script that look like their own: `pаssword` with a Cyrillic `а`. No search finds such a word,
 * no compiler knows it. Only letters that are alike as drawn count, and only where something else agrees: the word stands in
 * the document in its own letters too, or the document is written in that script and hardly holds the other.
 */
import { at } from '../core/locate.ts';
import { isLetter, isMark, isUpper, script } from '../core/unicode.ts';
import type { Document, DocumentCheck, Place, Span } from '../core/types.ts';
import { census } from '../views/census.ts';
import { cyrillicOf, greekOf, latinOf } from '../views/confusables.ts';
import { dominantScript } from '../views/script.ts';

/** Most places of one finding. */
const PLACES = 7;
/** Most words that are looked at, and most different spellings that are sought in the text. */
const KEPT = 2000;
const SOUGHT = 60;
/** Letters of a word that is judged by itself, and of one that stands elsewhere in its own letters. */
const ALONE = 4;
const ATTESTED = 3;
/** Letters of the other script in words of their own, in thousandths of all letters, up to which it hardly occurs. */
const FOREIGN = 20;
/** Letters of a script in words of its own from which a document is written in it, too. */
const WRITTEN = 100;
/** Longest word that is looked at, in units. */
const WORD_UNITS = 60;

// ---------------------------------------------------------------------------------------------------------------------
// Words

/** Scripts as bits, so that a word's letters can be summed up. */
const LATIN = 1;
const CYRILLIC = 2;
const GREEK = 4;
const ARMENIAN = 8;
const CHEROKEE = 16;
const FULLWIDTH = 32;
const PHONETIC = 64;
const MATHEMATICAL = 128;
/** Belongs to the word whatever its script is: a combining mark, an underscore. */
const NEUTRAL = 256;
/** A letter of a script without look-alikes: a word with one is none of ours. */
const OTHER = 512;

/** For each unit its bit, 0 for what parts words. */
let bitTable: Uint16Array | undefined;

function bits(): Uint16Array {
  if (bitTable) return bitTable;
  const table = new Uint16Array(0x10000);
  for (let unit = 0x41; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    if (isMark(unit)) table[unit] = NEUTRAL;
    else if (isLetter(unit)) table[unit] = bitOf(unit);
  }
  // identifiers are one word
  table[0x5f] = NEUTRAL;
  table[0xff3f] = NEUTRAL;
  // first half of the mathematical alphanumerics
  table[0xd835] = MATHEMATICAL;
  return (bitTable = table);
}

function bitOf(unit: number): number {
  if ((unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) return FULLWIDTH;
  switch (script(unit)) {
    case 'Latin':
      return latinOf(unit) === 0 ? LATIN : PHONETIC;
    case 'Cyrillic':
      return CYRILLIC;
    case 'Greek':
      return GREEK;
    case 'Armenian':
      return ARMENIAN;
    default:
      return unit >= 0x13a0 && unit <= 0x13fd ? CHEROKEE : OTHER;
  }
}

const FOREIGNERS = CYRILLIC | GREEK | ARMENIAN | CHEROKEE | FULLWIDTH | PHONETIC | MATHEMATICAL;

/** Scripts in which a whole word can look like a Latin one and mean it. */
const WITH_ALIKE = CYRILLIC | GREEK | ARMENIAN | CHEROKEE | FULLWIDTH;

interface Words {
  /** Words of two scripts or more. */
  readonly mixed: Span[];
  /** Words of one script other than Latin all of whose letters look like Latin ones. */
  readonly alike: Span[];
  /** Letters of each foreign script in words of its own that look like no Latin ones, by bit. */
  readonly own: ReadonlyMap<number, number>;
  /** Letters of all words in Greek letters alone, `α` and `ν` among them. */
  readonly greek: number;
  readonly letters: number;
}

function wordsOf({ units }: Document): Words {
  const table = bits();
  const mixed: Span[] = [];
  const alike: Span[] = [];
  const own = new Map<number, number>();
  const { length } = units;
  let letters = 0;
  let greek = 0;
  let i = 0;
  while (i < length) {
    let mask = table[units[i]!]!;
    if (mask === 0 || mask === NEUTRAL) {
      i++;
      continue;
    }
    const start = i;
    for (;;) {
      i += units[i] === 0xd835 ? 2 : 1;
      if (i >= length) break;
      const bit = table[units[i]!]!;
      if (bit === 0) break;
      mask |= bit;
    }
    letters += i - start;
    if (mask === LATIN) continue;
    mask &= ~NEUTRAL;
    const foreign = mask & FOREIGNERS;
    if (foreign === 0 || (mask & OTHER) !== 0) continue;
    if (mask !== foreign || (foreign & (foreign - 1)) !== 0) {
      if (i - start <= WORD_UNITS && mixed.length < KEPT) mixed.push({ start, end: i });
      continue;
    }
    if (foreign === GREEK) greek += i - start;
    if (i - start <= WORD_UNITS && (foreign & WITH_ALIKE) !== 0 && allAlike(units, start, i)) {
      if (i - start >= ALONE && alike.length < KEPT) alike.push({ start, end: i });
    } else own.set(foreign, (own.get(foreign) ?? 0) + i - start);
  }
  return { mixed, alike, own, greek, letters };
}

function allAlike(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (latinOf(units[i]!) === 0 && bits()[units[i]!] !== NEUTRAL) return false;
  return true;
}

// ---------------------------------------------------------------------------------------------------------------------
// Judging

interface Letter {
  readonly codePoint: number;
  readonly bit: number;
}

function lettersOf(word: string): Letter[] {
  const table = bits();
  return Array.from(word, (character) => {
    const codePoint = character.codePointAt(0)!;
    return { codePoint, bit: codePoint > 0xffff ? MATHEMATICAL : table[codePoint]! };
  });
}

interface Fake {
  readonly span: Span;
  readonly word: string;
  /** The word in its own letters. */
  readonly meant: string;
  /** The first letter that is not its own, and the one that it stands for. */
  readonly letter: number;
  readonly instead: number;
  /** Whether the word must stand elsewhere in its own letters. */
  readonly needs: boolean;
}

/** The word with all letters of other scripts than `base` replaced; null where one has no look-alike. */
function respelled(
  letters: readonly Letter[],
  base: number,
  alike: (codePoint: number) => number,
): { readonly meant: string; readonly first: Letter; readonly instead: number } | null {
  let meant = '';
  let first: Letter | undefined;
  let instead = 0;
  for (const letter of letters) {
    if (letter.bit === base || letter.bit === NEUTRAL) {
      meant += String.fromCodePoint(letter.codePoint);
      continue;
    }
    const own = alike(letter.codePoint);
    if (own === 0) return null;
    if (!first) {
      first = letter;
      instead = own;
    }
    meant += String.fromCodePoint(own);
  }
  return first ? { meant, first, instead } : null;
}

const count = (letters: readonly Letter[], bit: number): number =>
  letters.reduce((sum, each) => sum + (each.bit === bit ? 1 : 0), 0);

/** Greek letters that no formula puts into a word: `ο` and the capitals that are drawn as Latin ones. */
const isPlainGreek = (codePoint: number): boolean => codePoint === 0x3bf || (codePoint >= 0x391 && codePoint <= 0x3a9);

function judgeMixed(document: Document, span: Span, words: Words): Fake | null {
  const word = document.slice(span.start, span.end);
  const letters = lettersOf(word).filter(({ bit }) => bit !== 0);
  const size = letters.length - count(letters, NEUTRAL);
  if (size < ATTESTED) return null;
  const main = dominantScript(document);
  const latin = count(letters, LATIN);
  const inLatin = latin > 0 ? respelled(letters, LATIN, latinOf) : null;
  if (inLatin) {
    const fake = { span, word, meant: inLatin.meant, letter: inLatin.first.codePoint, instead: inLatin.instead };
    if (size >= ALONE && isSurelyLatin(document, letters, latin, size - latin, words)) return { ...fake, needs: false };
    if (main !== 'Cyrillic' && main !== 'Greek') return { ...fake, needs: true };
    if (latin >= size - latin && latin >= 2) return { ...fake, needs: true };
  }
  for (const [base, alike] of [
    [CYRILLIC, cyrillicOf],
    [GREEK, greekOf],
  ] as const) {
    const mine = count(letters, base);
    if (mine === 0) continue;
    const inOwn = respelled(letters, base, (codePoint) => (codePoint < 0x80 ? alike(codePoint) : 0));
    if (!inOwn) continue;
    const sure = letters.reduce((sum, each) => sum + (each.bit === base && latinOf(each.codePoint) === 0 ? 1 : 0), 0);
    const fake = { span, word, meant: inOwn.meant, letter: inOwn.first.codePoint, instead: inOwn.instead };
    // an abbreviation with an ending: PCами
    const ending =
      latin > 1 &&
      letters.every((each) => each.bit !== LATIN || isUpper(each.codePoint)) &&
      letters.some((each) => each.bit === base && !isUpper(each.codePoint));
    const written =
      main === (base === CYRILLIC ? 'Cyrillic' : 'Greek') ||
      ((words.own.get(base) ?? 0) >= WRITTEN && 1000 * (words.own.get(base) ?? 0) > FOREIGN * words.letters);
    return { ...fake, needs: !(written && size >= ALONE && sure >= 2 && latin <= mine && !ending) };
  }
  return null;
}

/** Functions that stand before a Greek variable without a space: `sinα`. */
const FUNCTION = /^(?:arc)?(?:sin|cos|tan|cot|log|exp|max|min|det|lim|arg|mod|sup|inf)(?![a-z]*$)/iu;

/** Whether a word of Latin and other letters is a Latin word by itself: where the document hardly holds the other script. */
function isSurelyLatin(
  document: Document,
  letters: readonly Letter[],
  latin: number,
  foreign: number,
  words: Words,
): boolean {
  const bit = letters.find((each) => each.bit !== LATIN && each.bit !== NEUTRAL)!.bit;
  const main = dominantScript(document);
  // an identifier: no word of another language has an underscore
  if (latin >= 2 * foreign && letters.some(({ codePoint }) => codePoint === 0x5f)) return latin > ALONE;
  if (1000 * (words.own.get(bit) ?? 0) > FOREIGN * words.letters) return false;
  const inside = letters.some((each, i) => each.bit === bit && i > 0 && i < letters.length - 1);
  switch (bit) {
    case CYRILLIC:
    case ARMENIAN:
    case CHEROKEE:
      return true;
    case FULLWIDTH:
      return main === 'Latin';
    case MATHEMATICAL:
      return main === 'Latin' && inside && latin >= 3;
    case GREEK:
      if (letters.length <= ALONE || latin < 2 || foreign > latin) return false;
      if (letters.every((each) => each.bit !== GREEK || isPlainGreek(each.codePoint))) return inside || foreign === 1;
      return (
        words.greek === 0 &&
        inside &&
        latin >= 3 &&
        !FUNCTION.test(String.fromCodePoint(...letters.map((each) => each.codePoint)))
      );
    default:
      return false;
  }
}

/**
 * A word that is written in letters of another script as a whole: only with its like in the text, and among Latin words.
 * Fullwidth letters have their place in Chinese, Japanese and Korean text, and nowhere else.
 */
function judgeAlike(document: Document, span: Span, { own, letters: all }: Words): Fake | null {
  if (dominantScript(document) !== 'Latin') return null;
  const word = document.slice(span.start, span.end);
  const letters = lettersOf(word);
  const inLatin = respelled(letters, LATIN, latinOf);
  if (!inLatin) return null;
  const fake = { span, word, meant: inLatin.meant, letter: inLatin.first.codePoint, instead: inLatin.instead };
  if (inLatin.first.bit === FULLWIDTH) {
    const { han, kana, hangul } = census(document);
    return 1000 * (han + kana + hangul) <= FOREIGN * all ? { ...fake, needs: false } : null;
  }
  if (1000 * (own.get(inLatin.first.bit) ?? 0) > FOREIGN * all || neighbours(document, span)) return null;
  return { ...fake, needs: true };
}

/** Whether the word before or after is of a foreign script and looks like no Latin one: then this is a word of that language. */
function neighbours({ units }: Document, { start, end }: Span): boolean {
  const table = bits();
  let i = start - 1;
  while (i >= 0 && start - i < 12 && table[units[i]!] === 0 && units[i] !== 0x0a) i--;
  for (let n = 0; i >= 0 && n < WORD_UNITS && table[units[i]!] !== 0; i--, n++) if (isOwn(units[i]!)) return true;
  i = end;
  while (i < units.length && i - end < 12 && table[units[i]!] === 0 && units[i] !== 0x0a) i++;
  for (let n = 0; i < units.length && n < WORD_UNITS && table[units[i]!] !== 0; i++, n++)
    if (isOwn(units[i]!)) return true;
  return false;
}

/** A letter of a foreign script that looks like no Latin one. */
function isOwn(unit: number): boolean {
  return (bits()[unit]! & FOREIGNERS) !== 0 && latinOf(unit) === 0;
}

/** Where the word stands by itself in the text, in this or another case; -1 where it does not. */
function sought(document: Document, word: string): number {
  const table = bits();
  const { text, units } = document;
  const lower = word.toLowerCase();
  for (const each of new Set([word, lower, word.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)])) {
    let tries = 0;
    for (let i = text.indexOf(each); i >= 0 && tries < 1000; i = text.indexOf(each, i + 1), tries++) {
      const end = i + each.length;
      if ((i === 0 || table[units[i - 1]!] === 0) && (end === units.length || table[units[end]!] === 0)) return i;
    }
  }
  return -1;
}

const hex = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const SCRIPTS: Readonly<Record<number, string>> = {
  [LATIN]: 'Latin',
  [CYRILLIC]: 'Cyrillic',
  [GREEK]: 'Greek',
  [ARMENIAN]: 'Armenian',
  [CHEROKEE]: 'Cherokee',
  [FULLWIDTH]: 'fullwidth',
  [PHONETIC]: 'phonetic',
  [MATHEMATICAL]: 'mathematical',
};

function nameOf(codePoint: number): string {
  return SCRIPTS[codePoint > 0xffff ? MATHEMATICAL : bits()[codePoint]!] ?? 'foreign';
}

/** Units around a word in which the document may say that it is an example. */
const ABOUT_UNITS = 300;
const ABOUT =
  /homoglyph|homograph|look-?alike|confusable|spoof|typosquat|punycode|\bidn\b|omoglif|гомоглиф|омоглиф|омограф|двойник|похож(?:и|е) |схож|ähnlich aussehen|verwechsel|ressembl|semblable|parecid|semelhant|simili|podobn|benzer|形近|同形|相似|似た文字|見た目|유사 문자|비슷한|متشابه|مشابه|समान दिख/iu;

/** Whether the document shows the word: it names the code point of the letter beside it, or quotes the word and speaks of look-alikes. */
function isShown(document: Document, { span, letter }: Fake): boolean {
  const { units } = document;
  const near = document.slice(Math.max(0, span.start - ABOUT_UNITS), Math.min(units.length, span.end + ABOUT_UNITS));
  if (near.toUpperCase().includes(hex(letter))) return true;
  return QUOTES.has(units[span.start - 1] ?? 0) && QUOTES.has(units[span.end] ?? 0) && ABOUT.test(near);
}

const QUOTES: ReadonlySet<number> = new Set(Array.from('"\'`*_«»‘’“”„「」『』', (mark) => mark.charCodeAt(0)));

export const homoglyph: DocumentCheck = {
  id: 'homoglyph',
  title: 'A word with letters that only look like its own',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    const { upper, lower, cyrillic, greek, armenian, fullwidth, phonetic, surrogate } = census(document);
    if (upper + lower === 0 || cyrillic + greek + armenian + fullwidth + phonetic + surrogate === 0) return;
    const words = wordsOf(document);
    const judged: Fake[] = [];
    for (const span of words.mixed) {
      const fake = judgeMixed(document, span, words);
      if (fake) judged.push(fake);
    }
    for (const span of words.alike) {
      const fake = judgeAlike(document, span, words);
      if (fake) judged.push(fake);
    }
    if (judged.length === 0) return;
    const places = new Map<string, number>();
    const whereIs = (word: string): number => {
      let place = places.get(word);
      if (place === undefined) places.set(word, (place = places.size < SOUGHT ? sought(document, word) : -1));
      return place;
    };
    const found = judged
      .filter((fake) => (!fake.needs || whereIs(fake.meant) >= 0) && !isShown(document, fake))
      .toSorted((a, b) => a.span.start - b.span.start);
    const [first] = found;
    if (!first) return;
    const own = whereIs(first.meant);
    const rest: Place[] = found
      .slice(1, PLACES - (own >= 0 ? 1 : 0))
      .map(({ span, letter }) => at(document, span, { note: `with ${hex(letter)}` }));
    if (own >= 0)
      rest.unshift(
        at(document, { start: own, end: own + first.meant.length }, { note: 'the word in its own letters' }),
      );
    const ownLine = own >= 0 ? ` (line ${rest[0]!.line})` : '';
    yield {
      level: 'look',
      message: `"${first.word}" has the ${nameOf(first.letter)} ${hex(first.letter)} where "${first.meant}"${ownLine} has the ${nameOf(first.instead)} ${hex(first.instead)}${found.length > 1 ? `, and ${found.length - 1} more such ${found.length === 2 ? 'word' : 'words'}` : ''}`,
      next: 'Type the word again, and ask how the letter came in: nobody who searches for the word finds it',
      places: [at(document, first.span), ...rest],
    };
  },
};
