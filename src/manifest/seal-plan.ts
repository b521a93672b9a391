/** What `seedcheck seal` would write, and what stands in its way: decided here, done by the command. */
import { companion } from '../core/companions.ts';
import { compareText } from '../core/order.ts';
import type { ContentPrint, Difference, Entry, Finding } from '../core/types.ts';
import { couldNotBeRead, whyNot } from '../core/verdict.ts';
import { belongsInSeal, compare, linkedPaths } from './compare.ts';
import { printSeal, SEAL_NAME } from './seal.ts';
import type { CompareInput, Seal, SealedFile } from './types.ts';

export interface SealInput extends CompareInput {
  /** All findings of the check of this folder, under its seal as it is. */
  readonly findings: readonly Finding[];
  /** What else keeps the folder from READY, as sentences: a check that failed, a folder that could not be looked into. */
  readonly reasons?: readonly string[];
  /**
   * What was named: paths of files as in the listing, lost ones too, or of folders with a final `/`. `all`: every change
   * since the last seal is meant. Empty: only what is new is sealed.
   */
  readonly named: readonly string[] | 'all';
}

export interface SealPlan {
  /**
   * The new seal; null where something hinders it, and where there are changes and none was named. It may hold unnamed
   * changes under their old hashes: they are in `waiting`.
   */
  readonly bytes: Uint8Array | null;
  /** Whether these bytes say what the present seal says. */
  readonly same: boolean;
  /** New in the seal. */
  readonly added: readonly string[];
  /** Sealed with what they hold now, or under their new name. */
  readonly resealed: readonly Difference[];
  /** No longer in the seal: gone and named, or left out. */
  readonly dropped: readonly string[];
  /** Changes since the last seal that were not named. */
  readonly waiting: readonly Difference[];
  /** What keeps the folder from READY and is no change: path (or `.`) and sentence, worst first as the report has them. */
  readonly hindrances: readonly { readonly path: string; readonly message: string }[];
  /** Names that are neither files here nor sealed. */
  readonly unknown: readonly string[];
}

/** Checks that the new seal answers, or that are asked again under it. */
const PRESENCE: ReadonlySet<string> = new Set(['missing', 'not-placed', 'altered', 'renamed', 'index']);

export function planSeal(input: SealInput): SealPlan {
  const { intent, seal, entries, named } = input;
  const all = named === 'all';
  const names = new Set(all ? [] : named);
  const folders = [...names].filter((name) => name.endsWith('/'));
  const chosen = (path: string): boolean => all || names.has(path) || folders.some((folder) => path.startsWith(folder));

  const before = compare(input);
  const old = new Map((seal?.files ?? []).map((file) => [file.path, file]));
  const present = new Map(entries.map((entry) => [entry.path, entry]));
  const linked = linkedPaths(input);
  const successors = new Map<string, string>();
  const rings = new Map<string, readonly string[]>();
  for (const difference of before.differences) {
    if (difference.check !== 'renamed' || difference.from === undefined) continue;
    if (difference.change === 'swapped') {
      const ring = difference.places.map((place) => place.path).filter((path) => old.has(path));
      for (const path of ring) rings.set(path, ring);
    } else successors.set(difference.places[0].path, difference.from);
  }
  // Who names one of two files that changed places means both; so with an old and a new name.
  const meant = (path: string): boolean => chosen(path) || (rings.get(path)?.some(chosen) ?? false);

  const next = new Map<string, ContentPrint>();
  const added: string[] = [];
  const dropped: string[] = [];
  const given = new Set<string>();
  const unplaced: { path: string; message: string }[] = [];
  for (const entry of entries) {
    const { path } = entry;
    if (entry.sha256 === '') continue;
    if (!belongsInSeal(input, entry, linked)) {
      if (names.has(path) || (successors.has(path) && chosen(path)))
        unplaced.push({ path, message: 'no line of INDEX.md places it, so it cannot be sealed' });
      continue;
    }
    const was = old.get(path);
    if (was) {
      next.set(path, was.print.sha256 === entry.sha256 || meant(path) ? entry.print : was.print);
      continue;
    }
    const from = successors.get(path);
    if (from !== undefined && old.has(from)) {
      if (!chosen(path) && !chosen(from)) continue;
      given.add(from);
      next.set(path, entry.print);
    } else if (seal === null || chosen(path) || !needsName(input, entry)) {
      next.set(path, entry.print);
      added.push(path);
    }
  }
  for (const { path, print } of old.values()) {
    if (next.has(path) || isContract(input, path)) continue;
    const leftOut = intent.declares(path)?.declared === 'left-out';
    if (leftOut || given.has(path) || (!present.has(path) && chosen(path))) {
      if (!given.has(path)) dropped.push(path);
    } else next.set(path, print);
  }

  const after = compare({ ...input, seal: asSeal(next) });
  const lines = new Set(
    intent.entries
      .filter((entry) => entry.declared !== 'left-out' && entry.declared !== 'not-placed')
      .map((entry) => entry.path),
  );
  const waiting: Difference[] = [];
  const hindrances = [...hindrancesBeside(input, next), ...unplaced];
  for (const difference of after.differences) {
    const { path } = difference.places[0];
    if (
      difference.check === 'altered' ||
      (difference.check === 'renamed' && difference.from !== undefined && next.has(difference.from))
    )
      waiting.push(difference);
    else if (difference.check === 'missing' && next.has(path) && !lines.has(path)) waiting.push(difference);
    else if (difference.check === 'not-placed' && waitsForName(input, present.get(path))) waiting.push(difference);
    else if (PRESENCE.has(difference.check) && difference.level === 'stop')
      hindrances.push({ path, message: difference.message });
  }
  hindrances.push(...sealFaults(seal, all));

  const bytes = printSeal([...next].map(([path, print]) => ({ path, print })));
  const undecided = waiting.length > 0 && !all && names.size === 0;
  const stays = new Set(waiting.map(keyOf));
  return {
    bytes: hindrances.length > 0 || undecided ? null : bytes,
    same:
      seal !== null &&
      seal.faults.length === 0 &&
      old.size === next.size &&
      [...next].every(([path, print]) => samePrint(old.get(path)?.print, print)),
    added: added.sort(compareText),
    resealed: before.differences.filter(
      (one) =>
        (one.check === 'altered' || (one.check === 'renamed' && old.has(one.from ?? ''))) &&
        !stays.has(keyOf(one)) &&
        next.has(one.places[0].path),
    ),
    dropped: dropped.sort(compareText),
    waiting,
    hindrances,
    unknown: all
      ? []
      : named.filter(
          (name) =>
            !(
              present.has(name) ||
              old.has(name) ||
              (name.endsWith('/') && [...present.keys(), ...old.keys()].some((path) => path.startsWith(name)))
            ),
        ),
  };
}

function keyOf(difference: Difference): string {
  return `${difference.check} ${difference.places[0].path}`;
}

function samePrint(a: ContentPrint | undefined, b: ContentPrint): boolean {
  return (
    a !== undefined &&
    a.sha256 === b.sha256 &&
    a.size === b.size &&
    a.lines === b.lines &&
    a.plain === b.plain &&
    a.dense === b.dense &&
    a.chain === b.chain &&
    a.sketch === b.sketch
  );
}

/** A new file that plain `seal` does not add: named only with its folder, or instructions to an agent without a line. */
function needsName({ intent }: SealInput, entry: Entry): boolean {
  const said = intent.declares(entry.path);
  if (said?.entry.what === 'file') return false;
  const kin = companion(entry.path);
  if (kin !== null) return kin === 'agent';
  return said !== null;
}

/** Whether a file that nothing places would be sealed if it were named. */
function waitsForName(input: SealInput, entry: Entry | undefined): boolean {
  if (!entry) return false;
  const declared = input.intent.declares(entry.path)?.declared ?? null;
  return declared === null ? companion(entry.path) === 'agent' : declared !== 'not-placed' && declared !== 'left-out';
}

function isContract({ intent }: SealInput, path: string): boolean {
  return path === SEAL_NAME || intent.contracts.includes(path);
}

function asSeal(prints: ReadonlyMap<string, ContentPrint>): Seal {
  const files: SealedFile[] = [...prints].map(([path, print], i) => ({ path, print, line: i + 1 }));
  return { files, faults: [], reader: null };
}

/** What the seal cannot answer: findings of other checks, files that could not be read, no index. */
function hindrancesBeside(
  input: SealInput,
  next: ReadonlyMap<string, ContentPrint>,
): { path: string; message: string }[] {
  const { intent, entries, findings } = input;
  const found: { path: string; message: string }[] = [];
  if (!intent.indexed) found.push({ path: '.', message: 'no INDEX.md says which files are meant to be here' });
  for (const finding of findings)
    if (finding.level === 'stop' && !finding.accepted && !PRESENCE.has(finding.check))
      found.push({ path: finding.place.path, message: finding.message });
  for (const entry of entries) {
    const declared = intent.declares(entry.path)?.declared ?? null;
    if (declared !== null && declared !== 'left-out' && declared !== 'not-placed' && couldNotBeRead(entry, declared))
      found.push({ path: entry.path, message: `could not be read: ${whyNot(entry)}` });
    else if (entry.sha256 === '' && companion(entry.path))
      found.push({ path: entry.path, message: `could not be opened: ${whyNot(entry)}` });
  }
  for (const reason of input.reasons ?? []) found.push({ path: '.', message: reason });
  if (next.size === 0 && found.length === 0) found.push({ path: '.', message: 'there is nothing to seal' });
  return found;
}

/** A seal that was merged is written anew; from one that lost lines only who says so: what it held is not known. */
function sealFaults(seal: Seal | null, all: boolean): { path: string; message: string }[] {
  if (!seal || all || seal.merged) return [];
  return seal.faults
    .filter((fault) => fault.level === 'stop')
    .map((fault) => ({
      path: SEAL_NAME,
      message: `line ${fault.place.line}: ${fault.message}; --all writes it anew from what is here`,
    }));
}
