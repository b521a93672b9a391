/** A file that was meant to say something and holds nothing, or nothing but white space. */
import { nowhere } from '../core/locate.ts';
import type { Declared, FolderCheck, Level } from '../core/types.ts';
import { isInProgram } from '../views/conventions.ts';

/** Where INDEX.md places it, the file was meant to be read. */
const PLACED: ReadonlySet<Declared | null> = new Set<Declared | null>(['specification', 'background', 'other']);

/** Formats of which tools leave empty files in the folder of a program: lists of needs, pages that a script fills. */
const OF_TOOLS: ReadonlySet<string> = new Set(['text', 'html']);

export const empty: FolderCheck = {
  id: 'empty',
  title: 'A file with nothing in it',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  *run(_facts, folder) {
    const told = new Set<string>();
    for (const { path, within, outcome } of folder.entries) if (outcome === 'read') told.add(within ?? path);
    for (const { path, bytes, format, outcome, within } of folder.entries) {
      if (outcome !== 'empty') continue;
      const declared = folder.declared(path);
      let level: Level;
      // placed with its archive, for what else is in there: packages have files that are empty on purpose
      const along = within !== undefined && folder.declaredAt(path)?.line === folder.declaredAt(within)?.line;
      if (along && folder.companion(path)) continue;
      if (PLACED.has(declared)) level = along && told.has(within) ? 'look' : 'stop';
      else if (declared === 'attachment') level = 'look';
      // a file that the index does not place is told by `not-placed`; a companion may be empty
      else if (declared === null && !folder.indexed && !folder.companion(path))
        level = OF_TOOLS.has(format) && isInProgram(path, folder) ? 'note' : 'look';
      else continue;
      yield {
        level,
        message: messageOf(bytes, format),
        next: 'Put the document there, or take the file and its line out',
        places: [nowhere(path)],
      };
    }
  },
};

function messageOf(bytes: number, format: string): string {
  if (bytes === 0) return 'the file is empty: 0 bytes';
  const size = bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return format === 'html'
    ? `the page holds no text: ${size} of markup, styles or scripts`
    : `the file is empty: ${size} of white space`;
}
