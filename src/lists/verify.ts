/** Holds files against the digests and sizes that a list gives for them. */
import { nowhere } from '../core/locate.ts';
import { displayPath } from '../manifest/paths.ts';
import type { Difference, Entry } from '../core/types.ts';
import { linePlace } from './rows.ts';
import type { FileList, ListedRow } from './types.ts';

type Where = Pick<ListedRow, 'list' | 'line' | 'quote'>;

/** Lower-case hexadecimal of a file's bytes; null where this host cannot work the algorithm out. Throws where it cannot be opened. */
export type DigestOf = (path: string, algorithm: string) => string | null | Promise<string | null>;

/**
 * Differences for files whose bytes are not those that the list vouches for. `changed`: paths that are told already (a
 * sha256 is held against the file with the rest of what was agreed). Of several digests, one that disagrees is enough.
 */
export async function verify(
  list: FileList,
  entries: ReadonlyMap<string, Entry>,
  files: ReadonlySet<string>,
  changed: ReadonlySet<string>,
  digestOf: DigestOf,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  const unknown = new Map<string, Where>();
  const altered = (row: ListedRow, by: Where, what: string): void => {
    found.push({
      check: 'altered',
      level: 'stop',
      message: what,
      next: 'Put back the file that the list was made of or, if the change is meant, make the list anew',
      places: [nowhere(row.path), { ...linePlace(by.list, by.line, by.quote), note: 'the line that vouches for it' }],
    });
  };
  const hold = async (row: ListedRow, known: Entry | undefined): Promise<void> => {
    let checked = false;
    for (const given of row.digests) {
      const { algorithm, hex, list: by } = given;
      let is: string | null;
      try {
        is =
          algorithm === 'sha256' && known && known.sha256 !== '' ? known.sha256 : await digestOf(row.path, algorithm);
      } catch {
        return; // it could not be opened, which is told already
      }
      if (is === null) {
        if (!unknown.has(algorithm)) unknown.set(algorithm, given);
        continue;
      }
      checked = true;
      if (is !== hex) {
        altered(row, given, `its ${algorithm} is not the one that ${displayPath(by)} gives`);
        return;
      }
    }
    if (!checked && row.size !== null && known && known.bytes !== row.size)
      altered(row, row, `it has ${String(known.bytes)} bytes, and ${displayPath(row.list)} says ${String(row.size)}`);
  };
  for (const row of list.rows)
    if (!changed.has(row.path) && files.has(row.path)) await hold(row, entries.get(row.path));
  for (const row of list.tags) {
    if (files.has(row.path)) await hold(row, undefined);
    else if (row.status === 'required')
      found.push({
        check: 'missing',
        level: 'stop',
        message: `${displayPath(row.list)} vouches for it, and it is not here`,
        next: 'Put it back',
        places: [nowhere(row.path), { ...linePlace(row.list, row.line, row.quote), note: 'the line that names it' }],
      });
  }
  for (const [algorithm, row] of unknown)
    found.push({
      check: 'index',
      level: 'look',
      message: `digests of the kind ${algorithm} cannot be worked out here: files are not held against them`,
      next: 'Make the list with sha256 or sha512',
      places: [linePlace(row.list, row.line, row.quote)],
    });
  return found;
}
