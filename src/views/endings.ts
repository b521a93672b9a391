/** How blocks end: with a mark that ends a sentence, inside a word, inside a bracket; and what a document is used to. */
import { isDecimalDigit, isLetter, isLower, isMark, isUpper, script, type Script } from '../core/unicode.ts';
import type { Block, Document } from '../core/types.ts';
import { pattern } from '../core/pattern.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { language } from './language.ts';
import { CLOSERS, END_MARKS } from './sentences.ts';
import { SPACES, weightOfUnits } from './script.ts';

const LF = 0x0a;

/** Marks after which a sentence or list goes on. */
export const GOES_ON: ReadonlySet<number> = new Set(
  Array.from(',(［[（{「『《“‘«‹-–—、，،', (mark) => mark.charCodeAt(0)),
);
/** Marks that end a line without ending a sentence: neither finished nor unfinished. */
const NEUTRAL: ReadonlySet<number> = new Set(Array.from(':;：；؛|>/\\=#+-', (mark) => mark.charCodeAt(0)));
/** Scripts that do not part words by spaces, or end no sentence with a mark: words and ends prove nothing there. */
export const NO_WORDS: ReadonlySet<Script> = new Set<Script>([
  'Han',
  'Hiragana',
  'Katakana',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
] as Script[]);

/** Blocks lighter than this say nothing about how a document ends its paragraphs; a last one that is lighter is a label. */
export const LABEL_WEIGHT: number = 20;

export function isWordUnit(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit === 0x5f;
  return isLetter(unit) || isMark(unit) || isDecimalDigit(unit);
}

/** Offset after the last unit that is no closing mark. */
function beforeClosers(units: Uint16Array, start: number, end: number): number {
  let i = end;
  while (i > start && (CLOSERS[units[i - 1]!] === 1 || SPACES[units[i - 1]!] === 1)) i--;
  return i;
}

export type Ending = 'terminal' | 'neutral' | 'open';

export function endingOf(units: Uint16Array, start: number, end: number): Ending {
  const i = beforeClosers(units, start, end);
  if (i === start) return 'neutral';
  let unit = units[i - 1]!;
  // an emoji after the mark: a pair, or a variation selector
  if (unit === 0xfe0f || (unit >= 0xd800 && unit < 0xe000)) unit = 0x3a;
  if (END_MARKS[unit] !== 0) return 'terminal';
  return NEUTRAL.has(unit) ? 'neutral' : 'open';
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['“', '”'],
  ['«', '»'],
  ['[', ']'],
];

export function unclosedIn(text: string): string | undefined {
  for (const [open, close] of PAIRS) {
    if (open === '“' && text.includes('„')) continue; // there it closes
    const from = text.lastIndexOf(open);
    if (from >= 0 && text.indexOf(close, from) < 0 && !(open === '(' && /[:;=]-?\($/u.test(text.slice(0, from + 1))))
      return open;
  }
  if ((text.replace(/\\./gu, '').match(/`+/gu)?.length ?? 0) % 2 === 1) return '`';
  if ((text.replace(/`[^`]*`/gu, '').match(/\*\*/gu)?.length ?? 0) % 2 === 1) return '**';
  return undefined;
}

/** An address, a path, a code or a link definition: nobody ends these with a full stop. */
export const ADDRESS: RegExp =
  /:\/\/\S*$|(?:^|\s)\S*[/@\\#=]\S*$|^\[[^\]]+\]: |^!\[.*\)$|^\.\. |^\.[A-Z]{1,2} |[\dA-Fa-f]{12,}$/u;
/** A last line that is a link, an image or a label in emphasis. */
export const LABEL: RegExp = /\]\([^()]*\)$|^\[\[.*\]\]$|^\{\{.*\}\}$|^([*_]{1,3})\S.*\1$/u;

/**
 * Words that stand before another one: articles, prepositions that no verb leaves behind, conjunctions. By language, since
 * `die` and `to` mean other things elsewhere; lower case.
 */
const BEFORE_OTHERS: Readonly<Record<string, string>> = {
  en: 'the a an and or of to with from by at for in on as about into through its their your our his this these every each than because although whether which whose when while unless between among is are was were be must shall should may can will would could not that',
  fr: 'le la les de des du et en un une au aux par pour dans sur avec ou mais que qui est sont ce cette ces son sa ses leur leurs à sans entre chaque selon ne se',
  de: 'der die das den dem des ein eine einen einem einer und oder von zum zur im am mit für bei dass wenn als wie ist sind wird werden kann muss durch sowie nach sein ihre jede jeder aus bis über unter zwischen',
  es: 'el la los las de del y o en un una al por para con que es son se su sus sin sobre entre cada según cuando como a no',
  pt: 'o a os as de do da dos das e ou em um uma ao no na nos nas por para com que é são se seu sua sem sobre entre cada quando como não',
  it: 'il lo la i gli le di del dello della dei degli delle e o in un uno una al alla dal nel nella con per che è sono su sul tra ogni quando come non si da',
  ca: 'el la els les de del dels i o en un una al per amb que és són es seu sense sobre entre cada no',
  gl: 'o a os as de do da dos das e ou en un unha ao no na por para con que é son se seu sen sobre entre cada',
  ro: 'de în și la cu pe un o care că este sunt prin sau pentru din al ale să nu dintre fiecare',
  nl: 'de het een en of van in op met voor door bij dat die is zijn wordt worden moet kan als naar uit te tussen elke zijn haar hun',
  sv: 'och eller en ett den det de som att av för med till på är ska skall kan måste om från mellan varje inte vid',
  da: 'og eller en et den det de som at af for med til på er skal kan må om fra mellem hver ikke ved',
  nb: 'og eller en et den det de som at av for med til på er skal kan må om fra mellom hver ikke ved',
  is: 'og eða sem að af með til á er um frá við fyrir',
  fi: 'ja tai että joka jotka on ovat kun jos sekä mutta',
  et: 'ja või et mis kes on kui ning aga',
  pl: 'i lub w na z do o od po za przez oraz dla że który która które jest są przy nie się ze we',
  cs: 'a nebo v na z do o od po za s k pro že který která které je jsou při ve ze',
  sk: 'a alebo v na z do o od po za s k pre že ktorý ktorá ktoré je sú pri vo zo',
  sl: 'in ali v na z za od do po s k ki da je so pri',
  hr: 'i ili u na s iz za od do po koji koja koje da je su pri',
  hu: 'a az és vagy hogy egy egyes mint ha de',
  lt: 'ir arba į iš su kad kuris kuri yra prie',
  lv: 'un vai no ar par uz kas lai ir pie',
  tr: 've veya ile bir bu her en için gibi',
  az: 'və ya ilə bir bu hər ən',
  id: 'yang dan atau di ke dari untuk dengan pada oleh adalah setiap dalam',
  ms: 'yang dan atau di ke dari untuk dengan pada oleh adalah setiap dalam',
  vi: 'và hoặc của các là cho với những một trong từ bởi được mỗi khi nếu',
  ru: 'и или в на с к по от для не из за о у при что который которая которые как если до без между каждый во со',
  uk: 'і й та або в у на з до по від для не із за о при що який яка які як якщо без між кожен',
  bg: 'и или в на с към по от за не из при че който която които как ако до без между',
  sr: 'и или у на с к по од за не из при да који која које је су',
  el: 'και ή το τον την του της των ο η οι τα σε με για από να που είναι ένα μια',
  ar: 'في من على إلى أن أو عن مع التي الذي بين كل هذا هذه لا ما',
  fa: 'و یا در به از که با برای این هر تا',
  ur: 'اور یا کے کی کا میں سے کو نے',
  he: 'של את על עם או אל כי אם בין כל לא',
  hi: 'और या का की के में से को ने पर',
};
/** Chinese and Japanese characters that a sentence does not end with. */
const BEFORE_OTHERS_HAN = '和与與或在把被将將对對从從由及并並而但若使让讓给給向跟';
const BEFORE_OTHERS_KANA = 'はがをにでへ';

const sets = new Map<string, ReadonlySet<string>>();

/** Whether the stretch ends in a word (small letters) or character that another one always follows. */
export function standsBefore(document: Document, start: number, end: number): boolean {
  const { units } = document;
  const last = String.fromCharCode(units[end - 1]!);
  if (BEFORE_OTHERS_HAN.includes(last)) return end - start > 6;
  if (BEFORE_OTHERS_KANA.includes(last)) return end - start > 6;
  let word = end;
  while (word > start && end - word <= 12 && isWordUnit(units[word - 1]!)) word--;
  if (word === end || end - word > 12 || (word > start && SPACES[units[word - 1]!] !== 1)) return false;
  const tag = language(document);
  let set = sets.get(tag);
  if (!set) sets.set(tag, (set = new Set((BEFORE_OTHERS[tag] ?? '').split(' '))));
  return set.has(document.slice(word, end));
}

/** What a document says of the word at the end of a stretch. */
export interface LastWord {
  /** Its length in units; 0 where the stretch ends in no word, or its script parts no words. */
  readonly size: number;
  /** How often it stands elsewhere by itself. */
  readonly alone: number;
  /** How often it stands elsewhere as the beginning of a longer word. */
  readonly prefix: number;
  /** What the shortest of those has more, in units; 0 where there is none. */
  readonly lacks: number;
  /** How often it stands elsewhere before an end mark or the end of a paragraph. */
  readonly ended: number;
  /** How often its last three units stand elsewhere at the end of a word, and inside one. */
  readonly suffixEnds: number;
  readonly suffixInside: number;
  /** The same of its last two units. */
  readonly pairEnds: number;
  readonly pairInside: number;
}

/** Longest word that is looked for, in units. */
const WORD_UNITS = 40;
/** How much of the text is looked through, in units, about the end. */
const AROUND = 300_000;

const NONE: LastWord = {
  size: 0,
  alone: 0,
  prefix: 0,
  lacks: 0,
  ended: 0,
  suffixEnds: 0,
  suffixInside: 0,
  pairEnds: 0,
  pairInside: 0,
};

/** Looks for the last word of [start, end), and for its ending, elsewhere in the text. */
export function lastWord(document: Document, start: number, end: number): LastWord {
  const { units } = document;
  let word = end;
  while (word > start && isWordUnit(units[word - 1]!)) word--;
  const size = end - word;
  if (size === 0 || size > WORD_UNITS || !isLetter(units[word]!) || NO_WORDS.has(script(units[word]!))) return NONE;
  const from = Math.max(0, end - AROUND);
  const to = Math.min(units.length, end + AROUND);
  let alone = 0;
  let prefix = 0;
  let ended = 0;
  let lacks = WORD_UNITS;
  const first = units[word]!;
  for (let i = units.indexOf(first, from); i >= 0 && i < to; i = units.indexOf(first, i + 1)) {
    if (i === word || (i > 0 && isWordUnit(units[i - 1]!))) continue;
    let k = 1;
    while (k < size && units[i + k] === units[word + k]) k++;
    if (k < size) continue;
    if (i + k < units.length && isWordUnit(units[i + k]!)) {
      prefix++;
      let more = k;
      while (more - k < lacks && isWordUnit(units[i + more] ?? 0)) more++;
      lacks = Math.min(lacks, more - k);
    } else {
      alone++;
      let next = i + k;
      while (CLOSERS[units[next]!] === 1) next++;
      if (END_MARKS[units[next]!]! > 0 || (units[next] === LF && (units[next + 1] === LF || next + 1 === units.length)))
        ended++;
    }
  }
  let suffixEnds = 0;
  let suffixInside = 0;
  let pairEnds = 0;
  let pairInside = 0;
  const last = units[end - 1]!;
  const second = size > 1 ? units[end - 2]! : 0;
  const third = size > 2 ? units[end - 3]! : 0;
  if (size > 1)
    for (let i = units.indexOf(last, from + 2); i >= 0 && i < to; i = units.indexOf(last, i + 1)) {
      if (units[i - 1] !== second || i === end - 1) continue;
      const inside = isWordUnit(units[i + 1] ?? 0);
      if (inside) pairInside++;
      else pairEnds++;
      if (size > 2 && units[i - 2] === third) {
        if (inside) suffixInside++;
        else suffixEnds++;
      }
    }
  return { size, alone, prefix, lacks: prefix > 0 ? lacks : 0, ended, suffixEnds, suffixInside, pairEnds, pairInside };
}

/** How the document ends its blocks of one kind. Light blocks are left out, and those that end in a colon and the like. */
export interface Habit {
  readonly count: number;
  /** Of those, how many end in an end mark. */
  readonly finished: number;
  /** Of those that a heading follows. */
  readonly before: number;
  readonly beforeFinished: number;
}

export interface Habits {
  readonly prose: Habit;
  readonly list: Habit;
  readonly quote: Habit;
  /** Indexes of paragraphs that a heading follows and that end in no mark; at most MOST_OPEN and one. */
  readonly open: readonly number[];
  /** Every line is a paragraph by itself: most break a sentence, and two in five at most end in a mark. */
  readonly wrapped: boolean;
  /** Paragraphs that begin with a small letter, and with a capital. */
  readonly small: number;
  readonly capital: number;
}

/** More open paragraphs before headings than this are how the document is written. */
export const MOST_OPEN = 12;
/** Paragraphs in a row that are needed to call a document wrapped, and the share that breaks a sentence, in percent. */
const WRAPPED_PAIRS = 10;
const WRAPPED_SHARE = 50;

/** Whether a block weighs as much as a label. */
export function heavy(units: Uint16Array, block: Block): boolean {
  return weightOfUnits(units, block.start, Math.min(block.end, block.start + 2 * LABEL_WEIGHT)) >= LABEL_WEIGHT;
}

/** How the document ends its paragraphs, items and quotes. */
export const habits: (document: Document) => Habits = view((document) => {
  const { units } = document;
  const all = blocks(document);
  const make = (): { -readonly [key in keyof Habit]: Habit[key] } => ({
    count: 0,
    finished: 0,
    before: 0,
    beforeFinished: 0,
  });
  const found = { prose: make(), list: make(), quote: make() };
  const open: number[] = [];
  let pairs = 0;
  let broken = 0;
  let small = 0;
  let capital = 0;
  for (let i = 0; i < all.length; i++) {
    const block = all[i]!;
    const { kind } = block;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    if (kind === 'prose') {
      const first = units[block.start]!;
      if (isUpper(first)) capital++;
      else if (isLower(first)) small++;
    }
    if (!heavy(units, block)) continue;
    const ending = endingOf(units, block.start, block.end);
    const next = all[i + 1]?.kind;
    if (kind === 'prose' && next === 'prose') {
      pairs++;
      if (ending === 'open') broken++;
    }
    if (ending === 'neutral') continue;
    const habit = found[kind];
    const heading = next === 'heading';
    habit.count++;
    if (heading) habit.before++;
    if (ending === 'terminal') {
      habit.finished++;
      if (heading) habit.beforeFinished++;
    } else if (heading && kind === 'prose' && open.length <= MOST_OPEN) open.push(i);
  }
  return {
    ...found,
    open,
    wrapped:
      pairs >= WRAPPED_PAIRS &&
      100 * broken >= WRAPPED_SHARE * pairs &&
      5 * found.prose.finished < 2 * found.prose.count,
    small,
    capital,
  };
});

/** How many blocks of this one's kind, but itself, end in an end mark, and how many there are. */
export function habitBeside(document: Document, block: Block): { readonly finished: number; readonly count: number } {
  const { units } = document;
  const habit = habits(document)[block.kind === 'list' || block.kind === 'quote' ? block.kind : 'prose'];
  const ending = heavy(units, block) ? endingOf(units, block.start, block.end) : 'neutral';
  return {
    finished: habit.finished - (ending === 'terminal' ? 1 : 0),
    count: habit.count - (ending === 'neutral' ? 0 : 1),
  };
}

/** What speaks for a sentence that goes on behind [start, end), the end of a paragraph that has no end mark. */
export interface Unfinished {
  /** Sum of all that speaks for and against. From 4 on few whole paragraphs are left; see `WEIGHTS`. */
  readonly score: number;
  /** Of it, what the last words and marks say, without the habits of the document. */
  readonly words: number;
  /** What a reader can see for himself, for a message. */
  readonly said: readonly string[];
}

/**
 * How much each sign adds, in halves of a natural logarithm of odds: fitted on real documents, whole and cut at random
 * (training half of the corpus).
 */
const WEIGHTS = {
  base: -5,
  /** It is the end of the document: fewer whole documents than sections end without a mark. */
  last: 2,
  comma: 6,
  commaOfItem: 3,
  unclosed: 8,
  before: 6,
  /** The beginning of other words, alone nowhere: by how much is missing. */
  fragment: 6,
  slightFragment: 3,
  unseen: -1,
  /** Stands elsewhere before an end mark; stands elsewhere often and never does. */
  ended: -3,
  never: 2,
  oneLetter: 5,
  twoLetters: 3,
  digit: -7,
  digits: 1,
  capital: -2,
  inner: 3,
} as const;

/** The last block of a document may weigh less than a label, if it holds two words. */
const WORDS_WEIGHT = 6;
const TWO_WORDS = pattern('u')`^(?:[-*+] |\d+\. )?\p{L}\S*\s+\S`;

/** Longest paragraph that is looked through, in units, from its end. */
const PARAGRAPH_UNITS = 4000;

/** Whether a sentence ends inside the stretch: an end mark that more text follows. */
export function holdsSentence(units: Uint16Array, start: number, end: number): boolean {
  for (let i = Math.max(start, end - PARAGRAPH_UNITS); i + 3 < end; i++) {
    const mark = END_MARKS[units[i]!]!;
    if (mark === 1 || (mark > 1 && SPACES[units[i + 1]!] === 1)) return true;
  }
  return false;
}

/** A link that begins its line. */
const LINK_BEGUN = /^(?:[-*+] |\d+\. )?\[[^\]]+$/u;

/** Whether a unit can be the last of a sentence that breaks off: a letter, a digit, a comma; no dash, no underscore. */
function bare(unit: number): boolean {
  if (unit === 0x5f || unit === 0x2d || unit === 0xfe0f || unit === 0x2013 || unit === 0x2014) return false;
  return isWordUnit(unit) || GOES_ON.has(unit);
}

/** The evidence at the end of a block, without the white space behind it; undefined where its end can prove nothing. */
export function unfinished(document: Document, block: Block, isLast: boolean): Unfinished | undefined {
  const { units } = document;
  let { end } = block;
  while (end > block.start && SPACES[units[end - 1]!] === 1) end--;
  const line = Math.max(block.start, units.lastIndexOf(LF, end - 1) + 1);
  const tail = document.slice(Math.max(line, end - 200), end);
  const last = units[end - 1]!;
  const start = Math.max(block.start, end - PARAGRAPH_UNITS);
  const weight = weightOfUnits(units, start, end);
  let unclosed = endingOf(units, start, end) !== 'open' ? undefined : unclosedIn(document.slice(start, end));
  // `*** Joins`: in plain text these marks are no pairs
  if (document.format === 'text' && (unclosed === '**' || unclosed === '`')) unclosed = undefined;
  // `None` and `N/A` are whole; two words that begin a sentence may not be
  if (
    unclosed === undefined &&
    (weight < (isLast ? WORDS_WEIGHT : LABEL_WEIGHT) || (weight < LABEL_WEIGHT && !TWO_WORDS.test(tail)))
  )
    return undefined;
  const said: string[] = [];
  const base = WEIGHTS.base + (isLast ? WEIGHTS.last : 0);
  let score: number = base;
  if (GOES_ON.has(last)) {
    score += block.kind === 'list' ? WEIGHTS.commaOfItem : WEIGHTS.comma;
    said.push(`"${String.fromCharCode(last)}" stands last`);
  }
  if (!bare(last) || ADDRESS.test(tail) || LABEL.test(tail)) {
    if (unclosed === undefined || unclosed === '[') return undefined;
  }
  if (unclosed !== undefined) {
    score += WEIGHTS.unclosed + (unclosed === '[' && LINK_BEGUN.test(tail) ? 3 : 0);
    said.push(`"${unclosed}" is not closed`);
  }
  if (standsBefore(document, start, end)) {
    score += WEIGHTS.before;
    said.push('its last word is one that others follow');
  }
  const whole = lastWord(document, start, end);
  // `list.c`, `q-vector`: the end of a name
  const before = units[end - whole.size - 1];
  const word = whole.size > 0 && before !== undefined && JOINS.has(before) ? NONE : whole;
  score += ofWord(word, said);
  score += ofCharacter(document, start, end, said);
  const words = score - base;
  if (isDecimalDigit(last)) score += WEIGHTS.digit + (word.size > 1 ? WEIGHTS.digits : 0);
  if (word.size > 0 && isUpper(units[end - word.size]!)) score += WEIGHTS.capital;
  if (weight < LABEL_WEIGHT) score -= 2;
  if (weight >= 60) score += 1;
  else if (isLast && weight < 35) score -= 1;
  if (weight >= 150) score -= 1;
  if (holdsSentence(units, start, end)) score += WEIGHTS.inner;
  const { kind } = block;
  if (kind === 'list') score -= 1;
  const { finished, count } = habitBeside(document, block);
  const open = count - finished;
  const below = (percent: number): boolean => 100 * (10 * open + 7) < percent * (10 * count + 14);
  const strong = below(12) ? 2 : 0;
  score += (below(30) ? 2 : 0) + (below(20) ? 1 : 0) + strong + (below(3) ? 1 : 0);
  if (word.size > 0 && word.alone + word.prefix === 0 && strong > 0) score -= 1;
  if (count >= 2 && 2 * finished >= count)
    said.push(`no full stop, which ${finished} of ${count} ${kind === 'list' ? 'items' : 'paragraphs'} have`);
  return { score, words, said };
}

/** Marks inside a name. */
const JOINS: ReadonlySet<number> = new Set(Array.from('.-/_:@#$\\&', (mark) => mark.charCodeAt(0)));

/** The same for Chinese and Japanese, by characters: how often the last one and the last two end a clause elsewhere. */
function ofCharacter(document: Document, start: number, end: number, said: string[]): number {
  const { units } = document;
  const last = units[end - 1]!;
  if (!ideographic(last)) return 0;
  const second = end - 2 >= start ? units[end - 2]! : 0;
  let ends = 0;
  let inside = 0;
  let pairEnds = 0;
  let pairInside = 0;
  const from = Math.max(0, end - AROUND);
  const to = Math.min(units.length - 1, end + AROUND);
  for (let i = units.indexOf(last, from + 1); i >= 0 && i < to; i = units.indexOf(last, i + 1)) {
    if (i === end - 1) continue;
    const pair = units[i - 1] === second;
    if (ideographic(units[i + 1]!)) {
      inside++;
      if (pair) pairInside++;
    } else {
      ends++;
      if (pair) pairEnds++;
    }
  }
  const all = ends + inside;
  let score = 0;
  if (all >= 6 && 20 * ends < all) score += 4;
  else if (all >= 6 && 7 * ends < all) score += 2;
  else if (all >= 4 && 2 * ends > all) score -= 2;
  if (pairEnds > 0) score -= 3;
  else if (pairInside >= 2) {
    score += 2;
    said.push(`"${document.slice(end - 2, end)}" stands ${pairInside} times elsewhere, and nothing ends there`);
  }
  return score;
}

function ideographic(unit: number): boolean {
  if (unit < 0x3041) return false;
  const code = script(unit);
  return code === 'Han' || code === 'Hiragana' || code === 'Katakana';
}

function ofWord(word: LastWord, said: string[]): number {
  if (word.size === 0) return 0;
  const { alone, prefix, suffixEnds, suffixInside, pairEnds, pairInside } = word;
  let score = 0;
  const suffixes = suffixEnds + suffixInside;
  const pairs = pairEnds + pairInside;
  const known = suffixes >= 4;
  const rare = known && 100 * suffixEnds < 6 * suffixes;
  const seldom = known && !rare && 4 * suffixEnds < suffixes;
  const usual = known && 10 * suffixEnds > 6 * suffixes;
  const rarePair = pairs >= 6 && 20 * pairEnds < pairs;
  const middling = pairs >= 6 && 20 * pairEnds >= 3 * pairs && 20 * pairEnds < 7 * pairs;
  if (rare) score += 2;
  if (seldom) score += 1;
  if (usual) score -= 1;
  if (rarePair) score += 2;
  if (middling) score -= 1;
  if (alone > 0) {
    if (rare) score -= 3;
    if (rarePair) score -= 3;
    if (word.ended > 0) score += WEIGHTS.ended;
    else if (alone >= 10) {
      score += WEIGHTS.never;
      said.push(`its last word stands ${alone} times elsewhere, and nothing ends there`);
    }
  } else if (prefix > 0) {
    score += word.lacks >= 3 ? WEIGHTS.fragment : WEIGHTS.slightFragment;
    said.push('its last word is the beginning of others and stands nowhere else');
  } else {
    score += WEIGHTS.unseen;
    if (rare) score -= 2;
    if (seldom) score += 2;
    if (usual) score += 1;
    if (!known && word.size >= 3) score += 1;
    if (rarePair) score += 2;
    if (rare || rarePair) said.push('its last letters end no other word here');
  }
  if (word.size === 1) score += WEIGHTS.oneLetter;
  if (word.size === 2) score += WEIGHTS.twoLetters;
  return score;
}
