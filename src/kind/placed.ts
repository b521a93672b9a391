/** Which readings the checks not-a-spec and wrong-kind speak of, for the checks that must not say the same again. */
import type { Entry, FolderView, Kind, Role } from '../core/types.ts';

/**
 * Whether a document that reads as `role` is out of place: it reads as stray, is no companion, and stands under
 * Specifications, under an unknown heading, or in a folder where no index says what was meant.
 */
export function outOfPlace(folder: FolderView, path: string, role: Role): boolean {
  if (role !== 'stray' || folder.companion(path)) return false;
  const declared = folder.declared(path);
  return declared === 'specification' || declared === 'other' || (declared === null && !folder.indexed);
}

/** Kinds that a specification may come as, so that nothing is said: a paper, data and code may define what is to be built. */
const MAY_DEFINE: ReadonlySet<Kind> = new Set<Kind>(['paper', 'data', 'code', 'unclear']);

/**
 * The least confidence, 0 to 1, from which a document that stands under Specifications is said to be of another kind. Chosen
 * on documents of sources that the weights were not fitted on; docs/kinds.md has what comes out.
 */
const CONFIDENT = 0.97;

/** Whether a document that the index calls a specification reads as a manual, readme, changelog or notes beyond doubt. */
export function ofWrongKind(folder: FolderView, { path, role, kind, confidence, outcome }: Entry): boolean {
  return (
    outcome === 'read' &&
    role === 'background' &&
    !MAY_DEFINE.has(kind) &&
    confidence >= CONFIDENT &&
    folder.declared(path) === 'specification'
  );
}
