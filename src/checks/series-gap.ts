/** A number that a series of file names skips: 000, 001, 003; part 2 of 5. */
import { compareText } from '../core/order.ts';
import { nowhere } from '../core/locate.ts';
import type { FolderCheck, FolderView, Observation } from '../core/types.ts';
import { seriesGaps } from '../manifest/hints.ts';

/** Told one by one up to here; more gaps are a way of numbering, not files that were lost. */
const MOST = 5;

/** `part2of5`, `2-of-5`, `Teil 2 von 5`, `2 из 5`, `第2部共5部`: the number, and of how many. */
const PART_OF =
  /(?:^|[^0-9a-z])(?:part|teil|partie|parte|часть|частина|część|bölüm|deel|del)?[-_. ]?(\d{1,2})[-_. ]?(?:of|von|de|di|из|із|z|van|af|av|sur|on)[-_. ]?(\d{1,2})(?!\d)|第(\d{1,2})[部篇册卷]?[-_. ]?共(\d{1,2})/i;

export const seriesGap: FolderCheck = {
  id: 'series-gap',
  title: 'A number missing from a series of files',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    yield* parts(folder);
    const gaps = seriesGaps(folder.entries).filter(({ path }) => folder.declared(path) === null);
    if (gaps.length > MOST) return;
    for (const { path, place } of gaps) {
      const list = listedWithout(folder, path);
      yield {
        level: list === null ? 'look' : 'note',
        message: `the numbers of the file names skip ${path}; the one before is ${place.path}${list === null ? '' : `; ${list} links to those before and after it, and to none between`}`,
        next: 'Put the file into the folder; if the number was never given, accept this with that reason',
        places: [place],
      };
    }
  },
};

/** Files of a series that a document links to, at least, to be a list of it. */
const LISTED = 3;

/**
 * The document that lists the series and skips the same numbers: they were given up. Null where there is none, or where it names
 * a file of such a number.
 */
function listedWithout(folder: FolderView, gap: string): string | null {
  const [first, last = first] = gap.split(' to ') as [string, string?];
  const slash = first.lastIndexOf('/') + 1;
  const match = /^(\D*?)(\d+)/u.exec(first.slice(slash));
  if (!match) return null;
  const [from, to] = [Number(match[2]), Number(/^\D*?(\d+)/u.exec(last.slice(slash))?.[1] ?? match[2])];
  for (const { path, links } of folder.entries) {
    if (path.slice(0, path.lastIndexOf('/') + 1) !== first.slice(0, slash)) continue;
    const numbers = new Set<number>();
    for (const { target, how } of links) {
      if (how !== 'link' || !target.replace(/^\.\//u, '').startsWith(match[1]!)) continue;
      const number = /^(\d{1,6})(?!\d)[^/]*$/u.exec(target.replace(/^\.\//u, '').slice(match[1]!.length))?.[1];
      if (number !== undefined) numbers.add(Number(number));
    }
    const all = [...numbers];
    if (all.length < LISTED || all.some((number) => number >= from && number <= to)) continue;
    if (all.some((number) => number < from) && all.some((number) => number > to)) return path;
  }
  return null;
}

/** Files that say of how many they are one. */
function* parts(folder: FolderView): Iterable<Observation> {
  const sets = new Map<string, { readonly of: number; readonly here: Map<number, string> }>();
  for (const { path } of folder.entries) {
    const slash = path.lastIndexOf('/') + 1;
    const match = PART_OF.exec(path.slice(slash));
    if (!match) continue;
    const number = Number(match[1] ?? match[3]);
    const of = Number(match[2] ?? match[4]);
    if (of < 2 || number < 1 || number > of) continue;
    const at = slash + match.index;
    const key = `${path.slice(0, at)}\u0000${of}\u0000${path.slice(at + match[0].length)}`;
    const set = sets.get(key) ?? { of, here: new Map<number, string>() };
    set.here.set(number, path);
    sets.set(key, set);
  }
  for (const { of, here } of sets.values()) {
    const absent = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !here.has(number));
    if (absent.length === 0) continue;
    const paths = [...here.values()].sort(compareText);
    yield {
      message: `${absent.length === 1 ? 'part' : 'parts'} ${absent.join(', ')} of ${of} ${absent.length === 1 ? 'is' : 'are'} not in the folder; ${paths[0]!} says that there are ${of}`,
      next: 'Put the other parts into the folder',
      places: [nowhere(paths[0]!), ...paths.slice(1, 4).map((path) => nowhere(path, 'this part is here'))],
    };
  }
}
