import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { Mark } from '../core/types.ts';
import { trackedChange } from './tracked-change.ts';

function marked(text: string, marks: readonly Mark[]): string[] {
  const document = createDocument({ path: 'a.docx', format: 'docx', encoding: 'utf-8', text, marks });
  return [...trackedChange.run(document)].map(
    ({ level, message, places }) =>
      `${level} ${message} @${places.map(({ line, quote }) => `${line}:${quote}`).join('|')}`,
  );
}

const text = 'The relay holds fourteen records, at most.\n\ntwelve\n\nIs fourteen enough?';
const put: Mark = { kind: 'inserted', by: 'Ann', start: 16, end: 24 };
const taken: Mark = { kind: 'deleted', by: 'Ann', start: 44, end: 50 };

test('one finding for what was put in and taken out', () => {
  expect(marked(text, [put, taken])).toEqual([
    'look 2 tracked changes that nobody accepted or rejected: "fourteen" (Ann) was put in, "twelve" (Ann) taken out @1:fourteen|3:twelve',
  ]);
});

test('a change of a comma is a note', () => {
  expect(marked(text, [{ kind: 'inserted', by: '', start: 32, end: 33 }])).toEqual([
    'note one tracked change that nobody accepted or rejected: "," was put in @1:,',
  ]);
});

test('comments are a note', () => {
  expect(marked(text, [{ kind: 'comment', by: 'Bo', start: 52, end: 71 }])).toEqual([
    'note a comment of reviewers in the file: "Is fourteen enough?" (Bo) @5:Is fourteen enough?',
  ]);
});

test('hidden text and notes of a speaker are none of its business', () => {
  expect(marked(text, [{ kind: 'hidden', by: 'white text', start: 0, end: 10 }])).toEqual([]);
  expect(marked(text, [{ kind: 'notes', by: '', start: 0, end: 10 }])).toEqual([]);
});

test('ten thousand changes cost little and give seven places', () => {
  const many = Array.from({ length: 10_000 }, (_, i): Mark => ({
    kind: 'inserted',
    by: '',
    start: i * 2,
    end: i * 2 + 1,
  }));
  const document = createDocument({
    path: 'a.docx',
    format: 'docx',
    encoding: 'utf-8',
    text: 'a '.repeat(10_000),
    marks: many,
  });
  const [finding] = [...trackedChange.run(document)];
  expect(finding!.places).toHaveLength(7);
});
