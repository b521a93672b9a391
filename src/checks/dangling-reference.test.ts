import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { danglingReference } from './dangling-reference.ts';

const sections = [1, 2, 3]
  .flatMap((a) => [1, 2, 3].map((b) => `## ${a}.${b} Teil\n\nDer Wert ${a}${b} bleibt, bis das Fach offen ist.\n`))
  .join('\n');
const found = 'Siehe Abschnitt 1.1, Abschnitt 1.2, Abschnitt 2.1, Abschnitt 2.2 und Abschnitt 3.1.\n';

function check(text: string): readonly (readonly [number | null, string | null])[] {
  const document = createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text });
  return [...danglingReference.run(document)].flatMap(({ places }) =>
    places.map(({ line, quote }) => [line, quote] as const),
  );
}

test('a number that no heading bears, in any language; a clause mark; Han', () => {
  const text = `# Fach\n\n${found}\n${sections}\n`;
  expect(check(`${text}Das steht in Abschnitt 2.7.\n`)).toEqual([[41, 'Abschnitt 2.7']]);
  expect(check(`${text}Das steht in § 2.7.\n`)).toEqual([[41, '§ 2.7']]);
  expect(check(`${text}见2.7节。\n`)).toEqual([[41, '2.7节']]);
});

test('every lost reference is a place of one finding', () => {
  const text = `# Fach\n\n${found}${found}\n${sections}\nAbschnitt 2.7 und Abschnitt 3.9 sagen es.\n`;
  expect(check(text)).toHaveLength(2);
});

test('another document, numbers far off, few sections and references that mostly fail: nothing', () => {
  const text = `# Fach\n\n${found}\n${sections}\n`;
  expect(check(`${text}Das steht in ISO 8601, Abschnitt 2.7.\n`)).toEqual([]);
  expect(check(`${text}Das steht in Abschnitt 7.2.\n`)).toEqual([]);
  expect(check(`# Fach\n\n${found}\n## 1.1 Teil\n\nAbschnitt 1.9.\n`)).toEqual([]);
  expect(check(`# Fach\n\n${sections}\nAbschnitt 2.7, Abschnitt 2.8, Abschnitt 1.1.\n`)).toEqual([]);
});

const titles = ['Türen', '2.1 Codes & keys', '[Alarm](https://a.example/) `on`', '日誌 📒', 'Power {#supply}'];
const linked = ['türen', '21-codes--keys', 'alarm-on', '%E6%97%A5%E8%AA%8C', 'supply', 'power'];
const body = `${linked.map((name) => `- [x](#${name})`).join('\n')}\n\n${titles.map((title) => `## ${title}\n\nEin Satz.\n`).join('\n')}`;

test('a link to a heading that is not there; all ways to make a name of a heading', () => {
  expect(check(`${body}\n[x](#türen-1) [y](#codes_keys)\n`)).toEqual([]);
  expect(check(`${body}\n[x](#schlüsselbund)\n`)).toEqual([[28, '#schlüsselbund']]);
  expect(check(`${body}\n\`[x](#schlüsselbund)\`\n`)).toEqual([]);
});

test('a lost link is a note where few find theirs, a name is near or headings come from elsewhere', () => {
  const levels = (text: string): readonly unknown[] => {
    const document = createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text });
    return [...danglingReference.run(document)].map(({ level }) => level);
  };
  expect(levels(`${body}\n[x](#schlüsselbund)\n`)).toEqual([undefined]);
  expect(levels(`${body}\n[x](#schlüsselbund) [y](#ö)\n`)).toEqual(['note']);
  expect(levels(`${body}\n[x](#türe)\n`)).toEqual(['note']);
  expect(levels(`{% include "a" %}\n\n${body}\n[x](#schlüsselbund)\n`)).toEqual(['note']);
  expect(levels(`# Titel\n\n[x](#schlüsselbund)\n`)).toEqual(['note']);
});

test('hostile text takes linear time', () => {
  for (const piece of ['#', '](#a', ']( #', '{#', 'a#', '<h2', 'id=', '# a\n', '[x](#b)\n', '<!'])
    expect(check(piece.repeat(200_000)).length).toBeLessThan(8);
}, 20_000);
