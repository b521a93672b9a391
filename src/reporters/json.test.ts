import { describe, expect, test } from 'vitest';
import { json, ndjson, notChecked, reports } from './json.ts';
import { document, finding, place, report, SAMPLE } from './testing/report.ts';
import { faultsOf, isReport } from './testing/schema.ts';

const rich = report({
  verdict: 'NOT READY',
  reasons: ['1 altered'],
  documents: [
    document('a.md', { declared: 'specification', indexLine: 9, sealed: 'altered' }),
    document('b\ufffd.md', {
      rawPath: 'b%FF.md',
      outcome: 'failed',
      sha256: null,
      role: 'unreadable',
      language: null,
      encoding: null,
    }),
  ],
  findings: [
    finding('altered', 'stop', place('a.md', 3, 'words', { where: 'page 3' }), 'truncated', {
      change: 'truncated',
      from: 'b.md',
      related: [place('b.md', 1, 'x', { note: 'was here' })],
    }),
    finding('loop', 'look', place('a.md', 3, 'words'), 'again', { accepted: { reason: 'a poem', by: 'me', on: null } }),
  ],
  set: { hints: [{ how: 'gap', path: '003.md', place: place('002.md') }], sealed: 'in part' },
  checked: { files: 1, bytes: 10, checks: ['loop'], skipped: [{ path: '.', why: 'the check x failed: y' }] },
});

describe('the schema', () => {
  test.each([
    ['the sample', SAMPLE],
    ['every field', rich],
    ['a folder that could not be checked', notChecked('x', 'there is no folder x')],
  ])('holds for %s', (_name, one) => {
    for (const text of [json(one), ndjson(one)]) {
      const value: unknown = JSON.parse(text);
      expect(isReport(value)).toBe(true);
      expect(faultsOf(value)).toEqual([]);
    }
  });

  test('lets a later version add fields, which ours does not', () => {
    const later = { ...(JSON.parse(json(SAMPLE)) as object), later: 1 };
    expect(isReport(later)).toBe(true);
    expect(faultsOf(later)).not.toEqual([]);
  });

  test.each([
    ['a verdict of our own', { verdict: 'MAYBE' }],
    ['READY with reasons against it', { verdict: 'READY' }],
    ['another version', { schema: 'seedcheck/report/2' }],
    ['no findings', { findings: undefined }],
  ])('refuses %s', (_name, change) => {
    expect(isReport(JSON.parse(JSON.stringify({ ...(JSON.parse(json(SAMPLE)) as object), ...change })))).toBe(false);
  });
});

describe('the bytes', () => {
  test('several folders are one text, whatever their number', () => {
    for (const list of [[], [SAMPLE], [SAMPLE, notChecked('x', 'gone'), rich]]) {
      const text = reports.start + list.map((one, i) => reports.next(one, i === 0)).join('') + reports.end(list.length);
      const value = JSON.parse(text) as { schema: string; reports: unknown[] };
      expect(text).toBe(
        `${JSON.stringify({ schema: 'seedcheck/reports/1', reports: list.map((one) => JSON.parse(json(one)) as unknown) }, null, 2)}\n`,
      );
      expect(isReport(value)).toBe(true);
    }
  });

  test('do not depend on the order in which fields were made', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    expect(json(turned(rich) as typeof rich)).toBe(json(rich));
  });

  test('fields come in the published order', () => {
    expect(Object.keys(JSON.parse(json(rich)) as object)).toEqual([
      'schema',
      'tool',
      'folder',
      'verdict',
      'reasons',
      'set',
      'documents',
      'findings',
      'checked',
    ]);
    expect(ndjson(rich).split('\n')).toHaveLength(2);
  });

  test('only ASCII control characters that JSON allows: a lone surrogate is an escape', () => {
    expect(json(notChecked('b\udcff', 'x'))).toContain('"b\\udcff"');
  });
});
