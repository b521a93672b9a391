import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
// Threads cannot be started from .ts on Node 20, so this runs against what tsc makes, before it is put together for dist.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examination } from '../src/core/types.ts';
import type * as Open from '../src/node/open.ts';
import type * as Pool from '../src/node/pool.ts';

/** Behaves as the name of a document says. */
const EXAMINER = `
import { isMainThread } from 'node:worker_threads';
export function makeExamine(sha256) {
  return async (source) => {
    const name = source.path.slice(source.path.lastIndexOf('/') + 1);
    if (name.startsWith('exit')) process.exit(7);
    if (name.startsWith('throw')) throw new Error('a mistake');
    if (name.startsWith('later')) setTimeout(() => { throw new Error('out of hand') });
    if (name.startsWith('later')) await new Promise((resolve) => setTimeout(resolve, 200));
    if (name.startsWith('hang')) for (;;);
    if (name.startsWith('never')) await new Promise(() => {});
    if (name.startsWith('memory')) for (const held = []; ; ) held.push(new Array(1000).fill(held.length + 0.5));
    if (name.startsWith('once') && isMainThread === false && !globalThis.twice) {
      const { existsSync, writeFileSync } = await import('node:fs');
      const mark = new URL('mark', import.meta.url);
      if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(1); }
    }
    const facts = name.startsWith('clone') ? { bad: () => 1 } : { length: source.bytes.length, sum: source.bytes.reduce((a, b) => (a + b) % 9973, 0) };
    return { entry: { path: source.path, bytes: source.bytes.length, sha256: sha256(source.bytes), outcome: 'read' }, observations: [], facts, crashed: [] };
  };
}
`;

let pool: typeof Pool;
let open: typeof Open;
let top: string;
let examiner: URL;

beforeAll(async () => {
  pool = (await import(new URL('../.cache/modules/node/pool.js', import.meta.url).href)) as typeof Pool;
  open = (await import(new URL('../.cache/modules/node/open.js', import.meta.url).href)) as typeof Open;
  top = mkdtempSync(join(tmpdir(), 'seedcheck-pool-'));
  writeFileSync(join(top, 'examiner.mjs'), EXAMINER);
  examiner = pathToFileURL(join(top, 'examiner.mjs'));
}, 60_000);
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

let folders = 0;
function folder(documents: Readonly<Record<string, string | Buffer>>): { root: Open.Root; files: Pool.Wanted[] } {
  const at = join(top, `folder-${folders++}`);
  mkdirSync(at);
  for (const [name, content] of Object.entries(documents)) writeFileSync(join(at, name), content);
  return {
    root: open.findRoot(at),
    files: Object.keys(documents)
      .sort()
      .map((path) => ({ path, size: statSync(join(at, path)).size })),
  };
}

const outcomes = (list: readonly Examination[]): string[] =>
  list.map(({ entry }) => `${entry.path} ${entry.outcome}${entry.why === undefined ? '' : `: ${entry.why}`}`);

const many = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`d${String(i).padStart(3, '0')}.md`, `${i} `.repeat((i * 7919) % 5000)]),
  );

describe('examineAll', () => {
  it('gives the same with any number of threads, in the order of the files', async () => {
    const { root, files } = folder({ ...many(), 'big.md': 'x'.repeat(5_000_000), 'empty.md': '' });
    const none = await pool.examineAll(root, files, { threads: 0, examiner });
    expect(none.map((one) => one.entry.path)).toEqual(files.map((file) => file.path));
    for (const threads of [1, 2, 5]) expect(await pool.examineAll(root, files, { threads, examiner })).toEqual(none);
    const shuffled = [...files].reverse();
    expect(await pool.examineAll(root, shuffled, { threads: 2, examiner })).toEqual([...none].reverse());
  }, 30_000);

  it.each([1, 2])(
    'replaces threads that die, tells the document, and loses no other (%i threads)',
    async (threads) => {
      const { root, files } = folder({
        ...many(),
        'exit.md': 'x',
        'exit2.md': 'x'.repeat(400_000),
        'later.md': 'x',
        'throw.md': 'x',
        'clone.md': 'x',
      });
      const result = await pool.examineAll(root, files, { threads, examiner });
      expect(outcomes(result).filter((line) => !line.endsWith(' read'))).toEqual([
        'clone.md failed: its result cannot be handed over: () => 1 could not be cloned.',
        'exit.md failed: the reader died: its thread ended with code 7',
        'exit2.md failed: the reader died: its thread ended with code 7',
        'later.md failed: the reader died: out of hand',
        'throw.md failed: the reader failed: a mistake',
      ]);
      expect(result).toHaveLength(305);
    },
    30_000,
  );

  it('gives up on a document after its time, and goes on', async () => {
    const { root, files } = folder({ ...many(), 'hang.md': 'x', 'hang2.md': 'x', 'never.md': 'x' });
    const started = performance.now();
    const result = await pool.examineAll(root, files, { threads: 2, examiner, timeLimit: 500 });
    expect(outcomes(result).filter((line) => !line.endsWith(' read'))).toEqual([
      'hang.md limit: gave up after 500 ms',
      'hang2.md limit: gave up after 500 ms',
      'never.md limit: gave up after 500 ms',
    ]);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);

  it('outlives a document that eats all memory', async () => {
    const { root, files } = folder({ ...many(), 'memory.md': 'x' });
    const result = await pool.examineAll(root, files, { threads: 2, examiner, heapMegabytes: 64 });
    expect(outcomes(result).filter((line) => !line.endsWith(' read'))).toEqual([
      'memory.md failed: the reader died: it needed too much memory',
    ]);
  }, 60_000);

  it('gives a document at which a thread died a second try', async () => {
    const { root, files } = folder({ 'a.md': 'x', 'once.md': 'x' });
    expect(outcomes(await pool.examineAll(root, files, { threads: 1, examiner }))).toEqual([
      'a.md read',
      'once.md read',
    ]);
  }, 30_000);

  it('says so where no thread can be started', async () => {
    const { root, files } = folder({ 'a.md': 'x' });
    await expect(pool.examineAll(root, files, { threads: 1, examiner: new URL('none.mjs', examiner) })).rejects.toThrow(
      /no thread could be started/,
    );
  }, 30_000);

  it('tells what vanished, grew too large or is no file', async () => {
    const { root, files } = folder({ 'a.md': 'x', 'large.md': 'x'.repeat(2000) });
    const wanted = [...files, { path: 'gone.md', size: 3 }, { path: '.', size: 0 }];
    for (const threads of [0, 1])
      expect(outcomes(await pool.examineAll(root, wanted, { threads, examiner, maxBytes: 1024 }))).toEqual([
        'a.md read',
        'large.md limit: it is larger than 1 KiB, the most that is read of one file',
        'gone.md failed: it vanished before it was read',
        '. failed: it is not a regular file',
      ]);
  }, 30_000);

  it('takes no thread for little, one for a large file, and no more than there is work for', () => {
    const of = (...sizes: readonly number[]): number =>
      pool.defaultThreads(
        sizes.map((size, i) => ({ path: `${i}`, size })),
        8,
      );
    expect(of()).toBe(0);
    expect(of(10_000, 10_000)).toBe(0);
    expect(of(200_000)).toBe(1);
    expect(of(1e9)).toBe(1);
    expect(of(...Array<number>(100).fill(9000))).toBe(4);
    expect(of(...Array<number>(10_000).fill(9000))).toBe(8);
  });

  it('leaves a container to a thread, whatever its name, unless none is wanted', async () => {
    const { root, files } = folder({ ...many(), 'hang.md': '%PDF-1.7\n', 'hang.txt': 'PK\x03\x04 and more' });
    const few = files.filter(({ path, size }) => path.startsWith('hang') || size < 1000);
    expect(pool.defaultThreads(few)).toBe(0);
    const told: number[] = [];
    const result = await pool.examineAll(root, few, {
      examiner,
      timeLimit: 500,
      onProgress: ({ files: done }) => told.push(done),
    });
    expect(outcomes(result).filter((line) => !line.endsWith(' read'))).toEqual([
      'hang.md limit: gave up after 500 ms',
      'hang.txt limit: gave up after 500 ms',
    ]);
    expect(result.map(({ entry }) => entry.path)).toEqual(few.map(({ path }) => path));
    expect(told.at(-1)).toBe(few.length);
  }, 30_000);

  it('tells how far it is, the last time at the end', async () => {
    const { root, files } = folder(many());
    for (const threads of [0, 2]) {
      const told: Pool.Progress[] = [];
      await pool.examineAll(root, files, { threads, examiner, onProgress: (progress) => told.push(progress) });
      const bytes = files.reduce((sum, file) => sum + file.size, 0);
      expect(told.at(-1)).toEqual({ files: 300, bytes, ofFiles: 300, ofBytes: bytes });
      expect(told.length).toBeGreaterThan(2);
      expect(told.length).toBeLessThan(100);
    }
  }, 30_000);
});
