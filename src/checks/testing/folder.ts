/** A folder in memory, checked by the same code as the product. */
import { createHash } from 'node:crypto';
import { checkFolder, type Checked, type Host } from '../../check-folder.ts';
import { unread, type Examine } from '../../core/run.ts';
import { DEFAULTS, type Settings } from '../../core/settings.ts';
import type { Source } from '../../core/types.ts';
import { makeExamine, type Sha256 } from '../../examine.ts';
import { read } from '../../extractors/index.ts';
import { printSeal, SEAL_NAME } from '../../manifest/seal.ts';
import type { Listing } from '../../manifest/types.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const examine: Examine = makeExamine(sha256);

export interface Around {
  /** The files as they were sealed; with none there is no seal. */
  readonly sealed?: ReadonlyMap<string, Uint8Array>;
  /** Symbolic links: path and target. */
  readonly links?: ReadonlyMap<string, string>;
}

/** Checks the files as one folder named `folder`. */
export async function checkFiles(
  given: ReadonlyMap<string, Uint8Array>,
  settings: Settings = DEFAULTS,
  around: Around = {},
): Promise<Checked> {
  const files = around.sealed?.size ? new Map([...given, [SEAL_NAME, await sealOf(around.sealed)]]) : given;
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`there is no ${path}`);
    return bytes;
  };
  const sourceOf = (path: string): Source => ({ path, bytes: bytesOf(path), sha256: sha256(bytesOf(path)) });
  const host: Host = {
    folder: 'folder',
    alone: false,
    list: () => ({
      files: [...files].map(([path, bytes]) => ({ path, size: bytes.length, ignoredBy: null })),
      ...linksOf(files, around.links ?? new Map()),
      litter: [],
    }),
    text: (path) => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path)),
    bytes: bytesOf,
    examine: (wanted) =>
      Promise.all(
        wanted.map(async ({ path, size }) =>
          files.has(path) ? examine(sourceOf(path)) : unread(path, size, 'failed', 'it is gone'),
        ),
      ),
    reopen: async (path) => {
      const reading = await read(sourceOf(path));
      return 'document' in reading ? reading.document : `${path} could not be read again`;
    },
  };
  return checkFolder(host, settings);
}

async function sealOf(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const sealed = [...files].map(async ([path, bytes]) => ({
    path,
    print: (await examine({ path, bytes, sha256: sha256(bytes) })).entry.print,
  }));
  return printSeal(await Promise.all(sealed));
}

function linksOf(
  files: ReadonlyMap<string, Uint8Array>,
  links: ReadonlyMap<string, string>,
): Pick<Listing, 'aliases' | 'faults'> {
  const all = [...links].map(([path, target]) => ({ path, target }));
  return {
    aliases: all.filter(({ target }) => files.has(target)),
    faults: all
      .filter(({ target }) => !files.has(target))
      .map(({ path, target }) =>
        target.startsWith('/')
          ? { path, kind: 'link-out', why: `a symbolic link that leaves the folder: ${target}` }
          : { path, kind: 'link-broken', why: `a symbolic link to nothing: ${target}` },
      ),
  };
}

/** The bytes of texts, by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}
