/** Reports made by hand, for tests of reporters. */
import type { Place, Report, ReportDocument, ReportFinding, ReportSet } from '../../core/types.ts';

export function place(
  path: string,
  line: number | null = null,
  quote: string | null = null,
  more: Partial<Place> = {},
): Place {
  return {
    path,
    line,
    endLine: line,
    column: line === null ? null : 1,
    start: line === null ? null : 0,
    end: line === null ? null : (quote ?? '').length,
    quote,
    ...more,
  };
}

let count = 0;

export function finding(
  check: string,
  level: ReportFinding['level'],
  at: Place,
  message: string,
  more: Partial<ReportFinding> = {},
): ReportFinding {
  count++;
  return {
    check,
    level,
    ...at,
    message,
    next: null,
    fingerprint: (0x3f9c21a0 + (count % 16)).toString(16),
    related: [],
    ...more,
  };
}

export function document(path: string, more: Partial<ReportDocument> = {}): ReportDocument {
  return {
    path,
    declared: null,
    role: 'specification',
    kind: 'api',
    confidence: 0.9,
    reasons: [],
    language: 'en',
    format: 'markdown',
    encoding: 'utf-8',
    bytes: 12_345,
    sha256: '0'.repeat(64),
    sealed: 'not-sealed',
    outcome: 'read',
    ...more,
  };
}

export function report(more: Partial<Omit<Report, 'set'>> & { readonly set?: Partial<ReportSet> }): Report {
  const { set, ...rest } = more;
  const documents = rest.documents ?? [];
  return {
    schema: 'seedcheck/report/1',
    tool: { name: 'seedcheck', version: '0.1.0' },
    folder: 'seeds',
    verdict: 'READY',
    reasons: [],
    findings: [],
    checked: {
      files: documents.length,
      bytes: documents.reduce((sum, one) => sum + one.bytes, 0),
      checks: ['cut-off', 'loop'],
      skipped: [],
    },
    ...rest,
    documents,
    set: {
      intentKnown: true,
      index: 'INDEX.md',
      sealed: 'no',
      declared: documents.length,
      present: documents.length,
      missing: 0,
      notPlaced: 0,
      leftOutPresent: 0,
      accepted: 0,
      hints: [],
      ...set,
    },
  };
}

/** What the design shows: a newspaper page where specifications should be. */
export const SAMPLE: Report = report({
  verdict: 'NOT READY',
  reasons: ['1 not-a-spec', '1 cut-off', '1 loop'],
  documents: [
    document('000_0b122be793e1ea71.txt', {
      role: 'stray',
      kind: 'news',
      language: 'zh',
      format: 'text',
      bytes: 12_545,
    }),
  ],
  set: { intentKnown: false, index: null, declared: 0, present: 0 },
  findings: [
    finding(
      'not-a-spec',
      'stop',
      place('000_0b122be793e1ea71.txt', 27, '4版 | 咸宁日报'),
      'no requirement, identifier, interface or example in 4,371 characters; line 27 is a newspaper page header: "4版 | 咸宁日报"',
      {
        next: 'Put the specification that was meant in its place',
      },
    ),
    finding(
      'cut-off',
      'stop',
      place('000_0b122be793e1ea71.txt', 283, '&lt;p'),
      'the file ends inside an escaped HTML tag: line 283 "&lt;p", no final newline',
      { next: 'Fetch it whole' },
    ),
    finding(
      'loop',
      'stop',
      place('000_0b122be793e1ea71.txt', 203, '五个千亿产业', { endLine: 281 }),
      'lines 203-281 say one block 2.9 times, begun in 189 (the last is cut)',
      { next: 'Fetch it whole' },
    ),
    finding(
      'spliced',
      'look',
      place('000_0b122be793e1ea71.txt', 23, '…修教育局'),
      'line 23 "…修教育局" goes on at line 31, around the page header',
    ),
    finding(
      'conflict',
      'look',
      place('000_0b122be793e1ea71.txt', 43, '50元/户提高到1000元/户'),
      '油茶: "50元/户提高到1000元/户" (43, 75) but "1万元/户提高到3万元/户" (63)',
      {
        related: [place('000_0b122be793e1ea71.txt', 75, '50元'), place('000_0b122be793e1ea71.txt', 63, '1万元')],
      },
    ),
    finding(
      'miscount',
      'look',
      place('000_0b122be793e1ea71.txt', 217, '四个重大工程'),
      '"四个重大工程" lists 3 (217, 249); "五个千亿产业" lists 6 (191, 223, 255)',
    ),
    finding('hard-wrap', 'note', place('000_0b122be793e1ea71.txt', 67, '的'), 'lines of at most 22 characters'),
  ],
});
