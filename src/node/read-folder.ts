/**
 * Lists a folder: what lies in it, what is a link, what cannot be looked into. Opens no file but ignore files and the
 * heads of a few kinds of litter, follows no link, and leaves the folder at no step.
 */
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readlinkSync, readSync, type Stats } from 'node:fs';
import { UserError } from '../core/errors.ts';
import { compareText } from '../core/order.ts';
import type { ListedFile, Listing, ListingFault } from '../manifest/types.ts';
import { decidingRule, parseIgnore, type IgnoreRule } from './ignore-rules.ts';
import { isLitterFile, isLitterFolder } from './litter.ts';
import { errorCode, errorWords, pathOfLatin1 } from './names.ts';
import { findRoot, OPEN_FLAGS, realPlace, systemPath, type Root } from './open.ts';

export interface ReadFolderOptions {
  /** More files, folders and links than this are an error. */
  readonly maxEntries?: number;
}

/** More files, folders and links than this in one folder are an error. */
export const MAX_ENTRIES = 1_000_000;

/** In the order in which they overrule each other, the strongest first. */
const IGNORE_FILES: readonly string[] = ['.seedcheckignore', '.gitignore'];
/** Longer ignore files are faults, in bytes. */
const IGNORE_FILE_BYTES = 1 << 20;

/** Rules of one ignore file. */
interface Rules {
  readonly file: string;
  /** How many names lie between the root and the ignore file's folder. */
  readonly depth: number;
  readonly rules: readonly IgnoreRule[];
}

interface Folder {
  /** One character a byte; empty for the root. */
  readonly latin1: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly ignoredBy: string | null;
  /** Nearest first. */
  readonly rules: readonly Rules[];
}

/**
 * What lies in a folder. The folder itself may be a link. Sorted by code unit, the same on every run.
 * @throws UserError if there is no such folder, it cannot be looked into, or it holds more than `maxEntries`
 */
export function readFolder(root: string, options: ReadFolderOptions = {}): Listing {
  const limit = options.maxEntries ?? MAX_ENTRIES;
  const at = findRoot(root);
  const files: ListedFile[] = [];
  const aliases: { path: string; target: string }[] = [];
  const faults: ListingFault[] = [];
  const litter: string[] = [];
  let entries = 0;

  const fault = (path: string, kind: ListingFault['kind'], why: string): void => {
    faults.push({ path, kind, why });
  };

  const stack: Folder[] = [{ latin1: '', path: '', names: [], ignoredBy: null, rules: [] }];
  for (let folder = stack.pop(); folder; folder = stack.pop()) {
    let names: string[];
    try {
      names = readdirSync(systemPath(at, folder.latin1), 'latin1');
    } catch (error) {
      if (folder.path === '') throw new UserError(`cannot look into ${root}: ${errorWords(error)}`);
      fault(folder.path, 'unreadable', `the folder cannot be looked into: ${gone(error)}`);
      continue;
    }
    entries += names.length;
    if (entries > limit)
      throw new UserError(`${root} holds more than ${count(limit)} files and folders: give a smaller folder`);
    const prefixLatin1 = folder.latin1 === '' ? '' : `${folder.latin1}/`;
    const prefix = folder.path === '' ? '' : `${folder.path}/`;
    const rules = folder.ignoredBy === null ? withIgnoreFiles(folder, names) : folder.rules;

    for (const name of names) {
      const latin1 = prefixLatin1 + name;
      const path = prefix + pathOfLatin1(name);
      const onDisk = systemPath(at, latin1);
      let stats: Stats | undefined;
      try {
        stats = lstatSync(onDisk);
      } catch (error) {
        fault(path, 'unreadable', `it cannot be looked at: ${gone(error)}`);
        continue;
      }
      if (stats.isFile()) {
        if (isLitterFile(name, stats.size, () => head(onDisk))) litter.push(path);
        else files.push({ path, size: stats.size, ignoredBy: ignoredBy(folder, rules, name, false) });
      } else if (stats.isDirectory()) {
        if (isLitterFolder(name)) litter.push(path);
        else
          stack.push({
            latin1,
            path,
            names: [...folder.names, pathOfLatin1(name)],
            ignoredBy: ignoredBy(folder, rules, name, true),
            rules,
          });
      } else if (stats.isSymbolicLink()) {
        const link = resolveLink(at, onDisk, name);
        if (link === 'litter') litter.push(path);
        else if ('target' in link) aliases.push({ path, target: link.target });
        else fault(path, link.kind, link.why);
      } else fault(path, 'special', `it is ${special(stats)}, not a file`);
    }
  }

  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => compareText(a.path, b.path);
  return {
    files: files.sort(byPath),
    aliases: aliases.sort(byPath),
    faults: faults.sort(byPath),
    litter: litter.sort(compareText),
  };

  function withIgnoreFiles(folder: Folder, names: readonly string[]): readonly Rules[] {
    const own: Rules[] = [];
    for (const name of IGNORE_FILES) {
      if (!names.includes(name)) continue;
      const file = folder.path === '' ? name : `${folder.path}/${name}`;
      const text = readIgnoreFile(systemPath(at, folder.latin1 === '' ? name : `${folder.latin1}/${name}`));
      if (text === null) continue;
      if (typeof text !== 'string') fault(file, 'unreadable', text.why);
      else own.push({ file, depth: folder.names.length, rules: parseIgnore(text) });
    }
    return own.length === 0 ? folder.rules : [...own, ...folder.rules];
  }
}

/** The ignore file and line that ignores a name in a folder, or null. */
function ignoredBy(folder: Folder, rules: readonly Rules[], latin1: string, isFolder: boolean): string | null {
  if (folder.ignoredBy !== null || rules.length === 0) return folder.ignoredBy;
  const names = [...folder.names, pathOfLatin1(latin1)];
  for (const from of rules) {
    const rule = decidingRule(from.rules, from.depth === 0 ? names : names.slice(from.depth), isFolder);
    if (rule) return rule.negative ? null : `${from.file}:${rule.line}`;
  }
  return null;
}

type Link = { readonly target: string } | { readonly kind: ListingFault['kind']; readonly why: string } | 'litter';

/** Where a link leads. What is told is what the link says, not where the folder happens to lie. */
function resolveLink(root: Root, onDisk: string | Buffer, name: string): Link {
  let says: string;
  try {
    says = pathOfLatin1(readlinkSync(onDisk, 'latin1'));
  } catch (error) {
    return { kind: 'unreadable', why: `the link cannot be read: ${gone(error)}` };
  }
  let real: string;
  try {
    real = realPlace(onDisk);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (name.startsWith('.#') && /^[^/]*@[^/]*\.\d+/.test(says)) return 'litter'; // open in Emacs
      return { kind: 'link-broken', why: `the link leads to nothing: ${says}` };
    }
    if (code === 'ELOOP') return { kind: 'link-broken', why: `the link leads in a circle: ${says}` };
    return { kind: 'link-broken', why: `the link to ${says} cannot be followed: ${errorWords(error)}` };
  }
  if (real === (root.latin1 || '/')) return { target: '.' };
  const inside = `${root.latin1}/`;
  if (!real.startsWith(inside)) return { kind: 'link-out', why: `the link leads out of the folder: ${says}` };
  const target = pathOfLatin1(real.slice(inside.length));
  const hidden = target.split('/').find((part) => isLitterFolder(part));
  if (hidden !== undefined)
    return { kind: 'link-out', why: `the link leads into ${hidden}, which is not checked: ${says}` };
  return { target };
}

function special(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'a device';
  return 'of an unknown type';
}

function gone(error: unknown): string {
  return errorCode(error) === 'ENOENT' ? 'it vanished while the folder was read' : errorWords(error);
}

function count(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first bytes of a regular file; empty if it cannot be read. */
function head(onDisk: string | Buffer): Uint8Array {
  let fd: number | undefined;
  try {
    fd = openSync(onDisk, OPEN_FLAGS);
    if (!fstatSync(fd).isFile()) return new Uint8Array(0);
    const bytes = new Uint8Array(16);
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
  } catch {
    return new Uint8Array(0);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** null where the name is no regular file (git does not follow links here either); nothing is then ignored by it. */
function readIgnoreFile(onDisk: string | Buffer): string | null | { readonly why: string } {
  let fd: number | undefined;
  try {
    fd = openSync(onDisk, OPEN_FLAGS);
    const stats = fstatSync(fd);
    if (!stats.isFile()) return null;
    if (stats.size > IGNORE_FILE_BYTES) return { why: 'this ignore file is longer than 1 MiB and was not read' };
    const bytes = Buffer.alloc(stats.size);
    return pathOfLatin1(bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0)).toString('latin1'));
  } catch (error) {
    if (['ELOOP', 'ENXIO'].includes(errorCode(error))) return null;
    return { why: `this ignore file cannot be read: ${gone(error)}` };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
