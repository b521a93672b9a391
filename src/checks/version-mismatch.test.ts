import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { versions } from '../views/versions.ts';
import { DEFAULTS } from '../core/settings.ts';
import { checkFiles } from './testing/folder.ts';

const of = (text: string, format = 'markdown'): ReturnType<typeof versions> =>
  versions(createDocument({ path: 'a.md', format, encoding: 'utf-8', text }));

async function check(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const { report } = await checkFiles(bytes, DEFAULTS);
  return report.findings
    .filter((finding) => finding.check === 'version-mismatch')
    .map(({ path, line, message }) => `${path}:${line} ${message}`);
}

test.each([
  ['Version: 1.4', '1.4'],
  ['**Document Version:** v1.4.2', '1.4.2'],
  ['| 版本号 | V1.4 |', '1.4'],
  ['| **الإصدار** | 1.4 |', '1.4'],
  ['> 버전: 1.1', '1.1'],
  ['Version 4.0.3, Oktober 2021', '4.0.3'],
  ['Версия документа: 2.1', '2.1'],
])('its own version: %s', (line, version) => {
  expect(of(`# Fach\n\n${line}\n\nEin Fach.\n`).own?.text).toBe(version);
});

test.each([
  'API version: 1.4',
  'Python version 3.9',
  '## Version 1.4',
  'Version: 1.4.0-rc.1',
  'Version: ^1.4',
  'Version 1.4 of the protocol adds frames to what was there before it.',
])('no version of its own: %s', (line) => {
  expect(of(`# Fach\n\n${line}\n\nEin Fach.\n`).own).toBeNull();
});

const protocol = '# Schließfachprotokoll\n\nVersion: 2.3\n\nEin Fach antwortet in einer Sekunde.\n';

test.each([
  'Es gilt „Schließfachprotokoll“ in Version 2.1.',
  'Es gilt Version 2.1 von „Schließfachprotokoll“.',
  'See [the protocol](protocol.md), version 2.1.',
  'Es gilt das Schließfachprotokoll (Version 2.1).',
  '《Schließfachprotokoll》（版本 2.1）适用。',
])('a neighbour that names another version: %s', async (line) => {
  expect(await check({ 'protocol.md': protocol, 'a.md': `# Fach\n\n${line}\n` })).toEqual([
    'a.md:3 speaks of version 2.1 of protocol.md, which says that it is version 2.3',
  ]);
});

test.each([
  'Es gilt „Schließfachprotokoll“ in Version 2.3.',
  'Es gilt „Schließfachprotokoll“, Version 2.1 oder neuer.',
  'Ein anderes Schließfachprotokoll: „Tür“, Version 2.1.',
  'Es gilt „Schließfachprotokoll“ in Version 2.3, bis 2024 galt „Schließfachprotokoll“ in Version 2.1.',
])('a neighbour that names the same version, a bound or something else: %s', async (line) => {
  expect(await check({ 'protocol.md': protocol, 'a.md': `# Fach\n\n${line}\n` })).toEqual([]);
});

test.each([
  'fach-v2.1.md',
  'fach_V2_1.md',
  'fach-v2-1.md',
  'Fach 2.1.md',
  'fach_2.1.md',
  'fach (2.1).md',
  'fach-2-1.md',
  'fach_rev2.1_final.md',
  'Fach Version 2.1.md',
  'fach.v2.1.md',
  'fach-v2.1-2024-05.md',
  '规范2.1.md',
  '规范_第2.1版.md',
  'locker/Протокол версия 2.1.md',
])('a name with another version: %s', async (name) => {
  expect(await check({ [name]: protocol })).toEqual([
    `${name}:3 says that it is version 2.3; the name of the file says 2.1`,
  ]);
});

test.each([
  'fach-v2.md',
  'fach-v2.3.md',
  'fach_2_3.md',
  'fach-2024-05.md',
  '4.1-fach.md',
  'http-1.1.md',
  'fach-v2-2024-05.md',
  'fach-2.3.1.md',
])('a name without another version: %s', async (name) => {
  expect(await check({ [name]: protocol })).toEqual([]);
});

test('a date for a version, and a version in the title', async () => {
  const dated = '# Fach\n\nVersion: 2024-06\n\nEin Fach antwortet in einer Sekunde.\n';
  expect(await check({ 'fach-2024-05.md': dated })).toEqual([
    'fach-2024-05.md:3 says that it is version 2024-06; the name of the file says 2024-05',
  ]);
  expect(await check({ 'fach-2024-06.md': dated, 'fach-2024-06-11.md': dated })).toEqual([]);
  const titled = '# Fach v2.3\n\nEin Fach antwortet in einer Sekunde.\n';
  expect(await check({ 'fach-v2.1.md': titled })).toEqual([
    'fach-v2.1.md:1 says that it is version 2.3; the name of the file says 2.1',
  ]);
  expect(await check({ 'fach-2.1.md': titled })).toEqual([]);
});

test('its name; two of one title; one sign very often', async () => {
  expect(await check({ 'fach-v2.1.md': protocol })).toEqual([
    'fach-v2.1.md:3 says that it is version 2.3; the name of the file says 2.1',
  ]);
  expect(await check({ 'fach-v2.md': protocol, 'fach-v2.3.1.md': protocol })).toEqual([]);
  expect(of(`# A\n\n${'version 1.2 '.repeat(50_000)}\n`).mentions).toHaveLength(100);
  expect(of('1.'.repeat(200_000)).own).toBeNull();
});

test.each([
  ['# Fach\n\nVersion 2 vom 3. Mai 2024\n\nDieses Dokument ist Version 3.\n', '3', '2'],
  ['# Locker rules, version 1.2\n\nA door opens. These rules are version 1.4.\n', '1.4', '1.2'],
  ['# Locker\n\nIssue 4, 3 May 2024\n\nIt is told in version 5 of this document.\n', '5', '4'],
  ['# 柜\n\n版本：2.3\n\n本规范为2.4版。\n', '2.4', '2.3'],
])('a sentence says of its document that it is another version: %s', async (text, said, head) => {
  expect(await check({ 'a.md': text })).toEqual([
    expect.stringContaining(`says of itself that it is version ${said}; its head says ${head} `),
  ]);
});

test.each([
  '# Fach\n\nVersion 2 vom 3. Mai 2024\n\nDieses Dokument ist Version 2.\n',
  '# Locker\n\nVersion 1.2\n\nThis document replaces version 1.1. It speaks of version 3 of the terminal.\n',
  '# Locker\n\nVersion 1.2\n\nThis document needs version 1.3 or later of the terminal.\n',
])('the same version, or that of another thing: %s', async (text) => {
  expect(await check({ 'a.md': text })).toEqual([]);
});

test('the beginning of such a sentence very often', async () => {
  expect(await check({ 'a.md': `# A\n\nVersion 1.2\n\n${'this document is '.repeat(60_000)}\n` })).toEqual([]);
});
