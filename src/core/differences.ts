/** From what holding folder, index and seal against each other gave, to the findings of the check that reports it. */
import type { FolderView, Observation } from './types.ts';

/** The differences that are this check's to tell. */
export function* differencesOf(folder: FolderView, check: string): Generator<Observation> {
  for (const { check: whose, ...observation } of folder.differences) if (whose === check) yield observation;
}
