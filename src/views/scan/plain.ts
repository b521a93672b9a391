/**
 * Blocks of plain text. Nothing is marked there, so this goes by looks: a short numbered or underlined line by itself is
 * a heading, lines of bullets are lists, drawings and columns are tables or code, the rest is prose.
 */
import { SPACES } from '../script.ts';
import type { Scan } from './scan.ts';

/** The longest heading, in UTF-16 units. */
const HEADING_UNITS = 90;

const APPENDIX =
  /^(?:appendix|annex|chapter|section|part|anhang|kapitel|abschnitt|annexe|chapitre|capítulo|anexo|приложение|глава|раздел)\s+[\dA-ZА-Я]/iu;
const CHINESE =
  /^(?:第[0-9一二三四五六七八九十百零〇两]+[章节節編编篇部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|제\s?\d+\s?[장절])/u;
const NUMBERED = /^(\d{1,3}(?:[a-z]\d{0,2})?(?:\.\d{1,3})*)\.?\s+\S/u;
/** The foot of a page in RFCs and the like. */
const PAGE = /\[Page [\divxlc]+\]$/u;
const GAP = /\S {4}|\S\t/u;
const LETTERED = /^[A-Z](?:\.\d{1,3})*\.\s+\S/u;

/** Depth of a heading that stands alone on its line, or 0. */
export function looseHeading(text: string): number {
  if (text.length > HEADING_UNITS || text.length < 2) return 0;
  const last = text.charCodeAt(text.length - 1);
  // Words in columns: a page's head, a row.
  if (GAP.test(text.replace(/^[\dA-Za-z.]{1,12}\s+/u, ''))) return 0;
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    if (last === 0x2e || last === 0x3b || last === 0x2c || last === 0x3a) return 0;
    return Math.min(6, numbered[1]!.split('.').length);
  }
  if (last === 0x2e || last === 0x3002 || last === 0x2c || last === 0xff0c || last === 0x3b || last === 0xff1b)
    return 0;
  if (LETTERED.test(text)) return Math.min(6, text.slice(0, 12).split('.').length - 1 || 1);
  if (APPENDIX.test(text) || (text.length <= 40 && CHINESE.test(text))) return 1;
  return capitals(text) ? 1 : 0;
}

/** Whether a line has capitals and no small letters, and letters for the most part. */
function capitals(text: string): boolean {
  let upper = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x61 && unit <= 0x7a) return false;
    if (unit > 0x7f) {
      const letter = text.charAt(i);
      if (letter !== letter.toUpperCase() || letter === letter.toLowerCase()) return false;
      upper++;
    } else if (unit >= 0x41 && unit <= 0x5a) upper++;
    else if (unit !== 0x20) other++;
  }
  return upper >= 4 && upper >= other * 2;
}

const FORM_FEED = 0x0c;

const LOOK = { prose: 0, code: 1, table: 2 } as const;
type Look = (typeof LOOK)[keyof typeof LOOK];

/** What a run of lines looks like: prose, a drawing or code, or a table. */
export function look(scan: Scan, from: number, to: number): Look {
  const { units } = scan;
  let letters = 0;
  let signs = 0;
  let rules = 0;
  let barred = 0;
  let gapped = 0;
  let seen = 0;
  for (let line = from; line < to; line++) {
    if (scan.blank(line)) continue;
    seen++;
    if (scan.tableRule(line)) {
      rules++;
      continue;
    }
    const end = scan.last(line);
    let bars = 0;
    let gap = 0;
    let gaps = 0;
    for (let i = scan.first(line); i < end; i++) {
      const unit = units[i]!;
      if (unit === 0x20 || unit === 0x09) {
        gap += unit === 0x09 ? 4 : 1;
        continue;
      }
      if (gap >= 3) gaps++;
      gap = 0;
      if (unit > 0x7f) {
        if (unit >= 0x2500 && unit <= 0x259f) bars++;
        else letters++;
      } else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) letters++;
      else if (unit === 0x7c) {
        bars++;
        signs++;
      } else if (!(unit >= 0x30 && unit <= 0x39) && unit !== 0x2c && unit !== 0x2e && unit !== 0x27 && unit !== 0x22)
        signs++;
    }
    if (bars >= 2) barred++;
    if (gaps >= 1) gapped++;
  }
  if (seen === 0) return LOOK.prose;
  if (rules > 0 && rules + barred >= seen * 0.6 && seen >= 2) return LOOK.table;
  if (barred >= 2 && barred >= seen * 0.8) return LOOK.table;
  if (signs * 3 > letters + signs) return LOOK.code;
  if (seen >= 2 && gapped >= 2 && gapped >= seen * 0.7) return LOOK.table;
  return LOOK.prose;
}

/** The indentation that most letters of the document stand at, in columns (RFCs: 3). */
function baseIndent(scan: Scan): number {
  const weights = new Array<number>(33).fill(0);
  for (let line = 0; line < scan.count; line++) {
    if (scan.blank(line)) continue;
    const indent = Math.min(32, scan.indent(line));
    weights[indent] = weights[indent]! + (scan.last(line) - scan.first(line));
  }
  let best = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[best]!) best = i;
  return best;
}

export function plain(scan: Scan): void {
  const base = baseIndent(scan);
  let line = 0;
  let fenceCloses = true;
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const head = scan.head(line);
    if (furniture(scan, line)) {
      scan.add('rule', line, line + 1);
      line++;
      continue;
    }

    // What Markdown writers leave in .txt files.
    if (head === 0x60 && fenceCloses && scan.run(line) >= 3) {
      let next = line + 1;
      while (next < scan.count && !(scan.head(next) === 0x60 && scan.ruler(next) >= 3)) next++;
      if (next < scan.count) {
        scan.add('code', line, next + 1);
        line = next + 1;
        continue;
      }
      fenceCloses = false;
    }
    if (head === 0x23) {
      const run = scan.run(line);
      if (run <= 6 && scan.units[scan.first(line) + run] === 0x20) {
        scan.add('heading', line, line + 1, run);
        line++;
        continue;
      }
    }
    if (scan.ruler(line) >= 3 && ruleUnit(head)) {
      // A rule over and under a title, or by itself.
      if (
        line + 2 < scan.count &&
        !scan.blank(line + 1) &&
        scan.head(line + 2) === head &&
        scan.ruler(line + 2) >= 3 &&
        scan.last(line + 1) - scan.first(line + 1) <= HEADING_UNITS
      ) {
        scan.add('heading', line, line + 3, 1);
        line += 3;
      } else {
        scan.add('rule', line, line + 1);
        line++;
      }
      continue;
    }
    if (line + 1 < scan.count && ruleUnit(scan.head(line + 1)) && underlines(scan, line, line + 1)) {
      scan.add('heading', line, line + 2, scan.head(line + 1) === 0x3d ? 1 : 2);
      line += 2;
      continue;
    }

    let next = line + 1;
    const alone = scan.blank(next);
    const indent = scan.indent(line);
    if (alone && indent <= base + 1) {
      const level = looseHeading(scan.trimmed(line, HEADING_UNITS + 2));
      if (level > 0) {
        scan.add('heading', line, next, level);
        line = next;
        continue;
      }
    }
    const marked = scan.marker(line);
    if (marked >= 0) {
      while (
        next < scan.count &&
        !scan.blank(next) &&
        scan.marker(next) < 0 &&
        !(scan.indent(next) < indent && scan.indent(next) < 2 && indent >= 2)
      )
        next++;
      scan.add('list', line, next, 1 + Math.min(5, Math.max(0, Math.floor((indent - base) / 2))));
      line = next;
      continue;
    }
    // A paragraph ends where a list begins.
    while (next < scan.count && !scan.blank(next) && !(bulletUnit(scan.head(next)) && scan.marker(next) >= 0)) next++;
    const looks = look(scan, line, next);
    if (looks === LOOK.table) scan.add('table', line, next);
    else if (looks === LOOK.code) scan.add('code', line, next);
    else if (
      head === 0x3e &&
      scan.units[scan.first(line) + 1] !== undefined &&
      SPACES[scan.units[scan.first(line) + 1]!] === 1
    )
      scan.add('quote', line, next);
    else scan.add('prose', line, next);
    line = next;
  }
}

/** Whether the line is the foot of a page (`[Page 7]`), or its head: words in columns behind a form feed. */
function furniture(scan: Scan, line: number): boolean {
  const last = scan.last(line);
  if (scan.units[last - 1] === 0x5d && last - scan.first(line) < 200 && PAGE.test(scan.trimmed(line))) return true;
  // The form feed stands before the words or in a line of its own just above.
  for (let i = scan.start(line); i < scan.first(line); i++)
    if (scan.units[i] === FORM_FEED) return GAP.test(scan.trimmed(line));
  if (line > 0 && scan.blank(line - 1))
    for (let i = scan.start(line - 1); i < scan.end(line - 1); i++)
      if (scan.units[i] === FORM_FEED) return GAP.test(scan.trimmed(line));
  return false;
}

/** Units that rules are drawn with. */
export function ruleUnit(unit: number): boolean {
  return (
    unit === 0x3d ||
    unit === 0x2d ||
    unit === 0x7e ||
    unit === 0x2a ||
    unit === 0x5f ||
    unit === 0x23 ||
    unit === 0x2500 ||
    unit === 0x2550 ||
    unit === 0x2014
  );
}

function bulletUnit(unit: number): boolean {
  return unit === 0x2d || unit === 0x2a || unit === 0x2022 || unit === 0x25cf || unit === 0xb7;
}

/** Whether `rule` is a line of one unit as long as the title above it, give or take two. */
function underlines(scan: Scan, title: number, rule: number): boolean {
  const length = scan.ruler(rule);
  if (length < 3) return false;
  const width = scan.last(title) - scan.first(title);
  return (
    width <= HEADING_UNITS && length >= width - 2 && length <= width * 2 + 2 && (title === 0 || scan.blank(title - 1))
  );
}
