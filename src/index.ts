/**
 * seedcheck as a library: `const report = await seedcheck('seeds')`.
 *
 * The report is the one that `seedcheck --format json` prints: the same folder gives the same report, whatever the order
 * of its files and the number of threads. Nothing in the folder is written, nothing outside it is read, nothing is
 * fetched.
 */
import { checkFolder, type Checked } from './check-folder.ts';
import { UserError } from './core/errors.ts';
import { DEFAULTS, type Settings } from './core/settings.ts';
import type { Report } from './core/types.ts';
import { expectedFrom } from './node/expected.ts';
import { hostOf } from './node/host.ts';
import type { ReadLimits } from './extractors/limits.ts';
import type { Progress } from './node/pool.ts';

export interface SeedcheckOptions extends Partial<Settings> {
  /** Path of an index (as INDEX.md, entries may be patterns) that is held against the folder instead of its own. */
  readonly expect?: string;
  /** Path of a tab-separated list (folder, path, role, sha256) that says the same; the folder's rows are those under `path`. */
  readonly expectList?: string;
  /** Threads beside this one; 0 for none. By default as many as the amount of text is worth. Never changes the report. */
  readonly threads?: number;
  /** Counted limits of reading, where they differ from the default ones. */
  readonly limits?: Partial<ReadLimits>;
  /** Languages in which scans and pictures are read too (`eng+chi_sim`); needs tesseract.js and their data installed. */
  readonly ocr?: string;
  /** Called now and then while documents are read. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Checks a folder, or a file by itself (document checks only, no index is looked for).
 * @throws UserError where nothing can be said: no such path, an index that cannot be opened or decoded, a bad option
 */
export async function seedcheck(path: string, options: SeedcheckOptions = {}): Promise<Report> {
  return (await check(path, options)).report;
}

/** As `seedcheck`, with what `exitCode` needs, and what the report was made from. */
export async function check(path: string, options: SeedcheckOptions = {}): Promise<Checked> {
  const { expect, expectList, threads, onProgress, limits, ocr, ...settings } = options;
  if (ocr !== undefined) (await import('./node/ocr.ts')).recognizer(ocr);
  const host = hostOf(path, {
    ...(threads === undefined ? {} : { threads }),
    ...(onProgress ? { onProgress } : {}),
    ...(limits ? { limits } : {}),
    ...(ocr === undefined ? {} : { ocr }),
  });
  const expected = expectedFrom({
    ...(expect === undefined ? {} : { expect }),
    ...(expectList === undefined ? {} : { expectList }),
  });
  return checkFolder(host, { ...DEFAULTS, ...settings }, host.alone ? {} : expected.of(path));
}

export { checkFolder, DEFAULTS, UserError };
export { exitCode } from './core/verdict.ts';
export { checks } from './checks/index.ts';
export { makeExamine, type Sha256 } from './examine.ts';
export type { Checked, Host, Instead } from './check-folder.ts';
export type { Settings } from './core/settings.ts';
export type { Progress } from './node/pool.ts';
export { DEFAULT_LIMITS, type ReadLimits } from './extractors/limits.ts';
export type {
  Change,
  Check,
  Declared,
  Difference,
  Document,
  DocumentCheck,
  Entry,
  Examination,
  Finding,
  FolderCheck,
  FolderView,
  Hint,
  Kind,
  KindReading,
  Level,
  Link,
  Observation,
  Outcome,
  Place,
  Report,
  ReportDocument,
  ReportFinding,
  Reporter,
  ReportSet,
  Role,
  Source,
  Span,
  Verdict,
} from './core/types.ts';
export type { Intent, Listing, Seal } from './manifest/types.ts';
