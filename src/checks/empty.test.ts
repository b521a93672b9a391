import { expect, test } from 'vitest';
import { zipOf } from '../extractors/testing/zip.ts';
import { checkFiles, filesOf } from './testing/folder.ts';

const empty = async (texts: Record<string, string>, more: Record<string, Uint8Array> = {}): Promise<string[]> =>
  (await checkFiles(new Map([...filesOf(texts), ...Object.entries(more)]))).report.findings
    .filter(({ check }) => check === 'empty')
    .map(({ level, path, message }) => `${level} ${path}: ${message}`);

const OTHER = { 'api.md': '# Interface\n\nThe server must answer within a second.\n' };

test('placed: a stop, under every heading that places', async () => {
  const index =
    '# Set\n\n## Specifications\n- [A](a.md)\n\n## Background\n- [B](b.md)\n\n## Whatever\n- [C](c.md)\n\n## Attachments\n- [D](d.txt)\n- [E](api.md)\n';
  expect(
    await empty({ ...OTHER, 'INDEX.md': index, 'a.md': '', 'b.md': ' \n\u3000', 'c.md': '\n', 'd.txt': '' }),
  ).toEqual([
    'stop a.md: the file is empty: 0 bytes',
    'stop b.md: the file is empty: 5 bytes of white space',
    'stop c.md: the file is empty: 1 byte of white space',
    'look d.txt: the file is empty: 0 bytes',
  ]);
});

test('no index: a look, but for companions', async () => {
  expect(await empty({ ...OTHER, 'a.md': '', LICENSE: '' })).toEqual(['look a.md: the file is empty: 0 bytes']);
});

test('not in the index: told by not-placed', async () => {
  expect(await empty({ ...OTHER, 'INDEX.md': '# Set\n\n## Specifications\n- [A](api.md)\n', 'a.md': '' })).toEqual([]);
});

test('inside of a placed archive: a look, but for companions; a stop where nothing else is in there', async () => {
  const index = { 'INDEX.md': '# Set\n\n## Specifications\n- [All](set.zip)\n- [A](api.md)\n', ...OTHER };
  const full = zipOf({ 'api.md': OTHER['api.md'], 'limits.md': '', LICENSE: '' });
  expect(await empty(index, { 'set.zip': full })).toEqual(['look set.zip!/limits.md: the file is empty: 0 bytes']);
  const hollow = zipOf({
    'limits.md': '',
    'picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  });
  expect(await empty(index, { 'set.zip': hollow })).toEqual(['stop set.zip!/limits.md: the file is empty: 0 bytes']);
});

test('in the folder of a program: text and pages are a note, documents are not', async () => {
  expect(await empty({ ...OTHER, 'setup.py': 'x = 1\n', 'lib/needs.txt': '', 'lib/spec.md': '' })).toEqual([
    'note lib/needs.txt: the file is empty: 0 bytes',
    'look lib/spec.md: the file is empty: 0 bytes',
  ]);
});
