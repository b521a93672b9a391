/** `--expect FILE` and `--expect-list TSV`: what was meant to be there, said from outside for every folder at once. */
import type { Expectation } from '../manifest/intent.ts';
import type { Arguments } from './arguments.ts';

/** What was meant to be in a folder; undefined where its own index says it. */
export type Expected = (folder: string) => Expectation | undefined;

export async function expectations(_args: Arguments, _folders: readonly string[]): Promise<Expected> {
  return () => undefined;
}
