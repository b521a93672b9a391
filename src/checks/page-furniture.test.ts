import { expect, test } from 'vitest';
import { pageFurniture } from './page-furniture.ts';
import { run } from './testing/document.ts';

const TEXT =
  'The pump must be filled with clean water before it is started, and the valve on the far side must be open. It runs for ten ' +
  'seconds and stops by itself when the tank is full.';
const CUT = 74;

/** Paragraphs with the lines between them, or in the middle of them. */
function pages(lines: readonly string[], inside: boolean): string {
  return lines
    .map((line) =>
      inside ? `${TEXT.slice(0, CUT).trimEnd()}\n\n${line}\n\n${TEXT.slice(CUT).trimStart()}` : `${TEXT}\n\n${line}`,
    )
    .concat(TEXT)
    .join('\n\n');
}

const numbered = (line: (n: number) => string): string[] => [7, 8, 9, 10, 11].map(line);

test('lines whose number counts up, between paragraphs and inside them', () => {
  for (const line of [
    (n: number) => `Page ${n} of 47`,
    (n: number) => `Pagina ${n}`,
    (n: number) => `第${n}页`,
    (n: number) => `Northern Pumps | ${n}`,
    (n: number) => `${n} · Руководство`,
    (n: number) => `صفحة ${n}`,
    (n: number) => `पृष्ठ ${n}`,
    (n: number) => `- ${n} -`,
  ])
    for (const inside of [false, true]) {
      const [found, ...more] = run(pageFurniture, pages(numbered(line), inside));
      expect(more).toEqual([]);
      expect(found?.message, line(7)).toContain('5 lines of the page');
      expect(found!.places[0]).toMatchObject({ line: 3, quote: line(7) });
    }
});

test('bare numbers and lines without a number must cut sentences', () => {
  expect(run(pageFurniture, pages(numbered(String), true))).toHaveLength(1);
  const foot = 'Northern Pumps Ltd Confidential';
  expect(run(pageFurniture, pages([foot, foot, foot], true))).toMatchObject([
    { message: expect.stringContaining('3 of them inside a sentence') },
  ]);
  expect(run(pageFurniture, pages([foot, foot, foot], false))).toEqual([]);
});

test('head and foot are one finding', () => {
  const found = run(
    pageFurniture,
    pages(
      numbered((n) => `Northern Pumps\nPage ${n} of 47`),
      true,
    ),
  );
  expect(found).toHaveLength(1);
});

test('labels, captions, steps, references and tables are left alone', () => {
  for (const line of [
    (n: number) => `Step ${n}`,
    (n: number) => `Table ${n}: values`,
    (n: number) => `Figure ${n} – the pump`,
    (n: number) => `### Version 1.${n}`,
    (n: number) => `Example ${n}`,
    (n: number) => `.. [${n}]`,
    () => 'Example',
    () => '**Parameters:**',
    () => '---',
    () => 'Note',
    (n: number) => `- item ${n}`,
    (n: number) => `${n}. item`,
  ])
    expect(run(pageFurniture, pages(numbered(line), false)), line(7)).toEqual([]);
});

test('plain text in pages is a format of its own', () => {
  const page = (n: number): string =>
    `   ${TEXT.slice(0, 60)}\n\n\nAuthor            Standards Track            [Page ${n}]\n\f\nRFC 9999            Pumps            May 2024\n\n`;
  expect(run(pageFurniture, [1, 2, 3, 4].map(page).join(''), 'text')).toEqual([]);
  expect(run(pageFurniture, [1, 2, 3, 4].map((n) => page(n).replace('\f', '')).join(''), 'text')).toEqual([]);
});

test('is linear', () => {
  for (const text of [
    '12\n'.repeat(300_000),
    '12\n\n'.repeat(200_000),
    'Page 1\n\nthe end\n\n'.repeat(50_000),
    '| '.repeat(500_000),
  ])
    run(pageFurniture, text);
});

const around = (title: string, line: string): string =>
  `# ${title}\n\n${TEXT}\n\n${TEXT.slice(0, CUT).trimEnd()}\n\n${line}\n\n${TEXT}\n\n${TEXT}\n`;

test('the title with a number, and numbers that nothing else looks like, once and between whole sentences', () => {
  for (const line of [
    'Northern Pumps    12',
    '12 | Northern Pumps',
    '- 12 -',
    '12 / 96',
    'https://pumps.example/print/4  1/7',
  ])
    expect(run(pageFurniture, around('Northern Pumps', line)), line).toMatchObject([{ places: [{ line: 7 }] }]);
});

test('numbers in frames and Roman ones that cut sentences', () => {
  for (const line of [
    (n: number) => `• ${n} •`,
    (n: number) => `${n} |`,
    (n: number) => `4-${n}`,
    (n: number) => `p${n}`,
  ])
    expect(run(pageFurniture, pages(numbered(line), true)), line(1)).toHaveLength(1);
  expect(run(pageFurniture, pages(['vii', 'viii', 'ix', 'xi'], true))).toHaveLength(1);
});

test('entries of a table of contents, items and results are none', () => {
  for (const line of ['Northern Pumps    12\nSouthern Pumps    14', '12.', '1、', '$12', '-12'])
    expect(run(pageFurniture, around('Northern Pumps', line)), line).toEqual([]);
});
