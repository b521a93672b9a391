import { expect, test } from 'vitest';
import { replacementCharacter } from './replacement-character.ts';
import { run } from './testing/document.ts';

const said = (text: string, format?: string): string | undefined => {
  const [found] = run(replacementCharacter, text, format);
  return found && `${found.level ?? 'look'} ${found.message}`;
};

test.each([
  [
    'Mr. M\ufffdller said',
    'look 1 character was lost in 1 line: U+FFFD stands for it, the first in line 1 "Mr. M\ufffdller said"',
  ],
  [
    'a \ufffd b \ufffd c\n\ufffd \ufffd',
    'look 4 characters were lost in 2 lines: U+FFFD stands for them, the first in line 1 "a \ufffd b \ufffd c"',
  ],
  ['????? ??????, ??? ????????', 'look 22 letters in 1 line are question marks: line 1 "????? ??????, ??? ????????"'],
  [
    'le caf? est cr?? ; d?j? vu, r?sum?, t?l?phone, syst?me, r?seau',
    'look letters of 5 words in 1 line are question marks: line 1 "af? est cr?? ; d?j? vu, r?sum?, t?l"',
  ],
])('%j', (text, message) => {
  expect(said(text)?.replace(/line 1 ".*"$/u, '')).toBe(message.replace(/line 1 ".*"$/u, ''));
});

test.each([
  '`a\ufffdb` in code',
  'What??? Why?? Who?',
  'The value is ??? and ???? and ???',
  'see https://a.b/c?d=e and x?y:z and colou?r|gr?y and files?name',
  'the last letter is cut \ufffd'.slice(0, -1) + 'x\ufffd',
  'a?b c?d e?f g?h',
])('not %j', (text) => {
  expect(said(text) ?? 'note').toMatch(/^note/u);
});

test('a text that names the character', () => {
  expect(said('U+FFFD is shown as a\ufffdb here')).toMatch(/^note/u);
});
