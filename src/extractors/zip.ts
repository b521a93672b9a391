/** Zip archives, in memory: what is in them, and the bytes of one entry at a time. Nothing is believed that can be checked. */
import { stringOf } from '../core/document.ts';
import { isDecimalDigit, isLetter, isMark } from '../core/unicode.ts';
import { decodeUtf8 } from './decode.ts';
import { crc32, inflate } from './inflate.ts';
import { ReadError, type Budget } from './limits.ts';

export interface ZipEntry {
  /** As in the archive. */
  readonly rawName: Uint8Array;
  /** Decoded, with `/` as separator; of a folder it ends with one. */
  readonly name: string;
  /** Bytes unpacked, as it is declared; what `read` gives has this many. */
  readonly size: number;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly encrypted: boolean;
  readonly directory: boolean;
  /** A symbolic link or a device, whose bytes are no document. */
  readonly special: boolean;
  /** Whether the name leads out of the archive, is absolute, or is none; see `unsafeName`. */
  readonly unsafe: boolean;
}

export interface Zip {
  /** In the order of the archive's list. */
  readonly entries: readonly ZipEntry[];
  /** The entry of this name, in this case or else in any. @throws ReadError where there are two */
  find(name: string): ZipEntry | undefined;
  /** Unpacks an entry. @throws ReadError, LimitError */
  read(entry: ZipEntry): Promise<Uint8Array>;
}

interface Own extends ZipEntry {
  readonly method: number;
  readonly crc: number;
  /** Of its local header. */
  readonly offset: number;
  readonly utf8: boolean;
}

/** Packing methods that are met, by number, in words. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const HEADER = 30;
const RECORD = 46;

/** Bytes before the end that are searched for the end record: it, its longest comment, and what a careless copy adds. */
const TAIL = 22 + 65_535 + 65_536;

const CUT = 'it is cut off: the list of files at its end is missing';
const DAMAGED = 'its list of files is damaged';

/**
 * Reads the list of an archive's files; their bytes are unpacked by `read`, in pieces that `budget` counts. Data before the
 * archive (a program that unpacks it) and behind it is passed over.
 * @throws ReadError where it is cut off or damaged, LimitError
 */
export async function openZip(bytes: Uint8Array, budget: Budget): Promise<Zip> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const list = listOf(view);
  const records: Record_[] = [];
  let at = list.start;
  while (at + RECORD <= list.end && view.getUint32(at, true) === CENTRAL) {
    budget.entry();
    const record = recordOf(view, at, list);
    records.push(record);
    at = record.next;
  }
  // the count is stored in 16 bits, and some writers let it run over
  if (at > list.end || (records.length - list.count) % 65_536 !== 0) throw new ReadError(DAMAGED);
  apart(records, list.start);

  const names = await decodeNames(records);
  const entries = records.map((record, i): Own => {
    const name = separated(names[i]!, record.unix);
    const type = record.unix ? record.mode & 0xf000 : 0;
    return {
      rawName: record.rawName,
      name,
      size: record.size,
      packed: record.packed,
      encrypted: (record.flags & 0x41) !== 0 || record.method === 99,
      directory: name.endsWith('/') || type === 0x4000,
      special: type !== 0 && type !== 0x8000 && type !== 0x4000,
      unsafe: unsafeName(names[i]!),
      method: record.method,
      crc: record.crc,
      offset: record.offset,
      utf8: (record.flags & 0x800) !== 0,
    };
  });
  const own = new Map<ZipEntry, Own>(entries.map((entry) => [entry, entry]));
  return {
    entries,
    find: (name) => findIn(entries, name),
    read: (entry) => Promise.resolve().then(() => unpack(bytes, view, own.get(entry)!, list.start, budget)),
  };
}

interface List {
  /** Where the records of the central directory begin and end. */
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** Bytes that stand before the archive: added to every offset. */
  readonly before: number;
}

function listOf(view: DataView): List {
  const length = view.byteLength;
  for (let at = length - 22; at >= Math.max(0, length - TAIL); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const list = listBefore(view, at);
    if (list) return list;
  }
  const local = length >= 4 && view.getUint32(0, true) === LOCAL;
  throw new ReadError(local ? CUT : 'it has no list of files, as a zip archive has');
}

/** The list that the end record at `at` speaks of; null where it cannot be one. */
function listBefore(view: DataView, at: number): List | null {
  if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) return null;
  const disk = view.getUint16(at + 4, true);
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let end = at;
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const wide = wideEnd(view, at);
    if (wide) ({ count, size, offset, end } = wide);
  } else if (disk !== 0 && disk !== 0xffff) throw new ReadError('it is one part of an archive in several files');
  const start = end - size;
  if (start < 0 || (size > 0 && (size < RECORD || view.getUint32(start, true) !== CENTRAL))) return null;
  const before = start - offset;
  if (before < 0) return null;
  // the end of an archive that lies in this one, which has lost its own
  if (before > 0 && view.getUint32(0, true) === LOCAL) throw new ReadError(CUT);
  return { start, end, count, before };
}

function wideEnd(
  view: DataView,
  at: number,
): { readonly count: number; readonly size: number; readonly offset: number; readonly end: number } | null {
  const locator = at - 20;
  if (locator < 56 || view.getUint32(locator, true) !== LOCATOR64) return null;
  // as it is told, or, with other data before the archive, right before its locator
  for (const record of [Number(view.getBigUint64(locator + 8, true)), locator - 56]) {
    if (record < 0 || record + 56 > locator || view.getUint32(record, true) !== END64) continue;
    return {
      count: Number(view.getBigUint64(record + 32, true)),
      size: Number(view.getBigUint64(record + 40, true)),
      offset: Number(view.getBigUint64(record + 48, true)),
      end: record,
    };
  }
  return null;
}

interface Record_ {
  readonly rawName: Uint8Array;
  /** The name as UTF-8 that a writer put beside the raw one, where it belongs to it. */
  readonly unicode: string | null;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
  readonly unix: boolean;
  readonly mode: number;
  /** Where the next record begins. */
  readonly next: number;
}

function recordOf(view: DataView, at: number, list: List): Record_ {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameEnd = at + RECORD + nameLength;
  const next = nameEnd + extraLength + view.getUint16(at + 32, true);
  if (next > list.end) throw new ReadError(DAMAGED);
  const rawName = new Uint8Array(view.buffer, view.byteOffset + at + RECORD, nameLength);
  let size = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  let unicode: string | null = null;
  for (let field = nameEnd; field + 4 <= nameEnd + extraLength;) {
    const id = view.getUint16(field, true);
    const end = field + 4 + view.getUint16(field + 2, true);
    if (end > nameEnd + extraLength) break;
    let value = field + 4;
    if (id === 1) {
      const wide = (): number => {
        if (value + 8 > end) throw new ReadError(DAMAGED);
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      if (size === 0xffffffff) size = wide();
      if (packed === 0xffffffff) packed = wide();
      if (offset === 0xffffffff) offset = wide();
    } else if (id === 0x7075 && end - value > 5 && view.getUint32(value + 1, true) === crc32(rawName))
      unicode = utf8Of(new Uint8Array(view.buffer, view.byteOffset + value + 5, end - value - 5));
    field = end;
  }
  return {
    rawName,
    unicode,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed,
    offset: offset + list.before,
    unix: view.getUint8(at + 5) === 3,
    mode: view.getUint16(at + 40, true),
    next,
  };
}

/** That no entry lies over another: the same packed bytes, told many times, unpack to any size. */
function apart(records: readonly Record_[], end: number): void {
  const sorted = [...records].sort((a, b) => a.offset - b.offset);
  for (const [i, record] of sorted.entries()) {
    const own = record.offset + HEADER + record.rawName.length + record.packed;
    if (own > end) throw new ReadError(DAMAGED);
    if (i + 1 < sorted.length && own > sorted[i + 1]!.offset) throw new ReadError('its files lie over each other');
  }
}

/**
 * That the name before the packed bytes is the one of the list: programs that read from the front would show another file. One
 * that is hidden by its writer (none, or in another encoding or case, or with other slashes) tells nothing.
 * @throws ReadError
 */
function namedAlike({ rawName }: Own, local: Uint8Array): void {
  const said = (name: Uint8Array): string =>
    String.fromCharCode(...name.subarray(0, 2000))
      .replaceAll('\\', '/')
      .toLowerCase();
  const [listed, here] = [said(rawName), said(local)];
  const isPlain = /^[\x20-\x7e]+$/u;
  if (here !== listed && isPlain.test(here) && isPlain.test(listed))
    throw new ReadError(
      `it has two names: "${here.slice(0, 80)}" stands before its bytes, and programs differ in which they show`,
    );
}

function unpack(bytes: Uint8Array, view: DataView, entry: Own, end: number, budget: Budget): Uint8Array {
  const { method, packed, size, offset } = entry;
  if (entry.encrypted) throw new ReadError('it is encrypted');
  if (method !== 0 && method !== 8)
    throw new ReadError(`it is packed by ${METHODS[method] ?? `method ${String(method)}`}, which is not read here`);
  if (view.getUint32(offset, true) !== LOCAL)
    throw new ReadError('it is damaged: it does not begin where the list says');
  const length = view.getUint16(offset + 26, true);
  const start = offset + HEADER + length + view.getUint16(offset + 28, true);
  namedAlike(entry, bytes.subarray(offset + HEADER, offset + HEADER + length));
  if (start + packed > end) throw new ReadError('it is damaged: it runs into the list of files');
  let content: Uint8Array;
  if (method === 0) {
    if (size !== packed) throw new ReadError('it is damaged: it has not the size that the list says');
    budget.inflate(size, packed);
    content = bytes.subarray(start, start + packed);
  } else {
    let sum = 0;
    ({ bytes: content } = inflate(bytes, start, start + packed, size, (out, taken) => {
      budget.inflate(out, taken);
      sum += out;
      if (sum > size) throw new ReadError(`it holds more than the ${String(size)} bytes that the list says`);
    }));
    if (content.length !== size) throw new ReadError(`it holds less than the ${String(size)} bytes that the list says`);
  }
  if (crc32(content) !== entry.crc) throw new ReadError('it is damaged: its checksum is wrong');
  return content;
}

function findIn(entries: readonly ZipEntry[], name: string): ZipEntry | undefined {
  const lower = name.toLowerCase();
  let found = entries.filter((entry) => entry.name === name);
  if (found.length === 0) found = entries.filter((entry) => entry.name.toLowerCase() === lower);
  if (found.length > 1) throw new ReadError(`it holds more than one file called ${name}`);
  return found[0];
}

/** Whether nothing may be found under a name: it is empty, absolute, has a drive, `..` or NUL. */
export function unsafeName(name: string): boolean {
  return (
    name === '' ||
    name.includes('\0') ||
    /^[/\\]/u.test(name) ||
    /^[A-Za-z]:/u.test(name) ||
    name.split(/[/\\]/u).includes('..')
  );
}

/** With `/` for the `\` that some writers on Windows put between folders, and without empty and `.` steps. */
function separated(name: string, unix: boolean): string {
  const slashed = unix || name.includes('/') ? name : name.replaceAll('\\', '/');
  return cleanPath(slashed);
}

/** Without empty steps and `.`; a last `/` stays. */
export function cleanPath(path: string): string {
  if (!/(?:^|\/)\.?(?:\/|$)/u.test(path)) return path;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.length > 0 && /\/\.?$/u.test(path) ? `${steps.join('/')}/` : steps.join('/');
}

function utf8Of(bytes: Uint8Array): string | null {
  const { units, broken } = decodeUtf8(bytes);
  return broken > 0 ? null : stringOf(units, 0, units.length);
}

async function decodeNames(records: readonly Record_[]): Promise<string[]> {
  const names = records.map((record) => record.unicode ?? utf8Of(record.rawName));
  if (names.every((name) => name !== null)) return names;
  const decodeName = await nameDecoder(records.filter((_, i) => names[i] === null).map((record) => record.rawName));
  return names.map((name, i) => name ?? decodeName(records[i]!.rawName));
}

/** The upper half of code page 437, which names without any mark are in, where nothing speaks for another set. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** How names that are not UTF-8 are decoded: all of an archive in one encoding, which they are long enough to tell together. */
export async function nameDecoder(raw: readonly Uint8Array[]): Promise<(name: Uint8Array) => string> {
  const plain = (name: Uint8Array): string =>
    Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80]!)).join('');
  if (raw.every(western)) return plain;
  const length = raw.reduce((sum, name) => sum + name.length + 1, 0);
  const all = new Uint8Array(Math.min(length, 65_536));
  let at = 0;
  for (const name of raw) {
    if (at + name.length + 1 > all.length) break;
    all.set(name, at);
    all[at + name.length] = 0x0a;
    at += name.length + 1;
  }
  const { decodeLegacy, detect } = await import('./legacy.ts');
  const encoding = await detect(all.subarray(0, at), new Uint8Array(0));
  if (encoding === null) return plain;
  return (name) => {
    const { units, undecodable } = decodeLegacy(name, encoding, false);
    const text = stringOf(units, 0, units.length);
    // a set that fits has letters there, and no holes
    return undecodable === 0 && Array.from(text).every((letter) => letter < '\u0080' || inNames(letter))
      ? text
      : plain(name);
  };
}

function inNames(letter: string): boolean {
  const point = letter.codePointAt(0)!;
  return (
    isLetter(point) ||
    isMark(point) ||
    isDecimalDigit(point) ||
    // punctuation of file names: of CJK, full width, dashes and quotes
    (point >= 0x3000 && point < 0x3030) ||
    point >= 0xff01 ||
    (point >= 0x2010 && point < 0x2027) ||
    point === 0xb7 ||
    point === 0xb0
  );
}

/** Accented letters of code page 437, each alone between ASCII and few: what a name of Western Europe has. */
function western(name: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  for (let i = 0; i < name.length; i++) {
    const byte = name[i]!;
    if (byte >= 0x80) {
      const letter = byte <= 0x9a || (byte >= 0xa0 && byte <= 0xa5) || byte === 0xe1;
      if (!letter || (i > 0 && name[i - 1]! >= 0x80)) return false;
      high++;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return high * 3 <= letters;
}
