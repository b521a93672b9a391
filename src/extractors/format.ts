/**
 * What a file is, from its path and its first bytes, before anything is decoded. Certain content wins over the extension
 * (an HTML page saved as .pdf is HTML); where content tells nothing, the extension decides.
 */
import { stringOf } from '../core/document.ts';

export interface Format {
  /** `text`: to be decoded and read. `bytes`: no text to judge. `unsupported`: text that no reader here can get at. */
  readonly reading: 'text' | 'bytes' | 'unsupported';
  /** Short lower-case name: `markdown`, `html`, `pdf`, `docx`, `png`, `binary`, ... */
  readonly format: string;
  /** In words: `PDF`, `Word document (docx)`. */
  readonly name: string;
  /** Whether the path's extension (or bare name) is one of text. */
  readonly textual: boolean;
  /** What the extension says, in words, where the content is something else for certain. */
  readonly wrongExtension?: string;
}

const words = (list: string): readonly string[] => list.split(' ');

/** Extensions of formats that are text, by format. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['markdown', words('md markdown mdown mkd mkdn mdwn mdx qmd rmd ronn mdc')],
  [
    'text',
    words(
      'txt text me nfo readme rfc textile creole pod rtx typ bib texi texinfo srt vtt ics vcf strings po pot diff patch',
    ),
  ],
  ['html', words('html htm xhtml xht shtml')],
  ['rst', words('rst rest')],
  ['asciidoc', words('adoc asciidoc asc adc')],
  ['tex', words('tex latex ltx sty cls')],
  ['mediawiki', words('mediawiki wiki')],
  ['org', words('org')],
  ['csv', words('csv')],
  ['tsv', words('tsv tab')],
  ['log', words('log')],
  ['notebook', words('ipynb')],
  ['json', words('json jsonc json5 jsonl ndjson geojson jsonld avsc har webmanifest map raml.json')],
  ['yaml', words('yaml yml raml')],
  ['toml', words('toml')],
  [
    'xml',
    words(
      'xml xsd wsdl xsl xslt rng dtd rss atom plist xmi owl rdf ttl dita ditamap docbook dbk kml gpx bpmn dmn resx xlf xliff fods fodt fodp svgz.xml',
    ),
  ],
  ['proto', words('proto')],
  ['graphql', words('graphql gql graphqls')],
  ['sql', words('sql ddl')],
  ['abnf', words('abnf bnf ebnf')],
  [
    'code',
    words(
      'c h cc cpp cxx hpp hh hxx cs java kt kts scala groovy gradle js mjs cjs jsx ts mts cts tsx py pyi rb php pl pm go rs swift m mm ' +
        'dart lua r jl hs lhs elm ex exs erl hrl clj cljs cljc edn lisp el scm rkt ml mli fs fsi fsx vb bas pas pp adb ads ada f f90 f95 for ' +
        'cob cbl asm s sh bash zsh fish ps1 psm1 bat cmd awk sed tcl mk cmake make ninja bazel bzl tf hcl nix dhall zig nim v sv vhd vhdl sol move ' +
        'cu cl glsl hlsl wgsl css scss sass less styl vue svelte astro erb ejs hbs mustache jinja j2 tmpl tpl jsp asp aspx cshtml razor haml pug ' +
        'thrift avdl asn asn1 asn1c mib idl fbs capnp smithy cddl rnc tla als thy lean coq agda ini cfg conf properties env editorconfig ' +
        'gitignore gitattributes dockerignore lock puml plantuml mmd dot gv feature robot http',
    ),
  ],
];

/** Names without an extension (or with one that tells nothing) that are text, in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  makefile: 'code',
  dockerfile: 'code',
  jenkinsfile: 'code',
  gemfile: 'code',
  rakefile: 'code',
  vagrantfile: 'code',
  procfile: 'code',
  justfile: 'code',
  'cmakelists.txt': 'code',
  codeowners: 'code',
  readme: 'text',
  license: 'text',
  licence: 'text',
  copying: 'text',
  changelog: 'text',
  changes: 'text',
  notice: 'text',
  authors: 'text',
  contributors: 'text',
  news: 'text',
  todo: 'text',
  history: 'text',
  install: 'text',
};

const BYTES: Readonly<Record<string, string>> = {
  png: 'PNG image',
  jpg: 'JPEG image',
  jpeg: 'JPEG image',
  gif: 'GIF image',
  webp: 'WebP image',
  bmp: 'BMP image',
  tif: 'TIFF image',
  tiff: 'TIFF image',
  ico: 'icon',
  heic: 'HEIC image',
  heif: 'HEIC image',
  avif: 'AVIF image',
  jxl: 'JPEG XL image',
  jp2: 'JPEG 2000 image',
  psd: 'Photoshop image',
  svg: 'SVG image',
  svgz: 'SVG image',
  eps: 'EPS image',
  ai: 'Illustrator image',
  xcf: 'GIMP image',
  sketch: 'Sketch image',
  fig: 'Figma image',
  emf: 'EMF image',
  wmf: 'WMF image',
  mp3: 'audio',
  wav: 'audio',
  ogg: 'audio',
  oga: 'audio',
  flac: 'audio',
  m4a: 'audio',
  aac: 'audio',
  opus: 'audio',
  mid: 'audio',
  mp4: 'video',
  m4v: 'video',
  mov: 'video',
  avi: 'video',
  mkv: 'video',
  webm: 'video',
  wmv: 'video',
  ogv: 'video',
  mpg: 'video',
  mpeg: 'video',
  ttf: 'font',
  otf: 'font',
  woff: 'font',
  woff2: 'font',
  eot: 'font',
  ttc: 'font',
  exe: 'program',
  dll: 'program',
  so: 'program',
  dylib: 'program',
  o: 'program',
  a: 'program',
  lib: 'program',
  class: 'program',
  pyc: 'program',
  wasm: 'program',
  bin: 'binary file',
  dat: 'binary file',
  db: 'database',
  sqlite: 'database',
  sqlite3: 'database',
  mdb: 'database',
  parquet: 'data file',
  pkl: 'data file',
  npy: 'data file',
  npz: 'data file',
  onnx: 'data file',
  gguf: 'data file',
};

const UNSUPPORTED: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word document (docx)',
  docm: 'Word document (docm)',
  dotx: 'Word template (dotx)',
  doc: 'Word document (doc)',
  xlsx: 'Excel workbook (xlsx)',
  xlsm: 'Excel workbook (xlsm)',
  xlsb: 'Excel workbook (xlsb)',
  xls: 'Excel workbook (xls)',
  pptx: 'PowerPoint slides (pptx)',
  pptm: 'PowerPoint slides (pptm)',
  ppt: 'PowerPoint slides (ppt)',
  vsdx: 'Visio drawing (vsdx)',
  vsd: 'Visio drawing (vsd)',
  odt: 'OpenDocument text (odt)',
  ods: 'OpenDocument sheet (ods)',
  odp: 'OpenDocument slides (odp)',
  odg: 'OpenDocument drawing (odg)',
  epub: 'EPUB book',
  mobi: 'Kindle book',
  azw3: 'Kindle book',
  fb2: 'FictionBook',
  rtf: 'RTF document',
  pages: 'Pages document',
  numbers: 'Numbers sheet',
  key: 'Keynote slides',
  one: 'OneNote section',
  wpd: 'WordPerfect document',
  hwp: 'Hangul document (hwp)',
  hwpx: 'Hangul document (hwpx)',
  ps: 'PostScript',
  djvu: 'DjVu document',
  chm: 'compiled help (chm)',
  xps: 'XPS document',
  dvi: 'DVI document',
  eml: 'mail',
  mbox: 'mailbox',
  mbx: 'mailbox',
  msg: 'Outlook mail (msg)',
  mht: 'saved web page (mht)',
  mhtml: 'saved web page (mht)',
  pst: 'Outlook mailbox (pst)',
  warc: 'web archive',
  zip: 'zip archive',
  jar: 'zip archive (jar)',
  war: 'zip archive (war)',
  apk: 'zip archive (apk)',
  whl: 'zip archive (whl)',
  gz: 'gzip archive',
  tgz: 'gzip archive',
  tar: 'tar archive',
  '7z': '7z archive',
  rar: 'rar archive',
  xz: 'xz archive',
  bz2: 'bzip2 archive',
  zst: 'zstd archive',
  lz4: 'lz4 archive',
  lz: 'lzip archive',
  cab: 'cabinet archive',
  iso: 'disc image',
  dmg: 'disc image',
  deb: 'Debian package',
  rpm: 'RPM package',
};

const TEXT_BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  TEXT.flatMap(([format, list]) => list.map((extension) => [extension, format] as const)),
);

/** How a text format is called in words. */
const TEXT_NAMES: Readonly<Record<string, string>> = {
  markdown: 'Markdown',
  text: 'plain text',
  html: 'HTML',
  rst: 'reStructuredText',
  asciidoc: 'AsciiDoc',
  tex: 'LaTeX',
  mediawiki: 'wiki text',
  org: 'Org',
  csv: 'CSV',
  tsv: 'TSV',
  log: 'log',
  json: 'JSON',
  notebook: 'notebook',
  yaml: 'YAML',
  toml: 'TOML',
  xml: 'XML',
  proto: 'Protocol Buffers',
  graphql: 'GraphQL',
  sql: 'SQL',
  abnf: 'ABNF',
  code: 'source code',
  roff: 'man page',
};

/** Extensions that several kinds of file share, so that none is wrong. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  words('msg key one ps dat bin db a o lib class numbers pages ai fig map tab ts m s'),
);

/** Extension in lower case without the dot; empty where there is none (`.gitignore` has `gitignore`). */
export function extensionOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot + 1).toLowerCase();
}

interface Seen {
  readonly reading: Format['reading'];
  readonly format: string;
  readonly name?: string;
}

const bytesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Magic numbers: offset, bytes, what it is. */
const MAGIC: readonly (readonly [number, readonly number[], Seen['reading'], string])[] = [
  [0, bytesOf('%PDF-'), 'unsupported', 'pdf'],
  [0, bytesOf('{\\rtf'), 'unsupported', 'rtf'],
  [0, bytesOf('%!PS'), 'unsupported', 'ps'],
  [0, bytesOf('AT&TFORM'), 'unsupported', 'djvu'],
  [0, bytesOf('ITSF\x03'), 'unsupported', 'chm'],
  [0, [0xff, 0x57, 0x50, 0x43], 'unsupported', 'wpd'],
  [0, [0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d], 'unsupported', 'one'],
  [60, bytesOf('BOOKMOBI'), 'unsupported', 'mobi'],
  [0, [0x1f, 0x8b, 0x08], 'unsupported', 'gz'],
  [0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'unsupported', 'xz'],
  [0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'unsupported', '7z'],
  [0, bytesOf('Rar!\x1a\x07'), 'unsupported', 'rar'],
  [0, [0x28, 0xb5, 0x2f, 0xfd], 'unsupported', 'zst'],
  [0, [0x04, 0x22, 0x4d, 0x18], 'unsupported', 'lz4'],
  [0, bytesOf('MSCF\0\0\0\0'), 'unsupported', 'cab'],
  [0, bytesOf('!<arch>\ndebian'), 'unsupported', 'deb'],
  [0, [0xed, 0xab, 0xee, 0xdb], 'unsupported', 'rpm'],
  [257, bytesOf('ustar'), 'unsupported', 'tar'],
  [0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'bytes', 'png'],
  [0, [0xff, 0xd8, 0xff], 'bytes', 'jpg'],
  [0, bytesOf('GIF87a'), 'bytes', 'gif'],
  [0, bytesOf('GIF89a'), 'bytes', 'gif'],
  [0, [0x49, 0x49, 0x2a, 0x00], 'bytes', 'tiff'],
  [0, [0x4d, 0x4d, 0x00, 0x2a], 'bytes', 'tiff'],
  [0, [0x00, 0x00, 0x01, 0x00], 'bytes', 'ico'],
  [0, bytesOf('8BPS'), 'bytes', 'psd'],
  [0, [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20], 'bytes', 'jp2'],
  [0, [0xff, 0x0a], 'bytes', 'jxl'],
  [0, bytesOf('OggS\0'), 'bytes', 'ogg'],
  [0, bytesOf('fLaC\0'), 'bytes', 'flac'],
  [0, bytesOf('ID3'), 'bytes', 'mp3'],
  [0, bytesOf('MThd\0'), 'bytes', 'mid'],
  [0, [0x1a, 0x45, 0xdf, 0xa3], 'bytes', 'mkv'],
  [0, [0x00, 0x01, 0x00, 0x00, 0x00], 'bytes', 'ttf'],
  [0, bytesOf('OTTO\0'), 'bytes', 'otf'],
  [0, bytesOf('wOFF'), 'bytes', 'woff'],
  [0, bytesOf('wOF2'), 'bytes', 'woff2'],
  [0, [0x7f, 0x45, 0x4c, 0x46], 'bytes', 'so'],
  [0, [0xca, 0xfe, 0xba, 0xbe], 'bytes', 'class'],
  [0, [0xcf, 0xfa, 0xed, 0xfe], 'bytes', 'dylib'],
  [0, bytesOf('\0asm'), 'bytes', 'wasm'],
  [0, bytesOf('SQLite format 3\0'), 'bytes', 'sqlite'],
  [0, bytesOf('PAR1'), 'bytes', 'parquet'],
  [0, bytesOf('!<arch>\n'), 'bytes', 'a'],
];

function startsWith(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  if (at + magic.length > bytes.length) return false;
  for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic[i]) return false;
  return true;
}

/** ASCII text of a stretch of bytes; others become U+001A. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  const end = Math.min(to, bytes.length);
  for (let i = Math.max(0, from); i < end; i++) text += String.fromCharCode(bytes[i]! < 0x80 ? bytes[i]! : 0x1a);
  return text;
}

const ZIP_SEARCH = 65_536;

function zipKind(bytes: Uint8Array): string {
  const text =
    asciiOf(bytes, 0, ZIP_SEARCH) +
    (bytes.length > ZIP_SEARCH ? asciiOf(bytes, Math.max(ZIP_SEARCH, bytes.length - ZIP_SEARCH), bytes.length) : '');
  const mime = text.slice(30, 130);
  if (mime.startsWith('mimetype')) {
    if (mime.includes('epub+zip')) return 'epub';
    if (mime.includes('opendocument.text')) return 'odt';
    if (mime.includes('opendocument.spreadsheet')) return 'ods';
    if (mime.includes('opendocument.presentation')) return 'odp';
    if (mime.includes('opendocument.graphics')) return 'odg';
    if (mime.includes('hwp+zip')) return 'hwpx';
  }
  if (text.includes('word/document') || text.includes('word/styles') || text.includes('word/_rels')) return 'docx';
  if (text.includes('xl/workbook') || text.includes('xl/worksheets')) return 'xlsx';
  if (text.includes('ppt/presentation') || text.includes('ppt/slides')) return 'pptx';
  if (text.includes('visio/')) return 'vsdx';
  if (text.includes('META-INF/MANIFEST.MF')) return 'jar';
  if (text.includes('Index/Document.iwa')) return 'pages';
  return 'zip';
}

/** Which program's file an OLE container is, by the names of its streams (UTF-16). */
function oleKind(bytes: Uint8Array): string {
  const narrow: string[] = [];
  const end = Math.min(bytes.length, 4_000_000);
  // Directory entries stand at multiples of 128 bytes.
  for (let at = 512; at + 64 < end; at += 128) {
    const first = bytes[at]!;
    if (first < 0x30 || first > 0x7a || bytes[at + 1] !== 0) {
      if (first !== 0x5f) continue;
    }
    let name = '';
    for (let i = at; i < at + 64 && bytes[i]! !== 0 && bytes[i + 1] === 0; i += 2)
      name += String.fromCharCode(bytes[i]!);
    if (name.length > 3) narrow.push(name);
  }
  if (narrow.includes('WordDocument')) return 'doc';
  if (narrow.includes('Workbook') || narrow.includes('Book')) return 'xls';
  if (narrow.includes('PowerPoint Document')) return 'ppt';
  if (narrow.includes('VisioDocument')) return 'vsd';
  if (narrow.some((name) => name.startsWith('__substg1.0') || name.startsWith('__properties'))) return 'msg';
  if (narrow.includes('HwpSummaryInformation') || narrow.includes('FileHeader')) return 'hwp';
  return 'ole';
}

/** Brands of ISO media files (`ftyp` at offset 4). */
function isoKind(bytes: Uint8Array): string {
  const brand = asciiOf(bytes, 8, 12);
  if (brand.startsWith('avi')) return 'avif';
  if (brand === 'heic' || brand === 'heix' || brand === 'mif1' || brand === 'msf1') return 'heic';
  if (brand.startsWith('M4A')) return 'm4a';
  return brand === 'qt  ' ? 'mov' : 'mp4';
}

function magicOf(bytes: Uint8Array): Seen | null {
  if (startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, 0, [0x50, 0x4b, 0x05, 0x06]))
    return { reading: 'unsupported', format: zipKind(bytes) };
  if (startsWith(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    const format = oleKind(bytes);
    return { reading: 'unsupported', format, ...(format === 'ole' ? { name: 'OLE container (old Office)' } : {}) };
  }
  if (startsWith(bytes, 4, bytesOf('ftyp'))) return { reading: 'bytes', format: isoKind(bytes) };
  if (startsWith(bytes, 0, bytesOf('RIFF'))) {
    const kind = asciiOf(bytes, 8, 12);
    if (kind === 'WEBP') return { reading: 'bytes', format: 'webp' };
    if (kind === 'WAVE') return { reading: 'bytes', format: 'wav' };
    if (kind === 'AVI ') return { reading: 'bytes', format: 'avi' };
  }
  if (startsWith(bytes, 0, bytesOf('BZh')) && startsWith(bytes, 4, [0x31, 0x41, 0x59, 0x26]))
    return { reading: 'unsupported', format: 'bz2' };
  if (
    startsWith(bytes, 0, bytesOf('BM')) &&
    bytes.length > 14 &&
    bytes[6] === 0 &&
    bytes[7] === 0 &&
    bytes[8] === 0 &&
    bytes[9] === 0
  )
    return { reading: 'bytes', format: 'bmp' };
  if (startsWith(bytes, 0, bytesOf('MZ')) && bytes.length > 64 && bytes.subarray(0, 64).includes(0))
    return { reading: 'bytes', format: 'exe' };
  for (const [at, magic, reading, format] of MAGIC) {
    if (bytes[at] !== magic[0] || !startsWith(bytes, at, magic)) continue;
    // A text may begin with "GIF89a" or "ID3"; an image has bytes that a text has not.
    if (reading === 'bytes' && looksPlain(bytes)) continue;
    return { reading, format };
  }
  return null;
}

/** The first bytes as text, whatever kind of Unicode they are in: a byte order mark and NULs dropped. */
function headOf(bytes: Uint8Array): string {
  const length = Math.min(bytes.length, 4096);
  const units = new Uint16Array(length);
  let used = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0 || byte >= 0xef) continue;
    if (i < 3 && byte > 0x7f) continue;
    units[used++] = byte < 0x80 ? byte : 0x1a;
  }
  return stringOf(units, 0, used).trimStart();
}

/** The first unit of `headOf`, without making it: most files need no more of it. 0 where there is none. */
function firstVisible(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 4096);
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0 || byte >= 0xef || (i < 3 && byte > 0x7f)) continue;
    if (byte !== 0x20 && !(byte >= 9 && byte <= 13)) return byte < 0x80 ? byte : 0x1a;
  }
  return 0;
}

/** What is told of a head that does not begin with `<`. */
const NO_ROOT = { root: '', xml: false } as const;

/** What stands at the top behind white space, comments and processing instructions: `html`, `svg`, another root, or nothing. */
function rootOf(head: string): { readonly root: string; readonly xml: boolean } {
  let rest = head;
  let xml = false;
  for (let i = 0; i < 20; i++) {
    rest = rest.trimStart();
    if (rest.startsWith('<!--')) {
      const end = rest.indexOf('-->');
      if (end < 0) return { root: '', xml };
      rest = rest.slice(end + 3);
    } else if (rest.startsWith('<?xml')) {
      xml = true;
      const end = rest.indexOf('?>');
      if (end < 0) return { root: '', xml };
      rest = rest.slice(end + 2);
    } else if (rest.startsWith('<?')) {
      const end = rest.indexOf('?>');
      if (end < 0) return { root: '', xml };
      rest = rest.slice(end + 2);
    } else break;
  }
  const doctype = /^<!doctype\s+([\w:-]+)/iu.exec(rest);
  if (doctype) return { root: doctype[1]!.toLowerCase(), xml };
  const root = /^<([A-Za-z][\w:.-]*)/u.exec(rest);
  return { root: root ? root[1]!.toLowerCase() : '', xml };
}

const MAIL_HEADER =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|mime-version|content-type|delivered-to|reply-to|in-reply-to|x-[\w-]+): /iu;

/** Whether the text begins with the header of a mail. */
function isMail(head: string): boolean {
  let seen = 0;
  for (const line of head.split(/\r\n?|\n/u).slice(0, 60)) {
    if (seen === 0 && line.startsWith('From ')) continue;
    if (MAIL_HEADER.test(line)) seen++;
    else if (line === '') break;
    else if (!/^[\t >]/u.test(line) && !/^[\w-]{2,40}:/u.test(line)) return false;
  }
  return seen >= 3;
}

const ASCIIDOC = /^(?:={1,6} \S|:[\w-]+:(?: |$)|\[[\w".=,#%-]+\]$|include::|image::|\|===$|-{4,}$)/mu;
const ROFF = /^[.'](?:\\"|TH |SH |SS |Dd |Dt |Sh |so )/mu;

function textFormat(path: string, extension: string, head: () => string): string | null {
  const base = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const named = NAMES[base];
  if (named !== undefined && Object.hasOwn(NAMES, base)) return named;
  const known = TEXT_BY_EXTENSION.get(extension);
  if (known === 'asciidoc' && extension === 'asc') return ASCIIDOC.test(head()) ? 'asciidoc' : 'text';
  // `index.rst.txt`, `api.md.txt`: sources as a site hands them out beside its pages
  if (extension === 'txt') {
    const source = TEXT_BY_EXTENSION.get(extensionOf(path.slice(0, -'.txt'.length)));
    if (source === 'rst' || source === 'markdown') return source;
  }
  if (known !== undefined) return known;
  if (/^[1-9](?:p|pm|x|ssl|posix|const|head|type)?$/u.test(extension)) return ROFF.test(head()) ? 'roff' : 'text';
  if (extension === '' && ROFF.test(head()) && head().startsWith('.')) return 'roff';
  return null;
}

/** Says what a file is. Looks at its first 64 kB (zip and OLE containers: a little more) and at its path. */
export function formatOf(path: string, bytes: Uint8Array): Format {
  const extension = extensionOf(path);
  let made: string | undefined;
  const head = (): string => (made ??= headOf(bytes));
  const byName = textFormat(path, extension, head);
  const unsupported = Object.hasOwn(UNSUPPORTED, extension) ? UNSUPPORTED[extension] : undefined;
  const image = Object.hasOwn(BYTES, extension) ? BYTES[extension] : undefined;
  const said = byName === null ? (unsupported ?? image) : TEXT_NAMES[byName];
  const textual = byName !== null;

  const make = (reading: Format['reading'], format: string, name: string, agrees: boolean): Format => ({
    reading,
    format,
    name,
    textual,
    ...(agrees || said === undefined || said === name || AMBIGUOUS.has(extension) ? {} : { wrongExtension: said }),
  });

  const magic = magicOf(bytes);
  if (magic) {
    const name = magic.name ?? UNSUPPORTED[magic.format] ?? BYTES[magic.format] ?? 'binary file';
    // One container, many extensions: docm and docx, tgz and gz, jar and war.
    const family = related(magic.format, extension);
    return family ? make(magic.reading, extension, said ?? name, true) : make(magic.reading, magic.format, name, false);
  }
  if (extension === 'pdf' && head().slice(0, 1100).includes('%PDF-')) return make('unsupported', 'pdf', 'PDF', true);

  const { root, xml } = firstVisible(bytes) === 0x3c ? rootOf(head()) : NO_ROOT;
  const ownMarkup = byName === 'code' || byName === 'json' || byName === 'csv' || byName === 'log';
  if (root === 'html' && !ownMarkup) return make('text', 'html', 'HTML', byName === 'html' || byName === 'xml');
  if (root === 'svg' && byName !== 'markdown' && byName !== 'html' && !ownMarkup)
    return make('bytes', 'svg', 'SVG image', extension === 'svg' || byName === 'xml');

  if (byName !== null) return make('text', byName, TEXT_NAMES[byName] ?? byName, true);
  const plainText = looksPlain(bytes);
  if (unsupported !== undefined) {
    if (
      extension === 'eml' ||
      extension === 'mbox' ||
      extension === 'mbx' ||
      extension === 'mht' ||
      extension === 'mhtml'
    ) {
      return isMail(head()) || bytes.length === 0
        ? make('unsupported', extension, unsupported, true)
        : make('text', 'text', 'plain text', false);
    }
    // Named like a container and nothing but text: read as text. Else it is damaged or unknown, and stays unread.
    if (plainText && bytes.length > 0)
      return make(
        'text',
        xml ? 'xml' : 'text',
        xml ? 'XML' : 'plain text',
        extension === 'key' || extension === 'one' || extension === 'ps',
      );
    return make('unsupported', extension, unsupported, true);
  }
  if (image !== undefined) {
    if (
      extension === 'dat' ||
      extension === 'bin' ||
      extension === 'db' ||
      extension === 'lib' ||
      extension === 'a' ||
      extension === 'o' ||
      extension === 'class'
    ) {
      return plainText ? make('text', 'text', 'plain text', true) : make('bytes', 'binary', image, true);
    }
    if (plainText && bytes.length > 0 && extension !== 'svg' && extension !== 'eps' && extension !== 'ai')
      return make('text', 'text', 'plain text', false);
    return make('bytes', extension, image, true);
  }
  if (extension === '' && isMail(head()) && head().startsWith('From '))
    return make('unsupported', 'mbox', 'mailbox', true);
  if (root !== '' && xml) return make('text', 'xml', 'XML', true);
  return make('text', 'text', 'plain text', true);
}

/** Whether the two names are of one container. */
function related(magic: string, extension: string): boolean {
  if (magic === extension) return true;
  const family = FAMILIES[magic];
  return family !== undefined && family.includes(extension);
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  docx: words('docm dotx dotm'),
  xlsx: words('xlsm xlsb xltx'),
  pptx: words('pptm potx ppsx'),
  odt: words('ott'),
  ods: words('ots'),
  odp: words('otp'),
  jar: words('war ear apk aar'),
  zip: words(
    'jar war apk whl xps numbers key pages epub docx xlsx pptx odt ods odp hwpx nupkg vsix xpi cbz sketch fig',
  ),
  pages: words('numbers key'),
  gz: words('tgz svgz'),
  jpg: words('jpeg jpe jfif'),
  tiff: words('tif'),
  mkv: words('webm mka'),
  mp4: words('m4v mov m4a'),
  m4a: words('mp4'),
  mov: words('mp4'),
  heic: words('heif'),
  ogg: words('oga ogv opus'),
  so: words('o bin ko elf'),
  exe: words('dll sys com'),
  sqlite: words('db sqlite3'),
  // a package with a password is wrapped in such a container
  ole: words('doc xls ppt msg vsd dot xlt pps hwp db docx docm dotx dotm xlsx xlsm xlsb xltx pptx pptm potx ppsx'),
  doc: words('dot'),
  xls: words('xlt'),
  ppt: words('pps pot'),
  a: words('lib'),
  ttf: words('ttc otf'),
  ps: words('eps ai'),
  pdf: words('ai'),
  ico: words('cur'),
  mobi: words('azw azw3 prc'),
};

/** Whether the first 4 kB hold no NUL and hardly a control character: text in some encoding. */
function looksPlain(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) return false;
    if (byte < 8 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls * 100 <= length;
}
