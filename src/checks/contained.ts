/** A document whose text stands in a larger one; see views/copies.ts. */
import type { FolderCheck } from '../core/types.ts';
import { copyFact, copySteps, type CopyFact, type CopyPair } from '../views/copies.ts';

export const contained: FolderCheck<CopyFact, CopyPair> = {
  id: 'contained',
  title: 'A document that stands in a larger one',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect: copyFact,
  ...copySteps('contained'),
};
