/** A file that INDEX.md leaves out of the set and that lies in the folder all the same. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const leftOut: FolderCheck = {
  id: 'left-out',
  title: 'A file that is left out, and here',
  level: 'look',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'left-out'),
};
