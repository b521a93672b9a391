/** A file whose bytes are not the sealed ones, with the kind of the change. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const altered: FolderCheck = {
  id: 'altered',
  title: 'A file that is not as it was sealed',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'altered'),
};
