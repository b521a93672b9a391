/** The examiner with everything in it, for any host: it only needs to be told how to hash. */
import { checks } from './checks/index.ts';
import { examiner, type Examine } from './core/run.ts';
import { read } from './extractors/index.ts';
import { classify } from './kind/index.ts';
import { printOf } from './manifest/print.ts';
import { language } from './views/language.ts';

/** sha256 of bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string;

/** Puts readers, classifier, prints and checks together. */
export function makeExamine(sha256: Sha256): Examine {
  return examiner({
    read,
    classify,
    language,
    checks,
    print: (source, document) => printOf(source.bytes, source.sha256, document, sha256),
  });
}
