/** A file whose bytes another file has too. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const duplicate: FolderCheck = {
  id: 'duplicate',
  title: 'Two files with the same bytes',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'duplicate'),
};
