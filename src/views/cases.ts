/** Two places of a document that say the same otherwise: the blocks that they stand in, and what of them is shown. */
import type { Block, Document, Span } from '../core/types.ts';
import { blocks } from './blocks.ts';
import { blockBefore, indexBefore } from './context.ts';
import { dense } from './dense.ts';
import { echoes, signAt } from './echoes.ts';
import { TEXT, type Restatement } from './restatements.ts';

/** Two places that contradict each other. */
export interface Case {
  readonly a: Span;
  readonly b: Span;
  /** Where the two differ. */
  readonly at: number;
  readonly bt: number;
  /** A value, or words that stand in one of the two alone, or others. */
  readonly kind: 'number' | 'word' | 'unit' | 'default' | 'address' | 'lost' | 'words';
  readonly here: string;
  readonly there: string;
  /** Whether it tells; else it is a note. */
  readonly grave: boolean;
  /** Other places that say what the first says, and what the second says. */
  readonly withA: readonly Span[];
  readonly withB: readonly Span[];
  /** Whether both are whole sentences, which are the same but for the value. */
  readonly whole?: true;
}

/** The sentence, or what is left of it from the line on in which the slot stands. */
export function shownFrom(document: Document, start: number, slot: number): number {
  let line = slot;
  const { units } = document;
  while (line > start && units[line - 1] !== 0x0a) line--;
  if (line === start) return start;
  let above = line - 1;
  while (above > start && units[above - 1] !== 0x0a) above--;
  return above === start ? start : line;
}

/** Other places that say what stands around an offset. */
export function placesLike(document: Document, slot: number, other: number): Span[] {
  const { at: places } = dense(document);
  const i = signAt(places, slot);
  const j = signAt(places, other);
  const out: Span[] = [];
  for (const { a, b, length } of echoes(document))
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      if (x > i - 8 || x + length < i + 8) continue;
      const place = y + (i - x);
      if (Math.abs(place - j) < 40 || out.length === 3) continue;
      out.push({ start: places[Math.max(y, place - 8)]!, end: places[Math.min(y + length, place + 8) - 1]! + 1 });
    }
  return out;
}

/** Where the two places of a restatement stand. */
export interface BothBlocks {
  readonly first: Block;
  readonly second: Block;
  /** Indexes of their blocks, and how far these are from each other. */
  readonly p: number;
  readonly q: number;
  readonly gap: number;
  /** Whether both are items of lists. */
  readonly items: boolean;
}

/** The blocks of both places; undefined where one is no text. */
export function blocksOfBoth(document: Document, one: Restatement): BothBlocks | undefined {
  const first = blockBefore(document, one.start);
  const second = blockBefore(document, one.other);
  if (!first || !second || !TEXT.has(first.kind) || !TEXT.has(second.kind)) return undefined;
  const all = blocks(document);
  const p = indexBefore(all, one.start);
  const q = indexBefore(all, one.other);
  return { first, second, p, q, gap: Math.abs(p - q), items: first.kind === 'list' && second.kind === 'list' };
}
