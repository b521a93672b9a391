/**
 * Deflate (RFC 1951), unpacked in pieces: the caller is asked before each next piece, so that a file that unpacks to a
 * thousand times its size stops where a limit says so. Own code, as it runs at once, in a browser too, counts what it takes
 * in, and never believes a declared size.
 */
import { ReadError } from './limits.ts';

/** Bytes of one piece. */
const PIECE = 65_536;
/** A match is at most so long: what a piece can be longer. */
const LONGEST = 258;

const LENGTH_BASE: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASE: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA: readonly number[] = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** The order in which the lengths of the code for lengths are written. */
const ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const lengthBase = Uint16Array.from(LENGTH_BASE);
const lengthExtra = Uint8Array.from(LENGTH_EXTRA);
const distanceBase = Uint16Array.from(DISTANCE_BASE);
const distanceExtra = Uint8Array.from(DISTANCE_EXTRA);

/** A prefix code as one table, indexed by the next `bits` bits: symbol times 16 plus the length of its code; 0 where none is. */
interface Code {
  readonly bits: number;
  readonly table: Uint16Array;
}

const broken = (): ReadError => new ReadError('its packed data is damaged');
const cut = (): ReadError => new ReadError('it is cut off: its packed data ends too early');

function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  let bits = 15;
  while (bits > 1 && counts[bits] === 0) bits--;
  const next = new Uint16Array(16);
  let code = 0;
  for (let length = 1; length <= 15; length++) {
    code = (code + counts[length - 1]!) << 1;
    next[length] = code;
    // more codes of this length than there can be
    if (code + counts[length]! > 1 << length) throw broken();
  }
  const table = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    // codes are read from their first bit, which is the lowest of the table's index
    let reversed = 0;
    const own = next[length]!++;
    for (let i = 0; i < length; i++) reversed |= ((own >> i) & 1) << (length - 1 - i);
    for (let at = reversed; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  }
  return { bits, table };
}

let fixed: { readonly literals: Code; readonly distances: Code } | undefined;

function fixedCodes(): { readonly literals: Code; readonly distances: Code } {
  if (!fixed) {
    const literals = new Uint8Array(288).fill(8);
    literals.fill(9, 144, 256);
    literals.fill(7, 256, 280);
    fixed = { literals: codeOf(literals), distances: codeOf(new Uint8Array(30).fill(5)) };
  }
  return fixed;
}

export interface Inflated {
  readonly bytes: Uint8Array;
  /** Offset in the input behind the packed data. */
  readonly end: number;
}

/**
 * Unpacks the deflate stream that begins at `from`. `expect`: the size that it is said to have, a hint alone. `piece` is told
 * of each piece (bytes out, bytes taken in for it) before the next is made, and may throw.
 * @throws ReadError where the data is damaged or ends too early
 */
export function inflate(
  input: Uint8Array,
  from: number,
  to: number,
  expect: number,
  piece: (bytes: number, packed: number) => void,
): Inflated {
  const stream = new Stream(input, from, to, expect);
  let told = 0;
  let toldIn = from;
  const tell = (): void => {
    const taken = Math.max(toldIn, stream.taken);
    piece(stream.at - told, taken - toldIn);
    told = stream.at;
    toldIn = taken;
  };
  for (let last = false; !last;) {
    last = stream.need(1) === 1;
    const kind = stream.need(2);
    if (kind === 3) throw broken();
    if (kind === 0) {
      stream.stored();
      if (stream.at - told >= PIECE) tell();
      continue;
    }
    const { literals, distances } = kind === 1 ? fixedCodes() : stream.codes();
    while (!stream.run(literals.table, distances.table, told + PIECE)) tell();
    if (stream.at - told >= PIECE) tell();
  }
  tell();
  const { out, at } = stream;
  // a small result does not keep a large room, of which there may be one for each member of a file
  return { bytes: at * 2 < out.length ? out.slice(0, at) : out.subarray(0, at), end: stream.taken };
}

class Stream {
  readonly #input: Uint8Array;
  readonly #to: number;
  readonly #expect: number;
  /** What is unpacked, which is the window too. */
  out: Uint8Array;
  /** Bytes in `out`. */
  at = 0;
  #pos: number;
  /** Bits taken in and not used, the next one lowest. */
  #hold = 0;
  #held = 0;

  constructor(input: Uint8Array, from: number, to: number, expect: number) {
    this.#input = input;
    this.#to = to;
    this.#expect = expect;
    this.#pos = from;
    // deflate cannot do more than 1,032 to one; and a lie about the size asks for no memory
    this.out = new Uint8Array(Math.max(64, Math.min(expect, (to - from) * 1032, 64 * PIECE)) + LONGEST);
  }

  /** Offset in the input behind all that was used. */
  get taken(): number {
    return this.#pos - (this.#held >> 3);
  }

  #room(wanted: number): void {
    const { length } = this.out;
    if (this.at + wanted <= length) return;
    const exact = this.#expect + LONGEST;
    const size = Math.max(this.at + wanted, exact > length && exact <= length * 4 ? exact : length * 2);
    const more = new Uint8Array(size);
    more.set(this.out.subarray(0, this.at));
    this.out = more;
  }

  /** The next bits as a number. */
  need(count: number): number {
    while (this.#held < count) {
      if (this.#pos >= this.#to) throw cut();
      this.#hold |= this.#input[this.#pos++]! << this.#held;
      this.#held += 8;
    }
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#held -= count;
    return value;
  }

  /** A block that is not packed. */
  stored(): void {
    const input = this.#input;
    // whole bytes that were taken in go back
    const pos = this.taken;
    this.#hold = 0;
    this.#held = 0;
    if (pos + 4 > this.#to) throw cut();
    const length = input[pos]! | (input[pos + 1]! << 8);
    if ((length ^ 0xffff) !== (input[pos + 2]! | (input[pos + 3]! << 8))) throw broken();
    this.#pos = pos + 4 + length;
    if (this.#pos > this.#to) throw cut();
    this.#room(length);
    this.out.set(input.subarray(pos + 4, this.#pos), this.at);
    this.at += length;
  }

  /** The codes at the head of a block. */
  codes(): { readonly literals: Code; readonly distances: Code } {
    const literals = this.need(5) + 257;
    const distances = this.need(5) + 1;
    const count = this.need(4) + 4;
    if (literals > 286 || distances > 30) throw broken();
    const small = new Uint8Array(19);
    for (let i = 0; i < count; i++) small[ORDER[i]!] = this.need(3);
    const code = codeOf(small);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      const symbol = this.#symbol(code);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw broken();
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const repeat = symbol === 16 ? 3 + this.need(2) : symbol === 17 ? 3 + this.need(3) : 11 + this.need(7);
      if (i + repeat > lengths.length) throw broken();
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
    if (lengths[256] === 0) throw broken();
    return { literals: codeOf(lengths.subarray(0, literals)), distances: codeOf(lengths.subarray(literals)) };
  }

  #symbol(code: Code): number {
    while (this.#held < code.bits && this.#pos < this.#to) {
      this.#hold |= this.#input[this.#pos++]! << this.#held;
      this.#held += 8;
    }
    const found = code.table[this.#hold & (code.table.length - 1)]!;
    const length = found & 15;
    if (length === 0) throw this.#held < code.bits ? cut() : broken();
    if (length > this.#held) throw cut();
    this.#hold >>>= length;
    this.#held -= length;
    return found >> 4;
  }

  /** Unpacks a block up to its end, or until `full` bytes are there at least: whether the block ended. */
  run(literals: Uint16Array, distances: Uint16Array, full: number): boolean {
    this.#room(Math.max(0, full - this.at) + LONGEST);
    const input = this.#input;
    const to = this.#to;
    const { out } = this;
    const literalMask = literals.length - 1;
    const distanceMask = distances.length - 1;
    let { at } = this;
    let pos = this.#pos;
    let hold = this.#hold;
    let held = this.#held;
    let ended = false;
    while (at < full) {
      // a code has 15 bits at most, and what follows a length's code 5; never more than 27, which stay small integers
      while (held < 20 && pos < to) {
        hold |= input[pos++]! << held;
        held += 8;
      }
      const found = literals[hold & literalMask]!;
      const size = found & 15;
      if (size === 0 || size > held) throw pos >= to ? cut() : broken();
      hold >>>= size;
      held -= size;
      const symbol = found >> 4;
      if (symbol < 256) {
        out[at++] = symbol;
        continue;
      }
      if (symbol === 256) {
        ended = true;
        break;
      }
      if (symbol > 285) throw broken();
      const extra = lengthExtra[symbol - 257]!;
      if (extra > held) throw cut();
      const length = lengthBase[symbol - 257]! + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      held -= extra;
      while (held < 15 && pos < to) {
        hold |= input[pos++]! << held;
        held += 8;
      }
      const farther = distances[hold & distanceMask]!;
      const bits = farther & 15;
      if (bits === 0 || bits > held) throw pos >= to ? cut() : broken();
      hold >>>= bits;
      held -= bits;
      const which = farther >> 4;
      const more = distanceExtra[which]!;
      while (held < more) {
        if (pos >= to) throw cut();
        hold |= input[pos++]! << held;
        held += 8;
      }
      let from = at - distanceBase[which]! - (hold & ((1 << more) - 1));
      hold >>>= more;
      held -= more;
      if (from < 0) throw broken();
      const end = at + length;
      while (at < end) out[at++] = out[from++]!;
    }
    this.at = at;
    this.#pos = pos;
    this.#hold = hold;
    this.#held = held;
    return ended;
  }
}

let table: Uint32Array | undefined;

/** CRC-32 as zip and gzip have it. */
export function crc32(bytes: Uint8Array): number {
  if (!table) {
    table = new Uint32Array(1024);
    for (let i = 0; i < 256; i++) {
      let value = i;
      for (let k = 0; k < 8; k++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      table[i] = value;
    }
    // four bytes at a time
    for (let i = 0; i < 256; i++)
      for (let k = 1; k < 4; k++) {
        const before = table[(k - 1) * 256 + i]!;
        table[k * 256 + i] = (before >>> 8) ^ table[before & 0xff]!;
      }
  }
  let crc = -1;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc =
      table[768 + (crc & 0xff)]! ^
      table[512 + ((crc >>> 8) & 0xff)]! ^
      table[256 + ((crc >>> 16) & 0xff)]! ^
      table[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  return (crc ^ -1) >>> 0;
}
