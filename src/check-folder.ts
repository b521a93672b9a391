/** The per-folder half of a run, on any host: listing, index, seal and examinations in; report out. */
import { checks } from './checks/index.ts';
import { companion } from './core/companions.ts';
import { concealer, type Conceal } from './core/conceal.ts';
import { messageOf, UserError } from './core/errors.ts';
import type { Raised } from './core/explain.ts';
import { comparePlaces, settle, type Accepting, type Settled } from './core/findings.ts';
import { compareText } from './core/order.ts';
import { INSIDE, unread, withInside } from './core/run.ts';
import type { Settings } from './core/settings.ts';
import { isPlaced, judge, whyNot, type Judged } from './core/verdict.ts';
import type {
  Check,
  Document,
  Entry,
  Examination,
  Fact,
  Finding,
  FolderView,
  Observation,
  Place,
  Report,
  ReportDocument,
  ReportFinding,
} from './core/types.ts';
import { findList, type FileList } from './lists/index.ts';
import { verify } from './lists/verify.ts';
import { compare, toProve } from './manifest/compare.ts';
import { bounded } from './manifest/faults.ts';
import { hintsOf } from './manifest/hints.ts';
import { intentOf, type IntentInput } from './manifest/intent.ts';
import { displayPath, isUtf8Path, rawPath } from './manifest/paths.ts';
import { prefixOf, type Prefix } from './manifest/print.ts';
import { parseSeal, SEAL_NAME } from './manifest/seal.ts';
import type { Comparison, IndexFault, Intent, Listing, Seal } from './manifest/types.ts';
import { VERSION } from './version.ts';

const INDEX_NAMES = ['INDEX.md', 'index.md'];

/** What a run needs from where it runs: Node, a browser, a test. Paths as in `Listing`. */
export interface Host {
  /** As the person gave it, with `/`. */
  readonly folder: string;
  /** A file checked by itself: document checks only, no index is looked for. */
  readonly alone: boolean;
  list(): Listing | Promise<Listing>;
  /** A file's text, decoded, line ends as they are, BOM off. Throws where it cannot be opened or decoded. */
  text(path: string): string | Promise<string>;
  /** A file's bytes. Throws where it cannot be opened. */
  bytes(path: string): Uint8Array | Promise<Uint8Array>;
  /** Digest of a file's bytes, in lower-case hexadecimal; null where the host does not know the algorithm. Throws as `bytes` does. */
  digest?(path: string, algorithm: string): string | null | Promise<string | null>;
  /** Examines the files, in that order; a file that cannot be opened is an entry with outcome `failed`. */
  examine(files: readonly { readonly path: string; readonly size: number }[]): Promise<readonly Examination[]>;
  /**
   * Opens a document again; a sentence where it cannot be had or is no longer the one with this sha256. `outer`: the file of
   * the folder that it is inside of, or itself.
   */
  reopen(path: string, sha256: string, outer?: string): Document | string | Promise<Document | string>;
}

/** What `--expect` or `--expect-list` says in the stead of the folder's own index. */
export type Instead = Pick<IntentInput, 'expect' | 'expectList'>;

/** A report, and what it was made from, for commands that write the index or the seal. */
export interface Checked {
  readonly report: Report;
  readonly judged: Judged;
  readonly listing: Listing;
  readonly intent: Intent;
  readonly seal: Seal | null;
  readonly comparison: Comparison;
  /** Documents, attachments and companions, sorted by path; not the index, the seal, or ignored files. */
  readonly entries: readonly Entry[];
  /** Files that an ignore file names. */
  readonly ignored: readonly Entry[];
  /** How far changed files begin as they were sealed. */
  readonly prefixes: ReadonlyMap<string, Prefix>;
  readonly findings: readonly Finding[];
  /** What a finding explains and tells with it; a seal must not pass over it. */
  readonly folded: readonly Finding[];
}

/**
 * Checks one folder. Throws a UserError where the index or the seal cannot be opened or decoded: then nothing can be said.
 * `instead` replaces the folder's own index, which is then neither read nor a document.
 */
export async function checkFolder(host: Host, settings: Settings, instead: Instead = {}): Promise<Checked> {
  const replaced = instead.expect !== undefined || instead.expectList !== undefined;
  const listing = await host.list();
  const files = listing.files.map((file) => file.path);
  if (!host.alone)
    for (const name of replaced ? [SEAL_NAME] : [INDEX_NAMES[0]!, SEAL_NAME]) mustBeFile(host, listing, name);
  const sealBytes =
    !host.alone && files.includes(SEAL_NAME) ? await readOrExplain(host, SEAL_NAME, () => host.bytes(SEAL_NAME)) : null;
  const seal = sealBytes === null ? null : parseSeal(sealBytes);
  const indexes = host.alone || replaced ? new Map<string, string>() : await indexTexts(host, files);
  const own: IntentInput = { files, indexes, hasSeal: seal !== null, ...instead };
  let intent = withAliases(listing, own);
  // a list that others have made serves where no INDEX.md says what was meant
  const list = host.alone || replaced || intent.contracts.length > 0 ? null : await listIn(host, listing);
  if (list) intent = withAliases(listing, { ...own, list });

  const aside = new Set(
    host.alone ? [] : [SEAL_NAME, ...intent.contracts, ...(replaced ? ownContracts(files, intent) : [])],
  );
  const wanted = listing.files.filter((file) => !aside.has(file.path));
  const examined = wanted.filter(
    (file) => file.ignoredBy === null || isPlaced(intent.declares(file.path)?.declared ?? null),
  );
  const present = presentIn(listing);
  const outer = (await host.examine(examined)).map((one) => clear(one, present));
  const entries = outer.map((one) => one.entry).sort((a, b) => compareText(a.path, b.path));
  // presence and seal are about files of the folder; all else is about what is inside of them too
  const examinations = withInside(outer);
  const inner = examinations.map((one) => one.entry).filter((entry) => entry.within !== undefined);
  const whole = [...entries, ...inner].sort((a, b) => compareText(a.path, b.path));
  const taken = new Set(examined);
  const ignored = wanted
    .filter((file) => !taken.has(file))
    .map((file) => unread(file.path, file.size, 'ignored', `${file.ignoredBy} names it`).entry);

  const prefixes = await prefixesOf(host, seal, entries);
  const compared = compare({ listing, intent, seal, entries, ignored, prefixes });
  const comparison = list ? await withDigests(host, list, compared, entries, files) : compared;
  const folder = viewOf(intent, comparison, whole, ignored, present);
  const { raised, crashed } = await runChecks(host, examinations, folder);
  const conceal = concealer(
    new Map(examinations.flatMap(({ entry, concealed }) => (concealed ? [[entry.path, concealed]] : []))),
  );
  const settled = settleAll(
    raised.map(({ check, observation }) => ({ check, observation: conceal.observation(observation) })),
    intent.accepted,
  );

  const judged = judge(
    {
      findings: settled.findings,
      entries: folder.entries,
      indexed: intent.indexed,
      declared: folder.declared,
      companion: folder.companion,
      crashed: [...new Set(crashed.map((one) => one.check))].sort(compareText),
      unlisted: listing.faults.filter((fault) => fault.kind === 'unreadable').map((fault) => fault.path),
      alone: host.alone,
    },
    settings,
  );
  const report = reportOf({
    host,
    instead,
    list,
    listing,
    intent,
    comparison,
    entries,
    inner,
    ignored,
    folder,
    settled,
    judged,
    crashed,
    conceal,
  });
  return {
    report,
    judged,
    listing,
    intent,
    seal,
    comparison,
    entries,
    ignored,
    prefixes,
    findings: settled.findings,
    folded: settled.folded,
  };
}

/** An index or a seal that is no regular file would be passed over in silence. */
function mustBeFile(host: Host, listing: Listing, name: string): void {
  const is =
    (listing.aliases.some((alias) => alias.path === name) && 'a symbolic link') ||
    listing.faults.find((fault) => fault.path === name)?.why ||
    (listing.files.some((file) => file.path.startsWith(`${name}/`)) && 'a folder');
  if (is) throw new UserError(`${host.folder}/${name} is to be a file, and is not (${is}); put the file itself there`);
}

/** What was meant to be here; a file counts as named where the index names a link inside the folder that leads to it. */
function withAliases(listing: Listing, input: IntentInput): Intent {
  const intent = intentOf(input);
  if (listing.aliases.length === 0) return intent;
  const names = new Map<string, string[]>();
  for (const { path, target } of listing.aliases) {
    const list = names.get(target);
    if (list) list.push(path);
    else names.set(target, [path]);
  }
  return {
    ...intent,
    declares: (path) => {
      const own = intent.declares(path);
      if (own) return own;
      for (const alias of names.get(path) ?? []) {
        const named = intent.declares(alias);
        if (named?.entry.path === alias) return named;
      }
      return null;
    },
  };
}

/** The list of another kind that lies in the folder, if there is one. @throws UserError where it cannot be read */
async function listIn(host: Host, listing: Listing): Promise<FileList | null> {
  const read = async <T>(path: string, get: () => T | Promise<T>): Promise<T> => readOrExplain(host, path, get);
  return findList({
    files: new Set(listing.files.map((file) => file.path)),
    litter: new Set(listing.litter),
    text: (path) => read(path, () => host.text(path)),
    bytes: (path) => read(path, () => host.bytes(path)),
  });
}

/** Adds what the list's digests tell of files that are not told as changed already. */
async function withDigests(
  host: Host,
  list: FileList,
  comparison: Comparison,
  entries: readonly Entry[],
  files: readonly string[],
): Promise<Comparison> {
  const told = new Set(comparison.differences.map((difference) => difference.places[0].path));
  const more = await verify(
    list,
    new Map(entries.map((entry) => [entry.path, entry])),
    new Set(files),
    told,
    (path, algorithm) => host.digest?.(path, algorithm) ?? null,
  );
  return more.length === 0 ? comparison : { ...comparison, differences: [...comparison.differences, ...more] };
}

/** How far each changed file begins as it was sealed: what tells a cut from an edit. */
async function prefixesOf(
  host: Host,
  seal: Seal | null,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Prefix>> {
  const prefixes = new Map<string, Prefix>();
  for (const { path, print } of toProve({ seal, entries })) {
    try {
      const prefix = prefixOf(await host.bytes(path), print);
      if (prefix) prefixes.set(path, prefix);
    } catch {
      // Gone since it was examined: the change is told without its kind.
    }
  }
  return prefixes;
}

/** Index files at the folder's top that are replaced: neither read nor documents, unless it names them. */
function ownContracts(files: readonly string[], intent: Intent): string[] {
  return INDEX_NAMES.filter((name) => files.includes(name) && intent.declares(name)?.entry.path !== name);
}

async function indexTexts(host: Host, files: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of files) {
    if (!INDEX_NAMES.includes(path.slice(path.lastIndexOf('/') + 1))) continue;
    if (!path.includes('/')) texts.set(path, await readOrExplain(host, path, () => host.text(path)));
    else {
      try {
        texts.set(path, await host.text(path));
      } catch {
        // A document like any other: its examination says what is wrong with it.
      }
    }
  }
  return texts;
}

async function readOrExplain<T>(host: Host, path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new UserError(
      `${host.folder}/${path} cannot be read: ${messageOf(error)}; mend it or take it out, nothing can be said before`,
    );
  }
}

/** An archive `a` beside a folder `a!`: a path as `a!/b` would not say which of the two it leads into. */
function clear(one: Examination, present: ReadonlySet<string>): Examination {
  const { entry, inside } = one;
  if (inside === undefined) return one;
  const stem = `${entry.path}${INSIDE}`;
  if (![...present].some((path) => path.startsWith(stem))) return one;
  const why = `a folder ${entry.path}! lies beside it, so that the names of its files would not be clear`;
  return unclear(one, why);
}

function unclear(one: Examination, why: string): Examination {
  const { archive: _, ...entry } = one.entry;
  return {
    entry: { ...entry, outcome: 'failed', why, role: 'unreadable' },
    observations: one.observations,
    facts: one.facts,
    crashed: one.crashed,
  };
}

/** Every path in the folder, read or not. */
function presentIn(listing: Listing): ReadonlySet<string> {
  return new Set([
    ...listing.files.map((file) => file.path),
    ...listing.aliases.map((alias) => alias.path),
    ...listing.faults.map((fault) => fault.path),
    ...listing.litter,
  ]);
}

function viewOf(
  intent: Intent,
  comparison: Comparison,
  whole: readonly Entry[],
  ignored: readonly Entry[],
  present: ReadonlySet<string>,
): FolderView {
  const byPath = new Map(whole.map((entry) => [entry.path, entry]));
  const inner = whole.filter((entry) => entry.within !== undefined);
  // what the index says of a file it says of all that is inside
  const outer = (path: string): string => byPath.get(path)?.within ?? path;
  return {
    entries: whole.filter((entry) => entry.archive === undefined),
    archives: whole.filter((entry) => entry.archive === true),
    ignored,
    entry: (path) => byPath.get(path),
    indexed: intent.indexed,
    present: inner.length === 0 ? present : new Set([...present, ...inner.map((entry) => entry.path)]),
    declared: (path) => intent.declares(outer(path))?.declared ?? null,
    declaredAt: (path) => intent.declares(outer(path))?.entry.place ?? null,
    companion: (path) => companion(path) !== null,
    differences: comparison.differences,
  };
}

interface Crash {
  readonly check: string;
  readonly path: string;
  readonly message: string;
}

async function runChecks(
  host: Host,
  examinations: readonly Examination[],
  folder: FolderView,
): Promise<{ raised: Raised[]; crashed: Crash[] }> {
  const raised: Raised[] = [];
  const crashed: Crash[] = [];
  const facts = new Map<string, Fact<unknown>[]>();
  for (const examination of [...examinations].sort((a, b) => compareText(a.entry.path, b.entry.path))) {
    const { path } = examination.entry;
    raised.push(...examination.observations);
    for (const crash of examination.crashed) crashed.push({ ...crash, path });
    for (const [check, fact] of Object.entries(examination.facts)) {
      const list = facts.get(check);
      if (list) list.push({ path, fact });
      else facts.set(check, [{ path, fact }]);
    }
  }
  for (const check of checks) {
    const known = facts.get(check.id) ?? [];
    try {
      const found = check.scope === 'folder' ? check.run?.(known, folder) : check.among?.(known, folder);
      for (const observation of found ?? []) raised.push({ check: check.id, observation });
      await comparePairs(host, check, known, folder, raised, crashed);
    } catch (error) {
      crashed.push({ check: check.id, path: '.', message: messageOf(error) });
    }
  }
  return { raised, crashed };
}

async function comparePairs(
  host: Host,
  check: Check,
  facts: readonly Fact<unknown>[],
  folder: FolderView,
  raised: Raised[],
  crashed: Crash[],
): Promise<void> {
  if (!check.pairs || !check.confirm) return;
  // Pairs come grouped by their first document: it stays open while they last.
  let held: { readonly path: string; readonly document: Document | string } | undefined;
  const open = async (path: string): Promise<Document | string> =>
    host.reopen(path, folder.entry(path)?.sha256 ?? '', folder.entry(path)?.within ?? path);
  const found: Observation[] = [];
  for (const pair of check.pairs(facts, folder)) {
    if (held?.path !== pair.a) held = { path: pair.a, document: await open(pair.a) };
    const a = held.document;
    const b = await open(pair.b);
    if (typeof a === 'string') crashed.push({ check: check.id, path: pair.a, message: a });
    else if (typeof b === 'string') crashed.push({ check: check.id, path: pair.b, message: b });
    else found.push(...check.confirm(a, b, pair.data, folder));
  }
  for (const observation of check.sift?.(found, folder) ?? found) raised.push({ check: check.id, observation });
}

/** Settles findings, and raises the lines of the index that accept nothing: stale, or not to be accepted. */
function settleAll(raised: readonly Raised[], accepting: readonly (Accepting & { readonly place: Place })[]): Settled {
  const first = settle(raised, checks, accepting);
  if (first.stale.length === 0 && first.refused.length === 0) return first;
  const places = new Map<Accepting, Place>(accepting.map((line) => [line, line.place]));
  const faults: IndexFault[] = [
    ...first.stale.map((line) => ({
      level: 'look' as const,
      message: `accepts ${line.check} ${line.fingerprint} of ${displayPath(line.path)}, which is no longer found`,
      next: 'Take the line out of Accepted findings, or look at what has changed',
      place: places.get(line)!,
    })),
    ...first.refused.map((line) => ({
      level: 'look' as const,
      message: `${line.check} cannot be accepted; the line has no effect`,
      next: `Mend what ${line.check} says of ${displayPath(line.path)}, and take the line out`,
      cause: 'refused',
      place: places.get(line)!,
    })),
  ];
  const more = bounded(faults).map(({ level, message, next, place, related = [] }): Raised => ({
    check: 'index',
    observation: { level, message, ...(next === undefined ? {} : { next }), places: [place, ...related] },
  }));
  const again = settle(more, checks, []);
  return {
    ...first,
    findings: [...first.findings, ...again.findings].sort(
      (a, b) =>
        comparePlaces(a.place, b.place) || compareText(a.check, b.check) || compareText(a.fingerprint, b.fingerprint),
    ),
  };
}

interface ReportParts {
  readonly host: Host;
  readonly instead: Instead;
  readonly list: FileList | null;
  readonly listing: Listing;
  readonly intent: Intent;
  readonly comparison: Comparison;
  readonly entries: readonly Entry[];
  readonly inner: readonly Entry[];
  readonly ignored: readonly Entry[];
  readonly folder: FolderView;
  readonly settled: Settled;
  readonly judged: Judged;
  readonly crashed: readonly Crash[];
  readonly conceal: Conceal;
}

function reportOf({
  host,
  instead,
  list,
  listing,
  intent,
  comparison,
  entries,
  inner,
  ignored,
  folder,
  settled,
  judged,
  crashed,
  conceal,
}: ReportParts): Report {
  const present = entries.filter((entry) => isPlaced(folder.declared(entry.path))).length;
  const here = new Set([...listing.files, ...listing.aliases].map(({ path }) => path));
  // Lost under its name: missing, or here under another one.
  const lost = new Set(comparison.missing);
  for (const { path, what, declared, status } of intent.entries)
    if (what === 'file' && isPlaced(declared) && status !== 'optional' && !here.has(path)) lost.add(path);
  const skipped: { path: string; why: string }[] = [];
  for (const fault of listing.faults) skipped.push({ path: fault.path, why: fault.why });
  for (const alias of listing.aliases) skipped.push({ path: alias.path, why: `another name of ${alias.target}` });
  for (const path of listing.litter) skipped.push({ path, why: 'litter' });
  for (const entry of [...entries, ...inner])
    if (entry.outcome === 'unsupported' || entry.outcome === 'failed' || entry.outcome === 'limit')
      skipped.push({ path: entry.path, why: whyNot(entry) });
  for (const entry of ignored) skipped.push({ path: entry.path, why: entry.why ?? 'ignored' });
  for (const crash of crashed)
    skipped.push({ path: crash.path, why: `the check ${crash.check} failed: ${crash.message}` });

  return {
    schema: 'seedcheck/report/1',
    tool: { name: 'seedcheck', version: VERSION },
    folder: host.folder,
    verdict: judged.verdict,
    reasons: judged.reasons.map(displayPath),
    set: {
      intentKnown: intent.indexed,
      index:
        instead.expect?.name ??
        instead.expectList?.name ??
        (list ? list.name : intent.contracts.find((path) => !path.includes('/'))) ??
        null,
      ...(list ? { list: list.form } : {}),
      sealed: comparison.sealState,
      declared: present + lost.size,
      present,
      missing: comparison.missing.length,
      notPlaced: comparison.notPlaced.length,
      leftOutPresent: comparison.leftOutPresent.length,
      accepted: settled.findings.filter((finding) => finding.accepted).length,
      hints:
        intent.indexed || host.alone
          ? []
          : hintsOf(folder.entries, folder.present).map((hint) => ({
              ...hint,
              path: displayPath(hint.path),
              place: shown(hint.place),
            })),
    },
    documents: [...entries, ...inner, ...ignored]
      .sort((a, b) => compareText(a.path, b.path))
      .map((entry) => documentOf(entry, intent, comparison, folder, conceal)),
    findings: settled.findings.map(findingOf),
    checked: {
      files: entries.filter((entry) => entry.sha256 !== '').length,
      bytes: entries.reduce((sum, entry) => sum + (entry.sha256 === '' ? 0 : entry.bytes), 0),
      checks: checks.map((check) => check.id).sort(compareText),
      skipped: skipped
        .sort((a, b) => compareText(a.path, b.path) || compareText(a.why, b.why))
        .map(({ path, why }) => ({ path: displayPath(path), why: displayPath(why) })),
    },
  };
}

function documentOf(
  entry: Entry,
  intent: Intent,
  comparison: Comparison,
  folder: FolderView,
  conceal: Conceal,
): ReportDocument {
  const outer = entry.within ?? entry.path;
  const declared = intent.declares(outer);
  const own = declared?.entry.place;
  return {
    path: displayPath(entry.path),
    ...(isUtf8Path(entry.path) ? {} : { rawPath: rawPath(entry.path) }),
    declared: declared?.declared ?? null,
    ...(own?.line == null || intent.source !== 'index' ? {} : { indexLine: own.line }),
    role:
      folder.companion(entry.path) && entry.role !== 'specification' && entry.role !== 'unreadable'
        ? 'companion'
        : entry.role,
    kind: entry.kind,
    confidence: entry.confidence,
    reasons: entry.reasons.map((reason) => conceal.text(reason.message)),
    language: entry.language,
    format: entry.format,
    encoding: entry.encoding,
    bytes: entry.bytes,
    sha256: entry.sha256 === '' ? null : entry.sha256,
    sealed: comparison.sealed(outer),
    outcome: entry.outcome,
    ...(entry.archive ? { archive: true } : {}),
  };
}

function shown(place: Place): Place {
  return isUtf8Path(place.path) ? place : { ...place, path: displayPath(place.path) };
}

function findingOf(finding: Finding): ReportFinding {
  const { path, line, endLine, column, start, end, where, quote } = shown(finding.place);
  return {
    check: finding.check,
    level: finding.level,
    path,
    ...(isUtf8Path(finding.place.path) ? {} : { rawPath: rawPath(finding.place.path) }),
    line,
    endLine,
    column,
    start,
    end,
    ...(where === undefined ? {} : { where }),
    quote,
    message: displayPath(finding.message),
    next: finding.next === null ? null : displayPath(finding.next),
    fingerprint: finding.fingerprint,
    ...(finding.change === undefined ? {} : { change: finding.change }),
    ...(finding.from === undefined ? {} : { from: displayPath(finding.from) }),
    ...(finding.accepted
      ? { accepted: { reason: finding.accepted.reason, by: finding.accepted.by, on: finding.accepted.on } }
      : {}),
    related: finding.related.map(shown),
  };
}
