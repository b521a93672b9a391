/**
 * Sentences that give orders to whatever reads the document by machine, where everybody sees them. Documents about
 * assistants and about attacks hold such sentences rightly, so this is a note, unless one both drops orders and speaks to a machine or
 * wants something done, in a text about something else; hidden ones are told by `hidden-text`.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Level, Span } from '../core/types.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode } from '../views/context.ts';
import { isAboutReaders, isPlainAttack, visibleInstructionIn } from '../views/instructions.ts';
import { isCode } from '../views/in-code.ts';
import { needles } from '../views/needles.ts';
import { SPACES } from '../views/script.ts';
import { sentences } from '../views/sentences.ts';

/** Places that are looked at, and those that are shown. */
const MOST = 400;
const SHOWN = 6;
/** A longer sentence is looked at around the word, in units. */
const SENTENCE = 600;

/** What one of stands in every sentence that could be such an order. */
const WORDS = needles(
  `
ignore|ignori|ignora|ignoru|disregard|forget|overrid|bypass|discard|vergiss|vergessen|missacht|oublie|pas compte|olvida|olvide|esquec|desconsider|dimentica|descarta|zignoruj|zapomn|negeer|vergeet|abaikan|lupakan|talimat|are an ai|are a lan|are a large|are an llm|'re an ai|'re a lan|are chatgpt|are claude|are gemini|are copilot|reading this as|to ai ag|to ai as|to ai mo|to ai re|to all ai|to any ai|for ai ag|for ai as|to llm|for llm|to language m|for language m|to large l|for large l|to any la|to all la|to the ai|for the ai|to chatgpt|to claude|to copilot|to gemini|to coding a|for coding a|to ai:|for ai:|du eine ki|sie eine ki|tes une ia|eres una ia|es un agente|esqueça
忽略|无视|無視|忘记|忘掉|不要理会|不要遵守|忽視|忘れ|従わな|무시|잊|如果你是|若你是|如果您是|あなたが|당신이
игнорир|Игнорир|проигнорир|Проигнорир|забудь|Забудь|не следуй|Не следуй|ігнор|Ігнор|если ты|Если ты|если вы|Если вы|якщо ти|Якщо ти|якщо ви|Якщо ви
إذا كنت|تجاهل|انس|نادیده|فراموش|अनदेखा|नज़रअंदाज|भूल|ỏ qua|ớt lờ|önceki|yukarıdaki|pomiń|zapomeň`
    .trim()
    .split(/[|\n]/u),
);

/** Formats whose comments `hidden-text` reads. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'html',
  'markdown',
  'text',
  'rst',
  'asciidoc',
  'mediawiki',
  'org',
]);
const QUOTES = /["'“”„«»‘’「」『』`]/u;

interface Order extends Span {
  readonly kind: 'override' | 'address';
  readonly level: Level;
  /** Where it stands, if not in front of everybody. */
  readonly where: '' | ', in a comment' | ', in what a picture or a link is called';
}

/**
 * What a picture or a link of Markdown is called, which a reader sees in front of the mouse at most: `![here](x "or here")`,
 * `[text](x "here")`; null where the offset stands in none.
 */
function calledAt({ units }: Document, offset: number): Span | null {
  let start = offset;
  while (start > 0 && units[start - 1] !== 0x0a && offset - start < SENTENCE) {
    start--;
    const unit = units[start]!;
    // `![`
    if (unit === 0x5b) {
      if (units[start - 1] !== 0x21) return null;
      let end = offset;
      while (end < units.length && units[end] !== 0x0a && end - start < SENTENCE && units[end] !== 0x5d) end++;
      return units[end] === 0x5d && units[end + 1] === 0x28 ? { start: start + 1, end } : null;
    }
    if (unit === 0x5d && units[start + 1] !== 0x28) return null;
    // `](address "`
    if ((unit === 0x22 || unit === 0x27) && SPACES[units[start - 1]!] === 1) {
      let open = start - 1;
      while (open > 0 && units[open] !== 0x0a && units[open] !== 0x28 && start - open < SENTENCE) open--;
      if (units[open] !== 0x28 || units[open - 1] !== 0x5d) continue;
      let end = offset;
      while (end < units.length && units[end] !== 0x0a && end - start < SENTENCE && units[end] !== unit) end++;
      return units[end] === unit ? { start: start + 1, end } : null;
    }
  }
  return null;
}

/** The sentence that holds the offset; in data and comments its line. */
function sentenceAt(document: Document, offset: number, inComment: boolean): Span {
  const { units } = document;
  let start = offset;
  let end = offset;
  if (!inComment) {
    const { starts, ends, count } = sentences(document);
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && ends[low - 1]! > offset) {
      start = Math.max(starts[low - 1]!, offset - SENTENCE / 2);
      end = Math.min(ends[low - 1]!, offset + SENTENCE / 2);
      return { start, end };
    }
  }
  while (start > 0 && units[start - 1] !== 0x0a && offset - start < SENTENCE / 2) start--;
  while (end < units.length && units[end] !== 0x0a && end - offset < SENTENCE / 2) end++;
  return { start, end };
}

/** Marks that a comment begins with in code and data. */
const COMMENT = /^\s*(?:#|\/\/|\/\*|\*|--|;|%|<!--|\.\\")/u;

function orderAt(document: Document, offset: number): Order | null {
  const data = isCode(document);
  const comment = !READ_ELSEWHERE.has(document.format);
  const block = blockAt(document, offset);
  let level: Level = 'note';
  let inComment = false;
  if (comment && (data || block?.kind === 'comment')) {
    inComment = true;
    level = 'look';
  } else if (
    !block ||
    block.kind === 'quote' ||
    block.kind === 'comment' ||
    block.kind === 'html' ||
    inCode(document, offset)
  )
    return null;
  if (document.format === 'markdown' && !inComment) {
    const called = calledAt(document, offset);
    const found = called && visibleInstructionIn(document.slice(called.start, called.end));
    if (called && found)
      return { ...called, kind: found, level: 'look', where: ', in what a picture or a link is called' };
  }
  const span = sentenceAt(document, offset, inComment);
  const text = document.slice(span.start, span.end);
  const kind = visibleInstructionIn(inComment ? text.replace(COMMENT, '').trimStart() : text);
  if (kind === null) return null;
  if (inComment) {
    if (!COMMENT.test(text)) return null;
    return { ...span, kind, level, where: ', in a comment' };
  }
  // a sentence that quotes is about the order; a command in it may be what is ordered
  const plain = text.replace(/(?<=\w)['’](?=\w)/gu, '').replace(/\x60[^\x60\n]{1,200}\x60/gu, ' ');
  if (QUOTES.test(plain) || (plain !== text && visibleInstructionIn(plain) === null)) return null;
  if (isPlainAttack(text) && !isAboutReaders(document.text)) level = 'look';
  return { ...span, kind, level, where: '' };
}

export const instruction: DocumentCheck = {
  id: 'instruction',
  title: 'An order to whatever reads the document by machine',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    const { han, kana, hangul, cyrillic, arabic, indic, latinExtended, latin1Letter } = census(document);
    const foreign = han + kana + hangul + cyrillic + arabic + indic + latinExtended + latin1Letter > 0;
    const found: Order[] = [];
    let end = -1;
    for (const offset of WORDS.find(document.units, MOST, foreign)) {
      if (offset < end) continue;
      const order = orderAt(document, offset);
      if (!order) continue;
      found.push(order);
      end = order.end;
    }
    const grave = found.filter(({ level }) => level === 'look');
    const [first, ...others] = [...grave, ...found.filter(({ level }) => level !== 'look')];
    if (!first) return;
    const text = document
      .slice(first.start, Math.min(first.end, first.start + 120))
      .replace(/\s+/gu, ' ')
      .trim();
    yield {
      level: first.level,
      message: `${found.length === 1 ? 'a sentence gives' : `${found.length} sentences give`} an order to a program that reads this${first.where}: "${text}${first.end - first.start > 120 ? '…' : ''}"`,
      next: 'See whether the document is about such orders, or whether somebody means the program that reads it',
      places: [
        at(document, first),
        ...others.slice(0, SHOWN - 1).map((one) => at(document, one, { note: 'here too' })),
      ],
    };
  },
};
