/** Reads again one file that is inside of another, by its path. */
import { INSIDE } from '../core/run.ts';
import type { Source } from '../core/types.ts';
import { read, type ReadResult } from './index.ts';
import type { Budget, ReadLimits } from './limits.ts';

export interface ReadInside {
  /** The file that was found, or the last one on the way to it. */
  readonly source: Source;
  /** null where there is no such file inside. */
  readonly reading: ReadResult | null;
}

/**
 * Reads `path`, which is that of `outer`, or leads into it as `set.zip!/docs/api.md` does, at any depth. It is read with the
 * same limits as when all of `outer` is read, but for what files before it would have spent.
 */
export async function readAt(
  outer: Source,
  path: string,
  hash: (bytes: Uint8Array) => string,
  spend: Partial<ReadLimits> | Budget = {},
): Promise<ReadInside> {
  let source = outer;
  let reading = await read(outer, spend);
  while (source.path !== path) {
    if (!('document' in reading) || !reading.inside || !reading.within) return { source, reading: null };
    const found = await find(source, path, reading.inside, hash);
    if (found === null) return { source, reading: null };
    source = found;
    reading = await reading.within(source);
  }
  return { source, reading };
}

async function find(
  outer: Source,
  path: string,
  inside: NonNullable<Extract<ReadResult, { document: unknown }>['inside']>,
  hash: (bytes: Uint8Array) => string,
): Promise<Source | null> {
  for await (const inner of inside) {
    if (!('bytes' in inner)) continue;
    const own = `${outer.path}${INSIDE}${inner.path}`;
    if (own === path || path.startsWith(`${own}${INSIDE}`))
      return { path: own, bytes: inner.bytes, sha256: hash(inner.bytes) };
  }
  return null;
}
