/**
 * Two places that say the same of the same thing, with another value: a number, a unit, a default, a word of obligation;
 * passages said twice with words more or less; a date and its day of the week, the text of a link and its address.
 */
import { at, lineColumn, nowhere } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { valueAt } from '../views/clause-numbers.ts';
import { contradictions } from '../views/contradictions.ts';
import type { Case } from '../views/cases.ts';
import { isCode } from '../views/in-code.ts';
import { misnamedLinks } from '../views/misnamed-links.ts';
import { repeats } from '../views/repeats.ts';
import { contradictionsOf, sifted } from '../views/across.ts';
import { statementFact, statementPairs, type StatementFact, type StatementPair } from '../views/shared-statements.ts';
import { NOTHING } from '../views/values.ts';
import { wrongWeekdays } from '../views/weekdays.ts';

/** Cases in one document, not side by side: more are a template, but for whole sentences. */
const MOST_CASES = 3;
const FINDINGS = 8;
const MOST_PLACES = 6;

/** Cases that follow each other in both places are one; but two whole sentences say two things. */
function regions(cases: readonly Case[]): Case[][] {
  const out: Case[][] = [];
  for (const one of cases) {
    const last = out.at(-1)?.at(-1);
    if (
      last &&
      !(one.whole && last.whole) &&
      one.a.start - last.a.end < 600 &&
      Math.abs(one.a.start - last.a.start - (one.b.start - last.b.start)) < 200
    )
      out.at(-1)!.push(one);
    else out.push([one]);
  }
  return out;
}

const WHAT: Readonly<Record<Case['kind'], string>> = {
  number: 'another number',
  word: 'another obligation',
  unit: 'another unit',
  default: 'another value',
  address: 'an address that has a letter wrong',
  lost: 'words that are not in both',
  words: 'other words',
};

/** What the two places have that differs, each with its lines. */
function both(here: string, ofA: string, there: string, ofB: string): string {
  if (here !== NOTHING && there !== NOTHING) return `"${here}" (${ofA}) but "${there}" (${ofB})`;
  const [word, has, lacks] = here === NOTHING ? [there, ofB, ofA] : [here, ofA, ofB];
  const lines = (of: string, one: string, more: string): string =>
    of.includes(',') ? `lines ${of} ${more}` : `line ${of} ${one}`;
  return `${lines(has, 'has', 'have')} "${word}", ${lines(lacks, 'has', 'have')} not`;
}

function hereIs(value: string, other: string): string {
  return value === NOTHING ? `here: without "${other}"` : `here: ${value}`;
}

function* inside(document: Document): Iterable<Observation> {
  const cases = [...contradictions(document), ...repeats(document)].sort(
    (x, y) => x.a.start - y.a.start || x.b.start - y.b.start,
  );
  const found = [
    ...regions(cases.filter(({ grave }) => grave)),
    ...regions(cases.filter(({ grave }) => !grave)).slice(0, 1),
  ];
  const grave = found.filter(([first]) => first!.grave && !first!.whole).length;
  for (const region of found.slice(0, FINDINGS)) {
    const { a, b, kind, here, there, withA, withB } = region[0]!;
    const places: Place[] = [at(document, a), at(document, b, { note: hereIs(there, here) })];
    for (const other of region.slice(1, 3))
      places.push(
        at(document, other.a, { note: hereIs(other.here, other.there) }),
        at(document, other.b, { note: hereIs(other.there, other.here) }),
      );
    for (const [list, note] of [
      [withA, 'says the same as the first'],
      [withB, 'says the same as the second'],
    ] as const)
      for (const each of list) if (places.length < MOST_PLACES) places.push(at(document, each, { note }));
    const lineOf = (offset: number): number => lineColumn(document, offset).line;
    const lines = (offset: number, others: readonly Span[]): string =>
      [...new Set([lineOf(offset), ...others.slice(0, 3).map((each) => lineOf(valueAt(document, each)))])].join(', ');
    yield {
      message: `${region.length > 1 ? 'a passage said' : 'said'} twice with ${WHAT[kind]}: ${both(here, lines(region[0]!.at, withA), there, lines(region[0]!.bt, withB))}`,
      next: 'Find out which of the two holds, and say it in one place',
      level: region[0]!.whole || (region[0]!.grave && grave <= MOST_CASES) ? 'look' : 'note',
      places: places as [Place, ...Place[]],
    };
  }
}

const WEEKDAYS = ['a Sunday', 'a Monday', 'a Tuesday', 'a Wednesday', 'a Thursday', 'a Friday', 'a Saturday'];

/** What contradicts itself in one place: a date and its day of the week, the text of a link and its address. */
function* withinOne(document: Document): Iterable<Observation> {
  const placesOf = (spans: readonly Span[]): [Place, ...Place[]] =>
    spans.slice(0, MOST_PLACES).map((span) => at(document, span)) as [Place, ...Place[]];
  const more = (all: readonly Span[]): string =>
    all.length < 2 ? '' : all.length === 2 ? ', and so in one more place' : `, and so in ${all.length - 1} more places`;
  const days = wrongWeekdays(document);
  if (days.length > 0) {
    const { start, end, falls } = days[0]!;
    yield {
      message: `"${document.slice(start, end).replace(/\s+/gu, ' ')}" is ${falls < 0 ? 'in no calendar' : WEEKDAYS[falls]}${more(days)}`,
      next: 'Correct the date or its day of the week',
      places: placesOf(days),
    };
  }
  const links = misnamedLinks(document);
  if (links.length > 0)
    yield {
      message: `a link says "${links[0]!.text}" and leads to ${links[0]!.address}${more(links)}`,
      next: 'Find out which of the two numbers is meant',
      places: placesOf(links),
    };
}

export const conflict: DocumentCheck<StatementFact, StatementPair> = {
  id: 'conflict',
  title: 'Two places that contradict each other',
  level: 'look',
  acceptable: true,
  scope: 'document',

  *run(document): Iterable<Observation> {
    if (isCode(document)) return;
    yield* inside(document);
    yield* withinOne(document);
  },

  collect: statementFact,

  pairs: (facts, folder) => statementPairs(facts, folder).pairs,

  *among(facts, folder): Iterable<Observation> {
    const { pairs, left } = statementPairs(facts, folder);
    if (left === 0) return;
    yield {
      level: 'note',
      message: `${pairs.length} pairs of documents with a statement in common were held against each other, and ${left} more were not: a folder has too many of them`,
      next: 'Check parts of the folder by themselves to have more of it compared',
      places: [nowhere(pairs[0]!.a)],
    };
  },

  confirm: (a, b, _, folder) => contradictionsOf(a, b, folder),

  sift: sifted,
};
