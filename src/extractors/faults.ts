/** Where bytes that are UTF-8 but for a few places are not: named by offset and by the bytes themselves. */
import type { Fault } from '../core/types.ts';
import { CR, LF } from './units.ts';

/** Faults that are named; the others are counted. */
const MOST = 50;
/** Bytes kept on either side, within the line. */
const AROUND = 40;

/** Bytes from `i` on that make one character of UTF-8, or the negative length of the broken beginning of one. */
function lengthAt(bytes: Uint8Array, i: number): number {
  const byte = bytes[i]!;
  if (byte < 0x80) return 1;
  const needed =
    byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
  let lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
  let upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k <= needed; k++) {
    const next = bytes[i + k] ?? 0;
    if (next < lower || next > upper) return -k;
    lower = 0x80;
    upper = 0xbf;
  }
  return needed === 0 ? -1 : needed + 1;
}

/** The first faults of bytes that were decoded as UTF-8 from `from` on. */
export function faultsOf(bytes: Uint8Array, from: number): Fault[] {
  const faults: Fault[] = [];
  let offset = 0;
  for (let i = from; i < bytes.length && faults.length < MOST;) {
    const length = lengthAt(bytes, i);
    if (length > 0) {
      if (bytes[i] === CR && bytes[i + 1] === LF) i++;
      i += length;
      offset += length === 4 ? 2 : 1;
      continue;
    }
    let start = i;
    while (start > from && i - start < AROUND && bytes[start - 1] !== LF && bytes[start - 1] !== CR) start--;
    let end = i - length;
    while (end < bytes.length && end - i < AROUND && bytes[end] !== LF && bytes[end] !== CR) end++;
    faults.push({ offset, byte: i, length: -length, around: bytes.slice(start, end), at: i - start });
    i -= length;
    offset++;
  }
  return faults;
}
