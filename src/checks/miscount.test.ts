import { expect, test } from 'vitest';
import { miscount } from './miscount.ts';
import { run } from './testing/document.ts';

const looks = (text: string, format?: string): string[] =>
  run(miscount, text, format)
    .filter(({ level }) => level !== 'note')
    .map(({ message, places }) => `${places[0].line} ${message}`);

const items = (count: number, mark = '-'): string =>
  Array.from(
    { length: count },
    (_, i) => `${mark === '1' ? `${i + 1}.` : mark} ${'abcdefgh'.charAt(i).repeat(5)}\n`,
  ).join('');

const claims: readonly (readonly [string, string])[] = [
  ['en', 'The gateway has three modes:'],
  ['en digits', 'There are 3 modes:'],
  ['de', 'Das Gerät kennt drei Betriebsarten:'],
  ['fr', 'Le système connaît trois modes :'],
  ['es', 'El sistema tiene tres modos:'],
  ['it', 'Il sistema ha tre modalità:'],
  ['pt', 'O sistema tem três modos:'],
  ['nl', 'Het systeem kent drie standen:'],
  ['pl', 'System ma trzy tryby:'],
  ['ru', 'Система имеет три режима:'],
  ['uk', 'Система має три режими:'],
  ['tr', 'Sistemin üç modu vardır:'],
  ['id', 'Sistem memiliki tiga mode:'],
  ['zh', '系统有三种模式：'],
  ['zh digits', '系统有3种模式：'],
  ['ja', 'システムには三つのモードがある：'],
  ['ja digits', '次の3つの項目が適用される：'],
  ['ko', '시스템에는 세 가지 모드가 있다:'],
  ['ko digits', '시스템에는 3가지 모드가 있다:'],
  ['ar', 'للنظام ثلاثة أوضاع:'],
];

test.each(claims)('%s: four follow', (_, claim) => {
  expect(looks(`# Title\n\n${claim}\n\n${items(4)}`)).toHaveLength(1);
  expect(looks(`# Title\n\n${claim}\n\n${items(4, '1')}\n\nMore.\n`)).toHaveLength(1);
});

test.each(claims)('%s: three follow', (_, claim) => {
  expect(looks(`# Title\n\n${claim}\n\n${items(3)}`)).toEqual([]);
  expect(run(miscount, `# Title\n\n${claim}\n\n${items(3)}`)).toHaveLength(1);
});

test('nested items do not count, and a list that goes on is left alone', () => {
  expect(looks('There are two modes:\n\n- one\n  - a\n  - b\n- two\n')).toEqual([]);
  expect(looks('There are three modes:\n\n- one\n- two\n\nAnd behind a remark\n\n- three\n')).toEqual([]);
  expect(looks('There are four modes:\n\n1. one\n2. two\n\n```\ncode\n```\n\n3. three\n4. four\n')).toEqual([]);
});

test.each([
  'At least three modes apply:',
  'Modes such as these three cases:',
  'Within three hours:',
  'The first three modes:',
  'See Table 3 for modes:',
  'One of three modes:',
])('no claim: %s', (claim) => {
  expect(looks(`${claim}\n\n${items(4)}`)).toEqual([]);
});

test('enumerations', () => {
  expect(looks('The gateway has three modes: idle, active, drained and closed.\n')).toHaveLength(1);
  expect(looks('The gateway has four modes: idle, active, drained and closed.\n')).toEqual([]);
  expect(looks('The gateway has two modes: idle, which is cheap, and active, which is not.\n')).toEqual([]);
  expect(looks('分为三个阶段（设计、开发、测试、上线）。\n')).toHaveLength(1);
  expect(looks('分为三个阶段（设计、开发、测试等）。\n')).toEqual([]);
  expect(looks('分为四个阶段（设计、开发、测试和上线）。\n')).toEqual([]);
});

test('tables', () => {
  const table = (total: string): string =>
    `| Part | Days |\n| --- | --- |\n| a | 12 |\n| b | 20 |\n| c | 9 |\n| ${total} |\n`;
  expect(looks(table('Total | 43'))).toEqual(['6 the rows above add to 41, the total says 43']);
  expect(looks(table('Total | 41'))).toEqual([]);
  expect(looks(table('合计 | 14')).length).toBe(1);
  expect(looks(table('d | 43'))).toEqual([]);
  expect(looks('There are three kinds:\n\n| Kind |\n| --- |\n| a |\n| b |\n| c |\n| d |\n')).toHaveLength(1);
});

test('additions', () => {
  expect(looks('A frame has 4 + 8 + 16 = 30 bytes.\n')).toEqual(['1 "4 + 8 + 16 = 30": the sum is 28']);
  expect(looks('A frame has 4 + 8 + 16 = 28 bytes, 2 * 4 + 8 = 16, and x + 1 = 3.\n')).toEqual([]);
});

test('hostile texts take linear time', () => {
  for (const text of [
    'three (a, b'.repeat(40_000),
    '3: '.repeat(150_000),
    `${'- three: a, b and c\n'.repeat(20_000)}`,
    '1 + 1 = '.repeat(60_000),
    '三个（、'.repeat(60_000),
    'three modes:\n\n- a\n\n'.repeat(8000),
  ]) {
    expect(run(miscount, text, 'markdown').length).toBeLessThan(50);
  }
});

test('digits of other scripts; times of day; an item that reads as a heading', () => {
  expect(looks(`هناك ٣ أوضاع:\n\n${items(4)}`)).toHaveLength(1);
  expect(looks(`هناك ٤ أوضاع:\n\n${items(4)}`)).toEqual([]);
  expect(looks(`date: 2009-02-10 07:03:05\ntags:\n\n${items(4)}`)).toEqual([]);
  expect(looks(`There are three names: \n\n- It sends \`aa\` and \`bb\` first.\n- Then it sends \`cc\`.\n`)).toEqual(
    [],
  );
  expect(looks('本规范分为三个章节：\n\n- 第一章 甲\n- 第二章 乙\n- 第三章 丙\n- 附录 丁\n')).toEqual([]);
});

test('sums that come out a hundred thousand times take no time', () => {
  run(miscount, '1 + 1 = 2 '.repeat(100_000), 'markdown');
  run(miscount, 'three: '.repeat(100_000), 'markdown');
  expect(run(miscount, 'two things (a, b and c) '.repeat(40_000), 'markdown').length).toBeLessThan(50);
});
