/**
 * A paragraph that breaks off inside a sentence, and a heading follows. Needs a sign that the sentence goes on (a bracket
 * that is not closed, a comma, a word that another one always follows, the beginning of a word, words behind the heading that
 * begin in the middle), and that this document ends its paragraphs with a mark, or breaks all its lines into paragraphs.
 */
import { at, lineColumn } from '../core/locate.ts';
import { DATA_FORMATS } from '../core/formats.ts';
import { pattern } from '../core/pattern.ts';
import { isLower } from '../core/unicode.ts';
import type { Block, Document, DocumentCheck, Level, Observation } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { habits, heavy, holdsSentence, MOST_OPEN, unfinished } from '../views/endings.ts';
import { SPACES } from '../views/script.ts';
import { isProgram } from '../views/program.ts';

/** Score of `unfinished` that is enough for a note, and to ask a reader to look; see there. */
const ENOUGH = 4;
const LOOK = 5;
const LOOK_AT_PAGE = 8;
/** What it adds if the text behind the heading begins inside a sentence. */
const BEHIND = 6;
/** What it adds where every line is a paragraph, so that no habit can tell, and a sentence ended in the same line. */
const WRAPPED = 8;
/** Most findings of one document. */
const MOST = 6;
/** Paragraphs that begin with a letter of either case, and the percentage of capitals, to call that a habit. */
const CASED = 5;
const CAPITALS = 85;
/** How much of the end of a paragraph is looked at for fields, in units. */
const FIELD_UNITS = 2000;

/** What says that the sentence goes on, and how sure it is; undefined where nothing does. */
function sign(
  document: Document,
  all: readonly Block[],
  index: number,
): { readonly level: Level; readonly said: string } | undefined {
  const { units } = document;
  const block = all[index]!;
  // AsciiDoc's `[NOTE]` over a line of `=` is no heading
  if (units[all[index + 1]!.start] === 0x5b) return undefined;
  if (fields(document, Math.max(block.start, block.end - FIELD_UNITS), block.end)) return undefined;
  const found = unfinished(document, block, false);
  if (!found) return undefined;
  let { score } = found;
  const said = [...found.said];
  if (goesOnBehind(document, all, index + 1)) {
    score += BEHIND;
    said.push('the text behind the heading begins inside a sentence');
  }
  if (habits(document).wrapped && holdsSentence(units, block.start, block.end)) {
    score += WRAPPED;
    said.push('the sentence before it ends, this one does not');
  }
  if (score < ENOUGH || said.length === 0) return undefined;
  // what a page shows in a box of its own (see also, a command and what it prints) has no full stop
  const enough = document.format === 'html' ? LOOK_AT_PAGE : LOOK;
  return { level: score >= enough ? 'look' : 'note', said: said.join('; ') };
}

/** Lines that are fields (`Created: 2009`) or the entries of a table of contents. */
function fields(document: Document, start: number, end: number): boolean {
  const text = document.slice(start, end);
  let lines = 0;
  let marked = 0;
  for (const line of text.split('\n')) {
    lines++;
    if (/^\s*[\w-]{1,24}:\s|\.{4}|(?:\. ){4}|\S {4,}\S/u.test(line.slice(0, 200))) marked++;
  }
  return 2 * marked >= lines;
}

/** `iPhone`, `iOS`: names that begin small. */
const INNER_CAPITAL = pattern('u')`^\p{Ll}\S*\p{Lu}`;

/** Whether the first paragraph behind the heading begins with a small letter or a closing mark, as no other here does. */
function goesOnBehind(document: Document, all: readonly Block[], heading: number): boolean {
  const next = all[heading + 1];
  if (next?.kind !== 'prose') return false;
  const first = document.units[next.start]!;
  const { small, capital } = habits(document);
  if (!isLower(first) || small + capital < CASED || 100 * capital < CAPITALS * (small + capital)) return false;
  // `a)`, `iPhone`, `e.g.`
  const begin = document.slice(next.start, next.start + 24);
  return /^[^\s.)_:(/=]{2,}[\s,]/u.test(begin) && !INNER_CAPITAL.test(begin) && heavy(document.units, next);
}

export const cutByHeading: DocumentCheck = {
  id: 'cut-by-heading',
  title: 'A paragraph that a heading cuts off',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    if (isProgram(document)) return;
    if (DATA_FORMATS.has(document.format)) return;
    const all = blocks(document);
    const { open } = habits(document);
    if (open.length === 0 || open.length > MOST_OPEN) return;
    let told = 0;
    for (const index of open) {
      const found = sign(document, all, index);
      if (!found) continue;
      if (++told > MOST) return;
      yield tell(document, all[index]!, all[index + 1]!, found.level, found.said);
    }
  },
};

const NEXT = 'Get the whole paragraph from where the document came; its end is not here';

function tell(document: Document, block: Block, heading: Block, level: Level, said: string): Observation {
  const { units } = document;
  let end = block.end;
  while (end > block.start && SPACES[units[end - 1]!] === 1) end--;
  let start = Math.max(block.start, units.lastIndexOf(0x0a, end - 1) + 1, end - 80);
  if (units[start]! >= 0xdc00 && units[start]! < 0xe000) start++;
  const words = document.slice(Math.max(start, end - 24), end);
  const { line } = lineColumn(document, end - 1);
  const title = lineColumn(document, heading.start).line;
  return {
    level,
    message: `the paragraph stops inside a sentence: line ${line} "${start < end - 24 ? '…' : ''}${words}", and the heading of line ${title} follows; ${said}`,
    next: NEXT,
    places: [
      at(document, { start, end }),
      at(document, heading, { note: 'the heading that follows', quoteEnd: heading.start + 80 }),
    ],
  };
}
