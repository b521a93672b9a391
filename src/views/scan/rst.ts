/** Blocks of reStructuredText: underlined titles, directives, literal blocks, tables, lists. */
import type { BlockKind } from '../../core/types.ts';
import type { Scan } from './scan.ts';

/** What stands in the body of a directive; those not named hold prose. */
const DIRECTIVES: Readonly<Record<string, BlockKind>> = {
  code: 'code',
  'code-block': 'code',
  sourcecode: 'code',
  'parsed-literal': 'code',
  literalinclude: 'code',
  math: 'code',
  productionlist: 'code',
  doctest: 'code',
  testcode: 'code',
  testsetup: 'code',
  testoutput: 'code',
  graphviz: 'code',
  uml: 'code',
  highlight: 'html',
  'csv-table': 'table',
  'list-table': 'table',
  table: 'table',
  image: 'html',
  include: 'html',
  toctree: 'html',
  contents: 'html',
  sectnum: 'html',
  index: 'html',
  raw: 'html',
  role: 'html',
  meta: 'front-matter',
  currentmodule: 'html',
  module: 'html',
  automodule: 'html',
  autoclass: 'html',
  autofunction: 'html',
  only: 'html',
};

const DIRECTIVE = /^\.\. +(?:\|[^|]+\| +)?([\w:.+-]*[\w+])::/u;
const FOOTNOTE = /^\.\. +\[[^\]]{1,60}\]/u;
const FIELD = /^:[^:\s`][^:`]{0,60}:(?:\s|$)/u;

/** Whether the unit may draw the line under a title. */
function adornment(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}

/** Columns that a title takes: CJK characters take two. */
function columns(scan: Scan, line: number): number {
  let sum = 0;
  const end = scan.last(line);
  for (let i = scan.first(line); i < end; i++) sum += scan.units[i]! >= 0x1100 ? 2 : 1;
  return sum;
}

/** `===  ====` */
function simpleTable(scan: Scan, line: number): boolean {
  if (scan.head(line) !== 0x3d) return false;
  let gap = false;
  const end = scan.last(line);
  for (let i = scan.first(line); i < end; i++) {
    const unit = scan.units[i]!;
    if (unit === 0x20) gap = true;
    else if (unit !== 0x3d) return false;
  }
  return gap;
}

export function rst(scan: Scan): void {
  /** Styles of titles in order of appearance: the place is the level. */
  const styles: string[] = [];
  const level = (style: string): number => {
    let place = styles.indexOf(style);
    if (place < 0) place = styles.length < 12 ? styles.push(style) - 1 : 11;
    return Math.min(6, place + 1);
  };
  let line = 0;
  let literal = false;
  let tableCloses = true;
  let fields = true;
  let listIndent = -1;
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const head = scan.head(line);
    const indent = scan.indent(line);
    if (literal) {
      literal = false;
      if (indent > 0) {
        const next = scan.toDedent(line, indent);
        scan.add('code', line, next);
        line = next;
        continue;
      }
    }
    if (indent === 0) listIndent = -1;

    // Titles.
    if (indent === 0 || scan.ruler(line) > 3) {
      const over = scan.ruler(line);
      if (over >= 2 && adornment(head)) {
        if (
          line + 2 < scan.count &&
          !scan.blank(line + 1) &&
          scan.head(line + 2) === head &&
          scan.ruler(line + 2) >= 2 &&
          scan.ruler(line + 2) + 2 >= Math.min(over, columns(scan, line + 1))
        ) {
          scan.add('heading', line, line + 3, level('over' + String(head)));
          line += 3;
          continue;
        }
        if (over >= 4) {
          scan.add('rule', line, line + 1);
          line++;
          continue;
        }
      }
      if (line + 1 < scan.count && adornment(scan.head(line + 1)) && scan.indent(line + 1) === 0) {
        const under = scan.ruler(line + 1);
        if (
          under >= 2 &&
          (under >= columns(scan, line) || under >= 4) &&
          !(head === 0x2e && scan.looking(scan.first(line), '.. '))
        ) {
          scan.add('heading', line, line + 2, level(String(scan.head(line + 1))));
          line += 2;
          continue;
        }
      }
    }

    // Explicit markup.
    if (
      head === 0x2e &&
      scan.looking(scan.first(line), '..') &&
      (scan.last(line) - scan.first(line) === 2 || scan.looking(scan.first(line), '.. '))
    ) {
      const text = scan.trimmed(line, 200);
      const directive = DIRECTIVE.exec(text);
      const next = scan.toDedent(line + 1, indent + 1);
      if (directive) {
        const kind = DIRECTIVES[directive[1]!.toLowerCase()];
        if (kind !== undefined) scan.add(kind, line, next);
        else {
          // The directive's line and its options, then its body as text of its own.
          let body = line + 1;
          while (body < next && !scan.blank(body) && scan.head(body) === 0x3a) body++;
          scan.add('html', line, body);
          line = body;
          continue;
        }
      } else if (FOOTNOTE.test(text)) scan.add('prose', line, next);
      else scan.add('comment', line, next);
      line = next;
      continue;
    }

    if (head === 0x2b && scan.tableRule(line)) {
      const next = scan.toBlank(line);
      scan.add('table', line, next);
      line = next;
      continue;
    }
    if (simpleTable(scan, line)) {
      // To a rule with a blank line below it; where there is none, to the first blank line.
      let next = line + 1;
      if (!tableCloses) next = scan.count;
      while (
        next < scan.count &&
        !(scan.head(next) === 0x3d && scan.blank(next + 1) && (simpleTable(scan, next) || scan.ruler(next) > 2))
      )
        next++;
      if (next >= scan.count) {
        tableCloses = false;
        next = scan.toBlank(line) - 1;
      }
      scan.add('table', line, next + 1);
      line = next + 1;
      continue;
    }
    if (scan.looking(scan.first(line), '>>> ')) {
      const next = scan.toBlank(line);
      scan.add('code', line, next);
      line = next;
      continue;
    }
    if (head === 0x3a) {
      if (FIELD.test(scan.trimmed(line, 80))) {
        let next = line + 1;
        while (next < scan.count && !scan.blank(next) && (scan.indent(next) > indent || scan.head(next) === 0x3a))
          next++;
        scan.add(fields && indent === 0 ? 'front-matter' : 'list', line, next, fields && indent === 0 ? 0 : 1);
        line = next;
        continue;
      }
    } else if (scan.out.length > 1) fields = false;

    const hash = head === 0x23 && scan.looking(scan.first(line), '#. ');
    const text = hash ? scan.first(line) + 3 : scan.marker(line);
    if (text >= 0) {
      listIndent = indent;
      let next = line + 1;
      while (next < scan.count && !scan.blank(next) && scan.marker(next) < 0 && scan.indent(next) > indent) next++;
      scan.add('list', line, next, 1 + Math.min(5, Math.floor(indent / 2)));
      literal = endsLiteral(scan, next - 1);
      line = next;
      continue;
    }
    let next = line + 1;
    while (
      next < scan.count &&
      !scan.blank(next) &&
      !(scan.head(next) === 0x2e && scan.looking(scan.first(next), '.. '))
    )
      next++;
    const inList = listIndent >= 0 && indent > listIndent;
    scan.add(inList ? 'list' : 'prose', line, next, inList ? 1 + Math.min(5, Math.floor(listIndent / 2)) : 0);
    literal = endsLiteral(scan, next - 1);
    line = next;
  }
}

/** Whether the line ends with `::`, so that what is indented below it is shown as it is. */
function endsLiteral(scan: Scan, line: number): boolean {
  const end = scan.last(line);
  return end - scan.first(line) >= 2 && scan.units[end - 1] === 0x3a && scan.units[end - 2] === 0x3a;
}
