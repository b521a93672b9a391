/** Files and parts of files that hold a text, and cannot be read. */
import { at, nowhere } from '../core/locate.ts';
import type { Document, Entry, FolderCheck, FolderView, Level, Observation, Place } from '../core/types.ts';
import { READERS } from '../extractors/readers.ts';

/** At most so many missing parts are kept of a document, and shown. */
const SHOWN = 6;

interface Lost {
  readonly count: number;
  /** `page 2 is a picture of text`, the first ones. */
  readonly said: readonly string[];
  readonly places: readonly Place[];
}

export const unreadable: FolderCheck<Lost> = {
  id: 'unreadable',
  title: 'A file that cannot be read, in whole or in part',
  level: 'stop',
  acceptable: false,
  scope: 'folder',
  collect(document) {
    const losses = document.losses ?? [];
    if (losses.length === 0) return undefined;
    const first = losses.slice(0, SHOWN);
    return {
      count: losses.length,
      said: first.map(({ what, why }) => `${what} ${why}`),
      places: first.map((loss) => placeOf(document, loss.at)),
    };
  },
  *run(facts, folder): Iterable<Observation> {
    for (const entry of folder.entries) {
      const level = levelOf(entry, folder);
      if (level !== null)
        yield {
          level,
          message: `it cannot be read: ${entry.why ?? 'its format is not kept to'}`,
          next: 'Put a whole copy there that opens without a password',
          places: [nowhere(entry.path)],
        };
    }
    for (const { path, fact } of facts) {
      const [first, ...rest] = fact.places;
      if (!first || !belongs(path, folder)) continue;
      const more = fact.count > fact.said.length ? `; ${String(fact.count - fact.said.length)} more` : '';
      yield {
        level: 'look',
        message: `a part of it could not be read: ${fact.said.join('; ')}${more}`,
        next: 'Look at these parts in the file itself, and put their text beside it where it matters',
        places: [first, ...rest],
      };
    }
  },
};

/** The words behind which the part is missing, or before which it is. */
function placeOf(document: Document, offset: number): Place {
  const { units } = document;
  const blank = (i: number): boolean => units[i]! <= 0x20;
  let start = offset;
  while (start < units.length && blank(start)) start++;
  if (start >= units.length) {
    start = Math.min(offset, units.length);
    while (start > 0 && blank(start - 1)) start--;
    while (start > 0 && units[start - 1] !== 0x0a && offset - start < 200) start--;
  }
  let end = start;
  while (end < units.length && units[end] !== 0x0a && end - start < 80) end++;
  return end > start ? at(document, { start, end }) : nowhere(document.path);
}

function belongs(path: string, folder: FolderView): boolean {
  const declared = folder.declared(path);
  return declared === null
    ? !folder.indexed || folder.companion(path)
    : declared !== 'left-out' && declared !== 'not-placed';
}

/** What a file that failed is told at; null where the verdict alone tells it (a limit, a text that is none, a defect here). */
function levelOf(entry: Entry, folder: FolderView): Level | null {
  if (entry.outcome !== 'failed' || !belongs(entry.path, folder)) return null;
  if (entry.why?.startsWith('the reader ') === true) return null;
  // inside of an archive what could not be unpacked has no format
  const container = Object.hasOwn(READERS, entry.format);
  if (!container && entry.within === undefined) return null;
  const declared = folder.declared(entry.path);
  const placed = declared === 'specification' || declared === 'background' || declared === 'other';
  return container && placed ? 'stop' : 'look';
}
