import { describe, expect, test } from 'vitest';
import { cfbOf } from './testing/cfb.ts';
import { blocksOf, marksOf, readBytes, textOfBytes } from './testing/read.ts';
import { docxOf, paragraph as p, relationsOf, zipOf } from './testing/zip.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const document = async (body: string, parts: Record<string, string> = {}, links: [string, string][] = []) =>
  (await readBytes('a.docx', docxOf(body, parts, links))).document;
const text = async (body: string, parts: Record<string, string> = {}): Promise<string> =>
  (await document(body, parts)).text.trimEnd();

const style = (id: string, inner: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;

describe('headings, lists, code', () => {
  test('by the names of styles, by their outline level, by what they are based on', async () => {
    const styles =
      style('berschrift1', '<w:name w:val="heading 1"/>') +
      style('Kapitel', '<w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('Mein', '<w:name w:val="Mein Kapitel"/><w:basedOn w:val="Kapitel"/>') +
      style('Quelltext', '<w:name w:val="Source Code"/>');
    const body =
      p('Eins', '<w:pStyle w:val="berschrift1"/>') +
      p('Zwei', '<w:pStyle w:val="Mein"/>') +
      p('Text', '') +
      p('a = 1', '<w:pStyle w:val="Quelltext"/>') +
      p('  b = 2', '<w:pStyle w:val="Quelltext"/>');
    expect(blocksOf(await document(body, { styles }))).toEqual([
      'heading1 Eins',
      'heading2 Zwei',
      'prose0 Text',
      'code0 a = 1⏎  b = 2',
    ]);
  });

  const levels =
    '<w:abstractNum w:abstractNumId="0">' +
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>' +
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>' +
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
  const item = (words: string, num: number, level = 0): string =>
    p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);

  test('numbers are counted as Word counts them', async () => {
    const body =
      item('one', 1) +
      item('first', 1, 1) +
      item('second', 1, 1) +
      item('deep', 1, 2) +
      item('two', 1) +
      item('again', 1, 1) +
      item('point', 2) +
      item('seven', 3);
    expect(await text(body, { numbering: levels })).toBe(
      '1. one\n  a) first\n  b) second\n    1.2.I deep\n2. two\n  a) again\n- point\n7. seven',
    );
  });

  test('a heading with a number', async () => {
    const styles = style('H', '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    const body = p('Scope', '<w:pStyle w:val="H"/>') + p('Terms', '<w:pStyle w:val="H"/>');
    expect(blocksOf(await document(body, { styles, numbering: levels }))).toEqual([
      'heading1 1. Scope',
      'heading1 2. Terms',
    ]);
  });
});

describe('tables and boxes', () => {
  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`;

  test('rows are lines, cells have tabs between them', async () => {
    const body =
      p('Before') +
      `<w:tbl>${row('Field', 'Type')}${row('berth', p('a') + p('b'))}${row('', 'x')}</w:tbl>` +
      p('After');
    expect(await text(body)).toBe('Before\n\nField\tType\nberth\ta b\n\tx\n\nAfter');
  });

  test('a head over all columns stays in its table, a box around a heading does not', async () => {
    const wide = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Part A')}</w:tc></w:tr>`;
    expect(blocksOf(await document(`<w:tbl>${row('a', 'b')}${wide}${row('c', 'd')}</w:tbl>`))).toEqual([
      'table0 a\tb',
      'table0 Part A',
      'table0 c\td',
    ]);
    expect(blocksOf(await document(`<w:tbl>${row('', 'Preface')}</w:tbl>`))).toEqual(['prose0 Preface']);
  });

  test('a text box follows its paragraph, and is not read twice', async () => {
    const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const body = `<w:p>${run('Around ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('in the box')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('in the box')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('it.')}</w:p>${p('Next')}`;
    expect(await text(body)).toBe('Around it.\n\nin the box\n\nNext');
  });

  test('tables within tables, deeper than anybody needs', async () => {
    const deep = 500;
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(deep)}${p('deep')}${'</w:tc></w:tr></w:tbl>'.repeat(deep)}${p('after')}`;
    expect(await text(body)).toBe('deep\n\nafter');
  });
});

test('notes by their numbers, behind the text', async () => {
  const body = `<w:p>${run('A lapse')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' ends.')}</w:p>`;
  const footnotes = `<w:footnote w:type="separator" w:id="0">${p('----')}</w:footnote><w:footnote w:id="2">${p('Kept for thirty days.')}</w:footnote>`;
  expect(await text(body, { footnotes })).toBe('A lapse[1] ends.\n\n[1] Kept for thirty days.');
});

test('headers and footers once, before the text; numbers of pages not at all', async () => {
  const parts = {
    header: p('Draft 3'),
    footer: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  };
  expect(await text(p('Body'), parts)).toBe('Draft 3\n\nBody');
});

test('fields give their result, links their target', async () => {
  const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "api.md" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('the interface')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink r:id="x">${run(', errors')}</w:hyperlink></w:p>`;
  const result = await readBytes('a.docx', docxOf(body, {}, [['x', 'errors.md']]));
  expect(result.document.text.trimEnd()).toBe('the interface, errors');
  expect(result.links.map(({ target, how }) => `${how} ${target}`)).toEqual(['link api.md', 'link errors.md']);
});

test('a field without an end takes no text of other paragraphs', async () => {
  const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r></w:p>${p('After')}`;
  expect(await text(body)).toBe('After');
});

test('equations in one line', async () => {
  const r = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
  const e = (words: string): string => `<m:e>${r(words)}</m:e>`;
  const body = `<w:p><m:oMath>${r('E')}${r('=')}${r('m')}<m:sSup>${e('c')}<m:sup>${r('2')}</m:sup></m:sSup></m:oMath>${run(' and ')}<m:oMath><m:f><m:num>${r('n+1')}</m:num><m:den>${r('2')}</m:den></m:f><m:d>${e('x')}</m:d></m:oMath></w:p>`;
  expect(await text(body)).toBe('E = mc^2 and (n+1)/2(x)');
});

test('signs of symbol fonts', async () => {
  const body = `<w:p>${run('x ')}<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>${run(' 4 ')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`;
  expect(await text(body)).toBe('x ≤ 4 ✓');
});

describe('marks', () => {
  test('hidden, white and tiny text, with how', async () => {
    const styles = style('Secret', '<w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>', 'character');
    const body =
      p('shown') +
      p('gone', '', '<w:vanish/>') +
      p('back', '', '<w:vanish w:val="0"/>') +
      p('by style', '', '<w:rStyle w:val="Secret"/>') +
      p('white', '', '<w:color w:val="FFFFFF"/>') +
      p('tiny', '', '<w:sz w:val="2"/>');
    expect(marksOf(await document(body, { styles }))).toEqual([
      'hidden/hidden text: gone',
      'hidden/hidden text: by style',
      'hidden/white text: white',
      'hidden/text of 1 point or less: tiny',
    ]);
  });

  test('white on a dark ground is seen', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const body =
      p('on black', '<w:shd w:val="clear" w:fill="000000"/>', white) +
      p('marked', '', `${white}<w:highlight w:val="black"/>`) +
      `<w:tbl><w:tblPr><w:tblStyle w:val="GridTable4"/></w:tblPr><w:tr><w:tc>${p('head', '', white)}</w:tc><w:tc>${p('x')}</w:tc></w:tr></w:tbl>` +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${p('head', '', white)}</w:tc><w:tc>${p('x')}</w:tc></w:tr></w:tbl>`;
    expect(marksOf(await document(body))).toEqual([]);
  });

  test('an earlier state of the looks hides nothing', async () => {
    const body =
      p('shown', '', '<w:rPrChange w:author="A"><w:rPr><w:vanish/></w:rPr></w:rPrChange>') +
      p('too', '<w:rPr><w:vanish/></w:rPr>');
    expect(marksOf(await document(body))).toEqual([]);
  });

  test('tracked changes: what was put in stays, what was taken out stands at the end', async () => {
    const body = `<w:p>${run('At most ')}<w:del w:author="Ann"><w:r><w:delText>twelve</w:delText></w:r></w:del><w:ins w:author="Ann">${run('fourteen')}</w:ins>${run('.')}</w:p>`;
    const comments = `<w:comment w:id="0" w:author="Bo">${p('Enough?')}</w:comment>`;
    const its = await document(body, { comments });
    expect(its.text.trimEnd()).toBe('At most fourteen.\n\nEnough?\n\ntwelve');
    expect(marksOf(its)).toEqual(['inserted/Ann: fourteen', 'comment/Bo: Enough?', 'deleted/Ann: twelve']);
    expect(blocksOf(its)).toEqual(['prose0 At most fourteen.', 'comment0 Enough?', 'comment0 twelve']);
  });

  test('a moved paragraph and a row taken out', async () => {
    const body = `<w:p><w:moveFrom w:author="A">${run('old place')}</w:moveFrom></w:p><w:p><w:moveTo w:author="A">${run('new place')}</w:moveTo></w:p><w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc>${p('c')}</w:tc><w:tc>${p('d')}</w:tc></w:tr></w:tbl>`;
    const its = await document(body);
    expect(marksOf(its).map((mark) => mark.split('/')[0])).toEqual(['inserted', 'deleted', 'deleted']);
    expect(its.text.startsWith('new place\n\na\tb\n')).toBe(true);
  });
});

describe('other ways to write the same', () => {
  const named = (namespace: string, prefix: string): Uint8Array =>
    zipOf({
      'word/document.xml': `<?xml version="1.0"?><${prefix}:document xmlns:${prefix}="${namespace}"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:t>Same &amp; &#x6E2F;<![CDATA[<x>]]></${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`,
    });

  test.each([
    ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'ns0'],
    ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ])('%s as %s', async (namespace, prefix) => {
    expect(await textOfBytes('a.docx', named(namespace, prefix))).toBe('Same & 港<x>');
  });

  test('UTF-16, a document of another name, a template', async () => {
    const xml =
      '\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Grüße</w:t></w:r></w:p></w:body></w:document>';
    const bytes = zipOf({
      '_rels/.rels': relationsOf(['r', 'officeDocument', '/word/other.xml']),
      'word/other.xml': new Uint8Array(Buffer.from(xml, 'utf16le')),
      'word/_rels/other.xml.rels': relationsOf(),
    });
    expect(await textOfBytes('a.docx', bytes)).toBe('Grüße');
    expect(await textOfBytes('a.dotm', docxOf(p('Template')))).toBe('Template');
  });
});

describe('damaged and hostile', () => {
  test('XML that breaks off is read as far as it goes, and said', async () => {
    const whole = docxOf('');
    expect(whole.length).toBeGreaterThan(0);
    const cut = zipOf({
      'word/document.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>All that is le',
    });
    const { document: its } = await readBytes('a.docx', cut);
    expect(its.text.trimEnd()).toBe('All that is le');
    expect(its.losses).toEqual([{ at: 14, what: 'the end of its text', why: 'may be missing: its XML breaks off' }]);
  });

  test('entities of its own are refused', async () => {
    const bytes = zipOf({
      'word/document.xml': '<!DOCTYPE d [<!ENTITY a "lol">]><w:document><w:p><w:t>&a;</w:t></w:p></w:document>',
    });
    await expect(textOfBytes('a.docx', bytes)).rejects.toThrow('failed: its XML declares entities of its own');
  });

  test.each([
    'w:ins w:author="A"',
    'w:sdt',
    'w:p',
    'mc:AlternateContent',
    'w:txbxContent',
    'm:e',
    'w:tbl',
    'w:tc',
    'x:y',
  ])('50,000 nested %s', async (tag) => {
    const name = tag.split(' ')[0]!;
    const its = await document(`<w:p>${`<${tag}>`.repeat(50_000)}${run('deep')}${`</${name}>`.repeat(50_000)}</w:p>`);
    expect(its.text.trimEnd()).toBe('deep');
  });

  test('more elements than the limit', async () => {
    const bytes = docxOf(p('x').repeat(5000));
    await expect(readBytes('a.docx', bytes, { nodes: 1000 })).rejects.toThrow(/^limit: more than 1000 elements/u);
    await expect(readBytes('a.docx', bytes, { units: 100 })).rejects.toThrow(/^limit: /u);
    await expect(readBytes('a.docx', bytes, { inflatedBytes: 10_000 })).rejects.toThrow(/^limit: it unpacks/u);
  });

  test('styles that are based on each other', async () => {
    const styles =
      style('A', '<w:name w:val="A"/><w:basedOn w:val="B"/>') + style('B', '<w:name w:val="B"/><w:basedOn w:val="A"/>');
    expect(await text(p('x', '<w:pStyle w:val="A"/>'), { styles })).toBe('x');
  });

  test('a document with a password', async () => {
    const locked = cfbOf({ EncryptionInfo: new Uint8Array(5000), EncryptedPackage: new Uint8Array(5000) });
    for (const path of ['a.docx', 'a.xlsx', 'a.pptx'])
      await expect(textOfBytes(path, locked)).rejects.toThrow(
        'failed: it is encrypted: a password is needed to read it',
      );
    await expect(textOfBytes('a.docx', locked.slice(0, 600))).rejects.toThrow(/^failed: /u);
  });

  test('two parts of one name', async () => {
    const one = docxOf(p('first'));
    const other = zipOf({ 'word/document.xml': '<w:document/>', 'WORD/document.xml': '<w:document/>' });
    expect(one.length).toBeGreaterThan(0);
    await expect(textOfBytes('a.docx', other)).rejects.toThrow('failed: it holds word/document.xml twice');
  });

  test('a package without a document; pictures alone; nothing at all', async () => {
    await expect(textOfBytes('a.docx', zipOf({ 'word/styles.xml': '<x/>' }))).rejects.toThrow('it holds no document');
    const picture =
      '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>';
    await expect(textOfBytes('a.docx', docxOf(picture))).rejects.toThrow('consists of pictures');
    expect((await readBytes('a.docx', docxOf(''))).outcome).toBe('empty');
  });
});
