/**
 * A check's page as tests: what stands under "Finds" and "Leaves alone" is run.
 *
 * An example is one or more fenced inputs and then a fenced block of findings:
 *
 *     ```md file=a.md
 *     text of the file
 *     ```
 *     ```findings
 *     stop loop a.md:3 "start of the quote"
 *     ```
 *
 * Fences may be longer than three backticks. After `file=` may stand `no-final-newline` (the last line end is dropped),
 * `escapes` (`\r`, `\n`, `\t`, `\\` and `\xHH`, one byte, are replaced) and `bytes=HEX` (instead of the block's text).
 * `times=N`: the block's text so many times over, for what is too long to stand in a page.
 * `sealed`: not in the folder now, but so when it was sealed; `as-sealed`: now and then. With either, the folder has a seal.
 * `link=TARGET` stands for a symbolic link, and its block is empty.
 * A finding without a line is `level check path`; an empty block says that the check finds nothing.
 */

export interface Example {
  /** `Finds` or `Leaves alone`. */
  readonly section: string;
  /** Line of the page, from 1, on which the block of findings begins. */
  readonly line: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files as they were sealed; empty where there is no seal. */
  readonly sealed: ReadonlyMap<string, Uint8Array>;
  /** Symbolic links: path and target. */
  readonly links: ReadonlyMap<string, string>;
  readonly expected: readonly string[];
}

export interface Page {
  /** The first heading. */
  readonly title: string;
  /** Second-level headings in order. */
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

const FENCE = /^(`{3,})([^`]*)$/u;

/** Reads a page. Throws where an example is not complete. */
export function readPage(text: string): Page {
  const lines = text.split('\n');
  let title = '';
  let section = '';
  const sections: string[] = [];
  const examples: Example[] = [];
  let files = new Map<string, Uint8Array>();
  let sealed = new Map<string, Uint8Array>();
  let links = new Map<string, string>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const fence = FENCE.exec(line);
    if (!fence) {
      if (line.startsWith('# ') && title === '') title = line.slice(2).trim();
      else if (line.startsWith('## ')) sections.push((section = line.slice(3).trim()));
      continue;
    }
    const [, marks = '', info = ''] = fence;
    const start = i + 1;
    const body: string[] = [];
    for (
      i++;
      i < lines.length && !(FENCE.exec(lines[i]!)?.[2]?.trim() === '' && lines[i]!.trim().length >= marks.length);
      i++
    )
      body.push(lines[i]!);
    if (i >= lines.length) throw new Error(`line ${start}: the block is not closed`);
    const words = info.trim().split(/\s+/u);
    const file = words.find((word) => word.startsWith('file='))?.slice(5);
    const link = words.find((word) => word.startsWith('link='))?.slice(5);
    if (file !== undefined && link !== undefined) links.set(file, link);
    else if (file !== undefined) {
      if (!words.includes('sealed')) files.set(file, bytesOf(body, words));
      if (words.includes('sealed') || words.includes('as-sealed')) sealed.set(file, bytesOf(body, words));
    } else if (words[0] === 'findings') {
      if (files.size === 0) throw new Error(`line ${start}: findings of no file`);
      examples.push({
        section,
        line: start,
        files,
        sealed,
        links,
        expected: body.filter((each) => each.trim() !== ''),
      });
      files = new Map();
      sealed = new Map();
      links = new Map();
    }
  }
  if (files.size > 0) throw new Error('the last files have no block of findings');
  return { title, sections, examples };
}

function bytesOf(body: readonly string[], words: readonly string[]): Uint8Array {
  const hex = words.find((word) => word.startsWith('bytes='))?.slice(6);
  if (hex !== undefined) return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  const times = Number(words.find((word) => word.startsWith('times='))?.slice(6) ?? 1);
  const once = body.join('\n') + (words.includes('no-final-newline') || body.length === 0 ? '' : '\n');
  const text = once.repeat(times);
  if (!words.includes('escapes')) return new TextEncoder().encode(text);
  const out: number[] = [];
  for (const piece of text.match(/\\x[\dA-Fa-f]{2}|\\[rnt\\]|[^\\]+|\\/gu) ?? [])
    if (piece.startsWith('\\x')) out.push(Number.parseInt(piece.slice(2), 16));
    else if (piece.length === 2 && piece.startsWith('\\')) out.push({ r: 13, n: 10, t: 9, '\\': 92 }[piece[1]!]!);
    else out.push(...new TextEncoder().encode(piece));
  return Uint8Array.from(out);
}

export interface Told {
  readonly check: string;
  readonly level: string;
  readonly path: string;
  readonly line: number | null;
  readonly quote: string | null;
}

const EXPECTED = /^(stop|look|note) (\S+) (\S+?)(?::(\d+))?(?: ("(?:[^"\\]|\\.)*"))?$/u;

/** The findings as an example writes them; quotes are as long as the expected ones, so that a difference can be read. */
export function told(findings: readonly Told[], expected: readonly string[]): string[] {
  return findings.map(({ check, level, path, line, quote }, i) => {
    const wanted = EXPECTED.exec(expected[i] ?? '')?.[5];
    const length = wanted === undefined ? (expected[i] === undefined ? 40 : 0) : (JSON.parse(wanted) as string).length;
    const shown =
      quote === null || (wanted === undefined && expected[i] !== undefined)
        ? ''
        : ` ${JSON.stringify(quote.slice(0, length))}`;
    return `${level} ${check} ${path}${line === null ? '' : `:${line}`}${shown}`;
  });
}

/** Lines of an example that are no finding. */
export function malformed(expected: readonly string[]): string[] {
  return expected.filter((line) => !EXPECTED.test(line));
}
