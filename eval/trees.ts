/** Documentation trees that lie on a machine, and how a folder that looks just like one of them is made somewhere else. */
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { hashString } from '../src/core/hash.ts';

/** All files of a folder: path in it to path on this machine. */
export interface Tree {
  readonly files: Map<string, string>;
  /** Present and not to be read: lines of an ignore file. */
  readonly left: Set<string>;
}

/** What counts as a document when a tree's size is judged. All other files are in the tree too. */
const TEXT: ReadonlySet<string> = new Set([
  '.md',
  '.markdown',
  '.rst',
  '.txt',
  '.adoc',
  '.asciidoc',
  '.html',
  '.htm',
  '.tex',
  '.org',
]);
/** Read too, with pictures, documents without an extension (README, copyright) and what is packed by gzip. */
const READ_TOO: ReadonlySet<string> = new Set([
  '',
  '.pdf',
  '.docx',
  '.odt',
  '.pptx',
  '.odp',
  '.xlsx',
  '.ods',
  '.epub',
  '.rtf',
  '.eml',
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.svg',
  '.webp',
]);
/** What begins so is a document, whatever follows: README.Debian, NEWS.old. */
const DOCUMENT_NAMES: readonly string[] = ['README', 'NEWS', 'CHANGES', 'ChangeLog', 'changelog', 'TODO', 'FAQ'];
const DOCUMENT_BYTES = 2_000_000;
/** A tree with fewer documents is no folder, one with more of anything takes too long here and is taken in its parts. */
const LEAST_DOCUMENTS = 2;
const MOST = { documents: 400, files: 3000, bytes: 64_000_000 };
const MOST_DEPTH = 14;
/** A folder of this name, in a folder of such a name, or with one of these files in it is the top of a tree. */
const TOP_NAMES: ReadonlySet<string> = new Set('doc docs documentation spec specs rfcs man manual guides'.split(' '));
const TOP_PARENTS: ReadonlySet<string> = new Set('site-packages dist-packages Help contributing'.split(' '));
const TOP_FILES: ReadonlySet<string> = new Set('package.json go.mod Cargo.toml copyright setup.py'.split(' '));
/** What tests are fed with is damaged on purpose. */
const OF_TESTS: ReadonlySet<string> = new Set('test tests testdata test_data fixtures'.split(' '));
/** What a tool made or fetched, which no one who copies the tree takes along; packages inside are trees of their own. */
const NOT_OF_THE_TREE = /^(?:node_modules|__pycache__|\.git|.*\.(?:dist|egg)-info)$/u;

/**
 * Which half a tree is of, by a hash of its name (a package's, wherever it is installed): rules are tuned on alarms of those that
 * are `seen`; what is raised in the others is only counted.
 */
export function halfOf(root: string, top: string): 'seen' | 'unseen' {
  const name = (
    /.*(?:^|\/)(?:node_modules|site-packages|dist-packages)\/(.+)$/u.exec(top)?.[1] ?? relative(root, top)
  ).replace(/-\d[\d.]*$/u, '');
  return hashString(`half ${name}`) % 2 === 0 ? 'seen' : 'unseen';
}

/** The trees under a folder; none lies in another. */
export function treesUnder(root: string): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  walk(root, root, 0, trees);
  return trees;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not ours to read
  }
}

function walk(root: string, folder: string, depth: number, trees: Map<string, Tree>): void {
  if (depth > MOST_DEPTH) return;
  const entries = entriesOf(folder);
  const isTop =
    folder !== root &&
    (TOP_NAMES.has(basename(folder)) ||
      TOP_PARENTS.has(basename(dirname(folder))) ||
      entries.some((entry) => TOP_FILES.has(entry.name)));
  const tree = isTop ? wholeTree(folder) : null;
  if (tree) trees.set(folder, tree);
  // packages inside of a package are trees of their own, as are the parts of what is too large
  for (const path of tree ? packagesUnder(folder, 0) : foldersIn(folder, entries)) walk(root, path, depth + 1, trees);
}

function foldersIn(folder: string, entries: readonly Dirent[]): string[] {
  return entries
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !OF_TESTS.has(entry.name) &&
        (entry.name === 'node_modules' || !NOT_OF_THE_TREE.test(entry.name)),
    )
    .map((entry) => join(folder, entry.name));
}

function packagesUnder(folder: string, depth: number): string[] {
  if (depth > MOST_DEPTH) return [];
  return foldersIn(folder, entriesOf(folder)).flatMap((path) =>
    basename(path) === 'node_modules' ? [path] : packagesUnder(path, depth + 1),
  );
}

/** All that lies in a folder; null where it is too little or too much. */
function wholeTree(top: string): Tree | null {
  const tree: Tree = { files: new Map(), left: new Set() };
  const testFolders = new Set<string>();
  let documents = 0;
  let bytes = 0;
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      const name = relative(top, path);
      if (entry.isDirectory()) {
        if (NOT_OF_THE_TREE.test(entry.name)) continue;
        if (OF_TESTS.has(entry.name)) testFolders.add(`/${escaped(name)}/`);
        folders.push(path);
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        tree.files.set(name, path);
        const stats = statSync(path, { throwIfNoEntry: false });
        const size = stats?.isFile() ? stats.size : 0;
        const extension = extensionOf(entry.name);
        const plain = extension.replace(/\.gz$/u, '');
        if (!TEXT.has(plain) && !READ_TOO.has(plain)) tree.left.add(`*${escaped(extension)}`);
        // programs and settings have no extension either
        else if (plain === '' && (entry.name.startsWith('.') || ((stats?.mode ?? 0) & 0o111) !== 0))
          tree.left.add(`/${escaped(name)}`);
        bytes += size;
        if (entry.isFile() && TEXT.has(extname(entry.name).toLowerCase()) && size < DOCUMENT_BYTES) documents++;
        if (documents > MOST.documents || tree.files.size > MOST.files || bytes > MOST.bytes) return null;
      }
    }
  }
  if (documents < LEAST_DOCUMENTS) return null;
  // as one who checks documentation would have it: programs and data lie there, and are not read
  for (const name of DOCUMENT_NAMES) tree.left.add(`!${name}*`);
  for (const folder of testFolders) tree.left.add(folder);
  return tree;
}

function extensionOf(name: string): string {
  const packed = /\.gz$/iu.test(name);
  return extname(packed ? name.slice(0, -3) : name) + (packed ? '.gz' : '');
}

/** A name as it stands in an ignore file. */
export function escaped(path: string): string {
  return path.replaceAll(/[[\]*?!#\\ ]/gu, '\\$&');
}

/** In bytes; 0 where there is no file at the end of a link. */
export function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : 0;
}

/** Makes the folder: hard links where the file system allows, so that size does not matter. */
export function make(tree: Tree, folder: string): void {
  const places = new Map<string, string>();
  for (const [path, from] of tree.files) places.set(from, path);
  for (const [path, from] of tree.files) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    let real: string;
    try {
      real = realpathSync(from);
    } catch {
      continue; // a link that leads nowhere on this machine
    }
    if (!statSync(real).isFile()) continue;
    const inside = real === from ? undefined : places.get(real);
    if (inside !== undefined && inside !== path) symlinkSync(relative(dirname(to), join(folder, inside)), to);
    else put(real, to);
  }
  if (tree.left.size > 0) {
    const ignore = join(folder, '.seedcheckignore');
    rmSync(ignore, { force: true });
    writeFileSync(ignore, [...tree.left].join('\n'));
  }
}

function put(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another file system
  }
}
