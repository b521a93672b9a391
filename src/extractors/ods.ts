/** The cells of an OpenDocument sheet, as they are met in content.xml. */
import { writeMarked } from './docx.ts';
import type { OdfStyles } from './odf-styles.ts';
import { Sheet } from './sheet.ts';
import type { TextBuilder } from './text-builder.ts';
import type { Attributes } from './xml-walk.ts';

/** Repeated cells with a content are written so many times at most: what is filled further is a background. */
const REPEATED = 256;

/** Takes the elements inside of `office:spreadsheet`, and says whether it took them. */
export class OdsCells {
  readonly #builder: TextBuilder;
  readonly #styles: OdfStyles;
  #inside = false;
  #sheet: Sheet | null = null;
  #tables = 0;
  #row = 0;
  #rows = 1;
  #hiddenRow = false;
  #column = 0;
  #columns = 1;
  #hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  #columnCount = 0;
  #shown = '';
  #value: string | null = null;
  #inText = false;
  #skipped = 0;
  #comment: { by: string; text: string; inBy: boolean } | null = null;
  #comments: { readonly by: string; readonly text: string }[] = [];
  #cells: { readonly column: number; readonly shown: string; readonly hidden: string }[] = [];

  constructor(builder: TextBuilder, styles: OdfStyles) {
    this.#builder = builder;
    this.#styles = styles;
  }

  open(name: string, attribute: Attributes): boolean {
    if (name === 'office:spreadsheet') this.#inside = true;
    if (!this.#inside) return false;
    if (this.#skipped > 0) {
      this.#skipped++;
      return true;
    }
    switch (name) {
      case 'table:table': {
        // a table inside of a cell is no sheet
        if (this.#tables++ > 0) return true;
        const hidden = this.#styles.unseen('table', attribute('table:style-name'));
        this.#sheet = new Sheet(this.#builder, attribute('table:name') ?? '', hidden, true);
        this.#row = 0;
        this.#columnCount = 0;
        this.#hiddenColumns = [];
        return true;
      }
      case 'table:table-column': {
        const count = times(attribute('table:number-columns-repeated'));
        if (/^(?:collapse|filter)$/u.test(attribute('table:visibility') ?? '') && this.#hiddenColumns.length < 1000)
          this.#hiddenColumns.push({ from: this.#columnCount + 1, to: this.#columnCount + count });
        this.#columnCount += count;
        return true;
      }
      case 'table:table-row':
        this.#rows = times(attribute('table:number-rows-repeated'));
        this.#hiddenRow = /^(?:collapse|filter)$/u.test(attribute('table:visibility') ?? '');
        this.#column = 0;
        this.#cells = [];
        return true;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#columns = times(attribute('table:number-columns-repeated'));
        this.#shown = '';
        this.#value =
          attribute('office:value-type') === 'date'
            ? (attribute('office:date-value')
                ?.replace('T', ' ')
                .replace(/ 00:00:00$/u, '') ?? null)
            : null;
        return true;
      case 'office:annotation':
        this.#comment = { by: '', text: '', inBy: false };
        return true;
      case 'dc:creator':
        if (this.#comment) this.#comment.inBy = true;
        return true;
      case 'dc:date':
      case 'svg:title':
      case 'svg:desc':
      case 'table:tracked-changes':
      case 'office:binary-data':
        this.#skipped = 1;
        return true;
      case 'text:p':
        if (this.#comment && this.#comment.text !== '') this.#comment.text += '\n';
        else if (!this.#comment && this.#shown !== '') this.#shown += ' ';
        this.#inText = true;
        return true;
      case 'text:s':
      case 'text:tab':
      case 'text:line-break':
        this.#add(' ');
        return true;
      case 'text:a':
        if (!this.#comment) this.#builder.link((attribute('xlink:href') ?? '').replace(/^\.\.\//u, ''), 'link');
        return true;
      default:
        return true;
    }
  }

  close(name: string): boolean {
    if (!this.#inside) return false;
    if (this.#skipped > 0) {
      this.#skipped--;
      return true;
    }
    switch (name) {
      case 'office:spreadsheet':
        this.#inside = false;
        return true;
      case 'table:table':
        if (--this.#tables > 0) return true;
        this.#sheet?.end();
        this.#sheet = null;
        for (const { by, text } of this.#comments.splice(0)) writeMarked(this.#builder, 'comment', by, text);
        return true;
      case 'table:table-row':
        this.#endRow();
        return true;
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const shown = this.#value ?? this.#shown;
        if (shown.trim() !== '')
          for (let i = 0; i < Math.min(this.#columns, REPEATED); i++) {
            const column = this.#column + 1 + i;
            const hidden = this.#hiddenRow
              ? 'hidden row'
              : this.#hiddenColumns.some(({ from, to }) => column >= from && column <= to)
                ? 'hidden column'
                : '';
            this.#cells.push({ column, shown, hidden });
          }
        this.#column += this.#columns;
        return true;
      }
      case 'office:annotation':
        if (this.#comment) this.#comments.push({ by: this.#comment.by, text: this.#comment.text });
        this.#comment = null;
        return true;
      case 'dc:creator':
        if (this.#comment) this.#comment.inBy = false;
        return true;
      case 'text:p':
        this.#inText = false;
        return true;
      default:
        return true;
    }
  }

  text(text: string): boolean {
    if (!this.#inside) return false;
    if (this.#skipped > 0) return true;
    if (this.#comment?.inBy === true) this.#comment.by += text;
    else if (this.#inText) this.#add(text.replace(/\s+/gu, ' '));
    return true;
  }

  #add(text: string): void {
    if (!this.#inText) return;
    if (this.#comment) this.#comment.text += text;
    else this.#shown += text;
  }

  #endRow(): void {
    if (this.#cells.length > 0)
      for (let i = 0; i < Math.min(this.#rows, REPEATED); i++) {
        this.#sheet?.row(this.#row + 1 + i);
        for (const { column, shown, hidden } of this.#cells) this.#sheet?.cell(column, shown, hidden);
      }
    this.#row += this.#rows;
    this.#cells = [];
  }
}

function times(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 10_000_000) : 1;
}
