import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyPairs, type CopyFact } from '../views/copies.ts';
import { diff } from '../views/diff.ts';
import { sketchOf } from '../views/sketch.ts';
import { nearCopy } from './near-copy.ts';
import { documentOf } from './testing/document.ts';
import { checkFiles, filesOf } from './testing/folder.ts';

const sentences = (n: number, seed = 0): string[] =>
  Array.from(
    { length: n },
    (_, i) =>
      `Rule ${i + 1}: a client of class ${(i * 7 + seed) % 13} may open ${(i * 5 + seed) % 17} connections before the gateway answers with error ${400 + ((i * 3 + seed) % 90)}.`,
  );

const found = async (
  texts: Record<string, string>,
): Promise<
  { level: string; path: string; message: string; line: number | null; related: [string, number | null][] }[]
> =>
  (await checkFiles(filesOf(texts))).report.findings
    .filter((finding) => finding.check === 'near-copy')
    .map(({ level, path, message, line, related }) => ({
      level,
      path,
      message,
      line,
      related: related.map((place): [string, number | null] => [place.path, place.line]),
    }));

describe('diff', () => {
  const pieces = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });
  test('what it leaves is the same in both, in order', () => {
    fc.assert(
      fc.property(pieces, pieces, (a, b) => {
        const hunks = diff(Uint32Array.from(a), Uint32Array.from(b));
        const keep = (list: number[], side: 'a' | 'b'): number[] =>
          list.filter(
            (_, i) =>
              !hunks.some((hunk) => (side === 'a' ? i >= hunk.a && i < hunk.aEnd : i >= hunk.b && i < hunk.bEnd)),
          );
        expect(keep(a, 'a')).toEqual(keep(b, 'b'));
      }),
    );
  });

  test('short texts: the shortest answer', () => {
    expect(diff(Uint32Array.from([1, 2, 3, 4]), Uint32Array.from([1, 3, 5, 4]))).toEqual([
      { a: 1, aEnd: 2, b: 1, bEnd: 1 },
      { a: 3, aEnd: 3, b: 2, bEnd: 3 },
    ]);
  });

  test('20,000 pieces, equal ones, none equal, reversed: no hang', () => {
    const many = Uint32Array.from({ length: 20_000 }, (_, i) => i);
    diff(
      many,
      many.map((x) => (x % 1000 === 0 ? x + 1_000_000 : x)),
    );
    diff(
      many,
      many.map((x) => x + 1_000_000),
    );
    diff(many, many.toReversed());
    diff(
      new Uint32Array(20_000),
      new Uint32Array(18_000).map((_, i) => i % 3),
    );
  });
});

test('a sketch does not see white space or order of files, and sees a small change as small', () => {
  const text = sentences(60).join('\n');
  const a = nearCopy.collect!(documentOf(text), { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] })!;
  const b = nearCopy.collect!(documentOf(text.replaceAll('\n', '\n\n').replaceAll(' ', '  ')), {
    kind: 'unclear',
    role: 'unclear',
    confidence: 0,
    reasons: [],
  })!;
  expect(b).toEqual(a);
  expect(a.sketch.bins).toHaveLength(126);
  expect(sketchOf(new Uint16Array(0), 8).bins).toHaveLength(126);
});

test('one number in sixty lines: told with both lines', async () => {
  const a = sentences(60);
  const b = a.with(29, a[29]!.replace('before', 'after'));
  expect(await found({ 'a.md': `# Rules\n\n${a.join('\n')}\n`, 'b.md': `# Rules\n\n${b.join('\n')}\n` })).toEqual([
    {
      level: 'look',
      path: 'a.md',
      message: '99 % the same as b.md; 1 line differs',
      line: 32,
      related: [['b.md', 32]],
    },
  ]);
});

test('lines that only one has', async () => {
  const a = sentences(40);
  const [one] = await found({
    'a.md': a.join('\n'),
    'b.md': [...a, 'One more rule that the other does not have.'].join('\n'),
  });
  expect(one).toMatchObject({ message: expect.stringContaining('1 line differs'), related: [['b.md', 41]] });
});

test('equal text is left to duplicate, with other white space too', async () => {
  const text = sentences(40).join('\n');
  expect(await found({ 'a.md': text, 'b.md': text, 'c.md': text.replaceAll('\n', '\n\n') })).toEqual([]);
});

test('the same sentences in other lines', async () => {
  const a = sentences(40);
  const b = a.with(3, a[3]!.replace('before', 'after'));
  const [one] = await found({ 'a.md': a.join('\n'), 'b.md': b.join(' ').replaceAll(/(.{60,75}) /gu, '$1\n') });
  expect(one).toMatchObject({ level: 'look', path: 'a.md' });
});

test('chapters of one template are a note, texts of one title a look', async () => {
  const a = sentences(40);
  const b = a.map((line, i) =>
    i % 6 === 0 ? `Devices have another rule here, number ${i}, which no client ever has to keep to.` : line,
  );
  expect(await found({ 'a.md': `# Clients\n\n${a.join('\n')}`, 'b.md': `# Devices\n\n${b.join('\n')}` })).toMatchObject(
    [{ level: 'note' }],
  );
  expect(await found({ 'a.md': `# Rules\n\n${a.join('\n')}`, 'b.md': `# Rules\n\n${b.join('\n')}` })).toMatchObject([
    { level: 'look' },
  ]);
});

test('Chinese, without spaces', async () => {
  const a = Array.from(
    { length: 40 },
    (_, i) => `第${i + 1}条：第${(i * 7) % 13}类客户端最多可以打开${(i * 5) % 17}个连接，之后网关返回错误${400 + i}。`,
  );
  const b = a.with(9, a[9]!.replace('最多', '至少'));
  expect(await found({ '甲.md': a.join('\n'), '乙.md': b.join('\n') })).toMatchObject([{ level: 'look', line: 10 }]);
});

test('60 copies of one template: five are compared, and the rest are counted', async () => {
  const texts: Record<string, string> = {};
  for (let i = 0; i < 60; i++)
    texts[`t${String(i).padStart(3, '0')}.md`] = sentences(12).with(5, `This one is number ${i}.`).join('\n');
  const all = await found(texts);
  expect(all).toHaveLength(5);
  expect(all.filter(({ message }) => message.endsWith('; 54 more are like these'))).toHaveLength(1);
});

test('5,000 sketches of one template and 5,000 of none: pairs in linear time', () => {
  const none = { key: 'x', version: null, date: null, stage: null };
  const facts = Array.from({ length: 10_000 }, (_, i): { path: string; fact: CopyFact } => {
    const numbers = (n: number): Uint32Array =>
      Uint32Array.from({ length: n }, (__, k) =>
        i < 5000 ? (k === i % n ? i : k * 1000) : (i * 131 + k * 7919) % 2 ** 27,
      );
    const samples = numbers(240).sort();
    return {
      path: `${i}`,
      fact: { title: none, weight: 8000, sketch: { bins: numbers(126), samples, limit: 2 ** 27 } },
    };
  });
  const entry = (path: string): unknown => ({ path, sha256: path, print: { dense: path }, language: 'en' });
  const folder = { companion: () => false, declared: () => null, entry, entries: [] } as unknown as Parameters<
    typeof copyPairs
  >[1];
  const pairs = copyPairs(facts, folder);
  expect(pairs.filter(({ a }) => Number(a) < 5000).length).toBeLessThan(10);
});

describe('alike by custom is a note', () => {
  const rules = sentences(30);
  const edited = rules.map((line, i) => (i === 9 ? line.replace('may open', 'must open') : line));
  test('another format, a first page', async () => {
    const page = `<html><body>${edited.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;
    const [one] = await found({ 'src/limits.md': rules.join('\n\n'), 'out/limits.html': page });
    expect(one).toMatchObject({ level: 'note' });
    expect(one!.message).toContain('one is the other in another format');
    const [front] = await found({ 'README.md': rules.join('\n\n'), 'docs/index.md': edited.join('\n\n') });
    expect(front).toMatchObject({ level: 'note' });
  });
  test('titles of their own, and names that are all that differs', async () => {
    const titled = (title: string): string => `# ${title}\n\n${edited.join('\n')}\n`;
    const [one] = await found({
      'a.md': titled('Cards of clients'),
      'b.md': `${titled('Accounts of clients')}More.\n`,
    });
    expect(one).toMatchObject({ level: 'note' });
    const speaks = (word: string): string =>
      rules.map((line, i) => (i % 5 === 0 ? `${word}: ${line}` : line)).join('\n');
    const [two] = await found({
      'get-cards.md': `# Get\n\n${speaks('Cards')}`,
      'get-ibans.md': `# Get\n\n${speaks('Ibans')}`,
    });
    expect(two!.message).toContain('what differs is what differs in their names');
    expect(two!.level).toBe('note');
  });
  test('folders side by side with files of the same names; a folder that is a copy is none of these', async () => {
    const files = (folder: string, lines: string[]): Record<string, string> => ({
      [`${folder}/limits.md`]: `# Limits\n\n${lines.join('\n')}`,
      [`${folder}/a.md`]: `# A of ${folder}\n`,
      [`${folder}/b.md`]: `# B of ${folder}\n`,
    });
    const [one] = await found({ ...files('linux', rules), ...files('windows', edited) });
    expect(one).toMatchObject({ level: 'note' });
    expect(one!.message).toContain('linux/ and windows/ have files of the same names');
    const [two] = await found({ ...files('docs', rules), ...files('docs copy', edited) });
    expect(two).toMatchObject({ level: 'look' });
  });
});
