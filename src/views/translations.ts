/**
 * One text in two languages. Translators leave alone what is no language: numbers, addresses, names of files and fields, code;
 * and they keep the headings. Two documents in different languages that have these in common are one text.
 */
import { mix32 } from '../core/hash.ts';
import type { Document, Fact, FolderView } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { untagged } from './language-tags.ts';
import { language } from './language.ts';

/** What of a document a translation keeps. */
export interface Kept {
  /** BCP 47, `und` where unknown. */
  readonly language: string;
  /** Hashes of signs that are no words, each once, in order: the least SIGNS of them. */
  readonly signs: Uint32Array;
  /** Headings of the levels 1 to 6. */
  readonly headings: readonly number[];
}

/** Signs of a document that are kept. The same text gives the same ones, so that few tell how much two texts share. */
const SIGNS = 128;
/** Units that are read. */
const READ = 65_536;
/** Units of a sign. */
const SIGN = { least: 3, most: 200 };
/** Signs below which nothing is told but by names. */
const FEW = 12;
/** Percent of the signs of both that both have: where nothing else tells, where the headings are the same, where the names are. */
const COMMON = { alone: 60, headed: 35, named: 15 };
/** Headings that are the same by chance. */
const HEADINGS = 3;
/** Documents that have one sign, beyond which it tells of no pair. */
const FAMILY = 24;

const WORD = 1;
const INNER = 2;
const DIGIT = 3;
/** By ASCII unit: a letter, a sign that stands inside of names, a digit. */
const KIND: Uint8Array = kinds();

function kinds(): Uint8Array {
  const table = new Uint8Array(128);
  for (let i = 0x41; i <= 0x5a; i++) table[i] = table[i + 0x20] = WORD;
  for (let i = 0x30; i <= 0x39; i++) table[i] = DIGIT;
  for (const sign of '_-./:#@%+=&?$') table[sign.charCodeAt(0)] = INNER;
  return table;
}

function signsOf(units: Uint16Array): Uint32Array {
  const found: number[] = [];
  const length = Math.min(units.length, READ);
  for (let i = 0; i < length;) {
    if (units[i]! >= 0x80 || KIND[units[i]!] === 0) {
      i++;
      continue;
    }
    const start = i;
    let end = i;
    let hash = 0x811c9dc5;
    let digits = 0;
    // a sign inside of a name counts once another letter follows it
    let inner = 0;
    let waiting = 0;
    let kept = hash;
    for (; i < length && units[i]! < 0x80; i++) {
      const kind = KIND[units[i]!]!;
      if (kind === 0) break;
      hash = Math.imul(hash ^ units[i]!, 0x01000193);
      if (kind === INNER) waiting++;
      else {
        if (end > start) inner += waiting;
        waiting = 0;
        if (kind === DIGIT) digits++;
        end = i + 1;
        kept = hash;
      }
    }
    const size = end - start;
    if (size < SIGN.least || size > SIGN.most || (digits < 2 && inner === 0)) continue;
    // a hyphen in a word is language
    if (digits === 0 && inner === 1 && size < 12 && hasHyphen(units, start, end)) continue;
    found.push(mix32(kept));
  }
  return Uint32Array.from(new Set(found)).sort().slice(0, SIGNS);
}

function hasHyphen(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (units[i] === 0x2d) return true;
  return false;
}

export const keptOf: (document: Document) => Kept = view((document) => {
  const headings = [0, 0, 0, 0, 0, 0];
  for (const { kind, level } of blocks(document))
    if (kind === 'heading' && level >= 1 && level <= 6) headings[level - 1]!++;
  return { language: language(document), signs: signsOf(document.units), headings };
});

/** Percent of the signs of two documents that both have, by the least of both together. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let all = 0;
  for (let i = 0, k = 0; all < SIGNS && (i < a.length || k < b.length); all++) {
    const x = a[i] ?? Infinity;
    const y = b[k] ?? Infinity;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return all === 0 ? 0 : Math.floor((100 * common) / all);
}

function sameHeadings(a: Kept, b: Kept): boolean {
  let count = 0;
  for (let i = 0; i < 6; i++) {
    if (a.headings[i] !== b.headings[i]) return false;
    count += a.headings[i]!;
  }
  return count >= HEADINGS;
}

const known = (tag: string | null): boolean => tag !== null && tag !== 'und';

const inTwoLanguages = (a: string | null, b: string | null): boolean => known(a) && known(b) && a !== b;

/** A document by its name and language. */
export interface Named {
  readonly path: string;
  readonly language: string | null;
}

/**
 * Whether two documents that share much are held for one text in two languages: they are written in two, or bear one name in
 * two. What they share is code, or not translated yet.
 */
export function isTranslated(a: Named, b: Named): boolean {
  if (inTwoLanguages(a.language, b.language)) return true;
  const [p, q] = [untagged(a.path), untagged(b.path)];
  return p.path === q.path && p.tag !== q.tag;
}

/** Whether the second is the first in another language. `named`: the names are the same but for the language in them. */
export function translates(a: Kept, b: Kept, named: boolean): boolean {
  if (!inTwoLanguages(a.language, b.language)) return false;
  const share = shared(a.signs, b.signs);
  const headed = sameHeadings(a, b);
  if (named) return headed || share >= COMMON.named || (a.signs.length < FEW && b.signs.length < FEW);
  if (Math.min(a.signs.length, b.signs.length) < FEW) return false;
  return share >= (headed ? COMMON.headed : COMMON.alone);
}

/** The documents that are one text in several languages: groups of paths, in order. */
export function translationGroups(facts: readonly Fact<Kept>[], folder: FolderView): readonly (readonly number[])[] {
  const languages = new Set(facts.map(({ fact }) => fact.language).filter(known));
  if (languages.size < 2) return [];
  const parent = facts.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const join = (i: number, k: number): void => {
    const [p, q] = [root(i), root(k)];
    if (p !== q) parent[Math.max(p, q)] = Math.min(p, q);
  };
  const names = new Map<string, number[]>();
  const holders = new Map<number, number[]>();
  facts.forEach(({ path, fact }, i) => {
    if (!folder.entry(path) || !known(fact.language)) return;
    const key = untagged(path).path;
    const list = names.get(key);
    if (list) list.push(i);
    else names.set(key, [i]);
    for (const sign of fact.signs) {
      const those = holders.get(sign);
      if (!those) holders.set(sign, [i]);
      else if (those.length <= FAMILY) those.push(i);
    }
  });
  for (const list of names.values())
    for (const i of list.slice(1)) {
      // of a name in many languages each is held against the first two, of which one may be a stub
      const first = list.find((k) => k !== i && translates(facts[k]!.fact, facts[i]!.fact, true));
      if (first !== undefined) join(first, i);
    }
  const counts = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > FAMILY) continue;
    for (let x = 0; x < list.length; x++)
      for (let y = x + 1; y < list.length; y++) {
        const [i, k] = [list[x]!, list[y]!];
        if (facts[i]!.fact.language === facts[k]!.fact.language) continue;
        const key = i * facts.length + k;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  // the most alike first; of a text there is one in each language, unless names say otherwise
  const pairs: { readonly i: number; readonly k: number; readonly share: number }[] = [];
  for (const [key, count] of counts) {
    if (count < FEW / 2) continue;
    const i = Math.floor(key / facts.length);
    const k = key - i * facts.length;
    const [a, b] = [facts[i]!.fact, facts[k]!.fact];
    if (translates(a, b, false)) pairs.push({ i, k, share: shared(a.signs, b.signs) });
  }
  const spoken = new Map<number, Set<string>>();
  facts.forEach(({ fact }, i) => {
    const of = spoken.get(root(i));
    if (of) of.add(fact.language);
    else spoken.set(root(i), new Set([fact.language]));
  });
  for (const { i, k } of pairs.toSorted((x, y) => y.share - x.share || x.i - y.i || x.k - y.k)) {
    const [p, q] = [root(i), root(k)];
    const [mine, theirs] = [spoken.get(p)!, spoken.get(q)!];
    if (p === q || [...theirs].some((tag) => mine.has(tag))) continue;
    join(p, q);
    spoken.set(root(p), new Set([...mine, ...theirs]));
  }
  const groups = new Map<number, number[]>();
  facts.forEach((_, i) => {
    const list = groups.get(root(i));
    if (list) list.push(i);
    else groups.set(root(i), [i]);
  });
  return [...groups.values()].filter((list) => list.length > 1);
}
