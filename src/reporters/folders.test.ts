import { expect, test } from 'vitest';
import { digest, folderLines, folders } from './folders.ts';
import { notChecked } from './json.ts';
import { document, finding, place, report, SAMPLE } from './testing/report.ts';

const ready = report({ documents: [document('api.md', { declared: 'specification' })], set: { sealed: 'yes' } });
const looks = report({
  ...ready,
  findings: [finding('miscount', 'look', place('api.md', 3, 'three'), 'lists 4')],
  set: ready.set,
});
const unsure = report({
  verdict: 'CANNOT TELL',
  reasons: ['no INDEX.md says which files were meant to be here'],
  documents: [document('api.md')],
  set: { intentKnown: false, index: null },
});
const gone = report({
  verdict: 'NOT READY',
  reasons: ['1 missing'],
  documents: [document('api.md', { declared: 'specification' })],
  findings: [finding('missing', 'stop', place('errors.md'), 'not here')],
  set: { missing: 1, declared: 2 },
});

const name = (i: number): string => `runs/${String(i).padStart(4, '0')}/seeds`;

test('ten thousand folders', () => {
  const digests = Array.from({ length: 10_000 }, (_, i) => {
    const folder = name(i);
    if (i === 77) return digest(notChecked(folder, 'there is no folder runs/0077/seeds'));
    if (i % 1250 === 3) return digest({ ...SAMPLE, folder });
    if (i % 2500 === 9) return digest({ ...gone, folder });
    if (i % 2000 === 5) return digest({ ...unsure, folder });
    return digest({ ...(i === 8 ? looks : ready), folder });
  });
  expect(`\n${folders(digests)}`).toMatchInlineSnapshot(`
    "
    NOT CHECKED  runs/0077/seeds: there is no folder runs/0077/seeds
    NOT READY    runs/0003/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/1253/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/2503/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/3753/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/5003/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/6253/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/7503/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/8753/seeds: 1 document, none reads as a specification; no INDEX.md
    NOT READY    runs/0009/seeds: 1 specification; errors.md missing
    NOT READY    runs/2509/seeds: 1 specification; errors.md missing
    NOT READY    runs/5009/seeds: 1 specification; errors.md missing
    NOT READY    runs/7509/seeds: 1 specification; errors.md missing
    CANNOT TELL  runs/0005/seeds: 1 document reads as a specification; no INDEX.md says whether that is all
    CANNOT TELL  runs/2005/seeds: 1 document reads as a specification; no INDEX.md says whether that is all
    CANNOT TELL  runs/4005/seeds: 1 document reads as a specification; no INDEX.md says whether that is all
    CANNOT TELL  runs/6005/seeds: 1 document reads as a specification; no INDEX.md says whether that is all
    CANNOT TELL  runs/8005/seeds: 1 document reads as a specification; no INDEX.md says whether that is all

    Causes
      8 of 12  cut-off     the same: "&lt;p"
      8 of 12  loop        the same: "五个千亿产业"
      8 of 12  not-a-spec  the same: "4版 | 咸宁日报"
      4 of 12  missing     the same: not here

    9,982 ready (1 with something to look at), 12 not ready, 5 cannot tell, 1 not checked

    Next: seedcheck runs/0003/seeds  shows what is wrong there, with proof.
    "
  `);
});

test('a line each, in the order given', () => {
  expect(
    `\n${folderLines([digest(ready), digest(notChecked('a\nb', 'there is no folder a\nb')), digest(gone), digest(unsure)])}`,
  ).toMatchInlineSnapshot(`
    "
    READY        seeds: 1 specification; all as sealed
    NOT CHECKED  a\\nb: there is no folder a\\nb
    NOT READY    seeds: 1 specification; errors.md missing
    CANNOT TELL  seeds: 1 document reads as a specification; no INDEX.md says whether that is all
    "
  `);
});

test('all is well', () =>
  expect(folders([digest(ready), digest(looks)])).toBe('2 ready (1 with something to look at)\n'));
