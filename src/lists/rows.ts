/** Rows of lists: from a path as some list writes it to one that stays inside the folder, or to a fault with its line. */
import { baseName, checkPath, displayPath } from '../manifest/paths.ts';
import type { IndexFault } from '../manifest/types.ts';
import type { Place } from '../core/types.ts';
import type { Digest, FileList, GivenDigest, ListedRow, ListFolder } from './types.ts';

const QUOTE = 240;

/** What systems leave in every folder and other systems take away: no list should name it, and nobody misses it. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/iu;

export function linePlace(list: string, line: number, quote: string): Place {
  return {
    path: list,
    line,
    endLine: line,
    column: 1,
    start: null,
    end: null,
    quote: quote.slice(0, QUOTE),
  };
}

export interface Written {
  readonly list: string;
  readonly line: number;
  readonly quote: string;
  readonly path: string;
  readonly digests?: readonly Digest[];
  readonly size?: number | null;
  readonly status?: ListedRow['status'];
}

/** Collects the rows of one or several lists over the same files. */
export class Rows {
  readonly #folder: ListFolder;
  readonly #within: string;
  readonly #rows = new Map<string, ListedRow>();
  readonly #folded = new Map<string, string>();
  readonly faults: IndexFault[] = [];

  /** `within`: with its final `/`, the folder that every path must be in; empty where there is none. */
  constructor(folder: ListFolder, within = '') {
    this.#folder = folder;
    this.#within = within;
  }

  get rows(): readonly ListedRow[] {
    return [...this.#rows.values()];
  }

  fault(
    level: IndexFault['level'],
    written: Pick<Written, 'list' | 'line' | 'quote'>,
    message: string,
    next: string,
  ): void {
    this.faults.push({ level, message, next, place: linePlace(written.list, written.line, written.quote) });
  }

  /** The path, checked; null with a fault where it leaves the folder. */
  path(written: Written): string | null {
    const checked = checkPath(written.path, (path) => this.#folder.files.has(path));
    if (checked.fault !== undefined) {
      this.fault(
        'stop',
        written,
        `the path ${quoted(written.path)} ${checked.fault}`,
        'Take the line out: a list names files of its own folder',
      );
      return null;
    }
    if (this.#within !== '' && !checked.path.startsWith(this.#within)) {
      this.fault(
        'stop',
        written,
        `the path ${quoted(written.path)} is not in ${this.#within}`,
        `Take the line out: only what is in ${this.#within} belongs there`,
      );
      return null;
    }
    // some lists write %25, %0A, %0D for what a line cannot hold
    const { path } = checked;
    if (!this.#folder.files.has(path) && /%(?:25|0a|0d)/iu.test(path)) {
      const decoded = path.replace(/%(25|0a|0d)/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      if (this.#folder.files.has(decoded)) return decoded;
    }
    return path;
  }

  /** Adds a row. Digests of one file out of several lists come together. */
  add(written: Written, strict = false): void {
    const path = this.path(written);
    if (path === null) return;
    const { size = null, status = 'required' } = written;
    const where = { list: written.list, line: written.line, quote: written.quote.slice(0, QUOTE) };
    const digests = (written.digests ?? []).map((one): GivenDigest => ({ ...one, ...where }));
    if (!this.#folder.files.has(path) && (this.#folder.litter.has(path) || LITTER.test(baseName(path)))) {
      this.fault(
        'look',
        written,
        `${displayPath(path)} is what a system leaves behind, no document`,
        'Take the line out',
      );
      return;
    }
    const before = this.#rows.get(path);
    if (before) {
      const clash = digests.find((one) =>
        before.digests.some((old) => old.algorithm === one.algorithm && old.hex !== one.hex),
      );
      const again = before.list === written.list;
      if (clash)
        this.fault(
          'stop',
          written,
          `${displayPath(path)} stands twice, with another ${clash.algorithm} in ${before.list} line ${String(before.line)}`,
          'Find out which is right, and take the other line out',
        );
      else if (again)
        this.fault(
          strict ? 'stop' : 'look',
          written,
          `${displayPath(path)} stands twice, in line ${String(before.line)} too`,
          'Take one of the two lines out',
        );
      this.#rows.set(path, {
        ...before,
        digests: [
          ...before.digests,
          ...digests.filter((one) => !before.digests.some((old) => old.algorithm === one.algorithm)),
        ],
        size: before.size ?? size,
      });
      return;
    }
    // the same name in another Unicode form or with other capitals, of which only one is here
    const key = path.normalize('NFC').toLowerCase();
    const like = this.#folded.get(key);
    if (like !== undefined) {
      const same = digests.some((one) =>
        this.#rows.get(like)?.digests.some((old) => old.algorithm === one.algorithm && old.hex === one.hex),
      );
      const here = this.#folder.files.has(path);
      this.fault(
        'look',
        written,
        `${displayPath(path)} and ${displayPath(like)} are one name on some systems`,
        'Give one of the two another name',
      );
      if (!here && same) return;
      if (here && same && !this.#folder.files.has(like)) this.#rows.delete(like);
    }
    this.#folded.set(key, path);
    this.#rows.set(path, {
      path,
      status,
      digests,
      size,
      ...where,
    });
  }
}

function quoted(path: string): string {
  const shown = displayPath(path);
  return `"${shown.length > 100 ? `${shown.slice(0, 100)}…` : shown}"`;
}

/** Lines of a text with their numbers from 1; a final CR is no part of one. */
export function* numbered(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const feed = /\r\n?|\n/gu;
    feed.lastIndex = start;
    const match = feed.exec(text);
    const end = match ? match.index : text.length;
    yield { line, text: text.slice(start, end) };
    if (!match) return;
    start = end + match[0].length;
  }
}

/** Whether a list names enough of what lies in the folder to say what was meant: half of the files, and one at least. */
export function speaksFor(folder: ListFolder, rows: readonly ListedRow[], own: readonly string[]): boolean {
  if (rows.length === 0) return false;
  const named = new Set(rows.map((row) => row.path));
  const others = [...folder.files].filter((path) => !own.includes(path));
  return others.filter((path) => named.has(path)).length * 2 >= others.length;
}

export function everything(list: Omit<FileList, 'covers'>): FileList {
  return { ...list, covers: () => true };
}
