/** Patterns of paths: `*` within a name, `**` over folders, `?` one character. No backtracking beyond the last star. */

/** A pattern, made ready to be asked often. */
export interface Glob {
  readonly pattern: string;
  /** The folders before the first wild card, with a final `/`; empty for none. */
  readonly folder: string;
  matches(path: string): boolean;
}

const ANY_FOLDERS = '**';

/**
 * `*` stands for any characters but `/`, `?` for one of them (a whole character, not half of a pair), a segment `**` for
 * any folders or none; a final `/` for all that lies in the folder. All else stands for itself.
 */
export function glob(pattern: string): Glob {
  const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
  const segments = whole
    .split('/')
    .filter((segment, i, all) => !(segment === ANY_FOLDERS && all[i - 1] === ANY_FOLDERS));
  const wild = segments.findIndex((segment) => /[*?]/.test(segment));
  const fixed = segments.slice(0, wild < 0 ? segments.length - 1 : Math.min(wild, segments.length - 1));
  const folder = fixed.length === 0 ? '' : `${fixed.join('/')}/`;
  return {
    pattern,
    folder,
    matches: (path) => path.startsWith(folder) && matchSegments(segments, path.split('/')),
  };
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < path.length) {
    if (p < pattern.length && pattern[p] === ANY_FOLDERS) {
      star = p++;
      resume = s;
      // A final `**` holds files, so it needs one segment at least.
      if (p === pattern.length) return true;
    } else if (p < pattern.length && matchName(pattern[p]!, path[s]!)) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  return p === pattern.length;
}

function matchName(pattern: string, name: string): boolean {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < name.length) {
    const unit = pattern.charAt(p);
    if (p < pattern.length && unit === '*') {
      star = p++;
      resume = s;
    } else if (p < pattern.length && (unit === '?' || unit === name.charAt(s))) {
      if (unit === '?' && name.codePointAt(s)! > 0xffff) s++;
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  while (pattern.charAt(p) === '*') p++;
  return p === pattern.length;
}
