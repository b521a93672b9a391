/** A section, a heading, a figure or a requirement that a document sends its reader to, and that is not there. */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, DocumentCheck, Fact, Observation, Pair, Place, Span } from '../core/types.ts';
import { digitValue } from '../core/unicode.ts';
import { blocks } from '../views/blocks.ts';
import { captions, type Caption, type Captions } from '../views/captions.ts';
import { blockBefore } from '../views/context.ts';
import { finds, fragments, linksAway, linksWithin, nearly, type FragmentLink } from '../views/fragments.ts';
import { goneOnPurpose, identifiers } from '../views/identifiers.ts';
import { labels } from '../views/numbering.ts';

/** Fewer numbered sections below a first level are no system of numbers that a reference can miss. */
const LEAST_SECTIONS = 8;
/** References that find their section, for each that does not: else sections are numbered by what shows the document. */
const FOUND_FOR_ONE = 4;
/** More are one cause (another edition, another document), and told in one finding. */
const SHOWN = 6;
/** Units around a reference that may name another document. */
const AROUND = 90;

/** A number with a dot. */
const NUMBER = pattern('u')`^\d{1,2}(?:\.\d{1,3}){1,4}(?![\d.]*\d)`;
const LETTER = pattern('u')`^\p{L}`;
/** Words for a section, right before its number; in most of the languages that specifications are written in. */
const BEFORE = pattern(
  'iu',
)`(?:§{1,2}\s?|(?<![\p{L}\p{N}])(?:sections?|sec\.|clauses?|chapters?|subsections?|paragraphs?|abschnitt(?:e|en|s)?|kapiteln?|ziffern?|chapitres?|paragraphes?|secci[oó]n(?:es)?|cap[ií]tulos?|apartados?|se[cç][aã]o|se[cç][oõ]es|sezion[ei]|capitol[oi]|paragraf[oi]|secties?|hoofdstuk(?:ken)?|paragra(?:af|fen)|avsnitt|kapitel|afsnit|rozdzia[łl]\p{L}*|sekcj\p{L}*|punk\p{L}*|bölüm\p{L}*|раздел\p{L}*|глав[аеуы]|пункт\p{L}*|розділ\p{L}*)\s|[第见見參参])$`;
/** The same where the word stands behind: 4.3节, 4.3 절. */
const BEHIND = pattern('u')`^\d{1,2}(?:\.\d{1,3}){1,4}\s?(?:[节節章]|절|장)(?!\p{Nd})`;
/** Another document is spoken of: its name, number or a citation. */
const ELSEWHERE = pattern(
  'u',
)`\[[^\]\n]{1,40}\]|\]\(|https?:|\b(?:RFC|ISO|IEC|IEEE|ITU|ETSI|ANSI|NIST|FIPS|W3C|ECMA|BCP|STD|DIN|EN|GOST|ГОСТ|JIS|GB|PEP|EIP|BIP|XEP|CIP|NIP|SIP|UTS|UAX|POSIX|OASIS|3GPP|TS|TR|HTML|XML|CSS|Unicode|GDPR|WCAG)\b[\s-]?[\d/.]*|[《「『“"][^》」』”"\n]{2,60}[》」』”"]|\b(?:of|in|to|der|des|du|de|del|della|van|из|в)\s+(?:the\s+|this\s+|that\s+|la\s+|el\s+)?(?:[\p{L}\d.-]*[\p{Lu}\d]){2}`;

/** `sections 5.4 and 5.5 of the model`: said of something that is named behind it. */
const OF = pattern(
  'iu',
)`^[^.;\n]{0,24}\b(?:of|in|des|der|du|de|del|della|dello|do|da|van|из|в|от)\s(?!this|diese[rs]?\b|ce\b|este|questo|deze|этого)`;

/** Identifiers of one form that are defined in the set, below which they are no system. */
const LEAST_DEFINED = 5;
/** Identifiers that are kept of a document. */
const MOST_IDENTIFIERS = 2000;

/** Identifiers of requirements in one document. */
interface Identified {
  /** `REQ-7`, those that begin a heading, an item, a row or a paragraph. */
  readonly defined: readonly string[];
  /** The first place of each that is only spoken of. */
  readonly used: readonly { readonly text: string; readonly scheme: string; readonly place: Place }[];
}

/** A link to a heading of another document. */
interface Away {
  readonly path: string;
  readonly fragment: string;
  readonly place: Place;
}

type Facts = Partial<Identified> & { readonly away?: readonly Away[] };

/** Links to headings of other documents that are kept of one. */
const MOST_AWAY = 300;
/** Pairs of documents that are opened for such links in one set. */
const MOST_PAIRS = 1000;

export const danglingReference: DocumentCheck<Facts, readonly Away[]> = {
  id: 'dangling-reference',
  title: 'A reference to a section, heading, figure or identifier that is not there',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    yield* lostSections(document);
    yield* lostNumbers(document);
    yield* lostFragments(document);
    yield* lostFigures(document);
  },
  collect(document, { kind }): Facts | undefined {
    // what a list of changes speaks of may have been elsewhere, or may be gone
    const own = kind === 'changelog' ? undefined : identified(document);
    const away = linksAway(document, MOST_AWAY).map((link) => ({
      path: link.path,
      fragment: link.fragment,
      place: at(document, link),
    }));
    return away.length > 0 ? { ...own, away } : own;
  },
  *pairs(facts, folder): Iterable<Pair<readonly Away[]>> {
    let pairs = 0;
    for (const { path: a, fact } of facts) {
      const byTarget = new Map<string, Away[]>();
      for (const link of fact.away ?? []) {
        const b = targetOf(a, link.path);
        if (b === null || b === a || folder.entry(b)?.outcome !== 'read') continue;
        const own = byTarget.get(b);
        if (own) own.push(link);
        else byTarget.set(b, [link]);
      }
      for (const [b, data] of byTarget) if (pairs++ < MOST_PAIRS) yield { a, b, data };
    }
  },
  *confirm(_a, b, links): Iterable<Observation> {
    yield* lostAnchors(b, links);
  },
  *among(facts): Iterable<Observation> {
    yield* lostIdentifiers(facts.flatMap(({ path, fact }) => (isIdentified(fact) ? [{ path, fact }] : [])));
  },
};

/** References to numbered sections. */
function* lostSections(document: Document): Iterable<Observation> {
  const sections = sectionsOf(document);
  if (sections.size < LEAST_SECTIONS) {
    yield* behindLast(document);
    return;
  }
  const lost: { readonly span: Span; readonly number: string }[] = [];
  let found = 0;
  for (const reference of referencesIn(document)) {
    if (sections.has(reference.number)) found++;
    else lost.push(reference);
  }
  const own = lost.filter(({ number }) => isOwn(number, sections));
  if (own.length === 0 || lost.length * FOUND_FOR_ONE > found) return;
  const numbers = [...new Set(own.map(({ number }) => number))];
  const named = listed(numbers);
  const [first, ...rest] = own.map(({ span }) => at(document, span));
  yield {
    message: `sends the reader to ${numbers.length === 1 ? 'section' : 'sections'} ${named}, and no heading bears ${numbers.length === 1 ? 'this number' : 'these numbers'}; ${found} other references find theirs`,
    next: 'Correct the number, or restore the section',
    places: [first!, ...rest.slice(0, SHOWN - 1)],
  };
}

/** Numbers of one series, below which a reference to one behind its end may be to something else; and units of a document with one. */
const LEAST_NUMBERS = 4;
const SMALL = 40_000;
/** A number further behind the last one is that of another series. */
const BEYOND = 10;
/** Labels that are looked at. */
const MOST_LABELS = 400;

/** Words for an item of a numbered list, a step, an article, before its number. */
const ITEM = pattern(
  'giu',
)`(?<![\p{L}\p{N}])(?:steps?|items?|points?|paragraphs?|clauses?|articles?|rules?|requirements?|conditions?|sections?|chapters?|schritt(?:e|en|s)?|punkt(?:e|en|s)?|absatz|absätze|artikel[ns]?|regeln?|anforderung(?:en)?|nummer|abschnitt(?:e|en|s)?|kapiteln?|étapes?|alinéas?|règles?|exigences?|chapitres?|pasos?|puntos?|artículos?|reglas?|requisitos?|apartados?|capítulos?|passos?|pontos?|artigos?|regras?|etapas?|pass[oi]|punt[oi]|articol[oi]|regol[ae]|requisit[oi]|stap(?:pen)?|punten|eis(?:en)?|regels?|krok\p{L}{0,3}|artykuł\p{L}{0,3}|reguł\p{L}{0,3}|wymagani\p{L}{0,3}|bod\p{L}{0,2}|článk\p{L}{0,2}|pravidl\p{L}{0,3}|požadav\p{L}{0,4}|steg|punkt(?:en)?|krav(?:et)?|regel(?:en)?|trinn|trin|kohta|kohdan|vaihe(?:en)?|vaatimus|vaatimuksen|nõue|nõude|punkti?|samm|adım|madde|kural|gereksinim|lépés|pont|követelmény|pasul|punctul|articolul|cerința|regula|шаг\p{L}{0,3}|пункт\p{L}{0,3}|стать\p{L}{1,2}|правил\p{L}{0,2}|требовани\p{L}{1,2}|крок\p{L}{0,3}|вимог\p{L}{0,2}|βήμα|απαίτηση|κανόνας|الخطوة|البند|المادة|القاعدة|المتطلب|بند|ماده|مرحله|نیازمندی|चरण|नियम|आवश्यकता|bước|mục|điều|yêu cầu|langkah|butir|pasal|aturan|ნაბიჯი|პუნქტი|მოთხოვნა|შესვლა|סעיף|שלב|כלל)\s(\d{1,2}|[\u{660}-\u{669}\u{6f0}-\u{6f9}\u{966}-\u{96f}]{1,2})(?![\p{N}\p{L}%°]|[.,:\/-]\p{N}|\s?[-–]\s?\p{N})|(?<![\p{N}.])第\s?(\d{1,2})\s?(?:条|條|項|项|步|章|節|节|点)|(?:手順|要件|ルール|需求|要求|规则|規則|步骤|步驟)\s?(\d{1,2})(?![\p{N}.]|\s?[-–~～至]\s?\p{N})|(?<![\p{N}.])(\d{1,2})\s?(?:번|단계)(?!\p{N})`;

/** Words for a part with a heading. */
const OF_HEADINGS = /^(?:section|chapter|abschnitt|kapitel|chapitre|cap[ií]tulo|第.*[章節节])/iu;

/**
 * `step 12` where the only list of the document goes from 1 to 8: references behind the end of a series that is whole. Which of several lists
 * is meant nothing says, so the document must have no other that goes so far.
 */
function* lostNumbers(document: Document): Iterable<Observation> {
  if (document.units.length > SMALL) return;
  const all = labels(document);
  if (all.length < LEAST_NUMBERS || all.length > MOST_LABELS) return;
  const series = new Map<string, Set<number>>();
  let high = 0;
  for (const { style, path, kind, last } of all) {
    if (path.length > 1) continue;
    const top = last ?? path[0]!;
    if (top > high) high = top;
    const key = `${style} ${kind}`;
    const own = series.get(key);
    if (own) own.add(path[0]!);
    else series.set(key, new Set(path));
  }
  const long = [...series].filter(([, own]) => own.size >= LEAST_NUMBERS);
  if (long.length !== 1) return;
  const [style, numbers] = long[0]!;
  if (Math.max(...numbers) !== high || !isWhole(numbers)) return;
  const ofHeadings = style.endsWith(' heading');
  const starts = new Set(all.map(({ start }) => start));
  const lost: Span[] = [];
  const names = new Set<string>();
  for (const match of document.text.matchAll(ITEM)) {
    const digits = (match[1] ?? match[2] ?? match[3] ?? match[4])!;
    const value = /\d/.test(digits) ? Number(digits) : otherDigits(digits);
    if (value <= high || value > high + BEYOND) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (starts.has(start) || (!ofHeadings && OF_HEADINGS.test(match[0]))) continue;
    const block = blockBefore(document, start);
    if (!block || block.end < end || (block.kind !== 'prose' && block.kind !== 'list' && block.kind !== 'table'))
      continue;
    const line = document.units.lastIndexOf(0x0a, start) + 1;
    // it begins its line: it may be what bears the number
    if (document.slice(Math.max(line, start - 12), start).trim() === '' && block.kind !== 'prose') continue;
    const before = document.slice(Math.max(block.start, start - AROUND), start);
    const behind = document.slice(end, Math.min(block.end, end + AROUND));
    if (ELSEWHERE.test(before) || ELSEWHERE.test(behind) || OF.test(behind) || goneOnPurpose(document, start, end))
      continue;
    lost.push({ start, end });
    names.add(match[0]);
  }
  // more are those of another document
  if (lost.length === 0 || names.size > 1) return;
  const [first, ...rest] = lost.map((span) => at(document, span));
  yield {
    message: `speaks of ${listed([...names])}, and what is numbered in this document ends with ${high}`,
    next: 'Correct the number, or put in what it names',
    places: [first!, ...rest.slice(0, SHOWN - 1)],
  };
}

/** Whether the numbers count up from 1, but for one that is skipped. */
function isWhole(values: ReadonlySet<number>): boolean {
  return Math.min(...values) === 1 && Math.max(...values) <= values.size + 1;
}

function otherDigits(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + digitValue(digits.charCodeAt(i));
  return value;
}

/** Numbers with a point, below which a document has no system of them. */
const LEAST_POINTED = 4;
/** Right before a number where no word for a section stands: `(see 3.4)`, `2.1, 3.1 and 3.5`. */
const SEE = pattern(
  'iu',
)`(?:(?<![\p{L}\p{N}])(?:see|siehe|s\.|vgl\.|voir|cf\.|véase|ver|vea|vedi|zie|zob\.|viz|se|katso|lásd|см\.|див\.|bkz\.|xem|lihat|δείτε|انظر|ר׳)\s|参见|參見|见|見)$`;
const AND = pattern(
  'iu',
)`\d\.\d{1,2}(?:,|,?\s(?:and|or|und|oder|et|ou|y|e|o|en|i|och|og|ja|és|și|и|или|і|ve|và|dan|και))\s$`;

/** Of a document with few numbered parts: a number behind the last one of a chapter whose parts count up from 1. */
function* behindLast(document: Document): Iterable<Observation> {
  if (document.units.length > SMALL) return;
  const chapters = new Map<string, Set<number>>();
  let count = 0;
  for (const { path, style } of labels(document)) {
    if (style !== 'n') continue;
    if (path.length !== 2) continue;
    count++;
    const own = chapters.get(`${path[0]!}`);
    if (own) own.add(path[1]!);
    else chapters.set(`${path[0]!}`, new Set(path.slice(1)));
  }
  if (count < LEAST_POINTED || [...chapters.values()].some((own) => !isWhole(own))) return;
  const lost = [...referencesIn(document, true)].filter(({ number }) => {
    const [chapter, part, ...deeper] = number.split('.');
    const own = chapters.get(chapter!);
    return (
      own !== undefined &&
      deeper.length === 0 &&
      Number(part) > Math.max(...own) &&
      Number(part) <= Math.max(...own) + BEYOND
    );
  });
  const names = [...new Set(lost.map(({ number }) => number))];
  if (names.length !== 1) return;
  const [first, ...rest] = lost.map(({ span }) => at(document, span));
  yield {
    message: `sends the reader to ${names[0]!}, and no part of the document bears this number; those of its chapter end with ${names[0]!.split('.')[0]!}.${Math.max(...chapters.get(names[0]!.split('.')[0]!)!)}`,
    next: 'Correct the number, or restore the section',
    places: [first!, ...rest.slice(0, SHOWN - 1)],
  };
}

/** Captions of one chapter, below which they are no series; of a document that counts without chapters there are more. */
const LEAST_OF_CHAPTER = 2;
/** Different figures that are referred to and are there, and references to them for each that finds none. */
const FIGURES_FOUND = 3;
/** More numbers behind the last caption: captions are there in another form. */
const FIGURES_LOST = 2;
/** A number so far behind the last caption is one of another document. */
const FAR = 3;

/** References to figures and tables whose number no caption bears. */
function* lostFigures(document: Document): Iterable<Observation> {
  for (const group of captions(document)) {
    const found = lostOf(document, group);
    if (!found) continue;
    const { lost, live, sure } = found;
    const names = [...new Set(lost.map(({ path }) => `${group.word} ${path.join('.')}`))];
    const places = lost.map((span) => at(document, span));
    // where a number is skipped, the caption behind the skip is where it should have been
    const next = sure ? behindGap(group, lost[0]!) : undefined;
    if (next) places.unshift(at(document, next, { note: 'the caption behind it' }));
    const [first, ...rest] = places;
    yield {
      ...(sure ? {} : { level: 'note' as const }),
      message: `sends the reader to ${listed(names)}, and no caption bears ${names.length === 1 ? 'this number' : 'these numbers'}; ${live} other ${live === 1 ? 'reference finds its' : 'references find theirs'}`,
      next: 'Correct the number, or restore what it names',
      places: [first!, ...rest.slice(0, SHOWN - 1)],
    };
  }
}

/** References of a group that find no caption, and how certain that is. */
function lostOf(
  document: Document,
  group: Captions,
): { readonly lost: readonly Caption[]; readonly live: number; readonly sure: boolean } | undefined {
  const depth = group.captions[0]!.path.length;
  if (group.captions.some(({ path }) => path.length !== depth)) return undefined;
  const series = new Map<string, Set<number>>();
  for (const { path } of group.captions) {
    const chapter = path.slice(0, -1).join('.');
    const own = series.get(chapter);
    if (own) own.add(path.at(-1)!);
    else series.set(chapter, new Set(path.slice(-1)));
  }
  const lost: Caption[] = [];
  const found = new Set<string>();
  let live = 0;
  for (const reference of group.references.flatMap((one) => singles(document, one, depth))) {
    const { path, start, end } = reference;
    if (path.length !== depth) continue;
    const key = path.join('.');
    if (group.named.has(key)) {
      live++;
      found.add(key);
      continue;
    }
    const own = series.get(path.slice(0, -1).join('.'));
    if (!own || own.size < (depth === 1 ? FIGURES_FOUND : LEAST_OF_CHAPTER)) continue;
    const block = blockBefore(document, start);
    const before = document.slice(Math.max(block?.start ?? 0, start - AROUND), start);
    const behind = document.slice(end, Math.min(block?.end ?? document.units.length, end + AROUND));
    if (!ELSEWHERE.test(before) && !ELSEWHERE.test(behind) && !OF.test(behind)) lost.push(reference);
  }
  const numbers = new Set(lost.map(({ path }) => path.join('.')));
  if (numbers.size === 0 || numbers.size > found.size) return undefined;
  const own = (one: Caption): ReadonlySet<number> => series.get(one.path.slice(0, -1).join('.'))!;
  // a number that is skipped among the captions says by itself that it should be there
  const inside = lost.every((one) => one.path.at(-1)! < Math.max(...own(one)));
  const sure =
    lost.every((one) => isNext(one.path.at(-1)!, own(one), lost)) &&
    (inside
      ? found.size >= LEAST_OF_CHAPTER
      : found.size >= FIGURES_FOUND && numbers.size <= FIGURES_LOST && live >= FOUND_FOR_ONE * lost.length);
  return { lost, live, sure };
}

/** A range, `Figures 3-5`, as its ends, where figures are counted without chapters. */
function singles(document: Document, one: Caption, depth: number): Caption[] {
  const [low, high] = one.path;
  if (depth > 1 || high === undefined || low! >= high || !/\d[-–]\d/u.test(document.slice(one.start, one.end)))
    return [one];
  return [
    { ...one, path: [low!] },
    { ...one, path: [high] },
  ];
}

/** A number in a gap of a series that counts up from 0 or 1 without another one, or right behind its end. */
function isNext(number: number, own: ReadonlySet<number>, lost: readonly Caption[]): boolean {
  const last = Math.max(...own);
  if (number < 1 || number > last + FAR) return false;
  const gone = new Set(lost.map(({ path }) => path.at(-1)!));
  for (let i = 1; i < last; i++) if (!own.has(i) && !gone.has(i)) return false;
  return true;
}

/** The first caption with a greater number, where the series goes on behind the one that is not there. */
function behindGap({ captions: all }: Captions, { path }: Caption): Caption | undefined {
  const chapter = path.slice(0, -1).join('.');
  return all.find((one) => one.path.slice(0, -1).join('.') === chapter && one.path.at(-1)! > path.at(-1)!);
}

/** Links to a heading of the same document that find theirs, for each that does not: else a renderer makes other names. */
const LIVE_FOR_ONE = 5;
/** Lost links that are held against every anchor. */
const MOST_COMPARED = 40;

/** Links to a heading or an anchor of the document itself. */
function* lostFragments(document: Document): Iterable<Observation> {
  if (!linksWithin(document)) return;
  const { anchors, links, open } = fragments(document);
  if (links.length === 0 || anchors.size === 0) return;
  let live = 0;
  const dead: FragmentLink[] = [];
  for (const link of links) {
    if (link.path !== '') continue;
    const found = finds(link.fragment, anchors);
    if (found === true) live++;
    else if (found === false) dead.push(link);
  }
  if (dead.length === 0) return;
  const sure =
    open || live < LIVE_FOR_ONE * dead.length
      ? []
      : dead.slice(0, MOST_COMPARED).filter(({ fragment }) => !nearly(fragment, anchors));
  const told = sure.length > 0 ? sure : dead;
  const names = [...new Set(told.map(({ fragment }) => `#${fragment}`))];
  const [first, ...rest] = told.slice(0, SHOWN).map((span) => at(document, span));
  yield {
    ...(sure.length > 0 ? {} : { level: 'note' as const }),
    message: `links to ${listed(names)}, and no heading or anchor of the document has ${names.length === 1 ? 'this name' : 'these names'}; ${live} other ${live === 1 ? 'link finds its' : 'links find theirs'}`,
    next: 'Correct the link, or restore the heading',
    places: [first!, ...rest],
  };
}

/** Identifiers that a document defines, and those that it only speaks of. */
function identified(document: Document): Identified | undefined {
  const all = identifiers(document);
  if (all.length === 0) return undefined;
  const defined = new Set<string>();
  for (const one of all) if (one.defines) defined.add(one.text);
  const used = new Map<string, Identified['used'][number]>();
  const own = new Set<string>();
  for (const one of all) if (one.defines) own.add(one.scheme);
  for (const { text, scheme, local, start, end } of all) {
    // `R2`, `Rule 7`: of another document where this one has none of them
    if (local && !own.has(scheme)) continue;
    if (defined.has(text) || used.has(text) || used.size >= MOST_IDENTIFIERS) continue;
    if (goneOnPurpose(document, start, end) || ELSEWHERE_BEFORE.test(document.slice(Math.max(0, start - 24), start)))
      continue;
    used.set(text, { text, scheme, place: at(document, { start, end }) });
  }
  return { defined: [...defined].slice(0, MOST_IDENTIFIERS), used: [...used.values()] };
}

function isIdentified(fact: Facts): fact is Identified {
  return fact.defined !== undefined && fact.used !== undefined;
}

/** Where a link of a document leads to in the folder; null where that is not inside. */
function targetOf(from: string, link: string): string | null {
  const parts = from.split('/').slice(0, -1);
  let path = link;
  try {
    path = decodeURIComponent(link);
  } catch {
    // as written
  }
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Links to a heading or an anchor of another document of the set; one finding for each such document. */
function* lostAnchors(target: Document, links: readonly Away[]): Iterable<Observation> {
  const { anchors, open } = fragments(target);
  if (open || anchors.size === 0) return;
  const dead = links.filter(({ fragment }) => finds(fragment, anchors) === false);
  if (dead.length === 0) return;
  const names = [...new Set(dead.map(({ path, fragment }) => `${path}#${fragment}`))];
  const [first, ...rest] = dead.slice(0, SHOWN).map(({ place }) => place);
  yield {
    level: 'note',
    message: `links to ${listed(names)}, and no heading or anchor there has ${names.length === 1 ? 'this name' : 'these names'}`,
    next: 'Correct the link, or restore the heading',
    places: [first!, ...rest],
  };
}

/** The first three, and how many more. */
function listed(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}

/** A citation, a quotation mark or a path right before it: an identifier of another work, or an example. */
const ELSEWHERE_BEFORE = pattern('u')`(?:\[[^\]\n]{1,20}\]|https?:\S*|e\.g\.,?|z\.\s?B\.|["“„«「『'])\s?$`;

/** Most numbers in the range of a form for each that is defined: else they name things that are counted elsewhere. */
const SPREAD = 4;

/** Identifiers of one form that count up without a gap: a system, however few. */
const LEAST_IN_ROW = 3;

/** What is defined of one form. */
interface Scheme {
  readonly values: Set<number>;
  /** Digits of its numbers, where they are filled up with zeros; else 0. */
  width: number;
  /** Digits of its longest number. */
  longest: number;
}

/** `R-`, `FR`, `req-`: names of much else begin so. */
const SHORT = /^[^-_]$|^[^-_][-_]$|[^-_.]$|^[a-z]/u;

/** Numbers behind the last one that may be meant for one of a form, though nothing else says so. */
const BEHIND_LAST = 10;
/** Of so many numbers all but one are multiples of ten, where numbers are given by tens so that others fit between. */
const BY_TENS = 4;

/** By how much the numbers of a form go up: 1 or 10. */
function stepOf({ values }: Scheme): number {
  let tens = 0;
  for (const value of values) if (value > 0 && value % 10 === 0) tens++;
  return tens >= BY_TENS - 1 && tens * BY_TENS >= (BY_TENS - 1) * values.size ? 10 : 1;
}

/** Whether the numbers of a form lie close together; of few, that they count up from 0 or 1 without a gap but for what is lost. */
function dense({ values }: Scheme, scheme: string, lost: ReadonlySet<number>, step: number): boolean {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.size >= LEAST_DEFINED && !SHORT.test(scheme)) return high - low < SPREAD * step * values.size;
  let all = values.size;
  if (all > LEAST_IN_ROW)
    for (const value of lost) if (value > low && value < high && (value - low) % step === 0) all++;
  return low <= step && high - low === step * (all - 1);
}

/** Whether a number is written as those of its form are. */
function isWrittenSo(digits: string, { width, longest }: Scheme): boolean {
  if (width > 0) return digits.length === width || (digits.length > width && !digits.startsWith('0'));
  return digits.length <= longest + 1 && (digits === '0' || !digits.startsWith('0'));
}

/** Identifiers of a form that the set defines, that documents speak of and none defines. */
function* lostIdentifiers(facts: readonly Fact<Identified>[]): Iterable<Observation> {
  const defined = new Set<string>();
  const schemes = new Map<string, Scheme>();
  for (const { fact } of facts)
    for (const text of fact.defined) {
      if (defined.has(text)) continue;
      defined.add(text);
      const digits = /\d+$/u.exec(text)![0];
      const scheme = text.slice(0, -digits.length);
      let own = schemes.get(scheme);
      if (!own) schemes.set(scheme, (own = { values: new Set(), width: 0, longest: 0 }));
      own.values.add(Number(digits));
      if (digits.length > 1 && digits.startsWith('0')) own.width = digits.length;
      own.longest = Math.max(own.longest, digits.length);
    }
  for (const [scheme, own] of schemes) {
    const count = own.values.size;
    if (count < LEAST_IN_ROW) continue;
    const step = stepOf(own);
    const lost = new Map<string, Place[]>();
    const high = Math.max(...own.values) + Math.max(count, BEHIND_LAST) * step;
    for (const { fact } of facts) {
      const lostHere = fact.used.filter(
        (one) => one.scheme === scheme && !defined.has(one.text) && isWrittenSo(one.text.slice(scheme.length), own),
      );
      // far from the others it is one of them where its document speaks of others, or its number is filled up as theirs
      const isOfThem =
        lostHere.length > 0 &&
        !SHORT.test(scheme) &&
        (own.width > 0 ||
          (count >= LEAST_DEFINED && fact.defined.some((text) => text.startsWith(scheme))) ||
          fact.used.some(({ text }) => text.startsWith(scheme) && defined.has(text)));
      for (const one of lostHere) {
        if (!isOfThem && Number(one.text.slice(scheme.length)) > high) continue;
        const places = lost.get(one.text);
        if (places) places.push(one.place);
        else lost.set(one.text, [one.place]);
      }
    }
    if (lost.size === 0 || lost.size * FOUND_FOR_ONE > Math.max(count, FOUND_FOR_ONE)) continue;
    const numbers = new Set([...lost.keys()].map((text) => Number(text.slice(scheme.length))));
    if (!dense(own, scheme, numbers, step)) continue;
    const names = [...lost.keys()];
    const named = listed(names);
    const [first, ...rest] = [...lost.values()].flat();
    yield {
      message: `speaks of ${named}, which ${names.length === 1 ? 'is' : 'are'} defined in no document; ${count} others of this form are`,
      next: 'Correct the number, or put in what it names',
      places: [first!, ...rest.slice(0, SHOWN - 1)],
    };
  }
}

/** Numbers with a dot that begin a heading or a paragraph, each with all that stand above it. */
function sectionsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  let headings = 0;
  for (const label of labels(document)) {
    const text = document.slice(label.start, Math.min(label.end, label.start + 24));
    const match = /\d{1,2}(?:\.\d{1,3})+/.exec(text);
    if (!match) continue;
    if (label.kind === 'heading') headings++;
    found.add(match[0]);
  }
  return headings >= LEAST_SECTIONS ? found : new Set();
}

/** A number beside those of the document: its parent section exists, or a sister of it. */
function isOwn(number: string, sections: ReadonlySet<string>): boolean {
  const parent = number.slice(0, number.lastIndexOf('.'));
  for (const section of sections) if (section.startsWith(`${parent}.`)) return true;
  return false;
}

function* referencesIn(document: Document, also = false): Iterable<{ readonly span: Span; readonly number: string }> {
  const { units } = document;
  for (const { kind, start, end } of blocks(document)) {
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    // `4.3`: most blocks have none, and then no words are looked at.
    for (let dot = units.indexOf(DOT, start); dot >= 0 && dot < end; dot = units.indexOf(DOT, dot + 1)) {
      if (!isDigit(units[dot - 1]) || !isDigit(units[dot + 1])) continue;
      let from = dot;
      while (from > start && (isDigit(units[from - 1]) || units[from - 1] === DOT)) from--;
      let to = dot;
      while (to < end && (isDigit(units[to]) || units[to] === DOT)) to++;
      dot = to;
      const before = document.slice(Math.max(start, from - AROUND), from);
      const behind = document.slice(from, Math.min(end, to + AROUND));
      const number = NUMBER.exec(behind)?.[0];
      if (number === undefined) continue;
      const after = BEHIND.exec(behind)?.[0];
      const word =
        after === undefined && !LETTER.test(behind.slice(number.length))
          ? (BEFORE.exec(before)?.[0] ?? (also && (SEE.test(before) || AND.test(before)) ? '' : undefined))
          : undefined;
      if (word === undefined && after === undefined) continue;
      if (ELSEWHERE.test(before + behind) || OF.test(behind.slice((after ?? number).length))) continue;
      yield {
        number,
        span: { start: from - (word?.length ?? 0), end: from + (after ?? number).length },
      };
    }
  }
}

const DOT = 0x2e;

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}
