/** How documents of one format and folder end and begin, and which one does not do as all others. */
import type { Document, Fact, Observation, Place } from '../../core/types.ts';
import { DATA_FORMATS } from '../../core/formats.ts';
import { foldCase } from '../../core/unicode.ts';
import { beginning } from '../beginnings.ts';
import { blocks } from '../blocks.ts';
import { endingOf } from '../endings.ts';
import { at } from '../../core/locate.ts';
import { START_NEXT } from './start.ts';

/** How one document ends and begins. */
export interface Ends {
  readonly format: string;
  /** The file ends with a line end. */
  readonly newline: boolean;
  /** Its last block ends in an end mark, in a colon and the like, or open. */
  readonly ending: 'terminal' | 'neutral' | 'open';
  /** Title of its last heading, folded; empty where it has none. */
  readonly title: string;
  /** Its last line, folded. */
  readonly line: string;
  /** What it begins with: `heading 1`, `front-matter`, `field`, `prose`. */
  readonly first: string;
  /** The highest level of its headings, 1 to 6; 0 where it has none. */
  readonly top: number;
  readonly place: Place;
  readonly start: Place | null;
  /** Whether the document alone already told of its start or its end. */
  readonly told: { readonly start: boolean; readonly end: boolean };
}

/** Longest title and line that are compared, in units. */
const LINE_UNITS = 60;
const FIELD = /^[\w-]{1,40}:(?:\s|$)/u;

const folded = (text: string): string => foldCase(text.slice(0, LINE_UNITS)).replace(/^[#=*\s\d.]+|[#=*\s.:-]+$/gu, '');

export function factOf(
  document: Document,
  place: Place,
  known: { readonly newline: boolean; readonly start: boolean; readonly end: boolean },
): Ends | undefined {
  if (document.format === 'html') return undefined;
  const { units } = document;
  const all = blocks(document);
  const last = all.at(-1);
  if (!last) return undefined;
  let title = '';
  let top = 0;
  for (const block of all)
    if (block.kind === 'heading') {
      if (top === 0 || block.level < top) top = block.level;
      title = document.slice(block.start, Math.min(block.end, block.start + 2 * LINE_UNITS)).split('\n')[0]!;
    }
  const begun = beginning(document);
  const first = all[0]!;
  const text = document.slice(first.start, first.start + LINE_UNITS);
  return {
    format: document.format,
    newline: known.newline,
    // definitions of links, rules: no words that could end
    ending: last.kind === 'comment' || last.kind === 'rule' ? 'neutral' : endingOf(units, last.start, last.end),
    title: folded(title),
    line: folded(place.quote ?? ''),
    first:
      first.kind === 'heading'
        ? `heading ${first.level}`
        : first.kind === 'prose' && FIELD.test(text)
          ? 'field'
          : first.kind,
    top,
    place,
    start: begun.block
      ? at(document, { start: begun.start, end: begun.block.end }, { quoteEnd: begun.start + 80 })
      : null,
    told: { start: known.start, end: known.end },
  };
}

/** Others of its format that a document is compared with, at least. */
const OTHERS = 8;
/** Share of them, in percent, that makes a habit. */
const HABIT = 98;
/** The same for line ends and front matter, where there must be so many. */
const NEWLINES = 12;
/** A last line that says something: two words. */
const WORDS = /[^\s\d]\s+[^\s\d]|[^\0-\u{2fff}]{4}/u;

const NEXT = 'Hold it against where it came from; if it is whole, accept this';

interface Group {
  readonly facts: Fact<Ends>[];
  readonly counts: Map<string, number>;
}

const keys = ({ newline, ending, title, line, first }: Ends): string[] => [
  `newline ${newline}`,
  `ending ${ending}`,
  `title ${title}`,
  `line ${line}`,
  `first ${first}`,
];

/** Documents that end or begin as none of their neighbours does. */
export function* among(facts: readonly Fact<Ends>[]): Iterable<Observation> {
  const groups = new Map<string, Group>();
  for (const fact of facts) {
    const folder = fact.path.slice(0, fact.path.lastIndexOf('/') + 1);
    const key = `${folder}\n${fact.fact.format}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { facts: [], counts: new Map() }));
    group.facts.push(fact);
    for (const each of keys(fact.fact)) group.counts.set(each, (group.counts.get(each) ?? 0) + 1);
  }
  for (const group of groups.values()) {
    if (group.facts.length <= OTHERS) continue;
    for (const { fact } of group.facts) {
      if (!fact.told.end) yield* ofEnd(fact, group);
      if (!fact.told.start) yield* ofStart(fact, group);
    }
  }
}

/** The value that is a habit of the others, where this document has another one. */
function habit(group: Group, name: string, own: string): { value: string; count: number } | undefined {
  const others = group.facts.length - 1;
  for (const [key, count] of group.counts) {
    if (!key.startsWith(`${name} `)) continue;
    const value = key.slice(name.length + 1);
    if (value !== own && value !== '' && 100 * count >= HABIT * others) return { value, count };
  }
  return undefined;
}

function* ofEnd(fact: Ends, group: Group): Iterable<Observation> {
  const others = group.facts.length - 1;
  const of = (count: number): string => (count === others ? `all ${others}` : `${count} of ${others}`);
  const line = habit(group, 'line', fact.line);
  const title = habit(group, 'title', fact.title);
  const newline = fact.newline ? undefined : habit(group, 'newline', 'false');
  const ending = fact.ending === 'open' ? habit(group, 'ending', 'open') : undefined;
  const said: string[] = [];
  if (line) said.push(`the last line of ${of(line.count)} other ${fact.format} files beside it is "${line.value}"`);
  if (title) said.push(`the last heading of ${of(title.count)} is "${title.value}"`);
  if (newline) said.push(`${of(newline.count)} others end with a line end`);
  if (ending?.value === 'terminal') said.push(`${of(ending.count)} others end with a full stop`);
  // A whole document may end otherwise than the others; one that also ends open is not whole.
  const enough =
    fact.ending === 'open' &&
    ((line !== undefined && WORDS.test(line.value)) ||
      title !== undefined ||
      (newline !== undefined && newline.count === others && others >= NEWLINES && !DATA_FORMATS.has(fact.format)));
  if (!enough) return;
  yield {
    // Contents pages and short pages among long ones differ too: two habits that are broken at once are worth a look.
    level: newline !== undefined && (line !== undefined || title !== undefined) ? 'look' : 'note',
    message: `the file ends as none beside it does, in line ${fact.place.line}: ${said.join('; ')}`,
    next: NEXT,
    places: [fact.place],
  };
}

function* ofStart(fact: Ends, group: Group): Iterable<Observation> {
  if (!fact.start || DATA_FORMATS.has(fact.format)) return;
  const others = group.facts.length - 1;
  const first = habit(group, 'first', fact.first);
  if (!first || first.count < others) return;
  const lost = first.value === 'front-matter' ? others >= NEWLINES : first.value === 'heading 1' && fact.top !== 1;
  if (!lost) return;
  yield {
    level: 'note',
    message: `the file begins as none beside it does: all ${others} other ${fact.format} files begin with ${first.value === 'front-matter' ? 'front matter' : 'a heading of level 1, which is nowhere in this one'}`,
    next: START_NEXT,
    places: [fact.start],
  };
}
