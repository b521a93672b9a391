/** Source code and data: one block of code with its whole-line comments as blocks of their own; tables of values. */
import type { Scan } from './scan.ts';

/** Values in rows (CSV, TSV, logs): one table. */
export function csv(scan: Scan): void {
  scan.add('table', 0, scan.count);
}

/** Beginnings of a line that is a comment as a whole; a block comment has an end, too. */
interface Comments {
  readonly line: readonly string[];
  readonly block: readonly (readonly [string, string])[];
}

const C_LIKE: Comments = { line: ['//'], block: [['/*', '*/']] };
const NONE: Comments = { line: [], block: [] };

const COMMENTS: Readonly<Record<string, Comments>> = {
  json: C_LIKE,
  proto: C_LIKE,
  yaml: { line: ['#'], block: [] },
  toml: { line: ['#'], block: [] },
  graphql: { line: ['#'], block: [['"""', '"""']] },
  sql: { line: ['--'], block: [['/*', '*/']] },
  abnf: { line: [';'], block: [] },
  xml: { line: [], block: [['<!--', '-->']] },
};

/** Extensions of languages whose comments begin with a hash mark. */
const HASHED: ReadonlySet<string> = new Set(
  'py rb sh bash zsh fish pl pm r jl ps1 tcl mk cmake tf ex exs nim conf cfg ini properties'.split(' '),
);

function commentsOf(scan: Scan): Comments {
  const known = COMMENTS[scan.document.format];
  if (known) return known;
  const { path } = scan.document;
  const dot = path.lastIndexOf('.');
  const extension = dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : '';
  if (HASHED.has(extension)) return { line: ['#'], block: [] };
  if (
    extension === 'lua' ||
    extension === 'hs' ||
    extension === 'ada' ||
    extension === 'adb' ||
    extension === 'ads' ||
    extension === 'vhd'
  )
    return { line: ['--'], block: [] };
  if (extension === 'lisp' || extension === 'el' || extension === 'clj' || extension === 'scm' || extension === 'asm')
    return { line: [';'], block: [] };
  return extension === '' ? NONE : C_LIKE;
}

export function code(scan: Scan): void {
  const comments = commentsOf(scan);
  let from = 0;
  let line = 0;
  const flush = (): void => {
    if (line > from) scan.add('code', from, line);
  };
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const first = scan.first(line);
    if (comments.line.some((mark) => scan.looking(first, mark))) {
      flush();
      const begin = line;
      while (
        line < scan.count &&
        !scan.blank(line) &&
        comments.line.some((mark) => scan.looking(scan.first(line), mark))
      )
        line++;
      scan.add('comment', begin, line);
      from = line;
      continue;
    }
    const block = comments.block.find(([open]) => scan.looking(first, open));
    if (block) {
      flush();
      const begin = line;
      let at = scan.find(block[1], first + block[0].length, scan.end(line));
      while (at < 0 && ++line < scan.count) at = scan.find(block[1], scan.start(line), scan.end(line));
      const open = at < 0;
      line = Math.min(line + 1, scan.count);
      scan.add('comment', begin, line, 0, open);
      from = line;
      continue;
    }
    line++;
  }
  flush();
}
