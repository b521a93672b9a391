/** Files that by their name are lists of entries and notices: lines that come again, and ends without a full stop, are their form. */
import type { Document } from '../core/types.ts';

const NAME =
  /^(?:change-?log|changes|news|history|release[-_ ]?notes?|licen[cs]es?|copying|copyright|notices?|authors|contributors|maintainers|credits|thanks|requirements)(?:[-_.].*)?$/iu;

/** Whether the name of a document says that it is a changelog, a licence, a list of people or of packages. */
export function isRecord({ path }: Document): boolean {
  return NAME.test(path.slice(path.lastIndexOf('/') + 1));
}
