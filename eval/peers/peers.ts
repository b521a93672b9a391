/**
 * Other people's filters on the same documents: clean ones, and the same with damage put in.
 * `npx tsx eval/peers/peers.ts --python PYTHON --anti-trojan-source DIR --jscpd DIR [--split dev] [--clean N] [--each N] [--json FILE] [--corpus DIR]`
 * PYTHON is an interpreter that has what peers.py names; the first DIR is an installed npm package, the second a folder with
 * jscpd 4 in its node_modules (5 is a binary that does not read a text from memory).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hashString } from '../../src/core/hash.ts';
import type { Document } from '../../src/core/types.ts';
import { read } from '../../src/extractors/index.ts';
import { classes } from '../classes.ts';
import { load, rows } from '../corpus.ts';
import { injections, specimens } from '../injections/index.ts';
import { damageChecks, judge } from '../judge.ts';
import { random } from '../random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'dev' },
    python: { type: 'string', default: 'python3' },
    'anti-trojan-source': { type: 'string' },
    jscpd: { type: 'string' },
    clean: { type: 'string', default: '400' },
    each: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
});
const CLASSES = [
  'loop-exact',
  'loop-noisy',
  'mojibake-latin',
  'mojibake-cyrillic',
  'mojibake-cjk',
  'replacement',
  'hidden-text',
  'page-furniture',
  'hard-wrap',
  'cut-end',
];
const half = values.split === 'dev' ? 'dev' : 'train';

interface Item {
  readonly id: string;
  readonly group: string;
  readonly language: string;
  readonly text: string;
  readonly ours: boolean;
}

const items: Item[] = [];
const all = rows(values.corpus).filter((row) => row.split === values.split && row.role !== 'stray');
const documents = new Map<string, Document>();
for (const row of all) {
  const document = await load(values.corpus, row);
  if (document && document.units.length >= 1000 && document.units.length <= 100_000) documents.set(row.id, document);
}
const usable = all.filter((row) => documents.has(row.id));
const grave = async (document: Document, tells?: readonly string[]): Promise<boolean> => {
  const ofClass = damageChecks.filter((check) => !tells || tells.includes(check.id));
  return (await judge(document, ofClass)).some(({ level }) => level !== 'note');
};
const chance = random(7);
for (let i = 0; i < Number(values.clean); i++) {
  const row = chance.pick(usable);
  const document = documents.get(row.id)!;
  items.push({
    id: `clean ${i}`,
    group: 'clean',
    language: row.language,
    text: document.text,
    ours: await grave(document),
  });
}
for (const injection of injections) {
  if (!CLASSES.includes(injection.id)) continue;
  const one = random(hashString(`peers ${injection.id}`));
  for (let made = 0, tries = 0; made < Number(values.each) && tries < 4000; tries++) {
    const row = one.pick(usable);
    const injected = injection.inject(
      documents.get(row.id)!,
      one,
      one.pick(['mild', 'moderate', 'severe'] as const),
      half,
    );
    if (!injected || !('text' in injected)) continue;
    const bytes = new TextEncoder().encode(injected.text);
    const reading = await read({ path: documents.get(row.id)!.path, bytes, sha256: '' });
    made++;
    const { tells } = classes[injection.id]!;
    items.push({
      id: `${injection.id} ${made}`,
      group: injection.id,
      language: row.language,
      text: injected.text,
      ours: 'document' in reading && (await grave(reading.document, tells)),
    });
  }
}
let pages = 0;
for (const specimen of specimens(half)) {
  if (!('text' in specimen) || specimen.path.endsWith('.html')) continue;
  const { tells } = classes[specimen.id] ?? { tells: [] };
  const reading = await read({ path: specimen.path, bytes: new TextEncoder().encode(specimen.text), sha256: '' });
  items.push({
    id: `page ${pages++}`,
    group: 'pages shown instead of a document',
    language: specimen.language,
    text: specimen.text,
    ours: 'document' in reading && (await grave(reading.document, tells)),
  });
}

type Says = Readonly<Record<string, boolean | null>>;
const says = new Map<string, Record<string, boolean | null>>();
const began = performance.now();
const python = spawnSync(values.python, [join(import.meta.dirname, 'peers.py')], {
  input: items.map(({ id, language, text }) => JSON.stringify({ id, language, text })).join('\n'),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const seconds = (performance.now() - began) / 1000;
if (python.status !== 0) throw new Error(python.stderr.slice(-2000));
const [head, ...answers] = python.stdout.trimEnd().split('\n');
const versions = (JSON.parse(head!) as { versions: Record<string, string> }).versions;
for (const line of answers) {
  const { id, says: said } = JSON.parse(line) as { id: string; says: Says };
  says.set(id, { ...said });
}
const antiTrojan = values['anti-trojan-source'];
if (antiTrojan) {
  const folder = join(process.cwd(), antiTrojan);
  const { hasConfusables } = (await import(
    pathToFileURL(join(antiTrojan.startsWith('/') ? antiTrojan : folder, 'src/main.js')).href
  )) as {
    hasConfusables: (options: { sourceText: string }) => boolean;
  };
  for (const { id, text } of items) says.get(id)!['anti-trojan-source'] = hasConfusables({ sourceText: text });
  versions['anti-trojan-source'] = (
    JSON.parse(readFileSync(join(antiTrojan, 'package.json'), 'utf8')) as { version: string }
  ).version;
}
/** What is used of jscpd's parts. */
interface Jscpd {
  readonly Detector: new (
    tokenizer: unknown,
    store: unknown,
    validators: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
  ) => { detect(id: string, text: string, format: string): Promise<readonly unknown[]> };
  readonly MemoryStore: new () => unknown;
  readonly getModeHandler: (mode: string) => unknown;
}
/** Tokens that a copy has at least: jscpd's default, and more. Lines: its default, 5, and any. */
const COPIES: readonly (readonly [tokens: number, lines: number])[] = [
  [50, 5],
  [200, 5],
  [500, 5],
  [50, 1],
];
if (values.jscpd) {
  const from = createRequire(join(resolve(values.jscpd), 'package.json'));
  const { Detector, MemoryStore, getModeHandler } = from('@jscpd/core') as Jscpd;
  const { Tokenizer } = from('@jscpd/tokenizer') as { Tokenizer: new () => unknown };
  for (const [minTokens, minLines] of COPIES) {
    const options = { minTokens, minLines, maxLines: 1e6, mode: getModeHandler('mild') };
    for (const { id, text } of items) {
      const detector = new Detector(new Tokenizer(), new MemoryStore(), [], options);
      const copies = await detector.detect(id, text, 'markdown');
      says.get(id)![`jscpd ${minTokens} tokens, ${minLines} lines`] = copies.length > 0;
    }
  }
  versions['jscpd'] = (
    JSON.parse(readFileSync(join(values.jscpd, 'node_modules/jscpd/package.json'), 'utf8')) as { version: string }
  ).version;
}

const tools = ['seedcheck', ...Object.keys(says.get('clean 0') ?? {})];
const groups = [...new Set(items.map((item) => item.group))];
const table: Record<string, Record<string, { flagged: number; n: number }>> = {};
for (const group of groups) {
  table[group] = {};
  for (const tool of tools) {
    const answers = items
      .filter((item) => item.group === group)
      .map((item) => (tool === 'seedcheck' ? item.ours : (says.get(item.id)?.[tool] ?? null)))
      .filter((answer) => answer !== null);
    table[group][tool] = { flagged: answers.filter(Boolean).length, n: answers.length };
  }
}
console.log(`versions ${JSON.stringify(versions)}; the filters took ${seconds.toFixed(0)} s`);
for (const tool of tools)
  console.log(
    `${tool}: ${groups.map((group) => `${group} ${((100 * table[group]![tool]!.flagged) / Math.max(1, table[group]![tool]!.n)).toFixed(1)}`).join('; ')}`,
  );
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ split: values.split, versions, tools, groups, table }, null, 1)}\n`);
