/** The list of all checks, in the order of their pages. Adding a check: its file, its page, and two lines here. */
import type { Check } from '../core/types.ts';
import { cutOff } from './cut-off.ts';
import { empty } from './empty.ts';
import { loop } from './loop.ts';
import { nearCopy } from './near-copy.ts';
import { notASpec } from './not-a-spec.ts';
import { nothingToBuildFrom } from './nothing-to-build-from.ts';

export const checks: readonly Check[] = [
  cutOff,
  empty,
  loop,
  nearCopy,
  notASpec,
  nothingToBuildFrom,
];
