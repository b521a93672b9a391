import { expect, test } from 'vitest';
import type { Declared, Entry, FolderView, Observation, Outcome, Role } from '../core/types.ts';
import { nothingToBuildFrom } from './nothing-to-build-from.ts';

interface Given {
  readonly role: Role;
  readonly declared?: Declared;
  readonly outcome?: Outcome;
  readonly confidence?: number;
  readonly companion?: boolean;
}

function check(files: Readonly<Record<string, Given>>): Observation[] {
  const indexed = Object.values(files).some(({ declared }) => declared !== undefined);
  const entries = Object.entries(files).map(
    ([path, { role, outcome = 'read', confidence = 0.99 }]) =>
      ({ path, role, outcome, confidence, kind: role === 'stray' ? 'news' : 'manual' }) as Entry,
  );
  const folder: FolderView = {
    entries,
    ignored: [],
    present: new Set(),
    indexed,
    differences: [],
    entry: (path) => entries.find((entry) => entry.path === path),
    declared: (path) => files[path]?.declared ?? null,
    declaredAt: () => null,
    companion: (path) => files[path]?.companion ?? false,
  };
  return [...nothingToBuildFrom.run!([], folder)];
}

test('background alone, or background and strays: a look', () => {
  expect(check({ 'a.md': { role: 'background' } })).toMatchObject([
    { level: 'look', places: [{ path: '.' }, { path: 'a.md' }] },
  ]);
  const [found] = check({ 'a.md': { role: 'background' }, 'b.md': { role: 'stray' } });
  expect(found).toMatchObject({
    level: 'look',
    message: 'none of the 2 documents reads as a specification: 1 manual, 1 news',
  });
});

test('strays that the index accepts as background: a stop', () => {
  expect(check({ 'a.md': { role: 'stray', declared: 'background' } })).toMatchObject([{ level: 'stop' }]);
  expect(
    check({ 'a.md': { role: 'stray', declared: 'background' }, 'b.md': { role: 'stray', declared: 'specification' } }),
  ).toMatchObject([{ level: 'stop' }]);
});

test('silent where not-a-spec has said it of every document', () => {
  expect(check({ 'a.md': { role: 'stray' }, 'b.md': { role: 'stray' } })).toEqual([]);
  expect(check({ 'a.md': { role: 'stray', declared: 'specification' } })).toEqual([]);
});

test('silent where there is a specification, or may be one', () => {
  expect(check({ 'a.md': { role: 'background' }, 'b.md': { role: 'specification' } })).toEqual([]);
  expect(check({ 'a.md': { role: 'background' }, 'b.md': { role: 'unclear' } })).toEqual([]);
  expect(check({ 'a.md': { role: 'background' }, 'b.pdf': { role: 'unreadable', outcome: 'unsupported' } })).toEqual(
    [],
  );
  expect(check({ 'a.md': { role: 'background', confidence: 0.7 } })).toEqual([]);
  expect(check({ 'a.md': { role: 'background' }, 'README.md': { role: 'specification', companion: true } })).toEqual(
    [],
  );
});

test('silent without documents: attachments, companions and what is not placed do not count', () => {
  expect(check({})).toEqual([]);
  expect(
    check({ 'a.png': { role: 'attachment', outcome: 'bytes' }, LICENSE: { role: 'stray', companion: true } }),
  ).toEqual([]);
  expect(
    check({
      'a.md': { role: 'background', declared: 'left-out' },
      'b.md': { role: 'background', declared: 'not-placed' },
    }),
  ).toEqual([]);
});
