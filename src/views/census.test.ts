import { expect, test } from 'vitest';
import { censusOf, classNumber, UNIT_CLASS } from './census.ts';

const of = (text: string): Uint16Array => {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
};

test('the classes fit into the 64 counters', () => {
  expect(Math.max(...UNIT_CLASS)).toBeLessThan(64);
});

test('every unit is counted once', () => {
  for (const text of ['', 'a', 'ab', 'é&<\0\u200B\uFFFD字かА\u{E0041}\u{20000}\u{F0000}'])
    expect(Object.values(censusOf(of(text))).reduce((sum, n) => sum + n, 0)).toBe(text.length);
});

test('classes are told apart', () => {
  const counts = censusOf(
    of(
      'A b1\t\n\0\u0001\b\x1B\f&<{é¿€字ァ한АαבعकไŁ\u200B\u200D\u200E\u202E\u00AD\u00A0\uFE0F\u3164\uFFFD\uE000\u{E0041}',
    ),
  );
  for (const name of [
    'upper',
    'lower',
    'digit',
    'tab',
    'lineFeed',
    'nul',
    'c0',
    'backspace',
    'escape',
    'formFeed',
  ] as const)
    expect([name, counts[name]]).toEqual([name, 1]);
  for (const name of [
    'ampersand',
    'lessThan',
    'openBrace',
    'latin1Letter',
    'latin1Sign',
    'symbol',
    'han',
    'kana',
    'hangul',
  ] as const)
    expect([name, counts[name]]).toEqual([name, 1]);
  for (const name of [
    'cyrillic',
    'greek',
    'hebrew',
    'arabic',
    'indic',
    'thai',
    'latinExtended',
    'zeroWidth',
    'joiner',
  ] as const)
    expect([name, counts[name]]).toEqual([name, 1]);
  for (const name of [
    'directionMark',
    'directionControl',
    'softHyphen',
    'noBreakSpace',
    'variationSelector',
    'filler',
  ] as const)
    expect([name, counts[name]]).toEqual([name, 1]);
  for (const name of ['replacement', 'privateUse', 'tagSurrogate', 'space'] as const)
    expect([name, counts[name]]).toEqual([name, 1]);
  expect(UNIT_CLASS[0x3c]).toBe(classNumber('lessThan'));
});
