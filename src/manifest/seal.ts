/**
 * INDEX.sha256, the seal: which bytes were agreed. `sha256sum -c INDEX.sha256` (GNU) reads it without us.
 *
 * ```
 * # seedcheck seal 1, prints 1, 2 files. By hand: sha256sum -c INDEX.sha256
 * # Lines with #= let seedcheck name the kind of a change; sha256sum passes over them. Write it anew with: seedcheck seal
 * <sha256>  api.md
 * #= <first 16 digits of that sha256> <size> <lines> <plain> <dense> <chain> <sketch>
 * \<sha256>  odd\nname.md
 * #= ...
 * # end of seal, 2 files, <hash of the lines above, in any order>
 * ```
 *
 * One line a file, sorted by path; a name with a line break or backslash is escaped as GNU does. In a print, `-` stands for
 * none and `=` for the same as the field before it (`plain`: as the sha256; `lines`: as `plain`). A print belongs to the
 * content with that sha256, wherever it stands, so the file may be sorted. The first and the last line say how many files
 * there are: a seal that lost lines is not taken for a shorter one. Files without either, as `sha256sum` writes them, are
 * read too.
 */
import { hash64 } from '../core/hash.ts';
import { compareText } from '../core/order.ts';
import type { ContentPrint, Level, Place } from '../core/types.ts';
import { bytesOfPath, pathFromBytes } from './paths.ts';
import { PRINT_VERSION, readChain, readSketch } from './print.ts';
import type { IndexFault, Seal, SealedFile } from './types.ts';

/** The name of the seal, at the folder's top. */
export const SEAL_NAME = 'INDEX.sha256';

const FORMAT = '1';
const HEAD = /^# seedcheck seal ([^ ,]+), prints ([^ ,]+), (\d+) files?\b/;
const END = /^# end of seal, (\d+) files?, ([0-9a-f]{16})$/;
const PRINT = /^#= ([0-9a-f]{16}) (\d{1,16}) (\S+) (\S+) (\S+) (\S+) (\S+)$/;
const LINE = /^(\\?)([0-9a-fA-F]{64})(?: [ *]|[ \t])(.+)$/s;
const BSD = /^(\\?)SHA2?-?256 ?\((.+)\) ?= ?([0-9a-fA-F]{64})$/s;
const OTHER_HASH = /^\\?(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{56}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}) [ *]/;
const MERGE = /^(?:<{7}|\|{7}|>{7})(?: |$)|^={7}$/;

/** Of a print, what is known of a file that `sha256sum` sealed: its hash; the size is -1. */
export function barePrint(sha256: string): ContentPrint {
  return { size: -1, sha256, lines: null, plain: null, dense: null, chain: '', sketch: '' };
}

// ---------------------------------------------------------------------------------------------------------------------
// Writing

/** The bytes of a seal of these files: the same for the same files in any order. A path must not come twice. */
export function printSeal(files: readonly { readonly path: string; readonly print: ContentPrint }[]): Uint8Array {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  const count = `${sorted.length} ${sorted.length === 1 ? 'file' : 'files'}`;
  const body: string[] = [];
  for (const { path, print } of sorted) {
    body.push(fileLine(path, print.sha256));
    if (print.size >= 0) body.push(printLine(print));
  }
  return bytesOfPath(
    [
      `# seedcheck seal ${FORMAT}, prints ${PRINT_VERSION}, ${count}. By hand: sha256sum -c ${SEAL_NAME}`,
      '# Lines with #= let seedcheck name the kind of a change; sha256sum passes over them. Write it anew with: seedcheck seal',
      ...body,
      `# end of seal, ${count}, ${guard(body)}`,
      '',
    ].join('\n'),
  );
}

function fileLine(path: string, sha256: string): string {
  // A bare `-` would be standard input.
  const escaped =
    path === '-'
      ? './-'
      : path.replace(/[\\\n\r]/g, (character) => (character === '\n' ? '\\n' : character === '\r' ? '\\r' : '\\\\'));
  return `${escaped.includes('\\') ? '\\' : ''}${sha256}  ${escaped}`;
}

function printLine(print: ContentPrint): string {
  const plain = print.plain === null ? '-' : print.plain === print.sha256.slice(0, 32) ? '=' : print.plain;
  const lines = print.lines === null ? '-' : print.lines === print.plain ? '=' : print.lines;
  return `#= ${print.sha256.slice(0, 16)} ${print.size} ${lines} ${plain} ${print.dense ?? '-'} ${print.chain || '-'} ${print.sketch || '-'}`;
}

/** Hash of the lines of files and prints in any order: it tells a seal that lost lines; it is no protection from forgers. */
function guard(lines: readonly string[]): string {
  return hash64([...lines].sort(compareText).join('\n'));
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading

/** Reads a seal, ours or what `sha256sum` and its BSD cousins write. It does not throw; what it cannot read is a fault. */
export function parseSeal(bytes: Uint8Array): Seal {
  const lines = linesOf(bytes);
  const read = new Reading();
  for (const line of lines) read.line(line);
  return read.result(lines.at(-1));
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly start: number;
}

/** Lines without their ends. CR goes with the end only where every line has one: else it may belong to a name. */
function linesOf(bytes: Uint8Array): Line[] {
  const raw: string[] = [];
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (from < bytes.length) {
    const next = bytes.indexOf(10, from);
    const end = next < 0 ? bytes.length : next;
    raw.push(pathFromBytes(bytes.subarray(from, end)));
    from = end + 1;
  }
  const last = raw.length - 1;
  const crlf =
    raw.length > 0 && raw.every((text, i) => text.endsWith('\r') || (i === last && bytes[bytes.length - 1] !== 10));
  let start = 0;
  return raw.map((text, i) => {
    const line = { number: i + 1, text: crlf && text.endsWith('\r') ? text.slice(0, -1) : text, start };
    start += line.text.length + 1;
    return line;
  });
}

function placeOf(line: Line, note?: string): Place {
  const quote = line.text.slice(0, 240);
  return {
    path: SEAL_NAME,
    line: line.number,
    endLine: line.number,
    column: 1,
    start: line.start,
    end: line.start + quote.length,
    quote,
    ...(note === undefined ? {} : { note }),
  };
}

const AGAIN = 'Look at what changed, then write the seal anew: seedcheck seal FOLDER --all';

class Reading {
  readonly #faults: IndexFault[] = [];
  readonly #files = new Map<string, { readonly line: Line; readonly sha256: string }>();
  readonly #prints = new Map<string, ContentPrint>();
  readonly #body: string[] = [];
  readonly #unread: Line[] = [];
  readonly #merge: Line[] = [];
  readonly #twice: { readonly first: Line; readonly second: Line; readonly path: string; readonly same: boolean }[] =
    [];
  #first: Line | undefined;
  #head: { readonly line: Line; readonly format: string; readonly prints: string; readonly count: number } | undefined;
  #end: { readonly line: Line; readonly count: number; readonly guard: string } | undefined;
  #ours = false;
  #badPrint: Line | undefined;

  line(line: Line): void {
    this.#first ??= line;
    const { text } = line;
    if (MERGE.test(text)) this.#merge.push(line);
    else if (text.startsWith('#')) this.#comment(line);
    else if (text.trim() !== '') this.#file(line);
  }

  #comment(line: Line): void {
    const { text } = line;
    const head = HEAD.exec(text);
    const end = END.exec(text);
    if (head) this.#head ??= { line, format: head[1]!, prints: head[2]!, count: Number(head[3]) };
    else if (end) this.#end = { line, count: Number(end[1]), guard: end[2]! };
    else if (text.startsWith('#=')) {
      this.#ours = true;
      this.#body.push(text);
      const print = parsePrint(text);
      if (print) this.#prints.set(print.sha256, print);
      else this.#badPrint ??= line;
    } else if (/seedcheck|end of seal/.test(text)) this.#ours = true;
  }

  #file(line: Line): void {
    const text = line.text.replace(/^[ \t]+/, '');
    const bsd = BSD.exec(text);
    const match = bsd ?? LINE.exec(text);
    const name = match ? unescape(bsd ? bsd[2]! : match[3]!, match[1] === '\\') : null;
    if (!match || name === null) {
      this.#unread.push(line);
      return;
    }
    const sha256 = (bsd ? bsd[3]! : match[2]!).toLowerCase();
    const path = name.replace(/^(?:\.\/+)+/, '');
    if (leadsOut(path)) {
      this.#fault('stop', line, `names ${JSON.stringify(path)}, which is no path inside the folder`, AGAIN, [], 'out');
      return;
    }
    this.#body.push(fileLine(path, sha256));
    const before = this.#files.get(path);
    if (before) this.#twice.push({ first: before.line, second: line, path, same: before.sha256 === sha256 });
    else this.#files.set(path, { line, sha256 });
  }

  #fault(
    level: Level,
    line: Line,
    message: string,
    next: string,
    related: readonly Place[] = [],
    cause?: 'twice' | 'out',
  ): void {
    this.#faults.push({
      level,
      message,
      next,
      ...(cause === undefined ? {} : { cause }),
      place: placeOf(line),
      ...(related.length > 0 ? { related } : {}),
    });
  }

  result(last: Line | undefined): Seal {
    const nothing: Line = { number: 1, text: '', start: 0 };
    const merged = this.#merge.length > 0 ? true : undefined;
    if (merged)
      this.#fault(
        'stop',
        this.#merge[0]!,
        'two seals were merged and the marks of the conflict are still here',
        'Settle INDEX.md, then write the seal anew: seedcheck seal FOLDER --all',
        this.#merge.slice(1).map((line) => placeOf(line)),
      );
    this.#tellUnread();
    if (!merged) {
      for (const { first, second, path, same } of this.#twice)
        if (same)
          this.#fault(
            'look',
            second,
            `${JSON.stringify(path)} is sealed twice, with the same hash`,
            AGAIN,
            [placeOf(first)],
            'twice',
          );
        else
          this.#fault(
            'stop',
            second,
            `${JSON.stringify(path)} is sealed twice, with two hashes: which one counts?`,
            AGAIN,
            [placeOf(first)],
            'twice',
          );
      this.#tellWhole(last ?? nothing);
    }
    if (this.#files.size === 0 && this.#faults.length === 0)
      this.#fault(
        'stop',
        this.#first ?? nothing,
        'the seal names no file',
        'Write it anew with seedcheck seal, or take INDEX.sha256 out',
      );
    const known = this.#head === undefined || (this.#head.format === FORMAT && this.#head.prints === PRINT_VERSION);
    if (!known)
      this.#fault(
        'note',
        this.#head!.line,
        'another version of seedcheck wrote this seal: that a file changed can be told, but not how',
        AGAIN,
      );
    else if (this.#badPrint && this.#faults.length === 0)
      this.#fault(
        'look',
        this.#badPrint,
        'this line is no print as seedcheck writes it: the kind of a change cannot be told',
        AGAIN,
      );
    const files: SealedFile[] = [];
    for (const [path, { line, sha256 }] of this.#files) {
      const print = known ? this.#prints.get(sha256.slice(0, 16)) : undefined;
      files.push({ path, print: print ? withHash(print, sha256) : barePrint(sha256), line: line.number });
    }
    files.sort((a, b) => compareText(a.path, b.path));
    return { files, faults: this.#faults, reader: this.#head?.prints ?? null, ...(merged ? { merged } : {}) };
  }

  #tellUnread(): void {
    const first = this.#unread[0];
    if (!first) return;
    const count = this.#unread.length;
    const other = OTHER_HASH.test(first.text);
    this.#fault(
      'stop',
      first,
      `${count === 1 ? 'this line is' : `${count} lines are`} no "sha256  path"${other ? ': the hash is of another kind' : ''}, so what ${count === 1 ? 'it' : 'they'} sealed is not known`,
      AGAIN,
      this.#unread.slice(1).map((line) => placeOf(line)),
    );
  }

  /** Whether all is here that the first and the last line speak of. */
  #tellWhole(last: Line): void {
    const head = this.#head;
    const end = this.#end;
    if (!head && !end && !this.#ours) return;
    if (head && head.format !== FORMAT) return;
    const here = this.#files.size + this.#twice.length;
    const meant = end?.count ?? head?.count;
    if (meant !== undefined && meant !== here)
      this.#fault(
        'stop',
        (end ?? head)!.line,
        `the seal was made of ${meant} ${meant === 1 ? 'file' : 'files'}, and ${here} ${here === 1 ? 'is' : 'are'} named here`,
        AGAIN,
      );
    else if (!head || !end)
      this.#fault(
        'stop',
        head ? last : (this.#first ?? last),
        `the ${head ? 'last' : 'first'} line of the seal is gone, so nothing shows that it is whole`,
        AGAIN,
      );
    else if (end.guard !== guard(this.#body) && this.#unread.length === 0)
      this.#fault(
        'stop',
        end.line,
        'the lines of the seal are not those that were written: a line was changed by hand or damaged',
        AGAIN,
      );
  }
}

/** A name as GNU escapes it; null where a backslash says nothing. */
function unescape(name: string, escaped: boolean): string | null {
  if (!escaped) return name;
  let bad = false;
  const out = name.replace(/\\(.?)/gs, (_, code: string) => {
    if (code === 'n') return '\n';
    if (code === 'r') return '\r';
    if (code === '\\') return '\\';
    bad = true;
    return '';
  });
  return bad ? null : out;
}

/** Absolute, or up; a drive letter or backslash is part of a name here: no path of the seal is ever opened. */
function leadsOut(path: string): boolean {
  return (
    path === '' || path.includes('\0') || path.split('/').some((part) => part === '..' || part === '.' || part === '')
  );
}

function parsePrint(text: string): ContentPrint | null {
  const match = PRINT.exec(text);
  if (!match) return null;
  const [, key, size, lines, plain, dense, chain, sketch] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const hash = /^[0-9a-f]{32}$/;
  if (
    !(lines === '-' || lines === '=' || hash.test(lines)) ||
    !(plain === '-' || plain === '=' || hash.test(plain)) ||
    !(dense === '-' || hash.test(dense))
  )
    return null;
  if (!(chain === '-' || readChain(chain)) || !(sketch === '-' || readSketch(sketch))) return null;
  const bytes = Number(size);
  if (!Number.isSafeInteger(bytes)) return null;
  return {
    size: bytes,
    sha256: key,
    lines: lines === '-' ? null : lines,
    plain: plain === '-' ? null : plain,
    dense: dense === '-' ? null : dense,
    chain: chain === '-' ? '' : chain,
    sketch: sketch === '-' ? '' : sketch,
  };
}

/** Puts the full hash, and what `=` stands for, into a print as it was read. */
function withHash(print: ContentPrint, sha256: string): ContentPrint {
  const plain = print.plain === '=' ? sha256.slice(0, 32) : print.plain;
  return { ...print, sha256, plain, lines: print.lines === '=' ? plain : print.lines };
}
