/** pdf.js, loaded when the first PDF asks for it: how it is opened, what it may spend, how its errors are told. */
import { type Budget, LimitError, megabytes, ReadError } from '../limits.ts';
import type { LoadingTask, PdfDocument } from './vendor/pdf.mjs';
import type { FontFacts, Picture } from './vendor/worker.mjs';

export interface Opened {
  readonly pdf: PdfDocument;
  /** Of all fonts that were met so far, by the name that operators have for them. */
  readonly fonts: ReadonlyMap<string, FontFacts>;
  /** Of the page that is read, by the number that operators have for them; none unless they are to be recognized. */
  readonly pictures: readonly Picture[];
  /**
   * Throws what was hit while pdf.js ran, which swallows errors; and counts anew for the next page.
   * @throws PageLimitError what one page alone may spend; LimitError what the file may
   */
  readonly settle: () => void;
  /** Whether pdf.js gave up on the rest of the page, since this was last asked. */
  readonly wasCut: () => boolean;
  readonly close: () => Promise<void>;
}

/** One page is more than a page may be; the others can be read. The message is one sentence about the file. */
export class PageLimitError extends Error {
  /** The same about the page, as what comes after its name. */
  readonly why: string;

  constructor(message: string, why: string) {
    super(message);
    this.why = why;
  }
}

/** Bytes that the streams of one page may unpack to, as a share of what a file may; they are let go after each page. */
const PAGE_SHARE = 4;
/** What the pages together may unpack to, in files' worth: what pages share is unpacked once for each of them. */
const PAGES_WORTH = 4;
/**
 * What one page may hold, as a share of the nodes that a file may: words, numbers and signs, and operators and letters as so
 * many of them. Of the pages of 100 PDFs the fullest had a tenth of it. A page that is all it may be takes a second or two.
 */
const PAGE_WORK = 0.4;
const OPERATOR_WORK = 10;
const LETTER_WORK = 2;
/** What all pages may hold likewise; and so much more for each byte of the file. The densest of 88 real files had 5.2 a byte. */
const FILE_WORK = 0.5;
/** A page itself, before there is anything on it. */
const BARE_PAGE_WORK = 3000;
const BYTE_WORK = 8;
/** An entry of the list of pages, in words: it is gone through for each page, and writers of long files make a tree of it. */
const ENTRY_WORK = 2;
const MUCH_DRAWN = 'its pages hold more drawing than a file of its size has';
const LONG_LIST = 'its list of pages is longer than a file of its size has';
/** Letters that are one node of the budget, which is made for tags and cells. */
const LETTERS_A_NODE = 8;
/** Graphics states that lie on each other: a writer needs ten, the format once allowed 28. */
const MOST_SAVED = 2000;

type Library = Awaited<ReturnType<typeof load>>;
let library: Promise<Library> | undefined;

/** Node lacks what pdf.js makes one of when it is loaded. It only serves drawing. */
async function load(): Promise<{
  readonly getDocument: (options: Readonly<Record<string, unknown>>) => LoadingTask;
  readonly OPS: Readonly<Record<string, number>>;
  readonly seedcheck: (typeof import('./vendor/worker.mjs'))['seedcheck'];
}> {
  const scope = globalThis as { DOMMatrix?: unknown };
  const had = scope.DOMMatrix;
  if (had === undefined) scope.DOMMatrix = class {};
  try {
    // this one first: its presence keeps pdf.js from starting a thread of its own
    const { seedcheck } = await import('./vendor/worker.mjs');
    const { getDocument, OPS } = await import('./vendor/pdf.mjs');
    return { getDocument, OPS, seedcheck };
  } finally {
    if (had === undefined) delete scope.DOMMatrix;
  }
}

/** Numbers of the operators, by name. */
export async function operators(): Promise<Readonly<Record<string, number>>> {
  return (await (library ??= load())).OPS;
}

/** Character maps out of a module, so that no host has to read files for it. Fonts' outlines are not needed for text. */
class Maps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('not here');
    const { CMAPS } = await import('./vendor/cmaps.mjs');
    const packed = CMAPS[filename.replace(/\.bcmap$/, '')];
    if (packed === undefined) throw new Error('no such map');
    return unpack(packed);
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of base64. */
function unpack(text: string): Uint8Array {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(text[i]!)) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}

/** The counters are the module's: one file at a time. */
let turn: Promise<void> = Promise.resolve();

/** @throws ReadError, LimitError */
export async function open(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  let free!: () => void;
  const before = turn;
  turn = new Promise((resolve) => {
    free = resolve;
  });
  await before;
  let task: LoadingTask | undefined;
  try {
    const { getDocument, seedcheck } = await (library ??= load());
    const fonts = new Map<string, FontFacts>();
    const most = Math.floor(budget.limits.inflatedBytes / PAGE_SHARE);
    const pageWork = PAGE_WORK * budget.limits.nodes;
    const fileWork = FILE_WORK * budget.limits.nodes + BYTE_WORK * bytes.length;
    const page = { unpacked: 0, work: 0 };
    const all = { unpacked: 0, work: 0 };
    let hit: LimitError | PageLimitError | undefined;
    const fail = (error: LimitError | PageLimitError): never => {
      hit ??= error;
      throw hit;
    };
    seedcheck.unpack = (count) => {
      page.unpacked += count;
      all.unpacked += count;
      if (hit) throw hit;
      if (all.unpacked > budget.limits.inflatedBytes * PAGES_WORTH)
        fail(new LimitError(`it unpacks to more than ${megabytes(budget.limits.inflatedBytes * PAGES_WORTH)}`));
      if (page.unpacked > most)
        fail(
          new PageLimitError(
            `a page of it unpacks to more than ${megabytes(most)}`,
            `unpacks to more than ${megabytes(most)}`,
          ),
        );
    };
    seedcheck.work = (count) => {
      page.work += count;
      all.work += count;
      if (hit) throw hit;
      if (all.work > fileWork) fail(new LimitError(MUCH_DRAWN));
      if (page.work > pageWork)
        fail(
          new PageLimitError(
            'a page of it holds more drawing operators, numbers and letters than are read of a page',
            'holds more drawing operators, numbers and letters than are read of a page',
          ),
        );
    };
    let listed = 0;
    seedcheck.pages = (count) => {
      listed += count * ENTRY_WORK;
      if (hit) throw hit;
      if (listed + all.work > fileWork) fail(new LimitError(listed > all.work ? LONG_LIST : MUCH_DRAWN));
    };
    const nodes = (count: number): void => {
      if (hit) throw hit;
      try {
        budget.nodes(count);
      } catch (error) {
        if (error instanceof LimitError) fail(error);
        throw error;
      }
    };
    seedcheck.operators = (count) => {
      nodes(count);
      seedcheck.work(OPERATOR_WORK * count);
    };
    seedcheck.letters = (count) => {
      nodes(Math.ceil(count / LETTERS_A_NODE));
      seedcheck.work(LETTER_WORK * count);
    };
    seedcheck.saved = (depth) => {
      if (hit) throw hit;
      if (depth > MOST_SAVED)
        fail(
          new PageLimitError(
            `a page of it saves its state more than ${String(MOST_SAVED)} times over`,
            `saves its state more than ${String(MOST_SAVED)} times over`,
          ),
        );
    };
    const pictures: Picture[] = [];
    seedcheck.picture = (picture) => (budget.recognize ? pictures.push(picture) : 0) - 1;
    let cut = false;
    seedcheck.cut = () => {
      cut = true;
    };
    const wasCut = (): boolean => {
      const was = cut;
      cut = false;
      return was;
    };
    seedcheck.font = (name, font) => {
      fonts.set(name, font);
    };
    task = getDocument({
      // pdf.js takes the memory over
      data: bytes.slice(),
      verbosity: 0,
      BinaryDataFactory: Maps,
      cMapUrl: './',
      cMapPacked: true,
      useSystemFonts: true,
      disableFontFace: false,
      isEvalSupported: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      maxImageSize: 0,
    });
    const opened = task;
    const settle = (): void => {
      page.unpacked = page.work = pictures.length = 0;
      all.work += BARE_PAGE_WORK;
      const was = hit;
      if (was instanceof PageLimitError) hit = undefined;
      if (was) throw was;
    };
    const close = async (): Promise<void> => {
      seedcheck.unpack = seedcheck.work = seedcheck.operators = seedcheck.letters = seedcheck.saved = () => {};
      seedcheck.picture = () => -1;
      seedcheck.cut = () => {};
      seedcheck.pages = () => {};
      seedcheck.font = () => {};
      pictures.length = 0;
      fonts.clear();
      try {
        await opened.destroy();
      } finally {
        free();
      }
    };
    try {
      const pdf = await opened.promise;
      settle();
      return { pdf, fonts, pictures, settle, wasCut, close };
    } catch (error) {
      await close();
      const limit = hit ?? error;
      if (limit instanceof PageLimitError) throw new LimitError(limit.message);
      throw limit instanceof LimitError ? limit : told(error, bytes);
    }
  } catch (error) {
    free();
    throw error;
  }
}

/** Why a file did not open. */
function told(error: unknown, bytes: Uint8Array): Error {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new ReadError('it is encrypted: a password is needed');
  if (!has(bytes, '%PDF-', 0, 1024)) return new ReadError('it is no PDF: it does not begin as one');
  if (isCut(bytes)) return new ReadError('it is cut off: its end is missing');
  const reason = error instanceof Error ? error.message : String(error);
  return new ReadError(`it is damaged: ${reason.replace(/\.$/, '') || 'it cannot be opened'}`);
}

/** Whether the end of a PDF is missing: no end mark, or fewer bytes than it says it has. */
export function isCut(bytes: Uint8Array): boolean {
  if (!has(bytes, '%%EOF', Math.max(0, bytes.length - 4096), bytes.length))
    return has(bytes, ' obj', 0, 65_536) || has(bytes, '/Type', 0, 65_536);
  const head = latin(bytes, 0, 2048);
  const length = /\/Linearized\b[^>]{0,300}?\/L\s+(\d{1,12})\b/.exec(head);
  return length !== null && Number(length[1]) > bytes.length;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < Math.min(to, bytes.length); at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 8192, bytes.length)));
  return text;
}

function has(bytes: Uint8Array, mark: string, from: number, to: number): boolean {
  return latin(bytes, from, to).includes(mark);
}
