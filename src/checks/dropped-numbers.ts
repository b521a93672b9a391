/**
 * Numbers that are gone: `within  seconds`, `()`, `§ .`, `between and`. A converter that has no glyph for digits, or a cleaner
 * that deletes them, leaves the words; what is told here is the holes that no writer leaves, and only where there are several.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation } from '../core/types.ts';
import { isLetter, isLower, isUpper } from '../core/unicode.ts';
import { blocks, type Block } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { language } from '../views/language.ts';

/** A hole, and how much it tells: 2 where nobody writes so, 1 where a careless writer might. */
interface Hole {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly weight: 1 | 2;
}

type Kind =
  | 'ordinal'
  | 'section sign'
  | 'tolerance'
  | 'currency'
  | 'percent'
  | 'brackets'
  | 'double space'
  | 'list number'
  | 'lone mark'
  | 'series'
  | 'number sign'
  | 'name'
  | 'protocol'
  | 'words';

/** Units in which the holes must lie together, and how much they must weigh there, of how many kinds. */
const WINDOW = 4000;
const LOOK_STRONG = 2;
const LOOK_WEIGHT = 4;
const LOOK_WEAK_WEIGHT = 6;
const LOOK_KINDS = 3;
/** Kinds of which no hole stood in 3,500 clean documents: one is enough. */
const SURE: ReadonlySet<Kind> = new Set<Kind>(['words', 'section sign', 'tolerance', 'name']);
/** A document with fewer digits than one to so many small letters is looked at for words that lack a number. */
const DIGITS_OF_LETTERS = 500;
/** Double spaces in one line: more are columns, or a line that was stretched. */
const MOST_DOUBLES = 2;
/** Holes that are kept of one document, and places that are told. */
const MOST = 5000;
const MOST_PLACES = 6;
/** Beginnings of numbers that are looked for in the text; each costs a pass over it. */
const MOST_NAMES = 100;

const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const LEFT_QUOTE = 0x201c;
const RIGHT_QUOTE = 0x201d;
const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const NUMBER_SIGN = 0x23;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const BACKTICK = 0x60;
const SECTION = 0xa7;
const PLUS_MINUS = 0xb1;
const DEGREE = 0xb0;
const ORDINAL = 0x7b2c;
const WIDE_OPEN = 0xff08;
const WIDE_CLOSE = 0xff09;

const CURRENCIES = [0x20ac, 0xa3, 0xa5, 0xffe5, 0x20bd, 0x20b9, 0x20a9];
/** What numbers are counted in: chapters, sessions, issues. */
const CLASSIFIERS: ReadonlySet<number> = new Set(
  Array.from(
    '\u6761\u7ae0\u8282\u7bc0\u5c4a\u6b21\u53f7\u53f7\u9875\u9801\u9879\u9805\u6b3e\u671f\u5377\u56de',
    (sign) => sign.charCodeAt(0),
  ),
);

/** For each UTF-16 code unit, whether a hole may begin with it. */
const TRIGGERS: Uint8Array = new Uint8Array(0x10000);
const TRIGGER_UNITS: readonly number[] = [
  SPACE,
  PERCENT,
  OPEN,
  OPEN_BRACKET,
  COMMA,
  DOT,
  SECTION,
  HYPHEN,
  NUMBER_SIGN,
  PLUS_MINUS,
  ORDINAL,
  WIDE_OPEN,
  ...CURRENCIES,
];
for (const unit of TRIGGER_UNITS) TRIGGERS[unit] = 1;

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

const letter = (unit: number | undefined): boolean => unit !== undefined && isLetter(unit);

/** Whether the unit ends what stands before it: white space, a mark of a sentence, a closing bracket, the end. */
function ends(unit: number | undefined): boolean {
  return (
    unit === undefined ||
    unit === SPACE ||
    unit === LF ||
    unit === DOT ||
    unit === COMMA ||
    unit === SEMICOLON ||
    unit === COLON ||
    unit === CLOSE
  );
}

/** Letters of the word that ends before `i`; 0 where none does. */
function wordBefore(units: Uint16Array, i: number): number {
  let start = i;
  while (start > 0 && i - start < 30 && isLetter(units[start - 1]!)) start--;
  return i - start;
}

/** Of the triggers, those before which a letter or a digit is as it should be. */
const USUAL: Uint8Array = new Uint8Array(0x10000);
const USUAL_UNITS: readonly number[] = [DOT, COMMA, NUMBER_SIGN];
for (const unit of USUAL_UNITS) USUAL[unit] = 1;

/** Bits of `PAIRS`: two spaces; a usual sign behind what is lower than a digit; one before a comma; any other trigger. */
const SPACES_TWO = 1;
const LOW = 2;
const BEFORE_COMMA = 4;
const ANY = 8;

/** Formats in which a dot or a bracket at the beginning of a line is markup. */
const MARKED: ReadonlySet<string> = new Set(['asciidoc', 'roff', 'mediawiki', 'rst', 'org', 'tex', 'html']);

/** The hole that begins at `i`, if one does. */
function holeAt(units: Uint16Array, i: number, marked: boolean): Hole | undefined {
  const unit = units[i]!;
  const before = i > 0 ? units[i - 1]! : LF;
  const next = units[i + 1];
  switch (unit) {
    case SPACE: {
      if (next !== SPACE || units[i + 2] === SPACE || !isLower(before)) return undefined;
      const after = units[i + 2];
      if (after === undefined || !(isLower(after) || after === PERCENT)) return undefined;
      return { start: i - wordBefore(units, i), end: i + 3, kind: 'double space', weight: 1 };
    }
    case PERCENT: {
      if (!ends(next)) return undefined;
      if (before === OPEN && next !== CLOSE) return { start: i - 1, end: i + 1, kind: 'percent', weight: 2 };
      if (before !== SPACE || i < 2) return undefined;
      const doubled = units[i - 2] === SPACE;
      const word = wordBefore(units, doubled ? i - 2 : i - 1);
      // `in %` says of what kind the numbers are
      if (word < 3 || !isLower(units[i - (doubled ? 3 : 2)]!)) return undefined;
      return { start: i - word - (doubled ? 2 : 1), end: i + 1, kind: 'percent', weight: doubled ? 2 : 1 };
    }
    case OPEN:
    case OPEN_BRACKET: {
      let end = i + 1;
      if (units[end] === SPACE) end++;
      if (units[end] !== (unit === OPEN ? CLOSE : CLOSE_BRACKET)) return undefined;
      if (before !== SPACE || i < 3 || !isLower(units[i - 2]!) || !isLower(units[i - 3]!) || !ends(units[end + 1]))
        return undefined;
      return { start: i - 1 - wordBefore(units, i - 1), end: end + 1, kind: 'brackets', weight: 1 };
    }
    case WIDE_OPEN:
      if (next !== WIDE_CLOSE || !letter(before)) return undefined;
      return { start: i - 1, end: i + 2, kind: 'brackets', weight: 1 };
    case NUMBER_SIGN:
      if ((before !== SPACE && before !== OPEN) || (next !== CLOSE && next !== COMMA && next !== SEMICOLON))
        return undefined;
      return { start: i - 1, end: i + 2, kind: 'number sign', weight: 1 };
    case HYPHEN: {
      const word = wordBefore(units, i);
      if (word < 2 || word > 10 || !isUpper(before) || !isUpper(units[i - word]!) || isDigit(units[i - word - 1]))
        return undefined;
      if (!(ends(next) || next === BACKTICK || next === CLOSE_BRACKET) || units[i - word - 1] === HYPHEN)
        return undefined;
      return { start: i - word, end: i + 1, kind: 'name', weight: 2 };
    }
    case COMMA:
    case DOT: {
      if (
        unit === COMMA &&
        (next === COMMA || (next === SPACE && units[i + 2] === COMMA)) &&
        i > 1 &&
        (letter(before) || isDigit(before))
      )
        return { start: i - 1, end: i + 2, kind: 'series', weight: 1 };
      if (
        !marked &&
        before === SPACE &&
        (next === SPACE || next === LF || next === undefined) &&
        i > 2 &&
        isLower(units[i - 2]!) &&
        isLower(units[i - 3]!)
      )
        return { start: i - 1 - wordBefore(units, i - 1), end: i + 1, kind: 'lone mark', weight: 1 };
      if (unit === COMMA) return undefined;
      if (
        before === SLASH &&
        i > 3 &&
        isUpper(units[i - 2]!) &&
        isUpper(units[i - 3]!) &&
        isUpper(units[i - 4]!) &&
        ends(next) &&
        next !== DOT
      )
        return { start: i - 1 - wordBefore(units, i - 1), end: i + 1, kind: 'protocol', weight: 2 };
      if (!marked && (before === LF || i === 0) && next === SPACE && letter(units[i + 2]))
        return { start: i, end: i + 3, kind: 'list number', weight: 2 };
      return undefined;
    }
    case SECTION: {
      let end = i + 1;
      while (units[end] === SECTION) end++;
      if (units[end] === SPACE) end++;
      const after = units[end];
      if (after !== DOT && after !== COMMA && after !== SEMICOLON && after !== CLOSE) return undefined;
      return before === SPACE || before === OPEN
        ? { start: i, end: end + 1, kind: 'section sign', weight: 2 }
        : undefined;
    }
    case PLUS_MINUS: {
      if (before === OPEN && next === CLOSE) return undefined;
      const after = next === SPACE ? units[i + 2] : next;
      if (after !== PERCENT && after !== DEGREE && after !== DOT && after !== COMMA && after !== CLOSE)
        return undefined;
      return { start: i, end: i + 2, kind: 'tolerance', weight: 2 };
    }
    case ORDINAL: {
      const end = next === SPACE ? i + 2 : i + 1;
      const sign = units[end];
      if (sign === undefined || !CLASSIFIERS.has(sign)) return undefined;
      return { start: i, end: end + 1, kind: 'ordinal', weight: 2 };
    }
    default: {
      // a currency: no amount on either side
      if ((before !== SPACE && before !== OPEN) || !ends(next) || i < 4) return undefined;
      const word = wordBefore(units, i - 1);
      if (before === SPACE && word < 3) return undefined;
      if (next === SPACE && !(units[i + 2] !== undefined && isLower(units[i + 2]!))) return undefined;
      return { start: i - 1 - word, end: i + 1, kind: 'currency', weight: 1 };
    }
  }
}

/** Of each language, what cannot stand beside each other without a number between. */
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:between +and\b(?! +among)|(?:at least|at most|up to|no more than|not more than|less than|more than|fewer than|exactly|approximately|every) +(?:seconds|milliseconds|minutes|hours|days|weeks|months|years|bytes|bits|characters|percent)\b)/g,
  de: /\b(?:zwischen +und\b|(?:mindestens|höchstens|maximal|bis zu|etwa|rund) +(?:Sekunden|Millisekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Zeichen|Bytes?|Prozent)\b)/g,
  fr: /\b(?:entre +et\b|(?:au moins|au plus|jusqu'à|environ|maximum de|minimum de) +(?:secondes|minutes|heures|jours|semaines|mois|ans|octets|caractères)\b)/g,
  es: /\b(?:entre +y\b|(?:al menos|como máximo|como mínimo|aproximadamente|máximo de|mínimo de) +(?:segundos|minutos|horas|días|semanas|meses|años|bytes|caracteres)\b)/g,
  pt: /\b(?:entre +e\b|(?:pelo menos|no máximo|no mínimo|aproximadamente|cerca de|máximo de|mínimo de) +(?:segundos|minutos|horas|dias|semanas|meses|anos|bytes|caracteres)\b)/g,
  it: /\b(?:[tf]ra +e\b|(?:almeno|al massimo|massimo di|minimo di|circa) +(?:secondi|minuti|ore|giorni|settimane|mesi|anni|byte|caratteri)\b)/g,
  nl: /\b(?:tussen +en\b|(?:minstens|minimaal|maximaal|hoogstens|ongeveer) +(?:seconden|minuten|uur|dagen|weken|maanden|jaar|bytes|tekens)\b)/g,
  ru: /(?:между +и(?= )|(?:не более|не менее|не позднее|не больше|не меньше|минимум|максимум|около|примерно) +(?:секунд|миллисекунд|минут|часов|дней|недель|месяцев|лет|байт|символов|процентов)(?![а-яё]))/g,
  uk: /(?:між +(?:і|та)(?= )|(?:не більше|не менше|щонайменше|близько|приблизно) +(?:секунд|хвилин|годин|днів|тижнів|місяців|років|байт|символів)(?![а-яіїє]))/g,
  pl: /(?:pomiędzy +a(?= )|(?:co najmniej|co najwyżej|maksymalnie|minimum|około) +(?:sekund|minut|godzin|dni|tygodni|miesięcy|lat|bajtów|znaków)\b)/g,
  tr: /(?:en az|en fazla|en çok|yaklaşık) +(?:saniye|milisaniye|dakika|saat|gün|ay|yıl|karakter|bayt)(?= |d|l)/g,
  zh: /(?:至少|最多|不少于|不超过|不得少于|不得超过|不低于|不高于|超过|大于|小于|大约|共计)\s{0,2}(?:毫秒|秒|分钟|小时|万元|亿元|元(?!素|数)|次(?!数|要|日|级)|字节|公里|平方米|人次|个(?=[\u4e00-\u9fff])(?![人别体性数]))/g,
  ja: /(?:最大|最小|最低|最長|約|合計)\s{0,2}(?:ミリ秒|秒|分間|日間|回|件|個|人|円|バイト)(?=[\u3002\u3001のでにをがはとま])/g,
  ko: /(?:최대|최소|약|총) {1,2}(?:개|명|초|분|회|원|건|바이트)(?=[ .,)를을의까로가이])/g,
};

function wordHoles(document: Document): Hole[] {
  const expression = WORDS[language(document)];
  if (!expression) return [];
  const found: Hole[] = [];
  for (const match of document.text.matchAll(expression)) {
    if (found.length >= MOST) break;
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'words', weight: 2 });
  }
  return found;
}

/**
 * Pairs of units that make a place worth a look, by bits: in the upper half for the first unit, in the lower half for the
 * second. Most of what is common is no hole by its neighbour: one space; a full stop behind a letter or a digit.
 */
const PAIRS: Uint32Array = (() => {
  const table = new Uint32Array(0x10000).fill(ANY << 16);
  const put = (unit: number, first: number, second: number): void => {
    table[unit]! |= (first << 16) | second;
  };
  for (let unit = 0; unit < 0x30; unit++) put(unit, LOW, 0);
  for (const unit of TRIGGER_UNITS) if (USUAL[unit] === 0 && unit !== SPACE) put(unit, 0, ANY);
  for (const unit of USUAL_UNITS) put(unit, BEFORE_COMMA, LOW);
  put(SPACE, SPACES_TWO, SPACES_TWO);
  put(COMMA, 0, BEFORE_COMMA);
  return table;
})();

/** Holes that are told by the units around them, in order. */
function unitHoles({ units, format }: Document): Hole[] {
  const found: Hole[] = [];
  const marked = MARKED.has(format);
  const table = PAIRS;
  const { length } = units;
  const whole = length - 3;
  let before = table[0]!;
  let looked = -1;
  for (let i = 0; i < length;) {
    if (i < whole) {
      const a = table[units[i]!]!;
      const b = table[units[i + 1]!]!;
      const c = table[units[i + 2]!]!;
      const d = table[units[i + 3]!]!;
      if ((((before >>> 16) & a) | ((a >>> 16) & b) | ((b >>> 16) & c) | ((c >>> 16) & d)) === 0) {
        before = d;
        i += 4;
        continue;
      }
    }
    for (const stop = Math.min(length, i + 4); i < stop; i++) {
      const here = table[units[i]!]!;
      const both = (before >>> 16) & here;
      before = here;
      if (both === 0) continue;
      // a hole may begin with the first unit of the pair, with the second, or with each
      if ((both & (SPACES_TWO | BEFORE_COMMA)) !== 0 && looked < i - 1) {
        const hole = holeAt(units, i - 1, marked);
        if (hole && found.push(hole) >= MOST) return found;
      }
      if ((both & (ANY | LOW)) === 0) continue;
      looked = i;
      const hole = holeAt(units, i, marked);
      if (hole && found.push(hole) >= MOST) return found;
    }
  }
  return found;
}

/** Whether the hole stands in code or in quotation marks, or its line is stretched or set in columns. */
function isOdd({ units }: Document, { start, kind }: Hole): boolean {
  let lineStart = start;
  while (lineStart > 0 && start - lineStart < 1000 && units[lineStart - 1] !== LF) lineStart--;
  let ticks = 0;
  let quotes = 0;
  for (let i = lineStart; i < start; i++) {
    const unit = units[i]!;
    if (unit === BACKTICK) ticks++;
    else if (unit === QUOTE || unit === LEFT_QUOTE || unit === RIGHT_QUOTE) quotes++;
  }
  if (ticks % 2 === 1 || quotes % 2 === 1) return true;
  if (kind !== 'double space') return false;
  let doubles = 0;
  let first = lineStart;
  while (units[first] === SPACE) first++;
  for (let i = first; i < units.length && i - lineStart < 1000 && units[i] !== LF; i++)
    if (units[i] === SPACE && units[i + 1] === SPACE) {
      // after a full stop two spaces are a habit
      if (units[i - 1] !== DOT) doubles++;
      if (units[i + 2] === SPACE) return true;
      i++;
    }
  return doubles > MOST_DOUBLES;
}

/** Whether what begins so (`CVE-`) is a number elsewhere, and is nowhere a word. */
function isNumbered({ text }: Document, begin: string): boolean {
  let numbered = 0;
  for (let i = text.indexOf(begin), looked = 0; i >= 0 && looked < 200; i = text.indexOf(begin, i + 1), looked++) {
    const after = text.charCodeAt(i + begin.length);
    if (after >= 0x30 && after <= 0x39) numbered++;
    else if (letter(after)) return false;
  }
  return numbered > 0;
}

const PROSE: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'heading', 'quote']);

function inProse(document: Document, holes: readonly Hole[]): Hole[] {
  const all = blocks(document);
  const names = new Map<string, boolean>();
  let block = 0;
  return holes.filter((hole) => {
    while (block < all.length && all[block]!.end <= hole.start) block++;
    const own = all[block];
    if (own === undefined || own.start > hole.start || !PROSE.has(own.kind) || isOdd(document, hole)) return false;
    if (hole.kind !== 'name') return true;
    const begin = document.slice(hole.start, hole.end);
    let numbered = names.get(begin);
    if (numbered === undefined) {
      numbered = names.size < MOST_NAMES && isNumbered(document, begin);
      names.set(begin, numbered);
    }
    return numbered;
  });
}

interface Cluster {
  readonly holes: readonly Hole[];
  readonly weight: number;
  readonly strong: number;
  readonly kinds: number;
}

/** A stretch may go on as long as its holes are not farther apart than this. */
const APART = 1500;

/** The stretch of WINDOW units in which the holes weigh most. */
function densest(holes: readonly Hole[]): Cluster {
  let best: Cluster = { holes: [], weight: 0, strong: 0, kinds: 0 };
  let weight = 0;
  for (let first = 0, last = 0; last < holes.length; last++) {
    weight += holes[last]!.weight;
    while (holes[last]!.start - holes[first]!.start > WINDOW) weight -= holes[first++]!.weight;
    if (weight <= best.weight) continue;
    let from = first;
    while (from > 0 && holes[from]!.start - holes[from - 1]!.start <= APART && holes[from - 1]!.weight === 2) from--;
    const within = holes.slice(from, last + 1);
    best = {
      holes: within,
      weight,
      strong: within.filter((hole) => hole.weight === 2).length,
      kinds: new Set(within.map(({ kind }) => kind)).size,
    };
  }
  return best;
}

function observe(document: Document, holes: readonly Hole[], level: 'look' | 'note'): Observation {
  const line = (offset: number): number => lineColumn(document, offset).line;
  const [first, ...more] = holes;
  const shown = holes
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, 3)
    .map(({ start, end }) => `"${document.slice(start, end).replace(/\n/gu, ' ')}"`);
  return {
    level,
    message: `numbers seem to be gone at ${holes.length} places from line ${line(first!.start)} to ${line(holes.at(-1)!.start)}: ${shown.join(', ')}`,
    next: 'Hold these places against the original, and get the document again if it has numbers there',
    places: [
      at(document, { start: first!.start, end: first!.end }),
      ...more.slice(0, MOST_PLACES).map(({ start, end }) => at(document, { start, end })),
    ],
  };
}

export const droppedNumbers: DocumentCheck = {
  id: 'dropped-numbers',
  title: 'Numbers that are gone',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    if (DATA_FORMATS.has(document.format)) return;
    const rough = unitHoles(document);
    const { digit, lower, cyrillic, greek, arabic, han, kana, hangul } = census(document);
    const letters = lower + cyrillic + greek + arabic + han + kana + hangul;
    // few words of a document are looked at for what they lack, unless something is missing already
    const words = rough.length > 1 || DIGITS_OF_LETTERS * digit < letters ? wordHoles(document) : [];
    if (rough.length + words.length === 0) return;
    const holes = inProse(
      document,
      [...rough, ...words].toSorted((a, b) => a.start - b.start),
    );
    if (holes.length === 0) return;
    const { holes: within, weight, strong, kinds } = densest(holes);
    const sure = within.some(({ kind }) => SURE.has(kind));
    if (
      sure ||
      strong >= LOOK_STRONG ||
      (strong > 0 && weight >= LOOK_WEIGHT) ||
      (kinds >= LOOK_KINDS && weight >= LOOK_WEAK_WEIGHT)
    )
      yield observe(document, within, 'look');
    else if (strong > 0 || kinds > 1) yield observe(document, within, 'note');
  },
};
