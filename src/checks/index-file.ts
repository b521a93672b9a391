/** What is wrong with the index or the seal themselves. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const indexFile: FolderCheck = {
  id: 'index',
  title: 'A fault in INDEX.md or INDEX.sha256',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'index'),
};
