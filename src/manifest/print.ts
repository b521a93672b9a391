/**
 * What is kept of a file's content, so that a later run can name the *kind* of a change without the old copy.
 *
 * | part     | made from                                              | proves later                                        |
 * | -------- | ------------------------------------------------------ | --------------------------------------------------- |
 * | `sha256` | the bytes                                              | the same file                                       |
 * | `lines`  | the bytes, CRLF and CR as LF                           | nothing but line ends changed                       |
 * | `plain`  | the same, without a byte order mark                    | nothing but line ends and the mark changed          |
 * | `dense`  | the same, without any white space                      | nothing but white space changed                     |
 * | `chain`  | hashes of the beginning up to many marks (see below)   | the file is a beginning of the old one, or the old one a beginning of it |
 * | `sketch` | 64 samples of its 16-byte pieces                       | how much of the content is shared, about ±6 in 100  |
 *
 * `lines`, `plain` and `dense` are the first 128 bits of a sha256: a claim that leaves a folder READY rests on them.
 * Content longer than 1 MiB is hashed block by block and the digests once more, so that no copy of a large file is made.
 * For files with a NUL byte `lines` and `plain` are null and the chain is over the bytes as they are; `dense` is that of
 * UTF-16 and UTF-32 text, and null for containers (PDF, Office files, archives).
 *
 * **The chain.** Marks stand at multiples of c, where c is the smallest 16·2^k that gives at most 96 of them; closer ones
 * near both ends, a quarter of an octave apart; and one at the very end. A file cut at any byte keeps a mark at most
 * c bytes before the cut (256 for files of up to 24 kB, a 48th of the size at most), at most a fourth of what is left,
 * and at most a fourth of what is gone. At each mark 24 bits of a 32-bit FNV-1a over everything before it are kept.
 *
 * **The sketch.** One-permutation MinHash (Li, Owen, Zhang 2012) over a gear hash (Xia et al. 2014) of every 16 bytes
 * without white space; similarity is matching buckets by buckets that are filled on either side.
 */
import { mix32 } from '../core/hash.ts';
import type { ContentPrint, Document } from '../core/types.ts';
import { isWhiteSpace } from '../core/unicode.ts';

/** sha256 of bytes, lower-case hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;

/** Changes when a print of the same content would come out otherwise. Stands in the seal's first line. */
export const PRINT_VERSION = '1';

const BLOCK = 1 << 20;
const LF = 10;
const CR = 13;
const HEX_128 = 32;

/** The prints of one file. `text` is what was read of it, null where no text was; `sha256` is that of `bytes`. */
export function printOf(bytes: Uint8Array, sha256: string, text: Document | null, hash: Sha256): ContentPrint {
  const hasNul = bytes.indexOf(0) >= 0;
  const mark = !hasNul && hasMark(bytes);
  const from = mark ? 3 : 0;
  const hasCr = !hasNul && bytes.indexOf(CR) >= 0;

  let plain: string | null = null;
  if (!hasNul) {
    if (!mark && !hasCr && bytes.length <= BLOCK) plain = sha256.slice(0, HEX_128);
    else {
      const tree = new Tree(hash);
      for (const block of normalBlocks(bytes, from, hasCr)) tree.add(block);
      plain = tree.digest();
    }
  }
  const samples = sampler();
  const dense = denseOf(bytes, from, hasNul, text, hash, samples);
  const length = hasCr ? normalLength(bytes, from) : bytes.length - from;
  return {
    size: bytes.length,
    sha256,
    lines: plain === null ? null : mark ? hash(asciiBytes(`bom ${plain}`)).slice(0, HEX_128) : plain,
    plain,
    dense,
    chain: writeChain({
      length,
      lines: hasNul ? 0 : countLines(bytes, from, hasCr),
      hashes: chainHashes(normalBlocks(bytes, from, hasCr), chainMarks(length)),
    }),
    sketch: samples.sketch(),
  };
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Hash of bytes that come in blocks: of one block, its own; of more, that of their digests. */
class Tree {
  readonly #hash: Sha256;
  readonly #digests: string[] = [];

  constructor(hash: Sha256) {
    this.#hash = hash;
  }

  add(block: Uint8Array): void {
    this.#digests.push(this.#hash(block));
  }

  digest(): string {
    if (this.#digests.length === 0) this.add(new Uint8Array(0));
    const whole = this.#digests.length === 1 ? this.#digests[0]! : this.#hash(asciiBytes(this.#digests.join('')));
    return whole.slice(0, HEX_128);
  }
}

/** The bytes with LF line ends in blocks of 1 MiB (the last is shorter). A block is valid until the next is asked for. */
function* normalBlocks(bytes: Uint8Array, from: number, hasCr: boolean): Generator<Uint8Array> {
  if (!hasCr) {
    for (let i = from; i < bytes.length; i += BLOCK) yield bytes.subarray(i, Math.min(i + BLOCK, bytes.length));
    return;
  }
  const block = new Uint8Array(Math.min(BLOCK, bytes.length));
  let used = 0;
  let i = from;
  while (i < bytes.length) {
    if (bytes[i] === CR) {
      block[used++] = LF;
      i += bytes[i + 1] === LF ? 2 : 1;
    } else {
      const next = bytes.indexOf(CR, i);
      const take = Math.min((next < 0 ? bytes.length : next) - i, block.length - used);
      block.set(bytes.subarray(i, i + take), used);
      used += take;
      i += take;
    }
    if (used === block.length) {
      yield block;
      used = 0;
    }
  }
  if (used > 0) yield block.subarray(0, used);
}

function normalLength(bytes: Uint8Array, from: number): number {
  let pairs = 0;
  for (let i = bytes.indexOf(CR); i >= 0; i = bytes.indexOf(CR, i + 1)) if (bytes[i + 1] === LF) pairs++;
  return bytes.length - from - pairs;
}

/** Lines as LF, CRLF and CR end them; a last one without an end counts. */
function countLines(bytes: Uint8Array, from: number, hasCr: boolean): number {
  if (bytes.length === from) return 0;
  let count = 0;
  for (let i = bytes.indexOf(LF); i >= 0; i = bytes.indexOf(LF, i + 1)) count++;
  if (hasCr) for (let i = bytes.indexOf(CR); i >= 0; i = bytes.indexOf(CR, i + 1)) if (bytes[i + 1] !== LF) count++;
  const last = bytes[bytes.length - 1];
  return last === LF || last === CR ? count : count + 1;
}

// ---------------------------------------------------------------------------------------------------------------------
// Without white space

/**
 * Hash of the content without white space, null where no text was read; feeds the sampler on the way. White space is
 * taken out of the bytes: the spaces of ASCII stand for themselves in every encoding without NUL, those of Unicode are
 * known where the text is UTF-8. Markup counts: text that only *looks* the same is not the same.
 */
function denseOf(
  bytes: Uint8Array,
  from: number,
  hasNul: boolean,
  text: Document | null,
  hash: Sha256,
  samples: Sampler,
): string | null {
  const tree = new Tree(hash);
  if (hasNul) {
    samples.add(bytes, bytes.length);
    // What a reader took out of a container is not the whole of it: pictures and formulas can have changed.
    if (text === null || text.origin || !text.decoding) return null;
    const block = new Uint8Array(Math.min(BLOCK, text.units.length * 2));
    let used = 0;
    for (const unit of text.units) {
      if (unit <= 32 ? unit === 32 || (unit >= 9 && unit <= 13) : unit >= 0x80 && isWhiteSpace(unit)) continue;
      block[used++] = unit & 0xff;
      block[used++] = unit >>> 8;
      if (used === block.length) {
        tree.add(block);
        used = 0;
      }
    }
    if (used > 0) tree.add(block.subarray(0, used));
    return tree.digest();
  }
  const unicode = text?.encoding === 'utf-8';
  const block = room(Math.min(BLOCK, bytes.length - from));
  let used = 0;
  for (let i = from; i < bytes.length;) {
    const stop = Math.min(bytes.length, i + block.length - used);
    used = compact(bytes, i, stop, block, used, unicode);
    i = stop;
    if (used < block.length) continue;
    samples.add(block, used);
    if (text) tree.add(block);
    used = 0;
  }
  samples.add(block, used);
  if (text === null) return null;
  if (used > 0) tree.add(block.subarray(0, used));
  return tree.digest();
}

let spare = new Uint8Array(0);

/** So many bytes, which are written over when it is next called: files are printed one at a time, and most are small. */
function room(length: number): Uint8Array {
  if (spare.length < length) spare = new Uint8Array(Math.min(BLOCK, 2 * length));
  return spare.subarray(0, length);
}

/** Copies bytes from `from` to `to` that are no white space into `out` at `used`; returns where the copy ends. */
function compact(bytes: Uint8Array, from: number, to: number, out: Uint8Array, used: number, unicode: boolean): number {
  let n = used;
  let i = from;
  const classes = unicode ? UTF8_CLASSES : ASCII_CLASSES;
  // What the block before this one began.
  if (unicode)
    for (; i < to && i < from + 2 && (bytes[i]! & 0xc0) === 0x80; i++) if (!inWideSpace(bytes, i)) out[n++] = bytes[i]!;
  for (; i < to; i++) {
    // Written always and kept or not: white space is a branch that no processor can foretell.
    const byte = bytes[i]!;
    out[n] = byte;
    const known = classes[byte]!;
    n += known & KEPT;
    if (known !== FIRST) continue;
    // What follows a first byte is white space if the first is.
    if (!inWideSpace(bytes, i)) n++;
    else for (let k = 0; k < 2 && i + 1 < to && (bytes[i + 1]! & 0xc0) === 0x80; k++) i++;
  }
  return n;
}

const KEPT = 1;
/** First bytes of white space beyond ASCII, and of much else. */
const FIRST = 2;
/** For each byte: 0 for white space, KEPT for all else. */
const ASCII_CLASSES = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 32 || (byte >= 9 && byte <= 13) ? 0 : KEPT,
);
/** The same for UTF-8. */
const UTF8_CLASSES = /* @__PURE__ */ ASCII_CLASSES.map((known, byte) =>
  byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 ? FIRST : known,
);

/** Whether byte i of UTF-8 belongs to a white space character beyond ASCII. */
function inWideSpace(bytes: Uint8Array, i: number): boolean {
  let start = i;
  while (start > 0 && i - start < 2 && (bytes[start]! & 0xc0) === 0x80) start--;
  const first = bytes[start]!;
  const second = bytes[start + 1];
  if (first === 0xc2) return second === 0x85 || second === 0xa0;
  const third = bytes[start + 2];
  if (second === undefined || third === undefined) return false;
  if (first === 0xe1) return second === 0x9a && third === 0x80;
  if (first === 0xe2) {
    if (second === 0x80) return (third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf;
    return second === 0x81 && third === 0x9f;
  }
  return first === 0xe3 && second === 0x80 && third === 0x80;
}

// ---------------------------------------------------------------------------------------------------------------------
// The chain

export interface Chain {
  /** Bytes after line ends became LF and the byte order mark went. */
  readonly length: number;
  /** Lines; 0 for files with a NUL byte. */
  readonly lines: number;
  /** 24 bits at each of `chainMarks(length)`. */
  readonly hashes: readonly number[];
}

const FINEST = 16;
const MARKS = 96;
/** Distances from an end that are closer than the finest step. */
const NEAR = [1, 2, 3, 4, 6, 8, 12, 16];

/** Where the marks of a file of so many bytes stand: ascending, the last at its end; none for an empty file. */
export function chainMarks(length: number): readonly number[] {
  let step = FINEST;
  while (length / step > MARKS) step *= 2;
  const near = [...NEAR];
  for (let small = FINEST / 4; small < step; small *= 2) near.push(5 * small, 6 * small, 7 * small, 8 * small);
  const marks: number[] = [];
  for (let at = step; at <= length; at += step) marks.push(at);
  for (const distance of near) if (distance < length) marks.push(distance, length - distance);
  if (length > 0) marks.push(length);
  // A typed array sorts numbers as numbers, and several times as fast; sizes of files fit a double.
  const sorted = new Float64Array(marks).sort();
  const different: number[] = [];
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) different.push(sorted[i]!);
  return different;
}

/** The hashes at these marks (ascending) of bytes that come in blocks; ends where the bytes do. */
function chainHashes(blocks: Iterable<Uint8Array>, marks: readonly number[]): number[] {
  const hashes: number[] = [];
  let state = 0x811c9dc5;
  let base = 0;
  for (const block of blocks) {
    let i = 0;
    while (i < block.length) {
      const mark = marks[hashes.length];
      if (mark === undefined) return hashes;
      const stop = Math.min(block.length, mark - base);
      for (; i < stop; i++) state = Math.imul(state ^ block[i]!, 0x01000193);
      if (base + stop === mark) hashes.push(mix32(state) >>> 8);
    }
    base += block.length;
  }
  return hashes;
}

function writeChain(chain: Chain): string {
  const bytes = new Uint8Array(chain.hashes.length * 3);
  chain.hashes.forEach((hash, i) => {
    bytes[3 * i] = hash >>> 16;
    bytes[3 * i + 1] = hash >>> 8;
    bytes[3 * i + 2] = hash;
  });
  return `${chain.length.toString(36)}.${chain.lines.toString(36)}.${toBase64(bytes)}`;
}

/** The chain that such a text holds; null where it holds none. */
export function readChain(text: string): Chain | null {
  const match = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([\w-]*)$/.exec(text);
  const bytes = match ? fromBase64(match[3]!) : null;
  if (!match || !bytes || bytes.length % 3 !== 0) return null;
  const length = parseInt(match[1]!, 36);
  if (!Number.isSafeInteger(length) || bytes.length / 3 !== chainMarks(length).length) return null;
  const hashes: number[] = [];
  for (let i = 0; i < bytes.length; i += 3) hashes.push((bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!);
  return { length, lines: parseInt(match[2]!, 36), hashes };
}

/** How far a file begins as an older one did. Offsets count bytes after line ends became LF and the mark went. */
export interface Prefix {
  /** Bytes of the older file. */
  readonly oldLength: number;
  readonly oldLines: number;
  /** Bytes of this file. */
  readonly length: number;
  readonly lines: number;
  /** All marks of the old file up to here agree; nothing between this one and the next is known. */
  readonly agreed: number;
  /** Line of this file, from 1, that holds byte `agreed`; null where the bytes were not at hand. */
  readonly agreedLine: number | null;
  /** Line of this file by which it differs from the old one, if it does; null where the bytes were not at hand. */
  readonly differsLine: number | null;
}

/** Holds a file's bytes against the chain of an older one: exact at every mark of the old chain. */
export function prefixOf(bytes: Uint8Array, old: Pick<ContentPrint, 'chain' | 'plain'>): Prefix | null {
  const chain = readChain(old.chain);
  if (!chain) return null;
  // As the old chain was made: a NUL byte that came or went with the change alters nothing of what stands before it.
  const hasNul = old.plain === null;
  const from = !hasNul && hasMark(bytes) ? 3 : 0;
  const hasCr = !hasNul && bytes.indexOf(CR) >= 0;
  const marks = chainMarks(chain.length);
  const hashes = chainHashes(normalBlocks(bytes, from, hasCr), marks);
  const agreed = agreedUpTo(marks, chain.hashes, hashes);
  const next = marks.find((mark) => mark > agreed) ?? agreed;
  const lineAt = lineCounter(normalBlocks(bytes, from, hasCr));
  return {
    oldLength: chain.length,
    oldLines: chain.lines,
    length: hasCr ? normalLength(bytes, from) : bytes.length - from,
    lines: hasNul ? 0 : countLines(bytes, from, hasCr),
    agreed,
    agreedLine: hasNul ? null : lineAt(agreed),
    differsLine: hasNul ? null : lineAt(next - 1),
  };
}

/** Says of ascending offsets on which line they lie, from 1; beyond the end, on the last. */
function lineCounter(blocks: Iterator<Uint8Array>): (offset: number) => number {
  let line = 1;
  let base = 0;
  let block: Uint8Array = new Uint8Array(0);
  let at = 0;
  return (offset) => {
    for (;;) {
      for (let i = block.indexOf(LF, at); i >= 0 && base + i < offset; i = block.indexOf(LF, at)) {
        line++;
        at = i + 1;
      }
      if (base + block.length > offset) return line;
      const step = blocks.next();
      if (step.done) return line;
      base += block.length;
      block = step.value;
      at = 0;
    }
  };
}

/** The same from two chains, where the bytes are not at hand: only marks that both have count. */
export function prefixOfPrints(now: Pick<ContentPrint, 'chain'>, old: Pick<ContentPrint, 'chain'>): Prefix | null {
  const a = readChain(now.chain);
  const b = readChain(old.chain);
  if (!a || !b) return null;
  const known = new Map(chainMarks(a.length).map((mark, i) => [mark, a.hashes[i]!]));
  const marks: number[] = [];
  const ours: number[] = [];
  const theirs: number[] = [];
  chainMarks(b.length).forEach((mark, i) => {
    const hash = known.get(mark);
    if (hash === undefined) return;
    marks.push(mark);
    ours.push(hash);
    theirs.push(b.hashes[i]!);
  });
  const agreed = agreedUpTo(marks, theirs, ours);
  return {
    oldLength: b.length,
    oldLines: b.lines,
    length: a.length,
    lines: a.lines,
    agreed,
    agreedLine: null,
    differsLine: null,
  };
}

function agreedUpTo(marks: readonly number[], old: readonly number[], now: readonly number[]): number {
  let agreed = 0;
  for (let i = 0; i < now.length && now[i] === old[i]; i++) agreed = marks[i]!;
  return agreed;
}

// ---------------------------------------------------------------------------------------------------------------------
// The sketch

/** Buckets of a sketch. */
export const SKETCH = 64;
const WINDOW = 16;
/** Fewer 16-byte pieces than this say nothing. */
const LEAST = 24;
/** Above every rank. */
const UNSEEN = 0x7fffffff;

/** Signed, like all sums of the sampler: an engine keeps 32 signed bits in a register. */
const GEAR = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, i) => mix32(Math.imul(i + 1, 0x9e3779b1)));

interface Sampler {
  add(bytes: Uint8Array, length: number): void;
  sketch(): string;
}

/** The tight loop of the sampler; returns the state after the last byte. */
function sample(
  bytes: Uint8Array,
  from: number,
  to: number,
  state: number,
  gear: Int32Array,
  lowest: Int32Array,
): number {
  let h = state;
  for (let i = from; i < to; i++) {
    h = ((h << 2) + gear[bytes[i]!]!) | 0;
    const x = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    const bucket = x & (SKETCH - 1);
    const rank = x >> 6;
    if (rank < lowest[bucket]!) lowest[bucket] = rank;
  }
  return h;
}

/** Takes bytes in pieces and keeps, for each of 64 buckets, the lowest hash of a 16-byte window. */
function sampler(): Sampler {
  const lowest = new Int32Array(SKETCH).fill(UNSEEN);
  let state = 0;
  let seen = 0;
  return {
    add(bytes, length) {
      let i = 0;
      for (; seen < WINDOW - 1 && i < length; i++, seen++) state = ((state << 2) + GEAR[bytes[i]!]!) | 0;
      seen += length - i;
      state = sample(bytes, i, length, state, GEAR, lowest);
    },
    sketch() {
      if (seen < WINDOW + LEAST) return '';
      const bytes = new Uint8Array(SKETCH * 2);
      for (let bucket = 0; bucket < SKETCH; bucket++) {
        const rank = lowest[bucket]!;
        if (rank === UNSEEN) continue;
        const value = mix32(rank + bucket) & 0xffff || 1;
        bytes[2 * bucket] = value >>> 8;
        bytes[2 * bucket + 1] = value & 0xff;
      }
      return toBase64(bytes);
    },
  };
}

/** The 64 samples of a sketch, 0 where a bucket is empty; null where there is none. */
export function readSketch(text: string): Uint16Array | null {
  const bytes = text === '' ? null : fromBase64(text);
  if (bytes?.length !== SKETCH * 2) return null;
  const values = new Uint16Array(SKETCH);
  for (let i = 0; i < SKETCH; i++) values[i] = (bytes[2 * i]! << 8) | bytes[2 * i + 1]!;
  return values;
}

/** Share of content that two sketches have in common, 0 to 1 (an estimate of Jaccard similarity, error about 0.06). */
export function similarity(a: Uint16Array, b: Uint16Array): number {
  let same = 0;
  let filled = 0;
  for (let i = 0; i < SKETCH; i++) {
    if (a[i] === 0 && b[i] === 0) continue;
    filled++;
    if (a[i] === b[i]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

// ---------------------------------------------------------------------------------------------------------------------
// Base64 (RFC 4648 §5, without padding), for want of one that both browsers and Node have

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** So many digits become a string at a time. */
const PIECE = 4096;

/** A string added to digit by digit would be kept as so many strings, forty times as large. */
export function toBase64(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    // beyond the end of the list nothing is written
    for (let shift = 18; shift >= 0; shift -= 6) digits[at++] = DIGITS.charCodeAt((three >>> shift) & 63);
  }
  let text = '';
  for (let i = 0; i < digits.length; i += PIECE)
    text += String.fromCharCode.apply(null, digits.subarray(i, i + PIECE) as unknown as number[]);
  return text;
}

/** The bytes, or null where the text is no base64 as `toBase64` writes it. */
export function fromBase64(text: string): Uint8Array | null {
  const rest = text.length % 4;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let used = 0;
  for (let i = 0; i < text.length; i += 4) {
    let four = 0;
    for (let j = 0; j < 4; j++) {
      const digit = i + j < text.length ? DIGITS.indexOf(text[i + j]!) : 0;
      if (digit < 0) return null;
      four = (four << 6) | digit;
    }
    for (let shift = 16; shift >= 0 && used < bytes.length; shift -= 8) bytes[used++] = (four >>> shift) & 0xff;
  }
  return toBase64(bytes) === text ? bytes : null;
}
