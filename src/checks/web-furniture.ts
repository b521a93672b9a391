/**
 * A file that holds what a web server or site shows instead of a document: an error, a login wall, a question for cookies,
 * a check for robots, a shell that wants scripts. The whole page decides: it must be small, it must be made of such
 * sentences and labels, and nothing of a specification may stand in it.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Level, Observation, Span } from '../core/types.ts';
import { type Page, page, PAGE_UNITS, type Segment, structured } from '../kind/page.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { machineError } from '../kind/page-error.ts';

/** Longest quote inside the message, in units. */
const MESSAGE_UNITS = 60;
/** Related places, at most. */
const RELATED = 4;
/** A segment up to this weight that no mark ends is a label: of a field, a button, a link, or a title. */
const LABEL = 40;
/** Heaviest text of an error, of a wall for scripts or robots: the longest of the training corpus weighs 560. In weight. */
const NOTICE = 1_200;
/** A login wall of a shop stands in its menus; these are short lines. In weight. */
const WALL = 6_000;

const LF = 0x0a;
const BAR = 0x7c;

/** What is found: how the page is called, how sure that is, and the segments that show it. */
interface Verdict {
  readonly called: string;
  readonly level: Level;
  readonly shown: readonly Segment[];
}

// ---------------------------------------------------------------------------------------------------------------------
// What speaks against it

/** Whether the text begins as structured data do. */
function isData(units: Uint16Array): boolean {
  let i = 0;
  while (i < units.length && SPACES[units[i]!] === 1) i++;
  return units[i] === 0x7b || (units[i] === 0x5b && units[i + 1] !== undefined && !isLetterLike(units[i + 1]!));
}

/** Whether lines with bars stand in a text that is no page: rows of a table, whatever its markup. */
function tabled({ units, format }: Document): boolean {
  if (format === 'html') return false;
  let rows = 0;
  for (let i = units.indexOf(BAR); i >= 0; i = units.indexOf(BAR, i)) {
    if (++rows > 2) return true;
    i = units.indexOf(LF, i);
    if (i < 0) break;
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
type Family = 'notFound' | 'denied' | 'server' | 'maintenance' | 'tooMany' | 'script' | 'robot' | 'gate';

/** The family that a segment says by itself; `title`: it stands where a title does. */
function familyOf(segment: Segment, title: boolean): Family | null {
  const has = (concept: string): boolean => segment.has(concept);
  const short = title && mostly(segment);
  if (
    has('script') &&
    has('enable') &&
    (has('browser') || has('polite') || has('thing') || segment.count('enable') > 1)
  )
    return 'script';
  if (has('cookie') && has('enable') && !has('accept')) return 'script';
  if ((has('verify') && has('human')) || has('guard') || (has('verify') && has('browser'))) return 'robot';
  if (has('notFound') && (has('thing') || has('goBack') || has('error') || has('polite') || short)) return 'notFound';
  if (has('tooMany') && (has('polite') || has('retry') || has('denied') || short)) return 'tooMany';
  if (has('denied') && (has('thing') || has('polite') || has('error') || has('goBack') || short)) return 'denied';
  if (has('maintenance') && (has('thing') || has('polite') || has('failure') || has('retry') || short))
    return 'maintenance';
  if (has('reason') && !has('about') && (segment.weight <= 80 || has('polite') || has('retry'))) return 'server';
  if (has('failure') && (has('polite') || has('error') || has('retry') || has('thing') || has('server') || short))
    return 'server';
  if (has('error') && has('server') && !has('about')) return 'server';
  if (has('signIn') && (has('password') || has('user')) && has('polite')) return 'gate';
  if (has('user') && has('password') && !has('about')) return 'gate';
  if (has('signIn') && has('polite') && !has('about') && segment.weight <= 120) return 'gate';
  if ((has('signIn') || has('register') || has('subscribe')) && has('gate')) return 'gate';
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
};

/** What helps an error page: it is sorry, it sends back, it asks to try again. */
const HELP: readonly string[] = ['polite', 'retry', 'goBack', 'guard'];

/** Points from which a page is one; chosen on the training corpus, where sections cut from clean documents stay below. */
const ENOUGH = 4;

/** Errors, walls for scripts, checks for robots, maintenance: a title or first sentence says it, the rest helps. */
function notice(document: Document, { segments, weight }: Page): Verdict | null {
  if (weight > NOTICE) return null;
  const { units } = document;
  let points = 0;
  let family: Family | null = null;
  let status = false;
  let named = false;
  let further = 0;
  let explains = 0;
  let foreign = 0;
  let plain = 0;
  let covered = 0;
  const families = new Set<Family>();
  const helps = new Set<string>();
  const shown: Segment[] = [];
  let heads = 0;
  let titled = false;
  let softly = false;
  for (const segment of segments) {
    if (segment.weight === 0) continue;
    if (segment.heading > 2 || segment.item) points -= segment.heading > 2 ? 3 : 1;
    const title = heads < 4 && segment.weight <= 60;
    heads++;
    explains += segment.count('about');
    covered += segment.covered;
    const said = familyOf(segment, title || isLabel(segment));
    const coded = title && statusIn(units, segment);
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
    if (said !== null) {
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
  if (family === null && !(status && points >= 3) && !softly) return null;
  points += helps.size + Math.min(2, further);
  if (weight <= 60) points += 2;
  else if (2 * covered >= weight) points++;
  points -= 0.75 * explains;
  // under a title that says "error" the rest may be an explanation
  if (foreign > Math.max(80, (titled ? 0.75 : 0.4) * weight)) return null;
  if (plain + foreign > Math.max(150, (titled ? 0.9 : 0.6) * weight)) return null;
  if (points < ENOUGH) return null;
  const called = family === null ? 'an error page' : CALLED[family];
  return { called, level: 'stop', shown };
}

const FIELDS: readonly string[] = ['password', 'user', 'signIn', 'forgot', 'register', 'remember', 'social'];

/** A form to log in or register: its fields and buttons are lines of their own, and next to nothing else is said. */
function loginWall({ segments, weight }: Page): Verdict | null {
  if (weight > WALL) return null;
  const fields = new Map<string, Segment>();
  let explains = 0;
  let items = 0;
  let running = 0;
  for (const segment of segments) {
    explains += segment.count('about');
    if (segment.item) items++;
    if (segment.weight > 80 || (segment.ended && segment.weight > 50)) {
      if (!FIELDS.some((field) => segment.has(field)) && !segment.has('polite')) running += segment.weight;
    }
    if (!isLabel(segment) && !(segment.weight <= 90 && 2 * segment.covered >= segment.weight)) continue;
    if (segment.item || 5 * segment.covered < 2 * segment.weight) continue;
    for (const field of FIELDS) if (segment.has(field) && !fields.has(field)) fields.set(field, segment);
  }
  if (!fields.has('password') && !fields.has('signIn') && !fields.has('forgot')) return null;
  const secret = fields.has('password') || fields.has('forgot');
  const form = (secret ? 1 : 0) + (fields.has('user') ? 1 : 0) + (fields.has('signIn') ? 1 : 0);
  if (form < 2 || (fields.size < 3 && weight > 150)) return null;
  if (explains > 2 + fields.size || items > 3 || running > Math.max(250, 0.45 * weight)) return null;
  return { called: 'a login page', level: 'stop', shown: [...new Set(fields.values())] };
}

/** A question for cookies: a sentence about them, and buttons to accept or reject. */
function cookieWall({ segments, weight }: Page): Verdict | null {
  if (weight > 2_500) return null;
  const shown: Segment[] = [];
  let buttons = 0;
  let links = 0;
  let speaks = 0;
  let about = 0;
  let explains = 0;
  for (const segment of segments) {
    explains += segment.count('about');
    const cookie = segment.has('cookie');
    const accept = segment.has('accept');
    if (cookie || accept || (isLabel(segment) && segment.has('nav'))) speaks += segment.weight;
    if (segment.item || segment.heading > 2) continue;
    if (cookie && !isLabel(segment)) {
      about++;
      if (about === 1) shown.push(segment);
    } else if (isLabel(segment)) {
      if (accept && 5 * segment.covered >= 2 * segment.weight) {
        buttons++;
        if (buttons <= 2) shown.push(segment);
      } else if (cookie || segment.has('nav')) links++;
    }
  }
  const enough = weight > 600 ? buttons >= 3 : buttons >= 2 || (buttons === 1 && links > 0);
  if (about === 0 || !enough || 5 * speaks < 2 * weight || explains > 1) return null;
  return { called: 'a question for cookies', level: 'stop', shown };
}

/** Paywalls, parked domains, downloads, and a bare "log in to go on". */
function gates({ segments, weight }: Page): Verdict | null {
  if (weight > NOTICE) return null;
  let explains = 0;
  let said = 0;
  let items = 0;
  const paywall: Segment[] = [];
  const parked: Segment[] = [];
  const gate: Segment[] = [];
  const download: Segment[] = [];
  for (const segment of segments) {
    const has = (concept: string): boolean => segment.has(concept);
    explains += segment.count('about');
    if (segment.item) items++;
    let hit = false;
    const push = (list: Segment[]): void => {
      list.push(segment);
      hit = true;
    };
    if (segment.weight > 160) continue;
    if (has('subscribe') && (has('reading') || has('gate') || has('signIn') || has('register'))) push(paywall);
    else if (has('reading') && (has('gate') || has('signIn'))) push(paywall);
    if (has('domain') && has('sale')) push(parked);
    if (!segment.item && (has('signIn') || has('register')) && has('gate')) push(gate);
    if (has('download') && (segment.count('download') > 1 || has('retry'))) push(download);
    if (hit || (isLabel(segment) && segment.covered > 0)) said += segment.weight;
  }
  if (explains > 2 || items > 2) return null;
  const half = 2 * said >= weight;
  if (parked.length > 0 && half) return { called: 'a parked domain', level: 'stop', shown: parked };
  if (paywall.length > 1) return { called: 'a paywall', level: half ? 'stop' : 'look', shown: paywall };
  if (paywall.length > 0 && half) return { called: 'a paywall', level: 'stop', shown: paywall };
  if (gate.length > 0 && half && explains === 0) return { called: CALLED.gate, level: 'stop', shown: gate };
  if (download.length > 0 && half && explains === 0)
    return { called: 'a page that starts a download', level: 'look', shown: download };
  return null;
}

const INDEX_OF = /^(?:#+ )?Index of \/\S*/u;
const LISTED =
  /\S.*\s(?:\d{4}-\d\d-\d\d|\d\d?-[A-Z][a-z]{2}-\d{4}|\d{4}\/\d\d\/\d\d|\d\d\/\d\d\/\d{4})[ T]\d\d:\d\d(?::\d\d)?\s+(?:-|[\d.,]+ ?[KMG]?B?)\s*$/u;

/** A listing of a server's directory: its title, or files with their dates and sizes from the first lines on. */
function directory(document: Document, { segments }: Page): Verdict | null {
  let title: Segment | undefined;
  let listed = 0;
  let others = 0;
  for (const segment of segments) {
    const text = document.slice(segment.start, Math.min(segment.end, segment.start + 300));
    if (!title && INDEX_OF.test(text)) title = segment;
    else if (LISTED.test(text)) listed++;
    else if (segment.weight > 60) others++;
  }
  if (!title || others > 2 || (listed === 0 && segments.length > 60)) return null;
  return { called: 'the listing of a directory', level: 'stop', shown: [title] };
}

/** What a search engine or a site's search answers. */
function searched({ segments, weight }: Page): Verdict | null {
  if (weight > WALL) return null;
  let results: Segment | undefined;
  let heads = 0;
  let kinds = 0;
  let short = 0;
  let explains = 0;
  for (const segment of segments) {
    heads++;
    explains += segment.count('about');
    if (segment.has('results')) {
      kinds += segment.count('results');
      if (heads <= 30 && segment.weight <= 120) results ??= segment;
    }
    if (segment.has('nav') && isLabel(segment)) short++;
  }
  if (!results || kinds < 2 || short < 3 || explains > 4 + weight / 400) return null;
  return { called: 'a page of search results', level: 'look', shown: [results] };
}

// ---------------------------------------------------------------------------------------------------------------------

function quoteOf(document: Document, { start, end }: Span): string {
  let stop = start;
  while (stop < end && stop - start < MESSAGE_UNITS && document.units[stop] !== 0x0a) stop++;
  return document.slice(start, stop).trim() + (stop < end && document.units[stop] !== 0x0a ? '…' : '');
}

const NEXT = 'Fetch the document again, as someone whom the site lets in, and put it in the place of this page';

function observation(document: Document, { called, level, shown }: Verdict): Observation {
  const { units } = document;
  let start = 0;
  while (start < units.length && SPACES[units[start]!] === 1) start++;
  let end = units.length;
  while (end > start && SPACES[units[end - 1]!] === 1) end--;
  let line = units.indexOf(0x0a, start);
  if (line < 0 || line > end) line = end;
  const places = shown.slice(0, RELATED).map((span) => at(document, span));
  const proof = shown
    .slice(0, 2)
    .map((span, i) => `line ${places[i]!.line} "${quoteOf(document, span)}"`)
    .join(', ');
  return {
    level,
    message: `this is ${called} and no document: ${proof}`,
    next: NEXT,
    places: [at(document, { start, end }, { quoteEnd: line }), ...places.filter((place) => place.start !== start)],
  };
}

export const webFurniture: DocumentCheck = {
  id: 'web-furniture',
  title: 'A web page that stands in place of a document',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { units } = document;
    if (units.length === 0 || units.length > PAGE_UNITS) return;
    const machine = machineError(document);
    if (machine) {
      yield observation(document, { called: machine.called, level: 'stop', shown: [machine.shown as Segment] });
      return;
    }
    if (isData(units) || weightOfUnits(units, 0, units.length) > WALL) return;
    if (structured(document) || tabled(document)) return;
    const read = page(document);
    if (!read) return;
    const verdict =
      notice(document, read) ??
      loginWall(read) ??
      cookieWall(read) ??
      gates(read) ??
      directory(document, read) ??
      searched(read);
    if (verdict) yield observation(document, verdict);
  },
};
