/**
 * Damage: seeded injections into clean real documents, and whole files that are damage; how many are found, in the right
 * line, with a true quote; and sound files that look like damage.
 * `npm run eval:damage -- [--split train|dev] [--class ID,ID] [--each N] [--missed] [--json FILE] [--corpus DIR]`
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hashString } from '../src/core/hash.ts';
import type { Document, Source, Span } from '../src/core/types.ts';
import { read } from '../src/extractors/index.ts';
import { dominantScript } from '../src/views/script.ts';
import { classes, type DamageClass } from './classes.ts';
import { load, rows, type Row } from './corpus.ts';
import { readLabels } from './labels.ts';
import { injections, specimens, traps } from './injections/index.ts';
import type { Content, Half, Severity } from './injections/types.ts';
import { damageChecks, judge, type Told } from './judge.ts';
import { random, wilson, type Random } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'train' },
    class: { type: 'string' },
    severity: { type: 'string' },
    each: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    missed: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const half: Half = values.split === 'dev' ? 'dev' : 'train';
const SEVERITIES: readonly Severity[] = ['mild', 'moderate', 'severe'];
/** Documents that damage is put into: neither so short that it is all of them, nor so long that a run takes an hour. */
const UNITS = { least: 1000, most: 200_000 };

export interface Score {
  n: number;
  /** The file could not be read as text any more, and the report says so. */
  unread: number;
  found: number;
  stop: number;
  /** Found at `note` alone: what a demotion costs. */
  note: number;
  line: number;
  quote: number;
}

/** `empty`: nothing to read is left, and the check of that name says so. */
async function readContent(path: string, content: Content): Promise<Document | 'empty' | undefined> {
  const bytes = 'text' in content ? new TextEncoder().encode(content.text) : content.bytes;
  const source: Source = { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  const reading = await read(source);
  if (reading.outcome === 'empty') return 'empty';
  return 'document' in reading ? reading.document : undefined;
}

const keyOf = (told: Told): string => `${told.check} ${told.level} ${told.quote?.slice(0, 60)}`;
const scores = new Map<string, Map<string, Score>>();

function score(id: string, row: string): Score {
  let table = scores.get(id);
  if (!table) scores.set(id, (table = new Map<string, Score>()));
  let one = table.get(row);
  if (!one) table.set(row, (one = { n: 0, unread: 0, found: 0, stop: 0, note: 0, line: 0, quote: 0 }));
  return one;
}

function lineOf(document: Document, offset: number): number {
  let line = 1;
  for (let i = 0; i < Math.min(offset, document.units.length); i++) if (document.units[i] === 0x0a) line++;
  return line;
}

interface Outcome {
  readonly told: readonly Told[];
  readonly found: boolean;
  readonly near: boolean;
}

/** Line, from 1, at which the damage begins; of a page, in its source, where its findings point too. */
function firstLine(document: Document, content: Content, span: Span): number {
  if (!document.origin) return lineOf(document, span.start);
  const source = 'text' in content ? content.text : new TextDecoder().decode(content.bytes);
  return source.slice(0, span.start).split('\n').length;
}

async function outcomeOf(
  document: Document,
  clean: readonly Told[],
  { tells, notes = false }: DamageClass,
  first: number | null,
): Promise<Outcome> {
  const before = new Set(clean.map(keyOf));
  const ofClass = damageChecks.filter((check) => tells.includes(check.id));
  const told = (await judge(document, ofClass)).filter((each) => !before.has(keyOf(each)));
  const grave = told.filter((each) => notes || each.level !== 'note');
  return {
    told,
    found: grave.length > 0,
    near: first === null || grave.some((each) => each.line !== null && Math.abs(each.line - first) <= 1),
  };
}

/** The check `empty` tells it. */
const EMPTY: Outcome = {
  told: [{ check: 'empty', level: 'stop', message: '', line: null, endLine: null, quote: null, true: true }],
  found: true,
  near: true,
};

function count(id: string, rowsOf: readonly string[], outcome: Outcome | null): void {
  for (const row of rowsOf) {
    const one = score(id, row);
    one.n++;
    if (!outcome) {
      one.unread++;
      continue;
    }
    if (outcome.found) {
      one.found++;
      if (outcome.near) one.line++;
      if (outcome.told.every((each) => each.true)) one.quote++;
      if (outcome.told.some((each) => each.level === 'stop')) one.stop++;
    } else if (outcome.told.length > 0) one.note++;
  }
}

const wanted = (id: string): boolean => !values.class || values.class.split(',').includes(id);
const cache = new Map<string, Document | undefined>();
async function documentOf(row: Row): Promise<Document | undefined> {
  if (!cache.has(row.id)) {
    const document = await load(values.corpus, row);
    cache.set(
      row.id,
      document && document.units.length >= UNITS.least && document.units.length <= UNITS.most ? document : undefined,
    );
  }
  return cache.get(row.id);
}

const clean = rows(values.corpus).filter(
  (row) => row.split === values.split && (row.role === 'spec' || row.role === 'supporting'),
);
/** By language, so that half of the injections go to a language drawn first: scripts that are rare in the corpus count too. */
const byLanguage = [...new Set(clean.map((row) => row.language))]
  .map((language) => clean.filter((row) => row.language === language))
  .filter((group) => group.length >= 3);
const pick = (chance: Random): Row => chance.pick(chance.next() < 0.5 ? clean : chance.pick(byLanguage));
const ofCheck = new Map<string, readonly Told[]>();
/** Documents in which a reader found damage, by hash and check: they are not clean, and what is put in cannot be told from what was there. */
const broken: ReadonlySet<string> = new Set(
  [...readLabels()].filter(([, label]) => label === 'true').map(([key]) => key.split(' ', 2).join(' ')),
);

for (const injection of injections) {
  if (!wanted(injection.id)) continue;
  const wantedClass = classes[injection.id] ?? { tells: [] };
  const { tells } = wantedClass;
  const wantedChecks = damageChecks.filter((check) => tells.includes(check.id));
  for (const severity of SEVERITIES) {
    if (values.severity && severity !== values.severity) continue;
    const chance = random(hashString(`${injection.id} ${severity} ${values.seed}`));
    let made = 0;
    for (let attempt = 0; made < Number(values.each) && attempt < 30 * Number(values.each); attempt++) {
      const row = pick(chance);
      if (tells.some((check) => broken.has(`${row.sha256} ${check}`))) continue;
      const document = await documentOf(row);
      if (!document) continue;
      const injected = injection.inject(document, chance, severity, half);
      if (!injected) continue;
      made++;
      const damaged = await readContent(document.path, injected);
      const script = dominantScript(document) ?? 'none';
      const labels = ['all', severity, `script ${script}`, ...injected.facets.map((facet) => `: ${facet}`)];
      if (!damaged || damaged === 'empty') {
        count(injection.id, labels, damaged ? EMPTY : null);
        continue;
      }
      const key = `${row.id} ${tells.join(',')}`;
      let before = ofCheck.get(key);
      if (!before) ofCheck.set(key, (before = await judge(document, wantedChecks)));
      const line = firstLine(damaged, injected, injected.spans[0]);
      const outcome = await outcomeOf(damaged, before, wantedClass, line);
      count(injection.id, labels, outcome);
      if (values.missed && !(outcome.found && outcome.near)) {
        const [span] = injected.spans;
        console.log(
          `${outcome.found ? 'LINE' : 'MISSED'}\t${injection.id}\t${severity}\t${row.file}\t${injected.facets.join('; ')}\tline ${line}\ttold ${outcome.told.map((each) => `${each.level} ${each.check} ${each.line}`).join(', ')}\t${JSON.stringify(damaged.slice(Math.max(0, span.start - 30), Math.min(span.end, span.start + 90) + 30))}`,
        );
      }
    }
  }
}
for (const specimen of specimens(half)) {
  if (!wanted(specimen.id)) continue;
  const document = await readContent(specimen.path, specimen);
  const labels = ['all', `language ${specimen.language}`, ...specimen.facets.map((facet) => `: ${facet}`)];
  if (!document || document === 'empty') {
    count(specimen.id, labels, document ? EMPTY : null);
    continue;
  }
  const outcome = await outcomeOf(document, [], classes[specimen.id] ?? { tells: [] }, null);
  count(specimen.id, labels, outcome);
  if (values.missed && !outcome.found)
    console.log(
      `MISSED\t${specimen.id}\t${specimen.language}\t${specimen.path}\t${JSON.stringify(document.slice(0, 300))}`,
    );
}

const trapped: { trap: string; path: string; why: string; told: readonly Told[] }[] = [];
if (wanted('traps'))
  for (const trap of traps) {
    const document = await readContent(trap.path, trap);
    if (!document || document === 'empty') continue;
    const told = (await judge(document)).filter((each) => each.level !== 'note');
    if (told.length > 0) trapped.push({ trap: trap.id, path: trap.path, why: trap.why, told });
  }

for (const [id, table] of scores) {
  console.log(
    `\n${id}: found % (95 % interval); of found: stop %, first line within one %, quotes true %; only note %, unread %`,
  );
  for (const [row, one] of table) {
    if (one.n < 5) continue;
    const of = (x: number, all = one.found): string => (all === 0 ? '-' : ((100 * x) / all).toFixed(1));
    console.log(
      `  ${row}: ${one.n}; ${wilson(one.found, one.n)}; ${of(one.stop)}, ${of(one.line)}, ${of(one.quote)}; ${of(one.note, one.n)}, ${of(one.unread, one.n)}`,
    );
  }
}
if (wanted('traps')) {
  console.log(`\nsound files that look like damage: ${traps.length}, with an alarm: ${trapped.length}`);
  for (const { trap, path, told } of trapped)
    for (const each of told)
      console.log(`  ${trap}\t${path}\t${each.level} ${each.check}:${each.line}\t${each.message}`);
}
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify({
      split: values.split,
      each: Number(values.each),
      scores: Object.fromEntries([...scores].map(([id, table]) => [id, Object.fromEntries(table)])),
      traps: traps.length,
      trapped,
    }),
  );
