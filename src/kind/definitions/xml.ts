/**
 * XML by the rules of its form alone: tags that match, attributes in quotes, one root. Entities are never expanded and a
 * document type is passed over, so nothing can grow. One pass, no recursion.
 */
import { Broken, counted, type Definition, type Fault } from './types.ts';

const LF = 0x0a;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 9 && unit <= 13);
const isName = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x3a) ||
  unit === 0x5f ||
  unit === 0x2d ||
  unit === 0x2e ||
  unit > 0xb6;

/** Templates and processing that makes XML: nothing is said of them. */
class Other {}

export interface XmlReading {
  /** Local name of the root, its name space, and where its tag stands. */
  readonly root?: { readonly name: string; readonly space: string; readonly start: number; readonly end: number };
  /** Elements right under the root, by local name. */
  readonly children: ReadonlyMap<string, number>;
  /** Local names anywhere that only XML Schema 1.1 has, and operations of WSDL. */
  readonly marks: ReadonlySet<string>;
  readonly operations: number;
  readonly fault?: Fault;
}

export function readXml(units: Uint16Array): XmlReading | undefined {
  const { length } = units;
  const children = new Map<string, number>();
  const marks = new Set<string>();
  let operations = 0;
  let root: XmlReading['root'];
  let starts = new Uint32Array(64);
  let ends = new Uint32Array(64);
  let depth = 0;
  let i = 0;
  const lineOfEnd = (from: number): number => {
    const end = units.indexOf(LF, from);
    return end < 0 ? length : end;
  };
  const slice = (from: number, to: number): string =>
    String.fromCharCode(...units.subarray(from, Math.min(to, from + 2000)));
  const is = (what: string, from: number): boolean => {
    for (let k = 0; k < what.length; k++) if (units[from + k] !== what.charCodeAt(k)) return false;
    return true;
  };
  const after = (what: string, from: number): number => {
    const first = what.charCodeAt(0);
    for (let k = units.indexOf(first, from); k >= 0; k = units.indexOf(first, k + 1))
      if (is(what, k)) return k + what.length;
    return -1;
  };
  const fail = (message: string, from: number, opened?: number): never => {
    throw new Broken({
      message,
      start: from,
      end: Math.min(from + 80, Math.max(from + 1, lineOfEnd(from))),
      ...(opened === undefined ? {} : { opened: { start: opened, end: Math.min(opened + 80, lineOfEnd(opened)) } }),
      atEnd: false,
    });
  };
  const ended = (message: string, opened: number): never => {
    let last = length;
    while (last > 0 && isSpace(units[last - 1]!)) last--;
    throw new Broken({
      message,
      start: Math.max(units.lastIndexOf(LF, last - 1) + 1, last - 80),
      end: last,
      opened: { start: opened, end: Math.min(opened + 80, lineOfEnd(opened)) },
      atEnd: true,
    });
  };
  const local = (from: number, to: number): string => {
    const name = slice(from, to);
    return name.slice(name.indexOf(':') + 1);
  };

  try {
    for (;;) {
      const from = units.indexOf(LESS, i);
      if (from < 0) break;
      i = from + 1;
      const unit = units[i];
      if (unit === 0x21) {
        if (is('<!--', from)) {
          i = after('-->', from + 4);
          if (i < 0) ended('a comment is not closed', from);
        } else if (is('<![CDATA[', from)) {
          i = after(']]>', from + 9);
          if (i < 0) ended('a CDATA section is not closed', from);
        } else if (is('<!DOCTYPE', from)) i = doctype(from);
        else if (is('<![', from)) throw new Other();
        else fail('"<!" begins nothing', from);
        continue;
      }
      if (unit === 0x3f) {
        i = after('?>', i);
        if (i < 0) ended('a processing instruction is not closed', from);
        continue;
      }
      if (unit === 0x25 || unit === 0x23) throw new Other();
      if (unit === 0x2f) {
        const begin = ++i;
        while (i < length && isName(units[i]!)) i++;
        const end = i;
        while (i < length && isSpace(units[i]!)) i++;
        if (i >= length) ended('a tag is not closed', from);
        if (units[i] !== GREATER) fail('expected ">" at the end of a tag', from);
        i++;
        if (depth === 0) fail(`</${slice(begin, Math.min(end, begin + 40))}> closes nothing`, from);
        depth--;
        let same = end - begin === ends[depth]! - starts[depth]!;
        for (let k = 0; same && k < end - begin; k++) same = units[begin + k] === units[starts[depth]! + k];
        if (!same)
          fail(
            `</${slice(begin, Math.min(end, begin + 40))}> stands where </${slice(starts[depth]!, Math.min(ends[depth]!, starts[depth]! + 40))}> was expected`,
            from,
            starts[depth]! - 1,
          );
        continue;
      }
      if (unit === undefined) ended('a tag is not closed', from);
      if (!isName(unit!) || (unit! >= 0x30 && unit! <= 0x39)) fail('"<" begins no tag', from);
      const begin = i;
      while (i < length && isName(units[i]!)) i++;
      const end = i;
      // Attributes
      const names = new Set<string>();
      let spaced = false;
      let empty = false;
      for (;;) {
        spaced = false;
        while (i < length && isSpace(units[i]!)) {
          i++;
          spaced = true;
        }
        if (i >= length) ended('a tag is not closed', from);
        if (units[i] === GREATER) {
          i++;
          break;
        }
        if (units[i] === 0x2f && units[i + 1] === GREATER) {
          i += 2;
          empty = true;
          break;
        }
        if (units[i] === 0x7b || units[i] === 0x25 || units[i] === 0x24 || units[i] === 0x40) throw new Other();
        if (units[i] === LESS)
          fail(units[i + 1] === 0x25 || units[i + 1] === 0x3f ? '' : 'expected ">" before this tag', i, from);
        if (!isName(units[i]!)) fail('expected an attribute or ">"', i, from);
        if (!spaced) fail('expected a space before an attribute', i, from);
        const nameStart = i;
        while (i < length && isName(units[i]!)) i++;
        const name = slice(nameStart, i);
        while (i < length && isSpace(units[i]!)) i++;
        if (i >= length) ended('a tag is not closed', from);
        if (units[i] !== 0x3d) fail(`expected "=" after the attribute ${name.slice(0, 40)}`, nameStart, from);
        i++;
        while (i < length && isSpace(units[i]!)) i++;
        const quote = units[i];
        if (i >= length) ended('a tag is not closed', from);
        if (quote !== QUOTE && quote !== APOSTROPHE)
          fail(`expected a quote after ${name.slice(0, 40)}=`, nameStart, from);
        const close = units.indexOf(quote!, i + 1);
        const less = units.indexOf(LESS, i + 1);
        if (less >= 0 && (close < 0 || less < close)) {
          if (units[less + 1] === 0x25 || units[less + 1] === 0x3f || units[less + 1] === 0x23) throw new Other();
          fail(`the value of ${name.slice(0, 40)} is not closed`, nameStart, from);
        }
        if (close < 0) ended(`the value of ${name.slice(0, 40)} is not closed`, nameStart);
        if (names.has(name)) fail(`the attribute ${name.slice(0, 40)} stands twice in one tag`, nameStart, from);
        names.add(name);
        if (depth === 0 && name.endsWith('minVersion') && slice(i + 1, close) === '1.1') marks.add('1.1');
        i = close + 1;
      }
      if (depth === 0) {
        if (root) fail('a second element stands beside the root', from, root.start);
        const name = slice(begin, end);
        const colon = name.indexOf(':');
        const tag = slice(from, i);
        const prefix = colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`;
        const at = tag.search(new RegExp(`\\s${prefix.replaceAll('.', '\\.')}\\s*=`, 'u'));
        const space = at < 0 ? '' : (/=\s*["']([^"']*)/u.exec(tag.slice(at))?.[1] ?? '');
        root = { name: name.slice(colon + 1), space, start: from, end: Math.min(i, lineOfEnd(from)) };
      } else {
        const size = end - begin;
        if (depth === 1) {
          const name = local(begin, end);
          children.set(name, (children.get(name) ?? 0) + 1);
        } else if (size < 30 && units[end - 1] === 0x6e && is('operation', end - 9)) operations++;
        if (size < 24 && root?.name === 'schema') {
          const name = local(begin, end);
          if (
            name === 'assert' ||
            name === 'alternative' ||
            name === 'openContent' ||
            name === 'assertion' ||
            name === 'override'
          )
            marks.add('1.1');
        }
      }
      if (!empty) {
        if (depth === starts.length) {
          const more = new Uint32Array(2 * depth);
          more.set(starts);
          starts = more;
          const wider = new Uint32Array(2 * depth);
          wider.set(ends);
          ends = wider;
        }
        starts[depth] = begin;
        ends[depth++] = end;
      }
    }
    if (depth > 0)
      ended(
        `<${slice(starts[depth - 1]!, Math.min(ends[depth - 1]!, starts[depth - 1]! + 40))}> is not closed`,
        starts[depth - 1]! - 1,
      );
  } catch (error) {
    if (error instanceof Other) return undefined;
    if (!(error instanceof Broken)) throw error;
    return { ...(root ? { root } : {}), children, marks, operations, fault: error.fault };
  }
  return root ? { root, children, marks, operations } : undefined;

  /** After a document type with what it declares. */
  function doctype(from: number): number {
    let k = from + 9;
    let inside = false;
    for (; k < length; k++) {
      const one = units[k]!;
      if (one === QUOTE || one === APOSTROPHE) {
        k = units.indexOf(one, k + 1);
        if (k < 0) throw new Other();
      } else if (one === LESS && is('<!--', k)) {
        k = after('-->', k + 4) - 1;
        if (k < 0) throw new Other();
      } else if (one === LESS && units[k + 1] === 0x3f) {
        k = after('?>', k + 2) - 1;
        if (k < 0) throw new Other();
      } else if (one === 0x5b) inside = true;
      else if (one === 0x5d) inside = false;
      else if (one === GREATER && !inside) return k + 1;
    }
    return ended('the document type is not closed', from);
  }
}

/** Which interface definition the XML is. */
export function xmlDefinition(units: Uint16Array, claimed: boolean): Definition | undefined {
  const reading = readXml(units);
  if (!reading) return undefined;
  const { root, children, marks, operations, fault } = reading;
  const broken = fault ? { fault } : {};
  const named = (name: string): Definition => ({
    form: 'XML',
    name,
    span: { start: root!.start, end: Math.min(root!.end, root!.start + 120) },
    claimed: true,
    ...broken,
  });
  const count = (one: string): number => children.get(one) ?? 0;
  if (root?.name === 'schema' && /^https?:\/\/www\.w3\.org\/(?:2001|2000\/10|1999)\/XMLSchema$/u.test(root.space)) {
    const elements = count('element');
    const types = count('complexType') + count('simpleType');
    return named(
      `XML Schema ${marks.has('1.1') ? '1.1' : '1.0'}${elements + types === 0 ? '' : ` with ${[elements ? counted(elements, 'element') : '', types ? counted(types, 'type') : ''].filter(Boolean).join(' and ')}`}`,
    );
  }
  if (root?.name === 'definitions' && root.space === 'http://schemas.xmlsoap.org/wsdl/')
    return named(`WSDL 1.1${operations === 0 ? '' : ` with ${counted(operations, 'operation')}`}`);
  if (root?.name === 'description' && root.space.startsWith('http://www.w3.org/ns/wsdl'))
    return named(`WSDL 2.0${operations === 0 ? '' : ` with ${counted(operations, 'operation')}`}`);
  return { form: 'XML', claimed, ...broken };
}
