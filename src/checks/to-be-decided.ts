/**
 * Marks that say "this is not decided yet", told by their shape and place: `[TBD]`, `Timeout: TBD`, a cell that holds 待定 alone.
 * The bare word in a sentence tells nothing, for sentences speak of such marks too.
 */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Block, Document, DocumentCheck, Level, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode } from '../views/context.ts';
import { identifiers } from '../views/identifiers.ts';
import { isCode } from '../views/in-code.ts';
import { labels } from '../views/numbering.ts';
import { lines } from '../views/lines.ts';
import { SPACES } from '../views/script.ts';

/** The most marks that are looked at in one document, and the most that are shown. */
const MOST = 200;
const SHOWN = 6;
/** Longest slot that is compared with the list, in units. */
const SLOT = 40;
/** Units of the block around a mark in which a word may say what it stands in. */
const AROUND = 300;
/** A text with more question marks in threes was damaged in another way. */
const MOST_QUESTIONS = 5;

/** What stands alone in a slot where something is to be decided; lower case. Yes-no words of a status ("open") are none. */
const SLOTS: ReadonlySet<string> = new Set(
  `
tbd|tbc|tba|t.b.d|t.b.c|t.b.d.|to be determined|to be decided|to be defined|to be specified|to be confirmed|to be agreed|to be clarified|to be filled in|not yet decided|not yet defined|not yet determined|not yet specified|yet to be decided|yet to be defined|yet to be determined|still to be decided|undecided|needs clarification|???
noch offen|noch festzulegen|noch zu klären|noch zu definieren|noch zu bestimmen|noch zu entscheiden|noch zu spezifizieren|noch nicht festgelegt|noch nicht definiert|noch nicht entschieden|wird noch festgelegt|wird noch definiert|wird noch geklärt|wird nachgereicht|muss noch geklärt werden|zu klären
à définir|à déterminer|à préciser|à compléter|à confirmer|reste à définir|reste à déterminer|pas encore défini|non encore défini
por definir|por determinar|por decidir|por confirmar|pendiente de definir|pendiente de definición|pendiente de confirmar|aún por definir|sin definir todavía|a definir|a determinar|a confirmar
por preencher|ainda por definir|a ser definido|a ser definida|a ser determinado|a ser confirmado|ainda não definido
da definire|da determinare|da decidere|da confermare|da specificare|ancora da definire
do ustalenia|do uzupełnienia|do określenia|do potwierdzenia|do doprecyzowania|jeszcze nieustalone
nader te bepalen|nog te bepalen|nog te definiëren|nog niet bepaald|n.t.b|n.t.b.|ntb
belirlenecek|tanımlanacak|daha sonra belirlenecek|henüz belirlenmedi|netleştirilecek
k doplnění|bude upřesněno|bude doplněno|bude určeno|na doplnenie|bude spresnené|pontosítandó|meghatározandó|de stabilit|urmează a fi stabilit
ska bestämmas|fastställs senare|skal avklares|ikke avklart|skal fastlægges|määritellään myöhemmin|täsmennetään myöhemmin|θα καθοριστεί|προς καθορισμό|θα οριστεί
уточнить|уточняется|уточняются|будет уточнено|будет уточнен|будет уточнена|требует уточнения|требуется уточнение|подлежит уточнению|подлежит определению|будет определено|будет определено позже|пока не определено|ещё не определено|на уточнении
уточнити|уточнюється|буде уточнено|потребує уточнення|підлягає уточненню|буде визначено|ще не визначено
待定|待确定|待確定|待确认|待確認|待补充|待補充|待完善|待明确|待明確|待定义|待定義|待讨论|待討論|待决定|待決定|待填写|待填|待细化|待商定|尚未确定|尚未確定|暂未确定|尚待确定|需要澄清|待澄清
未定|未決定|未確定|要確認|要検討|検討中|調整中|今後決定|後日決定|後で決める|別途検討|これから決める|追って決定
미정|추후 결정|추후결정|추후 확정|추후 정의|추후 협의|확인 필요|협의 필요|결정 필요|검토 필요|미확정|미결정|검토 중|논의 필요
سيحدد لاحقا|سيحدد لاحقاً|سيتم تحديده لاحقا|سيتم تحديده لاحقاً|يحدد لاحقا|يحدد لاحقاً|يُحدد لاحقًا|قيد التحديد|لم يحدد بعد|لم تحدد بعد|بحاجة إلى توضيح
بعداً مشخص می‌شود|بعدا مشخص می‌شود|متعاقباً اعلام می‌شود|هنوز مشخص نشده|هنوز تعیین نشده|تعیین خواهد شد|مشخص خواهد شد
तय किया जाना है|निर्धारित किया जाना है|बाद में तय होगा|अभी तय नहीं|ยังไม่กำหนด|รอกำหนด|ייקבע בהמשך|טרם נקבע|טרם הוחלט
chưa xác định|cần xác định|sẽ xác định sau|chưa quyết định|cần làm rõ|akan ditentukan|belum ditentukan|akan ditentukan kemudian|perlu klarifikasi`
    .trim()
    .split(/[|\n]/u),
);

const lower = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
const pair = (a: number, b: number): number => (lower(a) * 31 + lower(b)) & 0xffff;

/** The last two units of slots: a slot that ends otherwise need not be read. Cyrillic and Greek ones in capitals are not known. */
const TAILS: Uint8Array = new Uint8Array(0x10000);
for (const slot of SLOTS) TAILS[pair(slot.charCodeAt(slot.length - 2), slot.charCodeAt(slot.length - 1))] = 1;

/** The first unit of slots, small or capital. */
const HEADS: Uint8Array = new Uint8Array(0x10000);
for (const slot of SLOTS) for (const each of [slot, slot.toUpperCase()]) HEADS[each.charCodeAt(0)] = 1;

/** Signs that may stand around a slot. */
const EDGE: Uint8Array = new Uint8Array(0x10000);
for (const unit of ' \t*_`[](){}<>（）【】「」：:!.。…-') EDGE[unit.charCodeAt(0)] = 1;

/** Units of the marks in capitals, one of which stands at every third unit of one. */
const KEYS: Uint8Array = new Uint8Array(0x10000);
for (const unit of 'TBDCAODFIXMENS?') KEYS[unit.charCodeAt(0)] = 1;
const MARKS: ReadonlySet<string> = new Set(['TBD', 'TBC', 'TBA', 'TODO', 'FIXME', 'XXX', 'NEEDS', '???']);
const LONGEST = 5;

const [LF, TAB, SPACE, BAR, COLON, WIDE_COLON, QUESTION] = [0x0a, 0x09, 0x20, 0x7c, 0x3a, 0xff1a, 0x3f];

interface Mark extends Span {
  /**
   * `slot`: it stands in the place of a value. `note`: it says in words what is missing. `template`: nobody filled it in. `said`: a
   * requirement says of itself that it is open. `item`: a numbered item does.
   */
  readonly sort: 'slot' | 'note' | 'template' | 'said' | 'item';
}

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isWord = (unit: number | undefined): boolean =>
  unit !== undefined &&
  ((unit >= 0x30 && unit <= 0x39) ||
    ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
    unit === 0x5f ||
    unit === 0x2d);

// ---------------------------------------------------------------------------------------------------------------------
// Marks in capitals

const OPEN: ReadonlyMap<number, number> = new Map([
  [0x5b, 0x5d],
  [0x3c, 0x3e],
  [0x7b, 0x7d],
  [0x28, 0x29],
  [0x3010, 0x3011],
  [0xff08, 0xff09],
]);

function capitals(document: Document, out: Mark[]): void {
  const { units } = document;
  const { length } = units;
  let questions = 0;
  for (let i = 2; i < length && out.length < MOST; i += 3) {
    if (KEYS[units[i]!] === 0) continue;
    const question = units[i] === QUESTION;
    const same = question ? (unit: number): boolean => unit === QUESTION : isUpper;
    let start = i;
    while (start > 0 && i - start <= LONGEST && same(units[start - 1]!)) start--;
    let end = i + 1;
    while (end < length && end - start <= LONGEST && same(units[end]!)) end++;
    if (end - start > LONGEST || end - start < 3 || isWord(units[start - 1])) continue;
    const word = document.slice(start, end);
    if (!MARKS.has(word)) continue;
    i = end - (end % 3) - 1;
    if (question && ++questions > MOST_QUESTIONS) break;
    const mark = markAt(document, word, start, end);
    if (mark) out.push(mark);
  }
  // text that an encoding was lost of
  if (questions > MOST_QUESTIONS) {
    const kept = out.filter(({ start }) => units[start] !== QUESTION);
    out.length = 0;
    out.push(...kept);
  }
}

function markAt(document: Document, word: string, start: number, end: number): Mark | null {
  const { units } = document;
  const before = units[start - 1] ?? LF;
  const after = units[end] ?? LF;
  const close = OPEN.get(before);
  if (word === 'NEEDS') {
    if (before !== 0x5b || document.slice(end, end + 14) !== ' CLARIFICATION') return null;
    const stop = units.subarray(0, Math.min(units.length, end + 400)).indexOf(0x5d, end);
    return stop < 0 ? null : { start: start - 1, end: stop + 1, sort: 'slot' };
  }
  if (word === '???') {
    const free = (unit: number): boolean => SPACES[unit] === 1 || unit === BAR;
    // between spaces in the middle of a sentence it may be a voice raised
    const alone = (free(before) && free(after)) || (close !== undefined && after === close);
    if (!alone || !slotAround(document, start, end)) return null;
    return { start, end, sort: 'slot' };
  }
  if (close !== undefined && after === close) {
    // `(TODO)`, `<XXX>`: names of things as well
    if (word !== 'TBD' && word !== 'TBC' && before !== 0x5b) return null;
    if (word === 'XXX' || word === 'TBA') return null;
    // `[TBD](address)` is a link, `[TBD]:` its address
    if (before === 0x5b && (units[end + 1] === 0x28 || units[end + 1] === 0x5b || units[end + 1] === COLON))
      return null;
    return { start: start - 1, end: end + 1, sort: word === 'TODO' || word === 'FIXME' ? 'note' : 'slot' };
  }
  // `using TBD bits`: in the stead of a value, between words in small letters
  if ((word === 'TBD' || word === 'TBC') && inSentence(document, start, end)) return { start, end, sort: 'slot' };
  // `TBD: who pays`, `TODO(anna): limits`, at the beginning of a line, an item, a sentence in brackets
  let colon = end;
  if (units[colon] === 0x28) {
    while (colon < units.length && colon - end < 30 && units[colon] !== 0x29 && units[colon] !== LF) colon++;
    colon++;
  }
  if ((units[colon] === COLON || units[colon] === WIDE_COLON) && begins(document, start)) {
    let next = colon + 1;
    while (units[next] === SPACE) next++;
    // `XXX: 5`, a name and its value
    if (!isWord(units[next]) && (units[next] ?? 0) < 0x80) return null;
    if (units[next]! >= 0x30 && units[next]! <= 0x39) return null;
    let stop = next;
    while (stop < units.length && stop - next < 100 && units[stop] !== LF) stop++;
    return { start, end: stop, sort: 'note' };
  }
  return null;
}

/** Words before a mark that is spoken of, or said of a thing: the sentence is whole. */
const SAID_OF =
  /(?:^|[^a-z])(?:a|an|the|is|are|was|were|be|been|as|or|and|of|word|mark|marked|says?|written?|called|named|by|with) $/u;

/** Whether words in small letters stand on both sides, set off by spaces, and it stands for a value. */
function inSentence(document: Document, start: number, end: number): boolean {
  const { units } = document;
  if (SAID_OF.test(document.slice(Math.max(0, start - 10), start))) return false;
  const small = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x61 && unit <= 0x7a;
  return (
    units[start - 1] === SPACE &&
    small(units[start - 2]) &&
    small(units[start - 3]) &&
    units[end] === SPACE &&
    small(units[end + 1]) &&
    small(units[end + 2])
  );
}

/** Whether the offset is the first of its line, behind spaces, brackets and the mark of a list, a comment or a quote. */
function begins(document: Document, offset: number): boolean {
  const { units } = document;
  for (let i = offset - 1; i >= 0 && offset - i < 12; i--) {
    const unit = units[i]!;
    if (unit === LF || unit === BAR) return true;
    if (
      SPACES[unit] === 1 ||
      unit === 0x2a ||
      unit === 0x2d ||
      unit === 0x5b ||
      unit === 0x28 ||
      unit === 0x2b ||
      unit === 0x5f
    )
      continue;
    return false;
  }
  return offset < 12;
}

/** Whether what stands at the span is all of a cell, a line, or what follows a colon. */
function slotAround(document: Document, start: number, end: number): boolean {
  const { units } = document;
  let i = start - 1;
  while (i >= 0 && (units[i] === SPACE || units[i] === 0x2a || units[i] === 0x5b || units[i] === 0x28)) i--;
  let k = end;
  while (
    k < units.length &&
    (units[k] === SPACE || units[k] === 0x2a || units[k] === 0x5d || units[k] === 0x29 || units[k] === 0x2e)
  )
    k++;
  const left = i < 0 ? LF : units[i]!;
  const right = k >= units.length ? LF : units[k]!;
  const closed = right === LF || right === BAR || right === TAB;
  return (
    closed && (left === LF || left === BAR || left === TAB || left === COLON || left === WIDE_COLON || left === 0x3d)
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// Slots

function slots(document: Document, out: Mark[]): void {
  const { units } = document;
  const { count, ends, firsts } = lines(document);
  const tabs = census(document).tab > 0;
  for (let line = 0; line < count && out.length < MOST; line++) {
    const first = firsts[line]!;
    const end = ends[line]!;
    if (end - first < 2) continue;
    // behind the last colon of a line, or the whole of a short one
    slot(document, first, end, out);
    if (units[first] !== BAR && !tabs) continue;
    let stop = end;
    while (stop > first && end - stop < 4_000) {
      stop--;
      if (units[stop] === BAR || units[stop] === TAB) slot(document, first, stop, out);
    }
  }
}

/** `... of the lock. TBD`: a full stop and a space, or a stop of another script. */
function endsSentence(units: Uint16Array, i: number): boolean {
  const unit = units[i]!;
  if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x61f || unit === 0x964) return true;
  // not the one of `t.b.d.` or of a number
  return (
    (unit === 0x2e || unit === 0x21) &&
    (units[i + 1] === SPACE || units[i + 1] === 0x5b || units[i + 1] === 0x28) &&
    units[i - 2] !== 0x2e &&
    units[i - 2] !== SPACE
  );
}

/** Takes the slot that ends at `stop`, if there is one: from the last bar, colon or tab, or from the beginning of its line. */
function slot(document: Document, first: number, stop: number, out: Mark[]): void {
  const { units } = document;
  let end = stop;
  while (end > first && EDGE[units[end - 1]!] === 1) end--;
  if (end - first < 2 || TAILS[pair(units[end - 2]!, units[end - 1]!)] === 0) return;
  let from = end;
  const least = Math.max(first, end - SLOT);
  while (from > least) {
    const unit = units[from - 1]!;
    if (unit === COLON || unit === WIDE_COLON || unit === BAR || unit === TAB || endsSentence(units, from - 1)) break;
    from--;
  }
  if (from === least && from !== first) return;
  // the mark of a list stands before the slot too
  while (from < end && (EDGE[units[from]!] === 1 || units[from] === 0x2b || units[from] === 0x2022)) from++;
  const text = document.slice(from, end);
  // a word of a sentence in small letters is no mark
  if (SLOTS.has(text.toLowerCase()) && !/^(?:tb[acd]|ntb)$/u.test(text)) out.push({ start: from, end, sort: 'slot' });
}

/** Words for something to do, in capitals or set off, before a colon at the beginning of a line. */
const TO_DO =
  /^(?:PENDENTE|PENDIENTE|POR HACER|A FAZER|À FAIRE|A FAIRE|DA FARE|ZU ERLEDIGEN|OFFEN|TE DOEN|NOG DOEN|DO ZROBIENIA|DO UZUPEŁNIENIA|DOPLNIT|TEENDŐ|DE FĂCUT|ATT GÖRA|MANGLER|TEHTÄVÄ|YAPILACAK|ДОДЕЛАТЬ|СДЕЛАТЬ|ДОПИСАТЬ|УТОЧНИТЬ|ЗРОБИТИ|УТОЧНИТИ|ΕΚΚΡΕΜΕΙ|待办|待辦|待补充|待補充|待确认|待確認|未完成|要対応|要確認|要追記|할 일|확인 필요|CẦN LÀM|BELUM SELESAI) ?[:：]/u;
const TO_DO_FIRST: Uint8Array = new Uint8Array(0x10000);
for (const unit of 'PAÀDZOTNYMДСУЗΕ待未要할확CB') TO_DO_FIRST[unit.charCodeAt(0)] = 1;

/** `PENDENTE: descrever os erros.` */
function toDos(document: Document, out: Mark[]): void {
  const { units } = document;
  const { count, ends, firsts } = lines(document);
  for (let line = 0; line < count && out.length < MOST; line++) {
    let first = firsts[line]!;
    const end = ends[line]!;
    while (first < end && EDGE[units[first]!] === 1) first++;
    if (end - first < 4 || TO_DO_FIRST[units[first]!] === 0) continue;
    // capitals, or a script without them
    if (units[first + 1]! >= 0x61 && units[first + 1]! <= 0x7a) continue;
    if (TO_DO.test(document.slice(first, Math.min(end, first + 20))))
      out.push({ start: first, end: Math.min(end, first + 100), sort: 'note' });
  }
}

/** `a <to be defined> error`, `[待定]` within a sentence. */
function bracketed(document: Document, out: Mark[]): void {
  const { units } = document;
  for (const [open, close] of [
    [0x3c, 0x3e],
    [0x5b, 0x5d],
    [0x3010, 0x3011],
  ] as const) {
    let looks = 0;
    for (let i = units.indexOf(open); i >= 0 && out.length < MOST && looks < 20_000; i = units.indexOf(open, i + 1)) {
      looks++;
      if (HEADS[units[i + 1] ?? 0] === 0) continue;
      let end = i + 1;
      while (end < units.length && end - i < SLOT && units[end] !== close && units[end] !== LF) end++;
      if (
        units[end] !== close ||
        end - i < 3 ||
        units[end + 1] === 0x28 ||
        TAILS[pair(units[end - 2]!, units[end - 1]!)] === 0
      )
        continue;
      const text = document
        .slice(i + 1, end)
        .trim()
        .toLowerCase();
      if (text.length > 4 || text.charCodeAt(0) > 0x2e80)
        if (SLOTS.has(text)) out.push({ start: i, end: end + 1, sort: 'slot' });
    }
  }
}

/** Words for what is not so yet. */
const OPEN_YET: readonly string[] = [
  String.raw`(?:remains?|still|yet) (?:still )?to be (?:decided|defined|determined|agreed|specified|confirmed|clarified|fixed|chosen)`,
  String.raw`not (?:been )?yet (?:been )?(?:decided|defined|determined|agreed|specified|confirmed|fixed|known|clear|chosen)`,
  String.raw`still (?:under discussion|undecided|unclear)`,
  String.raw`(?:wird|werden|muss|müssen) noch (?:festgelegt|definiert|geklärt|bestimmt|entschieden|ergänzt|abgestimmt)(?: werden)?`,
  String.raw`(?:ist|sind|steht|stehen) noch (?:nicht (?:fest|festgelegt|definiert|entschieden|geklärt|bekannt)|offen|festzulegen|zu klären|zu definieren|zu bestimmen)`,
  String.raw`(?:reste(?:nt)?|encore) à (?:définir|déterminer|préciser|confirmer|décider)`,
  String.raw`pas encore (?:été )?(?:définie?s?|décidée?s?|fixée?s?|arrêtée?s?|connue?s?)`,
  String.raw`(?:pendientes? de|queda(?:n)? por) (?:definir|definición|decidir|confirmar|determinar|acordar)`,
  String.raw`(?:aún|todavía) (?:no (?:se ha|está|han sido) )?(?:por )?(?:definir|definid[oa]s?|decidid[oa]s?|acordad[oa]s?)`,
  String.raw`ainda (?:não (?:foi|está|foram) )?(?:por |a )?(?:definir|definid[oa]s?|decidid[oa]s?|acordad[oa]s?)`,
  String.raw`(?:ancora|resta) da (?:definire|decidere|concordare|stabilire)`,
  String.raw`non (?:è|sono) ancora stat[oaie] (?:definit|decis|stabilit)[oaie]`,
  String.raw`nog (?:te bepalen|niet (?:bepaald|vastgesteld|bekend)|worden (?:bepaald|vastgesteld))`,
  String.raw`(?:jeszcze nie|nie został[aoy]? jeszcze) (?:ustalon|określon)[aoey]`,
  String.raw`zostanie (?:ustalon|określon)[aoey] później`,
  String.raw`bude (?:upřesněn|určen|doplněn)[oay]?`,
  String.raw`(?:будет|будут) (?:определен|определён|уточнен|уточнён|установлен)[аоы]? (?:позже|позднее|дополнительно)`,
  String.raw`(?:ещё|еще|пока) не (?:определен|определён|установлен|утвержден|утверждён|согласован|решен|решён)[аоы]?`,
  String.raw`подлеж[иа]т (?:уточнению|определению)`,
  String.raw`уточня[ею]тся`,
  String.raw`(?:ще|поки) не (?:визначен|узгоджен)[аоиі]?`,
  String.raw`henüz (?:belirlenmedi|kararlaştırılmadı|belli değil)`,
  String.raw`(?:daha )?sonra belirlenecek(?:tir)?`,
  String.raw`chưa (?:được )?(?:xác định|quyết định|thống nhất)`,
  String.raw`sẽ (?:được )?xác định sau`,
  String.raw`belum (?:ditentukan|diputuskan|disepakati)`,
  String.raw`(?:尚未|还未|還未|暂未|仍未)(?:确定|確定|决定|決定|明确|定义|商定)`,
  String.raw`(?:尚待|有待|留待)(?:确定|確定|决定|決定|商定|讨论|討論|明确)`,
  String.raw`待定`,
  String.raw`待确定`,
  String.raw`待確定`,
  String.raw`待讨论`,
  String.raw`(?:未定|未確定|未決定|検討中|調整中)(?:である|です|とする)?`,
  String.raw`(?:後日|別途|今後)(?:決定|検討|定める)(?:する)?`,
  String.raw`(?:아직 )?(?:정해지지|결정되지|확정되지) 않(?:았다|았습니다|음)`,
  String.raw`추후 (?:결정|확정|협의)(?:한다|합니다|함)?`,
  String.raw`(?:لم|لا) (?:يحدد|تحدد|يتقرر|يُحدد) بعد`,
  String.raw`(?:سيحدد|يحدد|سيتم تحديده) لاحق[اًا]{1,2}`,
  String.raw`هنوز (?:مشخص|تعیین) نشده(?: است)?`,
  String.raw`(?:अभी तय नहीं|बाद में तय)(?: है| होगा)?`,
];
/** Says at the end of a requirement that it is open: in the words for what is not so yet, in most languages. */
const STILL_OPEN = new RegExp(
  `(?:${OPEN_YET.join('|')})(?: (?:with|by|mit|von|avec|par|con|por|com|met|z|с) [^.;|]{2,30}|[，,、；]\\s?[^.。;|]{2,20})?[\\s.!。।"*_)\\]]{0,4}$`,
  'iu',
);
const SAID_UNITS = 110;

/** Definitions of requirements that end so. */
function saidOpen(document: Document, out: Mark[]): void {
  const { units } = document;
  for (const { defines, start, end, kind } of identifiers(document)) {
    if (!defines || kind === 'quote' || out.length >= MOST) continue;
    let stop = units.indexOf(LF, end);
    if (stop < 0) stop = units.length;
    let from = Math.max(end, stop - SAID_UNITS);
    const match = STILL_OPEN.exec(document.slice(from, stop));
    if (!match) continue;
    from += match.index;
    if (from - start > 600) continue;
    out.push({ start: from, end: stop, sort: 'said' });
  }
}

/** Numbered items of a document, above which they are not read one by one for what they say at their end. */
const FEW_ITEMS = 30;
/** Units of such a document. */
const FEW_UNITS = 4_000;

/** Numbered items that end so, in a document with few of them. */
function itemsSaidOpen(document: Document, out: Mark[]): void {
  if (document.units.length > FEW_UNITS) return;
  const all = labels(document);
  if (all.length === 0 || all.length > FEW_ITEMS) return;
  for (const { kind, block, end } of all) {
    if (kind !== 'list' && kind !== 'prose') continue;
    const stop = blocks(document)[block]!.end;
    if (stop - end > 600) continue;
    const from = Math.max(end, stop - SAID_UNITS);
    const match = STILL_OPEN.exec(document.slice(from, stop).trimEnd());
    if (match && !out.some((mark) => mark.start >= from && mark.start < stop))
      out.push({ start: from + match.index, end: from + match.index + match[0].length, sort: 'item' });
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Templates

/** `{{NAME}}`, `{{ name of the project }}`: words alone, without what an engine of templates would read. */
const TEMPLATE = pattern(
  'u',
)`^\{\{ ?(?:[A-Z][A-Z\d]*_[A-Z\d_]+|[\p{L}\p{N}]+(?:[ _][\p{L}\p{N}]+)+|\p{Lo}{2,20}) ?\}\}`;
/** What reads such fields, or writes references in their form. */
const ENGINE =
  /mustache|handlebars|jinja|liquid|twig|nunjucks|\bhelm\b|ansible|angular|\bvue\b|svelte|templat|macro|placeholder|shortcode|interpolat|curly|占位|变量|模板|テンプレート|шаблон|vorlage|plantilla|modèle|\{%|^docname:|\{\{[A-Z-]*\d{2,}[}: ]|\{\{[<%#/.>!$]|\{\{[^}\n]{0,40}[(|.]/imu;

function templates(document: Document, out: Mark[]): void {
  if (document.format === 'mediawiki' || document.format === 'html') return;
  const { units } = document;
  const found: Mark[] = [];
  for (let i = units.indexOf(0x7b); i >= 0 && found.length < 40; i = units.indexOf(0x7b, i + 1)) {
    if (units[i + 1] !== 0x7b || units[i - 1] === 0x24) continue;
    const match = TEMPLATE.exec(document.slice(i, i + 48));
    if (match) found.push({ start: i, end: i + match[0].length, sort: 'template' });
    else i++;
  }
  if (found.length > 0 && !ENGINE.test(document.text)) out.push(...found);
}

// ---------------------------------------------------------------------------------------------------------------------
// Where it stands

/** Words that say of a sentence that it speaks of such marks. */
const ABOUT =
  /\b(?:markers?|placeholders?|mark(?:s|ed)?|labell?ed|tagged|tags?|comments?|replaced?|keywords?|annotat\w*|notation|stands? for|abbreviat\w*|acronyms?|means?|denotes?|unresolved|checklist|no|without|any|remaining)\b|标记|占位|替换|マーカー|プレースホルダ|표시|маркер|метк|platzhalter|kennzeichn|marcador|marqueur/iu;
/** Headings and names under which open things are collected, or which tell of the document and not of what is to be built. */
const OPEN_PLACE =
  /comparison|compared?\b|open (?:questions?|issues?|points?|items?|topics?)|unresolved|future|road ?map|to.?do\b|next steps|questions?|discussion|backlog|schedule|timeline|milestone|changelog|change log|change ?history|revision|history|releases?|authors?|owner|status|date|version|references?|implementation|graduation|appendix|acknowledg|example|template|glossary|abbreviation|acronym|offene (?:punkte|fragen)|questions? ouvertes?|preguntas|pendientes|открытые вопросы|вопросы|план|история|待办|问题|未解决|路线图|計画|課題|今後|変更履歴|修订|版本|作者|日期|일정|이슈|질문/iu;
/** Headings under which stands what is to be built: a value that is missing there is one that a builder has to make up. */
const NORM_PLACE =
  /\b(?:specifications?|requirements?|parameters?|constants?|definitions?|limits?|interfaces?|endpoints?|api|fields?|types?|values?|settings?|configuration|commands?|messages?|responses?|errors?|rules?|constraints?|anforderung\w*|parameter\w*|spezifikation\w*|schnittstelle\w*|grenzwerte|exigences?|paramètres?|spécifications?|interfaces?|contraintes?|requisit[oi]s?|parámetros?|parâmetros?|parametri|especificaci[óo]n\w*|especificaç\w+|specifich[ea]|restricciones|wymagania|parametry|specyfikacja|ograniczenia|požadavky|gereksinim\w*|parametreler|vereisten|kebutuhan|persyaratan|yêu cầu|tham số)\b|требовани|параметр|спецификац|ограничени|константы|вимоги|обмеження|需求|要求|参数|參數|常量|规格|規格|规范|规则|接口|介面|约束|限制|仕様|要件|パラメータ|制約|定数|インタ(?:ー)?フェース|요구|명세|매개변수|제약|인터페이스|متطلبات|معلمات|مواصفات|الواجهة|نیازمندی|پارامتر|الزامات|आवश्यकता/iu;
/** Words of a requirement beside the mark. */
const NORM =
  /\b(?:MUST|SHALL|REQUIRED|shall|muss|müssen|doit|doivent|deberá|dovrà|deverá|musi|moet)\b|должен|должна|должно|должны|обязан|повинен|повинна|必须|必須|应当|應當|不得|しなければならない|해야 한다|يجب أن|باید/u;

/** The last heading before the offset. */
function headingBefore(all: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && low - i < 400; i--) if (all[i]!.kind === 'heading') return all[i];
  return undefined;
}

/** Units that a mark may have less than its block: brackets, a full stop. */
const AROUND_MARK = 4;

/** Units of a paragraph: less may be a label over what is to be filled in. */
const PARAGRAPH = 80;

/** Whether the mark is all of a paragraph, with a paragraph beside it under one heading: it stands for one. */
function isParagraph(all: readonly Block[], block: Block, mark: Mark, heading: Block): boolean {
  if (block.kind !== 'prose' || block.end - block.start > mark.end - mark.start + AROUND_MARK) return false;
  const at = all.indexOf(block);
  const before = all[at - 1];
  const after = all[at + 1];
  const isLong = (one: Block | undefined): boolean => one?.kind === 'prose' && one.end - one.start > PARAGRAPH;
  // a section with nothing else in it is one that a draft has for later
  return isLong(before) ? isLong(after) || after?.kind === 'heading' : before === heading && isLong(after);
}

/** Whether the line of a mark begins with the identifier of a requirement, or with a number with a point in it. */
function ofRequirement(document: Document, mark: Mark, line: number): boolean {
  if (/^\s*\d{1,2}(?:\.\d{1,3}){1,3}[.)]?\s/u.test(document.slice(line, Math.min(mark.start, line + 24)))) return true;
  for (const { defines, start } of identifiers(document)) {
    if (start >= mark.start) return false;
    if (defines && start >= line) return true;
  }
  return false;
}

/** Rows or items, below which one that is open is not one of many; rows of which more than one in so many is open are a plan. */
const LEAST_ROWS = 3;
const OPEN_ONE_IN = 3;
/** Units of a table that are looked at. */
const TABLE_UNITS = 20_000;

/** Whether a mark fills a cell of a table, or the value of an item `term: value`, where nearly all others have theirs. */
function oneOfMany(document: Document, block: Block, all: readonly Block[], mark: Mark): boolean {
  if (block.kind === 'table') {
    if (block.end - block.start > TABLE_UNITS || !slotAround(document, mark.start, mark.end)) return false;
    const rows = document.slice(block.start, block.end).split('\n');
    // what a plan or a list of people is about, its head says
    if (rows.length < LEAST_ROWS + 2 || OPEN_PLACE.test(rows[0]!)) return false;
    let open = 0;
    for (const row of rows)
      if (
        row.split(/[|\t]/u).some((cell) =>
          SLOTS.has(
            cell
              .trim()
              .replace(/^[*_\x60[(]+|[*_\x60\])]+$/gu, '')
              .toLowerCase(),
          ),
        )
      )
        open++;
    return open * OPEN_ONE_IN <= rows.length - 2;
  }
  if (block.kind !== 'list' || !isValue(document, block, mark)) return false;
  const at = all.indexOf(block);
  let low = at;
  while (low > 0 && at - low < 40 && all[low - 1]!.kind === 'list') low--;
  let high = at;
  while (high + 1 < all.length && high - at < 40 && all[high + 1]!.kind === 'list') high++;
  let filled = 0;
  for (let i = low; i <= high; i++)
    if (i !== at && LABELLED.test(document.slice(all[i]!.start, Math.min(all[i]!.end, all[i]!.start + 80)))) filled++;
  return filled >= LEAST_ROWS && filled >= high - low - 1;
}

/** `- **term**: value` */
const LABELLED =
  /^[\s*+•-]*[*_\x60]{1,3}[^*_\x60\n]{1,40}[*_\x60]{1,3}\s*[:：]|^[\s*+•-]*[*_\x60]{1,3}[^*_\x60\n:：]{1,40}[:：][*_\x60]{1,3}/u;

function isValue(document: Document, block: Block, mark: Mark): boolean {
  const label = LABELLED.exec(document.slice(block.start, Math.min(block.end, block.start + 80)))?.[0];
  return label !== undefined && mark.start - (block.start + label.length) <= 2 && block.end - mark.end <= 2;
}

/** The level of a mark; null where it is none after all. */
function levelOf(document: Document, mark: Mark, text: string): Level | null {
  const { units } = document;
  const before = units[mark.start - 1] ?? LF;
  // in quotation marks it is spoken of
  if (
    before === 0x22 ||
    before === 0x27 ||
    before === 0x201c ||
    before === 0x2018 ||
    before === 0xab ||
    before === 0x201e ||
    before === 0x300c
  )
    return null;
  if (inCode(document, mark.start)) return null;
  const block = blockAt(document, mark.start);
  if (
    !block ||
    block.kind === 'front-matter' ||
    block.kind === 'quote' ||
    block.kind === 'comment' ||
    block.kind === 'html'
  )
    return null;
  // its line, which in a table is its row
  let from = mark.start;
  while (from > block.start && units[from - 1] !== LF && mark.start - from < AROUND) from--;
  let to = mark.end;
  while (to < block.end && units[to] !== LF && to - mark.end < AROUND) to++;
  const line = document.slice(from, mark.start) + document.slice(mark.end, to);
  if (ABOUT.test(line)) return mark.sort === 'slot' && block.kind === 'table' ? 'note' : null;
  if (mark.sort === 'said') return 'look';
  const all = blocks(document);
  const heading = headingBefore(all, mark.start);
  const isPlan =
    OPEN_PLACE.test(line) ||
    (heading && OPEN_PLACE.test(document.slice(heading.start, Math.min(heading.end, heading.start + 120))));
  if (mark.sort === 'slot' && !isPlan && (ofRequirement(document, mark, from) || oneOfMany(document, block, all, mark)))
    return 'look';
  if (mark.sort === 'item') return isPlan ? 'note' : 'look';
  if (mark.sort !== 'slot' || text === '???') return 'note';
  if (!heading || heading.start === block.start || heading.level <= 1) return 'note';
  const title = document.slice(heading.start, Math.min(heading.end, heading.start + 120));
  if (OPEN_PLACE.test(title) || OPEN_PLACE.test(line)) return 'note';
  if (text.startsWith('[NEEDS') || isParagraph(all, block, mark, heading)) return 'look';
  return NORM.test(line) || NORM_PLACE.test(title) ? 'look' : 'note';
}

/** A text that speaks of lists of things to do. */
function ofTodos(document: Document): boolean {
  let count = 0;
  for (const _ of document.text.matchAll(/\b[Tt]o-?do\b/gu)) if (++count > 3) return true;
  return false;
}

export const toBeDecided: DocumentCheck = {
  id: 'to-be-decided',
  title: 'A mark for what is not decided yet',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    if (isCode(document) || document.units.length === 0) return;
    const found: Mark[] = [];
    const { upper, question, openBrace } = census(document);
    if (upper > 2 || question > 2) capitals(document, found);
    slots(document, found);
    toDos(document, found);
    if (document.format !== 'html') bracketed(document, found);
    saidOpen(document, found);
    itemsSaidOpen(document, found);
    if (openBrace > 1) templates(document, found);
    if (found.length === 0) return;
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = -1;
    let todos: boolean | undefined;
    const marks: { mark: Mark; text: string; level: Level }[] = [];
    for (const mark of found) {
      if (mark.start < end) continue;
      const text = document.slice(mark.start, mark.end);
      if (/^\[?TODO/u.test(text) && (todos ??= ofTodos(document))) continue;
      const level = levelOf(document, mark, text);
      if (level === null) continue;
      end = mark.end;
      marks.push({ mark, text, level });
    }
    const grave = marks.filter(({ level }) => level === 'look');
    const ordered = [...grave, ...marks.filter(({ level }) => level !== 'look')];
    const [first] = ordered;
    if (!first) return;
    const shown = first.text.length > 60 ? `${first.text.slice(0, 59)}…` : first.text;
    const others = ordered.slice(1, SHOWN).map(({ mark }): Place => at(document, mark, { note: 'open too' }));
    yield {
      level: first.level,
      message:
        first.mark.sort === 'template'
          ? `${marks.length === 1 ? 'a field of a template' : `${marks.length} fields of a template, or marks,`} that nobody filled in: "${shown}"`
          : `${marks.length === 1 ? 'something is' : `${marks.length} things are`} left open: "${shown}"${grave.length > 0 ? ' where a requirement stands' : ''}`,
      next: 'Decide it, or say in the document that whoever builds may decide',
      places: [at(document, first.mark), ...others],
    };
  },
};
