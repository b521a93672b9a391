import { expect, test } from 'vitest';
import { checkFiles, filesOf } from './testing/folder.ts';

const text = (n: number, seed: number): string[] =>
  Array.from(
    { length: n },
    (_, i) =>
      `Point ${seed}.${i}: the part ${(i * 7 + seed) % 23} of kind ${seed * 31 + i} waits ${(i * 5 + seed) % 17} turns for its neighbour.`,
  );

const found = async (texts: Record<string, string>): Promise<string[]> =>
  (await checkFiles(filesOf(texts))).report.findings
    .filter(({ check }) => ['old-version', 'near-copy', 'contained'].includes(check))
    .map(({ check, path, line, message }) => `${check} ${path}:${line} ${message}`);

test('a chapter and the whole book', async () => {
  const chapter = text(40, 1);
  const book = [...text(60, 2), ...chapter, ...text(60, 3)];
  expect(await found({ 'chapter.md': chapter.join('\n'), 'book.md': book.join('\n') })).toEqual([
    'contained chapter.md:1 99 % of it stands in book.md, lines 61 to 100',
  ]);
});

test('lines that lie here and there are no part', async () => {
  const chapter = text(40, 1);
  const book = chapter.flatMap((line, i) => [line, ...text(4, 10 + i)]);
  expect(await found({ 'chapter.md': chapter.join('\n'), 'book.md': book.join('\n') })).toEqual([]);
});

test('READMEs repeat the documents beside them', async () => {
  const chapter = text(40, 1);
  const book = [...text(60, 2), ...chapter, ...text(60, 3)];
  expect(await found({ 'a/README.md': chapter.join('\n'), 'README.md': book.join('\n') })).toEqual([]);
});

test('a book of its chapters is one note, chapters that share a template are none', async () => {
  const chapters = [1, 2, 3].map((seed) =>
    text(40, seed).map((line) => line.replaceAll(/[a-z]{3,}/gu, (word) => word.split('').reverse().join(String(seed)))),
  );
  const files = Object.fromEntries(chapters.map((chapter, i) => [`part-${i + 1}.md`, chapter.join('\n')]));
  const { report } = await checkFiles(filesOf({ ...files, 'book.md': chapters.flat().join('\n') }));
  const told = report.findings.filter(({ check }) => check === 'contained');
  expect(told.map(({ level }) => level)).toEqual(['note']);
  expect(told[0]!.message).toContain('that is made of 3 documents of the folder; 2 more are like these');
});
