/** What the style sheets inside of a page hide: rules for one class, id or element, and nothing cleverer. */
import { coverOf, type Cover } from '../views/hidden.ts';

/** The most rules that are kept, and the most of one sheet that is read. */
const MOST_RULES = 2000;
const MOST_UNITS = 500_000;

export interface HidingRules {
  /** How the rules hide an element with this name, these classes and this id; null where they do not. */
  of(element: string, classes: string, id: string): Cover | null;
}

interface Rule {
  readonly element: string;
  readonly by: Cover;
}

/**
 * Rules of all `style` elements of a page; null where none hides anything. Selectors of one piece count (`.x`, `p.x`, `#y`,
 * `p#y`), outside of `@media` and its like, where they may only count in print.
 */
export function hidingRules(text: string): HidingRules | null {
  const classes = new Map<string, Rule[]>();
  const ids = new Map<string, Rule[]>();
  let count = 0;
  for (let at = 0; ;) {
    const open = indexOfTag(text, 'style', at);
    if (open < 0) break;
    const begin = text.indexOf('>', open) + 1;
    if (begin === 0) break;
    const close = indexOfTag(text, '/style', begin);
    const end = close < 0 ? text.length : close;
    count = sheet(text.slice(begin, Math.min(end, begin + MOST_UNITS)), classes, ids, count);
    at = end + 1;
    if (close < 0 || count >= MOST_RULES) break;
  }
  if (classes.size === 0 && ids.size === 0) return null;
  const first = (rules: readonly Rule[] | undefined, element: string): Cover | null =>
    rules?.find((rule) => rule.element === '' || rule.element === element)?.by ?? null;
  return {
    of(element, names, id) {
      if (id !== '') {
        const by = first(ids.get(id), element);
        if (by !== null) return by;
      }
      if (classes.size > 0)
        for (const name of names.split(/\s+/u, 50)) {
          const by = first(classes.get(name), element);
          if (by !== null) return by;
        }
      return null;
    },
  };
}

/** Where a tag of this name begins, at or behind an offset; -1 where none does. */
function indexOfTag(text: string, name: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1))
    if (text.slice(at + 1, at + 1 + name.length).toLowerCase() === name) return at;
  return -1;
}

function sheet(css: string, classes: Map<string, Rule[]>, ids: Map<string, Rule[]>, before: number): number {
  let count = before;
  let at = 0;
  while (at < css.length && count < MOST_RULES) {
    if (css.startsWith('/*', at)) {
      const end = css.indexOf('*/', at + 2);
      if (end < 0) break;
      at = end + 2;
      continue;
    }
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const selector = css.slice(at, open).trim();
    if (selector.startsWith('@')) {
      at = blockEnd(css, open);
      continue;
    }
    const end = css.indexOf('}', open);
    if (end < 0) break;
    at = end + 1;
    const by = selector.length > 500 ? null : coverOf(css.slice(open + 1, Math.min(end, open + 2000)));
    if (by === null) continue;
    for (const piece of selector.split(',')) {
      const match = /^([a-z][a-z0-9]*)?([.#])([\w-]+)$/iu.exec(piece.trim());
      if (!match) continue;
      const into = match[2] === '.' ? classes : ids;
      const rules = into.get(match[3]!);
      const rule = { element: (match[1] ?? '').toLowerCase(), by };
      if (rules) rules.push(rule);
      else into.set(match[3]!, [rule]);
      count++;
    }
  }
  return count;
}

/** Behind the block that opens at `open`, blocks in it counted. */
function blockEnd(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    const unit = css.charCodeAt(i);
    if (unit === 0x7b) depth++;
    else if (unit === 0x7d && --depth === 0) return i + 1;
  }
  return css.length;
}
