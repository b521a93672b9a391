/**
 * Tells a file that holds what a web server or site shows instead of a document: an error, a login wall, a question for cookies,
 * a check for robots, a shell that wants scripts. The whole page decides: it must be small, it must be made of such
 * sentences and labels, and nothing of a specification may stand in it.
 */
import { createDocument, stringOf } from '../core/document.ts';
import type { Document, Level, PageFact, PageSign, Span } from '../core/types.ts';
import { type Body, bodyOf, type Page, page, PAGE_UNITS, type Segment, structured } from './page.ts';
import { pattern } from '../core/pattern.ts';
import { view } from '../core/view.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { machineError } from './page-error.ts';

/** A segment up to this weight that no mark ends is a label: of a field, a button, a link, or a title. */
const LABEL = 40;
/** Heaviest text of an error, of a wall for scripts or robots: the longest of the training corpus weighs 560. In weight. */
const NOTICE = 1_200;
/** A page so light needs no second sentence that says so. */
const SAID = 250;
/** A page that is but a sentence or two. */
const BRIEF = 160;
/** A heavier sentence is not put together from single words. */
const STATED = 160;
/** Heaviest beginning of a text over a paywall. In weight. */
const TEASER = 3_000;
/** Between the menus of a site, so little is no document. In weight. */
const HOLLOW = 320;
/** A login wall of a shop stands in its menus; these are short lines. In weight. */
const WALL = 6_000;

const LF = 0x0a;
const BAR = 0x7c;

/** What is found: how the page is called, how sure that is, and the segments that show it. */
export interface WebPage {
  readonly called: string;
  readonly level: Level;
  readonly shown: readonly Segment[];
  /** What the markup of the file tells, where that is the proof. */
  readonly fact?: PageFact;
  /** The title that says it, where no line of the text does. */
  readonly title?: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// What speaks against it

/** Signs that the header of a page that was fetched has too (`Title:`, `URL:`). */
const HEADER_SIGNS: ReadonlySet<string> = new Set(['fieldItem']);

/** Signs that numbered results have too. */
const RESULT_SIGNS: ReadonlySet<string> = new Set(['fieldItem', 'numberedHeading', 'clause', 'table']);

/** Whether the text begins as structured data do. */
function isData(units: Uint16Array): boolean {
  let i = 0;
  while (i < units.length && SPACES[units[i]!] === 1) i++;
  const next = units[i + 1] ?? 0;
  // `{%` and `{{` begin the page of a template, `[` and a letter a link
  if (units[i] === 0x7b) return next !== 0x25 && next !== 0x7b;
  return units[i] === 0x5b && !isLetterLike(next) && next < 0x80;
}

/** A key and what belongs to it, in data. */
const KEY = /^\s*(?:- )?["']?[\w.$/{}~-]{1,60}["']?\s?:(?:\s|$)|^\s*- |^\s*#/u;
/** Lines of data that are looked at, and the fewest that tell. */
const DATA_LINES = 40;
const FEW = 4;

/** Whether the lines of a file that is called data are keys and what belongs to them. */
function keyed({ format, text }: Document): boolean {
  if (format !== 'yaml' && format !== 'toml' && format !== 'json') return false;
  const lines = text.split('\n', DATA_LINES).filter((line) => line.trim() !== '');
  return lines.length >= FEW && 5 * lines.filter((line) => KEY.test(line)).length >= 4 * lines.length;
}

/** Whether a file that is called a table is one: its first rows have as many cells, three or more. */
function celled({ format, text }: Document): boolean {
  if (format !== 'csv' && format !== 'tsv') return false;
  const rows = text.slice(0, CELLED_UNITS).split('\n', FEW);
  const cells = rows.map((row) => row.split(/[,;\t]/u).length);
  return rows.length > 2 && cells[0]! >= 3 && cells[1]! >= cells[0]! && cells[2]! >= cells[0]!;
}
const CELLED_UNITS = 4000;

/** Whether a source of reStructuredText says by two directives and more what a tool is to put there: `.. automodule:: x`. */
function directed({ format, text }: Document): boolean {
  if (format !== 'rst') return false;
  let count = 0;
  for (let i = text.indexOf('::'); i >= 0 && count < 2; i = text.indexOf('::', i + 2)) {
    const line = text.slice(Math.max(text.lastIndexOf('\n', i) + 1, i - 80), i);
    if (/^\s*\.\. [\w:-]{2,40}$/u.test(line)) count++;
  }
  return count > 1;
}

/** Whether a line is a command behind the prompt of a shell. */
function prompted(units: Uint16Array): boolean {
  for (let i = units.indexOf(0x24); i >= 0; i = units.indexOf(0x24, i + 1))
    if ((i === 0 || units[i - 1] === LF) && units[i + 1] === 0x20) return true;
  return false;
}

/** Whether it is a record of who said what (`AB: ...`), or the source of a typesetter. */
function recorded(document: Document, { segments }: Page): boolean {
  const coded = segments.filter(({ start, end }) =>
    /^[A-Z][A-Z_]{2,24}\d{0,4}: \S/u.test(document.slice(start, Math.min(end, start + 40))),
  );
  if (coded.length > 1 && coded.length === segments.length) return true;
  return segments.some(({ start, end }, number) =>
    number === 0 && document.units[start] === 0x5c
      ? true
      : /^(?!UR[IL]:)[A-Z]{2,3}: \S/u.test(document.slice(start, Math.min(end, start + 8))),
  );
}

/** Whether rows of a table stand in a text that is no page, whatever its markup: one bar, or a bar at the beginning. */
function tabled({ units, format }: Document): boolean {
  if (format === 'html') return false;
  let rows = 0;
  for (let i = units.indexOf(BAR); i >= 0; i = units.indexOf(BAR, i)) {
    let end = units.indexOf(LF, i);
    if (end < 0) end = units.length;
    const next = units.indexOf(BAR, i + 1);
    if (i === 0 || units[i - 1] === LF || next < 0 || next > end) {
      if (++rows > 2) return true;
    }
    i = end;
  }
  return false;
}

// ---------------------------------------------------------------------------------------------------------------------
// What speaks for it

/** Status codes that stand on error pages; no year, no port. */
function isStatus(code: number): boolean {
  return (code >= 400 && code <= 451) || (code >= 494 && code <= 530) || (code >= 1000 && code <= 1020) || code === 900;
}

/** Whether the segment holds a status code as a word of its own, and not as the number of a section or a count. */
function statusIn(units: Uint16Array, { start, end }: Segment): boolean {
  const stop = Math.min(end, start + 160);
  for (let i = start; i < stop; i++) {
    const unit = units[i]!;
    if (unit < 0x30 || unit > 0x39) continue;
    let to = i;
    let code = 0;
    while (to < stop && units[to]! >= 0x30 && units[to]! <= 0x39)
      code = Math.min(99_999, code * 10 + units[to++]! - 0x30);
    const before = units[i - 1] ?? 0x20;
    const after = units[to] ?? 0x20;
    const inner = before === 0x2e || before === 0x2d || before === 0x2f || (after === 0x2e && isDigit(units[to + 1]));
    if (to - i >= 3 && isStatus(code) && !inner && !isLetterLike(before) && !isLetterLike(after)) return true;
    i = to;
  }
  return false;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}

function isLetterLike(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || unit === 0x5f || unit === 0x24 || unit === 0x25;
}

function isLabel(segment: Segment): boolean {
  return segment.weight <= LABEL && !segment.ended && !segment.item;
}

/** Whether what it says is mostly phrases that are known. */
function mostly(segment: Segment): boolean {
  return 2 * segment.covered >= segment.weight;
}

/** Families of an error page, each said by one segment. */
type Family = 'notFound' | 'denied' | 'server' | 'maintenance' | 'tooMany' | 'script' | 'robot' | 'gate' | 'moved';

/** The family that a segment says by itself; `title`: it stands where a title does. */
function familyOf(segment: Segment, title: boolean): Family | null {
  const has = (concept: string): boolean => segment.has(concept);
  const short = title && mostly(segment);
  if (has('script') && has('enable') && segment.weight <= (has('browser') || has('polite') ? 160 : 100))
    return 'script';
  if (has('browser') && has('enable') && segment.weight <= 80 && segment.heading < 2 && !has('about')) return 'script';
  if (has('cookie') && has('enable') && !has('accept')) return 'script';
  if (has('guard') || (has('verify') && (has('human') || has('browser')))) return 'robot';
  if (has('vendor') && (has('denied') || has('error') || has('thing') || has('server'))) return 'robot';
  if (has('human') && short && (has('negation') || has('puzzle') || segment.heading === 0)) return 'robot';
  if (has('notFound') && (has('thing') || has('goBack') || has('error') || has('polite') || short)) return 'notFound';
  if (has('tooMany') && (has('polite') || has('retry') || has('denied') || has('error') || short)) return 'tooMany';
  if (has('moved') && !has('about') && segment.weight <= 160 && (has('thing') || has('goBack') || short))
    return 'moved';
  if (has('denied') && (has('thing') || has('polite') || has('error') || has('goBack') || short)) return 'denied';
  if (has('maintenance') && !has('rule') && (has('thing') || has('polite') || has('failure') || has('retry') || short))
    return 'maintenance';
  if (has('reason') && !has('about') && (segment.weight <= 80 || has('polite') || has('retry'))) return 'server';
  if (has('failure') && (has('polite') || has('error') || has('retry') || has('thing') || has('server') || short))
    return 'server';
  if (has('error') && has('server') && !has('about')) return 'server';
  if (has('signIn') && (has('password') || has('user')) && has('polite')) return 'gate';
  if (has('user') && has('password') && !has('about') && (segment.ended || has('polite'))) return 'gate';
  if (has('signIn') && has('polite') && !has('about') && segment.weight <= 120) return 'gate';
  if ((has('signIn') || has('register') || has('subscribe')) && has('gate')) return 'gate';
  return null;
}

/** The family that words of the segment say together, in whatever wording. */
function statedBy(segment: Segment, title: boolean): Family | null {
  const has = (concept: string): boolean => segment.has(concept);
  if (segment.count('about') > 1 || segment.item || segment.weight > STATED) return null;
  const short = title && mostly(segment);
  if (has('redirect') && (has('click') || has('thing') || has('polite') || has('retry') || short)) return 'moved';
  if (has('puzzle') && (has('human') || has('verify') || has('polite') || has('script') || segment.weight <= 60))
    return 'robot';
  if (has('human') && has('verify') && segment.weight <= 90) return 'robot';
  if (
    has('script') &&
    segment.weight <= 100 &&
    (has('enable') || ((has('only') || has('negation')) && (has('thing') || has('browser'))))
  )
    return 'script';
  if (has('human') && has('negation') && (has('verify') || has('only') || has('polite') || segment.weight <= 80))
    return 'robot';
  if (has('session') && has('expired')) return 'gate';
  if ((has('signIn') || has('register')) && has('only') && (has('thing') || has('reading')))
    return has('you') || has('polite') || segment.weight <= 60 ? 'gate' : null;
  if (has('access') && has('negation') && (has('thing') || has('ask') || short)) return 'denied';
  if (has('ask') && has('access') && segment.weight <= 60) return 'denied';
  const asks = has('polite') || has('retry') || has('goBack');
  if (has('often') && has('machine') && (asks || has('expired') || short)) return 'tooMany';
  if (has('upkeep') && (has('machine') || has('thing')) && (asks || has('fail') || short)) return 'maintenance';
  if (has('fail') && has('machine') && (asks || short || has('negation') || segment.weight <= 80)) return 'server';
  if (has('fail') && has('retry')) return 'server';
  if (has('negation') && has('machine') && segment.count('machine') > 1) return 'server';
  const gone = has('gone') || has('expired');
  if (has('thing') && has('negation') && (has('find') || gone)) return 'notFound';
  if (has('thing') && gone && (has('polite') || has('goBack') || has('retry') || has('error'))) return 'notFound';
  return null;
}

const CALLED: Readonly<Record<Family, string>> = {
  notFound: 'an error page (not found)',
  denied: 'an error page (no access)',
  server: 'an error page (server)',
  maintenance: 'a maintenance page',
  tooMany: 'an error page (too many requests)',
  script: 'an empty page that wants scripts or cookies switched on',
  robot: 'a check for robots',
  gate: 'a wall that wants a login',
  moved: 'a page that says where another one went',
};

/** Whether a short segment says what kind of page this is, so that it is part of no menu. */
function speaks(document: Document, segment: Segment): boolean {
  return (
    familyOf(segment, true) !== null ||
    statedBy(segment, true) !== null ||
    statusIn(document.units, segment) ||
    ((segment.has('cookie') || segment.has('accept')) && !segment.has('nav') && mostly(segment)) ||
    (segment.has('cookie') && segment.ended) ||
    segment.has('results') ||
    (segment.has('domain') && segment.has('sale')) ||
    (segment.has('error') && mostly(segment))
  );
}

/** The page without its question for cookies, where menus show that it is more than that. */
function withoutCookies(body: Body): Body {
  if (body.around === 0) return body;
  const kept: Segment[] = [];
  // the sentence after one about cookies belongs to it
  let before = false;
  for (const segment of body.segments) {
    const cookie = segment.has('cookie') && familyOf(segment, true) !== 'script';
    if (cookie || (segment.has('accept') && (isLabel(segment) || before))) before = cookie || before;
    else if (before && segment.heading === 0 && segment.ended && familyOf(segment, true) === null) before = false;
    else {
      before = before && isLabel(segment) && !mostly(segment);
      kept.push(segment);
    }
  }
  let weight = 0;
  for (const segment of kept) weight += segment.weight;
  return { ...body, segments: kept, weight, around: body.around + body.weight - weight };
}

/** Whether the text begins in the middle of a sentence or of code, or with the number of a section: it was cut out of something. */
function fragment(units: Uint16Array): boolean {
  let i = 0;
  while (i < units.length && (SPACES[units[i]!] === 1 || units[i] === 0x23)) i++;
  const unit = units[i] ?? 0;
  if (isDigit(unit)) {
    const from = i;
    while (isDigit(units[i])) i++;
    return (units[i] === 0x2e && isDigit(units[i + 1])) || (i - from < 3 && SPACES[units[i] ?? 0] === 1);
  }
  if (unit >= 0x61 && unit <= 0x7a) {
    // the name of a site
    while (i < units.length && SPACES[units[i]!] === 0) i++;
    return units[i] !== LF;
  }
  return unit === 0x7d || unit === 0x22 || unit === BAR || unit === 0x29 || unit === 0x2d;
}

/** Quotation marks of all scripts but the apostrophe: who quotes explains. */
const QUOTES: ReadonlySet<number> = new Set([0x22, 0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x300c, 0x300e, 0x60]);

/** An entry of a list that is a link: of contents, of documents, of a menu. */
function listed(units: Uint16Array, { start, end }: Segment): boolean {
  const mark = units[start]!;
  if ((mark !== 0x2d && mark !== 0x2a && mark !== 0x2b && mark !== 0x2022) || SPACES[units[start + 1] ?? 0] !== 1)
    return false;
  let i = start + 1;
  while (i < end && SPACES[units[i]!] === 1) i++;
  return units[i] === 0x5b;
}

/** Whether it is a title, or a sentence that tells what a page has, and is none of its buttons. */
function aside(segment: Segment): boolean {
  return segment.heading > 0 || (segment.ended && !segment.has('polite') && !mostly(segment));
}

/** The end of a Japanese sentence in the form of documents; pages speak in the polite one. */
const PLAIN = /(?<!まし|でし)(?:る|た|ない)。$/u;

/** How long a session lasts, in a text that speaks to nobody. */
const LASTS = /\d|[一二三四五六七八九十]{1,3}\s?(?:分|秒|小?时|時間|小時)/u;

/** Somebody's duty, in a sentence about him. */
const DUTY = pattern(
  'u',
)`\b(?:MUST|SHALL|SHOULD)\b|\b(?:[Cc]lients?|[Ss]ervers?|[Ss]ystems?|[Uu]sers?|[Aa]pplications?|[Ss]ervices?|[Cc]allers?|[Ss]enders?|[Rr]eceivers?|[Dd]evices?) (?:must|shall|has to|have to|should)\b|(?:客户端|客戶端|服务端|服务器|伺服器|系统|系統|用户|使用者|调用方)(?:应|應|必须|必須|须|須|不得|需|使用)|(?:利用者|ユーザー|システム|クライアント|サーバー)[はが][^。]{0,80}(?:なければならない|ものとする|する|こと)。|(?:Client|Server|System|Nutzer|Benutzer|Dienst)\p{L}* (?:muss|müssen|soll|sollen|darf)|(?:client|serveur|système|utilisateur)s? (?:doit|doivent)|(?:cliente|servidor|sistema|usuario|usuário|utente)s? (?:debe|deben|deve|devem|devono)|(?:[Кк]лиент|[Сс]ервер|[Сс]истема|[Пп]ользователь) долж|(?:시스템|사용자|클라이언트|서버)[은는][^.]{0,60}(?:해야|하여야)|(?:[Hh]ệ thống|[Nn]gười dùng) phải|(?:النظام|المستخدم|العميل|الخادم)`;

/** What helps an error page: it is sorry, it sends back, it asks to try again. */
const HELP: readonly string[] = ['polite', 'retry', 'goBack', 'guard'];

/** Sentences of which next to nothing is what pages say: no page has so many. */
const STATEMENTS = 4;

/** Points from which a page is one; chosen on the training corpus, where sections cut from clean documents stay below. */
const ENOUGH = 4;

/** Errors, walls for scripts, checks for robots, maintenance: a title or first sentence says it, the rest helps. */
/** A sentence that ends with words of a page in quotation marks: `the page says "Too many requests, try again later".` */
const MENTION =
  /^[^"“„«「]{12,300}\s["“„«](?=[^"“”»]*\s[^"“”»]*\s)[^"“”»/]{8,200}["”“»][.!?]?\s*$|^[^「『]{6,200}[「『][^」』]{4,100}[」』][^「『」』]{0,12}[。.]?\s*$/u;

function notice(document: Document, { segments, weight, around }: Body): WebPage | null {
  if (weight > NOTICE) return null;
  const { units } = document;
  let points = 0;
  let family: Family | null = null;
  let status = false;
  let named = false;
  let further = 0;
  let explains = 0;
  let quotes = 0;
  let foreign = 0;
  let plain = 0;
  let covered = 0;
  const families = new Set<Family>();
  const helps = new Set<string>();
  const shown: Segment[] = [];
  let heads = 0;
  let titled = false;
  let softly = false;
  let lost: Segment | undefined;
  let broke: Segment | undefined;
  let headings = 0;
  let first = 0;
  let firmly = false;
  let ends = false;
  let rules = 0;
  let spoken = false;
  let sentence = false;
  let neutral = false;
  let lasts = false;
  let told = false;
  let states = 0;
  for (const segment of segments) {
    if (segment.weight === 0) continue;
    if (
      heads < 2 &&
      segment.heading < 2 &&
      segment.has('fail') &&
      segment.weight <= 60 &&
      !segment.item &&
      !segment.has('rule')
    )
      broke ??= segment;
    if (segment.has('thing') && segment.has('gone') && segment.weight <= STATED) lost ??= segment;
    if (segment.ended) ends = true;
    // a quotation
    if (units[segment.start] === 0x3e) points -= 2;
    if (segment.heading > 2 || segment.item) points -= segment.heading > 2 ? 3 : 1;
    const title = heads < 4 && segment.weight <= 60;
    heads++;
    if (segment.heading > 0 && ++headings === heads && heads === 1) first = segment.heading;
    covered += segment.covered;
    // "a client must try again" speaks of somebody, not to him
    const duty = segment.ended && !segment.has('thing') && DUTY.test(textOf(document, segment));
    const addressed = !duty && (segment.has('you') || segment.has('polite') || segment.has('retry'));
    const flat = PLAIN.test(document.slice(Math.max(segment.start, segment.end - 6), segment.end));
    const rule = (segment.has('rule') && !addressed && !isLabel(segment)) || flat || duty;
    if (rule) rules++;
    else if (addressed || ((segment.has('goBack') || segment.has('ask')) && !aside(segment))) {
      spoken = true;
      if (addressed || segment.has('ask')) told = true;
    }
    const other = rule || listed(units, segment) || MENTION.test(textOf(document, segment));
    const firm = other ? null : familyOf(segment, title || isLabel(segment));
    const lasting = segment.has('session') && segment.ended && LASTS.test(textOf(document, segment));
    const stated = other ? null : statedBy(segment, title || isLabel(segment));
    // "the session times out after 30 seconds" is a rule, but where it tells somebody to sign in
    const said =
      firm ??
      (stated === 'gate' && lasting && !['you', 'polite', 'signIn'].some((each) => segment.has(each)) ? null : stated);
    if (said === null && segment.ended && 4 * segment.covered <= segment.weight) states++;
    if (firm !== null) firmly = true;
    if (lasting) lasts = true;
    if (said !== 'script') explains += segment.count('about');
    if (said !== null && units.subarray(segment.start, segment.end).some((unit) => QUOTES.has(unit))) quotes++;
    const coded = title && units[segment.start] !== 0x3a && statusIn(units, segment);
    const helping = HELP.filter((help) => segment.has(help));
    for (const help of helping) helps.add(help);
    if (coded && !status) {
      status = true;
      points += segment.has('error') || segment.weight <= 4 || said !== null ? 3 : 1;
      if (segment.has('error') && segment.weight <= 20) {
        points++;
        titled = heads <= 2 && segment.heading < 2;
      }
      shown.push(segment);
    }
    // a line that is the word "error" and nothing else
    if (
      !named &&
      title &&
      segment.has('error') &&
      !segment.has('thing') &&
      segment.covered + 2 >= segment.weight &&
      segment.heading < 2
    ) {
      named = true;
      points += heads === 1 && segment.heading === 0 ? 2 : 1;
      titled = heads === 1 && segment.heading === 0;
      if (shown.at(-1) !== segment) shown.push(segment);
    }
    if (
      said === null &&
      titled &&
      heads > 1 &&
      heads < 5 &&
      !softly &&
      (segment.has('thing') || segment.has('failure') || segment.has('error') || segment.has('browser'))
    ) {
      softly = true;
      points += 2;
    }
    // a first line that is nothing but an excuse
    if (heads === 1 && said === null && segment.weight <= 40 && segment.has('polite') && mostly(segment)) {
      titled = segment.heading < 2;
      points++;
    }
    if (
      heads === 1 &&
      segment.heading > 0 &&
      said === null &&
      !coded &&
      !segment.has('error') &&
      !segment.has('polite')
    )
      neutral = true;
    if (said !== null) {
      if (segment.ended || segment.weight > LABEL) sentence = true;
      if (families.has(said)) further++;
      else {
        families.add(said);
        points += families.size === 1 ? 3 : 2;
        family ??= said;
        if (heads <= 2 && title && segment.heading < 2 && mostly(segment)) titled = true;
        if (shown.at(-1) !== segment) shown.push(segment);
      }
    } else if (!coded) {
      if (isLabel(segment)) {
        if (!segment.has('nav') && !segment.has('goBack')) plain += segment.weight - segment.covered;
      } else if (helping.length === 0 && 6 * segment.covered < segment.weight) foreign += segment.weight;
    }
  }
  // several sentences of other things
  if (states >= STATEMENTS && states > 2 * shown.length) return null;
  // headings of a section without its text
  if (first > 0 && heads === headings && (first > 1 || !(firmly || ends))) return null;
  // sections are what a document has
  if (family === 'gate' && segments.filter(({ heading }) => heading > 0).length > 2) return null;
  // how long a session lasts is said in the text that asks for it
  if (family === 'gate' && !spoken && lasts) return null;
  // a page speaks to somebody, a rule says when and for whom
  if (rules > 0 && !told) return null;
  explains += rules;
  if (neutral && sentence && !spoken) return null;
  if (family === null && lost && !lost.item && (helps.size > 0 || status)) {
    family = 'notFound';
    points += 3;
    shown.push(lost);
  }
  if (family === null && broke && (helps.has('retry') || helps.has('polite'))) {
    family = 'server';
    points += 3;
    shown.push(broke);
  }
  if (family === null && !(status && points >= 3) && !softly) return null;
  // "this document", "the application" may stand on a page too
  if (weight <= BRIEF && explains > 0 && quotes === 0) explains--;
  explains += quotes;
  points += helps.size + Math.min(2, further);
  if (fragment(units)) points -= 2;
  else if (weight <= 60) points += 2;
  else if (weight <= 120) points++;
  if (2 * covered >= weight) points++;
  // menus around so little text are what a page of a site has
  if (around > weight) points++;
  points -= 0.75 * explains;
  // under a title that says "error" the rest may be an explanation
  if (foreign > Math.max(around > weight ? 160 : 80, (titled ? 0.75 : 0.4) * weight)) return null;
  if (plain + foreign > Math.max(150, (titled ? 0.9 : 0.6) * weight)) return null;
  if (!firmly && foreign + plain > Math.max(around > weight ? 140 : 70, 0.45 * weight)) return null;
  if (points < ENOUGH) return null;
  if (!firmly && !status && heads < 2 && first === 0 && !ends && helps.size === 0) return null;
  const called = family === null ? 'an error page' : CALLED[family];
  // single words that stand together are less than a phrase
  return { called, level: firmly || status || points >= ENOUGH + 2 ? 'stop' : 'look', shown };
}

/** Nothing but a word that the text is still to come, under a title or not. */
function waiting({ segments, weight }: Page): WebPage | null {
  if (weight > BRIEF) return null;
  const shown: Segment[] = [];
  let others = 0;
  for (const segment of segments) {
    const dots = segment.ended || segment.has('polite') || segment.has('retry');
    if (segment.heading === 0 && segment.has('loading') && segment.weight <= 80 && (dots || shown.length > 0))
      shown.push(segment);
    else if (++others > 1 || segment.ended || segment.weight > 60 || segment.heading > 1) return null;
  }
  if (shown.length === 0) return null;
  return { called: 'an empty page whose text a script brings', level: 'stop', shown };
}

const FIELDS: readonly string[] = ['password', 'user', 'signIn', 'forgot', 'register', 'remember', 'social'];

/** A form to log in or register: its fields and buttons are lines of their own, and next to nothing else is said. */
function loginWall({ segments, weight }: Page, menus: ReadonlySet<Segment>): WebPage | null {
  if (weight > WALL) return null;
  const fields = new Map<string, Segment>();
  let explains = 0;
  let items = 0;
  let running = 0;
  for (const segment of segments) {
    if (!menus.has(segment)) {
      explains += segment.count('about');
      if (segment.item) items++;
    }
    if (segment.weight > 80 || (segment.ended && segment.weight > 50)) {
      if (!FIELDS.some((field) => segment.has(field)) && !segment.has('polite')) running += segment.weight;
    }
    if (!isLabel(segment) && !(segment.weight <= 200 && mostly(segment))) continue;
    if (segment.item || 5 * segment.covered < 2 * segment.weight) continue;
    // a sentence that tells what somebody logs in with
    if (segment.ended && !segment.has('polite') && !segment.has('you')) continue;
    for (const field of FIELDS) if (segment.has(field) && !fields.has(field)) fields.set(field, segment);
  }
  if (!fields.has('password') && !fields.has('signIn') && !fields.has('forgot')) return null;
  const secret = fields.has('password') || fields.has('forgot');
  const form = (secret ? 1 : 0) + (fields.has('user') ? 1 : 0) + (fields.has('signIn') ? 1 : 0);
  if (form < 2 || (fields.size < 3 && weight > 150) || (!secret && (!fields.has('social') || weight > 600)))
    return null;
  if (explains > 2 + fields.size || items > 2 || running > Math.max(250, 0.45 * weight)) return null;
  return { called: 'a login page', level: 'stop', shown: [...new Set(fields.values())] };
}

/** Labels of a form and nothing else, among them one for a password: the others may be called what they like. */
function bareForm(document: Document, { segments, weight }: Body): WebPage | null {
  if (segments.some((segment) => segment.ended && DUTY.test(textOf(document, segment)))) return null;
  if (weight > SAID || segments.length < 3 || segments.length > 12) return null;
  let secret: Segment | undefined;
  let fields = 0;
  for (const segment of segments) {
    if (segment.item || segment.heading > 1 || segment.has('about') || segment.has('rule')) return null;
    if (!isLabel(segment) && !mostly(segment) && !segment.has('you') && !segment.has('forgot')) return null;
    if ((segment.has('password') || segment.has('forgot')) && mostly(segment)) secret ??= segment;
    if (FIELDS.some((field) => segment.has(field))) fields++;
  }
  return secret && fields > 1 ? { called: 'a login page', level: 'look', shown: [secret] } : null;
}

// ---------------------------------------------------------------------------------------------------------------------
// What needs no words

/** Signs in the markup, the strongest first: how the page is called, and how much text may stand on it. In weight. */
const MACHINE: readonly (readonly [PageSign, string, number])[] = [
  ['captcha', CALLED.robot, 500],
  ['password', 'a login page', 700],
  ['parked', 'a parked domain', 700],
  ['redirect', CALLED.moved, 160],
  ['login', CALLED.gate, 300],
  ['paywall', 'a paywall', TEASER],
  ['root', CALLED.script, 160],
  ['consent', 'a question for cookies', 400],
];

/** What fields, scripts and meta elements of a small page are for, whatever its words. */
function byMarkup({ page: facts }: Document, { segments, weight }: Body): WebPage | null {
  if (!facts || facts.signs.length === 0) return null;
  let explains = 0;
  let headings = 0;
  for (const segment of segments) {
    explains += segment.count('about');
    if (segment.heading > 0) headings++;
  }
  if (headings > 2 || explains > 2) return null;
  for (const [sign, called, most] of MACHINE) {
    const fact = facts.signs.find((each) => each.sign === sign);
    if (!fact || weight > most) continue;
    // scripts fill what is more than a line, and sections are served with their text
    if (sign === 'root' && (facts.scripted === 0 || segments.length > 3)) continue;
    if (sign === 'consent' && segments.filter((segment) => isLabel(segment)).length < 2) continue;
    return { called, level: sign === 'password' || sign === 'captcha' ? 'stop' : 'look', shown: [], fact };
  }
  return null;
}

/** Heaviest note that says where a page went, its address left out. In weight. */
const NOTE = 200;
const WEB = /https?:\/\/[^\s<>()"'\]]{3,300}/giu;

const ASKS: readonly string[] = ['you', 'polite', 'retry', 'click', 'goBack'];

/** Few words of another place, and one address: whatever else they say, this sends on. */
function sentOn(document: Document, { segments, weight, around }: Body): WebPage | null {
  if (weight > 2 * NOTE || segments.length > 6) return null;
  const targets = new Set<string>();
  let rest = weight;
  let shown: Segment | undefined;
  let renewed: Segment | undefined;
  let asks = false;
  for (const segment of segments) {
    if (segment.item || segment.heading > 1 || segment.has('rule') || segment.has('about')) return null;
    for (const [url] of document.slice(segment.start, segment.end).matchAll(WEB)) {
      targets.add(url.replace(/[.,;]$/u, ''));
      rest -= url.length;
    }
    const fresh = segment.has('fresh') && (segment.has('thing') || segment.has('domain'));
    if (segment.has('gone') || ASKS.some((ask) => segment.has(ask))) asks = true;
    if (segment.has('moved') || segment.has('redirect')) shown ??= segment;
    else if (fresh) renewed ??= segment;
  }
  if (asks) shown ??= renewed;
  const links = document.page && around === 0 ? document.page.links : 0;
  if (!shown || rest > NOTE || targets.size > 1 || (targets.size === 0 && (links === 0 || links > 2))) return null;
  return { called: CALLED.moved, level: 'look', shown: [shown] };
}

/** Lightest menus that make a page one that has next to nothing else. In weight. */
const MENUS = 120;

/** What stands in every menu, and what a page of a document has not. */
const ENTRIES: readonly string[] = ['nav', 'signIn', 'register', 'social', 'subscribe', 'share', 'goBack', 'user'];

/** A link in Markdown, with its label. */
const LABELLED = /\[([^[\]\n]{0,200})\]\([^()\s]{0,400}\)/gu;

/** So many marks of a site make short lines its menus, whatever their words. */
const SITE_MARKS = 3;
/** Longer menus are an index. */
const MOST_ENTRIES = 120;
/** Heaviest average entry of a menu. In weight. */
const ENTRY = 30;

/** The menus of a site around next to no text: whatever that says, it is no document. */
function hollow(document: Document, body: Body): WebPage | null {
  const { segments, weight, around, menus } = body;
  if (weight > HOLLOW || around < MENUS || around < 2 * weight || menus.length < 2) return null;
  if (segments.some((segment) => segment.item || segment.heading > 2 || segment.count('about') > 1)) return null;
  const { entries, known, units } = entriesOf(document, menus);
  if (entries > MOST_ENTRIES) return null;
  const words = known >= 5 && 10 * known >= 3 * entries;
  // contents of a book stand beside its first page, too: there the marks have to be as many
  const enough = words && !document.page ? SITE_MARKS - 1 : SITE_MARKS;
  if (!words && (entries < 8 || units > ENTRY * entries)) return null;
  if (marksOf(document, body, known) < enough) return null;
  return {
    called: 'the menus of a site around next to no text',
    level: 'look',
    shown: (segments.length > 0 ? segments : menus).slice(0, 2),
  };
}

/** Marks of a site that need no words, or only a few, in menus that may be in any language. */
function marksOf({ page: facts, units }: Document, { segments, menus }: Body, known: number): number {
  let marks = facts && facts.landmarks > 0 ? 1 : 0;
  if (known >= 3) marks++;
  const kinds = new Set<string>();
  let bars = 0;
  let links = 0;
  const hosts = new Set<string>();
  for (const segment of menus) {
    const { start, end } = segment;
    const text = stringOf(units, start, Math.min(end, start + 1_000));
    // contents of the text that should follow
    if (text.includes('](#')) return 0;
    if (text.includes('\u00a9')) kinds.add('copyright');
    if (segment.has('social')) kinds.add('social');
    if (segment.has('accept') || segment.has('cookie')) kinds.add('cookie');
    if (segment.has('subscribe') || segment.has('user')) kinds.add('form');
    if (/^[^>›»\n]{1,40} [>›»] [^>›»\n]{1,40} [>›»] /u.test(text)) kinds.add('path');
    if ((text.match(/ [|·•] /gu)?.length ?? 0) >= 4) bars++;
    for (const [, host] of text.matchAll(/\]\((https?:\/\/[^/()\s]{1,80})/gu)) {
      links++;
      hosts.add(host!);
    }
  }
  if (bars > 0) kinds.add('bars');
  if (bars > 1) kinds.add('more bars');
  // a menu leads to its own site, a list of references to many
  if (links >= 5 && 4 * hosts.size <= links) kinds.add('links');
  const first = segments[0];
  const last = segments.at(-1);
  if (first && last && menus.some(({ end }) => end <= first.start) && menus.some(({ start }) => start >= last.end))
    kinds.add('around');
  return marks + kinds.size;
}

/** How many entries menus have, and how many of them are known from menus. The addresses of links do not count. */
function entriesOf(
  { path, encoding, units }: Document,
  menus: readonly Segment[],
): { entries: number; known: number; units: number } {
  const text = menus
    .map(({ start, end }) => stringOf(units, start, Math.min(end, start + 2_000)).replace(LABELLED, '$1\n'))
    .join('\n')
    .replace(/ [|·•>»›] /gu, '\n')
    .slice(0, PAGE_UNITS);
  const entries = page(createDocument({ path, format: 'html', encoding, text }));
  if (!entries) return { entries: 0, known: 0, units: 0 };
  let known = 0;
  for (const segment of entries.segments)
    if (segment.weight <= LABEL && mostly(segment) && ENTRIES.some((entry) => segment.has(entry))) known++;
  return { entries: entries.segments.length, known, units: entries.weight };
}

/** A question for cookies: a sentence about them, and buttons to accept or reject. */
function cookieWall({ segments, weight }: Page): WebPage | null {
  if (weight > 2_500) return null;
  const shown: Segment[] = [];
  let buttons = 0;
  let labels = 0;
  let asked: Segment | undefined;
  let links = 0;
  let speaks = 0;
  let about = 0;
  let explains = 0;
  let other = 0;
  for (const segment of segments) {
    explains += segment.count('about');
    const cookie = segment.has('cookie');
    const accept = segment.has('accept');
    if (
      cookie &&
      !isLabel(segment) &&
      !segment.item &&
      !segment.has('rule') &&
      (segment.has('you') || segment.has('thing') || segment.has('polite'))
    )
      asked ??= segment;
    else if (asked && isLabel(segment) && segment.heading === 0) labels++;
    else if (!cookie && !accept && !isLabel(segment)) other += segment.weight;
    if (cookie || accept || (isLabel(segment) && segment.has('nav'))) speaks += segment.weight;
    if (segment.item || segment.heading > 2) continue;
    if ((cookie || accept) && !isLabel(segment)) {
      about++;
      if (about === 1) shown.push(segment);
    } else if (isLabel(segment)) {
      if (accept && 5 * segment.covered >= 2 * segment.weight) {
        buttons++;
        if (buttons <= 2) shown.push(segment);
      } else if (cookie || segment.has('nav')) links++;
    }
  }
  // whatever the buttons say: a sentence that tells somebody of cookies, and labels under it
  if (asked && labels >= 2 && weight <= 400 && 2 * other <= weight && explains <= 1)
    return { called: 'a question for cookies', level: buttons > 1 ? 'stop' : 'look', shown: [asked] };
  const enough = weight > 600 ? buttons >= 3 : buttons >= 2 || (buttons === 1 && links > 0);
  if (about === 0 || !enough || 5 * speaks < 2 * weight || explains > 1) return null;
  return { called: 'a question for cookies', level: 'stop', shown };
}

const HOST = /(?:^|\s)(?:[a-z\d-]{2,63}\.)+[a-z]{2,12}(?=\s|$|[.!,])/iu;

function textOf(document: Document, { start, end }: Span): string {
  return document.slice(start, Math.min(end, start + 300));
}

/** The name of a file that a page offers. */
const FILE =
  /\.(?:pdf|zip|docx?|xlsx?|pptx?|odt|txt|md|epub|tar|t?gz|7z|rar|exe|dmg|msi|apk|csv|json|ya?ml)(?![\w.-])/iu;

/** What begins an item, in the digits of any script: a segment of its own. */
const NUMERAL = pattern('u')`^\p{Nd}{1,2}[.)]$`;

/** How large it is. */
const SIZE = /\d\s?(?:[KMG]i?B|[КМГ]Б|[KMG]o)(?![\w])/iu;

/** Paywalls, parked domains, downloads, and a bare "log in to go on". */
function gates(document: Document, { segments, weight }: Page): WebPage | null {
  if (weight > TEASER) return null;
  let explains = 0;
  let said = 0;
  let paid = 0;
  let items = 0;
  const paywall: Segment[] = [];
  let owned: Segment | undefined;
  let sold: Segment | undefined;
  let fetched: Segment | undefined;
  let started = false;
  let hosted = false;
  let files = 0;
  let offered: Segment | undefined;
  const buttons: Segment[] = [];
  const parked: Segment[] = [];
  const gate: Segment[] = [];
  const download: Segment[] = [];
  for (const segment of segments) {
    const has = (concept: string): boolean => segment.has(concept);
    const file = isLabel(segment) && FILE.test(textOf(document, segment));
    if (file) files++;
    if (file && SIZE.test(textOf(document, segment))) offered ??= segment;
    else explains += segment.count('about');
    if (
      has('rule') &&
      !(has('download') && has('click')) &&
      !has('you') &&
      !has('polite') &&
      !has('retry') &&
      !has('click')
    )
      explains++;
    if (segment.item || (segment.weight <= 3 && NUMERAL.test(textOf(document, segment)))) items++;
    let hit = false;
    const push = (list: Segment[]): void => {
      list.push(segment);
      hit = true;
    };
    if (segment.weight > 160) continue;
    if (has('domain')) owned ??= segment;
    if (has('sale')) sold ??= segment;
    if (has('fetch') && !segment.item && !listed(document.units, segment)) {
      fetched ??= segment;
      if (has('click')) push(download);
    }
    if (has('click')) started = true;
    if (has('subscribe') || has('reading')) paid++;
    const button = isLabel(segment) && segment.heading === 0;
    if (has('subscribe') && button) buttons.push(segment);
    else if (buttons.length > 0 && button && (has('signIn') || has('register'))) buttons.push(segment);
    if (HOST.test(textOf(document, segment))) hosted = true;
    if (has('subscribe') && (has('reading') || has('gate') || has('signIn') || has('register'))) push(paywall);
    else if (has('reading') && (has('gate') || has('signIn'))) push(paywall);
    else if (has('subscribe') && has('only') && (has('thing') || has('reading'))) push(paywall);
    if ((has('domain') || HOST.test(textOf(document, segment))) && has('sale')) push(parked);
    if (
      !segment.item &&
      (has('signIn') || has('register')) &&
      has('gate') &&
      (has('thing') || !DUTY.test(textOf(document, segment)))
    )
      push(gate);
    if (has('download') && !listed(document.units, segment) && (segment.count('download') > 1 || has('retry')))
      push(download);
    if (hit || (isLabel(segment) && segment.covered > 0)) said += segment.weight;
  }
  if (explains > 2 || items > 2 || segments.filter(({ heading }) => heading > 0).length > 2) return null;
  // the beginning of a text, and under it what it costs
  // a section of a text speaks of those who subscribe
  if (segments[0]?.heading === 2 && paywall.length === 1) paywall.length = 0;
  const asksToPay =
    paywall.some(({ start }) => 3 * start >= document.units.length) ||
    (buttons.length > 1 && 2 * buttons[0]!.start >= document.units.length);
  if (asksToPay && weight > BRIEF && segments[0]?.heading !== 2)
    return {
      called: 'a paywall',
      level: paywall.length > 0 && 2 * said >= weight ? 'stop' : 'look',
      shown: [...paywall, ...buttons],
    };
  if (weight > NOTICE) return null;
  if (parked.length === 0 && owned && sold && weight <= SAID && explains === 0) parked.push(sold);
  if (
    download.length === 0 &&
    fetched &&
    (started || files === 1) &&
    segments.length > 1 &&
    weight <= SAID &&
    explains === 0
  )
    download.push(fetched);
  const site = segments[0];
  if (
    parked.length === 0 &&
    site &&
    sold &&
    segments.length < 6 &&
    weight <= SAID &&
    /^#* ?(?:[a-z\d-]{2,63}\.)+[a-z]{2,12}$/iu.test(textOf(document, site))
  )
    parked.push(sold);
  const half = 2 * said >= weight || (weight <= SAID && explains === 0);
  if (parked.length === 0 && owned && hosted && weight <= SAID && explains === 0 && items === 0 && segments.length < 8)
    return { called: 'a parked domain', level: 'look', shown: [owned] };
  if (parked.length > 0 && half) return { called: 'a parked domain', level: 'stop', shown: parked };
  if (paywall.length > 1 || (paywall.length > 0 && paid > 1))
    return { called: 'a paywall', level: half ? 'stop' : 'look', shown: paywall };
  if (paywall.length > 0 && half) return { called: 'a paywall', level: 'stop', shown: paywall };
  if (gate.length > 0 && half && explains === 0) return { called: CALLED.gate, level: 'stop', shown: gate };
  // one file with its size, and somebody waits or clicks for it
  if (offered && files === 1 && (fetched || started) && weight <= SAID && explains <= 1 && segments.length > 2)
    return { called: 'a page that starts a download', level: 'look', shown: [offered] };
  if (download.length > 0 && half && explains === 0)
    return { called: 'a page that starts a download', level: 'look', shown: download };
  return null;
}

const INDEX_OF =
  /^(?:#+ |title: ?)?(?:index of|directory listing (?:for|of)|directory of|listing of|contents of|verzeichnis von|index von|inhalt von|verzeichnisinhalt|index de|contenu de|répertoire|índice de|contenido de|indice di|contenuto di|inhoud van|index van|zawartość|indeks|obsah|содержимое|индекс|список файлов|вміст|dizin|içindekiler|فهرس|محتويات|فهرست|सूची|目录|索引|目錄|ディレクトリ|インデックス|디렉터리|목록|thư mục|mục lục|indeks|direktori) ?:?\s?["'`«]?\/\S*/iu;
const PARENT =
  /^\W{0,8}(?:\[?\.\.\/?\]?(?:\(\S*\))?|\[?(?:to )?parent directory\]?.*|übergeordnetes verzeichnis.*|répertoire parent.*|directorio (?:padre|superior).*|diretório (?:pai|superior).*|directory superiore.*|bovenliggende map.*|katalog nadrzędny.*|nadřazený adresář.*|родительский каталог.*|üst dizin.*|上级目录.*|上層目錄.*|親ディレクトリ.*|상위 디렉터리.*)\W*-?\W*$/iu;
const DATE = String.raw`(?:\d{4}-\d\d-\d\d|\d\d?-[A-Z][a-z]{2}-\d{4}|\d{4}\/\d\d\/\d\d|\d\d?\/\d\d?\/\d{4}|\d\d\.\d\d\.\d{4})`;
/** A name, a date, a size; a date, a size, a name; a line of `ls -l`. */
const LISTED: readonly RegExp[] = [
  new RegExp(String.raw`^\S[^\n]{0,200}\s${DATE}[ T]\d\d:\d\d(?::\d\d)?\s+(?:-|[\d.,]+ ?[KMG]?B?)\s*$`, 'u'),
  new RegExp(String.raw`^${DATE},?\s+\d\d?:\d\d(?: [AP]M)?\s+(?:<dir>|[\d.,]+)\s+\S`, 'iu'),
  /^[dl-][r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-][.+@]?\s+\d+\s+\S+\s+\S+\s+\d+\s/u,
];
/** A name that stands alone: a folder with its slash, a file with its extension, as a link or not. */
const NAME = /^(?:[-*+•] )?(?:\[[^[\]\n]{1,80}\]\([^()\s]{1,120}\)|[\w.@+-]{1,60}\/|[\w@+-]{0,60}\.[\w]{1,8})$/u;
const LISTING_LINES = 400;

/** A listing of a server's directory: its title, or files with their dates and sizes from the first lines on. */
function directory(document: Document, { segments }: Page): WebPage | null {
  let title = -1;
  let rows = 0;
  let names = 0;
  let others = 0;
  let parent = false;
  const lines = document.text.split('\n', LISTING_LINES);
  let offset = 0;
  let firstRow = -1;
  for (const raw of lines) {
    const line = raw.length > 400 ? '' : raw.trim();
    if (line !== '') {
      if (title < 0 && others < 2 && INDEX_OF.test(line)) title = offset;
      else if (PARENT.test(line)) parent = true;
      else if (LISTED.some((row) => row.test(line))) {
        rows++;
        if (firstRow < 0) firstRow = offset;
      } else if (NAME.test(line)) names++;
      else if (line.length > 60 || !/^(?:total \d+|name\b.*|<.{0,60}|[-=]+)$/iu.test(line)) others++;
    }
    offset += raw.length + 1;
  }
  const titled = title >= 0 && (rows > 0 || parent || names >= 2);
  const plain = rows >= 3 || (parent && rows >= 1);
  if ((!titled && !plain) || others > 2 || others > rows + names) return null;
  const from = title >= 0 ? title : firstRow;
  const shown = segments.find(({ end }) => end > from);
  return {
    called: 'the listing of a directory',
    level: titled || parent ? 'stop' : 'look',
    shown: shown ? [shown] : [],
  };
}

const ADDRESS = /https?:\/\/|www\.|›|^[a-z\d-]{1,40}(?:\.[a-z\d-]{2,30}){1,4}\/\S*$/u;

/** Numbers of pages to go on to. */
const PAGER = /^\W{0,3}1\W{1,3}2\W{1,3}3\b/u;

/** What a search engine or a site's search answers: a title that says so, and links under it. */
function searched(document: Document, { segments, weight }: Page): WebPage | null {
  if (weight > WALL) return null;
  let results: Segment | undefined;
  let kinds = 0;
  let links = 0;
  let around = 0;
  let explains = 0;
  for (const [number, segment] of segments.entries()) {
    const address =
      segment.weight <= 200 && ADDRESS.test(document.slice(segment.start, Math.min(segment.end, segment.start + 300)));
    if (!address) explains += segment.count('about');
    if (segment.has('results') && !segment.item && (!segment.ended || segment.has('negation'))) {
      kinds += segment.count('results');
      if (number <= 40 && segment.weight <= 120) results ??= segment;
    }
    if (results && address) links++;
    if (segment.has('nav') && segment.weight <= 200) around += segment.count('nav');
  }
  // nothing was found, and that is all it says
  if (
    results &&
    weight <= SAID &&
    explains === 0 &&
    results.has('negation') &&
    results.weight <= 60 &&
    !results.item &&
    segments.length < 8
  )
    return { called: 'a page of search results', level: 'look', shown: [results] };
  const heads = segments.slice(0, 4);
  const named = heads.find((segment) => segment.weight <= 80 && (segment.has('results') || segment.has('nav')));
  const pager = segments
    .slice(-3)
    .some(({ start, end }) => PAGER.test(document.slice(start, Math.min(end, start + 60))));
  if (
    named &&
    pager &&
    segments.length >= 7 &&
    heads.some((segment) => segment.weight <= 40 && /\d/u.test(textOf(document, segment)))
  )
    return { called: 'a page of search results', level: 'look', shown: [results ?? named] };
  if (!results || explains > 4 + weight / 300) return null;
  const early = segments.indexOf(results) < 4 && results.weight <= 80;
  const counted =
    early &&
    results.weight <= 60 &&
    /(?:^|[^\w.])[\d\u0660-\u0669\u06f0-\u06f9][\d.,]{0,10}(?![.\d])/u.test(textOf(document, results));
  if (early ? links < 2 && !(counted && segments.length >= 6) : (kinds < 2 && links < 3) || links + around < 4)
    return null;
  // minutes of meetings read like it, but do not begin with it: two of 874 documents
  const first = early && explains <= 1;
  return { called: 'a page of search results', level: first ? 'look' : 'note', shown: [results] };
}

/** Menus and nothing else. */
function navigation(document: Document, { segments, weight, around, menus }: Body): WebPage | null {
  if (around < 150 || 5 * weight > around || menus.length < 2) return null;
  let nav = 0;
  const kinds = new Set<string>();
  let explains = 0;
  for (const segment of menus) {
    // references to documents are long
    if (segment.weight <= 50 || mostly(segment)) nav += segment.count('nav');
    explains += segment.count('about');
    if (document.units.subarray(segment.start, segment.end).includes(0xa9)) kinds.add('copyright');
    for (const kind of ['signIn', 'register', 'subscribe', 'social', 'accept', 'cookie', 'goBack', 'user'])
      if (segment.has(kind)) kinds.add(kind);
  }
  for (const segment of segments) explains += segment.count('about');
  const told = menus.filter((segment) => segment.has('nav') || [...kinds].some((kind) => segment.has(kind))).length;
  if (nav < 3 || explains > nav / 2) return null;
  if ((nav < 5 || kinds.size < 2) && (kinds.size < 1 || 3 * told < menus.length || menus.length < 8)) return null;
  return { called: 'the menus of a site', level: 'look', shown: menus.slice(0, 3) };
}

/** What page of a site the whole document is; null for a document. Worked out once. */
export const webPage: (document: Document) => WebPage | null = view((document) => {
  const { units } = document;
  if (units.length === 0 || units.length > PAGE_UNITS) return null;
  const machine = machineError(document);
  if (machine) return { called: machine.called, level: machine.level, shown: [machine.shown as Segment] };
  if (
    isData(units) ||
    keyed(document) ||
    celled(document) ||
    directed(document) ||
    weightOfUnits(units, 0, units.length) > WALL
  )
    return null;
  // most documents have some of these, and then no word has to be looked up
  if (prompted(units) || structured(document, RESULT_SIGNS)) return null;
  const read = page(document);
  // a section that was cut out of something
  if (!read || (read.segments[0]?.heading ?? 0) > 2 || recorded(document, read)) return null;
  if (structured(document, HEADER_SIGNS) || tabled(document)) return searched(document, read);
  const whole = bodyOf(document, read, (segment) => speaks(document, segment));
  return (
    inWords(document, read, whole) ??
    underTitle(document, read, whole) ??
    bareForm(document, whole) ??
    sentOn(document, withoutCookies(whole)) ??
    byMarkup(document, withoutCookies(whole)) ??
    hollow(document, withoutCookies(bodyOf(document, read, (segment) => speaks(document, segment), true)))
  );
});

/** What the words of a page tell, each sentence and label held against the concepts. */
function inWords(document: Document, read: Page, whole: Body): WebPage | null {
  const body = withoutCookies(whole);
  return (
    notice(document, body) ??
    waiting(body) ??
    loginWall(read, new Set(whole.menus)) ??
    cookieWall(whole) ??
    gates(document, body) ??
    directory(document, read) ??
    searched(document, read) ??
    navigation(document, whole)
  );
}

const TITLE =
  /^(?:title|标题|タイトル|제목|заголовок|عنوان|titre|titel|título)\s{0,3}[:：]\s{0,3}["']?(.{1,200}?)["']?$/iu;
/** Between the title of a page and the name of its site. */
const PARTED = / [-|–—·»:] /u;

/** What a page is called where its text does not say it: in its title element, or in the header of a page that was fetched. */
function titleOf(document: Document, { segments }: Page): string {
  if (document.page) return document.page.title;
  for (const { start, end } of segments.slice(0, 8)) {
    const lines = document.slice(start, Math.min(end, start + 400)).split('\n');
    for (const line of lines) {
      const title = TITLE.exec(line.trim());
      if (title) return title[1]!;
    }
  }
  return '';
}

/** The same with the title over the text, where it is not there already. */
function underTitle(document: Document, read: Page, whole: Body): WebPage | null {
  const first = whole.segments[0];
  const title = titleOf(document, read);
  if (title === '' || !first || whole.weight > NOTICE) return null;
  const shown = document.slice(first.start, Math.min(document.units.length, first.start + 400));
  const part = title.split(PARTED).find((each) => each.trim() !== '' && !shown.includes(each.trim()));
  if (part === undefined || shown.includes(title)) return null;
  const head = `${part.trim()}\n\n`;
  const { path, format, encoding } = document;
  const text = head + document.slice(first.start, document.units.length);
  const over = createDocument({ path, format, encoding, text });
  const again = page(over);
  if (!again) return null;
  const verdict = inWords(
    over,
    again,
    bodyOf(over, again, (segment) => speaks(over, segment)),
  );
  if (!verdict) return null;
  const moved = verdict.shown.filter(({ start }) => start >= head.length);
  return {
    ...verdict,
    level: 'look',
    title: part.trim(),
    shown: moved.map((segment) => ({
      ...segment,
      start: segment.start + first.start - head.length,
      end: segment.end + first.start - head.length,
    })),
  };
}
