/**
 * Names are bytes. In memory a path is a string in which every byte that is no part of valid UTF-8 is one lone surrogate
 * U+DC80..U+DCFF (as Python's surrogateescape has it), so each name is a string and each string gives its bytes back.
 * In INDEX.md a path is percent-encoded, and read back by decoding once and then checking where it leads.
 */
import { isDecimalDigit, isLetter, isMark } from '../core/unicode.ts';

const HEX = '0123456789ABCDEF';

/** The path that these bytes spell. Every sequence of bytes has one, and `bytesOfPath` gives the bytes back. */
export function pathFromBytes(bytes: Uint8Array): string {
  let start = 0;
  while (start < bytes.length && bytes[start]! < 0x80) start++;
  if (start === bytes.length) return ascii(bytes);
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    const first = bytes[i]!;
    if (length === 0) {
      out += String.fromCharCode(0xdc00 + first);
      i++;
    } else {
      let point = length === 1 ? first : first & (0xff >> (length + 1));
      for (let k = 1; k < length; k++) point = (point << 6) | (bytes[i + k]! & 0x3f);
      out += String.fromCodePoint(point);
      i += length;
    }
  }
  return out;
}

function ascii(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 4096)
    out += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096) as unknown as number[]);
  return out;
}

/** Length of the well-formed UTF-8 sequence at `at`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  // No overlong forms, no surrogates, nothing above U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if ((bytes[at + k]! & 0xc0) !== 0x80) return 0;
  return length;
}

/** The bytes of a name. A surrogate that stands for no byte (it cannot come from a file system) is written as U+FFFD. */
export function bytesOfPath(path: string): Uint8Array {
  const bytes = new Uint8Array(path.length * 3);
  let n = 0;
  for (let i = 0; i < path.length; i++) {
    const point = path.codePointAt(i)!;
    if (point > 0xffff) i++;
    n = putPoint(bytes, n, point);
  }
  return bytes.slice(0, n);
}

function putPoint(bytes: Uint8Array, at: number, point: number): number {
  let n = at;
  if (point < 0x80) bytes[n++] = point;
  else if (point < 0x800) {
    bytes[n++] = 0xc0 | (point >> 6);
    bytes[n++] = 0x80 | (point & 0x3f);
  } else if (point >= 0xdc80 && point <= 0xdcff) bytes[n++] = point - 0xdc00;
  else if (point < 0x10000) {
    const written = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    bytes[n++] = 0xe0 | (written >> 12);
    bytes[n++] = 0x80 | ((written >> 6) & 0x3f);
    bytes[n++] = 0x80 | (written & 0x3f);
  } else {
    bytes[n++] = 0xf0 | (point >> 18);
    bytes[n++] = 0x80 | ((point >> 12) & 0x3f);
    bytes[n++] = 0x80 | ((point >> 6) & 0x3f);
    bytes[n++] = 0x80 | (point & 0x3f);
  }
  return n;
}

/** Whether the name's bytes are valid UTF-8. */
export function isUtf8Path(path: string): boolean {
  for (let i = 0; i < path.length; i++) {
    const unit = path.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const point = path.codePointAt(i)!;
    if (point <= 0xffff) return false;
    i++;
  }
  return true;
}

/** The name for people and reports: U+FFFD for each byte that is not UTF-8. Other control characters are left alone. */
export function displayPath(path: string): string {
  if (isUtf8Path(path)) return path;
  let out = '';
  for (const character of path) {
    const point = character.codePointAt(0)!;
    out += point >= 0xd800 && point <= 0xdfff ? '\ufffd' : character;
  }
  return out;
}

/** The name with every byte percent-encoded but unreserved ASCII and `/`: a second, exact spelling for reports. */
export function rawPath(path: string): string {
  return encode(path, false);
}

/**
 * The path as a link in INDEX.md: percent-encoded but unreserved ASCII, `/`, and valid non-ASCII letters, marks and
 * decimal digits; `%` is always `%25`. `decodePath` reads it back; the result holds no white space and no Markdown.
 */
export function encodePath(path: string): string {
  return encode(path, true);
}

function encode(path: string, letters: boolean): string {
  const bytes = new Uint8Array(4);
  let out = '';
  for (let i = 0; i < path.length; i++) {
    const point = path.codePointAt(i)!;
    if (point > 0xffff) i++;
    if (isPlain(point) || (letters && point > 0x7f && isWritten(point))) {
      out += String.fromCodePoint(point);
      continue;
    }
    const n = putPoint(bytes, 0, point);
    for (let k = 0; k < n; k++) out += `%${HEX[bytes[k]! >> 4]}${HEX[bytes[k]! & 15]}`;
  }
  return out;
}

/** Unreserved ASCII of RFC 3986, and `/`. */
function isPlain(point: number): boolean {
  return (
    (point >= 0x61 && point <= 0x7a) ||
    (point >= 0x41 && point <= 0x5a) ||
    (point >= 0x2d && point <= 0x39) ||
    point === 0x5f ||
    point === 0x7e
  );
}

function isWritten(point: number): boolean {
  return (point < 0xd800 || point > 0xdfff) && (isLetter(point) || isMark(point) || isDecimalDigit(point));
}

/** A written path, read: relative, with `/`, a folder with a `/` at its end (`./` is the folder itself); or why not. */
export type DecodedPath =
  | { readonly path: string; readonly fault?: undefined }
  | { readonly path?: undefined; readonly fault: string };

/**
 * Reads the target of a link: fragment and query are cut off, the rest is percent-decoded once (a `%` that begins no
 * escape stands for itself), then checked. `isFile` vouches for names that lie in the folder though they look as if
 * they led out of it (`\x.md` and `c:\x` are good names on Linux).
 */
export function decodePath(text: string, isFile?: (path: string) => boolean): DecodedPath {
  return checkPath(percentDecode(cutFragment(text)), isFile);
}

/** The link without `#fragment` and `?query`. */
export function cutFragment(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x23 || unit === 0x3f) return text.slice(0, i);
  }
  return text;
}

/** Percent-decoded once, as a path: the bytes between escapes count with those of the escapes. */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  const plain = bytesOfPath(text);
  const bytes = new Uint8Array(plain.length);
  let n = 0;
  for (let i = 0; i < plain.length; i++) {
    const high = plain[i] === 0x25 ? hexValue(plain[i + 1]) : -1;
    const low = high < 0 ? -1 : hexValue(plain[i + 2]);
    if (low < 0) bytes[n++] = plain[i]!;
    else {
      bytes[n++] = high * 16 + low;
      i += 2;
    }
  }
  return pathFromBytes(bytes.subarray(0, n));
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** What a path may hold that checking or normalising has to look at. */
const NOT_PLAIN = /[\0\\:]|\/\/|\.\.|\.\/|\/\.|^\/|\/$|^\.$/;

/**
 * Checks a path as it stands (nothing is decoded) and normalises it: `./` at the start, `/./` and doubled slashes go.
 * Faults: empty, NUL, a `..` segment, absolute, a drive letter, UNC and whatever a backslash leads out by.
 */
export function checkPath(text: string, isFile?: (path: string) => boolean): DecodedPath {
  if (text === '') return { fault: 'is empty' };
  if (!NOT_PLAIN.test(text)) return { path: text };
  if (text.includes('\0')) return { fault: 'holds a NUL character' };
  if (isFile?.(text)) return { path: text };
  if (text.startsWith('//') || text.startsWith('\\\\')) return { fault: 'leads to another computer' };
  if (text.startsWith('/') || text.startsWith('\\')) return { fault: 'is absolute and leaves the folder' };
  if (/^[A-Za-z]:(?:[\\/]|$)/.test(text)) return { fault: 'begins with a drive letter and leaves the folder' };
  if (text.includes('\\') && hasUpward(text.split(/[\\/]/))) return { fault: 'leaves the folder by ..' };
  const segments = text.split('/');
  if (hasUpward(segments)) return { fault: 'leaves the folder by ..' };
  const folder = text.endsWith('/') || segments.at(-1) === '.';
  const kept = segments.filter((segment) => segment !== '' && segment !== '.');
  if (kept.length === 0) return { path: './' };
  return { path: kept.join('/') + (folder ? '/' : '') };
}

function hasUpward(segments: readonly string[]): boolean {
  return segments.includes('..');
}

/** The folder of a path, with its final `/`; empty for what lies at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
