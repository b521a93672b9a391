import { expect, test } from 'vitest';
import { checkFiles } from './testing/folder.ts';

const SPEC = `# Toll interface

The server must answer \`GET /v1/tolls/{plate}\` with the field \`amount\`, an integer in cents. A client must send its token. If the
plate is not known, the server must answer with error code 404.
`;
const MANUAL = `# Frob

## Installation

Download the archive and unpack it, or run the following command:

    $ sudo apt-get install frob

To build from source, clone the repository first:

    $ git clone https://example.org/frob.git
    $ make install

## Usage

To use the tool, open a terminal and press Enter after each line. For example:

    $ frob --help
    $ frob picture.png

## Troubleshooting

If the window stays empty, click on Open and select a file. See the tutorial for more information, or run the installer again.
`;

async function check(index: string, files: Readonly<Record<string, string>>) {
  const encoder = new TextEncoder();
  const { findings } = await checkFiles(
    new Map(Object.entries({ 'INDEX.md': index, ...files }).map(([path, text]) => [path, encoder.encode(text)])),
  );
  return findings.filter((finding) => finding.check === 'wrong-kind' || finding.check === 'nothing-to-build-from');
}

test('a manual under Specifications: a look, with its signs and the line of the index', async () => {
  const [found, ...more] = await check('# A\n\n## Specifications\n- [Frob](m.md)\n- [API](api.md)\n', {
    'm.md': MANUAL,
    'api.md': SPEC,
  });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ check: 'wrong-kind', level: 'look', place: { path: 'm.md' } });
  expect(found!.message).toMatch(/^stands under Specifications and reads as a manual: /);
  expect(found!.related.at(-1)).toMatchObject({ path: 'INDEX.md', line: 4 });
});

test('where it is the only one, it is said once', async () => {
  const found = await check('# A\n\n## Specifications\n- [Frob](m.md)\n', { 'm.md': MANUAL });
  expect(found.map((one) => one.check)).toEqual(['wrong-kind']);
});

test('silent for a specification, for background, and without an index', async () => {
  expect(await check('# A\n\n## Specifications\n- [API](api.md)\n', { 'api.md': SPEC })).toEqual([]);
  const beside = '# A\n\n## Specifications\n- [API](api.md)\n\n## Background\n- [Frob](m.md)\n';
  expect(await check(beside, { 'api.md': SPEC, 'm.md': MANUAL })).toEqual([]);
});
