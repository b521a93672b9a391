/**
 * `--expect-list FILE`: which files belong in which folder, as a script that fetched them knows it. Tab-separated:
 *
 *     folder <TAB> path <TAB> role <TAB> sha256
 *
 * UTF-8; the lines end in LF or CRLF. Empty lines and lines that begin with `#` are left out. A first line whose second
 * field is `path` is a header. `role` is specification, background, attachment, left-out, other (also the plural, also
 * the headings of an index in any language); empty or absent means specification. `sha256` is optional: 64 hexadecimal
 * digits. A field that begins with `"` goes on to the next single `"`, with `""` for one quote, and may hold tabs and
 * line ends; no other character has a meaning, `%` and `\` stand for themselves. Paths are relative, with `/`.
 */
import type { Declared } from '../core/types.ts';
import { checkPath } from '../manifest/paths.ts';
import { readHeading } from '../manifest/words.ts';

/** One line of the list. */
export interface ExpectRow {
  /** As written, but for `./` at its start and `/` at its end; `.` for the current folder. */
  readonly folder: string;
  readonly path: string;
  readonly declared: Declared;
  /** Lower-case hexadecimal. */
  readonly sha256: string | null;
  /** From 1. */
  readonly line: number;
  /** The line, for people; at most 240 units. */
  readonly quote: string;
}

export interface ListError {
  readonly line: number;
  /** One sentence, without a full stop. */
  readonly message: string;
}

export interface ExpectList {
  /** As the user named it. */
  readonly name: string;
  readonly rows: readonly ExpectRow[];
  /** The same by folder, in order of their first line. */
  readonly byFolder: ReadonlyMap<string, readonly ExpectRow[]>;
  /** What cannot be read: the caller refuses the list (exit 2) if there is any. */
  readonly errors: readonly ListError[];
}

const ROLES: Readonly<Record<string, Declared>> = {
  specification: 'specification',
  background: 'background',
  attachment: 'attachment',
  'left-out': 'left-out',
  other: 'other',
};

/** Reads a list. `name` is the file as the user named it. */
export function parseExpectList(text: string, name: string): ExpectList {
  const rows: ExpectRow[] = [];
  const errors: ListError[] = [];
  const byFolder = new Map<string, ExpectRow[]>();
  const seen = new Map<string, ExpectRow>();
  let first = true;
  for (const record of records(text.startsWith('\ufeff') ? text.slice(1) : text)) {
    const { line, fields } = record;
    if (record.error !== null) {
      errors.push({ line, message: record.error });
      continue;
    }
    if (first && fields.length >= 2 && fields[1]!.trim().toLowerCase() === 'path') {
      first = false;
      continue;
    }
    first = false;
    const row = readRow(fields, line);
    if (typeof row === 'string') {
      errors.push({ line, message: row });
      continue;
    }
    const key = `${row.folder}\0${row.path}`;
    const before = seen.get(key);
    if (before) {
      if (before.declared !== row.declared || before.sha256 !== row.sha256)
        errors.push({
          line,
          message: `${`${row.folder}/${row.path}`.slice(0, 240)} stands in line ${before.line} too, and not in the same way`,
        });
      continue;
    }
    seen.set(key, row);
    rows.push(row);
    const list = byFolder.get(row.folder);
    if (list) list.push(row);
    else byFolder.set(row.folder, [row]);
  }
  return { name, rows, byFolder, errors };
}

/** The rows of one folder, named as the list names it (`./` and a final `/` make no difference). */
export function rowsOf(list: ExpectList, folder: string): readonly ExpectRow[] {
  return list.byFolder.get(folderKey(folder)) ?? [];
}

/** A folder's name as the list keeps it. */
export function folderKey(folder: string): string {
  const key = folder.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  return key === '' ? (folder.startsWith('/') ? '/' : '.') : key;
}

function readRow(fields: readonly string[], line: number): ExpectRow | string {
  if (fields.length < 2) return 'expected folder and path with a tab between them, found one field';
  if (fields.length > 4) return `expected at most 4 fields (folder, path, role, sha256), found ${fields.length}`;
  const folder = fields[0]!.trim();
  if (folder === '') return 'the folder is empty';
  const checked = checkPath(fields[1]!);
  if (checked.fault !== undefined) return `the path "${fields[1]!.slice(0, 80)}" ${checked.fault}`;
  if (checked.path.endsWith('/')) return `the path "${fields[1]!.slice(0, 80)}" is a folder; name its files`;
  const written = (fields[2] ?? '').trim();
  const declared = written === '' ? 'specification' : roleOf(written);
  if (declared === null)
    return `the role "${written.slice(0, 80)}" is none of specification, background, attachment, left-out, other`;
  const digest = (fields[3] ?? '').trim().toLowerCase();
  if (digest !== '' && !/^[0-9a-f]{64}$/.test(digest))
    return `the sha256 "${digest.slice(0, 80)}" is not 64 hexadecimal digits`;
  return {
    folder: folderKey(folder),
    path: checked.path,
    declared,
    sha256: digest === '' ? null : digest,
    line,
    quote: fields.join('\t').slice(0, 240),
  };
}

function roleOf(written: string): Declared | null {
  const known = ROLES[written.toLowerCase()];
  if (known) return known;
  const { role } = readHeading(written);
  return role === null || role === 'accepted' || role === 'not-placed' ? null : role;
}

interface Record_ {
  readonly line: number;
  readonly fields: readonly string[];
  readonly error: string | null;
}

/** Records of a tab-separated text, in one pass. */
function* records(text: string): Generator<Record_> {
  let line = 1;
  for (let i = 0; i < text.length;) {
    const begin = line;
    if (text.charAt(i) === '#') {
      while (i < text.length && text.charCodeAt(i) !== 10) i++;
      i++;
      line++;
      continue;
    }
    const fields: string[] = [];
    let error: string | null = null;
    for (let done = false; !done;) {
      let field = '';
      if (text.charAt(i) === '"') {
        let closed = false;
        const pieces: string[] = [];
        for (i++; i < text.length;) {
          const end = text.indexOf('"', i);
          if (end < 0) break;
          pieces.push(text.slice(i, end));
          i = end + 1;
          if (text.charAt(i) !== '"') {
            closed = true;
            break;
          }
          pieces.push('"');
          i++;
        }
        if (!closed) {
          yield { line: begin, fields, error: 'a quote is begun here and never closed' };
          return;
        }
        field = pieces.join('');
        for (let k = field.indexOf('\n'); k >= 0; k = field.indexOf('\n', k + 1)) line++;
        if (i < text.length && !'\t\r\n'.includes(text.charAt(i)))
          error ??= 'something follows a closing quote before the next tab';
      }
      const start = i;
      while (i < text.length && text.charCodeAt(i) !== 9 && text.charCodeAt(i) !== 10) i++;
      fields.push(field + text.slice(start, i).replace(/\r$/, ''));
      if (text.charCodeAt(i) === 9) i++;
      else done = true;
    }
    i++;
    line++;
    if (fields.length === 1 && fields[0]!.trim() === '' && error === null) continue;
    yield { line: begin, fields, error };
  }
}
