/**
 * Speed and memory in one thread: all checks together on real documents of 10 to 100 kB, each check by itself, and one
 * document that grows. `npm run eval:speed -- [--split dev] [--json FILE] [--most MB] [--corpus DIR]`
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checks } from '../src/checks/index.ts';
import { createDocument } from '../src/core/document.ts';
import type { Document } from '../src/core/types.ts';
import { makeExamine } from '../src/examine.ts';
import { classify } from '../src/kind/index.ts';
import { load, rows } from './corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'dev' },
    most: { type: 'string', default: '100' },
    json: { type: 'string' },
  },
});

const documents: Document[] = [];
let bytes = 0;
for (const row of rows(values.corpus)) {
  if (row.split !== values.split || row.role === 'stray') continue;
  const document = await load(values.corpus, row);
  if (!document) continue;
  const size = Buffer.byteLength(document.text);
  if (size < 10_000 || size > 100_000) continue;
  documents.push(document);
  bytes += size;
}
const fresh = (document: Document): Document =>
  createDocument({ path: document.path, format: document.format, encoding: document.encoding, text: document.units });

const spent = new Map<string, number>();
async function runAll(document: Document): Promise<void> {
  const reading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] } as const;
  for (const check of checks) {
    const began = performance.now();
    if (check.scope === 'document') {
      for (const _ of check.run(document));
      const later = check.later?.(document);
      if (later) for (const _ of await later);
    } else check.collect?.(document, reading);
    spent.set(check.id, (spent.get(check.id) ?? 0) + performance.now() - began);
  }
}
for (const document of documents) await runAll(fresh(document)); // warm
const runs: number[] = [];
for (let run = 0; run < 3; run++) {
  spent.clear();
  const copies = documents.map(fresh);
  const began = performance.now();
  for (const document of copies) await runAll(document);
  runs.push(performance.now() - began);
}
const checksMs = Math.min(...runs);
const perCheck = [...spent]
  .toSorted((a, b) => b[1] - a[1])
  .map(([id, ms]): [string, number] => [id, ms / (bytes / 1e6)]);

const examine = makeExamine((data) => createHash('sha256').update(data).digest('hex'));
const sources = documents.map((document) => {
  const data = Buffer.from(document.text);
  return { path: document.path, bytes: new Uint8Array(data), sha256: createHash('sha256').update(data).digest('hex') };
});
const whole: number[] = [];
for (let run = 0; run < 3; run++) {
  const began = performance.now();
  for (const source of sources) await examine(source);
  whole.push(performance.now() - began);
}
const classifyBegan = performance.now();
for (const document of documents.map(fresh)) classify(document);
const classifyMs = performance.now() - classifyBegan;

console.log(
  `${documents.length} documents of 10 to 100 kB, ${(bytes / 1e6).toFixed(1)} MB, one thread, Node ${process.version}`,
);
console.log(`all checks with the views they need: ${(bytes / 1000 / checksMs).toFixed(1)} MB/s`);
console.log(
  `everything (reading, kind, prints, checks): ${(bytes / 1000 / Math.min(...whole)).toFixed(1)} MB/s; kind with its views alone: ${(bytes / 1000 / classifyMs).toFixed(1)} MB/s`,
);
console.log('ms per MB, by check (the first that needs a view pays for it):');
for (const [id, ms] of perCheck) if (ms >= 0.05) console.log(`  ${id}: ${ms.toFixed(2)}`);

/** One document of so many MB, of real paragraphs in a changing order, so that it does not repeat itself. */
function grown(megabytes: number): Document {
  const paragraphs = documents
    .filter((document) => document.format === 'markdown' || document.format === 'text')
    .flatMap((document) => document.text.split(/\n{2,}/u));
  let out = '';
  let length = 0;
  const pieces: string[] = [];
  for (let i = 0; length < megabytes * 1e6; i++) {
    const piece = `${paragraphs[(i * 7919) % paragraphs.length]!} ${i}`;
    pieces.push(piece);
    length += piece.length + 2;
  }
  out = pieces.join('\n\n');
  return createDocument({ path: 'grown.md', format: 'markdown', encoding: 'utf-8', text: out });
}
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes of objects, strings and arrays that are still in use. */
function used(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
/**
 * `memory`: by how much the process grew, in bytes a byte of input, what is no longer in use and not yet collected among it.
 * `kept`: what the views of the document hold, by the same measure.
 */
const growth: { megabytes: number; units: number; ms: number; memory: number; kept: number }[] = [];
for (const megabytes of [1, 10, Number(values.most)]) {
  const document = grown(megabytes);
  const { units } = document;
  const inUse = used();
  const before = process.memoryUsage().rss;
  const one = createDocument({ path: 'grown.md', format: 'markdown', encoding: 'utf-8', text: units });
  const began = performance.now();
  await runAll(one);
  const ms = performance.now() - began;
  const memory = (process.memoryUsage().rss - before) / (megabytes * 1e6);
  const kept = (used() - inUse) / (megabytes * 1e6);
  // its length is asked for here so that the document is still in use above
  growth.push({ megabytes, units: one.units.length, ms, memory, kept });
  console.log(
    `one document of ${megabytes} MB: ${(ms / 1000).toFixed(2)} s, ${((megabytes * 1000) / ms).toFixed(1)} MB/s, grew by ${memory.toFixed(1)} times the input, of it ${kept.toFixed(1)} in use at the end`,
  );
}
const [, ten, most] = growth;
const exponent = Math.log(most!.ms / ten!.ms) / Math.log(most!.megabytes / ten!.megabytes);
console.log(`growth exponent, 10 to ${values.most} MB: ${exponent.toFixed(3)}`);
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify({
      documents: documents.length,
      bytes,
      node: process.version,
      checks: bytes / 1000 / checksMs,
      everything: bytes / 1000 / Math.min(...whole),
      kind: bytes / 1000 / classifyMs,
      perCheck,
      growth,
      exponent,
    }),
  );
