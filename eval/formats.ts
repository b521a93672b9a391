/**
 * How much of a file's text is read, and in which order: every sample with a known text, through `read`, beside other readers.
 * `npm run eval:formats -- [--samples DIR] [--corpus DIR] [--peers DIR] [--out FILE]`
 * `--peers`: a folder in which `npm install mammoth@1.13.0 officeparser@7.8.0` was run, and that may hold tika/*.jar. pandoc and
 * pdftotext are used where they are on the path. None of them is a dependency.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '../src/extractors/index.ts';

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: '../shared/samples' },
    corpus: { type: 'string', default: '../shared/corpus' },
    peers: { type: 'string', default: '' },
    out: { type: 'string' },
  },
});
const { samples, corpus, peers } = values;

const source = (name: string): string => readFileSync(join(samples, 'truth', name), 'utf8');

const NOTE = 'A lapsed proposal is kept for thirty days.';

/**
 * The words of the truths that are themselves in a format. Where a format has another order than its truth, the order is that of
 * the format: AsciiDoc and TeX write a footnote where it is called for; what was taken out of a text and what was said of it
 * have no place in its order, and stand behind it.
 */
const TRUTHS: Readonly<Record<string, () => string>> = {
  brief: () => source('brief.txt'),
  noted: () => source('brief.txt').replace(`[1] ${NOTE}`, '').replace('lapses[1]', `lapses[1] [1] ${NOTE}`),
  lighthouse: () => source('lighthouse.txt'),
  cjk: () => source('cjk-noembed.txt'),
  slides: () => source('slides.md').replace(/^:::.*$/gmu, ''),
  tracked: () => {
    const aside: string[] = [];
    const text = source('tracked.md').replace(
      /\[([^\]]*)\]\{\.(?:deletion|comment-start)[^}]*\}/gu,
      (_, words: string) => {
        aside.push(words);
        return '';
      },
    );
    // comments come before what was taken out
    return `${text} ${aside.toReversed().join(' ')}`
      .replace(/\[\^a\]:?|```\{=openxml\}/gu, ' ')
      .replace(/\{[^}]*\}|<[^>]*>/gu, ' ');
  },
  book: () => {
    const body = source('book.fods');
    const cells = body.slice(body.indexOf('<office:body>')).matchAll(/<text:p>([^<]*)<\/text:p>/gu);
    return [...cells].map((cell) => cell[1]!).join('\n');
  },
};

const truthOf = (name: string): string | null => {
  if (/^brief.*\.(?:adoc|tex)$/u.test(name)) return 'noted';
  if (/^brief|^no-tounicode|^encrypted|^ownerpw/u.test(name)) return 'brief';
  if (/^twocol|^scanned/u.test(name)) return 'lighthouse';
  const known = /^(slides|tracked|book|cjk)/u.exec(name);
  return known ? known[1]! : null;
};

/** Words in their order; characters of Chinese and Japanese are words each. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu)
      ?.flatMap((word) =>
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? [...word] : [word],
      ) ?? []
  );
}

function found(truth: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of got) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of truth) {
    const rest = left.get(word) ?? 0;
    if (rest === 0) continue;
    left.set(word, rest - 1);
    count++;
  }
  return count;
}

/** Length of the longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let before = new Uint32Array(b.length + 1);
  for (const word of a) {
    const row = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) row[j + 1] = word === b[j] ? before[j]! + 1 : Math.max(before[j + 1]!, row[j]!);
    before = row;
  }
  return before[b.length]!;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

interface Got {
  readonly text: string | null;
  readonly said: string;
  readonly ms: number;
}

async function ours(path: string): Promise<Got> {
  const bytes = new Uint8Array(readFileSync(path));
  const began = performance.now();
  const result = await read({ path: basename(path), bytes, sha256: '' });
  const ms = performance.now() - began;
  if ('document' in result && result.outcome === 'read') {
    const losses = (result.document.losses ?? []).map(({ what, why }) => `${what} ${why}`);
    return { text: result.document.text, said: losses.slice(0, 2).join('; '), ms };
  }
  return {
    text: null,
    said: `${result.outcome}${'why' in result && result.why !== undefined ? `: ${result.why}` : ''}`,
    ms,
  };
}

type Peer = (path: string) => Promise<string>;

function tool(command: string, args: (path: string) => readonly string[]): Peer {
  return (path) => {
    const text = execFileSync(command, args(path), {
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Promise.resolve(text);
  };
}

const onPath = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, command)));

interface Known {
  readonly name: string;
  readonly formats: ReadonlySet<string>;
  readonly read: Peer;
}

function peersOf(): Known[] {
  const known: Known[] = [];
  const add = (name: string, formats: string, how: Peer): void => {
    known.push({ name, formats: new Set(formats.split(' ')), read: how });
  };
  if (peers !== '' && existsSync(join(peers, 'node_modules'))) {
    const load = createRequire(join(peers, 'package.json'));
    add('mammoth 1.13.0', 'docx', async (path) => {
      const mammoth = load('mammoth') as { extractRawText(from: { path: string }): Promise<{ value: string }> };
      return (await mammoth.extractRawText({ path })).value;
    });
    // in a process of its own: it brings another version of the PDF library that is used here, and the two get in each other's way
    const script =
      'require(process.argv[1]).OfficeParser.parseOffice(process.argv[2]).then((read) => process.stdout.write(read.toText()))';
    add(
      'officeparser 7.8.0',
      'docx odt rtf epub pptx odp xlsx ods pdf',
      tool(process.execPath, (path) => ['-e', script, join(peers, 'node_modules', 'officeparser'), path]),
    );
    const jar = existsSync(join(peers, 'tika'))
      ? readdirSync(join(peers, 'tika')).find((name) => name.endsWith('.jar'))
      : undefined;
    if (jar !== undefined && onPath('java'))
      add(
        jar.replace(/^tika-app-(.*)\.jar$/u, 'Tika $1'),
        'docx odt rtf epub html doc pptx odp xlsx ods xls pdf ipynb tex rst adoc',
        tool('java', (path) => ['-jar', join(peers, 'tika', jar), '--text', '--encoding=UTF-8', path]),
      );
  }
  if (onPath('pandoc'))
    add(
      'pandoc',
      'docx odt rtf epub html rst tex ipynb',
      tool('pandoc', (path) => ['-t', 'plain', '--wrap=none', path]),
    );
  if (onPath('pdftotext'))
    add(
      'pdftotext',
      'pdf',
      tool('pdftotext', (path) => [path, '-']),
    );
  return known;
}

const lines: string[] = [];
const say = (line = ''): void => {
  lines.push(line);
  console.log(line);
};

const known = peersOf();
const files = ['office', 'pdf'].flatMap((folder) =>
  readdirSync(join(samples, folder))
    .toSorted()
    .filter((name) => truthOf(name) !== null)
    .map((name) => ({ name, path: join(samples, folder, name) })),
);

say('# What is read of files that are not plain text');
say();
say(
  'Written by `npm run eval:formats`. Each sample was made from a text that is known. **Words**: the share of its words that are read, characters of Chinese and Japanese counted one by one. **Order**: the share that stands in the same order (longest common subsequence). Each cell: words / order, in per cent; `-`: not a format of that reader.',
);
say();
say(
  'A file can hold less than the text that it was made from. LibreOffice lost the equation when it wrote `brief-libreoffice.*` and `brief.pdf`; in its EPUB the head of the table and the numbers of the list are missing, too, so that of 464 words 12 are not there to be read (97.4). The numbers of lists are drawn and no text in HTML, EPUB, AsciiDoc, TeX and doc. Where a format has an order of its own, the known text is put into that: AsciiDoc and TeX are read as they are written, and have a footnote where it is called for; what was taken out of `tracked.docx`, and its comments, are read behind its text, so that nobody takes them for a part of it.',
);
say();
say(`| file | seedcheck | ms | ${known.map(({ name }) => name).join(' | ')} |`);
say(`| --- | --- | --- |${known.map(() => ' --- |').join('')}`);

const score = (truth: readonly string[], text: string): string => {
  const got = words(text);
  return `${percent(found(truth, got), truth.length)} / ${percent(inOrder(truth, got), truth.length)}`;
};

const notes: string[] = [];
for (const { name, path } of files) {
  const truth = words(TRUTHS[truthOf(name)!]!());
  const { text, said, ms } = await ours(path);
  const cells: string[] = [];
  for (const peer of known) {
    if (!peer.formats.has(name.replace(/^.*\./u, ''))) {
      cells.push('-');
      continue;
    }
    try {
      cells.push(score(truth, await peer.read(path)));
    } catch {
      cells.push('fails');
    }
  }
  say(
    `| ${name} | ${text === null ? said.replace(/:.*/u, '') : score(truth, text)} | ${ms.toFixed(0)} | ${cells.join(' | ')} |`,
  );
  if (said !== '') notes.push(`- ${name}: ${said}`);
}
if (notes.length > 0) {
  say();
  say('What the report says of them:');
  say();
  for (const note of notes) say(note);
}

say();
say('## Damaged and hostile files');
say();
say('| file | outcome | ms | what is said |');
say('| --- | --- | --- | --- |');
for (const folder of ['broken', 'archive'])
  for (const name of readdirSync(join(samples, folder)).toSorted()) {
    const { text, said, ms } = await ours(join(samples, folder, name));
    const outcome = text === null ? said.replace(/:.*/u, '') : 'read';
    say(
      `| ${name} | ${outcome} | ${ms.toFixed(0)} | ${text === null ? said.replace(/^[^:]*:? ?/u, '') : said}${
        text !== null && text !== ''
          ? ` \`${text
              .replace(/[`|\n]/gu, ' ')
              .slice(0, 40)
              .trim()}\``
          : ''
      } |`,
    );
  }

const documents = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.docx'))
      .toSorted()
  : [];
const mammoth = known.find(({ name }) => name.startsWith('mammoth'));
if (documents.length > 0) {
  say();
  say('## Word documents of the corpus');
  say();
  const all: { name: string; share: number; truth: number; got: number; said: string; ms: number }[] = [];
  for (const name of documents) {
    const { text, said, ms } = await ours(join(corpus, name));
    const got = words(text ?? '');
    let share = Number.NaN;
    let truth = 0;
    if (mammoth)
      try {
        const theirs = words(await mammoth.read(join(corpus, name)));
        truth = theirs.length;
        share = found(theirs, got) / Math.max(1, truth);
      } catch {
        // it fails on some
      }
    all.push({ name: basename(name), share, truth, got: got.length, said, ms });
  }
  const unread = all.filter(({ got }) => got === 0);
  say(
    `${String(all.length)} documents, ${String(all.length - unread.length)} read, in ${all.reduce((sum, { ms }) => sum + ms, 0).toFixed(0)} ms.`,
  );
  if (mammoth) {
    const worst = all.filter(({ share }) => share < 0.999).toSorted((a, b) => a.share - b.share);
    say(
      `Of the words that mammoth reads, all but 0.1 % are read in ${String(all.filter(({ share }) => share >= 0.999).length)} of them; the others:`,
    );
    say();
    say('| document | of mammoth’s words | words of mammoth | words read |');
    say('| --- | --- | --- | --- |');
    for (const { name, share, truth, got } of worst)
      say(`| ${name} | ${percent(share, 1)} | ${String(truth)} | ${String(got)} |`);
  }
  for (const { name, said } of all) if (said !== '') say(`- ${name}: ${said}`);
}

/** Without the heads and feet, which this reader gives once: lines that stand on three pages or more but for their digits. */
function withoutHeads(text: string): string {
  const pages = text.split('\f').map((page) => page.split('\n'));
  const keyOf = (line: string): string => line.replace(/\d+/gu, '#').trim();
  const on = new Map<string, number>();
  for (const page of pages) for (const key of new Set(page.map(keyOf))) on.set(key, (on.get(key) ?? 0) + 1);
  return pages.map((page) => page.filter((line) => on.get(keyOf(line))! < 3).join('\n')).join('\n');
}

const pdfs = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .toSorted()
  : [];
const pdftotext = known.find(({ name }) => name === 'pdftotext');
if (pdfs.length > 0 && pdftotext) {
  say();
  say('## PDFs of the corpus');
  say();
  const all: { name: string; share: number; truth: number; said: string; outcome: string; ms: number }[] = [];
  for (const name of pdfs) {
    const { text, said, ms } = await ours(join(corpus, name));
    let theirs: string[] = [];
    try {
      // words that a line end divides are whole here
      theirs = words(
        withoutHeads(await pdftotext.read(join(corpus, name)))
          .normalize('NFKC')
          .replace(/[-‐]\n/gu, ''),
      ).filter((word) => !/^\p{Script=Latin}$/u.test(word));
    } catch {
      // it fails on some
    }
    const share = found(theirs, words((text ?? '').normalize('NFKC'))) / Math.max(1, theirs.length);
    all.push({
      name: basename(name),
      share,
      truth: theirs.length,
      said,
      outcome: text === null ? 'not read' : 'read',
      ms,
    });
  }
  const compared = all.filter(({ truth }) => truth > 0);
  const least = (share: number): string => String(compared.filter((each) => each.share >= share).length);
  say(
    `${String(all.length)} files in ${all.reduce((sum, { ms }) => sum + ms, 0).toFixed(0)} ms. Of the words that pdftotext reads, at least 98 % are read in ${least(0.98)} of ${String(compared.length)}, 95 % in ${least(0.95)}, 90 % in ${least(0.9)}. Heads, feet and page numbers, which pdftotext repeats on each page, are not counted, nor are words of one Latin letter, into which it takes listings apart.`,
  );
  say();
  say('The others, and those with a part that could not be read:');
  say();
  say('| file | of pdftotext’s words | its words | what the report says |');
  say('| --- | --- | --- | --- |');
  for (const { name, share, truth, said } of all
    .filter((each) => each.said !== '' || (each.truth > 0 && each.share < 0.9) || each.outcome !== 'read')
    .toSorted((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1)))
    say(`| ${name} | ${truth === 0 ? '-' : percent(share, 1)} | ${String(truth)} | ${said} |`);
  say();
  say(
    'Why: `x-requirements-0111` to `0113` were written with a font whose dotted i has no entry in the text map, so no reader can tell what it is: it is U+FFFD here, and told; pdftotext leaves it out, which divides words. `paper-0158` is a drawing whose letters are shapes. In `x-notes-0073` a map says that a ligature is a digit (`func6on`), which nothing tells. Boxes at the side of a page (`paper-0097`), letters spaced out for looks, and cells over several lines in tables whose columns are close to each other may stand in another order than a person reads them in; formulas of two dimensions are one line.',
  );
}

if (values.out !== undefined) writeFileSync(values.out, `${lines.join('\n')}\n`);
