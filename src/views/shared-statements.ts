/**
 * Documents of a folder that have a statement in common, and little else: which of them must be opened again to see whether
 * they say the same of it. A statement is known by its grams (views/grams.ts), of which two near each other must stand in
 * both documents and in hardly any other one: what many have in common is a form.
 *
 * All steps take time in proportion to the number of grams, whatever the documents have in common.
 */
import type { Document, Entry, Fact, FolderView, Pair } from '../core/types.ts';
import { view } from '../core/view.ts';
import { isHeldToIt } from './across.ts';
import { claimFact } from './claims.ts';
import { grams } from './grams.ts';
import { isCode } from './in-code.ts';
import { claimPairs } from './shared-claims.ts';

/** Grams of one document that are kept; those of longer ones (some 500 kB) are thinned out. */
const MOST_GRAMS = 60_000;
/** Times that a gram may stand in its own document. */
const OWN = 3;
/** Documents that may hold a gram. */
const HOLDERS = 4;
/** Grams of the document between two that are near each other. */
const NEAR = 10;
/** Two documents are versions of each other where they share more than so many grams and so many in 100 of the larger one's. */
const COPY = 60;
const COPY_SHARE = 50;
/** Pairs that are opened: of one document, and in all. */
const OF_ONE = 16;
const IN_ALL = 250;
/** Documents of a small folder, and pairs of it for each of them that have one gram in common and no second one near. */
const SMALL = 60;
const OF_SMALL = 3;

/** What is kept of a document: hashes of its grams in the order of its text. */
export interface StatementFact {
  readonly grams: Int32Array;
  /** Frames and values of its claims (claims.ts). */
  readonly claims: Int32Array;
}

export interface StatementPair {
  /** Grams in both, and those of them that have another one near. */
  readonly common: number;
  readonly near: number;
}

export interface StatementPairs {
  readonly pairs: readonly Pair<StatementPair>[];
  /** Pairs that share a statement and were not opened, for there were too many. */
  readonly left: number;
}

const made = new WeakMap<readonly Fact<StatementFact>[], StatementPairs>();

export const statementFact: (document: Document) => StatementFact | undefined = view((document) => {
  if (isCode(document)) return undefined;
  const { hashes } = grams(document);
  const said = claimFact(document);
  if (hashes.length === 0 && said.length === 0) return undefined;
  const step = Math.ceil(hashes.length / MOST_GRAMS);
  // by the gram itself, so that both documents keep the same ones
  return { grams: step === 1 ? hashes : hashes.filter((hash) => (hash >>> 4) % step === 0), claims: said };
});

interface Item {
  readonly entry: Entry;
  readonly grams: Int32Array;
  readonly claims: Int32Array;
}

function itemsOf(facts: readonly Fact<StatementFact>[], folder: FolderView): Item[] {
  const items: Item[] = [];
  const prints = new Set<string>();
  for (const { path, fact } of facts) {
    const entry = folder.entry(path);
    if (!entry || !isHeldToIt(entry) || folder.declared(path) === 'left-out') continue;
    // of equal texts, which are duplicates, one stands for all
    const print = entry.print.dense ?? entry.sha256;
    if (prints.has(print)) continue;
    prints.add(print);
    items.push({ entry, ...fact });
  }
  return items;
}

/** Grams that few documents hold, more than one: their hashes, documents and places among the grams of these. */
interface Shared {
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array;
  readonly places: Uint32Array;
  /** Where those of each document begin; one more than there are documents. */
  readonly firsts: Uint32Array;
}

function sharedOf(items: readonly Item[]): Shared {
  let total = 0;
  for (const { grams: own } of items) total += own.length;
  let bits = 10;
  while (bits < 26 && 1 << bits < 4 * total) bits++;
  const shift = 32 - bits;
  const buckets = new Uint8Array(1 << bits);
  for (const { grams: own } of items)
    for (let k = 0; k < own.length; k++) {
      const bucket = own[k]! >>> shift;
      if (buckets[bucket]! < 255) buckets[bucket]!++;
    }
  const most = OWN * HOLDERS;
  const isShared = (gram: number): boolean => {
    const count = buckets[gram >>> shift]!;
    return count > 1 && count <= most;
  };
  let size = 0;
  for (const { grams: own } of items) for (let k = 0; k < own.length; k++) if (isShared(own[k]!)) size++;
  const hashes = new Uint32Array(size);
  const documents = new Uint32Array(size);
  const places = new Uint32Array(size);
  const firsts = new Uint32Array(items.length + 1);
  let next = 0;
  items.forEach(({ grams: own }, i) => {
    firsts[i] = next;
    for (let k = 0; k < own.length; k++) {
      if (!isShared(own[k]!)) continue;
      hashes[next] = own[k]!;
      documents[next] = i;
      places[next++] = k;
    }
  });
  firsts[items.length] = next;
  return { hashes, documents, places, firsts };
}

/** Indexes in the order of the keys; equal keys keep theirs. */
function sorted(keys: Uint32Array): Uint32Array {
  let from = Uint32Array.from(keys, (_, i) => i);
  let to = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 11) {
    const counts = new Uint32Array(2049);
    for (const key of keys) counts[((key >>> shift) & 2047) + 1]!++;
    for (let i = 0; i < 2048; i++) counts[i + 1]! += counts[i]!;
    for (const index of from) to[counts[(keys[index]! >>> shift) & 2047]!++] = index;
    [from, to] = [to, from];
  }
  return from;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly common: number;
  readonly near: number;
}

/**
 * Pairs of documents that must be opened, grouped by the first; those that share least come first where there are too many.
 * Worked out once for the same facts.
 */
export function statementPairs(facts: readonly Fact<StatementFact>[], folder: FolderView): StatementPairs {
  let pairs = made.get(facts);
  if (!pairs) made.set(facts, (pairs = choose(facts, folder)));
  return pairs;
}

function choose(facts: readonly Fact<StatementFact>[], folder: FolderView): StatementPairs {
  const items = itemsOf(facts, folder);
  if (items.length < 2) return { pairs: [], left: 0 };
  const found = candidates(items);
  // a statement in common and little else comes first
  const rank = ({ common, near }: Candidate): number => 25 * Math.min(near, 6) - common;
  const order = (x: Candidate, y: Candidate): number => rank(y) - rank(x) || x.a - y.a || x.b - y.b;
  const opened = new Uint32Array(items.length);
  const taken: Candidate[] = [];
  for (const each of found.toSorted(order)) {
    // one gram alone tells something in a small folder only
    const most = each.near > 0 ? IN_ALL : Math.min(IN_ALL, OF_SMALL * items.length);
    if (opened[each.a]! >= OF_ONE || opened[each.b]! >= OF_ONE || taken.length >= most) continue;
    opened[each.a]!++;
    opened[each.b]!++;
    taken.push(each);
  }
  const claimed = claimPairs(items.map(({ claims }) => claims));
  const known = new Set(taken.map(({ a, b }) => a * items.length + b));
  for (const { a, b } of claimed.pairs)
    if (!known.has(a * items.length + b) && areComparable(items[a]!.entry, items[b]!.entry))
      taken.push({ a, b, common: 0, near: 0 });
  const pairs = taken
    .toSorted((x, y) => x.a - y.a || x.b - y.b)
    .map(({ a, b, common, near }) => ({
      a: items[a]!.entry.path,
      b: items[b]!.entry.path,
      data: { common, near },
    }));
  const near = (all: readonly Candidate[]): number => all.reduce((sum, each) => sum + (each.near > 0 ? 1 : 0), 0);
  return { pairs, left: near(found) - near(taken) + claimed.left };
}

function candidates(items: readonly Item[]): Candidate[] {
  const { hashes, documents, places, firsts } = sharedOf(items);
  const order = sorted(hashes);
  // in the order of the hashes: whose each gram is and where, and where its like begin and end; none where too many hold it
  const size = order.length;
  const rank = new Uint32Array(size);
  const ofDocument = new Uint32Array(size);
  const place = new Uint32Array(size);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  for (let from = 0; from < size;) {
    const hash = hashes[order[from]!]!;
    let to = from;
    let holders = 0;
    for (; to < size && hashes[order[to]!] === hash; to++) {
      const index = order[to]!;
      rank[index] = to;
      ofDocument[to] = documents[index]!;
      place[to] = places[index]!;
      if (to === from || ofDocument[to] !== ofDocument[to - 1]) holders++;
    }
    for (let k = from; k < to; k++) {
      start[k] = from;
      end[k] = holders > 1 && holders <= HOLDERS ? to : from;
    }
    from = to;
  }
  const common = new Uint32Array(items.length);
  const near = new Uint32Array(items.length);
  const lastHere = new Int32Array(items.length);
  const lastThere = new Int32Array(items.length);
  const out: Candidate[] = [];
  for (let i = 0; i < items.length; i++) {
    const touched: number[] = [];
    for (let k = firsts[i]!; k < firsts[i + 1]!; k++) {
      const from = start[rank[k]!]!;
      const to = end[rank[k]!]!;
      for (let m = from; m < to; m++) {
        const other = ofDocument[m]!;
        if (other >= i) break;
        // a gram that stands there several times counts once
        if (m > from && ofDocument[m - 1] === other) continue;
        const here = places[k]!;
        const there = place[m]!;
        if (common[other]!++ === 0) touched.push(other);
        else if (
          here > lastHere[other]! &&
          here - lastHere[other]! <= NEAR &&
          Math.abs(there - lastThere[other]!) <= NEAR &&
          there !== lastThere[other]
        )
          near[other]!++;
        lastHere[other] = here;
        lastThere[other] = there;
      }
    }
    for (const other of touched) {
      const [x, y] = [common[other]!, near[other]!];
      common[other] = 0;
      near[other] = 0;
      if ((y === 0 && items.length > SMALL) || !areComparable(items[other]!.entry, items[i]!.entry)) continue;
      const larger = Math.max(items[i]!.grams.length, items[other]!.grams.length);
      if (x > COPY && 100 * x > COPY_SHARE * larger) continue;
      out.push({ a: other, b: i, common: x, near: y });
    }
  }
  return out;
}

/** Two languages: what is the same is code or a name. */
function areComparable(x: Entry, y: Entry): boolean {
  const known = (language: string | null): boolean => language !== null && language !== 'und';
  return x.language === y.language || !known(x.language) || !known(y.language);
}
