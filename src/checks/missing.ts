/** A document that INDEX.md declares or the seal holds, and that is not in the folder. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const missing: FolderCheck = {
  id: 'missing',
  title: 'A document that should be here and is not',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'missing'),
};
