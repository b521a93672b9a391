/**
 * "Three modes:" and four follow: counts that a text claims, held against the list, the table or the enumeration that
 * stands right behind; sums and shares in tables and lists.
 */
import { at, lineColumn } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Block, Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { digitValue, paintUnits } from '../core/unicode.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { blockAt } from '../views/context.ts';
import { dense } from '../views/dense.ts';
import { inCode, isCode } from '../views/in-code.ts';
import { language } from '../views/language.ts';
import { hanNumber } from '../views/numbering.ts';
import { NUMBER_WORDS } from '../views/number-words.ts';
import { paintSpaces, SPACES } from '../views/script.ts';
import { claimMarks } from '../views/statements.ts';

/** Units before the colon in which the claim is looked for. */
const BEHIND = 110;
/** Counts that are claimed: fewer is no list, more is not counted by hand. */
const LEAST = 2;
const MOST = 20;
/** Units of an enumeration, and of one of its items. */
const ENUMERATION = 600;
const ITEM = 48;
const FINDINGS = 8;
const TOTALS = 200;
/** Claims that are held against what follows, of a document: a text with more was made so. */
const CLAIMS = 15_000;

const HAN_NUMERALS = '二两兩三四五六七八九十';
const COMMA = 0x2c;
const LIST_COMMA = 0x3001;

const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const OPEN = 0x28;
const WIDE_OPEN = 0xff08;
const LF = 0x0a;

/** Words that make of a count no claim: a part, a bound, an example, a choice. */
const NO_CLAIM =
  /\b(?:at least|or more|more than|up to|at most|fewer|less than|minimum|maximum|such as|includ\w+|for example|e\.g|among|out of|any of|either|each|every|first|last|next|other|another|additional|more|about|some|roughly|approximately|between|one of|of the (?:two|three|four|five|six|seven|eight|nine|ten)|these|those|all|both|mindestens|höchstens|oder mehr|z\. ?b|zum beispiel|weitere|jede\w*|ersten?|letzten?|unter anderem|au moins|au plus|par exemple|notamment|premi\w+|autres|al menos|como mínimo|por ejemplo|primer\w*|otr\w+|pelo menos|por exemplo|outr\w+|almeno|ad esempio|altr\w+|prim\w+|co najmniej|na przykład|minstens|bijvoorbeeld|en az|örneğin)\b|как минимум|не менее|например|других|другие|первы|至少|不少于|以上|例如|比如|包括|等|之一|其中|其他|另外|前|少なくとも|例えば|など|うち|他の|적어도|이상|예를|등|على الأقل|مثل|حداقل/iu;
/** Measures: a number of these is no number of items. */
const MEASURE =
  /^(?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|bytes?|bits?|octets?|[kmgt]i?b|ms|px|percent|times?|pages?|lines?|characters?|digits?|words?|columns?|people|users?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|mal|secondes?|heures?|jours?|mois|ans?|fois|segundos?|horas?|días?|dias?|meses|años?|anos|veces|vezes|secondi|minuti|ore|giorni|mesi|anni|volte|секунд\w*|минут\w*|час\w*|дн\w*|дней|месяц\w*|лет|раз\w*|годы?|года|秒|分|時間|时|小时|天|日|周|月|年|次|回|倍|米|元|人|초|분|시간|일|주|개월|년|회|번|saniye|dakika|saat|gün)(?![a-z])/iu;
/** Words by which the counted thing becomes part of another statement. */
const CLAUSE_INLINE =
  /\b(?:that|which|who|whose|when|once|while|such|based|per|due|than|has|have|had|to|was|were|will|can|would|could|should|must|and|or|with|without|within|being|used|needed|required|die|der|den|welche|que|qui|dont|che|quali|yang|czyli|które)\b|которы|який|які|的时候|以来/iu;
const CLAUSE_LIST =
  /\b(?:when|once|while|such|based|per|due|than|has|have|had|to|was|were|and|or|without)\b|的时候|以来/iu;
const COUNTERS =
  /^(?:つ|个|個|种|種|项|項|类|類|条|條|点|點|步|层|層|部分|方面|阶段|階段|大|つ|件|點|가지|개|단계|종류|块|組|组|级|級|套|名|位|款|章|节|節|份|段)/u;
const HAN_CLAIM =
  /(?:^|[^〇零一二三四五六七八九十百千万亿第\d几數数])([二两兩三四五六七八九十]|十[一二三四五六七八九])(个|個|种|種|项|項|类|類|条|條|点|點|步|层|層|大|つ|つの|部分|方面|阶段|階段|款|组|級|级)([^，。；：、,;:（(]{0,18})$/u;
const DIGIT_CLAIM = pattern(
  'u',
)`(?:^|[^\p{L}\p{Nd}.,:\-/#%$€+*=<>~_^]|[\u0640\u3040-\u9fff\uac00-\ud7ff])(\p{Nd}{1,2})(?:\s|(?=[\u3040-\u9fff\uac00-\ud7ff]))\s*([^\p{Nd}.,;:!?()。；，、=<>/|]{2,48})$`;
const LETTER = pattern('u')`\p{L}`;

interface Claim {
  readonly count: number;
  readonly span: Span;
  readonly text: string;
}

/** 1: a unit of a word. 2: a digit, or a Han numeral of a count. */
const KIND = new Uint8Array(0x10000).fill(1);
paintSpaces(KIND, 0);
paintUnits(KIND, 'Nd', 2);
for (let unit = 0; unit < 0x80; unit++) if (!/[A-Za-z']/u.test(String.fromCharCode(unit))) KIND[unit] = 0;
for (const sign of HAN_NUMERALS) KIND[sign.charCodeAt(0)] = 2;
for (const sign of '“”«»„‘') KIND[sign.charCodeAt(0)] = 0;
for (let unit = 0x30; unit < 0x3a; unit++) KIND[unit] = 2;

/** Lower case of the alphabets that number words are written in. */
const LOWER = Uint16Array.from({ length: 0x600 }, (_, unit) => {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
});
const HASHES = 0x4000;
/** Which hashes number words have. */
const HASHED = new Uint8Array(HASHES);
const step = (hash: number, unit: number): number =>
  (Math.imul(hash, 31) + (unit < LOWER.length ? LOWER[unit]! : unit)) | 0;
const slot = (hash: number): number => (hash ^ (hash >>> 14)) & (HASHES - 1);
let longest = 0;
for (const word of NUMBER_WORDS.keys()) {
  longest = Math.max(longest, word.length);
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  HASHED[slot(hash)] = 1;
}

/** Marks that no claim reaches over; 2: before white space alone. */
const PAUSES = new Uint8Array(0x10000);
for (const sign of ',;:(。！？；') PAUSES[sign.charCodeAt(0)] = 1;
for (const sign of '.!?)') PAUSES[sign.charCodeAt(0)] = 2;
/** Units between a claim's number and its end. */
const NOUN = 90;

/** Offset behind the last pause before `end`. */
function behindPause(units: Uint16Array, start: number, end: number): number {
  const least = Math.max(start, end - NOUN);
  let i = end - 1;
  while (i >= least) {
    const pause = PAUSES[units[i]!]!;
    if (pause === 1 || (pause === 2 && SPACES[units[i + 1]!] === 1)) break;
    i--;
  }
  return i + 1;
}

/** Whether a count may stand among the units: the cheap question before the dear ones. 1: in digits, 2: as a word. */
function mayCount(units: Uint16Array, start: number, end: number): number {
  let may = 0;
  for (let i = start; i < end; i++) {
    const kind = KIND[units[i]!];
    if (kind === 0) continue;
    if (kind === 2) {
      may |= 1;
      continue;
    }
    let hash = 0;
    let length = 0;
    for (; i < end && KIND[units[i]!] === 1; i++) {
      const unit = units[i]!;
      // quotation marks before and behind a word; counters behind a word of Hangul
      if (unit === 0x27 || unit === 0x2019) {
        if (length === 0) continue;
        if (HASHED[slot(hash)] === 1) may |= 2;
      }
      if (unit >= 0xac00 && length > 0 && HASHED[slot(hash)] === 1) may |= 2;
      hash = step(hash, unit);
      length++;
    }
    if (length <= longest && HASHED[slot(hash)] === 1) may |= 2;
    i--;
  }
  return may;
}

/** The count that the words before `end` claim. */
function claimBefore(document: Document, from: number, end: number, inline = false): Claim | undefined {
  const CLAUSE = inline ? CLAUSE_INLINE : CLAUSE_LIST;
  const start = Math.max(from, end - BEHIND);
  const may = mayCount(document.units, Math.max(start, behindPause(document.units, start, end)), end);
  if (may === 0) return undefined;
  let text = document.slice(start, end).replaceAll('\n', ' ');
  const cut = Math.max(
    ...['. ', '! ', '? ', '。', '！', '？', '; ', '；', ') ', '）'].map((mark) => text.lastIndexOf(mark)),
  );
  const skip = cut < 0 ? 0 : cut + 1;
  text = text.slice(skip).replace(/[*_`]+\s*$/u, (marks) => ' '.repeat(marks.length));
  if (NO_CLAIM.test(text)) return undefined;
  const words = text.replace(/[*_`]/gu, ' ');
  const trimmed = words.trimEnd();
  const make = (count: number, at: number): Claim | undefined =>
    count >= LEAST && count <= MOST
      ? {
          count,
          span: { start: start + skip + at, end: start + skip + trimmed.length },
          text: trimmed.slice(at).replace(/\s+/gu, ' ').trim(),
        }
      : undefined;
  const han = HAN_CLAIM.exec(trimmed);
  if (han && /^(?:月|小时|人|星期|礼拜|多|左右|世纪|年)/u.test(han[3]!)) return undefined;
  if (han && inline && han[3]!.length > 10) return undefined;
  if (han)
    return make(
      han[1] === '两' || han[1] === '兩' ? 2 : hanNumber(han[1]!),
      trimmed.length - han[3]!.length - han[2]!.length - han[1]!.length,
    );
  const digit = DIGIT_CLAIM.exec(trimmed);
  if (digit) {
    const noun = digit[2]!;
    if (inline && noun.trim().length > (noun.charCodeAt(0) > 0x2e7f ? 10 : 24)) return undefined;
    if (
      MEASURE.test(noun.trim()) ||
      /\bof\b|\bto\b|\bvon\b|\bde\b.*\bde\b/u.test(noun.split(' ').slice(0, 2).join(' '))
    )
      return undefined;
    if (CLAUSE.test(noun)) return undefined;
    if (/[\u3400-\u9fff\uac00-\ud7ff]/u.test(noun) && !COUNTERS.test(noun)) return undefined;
    // `Step 3 Configure:`, `Table 2 shows:`
    const before = trimmed
      .slice(0, trimmed.length - noun.length)
      .replace(/\d+\s*$/u, '')
      .trim();
    if (
      /[A-Z][a-z]+$/u.test(before) &&
      !/^(?:The|There|These|With|Has|Have|Supports?|Following|Contains?|Defines?|Provides?|Es|Die|Il|Les|Hay|Los|Las|Im|Ci)$/u.test(
        /[A-Za-z]+$/u.exec(before)?.[0] ?? '',
      )
    )
      return undefined;
    // `the N-API 6 release`: the number of a thing that is named
    if (/(?:^|[\s\-/])[A-Z][A-Z\d]+$/u.test(before)) return undefined;
    if (before === '' && /^\s*[A-Z]/u.test(noun)) return undefined;
    if (before === '' && noun.trim().split(/\s+/u).length > 3) return undefined;
    let count = 0;
    for (const sign of digit[1]!) count = 10 * count + digitValue(sign.codePointAt(0)!);
    return make(count, digit.index + digit[0].indexOf(digit[1]!));
  }
  if ((may & 2) === 0) return undefined;
  // the last word that is a number, if it is the only one
  let found: Claim | undefined;
  const each = [...trimmed.matchAll(TOKENS)];
  for (let i = each.length - 1; i >= 0; i--) {
    const word = each[i]![0].toLowerCase();
    const count = NUMBER_WORDS.get(word) ?? NUMBER_WORDS.get(word.replace(/(?:가지|개|단계)$/u, ''));
    if ((word === 'ten' && language(document) === 'pl') || (word === 'dos' && language(document) === 'pt')) continue;
    if (count === undefined) continue;
    if (found) return undefined;
    const rest = trimmed.slice(each[i]!.index + word.length);
    if (!/^\s/u.test(rest) || /[-–]$/u.test(trimmed.slice(0, each[i]!.index))) return undefined;
    const noun = rest.trim();
    if (
      noun.length < 2 ||
      noun.length > 60 ||
      /[,;:()/|]/u.test(noun) ||
      MEASURE.test(noun) ||
      CLAUSE.test(noun) ||
      /^(?:of|or|and|to|von|und|oder|de|des|et|ou|o|e|y|из|и|или)\b/u.test(noun)
    )
      return undefined;
    found = make(count, each[i]!.index);
    if (!found) return undefined;
  }
  return found;
}

const TOKENS = pattern('gu')`[\p{L}\p{M}'’]+`;

/** Items of the list that begins with block `first`; undefined where another list may go on with it. */
function itemsFrom(
  document: Document,
  all: readonly Block[],
  first: number,
): { count: number; end: number; more: boolean } | undefined {
  const { units } = document;
  const level = all[first]!.level;
  const ordered = markOf(document, all[first]!);
  let count = 0;
  let end = all[first]!.end;
  let i = first;
  let gap = false;
  for (; i < all.length; i++) {
    const block = all[i]!;
    if (block.kind === 'list') {
      if (block.level > level) continue;
      if (block.level < level) break;
      const mark = markOf(document, block);
      if (mark !== ordered && !(mark === 'i' && ordered === 'a')) break;
      // a list that begins anew
      if (ordered === '1' && count > 0 && /^\(?1[.)、]/u.test(document.slice(block.start, block.start + 4))) break;
      if (gap && ordered !== '1') return undefined;
      count++;
      end = block.end;
      continue;
    }
    // what belongs to an item is indented
    const line = units.lastIndexOf(LF, block.start - 1) + 1;
    if (block.start > line && SPACES[units[line]!] === 1 && document.format !== 'html') {
      // an item of one line that was taken for a heading
      if (
        block.kind === 'heading' &&
        ordered === '1' &&
        new RegExp(`^\\(?${count + 1}[.)、．]`, 'u').test(document.slice(block.start, block.start + 8))
      ) {
        count++;
        end = block.end;
      }
      continue;
    }
    if (block.kind === 'heading' || block.kind === 'rule') break;
    // code and prose between items: another list may be the rest of this one
    if (
      block.kind === 'code' ||
      block.kind === 'quote' ||
      block.kind === 'table' ||
      block.kind === 'comment' ||
      block.kind === 'html'
    ) {
      gap = true;
      continue;
    }
    break;
  }
  let more = false;
  // the list goes on behind something that was taken for its end
  if (ordered === '1' && new RegExp(`\\n\\s*\\(?${count + 1}[.)、．]`, 'u').test(document.slice(end, end + 3000)))
    return undefined;
  for (let k = i; k < all.length && k < i + 6; k++) {
    // a number that goes on
    if (
      ordered === '1' &&
      new RegExp(`^\\(?${count + 1}[.)、．]`, 'u').test(document.slice(all[k]!.start, all[k]!.start + 5).trimStart())
    )
      return undefined;
    if (all[k]!.kind === 'heading') break;
    // a list that has its own introduction is another one
    if (
      all[k]!.kind === 'list' &&
      !/[:：]\s*$/u.test(document.slice(Math.max(all[k - 1]!.start, all[k - 1]!.end - 4), all[k - 1]!.end))
    )
      more = true;
  }
  return { count, end, more };
}

/** `1` for numbers, `a` for letters, else the mark. */
function markOf(document: Document, block: Block): string {
  const text = document.slice(block.start, block.start + 8);
  if (/^\(?\d+[.)、．]/u.test(text)) return '1';
  if (/^\(?[ivx]+[.)]/u.test(text)) return 'i';
  if (/^\(?[a-z][.)]/iu.test(text)) return 'a';
  return text.charAt(0);
}

const TABLE_RULE = /^[\s|:+=\-–—]+$/u;

/** Rows of a pipe table: cells, trimmed. */
function rowsOf(
  document: Document,
  block: Block,
): { readonly cells: string[]; readonly start: number; readonly end: number }[] {
  const out: { cells: string[]; start: number; end: number }[] = [];
  let start = block.start;
  while (start < block.end && out.length < 2000) {
    let end = document.units.indexOf(LF, start);
    if (end < 0 || end > block.end) end = block.end;
    const text = document.slice(start, Math.min(end, start + 2000));
    if (text.includes('|') && !TABLE_RULE.test(text)) {
      const inner = text.trim().replace(/^\|/u, '').replace(/\|$/u, '');
      out.push({ cells: inner.split('|').map((cell) => cell.replace(/[*_`]/gu, '').trim()), start, end });
    } else if (TABLE_RULE.test(text) && out.length === 1) out[0]!.cells.push('\0head');
    start = end + 1;
  }
  return out;
}

/** Whether a column holds so many different values: rows of one thing stand together. */
function groups(rows: readonly { readonly cells: readonly string[] }[], count: number): boolean {
  const width = Math.min(8, ...rows.map(({ cells }) => cells.length));
  for (let column = 0; column < width; column++)
    if (new Set(rows.slice(1).map(({ cells }) => cells[column])).size === count) return true;
  return false;
}

/** Items of an enumeration in a sentence; 0 where it cannot be told. */
function enumerated(text: string): number {
  const body = text.trim().replace(/[.。]$/u, '');
  if (
    /\b(?:which|that|where|who|when|while|but|if|or|because|so|is|are|was|we|it|this|qui|que|dont|die|der|où|che|который|которые|где)\b/iu.test(
      body,
    )
  )
    return 0;
  if (/等|など|etc|\.\.\.|…|usw|и т\. ?[дп]|including|such as|\bor\b.*\bor\b/iu.test(body)) return 0;
  if (body.includes('、')) {
    if (/[，,；;：:。（(]/u.test(body)) return 0;
    const items = body.split(/、/u);
    const last = items.at(-1)!;
    if (items.some((item) => item.trim() === '' || item.length > 40)) return 0;
    // 和 within the last item joins two, or is a part of its name: unsure
    const joined = /[和及与與或]|以及|および|と/u.exec(last);
    if (joined)
      return joined.index > 0 && joined.index < last.length - 1 && items.length >= 2 ? -(items.length + 1) : 0;
    return items.length;
  }
  const m = /^([^;:()。]+?),? (?:and|or|und|oder|et|ou|y|o|e|i|oraz|и|или|en|och|ve|dan|atau|và) ([^,;:()]+)$/u.exec(
    body,
  );
  if (!m) return 0;
  const items = m[1]!.split(/, /u);
  if ([...items, m[2]!].some((item) => /\d/u.test(item) || NUMBER_WORDS.has(item.trim().split(' ')[0]!.toLowerCase())))
    return 0;
  if (items.length < 2)
    return items.length === 1 &&
      !items[0]!.includes(',') &&
      items[0]!.length <= ITEM / 2 &&
      m[2]!.length <= ITEM / 2 &&
      m[2]!.split(' ').length <= 3 &&
      items[0]!.split(' ').length <= 3
      ? 2
      : 0;
  if ([...items, m[2]!].some((item) => item.trim().split(' ').length > 4)) return 0;
  if (
    items.some((item) => item.trim() === '' || item.length > ITEM || / (?:and|or|und|et|y|e|и) /u.test(item)) ||
    m[2]!.length > ITEM ||
    / (?:and|or|und|et|y|и) /u.test(m[2]!)
  )
    return 0;
  return items.length + 1;
}

/** How many different names in code a list holds: it may be these that were counted. */
function names(document: Document, start: number, end: number): number {
  return new Set(document.slice(start, Math.min(end, start + 4000)).match(/`[^`\n]{1,60}`/gu)).size;
}

/** Whether the last item begins otherwise than all before it, which begin alike: an appendix to chapters. */
function isAppendix(document: Document, all: readonly Block[], first: number, count: number): boolean {
  const { level } = all[first]!;
  const begin: string[] = [];
  for (let i = first; i < all.length && begin.length <= count; i++)
    if (all[i]!.kind === 'list' && all[i]!.level === level)
      begin.push(BEGINNING.exec(document.slice(all[i]!.start, all[i]!.start + 40))?.[0] ?? '');
  return (
    begin.length === count + 1 &&
    count > 2 &&
    begin[0] !== '' &&
    begin.every((sign, i) => i === 0 || i === count || sign === begin[0]) &&
    begin[count] !== begin[0]
  );
}

/** The first word, or the first ideograph. */
const BEGINNING = pattern('u')`[\u3040-\u9fff\uac00-\ud7ff]|[\p{L}\p{M}]{3,}`;

interface Found {
  readonly claim: Claim;
  readonly count: number;
  readonly of: Span;
  readonly what: string;
}

/** Marks that end an enumeration; brackets. */
const STOPS = new Uint8Array(0x10000);
for (const sign of '。.;；') STOPS[sign.charCodeAt(0)] = 1;
const BRACKETS = new Uint8Array(0x10000);
for (const sign of '()（）') BRACKETS[sign.charCodeAt(0)] = 1;

/** Whether the full stop at `i` stands inside a word or a number. */
const inside = (units: Uint16Array, i: number, end: number): boolean => i + 1 < end && SPACES[units[i + 1]!] === 0;

function nextComma(units: Uint16Array, from: number, to: number): number {
  let i = from;
  while (i < to && units[i] !== COMMA && units[i] !== LIST_COMMA) i++;
  return i;
}

function* counts(document: Document): Generator<Found> {
  const { units } = document;
  const all = blocks(document);
  const marks = claimMarks(document);
  let at = -1;
  let last = 0;
  let from = 0;
  // the next end of a sentence and the next comma, which many marks may ask for
  let stop = -1;
  let comma = -1;
  for (let m = 0; m < marks.length; m += 2) {
    const i = marks[m]!;
    const b = marks[m + 1]!;
    const block = all[b]!;
    if (b !== at) {
      at = b;
      last = block.end;
      while (
        last > block.start &&
        (SPACES[units[last - 1]!] === 1 || units[last - 1] === 0x2a || units[last - 1] === 0x5f)
      )
        last--;
      from = block.start;
      stop = -1;
      comma = -1;
    }
    if (i < from || i >= last) continue;
    const unit = units[i]!;
    if (unit === COLON || unit === WIDE_COLON) {
      if (i === last - 1) {
        const next = all[b + 1];
        if (!next) continue;
        if (next.kind === 'list' && (block.kind !== 'list' || next.level > block.level)) {
          const claim = claimBefore(document, block.start, i);
          const items = claim && itemsFrom(document, all, b + 1);
          if (!claim || !items || items.count < 2) continue;
          if (items.count < claim.count && (items.more || names(document, next.start, items.end) === claim.count))
            continue;
          if (items.count === claim.count + 1 && isAppendix(document, all, b + 1, claim.count)) continue;
          yield { claim, count: items.count, of: { start: next.start, end: items.end }, what: 'the list' };
        } else if (next.kind === 'table' && block.kind === 'prose') {
          const claim = claimBefore(document, block.start, i);
          if (!claim) continue;
          const rows = rowsOf(document, next);
          if (rows.length < 3 || rows[0]!.cells.at(-1) !== '\0head') continue;
          const columns = rows[0]!.cells.length - 1;
          if (rows.length - 1 !== claim.count && (Math.abs(columns - claim.count) <= 1 || groups(rows, claim.count)))
            continue;
          yield { claim, count: rows.length - 1, of: next, what: 'the table' };
        }
        continue;
      }
      if (unit === COLON && SPACES[units[i + 1]!] === 0) continue;
      if (stop <= i) {
        stop = i + 1;
        while (stop < last && (STOPS[units[stop]!] === 0 || (units[stop] === 0x2e && inside(units, stop, last))))
          stop++;
      }
      const to = stop;
      if (to - i >= ENUMERATION) continue;
      if (comma <= i) comma = nextComma(units, i + 1, last);
      if (comma >= to) continue;
      const claim = claimBefore(document, block.start, i, true);
      if (!claim || claim.text.split(' ').length > 6) continue;
      const count = enumerated(
        document
          .slice(i + 1, to)
          .replaceAll('\n', ' ')
          .replace(/\s+/gu, ' '),
      );
      if (count > 0) yield { claim, count, of: { start: i + 1, end: to }, what: 'the sentence' };
      else if (count < 0 && claim.count !== -count && claim.count !== -count - 1)
        yield { claim, count: -count, of: { start: i + 1, end: to }, what: 'the sentence' };
      from = to + 1;
      continue;
    }
    let to = i + 1;
    while (to < last && to - i < ENUMERATION && BRACKETS[units[to]!] === 0) to++;
    if (to >= last || (units[to] !== 0x29 && units[to] !== 0xff09)) continue;
    if (comma <= i) comma = nextComma(units, i + 1, last);
    const claim = comma < to ? claimBefore(document, block.start, i, true) : undefined;
    if (claim && claim.text.split(' ').length <= 4) {
      const count = enumerated(
        document
          .slice(i + 1, to)
          .replaceAll('\n', ' ')
          .replace(/\s+/gu, ' '),
      );
      if (count > 2 || (count > 0 && count === claim.count) || (count === 2 && units[i + 1]! > 0x2e7f))
        yield { claim, count, of: { start: i + 1, end: to }, what: 'the brackets' };
      else if (count < 0 && claim.count !== -count && claim.count !== -count - 1)
        yield { claim, count: -count, of: { start: i + 1, end: to }, what: 'the brackets' };
    }
    from = to + 1;
  }
}

/** Claims in Han numerals whose brackets reach over line ends that were put into the sentence. */
function* broken(document: Document): Generator<Found> {
  const { han, lineFeed } = census(document);
  if (han < 200 || lineFeed < 10) return;
  const text = dense(document);
  const { units } = text;
  for (let i = 4; i < units.length; i++) {
    const unit = units[i]!;
    if (unit !== OPEN && unit !== WIDE_OPEN) continue;
    let to = i + 1;
    let commas = 0;
    while (to < units.length && to - i < 200 && BRACKETS[units[to]!] === 0) if (units[to++] === LIST_COMMA) commas++;
    if (commas === 0 || (units[to] !== 0x29 && units[to] !== 0xff09)) continue;
    const from = Math.max(0, i - 24);
    const start = text.at[from]!;
    const end = text.at[to]!;
    const before = blockAt(document, text.at[i - 2]!);
    if (before && end < before.end && start >= before.start) continue;
    const words = document.slice(start, text.at[i - 1]! + 1).replace(/\s+/gu, '');
    const claim = HAN_CLAIM.exec(words);
    if (
      !claim ||
      claim[3]!.length > 10 ||
      NO_CLAIM.test(claim[3]!) ||
      /^(?:月|小时|人|星期|礼拜|多|左右|世纪|年)/u.test(claim[3]!)
    )
      continue;
    const count = enumerated(document.slice(text.at[i + 1]!, end).replace(/\s+/gu, ''));
    const length = claim[1]!.length + claim[2]!.length + claim[3]!.length;
    if (count <= 0) continue;
    const told = claim[1] === '两' || claim[1] === '兩' ? 2 : hanNumber(claim[1]!);
    yield {
      claim: {
        count: told,
        span: { start: text.at[i - length]!, end: text.at[i - 1]! + 1 },
        text: words.slice(-length),
      },
      count,
      of: { start: text.at[i + 1]!, end },
      what: 'the brackets',
    };
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Sums

const TOTAL =
  /^(?:(?:grand |sub)?totals?|sum|summe|gesamt\w*|insgesamt|somme|ensemble|suma|soma|totale?|razem|łącznie|totaal|toplam|jumlah|tổng(?: cộng)?|итого|всего|разом|всього|合计|合計|总计|總計|总数|小计|計|합계|총계|المجموع|الإجمالي|مجموع|جمع|spolu|celkem|összesen|ukupno|skupaj|totalt|summa|i alt|iš viso|kokku)\b[:：]?|^(?:итого|всего|общо|σύνολο|yhteensä|kopā|कुल|รวม|סה"כ|合计|合計|总计|總計|計|합계|총계|المجموع|الإجمالي|مجموع|جمع)/iu;
const CELL = /^[^\d-]{0,4}(-?\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|-?\d+)(?:([.,])(\d{1,4}))?\s?(%|[^\d\s|]{0,6})$/u;

interface Amount {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

function amountOf(cell: string): Amount | undefined {
  const m = CELL.exec(cell.trim());
  if (!m) return undefined;
  const whole = m[1]!.replace(/[ ,.'\u00a0\u202f]/gu, '');
  const decimals = m[3]?.length ?? 0;
  return { value: Number(`${whole}${decimals > 0 ? `.${m[3]!}` : ''}`), decimals, unit: m[4] ?? '' };
}

interface WrongSum {
  readonly span: Span;
  readonly message: string;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Whether the last row of a table is a total, or holds shares. */
function mayAdd(document: Document, { start, end }: Block): boolean {
  for (let to = end; to > start;) {
    const from = Math.max(start, document.units.lastIndexOf(LF, to - 1) + 1);
    const text = document.slice(from, Math.min(to, from + 2000));
    if (text.includes('|') && !TABLE_RULE.test(text))
      return (
        text.includes('%') ||
        text
          .trim()
          .replace(/^\|/u, '')
          .split('|', 2)
          .some((cell) => TOTAL.test(cell.replace(/[*_`]/gu, '').trim()))
      );
    to = from - 1;
  }
  return false;
}

function* sums(document: Document): Iterable<WrongSum> {
  let tables = 0;
  for (const block of blocks(document)) {
    if (block.kind !== 'table' || ++tables > TOTALS || !mayAdd(document, block)) continue;
    const rows = rowsOf(document, block);
    if (rows.length < 4 || rows[0]!.cells.at(-1) !== '\0head') continue;
    const body = rows.slice(1);
    const totals = body.flatMap((row, i) => (row.cells.slice(0, 2).some((cell) => TOTAL.test(cell)) ? [i] : []));
    if (totals.length > 1) continue;
    const width = Math.min(12, ...body.map((row) => row.cells.length));
    const wrong: { column: number; sum: number; told: number; row: number }[] = [];
    let right = 0;
    if (totals.length === 1 && totals[0] === body.length - 1 && body.length >= 3) {
      const last = body.at(-1)!;
      for (let column = 1; column < width; column++) {
        const told = amountOf(last.cells[column]!);
        const parts = body.slice(0, -1).map((row) => amountOf(row.cells[column]!));
        if (!told || parts.some((part) => part === undefined)) continue;
        const amounts = parts as Amount[];
        if (new Set([...amounts, told].map(({ unit }) => unit)).size > 1) continue;
        const sum = sumOf(amounts);
        const decimals = Math.min(told.decimals, ...amounts.map((each) => each.decimals));
        const slack =
          (amounts.length * (decimals > 0 || told.unit === '%' ? 0.5 : 0)) /
          10 ** Math.max(...amounts.map((each) => each.decimals), told.decimals);
        const plain = amounts.reduce((all, { value }) => all + value, 0);
        if (Math.abs(sum - told.value) <= slack + 1e-9 || Math.abs(plain - told.value) <= slack + 1e-9) right++;
        // far off: no sum at all, but a mean, a count, a version
        else if (sum > 0 && told.value > 0 && told.value <= 2 * sum && told.value >= sum / 3)
          wrong.push({ column, sum, told: told.value, row: body.length - 1 });
      }
      for (const { sum, told } of wrong.slice(0, 1))
        if (right > 0 || wrong.length === 1)
          yield {
            span: { start: last.start, end: last.end },
            message: `the rows above add to ${sum}, the total says ${told}`,
          };
      continue;
    }
    if (totals.length > 0 || body.length < 3) continue;
    for (let column = 0; column < width; column++) {
      const parts = body.map((row) => amountOf(row.cells[column]!));
      if (parts.some((part) => part?.unit !== '%' || part.value <= 0)) continue;
      const off = sharesOff(parts as Amount[]);
      if (off !== undefined)
        yield {
          span: { start: body[0]!.start, end: body.at(-1)!.end },
          message: `the shares of this table add to ${off} %`,
        };
    }
  }
}

/** What the rows add to; a row that says what at least two rows above it add to is a subtotal, and is not added again. */
function sumOf(amounts: readonly Amount[]): number {
  let sum = 0;
  let group = 0;
  let rows = 0;
  for (const { value } of amounts) {
    if (rows >= 2 && value > 0 && round(group) === value) {
      group = 0;
      rows = 0;
      continue;
    }
    sum += value;
    group += value;
    rows++;
  }
  return round(sum);
}

/** What shares add to, if they seem to be parts of one whole and are not. */
function sharesOff(parts: readonly Amount[]): number | undefined {
  const sum = round(parts.reduce((all, { value }) => all + value, 0));
  const slack = parts.reduce((all, each) => all + 0.5 / 10 ** each.decimals, 0);
  // a column that only rises or falls by itself is a curve
  if (parts.length > 4 && parts.every((part, i) => i === 0 || part.value > parts[i - 1]!.value)) return undefined;
  if (Math.abs(sum - 100) <= slack + 1e-9 || sum < 90 || sum > 110 || parts.some(({ value }) => value >= 95))
    return undefined;
  return sum;
}

const PLUS =
  /(?<![\w.,])(?<![+\-*/^=(×] ?)(\d{1,9}(?:\.\d{1,4})?)((?: ?\+ ?\d{1,9}(?:\.\d{1,4})?){1,12}) ?= ?(\d{1,9}(?:\.\d{1,4})?)(?![\w.,]*\w| ?[+\-*/^×%])/gu;

function* additions(document: Document): Iterable<WrongSum> {
  const { units } = document;
  let last = -1;
  let given = 0;
  for (let i = units.indexOf(0x3d); i >= 0; i = units.indexOf(0x3d, i + 1)) {
    // digits on both sides
    if (KIND[units[i + 1] ?? 0] !== 2 && KIND[units[i + 2] ?? 0] !== 2) continue;
    if (KIND[units[i - 1] ?? 0] !== 2 && KIND[units[i - 2] ?? 0] !== 2) continue;
    let plus = false;
    for (let k = i - 1; k > last && i - k < 40 && !plus; k--) plus = units[k] === 0x2b;
    if (!plus) continue;
    // a sum holds one such sign: it begins behind the one before
    const start = Math.max(0, i - 160, units.lastIndexOf(0x3d, i - 1));
    const text = document.slice(start, i + 24);
    for (const m of text.matchAll(PLUS)) {
      const from = start + m.index;
      const to = from + m[0].length;
      if (from > i || to <= i || from <= last) continue;
      last = from;
      const parts = [
        m[1]!,
        ...m[2]!
          .split('+')
          .map((each) => each.trim())
          .filter(Boolean),
      ];
      if (parts.some((part) => part.length > 1 && part.startsWith('0') && !part.startsWith('0.'))) continue;
      const sum = round(parts.reduce((all, part) => all + Number(part), 0));
      if (sum === Number(m[3]!) || inCode(document, from)) continue;
      if (++given > FINDINGS) return;
      yield { span: { start: from, end: to }, message: `"${m[0]}": the sum is ${sum}` };
    }
  }
}

export const miscount: DocumentCheck = {
  id: 'miscount',
  title: 'A count or a sum that does not come out',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    if (isCode(document)) return;
    let raised = 0;
    let agree = 0;
    let first: Found | undefined;
    const wrong = new Map<string, Found[]>();

    const all: Found[] = [];
    for (const found of counts(document)) if (all.push(found) === CLAIMS) break;
    for (const found of broken(document)) if (all.push(found) >= CLAIMS) break;
    for (const found of all.sort((x, y) => x.claim.span.start - y.claim.span.start)) {
      if (found.count === found.claim.count) {
        agree++;
        first ??= found;
        continue;
      }
      if (!LETTER.test(found.claim.text) || inCode(document, found.claim.span.start)) continue;
      const name = `${found.claim.text} ${found.count}`.replace(/\s+/gu, '');
      const list = wrong.get(name);
      if (list) list.push(found);
      else wrong.set(name, [found]);
    }
    for (const list of wrong.values()) {
      if (++raised > FINDINGS) return;
      const { claim, count, of, what } = list[0]!;
      const line = lineColumn(document, of.start).line;
      yield {
        message: `"${claim.text}", and ${what} (line ${line}) ${what.endsWith('brackets') ? 'hold' : 'holds'} ${count}${list.length > 1 ? `, ${list.length} times` : ''}`,
        next: 'Count again, and correct the number or what follows it',
        places: [
          at(document, claim.span),
          at(document, of, { note: `${count} here` }),
          ...list.slice(1, 5).map((each) => at(document, each.claim.span, { note: 'the same again' })),
        ],
      };
    }
    for (const { span, message } of [...sums(document), ...additions(document)].slice(0, FINDINGS))
      yield { message, next: 'Add again, and correct the part or the whole', places: [at(document, span)] };
    if (agree > 0 && raised === 0 && first)
      yield {
        level: 'note',
        message: `${agree === 1 ? 'one count agrees' : `${agree} counts agree`} with what follows, the first: "${first.claim.text}"`,
        places: [at(document, first.claim.span)],
      };
  },
};
