/** A file whose name says that it is something else than it is. */
import { nowhere } from '../core/locate.ts';
import type { FolderCheck } from '../core/types.ts';

export const wrongExtension: FolderCheck = {
  id: 'wrong-extension',
  title: 'A name that says another format than the content has',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder) {
    for (const { path, format, wrongExtension: said } of [...folder.entries, ...(folder.archives ?? [])]) {
      if (said === undefined) continue;
      const declared = folder.declared(path);
      // what is not of the set is told as that
      if (declared === 'left-out' || declared === 'not-placed' || (declared === null && folder.indexed)) continue;
      yield {
        message: `its name says ${said}, and its content is ${format}`,
        next: 'Give it the name that its content has, or put the file there that the name speaks of',
        places: [nowhere(path)],
      };
    }
  },
};
