import type { Injection } from './types.ts';
export const boilerplateInjections: readonly Injection[] = [];
