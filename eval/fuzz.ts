/**
 * Changed files through every reader and parser: none may throw, hang, or give an answer that is not sound.
 *
 * `npm run fuzz -- [--count N] [--from N] [--seed N] [--seeds DIR] [--like WORD] [--threads N] [--limit SECONDS] [--save DIR] [--only N]`
 *
 * An input is its number: `--seed 1 --only 4711` runs that one again. `--seeds DIR` adds whole files of a folder to those that
 * are made here; `--like pdf` changes only files with that in their name. Inputs that are found guilty are saved in `--save` (a new folder in the system's for temporary files).
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Inputs, run, tally, type Input } from '../test/fuzz/targets.ts';

interface Task {
  readonly seed: number;
  readonly folder: string | null;
  readonly like: string | null;
  readonly state: SharedArrayBuffer;
  readonly from: number;
  readonly step: number;
  readonly until: number;
}

interface Batch {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly (readonly [number, string])[];
  /** Number and milliseconds. */
  readonly slow: readonly (readonly [number, number])[];
  readonly done: number;
  readonly bytes: number;
}

const BATCH = 50;

async function work(): Promise<void> {
  const { seed, folder, like, state, from, step, until } = workerData as Task;
  const at = new Int32Array(state);
  const inputs = new Inputs(seed, folder, like);
  let counts: Record<string, number> = {};
  let faults: [number, string][] = [];
  let slow: [number, number][] = [];
  let [done, bytes] = [0, 0];
  const send = (): void => {
    parentPort!.postMessage({
      counts,
      faults,
      slow: slow.sort((a, b) => b[1] - a[1]).slice(0, 5),
      done,
      bytes,
    } satisfies Batch);
    [counts, faults, slow, done, bytes] = [{}, [], [], 0, 0];
  };
  let number = from;
  process.on('unhandledRejection', (reason) =>
    faults.push([
      number,
      `unhandled rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    ]),
  );
  for (; number < until; number += step) {
    Atomics.store(at, 0, number);
    Atomics.add(at, 1, 1);
    let input: Input;
    try {
      input = inputs.of(number);
    } catch (error) {
      // no fault of a reader: what makes the inputs failed
      faults.push([
        number,
        `OWN FAULT of the fuzzer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ]);
      continue;
    }
    bytes += input.bytes.length;
    const before = performance.now();
    try {
      const { kind, fault } = await run(input, number);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (fault !== null) faults.push([number, `${input.target} ${input.name}: ${fault}`]);
    } catch (error) {
      faults.push([
        number,
        `${input.target} ${input.name} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ]);
    }
    slow.push([number, performance.now() - before]);
    if (++done === BATCH) send();
  }
  // a rejection that nobody awaits comes a little later
  await new Promise((resolve) => setTimeout(resolve, 50));
  Atomics.store(at, 0, -1);
  send();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string' },
      like: { type: 'string' },
      threads: { type: 'string', default: '2' },
      limit: { type: 'string', default: '5' },
      save: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const folder = values.seeds ?? null;
  const like = values.like ?? null;
  const inputs = new Inputs(seed, folder, like);
  if (values.only !== undefined) {
    const number = Number(values.only);
    const input = inputs.of(number);
    console.log(number, input.target, input.name, `${String(input.bytes.length)} bytes`);
    if (values.save !== undefined) {
      mkdirSync(values.save, { recursive: true });
      writeFileSync(join(values.save, `${String(number)}-${input.name.replaceAll('/', '-')}`), input.bytes);
    }
    const before = process.cpuUsage();
    console.log(await run(input, number));
    const { user, system } = process.cpuUsage(before);
    console.log(`${((user + system) / 1000).toFixed(0)} ms of the processor`);
    return;
  }
  const save = values.save ?? mkdtempSync(join(tmpdir(), 'seedcheck-fuzz-'));
  mkdirSync(save, { recursive: true });
  const threads = Number(values.threads);
  // others use the machine too: what lasts so long by the clock is looked at again by itself
  const hang = Math.max(30, 6 * Number(values.limit)) * 1000;
  const from = Number(values.from);
  const until = from + Number(values.count);
  const counts: Record<string, number> = {};
  const faults: (readonly [number, string])[] = [];
  let slow: (readonly [number, number])[] = [];
  let [done, bytes, memory] = [0, 0, 0];
  const started = performance.now();
  const guilty = (number: number, what: string): void => {
    faults.push([number, what]);
    console.log(`#${String(number)} ${what}`);
    if (what.startsWith('OWN FAULT')) return;
    const { name, bytes: content } = inputs.of(number);
    writeFileSync(join(save, `${String(number)}-${name.replaceAll('/', '-')}`), content);
  };

  const lane = (first: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (next: number): void => {
        if (next >= until) {
          resolve();
          return;
        }
        const state = new SharedArrayBuffer(8);
        const at = new Int32Array(state);
        // a thread does not inherit what lets this one read TypeScript
        const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(import.meta.url)})))`;
        const worker = new Worker(code, {
          eval: true,
          workerData: { seed, folder, like, state, from: next, step: threads, until } satisfies Task,
          resourceLimits: { maxOldGenerationSizeMb: 1024 },
        });
        let [seen, since] = [-1, performance.now()];
        let why: string | null = null;
        const watch = setInterval(() => {
          const count = Atomics.load(at, 1);
          memory = Math.max(memory, process.memoryUsage.rss());
          if (count !== seen) [seen, since] = [count, performance.now()];
          else if (count > 0 && performance.now() - since > hang) {
            why = `hangs: more than ${String(hang / 1000)} s`;
            void worker.terminate();
          }
        }, 500);
        worker.on('message', (batch: Batch) => {
          for (const kind of Object.keys(batch.counts)) counts[kind] = (counts[kind] ?? 0) + batch.counts[kind]!;
          for (const [number, what] of batch.faults) guilty(number, what);
          slow = [...slow, ...batch.slow].sort((a, b) => b[1] - a[1]).slice(0, 12);
          done += batch.done;
          bytes += batch.bytes;
          if (done % 5000 < BATCH)
            console.error(
              `${String(done)} inputs, ${(done / ((performance.now() - started) / 1000)).toFixed(0)} a second, ${String(faults.length)} guilty, ${(memory / 2 ** 20).toFixed(0)} MB`,
            );
        });
        worker.on('error', (error) => (why ??= `the thread died: ${String(error)}`));
        worker.on('exit', () => {
          clearInterval(watch);
          const number = Atomics.load(at, 0);
          if (Atomics.load(at, 1) === 0) {
            reject(new Error(`no thread could be started: ${why ?? 'it ended'}`));
            return;
          }
          if (number < 0 && why === null) {
            resolve();
            return;
          }
          guilty(number, why ?? 'the thread ended');
          start(number + threads);
        });
      };
      start(first);
    });
  await Promise.all(Array.from({ length: threads }, (_, i) => lane(from + i)));

  const seconds = (performance.now() - started) / 1000;
  console.log(
    `\n${String(done)} inputs (${(bytes / 2 ** 20).toFixed(0)} MB, seed ${String(seed)}) in ${seconds.toFixed(0)} s: ${(done / seconds).toFixed(0)} a second; most memory ${(memory / 2 ** 20).toFixed(0)} MB`,
  );
  console.log(tally(counts).join('\n'));
  console.log('\nslowest, run again by themselves:');
  for (const [number, first] of slow.slice(0, 5)) {
    const input = inputs.of(number);
    let least = Infinity;
    for (let k = 0; k < 2; k++) {
      // of the processor: by the clock, whatever else the machine does would count
      const before = process.cpuUsage();
      await run(input, number).catch(() => undefined);
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, (user + system) / 1000);
    }
    console.log(
      `  #${String(number)} ${input.target} ${input.name} (${String(input.bytes.length)} bytes): ${least.toFixed(0)} ms of the processor (in the run ${first.toFixed(0)} by the clock)`,
    );
    if (least > Number(values.limit) * 1000) guilty(number, `slow: ${(least / 1000).toFixed(1)} s`);
  }
  console.log(faults.length === 0 ? '\nnothing found' : `\n${String(faults.length)} guilty; saved in ${save}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await (isMainThread ? main() : work());
