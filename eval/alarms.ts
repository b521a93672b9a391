/**
 * False alarms, documents: every clean real document in a folder of its own, all checks that look for damage.
 * `npm run eval:alarms -- [--split train|dev|all] [--check ID,ID] [--level stop|look] [--role ROLES] [--json FILE] [--corpus DIR]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dominantScript } from '../src/views/script.ts';
import { load, rows } from './corpus.ts';
import { damageChecks, judge } from './judge.ts';
import { labelKey, readLabels } from './labels.ts';
import { wilson } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'train' },
    check: { type: 'string' },
    level: { type: 'string' },
    role: { type: 'string', default: 'spec,supporting' },
    quiet: { type: 'boolean', default: false },
    unread: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const wanted = damageChecks.filter((check) => !values.check || values.check.split(',').includes(check.id));
const labels = readLabels();
/** Documents with an alarm, by `level check script`, `level check`, `level * script` ...; and those whose alarm is wrong. */
const alarms = new Map<string, Set<string>>();
const wrong = new Map<string, Set<string>>();
const scripts = new Map<string, number>();
let documents = 0;
let units = 0;
let unread = 0;

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

for (const row of rows(values.corpus)) {
  if (values.split !== 'all' && row.split !== values.split) continue;
  if (!values.role.split(',').includes(row.role)) continue;
  const document = await load(values.corpus, row);
  if (!document || document.units.length === 0) continue;
  documents++;
  units += document.units.length;
  const script = dominantScript(document) ?? 'none';
  scripts.set(script, (scripts.get(script) ?? 0) + 1);
  for (const { check, level, line, message, quote } of await judge(document, wanted)) {
    const label = labels.get(labelKey(row.sha256, check, line));
    if (label === undefined && level !== 'note') unread++;
    for (const key of [`${level} ${check}`, `${level} ${check} ${script}`, `${level} *`, `${level} * ${script}`]) {
      add(alarms, key, row.id);
      if (label !== 'true') add(wrong, key, row.id);
    }
    if (values.quiet || (values.level && level !== values.level) || (values.unread && label !== undefined)) continue;
    console.log(
      `${level}\t${check}\t${row.file}:${line}\t${label ?? 'not read'}\t${row.sha256}\t${row.source} ${row.path}\t${message}\t${JSON.stringify(quote?.slice(0, 160))}`,
    );
  }
}

console.log(
  `\n${documents} documents, ${(units / 1e6).toFixed(1)} M units, ${values.split}; alarms above note not read yet: ${unread}`,
);
console.log('level check [script]: documents with an alarm; of them wrong or not read, per 1,000 (95 % interval)');
const keys = [...alarms.keys()].toSorted();
for (const key of keys) {
  const script = key.split(' ')[2];
  const all = script === undefined ? documents : scripts.get(script)!;
  if (script !== undefined && all < 100) continue;
  const bad = wrong.get(key)?.size ?? 0;
  console.log(`${key}: ${alarms.get(key)!.size} of ${all}; ${bad}: ${wilson(bad, all, 1000)}`);
}
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify({
      split: values.split,
      documents,
      units,
      unread,
      scripts: Object.fromEntries(scripts),
      alarms: Object.fromEntries(
        keys.map((key) => [key, { alarms: alarms.get(key)!.size, wrong: wrong.get(key)?.size ?? 0 }]),
      ),
    }),
  );
