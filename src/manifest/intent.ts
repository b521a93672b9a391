/**
 * What was meant to be in a folder: which index files are contracts, and what they say of each path. The same for
 * `--expect FILE` and `--expect-list TSV`, which stand in for every contract of the folder.
 */
import { nowhere } from '../core/locate.ts';
import type { Declared, Place } from '../core/types.ts';
import type { ExpectRow } from '../lists/expect-list.ts';
import { glob, type Glob } from '../lists/glob.ts';
import type { FileList, ListedRow } from '../lists/types.ts';
import { hasKnownExtension } from './index-file-inline.ts';
import { fileNames, parseIndex, type FileNames, type IndexFile } from './index-file.ts';
import { baseName, displayPath, folderOf } from './paths.ts';
import { SEAL_NAME } from './seal.ts';
import type { AcceptedLine, IndexEntry, IndexFault, Intent } from './types.ts';

/** Whether a file may be an index by its name. */
export function isIndexName(path: string): boolean {
  const name = baseName(path);
  return name === 'INDEX.md' || name === 'index.md';
}

export interface IntentInput {
  /** All paths in the folder, litter left out. */
  readonly files: readonly string[];
  /** Text of each file that `isIndexName`, at any depth. */
  readonly indexes: ReadonlyMap<string, string>;
  /** Whether INDEX.sha256 lies at the top. */
  readonly hasSeal: boolean;
  /** `--expect`. */
  readonly expect?: Expectation;
  /** `--expect-list`: the rows of this folder. */
  readonly expectList?: { readonly name: string; readonly rows: readonly ExpectRow[] };
  /** A list of another kind; it counts where there is no contract. */
  readonly list?: FileList | null;
}

/** What `--expect FILE` says, read once for many folders. */
export interface Expectation {
  readonly name: string;
  readonly index: IndexFile;
  readonly scope: Scope;
  readonly entries: readonly IndexEntry[];
  readonly faults: readonly IndexFault[];
}

/** Reads the index of `--expect`. `name` is the file as the user named it. Bare paths are read as they are written. */
export function readExpectation(text: string, name: string): Expectation {
  const index = parseIndex(text, name, { patterns: true, folder: '' });
  const faults = [...index.faults];
  const scope = scopeOf('', index.entries, faults);
  return { name, index, scope, entries: scope.entries, faults };
}

/** What one index says of the paths under its folder. */
interface Scope {
  /** With its final `/`, or empty. */
  readonly folder: string;
  /** The entries that count, one a path, in order of line. */
  readonly entries: readonly IndexEntry[];
  readonly exact: ReadonlyMap<string, IndexEntry>;
  readonly folders: ReadonlyMap<string, IndexEntry>;
  readonly patterns: readonly { readonly glob: Glob; readonly entry: IndexEntry }[];
}

// Of two entries for one path, the one that asks for more counts.
const RANK: Readonly<Record<Declared, number>> = {
  specification: 0,
  background: 1,
  attachment: 2,
  other: 3,
  'not-placed': 4,
  'left-out': 5,
};

function scopeOf(folder: string, all: readonly IndexEntry[], faults: IndexFault[]): Scope {
  const byPath = new Map<string, IndexEntry>();
  const extra: { readonly kept: string; readonly entry: IndexEntry }[] = [];
  for (const entry of all) {
    const before = byPath.get(entry.path);
    if (!before) byPath.set(entry.path, entry);
    else if (RANK[entry.declared] < RANK[before.declared]) {
      byPath.set(entry.path, entry);
      extra.push({ kept: entry.path, entry: before });
    } else extra.push({ kept: entry.path, entry });
  }
  for (const { kept, entry } of extra) {
    const counts = byPath.get(kept)!;
    const same = counts.declared === entry.declared;
    faults.push({
      level: 'look',
      message: same
        ? `${displayPath(entry.path)} stands twice under ${headingName(entry)}; line ${counts.place.line} counts`
        : `${displayPath(entry.path)} stands under ${headingName(counts)} and under ${headingName(entry)}; line ${counts.place.line} counts`,
      next: 'Take one of the two lines out',
      place: entry.place,
      related: [{ ...counts.place, note: 'this line counts' }],
    });
  }
  const entries = all.filter((entry) => byPath.get(entry.path) === entry);
  const exact = new Map<string, IndexEntry>();
  const folders = new Map<string, IndexEntry>();
  const patterns: { glob: Glob; entry: IndexEntry }[] = [];
  for (const entry of entries)
    if (entry.what === 'file') exact.set(entry.path, entry);
    else if (entry.what === 'folder') folders.set(entry.path === './' ? '' : entry.path, entry);
    else patterns.push({ glob: glob(entry.path), entry });
  return { folder, entries, exact, folders, patterns };
}

function headingName(entry: IndexEntry): string {
  return entry.heading === '' ? 'no heading' : `"${entry.heading}"`;
}

function ask(scope: Scope, path: string): IndexEntry | null {
  const own = scope.exact.get(path);
  if (own) return own;
  let best: IndexEntry | null = null;
  let depth = -1;
  if (scope.folders.size > 0)
    for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
      const entry = scope.folders.get(folder);
      if (entry) {
        best = entry;
        depth = folder.length;
        break;
      }
      if (folder.length <= scope.folder.length) break;
    }
  for (const { glob: pattern, entry } of scope.patterns)
    if (
      pattern.folder.length >= depth &&
      (pattern.folder.length > depth || best?.what !== 'pattern') &&
      pattern.matches(path)
    ) {
      best = entry;
      depth = pattern.folder.length;
    }
  return best;
}

/** What the folder's contracts, or the options that stand in for them, say of it. */
export function intentOf(input: IntentInput): Intent {
  const found = contractsOf(input);
  if (input.expect) {
    const { expect } = input;
    return intent(
      'expect',
      found,
      [expect.scope],
      expect.entries,
      expect.faults,
      expect.index.accepted,
      expect.index.placeholder,
    );
  }
  if (input.expectList) {
    const entries = input.expectList.rows.map((row) => entryOfRow(row, input.expectList!.name));
    const faults: IndexFault[] = [];
    const scope = scopeOf('', entries, faults);
    return intent('expect-list', found, [scope], scope.entries, faults, [], null);
  }
  const { list } = input;
  if (list && found.contracts.length === 0) {
    const entries = list.rows.map((row) => entryOfListed(row, list.form));
    const faults: IndexFault[] = [...list.faults];
    const scope = scopeOf('', entries, faults);
    const own = { ...found, contracts: [list.name, ...list.own.filter((path) => path !== list.name)] };
    return { ...intent('list', own, [scope], scope.entries, faults, [], null), covers: list.covers };
  }
  const faults = [...found.faults];
  const entries: IndexEntry[] = [];
  const accepted: AcceptedLine[] = [];
  let placeholder: Place | null = null;
  for (const { index, scope } of found.counting) {
    faults.push(...index.faults);
    accepted.push(...index.accepted);
    placeholder ??= index.placeholder;
    entries.push(...scope.entries);
  }
  const source = found.counting.length > 0 ? 'index' : 'none';
  const scopes = found.counting.map((one) => one.scope);
  return intent(source, found, scopes, nearest(entries, scopes, faults), faults, accepted, placeholder);
}

function intent(
  source: Intent['source'],
  found: Found,
  scopes: readonly Scope[],
  entries: readonly IndexEntry[],
  faults: readonly IndexFault[],
  accepted: readonly AcceptedLine[],
  placeholder: Place | null,
): Intent {
  const indexed = entries.some((entry) => entry.declared !== 'not-placed' && entry.declared !== 'left-out');
  const all = [...faults];
  if (placeholder && indexed)
    all.push({
      level: 'look',
      message: "init's placeholder still stands beside real entries",
      next: 'Take the placeholder line out',
      place: placeholder,
    });
  const byFolder = new Map(scopes.map((scope) => [scope.folder, scope]));
  return {
    source,
    indexed,
    contracts: found.contracts,
    notContracts: found.notContracts,
    entries,
    faults: all,
    accepted,
    placeholder,
    covers: () => true,
    declares(path) {
      const scope = scopeAt(byFolder, path);
      const entry = scope ? ask(scope, path) : null;
      return entry ? { declared: entry.declared, entry } : null;
    },
  };
}

/** The scope that decides for a path: that of the nearest contract above it. */
function scopeAt(byFolder: ReadonlyMap<string, Scope>, path: string): Scope | undefined {
  if (byFolder.size <= 1) return byFolder.get('');
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    const scope = byFolder.get(folder);
    if (scope || folder === '') return scope;
  }
}

/** Without the entries of outer indexes for paths that an inner index names too; where the roles differ, a fault. */
function nearest(
  entries: readonly IndexEntry[],
  scopes: readonly Scope[],
  faults: IndexFault[],
): readonly IndexEntry[] {
  if (scopes.length <= 1) return entries;
  const byFolder = new Map(scopes.map((scope) => [scope.folder, scope]));
  return entries.filter((entry) => {
    const scope = scopeAt(byFolder, entry.path);
    const inner = scope?.exact.get(entry.path);
    if (!inner || inner === entry) return true;
    if (inner.declared !== entry.declared)
      faults.push({
        level: 'look',
        message: `${displayPath(entry.path)} stands under ${headingName(entry)} here and under ${headingName(inner)} in ${displayPath(inner.place.path)}, which counts`,
        next: 'Take one of the two lines out',
        place: entry.place,
        related: [{ ...inner.place, note: 'this line counts' }],
      });
    return false;
  });
}

function entryOfRow(row: ExpectRow, name: string): IndexEntry {
  return {
    path: row.path,
    what: 'file',
    declared: row.declared,
    status: 'required',
    from: null,
    note: null,
    ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
    heading: name,
    headingLine: row.line,
    place: { ...nowhere(name), line: row.line, endLine: row.line, column: 1, quote: row.quote },
  };
}

/** Digests of nothing: a list that gives one of them means an empty file. */
const OF_NOTHING: ReadonlySet<string> = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** A list says that a file is meant, not what it is for; one that vouches for no bytes asks for no text. */
function entryOfListed(row: ListedRow, form: string): IndexEntry {
  const empty =
    row.size === 0 ||
    row.digests.some(({ hex }) => OF_NOTHING.has(hex) || hex.startsWith('cf83e1357eefb8bdf1542850d66d8007'));
  const sha256 = row.digests.find((digest) => digest.algorithm === 'sha256')?.hex;
  return {
    path: row.path,
    what: 'file',
    declared: empty ? 'attachment' : 'other',
    status: row.status,
    from: null,
    note: null,
    ...(sha256 === undefined ? {} : { sha256 }),
    heading: form,
    headingLine: row.line,
    place: { ...nowhere(row.list), line: row.line, endLine: row.line, column: 1, quote: row.quote },
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Which index files are contracts

interface Counting {
  readonly index: IndexFile;
  readonly scope: Scope;
}

interface Found {
  readonly contracts: readonly string[];
  readonly notContracts: readonly { readonly path: string; readonly why: string }[];
  /** The contracts that decide, outer ones first. */
  readonly counting: readonly Counting[];
  readonly faults: readonly IndexFault[];
}

const WHY_NO_ROLE = 'no heading of an index (Specifications, Background, ...) has an entry';

function contractsOf(input: IntentInput): Found {
  const names = fileNames(input.files);
  const faults: IndexFault[] = [];
  const contracts: string[] = [];
  const notContracts: { path: string; why: string }[] = [];
  const counting: Counting[] = [];
  const folders = new Map<string, string[]>();
  for (const path of [...input.indexes.keys()].sort(byDepth)) {
    const folder = folderOf(path);
    const list = folders.get(folder);
    if (list) list.push(path);
    else folders.set(folder, [path]);
  }
  const scopes = new Map<string, Scope>();
  for (const [folder, paths] of folders) {
    const top = folder === '';
    const parsed = paths.map((path) => parseIndex(input.indexes.get(path)!, path, { files: names }));
    const likely = parsed.filter(
      (index, i) =>
        (index.hasRole && (baseName(index.path) === 'INDEX.md' || speaksOfFiles(index, names))) ||
        index.placeholder !== null ||
        (top && input.hasSeal && i === 0),
    );
    for (const index of parsed) if (!likely.includes(index)) notContracts.push({ path: index.path, why: WHY_NO_ROLE });
    const chosen = likely[0];
    if (!chosen) continue;
    if (!top) {
      const parent = outer(scopes, folder);
      const why = parent ? whyNot(parent, folder, paths) : 'there is no index at the top';
      if (why !== null) {
        for (const index of likely) notContracts.push({ path: index.path, why });
        continue;
      }
    }
    contracts.push(...likely.map((index) => index.path));
    if (likely.length > 1)
      faults.push({
        level: 'stop',
        message: `${likely.map((index) => index.path).join(' and ')} are both an index; ${chosen.path} is read`,
        next: 'Keep one of them',
        place: nowhere(likely[1]!.path),
        related: [nowhere(chosen.path, 'this one is read')],
      });
    const scope = scopeOf(folder, chosen.entries, faults);
    scopes.set(folder, scope);
    counting.push({ index: chosen, scope });
  }
  if (input.hasSeal && contracts.length === 0 && !input.expect && !input.expectList && !input.list)
    faults.push({
      level: 'stop',
      message: `${SEAL_NAME} seals a set that no INDEX.md describes`,
      next: 'Restore INDEX.md, or delete the seal',
      place: nowhere(SEAL_NAME),
    });
  return { contracts, notContracts, faults, counting: withoutIndexes(counting, contracts, faults) };
}

/**
 * Whether one entry at least names what is here, or is a link to something with a file's extension. Asked of `index.md`
 * alone: documents are often called so, and lists of words under a heading like "Requirements" are no contract. Of 3,697
 * real Markdown files (each alone in a folder), 85 would be one by their headings and items, 26 by this.
 */
function speaksOfFiles(index: IndexFile, names: FileNames): boolean {
  return (
    index.accepted.length > 0 ||
    index.entries.some(
      (entry) =>
        (entry.what === 'folder' ? names.hasFolder(entry.path) : names.has(entry.path)) ||
        (hasKnownExtension(entry.path) &&
          /^\s*(?:[-*+|]|\d{1,9}[.)])?\s*(?:\[[ xX]\]\s+)?[[<]/.test(entry.place.quote ?? '')),
    )
  );
}

/** Entries that name an index or the seal are left out, with a note: they are never part of the set. */
function withoutIndexes(
  counting: readonly Counting[],
  contracts: readonly string[],
  faults: IndexFault[],
): readonly Counting[] {
  const never = new Set([...contracts, SEAL_NAME]);
  return counting.map(({ index, scope }) => {
    const own = scope.entries.filter((entry) => never.has(entry.path));
    if (own.length === 0) return { index, scope };
    for (const entry of own)
      faults.push({
        level: 'note',
        message: `${displayPath(entry.path)} is no part of the set that it describes; the line declares nothing`,
        place: entry.place,
      });
    return {
      index,
      scope: scopeOf(
        scope.folder,
        scope.entries.filter((entry) => !never.has(entry.path)),
        [],
      ),
    };
  });
}

function outer(scopes: ReadonlyMap<string, Scope>, folder: string): Scope | undefined {
  for (let above = folderOf(folder.slice(0, -1)); ; above = folderOf(above.slice(0, -1))) {
    const scope = scopes.get(above);
    if (scope || above === '') return scope;
  }
}

/** Why a sub-folder's index does not count; null if it does. */
function whyNot(parent: Scope, folder: string, own: readonly string[]): string | null {
  const over = ask(parent, `${folder}INDEX.md`);
  if (over?.what === 'folder' && (over.declared === 'left-out' || over.declared === 'not-placed'))
    return `${displayPath(over.place.path)} line ${over.place.line} puts ${displayPath(over.path)} under ${headingName(over)}`;
  // Whoever names s/INDEX.md means the set there; s/index.md is more often a document of that name.
  if (parent.folders.has(folder) || parent.exact.has(`${folder}INDEX.md`)) return null;
  const named = own.map((path) => parent.exact.get(path)).find((entry) => entry !== undefined);
  if (named) return `${displayPath(named.place.path)} line ${named.place.line} names it as a document`;
  const inside = namesInside(parent, folder);
  return inside === null
    ? null
    : `${displayPath(inside.place.path)} line ${inside.place.line} names files in ${displayPath(folder)} and not the folder`;
}

const insides = new WeakMap<Scope, ReadonlyMap<string, IndexEntry>>();

/** An entry of the scope for something in the folder; folders of all entries are gathered once. */
function namesInside(scope: Scope, folder: string): IndexEntry | null {
  let map = insides.get(scope);
  if (!map) {
    const gathered = new Map<string, IndexEntry>();
    for (const entry of scope.entries)
      for (
        let at = folderOf(entry.path.replace(/\/$/, ''));
        at.length > scope.folder.length;
        at = folderOf(at.slice(0, -1))
      ) {
        if (gathered.has(at)) break;
        gathered.set(at, entry);
      }
    map = gathered;
    insides.set(scope, map);
  }
  return map.get(folder) ?? null;
}

/** Outer folders first, INDEX.md before index.md, else by code unit. */
function byDepth(a: string, b: string): number {
  const depth = slashes(a) - slashes(b);
  if (depth !== 0) return depth;
  return a < b ? -1 : a > b ? 1 : 0;
}

function slashes(path: string): number {
  let count = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) count++;
  return count;
}
