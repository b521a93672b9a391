/** A folder in memory, checked by the same code as the product. */
import { createHash } from 'node:crypto';
import { checkFolder, type Checked, type Host } from '../../check-folder.ts';
import { unread, type Examine } from '../../core/run.ts';
import { DEFAULTS, type Settings } from '../../core/settings.ts';
import type { Source } from '../../core/types.ts';
import { makeExamine, type Sha256 } from '../../examine.ts';
import { read } from '../../extractors/index.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const examine: Examine = makeExamine(sha256);

/** Checks the files as one folder named `folder`. */
export function checkFiles(files: ReadonlyMap<string, Uint8Array>, settings: Settings = DEFAULTS): Promise<Checked> {
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
      aliases: [],
      faults: [],
      litter: [],
    }),
    text: (path) => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path)),
    bytes: bytesOf,
    examine: (wanted) => Promise.all(wanted.map(({ path, size }) => (files.has(path) ? examine(sourceOf(path)) : unread(path, size, 'failed', 'it is gone')))),
    reopen: async (path) => {
      const reading = await read(sourceOf(path));
      return 'document' in reading ? reading.document : `${path} could not be read again`;
    },
  };
  return checkFolder(host, settings);
}

/** The bytes of texts, by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}
