/** What the checks say of one document by itself, as data that an evaluation can count. */
import { checks } from '../src/checks/index.ts';
import { lineColumn } from '../src/core/locate.ts';
import { leveled } from '../src/core/run.ts';
import type { Check, Document, Entry, FolderView, KindReading, Level, Observation } from '../src/core/types.ts';
import { language } from '../src/views/language.ts';

/** Checks on presence and kind have evaluations of their own. */
const OF_THE_SET: ReadonlySet<string> = new Set([
  'altered',
  'contained',
  'dangling-file',
  'duplicate',
  'empty',
  'index',
  'left-out',
  'link',
  'missing',
  'missing-topic',
  'name-collision',
  'near-copy',
  'not-a-spec',
  'not-placed',
  'nothing-to-build-from',
  'off-topic',
  'old-version',
  'reader-window',
  'renamed',
  'series-gap',
  'translation',
  'undefined-term',
  'unreadable',
  'version-mismatch',
  'wrong-extension',
  'wrong-kind',
]);

/** The checks that look for damage in a document. */
export const damageChecks: readonly Check[] = checks.filter((check) => !OF_THE_SET.has(check.id));

export interface Told {
  readonly check: string;
  readonly level: Level;
  readonly message: string;
  /** Of the first place, from 1; null where it has none. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly quote: string | null;
  /** Whether every quote is the slice that it says it is, on the line that it says. */
  readonly true: boolean;
}

const UNCLEAR: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

function entryOf(document: Document): Entry {
  return {
    path: document.path,
    bytes: document.units.length,
    sha256: '',
    format: document.format,
    encoding: document.encoding,
    language: language(document),
    outcome: 'read',
    characters: document.units.length,
    kind: 'unclear',
    role: 'unclear',
    confidence: 0,
    reasons: [],
    print: { size: 0, sha256: '', lines: null, plain: null, dense: null, chain: '', sketch: '' },
    title: null,
    links: [],
  };
}

/** What is known of each document, as far as a check may ask for it. */
export function entriesOf(documents: readonly Document[]): ReadonlyMap<string, Entry> {
  return new Map(documents.map((document) => [document.path, entryOf(document)]));
}

/** A folder of these entries without an index, as far as a check may ask of it. */
export function folderOf(entries: ReadonlyMap<string, Entry>): FolderView {
  return {
    entries: [...entries.values()],
    ignored: [],
    present: new Set(),
    entry: (path) => entries.get(path),
    indexed: false,
    declared: () => null,
    declaredAt: () => null,
    companion: (path) => /(?:^|\/)(?:README|LICENSE|CONTRIBUTING|CHANGELOG)[^/]*$/iu.test(path),
    differences: [],
  };
}

function toldOf(check: Check, documents: ReadonlyMap<string, Document>, observation: Observation): Told {
  const [place] = observation.places;
  return {
    check: check.id,
    level: observation.level ?? check.level,
    message: observation.message,
    line: place.line,
    endLine: place.endLine,
    quote: place.quote,
    true: observation.places.every((each) => {
      const document = documents.get(each.path);
      return (
        each.start === null ||
        (document !== undefined &&
          document.slice(each.start, each.end!) === each.quote &&
          lineColumn(document, each.start).line === each.line)
      );
    }),
  };
}

/** What the checks say of a document that lies in a folder by itself. */
export async function judge(document: Document, wanted: readonly Check[] = damageChecks): Promise<Told[]> {
  const told: Told[] = [];
  const documents = new Map([[document.path, document]]);
  for (const check of wanted) {
    if (check.scope === 'document') {
      for (const observation of check.run(document))
        told.push(toldOf(check, documents, leveled(check, document, observation)));
      for (const observation of (await check.later?.(document)) ?? []) told.push(toldOf(check, documents, observation));
    } else {
      const fact = check.collect?.(document, UNCLEAR);
      if (fact === undefined || !check.run) continue;
      for (const observation of check.run([{ path: document.path, fact }], folderOf(entriesOf([document]))))
        told.push(toldOf(check, documents, observation));
    }
  }
  return told;
}
