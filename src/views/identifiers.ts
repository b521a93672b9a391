/**
 * Identifiers of requirements, `REQ-7`, `NFR-SEC-012`, `FR_03`, `UC4`, `ТР-05`, `要件-2`, `Requirement 12`: where a document defines them,
 * and where it speaks of them.
 */
import type { BlockKind, Document } from '../core/types.ts';
import { pattern } from '../core/pattern.ts';
import { foldCase, isLetter } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks, type Block } from './blocks.ts';
import { census } from './census.ts';
import { indexBefore } from './context.ts';
import { behindMarks } from './numbering.ts';

export interface Identifier {
  /** `REQ-7`, as written; of words in the form of the first that is defined: `Requirement 12`. */
  readonly text: string;
  /** What stands before its number: `NFR-SEC-`, `FR-2.`. */
  readonly scheme: string;
  readonly value: number;
  /** It begins a heading, an item, a row or a paragraph. */
  readonly defines: boolean;
  /** Its form is that of a name of much else: it says something only of the document itself. */
  readonly local: boolean;
  readonly kind: BlockKind;
  /** Index into `blocks(document)`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Identifiers of one document, at most. */
const MOST = 20_000;
/** Units of an identifier and of its number, at most. */
const LONGEST = 28;
const DIGITS = 6;
const HYPHEN = 0x2d;
const LOW_LINE = 0x5f;
const DOT = 0x2e;
const LF = 0x0a;

/** Names with a number that everybody knows: standards, encodings, algorithms, things of one kind. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'UTF SHA ISO IEC RFC BCP STD IEEE CVE CWE EN DIN ANSI NIST FIPS SP AES RSA ECMA ITU ETSI TS TR PEP EIP ERC BIP SEP CAP CIP NIP KEP OTEP ADR MSC XEP JSR JEP ' +
    'GDPR COVID MPEG MP H P A B C X Y Z V T HTTP HTTPS TLS SSL USB PCI IPV MD CRC BASE KOI CP GB JIS EUC BIG WINDOWS MS UCS ISBN ISSN PR MR GH BUG ISSUE CC GPL LGPL AGPL BSD MIT APACHE MPL ' +
    'ES EC GL VT NT WPA RS PKCS ASN XMSS ED FP INT UINT LE BE IP ID NO PB TB KB MB ARM CUDA PC OS UAX UTS LTS PHP AMD RGB DDR LPDDR HDMI GPT CPU GPU'
  ).split(' '),
);

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;
const isLower = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;
/** Capitals of the Latin, the Cyrillic and the Greek alphabet. */
const isUpper = (unit: number | undefined): boolean =>
  unit !== undefined &&
  ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x410 && unit <= 0x42f) || (unit >= 0x391 && unit <= 0x3a9));
const isJoin = (unit: number | undefined): boolean => unit === HYPHEN || unit === LOW_LINE;

/** All identifiers in order; those in code, addresses and longer names are left out. */
export const identifiers: (document: Document) => readonly Identifier[] = view((document) => {
  const { digit } = census(document);
  if (digit === 0) return [];
  const words = wordSchemes(document);
  const out = inCapitals(document);
  if (words.size > 0) {
    out.push(...ofWords(document, words));
    out.sort((a, b) => a.start - b.start);
  }
  return out.length > 0 ? settled(document, out) : out;
});

/** Definitions of one form that make it sure how a document writes one; and by which a letter and a number, `T-4`, are a form. */
const SURE = 3;

/** Whether a definition stands where a paragraph goes on with a word: `REQ-7 is tested by hand`. */
function isBare({ units }: Document, { kind, end }: Identifier): boolean {
  return kind === 'prose' && units[end] === 0x20 && isLetter(units[end + 1] ?? 0);
}

/**
 * Where items, rows, headings or marks show how a document defines its identifiers, a paragraph that begins with one speaks of it.
 * A letter that everybody uses is a form where it is counted up from 0 or 1.
 */
function settled(document: Document, all: readonly Identifier[]): readonly Identifier[] {
  const schemes = new Map<string, { readonly sure: Set<number>; bare: boolean }>();
  for (const one of all) {
    if (!one.defines) continue;
    let own = schemes.get(one.scheme);
    if (!own) schemes.set(one.scheme, (own = { sure: new Set(), bare: false }));
    if (isBare(document, one)) own.bare = true;
    else own.sure.add(one.value);
  }
  const known = (scheme: string): boolean => KNOWN.has(scheme.replace(/[-_].*$/u, ''));
  const counted = (values: ReadonlySet<number>): boolean =>
    values.size >= SURE && Math.min(...values) <= 1 && Math.max(...values) <= values.size + 1;
  const changes = [...schemes].some(([scheme, { sure, bare }]) => known(scheme) || (bare && sure.size >= SURE));
  if (!changes) return all;
  return all.map((one) => {
    if (!one.defines) return one;
    const { sure } = schemes.get(one.scheme)!;
    const holds = (!known(one.scheme) || counted(sure)) && !(sure.size >= SURE && isBare(document, one));
    return holds ? one : { ...one, defines: false };
  });
}

/** Names in capitals, a hyphen or a low line, and a number. */
function inCapitals(document: Document): Identifier[] {
  const { upper, cyrillic, greek, hyphen } = census(document);
  if (upper + cyrillic + greek < 2) return [];
  const out: Identifier[] = [];
  if (hyphen > 0) joinedBy(document, HYPHEN, out);
  const { length } = out;
  joinedBy(document, LOW_LINE, out);
  if (length > 0 && out.length > length) out.sort((a, b) => a.start - b.start);
  return out;
}

function joinedBy(document: Document, mark: number, out: Identifier[]): void {
  const { units } = document;
  const all = blocks(document);
  let block = 0;
  let from = 0;
  for (
    let join = units.indexOf(mark, 1);
    join >= 0 && out.length < MOST;
    join = units.indexOf(mark, Math.max(from, join + 1))
  ) {
    const i = join + 1;
    if (!isDigit(units[i]) || !(isUpper(units[i - 2]) || isDigit(units[i - 2]))) continue;
    let start = i - 1;
    while (
      start > 0 &&
      i - start < LONGEST &&
      (isUpper(units[start - 1]) || isDigit(units[start - 1]) || isJoin(units[start - 1]))
    )
      start--;
    let end = i + 1;
    while (isDigit(units[end]) && end - i <= DIGITS) end++;
    let first = i;
    // `FR-2.13`: the number behind the point, below what stands before it
    if (units[end] === DOT && isDigit(units[end + 1])) {
      first = end + 1;
      end = first;
      while (isDigit(units[end]) && end - first <= DIGITS) end++;
    }
    from = end;
    const behind = units[end];
    const left = units[start - 1];
    if (
      !isUpper(units[start]) ||
      isUpper(behind) ||
      isLower(behind) ||
      isJoin(behind) ||
      end - first > DIGITS - 1 ||
      (behind === DOT && (isDigit(units[end + 1]) || isLower(units[end + 1]))) ||
      isLower(left) ||
      (left !== undefined && left >= 0xc0 && left < 0x590 && isLetter(left)) ||
      left === LOW_LINE ||
      left === 0x2f ||
      left === 0x23 ||
      left === DOT ||
      left === 0x40
    )
      continue;
    const prefix = document.slice(start, first);
    const name = /^[^\d_-]+/u.exec(prefix)![0];
    if (KNOWN.has(name) && name.length > 1) continue;
    while (block < all.length && all[block]!.end <= start) block++;
    const own = all[block];
    if (!own) break;
    if (own.start > start || own.kind === 'code' || own.kind === 'front-matter' || own.kind === 'comment') continue;
    out.push({
      text: document.slice(start, end),
      scheme: prefix,
      value: Number(document.slice(first, end)),
      defines: defines(document, own, start, end),
      local: name.length === 1 && end - first < 2,
      kind: own.kind,
      block,
      start,
      end,
    });
  }
}

/** A number of a section or an item, or one word, before an identifier that a mark follows: `3.1 REQ-7 Doors`, `Requirement REQ-7:`. */
const LEAD = pattern('u')`^(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s*\|?\s+|\p{L}[\p{L}\p{M}]{1,17}\s)[[(*_\x60|\s]{0,4}$`;
const LEAD_UNITS = 26;

/** Whether the identifier is what its line begins with. */
function defines(document: Document, own: Block, start: number, end: number): boolean {
  const { units } = document;
  if (own.kind === 'quote' || own.kind === 'html') return false;
  const line = Math.max(own.start, units.lastIndexOf(LF, start - 1) + 1);
  let from = behindMarks(units, line, own.end);
  while (from < start && (units[from] === 0x60 || units[from] === 0x28)) from++;
  // `| [REQ-7](requirements.md#req-7) |` leads to where it is defined
  if (units[end] === 0x5d && units[end + 1] === 0x28 && own.kind !== 'heading') return false;
  if (from === start) return true;
  if (start - from > LEAD_UNITS || start < from) return false;
  const lead = document.slice(from, start);
  if (!LEAD.test(lead)) return false;
  if (isDigit(units[from]) || units[from] === 0x28) return true;
  let mark = end;
  while (
    mark - end < 4 &&
    (units[mark] === 0x2a || units[mark] === 0x5d || units[mark] === 0x29 || units[mark] === LOW_LINE)
  )
    mark++;
  return units[mark] === 0x3a || units[mark] === 0xff1a || (own.kind === 'heading' && mark + 1 >= own.end);
}

// ---------------------------------------------------------------------------------------------------------------------
// Words for a requirement, and names in small letters, as the document itself has defined them

/** Definitions of one word, below which it is no system. */
const LEAST = 4;

/** Words for a requirement with a number: stems, in most of the languages that specifications are written in. */
const REQUIREMENT =
  /^(?:requirements?|reqs?|rules?|constraints?|goals?|user stor(?:y|ies)|stor(?:y|ies)|use cases?|anforderung|regel|ziel|vorgabe|exigence|règle|contrainte|requisito|regla|regra|regola|restricci[óo]n|vincolo|vereiste|eis|wymagani|reguł|požadav|pravidl|követelmén|gereksinim|kural|krav|vaatimus|sääntö|cerin|kebutuhan|persyaratan|aturan|yêu cầu|quy tắc|απαίτηση|κανόνας|требовани|правил|ограничени|цель|вимог|要件|要求|需求|规则|規則|ルール|요구|요건|규칙|المتطلب|متطلب|القاعدة|نیازمندی|قاعده|आवश्यकता|नियम|ข้อกำหนด|דרישה|כלל)/iu;

/** `FR12`, `R3`: capitals with a number right behind. */
const SHORT = /^[A-Z\u{410}-\u{42f}\u{391}-\u{3a9}]{1,5}$/u;

/** A word or two and a number at the beginning of a block, and what ends it: a mark, emphasis or the end of the line. */
const BEGINNING = pattern(
  'u',
)`^(\p{L}[\p{L}\p{M}]*(?: \p{L}[\p{L}\p{M}]*)?([\s\u{a0}]?|[.#\-_＃－]{1,2}| #| ?№ ?))(\d{1,4})(?:\s*(?:[:：.)）—–|、\]]|-\s|[*_\x60]{1,3})|\s*$|\s{2,})`;

/** `Requirement ` in small letters, by how it is written first. */
function wordSchemes(document: Document): Map<string, string> {
  const { units } = document;
  const counts = new Map<string, { written: string; readonly values: Set<number> }>();
  const all = blocks(document);
  const at = (start: number, end: number): void => {
    const from = behindMarks(units, start, end);
    const unit = units[from]!;
    // a letter, then within a few units a digit
    if (from >= end || (unit < 0x41 && unit !== 0x60)) return;
    let digit = from + 1;
    const stop = Math.min(end, from + LONGEST);
    for (let spaces = 0; digit < stop && !isDigit(units[digit]); digit++) {
      const each = units[digit]!;
      if ((each | 0x20) >= 0x61 && (each | 0x20) <= 0x7a) continue;
      if (each === 0x20 || each === 0xa0) {
        if (++spaces > 2) return;
      } else if (each < 0xc0 && each !== HYPHEN && each !== LOW_LINE && each !== DOT && each !== 0x23) return;
    }
    if (!isDigit(units[digit])) return;
    const match = BEGINNING.exec(document.slice(from, Math.min(end, digit + 10)).split('\n', 1)[0]!);
    if (!match) return;
    const [, prefix, mark] = match;
    const folded = foldCase(prefix!);
    const joined = /^[-_－]$/u.test(mark!);
    // names in capitals are told elsewhere; in small letters only those with a hyphen, and words for a requirement
    if (joined ? isUpper(prefix!.charCodeAt(1)) : !REQUIREMENT.test(folded) && !(mark === '' && SHORT.test(prefix!)))
      return;
    if (joined && folded.length > 9) return;
    if (KNOWN.has((joined ? prefix!.slice(0, -1) : prefix!).toUpperCase())) return;
    const known = counts.get(folded);
    if (known) known.values.add(Number(match[3]));
    else counts.set(folded, { written: prefix!, values: new Set([Number(match[3])]) });
  };
  for (const { kind, start, end } of all) {
    if (kind === 'heading' || kind === 'list' || kind === 'prose') at(start, end);
    else if (kind === 'table')
      for (let line = start; line < end;) {
        at(line, end);
        const next = units.indexOf(LF, line);
        line = next < 0 ? end : next + 1;
      }
  }
  const out = new Map<string, string>();
  for (const [folded, { written, values }] of counts) if (values.size >= LEAST) out.set(folded, written);
  return out;
}

/** Where a document writes one of its words with a number. */
function ofWords(document: Document, words: ReadonlyMap<string, string>): Identifier[] {
  const { units } = document;
  const { length } = units;
  const out: Identifier[] = [];
  const all = blocks(document);
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  const known = new Map<string, string | undefined>();
  for (let i = 1; i < length && out.length < MOST; i++) {
    if (!isDigit(units[i]) || isDigit(units[i - 1])) continue;
    const text = document.slice(Math.max(0, i - longest - 1), i);
    let found = known.get(text);
    if (found === undefined && !known.has(text)) {
      const folded = foldCase(text).replaceAll('\n', ' ');
      for (const word of words.keys())
        if (folded.endsWith(word) && (found === undefined || word.length > found.length)) {
          const left = folded.charCodeAt(folded.length - word.length - 1);
          // scripts without spaces may go on to the left
          if (Number.isNaN(left) || word.charCodeAt(0) > 0x2e80 || !(isLetter(left) || isDigit(left) || isJoin(left)))
            found = word;
        }
      if (known.size < MOST) known.set(text, found);
    }
    if (found === undefined) continue;
    let end = i + 1;
    while (isDigit(units[end]) && end - i < DIGITS) end++;
    const behind = units[end];
    if (isLower(behind) || isUpper(behind) || isJoin(behind) || (behind === DOT && isDigit(units[end + 1]))) continue;
    const start = i - found.length;
    const block = indexBefore(all, start);
    const own = all[block];
    if (!own || own.start > start || own.end <= start) continue;
    if (own.kind === 'code' || own.kind === 'front-matter' || own.kind === 'comment') continue;
    const scheme = words.get(found)!;
    out.push({
      text: scheme + document.slice(i, end),
      scheme,
      value: Number(document.slice(i, end)),
      defines: defines(document, own, start, end),
      local: true,
      kind: own.kind,
      block,
      start,
      end,
    });
  }
  return out;
}

/** Said of a number that is gone on purpose, or that belongs to another work. */
const ON_PURPOSE =
  /reserved|removed|deleted|withdrawn|omitted|obsolete|superseded|deprecat|merged into|replaced|dropped|rejected|formerly|previously|entfällt|entfallen|gestrichen|ersetzt|supprimé|remplacé|abandonn|eliminad|reemplaz|removid|substituíd|soppress|sostituit|vervallen|исключ|удал[её]н|замен|usunięt|zastąpion|kaldırıl|削除|廃止|欠番|删除|刪除|废止|廢止|取消|삭제|محذوف|हटा/iu;

/** Whether the line around the span says that something is gone on purpose. */
export function goneOnPurpose(document: Document, start: number, end: number): boolean {
  const { units } = document;
  const first = Math.max(units.lastIndexOf(LF, start) + 1, start - 200);
  const stop = units.indexOf(LF, end);
  return ON_PURPOSE.test(document.slice(first, Math.min(stop < 0 ? units.length : stop, end + 200)));
}
