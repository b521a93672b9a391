/** Whether a program that reads with a language model can take in the whole set at once. */
import { nowhere } from '../core/locate.ts';
import type { Fact, FolderCheck, Place } from '../core/types.ts';
import { sketch } from '../views/sketch.ts';
import { tokensOf } from '../views/tokens.ts';

/** Sizes that readers come in, in tokens. */
const WINDOWS: readonly (readonly [tokens: number, name: string])[] = [
  [128_000, '128,000'],
  [200_000, '200,000'],
  [1_000_000, '1,000,000'],
];
/** At most this many documents are named. */
const NAMED = 6;
/** A document with fewer tokens is no reason. */
const LARGE = 1_000;
/** Of the hashes of grams, one in 512 is kept: a set that is too large has some thousand of them. */
const SAMPLE = 2 ** 23;

interface Size {
  readonly tokens: number;
  /** Hashes of some of the text's grams: what two documents have in common is there twice. */
  readonly samples: readonly number[];
}

/** 312345: `312,000`; two significant digits at least, for it is an estimate. */
function rounded(tokens: number): string {
  const step = tokens >= 1_000_000 ? 10_000 : tokens >= 100_000 ? 1_000 : 100;
  return String(Math.round(tokens / step) * step).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** Share of the text that another document holds too, in hundredths. */
function sharedOf(sizes: readonly Fact<Size>[]): number {
  const seen = new Set<number>();
  let all = 0;
  for (const { fact } of sizes) {
    all += fact.samples.length;
    for (const sample of fact.samples) seen.add(sample);
  }
  return all === 0 ? 0 : Math.floor((100 * (all - seen.size)) / all);
}

export const readerWindow: FolderCheck<Size> = {
  id: 'reader-window',
  title: 'A set that no reader takes in at once',
  level: 'note',
  acceptable: true,
  scope: 'folder',
  collect(document) {
    const tokens = tokensOf(document);
    if (tokens < LARGE) return { tokens, samples: [] };
    const { samples } = sketch(document);
    let end = 0;
    while (end < samples.length && samples[end]! < SAMPLE) end++;
    return { tokens, samples: [...samples.subarray(0, end)] };
  },
  *run(facts, folder) {
    const counted = facts.filter(({ path }) => folder.declared(path) !== 'left-out');
    const total = counted.reduce((sum, { fact }) => sum + fact.tokens, 0);
    const over = WINDOWS.filter(([tokens]) => total > tokens);
    const next = WINDOWS[over.length];
    if (over.length === 0) return;
    const shared = sharedOf(counted);
    const largest = counted
      .filter(({ fact }) => fact.tokens >= LARGE)
      .toSorted((a, b) => b.fact.tokens - a.fact.tokens || (a.path < b.path ? -1 : 1))
      .slice(0, NAMED);
    yield {
      message: `the ${counted.length === 1 ? 'document takes' : `${counted.length} documents take`} some ${rounded(total)} tokens, more than a window of ${over.map(([, name]) => name).join(' or ')}${next ? ` (less than ${next[1]})` : ''}${shared >= 1 ? `; ${shared} % of it stands in another of them too` : ''}`,
      next: 'Give the documents to their reader in parts, or leave out what is not needed: what does not fit is read by nobody',
      places: [
        nowhere('.'),
        ...largest.map(({ path, fact }): Place => nowhere(path, `some ${rounded(fact.tokens)} tokens`)),
      ],
    };
  },
};
