import { expect, test } from 'vitest';
import type { FolderView, Role } from '../core/types.ts';
import { documentOf } from './testing/document.ts';
import { undefinedTerm } from './undefined-term.ts';

type Reading = Parameters<NonNullable<typeof undefinedTerm.collect>>[1];

/** What is told of documents, the first a specification, the others background. */
function told(...texts: readonly string[]): readonly string[] {
  const facts = texts.flatMap((text, i) => {
    const role: Role = i === 0 ? 'specification' : 'background';
    const path = `${i}.md`;
    const fact = undefinedTerm.collect!(documentOf(text, 'markdown', path), { role } as unknown as Reading);
    return fact ? [{ path, fact }] : [];
  });
  return [...undefinedTerm.run!(facts, {} as FolderView)].map(({ message }) => message);
}

/** Sentences with `term`, and what explains it. */
const uses = (term: string, times = 3): string =>
  `Each part asks the ${term} for its number and waits for the answer.\n\n`.repeat(times);

test('what is used three times and nowhere explained', () => {
  expect(told(uses('PLMN', 4) + uses('TRX'))).toEqual([
    '2 abbreviations are used and nowhere explained: "PLMN" (4 times, first in 0.md line 1), "TRX" (3 times, first in 0.md line 9)',
  ]);
  expect(told(uses('TRX', 2))).toEqual([]);
  expect(told('Nothing is here.', uses('TRX'))).toEqual([]);
});

test('other scripts with case, and Latin capitals in Han', () => {
  expect(told('Каждая часть запрашивает номер у ЦУП и ждёт ответа.\n\n'.repeat(3))[0]).toContain('"ЦУП" (3 times');
  expect(told('Κάθε μέρος ζητά αριθμό από το ΓΓΠΣ και περιμένει.\n\n'.repeat(3))[0]).toContain('"ΓΓΠΣ" (3 times');
  expect(told('每个部件向TRX请求编号，然后等待答复。\n\n'.repeat(3))[0]).toContain('"TRX" (3 times');
  expect(
    told(`Центр управления полётами (ЦУП) следит.\n\n${'Часть запрашивает номер у ЦУП и ждёт.\n\n'.repeat(3)}`),
  ).toEqual([]);
  expect(told(`ЦУП означает то же.\n\n${'Часть запрашивает номер у ЦУП и ждёт.\n\n'.repeat(3)}`)).toEqual([]);
  expect(told(`收发信机（TRX）很重要。\n\n${'每个部件向TRX请求编号，然后等待答复。\n\n'.repeat(3)}`)).toEqual([]);
  expect(told(`TRX是指收发信机。\n\n${'每个部件向TRX请求编号，然后等待答复。\n\n'.repeat(3)}`)).toEqual([]);
});

test.each([
  'A transceiver (TRX) sends.',
  'The TRX (Transceiver) sends.',
  'TRX: what sends',
  '- **TRX** — what sends',
  '- **TRX**: what sends',
  '| TRX | what sends |\n| --- | --- |\n| BCF | what watches |',
  '## 3.1 TRX',
  'TRX stands for a thing that sends.',
  'Here TRX means a thing that sends.',
  'It has a Time Relay Xylophone inside.',
  'Beside it stands a time relay xylophone, TRX, with its lamp.',
  'See [TRX](https://example.org/trx).',
  'The field `TRX` is a name.',
  'Each trx has a number.',
  '*[TRX]: what sends',
])('explained by %s', (line) => {
  const text = `${uses('TRX')}\n${line}\n`;
  expect(told(text)).toEqual([]);
  expect(told(uses('TRX'), `${line}\n\nIt is used by each part in turn, and then once more.\n`)).toHaveLength(
    /`|trx has|xylo/iu.test(line) ? told(uses('TRX'), line).length : 0,
  );
});

test.each([
  'HTTP',
  'MUST',
  'XIV',
  'TRX-12',
  'TRX 12',
  'TRX_NEW',
  '/opt/TRX/new',
  '"TRX"',
  '16KB',
  'TRX.md',
  'A1',
  'CC2640',
])('%s is no abbreviation to explain', (term) => {
  expect(told(uses(term))).toEqual([]);
});

test('lines in capitals, and code', () => {
  expect(told('EACH PART ASKS THE TRX FOR ITS NUMBER NOW\n\n'.repeat(5))).toEqual([]);
  expect(told('```\nEach part asks the TRX for its number\n```\n\n'.repeat(5))).toEqual([]);
});

test('the same whatever the order in which documents are read, and at most six are named', () => {
  const terms = ['QAA', 'QBB', 'QCD', 'QDF', 'QEG', 'QFH', 'QGJ', 'QHK'];
  const [message] = told(terms.map((term) => uses(term)).join(''));
  expect(message).toContain('8 abbreviations are used');
  expect(message).toContain('"QAA" (3 times, first in 0.md line 1), "QBB"');
  expect(message).toContain(' and 2 more');
  expect(message).not.toContain('QGJ');
  const [again] = told(
    terms
      .toReversed()
      .map((term) => uses(term))
      .join(''),
  );
  expect(again?.match(/Q[A-Z]{2}/gu)).toEqual(message?.match(/Q[A-Z]{2}/gu));
});

test.each([
  ['one capital', 'A'],
  ['one abbreviation', 'TRX '],
  ['one line of words', 'asks the TRX for a Time '],
  ['backticks', '`TRX'],
  ['parentheses', '(TRX'],
  ['empty lines', 'TRX\n'],
  ['tags', '<dt TRX'],
  ['spaces', `TRX${' '.repeat(200)}`],
])('hostile: %s', (_, piece) => {
  const begun = performance.now();
  told(piece.repeat(Math.ceil(1_000_000 / piece.length)));
  expect(performance.now() - begun).toBeLessThan(5000);
});

test('a table of codes says nothing', () => {
  const codes = Array.from({ length: 30_000 }, (_, i) =>
    [17_576, 676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(i / place) % 26))).join(''),
  );
  expect(told(uses('TRX'), codes.map((code) => `the ${code}Q one`).join('\n'))).toEqual([]);
});
