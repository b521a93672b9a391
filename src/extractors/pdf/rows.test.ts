import { describe, expect, test } from 'vitest';
import { line, makePdf } from '../testing/pdf.ts';
import { read } from '../index.ts';

async function textOf(...content: string[]): Promise<string> {
  const found = await read({ path: 'a.pdf', bytes: makePdf([content.join('\n')]), sha256: '' });
  if (!('document' in found)) throw new Error(found.outcome);
  return found.document.text.trim();
}

const rule = (y: number): string => `72 ${y} m 500 ${y} l S`;

describe('cells that take several lines', () => {
  test('are whole where the next word had no room', async () => {
    const text = await textOf(
      ...['Field', 'berth', 'arrival', 'remark'].map((word, i) => line(72, 700 - 30 * i, word)),
      line(200, 700, 'Note'),
      line(200, 670, 'a number between one and'),
      line(200, 658, '640'),
      line(200, 640, 'UTC, to seconds'),
      line(200, 610, 'at most some 32 bytes of'),
      line(200, 598, 'text'),
    );
    expect(text).toBe(
      'Field\tNote\nberth\ta number between one and 640\narrival\tUTC, to seconds\nremark\tat most some 32 bytes of text',
    );
  });

  test('are whole between ruled lines, wherever their neighbours stand', async () => {
    const text = await textOf(
      rule(715),
      line(72, 700, 'Id'),
      line(120, 700, 'Rule'),
      line(460, 700, 'Level'),
      rule(690),
      line(120, 675, 'Every password that a person'),
      line(72, 669, '1.1'),
      line(460, 669, '2'),
      line(120, 663, 'sets has twelve letters'),
      rule(650),
      line(120, 635, 'No password is'),
      line(120, 623, 'ever shown'),
      line(72, 629, '1.2'),
      line(460, 629, '3'),
      rule(610),
    );
    expect(text).toBe(
      'Id\tRule\tLevel\n1.1\tEvery password that a person sets has twelve letters\t2\n1.2\tNo password is ever shown\t3',
    );
  });

  test('rows that no ruled line parts stay rows', async () => {
    const text = await textOf(
      rule(715),
      ...[
        ['Name', 'Size'],
        ['alpha', '10'],
        ['beta', '20'],
        ['gamma', '30'],
        ['delta', '40'],
      ].flatMap(([name, size], i) => [line(72, 700 - 12 * i, name!), line(300, 700 - 12 * i, size!)]),
      rule(695),
      rule(671),
      rule(645),
    );
    expect(text).toBe('Name\tSize\nalpha\t10\nbeta\t20\ngamma\t30\ndelta\t40');
  });

  test('rows whose first cell is empty for a reason stay rows', async () => {
    const text = await textOf(
      ...[
        ['Group', 'Name', 'Size'],
        ['A', 'alpha', '10'],
        ['', 'beta', '20'],
        ['B', 'gamma', '30'],
        ['', 'delta', '40'],
      ].flatMap((row, i) => row.map((cell, k) => (cell === '' ? '' : line(72 + 120 * k, 700 - 12 * i, cell)))),
    );
    expect(text.split('\n').map((row) => row.trim())).toEqual([
      'Group\tName\tSize',
      'A\talpha\t10',
      'beta\t20',
      'B\tgamma\t30',
      'delta\t40',
    ]);
  });

  test('a numbered clause is whole, and the next begins anew', async () => {
    const text = await textOf(
      line(72, 700, '2.1'),
      line(108, 700, 'A node keeps each record for as long as its peers are able to'),
      line(108, 688, 'ask for it and no longer than that'),
      line(72, 676, '2.2'),
      line(108, 676, 'A node that is full refuses all'),
    );
    expect(text.split(/\n+/u)).toEqual([
      '2.1 A node keeps each record for as long as its peers are able to ask for it and no longer than that',
      '2.2 A node that is full refuses all',
    ]);
  });
});
