/**
 * What damage is made of: pure functions from a clean document and a seeded source of chance to a damaged text with the
 * true places of the damage. They are written from what a user sees, by someone who does not write the checks, and they
 * know nothing of `src/checks`.
 */
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';

/** `mild`: a careful reader notices. `moderate`: any reader does. `severe`: nobody can use the document. */
export type Severity = 'mild' | 'moderate' | 'severe';

/** Word lists (mastheads, error pages, leftovers) have two halves without overlap, so that `dev` shows what was not tuned on. */
export type Half = 'train' | 'dev';

/** Decoded text with LF line ends, or the file's bytes where the damage is in its encoding. */
export type Content = { readonly text: string } | { readonly bytes: Uint8Array };

export type Injected = Content & {
  /** Where the damage stands, in offsets into the damaged text (of `bytes`: as decoded); the first is where it begins. */
  readonly spans: readonly [Span, ...Span[]];
  /** Further classes that it is counted in, as `period 248`, `tail cut`; few values each. */
  readonly facets: readonly string[];
};

/** One class of damage that is put into a clean document. */
export interface Injection {
  /** Kebab-case: `loop-exact`. */
  readonly id: string;
  /** What a reader sees, in one sentence. */
  readonly sees: string;
  /** undefined where the document does not lend itself to it (too short, no such structure). */
  readonly inject: (document: Document, chance: Random, severity: Severity, half: Half) => Injected | undefined;
}

/** A whole file that is damage: an error page, a placeholder. */
export type Specimen = Content & {
  /** The class: `login-wall`. */
  readonly id: string;
  readonly path: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly half: Half;
  readonly facets: readonly string[];
};

/** A whole file that looks like damage and is none: no check may raise a `stop` or a `look` for it. */
export type Trap = Content & {
  /** The class of damage that it resembles. */
  readonly id: string;
  readonly path: string;
  /** Why it is sound, in one sentence. */
  readonly why: string;
};
