/** A folder, or a single file, on this machine's disk, as `checkFolder` wants it. */
import { statSync } from 'node:fs';
import type { Host } from '../check-folder.ts';
import { stringOf } from '../core/document.ts';
import { UserError } from '../core/errors.ts';
import { decode } from '../extractors/decode.ts';
import { readAt } from '../extractors/inside.ts';
import { Budget, DEFAULT_LIMITS } from '../extractors/limits.ts';
import type { Listing } from '../manifest/types.ts';
import { digestOf, sha256 as hash } from './hash.ts';
import { errorCode, errorWords, pathOfLatin1 } from './names.ts';
import { findRoot, openSource, readInside, realPlace, type OpenOptions, type Root } from './open.ts';
import { examineAll, type PoolOptions } from './pool.ts';
import { readFolder, type ReadFolderOptions } from './read-folder.ts';

export interface NodeHostOptions extends PoolOptions, ReadFolderOptions {}

/**
 * What a path on the command line is: a folder, or a file to be checked by itself. Links are followed here, and only here.
 * @throws UserError where there is no such path, or it is neither
 */
export function hostOf(path: string, options: NodeHostOptions = {}): Host {
  let stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(`there is no ${path}`);
    throw new UserError(`${path} cannot be looked at: ${errorWords(error)}`);
  }
  if (stats.isDirectory()) return folderHost(path, options);
  if (stats.isFile()) return fileHost(path, options);
  throw new UserError(`${path} is neither a folder nor a file`);
}

/** @throws UserError if there is no such folder or it cannot be reached */
export function folderHost(folder: string, options: NodeHostOptions = {}): Host {
  return new NodeHost(shown(folder), false, findRoot(folder), () => readFolder(folder, options), options);
}

/** A file checked by itself; its folder is not listed, and the report's `folder` is the file as it was given. */
export function fileHost(file: string, options: NodeHostOptions = {}): Host {
  let real: string;
  let size: number;
  try {
    size = statSync(file).size;
    real = realPlace(file);
  } catch (error) {
    throw new UserError(`${file} cannot be opened: ${errorWords(error)}`);
  }
  const slash = real.lastIndexOf('/');
  const listing: Listing = {
    files: [{ path: pathOfLatin1(real.slice(slash + 1)), size, ignoredBy: null }],
    aliases: [],
    faults: [],
    litter: [],
  };
  return new NodeHost(shown(file), true, { latin1: real.slice(0, slash) }, () => listing, options);
}

/** As given, with `/` between names and none at the end. */
function shown(path: string): string {
  const slashes = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return slashes.replace(/(?<=[^/])\/+$/, '');
}

class NodeHost implements Host {
  readonly folder: string;
  readonly alone: boolean;
  readonly #root: Root;
  readonly #list: () => Listing;
  readonly #options: NodeHostOptions;
  readonly #open: OpenOptions;

  constructor(folder: string, alone: boolean, root: Root, list: () => Listing, options: NodeHostOptions) {
    this.folder = folder;
    this.alone = alone;
    this.#root = root;
    this.#list = list;
    this.#options = options;
    this.#open = options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes };
  }

  list(): Listing {
    return this.#list();
  }

  bytes(path: string): Uint8Array {
    const bytes = readInside(this.#root, path, this.#open);
    if (bytes instanceof Uint8Array) return bytes;
    throw new Error(bytes.why);
  }

  digest(path: string, algorithm: string): string | null {
    return digestOf(this.bytes(path), algorithm);
  }

  async text(path: string): Promise<string> {
    const bytes = this.bytes(path);
    const decoded = await decode(bytes);
    if ('failed' in decoded) throw new Error(decoded.failed);
    // UTF-8, as good as always, keeps its line ends; from other encodings they come as LF
    if (decoded.encoding === 'utf-8' && decoded.undecodable === 0)
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', decoded.bom ? 3 : 0);
    return stringOf(decoded.units, 0, decoded.units.length);
  }

  examine(files: Parameters<Host['examine']>[0]): ReturnType<Host['examine']> {
    return examineAll(this.#root, files, this.#options);
  }

  async reopen(path: string, sha256: string, outer: string = path): Promise<Awaited<ReturnType<Host['reopen']>>> {
    const source = openSource(this.#root, outer, this.#open);
    if ('outcome' in source) return source.why;
    if (path === outer && source.sha256 !== sha256) return 'it changed while it was checked';
    const { limits, ocr } = this.#options;
    const recognize = ocr === undefined ? undefined : (await import('./ocr.ts')).recognizer(ocr);
    const spend = Budget.of({ ...DEFAULT_LIMITS, ...limits }, recognize);
    const { source: found, reading } = await readAt(source, path, hash, spend);
    if (reading === null) return 'it is no longer there';
    if (found.sha256 !== sha256) return 'it changed while it was checked';
    return 'document' in reading ? reading.document : (reading.why ?? 'it holds no text');
  }
}
