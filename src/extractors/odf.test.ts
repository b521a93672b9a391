import { describe, expect, test } from 'vitest';
import { whereOf } from '../core/locate.ts';
import { blocksOf, marksOf, readBytes, textOfBytes } from './testing/read.ts';
import { zipOf } from './testing/zip.ts';

const NAMES = [
  ...['office', 'text', 'table', 'draw', 'style', 'presentation'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

function odfOf(
  kind: 'text' | 'presentation' | 'spreadsheet',
  body: string,
  styles = '',
  more: Record<string, string> = {},
): Uint8Array {
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ...more,
  });
}

const document = async (body: string, styles = '', more: Record<string, string> = {}) =>
  (await readBytes('a.odt', odfOf('text', body, styles, more))).document;
const p = (words: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${words}</text:p>`;

describe('text', () => {
  const lists =
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>' +
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';
  const item = (inner: string): string => `<text:list-item>${inner}</text:list-item>`;

  test('headings, lists with their numbers, tables, white space, line ends', async () => {
    const body =
      '<text:h text:outline-level="2">Scope</text:h>' +
      `<text:list text:style-name="N">${item(p('one') + `<text:list>${item(p('under'))}</text:list>`)}${item(p('two') + p('still two'))}</text:list>` +
      `<text:list text:style-name="B">${item(p('point'))}</text:list>` +
      `<text:list text:style-name="N" text:continue-numbering="true">${item(p('three'))}</text:list>` +
      `<table:table><table:table-row><table:table-cell>${p('Field')}</table:table-cell><table:table-cell>${p('Type')}</table:table-cell></table:table-row></table:table>` +
      p('a\n   b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e');
    expect(blocksOf(await document(body, lists))).toEqual([
      'heading2 Scope',
      'list1 1. one',
      'list2   1.a) under',
      'list1 2. two',
      'list1 still two',
      'list1 - point',
      'list1 3. three',
      'table0 Field\tType',
      'prose0 a b  c\td⏎e',
    ]);
  });

  test('numbers of headings', async () => {
    const more = {
      'styles.xml': `<office:document-styles ${NAMES}><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles></office:document-styles>`,
    };
    const h = (level: number, words: string): string => `<text:h text:outline-level="${level}">${words}</text:h>`;
    expect((await document(h(1, 'A') + h(2, 'B') + h(2, 'C') + h(1, 'D'), '', more)).text.trimEnd()).toBe(
      '1 A\n\n1.1 B\n\n1.2 C\n\n2 D',
    );
  });

  test('notes, links, a box, an equation, a header', async () => {
    const body = p(
      'A<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>Kept.</text:p></text:note-body></text:note> ' +
        '<text:a xlink:href="../api.md">here</text:a>' +
        '<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box><svg:desc>nobody reads it</svg:desc></draw:frame> and ' +
        '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.',
    );
    const math =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation>E=c^2</annotation></semantics></math>';
    const styles = `<office:document-styles ${NAMES}><office:master-styles><style:master-page><style:header>${p('Draft 3')}</style:header><draw:frame><draw:text-box>${p('not this')}</draw:text-box></draw:frame></style:master-page></office:master-styles></office:document-styles>`;
    const result = await readBytes(
      'a.odt',
      odfOf('text', body, '', { 'Object 1/content.xml': math, 'styles.xml': styles }),
    );
    expect(result.document.text.trimEnd()).toBe('Draft 3\n\nA[1] here and E = c^2.\n\nin the box\n\n[1] Kept.');
    expect(result.links.map(({ target }) => target)).toEqual(['api.md']);
  });

  test('hidden and white text, tracked changes, remarks', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="W" style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:style>' +
      '<style:style style:name="D" style:family="paragraph" style:parent-style-name="W"><style:paragraph-properties fo:background-color="#000000"/></style:style>';
    const region = (id: string, what: string): string =>
      `<text:changed-region text:id="${id}">${what}</text:changed-region>`;
    const info = '<office:change-info><dc:creator>Ann</dc:creator><dc:date>2031</dc:date></office:change-info>';
    const body =
      `<text:tracked-changes>${region('i', `<text:insertion>${info}</text:insertion>`)}${region('d', `<text:deletion>${info}${p('twelve')}</text:deletion>`)}</text:tracked-changes>` +
      p(
        'At most <text:change text:change-id="d"/><text:change-start text:change-id="i"/>fourteen<text:change-end text:change-id="i"/>.<office:annotation><dc:creator>Bo</dc:creator><dc:date>x</dc:date><text:p>Enough?</text:p></office:annotation>',
      ) +
      p('seen <text:span text:style-name="H">not seen</text:span>') +
      p('white', 'W') +
      p('on black', 'D') +
      `<text:section text:display="none">${p('section')}</text:section>`;
    expect(marksOf(await document(body, styles))).toEqual([
      'inserted/Ann: fourteen',
      'hidden/hidden text: not seen',
      'hidden/white text: white',
      'hidden/hidden text: section',
      'comment/Bo: Enough?',
      'deleted/Ann: twelve',
    ]);
  });

  test('deeper than anybody nests', async () => {
    for (const tag of ['text:list', 'text:span', 'text:section', 'draw:text-box', 'text:note-body', 'table:table']) {
      const its = await document(`<${tag}>`.repeat(20_000) + p('deep') + `</${tag}>`.repeat(20_000));
      expect(its.text.trimEnd().replace(/^\[\d+\] |^\W+/u, '')).toMatch(/^deep$|^$/u);
    }
  });

  test('with a password; without a document; broken off', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    await expect(
      textOfBytes('a.odt', odfOf('text', p('x'), '', { 'META-INF/manifest.xml': manifest })),
    ).rejects.toThrow('failed: it is encrypted');
    await expect(textOfBytes('a.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }))).rejects.toThrow(
      'content.xml is missing',
    );
    const cut = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content ${NAMES}><office:body><office:text>${p('whole')}<text:p>hal`,
    });
    const its = (await readBytes('a.odt', cut)).document;
    expect(its.text.trimEnd()).toBe('whole\n\nhal');
    expect(its.losses).toMatchObject([{ what: 'the end of its text' }]);
  });
});

test('slides: titles, order, notes, hidden ones', async () => {
  const frame = (holds: string, y: number, words: string): string =>
    `<draw:frame presentation:class="${holds}" svg:x="1cm" svg:y="${y}cm" svg:height="1cm"><draw:text-box>${p(words)}</draw:text-box></draw:frame>`;
  const styles =
    '<style:style style:name="h" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  const body =
    `<draw:page>${frame('', 9, 'below')}${frame('', 2, 'above')}${frame('title', 5, 'Limits')}${frame('page-number', 0, '7')}<presentation:notes>${frame('notes', 1, 'Say it')}</presentation:notes></draw:page>` +
    `<draw:page draw:style-name="h">${frame('title', 1, 'Old')}<draw:custom-shape>${p('price')}</draw:custom-shape></draw:page>`;
  const { document: its } = await readBytes('a.odp', odfOf('presentation', body, styles));
  expect(blocksOf(its)).toEqual([
    'heading2 Limits',
    'prose0 above',
    'prose0 below',
    'prose0 Say it',
    'heading2 Old',
    'prose0 price',
  ]);
  expect(marksOf(its)).toEqual(['notes/: Say it', 'hidden/hidden slide: Old', 'hidden/hidden slide: price']);
  expect(whereOf(its, its.text.indexOf('price'))).toBe('slide 2');
});

test('sheets: cells, dates, repeats, what is hidden', async () => {
  const cell = (words: string, attributes = ''): string =>
    `<table:table-cell ${attributes}>${p(words)}</table:table-cell>`;
  const styles =
    '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const body =
    `<table:table table:name="Open"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('a')}${cell('b')}<table:table-cell table:number-columns-repeated="2"/>${cell('x', 'table:number-columns-repeated="2"')}</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row>${cell('09.04.31', 'office:value-type="date" office:date-value="2031-04-09"')}</table:table-row></table:table>` +
    `<table:table table:name="Secret" table:style-name="t"><table:table-row>${cell('42')}</table:table-row></table:table>`;
  const { document: its } = await readBytes('a.ods', odfOf('spreadsheet', body, styles));
  expect(its.text.trimEnd()).toBe('Open\n\na\tb\t\t\tx\tx\n\n2031-04-09\n\nSecret\n\n42');
  expect(marksOf(its)).toEqual(['hidden/hidden column: b', 'hidden/hidden sheet: Secret', 'hidden/hidden sheet: 42']);
  expect(whereOf(its, its.text.indexOf('2031'))).toBe('sheet Open!A1048572');
});
