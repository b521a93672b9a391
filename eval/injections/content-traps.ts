import type { Trap } from './types.ts';
export const contentTraps: readonly Trap[] = [];
