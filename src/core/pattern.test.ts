import { expect, test } from 'vitest';
import { pattern } from './pattern.ts';
import { isUnassigned } from './unicode.ts';

test('a template reads as the literal would', () => {
  expect(pattern('u')`^\p{Lu}\p{L}+(?: [\p{L}.'’-]+)?$`.test('Ørsted van-der.Ée')).toBe(true);
  expect(pattern('u')`^\p{Lu}\p{L}+$`.test('ørsted')).toBe(false);
  expect(pattern('gu')`[^\p{L}]`[Symbol.replace]('v 1.2 – βeta', '')).toBe('vβeta');
  expect(pattern('u')`^[\p{L}\d./]`.test('9')).toBe(true);
  expect(pattern('u')`^\P{L}$`.test('a')).toBe(false);
  expect(pattern('u')`^[\P{L}a]$`.test('a')).toBe(true);
  expect(pattern('u')`^\\p\[\p{Nd}\]$`.test('\\p[٣]')).toBe(true);
  expect(pattern('iu')`^\p{Lu}+$`.test('straSSE')).toBe(true);
  expect(pattern('u')`^[\`\p{L}]\`$`.test('``')).toBe(true);
  expect(pattern('')`^\p{Script=Han}$`.test('𠀀')).toBe(true);
});

test('an unknown property is an error', () => {
  expect(() => pattern('u')`\p{Script=Klingon}`).toThrow('Script=Klingon');
  expect(() => pattern('u')`\p{Emoji}`).toThrow('Emoji');
});

test.each(['L', 'M', 'N', 'P', 'S', 'Z', 'Cc', 'Cf', 'Script=Han', 'Script=Arabic'])(
  'agrees with the engine: %s',
  (name) => {
    const ours = pattern('u')`^\p{${name}}$`;
    const theirs = new RegExp(`^\\p{${name}}$`, 'u');
    const assigned = /\p{Assigned}/u;
    for (let codePoint = 0; codePoint < 0x110000; codePoint += 1 + (codePoint % 5)) {
      const character = String.fromCodePoint(codePoint);
      if (ours.test(character) !== theirs.test(character) && assigned.test(character) && !isUnassigned(codePoint))
        expect.unreachable(codePoint.toString(16));
    }
  },
);
