import type { Trap } from './types.ts';

export const traps: readonly Trap[] = [];
