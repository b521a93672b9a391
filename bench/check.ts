/**
 * How long a whole check lasts beside `sha256sum` over the same files, and how long a start lasts beside an empty
 * program. Whole processes, in turn, in one run: what counts are the ratios.
 *
 *   npm run build && npx tsx bench/check.ts [--files 10000] [--bytes 9000] [--runs 5] [--threads 0,1,2]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeFolder } from './corpus.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    bytes: { type: 'string', default: '9000' },
    runs: { type: 'string', default: '5' },
    threads: { type: 'string', default: 'default' },
    startup: { type: 'string', default: '15' },
  },
});

interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, user and system, of the process and its threads. */
  readonly cpu: number;
  /** Peak resident memory, MB. */
  readonly memory: number;
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'seedcheck-bench-'));
const time = existsSync('/usr/bin/time');
// Certificates loaded at the start would be measured as ours.
const env = { ...process.env };
delete env['NODE_EXTRA_CA_CERTS'];

function run(command: string, parameters: readonly string[], input?: string): Run {
  const report = join(top, 'time.txt');
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
  const started = performance.now();
  const child = time
    ? spawnSync('/usr/bin/time', ['-q', '-o', report, '-f', '%U %S %M', command, ...parameters], {
        env,
        stdio: [stdin, 'ignore', 'pipe'],
      })
    : spawnSync(command, parameters, { env, stdio: [stdin, 'ignore', 'pipe'] });
  const wall = (performance.now() - started) / 1000;
  if (typeof stdin === 'number') closeSync(stdin);
  if (child.error) throw child.error;
  if (child.status === null || child.status === 2 || child.status > 3)
    throw new Error(`${command} ${parameters.join(' ')}: ${String(child.stderr)}`);
  const [user = NaN, system = NaN, kilobytes = NaN] = time
    ? readFileSync(report, 'utf8').trim().split(' ').map(Number)
    : [];
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

function middle(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function spread(list: readonly number[], digits = 2): string {
  return `${middle(list).toFixed(digits)} [${Math.min(...list).toFixed(digits)}-${Math.max(...list).toFixed(digits)}]`;
}

function ratios(a: readonly Run[], b: readonly Run[], of: (run: Run) => number): number[] {
  return a.map((one, i) => of(one) / of(b[i]!));
}

try {
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`);

  const empty = join(top, 'empty.mjs');
  writeFileSync(empty, '');
  const starts: Run[] = [];
  const empties: Run[] = [];
  for (let i = 0; i < Number(values.startup); i++) {
    empties.push(run(process.execPath, [empty]));
    starts.push(run(process.execPath, [cli, '--version']));
  }
  console.log(`\nstart: seedcheck --version beside an empty .mjs, n=${starts.length} (aim <= 1.2)`);
  console.log(
    `  wall  ${spread(ratios(starts, empties, (one) => one.wall))}   ${(middle(empties.map((one) => one.wall)) * 1000).toFixed(0)} ms empty`,
  );
  if (time) console.log(`  CPU   ${spread(ratios(starts, empties, (one) => one.cpu))}`);

  const folder = join(top, 'documents');
  const paths = makeFolder(folder, Number(values.files), Number(values.bytes));
  const bytes = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  const names = join(top, 'names');
  writeFileSync(names, paths.map((path) => join(folder, path)).join('\0'));
  console.log(`\n${paths.length} documents, ${(bytes / 1e6).toFixed(1)} MB, beside sha256sum, n=${values.runs}`);
  for (const threads of values.threads.split(',')) {
    const option = threads === 'default' ? [] : ['--threads', threads];
    const ours: Run[] = [];
    const sums: Run[] = [];
    for (let i = 0; i < Number(values.runs); i++) {
      sums.push(run('xargs', ['-0', 'sha256sum'], names));
      ours.push(run(process.execPath, [cli, folder, '--format', 'json', '-o', '/dev/null', ...option]));
    }
    console.log(`  threads ${threads}`);
    console.log(
      `    wall    ${spread(ours.map((one) => one.wall))} s   ${(bytes / 1e6 / middle(ours.map((one) => one.wall))).toFixed(1)} MB/s   ${spread(
        ratios(ours, sums, (one) => one.wall),
        1,
      )} x sha256sum`,
    );
    if (time) {
      console.log(
        `    CPU     ${spread(ours.map((one) => one.cpu))} s   ${(bytes / 1e6 / middle(ours.map((one) => one.cpu))).toFixed(1)} MB/s   ${spread(
          ratios(ours, sums, (one) => one.cpu),
          1,
        )} x sha256sum`,
      );
      console.log(
        `    memory  ${spread(
          ours.map((one) => one.memory),
          0,
        )} MB`,
      );
    }
  }
} finally {
  rmSync(top, { recursive: true, force: true });
}
