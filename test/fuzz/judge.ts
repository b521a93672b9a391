/** What must hold of every answer, whatever was read: each says what is wrong, or nothing. */
import { createHash } from 'node:crypto';
import type { Document, Link, Place } from '../../src/core/types.ts';
import type { ReadResult } from '../../src/extractors/index.ts';

const ascending = (
  name: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  length: number,
  apart: boolean,
): string | null => {
  let before = 0;
  for (const { start, end } of spans) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > length)
      return `${name} ${String(start)} to ${String(end)} in a text of ${String(length)}`;
    if (start < before) return `${name} at ${String(start)} after ${String(before)}`;
    before = apart ? end : start;
  }
  return null;
};

function linkFault({ target, line, how }: Link): string | null {
  if (!Number.isInteger(line) || line < 1) return `a link in line ${String(line)}`;
  if (typeof target !== 'string' || target === '') return 'a link to nothing';
  return ['link', 'embed', 'name'].includes(how) ? null : `a link of kind ${how}`;
}

/** What is wrong with a document that a reader made. */
export function documentFault(document: Document): string | null {
  const { units, parts, structure = [], marks = [], losses = [], cells, origin, text } = document;
  if (units.includes(13)) return 'a CR in the text';
  if (text.length !== units.length) return `${String(text.length)} units of text, ${String(units.length)} counted`;
  const spans =
    ascending('part', parts, units.length, true) ??
    ascending('block', structure, units.length, true) ??
    ascending('mark', marks, units.length, false);
  if (spans !== null) return spans;
  for (const part of parts) if (part.label === '') return 'a part without a name';
  let at = 0;
  for (const loss of losses) {
    if (!(loss.at >= at && loss.at <= units.length))
      return `a loss at ${String(loss.at)} of ${String(units.length)}, after ${String(at)}`;
    if (loss.what === '' || loss.why === '' || loss.why.endsWith('.')) return `a loss "${loss.what}" "${loss.why}"`;
    at = loss.at;
  }
  if (cells) {
    if (cells.rows.length !== cells.starts.length || cells.columns.length !== cells.starts.length)
      return 'cells without a row or column';
    for (let i = 0; i < cells.starts.length; i++) {
      if (cells.starts[i]! > units.length || (i > 0 && cells.starts[i]! < cells.starts[i - 1]!))
        return `a cell at ${String(cells.starts[i])}`;
      if (cells.rows[i]! < 1 || cells.columns[i]! < 1)
        return `a cell in row ${String(cells.rows[i])}, column ${String(cells.columns[i])}`;
    }
  }
  if (origin) {
    if (origin.textStarts.length !== origin.sourceStarts.length) return 'segments without an origin';
    for (let i = 0; i < origin.textStarts.length; i++)
      if (origin.textStarts[i]! > units.length || (i > 0 && origin.textStarts[i]! < origin.textStarts[i - 1]!))
        return `a segment at ${String(origin.textStarts[i])}`;
  }
  return null;
}

/** What is wrong with what `read` gave. */
export function readFault(result: ReadResult): string | null {
  if ('document' in result) {
    if (result.outcome !== 'read' && result.outcome !== 'empty')
      return `outcome ${String((result as { outcome: string }).outcome)} with a document`;
    for (const link of result.links) {
      const fault = linkFault(link);
      if (fault !== null) return fault;
    }
    if (result.title !== null && (result.title === '' || result.title.length > 1000))
      return `a title of ${String(result.title.length)} units`;
    return documentFault(result.document);
  }
  if (!['bytes', 'unsupported', 'failed', 'limit'].includes(result.outcome)) return `outcome ${result.outcome}`;
  if (result.outcome !== 'bytes') return sentenceFault(result.why);
  return null;
}

/** What is wrong with a reason. */
export function sentenceFault(why: string | undefined): string | null {
  if (why === undefined || why === '') return 'no reason';
  if (why.length > 1000) return `a reason of ${String(why.length)} units`;
  return why.endsWith('.') ? `a full stop after the reason: ${why}` : null;
}

/** What is wrong with the path of a file inside of another. */
export function innerPathFault(path: string): string | null {
  const segments = path.split('/');
  return path === '' || path.includes('\0') || segments.includes('..') || segments.includes('')
    ? `the path ${JSON.stringify(path)} inside`
    : null;
}

/** Whether the quote of a place is what stands there in a text with LF ends. */
export function placeFault({ start, end, quote, line }: Place, lf: string): string | null {
  if (line !== null && (!Number.isInteger(line) || line < 1)) return `line ${String(line)}`;
  if (start === null || end === null || quote === null) return null;
  return lf.slice(start, end) === quote
    ? null
    : `${String(start)} to ${String(end)} is not ${JSON.stringify(quote.slice(0, 80))}`;
}

/** The same for the same answer. */
export function digestOf(result: ReadResult): string {
  const hash = createHash('sha1');
  if ('document' in result) {
    const { document, inside: _, ...rest } = result;
    hash.update(new Uint8Array(document.units.buffer, document.units.byteOffset, document.units.byteLength));
    hash.update(
      JSON.stringify([
        rest,
        document.parts,
        document.structure,
        document.marks,
        document.losses,
        document.cells && [...document.cells.starts],
      ]),
    );
  } else hash.update(JSON.stringify(result));
  return hash.digest('hex');
}
