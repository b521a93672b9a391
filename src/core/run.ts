/** The per-document half of a run: bytes in, plain data out. */
import { concealedIn } from './conceal.ts';
import { messageOf } from './errors.ts';
import type {
  Check,
  ContentPrint,
  Document,
  Entry,
  Examination,
  KindReading,
  Link,
  Observation,
  Outcome,
  Source,
} from './types.ts';

/** A file inside of another, or why it, or all that follow (`path` null), cannot be had. */
export type Inside =
  | { readonly path: string; readonly bytes: Uint8Array }
  | {
      readonly path: string | null;
      readonly outcome: 'failed' | 'limit';
      readonly why: string;
      readonly size?: number;
    };

/** What a reader makes of a file. */
export type Reading =
  | {
      readonly outcome: 'read' | 'empty';
      readonly document: Document;
      readonly format: string;
      readonly encoding: string;
      readonly title: string | null;
      readonly links: readonly Link[];
      readonly wrongExtension?: string;
      /** Files inside of it, one at a time. */
      readonly inside?: AsyncIterable<Inside>;
      /** Reads one of them within the limits of this file; there where `inside` is. */
      readonly within?: (source: Source) => Promise<Reading> | Reading;
      /** No text of its own: nothing is judged but what is inside. */
      readonly archive?: true;
    }
  | {
      readonly outcome: 'bytes' | 'unsupported' | 'failed' | 'limit';
      readonly format: string;
      /** One sentence without a full stop; for `unsupported`, `failed` and `limit`. */
      readonly why?: string;
      readonly wrongExtension?: string;
    };

/** What an examiner is put together from. */
export interface ExaminerParts {
  readonly read: (source: Source) => Promise<Reading> | Reading;
  readonly classify: (document: Document) => KindReading;
  readonly language: (document: Document) => string;
  /** UTF-16 code units that are not white space (Unicode's White_Space, and U+FEFF). */
  readonly characters: (document: Document) => number;
  readonly print: (source: Source, document: Document | null) => ContentPrint;
  readonly checks: readonly Check[];
  /** sha256 of the bytes of a file inside of another, as in `Source`. */
  readonly hash: (bytes: Uint8Array) => string;
}

export type Examine = (source: Source) => Promise<Examination>;

const UNJUDGED: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

/** Between an archive's path and that of a file inside of it. */
export const INSIDE = '!/';

/**
 * Makes the function that reads one file and runs every document check and every `collect` on it, and likewise on every
 * file inside of it. It does not throw.
 */
export function examiner(parts: ExaminerParts): Examine {
  return (source) => examineOne(parts, source, parts.read, null);
}

/** `top`: the file of the folder that this one is inside of; null for itself. */
async function examineOne(
  parts: ExaminerParts,
  source: Source,
  read: ExaminerParts['read'],
  top: string | null,
): Promise<Examination> {
  let reading: Reading;
  try {
    reading = await read(source);
  } catch (error) {
    reading = { outcome: 'failed', format: 'unknown', why: `the reader failed: ${messageOf(error)}` };
  }
  const crashed: { check: string; message: string }[] = [];
  const document = 'document' in reading ? reading.document : null;
  const print = parts.print(source, document);
  const base = {
    path: source.path,
    bytes: source.bytes.length,
    sha256: source.sha256,
    format: reading.format,
    outcome: reading.outcome,
    print,
    ...(reading.wrongExtension === undefined ? {} : { wrongExtension: reading.wrongExtension }),
    ...(top === null ? {} : { within: top }),
  };
  const inner =
    'document' in reading && reading.inside
      ? await examineInside(parts, source.path, reading.inside, reading.within ?? parts.read, top ?? source.path)
      : null;
  const rest =
    inner?.broke && !('document' in reading && reading.archive)
      ? // a mail that has a text of its own: what is missing is told beside it
        [restOf(source.path, inner.broke, top ?? source.path)]
      : [];
  const all = [...(inner?.examinations ?? []), ...rest];
  const inside = all.length === 0 ? {} : { inside: all };

  if ('document' in reading && reading.archive)
    return { entry: archiveEntry(base, inner), observations: [], facts: {}, crashed, ...inside };

  if (!('document' in reading) || reading.outcome === 'empty') {
    const entry: Entry = {
      ...base,
      encoding: 'document' in reading ? reading.encoding : null,
      language: null,
      ...('why' in reading && reading.why !== undefined ? { why: reading.why } : {}),
      characters: 0,
      kind: 'unclear',
      role: roleOf(reading.outcome),
      confidence: 0,
      reasons: [],
      title: null,
      links: [],
    };
    return { entry, observations: [], facts: {}, crashed, ...inside };
  }

  let kind = UNJUDGED;
  let language = 'und';
  try {
    kind = parts.classify(reading.document);
    language = parts.language(reading.document);
  } catch (error) {
    crashed.push({ check: 'kind', message: messageOf(error) });
  }
  const observations: { check: string; observation: Observation }[] = [];
  const facts: Record<string, unknown> = {};
  for (const check of parts.checks) {
    try {
      if (check.scope === 'document') {
        for (const observation of check.run(reading.document))
          observations.push({ check: check.id, observation: leveled(check, reading.document, observation) });
        // a promise is waited for only where there is one: most documents give no reason to
        const later = check.later?.(reading.document);
        if (later) for (const observation of await later) observations.push({ check: check.id, observation });
      }
      const fact = check.collect?.(reading.document, kind);
      if (fact !== undefined) facts[check.id] = fact;
    } catch (error) {
      crashed.push({ check: check.id, message: messageOf(error) });
    }
  }
  const entry: Entry = {
    ...base,
    encoding: reading.encoding,
    language,
    characters: parts.characters(reading.document),
    kind: kind.kind,
    role: kind.role,
    confidence: kind.confidence,
    reasons: kind.reasons,
    title: reading.title,
    links: reading.links,
  };
  const concealed = concealedIn(
    reading.document,
    observations.map(({ observation }) => observation),
  );
  return { entry, observations, facts, crashed, ...inside, ...(concealed.length === 0 ? {} : { concealed }) };
}

interface Inner {
  readonly examinations: readonly Examination[];
  /** Why the files behind the last one are not there. */
  readonly broke: { readonly outcome: 'failed' | 'limit'; readonly why: string } | null;
}

async function examineInside(
  parts: ExaminerParts,
  path: string,
  inside: AsyncIterable<Inside>,
  read: ExaminerParts['read'],
  top: string,
): Promise<Inner> {
  const examinations: Examination[] = [];
  try {
    for await (const item of inside) {
      if (item.path === null) return { examinations, broke: item as NonNullable<Inner['broke']> };
      const own = `${path}${INSIDE}${item.path}`;
      if ('bytes' in item) {
        const source: Source = { path: own, bytes: item.bytes, sha256: parts.hash(item.bytes) };
        examinations.push(await examineOne(parts, source, read, top));
      } else {
        const missing = unread(own, item.size ?? 0, item.outcome, item.why);
        examinations.push({ ...missing, entry: { ...missing.entry, within: top } });
      }
    }
  } catch (error) {
    return { examinations, broke: { outcome: 'failed', why: `the reader failed: ${messageOf(error)}` } };
  }
  return { examinations, broke: null };
}

function restOf(path: string, broke: NonNullable<Inner['broke']>, top: string): Examination {
  const missing = unread(`${path}${INSIDE}(the rest)`, 0, broke.outcome, broke.why);
  return { ...missing, entry: { ...missing.entry, within: top } };
}

/** What an archive is for: the first of these that something inside of it is for. */
const WEIGHT: readonly Entry['role'][] = [
  'specification',
  'unclear',
  'background',
  'companion',
  'stray',
  'unreadable',
  'attachment',
];

type Base = Pick<Entry, 'path' | 'bytes' | 'sha256' | 'format' | 'print' | 'within' | 'wrongExtension'>;

function archiveEntry(base: Base, inner: Inner | null): Entry {
  const examinations = inner?.examinations ?? [];
  const roles = new Set(examinations.map(({ entry }) => entry.role));
  const broke = inner?.broke ?? null;
  const outcome = broke ? broke.outcome : examinations.length === 0 ? 'empty' : 'read';
  return {
    ...base,
    outcome,
    ...(broke ? { why: broke.why } : {}),
    ...(outcome === 'read' ? { archive: true } : {}),
    encoding: null,
    language: null,
    characters: 0,
    kind: 'unclear',
    role: broke ? 'unreadable' : (WEIGHT.find((role) => roles.has(role)) ?? 'unclear'),
    confidence: 0,
    reasons: [],
    title: null,
    links: [],
  };
}

/** An examination and all that is inside of it, at any depth. */
export function withInside(examinations: readonly Examination[]): Examination[] {
  const all: Examination[] = [];
  for (const examination of examinations) {
    all.push(examination);
    if (examination.inside) all.push(...withInside(examination.inside));
  }
  return all;
}

/** An observation at the level that it can have in this document; see `layout` of checks. */
export function leveled(check: Check, document: Document, observation: Observation): Observation {
  return check.layout && document.format === 'pdf' && observation.level !== 'note'
    ? { ...observation, level: 'note' }
    : observation;
}

function roleOf(outcome: Outcome): Entry['role'] {
  if (outcome === 'bytes') return 'attachment';
  return outcome === 'empty' || outcome === 'read' ? 'unclear' : 'unreadable';
}

/** The examination of a file that could not be opened, or was not read because it is ignored. */
export function unread(path: string, bytes: number, outcome: 'failed' | 'limit' | 'ignored', why: string): Examination {
  const print: ContentPrint = { size: bytes, sha256: '', lines: null, plain: null, dense: null, chain: '', sketch: '' };
  const entry: Entry = {
    path,
    bytes,
    sha256: '',
    format: 'unknown',
    encoding: null,
    language: null,
    outcome,
    why,
    characters: 0,
    kind: 'unclear',
    role: 'unreadable',
    confidence: 0,
    reasons: [],
    print,
    title: null,
    links: [],
  };
  return { entry, observations: [], facts: {}, crashed: [] };
}
