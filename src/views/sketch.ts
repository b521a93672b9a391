/**
 * What of a text is kept to find others like it: the least hash of its k-grams in each of many bins ("one permutation
 * hashing"), which tells how much two texts share, and all hashes below a limit, which tell how much of a small text a large
 * one holds. White space does not count.
 */
import { mix32 } from '../core/hash.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { census } from './census.ts';
import { dense } from './dense.ts';
import { weightOfUnits } from './script.ts';

/** Characters of a gram: 8 letters or 4 Han. Chosen so that a gram is about a word and a half in either. */
const GRAM = 8;
const GRAM_CJK = 4;
/** Bins of a sketch. The standard error of the estimated likeness is sqrt(J(1-J)/126): 0.036 at 0.8. */
export const BINS = 126;
/** Hashes below this are samples: one gram in 32. A multiple of 2^27 has its sign bit clear, so it compares as signed. */
const SAMPLE = 2 ** 27;
/** More samples than this, some 260,000 characters, are thinned out to the least. */
const SAMPLES = 8192;
/** Samples that are gathered, with repeats, before they are thinned out. */
const ROOM = 4 * SAMPLES;

export interface Sketch {
  /** BINS numbers of 32 bits: the least hash of the grams that fall into each bin. */
  readonly bins: Uint32Array;
  /** Every hash of a gram that is at most `limit`, once, in order. */
  readonly samples: Uint32Array;
  /** `SAMPLE - 1`, or the last of the samples of a long text. */
  readonly limit: number;
}

/** Grams between two looks at which hash of the bins is the largest. */
const ROUND = 1024;
const SIGN = 0x80000000 | 0;
const EMPTY = 0x7fffffff;
/** What 2^16 leaves when it is shared out among the bins. */
const UPPER_REST = 0x10000 % BINS;

/** Samples while they are gathered. */
class Samples {
  #room: Uint32Array = new Uint32Array(256);
  #count = 0;
  #limit = SAMPLE - 1;

  add(hash: number): void {
    if (hash > this.#limit) return;
    if (this.#count === this.#room.length) {
      if (this.#count >= ROOM) this.#thin();
      if (2 * this.#count > this.#room.length) {
        const more = new Uint32Array(2 * this.#room.length);
        more.set(this.#room);
        this.#room = more;
      }
    }
    this.#room[this.#count++] = hash;
  }

  /** Each once, in order, and not too many. */
  #thin(): void {
    const sorted = this.#room.subarray(0, this.#count).sort();
    let count = 0;
    for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
    if (count > SAMPLES) {
      count = SAMPLES;
      this.#limit = sorted[count - 1]!;
    }
    this.#count = count;
  }

  done(): Pick<Sketch, 'samples' | 'limit'> {
    this.#thin();
    return { samples: this.#room.slice(0, this.#count), limit: this.#limit };
  }
}

/** Keeps a hash, its sign bit turned, if it is the least of its bin. In halves, for no engine is quick to divide 32 bits. */
function put(bins: Int32Array, samples: Samples, turned: number): void {
  const hash = turned ^ SIGN;
  if (hash >= 0 && hash < SAMPLE) samples.add(hash);
  const bin = ((hash >>> 16) * UPPER_REST + (hash & 0xffff)) % BINS;
  if (turned < bins[bin]!) bins[bin] = turned;
}

/** The sketch of units without white space; an empty bin takes its right neighbour's, in a circle. */
export function sketchOf(units: Uint16Array, gram: number): Sketch {
  // with the sign bit turned, unsigned numbers compare as signed ones do, which engines are quicker at
  const bins = new Int32Array(BINS).fill(EMPTY);
  const samples = new Samples();
  const BASE = 0x01000193;
  const { length } = units;
  let leaving = 1;
  for (let i = 0; i < gram; i++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  let i = 0;
  for (; i < gram - 1 && i < length; i++) hash = (Math.imul(hash, BASE) + units[i]!) | 0;
  // what is larger than all of the bins, most of the time, and no sample need not be told which bin it belongs to
  let largest = EMPTY;
  for (let first = 0; i < length;) {
    const stop = Math.min(length, i + ROUND);
    if (i < gram) {
      hash = (Math.imul(hash, BASE) + units[i++]!) | 0;
      put(bins, samples, mix32(hash) ^ SIGN);
    }
    for (const last = stop - 1; i < last; i += 2, first += 2) {
      // two a turn, and mix32 written out
      const one = (Math.imul(hash, BASE) + units[i]! - Math.imul(units[first]!, leaving)) | 0;
      hash = (Math.imul(one, BASE) + units[i + 1]! - Math.imul(units[first + 1]!, leaving)) | 0;
      let a = Math.imul(one ^ (one >>> 16), 0x85ebca6b);
      let b = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
      b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
      a ^= (a >>> 16) ^ SIGN;
      b ^= (b >>> 16) ^ SIGN;
      if (a < largest) put(bins, samples, a);
      if (b < largest) put(bins, samples, b);
    }
    for (; i < stop; i++, first++) {
      hash = (Math.imul(hash, BASE) + units[i]! - Math.imul(units[first]!, leaving)) | 0;
      put(bins, samples, mix32(hash) ^ SIGN);
    }
    largest = SAMPLE ^ SIGN;
    for (let bin = 0; bin < BINS; bin++) if (bins[bin]! > largest) largest = bins[bin]!;
  }
  const filled = new Uint32Array(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    let steps = 0;
    while (steps < BINS && bins[(bin + steps) % BINS] === EMPTY) steps++;
    filled[bin] = (bins[(bin + steps) % BINS]! ^ SIGN) >>> 0;
  }
  return { bins: filled, ...samples.done() };
}

/** Bins that agree. */
export function agree(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let i = 0; i < BINS; i++) if (a.bins[i] === b.bins[i]) same++;
  return same;
}

/** Whether half of the text is in characters that weigh as much as three letters. */
function isHeavy(document: Document, units: Uint16Array): boolean {
  // not all of these are heavy, but what is heavy is one of these: the text is weighed where it could be
  const { han, hanSurrogate, kana, hangul, filler, cjkPunctuation, other } = census(document);
  const most = han + hanSurrogate + kana + hangul + filler + cjkPunctuation + other;
  return 2 * most >= units.length && weightOfUnits(units, 0, units.length) >= 2 * units.length;
}

/** The document's sketch. */
export const sketch: (document: Document) => Sketch = view((document) => {
  const { units } = dense(document);
  return sketchOf(units, isHeavy(document, units) ? GRAM_CJK : GRAM);
});
