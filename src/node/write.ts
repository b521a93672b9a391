/**
 * Writes the index and the seal: whole or not at all. A run that is killed at any moment leaves the old file or the new
 * one, and what a person wrote meanwhile is never written over.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { UserError } from '../core/errors.ts';
import { foldCase } from '../core/unicode.ts';
import { sha256 } from './hash.ts';
import { errorCode, errorWords, pathOfLatin1 } from './names.ts';
import { latin1Of, readInside, realPlace, systemPath, type Root } from './open.ts';

let written = 0;

/**
 * Puts a file in its place in the folder, whole or not at all.
 * @param path relative to the folder
 * @param was sha256 of the file as it was read before; null where there was none
 * @throws UserError where the file is no longer what it was, is a link, or cannot be written; nothing has changed then
 */
export function writeWhole(root: Root, path: string, bytes: Uint8Array, was: string | null): void {
  const latin1 = latin1Of(path);
  const target = systemPath(root, latin1);
  const folder = latin1.includes('/') ? latin1.slice(0, latin1.lastIndexOf('/')) : '';
  const refuse = (why: string): never => {
    throw new UserError(`${path} was not written: ${why}`);
  };
  try {
    if (!`${realPlace(systemPath(root, folder))}/`.startsWith(`${root.latin1}/`))
      refuse('its folder leads out of the checked one');
    const old = unchanged(root, path, target, was);
    if (typeof old === 'string') return refuse(old);

    const temporary = `${folder === '' ? '' : `${folder}/`}.seedcheck-${process.pid}-${written++}.tmp`;
    const onDisk = systemPath(root, temporary);
    const fd = openSync(
      onDisk,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
      0o666,
    );
    let placed = false;
    try {
      try {
        if (old) keepOwner(fd, old);
        for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      const again = unchanged(root, path, target, was);
      if (typeof again === 'string') return refuse(again);
      if (was !== null || !linkOnly(onDisk, target)) {
        renameSync(onDisk, target);
        placed = true;
      }
    } finally {
      if (!placed) remove(onDisk);
    }
    syncFolder(systemPath(root, folder));
  } catch (error) {
    if (error instanceof UserError) throw error;
    refuse(errorWords(error));
  }
}

/** The state of the target if it is still what it was, null if it still is not there, or a sentence. */
function unchanged(root: Root, path: string, target: string | Buffer, was: string | null): Stats | null | string {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats) return was === null ? null : 'it was taken away meanwhile; run the command again';
  if (stats.isSymbolicLink()) return 'it is a symbolic link; put a file in its place';
  if (!stats.isFile()) return 'something that is not a file has its name';
  if (was === null) return 'it is there already';
  const now = readInside(root, path);
  if (!(now instanceof Uint8Array)) return now.why;
  return sha256(now) === was ? stats : 'it changed meanwhile; run the command again';
}

/** Gives a new file its name only if nothing has that name; false where the disk knows no hard links. */
function linkOnly(from: string | Buffer, to: string | Buffer): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    return false;
  }
}

function keepOwner(fd: number, old: Stats): void {
  const now = fstatSync(fd);
  if (now.uid !== old.uid || now.gid !== old.gid)
    try {
      fchownSync(fd, old.uid, old.gid);
    } catch {
      // only root may; the file is then ours
    }
  fchmodSync(fd, old.mode & 0o7777);
}

function remove(onDisk: string | Buffer): void {
  try {
    unlinkSync(onDisk);
  } catch {
    // litter by its name
  }
}

/** So that the new name outlives a power cut. Not every system can. */
function syncFolder(onDisk: string | Buffer): void {
  let fd: number | undefined;
  try {
    fd = openSync(onDisk, constants.O_RDONLY);
    fsyncSync(fd);
  } catch {
    // the file itself is safe
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/**
 * Names in a folder that answer to this name, in any case and Unicode form: on some disks they are the same file.
 * Sorted, with the very name first.
 * @param folder relative to the root; empty for the root itself
 * @throws UserError if the folder cannot be looked into
 */
export function answersTo(root: Root, name: string, folder = ''): string[] {
  let names: string[];
  try {
    names = readdirSync(systemPath(root, latin1Of(folder)), 'latin1').map(pathOfLatin1);
  } catch (error) {
    throw new UserError(`cannot look into ${folder === '' ? 'the folder' : folder}: ${errorWords(error)}`);
  }
  const fold = (text: string): string => foldCase(text.normalize('NFC')).normalize('NFC');
  const folded = fold(name);
  const found = names.filter((one) => fold(one) === folded).sort();
  return found.includes(name) ? [name, ...found.filter((one) => one !== name)] : found;
}
