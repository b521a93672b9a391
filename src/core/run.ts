/** The per-document half of a run: bytes in, plain data out. */
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

/** What a reader makes of a file. */
export type Reading =
  | {
      readonly outcome: 'read' | 'empty';
      readonly document: Document;
      readonly format: string;
      readonly encoding: string;
      readonly title: string | null;
      readonly links: readonly Link[];
    }
  | {
      readonly outcome: 'bytes' | 'unsupported' | 'failed' | 'limit';
      readonly format: string;
      /** One sentence without a full stop; for `unsupported`, `failed` and `limit`. */
      readonly why?: string;
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
}

export type Examine = (source: Source) => Promise<Examination>;

const UNJUDGED: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

/** Makes the function that reads one file and runs every document check and every `collect` on it. It does not throw. */
export function examiner(parts: ExaminerParts): Examine {
  return async (source) => {
    let reading: Reading;
    try {
      reading = await parts.read(source);
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
    };

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
      return { entry, observations: [], facts: {}, crashed };
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
          for (const observation of check.run(reading.document)) observations.push({ check: check.id, observation });
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
    return { entry, observations, facts, crashed };
  };
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
