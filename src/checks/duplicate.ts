/**
 * A file whose bytes another file has too, inside of an archive or a mail as well, or whose text differs from another's in line
 * ends and white space alone.
 */
import { differencesOf } from '../core/differences.ts';
import { nowhere } from '../core/locate.ts';
import type { Entry, FolderCheck, FolderView, Observation } from '../core/types.ts';
import { besideWhich, isSecondName, twinsOf } from '../views/conventions.ts';
import { compareNames } from '../views/version-marks.ts';

export const duplicate: FolderCheck = {
  id: 'duplicate',
  title: 'Two files with the same bytes or text',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    for (const observation of differencesOf(folder, 'duplicate')) yield eased(observation, folder);
    yield* insideToo(folder);
    yield* sameText(folder);
  },
};

/** A copy that nothing was meant to be kept apart by: a note, where no index says what either is for. */
function eased(observation: Observation, folder: FolderView): Observation {
  if (folder.indexed || observation.level !== 'look' || observation.from === undefined) return observation;
  const why = customOf(observation.places[0].path, observation.from, folder);
  return why === null ? observation : { ...observation, level: 'note', message: `${observation.message}; ${why}` };
}

/** Why two files hold the same, where it is no slip that they do. */
function customOf(path: string, from: string, folder: FolderView): string | null {
  const twins = twinsOf(path, from, folder);
  if (twins !== null && !compareNames(path, from).earlier) return `${twins} have files of the same names`;
  const { earlier, numbered } = compareNames(path, from);
  const name = (each: string): string => each.slice(each.lastIndexOf('/') + 1);
  if (earlier && numbered && name(path) === name(from))
    return `the same in both versions, "${earlier.a}" and "${earlier.b}"`;
  const [mine, other] = [besideWhich(path, folder), besideWhich(from, folder)];
  if (mine !== null && other !== null && mine !== other && mine !== from && other !== path)
    return `each lies beside a file of its own: ${mine} and ${other}`;
  const [a, b] = [folder.entry(path), folder.entry(from)];
  if (a && b && !compareNames(path, from).one && isSecondName(a, b, folder)) return 'two pages of a site';
  return null;
}

/** Bytes below which two files are equal by chance. */
const LEAST_BYTES = 80;
/** Copies of one archive that are shown beside the first. */
const SHOWN = 5;

/** Files inside of archives and mails that are somewhere else too: those that one archive has of another place are told at once. */
function* insideToo(folder: FolderView): Iterable<Observation> {
  if (!folder.entries.some(({ within }) => within !== undefined)) return;
  // of equal archives, which are told already, one is looked into
  const outer = new Map<string, string>();
  const again = new Set<string>();
  for (const { within } of folder.entries) {
    const hash = within === undefined ? undefined : folder.entry(within)?.sha256;
    if (within === undefined || hash === undefined) continue;
    const first = outer.get(hash);
    if (first === undefined) outer.set(hash, within);
    else if (first !== within) again.add(within);
  }
  const counts = new Map<string, number>();
  const groups = new Map<string, Entry[]>();
  for (const entry of folder.entries) {
    const { path, within, sha256, bytes, outcome } = entry;
    if (within !== undefined && again.has(within)) continue;
    if (within !== undefined) counts.set(within, (counts.get(within) ?? 0) + 1);
    const declared = folder.declared(path);
    if (declared === 'left-out' || declared === 'not-placed' || folder.companion(path)) continue;
    if (sha256 === '' || bytes < LEAST_BYTES || (outcome !== 'read' && outcome !== 'bytes')) continue;
    const group = groups.get(sha256);
    if (group) group.push(entry);
    else groups.set(sha256, [entry]);
  }
  const found = new Map<string, { readonly copy: Entry; readonly original: Entry }[]>();
  for (const group of groups.values()) {
    const original = group.find(({ within }) => within === undefined) ?? group[0]!;
    for (const copy of group) {
      if (copy === original || copy.within === undefined) continue;
      const key = `${copy.within}\u0000${original.within ?? ''}`;
      const list = found.get(key);
      if (list) list.push({ copy, original });
      else found.set(key, [{ copy, original }]);
    }
  }
  for (const list of found.values()) {
    const { copy, original } = list[0]!;
    const within = copy.within!;
    const where =
      original.within === undefined
        ? 'outside of it too'
        : original.within === within
          ? 'in it twice'
          : `in ${original.within} too`;
    const grave = list.some(
      (one) =>
        [folder.declared(one.copy.path), folder.declared(one.original.path)].includes('specification') ||
        (!folder.indexed && one.copy.outcome === 'read'),
    );
    yield {
      level: grave ? 'look' : 'note',
      message:
        list.length === 1
          ? `the same bytes as ${original.path}`
          : `${list.length === counts.get(within) ? 'all ' : ''}${list.length} files of ${within} are ${where}, with the same bytes; the first is ${original.path}`,
      next: 'Keep one of the two',
      places: [
        nowhere(copy.path),
        nowhere(original.path, 'the same bytes'),
        ...list.slice(1, 1 + SHOWN).map((one) => nowhere(one.copy.path, `the same bytes as ${one.original.path}`)),
      ],
      from: original.path,
    };
  }
}

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
    yield eased(
      {
        level: specification || !folder.indexed ? 'look' : 'note',
        message: `the same text as ${other.path}; ${ends ? 'only line ends or the byte order mark differ' : 'only white space differs'}`,
        next: 'Keep one of the two',
        places: [nowhere(path), nowhere(other.path, 'the same text')],
        from: other.path,
      },
      folder,
    );
  }
}
