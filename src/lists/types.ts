/** Lists of files that others have made (BagIt, sha256sum, ...), as one form. */
import type { IndexFault, Status } from '../manifest/types.ts';

/** Names as in `sha256sum`: `md5`, `sha1`, `sha224`, `sha256`, `sha384`, `sha512`, `blake2b512`, or what the list says. */
export interface Digest {
  readonly algorithm: string;
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

/** A digest, and the line that gives it: several lists can speak of one file. */
export interface GivenDigest extends Digest {
  readonly list: string;
  readonly line: number;
  readonly quote: string;
}

/** One file that a list names. */
export interface ListedRow {
  /** Relative to the folder, checked: it stays inside. */
  readonly path: string;
  readonly status: Status;
  readonly digests: readonly GivenDigest[];
  /** Bytes; null where the list does not say. */
  readonly size: number | null;
  /** The list's own file that names it, and the line there, from 1. */
  readonly list: string;
  readonly line: number;
  /** The line, for people; at most 240 units. */
  readonly quote: string;
}

export interface FileList {
  /** `BagIt bag`, `sha256sum list`, ...: what serves as the index, in words. */
  readonly form: string;
  /** The file that serves as the index. */
  readonly name: string;
  /** Files of the list itself: neither documents nor one too many. */
  readonly own: readonly string[];
  /** Files that should be here. */
  readonly rows: readonly ListedRow[];
  /** Files of the list itself whose bytes it vouches for. */
  readonly tags: readonly ListedRow[];
  /** Whether the list speaks for this path, so that a file there which it does not name is one too many. */
  readonly covers: (path: string) => boolean;
  readonly faults: readonly IndexFault[];
}

/** What a reader of lists may ask of the folder. */
export interface ListFolder {
  /** All files, litter left out. */
  readonly files: ReadonlySet<string>;
  /** Litter that is here. */
  readonly litter: ReadonlySet<string>;
  /** A file's text, decoded, byte order mark off. Throws where it cannot be read. */
  text(path: string): Promise<string>;
  /** A file's bytes. Throws where it cannot be read. */
  bytes(path: string): Promise<Uint8Array>;
}

/** The list that lies at the top of a folder; null where there is none of this form. */
export type ListReader = (folder: ListFolder) => Promise<FileList | null>;
