/** Blocks of man pages (man and mdoc macros). */
import type { Scan } from './scan.ts';

const HEADINGS: Readonly<Record<string, number>> = { th: 1, dt: 1, sh: 2, ss: 3, dd: 1 };
/** Macros that open text that is shown as it is, with those that close it. */
const VERBATIM: Readonly<Record<string, string>> = { nf: 'fi', ex: 'ee', bd: 'ed', ts: 'te', de: '.', eq: 'en' };
const ITEMS: ReadonlySet<string> = new Set(['tp', 'ip', 'it', 'tq', 'hp']);
/** Macros that set words, which stand in the text. */
const WORDS: ReadonlySet<string> = new Set(
  'b i br bi ib ir rb ri sm sb nm nd fl ar op xr sq dq ql pa cm dv er ev fa fn ft ic li ms em sy tn va vt ux ox nx bx st d1 dl ap no pq brq aq mt ur pf'.split(
    ' ',
  ),
);

function macro(scan: Scan, line: number): string {
  const head = scan.head(line);
  if (head !== 0x2e && head !== 0x27) return '';
  const text = scan.trimmed(line, 12);
  if (/^[.']\s*\\["#]/u.test(text)) return '"';
  const name = /^[.']\s*([A-Za-z]{1,3}|\.)/u.exec(text);
  return name ? name[1]!.toLowerCase() : '.';
}

export function roff(scan: Scan): void {
  let line = 0;
  let item = false;
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const name = macro(scan, line);
    const level = HEADINGS[name];
    const closing = VERBATIM[name];
    if (name === '"') scan.add('comment', line, line + 1);
    else if (level !== undefined) {
      scan.add('heading', line, line + 1, level);
      item = false;
    } else if (closing !== undefined) {
      let next = line + 1;
      while (next < scan.count && macro(scan, next) !== closing) next++;
      scan.add(name === 'ts' ? 'table' : 'code', line, next + 1, 0, next >= scan.count);
      line = next + 1;
      continue;
    } else if (name !== '' && !WORDS.has(name)) {
      scan.add('rule', line, line + 1);
      item = ITEMS.has(name) || (item && name !== 'pp' && name !== 'lp' && name !== 'p');
    } else {
      let next = line + 1;
      while (next < scan.count && !scan.blank(next)) {
        const following = macro(scan, next);
        if (following !== '' && !WORDS.has(following)) break;
        next++;
      }
      scan.add(item ? 'list' : 'prose', line, next, item ? 1 : 0);
      line = next;
      continue;
    }
    line++;
  }
}
