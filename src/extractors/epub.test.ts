import { expect, test } from 'vitest';
import { whereOf } from '../core/locate.ts';
import { blocksOf, marksOf, readBytes, textOfBytes } from './testing/read.ts';
import { zipOf } from './testing/zip.ts';

const page = (body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html>`;

function epubOf(
  chapters: Record<string, string>,
  spine: readonly string[],
  more: Record<string, string> = {},
): Uint8Array {
  const names = Object.keys(chapters);
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Book</dc:title></metadata><manifest>${names.map((name) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"${name === 'nav' ? ' properties="nav"' : ''}/>`).join('')}</manifest><spine>${spine.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(names.map((name) => [`OEBPS/text/${name}.xhtml`, page(chapters[name]!)])),
    ...more,
  });
}

test('chapters in the order of the spine, without the table of contents', async () => {
  const bytes = epubOf(
    { two: '<h1>Two</h1><p>b</p>', one: '<h1>One</h1><ul><li>x</li><li>y</li></ul>', nav: '<nav>One Two</nav>' },
    ['nav', 'one', 'two'],
  );
  const { document, title } = await readBytes('a.epub', bytes);
  expect(blocksOf(document)).toEqual(['heading1 One', 'list1 x', 'list1 y', 'heading1 Two', 'prose0 b']);
  expect(title).toBe('The Book');
  expect(whereOf(document, document.text.indexOf('Two'))).toBe('chapter 2');
});

test('hidden text with a mark', async () => {
  const bytes = epubOf({ one: '<p>seen <span style="opacity:0">not seen</span> seen</p>' }, ['one']);
  const { document } = await readBytes('a.epub', bytes);
  expect(document.text.trimEnd()).toBe('seen not seen seen');
  expect(marksOf(document)).toEqual(['hidden/opacity: 0: not seen']);
});

test('a locked chapter, a missing one, a book without a list', async () => {
  const more = {
    'META-INF/encryption.xml':
      '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="OEBPS/text/two.xhtml"/></CipherData></EncryptedData></encryption>',
  };
  const bytes = epubOf({ one: '<p>open</p>', two: '<p>xx</p>' }, ['one', 'two'], more);
  expect((await readBytes('a.epub', bytes)).document.losses).toMatchObject([
    { what: 'chapter 2', why: 'is encrypted' },
  ]);
  await expect(textOfBytes('a.epub', epubOf({ two: '<p>xx</p>' }, ['two'], more))).rejects.toThrow(
    'failed: chapter 1 is encrypted',
  );
  await expect(textOfBytes('a.epub', zipOf({ mimetype: 'application/epub+zip' }))).rejects.toThrow('it holds no book');
});
