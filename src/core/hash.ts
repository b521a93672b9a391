/**
 * Small pure hashes that give the same answer on every machine: no dependence on byte order, locale or engine.
 * They tell texts apart and pick samples; they are no protection against someone who wants two texts to collide.
 *
 * Sources: FNV-1a (Fowler, Noll, Vo; public domain; offset basis 0x811c9dc5, prime 0x01000193) and the finaliser of
 * MurmurHash3 (Austin Appleby, public domain).
 */

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** A second start for the other half of a 64-bit hash: the first 32 bits of the fraction of the golden ratio. */
const OTHER_BASIS = 0x9e3779b9;

/** Spreads the bits of a 32-bit number (MurmurHash3's finaliser). One-to-one; 0 stays 0. The result is 0 to 2^32 - 1. */
export function mix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit hash of the units from start to end: FNV-1a over both bytes of each unit, finalised. 0 to 2^32 - 1. */
export function hashUnits(
  units: Uint16Array,
  start = 0,
  end: number = units.length,
  basis: number = FNV_BASIS,
): number {
  let h = basis;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    h = Math.imul(h ^ (unit & 0xff), FNV_PRIME);
    h = Math.imul(h ^ (unit >>> 8), FNV_PRIME);
  }
  return mix32(h);
}

/** 32-bit hash of a string; the same as `hashUnits` of its units. 0 to 2^32 - 1. */
export function hashString(text: string, basis: number = FNV_BASIS): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), FNV_PRIME);
    h = Math.imul(h ^ (unit >>> 8), FNV_PRIME);
  }
  return mix32(h);
}

/** Eight lower-case hexadecimal digits of a 32-bit number. */
export function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** 64-bit hash of units, 16 hexadecimal digits: two 32-bit halves from different starts. */
export function hash64Units(units: Uint16Array, start = 0, end: number = units.length): string {
  return hex32(hashUnits(units, start, end)) + hex32(hashUnits(units, start, end, OTHER_BASIS));
}

/** 64-bit hash of a string, 16 hexadecimal digits; the same as `hash64Units` of its units. */
export function hash64(text: string): string {
  return hex32(hashString(text)) + hex32(hashString(text, OTHER_BASIS));
}
