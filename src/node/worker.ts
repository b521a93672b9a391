/** One of the pool's threads: opens, hashes and examines files by itself, and posts plain data. See pool.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../core/errors.ts';
import { unread } from '../core/run.ts';
import type { Examination } from '../core/types.ts';
import { examineFileWith, type FromWorker, type ToWorker, type WorkerInit } from './pool.ts';

const init = workerData as WorkerInit;
const port = parentPort!;
const state = new Int32Array(init.state);
const examine = await examineFileWith(init.examiner);

port.on('message', work);
post({ ready: true });

let last: Promise<void> = Promise.resolve();

/** Chunks wait for each other: one file at a time, in the order in which they came. */
function work(chunk: ToWorker): void {
  last = last.then(() => run(chunk));
}

async function run({ root, files, maxBytes, reading }: ToWorker): Promise<void> {
  const done: [number, Examination][] = [];
  for (const [index, path, size] of files) {
    Atomics.store(state, 0, index);
    Atomics.add(state, 1, 1);
    done.push([index, await examine(root, { path, size }, maxBytes, reading)]);
  }
  try {
    post({ done });
  } catch {
    for (const [index, examination] of done)
      try {
        post({ done: [[index, examination]] });
      } catch (error) {
        const { path, bytes } = examination.entry;
        post({
          done: [[index, unread(path, bytes, 'failed', `its result cannot be handed over: ${messageOf(error)}`)]],
        });
      }
  }
  Atomics.store(state, 0, -1);
  Atomics.add(state, 1, 1);
}

function post(message: FromWorker): void {
  port.postMessage(message);
}
