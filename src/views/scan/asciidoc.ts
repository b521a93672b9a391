/** Blocks of AsciiDoc. */
import type { BlockKind } from '../../core/types.ts';
import type { Scan } from './scan.ts';

const ATTRIBUTE = /^:!?[\w-]+!?:(?:\s|$)/u;
const MACRO = /^(?:include|image|video|audio|toc|ifdef|ifndef|ifeval|endif)::\S*\[/u;
const DIRECTIVE = /^(?:ifdef|ifndef|ifeval|endif)::/u;
const TERM = /\S(?:::{1,3}|;;)(?:\s|$)/u;

/** Blocks between two like lines: what stands in them, and the shortest line that draws them. */
function delimited(unit: number, length: number): BlockKind | undefined {
  if (length >= 4) {
    if (unit === 0x2d || unit === 0x2e) return 'code';
    if (unit === 0x2f) return 'comment';
    if (unit === 0x2b) return 'html';
  }
  return length >= 3 && unit === 0x60 ? 'code' : undefined;
}

export function asciidoc(scan: Scan): void {
  let line = 0;
  let header = true;
  let depth = 0;
  while (line < scan.count) {
    if (scan.blank(line)) {
      if (scan.out.length > 0) header = false;
      line++;
      continue;
    }
    const head = scan.head(line);
    const first = scan.first(line);
    const indent = scan.indent(line);
    const ruler = scan.ruler(line);

    const kind = ruler > 0 ? delimited(head, ruler) : head === 0x60 && scan.run(line) >= 3 ? 'code' : undefined;
    if (kind !== undefined) {
      const length = ruler > 0 ? ruler : 3;
      let next = line + 1;
      while (next < scan.count && !(scan.head(next) === head && scan.ruler(next) === length)) next++;
      const open = next >= scan.count;
      scan.add(kind, line, next + 1, 0, open);
      line = next + 1;
      continue;
    }
    // Tables: |=== to |===.
    if (
      (head === 0x7c || head === 0x21 || head === 0x2c) &&
      scan.last(line) - first >= 4 &&
      scan.looking(first + 1, '===')
    ) {
      let next = line + 1;
      while (next < scan.count && !(scan.head(next) === head && scan.looking(scan.first(next) + 1, '==='))) next++;
      const open = next >= scan.count;
      scan.add('table', line, next + 1, 0, open);
      line = next + 1;
      continue;
    }
    if (
      (ruler >= 4 && (head === 0x3d || head === 0x2a || head === 0x5f)) ||
      (ruler >= 3 && (head === 0x27 || head === 0x3c)) ||
      (ruler === 2 && head === 0x2d) ||
      (ruler === 1 && head === 0x2b)
    ) {
      scan.add('rule', line, line + 1);
      line++;
      continue;
    }
    if ((head === 0x3d || head === 0x23) && indent === 0) {
      const run = scan.run(line);
      if (run <= 6 && scan.units[first + run] === 0x20) {
        scan.add('heading', line, line + 1, run);
        line++;
        continue;
      }
    }
    // Two-line titles.
    if (indent === 0 && line + 1 < scan.count && (line === 0 || scan.blank(line - 1) || scan.head(line - 1) === 0x5b)) {
      const under = scan.head(line + 1);
      const length = scan.ruler(line + 1);
      const width = scan.last(line) - first;
      if (
        length >= 3 &&
        Math.abs(length - width) <= 2 &&
        (under === 0x3d || under === 0x2d || under === 0x7e || under === 0x5e || under === 0x2b)
      ) {
        scan.add(
          'heading',
          line,
          line + 2,
          under === 0x3d ? 1 : under === 0x2d ? 2 : under === 0x7e ? 3 : under === 0x5e ? 4 : 5,
        );
        line += 2;
        continue;
      }
    }
    if (head === 0x2f && scan.looking(first, '//')) {
      scan.add('comment', line, line + 1);
      line++;
      continue;
    }
    const text = scan.trimmed(line, 200);
    if (head === 0x3a && ATTRIBUTE.test(text)) {
      scan.add(header ? 'front-matter' : 'comment', line, line + 1);
      line++;
      continue;
    }
    if (head === 0x5b && text.endsWith(']') && !text.startsWith('[[[')) {
      scan.add('html', line, line + 1);
      line++;
      continue;
    }
    if (MACRO.test(text) || DIRECTIVE.test(text)) {
      scan.add(DIRECTIVE.test(text) ? 'comment' : 'html', line, line + 1);
      line++;
      continue;
    }
    const stars = head === 0x2a || head === 0x2e || head === 0x2d ? scan.run(line) : 0;
    const starred = stars > 0 && stars <= 6 && scan.units[first + stars] === 0x20;
    if (
      starred ||
      scan.marker(line) >= 0 ||
      (scan.last(line) - first <= 200 && TERM.test(text) && !text.includes('://'))
    ) {
      depth = starred ? stars : 1;
      const next = paragraph(scan, line);
      scan.add('list', line, next, Math.min(6, depth));
      line = next;
      continue;
    }
    if (indent > 0 && (line === 0 || scan.blank(line - 1))) {
      const next = scan.toBlank(line);
      scan.add('code', line, next);
      line = next;
      continue;
    }
    const next = paragraph(scan, line);
    scan.add('prose', line, next);
    line = next;
  }
}

/** The line after a paragraph: a blank line, a list item or a line of markup ends it. */
function paragraph(scan: Scan, line: number): number {
  let next = line + 1;
  while (next < scan.count && !scan.blank(next)) {
    const head = scan.head(next);
    const ruler = scan.ruler(next);
    if (
      ruler > 0 &&
      (delimited(head, ruler) !== undefined || (ruler === 1 && head === 0x2b) || (ruler >= 4 && head === 0x3d))
    )
      break;
    if (head === 0x7c && scan.looking(scan.first(next), '|===')) break;
    if (head === 0x2a || head === 0x2e || head === 0x2d) {
      const stars = scan.run(next);
      if (stars <= 6 && scan.units[scan.first(next) + stars] === 0x20) break;
    }
    if (head === 0x2f && scan.looking(scan.first(next), '//')) break;
    if (head === 0x5b && scan.units[scan.last(next) - 1] === 0x5d) break;
    if (MACRO.test(scan.trimmed(next, 60))) break;
    next++;
  }
  return next;
}
