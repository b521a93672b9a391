// Documents made to be slow to read: one small thing over and over. Time must grow with length, whatever is repeated.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSIONS, hostileDocument, hostileTexts, moved, runCheck } from '../eval/hostile.ts';
import { checks } from '../src/checks/index.ts';
import type { Document, Observation } from '../src/core/types.ts';
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

/** The most that a check says of one document, and the longest message, in UTF-16 code units. */
const FINDINGS = 40;
const MESSAGE = 2000;

/** What is wrong with what a check says of a document, whatever it says. */
function faults(observations: readonly Observation[], documents: ReadonlyMap<string, Document>): string[] {
  const found: string[] = [];
  if (observations.length > FINDINGS) found.push(`${observations.length} findings`);
  for (const { message, next, places } of observations) {
    if (message.length >= MESSAGE || (next ?? '').length >= MESSAGE) found.push(`a message of ${message.length} units`);
    if (places.length > FINDINGS) found.push(`${places.length} places`);
    for (const { path, start, end, quote } of places)
      if (start !== null && documents.get(path)?.slice(start, end!) !== quote)
        found.push(`${start} to ${end} is not ${JSON.stringify(quote)}`);
  }
  return [...new Set(found)];
}

// Time is no matter here, but that it ends: `npx tsx eval/hostile.ts` measures it.
describe('texts made to be slow', () => {
  it.each(EXTENSIONS)(
    'each check says little of them, and that is true: .%s',
    async (extension) => {
      const found: string[] = [];
      const turn = EXTENSIONS.indexOf(extension);
      for (const [index, { name, make }] of hostileTexts.entries()) {
        if (index % EXTENSIONS.length !== turn) continue;
        const document = await hostileDocument(make(UNITS), extension);
        if (!document) continue;
        for (const check of checks) {
          const other = moved(document);
          const documents = new Map([document, other].map((each) => [each.path, each]));
          try {
            for (const fault of faults(
              runCheck(check, document, () => other),
              documents,
            ))
              found.push(`${check.id}, ${name}: ${fault}`);
          } catch (error) {
            found.push(`${check.id}, ${name}: ${String(error)}`);
          }
        }
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});
