/** `--expect FILE` and `--expect-list TSV`: what was meant to be there, said from outside for every folder at once. */
import type { Instead } from '../check-folder.ts';
import type { Arguments } from './arguments.ts';

/** What was meant to be in a folder; undefined where its own index says it. */
export type Expected = (folder: string) => Instead | undefined;

export async function expectations(_args: Arguments, _folders: readonly string[]): Promise<Expected> {
  return () => undefined;
}
