/** A file that was declared or sealed under another name. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const renamed: FolderCheck = {
  id: 'renamed',
  title: 'A file under another name',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'renamed'),
};
