/**
 * A passage in another language than the rest of its document, or a file in another language than all that lie beside it.
 * Often a page of something else came in, or a translator's memory, a generator's slip. Translations kept side by side are no
 * outliers: two languages that both come back, files and folders named by a language.
 */
import { at, nowhere } from '../core/locate.ts';
import type { Document, FolderCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { census, classNumber, UNIT_CLASS, type UnitClass } from '../views/census.ts';
import { judge, language } from '../views/language.ts';
import { weightOfUnits } from '../views/script.ts';

/** A passage lighter than this is a quotation, a title, an example. In weight of letters: some 250 with spaces and marks. */
const PASSAGE = 200;
/** A block lighter than this has no language of its own. In weight. */
const BLOCK = 60;
/** More of the text than this in another language, in percent, and the document is in two. */
const SHARE = 35;
/** More passages than this in one language, and the document is in two. */
const PASSAGES = 2;
/** More passages than this, and it is in many. */
const MANY = 5;
/** Units of a block that are judged. */
const JUDGED = 1_500;
/** Beyond this many units the rest is not looked at. */
const MOST_UNITS = 4_000_000;
/** So many siblings, all in one language, and a file in another is told. */
const SIBLINGS = 5;
/** A file lighter than this has no language to speak of. In weight. */
const FILE = 600;

const ENGLISH: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bg: 'Bulgarian',
  bn: 'Bengali',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  en: 'English',
  es: 'Spanish',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  hu: 'Hungarian',
  hy: 'Armenian',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ka: 'Georgian',
  ko: 'Korean',
  nb: 'Norwegian',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  sv: 'Swedish',
  ta: 'Tamil',
  te: 'Telugu',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

/** Languages that a short text does not tell apart. */
const KIN: readonly ReadonlySet<string>[] = [
  new Set(['es', 'pt', 'gl', 'ca', 'it', 'ro']),
  new Set(['nb', 'da', 'sv', 'no', 'nn', 'is']),
  new Set(['cs', 'sk', 'pl', 'sl', 'hr', 'sr', 'bs']),
  new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr']),
  new Set(['id', 'ms', 'tl']),
  new Set(['hi', 'mr', 'ne']),
  new Set(['fi', 'et']),
  new Set(['tr', 'az']),
  new Set(['nl', 'af']),
];

function kin(a: string, b: string): boolean {
  return a === b || KIN.some((family) => family.has(a) && family.has(b));
}

// ---------------------------------------------------------------------------------------------------------------------
// Scripts of a block

type Group =
  | 'latin'
  | 'greek'
  | 'cyrillic'
  | 'armenian'
  | 'hebrew'
  | 'arabic'
  | 'indic'
  | 'thai'
  | 'hangul'
  | 'kana'
  | 'han';

const GROUPS: readonly Group[] = [
  'latin',
  'greek',
  'cyrillic',
  'armenian',
  'hebrew',
  'arabic',
  'indic',
  'thai',
  'hangul',
  'kana',
  'han',
];
const CLASSES: Readonly<Record<Group, readonly UnitClass[]>> = {
  latin: ['upper', 'lower', 'latin1Letter', 'latinExtended'],
  greek: ['greek'],
  cyrillic: ['cyrillic'],
  armenian: ['armenian'],
  hebrew: ['hebrew'],
  arabic: ['arabic'],
  indic: ['indic'],
  thai: ['thai'],
  hangul: ['hangul'],
  kana: ['kana'],
  han: ['han', 'hanSurrogate'],
};
/** What a unit of the group weighs. */
const HEAVY: ReadonlySet<Group> = new Set<Group>(['hangul', 'kana', 'han']);

/** For each number of a unit class, the number of its group plus 1; 0 for none. */
const GROUP_OF: Uint8Array = groups();

function groups(): Uint8Array {
  const table = new Uint8Array(64);
  GROUPS.forEach((group, number) => {
    for (const name of CLASSES[group]) table[classNumber(name)] = number + 1;
  });
  return table;
}

const MARKED = [classNumber('latin1Letter'), classNumber('latinExtended')];

interface Letters {
  /** Weight of the letters of each group. */
  readonly of: Uint32Array;
  readonly all: number;
  /** Latin letters with a mark. */
  readonly marked: number;
}

/** What a letter of each group counts for. */
const GROUP_WEIGHTS: readonly number[] = GROUPS.map((group) => (HEAVY.has(group) ? 3 : 1));
const HAN_GROUP = GROUPS.indexOf('han');
const KANA_GROUP = GROUPS.indexOf('kana');

function lettersOf(units: Uint16Array, start: number, end: number): Letters {
  const of = new Uint32Array(GROUPS.length);
  let marked = 0;
  for (let i = start; i < end; i++) {
    const kind = UNIT_CLASS[units[i]!]!;
    const group = GROUP_OF[kind]!;
    if (group === 0) continue;
    of[group - 1]!++;
    if (kind === MARKED[0] || kind === MARKED[1]) marked++;
  }
  let all = 0;
  for (let number = 0; number < of.length; number++) {
    of[number]! *= GROUP_WEIGHTS[number]!;
    all += of[number]!;
  }
  return { of, all, marked };
}

/** Number of the group with the most letters; Han and kana are one. */
function mostOf({ of }: Letters): number {
  let best = 0;
  // Han and kana are one
  const sum = (number: number): number =>
    number === HAN_GROUP ? of[HAN_GROUP]! + of[KANA_GROUP]! : number === KANA_GROUP ? 0 : of[number]!;
  for (let number = 1; number < of.length; number++) if (sum(number) > sum(best)) best = number;
  return best;
}

// ---------------------------------------------------------------------------------------------------------------------
// Passages

interface Passage {
  readonly language: string;
  readonly place: Place;
  readonly weight: number;
}

interface Run extends Span {
  readonly language: string;
  readonly first: Span;
  weight: number;
}

/** Words by which a document says that it is in two languages, or that a translation follows. */
const TRANSLATION =
  /translat|übersetz|traduc|tradu[çc]|traduzione|tłumacz|перевод|переклад|翻译|翻譯|譯|翻訳|번역|ترجم|अनुवाद|vertaling|bản dịch|terjemah|çeviri|english|deutsch|français|español|português|italiano|русский|中文|汉语|日本語|한국어|العربية|فارسی|हिन्दी|abstract|summary|résumé|zusammenfassung|resumen|resumo|license|licence|lizenz/iu;

/** Addresses, targets of links, code, handles: they are in no language. */
const NO_WORDS =
  /\]\([^()\s]{0,500}\)|https?:\/\/[^\s<>)\]]{1,500}|`[^`\n]{1,200}`|@\[?[\w-]{1,60}\]?|[\w.+-]{1,60}@[\w.-]{1,60}/gu;
/** Columns of a table that was set with spaces. */
const COLUMNS = /\S {3,}\S/gu;

/** The language of a block's words, `und` where it has not enough of them. */
function languageOf(document: Document, start: number, end: number): string {
  const text = document.slice(start, Math.min(end, start + JUDGED));
  const words = text.replace(NO_WORDS, ' ');
  if (3 * words.length < 2 * text.length || (text.match(COLUMNS)?.length ?? 0) > 2) return 'und';
  return judge(words).language;
}

/** Letters with marks that a language writes, in lower case; words of other languages have others. */
const MARKED_LETTERS: Readonly<Record<string, string>> = {
  en: 'éèêëàâïîôöüçñ',
  de: 'äöüßé',
  fr: 'àâæçéèêëîïôùûüÿœ',
  es: 'áéíóúüñ',
  pt: 'áàâãçéêíóôõúü',
  it: 'àèéìíîòóùú',
  nl: 'éëïóöüèêá',
  pl: 'ąćęłńóśźż',
  tr: 'çğıöşüâîû',
  vi: 'ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  ro: 'ăâîșşțţ',
  hu: 'áéíóöőúüű',
  sv: 'åäöé',
  nb: 'æøåéòó',
  da: 'æøåé',
  fi: 'äöåšž',
  id: 'é',
  hr: 'čćđšž',
};
const markedOf = new Map<string, ReadonlySet<number>>();

/** Whether at least two letters with marks of the block, and a third of all it has, are none of the language. */
function strange(units: Uint16Array, start: number, end: number, main: string): boolean {
  const listed = MARKED_LETTERS[main];
  if (listed === undefined) return false;
  let known = markedOf.get(main);
  if (!known) {
    known = new Set([...(listed + listed.toUpperCase())].map((letter) => letter.charCodeAt(0)));
    markedOf.set(main, known);
  }
  let marked = 0;
  let foreign = 0;
  for (let i = start; i < end; i++) {
    const kind = UNIT_CLASS[units[i]!]!;
    if (kind !== MARKED[0] && kind !== MARKED[1]) continue;
    marked++;
    if (!known.has(units[i]!)) foreign++;
  }
  return foreign >= 2 && 3 * foreign >= marked;
}

/** Languages in Latin letters, as far as they are told apart. */
const OTHER_SCRIPT: ReadonlySet<string> = new Set(
  'ar fa ur he el ru uk be bg mk sr hi mr ne bn pa gu ta te kn ml si th lo km my ka hy ko ja zh bo am'.split(' '),
);
/** Blocks in Latin letters that are judged together. */
const FEW = 8;

/**
 * The language of most of the text. A quarter in another script makes a document one in that script's language, for names
 * and terms are Latin everywhere; here a passage of that size is what is looked for.
 */
function mainLanguage(document: Document, read: string, mainGroup: number): string {
  if (mainGroup === GROUPS.indexOf('han') && read !== 'zh' && read !== 'ja') {
    const { kana, han } = census(document);
    return 5 * kana > han ? 'ja' : 'zh';
  }
  if (mainGroup !== GROUPS.indexOf('latin') || !OTHER_SCRIPT.has(read)) return read;
  const pieces: string[] = [];
  for (const { kind, start, end } of blocks(document)) {
    if (kind !== 'prose' && kind !== 'list') continue;
    const { of, all } = lettersOf(document.units, start, Math.min(end, start + JUDGED));
    if (all < 100 || 10 * of[mainGroup]! < 9 * all) continue;
    pieces.push(document.slice(start, Math.min(end, start + JUDGED)));
    if (pieces.length === FEW) break;
  }
  const { language: told } = judge(pieces.join('\n').replace(NO_WORDS, ' '));
  return pieces.length < 3 || told === 'und' ? read : told;
}

function passages(document: Document, read: string): Passage[] {
  const { units } = document;
  if (units.length > MOST_UNITS) return [];
  const counts = census(document);
  const whole: Letters = {
    of: Uint32Array.from(GROUPS, (group) => {
      let sum = 0;
      for (const name of CLASSES[group]) sum += counts[name];
      return HEAVY.has(group) ? 3 * sum : sum;
    }),
    all: 0,
    marked: counts.latin1Letter + counts.latinExtended,
  };
  const mainGroup = mostOf(whole);
  const main = mainLanguage(document, read, mainGroup);
  const latin = GROUPS.indexOf('latin');
  const kana = GROUPS.indexOf('kana');
  // nothing foreign to the document in it, so much as a passage: no need to look
  let others = 0;
  for (let number = 0; number < GROUPS.length; number++)
    if (number !== mainGroup && !(number === kana && main === 'ja')) others += whole.of[number]!;
  const marks = whole.of[latin]! > 0 ? (1000 * whole.marked) / whole.of[latin]! : 0;
  const plain = mainGroup === latin && main === 'en';
  if (others < PASSAGE / 2 && mainGroup !== latin) return [];
  if (plain && others < PASSAGE / 2 && whole.marked < 6) return [];

  const runs: Run[] = [];
  let open: Run | undefined;
  let all = 0;
  for (const block of blocks(document)) {
    const { kind, start, end } = block;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'heading') {
      if (kind !== 'rule') open = undefined;
      continue;
    }
    const letters = lettersOf(units, start, end);
    all += letters.all;
    if (letters.all < BLOCK && !(open && letters.all > 0)) {
      continue;
    }
    const group = mostOf(letters);
    let found: string | null = null;
    if (group !== mainGroup) {
      const own = group === GROUPS.indexOf('han') ? letters.of[group]! + letters.of[kana]! : letters.of[group]!;
      // where Latin is foreign, names and terms are; elsewhere a name is
      if (own * 10 >= letters.all * (group === latin ? 9 : 6)) found = languageOf(document, start, end);
    } else if (group === latin) {
      const blockMarks = (1000 * letters.marked) / Math.max(1, letters.of[latin]!);
      const suspect =
        main === 'en'
          ? blockMarks >= 8
          : (marks >= 8 && blockMarks < marks / 6) ||
            strange(units, start, end, main) ||
            (marks < 8 && blockMarks >= 12);
      if (suspect && letters.all >= 100) found = languageOf(document, start, end);
    } else if (mainGroup === GROUPS.indexOf('han') && main !== 'ja' && letters.of[kana]! * 5 > letters.all)
      found = 'ja';
    else if (mainGroup === GROUPS.indexOf('arabic') && letters.all >= 150) found = languageOf(document, start, end);
    if (found === null || found === 'und' || kin(found, main)) {
      if (kind !== 'heading') open = undefined;
      continue;
    }
    if (open?.language === found) {
      open = runs[runs.length - 1] = { ...open, end, weight: open.weight + letters.all };
    } else {
      open = { language: found, start, end, first: block, weight: letters.all };
      runs.push(open);
    }
  }
  const heavy = runs.filter(({ weight }) => weight >= PASSAGE);
  if (heavy.length === 0 || heavy.length > MANY || runs.length > 2 * MANY) return [];
  for (const { language: one } of heavy) if (runs.filter((run) => run.language === one).length > PASSAGES) return [];
  let sum = 0;
  for (const { weight } of runs) sum += weight;
  if (100 * sum > SHARE * all) return [];
  return heavy.flatMap((run) => {
    // what stands before it may say that a translation follows
    const before = document.slice(Math.max(0, run.start - 200), Math.min(run.end, run.start + 80));
    if (TRANSLATION.test(before)) return [];
    return [
      { language: run.language, place: at(document, run.first), weight: weightOfUnits(units, run.start, run.end) },
    ];
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Files

interface Fact {
  readonly language: string;
  /** Whether nearly all letters are of one script. */
  readonly pure: boolean;
  /** Whether there is enough text to have a language. */
  readonly heavy: boolean;
  readonly passages: readonly Passage[];
}

/** Whether next to no letter is of another script: Latin has names and terms everywhere. */
function isPure(document: Document): boolean {
  const counts = census(document);
  let latin = 0;
  let others = 0;
  for (const group of GROUPS) {
    let sum = 0;
    for (const name of CLASSES[group]) sum += counts[name];
    if (group === 'latin') latin += sum;
    else others += HEAVY.has(group) ? 3 * sum : sum;
  }
  return 50 * others < latin || latin < others;
}

/** A tag of a language as a part of a name: `api.zh.md`, `README_fr.md`, `docs/zh-CN/`. */
const TAGGED =
  /(?:^|[/._-])(?:ar|bg|bn|cs|da|de|el|en|es|fa|fi|fr|he|hi|hr|hu|id|it|ja|jp|ka|ko|kr|nl|no|nb|pl|pt|ro|ru|sk|sv|th|tr|ua|uk|ur|vi|zh|cn|tw|hans|hant|english|chinese|japanese|korean|french|german|spanish|russian|i18n|l10n|locales?|translations?|lang)(?:[-_](?:[a-z]{2}|[a-z]{4}))?(?=[/._-]|$)/iu;

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(tag: string): string {
  return ENGLISH[tag] ?? `language ${tag}`;
}

export const languageOutlier: FolderCheck<Fact> = {
  id: 'language-outlier',
  title: 'A passage or a file in another language',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect(document) {
    // program text has no language
    if (document.format === 'code') return undefined;
    const main = language(document);
    if (main === 'und') return undefined;
    return {
      language: main,
      pure: isPure(document),
      heavy:
        document.units.length >= FILE / 3 &&
        weightOfUnits(document.units, 0, Math.min(document.units.length, 4 * FILE)) >= FILE,
      passages: passages(document, main),
    };
  },
  *run(facts, folder): Iterable<Observation> {
    const folders = new Map<string, { readonly path: string; readonly fact: Fact }[]>();
    for (const one of facts) {
      const { path, fact } = one;
      if (!folder.entry(path)) continue;
      const [first, ...more] = fact.passages;
      if (first) {
        const tags = [...new Set(fact.passages.map((passage) => nameOf(passage.language)))];
        // English stands in documents of every language: licences, quotations, the words of a standard
        const level: Level = fact.passages.every((passage) => passage.language === 'en') ? 'note' : 'look';
        yield {
          level,
          message: `${more.length === 0 ? 'a passage' : `${more.length + 1} passages`} in ${tags.join(', ')} in a document in ${nameOf(fact.language)}, ${more.length === 0 ? 'from' : 'the first from'} line ${first.place.line}`,
          next: 'See whether the passage belongs here; translate it, or take it out',
          places: [first.place, ...more.map(({ place, language }) => ({ ...place, note: nameOf(language) }))],
        };
      }
      if (!fact.heavy) continue;
      const list = folders.get(folderOf(path));
      if (list) list.push(one);
      else folders.set(folderOf(path), [one]);
    }
    for (const list of folders.values()) {
      if (list.length <= SIBLINGS) continue;
      const tags = new Map<string, number>();
      for (const { fact } of list) tags.set(fact.language, (tags.get(fact.language) ?? 0) + 1);
      if (tags.size !== 2) continue;
      const [common] = [...tags].reduce((a, b) => (b[1] > a[1] ? b : a));
      const odd = list.filter(({ fact }) => fact.language !== common);
      if (odd.length !== 1 || kin(odd[0]!.fact.language, common)) continue;
      const { path, fact } = odd[0]!;
      if (!fact.pure || TAGGED.test(path) || folder.companion(path)) continue;
      yield {
        level: fact.language === 'en' ? 'note' : 'look',
        message: `the file is in ${nameOf(fact.language)}, all ${list.length - 1} files beside it are in ${nameOf(common)}`,
        next: 'See whether the file belongs here',
        places: [nowhere(path)],
      };
    }
  },
};
