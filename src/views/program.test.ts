import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { isProgram } from './program.ts';

const is = (text: string, path = 'tool'): boolean =>
  isProgram(createDocument({ path, format: 'text', encoding: 'utf-8', text }));

const SCRIPT =
  '#!/bin/sh\n# puts the lamps out\nset -e\nfor lamp in a b c; do\n  out=$(lamp off $lamp)\n  echo "$out"\ndone\n';
const SOURCE =
  'int lamps(int n) {\n  int out = 0;\n  while (n > 0) {\n    out += n;\n    n--;\n  }\n  return out;\n}\n';
const PROSE =
  'The lamps of the house are put out at night.\n\nThe guard may light one of them;\nit goes out by itself.\n\nA lamp that is broken blinks.\n\nTwo lamps stay on.\nThey mark the door.\nNobody puts them out.\n';

test('scripts and sources without an extension are programs', () => {
  expect(is(SCRIPT)).toBe(true);
  expect(is(SOURCE)).toBe(true);
});

test('prose is none, nor is anything that is called a text', () => {
  expect(is(PROSE)).toBe(false);
  expect(is(SOURCE, 'tool.txt')).toBe(false);
});

test('a line of a megabyte takes no longer than a line', () => {
  expect(is(`${'a='.repeat(500_000)}\n`.repeat(2))).toBe(false);
});
