import { expect, test } from 'vitest';
import { droppedNumbers } from './dropped-numbers.ts';
import { run } from './testing/document.ts';

const found = (text: string, format?: string): unknown[] =>
  run(droppedNumbers, text, format).map(({ level, places }) => [level, ...places.map(({ quote }) => quote)]);

test.each([
  ['§', 'This follows from § , as told.', '§ ,'],
  ['±', 'The value is exact to ± %.', '± '],
  ['words', 'A value between and is used, without digits.', 'between and'],
  [
    'de',
    'Die Antwort muss innerhalb der Frist kommen, und der Server wartet mindestens Sekunden auf sie, ohne es zu melden.',
    'mindestens Sekunden',
  ],
])('one is enough: %s', (_, text, quote) => {
  expect(found(`${text}\n`)).toEqual([['look', quote]]);
});

test('an ordinal without its number is told where there are two, and nothing is in quotation marks', () => {
  expect(found('用户应当遵守第条和第章的要求。\n')).toEqual([['look', '第条', '第章']]);
  expect(found('用户应当遵守第条的要求。\n')).toMatchObject([['note', '第条']]);
  expect(found('It says "between and" there, and "第条", "第章".\n')).toEqual([]);
});

test('the beginning of a number, where the document has whole ones', () => {
  expect(found('Fixed CVE-2020-1234.\n\nFixed CVE- and more.\n')).toEqual([['look', 'CVE-']]);
  expect(found('Fixed CVE-like things, CVE-2020-1.\n\nFixed CVE- and more.\n')).toEqual([]);
  expect(found('PCI- und USB-Karten.\n')).toEqual([]);
});

test('holes that a careless writer leaves are told only where there are several kinds of them', () => {
  expect(found('One  two three four.\n')).toEqual([]);
  expect(found('It waits  seconds, sends () and [] , as told.\n\n. First\n')).toMatchObject([
    ['look', 'waits  s', 'sends ()', expect.anything(), expect.anything()],
  ]);
});

test('code, stretched lines and markup are left alone', () => {
  expect(found('```\nwaits  seconds ( ) § , ± %\n```\n')).toEqual([]);
  expect(found('The `value § , is` here.\n')).toEqual([]);
  expect(found('a text  that is  stretched  to fill  the line  as printers  do it.\n')).toEqual([]);
  expect(found('= Title\n\n. First\n. Second\n. Third\n', 'asciidoc')).toEqual([]);
});

test('time is linear', () => {
  const texts = [
    'a  a'.repeat(250_000),
    ' ()'.repeat(300_000),
    '第条'.repeat(400_000),
    'AB- '.repeat(200_000),
    '('.repeat(1_000_000),
    'aa . '.repeat(200_000),
  ];
  for (const text of texts) run(droppedNumbers, text);
});
