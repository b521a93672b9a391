import { expect, test } from 'vitest';
import { read } from '../index.ts';
import { line, makePdf, stream } from '../testing/pdf.ts';

async function textOf(bytes: Uint8Array, path = 'a.pdf'): Promise<Awaited<ReturnType<typeof read>>> {
  return read({ path, bytes, sha256: '' });
}

async function documentOf(bytes: Uint8Array) {
  const found = await textOf(bytes);
  if (!('document' in found)) throw new Error(found.why);
  return found.document;
}

const column = (x: number, y: number, lines: readonly string[]): string[] =>
  lines.map((text, i) => line(x, y - 12 * i, text));

test('lines of a paragraph are joined, divided words made whole', async () => {
  const page = column(72, 700, [
    'The keeper lights the lamp one hour before the sun has gone down and does not',
    'leave it until one hour after sunrise. The keeper files a report and fixes the ref-',
    'lector before the fifth night.',
  ]);
  const { text, structure } = await documentOf(makePdf([page.join('\n')]));
  expect(text.trim()).toBe(
    'The keeper lights the lamp one hour before the sun has gone down and does not leave it until one hour after sunrise. The keeper files a report and fixes the reflector before the fifth night.',
  );
  expect(structure?.map(({ kind }) => kind)).toEqual(['prose']);
});

test('columns are read one after the other, though their lines are drawn across', async () => {
  const left = [
    'The first line of the left side goes',
    'on with the second line of the left',
    'and then the third line of the left',
    'and a fourth one to fill the column',
    'until the left column ends with this',
  ];
  const right = [
    'while the right one begins up here',
    'and has a second line of its own as',
    'well as a third one to be compared',
    'and the fourth of them on the right',
    'where the text comes to its end.',
  ];
  const page = left.flatMap((text, i) => [line(72, 700 - 12 * i, text), line(320, 700 - 12 * i, right[i]!)]);
  const { text } = await documentOf(makePdf([page.join('\n')]));
  expect(text.replace(/\s+/g, ' ').trim()).toBe([...left, ...right].join(' '));
});

test('a table keeps its rows', async () => {
  const rows = [
    ['Field', 'Bytes', 'Meaning'],
    ['tag', '2', 'kind of record'],
    ['size', '4', 'of what follows'],
    ['sum', '8', 'of all before it'],
    ['end', '1', 'closing mark'],
  ];
  const page = rows.flatMap((row, i) => row.map((cell, k) => line(72 + 140 * k, 700 - 14 * i, cell)));
  const { text, structure } = await documentOf(makePdf([page.join('\n')]));
  expect(text.trim()).toBe(rows.map((row) => row.join('\t')).join('\n'));
  expect(structure?.map(({ kind }) => kind)).toEqual(['table']);
});

test('running heads and page numbers are left out, and a paragraph goes on over the page', async () => {
  const pages = [1, 2, 3].map((n) =>
    [
      line(72, 760, 'Harbour protocol, draft 5'),
      line(72, 600, `On page ${n} a sentence begins that fills the whole of this line and then`),
      line(72, 588, 'goes over the end of the page without a stop because it is very long and'),
      line(300, 30, String(n)),
    ].join('\n'),
  );
  const document = await documentOf(makePdf(pages));
  expect(document.text.match(/Harbour protocol/g)).toHaveLength(1);
  expect(document.text).toContain('it is very long and On page 2 a sentence');
  expect(document.parts.map(({ label }) => label)).toEqual(['page 1', 'page 2', 'page 3']);
  expect(document.slice(document.parts[1]!.start, document.parts[1]!.end)).toContain('On page 2');
});

test('white text, text without a colour and painted-over text are marked', async () => {
  const page = [
    line(72, 700, 'Seen by everybody.'),
    line(72, 650, 'Not seen at all.', 10, '1 1 1 rg'),
    line(72, 600, 'Drawn without a colour.', 10, '0 g 3 Tr'),
    line(72, 550, 'Struck out in black.', 10, '0 g 0 Tr'),
    '0 g 60 540 300 30 re f',
  ];
  const document = await documentOf(makePdf([page.join('\n')]));
  expect(document.marks?.map((mark) => [mark.by, document.slice(mark.start, mark.end)])).toEqual([
    ['white text', 'Not seen at all.'],
    ['text without a colour', 'Drawn without a colour.'],
    ['text that is painted over', 'Struck out in black.'],
  ]);
});

test('files that cannot be read are told apart', async () => {
  const whole = makePdf([line(72, 700, 'Text.')]);
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const why = async (file: Uint8Array): Promise<string | undefined> => {
    const found = await textOf(file);
    return 'why' in found ? found.why : 'read';
  };
  expect(await why(whole)).toBe('read');
  expect(await why(whole.slice(0, 120))).toBe('it is cut off: its end is missing');
  expect(await why(bytes(`%PDF-1.7\n${'\u00e9\u0007x'.repeat(500)}`))).toMatch(/^it is damaged/);
  expect(await why(makePdf(['/Im0 Do BI /W 400 /H 500 /BPC 8 /CS /G ID xx EI']))).toBeDefined();
});

test('a page drawn as shapes and a picture with a page number are told', async () => {
  const shapes = Array.from(
    { length: 400 },
    (_, i) => `${72 + (i % 40) * 9} ${700 - i} m 5 9 1 2 3 4 c 3 4 l 8 8 l h f`,
  );
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    'x'.repeat(64),
  );
  const document = await documentOf(
    makePdf(
      [
        line(72, 700, 'The text of the first page.'),
        shapes.join('\n'),
        `q 600 0 0 780 5 5 cm /I Do Q ${line(300, 20, '3')}`,
      ],
      {
        resources: '/XObject << /I 11 0 R >>',
        objects: [image],
      },
    ),
  );
  expect(document.losses?.map(({ what, why }) => `${what} ${why}`)).toEqual([
    'page 2 is drawn as shapes, without letters: what it says cannot be told',
    'page 3 is a picture of text',
  ]);
});

test('a glyph that the text map leaves out is no letter, a tab in it a space, and both are told', async () => {
  const map = stream(
    '',
    '1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfchar <0001> <0061> <0002> <0009002000a0> <0003> <0062> endbfchar',
  );
  const word = `BT /F3 10 Tf 72 700 Td ${'<0001000300010003000200010009> Tj '.repeat(30)} ET`;
  const document = await documentOf(
    makePdf([word], {
      resources: '/Font << /F3 7 0 R >>',
      objects: [
        '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>',
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 /FontDescriptor 10 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
        map,
        '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >>',
      ],
    }),
  );
  expect(document.text).toContain('abab a\ufffd');
  expect(document.losses).toMatchObject([
    { what: 'page 1', why: 'has 30 letters without a text map: each is U+FFFD here' },
  ]);
});
