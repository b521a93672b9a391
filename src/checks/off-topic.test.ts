import { expect, test } from 'vitest';
import { termsOf } from '../views/terms.ts';

const of = (text: string): Uint32Array =>
  termsOf(Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))).hashes;

test('terms do not depend on case or an English plural', () => {
  expect([...of('doorlatches bootloader Bootloaders')].length).toBe(2);
  expect([...of('BOOTLOADER')]).toEqual([...of('bootloaders')]);
});

test('long and strange text takes no time', () => {
  for (const text of ['a'.repeat(1e6), 'ab c'.repeat(3e5), '\u6f22\u5b57'.repeat(5e5)])
    expect(of(text).length).toBeLessThan(4);
});
