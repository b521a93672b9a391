/**
 * Damage to a set: pure functions from a clean folder and a seeded source of chance to changes of its files with the true
 * answer. As with damage to a document, they are written from what a user sees and know nothing of `src/checks`.
 */
import type { Document } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import type { Half, Severity } from './types.ts';

/** Documents of one origin under their real paths; `document.path` is the path in the folder. */
export interface SetFolder {
  readonly name: string;
  /** Sorted by path. */
  readonly documents: readonly Document[];
  /** Every path in the folder, also of what is no text. */
  readonly paths: ReadonlySet<string>;
}

/** A file put in (or over one that is there), or taken out. */
export type Change =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly remove: true };

/** `line` counts from 1 in the damaged folder; null where the whole file is meant. */
export interface TruePlace {
  readonly path: string;
  readonly line: number | null;
}

export interface SetDamage {
  readonly changes: readonly Change[];
  /** Changes that make the clean folder that the damage is held against, where it must be made ready first. */
  readonly before?: readonly Change[];
  /** Where the damage stands. */
  readonly places: readonly [TruePlace, ...TruePlace[]];
  /** Whether a right answer names the first two places together; else any one of all places is right. */
  readonly pair?: true;
  /** Of two documents that are versions of one, which is the newer one. */
  readonly newer?: string;
  /** A path that is named or expected and not there: an answer that names it is right too. */
  readonly gone?: string;
  /** Files put in whose text is that of another file: what was raised there before is not new here. */
  readonly copies?: Readonly<Record<string, string>>;
  /** Further classes that it is counted in; few values each. */
  readonly facets: readonly string[];
}

/** A folder of another origin, for what is put in from outside. */
export type Elsewhere = (chance: Random) => SetFolder;

export interface SetInjection {
  /** Kebab-case: `conflict-across`. */
  readonly id: string;
  /** What a reader sees, in one sentence. */
  readonly sees: string;
  /** undefined where the folder does not lend itself to it. */
  readonly inject: (
    folder: SetFolder,
    chance: Random,
    severity: Severity,
    half: Half,
    elsewhere: Elsewhere,
  ) => SetDamage | undefined;
}

/** A sound change of a folder that looks like damage: nothing may be raised at `stop` or `look` that was not raised before. */
export interface SetDecoy {
  readonly id: string;
  /** The class of damage that it resembles. */
  readonly like: string;
  /** Why it is sound, in one sentence. */
  readonly why: string;
  readonly make: (folder: SetFolder, chance: Random, half: Half) => readonly Change[] | undefined;
}
