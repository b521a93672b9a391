/**
 * Paragraphs, tables and text boxes as a word processor nests them, put into a TextBuilder one after another: a box follows
 * the paragraph that it is anchored in, a row of a table is one line with tabs.
 */
import type { BlockKind, Link, Mark } from '../core/types.ts';
import type { TextBuilder } from './text-builder.ts';

/** A run of text, or (without text) a link. */
interface Piece {
  text: string;
  readonly mark: Mark['kind'] | null;
  readonly by: string;
  readonly link?: { readonly target: string; readonly how: Link['how'] };
}

export interface Paragraph {
  kind: BlockKind;
  /** Of headings 1 to 6, of list items the depth from 1. */
  level: number;
  /** A number or bullet before its text. */
  prefix: string;
  readonly pieces: Piece[];
}

interface Row {
  readonly cells: Item[][];
  /** A cell reaches over several columns: it is the head of a part of the table, not a box around the page. */
  wide?: true;
  /** All there is of a table. */
  alone?: true;
}

export type Item = Paragraph | Row;

interface Frame {
  readonly what: 'body' | 'box' | 'table' | 'cell';
  /** Of a body, box or cell: what is finished. Of a table: the rows. */
  readonly items: Item[];
  paragraph: Paragraph | null;
  /** What follows the open paragraph: its boxes. */
  after: Item[];
  /** Of a table: whether rows of it were handed on. */
  begun: boolean;
}

/** Nesting that real files stay far below; what is deeper flows into what is around it. */
const DEEPEST = 40;
/** A cell with several paragraphs and so many units is there for the page's layout. */
const LAYOUT_UNITS = 600;

const frame = (what: Frame['what']): Frame => ({
  what,
  items: [],
  paragraph: null,
  after: [],
  begun: false,
});

/** Takes a reader's events. The outermost paragraphs go into the builder when they end, all else when what holds it ends. */
export class Flow {
  readonly #builder: TextBuilder | null;
  readonly #frames: Frame[] = [frame('body')];
  /** Begins beyond the deepest nesting, to be matched by their ends. */
  #beyond = 0;
  #last: Item | null = null;
  mark: Mark['kind'] | null = null;
  by = '';

  /** Without a builder, all is kept and `take` gives it. */
  constructor(builder: TextBuilder | null) {
    this.#builder = builder;
  }

  get inTable(): boolean {
    return this.#frames.some(({ what }) => what === 'table');
  }

  get inBox(): boolean {
    return this.#frames.some(({ what }) => what === 'box');
  }

  get inParagraph(): boolean {
    return this.#top.paragraph !== null;
  }

  /** The open paragraph; its kind, level and prefix can be set until it ends. */
  get paragraph(): Paragraph | null {
    return this.#top.paragraph;
  }

  get #top(): Frame {
    return this.#frames.at(-1)!;
  }

  /** Begins a paragraph, ending the open one. */
  begin(kind: BlockKind = 'prose', level = 0): Paragraph {
    this.end();
    const top = this.#top;
    // what stands between the cells of a table is in none of them
    if (top.what === 'table') this.#row();
    return (this.#top.paragraph = { kind, level, prefix: '', pieces: [] });
  }

  end(): void {
    const top = this.#top;
    const { paragraph, after } = top;
    top.paragraph = null;
    if (after.length > 0) top.after = [];
    if (paragraph) this.#put(paragraph);
    for (const item of after) this.#put(item);
  }

  text(text: string): void {
    if (text === '') return;
    const { pieces } = this.#top.paragraph ?? this.begin();
    const last = pieces.at(-1);
    if (last && !last.link && last.mark === this.mark && last.by === this.by) last.text += text;
    else pieces.push({ text, mark: this.mark, by: this.by });
  }

  link(target: string, how: Link['how']): void {
    (this.#top.paragraph ?? this.begin()).pieces.push({ text: '', mark: null, by: '', link: { target, how } });
  }

  /** A flow of its own beside the paragraph. */
  beginBox(): void {
    this.#push('box');
  }

  endBox(): void {
    this.#pop('box', (items, below) => {
      // one by one: a box can hold more items than a call takes arguments
      if (below.paragraph) for (const item of items) below.after.push(item);
      else for (const item of items) this.#put(item);
    });
  }

  beginTable(): void {
    if (this.#beyond === 0 && this.#frames.length < DEEPEST) this.end();
    this.#push('table');
  }

  endTable(): void {
    const { begun } = this.#top;
    this.#pop('table', (rows) => {
      const [first] = rows;
      if (!begun && rows.length === 1 && first && 'cells' in first) first.alone = true;
      for (const row of rows) this.#put(row);
    });
  }

  beginRow(): void {
    if (this.#beyond === 0 && this.#top.what === 'table') this.#top.items.push({ cells: [] });
  }

  /** Ends a row; a table of the body hands it on at once, so that a large one is not kept. */
  endRow(): void {
    if (!this.#builder || this.#beyond > 0 || this.#top.what !== 'table' || this.#frames.length !== 2) return;
    const { items } = this.#top;
    // the first waits for another: a row alone may be a box around a heading
    if (!this.#top.begun && items.length < 2) return;
    this.#top.begun = true;
    for (const row of items.splice(0)) this.#emit(row);
  }

  /** The open cell reaches over several columns. */
  widen(): void {
    if (this.#beyond > 0) return;
    const row = this.#frames.at(-2)?.items.at(-1);
    if (this.#top.what === 'cell' && row && 'cells' in row) row.wide = true;
  }

  beginCell(): void {
    if (this.#beyond === 0 && this.#top.what === 'table') {
      if (this.#top.items.length === 0) this.beginRow();
      this.#push('cell');
    } else this.#push('cell');
  }

  endCell(): void {
    this.#pop('cell', (items, below) => {
      const row = below.items.at(-1);
      if (below.what === 'table' && row && 'cells' in row) row.cells.push(items);
      else for (const item of items) this.#put(item);
    });
  }

  /** Ends whatever is open. */
  finish(): void {
    this.#beyond = 0;
    while (this.#frames.length > 1) {
      const { what } = this.#top;
      if (what === 'cell') this.endCell();
      else if (what === 'table') this.endTable();
      else this.endBox();
    }
    this.end();
  }

  /** What was kept, for another flow or for `put`. */
  take(): Item[] {
    this.finish();
    return this.#top.items.splice(0);
  }

  /** Puts in what another flow kept. */
  put(items: readonly Item[]): void {
    this.end();
    for (const item of items) this.#put(item);
  }

  #row(): void {
    this.beginRow();
    this.#push('cell');
  }

  #push(what: Frame['what']): void {
    if (this.#beyond > 0 || this.#frames.length >= DEEPEST) this.#beyond++;
    else this.#frames.push(frame(what));
  }

  #pop(what: Frame['what'], take: (items: Item[], below: Frame) => void): void {
    if (this.#beyond > 0) {
      this.#beyond--;
      if (what !== 'table') this.end();
      return;
    }
    // an end without its beginning, or around one that was not ended
    let i = this.#frames.length - 1;
    while (i > 0 && this.#frames[i]!.what !== what) i--;
    if (i === 0) return;
    while (this.#frames.length > i + 1) {
      const inner = this.#top.what;
      if (inner === 'cell') this.endCell();
      else if (inner === 'table') this.endTable();
      else this.endBox();
    }
    this.end();
    const { items } = this.#frames.pop()!;
    take(items, this.#top);
  }

  #put(item: Item): void {
    if (this.#frames.length === 1 && this.#builder) this.#emit(item);
    else this.#top.items.push(item);
  }

  #emit(item: Item): void {
    const builder = this.#builder!;
    if ('cells' in item) {
      const cells = item.cells.filter((cell) => cell.length > 0);
      if (cells.length === 0) return;
      if (isLayout(item)) {
        for (const cell of item.cells) for (const inner of cell) this.#emit(inner);
        return;
      }
      if (!item.cells.some((cell) => cell.some(hasText))) return;
      builder.block('table');
      let tabs = 0;
      for (const cell of item.cells) {
        let before = false;
        for (const paragraph of flattened(cell)) {
          if (!hasText(paragraph)) continue;
          for (; tabs > 0; tabs--) builder.text('\t');
          if (before) builder.space();
          before = true;
          write(builder, paragraph, true);
        }
        tabs++;
      }
      builder.end();
      this.#last = item;
      return;
    }
    const { kind, level } = item;
    if (!hasText(item)) {
      for (const { link } of item.pieces) if (link) builder.link(link.target, link.how);
      return;
    }
    // lines of code are paragraphs of their own in a word processor
    if (kind === 'code' && this.#last && !('cells' in this.#last) && this.#last.kind === 'code') builder.resume('code');
    else builder.block(kind, level);
    write(builder, item, false);
    builder.end();
    this.#last = item;
  }
}

function hasText(item: Item): boolean {
  if ('cells' in item) return item.cells.some((cell) => cell.some(hasText));
  return item.pieces.some(({ text }) => /\S/u.test(text));
}

/** Whether a row is there to lay a page out: a single cell, or long texts side by side. */
function isLayout({ cells, wide, alone }: Row): boolean {
  if (cells.length === 1 && (wide !== true || cells[0]!.length > 1)) return true;
  if (alone === true && cells.filter((cell) => cell.some(hasText)).length === 1) return true;
  return cells.some(
    (cell) =>
      cell.some((item) => 'cells' in item && item.cells.length > 1) ||
      (cell.length > 1 &&
        (cell.some((item) => !('cells' in item) && item.kind === 'heading' && item.level < 4) ||
          cell.reduce((sum, item) => sum + lengthOf(item), 0) > LAYOUT_UNITS)),
  );
}

function lengthOf(item: Item): number {
  if ('cells' in item)
    return item.cells.reduce((sum, cell) => sum + cell.reduce((all, each) => all + lengthOf(each), 0), 0);
  return item.pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function flattened(items: readonly Item[]): Paragraph[] {
  return items.flatMap((item) => ('cells' in item ? item.cells.flatMap(flattened) : [item]));
}

function write(builder: TextBuilder, { kind, prefix, pieces }: Paragraph, inCell: boolean): void {
  let first = true;
  builder.text(inCell ? prefix.trimStart() : prefix);
  pieces.forEach(({ text, mark, by, link }, i) => {
    if (link) {
      builder.here();
      builder.link(link.target, link.how);
      return;
    }
    let run = inCell ? text.replace(/[\t\n]+/gu, ' ') : text;
    if (first && kind !== 'code') run = run.replace(/^[^\S\u00a0]+/u, '');
    if (i === pieces.length - 1) run = run.replace(/[^\S\u00a0]+$/u, '');
    if (run === '') return;
    first = false;
    if (mark && /\S/u.test(run)) builder.mark(mark, by);
    builder.text(run);
    builder.unmark();
  });
}
