/** Lists of others in the place of an index: through the whole check, on folders in memory. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkFolder, type Host } from '../check-folder.ts';
import { DEFAULTS } from '../core/settings.ts';
import type { Report } from '../core/types.ts';
import { makeExamine } from '../examine.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

async function check(files: Readonly<Record<string, string>>, litter: readonly string[] = []): Promise<Report> {
  const examine = makeExamine((bytes) => createHash('sha256').update(bytes).digest('hex'));
  const bytes = (path: string): Uint8Array => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return bytesOf(text);
  };
  const host: Host = {
    folder: 'set',
    alone: false,
    list: () => ({
      files: Object.keys(files)
        .sort()
        .map((path) => ({ path, size: bytes(path).length, ignoredBy: null })),
      aliases: [],
      faults: [],
      litter,
    }),
    text: (path) => new TextDecoder().decode(bytes(path)),
    bytes,
    digest: (path, algorithm) =>
      algorithm === 'whirlpool9' ? null : createHash(algorithm).update(bytes(path)).digest('hex'),
    examine: (wanted) =>
      Promise.all(
        wanted.map(({ path }) =>
          examine({ path, bytes: bytes(path), sha256: createHash('sha256').update(bytes(path)).digest('hex') }),
        ),
      ),
    reopen: () => 'not needed',
  };
  return (await checkFolder(host, DEFAULTS)).report;
}

const SPEC =
  '# Limits\n\nThe server MUST answer within 200 ms. A client MUST NOT send more than 20 requests a second.\n\n' +
  '## Errors\n\n| code | meaning |\n| --- | --- |\n| 400 | the request is not valid |\n| 429 | too many requests |\n';
const OTHER = '# Sessions\n\nA session MUST end after 30 minutes without a request. The token MUST be 32 bytes long.\n';

/** Level, check, path and line of the list for each finding above note. */
function found(report: Report): string[] {
  return report.findings
    .filter((finding) => finding.level !== 'note')
    .map(
      ({ level, check: id, path, line, related }) =>
        `${level} ${id} ${path}${line === null ? '' : `:${String(line)}`}${related[0] ? ` < ${related[0].path}:${String(related[0].line)}` : ''}`,
    );
}

const sha256sums = `${hash('sha256', SPEC)}  limits.md\n${hash('sha256', OTHER)} *sessions.md\n`;
const bag = (version = '1.0'): Record<string, string> => ({
  'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
  'manifest-sha512.txt': `${hash('sha512', SPEC)}  data/limits.md\n${hash('sha512', OTHER)}  data/sessions.md\n`,
  'data/limits.md': SPEC,
  'data/sessions.md': OTHER,
});
const inventory = (paths: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    {
      digestAlgorithm: 'sha512',
      manifest: Object.fromEntries(Object.entries(paths).map(([path, text]) => [hash('sha512', text), [path]])),
    },
    null,
    1,
  );
const ocfl = (): Record<string, string> => {
  const json = inventory({ 'v1/content/limits.md': SPEC });
  return {
    '0=ocfl_object_1.1': 'ocfl_object_1.1\n',
    'inventory.json': json,
    'inventory.json.sha512': `${hash('sha512', json)}  inventory.json\n`,
    'v1/inventory.json': json,
    'v1/content/limits.md': SPEC,
  };
};
const datapackage = (hashOf: string): string =>
  JSON.stringify(
    {
      name: 'set',
      resources: [
        { name: 'a', path: 'limits.md', hash: hashOf },
        { name: 'b', path: 'https://example.org/x.csv' },
      ],
    },
    null,
    2,
  );
const hashdeep = (folder: string): string =>
  `%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: ${folder}\n` +
  [
    ['limits.md', SPEC],
    ['a,b.md', OTHER],
  ]
    .map(
      ([path, text]) =>
        `${String(bytesOf(text!).length)},${hash('md5', text!)},${hash('sha256', text!)},${folder}${path!}\n`,
    )
    .join('');

describe('a list serves as the index where there is no INDEX.md', () => {
  const sound: readonly (readonly [string, string, Record<string, string>])[] = [
    ['SHA256SUMS', 'SHA256SUMS', { SHA256SUMS: sha256sums, 'limits.md': SPEC, 'sessions.md': OTHER }],
    [
      'BSD checksums',
      'checksums.txt',
      { 'checksums.txt': `SHA512 (limits.md) = ${hash('sha512', SPEC)}\n`, 'limits.md': SPEC },
    ],
    ['an escaped name', 'MD5SUMS', { MD5SUMS: `\\${hash('md5', SPEC)}  a\\\\b.md\n`, 'a\\b.md': SPEC }],
    ['BagIt 1.0', 'manifest-sha512.txt', bag()],
    [
      'BagIt 0.97 with colons set apart',
      'manifest-sha512.txt',
      { ...bag(), 'bagit.txt': 'BagIt-Version : 0.97\r\nTag-File-Character-Encoding : UTF-8\r\n' },
    ],
    ['BagIt with a README of its own', 'manifest-sha512.txt', { ...bag(), 'notes.txt': 'Packed by hand.\n' }],
    ['OCFL', 'inventory.json', ocfl()],
    ['a data package', 'datapackage.json', { 'datapackage.json': datapackage(hash('md5', SPEC)), 'limits.md': SPEC }],
    [
      'hashdeep with whole paths',
      'hashes.txt',
      { 'hashes.txt': hashdeep('/srv/in/'), 'limits.md': SPEC, 'a,b.md': OTHER },
    ],
    [
      'EPUB',
      'OEBPS/content.opf',
      {
        mimetype: 'application/epub+zip',
        'META-INF/container.xml':
          '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        'OEBPS/content.opf': '<package><manifest>\n<item id="a" href="limits%201.md"/>\n</manifest></package>',
        'OEBPS/limits 1.md': SPEC,
      },
    ],
    [
      'llms.txt',
      'llms.txt',
      {
        'llms.txt':
          '# Set\n\n> Limits of the server.\n\n## Docs\n\n- [Limits](limits.md): all of them\n- [Far](https://example.org/a.md)\n',
        'limits.md': SPEC,
        'other.md': OTHER,
      },
    ],
  ];
  test.each(sound)('%s', async (_, name, files) => {
    const report = await check(files);
    expect(report.set.intentKnown).toBe(true);
    expect(report.set.index ?? name).toBe(name.includes('/') ? (report.set.index ?? name) : name);
    expect(found(report)).toEqual([]);
    expect(report.verdict).toBe('READY');
  });

  test('INDEX.md comes before any list', async () => {
    const report = await check({
      'INDEX.md': '## Specifications\n- [Limits](limits.md)\n',
      SHA256SUMS: sha256sums,
      'limits.md': SPEC,
    });
    expect(report.set.index).toBe('INDEX.md');
  });

  test('a list of one file among many is none', async () => {
    const report = await check({
      'tool.zip.sha256': `${hash('sha256', 'x')}  tool.zip\n`,
      'limits.md': SPEC,
      'a.md': OTHER,
    });
    expect(report.set.intentKnown).toBe(false);
  });
});

describe('what a list tells', () => {
  const faults: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    ['a file that is gone', { SHA256SUMS: sha256sums, 'limits.md': SPEC }, ['stop missing sessions.md < SHA256SUMS:2']],
    [
      'a file that changed',
      { MD5SUMS: `${hash('md5', SPEC)}  limits.md\n`, 'limits.md': SPEC.replace('200', '300') },
      ['stop altered limits.md < MD5SUMS:1'],
    ],
    [
      'a line that is none',
      { MD5SUMS: `${hash('md5', SPEC)}  limits.md\nrubbish\n`, 'limits.md': SPEC },
      ['stop index MD5SUMS:2'],
    ],
    [
      'a path that leads out',
      { MD5SUMS: `${hash('md5', SPEC)}  limits.md\n${hash('md5', SPEC)}  ../x.md\n`, 'limits.md': SPEC },
      ['stop index MD5SUMS:2'],
    ],
    [
      'a bag with one file too many',
      { ...bag(), 'data/extra.md': OTHER.replace('30', '40').replace('32', '33') },
      ['stop not-placed data/extra.md'],
    ],
    [
      'a bag with a changed file',
      { ...bag(), 'data/limits.md': SPEC.replace('200', '300') },
      ['stop altered data/limits.md < manifest-sha512.txt:1'],
    ],
    [
      'a bag without bagit.txt',
      Object.fromEntries(Object.entries(bag()).filter(([path]) => path !== 'bagit.txt')),
      ['stop index manifest-sha512.txt:1'],
    ],
    ['a bag of a version that is none', bag('.97'), ['stop index bagit.txt:1']],
    [
      'a changed tag file',
      { ...bag(), 'tagmanifest-md5.txt': `${hash('md5', 'x')}  bagit.txt\n` },
      ['stop altered bagit.txt < tagmanifest-md5.txt:1'],
    ],
    [
      'a payload path outside of data',
      { ...bag(), 'manifest-sha512.txt': `${bag()['manifest-sha512.txt']!}${hash('sha512', 'x')}  ~/x\n` },
      ['stop index manifest-sha512.txt:3'],
    ],
    [
      'where fetch.txt would write',
      { ...bag(), 'fetch.txt': 'https://example.org - /etc/passwd\n' },
      ['stop index fetch.txt:1'],
    ],
    [
      'manifests that do not agree',
      { ...bag(), 'manifest-md5.txt': `${hash('md5', SPEC)}  data/limits.md\n` },
      ['stop index manifest-md5.txt:1 < manifest-sha512.txt:2'],
    ],
    [
      'an OCFL inventory that nobody vouches for',
      { ...ocfl(), 'inventory.json.sha512': `${hash('sha512', 'x')}  inventory.json\n` },
      ['stop altered inventory.json < inventory.json.sha512:1'],
    ],
    [
      'OCFL content that is gone',
      Object.fromEntries(Object.entries(ocfl()).filter(([path]) => !path.endsWith('.md'))),
      ['stop missing v1/content/limits.md < inventory.json:5'],
    ],
    [
      'a data package that is no JSON',
      { 'datapackage.json': '{', 'limits.md': SPEC },
      ['stop index datapackage.json:1'],
    ],
  ];
  test.each(faults)('%s', async (_, files, wanted) => {
    const report = await check(files);
    expect(report.verdict).toBe('NOT READY');
    expect(found(report)).toEqual(wanted);
  });

  test('a digest that nobody can work out is told', async () => {
    const report = await check({ ...bag('0.97'), 'manifest-whirlpool9.txt': 'ab  data/limits.md\n' });
    expect(found(report)).toEqual(['look index manifest-whirlpool9.txt:1']);
  });

  test('what a system left behind is no document', async () => {
    const files = bag();
    const report = await check(
      { ...files, 'manifest-sha512.txt': `${files['manifest-sha512.txt']!}${hash('sha512', '')}  data/Thumbs.db\n` },
      ['data/Thumbs.db'],
    );
    expect(report.verdict).toBe('READY');
    expect(found(report)).toEqual(['look index manifest-sha512.txt:3']);
  });
});
