import { expect, test } from 'vitest';
import { hyphenation } from './hyphenation.ts';
import { run } from './testing/document.ts';

const WHOLE = 'The implementation has a configuration, a description and an environment of its own.\n\n';

test('one finding for all broken words, with each of them as a place', () => {
  const [found, ...more] = run(
    hyphenation,
    `${WHOLE}An imple- mentation with a confi- guration.\n\nIts descrip-\ntion and envi- ronment.\n`,
  );
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    level: 'look',
    message:
      '4 words are broken by a hyphen, the first in line 3, such as "imple- mentation" for "implementation" in line 1',
  });
  expect(found!.places.map(({ line, quote, note }) => [line, quote, note])).toEqual([
    [3, 'imple- mentation', undefined],
    [3, 'confi- guration', '"configuration" in line 1'],
    [5, 'descrip-\ntion', '"description" in line 1'],
    [6, 'envi- ronment', '"environment" in line 1'],
  ]);
});

test.each([
  ['de', 'Die Schnittstelle ist eine Beschreibung.\n\nDie Schnitt- stelle und ihre Beschrei- bung.\n'],
  ['fr', 'Le déploiement de l’environnement.\n\nLe déploie- ment et l’environne- ment.\n'],
  ['el', 'Η εφαρμογή στέλνει μήνυμα με περιεχόμενο.\n\nΗ εφαρ- μογή και το περιεχό- μενο.\n'],
  ['hy', 'Հայաստանի հանրապետության սահմանադրությունը։\n\nՀանրապե֊ տության սահմանադրու֊ թյունը հանրապե֊ տության։\n'],
  ['U+2010', 'The implementation has a description.\n\nAn imple\u2010 mentation and descrip\u2010 tion.\n'],
  ['soft hyphen', 'The implementation has a description.\n\nAn imple\u00ad mentation and descrip\u00ad tion.\n'],
])('%s', (_, text) => {
  expect(run(hyphenation, text)).toMatchObject([{ level: 'look' }]);
});

test('a single word over a line end is a note where its halves are words; what is nowhere whole, or a compound, is nothing', () => {
  expect(run(hyphenation, 'It is over. The overconstrained system.\n\nThe over-\nconstrained system.\n')).toMatchObject(
    [{ level: 'note' }],
  );
  expect(run(hyphenation, `${WHOLE}A re- quirement and an inter- face.\n`)).toEqual([]);
  expect(
    run(hyphenation, 'A subnetwork, a sub-network, a multipoint, a multi-point.\n\nA sub- network, a multi- point.\n'),
  ).toEqual([]);
});

test('a broken word that is quoted by itself is left alone', () => {
  expect(run(hyphenation, `${WHOLE}Hyphens stay, as in "imple- mentation" or \`confi- guration\`.\n`)).toEqual([]);
});

test('code is left alone', () => {
  expect(run(hyphenation, `${WHOLE}\`\`\`\nimple- mentation confi- guration\n\`\`\`\n`)).toEqual([]);
});

test('time is linear', () => {
  const texts = [
    '-'.repeat(1_000_000),
    'ab- cd '.repeat(150_000),
    `${'a'.repeat(500_000)}- ${'b'.repeat(500_000)}`,
    'abcde- fghij\n'.repeat(80_000),
  ];
  for (const text of texts) run(hyphenation, text);
});
