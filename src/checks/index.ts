/** The list of all checks, in the order of their pages. Adding a check: its file, its page, and two lines here. */
import type { Check } from '../core/types.ts';
import { altered } from './altered.ts';
import { boilerplate } from './boilerplate.ts';
import { brokenDefinition } from './broken-definition.ts';
import { controlCharacter } from './control-character.ts';
import { cutByHeading } from './cut-by-heading.ts';
import { cutOff } from './cut-off.ts';
  danglingReference,
