/** What all block scanners share: lines with their indentation, tests on them, and the list of blocks found. */
import type { Block, BlockKind, Document } from '../../core/types.ts';
import { SPACES } from '../script.ts';
import { lines, type Lines } from '../lines.ts';

const TAB = 9;
const SPACE = 32;

interface MutableBlock {
  kind: BlockKind;
  start: number;
  end: number;
  level: number;
  open?: true;
}

export class Scan {
  readonly document: Document;
  readonly units: Uint16Array;
  readonly lines: Lines;
  readonly count: number;
  readonly out: Block[] = [];

  constructor(document: Document) {
    this.document = document;
    this.units = document.units;
    this.lines = lines(document);
    this.count = this.lines.count;
  }

  blank(line: number): boolean {
    return line >= this.count || this.lines.firsts[line] === this.lines.ends[line];
  }

  /** Columns of white space before the line's first visible unit; a tab goes to the next multiple of 4. */
  indent(line: number): number {
    let column = 0;
    const first = this.lines.firsts[line]!;
    for (let i = this.lines.starts[line]!; i < first; i++) {
      const unit = this.units[i]!;
      column = unit === TAB ? column + 4 - (column & 3) : column + 1;
    }
    return column;
  }

  /** First visible unit of a line, 0 where it is blank. */
  head(line: number): number {
    return this.blank(line) ? 0 : this.units[this.lines.firsts[line]!]!;
  }

  /** Offset of the first visible unit. */
  first(line: number): number {
    return this.lines.firsts[line]!;
  }

  start(line: number): number {
    return this.lines.starts[line]!;
  }

  end(line: number): number {
    return this.lines.ends[line]!;
  }

  /** Offset behind the last visible unit. */
  last(line: number): number {
    let end = this.lines.ends[line]!;
    const first = this.lines.firsts[line]!;
    while (end > first && SPACES[this.units[end - 1]!] === 1) end--;
    return end;
  }

  /** The line without white space around it, at most `limit` units. */
  trimmed(line: number, limit = 400): string {
    const first = this.first(line);
    return this.document.slice(first, Math.min(this.last(line), first + limit));
  }

  /** How many units equal to the first visible one follow at the line's beginning. */
  run(line: number): number {
    const first = this.first(line);
    const end = this.end(line);
    if (first >= end) return 0;
    const unit = this.units[first]!;
    let i = first;
    while (i < end && this.units[i] === unit) i++;
    return i - first;
  }

  /** Whether the line is nothing but one unit repeated (white space after it allowed); its length, else 0. */
  ruler(line: number): number {
    if (this.blank(line)) return 0;
    const length = this.run(line);
    return this.first(line) + length === this.last(line) ? length : 0;
  }

  /** Whether the text at `offset` begins with `word` (ASCII, given in lower case; letters match in any case). */
  looking(offset: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) {
      const want = word.charCodeAt(i);
      let unit = this.units[offset + i] ?? 0;
      if (unit >= 0x41 && unit <= 0x5a) unit |= 0x20;
      if (unit !== want) return false;
    }
    return true;
  }

  /** Whether the line holds the unit. */
  has(line: number, unit: number): boolean {
    const end = this.end(line);
    for (let i = this.first(line); i < end; i++) if (this.units[i] === unit) return true;
    return false;
  }

  /** Offset of `word` (ASCII) in [from, to), or -1. */
  find(word: string, from: number, to: number): number {
    const head = word.charCodeAt(0);
    const stop = to - word.length;
    next: for (let i = from; i <= stop; i++) {
      if (this.units[i] !== head) continue;
      for (let k = 1; k < word.length; k++) if (this.units[i + k] !== word.charCodeAt(k)) continue next;
      return i;
    }
    return -1;
  }

  /** Adds a block over lines [from, to); blank lines at both ends are left out. */
  add(kind: BlockKind, from: number, to: number, level = 0, open = false): void {
    let first = from;
    let last = Math.min(to, this.count) - 1;
    while (last >= first && this.blank(last)) last--;
    while (first <= last && this.blank(first)) first++;
    if (first > last) return;
    const block: MutableBlock = {
      kind,
      start: kind === 'code' || kind === 'table' ? this.start(first) : this.first(first),
      end: this.end(last),
      level,
    };
    if (open) block.open = true;
    this.out.push(block);
  }

  /** The first blank line at or after `line`, or the count of lines. */
  toBlank(line: number): number {
    let i = line;
    while (i < this.count && !this.blank(i)) i++;
    return i;
  }

  /** The first line at or after `line` that is not blank and indented less than `columns`, or the count of lines. */
  toDedent(line: number, columns: number): number {
    let i = line;
    while (i < this.count && (this.blank(i) || this.indent(i) >= columns)) i++;
    return i;
  }

  /**
   * A list marker at the line's first visible unit: the offset of the text after it, or -1. Bullets `- * + •` and the
   * like, `1.` `1)` `(1)` `a)`; white space or the end of the line must follow (not after ideographic `、` and `）`).
   */
  marker(line: number): number {
    const { units } = this;
    const first = this.first(line);
    const end = this.end(line);
    if (first >= end) return -1;
    const unit = units[first]!;
    let i = first;
    if (
      unit === 0x2d ||
      unit === 0x2a ||
      unit === 0x2b ||
      (unit >= 0x2022 && unit <= 0x2023) ||
      unit === 0xb7 ||
      unit === 0x25cf ||
      unit === 0x25cb ||
      unit === 0x25aa ||
      unit === 0x25a0 ||
      unit === 0x2013 ||
      unit === 0x2043
    ) {
      i++;
    } else {
      const bracket = unit === 0x28;
      if (bracket) i++;
      const digits = i;
      while (i < end && i - digits < 9 && units[i]! >= 0x30 && units[i]! <= 0x39) i++;
      if (i === digits) {
        const lower = units[i]! | 0x20;
        if (!(lower >= 0x61 && lower <= 0x7a)) return -1;
        i++;
        if (units[i] !== 0x29) return -1;
        i++;
      } else {
        const mark = units[i];
        if (mark === 0x3001 || mark === 0xff09 || mark === 0xff0e) return i + 1;
        if (mark !== 0x29 && (bracket || mark !== 0x2e)) return -1;
        i++;
      }
    }
    if (i >= end) return end;
    const after = units[i]!;
    if (after !== SPACE && after !== TAB && after !== 0x3000 && after !== 0xa0) return -1;
    while (i < end && SPACES[units[i]!] === 1) i++;
    return i;
  }

  /** Whether the line is a rule of a table drawn with characters: `+---+`, `====  ====`, `|---|:-:|`, `┌──┐`. */
  tableRule(line: number): boolean {
    const first = this.first(line);
    const last = this.last(line);
    if (last - first < 3) return false;
    let bars = 0;
    let dashes = 0;
    for (let i = first; i < last; i++) {
      const unit = this.units[i]!;
      if (unit === 0x2d || unit === 0x3d || unit === 0x2014 || unit === 0x2500 || unit === 0x2550) dashes++;
      else if (unit === 0x7c || unit === 0x2b || unit === 0x3a || (unit >= 0x2500 && unit <= 0x257f)) bars++;
      else if (unit !== SPACE && unit !== TAB) return false;
    }
    return dashes > 0 && bars > 0;
  }
}
