/**
 * Character sets from the wrong end: which bytes a text would have been, had it been read in one of them, and what those
 * bytes say in another. Tables are made when first asked for.
 */
import { ALPHABETS, BIG5, FREQUENT, GB2312, JIS_X_0208, KS_X_1001, SINGLE_BYTE } from './charset-data.ts';

export type SingleByte = keyof typeof SINGLE_BYTE;
export type DoubleByte = 'gbk' | 'big5' | 'shift_jis' | 'euc-jp' | 'euc-kr';
export type Charset = SingleByte | DoubleByte;
export type Alphabet = keyof typeof ALPHABETS;

/** In a list of bytes: a byte that was lost when the text was read (U+FFFD, or what stands for it). */
export const LOST = -1;
/** In a list of bytes: a character that the set does not have. */
export const FOREIGN = -2;

const REPLACEMENT = 0xfffd;
const MIDDLE_DOT = 0x30fb;

const memo = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  let value = memo.get(key);
  if (value === undefined) memo.set(key, (value = make()));
  return value as T;
}

function isDouble(set: Charset): set is DoubleByte {
  return !(set in SINGLE_BYTE);
}

const byteTables: Partial<Record<SingleByte, Uint8Array>> = {};

/** For each unit its byte in the set, 0 where it has none (and for ASCII). */
export function byteTable(set: SingleByte): Uint8Array {
  // asked for with each piece of a text: without a key to be put together
  return (
    byteTables[set] ??
    once(`byte ${set}`, () => {
      const table = new Uint8Array(0x10000);
      // a reader of Latin-1 leaves 0x80 to 0x9F as C1 controls
      if (set === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) table[byte] = byte;
      const upper = SINGLE_BYTE[set];
      for (let i = 0; i < 128; i++) {
        const unit = upper.charCodeAt(i);
        if (unit !== REPLACEMENT) table[unit] = 0x80 + i;
      }
      return (byteTables[set] = table);
    })
  );
}

/** The units that have a byte in the set, each once. */
export function unitsOfSet(set: SingleByte): readonly number[] {
  const table = byteTable(set);
  const units = new Set<number>();
  if (set === 'windows-1252') for (let unit = 0x80; unit < 0xa0; unit++) units.add(unit);
  for (let i = 0; i < 128; i++) units.add(SINGLE_BYTE[set].charCodeAt(i));
  return [...units].filter((unit) => unit >= 0x80 && table[unit] !== 0);
}

/** Characters by pair of bytes, index `(lead << 8) | trail`; 0 where nothing is assigned. */
function pairTable(set: DoubleByte): Uint16Array {
  return once(`pair ${set}`, () => {
    const table = new Uint16Array(0x10000);
    if (set === 'big5') rows(table, BIG5, 157, 0xa1, (i) => (i < 63 ? 0x40 + i : 0xa1 + i - 63));
    else if (set === 'gbk') {
      rows(table, GB2312, 94, 0xa1, (i) => 0xa1 + i);
      extendGbk(table);
    } else if (set === 'euc-kr') {
      rows(table, KS_X_1001, 94, 0xa1, (i) => 0xa1 + i);
      extendKorean(table);
    } else if (set === 'euc-jp') rows(table, JIS_X_0208, 94, 0xa1, (i) => 0xa1 + i);
    else shiftJis(table);
    return table;
  });
}

function rows(table: Uint16Array, grid: string, width: number, lead: number, trail: (i: number) => number): void {
  for (let i = 0; i < grid.length; i++) {
    const unit = grid.charCodeAt(i);
    if (unit !== 0x20) table[((lead + Math.floor(i / width)) << 8) | trail(i % width)] = unit;
  }
}

/** GBK holds the ideographs of Unicode 1.1 that GB 2312 lacks, in the order of Unicode, in two further regions. */
function extendGbk(table: Uint16Array): void {
  const known = new Set(table);
  let point = 0x4e00;
  for (const [first, last, end] of [
    [0x81, 0xa0, 0xfe],
    [0xaa, 0xfe, 0xa0],
  ] as const)
    for (let lead = first; lead <= last; lead++)
      for (let trail = 0x40; trail <= end; trail++) {
        if (trail === 0x7f) continue;
        while (known.has(point)) point++;
        if (point > 0x9fa5) return;
        table[(lead << 8) | trail] = point++;
      }
}

/** Windows' Korean code page holds the syllables that KS X 1001 lacks, in the order of Unicode. */
function extendKorean(table: Uint16Array): void {
  const known = new Set(table);
  let point = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (known.has(point)) point++;
      if (point > 0xd7a3) return;
      table[(lead << 8) | trail] = point++;
    }
}

function shiftJis(table: Uint16Array): void {
  for (let i = 0; i < JIS_X_0208.length; i++) {
    const unit = JIS_X_0208.charCodeAt(i);
    if (unit === 0x20) continue;
    const row = Math.floor(i / 94);
    const cell = i % 94;
    const lead = (row >> 1) + (row < 62 ? 0x81 : 0xc1);
    const trail = (row & 1) === 1 ? cell + 0x9f : cell + (cell < 63 ? 0x40 : 0x41);
    table[(lead << 8) | trail] = unit;
  }
}

/** Where GBK assigns nothing, readers put characters for private use, in the order of the codes. */
function privateGbk(table: Uint16Array): void {
  let point = 0xe000;
  for (const [first, last, begin, end] of [
    [0xaa, 0xaf, 0xa1, 0xfe],
    [0xf8, 0xfe, 0xa1, 0xfe],
    [0xa1, 0xa7, 0x40, 0xa0],
  ] as const)
    for (let lead = first; lead <= last; lead++)
      for (let trail: number = begin; trail <= end; trail++) if (trail !== 0x7f) table[point++] = (lead << 8) | trail;
}

/** The pair of bytes of each unit in the set, the first of equals; 0 where it has none. */
function codeTable(set: DoubleByte): Uint16Array {
  return once(`code ${set}`, () => {
    const pairs = pairTable(set);
    const table = new Uint16Array(0x10000);
    for (let code = 0xffff; code > 0; code--) if (pairs[code] !== 0) table[pairs[code]!] = code;
    if (set === 'gbk') privateGbk(table);
    return table;
  });
}

/** Whether the unit, which is not ASCII, could have been read in the set. */
export function isOf(set: Charset, unit: number): boolean {
  if (!isDouble(set)) return byteTable(set)[unit] !== 0;
  if (set === 'shift_jis' && unit >= 0xff61 && unit <= 0xff9f) return true;
  return codeTable(set)[unit] !== 0;
}

/** The bytes that `units[start, end)` would have been, had they been read in the set; LOST and FOREIGN where none can be told. */
export function bytesOf(set: Charset, units: Uint16Array, start: number, end: number): number[] {
  const bytes: number[] = [];
  const double = isDouble(set);
  const table = double ? codeTable(set) : byteTable(set);
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (unit < 0x80) bytes.push(unit);
    else if (unit === REPLACEMENT || (set === 'shift_jis' && unit === MIDDLE_DOT)) bytes.push(LOST);
    else if (set === 'shift_jis' && unit >= 0xff61 && unit <= 0xff9f) bytes.push(unit - 0xfec0);
    else if (set === 'gbk' && unit === 0x20ac) bytes.push(0x80);
    else if (double && unit < 0xa0) bytes.push(unit);
    else {
      const code = table[unit]!;
      if (code === 0) bytes.push(FOREIGN);
      else if (double) bytes.push(code >> 8, code & 0xff);
      else bytes.push(code);
    }
  }
  return bytes;
}

/** What bytes say in an encoding. */
export interface Read {
  /** The text; U+FFFD where a byte was lost or has no meaning. */
  readonly text: string;
  /** Characters that took two bytes, and three or more (in a single-byte set: those that are not ASCII, as `two`). */
  readonly two: number;
  readonly three: number;
  /** Bytes, of those that are not ASCII, without a meaning, but for those beside a lost one. */
  readonly bad: number;
  /** Bytes that are not ASCII. */
  readonly high: number;
}

/** Reads bytes as UTF-8; a sequence that a lost byte interrupts is lost, not bad. */
export function readUtf8(bytes: readonly number[]): Read {
  let text = '';
  let two = 0;
  let three = 0;
  let bad = 0;
  let high = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    if (byte >= 0 && byte < 0x80) {
      text += String.fromCharCode(byte);
      i++;
      continue;
    }
    if (byte !== LOST) high++;
    const needed =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let point = needed === 1 ? byte & 0x1f : needed === 2 ? byte & 0x0f : byte & 0x07;
    let k = 1;
    for (; k <= needed; k++) {
      const next = bytes[i + k] ?? 0;
      if (next < 0x80 || next > 0xbf) break;
      point = (point << 6) | (next & 0x3f);
    }
    const whole =
      needed > 0 &&
      k > needed &&
      !(needed === 2 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) &&
      !(needed === 3 && (point < 0x10000 || point > 0x10ffff));
    if (whole) {
      text += String.fromCodePoint(point);
      high += needed;
      if (needed === 1) two++;
      else three++;
      i += needed + 1;
    } else {
      // the beginning of a sequence before a lost byte, or the end of one after it
      const orphan =
        needed === 0 && (bytes[i - 1] === LOST || (bytes[i - 2] === LOST && (bytes[i - 1]! & 0xc0) === 0x80));
      const interrupted = byte === LOST || (needed > 0 && bytes[i + k] === LOST) || orphan;
      if (!interrupted) bad += needed > 0 ? k : 1;
      if (needed > 0) high += k - 1;
      text += '\ufffd';
      i += needed > 0 ? k : 1;
    }
  }
  return { text, two, three, bad, high };
}

/** Reads bytes in a set. */
export function readIn(set: Charset, bytes: readonly number[]): Read {
  let text = '';
  let two = 0;
  let bad = 0;
  let high = 0;
  const double = isDouble(set);
  const pairs = double ? pairTable(set) : null;
  const upper = double ? '' : SINGLE_BYTE[set];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0 && byte < 0x80) {
      text += String.fromCharCode(byte);
      continue;
    }
    if (byte === LOST) {
      text += '\ufffd';
      continue;
    }
    high++;
    if (byte < 0) {
      bad++;
      text += '\ufffd';
      continue;
    }
    if (pairs) {
      const next = bytes[i + 1] ?? 0;
      const unit = next > 0 ? pairs[(byte << 8) | next]! : 0;
      if (unit !== 0) {
        text += String.fromCharCode(unit);
        two++;
        if (next >= 0x80) high++;
        i++;
      } else if (set === 'shift_jis' && byte >= 0xa1 && byte <= 0xdf) {
        text += String.fromCharCode(byte + 0xfec0);
      } else {
        if (next !== LOST && i + 1 < bytes.length) bad++;
        text += '\ufffd';
      }
    } else {
      const unit = upper.charCodeAt(byte - 0x80);
      if (unit === REPLACEMENT) bad++;
      else two++;
      text += String.fromCharCode(unit);
    }
  }
  return { text, two, three: 0, bad, high };
}

/** The languages whose frequent characters are known. */
export type Frequent = keyof typeof FREQUENT;

/** Units that are frequent in the language. */
export function frequentIn(language: Frequent): ReadonlySet<number> {
  return once(`frequent ${language}`, () => new Set(Array.from(FREQUENT[language], (each) => each.charCodeAt(0))));
}

/** Of a unit of CJK: it is a letter there that no language uses often; it is one that some language does. */
export const SELDOM = 1;
export const OFTEN = 2;

/** For each unit 0 (no CJK letter), SELDOM or OFTEN. */
export function cjkTable(): Uint8Array {
  return once('cjk', () => {
    const table = new Uint8Array(0x10000);
    table.fill(SELDOM, 0x3400, 0xa000);
    table.fill(SELDOM, 0xac00, 0xd7a4);
    table.fill(SELDOM, 0xf900, 0xfb00);
    table.fill(SELDOM, 0xff61, 0xffa0);
    table.fill(OFTEN, 0x3041, 0x30fb);
    for (const language of Object.keys(FREQUENT) as Frequent[])
      for (const unit of frequentIn(language)) table[unit] = OFTEN;
    return table;
  });
}

/** Letters of an alphabet by unit (1 up, capitals as small ones; 0 for all else), and what each pair is worth. */
export interface Pairs {
  readonly index: Uint8Array;
  /** By `first * width + second`: twice the binary logarithm against chance, -9 to 9. */
  readonly worth: Int8Array;
  readonly width: number;
}

export function pairsOf(alphabet: Alphabet): Pairs {
  return once(`alphabet ${alphabet}`, () => {
    const { letters, pairs } = ALPHABETS[alphabet];
    const index = new Uint8Array(0x10000);
    for (let i = 0; i < letters.length; i++) {
      index[letters.charCodeAt(i)] = i + 1;
      const capital = letters.charAt(i).toUpperCase();
      if (capital.length === 1) index[capital.charCodeAt(0)] = i + 1;
    }
    return {
      index,
      worth: Int8Array.from(pairs, (digit) => Number.parseInt(digit, 36) - 9),
      width: letters.length + 1,
    };
  });
}

/** How a text reads in an alphabet. */
export interface Spelling {
  /** Letters of the alphabet, how many of them follow another one, and how many different ones there are. */
  readonly letters: number;
  readonly joined: number;
  readonly kinds: number;
  /** The sum of what their pairs are worth. */
  readonly worth: number;
}

export function readsAs(alphabet: Alphabet, text: string): Spelling {
  const { index, worth, width } = pairsOf(alphabet);
  let letters = 0;
  let joined = 0;
  let sum = 0;
  let before = 0;
  let small = false;
  const seen = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const here = index[unit]!;
    if (here > 0) {
      letters++;
      seen.add(here);
      if (before > 0) joined++;
    }
    if (before > 0 || here > 0) sum += worth[before * width + here]!;
    const isSmall = text.charAt(i).toUpperCase() !== text.charAt(i);
    // a capital after a small letter: no language
    if (here > 0 && before > 0 && small && !isSmall && text.charAt(i).toLowerCase() !== text.charAt(i)) sum -= 9;
    small = isSmall;
    before = here;
  }
  return { letters, joined, kinds: seen.size, worth: sum };
}

const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  gbk: 'GBK',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'iso-2022-jp': 'ISO-2022-JP',
  'koi8-r': 'KOI8-R',
  'koi8-u': 'KOI8-U',
  ibm866: 'IBM866',
  macintosh: 'Mac Roman',
  cp437: 'code page 437',
  cp850: 'code page 850',
};

/** The name of an encoding as people write it: `shift_jis` is Shift_JIS, `iso-8859-2` ISO-8859-2. */
export function charsetName(set: string): string {
  return NAMES[set] ?? set.replace(/^(?:utf-\d+..|iso)/u, (each) => each.toUpperCase());
}
