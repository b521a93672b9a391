/** Why two files of a folder say the same, where that is how such folders are made and no slip. */
import type { Document, Entry, FolderView } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import type { Compared } from './compare.ts';
import { marksOf } from './version-marks.ts';

/** Formats that documents are made into, and handed out in, beside the text that they were written in. */
const MADE: ReadonlySet<string> = new Set(['html', 'pdf', 'docx', 'odt', 'epub', 'rtf', 'xml', 'man', 'pptx', 'odp']);
/** Names under which the first page of a folder goes, whatever its format. */
const FRONT: ReadonlySet<string> = new Set(['readme', 'index', 'home']);

/** The name of a file, without folders, what packs it and its extension. */
function stemOf(path: string): string {
  const name = foldCase(path.slice(path.lastIndexOf('/') + 1)).replace(/\.gz$/u, '');
  return name.replace(/(?<=.)\.[a-z][a-z0-9]{0,9}$/u, '');
}

/** Whether one of two documents is what the other was made into: one name, or the first pages of their folders, two formats. */
export function isRendering(a: Document, b: Document): boolean {
  if (a.format === b.format || !(MADE.has(a.format) || MADE.has(b.format))) return false;
  const [x, y] = [stemOf(a.path), stemOf(b.path)];
  if (x === y || (FRONT.has(x) && FRONT.has(y))) return true;
  // `dist.readme.html` of `README`, `paper.jats.xml` of `paper.pdf`
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.endsWith(`.${short}`) || long.startsWith(`${short}.`);
}

/** Whether two documents are the first pages of a folder, under two of the names for that: a README, which a site begins with. */
export function areFronts(a: string, b: string): boolean {
  const [x, y] = [stemOf(a), stemOf(b)];
  return x !== y && FRONT.has(x) && FRONT.has(y);
}

/** Units of a name's own word, places that differ and are looked at, and units of one. */
const WORD = 3;
const LOOKED_AT = 200;
const PLACE = 400;
/** Places that say the names, at least, and in percent of those that differ. */
const NAMED = { least: 2, share: 40 };

/**
 * Whether what differs between two documents is, for the most part, what differs between their names: `cards.md` speaks of cards
 * where `ibans.md` speaks of IBANs. They describe two things after one pattern.
 */
export function sayTheirNames({ a, b, hunks }: Compared): boolean {
  const [x, y] = apart(nameOf(a.document.path), nameOf(b.document.path));
  if (x.length < WORD && y.length < WORD) return false;
  let named = 0;
  const all = hunks.slice(0, LOOKED_AT);
  for (const hunk of all) {
    if (hunk.a === hunk.aEnd || hunk.b === hunk.bEnd) continue;
    const here = a.document.slice(
      a.spans[hunk.a]!.start,
      Math.min(a.spans[hunk.aEnd - 1]!.end, a.spans[hunk.a]!.start + PLACE),
    );
    const there = b.document.slice(
      b.spans[hunk.b]!.start,
      Math.min(b.spans[hunk.bEnd - 1]!.end, b.spans[hunk.b]!.start + PLACE),
    );
    if (lettersOf(here).includes(x) && lettersOf(there).includes(y)) named++;
  }
  return named >= NAMED.least && 100 * named >= NAMED.share * all.length;
}

/** What two names have that the other has not, by words. */
function apart(a: string, b: string): [string, string] {
  const [x, y] = [a, b].map((name) => name.split(/[^\w]|_/u)) as [string[], string[]];
  let from = 0;
  while (from < Math.min(x.length, y.length) && x[from] === y[from]) from++;
  let to = 0;
  while (to < Math.min(x.length, y.length) - from && x[x.length - 1 - to] === y[y.length - 1 - to]) to++;
  return [x.slice(from, x.length - to).join(''), y.slice(from, y.length - to).join('')];
}

/** The name of a file; of one that is called as its like are in every folder, the folder's. */
function nameOf(path: string): string {
  const stem = stemOf(path);
  const parts = path.split('/');
  return (FRONT.has(stem) || stem === 'main') && parts.length > 1 ? foldCase(parts.at(-2)!) : stem;
}

function lettersOf(text: string): string {
  return foldCase(text).replaceAll(/[\s\-_./:]/gu, '');
}

/** Files that make the folder that they lie in a program's: what tools keep there is not written by people. */
const PROGRAM: readonly string[] = [
  'package.json',
  'Cargo.toml',
  'go.mod',
  'setup.py',
  'pyproject.toml',
  'pom.xml',
  'Gemfile',
  'composer.json',
];

/** Whether a file lies in the folder of a program, at any depth. */
export function isInProgram(path: string, folder: FolderView): boolean {
  for (let slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
    const parent = path.slice(0, slash + 1);
    if (PROGRAM.some((name) => folder.present.has(parent + name))) return true;
    if (slash <= 0) return false;
  }
}

/** The file beside this one for which it was made: `load.js` for `load.js.LEGAL.txt`; null where there is none. */
export function besideWhich(path: string, folder: FolderView): string | null {
  for (let dot = path.lastIndexOf('.'); dot > path.lastIndexOf('/') + 1; dot = path.lastIndexOf('.', dot - 1))
    if (folder.present.has(path.slice(0, dot))) return path.slice(0, dot);
  return null;
}

/** Characters below which a page holds no text of its own: it leads to another, or a program fills it. */
const PAGE = 200;

/**
 * Whether of two equal pages one is a second name of the other, as tools make them that build a site: the first page of a folder
 * beside the one that it shows, pages that only lead elsewhere, a page whose text was written under the other name alone.
 */
export function isSecondName(a: Entry, b: Entry, folder: FolderView): boolean {
  if (a.format !== 'html' || b.format !== 'html') return false;
  if (Math.min(a.characters, b.characters) < PAGE) return true;
  const [x, y] = [stemOf(a.path), stemOf(b.path)];
  const isBeside = a.path.slice(0, a.path.lastIndexOf('/') + 1) === b.path.slice(0, b.path.lastIndexOf('/') + 1);
  if (x === y || !isBeside) return false;
  if (FRONT.has(x) || FRONT.has(y)) return true;
  const written = folder.entries.filter(({ format }) => !MADE.has(format)).map(({ path }) => stemOf(path));
  return written.includes(x) !== written.includes(y);
}

/** Files that two folders must have under the same names, with those in question, to be laid out alike. */
const TWINS = 3;

const PATHS = new WeakMap<FolderView, readonly string[]>();

/**
 * The two folders side by side in which two files have the same place, where they have more of the same names: one a platform, a
 * package, a language; null for others.
 */
export function twinsOf(a: string, b: string, folder: FolderView): string | null {
  const [x, y] = [a.split('/'), b.split('/')];
  if (x.length !== y.length) return null;
  const differing = x.flatMap((part, i) => (part === y[i] ? [] : [i]));
  if (differing.length !== 1 || differing[0] === x.length - 1) return null;
  // `docs/` and `docs copy/`, `docs/` and `docs old/`
  if (marksOf(x[differing[0]!]!).key === marksOf(y[differing[0]!]!).key) return null;
  const depth = differing[0]! + 1;
  const [one, other] = [x, y].map((parts) => `${parts.slice(0, depth).join('/')}/`) as [string, string];
  let paths = PATHS.get(folder);
  if (!paths) PATHS.set(folder, (paths = [...folder.present]));
  let twins = 0;
  for (const path of paths) {
    if (!path.startsWith(one) || !folder.present.has(other + path.slice(one.length))) continue;
    if (++twins === TWINS) return `${one} and ${other}`;
  }
  return null;
}
