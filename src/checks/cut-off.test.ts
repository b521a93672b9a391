import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { KindReading } from '../core/types.ts';
import { cutOff } from './cut-off.ts';
import { documentOf, run } from './testing/document.ts';

const UNCLEAR: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

const TEXT = `# Sign-in

The client sends the name and the password over an encrypted connection.

The server answers with a token that is valid for fifteen minutes.

After three wrong passwords the server must lock the account.

`;

const stop = (text: string, format?: string): string | undefined => {
  const [found] = run(cutOff, text, format);
  return found?.level === 'stop' ? found.message : undefined;
};
const look = (text: string, format?: string): string | undefined => {
  const [found] = run(cutOff, text, format);
  return found?.level === 'look' ? found.message : undefined;
};

describe('stop', () => {
  test.each([
    ['<p', 'an HTML tag'],
    ['The first </di', 'an HTML tag'],
    ['The first <a href="https://exam', 'an HTML tag'],
    ['&lt;p', 'an escaped HTML tag'],
    ['The first&nbs', 'an HTML entity'],
    ['The first&#82', 'an HTML entity'],
    ['See [the limits](https://exa', 'a link'],
    ['See <https://exa', 'a link'],
    ['<!-- to be don', 'a comment'],
    ['```http\nGET /', 'a code block'],
    ['| a | b |\n| - | - |\n| 1 | 2 |\n| 3', 'a table row: 1 of 2 cells'],
    ['What follows \ufffd', 'a character: its last bytes are missing'],
  ])('%j: %s', (end, inside) => {
    expect(stop(TEXT + end)).toContain(`ends inside ${inside}`);
  });

  test('the message is the one of the first run', () => {
    expect(stop(`${TEXT}&lt;p`)).toBe('the file ends inside an escaped HTML tag: line 9 "&lt;p", no final newline');
  });

  test('an escaped tag is enough, with a line end too', () => {
    expect(stop(`${TEXT}&lt;p\n`)).toBe('the file ends inside an escaped HTML tag: line 9 "&lt;p"');
  });

  test.each([
    ['json', '{"a": [1, {"b": "c', 'a JSON string'],
    ['json', '{"a": [1, 2', 'a JSON array'],
    ['json', '{\n  // why\n  "a": 1,\n', 'a JSON object'],
    ['xml', '<?xml version="1.0"?>\n<a><b>text</b><c', 'an XML tag'],
    ['xml', '<?xml version="1.0"?>\n<a x=">"><b>text</b>', 'the element <a>'],
    ['proto', 'message A {\n  string b = 1;\n', 'a block "{"'],
    ['proto', 'syntax = "proto3";\nimport "a', 'a statement'],
    ['tex', '\\begin{document}\nText.\n', '\\begin{document}'],
    ['csv', 'a,b,c\n1,2,3\n4,5,6\n7,"eight', 'a quoted cell'],
    ['csv', 'a,b,c\n1,2,3\n4,5,6\n7,8', 'a row: 2 of 3 cells'],
    ['yaml', 'a: 1\nb: "the gate', 'a quoted value'],
    ['yaml', 'a: 1\nb: [one, tw', 'a flow collection'],
  ])('%s: %j', (format, text, inside) => {
    expect(stop(text, format)).toContain(`ends inside ${inside}`);
  });
});

describe('look', () => {
  test.each([
    ['The server must lock the account and tell the', 'inside a sentence'],
    ['The administrator can lift the ban before the pass', 'inside a word'],
    ['The client (which is sometimes', 'inside a sentence'],
    ['- one\n-', 'inside a list'],
  ])('%j', (end, where) => {
    expect(look(TEXT + end)).toContain(`ends ${where}`);
  });

  test('a line end hides little where every paragraph ends with a full stop', () => {
    const more = `${TEXT}${TEXT.slice(11)}The administrator can lift the ban before the day is over and must then tell the`;
    expect(look(`${more}\n`)).toContain('no full stop, which 6 of 6 paragraphs have');
  });

  test('full stops of other scripts', () => {
    const chinese =
      '# 登录\n\n客户端通过加密连接发送用户名和密码。\n\n服务器返回一个有效期为十五分钟的令牌。\n\n三次错误的密码之后服务器必须锁定账户，并且通知管理';
    expect(look(chinese)).toContain('no full stop');
    expect(run(cutOff, `${chinese}员。`)).toEqual([]);
    expect(run(cutOff, '# परिचय\n\nसर्वर को एक सेकंड में उत्तर देना चाहिए।\n\nग्राहक फिर से प्रयास कर सकता है।')).toEqual([]);
    expect(run(cutOff, '# مقدمة\n\nيجب أن يجيب الخادم خلال ثانية واحدة.\n\nهل يمكن للعميل أن يعيد المحاولة؟')).toEqual(
      [],
    );
  });
});

test.each([
  TEXT,
  TEXT.trimEnd(),
  `${TEXT}*Ada Lovelace*`,
  `${TEXT}N/A`,
  `${TEXT}- a password\n- a key`,
  `${TEXT}https://example.org/a/b`,
  `${TEXT}[1]: https://example.org/a/b`,
  `${TEXT}![the picture](a.png)`,
  `${TEXT}\`\`\`\nGET /\n\`\`\``,
  `${TEXT}---`,
  '',
  '\n\n',
])('%j: nothing', (text) => {
  expect(run(cutOff, text)).toEqual([]);
});

test.each([`${TEXT}The size is a < b\n`, `${TEXT}Write to AT&T\n`, `${TEXT}## Limits`])(
  '%j: a note at most',
  (text) => {
    expect(run(cutOff, text).filter(({ level }) => level !== 'note')).toEqual([]);
  },
);

test('formats in order', () => {
  expect(run(cutOff, '{"a": "}"}', 'json')).toEqual([]);
  expect(run(cutOff, '{"a": "b\\"c"} // {', 'json')).toEqual([]);
  expect(run(cutOff, '{{name}}]', 'json')).toEqual([]);
  expect(run(cutOff, '<!DOCTYPE a [<!ENTITY b "c">]>\n<a><!-- <b> --><b/><![CDATA[<c>]]></a>\n', 'xml')).toEqual([]);
  expect(run(cutOff, 'a,b\n1,"two, ""three"""\n', 'csv')).toEqual([]);
  expect(run(cutOff, 'a: "b"\nc: [d, e]\nf: it\'s\n', 'yaml')).toEqual([]);
  expect(run(cutOff, 'message A {\n  string b = 1; // {\n}\n', 'proto')).toEqual([]);
  expect(run(cutOff, '\\begin{document}\n% \\begin{a}\n\\end{document}\n', 'tex')).toEqual([]);
});

test('is linear: 200,000 units of anything', () => {
  for (const format of ['markdown', 'text', 'json', 'xml', 'csv', 'yaml', 'proto', 'tex', 'html'])
    for (const piece of [
      'a',
      '<',
      '<a>',
      '{',
      '[',
      '"',
      '|',
      '`',
      '\\begin{a}',
      '% ',
      '&lt;',
      '(',
      '**',
      'a b\n',
      '\n',
      'a\n\n',
    ])
      run(cutOff, piece.repeat(Math.floor(200_000 / piece.length)), format);
});

const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);
test.skipIf(!existsSync(SAMPLE))('the sample: line 283', () => {
  expect(run(cutOff, readFileSync(SAMPLE, 'utf8'), 'text')).toMatchObject([
    {
      level: 'stop',
      message: 'the file ends inside an escaped HTML tag: line 283 "&lt;p", no final newline',
      places: [{ line: 283 }],
    },
  ]);
});

describe('the beginning', () => {
  const rest =
    '\n\nThe server answers.\n\n## Tokens\n\nA token lives for an hour.\n\nThe client renews it.\n\nIt is signed.\n';

  test.each([
    'the password over an encrypted connection.',
    ', and the password over a connection.',
    '。 The password over a connection.',
  ])('%s', (first) => {
    expect(run(cutOff, first + rest).map(({ places }) => places[0].line)).toEqual([1]);
  });

  test.each([
    'The password over an encrypted connection.',
    '# the title',
    'title: the title',
    '![logo](a.png)',
    '- one',
    '<p>one</p>',
    'https://example.org/a',
  ])('whole: %s', (first) => {
    expect(run(cutOff, first + rest)).toEqual([]);
  });

  test('a later chapter first', () => {
    const text = 'The server answers.\n\n## 3.2 Tokens\n\nOne.\n\n## 3.3 Keys\n\nTwo.\n\n## 4 Limits\n\nThree.\n';
    expect(run(cutOff, text)).toHaveLength(1);
  });

  test('a bracket that was never opened', () => {
    expect(run(cutOff, 'The one after the other) is signed.' + rest)).toHaveLength(1);
  });
});

describe('among others', () => {
  const page = (body: string, end = '## License\n\nFree for all.\n'): string =>
    `# Title\n\nSome words.\n\n${body}\n\n${end}`;
  const found = (texts: readonly string[]): string[] => {
    const facts = texts.map((text, i) => {
      const document = documentOf(text, 'markdown', `docs/${String(i).padStart(2, '0')}.md`);
      return { path: document.path, fact: cutOff.collect!(document, UNCLEAR)! };
    });
    return [...cutOff.among!(facts, undefined as never)].map(({ places: [{ path, line }] }) => `${path}:${line}`);
  };
  const others = Array.from({ length: 12 }, (_, i) => page(`Words of page ${i}.`));

  test('the last section of all others is not there', () => {
    expect(found([...others, '# Title\n\nSome words.\n\nWords of the last page\n'])).toEqual(['docs/12.md:5']);
  });

  test('a whole document may do without it', () => {
    expect(found([...others, '# Title\n\nSome words.\n\nWords of the last page.\n'])).toEqual([]);
  });

  test('no title, where all others have one', () => {
    expect(found([...others, page('Words.').replace('# Title\n\n', '')])).toEqual(['docs/12.md:1']);
  });

  test('few others say nothing', () => {
    expect(found([...others.slice(0, 5), '# Title\n\nWords of the last page\n'])).toEqual([]);
    expect(found(others)).toEqual([]);
  });
});
