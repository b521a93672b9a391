/** All sound files that look as if their run of text were damaged. */
import { trapsOfForm } from './traps-form.ts';
import { trapsOfOrder } from './traps-order.ts';
import { trapsOfScripts } from './traps-scripts.ts';
import type { Trap } from './types.ts';

export const traps: readonly Trap[] = [...trapsOfForm, ...trapsOfOrder, ...trapsOfScripts];
