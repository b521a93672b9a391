/** Regular expressions whose \p{...} means our Unicode tables, not the engine's, so that every engine matches the same. */
import { isLetter, isMark, rangesOf } from './unicode.ts';

const LAST = 0x10ffff;

type Ranges = ReturnType<typeof rangesOf>;

const known = new Map<string, string>();

/**
 * A regular expression from a template: ``pattern('u')`^\p{Lu}\p{L}+` `` is `/^\p{Lu}\p{L}+/u` with classes of our own.
 * Knows general categories (`L`, `Lu`) and `Script=Name` for the names in unicode.ts. Not for flag `v`.
 * @throws Error for a property that it does not know
 */
export function pattern(flags: string): (source: TemplateStringsArray, ...parts: readonly string[]) => RegExp {
  return (source, ...parts) =>
    new RegExp(withTables(String.raw(source, ...parts)), flags.includes('u') ? flags : `${flags}u`);
}

/** A piece of a template for `pattern`: its classes become ours with the whole. */
export const piece: (source: TemplateStringsArray, ...parts: readonly string[]) => string = String.raw;

function withTables(source: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const property = /^\\([pP])\{([^}]*)\}/.exec(source.slice(i, i + 40));
    if (property) {
      const [text, sign, name] = property;
      const ranges = classOf(sign!, name!);
      out += inClass ? ranges : `[${ranges}]`;
      i += text.length - 1;
      continue;
    }
    const character = source.charAt(i);
    if (character === '\\') {
      // A backtick must be escaped in a template, and must not be in a regular expression.
      const next = source.charAt(++i);
      out += next === '`' ? next : character + next;
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    out += character;
  }
  return out;
}

/** What stands between the brackets of a class that holds the property, or (`P`) all else. */
function classOf(sign: string, name: string): string {
  const key = sign + name;
  let text = known.get(key);
  if (text === undefined) {
    const ranges = rangesOf(name);
    if (ranges.length === 0) throw new Error(`pattern: unknown property ${name}`);
    known.set(key, (text = spelled(sign === 'P' ? complement(ranges) : ranges)));
  }
  return text;
}

function complement(ranges: Ranges): Ranges {
  const out: [number, number][] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) out.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) out.push([next, LAST]);
  return out;
}

function spelled(ranges: Ranges): string {
  return ranges.map(([first, last]) => (first === last ? spell(first) : `${spell(first)}-${spell(last)}`)).join('');
}

/** As it is, so that a class of letters stays short; whatever could have a meaning in a class, or cannot be seen, as an escape. */
function spell(codePoint: number): string {
  const plain = codePoint >= 0x80 && (isLetter(codePoint) || isMark(codePoint));
  return plain ? String.fromCodePoint(codePoint) : `\\u{${codePoint.toString(16)}}`;
}
