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

/** What is kept of a page of HTML: how it begins and ends, as all pages do that one tool made, and what it is itself. */
interface Made {
  readonly frame: readonly string[];
  readonly stray: Stray | undefined;
}

/** Units at either end of a page in which its first line and its last two stand; the fewest and the most of a line. */
const FRAME = 400;
const FRAME_LINE = { least: 12, most: 60 };
/** Pages with a line of the same frame that are no strays, at least and for each one that is. */
const FRAMED = 4;

function frameOf(document: Document): readonly string[] {
  const { length } = document.units;
  const first = document.slice(0, Math.min(length, FRAME)).trim().split('\n')[0]!;
  const last = document
    .slice(Math.max(0, length - FRAME), length)
    .trim()
    .split('\n')
    .slice(-2);
  return [`begin ${first}`, ...last.map((line) => `end ${line.trim()}`)]
    .filter((line) => line.length >= FRAME_LINE.least)
    .map((line) => line.slice(0, FRAME_LINE.most));
}

/** The frames of pages that are parts of a manual: a page among them is one more, whatever its words are like. */
function framesOf(facts: Iterable<{ readonly fact: Made }>): ReadonlySet<string> {
  const counts = new Map<string, { strays: number; others: number }>();
  for (const { fact } of facts)
    for (const line of new Set(fact.frame)) {
      const count = counts.get(line) ?? { strays: 0, others: 0 };
      counts.set(line, count);
      if (fact.stray) count.strays++;
      else count.others++;
    }
  const out = new Set<string>();
  for (const [line, { strays, others }] of counts) if (others >= FRAMED && others >= FRAMED * strays) out.add(line);
  return out;
}

export const notASpec: FolderCheck<Made> = {
  id: 'not-a-spec',
  title: 'A document that is not a specification',
  level: 'stop',
  acceptable: true,
  scope: 'folder',
  collect(document, reading) {
    const frame = document.format === 'html' ? frameOf(document) : [];
    const found =
      reading.role === 'stray' && !isArticle(document) ? stray(document.path, reading, analyse(document)) : undefined;
    if (found && !isOther(document, found)) return { frame, stray: found };
    return frame.length > 0 ? { frame, stray: undefined } : undefined;
  },
  *run(facts, folder): Iterable<Observation> {
    const frames = framesOf(facts);
    for (const { path, fact: made } of facts) {
      const fact = made.stray;
      if (!fact || !folder.entry(path) || !outOfPlace(folder, path, 'stray')) continue;
      if (fact.level === 'look' && made.frame.some((line) => frames.has(line))) continue;
      yield {
        level: fact.level,
        message: fact.message,
        next: DOUBTFUL.has(fact.kind) ? NEXT_DOUBTFUL : NEXT,
        places: fact.places,
      };
    }
  },
};
