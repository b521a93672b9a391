/** The examiner with everything in it, for any host: it only needs to be told how to hash. */
import { checks } from './checks/index.ts';
import { examiner, type Examine } from './core/run.ts';
import type { Document } from './core/types.ts';
import { read } from './extractors/index.ts';
import { Budget, DEFAULT_LIMITS, type ReadLimits, type Recognize } from './extractors/limits.ts';
import { classify } from './kind/index.ts';
import { printOf } from './manifest/print.ts';
import { dense } from './views/dense.ts';
import { language } from './views/language.ts';
import { SPACES } from './views/script.ts';

/** sha256 of bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string;

/** A longer text is counted by itself: its form without white space may not be asked for otherwise, and takes memory. */
const LONG = 1 << 20;

/** Units that are not white space, nor U+FEFF, which are few: those that are neither were counted for the checks. */
function characters(document: Document): number {
  const { units } = document;
  let count = 0;
  if (units.length > LONG) for (let i = 0; i < units.length; i++) count += 1 - SPACES[units[i]!]!;
  else count = dense(document).units.length;
  for (let i = units.indexOf(0xfeff); i >= 0; i = units.indexOf(0xfeff, i + 1)) count--;
  return count;
}

/**
 * Puts readers, classifier, prints and checks together. `limits`: where they differ from the default ones. `recognize`: reads
 * pictures of text, which are left unread without it.
 */
export function makeExamine(sha256: Sha256, limits: Partial<ReadLimits> = {}, recognize?: Recognize): Examine {
  return examiner({
    read: (source) => read(source, Budget.of({ ...DEFAULT_LIMITS, ...limits }, recognize)),
    classify,
    language,
    characters,
    checks,
    hash: sha256,
    print: (source, document) => printOf(source.bytes, source.sha256, document, sha256),
  });
}
