/** What a document says of its own version, in its head and in its list of changes, and which versions of others it names. */
import { DATA_FORMATS } from '../core/formats.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { lines } from './lines.ts';
import { dateIn } from './version-lines.ts';

export interface Version extends Span {
  /** `2.1`, without `v`. */
  readonly text: string;
  readonly value: readonly number[];
}

/** A version beside which another document may be named. */
export interface Mention extends Version {
  /** What stands before the word for a version, and behind the number, on the same line or the ones next to it. */
  readonly before: string;
  readonly after: string;
}

export interface Versions {
  /** A line of its head that holds nothing else. */
  readonly own: Version | null;
  /** Entries of its list of changes that have a date, in order: a list of two or more. */
  readonly history: readonly Version[];
  readonly mentions: readonly Mention[];
}

/** Lines with words at the beginning in which a document says what it is, and units of one. */
const HEAD = 40;
const LINE = 120;
/** Units around a mention. */
const AROUND = 140;
const MOST_MENTIONS = 100;
const MOST_ENTRIES = 200;
/** Numbers with a point that are looked at. */
const MOST_LOOKS = 20_000;
const [DOT, SPACE] = [0x2e, 0x20];

const WORD =
  'version(?:snummer| number| no\\.?)?|ver\\.?|rev(?:ision|\\.)?|edition|versión|versão|versione|versie|wersja|verze|verzia|verzió|versiunea|revisión|revisão|révision|fassung|ausgabe|версия|версії|версія|редакция|издание|sürüm|phiên bản|versi|版本号?|版本號?|版次|バージョン|버전|الإصدار|إصدار|نسخه|نسخة|संस्करण|έκδοση';
const DOCUMENT =
  'document(?:ation)?|doc|spec(?:ification)?|dokument(?:en)?|documento|dokumentu|документа?|文档|文件|文書|ドキュメント|문서|المستند|سند';
const NUMBER = '[vV]?(\\d{1,4}(?:\\.\\d{1,5}){1,3})';

/** `| **Version:** 1.2 (draft) |`: nothing but a short remark or a date stands behind it. */
const OWN = pattern(
  'iu',
)`^[^\p{L}\p{N}\\]{0,10}(?:(?:${DOCUMENT})[\s_-]{0,2})?(?:${WORD})(?:[\s](?:du|del|do|der|des|de|la|dokumentu)?\s?(?:${DOCUMENT}))?[\s*_|:：=&"'’\\{}–-]{1,12}${NUMBER}(?!-\p{L}|[\p{L}\p{N}.+*^]*[\p{L}\p{N}+*^])([^\p{N}\n]{0,40}|[\s(,;|–-]{1,6}[\p{L}\p{N}\s.,/-]{4,24}\)?[\s|*_)\\}"]{0,8})$`;

/** An entry of a list of changes: its version in front, or behind its date. */
const ENTRY = pattern(
  'iu',
)`^[\s|*#>(\[•·=+-]{0,8}(?:(?:${WORD})[\s:：]{0,3})?(?:\d[\d./-]{5,9}[\s|,:&–-]{1,8})?(?:(?:${WORD})[\s:：]{0,3})?${NUMBER}(?![.\d]*\d)`;

/** The words, in small letters; those of scripts without spaces stand at the end of a run of letters. */
const WORDS: ReadonlySet<string> = new Set(
  'version ver rev revision edition versión versão versione versie wersja wersji verze verzia verzió versiunea revisión revisão révision fassung ausgabe версия версии версию версией версії версія версію редакция редакции издание sürüm sürümü bản versi الإصدار إصدار نسخه نسخهٔ نسخة संस्करण έκδοση'.split(
    ' ',
  ),
);
const GLUED = /(?:版本号?|版本號?|版次|バージョン|버전)$/u;

/** Offset of the word for a version, or of `v`, that stands right before the number; -1 where none does. */
function wordBefore(document: Document, start: number): number {
  const { units } = document;
  let end = start;
  if ((units[end - 1]! | SPACE) === 0x76 && !isLetterOrDigit(units[end - 2])) {
    end--;
    if (!isSpaceOrColon(units[end - 1])) return end;
  }
  let k = end;
  while (start - k < 4 && isSpaceOrColon(units[k - 1])) k--;
  let first = k;
  while (k - first < 14 && isLetterOrDigit(units[first - 1])) first--;
  if (first === k) return end < start ? end : -1;
  const word = document.slice(first, k);
  if (WORDS.has(word.toLowerCase())) return first;
  if (word.charCodeAt(word.length - 1) >= 0x3000) {
    const glued = GLUED.exec(word);
    if (glued) return first + glued.index;
  }
  return end < start ? end : -1;
}

const isSpaceOrColon = (unit: number | undefined): boolean =>
  unit === SPACE || unit === 0xa0 || unit === 0x3a || unit === 0xff1a;
const isLetterOrDigit = (unit: number | undefined): boolean =>
  unit !== undefined &&
  ((unit >= 0x30 && unit <= 0x39) ||
    ((unit | SPACE) >= 0x61 && (unit | SPACE) <= 0x7a) ||
    (unit >= 0xc0 && !(unit >= 0x2000 && unit < 0x2e80) && !(unit >= 0x3000 && unit < 0x3040) && unit < 0xff00));

const valueOf = (text: string): number[] => text.split('.').map(Number);

/** Below 0 where the first is the earlier; 1.2 and 1.2.0 are one. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether one is the other with more or fewer numbers: 1.2 and 1.2.5. */
export function sameVersion(a: readonly number[], b: readonly number[]): boolean {
  return compareVersions(a.slice(0, b.length), b.slice(0, a.length)) === 0 || compareVersions(a, b) === 0;
}

export const versions: (document: Document) => Versions = view((document) => {
  const own = ownOf(document);
  return { own, history: own ? historyOf(document) : [], mentions: mentionsOf(document) };
});

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

function versionAt(document: Document, text: string, from: number): Version {
  const start = document.units[from] === undefined ? 0 : from;
  return { text, value: valueOf(text), start, end: start + text.length };
}

/** Code further down than the preamble of a proposal is an example. */
const PREAMBLE = 2;

function blockIndex(document: Document, offset: number): number {
  const all = blocks(document);
  const at = all.findIndex(({ end }) => end > offset);
  return at < 0 ? all.length - 1 : at;
}

function ownOf(document: Document): Version | null {
  const { units } = document;
  if (DATA_FORMATS.has(document.format)) return null;
  const { count, ends, firsts } = lines(document);
  let seen = 0;
  for (let i = 0; i < count && seen < HEAD; i++) {
    const first = firsts[i]!;
    const end = ends[i]!;
    if (first >= end) continue;
    seen++;
    if (end - first > LINE) continue;
    let dotted = false;
    for (let k = first + 1; k < end - 1 && !dotted; k++)
      dotted = units[k] === DOT && isDigit(units[k - 1]) && isDigit(units[k + 1]);
    if (!dotted) continue;
    const text = document.slice(first, end);
    const match = OWN.exec(text);
    if (!match) continue;
    const at = blockIndex(document, first);
    const { kind } = blocks(document)[at]!;
    if (kind === 'heading' || (kind === 'code' && at > PREAMBLE)) continue;
    return versionAt(document, match[1]!, first + text.indexOf(match[1]!));
  }
  return null;
}

/** The longest run of entries, with few lines between them. */
function historyOf(document: Document): readonly Version[] {
  const { units } = document;
  const { count, ends, firsts } = lines(document);
  let best: Version[] = [];
  let run: Version[] = [];
  let apart = 0;
  for (let i = 0; i < count; i++) {
    const first = firsts[i]!;
    const end = ends[i]!;
    if (first >= end) continue;
    apart++;
    // a point between digits near the beginning; most lines have none
    let dot = -1;
    for (let k = first + 1; k < end && k < first + 40 && dot < 0; k++)
      if (units[k] === DOT && isDigit(units[k - 1]) && isDigit(units[k + 1])) dot = k;
    if (dot < 0) continue;
    const text = document.slice(first, Math.min(end, first + 200));
    const match = ENTRY.exec(text);
    const date = match && dateIn(text.replace(match[1]!, ' '));
    // a plan of releases has months
    if (!match || !date || !date.value[2]) continue;
    if (apart > 12 && run.length > 0) {
      if (run.length > best.length) best = run;
      run = [];
    }
    apart = 0;
    if (run.length < MOST_ENTRIES) run.push(versionAt(document, match[1]!, first + match[0].length - match[1]!.length));
  }
  if (run.length > best.length) best = run;
  return best.length > 1 ? best : [];
}

function mentionsOf(document: Document): readonly Mention[] {
  const { units } = document;
  const out: Mention[] = [];
  const all = blocks(document);
  let block = 0;
  let looks = 0;
  for (
    let dot = units.indexOf(DOT, 2);
    dot >= 0 && out.length < MOST_MENTIONS && looks < MOST_LOOKS;
    dot = units.indexOf(DOT, dot + 1)
  ) {
    if (!isDigit(units[dot - 1]) || !isDigit(units[dot + 1])) continue;
    let start = dot - 1;
    while (isDigit(units[start - 1]) && dot - start < 5) start--;
    let end = dot + 1;
    while (isDigit(units[end]) || (units[end] === DOT && isDigit(units[end + 1]))) end++;
    dot = end;
    looks++;
    const from = wordBefore(document, start);
    if (from < 0) continue;
    while (block < all.length && all[block]!.end <= start) block++;
    const own = all[block];
    if (!own || own.start > start) continue;
    if (own.kind === 'code' || own.kind === 'front-matter' || own.kind === 'comment' || own.kind === 'heading')
      continue;
    const text = document.slice(start, end);
    if (text.split('.').length > 4) continue;
    out.push({
      text,
      value: valueOf(text),
      start,
      end,
      before: document.slice(Math.max(own.start, from - AROUND), from),
      after: document.slice(end, Math.min(own.end, end + AROUND)),
    });
  }
  return out;
}
