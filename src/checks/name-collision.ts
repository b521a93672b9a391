/** Two names that are equal but for capitals or Unicode form. */
import { differencesOf } from '../core/differences.ts';
import type { FolderCheck } from '../core/types.ts';

export const nameCollision: FolderCheck = {
  id: 'name-collision',
  title: 'Names that not every system can tell apart',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  run: (_facts, folder) => differencesOf(folder, 'name-collision'),
};
