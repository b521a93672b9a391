/** All damage to sets, and all sound changes that look like it. */
import { acrossInjections } from './sets-across.ts';
import { setDecoys as ofSets } from './sets-decoys.ts';
import { fileInjections } from './sets-files.ts';
import { instructionDecoys, instructionInjections } from './sets-instructions.ts';
import { markerDecoys, markerInjections } from './sets-markers.ts';
import { secretDecoys, secretInjections } from './sets-secrets.ts';
import type { SetDecoy, SetInjection } from './sets-types.ts';
import { versionInjections } from './sets-versions.ts';

export const setInjections: readonly SetInjection[] = [
  ...acrossInjections,
  ...versionInjections,
  ...fileInjections,
  ...secretInjections,
  ...instructionInjections,
  ...markerInjections,
];

export const setDecoys: readonly SetDecoy[] = [...ofSets, ...secretDecoys, ...instructionDecoys, ...markerDecoys];
