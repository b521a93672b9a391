/**
 * False alarms of `near-copy`: the corpus's documents grouped by source, each group as one folder.
 * `npm run eval:near-copies -- [--split train|dev] [--corpus DIR]`
 */
import { parseArgs } from 'node:util';
import { nearCopy, type NearCopyFact } from '../src/checks/near-copy.ts';
import type { Document, Entry, Fact, FolderView, KindReading } from '../src/core/types.ts';
import { dense } from '../src/views/dense.ts';
import { hash64Units } from '../src/core/hash.ts';
import { load, rows } from './corpus.ts';
import { wilson } from './random.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: '../shared/corpus' }, split: { type: 'string', default: 'train' } },
});
const UNCLEAR: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

const folders = new Map<string, { path: string; document: Document }[]>();
for (const row of rows(values.corpus)) {
  if (row.split !== values.split || !['spec', 'supporting'].includes(row.role)) continue;
  const document = await load(values.corpus, row);
  if (!document || document.units.length === 0) continue;
  const folder = folders.get(row.source);
  const item = { path: row.path, document };
  if (folder) folder.push(item);
  else folders.set(row.source, [item]);
}
let all = 0;
let documents = 0;
let hit = 0;
let pairs = 0;
let spent = 0;
let units = 0;
for (const [source, items] of folders) {
  if (items.length < 2) continue;
  all++;
  documents += items.length;
  const entries = new Map<string, Entry>();
  const facts: Fact<NearCopyFact>[] = [];
  const texts = new Map<string, Document>();
  for (const { path, document } of items.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    units += document.units.length;
    const began = performance.now();
    const fact = nearCopy.collect!(document, UNCLEAR);
    spent += performance.now() - began;
    if (fact) facts.push({ path, fact });
    texts.set(path, document);
    const d = dense(document).units;
    const print = { dense: hash64Units(d) };
    entries.set(path, { path, sha256: print.dense, print } as unknown as Entry);
  }
  const view: FolderView = {
    entries: [...entries.values()],
    ignored: [],
    entry: (path) => entries.get(path),
    indexed: false,
    declared: () => null,
    companion: (path) => /(?:^|\/)(?:README|LICENSE|CONTRIBUTING|CHANGELOG)[^/]*$/iu.test(path),
    differences: [],
  };
  let found = 0;
  for (const { a, b, data } of nearCopy.pairs!(facts, view)) {
    pairs++;
    for (const { level, message, places } of nearCopy.confirm!(texts.get(a)!, texts.get(b)!, data, view)) {
      if (level !== 'note') found++;
      console.log(
        `${level}\t${source}\t${a}\t${message}\t${JSON.stringify(places[0].quote?.slice(0, 100))}\t${JSON.stringify(places[1]?.quote?.slice(0, 100))}`,
      );
    }
  }
  if (found > 0) hit++;
}
console.log(
  `\n${values.split}: ${hit} of ${all} folders with an alarm, ${wilson(hit, all)} per 100; ${documents} documents, ${pairs} pairs compared; collect ${(units / 1000 / spent).toFixed(1)} M units/s`,
);
