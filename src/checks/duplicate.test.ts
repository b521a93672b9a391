import { expect, test } from 'vitest';
import { zipOf } from '../extractors/testing/zip.ts';
import { checkFiles, filesOf } from './testing/folder.ts';

const text = (name: string): string =>
  `# ${name}\n\nThe ${name} answers within 300 ms. Beyond 30 requests a minute it says 429 and when to come back.\n`;
const found = async (files: ReadonlyMap<string, Uint8Array>): Promise<string[]> =>
  (await checkFiles(files)).report.findings
    .filter(({ check }) => check === 'duplicate')
    .map(({ level, path, message, related }) => `${level} ${path}: ${message} (${related.length})`);

const INNER = { 'api.md': text('gateway'), 'limits.md': text('limiter') };

test('a file inside of an archive and outside of it', async () => {
  const files = filesOf({ 'api.md': INNER['api.md'], 'other.md': text('store') });
  files.set('set.zip', zipOf(INNER));
  expect(await found(files)).toEqual(['look set.zip!/api.md: the same bytes as api.md (1)']);
});

test('an archive of what lies beside it is told once', async () => {
  const files = filesOf(INNER);
  files.set('set.zip', zipOf(INNER));
  expect(await found(files)).toEqual([
    'look set.zip!/api.md: all 2 files of set.zip are outside of it too, with the same bytes; the first is api.md (2)',
  ]);
});

test('two archives, and two that are one', async () => {
  const files = filesOf({ 'other.md': text('store') });
  files.set('a.zip', zipOf(INNER));
  files.set('b.zip', zipOf({ ...INNER, 'more.md': text('more') }));
  expect(await found(files)).toEqual([
    'look b.zip!/api.md: 2 files of b.zip are in a.zip too, with the same bytes; the first is a.zip!/api.md (2)',
  ]);
  files.set('b.zip', files.get('a.zip')!);
  expect(await found(files)).toHaveLength(1);
  expect((await found(files))[0]).toMatch(/^look b\.zip: the same \d+ bytes as a\.zip/);
});

test('stubs and companions are no copies', async () => {
  const files = filesOf({ 'README.md': text('set'), 'a.txt': 'see below\n' });
  files.set('set.zip', zipOf({ 'README.md': text('set'), 'a.txt': 'see below\n', 'api.md': text('gateway') }));
  expect(await found(files)).toEqual([]);
});

test('by custom: a note with the reason, but not where an index says what they are', async () => {
  const twins = Object.fromEntries(
    ['linux', 'windows'].flatMap((folder) => [
      [`${folder}/api.md`, text('gateway')],
      [`${folder}/a.md`, text(`${folder} a`)],
      [`${folder}/b.md`, text(`${folder} b`)],
    ]),
  );
  expect(await found(filesOf(twins))).toEqual([
    expect.stringMatching(/^note windows\/api\.md: .*; windows\/ and linux\/ have files of the same names \(1\)$/u),
  ]);
  const index = '# Set\n\n## Specifications\n- [A](linux/)\n- [B](windows/)\n';
  expect(await found(filesOf({ ...twins, 'INDEX.md': index }))).toEqual([expect.stringMatching(/^look /u)]);
  const beside = { 'a.js': 'let a;', 'b.js': 'let b;', 'a.js.txt': text('licence'), 'b.js.txt': text('licence') };
  expect(await found(filesOf(beside))).toEqual([expect.stringMatching(/^note .* each lies beside a file of its own/u)]);
  const page = `<html><body><p>${text('page').repeat(4)}</p></body></html>`;
  expect(await found(filesOf({ 'ref/index.html': page, 'ref/ref.html': page }))).toEqual([
    expect.stringMatching(/^note .*; two pages of a site/u),
  ]);
  expect(await found(filesOf({ 'a.html': page, 'b.html': page }))).toEqual([expect.stringMatching(/^look /u)]);
});

test('the same file in the folders of two versions', async () => {
  const file = text('gateway');
  expect(await found(filesOf({ 'v1/api.md': file, 'v2/api.md': file }))).toEqual([
    expect.stringMatching(/^note .*; the same in both versions, "v[12]" and "v[12]"/u),
  ]);
  expect(await found(filesOf({ 'api-v1.md': file, 'api-v2.md': file }))).toEqual([expect.stringMatching(/^look /u)]);
});
