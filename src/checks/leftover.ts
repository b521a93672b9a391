/**
 * What tools leave in a document: markers of a merge that was never resolved, pieces of a patch, a converter's words for what
 * it lost, notes that something was cut, the words that an assistant says before and after its answer.
 */
import { pattern } from '../core/pattern.ts';
import { DATA_FORMATS } from '../core/formats.ts';
import { at, lastAtOrBefore } from '../core/locate.ts';
import { view } from '../core/view.ts';
import type { Block, Document, DocumentCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { LOST, NOT_THERE, REFERENCE_LOST, REFERRED, REFERRED_SOURCE, saysCut } from '../views/assistants.ts';
import { blocks } from '../views/blocks.ts';
import { blockAt, inCode, inCodeBlock } from '../views/context.ts';
import { lines, type Lines } from '../views/lines.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';
import { closesAnswer, opensAnswer, type Next } from '../views/talk.ts';
import { isPrompt, saysInstead } from '../views/tool-notes.ts';
import { nextPair, pairTable } from '../views/next.ts';
import { isProgram } from '../views/program.ts';

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
const SLASH = 0x2f;

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
const NEW_FILE = /^\+\+\+ \S+(?:\t|$)/u;
const OLD_FILE = /^--- \S+(?:\t|$)/u;

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
      if (end - first >= 6 && mayBeNote(units, first, end)) {
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
    if (unit === PLUS && line > 0 && units[first + 3] === SPACE) {
      const before = document.slice(starts[line - 1]!, Math.min(ends[line - 1]!, starts[line - 1]! + 400));
      if (OLD_FILE.test(before) && NEW_FILE.test(document.slice(first, Math.min(end, first + 400))))
        found.push({ sort: 'hunk', line: line - 1, start: starts[line - 1]!, end: ends[line - 1]! });
      continue;
    }
    const sort = conflictSort(units, first, end);
    if (sort) found.push({ sort, line, start: first, end });
  }
  return found;
}

/** Last units of a line that can be a note: brackets, dots, rules. */
const NOTE_ENDS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of '])}>】）〕］….⋯-=~*_8:/') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** Brackets that open, and the ellipsis. */
const OPENS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of '[({<【（〔［.…⋯') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** Whether a line can be a note on something cut, by its ends: most lists, headings, links and rules cannot. */
function mayBeNote(units: Uint16Array, first: number, end: number): boolean {
  let last = end - 1;
  while (last > first && SPACES[units[last]!] === 1) last--;
  const unit = units[first]!;
  const next = units[first + 1];
  // nothing but one sign
  if (next === unit && runAt(units, first, last + 1) >= Math.min(16, last + 1 - first)) return false;
  if (unit === 0x2e || unit === 0x2026 || unit === 0x22ef || isDotted(units, first)) return true;
  const ending = units[last]!;
  if (NOTE_ENDS[ending] === 0) return unit === BRACKET && next === 0x4d && units[first + 2] === 0x65;
  // `- text` and `# text` are lists and headings for the most part
  if ((unit === 0x2d || unit === 0x23 || unit === 0x2a) && next !== unit) {
    const head = units[next === SPACE ? first + 2 : first + 1]!;
    if (ending !== unit && OPENS[head] === 0) return false;
  }
  if (ending === 0x29 || ending === 0x2e)
    for (let i = first + 1; i < last; i++) if (units[i] === 0x5d && units[i + 1] === 0x28) return false;
  if (ending === 0x2e) return units[last - 1] === 0x2e || units[last - 1] === 0x5d || units[last - 1] === 0x29;
  if (unit !== LESS || next === 0x72 || next === 0x21) return true;
  // elements of HTML
  for (let i = first + 1; i <= last; i++) if (units[i] === LESS || units[i] === EQUALS) return false;
  return next !== SLASH;
}

/** Whether dots stand behind the mark of a comment: `# ... rest of the file`. */
function isDotted(units: Uint16Array, first: number): boolean {
  let i = units[first + 1] === SLASH ? first + 2 : first + 1;
  if (units[i] === SPACE) i++;
  return units[i] === 0x2026 || (units[i] === 0x2e && units[i + 1] === 0x2e && units[i + 2] === 0x2e);
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

/** The name of a branch, a tag, a stash: one word, perhaps with what it is of in brackets behind it. */
const NAME = /^[^\s<>=|"'“”]{2,80}(?: \([^()\n]{1,80}\))?$/u;
/** The subject of a commit, which a rebase writes behind its revision or alone. */
const SUBJECT = /[^.!?。！？]$/u;

/** Whether a marker that stands without the others is one: what stands behind it is what a merge writes there. */
function isLone(document: Document, mark: Marked): boolean {
  const label = labelOf(document, mark);
  if (LABEL.test(label)) return true;
  if (label === '') return false;
  const { units } = document;
  // quotations of a mail have signs in the lines beside them
  const beside = (i: number): number => (i > 0 && i < units.length ? units[i]! : LF);
  const before = lineStart(units, mark.start - 1);
  const quoted = units[mark.start]! === GREATER && (beside(before) === GREATER || beside(mark.end + 1) === GREATER);
  if (quoted) return false;
  return NAME.test(label) || (units[mark.start]! === GREATER && beside(before) > SPACE && SUBJECT.test(label));
}

function lineStart(units: Uint16Array, offset: number): number {
  const i = offset > 0 ? units.lastIndexOf(LF, offset - 1) : -1;
  return i + 1;
}

function conflictsOf(document: Document, marked: readonly Marked[]): Conflict[] {
  const found: Conflict[] = [];
  let open: Marked | null = null;
  let base: Marked | null = null;
  let middle: Marked | null = null;
  const lone = (): void => {
    if (!open) return;
    const sides = [base, middle].filter((each) => each !== null);
    if ((sides.length > 0 && labelOf(document, open) !== '') || isLone(document, open))
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
          if (isLone(document, open) || isLone(document, mark))
            found.push({ level: 'look', marks: [open, mark], whole: false });
        } else if (isLone(document, mark) || (middle !== null && labelOf(document, mark) !== ''))
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
  if (marked.length === 0 || DATA_FORMATS.has(document.format) || isProgram(document)) return;
  const first = blocks(document)[0];
  if (first && WHOLE_PATCH.test(document.slice(first.start, first.start + 60))) return;
  const found = marked.filter(
    ({ start }) =>
      !inCode(document, start) &&
      // Markdown has fences for an example
      (document.format === 'markdown' || !isAnnounced(document, start)) &&
      blockAt(document, start)?.kind !== 'table',
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

const PAGE_LOST = /^\[MISSING_PAGE_[A-Z]{2,12}(?::\d{1,6})?\]/u;

/** A tracked change that was pasted: `[Deleted: twelve]`; or a field of a word processor: `{ PAGEREF _Toc4 \\h }`. */
const TRACKED =
  /^\[(?:Deleted|Inserted|Formatted|Gelöscht|Eingefügt|Formatiert|Supprimé|Inséré|Mis en forme|Eliminado|Insertado|Con formato|Excluído|Inserido|Formatado|Eliminato|Inserito|Formattato|Удалено|Добавлено|Отформатировано|Usunięto|Wstawiono|Sformatowano|Silindi|Eklendi|Biçimlendirilmiş|Verwijderd|Ingevoegd|删除(?:的内容|了)?|插入(?:的内容|了)?|带格式的|設定格式化|已刪除|削除|挿入|書式変更|삭제됨|삽입됨|서식 있음|حذف|إدراج|محذوف|تم الحذف|Comment(?:ed|aire|ario)?|Kommentar|Commentaire|Comentário|Commento|Комментарий|Примечание рецензента|Komentarz|Komentář|批注|註解|コメント|메모|تعليق)(?: (?:by|von|par|por|da|di|от|przez|door|av) [^[\]:\n]{1,40}| [^\s[\]:：]{1,10}(?: [^\s[\]:：]{1,14}){0,2})? ?[:：] ?[^[\]\n]{1,200}\]/iu;
const FIELD =
  /^\{ ?(?:PAGEREF|NOTEREF|STYLEREF|REF|TOC|SEQ|HYPERLINK|MERGEFIELD|INCLUDEPICTURE|INCLUDETEXT|FORMTEXT|FORMCHECKBOX|NUMPAGES|SECTIONPAGES|DOCPROPERTY|DOCVARIABLE|ADDIN|EMBED|AUTOTEXT|LISTNUM|MACROBUTTON) (?=[^{}\n]{0,160}(?:\\|_Toc|_Ref|"|MERGEFORMAT))[^{}\n]{1,200}\}/u;
const COMMENT =
  /(?:Comment|Commented|Kommentar|Kommentiert|Commentaire|Commenté|Comentario|Comentado|Comentário|Commento|Комментарий|Примечание|Komentarz|Komentář|Açıklama|Opmerking|批注|註解|コメント|메모|تعليق|توضیح|הערה) ?\[[^\s[\]\d]{1,6}\d{1,4}\]( ?[:：])/u;

/** A field of a word processor without its braces: what stands before the backslash of its switch. */
const BARE_FIELD = pattern(
  'u',
)`(?:^|[^\w\\])((?:PAGEREF|NOTEREF|STYLEREF|REF) [\w.]{2,60} |SEQ \p{L}{2,30} |TOC |HYPERLINK )$`;
const SWITCH =
  /^\\(?:\* (?:MERGEFORMAT(?:INET)?|ARABIC|roman|Upper|Lower)\b|[hnprtwdf](?: \\[a-z*]| ?$|(?= [^\\\n]))|[olzu] "|l "_)/mu;
/** A field of a link, and the balloon of a changed format, without anything around them. */
const LOOSE =
  /^(?:HYPERLINK (?:\\l )?"[^"\n]{2,80}(?:"|$)|Formatted(?: Table)?: (?:Font|Left|Right|Cent(?:er|re)|Justif|Indent|Space|Line spacing|Bulleted|Numbered|Heading|Normal|List|No (?:bullets|underline)|Not (?:Bold|Italic|Highlight)|Border)[^\n]{0,60})/u;
/** Marks of CriticMarkup: additions, deletions, substitutions, comments, highlights. */
const CRITIC =
  /^\{(?:\+\+[^{}\n]{1,400}\+\+|--[^{}\n]{1,400}--|~~[^{}\n]{1,200}~>[^{}\n]{0,200}~~|>>[^{}\n]{1,400}<<|==[^{}\n]{1,400}==)\}/u;
/** Insertions of a comparison by words, and the classes by which a converter keeps revisions: `[-four-]{+five+}`, `[five]{.insertion ...}`. */
const WORD_DIFF =
  /^\{(?:\+[^{}\n]{1,190}\+|\.(?:insertion|deletion|comment-start|comment-end|paragraph-insertion|paragraph-deletion)\b[^{}\n]{0,180})\}/u;
/** The balloon of a revision that was copied into its word: `fiveDeleted: four`. */
const GLUED = pattern(
  'u',
)`[\p{Ll}\p{Lo}.](?:Deleted|Inserted|Formatted|Gelöscht|Supprimé|Eliminado|Excluído|Eliminato|Удалено|Usunięto)$`;
/** A reviewer's note under initials: `[JD: check this]`. */
const INITIALED =
  /^\[(?!(?:AD|BC|RFC|ISO|IEC|TBD|FYI|NB|PS|CVE|EIP|BIP|PEP|URL|URI|DOI)\b)[A-Z]{2,3}\d?: ([^[\]\n]{3,200})\]/u;
const TO_SELF =
  /^\[(?:note to self|note à moi-même|notiz an mich|nota para mí|nota a me stesso|заметка себе|自分用メモ|备忘)[:：][^[\]\n]{2,200}\]/iu;
/** What is asked of somebody: a question, or an order to look again. */
const ASKED =
  /[?？؟]|^(?:please )?(?:check|verify|confirm|fix|rewrite|rephrase|expand|clarify|update|remove|delete|add|insert|move|revise|replace|cite|ask|needs?|should|is this|are we|do we|not sure|unclear)\b|^(?:bitte|prüfen|stimmt|à vérifier|vérifier|revisar|verificar|comprobar|confirmar|controllare|проверить|уточнить|sprawdzić|请|待|要确认|要確認|확인)/iu;
/** A slot in capitals between marks that nobody writes: `<<<INSERT TABLE>>>`, `@@TODO@@`. */
const SLOT = /^(?:<<< ?[A-Z][A-Z0-9 _:-]{2,60} ?>>>|@@[A-Z][A-Z0-9_]{2,40}@@)/u;
/** Deletion and insertion side by side, as revisions are exported. */
const REVISED = /^<ins\b[^<>]{0,80}>[^<>\n]{1,200}<\/ins>/iu;

/** What an assistant writes for its own screen: control tokens, places of sources. */
const SCREEN =
  /^(?:<\|(?:im_(?:start|end|sep)|endoftext|begin_of_text|end_of_text|eot_id|start_header_id|end_header_id|assistant|system|user|end|ref|\/ref|det|\/det|grounding)\|>|<\/?think>|\[\/?INST\]|\[cite_start\]|\[cite: ?\d[\d, ]{0,40}\]|【\d{1,3}(?::\d{1,3})?†[^【】\n]{1,80}】|\[oaicite:\d{1,3}\])/u;

/** First two units of the prompts that `isPrompt` knows, as one number. */
const PROMPT_PAIRS: ReadonlySet<number> = new Set(
  'Cl Ch Kl Ki Ha HY Fo Fa Er Вы Ще Щё На Ме Кл 单击 單擊 點選 点击 按一 选择 選擇 クリ タッ 클릭 탭하 항목'
    .split(' ')
    .map((pair) => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)),
);
const GLUED_LAST: ReadonlySet<number> = new Set(Array.from('dtéoо', (letter) => letter.charCodeAt(0)));
const PROMPT_BEFORE: ReadonlySet<number> = new Set(Array.from(':：|([*-.>>。\t', (mark) => mark.charCodeAt(0)));

const Sign = {
  None: 0,
  Mark: 1,
  Bracket: 2,
  Brace: 3,
  Less: 4,
  Backslash: 5,
  Lens: 6,
  At: 7,
  Prompt: 8,
  Stop: 9,
} as const;
const SIGNS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const pair of PROMPT_PAIRS) table[pair >>> 16] = Sign.Prompt;
  for (const mark of [0x21, 0x3a, 0xff01, 0xff1a]) table[mark] = Sign.Mark;
  table[BRACKET] = Sign.Bracket;
  table[0x7b] = Sign.Brace;
  table[LESS] = Sign.Less;
  table[0x5c] = Sign.Backslash;
  table[0x3010] = Sign.Lens;
  table[AT] = Sign.At;
  return table;
})();

interface Traces {
  readonly references: Span[];
  readonly pages: Span[];
  readonly edits: Span[];
  readonly screen: Span[];
}

/** Candidates of one kind that are read in one document. */
const MOST_READ = KEPT * 20;

/** The signs with what must stand behind them: most are passed over by it. */
const SIGN_PAIRS: Uint32Array = pairTable([
  [[0x21, 0x3a, 0xff01, 0xff1a, 0x7b, 0x5c], [[0, 0xffff]]],
  [Array.from(PROMPT_PAIRS, (pair) => pair >>> 16), Array.from(PROMPT_PAIRS, (pair) => [pair & 0xffff, pair & 0xffff])],
  // a capital, a small letter of the few notes in small letters, or a letter without case
  [
    [BRACKET],
    [
      [SLASH, SLASH],
      [0x41, 0x5a],
      [0x63, 0x63],
      [0x6e, 0x6f],
      [0xc0, 0xffff],
    ],
  ],
  [[LESS], [BAR, LESS, 0x69, 0x74, SLASH].map((unit) => [unit, unit])],
  [[0x3010], [[0x30, 0x39]]],
  [[AT], [[AT, AT]]],
]);

/** One pass over the units for all that is told by a few characters: to look for each mark by itself takes several times as long. */
function tracesOf(document: Document): Traces {
  const { units } = document;
  const { length } = units;
  const traces: Traces = { references: [], pages: [], edits: [], screen: [] };
  const data = DATA_FORMATS.has(document.format);
  const read = new Uint32Array(9);
  const put = (list: Span[], start: number, end: number): void => {
    if (list.length < KEPT && !isQuoted(units, start, end) && !inCode(document, start)) list.push({ start, end });
  };
  for (let i = nextPair(SIGN_PAIRS, units, 0); i < length; i = nextPair(SIGN_PAIRS, units, i + 1)) {
    const sign = SIGNS[units[i]!]!;
    const next = units[i + 1] ?? 0;
    switch (sign) {
      case Sign.Mark: {
        const gap = i > 0 && (units[i - 1] === SPACE || units[i - 1] === 0xa0 || units[i - 1] === 0x202f) ? 1 : 0;
        const last = units[i - 1 - gap] ?? 0;
        if (LAST[last] === 0 || !isEnding(units[i - 2 - gap] ?? 0, last)) {
          if (next !== SPACE || data || gap > 0 || !GLUED_LAST.has(last) || read[sign]! > MOST_READ) continue;
          const glued = GLUED.exec(document.slice(Math.max(0, i - 12), i));
          if (glued) put(traces.edits, i - glued[0].length + 1, i + 1);
          continue;
        }
        const start = wordStart(document, i - gap);
        if (start < 0 || read[sign]!++ > MOST_READ) continue;
        const end = lostReference(document.slice(i + 1, i + 1 + LOST_UNITS));
        if (end > 0) put(traces.references, start, i + 1 + end);
        continue;
      }
      case Sign.Prompt: {
        if (data || !PROMPT_PAIRS.has((units[i]! << 16) | next) || read[sign]!++ > MOST_READ) continue;
        if (next === 0x72) {
          // Italian ends the word for an error with a full stop
          if (units[i + 6] !== 0x2e || document.slice(i, i + 6) !== 'Errore') continue;
          const end = lostReference(document.slice(i + 7, i + 7 + LOST_UNITS));
          if (end > 0) put(traces.references, i, i + 7 + end);
          continue;
        }
        if (next < 0x3000 && !stands(units, i)) continue;
        let end = i + 2;
        while (end < length && end - i < 92 && units[end] !== LF && units[end] !== BAR) end++;
        const text = document.slice(i, end).trimEnd();
        const code = next === 0x59 || next === 0x6f ? LOOSE.exec(text) : null;
        if (code) put(traces.edits, i, i + code[0].length);
        else if (isPrompt(text)) put(traces.edits, i, i + text.length);
        continue;
      }
      case Sign.Bracket: {
        if (read[sign]!++ > MOST_READ) continue;
        bracketed(document, i, data, traces, put);
        continue;
      }
      case Sign.Brace: {
        if (data || read[sign]!++ > MOST_READ) continue;
        const first = next === SPACE ? units[i + 2]! : next;
        if (next === 0x2e || (next === PLUS && units[i - 1] === 0x5d && units[i - 2] === 0x2d)) {
          const match = WORD_DIFF.exec(document.slice(i, i + 200));
          if (match) put(traces.edits, i, i + match[0].length);
          continue;
        }
        const critic =
          units[i + 2] === next &&
          (next === PLUS || next === 0x2d || next === 0x7e || next === GREATER || next === EQUALS);
        if (!critic && !(first >= 0x41 && first <= 0x5a)) continue;
        const match = (critic ? CRITIC : FIELD).exec(document.slice(i, i + (critic ? 420 : 240)));
        if (match) put(traces.edits, i, i + match[0].length);
        continue;
      }
      case Sign.Less: {
        if (data || read[sign]!++ > MOST_READ) continue;
        if (next === 0x69) {
          if (
            units[i + 2] !== 0x6e ||
            units[i + 3] !== 0x73 ||
            !/<\/(?:del|s)> ?$/iu.test(document.slice(Math.max(0, i - 8), i))
          )
            continue;
          const match = REVISED.exec(document.slice(i, i + 300));
          if (match) put(traces.edits, i, i + match[0].length);
          continue;
        }
        const match = (next === LESS ? SLOT : SCREEN).exec(document.slice(i, i + 80));
        if (match) put(next === LESS ? traces.edits : traces.screen, i, i + match[0].length);
        continue;
      }
      case Sign.Backslash: {
        // a switch stands behind a space
        if (units[i - 1] !== SPACE || data || read[sign]!++ > MOST_READ) continue;
        const ahead = SWITCH.exec(document.slice(i, i + 24));
        if (!ahead) continue;
        const from = Math.max(0, i - 90);
        const before = BARE_FIELD.exec(document.slice(from, i));
        // inside braces it was told
        if (before && !units.subarray(Math.max(0, i - 90), i).includes(0x7b))
          put(traces.edits, from + before.index + before[0].length - before[1]!.length, i + ahead[0].length);
        continue;
      }
      case Sign.Lens: {
        if (data) continue;
        const match = SCREEN.exec(document.slice(i, i + 100));
        if (match) put(traces.screen, i, i + match[0].length);
        continue;
      }
      default: {
        if (data || read[sign]!++ > MOST_READ) continue;
        const match = SLOT.exec(document.slice(i, i + 48));
        if (match) put(traces.edits, i, i + match[0].length);
        i++;
      }
    }
  }
  return traces;
}

/** Whether what begins at the offset stands at the beginning of a line, a cell or behind a label. */
function stands(units: Uint16Array, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && offset - i < 8 && units[i] === SPACE) i--;
  return i < 0 || units[i] === LF || PROMPT_BEFORE.has(units[i]!);
}

function bracketed(
  document: Document,
  i: number,
  data: boolean,
  { pages, edits, screen }: Traces,
  put: (list: Span[], start: number, end: number) => void,
): void {
  const { units } = document;
  const next = units[i + 1]!;
  if (next === 0x4d && units[i + 2] === 0x49 && units[i + 3] === 0x53) {
    const match = PAGE_LOST.exec(document.slice(i, i + 48));
    if (match) put(pages, i, i + match[0].length);
    return;
  }
  if (data) return;
  // `Comment [JB3]:`
  const before = units[i - 1] ?? 0;
  if ((before === SPACE || before >= 0x400) && units.subarray(i, i + 13).includes(0x5d)) {
    const from = Math.max(0, i - 16);
    const comment = COMMENT.exec(document.slice(from, i + 16));
    if (comment && from + comment.index < i) {
      put(edits, from + comment.index, from + comment.index + comment[0].length);
      return;
    }
  }
  const head = units.subarray(i, i + 24);
  if (next === 0x63 || next === 0x6f || next === SLASH || next === 0x49) {
    const match = SCREEN.exec(document.slice(i, i + 60));
    if (match) put(screen, i, i + match[0].length);
    if (match || next !== 0x49) return;
  }
  if (!head.includes(0x3a) && !head.includes(0xff1a)) return;
  const text = document.slice(i, i + 240);
  let match = TRACKED.exec(text) ?? TO_SELF.exec(text);
  if (!match) {
    match = INITIALED.exec(text);
    if (match && !ASKED.test(match[1]!)) match = null;
  }
  if (!match) return;
  const after = units[i + match[0].length];
  // `[Deleted: x](...)` is a link
  if (after !== 0x28 && after !== 0x3a && after !== BRACKET) put(edits, i, i + match[0].length);
}

/** Units of the sentence behind the word for "error" that says what a word processor lost; 0 where it says none. */
function lostReference(text: string): number {
  const known = REFERENCE_LOST.exec(text);
  if (known) return known[0].length;
  const sentence = /^[^.!。！\n]{4,80}[.。!！]?/u.exec(text)?.[0] ?? '';
  return REFERRED.test(sentence) && REFERRED_SOURCE.test(sentence) && NOT_THERE.test(sentence) ? sentence.length : 0;
}

function* ofLosses(document: Document): Generator<Observation> {
  const { references, pages, edits, screen } = tracesOf(document);
  if (references.length > 0) {
    const [first] = references;
    yield {
      level: 'look',
      message: `a word processor lost ${references.length === 1 ? 'a reference' : `${references.length} references`}: "${document.slice(first!.start, Math.min(first!.end, first!.start + 80))}"`,
      next: 'Put back what is referred to: the original file knows it',
      places: placesOf(document, references),
    };
  }
  const edited = edits.toSorted((a, b) => a.start - b.start);
  if (edited.length > 0) {
    const [first] = edited;
    yield {
      level: 'look',
      message: `what belongs beside the text, or was to be filled in, stands in it: "${document.slice(first!.start, Math.min(first!.end, first!.start + 80))}"${edited.length > 1 ? ` and ${edited.length - 1} more` : ''}`,
      next: 'Accept or reject the changes in the original, answer its comments, and export it again',
      places: placesOf(document, edited),
    };
  }
  if (screen.length > 0) {
    const [first] = screen;
    yield {
      level: 'look',
      message: `marks that an assistant writes for its own screen were copied: "${document.slice(first!.start, first!.end)}"${screen.length > 1 ? ` and ${screen.length - 1} more` : ''}`,
      next: 'Take them out, and find out whether anybody has read the rest',
      places: placesOf(document, screen),
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

const isNote = (line: string): boolean => saysCut(line) || saysInstead(line);

function* ofNotes(document: Document, marked: readonly Marked[]): Generator<Observation> {
  if (DATA_FORMATS.has(document.format)) return;
  const found: Span[] = [];
  for (const { start, end } of marked)
    if (found.length < KEPT && isNote(document.slice(start, end).trim()) && !inCode(document, start))
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
  if (!match || !isNote(match[0].trim()) || inCode(document, from + match.index)) return null;
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

const HEADS: ReadonlySet<Block['kind']> = new Set(['heading', 'code', 'rule', 'front-matter', 'html']);

function nextOf(next: Block | undefined): Next {
  return next === undefined ? 'nothing' : HEADS.has(next.kind) ? 'document' : 'text';
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
  // the title of a document is a heading by its mark
  const before = TALK.has(first.kind) && document.units[first.start] !== 0x23 ? firstLine(document, first) : null;
  if (before && opensAnswer(before.text, before.rest ? 'document' : nextOf(all[firstAt + 1]))) spans.push(before.span);
  if (lastAt > firstAt && (last.kind === 'prose' || last.kind === 'quote')) {
    const text = textOf(document, last);
    if (text !== null && closesAnswer(text)) spans.push(last);
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
