/** The language that a document is written in, by script, and by function words where several languages share a script. */
import { isLetter, isMark, script, type Script } from '../core/unicode.ts';
import type { Block, Document } from '../core/types.ts';
import { stringOf } from '../core/document.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import {
  ARABIC_LETTERS,
  ARABIC_WORDS,
  CYRILLIC_LETTERS,
  CYRILLIC_WORDS,
  DEVANAGARI_LETTERS,
  DEVANAGARI_WORDS,
  LATIN_LETTERS,
  LATIN_WORDS,
} from './language-words.ts';

/** Units read of each slice, and how many slices over the document. Chosen on the training half of the corpus. */
const SLICE_UNITS = 500;
const SLICES = 6;
const LF = 0x0a;

/** Letters of another script than Latin decide the language from one in this many Latin ones on (CJK counts three times). */
const OTHERS = 4;

/** At least one of this many words must be a function word of the language. */
const SHARE = 40;

/** Scripts that one language (or one far before all others) is written in. */
const BY_SCRIPT: Readonly<Partial<Record<Script, string>>> = {
  Greek: 'el',
  Hebrew: 'he',
  Thai: 'th',
  Lao: 'lo',
  Khmer: 'km',
  Myanmar: 'my',
  Georgian: 'ka',
  Armenian: 'hy',
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Tibetan: 'bo',
  Ethiopic: 'am',
  Hangul: 'ko',
};

/** What a word (or a letter, by its code unit) counts for: points for some languages. */
type Points<Key> = ReadonlyMap<Key, readonly (readonly [number, number])[]>;

interface Table {
  readonly languages: readonly string[];
  readonly words: Points<string>;
  readonly letters: Points<number>;
  /** Units of the longest word. */
  readonly longest: number;
  /** By the hash of a word of ASCII: the number, from 1, of the first such word in `plain`; 0 for none. */
  readonly slots: Uint16Array;
  /** The words of ASCII, with their points, and the number of the next one of the same hash. */
  readonly plain: readonly {
    readonly word: string;
    readonly points: readonly (readonly [number, number])[];
    readonly next: number;
  }[];
}

/** Slots by the hash of a word: many more than words. */
const SLOT_BITS = 14;
const WORD_HASH = 0x9e3779b1;
const ASCII_WORD = /^[a-z]+$/;

/** A word that is more than ASCII has no slot. */
const FOREIGN = -1;

/** The slot of a word, by its units as the digits of a number to the base of 31. */
function slotOf(hash: number): number {
  return Math.imul(hash, WORD_HASH) >>> (32 - SLOT_BITS);
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash;
}

/** Points are whole numbers: 12 shared out among the languages that have the word (letters: 6), at least 1 each. */
function tableOf(words: Readonly<Record<string, string>>, letters: Readonly<Record<string, string>>): Table {
  const languages = Object.keys(words);
  const having = new Map<string, number[]>();
  for (const [place, language] of languages.entries())
    for (const word of new Set(words[language]!.split(' '))) {
      const list = having.get(word);
      if (list) list.push(place);
      else having.set(word, [place]);
    }
  const wordPoints = new Map<string, readonly (readonly [number, number])[]>();
  for (const [word, places] of having) {
    const points = Math.max(2, Math.floor(12 / places.length));
    wordPoints.set(
      word,
      places.map((place) => [place, points] as const),
    );
  }
  const letterPoints = new Map<number, readonly (readonly [number, number])[]>();
  for (const [letter, names] of Object.entries(letters)) {
    const places = names.split(' ').map((name) => languages.indexOf(name));
    const points = Math.max(1, Math.floor(6 / places.length));
    letterPoints.set(
      letter.charCodeAt(0),
      places.filter((place) => place >= 0).map((place) => [place, points] as const),
    );
  }
  let longest = 0;
  for (const word of having.keys()) longest = Math.max(longest, word.length);
  const slots = new Uint16Array(1 << SLOT_BITS);
  const plain: Table['plain'][number][] = [];
  for (const [word, points] of wordPoints) {
    if (!ASCII_WORD.test(word)) continue;
    const slot = slotOf(hashOf(word));
    plain.push({ word, points, next: slots[slot]! });
    slots[slot] = plain.length;
  }
  return { languages, words: wordPoints, letters: letterPoints, longest, slots, plain };
}

const tables = new Map<Script, Table>();

function tableFor(name: Script): Table | undefined {
  let table = tables.get(name);
  if (table) return table;
  if (name === 'Latin') table = tableOf(LATIN_WORDS, LATIN_LETTERS);
  else if (name === 'Cyrillic') table = tableOf(CYRILLIC_WORDS, CYRILLIC_LETTERS);
  else if (name === 'Arabic') table = tableOf(ARABIC_WORDS, ARABIC_LETTERS);
  else if (name === 'Devanagari') table = tableOf(DEVANAGARI_WORDS, DEVANAGARI_LETTERS);
  if (table) tables.set(name, table);
  return table;
}

/** Text of the given blocks, sampled in slices spread over them, with a line end between two. */
function sample({ units }: Document, chosen: readonly Block[]): string {
  let total = 0;
  for (const block of chosen) total += block.end - block.start;
  const most = SLICES * SLICE_UNITS;
  // gathered as units first: a string for each of many short blocks takes longer than one of them all
  const pieces = new Uint16Array(Math.min(total, most) + chosen.length + SLICES);
  let filled = 0;
  const add = (start: number, end: number): void => {
    if (filled > 0) pieces[filled++] = LF;
    if (end - start > 64) pieces.set(units.subarray(start, end), filled);
    else for (let i = start, to = filled; i < end; i++) pieces[to++] = units[i]!;
    filled += end - start;
  };
  if (total <= most) {
    for (const block of chosen) add(block.start, block.end);
    return stringOf(pieces, 0, filled);
  }
  const stride = Math.floor(total / SLICES);
  let passed = 0;
  let slice = 0;
  for (const block of chosen) {
    const length = block.end - block.start;
    // The parts of this block that fall into slices.
    while (slice < SLICES) {
      const from = Math.max(0, slice * stride - passed);
      const to = Math.min(length, slice * stride + SLICE_UNITS - passed);
      if (from >= length) break;
      if (to > from) add(block.start + from, block.start + to);
      if (slice * stride + SLICE_UNITS - passed <= length) slice++;
      else break;
    }
    passed += length;
  }
  return stringOf(pieces, 0, filled);
}

/**
 * BCP 47 primary tag of the language that most of the document's prose is in, `und` where it cannot be told. Code, tables
 * and markup are looked at only where there is next to no prose. Serbo-Croatian in Latin letters is `hr`, Norwegian `nb`.
 */
export const language: (document: Document) => string = view((document) => {
  const all = blocks(document);
  const prose = all.filter(({ kind }) => kind === 'prose' || kind === 'list' || kind === 'quote' || kind === 'heading');
  const first = judge(sample(document, prose));
  if (first.letters >= 40 && first.language !== 'und') return first.language;
  const second = judge(sample(document, all));
  return second.language;
});

// What a code point is to `judge`: nothing, a mark, or from LETTER on a letter, with a number for each script.

const MARK = 1;
const LETTER = 2;
const UNASKED = 255;
/** By these numbers, the script and what a letter of it counts for. */
const letterScripts: Script[] = [];
const letterWeights: number[] = [];
/** Of each code unit, UNASKED until it is met. */
let letterKinds: Uint8Array | undefined;

function letterKind(point: number): number {
  if (!isLetter(point)) return isMark(point) ? MARK : 0;
  const name = script(point);
  let number = letterScripts.indexOf(name, LETTER);
  if (number < 0) {
    number = Math.max(LETTER, letterScripts.length);
    letterScripts[number] = name;
    letterWeights[number] = name === 'Han' || name === 'Hiragana' || name === 'Katakana' || name === 'Hangul' ? 3 : 1;
  }
  return number;
}

/** The language of a piece of text; `letters` counts letters of all scripts (CJK three times). */
export function judge(text: string): { readonly language: string; readonly letters: number } {
  letterKinds ??= new Uint8Array(0x10000).fill(UNASKED);
  const counts = new Map<Script, number>();
  // Of each word, where it begins and ends, and its slot, or FOREIGN where it is more than ASCII.
  const words: number[] = [];
  let foreign = 0;
  // Letters of one script come in a row: they are counted in one go, and scripts stand in order of their first letter.
  let row = 0;
  let weight = 1;
  let inRow = 0;
  let letters = 0;
  let latin = 0;
  const lower = text.toLowerCase();
  let begin = -1;
  let hash = 0;
  for (let i = 0; i <= lower.length; i++) {
    let point = i < lower.length ? lower.charCodeAt(i) : 0;
    if (point < 0x80) {
      if (point >= 0x61 && point <= 0x7a) {
        latin++;
        if (begin < 0) {
          begin = i;
          hash = point;
        } else hash = (Math.imul(hash, 31) + point) | 0;
        continue;
      }
    } else {
      const pair = point >= 0xd800 && point < 0xdc00;
      if (pair) point = lower.codePointAt(i)!;
      let known = point < 0x10000 ? letterKinds[point]! : letterKind(point);
      if (known === UNASKED) known = letterKinds[point] = letterKind(point);
      if (known >= LETTER) {
        if (known !== row) {
          if (inRow > 0) counts.set(letterScripts[row]!, (counts.get(letterScripts[row]!) ?? 0) + inRow);
          row = known;
          weight = letterWeights[row]!;
          inRow = 0;
        }
        inRow += weight;
        letters += weight;
        if (pair) i++;
        if (weight === 1) {
          if (begin < 0) begin = pair ? i - 1 : i;
          foreign = 1;
          continue;
        }
      } else if (begin >= 0 && known === MARK) {
        if (pair) i++;
        foreign = 1;
        continue;
      }
    }
    if (begin >= 0) words.push(begin, i, foreign === 1 ? FOREIGN : slotOf(hash));
    begin = -1;
    foreign = 0;
  }
  if (inRow > 0) counts.set(letterScripts[row]!, (counts.get(letterScripts[row]!) ?? 0) + inRow);
  letters += latin;
  latin += counts.get('Latin') ?? 0;
  if (letters < 8) return { language: 'und', letters };

  // A text in another script is full of Latin names and terms; the other way round is rare. So a quarter is enough.
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0);
  const han = counts.get('Han') ?? 0;
  let best: Script = kana > 0 || han > 0 ? 'Han' : 'Latin';
  let most = kana + han;
  for (const [name, count] of counts) {
    if (
      name === 'Latin' ||
      name === 'Common' ||
      name === 'Inherited' ||
      name === 'Han' ||
      name === 'Hiragana' ||
      name === 'Katakana'
    )
      continue;
    if (count > most) {
      most = count;
      best = name;
    }
  }
  if (most * OTHERS < latin) best = 'Latin';
  if (best === 'Han') return { language: kana * 12 > han + kana ? 'ja' : 'zh', letters };
  const sole = BY_SCRIPT[best];
  if (sole !== undefined) return { language: sole, letters };
  const table = tableFor(best);
  return { language: table ? byWords(table, lower, words) : 'und', letters };
}

/** `bounds` has three numbers for each word of `lower`: where it begins, where it ends, and its slot or FOREIGN. */
function byWords(table: Table, lower: string, bounds: readonly number[]): string {
  const tokens = bounds.length / 3;
  const words = new Map<string, number>();
  // How often each word of ASCII stands there, by its number.
  const counts = new Uint32Array(table.plain.length + 1);
  for (let i = 0; i < bounds.length; i += 3) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    const slot = bounds[i + 2]!;
    if (slot !== FOREIGN) {
      // Too long for any that would say something.
      if (end - start > table.longest) continue;
      for (let number = table.slots[slot]!; number > 0; number = table.plain[number - 1]!.next)
        if (isWord(table.plain[number - 1]!.word, lower, start, end)) {
          counts[number]!++;
          break;
        }
      continue;
    }
    const word = lower.slice(start, end);
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const scores = new Array<number>(table.languages.length).fill(0);
  const hits = new Array<number>(table.languages.length).fill(0);
  for (let number = 1; number < counts.length; number++) {
    const count = counts[number]!;
    if (count === 0) continue;
    const counted = Math.min(count, 2 + Math.floor(tokens / 10));
    for (const [place, value] of table.plain[number - 1]!.points) {
      scores[place] = scores[place]! + value * counted;
      hits[place] = hits[place]! + counted;
    }
  }
  for (const [word, count] of words) {
    const points = table.words.get(word);
    if (points) {
      // A word that fills the text (a column of "no") counts up to a tenth of all words.
      const counted = Math.min(count, 2 + Math.floor(tokens / 10));
      for (const [place, value] of points) {
        scores[place] = scores[place]! + value * counted;
        hits[place] = hits[place]! + counted;
      }
    }
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (unit < 0x80) continue;
      const hints = table.letters.get(unit);
      if (hints) for (const [place, value] of hints) scores[place] = scores[place]! + value * Math.min(count, 20);
    }
  }
  let best = 0;
  // Of equals the first in the table, which is the commoner.
  for (let i = 0; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  // Running text has a function word in every third or fourth; a list of names hits some by chance.
  if (scores[best]! < 24 || hits[best]! * SHARE < tokens) return 'und';
  return table.languages[best]!;
}

function isWord(word: string, lower: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== lower.charCodeAt(start + i)) return false;
  return true;
}
