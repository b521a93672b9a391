import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { dutyConflicts } from './duty-conflicts.ts';

const found = (text: string): string[] =>
  dutyConflicts(createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text })).map(
    ({ here, there }) => `${here} / ${there}`,
  );

const rules = (x: string, y: string): string =>
  `# Rules\n\n- R1: ${x}\n- R2: The lamp is on at night.\n\nThese rules hold for the whole house.\n\nSince May there is one more lamp. ${y}\n`;

test.each([
  ['A guest must not open the side door.', 'A guest may open the side door.', 'must not / may'],
  ['The guard must not be able to change a shift.', 'The guard can change a shift.', 'must not be able to / can'],
  [
    'Bei Frost darf das Ventil nicht geöffnet werden.',
    'Bei Frost darf das Ventil geöffnet werden.',
    /darf das Ventil nicht \/ darf/u,
  ],
  ['Le gardien ne peut pas modifier une note.', 'Le gardien peut modifier une note.', 'ne peut pas / peut'],
  ['夜间不得启动水泵，已经启动的水泵可以运行。', '夜间可以启动水泵。', '不得 / 可以'],
  ['保守員は記録を閲覧できるが、削除してはならない。', '保守員は記録を削除してもよい。', 'てはならない / てもよい'],
  ['Сторож не должен менять график.', 'Сторож может менять график.', 'не должен / может'],
])('what one sentence forbids and the other allows: %s', (x, y, told) => {
  expect(found(rules(x, y))).toEqual([typeof told === 'string' ? told : expect.stringMatching(told)]);
  expect(found(rules(x, x))).toEqual([]);
});

test.each([
  ['bounds', 'Only the guard may open the side door.', 'The guard may not open the side door.'],
  ['an exception', 'The guard may open the side door if it rains.', 'The guard must not open the side door.'],
  ['another one', 'The cook may open the side door.', 'The guard must not open the side door.'],
  ['another thing', 'The guard may open the side door.', 'The guard must not open the side window.'],
  ['what was so', 'Until 2020 the guard could and may open the side door.', 'The guard must not open the side door.'],
  ['another number', 'The guard may open door 4 of the side wing.', 'The guard must not open door 5 of the side wing.'],
  ['what stands above', 'This person may open the side door.', 'This person must not open the side door.'],
])('is no contradiction: %s', (_, x, y) => {
  expect(found(rules(x, y))).toEqual([]);
});

test('items without a subject have that of their list', () => {
  const may =
    '- may change a value of the day before\n- may see all values\n- may not change a value of the day before\n';
  expect(found(`# Nurse\n\nA nurse\n\n${may}`)).toEqual(['may / may not']);
  expect(
    found(
      `# A\n\nA nurse\n\n- may change a value of the day before\n\nA clerk\n\n- may not change a value of the day before\n`,
    ),
  ).toEqual([]);
});
