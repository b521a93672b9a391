/**
 * Ignore files (.gitignore, .seedcheckignore) by git's rules, without regular expressions: a pattern is matched in time
 * pattern x name at the worst, so that no ignore file of a stranger can make a walk hang.
 *
 * Where git compares bytes, this compares characters (`?` stands for one). Case always counts. A bracket that holds a `/`
 * matches nothing.
 */

/** One line of an ignore file. */
export interface IgnoreRule {
  /** Line in the ignore file, from 1. */
  readonly line: number;
  /** `!pattern`: takes back what an earlier rule ignores. */
  readonly negative: boolean;
  /** `pattern/`: folders only. */
  readonly folderOnly: boolean;
  /** The pattern holds a `/` before its end: it is held against the whole path, else against the last name alone. */
  readonly anchored: boolean;
  /** Between the slashes; null is `**`. */
  readonly segments: readonly (readonly Token[] | null)[];
}

/** A code point, `STAR`, `ANY` or a bracket. */
type Token = number | CharacterClass;
interface CharacterClass {
  readonly not: boolean;
  /** Pairs: first and last code point of a range. */
  readonly ranges: readonly number[];
}

const STAR = -1;
const ANY = -2;

/** Longer patterns are left out, as no name is that long. */
const PATTERN_UNITS = 4096;

/** Reads the lines of an ignore file. Lines that git would not understand (a bracket never closed) match nothing. */
export function parseIgnore(text: string): IgnoreRule[] {
  const rules: IgnoreRule[] = [];
  const lines = (text.startsWith('\ufeff') ? text.slice(1) : text).split('\n');
  for (let i = 0; i < lines.length; i++) {
    const rule = parseLine(lines[i]!, i + 1);
    if (rule) rules.push(rule);
  }
  return rules;
}

function parseLine(raw: string, line: number): IgnoreRule | null {
  if (raw.length > PATTERN_UNITS) return null;
  let pattern = trimEnd(raw.endsWith('\r') ? raw.slice(0, -1) : raw);
  if (pattern === '' || pattern.startsWith('#')) return null;
  const negative = pattern.startsWith('!');
  if (negative) pattern = pattern.slice(1);
  const folderOnly = pattern.endsWith('/');
  if (folderOnly) pattern = pattern.slice(0, -1);
  const anchored = pattern.includes('/');
  if (pattern.startsWith('/')) pattern = pattern.slice(1);
  if (pattern === '') return null;
  const segments: (readonly Token[] | null)[] = [];
  if (!anchored) {
    const tokens = parseSegment(pattern);
    if (!tokens) return null;
    segments.push(tokens);
  } else
    for (const piece of pattern.split('/')) {
      if (piece === '**') {
        if (segments.at(-1) !== null || segments.length === 0) segments.push(null);
        continue;
      }
      const tokens = parseSegment(piece);
      if (!tokens) return null;
      segments.push(tokens);
    }
  return { line, negative, folderOnly, anchored, segments };
}

/** Without spaces at the end, unless a backslash stands before one. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  if (end === line.length) return line;
  let slashes = 0;
  while (end - 1 - slashes >= 0 && line[end - 1 - slashes] === '\\') slashes++;
  return line.slice(0, slashes % 2 === 1 ? end + 1 : end);
}

function parseSegment(piece: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (let i = 0; i < piece.length;) {
    const code = piece.codePointAt(i)!;
    const next = i + (code > 0xffff ? 2 : 1);
    if (code === 0x2a) {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
      i = next;
    } else if (code === 0x3f) {
      tokens.push(ANY);
      i = next;
    } else if (code === 0x5c) {
      const escaped = piece.codePointAt(next);
      if (escaped === undefined) return null;
      tokens.push(escaped);
      i = next + (escaped > 0xffff ? 2 : 1);
    } else if (code === 0x5b) {
      const made = parseClass(piece, next);
      if (!made) return null;
      tokens.push(made.token);
      i = made.next;
    } else {
      tokens.push(code);
      i = next;
    }
  }
  return tokens;
}

const POSIX: Readonly<Record<string, readonly number[]>> = {
  alnum: [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a],
  alpha: [0x41, 0x5a, 0x61, 0x7a],
  blank: [0x20, 0x20, 0x09, 0x09],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit: [0x30, 0x39],
  graph: [0x21, 0x7e],
  lower: [0x61, 0x7a],
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [0x20, 0x20, 0x09, 0x0d],
  upper: [0x41, 0x5a],
  xdigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
};

/** A bracket expression that begins after its `[`; null if it is never closed. */
function parseClass(piece: string, from: number): { readonly token: CharacterClass; readonly next: number } | null {
  const ranges: number[] = [];
  let i = from;
  const not = piece[i] === '!' || piece[i] === '^';
  if (not) i++;
  let first = true;
  let low = -1; // the character before a possible `-`
  for (;;) {
    let code = piece.codePointAt(i);
    if (code === undefined) return null;
    if (code === 0x5d && !first) return { token: { not, ranges }, next: i + 1 };
    first = false;
    if (code === 0x5b && piece[i + 1] === ':') {
      const close = piece.indexOf(']', i + 2);
      if (close < 0) return null;
      if (piece[close - 1] === ':' && close - 1 >= i + 2) {
        const named = POSIX[piece.slice(i + 2, close - 1)];
        if (!named) return null;
        ranges.push(...named);
        low = -1;
        i = close + 1;
        continue;
      }
    }
    const after = piece[i + 1];
    if (code === 0x2d && low >= 0 && after !== undefined && after !== ']') {
      i++;
      if (piece[i] === '\\') i++;
      const high = piece.codePointAt(i);
      if (high === undefined) return null;
      ranges.push(low, high);
      low = -1;
      i += high > 0xffff ? 2 : 1;
      continue;
    }
    if (code === 0x5c) {
      i++;
      code = piece.codePointAt(i);
      if (code === undefined) return null;
    }
    ranges.push(code, code);
    low = code;
    i += code > 0xffff ? 2 : 1;
  }
}

/**
 * The last rule that speaks of a path, or undefined. Folders above it are not looked at: a path under an ignored folder
 * is ignored whatever its own rules say, and the caller who walks knows that.
 * @param names the path's names, relative to the folder of the ignore file
 */
export function decidingRule(
  rules: readonly IgnoreRule[],
  names: readonly string[],
  isFolder: boolean,
): IgnoreRule | undefined {
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i]!;
    if (rule.folderOnly && !isFolder) continue;
    if (rule.anchored ? matchPath(rule.segments, names) : matchName(rule.segments[0]!, names.at(-1)!)) return rule;
  }
  return undefined;
}

function matchPath(segments: readonly (readonly Token[] | null)[], names: readonly string[]): boolean {
  let s = 0;
  let n = 0;
  let backSegment = -1;
  let backName = 0;
  while (n < names.length) {
    const segment = segments[s];
    if (segment === null) {
      // `**` at the end: everything inside, so at least one more name
      if (s + 1 === segments.length) return true;
      backSegment = ++s;
      backName = n;
    } else if (segment !== undefined && matchName(segment, names[n]!)) {
      s++;
      n++;
    } else if (backSegment >= 0) {
      s = backSegment;
      n = ++backName;
    } else return false;
  }
  return s === segments.length;
}

function matchName(tokens: readonly Token[], name: string): boolean {
  let t = 0;
  let n = 0;
  let backToken = -1;
  let backName = 0;
  while (n < name.length) {
    const token = tokens[t];
    const code = name.codePointAt(n)!;
    if (token === STAR) {
      backToken = ++t;
      backName = n;
      continue;
    }
    if (token !== undefined && matchToken(token, code)) {
      t++;
      n += code > 0xffff ? 2 : 1;
    } else if (backToken >= 0) {
      t = backToken;
      n = ++backName;
    } else return false;
  }
  while (tokens[t] === STAR) t++;
  return t === tokens.length;
}

function matchToken(token: Token, code: number): boolean {
  if (typeof token === 'number') return token === ANY || token === code;
  let inside = false;
  for (let i = 0; i < token.ranges.length && !inside; i += 2)
    inside = token.ranges[i]! <= code && code <= token.ranges[i + 1]!;
  return inside !== token.not;
}
