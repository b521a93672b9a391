/** A document that INDEX.md calls a specification, and that reads as background: a manual, notes, a changelog. */
import type { Entry, FolderCheck, FolderView, Kind, Observation, Place } from '../core/types.ts';
import { nowhere } from '../core/locate.ts';
import { ofWrongKind } from '../kind/placed.ts';

/** How a kind is called in a sentence. */
const CALLED: Readonly<Partial<Record<Kind, string>>> = {
  manual: 'a manual',
  readme: 'a project page (README)',
  changelog: 'a list of changes',
  notes: 'notes',
};

/** At most this many places beside the first, the line of the index aside. */
const RELATED = 3;

export const wrongKind: FolderCheck = {
  id: 'wrong-kind',
  title: 'A document of another kind than INDEX.md says',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    for (const entry of folder.entries) if (ofWrongKind(folder, entry)) yield observation(entry, folder);
  },
};

function observation({ path, kind, reasons }: Entry, folder: FolderView): Observation {
  const evidence = reasons.slice(0, 2).map(({ message }) => message);
  const shown: Place[] = reasons.flatMap(({ message, place }) => (place ? [{ ...place, note: message }] : []));
  const [primary, ...rest] = shown;
  // The first place is the one that the message quotes: it needs no note.
  const { note: _, ...place } = primary ?? nowhere(path);
  const index = folder.declaredAt(path);
  return {
    message: `stands under Specifications and reads as ${CALLED[kind] ?? kind}: ${evidence.join('; ')}`,
    next: 'If it says what is to be built, accept this with a reason; else move its line to Background, and name the specification that was meant',
    places: [
      place,
      ...rest.slice(0, RELATED),
      ...(index ? [{ ...index, note: 'it is called a specification here' }] : []),
    ],
  };
}
