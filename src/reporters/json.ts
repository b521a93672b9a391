/** The report as JSON: fields in one stated order, the same bytes every time. docs/report.md says what each field means. */
import type { Hint, Place, Report, ReportDocument, ReportFinding } from '../core/types.ts';

/** What stands in place of a report on a folder that could not be checked. */
export interface NotChecked {
  readonly schema: 'seedcheck/error/1';
  /** As given, with `/`. */
  readonly folder: string;
  /** One sentence without a full stop. */
  readonly message: string;
}

export function notChecked(folder: string, message: string): NotChecked {
  return { schema: 'seedcheck/error/1', folder, message };
}

/**
 * The same JSON, with what JSON allows as it is and a terminal or an editor obeys written as `\u....`: DEL, C1 controls, line
 * separators, marks that turn the order of letters.
 */
function plain(json: string): string {
  return json.replaceAll(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One report, indented by two spaces, with a final line feed. */
export function json(report: Report | NotChecked): string {
  return `${plain(JSON.stringify(ordered(report), null, 2))}\n`;
}

/** One report on one line, with a line feed. */
export function ndjson(report: Report | NotChecked): string {
  return `${plain(JSON.stringify(ordered(report)))}\n`;
}

/**
 * Several folders as one JSON text, made piece by piece: `start`, then each report with `next`, then `end`. The pieces
 * put together are `{"schema":"seedcheck/reports/1","reports":[...]}` with two spaces of indentation.
 */
export const reports = {
  start: '{\n  "schema": "seedcheck/reports/1",\n  "reports": [',
  next(report: Report | NotChecked, first: boolean): string {
    const text = plain(JSON.stringify(ordered(report), null, 2)).replaceAll('\n', '\n    ');
    return `${first ? '' : ','}\n    ${text}`;
  },
  end(count: number): string {
    return count === 0 ? ']\n}\n' : '\n  ]\n}\n';
  },
} as const;

/** The same report with its fields in the order of the published format; absent fields stay absent. */
function ordered(report: Report | NotChecked): object {
  if (report.schema === 'seedcheck/error/1')
    return { schema: report.schema, folder: report.folder, message: report.message };
  const { set, checked } = report;
  return {
    schema: report.schema,
    tool: { name: report.tool.name, version: report.tool.version },
    folder: report.folder,
    verdict: report.verdict,
    reasons: report.reasons,
    set: {
      intentKnown: set.intentKnown,
      index: set.index,
      list: set.list,
      sealed: set.sealed,
      declared: set.declared,
      present: set.present,
      missing: set.missing,
      notPlaced: set.notPlaced,
      leftOutPresent: set.leftOutPresent,
      accepted: set.accepted,
      hints: set.hints.map(hint),
    },
    documents: report.documents.map(document),
    findings: report.findings.map(finding),
    checked: {
      files: checked.files,
      bytes: checked.bytes,
      checks: checked.checks,
      skipped: checked.skipped.map(({ path, why }) => ({ path, why })),
    },
  };
}

function hint({ how, path, place: at }: Hint): object {
  return { how, path, place: place(at) };
}

// JSON.stringify leaves out fields that are undefined, so that an absent field stays absent.
function document(one: ReportDocument): object {
  return {
    path: one.path,
    rawPath: one.rawPath,
    declared: one.declared,
    indexLine: one.indexLine,
    role: one.role,
    kind: one.kind,
    confidence: one.confidence,
    reasons: one.reasons,
    language: one.language,
    format: one.format,
    encoding: one.encoding,
    bytes: one.bytes,
    sha256: one.sha256,
    sealed: one.sealed,
    outcome: one.outcome,
    archive: one.archive,
  };
}

function finding(one: ReportFinding): object {
  return {
    check: one.check,
    level: one.level,
    path: one.path,
    rawPath: one.rawPath,
    ...span(one),
    message: one.message,
    next: one.next,
    fingerprint: one.fingerprint,
    change: one.change,
    from: one.from,
    accepted: one.accepted && { reason: one.accepted.reason, by: one.accepted.by, on: one.accepted.on },
    related: one.related.map(place),
  };
}

function place(one: Place): object {
  return { path: one.path, ...span(one), note: one.note };
}

function span({ line, endLine, column, start, end, where, quote }: Place): object {
  return { line, endLine, column, start, end, where, quote };
}
