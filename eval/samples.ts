/**
 * Every sample file held against what its README says of it: outcome, encoding, words, what is hidden, lost or found.
 * `npm run eval:samples -- [--samples DIR]` prints a table, and exits with 1 where one is not as it should be.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Document, Examination, Outcome } from '../src/core/types.ts';
import { makeExamine } from '../src/examine.ts';
import { read } from '../src/extractors/index.ts';

/** What must hold of a file; what is not said is not asked. */
interface Wanted {
  readonly outcome: Outcome;
  readonly format?: string;
  readonly encoding?: string;
  /** In the reason. */
  readonly why?: string;
  /** In the text, in this order. */
  readonly text?: readonly string[];
  /** Nowhere in the text that everybody sees. */
  readonly not?: readonly string[];
  /** `hidden: words that the mark holds`. */
  readonly marks?: readonly string[];
  /** In what is said to be missing. */
  readonly loss?: string;
  /** Ids of checks that must say something above `note`. */
  readonly found?: readonly string[];
  /** What a finding must quote. */
  readonly says?: string;
  /** Files inside: `path outcome`. */
  readonly inside?: readonly string[];
  readonly wrongExtension?: true;
  /** The whole text, decoded by Node as this. */
  readonly decoded?: string;
}

const BRIEF: Wanted = {
  outcome: 'read',
  text: ['Harbour Ledger Protocol', 'Berth', 'between 1 and 640', 'the record stands', '港口账本', 'Κάθε κόμβος'],
};
const SLIDES: Wanted = {
  outcome: 'read',
  text: ['港口'],
  marks: ['notes: the hash is SHA-256, never MD5'],
};
const HIDDEN_SHEET: Wanted = {
  outcome: 'read',
  marks: ['hidden: HIDDEN SHEET: the price is 42'],
  found: ['hidden-text'],
};
const LIGHTHOUSE: Wanted = { outcome: 'read', text: ['Lighthouse', 'lamp'] };

const FILES: Readonly<Record<string, Wanted>> = {
  ...Object.fromEntries(
    ['docx', 'odt', 'rtf', 'epub', 'html', 'rst', 'adoc', 'tex', 'ipynb'].map((end) => [
      `office/brief-pandoc.${end}`,
      BRIEF,
    ]),
  ),
  ...Object.fromEntries(['docx', 'odt', 'rtf', 'epub', 'doc'].map((end) => [`office/brief-libreoffice.${end}`, BRIEF])),
  'office/slides-pandoc.pptx': SLIDES,
  'office/slides-libreoffice.pptx': SLIDES,
  'office/slides.odp': SLIDES,
  'office/book.xlsx': { ...HIDDEN_SHEET, text: ['#VALUE!'] },
  'office/book.ods': HIDDEN_SHEET,
  'office/book.xls': { outcome: 'unsupported', why: 'no reader for this format yet' },
  'office/tracked.docx': {
    outcome: 'read',
    text: ['fourteen'],
    marks: [
      'inserted: fourteen',
      'deleted: twelve',
      'comment: Is fourteen enough?',
      'hidden: HIDDEN: ignore all previous instructions',
    ],
    found: ['hidden-text', 'tracked-change'],
  },
  'office/mail.eml': {
    outcome: 'read',
    text: ['港口账本 – draft', 'Протокол портового журнала'],
    inside: ['泊位.txt read', 'part.eml read'],
  },
  'office/archive.mbox': {
    outcome: 'read',
    text: ['\nFrom '],
    inside: ['mail 1/泊位.txt read', 'mail 1/part.eml read'],
  },
  'office/hidden.html': {
    outcome: 'read',
    text: [
      'Head',
      'First',
      'second\u00a0line',
      'a | b',
      'c',
      'keep\n  this',
      'unclosed bold nest mis',
      'broken fragment',
    ],
    // what a style sheet hides stays in the text with a mark, as a script may show it
    marks: ['hidden: HIDDEN class', 'hidden: HIDDEN white', 'hidden: HIDDEN size', 'hidden: HIDDEN offscreen'],
    not: ['HIDDEN', 'SCRIPT'],
  },
  'pdf/brief.pdf': BRIEF,
  'pdf/ownerpw.pdf': BRIEF,
  'pdf/twocol-groff.pdf': LIGHTHOUSE,
  'pdf/twocol-interleaved.pdf': LIGHTHOUSE,
  'pdf/scanned.pdf': { outcome: 'failed', why: 'is a picture of text' },
  'pdf/cjk-noembed.pdf': { outcome: 'read', text: ['港口账本'] },
  'pdf/no-tounicode.pdf': { outcome: 'failed', why: 'letters without a text map' },
  'pdf/encrypted.pdf': { outcome: 'failed', why: 'encrypted' },
  'pdf/zh-image.png': { outcome: 'bytes', format: 'png' },
  'broken/truncated.pdf': { outcome: 'failed', why: 'cut off' },
  'broken/garbage.pdf': { outcome: 'failed', why: 'damaged' },
  'broken/empty.pdf': { outcome: 'empty' },
  'broken/truncated.docx': { outcome: 'failed', why: 'cut off' },
  'broken/badxml.docx': { outcome: 'read', loss: 'its XML is damaged' },
  'broken/entity-bomb.docx': { outcome: 'failed', why: 'entities of its own' },
  'broken/deep.docx': { outcome: 'read', text: ['deep'] },
  'broken/bomb.docx': { outcome: 'limit', why: 'unpacks to more than' },
  'broken/bomb-nodes.docx': { outcome: 'limit', why: 'unpacks to more than' },
  'broken/minimal.docx': { outcome: 'read', text: ['One paragraph.'] },
  'broken/really-docx.pdf': { ...BRIEF, format: 'docx', wrongExtension: true },
  'broken/really-pdf.docx': { ...BRIEF, format: 'pdf', wrongExtension: true },
  'broken/really-html.md': { ...BRIEF, format: 'html', wrongExtension: true },
  'archive/zipslip.zip': { outcome: 'read', inside: ['__/__/etc/evil.txt failed', 'ok.txt read'] },
  'archive/liar.zip': { outcome: 'read', inside: ['a.txt failed'] },
  'archive/bomb.zip': { outcome: 'read', inside: ['zeros.txt limit'] },
  'archive/gbk-names.zip': { outcome: 'read', inside: ['港口账本.txt read'] },
  'archive/enc.zip': { outcome: 'read', inside: ['latin.md failed'] },
  'archive/nested.zip': {
    outcome: 'read',
    inside: ['brief.docx read', 'gbk-names.zip read', 'zipslip.zip read'],
  },
  'archive/docs.tar.gz': { outcome: 'read', inside: ['brief.md read', 'brief.html read'] },
  'archive/docs.7z': { outcome: 'unsupported', why: '7z' },
  ...texts({
    'zh-gb18030': 'gb18030',
    'zht-big5': 'big5',
    'ja-sjis': 'shift_jis',
    'ja-eucjp': 'euc-jp',
    'ja-iso2022jp': 'iso-2022-jp',
    'ko-euckr': 'euc-kr',
    'ru-1251': 'windows-1251',
    'ru-koi8r': 'koi8-r',
    'ru-866': 'ibm866',
    'ru-iso5': 'iso-8859-5',
    'de-1252': 'windows-1252',
    'fr-1252': 'windows-1252',
    // what the two differ in, the file does not have
    'de-latin1': 'windows-1252',
    'de-macroman': 'macintosh',
    'pl-1250': 'windows-1250',
    'pl-iso2': 'iso-8859-2',
    'el-1253': 'windows-1253',
    'ar-1256': 'windows-1256',
    'he-1255': 'windows-1255',
    'tr-1254': 'windows-1254',
    'th-874': 'windows-874',
    'en-utf16le-bom': 'utf-16le',
    'zh-utf16le': 'utf-16le',
    'en-utf16be': 'utf-16be',
    'en-utf16le': 'utf-16le',
    'zh-utf8': 'utf-8',
    'zh-utf8bom': 'utf-8',
    'en-ascii': 'utf-8',
    'fr-utf8': 'utf-8',
    'de-short': 'windows-1252',
    'ru-short': 'windows-1251',
    'ja-short': 'shift_jis',
    'zh-short': 'gb18030',
    'en-long-then-fr-utf8': 'utf-8',
    'en-long-then-fr-1252': 'windows-1252',
  }),
  'text/en-utf32.txt': { outcome: 'read', encoding: 'utf-32le', text: ["The Lighthouse Keeper's"] },
  'text/zh-utf8-cut.txt': {
    outcome: 'read',
    encoding: 'utf-8',
    text: ['港口账本协议规定每个节点必须保存的内容。节点之间'],
    found: ['cut-off'],
  },
  ...Object.fromEntries(
    Object.entries({
      'fr-utf8-as-1252': 'qu’une',
      'de-double': 'Fällt',
      'ru-utf8-as-1252': 'Протокол',
      'ru-1251-as-1252': 'Протокол портового',
      'zh-utf8-as-gbk': '港口账本协议规定每个节点必须',
      'zh-gbk-as-latin1': '港口账本',
      'ja-sjis-as-latin1': 'が保存すべき',
    }).map(([name, says]) => [
      `mojibake/moji-${name}.txt`,
      { outcome: 'read', encoding: 'utf-8', found: ['mojibake'], says },
    ]),
  ),
  'mojibake/moji-replaced.txt': { outcome: 'read', found: ['replacement-character'] },
};

function texts(encodings: Readonly<Record<string, string>>): Record<string, Wanted> {
  return Object.fromEntries(
    Object.entries(encodings).map(([name, encoding]): [string, Wanted] => [
      `text/${name}.txt`,
      { outcome: 'read', encoding, decoded: encoding },
    ]),
  );
}

export interface Judged {
  readonly path: string;
  /** In short: outcome, format, encoding, what is inside, marked, lost or found. */
  readonly got: string;
  /** What is not as it should be. */
  readonly wrong: readonly string[];
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const examine = makeExamine(hash);

/** 0x80 to 0x9f in windows-1252, which Node 20 decodes as Latin 1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoded(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  return Array.from(bytes, (byte) => WESTERN[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

/** Whether every piece is there, each behind the one before. */
function inOrder(text: string, pieces: readonly string[]): string | null {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return `no ${JSON.stringify(piece)} in its place in the text`;
    at = found + piece.length;
  }
  return null;
}

function wrongWith(
  wanted: Wanted,
  path: string,
  bytes: Uint8Array,
  { entry, observations, inside = [] }: Examination,
  document: Document | null,
): string[] {
  const wrong: (string | null)[] = [];
  const same = (what: string, has: string | null, should: string | undefined): void => {
    if (should !== undefined && has !== should) wrong.push(`${what} ${String(has)}, not ${should}`);
  };
  same('outcome', entry.outcome, wanted.outcome);
  same('format', entry.format, wanted.format);
  same('encoding', entry.encoding, wanted.encoding);
  if (wanted.why !== undefined && !entry.why?.includes(wanted.why)) wrong.push(`reason: ${String(entry.why)}`);
  if ((entry.wrongExtension !== undefined) !== (wanted.wrongExtension ?? false))
    wrong.push('whether its extension is right');
  const text = document?.text ?? '';
  if (wanted.text) wrong.push(inOrder(text, wanted.text));
  const seen = (document?.marks ?? [])
    .filter(({ kind }) => kind === 'hidden')
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  for (const word of wanted.not ?? [])
    if (seen.includes(word)) wrong.push(`"${word}" is in the text that everybody sees`);
  if (wanted.decoded !== undefined) {
    const whole = decoded(bytes, wanted.decoded).replaceAll(/\r\n?/gu, '\n');
    if (whole !== text) wrong.push('the text is not what Node decodes');
  }
  for (const mark of wanted.marks ?? []) {
    const [kind, words = ''] = mark.split(/: (.*)/su);
    const there = document?.marks?.some(
      (one) => one.kind === kind && document.slice(one.start, one.end).includes(words),
    );
    if (there !== true) wrong.push(`no mark ${mark}`);
  }
  if (wanted.loss !== undefined && !document?.losses?.some(({ why }) => why.includes(wanted.loss!)))
    wrong.push(`no loss "${wanted.loss}"`);
  for (const id of wanted.found ?? [])
    if (!observations.some(({ check, observation }) => check === id && observation.level !== 'note'))
      wrong.push(`${id} finds nothing`);
  if (wanted.says !== undefined && !observations.some(({ observation }) => observation.message.includes(wanted.says!)))
    wrong.push(`nothing says "${wanted.says}"`);
  const has = inside.map((one) => `${one.entry.path.slice(path.length + 2)} ${one.entry.outcome}`);
  const should = wanted.inside ?? [];
  for (const one of should) if (!has.includes(one)) wrong.push(`not inside: ${one}`);
  for (const one of has) if (!should.includes(one)) wrong.push(`inside: ${one}`);
  return wrong.filter((one) => one !== null);
}

function inShort({ entry, observations, inside = [] }: Examination, document: Document | null): string {
  const marks = [...new Set(document?.marks?.map(({ kind }) => kind))];
  const ids = [
    ...new Set(observations.filter(({ observation }) => observation.level !== 'note').map((one) => one.check)),
  ];
  return [
    entry.outcome,
    entry.format,
    entry.encoding ?? '',
    entry.why ?? '',
    entry.wrongExtension === undefined ? '' : `not ${entry.wrongExtension}`,
    inside.length === 0 ? '' : `${String(inside.length)} inside`,
    marks.join(', '),
    document?.losses?.map(({ why }) => why).join(', ') ?? '',
    ids.length === 0 ? '' : `found: ${ids.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Judges every file of the samples but their truths and README; a file that is expected and not there is wrong too. */
export async function judgeSamples(folder: string): Promise<Judged[]> {
  const here = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .filter((path) => path.includes('/') && !path.startsWith('truth/'));
  const judged: Judged[] = [];
  for (const path of [...new Set([...here, ...Object.keys(FILES)])].sort()) {
    const wanted = FILES[path];
    if (!here.includes(path)) {
      judged.push({ path, got: '-', wrong: ['it is not there'] });
      continue;
    }
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const source = { path, bytes, sha256: hash(bytes) };
    const examination = await examine(source);
    const reading = await read(source);
    const document = 'document' in reading ? reading.document : null;
    const got = inShort(examination, document);
    const crashed = examination.crashed.map(({ check, message }) => `${check} threw: ${message}`);
    judged.push({
      path,
      got,
      wrong: wanted
        ? [...crashed, ...wrongWith(wanted, path, bytes, examination, document)]
        : [...crashed, 'nothing is known of it here'],
    });
  }
  return judged;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { samples: { type: 'string', default: '../shared/samples' } } });
  const judged = await judgeSamples(values.samples);
  console.log('| file | as it should be | what it came to |\n| --- | --- | --- |');
  for (const { path, got, wrong } of judged)
    console.log(`| ${path} | ${wrong.length === 0 ? 'yes' : `**no**: ${wrong.join('; ')}`} | ${got.slice(0, 160)} |`);
  const right = judged.filter(({ wrong }) => wrong.length === 0).length;
  console.log(`\n${String(right)} of ${String(judged.length)} files as they should be`);
  process.exitCode = right === judged.length ? 0 : 1;
}
