/** From a file's bytes to its text, or to the reason why there is none. */
import { createDocument } from '../core/document.ts';
import { lineColumn, lineStarts, lineStartsOf } from '../core/locate.ts';
import type { Decoding, Document, Link, Source } from '../core/types.ts';
import { isFormat, isWhiteSpace } from '../core/unicode.ts';
import { decode, type Newline } from './decode.ts';
import { formatOf } from './format.ts';
import { readHtml } from './html.ts';
import { markdownLinks } from './markdown.ts';
import { proseNames, references } from './references.ts';
import { Links } from './targets.ts';
import { clip, titleOf } from './title.ts';
import { prepareYaml } from './yaml.ts';

/** Limits of reading. They are counted, never timed, so that the same file always gives the same outcome. */
export interface ReadLimits {
  /** Bytes of a text file. Its text takes two to four times as much memory. */
  readonly textBytes: number;
}

/** 256 MB of text: a thousand times a long specification, and what a 2 GB process can hold in all its forms. */
export const DEFAULT_LIMITS: ReadLimits = { textBytes: 256 * 1024 * 1024 };

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
 * file's content; a defect in a reader is the caller's to catch.
 */
export async function read(source: Source, limits: ReadLimits = DEFAULT_LIMITS): Promise<ReadResult> {
  const { path, bytes } = source;
  const format = formatOf(path, bytes);
  const wrong = format.wrongExtension === undefined ? {} : { wrongExtension: format.wrongExtension };
  if (bytes.length === 0 && format.reading !== 'bytes') return emptied(path, format.format);
  if (format.reading === 'bytes') return { outcome: 'bytes', format: format.format, ...wrong };
  if (format.reading === 'unsupported')
    return {
      outcome: 'unsupported',
      format: format.format,
      why: `${format.name}: no reader for this format yet`,
      ...wrong,
    };
  if (bytes.length > limits.textBytes)
    return {
      outcome: 'limit',
      format: format.format,
      why: `larger than ${String(Math.floor(limits.textBytes / 1_048_576))} MB, the most text that is read of one file`,
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

  const document = createDocument({ path, format: format.format, encoding, decoding, text: units });
  await prepareYaml(document);
  const links = new Links(lineStarts(document));
  if (format.format === 'markdown') markdownLinks(document, links);
  else references(document, links);
  return { outcome: 'read', document, title: titleOf(document), links: links.list(), ...shared };
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
