/** How a document begins: signs that its first words are the rest of a sentence or a word. */
import { isLower, isUpper } from '../core/unicode.ts';
import type { Block, Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { isWordUnit } from './endings.ts';

export interface FirstWord {
  /** Its length in units. */
  readonly size: number;
  /** How often it stands elsewhere by itself, and as the end of a longer word. */
  readonly alone: number;
  readonly suffix: number;
  /** How often its first two and three units begin a word elsewhere, and stand inside one. */
  readonly pairBegins: number;
  readonly pairInside: number;
  readonly tripleBegins: number;
  readonly tripleInside: number;
}

/** Longest word that is looked for, in units. */
const WORD_UNITS = 40;
/** How much of the text is looked through, in units. */
const AROUND = 300_000;

/** The word that begins at `start`, elsewhere in the text. */
export function firstWord(units: Uint16Array, start: number): FirstWord {
  let end = start;
  while (end < units.length && end - start <= WORD_UNITS && isWordUnit(units[end]!)) end++;
  const size = end - start;
  const found = { size, alone: 0, suffix: 0, pairBegins: 0, pairInside: 0, tripleBegins: 0, tripleInside: 0 };
  if (size === 0 || size > WORD_UNITS) return found;
  const to = Math.min(units.length, start + AROUND);
  const first = units[start]!;
  for (let i = units.indexOf(first, start + 1); i >= 0 && i < to; i = units.indexOf(first, i + 1)) {
    const begins = !isWordUnit(units[i - 1]!);
    if (size > 1 && units[i + 1] === units[start + 1]) {
      if (begins) found.pairBegins++;
      else found.pairInside++;
      if (size > 2 && units[i + 2] === units[start + 2]) {
        if (begins) found.tripleBegins++;
        else found.tripleInside++;
      }
    }
    let k = 1;
    while (k < size && units[i + k] === units[start + k]) k++;
    if (k < size || (i + k < units.length && isWordUnit(units[i + k]!))) continue;
    if (begins) found.alone++;
    else found.suffix++;
  }
  return found;
}

/** Marks that close or part, with which no text begins. A percent sign opens comments and titles in some languages. */
const NO_BEGIN: ReadonlySet<number> = new Set(
  Array.from(')]}»”’」』】〕〉》）］｝,;.!?、，。；：！？،؛؟।', (mark) => mark.charCodeAt(0)),
);

const CLOSE: Readonly<Record<string, string>> = {
  ')': '(',
  '）': '（',
  ']': '[',
  '」': '「',
  '』': '『',
  '》': '《',
  '»': '«',
  '”': '“',
};

/** A bracket that the first sentences close and never opened. */
export function unopened(text: string): string | undefined {
  let round = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === '(' || sign === '（') round++;
    else if (sign === ')' || sign === '）') {
      // `a)`, `1)`, and smileys
      if (round === 0 && i > 3 && !/[:;=]-?$|^\s*\w{1,3}$/u.test(text.slice(Math.max(0, i - 4), i))) return sign;
      round = Math.max(0, round - 1);
    } else if (
      CLOSE[sign] !== undefined &&
      sign !== '»' &&
      sign !== '”' &&
      sign !== ']' &&
      !text.slice(0, i).includes(CLOSE[sign])
    )
      return sign;
  }
  return undefined;
}

/** What a document begins with. */
export interface Beginning {
  /** Its first block that is no front matter, comment or rule. */
  readonly block: Block | undefined;
  /** Offset of its first unit. */
  readonly start: number;
  /** First unit that no text begins with. */
  readonly mark: boolean;
  readonly small: boolean;
  /** Han or kana. */
  readonly word: FirstWord;
  readonly unopened: string | undefined;
  /** Paragraphs elsewhere that begin with a small letter, and with a capital. */
  readonly smalls: number;
  readonly capitals: number;
  /** Headings in the document, and whether the first is deeper than one after it. */
  readonly headings: number;
  readonly deeper: boolean;
  readonly frontMatter: boolean;
}

export const beginning: (document: Document) => Beginning = view((document) => {
  const { units } = document;
  const all = blocks(document);
  let index = 0;
  let frontMatter = false;
  while (index < all.length && /^(?:front-matter|comment|rule)$/u.test(all[index]!.kind)) {
    if (all[index]!.kind === 'front-matter') frontMatter = true;
    index++;
  }
  const block = all[index];
  let smalls = 0;
  let capitals = 0;
  let headings = 0;
  let firstLevel = 0;
  let deeper = false;
  for (let i = index; i < all.length; i++) {
    const { kind, start, level } = all[i]!;
    if (kind === 'heading') {
      headings++;
      if (firstLevel === 0) firstLevel = level;
      else if (level < firstLevel) deeper = true;
    } else if (kind === 'prose' && i > index) {
      if (isLower(units[start]!)) smalls++;
      else if (isUpper(units[start]!)) capitals++;
    }
  }
  const start = block?.start ?? 0;
  const first = units[start] ?? 0;
  const text = block ? document.slice(start, Math.min(block.end, start + 600)) : '';
  return {
    block,
    start,
    mark: NO_BEGIN.has(first),
    small: isLower(first),
    word: firstWord(units, start),
    unopened: block?.kind === 'prose' ? unopened(text) : undefined,
    smalls,
    capitals,
    headings,
    deeper,
    frontMatter,
  };
});
