/**
 * Walks XML as events: no tree, no recursion, no entity but the five of XML and numbers. Names come with one prefix for each
 * namespace, whatever the file calls it; damaged XML is read on as far as it goes, and the walk tells what was wrong.
 */
import { type Budget, ReadError } from './limits.ts';

/** The value of an attribute of the element that opens, by its name with our prefix (`w:val`; `val` for one without). */
export type Attributes = (name: string) => string | undefined;

export interface XmlHandler {
  open(name: string, attribute: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** How a walk went. `cut`: the XML ends inside of an element. `crossed`: an end tag without its element. */
export interface Walked {
  readonly cut: boolean;
  readonly crossed: boolean;
}

/** Namespaces by the prefix that this reader gives them. Office has two for each: transitional and strict. */
const NAMESPACES: readonly (readonly [string, ...string[]])[] = [
  ['w', office('wordprocessingml/2006/main'), strict('wordprocessingml/main')],
  ['a', office('drawingml/2006/main'), strict('drawingml/main')],
  ['p', office('presentationml/2006/main'), strict('presentationml/main')],
  ['x', office('spreadsheetml/2006/main'), strict('spreadsheetml/main')],
  ['r', office('officeDocument/2006/relationships'), strict('officeDocument/relationships')],
  ['m', office('officeDocument/2006/math'), strict('officeDocument/math')],
  ['wp', office('drawingml/2006/wordprocessingDrawing'), strict('drawingml/wordprocessingDrawing')],
  ['dgm', office('drawingml/2006/diagram'), strict('drawingml/diagram')],
  ['rel', office('package/2006/relationships')],
  ['mc', office('markup-compatibility/2006')],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['p188', 'http://schemas.microsoft.com/office/powerpoint/2018/8/main'],
  ['tc', 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['math', 'http://www.w3.org/1998/Math/MathML'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['opf', 'http://www.idpf.org/2007/opf'],
  ['enc', 'http://www.w3.org/2001/04/xmlenc#'],
  ['container', 'urn:oasis:names:tc:opendocument:xmlns:container'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ...['office', 'text', 'table', 'draw', 'style', 'presentation', 'number', 'meta', 'manifest'].map(
    (name) => [name, `urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name}:1.0`] as const,
  ),
];

function office(path: string): string {
  return `http://schemas.openxmlformats.org/${path}`;
}

function strict(path: string): string {
  return `http://purl.oclc.org/ooxml/${path}`;
}

const PREFIX_OF: ReadonlyMap<string, string> = new Map(
  NAMESPACES.flatMap(([prefix, ...uris]) => uris.map((uri) => [uri, prefix] as const)),
);

/** An end tag is looked for in so many open elements: no real file is damaged deeper, and a hostile one costs no more. */
const SEARCH = 64;
/** Longest value of an attribute that is kept. */
const VALUE_UNITS = 32_768;
const COUNTED = 256;

/** A host that runs these readers can decode UTF-8 and UTF-16. */
const host = globalThis as unknown as {
  readonly TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };
};

/** The text of an XML file: UTF-8, or UTF-16 by its mark or its first `<`. */
export function xmlText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new host.TextDecoder(encoding).decode(bytes);
}

/** @throws ReadError where the file declares entities, LimitError */
export async function walkXml(source: Uint8Array | string, budget: Budget, handler: XmlHandler): Promise<Walked> {
  const { Tokenizer } = await import('htmlparser2');
  const text = typeof source === 'string' ? source : xmlText(source);
  const open: string[] = [];
  let crossed = false;
  let pending = false;
  let counted = 0;

  // what the prefixes of the file stand for, and what to go back to where an element closes
  const bound = new Map<string, string>();
  const scopes: { depth: number; prefix: string; before: string | undefined }[] = [];
  const known = new Map<string, string>();
  const knownAttributes = new Map<string, string>();

  const nameOf = (raw: string, cache: Map<string, string>, element: boolean): string => {
    const cached = cache.get(raw);
    if (cached !== undefined) return cached;
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    // an attribute without prefix is in no namespace
    const ours = colon < 0 && !element ? '' : (bound.get(prefix) ?? prefix);
    const local = raw.slice(colon + 1);
    const name = ours === '' ? local : `${ours}:${local}`;
    if (cache.size > 4096) cache.clear();
    cache.set(raw, name);
    return name;
  };

  const names: string[] = [];
  const values: string[] = [];
  let count = 0;
  let tag = '';
  let value = '';

  const attribute: Attributes = (name) => {
    for (let i = 0; i < count; i++) if (nameOf(names[i]!, knownAttributes, false) === name) return values[i]!;
    return undefined;
  };

  const bind = (prefix: string, uri: string): void => {
    const ours = PREFIX_OF.get(uri.trim()) ?? (prefix === '' ? '' : prefix);
    const before = bound.get(prefix);
    if (before === ours) return;
    scopes.push({ depth: open.length, prefix, before });
    bound.set(prefix, ours);
    known.clear();
    knownAttributes.clear();
  };

  const leave = (name: string): void => {
    for (let scope = scopes.at(-1); scope && scope.depth >= open.length; scope = scopes.at(-1)) {
      scopes.pop();
      if (scope.before === undefined) bound.delete(scope.prefix);
      else bound.set(scope.prefix, scope.before);
      known.clear();
      knownAttributes.clear();
    }
    handler.close(name);
  };

  const opened = (selfClosing: boolean): void => {
    pending = false;
    if (++counted === COUNTED) {
      budget.nodes(COUNTED);
      counted = 0;
    }
    for (let i = 0; i < count; i++) {
      const name = names[i]!;
      if (name === 'xmlns') bind('', values[i]!);
      else if (name.startsWith('xmlns:')) bind(name.slice(6), values[i]!);
    }
    const name = nameOf(tag, known, true);
    handler.open(name, attribute);
    if (selfClosing) leave(name);
    else open.push(name);
    count = 0;
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = text.slice(start, end);
        count = 0;
        pending = true;
      },
      onattribname(start, end) {
        names[count] = text.slice(start, end);
        value = '';
      },
      onattribdata(start, end) {
        if (value.length < VALUE_UNITS) value += text.slice(start, Math.min(end, start + VALUE_UNITS));
      },
      onattribentity(point) {
        if (value.length < VALUE_UNITS) value += String.fromCodePoint(point);
      },
      onattribend() {
        if (count < 512) values[count++] = value;
      },
      onopentagend() {
        opened(false);
      },
      onselfclosingtag() {
        opened(true);
      },
      onclosetag(start, end) {
        const name = nameOf(text.slice(start, end), known, true);
        const last = open.length - 1;
        let i = last;
        while (i >= 0 && last - i < SEARCH && open[i] !== name) i--;
        if (i !== last) crossed = true;
        if (i < 0 || open[i] !== name) return;
        while (open.length > i) leave(open.pop()!);
      },
      ontext(start, end) {
        if (!pending && start >= 0) handler.text?.(text.slice(start, end));
      },
      ontextentity(point) {
        if (!pending) handler.text?.(String.fromCodePoint(point));
      },
      oncdata(start, end, offset) {
        handler.text?.(text.slice(start, end - offset));
      },
      ondeclaration(start, end) {
        // no format of documents needs entities of its own, and a file that has them unfolds without end
        const declared = text.slice(start, Math.min(text.length, Math.max(end, start + 2000)));
        if (/^!?DOCTYPE\b[^>]*\[/iu.test(declared) || /^!?ENTITY\b/iu.test(declared))
          throw new ReadError('its XML declares entities of its own, which no such file needs');
      },
      oncomment() {
        // nobody sees it
      },
      onprocessinginstruction() {
        // the declaration of XML
      },
      onend() {
        // what is still open is closed below
      },
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  const cut = pending || open.length > 0;
  while (open.length > 0) leave(open.pop()!);
  budget.nodes(counted);
  return { cut, crossed };
}
