import { expect, test } from 'vitest';
import { interleaved } from './interleaved.ts';
import { run } from './testing/document.ts';

function wrap(text: string, width: number): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' '))
    if (line !== '' && line.length + 1 + word.length > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  return [...out, line];
}

const LEFT =
  'Every summer the working group on water looks at the old well. The old well holds more lead than before. It stays closed ' +
  'until the law allows it to be opened. The working group closed the well in March.';
const RIGHT =
  'When the hall was built the board of the company chose the hill. The spare parts lie in the new hall. They stay there until ' +
  'the company sells the hill. The board of the company has said so in June.';
const ELSEWHERE = `${LEFT} ${RIGHT}\n\n`;

const alternate = (a: readonly string[], b: readonly string[]): string[] =>
  a.flatMap((line, i) => [line, b[i] ?? '']).filter((line) => line !== '');

test('two columns in turn, with and without blank lines', () => {
  for (const width of [33, 34, 35])
    for (const end of ['\n', '\n\n']) {
      const found = run(
        interleaved,
        `# Wells\n\n${ELSEWHERE}${alternate(wrap(LEFT, width), wrap(RIGHT, width)).join(end)}\n`,
      );
      expect(found.map(({ places }) => places[0].line)).toEqual([5]);
      expect(found[0]!.message).toMatch(/go on two lines later, such as ".+ \/ .+"/u);
    }
});

test('columns one after the other are read as they stand', () => {
  for (const width of [33, 34, 35])
    for (const end of ['\n', '\n\n'])
      expect(
        run(interleaved, `# Wells\n\n${ELSEWHERE}${[...wrap(LEFT, width), ...wrap(RIGHT, width)].join(end)}\n`),
      ).toEqual([]);
});

test('Chinese, told by its characters alone', () => {
  const left =
    '水务工作组每年夏天检查旧水井。旧水井的含铅量超过法定标准，因此旧水井保持关闭，直到法律允许重新开放为止。工作组在三月份关闭了旧水井。';
  const right =
    '公司董事会在山上建造了新仓库。备用零件存放在新仓库里面，一直存放到公司出售土地为止。公司董事会在六月份公布了这个决定并通知各方。';
  const cut = (text: string): string[] => text.match(/.{1,10}/gu)!;
  expect(
    run(interleaved, `# 水井\n\n${left}${right}\n\n${alternate(cut(left), cut(right)).join('\n')}\n`),
  ).toHaveLength(1);
  expect(run(interleaved, `# 水井\n\n${left}${right}\n\n${[...cut(left), ...cut(right)].join('\n')}\n`)).toEqual([]);
});

test('is linear', () => {
  for (const text of [
    'a.\nb\n'.repeat(200_000),
    'the end.\n\nthe end\n\n'.repeat(50_000),
    '一\n'.repeat(300_000),
    'word '.repeat(200_000),
  ])
    run(interleaved, text);
});
