/** What is gone from the middle while its neighbours keep their numbers: sections, items, captions, entries; and the numbers themselves. */
import type { Document, Span } from '../../src/core/types.ts';
import { lines } from '../../src/views/lines.ts';
import { weight } from '../../src/views/script.ts';
import type { Random } from '../random.ts';
import {
  between,
  blockAt,
  by,
  damaged,
  isWriting,
  lineAround,
  paragraphs,
  SENTENCE_END,
  shuffled,
  some,
  type Edit,
} from './tools.ts';
import type { Injected, Injection } from './types.ts';

const HAN_DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Han numerals, else undefined. */
function hanNumber(text: string): number | undefined {
  const ten = text.indexOf('十');
  const digit = (character: string): number => HAN_DIGITS.indexOf(character);
  if (ten < 0) return text.length === 1 && digit(text) > 0 ? digit(text) : undefined;
  const tens = ten === 0 ? 1 : digit(text.slice(0, ten));
  const ones = ten === text.length - 1 ? 0 : digit(text.slice(ten + 1));
  return tens > 0 && ones >= 0 ? tens * 10 + ones : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function romanNumber(text: string): number | undefined {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN[text[i]!];
    if (value === undefined) return undefined;
    sum += value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum > 0 ? sum : undefined;
}

/** A decimal number in the digits of any script, else undefined. */
function decimal(text: string): number | undefined {
  let sum = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    let digit = -1;
    for (const zero of [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10])
      if (point >= zero && point < zero + 10) digit = point - zero;
    if (digit < 0) return undefined;
    sum = sum * 10 + digit;
  }
  return text === '' ? undefined : sum;
}

function anyNumber(text: string): number | undefined {
  return decimal(text) ?? hanNumber(text) ?? romanNumber(text);
}

/** A numbered thing at a line's beginning. `series`: what must agree between neighbours (style, parent numbers, indent). */
interface Numbered {
  readonly line: number;
  readonly start: number;
  readonly series: string;
  readonly style: string;
  readonly level: number;
  readonly value: number;
}

const HEAD_MARK = /^(?:#{1,6}\s+|={1,6}\s*|\*{1,6}\s+|\\(?:sub)*(?:section|chapter)\*?\{)?(?:\*\*|__)?/u;
const DECIMAL_HEAD = /^(§\s?)?(\p{Nd}{1,3}(?:[.．]\p{Nd}{1,3}){0,5})([.．)、:：]?)(?=[\s\p{L}"“(])/u;
const WORD_HEAD =
  /^(section|article|chapter|clause|part|rule|req(?:uirement)?|step|artikel|abschnitt|kapitel|teil|artículo|capítulo|sección|artigo|seção|capitolo|articolo|sezione|chapitre|titre|глава|раздел|статья|пункт|розділ|стаття|rozdział|artykuł|bölüm|madde|bab|pasal|chương|điều|المادة|الفصل|الباب|القسم|ماده|فصل|بخش|अध्याय|धारा|บทที่|ข้อ)\s*(\p{Nd}{1,3}|[IVXL]{1,7})(?![\p{L}\p{N}]|[.．]\p{N})/iu;
const HAN_HEAD = /^第\s?([零一二三四五六七八九十]{1,3}|\p{Nd}{1,3})\s?([章节節条條部分篇編])/u;
const HAN_LIST = /^([（(]?)([一二三四五六七八九十]{1,3})([）)]|[、．.])/u;
const HANGUL_HEAD = /^제\s?(\p{Nd}{1,3})\s?([장절조항편])/u;
const ROMAN_HEAD = /^([IVX]{1,6})([.)])\s/u;

function headingAt(document: Document, line: number): Numbered | undefined {
  const all = lines(document);
  const start = all.firsts[line]!;
  const end = all.ends[line]!;
  if (start === end || end - start > 160 || start - all.starts[line]! > 6) return undefined;
  const raw = document.slice(start, end);
  const marked = HEAD_MARK.exec(raw)![0];
  const text = raw.slice(marked.length);
  const block = blockAt(document, start);
  const isHeading = block?.kind === 'heading';
  const found = (style: string, series: string, level: number, number: string): Numbered | undefined => {
    const value = anyNumber(number);
    return value === undefined ? undefined : { line, start: all.starts[line]!, series, style, level, value };
  };
  const han = HAN_HEAD.exec(text);
  if (han) return found(`第…${han[2]!}`, `第${han[2]!}`, /[章部篇編]/u.test(han[2]!) ? 1 : 2, han[1]!);
  const hangul = HANGUL_HEAD.exec(text);
  if (hangul) return found(`제…${hangul[2]!}`, `제${hangul[2]!}`, /[장편]/u.test(hangul[2]!) ? 1 : 2, hangul[1]!);
  const word = WORD_HEAD.exec(text);
  // `Section 4 describes` begins a line of prose, too
  if (word && (isHeading || (block?.start === start && block.end === end && !SENTENCE_END.test(text)))) {
    const name = word[1]!.toLowerCase();
    return found(
      'word and number',
      `${name}${marked}`,
      /^(?:art|clause|step|стат|ماده|madde|pasal|điều)/u.test(name) ? 2 : 1,
      word[2]!,
    );
  }
  if (!isHeading) return undefined;
  const numbers = DECIMAL_HEAD.exec(text);
  if (numbers) {
    const parts = numbers[2]!.split(/[.．]/u);
    const parent = parts.slice(0, -1).join('.');
    const style = numbers[1] ? '§' : parts.length === 1 ? `1${numbers[3]!}` : '1.1';
    return found(style, `${numbers[1] ?? ''}${parent}|${parts.length}${numbers[3]!}`, parts.length, parts.at(-1)!);
  }
  const list = HAN_LIST.exec(text);
  if (list) return found(`${list[1]!}一${list[3]!}`, `han${list[1]!}`, list[1] ? 2 : 1, list[2]!);
  const roman = ROMAN_HEAD.exec(text);
  if (roman) return found(`I${roman[2]!}`, `roman${marked}`, 1, roman[1]!);
  return undefined;
}

/** Runs of neighbours n, n + 1, n + 2 ... of one series, at least `least` long; no lesser depth comes between them. */
function runs(all: readonly Numbered[], least: number, open: (from: Numbered, to: Numbered) => boolean): Numbered[][] {
  const current = new Map<string, Numbered[]>();
  const out: Numbered[][] = [];
  const close = (run: Numbered[]): void => {
    if (run.length >= least) out.push(run);
  };
  for (const each of all) {
    const run = current.get(each.series);
    const last = run?.at(-1);
    if (run && last && last.value + 1 === each.value && open(last, each)) run.push(each);
    else {
      if (run) close(run);
      current.set(each.series, [each]);
    }
  }
  for (const run of current.values()) close(run);
  return out;
}

const DEPTH = (level: number): string => (level === 1 ? 'level 1' : level === 2 ? 'level 2' : 'level 3 or deeper');

// mild: one section of the deepest numbered level; moderate: one of the highest; severe: two or three in succession
const missingSection: Injection = {
  id: 'missing-section',
  sees: 'A numbered section in the middle is not there; those around it have kept their numbers.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const all: Numbered[] = [];
    const { count } = lines(document);
    for (let line = 0; line < count; line++) {
      const found = headingAt(document, line);
      if (found) all.push(found);
    }
    const gone = severity === 'severe' ? between(chance, 2, 3) : 1;
    // lines of a table of contents follow each other without text between
    const hasBody = (from: Numbered, to: Numbered): boolean => weight(document, from.start, to.start) >= 60;
    const higher = (from: Numbered, to: Numbered): boolean =>
      !all.some((each) => each.line > from.line && each.line < to.line && each.level < from.level);
    const found = runs(all, gone + 2, (from, to) => hasBody(from, to) && higher(from, to));
    if (found.length === 0) return undefined;
    const levels = found.map((run) => run[0]!.level);
    const wanted = severity === 'mild' ? Math.max(...levels) : severity === 'moderate' ? Math.min(...levels) : -1;
    const run = chance.pick(wanted < 0 ? found : found.filter((each) => each[0]!.level === wanted));
    const first = between(chance, 1, run.length - 1 - gone);
    const from = run[first]!;
    const next = run[first + gone]!;
    const head = lineAround(document.text, next.start);
    return damaged(
      document.text,
      [
        {
          start: from.start,
          end: head.end,
          text: document.slice(next.start, head.end),
          mark: { start: head.start - next.start, end: head.end - next.start },
        },
      ],
      [DEPTH(from.level), `style ${from.style}`, `sections ${gone}`],
    );
  },
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ITEM =
  /^(?:([（(]?)(\p{Nd}{1,3}|[a-z]|[а-яё])([.)）、．])(?=\s|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana})|([（(]?)([一二三四五六七八九十]{1,3})([）)]|、)|([①-⑳]))/u;
const CYRILLIC = 'абвгдежзиклмнопрст';

function itemAt(document: Document, line: number): Numbered | undefined {
  const all = lines(document);
  const start = all.firsts[line]!;
  if (start === all.ends[line]) return undefined;
  const block = blockAt(document, start);
  if (block?.kind !== 'list' && block?.kind !== 'prose') return undefined;
  const match = ITEM.exec(document.slice(start, Math.min(all.ends[line]!, start + 12)));
  // a line of a table of contents is no item
  if (!match || /\.{4}|(?:\. ){4}/u.test(document.slice(start, Math.min(all.ends[line]!, start + 200))))
    return undefined;
  let value: number | undefined;
  let style: string;
  const [, open, number, close, hanOpen, han, hanClose, circled] = match;
  if (circled !== undefined) {
    value = CIRCLED.indexOf(circled) + 1;
    style = '①';
  } else if (han !== undefined) {
    value = hanNumber(han);
    style = `${hanOpen!}一${hanClose!}`;
  } else if (/^[a-z]/u.test(number!)) {
    value = number!.charCodeAt(0) - 0x60;
    style = `${open!}a${close!}`;
  } else if (/^[а-яё]/u.test(number!)) {
    value = CYRILLIC.indexOf(number!) + 1 || undefined;
    style = `${open!}а${close!}`;
  } else {
    value = decimal(number!);
    style = `${open!}1${close!}`;
  }
  if (value === undefined || value === 0) return undefined;
  const indent = start - all.starts[line]!;
  return { line, start: all.starts[line]!, series: `${style}|${indent}`, style, level: 0, value };
}

/** Marks (1) (2) (3) or ① ② ③ inside one paragraph. */
function inlineRuns(document: Document): Numbered[][] {
  const all: Numbered[] = [];
  for (const block of paragraphs(document, 60)) {
    const text = document.slice(block.start, Math.min(block.end, block.start + 4000));
    for (const match of text.matchAll(
      /(?<=[\s:：,，;；、。])(?:[（(](\p{Nd}{1,2}|[ivx]{1,4}|[a-h])[）)]|([①-⑳]))(?=\s|\p{L})/gu,
    )) {
      const [, number, circled] = match;
      const value =
        circled === undefined
          ? (decimal(number!) ??
            (/^[a-h]$/u.test(number!) ? number!.charCodeAt(0) - 0x60 : romanNumber(number!.toUpperCase())))
          : CIRCLED.indexOf(circled) + 1;
      if (value === undefined) continue;
      const kind = circled !== undefined ? '①' : /\p{Nd}/u.test(number!) ? '(1)' : '(a)';
      const start = block.start + match.index;
      all.push({ line: 0, start, series: `${block.start} ${kind}`, style: kind, level: 0, value });
    }
  }
  return runs(all, 4, (from, to) => to.start - from.start < 1200).filter((run) => run[0]!.value === 1);
}

// mild: one item is gone; moderate: two in succession; severe: three in succession
const missingItem: Injection = {
  id: 'missing-item',
  sees: 'An item of a numbered list is not there; those around it have kept their numbers.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const gone = by(severity, 1, 2, 3);
    const all: Numbered[] = [];
    const { count } = lines(document);
    for (let line = 0; line < count; line++) {
      const found = itemAt(document, line);
      if (found) all.push(found);
    }
    const written = runs(all, Math.max(4, gone + 2), (from, to) => to.line - from.line <= 30).filter(
      (run) => run[0]!.value === 1,
    );
    const inline = inlineRuns(document).filter((run) => run.length >= gone + 2);
    if (written.length + inline.length === 0) return undefined;
    const isInline = written.length === 0 || (inline.length > 0 && chance.below(3) === 0);
    const run = chance.pick(isInline ? inline : written);
    const first = between(chance, 1, run.length - 1 - gone);
    const from = run[first]!;
    const next = run[first + gone]!;
    const head = isInline ? { start: next.start, end: next.start + 3 } : lineAround(document.text, next.start);
    return damaged(
      document.text,
      [
        {
          start: from.start,
          end: head.end,
          text: document.slice(next.start, head.end),
          mark: { start: head.start - next.start, end: head.end - next.start },
        },
      ],
      [`style ${from.style}`, isInline ? 'in a paragraph' : 'on lines of their own', `items ${gone}`],
    );
  },
};

const CAPTION =
  /^[ \t*_>|.]{0,48}(?:<[a-z]+>)?(figure|fig\.|table|listing|exhibit|abbildung|abb\.|tabelle|tab\.|figura|tabla|tabela|tabella|cuadro|tableau|рис\.|рисунок|таблица|табл\.|таблиця|tablo|şekil|rysunek|rys\.|gambar|tabel|hình|bảng|图|圖|表|그림|표|الشكل|شكل|الجدول|جدول|شكل رقم|चित्र|तालिका|ภาพที่|รูปที่|ตารางที่)[\s ]*(\p{Nd}{1,3}(?:[-–.．]\p{Nd}{1,3})?)(?:[.:：．、\-–—*_|]|(?<=^[^A-Za-z\u0400-\u04ff]{0,80})\s|\s*$)/iu;
const ENTRY = /^[ \t]*(?:\.\. )?\[(\p{Nd}{1,3})\][ \t:]/u;

const KEYED = /^[ \t]*(?:\.\. )?\[(\^[\w-]{1,24}|[A-Za-z][\w.:+-]{1,30})\](?::[ \t]|[ \t]+\S)/u;

interface Caption extends Span {
  readonly name: string;
  readonly number: string;
}

// mild: one is gone; moderate: two; severe: four
const missingFigure: Injection = {
  id: 'missing-figure',
  sees: 'The caption of a figure or table is not there while others are, or an entry of the references that the text cites.',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const all = lines(document);
    const captions: Caption[] = [];
    const entries: Caption[] = [];
    const keyed: Caption[] = [];
    for (let line = 0; line < all.count; line++) {
      const start = all.starts[line]!;
      const head = document.slice(start, Math.min(all.ends[line]!, start + 100));
      const caption = CAPTION.exec(head);
      const entry = ENTRY.exec(head);
      const key = KEYED.exec(head);
      // `[name]: address` is no entry but the target of a link
      const named = key && (key[1]!.startsWith('^') || !key[0].includes(']:')) ? key : null;
      const kind = caption || entry || named ? blockAt(document, all.firsts[line]!)?.kind : undefined;
      if ((kind === 'code' && document.format !== 'text') || kind === 'heading') continue;
      // a caption stands alone in its paragraph; an entry goes on in the lines under it that are set in, up to a blank one
      let last = line;
      while (last + 1 < all.count && !all.isBlank(last + 1) && last - line < 8) {
        const next = document.slice(all.starts[last + 1]!, all.ends[last + 1]!);
        if (ENTRY.test(next) || KEYED.test(next)) break;
        if (caption && CAPTION.test(next)) break;
        last++;
      }
      const end = all.ends[last]! + (all.ends[last]! < text.length ? 1 : 0);
      if (caption && last - line < 4 && all.ends[line]! - start < 240)
        captions.push({ start, end, name: caption[1]!.toLowerCase(), number: caption[2]! });
      else if (entry) entries.push({ start, end, name: 'reference', number: entry[1]! });
      else if (named) keyed.push({ start, end, name: 'key', number: named[1]! });
    }
    const gone = by(severity, 1, 2, 4);
    for (const what of [...shuffled(chance, ['caption', 'reference']), 'key']) {
      if (what === 'key') {
        const made = withoutKeyed(text, keyed, gone, chance);
        if (made) return made;
        continue;
      }
      const chosen = what === 'caption' ? withNeighbours(captions) : citedEntries(text, entries);
      const sparse = some(chance, chosen, gone * 2).filter((each, i, list) => i === 0 || list[i - 1]!.end < each.start);
      const picked = some(chance, apart(sparse, chosen), gone);
      if (picked.length < gone) continue;
      const list = what === 'caption' ? captions : entries;
      const edits: Edit[] = [];
      for (const each of picked) {
        // the place: the neighbour that follows the gap
        const next = list.find((other) => other.name === each.name && other.start >= each.end);
        edits.push({ start: each.start, end: each.end, text: '', mark: null });
        if (next) {
          const line = lineAround(text, next.start);
          edits.push({ ...line, text: text.slice(line.start, line.end) });
        }
      }
      return damaged(text, edits, [what, what === 'caption' ? `word ${picked[0]!.name}` : 'cited', `gone ${gone}`]);
    }
    return undefined;
  },
};

/** Entries that are called by a name or are notes: where one is gone, only the place that cites it tells. */
function withoutKeyed(text: string, all: readonly Caption[], gone: number, chance: Random): Injected | undefined {
  if (all.length < 3) return undefined;
  const edits: Edit[] = [];
  const free = (span: Span): boolean => edits.every((edit) => span.end <= edit.start || span.start >= edit.end);
  for (const each of shuffled(chance, all)) {
    if (edits.length === 2 * gone) break;
    const mark = `[${each.number}]`;
    const at = text.indexOf(mark);
    const cited = { start: at, end: at + mark.length };
    // cited before the list, and named once in it
    if (at < 0 || cited.end > all[0]!.start || text.lastIndexOf(mark) > each.end) continue;
    if (!free(cited) || !free(each)) continue;
    edits.push({ ...cited, text: mark }, { start: each.start, end: each.end, text: '', mark: null });
  }
  if (edits.length < 2 * gone) return undefined;
  const what = edits[0]!.text.startsWith('[^') ? 'note' : 'named reference';
  return damaged(
    text,
    edits.toSorted((a, b) => a.start - b.start),
    [what, 'cited', `gone ${gone}`],
  );
}

/** Those of `from` of which no two follow each other in `all`: the neighbours of what is gone stay. */
function apart(from: readonly Caption[], all: readonly Caption[]): Caption[] {
  let last = -2;
  return from.filter((each) => {
    const index = all.indexOf(each);
    if (index - last < 2) return false;
    last = index;
    return true;
  });
}

/** Captions whose number runs on from the one before and to the one after; each number stands once. */
function withNeighbours(all: readonly Caption[]): Caption[] {
  const names = new Map<string, Caption[]>();
  for (const each of all) names.set(each.name, [...(names.get(each.name) ?? []), each]);
  const out: Caption[] = [];
  for (const list of names.values())
    for (let i = 1; i + 1 < list.length; i++) {
      const [a, b, c] = [list[i - 1]!, list[i]!, list[i + 1]!].map((each) =>
        decimal(each.number.split(/[-–.．]/u).at(-1)!),
      );
      if (a! + 1 === b && b + 1 === c) out.push(list[i]!);
    }
  return out.toSorted((a, b) => a.start - b.start);
}

/** Entries, each after the last, that the text before the list cites. */
function citedEntries(text: string, all: readonly Caption[]): Caption[] {
  if (all.length < 4) return [];
  const cited = text.slice(0, all[0]!.start);
  return all.filter((each, i) => {
    const number = Number(each.number);
    const before = Number(all[i - 1]?.number);
    const next = Number(all[i + 1]?.number);
    return before + 1 === number && number + 1 === next && cited.includes(`[${each.number}]`);
  });
}

/** Units that go with the number where both are lost. */
const UNIT =
  /^[\s ]?(?:%|°C|km|kg|mm|cm|ms|MB|GB|kB|KB|Hz|kHz|MHz|GHz|seconds?|minutes?|hours?|days?|bytes?|bits?|octets?|元|年|月|日|个|次|户|人|万|亿|秒|分钟|руб\.|лет|дней|секунд|년|월|일|개|명|초|euros?|Euro|Tage|jours?|días|horas|days|دقيقة|يوم|سنة)(?![\p{L}\p{N}])/u;
const UNIT_SPACELESS = /^(?:元|个|次|户|人|万|亿|秒|分钟)/u;

// mild: 10 % of the numbers in prose are gone; moderate: 30 %; severe: 90 %
const droppedNumbers: Injection = {
  id: 'dropped-numbers',
  sees: 'Numbers are missing from the sentences: "a total of seats", "within seconds of", "第条".',
  inject: (document, chance, severity) => {
    if (!isWriting(document)) return undefined;
    const { text } = document;
    const share = by(severity, 0.1, 0.3, 0.9);
    const what = chance.pick(['numbers', 'numbers and units', 'digits']);
    const found: Span[] = [];
    for (const block of paragraphs(document, 20, ['prose', 'list'])) {
      const piece = text.slice(block.start, Math.min(block.end, block.start + 20_000));
      for (const match of piece.matchAll(/\p{Nd}+(?:[.,:/\u066b\u066c-]\p{Nd}+)*/gu)) {
        const { index } = match;
        // the number of an item or of a heading is no number in prose
        if (/(?:^|\n)[^\p{L}\n]{0,12}$/u.test(piece.slice(Math.max(0, index - 14), index)) && index < 14) continue;
        let start = block.start + index;
        let end = start + match[0].length;
        const last = text[start - 1] ?? '\n';
        const attached =
          /[\p{L}\p{N}_.\-/#&[`]/u.test(last) ||
          /^(?:[A-Za-z_\-/\]`]|\.\w)/u.test(text.slice(end, end + 2)) ||
          text.slice(start - 2, start) === '](';
        if (/:\/\/\S*$/u.test(piece.slice(Math.max(0, index - 200), index))) continue; // an address
        const han = /\p{Script=Han}|\p{Script=Hangul}/u.test(last);
        if (what !== 'digits' && attached && !han) continue;
        if (what === 'numbers and units') {
          const rest = text.slice(end, end + 14);
          const unit = UNIT.exec(rest) ?? UNIT_SPACELESS.exec(rest);
          if (unit) end += unit[0].length;
        }
        // one of the two spaces around a number goes with it
        if (last === ' ' && text[end] === ' ') end++;
        else if (last === ' ' && /[.,;:)]/u.test(text[end] ?? '')) start--;
        if (start < (found.at(-1)?.end ?? 0)) continue;
        found.push({ start, end });
      }
      if (found.length > 20_000) break;
    }
    const count = Math.max(1, Math.round(found.length * share));
    if (found.length < 4) return undefined;
    const edits = some(chance, found, count).map((span): Edit => ({ ...span, text: '' }));
    return damaged(text, edits, [what, count < 3 ? 'lost 1-2' : count < 10 ? 'lost 3-9' : 'lost 10 or more']);
  },
};

export const gaps: readonly Injection[] = [missingSection, missingItem, missingFigure, droppedNumbers];
