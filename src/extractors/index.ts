/** From a file's bytes to its text, or to the reason why there is none. */
import { createDocument, stringOf } from '../core/document.ts';
import { lineColumn, lineStarts, lineStartsOf } from '../core/locate.ts';
import type { Decoding, Document, Link, Source } from '../core/types.ts';
import { isFormat, isWhiteSpace } from '../core/unicode.ts';
import { decode, type Newline } from './decode.ts';
import { formatOf } from './format.ts';
import { readHtml } from './html.ts';
import { Budget, DEFAULT_LIMITS, LimitError, megabytes, ReadError, type ReadLimits } from './limits.ts';
import { markdownLinks } from './markdown.ts';
import { PICTURES, readPicture } from './picture.ts';
import { READERS, type Inner, type Reader } from './readers.ts';
import { proseNames, references } from './references.ts';
import { Links } from './targets.ts';
import { clip, titleOf } from './title.ts';
import { prepareYaml } from './yaml.ts';

export interface Read {
  /** `empty`: nothing but white space, byte order marks and invisible characters. */
  readonly outcome: 'read' | 'empty';
  readonly document: Document;
  readonly format: string;
  /** WHATWG name in lower case. */
  readonly encoding: string;
  /** Whether the encoding is known (byte order mark, valid UTF-8, declared and valid) and not guessed. */
  readonly certain: boolean;
  /** Whether the file begins with a byte order mark. */
  readonly bom: boolean;
  /** Sequences of bytes without a meaning in the encoding; each is a U+FFFD in the text. */
  readonly undecodable: number;
  readonly newline: Newline;
  readonly title: string | null;
  readonly links: readonly Link[];
  /** What the extension says, in words, where the content is something else for certain. */
  readonly wrongExtension?: string;
  /** Files inside of this one, one at a time; see readers.ts. The last can tell why there are no more. */
  readonly inside?: AsyncIterable<Inner | Broken>;
  /** Reads one of them, with what is left of this file's budget; there where `inside` is. */
  readonly within?: (source: Source) => Promise<ReadResult>;
  /** The file has no text of its own: all there is to judge is inside. */
  readonly archive?: true;
}

/** Why the files behind the last one cannot be had: one sentence without a full stop. */
export interface Broken {
  readonly path: null;
  readonly outcome: 'failed' | 'limit';
  readonly why: string;
}

export interface Unread {
  /** `bytes`: no text to judge. `unsupported`: no reader for this format. `failed`: not text though it is named so. `limit`: too large. */
  readonly outcome: 'bytes' | 'unsupported' | 'failed' | 'limit';
  readonly format: string;
  /** For all but `bytes`: the reason, one sentence without a full stop. */
  readonly why?: string;
  readonly wrongExtension?: string;
}

export type ReadResult = Read | Unread;

/**
 * Reads one file. The format is told from path and first bytes, before anything is decoded. Never throws on account of the
 * file's content; a defect in a reader is the caller's to catch. A file inside of another is read with what is left of that
 * one's budget.
 */
export async function read(source: Source, spend: Partial<ReadLimits> | Budget = DEFAULT_LIMITS): Promise<ReadResult> {
  const budget = spend instanceof Budget ? spend : Budget.of({ ...DEFAULT_LIMITS, ...spend });
  const { limits } = budget;
  const { path, bytes } = source;
  const format = formatOf(path, bytes);
  const wrong = format.wrongExtension === undefined ? {} : { wrongExtension: format.wrongExtension };
  if (bytes.length === 0 && format.reading !== 'bytes') return emptied(path, format.format);
  if (format.reading === 'bytes') {
    if (budget.recognize && PICTURES.has(format.format)) {
      const reader: Reader = async (picture, spent) => ({ text: await readPicture(picture, spent) });
      const recognized = await contained(source, format.format, reader, budget);
      // a picture without text is an attachment as before
      if ('document' in recognized) return { ...recognized, ...wrong };
    }
    return { outcome: 'bytes', format: format.format, ...wrong };
  }
  const load = Object.hasOwn(READERS, format.format) ? READERS[format.format] : undefined;
  if (load && format.reading !== 'text')
    return { ...(await contained(source, format.format, await load(), budget)), ...wrong };
  if (format.reading === 'unsupported')
    return {
      outcome: 'unsupported',
      format: format.format,
      why: `${format.name}: no reader for this format yet${PACKED.has(format.format) ? '; unpack it' : ''}`,
      ...wrong,
    };
  if (bytes.length > limits.textBytes)
    return {
      outcome: 'limit',
      format: format.format,
      why: `larger than ${megabytes(limits.textBytes)}, the most text that is read of one file`,
      ...wrong,
    };

  const decoded = await decode(bytes);
  if ('failed' in decoded)
    return format.textual
      ? { outcome: 'failed', format: format.format, why: decoded.failed }
      : { outcome: 'bytes', format: 'binary' };

  const { units, encoding, certain, bom, undecodable, newline } = decoded;
  const decoding: Decoding = {
    told: decoded.told,
    declared: decoded.declared ?? null,
    faults: undecodable,
    places: decoded.faults ?? [],
  };
  const shared = { format: format.format, encoding, certain, bom, undecodable, newline, ...wrong };
  if (isEmpty(units))
    return {
      outcome: 'empty',
      document: createDocument({ path, format: format.format, encoding, decoding, text: units }),
      title: null,
      links: [],
      ...shared,
    };

  if (format.format === 'html') {
    const file = createDocument({ path, format: 'html', encoding, text: units });
    const links = new Links(lineStartsOf(units));
    const html = await readHtml(units, file.text, links);
    const document = createDocument({
      path,
      format: 'html',
      encoding,
      decoding,
      text: html.units,
      origin: html.origin,
      structure: html.structure,
      ...(html.marks.length > 0 && { marks: html.marks }),
      ...(html.page && { page: html.page }),
    });
    const starts = html.origin.sourceLineStarts;
    proseNames(document, (name, offset) => {
      links.add(name, starts[lineColumn(document, offset).line - 1]!, 'name');
    });
    const title = html.title === null ? '' : clip(html.title);
    return {
      outcome: isEmpty(html.units) ? 'empty' : 'read',
      document,
      title: title === '' ? titleOf(document) : title,
      links: links.list(),
      ...shared,
    };
  }

  if (format.format === 'notebook') {
    const { readNotebook } = await import('./notebook.ts');
    const notebook = readNotebook(stringOf(units, 0, units.length));
    if (notebook) {
      const { text, parts } = notebook;
      const made = createDocument({ path, format: 'markdown', encoding, decoding, text, parts });
      const found = new Links(lineStarts(made));
      markdownLinks(made, found);
      return {
        outcome: text === '' ? 'empty' : 'read',
        document: made,
        title: titleOf(made),
        links: found.list(),
        ...shared,
      };
    }
  }

  const kind = format.format === 'notebook' ? 'json' : format.format;
  const document = createDocument({ path, format: kind, encoding, decoding, text: units });
  await prepareYaml(document);
  const links = new Links(lineStarts(document));
  if (kind === 'markdown') markdownLinks(document, links);
  else references(document, links);
  return { outcome: 'read', document, title: titleOf(document), links: links.list(), ...shared };
}

/** Archives that nobody here unpacks. */
const PACKED: ReadonlySet<string> = new Set('7z rar xz bz2 zst lz4 lz cab iso dmg deb rpm'.split(' '));

/** Turns what an archive's reader throws on its way into a last item. */
async function* guarded(inside: AsyncIterable<Inner>): AsyncGenerator<Inner | Broken> {
  try {
    for await (const inner of inside) yield inner;
  } catch (error) {
    if (error instanceof LimitError) yield { path: null, outcome: 'limit', why: error.message };
    else if (error instanceof ReadError) yield { path: null, outcome: 'failed', why: error.message };
    else throw error;
  }
}

async function readWithin(source: Source, budget: Budget): Promise<ReadResult> {
  let deeper: Budget;
  try {
    deeper = budget.deeper();
  } catch (error) {
    if (error instanceof LimitError) return { outcome: 'limit', format: 'unknown', why: error.message };
    throw error;
  }
  return read(source, deeper);
}

/** Reads a file whose text is not its bytes. */
async function contained(source: Source, format: string, reader: Reader, budget: Budget): Promise<ReadResult> {
  const { path, bytes } = source;
  const { containerBytes } = budget.limits;
  if (bytes.length > containerBytes)
    return {
      outcome: 'limit',
      format,
      why: `larger than ${megabytes(containerBytes)}, the most that is read of one such file`,
    };
  try {
    // libraries ask for the plain class, and hosts hand in their own
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { text, inside } = await reader(plain, budget, path);
    const more =
      inside === undefined
        ? {}
        : { inside: guarded(inside), within: (inner: Source): Promise<ReadResult> => readWithin(inner, budget) };
    const shared = {
      format,
      encoding: 'utf-8',
      certain: true,
      bom: false,
      undecodable: 0,
      newline: 'lf',
      ...more,
    } as const;
    if (text === null) {
      const document = createDocument({ path, format, encoding: 'utf-8', text: new Uint16Array(0) });
      return { outcome: 'read', archive: true, document, title: null, links: [], ...shared };
    }
    const { structure, parts, cells, marks, losses, links, title } = text;
    const units = withFinalLine(text.units);
    const document = createDocument({
      path,
      format,
      encoding: 'utf-8',
      text: units,
      parts,
      structure,
      ...(cells && { cells }),
      ...(marks.length > 0 && { marks }),
      ...(losses.length > 0 && { losses }),
    });
    // nothing but what could not be read: that is no empty file
    if (isEmpty(units) && losses.length > 0)
      return {
        outcome: 'failed',
        format,
        why: losses
          .map((loss) => `${loss.what} ${loss.why}`)
          .slice(0, 3)
          .join('; '),
      };
    const found = new Links(lineStarts(document));
    for (const link of links) found.add(link.target, lineStarts(document)[link.line - 1] ?? 0, link.how);
    references(document, found);
    return {
      outcome: isEmpty(units) && inside === undefined ? 'empty' : 'read',
      document,
      title: title ?? titleOf(document),
      links: found.list(),
      ...shared,
    };
  } catch (error) {
    if (error instanceof LimitError) return { outcome: 'limit', format, why: error.message };
    if (error instanceof ReadError) return { outcome: 'failed', format, why: error.message };
    throw error;
  }
}

/** Text that was taken out of a container has no end of its own: a line end that is not there tells nothing. */
function withFinalLine(units: Uint16Array): Uint16Array {
  if (units.length === 0 || units[units.length - 1] === 0x0a) return units;
  const ended = new Uint16Array(units.length + 1);
  ended.set(units);
  ended[units.length] = 0x0a;
  return ended;
}

function emptied(path: string, format: string): Read {
  const document = createDocument({ path, format, encoding: 'utf-8', text: new Uint16Array(0) });
  return {
    outcome: 'empty',
    document,
    format,
    encoding: 'utf-8',
    certain: true,
    bom: false,
    undecodable: 0,
    newline: 'none',
    title: null,
    links: [],
  };
}

/** Whether a text has no unit that a reader could see: white space, byte order marks, zero-width and NUL alone. */
export function isEmpty(units: Uint16Array): boolean {
  for (const unit of units) {
    if (unit > 0x20 && unit < 0x7f) return false;
    if (unit === 0 || isWhiteSpace(unit) || isFormat(unit)) continue;
    return false;
  }
  return true;
}
