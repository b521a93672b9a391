/**
 * False alarms, folders: the corpus's sources under their real paths, and documentation trees that lie on this machine,
 * each checked as one folder by the whole product.
 * Every file is there, pictures and packed files too. Trees are in two halves (trees.ts): the alarms of those that are tuned on are
 * printed, of the others only how many there are.
 * `npm run eval:folders -- [--split train|dev] [--trees DIR,DIR] [--half seen|unseen|all] [--only NAME,NAME] [--most N] [--unread] [--json FILE] [--corpus DIR]`
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/core/types.ts';
import { seedcheck } from '../src/index.ts';
import { rows } from './corpus.ts';
import { damageChecks } from './judge.ts';
import { labelKey, readLabels } from './labels.ts';
import { wilson } from './random.ts';
import { escaped, halfOf, make, sizeOf, treesUnder, type Tree } from './trees.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'dev' },
    trees: { type: 'string', default: 'node_modules,/usr/share/doc,/usr/lib,/usr/src,/root,/opt' },
    half: { type: 'string', default: 'seen' },
    only: { type: 'string' },
    most: { type: 'string', default: '400' },
    quiet: { type: 'boolean', default: false },
    unread: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

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

function count(tally: Tally, name: string, report: Report, shown: boolean): void {
  tally.folders++;
  tally.documents += report.documents.filter((document) => document.outcome === 'read').length;
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
    if (shown && !values.quiet && !(values.unread && label !== undefined))
      console.log(
        `${level}\t${check}\t${name}/${path}:${line}\t${label ?? 'not read'}\t${hash}\t${message}\t${JSON.stringify(quote?.slice(0, 160))}`,
      );
  }
}

async function checkTree(tally: Tally, name: string, tree: Tree, shown: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seedcheck-folders-'));
  try {
    make(tree, folder);
    count(tally, name, await seedcheck(folder, { threads: 0 }), shown);
  } finally {
    rmSync(folder, { recursive: true });
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

/**
 * The documents of each source under the paths that they have there. Those that are strays lie in the folder too, so
 * that links to them lead somewhere, but are not read.
 */
function sourceTrees(): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const row of rows(values.corpus)) {
    if (row.split !== values.split) continue;
    const path = row.path.replace(/\.gz$/u, '').replace(/^\/+/u, '');
    const name = path.toLowerCase().endsWith(extname(row.file).toLowerCase()) ? path : path + extname(row.file);
    const tree = trees.get(row.source) ?? { files: new Map(), left: new Set() };
    trees.set(row.source, tree);
    tree.files.set(name, resolve(values.corpus, row.file));
    if (row.role === 'stray') tree.left.add(`/${escaped(name)}`);
  }
  for (const [source, tree] of trees) if (tree.left.size === tree.files.size) trees.delete(source);
  return trees;
}

/** Names of folders, or parts of them, that alone are checked. */
const only = values.only?.split(',');
const isWanted = (name: string): boolean => !only || only.some((part) => name.includes(part));

const fresh = (): Tally => ({ folders: 0, documents: 0, alarms: new Map(), wrong: new Map() });
const sources = fresh();
for (const [source, tree] of sourceTrees()) if (isWanted(source)) await checkTree(sources, source, tree, true);
print(`sources, ${values.split}`, sources);

const halves = { seen: fresh(), unseen: fresh() };
/** Trees of the same files (a package installed twice) count once. */
const known = new Set<string>();
for (const root of values.trees.split(',').filter(Boolean)) {
  for (const [top, tree] of treesUnder(root)) {
    if (!isWanted(top)) continue;
    if (halves.seen.folders + halves.unseen.folders >= Number(values.most)) break;
    const key = [...tree.files].map(([path, from]) => `${path} ${sizeOf(from)}`).join();
    if (known.has(key)) continue;
    known.add(key);
    const half = halfOf(root, top);
    await checkTree(halves[half], top, tree, [half, 'all'].includes(values.half));
  }
}
print('documentation trees of this machine, seen half', halves.seen);
print('documentation trees of this machine, unseen half', halves.unseen);

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
  writeFileSync(
    values.json,
    JSON.stringify({
      split: values.split,
      sources: plain(sources),
      seen: plain(halves.seen),
      unseen: plain(halves.unseen),
    }),
  );
