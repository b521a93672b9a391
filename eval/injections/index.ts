/** All damage that the evaluation puts in, and all sound files that look like it. */
import { contentInjections, contentTraps, specimens } from './content.ts';
import { senseInjections } from './sense.ts';
import { structureInjections, structureTraps } from './structure.ts';
import { trapsOfSense } from './traps-sense.ts';
import type { Injection, Trap } from './types.ts';

export { specimens };
export const injections: readonly Injection[] = [...structureInjections, ...contentInjections, ...senseInjections];
export const traps: readonly Trap[] = [...structureTraps, ...contentTraps, ...trapsOfSense];
