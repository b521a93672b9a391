import { describe, expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { hanNumber, romanNumber } from '../views/numbering.ts';
import { missingMiddle } from './missing-middle.ts';

function found(text: string, format = 'markdown'): string[] {
  const document = createDocument({ path: 'a', format, encoding: 'utf-8', text });
  return [...missingMiddle.run(document)].map(({ level = 'look', message, places }) => {
    for (const place of places) expect(document.slice(place.start!, place.end!)).toBe(place.quote);
    return `${level} ${places[0].line} ${message}`;
  });
}

const sections = (numbers: readonly string[], mark = '## '): string =>
  numbers.map((number) => `${mark}${number} Title of ${number}\n\nWords of this section.\n`).join('\n');

describe('sections', () => {
  test.each([
    ['1. 2. 3. 5. 6.', 'section 4 is'],
    ['1 2 4', 'section 3 is'],
    ['1. 1.1 1.2 2. 2.1 2.3 3.', 'section 2.2 is'],
    ['1. 1.1 1.2 2. 2.2 2.3 3.', 'section 2.1 is'],
    ['1. 2. 3. 6. 7.', 'sections 4 to 5 are'],
    ['A.1 A.2 A.4 A.5', 'section A.3 is'],
    ['一、 二、 四、 五、 六、 七、', 'number 3 is'],
    ['第一章 第二章 第四章 第五章 第六章 第七章', 'number 3 is'],
    ['Глава 1. Глава 2. Глава 4. Глава 5. Глава 6. Глава 7.', 'number 3 is'],
    ['Chapter I. Chapter II. Chapter IV. Chapter V. Chapter VI. Chapter VII.', 'number III is'],
    ['제1조 제2조 제4조 제5조 제6조 제7조', 'number 3 is'],
    ['٠١. ٠٢. ٠٤. ٠٥.', 'section 3 is'],
  ])('%s', (numbers, said) => {
    const list = numbers.match(/(?:Глава |Chapter )?\S+/gu)!;
    const all = found(sections(list));
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(said);
    expect(all[0]).toMatch(/^look /u);
  });

  test.each([
    '1. 2. 3. 4.',
    '1. 2. 1. 2. 3. 1.',
    '3.0.0 2.9.0 2.8.1 2.7.0',
    '2021 2023 2024',
    '1. 1.1 2. 2.1 2.2 3.',
    '1-3. 4. 5. 6.',
    'A. B. C. D.',
    '1. 2. A.1 A.2',
  ])('whole: %s', (numbers) => {
    expect(found(sections(numbers.split(' ')))).toEqual([]);
  });

  test('a heading at another level, or out of order', () => {
    expect(found(sections(['1.', '2.']) + '\n### 3. Here\n\nWords.\n\n' + sections(['4.', '5.']))).toEqual([]);
    expect(found(sections(['1.', '1.1', '1.2', '1.4', '1.3', '2.', '3.']))).toEqual([]);
  });
});

describe('items', () => {
  const list = (marks: string): string =>
    marks
      .split(' ')
      .map((mark) => `${mark} an item of it`)
      .join('\n\n');

  test.each([
    'a) b) d) e) f)',
    '(i) (ii) (iv) (v) (vi)',
    '(1) (2) (4) (5) (6)',
    '① ② ④ ⑤ ⑥',
    '(一) (二) (四) (五) (六)',
  ])('%s', (marks) => {
    expect(found(`The parts:\n\n${list(marks)}\n`, 'text')).toHaveLength(1);
  });

  test('a short list in Markdown is counted anew when shown', () => {
    expect(found('1. one\n2. two\n4. four\n').filter((each) => each.startsWith('look'))).toEqual([]);
  });

  test('an item inside the line before', () => {
    expect(
      found(`(1) one of it; (2) two of it\n\n(3) three of it\n\n(4) four\n\n(5) five\n\n(6) six\n`, 'text'),
    ).toEqual([]);
  });
});

test('captions', () => {
  const figures = [1, 2, 3, 4, 6, 7].map((n) => `Words about it.\n\nFigure ${n}: The parts\n`).join('\n');
  expect(found(figures, 'text')).toHaveLength(1);
});

describe('references', () => {
  const list = (keys: readonly string[], entries: readonly string[]): string =>
    `The words are used here as they are used in all of these: ${keys.map((key) => `[${key}]`).join(', ')}.\n\nReferences\n\n${entries.map((key) => `[${key}]  Some words, 1998.\n`).join('\n')}`;

  test('cited and not listed', () => {
    expect(found(list(['1', '2', '3', '4'], ['1', '2', '4']), 'text')).toEqual([
      'look 9 [3] is cited in line 1 and stands nowhere among the references, which list 3 others',
    ]);
    expect(found(list(['AB12', 'CD34', 'EF56', 'GH78'], ['AB12', 'CD34', 'GH78']), 'text')).toHaveLength(1);
    expect(found('A[^a] b[^b] c[^c] d[^d].\n\n[^a]: one\n\n[^b]: two\n\n[^d]: four\n')).toHaveLength(1);
  });

  test('labels of Markdown do not care for capitals', () => {
    const links = (last: string): string =>
      `Words of [Ab12], [Cd34], [Ef56] and [Gh78].\n\n[Ab12]: /a\n[Cd34]: /c\n[Gh78]: /g\n${last}\n`;
    expect(found(links('[zz99]: /z'))).toHaveLength(1);
    expect(found(links('[ef56]: /e'))).toEqual([]);
  });

  test('all listed, or no list', () => {
    expect(found(list(['1', '2', '3'], ['1', '2', '3']), 'text')).toEqual([]);
    expect(found(list(['1', '2', '3', '4'], []), 'text')).toEqual([]);
    expect(found('array[3] of [4](a) and [5]\n\n[1] one\n\n[2] two\n\n[4] four\n')).toEqual([]);
  });
});

test('numerals', () => {
  expect(['一', '十', '十二', '二十', '二十一', '一百零三', '二〇'].map(hanNumber)).toEqual([
    1, 10, 12, 20, 21, 103, 20,
  ]);
  expect(['i', 'iv', 'IX', 'xiv', 'XL', 'iiii', 'abc'].map(romanNumber)).toEqual([
    1,
    4,
    9,
    14,
    40,
    undefined,
    undefined,
  ]);
});

test('time is linear in the text', () => {
  for (const unit of [
    '1',
    '1.',
    '1.1.',
    '(',
    '第',
    '一',
    '# 1\n',
    '1. a\n',
    'a) ',
    '- ',
    '[1] ',
    '[RFC1] a\n\n',
    '[',
    '2. x\n4. y\n',
  ]) {
    const text = unit.repeat(Math.ceil(1e5 / unit.length));
    found(text);
    expect(found(text, 'text').length).toBeLessThan(50);
  }
}, 60_000);

describe('of a short series', () => {
  test('only the first and a later section are left', () => {
    expect(found(sections(['1.', '4.']))).toEqual([expect.stringContaining('sections 2 to 3 are')]);
  });

  test('a number may follow its mark without a space', () => {
    expect(found('# a\n\n### 1、议程\n\n好。\n\n### 2、2023 年\n\n好。\n\n### 4、其他\n\n好。\n')).toEqual([
      expect.stringContaining('section 3 is'),
    ]);
  });

  test('a mention in a sentence is no section', () => {
    const text = sections(['4.1', '4.2', '4.3', '4.5', '4.6']).replace('Words', 'As 4.4 says, words');
    expect(found(text)).toEqual([expect.stringContaining('section 4.4 is')]);
  });
});

test.each(['Section 3 is reserved.', 'Abschnitt 3 ist entfallen.', '3. 削除', 'Раздел 3 исключён.'])('%s', (line) => {
  expect(found(`${line}\n\n${sections(['1.', '2.', '4.', '5.'])}`)).toEqual([]);
});

test('a link with a label is no citation', () => {
  const text = (cited: string): string =>
    `# Curves\n\nWe use [X25] and [X26] and ${cited} here.\n\n## References\n\n[X25] The first.\n\n[X26] The second.\n\n[x-27]: https://example.org/27\n`;
  expect(found(text('[X27][x-27]'))).toEqual([]);
});
