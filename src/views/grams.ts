/**
 * Short stretches of a document's prose, lists and quotes, chosen by the signs that stand in them: two documents that say the
 * same have those in common that lie in it, whatever stands around. Read without white space.
 */
import { mix32 } from '../core/hash.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { blockStarts, signAt } from './echoes.ts';

export interface Grams {
  /** For each gram, in order, the sign of the dense text at which it begins. */
  readonly places: Int32Array;
  readonly hashes: Int32Array;
}

/** Signs of a gram, and where it begins with an ideograph or a syllable. */
const GRAM = 14;
const GRAM_CJK = 7;
/** One place in so many, chosen by the signs that stand there, begins a gram. Powers of two, less one. */
const SAMPLE = 7;
const SAMPLE_CJK = 3;
/** The first unit of the scripts whose characters weigh three. */
const WIDE = 0x2e80;

/** Behind these a sentence or clause may begin: there is a gram in any case. */
const PAUSES: Uint8Array = new Uint8Array(0x10000);
for (const sign of '.,;:!?。，；：！？、،؛؟।') PAUSES[sign.charCodeAt(0)] = 1;

const TEXT: ReadonlySet<string> = new Set(['prose', 'list', 'quote']);

// kept from document to document: to make such arrays anew for each costs more than to fill them
let places = new Int32Array(1 << 12);
let hashes = new Int32Array(1 << 12);

function grow(): void {
  const [oldPlaces, oldHashes] = [places, hashes];
  places = new Int32Array(2 * oldPlaces.length);
  hashes = new Int32Array(2 * oldHashes.length);
  places.set(oldPlaces);
  hashes.set(oldHashes);
}

/** Worked out for the document when first asked for. */
export const grams: (document: Document) => Grams = view((document) => {
  const { units, at } = dense(document);
  const starts = blockStarts(document);
  let count = 0;
  blocks(document).forEach(({ kind, end }, block) => {
    if (!TEXT.has(kind)) return;
    const from = starts[block]!;
    const stop = block + 1 < starts.length ? starts[block + 1]! : units.length;
    const to = stop - from < 64 || at[stop - 1]! < end ? stop : signAt(at, end);
    for (let i = from; i < to; i++) {
      const unit = units[i]!;
      const wide = unit >= WIDE;
      const first = Math.imul((unit << 16) ^ (units[i + 1]! << 8) ^ units[i + 2]!, 0x9e3779b1);
      // behind the first sign of a sentence, which may be a capital letter or not
      if (((first >>> 20) & (wide ? SAMPLE_CJK : SAMPLE)) !== 0 && i !== from + 1 && PAUSES[units[i - 2]!] !== 1)
        continue;
      const length = wide ? GRAM_CJK : GRAM;
      if (i + length > units.length) continue;
      let hash = first;
      for (let k = i + 3; k < i + length; k++) hash = Math.imul(hash ^ units[k]!, 0x01000193);
      if (count === places.length) grow();
      places[count] = i;
      hashes[count++] = mix32(hash) | 0;
    }
  });
  return { places: places.slice(0, count), hashes: hashes.slice(0, count) };
});
