import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../core/document.ts';
import { loop, tandems } from './loop.ts';
import { run } from './testing/document.ts';

const BLOCK =
  'The server must answer each part with a receipt that names the part and its digest. A client that gets no receipt within ' +
  'thirty seconds sends the part again, at most four times, and then gives the upload up without a further word to anybody.\n';
const BEFORE = '# Upload\n\nA client sends the file in parts.\n\n';

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
          const found = tandems(unitsOf(text)).find((each) => each.start === start && each.end === start + total);
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
        for (const { start, end, period } of tandems(units)) {
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
    for (const text of texts) tandems(unitsOf(text));
  });
});

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
