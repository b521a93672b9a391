/**
 * Two documents that say nearly the same: a copy that somebody edited, and both were kept. Which pairs are opened, and what
 * they are to each other, is worked out in views/copies.ts for this check, `old-version` and `contained`.
 */
import type { FolderCheck } from '../core/types.ts';
import { copyFact, copySteps, type CopyFact, type CopyPair } from '../views/copies.ts';

export const nearCopy: FolderCheck<CopyFact, CopyPair> = {
  id: 'near-copy',
  title: 'Two documents that are nearly the same',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect: copyFact,
  ...copySteps('near-copy'),
};
