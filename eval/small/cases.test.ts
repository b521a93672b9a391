import { expect, test } from 'vitest';
import { smallSet } from './cases.ts';

const set = smallSet();

test('the small set is large and in many languages', () => {
  const documents = set.sound.filter(({ files }) => files.size === 1);
  expect(documents.length).toBeGreaterThanOrEqual(120);
  expect(set.sound.length - documents.length).toBeGreaterThanOrEqual(30);
  expect(new Set(set.sound.map(({ language }) => language)).size).toBeGreaterThanOrEqual(25);
  expect(set.faults.length).toBeGreaterThanOrEqual(250);
});

test('every fault differs from its sound files, and its places are in them', () => {
  for (const { id, files, sound, truths } of set.faults) {
    if (sound) expect([...files], id).not.toEqual([...sound]);
    for (const { path, lines } of truths) {
      const text = files.get(path);
      expect(text, id).toBeDefined();
      if (lines) expect(lines[1], id).toBeLessThanOrEqual(text!.split('\n').length);
    }
  }
});

test('no document is longer than 80 lines', () => {
  for (const { id, files } of set.sound)
    for (const text of files.values()) expect(text.split('\n').length, id).toBeLessThanOrEqual(81);
});
