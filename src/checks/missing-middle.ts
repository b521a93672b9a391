/**
 * A number that a series skips: section 4 between 3 and 5, item b) between a) and c), figure 3 of four. Told only where the
 * document counts without fault everywhere else, the number stands nowhere in another form, and no table of contents
 * skips it too.
 */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Level, Observation, Place } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { citations, type Key } from '../views/citations.ts';
import { inCodeSpan } from '../views/context.ts';
import { lines } from '../views/lines.ts';
import { behindMarks, labels, type Label } from '../views/numbering.ts';
import { families, type Family, type Gap } from '../views/series.ts';
import { SPACES } from '../views/script.ts';

/** Neighbours of one style in the document that count up by one, below which a skip may be how the author counts. */
const STEPS = 4;
/** The same for headings, of all styles together. */
const HEADINGS = 1;
/** The same where the series begins with another number than 1. */
const BEGUN = 8;
/** The same for items of one Markdown list: who writes those sees them counted anew, and miscounts unseen. */
const ITEMS = 4;
/** The same where a table of contents or the text itself names the missing number. */
const NAMED_STEPS = 1;
/** Most numbers that one skip may miss. More are a series that was never meant to be whole. */
const MOST_MISSING = 9;
/** Most findings of one document. */
const MOST = 4;
/** More skips than this are how the document counts. */
const MOST_GAPS = 12;
/** Most skips of one document that are looked at. */
const MOST_LOOKS = 40;
/** Units of a title, white space not counted, by which an entry of a table of contents is known. */
const TITLE_UNITS = 12;

/** Greatest number that is missing where only the first and the last of a series are left. */
const FEW = 4;

const LETTERS = 1000;

/** The number as the document would write it in this place. */
function written(gap: Gap, value: number): string {
  const { path } = gap.after;
  if (path.length > 1)
    return [...path.slice(0, -1), value]
      .map((number) => (number > LETTERS ? letter(number - LETTERS) : number))
      .join('.');
  if (value > LETTERS) return letter(value - LETTERS);
  if (gap.roman) return /a/u.test(gap.family.style.slice(-3)) ? roman(value) : roman(value).toUpperCase();
  return /[Aa]/u.test(gap.family.style.slice(-2)) && !gap.family.style.startsWith('word ')
    ? letter(value, gap.family.style)
    : String(value);
}

function letter(value: number, style = 'A'): string {
  return String.fromCharCode((style.includes('a') ? 0x60 : 0x40) + value);
}

function roman(value: number): string {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  return value < 100 ? `${tens[Math.floor(value / 10)]!}${ones[value % 10]!}` : String(value);
}

const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 in Han numerals. */
function han(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS.charAt(ones) : ''}`;
}

/** All ways in which the number may be written. */
function forms(gap: Gap, value: number): string[] {
  const main = written(gap, value);
  const all = [main];
  if (gap.roman) all.push(main.toUpperCase(), main.toLowerCase());
  if (gap.after.path.length === 1 && value < 100) {
    all.push(han(value));
    if (value <= 20) all.push(String.fromCharCode(0x245f + value));
    if (!all.includes(String(value)) && gap.family.style.startsWith('word ')) all.push(String(value));
  }
  return all;
}

function matches(units: Uint16Array, offset: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (units[offset + k] !== text.charCodeAt(k)) return false;
  return true;
}

const digit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

/** Whether a number ends at the offset: `4` in `4.` and `4 `, not in `42` or `4.1`. */
function ends(units: Uint16Array, offset: number): boolean {
  return !digit(units[offset]) && !(units[offset] === 0x2e && digit(units[offset + 1]));
}

/** Whether one of the texts stands in the stretch as a number of its own. */
function stands(document: Document, texts: readonly string[], from: number, to: number): boolean {
  const { units } = document;
  for (const text of texts) {
    const first = text.charCodeAt(0);
    const word = /[A-Za-z]/u.test(text);
    for (let i = units.indexOf(first, from); i >= 0 && i < to; i = units.indexOf(first, i + 1)) {
      if (!matches(units, i, text) || !ends(units, i + text.length)) continue;
      const before = units[i - 1];
      if (digit(before) || (before === 0x2e && digit(units[i - 2]))) continue;
      // a letter counts only with its mark: `b)`, `(b`, `B.`
      if (word) {
        const behind = units[i + text.length];
        if (behind !== 0x29 && behind !== 0x2e && behind !== 0xff09) continue;
        if (before !== undefined && (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7a) continue;
      }
      return true;
    }
  }
  return false;
}

/** The first units of the title, without white space. */
function titleOf(units: Uint16Array, offset: number): number[] {
  const out: number[] = [];
  for (let i = offset; i < units.length && units[i] !== 0x0a && out.length < TITLE_UNITS; i++) {
    const unit = units[i]!;
    if (SPACES[unit] === 1 || (out.length === 0 && (unit === 0x2e || unit === 0x29))) continue;
    out.push(unit);
  }
  return out;
}

/** The line (from 0), other than its own, that begins with the same number and title: its entry in a table of contents. */
function entryOf(document: Document, label: Label): number {
  const { units } = document;
  const number = document.slice(label.start, label.end).replace(/[.)\s:：、]+$/u, '');
  const title = titleOf(units, label.start + number.length);
  if (title.length < 3) return -1;
  const { count, starts, ends: stops } = lines(document);
  for (let line = 0; line < count; line++) {
    const start = behindMarks(units, starts[line]!, stops[line]!);
    if (start >= stops[line]! || (label.start >= starts[line]! && label.start <= stops[line]!)) continue;
    if (!matches(units, start, number) || !ends(units, start + number.length)) continue;
    const other = titleOf(units, start + number.length);
    if (title.every((unit, i) => (unit | 0x20) === ((other[i] ?? 0) | 0x20))) return line;
  }
  return -1;
}

type Contents = { readonly skips: boolean; readonly line?: number } | undefined;

/** What a table of contents says of the missing number. */
function contents(document: Document, gap: Gap): Contents {
  if (gap.family.style !== 'n' && !gap.family.style.startsWith('第') && !gap.family.style.startsWith('word '))
    return undefined;
  const first = gap.before ?? gap.parent;
  const last = entryOf(document, gap.after);
  if (last < 0 || !first) return undefined;
  const from = entryOf(document, first);
  if (from < 0 || from >= last || last - from > 200) return undefined;
  const { units } = document;
  const { starts, ends: stops } = lines(document);
  const texts = forms(gap, gap.from);
  for (let line = from + 1; line < last; line++) {
    let start = behindMarks(units, starts[line]!, stops[line]!);
    if (gap.family.style !== 'n')
      while (start < stops[line]! && !texts.some((text) => matches(units, start, text)) && start < starts[line]! + 20)
        start++;
    if (texts.some((text) => matches(units, start, text) && ends(units, start + text.length)))
      return { skips: false, line };
  }
  return { skips: true };
}

/** Whether the text names a number with a point in it elsewhere. */
function named(document: Document, gap: Gap): boolean {
  if (gap.after.path.length < 2 || gap.family.style !== 'n') return false;
  return stands(document, [written(gap, gap.from)], 0, document.units.length);
}

/** The skips of a family but those where the number stands between its neighbours in another form. */
function open(document: Document, family: Family): Gap[] {
  return family.gaps.filter((gap) => {
    const from = (gap.before ?? gap.parent!).end;
    if (gap.to - gap.from >= MOST_MISSING) return true;
    const to = blocks(document)[gap.after.block]!.start;
    const heading = gap.after.kind === 'heading' && (gap.after.path.length === 1 || family.style === 'n');
    for (let value = gap.from; value <= gap.to; value++) {
      if (gap.after.kind === 'heading' && headed(document, gap, value)) return false;
      const texts = forms(gap, value);
      if (
        heading
          ? begins(document, texts, forms(gap, value - 1), from, to) ||
            (gap.after.path.length > 1 && inHeading(document, gap, texts))
          : stands(document, texts, from, to)
      )
        return false;
    }
    return true;
  });
}

/** Words by which a document says that a number is left out on purpose. */
const LEFT_OUT =
  /reserved|removed|deleted|withdrawn|omitted|repealed|left blank|not used|obsolete|entfällt|entfallen|weggefallen|gestrichen|aufgehoben|supprimé|réservé|abrogé|reservad|eliminad|derogad|removid|revogad|abrogat|soppress|vervallen|исключ|удал[её]н|утратил|зарезерв|вилучен|usunięt|uchylon|kaldırıl|削除|廃止|欠番|删除|刪除|废止|廢止|保留|삭제|محذوف|ملغا|हटा/giu;
/** Units between such a word and the number, at most. */
const NEAR = 32;
/** Most such words that are looked at. */
const MOST_WORDS = 200;

/** Whether a line says that a missing number is left out on purpose. */
function said(document: Document, gap: Gap): boolean {
  const { text, units } = document;
  const texts: string[] = [];
  for (let value = gap.from; value <= gap.to; value++) texts.push(...forms(gap, value));
  let count = 0;
  for (const { index } of text.matchAll(LEFT_OUT)) {
    if (++count > MOST_WORDS) return false;
    const from = Math.max(units.lastIndexOf(0x0a, index), index - NEAR);
    const stop = units.indexOf(0x0a, index);
    if (stands(document, texts, from + 1, Math.min(stop < 0 ? units.length : stop, index + NEAR))) return true;
  }
  return false;
}

/** Whether a heading between the two holds the number, behind a mark or a word that no other has. */
function inHeading(document: Document, { before, parent, after }: Gap, texts: readonly string[]): boolean {
  const list = blocks(document);
  for (let i = (before ?? parent!).block + 1; i < after.block; i++) {
    const { kind, start, end } = list[i]!;
    if (kind === 'heading' && stands(document, texts, start, end)) return true;
  }
  return false;
}

/** An entry of a table of contents: dots or a page number end it. */
const LEADER = /(?:\.{3}|(?:\. ){3}|…|\s{3})\s*\d{1,4}\s*$/u;

/** Whether another heading has the number, at another level or out of order. */
function headed(document: Document, gap: Gap, value: number): boolean {
  const path = [...gap.after.path.slice(0, -1), value].join('.');
  const list = blocks(document);
  const all = labels(document).filter((label) => label.kind === 'heading' && label.style === gap.after.style);
  const here = all.indexOf(gap.after);
  // Where the count begins anew, other sections have these numbers.
  const anew = (label: Label | undefined): boolean => label?.path.length === 1 && label.path[0]! <= 1;
  let from = here;
  while (from > 0 && !anew(all[from])) from--;
  let to = here + 1;
  while (to < all.length && !anew(all[to])) to++;
  const low = (gap.before ?? gap.parent!).start;
  for (let i = from; i < to; i++) {
    const label = all[i]!;
    if (label.indent !== gap.after.indent || label.path.join('.') !== path) continue;
    if (!path.includes('.') && (label.start < low || label.start > gap.after.start)) continue;
    if (!LEADER.test(document.slice(label.start, Math.min(list[label.block]!.end, label.start + 120)))) return true;
  }
  return false;
}

/**
 * Whether a line in the stretch begins with the number: a heading that the format's rules do not know as one. Not where
 * the number before it begins a line there too, for that is a list in the section before.
 */
function begins(
  document: Document,
  texts: readonly string[],
  before: readonly string[],
  from: number,
  to: number,
): boolean {
  const { units } = document;
  const at = (start: number, all: readonly string[]): boolean =>
    all.some((text) => matches(units, start, text) && ends(units, start + text.length));
  for (let i = units.indexOf(0x0a, from); i >= 0 && i < to; i = units.indexOf(0x0a, i + 1)) {
    const start = behindMarks(units, i + 1, to);
    if (at(start, before)) return false;
    if (at(start, texts)) return true;
  }
  return false;
}

/** Neighbours among the document's numbered headings of which the second is one more. */
function regular(document: Document): number {
  let steps = 0;
  for (const family of families(document)) if (family.headings > 0) steps += family.steps;
  return steps;
}

/** Whether only the first of a series and one a little later are left: `1.` and `4.`. */
function onlyEnds(family: Family, gap: Gap): boolean {
  return gap.from === 2 && gap.to <= FEW && (gap.to === 2 || (family.headings === 2 && family.steps === 0));
}

function levelOf(document: Document, family: Family, gap: Gap, gaps: number, contents: Contents): Level | undefined {
  const { style, steps, disorder } = family;
  if (contents?.skips === true || gap.to - gap.from >= MOST_MISSING) return undefined;
  if (!gap.parent && gap.series.first > 1 && (style !== 'n' || steps < BEGUN)) return undefined;
  if (contents) return steps >= NAMED_STEPS ? 'look' : 'note';
  const markdown = document.format === 'markdown';
  if (
    (gaps > 1 && (style !== 'n' || steps < 4 * gaps)) ||
    (disorder * 10 > steps && !(disorder === 1 && gap.series.gaps === 1 && gap.series.steps > STEPS))
  )
    return undefined;
  let enough: boolean;
  if (style === 'n') enough = regular(document) >= HEADINGS || onlyEnds(family, gap) || named(document, gap);
  else if (style === 'n prose') enough = steps >= 2 * STEPS;
  else if (gap.after.kind === 'heading') enough = regular(document) >= 2 * HEADINGS || onlyEnds(family, gap);
  else if (markdown && /^1[.)]$/u.test(style)) enough = gap.series.steps >= ITEMS;
  else enough = gap.series.steps >= 2 && steps >= 3;
  if (enough) return 'look';
  return steps >= 2 ? 'note' : undefined;
}

const NEXT = 'Get the whole document from where it came, or count anew if nothing is lost';

function noun(family: Family, gap: Gap): string {
  if (family.style === 'n') return 'section';
  if (
    gap.after.kind === 'heading' ||
    family.style === 'n prose' ||
    family.style.startsWith('word ') ||
    family.style.startsWith('第')
  )
    return 'number';
  return 'item';
}

export const missingMiddle: DocumentCheck = {
  id: 'missing-middle',
  title: 'A number that a series skips',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    let told = 0;
    let looked = 0;
    for (const family of families(document)) {
      if (family.gaps.length === 0 || family.gaps.length > MOST_GAPS || told >= MOST) continue;
      // Each skip costs a look at the text.
      if ((looked += family.gaps.length) > MOST_LOOKS) break;
      const gaps = open(document, family);
      if (gaps.length === 0 || gaps.length > 3) continue;
      for (const gap of gaps) {
        const listed = contents(document, gap);
        const level = levelOf(document, family, gap, gaps.length, listed);
        if (level === undefined || said(document, gap)) continue;
        yield tell(document, family, gap, level, listed);
        if (++told >= MOST) return;
      }
    }
    yield* unlisted(document);
  },
};

/** Entries of a list of references that are needed; of notes, which have no other use in Markdown, one. */
const ENTRIES = 2;
/** The same of names without a number, which may be a term of a grammar, `[FWS]`; all but one must be in the list. */
const NAMES = 3;
/** Units at the top of a document in which its own number stands. */
const TOP_UNITS = 2000;

/** Names of one letter (`[R4]`) and ranges (`[R4-R5]`) may mean other things, what is no word (`[^a-z]`) is a pattern. */
const SURE = /^(?![A-Z]\d{1,2}(?:$|-))(?:\^[\w\u{80}-\u{10ffff}]|.*\d|[A-Z][A-Z-]+$)/u;

/** The kind of a key: a number, a footnote, a name with a number in it, a name without one. */
function shape({ text }: Key): '1' | '^' | 'a1' | 'a' {
  if (text.startsWith('^')) return '^';
  return /^\d+$/u.test(text) ? '1' : /\d/u.test(text) ? 'a1' : 'a';
}

/** References that are cited, and not in the list that has nearly all others. */
function* unlisted(document: Document): Iterable<Observation> {
  const { entries, cited } = citations(document);
  if (entries.size === 0 || cited.size === 0) return;
  for (const kind of ['1', 'a1', 'a', '^'] as const) {
    const known = [...entries.values()].filter((key) => shape(key) === kind);
    const used = [...cited.values()].filter((key) => shape(key) === kind);
    const lost = used.filter(
      (key) =>
        !entries.has(key.text) &&
        SURE.test(key.text) &&
        !itself(document, key) &&
        !defined(document, key) &&
        !inCodeSpan(document, key.start),
    );
    // of the cited ones as many are listed, at least
    if (lost.length === 0 || 2 * lost.length > used.length) continue;
    if (known.length < (kind === 'a' ? NAMES : kind === '^' ? 1 : ENTRIES) || (kind === 'a' && lost.length > 1))
      continue;
    const numbers = kind === '1' ? known.map(({ text }) => Number(text)) : [];
    if (kind === '1') lost.sort((a, b) => Number(a.text) - Number(b.text));
    const first = lost.find(({ text }) => kind !== '1' || (Number(text) > 0 && Number(text) < Math.max(...numbers)));
    if (!first) continue;
    const line = (key: Key): number => lineColumn(document, key.start).line;
    // The entry that follows the gap, if the list is in order.
    const next = kind === '1' ? known.find(({ text }) => Number(text) > Number(first.text)) : undefined;
    const places: [Place, ...Place[]] = [at(document, next ?? first)];
    if (next) places.push(at(document, first, { note: 'cited here' }));
    for (const key of lost.filter((each) => each !== first).slice(0, 5))
      places.push(at(document, key, { note: 'not listed either' }));
    yield {
      message: `[${first.text}] is cited in line ${line(first)} and stands nowhere among the references, which list ${known.length} others${lost.length > 1 ? `; so ${lost.length > 2 ? `are ${lost.length - 1} more` : 'is one more'}` : ''}`,
      next: 'Get the whole document from where it came, or add the reference',
      places,
    };
  }
}

/** Whether a link of that label is defined: labels of Markdown do not care for capitals (CommonMark 0.31, link labels). */
function defined(document: Document, { text }: Key): boolean {
  return document.format === 'markdown' && document.text.toLowerCase().includes(`[${text.toLowerCase()}]:`);
}

/** Whether the key names the document itself: its number stands at the top. */
function itself(document: Document, { text }: Key): boolean {
  const number = /\d{3,}/u.exec(text)?.[0];
  return number !== undefined && stands(document, [number], 0, Math.min(TOP_UNITS, document.units.length));
}

function tell(document: Document, family: Family, gap: Gap, level: Level, listed: Contents): Observation {
  const first = gap.before ?? gap.parent!;
  const line = (label: Label): number => lineColumn(document, label.start).line;
  const text = (label: Label): string => document.slice(label.start, label.end).replace(/[.)\s:：、]+$/u, '');
  const span = (label: Label): { start: number; end: number } => {
    const block = blocks(document)[label.block]!;
    const end = document.units.indexOf(0x0a, label.start);
    return { start: label.start, end: end < 0 || end > block.end ? block.end : end };
  };
  const what = noun(family, gap);
  const range = gap.from === gap.to ? written(gap, gap.from) : `${written(gap, gap.from)} to ${written(gap, gap.to)}`;
  const places: [Place, ...Place[]] = [at(document, span(gap.after)), at(document, span(first), { note: 'before it' })];
  let said = '';
  if (listed?.line !== undefined) {
    const { starts, ends: stops } = lines(document);
    said = `; line ${listed.line + 1} lists it`;
    places.push(at(document, { start: starts[listed.line]!, end: stops[listed.line]! }, { note: 'listed here' }));
  } else {
    const steps = regular(document) || family.steps;
    if (steps > 1) said = `; ${steps} others are each one more than the one before`;
  }
  return {
    level,
    message: `${what}${gap.from === gap.to ? ` ${range} is` : `s ${range} are`} missing between "${text(first)}" (line ${line(first)}) and "${text(gap.after)}" (line ${line(gap.after)})${said}`,
    next: NEXT,
    places,
  };
}
