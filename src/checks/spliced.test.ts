import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { spliced } from './spliced.ts';
import { run } from './testing/document.ts';

const BEFORE =
  'The council met four times in the second half of the year and heard eleven reports of the working groups.';
const FIRST = 'The working group on water has surveyed all the wells in the valley and asks the council to close those';
const SECOND = 'which lie below the old quarry, because their water holds more lead than the law allows.';
const AFTER = 'Nothing else was decided, and the chair closed the meeting at nine in the evening as it was planned.';

const around = (between: string, second = SECOND): string =>
  `# Report\n\n${BEFORE}\n\n${FIRST}${between}${second}\n\n${AFTER}\n\n${BEFORE}\n\n${AFTER}\n`;

test('the message says what goes on where, around what', () => {
  expect(run(spliced, around('\n\nValley Herald | Page 4\n\n'))).toMatchObject([
    {
      message: 'line 5 "…council to close those" goes on at line 9, around the page header "Valley Herald | Page 4"',
      places: [
        { line: 7, quote: 'Valley Herald | Page 4' },
        { line: 5, note: 'this sentence is interrupted' },
        { line: 9, note: 'the sentence goes on here' },
      ],
    },
  ]);
});

test('heads, feet and numbers, alone, on two lines, in the middle of a paragraph', () => {
  for (const line of [
    '4版 | 咸宁日报',
    'Seite 12 von 30',
    'Стр. 5 из 30',
    'ص ٧',
    '- 12 -',
    '34/120',
    'Valley Herald · Monday, 4 June 2019',
    '12    Chapter 4. Operation',
    'UNCONTROLLED COPY\nSheet 4 of 12',
  ]) {
    expect(run(spliced, around(`\n\n${line}\n\n`)), line).toHaveLength(1);
    expect(run(spliced, around(`\n${line}\n`)), line).toHaveLength(1);
  }
});

test('a stray line of words needs a sentence that surely goes on', () => {
  expect(run(spliced, around('\n\nLetters to the editor\n\n'))).toHaveLength(1);
  expect(run(spliced, around('\n\nLetters to the editor\n\n', 'Which wells these are is not known yet.'))).toEqual([]);
  // a list, a formula, an announcement, a quotation, a bracket
  for (const between of [
    '- the old one',
    'x = y + z',
    'These are:',
    '> the old one',
    '```\ncode\n```',
    '![map](map.png)',
  ])
    expect(run(spliced, around(`\n\n${between}\n\n`)), between).toEqual([]);
});

test('is linear', () => {
  for (const text of [`${FIRST}\n\nTitle\n\n`.repeat(5_000), '12\n'.repeat(300_000), 'a\n\n1 | a\n\n'.repeat(50_000)])
    run(spliced, text);
});

const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);
test.skipIf(!existsSync(SAMPLE))('the sample: line 23 goes on at line 31', () => {
  expect(run(spliced, readFileSync(SAMPLE, 'utf8'), 'text')).toMatchObject([
    { places: [{ line: 23 }, { line: 27 }, { line: 31 }] },
  ]);
});
