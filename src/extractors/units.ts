/** Decoded text and its line ends. */
import type { Decoding, Fault } from '../core/types.ts';

export const LF = 10;
export const CR = 13;

/** Line ends as the file had them; `none`: a single line without an end. */
export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';

export interface Decoded {
  /** The text with LF line ends and without byte order mark; what could not be decoded is U+FFFD. */
  readonly units: Uint16Array;
  /** WHATWG name in lower case; `utf-32le` and `utf-32be`, which WHATWG lacks, too. */
  readonly encoding: string;
  /** Whether the encoding is known (byte order mark, valid UTF-8, declared and valid) and not guessed. */
  readonly certain: boolean;
  readonly bom: boolean;
  /** How many sequences of bytes had no meaning in the encoding; each became one U+FFFD. */
  readonly undecodable: number;
  readonly newline: Newline;
  /** What told the encoding. */
  readonly told: Decoding['told'];
  /** The encoding that the file names, where it was looked for. */
  readonly declared?: string | null;
  /** The first sequences without a meaning, where the encoding is UTF-8. */
  readonly faults?: readonly Fault[];
}

export function newlineOf(lf: number, crlf: number, cr: number): Newline {
  if (crlf === 0 && cr === 0) return lf > 0 ? 'lf' : 'none';
  if (lf === 0 && cr === 0) return 'crlf';
  if (lf === 0 && crlf === 0) return 'cr';
  return 'mixed';
}

/** The used beginning of a buffer; copied when much of the buffer would be kept for nothing. */
export function trimmed(buffer: Uint16Array, length: number): Uint16Array {
  if (length === buffer.length) return buffer;
  return length * 4 < buffer.length * 3 ? buffer.slice(0, length) : buffer.subarray(0, length);
}

export interface Normalised {
  readonly units: Uint16Array;
  readonly newline: Newline;
}

/** Turns CRLF and CR into LF, in place. */
export function normaliseNewlines(units: Uint16Array): Normalised {
  let o = 0;
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit === CR) {
      if (units[i + 1] === LF) {
        crlf++;
        i++;
      } else cr++;
      units[o++] = LF;
    } else {
      if (unit === LF) lf++;
      units[o++] = unit;
    }
  }
  return { units: trimmed(units, o), newline: newlineOf(lf, crlf, cr) };
}
