/**
 * A document that has nothing in common with the set: of the terms that it is about next to none stands in another document,
 * while every other shares many with the rest. It came in from another project, or was saved in the wrong folder.
 */
import { nowhere } from '../core/locate.ts';
import { DATA_FORMATS } from '../core/formats.ts';
import type { Document, FolderCheck, FolderView, KindReading, Observation } from '../core/types.ts';
import { census } from '../views/census.ts';
import { language } from '../views/language.ts';
import { weightOfUnits } from '../views/script.ts';
import { terms, termsOf } from '../views/terms.ts';

/** Weight of a document that is about something. */
const LEAST_WEIGHT = 1500;
/** Documents of one language that make a set. */
const LEAST_DOCUMENTS = 5;
/** Documents beyond which nothing is about one thing. */
const MOST_DOCUMENTS = 2000;
/** Terms that a document is about, and how many it must have. */
const SUBJECT = 64;
const LEAST_TERMS = 12;
/** Percent of a document's terms that may stand elsewhere, and of what the least and the median of the others share. */
const SHARED = 12;
const OF_LEAST = 25;
const OF_MEDIAN = 16;
/** Percent that the median of the others must share: below, the set itself is about many things. */
const MEDIAN = 40;
/** How many times as much as a document the least and the median of the others must share, so that what it shares is chance. */
const TIMES = { least: 8, median: 12 };
/** Strays of one set; more of them, and it is a collection. */
const MOST = 2;
/** Terms of an index line that say what a document is about. */
const LINE_TERMS = 2;

/** Kinds that share nothing with what they lie beside, by nature. */
const APART: ReadonlySet<string> = new Set(['data', 'code', 'changelog', 'legal', 'web furniture']);

interface TopicFact {
  readonly language: string;
  /** Hashes, the most often said first. */
  readonly terms: Uint32Array;
  /** How many of these it is about. */
  readonly subject: number;
  /** Whether it shares nothing with others by nature. */
  readonly apart: boolean;
}

function collect(document: Document, reading: KindReading): TopicFact | undefined {
  const { units, format } = document;
  if (DATA_FORMATS.has(format) || format === 'code' || units.length < LEAST_WEIGHT / 3) return undefined;
  // what fits into a page is weighed; more has weight enough, if it has letters
  const { space, lineFeed } = census(document);
  if (units.length - space - lineFeed < 2 * LEAST_WEIGHT && weightOfUnits(units, 0, units.length) < LEAST_WEIGHT)
    return undefined;
  const { hashes, repeated } = terms(document);
  return {
    language: language(document),
    terms: hashes,
    subject: Math.min(SUBJECT, hashes.length, Math.max(repeated, LEAST_TERMS * 2)),
    apart: APART.has(reading.kind),
  };
}

/** Paths that a document names, or that name one: they are of one set. */
function linked(folder: FolderView): ReadonlySet<string> {
  const tied = new Set<string>();
  const names = new Map<string, string[]>();
  for (const { path } of folder.entries) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const key of [name, name.replace(/\.[^.]+$/u, '')]) {
      const list = names.get(key);
      if (list) list.push(path);
      else names.set(key, [path]);
    }
  }
  for (const { path, links } of folder.entries)
    for (const { target } of links) {
      const name = target.slice(target.lastIndexOf('/') + 1);
      const found = (names.get(name) ?? names.get(name.replace(/\.[^.]+$/u, '')) ?? []).filter((one) => one !== path);
      if (found.length === 0) continue;
      tied.add(path);
      for (const one of found) tied.add(one);
    }
  return tied;
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

export const offTopic: FolderCheck<TopicFact> = {
  id: 'off-topic',
  title: 'A document that has nothing in common with the set',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect,
  *run(facts, folder): Iterable<Observation> {
    const sets = new Map<string, { readonly path: string; readonly fact: TopicFact }[]>();
    for (const one of facts) {
      const declared = folder.declared(one.path);
      if (!folder.entry(one.path) || declared === 'left-out' || one.fact.language === 'und') continue;
      const list = sets.get(one.fact.language);
      if (list) list.push(one);
      else sets.set(one.fact.language, [one]);
    }
    let tied: ReadonlySet<string> | undefined;
    for (const set of sets.values()) {
      if (set.length < LEAST_DOCUMENTS || set.length > MOST_DOCUMENTS) continue;
      const holders = new Map<number, number>();
      for (const { fact } of set) for (const hash of fact.terms) holders.set(hash, (holders.get(hash) ?? 0) + 1);
      const judged = set.flatMap(({ path, fact }) => {
        if (fact.subject < LEAST_TERMS) return [];
        let common = 0;
        for (let i = 0; i < fact.subject; i++) if (holders.get(fact.terms[i]!)! > 1) common++;
        return [{ path, fact, share: Math.floor((100 * common) / fact.subject), common }];
      });
      if (judged.length < LEAST_DOCUMENTS) continue;
      const order = judged.toSorted((x, y) => x.share - y.share);
      const odd = order.filter(({ share }) => share <= SHARED).slice(0, MOST + 1);
      if (odd.length === 0 || odd.length > MOST) continue;
      // what all but these share at least, and half of them
      const rest = order.slice(odd.length);
      if (rest.length < LEAST_DOCUMENTS - 1) continue;
      const least = rest[0]!.share;
      const median = rest[Math.floor(rest.length / 2)]!.share;
      if (median < MEDIAN) continue;
      for (const { path, fact, share, common } of odd) {
        if (100 * share > OF_LEAST * (least + 2) || 100 * share > OF_MEDIAN * (median + 2)) continue;
        if (fact.apart || folder.companion(path)) continue;
        tied ??= linked(folder);
        if (tied.has(path)) continue;
        const line = folder.declaredAt(path)?.quote;
        if (line) {
          // its line says what it is about, beyond its own name
          const own = new Set(fact.terms);
          const name = new Set(termsOf(unitsOf(path)).hashes);
          const said = [...termsOf(unitsOf(line)).hashes].filter((hash) => own.has(hash) && !name.has(hash));
          if (said.length >= LINE_TERMS) continue;
        }
        yield {
          // some terms in common may be chance, or the one tie to the set
          level: common === 0 || (TIMES.least * share <= least && TIMES.median * share <= median) ? 'look' : 'note',
          message: `nothing in common with the rest of the set: of ${fact.subject} terms that it is about ${common === 0 ? 'none' : common} ${common === 1 || common === 0 ? 'stands' : 'stand'} in another document; the others share ${least} to ${rest.at(-1)!.share} % of theirs`,
          next: 'See whether the document belongs here; if it does, say in INDEX.md what it is for',
          places: [nowhere(path)],
        };
      }
    }
  },
};
