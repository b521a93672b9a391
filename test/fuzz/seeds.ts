/** What changed files begin as: small files of every format that is read, made here; further ones from a folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cfbOf, docOf } from '../../src/extractors/testing/cfb.ts';
import { docxOf, paragraph, relationsOf, wordPart, zipOf } from '../../src/extractors/testing/zip.ts';
import { encodePath } from '../../src/manifest/paths.ts';
import { Random as IndexRandom, randomIndex } from '../../src/manifest/testing/random-index.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const text = (content: string): Uint8Array => Buffer.from(content);
const latin = (content: string): Uint8Array => Buffer.from(content, 'latin1');
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A tar archive of these files (ustar). */
export function tarOf(
  files: readonly {
    readonly name: string;
    readonly body?: string;
    readonly type?: string;
    readonly link?: string;
    readonly size?: number;
  }[],
): Uint8Array {
  const blocks: Buffer[] = [];
  for (const { name, body = '', type = '0', link = '', size } of files) {
    const head = Buffer.alloc(512);
    head.write(name.slice(0, 100), 0, 'utf8');
    head.write('0000644\0' + '0000000\0' + '0000000\0', 100);
    head.write((size ?? Buffer.byteLength(body)).toString(8).padStart(11, '0') + '\0', 124);
    head.write('00000000000\0', 136);
    head.write('        ', 148);
    head.write(type, 156);
    head.write(link.slice(0, 100), 157);
    head.write('ustar\x0000', 257);
    head.write(
      head
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0') + '\0 ',
      148,
    );
    const content = Buffer.alloc(Math.ceil(Buffer.byteLength(body) / 512) * 512);
    content.write(body);
    blocks.push(head, content);
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A PDF of one page with these content streams, as text. */
export function pdfOf(content: string, more = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${more} >>`,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (A paper) /Author (Ann) >>',
  ];
  let file = '%PDF-1.4\n';
  const at: number[] = [];
  for (const [i, object] of objects.entries()) {
    at.push(file.length);
    file += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
  }
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return latin(
    `${file}xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`,
  );
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function docx(): Uint8Array {
  const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  return docxOf(
    paragraph('Title', '<w:pStyle w:val="Heading1"/>') +
      paragraph('The server must answer within 20 ms.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      paragraph('Hidden', '', '<w:vanish/>') +
      '<w:p><w:ins w:author="Ann"><w:r><w:t>fourteen</w:t></w:r></w:ins><w:del w:author="Ann"><w:r><w:delText>twelve</w:delText></w:r></w:del></w:p>' +
      `<w:tbl><w:tr>${cell(paragraph('a'))}${cell(paragraph('b'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(paragraph('c'), '<w:vMerge/>')}${cell(paragraph('d'))}</w:tr></w:tbl>` +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a.md"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>see</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
      '<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' +
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox/></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Heading1"/></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      footnotes: `<w:footnote w:id="1">${paragraph('A note.')}</w:footnote>`,
      comments: `<w:comment w:id="0" w:author="Ann">${paragraph('Is it?')}</w:comment>`,
      header: paragraph('Head'),
    },
    [['h1', 'https://example.org/a']],
  );
}

function xlsx(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipOf({
    '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${REL}"><sheets><sheet name="Totals" sheetId="1" r:id="r1"/><sheet name="Other" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'worksheet', 'worksheets/sheet2.xml'],
      ['r3', 'sharedStrings', 'sharedStrings.xml'],
      ['r4', 'styles', 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${main}" count="2"><si><t>Node</t></si><si><r><t>Lim</t></r><r><t>it</t></r></si></sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>1.5</v></c><c r="B3" s="1"><v>47947</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3" t="inlineStr"><is><t>in</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    'xl/worksheets/sheet2.xml': `${XML}<worksheet xmlns="${main}"><sheetData><row><c><v>42</v></c></row></sheetData></worksheet>`,
  });
}

function pptx(): Uint8Array {
  const spaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${REL}"`;
  const shape = (words: string, y: number, kind = ''): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:nvPr>${kind}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="${String(y)}"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr><p:txBody><a:p><a:pPr lvl="1"><a:buChar char="•"/></a:pPr><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`;
  return zipOf({
    '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `${XML}<p:presentation ${spaces}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationsOf(['r1', 'slide', 'slides/slide1.xml']),
    'ppt/slides/slide1.xml': `${XML}<p:sld ${spaces}><p:cSld><p:spTree>${shape('Title', 0, '<p:ph type="title"/>')}${shape('Point', 50)}<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>cell</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': relationsOf(['n1', 'notesSlide', '../notesSlides/notes1.xml']),
    'ppt/notesSlides/notes1.xml': `${XML}<p:notes ${spaces}><p:cSld><p:spTree>${shape('Note', 0, '<p:ph type="body"/>')}</p:spTree></p:cSld></p:notes>`,
  });
}

function openDocument(kind: 'text' | 'spreadsheet' | 'presentation'): Uint8Array {
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const bodies = {
    text: '<text:h text:outline-level="1">Head</text:h><text:p text:style-name="P1">A<text:s text:c="3"/>b<text:tab/>c<text:line-break/><text:a xlink:href="a.md">link</text:a><text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list><table:table table:name="T"><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell></table:table-row></table:table><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    spreadsheet:
      '<table:table table:name="Totals"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/><table:table-cell office:value-type="date" office:date-value="2030-01-01"/></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
    presentation:
      '<draw:page draw:name="One"><draw:frame><draw:text-box><text:p>Point</text:p></draw:text-box></draw:frame></draw:page>',
  };
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `${XML}<office:document-content ${spaces}><office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:text-properties fo:color="#ffffff" text:display="none"/></style:style></office:automatic-styles><office:body><office:${kind}>${bodies[kind]}</office:${kind}></office:body></office:document-content>`,
    'styles.xml': `${XML}<office:document-styles ${spaces}><office:styles/></office:document-styles>`,
    'meta.xml': `${XML}<office:document-meta ${spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>T</dc:title></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${XML}<manifest/>`,
  });
}

function epub(): Uint8Array {
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>`,
    'OEBPS/a.opf': `${XML}<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Book</dc:title></metadata><manifest><item id="c1" href="one.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="two%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c1"/><itemref idref="c2" linear="no"/></spine></package>`,
    'OEBPS/one.xhtml': `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><h1>One</h1><p>First <b>text</b>.</p><table><tr><td>a</td></tr></table></body></html>`,
    'OEBPS/two b.xhtml': '<html><body><p>Second<p>third</body></html>',
  });
}

const MAIL = [
  'From: =?iso-2022-jp?B?GyRCOUEbKEI=?= <a@example.org>',
  'To: b@example.org',
  'Subject: =?utf-8?Q?draft_=E6=B8=AF?=',
  'Date: Mon, 1 Jan 2024 00:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b1"',
  '',
  '--b1',
  'Content-Type: multipart/alternative; boundary=b2',
  '',
  '--b2',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'The limit is 20 ms =E2=80=93 =',
  'never more.',
  '--b2',
  'Content-Type: text/html; charset=windows-1251',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>The limit is <b>20</b> ms</p>').toString('base64'),
  '--b2--',
  '--b1',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  '',
  'Inner text.',
  '--b1',
  'Content-Type: text/plain; name="a.txt"',
  "Content-Disposition: attachment; filename*=utf-8''%e6%b8%af.txt",
  '',
  'attached',
  '--b1--',
  '',
].join('\r\n');

const RTF =
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset128 B;}}{\\colortbl;\\red255\\green255\\blue255;}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}}\n\\pard\\s1 Head\\par{\\f1\\'8d\\'60}\\u20013?\\uc2\\u25991\\'a4\\'a4\\par\\trowd\\intbl A\\cell B\\cell\\row\\pard{\\listtext 1.\\tab}One\\par{\\v hidden}{\\cf1 white}{\\deleted gone}{\\field{\\*\\fldinst HYPERLINK \"a.md\"}{\\fldrslt here}}{\\footnote note}{\\pict\\bin5 abcde}{\\*\\annotation x}\\par}";

const NOTEBOOK = JSON.stringify({
  cells: [
    { cell_type: 'markdown', source: ['# Head\n', 'Text'], metadata: {} },
    {
      cell_type: 'code',
      source: 'print(1)',
      outputs: [{ output_type: 'stream', text: ['1\n'] }, { data: { 'text/plain': '2' } }],
    },
  ],
  metadata: {},
  nbformat: 4,
});

const HTML =
  '<!doctype html><html><head><title>T</title><style>.h{display:none}</style><meta charset="utf-8"></head><body><h1>Head</h1><p>One<br>two<p class="h">hidden<ul><li>a<li>b</ul><table><tr><td rowspan=2>x<td>y</table><pre> code\n</pre><a href="b.md">b</a><template>t</template><svg><text>s</text></svg><!-- c --><div style="color:#fff">w</div></body></html>';

const MARKDOWN =
  '---\ntitle: T\n---\n# Head\n\nThe server must answer within 20 ms ([a](a.md)).\n\n- one\n  1. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\ncode()\n```\n\n> quote\n\n<!-- note -->\n[x]: <b c.md> "t"\n![i](i.png)\n';

/** Files of every format that is read, made here. */
export function madeSeeds(): Seed[] {
  const seeds: Seed[] = [
    { name: 'a.docx', bytes: docx() },
    { name: 'a.xlsx', bytes: xlsx() },
    { name: 'a.pptx', bytes: pptx() },
    { name: 'a.odt', bytes: openDocument('text') },
    { name: 'a.ods', bytes: openDocument('spreadsheet') },
    { name: 'a.odp', bytes: openDocument('presentation') },
    { name: 'a.epub', bytes: epub() },
    { name: 'a.rtf', bytes: latin(RTF) },
    { name: 'a.doc', bytes: docOf('The server must answer.\r', '中文。\r') },
    { name: 'a.xls', bytes: cfbOf({ Workbook: Buffer.alloc(5000, 9) }) },
    { name: 'a.eml', bytes: latin(MAIL) },
    {
      name: 'a.mbox',
      bytes: latin(
        `From a@example.org Mon Jan  1 00:00:00 2024\n${MAIL}\n>From here on\n\nFrom b@example.org Mon Jan  1 00:00:00 2024\nSubject: two\n\ntext\n`,
      ),
    },
    {
      name: 'a.pdf',
      bytes: pdfOf("BT /F1 12 Tf 72 700 Td (The server must answer) Tj 0 -14 Td [(wi) -20 (thin)] TJ T* (20 ms) ' ET"),
    },
    {
      name: 'a.zip',
      bytes: zipOf({
        'a.md': MARKDOWN,
        'b/c.html': HTML,
        'd.docx': docxOf(paragraph('inner')),
        'e.zip': zipOf({ 'f.txt': 'deep' }),
      }),
    },
    {
      name: 'a.tar',
      bytes: tarOf([
        { name: 'a.md', body: MARKDOWN },
        { name: 'l', type: '2', link: '../x' },
        { name: 'd/', type: '5' },
        { name: 'd/b.txt', body: 'text' },
      ]),
    },
    { name: 'a.tar.gz', bytes: gzipSync(tarOf([{ name: 'a.md', body: MARKDOWN }])) },
    { name: 'a.txt.gz', bytes: gzipSync('The server must answer.\n') },
    { name: 'a.ipynb', bytes: text(NOTEBOOK) },
    { name: 'a.html', bytes: text(HTML) },
    { name: 'a.xml', bytes: text(`${XML}<a xmlns:b="c"><b:d e="f">g</b:d><!-- h --></a>`) },
    { name: 'a.md', bytes: text(MARKDOWN) },
    { name: 'a.txt', bytes: text('1. One\r\n\r\nThe limit is 20 ms.\r\nSee b.md.\r\n') },
    {
      name: 'a.json',
      bytes: text('{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"200":{"description":"x"}}}}}}'),
    },
    {
      name: 'a.yaml',
      bytes: text(
        'openapi: 3.0.0\nbase: &b\n  a: 1\nother:\n  <<: *b\n  list: [1, {x: y}]\ntext: |\n  long\n---\nb: 2\n',
      ),
    },
    { name: 'a.csv', bytes: text('a,b\n"1 ""x""",2\n') },
    {
      name: 'a.tex',
      bytes: text('\\documentclass{article}\\begin{document}\\section{A}Text $x^2$ \\input{b}\\end{document}'),
    },
    { name: 'a.rst', bytes: text('Head\n====\n\n.. include:: b.rst\n\nText ``code``::\n\n  literal\n') },
    { name: 'a.adoc', bytes: text('= Head\n\ninclude::b.adoc[]\n\n----\ncode\n----\n') },
    {
      name: 'a.proto',
      bytes: text('syntax = "proto3";\nmessage A { string b = 1; }\nservice S { rpc C (A) returns (A); }\n'),
    },
    { name: 'a.graphql', bytes: text('type A { b: String! }\n') },
    { name: 'a.sql', bytes: text("CREATE TABLE a (b INT, c VARCHAR(20) DEFAULT 'x''y');\n") },
    { name: 'word.docx', bytes: zipOf({ 'word/document.xml': wordPart('document', '<w:body/>') }) },
  ];
  const encodings = fileURLToPath(new URL('../../fixtures/reading/encodings/', import.meta.url));
  for (const name of readdirSync(encodings).sort())
    if (name.endsWith('.txt')) seeds.push({ name, bytes: readFileSync(join(encodings, name)) });
  return seeds;
}

/** Whole files of a folder that are no larger than `most` bytes, by name. */
export function folderSeeds(folder: string, most = 200_000): Seed[] {
  const seeds: Seed[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      if (statSync(path).size <= most)
        seeds.push({
          name: path.slice(folder.length).replace(/^\/+/, '').replaceAll('/', '-'),
          bytes: readFileSync(path),
        });
    }
  return seeds.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const HEX = (digit: string, length: number): string => digit.repeat(length);

/** Lists of files and contracts, by the name that each has in its folder. */
export function listSeeds(): Seed[] {
  const indexes = [1, 2, 3, 4, 5, 6].map((seed) => randomIndex(new IndexRandom(seed), encodePath).text);
  return [
    ...indexes.map((content) => ({ name: 'INDEX.md', bytes: text(content) })),
    {
      name: 'INDEX.md',
      bytes: text(
        '# Set\n\n## Specifications\n- [A](a.md): every endpoint\n- `b c.pdf` - pending, from Finance\n- [ ] [[wiki]] (optional)\n\n| file | note |\n|---|---|\n| [x](x.md) | y |\n\n## 背景\n1. <d.md>：可选\n\n## Accepted findings\n- [a.md](a.md): accepted miscount 3f9c21aa "three modes", the fourth is deprecated (Ann, 2026-11-24)\n<!-- c -->\n```\n- e.md\n```\n',
      ),
    },
    {
      name: 'INDEX.sha256',
      bytes: text(
        `# seedcheck seal 1, prints 1, 2 files. By hand: sha256sum -c INDEX.sha256\n${HEX('a', 64)}  a.md\n#= ${HEX('a', 16)} 20 = = - - -\n\\${HEX('b', 64)}  b\\nc.md\n# end of seal, 2 files, ${HEX('0', 16)}\n`,
      ),
    },
    { name: 'INDEX.sha256', bytes: text(`${HEX('a', 64)} *a.md\nSHA256 (b.md) = ${HEX('B', 64)}\n`) },
    { name: 'bagit.txt', bytes: text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { name: 'manifest-sha256.txt', bytes: text(`${HEX('a', 64)}  data/a.md\n${HEX('b', 64)}  data/b%0Ac.md\n`) },
    { name: 'fetch.txt', bytes: text('https://example.org/a 20 data/a.md\n') },
    { name: 'SHA256SUMS', bytes: text(`${HEX('a', 64)}  a.md\n\\${HEX('b', 64)}  b\\\\c.md\n`) },
    { name: 'MD5SUMS', bytes: text(`MD5 (a.md) = ${HEX('a', 32)}\n${HEX('b', 32)} *b.md\n`) },
    {
      name: 'hashes.txt',
      bytes: text(
        `%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: /x\n##\n20,${HEX('a', 32)},${HEX('b', 64)},/x/a.md\n`,
      ),
    },
    {
      name: 'datapackage.json',
      bytes: text(
        `{"name":"x","resources":[{"name":"a","path":["a.md","b.md"],"bytes":20,"hash":"sha256:${HEX('a', 64)}"},{"path":"../c"}]}`,
      ),
    },
    {
      name: 'inventory.json',
      bytes: text(
        `{"digestAlgorithm":"sha512","head":"v1","id":"x","contentDirectory":"content","manifest":{"${HEX('a', 128)}":["v1/content/a.md"]},"versions":{"v1":{"state":{"${HEX('a', 128)}":["a.md"]}}}}`,
      ),
    },
    { name: '0=ocfl_object_1.0', bytes: text('ocfl_object_1.0\n') },
    {
      name: 'book.opf',
      bytes: text('<package><manifest><item id="a" href="a.md"/><item id="b" href="b%20c.md#x"/></manifest></package>'),
    },
    { name: 'META-INF/container.xml', bytes: text('<rootfile full-path="book.opf"/>') },
    { name: 'llms.txt', bytes: text('# X\n\n> Y\n\n## Docs\n- [A](a.md): b\n\n## Optional\n- [C](c.md)\n') },
    {
      name: 'expect.tsv',
      bytes: text(
        `folder\tpath\trole\tsha256\nseeds\ta.md\tspecification\t${HEX('a', 64)}\n./seeds/\t"b\t""c.md"\t背景\n# c\nseeds\td.md\tleft-out\r\n`,
      ),
    },
    { name: 'glob', bytes: text('a/**/b*?.md\na/x/y/bcd.md\n') },
  ];
}

/** Words for files strewn together from a format's tokens. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  'a.rtf': [
    '{',
    '}',
    '\\par ',
    '\\u20013?',
    '\\u-1?',
    '\\uc0 ',
    '\\uc3 ',
    "\\'81",
    "\\'",
    '\\bin3 ',
    '\\trowd',
    '\\cell ',
    '\\row ',
    '\\intbl',
    '\\f1 ',
    '\\f0',
    '{\\*\\x ',
    '\\v ',
    '\\v0 ',
    '\\deleted ',
    '\\footnote ',
    '{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt ',
    '{\\fonttbl',
    '{\\f1\\fcharset128 x;}',
    '{\\info{\\title ',
    '\\listtext ',
    '\\tab ',
    'text',
    '中',
    '\r\n',
    '\\',
    '\\\n',
    '\0',
    '\\pict ',
    '\\upr',
    '\\ud ',
    '\\cf1 ',
    '\\nosupersub',
    '\\pard',
    '\\plain ',
  ],
  'a.eml': [
    'From: a@b\n',
    'Subject: =?utf-8?B?5riv?=\n',
    'Content-Type: multipart/mixed; boundary=x\n',
    'Content-Type: multipart/alternative;\n boundary="x"\n',
    'Content-Type: text/html\n',
    'Content-Type: message/rfc822\n',
    'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    'Content-Disposition: attachment; filename=a.txt\n',
    '\n',
    '\n\n',
    '--x\n',
    '--x--\n',
    '--x',
    'text\n',
    '<p>t</p>',
    '=3D',
    '=\n',
    'aGVsbG8=\n',
    '\r',
    ' ',
    '\t',
    ':',
    ';',
    '\0',
    'ü',
    '\x1b$B',
  ],
  'a.mbox': [
    'From a Mon Jan 1 00:00:00 2024\n',
    'From ',
    '>From x\n',
    '>>From x\n',
    'Subject: s\n',
    '\n',
    '\n\n',
    'text\n',
    'Content-Type: multipart/mixed; boundary=x\n',
    '--x\n',
    '--x--\n',
    'Content-Length: 5\n',
    '\r\n',
    '\0',
  ],
  'a.html': [
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<ul>',
    '<li>',
    '</ul>',
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '<style>.a{display:none}',
    '</style>',
    '<b class=a>',
    '</b>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<template>',
    '</template>',
    '<a href="b.md">',
    '</a>',
    '<br>',
    '<h1>',
    '</h1>',
    '<svg>',
    '</svg>',
    '<textarea>',
    '<title>',
    '</title>',
    '<select><option>',
    '&amp;',
    '&#x4e2d;',
    '&#0;',
    '&bogus;',
    '<',
    '>',
    '"',
    'text ',
    '中',
    '\n',
    '\0',
    '<input type=password>',
    '<iframe>',
    '<noscript>',
    '<plaintext>',
    '<math><mfrac>',
    '</math>',
  ],
  'a.yaml': [
    'a: ',
    '- ',
    '&x ',
    '*x',
    '<<: *x\n',
    '\n',
    '  ',
    '    ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|\n',
    '>\n',
    '---\n',
    '...\n',
    '# c\n',
    '? ',
    ': ',
    '!!map ',
    '%YAML 1.2\n',
    'text',
    '\t',
    '中',
    '~',
    '0x1f',
    '\\',
  ],
  'a.json': [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '\\u',
    '1',
    '-',
    '1e9',
    'true',
    'null',
    ' ',
    '\n',
    '"openapi":',
    '"cells":',
    '"cell_type":"markdown",',
    '"source":',
    '中',
    '\ud800',
  ],
  'a.md': [
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '`',
    '``',
    '[',
    ']',
    '](',
    '(',
    ')',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '|',
    '|-',
    '---\n',
    '===\n',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '\\',
    '*',
    '**',
    '_',
    '~~',
    '[^1]',
    '[^1]: ',
    '[a]: b',
    'text ',
    'a.md ',
    'http://a/',
    '&amp;',
    '<div>',
    '</div>',
    '$$',
    '中',
    '\r',
    '\0',
    '+++\n',
    'a: b\n',
  ],
  'a.pdf': [
    '1 0 obj ',
    'endobj ',
    '<< ',
    '>> ',
    '/Type /Page ',
    '/Type /Pages ',
    '/Kids [1 0 R] ',
    '/Count 1 ',
    '/Parent 1 0 R ',
    '/Contents 1 0 R ',
    'stream\n',
    '\nendstream ',
    '/Length 10 ',
    'xref\n0 1\n',
    'trailer\n',
    'startxref\n9\n%%EOF\n',
    '/Root 1 0 R ',
    '2 0 obj ',
    '2 0 R ',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    'BT ',
    'ET ',
    '(x) Tj ',
    '/F1 12 Tf ',
    '/Filter /FlateDecode ',
    '/ObjStm ',
    '/XRef ',
    '/W [1 2 1] ',
    '/Prev 9 ',
    '/Encrypt 2 0 R ',
    '\n',
    '0 ',
    '99999999999 ',
    '-1 ',
    'null ',
  ],
  'INDEX.md': [
    '# ',
    '## ',
    '## Specifications\n',
    '## Background\n',
    '## 规范\n',
    '## Accepted findings\n',
    '## Left out\n',
    '## Not placed\n',
    '- ',
    '* ',
    '1. ',
    '[a](a.md)',
    '[a](',
    '`b.md`',
    '<c.md>',
    '[[d]]',
    'e.md',
    ': pending, from X',
    ': optional',
    '：',
    ' - ',
    ' (draft)',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '| ',
    '|---|\n',
    '```\n',
    '<!--',
    '-->',
    '> ',
    '  ',
    '\t',
    'accepted miscount 3f9c21aa "x", y',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    '%2e%2e/',
    '../',
    '%00',
    '#',
    '\\',
    '"',
    '中',
    '\ud800',
    '\0',
    '[x] ',
    '[^1]',
    '[a]: b.md\n',
    'http://a/',
  ],
};

/** A seeded pick of strewn words, for a name in `WORDS`. */
export const NAMES_STREWN: readonly string[] = Object.keys(WORDS);
