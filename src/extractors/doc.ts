/**
 * Old Word files (doc, Word 97 to 2003): the text by its piece table, after [MS-DOC] 2.4.1. Formatting is not read: headings
 * come as paragraphs, and hidden or deleted text is not told from the rest.
 */
import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { openCfb } from './cfb.ts';
import { LimitError, ReadError, type Budget } from './limits.ts';
import type { Reader } from './readers.ts';
import { TextBuilder, type Extracted } from './text-builder.ts';

/** Marks in the text that are no text ([MS-DOC] 2.4.1, 2.8.25). */
const NOTE = 0x02;
const FIELD = 0x13;
const RESULT = 0x14;
const FIELD_END = 0x15;
const CELL = 0x07;
const LINE = 0x0b;
const PAGE = 0x0c;
const PARAGRAPH = 0x0d;

/** Fields inside of each other; Word knows 20. */
const MOST_FIELDS = 100;

export const readDoc: Reader = (bytes, budget) => Promise.resolve({ text: read(bytes, budget) });

function read(bytes: Uint8Array, budget: Budget): Extracted {
  const file = openCfb(bytes);
  const main = file.stream('WordDocument');
  if (!main)
    throw new ReadError(
      `it holds no Word document${file.names.includes('EncryptedPackage') ? ': it is encrypted' : ''}`,
    );
  if (main.length < 0x1aa) throw new ReadError('it is cut off inside of its header');
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const ident = view.getUint16(0, true);
  if (ident !== 0xa5ec && ident !== 0xa5dc) throw new ReadError('it is no Word document');
  if (ident === 0xa5dc || view.getUint16(2, true) < 0xc1)
    throw new ReadError('it is of a Word before 97: convert it to docx');
  const flags = view.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) throw new ReadError('it is encrypted: a password is needed');
  const table = file.stream((flags & 0x0200) !== 0 ? '1Table' : '0Table');
  if (!table) throw new ReadError('it is damaged: the table of its pieces is missing');
  const counts = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68].map((at) => view.getUint32(at, true));
  const whole = pieces(main, table, view.getUint32(0x1a2, true), view.getUint32(0x1a6, true), budget);
  const out = new TextBuilder(budget);
  let at = 0;
  // which of the two a mark in the text belongs to is told by tables that are not read
  const [footnotes, endnotes] = [counts[1]! > 0, counts[5]! > 0];
  const numbered = footnotes !== endnotes;
  const names = ['', 'notes', 'heads', '', 'comments', 'notes', 'boxes', 'boxes'] as const;
  for (const [i, count] of counts.entries()) {
    const part = whole.slice(at, at + count);
    at += count;
    // running heads stand in every section
    if (i === 2 || part.length === 0) continue;
    if (i > 0) out.gap();
    add(out, part, names[i] === 'comments', numbered && (i === 0 || names[i] === 'notes'));
  }
  return out.done();
}

/** The text of all parts, in order, with its marks. */
function pieces(main: Uint8Array, table: Uint8Array, start: number, length: number, budget: Budget): string {
  const damaged = (): never => {
    throw new ReadError('it is damaged: the table of its pieces cannot be read');
  };
  const end = Math.min(table.length, start + length);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let i = start;
  // formats of pieces stand before the table
  while (i < end && table[i] === 1) {
    if (i + 3 > end) damaged();
    i += 3 + view.getUint16(i + 1, true);
  }
  if (i + 5 > end || table[i] !== 2) damaged();
  const size = view.getUint32(i + 1, true);
  i += 5;
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || i + 4 * (count + 1) + 8 * count > table.length) damaged();
  const out: string[] = [];
  for (let piece = 0; piece < count; piece++) {
    budget.nodes(1);
    const from = view.getUint32(i + 4 * piece, true);
    const to = view.getUint32(i + 4 * piece + 4, true);
    if (to < from) damaged();
    const fc = view.getUint32(i + 4 * (count + 1) + 8 * piece + 2, true);
    const units = to - from;
    const narrow = (fc & 0x40000000) !== 0;
    const at = narrow ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff;
    if (at + units * (narrow ? 1 : 2) > main.length)
      throw new ReadError('it is cut off: a piece of its text is not there');
    if (units > budget.limits.units) throw new LimitError('more text than one file may hold');
    const raw = main.subarray(at, at + units * (narrow ? 1 : 2));
    out.push(legacyHookDecode(raw, narrow ? 'windows-1252' : 'utf-16le'));
  }
  return out.join('');
}

/** With `numbered`, marks of notes are written as `[1]`, in the text and before the notes, which stand in the same order. */
function add(out: TextBuilder, text: string, comments: boolean, numbered: boolean): void {
  let notes = 0;
  /** For each open field, whether its result has begun; its instruction is no text. */
  const fields: boolean[] = [];
  let run = '';
  let open = false;
  let cells = 0;
  const put = (): void => {
    // a reference mark of a note, pictures, the anchors of drawings
    const shown = run
      .replace(/[\0-\x06\x08\x0e-\x1d]/gu, '')
      .replaceAll('\x1e', '\u2011')
      .replaceAll('\x1f', '');
    run = '';
    if (shown.trim() === '' && !open) return;
    if (!open) {
      if (comments) {
        out.block('comment');
        out.mark('comment');
      } else out.block('prose');
      open = true;
    }
    out.text(open ? shown : shown.trimStart());
  };
  const end = (): void => {
    put();
    out.end();
    out.unmark();
    open = false;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === FIELD) {
      put();
      if (fields.length < MOST_FIELDS) fields.push(false);
    } else if (unit === RESULT) {
      run = '';
      if (fields.length > 0) fields[fields.length - 1] = true;
    } else if (unit === FIELD_END) {
      if (fields.pop() === false) run = '';
    } else if (fields.length > 0 && fields.includes(false)) continue;
    else if (unit === CELL) {
      // the end of a row is a cell of nothing behind its last one
      if (run === '' && cells > 0 && text.charCodeAt(i - 1) === CELL) {
        out.end();
        open = false;
        cells = 0;
      } else {
        if (!open) {
          out.block('table');
          open = true;
        }
        if (cells > 0) out.text('\t');
        cells++;
        const shown = run.replace(/[\0-\x1f]/gu, ' ').trim();
        run = '';
        if (shown !== '') out.text(shown);
      }
    } else if (unit === PARAGRAPH) {
      // inside of a cell a paragraph's end is a space; elsewhere it ends the block
      if (cells > 0) run += ' ';
      else end();
    } else if (unit === PAGE) {
      end();
      out.gap();
    } else if (unit === LINE) {
      put();
      out.line();
    } else if (unit === NOTE && numbered) run += `[${String(++notes)}]`;
    else run += text.charAt(i);
  }
  end();
}
