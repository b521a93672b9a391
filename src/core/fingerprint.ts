/** A short code by which a finding can be named and accepted, and which changes when what was found changes. */
import type { Place } from './types.ts';

/**
 * 8 hexadecimal digits over check, path, the quotes of all places without white space (so that a rewrapped line changes
 * nothing) and `before`, the number of findings equal in all of these that come earlier. Line numbers do not count.
 */
export function fingerprint(check: string, places: readonly Place[], before: number): string {
  const parts = [check, String(before)];
  for (const place of places) parts.push(place.path, (place.quote ?? '').replace(/\s+/g, ''));
  return hex(hash(parts.join('\u0000')));
}

/** MurmurHash3 (Austin Appleby, public domain), 32 bits, over UTF-16 code units two at a time. */
function hash(text: string): number {
  let h = 0x5eedc0de;
  for (let i = 0; i < text.length; i += 2) {
    let k = text.charCodeAt(i) | ((i + 1 < text.length ? text.charCodeAt(i + 1) : 0) << 16);
    k = Math.imul(k, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    h ^= Math.imul(k, 0x1b873593);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
