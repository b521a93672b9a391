/** Text that stops too early, begins too late, or breaks off before a heading; halves of two sentences made one. */
import type { Block, Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { SPACES, weight } from '../../src/views/script.ts';
import { sentences } from '../../src/views/sentences.ts';
import type { Random } from '../random.ts';
import {
  before,
  between,
  blockAt,
  by,
  canCut,
  columns,
  damaged,
  isAfterWord,
  isInsideWord,
  isWriting,
  lineAround,
  paragraphs,
  points,
  SENTENCE_END,
  shuffled,
  some,
  type Edit,
} from './tools.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

/** Least text that must be left, and least text that must be lost, in units. */
const KEPT = 300;
const LOST = 40;

/** Data whose brackets tell that it is not whole. */
const BRACKETED: ReadonlySet<string> = new Set(['json', 'xml', 'proto', 'graphql']);

/** Whether what is kept up to `at` ends where a sentence, an item, a row, a paragraph ends: nobody could see that more is lost. */
function looksWhole(document: Document, at: number): boolean {
  const { text } = document;
  let last = at;
  while (last > 0 && SPACES[text.charCodeAt(last - 1)] === 1) last--;
  if (SENTENCE_END.test(text.slice(Math.max(0, last - 12), last))) return true;
  const block = blockAt(document, last - 1);
  if (!block) return false;
  const rest = text.slice(last, block.end);
  if (rest.trim() === '') return !block.open;
  const lineEnds = text[last] === '\n' || /^[ \t]*\n/u.test(text.slice(last, last + 40));
  // a line of a code block or a table is a whole one; a fence that stays open is not
  if (block.kind === 'rule') return true;
  if (block.kind === 'table' || block.kind === 'front-matter') return lineEnds;
  if (block.kind === 'code') return lineEnds && !isFence(document, block);
  // lines that stay apart, as `Status: draft` above `Author: ...`: the lost ones are not missed
  if (lineEnds && (block.kind === 'prose' || block.kind === 'quote')) {
    const line = lineAround(text, last - 1);
    const next = /^\s*\n\s*(.{0,40})/u.exec(text.slice(last, last + 200))?.[1] ?? '';
    const apart = /^(?:[*_<>|`[\\%:.@~+-]|\d|\S[^:.]{0,30}[:：]\s)/u;
    if (columns(text.slice(line.start, last)) < 40 || apart.test(next)) return true;
  }
  // a block of many items or a whole line of a list that ends with no mark
  return block.kind === 'list' && lineEnds && /^\s*(?:[-*+•]|\(?\w{1,3}[.)])\s/u.test(text.slice(last, last + 20));
}

function isFence(document: Document, block: Block): boolean {
  return /^\s*(?:```|~~~|-{4,}\n|={4,}\n|\\begin|<pre|<source|<syntaxhighlight)/u.test(
    document.slice(block.start, Math.min(block.end, block.start + 40)),
  );
}

const MODES = [
  'any character',
  'inside a word',
  'after a word',
  'at a line end',
  'inside a list item',
  'inside a table row',
  'inside a fence',
  'inside a link',
  'inside a tag',
  'inside an entity',
] as const;
type Mode = (typeof MODES)[number];

const TAGS: Readonly<Record<Half, readonly string[]>> = {
  train: ['<p', '</di', '<a href="https://exam', '<br', '<span class="', '</t'],
  dev: ['<div', '</sp', '<img src="ima', '<td', '<li class="it', '</bod'],
};
const ENTITIES: Readonly<Record<Half, readonly string[]>> = {
  train: ['&nbs', '&am', '&#82', '&quo'],
  dev: ['&l', '&mdas', '&#x20', '&nb'],
};

function firstIn(text: string, span: Span, what: RegExp, chance: Random): Span | undefined {
  const found: Span[] = [];
  for (const match of text.slice(span.start, Math.min(span.end, span.start + 200_000)).matchAll(what)) {
    found.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
    if (found.length > 400) break;
  }
  return found.length === 0 ? undefined : chance.pick(found);
}

/** A point inside `window` at which the text can be broken off in this way, and what is written there in addition. */
function cutPoint(
  document: Document,
  mode: Mode,
  window: Span,
  chance: Random,
  half: Half,
): { at: number; added?: string } | undefined {
  const { text } = document;
  const all = blocks(document).filter((block) => block.start >= window.start && block.end <= window.end);
  const one = (kinds: readonly string[], test: (text: string, at: number) => boolean): { at: number } | undefined => {
    const list = all.filter((block) => kinds.includes(block.kind) && block.end - block.start > 8);
    for (let attempt = 0; attempt < 8 && list.length > 0; attempt++) {
      const found = points(text, chance.pick(list), test);
      if (found.length > 0) return { at: chance.pick(found) };
    }
    return undefined;
  };
  if (mode === 'any character') {
    const at = between(chance, window.start, window.end - 1);
    return canCut(text, at) && SPACES[text.charCodeAt(at)] === 0 ? { at } : undefined;
  }
  if (mode === 'inside a word') return one(['prose', 'list', 'quote'], isInsideWord);
  if (mode === 'after a word') return one(['prose', 'quote'], isAfterWord);
  if (mode === 'at a line end') return one(['prose', 'quote'], (from, at) => from[at] === '\n');
  if (mode === 'inside a list item')
    return one(['list'], (from, at) => isAfterWord(from, at) || isInsideWord(from, at));
  if (mode === 'inside a table row')
    return one(['table'], (from, at) => from[at] !== '\n' && from[at - 1] !== '\n' && isInsideWord(from, at));
  if (mode === 'inside a fence') {
    const list = all.filter(
      (block) => block.kind === 'code' && isFence(document, block) && block.end - block.start > 60,
    );
    if (list.length === 0) return undefined;
    const block = chance.pick(list);
    const closing = text.lastIndexOf('\n', block.end - 1);
    const opened = text.indexOf('\n', block.start) + 1;
    return closing > opened + 4 ? { at: between(chance, opened + 2, closing - 1) } : undefined;
  }
  if (mode === 'inside a link') {
    const link = firstIn(
      text,
      window,
      /!?\[[^\]\n]{2,80}\]\([^)\s]{6,200}\)|\[\[[^\]\n]{4,80}\]\]|\[https?:[^\]\n]{8,160}\]|\\href\{[^}\n]{4,120}\}|`[^`\n<]{2,60}<https?:[^>\n]{4,120}>`_/gu,
      chance,
    );
    return link && { at: between(chance, link.start + 3, link.end - 2) };
  }
  const own = firstIn(
    text,
    window,
    mode === 'inside a tag' ? /<\/?[a-z][a-z0-9]{0,9}(?: [^<>\n]{2,120})?>/gu : /&(?:[a-z]{2,8}|#\d{2,5});/gu,
    chance,
  );
  if (own && own.end - own.start > 3) return { at: between(chance, own.start + 2, own.end - 1) };
  const spot = one(['prose'], isAfterWord);
  if (!spot) return undefined;
  const added = chance.pick(mode === 'inside a tag' ? TAGS[half] : ENTITIES[half]);
  return { at: spot.at, added: mode === 'inside an entity' ? ` ${added}` : added };
}

/** The stretch in which the end comes, by how much is lost: mild 1 to 15 % of the text, moderate 15 to 50 %, severe 50 to 90 %. */
function windowOf(text: string, severity: Severity): Span | undefined {
  const { length } = text;
  const start = Math.max(KEPT, Math.floor(length * by(severity, 0.85, 0.5, 0.1)));
  const end = Math.min(length - LOST, Math.floor(length * by(severity, 0.99, 0.85, 0.5)));
  return end - start > 20 ? { start, end } : undefined;
}

const lastLine = (text: string): Span => lineAround(text, text.trimEnd().length);

// mild: 1 to 15 % of the text is lost; moderate: 15 to 50 %; severe: 50 to 90 %
const cutEnd: Injection = {
  id: 'cut-end',
  sees: 'The document stops inside a sentence, a word, a row, a code block or a piece of markup.',
  inject: (document, chance, severity, half) => {
    const data = BRACKETED.has(document.format);
    if (!isWriting(document) && !(data && !document.origin && !document.structure)) return undefined;
    const { text } = document;
    const window = windowOf(text, severity);
    if (!window) return undefined;
    const modes: readonly Mode[] = data ? ['any character'] : shuffled(chance, MODES);
    for (const mode of modes)
      for (let attempt = 0; attempt < 6; attempt++) {
        const cut = cutPoint(document, mode, window, chance, half);
        if (!cut || !canCut(text, cut.at) || text.slice(cut.at).trim().length < LOST) continue;
        if (data ? inBrackets(text, cut.at) < 1 : cut.added === undefined && looksWhole(document, cut.at)) continue;
        const newline = chance.below(2) === 0;
        const kept = text.slice(0, cut.at).trimEnd() + (cut.added ?? '');
        const block = blockAt(document, cut.at - 1);
        return {
          text: newline ? `${kept}\n` : kept,
          spans: [lastLine(kept)],
          facets: [
            mode,
            newline ? 'newline added' : 'no newline',
            data ? `format ${document.format}` : `in ${block?.kind ?? 'blank'}`,
            ...(cut.added ? [] : [isInsideWord(text, cut.at) ? 'word torn' : 'between words']),
            ...(mode === 'inside a tag' || mode === 'inside an entity' ? [cut.added ? 'added' : 'of the text'] : []),
          ],
        };
      }
    return undefined;
  },
};

/** How many brackets are open at `at`; enough to know that data is not whole. */
function inBrackets(text: string, at: number): number {
  if (text.trimStart().startsWith('<')) return /<\/[\w:]+>\s*$/u.test(text) ? 1 : 0;
  let open = 0;
  for (let i = Math.max(0, at - 200_000); i < at; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x7b || unit === 0x5b) open++;
    else if (unit === 0x7d || unit === 0x5d) open--;
  }
  return open;
}

// as `cut-end`
const cutEndAtSentence: Injection = {
  id: 'cut-end-at-sentence',
  sees: 'The document stops too early, but behind a whole sentence: nobody can tell from the document alone.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const window = windowOf(text, severity);
    if (!window) return undefined;
    const all = sentences(document);
    const ends: number[] = [];
    for (let i = 0; i < all.count; i++) {
      const end = all.ends[i]!;
      if (end < window.start || end > window.end) continue;
      const kind = blockAt(document, end - 1)?.kind;
      if ((kind === 'prose' || kind === 'list') && SENTENCE_END.test(text.slice(Math.max(0, end - 8), end)))
        ends.push(end);
    }
    if (ends.length === 0) return undefined;
    const at = chance.pick(ends);
    const kept = text.slice(0, at);
    const block = blockAt(document, at - 1);
    return {
      text: `${kept}\n`,
      spans: [lastLine(kept)],
      facets: [block && block.end === at ? 'at the end of a block' : 'inside a block'],
    };
  },
};

// mild: the first 10 to 20 % are gone; moderate: 20 to 40 %; severe: 40 to 60 %
const cutStart: Injection = {
  id: 'cut-start',
  sees: 'The document begins in the middle: inside a word, inside a sentence, or with a paragraph that leans on what is gone.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const [least, most] = by<readonly [number, number]>(severity, [0.1, 0.2], [0.2, 0.4], [0.4, 0.6]);
    const window = { start: Math.floor(text.length * least), end: Math.floor(text.length * most) };
    if (window.start < 200 || text.length - window.end < 600) return undefined;
    const prose = paragraphs(document, 60).filter((block) => block.start >= window.start && block.start < window.end);
    if (prose.length === 0) return undefined;
    const all = sentences(document);
    for (const mode of shuffled(chance, ['inside a word', 'inside a sentence', 'at a paragraph'])) {
      const block = chance.pick(prose);
      if (mode === 'at a paragraph') return begin(text, block.start, mode);
      const found = points(text, block, mode === 'inside a word' ? isInsideWord : isAfterWord).filter(
        (at) => !SENTENCE_END.test(text.slice(Math.max(0, at - 4), at)),
      );
      if (found.length === 0) continue;
      let at = chance.pick(found);
      while (SPACES[text.charCodeAt(at)] === 1) at++;
      if (mode === 'inside a sentence' && startsSentence(all.starts, at)) continue;
      return begin(text, at, mode);
    }
    return undefined;
  },
};

function startsSentence(starts: Uint32Array, at: number): boolean {
  return starts.includes(at);
}

function begin(text: string, at: number, mode: string): Injected {
  const rest = text.slice(at);
  return { text: rest, spans: [lineAround(rest, 0)], facets: [mode] };
}

// mild: the last words of one paragraph are gone; moderate: half of it or more; severe: that of three paragraphs
const cutByHeading: Injection = {
  id: 'cut-by-heading',
  sees: 'A paragraph breaks off inside a sentence and the next heading follows.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const all = blocks(document);
    const last = all.filter(
      (block, i) =>
        block.kind === 'prose' && all[i + 1]?.kind === 'heading' && weight(document, block.start, block.end) >= 80,
    );
    const wanted = by(severity, 1, 1, 3);
    const edits: Edit[] = [];
    let inWord = false;
    for (const block of shuffled(chance, last)) {
      if (edits.length === wanted) break;
      const length = block.end - block.start;
      const from = block.start + Math.floor(length * by(severity, 0.7, 0.2, 0.2));
      const to = block.start + Math.floor(length * by(severity, 0.95, 0.6, 0.9));
      const test = chance.below(3) === 0 ? isInsideWord : isAfterWord;
      const found = points(text, { start: from, end: to }, test).filter((at) => !looksWhole(document, at));
      if (found.length === 0) continue;
      const at = chance.pick(found);
      const line = lineAround(text, at - 1);
      if (line.start >= at) continue;
      if (test === isInsideWord) inWord = true;
      // the place: the end of the line that breaks off
      const start = Math.max(line.start, at - 20);
      edits.push({ start, end: block.end, text: text.slice(start, at), mark: { start: 0, end: at - start } });
    }
    if (edits.length < wanted) return undefined;
    return damaged(
      text,
      edits.toSorted((a, b) => a.start - b.start),
      [inWord ? 'inside a word' : 'after a word', `paragraphs ${wanted}`],
    );
  },
};

/** Sentences long enough to be halved, by block, with a point in the middle. */
function halves(document: Document, chance: Random): { start: number; end: number; at: number; block: Block }[] {
  const { text } = document;
  const all = sentences(document);
  const out: { start: number; end: number; at: number; block: Block }[] = [];
  for (let i = 0; i < all.count; i++) {
    const start = all.starts[i]!;
    const end = all.ends[i]!;
    if (end - start > 1200 || weight(document, start, end) < 40) continue;
    const block = blockAt(document, start);
    if (block?.kind !== 'prose') continue;
    const third = Math.floor((end - start) / 4);
    const found = points(text, { start: start + third, end: end - third }, isAfterWord).filter(
      (at) => !/[.,;:،，、；]/u.test(before(text, at)),
    );
    if (found.length > 0) out.push({ start, end, at: chance.pick(found), block });
  }
  return out;
}

// mild: one seam within a paragraph or to the next one; moderate: one seam, 3 to 40 sentences lost; severe: 5 seams
const spliced: Injection = {
  id: 'spliced',
  sees: 'The first half of one sentence goes on with the second half of another one.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const all = halves(document, chance);
    const seams = by(severity, 1, 1, 5);
    if (all.length < 4 * seams) return undefined;
    const both = chance.below(2) === 0;
    const edits: Edit[] = [];
    const part = Math.floor(all.length / seams);
    for (let seam = 0; seam < seams; seam++) {
      const i = seam * part + chance.below(Math.max(1, Math.floor(part / 2)));
      const far = by(severity, between(chance, 1, 2), between(chance, 3, 40), between(chance, 1, 6));
      const j = Math.min(i + far, seam * part + part - 1);
      if (j <= i) continue;
      const [a, b] = [all[i]!, all[j]!];
      if (both) {
        // the joined sentence stands behind the first one, and both are still there
        const rest = text.slice(b.at, b.end).trimStart();
        const head = text.slice(a.start, a.at).trimEnd();
        const space = text[b.at] === ' ' ? ' ' : '';
        const lead = /\s/u.test(text[a.end] ?? '\n') ? ' ' : '';
        const made = `${lead}${head}${space}${rest}`;
        const seamAt = lead.length + head.length;
        edits.push({
          start: a.end,
          end: a.end,
          text: made,
          mark: { start: seamAt - 1, end: seamAt + space.length + 1 },
        });
      } else edits.push({ start: a.at, end: b.at, text: '' });
    }
    if (edits.length < Math.ceil(seams / 2)) return undefined;
    return damaged(text, edits, [both ? 'both sentences still there' : 'halves lost', `seams ${seams}`]);
  },
};

/** Words of a sentence with the space behind each, or two letters in scripts without spaces. */
function wordSpans(document: Document): Span[] {
  const { text } = document;
  const all = sentences(document);
  const out: Span[] = [];
  for (let i = 0; i < all.count; i++) {
    const start = all.starts[i]!;
    if (blockAt(document, start)?.kind !== 'prose') continue;
    const piece = text.slice(start, Math.min(all.ends[i]!, start + 1200));
    // neither the first word nor the last
    for (const match of piece.matchAll(
      /(?<=[^\s\p{Script=Han}] )[\p{L}\p{M}'’-]+ (?=\S)|(?<=[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}])(?:[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*){2}(?=[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    ))
      out.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return out;
}

// mild: 1 word; moderate: 3; severe: 8
const missingWords: Injection = {
  id: 'missing-words',
  sees: 'Words are missing inside sentences.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const words = wordSpans(document);
    const count = by(severity, 1, 3, 8);
    if (words.length < count * 10) return undefined;
    const edits = some(chance, words, count).map((span): Edit => ({ ...span, text: '' }));
    return damaged(document.text, edits, [`words ${count}`]);
  },
};

export const cuts: readonly Injection[] = [cutEnd, cutEndAtSentence, cutStart, cutByHeading, spliced, missingWords];
