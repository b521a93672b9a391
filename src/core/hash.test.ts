import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitsOf } from './document.ts';
import { hash64, hash64Units, hashString, hashUnits, mix32 } from './hash.ts';

test('known answers: a hash that changes breaks seals and fingerprints', () => {
  expect(hashString('')).toBe(mix32(0x811c9dc5));
  expect(mix32(0)).toBe(0);
  expect(mix32(1)).toBe(0x514e28b7);
});

test('strings and units hash alike, and lie in 0 to 2^32 - 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const units = unitsOf(text);
      expect(hashUnits(units)).toBe(hashString(text));
      expect(hash64Units(units)).toBe(hash64(text));
      expect(hash64(text)).toMatch(/^[\da-f]{16}$/u);
      expect(hashString(text)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a part of the units', () => {
  const units = unitsOf('one two three');
  expect(hashUnits(units, 4, 7)).toBe(hashString('two'));
});

test('100,000 short texts: no two share all 64 bits', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 100_000; i++) seen.add(hash64(`line ${i}`));
  expect(seen.size).toBe(100_000);
});
