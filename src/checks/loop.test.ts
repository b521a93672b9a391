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

const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);
test.skipIf(!existsSync(SAMPLE))('the sample: lines 203-281', () => {
  const found = run(loop, readFileSync(SAMPLE, 'utf8'), 'text');
  expect(found).toMatchObject([
    { level: 'stop', message: 'lines 203-281 say one block 2.9 times, begun in 189 (the last is cut)' },
  ]);
  expect(found[0]!.places[0]).toMatchObject({ line: 203, endLine: 281, column: 1 });
});
