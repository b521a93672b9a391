import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hardWrap } from './hard-wrap.ts';
import { run } from './testing/document.ts';

/** Words wrapped to a width, each line a paragraph. */
function column(text: string, width: number): string {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' '))
    if (line !== '' && line.length + 1 + word.length > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  return [...out, line].join('\n\n');
}

const ENGLISH =
  'The customer pays the deposit before the first delivery, and the supplier keeps it on an account of its own. It is paid back ' +
  'when the contract ends and nothing is owed by either side. The contract can be ended by either side with three months of ' +
  'notice, which is given in writing. Nothing else is agreed between the two of them.';
const GERMAN =
  'Der Kunde zahlt die Kaution vor der ersten Lieferung, und der Lieferant verwahrt sie auf einem eigenen Konto. Sie wird ' +
  'zurückgezahlt, wenn der Vertrag endet und keine Seite der anderen etwas schuldet. Der Vertrag kann von jeder Seite mit einer ' +
  'Frist von drei Monaten gekündigt werden, und zwar schriftlich.';
const RUSSIAN =
  'Клиент вносит залог до первой поставки, а поставщик хранит его на отдельном счёте. Залог возвращается, когда договор ' +
  'прекращается и ни одна из сторон ничего не должна другой. Каждая сторона может расторгнуть договор, уведомив об этом другую ' +
  'сторону письменно за три месяца.';
const HINDI =
  'ग्राहक पहली आपूर्ति से पहले जमा राशि देता है और आपूर्तिकर्ता उसे अलग खाते में रखता है। अनुबंध समाप्त होने पर और किसी पक्ष का कुछ बकाया न ' +
  'होने पर राशि लौटा दी जाती है। कोई भी पक्ष तीन महीने की लिखित सूचना देकर अनुबंध समाप्त कर सकता है। इसके अलावा दोनों के बीच कुछ भी तय नहीं हुआ है।';
const KOREAN =
  '고객은 첫 납품 전에 보증금을 지급하고 공급자는 이를 별도의 계좌에 보관한다. 계약이 종료되고 어느 쪽에도 미지급금이 없으면 보증금을 반환한다. 각 당사자는 ' +
  '석 달 전에 서면으로 통지하여 계약을 해지할 수 있다. 그 밖에 양 당사자 사이에 정한 것은 없다.';

describe('a column of paragraphs is found in', () => {
  for (const [name, text] of Object.entries({ ENGLISH, GERMAN, RUSSIAN, HINDI, KOREAN }))
    test.each([18, 32])(`${name}, %i wide`, (width) => {
      const found = run(
        hardWrap,
        `# 1\n\n${column(text, width)}\n\n## 2\n\n${column(text, width)}\n\n${column(text, width)}\n`,
      );
      expect(found.map(({ places }) => places[0].line)).toEqual([3]);
    });
});

test('the message gives the share and two examples, joined again', () => {
  const [found] = run(hardWrap, `# Deposits\n\n${column(ENGLISH, 40)}\n`);
  expect(found!.message).toMatch(/^\d+ of \d+ neighbouring paragraphs \(\d+ %\) are one sentence broken in two/u);
  expect(found!.message).toContain(' / ');
});

test('a part of a document, list items, and links cut at a bracket', () => {
  const long = `${ENGLISH}\n\n${ENGLISH}\n\n`;
  const [part] = run(hardWrap, `# 1\n\n${long}${column(ENGLISH, 30)}\n\n${long}`);
  expect(part!.places[0].line).toBe(7);
  const item = `- The customer pays the deposit\n\nbefore the first delivery.\n`;
  expect(run(hardWrap, `# 1\n\n${item.repeat(6)}`)).toHaveLength(1);
});

test('what looks alike is left alone', () => {
  for (const text of [
    // paragraphs
    `${ENGLISH}\n\n${GERMAN}\n\n${RUSSIAN}\n`,
    // lines joined to paragraphs
    column(ENGLISH, 40).replaceAll('\n\n', '\n'),
    // a menu
    'home\n\nabout us\n\nproducts\n\nnews of the day\n\ncontact\n\nterms of use\n\nprivacy\n\nimprint\n',
    // verses
    'the river goes down,\n\nthe river is brown,\n\nthe leaves are on top,\n\nthey never will stop,\n\nthe sea is a town.\n',
    // terms and what they mean
    'agent\n\na program that acts for a user\n\nbroker\n\na server that passes messages on\n\ntopic\n\na name of messages\n\n',
    // AsciiDoc
    'ifdef::env[]\n\ninclude::a.adoc[]\n\nendif::[]\n\nifdef::b[]\n\ninclude::b.adoc[]\n\nendif::[]\n',
    // subtitles
    '1\n\n00:00:01,000 --> 00:00:03,000\n\nthe river goes down\n\n2\n\n00:00:04,000 --> 00:00:06,000\n\nand the sea takes it\n\n',
    // Chinese headings
    '总则\n\n适用范围\n\n术语和定义\n\n基本要求\n\n安全要求\n\n试验方法\n\n检验规则\n\n标志和包装\n\n运输和贮存\n',
  ])
    expect(run(hardWrap, text)).toEqual([]);
});

test('is linear', () => {
  for (const text of [
    'a\n\n'.repeat(200_000),
    'a'.repeat(1_000_000),
    '(\n\n'.repeat(200_000),
    `${'('.repeat(150)}\n\n`.repeat(5_000),
    '一\n\n'.repeat(200_000),
  ])
    run(hardWrap, text);
});

const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);
test.skipIf(!existsSync(SAMPLE))('the sample: from line 65 on', () => {
  const found = run(hardWrap, readFileSync(SAMPLE, 'utf8'), 'text');
  expect(found).toHaveLength(1);
  expect(found[0]!.places[0].line).toBe(65);
});

describe('few broken lines are found by what holds them together:', () => {
  test('items whose rest lies between them', () => {
    const text =
      '# Steps\n\n- Give the name of the\n\nperson who pays\n- Give the account that\n\nthe deposit is kept on\n- Sign\n';
    expect(run(hardWrap, text).map(({ places }) => places[0].line)).toEqual([3]);
  });

  test('links across a blank line', () => {
    const text =
      '# Links\n\n* [The rules for\n\ndeposits](deposits.md)\n* [The end of a\n\ncontract](end.md)\n* [Notice](notice.md)\n';
    expect(run(hardWrap, text).map(({ places }) => places[0].line)).toEqual([3]);
  });

  test('the last characters of a sentence', () => {
    const text =
      '# ページ\n\nエラーページをひとつのファイルにまとめて作成す\n\nる。\n\n## 使い方\n\n設定ファイルに一行だけ書いて読み込むだけで済\n\nむ。\n';
    expect(run(hardWrap, text).map(({ places }) => places[0].line)).toEqual([3]);
  });
});

describe('nothing is told of', () => {
  test('lists under labels without blank lines', () => {
    const text =
      '# Plan\n\n- one thing\n\n**Rules:**\n- another thing\n\nFixes:\n- a third thing\n\n**Examples**\n- a last thing\n';
    expect(run(hardWrap, text)).toEqual([]);
  });

  test('one aside of two paragraphs', () => {
    const text = '# Aside\n\nIt is paid back (the contract says how\n\nand when) to the customer.\n\nIt ends.\n';
    expect(run(hardWrap, text)).toEqual([]);
  });
});

test('entries and heads of entries are no lines of a column', () => {
  const entries = ["jj. `so' is now on by default.", 'kk. The "other" one', 'll. the third', 'mm. and a fourth'].join(
    '\n\n',
  );
  const items = [
    '* gauge-program',
    'usercategory view',
    '* tide-program',
    'usercategory line',
    '* log-program',
    'usercategory day',
  ];
  expect(run(hardWrap, `Notes\n\n${entries}\n`)).toEqual([]);
  expect(run(hardWrap, `Notes\n\n${items.join('\n\n')}\n`, 'text')).toEqual([]);
});
