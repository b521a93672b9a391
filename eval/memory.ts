/** A folder that lies in memory, for evaluations that check many changed folders in one process. */
import { createHash } from 'node:crypto';
import type { Document, Examination, Report, Source } from '../src/core/types.ts';
import { read } from '../src/extractors/index.ts';
import { checkFolder, DEFAULTS, makeExamine, type Host } from '../src/index.ts';
import type { Listing } from '../src/manifest/types.ts';
import type { Change } from './injections/sets-types.ts';

const examine = makeExamine((bytes) => createHash('sha256').update(bytes).digest('hex'));

/** A folder in memory. What was read and examined of the clean folder is read and examined once. */
export class Memory implements Host {
  readonly folder = 'set';
  readonly alone = false;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #base: Memory | undefined;
  readonly #sources = new Map<string, Source>();
  readonly #examined = new Map<string, Promise<Examination>>();
  readonly #documents = new Map<string, Promise<Document | string>>();

  constructor(files: ReadonlyMap<string, Uint8Array>, base?: Memory) {
    this.#files = files;
    this.#base = base;
  }

  /** The clean folder's own, where the file is the same. */
  #same(path: string): Memory | undefined {
    return this.#base && this.#base.#files.get(path) === this.#files.get(path) ? this.#base : undefined;
  }

  #source(path: string): Source {
    let source = this.#sources.get(path);
    if (!source) {
      const bytes = this.bytes(path);
      source = { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      this.#sources.set(path, source);
    }
    return source;
  }

  list(): Listing {
    const files = [...this.#files]
      .map(([path, bytes]) => ({ path, size: bytes.length, ignoredBy: null }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { files, aliases: [], faults: [], litter: [] };
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  bytes(path: string): Uint8Array {
    const bytes = this.#files.get(path);
    if (!bytes) throw new Error(`no ${path}`);
    return bytes;
  }

  async examine(files: readonly { readonly path: string }[]): Promise<readonly Examination[]> {
    const out: Examination[] = [];
    for (const { path } of files) out.push(await this.#examine(path));
    return out;
  }

  #examine(path: string): Promise<Examination> {
    const same = this.#same(path);
    if (same) return same.#examine(path);
    let one = this.#examined.get(path);
    if (!one) this.#examined.set(path, (one = examine(this.#source(path))));
    return one;
  }

  async reopen(path: string): Promise<Document | string> {
    const same = this.#same(path);
    if (same) return same.reopen(path);
    let one = this.#documents.get(path);
    if (!one) {
      one = read(this.#source(path)).then((reading) =>
        'document' in reading && reading.outcome === 'read' ? reading.document : `${path} cannot be read`,
      );
      this.#documents.set(path, one);
    }
    return one;
  }

  async documents(): Promise<Document[]> {
    const all = await Promise.all([...this.#files.keys()].toSorted().map((path) => this.reopen(path)));
    return all.filter((one) => typeof one !== 'string');
  }

  with(changes: readonly Change[]): Memory {
    const files = new Map(this.#files);
    for (const change of changes)
      if ('remove' in change) files.delete(change.path);
      else files.set(change.path, 'text' in change ? new TextEncoder().encode(change.text) : change.bytes);
    return new Memory(files, this);
  }

  report(): Promise<Report> {
    return checkFolder(this, DEFAULTS).then((checked) => checked.report);
  }
}
