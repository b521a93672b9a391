/** A document that stands where a specification should, and is none. */
import type { Document, FolderCheck, Kind, KindReading, Observation, Place } from '../core/types.ts';
import { nowhere } from '../core/locate.ts';
import { analyse, DOUBTFUL } from '../kind/index.ts';
import { outOfPlace } from '../kind/placed.ts';
import { isProgram } from '../views/program.ts';

/** What is kept of a document that reads as stray. */
export interface Stray {
  /** `stop` where a wrong alarm is nearly impossible (see `Analysis.sure`), else `look`. */
  readonly level: 'stop' | 'look';
  readonly kind: Kind;
  readonly message: string;
  readonly places: readonly [Place, ...Place[]];
}

/** How a kind is called in a sentence. */
const CALLED: Readonly<Partial<Record<Kind, string>>> = {
  news: 'a news report',
  blog: 'a blog post',
  marketing: 'advertising',
  legal: 'a statute, contract or licence',
  fiction: 'a tale',
  encyclopedia: 'an encyclopedia article',
  forum: 'a discussion thread',
  mail: 'a mail',
  official: 'an announcement of an authority',
  'web furniture': 'what stands around the text of a web page',
  'recipe or résumé': 'a recipe or a résumé',
};

const NEXT =
  'Put the specification you meant in its place and take this document out; if it does belong here, list it under Background in INDEX.md';
const NEXT_DOUBTFUL = 'List it under Background or Specifications in INDEX.md if it was meant; else take it out';

/** At most this many places beside the first. */
const RELATED = 3;

function stray(path: string, reading: KindReading, analysis: ReturnType<typeof analyse>): Stray {
  const { absent, telling, sure } = analysis;
  const doubtful = DOUBTFUL.has(reading.kind);
  const called = CALLED[reading.kind];
  const first = telling[0]?.message;
  const second = telling[1]?.message;
  const parts = absent === null ? [first, second] : [absent, first];
  const evidence = parts.filter((part) => part !== undefined).join('; ');
  const lead = doubtful || !sure ? `reads as ${called ?? 'something else than a specification'}: ` : '';
  const [primary, ...rest] = telling.flatMap((reason) =>
    reason.place ? [{ ...reason.place, note: reason.message }] : [],
  );
  // The first place is the one that the message quotes: it needs no note.
  const { note: _, ...place } = primary ?? nowhere(path);
  return {
    level: sure && !doubtful ? 'stop' : 'look',
    kind: reading.kind,
    message: lead + evidence,
    places: [place, ...rest.slice(0, RELATED)],
  };
}

/** Units in which an article of a journal says that it is one. */
const HEAD = 2000;

/** An article of a journal in the markup of its publisher (JATS): a paper, whatever its references read like. */
function isArticle(document: Document): boolean {
  return (
    document.format === 'xml' &&
    /<article\s[^>]{0,1000}(?:article-type|dtd-version|mathml)/iu.test(
      document.slice(0, Math.min(document.units.length, HEAD)),
    )
  );
}

/** An article that was set by a publisher: its first page has the address by which it is cited. */
const CITED_AS = /\bdoi(?:\.org\/|:\s?)10\.\d{4,9}\//iu;

/** Parts and units of one, on average, of a document that is pages of slides. */
const SLIDES = 4;
const SLIDE_UNITS = 500;

/** What was made to be shown while somebody speaks: words without sentences, which read like advertising. */
function isSlides({ format, parts, units }: Document): boolean {
  return (
    (format === 'pdf' || format === 'pptx' || format === 'odp') &&
    parts.length >= SLIDES &&
    units.length < SLIDE_UNITS * parts.length
  );
}

/** Units below which a text is called stray only by something that stands in it, not by what it lacks. */
const SHORT = 1500;

/** Whether a document that reads as stray by its words shows by its form that words do not tell what it is. */
function isOther(document: Document, { level, places }: Stray): boolean {
  if (level === 'stop') return false;
  if (isProgram(document) || isSlides(document)) return true;
  if (document.format === 'pdf' && CITED_AS.test(document.slice(0, Math.min(document.units.length, HEAD)))) return true;
  return document.units.length < SHORT && places[0].line === null;
}

export const notASpec: FolderCheck<Stray> = {
  id: 'not-a-spec',
  title: 'A document that is not a specification',
  level: 'stop',
  acceptable: true,
  scope: 'folder',
  collect(document, reading) {
    if (reading.role !== 'stray' || isArticle(document)) return undefined;
    const found = stray(document.path, reading, analyse(document));
    return isOther(document, found) ? undefined : found;
  },
  *run(facts, folder): Iterable<Observation> {
    for (const { path, fact } of facts) {
      if (!folder.entry(path) || !outOfPlace(folder, path, 'stray')) continue;
      yield {
        level: fact.level,
        message: fact.message,
        next: DOUBTFUL.has(fact.kind) ? NEXT_DOUBTFUL : NEXT,
        places: fact.places,
      };
    }
  },
};
