/** Lines that a converter set anew: each a paragraph, broken inside words, two columns read across, words hyphenated. */
import type { Block, Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import type { Random } from '../random.ts';
import {
  between,
  by,
  canCut,
  columns,
  damaged,
  isWriting,
  paragraphs,
  reflow,
  shuffled,
  some,
  type Edit,
} from './tools.ts';
import type { Injection } from './types.ts';

/** Not roff: a line there may be a request. */
function hasParagraphs(document: Document): boolean {
  return isWriting(document) && document.format !== 'roff';
}

/** Not a table of contents, whose lines stay apart. */
function isRunning(text: string, block: Block): boolean {
  return !/\.{4}|(?:\. ){4}/u.test(text.slice(block.start, Math.min(block.end, block.start + 2000)));
}

const widthClass = (width: number): string => (width < 30 ? 'width 15-29' : width < 45 ? 'width 30-44' : 'width 45-60');

/** The mark of an item stays with its first word, however long that is. */
function setList(made: string[]): string[] {
  const [first, second, ...rest] = made;
  return second !== undefined && /^(?:[-*+•·]|\(?\w{1,3}[.)])$/u.test(first!) ? [`${first!} ${second}`, ...rest] : made;
}

/** Paragraphs and list items of the stretch that is damaged: one section, half of the document, all of it. */
function stretch(
  all: readonly Block[],
  share: number,
  enough: (chosen: readonly Block[]) => boolean,
  chance: Random,
): Block[] | undefined {
  if (share === 1) return enough(all) ? [...all] : undefined;
  if (share > 0) {
    const count = Math.floor(all.length * share);
    const first = chance.below(all.length - count + 1);
    const chosen = all.slice(first, first + count);
    return enough(chosen) ? chosen : undefined;
  }
  for (let attempt = 0; attempt < 12; attempt++) {
    const first = chance.below(all.length);
    for (let count = 1; count <= 12 && first + count <= all.length; count++) {
      const chosen = all.slice(first, first + count);
      if (enough(chosen)) return chosen;
    }
  }
  return undefined;
}

// mild: one stretch of 8 lines or little more; moderate: half of the paragraphs; severe: all paragraphs
const hardWrap: Injection = {
  id: 'hard-wrap',
  sees: 'Every line has become a paragraph of its own.',
  inject: (document, chance, severity) => {
    if (!hasParagraphs(document)) return undefined;
    const { text } = document;
    const all = paragraphs(document, 8, ['prose', 'list']).filter((block) => isRunning(text, block));
    if (all.length === 0) return undefined;
    const width = between(chance, 15, 60);
    const set = (block: Block): string[] => setList(reflow(text.slice(block.start, block.end), width));
    const enough = (chosen: readonly Block[]): boolean => {
      let count = 0;
      for (const block of chosen) {
        const made = set(block).length;
        if (made > 1) count += made;
        if (count >= 8) return true;
      }
      return false;
    };
    const chosen = stretch(all, by(severity, 0, 0.5, 1), enough, chance);
    if (!chosen) return undefined;
    const edits: Edit[] = [];
    for (const block of chosen) {
      const made = set(block);
      if (made.length > 1) edits.push({ start: block.start, end: block.end, text: made.join('\n\n') });
    }
    return damaged(text, edits, [widthClass(width), 'blank lines between']);
  },
};

/** Breaks a word at any letter for the room that is left. */
function breakAnywhere(word: string, room: number): readonly [string, string] | undefined {
  if (room < 1 || !/^[\p{L}\p{M}]{3,}$/u.test(word.slice(0, Math.max(3, room + 1)))) return undefined;
  let at = Math.min(room, word.length - 1);
  while (at > 0 && !canCut(word, at)) at--;
  return at > 0 ? [word.slice(0, at), word.slice(at)] : undefined;
}

// as `hard-wrap`
const hardBreak: Injection = {
  id: 'hard-break',
  sees: 'Lines are broken at a fixed width, inside words too, without a hyphen.',
  inject: (document, chance, severity) => {
    if (!hasParagraphs(document)) return undefined;
    const { text } = document;
    const all = paragraphs(document, 8, ['prose', 'list']).filter((block) => isRunning(text, block));
    if (all.length === 0) return undefined;
    const width = between(chance, 15, 60);
    const set = (block: Block): string[] => setList(reflow(text.slice(block.start, block.end), width, breakAnywhere));
    const enough = (chosen: readonly Block[]): boolean =>
      chosen.reduce((sum, block) => sum + Math.floor(columns(text.slice(block.start, block.end)) / width), 0) >= 8;
    const chosen = stretch(all, by(severity, 0, 0.5, 1), enough, chance);
    if (!chosen) return undefined;
    const edits: Edit[] = [];
    for (const block of chosen) {
      const made = set(block);
      if (made.length > 1) edits.push({ start: block.start, end: block.end, text: made.join('\n') });
    }
    return damaged(text, edits, [widthClass(width)]);
  },
};

// mild: 6 to 9 pairs of lines; moderate: 10 to 24; severe: 25 to 60
const columnsInterleaved: Injection = {
  id: 'columns-interleaved',
  sees: 'Two columns were read across: lines of the one and of the other take turns, and sentences go on two lines later.',
  inject: (document, chance, severity) => {
    if (!hasParagraphs(document)) return undefined;
    const { text } = document;
    const width = between(chance, 30, 60);
    const [least, most] = by<readonly [number, number]>(severity, [6, 9], [10, 24], [25, 60]);
    const pairs = between(chance, least, most);
    const all = blocks(document);
    const starts = all.map((_, i) => i).filter((i) => all[i]!.kind === 'prose');
    for (const first of shuffled(chance, starts).slice(0, 60)) {
      const set: string[] = [];
      let last = first;
      for (; last < all.length && all[last]!.kind === 'prose'; last++) {
        set.push(...reflow(text.slice(all[last]!.start, all[last]!.end), width));
        if (set.length >= 2 * pairs) break;
      }
      if (set.length < 2 * least) continue;
      last = Math.min(last, all.length - 1);
      if (all[last]!.kind !== 'prose') last--;
      const count = Math.min(pairs, Math.floor(set.length / 2));
      const across: string[] = [];
      for (let i = 0; i < count; i++) across.push(set[i]!, set[count + i]!);
      const spaced = chance.below(2) === 0;
      const made = across.join(spaced ? '\n\n' : '\n');
      // what is left of the last paragraph follows as it was
      const rest = set.slice(2 * count);
      const edit: Edit = {
        start: all[first]!.start,
        end: all[last]!.end,
        text: rest.length > 0 ? `${made}\n\n${rest.join('\n')}` : made,
        mark: { start: 0, end: made.length },
      };
      return damaged(text, [edit], [spaced ? 'blank lines' : 'no blank lines', widthClass(width)]);
    }
    return undefined;
  },
};

const LONG =
  /(?<![\p{L}\p{N}_/\\@.<`$-])(?:\p{Script=Latin}{7,24}|\p{Script=Cyrillic}{7,24}|\p{Script=Greek}{7,24})(?![\p{L}\p{N}_/\\@(`$-])/gu;
const VOWEL = /[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøıаеёиоуыэюяіїєαεηιουωάέήίόύώ]/iu;

/** Points at which a word may be hyphenated: before a consonant with a vowel after it, two letters at least on both sides. */
function syllables(word: string): number[] {
  // `h` belongs to the letter before it more often than not
  const out: number[] = [];
  for (let at = 2; at <= word.length - 3; at++)
    if (
      !/[hH]/u.test(word[at]!) &&
      !VOWEL.test(word[at]!) &&
      VOWEL.test(word[at + 1]!) &&
      VOWEL.test(word.slice(0, at))
    )
      out.push(at);
  return out;
}

/** Hyphenates a word for the room that is left at the end of a line. */
function hyphenate(word: string, room: number): readonly [string, string] | undefined {
  LONG.lastIndex = 0;
  const match = LONG.exec(word);
  if (!match || match.index !== 0) return undefined;
  const at = syllables(match[0]).findLast((point) => point + 1 <= room);
  return at === undefined ? undefined : [`${word.slice(0, at)}-`, word.slice(at)];
}

// mild: about 1 % of the long words are split (one at least); moderate: 5 %; severe: 30 %
const hyphenation: Injection = {
  id: 'hyphenation',
  sees: 'Words are split by a hyphen and a space or a line end in the middle of the text ("imple- mentation").',
  inject: (document, chance, severity) => {
    if (!hasParagraphs(document)) return undefined;
    const { text } = document;
    const prose = paragraphs(document, 80, ['prose', 'list']).filter((block) => isRunning(text, block));
    const share = by(severity, 0.01, 0.05, 0.3);
    const words: { span: Span; at: number; block: Block }[] = [];
    for (const block of prose) {
      const piece = text.slice(block.start, Math.min(block.end, block.start + 20_000));
      for (const match of piece.matchAll(LONG)) {
        const inWord = syllables(match[0]);
        const start = block.start + match.index;
        if (inWord.length > 0)
          words.push({ span: { start, end: start + match[0].length }, at: chance.pick(inWord), block });
      }
      if (words.length > 50_000) break;
    }
    if (words.length < 20) return undefined;
    const count = Math.max(1, Math.round(words.length * share));
    if (chance.below(2) === 0) {
      const edits = some(chance, words, count).map(({ span, at }): Edit => ({
        ...span,
        text: `${text.slice(span.start, span.start + at)}- ${text.slice(span.start + at, span.end)}`,
      }));
      return damaged(text, edits, ['hyphen and space', count < 5 ? 'words 1-4' : 'words 5 or more']);
    }
    // Lines as a page sets them; the narrower the column the more words are split at its end.
    const width = by(severity, between(chance, 66, 80), between(chance, 50, 66), between(chance, 28, 42));
    const edits: Edit[] = [];
    let split = 0;
    const seen = new Set<Block>();
    for (const { block } of shuffled(chance, words)) {
      if (split >= count) break;
      if (seen.has(block)) continue;
      seen.add(block);
      const marks: number[] = [];
      const made = reflow(text.slice(block.start, block.end), width, hyphenate);
      let length = 0;
      for (const line of made) {
        length += line.length + 1;
        if (line.endsWith('-') && /\p{L}-$/u.test(line)) marks.push(length);
      }
      if (marks.length === 0) continue;
      split += marks.length;
      edits.push({
        start: block.start,
        end: block.end,
        text: made.join('\n'),
        mark: { start: marks[0]! - 3, end: marks.at(-1)! + 1 },
      });
    }
    if (split === 0 || split < count / 2) return undefined;
    return damaged(
      text,
      edits.toSorted((a, b) => a.start - b.start),
      ['hyphen and line end', split < 5 ? 'words 1-4' : 'words 5 or more'],
    );
  },
};

export const layout: readonly Injection[] = [hardWrap, hardBreak, columnsInterleaved, hyphenation];
