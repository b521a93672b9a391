/** Identifiers of requirements, `REQ-7`, `NFR-SEC-012`: where a document defines them, and where it speaks of them. */
import type { BlockKind, Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { census } from './census.ts';
import { behindMarks } from './numbering.ts';

export interface Identifier {
  /** `REQ-7`, as written. */
  readonly text: string;
  /** `REQ-` and the count of digits: `NFR-SEC-3`. */
  readonly scheme: string;
  readonly value: number;
  /** It begins a heading, an item, a row or a paragraph. */
  readonly defines: boolean;
  readonly kind: BlockKind;
  /** Index into `blocks(document)`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Identifiers of one document, at most. */
const MOST = 20_000;
/** Units of an identifier, at most. */
const LONGEST = 28;
const HYPHEN = 0x2d;
const LF = 0x0a;

/** Names with a number that everybody knows: standards, encodings, algorithms, things of one kind. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'UTF SHA ISO IEC RFC BCP STD IEEE CVE CWE EN DIN ANSI NIST FIPS SP AES RSA ECMA ITU ETSI TS TR PEP EIP ERC BIP SEP CAP CIP NIP KEP OTEP ADR MSC XEP JSR JEP ' +
    'GDPR COVID MPEG MP H P A B C X Y Z V T HTTP HTTPS TLS SSL USB PCI IPV MD CRC BASE KOI CP GB JIS EUC BIG WINDOWS MS UCS ISBN ISSN PR MR GH BUG ISSUE CC GPL LGPL AGPL BSD MIT APACHE MPL'
  ).split(' '),
);

const isUpper = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x41 && unit <= 0x5a;
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;
const isLower = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;

/** All identifiers in order; those in code, addresses and longer names are left out. */
export const identifiers: (document: Document) => readonly Identifier[] = view((document) => {
  const { hyphen, upper, digit } = census(document);
  if (hyphen === 0 || upper < 2 || digit === 0) return [];
  const { units } = document;
  const out: Identifier[] = [];
  const all = blocks(document);
  let block = 0;
  let from = 0;
  for (
    let dash = units.indexOf(HYPHEN, 1);
    dash >= 0 && out.length < MOST;
    dash = units.indexOf(HYPHEN, Math.max(from, dash + 1))
  ) {
    const before = units[dash - 1];
    if (!isDigit(units[dash + 1]) || !(isUpper(before) || isDigit(before))) continue;
    let start = dash;
    while (
      start > 0 &&
      dash - start < LONGEST &&
      (isUpper(units[start - 1]) || isDigit(units[start - 1]) || units[start - 1] === HYPHEN)
    )
      start--;
    let end = dash + 1;
    while (isDigit(units[end]) && end - dash < 7) end++;
    from = end;
    const behind = units[end];
    const left = units[start - 1];
    if (
      !isUpper(units[start]) ||
      // `R-01` has two digits; `A-1` is a name of much else
      (dash - start === 1 && end - dash < 3) ||
      isUpper(behind) ||
      isLower(behind) ||
      isDigit(behind) ||
      behind === HYPHEN ||
      behind === 0x5f ||
      (behind === 0x2e && (isDigit(units[end + 1]) || isLower(units[end + 1]))) ||
      isLower(left) ||
      left === 0x5f ||
      left === 0x2f ||
      left === 0x23 ||
      left === 0x2e ||
      left === 0x40
    )
      continue;
    while (block < all.length && all[block]!.end <= start) block++;
    const own = all[block];
    if (!own) break;
    if (own.start > start || own.kind === 'code' || own.kind === 'front-matter' || own.kind === 'comment') continue;
    const prefix = document.slice(start, dash);
    const first = prefix.split('-', 1)[0]!;
    if (KNOWN.has(first) || end - dash > 6) continue;
    const line = Math.max(own.start, units.lastIndexOf(LF, start) + 1);
    out.push({
      text: document.slice(start, end),
      scheme: `${prefix}-${end - dash - 1}`,
      value: Number(document.slice(dash + 1, end)),
      defines: behindMarks(units, line, own.end) === start,
      kind: own.kind,
      block,
      start,
      end,
    });
  }
  return out;
});

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
