import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, quoted, shorten, visible, visibleName, wrap } from './escape.ts';
import { fromRaw } from './names.ts';
import { number, shellWord, size } from './words.ts';

/** What a terminal obeys, or hides. */
const HOSTILE =
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\ud800-\udfff]/u;

describe('what is shown of a text', () => {
  test.each([
    ['plain', 'plain'],
    ['a\nb\tc\r', 'a\\nb\\tc\\r'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b31m', '\\u{9b}31m'],
    ['evil\u202Egnp.exe', 'evil\\u{202e}gnp.exe'],
    ['a\u200bb\ufeffc', 'a\\u{200b}b\\u{feff}c'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['b\udcff.md', 'b\\xff.md'],
    ['half \ud83d', 'half \\u{d83d}'],
    ['C:\\dir', 'C:\\dir'],
    // Joiners that spell words or make one emoji stay; anywhere else they are told.
    ['می‌خواهم', 'می‌خواهم'],
    ['क्‍ष', 'क्‍ष'],
    ['👩‍👩‍👧 ❤️ 1️⃣', '👩‍👩‍👧 ❤️ 1️⃣'],
    ['pass\u200dword', 'pass\\u{200d}word'],
    ['x\ufe0f', 'x\\u{fe0f}'],
    ['\u3164', '\\u{3164}'],
    ['é ü 漢字 ไทย עברית', 'é ü 漢字 ไทย עברית'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown));

  test('a name can be told from its escapes', () => expect(visibleName('a\\nb\nc')).toBe('a\\\\nb\\nc'));
  test('bytes of a raw name', () =>
    expect(visibleName(fromRaw('%E6%BC%A2%FF%FE%E6.md%20'))).toBe('漢\\xff\\xfe\\xe6.md '));

  test('no text gets through to the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 60 }), (text, width) => {
        for (const shown of [visible(text), visibleName(text), quoted(text, width)]) expect(shown).not.toMatch(HOSTILE);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        expect(visible(String.fromCharCode(...units))).not.toMatch(HOSTILE);
      }),
    );
  }, 30_000);
});

describe('columns', () => {
  test.each([
    ['abc', 3],
    ['漢字', 4],
    ['ｆ', 2],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇫🇷🇩🇪', 4],
    ['❤️', 2],
    ['👍🏽', 2],
    ['ไทย', 3],
    ['한국', 4],
  ])('%j takes %i', (text, wide) => expect(columns(text)).toBe(wide));

  test.each([
    ['abcdef', 4, 'abc…'],
    ['漢字漢字', 5, '漢字…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['🇫🇷🇩🇪🇮🇹', 5, '🇫🇷🇩🇪…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
    ['short', 5, 'short'],
  ])('%j in %i columns', (text, width, shown) => expect(shorten(text, width)).toBe(shown));

  test('a quotation is one line, and no escape is cut', () => {
    expect(quoted('  two\n   words ', 40)).toBe('"two words"');
    expect(quoted(`${'\u202e'.repeat(8)}`, 20)).toBe('"\\u{202e}\\u{202e}…"');
  });

  test('wrapping breaks at spaces, between CJK characters, not inside short quotations, and loses nothing', () => {
    expect(wrap('the quick "brown fox" jumps', 16)).toEqual(['the quick', '"brown fox"', 'jumps']);
    expect(wrap('五个千亿产业', 8)).toEqual(['五个千亿', '产业']);
    expect(wrap('aaaaaaaaaa', 4)).toEqual(['aaaa', 'aaaa', 'aa']);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢', '字', '"', 'é', '👍🏽', 'word ') }),
        fc.integer({ min: 4, max: 30 }),
        (text, width) => {
          const lines = wrap(text, width);
          for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

describe('words', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [12_545, '12.5 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [5_400_000_000, '5.4 GB'],
  ])('%i bytes', (bytes, shown) => expect(size(bytes)).toBe(shown));
  test('thousands', () => expect([0, 999, 1000, 1_234_567].map(number)).toEqual(['0', '999', '1,000', '1,234,567']));
  test.each([
    ['seeds', 'seeds'],
    ['runs/000_0b/seeds', 'runs/000_0b/seeds'],
    ['my seeds', '"my seeds"'],
    ['-x', './-x'],
    ['规范', '规范'],
    ["it's $HOME", `'it'\\''s $HOME'`],
    ['a&b', '"a&b"'],
    ['', '""'],
    ['a\nb', `$'a\\x0ab'`],
    ['b\udcff', `$'b\\xff'`],
  ])('%j for a shell', (text, word) => expect(shellWord(text)).toBe(word));
});
