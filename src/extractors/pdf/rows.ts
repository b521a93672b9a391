/** Rows of a table whose cells take several lines: which lines of the page are one of them. */
import { pattern } from '../../core/pattern.ts';
import { type Box, isRightToLeft, isWide, type Piece } from './page.ts';

/** Pieces on one baseline. */
export interface Row {
  y: number;
  size: number;
  pieces: Piece[];
}

/** A row of a table that takes several lines: for each column the pieces of each line that has some in it. */
export interface TableRow {
  readonly lines: readonly Row[];
  readonly columns: readonly (readonly Piece[][])[];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

interface Cell {
  readonly pieces: Piece[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** Of the letters' size: a gap that divides cells, and what must be left of it through all lines of the table. */
export const CELL_GAP = 1.4;
const LEAST_GAP = 0.6;
/** Likewise: the farthest that two lines of one cell, and two rows of one table, are from each other. */
const TIGHT = 1.5;
const LOOSE = 4;
/** Likewise, a cell that is wide enough to break its text. */
const BROKEN_CELL = 4;
/** Lines of a table that are looked at together; and cells of a line: more are a drawing. */
const MOST_LINES = 400;
const MOST_CELLS = 40;
/** Ruled tables of a page. */
const MOST_GRIDS = 40;
/** Bands between ruled lines from which on they part the rows. */
const BANDS = 3;
/** Lines of a row that is one for certain. */
const BAND_LINES = 12;
/** Of the width of a table, what is drawn of a ruled line across it at least. */
const RULED_SHARE = 0.6;
/** Of the lines of a table, those that may reach over several of its columns. */
const SPANNING_SHARE = 0.08;
/** Points: the pieces of one ruled line, the ends of two of one table. */
const SAME_LINE = 1.5;
const SAME_EDGE = 6;

const LETTER = pattern('u')`\p{L}`;
const LOWER_FIRST = pattern('u')`^\p{Ll}`;
/** What rows are numbered with: `1.2`, `L4.1`, `REQ-12`. */
const NUMBER = pattern('u')`^\p{L}{0,6}[-_]?\d{1,4}(?:\.\d{1,3})*[.)]?$`;
const DIVIDED = pattern('u')`[\p{L}\p{N}][-‐\u00ad]$`;

/** Gaps between the cells of a line. */
function gapsOf({ pieces, size }: Row, least = CELL_GAP): Gap[] {
  const gaps: Gap[] = [];
  let end = pieces[0]!.x1;
  for (const { x0, x1 } of pieces) {
    if (x0 - end > least * size) gaps.push({ from: end, to: x0 });
    end = Math.max(end, x1);
  }
  return gaps;
}

/** What a line leaves free of each of the gaps; those of which nothing is left are not given. */
function narrowed(gaps: readonly Gap[], { pieces, size }: Row): Gap[] {
  return gaps.flatMap((gap) => {
    let at = gap.from;
    let best: Gap | undefined;
    let aligned = false;
    const take = (to: number): void => {
      if (to - at < LEAST_GAP * size || aligned) return;
      // cells begin below each other; in narrow ones gaps between words are wide, too
      aligned = Math.abs(to - gap.to) < 0.3 * size;
      if (aligned || !best || to - at > best.to - best.from) best = { from: at, to };
    };
    for (const { x0, x1 } of pieces) {
      if (x1 <= at || x0 >= gap.to) continue;
      take(x0);
      at = Math.max(at, x1);
    }
    take(gap.to);
    return best ? [best] : [];
  });
}

/** Lines in which rows of a table of several lines are one; all others are given as they came. Linear in the lines. */
export function tableRows(rows: readonly Row[], grids: readonly Grid[]): (Row | TableRow)[] {
  const out: (Row | TableRow)[] = [];
  let table = firstTable(rows, 0, grids);
  for (let i = 0; i < rows.length;) {
    if (table?.from === i) {
      out.push(...table.rows);
      i = table.to;
      table = firstTable(rows, i, grids);
      continue;
    }
    const run = runFrom(rows, i, table?.from ?? rows.length);
    if (!run) {
      out.push(rows[i++]!);
      continue;
    }
    out.push(...rowsIn(run.rows, run.gaps));
    i += run.rows.length;
  }
  return out;
}

/** The first table from line `start` on whose rows are parted by ruled lines: its lines, and their rows. */
export function firstTable(
  rows: readonly Row[],
  start: number,
  grids: readonly Grid[],
): { readonly from: number; readonly to: number; readonly rows: readonly (Row | TableRow)[] } | null {
  for (const grid of grids) {
    const bottom = grid.ys.at(-1)!;
    const from = firstBelow(rows, grid.ys[0]!, start);
    if (from >= rows.length || rows[from]!.y > bottom || !isWithin(rows[from]!, grid)) continue;
    let to = from;
    while (to < rows.length && rows[to]!.y < bottom && isWithin(rows[to]!, grid)) to++;
    for (const lines of bandsOf(rows, from, to, grid)) {
      const own = ruled(lines);
      if (!own) continue;
      const first = rows.indexOf(lines[0]![0]!, from);
      return { from: first, to: first + lines.reduce((sum, { length }) => sum + length, 0), rows: own };
    }
  }
  return null;
}

/** The first line whose baseline is below y. */
function firstBelow(rows: readonly Row[], y: number, start: number): number {
  let low = start;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.y > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ruled lines of the same width below each other. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  /** Ascending. */
  readonly ys: number[];
}

/** Tables whose rows are parted by ruled lines; those of three lines, as in a book, are none. From the top down. */
export function gridsOf(rules: readonly Box[]): Grid[] {
  const across: { left: number; right: number; y: number; drawn: number }[] = [];
  for (const { x0, x1, y0 } of rules.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const last = across.at(-1);
    if (last && y0 - last.y < SAME_LINE) {
      last.drawn += Math.max(0, x1 - Math.max(x0, last.right)) + Math.max(0, last.left - x0);
      last.left = Math.min(last.left, x0);
      last.right = Math.max(last.right, x1);
    } else across.push({ left: x0, right: x1, y: y0, drawn: x1 - x0 });
  }
  const grids: Grid[] = [];
  for (const { left, right, y, drawn } of across) {
    if (drawn < RULED_SHARE * (right - left)) continue;
    const last = grids.at(-1);
    if (last && Math.abs(last.left - left) < SAME_EDGE && Math.abs(last.right - right) < SAME_EDGE) last.ys.push(y);
    else grids.push({ left, right, ys: [y] });
  }
  return grids.filter(({ ys }) => ys.length > BANDS).slice(0, MOST_GRIDS);
}

function isWithin({ pieces }: Row, { left, right }: Grid): boolean {
  return pieces[0]!.x0 > left - SAME_EDGE && pieces.at(-1)!.x1 < right + SAME_EDGE;
}

/**
 * Bands of lines between the ruled lines, as far as they follow each other. What does not keep to the columns of the small ones
 * is the page around a table.
 */
function bandsOf(rows: readonly Row[], from: number, to: number, { ys }: Grid): Row[][][] {
  const bands: Row[][] = [];
  let next = -1;
  let line = 0;
  for (let i = from; i < to; i++) {
    const { y, size } = rows[i]!;
    while (line < ys.length && ys[line]! < y - 0.4 * size) line++;
    if (line !== next) bands.push([]);
    next = line;
    bands.at(-1)!.push(rows[i]!);
  }
  const isCertain = (band: readonly Row[]): boolean =>
    band.length <= BAND_LINES && (band.length < 3 || band.some((row) => gapsOf(row, LEAST_GAP).length > 0));
  const gaps = columnsOf(bands.filter(isCertain).flat());
  const fits = (band: readonly Row[]): boolean =>
    band.filter((row) => narrowed(gaps, row).length < gaps.length).length <= SPANNING_SHARE * band.length;
  const found: Row[][][] = [[]];
  if (gaps.length > 0)
    for (const band of bands)
      if (isCertain(band) || fits(band)) found.at(-1)!.push(band);
      else found.push([]);
  return found.filter(({ length }) => length >= BANDS);
}

/** Rows between ruled lines; null where there are no columns. */
function ruled(bands: readonly (readonly Row[])[]): (Row | TableRow)[] | null {
  const gaps = columnsOf(bands.flat());
  if (gaps.length === 0) return null;
  const middles = gaps.map(({ from, to }) => (from + to) / 2);
  return bands.flatMap((lines): (Row | TableRow)[] => {
    if (lines.length === 1) return [...lines];
    const cells = lines.map((line) => {
      const own = cellsOf(line, middles);
      return Array.from({ length: middles.length + 1 }, (_, column) => cellOf(own[column]));
    });
    // rows that no line parts, each with its number
    const isNumbered = (column: number): boolean =>
      cells.filter((line) => line[column] && NUMBER.test(line[column].text)).length > 1;
    if (isNumbered(0) || isNumbered(middles.length)) return rowsIn(lines, gaps);
    const edges = edgesOf(cells, middles.length + 1);
    const out: (Row | TableRow)[] = [];
    let from = 0;
    for (let i = 1; i <= lines.length; i++) {
      const line = cells[i];
      const { size } = lines[Math.min(i, lines.length - 1)]!;
      // whole rows that follow each other, no cell of which goes on in the next
      const starts =
        line?.[0] &&
        line.filter((cell) => cell).length > 1 &&
        line.some((cell, column) => cell && cells[i - 1]![column]) &&
        line.every((cell, column) => {
          const before = cells[i - 1]![column];
          return !cell || !before || !isBroken(before, cell, edges[column]!, size, true);
        });
      if (line && !starts) continue;
      out.push(rowOf(lines.slice(from, i), cells.slice(from, i), middles.length + 1));
      from = i;
    }
    return out;
  });
}

function rowOf(lines: readonly Row[], cells: readonly (readonly (Cell | null)[])[], columns: number): Row | TableRow {
  if (lines.length === 1) return lines[0]!;
  return {
    lines,
    columns: Array.from({ length: columns }, (_, column) =>
      cells.flatMap((line) => (line[column] ? [line[column].pieces] : [])),
    ),
  };
}

interface Edge {
  readonly left: number;
  readonly right: number;
}

/** Between which edges the cells of each column stand. */
function edgesOf(cells: readonly (readonly (Cell | null)[])[], columns: number): Edge[] {
  return Array.from({ length: columns }, (_, column) => {
    const own = cells.flatMap((line) => line[column] ?? []);
    return { left: Math.min(...own.map(({ x0 }) => x0)), right: Math.max(...own.map(({ x1 }) => x1)) };
  });
}

/** Gaps through nearly all lines. */
function columnsOf(lines: readonly Row[]): Gap[] {
  const size = Math.max(...lines.map((line) => line.size));
  const edges = lines
    .flatMap(({ pieces }) =>
      pieces.flatMap(({ x0, x1 }): [number, number][] => [
        [x0, 1],
        [x1, -1],
      ]),
    )
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const few = Math.floor(SPANNING_SHARE * lines.length);
  const gaps: Gap[] = [];
  let open = 0;
  let from = Number.NaN;
  for (const [x, step] of edges) {
    const before = open;
    open += step;
    if (before > few && open <= few) from = x;
    else if (before <= few && open > few && x - from >= LEAST_GAP * size) gaps.push({ from, to: x });
  }
  return gaps;
}

/** Pieces of a line by column. */
function cellsOf({ pieces }: Row, middles: readonly number[]): (Piece[] | undefined)[] {
  const columns: (Piece[] | undefined)[] = [];
  for (const piece of pieces) {
    const middle = (piece.x0 + piece.x1) / 2;
    let column = 0;
    while (column < middles.length && middle > middles[column]!) column++;
    (columns[column] ??= []).push(piece);
  }
  return columns;
}

/** Lines from `first` on, and before `behind`, whose cells stand in the same columns; null where there are not two. */
function runFrom(
  rows: readonly Row[],
  first: number,
  behind: number,
): { readonly rows: readonly Row[]; readonly gaps: readonly Gap[] } | null {
  const head = rows[first]!;
  if (head.pieces.length < 2 || head.pieces.length > MOST_CELLS || isCode(head)) return null;
  let gaps = gapsOf(head);
  if (gaps.length === 0) return null;
  let end = first;
  for (let i = first + 1; i < behind && i - first < MOST_LINES; i++) {
    const row = rows[i]!;
    const step = row.y - rows[i - 1]!.y;
    if (row.pieces.length > MOST_CELLS || isCode(row) || step > LOOSE * Math.max(row.size, head.size)) break;
    const kept = narrowed(gaps, row);
    if (kept.length === 0 || 2 * kept.length < gaps.length) break;
    const several = gapsOf(row).length > 0;
    // what stands in the first column alone is the text behind the table as likely as a part of it
    if (!several && row.pieces[0]!.x0 < kept[0]!.from && step > TIGHT * row.size) break;
    gaps = kept;
    if (several || (i === end + 1 && step <= TIGHT * row.size && row.pieces[0]!.x0 >= kept[0]!.to - row.size)) end = i;
  }
  return end > first ? { rows: rows.slice(first, end + 1), gaps } : null;
}

/** Whether a line is set in letters of one width, in which gaps are blanks. */
function isCode({ pieces }: Row): boolean {
  return pieces.every(({ mono, text }) => mono || text.length < 3) && pieces.some(({ mono }) => mono);
}

function rowsIn(lines: readonly Row[], gaps: readonly Gap[]): (Row | TableRow)[] {
  const middles = gaps.map(({ from, to }) => (from + to) / 2);
  const cells = lines.map((line) => {
    const own = cellsOf(line, middles);
    return Array.from({ length: middles.length + 1 }, (_, column) => cellOf(own[column]));
  });
  const edges = edgesOf(cells, middles.length + 1);
  const goesOn = (i: number): boolean => {
    const { y, size } = lines[i]!;
    if (y - lines[i - 1]!.y > TIGHT * size) return false;
    let open = false;
    let starts = false;
    // the text of one cell behind the first goes on, also where it is broken early
    const alone = !cells[i]![0] && cells[i]!.filter((cell) => cell).length === 1;
    for (const [column, cell] of cells[i]!.entries()) {
      if (!cell) continue;
      const before = cells[i - 1]![column];
      if (!before || !isBroken(before, cell, edges[column]!, size, alone)) return false;
      open = true;
      if (!LOWER_FIRST.test(cell.text) && !DIVIDED.test(before.text)) starts = true;
    }
    // a row begins with its first cell
    return open && (!starts || !cells[i]![0]);
  };
  const out: (Row | TableRow)[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    while (end < lines.length && goesOn(end)) end++;
    out.push(rowOf(lines.slice(i, end), cells.slice(i, end), middles.length + 1));
    i = end;
  }
  return out;
}

function cellOf(pieces: Piece[] | undefined): Cell | null {
  if (!pieces) return null;
  return {
    pieces,
    text: pieces
      .map(({ text }) => text)
      .join(' ')
      .trim(),
    x0: pieces[0]!.x0,
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
  };
}

/** Whether a cell's line was broken because the next word had no room in its column. */
function isBroken(before: Cell, next: Cell, edge: Edge, size: number, early: boolean): boolean {
  if (!LETTER.test(before.text) || before.x1 - before.x0 < BROKEN_CELL * size) return false;
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  const wide = isWide(next.text.charCodeAt(0))
    ? 2.2 * size
    : ((next.x1 - next.x0) * word.length) / Math.max(1, next.text.length);
  const room = isRightToLeft(before.text.charCodeAt(0)) ? before.x0 - edge.left : edge.right - before.x1;
  return room < wide + (early ? 4 : 0.4) * size;
}
