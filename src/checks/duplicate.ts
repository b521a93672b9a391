/** A file whose bytes another file has too, or whose text differs from another's in line ends and white space alone. */
import { differencesOf } from '../core/differences.ts';
import { nowhere } from '../core/locate.ts';
import type { Entry, FolderCheck, FolderView, Observation } from '../core/types.ts';

export const duplicate: FolderCheck = {
  id: 'duplicate',
  title: 'Two files with the same bytes or text',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    yield* differencesOf(folder, 'duplicate');
    yield* sameText(folder);
  },
};

/** Characters below which two texts are equal by chance: a stub, a title. */
const LEAST = 80;

/** Formats in which white space is what is said. */
const SPACED: ReadonlySet<string> = new Set(['yaml', 'code', 'csv', 'tsv', 'log']);

function* sameText(folder: FolderView): Iterable<Observation> {
  const first = new Map<string, Entry>();
  for (const entry of folder.entries) {
    const { path, print, outcome, characters, format } = entry;
    if (outcome !== 'read' || characters < LEAST || folder.companion(path)) continue;
    const declared = folder.declared(path);
    if (declared === 'left-out' || declared === 'not-placed') continue;
    const key = SPACED.has(format) ? print.plain : print.dense;
    if (key === null) continue;
    const other = first.get(key);
    if (!other) {
      first.set(key, entry);
      continue;
    }
    // equal bytes are told already
    if (other.sha256 === entry.sha256) continue;
    const ends = print.plain !== null && print.plain === other.print.plain;
    const specification = [declared, folder.declared(other.path)].includes('specification');
    yield {
      level: specification || !folder.indexed ? 'look' : 'note',
      message: `the same text as ${other.path}; ${ends ? 'only line ends or the byte order mark differ' : 'only white space differs'}`,
      next: 'Keep one of the two',
      places: [nowhere(path), nowhere(other.path, 'the same text')],
      from: other.path,
    };
  }
}
