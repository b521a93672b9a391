/** Mail (eml) and mailboxes (mbox): the header that a reader sees, the body, and what is attached as files inside. */
import type { Email, Address } from 'postal-mime';
import { legacyHookDecode, TextDecoder as CorrectDecoder } from '@exodus/bytes/encoding.js';
import { unitsOf, stringOf } from '../core/document.ts';
import { lineStartsOf } from '../core/locate.ts';
import { readHtml } from './html.ts';
import { LimitError, ReadError, type Budget } from './limits.ts';
import type { Container, Inner, Reader } from './readers.ts';
import { Links } from './targets.ts';
import { TextBuilder } from './text-builder.ts';

/** Attachments of one mailbox that are looked into. */
const MOST_FILES = 10_000;
/** MIME parts inside of each other. */
const MOST_NESTED = 64;

export const readMail: Reader = async (bytes, budget) => {
  const out = new TextBuilder(budget);
  const files: Inner[] = [];
  await addMail(out, bytes, budget, files, '');
  return made(out, files);
};

export const readMailbox: Reader = async (bytes, budget) => {
  const out = new TextBuilder(budget);
  const files: Inner[] = [];
  let number = 0;
  for (const mail of mailsOf(bytes)) {
    budget.entry();
    number++;
    out.part(`mail ${String(number)}`);
    try {
      await addMail(out, mail, budget, files, `mail ${String(number)}/`);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      out.lose(`mail ${String(number)}`, error.message);
    }
  }
  if (number === 0) throw new ReadError('it is no mailbox: no mail begins in it');
  return made(out, files);
};

function made(out: TextBuilder, files: readonly Inner[]): Container {
  return {
    text: out.done(),
    ...(files.length > 0 && {
      inside: (async function* inside() {
        for (const file of files) yield await Promise.resolve(file);
      })(),
    }),
  };
}

async function addMail(
  out: TextBuilder,
  bytes: Uint8Array,
  budget: Budget,
  files: Inner[],
  folder: string,
): Promise<void> {
  const mail = await parse(bytes);
  out.block('table');
  for (const [name, value] of [
    ['From', addresses(mail.from ? [mail.from] : [])],
    ['To', addresses(mail.to ?? [])],
    ['Cc', addresses(mail.cc ?? [])],
    ['Date', mail.headers.find((header) => header.key === 'date')?.value ?? ''],
    ['Subject', mail.subject ?? ''],
  ] as const)
    if (value !== '') {
      out.text(`${name}: ${value.replace(/\s+/gu, ' ')}`);
      out.line();
    }
  out.gap();
  if (folder === '' && mail.subject !== undefined) out.title(mail.subject);
  // the HTML part says the same as the plain one where both are there
  const plain = mail.text?.trim() ?? '';
  if (plain !== '') paragraphs(out, plain);
  else if (mail.html !== undefined) await addHtml(out, mail.html);
  if (plain !== '' && mail.html !== undefined && !sameWords(plain, mail.html)) {
    out.gap();
    await addHtml(out, mail.html);
  }
  out.end();
  const taken = new Set<string>();
  for (const attachment of mail.attachments) {
    budget.entry();
    if (files.length >= MOST_FILES) throw new LimitError(`more than ${String(MOST_FILES)} attachments`);
    const content = attachment.content;
    if (typeof content === 'string') continue;
    const data = new Uint8Array(content);
    budget.inflate(data.length, data.length);
    files.push({ path: folder + nameOf(attachment.filename, attachment.mimeType, taken), bytes: data });
  }
}

/** A safe name of its own: no folder, no control character. */
function nameOf(filename: string | null, type: string, taken: Set<string>): string {
  const last = (filename ?? '')
    .split(/[\\/]/u)
    .at(-1)!
    .replace(/[\0-\x1f\x7f]/gu, '');
  const plain = last === '' || last === '.' || last === '..' ? `part${EXTENSIONS[type] ?? ''}` : last.slice(0, 200);
  let name = plain;
  for (let i = 2; taken.has(name); i++) name = plain.replace(/(?=\.[^.]*$)|$/u, `-${String(i)}`);
  taken.add(name);
  return name;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

function addresses(list: readonly Address[]): string {
  return list
    .flatMap((one) => (one.group ? one.group : [one]))
    .map(({ name, address }) => (name === '' ? address : address === '' ? name : `${name} <${address}>`))
    .join(', ');
}

/** Plain text: an empty line between paragraphs; lines that a sender's program broke stay as they are. */
function paragraphs(out: TextBuilder, text: string): void {
  let open = false;
  for (const line of text.split(/\r\n?|\n/u)) {
    const shown = line.trimEnd();
    if (shown === '') {
      if (open) out.gap();
      open = false;
      continue;
    }
    if (open) out.line();
    else out.block(shown.startsWith('>') ? 'quote' : 'prose');
    open = true;
    out.text(shown);
  }
  out.end();
}

async function addHtml(out: TextBuilder, html: string): Promise<void> {
  const units = unitsOf(html.replace(/\r\n?/gu, '\n'));
  const read = await readHtml(units, stringOf(units, 0, units.length), new Links(lineStartsOf(units)));
  let at = 0;
  for (const block of read.structure) {
    if (block.start > at) plainRun(out, stringOf(read.units, at, block.start));
    out.block(block.kind, block.level);
    out.text(stringOf(read.units, block.start, block.end));
    out.end();
    at = block.end;
  }
  plainRun(out, stringOf(read.units, at, read.units.length));
}

function plainRun(out: TextBuilder, text: string): void {
  if (text.trim() === '') return;
  out.block('prose');
  out.text(text.trim());
  out.end();
}

/** Whether most words of the plain part stand in the HTML part: then they are two forms of one text. */
function sameWords(plain: string, html: string): boolean {
  const words = plain
    .slice(0, 20_000)
    .split(/[\s,.;:!?()<>"]+/u)
    .filter((word) => word.length > 3);
  if (words.length === 0) return true;
  const text = html.slice(0, 500_000).replace(/<[^>]{0,2000}>|&\w+;/gu, ' ');
  const there = new Set(text.split(/[\s,.;:!?()<>"]+/u));
  return words.filter((word) => there.has(word)).length * 2 >= words.length;
}

let patched = 0;
let original: unknown;

/** The library asks the host for decoders, and some hosts have wrong tables: while it works, it gets right ones. */
async function parse(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  const host = globalThis as { TextDecoder?: unknown };
  if (patched++ === 0) {
    original = host.TextDecoder;
    host.TextDecoder = CorrectDecoder;
  }
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: MOST_NESTED,
    });
  } catch (error) {
    throw new ReadError(`the mail cannot be taken apart: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (--patched === 0) host.TextDecoder = original;
  }
}

const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20] as const;
const LF = 0x0a;

/**
 * Mails of an mbox: each begins at a line `From ` that stands at the top or behind an empty line and has a year in it (mboxrd and
 * mboxo alike); `>From` at a line's start loses one `>`.
 */
function* mailsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let begun = -1;
  for (let i = 0; i < bytes.length;) {
    let end = bytes.indexOf(LF, i);
    if (end < 0) end = bytes.length;
    if (isFrom(bytes, i, end) && (i === 0 || emptyBefore(bytes, i))) {
      if (begun >= 0) yield unquoted(bytes.subarray(begun, i));
      begun = Math.min(bytes.length, end + 1);
    }
    i = end + 1;
  }
  if (begun >= 0) yield unquoted(bytes.subarray(begun));
}

function isFrom(bytes: Uint8Array, start: number, end: number): boolean {
  for (let k = 0; k < FROM.length; k++) if (bytes[start + k] !== FROM[k]) return false;
  return /(?:19|20)\d\d\b/u.test(legacyHookDecode(bytes.subarray(start, Math.min(end, start + 300)), 'windows-1252'));
}

/** Whether the line before is empty. */
function emptyBefore(bytes: Uint8Array, start: number): boolean {
  const before = bytes[start - 2];
  return before === LF || (before === 0x0d && bytes[start - 3] === LF);
}

function unquoted(mail: Uint8Array): Uint8Array {
  const found: number[] = [];
  for (let i = 0; i < mail.length;) {
    if (mail[i] === 0x3e) {
      let k = i;
      while (mail[k] === 0x3e) k++;
      if (FROM.every((byte, n) => mail[k + n] === byte)) found.push(i);
    }
    const end = mail.indexOf(LF, i);
    if (end < 0) break;
    i = end + 1;
  }
  if (found.length === 0) return mail;
  const out = new Uint8Array(mail.length - found.length);
  let to = 0;
  let from = 0;
  for (const at of [...found, mail.length]) {
    out.set(mail.subarray(from, at), to);
    to += at - from;
    from = at + 1;
  }
  return out;
}
