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

/** A text that speaks of figures 1 to 4, each with its caption. */
function figures(see: string, caption: (n: number) => string, numbers: readonly number[] = [1, 2, 3, 4]): string {
  return `# Fach\n\n${numbers.map((n) => see.replace('#', String(n))).join(' ')}\n\n${numbers.map((n) => `${caption(n)}\n`).join('\n')}\n`;
}

test.each([
  ['Figure 6 shows how. ', 'It is shown in Figure #.', (n: number) => `Figure ${n}: A door`, 'Figure 6'],
  ['See fig. 6. ', 'See Fig. #.', (n: number) => `*Figure ${n}.* A door`, 'fig. 6'],
  ['Как показано на рисунке 6. ', 'См. рис. #.', (n: number) => `Рисунок ${n} – Дверь`, 'рисунке 6'],
  ['Siehe Tabellen 6. ', 'Siehe Tabelle #.', (n: number) => `**Tabelle ${n}:** Türen`, 'Tabellen 6'],
  ['結果は表6に示す。', '表#を参照。', (n: number) => `表${n}：扉`, '表6'],
  ['如图 6 所示。', '见图 #。', (n: number) => `图 ${n}　门`, '图 6'],
  ['그림 6을 보라. ', '그림 #에 있다.', (n: number) => `![그림 ${n}. 문](door${n}.png)`, '그림 6'],
])('a figure or table without a caption: %s', (lost, see, caption, quote) => {
  expect(check(`${figures(see, caption)}${lost}\n`)).toEqual([[13, quote]]);
  expect(check(figures(see, caption))).toEqual([]);
});

test('a skipped figure is told at the caption behind it; ranges and chapters; another document; code', () => {
  const caption = (n: number): string => `Figure ${n}: A door`;
  const skips = figures('See Figure #.', caption, [1, 2, 4, 5]);
  expect(check(`${skips}Figure 3 shows it.\n`)).toEqual([
    [9, 'Figure 4:'],
    [13, 'Figure 3'],
  ]);
  const text = figures('See Figure #.', caption);
  expect(check(`${text}Figures 2-4 show it, as Figure 3(a) does.\n`)).toEqual([]);
  expect(check(`${text}As Figure 6 of RFC 9110 and Figure 7 in [12] do.\n`)).toEqual([]);
  expect(check(`${text}Write \`Figure 6\` there.\n\n    Figure 7\n`)).toEqual([]);
  const chapters = `${[1, 2, 3].map((n) => `See Table 2-${n}.\n\nTable 2-${n}: Doors\n`).join('\n')}\n`;
  expect(check(`${chapters}Table 3-1 is elsewhere, Table 2-4 is not.\n`)).toEqual([[13, 'Table 2-4']]);
});

test('captions: a line of a million equal signs takes no longer than another', () => {
  for (const sign of ['Figure 1 ', '<', '*', '图1', 'Fig. '])
    expect(check(`${'Figure 1: x\n'.repeat(3)}${sign.repeat(200_000)}`)).toEqual([]);
});

const form = (write: (n: number) => string, use: string): string =>
  `# Fach\n\n${[1, 2, 3, 4, 5].map((n) => `${write(n)} Der Wert ${n} bleibt.\n`).join('\n')}\nDer Test prüft, was ${use} verlangt.\n`;

/** What is told of a set of one document. */
function told(text: string): readonly (string | null)[] {
  const document = createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text });
  const fact = danglingReference.collect!(document, { kind: 'requirements' } as never);
  const facts = fact === undefined ? [] : [{ path: 'a.md', fact }];
  return [...danglingReference.among!(facts, undefined as never)].map(({ places }) => places[0].quote);
}

test.each([
  ['REQ-9', (n: number): string => `- REQ-${n}:`, 'REQ-9'],
  ['REQ_009', (n: number): string => `**REQ_00${n}**`, 'REQ_009'],
  ['FR9', (n: number): string => `- FR${n}:`, 'FR9'],
  ['R9', (n: number): string => `## R${n}. Wert\n\n`, 'R9'],
  ['req-9', (n: number): string => `- req-${n}:`, 'req-9'],
  ['FR-2.9', (n: number): string => `- [FR-2.${n}]`, 'FR-2.9'],
  ['ТР-09', (n: number): string => `- ТР-0${n}:`, 'ТР-09'],
  ['要件9', (n: number): string => `- 要件${n}：`, '要件9'],
  ['Anforderung 9', (n: number): string => `### Anforderung ${n}: Wert\n\n`, 'Anforderung 9'],
  ['Requirement 9', (n: number): string => `**Requirement ${n}.**`, 'requirement 9'],
  ['REQ-9', (n: number): string => `${n}. REQ-${n}`, 'REQ-9'],
])('an identifier of the form of %s', (quote, write, use) => {
  expect(told(form(write, use))).toEqual([use]);
  expect(told(form(write, use.replace('9', '3')))).toEqual([]);
  expect(quote).not.toBe('');
});

test('identifiers that are none: of another document, a number in a name, filled up with zeros or not', () => {
  expect(told(form((n) => `- R${n}:`, 'der Port R9a und X9'))).toEqual([]);
  expect(told(form((n) => `- REQ-00${n}:`, 'REQ-9'))).toEqual([]);
  expect(told(form((n) => `- REQ-${n}:`, 'REQ-2024'))).toEqual([]);
  expect(told(form((n) => `- UTF-${n}:`, 'UTF-9'))).toEqual([]);
  expect(told(`# A\n\n${'R9 '.repeat(100_000)}${'a-1'.repeat(100_000)}`)).toEqual([]);
});

test('short series: one at the beginning of a paragraph, of a letter, by tens, in a gap', () => {
  const items = (write: (n: number) => string, more: string): string =>
    `# Fach\n\n${[1, 2, 3, 4].map((n) => `- ${write(n)}: Der Wert ${'abcd'.charAt(n - 1)} bleibt.`).join('\n')}\n\n${more}\n`;
  expect(told(items((n) => `YC-${n}`, 'YC-14 gilt nicht bei Feuer.'))).toEqual(['YC-14']);
  expect(told(items((n) => `T-0${n}`, 'T-07 is meant to fail.'))).toEqual(['T-07']);
  expect(told(items((n) => `WASH-0${n}0`, 'See WASH-025.'))).toEqual(['WASH-025']);
  expect(told(items((n) => `DP-0${n === 4 ? 5 : n}`, 'Es gilt DP-04.'))).toEqual(['DP-04']);
  expect(told(items((n) => `YC-${n}`, 'YC-3 gilt nicht bei Feuer, P-256 und T-34 auch.'))).toEqual([]);
});

test.each([
  ['1. A\n2. B\n3. C\n4. D\n\nSteps 2 to 3 may be done twice, step 9 once.\n', 'step 9'],
  ['1. Ein\n2. Aus\n3. Auf\n4. Ab\n\nAbsatz 3 gilt auch nach Absatz 7.\n', 'Absatz 7'],
  ['## 1.1 A\n\nText.\n\n## 1.2 B\n\nText.\n\n## 2.1 C\n\nText.\n\n## 2.2 D\n\nSlow (see 2.4 for more).\n', '2.4'],
])('a number behind the end of what a short document counts: %s', (text, quote) => {
  expect(check(`# Fach\n\n${text}`).map(([, told]) => told)).toEqual([quote]);
});

test.each([
  '1. A\n2. B\n3. C\n4. D\n\nStep 3 may be done twice.\n',
  '1. A\n2. B\n3. C\n4. D\n\nStep 9 of the manual is done first, and rule 12 of ISO 9000.\n',
  '1. A\n2. B\n3. C\n4. D\n\nStep 30 is far off, article 7 and rule 8 are two.\n',
  '1. A\n2. B\n3. C\n4. D\n\nChapter 7 is in a book.\n',
  '1. A\n2. B\n3. C\n4. D\n\n## More\n\n(1) a\n\n(2) b\n\n(3) c\n\n(4) d\n\n(5) e\n\nStep 6.\n',
  '## 1.1 A\n\nText.\n\n## 1.2 B\n\nText.\n\n## 2.1 C\n\nText.\n\n## 2.2 D\n\nIt takes 2.4 s (see 1.2).\n',
])('what is there, is of another work, or may be: %s', (text) => {
  expect(check(`# Fach\n\n${text}`)).toEqual([]);
});
