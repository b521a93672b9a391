/** Many folders on one screen: a line for each bad one, worst first; what they have in common; the count. */
import type { Report, Verdict } from '../core/types.ts';
import { quoted, visible, visibleName } from './escape.ts';
import { folderName, headline, open, type HeadlineOptions } from './headline.ts';
import type { NotChecked } from './json.ts';
import { plain, styleOf, type Paint } from './terminal.ts';
import { number, shellWord } from './words.ts';

/** What is kept of a folder's report until all are done. */
export interface Digest {
  /** As given, for a command. */
  readonly path: string;
  /** As shown. */
  readonly folder: string;
  /** null where it could not be checked. */
  readonly verdict: Verdict | null;
  /** The rest of the folder's line: what the verdict leans on, or why it could not be checked. */
  readonly says: string;
  readonly looks: number;
  readonly stops: number;
  /** One for each check that stops it, the first finding of each. */
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly check: string;
  /** The words that are the same wherever the cause is the same. */
  readonly key: string;
  readonly sample: string;
}

export function digest(report: Report | NotChecked, options: HeadlineOptions = {}): Digest {
  if (report.schema === 'seedcheck/error/1')
    return {
      path: report.folder,
      folder: visibleName(report.folder),
      verdict: null,
      says: visible(report.message),
      looks: 0,
      stops: 0,
      causes: [],
    };
  const findings = open(report);
  const stops = findings.filter(({ level }) => level === 'stop' || (options.failOn === 'look' && level === 'look'));
  const causes = new Map<string, Cause>();
  for (const { check, path, message, quote, related } of stops) {
    if (causes.has(check)) continue;
    const words = [quote, ...related.map((place) => place.quote)].find(
      (text) => text !== null && text.trim().length > 3,
    );
    const sample = words == null ? visible(message) : quoted(words, 60);
    causes.set(check, {
      check,
      key: words == null ? message.replaceAll(path, '').replace(/\d+/g, '0') : words.replace(/\s+/g, ''),
      sample,
    });
  }
  return {
    path: report.folder,
    folder: folderName(report),
    verdict: report.verdict,
    says: headline(report, options),
    looks: findings.length - stops.length - findings.filter(({ level }) => level === 'note').length,
    stops: stops.length,
    causes: [...causes.values()],
  };
}

const ORDER: readonly (Verdict | null)[] = [null, 'NOT READY', 'CANNOT TELL', 'READY'];

/** Causes that are listed, the most frequent first. */
const CAUSES = 6;

export interface FoldersOptions {
  readonly paint: Paint;
  /** How the tool was called. */
  readonly command: string;
  /** Options that a check of one of them needs too; empty for none. */
  readonly again: string;
}

const DEFAULTS: FoldersOptions = { paint: plain, command: 'seedcheck', again: '' };

/** A line each, in the order given, and nothing else. */
export function folderLines(digests: readonly Digest[], { paint }: Pick<FoldersOptions, 'paint'> = DEFAULTS): string {
  return digests.map((one) => `${lineOf(one, paint)}\n`).join('');
}

/** The screen for several folders. */
export function folders(digests: readonly Digest[], options: Partial<FoldersOptions> = {}): string {
  const { paint, command, again } = { ...DEFAULTS, ...options };
  const bad = digests
    .map((one, i) => ({ one, i }))
    .filter(({ one }) => one.verdict !== 'READY')
    .sort(
      (a, b) => ORDER.indexOf(a.one.verdict) - ORDER.indexOf(b.one.verdict) || b.one.stops - a.one.stops || a.i - b.i,
    )
    .map(({ one }) => one);
  const first = bad.find(({ verdict }) => verdict !== null);
  const more =
    first === undefined
      ? []
      : [
          `Next: ${paint('command', [command, ...(again === '' ? [] : [again]), shellWord(first.path)].join(' '))}  shows what is wrong there, with proof.`,
        ];
  const parts = [bad.map((one) => lineOf(one, paint)), causes(digests, paint), [count(digests)], more].filter(
    (lines) => lines.length > 0,
  );
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function lineOf({ verdict, folder, says }: Digest, paint: Paint): string {
  // One column for the words, so that the names line up.
  const word = verdict ?? 'NOT CHECKED';
  return `${paint(verdict === null ? 'not-ready' : styleOf({ verdict }), word)}${' '.repeat(13 - word.length)}${folder}: ${says}`;
}

/** What stops several folders: `8 of 12  not-a-spec  "4版 | 咸宁日报"`. */
function causes(digests: readonly Digest[], paint: Paint): string[] {
  const bad = digests.filter(({ verdict }) => verdict === 'NOT READY');
  if (bad.length < 2) return [];
  const byCheck = new Map<string, { folders: number; same: Map<string, { folders: number; sample: string }> }>();
  for (const { causes: own } of bad)
    for (const { check, key, sample } of own) {
      let group = byCheck.get(check);
      if (!group) byCheck.set(check, (group = { folders: 0, same: new Map() }));
      group.folders++;
      const same = group.same.get(key);
      if (same) same.folders++;
      else group.same.set(key, { folders: 1, sample });
    }
  const shared = [...byCheck]
    .filter(([, group]) => group.folders > 1)
    .sort((a, b) => b[1].folders - a[1].folders || (a[0] < b[0] ? -1 : 1));
  const rows = shared.slice(0, CAUSES).map(([check, group]) => {
    const most = [...group.same.values()].sort((a, b) => b.folders - a.folders)[0]!;
    const same =
      most.folders < 2
        ? ''
        : most.folders === group.folders
          ? `the same: ${most.sample}`
          : `${number(most.folders)} of them the same: ${most.sample}`;
    return { share: `${number(group.folders)} of ${number(bad.length)}`, check, same };
  });
  const shares = Math.max(...rows.map(({ share }) => share.length));
  const checks = Math.max(...rows.map(({ check }) => check.length));
  return [
    ...(rows.length > 0 ? ['Causes'] : []),
    ...rows.map(
      ({ share, check, same }) =>
        `  ${share.padStart(shares)}  ${paint('stop', check)}${same === '' ? '' : `${' '.repeat(checks - check.length + 2)}${same}`}`,
    ),
    ...(shared.length > CAUSES ? [`  and ${shared.length - CAUSES} more`] : []),
  ];
}

/** `9,982 ready, 12 not ready, 6 cannot tell`. */
function count(digests: readonly Digest[]): string {
  const of = (verdict: Verdict | null): number => digests.filter((one) => one.verdict === verdict).length;
  const looks = digests.filter((one) => one.verdict === 'READY' && one.looks > 0).length;
  const parts = [`${number(of('READY'))} ready${looks > 0 ? ` (${number(looks)} with something to look at)` : ''}`];
  if (of('NOT READY') > 0) parts.push(`${number(of('NOT READY'))} not ready`);
  if (of('CANNOT TELL') > 0) parts.push(`${number(of('CANNOT TELL'))} cannot tell`);
  if (of(null) > 0) parts.push(`${number(of(null))} not checked`);
  return parts.join(', ');
}
