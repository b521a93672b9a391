/** YAML: parsed by the library that reading has loaded; here its faults get places and its upper levels an outline. */
import { isAlias, isMap, isScalar, isSeq } from './yaml-nodes.ts';
import { yamlParser } from '../../extractors/yaml.ts';
import { plainYaml } from './plain-yaml.ts';
import type { Fault } from './types.ts';
import type { Entry, Outline, Reference } from './outline.ts';

/**
 * What has more is not parsed: the library takes some 0.05 ms for each of these marks, and 20 times the text in memory.
 * UTF-16 units, and line ends with the marks of YAML.
 */
const MOST_UNITS = 4 << 20;
const MOST_MARKS = 80_000;
/** Brackets or indentation deeper than this are not parsed: the library recurses. */
const DEEPEST = 200;
const MOST_ENTRIES = 60_000;
const LEVELS = 3;

/**
 * Marks of templates whose output is YAML, and of files that hold several languages, where they are no part of a longer value:
 * only there do they make a file unreadable.
 */
const TEMPLATE = /(?:^|[:[,-])[ \t]*["']?\{\{|^[ \t]*\{%|\{%-|-%\}|<%|\$\[\[|^%|^[ \t]*@@|^<{7} |^#(?:if|end|for)\b/mu;

export interface YamlReading {
  readonly outline: Outline;
  readonly fault?: Fault;
}

/** undefined where the text was not parsed: too long, too deep, or no parser was loaded. */
export function readYaml(text: string): YamlReading | undefined {
  const yaml = yamlParser();
  if (!yaml || text.length > MOST_UNITS || isTooMuch(text)) return undefined;
  const plain = plainYaml(text);
  return plain ? { outline: plain } : readWithLibrary(yaml, text);
}

/** Reads all of YAML. For comparison in tests, too. */
export function readWithLibrary(yaml: typeof import('yaml'), text: string): YamlReading | undefined {
  let documents: readonly import('yaml').Document.Parsed[];
  try {
    const composer = new yaml.Composer({ uniqueKeys: false, logLevel: 'silent', strict: true });
    documents = [...composer.compose(new yaml.Parser().parse(text))];
  } catch {
    return undefined;
  }
  let fault: Fault | undefined;
  for (const { errors } of documents)
    for (const { pos, code, message } of errors)
      if (!fault || pos[0] < fault.start) fault = faultOf(text, pos[0], pos[1], code, message);
  const template = fault !== undefined && TEMPLATE.test(text);
  const entries = new Map<string, Entry>();
  const references: Reference[] = [];
  const root = documents[0]?.contents;
  let full = false;
  const stack: { node: unknown; path: string; level: number }[] = [];
  for (const { contents } of [...documents].reverse())
    stack.push({ node: contents, path: '', level: contents === root ? 1 : LEVELS + 1 });
  while (stack.length > 0) {
    const { node, path, level } = stack.pop()!;
    if (isMap(node)) {
      const seen = new Map<string, number>();
      for (const { key, value } of node.items) {
        if (isScalar(key) && key.range) {
          const name = String(key.value);
          const same = `${typeof key.value} ${name}`;
          const [start, end] = key.range;
          const before = seen.get(same);
          if (before !== undefined && name !== '<<' && name !== '=' && (!fault || start < fault.start))
            fault = {
              message: `the key "${name.slice(0, 40)}" stands here a second time`,
              start,
              end,
              opened: { start: before, end: before + (end - start) },
              atEnd: false,
            };
          seen.set(same, start);
          if (level <= LEVELS) {
            const inside = path === '' ? name : `${path}/${name}`;
            if (entries.size < MOST_ENTRIES) {
              const text = isScalar(value) ? scalarText(value) : undefined;
              entries.set(inside, {
                start,
                end: isScalar(value) && value.range ? Math.max(end, value.range[1]) : end,
                kind: isMap(value) ? 'object' : isSeq(value) ? 'array' : 'scalar',
                members: isMap(value) || isSeq(value) ? value.items.length : 0,
                ...(text === undefined ? {} : { text }),
              });
            } else full = true;
            if (isAlias(value)) full = true;
            stack.push({ node: value, path: inside, level: level + 1 });
          } else stack.push({ node: value, path: '', level: level + 1 });
          if (name === '<<') full = true;
          if (name === '$ref' && isScalar(value) && typeof value.value === 'string' && value.range)
            references.push({ start, end: value.range[1], target: value.value });
        } else stack.push({ node: value, path: '', level: LEVELS + 1 });
      }
    } else if (isSeq(node)) for (const item of node.items) stack.push({ node: item, path: '', level: LEVELS + 1 });
  }
  references.sort((a, b) => a.start - b.start);
  return {
    outline: {
      root: isMap(root) ? 'object' : isSeq(root) ? 'array' : 'scalar',
      entries,
      references,
      whole: !full && !fault && documents.length === 1,
    },
    ...(fault && !template ? { fault } : {}),
  };
}

/** A number is taken as it is written: `3.10` is a version. */
const scalarText = ({ value, source }: { readonly value: unknown; readonly source?: string | undefined }): string =>
  (source ?? String(value)).slice(0, 300);

const WHAT: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab stands where spaces must indent',
  BAD_INDENT: 'the indentation fits no level above',
  MISSING_CHAR: 'a mark is missing',
  BAD_ALIAS: 'an alias names no anchor',
  DUPLICATE_KEY: 'a key stands twice',
  BLOCK_AS_IMPLICIT_KEY: 'a value stands where a key was expected',
  MULTILINE_IMPLICIT_KEY: 'expected ":" after a key',
  IMPOSSIBLE: 'nothing can be read here',
  UNEXPECTED_TOKEN: 'nothing of this form can stand here',
  BAD_SCALAR_START: 'a plain value cannot begin with this character',
  BAD_DQ_ESCAPE: 'a quoted value has an escape that does not exist',
};

/** The first words of what the library says, where they name the mark: `Missing closing "quote`. */
function faultOf(text: string, from: number, to: number, code: string, said: string): Fault {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  const atEnd = from >= end;
  let start = Math.min(from, Math.max(0, end - 1));
  if (atEnd) start = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 80);
  const lineEnd = text.indexOf('\n', start);
  const mark =
    code === 'MISSING_CHAR'
      ? /with an? (\S{1,3})$|(?:ending|closing|matching) (["'}\]]\w*|\S{1,8})|expected (\S{1,3})$/iu.exec(
          said.split(' at line ')[0]!,
        )
      : null;
  const named = mark?.[1] ?? mark?.[2] ?? mark?.[3];
  return {
    message:
      named === undefined ? (WHAT[code] ?? 'it cannot be read here') : `expected ${named.replace(/quote$/u, '')}`,
    start,
    end: Math.max(start + 1, Math.min(to, lineEnd < 0 ? end : lineEnd, start + 80)),
    atEnd,
  };
}

/** Whether brackets nest, a line is indented, or all is more than in a file that people write. Quotes are not looked at. */
function isTooMuch(text: string): boolean {
  let marks = 0;
  let depth = 0;
  let dashes = 0;
  let start = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // LF , : & * ! ?
    if (
      (unit === 0x0a ||
        unit === 0x2c ||
        unit === 0x3a ||
        unit === 0x26 ||
        unit === 0x2a ||
        unit === 0x21 ||
        unit === 0x3f) &&
      ++marks > MOST_MARKS
    )
      return true;
    if (unit === 0x5b || unit === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (unit === 0x5d || unit === 0x7d) {
      if (depth > 0) depth--;
    } else if (unit === 0x0a) {
      start = true;
      dashes = 0;
      continue;
    }
    if (!start) continue;
    // `- - - - x`, `? ? ? x` and white space
    if (unit === 0x2d || unit === 0x3f || unit === 0x20 || unit === 0x09 || unit === 0x3a) {
      if (++dashes > 2 * DEEPEST) return true;
    } else start = false;
  }
  return false;
}
