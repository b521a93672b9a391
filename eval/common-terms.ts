/**
 * Makes src/views/common-terms-data.ts anew: which terms (views/terms.ts) stand in documents of many origins, and so tell
 * nothing of what a document is about. From the training half alone.
 * `npx tsx eval/common-terms.ts [--corpus DIR] && npx oxfmt src/views/common-terms-data.ts`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { language } from '../src/views/language.ts';
import { COMMON_BITS, termsOf } from '../src/views/terms.ts';
import { load, rows } from './corpus.ts';

/** A term is common that documents of a tenth of the origins of one language say, and of at least four. */
const SHARE = 0.1;
const LEAST = 4;

const { values } = parseArgs({ options: { corpus: { type: 'string', default: '../shared/corpus' } } });
const origins = new Map<string, Map<string, Set<number>>>();
for (const row of rows(values.corpus)) {
  if (row.split !== 'train') continue;
  const document = await load(values.corpus, row);
  if (!document || document.units.length < 500) continue;
  const tag = language(document);
  if (tag === 'und') continue;
  const ofTag = origins.get(tag) ?? new Map<string, Set<number>>();
  origins.set(tag, ofTag);
  const terms = ofTag.get(row.source) ?? new Set<number>();
  ofTag.set(row.source, terms);
  for (const hash of termsOf(document.units, null).hashes) terms.add(hash);
}
const bits = new Uint8Array(2 ** COMMON_BITS / 8);
let count = 0;
for (const ofTag of origins.values()) {
  const counts = new Map<number, number>();
  for (const terms of ofTag.values()) for (const hash of terms) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  for (const [hash, times] of counts) {
    if (times < Math.max(LEAST, SHARE * ofTag.size)) continue;
    const bit = hash >>> (32 - COMMON_BITS);
    bits[bit >>> 3]! |= 1 << (bit & 7);
    count++;
  }
}
writeFileSync(
  new URL('../src/views/common-terms-data.ts', import.meta.url),
  `/** Made by eval/common-terms.ts: ${count} terms, a bit for each by the first bits of its hash, in base64. */\nexport const COMMON_TERMS: string =\n  '${Buffer.from(bits).toString('base64')}';\n`,
);
console.log(count);
