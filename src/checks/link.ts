/** What stands in the folder and is no file in it: links, pipes, what cannot be opened. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const link: FolderCheck = {
  id: 'link',
  title: 'A link, or something else that is no file',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'link'),
};
