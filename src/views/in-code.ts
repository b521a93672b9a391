/** Whether an offset of a document stands in code: a code block, an inline code span, front matter, a comment. */
import type { Block, Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';

const KINDS: ReadonlySet<Block['kind']> = new Set(['code', 'comment', 'front-matter']);
/** Formats that are code or data from end to end. */
const CODE: ReadonlySet<string> = new Set([
  'code',
  'json',
  'yaml',
  'toml',
  'xml',
  'proto',
  'graphql',
  'sql',
  'abnf',
  'csv',
  'tsv',
  'log',
]);

const LF = 0x0a;
const TICK = 0x60;

const codeBlocks = view((document) => blocks(document).filter(({ kind }) => KINDS.has(kind)));

/** Whether the whole document is code or data. */
export function isCode(document: Document): boolean {
  return CODE.has(document.format);
}

/** Whether the offset stands in code. Inline code is what backticks enclose on one line, at most 500 units from it. */
export function inCode(document: Document, offset: number): boolean {
  if (isCode(document)) return true;
  const code = codeBlocks(document);
  let low = 0;
  let high = code.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (code[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  if (low < code.length && code[low]!.start <= offset) return true;
  const { units } = document;
  let ticks = 0;
  for (let i = offset - 1; i >= 0 && units[i] !== LF && offset - i < 500; i--) if (units[i] === TICK) ticks++;
  return (ticks & 1) === 1;
}
