import { expect, test } from 'vitest';
import { conflict } from './conflict.ts';
import { checkFiles, filesOf } from './testing/folder.ts';
import { run } from './testing/document.ts';

const between =
  '\n\nThe log is kept.\n\nIt is read by nobody but the owner of the site.\n\n## Other\n\nNothing else is kept.\n\n';
const looks = (text: string, format?: string): string[] =>
  run(conflict, text, format)
    .filter(({ level }) => level !== 'note')
    .map(({ message, places }) => `${places.map(({ line }) => line).join()} ${message}`);

const said: readonly (readonly [string, string, string])[] = [
  [
    'en number',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 60 seconds without an answer.',
  ],
  [
    'en unit',
    'A request is given up after 30 seconds without an answer.',
    'A request is given up after 30 minutes without an answer.',
  ],
  [
    'en duty',
    'A client MUST repeat the request after a failure of the link.',
    'A client MUST NOT repeat the request after a failure of the link.',
  ],
  [
    'de number',
    'Die Sitzung endet nach 15 Minuten ohne Eingabe des Nutzers.',
    'Die Sitzung endet nach 20 Minuten ohne Eingabe des Nutzers.',
  ],
  [
    'de duty',
    'Das Gerät muss die Daten vor dem Senden verschlüsseln.',
    'Das Gerät darf nicht die Daten vor dem Senden verschlüsseln.',
  ],
  [
    'fr',
    'La session prend fin au bout de 15 minutes sans saisie.',
    'La session prend fin au bout de 25 minutes sans saisie.',
  ],
  [
    'es',
    'La sesión termina después de 15 minutos sin actividad.',
    'La sesión termina después de 25 minutos sin actividad.',
  ],
  [
    'ru',
    'Сеанс завершается через 15 минут без действий пользователя.',
    'Сеанс завершается через 25 минут без действий пользователя.',
  ],
  [
    'ru duty',
    'Клиент должен повторить запрос после сбоя соединения.',
    'Клиент не должен повторить запрос после сбоя соединения.',
  ],
  [
    'zh',
    '用户连续三十分钟没有操作，会话在30分钟后自动结束并清除令牌。',
    '用户连续三十分钟没有操作，会话在45分钟后自动结束并清除令牌。',
  ],
  [
    'ja',
    '利用者の操作がない場合、セッションは30分後に自動的に終了する。',
    '利用者の操作がない場合、セッションは45分後に自動的に終了する。',
  ],
  [
    'ko',
    '사용자의 입력이 없으면 세션은 30분 뒤에 자동으로 종료된다.',
    '사용자의 입력이 없으면 세션은 45분 뒤에 자동으로 종료된다.',
  ],
  [
    'ar',
    'تنتهي الجلسة بعد 15 دقيقة من دون أي نشاط من المستخدم.',
    'تنتهي الجلسة بعد 25 دقيقة من دون أي نشاط من المستخدم.',
  ],
  [
    'default',
    'The default value of the setting for compression is `gzip`.',
    'The default value of the setting for compression is `brotli`.',
  ],
];

test.each(said)('%s', (_, one, other) => {
  expect(looks(`# Title\n\n${one}${between}${other}\n`)).toHaveLength(1);
});

test.each([
  [
    'a section',
    'Whoever keeps the keys of a locker follows the rules that are given in section 4 of the house rules of the site.',
    'Whoever keeps the keys of a locker follows the rules that are given in section 7 of the house rules of the site.',
  ],
  [
    'a power',
    'Since the gateway counts every message modulo 2^16 it needs no other protection against an overflow.',
    'Since the gateway counts every message modulo 2^32 it needs no other protection against an overflow.',
  ],
  [
    'an hour',
    "Vendredi à partir de 15h00 le gardien fait le tour de tous les casiers de l'immeuble.",
    "Vendredi à partir de 17h00 le gardien fait le tour de tous les casiers de l'immeuble.",
  ],
  [
    'an escape in an address',
    'The plan of the house is kept at https://example.org/plan-%D0%B4%D0%BE%D0%BC for all who live in it.',
    'The plan of the house is kept at https://example.org/plan-%D0%B4%D0%40%D0%BC for all who live in it.',
  ],
  [
    'a name that is met in passing',
    'All letters of the house are written to the drawer `inbox` by the gateway, and `spare` is empty.',
    'All letters of the house are written to the drawer `attic` by the gateway, and `spare` is empty.',
  ],
])('%s', (_, one, other) => {
  expect(looks(`# Title\n\n${one}${between}${other}\n`)).toHaveLength(1);
  expect(looks(`# Title\n\n${one}${between}${one}\n`)).toEqual([]);
});

test.each([
  ['two addresses', 'https://example.org/plan-%D0%B4%D0%BE%D0%BC', 'https://example.org/plan-%D0%B4%D0%B0%D0%BC'],
  ['a section of a short sentence', 'section 4', 'section 7'],
])('%s: none', (_, x, y) => {
  const line = (value: string): string => `For the plan of the house see ${value} of it.`;
  expect(looks(`# Title\n\n${line(x)}${between}${line(y)}\n`)).toEqual([]);
});

test('each value in its own heading is none', () => {
  const line = (value: string): string => `A key, or a list of keys, that is read as a value of the kind \`${value}\`.`;
  const text = `## options.boolean\n\n${line('Boolean')}${between}## options.string\n\nOf text.\n\n${line('String')}\n`;
  expect(looks(text)).toEqual([]);
});

test('options of a manual page, one of which is the opposite of the other', () => {
  const option = (name: string, not: string): string =>
    `.TP\n.B \\-${name}\nThe new role will${not} automatically inherit the privileges of roles that it is a member of.\n\n`;
  const text = `.TH CREATE 1\n.SH OPTIONS\n\n${option('i', '')}${option('I', ' not')}`;
  expect(looks(text, 'roff')).toEqual([]);
});

test.each(said)('%s: the same twice is none', (_, one) => {
  expect(looks(`# Title\n\n${one}${between}${one}\n`)).toEqual([]);
});

test('a sentence that stands inside a longer one', () => {
  const text = `# Title\n\nWhere nothing else is said, a request is given up after 30 seconds without an answer.${between}a request is given up after 60 seconds without an answer.\n`;
  expect(looks(text)).toHaveLength(1);
});

test.each([
  ['an example', 'For example a request is given up after 30 seconds without an answer.'],
  ['a name', 'The packets of this interface are sent over IPv6 whenever that is possible.'],
])('%s is none', (_, one) => {
  const other = one.replace('30', '60').replace('IPv6', 'IPv4');
  expect(looks(`# Title\n\n${one}${between}${other}\n`)).toEqual([]);
});

test('what was so before is none', () => {
  const text = `# Title\n\nA request is given up after 30 seconds without an answer.${between}Previously, a request is given up after 60 seconds without an answer.\n`;
  expect(looks(text)).toEqual([]);
});

test('words that are lost from a passage said twice', () => {
  const before =
    'The owner of a locker opens it with the code that was sent to the telephone of its owner on the morning of the day of delivery, and with no other.';
  const after =
    'Whoever forgets the code asks the office, which is open on every day of the week but Sunday, for another one.';
  const one = `${before} The door of the locker closes by itself when nobody has moved in front of it for a little while after that. ${after}`;
  const other = one.replace(' when nobody has moved in front of it', '');
  expect(looks(`# Title\n\n${one}${between}${other}\n`)).toHaveLength(1);
});

test('which side has more places', () => {
  const one = 'A request is given up after 30 seconds without an answer.';
  const text = `${one}${between}${one.replace('30', '90')}\n\nSo much for it.\n\nThe rest is told by others.\n\n${one}\n`;
  expect(looks(text)[0]).toContain('"30" (1, 17) but "90" (11)');
});

test('documents: versions of each other are none, one number is', async () => {
  const line = (n: number): string =>
    `The gateway number keeps a queue of at most ${n} messages for each of the lockers in the street.`;
  const texts = (numbers: readonly number[]): string =>
    numbers
      .map(
        (n, i) =>
          `${'abcdef'.charAt(i).repeat(12)} is a kind of box. ${line(n).replace('number', 'abcdef'.charAt(i).repeat(5))}`,
      )
      .join('\n\n');
  const of = async (a: string, b: string): Promise<number> =>
    (await checkFiles(filesOf({ 'a.md': a, 'b.md': b }))).report.findings.filter(({ check }) => check === 'conflict')
      .length;
  // `near-copy` explains what differs in copies
  const more = Array.from(
    { length: 40 },
    (_, i) => `Of box ${i}, so much is told in chapter ${i * i} of the book of ${i} boxes.`,
  ).join('\n\n');
  expect(await of(texts([10, 20, 30, 40, 50]), `${texts([10, 20, 35, 40, 50])}\n\n${more}`)).toBe(1);
  expect(await of(texts([10, 20, 30, 40, 50]), texts([11, 21, 31, 41, 51]))).toBe(0);
});

test('hostile texts take linear time', () => {
  const line = 'A request is given up after 30 seconds without an answer. ';
  for (const text of [
    '1'.repeat(400_000),
    'a, '.repeat(200_000),
    line.repeat(8000),
    `${line}\n\n`.repeat(8000),
    Array.from({ length: 6000 }, (_, i) => line.replace('30', String(i))).join('\n\n'),
    '一'.repeat(300_000),
    '三、'.repeat(150_000),
  ]) {
    expect(run(conflict, text, 'text').length).toBeLessThan(9);
  }
});

test('a clause in the middle of a sentence, and a paragraph', () => {
  const sentence =
    'If the name was found by the host, the identity MUST be converted to the byte order of the network, before it is used by the lookup.';
  const clause = 'the identity MUST NOT be converted to the byte order of the network';
  expect(looks(`${sentence}${between}${clause}\n\nThe end of it.\n`)).toHaveLength(1);
  expect(looks(`${sentence}${between}${clause.replace(' NOT', '')}\n\nThe end of it.\n`)).toEqual([]);
});

test.each([
  [
    'a phrase that an author added ends at a pause',
    'The reader keeps the whole of the index in memory and writes it to the disk when the process ends with no error at all. Nothing else is written by it, and nothing is read a second time.',
    'The reader keeps the whole of the index in memory and writes it to the disk when the process ends. Nothing else is written by it, and nothing is read a second time.',
  ],
  [
    'names that are known from elsewhere in the text',
    'The flag tells whether the code is running on Python 2 in this very process.\n\nPython 2 was first.',
    'The flag tells whether the code is running on Python 3 in this very process.\n\nPython 3 came next.',
  ],
  [
    'keys of entries',
    '（二）符合法律规定的请求期间，因不可抗力或者其他障碍未能在法定期间行使请求权的情形除外。',
    '（六）符合法律规定的请求期间，因不可抗力或者其他障碍未能在法定期间行使请求权的情形除外。',
  ],
])('left alone: %s', (_, first, second) => {
  expect(looks(`# One\n\n${first}${between}${second}\n`)).toEqual([]);
});

test('a statement inside a paragraph, said again as a paragraph of its own behind a full stop', () => {
  const text = `# One\n\nThe site is small. The relay gives up a call after 30 seconds of silence, and tells nobody.${between}The relay gives up a call after 90 seconds of silence\n\nThe end is near.\n`;
  expect(looks(text)).toHaveLength(1);
});

const gauge = (words: string): string =>
  `The tide gauge at the old pier records the height of the water every six minutes, and the harbour office sends the readings to every ${words} on the coast before the first boat leaves the basin in the morning, so that nobody waits in vain at the foot of the tower.`;
const lossOf = (first: string, second: string, format?: string): string[] =>
  looks(`# One\n\n${first}${between}${second}\n`, format);

test.each([
  ['words lost', gauge('pilot station and every yard'), gauge('yard')],
  ['words added', gauge('yard'), gauge('leaves the basin before yard')],
  ['a bracket that is not closed', gauge('yard'), gauge('yard, see (tides,')],
  ['a number in a name', gauge('Station 12'), gauge('Station 21')],
  ['words within a word', gauge('weatherstation'), gauge('weather the height of station')],
])('passages said twice: %s', (_, first, second) => {
  expect(lossOf(first, second)).toHaveLength(1);
});

test('a passage of a manual page', () => {
  const text = `.TH GAUGE 1\n.SH NAME\ngauge \\- measures\n.SH TIDES\n.PP\n${gauge('pilot station and every yard')}\n.PP\nThe log is kept.\n.PP\nIt is read by nobody.\n.SH OTHER\n.PP\nNothing else is kept.\n.PP\n${gauge('yard')}\n`;
  expect(looks(text, 'roff')).toHaveLength(1);
});

test.each([
  ['what an author adds between pauses', gauge('yard'), gauge('yard, and to whoever asks for them,')],
  ['a notice', `Copyright (c) 2014 Ann. ${gauge('yard')}`, `Copyright (c) 2015 Ann. ${gauge('yard')}`],
  ['a cited sentence', gauge('pilot station and every yard'), `"${gauge('yard')}"`],
  ['a single word', gauge('station'), gauge('pilot station')],
  ['other words', gauge('pilot station'), gauge('larger yard')],
  ['words of the heading', gauge('yard'), gauge('other yard but other')],
])('passages said twice, left alone: %s', (_, first, second) => {
  expect(lossOf(first, second)).toEqual([]);
});

const twoSections = (x: string, y: string): string =>
  `# Payments\n\n## Overview\n\nAll amounts are in euros. ${x}\n\n## Sessions\n\nA session is opened with a token. ${y}\n`;

test.each([
  ['The session timeout is 30 seconds.', 'The session timeout is 45 seconds.', '"30" (5) but "45" (9)'],
  [
    'The client MUST retry a failed request.',
    'The client MUST NOT retry a failed request.',
    'line 9 has "NOT", line 5 has not',
  ],
  ['Passwords have at least 12 characters.', 'Passwords have at least 8 characters.', '"12" (5) but "8" (9)'],
  ['Die Sitzung endet nach 30 Minuten.', 'Die Sitzung endet nach 20 Minuten.', '"30" (5) but "20" (9)'],
  ['会话超时时间为30秒。', '会话超时时间为60秒。', '"30" (5) but "60" (9)'],
  ['客户端必须在失败后重试。', '客户端不得在失败后重试。', '"必须" (5) but "不得" (9)'],
  ['The default currency is `EUR`.', 'The default currency is `USD`.', '"EUR" (5) but "USD" (9)'],
  ['默认货币为「EUR」，不可修改。', '默认货币为「USD」，不可修改。', '"EUR" (5) but "USD" (9)'],
  ['Сеанс длится 30 минут.', 'Сеанс длится 20 минут.', '"30" (5) but "20" (9)'],
])('short whole sentences: %s', (x, y, told) => {
  expect(looks(twoSections(x, y))).toEqual([expect.stringContaining(told)]);
  expect(looks(twoSections(x, x))).toEqual([]);
});

test('several of them are several findings', () => {
  const text = twoSections(
    'The session timeout is 30 seconds. The default page size is 50. The queue holds 100 jobs. A token MUST be signed.',
    'The session timeout is 45 seconds. The default page size is 20. The queue holds 200 jobs. A token MUST NOT be signed.',
  );
  expect(looks(text).map((each) => /"(.+)" \(5\) but|line 9 has "(.+)"/u.exec(each)?.slice(1).join(''))).toEqual([
    '30',
    '50',
    '100',
    'NOT',
  ]);
});

test.each([
  ['it speaks of what stands around', 'It represents 2 samples.', 'It represents 3 samples.'],
  ['another thing', 'A node that gets this message MUST tell it.', 'A node that gets this message MAY tell it.'],
  ['a question', 'Is the timeout 30 seconds?', 'Is the timeout 45 seconds?'],
  ['the same amount', 'The session timeout is 60 seconds.', 'The session timeout is 60 seconds.'],
  ['a version', 'The tool needs Python 2 here.', 'The tool needs Python 3 here.'],
])('short sentences that are left alone: %s', (_, x, y) => {
  expect(looks(twoSections(x, y))).toEqual([]);
});

test('short sentences of sections in parallel, and of one with several values, are left alone', () => {
  expect(
    looks(
      '# A\n\n## Version 1\n\nThe session timeout is 30 seconds.\n\n## Version 2\n\nThe session timeout is 45 seconds.\n',
    ),
  ).toEqual([]);
  expect(
    looks(
      '# A\n\n## Upload\n\nThe session timeout is 30 seconds.\n\n## Search\n\nThe session timeout is 45 seconds.\n\n## Export\n\nThe session timeout is 60 seconds.\n',
    ),
  ).toEqual([]);
});

test.each([
  [
    'en',
    'We met on Tuesday, November 12th, 2017 in the office.',
    'We met on Sunday, November 12th, 2017 in the office.',
  ],
  ['mail', 'Sent on Thu, 05 Aug 2022 by the gateway.', 'Sent on Fri, 05 Aug 2022 by the gateway.'],
  ['iso', 'The plan holds from Monday 2026-11-24 on.', 'The plan holds from Tuesday 2026-11-24 on.'],
  ['de', 'Die Sitzung ist am Montag, 24. November 2026.', 'Die Sitzung ist am Dienstag, 24. November 2026.'],
  ['zh', '会议于2026年11月24日（星期三）召开。', '会议于2026年11月24日（星期二）召开。'],
  ['ja', '会議は2026年11月24日（水曜日）に開く。', '会議は2026年11月24日（火曜日）に開く。'],
  ['ja Sunday', '会議は2026年11月24日（日曜日）に開く。', '会議は2026年11月22日（日曜日）に開く。'],
  ['ko', '회의는 2026년 11월 24일 수요일에 연다.', '회의는 2026년 11월 24일 화요일에 연다.'],
  ['none', 'We met on Friday, 31 June 2023 in the office.', 'We met on Friday, 30 June 2023 in the office.'],
])('a date and its day of the week: %s', (_, wrong, right) => {
  expect(looks(`# One\n\n${wrong}\n`)).toHaveLength(1);
  expect(looks(`# One\n\n${right}\n`)).toEqual([]);
});

test('days of the week: leap years, code and old calendars', () => {
  const text =
    'On Thursday, 29 February 2024 and on Tuesday, 29 February 2000.\n\nOn Monday, 5 May 1905.\n\n```\nDate: Mon, 12 Dec 1999 10:00:00 GMT\n```\n';
  expect(looks(`# One\n\n${text}`)).toEqual([]);
});

test.each([
  ['[#6809](https://example.org/a/b/pull/6180)', '[#6180](https://example.org/a/b/pull/6180)'],
  ['[a/b#62](https://example.org/a/b/issues/632)', '[a/b#632](https://example.org/a/b/issues/632#note)'],
  ['[EIP-6404](./eip-7495.md)', '[EIP-6404](./eip-6404.md)'],
  ['[RFC 7519](https://example.org/doc/html/rfc7515)', '[RFC 7519](https://example.org/doc/html/rfc7519#section-3)'],
  ['[PEP 8](https://example.org/pep-0009/)', '[PEP 8](https://example.org/pep-0008/)'],
])('a link and its address: %s', (wrong, right) => {
  expect(looks(`# One\n\nSee ${wrong} for more.\n`)).toHaveLength(1);
  expect(looks(`# One\n\nSee ${right} for more, and [CVE-2020-1](https://example.org/issues/2).\n`)).toEqual([]);
});

test.each([
  [
    'en',
    'After 90 seconds without activity, the basket is emptied.',
    'The basket is emptied after 120 seconds without activity.',
  ],
  ['zh', '充电结束后15分钟内免收占位费，之后另行计费。', '充电结束后30分钟内免收占位费。'],
])('a quantity of the same in another order: %s', (_, one, other) => {
  expect(looks(`# T\n\n- R1: ${one}\n\n${other}\n`)).toHaveLength(1);
  expect(looks(`# T\n\n- R1: ${one}\n\n${one}\n`)).toEqual([]);
});

test.each([
  [
    'a thing of its own',
    'A parcel is kept for 7 days by the locker.',
    'A large parcel is kept for 3 days by the locker.',
  ],
  ['within a range', 'A ride takes 1 to 4 guests of the hotel.', 'A ride of the hotel takes 3 guests.'],
  ['the same amount', 'The basket is emptied after 2 minutes.', 'After 120 seconds the basket is emptied.'],
  ['at least, at most', 'A password has at least 8 letters.', 'A password has at most 64 letters.'],
])('quantities that do not contradict: %s', (_, one, other) => {
  expect(looks(`# T\n\n- R1: ${one}\n\nThere is a lamp.\n\n${other}\n`)).toEqual([]);
});
