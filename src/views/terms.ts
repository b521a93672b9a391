/**
 * The words that a text says most often and most texts do not say, as hashes: what it is about, held small. Words of three letters and more, without
 * regard to case or an English plural; of Han, kana, Hangul and Thai, which write no spaces or inflect by syllables, each two
 * neighbours.
 */
import { mix32 } from '../core/hash.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { classNumber, UNIT_CLASS, type UnitClass } from './census.ts';
import { COMMON_TERMS } from './common-terms-data.ts';

export interface Terms {
  /** Hashes of 32 bits; the most often said first, the earlier met first among equals. */
  readonly hashes: Uint32Array;
  /** How many of these are said twice or more. */
  readonly repeated: number;
}

/** Units that are read: of longer texts the beginning, which says what the rest is about. */
const READ = 65_536;
/** Terms that are kept. */
const KEPT = 512;
/** Letters of a word. */
const LETTERS = 3;
/** Letters of a word before the `s` of a plural. */
const SINGULAR = 4;
const BITS = 14;
const SLOTS = 1 << BITS;
/** Terms beyond which new ones are not taken: the table is half full. */
const MOST = SLOTS / 2;
/** Counts beyond this are alike. */
const COUNTS = 255;

const NONE = 0;
const LETTER = 1;
const PAIRED = 2;
const WORDS: readonly UnitClass[] = [
  'upper',
  'lower',
  'latin1Letter',
  'latinExtended',
  'phonetic',
  'greek',
  'cyrillic',
  'armenian',
  'hebrew',
  'arabic',
  'indic',
];
const PAIRS: readonly UnitClass[] = ['han', 'hanSurrogate', 'kana', 'hangul', 'thai'];

/** Of each class of the census. */
const KIND_OF: Uint8Array = kinds();
/** Of each code unit; made when first asked for. */
let kindOfUnits: Uint8Array | undefined;
// Kept from text to text: to make such arrays anew for each costs more than to empty what was filled of them.
const slots = new Int32Array(SLOTS);
const counts = new Uint8Array(SLOTS);
/** Slots in the order in which their terms were met. */
const met = new Uint16Array(MOST);

function kinds(): Uint8Array {
  const table = new Uint8Array(64);
  for (const name of WORDS) table[classNumber(name)] = LETTER;
  for (const name of PAIRS) table[classNumber(name)] = PAIRED;
  return table;
}

/** The first bits of a hash by which a common term is known. One in twenty of all others passes for one, too. */
export const COMMON_BITS = 18;
let commonTerms: Uint8Array | undefined;

/** A bit for each term that documents of many origins have. */
function common(): Uint8Array {
  if (commonTerms) return commonTerms;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const digits = new Uint8Array(128);
  for (let i = 0; i < 64; i++) digits[alphabet.charCodeAt(i)] = i;
  const bytes = new Uint8Array(2 ** COMMON_BITS / 8);
  let waiting = 0;
  let held = 0;
  let next = 0;
  for (let i = 0; i < COMMON_TERMS.length && next < bytes.length; i++) {
    held = ((held << 6) | digits[COMMON_TERMS.charCodeAt(i)]!) & 0xffff;
    waiting += 6;
    if (waiting >= 8) {
      waiting -= 8;
      bytes[next++] = held >>> waiting;
    }
  }
  return (commonTerms = bytes);
}

function kindsOfUnits(): Uint8Array {
  const table = new Uint8Array(UNIT_CLASS.length);
  for (let unit = 0; unit < table.length; unit++) table[unit] = KIND_OF[UNIT_CLASS[unit]!]!;
  return table;
}

/** The terms of the first units, but for common ones. */
export function termsOf(units: Uint16Array, known: Uint8Array | null = common()): Terms {
  const length = Math.min(units.length, READ);
  const kindOf = (kindOfUnits ??= kindsOfUnits());
  let size = 0;
  const add = (raw: number): void => {
    // with a sign: a number of 32 bits without one may need an object
    const hash = mix32(raw) | 0 || 1;
    let slot = hash >>> (32 - BITS);
    for (;;) {
      const there = slots[slot]!;
      if (there === hash) {
        if (counts[slot]! < COUNTS) counts[slot]!++;
        return;
      }
      if (there === 0) break;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size === MOST) return;
    slots[slot] = hash;
    counts[slot] = 1;
    met[size++] = slot;
  };
  let hash = 0;
  let before = 0;
  let letters = 0;
  let last = 0;
  let paired = 0;
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? units[i]! : 0;
    const kind = i < length ? kindOf[unit]! : NONE;
    if (kind === LETTER) {
      // letters of ASCII in lower case
      last = unit < 0x80 ? unit | 0x20 : unit;
      before = hash;
      hash = Math.imul(hash ^ last, 0x01000193);
      letters++;
      paired = 0;
      continue;
    }
    if (letters >= LETTERS) add(last === 0x73 && letters > SINGULAR ? before : hash);
    hash = 0x811c9dc5 | 0;
    letters = 0;
    if (kind === PAIRED && paired !== 0) add(Math.imul(paired ^ 0x5bd1e995, 0x01000193) ^ unit);
    paired = kind === PAIRED ? unit : 0;
  }
  // by count, in order of first sight: a counting sort
  const starts = new Uint32Array(COUNTS + 2);
  let repeated = 0;
  const taken = met.slice(0, size);
  if (known) {
    let rare = 0;
    for (let i = 0; i < size; i++) {
      const bit = slots[met[i]!]! >>> (32 - COMMON_BITS);
      if (((known[bit >>> 3]! >>> (bit & 7)) & 1) === 0) met[rare++] = met[i]!;
    }
    size = rare;
  }
  for (let i = 0; i < size; i++) {
    const count = counts[met[i]!]!;
    starts[COUNTS - count + 1]!++;
    if (count > 1) repeated++;
  }
  for (let k = 1; k < starts.length; k++) starts[k]! += starts[k - 1]!;
  const sorted = new Uint32Array(size);
  for (let i = 0; i < size; i++) sorted[starts[COUNTS - counts[met[i]!]!]!++] = slots[met[i]!]!;
  for (let i = 0; i < taken.length; i++) slots[taken[i]!] = 0;
  return { hashes: sorted.slice(0, KEPT), repeated: Math.min(repeated, KEPT) };
}

/** The document's terms. */
export const terms: (document: Document) => Terms = view((document) => termsOf(document.units));
