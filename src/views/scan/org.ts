/** Blocks of Org files. */
import type { Scan } from './scan.ts';

export function org(scan: Scan): void {
  let line = 0;
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const head = scan.head(line);
    const first = scan.first(line);
    if (head === 0x2a && first === scan.start(line) && scan.units[first + scan.run(line)] === 0x20) {
      scan.add('heading', line, line + 1, Math.min(6, scan.run(line)));
      line++;
      continue;
    }
    if (scan.looking(first, '#+begin_')) {
      const quote = scan.looking(first + 8, 'quote');
      let next = line + 1;
      while (next < scan.count && !scan.looking(scan.first(next), '#+end_')) next++;
      scan.add(quote ? 'quote' : 'code', line, next + 1, 0, next >= scan.count);
      line = next + 1;
      continue;
    }
    if (head === 0x23) {
      scan.add(scan.looking(first, '#+') ? 'front-matter' : 'comment', line, line + 1);
      line++;
      continue;
    }
    if (head === 0x3a) {
      const drawer = scan.looking(first, ':properties:') || scan.looking(first, ':logbook:');
      let next = line + 1;
      if (drawer) while (next < scan.count && !scan.looking(scan.first(next), ':end:') && next - line < 200) next++;
      scan.add(drawer ? 'comment' : 'code', line, drawer ? next + 1 : next);
      line = drawer ? next + 1 : next;
      continue;
    }
    if (head === 0x7c) {
      let next = line + 1;
      while (next < scan.count && scan.head(next) === 0x7c) next++;
      scan.add('table', line, next);
      line = next;
      continue;
    }
    const listed = scan.marker(line) >= 0;
    let next = line + 1;
    while (
      next < scan.count &&
      !scan.blank(next) &&
      scan.marker(next) < 0 &&
      !(scan.head(next) === 0x2a && scan.first(next) === scan.start(next)) &&
      !scan.looking(scan.first(next), '#+') &&
      scan.head(next) !== 0x7c
    )
      next++;
    scan.add(listed ? 'list' : 'prose', line, next, listed ? 1 + Math.min(5, Math.floor(scan.indent(line) / 2)) : 0);
    line = next;
  }
}
