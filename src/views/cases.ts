/** Two places of a document that say the same otherwise, and what of them is shown. */
import type { Document, Span } from '../core/types.ts';
import { dense } from './dense.ts';
import { echoes, signAt } from './echoes.ts';

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
