/** Gzip: one file, packed; its members follow each other. */
import { stringOf } from '../core/document.ts';
import { decodeUtf8 } from './decode.ts';
import { crc32, inflate } from './inflate.ts';
import { ReadError, type Budget } from './limits.ts';

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** The name that the packed file had, as it is written there; null where none is. */
  readonly name: string | null;
}

const CUT = 'it is cut off: its packed data ends too early';

/** @throws ReadError where it is damaged or cut off, LimitError */
export function gunzip(bytes: Uint8Array, budget: Budget): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let name: string | null = null;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) {
      // padding of tapes and disks
      if (at > 0 && bytes.subarray(at).every((byte) => byte === 0)) break;
      throw new ReadError(at === 0 ? 'it is no gzip file' : 'it is damaged: something else follows its packed data');
    }
    if (at > 0) budget.entry();
    const flags = bytes[at + 3] ?? 0;
    let start = at + 10;
    if (flags & 4) start += 2 + (start + 2 <= bytes.length ? view.getUint16(start, true) : 0);
    for (const flag of [8, 16]) {
      if (!(flags & flag)) continue;
      const end = bytes.indexOf(0, start);
      if (end < 0) throw new ReadError(CUT);
      if (flag === 8 && at === 0) name = nameOf(bytes.subarray(start, Math.min(end, start + 1024)));
      start = end + 1;
    }
    if (flags & 2) start += 2;
    if (start >= bytes.length) throw new ReadError(CUT);
    // the size stands at the end of the last member, modulo 4 GB: a guess for the first, which most often is the last
    const likely = at === 0 && bytes.length >= 18 ? view.getUint32(bytes.length - 4, true) : 0;
    const { bytes: piece, end } = inflate(bytes, start, bytes.length, likely, (out, taken) =>
      budget.inflate(out, taken),
    );
    if (end + 8 > bytes.length) throw new ReadError(CUT);
    if (view.getUint32(end, true) !== crc32(piece) || view.getUint32(end + 4, true) !== piece.length)
      throw new ReadError('it is damaged: its checksum is wrong');
    pieces.push(piece);
    at = end + 8;
  }
  if (pieces.length === 0) throw new ReadError('it is no gzip file');
  return { bytes: joined(pieces), name };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** As UTF-8, else in Latin 1, as the format has it. */
function nameOf(bytes: Uint8Array): string {
  const { units, broken } = decodeUtf8(bytes);
  return broken > 0 ? stringOf(Uint16Array.from(bytes), 0, bytes.length) : stringOf(units, 0, units.length);
}
