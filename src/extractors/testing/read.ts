/** Reads bytes as a file of the folder, for tests of readers. */
import type { Document, Mark } from '../../core/types.ts';
import { read, type Read } from '../index.ts';
import type { ReadLimits } from '../limits.ts';

/** @throws Error with the outcome and the reason where the file has no text */
export async function readBytes(path: string, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Read> {
  const result = await read({ path, bytes, sha256: '' }, limits);
  if ('document' in result) return result;
  throw new Error(`${result.outcome}: ${result.why ?? result.format}`);
}

/** Without the line end behind the last line. */
export async function textOfBytes(path: string, bytes: Uint8Array): Promise<string> {
  return (await readBytes(path, bytes)).document.text.replace(/\n$/u, '');
}

/** `hidden/white text: the words`. */
export function marksOf(document: Document): string[] {
  return (document.marks ?? []).map(
    ({ kind, by, start, end }: Mark) => `${kind}/${by}: ${document.slice(start, end).replaceAll('\n', '⏎')}`,
  );
}

/** `heading1 The words`. */
export function blocksOf(document: Document): string[] {
  return (document.structure ?? []).map(
    ({ kind, level, start, end }) => `${kind}${level} ${document.slice(start, end).replaceAll('\n', '⏎')}`,
  );
}
