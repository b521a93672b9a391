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
    for (const { path, place } of gaps)
      yield {
        message: `the numbers of the file names skip ${path}; the one before is ${place.path}`,
        next: 'Put the file into the folder; if the number was never given, accept this with that reason',
        places: [place],
      };
  },
};

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
