/**
 * Which of two states of one document is the later, by lines that differ: `Version: 1.0` and `Version: 1.1`, `Status: Draft`
 * and `Status: Final`, a later date, an entry more in the list of changes, `superseded by`.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import type { Compared, Pieces } from './compare.ts';
import { compareMarks, marksOf, type Mark, type Marks } from './version-marks.ts';

/** What tells which is the earlier, with the words of both; a side without words has no such line. */
export interface Sign {
  readonly first: 'a' | 'b';
  readonly a: Span | null;
  readonly b: Span | null;
}

/** Non-blank lines at the beginning in which a document says what it is. */
const HEAD = 40;
/** Of them, those that may be the title, in which a version needs no word before it. */
const TITLE = 3;
/** Units of a line within which it must say that it is replaced or replaces another. */
const SAYS = 60;
/** Units of a line that are looked at. */
const LINE = 240;
/** Hunks that are looked at, and lines of one that stand on one side alone. */
const HUNKS = 500;
const ALONE = 40;

const VERSION_WORD = pattern(
  'u',
)`(?<![\p{L}\p{M}])(?:ver|version|versión|versão|versione|versie|wersja|rev|revision|revisión|revisão|révision|release|edition|edición|edição|ausgabe|fassung|издание|редакция|версия|версія|sürüm|draft|entwurf|issue|الإصدار|نسخه|نسخة|संस्करण)(?![\p{L}\p{M}])|版本|版次|バージョン|第.{1,6}[版稿]|버전|판`;
const SUPERSEDED =
  /\b(?:superseded|obsoleted|replaced|deprecated|withdrawn) (?:by|in favou?r of)\b|\bis (?:now )?(?:obsolete|deprecated|outdated|withdrawn|out of date)\b|\bno longer (?:valid|maintained|current|in force)\b|status\W{1,6}(?:superseded|obsolete|deprecated|withdrawn|historic|archived|outdated)\b|\b(?:abgelöst|ersetzt) durch\b|\bveraltet\b|\bnicht mehr gültig|\bremplacée? par\b|\bobsolète\b|\b(?:sustituid|reemplazad|substituíd|sostituit)[oa] (?:por|pel[oa]|da)\b|\bobsolet[oa]\b|заменен[аоы]? |заменён|устарел|утратил[аои]? силу|отменен|已废止|已作废|已过时|已被.{1,30}[代替取]|廃止|は古い版|폐지|대체됨/iu;
const SUPERSEDES =
  /\b(?:supersedes|obsoletes|replaces|this (?:version|document|specification) (?:supersedes|obsoletes|replaces))\b|\bersetzt (?:die|das|den|version|fassung)\b|\bremplace (?:la|le|l['’])|\b(?:sustituye|reemplaza) (?:a|la|el)\b|\bsubstitui (?:a|o)\b|\bsostituisce (?:la|il)\b|\bвзамен\b|заменяет |本(?:标准|文件|规范|规程)代替|代替[^\s]{0,3}[A-Z]|取代了|に取って代わ|を置き換える/iu;
const LABEL = pattern(
  'u',
)`^[^\p{L}]{0,12}(?:status|state|estado|stato|statut|stan|stav|durum|статус|состояние|状态|狀態|ステータス|状況|상태|الحالة|وضعیت)[^\p{L}\p{Nd}]{0,12}`;

/** Words of a status line, from early to late. */
const STATES: readonly RegExp[] = [
  /draft|entwurf|brouillon|borrador|bozza|rascunho|szkic|taslak|черновик|проект|草稿|草案|初稿|ドラフト|초안|مسودة|پیش/u,
  /propos|review|vorschlag|candidate|propuesta|предлож|рассмотр|评审|審查|レビュー|검토/u,
  /accepted|approved|final|released|published|stable|freigegeben|genehmigt|approuvé|validé|aprobado|aprovado|approvato|утвержд|принят|定稿|已发布|正式|批准|承認|승인|معتمد/u,
];

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier enero ene janeiro gennaio января січня stycznia ocak januari',
    'feb february februar février fev febrero fevereiro febbraio февраля лютого lutego şubat februari',
    'mar march märz mär mars marzo março марта березня marca mart maart',
    'apr april avril abril abr aprile апреля квітня kwietnia nisan',
    'may mai mayo maio maggio мая травня maja mayıs mei maj',
    'jun june juni juin junio junho giugno июня червня czerwca haziran',
    'jul july juli juillet julio julho luglio июля липня lipca temmuz',
    'aug august août agosto ago августа серпня sierpnia ağustos augustus augusti',
    'sep sept september septembre septiembre setembro settembre сентября вересня września eylül',
    'oct october oktober octobre octubre outubro ottobre okt октября жовтня października ekim',
    'nov november novembre noviembre novembro ноября листопада listopada kasım',
    'dec december dezember décembre diciembre dezembro dicembre dez dic декабря грудня grudnia aralık',
  ].flatMap((line, i) => line.split(' ').map((word): [string, number] => [word, i + 1])),
);
const NUMERIC =
  /(?<!\d)(?:((?:19|20)\d\d)(?:\s?年\s?|\s?년\s?|[-/.])(\d{1,2})(?:(?:\s?月\s?|\s?월\s?|[-/.])(\d{1,2}))?|(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d))(?!\d)/u;
const DAY_FIRST = pattern(
  'u',
)`(?<!\p{Nd})(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)`;
const MONTH_FIRST = pattern('u')`(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)`;
const HAS_YEAR = /(?:19|20)\d\d/u;

/** The first date of a line: year, month, day (0 where none). */
export function dateIn(text: string): Mark | null {
  if (!HAS_YEAR.test(text)) return null;
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, y, m, d, day, month, year] = numeric.map(Number) as [number, ...number[]];
    const value = y! > 0 ? [y!, m!, d || 0] : [year!, month!, day!];
    if (value[1]! >= 1 && value[1]! <= 12 && value[2]! <= 31) return { text: numeric[0], value };
  }
  const first = MONTH_FIRST.exec(text);
  const month = first && MONTHS[foldCase(first[1]!)];
  if (first && month) return { text: first[0], value: [Number(first[3]), month, Number(first[2])] };
  const day = DAY_FIRST.exec(text);
  const name = day && MONTHS[foldCase(day[2]!)];
  return day && name ? { text: day[0].trim(), value: [Number(day[3]), name, Number(day[1] ?? 0)] } : null;
}

const lineOf = ({ document, spans }: Pieces, i: number): string =>
  document.slice(spans[i]!.start, Math.min(spans[i]!.end, spans[i]!.start + LINE));

const DIGITS = pattern('gu')`\p{Nd}+`;
/** An entry of a list of changes: a date or a version, behind a mark of a list, a heading or a table at most. */
const ENTRY = /^[\s|*#>[(\-–•·]{0,8}(?:v(?:er(?:sion)?)?[-_. ]?)?\d/iu;

/** What one pair of lines that stand in the same place tells. */
function pairTells(x: string, y: string, head: boolean, title: boolean): 'a' | 'b' | null {
  const state = (text: string): number => {
    const label = LABEL.exec(foldCase(text));
    return label ? STATES.findLastIndex((each) => each.test(foldCase(text).slice(label[0].length, 80))) : -1;
  };
  const s = state(x);
  const t = state(y);
  if (s >= 0 && t >= 0 && s !== t) return s < t ? 'a' : 'b';
  const inTable = /^\s*\|/u.test(x);
  if (!head || inTable) return null;
  const p = dateIn(x);
  const q = dateIn(y);
  const bare = (text: string): string => foldCase(text).replace(DIGITS, '#');
  if (p && q && compareMarks(p, q) !== 0 && x.length < 160) return compareMarks(p, q) < 0 ? 'a' : 'b';
  // `Version: 1.0` and `Version: 1.1`; a title with a version in it
  const v = marksOf(x);
  const w = marksOf(y);
  if (v.version && w.version && v.key === w.key && compareMarks(v.version, w.version) !== 0) {
    const text = bare(x);
    if (x.length < 160 && v.key.length < 60 && text === bare(y) && (title || VERSION_WORD.test(text)))
      return compareMarks(v.version, w.version) < 0 ? 'a' : 'b';
  }
  return null;
}

/** Latest date, and latest version, of the entries of a list of changes, and how many there are. */
function latest(
  all: Pieces,
  from: number,
  to: number,
): { readonly date: Mark | null; readonly count: number; readonly at: number } {
  let date: Mark | null = null;
  let count = 0;
  let where = -1;
  const { units } = all.document;
  for (let i = from; i < to; i++) {
    const { start, end } = all.spans[i]!;
    // most lines have no digit near their start
    let digit = false;
    for (let k = start; k < Math.min(end, start + 16); k++) if (units[k]! >= 0x30 && units[k]! <= 0x39) digit = true;
    if (!digit) continue;
    const text = lineOf(all, i);
    if (!ENTRY.test(text)) continue;
    const own = dateIn(text);
    if (!own) continue;
    count++;
    if (!date || compareMarks(date, own) < 0) {
      date = own;
      where = i;
    }
  }
  return { date, count, at: where };
}

/** All that the differing lines tell, in the order of the first document, at most four; signs may contradict each other. */
export function signs({ a, b, hunks }: Compared): Sign[] {
  const found: Sign[] = [];
  const head = (i: number): boolean => i < HEAD;
  let latestA: ReturnType<typeof latest> | undefined;
  let latestB: ReturnType<typeof latest> | undefined;
  for (const hunk of hunks.slice(0, HUNKS)) {
    const [countA, countB] = [hunk.aEnd - hunk.a, hunk.bEnd - hunk.b];
    const paired = Math.min(countA, countB, ALONE);
    for (let i = 0; i < paired && found.length < 4; i++) {
      const first = pairTells(
        lineOf(a, hunk.a + i),
        lineOf(b, hunk.b + i),
        head(hunk.a + i) && head(hunk.b + i),
        hunk.a + i < TITLE,
      );
      if (first) found.push({ first, a: a.spans[hunk.a + i]!, b: b.spans[hunk.b + i]! });
    }
    for (const [side, mine, from, to, other, otherFrom, otherTo] of [
      ['a', a, hunk.a, hunk.aEnd, b, hunk.b, hunk.bEnd],
      ['b', b, hunk.b, hunk.bEnd, a, hunk.a, hunk.aEnd],
    ] as const)
      for (let i = from; i < Math.min(to, from + ALONE) && found.length < 4; i++) {
        if (!head(i)) break;
        const text = lineOf(mine, i);
        const says = (pattern: RegExp): boolean => {
          const match = pattern.exec(text);
          if (!match || match.index > SAYS) return false;
          for (let k = otherFrom; k < Math.min(otherTo, otherFrom + ALONE); k++)
            if (pattern.test(lineOf(other, k))) return false;
          return true;
        };
        const old = says(SUPERSEDED);
        if (!old && !says(SUPERSEDES)) continue;
        const span = mine.spans[i]!;
        found.push({
          first: old === (side === 'a') ? 'a' : 'b',
          a: side === 'a' ? span : null,
          b: side === 'b' ? span : null,
        });
      }
    // an entry more in the list of changes, later than all that the other has
    if (found.length < 4 && countA !== countB) {
      const mine = countA > countB ? a : b;
      const entry = countA > countB ? latest(a, hunk.a, hunk.aEnd) : latest(b, hunk.b, hunk.bEnd);
      if (!entry.date) continue;
      const other =
        countA > countB ? (latestB ??= latest(b, 0, b.spans.length)) : (latestA ??= latest(a, 0, a.spans.length));
      if (!other.date || compareMarks(other.date, entry.date) >= 0) continue;
      const theirs = (mine === a ? b : a).spans[other.at]!;
      const own = mine.spans[entry.at]!;
      found.push({ first: mine === a ? 'b' : 'a', a: mine === a ? own : theirs, b: mine === a ? theirs : own });
    }
  }
  return found;
}

/** What a document says of its own standing, near its top. */
export interface Standing {
  /** The line that tells most of it. */
  readonly line: Span;
  /** Index into the states from draft to final; -1 where none is told. */
  readonly state: number;
  readonly date: Mark | null;
  readonly version: Mark | null;
  /** Whether it says that another one has taken its place, or that it takes another one's. */
  readonly replaced: boolean;
  readonly replaces: boolean;
}

/** Units of a line that tells what a document is; longer ones are prose. */
const TELLING = 120;

/** Status, version and date in the first lines; null where none of it is told. */
export function standingOf(document: Document): Standing | null {
  let told: { line: Span; rank: number } | null = null;
  let state = -1;
  let date: Mark | null = null;
  let version: Mark | null = null;
  let replaced = false;
  let replaces = false;
  const { units } = document;
  for (let start = 0, lines = 0; start < units.length && lines < HEAD && start < HEAD * LINE;) {
    let end = start;
    while (end < units.length && units[end] !== 0x0a && end - start < LINE) end++;
    const text = document.slice(start, end).trim();
    const line: Span = { start, end };
    while (end < units.length && units[end] !== 0x0a && end - start < 4 * LINE) end++;
    start = end + 1;
    if (text === '' || text.length > TELLING) continue;
    lines++;
    const tells = (rank: number): void => {
      if (!told || told.rank < rank) told = { line, rank };
    };
    const folded = foldCase(text);
    if (SUPERSEDED.test(text)) {
      replaced = true;
      tells(4);
    } else if (SUPERSEDES.test(text)) {
      replaces = true;
      tells(4);
    }
    const label = state < 0 ? LABEL.exec(folded) : null;
    if (label) {
      state = STATES.findLastIndex((each) => each.test(folded.slice(label[0].length, 80)));
      if (state >= 0) tells(3);
    }
    const day: Mark | null = date ? null : dateIn(text);
    if (day && text.length < 60) {
      date = day;
      tells(2);
    }
    const marks: Marks | null = version ? null : marksOf(text);
    if (marks?.version && text.length < 60 && VERSION_WORD.test(text)) {
      version = marks.version;
      tells(1);
    }
  }
  const line = (told as { line: Span } | null)?.line;
  return line ? { line, state, date, version, replaced, replaces } : null;
}

/** Which of two documents their first lines tell to be the one that holds; null where they do not, or disagree. */
export function holdsOf(a: Standing | null, b: Standing | null): 'a' | 'b' | null {
  if (a?.replaced !== b?.replaced && (a?.replaced || b?.replaced)) return a?.replaced ? 'b' : 'a';
  if (a?.replaces !== b?.replaces && (a?.replaces || b?.replaces)) return a?.replaces ? 'a' : 'b';
  if (!a || !b) return null;
  const told = new Set<'a' | 'b'>();
  if (a.state >= 0 && b.state >= 0 && a.state !== b.state) told.add(a.state > b.state ? 'a' : 'b');
  if (a.date && b.date && compareMarks(a.date, b.date) !== 0) told.add(compareMarks(a.date, b.date) > 0 ? 'a' : 'b');
  return told.size === 1 ? [...told][0]! : null;
}
