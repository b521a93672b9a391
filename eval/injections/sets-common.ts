/** What damage to sets shares: which documents lend themselves, where a sentence belongs, other values, revisions, names. */
import type { Block, Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import { weightOf, weightOfUnits } from '../../src/views/script.ts';
import { sentences } from '../../src/views/sentences.ts';
import type { Random } from '../random.ts';
import type { SetFolder } from './sets-types.ts';
import { between, edited, isWriting, paragraphs, shuffled, type Edit } from './tools.ts';
import type { Half } from './types.ts';

/** By half, where word lists have two without overlap. */
export type Halves<T> = Readonly<Record<Half, T>>;

/** Documents that people write, in UTF-8, so that a changed one differs in the change alone; no pages of manuals in roff. */
export function writings(folder: SetFolder, least = 800): Document[] {
  return folder.documents.filter(
    (document) =>
      isWriting(document) &&
      document.encoding === 'utf-8' &&
      document.units.length >= least &&
      !/\.\d\w?$/u.test(document.path) &&
      !/^\.(?:TH|\\")/mu.test(document.slice(0, 2000)),
  );
}

/** What a project has beside its subject; a second one of these is no fault. */
export function isCompanion(path: string): boolean {
  return /(?:^|\/)(?:readme|licen[cs]e|contributing|code_of_conduct|security|authors|index)[^/]*$/iu.test(path);
}

/** Histories say what was otherwise before: nothing in them is a statement of today. */
export function isHistory(path: string): boolean {
  return /chang|histor|news|release|migrat|upgrad|licen[cs]e|copying|meeting|minutes|agenda|\bgc-\d|\bcg-\d/iu.test(
    path,
  );
}

export function heavy(text: string): number {
  let sum = 0;
  for (const character of text) sum += weightOf(character.codePointAt(0)!);
  return sum;
}

/** Line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** Whole sentences of running prose, of a weight between the two. */
export function proseSentences(document: Document, least: number, most = 600): Span[] {
  const all = sentences(document);
  const prose = paragraphs(document, least);
  const out: Span[] = [];
  let k = 0;
  for (let i = 0; i < all.count; i++) {
    const span = { start: all.starts[i]!, end: all.ends[i]! };
    while (k < prose.length && prose[k]!.end <= span.start) k++;
    const block = prose[k];
    if (!block || span.start < block.start || span.end > block.end) continue;
    const weight = weightOfUnits(document.units, span.start, span.end);
    if (weight >= least && weight <= most) out.push(span);
  }
  return out;
}

/** Words in lower case, pairs of characters where no spaces are written. */
export function wordsOf(text: string): Set<string> {
  const out = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]{2,}/gu)) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
      for (let i = 0; i + 2 <= word.length; i++) out.add(word.slice(i, i + 2));
    else if (word.length >= 4) out.add(word);
  }
  return out;
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Paragraphs that another one can stand behind: not in code that a view took for prose, not in a list or a table. */
export function openParagraphs(document: Document, least = 60): Block[] {
  let at = 0;
  let fences = 0;
  return paragraphs(document, least).filter((block) => {
    fences += document.slice(at, block.start).match(/^\s*(?:```|~~~)/gmu)?.length ?? 0;
    at = block.start;
    return (
      fences % 2 === 0 &&
      !/^[ \t]/u.test(document.slice(block.start, block.start + 1)) &&
      !document.slice(block.start, block.end).includes('```')
    );
  });
}

/** The paragraph that a statement fits behind: the one with most words of it, among those by chance where all are equal. */
export function fittingBlock(document: Document, text: string, chance: Random): Block | undefined {
  const words = wordsOf(text);
  let best: Block | undefined;
  let most = -1;
  for (const block of shuffled(chance, openParagraphs(document)).slice(0, 200)) {
    const count = shared(words, wordsOf(document.slice(block.start, Math.min(block.end, block.start + 3000))));
    if (count > most) [most, best] = [count, block];
  }
  return best;
}

/** What is put between a sentence and the next one. */
export function gapOf(document: Document): string {
  return ['zh', 'ja', 'th'].includes(language(document)) ? '' : ' ';
}

/** A document with a passage put behind a paragraph (or as its last sentence), and the line at which it begins. */
export function withPassage(
  document: Document,
  passage: string,
  block: Block,
  inside = false,
): { readonly text: string; readonly line: number } {
  const { text } = document;
  // a paragraph that ends without a mark, or whose last line is indented as code, is not gone on with
  const tail = text.slice(block.start, block.end).trimEnd();
  const at = block.start + tail.length;
  const glue = inside && /[.!?。！？؟।]$/u.test(tail) ? gapOf(document) : '\n\n';
  const out = `${text.slice(0, at)}${glue}${passage}${text.slice(at)}`;
  return { text: out, line: lineAt(out, at + glue.length) };
}

/** A document with a passage as a paragraph of its own somewhere in it. */
export function withParagraph(
  document: Document,
  passage: string,
  chance: Random,
): { readonly text: string; readonly line: number } | undefined {
  const open = openParagraphs(document);
  return open.length === 0 ? undefined : withPassage(document, passage, chance.pick(open));
}

const NUMBER =
  /(?<![\p{L}\p{N}.,:/_#§$€£¥+`"'‑-])(\d{1,5})(?:[.,]\d{1,2})?(?![\p{N}.:/_‑-])(?=\s\p{L}|\s?[%°]|[kMGT]?(?:B|Hz|[WVA])(?![\p{L}\p{N}])|\p{Ll}{1,3}(?![\p{L}\p{N}])|\p{Lo})/gu;

/** Numbers that count or measure something; no years, no numbers of sections. */
export function quantities(text: string): Span[] {
  return [...text.matchAll(NUMBER)]
    .filter((match) => !/^(?:1[89]|20)\d\d$/u.test(match[0]) && match[0] !== '0' && match[0] !== '1' && match.index > 8)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A number behind one of these, or behind a name, names a thing and counts none. */
const NAMES_ONE: RegExp =
  /(?:\p{Lu}[\p{L}\p{N}]*|phase|stage|level|section|chapter|figure|table|step|rule|version|class|type|group|layer|number|item|part|page|no\.|stufe|phase|abschnitt|kapitel|étape|niveau|fase|nivel|etapa|этап|уровень|глава|версии|wersji|versión|versão|versione|ver|v|第|版)[\s\u00a0]*$/u;

/** Whether a number at `at` belongs to a name or to the number of a part. */
export function isName(text: string, at: number): boolean {
  return NAMES_ONE.test(text.slice(0, at));
}

/** Another number of the same make. */
export function otherQuantity(value: string, chance: Random): string {
  const comma = value.includes(',');
  const number = Number(value.replace(',', '.'));
  if (!Number.isInteger(number)) {
    const text = (number + chance.pick([0.5, 1.2, 2.1, 3.4])).toFixed(1);
    return comma ? text.replace('.', ',') : text;
  }
  const more = number + chance.pick([1, 2, 5, number, 2 * number, 9 * number]) + (number < 3 ? 1 : 0);
  return number > 9 && chance.next() < 0.4
    ? String(Math.max(2, Math.floor(number / chance.pick([2, 3, 4]))))
    : String(more);
}

const DATE =
  /(?<![\d.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])|(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d|(?:19|20)\d\d年(?:\d{1,2}月)?/gu;

export function dates(text: string): Span[] {
  return [...text.matchAll(DATE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The same date some years or months off. */
export function otherDate(value: string, chance: Random): string {
  const by = chance.pick([-2, -1, 1, 2, 3]);
  return value.replace(/(?:19|20)\d\d/u, (year) => String(Number(year) + by));
}

const CODE = /(?<!`)`([A-Za-z0-9][\w.-]{0,30})`(?!`)|"([\p{L}][\p{L}\p{N}_.-]{1,30})"/gu;

/** Values in code marks or quotation marks. */
export function values(text: string): Span[] {
  return [...text.matchAll(CODE)].map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
}

const WORD = /(?<![\p{L}\p{N}_`/.-])\p{L}{5,}(?![\p{L}\p{N}_`/.-])/gu;

/**
 * Another state of a document: about `share` of its sentences have another number, another word, are lost or shortened,
 * and with `section` one of its sections may be lost. The lines (from 1) of the first change in both texts.
 */
export function revised(
  document: Document,
  share: number,
  section: boolean,
  chance: Random,
): { readonly text: string; readonly line: number; readonly lineHere: number; readonly changed: number } | undefined {
  const all = proseSentences(document, 24, 4000);
  if (all.length < 8) return undefined;
  const count = Math.max(1, Math.round(all.length * share));
  const vocabulary = [...document.text.matchAll(WORD)].map((match) => match[0]);
  const edits: Edit[] = [];
  let lost: Span | undefined;
  if (section) {
    const heads = blocks(document).filter((block) => block.kind === 'heading');
    const sections = heads.flatMap((head, i) => {
      const next = heads.slice(i + 1).find((other) => other.level <= head.level);
      const span = { start: head.start, end: next?.start ?? document.units.length };
      return i > 0 && span.end - span.start < document.units.length * 0.15 ? [span] : [];
    });
    if (sections.length > 0) {
      lost = chance.pick(sections);
      edits.push({ ...lost, text: '' });
    }
  }
  for (const span of shuffled(chance, all)) {
    if (edits.length >= count) break;
    if (lost && span.start < lost.end && span.end > lost.start) continue;
    const text = document.slice(span.start, span.end);
    const at = quantities(text);
    const way =
      at.length > 0
        ? chance.pick(['number', 'number', 'word', 'lost'] as const)
        : chance.pick(['word', 'word', 'lost'] as const);
    if (way === 'number') {
      const one = chance.pick(at);
      const value = text.slice(one.start, one.end);
      edits.push({ start: span.start + one.start, end: span.start + one.end, text: otherQuantity(value, chance) });
    } else if (way === 'lost') edits.push({ ...span, text: '' });
    else {
      const words = [...text.matchAll(WORD)];
      if (words.length < 2) continue;
      const one = chance.pick(words);
      const other = vocabulary.length > 0 ? chance.pick(vocabulary) : '';
      if (other === '' || other === one[0]) continue;
      edits.push({ start: span.start + one.index, end: span.start + one.index + one[0].length, text: other });
    }
  }
  if (edits.length === 0) return undefined;
  edits.sort((a, b) => a.start - b.start);
  const { text } = edited(document.text, edits);
  if (text === document.text) return undefined;
  const first = edits[0]!.start;
  return { text, line: lineAt(text, first), lineHere: lineAt(document.text, first), changed: edits.length };
}

/** `docs/guide.md` to `docs/`, `guide`, `.md`. */
export function partsOf(path: string): { readonly folder: string; readonly stem: string; readonly extension: string } {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash);
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { folder: path.slice(0, slash), stem: name, extension: '' }
    : { folder: path.slice(0, slash), stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** The document's name for itself: its first heading, else its file name's stem. */
export function titleOf(document: Document): string {
  const head = blocks(document).find((block) => block.kind === 'heading');
  const text = head
    ? document
        .slice(head.start, head.end)
        .split('\n')[0]!
        .replaceAll(/^[#=\s]+|[#=\s]+$/gu, '')
        .replaceAll(/[[\]`*_]|\(.*?\)/gu, '')
        .trim()
    : '';
  return text.length >= 3 && text.length <= 80 && !/[\\{}<>]/u.test(text) ? text : partsOf(document.path).stem;
}

/** A base62 or like string of `length` from an alphabet. */
export function letters(chance: Random, alphabet: string, length: number): string {
  let out = '';
  for (let i = 0; i < length; i++) out += alphabet[chance.below(alphabet.length)]!;
  return out;
}

export const HEX = '0123456789abcdef';
export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A day as YYYY-MM-DD. */
export function day(chance: Random, year: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(between(chance, 1, 12))}-${two(between(chance, 1, 28))}`;
}
