import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loop } from './loop.ts';
import { run } from './testing/document.ts';

const BLOCK =
  'The server must answer each part with a receipt that names the part and its digest. A client that gets no receipt within ' +
  'thirty seconds sends the part again, at most four times, and then gives the upload up without a further word to anybody.\n';
const BEFORE = '# Upload\n\nA client sends the file in parts.\n\n';

test('three copies between other text are a stop, told with lines, copies and the last copy', () => {
  const [found, ...more] = run(loop, `${BEFORE}${BLOCK.repeat(3)}\nThe end of it.\n`);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ level: 'stop', message: 'lines 5-7 say one block 3.0 times' });
  expect(found!.places.map(({ line, note }) => [line, note])).toEqual([
    [5, undefined],
    [6, 'the second copy'],
    [7, 'the last copy'],
  ]);
});

test('one and a half copies are a stop where the end of the file cuts the last, with garbage after it or not', () => {
  for (const tail of ['', '&lt;p', '\n\n&lt;p'])
    expect(run(loop, BEFORE + BLOCK.repeat(4) + BLOCK.slice(0, 150) + tail)).toMatchObject([
      { level: 'stop', message: expect.stringContaining('(the last is cut)') },
    ]);
  const long = BLOCK.repeat(2).replace('server', 'gateway').replace('thirty', 'twenty').trimEnd();
  expect(run(loop, `${BEFORE}${long}\n${long.slice(0, 330)}`)).toMatchObject([
    { level: 'stop', message: expect.stringContaining('1.6 times (the last is cut)') },
  ]);
  // a passage that is quoted again in part, and the text goes on
  expect(run(loop, `${BEFORE}${long}\n${long.slice(0, 330)} and so on it goes.\n`)).toEqual([]);
  expect(run(loop, `${BEFORE}${BLOCK.repeat(2)}${BLOCK.slice(0, 170)}`)).toMatchObject([{ level: 'stop' }]);
});

test('two whole copies are no loop, and neither is code, data or a table', () => {
  expect(run(loop, `${BEFORE}${BLOCK.repeat(2)}\nThe end.\n`)).toEqual([]);
  expect(run(loop, `${BEFORE}${BLOCK.repeat(2)}`)).toEqual([]);
  expect(run(loop, `${BEFORE}\`\`\`\n${BLOCK.repeat(5)}\`\`\`\n`)).toEqual([]);
  expect(run(loop, `{"text": "${BLOCK.trim().repeat(5)}"}`, 'json')).toEqual([]);
  expect(
    run(loop, `| a | b |\n| - | - |\n${'| read or write access only | not defined in this version |\n'.repeat(20)}`),
  ).toEqual([]);
  expect(run(loop, `${BEFORE}${'de ad be ef 00 01 02 03 '.repeat(60)}\n`)).toEqual([]);
  expect(run(loop, `${BEFORE}${'. '.repeat(600)}12\n`)).toEqual([]);
});

test('a fence that is repeated an odd number of times does not hide the loop', () => {
  expect(run(loop, `${BEFORE}${`${BLOCK}\`\`\`http\nGET /\n`.repeat(3)}`)).toMatchObject([{ level: 'stop' }]);
});

test('the place begins with the first sentence that begins in the run', () => {
  const [found] = run(
    loop,
    `${BEFORE}and then gives the upload up without a further word to anybody.\n${BLOCK.repeat(3)}`,
  );
  expect(found).toMatchObject({ message: 'lines 6-8 say one block 3.2 times, begun in 5' });
  expect(found!.places[0].line).toBe(6);
});

const SENTENCE = 'Every backup is encrypted before it leaves the building, and the key is kept by two persons.\n';
const noisy = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([right, wrong]) => SENTENCE.replace(right, wrong)).join('');

test('copies with noise are a look, from the first copy on, and tell how many differences', () => {
  const text = `${BEFORE}${noisy(['', ''], ['encrypted', 'encryqted'], ['leaves', 'lcaves'], ['building', 'builcing'], ['', ''])}`;
  expect(run(loop, text)).toMatchObject([
    {
      level: 'look',
      message: expect.stringContaining('5.0 times, with 6 small differences'),
      places: [{ line: 5 }, {}, {}],
    },
  ]);
});

test('lost and added letters, and letters read as digits, are noise', () => {
  const text = `${BEFORE}${noisy(['encrypted', 'encryted'], ['building', 'buildding'], ['before', 'bef0re'], ['persons', 'per5ons'], ['', ''])}`;
  expect(run(loop, text)).toMatchObject([{ level: 'look' }]);
});

test('copies that are equal among noisy ones make a stop, which begins with the first copy', () => {
  const text = `${BEFORE}${noisy(['encrypted', 'encryqted'], ['persons', 'pcrsons'], ['leaves', 'lcaves'])}${SENTENCE.repeat(8)}`;
  expect(run(loop, text)).toMatchObject([{ level: 'stop', places: [{ line: 5 }, {}, {}] }]);
});

test('a template is none: its differences stay, stand at one place, or are numbers', () => {
  for (const template of [
    noisy(['two', 'two'], ['two', 'ten'], ['two', 'six'], ['two', 'all']),
    [1, 2, 3, 4, 5].map((n) => SENTENCE.replace('two', String(n))).join(''),
    noisy(['key', 'key'], ['key', 'kex'], ['key', 'kez'], ['key', 'kea'], ['key', 'keb']),
  ])
    expect(run(loop, `${BEFORE}${template}`)).toEqual([]);
});

test.each([
  ['a phrase', 'we will see and '.repeat(6)],
  ['a word', 'the '.repeat(14)],
  ['a token', 'assistant'.repeat(8)],
  ['a macro', '\\star'.repeat(20)],
  ['an entity', '&nbsp;'.repeat(20)],
  ['a character', '哈'.repeat(40)],
  ['an ellipsis', '…'.repeat(70)],
  ['two characters', '可以'.repeat(20)],
])('%s that is said many times', (_, said) => {
  expect(run(loop, `${BEFORE}It is said that ${said} and so on.\n`)).toMatchObject([
    { level: 'look', places: [{ line: 5 }, {}, {}] },
  ]);
});

test.each([
  ['laughter', '哈'.repeat(9)],
  ['a leader', `${'…'.repeat(80)} 12\n`],
  ['blanks', '_'.repeat(100)],
  ['dashes', '- '.repeat(60)],
  ['hex', `0x${'ab'.repeat(40)}`],
  ['code', `\`${'foo '.repeat(30)}\``],
  ['base64', 'QUFB'.repeat(30)],
])('%s is left alone', (_, said) => {
  expect(run(loop, `${BEFORE}It is said that ${said} and so on.\n`)).toEqual([]);
});

test('a place in a log makes no loop', () => {
  expect(
    run(loop, `${BEFORE}${'xstatx.c:290: warning: integer constant is too large for this type\n'.repeat(12)}`),
  ).toEqual([]);
});

const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);
test.skipIf(!existsSync(SAMPLE))('the sample: lines 203-281', () => {
  const found = run(loop, readFileSync(SAMPLE, 'utf8'), 'text');
  expect(found).toMatchObject([
    { level: 'stop', message: 'lines 203-281 say one block 2.9 times, begun in 189 (the last is cut)' },
  ]);
  expect(found[0]!.places[0]).toMatchObject({ line: 203, endLine: 281, column: 1 });
});
