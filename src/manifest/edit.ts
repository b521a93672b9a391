/**
 * Edits of INDEX.md that keep every byte a person wrote: lines are put in, never taken out or changed. All are
 * idempotent. An index in which the new lines could not be read back (an open fence swallows them) is not edited.
 */
import type { Role } from '../core/types.ts';
import { escapeInline } from './markdown.ts';
import { PLACEHOLDER, fileNames, parseIndex, splitLines, type FileNames, type IndexFile } from './index-file.ts';
import { baseName, encodePath, folderOf } from './paths.ts';
import type { IndexEntry } from './types.ts';
import { headingFor, type HeadingRole, type Language } from './words.ts';

/** A document to be written into an index. */
export interface NewEntry {
  /** Relative to the folder of the index. */
  readonly path: string;
  /** The document's title; the file's name where there is none. */
  readonly title: string | null;
  /** What it reads as: the lines are grouped by it. */
  readonly reads: Role;
  /** For people: `news, Chinese; cut off; loops`. Empty for none. */
  readonly note: string;
}

/** Thrown where an edit would not be read back: the index is damaged and must be repaired first. */
export class IndexNotEditable extends Error {
  override readonly name: string = 'IndexNotEditable';
}

const ORDER: Readonly<Record<Role, number>> = {
  specification: 0,
  background: 1,
  unclear: 2,
  stray: 3,
  unreadable: 4,
  attachment: 5,
  companion: 6,
};

const LONGEST_TITLE = 120;

/** The line of an entry, without a line end: `- [title](path): note`. */
export function entryLine(entry: NewEntry): string {
  return linkLine(entry.path, entry.title, entry.note);
}

/** `- [title](path): note`; a path that ends in `/` is a folder. */
export function linkLine(path: string, title: string | null, note: string): string {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  const shown = escapeInline(shortened(title ?? '')) || escapeInline(baseName(bare)) || 'untitled';
  const said = escapeInline(note);
  return `- [${shown}](${encodePath(path)})${said === '' ? '' : `: ${said}`}`;
}

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const end = /[\ud800-\udbff]/.test(title.charAt(LONGEST_TITLE - 2)) ? LONGEST_TITLE - 2 : LONGEST_TITLE - 1;
  return `${title.slice(0, end)}…`;
}

/** By sub-folder (the top first), then by what they read as, then by path. Two for one path: the first counts. */
export function grouped(entries: readonly NewEntry[]): readonly NewEntry[] {
  const byPath = new Map<string, NewEntry>();
  for (const entry of entries) if (!byPath.has(entry.path)) byPath.set(entry.path, entry);
  return [...byPath.values()].sort(
    (a, b) => compare(folderOf(a.path), folderOf(b.path)) || ORDER[a.reads] - ORDER[b.reads] || compare(a.path, b.path),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The index with a line under *Not placed* for each document that has no line of its own yet; the same text when there
 * is none. The section is made where it is absent, in the language and with the line ends of the file. `files` are all
 * names in the folder, so that bare names with spaces in the index are known for what they are.
 * @throws IndexNotEditable where the lines would not be read back.
 */
export function appendNew(text: string, entries: readonly NewEntry[], files: readonly string[] = []): string {
  const names = namesOf(entries, files);
  const before = parseIndex(text, 'INDEX.md', { files: names });
  const named = namesIn(before);
  const fresh = grouped(entries).filter((entry) => !named.has(entry.path));
  if (fresh.length === 0) return text;
  const lines = fresh.map(entryLine);
  const eol = lineEnd(before);
  const section = lastSection(before, 'not-placed');
  const edited =
    section === null
      ? atEnd(text, eol, [`## ${headingFor('not-placed', languageOf(before))}`, ...lines])
      : insert(before, section, lines, eol);
  return checked(edited, fresh, before, names);
}

function namesOf(entries: readonly NewEntry[], files: readonly string[]): FileNames {
  return fileNames([...files, ...entries.map((entry) => entry.path)]);
}

/**
 * `init --into FILE`: the document with the sections of an index behind its own text, bytes kept. Where it already has
 * sections of an index, only what is new is put under *Not placed*.
 * @throws IndexNotEditable where the lines would not be read back.
 */
export function appendInto(text: string, entries: readonly NewEntry[], files: readonly string[] = []): string {
  const names = namesOf(entries, files);
  const before = parseIndex(text, 'INDEX.md', { files: names });
  if (before.hasRole || before.placeholder !== null) return appendNew(text, entries, files);
  const named = new Set(before.headings.map((heading) => heading.own));
  const fresh = grouped(entries);
  const eol = lineEnd(before);
  const language = languageOf(before);
  const lines: string[] = [];
  for (const role of ['specification', 'background', 'attachment', 'not-placed', 'left-out', 'accepted'] as const) {
    if (role !== 'specification' && role !== 'not-placed' && named.has(role)) continue;
    if (lines.length > 0) lines.push('');
    lines.push(`## ${headingFor(role, language)}`);
    if (role === 'specification') lines.push(PLACEHOLDER);
    if (role === 'not-placed') lines.push(...fresh.map(entryLine));
  }
  return checked(atEnd(text, eol, lines), fresh, before, names);
}

function namesIn(index: IndexFile): ReadonlySet<string> {
  return new Set(index.entries.map((entry) => entry.path));
}

function lineEnd(index: IndexFile): string {
  return index.lines.find((line) => line.end !== '')?.end ?? '\n';
}

/** The language of most of the headings that were recognised. */
function languageOf(index: IndexFile): Language | null {
  const counts = new Map<Language, number>();
  for (const { language } of index.headings)
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  let best: Language | null = null;
  for (const [language, count] of counts) if (best === null || count > counts.get(best)!) best = language;
  return best;
}

/** First and last line (from 0) of the last section whose heading gives the role; deeper headings belong to it. */
function lastSection(index: IndexFile, role: HeadingRole): { readonly from: number; readonly to: number } | null {
  const at = index.headings.findLastIndex((heading) => heading.own === role);
  if (at < 0) return null;
  const heading = index.headings[at]!;
  const next = index.headings.slice(at + 1).find((other) => other.level <= heading.level || other.role !== role);
  return { from: heading.line - 1, to: (next ? next.line - 1 : index.lines.length) - 1 };
}

function insert(
  index: IndexFile,
  section: { readonly from: number; readonly to: number },
  lines: readonly string[],
  eol: string,
): string {
  let last = section.to;
  while (last > section.from && index.lines[last]!.text.trim() === '') last--;
  const before = index.lines[last]!;
  const underlined = last === section.from && /^\s{0,3}(?:=+|-+)\s*$/.test(index.lines[last + 1]?.text ?? '');
  if (underlined) last++;
  const plain =
    last > section.from && !isListLine(index.lines[last]!.text) && !/^\s*(?:<!--.*-->|#+\s.*)\s*$/.test(before.text);
  const head = index.lines.slice(0, last + 1).map((line) => line.text + line.end);
  const tail = index.lines.slice(last + 1).map((line) => line.text + line.end);
  if (index.lines[last]!.end === '') head.push(eol);
  const block = [...(plain && !underlined ? [''] : []), ...lines].map((line) => line + eol);
  // A heading that follows at once keeps its distance.
  if (tail.length > 0 && (tail[0] ?? '').trim() !== '' && !isListLine(tail[0]!)) block.push(eol);
  return (index.bom ? '\ufeff' : '') + [...head, ...block, ...tail].join('');
}

function isListLine(text: string): boolean {
  return /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(text);
}

function atEnd(text: string, eol: string, lines: readonly string[]): string {
  const all = splitLines(text);
  const last = all.at(-1);
  let gap = '';
  if (last && last.text.replace('\ufeff', '') !== '') gap = (last.end === '' ? eol : '') + eol;
  return text + gap + lines.map((line) => line + eol).join('');
}

/** Makes sure that the new lines are read as they were meant, and that no other entry is read in another way. */
function checked(edited: string, fresh: readonly NewEntry[], before: IndexFile, names: FileNames): string {
  const after = parseIndex(edited, 'INDEX.md', { files: names });
  const wanted = new Set(fresh.map((entry) => entry.path));
  const others: IndexEntry[] = [];
  for (const entry of after.entries)
    if (!wanted.has(entry.path)) others.push(entry);
    else if (entry.declared === 'not-placed') wanted.delete(entry.path);
  const same = (entry: IndexEntry, i: number): boolean =>
    entry.path === before.entries[i]?.path && entry.declared === before.entries[i].declared;
  if (wanted.size > 0 || others.length !== before.entries.length || !others.every(same))
    throw new IndexNotEditable('new lines would not be read back from this index: it is damaged, repair it first');
  return edited;
}
