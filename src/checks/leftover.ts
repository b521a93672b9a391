/**
 * What tools leave in a document: markers of a merge that was never resolved, pieces of a patch, a converter's words for what
 * it lost, notes that something was cut, the words that an assistant says before and after its answer.
 */
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lastAtOrBefore } from '../core/locate.ts';
import { view } from '../core/view.ts';
import type { Block, Document, DocumentCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { AS_A_MACHINE, ASSENT, LOST, MADE, OFFER, PRESENTS, REFERENCE_LOST, saysCut } from '../views/assistants.ts';
import { blocks } from '../views/blocks.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode, inCodeBlock } from '../views/context.ts';
import { lines, type Lines } from '../views/lines.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';

/** Most places of one finding. */
const PLACES = 7;
/** Most lines that are kept of one kind. */
const KEPT = 500;
/** Longest line that can be a note on something cut, in units. */
const NOTE_UNITS = 140;
/** Heaviest paragraph that can be what an assistant says before or after its answer. */
const TALK_WEIGHT = 320;

const LF = 0x0a;
const SPACE = 0x20;
const LESS = 0x3c;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const BAR = 0x7c;
const PLUS = 0x2b;
const PERCENT = 0x25;
const AT = 0x40;
const TICK = 0x60;
const BRACKET = 0x5b;

// ---------------------------------------------------------------------------------------------------------------------
// Lines that begin as something that a tool wrote

type Sort = 'open' | 'base' | 'middle' | 'close' | 'hunk' | 'note';

interface Marked {
  readonly sort: Sort;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** First units of a line (behind white space) that a note on something cut can begin with. */
const NOTE_STARTS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of '.…[(<-/#*【（〔［⋯~=') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** First units of a line that a conflict or a patch can begin with. */
const MARK_STARTS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of '<>=|@+%d') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** How often the unit at `i` stands there in a row. */
function runAt(units: Uint16Array, i: number, end: number): number {
  let k = i + 1;
  while (k < end && k - i < 16 && units[k] === units[i]) k++;
  return k - i;
}

function conflictSort(units: Uint16Array, start: number, end: number): Sort | null {
  const unit = units[start]!;
  if (end - start < 7 || runAt(units, start, end) !== 7) return null;
  const after = start + 7 < end ? units[start + 7]! : SPACE;
  if (SPACES[after] !== 1) return null;
  switch (unit) {
    case LESS:
      return 'open';
    case GREATER:
      return 'close';
    case BAR:
      return 'base';
    case EQUALS: {
      let i = start + 7;
      while (i < end && SPACES[units[i]!] === 1) i++;
      return i === end ? 'middle' : null;
    }
    // Jujutsu: the sides of a conflict
    case PERCENT:
    case PLUS:
      return 'middle';
    default:
      return null;
  }
}

const HUNK = /^(?:@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|diff --git a\/\S+ b\/\S+)/u;

function markedLines(document: Document, { count, starts, ends, firsts }: Lines): Marked[] {
  const { units } = document;
  const found: Marked[] = [];
  let notes = 0;
  for (let line = 0; line < count; line++) {
    const first = firsts[line]!;
    const end = ends[line]!;
    if (first === end) continue;
    const unit = units[first]!;
    if (NOTE_STARTS[unit] === 1 && end - first <= NOTE_UNITS && notes < KEPT * 4) {
      // `- text` and `# text` are lists and headings for the most part
      if ((unit === 0x2d || unit === 0x23 || unit === 0x2a) && !signs(units, first, end)) {
        // nothing
      } else if (end - first >= 6) {
        notes++;
        found.push({ sort: 'note', line, start: first, end });
      }
    }
    if (first !== starts[line] || MARK_STARTS[unit] === 0 || found.length > KEPT * 8) continue;
    if (unit === AT ? units[first + 1] !== AT : unit === 0x64 ? !isDiff(units, first) : units[first + 1] !== unit)
      continue;
    if (unit === AT || unit === 0x64) {
      if (HUNK.test(document.slice(first, Math.min(end, first + 400))))
        found.push({ sort: 'hunk', line, start: first, end });
      continue;
    }
    const sort = conflictSort(units, first, end);
    if (sort) found.push({ sort, line, start: first, end });
  }
  return found;
}

/** Whether a line that begins with a list or heading mark ends as a note does: in a bracket, dots or dashes. */
function signs(units: Uint16Array, first: number, end: number): boolean {
  let last = end - 1;
  while (last > first && SPACES[units[last]!] === 1) last--;
  const unit = units[last]!;
  return (
    unit === units[first] ||
    unit === 0x5d ||
    unit === 0x29 ||
    unit === 0x3e ||
    unit === 0x2026 ||
    (unit === 0x2e && units[last - 1] === 0x2e)
  );
}

function isDiff(units: Uint16Array, i: number): boolean {
  return (
    units[i + 1] === 0x69 &&
    units[i + 2] === 0x66 &&
    units[i + 3] === 0x66 &&
    units[i + 4] === SPACE &&
    units[i + 5] === 0x2d
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// Conflicts

interface Conflict {
  readonly level: Level;
  readonly marks: readonly [Marked, ...Marked[]];
  /** Whether all three markers are there, in order. */
  readonly whole: boolean;
}

/** Labels that only a merge writes: a reference, a revision, a stash. */
const LABEL =
  /^(?:HEAD(?:[:~^]\S*)?|\.mine|\.r\d+|ours|theirs|local|other|base|yours|working copy|Updated upstream|Stashed changes|Conflict \d+ of \d+.*|(?:origin|upstream|refs|feature|feat|fix|bugfix|hotfix|release|dev|users?)\/\S+|main|master|develop|trunk|[\da-f]{7,40}(?:[ :(].*)?|\S+:\S+|[A-Z]+-\d+\S*)$/u;

function labelOf(document: Document, { start, end }: Marked): string {
  return document.slice(start + 7, Math.min(end, start + 120)).trim();
}

function conflictsOf(document: Document, marked: readonly Marked[]): Conflict[] {
  const found: Conflict[] = [];
  let open: Marked | null = null;
  let base: Marked | null = null;
  let middle: Marked | null = null;
  const lone = (): void => {
    if (!open) return;
    const label = labelOf(document, open);
    const sides = [base, middle].filter((each) => each !== null);
    if ((sides.length > 0 && label !== '') || LABEL.test(label))
      found.push({ level: 'look', marks: [open, ...sides], whole: false });
    open = null;
  };
  for (const mark of marked) {
    switch (mark.sort) {
      case 'open':
        // one conflict inside another: the inner one is told
        lone();
        open = mark;
        base = null;
        middle = null;
        break;
      case 'base':
        if (open && !middle) base = mark;
        break;
      case 'middle':
        middle ??= mark;
        break;
      case 'close':
        if (open && middle) {
          found.push({ level: 'stop', marks: base ? [open, base, middle, mark] : [open, middle, mark], whole: true });
        } else if (open) {
          if (LABEL.test(labelOf(document, open)) || LABEL.test(labelOf(document, mark)))
            found.push({ level: 'look', marks: [open, mark], whole: false });
        } else if (LABEL.test(labelOf(document, mark)))
          found.push({ level: 'look', marks: middle ? [middle, mark] : [mark], whole: false });
        open = null;
        base = null;
        middle = null;
        break;
      default:
    }
  }
  lone();
  return found
    .filter((each) => !isShown(document, each))
    .map((each) => (document.format === 'code' ? { ...each, level: 'look' } : each));
}

const ABOUT_MERGES = /\bgit\b|\bmerg(?:e|ing)\b|\bconflict|\brebas|subversion|mercurial/giu;

/** Where the text first and last speaks of merges; null where it does not. Found once: a document may hold many conflicts. */
const aboutMerges: (document: Document) => Span | null = view((document) => {
  let start = -1;
  let end = -1;
  for (const { index, 0: word } of document.text.matchAll(ABOUT_MERGES)) {
    if (start < 0) start = index;
    end = index + word.length;
  }
  return start < 0 ? null : { start, end };
});

/** Whether the markers are an example: in a block of code, in a document that speaks of such things. */
function isShown(document: Document, { marks, whole }: Conflict): boolean {
  if (DATA_FORMATS.has(document.format)) return false;
  const last = marks.at(-1)!;
  if (!inCodeBlock(document, marks[0].start)) return false;
  const block = blockAt(document, marks[0].start)!;
  if (last.start >= block.end) return false;
  if (!whole) return true;
  const about = aboutMerges(document);
  return about !== null && (about.start < block.start || about.end > block.end);
}

/** HTML has no lines: the three markers in one stretch of text. */
function conflictInHtml(document: Document): Conflict[] {
  const { units } = document;
  const next = (unit: number, from: number, to: number): Marked | null => {
    for (let i = units.indexOf(unit, from); i >= 0 && i < to; i = units.indexOf(unit, i + 1)) {
      const run = runAt(units, i, units.length);
      if (run === 7 && (i === 0 || SPACES[units[i - 1]!] === 1))
        return { sort: 'open', line: 0, start: i, end: Math.min(units.length, i + 24) };
      i += run - 1;
    }
    return null;
  };
  const open = next(LESS, 0, units.length);
  if (!open || inCodeBlock(document, open.start)) return [];
  const reach = Math.min(units.length, open.start + 200_000);
  const middle = next(EQUALS, open.end, reach);
  const close = middle && next(GREATER, middle.end, reach);
  return middle && close ? [{ level: 'stop', marks: [open, middle, close], whole: true }] : [];
}

function lineNumber(document: Document, offset: number): number {
  return at(document, { start: offset, end: offset }).line!;
}

function* ofConflicts(document: Document, found: readonly Conflict[]): Generator<Observation> {
  if (found.length === 0) return;
  const first = found[0]!;
  const whole = found.filter((each) => each.whole).length;
  const words = first.marks.map(
    (mark) =>
      `${lineNumber(document, mark.start)} "${document.slice(mark.start, Math.min(mark.end, mark.start + 24)).trim()}"`,
  );
  const others = found.length > 1 ? `, and ${found.length - 1} more` : '';
  const rest: Place[] = [];
  found.forEach(({ marks }, i) => {
    marks.forEach((mark, k) => {
      if ((i > 0 || k > 0) && (i === 0 || k === 0) && rest.length < PLACES - 1)
        rest.push(
          at(document, mark, {
            note: i > 0 ? 'another' : k === marks.length - 1 && first.whole ? 'its end' : 'the other side',
          }),
        );
    });
  });
  yield {
    level: found.some((each) => each.level === 'stop') ? 'stop' : 'look',
    message: `${whole > 0 ? 'a merge was not finished' : 'a marker of a merge was left'}: line ${words.join(', ')}${others}`,
    next: 'Decide which side is meant, and take the markers and the other side out',
    places: [at(document, first.marks[0]), ...rest],
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Patches

const WHOLE_PATCH = /^(?:diff |Index: |From [\da-f]{40} |--- \S|@@ -|# HG changeset|commit [\da-f]{40}|Only in )/u;

function* ofPatches(document: Document, marked: readonly Marked[]): Generator<Observation> {
  if (marked.length === 0 || DATA_FORMATS.has(document.format)) return;
  const first = blocks(document)[0];
  if (first && WHOLE_PATCH.test(document.slice(first.start, first.start + 60))) return;
  const found = marked.filter(
    ({ start }) =>
      !inCode(document, start) && !isAnnounced(document, start) && blockAt(document, start)?.kind !== 'table',
  );
  if (found.length === 0) return;
  const quote = document.slice(found[0]!.start, Math.min(found[0]!.end, found[0]!.start + 60));
  yield {
    level: 'look',
    message: `a piece of a patch stands in the text: "${quote}"${found.length > 1 ? ` and ${found.length - 1} more` : ''}`,
    next: 'Apply the change that the patch describes, or put it into a block of code',
    places: placesOf(document, found),
  };
}

/** Whether the line that is not blank before this one announces an example: it ends in a colon, or is a rule. */
function isAnnounced(document: Document, start: number): boolean {
  const { units } = document;
  let end = start;
  while (end > 0 && start - end < 200 && SPACES[units[end - 1]!] === 1) end--;
  if (end === 0) return false;
  const last = units[end - 1]!;
  return last === 0x3a || last === 0xff1a || (last === 0x2d && units[end - 2] === 0x2d && units[end - 3] === 0x2d);
}

function placesOf(document: Document, spans: readonly Span[]): [Place, ...Place[]] {
  const [first, ...others] = spans.slice(0, PLACES);
  return [at(document, first!), ...others.map((span) => at(document, span, { note: 'here too' }))];
}

// ---------------------------------------------------------------------------------------------------------------------
// What a converter or a word processor says of what it lost

/** Last two units of the words for "error" in `REFERENCE_LOST`, as one number; those in ASCII as a table, too. */
const ENDINGS: ReadonlySet<number> = new Set(
  LOST.map((word) => (word.charCodeAt(word.length - 2) << 16) | word.charCodeAt(word.length - 1)),
);
const ASCII_ENDINGS: Uint8Array = (() => {
  const table = new Uint8Array(0x4000);
  for (const word of LOST) {
    const first = word.charCodeAt(word.length - 2);
    const last = word.charCodeAt(word.length - 1);
    if (first < 0x80 && last < 0x80) table[(first << 7) | last] = 1;
  }
  return table;
})();

function isEnding(first: number, last: number): boolean {
  return first < 0x80 && last < 0x80 ? ASCII_ENDINGS[(first << 7) | last] === 1 : ENDINGS.has((first << 16) | last);
}

const LAST: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const word of LOST) table[word.charCodeAt(word.length - 1)] = 1;
  return table;
})();

/** Units of the longest of these words. */
const LONGEST = 16;
/** Longest sentence that is read behind the word for "error". */
const LOST_UNITS = 90;

const LOST_WORDS: ReadonlySet<string> = new Set(LOST);

/** Where a word for "error" begins that ends before the offset; -1 where none does. */
function wordStart(document: Document, end: number): number {
  const { units } = document;
  // no space parts the word from the one before it
  if (units[end - 1]! >= 0x3000) {
    const before = document.slice(Math.max(0, end - LONGEST), end);
    const word = LOST.find((each) => before.endsWith(each));
    return word === undefined ? -1 : end - word.length;
  }
  let start = end;
  while (start > 0 && end - start <= LONGEST && isLetterUnit(units[start - 1]!)) start--;
  return end - start <= LONGEST && LOST_WORDS.has(document.slice(start, end)) ? start : -1;
}

/** A letter, or something above ASCII that is no mark: enough to find where a word begins. */
const isLetterUnit = (unit: number): boolean =>
  unit < 0x80 ? (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a : unit >= 0xc0 && !(unit >= 0x2000 && unit < 0x2070);

/** Whether quotation marks stand around it: then it is spoken of. */
function isQuoted(units: Uint16Array, start: number, end: number): boolean {
  return QUOTES.has(units[start - 1] ?? 0) && QUOTES.has(units[end] ?? 0);
}

const QUOTES: ReadonlySet<number> = new Set([
  0x22, 0x27, 0x60, 0xab, 0xbb, 0x2018, 0x2019, 0x201c, 0x201d, 0x201e, 0x300c, 0x300d,
]);

function lostReferences(document: Document, found: Span[]): void {
  const { units } = document;
  const { length } = units;
  for (let i = 0; i < length && found.length < KEPT; i++) {
    // one loop: to look for each of these marks by itself takes several times as long
    const unit = units[i]!;
    if (unit !== 0x21 && unit !== 0x3a && unit !== 0x2e && unit !== 0xff01 && unit !== 0xff1a) continue;
    const gap = i > 0 && (units[i - 1] === SPACE || units[i - 1] === 0xa0 || units[i - 1] === 0x202f) ? 1 : 0;
    const last = units[i - 1 - gap] ?? 0;
    if (LAST[last] === 0 || !isEnding(units[i - 2 - gap] ?? 0, last)) continue;
    const start = wordStart(document, i - gap);
    if (start < 0) continue;
    const rest = REFERENCE_LOST.exec(document.slice(i + 1, i + 1 + LOST_UNITS));
    if (!rest) continue;
    const end = i + 1 + rest[0].length;
    if (!isQuoted(units, start, end) && !inCode(document, start)) found.push({ start, end });
  }
}

const PAGE_LOST = /^\[MISSING_PAGE_[A-Z]{2,12}(?::\d{1,6})?\]/u;

/** A tracked change that was pasted: `[Deleted: twelve]`; or a field of a word processor: `{ PAGEREF _Toc4 \\h }`. */
const TRACKED =
  /^\[(?:Deleted|Inserted|Formatted|Gelöscht|Eingefügt|Formatiert|Supprimé|Inséré|Mis en forme|Eliminado|Insertado|Con formato|Excluído|Inserido|Formatado|Eliminato|Inserito|Formattato|Удалено|Добавлено|Отформатировано|Usunięto|Wstawiono|Sformatowano|Silindi|Eklendi|Biçimlendirilmiş|Verwijderd|Ingevoegd|删除(?:的内容|了)?|插入(?:的内容|了)?|带格式的|設定格式化|已刪除|削除|挿入|書式変更|삭제됨|삽입됨|서식 있음|حذف|إدراج|محذوف|تم الحذف) ?[:：] ?[^[\]\n]{1,200}\]/u;
const FIELD =
  /^\{ ?(?:PAGEREF|NOTEREF|STYLEREF|REF|TOC|SEQ|HYPERLINK|MERGEFIELD|INCLUDEPICTURE|INCLUDETEXT|FORMTEXT|FORMCHECKBOX|NUMPAGES|SECTIONPAGES|DOCPROPERTY|DOCVARIABLE|ADDIN|EMBED|AUTOTEXT|LISTNUM|MACROBUTTON) (?=[^{}\n]{0,160}(?:\\|_Toc|_Ref|"|MERGEFORMAT))[^{}\n]{1,200}\}/u;
const COMMENT =
  /^(?:Comment|Commented|Kommentar|Kommentiert|Commentaire|Commenté|Comentario|Comentado|Comentário|Commento|Комментарий|Примечание|Komentarz|Komentář|Açıklama|Opmerking|批注|註解|コメント|메모|تعليق|توضیح|הערה) ?\[[^\s[\]\d]{1,6}\d{1,4}\]( ?[:：])/u;

function edits(document: Document, found: Span[]): void {
  const { units } = document;
  const { openBracket, openBrace } = census(document);
  if (openBracket > 0)
    for (let i = units.indexOf(BRACKET), n = 0; i >= 0 && n < KEPT * 20; i = units.indexOf(BRACKET, i + 1)) {
      const next = units[i + 1] ?? 0;
      // a capital, or a letter without case
      if (!(next >= 0x41 && next <= 0x5a) && next < 0x400) continue;
      n++;
      // `Comment [JB3]:` at the beginning of a line
      if ((units[i - 1] === SPACE || isCommentEnd(units[i - 1] ?? 0)) && units.subarray(i, i + 13).includes(0x5d)) {
        let start = i;
        while (start > 0 && i - start < 16 && units[start - 1] !== LF) start--;
        const comment = start === 0 || units[start - 1] === LF ? COMMENT.exec(document.slice(start, i + 16)) : null;
        if (comment) {
          found.push({ start, end: start + comment[0].length });
          continue;
        }
      }
      if (!units.subarray(i, i + 24).includes(0x3a) && !units.subarray(i, i + 24).includes(0xff1a)) continue;
      const match = TRACKED.exec(document.slice(i, i + 240));
      // `[Deleted: x](...)` is a link
      if (match && units[i + match[0].length] !== 0x28) found.push({ start: i, end: i + match[0].length });
    }
  if (openBrace > 0)
    for (let i = units.indexOf(0x7b), n = 0; i >= 0 && n < KEPT * 20; i = units.indexOf(0x7b, i + 1)) {
      const first = units[i + 1] === SPACE ? units[i + 2]! : units[i + 1]!;
      if (!(first >= 0x41 && first <= 0x5a)) continue;
      n++;
      const match = FIELD.exec(document.slice(i, i + 240));
      if (match) found.push({ start: i, end: i + match[0].length });
    }
}

const isCommentEnd = (unit: number): boolean => unit >= 0x400;

function lostPages(document: Document, found: Span[]): void {
  const { units } = document;
  for (let i = units.indexOf(BRACKET); i >= 0 && found.length < KEPT; i = units.indexOf(BRACKET, i + 1)) {
    if (units[i + 1] !== 0x4d || units[i + 2] !== 0x49 || units[i + 3] !== 0x53) continue;
    const match = PAGE_LOST.exec(document.slice(i, i + 48));
    if (match && !isQuoted(units, i, i + match[0].length) && !inCode(document, i))
      found.push({ start: i, end: i + match[0].length });
  }
}

function* ofLosses(document: Document): Generator<Observation> {
  const references: Span[] = [];
  lostReferences(document, references);
  references.sort((a, b) => a.start - b.start);
  const pages: Span[] = [];
  lostPages(document, pages);
  if (references.length > 0) {
    const [first] = references;
    yield {
      level: 'look',
      message: `a word processor lost ${references.length === 1 ? 'a reference' : `${references.length} references`}: "${document.slice(first!.start, Math.min(first!.end, first!.start + 80))}"`,
      next: 'Put back what is referred to: the original file knows it',
      places: placesOf(document, references),
    };
  }
  const changed: Span[] = [];
  if (!DATA_FORMATS.has(document.format)) edits(document, changed);
  const edited = changed.filter(({ start }) => !inCode(document, start)).toSorted((a, b) => a.start - b.start);
  if (edited.length > 0) {
    const [first] = edited;
    yield {
      level: 'look',
      message: `what a word processor keeps beside its text was copied into it: "${document.slice(first!.start, Math.min(first!.end, first!.start + 80))}"${edited.length > 1 ? ` and ${edited.length - 1} more` : ''}`,
      next: 'Accept or reject the changes in the original, answer its comments, and export it again',
      places: placesOf(document, edited),
    };
  }
  if (pages.length > 0) {
    const [first] = pages;
    yield {
      level: 'look',
      message: `a converter lost ${pages.length === 1 ? 'a page' : `${pages.length} pages`}: "${document.slice(first!.start, first!.end)}"`,
      next: 'Convert the original again, or type the page',
      places: placesOf(document, pages),
    };
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Notes that something was cut

function* ofNotes(document: Document, marked: readonly Marked[]): Generator<Observation> {
  if (DATA_FORMATS.has(document.format)) return;
  const found: Span[] = [];
  for (const { start, end } of marked)
    if (found.length < KEPT && saysCut(document.slice(start, end).trim()) && !inCode(document, start))
      found.push({ start, end });
  const tail = tailNote(document);
  if (tail && !found.some(({ start, end }) => start <= tail.start && tail.start < end)) found.push(tail);
  if (found.length === 0) return;
  const [first] = found;
  yield {
    level: 'look',
    message: `a tool cut the text and says so: "${document.slice(first!.start, Math.min(first!.end, first!.start + 80)).trim()}"${found.length > 1 ? ` and ${found.length - 1} more` : ''}`,
    next: 'Get the whole text from where it came',
    places: placesOf(document, found),
  };
}

const TAIL = /(?:\.\.\.|…|⋯)?\s*[[(<【（](?:[^[\]()<>【】（）]{1,60})[\])>】）](?:\.\.\.|…)?$/u;

/** A note in brackets at the very end of the text, behind a sentence. */
function tailNote(document: Document): Span | null {
  const { units } = document;
  let end = units.length;
  while (end > 0 && SPACES[units[end - 1]!] === 1) end--;
  if (end === 0) return null;
  const last = units[end - 1]!;
  if (
    last !== 0x5d &&
    last !== 0x29 &&
    last !== GREATER &&
    last !== 0x3011 &&
    last !== 0xff09 &&
    last !== 0x2e &&
    last !== 0x2026
  )
    return null;
  const from = Math.max(units.lastIndexOf(LF, end - 1) + 1, end - NOTE_UNITS);
  const match = TAIL.exec(document.slice(from, end));
  if (!match || !saysCut(match[0].trim()) || inCode(document, from + match.index)) return null;
  return { start: from + match.index + (match[0].length - match[0].trimStart().length), end };
}

// ---------------------------------------------------------------------------------------------------------------------
// Assistants

const TALK: ReadonlySet<Block['kind']> = new Set(['prose', 'list', 'quote', 'heading']);
const SKIPPED: ReadonlySet<Block['kind']> = new Set(['front-matter', 'comment', 'rule', 'html']);

function textOf(document: Document, { start, end }: Block): string | null {
  if (end - start > 2 * TALK_WEIGHT || weightOfUnits(document.units, start, end) > TALK_WEIGHT) return null;
  return document
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^[*_>#¡¿\s]+|[*_\s]+$/gu, '')
    .replaceAll('’', "'");
}

const ends = (text: string): boolean => /[:：]$/u.test(text);

/** Whether the first block is what an assistant says before its answer. */
function isPreface(text: string, next: Block | undefined): boolean {
  if (AS_A_MACHINE.test(text)) return true;
  const assent = ASSENT.test(text);
  const presents = PRESENTS.exec(text);
  if (assent) return ends(text) || presents !== null;
  if (!presents || presents.index > 0 || !ends(text) || !next) return false;
  return (
    (next.kind === 'heading' || next.kind === 'code' || next.kind === 'rule' || next.kind === 'front-matter') &&
    MADE.test(text)
  );
}

function* ofTalk(document: Document): Generator<Observation> {
  if (DATA_FORMATS.has(document.format)) return;
  const all = blocks(document);
  const firstAt = all.findIndex(({ kind }) => !SKIPPED.has(kind));
  if (firstAt < 0) return;
  const first = all[firstAt]!;
  let lastAt = all.length - 1;
  while (lastAt > firstAt && SKIPPED.has(all[lastAt]!.kind)) lastAt--;
  const last = all[lastAt]!;
  const spans: Span[] = [];
  const before = TALK.has(first.kind) ? firstLine(document, first) : null;
  if (before && isPreface(before.text, before.rest ? { ...first, kind: 'heading' } : all[firstAt + 1]))
    spans.push(before.span);
  if (lastAt > firstAt && TALK.has(last.kind)) {
    const text = textOf(document, last);
    if (text !== null && (OFFER.test(text) || AS_A_MACHINE.test(text))) spans.push(last);
  }
  const fence = spans.length === 0 ? wholeFence(document, first) : null;
  if (fence) {
    const { span, closed } = fence;
    yield {
      level: 'look',
      message: `the document begins as a block of code in line ${lineNumber(document, span.start)}, "${document.slice(span.start, Math.min(span.end, span.start + 24))}", ${closed ? 'and ends with it' : 'which nothing ends'}`,
      next: closed ? 'Take the first and the last line out' : 'Take the line out',
      places: [at(document, span)],
    };
    return;
  }
  if (spans.length === 0) return;
  const [span] = spans;
  yield {
    level: 'look',
    message: `an assistant's words were copied with its answer: "${document
      .slice(span!.start, Math.min(span!.end, span!.start + 100))
      .replace(/\s+/gu, ' ')
      .trim()}"`,
    next: 'Take them out, and find out whether anybody has read the rest',
    places: placesOf(document, spans),
  };
}

/** The first paragraph; where a heading follows it without a blank line (in plain text), its first line. */
function firstLine(
  document: Document,
  block: Block,
): { readonly text: string; readonly span: Span; readonly rest: boolean } | null {
  const whole = textOf(document, block);
  if (whole !== null) return { text: whole, span: block, rest: false };
  const lf = document.units.indexOf(LF, block.start);
  if (lf < 0 || lf >= block.end) return null;
  const line = { ...block, end: lf };
  const text = textOf(document, line);
  return text !== null && ends(text) ? { text, span: line, rest: true } : null;
}

const FENCE_INFO = /^`{3,}\s*(markdown|md|mdx)?\s*$/iu;
/** Blank lines between the first and the last fence below which a block without a name may be a piece of code. */
const PARAGRAPHS = 3;

/**
 * The first line of a fence that holds the whole document, or that was left of one: what stands behind it is text with fences
 * that fit by themselves.
 */
function wholeFence(document: Document, first: Block): { readonly span: Span; readonly closed: boolean } | null {
  const { units } = document;
  if (
    first.kind !== 'code' ||
    units[first.start] !== TICK ||
    (document.format !== 'markdown' && document.format !== 'text')
  )
    return null;
  const table = lines(document);
  const begin = lastAtOrBefore(table.starts, first.start);
  const info = FENCE_INFO.exec(document.slice(first.start, Math.min(table.ends[begin]!, first.start + 40)));
  if (!info) return null;
  let last = table.count - 1;
  while (last > begin && table.isBlank(last)) last--;
  const ticks = runAt(units, first.start, table.ends[begin]!);
  const bare = (line: number): number => {
    const start = table.firsts[line]!;
    if (units[start] !== TICK) return 0;
    const run = runAt(units, start, table.ends[line]!);
    let end = start + run;
    while (end < table.ends[line]! && SPACES[units[end]!] === 1) end++;
    return run >= 3 && end === table.ends[line] ? run : 0;
  };
  let open = false;
  let openBefore = false;
  let headings = 0;
  let blanks = 0;
  let inner = 0;
  for (let line = begin + 1; line <= last; line++) {
    if (table.isBlank(line)) {
      if (!open) blanks++;
      continue;
    }
    const start = table.firsts[line]!;
    const unit = units[start];
    if (unit === 0x23 && !open && units[start + runAt(units, start, table.ends[line]!)] === SPACE) headings++;
    if (unit !== TICK || runAt(units, start, table.ends[line]!) < 3) continue;
    openBefore = open;
    inner++;
    if (!open) open = true;
    else if (bare(line) > 0) open = false;
  }
  const closed = last > begin + 1 && bare(last) >= ticks && !openBefore && open;
  const named = info[1] !== undefined;
  const span = { start: first.start, end: table.ends[begin]! };
  if (closed) return named || (headings > 0 && blanks >= PARAGRAPHS) ? { span, closed } : null;
  // an example that ends, and text behind it: then the fences do not fit
  return named && !open && (inner === 0 || first.end < document.units.length) && (headings > 0 || blanks > 0)
    ? { span, closed }
    : null;
}

export const leftover: DocumentCheck = {
  id: 'leftover',
  title: 'What a tool left in the text',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document) {
    if (document.units.length === 0) return;
    const marked = markedLines(document, lines(document));
    yield* ofConflicts(
      document,
      document.format === 'html'
        ? conflictInHtml(document)
        : conflictsOf(
            document,
            marked.filter(({ sort }) => sort !== 'note' && sort !== 'hunk'),
          ),
    );
    yield* ofPatches(
      document,
      marked.filter(({ sort }) => sort === 'hunk'),
    );
    yield* ofLosses(document);
    yield* ofNotes(
      document,
      marked.filter(({ sort }) => sort === 'note'),
    );
    yield* ofTalk(document);
  },
};
