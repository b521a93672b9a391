/** Damage to what the text says letter by letter, whole files that are damage, and sound files that look like it. */
import { boilerplateInjections } from './content-boilerplate.ts';
import { bytesInjections } from './content-bytes.ts';
import { garbleInjections } from './content-garble.ts';
import { hiddenInjections } from './content-hidden.ts';
import { leftoverInjections } from './content-leftover.ts';
import { markupInjections } from './content-markup.ts';
import { mojibakeInjections } from './content-mojibake.ts';
import { passageInjections } from './content-passage.ts';
import type { Injection } from './types.ts';

export { specimens } from './content-specimens.ts';
export { contentTraps } from './content-traps.ts';

export const contentInjections: readonly Injection[] = [
  ...mojibakeInjections,
  ...bytesInjections,
  ...garbleInjections,
  ...markupInjections,
  ...leftoverInjections,
  ...hiddenInjections,
  ...passageInjections,
  ...boilerplateInjections,
];
