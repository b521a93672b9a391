/** Counted limits of reading, and what readers throw: a file that hits one is told with the reason, and the run goes on. */

/** Limits of reading one file, all that is inside of it included. They are counted, never timed. */
export interface ReadLimits {
  /** Bytes of a text file. Its text takes two to four times as much memory. */
  readonly textBytes: number;
  /** Bytes of a container (PDF, Office file, archive), as they lie in the folder. */
  readonly containerBytes: number;
  /** Bytes that are inflated of one file, in all. */
  readonly inflatedBytes: number;
  /** Inflated bytes for each packed byte, of what is more than `RATIO_FREE` inflated. */
  readonly ratio: number;
  /** Entries of one archive, with those of archives inside of it. */
  readonly entries: number;
  /** Containers inside of containers. */
  readonly depth: number;
  /** Tags, cells, runs, text items: what a reader meets in one file. */
  readonly nodes: number;
  /** UTF-16 code units of text that one file gives. */
  readonly units: number;
}

const MB = 1024 * 1024;

/**
 * 256 MB of text is a thousand times a long specification, and what a 2 GB process can hold in all its forms. A real Office
 * file inflates to 5 to 30 times its size; deflate cannot do more than 1,032. The largest sheets in use have a million cells.
 */
export const DEFAULT_LIMITS: ReadLimits = {
  textBytes: 256 * MB,
  containerBytes: 256 * MB,
  inflatedBytes: 256 * MB,
  ratio: 200,
  entries: 10_000,
  depth: 4,
  nodes: 5_000_000,
  units: 64 * MB,
};

/** So much may be inflated at any ratio: a small file of zeros is no bomb. */
const RATIO_FREE = 16 * MB;

/** A counted limit was hit. The message is one sentence without a full stop, for a person. */
export class LimitError extends Error {}

/** A file is not what its format asks for, or is encrypted: it cannot be read. The message is one sentence, likewise. */
export class ReadError extends Error {}

/** What is read out of a picture. */
export interface Recognized {
  /** Lines as they stand in the picture, an empty line between paragraphs. */
  readonly text: string;
  /** 0 to 100, as the engine says. */
  readonly confidence: number;
}

/** Reads the text of a picture (PNG, JPEG, BMP, PNM, WebP). Rejects where it cannot be read as one. */
export type Recognize = (image: Uint8Array) => Promise<Recognized>;

/** What may still be spent on one file of the folder; containers inside of it share it. */
export class Budget {
  readonly limits: ReadLimits;
  /** Containers around what is read now: 0 for a file of the folder. */
  readonly depth: number;
  /** Set where pictures of text are to be read too. */
  readonly recognize: Recognize | undefined;
  readonly #spent: { inflated: number; packed: number; entries: number; nodes: number; units: number };

  private constructor(limits: ReadLimits, depth: number, spent: Budget['spent'], recognize?: Recognize) {
    this.limits = limits;
    this.depth = depth;
    this.#spent = spent;
    this.recognize = recognize;
  }

  static of(limits: ReadLimits, recognize?: Recognize): Budget {
    return new Budget(limits, 0, { inflated: 0, packed: 0, entries: 0, nodes: 0, units: 0 }, recognize);
  }

  /** So far: bytes inflated and taken in for it, entries, nodes, units of text. */
  get spent(): { inflated: number; packed: number; entries: number; nodes: number; units: number } {
    return this.#spent;
  }

  /** The budget for a container inside of this one; it shares all but the depth. @throws LimitError */
  deeper(): Budget {
    if (this.depth >= this.limits.depth)
      throw new LimitError(`archives inside of each other, more than ${String(this.limits.depth)} deep`);
    return new Budget(this.limits, this.depth + 1, this.#spent, this.recognize);
  }

  /** `bytes` came out of `packed` more packed bytes. Call it for each piece, before the next is inflated. @throws LimitError */
  inflate(bytes: number, packed: number): void {
    const spent = this.#spent;
    spent.inflated += bytes;
    spent.packed += packed;
    if (spent.inflated > this.limits.inflatedBytes)
      throw new LimitError(`it unpacks to more than ${megabytes(this.limits.inflatedBytes)}`);
    if (spent.inflated > RATIO_FREE && spent.inflated > this.limits.ratio * spent.packed)
      throw new LimitError(`it unpacks to more than ${String(this.limits.ratio)} times its size`);
  }

  /** One more entry of an archive. @throws LimitError */
  entry(): void {
    if (++this.#spent.entries > this.limits.entries)
      throw new LimitError(`more than ${String(this.limits.entries)} entries`);
  }

  /** So many more nodes. @throws LimitError */
  nodes(count: number): void {
    this.#spent.nodes += count;
    if (this.#spent.nodes > this.limits.nodes)
      throw new LimitError(`more than ${String(this.limits.nodes)} elements, cells or pieces of text`);
  }

  /** So many more units of text. @throws LimitError */
  units(count: number): void {
    this.#spent.units += count;
    if (this.#spent.units > this.limits.units)
      throw new LimitError(`more than ${String(Math.floor(this.limits.units / MB))} million characters of text`);
  }
}

export function megabytes(bytes: number): string {
  return `${String(Math.floor(bytes / MB))} MB`;
}
