/** A sentence that goes on after something that does not belong there: a header, a page number, a caption, a stray line. */
import { at, lineColumn } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { atPageEnd, SHAPE, toldOf, type Shape } from '../views/furniture.ts';
import { HEAD, isOpen, JOIN, joinOf, joins, lastLineOf, LONG, TAIL, type Head, type Tail } from '../views/joins.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { habit, wrapped } from '../views/wraps.ts';
import { isProgram } from '../views/program.ts';
import { isRecord } from '../views/records.ts';

/** Longest line that stands between, in units. */
const BETWEEN = 100;
/** Lines that may stand between. */
const MOST = 3;
/** Units of the quoted end of the first half. */
const SHOWN = 24;
const FINDINGS = 5;

interface Splice {
  readonly before: Span;
  readonly between: Span;
  readonly after: Span;
  readonly shape: Shape;
}

/** Signs of code, formulas and markup: what stands between on purpose. */
const SIGNS = /[=\\^{}$<>`;→+]|\w\(|\]\(|https?:|::/u;

const WORDS = pattern('u')`[\p{L}\p{Nd}]`;

/** Whether the line could be a header or a title: words, no sign, nothing that announces what follows. */
function isTitle(text: string): boolean {
  if (SIGNS.test(text) || /^[#[]|\s--/u.test(text) || !/\s|[\u2e80-\uffff]/u.test(text.trim())) return false;
  return WORDS.test(text);
}

/** Titles and stray lines between the halves of a sentence. */
function* titles(document: Document): Iterable<Splice> {
  const { units } = document;
  const { blocks, tails, heads, single } = joins(document);
  // Only where paragraphs end with a mark does a missing one say something.
  if (!habit(document).usual) return;
  const covers = wrapped(document)?.covers;
  for (let i = 0; i + 2 < blocks.length; i++) {
    const a = blocks[i]!;
    const tail = tails[i] as Tail;
    if (a.kind !== 'prose' || !isOpen(tail) || weightOfUnits(units, a.start, a.end) < LONG) continue;
    for (let next = i + 1; next <= i + MOST && next + 1 < blocks.length; next++) {
      const x = blocks[next]!;
      if (single[next] === 0 || x.end - x.start > BETWEEN || (x.kind !== 'prose' && x.kind !== 'heading')) break;
      // in a column each line breaks off, and the next one goes on
      if (covers?.[next] === 1 || atPageEnd(document, x.start)) break;
      const own = heads[next] as Head;
      if (own === HEAD.lower || own === HEAD.mark || own === HEAD.marker) break;
      if (tails[next] === TAIL.closed || tails[next] === TAIL.comma) break;
      if (!isTitle(document.slice(x.start, x.end))) break;
      const b = blocks[next + 1]!;
      if (b.kind !== 'prose' || units[b.start] === 0x28) continue;
      if (joinOf(tail, heads[next + 1] as Head) !== JOIN.sure) continue;
      yield {
        before: lastLineOf(units, a.start, a.end),
        between: { start: blocks[i + 1]!.start, end: x.end },
        after: b,
        shape: SHAPE.plain,
      };
      break;
    }
  }
}

/** The last units of the text before, from a word's beginning where there are words. */
function endOf(document: Document, { start, end }: Span): string {
  const { units } = document;
  let to = end;
  while (to > start && SPACES[units[to - 1]!] === 1) to--;
  const size = units[to - 1]! >= 0x2e80 ? 6 : SHOWN;
  let from = Math.max(start, to - size);
  for (let i = from; size === SHOWN && i < to - 4 && from > start; i++)
    if (SPACES[units[i]!] === 1) {
      from = i + 1;
      break;
    }
  if (units[from]! >= 0xdc00 && units[from]! < 0xe000) from++;
  return `${from > start ? '…' : ''}${document.slice(from, to).replaceAll('\n', ' ')}`;
}

export const spliced: DocumentCheck = {
  id: 'spliced',
  title: 'A sentence that goes on after something else',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    if (isProgram(document)) return;
    const found: Splice[] = [];
    for (const splice of titles(document)) {
      found.push(splice);
      if (found.length > 40) break;
    }
    const { page, splices: strays } = toldOf(document);
    for (const { join, before, after, start, end, shape } of strays)
      if (join !== JOIN.none && before && after) found.push({ before, between: { start, end }, after, shape });
    if (found.length === 0) return;
    found.sort((a, b) => a.before.end - b.before.end || b.shape - a.shape);
    const told = new Set(page.flatMap((lines) => lines.map(({ start }) => start)));
    let count = 0;
    let last = -1;
    const record = isRecord(document);
    for (const { before, between, after, shape } of found) {
      // an entry of a changelog goes on over what looks like a line of a page; a number by itself is one
      if (record && shape !== SHAPE.number) continue;
      // what comes again is told by `page-furniture`; a head of two lines is one
      if (told.has(between.start) || before.end <= last) continue;
      last = before.end;
      if (++count > FINDINGS) return;
      const line = before;
      const here = lineColumn(document, line.start).line;
      const there = lineColumn(document, after.start).line;
      // A line of the page is the damage itself; of a title, and behind several blank lines, it is the broken sentence.
      const near = shape !== SHAPE.plain && lineColumn(document, between.start).line - here <= 2;
      const what =
        shape === SHAPE.page || shape === SHAPE.masthead || shape === SHAPE.edge
          ? 'the page header'
          : shape === SHAPE.number
            ? 'the page number'
            : 'the line';
      yield {
        message: `line ${here} "${endOf(document, before)}" goes on at line ${there}, around ${what} "${document.slice(between.start, Math.min(between.end, between.start + 48)).replaceAll(/\s*\n\s*/gu, ' / ')}"`,
        next: 'Join the two halves of the sentence and take out what stands between them',
        places: [
          ...(near
            ? ([at(document, between), at(document, line, { note: 'this sentence is interrupted' })] as const)
            : ([at(document, line), at(document, between, { note: 'this stands between' })] as const)),
          at(document, after, { note: 'the sentence goes on here', quoteEnd: Math.min(after.end, after.start + 80) }),
        ],
      };
    }
  },
};
