/** What the documents themselves give away about files that are not here: names they mention, gaps in a series of names. */
import { nowhere } from '../core/locate.ts';
import { compareText } from '../core/order.ts';
import type { Entry, Hint, Link } from '../core/types.ts';

/** No more than so many hints of one kind are kept: they serve a person who looks for a missing file. */
const MOST = 50;

/** Extensions of documents: a link to an image, to code or to a page of a site says nothing of a missing document. */
const DOCUMENT =
  /\.(?:md|markdown|mdx|txt|rst|adoc|asciidoc|tex|pdf|docx?|odt|rtf|epub|html?|json|ya?ml|xml|xsd|wsdl|proto|graphql|csv|tsv|xlsx?|ods|pptx?|sql|abnf)$/i;

/**
 * Documents that a document links to or names and that are not in the folder, and numbers skipped in a series of file names.
 * `present` holds every path in the folder, files, links and litter; `entries` the documents that were read.
 */
export function hintsOf(entries: readonly Entry[], present: ReadonlySet<string>): readonly Hint[] {
  const named = new Map<string, Hint>();
  for (const { path, from, link } of absentTargets(entries, present))
    if (link.how !== 'embed' && DOCUMENT.test(link.target) && !named.has(path))
      named.set(path, { how: 'named', path, place: { ...nowhere(from.path), line: link.line, endLine: link.line } });
  return [
    ...[...named.values()].sort((a, b) => compareText(a.path, b.path)).slice(0, MOST),
    ...seriesGaps(entries).slice(0, MOST),
  ];
}

/** A file that is not in the folder, and where it is linked, embedded or named. */
export interface Absent {
  /** Where it should be, from the top of the folder. */
  readonly path: string;
  readonly from: Entry;
  readonly link: Link;
}

/** Extensions that a link to a page may leave out, and the page that stands for a folder. */
const LEFT_OUT: readonly string[] =
  '.md .mdx .markdown .rst .adoc .asciidoc .txt .html .htm /README.md /readme.md /index.md /index.html /index.rst'.split(
    ' ',
  );
/** Formats in which a chapter names files as the document does that includes it, which stands above. */
const INCLUDED: ReadonlySet<string> = new Set(['asciidoc', 'tex']);

/** Where a document is for those it links to: `a/b.md` for `a/b.md.gz!/b.md`, which is packed by itself. */
function standsAt(path: string): string {
  const inner = path.lastIndexOf('.gz!/');
  return inner > 0 && path.slice(inner + 5) === baseName(path.slice(0, inner)) ? path.slice(0, inner) : path;
}

/** Links without an extension that find their file, for each that does not: else they are routes of a site. */
const FOUND_FOR_ONE = 3;

/**
 * What documents link to, embed or name and what is not in the folder; targets outside of it are left out. `more` holds links
 * that a check found beside those of the entries. A target with `/` before it counts from the top of the folder, or of a
 * folder above the document, where others do or where its own folder is there; one without an extension names a file where
 * others do.
 */
export function* absentTargets(
  entries: readonly Entry[],
  present: ReadonlySet<string>,
  more: ReadonlyMap<string, readonly Link[]> = new Map(),
): Iterable<Absent> {
  const folders = new Set<string>();
  const names = new Set<string>();
  for (const path of present) {
    names.add(baseName(path));
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      folders.add(path.slice(0, slash));
  }
  const here = (path: string | null): path is string =>
    path !== null && (present.has(path) || folders.has(path) || present.has(`${path}.gz`));
  const shownFrom = (from: string, target: string): boolean => {
    const tail = resolve('', target);
    if (tail === null || !names.has(baseName(tail))) return false;
    return ancestors(from).some((folder) => {
      for (const child of childrenOf(folder, folders)) if (present.has(`${child}/${tail}`)) return true;
      return false;
    });
  };
  const late: Absent[] = [];
  /** Folders that `/` stood for; extensions that were left out. */
  const roots = new Set<string>();
  const extensions = new Map<string, number>();
  const count = (path: string): boolean => {
    const extension = bareFile(path, present);
    if (extension !== undefined) extensions.set(extension, (extensions.get(extension) ?? 0) + 1);
    return extension !== undefined;
  };
  let bare = 0;
  for (const from of entries) {
    const own = more.get(from.path);
    for (const link of own ? [...from.links, ...own] : from.links) {
      const { target, how } = link;
      if (target.startsWith('/')) {
        const top = resolve('', target.slice(1));
        if (top === null || top === '' || how === 'name') continue;
        const root = ancestors(from.path).find((folder) => here(folder + top) || bareFile(folder + top, present));
        if (root !== undefined) {
          roots.add(root);
          count(root + top);
        } else late.push({ path: top, from, link });
        continue;
      }
      const path = resolve(standsAt(from.path), target);
      const top = resolve('', target);
      if (path === null && top === null) continue;
      const included = INCLUDED.has(from.format);
      if (included && ancestors(from.path).some((folder) => here(resolve(folder, target)))) continue;
      if (here(path) || here(top)) {
        if (how === 'link' && !hasExtension(target)) count(here(path) ? path : top!);
        continue;
      }
      // A bare name in prose means a file of that name anywhere in the folder.
      if (how === 'name' && names.has(baseName(target))) continue;
      // Where pages are built, what they show lies in a folder of its own: `source/images/a.png` for `images/a.png`.
      if (how === 'embed' && shownFrom(from.path, target)) continue;
      // `docs/limits.md` in prose counts from the top where that folder is there, and not beside the document.
      if (how === 'name' && path !== null && top !== null && !folders.has(parentOf(path)) && folders.has(parentOf(top)))
        yield { path: top, from, link };
      else if (how === 'name' || hasExtension(target))
        yield { path: (included ? placeInBook(from.path, target, folders) : path) ?? path ?? top!, from, link };
      else if (!(path !== null && count(path)) && !(top !== null && count(top)))
        late.push({ path: path ?? top!, from, link });
    }
  }
  for (const { path } of late) if (!hasExtension(path)) bare++;
  let found = 0;
  let extension = '';
  for (const [each, count] of extensions) {
    if (extension === '' || count > extensions.get(extension)!) extension = each;
    found += count;
  }
  const named = found > 0 && found >= FOUND_FOR_ONE * bare;
  for (const { path, from, link } of late) {
    const full = hasExtension(path) ? path : named ? path + extension : undefined;
    if (full === undefined) continue;
    if (!link.target.startsWith('/')) {
      yield { path: full, from, link };
      continue;
    }
    // A file beside others is likelier than one above them.
    const parent = full.slice(0, Math.max(0, full.lastIndexOf('/')));
    const above = ancestors(from.path);
    const root =
      above.find((folder) => parent !== '' && folders.has(folder + parent)) ??
      above.find((folder) => roots.has(folder));
    if (root !== undefined) yield { path: root + full, from, link };
  }
}

/**
 * Where a file should be that a chapter names as the book does that includes it: in the nearest folder above that has its
 * folder; where none has, in the top one. Null for a bare name, which is looked for beside the chapter.
 */
function placeInBook(from: string, target: string, folders: ReadonlySet<string>): string | null {
  const first = /^([^./][^/]*)\//.exec(target)?.[1];
  if (first === undefined) return null;
  return resolve(ancestors(from).find((folder) => folders.has(folder + first)) ?? '', target);
}

const CHILDREN = new WeakMap<ReadonlySet<string>, Map<string, string[]>>();

/** The folders in a folder (given with its last `/`, the top as the empty string). */
function childrenOf(folder: string, folders: ReadonlySet<string>): readonly string[] {
  let all = CHILDREN.get(folders);
  if (!all) {
    CHILDREN.set(folders, (all = new Map<string, string[]>()));
    for (const path of folders) {
      const parent = path.slice(0, path.lastIndexOf('/') + 1);
      const list = all.get(parent);
      if (list) list.push(path);
      else all.set(parent, [path]);
    }
  }
  return all.get(folder) ?? [];
}

function hasExtension(target: string): boolean {
  return /\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(target);
}

/** The extension with which the path is in the folder. */
function bareFile(path: string, present: ReadonlySet<string>): string | undefined {
  const stem = path.endsWith('/') ? path.slice(0, -1) : path;
  if (hasExtension(stem)) return undefined;
  return LEFT_OUT.find((extension) => present.has(stem + extension) || present.has(`${stem}${extension}.gz`));
}

/** The folders above a document, each with its last `/`, the nearest first and the top (empty) last. */
function ancestors(path: string): string[] {
  const out: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    out.push(path.slice(0, slash + 1));
    if (slash === 0) break;
  }
  out.push('');
  return out;
}

interface Numbered {
  readonly number: number;
  readonly width: number;
  readonly path: string;
  /** What stands before the number, and after it: `*` for words that differ from file to file. */
  readonly prefix: string;
  readonly rest: string;
}

/** Names alike but for one number, three or more of them, from 0 or 1 on, and at most a third of the numbers absent. */
export function seriesGaps(entries: readonly Entry[]): Hint[] {
  const series = new Map<string, Numbered[]>();
  for (const { path } of entries) {
    const name = baseName(path);
    const match = /^(\D*?)(\d{1,6})(?!\d)/.exec(name);
    if (!match) continue;
    const digits = match[2]!;
    const extension = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
    const after = name.slice(match[0].length);
    // A number in the middle of words that differ counts only where it stands apart from them: `000_ab`, not `noth0-ab`.
    if (after !== extension && match[1] !== '' && !/[-_. ]$/.test(match[1]!)) continue;
    const key = `${path.slice(0, path.length - name.length)}\u0000${match[1]}\u0000${extension}`;
    const list = series.get(key);
    const rest = after === extension ? extension : `${/^[-_. ]/.exec(after)?.[0] ?? ''}*${extension}`;
    const one = {
      number: Number(digits),
      width: digits.length,
      path,
      prefix: path.slice(0, path.length - name.length) + match[1]!,
      rest,
    };
    if (list) list.push(one);
    else series.set(key, [one]);
  }
  /** Numbers of the same prefix with other extensions, which are of one series with it where the two have none in common. */
  const others = (list: readonly Numbered[], own: ReadonlySet<number>): ReadonlySet<number> => {
    const out = new Set<number>();
    for (const other of byPrefix.get(list[0]!.prefix) ?? [])
      if (other !== list && !other.some(({ number }) => own.has(number)))
        for (const { number } of other) out.add(number);
    return out;
  };
  const byPrefix = new Map<string, Numbered[][]>();
  for (const list of series.values()) {
    const known = byPrefix.get(list[0]!.prefix);
    if (known) known.push(list);
    else byPrefix.set(list[0]!.prefix, [list]);
  }
  const hints: Hint[] = [];
  for (const list of series.values()) {
    const numbers = [...new Set(list.map((one) => one.number))].sort((a, b) => a - b);
    if (numbers.length < 3) continue;
    const low = numbers[0]!;
    const high = numbers[numbers.length - 1]!;
    const absent = high - low + 1 - numbers.length;
    if (absent === 0 || low > 1 || absent * 2 > numbers.length) continue;
    const sorted = [...list].sort((a, b) => a.number - b.number || compareText(a.path, b.path));
    const elsewhere = others(list, new Set(numbers));
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1]!;
      const after = sorted[i]!;
      if (after.number - before.number <= 1) continue;
      const from = before.number + 1;
      const to = after.number - 1;
      let taken = from;
      while (taken <= to && elsewhere.has(taken)) taken++;
      if (taken > to) continue;
      const width = before.width === after.width ? before.width : 0;
      const spell = (n: number): string => `${before.prefix}${String(n).padStart(width, '0')}${before.rest}`;
      hints.push({
        how: 'gap',
        path: from === to ? spell(from) : `${spell(from)} to ${spell(to)}`,
        place: nowhere(before.path),
      });
    }
  }
  return hints.sort((a, b) => compareText(a.path, b.path));
}

/** A relative target seen from a document, with `.` and `..` worked out; null where it is absolute or leaves the folder. */
function resolve(from: string, target: string): string | null {
  if (target.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(target) || target.includes('\\')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
