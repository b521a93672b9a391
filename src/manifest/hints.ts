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

/** What documents link to, embed or name and what is not in the folder; targets outside of it are left out. */
export function* absentTargets(entries: readonly Entry[], present: ReadonlySet<string>): Iterable<Absent> {
  const folders = new Set<string>();
  const names = new Set<string>();
  for (const path of present) {
    names.add(baseName(path));
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      folders.add(path.slice(0, slash));
  }
  for (const from of entries)
    for (const link of from.links) {
      const here = resolve(from.path, link.target);
      const top = resolve('', link.target);
      if (here === null && top === null) continue;
      if ([here, top].some((path) => path !== null && (present.has(path) || folders.has(path)))) continue;
      // A bare name in prose means a file of that name anywhere in the folder.
      if (link.how === 'name' && names.has(baseName(link.target))) continue;
      yield { path: here ?? top!, from, link };
    }
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
  const hints: Hint[] = [];
  for (const list of series.values()) {
    const numbers = [...new Set(list.map((one) => one.number))].sort((a, b) => a - b);
    if (numbers.length < 3) continue;
    const low = numbers[0]!;
    const high = numbers[numbers.length - 1]!;
    const absent = high - low + 1 - numbers.length;
    if (absent === 0 || low > 1 || absent * 2 > numbers.length) continue;
    const sorted = [...list].sort((a, b) => a.number - b.number || compareText(a.path, b.path));
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1]!;
      const after = sorted[i]!;
      if (after.number - before.number <= 1) continue;
      const from = before.number + 1;
      const to = after.number - 1;
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

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
