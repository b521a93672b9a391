/** What is fuzzed: an input is drawn by its number, run through one of the readers or parsers, and its answer judged. */
import { createHash } from 'node:crypto';
import { random, type Random } from '../../eval/random.ts';
import { compareText } from '../../src/core/order.ts';
import type { IndexFault } from '../../src/manifest/types.ts';
import { makeExamine } from '../../src/examine.ts';
import { decode } from '../../src/extractors/decode.ts';
import { formatOf } from '../../src/extractors/format.ts';
import { read, type Broken } from '../../src/extractors/index.ts';
import { Budget, DEFAULT_LIMITS, LimitError, ReadError } from '../../src/extractors/limits.ts';
import type { Inner } from '../../src/extractors/readers.ts';
import { parseExpectList } from '../../src/lists/expect-list.ts';
import { glob } from '../../src/lists/glob.ts';
import { findList } from '../../src/lists/index.ts';
import { fileNames, parseIndex, printIndex } from '../../src/manifest/index-file.ts';
import { intentOf, readExpectation } from '../../src/manifest/intent.ts';
import { parseSeal } from '../../src/manifest/seal.ts';
import { pathFromBytes } from '../../src/manifest/paths.ts';
import { parseIgnore } from '../../src/node/ignore-rules.ts';
import { digestOf, innerPathFault, placeFault, readFault, sentenceFault } from './judge.ts';
import { mutate, strewn } from './mutate.ts';
import { folderSeeds, listSeeds, madeSeeds, NAMES_STREWN, WORDS, type Seed } from './seeds.ts';

export interface Input {
  readonly target: 'read' | 'examine' | 'index' | 'seal' | 'lists' | 'expect' | 'glob' | 'ignore';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Answer {
  /** Format, or target, and outcome: for the table of what was reached. */
  readonly kind: string;
  /** What is wrong; null where all holds. */
  readonly fault: string | null;
}

/** Draws inputs by number. */
export class Inputs {
  readonly #seeds: readonly Seed[];
  readonly #lists: readonly Seed[] = listSeeds();
  readonly #seed: number;
  readonly #like: string | null;

  /** With `like`, only files whose name holds it are changed, and nothing else is fuzzed. */
  constructor(seed: number, folder: string | null, like: string | null = null) {
    this.#like = like;
    this.#seed = seed;
    this.#seeds = [...madeSeeds(), ...(folder === null ? [] : folderSeeds(folder))].filter(
      ({ bytes, name }) => bytes.length > 0 && (like === null || name.includes(like)),
    );
  }

  /** Always the same for the same number and seeds. */
  of(number: number): Input {
    const draw = random((Math.imul(this.#seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0);
    for (let k = 0; k < 3; k++) draw.next();
    const which = this.#like === null ? draw.below(100) : 0;
    if (which < 74) {
      const { name, bytes } = this.#file(draw);
      return { target: draw.below(20) === 0 ? 'examine' : 'read', name, bytes };
    }
    if (which < 82 && draw.below(3) === 0)
      return { target: 'index', name: 'INDEX.md', bytes: Buffer.from(strewn(draw, WORDS['INDEX.md']!, 200)) };
    const seed = draw.pick(
      this.#lists.filter(({ name }) =>
        which < 82 ? name === 'INDEX.md' : which < 88 ? name === 'INDEX.sha256' : !name.startsWith('INDEX'),
      ),
    );
    const bytes = mutate(draw, seed.bytes, draw.pick(this.#lists).bytes);
    const target =
      seed.name === 'INDEX.md'
        ? 'index'
        : seed.name === 'INDEX.sha256'
          ? 'seal'
          : seed.name === 'expect.tsv'
            ? 'expect'
            : seed.name === 'glob'
              ? draw.below(2) === 0
                ? 'glob'
                : 'ignore'
              : 'lists';
    return { target, name: seed.name, bytes };
  }

  #file(draw: Random): { readonly name: string; readonly bytes: Uint8Array } {
    const words = NAMES_STREWN.filter(
      (each) => each !== 'INDEX.md' && (this.#like === null || each.includes(this.#like)),
    );
    if (words.length > 0 && draw.below(8) === 0) {
      const name = draw.pick(words);
      const start =
        name === 'a.rtf'
          ? '{\\rtf1'
          : name === 'a.pdf'
            ? '%PDF-1.4\n'
            : name === 'a.mbox'
              ? 'From a Mon Jan 1 00:00:00 2024\n'
              : '';
      return { name, bytes: Buffer.from(start + strewn(draw, WORDS[name]!, 150)) };
    }
    // formats alike, whatever the number of their samples: text is a third
    const seed = draw.pick(this.#seeds);
    const again = seed.name.endsWith('.txt') && draw.below(3) > 0 ? draw.pick(this.#seeds) : seed;
    // large files are drawn less often: they cost most and find least
    const chosen = again.bytes.length > 60_000 && draw.below(6) > 0 ? draw.pick(this.#seeds) : again;
    return { name: chosen.name, bytes: mutate(draw, chosen.bytes, draw.pick(this.#seeds).bytes) };
  }
}

/** Less than by default, so that a bomb costs no more than a file of its size does. */
const LIMITS = { ...DEFAULT_LIMITS, inflatedBytes: 48 << 20, units: 8 << 20, nodes: 1_000_000, entries: 2000 };
const examine = makeExamine((bytes) => createHash('sha256').update(bytes).digest('hex'));
/** A hundredth of the inputs or so is read twice. */
const TWICE = 16;

/** Runs one input. It throws what the code under test throws. */
export async function run({ target, name, bytes }: Input, number = 0): Promise<Answer> {
  switch (target) {
    case 'read':
      return reading(name, bytes, number % TWICE === 0);
    case 'examine': {
      const examination = await examine({
        path: name,
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      const { entry, crashed, inside = [] } = examination;
      const all = [...crashed, ...inside.flatMap((each) => each.crashed)];
      const why = entry.why ?? '';
      return {
        kind: `examine ${entry.outcome}`,
        fault:
          all.length > 0
            ? `the check ${all[0]!.check} threw: ${all[0]!.message}`
            : why.includes('reader failed')
              ? why
              : null,
      };
    }
    case 'index':
      return indexFile(bytes);
    case 'seal': {
      const seal = parseSeal(bytes);
      const lf = pathFromBytes(bytes).replace(/^\ufeff|^\udcef\udcbb\udcbf/, '');
      const texts = [lf, lf.replaceAll('\r\n', '\n')];
      return { kind: seal.faults.length > 0 ? 'seal faults' : 'seal whole', fault: faultsOf(seal.faults, texts) };
    }
    case 'lists':
      return listFile(name, bytes);
    case 'expect': {
      const content = Buffer.from(bytes).toString();
      const { rows, errors } = parseExpectList(content, name);
      readExpectation(content, name);
      const bad = rows.find(({ path }) => path === '' || path.startsWith('/') || path.split('/').includes('..'));
      return {
        kind: errors.length > 0 ? 'expect errors' : 'expect whole',
        fault: bad
          ? `the path ${JSON.stringify(bad.path)}`
          : (errors
              .map(({ message }) => sentenceFault(message))
              .find((fault) => fault !== null && !fault.startsWith('a full stop')) ?? null),
      };
    }
    case 'glob': {
      const lines = Buffer.from(bytes).toString().split('\n');
      const pattern = glob(lines[0]!);
      const matched = lines.slice(0, 50).filter((path) => pattern.matches(path)).length;
      return { kind: matched > 0 ? 'glob matches' : 'glob does not', fault: null };
    }
    case 'ignore':
      return {
        kind: parseIgnore(Buffer.from(bytes).toString()).length > 0 ? 'ignore rules' : 'ignore none',
        fault: null,
      };
  }
}

async function reading(name: string, bytes: Uint8Array, twice: boolean): Promise<Answer> {
  const { format } = formatOf(name, bytes);
  const decoded = await decode(bytes.subarray(0, 100_000));
  if (!('failed' in decoded) && decoded.units.includes(13)) return { kind: format, fault: 'a CR in the decoded text' };
  const budget = Budget.of(LIMITS);
  const result = await read({ path: name, bytes, sha256: '' }, budget);
  let fault = readFault(result);
  if (fault === null && 'inside' in result && result.inside) fault = await insideFault(result.inside, budget);
  if (fault === null && twice) {
    const again = await read({ path: name, bytes, sha256: '' }, Budget.of(LIMITS));
    if (digestOf(again) !== digestOf(result)) fault = 'another answer the second time';
  }
  return { kind: `${format} ${'archive' in result ? 'archive' : result.outcome}`, fault };
}

async function insideFault(inside: AsyncIterable<Inner | Broken>, budget: Budget): Promise<string | null> {
  try {
    for await (const one of inside) {
      const path = one.path === null ? null : innerPathFault(one.path);
      if (path !== null) return path;
      if ('why' in one) {
        const why = sentenceFault(one.why);
        if (why !== null) return why;
        continue;
      }
      const result = await read({ path: one.path, bytes: one.bytes, sha256: '' }, budget.deeper());
      const fault = readFault(result);
      if (fault !== null) return `${fault}, in ${JSON.stringify(one.path)}`;
      if ('inside' in result && result.inside) {
        const deeper = await insideFault(result.inside, budget.deeper());
        if (deeper !== null) return deeper;
      }
    }
  } catch (error) {
    if (!(error instanceof LimitError) && !(error instanceof ReadError)) throw error;
    return sentenceFault(error.message);
  }
  return null;
}

function faultsOf(faults: readonly IndexFault[], texts: readonly string[]): string | null {
  // one for each line that is wrong, at most
  if (faults.length > 50_000) return `${String(faults.length)} faults`;
  for (const { message, place, related = [] } of faults) {
    if (message === '' || message.length > 2000) return `a message of ${String(message.length)} units`;
    for (const each of [place, ...related]) {
      const wrong = texts.map((lf) => placeFault(each, lf));
      if (wrong.every((fault) => fault !== null)) return wrong[0]!;
    }
  }
  return null;
}

/** Names that are there, for bare paths. */
const HERE = ['a.md', 'b c.pdf', 'c.md', 'data/a.md', 'x.md', 'rfcs/1.md', 'api.md', 'cafe\u0301.md'];

function indexFile(bytes: Uint8Array): Answer {
  const content = Buffer.from(bytes).toString();
  const files = fileNames(HERE);
  const plain = parseIndex(content, 'INDEX.md');
  if (printIndex(plain) !== content) return { kind: 'index', fault: 'it is not printed as it was read' };
  const index = parseIndex(content, 'sub/INDEX.md', { files });
  const lf = content.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  let fault = faultsOf([...index.faults, ...plain.faults], [lf]);
  for (const { path, place } of [...plain.entries, ...plain.accepted])
    fault ??=
      path.startsWith('/') || path.split('/').includes('..')
        ? `the path ${JSON.stringify(path)}`
        : placeFault(place, lf);
  const sorted = plain.entries.every((entry, i) => i === 0 || entry.place.line! >= plain.entries[i - 1]!.place.line!);
  if (!sorted) fault ??= 'entries out of order';
  const intent = intentOf({
    files: ['INDEX.md', 'sub/INDEX.md', ...HERE],
    indexes: new Map([
      ['INDEX.md', content],
      ['sub/INDEX.md', content],
    ]),
    hasSeal: bytes.length % 2 === 0,
  });
  for (const path of HERE) intent.declares(path);
  return {
    kind: `index ${intent.contracts.length > 0 ? 'contract' : 'none'}${index.faults.length > 0 ? ', faults' : ''}`,
    fault,
  };
}

async function listFile(name: string, bytes: Uint8Array): Promise<Answer> {
  const content = Buffer.from(bytes).toString();
  // the other files of the form, whole, so that the reader gets to this one
  const rest = listSeeds().filter(
    (seed) =>
      seed.name !== name &&
      (name === 'book.opf' || name.startsWith('META') ? /opf|META/ : /bagit|manifest-|fetch/).test(seed.name) &&
      /opf|META|bagit|manifest-|fetch/.test(name),
  );
  const all = new Map<string, Uint8Array>([[name, bytes], ...rest.map((seed) => [seed.name, seed.bytes] as const)]);
  const list = await findList({
    files: new Set([...HERE, ...all.keys()]),
    litter: new Set(['.DS_Store']),
    text: (path) => Promise.resolve(path === name ? content : Buffer.from(all.get(path) ?? '').toString()),
    bytes: (path) => Promise.resolve(all.get(path) ?? new Uint8Array(0)),
  });
  if (!list) return { kind: 'lists none', fault: null };
  const bad = [...list.rows, ...list.tags].find(
    ({ path }) => path === '' || path.startsWith('/') || path.includes('\0') || path.split('/').includes('..'),
  );
  const long = list.faults.find(({ message }) => message === '' || message.length > 2000);
  list.covers('data/x');
  return {
    kind: `lists ${list.form.slice(0, 12)}${list.faults.length > 0 ? ', faults' : ''}`,
    fault: bad
      ? `the path ${JSON.stringify(bad.path)}`
      : long
        ? `a message of ${String(long.message.length)} units`
        : null,
  };
}

/** Sorted counts, for a table. */
export function tally(counts: Readonly<Record<string, number>>): string[] {
  return Object.keys(counts)
    .sort(compareText)
    .map((kind) => `${kind}: ${String(counts[kind])}`);
}
