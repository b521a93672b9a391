// Documents made to be slow to read: one small thing over and over. Time must grow with length, whatever is repeated.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRoot, type Root } from '../src/node/open.ts';
import { examineFileWith, type ExamineFile } from '../src/node/pool.ts';

const ATOMS: readonly string[] = [
  'a',
  'a b ',
  '(',
  '[',
  '[a](',
  '![',
  '- ',
  '| a ',
  '<',
  '<a ',
  '<p>',
  '<div><span>',
  '&amp;',
  '&',
  '`',
  '`a``b',
  '*a ',
  '**a',
  '_a_',
  ' ',
  '\n',
  '\t',
  '中',
  '中。',
  '1.',
  '12 34 ',
  'a@b',
  'http://a.b/',
  'a.',
  '> ',
  '# a\n',
  '```\n',
  '~~~\n',
  '\\',
  '{',
  '{"a":[',
  'a,"b',
  'a\n===\n',
  '1. a\n',
  '  - a\n',
  '\r\n',
  '\r',
  '"',
  "'",
  'a: ',
  '---\n',
  'The server must respond. ',
  'abc def\n',
  '<!--',
  '<![CDATA[',
  '&#x41;',
  '<script>',
  '<a b="',
  ':::',
  '$a$',
  '[^1]',
  '0x1f ',
  'abcdef0123456789',
  '1999年',
  'a/b.md ',
  'a.md,',
  'A_B ',
  'MUST ',
  '</p>',
  '\u0301',
  'ab-\n',
  '\ud83d\ude00',
  '\u200b',
  '\u202e',
  '|-|-|\n',
  '+--+\n',
  '.. a::\n',
  '\\begin{a}',
  '<<<<<<< a\n',
  '4版 | 报\n',
  '&lt;p',
  'Ã©',
  '\ufffd',
  '\f',
  'a  b\n',
];
const UNITS = 60_000;
/** Seconds of CPU for one document of 60,000 units; sound readers need a fiftieth of it. */
const LIMIT = 1.5;

let folder: string;
let root: Root;
let examine: ExamineFile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seedcheck-text-'));
  root = findRoot(folder);
  examine = await examineFileWith(null);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['txt', 'md', 'html', 'json', 'rst'])('.%s files of one repeated thing', (extension) => {
  it('are read in time that grows with their length', async () => {
    const slow: string[] = [];
    for (const atom of ATOMS) {
      const path = `a.${extension}`;
      writeFileSync(join(folder, path), atom.repeat(Math.ceil(UNITS / atom.length)));
      const before = process.cpuUsage();
      const { entry, crashed } = await examine(root, { path, size: UNITS });
      const { user, system } = process.cpuUsage(before);
      expect(crashed).toEqual([]);
      expect([entry.path, entry.outcome]).not.toEqual([path, 'failed']);
      if (user + system > LIMIT * 1e6) slow.push(`${JSON.stringify(atom)}: ${((user + system) / 1e6).toFixed(1)} s`);
    }
    expect(slow).toEqual([]);
  }, 120_000);
});
