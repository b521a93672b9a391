/** What the families of damage share: which documents lend themselves, edits with their places, points to cut at, lines. */
import { DATA_FORMATS } from '../../src/core/formats.ts';
import type { Block, Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { SPACES, weightOfUnits } from '../../src/views/script.ts';
import type { Random } from '../random.ts';
import type { Injected, Severity } from './types.ts';

/** Whether the text is the file itself and is meant for readers: no page source, no data, no code. */
export function isWriting(document: Document): boolean {
  return !document.origin && !document.structure && document.format !== 'html' && !DATA_FORMATS.has(document.format);
}

/** One of three by severity. */
export function by<T>(severity: Severity, mild: T, moderate: T, severe: T): T {
  if (severity === 'mild') return mild;
  return severity === 'moderate' ? moderate : severe;
}

/** An integer from `least` to `most`, both included. */
export function between(chance: Random, least: number, most: number): number {
  return least + chance.below(most - least + 1);
}

/** A new list in an order by chance. */
export function shuffled<T>(chance: Random, from: readonly T[]): T[] {
  const out = [...from];
  for (let i = out.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Up to `count` of a list by chance, in the list's order. */
export function some<T>(chance: Random, from: readonly T[], count: number): T[] {
  const order = shuffled(
    chance,
    from.map((_, i) => i),
  ).slice(0, count);
  return order.toSorted((a, b) => a - b).map((i) => from[i]!);
}

/** Puts `text` in the stead of a span of the clean text. */
export interface Edit extends Span {
  readonly text: string;
  /** The damage within `text`; all of it where absent. `null`: this edit is no place of damage. */
  readonly mark?: Span | null;
}

/** The text with all edits (ascending, without overlaps), and where their damage stands in it. */
export function edited(text: string, edits: readonly Edit[]): { text: string; spans: Span[] } {
  const pieces: string[] = [];
  const marks: Span[] = [];
  let length = 0;
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from) throw new Error('edits overlap');
    pieces.push(text.slice(from, edit.start), edit.text);
    length += edit.start - from;
    if (edit.mark !== null) {
      const mark = edit.mark ?? { start: 0, end: edit.text.length };
      marks.push({ start: length + mark.start, end: length + mark.end });
    }
    length += edit.text.length;
    from = edit.end;
  }
  pieces.push(text.slice(from));
  const out = pieces.join('');
  return { text: out, spans: marks.map((mark) => (mark.start < mark.end ? mark : joint(out, mark.start))) };
}

/** The place of a loss at `at`: the characters on both sides of it, white space left out at the line's ends. */
export function joint(text: string, at: number): Span {
  const start = at > 0 && text[at - 1] !== '\n' ? at - 1 : at;
  const end = Math.min(text.length, at + 1);
  return start < end ? { start, end } : { start: Math.max(0, text.length - 1), end: text.length };
}

/** As an injection gives it; undefined where nothing was damaged. */
export function damaged(text: string, edits: readonly Edit[], facets: readonly string[]): Injected | undefined {
  const done = edited(text, edits);
  const [first, ...rest] = done.spans;
  if (!first || done.text === text) return undefined;
  return { text: done.text, spans: [first, ...rest], facets };
}

/** The line that holds `at`, without its LF and without white space at either end. */
export function lineAround(text: string, at: number): Span {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  let end = text.indexOf('\n', at);
  if (end < 0) end = text.length;
  while (start < end && SPACES[text.charCodeAt(start)] === 1) start++;
  while (end > start && SPACES[text.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

/** Blocks of prose (and of list items, where asked for) of at least `least` weight. */
export function paragraphs(document: Document, least: number, kinds: readonly string[] = ['prose']): Block[] {
  return blocks(document).filter(
    (block) => kinds.includes(block.kind) && weightOfUnits(document.units, block.start, block.end) >= least,
  );
}

/** The block at an offset, or undefined between two. */
export function blockAt(document: Document, at: number): Block | undefined {
  const all = blocks(document);
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = all[middle]!;
    if (at < block.start) high = middle - 1;
    else if (at >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}

const LETTER = /\p{L}/u;
const BOUND = /\p{M}|\u200c|\u200d|\ufe0f/u;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The code point that ends before `at`, as a string. */
export function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}

/** The code point that begins at `at`, as a string. */
export function after(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Whether a text can be cut at `at` without tearing a code point or a letter from its marks. */
export function canCut(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit < 0xe000) return false;
  return !BOUND.test(after(text, at)) && text.charCodeAt(at - 1) !== 0x200d;
}

/** Inside a word: a letter on both sides. In scripts without spaces that is nearly everywhere. */
export function isInsideWord(text: string, at: number): boolean {
  const last = before(text, at);
  return (
    canCut(text, at) &&
    LETTER.test(after(text, at)) &&
    (LETTER.test(last) || (BOUND.test(last) && at > 1 && LETTER.test(before(text, at - 1))))
  );
}

/** Behind a word, with more of the line to come: before a space, or between two letters of a script without spaces. */
export function isAfterWord(text: string, at: number): boolean {
  if (!canCut(text, at)) return false;
  const last = before(text, at);
  if (!/[\p{L}\p{N}\p{M}]/u.test(last)) return false;
  const next = after(text, at);
  return next === ' ' || (SPACELESS.test(last) && SPACELESS.test(next));
}

/** Points of a span of which `test` holds, at most 4,000 of them. */
export function points(text: string, span: Span, test: (text: string, at: number) => boolean): number[] {
  const out: number[] = [];
  for (let at = span.start + 1; at < span.end && out.length < 4000; at++) if (test(text, at)) out.push(at);
  return out;
}

/** Columns that a character takes: two for Han, kana, Hangul and full-width forms. */
function columnsOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (BOUND.test(character)) return 0;
  return (point >= 0x1100 && point < 0x1160) ||
    (point >= 0x2e80 && point < 0xa4d0) ||
    (point >= 0xac00 && point < 0xd7a4) ||
    (point >= 0xf900 && point < 0xfb00) ||
    (point >= 0xff00 && point < 0xff61) ||
    point >= 0x20000
    ? 2
    : 1;
}

export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += columnsOf(character);
  return sum;
}

/** Words with their white space taken off, and single characters of scripts without spaces; the pieces that a line is set from. */
function pieces(text: string): string[] {
  const out: string[] = [];
  for (const word of text.split(/[ \t\n\u3000]+/u)) {
    if (word === '') continue;
    let run = '';
    let glued = false; // whether the piece goes on a word without a space between
    for (const character of word) {
      if (SPACELESS.test(character)) {
        if (run !== '') out.push(glued ? `\0${run}` : run);
        glued = run !== '' || glued;
        out.push(glued ? `\0${character}` : character);
        run = '';
        glued = true;
      } else if ((BOUND.test(character) || /[\p{P}]/u.test(character)) && run === '' && glued) {
        out.push(`${out.pop()!}${character}`); // closing marks stay with what they follow
      } else run += character;
    }
    if (run !== '') out.push(glued ? `\0${run}` : run);
  }
  return out;
}

/** Sets a text anew in lines of `width` columns; longer words stand alone. `split` may break a word in two for the room left. */
export function reflow(
  text: string,
  width: number,
  split?: (word: string, room: number) => readonly [string, string] | undefined,
): string[] {
  const out: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const glued = piece.startsWith('\0');
    let word = glued ? piece.slice(1) : piece;
    const gap = line === '' || glued ? '' : ' ';
    if (used + gap.length + columns(word) > width && line !== '') {
      const parts = split?.(word, width - used - gap.length);
      if (parts) {
        out.push(line + gap + parts[0]);
        word = parts[1];
      } else out.push(line);
      line = word;
      used = columns(word);
    } else {
      line += gap + word;
      used += gap.length + columns(word);
    }
  }
  if (line !== '') out.push(line);
  return out;
}

/** Whether the kept text ends as a whole sentence does, in any script. */
export const SENTENCE_END: RegExp = /[.!?。！？؟۔।॥།።።։…:;：；؛၊။][\p{Pe}\p{Pf}"'’”*_`）」』]*$/u;
