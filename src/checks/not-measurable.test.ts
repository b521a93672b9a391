import { expect, test } from 'vitest';
import { notMeasurable } from './not-measurable.ts';
import { run } from './testing/document.ts';

const told = (text: string): string[] =>
  run(notMeasurable, `# A\n\n${text}\n`).map(({ message }) => /"(.*)"$/u.exec(message)![1]!);

test('a quality without a number, in many languages', () => {
  for (const [text, word] of [
    ['The page must load as fast as possible.', 'as fast as'],
    ['The interface shall be easy to use.', 'easy to use'],
    ['Die Oberfläche muss benutzerfreundlich sein.', 'benutzerfreundlich'],
    ['Das System soll ausreichend schnell antworten.', 'ausreichend schnell'],
    ['Le système doit répondre rapidement.', 'rapidement'],
    ['El sistema debe ser fácil de usar.', 'fácil de usar'],
    ['O sistema deve ser amigável.', 'amigável'],
    ['Il sistema deve essere veloce.', 'essere veloce'],
    ['System musi być niezawodny.', 'niezawodny'],
    ['Sistem hızlı çalışmalıdır.', 'hızlı'],
    ['Система должна быстро отвечать.', 'быстро'],
    ['Система повинна швидко відповідати.', 'швидко'],
    ['系统应当易于使用。', '易于使用'],
    ['システムは使いやすくなければならない。システムは迅速に応答すること。', '迅速に'],
    ['시스템은 빠르게 응답해야 한다.', '빠르게'],
    ['يجب أن يستجيب النظام بسرعة.', 'بسرعة'],
    ['سیستم باید به سرعت پاسخ دهد.', 'به سرعت'],
    ['Hệ thống phải phản hồi nhanh chóng.', 'nhanh chóng'],
    ['| speed | must be very fast |\n| --- | --- |', 'very fast'],
  ] as const)
    expect([text, told(text)]).toEqual([text, [word]]);
});

test('measured ones, other words and other sentences', () => {
  for (const text of [
    'The page must load quickly, within 2 seconds.',
    'Pages load quickly.',
    'The branch should be fast-forwarded.',
    'How quickly should it answer?',
    'Use `must be robust` there.',
    '系统必须在三秒内快速响应。',
    '快速响应是一个优点。',
    'This is quickly becoming something that they should know.',
  ])
    expect([text, told(text)]).toEqual([text, []]);
});

test('one finding a document', () => {
  const found = run(notMeasurable, '# A\n\n' + 'The list must be robust.\n\n'.repeat(30));
  expect(found).toHaveLength(1);
  expect(found[0]!.places).toHaveLength(6);
  expect(found[0]!.message).toContain('30 requirements');
});

test('time stays linear', () => {
  for (const unit of ['robust ', 'must be robust. ', '快速', '必须快速。', 'quickly', 'a', '| robust ', '`robust ']) {
    const text = unit.repeat(Math.floor(2_000_000 / unit.length));
    expect(run(notMeasurable, text).length).toBeLessThan(50);
  }
});
