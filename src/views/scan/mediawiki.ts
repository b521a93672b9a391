/** Blocks of wiki text as MediaWiki has it. */
import type { Scan } from './scan.ts';

export function mediawiki(scan: Scan): void {
  let line = 0;
  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const head = scan.head(line);
    const first = scan.first(line);
    const last = scan.last(line);
    const begins = first === scan.start(line);
    if (head === 0x3d && scan.units[last - 1] === 0x3d && last - first > 2) {
      scan.add('heading', line, line + 1, Math.min(6, scan.run(line)));
      line++;
      continue;
    }
    const verbatim = scan.looking(first, '<pre')
      ? '</pre>'
      : scan.looking(first, '<source')
        ? '</source>'
        : scan.looking(first, '<syntaxhighlight')
          ? '</syntaxhighlight>'
          : scan.looking(first, '<!--')
            ? '-->'
            : '';
    if (verbatim !== '') {
      let next = line;
      while (next < scan.count && scan.find(verbatim, next === line ? first + 4 : scan.start(next), scan.end(next)) < 0)
        next++;
      scan.add(verbatim === '-->' ? 'comment' : 'code', line, next + 1, 0, next >= scan.count);
      line = next + 1;
      continue;
    }
    if (scan.looking(first, '{|')) {
      let next = line + 1;
      while (next < scan.count && !scan.looking(scan.first(next), '|}')) next++;
      scan.add('table', line, next + 1, 0, next >= scan.count);
      line = next + 1;
      continue;
    }
    if (scan.looking(first, '{{') && scan.find('}}', first, last) < 0) {
      let next = line + 1;
      while (next < scan.count && next - line < 200 && !scan.looking(scan.first(next), '}}')) next++;
      scan.add('html', line, next + 1);
      line = next + 1;
      continue;
    }
    if (scan.ruler(line) >= 4 && head === 0x2d) {
      scan.add('rule', line, line + 1);
      line++;
      continue;
    }
    if (begins && (head === 0x2a || head === 0x23 || head === 0x3a || head === 0x3b)) {
      let depth = 0;
      for (let i = first; i < last; i++) {
        const unit = scan.units[i]!;
        if (unit !== 0x2a && unit !== 0x23 && unit !== 0x3a && unit !== 0x3b) break;
        depth++;
      }
      scan.add('list', line, line + 1, Math.min(6, depth));
      line++;
      continue;
    }
    if (!begins && scan.units[scan.start(line)] === 0x20) {
      let next = line + 1;
      while (next < scan.count && !scan.blank(next) && scan.units[scan.start(next)] === 0x20) next++;
      scan.add('code', line, next);
      line = next;
      continue;
    }
    let next = line + 1;
    while (next < scan.count && !scan.blank(next)) {
      const unit = scan.head(next);
      if (
        unit === 0x3d ||
        unit === 0x2a ||
        unit === 0x23 ||
        unit === 0x3a ||
        unit === 0x3b ||
        scan.looking(scan.first(next), '{|') ||
        unit === 0x3c ||
        scan.first(next) !== scan.start(next)
      )
        break;
      next++;
    }
    scan.add('prose', line, next);
    line = next;
  }
}
