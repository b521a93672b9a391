/** Whether two places of a document stand in texts written in parallel, or speak of another time or of an example. */
import { pattern } from '../core/pattern.ts';
import type { Block, Document } from '../core/types.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { echoes, signAt } from './echoes.ts';
import type { Restatement } from './restatements.ts';

/** Signs on either side in which what is alike makes two places parallel, and how many by default; how far they may be shifted. */
const AROUND = 400;
const ALIKE = 30;
const SHIFT = 100;
/** Units around a statement in which its value is looked for. */
const TOPIC = 600;
/** Units at the beginning of a sentence in which its subject stands. */
const SUBJECT = 12;
/** Weight of a statement from which its lead-in need not be the same. */
const WHOLE = 80;
/** Blocks between two steps of one section. */
const STEPS = 10;

/** A sentence about how it was. */
export const HISTORY: RegExp =
  /\b(?:previously|formerly|used to|originally|in the past|früher|bisher|zuvor|ehemals|auparavant|autrefois|antes|anteriormente|in precedenza|dawniej|eskiden|voorheen|tidigare)\b|раньше|ранее|прежде|以前|曾经|曾經|原来的|原先|之前|従来|이전에|예전|سابقا|قبلا/iu;
/** The same where both say all else alike: only an example may be another one. */
export const EXAMPLE: RegExp =
  /\b(?:example|e\.g|suppose|assume|beispiel|exemple|ejemplo|exemplo|esempio)\b|пример|例如|比如|例えば|예를/iu;

/** The heading that a block stands under. */
function headingOf(document: Document, block: number): string {
  const all = blocks(document);
  for (let i = block; i >= 0 && block - i < 200; i--)
    if (all[i]!.kind === 'heading')
      return document
        .slice(all[i]!.start, Math.min(all[i]!.end, all[i]!.start + 120))
        .replace(/^[#=*\s]+/u, '')
        .trim();
  return '';
}

/** The same without its mark, its number and its underline. */
export const headingAbove = (document: Document, block: number): string =>
  headingOf(document, block)
    .replace(/\n[\s\S]*$/u, '')
    .replace(/^\.S[HS]\s+|^[\s\d.]+/u, '');

/** Index of the block that leads over to the list in which an item stands: the last before it that is no item. */
export function listOf(document: Document, block: number): number {
  const all = blocks(document);
  let i = block;
  while (i >= 0 && all[i]!.kind === 'list' && block - i < 200) i--;
  return i;
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
  return (head + tail >= 4 && 3 * (head + tail) >= 2 * most) || head >= 20;
}

/** Which of two headings name the value that differs below them: `any`, or `each` its own. */
export function areInHeadings(
  document: Document,
  a: number,
  b: number,
  here: string,
  there: string,
): 'each' | 'any' | undefined {
  const [x, y] = [headingAbove(document, a).toLowerCase(), headingAbove(document, b).toLowerCase()];
  const names = (heading: string, value: string): boolean => nameOf(value) !== '' && heading.includes(nameOf(value));
  if (names(x, here) && names(y, there)) return 'each';
  return names(x, here) || names(x, there) || names(y, here) || names(y, there) ? 'any' : undefined;
}

/** Whether what stands around both is alike, as far as 400 signs by `near`, in `least` signs: sections that are written in parallel. */
export function isParallel(document: Document, one: Restatement, near: number, least: number = ALIKE): boolean {
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
    if (alike >= least) return true;
  }
  return false;
}

/** A value as it may be spoken of: without signs, the last part of a name, in small letters. */
const nameOf = (value: string): string => value.toLowerCase().replace(/^.*[./:](?=\w)|[[\]()<>{}"'`*]/gu, '');

const WORD_UNIT = pattern('u')`[A-Za-z\p{Nd}_]`;

/** How often a value stands in a text by itself; a number before the same signs. */
function countOf(text: string, value: string, after: string): number {
  let count = 0;
  if (value === '') return 0;
  for (let i = text.indexOf(value); i >= 0 && count < 20; i = text.indexOf(value, i + value.length)) {
    const end = i + value.length;
    if (
      !WORD_UNIT.test(text.charAt(i - 1)) &&
      !WORD_UNIT.test(text.charAt(end)) &&
      (after === '' ||
        text
          .slice(end, end + 4)
          .trimStart()
          .startsWith(after))
    )
      count++;
  }
  return count;
}

const DIGITS = /^[\d.,]+$/u;

/** Whether each of two values is what is spoken of around its own place, more than around the other: then they are variants. */
export function isTopic(document: Document, one: Restatement, here: string, there: string): boolean {
  const around = (start: number, end: number): string =>
    `${document.slice(Math.max(0, start - TOPIC), start)}\n${document.slice(end, end + TOPIC)}`.toLowerCase();
  const x = around(one.start, one.end);
  const y = around(one.other, one.otherEnd);
  const [slot] = one.slots;
  const after = document
    .slice(slot!.hereEnd, slot!.hereEnd + 4)
    .trimStart()
    .slice(0, 2)
    .toLowerCase();
  const count = (text: string, value: string): number =>
    // a small number stands everywhere: only with the same words behind it
    DIGITS.test(value) ? countOf(text, value, value.length > 2 ? '' : after) : countOf(text, nameOf(value), '');
  const [own, alien] = [count(x, here), count(y, here)];
  const [its, foreign] = [count(y, there), count(x, there)];
  if (own <= alien || its <= foreign) return false;
  // a name that is met in passing is not what a place is about, unless the sentence begins with it
  return (
    DIGITS.test(here) || slot!.here - one.start < SUBJECT || (Math.min(alien, foreign) === 0 && Math.min(own, its) > 1)
  );
}

/** A heading that is a version or bears a date, and no words but of a release. */
const RELEASE = pattern(
  'iu',
)`^(?:[^\d\s]{0,12}\s)?[^\p{L}\d]{0,3}v?\d+\.\d+(?:\.\d+)*[^\p{L}]*$|\d{4}-\d\d-\d\d|^\W{0,3}unreleased`;
const RELEASES = /(?:^|[^a-z])(?:changes|changelog|news|releases?|whatsnew|whats_new|version\.txt)(?![a-z])/iu;

/** Whether two places are of two releases: what holds for one need not hold for the next. */
export function areReleases(document: Document, a: number, b: number): boolean {
  if (RELEASES.test(document.path.slice(document.path.lastIndexOf('/') + 1))) return true;
  const x = headingOf(document, a);
  const y = headingOf(document, b);
  return x !== y && RELEASE.test(x) && RELEASE.test(y);
}

/** Whether two blocks are steps of one section, with what is shown between them. */
export function areSteps(document: Document, a: number, b: number): boolean {
  const [first, last] = a < b ? [a, b] : [b, a];
  if (last - first > STEPS) return false;
  const between = blocks(document).slice(first + 1, last);
  return between.some(({ kind }) => kind === 'code') && between.every(({ kind }) => kind !== 'heading');
}

/** Whether both statements end their block and lead over to a list, to code, to a table. */
export function leadOver(document: Document, one: Restatement, a: number, b: number): boolean {
  const all = blocks(document);
  const over = (block: number, end: number): boolean => {
    const next = all[block + 1];
    return (
      next !== undefined &&
      all[block]!.end - end <= 2 &&
      (next.kind === 'code' || next.kind === 'table' || next.kind === 'list') &&
      next.kind !== all[block]!.kind
    );
  };
  return over(a, one.end) && over(b, one.otherEnd);
}

/** Whether both statements go on from another beginning of their items, or of their paragraphs where they are short. */
export function goesOnFromOther(document: Document, one: Restatement, a: Block, b: Block): boolean {
  if (one.weight >= WHOLE && (a.kind !== 'list' || b.kind !== 'list')) return false;
  const x = plainBeginning(document, a, one.start);
  const y = plainBeginning(document, b, one.other);
  return x !== '' && y !== '' && x !== y;
}

/** What stands in a block before an offset, without its marker. */
const plainBeginning = (document: Document, { start }: Block, offset: number): string =>
  document
    .slice(Math.max(start, offset - TOPIC), Math.max(start, offset))
    .replace(/^[\s>*+\-\d.)(•·–]+/u, '')
    .trim();

/** What stands in the same sentence before a statement. */
export function leadIn(document: Document, start: number): string {
  const text = document.slice(Math.max(0, start - 80), start);
  return text.slice(Math.max(...['. ', '.\n', '\n\n', '。', '！', '？'].map((mark) => text.lastIndexOf(mark))) + 1);
}
