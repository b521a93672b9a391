/** Names of files as they come from the system, and what its errors say in words. */
import { pathFromBytes } from '../manifest/paths.ts';

/**
 * The path that these bytes spell, given one character a byte. Names come from the system so (`latin1`): quick, lossless,
 * and for ASCII already the path.
 */
export function pathOfLatin1(latin1: string): string {
  return isAscii(latin1) ? latin1 : pathFromBytes(Buffer.from(latin1, 'latin1'));
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
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
