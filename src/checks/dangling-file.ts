/** A file that a document of the folder links to or shows, and that is not in the folder. */
import { compareText } from '../core/order.ts';
import { nowhere } from '../core/locate.ts';
import type { Entry, FolderCheck, FolderView, Level, Link, Observation, Place } from '../core/types.ts';
import { absentTargets } from '../manifest/hints.ts';

/** What is a file by its extension: documents, pictures, data; a target without one may be a page of a site, a route, a word. */
const FILE =
  /\.(?:md|markdown|mdx|txt|rst|adoc|asciidoc|asc|tex|org|pdf|docx?|odt|rtf|epub|html?|json|ya?ml|xml|xsd|wsdl|proto|graphql|csv|tsv|xlsx?|ods|pptx?|odp|sql|abnf|ipynb|png|jpe?g|gif|svg|webp|drawio|puml|mmd|zip)$/i;
/** Extensions under which the same page stands before a site is built from it. */
const SOURCES: readonly string[] = ['.md', '.mdx', '.rst', '.adoc', '.txt', '.ipynb', '/index.md', '/README.md'];
const BUILT = /\.html?$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp)$/i;
/** Whatever one document lacks is one finding: so many targets are named in it, and so many places shown. */
const NAMED = 3;
const SHOWN = 6;

interface Lack {
  readonly path: string;
  readonly link: Link;
}

export const danglingFile: FolderCheck = {
  id: 'dangling-file',
  title: 'A file that a document refers to, and that is not here',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  *run(_facts, folder): Iterable<Observation> {
    const lacks = new Map<Entry, Map<string, Lack>>();
    const also = new Map<string, Place[]>();
    const first = new Set<string>();
    for (const { path, from, link } of absentTargets(folder.entries, folder.present)) {
      if (!FILE.test(path) || told(folder, path) || builtFrom(folder, path)) continue;
      if (first.has(path)) {
        // Further documents that lack the same file.
        if (!lacks.get(from)?.has(path)) also.set(path, [...(also.get(path) ?? []), lineOf(from.path, link)]);
        continue;
      }
      first.add(path);
      let own = lacks.get(from);
      if (!own) lacks.set(from, (own = new Map<string, Lack>()));
      own.set(path, { path, link });
    }
    for (const [from, own] of lacks) {
      const all = [...own.values()].sort((a, b) => a.link.line - b.link.line || compareText(a.path, b.path));
      const graver = all.filter((lack) => levelOf(folder, from, lack) === 'look');
      const rest = all.filter((lack) => levelOf(folder, from, lack) === 'note');
      if (graver.length > 0) yield observation('look', from, graver, also);
      if (rest.length > 0) yield observation('note', from, rest, also);
    }
  },
};

/** The index speaks of the file: `missing` tells it, or it was left out on purpose. */
function told(folder: FolderView, path: string): boolean {
  return folder.declared(path) !== null;
}

/** A page of a site whose source is here. */
function builtFrom(folder: FolderView, path: string): boolean {
  if (!BUILT.test(path)) return false;
  const stem = path.replace(BUILT, '');
  return SOURCES.some((extension) => folder.present.has(stem + extension));
}

/** A name in running text may be any file; a companion speaks of files that were not meant to be handed on. */
function levelOf(folder: FolderView, from: Entry, { link }: Lack): Level {
  return link.how === 'name' || folder.companion(from.path) ? 'note' : 'look';
}

function lineOf(path: string, { line }: Link): Place {
  return { ...nowhere(path), line, endLine: line };
}

function observation(
  level: Level,
  from: Entry,
  lacks: readonly Lack[],
  also: ReadonlyMap<string, readonly Place[]>,
): Observation {
  const [one] = lacks;
  const names = lacks.slice(0, NAMED).map(({ path, link }) => `"${path}" (line ${link.line})`);
  const more = lacks.length - names.length;
  const how = lacks.every(({ link }) => link.how === 'embed')
    ? 'shows'
    : one!.link.how === 'name'
      ? 'names'
      : 'links to';
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  const primary = lineOf(from.path, one!.link);
  const others = lacks.slice(1).map(({ path, link }) => ({ ...lineOf(from.path, link), note: path }));
  const further = lacks.flatMap(({ path }) =>
    (also.get(path) ?? []).map((place) => ({ ...place, note: `${path} too` })),
  );
  const pictures = lacks.every(({ path }) => PICTURE.test(path));
  return {
    level,
    message: `${how} ${lacks.length === 1 ? (pictures ? 'a picture' : 'a file') : `${lacks.length} ${pictures ? 'pictures' : 'files'}`} that ${lacks.length === 1 ? 'is' : 'are'} not in the folder: ${list}`,
    next: 'Put what is referred to into the folder; if it is not meant to be part of the set, list it under Left out in INDEX.md',
    places: [primary, ...[...others, ...further].slice(0, SHOWN)],
  };
}
