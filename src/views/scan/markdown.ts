/** Blocks of Markdown: CommonMark and GitHub's tables, front matter, and what real files add to them. */
import type { Scan } from './scan.ts';

const HASH = 0x23;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const LESS = 0x3c;
const GREATER = 0x3e;
const PIPE = 0x7c;
const DASH = 0x2d;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const DOLLAR = 0x24;
const BRACKET = 0x5b;
const BRACE = 0x7b;
const SPACE = 0x20;
const TAB = 0x09;

/** HTML elements that begin an HTML block (CommonMark, kind 6). */
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param picture search section source summary table tbody td ' +
    'tfoot th thead title tr track ul video audio img br svg'
  ).split(' '),
);

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** `#` to `######` and a space or the end of the line; `##Title` too, as many files have it. 0 where it is none. */
function atx(scan: Scan, line: number): number {
  if (scan.head(line) !== HASH) return 0;
  const run = scan.run(line);
  if (run > 6) return 0;
  const after = scan.first(line) + run;
  if (after >= scan.end(line) || isSpace(scan.units[after]!)) return run;
  return run >= 2 ? run : 0;
}

/** Length of a fence that the line opens, or 0. */
function fence(scan: Scan, line: number, at: number = scan.first(line)): number {
  const { units } = scan;
  const unit = units[at];
  if (unit !== BACKTICK && unit !== TILDE) return 0;
  const end = scan.end(line);
  let i = at;
  while (i < end && units[i] === unit) i++;
  const length = i - at;
  if (length < 3) return 0;
  if (unit === BACKTICK) for (; i < end; i++) if (units[i] === BACKTICK) return 0;
  return length;
}

/** Whether the line is a thematic break of `-`, `*` or `_`. */
function thematic(scan: Scan, line: number): boolean {
  const mark = scan.head(line);
  if (mark !== DASH && mark !== STAR && mark !== UNDERSCORE) return false;
  let count = 0;
  const end = scan.end(line);
  for (let i = scan.first(line); i < end; i++) {
    const unit = scan.units[i]!;
    if (unit === mark) count++;
    else if (!isSpace(unit)) return false;
  }
  return count >= 3;
}

/** Whether the line is the second of a table: cells of dashes, colons at their ends, with a bar or a colon. */
function delimiterRow(scan: Scan, line: number): boolean {
  if (scan.blank(line)) return false;
  const head = scan.head(line);
  if (head !== PIPE && head !== DASH && head !== COLON) return false;
  const end = scan.end(line);
  let dashes = 0;
  let bars = 0;
  for (let i = scan.first(line); i < end; i++) {
    const unit = scan.units[i]!;
    if (unit === DASH) dashes++;
    else if (unit === PIPE) bars++;
    else if (unit !== COLON && !isSpace(unit)) return false;
  }
  return dashes > 0 && bars > 0;
}

function tableAt(scan: Scan, line: number): boolean {
  return line + 1 < scan.count && delimiterRow(scan, line + 1) && scan.has(line, PIPE);
}

/** The name of the tag at a `<`, in lower case, or an empty string. */
function tagName(scan: Scan, offset: number, end: number): string {
  let i = offset + 1;
  if (scan.units[i] === 0x2f) i++;
  let name = '';
  for (; i < end && name.length < 12; i++) {
    const unit = scan.units[i]!;
    const lower = unit | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) name += String.fromCharCode(lower);
    else if (unit >= 0x30 && unit <= 0x39 && name !== '') name += String.fromCharCode(unit);
    else break;
  }
  return name;
}

type HtmlStart = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** CommonMark's kind of HTML block that the line begins; 0 for none. */
function htmlStart(scan: Scan, line: number): HtmlStart {
  if (scan.head(line) !== LESS) return 0;
  const at = scan.first(line);
  const end = scan.end(line);
  if (scan.looking(at, '<!--')) return 2;
  if (scan.looking(at, '<?')) return 3;
  if (scan.looking(at, '<![cdata[')) return 5;
  if (scan.looking(at, '<!')) return 4;
  const name = tagName(scan, at, end);
  if (name === '') return 0;
  if (scan.units[at + 1] !== 0x2f && (name === 'script' || name === 'pre' || name === 'style' || name === 'textarea'))
    return 1;
  if (BLOCK_TAGS.has(name)) return 6;
  return scan.units[scan.last(line) - 1] === GREATER && scan.find('>', at, end) === scan.last(line) - 1 ? 7 : 0;
}

/** Whether a line ends the paragraph before it. */
function interrupts(scan: Scan, line: number, inList: boolean): boolean {
  const head = scan.head(line);
  switch (head) {
    case HASH:
      return atx(scan, line) > 0;
    case BACKTICK:
    case TILDE:
      return fence(scan, line) > 0;
    case GREATER:
      return true;
    case LESS: {
      const kind = htmlStart(scan, line);
      return kind > 0 && kind < 7;
    }
    case DASH:
    case STAR:
    case UNDERSCORE:
    case 0x2b:
      if (thematic(scan, line)) return true;
      return head !== UNDERSCORE && bullet(scan, line);
    case PIPE:
      return tableAt(scan, line);
    case COLON:
      return scan.looking(scan.first(line), ':::');
    case DOLLAR:
      return scan.ruler(line) === 2;
    default:
      if (head >= 0x30 && head <= 0x39) {
        const text = ordered(scan, line);
        if (text < 0) return tableAt(scan, line);
        return inList || scan.looking(scan.first(line), '1.') || scan.looking(scan.first(line), '1)');
      }
      return tableAt(scan, line);
  }
}

function bullet(scan: Scan, line: number): boolean {
  const text = scan.marker(line);
  return text >= 0 && text < scan.end(line);
}

/** Offset of the text of an ordered item (`1.` or `1)`), or -1. */
function ordered(scan: Scan, line: number): number {
  const head = scan.head(line);
  return head >= 0x30 && head <= 0x39 ? scan.marker(line) : -1;
}

/** Front matter at the top: `---` or `+++` to the same (or `...`). The line after it, or 0. */
export function frontMatter(scan: Scan): number {
  if (scan.count < 2) return 0;
  const length = scan.ruler(0);
  const mark = scan.head(0);
  if (length !== 3 || scan.first(0) !== scan.start(0) || (mark !== DASH && mark !== 0x2b)) return 0;
  if (scan.blank(1)) return 0;
  for (let line = 1; line < scan.count; line++) {
    const run = scan.ruler(line);
    if (run !== 3 || scan.first(line) !== scan.start(line)) continue;
    const unit = scan.head(line);
    if (unit === mark || (mark === DASH && unit === 0x2e)) {
      scan.add('front-matter', 0, line + 1);
      return line + 1;
    }
  }
  return 0;
}

/** Lines of a fenced block from its opening line on: the line after it, and whether the closing fence is missing. */
function fenced(
  scan: Scan,
  line: number,
  mark: number,
  length: number,
): { readonly next: number; readonly open: boolean } {
  for (let i = line + 1; i < scan.count; i++)
    if (scan.head(i) === mark && scan.ruler(i) >= length) return { next: i + 1, open: false };
  return { next: scan.count, open: true };
}

const HTML_END: Readonly<Record<number, string>> = { 2: '-->', 3: '?>', 4: '>', 5: ']]>' };

export function markdown(scan: Scan): void {
  const { units } = scan;
  /** Content columns of the list items that are open. */
  const stack: number[] = [];
  let line = frontMatter(scan);
  let mathCloses = true;

  while (line < scan.count) {
    if (scan.blank(line)) {
      line++;
      continue;
    }
    const indent = scan.indent(line);
    while (stack.length > 0 && indent < stack[stack.length - 1]!) stack.pop();
    const base = stack[stack.length - 1] ?? 0;
    const head = scan.head(line);
    const inList = stack.length > 0;

    if (indent - base >= 4 && !(inList && scan.marker(line) >= 0)) {
      const next = scan.toDedent(line, base + 4);
      scan.add('code', line, next);
      line = next;
      continue;
    }

    const level = atx(scan, line);
    if (level > 0) {
      scan.add('heading', line, line + 1, level);
      line++;
      continue;
    }

    const length = fence(scan, line);
    if (length > 0) {
      const { next, open } = fenced(scan, line, head, length);
      scan.add('code', line, next, 0, open);
      line = next;
      continue;
    }

    if (head === GREATER) {
      line = quote(scan, line, inList);
      continue;
    }

    const html = htmlStart(scan, line);
    if (html > 0) {
      const next = htmlBlock(scan, line, html);
      line = next;
      continue;
    }

    if (thematic(scan, line)) {
      scan.add('rule', line, line + 1);
      line++;
      continue;
    }

    if (tableAt(scan, line)) {
      let next = line + 2;
      while (next < scan.count && !scan.blank(next) && (scan.has(next, PIPE) || !interrupts(scan, next, inList)))
        next++;
      scan.add('table', line, next);
      line = next;
      continue;
    }

    if (head === DOLLAR && mathCloses && scan.ruler(line) === 2) {
      let next = line + 1;
      while (next < scan.count && !(scan.head(next) === DOLLAR && scan.ruler(next) === 2)) next++;
      if (next < scan.count) {
        scan.add('code', line, next + 1);
        line = next + 1;
        continue;
      }
      mathCloses = false;
    }

    if (head === COLON && scan.looking(scan.first(line), ':::')) {
      scan.add('html', line, line + 1);
      line++;
      continue;
    }
    if (
      head === BRACE &&
      (units[scan.first(line) + 1] === 0x25 || units[scan.first(line) + 1] === BRACE) &&
      units[scan.last(line) - 1] === 0x7d
    ) {
      scan.add('html', line, line + 1);
      line++;
      continue;
    }

    if (head === BRACKET && isDefinition(scan, line)) {
      scan.add('comment', line, line + 1);
      line++;
      continue;
    }

    const text = head === DASH || head === STAR || head === 0x2b ? scan.marker(line) : ordered(scan, line);
    const wide = text < 0 && (head === 0x2022 || head === 0xb7 || head === 0x25cf) ? scan.marker(line) : text;
    if (wide >= 0) {
      let content = indent + (wide - scan.first(line));
      if (wide >= scan.end(line) || content - indent > 6) content = indent + 2;
      stack.push(content);
      if (units[wide] === HASH && wide < scan.end(line)) {
        let hashes = 1;
        while (units[wide + hashes] === HASH) hashes++;
        if (hashes <= 6 && isSpace(units[wide + hashes] ?? 0)) {
          scan.add('heading', line, line + 1, hashes);
          line++;
          continue;
        }
      }
      if (fence(scan, line, wide) > 0) {
        const mark = units[wide]!;
        const { next, open } = fenced(scan, line, mark, fence(scan, line, wide));
        scan.add('code', line, next, 0, open);
        line = next;
        continue;
      }
      let next = line + 1;
      if (wide < scan.end(line))
        while (
          next < scan.count &&
          !scan.blank(next) &&
          !interrupts(scan, next, true) &&
          !isSetext(scan, next, content)
        )
          next++;
      scan.add('list', line, next, stack.length);
      line = next;
      continue;
    }

    // A paragraph, which a line of = or - turns into a heading.
    let next = line + 1;
    let heading = 0;
    while (next < scan.count && !scan.blank(next)) {
      heading = setext(scan, next);
      if (heading > 0) break;
      if (interrupts(scan, next, inList)) break;
      next++;
    }
    if (heading > 0) {
      scan.add('heading', line, next + 1, heading);
      line = next + 1;
      continue;
    }
    scan.add(drawn(scan, line, next) ? 'table' : inList ? 'list' : 'prose', line, next, inList ? stack.length : 0);
    line = next;
  }
}

/** Offset behind the `>` marks that a line begins with, and the white space after them. */
function inQuote(scan: Scan, line: number): number {
  const end = scan.end(line);
  let i = scan.first(line);
  while (i < end && (scan.units[i] === GREATER || isSpace(scan.units[i]!))) i++;
  return i;
}

/** Adds a quotation, its fenced code as blocks of their own; returns the line after it. */
function quote(scan: Scan, line: number, inList: boolean): number {
  let from = line;
  let next = line;
  while (next < scan.count && !scan.blank(next)) {
    if (scan.head(next) !== GREATER) {
      if (interrupts(scan, next, inList)) break;
      next++;
      continue;
    }
    const at = inQuote(scan, next);
    const length = fence(scan, next, at);
    if (length === 0) {
      next++;
      continue;
    }
    scan.add('quote', from, next);
    const mark = scan.units[at]!;
    const begin = next++;
    while (next < scan.count && scan.head(next) === GREATER) {
      const inner = inQuote(scan, next++);
      let run = 0;
      while (scan.units[inner + run] === mark) run++;
      if (run >= length && inner + run === scan.last(next - 1)) break;
    }
    scan.add('code', begin, next);
    from = next;
  }
  scan.add('quote', from, next);
  return next;
}

/** 1 for a line of `=`, 2 for a line of `-`, indented less than 4; else 0. */
function setext(scan: Scan, line: number): 0 | 1 | 2 {
  const head = scan.head(line);
  if (head !== EQUALS && head !== DASH) return 0;
  if (scan.ruler(line) === 0 || scan.first(line) - scan.start(line) > 3) return 0;
  return head === EQUALS ? 1 : 2;
}

function isSetext(scan: Scan, line: number, content: number): boolean {
  return scan.indent(line) >= content && setext(scan, line) > 0;
}

/** `[label]: target`, but not `[^note]: text`. */
function isDefinition(scan: Scan, line: number): boolean {
  const first = scan.first(line);
  if (scan.units[first + 1] === 0x5e) return false;
  const end = Math.min(scan.end(line), first + 1000);
  for (let i = first + 1; i + 1 < end; i++) {
    if (scan.units[i] === 0x5d) return scan.units[i + 1] === COLON;
    if (scan.units[i] === BRACKET) return false;
  }
  return false;
}

/** Whether all lines belong to a table drawn with bars or plus signs (no header rule in the Markdown way). */
function drawn(scan: Scan, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let line = from; line < to; line++) {
    const head = scan.head(line);
    if (head !== PIPE && head !== 0x2b && !(head >= 0x2500 && head <= 0x257f)) return false;
  }
  return true;
}

/** Adds the HTML block that begins at the line; returns the line after it. */
function htmlBlock(scan: Scan, line: number, kind: HtmlStart): number {
  if (kind >= 6) {
    const next = scan.toBlank(line);
    scan.add('html', line, next);
    return next;
  }
  let end = HTML_END[kind];
  if (kind === 1) end = '</' + tagName(scan, scan.first(line), scan.end(line)) + '>';
  for (let i = line; i < scan.count; i++) {
    const from = i === line ? Math.min(scan.first(line) + (kind === 2 ? 4 : 2), scan.end(line)) : scan.start(i);
    if (contains(scan, end!, from, scan.end(i))) {
      scan.add(kind === 2 ? 'comment' : 'html', line, i + 1);
      return i + 1;
    }
  }
  scan.add(kind === 2 ? 'comment' : 'html', line, scan.count, 0, true);
  return scan.count;
}

function contains(scan: Scan, word: string, from: number, to: number): boolean {
  const head = word.charCodeAt(0);
  for (let i = from; i + word.length <= to; i++) if (scan.units[i] === head && scan.looking(i, word)) return true;
  return false;
}
