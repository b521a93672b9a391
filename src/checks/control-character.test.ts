import { describe, expect, test } from 'vitest';
import { controlCharacter } from './control-character.ts';
import { run } from './testing/document.ts';

const said = (text: string, format?: string): string | undefined => {
  const [found] = run(controlCharacter, text, format);
  return found && `${found.level ?? 'look'} ${found.message}`;
};

describe('control characters', () => {
  test.each([
    ['a\0b and c\0d', 'look 2 control characters in 1 line: U+0000 NUL'],
    ['one\x0btwo\nthree\x0bfour', 'look 2 control characters in 2 lines: U+000B vertical tab'],
    ['it\u0092s', 'look 1 control character in 1 line: U+0092; U+0092 is "’" in windows-1252'],
    ['a\x01b\x02c', 'look 2 control characters in 1 line: U+0001 1 times, U+0002 1 times'],
    [
      '\x1b[31merror\x1b[0m: no such file',
      'look 2 control sequences of a terminal in 1 line, the first "\\u001b[31m" in line 1',
    ],
    ['the last line\n\x1a', 'note 1 control character in 1 line: U+001A end of file of DOS'],
  ])('%j', (text, message) => {
    expect(said(text)).toBe(message);
  });

  test('overstrikes are named as such', () => {
    expect(said('N\bNA\bAM\bME\bE\n  text\n', 'text')).toBe(
      'look the text is set for a printer, with 4 backspaces in 1 line: line 1 says "N\\bNA\\bAM\\bME\\bE" for "NAME"',
    );
  });

  test('in code: a note', () => {
    expect(said('```\n\x1b[31mred\x1b[0m\n```\n')).toMatch(/^note /u);
    expect(said('{"a": "\x01"}', 'json')).toMatch(/^note /u);
  });
});

test.each(['tab\tand\fform feed\n', 'next\u0085line', 'Ã©', 'â\u0080\u0099'])('not %j', (text) => {
  expect(run(controlCharacter, text)).toEqual([]);
});
