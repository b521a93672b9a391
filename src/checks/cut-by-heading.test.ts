import { describe, expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { cutByHeading } from './cut-by-heading.ts';

function found(text: string, format = 'markdown'): (number | null)[] {
  const document = createDocument({ path: 'a', format, encoding: 'utf-8', text });
  return [...cutByHeading.run(document)].map(({ places }) => {
    for (const place of places) expect(document.slice(place.start!, place.end!)).toBe(place.quote);
    return places[0].line;
  });
}

const around = (paragraph: string): string =>
  `# Sessions

A session ends after thirty minutes without a request.

The server writes the end of each session to its log.

${paragraph}

## Tokens

A token is valid for fifteen minutes, then the client renews it.

The server refuses a token that it did not sign.
`;

describe('a paragraph before a heading', () => {
  test.each([
    'The administrator can end a session at any time, and the',
    'The administrator can end a session (see the list of',
    'The administrator can end a session. He must then renew the tok',
    'The administrator can end a session, a token,',
    'The administrator can end each sess',
  ])('%s', (paragraph) => {
    expect(found(around(paragraph))).toEqual([7]);
  });

  test.each([
    'The administrator can end a session at any time.',
    'The administrator can end a session at any time:',
    'Ends after: 30 minutes',
    '**The administrator**',
    '[The administrator](admin.md)',
    'See https://example.org/sessions',
    'Administrator',
  ])('%s', (paragraph) => {
    expect(found(around(paragraph))).toEqual([]);
  });

  test('words behind the heading that begin inside a sentence', () => {
    const text = around('The administrator can end a session whenever somebody complains');
    expect(
      found(
        text
          .replace('A token is valid', 'about a token that is valid')
          .replace('# Sessions\n', '# Sessions\n\nOne.\n\nTwo.\n\nThree.\n'),
      ),
    ).toHaveLength(1);
  });
});

test('lines that are paragraphs, in Chinese', () => {
  const line = '用户可以在三十分钟之内续期一次会话并且可以';
  const text = `${Array.from({ length: 14 }, (_, i) => `${line}${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(i)}`).join('\n\n')}\n\n二是管理。管理员通过系统终止会\n\n## 密码\n\n密码至少有十二个字符。\n`;
  expect(found(text, 'text')).toEqual([29]);
});

test('time is linear in the text', () => {
  for (const unit of ['a', 'a ', 'the\n\n# a\n\n', '(', 'word word the\n\n## a\n\n', '和', 'a.b\n\n']) {
    const text = unit.repeat(Math.ceil(5e5 / unit.length));
    found(text);
    expect(found(`${around('The administrator can end a session, and the')}${text}`).length).toBeLessThan(50);
  }
}, 60_000);
