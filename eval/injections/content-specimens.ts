import type { Half, Specimen } from './types.ts';
export function specimens(_half: Half): readonly Specimen[] {
  return [];
}
