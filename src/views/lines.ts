/** Lines of a document's text as typed arrays. */
import { lineStarts } from '../core/locate.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { SPACES } from './script.ts';

export interface Lines {
  /** At least 1; a final LF begins no further line. */
  readonly count: number;
  /** Offset at which each line begins. */
  readonly starts: Uint32Array;
  /** Offset at which each line ends, its LF not included. */
  readonly ends: Uint32Array;
  /** Offset of each line's first unit that is not white space; `ends[i]` where there is none. */
  readonly firsts: Uint32Array;
  /** Whether the line (index from 0) holds nothing but white space. */
  isBlank(line: number): boolean;
}

const LF = 10;

/** Where the text's lines begin and end. */
export const lines: (document: Document) => Lines = view((document) => {
  const { units } = document;
  const starts = lineStarts(document);
  const count = starts.length;
  const ends = new Uint32Array(count);
  const firsts = new Uint32Array(count);
  for (let line = 0; line < count; line++) {
    const start = starts[line]!;
    let end = line + 1 < count ? starts[line + 1]! - 1 : units.length;
    if (line + 1 === count && end > start && units[end - 1] === LF) end--;
    let first = start;
    while (first < end && SPACES[units[first]!] === 1) first++;
    ends[line] = end;
    firsts[line] = first;
  }
  return { count, starts, ends, firsts, isBlank: (line) => firsts[line] === ends[line] };
});
