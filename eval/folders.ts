/**
 * False alarms, folders: the corpus's sources under their real paths, and documentation trees that lie on this machine,
 * each checked as one folder by the whole product.
 * `npm run eval:folders -- [--split train|dev] [--trees DIR,DIR] [--most N] [--json FILE] [--corpus DIR]`
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/core/types.ts';
import { seedcheck } from '../src/index.ts';
import { rows } from './corpus.ts';
import { damageChecks } from './judge.ts';
import { labelKey, readLabels } from './labels.ts';
import { wilson } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'dev' },
    trees: { type: 'string', default: 'node_modules,/usr/share/doc,/usr/lib,/usr/src,/root,/opt' },
    most: { type: 'string', default: '400' },
    quiet: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

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
/** A tree with fewer documents is no folder, one with more takes too long here. */
const DOCUMENTS = { least: 2, most: 400 };
/** A folder of this name, in a folder of such a name, or with one of these files in it is the top of a tree. */
const TOP_NAMES: ReadonlySet<string> = new Set('doc docs documentation spec specs rfcs man manual guides'.split(' '));
const TOP_PARENTS: ReadonlySet<string> = new Set('site-packages dist-packages Help contributing'.split(' '));
const TOP_FILES: ReadonlySet<string> = new Set('package.json go.mod Cargo.toml METADATA copyright setup.py'.split(' '));
/** What tests are fed with is damaged on purpose. */
const NOT_DOCUMENTS: ReadonlySet<string> = new Set('test tests testdata test_data fixtures __pycache__'.split(' '));

const labels = readLabels();
const damage = new Set(damageChecks.map((check) => check.id));

interface Tally {
  folders: number;
  documents: number;
  /** Folders with an alarm, and with one that is wrong or was not read, by `level check`. */
  readonly alarms: Map<string, Set<string>>;
  readonly wrong: Map<string, Set<string>>;
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

function count(tally: Tally, name: string, report: Report): void {
  tally.folders++;
  tally.documents += report.documents.length;
  const hashes = new Map(report.documents.map((document) => [document.path, document.sha256]));
  const all = createHash('sha256')
    .update([...hashes.values()].join())
    .digest('hex');
  for (const { check, level, path, line, message, quote } of report.findings) {
    if (level === 'note') continue;
    const hash = hashes.get(path) ?? all;
    const label = labels.get(labelKey(hash, check, line));
    const group = damage.has(check) ? 'damage' : 'set and kind';
    for (const key of [`${level} ${check}`, `${level} * ${group}`, `${level} *`]) {
      add(tally.alarms, key, name);
      if (label !== 'true') add(tally.wrong, key, name);
    }
    if (!values.quiet)
      console.log(
        `${level}\t${check}\t${name}/${path}:${line}\t${label ?? 'not read'}\t${hash.slice(0, 12)}\t${message}\t${JSON.stringify(quote?.slice(0, 160))}`,
      );
  }
}

async function checkTree(tally: Tally, name: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seedcheck-folders-'));
  try {
    for (const [path, from] of files) {
      const to = join(folder, path);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    }
    count(tally, name, await seedcheck(folder, { threads: 0 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The documents under a folder that no deeper top claims; tops are added to `trees`. */
function walk(
  root: string,
  folder: string,
  depth: number,
  trees: Map<string, Map<string, string>>,
  top: string | null,
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return; // not ours to read
  }
  const isTop =
    folder !== root &&
    (TOP_NAMES.has(basename(folder)) ||
      TOP_PARENTS.has(basename(dirname(folder))) ||
      entries.some((entry) => TOP_FILES.has(entry.name)));
  const mine = top !== null && !entries.some((entry) => TOP_FILES.has(entry.name)) ? top : isTop ? folder : top;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < 14 && !NOT_DOCUMENTS.has(entry.name)) walk(root, path, depth + 1, trees, mine);
    else if (
      entry.isFile() &&
      mine !== null &&
      TEXT.has(extname(entry.name).toLowerCase()) &&
      statSync(path).size < 2_000_000
    ) {
      const tree = trees.get(mine) ?? new Map<string, string>();
      trees.set(mine, tree.set(relative(mine, path), path));
    }
  }
}

function print(title: string, tally: Tally): void {
  console.log(
    `\n${title}: ${tally.folders} folders, ${tally.documents} documents; folders with an alarm; of them wrong or not read, per 100 (95 % interval)`,
  );
  for (const key of [...tally.alarms.keys()].toSorted()) {
    const bad = tally.wrong.get(key)?.size ?? 0;
    console.log(`${key}: ${tally.alarms.get(key)!.size}; ${bad}: ${wilson(bad, tally.folders)}`);
  }
}

const fresh = (): Tally => ({ folders: 0, documents: 0, alarms: new Map(), wrong: new Map() });
const sources = fresh();
const bySource = new Map<string, Map<string, string>>();
for (const row of rows(values.corpus)) {
  if (row.split !== values.split || (row.role !== 'spec' && row.role !== 'supporting')) continue;
  const folder = bySource.get(row.source) ?? new Map<string, string>();
  const path = row.path.replace(/\.gz$/u, '').replaceAll(':', '/').replace(/^\/+/u, '').replaceAll('../', '');
  const name = path.toLowerCase().endsWith(extname(row.file).toLowerCase()) ? path : path + extname(row.file);
  bySource.set(row.source, folder.set(name, join(values.corpus, row.file)));
}
for (const [source, files] of bySource) await checkTree(sources, source, files);
print(`sources, ${values.split}`, sources);

const trees = new Map<string, Map<string, string>>();
for (const root of values.trees.split(',').filter(Boolean)) walk(root, root, 0, trees, null);
const machine = fresh();
/** Trees of the same documents (a package installed twice) count once. */
const seen = new Set<string>();
for (const [top, files] of trees) {
  if (files.size < DOCUMENTS.least || files.size > DOCUMENTS.most || machine.folders >= Number(values.most)) continue;
  const key = [...files].map(([path, from]) => `${path} ${statSync(from).size}`).join();
  if (seen.has(key)) continue;
  seen.add(key);
  await checkTree(machine, top, files);
}
print('documentation trees of this machine', machine);

const plain = (tally: Tally): unknown => ({
  folders: tally.folders,
  documents: tally.documents,
  alarms: Object.fromEntries(
    [...tally.alarms].map(([key, set]): [string, { alarms: number; wrong: number }] => [
      key,
      { alarms: set.size, wrong: tally.wrong.get(key)?.size ?? 0 },
    ]),
  ),
});
if (values.json)
  writeFileSync(values.json, JSON.stringify({ split: values.split, sources: plain(sources), machine: plain(machine) }));
