import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../core/document.ts';
import { tandemsOf } from './tandems.ts';

describe('tandems', () => {
  test('finds a planted repetition with its exact ends, at any period', () => {
    const letters = fc.integer({ min: 0, max: 25 }).map((i) => String.fromCharCode(0x61 + i));
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 20, maxLength: 300 }),
        fc.integer({ min: 250, max: 600 }),
        fc.array(letters, { maxLength: 40 }),
        fc.array(letters, { maxLength: 40 }),
        (period, percent, before, after) => {
          const block = period.join('');
          const total = Math.floor((block.length * percent) / 100);
          const text = `${before.join('')}1${block.repeat(7).slice(0, total)}2${after.join('')}`;
          const start = before.length + 1;
          const found = tandemsOf(unitsOf(text)).exact.find(
            (each) => each.start === start && each.end === start + total,
          );
          expect(found).toBeDefined();
          // the block may itself be a repetition
          expect(block.length % found!.period).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('every answer is a repetition', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ab', 'a', 'bab', 'ba'), { maxLength: 400 }), (parts) => {
        const units = unitsOf(parts.join(''));
        for (const { start, end, period } of tandemsOf(units).exact) {
          expect(2 * (end - start)).toBeGreaterThanOrEqual(3 * period);
          for (let i = start + period; i < end; i++)
            if (units[i] !== units[i - period]) throw new Error('no repetition');
        }
      }),
    );
  });

  test('is linear: one unit, few units, equal lines, nested repetitions, a million times', () => {
    const texts = [
      'a'.repeat(1_000_000),
      'ab'.repeat(500_000),
      'The same line again and again\n'.repeat(33_000),
      `${'a'.repeat(30)}b`.repeat(32_000),
      ('x'.repeat(1000) + 'y'.repeat(1000)).repeat(500),
      Array.from({ length: 1000 }, (_, i) => `${'abcdefghij'.repeat(i % 100)}${i}`).join(''),
    ];
    for (const text of texts) tandemsOf(unitsOf(text));
  });
});
