/**
 * False alarms of `near-copy`: the corpus's documents grouped by source, each group as one folder.
 * `npm run eval:near-copies -- [--split train|dev] [--corpus DIR]`
 */
import { parseArgs } from 'node:util';
import { nearCopy, type NearCopyFact } from '../src/checks/near-copy.ts';
import { createDocument } from '../src/core/document.ts';
import { lines } from '../src/views/lines.ts';
import type { Document, Entry, Fact, KindReading } from '../src/core/types.ts';
import { dense } from '../src/views/dense.ts';
import { hash64Units } from '../src/core/hash.ts';
import { load, rows } from './corpus.ts';
import { folderOf } from './judge.ts';
import { random, wilson, type Random } from './random.ts';

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
function entryOf(path: string, document: Document): Entry {
  const hash = hash64Units(dense(document).units);
  return { path, sha256: hash, print: { dense: hash } } as unknown as Entry;
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
    entries.set(path, entryOf(path, document));
  }
  const view = folderOf(entries);
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

// Edited copies: how many are found, and whether the first differing line is right.

/** Edits as people make them, to some of a document's lines; the line (from 1) of the first. */
const EDITS: Readonly<Record<string, (text: string[], chance: Random) => number>> = {
  'one number changed': (text, chance) => {
    const with_ = text.flatMap((line, i) => (/\d/u.test(line) ? [i] : []));
    if (with_.length === 0) return 0;
    const i = chance.pick(with_);
    text[i] = text[i]!.replace(/\d/u, (digit) => String((Number(digit) + 1 + chance.below(8)) % 10));
    return i + 1;
  },
  'one line lost': (text, chance) => {
    const i = chance.below(text.length);
    text.splice(i, 1);
    return i + 1;
  },
  '2 % of the lines changed': (text, chance) => some(text, chance, 0.02),
  '5 % of the lines changed': (text, chance) => some(text, chance, 0.05),
  '10 % of the lines changed': (text, chance) => some(text, chance, 0.1),
};

function some(text: string[], chance: Random, share: number): number {
  let first = 0;
  for (let i = 0; i < text.length; i++)
    if (chance.next() < share && text[i]!.trim() !== '') {
      text[i] = `Changed: ${text[i]!.trim().split('').reverse().join('')}`;
      first ||= i + 1;
    }
  return first;
}

const chance = random(1);
const pool = [...folders.values()]
  .flat()
  .filter(({ document }) => document.units.length > 1200 && document.units.length < 200_000);
for (const [name, edit] of Object.entries(EDITS)) {
  let n = 0;
  let hits = 0;
  let right = 0;
  for (let attempt = 0; attempt < 2000 && n < 300; attempt++) {
    const { document } = chance.pick(pool);
    const text = document.text.split('\n');
    const line = edit(text, chance);
    const copy = createDocument({ path: 'b/x', format: document.format, encoding: 'utf-8', text: text.join('\n') });
    const original = createDocument({ path: 'a/x', format: document.format, encoding: 'utf-8', text: document.text });
    const entries = new Map([original, copy].map((each) => [each.path, entryOf(each.path, each)]));
    if (line === 0 || entries.get('a/x')!.sha256 === entries.get('b/x')!.sha256 || lines(original).count < 10) continue;
    const facts = [original, copy].flatMap((each) => {
      const fact = nearCopy.collect!(each, UNCLEAR);
      return fact ? [{ path: each.path, fact }] : [];
    });
    if (facts.length < 2) continue;
    n++;
    const found = [...nearCopy.pairs!(facts, folderOf(entries))]
      .flatMap((pair) => [...nearCopy.confirm!(original, copy, pair.data, folderOf(entries))])
      .filter((each) => each.level !== 'note');
    if (found.length > 0) hits++;
    if (found.some(({ places: [place] }) => Math.abs(place.line! - line) <= 1)) right++;
  }
  console.log(`${name}: found ${wilson(hits, n)} of ${n}; first line within one ${wilson(right, hits)}`);
}
