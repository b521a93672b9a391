/** Lines of a column that became paragraphs of their own, each broken off inside a sentence. */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation } from '../core/types.ts';
import type { Block } from '../views/blocks.ts';
import { joins } from '../views/joins.ts';
import { wrapped } from '../views/wraps.ts';
import { SPACES } from '../views/script.ts';
import { isProgram } from '../views/program.ts';

/** Units of each half of an example; a third of it in East Asian text. */
const HALF = 24;
const WIDE_HALF = 8;

const half = (unit: number): number => (unit >= 0x2e80 ? WIDE_HALF : HALF);

/** The last units of a block, from a word's beginning where there are words. */
function endOf(document: Document, { start, end }: Block): string {
  let from = Math.max(start, end - half(document.units[end - 1]!));
  if (from > start) {
    const { units } = document;
    let i = from;
    while (i < end && SPACES[units[i]!] === 0) i++;
    if (i < end - 4) from = i + 1;
    else if (units[from]! >= 0xdc00 && units[from]! < 0xe000) from++;
  }
  return `${from > start ? '…' : ''}${document.slice(from, end).trimEnd()}`;
}

/** The first units of a block, up to a word's end where there are words. */
function beginningOf(document: Document, { start, end }: Block): string {
  let to = Math.min(end, start + half(document.units[start]!));
  if (to < end) {
    const { units } = document;
    let i = to;
    while (i > start && SPACES[units[i]!] === 0) i--;
    if (i > start + 4) to = i;
    else if (units[to - 1]! >= 0xd800 && units[to - 1]! < 0xdc00) to--;
  }
  return `${document.slice(start, to)}${to < end ? '…' : ''}`;
}

export const hardWrap: DocumentCheck = {
  id: 'hard-wrap',
  title: 'Lines of a column that became paragraphs',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    if (isProgram(document)) return;
    const found = wrapped(document);
    if (!found) return;
    const { blocks } = joins(document);
    const lineOf = (i: number): number => lineColumn(document, blocks[i]!.start).line;
    const shown = found.examples[0] ?? found.start;
    const first = blocks[found.start]!;
    const last = blocks[found.chains.at(-1)!.last]!;
    const share = Math.floor((100 * found.broken) / found.pairs);
    yield {
      message: `${found.broken} of ${found.pairs} neighbouring paragraphs (${share} %) are one sentence broken in two: "${endOf(document, blocks[shown]!)} / ${beginningOf(document, blocks[shown + 1]!)}" (${lineOf(shown)}, ${lineOf(shown + 1)})`,
      next: 'Join the lines to paragraphs again, or get the document from where its paragraphs are whole',
      places: [
        at(document, { start: first.start, end: last.end }, { quoteEnd: first.end }),
        ...found.examples
          .filter((i) => i !== found.start)
          .slice(0, 3)
          .map((i) => at(document, { start: blocks[i + 1]!.start, end: blocks[i + 1]!.end }, { note: 'goes on here' })),
      ],
    };
  },
};
