import { expect, test } from 'vitest';
import type { Entry, FolderView } from '../core/types.ts';
import { missingTopic } from './missing-topic.ts';

const folder = { entry: () => ({ characters: 5000 }) as Entry } as unknown as FolderView;
const run = (...found: readonly number[]): readonly string[] =>
  [
    ...missingTopic.run!(
      found.map((each, i) => ({ path: `${i}.md`, fact: { found: each, specification: i === 0 } })),
      folder,
    ),
  ].map(({ message }) => message);

test('what no document mentions is one line; what one mentions is enough', () => {
  expect(run(0b01100, 0b01000)).toEqual([
    'nothing was found about errors, limits and acceptance in any of 2 documents, by words in some thirty languages',
  ]);
  expect(run(0b01111)).toEqual([
    'nothing was found about acceptance in the one document, by words in some thirty languages',
  ]);
  expect(run(0b01100, 0b10011)).toEqual([]);
});

test('a set of another kind', () => {
  expect(run(0b00001)).toEqual([]);
  expect([...missingTopic.run!([{ path: 'a.md', fact: { found: 0b01111, specification: false } }], folder)]).toEqual(
    [],
  );
});
