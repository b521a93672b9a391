/**
 * How the checks that compare documents grow with the folder: near copies, old versions, parts, duplicates, conflicts. Folders
 * of 1,000 to 10,000 made-up documents of 9 kB (bench/corpus.ts): a tenth of them are families of edited copies, the rest
 * have nothing in common; and as many copies of one template. For each, of copies and of conflicts: collecting the facts, naming
 * the pairs, comparing them; and the whole run of the program with its memory. Prints seconds and the exponent of growth.
 *
 *   npm run build && npx tsx bench/scale.ts [--files 1000,2500,5000,10000] [--bytes 9000]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conflict } from '../src/checks/conflict.ts';
import { createDocument } from '../src/core/document.ts';
import { hash64Units } from '../src/core/hash.ts';
import type { Document, Entry, Fact, FolderView } from '../src/core/types.ts';
import { copyFact, copyPairs, judge, type CopyFact } from '../src/views/copies.ts';
import type { StatementFact } from '../src/views/shared-statements.ts';
import { dense } from '../src/views/dense.ts';
import { language } from '../src/views/language.ts';
import { makeDocument } from './corpus.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000,2500,5000,10000' },
    bytes: { type: 'string', default: '9000' },
  },
});
const bytes = Number(values.bytes);

/** A text with every `step`th line changed. */
function edited(text: string, seed: number, step: number): string {
  return text
    .split('\n')
    .map((line, i) => (line !== '' && (i + seed) % step === 0 ? `${line} ${seed}` : line))
    .join('\n');
}

const KINDS: Readonly<Record<string, (i: number, n: number) => string>> = {
  // of each ten, two belong to a family of two
  'unrelated, one in ten an edited copy': (i) =>
    i % 10 === 9 ? edited(makeDocument(i - 1, bytes), i, 25) : makeDocument(i, bytes),
  'half of them copies of one template': (i, n) =>
    i < n / 2 ? edited(makeDocument(0, bytes), i, 7 + (i % 5)) : makeDocument(i, bytes),
};

const READING = { kind: 'requirements', role: 'specification', confidence: 1, reasons: [] } as const;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const seconds = (began: number): number => (performance.now() - began) / 1000;
const hasTime = existsSync('/usr/bin/time');

for (const [kind, text] of Object.entries(KINDS)) {
  console.log(`\n${kind}`);
  const spent: { readonly n: number; readonly compared: number; readonly conflicts: number; readonly whole: number }[] =
    [];
  for (const n of values.files.split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'seedcheck-scale-'));
    try {
      const texts = new Map<string, string>();
      let size = 0;
      for (let i = 0; i < n; i++) {
        const path = `part-${Math.floor(i / 100)}/d${String(i).padStart(6, '0')}.md`;
        if (i % 100 === 0) mkdirSync(join(folder, `part-${i / 100}`));
        const one = text(i, n);
        size += Buffer.byteLength(one);
        texts.set(path, one);
        writeFileSync(join(folder, path), one);
      }
      const open = (path: string): Document =>
        createDocument({ path, format: 'markdown', encoding: 'utf-8', text: texts.get(path)! });
      const facts: Fact<CopyFact>[] = [];
      const entries = new Map<string, Entry>();
      const statements: Fact<StatementFact>[] = [];
      let collect = 0;
      let collectStatements = 0;
      for (const path of texts.keys()) {
        const document = open(path);
        const its = language(document);
        let began = performance.now();
        const fact = copyFact(document);
        collect += seconds(began);
        began = performance.now();
        const said = conflict.collect!(document, READING);
        collectStatements += seconds(began);
        if (said) statements.push({ path, fact: said });
        const hash = hash64Units(dense(document).units);
        const entry = { path, sha256: hash, print: { dense: hash }, language: its, ...READING };
        entries.set(path, { ...entry, outcome: 'read', format: 'markdown' } as unknown as Entry);
        if (fact) facts.push({ path, fact });
      }
      const view = {
        companion: () => false,
        declared: () => null,
        entry: (path: string) => entries.get(path),
        entries: [...entries.values()],
      } as unknown as FolderView;
      let began = performance.now();
      const pairs = copyPairs(facts, view);
      const index = seconds(began);
      began = performance.now();
      let found = 0;
      for (const { a, b, data } of pairs) if (judge(open(a), open(b), data, view)) found++;
      const confirm = seconds(began);
      began = performance.now();
      const asked = [...conflict.pairs!(statements, view)];
      const indexStatements = seconds(began);
      began = performance.now();
      let conflicts = 0;
      for (const { a, b, data } of asked) for (const _ of conflict.confirm!(open(a), open(b), data, view)) conflicts++;
      const confirmStatements = seconds(began);
      const report = join(folder, '..', `${process.pid}.time`);
      began = performance.now();
      const command = [process.execPath, cli, folder, '--format', 'json', '-o', '/dev/null'];
      const [name, ...rest] = hasTime ? ['/usr/bin/time', '-q', '-o', report, '-f', '%M', ...command] : command;
      spawnSync(name!, rest, { stdio: 'ignore' });
      const whole = seconds(began);
      const memory = hasTime ? `${(Number(readFileSync(report, 'utf8')) / 1024).toFixed(0)} MB` : 'not measured';
      rmSync(report, { force: true });
      const compared = collect + index + confirm;
      const compareStatements = collectStatements + indexStatements + confirmStatements;
      spent.push({ n, compared, conflicts: compareStatements, whole });
      console.log(
        `  ${n} documents, ${(size / 1e6).toFixed(1)} MB, in one thread: copies ${compared.toFixed(2)} s (facts ${collect.toFixed(2)}, pairs ${index.toFixed(2)}, ${pairs.length} comparisons ${confirm.toFixed(2)}, ${found} found), conflicts ${compareStatements.toFixed(2)} s (facts ${collectStatements.toFixed(2)}, pairs ${indexStatements.toFixed(2)}, ${asked.length} comparisons ${confirmStatements.toFixed(2)}, ${conflicts} found); the whole check ${whole.toFixed(1)} s, at most ${memory}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [first, last] = [spent[0]!, spent.at(-1)!];
  const exponent = (of: 'compared' | 'conflicts' | 'whole'): string =>
    (Math.log(last[of] / first[of]) / Math.log(last.n / first.n)).toFixed(2);
  if (last.n > first.n)
    console.log(
      `  exponent of growth: copies ${exponent('compared')}, conflicts ${exponent('conflicts')}, the whole check ${exponent('whole')}`,
    );
}
