import { expect, test } from 'vitest';
import { read } from '../index.ts';
import { line, makePdf, stream } from '../testing/pdf.ts';

/** Small limits stand for large files: all of these are counted, so what ends a small one ends a large one. */
const NODES = 100_000;

const PAGE = 'a page of it holds more drawing operators, numbers and letters than are read of a page';

const repeat = (what: string, count = 20_000): string => what.repeat(count);
const form = (content: string, own: number): string =>
  stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${String(own)} 0 R >> >>`,
    content,
  );

const BOMBS: readonly (readonly [name: string, file: () => Uint8Array, why: string])[] = [
  ['states saved and restored', () => makePdf([repeat('q Q ')]), PAGE],
  ['states saved', () => makePdf([repeat('q ', 2500)]), 'a page of it saves its state more than 2000 times over'],
  ['words that are no operators', () => makePdf([repeat('zz zz zz ')]), PAGE],
  ['numbers', () => makePdf([repeat('1 w 1 1 ')]), PAGE],
  ['one path', () => makePdf([`0 0 m ${repeat('1 1 l ')} S`]), PAGE],
  ['many paths', () => makePdf([repeat('1 1 5 5 re f ')]), PAGE],
  ['one long string', () => makePdf([line(72, 700, repeat('abc '))]), PAGE],
  ['many short strings', () => makePdf([`BT /F1 9 Tf [${repeat('(a) 1 ')}] TJ ET`]), PAGE],
  ['marks that are not ended', () => makePdf([repeat('/Span BMC ')]), PAGE],
  ['small pictures', () => makePdf([repeat('BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ')]), PAGE],
  [
    'forms in forms',
    () =>
      makePdf(['/X Do'], {
        resources: '/XObject << /X 7 0 R >>',
        objects: [8, 9, 10, 11, 12].map((own) => form(repeat('/X Do ', 10), own)).concat(form('1 1 5 5 re f', 12)),
      }),
    PAGE,
  ],
  [
    'annotations',
    () =>
      makePdf(['BT ET'], {
        annotations: `/Annots [${repeat('7 0 R ')}]`,
        objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>'],
      }),
    PAGE,
  ],
  [
    'one form on many pages',
    () =>
      makePdf(
        Array.from({ length: 60 }, () => '/X Do'),
        { resources: '/XObject << /X 125 0 R >>', objects: [form(repeat('1 1 5 5 re f ', 500), 125)] },
      ),
    'its pages hold more drawing than a file of its size has',
  ],
];

test('one page a hundred thousand times over in the list of pages', { timeout: 60_000 }, async () => {
  const file = makePdf(['BT ET'], { again: 100_000 });
  const found = await read({ path: 'a.pdf', bytes: file, sha256: '' });
  expect(found).toMatchObject({ outcome: 'limit', why: 'its list of pages is longer than a file of its size has' });
});

test.each(BOMBS)('%s', { timeout: 60_000 }, async (_, file, why) => {
  const found = await read({ path: 'a.pdf', bytes: file(), sha256: '' }, { nodes: NODES });
  expect(found).toMatchObject({ outcome: 'limit', why });
});

test('of a file with one page that is too much the others are read', async () => {
  const file = makePdf([line(72, 700, 'The first page says so.'), repeat('q Q '), line(72, 700, 'The last page too.')]);
  const found = await read({ path: 'a.pdf', bytes: file, sha256: '' }, { nodes: NODES });
  if (!('document' in found)) throw new Error(found.why);
  expect(found.document.text).toContain('The first page says so.');
  expect(found.document.text).toContain('The last page too.');
  expect(found.document.losses).toMatchObject([{ what: 'page 2', why: PAGE.replace('a page of it ', '') }]);
});

test('tiles of patterns and shadings are not worked out', { timeout: 60_000 }, async () => {
  const file = makePdf([`${line(72, 700, 'Beside a pattern.')} /Pattern cs /P scn 0 0 9 9 re f /S sh`], {
    resources: '/Pattern << /P 7 0 R >> /Shading << /S 8 0 R >>',
    objects: [
      stream(
        '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
        repeat('1 1 5 5 re f '),
      ),
      stream(
        '/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 1 0 1 0 1 0 1 0 1]',
        repeat('0', 5_000_000),
      ),
    ],
  });
  const found = await read({ path: 'a.pdf', bytes: file, sha256: '' }, { nodes: NODES });
  if (!('document' in found)) throw new Error(found.why);
  expect(found.document.text).toContain('Beside a pattern.');
});
