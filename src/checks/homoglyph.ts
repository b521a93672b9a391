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
/** Belongs to the word whatever its script is: a combining mark. */
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
const WITH_ALIKE = CYRILLIC | GREEK | ARMENIAN | CHEROKEE;

interface Words {
  /** Words of two scripts or more. */
  readonly mixed: Span[];
  /** Words of one script other than Latin all of whose letters look like Latin ones. */
  readonly alike: Span[];
  /** Letters of each foreign script in words of its own that look like no Latin ones, by bit. */
  readonly own: ReadonlyMap<number, number>;
  readonly letters: number;
}

function wordsOf({ units }: Document): Words {
  const table = bits();
  const mixed: Span[] = [];
  const alike: Span[] = [];
  const own = new Map<number, number>();
  const { length } = units;
  let letters = 0;
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
    if (i - start <= WORD_UNITS && (foreign & WITH_ALIKE) !== 0 && allAlike(units, start, i)) {
      if (i - start >= ALONE && alike.length < KEPT) alike.push({ start, end: i });
    } else own.set(foreign, (own.get(foreign) ?? 0) + i - start);
  }
  return { mixed, alike, own, letters };
}

function allAlike(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (latinOf(units[i]!) === 0) return false;
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

function judgeMixed(document: Document, span: Span, { own, letters: all }: Words): Fake | null {
  const word = document.slice(span.start, span.end);
  const letters = lettersOf(word).filter(({ bit }) => bit !== 0);
  const size = letters.length - count(letters, NEUTRAL);
  if (size < ATTESTED) return null;
  const main = dominantScript(document);
  const latin = count(letters, LATIN);
  const rare = (bit: number): boolean => 1000 * (own.get(bit) ?? 0) <= FOREIGN * all;
  const inLatin = latin > 0 ? respelled(letters, LATIN, latinOf) : null;
  if (inLatin) {
    const foreign = size - latin;
    const { bit } = inLatin.first;
    const interior = letters.some((each, i) => each.bit !== LATIN && i > 0 && i < letters.length - 1);
    const alone =
      main === 'Latin' &&
      size >= ALONE &&
      latin >= 2 &&
      foreign <= latin &&
      rare(bit) &&
      (bit === CYRILLIC || bit === ARMENIAN || bit === CHEROKEE
        ? true
        : bit === GREEK
          ? size > ALONE &&
            letters.every((each) => each.bit !== GREEK || isPlainGreek(each.codePoint)) &&
            (interior || foreign === 1)
          : bit === FULLWIDTH || (bit === MATHEMATICAL && interior && latin >= 3));
    const fake = { span, word, meant: inLatin.meant, letter: inLatin.first.codePoint, instead: inLatin.instead };
    if (alone) return { ...fake, needs: false };
    if (main !== 'Cyrillic' && main !== 'Greek') return { ...fake, needs: true };
    if (latin >= foreign && latin >= 2) return { ...fake, needs: true };
  }
  for (const [base, alike] of [
    [CYRILLIC, cyrillicOf],
    [GREEK, greekOf],
  ] as const) {
    const own_ = count(letters, base);
    if (own_ === 0) continue;
    const inOwn = respelled(letters, base, (codePoint) => (codePoint < 0x80 ? alike(codePoint) : 0));
    if (!inOwn) continue;
    const sure = letters.reduce((sum, each) => sum + (each.bit === base && latinOf(each.codePoint) === 0 ? 1 : 0), 0);
    const fake = { span, word, meant: inOwn.meant, letter: inOwn.first.codePoint, instead: inOwn.instead };
    // an abbreviation with an ending: PCами
    const ending =
      letters.filter((each) => each.bit === LATIN).length > 1 &&
      letters.every((each) => each.bit !== LATIN || isUpper(each.codePoint)) &&
      letters.some((each) => each.bit === base && !isUpper(each.codePoint));
    if (main === (base === CYRILLIC ? 'Cyrillic' : 'Greek') && size >= ALONE && sure >= 2 && latin <= own_ && !ending)
      return { ...fake, needs: false };
    return { ...fake, needs: true };
  }
  return null;
}

/** A word that is written in letters of another script as a whole: only with its like in the text, and among Latin words. */
function judgeAlike(document: Document, span: Span, { own, letters: all }: Words): Fake | null {
  if (dominantScript(document) !== 'Latin') return null;
  const word = document.slice(span.start, span.end);
  const letters = lettersOf(word);
  if (1000 * (own.get(letters[0]!.bit) ?? 0) > FOREIGN * all) return null;
  const inLatin = respelled(letters, LATIN, latinOf);
  if (!inLatin || neighbours(document, span)) return null;
  return { span, word, meant: inLatin.meant, letter: inLatin.first.codePoint, instead: inLatin.instead, needs: true };
}

/** Whether the word before or after is of a foreign script, too: then it is a word of that language. */
function neighbours({ units }: Document, { start, end }: Span): boolean {
  const table = bits();
  let i = start - 1;
  while (i >= 0 && start - i < 12 && table[units[i]!] === 0 && units[i] !== 0x0a) i--;
  if (i >= 0 && (table[units[i]!]! & FOREIGNERS) !== 0) return true;
  i = end;
  while (i < units.length && i - end < 12 && table[units[i]!] === 0 && units[i] !== 0x0a) i++;
  return i < units.length && (table[units[i]!]! & FOREIGNERS) !== 0;
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
      .filter(({ meant, needs }) => !needs || whereIs(meant) >= 0)
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
