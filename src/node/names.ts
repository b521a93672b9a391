/**
 * Names of files between bytes and strings. Inside the tool a path is a string in which bytes that are not UTF-8 are lone
 * surrogates U+DC80..U+DCFF, as Python's surrogateescape does; to the system a path is bytes.
 *
 * Names come from the system as `latin1`, one character a byte: quick, lossless, and for ASCII already the name itself.
 */
import { isUtf8 } from 'node:buffer';

const NON_ASCII = /[^\0-\x7f]/;
/** With the `u` flag only surrogates that stand alone match. */
const LONE = /[\ud800-\udfff]/u;

/** The path that these bytes spell, one character a byte. */
export function pathOfLatin1(latin1: string): string {
  if (!NON_ASCII.test(latin1)) return latin1;
  return pathOf(Buffer.from(latin1, 'latin1'));
}

/** The path that these bytes spell. */
export function pathOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let path = '';
  for (let i = 0; i < bytes.length; ) {
    const length = sequence(bytes, i);
    if (length === 0) path += String.fromCharCode(0xdc00 + bytes[i++]!);
    else path += bytes.toString('utf8', i, (i += length));
  }
  return path;
}

/** Length of the well-formed UTF-8 sequence at `i`, 0 if there is none. */
function sequence(bytes: Buffer, i: number): number {
  const first = bytes[i]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  return length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}

/** The bytes of a path, as the file system wants them. */
export function bytesOf(path: string): Buffer {
  if (!LONE.test(path)) return Buffer.from(path, 'utf8');
  const pieces: Buffer[] = [];
  let from = 0;
  for (let i = 0; i < path.length; i++) {
    const unit = path.charCodeAt(i);
    if (unit < 0xdc80 || unit > 0xdcff) continue;
    const before = i > 0 ? path.charCodeAt(i - 1) : 0;
    if (before >= 0xd800 && before < 0xdc00) continue; // second half of a pair
    pieces.push(Buffer.from(path.slice(from, i), 'utf8'), Buffer.of(unit - 0xdc00));
    from = i + 1;
  }
  pieces.push(Buffer.from(path.slice(from), 'utf8'));
  return Buffer.concat(pieces);
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'it is gone',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link',
  ENAMETOOLONG: 'its path is longer than the system allows',
  EIO: 'the disk gave an input/output error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENXIO: 'no such device',
  ENODEV: 'no such device',
  EBUSY: 'it is in use',
  ESTALE: 'the network disk lost it',
  ETIMEDOUT: 'the disk did not answer',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EEXIST: 'it is already there',
  ENOMEM: 'not enough memory',
};

/** What the system's error says, in words: `permission denied`. */
export function errorWords(error: unknown): string {
  const code = errorCode(error);
  return WORDS[code] ?? (code === '' ? (error instanceof Error ? error.message : String(error)) : code);
}

/** The system's error code (`EACCES`), or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
