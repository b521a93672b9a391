import { expect, test } from 'vitest';
import {
  UNICODE_VERSION,
  category,
  digitValue,
  foldCase,
  isControl,
  isDecimalDigit,
  isFormat,
  isLetter,
  isLower,
  isMark,
  isPunctuation,
  isSymbol,
  isUnassigned,
  isUpper,
  isWhiteSpace,
  script,
} from './unicode.ts';
import { CATEGORIES, SCRIPTS } from './unicode-data.ts';

const LAST = 0x10ffff;
const assigned = /\p{Assigned}/u;

/** Unicode 17 made U+0295 (a pharyngeal) a letter without case: an engine of that version rightly differs. */
const CHANGED_SINCE: ReadonlySet<number> = new Set([0x295]);

/** Code points, assigned in our version and in the running engine's, at which the two disagree. */
function disagreements(engine: RegExp, ours: (codePoint: number) => boolean): string[] {
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint <= LAST && wrong.length < 10; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (ours(codePoint) === engine.test(character)) continue;
    if (CHANGED_SINCE.has(codePoint)) continue;
    if (assigned.test(character) && !isUnassigned(codePoint)) wrong.push(codePoint.toString(16));
  }
  return wrong;
}

test.each([
  ['L', isLetter],
  ['M', isMark],
  ['Nd', isDecimalDigit],
  ['Lu', isUpper],
  ['Ll', isLower],
  ['P', isPunctuation],
  ['S', isSymbol],
  ['White_Space', isWhiteSpace],
  ['Cc', isControl],
  ['Cf', isFormat],
  ...CATEGORIES.filter((name) => !['Cn', 'Nd', 'Lu', 'Ll', 'Cc', 'Cf'].includes(name)).map(
    (name) => [name, (cp: number): boolean => category(cp) === name] as const,
  ),
  ...SCRIPTS.filter((name) => name !== 'Other').map(
    (name) => [`Script=${name}`, (cp: number): boolean => script(cp) === name] as const,
  ),
] as const)('the table agrees with the engine: %s', (name, ours) => {
  expect(disagreements(new RegExp(`\\p{${name}}`, 'u'), ours)).toEqual([]);
});

test('the version is the one that the tables were made from', () => {
  expect(UNICODE_VERSION).toBe('16.0.0');
  expect(category(0x1c89)).toBe('Lu'); // CYRILLIC CAPITAL LETTER TJE, new in 16.0
});

test('what is no code point is unassigned and nothing else', () => {
  for (const nothing of [-1, LAST + 1, Number.NaN, 0.5]) {
    expect(category(nothing)).toBe('Cn');
    expect(script(nothing)).toBe('Other');
    expect(isUnassigned(nothing)).toBe(true);
    expect(isLetter(nothing) || isWhiteSpace(nothing) || isPunctuation(nothing)).toBe(false);
    expect(digitValue(nothing)).toBe(-1);
  }
  expect(category(0xd800)).toBe('Cs');
});

test('digits of all scripts have their value', () => {
  for (const [text, value] of [
    ['7', 7],
    ['٣', 3],
    ['९', 9],
    ['0', 0],
    ['𝟿', 9],
    ['𝟎', 0],
    ['𝟘', 0],
    ['០', 0],
  ] as const)
    expect(digitValue(text.codePointAt(0)!), text).toBe(value);
  for (const text of ['a', '²', '½', '五', 'Ⅳ', ' ']) expect(digitValue(text.codePointAt(0)!), text).toBe(-1);
});

test('full case folding', () => {
  for (const [a, b] of [
    ['straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['ﬃ', 'FFI'],
    ['Ꭰ', 'ꭰ'],
    ['𐐀', '𐐨'],
    ['ΰ', 'ΰ'],
    ['README.md', 'readme.MD'],
    ['İ', 'i̇'],
  ] as const)
    expect(foldCase(a), a).toBe(foldCase(b));
  expect(foldCase('ı')).toBe('ı');
  expect(foldCase('日本 \ud800')).toBe('日本 \ud800');
});

test('folding is idempotent and folds all that the engine lowers', () => {
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    const folded = foldCase(character);
    if (foldCase(folded) !== folded) expect.unreachable(`not idempotent: ${codePoint.toString(16)}`);
    // İ lowers to i and a dot; Cherokee folds to its capitals; both are as CaseFolding.txt has them.
    if (foldCase(character.toLowerCase()) !== folded && !isUnassigned(codePoint))
      expect.unreachable(`its small letter folds elsewhere: ${codePoint.toString(16)}`);
  }
});
