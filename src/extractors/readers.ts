/** Which reader takes which container; each is loaded when a file asks for it. */
import type { Budget } from './limits.ts';
import type { Extracted } from './text-builder.ts';

/** A file inside of an archive or a mail. */
export type Inner =
  /** Relative to the archive, with `/`; safe: no `..`, no leading `/`. */
  | { readonly path: string; readonly bytes: Uint8Array }
  /** One that cannot be had, with the reason: one sentence without a full stop. */
  | { readonly path: string; readonly outcome: 'failed' | 'limit'; readonly why: string; readonly size: number };

/** What a reader gives. An archive has files inside and no text of its own; a mail can have both. */
export interface Container {
  /** The file's own text; null for an archive. */
  readonly text: Extracted | null;
  /**
   * The files inside, one at a time: the next is only inflated when it is asked for. May throw LimitError or ReadError at any
   * step: what came before it counts.
   */
  readonly inside?: AsyncIterable<Inner>;
}

/**
 * Reads the bytes of one file.
 * @throws LimitError where a counted limit is hit, ReadError where the file is damaged, encrypted or not what it claims to be
 */
export type Reader = (bytes: Uint8Array, budget: Budget, path: string) => Promise<Container>;

const docx = async (): Promise<Reader> => (await import('./docx.ts')).readDocx;
const pptx = async (): Promise<Reader> => (await import('./pptx.ts')).readPptx;
const xlsx = async (): Promise<Reader> => (await import('./xlsx.ts')).readXlsx;
const odf = async (): Promise<Reader> => (await import('./odf.ts')).readOdf;

const rtf = async (): Promise<Reader> => (await import('./rtf.ts')).readRtf;

const mail = async (): Promise<Reader> => (await import('./mail.ts')).readMail;
const mailbox = async (): Promise<Reader> => (await import('./mail.ts')).readMailbox;

const doc = async (): Promise<Reader> => (await import('./doc.ts')).readDoc;

const zip = async (): Promise<Reader> => (await import('./archive.ts')).readZip;
const gzip = async (): Promise<Reader> => (await import('./archive.ts')).readGzip;

/** By `Format.format`. */
export const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  docx,
  docm: docx,
  dotx: docx,
  dotm: docx,
  rtf,
  doc,
  dot: doc,
  eml: mail,
  mht: mail,
  mhtml: mail,
  mbox: mailbox,
  mbx: mailbox,
  pptx,
  pptm: pptx,
  potx: pptx,
  ppsx: pptx,
  xlsx,
  xlsm: xlsx,
  xltx: xlsx,
  xlsb: xlsx,
  odt: odf,
  ott: odf,
  odp: odf,
  otp: odf,
  ods: odf,
  ots: odf,
  zip,
  jar: zip,
  war: zip,
  apk: zip,
  whl: zip,
  tar: async () => (await import('./archive.ts')).readTar,
  gz: gzip,
  tgz: gzip,
  pdf: async () => (await import('./pdf/index.ts')).readPdf,
  epub: async () => (await import('./epub.ts')).readEpub,
};
