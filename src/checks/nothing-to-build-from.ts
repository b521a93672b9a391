/** A set in which no document reads as a specification. */
import type { Entry, FolderCheck, Observation, Outcome } from '../core/types.ts';
import { nowhere } from '../core/locate.ts';
import { ofWrongKind, outOfPlace } from '../kind/placed.ts';

/** Outcomes behind which the specification may hide. */
const UNSEEN: ReadonlySet<Outcome> = new Set<Outcome>(['unsupported', 'failed', 'limit']);

/**
 * The least confidence, 0 to 1, with which every document of the set must read as what it does: one doubtful reading, and
 * nothing is said. Chosen on dev, where of 524 specifications, each taken as a set, 9 would be told at 0.9 and 1 or 2 at 0.97.
 */
const CONFIDENT = 0.97;

/** At most this many documents are named. */
const NAMED = 10;

export const nothingToBuildFrom: FolderCheck = {
  id: 'nothing-to-build-from',
  title: 'A set without a specification',
  level: 'stop',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    const documents: Entry[] = [];
    for (const entry of folder.entries) {
      const declared = folder.declared(entry.path);
      if (declared === 'attachment' || declared === 'left-out') continue;
      if (folder.indexed && (declared === null || declared === 'not-placed')) continue;
      if (UNSEEN.has(entry.outcome)) return;
      if (entry.outcome !== 'read') continue;
      if (folder.companion(entry.path) && declared === null) {
        // A README by itself is no set, but one that may be the specification is something to build from.
        if (entry.role === 'specification') return;
        continue;
      }
      if (entry.role !== 'background' && entry.role !== 'stray' && entry.role !== 'companion') return;
      if (entry.confidence < CONFIDENT) return;
      documents.push(entry);
    }
    if (documents.length === 0) return;
    const strays = documents.filter(({ role }) => role === 'stray');
    // Said of every document already.
    if (documents.every((entry) => outOfPlace(folder, entry.path, entry.role) || ofWrongKind(folder, entry))) return;
    const all = strays.length === documents.length;
    yield {
      level: all ? 'stop' : 'look',
      message: `${documents.length === 1 ? 'the only document does not read' : `none of the ${documents.length} documents reads`} as a specification: ${tally(documents)}`,
      next: 'Put the specifications to build from into the folder; if one of these documents is meant as one, look at what it says is to be built',
      places: [
        nowhere('.'),
        ...documents
          .slice(0, NAMED)
          .map(({ path, kind, role }) => nowhere(path, `reads as ${kind === 'unclear' ? role : kind}`)),
      ],
    };
  },
};

/** `2 manual, 1 news`: how many there are of each kind, in the order in which the kinds come. */
function tally(documents: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { kind, role } of documents) {
    const name = kind === 'unclear' ? role : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (documents.length === 1 ? name : `${count} ${name}`)).join(', ');
}
