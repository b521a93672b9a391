/**
 * Texts made to be slow: no input may make a reader, a view, the reading of the kind or a check take more than linear time.
 * Runs every check on every text at three sizes (N/16, N/4, N) and prints those whose time grows faster than the size,
 * worst first; then the slowest text of every check.
 * `npx tsx eval/hostile.ts [--size N] [--check ID,ID] [--text PATTERN] [--format EXT,EXT] [--quick] [--json FILE]`
 */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checks } from '../src/checks/index.ts';
import { createDocument } from '../src/core/document.ts';
import { messageOf } from '../src/core/errors.ts';
import { examiner } from '../src/core/run.ts';
import type { Check, Document, KindReading, Observation, Source } from '../src/core/types.ts';
import { view } from '../src/core/view.ts';
import { read } from '../src/extractors/index.ts';
import { formatOf } from '../src/extractors/format.ts';
import { classify } from '../src/kind/index.ts';
import { printOf } from '../src/manifest/print.ts';
import { dense } from '../src/views/dense.ts';
import { language } from '../src/views/language.ts';
import { entriesOf, folderOf } from './judge.ts';
import { random } from './random.ts';

// ---------------------------------------------------------------------------------------------------------------------
// Texts

export interface Hostile {
  readonly name: string;
  /** A text of `size` UTF-16 code units, always the same for the same size. */
  readonly make: (size: number) => string;
}

/** The extensions that every text is read by. */
export const EXTENSIONS = ['md', 'txt', 'rst', 'adoc', 'html', 'tex', 'json', 'xml', 'yaml', 'csv'] as const;

/** `piece` over and over. */
const fill = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / Math.max(1, piece.length))).slice(0, size);

/** What `piece` says of 1, 2, 3 ..., one after another. */
function count(size: number, piece: (number: number, upTo: number) => string): string {
  const pieces: string[] = [];
  let length = 0;
  // How many there will be, nearly: for what counts down.
  const upTo = Math.ceil(size / piece(Math.ceil(size / 16), size).length);
  for (let number = 1; length < size; number++) {
    const next = piece(number, upTo);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('').slice(0, size);
}

function drawn(size: number, seed: number, piece: (below: (limit: number) => number) => string): string {
  const source = random(seed);
  return count(size, () => piece((limit) => source.below(limit)));
}

/** One of every class that a reader may treat by itself. */
const CHARACTERS: readonly (readonly [string, string])[] = [
  ['letter', 'a'],
  ['capital', 'A'],
  ['digit', '7'],
  ['accented', 'é'],
  ['Greek', 'α'],
  ['Cyrillic', 'ж'],
  ['Han', '的'],
  ['kana', 'の'],
  ['Hangul', '한'],
  ['Arabic', 'ب'],
  ['Devanagari', 'क'],
  ['Thai', 'ก'],
  ['space', ' '],
  ['NBSP', '\u00a0'],
  ['ideographic space', '\u3000'],
  ['LF', '\n'],
  ['tab', '\t'],
  ['form feed', '\f'],
  ['CR', '\r'],
  ['LS', '\u2028'],
  ['<', '<'],
  ['>', '>'],
  ['&', '&'],
  ['[', '['],
  [']', ']'],
  ['(', '('],
  [')', ')'],
  ['{', '{'],
  ['}', '}'],
  ['backtick', '`'],
  ['tilde', '~'],
  ['*', '*'],
  ['_', '_'],
  ['|', '|'],
  ['#', '#'],
  ['-', '-'],
  ['=', '='],
  ['+', '+'],
  ['.', '.'],
  [',', ','],
  [':', ':'],
  [';', ';'],
  ['!', '!'],
  ['?', '?'],
  ['/', '/'],
  ['backslash', '\\'],
  ['@', '@'],
  ['%', '%'],
  ['$', '$'],
  ['^', '^'],
  ['"', '"'],
  ["'", "'"],
  ['ideographic full stop', '。'],
  ['fullwidth comma', '，'],
  ['left corner bracket', '「'],
  ['left double quote', '“'],
  ['right double quote', '”'],
  ['ellipsis', '…'],
  ['em dash', '—'],
  ['bullet', '•'],
  ['soft hyphen', '\u00ad'],
  ['ZWSP', '\u200b'],
  ['ZWJ', '\u200d'],
  ['RLO', '\u202e'],
  ['RLI', '\u2067'],
  ['BOM', '\ufeff'],
  ['U+FFFD', '\ufffd'],
  ['NUL', '\0'],
  ['escape', '\u001b'],
  ['C1 control', '\u0085'],
  ['private use', '\ue000'],
  ['combining mark', '\u0301'],
  ['variation selector', '\ufe0f'],
  ['emoji', '\u{1f600}'],
  ['tag character', '\u{e0041}'],
  ['Han beyond the BMP', '\u{20000}'],
  ['lone high surrogate', '\ud800'],
  ['lone low surrogate', '\udc00'],
];

/** Small pieces that open something, nest, alternate, or are looked for by some check, over and over. */
const PIECES: readonly string[] = [
  // markup that opens and does not close
  '[a](b',
  '[a](',
  '[a][b] ',
  '[[',
  '![',
  '![a](b ',
  '<a',
  '<a ',
  '<a href="',
  "<a b='",
  '<p>',
  '</p>',
  '<div><span>',
  '<div>\n',
  '<br>',
  '<!--',
  '<!-- a -->',
  '<![CDATA[',
  '<?a ',
  '<script>',
  '<style>',
  '<pre>',
  '<table><tr><td>',
  '<details>\n',
  '&amp;',
  '&amp;lt;',
  '&amp;amp;',
  '&lt;p&gt;',
  '&lt;',
  '&#x41;',
  '&#65',
  '&nbsp;',
  '&a',
  '`a``b',
  '``` ',
  '```\n',
  '```a\nb\n',
  '~~~\n',
  '````\n```\n',
  '$$',
  '$a$ ',
  '\\(',
  '\\[a\\]',
  '\\begin{a}',
  '\\begin{a}\n',
  '\\end{a}\n',
  '\\begin{a}\n\\end{b}\n',
  '\\a{',
  '{{',
  '{{a}}',
  '{% a %}',
  '{"a":[',
  '{"a":',
  '"a",',
  '["a',
  '" a',
  'a,"b',
  '“a ',
  '“a” ',
  '「a',
  '(a',
  '(a [b {c ',
  '**a',
  '*a ',
  '_a_',
  '__a ',
  '==a',
  '|===\n',
  '====\n',
  '----\na\n',
  '++++\n',
  '#+BEGIN_SRC\n',
  '.. a::\n',
  '.. code-block:: a\n\n   b\n',
  '.. _a:\n',
  ':a: ',
  '::\n\n a\n',
  '---\n',
  '---\na: b\n',
  '+++\n',
  '***\n',
  'a\n---\n',
  'a\n===\n',
  'a\n~~~~\n',
  '% a\n',
  '\\\n',
  'a\\\n',
  // lists and quotes
  '- ',
  '- a\n',
  '  - a\n',
  '* * ',
  '> ',
  '> a\n',
  '1. ',
  '1. a\n',
  '1.',
  '1.1.',
  'a. b\n',
  '(1) ',
  '[1]',
  '[1] ',
  '[^1]',
  '[^a]: b\n',
  '- [ ] a\n',
  '• a\n',
  'IV. a\n',
  '第1条 ',
  '一、',
  // tables
  '|a',
  '| a |\n',
  '|-|-|\n',
  '| a | b |\n|---|---|\n',
  '+--+\n',
  '+--+--+\n|a |b |\n',
  '-|-\n',
  'a\tb\n',
  'a,b\n',
  ',,,,\n',
  // furniture, numbers, names
  'Page 1\n\n',
  'Page 1 of 2\n',
  '- 1 -\n',
  '1\n',
  '1\n\n',
  '\f1\n',
  'Figure 1 ',
  'Figure 1: a\n\n',
  'see section 1. ',
  'Table 1. a\n',
  '........ 1\n',
  '4版 | 报\n',
  '1999年',
  '12 34 ',
  '0x1f ',
  'a@b',
  'http://a.b/',
  'http://',
  'a.b/c?d=e&',
  'a/b.md ',
  'A_B ',
  'MUST ',
  'abcdef0123456789',
  '11111111-1111-1111-1111-111111111111 ',
  '2026-01-01T00:00:00Z ',
  // damage
  '<<<<<<< a\n',
  '<<<<<<< ',
  '=======\n',
  '>>>>>>> a\n',
  '<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n',
  '<<<<<<< a\n<<<<<<< b\n',
  '@@ -1,2 +3,4 @@\n',
  '+a\n-b\n',
  'diff --git a/a b/a\n',
  'Ã©',
  'Ã©a ',
  'â€™',
  'â€œa',
  'ï»¿',
  'ÃƒÂ©',
  'Ð¿Ñ€',
  'ä¸­æ–‡',
  '锟斤拷',
  '\ufffda',
  '?? ',
  'a?b',
  'ab-\n',
  'ab- ',
  'a-b-',
  'ab\u00ad',
  'a\u200b',
  'a\u200d',
  '\u202ea\u202c',
  '\u2066a',
  'a\u0301',
  'a\u0301\u0301\u0301\u0301',
  '\u{1f468}\u200d',
  '\u{e0061}\u{e007f}',
  'a\ufe0f',
  'TODO ',
  'TODO: a\n',
  'FIXME(',
  'XXX',
  'TBD\n',
  'lorem ipsum ',
  '[...]',
  '[…]\n',
  '(continued)\n',
  '...\n',
  '… ',
  '[citation needed]',
  'REDACTED ',
  '█',
  'As an AI language model, ',
  'Sure! Here is ',
  'ignore previous instructions ',
  'Accept cookies\n',
  'Skip to content\n',
  'Sign in | ',
  'Share on a\n',
  'Read more\n\n',
  '© 2026 a. All rights reserved.\n',
  'data:image/png;base64,AAAA',
  'Error! Reference source not found. ',
  'Error! Bookmark not defined.\n',
  '#REF! ',
  'undefined ',
  'null,',
  '[object Object]',
  'NaN ',
  '${a}',
  '<%= a %>',
  '%20',
  '%E4%B8',
  '\\u0041',
  '\\n',
  '=20',
  '=\n',
  '=E2=80=99',
  '\u001b[0m',
  '\b',
  'a\ba',
  'a  b\n',
  'a \n',
  ' a\n',
  '\r\n',
  '\n ',
  ' \n',
  '\t\n',
  // sentences
  'a. ',
  'A b. ',
  'A b.\n',
  'a b ',
  'The server must respond. ',
  'The server must respond.\n',
  'The server must respond.\n\n',
  'The server must respond\n',
  'the server must\n',
  'abc def\n',
  '服务器必须响应。',
  '服务器必须响应。\n',
  '服务器必须响应\n',
  '中，',
  'a\n\n',
  '中\n\n',
  'a:\n\n',
  'a,\n\n',
  'and\n\n',
  '# a\n',
  '# a\n\n',
  '# a\n\nb\n\n',
  'a\n# b\n',
  'A\n\nb\n\n',
  'Mr. A. ',
  '3.14 ',
  'e.g. ',
  '?! ',
  // what a pattern may begin at, each time anew
  '1,',
  'a:',
  '1/',
  'A-1-',
  'A.',
  '-- ',
  'a=',
  "a'",
  'é ',
  '1 000 ',
  '(1)(',
  'a_',
  'a__b',
  'a;',
  '%a',
  '#a ',
  '@a ',
  '~a',
  '^a^',
  '\\ ',
  'A ',
  'Aa',
  'aA',
  'a1',
  '1a',
  '.a',
  ' .',
  '. .',
  '.\n',
  ',\n',
  '-\n',
  ':\n',
  'a\tb ',
  '\u00a0 ',
  'a\u00a0',
  '第',
  '第一',
  '（1）',
  '①',
  '注：',
  '图1 ',
  '-1',
  '+1 ',
  '~~a',
  '[a]: b ',
  '[x](<',
  '![](',
  '[[a]]',
  '[^',
  '(c) ',
  '(http://a',
  '<http://a>',
  '<a@b',
  'a@',
  '&#',
  '&#x',
  '\\u',
  '\\x',
  'base64,',
  'https://a/?',
  'www.a.',
  '//',
  '/* ',
  '// a\n',
  '# ',
  '-- a\n',
  '; a\n',
  "'''",
  '"""',
  '«a ',
  '„a',
  '‹',
  '1. a\n3. b\n',
  'a) b\nc) d\n',
  'A. a\n\nC. b\n\n',
];

/** Two files of one unit more or less: what is almost a period. */
const almost = (size: number, period: string, every: number): string => {
  const source = random(7);
  return count(size, () => {
    const at = source.below(period.length);
    let copy = period.repeat(every);
    copy = copy.slice(0, at) + String.fromCharCode(0x61 + source.below(26)) + copy.slice(at + 1);
    return copy;
  });
};

const PARAGRAPH =
  'The server must answer each request within two seconds, whatever the size of what was asked for. ' +
  'Where it cannot, it says so with status 503 and names the time at which the client may ask again. ';
const PASSAGE =
  '服务器必须在两秒内应答每个请求，无论所请求内容的大小如何。如果不能，则返回状态码，并说明客户端何时可以再次请求。';

function fibonacci(size: number, a: string, b: string): string {
  let last = b;
  let word = a;
  while (word.length < size) [last, word] = [word, word + last];
  return word.slice(0, size);
}

function thueMorse(size: number, a: string, b: string): string {
  let word = a;
  let other = b;
  while (word.length < size) [word, other] = [word + other, other + word];
  return word.slice(0, size);
}

/** De Bruijn's word over `letters`: every word of the length that fills `size` once (Lyndon words in order). */
function deBruijn(size: number, letters: string): string {
  const k = letters.length;
  let n = 1;
  while (k ** n < size) n++;
  const a = new Array<number>(n + 1).fill(0);
  const out: string[] = [];
  let length = 0;
  // Duval's way through the Lyndon words of length up to n.
  let word = [0];
  while (word.length > 0 && length < size) {
    if (n % word.length === 0) {
      out.push(word.map((letter) => letters.charAt(letter)).join(''));
      length += word.length;
    }
    for (let i = 0; i < n; i++) a[i] = word[i % word.length]!;
    word = a.slice(0, n);
    while (word.length > 0 && word.at(-1) === k - 1) word.pop();
    if (word.length > 0) word[word.length - 1]!++;
  }
  return out.join('').slice(0, size);
}

const ofCodes = (size: number, code: (i: number) => number): string => {
  const pieces: string[] = [];
  for (let i = 0; i < size; i += 4096) {
    const codes: number[] = [];
    for (let j = i; j < Math.min(size, i + 4096); j++) codes.push(code(j));
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join('');
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const WORDS =
  'server client request answer time limit token user must shall may not each every within second status code name value field'.split(
    ' ',
  );
/** 1 is b, 26 is ba. */
const letters = (n: number): string =>
  n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26)) + String.fromCharCode(97 + (n % 26));
const half = (size: number): number => size >>> 1;

/** A text of its own making. */
const MADE: Readonly<Record<string, (size: number) => string>> = {
  'one line, words': (size) => drawn(size, 1, (below) => `${WORDS[below(WORDS.length)]!} `),
  'one sentence without end, lines': (size) =>
    drawn(size, 2, (below) => `${WORDS[below(WORDS.length)]!}${below(12) === 0 ? '\n' : ' '}`),
  'words at random, blank lines': (size) =>
    drawn(size, 3, (below) => `${WORDS[below(WORDS.length)]!}${below(9) === 0 ? '.\n\n' : ' '}`),
  'one-word paragraphs': (size) => drawn(size, 4, (below) => `${WORDS[below(WORDS.length)]!}\n\n`),
  'one-letter lines': (size) => drawn(size, 5, (below) => `${String.fromCharCode(97 + below(26))}\n`),
  'distinct lines': (size) => count(size, (n) => `line ${(n * 2654435761) >>> 0} of many\n`),
  'distinct sentences': (size) => count(size, (n) => `The server must answer request ${n} in time. `),
  'distinct paragraphs': (size) => count(size, (n) => `Request ${n}: ${PARAGRAPH}\n\n`),
  'distinct words': (size) => count(size, (n) => `w${((n * 2654435761) >>> 0).toString(36)} `),
  'distinct words, lines': (size) => count(size, (n) => `w${((n * 2654435761) >>> 0).toString(36)}\n`),
  'lines equal, long': (size) => fill(`${PARAGRAPH}\n`, size),
  'lines equal, long, no mark': (size) => fill(`${PARAGRAPH.slice(0, 90)}\n`, size),
  'lines equal, Han': (size) => fill(`${PASSAGE}\n`, size),
  'paragraphs equal': (size) => fill(`${PARAGRAPH}\n\n`, size),
  'paragraphs equal, Han': (size) => fill(`${PASSAGE}\n\n`, size),
  'lines of two contents': (size) => fill(`${PARAGRAPH}\n${PARAGRAPH.slice(97)}\n`, size),
  'short lines of two contents': (size) => fill('a\nb\n', size),
  'two contents, no order': (size) => drawn(size, 6, (below) => (below(2) ? 'the first line is this\n' : 'other\n')),
  'lines of 7,000 units': (size) => drawn(size, 8, (below) => `${fill(`${WORDS[below(21)]!} `, 7000)}\n`),
  'half one line, half short lines': (size) =>
    `${fill('a b ', half(size))}\n${fill('a b\n', half(size))}`.slice(0, size),
  'lines with one prefix': (size) => count(size, (n) => `${'abcdefgh'.repeat(30)}${n}\n`),
  'words with one prefix': (size) => count(size, (n) => `${'abcdefgh'.repeat(12)}${n} `),
  'lines with one suffix': (size) => count(size, (n) => `${n} ${'abcdefgh'.repeat(30)}\n`),
  'growing lines': (size) => count(size, (n) => `${'a'.repeat(n)}\n`),
  'growing indent': (size) => count(size, (n) => `${' '.repeat(n)}- a\n`),
  'growing quote depth': (size) => count(size, (n) => `${'>'.repeat(n)} a\n`),
  'growing runs of backticks': (size) => count(size, (n) => `${'`'.repeat(n)}a`),
  'growing fences': (size) => count(size, (n) => `${'`'.repeat(n + 2)}\n`),
  'growing headings': (size) => count(size, (n) => `${'#'.repeat(1 + (n % 6))} heading ${n}\n`),
  'growing runs of dashes': (size) => count(size, (n) => `a\n${'-'.repeat(n)}\n`),
  'growing beginnings': (size) => count(size, (n) => `${'the server must '.repeat(1 + (n % 60))}\n`),
  // numbers
  'list 1 to n': (size) => count(size, (n) => `${n}. item\n`),
  'list without every second number': (size) => count(size, (n) => `${2 * n}. item\n`),
  'list without every tenth number': (size) => count(size, (n) => `${n + Math.floor(n / 9)}. item ${n}\n`),
  'list all 1': (size) => count(size, (n) => `1. item ${n}\n`),
  'list descending': (size) => count(size, (n, upTo) => `${Math.max(0, upTo - n)}. item\n`),
  'list without order': (size) => drawn(size, 9, (below) => `${below(100_000)}. item\n`),
  'list of two series': (size) => count(size, (n) => (n % 2 ? `${n}. item\n` : `(${n}) item\n`)),
  'list by letters': (size) => count(size, (n) => `${String.fromCharCode(97 + (n % 26))}) item\n`),
  'headings 1 to n': (size) => count(size, (n) => `## ${n} Name\n\n`),
  'headings 1 to n, text': (size) => count(size, (n) => `## ${n}. Name of it\n\nText of ${n}.\n\n`),
  'headings without every second number': (size) => count(size, (n) => `## ${2 * n}. Name\n\n`),
  'headings descending': (size) => count(size, (n, upTo) => `## ${Math.max(0, upTo - n)}. Name\n\n`),
  'headings equal': (size) => fill('## 1. Name\n\nText.\n\n', size),
  'headings 1.1.1...': (size) => count(size, (n) => `${'1.'.repeat(1 + (n % 200))} Name\n\n`),
  'headings 1.n': (size) => count(size, (n) => `# 1.${n} Name\n`),
  'headings, random depth': (size) =>
    drawn(size, 10, (below) => `${'#'.repeat(1 + below(6))} ${below(9)}.${below(9)}.${below(9)} Name\n\n`),
  'Chinese numerals': (size) => count(size, (n) => `第${'一二三四五六七八九十'.charAt(n % 10)}条 内容。\n`),
  'articles 1 to n': (size) => count(size, (n) => `第${n}条 内容。\n`),
  'requirements 1 to n': (size) => count(size, (n) => `REQ-${n} The server must answer.\n`),
  'requirements, every second': (size) => count(size, (n) => `REQ-${2 * n} The server must answer.\n`),
  'identifiers of many series': (size) => count(size, (n) => `AB${n % 977}-${n} text\n`),
  'identifiers, all distinct series': (size) => count(size, (n) => `R${n.toString(36).toUpperCase()}X-${n} text\n`),
  '1.1.1.1...': (size) => fill('1.', size),
  '1.2.3.4...': (size) => count(size, (n) => `${n}.`),
  'numbers in a row': (size) => count(size, (n) => `${n} `),
  'numbers in lines': (size) => count(size, (n) => `${n}\n`),
  'notes cited': (size) => count(size, (n) => `text [${n}] `),
  'notes cited, lines': (size) => count(size, (n) => `text [${n}].\n`),
  'notes listed': (size) => count(size, (n) => `[${n}]: http://a.b/${n}\n`),
  'notes cited, then listed': (size) =>
    count(half(size), (n) => `text[^${n}] `) + count(size - half(size), (n) => `\n[^${n}]: note`),
  'references to sections': (size) => count(size, (n) => `See Section ${n}.${n % 7}. `),
  'references to figures': (size) => count(size, (n) => `See Figure ${n}. `),
  'figures with captions': (size) => count(size, (n) => `Figure ${n}: what it shows\n\n`),
  'figures, every second': (size) => count(size, (n) => `Figure ${2 * n}: what it shows\n\n`),
  'page numbers, text between': (size) => count(size, (n) => `${PARAGRAPH.slice(0, 60)}\n\n${n}\n\n`),
  'page numbers and running heads': (size) =>
    count(size, (n) => `the server answers\n\nTitle of it   Page ${n}\n\nat once\n`),
  'pages with form feeds': (size) => count(size, (n) => `the server\n\f${n} Title\nmust answer\n`),
  'contents with dots': (size) => count(size, (n) => `${n} Name of it ............ ${n}\n`),
  'contents and headings': (size) =>
    count(half(size), (n) => `- [Name ${n}](#name-${n})\n`) + count(size - half(size), (n) => `\n## Name ${n}\n`),
  'links to names': (size) => count(size, (n) => `[a](#name-${n}) `),
  'links to files': (size) => count(size, (n) => `[a](b${n}.md) `),
  'dates going up': (size) => count(size, (n) => `2026-${1 + (n % 12)}-${1 + (n % 28)}: changed ${n}\n`),
  'times of a log': (size) => count(size, (n) => `${n % 24}:${n % 60} name: said ${n}\n`),
  'lists that begin anew, 2 missing': (size) => count(size, (n) => `1. item ${n}\n3. item\n`),
  'lists that begin anew, b missing': (size) => count(size, (n) => `a) item ${n}\nc) item\n\ntext\n\n`),
  'headings n.1': (size) => count(size, (n) => `## ${n}.1 Name\n\n`),
  'headings n.1, then n.3': (size) =>
    count(half(size), (n) => `## ${n}.1 Name\n\n`) + count(half(size), (n) => `## ${n}.3 Name\n\n`),
  'headings m.n.1': (size) => count(size, (n) => `## ${n % 997}.${n % 991}.1 Name\n\n`),
  'words that count, each its own': (size) =>
    count(size, (n) => `Word${letters(n)} 1: text\n\nWord${letters(n)} 3: text\n\n`),
  'words that count by letters, each its own': (size) => count(size, (n) => `Word${letters(n)} A: text\n\n`),
  'words that count, headings': (size) => count(size, (n) => `## Word${letters(n)} ${1 + 2 * (n % 3)}\n\ntext\n\n`),
  'short lines in one paragraph': (size) =>
    count(size, (n) => `the server answers the client at once and\nTitle ${letters(n % 390)}\n`),
  'page numbers in one paragraph': (size) =>
    count(size, (n) => `the server answers the client at once and\n${letters(n % 390)} | Page ${n}\n`),
  'page numbers in one paragraph, no spaces': (size) =>
    count(size, (n) => `服务器必须在两秒内应答每个请求无论\n第 ${n} 页\n`),
  // tables
  'one table row of many cells': (size) => `| a |\n|---|\n${fill('| a ', size - 12)}`,
  'one head of many cells': (size) => `${fill('| a ', half(size))}\n${fill('|---', half(size))}\n`.slice(0, size),
  'table of many rows': (size) => `| a | b |\n|---|---|\n${count(size, (n) => `| ${n} | ${n * 7} |\n`)}`.slice(0, size),
  'table of growing rows': (size) => `| a |\n|---|\n${count(size, (n) => `${'|a'.repeat(n)}|\n`)}`.slice(0, size),
  'tables, each of another width': (size) =>
    count(size, (n) => `| a |\n|${'-|'.repeat(1 + (n % 50))}\n|${'b|'.repeat(1 + ((n * 7) % 50))}\n\n`),
  'csv, rows of other widths': (size) => count(size, (n) => `${'a,'.repeat(n % 40)}${n}\n`),
  'csv in one row': (size) => count(size, (n) => `${n},`),
  // repetition
  'a^n b a^n': (size) => `${fill('a', half(size) - 1)}b${fill('a', half(size))}`,
  'words^n other words^n': (size) => `${fill(PARAGRAPH, half(size) - 6)}other ${fill(PARAGRAPH, half(size))}`,
  'Fibonacci letters': (size) => fibonacci(size, 'a', 'b'),
  'Fibonacci words': (size) => fibonacci(size, 'server ', 'client '),
  'Fibonacci lines': (size) => fibonacci(size, 'the server answers\n', 'the client asks\n'),
  'Fibonacci paragraphs': (size) => fibonacci(size, 'The server answers.\n\n', 'The client asks.\n\n'),
  'Fibonacci Han': (size) => fibonacci(size, '服', '务'),
  'Thue-Morse letters': (size) => thueMorse(size, 'a', 'b'),
  'Thue-Morse lines': (size) => thueMorse(size, 'the server answers\n', 'the client asks\n'),
  'Thue-Morse sentences': (size) => thueMorse(size, 'The server answers. ', 'The client asks. '),
  'period with one change a copy': (size) => almost(size, PARAGRAPH, 1),
  'period with one change in nine': (size) => almost(size, PARAGRAPH, 9),
  'lines, one change a copy': (size) => almost(size, `${PARAGRAPH.replaceAll(' ', '\n')}\n`, 1),
  'Han period with one change a copy': (size) => almost(size, PASSAGE, 1),
  'short period with one change a copy': (size) => almost(size, 'abcdefg ', 3),
  'period that grows': (size) => count(size, (n) => `${WORDS.slice(0, 1 + (n % WORDS.length)).join(' ')} `),
  'squares of every length': (size) => count(size, (n) => `${'a'.repeat(n % 300)}b${'a'.repeat(n % 300)}c `),
  'runs within runs': (size) => count(size, (n) => `${'ab'.repeat(n % 17)}c`),
  'second half is the first': (size) => {
    const first = drawn(half(size), 11, (below) => `${WORDS[below(21)]!}${below(9) ? ' ' : '.\n\n'}`);
    return first + first;
  },
  'eight copies': (size) =>
    fill(`${drawn(size >>> 3, 12, (below) => `${WORDS[below(21)]!}${below(9) ? ' ' : '.\n\n'}`)}`, size),
  'copies of a page, its lines in another order': (size) => {
    const source = random(13);
    const lines = Array.from({ length: 400 }, (_, n) => `The line ${n} of the page says what it says.\n`);
    return count(size, () => lines[source.below(lines.length)]!);
  },
  'paragraph, then its words': (size) => fill(`${PARAGRAPH}\n\n${PARAGRAPH.slice(0, 97)}\n\n`, size),
  'de Bruijn, 2 letters': (size) => deBruijn(size, 'ab'),
  'de Bruijn, letters and space': (size) => deBruijn(size, 'ab '),
  'de Bruijn, letters and LF': (size) => deBruijn(size, 'a\n'),
  'de Bruijn, 10 letters': (size) => deBruijn(size, 'abcdefghij'),
  'de Bruijn, markup': (size) => deBruijn(size, '<>[]()`*\n'),
  'de Bruijn, Han': (size) => deBruijn(size, '服务器必须响应请求'),
  // noise
  'base64, one line': (size) => drawn(size, 14, (below) => BASE64.charAt(below(64))),
  'base64, lines': (size) => drawn(size, 15, (below) => `${fill(BASE64.slice(below(60)), 76)}\n`),
  'hex, one line': (size) => drawn(size, 16, (below) => '0123456789abcdef'.charAt(below(16))),
  'letters at random': (size) => drawn(size, 17, (below) => 'abcdefghijklmnopqrstuvwxyz'.charAt(below(26))),
  'letters and spaces at random': (size) => drawn(size, 18, (below) => 'abcdefghijklmn      \n'.charAt(below(21))),
  'ASCII at random': (size) => drawn(size, 19, (below) => String.fromCharCode(32 + below(95))),
  'ASCII at random, lines': (size) =>
    drawn(size, 20, (below) => (below(30) ? String.fromCharCode(32 + below(95)) : '\n')),
  'punctuation at random': (size) =>
    drawn(size, 21, (below) => '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\n '.charAt(below(34))),
  'brackets at random': (size) => drawn(size, 22, (below) => '()[]{}<>"\'`“”«»「」（）'.charAt(below(20))),
  'Latin-1 at random': (size) => drawn(size, 23, (below) => String.fromCharCode(0xa0 + below(96))),
  'mojibake at random': (size) => drawn(size, 24, (below) => 'ÃÂâ€™œžšŸ¦©®¼½¾Ð¿Ñ€ä¸­æ–‡ a'.charAt(below(30))),
  'mojibake in words': (size) =>
    drawn(
      size,
      25,
      (below) => `${['caf', 'na', 'r', 'S'][below(4)]!}${['Ã©', 'Ã¯', 'Ã±', 'ÃƒÂ'][below(4)]!}${WORDS[below(21)]!} `,
    ),
  'Han at random': (size) => ofCodes(size, (i) => 0x4e00 + (((i * 2654435761) >>> 0) % 20000)),
  'Han at random, marks': (size) =>
    drawn(size, 26, (below) => (below(12) ? String.fromCharCode(0x4e00 + below(3000)) : '，。\n'.charAt(below(3)))),
  'kana and Han': (size) => drawn(size, 27, (below) => String.fromCharCode((below(2) ? 0x3041 : 0x4e00) + below(80))),
  'Hangul at random': (size) => drawn(size, 28, (below) => String.fromCharCode(0xac00 + below(11172))),
  'Arabic at random': (size) => drawn(size, 29, (below) => (below(6) ? String.fromCharCode(0x627 + below(36)) : ' ')),
  'Devanagari at random': (size) =>
    drawn(size, 30, (below) => (below(6) ? String.fromCharCode(0x900 + below(112)) : ' ')),
  'Thai at random': (size) => drawn(size, 31, (below) => String.fromCharCode(0xe01 + below(58))),
  'emoji at random': (size) => drawn(size, 32, (below) => String.fromCodePoint(0x1f300 + below(700))),
  'scripts by turns': (size) => drawn(size, 33, (below) => 'aжα的のبक한 '.charAt(below(9))),
  'look-alike letters': (size) => drawn(size, 34, (below) => 'aаoоeеpрcс '.charAt(below(11))),
  'every unit of the BMP': (size) => ofCodes(size, (i) => i % 0xd800),
  'every unit, surrogates too': (size) => ofCodes(size, (i) => i & 0xffff),
  'all surrogates': (size) => ofCodes(size, (i) => 0xd800 + ((i * 7919) & 0x7ff)),
  'controls in order': (size) => ofCodes(size, (i) => i & 31),
  'private use at random': (size) => drawn(size, 35, (below) => String.fromCharCode(0xe000 + below(6400))),
  'zero-width between letters': (size) => drawn(size, 36, (below) => `${String.fromCharCode(97 + below(26))}\u200b`),
  'zero-width bits': (size) => drawn(size, 37, (below) => '\u200b\u200c\u200d\u2060'.charAt(below(4))),
  'tag characters, a word': (size) => drawn(size, 38, (below) => String.fromCodePoint(0xe0061 + below(26))),
  'variation selectors, bits': (size) => drawn(size, 39, (below) => String.fromCodePoint(0xe0100 + below(240))),
  'bidi controls, nested': (size) => `${fill('\u2067a', half(size))}${fill('\u2069', half(size))}`,
  'marks at random': (size) =>
    drawn(size, 40, (below) => `a${String.fromCharCode(0x300 + below(100)).repeat(below(30))}`),
  'hyphens at line ends': (size) =>
    drawn(size, 41, (below) => `${WORDS[below(21)]!} ${WORDS[below(21)]!.slice(0, 3)}-\n`),
  'hyphens within lines': (size) =>
    drawn(size, 42, (below) => `${WORDS[below(21)]!.slice(0, 3)}- ${WORDS[below(21)]!} `),
  'hyphens, distinct words': (size) => count(size, (n) => `the w${letters(n)}-\nend${letters(n)} of it. `),
  'wrapped lines, no marks': (size) =>
    drawn(size, 43, (below) => `${Array.from({ length: 10 + below(3) }, () => WORDS[below(21)]!).join(' ')}\n`),
  'wrapped lines with blank lines between': (size) =>
    drawn(size, 44, (below) => `${Array.from({ length: 10 + below(3) }, () => WORDS[below(21)]!).join(' ')}\n\n`),
  'words without spaces': (size) => drawn(size, 45, (below) => WORDS[below(21)]!),
  'words, two spaces': (size) => drawn(size, 46, (below) => `${WORDS[below(21)]!}${' '.repeat(1 + below(40))}`),
  'spaced letters': (size) => drawn(size, 47, (below) => `${WORDS[below(21)]!.split('').join(' ')}  `),
  // what is kept, or looked for again, by its words
  'hidden by color, each its own': (size) =>
    count(size, (n) => `<span style="color:white">the hidden words ${letters(n)} say that it is so</span>\n`),
  'hidden by display, each its own': (size) =>
    count(size, (n) => `<div style="display:none">the hidden words ${letters(n)} say that it is so</div>\n`),
  'hidden attribute, each its own': (size) =>
    count(size, (n) => `<p hidden>the hidden words ${letters(n)} say that it is so</p>\n`),
  'comments, each its own': (size) => count(size, (n) => `<!-- note ${letters(n)} of the author of this text -->\n`),
  'comments without end, each its own': (size) => count(size, (n) => `<!-- note ${letters(n)} of the author\n\n`),
  'conflicts in fences': (size) => count(size, (n) => `\`\`\`\n<<<<<<< a\n${n}\n=======\nc\n>>>>>>> d\n\`\`\`\n\n`),
  'conflicts, indented': (size) =>
    count(size, (n) => `    <<<<<<< a\n    ${n}\n    =======\n    >>>>>>> d\n\ntext\n\n`),
  'words of two scripts, each its own': (size) => count(size, (n) => `s\u0435rver${letters(n)} `),
  'words of two scripts, in lines': (size) =>
    count(size, (n) => `the s\u0435rver${letters(n)} answers server${letters(n)}.\n`),
  'runs of marks, each of another': (size) =>
    count(size, (n) => `abc${String.fromCharCode(0x4e00 + (n % 20000)).repeat(64)}def `),
  'runs of signs within words': (size) => count(size, (n) => `abc${'.-=_*~'.charAt(n % 6).repeat(10 + (n % 90))}def `),
  'loops, each its own': (size) =>
    count(
      size,
      (n) => `${`The ${letters(n)} says ${letters(n * 7919)} once more to ${letters(n * 31)}. `.repeat(3)}\n\n`,
    ),
  'short loops, each its own': (size) => count(size, (n) => `${`${letters(n)} `.repeat(6)}`),
  'loops of lines, each its own': (size) => count(size, (n) => `${`- the ${letters(n)} item of it\n`.repeat(4)}\n`),
  'lost marks, each word its own': (size) => count(size, (n) => `caf\ufffd${letters(n)} `),
  'question marks in words, each its own': (size) => count(size, (n) => `caf?${letters(n)} `),
  'mojibake, each word its own': (size) => count(size, (n) => `caf\u00c3\u00a9${letters(n)} `),
  'entities, each word its own': (size) => count(size, (n) => `caf&eacute;${letters(n)} `),
  'placeholders, each its own': (size) =>
    count(size, (n) => `the {{name_${letters(n)}}} and [insert ${letters(n)} here]\n`),
  'ligatures lost, each word its own': (size) =>
    count(size, (n) => `con guration${letters(n)} di erent${letters(n)} o ce `),
  'words run together': (size) =>
    drawn(size, 50, (below) => `${WORDS[below(21)]!}${WORDS[below(21)]!}${letters(below(1e6))} `),
  'words spelled as read from paper': (size) =>
    drawn(size, 51, (below) => `${'rn1l0O|'.charAt(below(7))}${WORDS[below(21)]!}${'rn1l0O|'.charAt(below(7))} `),
  'two columns, line by line': (size) =>
    drawn(
      size,
      52,
      (below) => `the ${WORDS[below(21)]!} of the ${WORDS[below(21)]!}      and one ${WORDS[below(21)]!} must\n`,
    ),
  'sentences cut, each its own': (size) =>
    count(size, (n) => `The server ${letters(n)} must answer the\n\nclient ${letters(n)} at once.\n\n`),
  'growing indent of directives': (size) => count(size, (n) => `${' '.repeat(n)}.. a::\n`),
  'growing indent, blank lines': (size) => count(size, (n) => `${' '.repeat(n)}- a\n\n`),
  'list items, deep': (size) => count(size, (n) => `${'  '.repeat(n % 200)}- item ${n}\n`),

  // openers and closers
  'spaces within a line': (size) => `a${fill(' ', size - 3)}b\n`,
  'spaces at a line end': (size) => `a\n${fill(' ', size - 4)}\nb`,
  'blank lines between two': (size) => `a${fill('\n', size - 2)}b`,
  'blank lines with spaces': (size) => `a${fill('   \n', size - 2)}b`,
  'one fence, never closed': (size) => `\`\`\`\n${fill(`${PARAGRAPH}\n\n`, size - 4)}`,
  'one comment, never closed': (size) => `<!-- ${fill(`${PARAGRAPH}\n\n`, size - 5)}`,
  'front matter, never closed': (size) => `---\n${count(size - 4, (n) => `key${n}: value\n`)}`,
  'brackets opened, then closed': (size) => fill('[', half(size)) + fill(']', half(size)),
  'parentheses opened, then closed': (size) => fill('(', half(size)) + fill(')', half(size)),
  'braces opened, then closed': (size) => fill('{"a":', half(size)) + fill('}', half(size)),
  'elements opened, then closed': (size) => fill('<a>', half(size)) + fill('</a>', half(size)),
  'elements of many names, none closed': (size) => count(size, (n) => `<x${n}>`),
  'elements closed that none opened': (size) => count(size, (n) => `<b></x${n}>`),
  'environments of many names, none closed': (size) => count(size, (n) => `\\begin{x${n}}\n`),
  'brackets of one kind, then all others': (size) => fill('(', half(size)) + fill(']', half(size)),
  'quotes of one kind, then another': (size) => fill('“a ', half(size)) + fill('”b ', half(size)),
  'brackets a line, unclosed': (size) => count(size, (n) => `call (${n} and [${n}\n`),
  'quotes a paragraph, unclosed': (size) => count(size, (n) => `He said "word ${n} and left.\n\n`),
  'backticks of odd count a line': (size) => count(size, (n) => `the \`name${n} of it\n`),
  'emphasis a line, unclosed': (size) => count(size, (n) => `the **name${n} of it\n`),
  'conflict markers nested': (size) => count(size, (n) => `<<<<<<< HEAD${n}\ntext ${n}\n`),
  'conflicts, each in order': (size) => count(size, (n) => `<<<<<<< a\n${n}\n=======\n${n + 1}\n>>>>>>> b\n`),
  'conflicts upside down': (size) => count(size, (n) => `>>>>>>> b\n${n}\n=======\n${n + 1}\n<<<<<<< a\n`),
  'pieces of patches': (size) => count(size, (n) => `@@ -${n},3 +${n},3 @@\n a\n-b${n}\n+c${n}\n`),
  'definitions of links': (size) => count(size, (n) => `[name ${n}]: <b\n`),
  'attributes without end': (size) => `<a ${count(size - 3, (n) => `b${n}="c" `)}`,
  'one attribute without end': (size) => `<a b="${fill('c ', size - 6)}`,
  'entities, nested': (size) => `&${fill('amp;', size - 1)}`,
  'entities at random': (size) => drawn(size, 48, (below) => `&${WORDS[below(21)]!};`),
  'JSON, deep': (size) => fill('[', half(size)) + fill(']', half(size)),
  'JSON, one string': (size) => `{"a": "${fill('text ', size - 10)}"}`,
  'JSON, cut': (size) => `[${count(size - 1, (n) => `{"id": ${n}, "name": "n${n}"},\n`)}`,
  'YAML, deep': (size) => count(size, (n) => `${'  '.repeat(n % 300)}key:\n`),
  'YAML, many keys': (size) => count(size, (n) => `key${n}: [a, b\n`),
  'TeX, many macros': (size) => count(size, (n) => `\\section{Name ${n}}\\label{s${n}} \\ref{s${n + 1}}\n`),
  'one web page a line': (size) => count(size, (n) => `Home | About | Contact | Sign in | Item ${n}\n`),
  menus: (size) => count(size, (n) => `* [Item ${n}](/item/${n})\n`),
  footers: (size) =>
    count(
      size,
      (n) => `Copyright © ${1900 + (n % 126)} Name ${n}. All rights reserved. Privacy Policy | Terms of Use\n`,
    ),
  'mail headers': (size) => count(size, (n) => `From: a${n}@b.c\nSubject: Re: ${n}\n\n> ${n}\n`),
  'chat with a model': (size) =>
    count(size, (n) => `User: question ${n}\nAssistant: Certainly! Here is answer ${n}.\n\n`),
  placeholders: (size) => count(size, (n) => `The [name ${n}] is <insert ${n} here>, see {{field_${n}}} and TBD.\n`),
  secrets: (size) => count(size, (n) => `password = "x${n.toString(36)}AKIA${BASE64.slice(n % 40, (n % 40) + 16)}"\n`),
  'headings without text': (size) => count(size, (n) => `# Name ${n}\n`),
  'paragraphs without a mark at the end': (size) =>
    count(size, (n) => `The server ${n} must answer and\n\n# Name ${n}\n\n`),
  'lines that go on after a blank one': (size) =>
    count(size, (n) => `the server ${n} must\n\nanswer at once ${n} and\n\n`),
  'Han lines that go on after a blank one': (size) => count(size, () => `服务器必须在两秒\n\n内应答每个请求无论\n\n`),
  capitals: (size) => drawn(size, 49, (below) => `${WORDS[below(21)]!.toUpperCase()} `),
};

function runs(): Hostile[] {
  const texts: Hostile[] = [];
  for (const [name, character] of CHARACTERS) {
    texts.push({ name: `${name}, all`, make: (size) => fill(character, size) });
    // what looks for the end of a run, and goes back
    texts.push({ name: `${name}, between two letters`, make: (size) => `a${fill(character, size - 2)}b` });
    // many runs: what begins anew at each
    texts.push({
      name: `${name}, runs of 500`,
      make: (size) => fill(`${fill(character, 500)}x\n`, size),
    });
  }
  return texts;
}

/** All texts, in an order that does not change but by what is added. */
export const hostileTexts: readonly Hostile[] = [
  ...Object.entries(MADE).map(([name, make]) => ({ name, make: (size: number): string => make(size).slice(0, size) })),
  ...PIECES.map((piece) => ({ name: `${JSON.stringify(piece)} repeated`, make: (size: number) => fill(piece, size) })),
  ...runs(),
];

// ---------------------------------------------------------------------------------------------------------------------
// Documents

const UNCLEAR: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const sourceOf = (text: string, path: string): Source => {
  const bytes = new TextEncoder().encode(text);
  return { path, bytes, sha256: '0'.repeat(64) };
};

/** The text as a document: by the reader for HTML, whose text is not the file; else as it is, lone surrogates too. */
export async function hostileDocument(text: string, extension: string): Promise<Document | undefined> {
  const path = `a.${extension}`;
  if (extension === 'html') {
    const reading = await read(sourceOf(text, path));
    return 'document' in reading ? reading.document : undefined;
  }
  const { format } = formatOf(path, new Uint8Array(0));
  return createDocument({ path, format, encoding: 'utf-8', text: text.replace(/\r\n?/gu, '\n') });
}

/** Everything that a check does for one document, and for a second one where it compares two. */
export function runCheck(check: Check, document: Document, second?: () => Document): Observation[] {
  if (check.scope === 'document') return [...check.run(document)];
  const found: Observation[] = [];
  const fact = check.collect?.(document, UNCLEAR);
  const facts = fact === undefined ? [] : [{ path: document.path, fact }];
  const documents = [document];
  if (check.pairs && fact !== undefined && second) {
    const other = second();
    const otherFact = check.collect?.(other, UNCLEAR);
    if (otherFact !== undefined) {
      facts.push({ path: other.path, fact: otherFact });
      documents.push(other);
    }
  }
  const folder = folderOf(entriesOf(documents));
  if (check.run) found.push(...check.run(facts, folder));
  for (const pair of check.pairs?.(facts, folder) ?? [])
    found.push(...(check.confirm?.(documents[0]!, documents[1]!, pair.data, folder) ?? []));
  return found;
}

/** The same text in another order: its halves changed over, and one letter in each thousand another one. */
export function moved(document: Document): Document {
  const units = new Uint16Array(document.units.length);
  const middle = units.length >>> 1;
  units.set(document.units.subarray(middle));
  units.set(document.units.subarray(0, middle), units.length - middle);
  for (let i = 500; i < units.length; i += 1000) units[i] = 0x7a;
  return createDocument({ path: `b/${document.path}`, format: document.format, encoding: 'utf-8', text: units });
}

// ---------------------------------------------------------------------------------------------------------------------
// Measuring, in a thread that can be ended

interface Step {
  readonly id: string;
  readonly run: (text: string, extension: string) => Promise<() => unknown>;
}

/** What reads a file, says its kind, its language and its print: all of an examination but the checks. */
const examine = examiner({
  read,
  classify,
  language,
  characters: (document) => dense(document).units.length,
  checks: [],
  hash: sha256,
  print: (source, document) => printOf(source.bytes, source.sha256, document, sha256),
});

const steps = (wanted: readonly string[] | undefined): Step[] =>
  [
    {
      id: '(read, kind, print)',
      run: (text: string, extension: string) => {
        const source = sourceOf(text, `a.${extension}`);
        return Promise.resolve(() => examine(source));
      },
    },
    ...checks
      .filter((check) => check.scope === 'document' || 'collect' in check)
      .map((check) => ({
        id: check.id,
        run: async (text: string, extension: string): Promise<() => unknown> => {
          const document = await hostileDocument(text, extension);
          return () => document && runCheck(check, document, () => moved(document));
        },
      })),
  ].filter(({ id }) => !wanted || wanted.includes(id));

export interface Case {
  readonly check: string;
  readonly text: string;
  readonly extension: string;
  readonly sizes: readonly number[];
  readonly ms: readonly number[];
  readonly exponent: number;
  readonly findings: number;
  /** Views that grow so by themselves. */
  readonly views?: readonly string[];
  readonly error?: string;
}

interface Options {
  readonly size: number;
  readonly checks?: readonly string[] | undefined;
  readonly texts: readonly number[];
  readonly extensions: readonly string[];
  readonly quick: boolean;
}

/** From this exponent on, and this time at the largest size, a growth is told. */
const EXPONENT = 1.25;
const LEAST_MS = 30;
/** A size is not tried where the last but one foretells more, in ms, were it quadratic. */
const MOST_MS = 20_000;

/** Processor time, which does not grow when others use the machine; collecting garbage is in it. */
async function timed(work: () => unknown): Promise<{ ms: number; found: number; error?: string }> {
  const before = process.cpuUsage();
  let found = 0;
  let error: string | undefined;
  try {
    const result = await work();
    if (Array.isArray(result)) found = result.length;
  } catch (thrown) {
    error = messageOf(thrown);
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, found, ...(error === undefined ? {} : { error }) };
}

const exponentOf = (small: number, large: number, ratio: number): number =>
  Math.log(Math.max(large, 0.01) / Math.max(small, 0.01)) / Math.log(ratio);

/** Every function in src/views that `view` made, by its name. */
async function allViews(): Promise<(readonly [string, (document: Document) => unknown])[]> {
  const made = view(() => 0).toString();
  const found: [string, (document: Document) => unknown][] = [];
  const folder = new URL('../src/views/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function' && String(value) === made)
        found.push([`${file.slice(0, -3)}.${name}`, value as (document: Document) => unknown]);
  }
  return found;
}

async function measure(options: Options, at: Int32Array): Promise<void> {
  const sizes = [options.size >>> 4, options.size >>> 2, options.size];
  const all = steps(options.checks);
  const views = await allViews();
  const least = async (make: () => Promise<() => unknown>, times: number): Promise<number> => {
    let ms = Infinity;
    for (let i = 0; i < times; i++) ms = Math.min(ms, (await timed(await make())).ms);
    return ms;
  };
  let done = 0;
  for (const index of options.texts) {
    const { name, make } = hostileTexts[index]!;
    if (++done % 25 === 0) console.error(`${done} of ${options.texts.length} texts`);
    const texts = sizes.map((size) => make(size));
    Atomics.store(at, 0, index);
    for (const [which, extension] of options.extensions.entries()) {
      Atomics.store(at, 1, which);
      // The documents are shared by the checks of one size, so that a view is paid for once.
      const documents: (Document | undefined)[] = [];
      const times = new Map<string, number[]>();
      for (const [step, size] of sizes.entries()) {
        Atomics.store(at, 3, step);
        const text = texts[step]!;
        documents.push(await hostileDocument(text, extension));
        for (const [number, { id, run }] of all.entries()) {
          Atomics.store(at, 2, number);
          Atomics.add(at, 4, 1);
          const past = times.get(id) ?? [];
          if (past.length < step) continue; // not tried at the size before
          const last = past.at(-1) ?? 0;
          const [earlier, later] = past.slice(-2);
          if (step > 0 && last * 16 > MOST_MS && exponentOf(earlier ?? 0, later ?? last, 4) > 1.3) continue;
          // Only the first two extensions are tried at the last size whatever the first ones say.
          if (
            step === 2 &&
            which >= 2 &&
            (later! * 4 ** exponentOf(earlier!, later!, 4) < LEAST_MS || exponentOf(earlier!, later!, 4) < 1.15)
          )
            continue;
          if (step === 2 && options.quick && exponentOf(earlier!, later!, 4) < 1.15) continue;
          const check = checks.find((each) => each.id === id);
          const document = documents[step];
          const result =
            check && document
              ? await timed(() => runCheck(check, document, () => moved(document)))
              : await timed(await run(text, extension));
          times.set(id, [...past, result.ms]);
          const ms = times.get(id)!;
          let exponent = step === 0 ? 0 : exponentOf(ms[step - 1]!, ms[step]!, size / sizes[step - 1]!);
          const suspect = step > 0 && exponent > EXPONENT && ms[step]! > LEAST_MS;
          let slow: string[] | undefined;
          let shown = ms;
          if (suspect) {
            // Once more, each by itself, the least of three: a pause of the machine is no growth.
            const again: number[] = [];
            for (let i = 0; i <= step; i++)
              again.push(await least(() => run(texts[i]!, extension), ms[step]! > 3000 ? 1 : 3));
            shown = again;
            exponent = exponentOf(again[step - 1]!, again[step]!, 4);
            if (exponent > EXPONENT && again[step]! > LEAST_MS) {
              slow = [];
              for (const [viewName, of] of views) {
                Atomics.add(at, 4, 1);
                const viewTimes: number[] = [];
                for (let i = step - 1; i <= step; i++)
                  viewTimes.push(
                    await least(async () => {
                      const one = await hostileDocument(texts[i]!, extension);
                      return () => one && of(one);
                    }, 1),
                  );
                if (viewTimes[1]! > again[step]! / 4 && exponentOf(viewTimes[0]!, viewTimes[1]!, 4) > EXPONENT)
                  slow.push(`${viewName} ${viewTimes[1]!.toFixed(0)} ms`);
              }
            }
          }
          const one: Case = {
            check: id,
            text: name,
            extension,
            sizes: sizes.slice(0, step + 1),
            ms: shown,
            exponent,
            findings: result.found,
            ...(slow ? { views: slow } : {}),
            ...(result.error === undefined ? {} : { error: result.error }),
          };
          parentPort!.postMessage(one);
        }
      }
    }
  }
  parentPort!.postMessage('done');
}

// ---------------------------------------------------------------------------------------------------------------------
// The command

/** Seconds without a step after which a thread is given up. */
const PATIENCE = 90;

function line({ check, text, extension, sizes, ms, exponent, views, error }: Case): string {
  const times = ms.map((each, i) => `${each.toFixed(0)} ms at ${Math.round(sizes[i]! / 1000)} k`).join(', ');
  return `${check}\t.${extension}\t${text}\t${times}\texponent ${exponent.toFixed(2)}${views?.length ? `\tviews: ${views.join(', ')}` : ''}${error === undefined ? '' : `\tTHROWS ${error}`}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '1048576' },
      check: { type: 'string' },
      text: { type: 'string' },
      format: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const size = Number(values.size);
  const extensions = values.format?.split(',') ?? [...EXTENSIONS];
  const wanted = values.check?.split(',');
  const pattern = values.text === undefined ? undefined : new RegExp(values.text, 'u');
  const texts = hostileTexts.flatMap(({ name }, i) => (pattern === undefined || pattern.test(name) ? [i] : []));
  const ids = steps(wanted).map(({ id }) => id);

  const grown: Case[] = [];
  const crashed: Case[] = [];
  /** The slowest of a check at the largest size it was run at; and the sum over all. */
  const slowest = new Map<string, Case[]>();
  const perUnit = (one: Case): number => one.ms.at(-1)! / (one.sizes.at(-1)! / 1e6);

  let left = texts;
  while (left.length > 0) {
    const at = new Int32Array(new SharedArrayBuffer(32));
    const options: Options = { size, checks: wanted, texts: left, extensions, quick: values.quick };
    const ended = await new Promise<'done' | 'hangs'>((resolve, reject) => {
      // A thread does not inherit what lets this one read TypeScript.
      const start = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(import.meta.url)})))`;
      const worker = new Worker(start, { eval: true, workerData: { options, at } });
      let last = -1;
      let since = Date.now();
      const clock = setInterval(() => {
        const now = Atomics.load(at, 4);
        if (now !== last) [last, since] = [now, Date.now()];
        else if (Date.now() - since > PATIENCE * 1000) {
          clearInterval(clock);
          void worker.terminate().then(() => {
            resolve('hangs');
          });
        }
      }, 500);
      worker.on('error', reject);
      worker.on('message', (message: Case | 'done') => {
        if (message === 'done') {
          clearInterval(clock);
          void worker.terminate().then(() => {
            resolve('done');
          });
          return;
        }
        if (message.error !== undefined) crashed.push(message);
        if (message.exponent > EXPONENT && message.ms.at(-1)! > LEAST_MS) {
          grown.push(message);
          console.error(line(message));
        }
        if (message.sizes.length < 2) return;
        const list = slowest.get(message.check);
        if (list) list.push(message);
        else slowest.set(message.check, [message]);
      });
    });
    if (ended === 'done') break;
    const index = Atomics.load(at, 0);
    const one: Case = {
      check: ids[Atomics.load(at, 2)]!,
      text: hostileTexts[index]!.name,
      extension: extensions[Atomics.load(at, 1)]!,
      sizes: [size >>> (4 - 2 * Atomics.load(at, 3))],
      ms: [PATIENCE * 1000],
      exponent: Infinity,
      findings: 0,
    };
    grown.push(one);
    console.error(`DOES NOT END\t${line(one)}`);
    left = left.slice(left.indexOf(index) + 1);
  }

  console.log(
    `\n${texts.length} texts, ${extensions.join(' ')}, up to ${size} units; processor time, Node ${process.version}`,
  );
  console.log(`\nGrowing faster than the size (exponent > ${EXPONENT}, more than ${LEAST_MS} ms): ${grown.length}`);
  // One line a check and text: the worst extension.
  const told = new Set<string>();
  for (const one of grown.toSorted((a, b) => b.ms.at(-1)! - a.ms.at(-1)!)) {
    const key = `${one.check} ${one.text}`;
    if (told.has(key)) continue;
    told.add(key);
    console.log(`  ${line(one)}`);
  }
  if (crashed.length > 0) console.log(`\nThrowing: ${crashed.length}`);
  for (const one of crashed) console.log(`  ${line(one)}`);
  console.log('\nms per million units, by check: the worst three texts; the median');
  const summary = [...slowest].map(([check, cases]) => {
    const sorted = cases.toSorted((a, b) => perUnit(b) - perUnit(a));
    return { check, worst: sorted.slice(0, 40), median: perUnit(sorted[sorted.length >>> 1]!) };
  });
  for (const { check, worst, median } of summary.toSorted((a, b) => perUnit(b.worst[0]!) - perUnit(a.worst[0]!))) {
    const three: Case[] = [];
    for (const one of worst) if (three.length < 3 && !three.some(({ text }) => text === one.text)) three.push(one);
    console.log(
      `  ${check}: ${three.map((one) => `${perUnit(one).toFixed(0)} (${one.text}, .${one.extension})`).join('; ')}; median ${median.toFixed(1)}`,
    );
  }
  const most = [...slowest.values()].flat().toSorted((a, b) => b.findings - a.findings)[0];
  if (most) console.log(`\nmost findings: ${most.findings}, ${most.check}, ${most.text}, .${most.extension}`);
  if (values.json) writeFileSync(values.json, JSON.stringify({ grown, crashed, summary }, null, 1));
}

if (!isMainThread) {
  const data = workerData as { options?: Options; at?: Int32Array } | null;
  if (data?.options && data.at) await measure(data.options, data.at);
} else if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
