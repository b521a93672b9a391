/** `conflict` between documents: what is found, what is left alone, and that work stays in proportion to the folder. */
import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { Entry, Fact, FolderView } from '../core/types.ts';
import { statementFact, statementPairs, type StatementFact } from '../views/shared-statements.ts';
import { checkFiles, filesOf } from './testing/folder.ts';
import { conflict } from './conflict.ts';

/** The whole product is loaded by the first, on a machine that may be busy. */
const LONG = { timeout: 120_000 };

const first = (said: string): string =>
  `# Interface of the gateway\n\nThe gateway takes calls from all stations of the line.\n\n${said}\n\nStations that are not known are refused.\n`;
const second = (said: string): string =>
  `# Guide for operators\n\nWhoever runs a plant reads this guide before the first start.\n\n${said}\n\nThe lamp at the front tells whether it runs.\n`;

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { report } = await checkFiles(filesOf(files));
  return report.findings
    .filter(({ check, level }) => check === 'conflict' && level !== 'note')
    .map(
      ({ path, line, related, message }) =>
        `${path}:${line} ${related.map((one) => `${one.path}:${one.line}`).join()} ${message}`,
    );
}

const finds: readonly (readonly [string, string, string, string])[] = [
  [
    'a number',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 60 seconds without an answer.',
    'another number: "30" here, "60" there',
  ],
  [
    'a number in a longer sentence',
    'A request is given up after 30 seconds without an answer, and the caller is told so.',
    'Keep in mind that a request is given up after 60 seconds without an answer; see also the interface.',
    'another number: "30" here, "60" there',
  ],
  [
    'with another word for the same',
    'A station that sends more than 40 calls in a minute without a valid licence is put on hold by the gateway.',
    'A station that makes more than 50 calls in a minute without a valid licence is put on hold by the gateway.',
    'another number: "40" here, "50" there',
  ],
  [
    'a unit',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 30 minutes without an answer.',
    'another unit: "seconds" here, "minutes" there',
  ],
  [
    'a duty',
    'A station MUST repeat the call after a failure of the line.',
    'A station MUST NOT repeat the call after a failure of the line.',
    'another obligation: "NOT" there, not here',
  ],
  [
    'a date',
    'The old interface is switched off on 3 March 2025 at all plants of the line.',
    'The old interface is switched off on 14 April 2026 at all plants of the line.',
    'another date: "3 March 2025" here, "14 April 2026" there',
  ],
  [
    'a default',
    'Where no encoding is given for a call, it is taken to be `utf-8` by all stations.',
    'Where no encoding is given for a call, it is taken to be `latin-1` by all stations.',
    'another value: "utf-8" here, "latin-1" there',
  ],
  [
    'Chinese',
    '网关收到请求后必须把完整的请求正文写入审计日志。',
    '请注意：网关收到请求后不得把完整的请求正文写入审计日志。',
    'another obligation: "必须" here, "不得" there',
  ],
  [
    'Japanese',
    'ゲートウェイは応答のない要求を30秒後に打ち切る。',
    'なお、ゲートウェイは応答のない要求を60秒後に打ち切る。',
    'another number: "30" here, "60" there',
  ],
  [
    'Russian',
    'Сеанс завершается через 15 минут без действий пользователя.',
    'Обратите внимание: сеанс завершается через 25 минут без действий пользователя.',
    'another number: "15" here, "25" there',
  ],
  [
    'Arabic',
    'تنتهي الجلسة بعد 15 دقيقة من عدم النشاط من جانب المستخدم.',
    'تنتهي الجلسة بعد 25 دقيقة من عدم النشاط من جانب المستخدم.',
    'another number: "15" here, "25" there',
  ],
];

test.for(finds)('finds %s', LONG, async ([, one, other, words]) => {
  const files = { 'guide.md': second(other), 'api.md': first(one) };
  const found = await told(files);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('api.md:5 guide.md:5 guide.md line 5 says the same with ');
  expect(found[0]).toContain(words);
});

test.for<readonly [string, string, string]>([
  [
    'the same',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 30 seconds without an answer.',
  ],
  [
    'one amount in two units',
    'A request is given up after 60 seconds without an answer.',
    'A request is given up after 1 minute without an answer.',
  ],
  [
    'words that oblige alike',
    'A station MUST repeat the call after a failure of the line.',
    'A station SHALL repeat the call after a failure of the line.',
  ],
  [
    'another thing',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 60 seconds without a key.',
  ],
  [
    'history',
    'A request is given up after 30 seconds without an answer.',
    'Previously, a request is given up after 60 seconds without an answer.',
  ],
  [
    'versions',
    'The interface is there since version 1.2 of the gateway of the line.',
    'The interface is there since version 2.0 of the gateway of the line.',
  ],
  [
    'ordinals',
    'It was shown at the 13th meeting of the owners of plants of the line.',
    'It was shown at the 17th meeting of the owners of plants of the line.',
  ],
  [
    'names of one family',
    'The call returns an object of the kind `line.Call` when it is done by the line.',
    'The call returns an object of the kind `line.CallBack` when it is done by the line.',
  ],
  [
    'copyright',
    'Copyright © 2015 the owners of all plants of the line and of its stations.',
    'Copyright © 2016 the owners of all plants of the line and of its stations.',
  ],
])('leaves alone %s', LONG, async ([, one, other]) => {
  expect(await told({ 'api.md': first(one), 'guide.md': second(other) })).toEqual([]);
});

const after = 'A request is given up after';
test.for<readonly [string, string, string]>([
  [
    'history',
    `Until version 2 it was different: ${after} 30 seconds without an answer.`,
    `${after} 60 seconds without an answer.`,
  ],
  ['history', `${after} 60 seconds without an answer.`, 'A request was given up after 30 seconds without an answer.'],
  [
    'history',
    'Bis Version 2: Das Gerät sendet die Werte alle 30 Sekunden an die Zentrale.',
    'Das Gerät sendet die Werte alle 60 Sekunden an die Zentrale.',
  ],
  ['history', '直到第二版为止：网关在收到请求后等待30秒再放弃。', '网关在收到请求后等待60秒再放弃。'],
  [
    'a supposition',
    `Suppose for a moment: ${after} 30 seconds without an answer.`,
    `${after} 60 seconds without an answer.`,
  ],
  [
    'a supposition',
    'Supongamos que la sesión termina después de 15 minutos sin actividad del usuario.',
    'La sesión termina después de 25 minutos sin actividad del usuario.',
  ],
  [
    'a supposition',
    'Предположим: сеанс завершается через 15 минут без действий пользователя.',
    'Сеанс завершается через 25 минут без действий пользователя.',
  ],
  [
    'a supposition',
    '仮に、ゲートウェイは応答のない要求を30秒後に打ち切る。',
    'ゲートウェイは応答のない要求を60秒後に打ち切る。',
  ],
  [
    'an example',
    `${after} 30 seconds without an answer.`,
    `For example, ${after.toLowerCase()} 60 seconds without an answer.`,
  ],
  [
    'one mode',
    `${after} 30 seconds without an answer.`,
    `In saving mode, ${after.toLowerCase()} 60 seconds without an answer.`,
  ],
  [
    'one mode',
    'El equipo envía los valores cada 30 segundos a la central.',
    'En modo de ahorro, el equipo envía los valores cada 60 segundos a la central.',
  ],
  [
    'a paragraph of history',
    `${after} 30 seconds without an answer.`,
    `Previously all was slow. ${after} 60 seconds without an answer.`,
  ],
  [
    'things of their own',
    'The basic plan of the gateway takes up to 10 stations of the line. The basic plan is free.',
    'The premium plan of the gateway takes up to 50 stations of the line. The premium plan is not.',
  ],
])('leaves alone %s: %s', LONG, async ([, one, other]) => {
  expect(await told({ 'api.md': first(one), 'guide.md': second(other) })).toEqual([]);
});

test('documents of two platforms are left alone', LONG, async () => {
  const of = (name: string, n: number): string =>
    `# Player on ${name}\n\n## Start\n\nThe app shows the first screen within ${n} s.\n\n## Storage\n\nDownloads are kept in the folder of the app, at most ${2 * n} GB.\n\n## Background\n\nMusic goes on while the screen is off.\n`;
  expect(await told({ 'android.md': of('Android', 3), 'ios.md': of('iOS', 2) })).toEqual([]);
});

test('sections and documents of two modes are left alone', LONG, async () => {
  const under = (heading: string, n: number): string => `## ${heading}\n\n${said(n)}`;
  expect(
    await told({ 'api.md': first(under('Normal mode', 30)), 'guide.md': second(under('Saving mode', 60)) }),
  ).toEqual([]);
  expect(
    await told({ 'api.md': first(under('Режим сна', 30)), 'guide.md': second(under('Обычный режим', 60)) }),
  ).toEqual([]);
  expect(await told({ 'api.md': first(under('Example', 30)), 'guide.md': second(under('Limits', 60)) })).toEqual([]);
  expect(await told({ 'api.md': first(under('Time', 30)), 'guide.md': second(under('Limits', 60)) })).toHaveLength(1);
  const of = (name: string, n: number): string =>
    `# ${name} mode\n\nIn ${name.toLowerCase()} mode the rate is ${n} Hz and the lamp is lit. The radio sends every ${2 * n} seconds. The battery lasts ${3 * n} days.\n\nIt leaves ${name.toLowerCase()} mode when the key is held for ${n} seconds.\n`;
  expect(await told({ 'mode-a.md': of('Normal', 10), 'mode-b.md': of('Saving', 90) })).toEqual([]);
});

const said = (n: number): string => `A request is given up after ${n} seconds without an answer.`;

test('three values in three documents are a series', LONG, async () => {
  const files = {
    'a.md': first(said(10)),
    'b.md': second(said(20)),
    'c.md': second(said(30)).replace('lamp', 'light of it'),
  };
  expect(await told(files)).toEqual([]);
});

test('two documents that say it against one are one finding', LONG, async () => {
  const files = {
    'a.md': first(said(10)),
    'b.md': second(said(20)),
    'c.md': `# Notes on trade\n\nGoods are sold by weight.\n\n${said(20)}\n\nPrices are told at the gate.\n`,
  };
  const found = await told(files);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^a\.md:5 b\.md:5,c\.md:5 /u);
});

test('a value in the name of a document is its own', LONG, async () => {
  const files = { 'limits-30.md': first(said(30)), 'limits-60.md': second(said(60)) };
  expect(await told(files)).toEqual([]);
});

test('sections in parallel are left alone', LONG, async () => {
  const of = (name: string, n: number): string =>
    `# ${name}\n\nThe station is set up by the operator of the plant.\n\nIt is joined to the line by a cable of copper.\n\n${said(n)}\n\nThe operator is told of it by a lamp.\n`;
  expect(await told({ 'a.md': of('Tall stations', 10), 'b.md': of('Small stations', 20) })).toEqual([]);
});

test('the message tells which of the two is listed, or later', LONG, async () => {
  const files = {
    'a.md': first(said(10)).replace('\n\n', '\n\nStatus: draft\n\n'),
    'b.md': second(said(20)).replace('\n\n', '\n\nStatus: final\n\n'),
  };
  const [found] = await told(files);
  expect(found).toContain('(here "Status: draft", there "Status: final": b.md is the later)');
  const index = '# Index\n\n## Specifications\n\n- a.md\n\n## Background\n\n- b.md\n';
  expect((await told({ ...files, 'INDEX.md': index }))[0]).toContain('of the two a.md is listed as a specification');
});

test('the order of the files makes no difference', LONG, async () => {
  const files = finds.flatMap(([, one, other], i): [string, string][] => [
    [`a${i}.md`, first(one)],
    [`b${i}.md`, second(other)],
  ]);
  expect(await told(Object.fromEntries(files))).toEqual(await told(Object.fromEntries(files.toReversed())));
});

/** Facts of made-up documents, and the part of a folder's view that is asked for. */
function factsOf(texts: readonly string[]): [Fact<StatementFact>[], FolderView] {
  const entries = new Map<string, Entry>();
  const facts: Fact<StatementFact>[] = [];
  texts.forEach((text, i) => {
    const path = `d${String(i).padStart(5, '0')}.md`;
    const fact = statementFact(createDocument({ path, format: 'markdown', encoding: 'utf-8', text }));
    entries.set(path, {
      path,
      sha256: path,
      kind: 'standard',
      language: 'en',
      print: { dense: path },
    } as unknown as Entry);
    if (fact) facts.push({ path, fact });
  });
  const folder = { entry: (path: string) => entries.get(path), declared: () => null } as unknown as FolderView;
  return [facts, folder];
}

const words = (seed: number, many: number): string =>
  Array.from({ length: many }, (_, i) => `w${((seed * 7919 + i * 104_729) >>> 0).toString(36)}`).join(' ');

test('copies of one template are not opened all', LONG, () => {
  const template = Array.from({ length: 40 }, (_, i) => `In chapter ${i}, the plant is told of by ${words(i, 12)}.`);
  const texts = Array.from({ length: 600 }, (_, i) =>
    template.map((line, k) => ((i + k) % 7 === 0 ? line.replace(/\d+/u, String(i)) : line)).join('\n\n'),
  );
  const { pairs } = statementPairs(...factsOf(texts));
  expect(pairs.length).toBeLessThanOrEqual(800);
});

test('a pair with one statement in common is named among many', LONG, () => {
  const texts = Array.from({ length: 300 }, (_, i) => `# D${i}\n\n${words(i + 1, 150)}.`);
  texts[17] += `\n\n${said(30)}\n`;
  texts[203] += `\n\n${said(40)}\n`;
  const { pairs, left } = statementPairs(...factsOf(texts));
  expect(pairs.map(({ a, b }) => `${a} ${b}`)).toContain('d00017.md d00203.md');
  expect(left).toBe(0);
});

test('pairs that are too many are told', LONG, () => {
  // each document shares a statement with the next twenty of it
  const texts = Array.from({ length: 60 }, () => '');
  for (let i = 0; i < 60; i++)
    for (let k = 1; k <= 20; k++) {
      const sentence = `The plant is told of by ${words(100 * i + k, 14)}.\n\n`;
      texts[i] += sentence;
      texts[(i + k) % 60] += sentence;
    }
  const [facts, folder] = factsOf(texts);
  const { pairs, left } = statementPairs(facts, folder);
  expect(pairs.length).toBe(250);
  expect(left).toBeGreaterThan(500);
  const [note] = [...conflict.among!(facts, folder)];
  expect(note!.level).toBe('note');
  expect(note!.message).toContain(`and ${left} more were not`);
});

test('hostile texts take linear time', LONG, () => {
  for (const text of [
    `${said(30)} `.repeat(20_000),
    'a'.repeat(1_000_000),
    `${'`x` '.repeat(200_000)}\n`,
    '「'.repeat(300_000),
  ]) {
    const { pairs } = statementPairs(...factsOf([text, text.replaceAll('3', '4')]));
    expect(pairs.length).toBeLessThanOrEqual(1);
  }
});

test('short whole sentences of two documents', LONG, async () => {
  expect(
    await told({
      'api.md': first('The session timeout is 30 seconds. The default page size is 50. A client MUST sign its calls.'),
      'ops.md': second(
        'The session timeout is 45 seconds. The default page size is 20. A client MUST NOT sign its calls.',
      ),
    }),
  ).toEqual([
    expect.stringContaining('api.md:5 ops.md:5 ops.md line 5 says the same with another number: "30" here, "45" there'),
    expect.stringContaining('another number: "50" here, "20" there'),
    expect.stringContaining('another obligation: "NOT" there, not here'),
  ]);
});

test('short sentences of documents that say nothing else, and of three documents, are left alone', LONG, async () => {
  expect(
    await told({
      'normal.md': '# Normal mode\n\nThe radio sends every 60 seconds. The battery lasts 30 days.\n',
      'saving.md': '# Saving mode\n\nThe radio sends every 600 seconds. The battery lasts 120 days.\n',
    }),
  ).toEqual([]);
  expect(
    await told({
      'a.md': first('The session timeout is 30 seconds.'),
      'b.md': second('The session timeout is 45 seconds.'),
      'c.md': '# Plants\n\nThe session timeout is 60 seconds. Nobody enters a plant without the key of it.\n',
    }),
  ).toEqual([]);
});
