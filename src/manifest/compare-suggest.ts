/** Without the old bytes only names and titles tell which file may be the one that is missing: a hint, never a verdict. */
import { compareText } from '../core/order.ts';
import type { Entry } from '../core/types.ts';
import { foldName } from './compare-pairs.ts';
import type { IndexEntry } from './types.ts';

/** More pairs than this are not all looked at; only equal names and titles are then. */
const MOST = 250_000;
/** Likeness of two names, 0 to 1, from which one may be the other. */
const LIKE = 0.5;

/**
 * For missing files, the file here that may be the one: same file name elsewhere, the title that the index gives it, a
 * similar name; or the only stranger where only one file is missing. Each stranger is suggested at most once.
 */
export function suggest(
  missing: readonly { readonly path: string; readonly entry: IndexEntry | null }[],
  strangers: readonly Entry[],
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  if (missing.length === 0 || strangers.length === 0) return chosen;
  const pairs: { readonly path: string; readonly stranger: string; readonly score: number }[] = [];
  const byName = new Map<string, Entry[]>();
  const byTitle = new Map<string, Entry[]>();
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  };
  for (const entry of strangers) {
    put(byName, foldName(base(entry.path)), entry);
    if (entry.title !== null && entry.title.length >= 4) put(byTitle, foldName(entry.title.trim()), entry);
  }
  const all = missing.length * strangers.length <= MOST;
  for (const { path, entry } of missing) {
    for (const other of (byName.get(foldName(base(path))) ?? []).slice(0, 20))
      pairs.push({ path, stranger: other.path, score: 2 + likeness(path, other.path) });
    const label = entry ? labelOf(entry) : null;
    if (label)
      for (const other of (byTitle.get(foldName(label)) ?? []).slice(0, 20))
        pairs.push({ path, stranger: other.path, score: 1.5 + likeness(path, other.path) });
    if (!all) continue;
    for (const other of strangers) {
      const score = Math.max(likeness(path, other.path), likeness(base(path), base(other.path)));
      if (score >= LIKE) pairs.push({ path, stranger: other.path, score });
    }
  }
  if (missing.length === 1 && strangers.length === 1)
    pairs.push({ path: missing[0]!.path, stranger: strangers[0]!.path, score: 0 });
  pairs.sort((a, b) => b.score - a.score || compareText(a.path, b.path) || compareText(a.stranger, b.stranger));
  const taken = new Set<string>();
  for (const { path, stranger } of pairs) {
    if (chosen.has(path) || taken.has(stranger)) continue;
    chosen.set(path, stranger);
    taken.add(stranger);
  }
  return chosen;
}

function base(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The text of the link in an index line: `[HTTP interface](api.md): ...`. */
function labelOf(entry: IndexEntry): string | null {
  const label = /\[([^\]]{4,})\]\(/.exec(entry.place.quote ?? '');
  return label ? label[1]!.trim() : null;
}

/** Dice coefficient of the letter pairs of two names without extension and folds: 0 to 1. */
function likeness(a: string, b: string): number {
  const x = letterPairs(a);
  const y = letterPairs(b);
  if (x.length === 0 || y.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of x) left.set(pair, (left.get(pair) ?? 0) + 1);
  let same = 0;
  for (const pair of y) {
    const many = left.get(pair) ?? 0;
    if (many === 0) continue;
    left.set(pair, many - 1);
    same++;
  }
  return (2 * same) / (x.length + y.length);
}

function letterPairs(name: string): string[] {
  const folded = foldName(name.replace(/\.[^./]*$/, '')).replace(/[\s._\-/]+/g, ' ');
  const pairs: string[] = [];
  for (let i = 0; i + 1 < folded.length; i++) pairs.push(folded.slice(i, i + 2));
  return pairs;
}
