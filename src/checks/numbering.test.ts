import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { numbering } from './numbering.ts';

function check(text: string): readonly string[] {
  const document = createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text });
  return [...numbering.run(document)].map(({ message, places }) => `${places[0].line} ${message}`);
}

const row = (number: string, text: string): string => `| ${number} | ${text} |\n`;
const table = (extra: string): string =>
  `# 柜\n\n| 编号 | 要求 |\n| --- | --- |\n${Array.from({ length: 9 }, (_, i) => row(`GUI-00${i + 1}`, `第${i + 1}项`)).join('')}${extra}`;

test('two rows of one table with one identifier and other words', () => {
  expect(check(table(row('GUI-003', '别的')))).toEqual([
    '14 GUI-003 is given twice: in line 7 to "第3项", here to "别的"',
  ]);
  expect(check(table(row('GUI-003', '第3项')))).toEqual([]);
  expect(check(table(row('GUI-010', '第10项')))).toEqual([]);
});

test('a number again where the next one should stand, in a short list', () => {
  const list = (...numbers: readonly number[]): string =>
    `# Fach\n\n${numbers.map((n, i) => `- FR-00${n}: Der Wert ${'abcdefgh'.charAt(i)} bleibt.\n`).join('')}`;
  expect(check(list(1, 2, 2, 4))).toEqual([
    '5 FR-002 is given twice: in line 4 to "Der Wert b bleibt.", here to "Der Wert c bleibt."',
  ]);
  expect(check(list(1, 5, 3, 4, 5))).toHaveLength(1);
  expect(check(list(1, 2, 3, 3))).toHaveLength(1);
  expect(check(list(1, 2, 2, 3, 4))).toEqual([]);
  expect(check(list(1, 2, 3, 1, 2, 3))).toEqual([]);
  expect(check(`${list(1, 2, 3)}\n## Zwei\n\n- FR-001: Anderes.\n`)).toEqual([]);
});

test.each([
  (n: number) => `R${n}`,
  (n: number) => `REQ_${n}`,
  (n: number) => `Требование ${n}`,
  (n: number) => `FR-1.${n}`,
])('other forms of identifiers, and links to them', (write) => {
  const list = (...numbers: readonly number[]): string =>
    `# Fach\n\n${numbers.map((n, i) => `- **${write(n)}**: Der Wert ${'abcdefgh'.charAt(i)} bleibt.\n`).join('')}`;
  expect(check(list(1, 2, 3, 3, 5))).toHaveLength(1);
  expect(check(list(1, 2, 3, 4, 5))).toEqual([]);
  expect(check(table(row('[GUI-003](a.md#gui-003)', '别的')))).toEqual([]);
});

test('two headings of one number, and the same in an appendix that counts anew', () => {
  const headings = Array.from(
    { length: 10 },
    (_, i) => `## 1.${i + 1} Teil ${'abcdefghij'.charAt(i)}\n\nDer Wert bleibt.\n`,
  );
  const text = (more: string): string => `# Fach\n\n${headings.join('\n')}\n${more}`;
  expect(check(text('## 1.10 Anderes\n\nNoch etwas.\n'))).toHaveLength(1);
  expect(check(text('## 2.1 Anderes\n\nNoch etwas.\n'))).toEqual([]);
});

test('names that everybody knows, and one character very often', () => {
  expect(check(`# A\n\n${'## UTF-8 is used\n\nText.\n\n'.repeat(9)}`)).toEqual([]);
  expect(check(`# A\n\n${'A-1'.repeat(100_000)}`)).toEqual([]);
});

test.each([
  ['| T1 | a |\n| --- | --- |\n| T2 | b |\n| T3 | c |\n| T3 | d |\n| T5 | e |', 'T3'],
  ['301  Door open\n302  Low pressure\n303  No power\n303  No code', '303'],
  ['R1,theft\nR2,fire\nR3,water\nR3,frost', 'R3'],
  ['3.1 It takes 9 s.\n    If not, it stops.\n3.2 It is reset.\n3.2 It stays.', '3.2'],
  ['| T-01 | 0 g |\n| --- | --- |\n| T-02 | 5 g |\n| T-03 | 6 g |\n| T-03 | 7 g |', 'T-03'],
  ['## G-1 Eins\n\nA.\n\n## G-2 Zwei\n\nB.\n\n## G-2 Drei\n\nC.', 'G-2'],
  ['WASH-010  a b\n\nWASH-020  c d\n\nWASH-035  e f\n\nWASH-035  g h\n\nWASH-060  i j', 'WASH-035'],
  ['## 3.1 Eins\n\nA.\n\n## 3.2 Zwei\n\nB.\n\n## 3.2 Drei\n\nC.', '3.2'],
  ['## 1 Eins\n\nA.\n\n## 2 Zwei\n\nB.\n\n## 2 Drei\n\nC.\n\n## 4 Vier\n\nD.', '2'],
])('a short series: %s', (text, name) => {
  const found = check(`# Fach\n\n${text}\n`);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`${name} is given twice`);
});

test.each([
  '| 400 | a |\n| --- | --- |\n| 401 | b |\n| 400 | c |\n| 409 | d |',
  '| 2020 | a |\n| --- | --- |\n| 2020 | b |\n| 2021 | c |\n| 2021 | d |',
  '1,2\n2,2\n3,4\n4,4',
  '## 3.1 Eins\n\nA.\n\n## 3.2 Zwei\n\nB.\n\n## 4.1 Drei\n\nC.\n\n## 4.1.1 Vier',
])('rows and sections that do not count up: %s', (text) => {
  expect(check(`# Fach\n\n${text}\n`)).toEqual([]);
});
