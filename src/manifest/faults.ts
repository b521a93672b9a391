/** Faults of an index, a list or a seal, bounded: a file of a hundred thousand broken lines gives a report that can be read. */
import { count } from './compare-change.ts';
import type { IndexFault } from './types.ts';

/** Faults of one cause in one file that are told one by one, and lines that one fault names: what a person mends by hand. */
const MOST_ALIKE = 20;

/**
 * The same faults, but of one cause in one file only the first 20 by themselves; the others are one fault that counts them,
 * with the lines of the first 20 of these. Without a name of
 * its own, a cause is what is to be done: the message quotes the line, so that no two need be the same.
 */
export function bounded(faults: readonly IndexFault[]): IndexFault[] {
  if (faults.length <= MOST_ALIKE) return faults.map(fewPlaces);
  const causes = new Map<string, IndexFault[]>();
  const out: IndexFault[] = [];
  for (const fault of faults) {
    const cause = causeOf(fault);
    const alike = causes.get(cause);
    if (alike) alike.push(fault);
    else causes.set(cause, [fault]);
    if (!alike || alike.length <= MOST_ALIKE) out.push(fewPlaces(fault));
  }
  for (const alike of causes.values()) {
    const [first, ...others] = alike.slice(MOST_ALIKE);
    if (!first) continue;
    const more =
      others.length === 0 ? '' : `${count(alike.length - MOST_ALIKE, 'line')} like those before, the first: `;
    out.push({
      ...fewPlaces(first),
      message: `${more}${first.message}`,
      ...(others.length > 0 ? { related: others.slice(0, MOST_ALIKE).map(({ place }) => place) } : {}),
    });
  }
  return out;
}

function causeOf({ level, cause, next = '', place }: IndexFault): string {
  return [place.path, level, cause ?? next].join('\0');
}

function fewPlaces(fault: IndexFault): IndexFault {
  return fault.related && fault.related.length > MOST_ALIKE
    ? { ...fault, related: fault.related.slice(0, MOST_ALIKE) }
    : fault;
}
