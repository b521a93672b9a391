/** Opens files of a folder: regular ones only, no links, nothing outside, whole, and unchanged while they are read. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { messageOf, UserError } from '../core/errors.ts';
import type { Source } from '../core/types.ts';
import { bytesOfPath } from '../manifest/paths.ts';
import { sha256 } from './hash.ts';
import { errorCode, errorWords, isAscii } from './names.ts';

/** O_NONBLOCK: a pipe put in a file's place would hang the open. Both are missing on Windows. */
export const OPEN_FLAGS: number = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Files of more bytes are not read. */
export const MAX_BYTES: number = 2 ** 30;

/** A folder that files are opened in. Plain data. */
export interface Root {
  /** Its real place, without links, one character a byte, without `/` at the end. */
  readonly latin1: string;
}

/** Why a file was not read, a sentence without a full stop. `limit`: it is too large. */
export interface NotRead {
  readonly outcome: 'failed' | 'limit';
  readonly why: string;
  /** Bytes, where known; else 0. */
  readonly size: number;
}

export interface OpenOptions {
  /** Files of more bytes are not read. */
  readonly maxBytes?: number;
  /** Gives room for so many bytes; what it gives back is written over when it is next called. */
  readonly room?: (size: number) => Uint8Array;
}

/**
 * The folder's real place. The folder itself may be a link.
 * @throws UserError if there is no such folder or it cannot be reached
 */
export function findRoot(root: string): Root {
  let isFolder: boolean;
  let real: string;
  try {
    isFolder = statSync(root).isDirectory();
    real = realPlace(root);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(`there is no folder ${root}`);
    if (code === 'ELOOP') throw new UserError(`${root} is a symbolic link that leads in a circle`);
    throw new UserError(`cannot look into ${root}: ${errorWords(error)}`);
  }
  if (!isFolder) throw new UserError(`${root} is not a folder`);
  return { latin1: real === '/' ? '' : real };
}

/** Where a path really is, without links, one character a byte, with `/`. Throws the system's error. */
export function realPlace(onDisk: string | Buffer): string {
  const real = realpathSync.native(onDisk, 'latin1');
  return process.platform === 'win32' ? real.replaceAll('\\', '/') : real;
}

/** What to hand to `node:fs` for a path inside the folder, one character a byte: itself where all is ASCII, else bytes. */
export function systemPath(root: Root, latin1: string): string | Buffer {
  const whole = latin1 === '' && root.latin1 !== '' ? root.latin1 : `${root.latin1}/${latin1}`;
  return isAscii(whole) ? whole : Buffer.from(whole, 'latin1');
}

/** The bytes of a path, one character a byte. */
export function latin1Of(path: string): string {
  return isAscii(path) ? path : Buffer.from(bytesOfPath(path)).toString('latin1');
}

/** A file with its bytes and their hash, or why it cannot be had. Does not throw. */
export function openSource(root: Root, path: string, options: OpenOptions = {}): Source | NotRead {
  const bytes = readInside(root, path, options);
  return bytes instanceof Uint8Array ? { path, bytes, sha256: sha256(bytes) } : bytes;
}

/** A file's bytes, or why they cannot be had. Does not throw. */
export function readInside(root: Root, path: string, options: OpenOptions = {}): Uint8Array | NotRead {
  let size = 0;
  try {
    const latin1 = latin1Of(path);
    // O_NOFOLLOW looks at the last name alone; a folder on the way may have become a link since it was listed.
    const slash = latin1.lastIndexOf('/');
    if (slash >= 0) {
      const parent = realPlace(systemPath(root, latin1.slice(0, slash)));
      if (!parent.startsWith(`${root.latin1}/`)) return failed('its folder became a link that leads out', 0);
    }
    const fd = openSync(systemPath(root, latin1), OPEN_FLAGS);
    try {
      for (let attempt = 0; attempt < 2; attempt++) {
        const before = fstatSync(fd);
        if (!before.isFile()) return failed('it is not a regular file', 0);
        size = before.size;
        const limit = options.maxBytes ?? MAX_BYTES;
        if (size > limit)
          return {
            outcome: 'limit',
            why: `it is larger than ${amount(limit)}, the most that is read of one file`,
            size,
          };
        const room = options.room?.(size) ?? new Uint8Array(size);
        let have = 0;
        while (have < size) {
          const more = readSync(fd, room, have, size - have, have);
          if (more === 0) break;
          have += more;
        }
        const after = fstatSync(fd);
        if (
          have === size &&
          after.size === size &&
          after.mtimeMs === before.mtimeMs &&
          after.ctimeMs === before.ctimeMs
        )
          return room.length === size ? room : room.subarray(0, size);
      }
      return failed('it changed while it was read', size);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return failed(reason(error), size);
  }
}

function failed(why: string, size: number): NotRead {
  return { outcome: 'failed', why, size };
}

function reason(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return 'it vanished before it was read';
  if (code === 'ELOOP') return 'it became a symbolic link before it was read';
  if (code === 'ENXIO') return 'it is not a regular file';
  if (code === 'ERR_INVALID_ARG_VALUE') return 'its name cannot be opened';
  return code === '' ? `it cannot be read: ${messageOf(error)}` : `it cannot be read: ${errorWords(error)}`;
}

function amount(bytes: number): string {
  for (const [unit, size] of [
    ['GiB', 2 ** 30],
    ['MiB', 2 ** 20],
    ['KiB', 2 ** 10],
  ] as const)
    if (bytes >= size && bytes % size === 0) return `${bytes / size} ${unit}`;
  return `${bytes} bytes`;
}

/**
 * Room for one file after another, reused while files are small. Nothing may keep the bytes once the file is examined.
 */
export function reusedRoom(): (size: number) => Uint8Array {
  const KEEP = 4 << 20;
  let room = new Uint8Array(1 << 16);
  return (size) => {
    if (size > KEEP) return new Uint8Array(size);
    if (size > room.length) room = new Uint8Array(Math.min(KEEP, Math.max(size, room.length * 2)));
    return room.subarray(0, size);
  };
}
