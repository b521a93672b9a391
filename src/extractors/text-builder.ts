/** Collects the text of a document from a reader's events: lines and blocks, parts and cells, marks and losses. */
import type { Block, BlockKind, Cells, Link, Loss, Mark, Part } from '../core/types.ts';
import type { Budget } from './limits.ts';

/** What a reader of a format that is not plain text gives. */
export interface Extracted {
  readonly units: Uint16Array;
  readonly structure: readonly Block[];
  readonly parts: readonly Part[];
  readonly cells?: Cells;
  readonly marks: readonly Mark[];
  readonly losses: readonly Loss[];
  readonly links: readonly Link[];
  /** From the file's metadata or its first heading; null where there is none. */
  readonly title: string | null;
}

const LF = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** A growing list of numbers. */
class Numbers {
  array: Uint32Array = new Uint32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.array);
      this.array = more;
    }
    this.array[this.length++] = value;
  }

  done(): Uint32Array {
    return this.array.slice(0, this.length);
  }
}

/**
 * Text is put in as runs; white space that a run has is kept but for CR (a line end becomes LF) and NUL (dropped). A block
 * begins with `block` and ends with the next, with `gap` or `end`; between blocks stands one LF, or an empty line where either
 * side is set apart (all kinds but list items and table rows that follow each other).
 */
export class TextBuilder {
  readonly #budget: Budget;
  #units: Uint16Array = new Uint16Array(4096);
  #length = 0;
  readonly #blocks: Block[] = [];
  #open: { kind: BlockKind; level: number; start: number } | null = null;
  /** What is to be put before the next visible unit: 0 nothing, 1 a line end, 2 an empty line. */
  #wanted: 0 | 1 | 2 = 0;
  readonly #parts: Part[] = [];
  #part: { label: string; start: number } | null = null;
  readonly #cellStarts: Numbers = new Numbers();
  readonly #cellRows: Numbers = new Numbers();
  readonly #cellColumns: Numbers = new Numbers();
  readonly #marks: Mark[] = [];
  #mark: { kind: Mark['kind']; by: string; start: number } | null = null;
  readonly #losses: Loss[] = [];
  readonly #links: Link[] = [];
  #title: string | null = null;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Offset at which the next unit comes to stand, line ends that are still wanted not counted. */
  get length(): number {
    return this.#length;
  }

  /** The offset at which the next text will stand: puts what is wanted before it. */
  here(): number {
    this.#settle();
    return this.#length;
  }

  text(run: string): void {
    if (run === '') return;
    this.#settle();
    this.#budget.units(run.length);
    for (let i = 0; i < run.length; i++) {
      const unit = run.charCodeAt(i);
      if (unit === 0x0d) {
        if (run.charCodeAt(i + 1) !== LF) this.#push(LF);
      } else if (unit !== 0) this.#push(unit);
    }
  }

  /** A line end inside of a block. */
  line(): void {
    this.#trim();
    if (this.#length > 0 && this.#wanted === 0) this.#push(LF);
  }

  /** A space, unless white space or nothing stands before it. */
  space(): void {
    if (this.#wanted !== 0 || this.#length === 0) return;
    const before = this.#units[this.#length - 1]!;
    if (before !== LF && before !== TAB && before !== SPACE) this.#push(SPACE);
  }

  /** Ends the open block and begins one of this kind. `level` as in Block: of headings 1 to 6, of list items the depth from 1. */
  block(kind: BlockKind, level = 0): void {
    this.end();
    const before = this.#blocks.at(-1);
    const close = before !== undefined && before.kind === kind && (kind === 'list' || kind === 'table');
    this.#want(close ? 1 : 2);
    this.#open = { kind, level, start: -1 };
  }

  /** Goes on with the last block on a line of its own, if it is of this kind and of this part; else begins one. */
  resume(kind: BlockKind): void {
    this.end();
    const last = this.#blocks.at(-1);
    if (!last || last.kind !== kind || last.end !== this.#length || this.#part?.start === -1) {
      this.block(kind);
      return;
    }
    this.#blocks.pop();
    this.#open = { kind, level: last.level, start: last.start };
    this.#wanted = 1;
  }

  /** Ends the open block. */
  end(): void {
    const open = this.#open;
    this.#open = null;
    if (!open || open.start < 0) return;
    this.#trim();
    if (this.#length > open.start)
      this.#blocks.push({ kind: open.kind, level: open.level, start: open.start, end: this.#length });
    this.#want(1);
  }

  /** Ends the open block; what follows stands behind an empty line. */
  gap(): void {
    this.end();
    this.#want(2);
  }

  /** Ends the open block and part, and begins a part: `page 3`, `slide 7`, `sheet Totals`. */
  part(label: string): void {
    this.gap();
    this.#endPart();
    this.#part = { label, start: -1 };
  }

  /** Ends the open part and begins one inside of the open block: a page ends, its paragraph goes on. */
  turn(label: string): void {
    this.#endPart();
    this.#part = { label, start: -1 };
  }

  /** The next text is the content of this cell (both from 1). Between cells of a row the caller puts a tab. */
  cell(row: number, column: number): void {
    this.#budget.nodes(1);
    this.#settle();
    this.#cellStarts.push(this.#length);
    this.#cellRows.push(row);
    this.#cellColumns.push(column);
  }

  /** Begins a stretch with a mark, ending the one that is open; `unmark` ends it. */
  mark(kind: Mark['kind'], by = ''): void {
    this.unmark();
    this.#mark = { kind, by, start: -1 };
  }

  unmark(): void {
    const mark = this.#mark;
    this.#mark = null;
    if (!mark || mark.start < 0 || this.#length <= mark.start) return;
    const last = this.#marks.at(-1);
    // runs of one stretch come in pieces
    if (last && last.kind === mark.kind && last.by === mark.by && last.end === mark.start)
      this.#marks[this.#marks.length - 1] = { ...last, end: this.#length };
    else this.#marks.push({ kind: mark.kind, by: mark.by, start: mark.start, end: this.#length });
  }

  /** Something of the file is missing here. */
  lose(what: string, why: string): void {
    this.#losses.push({ at: this.#length, what, why });
  }

  /** A relative link or embedded file; the line is told when all is read. Other addresses are left out by the caller. */
  link(target: string, how: Link['how']): void {
    if (this.#links.length < 10_000) this.#links.push({ target, how, line: this.#length });
  }

  title(title: string): void {
    const clean = title.replace(/\s+/gu, ' ').trim();
    if (this.#title === null && clean !== '') this.#title = clean.slice(0, 120);
  }

  done(): Extracted {
    this.end();
    this.unmark();
    this.#endPart();
    this.#trim();
    const units = this.#units.slice(0, this.#length);
    return {
      units,
      structure: this.#blocks,
      parts: this.#parts,
      ...(this.#cellStarts.length > 0 && {
        cells: { starts: this.#cellStarts.done(), rows: this.#cellRows.done(), columns: this.#cellColumns.done() },
      }),
      marks: this.#marks.map((mark) => ({ ...mark, end: Math.min(mark.end, units.length) })),
      losses: this.#losses.map((loss) => ({ ...loss, at: Math.min(loss.at, units.length) })),
      links: this.#linesOf(units),
      title: this.#title,
    };
  }

  #linesOf(units: Uint16Array): Link[] {
    let line = 1;
    let at = 0;
    return this.#links.map((link) => {
      for (; at < Math.min(link.line, units.length); at++) if (units[at] === LF) line++;
      return { ...link, line };
    });
  }

  #endPart(): void {
    const part = this.#part;
    this.#part = null;
    if (part && part.start >= 0 && this.#length > part.start)
      this.#parts.push({ label: part.label, start: part.start, end: this.#length });
  }

  #want(lines: 1 | 2): void {
    if (this.#length > 0 && lines > this.#wanted) this.#wanted = lines;
  }

  #settle(): void {
    if (this.#wanted !== 0) {
      this.#trim();
      const lines = this.#wanted;
      this.#wanted = 0;
      for (let i = this.#length > 0 && this.#units[this.#length - 1] === LF ? 1 : 0; i < lines; i++) this.#push(LF);
    }
    if (this.#open && this.#open.start < 0) this.#open.start = this.#length;
    if (this.#part && this.#part.start < 0) this.#part.start = this.#length;
    if (this.#mark && this.#mark.start < 0) this.#mark.start = this.#length;
  }

  #trim(): void {
    const floor = Math.max(
      this.#open?.start ?? 0,
      this.#cellStarts.length > 0 ? this.#cellStarts.array[this.#cellStarts.length - 1]! : 0,
      0,
    );
    while (this.#length > floor && (this.#units[this.#length - 1] === SPACE || this.#units[this.#length - 1] === LF))
      this.#length--;
  }

  #push(unit: number): void {
    if (this.#length === this.#units.length) {
      const more = new Uint16Array(this.#length * 2);
      more.set(this.#units);
      this.#units = more;
    }
    this.#units[this.#length++] = unit;
  }
}
