/**
 * False alarms, documents: every clean real document by itself, document checks alone.
 * `npm run eval:alarms -- [--split train|dev] [--check ID] [--level stop|look] [--corpus DIR]`
 */
import { parseArgs } from 'node:util';
import { checks } from '../src/checks/index.ts';
import type { Document, DocumentCheck } from '../src/core/types.ts';
import { dominantScript } from '../src/views/script.ts';
import { load, rows } from './corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'train' },
    check: { type: 'string' },
    level: { type: 'string' },
    role: { type: 'string', default: 'spec,supporting' },
    quiet: { type: 'boolean', default: false },
  },
});

/** 95 % interval of a share (Wilson), as "low to high" per thousand. */
function perThousand(hits: number, all: number): string {
  if (all === 0) return '-';
  const z = 1.96;
  const p = hits / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  const show = (x: number): string => (1000 * Math.max(0, x)).toFixed(1);
  return `${((1000 * hits) / all).toFixed(1)} (${show(middle - half)} to ${show(middle + half)})`;
}

const wanted = checks.filter(
  (check): check is DocumentCheck =>
    check.scope === 'document' && (!values.check || values.check.split(',').includes(check.id)),
);
const alarms = new Map<string, Set<string>>();
const scripts = new Map<string, Set<string>>();
const spent = new Map<string, number>();
const add = (map: Map<string, Set<string>>, key: string, id: string): void => {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  set.add(id);
};
let documents = 0;
let units = 0;
for (const row of rows(values.corpus)) {
  if (values.split !== 'all' && row.split !== values.split) continue;
  if (!values.role.split(',').includes(row.role)) continue;
  let document: Document | undefined;
  try {
    document = await load(values.corpus, row);
  } catch (error) {
    console.log(`UNREAD ${row.file}: ${String(error)}`);
    continue;
  }
  if (!document || document.units.length === 0) continue;
  documents++;
  units += document.units.length;
  const script = dominantScript(document) ?? 'none';
  add(scripts, script, row.id);
  for (const check of wanted) {
    const began = performance.now();
    const observations = [...check.run(document)];
    spent.set(check.id, (spent.get(check.id) ?? 0) + performance.now() - began);
    for (const { level = check.level, message, places } of observations) {
      if (values.level && level !== values.level) continue;
      add(alarms, `${level} ${check.id}`, row.id);
      add(alarms, `${level} ${check.id} ${script}`, row.id);
      const [{ line, quote }] = places;
      if (!values.quiet)
        console.log(
          `${level}\t${check.id}\t${row.file}:${line}\t${row.source} ${row.path}\t${message}\t${JSON.stringify(quote?.slice(0, 160))}`,
        );
    }
  }
}
console.log(`\n${documents} documents, ${(units / 1e6).toFixed(1)} M units, ${values.split}`);
console.log('level check [script]: documents with an alarm, per 1,000 (95 % interval)');
for (const key of [...alarms.keys()].toSorted()) {
  const script = key.split(' ')[2];
  const all = script === undefined ? documents : scripts.get(script)!.size;
  if (script !== undefined && all < 20) continue;
  console.log(`${key}: ${alarms.get(key)!.size} of ${all}: ${perThousand(alarms.get(key)!.size, all)}`);
}
for (const [id, ms] of spent) console.log(`${id}: ${(units / 1000 / ms).toFixed(1)} M units/s`);
