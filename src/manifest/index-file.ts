/**
 * INDEX.md, read liberally and kept to the byte. A list item or a table row under a heading is an entry by its first
 * path; whatever damage leaves unreadable is a fault with its line. One pass over the lines, no recursion, linear time.
 */
import type { Declared, Level, Place } from '../core/types.ts';
import { readAcceptance, speaksOfAcceptance } from './accept.ts';
import {
  Inline,
  NO_FILES,
  endsPath,
  hasKnownExtension,
  type FileNames,
  type ItemReading,
  type ResolveOptions,
} from './index-file-inline.ts';
import { fenceClosers, fenceInItem, openingFence } from './index-file-fence.ts';
import {
  bulletOf,
  dedents,
  definitionOf,
  endsEarly,
  endsEmphasis,
  hasLetter,
  indentOf,
  isBlankText,
  isBullet,
  isDelimiterRow,
  isDigit,
  isEntryLike,
  isRule,
  isSpace,
  isWordEnd,
  leadingBars,
} from './index-file-line.ts';
import { readNote, rowNote, splitCells } from './index-file-note.ts';
import { blankOut, isCrippledName, shorten } from './index-file-torn.ts';
import { displayPath, folderOf } from './paths.ts';
import type { AcceptedLine, IndexEntry, IndexFault } from './types.ts';
import { atLeastOf, guessHeading, readHeading, type Guess, type HeadingRole, type Language } from './words.ts';
import { pattern } from '../core/pattern.ts';

/** What may stand where the bullet of an entry was, before something that begins as an entry does. */
const LOST_BULLET = pattern(
  'u',
)`^(?:(?:[-*+•]|\d{1,9}[.)])\S?\s?(?=[[\`<])|\d{1,9}(?:[.)]|\S?\s?(?=[[\`<])|\S\s))?(?:[^\s[\`<\p{L}\p{N}]{1,2}\s?|\S[.)]?\s|)(?:\[[ xX]\]\s)?(?=[[\`<\p{L}\p{N}\ud800-\udfff])`;

export { fileNames, type FileNames } from './index-file-inline.ts';

/** The line that `init` writes under *Specifications*, for a person to replace; it declares nothing. */
export const PLACEHOLDER =
  '- [Name of a document](path/to/document.md): replace this line by one like it for each file that you meant to include';

/** One line: its text and its line end (LF, CRLF, CR, or nothing at the end of the file). */
export interface IndexLine {
  readonly text: string;
  readonly end: string;
}

export interface IndexHeading {
  /** As written, without marks. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** 1 to 6; 7 for a line in bold or plain letters that stands for a heading. */
  readonly level: number;
  /** What its own words say. */
  readonly own: HeadingRole | null;
  /** Its own role, or that of the headings above it. */
  readonly role: HeadingRole | null;
  readonly language: Language | null;
  /** For a heading that is none of ours. */
  readonly guess: Guess | null;
  readonly place: Place;
}

export interface IndexFile {
  readonly path: string;
  readonly bom: boolean;
  /** All lines, to the byte. */
  readonly lines: readonly IndexLine[];
  readonly headings: readonly IndexHeading[];
  /** All entries in order of line, also those named twice; paths are relative to the checked folder. */
  readonly entries: readonly IndexEntry[];
  readonly accepted: readonly AcceptedLine[];
  readonly faults: readonly IndexFault[];
  readonly placeholder: Place | null;
  /** Whether an entry or an accepted finding stands under a heading of ours, or one that differs by a slip of the pen. */
  readonly hasRole: boolean;
}

export interface ParseOptions {
  /** The names in the folder; without them bare paths are read as they are written. */
  readonly files?: FileNames;
  /** Whether entries may be patterns (`--expect`). */
  readonly patterns?: boolean;
  /** Folder that the paths are relative to; that of the index where not given. */
  readonly folder?: string;
}

const BOM = '\ufeff';

/** Lines of a text, to the byte; a text that ends in a line end has no empty last line. */
export function splitLines(text: string): IndexLine[] {
  const lines: IndexLine[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    const end = unit === 13 && text.charCodeAt(i + 1) === 10 ? '\r\n' : text.charAt(i);
    lines.push({ text: text.slice(start, i), end });
    i += end.length - 1;
    start = i + 1;
  }
  if (start < text.length) lines.push({ text: text.slice(start), end: '' });
  return lines;
}

/** The text that was parsed, to the byte. */
export function printIndex(file: IndexFile): string {
  return (file.bom ? BOM : '') + file.lines.map((line) => line.text + line.end).join('');
}

/** Reads an index. `path` is its own, relative to the checked folder. Any text can be read; faults are in the answer. */
export function parseIndex(text: string, path: string, options: ParseOptions = {}): IndexFile {
  const bom = text.startsWith(BOM);
  return new Parser(splitLines(bom ? text.slice(1) : text), path, options).run(bom);
}

interface Item {
  /** Line number, from 1. */
  readonly line: number;
  /** Offset in the line at which the item's text begins. */
  readonly at: number;
  readonly text: string;
  readonly row: boolean;
  /** Read though its bullet is gone. */
  readonly bare: boolean;
}

interface OpenItem {
  /** Column from which lines belong to the item. */
  readonly content: number;
  /** Whether a paragraph of the item can go on. */
  paragraph: boolean;
}

interface PathlessItem {
  readonly heading: number;
  readonly place: Place;
  readonly address: boolean;
}

interface Joined {
  readonly path: string;
  readonly place: Place;
  readonly message: string;
}

class Parser {
  readonly #lines: readonly IndexLine[];
  readonly #path: string;
  readonly #resolve: ResolveOptions;
  readonly #patterns: boolean;
  readonly #starts: number[] = [];
  readonly #headings: IndexHeading[] = [];
  readonly #entries: IndexEntry[] = [];
  /** For each entry, the index of its heading, -1 for none. */
  readonly #under: number[] = [];
  readonly #accepted: AcceptedLine[] = [];
  readonly #faults: IndexFault[] = [];
  readonly #pathless: PathlessItem[] = [];
  readonly #joined: Joined[] = [];
  readonly #references = new Map<string, string>();
  readonly #stack: { readonly level: number; readonly role: HeadingRole | null }[] = [];
  readonly #masked: (string | null)[];
  #placeholder: Place | null = null;
  #acceptedUnderHeading = false;
  #item: OpenItem | null = null;
  #table = false;
  /** Cells in a row of the table that is going on; 0 where it has no head. */
  #cells = 0;
  /** Lines of the paragraph at the top level that is going on. */
  #paragraph: number[] = [];
  #paragraphIsEntry = false;

  constructor(lines: readonly IndexLine[], path: string, options: ParseOptions) {
    this.#lines = lines;
    this.#path = path;
    this.#patterns = options.patterns === true;
    this.#resolve = {
      folder: options.folder ?? folderOf(path),
      files: options.files ?? NO_FILES,
      patterns: this.#patterns,
    };
    let offset = 0;
    for (const line of lines) {
      this.#starts.push(offset);
      offset += line.text.length + 1;
    }
    this.#masked = this.#mask();
  }

  run(bom: boolean): IndexFile {
    this.#controls();
    this.#mergeMarkers();
    for (const text of this.#masked) {
      const definition = text?.includes(']:') ? definitionOf(text.trimStart()) : null;
      if (definition && !this.#references.has(definition.key)) this.#references.set(definition.key, definition.target);
    }
    for (let i = 0; i < this.#lines.length; i++) i = this.#block(i);
    this.#finish();
    this.#faults.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
    const named = (index: number): boolean => {
      const heading = this.#headings[index];
      return heading !== undefined && (heading.role !== null || heading.guess?.near === true);
    };
    return {
      path: this.#path,
      bom,
      lines: this.#lines,
      headings: this.#headings,
      entries: this.#entries,
      accepted: this.#accepted,
      faults: this.#faults,
      placeholder: this.#placeholder,
      hasRole: this.#under.some(named) || this.#acceptedUnderHeading,
    };
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Lines that are not read: front matter, fences, comments. `null` in `#masked`; comments inside a line become blanks.

  #mask(): (string | null)[] {
    const lines = this.#lines;
    const masked: (string | null)[] = lines.map((line) => line.text);
    let i = this.#frontMatter(masked);
    const closers = fenceClosers(lines);
    const commentEnds: number[] = [];
    lines.forEach((line, at) => {
      if (line.text.includes('-->')) commentEnds.push(at);
    });
    let nextEnd = 0;
    let openComment = false;
    let openFence = false;
    for (; i < lines.length; i++) {
      const fence = openingFence(lines[i]!.text) ?? fenceInItem(lines[i]!.text);
      if (fence) {
        if (closers.lengthAfter(i, fence.mark) >= fence.length) {
          const indent = fence.indent;
          let end = i + 1;
          while (!closers.closes(end, fence.mark, fence.length)) {
            // A fence inside a list item ends where the item does.
            if (indent >= 2 && dedents(lines[end]!.text, 2) && isBullet(lines[end]!.text)) break;
            end++;
          }
          const closed = closers.closes(end, fence.mark, fence.length);
          for (let k = i; k < end + (closed ? 1 : 0); k++) masked[k] = null;
          i = closed ? end : end - 1;
        } else {
          if (!openFence)
            this.#fault(
              'stop',
              i,
              'a code fence is begun here and never closed',
              'Close the code block, or take the line out',
            );
          openFence = true;
          masked[i] = null;
        }
        continue;
      }
      let text = masked[i]!;
      if (!text.includes('<!--')) continue;
      const code = text.includes('`')
        ? new Inline(text, { folder: '', files: NO_FILES, patterns: false }, new Map())
        : null;
      for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start)) {
        if (code?.inCode(start)) {
          start += 4;
          continue;
        }
        const end = text.indexOf('-->', start + 2);
        if (end >= 0) {
          text = blankOut(text, start, end + 3);
          start = end + 3;
          continue;
        }
        text = blankOut(text, start, text.length);
        while (nextEnd < commentEnds.length && commentEnds[nextEnd]! <= i) nextEnd++;
        const last = commentEnds[nextEnd];
        if (last === undefined) {
          if (!openComment)
            this.#fault('stop', i, 'a comment is begun here and never closed', 'Close the comment with -->');
          openComment = true;
        } else if (this.#swallows(i + 1, last)) {
          this.#fault(
            'stop',
            i,
            `a comment is not closed before another begins; lines ${i + 2} to ${last + 1} would be lost in it`,
            'Close the comment with -->',
          );
        } else {
          masked[i] = text;
          for (let k = i + 1; k < last; k++) masked[k] = null;
          const tail = lines[last]!.text;
          const stop = tail.indexOf('-->') + 3;
          masked[last] = blankOut(tail, 0, stop);
          // The rest of the last line is looked at again.
          i = last - 1;
          text = masked[i]!;
        }
        break;
      }
      if (masked[i] !== null) masked[i] = text;
    }
    return masked;
  }

  /** Whether a comment over these lines holds the beginning of another, and entries or headings before it. */
  #swallows(from: number, to: number): boolean {
    let entries = false;
    for (let k = from; k <= to; k++) {
      const { text } = this.#lines[k]!;
      if (text.includes('<!--')) return entries || isEntryLike(text.slice(0, text.indexOf('<!--')));
      entries ||= isEntryLike(text);
    }
    return false;
  }

  /** Masks YAML front matter; the answer is the line behind it. */
  #frontMatter(masked: (string | null)[]): number {
    if (this.#lines[0]?.text.trimEnd() !== '---') return 0;
    for (let k = 1; k < Math.min(this.#lines.length, 200); k++) {
      const text = this.#lines[k]!.text.trimEnd();
      if (text === '---' || text === '...') {
        masked.fill(null, 0, k + 1);
        return k + 1;
      }
      if (text === '' || !/^(?:\s|#|-\s|[\w"'][^:]{0,100}:)/.test(text)) return 0;
    }
    return 0;
  }

  /** Control characters but tab and form feed: no editor writes them. */
  #controls(): void {
    const at = this.#lines.findIndex((line) => /[\0-\x08\x0b\x0e-\x1f\x7f]/.test(line.text));
    if (at < 0) return;
    const code = /[\0-\x08\x0b\x0e-\x1f\x7f]/.exec(this.#lines[at]!.text)![0].charCodeAt(0);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    this.#fault(
      'stop',
      at,
      `the index holds the control character ${name}: it is damaged`,
      'Restore the index from a good copy',
    );
  }

  #mergeMarkers(): void {
    let open = false;
    for (let i = 0; i < this.#lines.length; i++) {
      const { text } = this.#lines[i]!;
      const first = text.charCodeAt(0);
      if (first !== 0x3c && first !== 0x3d && first !== 0x3e && first !== 0x7c) continue;
      const marker = /^(?:<{7}|>{7}|\|{7})(?:\s|$)/.test(text) || (open && /^={7}\s*$/.test(text));
      if (!marker || this.#masked[i] === null) continue;
      const begins = text.startsWith('<');
      if (begins || (!open && text.startsWith('>')))
        this.#fault(
          'stop',
          i,
          'a merge conflict was left in the index',
          'Resolve the conflict and take the markers out',
        );
      open = begins || (open && !text.startsWith('>'));
      this.#masked[i] = null;
    }
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Blocks

  /** Reads the block that begins at a line; the answer is the last line that was read. */
  #block(i: number): number {
    const text = this.#masked[i];
    if (text === null || text === undefined) {
      this.#endParagraph();
      return i;
    }
    if (isBlankText(text)) {
      this.#endParagraph();
      this.#table = false;
      if (this.#item) this.#item.paragraph = false;
      return i;
    }
    // What stands behind a comment counts from there.
    const raw = this.#lines[i]!.text;
    let from = 0;
    if (text !== raw && raw.trimStart().startsWith('<!--')) from = text.length - text.trimStart().length;
    const { at, column } = indentOf(text, from);
    const indent = from > 0 ? 0 : column;
    const body = text.slice(at);

    if (this.#item && indent >= this.#item.content) {
      this.#joinedIn(i, text, 0, 'sub');
      return i;
    }
    if (indent < 4) {
      if (this.#atxHeading(i, body, at) || this.#otherHeading(i, body)) return i;
      const underline = this.#underline(i, body);
      if (underline) return underline;
    }
    if (body.startsWith('>') && indent < 4) {
      this.#endParagraph();
      this.#headingInside(i, text);
      let quoted = at;
      while (text.charAt(quoted) === '>' || isSpace(text.charCodeAt(quoted))) quoted++;
      this.#joinedIn(i, text, quoted, 'prose');
      return i;
    }
    if (indent >= 4 && this.#paragraph.length === 0 && !this.#item?.paragraph) return i;
    if (indent < 4 && isRule(body)) {
      this.#endParagraph();
      this.#item = null;
      this.#table = false;
      return i;
    }
    if (indent < 4) {
      const bullet = bulletOf(body);
      if (bullet) {
        this.#endParagraph();
        this.#table = false;
        const width = bullet.width > 0 ? bullet.width : 2;
        this.#item = { content: column + Math.max(2, width), paragraph: true };
        this.#listItem(i, at + bullet.skip);
        return i;
      }
      if (this.#tableRow(i, body, at)) return i;
      if (definitionOf(body)) return i;
    }
    if (this.#plainHeading(i, body)) return i;
    this.#headingInside(i, text);
    if (this.#lostBullet(i, body, at)) return i;
    this.#joinedIn(i, text, 0, 'prose');
    if (text.includes('](') && this.#underOurs() && this.#isTorn(i, text))
      this.#fault('stop', i, 'a link in this line is cut off or damaged', 'Repair the line');
    if (this.#item?.paragraph) return i;
    this.#item = null;
    this.#paragraph.push(i);
    return i;
  }

  #endParagraph(): void {
    this.#paragraph = [];
    this.#paragraphIsEntry = false;
  }

  #atxHeading(i: number, body: string, at: number): boolean {
    if (!body.startsWith('#') && !body.startsWith('＃')) return false;
    let level = 1;
    while (body.charAt(level) === '#' || body.charAt(level) === '＃') level++;
    const rest = body.slice(level);
    const proper = level <= 6 && (rest === '' || isSpace(rest.charCodeAt(0)));
    const text = rest
      .slice(0, 4000)
      .trim()
      .replace(/(?:^|\s)#+$/, '')
      .trim();
    if (!proper) {
      const own = readHeading(text).role ?? (guessHeading(text)?.near ? text : null);
      if (own === null) return false;
    }
    this.#heading(i, text, Math.min(level, 6));
    this.#headingInside(i, `${' '.repeat(at + level)}${rest}`);
    this.#joinedIn(i, text, 0, 'prose');
    const link = text.indexOf('[');
    if (link > 0 && readHeading(text.slice(0, link)).role !== null)
      this.#ranInto(i, new Inline(text, this.#resolve, this.#references), link);
    return true;
  }

  /** A line in bold, or in HTML, that stands for a heading. */
  #otherHeading(i: number, body: string): boolean {
    const first = body.charAt(0);
    if ((first !== '*' && first !== '_' && first !== '<') || body.length > 500) return false;
    const html = /^<h([1-6])(?:\s[^>]{0,200})?>(.{0,400})<\/h[1-6]>\s*$/i.exec(body);
    if (html) {
      this.#heading(i, html[2]!.replace(/<[^>]{0,200}>/g, '').trim(), Number(html[1]));
      return true;
    }
    const bold = /^(\*\*|__)([^*_]{1,300})\1\s*[:：]?\s*$/.exec(body);
    if (!bold || (readHeading(bold[2]!).role === null && !this.#nearHeading(bold[2]!))) return false;
    this.#heading(i, bold[2]!.trim(), 7);
    return true;
  }

  #nearHeading(text: string): boolean {
    return text.length <= 60 && guessHeading(text)?.near === true;
  }

  /** A line of a role word alone, with a list or table behind it, that has lost its marks or never had any. */
  #plainHeading(i: number, body: string): boolean {
    if (body.length > 80 || this.#paragraph.length > 0) return false;
    if (readHeading(body).role === null || /\]\(|`/.test(body)) return false;
    for (let k = i + 1; k < Math.min(this.#lines.length, i + 12); k++) {
      const next = this.#masked[k];
      if (next === null || next === undefined || isBlankText(next) || !hasLetter(next)) continue;
      const { at, column } = indentOf(next, 0);
      if (column > 3 || !(bulletOf(next.slice(at)) || next.charAt(at) === '|')) return false;
      this.#heading(i, body.trim(), 7);
      return true;
    }
    return false;
  }

  /** A setext heading: the line below a paragraph is `===` or `---`. The answer is the underline's line, 0 for none. */
  #underline(i: number, body: string): number {
    const next = this.#masked[i + 1];
    if (typeof next !== 'string' || next.length > 1000) return 0;
    const mark = next.trim();
    if (!/^(?:=+|-+)$/.test(mark) || indentOf(next, 0).column > 3) return 0;
    const level = mark.startsWith('=') ? 1 : 2;
    if (bulletOf(body) || body.startsWith('|') || body.startsWith('>')) {
      if (mark.length < 3) return 0;
      const tail = body.slice(-100);
      const cut = Math.max(tail.lastIndexOf(')'), tail.lastIndexOf(' '), tail.lastIndexOf('.'));
      if (
        level === 1 ||
        (cut >= 0 && /\S$/.test(tail) && readHeading(tail.slice(cut + 1)).role !== null && !/\s/.test(tail.charAt(cut)))
      )
        this.#fault('stop', i, 'a heading has run into this line', 'Put the heading on a line of its own');
      return 0;
    }
    if (this.#item && !hasLetter(body)) return 0;
    const reading = readHeading(body);
    // A rule below prose is no new heading here, whatever Markdown makes of it.
    if (reading.role === null && !this.#nearHeading(body) && (level === 2 || this.#paragraph.length > 0)) return 0;
    this.#heading(i, body.trim(), level);
    this.#joinedIn(i, body, 0, 'prose');
    this.#headingInside(i, ` ${body}`);
    return i + 1;
  }

  #heading(i: number, text: string, level: number): void {
    this.#endParagraph();
    this.#item = null;
    this.#table = false;
    while (this.#stack.length > 0 && this.#stack.at(-1)!.level >= level) this.#stack.pop();
    const reading = readHeading(text);
    const inherited = this.#stack.at(-1)?.role ?? null;
    const guess = reading.role === null ? { of: text, get: guessHeading } : null;
    const role = reading.role ?? inherited;
    this.#stack.push({ level, role });
    const line = i + 1;
    const place = this.#place(i, 0, this.#lines[i]!.text.length);
    this.#headings.push({
      text,
      line,
      level,
      own: reading.role,
      role,
      language: reading.language,
      // Looked up when it is first asked for: most unknown headings hold no entries.
      get guess() {
        return guess === null ? null : guess.get(guess.of);
      },
      place,
    });
  }

  /** A heading of ours in the middle of a line: the line break before it is gone. */
  #headingInside(i: number, text: string): void {
    if (!text.includes('#')) return;
    for (
      let end = text.lastIndexOf('#'), tries = 0;
      end > 0 && tries < 4;
      end = text.lastIndexOf('#', end - 1), tries++
    ) {
      let start = end;
      while (start > 0 && text.charAt(start - 1) === '#') start--;
      const rest = text.slice(end + 1);
      if (rest.length > 240) return;
      const before = text.slice(0, start).trim();
      if (
        before !== '' &&
        /^\s/.test(rest) &&
        (end > start || !isWordEnd(text, start) || (before.length === 1 && !/[CFJ]/.test(before))) &&
        readHeading(rest).role !== null
      ) {
        this.#fault(
          'stop',
          i,
          `the heading "${rest.trim()}" has run into this line`,
          'Put the heading on a line of its own',
        );
        return;
      }
      end = start;
      if (end === 0) return;
    }
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Entries

  #listItem(i: number, at: number): void {
    let text = this.#masked[i]!.slice(at);
    // A link's words may go on in the next line; its target may not.
    if (text.includes('[') && !text.includes('](')) {
      for (let k = i + 1; k < Math.min(this.#lines.length, i + 4); k++) {
        const next = this.#masked[k];
        if (typeof next !== 'string' || isBlankText(next)) break;
        const inner = indentOf(next, 0);
        const body = next.slice(inner.at);
        if (bulletOf(body) || /^[#>|`~]/.test(body)) break;
        const close = body.indexOf('](');
        if (close >= 0 && !body.slice(0, close).includes('[')) {
          text = `${text} ${body}`;
          break;
        }
      }
    }
    this.#readItem({ line: i + 1, at, text, row: false, bare: false });
  }

  #tableRow(i: number, body: string, at: number): boolean {
    if (isDelimiterRow(body)) {
      this.#table = true;
      this.#cells = splitCells(body.replace(/^\|/, '').replace(/\|\s*$/, '')).length;
      this.#endParagraph();
      return true;
    }
    const next = this.#masked[i + 1];
    if (body.includes('|') && typeof next === 'string' && isDelimiterRow(next.trim())) {
      this.#headingInside(i, this.#masked[i]!);
      this.#joinedIn(i, body, 0, 'prose');
      this.#endParagraph();
      this.#item = null;
      return true;
    }
    if (!this.#table && !body.startsWith('|')) return false;
    if (!this.#table) this.#cells = 0;
    this.#endParagraph();
    this.#item = null;
    this.#table = true;
    this.#readItem({ line: i + 1, at, text: body, row: true, bare: false });
    return true;
  }

  /** Whether a line holds `](` and neither it nor the line above the `[` that belongs to it. */
  #isTorn(i: number, text: string): boolean {
    if (!new Inline(text, this.#resolve, this.#references).hasTornLink()) return false;
    for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
      const above = this.#masked[k];
      if (typeof above !== 'string' || isBlankText(above)) break;
      if (new Inline(above, this.#resolve, this.#references).hasOpenBracket()) return false;
    }
    return true;
  }

  /** Whether the heading above is one of ours, or a slip away from one. */
  #underOurs(): boolean {
    const heading = this.#headings.at(-1);
    return heading !== undefined && (heading.role !== null || heading.guess?.near === true);
  }

  /** An entry whose bullet is gone: at most two characters, then a path in any spelling, then nothing or a note. */
  #lostBullet(i: number, body: string, at: number): boolean {
    if (this.#paragraph.length > 0 && !this.#paragraphIsEntry) return false;
    if (!this.#underOurs()) return false;
    const match = LOST_BULLET.exec(body);
    if (!match) return false;
    const begin = match[0].length;
    const inline = new Inline(body, this.#resolve, this.#references);
    const reading = inline.read(begin);
    if (reading.is !== 'path' || reading.start > begin + 1) return false;
    const rest = body.slice(reading.end).trim();
    if (rest !== '' && !/^[:：)([（【*_~–—`>"-]/.test(rest)) return false;
    if (!'[`<'.includes(body.charAt(begin)) && (reading.start > begin || !hasKnownExtension(reading.path)))
      return false;
    this.#paragraphIsEntry = true;
    this.#readItem({ line: i + 1, at: at + begin, text: body.slice(begin), row: false, bare: true });
    return true;
  }

  #readItem(item: Item): void {
    const i = item.line - 1;
    const lineText = this.#lines[i]!.text;
    if (lineText.trim() === PLACEHOLDER) {
      this.#placeholder ??= this.#place(i, item.at, lineText.length);
      return;
    }
    this.#headingInside(i, `${' '.repeat(item.at)}${item.text}`);
    const under = this.#headings.length - 1;
    const heading = this.#headings[under];
    const place = this.#place(i, item.at, lineText.length);
    const inline = new Inline(item.text, this.#resolve, this.#references);
    const reading = inline.read(item.row ? leadingBars(item.text) : 0);
    if (heading?.role === 'accepted') {
      this.#acceptedItem(item, reading, place);
      return;
    }
    if (reading.is !== 'path') {
      this.#noPath(item, reading, place, under);
      return;
    }
    const rest = item.text.slice(reading.end);
    const acceptance = readAcceptance(rest);
    if (acceptance && speaksOfAcceptance(rest.slice(0, 60)) && heading?.role !== 'specification') {
      this.#fault(
        'look',
        i,
        'an accepted finding stands under another heading and has no effect',
        'Move the line under "Accepted findings"',
      );
      return;
    }
    const note = item.row ? rowNote(item.text, reading.end) : readNote(rest);
    const atLeast = reading.what === 'pattern' ? atLeastOf(note.note ?? '') : null;
    this.#entries.push({
      path: reading.path,
      what: reading.what,
      declared: declaredUnder(heading),
      status: note.status,
      from: note.from,
      note: note.note,
      ...(reading.what === 'pattern' ? { atLeast: note.status === 'optional' ? 0 : (atLeast ?? 1) } : {}),
      heading: heading?.text ?? '',
      headingLine: heading?.line ?? 0,
      place,
    });
    this.#under.push(under);
    const before = item.text.slice(Math.max(0, reading.start - 24), reading.start).replace(/\[[ xX]\]\s$/, '');
    if (
      /[^\s*][-+•]\s$|[^\s*]\*\s$(?<!\*[^\s*][^*]*\*\s)|\.(?:md|pdf|txt|html|json|yaml|docx)\d{1,9}[.)]\s$/.test(before)
    )
      this.#fault(
        'stop',
        i,
        'two entries have run into one line, and the first cannot be read',
        'Put each entry on a line of its own',
      );
    if (item.bare)
      this.#fault(
        'look',
        i,
        `this line names ${displayPath(reading.path).slice(0, 240)} without a bullet; it is read as an entry`,
        'Begin the line with "- "',
      );
    if (item.text.charAt(reading.end) === '[') this.#ranInto(i, inline, reading.end);
    this.#joinedIn(i, inline, reading.end, 'item', item.row);
  }

  #acceptedItem(item: Item, reading: ItemReading, place: Place): void {
    const i = item.line - 1;
    this.#acceptedUnderHeading = true;
    const next =
      'Write "- [file](file): accepted CHECK FINGERPRINT, reason (who, date)"; seedcheck why FINGERPRINT prints the line';
    if (reading.is === 'cut') {
      this.#fault('stop', i, reading.why, 'Repair the line');
      return;
    }
    const text = item.text;
    const acceptance = readAcceptance(reading.is === 'path' ? text.slice(reading.end) : text);
    if (!acceptance) {
      if (reading.is === 'path' && !speaksOfAcceptance(text.slice(reading.end)))
        this.#fault(
          'stop',
          i,
          `this line names ${displayPath(reading.path).slice(0, 240)} under "Accepted findings", but no check and no fingerprint`,
          'Move the line to the heading it belongs under, or give check, fingerprint and reason',
        );
      else this.#fault('look', i, 'this accepted finding cannot be read and has no effect', next);
      return;
    }
    if (reading.is !== 'path') {
      this.#fault('look', i, 'this accepted finding names no file and has no effect', next);
      return;
    }
    if (acceptance.reason === '') {
      this.#fault('look', i, `this accepted finding gives no reason and has no effect`, 'Say why it is accepted');
      return;
    }
    this.#accepted.push({
      path: reading.path === './' ? '.' : reading.path,
      check: acceptance.check,
      fingerprint: acceptance.fingerprint,
      reason: acceptance.reason,
      by: acceptance.by,
      on: acceptance.on,
      line: item.line,
      place,
    });
  }

  #noPath(item: Item, reading: Exclude<ItemReading, { is: 'path' }>, place: Place, under: number): void {
    const i = item.line - 1;
    const ours = this.#headings[under]?.role != null || this.#headings[under]?.guess?.near === true;
    const text = item.text.trim();
    if (reading.is === 'fault') {
      this.#fault(
        'stop',
        i,
        `the path "${shorten(reading.written)}" ${reading.fault}`,
        'Name a file inside the folder, relative to this index',
      );
      return;
    }
    if (reading.is === 'cut') {
      const next = this.#masked[i + 1];
      const goesOn =
        text.startsWith('`') &&
        typeof next === 'string' &&
        next.includes('`') &&
        !isBlankText(next) &&
        !isEntryLike(next);
      if (goesOn && !text.includes('](')) return;
      if (ours || text.includes('](') || text.startsWith('['))
        this.#fault('stop', i, `this entry cannot be read: ${reading.why}`, 'Repair the entry');
      return;
    }
    if (under < 0) return;
    if (
      ours &&
      i === this.#lines.length - 1 &&
      this.#lines[i]!.end === '' &&
      reading.is === 'nothing' &&
      endsEarly(text)
    ) {
      this.#fault('stop', i, 'the index ends inside this entry', 'Restore the end of the index');
      return;
    }
    if (ours && reading.is === 'nothing' && isCrippledName(text)) {
      this.#fault('stop', i, `this entry names no file that can be read: "${shorten(text)}"`, 'Repair the entry');
      return;
    }
    this.#pathless.push({ heading: under, place, address: reading.is === 'address' });
  }

  /**
   * An entry in the middle of a line: the line break before it is gone. Looked for behind the path of an entry (`item`),
   * in headings, prose and quotes (`prose`), and in what belongs to an item (`sub`, where a bullet is a sub-item's).
   */
  #joinedIn(i: number, line: string | Inline, from: number, mode: 'item' | 'prose' | 'sub', row = false): void {
    if (this.#headings.length === 0) return;
    const text = typeof line === 'string' ? line : line.text;
    let inline = typeof line === 'string' ? null : line;
    let first = from;
    if (mode !== 'item') while (first < text.length && isSpace(text.charCodeAt(first))) first++;
    let tries = 0;
    const long =
      row && this.#cells > 0 && splitCells(text.replace(/^\|/, '').replace(/\|\s*$/, '')).length > this.#cells;
    for (let at = first; at < text.length - 1 && tries < MOST_TRIES; at++) {
      const unit = text.charAt(at);
      const number = (unit === '.' || unit === ')') && isDigit(text.charCodeAt(at - 1));
      const bar = row && unit === '|' && (long || text.charAt(at - 1) === '|');
      if (!number && !bar && !BULLETS.includes(unit)) continue;
      if (unit === '*' && endsEmphasis(text, at)) continue;
      let mark = at;
      if (number) while (mark > 0 && isDigit(text.charCodeAt(mark - 1))) mark--;
      if (mode !== 'item' && mark <= first) continue;
      let start = at + 1;
      while (start < at + 5 && isSpace(text.charCodeAt(start))) start++;
      let marked = start < text.length && '[`<'.includes(text.charAt(start));
      if (start === at + 1 && (!marked || number)) continue;
      const before = text.charCodeAt(mark - 1);
      const attached = mark <= from || !(isSpace(before) || BULLETS.includes(text.charAt(mark - 1)) || before === 0x7c);
      if ((mode === 'sub' || unit === '+') && !attached) continue;
      if (mode === 'prose' && !attached && text.charAt(start) !== '[') marked = false;
      inline ??= new Inline(text, this.#resolve, this.#references);
      if (inline.inCode(at)) continue;
      tries++;
      const box = /^\[[ xX]\]\s/.test(text.slice(start, start + 4)) ? 4 : 0;
      const found = inline.at(start + box, start + box);
      if (found.is === 'path' && found.what !== 'pattern') {
        if (!marked && (!hasKnownExtension(found.path) || (!attached && !endsPath(text, found.end)))) continue;
        this.#joined.push({
          path: found.path,
          place: this.#place(i, 0, this.#lines[i]!.text.length),
          message: `${mode === 'item' ? 'two entries have run into one line' : 'an entry has run into this line'}: ${displayPath(found.path).slice(0, 240)} is named here and nowhere else`,
        });
        at = Math.max(at, found.end - 1);
      } else if (found.is === 'cut' && marked && (attached || mode === 'item') && mode !== 'sub')
        this.#fault(
          'stop',
          i,
          'an entry has run into this line and cannot be read',
          'Put each entry on a line of its own',
        );
    }
  }

  /** An entry without its bullet right behind something else. */
  #ranInto(i: number, inline: Inline, at: number): void {
    const found = inline.at(at, at);
    if (found.is !== 'path' || found.what === 'pattern') return;
    this.#joined.push({
      path: found.path,
      place: this.#place(i, 0, this.#lines[i]!.text.length),
      message: `an entry has run into this line: ${displayPath(found.path).slice(0, 240)} is named here and nowhere else`,
    });
  }

  #finish(): void {
    const declared = new Set(this.#entries.map((entry) => entry.path));
    const told = new Set<string>();
    for (const joined of this.#joined) {
      if (declared.has(joined.path) || declared.has(`${joined.path}.md`)) continue;
      if (told.has(joined.path)) continue;
      told.add(joined.path);
      this.#faults.push({
        level: 'stop',
        message: joined.message,
        next: 'Put each entry on a line of its own',
        place: joined.place,
      });
    }
    const counts = new Map<number, number>();
    for (const under of this.#under) counts.set(under, (counts.get(under) ?? 0) + 1);
    for (const item of this.#pathless) {
      const role = this.#headings[item.heading]!.role;
      const quiet = item.address && role !== 'specification' && role !== 'background' && role !== 'attachment';
      if (quiet || (role === null && (!counts.has(item.heading) || item.address))) continue;
      this.#faults.push({
        level: 'look',
        message: item.address ? 'this entry names a web address and no file here' : 'this entry names no file',
        next: 'Name the file, as "- [title](file)", or make the line a paragraph',
        place: item.place,
      });
    }
    const stopped = new Set(this.#faults.filter((fault) => fault.level === 'stop').map((fault) => fault.place.line));
    for (const [under, count] of counts) {
      const heading = this.#headings[under];
      if (!heading) {
        if (this.#patterns) continue;
        const first = this.#entries[this.#under.indexOf(under)]!;
        this.#faults.push({
          level: 'look',
          message: `${count === 1 ? 'an entry stands' : `${count} entries stand`} under no heading: it must be here and be what it reads as`,
          next: 'Put a heading such as "## Specifications" above it',
          place: first.place,
        });
        continue;
      }
      if (heading.own !== null || stopped.has(heading.line)) continue;
      const { guess } = heading;
      if (heading.role !== null && !guess?.near) continue;
      const entries = count === 1 ? 'its entry' : `its ${count} entries`;
      const meaning =
        guess?.near && guess.role === 'not-placed'
          ? `${entries} count as not placed`
          : heading.role !== null
            ? `${entries} count as under the heading above it`
            : `${entries} must be here and be what ${count === 1 ? 'it reads' : 'they read'} as`;
      this.#faults.push({
        level: guess ? 'look' : 'note',
        message: `"${shorten(heading.text)}" is none of the headings known here: ${meaning}${guess ? `; did you mean ${guess.written}?` : ''}`,
        ...(guess ? { next: `Write "${guess.written}" if that is meant` } : {}),
        place: heading.place,
      });
    }
  }

  // -------------------------------------------------------------------------------------------------------------------

  #fault(level: Level, i: number, message: string, next: string): void {
    this.#faults.push({ level, message, next, place: this.#place(i, 0, this.#lines[i]!.text.length) });
  }

  /** A stretch of one line; white space at its ends is left out. */
  #place(i: number, from: number, to: number): Place {
    const { text } = this.#lines[i]!;
    let start = Math.min(from, text.length);
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    end = Math.min(end, start + LONGEST_QUOTE);
    if (end < to && end > start && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    return {
      path: this.#path,
      line: i + 1,
      endLine: i + 1,
      column: start + 1,
      start: this.#starts[i]! + start,
      end: this.#starts[i]! + end,
      quote: text.slice(start, end),
    };
  }
}

const BULLETS = '-*+•';
const LONGEST_QUOTE = 240;
/** So many places in one line are looked at for an entry that ran into it. */
const MOST_TRIES = 64;

/** What an entry under a heading is declared as. A near miss of *Not placed* is read as that: the stricter reading. */
function declaredUnder(heading: IndexHeading | undefined): Declared {
  if (!heading) return 'other';
  if (heading.own === null && heading.guess?.near && heading.guess.role === 'not-placed') return 'not-placed';
  return heading.role === null || heading.role === 'accepted' ? 'other' : heading.role;
}
