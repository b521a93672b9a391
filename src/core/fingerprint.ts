/** A short code by which a finding can be named and accepted, and which changes when what was found changes. */
import { hashString, hex32 } from './hash.ts';
import type { Place } from './types.ts';

/**
 * 8 hexadecimal digits over check, path, the quotes of all places without white space (so that a rewrapped line changes
 * nothing) and `before`, the number of findings equal in all of these that come earlier. Line numbers do not count.
 */
export function fingerprint(check: string, places: readonly Place[], before: number): string {
  const parts = [check, String(before)];
  for (const place of places) parts.push(place.path, (place.quote ?? '').replace(/\s+/g, ''));
  return hex32(hashString(parts.join('\u0000')));
}
