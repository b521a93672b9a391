/**
 * Two places that say the same of the same thing, with another value: a number, a unit, a default, a word of obligation;
 * and passages said twice with words more or less.
 */
import { at, lineColumn } from '../core/locate.ts';
import { compareText } from '../core/order.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { contradictions, valueAt, type Case } from '../views/contradictions.ts';
import { isCode } from '../views/in-code.ts';
import { HISTORY } from '../views/parallels.ts';
import { isReadable, numbered } from '../views/statements.ts';
import { quantitiesDiffer } from '../views/values.ts';

/** Documents that say it: more are a form. */
const SAME_FRAME = 6;
/** Cases in one document, not side by side: more are a template. */
const MOST_CASES = 3;
/** Facts that are kept of a document for its neighbours, and the weight of their frames. */
const FACTS = 24;
const FACT_WEIGHT = 60;
const FINDINGS = 5;
const MOST_PLACES = 6;

/** Cases that follow each other in both places are one. */
function regions(cases: readonly Case[]): Case[][] {
  const out: Case[][] = [];
  for (const one of cases) {
    const last = out.at(-1)?.at(-1);
    if (
      last &&
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
  lost: 'words that are not in both',
};

function* inside(document: Document): Iterable<Observation> {
  const cases = contradictions(document);
  const found = [
    ...regions(cases.filter(({ grave }) => grave)),
    ...regions(cases.filter(({ grave }) => !grave)).slice(0, 1),
  ];
  const grave = found.filter((region) => region[0]!.grave).length;
  for (const region of found.slice(0, FINDINGS)) {
    const { a, b, kind, here, there, withA, withB } = region[0]!;
    const places: Place[] = [at(document, a), at(document, b, { note: `here: ${there}` })];
    for (const other of region.slice(1, 3))
      places.push(
        at(document, other.a, { note: `here: ${other.here}` }),
        at(document, other.b, { note: `here: ${other.there}` }),
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
      message: `${region.length > 1 ? `a passage said twice with ${WHAT[kind]}` : `said twice with ${WHAT[kind]}`}: "${here}" (${lines(region[0]!.at, withA)}) but "${there}" (${lines(region[0]!.bt, withB)})`,
      next: 'Find out which of the two holds, and say it in one place',
      level: region[0]!.grave && grave <= MOST_CASES ? 'look' : 'note',
      places: places as [Place, ...Place[]],
    };
  }
}

/** Statements of one document that others may contradict. */
export interface ConflictFact {
  readonly statements: readonly {
    readonly frame: number;
    readonly values: number;
    readonly weight: number;
    readonly place: Place;
  }[];
  /** Date or version that the document bears near its top, for the reader. */
  readonly stands: string;
}

export const conflict: DocumentCheck<ConflictFact> = {
  id: 'conflict',
  title: 'Two places that contradict each other',
  level: 'look',
  acceptable: true,
  scope: 'document',

  *run(document): Iterable<Observation> {
    if (isCode(document)) return;
    yield* inside(document);
  },

  collect(document) {
    if (isCode(document)) return undefined;
    const good: ConflictFact['statements'][number][] = [];
    for (const one of numbered(document, FACT_WEIGHT, 2 * FACTS)) {
      if (!isReadable(document, one) || HISTORY.test(document.slice(one.start, one.end))) continue;
      const { frame, values, weight } = one;
      good.push({ frame, values, weight, place: at(document, one) });
      if (good.length === FACTS) break;
    }
    if (good.length === 0) return undefined;
    const stands =
      /\b(?:version|v|status|date|obsoletes|supersedes|updated|版本|日期|状态)\s?[:：=]?\s?["']?[\w.\- ]{1,24}/iu.exec(
        document.slice(0, 1500),
      )?.[0] ?? '';
    return { statements: good, stands: stands.trim() };
  },

  *among(facts): Iterable<Observation> {
    interface Seen {
      readonly path: string;
      readonly stands: string;
      readonly one: ConflictFact['statements'][number];
    }
    const frames = new Map<number, Seen[]>();
    for (const { path, fact } of facts)
      for (const one of fact.statements) {
        const list = frames.get(one.frame);
        if (!list) frames.set(one.frame, [{ path, stands: fact.stands, one }]);
        else if (list.length <= SAME_FRAME) list.push({ path, stands: fact.stands, one });
      }
    const pairs = new Map<string, [Seen, Seen][]>();
    for (const list of frames.values()) {
      if (list.length < 2 || list.length > SAME_FRAME) continue;
      const first = list[0]!;
      if (new Set(list.map(({ one }) => one.values)).size !== 2) continue;
      const other = list.find(({ one }) => one.values !== first.one.values)!;
      if (other.path === first.path) continue;
      const of = `${first.path}\0${other.path}`;
      const known = pairs.get(of);
      if (known) known.push([first, other]);
      else pairs.set(of, [[first, other]]);
    }
    for (const [, cases] of [...pairs].toSorted(([x], [y]) => compareText(x, y))) {
      // documents that differ so often are versions of each other
      if (cases.length > MOST_CASES) continue;
      const [first, other] = cases[0]!;
      const s = (first.one.place.quote ?? '').replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
      const t = (other.one.place.quote ?? '').replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
      const x = /./u.test(s) ? quantitiesDiffer(s, t) : undefined;
      if (
        !x ||
        x.here.split(', ').some((number) => first.path.includes(number)) ||
        x.there.split(', ').some((number) => other.path.includes(number)) ||
        /copyright|©/iu.test(s)
      )
        continue;
      const says = other.stands === '' ? '' : ` (${other.stands})`;
      yield {
        message: `${other.path} line ${other.one.place.line} says the same with another number: "${x.here}" here, "${x.there}" there${says}`,
        next: 'Find out which of the two documents holds, and say it in one of them',
        places: [first.one.place, { ...other.one.place, note: `here: ${x.there}` }],
      };
    }
  },
};
