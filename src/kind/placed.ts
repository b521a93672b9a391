/** Which strays the check not-a-spec speaks of, for the checks that must not say the same again. */
import type { FolderView, Role } from '../core/types.ts';

/**
 * Whether a document that reads as `role` is out of place: it reads as stray, is no companion, and stands under
 * Specifications, under an unknown heading, or in a folder where no index says what was meant.
 */
export function outOfPlace(folder: FolderView, path: string, role: Role): boolean {
  if (role !== 'stray' || folder.companion(path)) return false;
  const declared = folder.declared(path);
  return declared === 'specification' || declared === 'other' || (declared === null && !folder.indexed);
}
