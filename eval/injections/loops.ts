/** A passage, a phrase or a run of characters that comes again and again, as from a stuck generator or a scrolled capture. */
import type { Document, Span } from '../../src/core/types.ts';
import { dense } from '../../src/views/dense.ts';
import { weight, weightOfUnits } from '../../src/views/script.ts';
import { sentences } from '../../src/views/sentences.ts';
import type { Random } from '../random.ts';
import { after, between, by, canCut, isAfterWord, isInsideWord, isWriting, paragraphs, points } from './tools.ts';
import type { Half, Injected, Injection } from './types.ts';

/** The index in `at` of the first place not before `offset`. */
function indexAt(at: Uint32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A passage of `period` units without white space, four fifths of it prose, that begins with a sentence or at any word. */
function passage(document: Document, period: number, chance: Random): { start: number; end: number } | undefined {
  const { text, units } = document;
  const prose = paragraphs(document, 20, ['prose', 'list']);
  if (prose.length === 0) return undefined;
  const { at } = dense(document);
  const all = sentences(document);
  for (let attempt = 0; attempt < 30; attempt++) {
    const block = chance.pick(prose);
    let from = block.start;
    if (chance.below(3) > 0) {
      const inside: number[] = [];
      for (let i = indexAt(all.starts, block.start); i < all.count && all.starts[i]! < block.end; i++)
        inside.push(all.starts[i]!);
      if (inside.length > 0) from = chance.pick(inside);
    } else {
      const words = points(text, { start: block.start, end: Math.min(block.end, block.start + 2000) }, isAfterWord);
      if (words.length > 0) from = chance.pick(words);
    }
    const first = indexAt(at, from);
    if (first + period >= at.length) continue;
    const start = at[first]!;
    const end = at[first + period - 1]! + 1;
    if (!canCut(text, end) || (start > 0 && !canCut(text, start))) continue;
    let covered = 0;
    for (const each of prose) {
      if (each.start >= end) break;
      if (each.end > start) covered += weightOfUnits(units, Math.max(start, each.start), Math.min(end, each.end));
    }
    if (covered >= 0.8 * weight(document, start, end)) return { start, end };
  }
  return undefined;
}

/** What is left of a generator's or converter's stumble where it stopped. */
const GARBAGE: Readonly<Record<Half, readonly string[]>> = {
  train: ['<br', '&lt;p', '```', ' |', '\n---', '\\', '<|', '\n\n12'],
  dev: ['</di', '&am', '~~~', ' [', '\n***', '{{', '</s', '\n\nPage'],
};

const TAILS = ['goes on', 'goes on', 'exact end', 'cut', 'garbage'] as const;

function tailOf(
  document: Document,
  found: Span,
  join: string,
  chance: Random,
  half: Half,
): [name: string, text: string] {
  const { text } = document;
  const name = chance.pick(TAILS);
  const rest = text.slice(found.end);
  const block = text.slice(found.start, found.end);
  let stop = Math.floor(block.length * (0.2 + 0.7 * chance.next()));
  while (stop > 1 && !canCut(block, stop)) stop--;
  const part = block.slice(0, stop);
  if (name === 'goes on') return [name, join + rest.trimStart()];
  if (name === 'exact end') return [name, ''];
  if (name === 'cut') return [name, join + part];
  return [name, (chance.below(2) === 0 ? join + part : '') + chance.pick(GARBAGE[half])];
}

const periodClass = (period: number): string =>
  period < 60 ? '20-59' : period < 250 ? '60-249' : period < 700 ? '250-699' : '700-2000';
const copiesClass = (copies: number): string =>
  copies < 5 ? '3-4' : copies < 10 ? '5-9' : copies <= 20 ? '10-20' : copies < 100 ? '21-99' : '100-300';
const JOINS: Readonly<Record<string, string>> = { newline: '\n', space: ' ', 'blank line': '\n\n', nothing: '' };

/** The end of the word at `at`, no further than 24 units. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 24 && isInsideWord(text, end) && !isAfterWord(text, end)) end++;
  return canCut(text, end) ? end : at;
}

function repeat(
  document: Document,
  chance: Random,
  half: Half,
  period: number,
  copies: number,
  copy: (text: string, index: number) => string,
  facets: readonly string[],
): Injected | undefined {
  if (!isWriting(document)) return undefined;
  const found = passage(document, period, chance);
  if (!found) return undefined;
  const { text } = document;
  let how = chance.pick(['newline', 'space', 'blank line']);
  // a passage that ends inside a word goes on with its own first letter, or it ends with that word
  if (isInsideWord(text, found.end)) {
    if (chance.below(4) === 0) how = 'nothing';
    else found.end = wordEnd(text, found.end);
  }
  const block = text.slice(found.start, found.end);
  const join = JOINS[how]!;
  let out = text.slice(0, found.end);
  for (let i = 1; i < copies; i++) out += join + copy(block, i);
  const end = out.length;
  const [tail, more] = tailOf(document, found, join, chance, half);
  const total = weight(document, found.start, found.end) * copies;
  return {
    text: out + more,
    spans: [{ start: found.start, end }],
    facets: [
      `period ${periodClass(period)}`,
      `copies ${copiesClass(copies)}`,
      `tail ${tail}`,
      `joined by ${how}`,
      total < 500 ? 'weight < 500' : 'weight >= 500',
      ...facets,
    ],
  };
}

// mild: 3 or 4 copies; moderate: 5 to 9; severe: 10 to 20
const loopExact: Injection = {
  id: 'loop-exact',
  sees: 'The same passage stands several times back to back, word for word.',
  inject: (document, chance, severity, half) => {
    const period = Math.round(20 * Math.pow(100, chance.next()));
    const copies = by(severity, between(chance, 3, 4), between(chance, 5, 9), between(chance, 10, 20));
    return repeat(document, chance, half, period, copies, (text) => text, []);
  },
};

/** Characters that readers of scans take for each other. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  l: '1', O: '0', e: 'c', m: 'rn', h: 'b', i: 'l', S: '5', n: 'u', t: 'f', o: '0', '1': 'l', '0': 'O', a: 'o', c: 'e', u: 'n',
  и: 'н', н: 'и', п: 'л', л: 'п', о: '0', ш: 'щ', е: 'с', 日: '曰', 未: '末', 己: '已', 土: '士', 人: '入', 大: '太', 的: '旳',
  ر: 'ز', ب: 'ت', د: 'ذ', ح: 'ج', ו: 'ז', ה: 'ח', ब: 'व', घ: 'ध', ก: 'ถ', ค: 'ด',
}; // prettier-ignore

/** Substitutes, drops or puts in a share of the characters that are no white space. */
function noisy(text: string, share: number, letters: readonly string[], chance: Random): string {
  let out = '';
  for (const character of text) {
    if (/\s/u.test(character) || chance.next() >= share) {
      out += character;
      continue;
    }
    const what = chance.below(4);
    if (what === 0) continue;
    if (what === 1) out += character + chance.pick(letters);
    else {
      const other = LOOKALIKES[character] ?? chance.pick(letters);
      out += other === character ? '' : other;
    }
  }
  return out;
}

// mild: 0.2 or 0.5 % of the characters of each copy are wrong; moderate: 1 %; severe: 2 %
const loopNoisy: Injection = {
  id: 'loop-noisy',
  sees: 'The same passage stands several times back to back, each time with a few other characters wrong.',
  inject: (document, chance, severity, half) => {
    const share = by(severity, chance.pick([0.002, 0.005]), 0.01, 0.02);
    const period = Math.round(60 * Math.pow(20, chance.next()));
    const copies = between(chance, 4, 12);
    const letters = [...new Set(document.slice(0, 4000).match(/\p{L}/gu) ?? ['a'])];
    let wrong = 0;
    const copy = (text: string, index: number): string => {
      let made = noisy(text, share, letters, chance);
      // short passages would come out clean most often: one fault at least in all
      for (let i = 0; i < 2000 && index === copies - 2 && wrong === 0 && made === text; i++)
        made = noisy(text, share, letters, chance);
      if (made !== text) wrong++;
      return made;
    };
    return repeat(document, chance, half, period, copies, copy, [`noise ${share * 100} %`]);
  },
};

/** What generators and converters get stuck on. */
const STUCK: Readonly<Record<Half, readonly (readonly [text: string, join: string, name: string])[]>> = {
  train: [
    ['assistant', '', 'token'],
    ['\\star', '', 'token'],
    ['the same', ' ', 'phrase'],
    ['哈哈', '', 'token'],
    ['……', '', 'punctuation'],
    ['!', '', 'punctuation'],
    ['\\quad ', '', 'token'],
    ['&nbsp;', '', 'token'],
    ['и так далее', ' ', 'phrase'],
    ['0', '', 'characters'],
    ['的', '', 'characters'],
    ['نعم', ' ', 'phrase'],
  ],
  dev: [
    ['user', '', 'token'],
    ['\\cdot', '', 'token'],
    ['and then', ' ', 'phrase'],
    ['嗯嗯', '', 'token'],
    ['.', '', 'punctuation'],
    ['?', '', 'punctuation'],
    ['\\hline', '', 'token'],
    ['<unk>', '', 'token'],
    ['и снова', ' ', 'phrase'],
    ['9', '', 'characters'],
    ['了', '', 'characters'],
    ['ثم', ' ', 'phrase'],
  ],
};

/** Of those with letters the ones in a script of the text. */
function stuckIn(text: string, half: Half): readonly (readonly [text: string, join: string, name: string])[] {
  return STUCK[half].filter(([what]) => /^[\w\\&<.!?…]/u.test(what) || text.includes([...what][0]!));
}

/** One to four words of the text itself, or one to six characters where it has no spaces. */
function phraseAt(
  text: string,
  at: number,
  end: number,
  chance: Random,
): readonly [string, string, string] | undefined {
  const back = text.slice(Math.max(0, at - 80), at);
  if (text[at] === ' ') {
    const words = back
      .split(/\s+/u)
      .slice(1)
      .slice(-between(chance, 1, 4));
    const phrase = words.join(' ');
    return /\p{L}{2}/u.test(phrase) && at < end ? [phrase, ' ', words.length === 1 ? 'word' : 'phrase'] : undefined;
  }
  const characters = [...back].slice(-between(chance, 1, 6)).join('');
  return /^\p{L}[\p{L}\p{M}]*$/u.test(characters) && canCut(text, at - characters.length)
    ? [characters, '', 'characters']
    : undefined;
}

// mild: said 20 to 40 times; moderate: 41 to 120; severe: 121 to 300
const loopPhrase: Injection = {
  id: 'loop-phrase',
  sees: 'A word, a phrase or a run of characters is said again and again inside the text.',
  inject: (document, chance, severity, half) => {
    if (!isWriting(document)) return undefined;
    const prose = paragraphs(document, 60, ['prose', 'list']);
    if (prose.length === 0) return undefined;
    const { text } = document;
    for (let attempt = 0; attempt < 20; attempt++) {
      const block = chance.pick(prose);
      const ends = points(text, { start: block.start, end: Math.min(block.end, block.start + 2000) }, isAfterWord);
      if (ends.length === 0) continue;
      const at = chance.pick(ends);
      const own = chance.below(3) > 0;
      const what = own ? phraseAt(text, at, block.end, chance) : chance.pick(stuckIn(text, half));
      if (!what) continue;
      const [phrase, join, name] = what;
      const count = by(severity, between(chance, 20, 40), between(chance, 41, 120), between(chance, 121, 300));
      const lead = own ? join : after(text, at) === ' ' ? ' ' : '';
      const run = Array.from({ length: count }, () => phrase).join(join);
      const goesOn = chance.below(3) > 0;
      const out = text.slice(0, at) + lead + run;
      const units = Uint16Array.from({ length: run.length }, (_, i) => run.charCodeAt(i));
      const total = weightOfUnits(units, 0, units.length);
      return {
        text: goesOn ? out + text.slice(at) : out,
        spans: [{ start: at + lead.length, end: out.length }],
        facets: [
          `what ${name}`,
          `times ${copiesClass(count)}`,
          goesOn ? 'tail goes on' : 'tail end',
          total < 500 ? 'weight < 500' : 'weight >= 500',
          own ? 'of the text' : 'foreign',
        ],
      };
    }
    return undefined;
  },
};

export const loops: readonly Injection[] = [loopExact, loopNoisy, loopPhrase];
