import { expect, test } from 'vitest';
import { run } from './testing/document.ts';
import { toBeDecided } from './to-be-decided.ts';

const told = (text: string, format?: string): string[] =>
  run(toBeDecided, text, format).map(({ level, places }) => `${level} ${places[0].line} ${places[0].quote}`);
const under = (heading: string, text: string): string[] => told(`# Payments\n\n## ${heading}\n\n${text}\n`);

test('a value that is missing, in many languages', () => {
  for (const [heading, text, quote] of [
    ['Parameters', 'Timeout: TBD', 'TBD'],
    ['Requirements', '- Timeout: **TBD**', 'TBD'],
    ['Anforderungen', 'Zeitlimit: noch offen', 'noch offen'],
    ['Exigences', 'Délai : à définir', 'à définir'],
    ['Requisitos', 'Plazo: por definir.', 'por definir'],
    ['Requisiti', '| limite | da definire |\n| --- | --- |', 'da definire'],
    ['Требования', 'Время ответа: уточняется', 'уточняется'],
    ['Вимоги', 'Час відповіді: буде уточнено', 'буде уточнено'],
    ['需求', '| 超时 | 待定 |\n| --- | --- |', '待定'],
    ['仕様', 'タイムアウト：要確認', '要確認'],
    ['요구 사항', '시간 제한: 미정', '미정'],
    ['المتطلبات', 'المهلة: سيحدد لاحقا', 'سيحدد لاحقا'],
    ['Yêu cầu', 'Thời hạn: chưa xác định', 'chưa xác định'],
    ['Specification', '(TBD)', '(TBD)'],
    ['Limits', 'The service MUST answer within [TBD] seconds.', '[TBD]'],
  ] as const)
    expect([text, under(heading, text)]).toEqual([text, [`look 5 ${quote}`]]);
});

test('elsewhere it is a note', () => {
  for (const [heading, text] of [
    ['Test cases', 'TBD'],
    ['Open questions', 'Timeout: TBD'],
    ['Parameters of the comparison', '| x | TBD |\n| --- | --- |'],
    ['Behaviour', 'TODO: say what happens at midnight'],
    ['Requirements', 'FIXME(anna): the limits are wrong'],
    ['Behaviour', 'Name of the product: ???'],
    ['Behaviour', 'The service of {{COMPANY_NAME}} answers.'],
  ] as const)
    expect([text, under(heading, text)[0]?.slice(0, 6)]).toEqual([text, 'note 5']);
});

test('words, names and code are left alone', () => {
  for (const text of [
    'The timeout is TBD by the team.',
    'We mark open values as [TBD].',
    'Write "TBD" there.',
    'The `TBD` cell is empty.',
    'Todo: lo que sigue es obligatorio.',
    'What??? Really???',
    'XXX: 5',
    'The code is XXX and the word FIXME stands in sources.',
    'A todo has a title. Each To-do is done once. The todo list is empty, and a todo is kept.\n\nTODO: buy milk',
    'See {{RFC2119}} and {{HTTPHeader("Accept")}} and {{ page.title }}.',
    'The Jinja template writes {{user_name}} there.',
    '[TBD](tbd.md) and [TBD]: https://payments.io',
    '????? ??? ?? ??? ??????? ??? ???? ??? ??? ??? ???',
    '待定的参数由管理员填写。',
    'Die Frage ist noch offen, aber wir wissen es bald: sie ist es nicht.',
  ])
    expect([text, under('Requirements', text)]).toEqual([text, []]);
  expect(told('## Requirements\n\ntimeout: TBD\n', 'yaml')).toEqual([]);
});

test('in the stead of a value, behind a sentence, in the stead of a paragraph', () => {
  expect(under('Requirements', 'The lock keeps TBD codes at a time.')).toEqual(['look 5 TBD']);
  expect(under('Requirements', 'The lock keeps its codes. [TBD]')).toEqual(['look 5 [TBD]']);
  expect(under('接口要求', '锁保留所有代码。待定')).toEqual(['look 5 待定']);
  const long =
    'The lock keeps its codes until it is opened, and then it takes those that come next from the list of codes.';
  expect(under('Behaviour', `${long}\n\nTBD\n\n${long}`)).toEqual(['look 7 TBD']);
  expect(under('Behaviour', `**Given**\n\nTBD\n\n**When**`)).toEqual(['note 7 TBD']);
});

test('one finding, graver marks first', () => {
  const [found] = run(
    toBeDecided,
    `# A\n\n## Notes\n\nTODO: one\n\n## Limits\n\n${Array.from({ length: 9 }, (_, i) => `- Limit ${i}: TBD\n`).join('')}`,
  );
  expect(found!.level).toBe('look');
  expect(found!.places).toHaveLength(6);
  expect(found!.places[0].line).toBe(9);
});

test('time stays linear', () => {
  for (const unit of [
    'T',
    'TBD',
    '?',
    '??? ',
    '[TBD] ',
    '| TBD ',
    '|',
    '{{',
    '{{A_B}} ',
    'TBD: a\n',
    ':',
    '待定：',
    '[NEEDS CLARIFICATION',
    'TODO(',
  ]) {
    const text = unit.repeat(Math.floor(2_000_000 / unit.length));
    expect(run(toBeDecided, text).length).toBeLessThan(50);
  }
});

test('one row, item or requirement that is open among others that are not', () => {
  const rows = '| `A` | 1 s | a |\n| --- | --- | --- |\n| `B` | 2 s | b |\n| `C` | 3 s | c |\n';
  expect(under('Cache', `${rows}| \`D\` | ??? | d |`)).toEqual(['look 9 ???']);
  expect(under('Cache', `${rows.replaceAll(/\d s/gu, 'TBD')}| \`D\` | TBD | d |`)).toEqual(['note 5 TBD']);
  expect(under('Roadmap', `${rows}| \`D\` | TBD | d |`)).toEqual(['note 9 TBD']);
  const items = '- **Reader**: has a card.\n- **Guest**: has none.\n- **Loan**: 14 days.\n- **Renewal**: 7 days.\n';
  expect(under('Words', `${items}- **Fee**: TBD.`)).toEqual(['look 9 TBD']);
  for (const text of [
    'TK-13: The format is yet to be agreed with Finance.',
    'HR-02: Die Abweichung wird noch festgelegt.',
    'CZ-05：超时物品的处理方式尚未确定。',
    'REQ-06 形式は未定とする。',
    'ТР-02: Срок хранения пока не определён.',
  ])
    expect([text, under('Doors', `- ${text}`).length]).toEqual([text, 1]);
  expect(
    under('Doors', '- TK-13: The value to be specified.\n- TK-14: An alarm sounds if the door is still open.'),
  ).toEqual([]);
});

test('words for what is to do in other languages, and brackets within a sentence', () => {
  for (const text of ['PENDENTE: descrever os erros.', 'À FAIRE : décrire les erreurs.', '待办：说明错误。'])
    expect([text, under('Doors', text).length]).toEqual([text, 1]);
  expect(under('Doors', 'It shows <to be defined> steps in a row.')).toEqual(['note 5 <to be defined>']);
  expect(under('Doors', 'Pendente: nada. See [TBD](a.md) and [a](b.md).')).toEqual([]);
});

test('a numbered item of a short document that ends so; not where open points are collected', () => {
  const items = '1. A door opens within 2 s.\n2. Who may open it is not yet decided.\n';
  expect(told(`# Locker\n\n${items}`)).toEqual(['look 4 not yet decided.']);
  expect(under('Open points', items)).toEqual(['note 6 not yet decided.']);
});
