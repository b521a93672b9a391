/** A version that a document bears, and another one that its own list of changes, its name or its neighbour gives it. */
import { at } from '../core/locate.ts';
import type { Document, Fact, FolderCheck, FolderView, Observation, Place } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { goneOnPurpose } from '../views/identifiers.ts';
import { compareVersions, sameVersion, versions, type Mention, type Version } from '../views/versions.ts';

/** Findings of one document, at most. */
const MOST = 3;
/** A title without quotation marks must be so long, in units, to be known by itself. */
const LONG_TITLE = 16;

interface Told {
  readonly text: string;
  readonly value: readonly number[];
  readonly place: Place;
}

interface Spoken extends Told {
  /** The title or path that may be named beside it, as written. */
  readonly before: string;
  readonly after: string;
}

interface Versioned {
  readonly own: Told | null;
  /** The latest entry of its list of changes, and the one that its own version is of. */
  readonly latest: Told | null;
  readonly entry: Told | null;
  readonly spoken: readonly Spoken[];
}

const told = (document: Document, version: Version): Told => ({
  text: version.text,
  value: version.value,
  place: at(document, version),
});

/** `version 2.1 or later`, `since version 2.1`: no statement of which one is meant. */
const OPEN_BEHIND =
  /^\s?(?:\+|[(,]?\s?(?:or|and|et|oder|und|o|y|ou|и|или|lub|e)\s(?:later|newer|above|higher|up|onwards?|earlier|older|below|höher|neuer|supérieure?s?|ultérieure?s?|superior|posterior|sup\w*|выше|новее|nowsz\w*)|及以[上后]|以[上降后前]|から|より|이상|이후|and\s\d)/iu;
const OPEN_BEFORE =
  /(?:since|from|until|before|after|prior to|introduced in|added in|changed in|up to|as of|replaces?|supersedes?|obsoletes?|ab|seit|bis|vor|depuis|avant|jusqu.{1,3}|desde|hasta|antes de|dal|fino a|до|с|от|после|начиная с|>=?|<=?|≥|≤|自|从|從)\s*$/iu;
/** What a title or a path may be closed by, and what then may stand before the word for a version. */
const CLOSED = /["'“”’»」』》\])`*_]{1,4}[\s,(（，、の]{0,3}(?:(?:in|en|em|w|v|в|der|die|la|des?)\s)?$/u;
const BARE = /[\s,(（，、]{1,3}$/u;
/** Between the number and the opening of what it is the version of. */
const OPENED = /^[)\s]{0,2}[^\n.;,"“”„«」』]{0,20}["'“„”«「『《[`*_]{1,4}/u;

export const versionMismatch: FolderCheck<Versioned> = {
  id: 'version-mismatch',
  title: 'Two versions of one document',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect(document, reading): Versioned | undefined {
    const { own, history, mentions } = versions(document);
    const spoken =
      reading.kind === 'changelog'
        ? []
        : mentions
            .filter((mention) => isStatement(document, mention))
            .map((mention) => ({ ...told(document, mention), before: mention.before, after: mention.after }));
    if (own === null && spoken.length === 0) return undefined;
    let latest: Version | null = null;
    let entry: Version | null = null;
    if (own && reading.kind !== 'changelog')
      for (const each of history) {
        if (each.start === own.start) continue;
        if (latest === null || compareVersions(latest.value, each.value) < 0) latest = each;
        if (compareVersions(each.value, own.value) === 0) entry = each;
      }
    return {
      own: own && told(document, own),
      latest: latest && told(document, latest),
      entry: entry && told(document, entry),
      spoken,
    };
  },
  *run(facts, folder): Iterable<Observation> {
    yield* ownHistories(facts);
    yield* fileNames(facts);
    yield* neighbours(facts, folder);
  },
};

/** A version that is beside a name, and neither a bound nor said of the past. */
function isStatement(document: Document, { before, after, start, end }: Mention): boolean {
  return (
    (CLOSED.test(before) || BARE.test(before) || OPENED.test(after)) &&
    !OPEN_BEHIND.test(after) &&
    !OPEN_BEFORE.test(before) &&
    !goneOnPurpose(document, start, end)
  );
}

const line = ({ place }: Told): string => (place.line === null ? '' : ` (line ${place.line})`);

/** Its list of changes has a later entry than the one that it says it is. */
function* ownHistories(facts: readonly Fact<Versioned>[]): Iterable<Observation> {
  for (const { fact } of facts) {
    const { own, latest, entry } = fact;
    if (!own || !latest || !entry || compareVersions(latest.value, own.value) <= 0) continue;
    yield {
      message: `says that it is version ${own.text}; its list of changes goes on to ${latest.text}${line(latest)}`,
      next: 'Find out which version this is, and correct the other',
      places: [
        own.place,
        { ...latest.place, note: 'the latest entry' },
        { ...entry.place, note: 'the entry of its own version' },
      ],
    };
  }
}

/** `protocol-v2.1.md`. A number without a point may be that of a product or of an interface. */
const IN_NAME = /[-_. (]v(\d{1,3}(?:[._]\d{1,4}){1,3})\)?(?:\.[a-z]{1,10}){1,2}$/iu;

function* fileNames(facts: readonly Fact<Versioned>[]): Iterable<Observation> {
  for (const { path, fact } of facts) {
    const text = IN_NAME.exec(path)?.[1]?.replaceAll('_', '.');
    if (!fact.own || text === undefined) continue;
    if (sameVersion(text.split('.').map(Number), fact.own.value)) continue;
    yield {
      message: `says that it is version ${fact.own.text}; the name of the file says ${text}`,
      next: 'Find out which version this is, and correct the other',
      places: [fact.own.place],
    };
  }
}

/** A title as it is compared: case folded, marks of emphasis and runs of space taken out. */
const plain = (text: string): string =>
  foldCase(text)
    .replace(/[*_`#\s]+/gu, ' ')
    .trim();
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A document names another one with a version that it does not bear. */
function* neighbours(facts: readonly Fact<Versioned>[], folder: FolderView): Iterable<Observation> {
  const titles = new Map<string, string | null>();
  const names = new Map<string, string | null>();
  for (const { path, title } of folder.entries) {
    const name = foldCase(baseName(path));
    names.set(name, names.has(name) ? null : path);
    const stem = plain(name.replace(/\.[a-z]{1,10}$/u, ''));
    for (const key of new Set([title === null ? '' : plain(title), stem]))
      if (key.length > 2) titles.set(key, titles.has(key) && titles.get(key) !== path ? null : path);
  }
  const own = new Map(facts.flatMap(({ path, fact }) => (fact.own ? [[path, fact.own] as const] : [])));
  if (own.size === 0) return;
  /** Titles of documents that bear a version: few. */
  const bearing = [...titles].filter(([, path]) => path !== null && own.has(path)) as [string, string][];
  for (const { path, fact } of facts) {
    const wrong = new Map<string, Spoken>();
    const right = new Set<string>();
    for (const spoken of fact.spoken) {
      const other = named(spoken, names, bearing);
      if (other === undefined || other === path) continue;
      const bears = own.get(other);
      if (!bears) continue;
      if (sameVersion(spoken.value, bears.value)) right.add(other);
      else if (!wrong.has(other)) wrong.set(other, spoken);
    }
    let count = 0;
    for (const [other, spoken] of wrong) {
      if (right.has(other) || count++ >= MOST) continue;
      const bears = own.get(other)!;
      yield {
        message: `speaks of version ${spoken.text} of ${other}, which says that it is version ${bears.text}`,
        next: 'Put in the version that is meant, or correct the one that is named',
        places: [spoken.place, { ...bears.place, note: 'the version that it bears' }],
      };
    }
  }
}

/** The document whose path or title stands right beside the version. */
function named(
  { before, after }: Spoken,
  names: ReadonlyMap<string, string | null>,
  bearing: readonly (readonly [string, string])[],
): string | undefined {
  const closed = CLOSED.exec(before);
  const bare = BARE.exec(before);
  if (closed || bare) {
    const text = before.slice(0, (closed ?? bare)!.index);
    const file = /([^\s()[\]"'`“”«»「」《》/]{1,100}\.[a-z]{1,10})(?:#[^\s()]{0,60})?$/iu.exec(text)?.[1];
    const path = file === undefined ? undefined : names.get(foldCase(file));
    if (path) return path;
    const said = plain(text);
    for (const [title, owner] of bearing) {
      if (!said.endsWith(title)) continue;
      const left = said.charCodeAt(said.length - title.length - 1);
      if (closed ? !isLetter(left) && left !== 0x20 : title.length >= LONG_TITLE && !isLetter(left)) return owner;
    }
  }
  const opened = OPENED.exec(after);
  if (!opened) return undefined;
  const text = after.slice(opened[0].length);
  const file = /^[^\s()[\]"'`“”«»「」《》]{1,100}\.[a-z]{1,10}(?=[\]`"'”»」*_)])/iu.exec(text)?.[0];
  const path = file === undefined ? undefined : names.get(foldCase(baseName(file)));
  if (path) return path;
  const said = plain(text);
  for (const [title, owner] of bearing)
    if (said.startsWith(title) && /^["'“”’»」』》\]`*_]/u.test(said.slice(title.length))) return owner;
  return undefined;
}

const isLetter = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
  (unit >= 0xc0 && unit < 0x2000) ||
  (unit >= 0x3040 && unit < 0xff00);
