/** Excel workbooks: each sheet a part, each row a line with tabs between the cells, values as they are shown. */
import { writeMarked } from './docx.ts';
import { type Budget, ReadError } from './limits.ts';
import { NumberFormats } from './number-format.ts';
import { Package, peopleOf, type Relationship } from './opc.ts';
import type { Reader } from './readers.ts';
import { Sheet } from './sheet.ts';
import { TextBuilder } from './text-builder.ts';
import type { Attributes, XmlHandler } from './xml-walk.ts';

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Shared strings; readings of Japanese characters are left out. */
async function sharedStrings(parts: Package, path: string | undefined, budget: Budget): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  if (path !== undefined)
    await parts.tryWalk(path, {
      open: (name) => {
        if (name === 'x:si') text = '';
        else if (name === 'x:rPh') phonetic = true;
        inText = name === 'x:t' && !phonetic;
      },
      close: (name) => {
        inText = false;
        if (name === 'x:rPh') phonetic = false;
        else if (name === 'x:si') {
          budget.nodes(1);
          strings.push(text);
        }
      },
      text: (piece) => {
        if (inText) text += piece;
      },
    });
  return strings;
}

/** The number format of each cell style. */
async function formatsOf(parts: Package, path: string | undefined): Promise<NumberFormats> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  if (path !== undefined)
    await parts.tryWalk(path, {
      open: (name, attribute) => {
        if (name === 'x:numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        else if (name === 'x:cellXfs') inCells = true;
        else if (name === 'x:xf' && inCells && styles.length < 100_000) styles.push(Number(attribute('numFmtId') ?? 0));
      },
      close: (name) => {
        if (name === 'x:cellXfs') inCells = false;
      },
    });
  return new NumberFormats(codes, styles);
}

/** Row and column, from 1, of `B4`; null where it is no such name. */
function cellAt(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(name);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  const row = Number(match[2]);
  return row === 0 || column === 0 ? null : { row, column };
}

class Cells implements XmlHandler {
  readonly #sheet: Sheet;
  readonly #strings: readonly string[];
  readonly #formats: NumberFormats;
  readonly #relations: ReadonlyMap<string, Relationship>;
  readonly #builder: TextBuilder;
  readonly #hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  #row = 0;
  #column = 0;
  #hiddenRow = false;
  #type = '';
  #style = 0;
  #value = '';
  #in: 'value' | 'text' | null = null;
  #phonetic = false;

  constructor(
    sheet: Sheet,
    strings: readonly string[],
    formats: NumberFormats,
    relations: ReadonlyMap<string, Relationship>,
    builder: TextBuilder,
  ) {
    this.#sheet = sheet;
    this.#strings = strings;
    this.#formats = formats;
    this.#relations = relations;
    this.#builder = builder;
  }

  open(name: string, attribute: Attributes): void {
    switch (name) {
      case 'x:col':
        if (isOn(attribute('hidden')) && this.#hiddenColumns.length < 1000)
          this.#hiddenColumns.push({ from: Number(attribute('min')), to: Number(attribute('max')) });
        return;
      case 'x:row': {
        const row = Number(attribute('r'));
        this.#row = Number.isInteger(row) && row > 0 ? row : this.#row + 1;
        this.#column = 0;
        this.#hiddenRow = isOn(attribute('hidden'));
        this.#sheet.row(this.#row);
        return;
      }
      case 'x:c': {
        const at = cellAt(attribute('r') ?? '');
        this.#column = at ? at.column : this.#column + 1;
        // a damaged sheet may lack the row that a cell stands in
        if (this.#row === 0) {
          this.#row = at?.row ?? 1;
          this.#sheet.row(this.#row);
        }
        this.#type = attribute('t') ?? 'n';
        this.#style = Number(attribute('s') ?? 0);
        this.#value = '';
        return;
      }
      case 'x:v':
        this.#in = 'value';
        return;
      case 'x:rPh':
        this.#phonetic = true;
        return;
      case 'x:t':
        if (!this.#phonetic) this.#in = 'text';
        return;
      case 'x:hyperlink': {
        const relation = this.#relations.get(attribute('r:id') ?? '');
        if (relation?.external === true) this.#builder.link(relation.target, 'link');
      }
    }
  }

  close(name: string): void {
    this.#in = null;
    if (name === 'x:rPh') this.#phonetic = false;
    if (name !== 'x:c' || this.#value === '') return;
    const hidden = this.#hiddenRow
      ? 'hidden row'
      : this.#hiddenColumns.some(({ from, to }) => this.#column >= from && this.#column <= to)
        ? 'hidden column'
        : '';
    this.#sheet.cell(this.#column, this.#shown(), hidden);
  }

  text(text: string): void {
    if (this.#in !== null) this.#value += text;
  }

  #shown(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#strings[Number(value)] ?? '';
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '');
      case 'n':
        return this.#formats.show(value, this.#style);
      default:
        return value;
    }
  }
}

export const readXlsx: Reader = async (bytes, budget, path) => {
  const parts = await Package.open(bytes, budget);
  const main =
    (await parts.related('', 'officeDocument')) ??
    (parts.has('xl/workbook.bin') ? 'xl/workbook.bin' : 'xl/workbook.xml');
  if (main.toLowerCase().endsWith('.bin'))
    throw new ReadError('it is a binary workbook (xlsb), which is not read: convert it to xlsx');
  if (!parts.has(main)) throw new ReadError('it holds no workbook: xl/workbook.xml is missing');
  const relations = await parts.relationships(main);
  const pathOf = (type: string): string | undefined =>
    [...relations.values()].find((each) => each.type === type && !each.external)?.target;
  const sheets: { name: string; path: string | undefined; hidden: boolean }[] = [];
  let since1904 = false;
  await parts.walk(main, {
    open: (name, attribute) => {
      if (name === 'x:workbookPr') since1904 = isOn(attribute('date1904'));
      if (name !== 'x:sheet' || sheets.length >= 10_000) return;
      const relation = relations.get(attribute('r:id') ?? '');
      sheets.push({
        name: attribute('name') ?? '',
        path: relation?.external === false ? relation.target : undefined,
        hidden: /hidden/iu.test(attribute('state') ?? ''),
      });
    },
    close: () => undefined,
  });
  const strings = await sharedStrings(parts, pathOf('sharedStrings'), budget);
  const formats = await formatsOf(parts, pathOf('styles'));
  formats.since1904 = since1904;
  const persons = await peopleOf(parts, relations, ['person'], ['tc:person'], 'displayName');

  const builder = new TextBuilder(budget);
  let pictures = 0;
  for (const { name, path: sheetPath, hidden } of sheets) {
    const sheet = new Sheet(builder, name, hidden, sheets.length > 1);
    if (sheetPath === undefined || !parts.has(sheetPath)) {
      builder.lose(`the sheet ${name}`, 'is missing');
      continue;
    }
    const its = await parts.relationships(sheetPath);
    // a sheet that is a chart has no cells
    try {
      const walked = await parts.walk(sheetPath, new Cells(sheet, strings, formats, its, builder));
      if (walked?.cut === true || walked?.crossed === true)
        builder.lose(`the sheet ${name}`, 'may not be whole: its XML is damaged');
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      builder.lose(`the sheet ${name}`, `cannot be read: ${error.message}`);
    }
    sheet.end();
    const threaded = [...its.values()].find(({ type, external }) => type === 'threadedComment' && !external);
    const plain = [...its.values()].find(({ type, external }) => type === 'comments' && !external);
    if (threaded) await readThreaded(parts, threaded.target, persons, builder);
    else if (plain) await readComments(parts, plain.target, builder);
    if ([...its.values()].some(({ type }) => type === 'drawing')) pictures++;
  }
  if (builder.length === 0 && pictures > 0) builder.lose(path, 'holds pictures and charts, with no text beside them');
  return { text: builder.done() };
};

async function readComments(parts: Package, path: string, builder: TextBuilder): Promise<void> {
  const authors: string[] = [];
  let by = '';
  let text = '';
  let inText: 'author' | 'text' | null = null;
  await parts.tryWalk(path, {
    open: (name, attribute) => {
      if (name === 'x:comment') {
        by = authors[Number(attribute('authorId'))] ?? '';
        text = '';
      } else if (name === 'x:author') {
        inText = 'author';
        authors.push('');
      } else if (name === 'x:t') inText = 'text';
    },
    close: (name) => {
      inText = null;
      if (name === 'x:comment') writeMarked(builder, 'comment', by, text);
    },
    text: (piece) => {
      if (inText === 'text') text += piece;
      else if (inText === 'author') authors[authors.length - 1] += piece;
    },
  });
}

async function readThreaded(
  parts: Package,
  path: string,
  persons: ReadonlyMap<string, string>,
  builder: TextBuilder,
): Promise<void> {
  let by = '';
  let text = '';
  let inText = false;
  await parts.tryWalk(path, {
    open: (name, attribute) => {
      if (name === 'tc:threadedComment') {
        by = persons.get(attribute('personId') ?? '') ?? '';
        text = '';
      }
      inText = name === 'tc:text';
    },
    close: (name) => {
      inText = false;
      if (name === 'tc:threadedComment') writeMarked(builder, 'comment', by, text);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
}
