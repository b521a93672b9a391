import { describe, expect, it } from 'vitest';
import { printAcceptance, readAcceptance } from './accept.ts';
import { parseIndex } from './index-file.ts';

describe('the line to paste', () => {
  it.each([
    ['api.md', 'three modes', '- [api.md](api.md): accepted miscount 3f9c21aa "three modes", (reason)'],
    ['d/a b.md', 'say "x"\n`y`', '- [a b.md](d/a%20b.md): accepted miscount 3f9c21aa "say \'x\' \\`y\\`", (reason)'],
    ['api.md', null, '- [api.md](api.md): accepted miscount 3f9c21aa, (reason)'],
    ['.', 'x', '- [the folder](./): accepted miscount 3f9c21aa "x", (reason)'],
    ['a.md', 'y'.repeat(100), `- [a.md](a.md): accepted miscount 3f9c21aa "${'y'.repeat(59)}…", (reason)`],
  ])('%s %j', (path, quote, expected) => {
    const line = printAcceptance({ path, check: 'miscount', fingerprint: '3f9c21aa', quote });
    expect(line).toBe(expected);
    const as = (text: string): unknown => parseIndex(`## Accepted findings\n${text}\n`, 'INDEX.md').accepted;
    expect(as(line)).toEqual([]);
    expect(as(line.replace('(reason)', 'on purpose (QS, 2026-11-24)'))).toMatchObject([
      { path, check: 'miscount', fingerprint: '3f9c21aa', reason: 'on purpose', by: 'QS', on: '2026-11-24', line: 2 },
    ]);
  });
});

it.each([
  [': accepted near-copy 00000000: a (b) c', 'near-copy', 'a (b) c', null, null],
  [': accepted miscount 3f9c21aa "a" b" c, reason', 'miscount', 'b" c, reason', null, null],
  [': accepted miscount 3f9c21aa reason (24.11.2026)', 'miscount', 'reason', null, '24.11.2026'],
  [': accepted miscount 3f9c21aa reason (A, B; 2026-11-24).', 'miscount', 'reason', 'A, B', '2026-11-24'],
])('%s', (text, check, reason, by, on) => expect(readAcceptance(text)).toMatchObject({ check, reason, by, on }));

it.each([
  '',
  ': accepted',
  ': accepted miscount',
  ': accepted miscount 3f9c21',
  ': accepted miscount 3f9c21aab',
  ': accepted mis_count 3f9c21aa',
])('%j is none', (text) => expect(readAcceptance(text)).toBeNull());
