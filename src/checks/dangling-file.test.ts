import { expect, test } from 'vitest';
import { compareText } from '../core/order.ts';
import { checkFiles } from './testing/folder.ts';

async function check(files: Readonly<Record<string, string>>) {
  const encoder = new TextEncoder();
  const { findings } = await checkFiles(
    new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
  );
  return findings.filter((finding) => finding.check === 'dangling-file');
}

test('one finding a document, with every target; a second document that lacks the same is related', async () => {
  const [found, ...more] = await check({
    'a.md': '# A\n\nSee [x](x.md) and [y](y.md).\n',
    'b.md': '# B\n\nSee [x](x.md).\n',
  });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ level: 'look', place: { path: 'a.md', line: 3 } });
  expect(found!.message).toBe('links to 2 files that are not in the folder: "x.md" (line 3), "y.md" (line 3)');
  expect(found!.related.map(({ path, line }) => [path, line])).toEqual([
    ['a.md', 3],
    ['b.md', 3],
  ]);
});

test('a name in running text and the links of a companion are notes', async () => {
  const found = await check({
    'a.txt': 'Limits\n\nEvery limit stands in limits-table.md and holds from the first of March.\n',
    'README.md': '# Locker\n\nSee [the guide](guide.md).\n',
  });
  expect(found.map(({ level, place }) => `${level} ${place.path}`).sort(compareText)).toEqual([
    'note README.md',
    'note a.txt',
  ]);
});

test('a README whose other links find their files, and a name whose sisters are here', async () => {
  const list = ['a', 'b', 'c', 'd', 'guide'].map((name) => `- [${name}](${name}.md)\n`).join('');
  const others = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.md`, `# ${name}\n\nEin Fach.\n`]));
  const [found] = await check({ 'README.md': `# Locker\n\n${list}`, ...others });
  expect(found).toMatchObject({ level: 'look', place: { path: 'README.md', line: 7 } });
  const named = '# Fach\n\nDie Codes aus annex-c.md gelten ab März.\n';
  const annexes = { 'annex-a.md': '# A\n\nEin Fach.\n', 'annex-b.md': '# B\n\nEin Fach.\n' };
  expect((await check({ 'fach.md': named, ...annexes })).map(({ level }) => level)).toEqual(['look']);
  expect(await check({ 'fach.md': named })).toEqual([]);
});

test('what the index names, what lies outside and what is here raise nothing', async () => {
  const found = await check({
    'INDEX.md': '# A\n\n## Specifications\n- [A](a.md)\n- [X](x.md)\n\n## Left out\n- [Z](z.md)\n',
    'a.md': '# A\n\nSee [x](x.md), [z](z.md), [up](../up.md), [self](./a.md#b), [page](pages/start).\n',
  });
  expect(found).toEqual([]);
});

test('pages of another part of a site, and what a template names, are notes', async () => {
  const levels = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
    (await check({ 'src/other.md': '# Other\n\nIt is here.\n', ...files })).map(({ level }) => level);
  expect(await levels({ 'src/a.md': '# A\n\nSee [std](../std/net/ip.html).\n' })).toEqual(['note']);
  expect(await levels({ 'src/a.md': '# A\n\nSee [other part](net/ip.html).\n' })).toEqual(['look']);
  expect(await levels({ 'template.md': '# A\n\nSee [all](all.md).\n' })).toEqual(['note']);
  expect(await levels({ 'src/templates.md': '# A\n\nSee [all](all.md).\n' })).toEqual(['look']);
});

test.each([
  'The details are given in `limits.md`.',
  'Für die Grenzen siehe limits.md.',
  '详细内容见 `limits.md`。',
  '詳細は`limits.md`を参照。',
  'Подробности см. `limits.md`.',
  'How they are counted is in limits.md.',
  '`limits.md` lists them all.',
  'Die Grenzen sind in `limits.md`.',
  'Les limites figurent dans limits.md.',
  'Ayrıntılar `limits.md` dosyasındadır.',
  'ترد التفاصيل في `limits.md`.',
])('a name that the reader is sent to: %s', async (sentence) => {
  const others = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.md`, `# ${name}\n\nEin Fach.\n`]));
  const levels = async (text: string, more = others): Promise<readonly string[]> =>
    (await check({ 'fach.md': `# Fach\n\n${text}\n`, ...more })).map(({ level }) => level);
  expect(await levels(sentence)).toEqual(['look']);
  expect(await levels(sentence.replaceAll('limits.md', 'AGENTS.md'))).not.toContain('look');
  expect(await levels('Create a file, see `limits.md`.')).toEqual(['note']);
});

test('a text that the reader is sent to, where others of its kind are', async () => {
  const levels = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await check(files)).map(({ level, place }) => `${level} ${place.path}:${place.line}`);
  const a = 'Doors\n\nThey open outwards.\n\nSee limits.txt for all of the limits.\n';
  expect(await levels({ 'a.txt': a, 'b.txt': 'Compartments\n\nThere are twelve of them.\n' })).toEqual([
    'look a.txt:5',
  ]);
});

test('what a README lacks by convention is a note, what else it lacks is not', async () => {
  const others = Object.fromEntries(['a', 'b'].map((name) => [`${name}.md`, `# ${name}\n\nEin Fach.\n`]));
  const list = ['a', 'b', 'guide', 'CONTRIBUTING'].map((name) => `- [${name}](${name}.md)\n`).join('');
  const found = await check({ 'README.md': `# Locker\n\n${list}`, ...others });
  expect(found.map(({ level, place }) => `${level} ${place.line}`).sort(compareText)).toEqual(['look 5', 'note 6']);
});

test('a path in running text counts from the top where its folder is there', async () => {
  const found = await check({
    'docs/a.md': '# A\n\nEin Fach.\n',
    'docs/adr/1.md': '# 1\n\nEntschieden ist es, see `docs/limits.md`.\n',
  });
  expect(found.map(({ message }) => message)).toEqual([
    'names a file that is not in the folder: "docs/limits.md" (line 3)',
  ]);
});
