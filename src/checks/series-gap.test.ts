import { expect, test } from 'vitest';
import { checkFiles } from './testing/folder.ts';

async function check(paths: readonly string[], index?: string) {
  const encoder = new TextEncoder();
  const files = paths.map((path): [string, string] => [path, `# ${path}\n\nThe value of ${path} must be kept.\n`]);
  if (index !== undefined) files.push(['INDEX.md', index]);
  const { findings } = await checkFiles(new Map(files.map(([path, text]) => [path, encoder.encode(text)])));
  return findings.filter((finding) => finding.check === 'series-gap').map(({ message }) => message);
}

test('a skipped number, and several', async () => {
  expect(await check(['s/00.md', 's/01.md', 's/03.md'])).toEqual([
    'the numbers of the file names skip s/02.md; the one before is s/01.md',
  ]);
  expect(await check(['a1.md', 'a2.md', 'a3.md', 'a6.md', 'a7.md'])).toEqual([
    'the numbers of the file names skip a4.md to a5.md; the one before is a3.md',
  ]);
});

test('a number that a file of another format has', async () => {
  expect(await check(['01-a.md', '02-b.md', '03-c.yaml', '04-d.md', '05-e.md'])).toEqual([]);
  // two series side by side: each needs its own
  expect(await check(['01.md', '02.md', '04.md', '01.csv', '02.csv', '03.csv', '04.csv'])).toHaveLength(1);
});

test('parts that say of how many they are, in several languages', async () => {
  expect(await check(['Teil 1 von 3.md', 'Teil 2 von 3.md'])).toHaveLength(1);
  expect(await check(['часть-2-из-2.md'])).toHaveLength(1);
  expect(await check(['第1部共2部.md'])).toHaveLength(1);
  expect(await check(['x-1of2.md', 'x-2of2.md'])).toEqual([]);
});

test('a way of numbering, and what the index says already', async () => {
  expect(await check(['rfc-2119.md', 'rfc-8174.md', 'rfc-9110.md'])).toEqual([]);
  expect(await check(['1.md', '2.md'])).toEqual([]);
  expect(
    await check(
      ['s/00.md', 's/01.md', 's/03.md'],
      '# S\n\n## Specifications\n- [a](s/00.md)\n- [b](s/01.md)\n- [c](s/02.md)\n- [d](s/03.md)\n',
    ),
  ).toEqual([]);
});

test('a number that the list of the series skips too', async () => {
  const encoder = new TextEncoder();
  const levels = async (numbers: readonly number[]): Promise<string[]> => {
    const files = [1, 2, 4, 5].map((n): [string, string] => [`0${n}.md`, `# ${n}\n\nThe value ${n} must be kept.\n`]);
    files.push(['list.md', `# List\n\n${numbers.map((n) => `- [Number ${n}](0${n}.md)\n`).join('')}`]);
    const { findings } = await checkFiles(new Map(files.map(([path, text]) => [path, encoder.encode(text)])));
    return findings.filter(({ check }) => check === 'series-gap').map(({ level }) => level);
  };
  expect(await levels([1, 2, 4, 5])).toEqual(['note']);
  expect(await levels([1, 2, 3, 4, 5])).toEqual(['look']);
});
