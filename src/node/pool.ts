/**
 * Examines many files, in this thread or in several. Threads open and hash the files themselves; what comes back is plain
 * data, in the order of the files, the same whatever the number of threads. A thread that dies or hangs is replaced: the
 * document it was at is told, all others are still examined.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../core/errors.ts';
import { unread, type Examine } from '../core/run.ts';
import type { Examination, Source } from '../core/types.ts';
import * as real from '../examine.ts';
import { formatOf } from '../extractors/format.ts';
import type { ReadLimits, Recognize } from '../extractors/limits.ts';
import { READERS } from '../extractors/readers.ts';
import { sha256 } from './hash.ts';
import { openSource, reusedRoom, type Root } from './open.ts';

/** How files are read: plain data, for threads. */
export interface ReadOptions {
  /** Limits of reading, where they differ from the default ones. */
  readonly limits?: Partial<ReadLimits>;
  /** Languages in which pictures of text are read too, as in `eng+chi_sim`; see ocr.ts. Not said: they are not. */
  readonly ocr?: string;
}

export interface PoolOptions extends ReadOptions {
  /** Threads beside this one. 0: none, all is done in this one. Default: 0 for little text, else one a processor. */
  readonly threads?: number;
  /** Milliseconds after which a thread is taken off a document. A backstop: readers have counted limits. */
  readonly timeLimit?: number;
  /** Files of more bytes are not read. */
  readonly maxBytes?: number;
  /** Heap of one thread, beyond which it is replaced. 2048 where not said. */
  readonly heapMegabytes?: number;
  /** Called now and then, and once at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Module that exports `makeExamine`, for tests. */
  readonly examiner?: URL;
}

export interface Progress {
  readonly files: number;
  readonly bytes: number;
  readonly ofFiles: number;
  readonly ofBytes: number;
}

/** A file to examine; `size` in bytes as it was listed. */
export interface Wanted {
  readonly path: string;
  readonly size: number;
}

export const TIME_LIMIT = 60_000;
/** Where pictures are read: a page takes seconds, a file may have a hundred. */
const OCR_TIME_LIMIT = 20 * TIME_LIMIT;

/** Below so many bytes in all the start of a thread (80 ms of CPU) costs more than it saves. */
const FEW_BYTES = 512 * 1024;
/** A larger file is left to a thread, which can be taken off it when it lasts too long. */
const LARGE_BYTES = 128 * 1024;
/** A thread gets work for so many bytes at a time, or so many files. */
const CHUNK_BYTES = 256 * 1024;
const CHUNK_FILES = 64;

/** How long a thread without work waits for another folder, in milliseconds. */
const IDLE = 2000;
/** Megabytes for what a thread has just made: less than the engine's own 48 costs no time here, and 80 MB less in all. */
const YOUNG = 12;
/** Files of a job from which on its threads end with it: the comparisons that follow need the memory, and keep timers waiting. */
const MANY = 1000;

/** Files to examine, in this order. */
export interface ToWorker {
  readonly root: Root;
  readonly maxBytes?: number;
  readonly reading?: ReadOptions;
  /** Index, path and listed size. */
  readonly files: readonly (readonly [number, string, number])[];
}
export type FromWorker = { readonly ready: true } | { readonly done: readonly (readonly [number, Examination])[] };

export interface WorkerInit {
  /** URL of the module that exports `makeExamine`; null for the real one. */
  readonly examiner: string | null;
  /** Int32: the index of the file under examination (-1 for none), and a count that changes with it. */
  readonly state: SharedArrayBuffer;
}

/** Opens and examines one file of a folder; null where `leave` says of it, once opened, that another is to do it. */
export interface ExamineFile {
  (root: Root, file: Wanted, maxBytes?: number, reading?: ReadOptions): Promise<Examination>;
  (
    root: Root,
    file: Wanted,
    maxBytes: number | undefined,
    reading: ReadOptions | undefined,
    leave: (source: Source) => boolean,
  ): Promise<Examination | null>;
}

export async function examineFileWith(examiner: string | null): Promise<ExamineFile> {
  const make = await makeExamine(examiner);
  const examine = await make();
  const room = reusedRoom();
  let other: { readonly key: string; readonly examine: Examine } | null = null;
  const under = async (reading: ReadOptions | undefined): Promise<Examine> => {
    if (reading === undefined) return examine;
    const key = JSON.stringify(reading);
    if (other?.key !== key) other = { key, examine: await make(reading) };
    return other.examine;
  };
  return (async (root, file, maxBytes, reading, leave?: (source: Source) => boolean) => {
    const source = openSource(root, file.path, maxBytes === undefined ? { room } : { room, maxBytes });
    if ('outcome' in source) return unread(file.path, source.size || file.size, source.outcome, source.why);
    if (leave?.(source)) return null;
    try {
      return await (
        await under(reading)
      )(source);
    } catch (error) {
      return unread(file.path, source.bytes.length, 'failed', `the reader failed: ${messageOf(error)}`);
    }
  }) as ExamineFile;
}

async function makeExamine(examiner: string | null): Promise<(reading?: ReadOptions) => Promise<Examine>> {
  const module = (examiner === null ? real : await import(examiner)) as {
    readonly makeExamine: (hash: real.Sha256, limits?: Partial<ReadLimits>, recognize?: Recognize) => Examine;
  };
  return async ({ limits, ocr } = {}) =>
    module.makeExamine(sha256, limits, ocr === undefined ? undefined : (await import('./ocr.ts')).recognizer(ocr));
}

/** What of the options says how files are read; undefined where nothing does. */
function readingOf({ limits, ocr }: ReadOptions): ReadOptions | undefined {
  return limits === undefined && ocr === undefined
    ? undefined
    : { ...(limits && { limits }), ...(ocr !== undefined && { ocr }) };
}

/** Whether a file by its name is unpacked or parsed at length: small bytes can be long work, which only a thread can be taken off. */
function isContainer({ path }: Wanted): boolean {
  return Object.hasOwn(READERS, path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** How many threads are used where nobody says: none for little text, else as many as there is work and processors for. */
export function defaultThreads(files: readonly Wanted[], processors: number = availableParallelism()): number {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes < FEW_BYTES && files.every((file) => file.size <= LARGE_BYTES && !isContainer(file))) return 0;
  return Math.max(1, Math.min(processors, files.length, Math.ceil(bytes / CHUNK_BYTES)));
}

/**
 * Examines files of a folder, in their order. A file that cannot be had is an entry with outcome `failed` or `limit`.
 * @throws Error where threads cannot be started at all
 */
export async function examineAll(
  root: Root,
  files: readonly Wanted[],
  options: PoolOptions = {},
): Promise<Examination[]> {
  if (files.length === 0) return [];
  const threads = Math.min(options.threads ?? defaultThreads(files), files.length);
  const tally = new Tally(files, options.onProgress);
  if (threads > 0) return new Job(root, files, threads, options, tally).run();
  const examine = await examineFileWith(options.examiner?.href ?? null);
  // a container by its content, whatever its name, is left to a thread too; where none is wanted, all is done here
  const leave = (source: Source): boolean =>
    options.threads === undefined && Object.hasOwn(READERS, formatOf(source.path, source.bytes).format);
  const results: (Examination | null)[] = [];
  for (let i = 0; i < files.length; i++) {
    const result = await examine(root, files[i]!, options.maxBytes, readingOf(options), leave);
    results.push(result);
    if (result) tally.add(i);
  }
  const left = results.flatMap((result, i) => (result ? [] : [i]));
  if (left.length > 0) {
    const wanted = left.map((i) => files[i]!);
    const done = await new Job(root, wanted, 1, options, { add: (i) => tally.add(left[i]!) }).run();
    for (const [k, i] of left.entries()) results[i] = done[k]!;
  }
  return results as Examination[];
}

class Tally {
  readonly #files: readonly Wanted[];
  readonly #tell: ((progress: Progress) => void) | undefined;
  readonly #ofBytes: number;
  #done = 0;
  #bytes = 0;
  #told = 0;

  constructor(files: readonly Wanted[], tell: ((progress: Progress) => void) | undefined) {
    this.#files = files;
    this.#tell = tell;
    this.#ofBytes = files.reduce((sum, file) => sum + file.size, 0);
  }

  add(index: number): void {
    this.#done++;
    this.#bytes += this.#files[index]!.size;
    if (!this.#tell) return;
    const end = this.#done === this.#files.length;
    // by bytes and files, so that no clock is asked
    if (!end && this.#bytes - this.#told < CHUNK_BYTES && this.#done % CHUNK_FILES !== 0) return;
    this.#told = this.#bytes;
    this.#tell({ files: this.#done, bytes: this.#bytes, ofFiles: this.#files.length, ofBytes: this.#ofBytes });
  }
}

/**
 * What a thread runs. One that is started from the sources does not inherit what lets this thread read TypeScript, and is told
 * how; nothing that is built does so.
 */
function threadCode(): { readonly source: string | URL; readonly eval: boolean } {
  if (!import.meta.url.endsWith('.ts')) return { source: new URL('./worker.js', import.meta.url), eval: false };
  const own = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return { source: `import(${loader}).then(({ register }) => (register(), import(${own})))`, eval: true };
}

/** One worker. It serves one job at a time, and waits a little for another when that is done. */
class Thread {
  readonly key: string;
  readonly worker: Worker;
  readonly state: Int32Array;
  job: Job | null = null;
  /** Indices handed out and not yet back. */
  readonly has: Set<number> = new Set();
  /** Chunks handed out and not yet back. */
  chunks = 0;
  ready = false;
  /** The count in `state` when last looked at, and when it was first seen. */
  seen = 0;
  since: number = performance.now();
  /** The document that it was taken off because of the time. */
  late: number | null = null;
  error: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(key: string, examiner: string | null, heap: number) {
    this.key = key;
    const state = new SharedArrayBuffer(8);
    this.state = new Int32Array(state);
    this.state[0] = -1;
    const { source, eval: asCode } = threadCode();
    this.worker = new Worker(source, {
      eval: asCode,
      workerData: { examiner, state } satisfies WorkerInit,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG },
    });
    this.worker.on('message', (message: FromWorker) => this.job?.take(this, message));
    this.worker.on('error', (error) => {
      this.error =
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needed too much memory' : messageOf(error);
    });
    this.worker.on('exit', (code) => {
      idle.delete(this);
      this.job?.gone(this, code);
    });
  }

  /** Takes up a job. */
  begin(job: Job): void {
    clearTimeout(this.#timer);
    idle.delete(this);
    this.worker.ref();
    this.job = job;
    this.since = performance.now();
  }

  /** Lays the job down; the process may end meanwhile. `over`: nothing more is to be done, and its memory is wanted. */
  rest(over: boolean): void {
    this.job = null;
    if (over || this.chunks > 0 || !this.ready) {
      void this.worker.terminate();
      return;
    }
    this.worker.unref();
    idle.add(this);
    this.#timer = setTimeout(() => {
      idle.delete(this);
      void this.worker.terminate();
    }, IDLE).unref();
  }
}

const idle: Set<Thread> = new Set();

/** One call of `examineAll` with threads. */
class Job {
  readonly #root: Root;
  readonly #files: readonly Wanted[];
  readonly #maxBytes: number | undefined;
  readonly #reading: ReadOptions | undefined;
  readonly #examiner: string | null;
  readonly #timeLimit: number;
  readonly #heap: number;
  readonly #tally: Pick<Tally, 'add'>;
  readonly #results: (Examination | undefined)[];
  /** Indices, the largest file last. */
  readonly #queue: number[];
  /** Documents at which a thread has died once; they are tried again, each by itself. */
  readonly #again: number[] = [];
  readonly #suspects: Set<number> = new Set();
  readonly #threads: Set<Thread> = new Set();
  readonly #count: number;
  #left: number;
  #failedStarts = 0;
  #resolve!: (results: Examination[]) => void;
  #reject!: (error: unknown) => void;

  constructor(root: Root, files: readonly Wanted[], threads: number, options: PoolOptions, tally: Pick<Tally, 'add'>) {
    this.#root = root;
    this.#files = files;
    this.#maxBytes = options.maxBytes;
    this.#reading = readingOf(options);
    this.#examiner = options.examiner?.href ?? null;
    this.#timeLimit = options.timeLimit ?? (options.ocr === undefined ? TIME_LIMIT : OCR_TIME_LIMIT);
    this.#heap = options.heapMegabytes ?? 2048;
    this.#tally = tally;
    this.#count = threads;
    this.#left = files.length;
    this.#results = Array.from<Examination | undefined>({ length: files.length });
    this.#queue = files.map((_, i) => i).sort((a, b) => files[a]!.size - files[b]!.size || b - a);
  }

  async run(): Promise<Examination[]> {
    const finished = new Promise<Examination[]>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    for (let i = 0; i < this.#count; i++) this.#start();
    const watch = setInterval(() => this.#watch(), Math.min(1000, Math.max(10, this.#timeLimit / 4)));
    try {
      return await finished;
    } finally {
      clearInterval(watch);
      for (const thread of this.#threads) thread.rest(this.#files.length >= MANY);
    }
  }

  #start(): void {
    const key = `${this.#heap} ${this.#examiner}`;
    const thread = [...idle].find((one) => one.key === key) ?? new Thread(key, this.#examiner, this.#heap);
    this.#threads.add(thread);
    thread.begin(this);
    this.#feed(thread);
  }

  /** Keeps a thread in work: one chunk under examination and one waiting. */
  #feed(thread: Thread): void {
    while (thread.chunks < 2 && thread.late === null) {
      const chunk = this.#chunk(thread);
      if (chunk.length === 0) return;
      for (const index of chunk) thread.has.add(index);
      thread.chunks++;
      thread.worker.postMessage({
        root: this.#root,
        files: chunk.map((index) => [index, this.#files[index]!.path, this.#files[index]!.size] as const),
        ...(this.#maxBytes === undefined ? {} : { maxBytes: this.#maxBytes }),
        ...(this.#reading === undefined ? {} : { reading: this.#reading }),
      } satisfies ToWorker);
    }
  }

  #chunk(thread: Thread): number[] {
    if (this.#again.length > 0) {
      // alone in its thread: whoever dies now is the one
      const index = thread.chunks === 0 ? this.#again.pop() : undefined;
      if (index !== undefined) return [index];
    }
    if ([...thread.has].some((index) => this.#suspects.has(index))) return [];
    const chunk: number[] = [];
    let bytes = 0;
    while (this.#queue.length > 0 && chunk.length < CHUNK_FILES) {
      const size = this.#files[this.#queue.at(-1)!]!.size;
      if (chunk.length > 0 && bytes + size > CHUNK_BYTES) break;
      chunk.push(this.#queue.pop()!);
      bytes += size;
    }
    return chunk;
  }

  take(thread: Thread, message: FromWorker): void {
    if ('ready' in message) {
      thread.ready = true;
      this.#failedStarts = 0;
      return;
    }
    thread.chunks--;
    for (const [index, examination] of message.done) {
      thread.has.delete(index);
      this.#settle(index, examination);
    }
    this.#feed(thread);
  }

  #settle(index: number, examination: Examination): void {
    if (this.#results[index]) return;
    this.#results[index] = examination;
    this.#tally.add(index);
    this.#left--;
    if (this.#left === 0) this.#resolve(this.#results as Examination[]);
  }

  gone(thread: Thread, code: number): void {
    this.#threads.delete(thread);
    if (this.#left === 0) return;
    const at = thread.late ?? Atomics.load(thread.state, 0);
    const why = thread.error ?? `its thread ended with code ${code}`;
    if (at >= 0 && thread.has.delete(at)) {
      const { path, size } = this.#files[at]!;
      if (thread.late !== null)
        this.#settle(at, unread(path, size, 'limit', `gave up after ${seconds(this.#timeLimit)}`));
      else if (this.#suspects.has(at)) this.#settle(at, unread(path, size, 'failed', `the reader died: ${why}`));
      else {
        this.#suspects.add(at);
        this.#again.push(at);
      }
    } else if (!thread.ready && ++this.#failedStarts >= 3) {
      this.#reject(new Error(`no thread could be started: ${why}`));
      return;
    }
    // back to where the small files are, in their old order
    this.#queue.push(...[...thread.has].sort((a, b) => this.#files[a]!.size - this.#files[b]!.size || b - a));
    if (this.#left > 0) this.#start();
  }

  /** Takes threads off documents that last too long. */
  #watch(): void {
    const now = performance.now();
    for (const thread of this.#threads) {
      const at = Atomics.load(thread.state, 0);
      const count = Atomics.load(thread.state, 1);
      if (count !== thread.seen || at < 0) {
        thread.seen = count;
        thread.since = now;
      } else if (now - thread.since > this.#timeLimit && thread.late === null) {
        thread.late = at;
        void thread.worker.terminate();
      }
    }
  }
}

function seconds(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}
