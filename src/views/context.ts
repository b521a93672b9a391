/** What stands around an offset: its block, and whether it is code that is only shown. */
import type { Block, Document } from '../core/types.ts';
import { blocks } from './blocks.ts';

/** Units on either side in which the marks of a code span are looked for. */
const SPAN_UNITS = 2000;
const TICK = 0x60;
const LF = 0x0a;

/** Offset behind the last line end before `offset`, or of the unit so many units before it where the line is longer. */
export function lineStartNear(units: Uint16Array, offset: number, most: number = SPAN_UNITS): number {
  const least = Math.max(0, offset - most);
  let i = offset;
  while (i > least && units[i - 1] !== LF) i--;
  return i;
}

/** The block that holds the offset, or the last one before it. */
export function blockBefore(document: Document, offset: number): Block | undefined {
  const all = blocks(document);
  const block = all[indexBefore(all, offset)];
  return block && block.start <= offset ? block : undefined;
}

/** Index of the block that holds the offset, or of the last one before it; 0 where there is none. */
export function indexBefore(all: readonly Block[], offset: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (all[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The block that holds the offset. */
export function blockAt(document: Document, offset: number): Block | undefined {
  const block = blockBefore(document, offset);
  return block && offset < block.end ? block : undefined;
}

/**
 * Whether the offset lies in a block of code. In plain text, where code is told by looks alone, only what is fenced or
 * indented counts.
 */
export function inCodeBlock(document: Document, offset: number): boolean {
  const block = blockAt(document, offset);
  if (block?.kind !== 'code') return false;
  if (document.format !== 'text') return true;
  const { units } = document;
  if (units[block.start] === TICK) return true;
  const line = lineStartNear(units, offset);
  return offset > 0 && (units[line] === 0x20 || units[line] === 0x09);
}

/** Whether the offset lies between the backticks of a code span (Markdown, reStructuredText, AsciiDoc, Org). */
export function inCodeSpan(document: Document, offset: number): boolean {
  const { units } = document;
  const block = blockAt(document, offset);
  let from = block?.start ?? 0;
  // the cell of a table does not go on in the next line; of a very long block only its last lines are read
  if (block?.kind === 'table') from = Math.max(from, lineStartNear(units, offset));
  if (offset - from > SPAN_UNITS) {
    from = offset - SPAN_UNITS;
    let line = from;
    while (line < offset && units[line] !== LF) line++;
    if (line < offset) from = line + 1;
  }
  let open = 0;
  for (let i = from; i < offset; i++) {
    if (units[i] !== TICK) continue;
    let run = 1;
    while (units[i + run] === TICK && i + run < offset) run++;
    if (open === 0) open = run;
    else if (open === run) open = 0;
    i += run - 1;
  }
  if (open === 0) return false;
  const to = Math.min(block?.end ?? units.length, offset + SPAN_UNITS);
  for (let i = offset; i < to; i++) {
    if (units[i] !== TICK) continue;
    let run = 1;
    while (units[i + run] === TICK && i + run < to) run++;
    if (run === open) return true;
    i += run - 1;
  }
  return false;
}

/** Whether the offset lies in a code block or a code span. */
export function inCode(document: Document, offset: number): boolean {
  return inCodeBlock(document, offset) || inCodeSpan(document, offset);
}
