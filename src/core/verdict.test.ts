import { describe, expect, it } from 'vitest';
import { nowhere } from './locate.ts';
import { unread } from './run.ts';
import { exitCode, judge, worst, type ToJudge } from './verdict.ts';
import type { Declared, Entry, Finding, Level, Outcome } from './types.ts';

function entry(path: string, outcome: Outcome = 'read', role: Entry['role'] = 'specification'): Entry {
  return {
    ...unread(path, 100, 'failed', '').entry,
    outcome,
    role,
    sha256: 'ab',
    ...(outcome === 'failed' ? { why: 'it cannot be decoded' } : {}),
  };
}

function finding(level: Level, accepted = false, check = 'loop'): Finding {
  return {
    check,
    level,
    message: 'm',
    next: null,
    place: nowhere('a.md'),
    related: [],
    fingerprint: '00000000',
    ...(accepted ? { accepted: { reason: 'r', by: null, on: null, line: 1 } } : {}),
  };
}

function folder(
  parts: Partial<Omit<ToJudge, 'declared'>> & { readonly lines?: Readonly<Record<string, Declared>> },
): ToJudge {
  const { lines = {}, ...rest } = parts;
  return {
    findings: [],
    entries: [entry('a.md')],
    indexed: true,
    companion: (path) => path === 'README.md',
    crashed: [],
    unlisted: [],
    alone: false,
    declared: (path) => lines[path] ?? null,
    ...rest,
  };
}

const SPEC = { 'a.md': 'specification' } as const;

describe('the verdict table', () => {
  const rows: readonly (readonly [string, ToJudge, string, number])[] = [
    ['a stop is open', folder({ lines: SPEC, findings: [finding('stop')] }), 'NOT READY', 1],
    ['a stop and no index', folder({ indexed: false, findings: [finding('stop')] }), 'NOT READY', 1],
    ['nothing in the folder', folder({ entries: [], indexed: false }), 'NOT READY', 1],
    ['only attachments', folder({ entries: [entry('a.png', 'bytes', 'attachment')], indexed: false }), 'NOT READY', 1],
    [
      'only declared attachments',
      folder({ entries: [entry('a.png', 'bytes')], lines: { 'a.png': 'attachment' } }),
      'NOT READY',
      1,
    ],
    ['only companions', folder({ entries: [entry('README.md')], indexed: false }), 'NOT READY', 1],
    ['only an empty file', folder({ entries: [entry('a.md', 'empty')], indexed: false }), 'NOT READY', 1],
    ['no index', folder({ indexed: false }), 'CANNOT TELL', 3],
    [
      'no document could be read',
      folder({ indexed: false, entries: [entry('a.pdf', 'unsupported')] }),
      'CANNOT TELL',
      3,
    ],
    [
      'a placed document could not be read',
      folder({
        lines: { 'a.md': 'background', 'b.md': 'specification' },
        entries: [entry('a.md', 'failed'), entry('b.md')],
      }),
      'CANNOT TELL',
      3,
    ],
    [
      'a placed document hit a limit',
      folder({ lines: { 'a.md': 'other', 'b.md': 'specification' }, entries: [entry('a.md', 'limit'), entry('b.md')] }),
      'CANNOT TELL',
      3,
    ],
    [
      'an image under Specifications',
      folder({
        lines: { 'a.png': 'specification', 'b.md': 'specification' },
        entries: [entry('a.png', 'bytes'), entry('b.md')],
      }),
      'CANNOT TELL',
      3,
    ],
    ['a check failed', folder({ lines: SPEC, crashed: ['loop'] }), 'CANNOT TELL', 3],
    ['a sub-folder could not be listed', folder({ lines: SPEC, unlisted: ['sub'] }), 'CANNOT TELL', 3],
    ['all else', folder({ lines: SPEC }), 'READY', 0],
    ['looks and notes', folder({ lines: SPEC, findings: [finding('look'), finding('note')] }), 'READY', 0],
    ['an accepted stop', folder({ lines: SPEC, findings: [finding('stop', true)] }), 'READY', 0],
    [
      'a PDF as attachment',
      folder({ lines: { ...SPEC, 'x.pdf': 'attachment' }, entries: [entry('a.md'), entry('x.pdf', 'unsupported')] }),
      'READY',
      0,
    ],
  ];
  it.each(rows)('%s', (_name, input, verdict, code) => {
    const judged = judge(input, { failOn: 'stop' });
    expect(judged.verdict).toBe(verdict);
    expect(exitCode(judged, { allowUnindexed: false })).toBe(code);
    expect(judged.reasons.length > 0).toBe(verdict !== 'READY');
  });

  it('moves word and code together with failOn', () => {
    const input = folder({ lines: SPEC, findings: [finding('look')] });
    const judged = judge(input, { failOn: 'look' });
    expect([judged.verdict, exitCode(judged, { allowUnindexed: false })]).toEqual(['NOT READY', 1]);
    expect(judge(folder({ lines: SPEC, findings: [finding('note')] }), { failOn: 'look' }).verdict).toBe('READY');
  });

  it('lets an unindexed folder pass only where nothing else is wrong', () => {
    const allow = { allowUnindexed: true };
    expect(exitCode(judge(folder({ indexed: false }), { failOn: 'stop' }), allow)).toBe(0);
    expect(exitCode(judge(folder({ indexed: false, crashed: ['loop'] }), { failOn: 'stop' }), allow)).toBe(3);
    expect(
      exitCode(
        judge(folder({ indexed: false, entries: [entry('a.md'), entry('b.md', 'failed')] }), { failOn: 'stop' }),
        allow,
      ),
    ).toBe(3);
    expect(exitCode(judge(folder({ indexed: false, findings: [finding('stop')] }), { failOn: 'stop' }), allow)).toBe(1);
  });

  it('takes the worst of many folders in the order 2, 1, 3, 0', () => {
    expect(worst([0, 0])).toBe(0);
    expect(worst([0, 3])).toBe(3);
    expect(worst([3, 1, 0])).toBe(1);
    expect(worst([3, 1, 2, 0])).toBe(2);
    expect(worst([])).toBe(0);
  });
});
