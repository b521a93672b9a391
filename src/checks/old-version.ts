/** A document beside a newer version of itself, with what tells which is the newer; see views/copies.ts. */
import type { FolderCheck } from '../core/types.ts';
import { copyFact, copySteps, type CopyFact, type CopyPair } from '../views/copies.ts';

export const oldVersion: FolderCheck<CopyFact, CopyPair> = {
  id: 'old-version',
  title: 'An older version of a document that is here too',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect: copyFact,
  ...copySteps('old-version'),
};
