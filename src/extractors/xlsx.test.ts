import { describe, expect, test } from 'vitest';
import { whereOf } from '../core/locate.ts';
import { NumberFormats } from './number-format.ts';
import { marksOf, readBytes, textOfBytes } from './testing/read.ts';
import { relationsOf, zipOf } from './testing/zip.ts';

const NAMES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface SheetOf {
  readonly name: string;
  readonly state?: string;
  readonly data: string;
  readonly more?: string;
}

function xlsxOf(sheets: readonly SheetOf[], more: Record<string, string> = {}, workbook = ''): Uint8Array {
  return zipOf({
    '_rels/.rels': relationsOf(['r', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${NAMES}>${workbook}<sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as [string, string, string]),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['y', 'styles', 'styles.xml'],
    ),
    ...Object.fromEntries(
      sheets.map(({ data, more: extra }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${NAMES}>${extra ?? ''}<sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
}

const STRINGS = `<sst ${NAMES}><si><t>Berth</t></si><si><r><t>海燕</t></r><r><t>号</t></r><rPh sb="0" eb="1"><t>うみ</t></rPh></si></sst>`;
const STYLES = `<styleSheet ${NAMES}><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>`;

test('cells with their places, values as they are shown', async () => {
  const data =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>in line</t></is></c></row>' +
    '<row r="3"><c r="A3" s="1"><v>47947</v></c><c r="B3" s="2"><v>47947.5</v></c><c r="C3" s="3"><v>0.125</v></c><c r="D3"><f>1+1</f><v>0.30000000000000004</v></c></row>' +
    '<row><c t="e"><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>two&#10;lines</v></c></row>';
  const { document } = await readBytes(
    'a.xlsx',
    xlsxOf([{ name: 'Totals', data }], { 'xl/sharedStrings.xml': STRINGS, 'xl/styles.xml': STYLES }),
  );
  expect(document.text.trimEnd()).toBe(
    'Berth\t海燕号\t\tin line\n\n2031-04-09\t2031-04-09 12:00\t12.50%\t0.3\n#DIV/0!\tTRUE\ttwo lines',
  );
  expect(whereOf(document, document.text.indexOf('12.50'))).toBe('sheet Totals!C3');
  expect(whereOf(document, document.text.indexOf('TRUE'))).toBe('sheet Totals!B4');
});

test('hidden sheets, rows and columns with marks', async () => {
  const cell = (name: string, words: string): string => `<c r="${name}" t="str"><v>${words}</v></c>`;
  const sheets = [
    {
      name: 'Open',
      more: '<cols><col min="2" max="2" hidden="1"/></cols>',
      data: `<row r="1">${cell('A1', 'seen')}${cell('B1', 'column')}</row><row r="2" hidden="1">${cell('A2', 'row')}</row>`,
    },
    { name: 'Secret', state: 'veryHidden', data: `<row r="1">${cell('A1', 'price')}</row>` },
  ];
  const { document } = await readBytes('a.xlsx', xlsxOf(sheets));
  expect(document.text.trimEnd()).toBe('Open\n\nseen\tcolumn\nrow\n\nSecret\n\nprice');
  expect(marksOf(document)).toEqual([
    'hidden/hidden column: column',
    'hidden/hidden row: row',
    'hidden/hidden sheet: Secret',
    'hidden/hidden sheet: price',
  ]);
});

test('comments', async () => {
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(['c', 'comments', '../comments1.xml']),
    'xl/comments1.xml': `<comments ${NAMES}><authors><author>Bo</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Really?</t></r></text></comment></commentList></comments>`,
  };
  const { document } = await readBytes('a.xlsx', xlsxOf([{ name: 'S', data: '<row><c><v>1</v></c></row>' }], more));
  expect(marksOf(document)).toEqual(['comment/Bo: Really?']);
});

test('days from 1904', async () => {
  const bytes = xlsxOf(
    [{ name: 'S', data: '<row><c s="1"><v>46485</v></c></row>' }],
    { 'xl/styles.xml': STYLES },
    '<workbookPr date1904="1"/>',
  );
  expect(await textOfBytes('a.xlsx', bytes)).toBe('2031-04-09');
});

test('a binary workbook, a missing sheet, a hostile one', async () => {
  await expect(textOfBytes('a.xlsb', zipOf({ 'xl/workbook.bin': 'x' }))).rejects.toThrow('convert it to xlsx');
  const gone = xlsxOf(
    [{ name: 'S', data: '<row><c><v>1</v></c></row>' }],
    {},
    '<sheets><sheet name="Gone" r:id="none"/></sheets>',
  );
  expect((await readBytes('a.xlsx', gone)).document.losses).toMatchObject([
    { what: 'the sheet Gone', why: 'is missing' },
  ]);
  const far = xlsxOf([
    {
      name: 'S',
      data: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>',
    },
  ]);
  expect(await textOfBytes('a.xlsx', far)).toBe('1\t2\n\n3');
  const many = xlsxOf([{ name: 'S', data: `<row>${'<c><v>1</v></c>'.repeat(3000)}</row>` }]);
  await expect(readBytes('a.xlsx', many, { nodes: 2000 })).rejects.toThrow(/^limit: /u);
});

describe('numbers', () => {
  test.each([
    ['0.00', '1200.5', '1200.50'],
    ['#,##0', '1234567', '1,234,567'],
    ['#,##0.00 "€"', '-1234.5', '-1,234.50 €'],
    ['"$"#,##0', '12', '$12'],
    ['[$€-407] #,##0.0', '12', '€12.0'],
    ['0 "kg"', '7', '7 kg'],
    ['0%', '0.07', '7%'],
    ['General', '0.1', '0.1'],
    ['0.###', '0.5', '0.5'],
    ['dd.mm.yyyy', '60', '1900-02-28'],
    ['dd.mm.yyyy', '1', '1900-01-01'],
    ['[h]:mm', '1.5', '36:00'],
    ['h:mm AM/PM', '0.25', '06:00'],
    ['yyyy"年"m"月"d"日"', '47947', '2031-04-09'],
    ['[Red]0;-0', '5', '5'],
    ['# ?/?', '0.5', '0.5'],
    ['0.00E+00', '1200', '1200'],
    ['@', '5', '5'],
    ['yyyy', '-1', '-1'],
  ])('%s of %s is %s', (code, value, shown) => {
    expect(new NumberFormats(new Map([[164, code]]), [164]).show(value, 0)).toBe(shown);
  });
});

test('a cell without a row around it stands in the row of its name, else in the first', async () => {
  const read = async (data: string): Promise<string> => textOfBytes('a.xlsx', xlsxOf([{ name: 'S', data }]));
  expect(await read('<c r="B3" t="inlineStr"><is><t>loose</t></is></c>')).toContain('loose');
  expect(await read('<c t="inlineStr"><is><t>loose</t></is></c>')).toContain('loose');
});
