/** Abbreviations that the specifications of a folder use and that no document of the folder explains. */
import { at } from '../core/locate.ts';
import type { Fact, FolderCheck, Observation, Place } from '../core/types.ts';
import { candidatesOf, MOST_TERMS, SHORTEST } from '../views/abbreviations.ts';
import { census } from '../views/census.ts';
import { isCode } from '../views/in-code.ts';
import { spell } from '../views/spelled-out.ts';

/** Uses in all specifications; what is used less may be a name in passing. */
const LEAST_USES = 3;
/** Those used in one document that are kept, the most frequent. */
const MOST_KEPT = 300;
/** Named in the message and in the places. */
const MOST_NAMED = 6;

interface Use {
  readonly text: string;
  readonly count: number;
  readonly place: Place;
}

interface Abbreviations {
  /** Of a specification: what it uses and does not explain, most frequent first. */
  readonly uses: readonly Use[];
  /** What it explains, or what is a word or a name there. */
  readonly explained: readonly string[];
  readonly specification: boolean;
  /** More abbreviations than are kept. */
  readonly full: boolean;
}

export const undefinedTerm: FolderCheck<Abbreviations> = {
  id: 'undefined-term',
  title: 'Abbreviations that are nowhere explained',
  level: 'note',
  acceptable: true,
  scope: 'folder',
  collect(document, { role }): Abbreviations | undefined {
    if (role === 'unreadable') return undefined;
    const specification = role === 'specification' && !isCode(document);
    const { upper, latin1Letter, latinExtended, greek, cyrillic } = census(document);
    if (upper + latin1Letter + latinExtended + greek + cyrillic < SHORTEST && !specification) return undefined;
    const found = candidatesOf(document);
    const full = found.size >= MOST_TERMS;
    // full names without a bracket are looked for beside the uses alone: this pass is the dear one
    if (!full && specification) spell(document, found);
    const all = [...found.values()];
    const uses = specification ? all.filter(({ count, explained }) => count > 0 && !explained) : [];
    return {
      uses: uses
        .sort((a, b) => b.count - a.count || compare(a.text, b.text))
        .slice(0, MOST_KEPT)
        .map(({ text, count, first }) => ({
          text,
          count,
          place: at(document, { start: first, end: first + text.length }),
        })),
      explained: all.filter(({ explained }) => explained).map(({ text }) => text),
      specification,
      full,
    };
  },
  *run(facts): Iterable<Observation> {
    if (!facts.some(({ fact }) => fact.specification) || facts.some(({ fact }) => fact.full)) return;
    const named = unexplained(facts);
    if (named.length === 0) return;
    const shown = named.slice(0, MOST_NAMED);
    const rest = named.length - shown.length;
    const words = shown.map(
      ({ text, count, place }) => `"${text}" (${count} times, first in ${place.path} line ${place.line ?? 1})`,
    );
    const [first, ...others] = shown.map(({ place }) => place);
    yield {
      message: `${named.length === 1 ? '1 abbreviation is' : `${named.length} abbreviations are`} used and nowhere explained: ${words.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      next:
        named.length === 1
          ? 'Explain it where it is first used, or in a list of terms'
          : 'Explain them where they are first used, or in a list of terms',
      places: [first!, ...others],
    };
  },
};

/** Over all documents: used often enough, explained in none; most frequent first. */
function unexplained(facts: readonly Fact<Abbreviations>[]): readonly Use[] {
  const explained = new Set<string>();
  for (const { fact } of facts) for (const text of fact.explained) explained.add(text);
  const sums = new Map<string, Use>();
  for (const { fact } of facts)
    for (const use of fact.uses) {
      if (explained.has(use.text)) continue;
      const sum = sums.get(use.text);
      sums.set(use.text, sum ? { ...sum, count: sum.count + use.count } : use);
    }
  return [...sums.values()]
    .filter(({ count }) => count >= LEAST_USES)
    .sort((a, b) => b.count - a.count || compare(a.text, b.text));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
