/**
 * Documents of a folder that say nearly the same, and what two of them are to each other: a copy that was edited, an older
 * version, a part of the other. Three checks share this, so that each pair is told by one of them alone.
 *
 * Which texts must be opened again is told by their sketches. An index of samples finds all that share much of either; a
 * sample that more than `FAMILY` documents have is of a template, and only ties each of them to the first, so that the work
 * stays linear in the number of documents, whatever they have in common.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at } from '../core/locate.ts';
import { mix32 } from '../core/hash.ts';
import type { Document, Fact, FolderView, Observation, Pair, Place } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { compare, differences, rangeIn, type Compared } from './compare.ts';
import { areFronts, isRendering, sayTheirNames, twinsOf } from './conventions.ts';
import { dense } from './dense.ts';
import { weightOfUnits } from './script.ts';
import { agree, BINS, sketch, type Sketch } from './sketch.ts';
import { signs } from './version-lines.ts';
import { isTranslated } from './translations.ts';
import { compareNames, earlier, marksOf, marksOfPath, type Marks } from './version-marks.ts';

/** Weight below which two texts are alike by chance: a title page, a stub, a form. */
const LEAST_WEIGHT = 400;
/** Weight below which a text in another is an excerpt. */
const LEAST_CONTAINED = 700;
/** Percent of the weight of both texts that must be the same, by the line diff, for a copy. */
const SAME = 80;
/** The same, where names and titles are those of one document. */
const SAME_NAMED = 65;
/** The same, where the titles differ, or make a series: chapters of one template are up to 94 % the same. */
const SAME_OTHER = 95;
/**
 * Percent that must be the same, or of one text in the other, where names say that they are versions of one document: by
 * words like `old`, and by numbers, which pages of a series (release notes, minutes) have too.
 */
const SAME_VERSION = { worded: 40, numbered: 60 };
const WITHIN_VERSION = { worded: 60, numbered: 75 };
/** Percent of the weight of one text that must stand in the other. */
const WITHIN = 90;
/** Percent of the same lines in another order. */
const SHUFFLED = 90;
/**
 * A document that holds so much (percent of their samples) of so many others, each at a place of its own, and that is so much
 * theirs, is made of them: a book of its chapters, a page that shows all pages. Two must be nearly all of it.
 */
const CHAPTERS = { least: 3, shared: 50, filled: 40, two: 80 };
/** Documents of one pattern, each with a name and a title of its own. */
const PATTERN = 3;
/** Documents of one name or title (versions aside) that make a series: `v0.1.md`, `v0.2.md`, `v1.0.md` are kept on purpose. */
const SERIES = 3;

/** Percent of bins that agree from which two texts are opened. The error is 4 in 100; one line diff costs milliseconds. */
const LIKELY = 50;
/** The same where names or titles are those of one document. */
const LIKELY_NAMED = 25;
/** Percent of the samples of the smaller text that the larger has: for a copy, and for a part of it. */
const SHARED = 45;
const SHARED_WITHIN = 75;
/** Samples that two texts must share to be looked at; texts with fewer than FEW are also found by bands of bins. */
const LEAST_SHARED = 4;
const FEW = 24;
/** Documents that have one sample, beyond which it is one of a template. */
const FAMILY = 16;
/** 42 bands of 3 bins: texts of likeness 0.6 share a band with 99.99 %, 0.3 with 68 %. */
const BAND = 3;
const BUCKET = 8;
/** Pairs of one family that are compared; the last one says how many more documents there are. */
const PAIRS = 5;
/** Pairs that are compared in all. */
const MOST_PAIRS = 1000;
/** Units of a title. */
const TITLE = 200;

/** Units of a definition in which the version of its names is looked for. */
const HEAD = 200_000;

/** Formats of rows and records: two of them are alike by form. */
const RECORDS: ReadonlySet<string> = new Set(['csv', 'tsv', 'log', 'code']);
/** Formats without a title: there the file's name says what it is. */
const UNTITLED: ReadonlySet<string> = new Set(['json', 'yaml', 'toml', 'xml', 'proto', 'graphql', 'sql', 'abnf']);

/** A first line that says whose the text is. */
const OWNER = /^\W{0,8}(?:copyright\b|\(c\)|©)/iu;

/** What is kept of a document. */
export interface CopyFact {
  readonly sketch: Sketch;
  readonly weight: number;
  readonly title: Marks;
}

/** What must be known of two documents besides their texts. */
export interface CopyPair {
  /** Further documents like these that were not compared. */
  readonly more: number;
  /** Whether SERIES documents and more bear this name or title. */
  readonly series: boolean;
  /** Documents that the larger one is made of; 0 where it is not. */
  readonly chapters: number;
  /** Documents of one pattern that these two are of, with the two. */
  readonly pattern: number;
}

export type CopyCheck = 'contained' | 'near-copy' | 'old-version';

// ---------------------------------------------------------------------------------------------------------------------
// Facts

/** What the document calls itself: `title:`, the first heading, else the first line; without a title, its file's name. */
const titleOf: (document: Document) => Marks = view((document) => {
  if (UNTITLED.has(document.format)) return marksOf(document.path.slice(document.path.lastIndexOf('/') + 1));
  const all = blocks(document);
  const head = all[0];
  let title: string | undefined;
  if (head?.kind === 'front-matter')
    title = /^title: *(.+)$/mu.exec(document.slice(head.start, Math.min(head.end, head.start + 4000)))?.[1];
  if (title === undefined) {
    const block = all.find((each) => each.kind === 'heading') ?? head;
    title = block && document.slice(block.start, Math.min(block.end, block.start + TITLE)).split('\n', 1)[0];
  }
  return marksOf(title === undefined || OWNER.test(title) ? '' : title);
});

/** Worked out once for the three checks; undefined for what is not compared. */
export const copyFact: (document: Document) => CopyFact | undefined = view((document) => {
  if (RECORDS.has(document.format)) return undefined;
  const { units } = dense(document);
  const weight = weightOfUnits(units, 0, units.length);
  return weight < LEAST_WEIGHT ? undefined : { sketch: sketch(document), weight, title: titleOf(document) };
});

// ---------------------------------------------------------------------------------------------------------------------
// Candidates

interface Item {
  readonly path: string;
  readonly fact: CopyFact;
  readonly name: Marks;
  readonly language: string | null;
  /** READMEs and their like repeat each other by custom; a copy of one under another name does not. */
  readonly isCompanion: boolean;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  /** In 100. */
  readonly likeness: number;
  readonly within: boolean;
}

const PAIRS_OF = new WeakMap<FolderView, readonly Pair<CopyPair>[]>();

/** Pairs whose texts must be compared, grouped by their first document; made once for a folder. */
export function copyPairs(facts: readonly Fact<CopyFact>[], folder: FolderView): readonly Pair<CopyPair>[] {
  const known = PAIRS_OF.get(folder);
  if (known) return known;
  const made = candidates(facts, folder);
  PAIRS_OF.set(folder, made);
  return made;
}

function candidates(facts: readonly Fact<CopyFact>[], folder: FolderView): Pair<CopyPair>[] {
  const items: Item[] = [];
  const prints = new Set<string>();
  for (const { path, fact } of facts) {
    const entry = folder.entry(path);
    if (!entry || folder.declared(path) === 'left-out') continue;
    // of equal texts, which are duplicates, one stands for all
    const print = entry.print.dense ?? entry.sha256;
    if (prints.has(print)) continue;
    prints.add(print);
    const isCompanion = folder.companion(path) && folder.declared(path) !== 'specification';
    items.push({ path, fact, name: marksOfPath(path), language: entry.language ?? null, isCompanion });
  }
  if (items.length < 2) return [];
  const all = new Map<number, Candidate>();
  const parts = new Map<number, number[]>();
  const consider = (i: number, j: number, common: number): void => {
    const [a, b] = i < j ? [i, j] : [j, i];
    addPart(items, parts, a, b, common);
    const key = a * items.length + b;
    if (all.has(key)) return;
    const candidate = candidateOf(items, a, b, common);
    if (candidate) all.set(key, candidate);
  };
  bySamples(items, consider);
  byBands(items, consider);
  byNames(items, consider);
  return linked(items, [...all.values()], parts, folder);
}

/** Keeps the smaller of two as a part of the larger, where much of it stands there. */
function addPart(items: readonly Item[], parts: Map<number, number[]>, a: number, b: number, common: number): void {
  const [small, large] = items[a]!.fact.weight < items[b]!.fact.weight ? [a, b] : [b, a];
  const [x, y] = [items[small]!.fact, items[large]!.fact];
  if (common === 0 || 10 * x.weight > 9 * y.weight) return;
  const samples = below(x.sketch.samples, Math.min(x.sketch.limit, y.sketch.limit));
  if (100 * common < CHAPTERS.shared * samples) return;
  const list = parts.get(large);
  if (list) list.push(small);
  else parts.set(large, [small]);
}

function counts(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number[]> {
  const map = new Map<string, number[]>();
  items.forEach((item, i) => {
    const key = keyOf(item);
    const list = map.get(key);
    if (list) list.push(i);
    else map.set(key, [i]);
  });
  return map;
}

function candidateOf(items: readonly Item[], a: number, b: number, common: number): Candidate | null {
  const [x, y] = [items[a]!, items[b]!];
  if (x.isCompanion && y.isCompanion && x.name.key !== y.name.key) return null;
  const likeness = (100 * agree(x.fact.sketch, y.fact.sketch)) / BINS;
  const named = x.name.key === y.name.key || (x.fact.title.key !== '' && x.fact.title.key === y.fact.title.key);
  const small = Math.min(x.fact.weight, y.fact.weight);
  const large = Math.max(x.fact.weight, y.fact.weight);
  const limit = Math.min(x.fact.sketch.limit, y.fact.sketch.limit);
  const samples = below((x.fact.weight < y.fact.weight ? x : y).fact.sketch.samples, limit);
  const within =
    small >= LEAST_CONTAINED && 10 * small <= 9 * large && samples > 0 && 100 * common >= SHARED_WITHIN * samples;
  if (likeness < (named ? LIKELY_NAMED : LIKELY) && !within) return null;
  if (isTranslated(x, y)) return null;
  return { a, b, likeness, within: within && likeness < LIKELY };
}

/** How many of a list in order are at most the limit. */
function below(samples: Uint32Array, limit: number): number {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (samples[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Consider = (i: number, j: number, common: number) => void;

/** All pairs that share much of the samples of either. */
function bySamples(items: readonly Item[], consider: Consider): void {
  const n = items.length;
  let total = 0;
  for (const { fact } of items) total += fact.sketch.samples.length;
  // hash and document in one number, which a typed array sorts fast: 2^27 times up to 2^26 documents
  const keys = new Float64Array(total);
  let next = 0;
  items.forEach(({ fact }, i) => {
    for (const hash of fact.sketch.samples) keys[next++] = hash * n + i;
  });
  keys.sort();
  const documents = new Uint32Array(total);
  const firsts = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) firsts[i + 1] = firsts[i]! + items[i]!.fact.sketch.samples.length;
  // for each sample of each document, where the run of the documents that have it begins and ends
  const from = new Uint32Array(total);
  const to = new Uint32Array(total);
  const filled = firsts.slice(0, n);
  for (let start = 0; start < total;) {
    const hash = Math.floor(keys[start]! / n);
    let end = start;
    for (; end < total && Math.floor(keys[end]! / n) === hash; end++) documents[end] = keys[end]! - hash * n;
    if (end - start > 1)
      for (let k = start; k < end; k++) {
        const place = filled[documents[k]!]!++;
        from[place] = start;
        to[place] = end;
      }
    start = end;
  }
  const common = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const touched: number[] = [];
    const meet = (other: number): void => {
      if (common[other]!++ === 0) touched.push(other);
    };
    for (let place = firsts[i]!; place < filled[i]!; place++) {
      const start = from[place]!;
      const end = to[place]!;
      if (end - start > FAMILY) {
        if (documents[start] !== i) meet(documents[start]!);
      } else for (let k = start; documents[k]! < i; k++) meet(documents[k]!);
    }
    for (const other of touched) {
      const shared = common[other]!;
      common[other] = 0;
      if (shared < LEAST_SHARED) continue;
      const [x, y] = [items[i]!.fact.sketch, items[other]!.fact.sketch];
      const limit = Math.min(x.limit, y.limit);
      if (100 * shared >= SHARED * Math.min(below(x.samples, limit), below(y.samples, limit)))
        consider(other, i, shared);
    }
  }
}

/** Small texts, which have too few samples, by bands of their bins. */
function byBands(items: readonly Item[], consider: Consider): void {
  const bands = new Map<number, number[]>();
  items.forEach(({ fact }, i) => {
    const { bins, samples } = fact.sketch;
    if (samples.length >= FEW) return;
    const seen = new Set<number>();
    for (let start = 0; start < BINS; start += BAND) {
      let hash = start + 1;
      for (let k = start; k < start + BAND; k++) hash = mix32(Math.imul(hash, 0x01000193) ^ bins[k]!);
      const bucket = bands.get(hash);
      if (!bucket) bands.set(hash, [i]);
      else {
        for (const other of bucket) seen.add(other);
        if (bucket.length < BUCKET) bucket.push(i);
      }
    }
    for (const other of seen) consider(other, i, 0);
  });
}

/** Neighbours among the versions of one name or title. */
function byNames(items: readonly Item[], consider: Consider): void {
  for (const keyOf of [({ name }: Item): string => name.key, ({ fact }: Item): string => fact.title.key])
    for (const [key, list] of counts(items, keyOf)) {
      if (key === '' || list.length > BUCKET) continue;
      for (const i of list) for (const j of list) if (i < j) consider(i, j, 0);
    }
}

/**
 * Of each family (documents tied to each other by likeness) the ties of the most alike, as many as hold it together and at
 * most PAIRS; of parts the same, for each larger text.
 */
function linked(
  items: readonly Item[],
  all: readonly Candidate[],
  parts: ReadonlyMap<number, readonly number[]>,
  folder: FolderView,
): Pair<CopyPair>[] {
  const parent = items.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const order = (x: Candidate, y: Candidate): number => y.likeness - x.likeness || x.a - y.a || x.b - y.b;
  const ties: Candidate[] = [];
  for (const each of all.filter(({ within }) => !within).toSorted(order)) {
    const [p, q] = [root(each.a), root(each.b)];
    if (p === q) continue;
    parent[Math.max(p, q)] = Math.min(p, q);
    ties.push(each);
  }
  // a title that many bear who are not alike (`Network Working Group`) makes no series
  const bearers = new Map<string, number>();
  const keysOf = (i: number): string[] => {
    const { name, fact } = items[i]!;
    return [`${root(i)} n ${name.key}`, ...(fact.title.key === '' ? [] : [`${root(i)} t ${fact.title.key}`])];
  };
  for (let i = 0; i < items.length; i++) for (const key of keysOf(i)) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  const onShelf = shelves(folder);
  const isSeries = (i: number, k: number): boolean =>
    [i, k].every((one) => keysOf(one).some((key) => bearers.get(key)! >= SERIES)) ||
    onShelf(items[i]!.path, items[k]!.path);
  const chapters = new Map<number, number>();
  const members = new Map<number, number[]>();
  for (let i = 0; i < items.length; i++) {
    chapters.set(i, chaptersOf(items, i, parts.get(i) ?? [], root));
    const list = members.get(root(i));
    if (list) list.push(i);
    else members.set(root(i), [i]);
  }
  const patterns = new Map<number, number>();
  for (const [key, list] of members) patterns.set(key, patternOf(items, list));
  const groups = new Map<string, Candidate[]>();
  const add = (key: string, candidate: Candidate): void => {
    const list = groups.get(key);
    if (list) list.push(candidate);
    else groups.set(key, [candidate]);
  };
  for (const each of ties) add(`f${root(each.a)}`, each);
  for (const each of all.filter(({ within }) => within).toSorted(order)) {
    // a text in several copies of another is told once: with the copy itself
    const smaller = items[each.a]!.fact.weight < items[each.b]!.fact.weight ? each.a : each.b;
    const larger = smaller === each.a ? each.b : each.a;
    if (root(smaller) !== root(larger)) add(`w${chapters.get(larger)! > 0 ? `c${larger}` : root(larger)}`, each);
  }
  const pairs: { readonly candidate: Candidate; readonly more: number }[] = [];
  for (const [key, group] of groups) {
    // of a book and its chapters one pair tells all
    const most = key.startsWith('wc') ? 1 : PAIRS;
    group.slice(0, most).forEach((candidate, i) => {
      pairs.push({ candidate, more: i === most - 1 ? group.length - most : 0 });
    });
  }
  return pairs
    .toSorted((x, y) => order(x.candidate, y.candidate))
    .slice(0, MOST_PAIRS)
    .toSorted((x, y) => x.candidate.a - y.candidate.a || x.candidate.b - y.candidate.b)
    .map(({ candidate: { a, b }, more }) => ({
      a: items[a]!.path,
      b: items[b]!.path,
      data: {
        more,
        series: isSeries(a, b),
        chapters: chapters.get(items[a]!.fact.weight < items[b]!.fact.weight ? b : a)!,
        pattern: patterns.get(root(a)) ?? 0,
      },
    }));
}

/** How many documents a document is made of, each of them with a text of its own in it; 0 where these are too few. */
function chaptersOf(
  items: readonly Item[],
  whole: number,
  parts: readonly number[],
  root: (i: number) => number,
): number {
  if (parts.length < 2) return 0;
  const all = items[whole]!.fact.sketch;
  const free = new Set(all.samples);
  let count = 0;
  for (const part of parts) {
    if (root(part) === root(whole)) continue;
    const { fact } = items[part]!;
    const samples = fact.sketch.samples.subarray(0, below(fact.sketch.samples, all.limit));
    // what several have of one template counts once
    const own = samples.filter((hash) => free.has(hash));
    if (100 * own.length < CHAPTERS.shared * samples.length) continue;
    for (const hash of own) free.delete(hash);
    count++;
  }
  const filled = 100 * (all.samples.length - free.size);
  const least = count >= CHAPTERS.least ? CHAPTERS.filled : CHAPTERS.two;
  return count >= 2 && filled >= least * all.samples.length ? count : 0;
}

/** How many documents of a family have a name and a title that no other of them has. */
function patternOf(items: readonly Item[], members: readonly number[]): number {
  const names = new Set<string>();
  const titles = new Set<string>();
  for (const i of members) {
    const { name, fact } = items[i]!;
    names.add(name.key);
    titles.add(fact.title.key === '' ? name.key : fact.title.key);
  }
  // one first line that all have is no title; whether it is one, the texts themselves tell
  return titles.size === 1 ? names.size : Math.min(names.size, titles.size);
}

/**
 * Tells of two paths whether they differ first in a name of SERIES and more, in one folder, that differ in a version or a date
 * alone (`v22/`, `v23/`, `v24/`; `v1-rules.md`, `v2-rules.md`, `v3-rules.md`): these are kept on purpose, whatever else the
 * paths say, and though most of them may have no text like these two. What is kept in a folder is kept in those inside of it:
 * beside `v1.md` to `v9.md`, `parts/v3-rules.md` and `parts/v8-rules.md` are.
 */
function shelves(folder: FolderView): (a: string, b: string) => boolean {
  // by the folder, the number of parts beyond and what the names have in common
  const versions = new Map<string, Set<string>>();
  /** Of files and folders that are named by their version alone, by the folder. */
  const bare = new Map<string, Set<string>>();
  const keys = new Map<string, string | null>();
  const keyOf = (parent: string, part: string, isFile: boolean): string | null => {
    const path = parent + part;
    const before = keys.get(path);
    if (before !== undefined) return before;
    const { key, version, date } = isFile ? marksOfPath(part) : marksOf(part);
    const mark = version ?? date;
    const own = mark && (!isFile || key !== '') ? `${isFile ? 'f' : 'd'}${parent}\u0000${key}` : null;
    keys.set(path, own);
    if (own !== null && mark) {
      const known = versions.get(own);
      if (known) known.add(mark.value.join('.'));
      else versions.set(own, new Set([mark.value.join('.')]));
    }
    if (mark && key === '') {
      const known = bare.get(parent);
      if (known) known.add(mark.value.join('.'));
      else bare.set(parent, new Set([mark.value.join('.')]));
    }
    return own;
  };
  const parts = (path: string): string[] => path.split('/');
  for (const { path } of folder.entries) {
    const all = parts(path);
    let parent = '';
    all.forEach((part, i) => {
      keyOf(parent, part, i === all.length - 1);
      parent += `${part}/`;
    });
  }
  return (a, b) => {
    const [x, y] = [parts(a), parts(b)];
    let i = 0;
    while (i < Math.min(x.length, y.length) && x[i] === y[i]) i++;
    if (i >= x.length || i >= y.length) return false;
    const isFile = i === x.length - 1;
    if (isFile !== (i === y.length - 1)) return false;
    const parent = x
      .slice(0, i)
      .map((part) => `${part}/`)
      .join('');
    const own = keyOf(parent, x[i]!, isFile);
    if (own === null || own !== keyOf(parent, y[i]!, isFile)) return false;
    if (versions.get(own)!.size >= SERIES) return true;
    const marks = [x[i]!, y[i]!].map((part) => {
      const { version, date } = isFile ? marksOfPath(part) : marksOf(part);
      return (version ?? date)!.value.join('.');
    });
    for (let k = i; k >= 0; k--) {
      const kept = bare.get(
        x
          .slice(0, k)
          .map((part) => `${part}/`)
          .join(''),
      );
      if (kept && kept.size >= SERIES && marks.every((mark) => kept.has(mark))) return true;
    }
    return false;
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Judgement

export interface Judgement {
  readonly check: CopyCheck;
  readonly observation: Observation;
}

const JUDGED = new WeakMap<FolderView, Map<string, Judgement | null>>();

/** What is known of a pair already; undefined where its texts were not compared yet. */
export function judgedBefore(a: string, b: string, folder: FolderView): Judgement | null | undefined {
  return JUDGED.get(folder)?.get(`${a}\u0000${b}`);
}

/** What two documents are to each other, as the finding of one check; null where they are nothing. */
export function judge(a: Document, b: Document, pair: CopyPair, folder: FolderView): Judgement | null {
  let known = JUDGED.get(folder);
  if (!known) JUDGED.set(folder, (known = new Map<string, Judgement | null>()));
  const key = `${a.path}\u0000${b.path}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = decide(a, b, pair, folder);
  known.set(key, made);
  return made;
}

function decide(a: Document, b: Document, pair: CopyPair, folder: FolderView): Judgement | null {
  const compared = compare(a, b, SAME);
  if (compared.hunks.length === 0) return null;
  const { same, ofA, ofB } = compared;
  const names = compareNames(a.path, b.path);
  const titles = [titleOf(a), titleOf(b)] as const;
  const oneTitle = titles[0].key === titles[1].key;
  const within = Math.max(ofA, ofB) >= WITHIN;
  // `x` and `x copy` are no series, however many there are like them
  const series = pair.series && !(names.one && !names.numbered);
  const how = names.numbered ? 'numbered' : 'worded';
  const isVersion = names.one
    ? same >= SAME_VERSION[how] || Math.max(ofA, ofB) >= WITHIN_VERSION[how]
    : same >= SAME || (within && oneTitle);
  if (isVersion && (names.one || oneTitle || same >= SAME_OTHER)) {
    const byTitle = oneTitle ? earlier(...titles) : null;
    const judgement = older(compared, { ...pair, series }, folder, names.earlier, byTitle);
    if (judgement) return judgement;
  }
  const shuffled = compared.anyOrder >= SHUFFLED && same < SAME;
  if (same >= SAME || shuffled || (names.one && oneTitle && !series && same >= SAME_NAMED)) {
    const one = (oneTitle || (names.one && !names.numbered)) && !series;
    const custom = customOf(compared, names.one, oneTitle, pair, folder);
    const sure = one || same >= SAME_OTHER || compared.anyOrder >= SAME_OTHER;
    return {
      check: 'near-copy',
      observation: { ...copy(compared, pair, shuffled, custom), level: sure && custom === null ? 'look' : 'note' },
    };
  }
  if (within) return part(a, b, ofA >= ofB, pair, folder);
  return null;
}

/** Why a document holds another one as a part, where it is no slip. */
function extension(small: Document, large: Document): string | null {
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  if (UNTITLED.has(small.format) && name(small.path) === name(large.path))
    return 'a definition of the same name that adds to it';
  return madeInto(small, large);
}

/** Whether the document has a title that somebody gave it, other than its first line and its file's name. */
const isTitled: (document: Document) => boolean = view((document) => {
  if (UNTITLED.has(document.format) || titleOf(document).key === '') return false;
  return blocks(document).some(({ kind }, i) => kind === 'heading' || (i === 0 && kind === 'front-matter'));
});

/** Why one of two documents holds the text of the other, in the form that the two have. */
function madeInto(a: Document, b: Document): string | null {
  if (isRendering(a, b)) return 'one is the other in another format';
  return areFronts(a.path, b.path) ? 'both are the first page of a folder' : null;
}

/**
 * Why two documents are nearly the same, where it is no slip that they are: as the end of a sentence; null where nothing tells.
 * `one`: their names are those of one document.
 */
function customOf(
  compared: Compared,
  one: boolean,
  oneTitle: boolean,
  pair: CopyPair,
  folder: FolderView,
): string | null {
  const [a, b] = [compared.a.document, compared.b.document];
  const made = madeInto(a, b);
  if (made === null && folder.companion(a.path) && folder.companion(b.path) && !folder.indexed)
    return 'both are what a project says of itself';
  const versions = made === null ? versionFolders(a.path, b.path) : null;
  if (versions !== null) return versions;
  if (made !== null || one) return made;
  const titled = isTitled(a) && isTitled(b);
  const [x, y] = [a, b].map(({ path }) => path.slice(path.lastIndexOf('/') + 1)) as [string, string];
  if (!(titled && oneTitle) && x !== y && pair.pattern >= PATTERN)
    return `${pair.pattern} documents here are of one pattern`;
  if (titled && !oneTitle) return 'each has a title of its own';
  if (sayTheirNames(compared)) return 'what differs is what differs in their names';
  const twins = twinsOf(a.path, b.path, folder);
  return twins === null ? null : `${twins} have files of the same names`;
}

/** Folders of two versions, as a site keeps the documents of each, that two files lie in; null where they do not. */
function versionFolders(a: string, b: string): string | null {
  const [x, y] = [a, b].map((path) => path.split('/').slice(0, -1)) as [string[], string[]];
  const at = x.findIndex((part, i) => part !== y[i]);
  if (at < 0 || at >= y.length) return null;
  const [one, other] = [marksOf(x[at]!), marksOf(y[at]!)];
  if (
    one.key !== '' ||
    other.key !== '' ||
    !earlier({ ...one, date: null, stage: null }, { ...other, date: null, stage: null })
  )
    return null;
  return `each is kept for a version of its own, "${x[at]!}" and "${y[at]!}"`;
}

const like = ({ more }: CopyPair): string => (more > 0 ? `; ${more} more are like these` : '');
const because = (custom: string | null): string => (custom === null ? '' : `; ${custom}`);
const differ = (count: number): string => (count === 1 ? '1 line differs' : `${count} lines differ`);

function copy(compared: Compared, pair: CopyPair, shuffled: boolean, custom: string | null): Observation {
  const { places, count } = differences(compared);
  const [first, ...rest] = places;
  const { path } = compared.b.document;
  return {
    message: shuffled
      ? `${compared.anyOrder} % of the lines are those of ${path}, in another order${because(custom)}${like(pair)}`
      : `${compared.same} % the same as ${path}; ${differ(count)}${because(custom)}${like(pair)}`,
    next: 'Keep the one that counts; if both do, say in INDEX.md what each is for',
    places: [first!, ...rest],
  };
}

type Told = ReturnType<typeof earlier>;

/** The finding that one is older, if all that tells of it agrees. */
function older(compared: Compared, pair: CopyPair, folder: FolderView, byName: Told, byTitle: Told): Judgement | null {
  // what else a much larger text says is not about the smaller
  const all = compared.same >= SAME_NAMED ? signs(compared) : [];
  // what a rendering shows less of is not older: it must say another version itself
  const lines = isRendering(compared.a.document, compared.b.document) ? all.filter(({ a, b }) => a && b) : all;
  const firsts = new Set([...lines, byName, byTitle].flatMap((each) => (each ? [each.first] : [])));
  if (firsts.size !== 1) return null;
  const isA = firsts.has('a');
  const [old, recent] = isA ? [compared.a.document, compared.b.document] : [compared.b.document, compared.a.document];
  const served = byName !== null && areServed(compared.a.document, compared.b.document, byName);
  const why: string[] = [];
  const quoted = (told: NonNullable<Told>, where: string): string => {
    const [first, second] = isA ? [told.a, told.b] : [told.b, told.a];
    return first && second
      ? `${where} say "${first}" and "${second}"`
      : `${first ? 'its' : 'the other'} ${where === 'the names' ? 'name' : 'title'} says "${first || second}"`;
  };
  if (byName) why.push(quoted(byName, 'the names'));
  if (byTitle && !lines.length && !byName) why.push(quoted(byTitle, 'the titles'));
  const evidence: Place[] = [];
  for (const { a, b } of lines.slice(0, 2)) {
    const [mine, theirs] = isA ? [a, b] : [b, a];
    const placeOf = (document: Document, span: NonNullable<typeof a>): Place => at(document, span);
    const here = mine && placeOf(old, mine);
    const there = theirs && placeOf(recent, theirs);
    const words = (place: Place): string => `"${place.quote!.replace(/\s+/gu, ' ').slice(0, 80).trim()}"`;
    why.push(
      here && there
        ? `line ${here.line} says ${words(here)}, there line ${there.line} ${words(there)}`
        : here
          ? `line ${here.line} says ${words(here)}`
          : `there line ${there!.line} says ${words(there!)}`,
    );
    if (here) evidence.push(here);
    if (there) evidence.push({ ...there, note: `${recent.path}, the newer, says` });
  }
  // the older one's line stands first of each two
  const shown = differences(compared);
  const places: Place[] = [];
  for (let i = 0; i < shown.places.length; i += 2) {
    const [x, y] = [shown.places[i]!, shown.places[i + 1]!];
    const mine = isA ? x : y;
    const theirs = isA ? y : x;
    const { note: _, ...plain } = mine;
    const lacks = mine.note?.startsWith('here ') ? { note: `here ${recent.path} has more` } : {};
    const says = theirs.note?.startsWith('here ') ? `here ${old.path} has more` : `${recent.path} says`;
    places.push({ ...plain, ...lacks }, { ...theirs, note: says });
  }
  const ofOld = evidence.find(({ path }) => path === old.path);
  const shownFirst = ofOld
    ? [ofOld, ...evidence.filter((each) => each !== ofOld), ...places]
    : [places[0]!, ...evidence, ...places.slice(1)];
  const seen = new Set<string>();
  const [first, ...rest] = shownFirst.filter(({ path, start }) => {
    const key = `${path}\u0000${start}`;
    return !seen.has(key) && seen.add(key);
  });
  const kept = folder.declared(old.path) === 'background';
  return {
    check: 'old-version',
    observation: {
      level: kept || pair.series || served || isRendering(old, recent) ? 'note' : 'look',
      message: `older than ${recent.path}: ${why.join('; ')}; ${compared.same} % is the same, ${differ(shown.count)}${served ? '; each names itself by its version, as interfaces do that are served side by side' : ''}${like(pair)}`,
      next: 'Take the older one out, or list it under Left out or Background in INDEX.md',
      places: [first!, ...rest],
    },
  };
}

/**
 * Whether two definitions of an interface bear the version of their names in what they define: a package, an address, a path
 * (`package shop.v1;`, `/v1/orders`). Whoever uses the one goes on using it beside the other.
 */
function areServed(a: Document, b: Document, { a: x, b: y }: NonNullable<Told>): boolean {
  if (!DATA_FORMATS.has(a.format) || !DATA_FORMATS.has(b.format) || x === '' || y === '') return false;
  return bears(a, x) && !bears(a, y) && bears(b, y);
}

/** Whether a version is a part of a name in the text: a sign of names before it or behind it, and letters. */
function bears(document: Document, version: string): boolean {
  const text = document.slice(0, Math.min(document.units.length, HEAD));
  for (let at = text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + version.length] ?? '';
    if (/[\w]/u.test(before.replace('_', '')) || /[\w]/u.test(after.replace('_', ''))) continue;
    const name =
      /[\w/.:$-]*$/u.exec(text.slice(Math.max(0, at - 80), at))![0] +
      /^[\w/.-]*/u.exec(text.slice(at + version.length, at + version.length + 80))![0];
    if (/[/._-]$/u.test(before) && /[a-z]{3}/iu.test(name)) return true;
  }
  return false;
}

/** The finding that one stands in the other. */
function part(a: Document, b: Document, aIsPart: boolean, pair: CopyPair, folder: FolderView): Judgement | null {
  const [small, large] = aIsPart ? [a, b] : [b, a];
  const again = compare(small, large, WITHIN);
  const range = again.ofA >= WITHIN && again.a.weight >= LEAST_CONTAINED ? rangeIn(again) : null;
  if (!range || folder.entry(small.path)?.kind === 'legal') return null;
  const whole = { start: again.a.spans[0]!.start, end: again.a.spans.at(-1)!.end };
  const there = at(large, range, { note: `${small.path} stands here` });
  const book = pair.chapters > 0 ? `that is made of ${pair.chapters} documents of the folder` : extension(small, large);
  return {
    check: 'contained',
    observation: {
      level: book === null ? 'look' : 'note',
      message: `${again.ofA} % of it stands in ${large.path}, lines ${there.line} to ${there.endLine}${because(book)}${like(pair)}`,
      next: 'Keep the one that counts; if both do, say in INDEX.md what each is for',
      places: [at(small, whole), there],
    },
  };
}

/** The steps of a check that tells of one of the three: which pairs must be opened, and what they are. */
export function copySteps(check: CopyCheck): {
  pairs(facts: readonly Fact<CopyFact>[], folder: FolderView): Iterable<Pair<CopyPair>>;
  confirm(a: Document, b: Document, pair: CopyPair, folder: FolderView): Iterable<Observation>;
} {
  return {
    *pairs(facts, folder) {
      for (const pair of copyPairs(facts, folder)) {
        const known = judgedBefore(pair.a, pair.b, folder);
        if (known === undefined || known?.check === check) yield pair;
      }
    },
    *confirm(a, b, pair, folder) {
      const judged = judge(a, b, pair, folder);
      if (judged?.check === check) yield judged.observation;
    },
  };
}
