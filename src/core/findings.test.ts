import { describe, expect, it } from 'vitest';
import { createDocument } from './document.ts';
import { settle, type Accepting } from './findings.ts';
import { at, lineColumn, nowhere, QUOTE_UNITS } from './locate.ts';
import type { Check, Observation, Place } from './types.ts';

const check = (id: string, acceptable = true): Check => ({
  scope: 'document',
  id,
  title: id,
  level: 'stop',
  acceptable,
  run: () => [],
});
const checks = [check('loop'), check('cut-off'), check('altered', false), check('empty', false)];
const text = createDocument({ path: 'a.md', format: 'text', encoding: 'utf-8', text: 'one\ntwo\n\nthree 🙂 four' });
const seen = (start: number, end: number, more: Partial<Observation> = {}): Observation => ({
  message: 'm',
  places: [at(text, { start, end })],
  ...more,
});

describe('settle', () => {
  it('gives the same findings whatever the order they came in', () => {
    const raised = [
      { check: 'loop', observation: seen(4, 7) },
      { check: 'loop', observation: seen(0, 3) },
      { check: 'cut-off', observation: seen(0, 3) },
      { check: 'loop', observation: { message: 'n', places: [nowhere('Z')] as const } },
    ];
    const one = settle(raised, checks, []);
    expect(settle([...raised].reverse(), checks, [])).toEqual(one);
    expect(one.findings.map((f) => `${f.place.path} ${f.check} ${f.place.line}`)).toEqual([
      'Z loop null',
      'a.md cut-off 1',
      'a.md loop 1',
      'a.md loop 2',
    ]);
  });

  it('tells equals apart by how many came before, so that accepting one leaves the other', () => {
    const [first, second] = settle(
      [1, 2].map(() => ({ check: 'loop', observation: seen(0, 3) })),
      checks,
      [],
    ).findings;
    expect(first!.fingerprint).not.toBe(second!.fingerprint);
  });

  it('keeps its fingerprints when lines move or are wrapped, and not when the words change', () => {
    const code = (body: string, start: number, end: number): string => {
      const document = createDocument({ path: 'a.md', format: 'text', encoding: 'utf-8', text: body });
      return settle(
        [{ check: 'loop', observation: { message: 'm', places: [at(document, { start, end })] } }],
        checks,
        [],
      ).findings[0]!.fingerprint;
    };
    expect(code('three modes', 0, 11)).toBe(code('\n\nthree\nmodes', 2, 13));
    expect(code('three modes', 0, 11)).not.toBe(code('three model', 0, 11));
  });

  it('accepts by check, path and fingerprint; tells stale lines and those that cannot accept', () => {
    const raised = [
      { check: 'loop', observation: seen(0, 3) },
      { check: 'altered', observation: seen(0, 3) },
    ];
    const codes = settle(raised, checks, []).findings.map((f) => f.fingerprint);
    const line = (name: string, fingerprint: string): Accepting => ({
      path: 'a.md',
      check: name,
      fingerprint,
      reason: 'known',
      by: 'me',
      on: '2026-11-24',
      line: 9,
    });
    const settled = settle(raised, checks, [
      line('altered', codes[0]!),
      line('loop', codes[1]!),
      line('loop', 'ffffffff'),
    ]);
    expect(settled.findings.map((f) => [f.check, f.accepted?.reason])).toEqual([
      ['altered', undefined],
      ['loop', 'known'],
    ]);
    expect(settled.refused.map((l) => l.check)).toEqual(['altered']);
    expect(settled.stale.map((l) => l.fingerprint)).toEqual(['ffffffff']);
  });

  it('never folds a graver finding into a lesser', () => {
    const told = (level: 'note' | 'look'): string[] =>
      settle(
        [
          { check: 'mojibake', observation: seen(0, 3, { level }) },
          { check: 'garble', observation: seen(4, 7, { level: 'look' }) },
        ],
        [check('mojibake'), check('garble')],
        [],
      ).findings.map((finding) => finding.check);
    expect(told('note')).toEqual(['mojibake', 'garble']);
    expect(told('look')).toEqual(['mojibake']);
  });

  it('folds what a stronger finding explains into it', () => {
    const settled = settle(
      [
        { check: 'altered', observation: { message: 'shorter', change: 'truncated', places: [nowhere('a.md')] } },
        { check: 'cut-off', observation: seen(9, 14) },
      ],
      checks,
      [],
    );
    expect(settled.findings.map((f) => f.check)).toEqual(['altered']);
    expect(settled.findings[0]!.related[0]).toMatchObject({ line: 4, quote: 'three' });
  });

  it('folds what two documents differ in into what says that one comes from the other, and nothing else', () => {
    const place = (path: string, line: number): Place => ({ ...nowhere(path), line, endLine: line });
    const told = settle(
      [
        { check: 'conflict', observation: { message: 'a and b', places: [place('a.md', 3), place('b.md', 4)] } },
        { check: 'conflict', observation: { message: 'a and c', places: [place('a.md', 5), place('c.md', 6)] } },
        { check: 'conflict', observation: { message: 'in a', places: [place('a.md', 7), place('a.md', 8)] } },
        { check: 'near-copy', observation: { message: 'alike', places: [nowhere('b.md'), nowhere('a.md')] } },
      ],
      [check('conflict'), check('near-copy')],
      [],
    ).findings;
    expect(told.map((finding) => finding.message).sort()).toEqual(['a and c', 'alike', 'in a']);
    expect(told.find((finding) => finding.check === 'near-copy')!.related).toHaveLength(2);
  });

  it('folds what is said in a loop into the loop, and not what is said elsewhere', () => {
    const told = settle(
      [
        {
          check: 'loop',
          observation: { level: 'look', message: 'loop', places: [{ ...nowhere('a.md'), line: 5, endLine: 9 }] },
        },
        {
          check: 'numbering',
          observation: { level: 'look', message: 'inside', places: [{ ...nowhere('a.md'), line: 9, endLine: 9 }] },
        },
        {
          check: 'numbering',
          observation: { level: 'look', message: 'outside', places: [{ ...nowhere('a.md'), line: 10, endLine: 10 }] },
        },
      ],
      [check('loop'), check('numbering')],
      [],
    ).findings;
    expect(told.map((finding) => finding.message)).toEqual(['loop', 'outside']);
  });

  it('never gives a level above that of the check', () => {
    const low: Check = { ...check('near-copy'), level: 'look' };
    expect(
      settle([{ check: 'near-copy', observation: seen(0, 3, { level: 'stop' }) }], [low], []).findings[0]!.level,
    ).toBe('look');
  });
});

describe('places', () => {
  it('count lines and columns from 1 and quote the slice', () => {
    expect(at(text, { start: 4, end: 14 })).toMatchObject({ line: 2, endLine: 4, column: 1, quote: 'two\n\nthree' });
    expect(lineColumn(text, text.units.length)).toEqual({ line: 4, column: 14 });
  });

  it('quote a long place by its beginning, without cutting a character in two', () => {
    const long = createDocument({
      path: 'a',
      format: 'text',
      encoding: 'utf-8',
      text: 'x'.repeat(QUOTE_UNITS - 1) + '🙂'.repeat(50) + '\nend',
    });
    const place = at(long, { start: 0, end: long.units.length });
    expect(place.quote).toBe(long.slice(0, QUOTE_UNITS - 1));
    expect([place.line, place.endLine, place.end]).toEqual([1, 2, QUOTE_UNITS - 1]);
  });

  it('follow the way back to the file that the text was taken from', () => {
    const document = createDocument({
      path: 'a.html',
      format: 'html',
      encoding: 'utf-8',
      text: 'ab\ncd',
      origin: {
        textStarts: Uint32Array.of(0, 2, 3),
        sourceStarts: Uint32Array.of(3, 5, 13),
        sourceLineStarts: Uint32Array.of(0, 8),
      },
    });
    expect(at(document, { start: 3, end: 5 })).toMatchObject({ line: 2, column: 6, start: 3, end: 5, quote: 'cd' });
  });
});
