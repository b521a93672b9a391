/** Whether two places of a document stand in texts written in parallel, or speak of another time or of an example. */
import type { Document } from '../core/types.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { echoes, signAt } from './echoes.ts';
import type { Restatement } from './restatements.ts';

/** Signs on either side in which what is alike makes two places parallel, and how many; how far they may be shifted. */
const AROUND = 400;
const ALIKE = 30;
const SHIFT = 100;
/** Units around a statement in which its value is looked for. */
const TOPIC = 600;

/** A sentence about how it was. */
export const HISTORY: RegExp =
  /\b(?:previously|formerly|used to|originally|in the past|früher|bisher|zuvor|ehemals|auparavant|autrefois|antes|anteriormente|in precedenza|dawniej|eskiden|voorheen|tidigare)\b|раньше|ранее|прежде|以前|曾经|曾經|原来的|原先|之前|従来|이전에|예전|سابقا|قبلا/iu;
/** The same where both say all else alike: only an example may be another one. */
export const EXAMPLE: RegExp =
  /\b(?:example|e\.g|suppose|assume|beispiel|exemple|ejemplo|exemplo|esempio)\b|пример|例如|比如|例えば|예를/iu;

function headingAbove(document: Document, block: number): string {
  const all = blocks(document);
  for (let i = block; i >= 0 && block - i < 200; i--)
    if (all[i]!.kind === 'heading')
      return document
        .slice(all[i]!.start, Math.min(all[i]!.end, all[i]!.start + 120))
        .replace(/^[#=\s\d.]+/u, '')
        .trim();
  return '';
}

/** Whether two headings are alike but for a word: `Version 1`, `Version 2`. */
export function headingsAlike(document: Document, a: number, b: number): boolean {
  const x = headingAbove(document, a);
  const y = headingAbove(document, b);
  if (x === y || x === '' || y === '') return false;
  const most = Math.min(x.length, y.length);
  let head = 0;
  while (head < most && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < most - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  return head + tail >= 4 && 3 * (head + tail) >= 2 * most;
}

/** Whether what stands around both is alike: sections that are written in parallel. */
export function isParallel(document: Document, one: Restatement, near: number): boolean {
  const most = AROUND / near;
  const { at: places } = dense(document);
  const from = signAt(places, one.start);
  const to = signAt(places, one.end);
  const otherFrom = signAt(places, one.other);
  const otherTo = signAt(places, one.otherEnd);
  const distance = from - otherFrom;
  let alike = 0;
  for (const { a, b, length } of echoes(document)) {
    if (Math.abs(Math.abs(distance) - (b - a)) > SHIFT / near) continue;
    const x = distance > 0 ? b : a;
    const y = distance > 0 ? a : b;
    const before = x + length <= from + 4 && from - x - length < most && y + length <= otherFrom + 4;
    const after = x >= to - 4 && x - to < most && y >= otherTo - 4;
    // the two themselves, and others that say the same
    if ((y < to && y + length > from) || (x < otherTo && x + length > otherFrom)) continue;
    if (before || after) alike += length;
    if (alike >= ALIKE) return true;
  }
  return false;
}

/** Whether each of two values is what is spoken of around its own place: then they are variants. */
export function isTopic(document: Document, one: Restatement, here: string, there: string): boolean {
  const around = (start: number, end: number): string =>
    document.slice(Math.max(0, start - TOPIC), start) + document.slice(end, end + TOPIC);
  const x = around(one.start, one.end);
  const y = around(one.other, one.otherEnd);
  return x.includes(here) && y.includes(there) && (!x.includes(there) || !y.includes(here));
}

/** What stands in the same sentence before a statement. */
export function leadIn(document: Document, start: number): string {
  const text = document.slice(Math.max(0, start - 80), start);
  return text.slice(Math.max(...['. ', '.\n', '\n\n', '。', '！', '？'].map((mark) => text.lastIndexOf(mark))) + 1);
}
