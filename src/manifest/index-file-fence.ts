/** Fences of code: which line opens one, and where it is closed. */
import { bulletOf, indentOf } from './index-file-line.ts';
import { type IndexLine } from './index-file.ts';

type FenceMark = '`' | '~';

export function openingFence(
  text: string,
): { readonly mark: FenceMark; readonly length: number; readonly indent: number } | null {
  const { at, column } = indentOf(text, 0);
  const mark = text.charAt(at);
  if (mark !== '`' && mark !== '~') return null;
  if (column > 8) return null;
  let end = at;
  while (text.charAt(end) === mark) end++;
  if (end - at < 3 || (mark === '`' && text.includes('`', end))) return null;
  return { mark, length: end - at, indent: column };
}

/** A fence right behind a bullet: `1. ```js`. */
export function fenceInItem(text: string): ReturnType<typeof openingFence> {
  if (!text.includes('```') && !text.includes('~~~')) return null;
  const { at, column } = indentOf(text, 0);
  const bullet = column < 4 ? bulletOf(text.slice(at)) : null;
  const fence = bullet ? openingFence(text.slice(at + bullet.skip)) : null;
  return fence ? { ...fence, indent: 2 } : null;
}

interface FenceClosers {
  /** The longest run of the mark that closes a fence in any line after this one. */
  lengthAfter(line: number, mark: FenceMark): number;
  closes(line: number, mark: FenceMark, length: number): boolean;
}

export function fenceClosers(lines: readonly IndexLine[]): FenceClosers {
  const runs = { '`': new Map<number, number>(), '~': new Map<number, number>() };
  const longest = { '`': [] as [number, number][], '~': [] as [number, number][] };
  for (let i = lines.length - 1; i >= 0; i--) {
    const text = lines[i]!.text.trim();
    const mark = text.charAt(0);
    if ((mark !== '`' && mark !== '~') || text.length < 3) continue;
    let end = 1;
    while (text.charAt(end) === mark) end++;
    if (end !== text.length) continue;
    runs[mark].set(i, end);
    const list = longest[mark];
    if (list.length === 0 || list.at(-1)![1] < end) list.push([i, end]);
  }
  return {
    lengthAfter(line, mark) {
      // Pairs stand in descending order of line and ascending order of length.
      const list = longest[mark];
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (list[middle]![0] > line) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? 0 : list[low - 1]![1];
    },
    closes: (line, mark, length) => (runs[mark].get(line) ?? 0) >= length,
  };
}
