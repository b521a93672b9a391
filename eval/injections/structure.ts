/** Damage to a document's run of text: repeated, cut, lost, set anew, mixed with what belongs to the page. */
import { cuts } from './cuts.ts';
import { furniture } from './furniture.ts';
import { gaps } from './gaps.ts';
import { layout } from './layout.ts';
import { loops } from './loops.ts';
import { traps } from './structure-traps.ts';
import type { Injection, Trap } from './types.ts';

export const structureInjections: readonly Injection[] = [...loops, ...cuts, ...gaps, ...layout, ...furniture];

export const structureTraps: readonly Trap[] = traps;
