/** Folders that somebody made to do harm, each with what must come out. */
import { gzipSync } from 'node:zlib';
import type { Verdict } from '../../src/core/types.ts';
import { docxOf, paragraph, zipOf } from '../../src/extractors/testing/zip.ts';
import { pdfOf, tarOf } from '../fuzz/seeds.ts';
import { displayPath } from '../../src/manifest/paths.ts';
import { SECRET, spec, type Folder } from './build.ts';

export interface HostileFolder {
  readonly name: string;
  readonly make: (folder: Folder) => unknown;
  /** `refused`: one sentence and exit 2. Absent: any of the three. */
  readonly verdict?: Verdict | 'refused';
  /** Findings that must be there: check and path. */
  readonly finds?: readonly (readonly [string, string])[];
  /** Outcomes of documents. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Units of JSON that the report may have. */
  readonly most?: number;
  /** What must not stand in any output. */
  readonly never?: readonly string[];
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Names of files; each is given as it is in a report. */
export const NAMES: readonly string[] = [
  'line\nfeed.md',
  'carriage\rreturn.md',
  'tab\t.md',
  'bell\x07.md',
  'red\x1b[31m.md',
  'title\x1b]0;owned\x07.md',
  'clear\x1b[2J.md',
  'del\x7f.md',
  'csi\u009b31m.md',
  'override\u202etxt.md',
  'isolate\u2066.md',
  'mark\u200f.md',
  'wide\u200bspace.md',
  'bom\ufeff.md',
  'join\u{1f468}\u200d\u{1f469}.md',
  'line\u2028separator.md',
  'tag\u{e0041}.md',
  'nel\u0085.md',
  'pipe|.md',
  'tick`.md',
  '``two``.md',
  '[link](evil).md',
  'open[.md',
  'close].md',
  'round(.md',
  ')round.md',
  '<b>.md',
  '<script>alert(1)<\u2215script>.md',
  '&amp;.md',
  '<!-- .md',
  '*star*.md',
  '_under_.md',
  '~tilde~.md',
  '\\back.md',
  'a\\b.md',
  '..\\..\\up.md',
  '%0A.md',
  '%2e%2e%2fup.md',
  '%.md',
  '%zz.md',
  '%25.md',
  '#hash.md',
  'q?a=b.md',
  ' lead.md',
  'trail ',
  'dot.',
  '-rf',
  '--help',
  '-',
  '...',
  '.. ',
  '..up.md',
  'C:x.md',
  'CON',
  'NUL.md',
  'aux.txt',
  'LPT1.md',
  'a:b.md',
  '*.md',
  '"quote".md',
  "it's.md",
  '$(touch pwned).md',
  '`touch pwned`.md',
  ';rm -rf .md',
  '!bang.md',
  '=cmd().md',
  '@import.md',
  '~',
  '~$lock.md',
  'x'.repeat(255),
  '规'.repeat(85),
  '\udcff.md',
  'a\udce8\udca7.md',
  '\udced\udca0\udc80.md',
  '\udcc0\udcae\udcc0\udcae.md',
  'caf\u00e9.md',
  'cafe\u0301.md',
  'ＩＮＤＥＸ.md',
  'Iﬁ.md',
  'README',
  '{{7*7}}.md',
  '${env}.md',
  'a,b.md',
  'a;b.md',
  '：.md',
  '- item.md',
  '## Specifications.md',
  '1. one.md',
  '> q.md',
  '[ ] box.md',
  'INDEX.md.md',
  'http:x.md',
  'mailto:a.md',
  'file:.md',
];

const named: HostileFolder[] = NAMES.map((name) => ({
  name: `named ${JSON.stringify(name).slice(0, 40)}`,
  make: (folder) => folder.named(name, spec('names')).index(),
  verdict: 'READY',
}));
const unnamed: HostileFolder[] = NAMES.filter((name) => name !== 'README' && name !== '~$lock.md').map((name) => ({
  name: `not placed ${JSON.stringify(name).slice(0, 40)}`,
  make: (folder) => folder.named('api.md').put(name, spec('names')).index(),
  verdict: 'NOT READY',
  finds: [['not-placed', displayPath(name)]],
}));

const LINKS: readonly (readonly [string, string, string | null])[] = [
  ['out', '../secret.md', 'link'],
  ['absolute', '/etc/passwd', 'link'],
  ['etc', '/etc', 'link'],
  ['parent', '..', 'link'],
  ['root', '/', 'link'],
  ['zero', '/dev/zero', 'link'],
  ['random', '/dev/urandom', 'link'],
  ['tty', '/dev/tty', 'link'],
  ['stdin', '/proc/self/fd/0', 'link'],
  ['memory', '/proc/self/mem', 'link'],
  ['broken', 'nothing.md', 'link'],
  ['self', 'l.md', 'link'],
  ['here', '.', null],
  ['through a file', 'api.md/x', 'link'],
  ['long way out', `${'./'.repeat(500)}../secret.md`, 'link'],
  ['in', 'api.md', null],
  ['control', 'a\x1b[31m\n.md', 'link'],
  ['climbing', `${'../'.repeat(60)}etc/hostname`, 'link'],
];
const links: HostileFolder[] = LINKS.map(([name, target, check]) => ({
  name: `link ${name}`,
  make: (folder) => folder.named('api.md').index().link('l.md', target),
  ...(check === null ? {} : { finds: [[check, 'l.md'] as const] }),
  never: [SECRET, 'root:x:'],
}));

/** Lines of an index beside one good entry, and what they come to. */
const INDEXES: readonly (readonly [string, string, Partial<HostileFolder>])[] = [
  ['leaves the folder', '- [x](../secret.md)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  ['absolute', '- [x](/etc/passwd)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  ['encoded dots', '- [x](%2e%2e/secret.md)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  ['encoded NUL', '- [x](a%00.md)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  ['drive', '- [x](C:\\secret.md)\n', { verdict: 'NOT READY' }],
  ['UNC', '- [x](\\\\host\\share\\a.md)\n', { verdict: 'NOT READY' }],
  ['dots in the middle', '- [x](a/../../secret.md)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  [
    'merge markers',
    '<<<<<<< ours\n- [x](a.md)\n=======\n- [x](b.md)\n>>>>>>> theirs\n',
    { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] },
  ],
  ['cut inside a link', '- [x](a.m', { verdict: 'NOT READY' }],
  ['an open comment', '<!-- never closed\n- [x](a.md)\n', { verdict: 'NOT READY', finds: [['index', 'INDEX.md']] }],
  ['one path 10,000 times', '- [x](api.md)\n'.repeat(10_000), { most: 100_000 }],
  [
    '2,000 missing files',
    Array.from({ length: 2000 }, (_, i) => `- [x](m${String(i)}.md)\n`).join(''),
    { verdict: 'NOT READY' },
  ],
  ['a line of a million', `- [x](${'a'.repeat(1_000_000)}.md)\n`, { verdict: 'NOT READY' }],
  ['a million brackets', `- ${'['.repeat(1_000_000)}\n`, {}],
  ['a million backticks', `- ${'`'.repeat(1_000_000)}\n`, {}],
  ['10,000 headings', '## x\n'.repeat(10_000), {}],
  ['names itself', '- [x](INDEX.md)\n', {}],
  ['names its seal', '- [x](INDEX.sha256)\n', {}],
  ['a control character', '- [x](a\x1b[31m.md)\n', { verdict: 'NOT READY' }],
  ['a bidi override', '- [\u202ex](a.md)\n', { verdict: 'NOT READY' }],
  ['NUL', '- [x](a\0.md)\n', { verdict: 'refused' }],
  ['CR alone', '\r- [x](gone.md)\r', { verdict: 'NOT READY', finds: [['missing', 'gone.md']] }],
  ['CRLF', '\r\n- [x](gone.md)\r\n', { verdict: 'NOT READY', finds: [['missing', 'gone.md']] }],
  [
    'accepts what cannot be accepted',
    '- [y](gone.md)\n\n## Accepted findings\n- [y](gone.md): accepted missing 00000000 "x", because (me, 2026-01-01)\n',
    { verdict: 'NOT READY', finds: [['missing', 'gone.md']] },
  ],
  ['all files at once', '- [x](*)\n', { verdict: 'NOT READY' }],
  ['the folder itself', '- [x](./)\n', {}],
  ['HTML', '<img src=x onerror=alert(1)>\n- <a href="a.md">x</a>\n', {}],
  ['a web address', '- [x](http://127.0.0.1:9/a.md)\n- <file:///etc/passwd>\n', { never: ['root:x:'] }],
  ['a reference', '- [x][r]\n\n[r]: ../secret.md\n', {}],
  ['an image', '- ![x](../secret.md)\n', {}],
  ['nested 10,000 deep', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- x\n`).join(''), {}],
  [
    'a table of 10,000 columns',
    `|${' a |'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${' [x](gone.md) |'.repeat(10_000)}\n`,
    {},
  ],
];
const indexes: HostileFolder[] = INDEXES.map(([name, more, outcome]) => ({
  name: `index ${name}`,
  make: (folder) => folder.named('api.md').index(more),
  never: [SECRET, '\x1b'],
  ...outcome,
}));

const HASH = 'a'.repeat(64);
const SEALS: readonly (readonly [string, string | Uint8Array, Partial<HostileFolder>])[] = [
  ['empty', '', {}],
  ['no seal at all', '<html>login</html>', { verdict: 'NOT READY' }],
  ['wrong hash', `${HASH}  api.md\n`, { verdict: 'NOT READY', finds: [['altered', 'api.md']] }],
  ['names what is gone', `${HASH}  gone.md\n`, { verdict: 'NOT READY', finds: [['missing', 'gone.md']] }],
  ['leaves the folder', `${HASH}  ../secret.md\n`, { verdict: 'NOT READY' }],
  ['absolute', `${HASH}  /etc/passwd\n`, { verdict: 'NOT READY' }],
  ['standard input', `${HASH}  -\n`, { verdict: 'NOT READY' }],
  ['one file twice', `${HASH}  api.md\n${'b'.repeat(64)}  api.md\n`, { verdict: 'NOT READY' }],
  ['100,000 lines', `${HASH}  gone.md\n`.repeat(100_000), { verdict: 'NOT READY', most: 100_000 }],
  ['one long line', 'a'.repeat(5_000_000), { verdict: 'NOT READY' }],
  ['merge markers', `<<<<<<< a\n${HASH}  api.md\n=======\n>>>>>>> b\n`, { verdict: 'NOT READY' }],
  ['control characters', `${HASH}  a\x1b[31m.md\n`, { verdict: 'NOT READY' }],
  ['NUL', `${HASH}  a\0.md\n`, { verdict: 'NOT READY' }],
  ['bytes', Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31 + (i >> 3)) & 255), { verdict: 'NOT READY' }],
  ['a newer format', `# seedcheck seal 99, prints 99, 1 file\n${HASH}  api.md\n`, { verdict: 'NOT READY' }],
  [
    'a count that lies',
    `# seedcheck seal 1, prints 1, 999999999999 files\n${HASH}  api.md\n`,
    { verdict: 'NOT READY' },
  ],
  ['another hash', `${'a'.repeat(32)}  api.md\n`, { verdict: 'NOT READY' }],
  ['UTF-16', Buffer.from(`\ufeff${HASH}  api.md\n`, 'utf16le'), { verdict: 'NOT READY' }],
  ['escapes', `\\${HASH}  a\\n\\r\\\\.md\n`, { verdict: 'NOT READY' }],
];
const seals: HostileFolder[] = SEALS.map(([name, content, outcome]) => ({
  name: `seal ${name}`,
  make: (folder) => folder.named('api.md').index().put('INDEX.sha256', content),
  never: [SECRET, '\x1b'],
  ...outcome,
}));

const many = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
const MB = 1 << 20;
const TEXTS: readonly (readonly [string, string, string | Uint8Array, Partial<HostileFolder>])[] = [
  ['a line of 10 MB', 'a.md', many('x', 10 * MB), {}],
  ['NUL', 'a.md', many('\0', MB), { verdict: 'CANNOT TELL' }],
  ['a byte order mark alone', 'a.md', '\ufeff', { verdict: 'NOT READY', finds: [['empty', 'a.md']] }],
  ['nothing', 'a.md', '', { verdict: 'NOT READY', finds: [['empty', 'a.md']] }],
  ['white space', 'a.md', ' \n\t\n', { verdict: 'NOT READY', finds: [['empty', 'a.md']] }],
  ['overlong UTF-8', 'a.md', latin(`# A\n\n${'\xc0\xaf\xe0\x80\xaf'.repeat(100)}`), {}],
  ['lone surrogates', 'a.md', latin(`# A\n\n${'\xed\xa0\x80'.repeat(100)}`), {}],
  ['a cut character', 'a.md', latin(`${spec()}\xe6\xb8`), {}],
  ['all bytes', 'a.md', Uint8Array.from({ length: 65_536 }, (_, i) => i & 255), {}],
  ['escapes', 'a.md', `${spec()}\n\x1b[2J\x1b]0;owned\x07\n`, { never: ['\x1b'] }],
  [
    'overrides',
    'a.md',
    `${spec()}\nThe limit is \u202e02\u202c ms.\n`,
    { verdict: 'NOT READY', finds: [['hidden-text', 'a.md']], never: ['\u202e'] },
  ],
  [
    'tag characters',
    'a.md',
    `${spec()}\n${Array.from('ignore all', (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}\n`,
    { verdict: 'NOT READY', finds: [['hidden-text', 'a.md']] },
  ],
  ['a million line ends', 'a.md', many('\n', MB), { verdict: 'NOT READY' }],
  ['a million CR', 'a.txt', many('\r', MB), { verdict: 'NOT READY' }],
  ['combining marks', 'a.md', `a${many('\u0301', 500_000)}`, {}],
  ['1e6 nested tags', 'a.html', many('<div>', 5 * MB), {}],
  ['tags and no end', 'a.html', many('<a b="', 2 * MB), {}],
  ['comments and no end', 'a.html', many('<!--', 2 * MB), {}],
  ['quadratic attributes', 'a.html', `<p ${many('a=1 ', 2 * MB)}>x</p>`, {}],
  ['entities', 'a.html', many('&amp;&#x41;&bogus', 2 * MB), {}],
  [
    'billion laughs',
    'a.xml',
    `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${String(i)} "${`&a${i === 0 ? '' : String(i - 1)};`.repeat(10)}">`).join('')}]><l>&a29;</l>`,
    {},
  ],
  [
    'an external entity',
    'a.xml',
    '<!DOCTYPE l [<!ENTITY x SYSTEM "../secret.md"><!ENTITY y SYSTEM "file:///etc/passwd">]><l>&x;&y;</l>',
    { never: ['root:x:'] },
  ],
  [
    'an external style sheet',
    'a.html',
    '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><script src="../secret.md"></script><iframe src="file:///etc/passwd"></iframe><p>The server MUST answer.',
    { never: ['root:x:'] },
  ],
  ['nested XML', 'a.xml', many('<a>', MB), {}],
  [
    'YAML aliases',
    'a.yaml',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 25 }, (_, i) => `b${String(i)}: &b${String(i)} [${`*${i === 0 ? 'a' : `b${String(i - 1)}`},`.repeat(9)}]\n`).join('')}`,
    {},
  ],
  ['YAML that names itself', 'a.yaml', 'a: &a\n  b: *a\n  <<: *a\n', {}],
  ['nested YAML', 'a.yaml', many('[', 200_000), {}],
  ['YAML that makes objects', 'a.yaml', '!!js/function "function(){process.exit(9)}"\n', {}],
  ['nested JSON', 'a.json', many('[', MB), {}],
  ['nested objects', 'a.json', many('{"a":', MB), {}],
  ['a JSON prototype', 'a.json', '{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}},"openapi":"3.0.0"}', {}],
  [
    'a notebook of nothing',
    'a.ipynb',
    '{"cells":[{"cell_type":"markdown","source":[null,1,{}]},null,[]],"nbformat":4}',
    {},
  ],
  ['nested quotes', 'a.md', many('> ', 500_000), {}],
  ['nested lists', 'a.md', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- x\n`).join(''), {}],
  ['nested groups', 'a.rtf', `{\\rtf1 ${many('{', MB)}`, {}],
  ['a binary that is longer', 'a.rtf', '{\\rtf1 a\\bin2147483647 x}', {}],
  [
    'RTF that includes',
    'a.rtf',
    '{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt x}}The server must answer.\\par}',
    { never: ['root:x:'] },
  ],
  [
    'nested parts',
    'a.eml',
    Array.from(
      { length: 2000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${String(i)}\n\n--b${String(i)}\n`,
    ).join(''),
    {},
  ],
  ['a header that has no end', 'a.eml', `Subject: ${many('x', 2 * MB)}`, {}],
  [
    'attachments named to escape',
    'a.eml',
    'From: a@b\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe server must answer.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="../../etc/evil.md"\n\nx\n--b--\n',
    { never: ['../etc'] },
  ],
  [
    'TeX that reads',
    'a.tex',
    '\\documentclass{article}\\begin{document}\\input{/etc/passwd}\\write18{touch pwned}The server must answer.\\end{document}',
    { never: ['root:x:'] },
  ],
  [
    'reST that reads',
    'a.rst',
    'Head\n====\n\n.. include:: /etc/passwd\n\n.. raw:: html\n   :file: ../secret.md\n',
    { never: ['root:x:'] },
  ],
  [
    'AsciiDoc that reads',
    'a.adoc',
    '= Head\n\ninclude::/etc/passwd[]\n\nThe server must answer.\n',
    { never: ['root:x:'] },
  ],
];
const texts: HostileFolder[] = TEXTS.map(([name, path, content, outcome]) => ({
  name: `text ${name}`,
  make: (folder) => folder.named(path, content).index(),
  ...outcome,
  never: [SECRET, ...(outcome.never ?? [])],
}));

/** Sets a field of the first entry in a zip, in both of its headers: `local` and `central` are offsets in each. */
function patched(zip: Uint8Array, local: number, central: number, value: number, width: 2 | 4): Uint8Array {
  const out = Buffer.from(zip);
  const record = out.indexOf('PK\x01\x02', 0, 'latin1');
  const write = (at: number): unknown => (width === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at));
  write(local);
  if (record >= 0) write(record + central);
  return out;
}
const zeros = Buffer.alloc(40 * MB, 0x30);
let bombed: Uint8Array | null = null;
const bomb = (): Uint8Array => (bombed ??= zipOf({ 'zeros.txt': zeros }));
function nest(depth: number): Uint8Array {
  let inner = zipOf({ 'deep.md': spec() });
  for (let k = 0; k < depth; k++) inner = zipOf({ [`z${String(k)}.zip`]: inner });
  return inner;
}
const xmlBomb = `<!DOCTYPE w:document [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${String(i)} "${`&a${i === 0 ? '' : String(i - 1)};`.repeat(10)}">`).join('')}]>`;

const ARCHIVES: readonly (readonly [string, string, () => Uint8Array, Partial<HostileFolder>])[] = [
  [
    'a path that climbs',
    'a.zip',
    () => zipOf({ '../../etc/evil.md': spec(), 'ok.md': spec('other') }),
    { never: ['../etc/evil'] },
  ],
  ['an absolute path', 'a.zip', () => zipOf({ '/etc/passwd': spec() }), {}],
  ['a drive', 'a.zip', () => zipOf({ 'C:\\x.md': spec() }), {}],
  ['backslashes that climb', 'a.zip', () => zipOf({ '..\\..\\x.md': spec() }), {}],
  ['names with escapes', 'a.zip', () => zipOf({ 'a\x1b[31m\n.md': spec() }), { never: ['\x1b'] }],
  ['a bomb', 'a.zip', bomb, {}],
  ['two bombs in a bomb', 'a.zip', () => zipOf({ 'a.zip': bomb(), 'b.zip': bomb() }), {}],
  ['a size that lies', 'a.zip', () => patched(zipOf({ 'a.md': spec() }), 22, 24, 10, 4), {}],
  ['a size that is too large', 'a.zip', () => patched(zipOf({ 'a.md': spec() }), 22, 24, 0x7fffffff, 4), {}],
  ['a wrong sum', 'a.zip', () => patched(zipOf({ 'a.md': spec() }), 14, 16, 12345, 4), {}],
  ['encrypted', 'a.zip', () => patched(zipOf({ 'a.md': spec() }), 6, 8, 0x801, 2), {}],
  ['an unknown method', 'a.zip', () => patched(zipOf({ 'a.md': spec() }), 8, 10, 99, 2), {}],
  ['zips in zips, 3', 'a.zip', () => nest(3), {}],
  ['zips in zips, 50', 'a.zip', () => nest(50), {}],
  [
    'one name twice',
    'a.zip',
    () =>
      Buffer.from(
        Buffer.from(zipOf({ 'a.md': spec(), 'b.md': spec('other') }))
          .toString('latin1')
          .replaceAll('b.md', 'a.md'),
        'latin1',
      ),
    {},
  ],
  ['no file', 'a.zip', () => zipOf({}), {}],
  ['half a zip', 'a.zip', () => zipOf({ 'a.md': spec().repeat(20) }).subarray(0, 300), {}],
  [
    'a list that points at itself',
    'a.zip',
    () => {
      const zip = Buffer.from(zipOf({ 'a.md': spec() }));
      zip.writeUInt32LE(0, zip.length - 6);
      return zip;
    },
    {},
  ],
  [
    '65,535 files that are not there',
    'a.zip',
    () => {
      const zip = Buffer.from(zipOf({ 'a.md': spec() }));
      zip.writeUInt16LE(65_535, zip.length - 12);
      zip.writeUInt16LE(65_535, zip.length - 14);
      return zip;
    },
    {},
  ],
  [
    '20,000 files',
    'a.zip',
    () => zipOf(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${String(i)}`, 'x'])), { stored: true }),
    {},
  ],
  [
    'names in GBK',
    'a.zip',
    () =>
      patched(
        Buffer.from(
          Buffer.from(zipOf({ 'XXXX.md': spec() }))
            .toString('latin1')
            .replaceAll('XXXX', '\xb8\xdb\xbf\xda'),
          'latin1',
        ),
        6,
        8,
        0,
        2,
      ),
    {},
  ],
  [
    'a zip named as a document',
    'a.docx',
    () => zipOf({ 'a.md': spec() }),
    { verdict: 'NOT READY', outcomes: { 'a.docx': 'failed' } },
  ],
  [
    'a document that is none',
    'a.docx',
    () => Buffer.from('PK\x03\x04 and no more'),
    { outcomes: { 'a.docx': 'failed' } },
  ],
  [
    'laughs in a document',
    'a.docx',
    () =>
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': `${xmlBomb}<w:document><w:body><w:p><w:r><w:t>&a19;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    {},
  ],
  [
    'tags nested deep in a document',
    'a.docx',
    () => docxOf(`${'<w:ins>'.repeat(50_000)}${paragraph('deep')}${'</w:ins>'.repeat(50_000)}`),
    {},
  ],
  ['a document of 40 MB in one run', 'a.docx', () => docxOf(paragraph(many('x', 40 * MB))), {}],
  [
    'relations out of the document',
    'a.docx',
    () =>
      docxOf(paragraph('The server must answer.'), {}, [
        ['r', 'file:///etc/passwd'],
        ['s', 'http://127.0.0.1:9/'],
      ]),
    { never: ['root:x:'] },
  ],
  [
    'a link in a tar',
    'a.tar',
    () =>
      tarOf([
        { name: 'l.md', type: '2', link: '/etc/passwd' },
        { name: 'ok.md', body: spec() },
      ]),
    { never: ['root:x:'] },
  ],
  [
    'a device in a tar',
    'a.tar',
    () =>
      tarOf([
        { name: 'null', type: '3' },
        { name: 'fifo', type: '6' },
        { name: 'ok.md', body: spec() },
      ]),
    {},
  ],
  ['a tar that climbs', 'a.tar', () => tarOf([{ name: '../../evil.md', body: spec() }]), { never: ['../evil'] }],
  ['a tar that lies', 'a.tar', () => tarOf([{ name: 'a.md', body: spec(), size: 2 ** 32 }]), {}],
  ['a gzip bomb', 'a.gz', () => gzipSync(zeros), {}],
  [
    'gzip in gzip',
    'a.gz',
    () => Array.from({ length: 12 }).reduce<Uint8Array>((inner) => gzipSync(inner), Buffer.from(spec())),
    {},
  ],
  ['half a gzip', 'a.tgz', () => gzipSync(tarOf([{ name: 'a.md', body: spec() }])).subarray(0, 60), {}],
  [
    'a PDF with a program',
    'a.pdf',
    () =>
      pdfOf(
        'BT /F1 12 Tf 72 700 Td (The server must answer) Tj ET',
        '/AA << /O << /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9"\\)) >> >>',
      ),
    {},
  ],
  [
    'a PDF that reads files',
    'a.pdf',
    () => pdfOf('BT /F1 12 Tf (x) Tj ET', '/Metadata << /F (/etc/passwd) /FFilter /FlateDecode >>'),
    { never: ['root:x:'] },
  ],
  [
    'pages that name themselves',
    'a.pdf',
    () =>
      Buffer.from(Buffer.from(pdfOf('BT ET')).toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1'),
    {},
  ],
  ...(
    [
      ['states', 'q '.repeat(4e6)],
      ['states that are taken back', 'q Q '.repeat(2e6)],
      ['words that mean nothing', 'zz '.repeat(4e6)],
      ['areas', '1 1 5 5 re f '.repeat(1e6)],
    ] as const
  ).map(
    ([name, content]) =>
      [`a PDF of millions of ${name}`, 'a.pdf', () => pdfOf(content), { outcomes: { 'a.pdf': 'limit' } }] as const,
  ),
  ['a PDF and nothing more', 'a.pdf', () => Buffer.from('%PDF-1.7\n'), {}],
];
const archives: HostileFolder[] = ARCHIVES.map(([name, path, content, outcome]) => ({
  name: `container ${name}`,
  make: (folder) => folder.named('api.md').named(path, content()).index(),
  ...outcome,
  never: [SECRET, ...(outcome.never ?? [])],
}));

const root = process.getuid?.() === 0;
const others: HostileFolder[] = [
  { name: 'nothing in it', make: () => undefined, verdict: 'NOT READY' },
  {
    name: 'nothing but litter',
    make: (folder) => folder.put('.DS_Store', 'x').put('.git/config', 'x'),
    verdict: 'NOT READY',
  },
  {
    name: 'a pipe',
    make: (folder) => folder.named('api.md').index().run('mkfifo', 'pipe.md'),
    finds: [['link', 'pipe.md']],
  },
  { name: 'a pipe as the index', make: (folder) => folder.put('api.md').run('mkfifo', 'INDEX.md'), verdict: 'refused' },
  {
    name: 'a pipe as the seal',
    make: (folder) => folder.named('api.md').index().run('mkfifo', 'INDEX.sha256'),
    verdict: 'refused',
  },
  {
    name: 'a link as the index',
    make: (folder) => folder.put('api.md').link('INDEX.md', '../secret.md'),
    verdict: 'refused',
  },
  { name: 'a folder as the index', make: (folder) => folder.put('INDEX.md/api.md'), verdict: 'refused' },
  {
    name: 'an index of bytes',
    make: (folder) =>
      folder.put('api.md').put(
        'INDEX.md',
        Uint8Array.from({ length: 5000 }, (_, i) => (i * 97 + (i >> 2)) & 255),
      ),
  },
  ...(root
    ? [
        {
          name: 'a device',
          make: (folder: Folder) => folder.named('api.md').index().run('mknod', 'zero.md', 'c', '1', '5'),
          finds: [['link', 'zero.md'] as const],
        },
      ]
    : []),
  {
    name: 'a sparse file of 10 GB',
    make: (folder) =>
      folder
        .named('api.md')
        .index('- [x](big.md)\n')
        .sparse('big.md', 10 * 2 ** 30),
    verdict: 'CANNOT TELL',
    outcomes: { 'big.md': 'limit' },
  },
  { name: '300 folders deep', make: (folder) => folder.named(`${'d/'.repeat(300)}a.md`).index(), verdict: 'READY' },
  {
    name: '20,000 empty files',
    make: (folder) => {
      folder.named('api.md').index();
      for (let i = 0; i < 20_000; i++) folder.put(`e${String(i)}.md`, '');
    },
    verdict: 'NOT READY',
  },
  {
    name: 'two links that name each other',
    make: (folder) => folder.named('api.md').index().link('a', 'b').link('b', 'a'),
    finds: [
      ['link', 'a'],
      ['link', 'b'],
    ],
  },
  {
    name: 'a chain of 60 links',
    make: (folder) => {
      folder.named('api.md').index();
      for (let i = 0; i < 60; i++) folder.link(`l${String(i)}`, i === 0 ? 'api.md' : `l${String(i - 1)}`);
    },
  },
  {
    name: 'one name in two forms',
    make: (folder) => folder.named('caf\u00e9.md', spec('one')).named('cafe\u0301.md', spec('two')).index(),
    finds: [['name-collision', 'cafe\u0301.md']],
  },
  {
    name: 'one name in two cases',
    make: (folder) => folder.named('a.md', spec('one')).named('A.md', spec('two')).index(),
    finds: [['name-collision', 'A.md']],
  },
  {
    name: 'an ignore file of stars',
    make: (folder) =>
      folder
        .named('api.md')
        .index()
        .put('.gitignore', `${'*'.repeat(100_000)}a\n${'**/'.repeat(10_000)}b\n`),
  },
  { name: 'an ignore file that hides all', make: (folder) => folder.put('hidden.md').put('.seedcheckignore', '*\n') },
  {
    name: 'an ignore file of 10 MB',
    make: (folder) =>
      folder
        .named('api.md')
        .index()
        .put('.gitignore', many('x\n', 10 * MB)),
  },
  {
    name: 'a bag that climbs',
    make: (folder) =>
      folder
        .put('bagit.txt', 'BagIt-Version: 1.0\n')
        .put('manifest-sha256.txt', `${HASH}  data/../../secret.md\n`)
        .put('data/a.md'),
    verdict: 'NOT READY',
  },
  {
    name: 'a bag that fetches',
    make: (folder) =>
      folder
        .put('bagit.txt', 'BagIt-Version: 1.0\n')
        .put('manifest-sha256.txt', `${HASH}  data/a.md\n`)
        .put('fetch.txt', 'http://127.0.0.1:9/a 20 data/a.md\n'),
    verdict: 'NOT READY',
  },
  {
    name: 'a data package that climbs',
    make: (folder) =>
      folder
        .put(
          'datapackage.json',
          '{"resources":[{"path":"../secret.md"},{"path":"/etc/passwd"},{"path":"http://127.0.0.1:9/"}]}',
        )
        .put('a.md'),
  },
  {
    name: 'a list of sums that climbs',
    make: (folder) => folder.put('SHA256SUMS', `${HASH}  ../secret.md\n`).put('a.md'),
    verdict: 'CANNOT TELL',
  },
];

export const HOSTILE: readonly HostileFolder[] = [
  ...named,
  ...unnamed,
  ...links,
  ...indexes,
  ...seals,
  ...texts,
  ...archives,
  ...others.map((each) => ({ never: [SECRET, 'root:x:'], ...each })),
];
