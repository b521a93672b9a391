/** Captions of figures, tables and their like, told by their form, and the references of the text to them. */
import type { Document, Span } from '../core/types.ts';
import { pattern } from '../core/pattern.ts';
import { foldCase, isLetter } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { census } from './census.ts';
import { blockBefore, inCode } from './context.ts';
import { lines } from './lines.ts';
import { SPACES } from './script.ts';

export interface Caption extends Span {
  /** 3.12 is [3, 12]. */
  readonly path: readonly number[];
}

export interface Captions {
  /** As the first caption writes it, without a full stop: `Figure`, `Рис`, `表`. */
  readonly word: string;
  /** In order of the text: lines that begin with the word, a number and a mark. */
  readonly captions: readonly Caption[];
  /** Numbers (`3.12`) that stand where a caption may be, be it a weaker form: behind marks of a heading, a picture, a cell. */
  readonly named: ReadonlySet<string>;
  /** What the text says of them, captions and code left out. */
  readonly references: readonly Caption[];
}

/** Captions of one word, below which they are no series. */
const LEAST = 3;
/** Captions and references that are kept of a document. */
const MOST = 4000;
const HEAD_UNITS = 48;
/** Units of a word and of the gap between it and its number. */
const LONGEST_WORD = 18;
const LONGEST_GAP = 8;

const LF = 0x0a;
const DOT = 0x2e;

/** A word, a number, and what ends it: a mark, emphasis, a wide space or the end of the line. */
const HEAD = pattern(
  'u',
)`^(\p{L}[\p{L}\p{M}]{0,17})(\.?)[\s\u{a0}~]{0,2}(\d{1,3}(?:[.\-–－]\d{1,3}){0,2})(\s*(?:[:：.．)）—–|、]|-\s|[*_]{1,3})(?!\d)|\s{2,}|\s*$)?`;
/** Behind a number without a mark: a title that begins with a capital, as the words of a caption do. */
const TITLE = pattern('u')`^\s[\p{Lu}\p{Lo}"“„«(]`;

/** How words for figures, tables and listings begin, in most of the languages that specifications are written in. */
const STEMS: readonly string[] = (
  'fig tab listing diagram chart exhibit algorithm equation abb bild formel ábra táblázat рис табл схема мал листинг rys obr şek çizelge ' +
  'kuva kuvio taulukko hình bảng gambar σχήμα πίνακας εικόνα imagen ilustra cuadro quadro gráfic grafic 图 圖 図 表 그림 표 شكل شکل جدول ' +
  'चित्र तालिका सारणी รูป ตาราง איור טבלה'
).split(' ');

/** Pairs of units with which the stems begin, without regard to case. */
const BEGINS: Uint8Array = new Uint8Array(0x10000);
const pair = (a: number, b: number): number => (a * 31 + b) & 0xffff;
/** Stems of one unit: 图 圖 図 表 표. A number stands right behind, or a space. */
const ONE = new Set<number>();
/** First units of the stems. */
const FIRST: Uint8Array = new Uint8Array(0x10000);
for (const stem of STEMS) {
  const lower = [stem.charCodeAt(0), stem.charCodeAt(1)] as const;
  if (stem.length === 1) ONE.add(lower[0]);
  const upper = [stem.toUpperCase().charCodeAt(0), stem.toUpperCase().charCodeAt(1)] as const;
  for (const first of [lower[0], upper[0]]) {
    FIRST[first] = 1;
    if (stem.length > 1) for (const second of [lower[1], upper[1]]) BEGINS[pair(first, second)] = 1;
  }
}

interface Group {
  readonly word: string;
  readonly folded: string;
  readonly dotted: boolean;
  readonly captions: Caption[];
  readonly weak: string[];
}

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;
const pathOf = (text: string): number[] => text.split(/[.\-–－]/u).map(Number);

/** Words in which figures and tables are counted, each with its captions and references; those with a series of captions alone. */
export const captions: (document: Document) => readonly Captions[] = view((document) => {
  if (census(document).digit < 2 * LEAST) return [];
  const groups = grouped(document).filter((group) => group.captions.length >= LEAST);
  if (groups.length === 0) return [];
  const references = groups.map((): Caption[] => []);
  refer(document, groups, references);
  return groups.map(({ word, captions, weak }, i) => ({
    word,
    captions,
    named: new Set([...captions.map(({ path }) => path.join('.')), ...weak]),
    references: references[i]!,
  }));
});

/** Offset behind marks of emphasis, cells, pictures and tags, which stand before the word of a caption. */
function behind(units: Uint16Array, start: number, end: number): number {
  let i = start;
  while (i < end && i - start < 200) {
    const unit = units[i]!;
    if (unit === 0x3c) {
      while (i < end && units[i] !== 0x3e) i++;
      i++;
    } else if (MARKS[unit] === 1) i++;
    else break;
  }
  return Math.min(i, end);
}

const MARKS: Uint8Array = new Uint8Array(0x10000);
for (const unit of ' \t\u00a0\u3000*_`#>|![(<=.-+:"“\\{') MARKS[unit.charCodeAt(0)] = 1;

/** Lines that begin like a caption, by their word. */
function grouped(document: Document): Group[] {
  const { units } = document;
  const { count, ends, firsts } = lines(document);
  const found = new Map<string, Group>();
  let kept = 0;
  for (let line = 0; line < count && kept < MOST; line++) {
    let start = firsts[line]!;
    const end = ends[line]!;
    if (start >= end) continue;
    let unit = units[start]!;
    if (MARKS[unit] === 1) {
      start = behind(units, start, end);
      unit = units[start]!;
    }
    if (FIRST[unit] === 0 || start >= end || !(BEGINS[pair(unit, units[start + 1] ?? 0)] === 1 || ONE.has(unit)))
      continue;
    let letters = start + 1;
    while (letters < end && letters - start <= LONGEST_WORD && isWordUnit(units[letters]!)) letters++;
    if (letters - start > LONGEST_WORD) continue;
    let digit = letters;
    if (units[digit] === DOT) digit++;
    while (digit < end && digit - letters < 4 && (SPACES[units[digit]!] === 1 || units[digit] === 0x7e)) digit++;
    if (!isDigit(units[digit]) || (digit === letters && unit < 0x2e80)) continue;
    const head = document.slice(start, Math.min(end, start + HEAD_UNITS));
    const match = HEAD.exec(head);
    if (!match) continue;
    const [all, word, dot, number, mark] = match;
    // `Figure 12` cut by the window
    if (mark === undefined && /^\d/u.test(head.slice(all.length))) continue;
    const folded = foldCase(word!);
    if (!STEMS.some((stem) => folded.startsWith(stem)) || (ONE.has(unit) && folded.length > 1)) continue;
    let group = found.get(folded);
    if (!group) found.set(folded, (group = { word: word!, folded, dotted: dot === '.', captions: [], weak: [] }));
    kept++;
    const path = pathOf(number!);
    if (mark !== undefined || TITLE.test(head.slice(all.length)))
      group.captions.push({ start, end: start + all.trimEnd().length, path });
    else if (start > firsts[line]!) group.weak.push(path.join('.'));
  }
  return merged([...found.values()]);
}

/** Letters and the marks on them. */
function isWordUnit(unit: number): boolean {
  return isLetter(unit) || (unit >= 0x300 && unit < 0x370) || (unit >= 0x900 && unit < 0xe80);
}

/** `Fig.` and `Figure` of one document are one. */
function merged(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const other = out.find(
      (one) =>
        (one.dotted && one.folded.length > 1 && group.folded.startsWith(one.folded)) ||
        (group.dotted && group.folded.length > 1 && one.folded.startsWith(group.folded)),
    );
    if (!other) {
      out.push(group);
      continue;
    }
    other.captions.push(...group.captions);
    other.captions.sort((a, b) => a.start - b.start);
    other.weak.push(...group.weak);
  }
  return out;
}

/** Letters that a word may have more in another case or number: `рисунке`, `Tabellen`, `kuvassa`. */
const ENDING = 4;
/** Letters at the end of a word that another case may change. */
const CHANGED = 2;

/** Whether a word before a number is that of the captions: the same, another form of it, or short for it. */
function isForm(word: string, dotted: boolean, group: Group): boolean {
  const own = group.folded;
  if (word === own) return true;
  if (dotted && word.length >= 2 && own.startsWith(word)) return true;
  if (group.dotted && own.length >= 2 && word.startsWith(own)) return true;
  let same = 0;
  while (same < own.length && word.charCodeAt(same) === own.charCodeAt(same)) same++;
  return same >= Math.max(3, own.length - CHANGED) && word.length <= own.length + ENDING;
}

/** Han characters that may stand before 图 or 表 in a sentence; others make another word: 列表, 地图, 附表. */
const BEFORE_HAN: ReadonlySet<string> = new Set('见見如由在从從和及与與参參按据據照至看即中为為是对對以');

/** References to what the groups count. */
function refer(document: Document, groups: readonly Group[], out: readonly Caption[][]): void {
  const { units } = document;
  const { length } = units;
  const known = new Map<string, number>();
  const captionStarts = new Set(groups.flatMap(({ captions }) => captions.map(({ start }) => start)));
  let kept = 0;
  for (let i = 1; i < length && kept < MOST; i++) {
    if (!isDigit(units[i]) || isDigit(units[i - 1])) continue;
    let gap = i - 1;
    while (gap > 0 && i - gap <= LONGEST_GAP && (SPACES[units[gap]!] === 1 || units[gap] === 0x7e)) gap--;
    const dotted = units[gap] === DOT && gap < i - 1;
    if (dotted) gap--;
    if (!isWordUnit(units[gap]!)) continue;
    let from = gap;
    const cased = units[gap]! < 0x2e80;
    // scripts without spaces: the word is what a group has of it
    if (!cased && !ONE.has(units[gap]!) && units[gap]! < 0xac00) continue;
    if (cased || units[gap]! >= 0xac00)
      while (from > 0 && gap - from < LONGEST_WORD && isWordUnit(units[from - 1]!)) from--;
    if (ONE.has(units[gap]!)) {
      from = gap;
      const before = units[from - 1] ?? LF;
      if (before >= 0x4e00 && before < 0xa000 && !BEFORE_HAN.has(String.fromCharCode(before))) continue;
    } else if (gap === i - 1 || isWordUnit(units[from - 1] ?? 0) || isDigit(units[from - 1])) continue;
    if (captionStarts.has(from)) continue;
    const text = document.slice(from, gap + 1);
    const key = dotted ? `${text}.` : text;
    let at = known.get(key);
    if (at === undefined) {
      const folded = foldCase(text);
      at = groups.findIndex((group) => isForm(folded, dotted, group));
      known.set(key, at);
    }
    if (at < 0) continue;
    const number = NUMBER.exec(document.slice(i, i + 16))?.[0];
    if (number === undefined) continue;
    const { kind } = blockBefore(document, from) ?? { kind: 'prose' };
    if (kind === 'comment' || kind === 'front-matter' || inCode(document, from)) continue;
    kept++;
    out[at]!.push({ start: from, end: i + number.length, path: pathOf(number) });
  }
}

const NUMBER = /^\d{1,3}(?:[.\-–－]\d{1,3}){0,2}(?![\d.]*\d|%)/u;
