/** Puts the cells of a sheet into a text: a row is a line, cells are told by row and column, what is hidden has a mark. */
import type { TextBuilder } from './text-builder.ts';

/** More empty cells in a row than these are one gap. */
const WIDEST_GAP = 16;

export class Sheet {
  readonly #builder: TextBuilder;
  readonly #hidden: boolean;
  #row = 0;
  /** Column of the last cell of the open row; 0 before the first. */
  #column = 0;
  #lastRow = 0;

  /** `named`: the sheet's name stands above its cells, as on its tab. */
  constructor(builder: TextBuilder, name: string, hidden: boolean, named: boolean) {
    this.#builder = builder;
    this.#hidden = hidden;
    builder.part(`sheet ${name}`);
    if (!named || name.trim() === '') return;
    builder.block('heading', 1);
    if (hidden) builder.mark('hidden', 'hidden sheet');
    builder.text(name.trim());
    builder.unmark();
    builder.end();
  }

  /** Begins a row, from 1. */
  row(row: number): void {
    this.end();
    this.#row = row;
    this.#column = 0;
  }

  /** The next cell of the row; `hidden` says how its row or column is hidden, empty where it is not. */
  cell(column: number, shown: string, hidden: string): void {
    const text = shown.replace(/\s+/gu, ' ').trim();
    if (text === '') return;
    const builder = this.#builder;
    if (this.#column === 0) {
      // an empty row parts two tables
      if (this.#lastRow > 0 && this.#row > this.#lastRow + 1) builder.gap();
      builder.block('table');
      this.#lastRow = this.#row;
    } else {
      const gap = Math.max(1, column - this.#column);
      builder.text('\t'.repeat(gap > WIDEST_GAP ? 1 : gap));
    }
    builder.cell(this.#row, column);
    const by = this.#hidden ? 'hidden sheet' : hidden;
    if (by !== '') builder.mark('hidden', by);
    builder.text(text);
    builder.unmark();
    this.#column = column;
  }

  end(): void {
    if (this.#column > 0) this.#builder.end();
    this.#column = 0;
  }
}
