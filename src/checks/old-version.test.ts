import { expect, test } from 'vitest';
import { compareNames, marksOfPath } from '../views/version-marks.ts';
import { checkFiles, filesOf } from './testing/folder.ts';

const rules = (n: number): string[] =>
  Array.from(
    { length: n },
    (_, i) =>
      `Rule ${i + 1}: a client of class ${(i * 7) % 13} may open ${(i * 5) % 17} connections before the gateway answers with error ${400 + ((i * 3) % 90)}.`,
  );
const edited = rules(40).map((line, i) => (i % 9 === 4 ? line.replace('may open', 'must never open') : line));

const found = async (texts: Record<string, string>): Promise<string[]> =>
  (await checkFiles(filesOf(texts))).report.findings
    .filter(({ check }) => ['old-version', 'near-copy', 'contained'].includes(check))
    .map(({ check, level, path, line, message }) => `${level} ${check} ${path}:${line} ${message}`);

test.each([
  ['spec-v1.md', 'spec-v2.md', 'a'],
  ['spec-v10.md', 'spec-v9.md', 'b'],
  ['draft-x-foo-03.txt', 'draft-x-foo-04.txt', 'a'],
  ['old/limits.md', 'limits.md', 'a'],
  ['规范旧版.md', '规范.md', 'a'],
  ['требования старый.md', 'требования.md', 'a'],
  ['第2版.md', '第3版.md', 'a'],
  ['spec_2024-05.md', 'spec_2024-06-01.md', 'a'],
  ['1.0.0-beta.2.yml', '1.0.0-rc1.0.yml', 'a'],
  ['toml-v1.0.0.md', 'toml-v1.0.0-rc.2.md', 'b'],
  ['spec rev B.md', 'spec rev A.md', 'b'],
  ['api.md.old', 'api.md', 'a'],
  ['api final.md', 'api Entwurf.md', 'b'],
  ['fares-v2.id-v1.md', 'fares-v2.id-v2.md', 'a'],
  ['old/draft-x.md', 'draft-x.md', 'a'],
])('%s and %s', (a, b, first) => {
  expect(compareNames(a, b)).toMatchObject({ one: true, earlier: { first } });
});

test('names that tell nothing', () => {
  expect(compareNames('api.md', 'api-v2.md')).toMatchObject({ one: true, earlier: null });
  expect(compareNames('api.md', 'api copy.md')).toMatchObject({ one: true, earlier: null });
  expect(compareNames('副本 api.md', 'api (1).md')).toMatchObject({ one: true, earlier: null });
  expect(compareNames('chapter-1.md', 'chapter-2.md').one).toBe(false);
  expect(compareNames('man7/iso_8859-1.7', 'man7/iso_8859-15.7').earlier).toBe(null);
  expect(marksOfPath('x'.repeat(100_000)).key).toHaveLength(300);
});

const text = (head: string, lines: readonly string[]): string => `# Rules\n\n${head}\n\n${lines.join('\n')}\n`;

test.each([
  ['Version: 1.0', 'Version: 1.1'],
  ['Status: Draft', 'Status: Approved'],
  ['12 March 2024', '3 June 2024'],
  ['Stand: 3. Mai 2023', 'Stand: 12. Januar 2024'],
  ['版本：V2.3', '版本：V2.10'],
  ['This document is superseded by RULES-7.', 'This document is in force.'],
  ['The limits.', 'Obsoletes: RULES-3'],
])('"%s" before "%s"', async (old, recent) => {
  const [one, ...more] = await found({ 'b.md': text(old, rules(40)), 'a.md': text(recent, edited) });
  expect(one).toMatch(/^look old-version b\.md:\d+ older than a\.md: /);
  expect(more).toEqual([]);
});

test('an entry more in the list of changes', async () => {
  const history = '\n## Changes\n\n- 2023-02-01 first version\n';
  const [one] = await found({
    'a.md': text('', rules(40)) + history,
    'b.md': `${text('', edited)}${history}- 2024-05-17 other limits\n`,
  });
  expect(one).toMatch(
    /^look old-version a\.md:\d+ older than b\.md: line \d+ says "- 2023-02-01 first version", there/,
  );
});

test('signs that contradict each other: nothing tells', async () => {
  const [one] = await found({ 'r-v1.md': text('Version: 2.0', rules(40)), 'r-v2.md': text('Version: 1.0', edited) });
  expect(one).toMatch(/^look near-copy/);
});

test('three versions of one document are kept on purpose', async () => {
  const third = edited.map((line, i) => (i % 11 === 3 ? line.replace('gateway', 'server') : line));
  const all = await found({
    'r-v1.md': text('', rules(40)),
    'r-v2.md': text('', edited),
    'r-v3.md': text('', third),
  });
  expect(all.every((one) => one.startsWith('note old-version'))).toBe(true);
  expect(all).toHaveLength(2);
});

test('a translation is no version', async () => {
  const russian = (word: string): string =>
    Array.from(
      { length: 30 },
      (_, i) => `Правило ${i}: клиент класса ${i % 7} ${word} открыть ${i % 5} соединений.`,
    ).join('\n');
  expect(await found({ 'a.ru.md': russian('может'), 'a.uk.md': russian('должен') })).toEqual([]);
});

test('folders of three and more versions, and names of them, are kept on purpose', async () => {
  const at = (where: (n: number) => string): Record<string, string> => ({
    [where(22)]: text('Version: 22', rules(40)),
    [where(24)]: text('Version: 24', edited),
    // a version that has another text
    [where(23).replace('limits', 'other')]: text('Version: 23', rules(90).slice(50)),
  });
  expect((await found(at((n) => `api/v${n}/limits.md`)))[0]).toMatch(/^note old-version api\/v22\/limits\.md/);
  expect((await found(at((n) => `api/v${n}-rules/limits.md`)))[0]).toMatch(/^note old-version/);
  const two = Object.entries(at((n) => `api/v${n}/limits.md`)).slice(0, 2);
  expect((await found(Object.fromEntries(two)))[0]).toMatch(/^look old-version api\/v22\/limits\.md/);
});

test('definitions that are served side by side', async () => {
  const api = (version: string, extra: string): string =>
    `openapi: 3.0.0\npaths:\n${Array.from({ length: 30 }, (_, i) => `  /${version}/orders/${i}:\n    get: { summary: Order number ${i} of the shop }\n`).join('')}${extra}`;
  const told = await found({ 'shop_v1.yaml': api('v1', ''), 'shop_v2.yaml': api('v2', '  /v2/more: {}\n') });
  expect(told).toEqual([expect.stringMatching(/^note old-version .*served side by side/u)]);
});

test('what has its versions kept above has them kept inside too', async () => {
  const kept = Object.fromEntries(
    [1, 2, 3, 4].map((n) => [`rooms/v${n}.md`, `# Room ${n}\n\nOf its own kind ${n}.\n`]),
  );
  const told = await found({
    ...kept,
    'rooms/parts/v1-rules.md': rules(40).join('\n'),
    'rooms/parts/v4-rules.md': edited.join('\n'),
  });
  expect(told).toEqual([expect.stringMatching(/^note old-version /u)]);
});
