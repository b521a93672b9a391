/** The corpus as features for the fit of kinds: signs, word pieces and shapes of every document that words must tell. */
import { BUCKETS, countPieces, piecesOf, printOf, SHAPE_BUCKETS, WORD_BUCKETS } from '../src/kind/grams.ts';
import { scan } from '../src/kind/scan.ts';
import { shapeOf } from '../src/kind/shapes.ts';
import { SIGNS } from '../src/kind/signs.ts';
import type { Document } from '../src/core/types.ts';
import { labelled, type Labelled } from './kinds-corpus.ts';
import type { Rows } from './kinds-model.ts';

/** A piece is known if it stands in documents of this many sources. */
const SOURCES = 4;

export interface Data {
  readonly documents: readonly Labelled[];
  /** Documents that their shape tells, which no weights are asked about. */
  readonly shaped: readonly Labelled[];
  readonly prints: Uint16Array;
  readonly words: Rows;
  readonly shapes: Rows;
  readonly levels: readonly Uint8Array[];
}

export async function data(corpus: string, change?: (document: Document) => Document): Promise<Data> {
  const all = await labelled(corpus);
  const shaped = all.filter(({ document }) => shapeOf(document));
  const documents = all
    .filter(({ document }) => !shapeOf(document))
    .map((one) => (change ? { ...one, document: change(one.document) } : one));
  return dataOf(documents, shaped);
}

export function dataOf(documents: readonly Labelled[], shaped: readonly Labelled[], known?: Uint16Array): Data {
  const prints = known ?? printsOf(documents);
  const builders = [new Builder(documents.length), new Builder(documents.length)];
  documents.forEach(({ document }) => {
    const { buckets, levels, size } = countPieces(piecesOf(document.units), prints);
    for (const [index, builder] of builders.entries()) {
      let norm = 0;
      for (let i = 0; i < size; i++) if (buckets[i]! < WORD_BUCKETS === (index === 0)) norm += levels[i]! * levels[i]!;
      const root = Math.sqrt(norm || 1);
      for (let i = 0; i < size; i++)
        if (buckets[i]! < WORD_BUCKETS === (index === 0)) builder.add(buckets[i]!, levels[i]! / root);
      builder.end();
    }
  });
  return {
    documents,
    shaped,
    prints,
    words: builders[0]!.rows(),
    shapes: builders[1]!.rows(),
    levels: documents.map(({ document }) => scan(document).levels),
  };
}

/** For each bucket the print of the piece that stands in the most sources; 0 where none stands in enough. */
function printsOf(documents: readonly Labelled[]): Uint16Array {
  const prints = new Uint16Array(BUCKETS);
  const bySource = new Map<string, Labelled[]>();
  for (const one of documents) {
    const list = bySource.get(one.row.source);
    if (list) list.push(one);
    else bySource.set(one.row.source, [one]);
  }
  for (const [offset, size, which] of [
    [0, WORD_BUCKETS, 'words'],
    [WORD_BUCKETS, SHAPE_BUCKETS, 'shapes'],
  ] as const) {
    // Sources counted by a hash of 22 bits first: most pieces stand in one.
    const mask = (1 << 22) - 1;
    const rough = new Uint16Array(mask + 1);
    const seen = new Int32Array(mask + 1);
    const hashesOf = (document: Document): Int32Array => {
      const { words, wordCount, shapes, shapeCount } = piecesOf(document.units);
      return which === 'words' ? words.subarray(0, wordCount) : shapes.subarray(0, shapeCount);
    };
    let number = 0;
    const sources = [...bySource.keys()].sort();
    const each = (visit: (hash: number, number: number) => void): void => {
      for (const source of sources) {
        number++;
        for (const { document } of bySource.get(source)!) for (const hash of hashesOf(document)) visit(hash, number);
      }
    };
    each((hash, n) => {
      const at = (Math.imul(hash, 0x9e3779b1) >>> 10) & mask;
      if (seen[at] === n) return;
      seen[at] = n;
      rough[at]!++;
    });
    const counts = new Map<number, number>();
    const last = new Map<number, number>();
    each((hash, n) => {
      if (rough[(Math.imul(hash, 0x9e3779b1) >>> 10) & mask]! < SOURCES || last.get(hash) === n) return;
      last.set(hash, n);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    });
    const best = new Uint16Array(size);
    for (const [hash, count] of counts) {
      const bucket = hash & (size - 1);
      const print = printOf(hash);
      const there = best[bucket]!;
      if (count < SOURCES || count < there || (count === there && print >= prints[offset + bucket]!)) continue;
      best[bucket] = count;
      prints[offset + bucket] = print;
    }
  }
  return prints;
}

/** Grows sparse rows. */
export class Builder {
  private features = new Int32Array(1 << 20);
  private values = new Float32Array(1 << 20);
  private readonly starts: Int32Array;
  private size = 0;
  private row = 0;
  constructor(rows: number) {
    this.starts = new Int32Array(rows + 1);
  }
  add(feature: number, value: number): void {
    if (this.size === this.features.length) {
      const features = new Int32Array(2 * this.size);
      features.set(this.features);
      const values = new Float32Array(2 * this.size);
      values.set(this.values);
      this.features = features;
      this.values = values;
    }
    this.features[this.size] = feature;
    this.values[this.size++] = value;
  }
  end(): void {
    this.starts[++this.row] = this.size;
  }
  rows(): Rows {
    return {
      starts: this.starts,
      features: this.features.slice(0, this.size),
      values: this.values.slice(0, this.size),
    };
  }
}

/** Levels as steps: sign s at level l has the features 8s ... 8s + l - 1. */
export function stepRows(levels: readonly Uint8Array[], unused: ReadonlySet<string>): Rows {
  const builder = new Builder(levels.length);
  for (const row of levels) {
    SIGNS.forEach(({ id }, s) => {
      if (unused.has(id)) return;
      for (let l = 0; l < row[s]!; l++) builder.add(8 * s + l, 0.5);
    });
    builder.end();
  }
  return builder.rows();
}
