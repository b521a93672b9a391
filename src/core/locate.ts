/** From an offset in a document's text to the place that a person can go to, with the words found there. */
import type { Document, Place, Span } from './types.ts';
import { view } from './view.ts';

/** The longest quote, in UTF-16 code units; a longer place is quoted by its beginning. */
export const QUOTE_UNITS = 240;

const LF = 10;

/** Offsets in the text at which lines begin; the first is 0, a final LF begins no further line. */
export const lineStarts: (document: Document) => Uint32Array = view((document) => lineStartsOf(document.units));

/** Offsets at which lines begin; the first is 0, a final LF begins no further line. */
export function lineStartsOf(units: Uint16Array): Uint32Array {
  const { length } = units;
  // a line for every sixteen units is seldom too few; a search from LF to LF is slower, for lines are short
  let starts: Uint32Array = new Uint32Array(16 + (length >>> 4));
  let count = 1;
  const whole = length - (length & 3);
  let i = 0;
  while (i < length) {
    // so many starts there is room for: as many units may be looked at without a further question
    const stop = Math.min(whole, i + ((starts.length - count) & ~3));
    for (; i < stop; i += 4) {
      if (units[i] === LF) starts[count++] = i + 1;
      if (units[i + 1] === LF) starts[count++] = i + 2;
      if (units[i + 2] === LF) starts[count++] = i + 3;
      if (units[i + 3] === LF) starts[count++] = i + 4;
    }
    if (i === whole) {
      if (starts.length < count + 4) starts = grown(starts, count);
      for (; i < length; i++) if (units[i] === LF) starts[count++] = i + 1;
    } else if (starts.length < count + 4) starts = grown(starts, count);
  }
  if (length > 0 && units[length - 1] === LF) count--;
  return starts.slice(0, count);
}

function grown(starts: Uint32Array, count: number): Uint32Array {
  const more = new Uint32Array(2 * starts.length + 16);
  more.set(starts.subarray(0, count));
  return more;
}

/** Index of the last start that is <= offset (0 where none is). */
export function lastAtOrBefore(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column, both from 1, in the decoded file, of an offset in the text. Columns count UTF-16 code units. */
export function lineColumn(document: Document, offset: number): { readonly line: number; readonly column: number } {
  const { origin } = document;
  let starts: Uint32Array;
  let at = offset;
  if (origin && origin.textStarts.length > 0) {
    const segment = lastAtOrBefore(origin.textStarts, offset);
    at = origin.sourceStarts[segment]! + Math.max(0, offset - origin.textStarts[segment]!);
    starts = origin.sourceLineStarts;
  } else starts = lineStarts(document);
  const line = lastAtOrBefore(starts, at);
  return { line: line + 1, column: at - starts[line]! + 1 };
}

/** How an offset's place is called in the original: `page 3`, `sheet Totals!B4`; undefined for plain text. */
export function whereOf(document: Document, offset: number): string | undefined {
  const { parts, cells } = document;
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (parts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  if (!part || offset >= part.end) return undefined;
  if (!cells || cells.starts.length === 0) return part.label;
  const cell = lastAtOrBefore(cells.starts, offset);
  const start = cells.starts[cell]!;
  return start < part.start || start > offset
    ? part.label
    : `${part.label}!${columnName(cells.columns[cell]!)}${String(cells.rows[cell]!)}`;
}

/** Letters of a column from 1: A, B, ... Z, AA. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(0x41 + ((rest - 1) % 26)) + name;
  return name;
}

export interface AtOptions {
  /** What to see there, for a related place. */
  readonly note?: string;
  /** Where the quote ends, if before the place does. */
  readonly quoteEnd?: number;
}

/** The place of a span: lines from its first to its last unit, quoted up to 240 units. An empty span quotes nothing. */
export function at(document: Document, span: Span, options: AtOptions = {}): Place {
  const first = lineColumn(document, span.start);
  const last = lineColumn(document, Math.max(span.start, span.end - 1));
  let end = Math.min(span.end, options.quoteEnd ?? span.end);
  if (end - span.start > QUOTE_UNITS) {
    end = span.start + QUOTE_UNITS;
    const unit = document.units[end - 1]!;
    if (unit >= 0xd800 && unit < 0xdc00) end--;
  }
  const where = whereOf(document, span.start);
  return {
    path: document.path,
    line: first.line,
    endLine: Math.max(first.line, last.line),
    column: first.column,
    start: span.start,
    end,
    ...(where === undefined ? {} : { where }),
    quote: document.slice(span.start, end),
    ...(options.note === undefined ? {} : { note: options.note }),
  };
}

/** A place without text: an absent file, a file as a whole, the folder itself (`.`). */
export function nowhere(path: string, note?: string): Place {
  return {
    path,
    line: null,
    endLine: null,
    column: null,
    start: null,
    end: null,
    quote: null,
    ...(note === undefined ? {} : { note }),
  };
}
