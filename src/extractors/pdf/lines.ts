/** Pieces of a page become lines in the order in which they are read: columns where a gutter is found. */
import { shifted } from '../shifted.ts';
import { type Box, isRightToLeft, isWide, type Piece, spaceGap } from './page.ts';
import { CELL_GAP, firstTable, gridsOf, type Row, type TableRow, tableRows } from './rows.ts';

export interface Line {
  text: string;
  x0: number;
  x1: number;
  /** Of the baseline; of the last one, where a row of a table takes several. */
  y: number;
  end: number;
  /** Of most of its letters. */
  size: number;
  bold: boolean;
  mono: boolean;
  /** Set where gaps as wide as those of a table are in it: the cells, with line ends where one takes several lines. */
  cells: string[] | null;
  /** Left edge and right edge of the column that it stands in. */
  left: number;
  right: number;
  hidden: string;
  recognized: boolean;
  /** How certain it is, of text that was recognized here and not read; empty otherwise. */
  certainty: string;
  /** Number of the column or band, ascending in the page. */
  region: number;
}

/** Of the letters' size: the narrowest gutter. */
const GUTTER = 0.9;
/** Rows that a gutter goes through, at least. */
const GUTTER_ROWS = 4;
/** Of the lines of a column, those that fill it at least; the same where a column was found before. */
const LONG = 0.5;
const KNOWN_LONG = 0.2;
/** Lines on both sides from which on a gutter is one of the page's; and the most of them. */
const KNOWN_SCORE = 30;
const MOST_GUTTERS = 12;

function isNear(gutters: readonly number[], x: number, size: number): boolean {
  return gutters.some((known) => Math.abs(known - x) < size);
}

/**
 * `gutters`: where the pages so far have columns, which those of this page are added to: there, a column may hold lines of any
 * length, as of code.
 */
export function linesOf(pieces: readonly Piece[], rules: readonly Box[], gutters: number[] = []): Line[] {
  const out: Line[] = [];
  let region = 0;
  const add = (own: Piece[], ruled: readonly Box[]): void => {
    const sizes = own.map(({ size }) => size).toSorted((a, b) => a - b);
    const size = sizes[Math.floor(sizes.length / 2)] ?? 10;
    const grids = gridsOf(ruled);
    const edge = { left: Math.min(...own.map(({ x0 }) => x0)), right: Math.max(...own.map(({ x1 }) => x1)) };
    const emit = (rows: Row[]): void => {
      if (rows.length === 0) return;
      region++;
      // the edges are those of the lines around it in letters of its size: a title may be wider than the text under it
      const edges = new Map<Row, { readonly left: number; readonly right: number }>();
      rows.forEach((row, i) => {
        const like = rows
          .slice(Math.max(0, i - 12), i + 13)
          .filter(({ size: other }) => Math.abs(other - row.size) < 0.1 * row.size);
        edges.set(row, {
          left: Math.min(...like.map(({ pieces: own }) => own[0]!.x0)),
          right: Math.max(...like.map(({ pieces: own }) => own.at(-1)!.x1)),
        });
      });
      for (const row of tableRows(rows, grids)) {
        const first = 'lines' in row ? row.lines[0]! : row;
        const { left, right } = edges.get(first)!;
        out.push('lines' in row ? lineOfCells(row, left, right, region) : lineOf(row, left, right, region));
      }
    };
    const divide = (rows: Row[], depth: number): void => {
      const table = firstTable(rows, 0, grids);
      if (table) {
        divide(rows.slice(0, table.from), depth);
        emit(rows.slice(table.from, table.to));
        divide(rows.slice(table.to), depth);
        return;
      }
      const found = depth < 6 ? gutter(rows, size, gutters) : null;
      if (!found) {
        emit(rows);
        return;
      }
      const share = (found.x - edge.left) / (edge.right - edge.left);
      if (
        found.score >= KNOWN_SCORE &&
        share > 0.4 &&
        share < 0.6 &&
        gutters.length < MOST_GUTTERS &&
        !isNear(gutters, found.x, size)
      )
        gutters.push(found.x);
      divide(rows.slice(0, found.from), depth + 1);
      const middle = rows.slice(found.from, found.to + 1);
      // lines that are ruled across the gutter part rows of a table
      const bounds = ruled
        .filter((rule) => rule.x0 < found.x - 8 && rule.x1 > found.x + 8)
        .map((rule) => rule.y0)
        .toSorted((a, b) => a - b);
      let band: Row[] = [];
      let next = 0;
      const flush = (): void => {
        const sides = [false, true].map((side) =>
          band.flatMap((row) => row.pieces.filter((piece) => piece.x0 + piece.x1 > 2 * found.x === side)),
        );
        if (bounds.length >= 2 && band.length < GUTTER_ROWS) {
          for (const side of sides) emit(rowsOf(side));
        } else for (const side of sides) divide(rowsOf(side), depth + 1);
        band = [];
      };
      for (const row of middle) {
        while (next < bounds.length && bounds[next]! < row.y - row.size * 0.5) {
          if (band.length > 0 && bounds[next]! > band.at(-1)!.y) flush();
          next++;
        }
        band.push(row);
      }
      flush();
      divide(rows.slice(found.to + 1), depth + 1);
    };
    divide(rowsOf(own), 0);
  };

  const upright = pieces.filter(({ turn, vertical }) => turn === 0 && !vertical);
  const columns = pieces.filter(({ vertical }) => vertical);
  // a page whose text is turned as a whole is read as it is turned
  add(upright, rules);
  if (columns.length > 0) {
    // columns from right to left
    const turned = columns.map((piece) => ({ ...piece, x0: piece.y - piece.size, x1: piece.y, y: -piece.x0 }));
    add(turned, []);
  }
  for (const turn of [90, 180, 270]) {
    const own = pieces.filter((piece) => piece.turn === turn && !piece.vertical);
    if (own.length > 0) add(own, []);
  }
  return out;
}

/** Small letters above or below a row belong to it. */
function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    let best: Row | undefined;
    for (let i = rows.length - 1; i >= Math.max(0, rows.length - 4) && !best; i--) {
      const row = rows[i]!;
      const big = Math.max(row.size, piece.size);
      const small = Math.min(row.size, piece.size);
      const away = Math.abs(piece.y - row.y);
      const beside = row.pieces.every(
        (other) => other.x1 <= piece.x0 + 0.35 * small || other.x0 >= piece.x1 - 0.35 * small,
      );
      if (beside && (away < 0.25 * small || (small < 0.85 * big && away < 0.6 * big && near(row, piece, big))))
        best = row;
    }
    if (!best) {
      rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
      continue;
    }
    best.pieces.push(piece);
    if (piece.size > best.size * 1.05) {
      best.size = piece.size;
      best.y = piece.y;
    }
  }
  for (const row of rows) row.pieces.sort((a, b) => a.x0 - b.x0);
  return rows.toSorted((a, b) => a.y - b.y);
}

function near(row: Row, piece: Piece, big: number): boolean {
  return row.pieces.some(
    (other) => Math.abs(piece.x0 - other.x1) < 0.5 * big || Math.abs(other.x0 - piece.x1) < 0.5 * big,
  );
}

/** The longest run of rows with one gap through all of them, text on both sides of it. */
function gutter(
  rows: readonly Row[],
  size: number,
  gutters: readonly number[],
): { readonly x: number; readonly from: number; readonly to: number; readonly score: number } | null {
  if (rows.length < GUTTER_ROWS || rows.length > 2000) return null;
  const least = GUTTER * size;
  let best: { x: number; from: number; to: number; score: number } | null = null;
  const tried: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const { pieces } = rows[i]!;
    if (pieces.length > 40) continue;
    let end = pieces[0]!.x1;
    for (let k = 1; k < pieces.length; k++) {
      const from = end;
      const to = pieces[k]!.x0;
      end = Math.max(end, pieces[k]!.x1);
      if (to - from < least) continue;
      const middle = (from + to) / 2;
      if (tried.filter((x) => Math.abs(x - middle) < size / 2).length >= 3 || tried.length > 120) continue;
      tried.push(middle);
      let low = from;
      let high = to;
      const widen = (step: number): number => {
        let at = i;
        while (rows[at + step]) {
          const room = free(rows[at + step]!, low, high, least);
          if (!room) break;
          [low, high] = room;
          at += step;
        }
        return at;
      };
      const first = widen(-1);
      const last = widen(1);
      const x = (low + high) / 2;
      const found = columnsAt(rows, first, last, x, isNear(gutters, x, size));
      if (found && (!best || found.score > best.score)) best = { ...found, x };
    }
  }
  return best;
}

/** What of the interval low to high a row leaves free, widest first; null where it is too little. */
function free(row: Row, low: number, high: number, least: number): [number, number] | null {
  let at = low;
  let room: [number, number] | null = null;
  const take = (from: number, to: number): void => {
    if (to - from >= least && (!room || to - from > room[1] - room[0])) room = [from, to];
  };
  for (const { x0, x1 } of row.pieces) {
    if (x1 <= at || x0 >= high) continue;
    take(at, x0);
    at = Math.max(at, x1);
  }
  take(at, high);
  return room;
}

/** Whether both sides of x are columns of text and not cells: lines of some length that fill their side. */
function columnsAt(
  rows: readonly Row[],
  first: number,
  last: number,
  x: number,
  known: boolean,
): { readonly from: number; readonly to: number; readonly score: number } | null {
  const sides: { x0: number; x1: number; weight: number }[][] = [[], []];
  let both = 0;
  let from = -1;
  let to = -1;
  for (let i = first; i <= last; i++) {
    const parts = [false, true].map((side) => rows[i]!.pieces.filter((piece) => piece.x0 + piece.x1 > 2 * x === side));
    parts.forEach((part, side) => {
      if (part.length > 0)
        sides[side]!.push({
          x0: part[0]!.x0,
          x1: part.at(-1)!.x1,
          weight: part.reduce((sum, piece) => sum + weightOf(piece.text), 0),
        });
    });
    if (parts[0]!.length > 0 && parts[1]!.length > 0) both++;
    if (from < 0) from = i;
    to = i;
  }
  if (
    sides.some((side) => side.length < GUTTER_ROWS) ||
    (both < GUTTER_ROWS - 1 && sides.some((side) => side.length < 8))
  )
    return null;
  for (const side of sides) {
    const left = Math.min(...side.map(({ x0 }) => x0));
    const right = Math.max(...side.map(({ x1 }) => x1));
    const long = side.filter(({ x0, x1, weight }) => weight >= 16 && x1 - x0 >= 0.62 * (right - left)).length;
    if (long < (known ? KNOWN_LONG : LONG) * side.length || long < 3) return null;
  }
  return { from, to, score: sides[0]!.length + sides[1]!.length + both };
}

function weightOf(text: string): number {
  let weight = 0;
  for (let i = 0; i < text.length; i++) weight += isWide(text.charCodeAt(i)) ? 3 : 1;
  return weight;
}

function lineOf(row: Row, left: number, right: number, region: number): Line {
  const glyphs: string[] = [];
  const cells: string[][] = [[]];
  let before: Piece | undefined;
  let letters = 0;
  let bold = 0;
  let mono = 0;
  const bySize = new Map<number, number>();
  const put = (...more: string[]): void => {
    for (const glyph of more) {
      glyphs.push(glyph);
      cells.at(-1)!.push(glyph);
    }
  };
  for (const piece of row.pieces) {
    if (before) {
      const gap = piece.x0 - before.x1;
      const size = Math.max(before.size, piece.size, row.size * 0.8);
      if (gap > CELL_GAP * size) {
        glyphs.push('\t');
        cells.push([]);
      } else if (
        gap > spaceGap(before.text, piece.text, before.mono && piece.mono) * size &&
        !before.text.endsWith(' ')
      )
        put(' ');
    }
    const small = piece.size < 0.85 * row.size;
    const raised = row.y - piece.y;
    const high = small && raised > 0.15 * row.size;
    const written =
      small && before
        ? high
          ? shifted(piece.glyphs, 'high')
          : raised < -0.08 * row.size
            ? shifted(piece.glyphs, 'low')
            : piece.glyphs
        : piece.glyphs;
    put(...written);
    // the number of a note, at its beginning
    if (high && !before && /^\d+$/u.test(piece.text)) put(' ');
    letters += piece.text.length;
    if (piece.bold) bold += piece.text.length;
    // letters of Chinese are of one width in any font
    if (piece.mono && !isWide(piece.text.charCodeAt(0))) mono += piece.text.length;
    const rounded = Math.round(piece.size * 4) / 4;
    bySize.set(rounded, (bySize.get(rounded) ?? 0) + piece.text.length);
    before = piece;
  }
  const size = [...bySize].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const rtl = glyphs.some((glyph) => isRightToLeft(glyph.charCodeAt(0)));
  const text = (rtl ? logical(glyphs).join('') : glyphs.join('')).replace(/ +/gu, ' ').trim();
  return {
    text,
    x0: row.pieces[0]!.x0,
    x1: row.pieces.at(-1)!.x1,
    y: row.y,
    end: row.y,
    size,
    bold: bold > 0.9 * letters,
    mono: mono > 0.9 * letters,
    cells: cells.length > 1 ? (rtl ? text.split('\t') : cells.map((cell) => cell.join('').trim())) : null,
    left,
    right,
    hidden: row.pieces.every(({ hidden }) => hidden !== '') ? row.pieces[0]!.hidden : '',
    recognized: row.pieces.every(({ invisible }) => invisible),
    certainty: '',
    region,
  };
}

/** A row of a table that takes several lines. */
function lineOfCells({ lines, columns }: TableRow, left: number, right: number, region: number): Line {
  const cells: string[] = [];
  const all: Line[] = [];
  for (const column of columns) {
    const own = column.map((pieces) => {
      const size = Math.max(...pieces.map((piece) => piece.size));
      const base = pieces.find((piece) => piece.size === size)!;
      return lineOf({ y: base.y, size, pieces }, left, right, region);
    });
    if (own.length > 0) cells.push(own.map(({ text }) => text.replace(/\t/gu, ' ')).join('\n'));
    all.push(...own);
  }
  const letters = Array.from(cells.join(''));
  const rtl =
    letters.filter((letter) => isRightToLeft(letter.charCodeAt(0))).length > letters.filter(isLeftToRight).length;
  if (rtl) cells.reverse();
  return {
    ...all[0]!,
    text: cells.join('\t').replace(/\n/gu, ' '),
    x0: Math.min(...all.map(({ x0 }) => x0)),
    // where its last line ends, so that it can be told whether that is full
    x1: lines.at(-1)!.pieces.at(-1)!.x1,
    y: lines[0]!.y,
    end: lines.at(-1)!.y,
    bold: all.every(({ bold }) => bold),
    mono: all.every(({ mono }) => mono),
    cells,
  };
}

function isLeftToRight(glyph: string): boolean {
  const code = glyph.charCodeAt(0);
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code < 0x590) ||
    (code >= 0x900 && code < 0x2000) ||
    code >= 0x2e80
  );
}

function isDigit(glyph: string): boolean {
  const code = glyph.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
}

/** From the order on the page, left to right, to the order in which the letters are read. */
function logical(glyphs: readonly string[]): string[] {
  let right = 0;
  let left = 0;
  for (const glyph of glyphs) {
    if (isRightToLeft(glyph.charCodeAt(0)) && !isDigit(glyph)) right++;
    else if (isLeftToRight(glyph)) left++;
  }
  /** Runs of one direction, with what stands between two letters of it. */
  const flip = (from: readonly string[], inside: (glyph: string) => boolean): string[] => {
    const out: string[] = [];
    for (let i = 0; i < from.length;) {
      if (!inside(from[i]!)) {
        out.push(from[i++]!);
        continue;
      }
      let last = i;
      for (let k = i; k < from.length; k++) {
        const glyph = from[k]!;
        if (inside(glyph)) last = k;
        else if (isLeftToRight(glyph) || isRightToLeft(glyph.charCodeAt(0)) || (isDigit(glyph) && !inside('0'))) break;
      }
      out.push(...from.slice(i, last + 1).toReversed());
      i = last + 1;
    }
    return out;
  };
  const isRight = (glyph: string): boolean => isRightToLeft(glyph.charCodeAt(0)) && !isDigit(glyph);
  // all turned, then what goes the other way turned back
  if (right >= left) return flip(glyphs.toReversed(), (glyph) => isLeftToRight(glyph) || isDigit(glyph));
  return flip(glyphs, isRight);
}
