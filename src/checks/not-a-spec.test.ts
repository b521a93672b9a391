import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { Declared, Document, Entry, FolderView, Observation } from '../core/types.ts';
import { classify } from '../kind/index.ts';
import { notASpec } from './not-a-spec.ts';

const NEWS = `LONDON, March 3 (Reuters) - The mayor opened the new bridge on Tuesday in front of some two thousand people, three years after
work began. "We waited a long time for this day," she said. "My father crossed the river by boat every morning." According to
the ministry the bridge cost $40 million. Residents celebrated until late in the night. "It is a dream," said Mary Brown, 62, who
came with her husband and her children. The president will visit the town next month, a spokesman told reporters yesterday.
`;
const STATUTE = `LAND ACT

Article 1. This law governs the land of the county. The owner shall notify the court pursuant to Article 4.

Article 2. Notwithstanding Article 1, the governor may grant a lease. The parties are hereby bound. Liability is governed by the
law of the county. The plaintiff may bring a claim before the court in its jurisdiction.

Article 3. The ministry of justice and the county shall keep a register. The court shall hear the defendant pursuant to this law.

Article 4. No warranty is given. The governing law is the law of the land; the parties submit to the jurisdiction of the court.
`;

const doc = (path: string, text: string): Document => createDocument({ path, format: 'text', encoding: 'utf-8', text });

function check(
  text: string,
  options: { declared?: Declared | null; indexed?: boolean; companion?: boolean; path?: string } = {},
): Observation[] {
  const { declared = null, indexed = declared !== null, companion = false, path = 'a.txt' } = options;
  const document = doc(path, text);
  const fact = notASpec.collect!(document, classify(document));
  // What is kept must pass between threads.
  const facts = fact === undefined ? [] : [{ path, fact: structuredClone(fact) }];
  const folder: FolderView = {
    entries: [],
    ignored: [],
    present: new Set(),
    indexed,
    differences: [],
    entry: () => ({ path }) as Entry,
    declared: () => declared,
    declaredAt: () => null,
    companion: () => companion,
  };
  const found = [...notASpec.run!(facts, folder)];
  for (const { places } of found)
    for (const { start, end, quote } of places) if (start !== null) expect(document.slice(start, end!)).toBe(quote);
  return found;
}

test('raised without an index, under Specifications and under an unknown heading', () => {
  expect(check(NEWS)).toMatchObject([{ level: 'stop' }]);
  expect(check(NEWS, { declared: 'specification' })).toHaveLength(1);
  expect(check(NEWS, { declared: 'other' })).toHaveLength(1);
});

test('not raised for what the index places elsewhere or not at all, nor for companions', () => {
  for (const declared of ['background', 'attachment', 'left-out', 'not-placed'] as const)
    expect(check(NEWS, { declared })).toEqual([]);
  expect(check(NEWS, { indexed: true })).toEqual([]);
  expect(check(NEWS, { companion: true })).toEqual([]);
});

test('says what is absent and what is there, and points at it', () => {
  const [found] = check(NEWS);
  expect(found!.message).toMatch(
    /^no requirement, identifier, interface or example in [\d,]+ characters; line 1 begins with a dateline: "LONDON, March 3 \(Reuters\)"$/,
  );
  expect(found!.places[0]).toMatchObject({ line: 1, quote: 'LONDON, March 3 (Reuters)' });
  expect(found!.places[0].note).toBeUndefined();
  expect(found!.places.slice(1).every(({ note }) => note !== undefined)).toBe(true);
  expect(found!.next).toContain('Background');
});

test('a statute is never more than a look, and is asked to be listed', () => {
  const [found] = check(STATUTE);
  expect(found).toMatchObject({ level: 'look' });
  expect(found!.message).toMatch(/^reads as a statute, contract or licence: /);
  expect(found!.next).toContain('Background or Specifications');
});

test('a short text raises nothing', () => {
  expect(check('The mayor said yesterday that she was happy.')).toEqual([]);
});

test('an article in the markup of journals is none of these', () => {
  const fiction = NEWS;
  const article = `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN">\n<article dtd-version="1.2" article-type="other">\n${fiction}</article>\n`;
  const document = createDocument({ path: 'a.xml', format: 'xml', encoding: 'utf-8', text: article });
  const reading = { ...classify(doc('a.txt', NEWS)), role: 'stray' as const };
  expect(notASpec.collect?.(document, reading)).toBeUndefined();
  expect(notASpec.collect?.(doc('a.txt', NEWS), reading)).toBeDefined();
});
