/** Which new file is which lost one: by content, by the form of the name, by similar content. Never all against all. */
import { compareText } from '../core/order.ts';
import type { Change, ContentPrint } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { prefixOfPrints, readSketch, similarity, SKETCH } from './print.ts';

/** A file by name and content; `print` is null where only the name was agreed. */
export interface Named {
  readonly path: string;
  readonly print: ContentPrint | null;
}

export interface Pairing {
  readonly gone: string;
  readonly fresh: string;
  /** `content`: the same bytes. `form`: names equal but for normal form or case. `text`: same but for line ends, byte order mark or white space. `similar`: much in common. */
  readonly by: 'content' | 'form' | 'text' | 'similar';
}

/** What two names have in common that are equal after NFC and full case folding; null if they are not, or are one. */
export function nameForm(a: string, b: string): (Change & ('unicode-form' | 'case')) | null {
  if (a === b || foldName(a) !== foldName(b)) return null;
  return a.normalize('NFC') === b.normalize('NFC') ? 'unicode-form' : 'case';
}

/** Names that some file systems cannot tell apart fold to one: canonical caseless matching (Unicode, D145). */
export function foldName(path: string): string {
  return foldCase(path.normalize('NFD')).normalize('NFC');
}

/** The last part of a path. */
function base(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The share of content at which a new file is taken for a lost one; less will do where the file name is the same. */
const SIMILAR = 0.36;
const SIMILAR_SAME_NAME = 0.18;
/** Files without text (containers, images) share stretches that say little of what they hold. */
const SIMILAR_BYTES = 0.6;
/** A sample that more files share than this is boilerplate. */
const COMMON = 64;
/** Of so many best candidates the beginnings are compared too, which tells brothers of one make apart. */
const CLOSE = 4;
const PREFIX_WEIGHT = 0.15;

/**
 * Pairs lost files with new ones, each at most once, surest first; the same for any order of either.
 * `rivals`: files that are here as they were: a new file that is more like one of these is no lost one's successor.
 */
export function pairUp(gone: readonly Named[], fresh: readonly Named[], rivals: readonly ContentPrint[]): Pairing[] {
  const pairs: Pairing[] = [];
  let left = [...gone].sort((a, b) => compareText(a.path, b.path));
  let right = [...fresh].sort((a, b) => compareText(a.path, b.path));
  const steps: readonly [Pairing['by'], (file: Named) => string | null][] = [
    ['content', (file) => (file.print && holdsBytes(file.print) ? file.print.sha256 : null)],
    ['form', (file) => foldName(file.path)],
    ['text', (file) => (hasText(file) ? (file.print?.plain ?? null) : null)],
    ['text', (file) => (hasText(file) ? (file.print?.dense ?? null) : null)],
  ];
  for (const [by, key] of steps) {
    if (left.length === 0 || right.length === 0) return pairs;
    const made = pairByKey(left, right, key).map(([a, b]): Pairing => ({ gone: a, fresh: b, by }));
    pairs.push(...made);
    const used = new Set(made.flatMap((pair) => [`-${pair.gone}`, `+${pair.fresh}`]));
    left = left.filter((file) => !used.has(`-${file.path}`));
    right = right.filter((file) => !used.has(`+${file.path}`));
  }
  for (const [a, b] of pairBySketch(left, right, rivals)) pairs.push({ gone: a, fresh: b, by: 'similar' });
  return pairs;
}

/** All empty files are the same one: none is another's copy or successor. */
export function holdsBytes(print: ContentPrint): boolean {
  return print.size !== 0 && print.sha256 !== '' && print.sha256 !== EMPTY;
}

/** sha256 of nothing. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Too little text is alike by chance: a blank page, `{}`. */
function hasText(file: Named): boolean {
  return file.print !== null && file.print.size >= 16;
}

function group(files: readonly Named[], key: (file: Named) => string | null): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const file of files) {
    const name = key(file);
    if (name === null) continue;
    const list = groups.get(name);
    if (list) list.push(file);
    else groups.set(name, [file]);
  }
  return groups;
}

/** Files with equal keys, one to one; among several, those whose names agree most go together. */
function pairByKey(
  left: readonly Named[],
  right: readonly Named[],
  key: (file: Named) => string | null,
): [string, string][] {
  const pairs: [string, string][] = [];
  const lefts = group(left, key);
  for (const [name, news] of group(right, key)) {
    let olds = lefts.get(name);
    if (!olds) continue;
    let rest = news;
    const likeness: readonly ((path: string) => string)[] =
      olds.length === 1 && rest.length === 1 ? [() => ''] : [foldName, (path) => foldName(base(path)), () => ''];
    for (const like of likeness) {
      const queues = new Map<string, string[]>();
      for (const { path } of olds.toReversed()) {
        const queue = queues.get(like(path));
        if (queue) queue.push(path);
        else queues.set(like(path), [path]);
      }
      const taken = new Set<string>();
      const given = new Set<string>();
      for (const { path } of rest) {
        const old = queues.get(like(path))?.pop();
        if (old === undefined) continue;
        pairs.push([old, path]);
        taken.add(old);
        given.add(path);
      }
      olds = olds.filter((file) => !taken.has(file.path));
      rest = rest.filter((file) => !given.has(file.path));
    }
  }
  return pairs;
}

interface Sketched {
  readonly path: string;
  readonly print: ContentPrint;
  readonly sketch: Uint16Array;
}

function sketched(files: readonly Named[]): Sketched[] {
  return files.flatMap((file) => {
    const sketch = file.print ? readSketch(file.print.sketch) : null;
    return sketch ? [{ path: file.path, print: file.print!, sketch }] : [];
  });
}

/** Locality-sensitive hashing: two sketches meet where two neighbouring buckets agree (32 bands of 2). */
class Bands {
  readonly #lists = new Map<number, number[]>();
  readonly #all: readonly Uint16Array[];

  constructor(sketches: readonly Uint16Array[]) {
    this.#all = sketches;
    sketches.forEach((sketch, index) => {
      for (const key of bandKeys(sketch)) {
        const list = this.#lists.get(key);
        if (!list) this.#lists.set(key, [index]);
        else if (list.length <= COMMON) list.push(index);
      }
    });
  }

  /** Indexes of sketches that may be similar, each once. */
  near(sketch: Uint16Array): Set<number> {
    const found = new Set<number>();
    for (const key of bandKeys(sketch)) {
      const list = this.#lists.get(key);
      if (list && list.length <= COMMON) for (const index of list) found.add(index);
    }
    return found;
  }

  /** The highest similarity to any of them. */
  best(sketch: Uint16Array): number {
    let best = 0;
    for (const index of this.near(sketch)) best = Math.max(best, similarity(sketch, this.#all[index]!));
    return best;
  }
}

function bandKeys(sketch: Uint16Array): number[] {
  const keys: number[] = [];
  for (let i = 0; i < SKETCH; i += 2)
    if (sketch[i] !== 0 || sketch[i + 1] !== 0) keys.push(i * 2 ** 32 + sketch[i]! * 2 ** 16 + sketch[i + 1]!);
  return keys;
}

interface Candidate {
  readonly old: number;
  readonly now: number;
  readonly share: number;
  score: number;
}

/** How much of the shorter of two is a beginning of both, 0 to 1. */
function sharedBeginning(a: ContentPrint, b: ContentPrint): number {
  const prefix = prefixOfPrints(a, b);
  return prefix ? prefix.agreed / Math.max(1, Math.min(prefix.length, prefix.oldLength)) : 0;
}

function pairBySketch(
  gone: readonly Named[],
  fresh: readonly Named[],
  rivals: readonly ContentPrint[],
): [string, string][] {
  const olds = sketched(gone);
  const news = sketched(fresh);
  if (olds.length === 0 || news.length === 0) return [];
  const bands = new Bands(news.map((one) => one.sketch));
  const byName = group(fresh, (file) => foldName(base(file.path)));
  const place = new Map(news.map((one, index) => [one.path, index]));
  const found: Candidate[] = [];
  olds.forEach((old, index) => {
    const name = foldName(base(old.path));
    const near = bands.near(old.sketch);
    for (const file of (byName.get(name) ?? []).slice(0, COMMON))
      if (place.has(file.path)) near.add(place.get(file.path)!);
    const mine: Candidate[] = [];
    for (const other of near) {
      const now = news[other]!;
      const share = similarity(old.sketch, now.sketch);
      const sameName = foldName(base(now.path)) === name;
      const text = old.print.dense !== null && now.print.dense !== null;
      if (share >= (text ? (sameName ? SIMILAR_SAME_NAME : SIMILAR) : SIMILAR_BYTES))
        mine.push({ old: index, now: other, score: share + (sameName ? 0.25 : 0), share });
    }
    if (mine.length > 1) {
      mine.sort((a, b) => b.score - a.score || a.now - b.now);
      for (const one of mine.slice(0, CLOSE))
        one.score += PREFIX_WEIGHT * sharedBeginning(old.print, news[one.now]!.print);
    }
    found.push(...mine);
  });
  if (found.length === 0) return [];
  found.sort((a, b) => b.score - a.score || a.old - b.old || a.now - b.now);
  const others = new Bands(rivals.flatMap((print) => readSketch(print.sketch) ?? []));
  const rival = new Map<number, number>();
  const pairs: [string, string][] = [];
  const usedOld = new Set<number>();
  const usedNew = new Set<number>();
  for (const { old, now, share } of found) {
    if (usedOld.has(old) || usedNew.has(now)) continue;
    let best = rival.get(now);
    if (best === undefined) rival.set(now, (best = others.best(news[now]!.sketch)));
    if (best > share) continue;
    usedOld.add(old);
    usedNew.add(now);
    pairs.push([olds[old]!.path, news[now]!.path]);
  }
  return pairs;
}
