/** What INDEX.md and INDEX.sha256 say, as data; shared by everything that reads or compares them. */
import type { Prefix } from './print.ts';
import type { Acceptance, ContentPrint, Declared, Entry, Level, Place } from '../core/types.ts';

// ---------------------------------------------------------------------------------------------------------------------
// The folder, as the host lists it

/**
 * What lies in the folder. All paths are relative to it, with `/`; bytes of a name that are not UTF-8 are lone surrogates
 * U+DC80..U+DCFF (as Python's surrogateescape does), so that every name is a string and every string gives its bytes back.
 */
export interface Listing {
  /** Regular files, sorted by code unit; litter is not among them, INDEX.md and INDEX.sha256 are. */
  readonly files: readonly ListedFile[];
  /** Symbolic links to files or folders inside the folder: other names of what is listed under its own. */
  readonly aliases: readonly { readonly path: string; readonly target: string }[];
  /** What could not be walked into or is no regular file. */
  readonly faults: readonly ListingFault[];
  /** Litter (.DS_Store, .git, __MACOSX, ...): told once, not walked. */
  readonly litter: readonly string[];
}

export interface ListedFile {
  readonly path: string;
  /** Bytes, when it was listed. */
  readonly size: number;
  /** The ignore file and line that names it (`.gitignore:3`), or null. What INDEX.md names is not ignored all the same. */
  readonly ignoredBy: string | null;
}

export interface ListingFault {
  readonly path: string;
  /** `link-out`: leaves the folder. `link-broken`: leads nowhere, or in a circle. `special`: pipe, socket, device. */
  readonly kind: 'link-out' | 'link-broken' | 'special' | 'unreadable';
  /** One sentence, without a full stop. */
  readonly why: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// The index

/** How far an entry insists: `required` must be here; `pending` is named, not there yet: missing; `optional` may be absent. */
export type Status = 'required' | 'pending' | 'optional';

/** One entry of an index: a list item or a table row that names a path. */
export interface IndexEntry {
  /** Relative to the checked folder, with `/`; a folder ends in `/`; a pattern (only with --expect) as written. */
  readonly path: string;
  readonly what: 'file' | 'folder' | 'pattern';
  readonly declared: Declared;
  readonly status: Status;
  /** For `pending`, whom to ask, as written after the status word. */
  readonly from: string | null;
  /** The note after the path, as written, without status words; null if none. */
  readonly note: string | null;
  /** For a pattern: at least so many files (1 where not said). */
  readonly atLeast?: number;
  /** Lower-case hexadecimal, from --expect-list only. */
  readonly sha256?: string;
  /** The heading it stands under, as written, and that heading's line (from 1). */
  readonly heading: string;
  readonly headingLine: number;
  /** Where it stands: path of the index file, line, the item's text as quote. */
  readonly place: Place;
}

/** Something wrong with an index or a seal: becomes a finding of check `index`. */
export interface IndexFault {
  readonly level: Level;
  readonly message: string;
  readonly next?: string;
  /** What faults of one kind share; `next` where it is not given. */
  readonly cause?: string;
  readonly place: Place;
  readonly related?: readonly Place[];
}

/** A line under *Accepted findings*. */
export interface AcceptedLine extends Acceptance {
  readonly path: string;
  readonly check: string;
  /** 8 hexadecimal digits. */
  readonly fingerprint: string;
  readonly place: Place;
}

/** What was meant to be here: all contracts that count, resolved against the names in the folder. */
export interface Intent {
  /**
   * `none`: nothing says what was meant. `expect`, `expect-list`: said by an option, INDEX.md is then not read. `list`: there is no
   * INDEX.md, and a list of another kind (a BagIt manifest, SHA256SUMS, ...) serves as the index.
   */
  readonly source: 'none' | 'index' | 'list' | 'expect' | 'expect-list';
  /** At least one entry stands outside *Not placed* and *Left out*. */
  readonly indexed: boolean;
  /** Paths of the index files that are contracts; they are not documents. */
  readonly contracts: readonly string[];
  /** Files called INDEX.md or index.md that are no contract, with the reason; they are documents like any other. */
  readonly notContracts: readonly { readonly path: string; readonly why: string }[];
  /** All entries, in order of index file and line. */
  readonly entries: readonly IndexEntry[];
  readonly faults: readonly IndexFault[];
  readonly accepted: readonly AcceptedLine[];
  /** `init`'s placeholder, where it still stands. */
  readonly placeholder: Place | null;
  /** What the index says of a path in the folder: by its own line, else by the nearest folder or pattern that holds it. */
  readonly declares: (path: string) => { readonly declared: Declared; readonly entry: IndexEntry } | null;
  /** Whether a file that nothing names is one too many there. An index speaks for its folder, some lists only for a part. */
  readonly covers: (path: string) => boolean;
}

// ---------------------------------------------------------------------------------------------------------------------
// The seal

/** One sealed file. */
export interface SealedFile {
  readonly path: string;
  /** Where only the hash is known (`sha256sum` made the seal), `size` is -1 and everything else empty. */
  readonly print: ContentPrint;
  /** Line in INDEX.sha256, from 1. */
  readonly line: number;
}

export interface Seal {
  readonly files: readonly SealedFile[];
  readonly faults: readonly IndexFault[];
  /** Version of the tool's readers that made the prints; null if the file was made by `sha256sum`. */
  readonly reader: string | null;
  /** Set where the marks of a merge are still in it. */
  readonly merged?: true;
}

// ---------------------------------------------------------------------------------------------------------------------
// Holding them against each other

export interface Comparison {
  readonly differences: readonly import('../core/types.ts').Difference[];
  /** For each document, whether its bytes are the sealed ones. */
  readonly sealed: (path: string) => 'as-sealed' | 'altered' | 'not-sealed';
  readonly sealState: 'no' | 'yes' | 'in part';
  readonly missing: readonly string[];
  readonly notPlaced: readonly string[];
  readonly leftOutPresent: readonly string[];
}

export interface CompareInput {
  readonly listing: Listing;
  readonly intent: Intent;
  /** null where there is no INDEX.sha256. */
  readonly seal: Seal | null;
  /** All files of the folder but contracts and the seal itself, sorted by path; ignored ones left out. */
  readonly entries: readonly Entry[];
  readonly ignored: readonly Entry[];
  /**
   * How far changed files begin as they were sealed, by path: `prefixOf(bytes, print)` for each of `toProve(input)`. Without
   * it small cuts and additions at the end are called `edited`.
   */
  readonly prefixes?: ReadonlyMap<string, Prefix>;
}
