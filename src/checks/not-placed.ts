/** A file that is here, and of which nobody has said what it is for. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const notPlaced: FolderCheck = {
  id: 'not-placed',
  title: 'A file that no line of INDEX.md places',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'not-placed'),
};
