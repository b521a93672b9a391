import { describe, expect, it } from 'vitest';
import { nowhere } from '../core/locate.ts';
import { bounded } from './faults.ts';
import { intentOf } from './intent.ts';
import { parseSeal } from './seal.ts';
import type { IndexFault } from './types.ts';

const fault = (line: number, more: Partial<IndexFault> = {}): IndexFault => ({
  level: 'stop',
  message: `"${String(line)}.md" is wrong`,
  next: 'Mend it',
  place: { ...nowhere('INDEX.md'), line },
  ...more,
});
const lines = (count: number, more: Partial<IndexFault> = {}): IndexFault[] =>
  Array.from({ length: count }, (_, i) => fault(i + 1, more));

describe('faults of one cause', () => {
  it('are told one by one while there are few', () => {
    expect(bounded(lines(20))).toEqual(lines(20));
    // one more is told as itself: a count of one would say less
    expect(bounded(lines(21))).toEqual(lines(21));
  });

  it('are counted from the twenty-first on, with the lines of the first of these', () => {
    const told = bounded([...lines(50_000), fault(50_001, { next: 'Do something else' })]);
    expect(told).toHaveLength(22);
    expect(told[20]).toMatchObject({ place: { line: 50_001 } });
    const { message, place, related } = told[21]!;
    expect(message).toBe('49,980 lines like those before, the first: "21.md" is wrong');
    expect([place.line, related!.length, related![0]!.line]).toEqual([21, 20, 22]);
  });

  it('of another file or level are another cause', () => {
    const told = bounded([
      ...lines(20),
      ...lines(20, { level: 'look' }),
      ...lines(20, { place: nowhere('a/INDEX.md') }),
    ]);
    expect(told).toHaveLength(60);
  });
});

describe('thousands of bad lines', () => {
  const HASH = 'a'.repeat(64);
  const many = (each: (i: number) => string): string => Array.from({ length: 4000 }, (_, i) => each(i)).join('\n');
  const size = (faults: readonly IndexFault[]): number => JSON.stringify(bounded(faults)).length;

  it.each([
    ['one line over and over', (): string => `${HASH}  a.md`],
    ['each file twice', (i: number): string => `${HASH}  ${String(i >> 1)} x.md`],
    ['two hashes', (i: number): string => `${String(i % 10).repeat(64)}  a.md`],
    ['paths that lead out', (i: number): string => `${HASH}  ../${String(i)} x`],
    ['no lines of a seal', (i: number): string => `hello ${String(i)}`],
    ['marks of a merge', (): string => '<<<<<<< x'],
  ])(
    'of a seal: %s',
    (_, each) => {
      const { faults } = parseSeal(Buffer.from(many(each)));
      expect(faults.length).toBeGreaterThan(0);
      expect(size(faults)).toBeLessThan(60_000);
    },
    60_000,
  );

  it.each([
    ['one entry over and over', (): string => '- [A](a.md)'],
    ['entries of no file', (i: number): string => `- nothing ${String(i)} "x`],
    ['torn links', (i: number): string => `- [A ${String(i)}](a`],
    ['headings of no role', (i: number): string => `## Specifcations ${String(i)}\n- [A](${String(i)}.md)`],
    ['headings inside of lines', (i: number): string => `- [A](${String(i)}.md) ## Background`],
    ['itself', (): string => '- [Index](INDEX.md)'],
    ['accepted lines that are none', (i: number): string => `- accept ${String(i)} x`],
  ])(
    'of an index: %s',
    (_, each) => {
      const content = `# Set\n\n## Specifications\n- [Z](z.md)\n${many(each)}\n`;
      const { faults } = intentOf({
        files: ['INDEX.md', 'a.md', 'z.md'],
        indexes: new Map([['INDEX.md', content]]),
        hasSeal: false,
      });
      expect(size(faults)).toBeLessThan(120_000);
    },
    60_000,
  );
});
