/** Blocks of LaTeX. */
import type { BlockKind } from '../../core/types.ts';
import type { Scan } from './scan.ts';

const ENVIRONMENTS: Readonly<Record<string, BlockKind>> = {
  verbatim: 'code',
  Verbatim: 'code',
  lstlisting: 'code',
  minted: 'code',
  alltt: 'code',
  equation: 'code',
  'equation*': 'code',
  align: 'code',
  'align*': 'code',
  gather: 'code',
  'gather*': 'code',
  multline: 'code',
  eqnarray: 'code',
  'eqnarray*': 'code',
  displaymath: 'code',
  algorithm: 'code',
  algorithmic: 'code',
  tikzpicture: 'code',
  tabular: 'table',
  'tabular*': 'table',
  tabularx: 'table',
  longtable: 'table',
  array: 'code',
  thebibliography: 'table',
  quote: 'quote',
  quotation: 'quote',
  comment: 'comment',
};
const LEVELS: Readonly<Record<string, number>> = {
  title: 1,
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
};
const HEADING = /^\\(title|part|chapter|section|subsection|subsubsection|paragraph|subparagraph)\*?\s*[[{]/u;
const BEGIN = /^\\begin\{([A-Za-z]+\*?)\}/u;

export function tex(scan: Scan): void {
  let line = 0;
  let items = 0;
  // The preamble, where there is one.
  for (let i = 0; i < scan.count && i < 4000; i++)
    if (scan.head(i) === 0x5c && scan.looking(scan.first(i), '\\begin{document}')) {
      scan.add('front-matter', 0, i + 1);
      line = i + 1;
      break;
    }
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const head = scan.head(line);
    if (head === 0x25) {
      let next = line + 1;
      while (next < scan.count && scan.head(next) === 0x25) next++;
      scan.add('comment', line, next);
      line = next;
      continue;
    }
    if (head === 0x5c) {
      const text = scan.trimmed(line, 80);
      const heading = HEADING.exec(text);
      if (heading) {
        scan.add('heading', line, line + 1, LEVELS[heading[1]!]);
        line++;
        continue;
      }
      const begin = BEGIN.exec(text);
      if (begin) {
        const name = begin[1]!;
        const kind = ENVIRONMENTS[name];
        if (kind !== undefined) {
          const end = '\\end{' + name + '}';
          let next = line;
          while (next < scan.count && scan.find(end, scan.start(next), scan.end(next)) < 0) next++;
          const open = next >= scan.count;
          scan.add(kind, line, next + 1, 0, open);
          line = next + 1;
          continue;
        }
        if (name === 'itemize' || name === 'enumerate' || name === 'description') items++;
        scan.add('rule', line, line + 1);
        line++;
        continue;
      }
      if (text.startsWith('\\end{')) {
        if (/^\\end\{(?:itemize|enumerate|description)\}/u.test(text)) items = Math.max(0, items - 1);
        scan.add('rule', line, line + 1);
        line++;
        continue;
      }
      if (text.startsWith('\\[') || text.startsWith('$$')) {
        let next = line;
        while (next < scan.count && !scan.blank(next) && scan.find('\\]', scan.start(next), scan.end(next)) < 0) next++;
        scan.add('code', line, next + 1);
        line = next + 1;
        continue;
      }
    }
    let next = line + 1;
    while (next < scan.count && !scan.blank(next)) {
      const unit = scan.head(next);
      if (unit === 0x25) break;
      if (unit === 0x5c) {
        const first = scan.first(next);
        if (
          scan.looking(first, '\\begin{') ||
          scan.looking(first, '\\end{') ||
          scan.looking(first, '\\item') ||
          scan.looking(first, '\\[') ||
          HEADING.test(scan.trimmed(next, 24))
        )
          break;
      }
      next++;
    }
    scan.add(items > 0 ? 'list' : 'prose', line, next, items > 0 ? Math.min(6, items) : 0);
    line = next;
  }
}
