/**
 * JSON and what people write for it: comments, trailing commas, JSON5, several values in a row. Own code for three reasons:
 * the built-in parser tells no place, the known libraries recurse (100,000 brackets end them), and what is needed of the
 * content is its upper levels alone. One pass without recursion, nothing is built below the level that is asked for.
 */
import { Broken, type Fault } from './types.ts';
import type { Entry, Outline, Reference } from './outline.ts';

const LF = 0x0a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Nothing deeper is looked into. */
const DEEPEST = 1_000_000;
const TEXT_UNITS = 300;
/** So many brackets without a comma before them say that their writer does not put any there. */
const PLAIN_CLOSERS = 12;
const MOST_ENTRIES = 60_000;

/** Ends a reading without a fault: the file is a template or in another form. */
class Other {}

export interface JsonReading {
  readonly outline: Outline;
  readonly fault?: Fault;
  /** The one comma before a closing bracket in a file that has none before all others, nor comments. */
  readonly comma?: Fault;
  /** Not JSON at all, or a template that becomes JSON: nothing is said of it. */
  readonly other: boolean;
}

const isSpace = (unit: number): boolean =>
  unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xfeff || unit === 0xa0 || unit === 0x2028 || unit === 0x2029;
/** Units of numbers, literals and bare keys. */
const isBare = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x2b ||
  unit === 0x2d ||
  unit === 0x2e ||
  unit === 0x5f ||
  unit === 0x24 ||
  unit > 0x7f;
const LITERAL =
  /^(?:true|false|null|undefined|NaN|[+-]?(?:Infinity|NaN|0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))$/u;

/** Reads the text; entries are kept down to the level `levels`, references only where it is more than 1. */
export function readJson(units: Uint16Array, levels: number): JsonReading {
  const { length } = units;
  const entries = new Map<string, Entry>();
  const references: Reference[] = [];
  let full = false;
  // Of each open bracket: where it stands, and what may come.
  let stack = new Uint32Array(64);
  let depth = 0;
  const path: string[] = [];
  const held: { start: number; end: number; members: number; name: string }[] = [];
  let root: Outline['root'] = 'scalar';
  let i = 0;
  let values = 0;
  let comments = 0;
  let closers = 0;
  let commas = 0;
  let comma = 0;

  const slice = (from: number, to: number): string => {
    let out = '';
    for (let k = from; k < Math.min(to, from + TEXT_UNITS); k++) out += String.fromCharCode(units[k]!);
    return out;
  };
  const lineOfEnd = (from: number): number => {
    const end = units.indexOf(LF, from);
    return end < 0 ? length : end;
  };
  const fail = (message: string, from: number): never => {
    throw new Broken({
      message,
      start: from,
      end: Math.min(from + 80, Math.max(from + 1, lineOfEnd(from))),
      atEnd: false,
    });
  };
  const ended = (message: string, opened: number): never => {
    let last = length;
    while (last > 0 && isSpace(units[last - 1]!)) last--;
    const begin = Math.max(units.lastIndexOf(LF, last - 1) + 1, last - 80);
    throw new Broken({
      message,
      start: begin,
      end: last,
      opened: { start: opened, end: Math.min(opened + 80, lineOfEnd(opened)) },
      atEnd: true,
    });
  };
  const space = (): void => {
    for (; i < length; i++) {
      const unit = units[i]!;
      if (isSpace(unit)) continue;
      if (unit !== SLASH) return;
      comments++;
      if (units[i + 1] === SLASH) i = lineOfEnd(i);
      else if (units[i + 1] === STAR) {
        const from = i;
        i += 2;
        while (i < length && !(units[i] === STAR && units[i + 1] === SLASH)) i++;
        if (i >= length) ended('a comment is not closed', from);
        i++;
      } else return;
    }
  };
  /** After the string that begins here. */
  const string = (): number => {
    const from = i;
    const quote = units[i++]!;
    for (;;) {
      const unit = units[i];
      if (unit === quote) return ++i;
      if (unit === undefined) ended('a string is not closed', from);
      if (unit === LF) fail('the string that begins here is not closed in its line', from);
      i += unit === BACKSLASH ? 2 : 1;
    }
  };
  const bare = (): void => {
    while (i < length && isBare(units[i]!)) i++;
  };
  const keep = (
    name: string,
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
    kind: Entry['kind'],
    members: number,
  ): void => {
    if (entries.size >= MOST_ENTRIES) {
      full = true;
      return;
    }
    const text = kind === 'scalar' ? slice(valueStart, valueEnd).replace(/^["']|["']$/gu, '') : undefined;
    const entry: Entry = { start, end, kind, members, ...(text === undefined ? {} : { text }) };
    if (!entries.has(name)) entries.set(name, entry);
  };

  try {
    outer: for (;;) {
      space();
      if (i >= length) {
        if (depth > 0)
          ended(`"${units[stack[depth - 1]!] === OPEN_BRACE ? '{' : '['}" is not closed`, stack[depth - 1]!);
        break;
      }
      // A key, inside an object
      let keyStart = -1;
      let keyEnd = -1;
      if (depth > 0 && units[stack[depth - 1]!] === OPEN_BRACE) {
        keyStart = i;
        const unit = units[i]!;
        if (unit === QUOTE || unit === APOSTROPHE) string();
        else if (unit === CLOSE_BRACE) {
          // an empty object or a trailing comma
          keyStart = -1;
        } else if (isBare(unit)) bare();
        else if (
          (unit === OPEN_BRACE && (units[i + 1] === OPEN_BRACE || units[i + 1] === 0x25)) ||
          unit === 0x25 ||
          unit === 0x3c
        )
          throw new Other();
        else fail(unit === COMMA ? 'a comma with nothing before it' : 'expected a key', i);
        if (keyStart >= 0) {
          keyEnd = i;
          space();
          if (i >= length) ended('the file ends after a key', keyStart);
          if (units[i] !== COLON)
            fail(`expected ":" after ${slice(keyStart, Math.min(keyEnd, keyStart + 30))}`, keyStart);
          i++;
          space();
          if (i >= length) ended('the file ends after ":"', keyStart);
        }
      }
      const valueStart = i;
      const unit = units[i]!;
      const level = depth;
      const name = keyStart >= 0 && level <= levels ? slice(keyStart, keyEnd).replace(/^["']|["']$/gu, '') : '';
      if (depth > 0 && (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) && keyStart < 0) {
        // falls through to closing below
      } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
        if (unit === OPEN_BRACE && (units[i + 1] === OPEN_BRACE || units[i + 1] === 0x25)) throw new Other();
        if (depth === 0) root = unit === OPEN_BRACE ? 'object' : 'array';
        if (depth === stack.length) {
          if (depth >= DEEPEST) throw new Other();
          const wider = new Uint32Array(2 * depth);
          wider.set(stack);
          stack = wider;
        }
        if (depth > 0 && depth <= held.length) held[depth - 1]!.members++;
        stack[depth++] = i++;
        if (depth <= levels + 1) {
          path.length = depth - 1;
          if (depth > 1) path[depth - 2] = name;
          held.length = depth - 1;
          held.push({ start: keyStart, end: keyEnd, members: 0, name: path.join('/') });
        }
        continue;
      } else {
        if (unit === QUOTE || unit === APOSTROPHE) string();
        else if (isBare(unit)) {
          bare();
          const word = slice(valueStart, i);
          if (!LITERAL.test(word)) {
            if (depth === 0) throw new Other();
            fail(`"${word.slice(0, 30)}" is no value`, valueStart);
          }
        } else if (unit === 0x3c || unit === 0x25 || unit === 0x40 || unit === 0x60 || unit === SLASH)
          throw new Other();
        else if (keyStart >= 0)
          fail(`expected a value after ${slice(keyStart, Math.min(keyEnd, keyStart + 30))}`, keyStart);
        else if (depth === 0) {
          // After a whole value, a bracket too many; before any, no JSON.
          if (values > 0 && (unit === CLOSE_BRACE || unit === CLOSE_BRACKET))
            fail(`"${String.fromCharCode(unit)}" closes nothing`, i);
          if (values > 0 && unit === COMMA) {
            i++;
            continue;
          }
          if (values === 1 && unit === COLON) fail('"{" is missing before the first key', valueStart);
          throw new Other();
        } else fail('expected a value', i);
        if (depth > 0 && depth <= held.length) held[depth - 1]!.members++;
        if (keyStart >= 0 && level <= levels) {
          path.length = level - 1;
          keep(level === 1 ? name : `${path.join('/')}/${name}`, keyStart, keyEnd, valueStart, i, 'scalar', 0);
        }
        if (
          levels > 1 &&
          keyEnd - keyStart === 6 &&
          units[keyStart + 1] === 0x24 &&
          references.length < MOST_ENTRIES &&
          slice(keyStart + 1, keyEnd - 1) === '$ref'
        )
          references.push({ start: keyStart, end: i, target: slice(valueStart + 1, i - 1) });
        if (depth === 0) {
          values++;
          continue;
        }
      }
      // After a value: a comma, or brackets that close
      for (;;) {
        space();
        if (i >= length) {
          if (depth > 0)
            ended(`"${units[stack[depth - 1]!] === OPEN_BRACE ? '{' : '['}" is not closed`, stack[depth - 1]!);
          break outer;
        }
        const next = units[i]!;
        if (next === COMMA && depth > 0) {
          const at = i++;
          space();
          if (units[i] === CLOSE_BRACE || units[i] === CLOSE_BRACKET) {
            commas++;
            comma = at;
            continue;
          }
          continue outer;
        }
        if (next === CLOSE_BRACE || next === CLOSE_BRACKET) {
          // { is 0x7b and } 0x7d, [ is 0x5b and ] 0x5d
          const opener = stack[depth - 1]!;
          if (units[opener] !== next - 2)
            throw new Broken({
              message: `"${String.fromCharCode(next)}" stands where "${units[opener] === OPEN_BRACE ? '}' : ']'}" was expected`,
              start: i,
              end: i + 1,
              opened: { start: opener, end: Math.min(opener + 80, lineOfEnd(opener)) },
              atEnd: false,
            });
          i++;
          closers++;
          depth--;
          if (depth > 0 && depth < held.length) {
            const one = held.pop()!;
            if (one.start >= 0 && depth <= levels)
              keep(one.name, one.start, one.end, 0, 0, next === CLOSE_BRACE ? 'object' : 'array', one.members);
          }
          if (depth === 0) {
            values++;
            continue outer;
          }
          continue;
        }
        if (next === OPEN_BRACE || next === 0x25 || next === 0x3c) {
          if (next !== OPEN_BRACE || units[i + 1] === OPEN_BRACE || units[i + 1] === 0x25) throw new Other();
        }
        fail('expected "," between two values', i);
      }
    }
  } catch (error) {
    if (error instanceof Other) return { outline: { root, entries, references, whole: false }, other: true };
    if (!(error instanceof Broken)) throw error;
    for (const one of held) if (one.start >= 0) keep(one.name, one.start, one.end, 0, 0, 'object', one.members);
    return { outline: { root, entries, references, whole: false }, fault: error.fault, other: false };
  }
  const odd: Fault | undefined =
    commas === 1 && comments === 0 && closers >= PLAIN_CLOSERS
      ? {
          message: 'a comma stands before a bracket that closes, here alone',
          start: units.lastIndexOf(LF, comma) + 1 > comma - 80 ? units.lastIndexOf(LF, comma) + 1 : comma,
          end: comma + 1,
          atEnd: false,
        }
      : undefined;
  return {
    outline: { root, entries, references, whole: !full && values === 1 },
    ...(odd ? { comma: odd } : {}),
    other: values === 0,
  };
}
