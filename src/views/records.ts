/** Files that by their name are lists of entries and notices: lines that come again, and ends without a full stop, are their form. */
import type { Document } from '../core/types.ts';

/** Behind the name stand a version, an extension or two, and of a licence its own name: `news-service.md` is about something else. */
const NAME =
  /^(?:change-?log|changes|news|history|release[-_ ]?notes?|(?:licen[cs]es?|copying|copyright|notices?)(?:[-_.](?:mit|apache|bsd|[al]?gpl|mpl|isc|cc|ofl|third|3rd)[\w.-]*)?|authors|contributors|maintainers|credits|thanks)(?:[-_ .]?v?\d[\w.-]*)?(?:\.[a-z]{1,10}){0,2}$/iu;

/** Whether the name of a document says that it is a changelog, a licence, or a list of people. Not `requirements.txt`: people write what is to be built under that name. */
export function isRecord({ path }: Document): boolean {
  return NAME.test(path.slice(path.lastIndexOf('/') + 1));
}
