/** From what was found to one word and one exit code. */
import type { Settings } from './settings.ts';
import type { Declared, Entry, Finding, Verdict } from './types.ts';

export interface Judged {
  readonly verdict: Verdict;
  /** Sentences without a full stop, worst first. */
  readonly reasons: readonly string[];
  /** Whether the only reason for CANNOT TELL is that no index says what was meant to be here. */
  readonly onlyUnindexed: boolean;
}

export interface ToJudge {
  /** All findings, accepted ones too. */
  readonly findings: readonly Finding[];
  /** All files but the index, the seal and ignored ones. */
  readonly entries: readonly Entry[];
  readonly indexed: boolean;
  readonly declared: (path: string) => Declared | null;
  readonly companion: (path: string) => boolean;
  /** Names of checks that failed, without repeats. */
  readonly crashed: readonly string[];
  /** Folders and files that could not even be listed. */
  readonly unlisted: readonly string[];
  /** A file checked by itself: no index was looked for. */
  readonly alone: boolean;
}

/** A file that could carry the set: neither bytes without text, nor a companion by name, nor empty. */
export function isDocument(entry: Entry, companion: (path: string) => boolean): boolean {
  return (
    entry.outcome !== 'bytes' && entry.outcome !== 'empty' && entry.outcome !== 'ignored' && !companion(entry.path)
  );
}

/** The verdict: the first row of the table that applies. */
export function judge(input: ToJudge, settings: Pick<Settings, 'failOn'>): Judged {
  const open = input.findings.filter((finding) => !finding.accepted);
  const stops = open.filter(
    (finding) => finding.level === 'stop' || (settings.failOn === 'look' && finding.level === 'look'),
  );
  const documents = input.entries.filter(
    (entry) => isDocument(entry, input.companion) || carries(input.declared(entry.path)),
  );

  const notReady: string[] = [];
  if (documents.length === 0) notReady.push(input.alone ? 'the file is no document' : 'the folder holds no document');
  const byCheck = new Map<string, number>();
  for (const finding of stops) byCheck.set(finding.check, (byCheck.get(finding.check) ?? 0) + 1);
  for (const [check, count] of byCheck) notReady.push(`${count} ${check}`);
  if (notReady.length > 0) return { verdict: 'NOT READY', reasons: notReady, onlyUnindexed: false };

  const cannotTell: string[] = [];
  const unreadable = documents.filter((entry) => couldNotBeRead(entry, input.declared(entry.path)));
  if (documents.length > 0 && documents.every((entry) => entry.outcome !== 'read'))
    cannotTell.push('no document could be read');
  for (const entry of unreadable)
    if (!input.indexed || isPlaced(input.declared(entry.path)))
      cannotTell.push(`${entry.path} could not be read: ${whyNot(entry)}`);
  for (const path of input.unlisted) cannotTell.push(`${path} could not be looked into`);
  for (const check of input.crashed) cannotTell.push(`the check ${check} failed`);
  const others = cannotTell.length;
  if (!input.indexed)
    cannotTell.push(
      input.alone ? 'a file by itself: no index was looked for' : 'no INDEX.md says which files were meant to be here',
    );
  if (cannotTell.length > 0) return { verdict: 'CANNOT TELL', reasons: cannotTell, onlyUnindexed: others === 0 };
  return { verdict: 'READY', reasons: [], onlyUnindexed: false };
}

/** Whether the index says that the file belongs to the set. */
export function isPlaced(declared: Declared | null): boolean {
  return declared === 'specification' || declared === 'background' || declared === 'attachment' || declared === 'other';
}

/** Whether a file so declared has to carry a build: an attachment does not. */
function carries(declared: Declared | null): boolean {
  return isPlaced(declared) && declared !== 'attachment';
}

/** A file whose text should have been judged and was not. Bytes count under Specifications and Background. */
export function couldNotBeRead(entry: Entry, declared: Declared | null): boolean {
  if (entry.outcome === 'failed' || entry.outcome === 'limit') return true;
  if (entry.outcome === 'unsupported') return declared !== 'attachment';
  return entry.outcome === 'bytes' && (declared === 'specification' || declared === 'background');
}

/** Why it could not, in words. */
export function whyNot(entry: Entry): string {
  return entry.why ?? (entry.outcome === 'bytes' ? 'it holds no text to judge' : entry.outcome);
}

/** 0 READY, 1 NOT READY, 3 CANNOT TELL (0 where that is allowed and the only reason). */
export function exitCode(judged: Judged, settings: Pick<Settings, 'allowUnindexed'>): 0 | 1 | 3 {
  if (judged.verdict === 'READY') return 0;
  if (judged.verdict === 'NOT READY') return 1;
  return settings.allowUnindexed && judged.onlyUnindexed ? 0 : 3;
}

/** Of many exit codes the worst, in the order 2 (could not check), 1, 3, 0. */
export function worst(codes: Iterable<number>): number {
  const seen = new Set(codes);
  for (const code of [2, 1, 3]) if (seen.has(code)) return code;
  return 0;
}
