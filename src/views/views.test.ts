import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { Document } from '../core/types.ts';
import { blocks } from './blocks.ts';
import { dense } from './dense.ts';
import { language } from './language.ts';
import { lines } from './lines.ts';
import { dominantScript, scripts, weight, weightOf } from './script.ts';
import { sentences } from './sentences.ts';

const make = (text: string, format = 'markdown', path = 'a'): Document =>
  createDocument({ path, format, encoding: 'utf-8', text });

const FORMATS = [
  'text',
  'markdown',
  'rst',
  'asciidoc',
  'tex',
  'roff',
  'mediawiki',
  'org',
  'csv',
  'log',
  'json',
  'yaml',
  'xml',
  'proto',
  'sql',
  'graphql',
  'code',
  'never-heard',
];

const any = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# a',
        '> b',
        '- c',
        '1. d',
        '```',
        '~~~',
        '    e',
        '| f | g |',
        '|---|---|',
        '---',
        '===',
        '====  ===',
        '<div>',
        '<!--',
        '-->',
        '.. code::',
        '::',
        ':a: b',
        '|===',
        '----',
        '....',
        '\\begin{verbatim}',
        '\\end{verbatim}',
        '\\section{x}',
        '.SH x',
        '.nf',
        '{|',
        '|}',
        '{{',
        '}}',
        '#+begin_src',
        '#+end_src',
        '/*',
        '*/',
        '// h',
        '# i',
        '$$',
        ':::',
        '[x]: y',
        '',
        '',
        '   ',
        'Some words here.',
        '漢字。',
        '\f',
        'RFC 1   x   May',
        '[Page 1]',
        '1. Introduction',
        '+---+---+',
        '"""',
        '\\item x',
        '***',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('\n').replaceAll('\r', ' '));

describe('blocks', () => {
  test('are in order, do not overlap, and cover every line that is not blank, in every format', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...FORMATS), (text, format) => {
        const document = make(text, format, 'a.c');
        const all = blocks(document);
        const { count, firsts, isBlank } = lines(document);
        let end = 0;
        for (const block of all) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(document.units.length);
        for (let line = 0; line < count; line++)
          if (!isBlank(line))
            expect(all.some(({ start, end: stop }) => start <= firsts[line]! && firsts[line]! < stop)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  const seen = (text: string, format: string): readonly string[] => {
    const document = make(text, format, 'a.py');
    return blocks(document).map(
      ({ kind, level, open, start, end }) =>
        `${kind}${level > 0 ? String(level) : ''}${open ? '!' : ''} ${document.slice(start, end).replaceAll('\n', '/')}`,
    );
  };

  test.each<readonly [string, string, readonly string[]]>([
    [
      'markdown',
      '---\ntitle: x\n---\n# A\ntext\nmore\n\nB\n===\n',
      ['front-matter ---/title: x/---', 'heading1 # A', 'prose text/more', 'heading1 B/==='],
    ],
    ['markdown', '- a\n  b\n  - c\n\n    d\n\ne', ['list1 - a/  b', 'list2 - c', 'list2 d', 'prose e']],
    [
      'markdown',
      '```js\n# no\n```\n\n    code\n\n- x\n  ```\n  y\n  ```\n',
      ['code ```js/# no/```', 'code     code', 'list1 - x', 'code   ```/  y/  ```'],
    ],
    ['markdown', '```\nnever closed\n', ['code! ```/never closed']],
    [
      'markdown',
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\nlazy\n\n***\n<div>\nx\n</div>\n\n<!-- c\n\nd -->\n[l]: x',
      [
        'table | a | b |/|---|---|/| 1 | 2 |',
        'quote > q/lazy',
        'rule ***',
        'html <div>/x/</div>',
        'comment <!-- c//d -->',
        'comment [l]: x',
      ],
    ],
    ['markdown', '> a\n> ```\n> b\n> ```\n> c', ['quote > a', 'code > ```/> b/> ```', 'quote > c']],
    ['markdown', '##标题\n正文', ['heading2 ##标题', 'prose 正文']],
    [
      'rst',
      'Top\n===\n\nAbout\n-----\n\nwords::\n\n  code\n\n.. note::\n\n   said\n\n.. code-block:: c\n\n   x;\n\n.. comment\n',
      [
        'heading1 Top/===',
        'heading2 About/-----',
        'prose words::',
        'code   code',
        'html .. note::',
        'prose said',
        'code .. code-block:: c//   x;',
        'comment .. comment',
      ],
    ],
    [
      'rst',
      '===  ===\na    b\n===  ===\n1    2\n===  ===\n\n- x\n- y',
      ['table ===  ===/a    b/===  ===/1    2/===  ===', 'list1 - x', 'list1 - y'],
    ],
    [
      'asciidoc',
      '= T\n:a: b\n\n== S\nwords\n\n* x\n** y\n\n----\ncode\n----\n\n|===\n|a |b\n|===\n// c',
      [
        'heading1 = T',
        'front-matter :a: b',
        'heading2 == S',
        'prose words',
        'list1 * x',
        'list2 ** y',
        'code ----/code/----',
        'table |===/|a |b/|===',
        'comment // c',
      ],
    ],
    [
      'tex',
      '\\documentclass{a}\n\\begin{document}\n\\section{S}\nwords\n\\begin{itemize}\n\\item x\n\\end{itemize}\n% c\n\\begin{verbatim}\nv\n\\end{verbatim}\n',
      [
        'front-matter \\documentclass{a}/\\begin{document}',
        'heading2 \\section{S}',
        'prose words',
        'rule \\begin{itemize}',
        'list1 \\item x',
        'rule \\end{itemize}',
        'comment % c',
        'code \\begin{verbatim}/v/\\end{verbatim}',
      ],
    ],
    [
      'roff',
      '.\\" c\n.TH A 1\n.SH NAME\na \\- b\n.nf\ncode\n.fi\n.TP\nitem',
      [
        'comment .\\" c',
        'heading1 .TH A 1',
        'heading2 .SH NAME',
        'prose a \\- b',
        'code .nf/code/.fi',
        'rule .TP',
        'list1 item',
      ],
    ],
    [
      'mediawiki',
      '== H ==\nwords\n* a\n{| x\n|}\n<pre>p</pre>',
      ['heading2 == H ==', 'prose words', 'list1 * a', 'table {| x/|}', 'code <pre>p</pre>'],
    ],
    [
      'org',
      '* H\nwords\n- a\n#+begin_src c\nx\n#+end_src',
      ['heading1 * H', 'prose words', 'list1 - a', 'code #+begin_src c/x/#+end_src'],
    ],
    [
      'text',
      '1.  Introduction\n\n   Words of the first\n   paragraph.\n\n   - item\n\n   +---+---+\n   | a | b |\n   +---+---+\n\nDoe        Standards Track      [Page 3]\n',
      [
        'heading1 1.  Introduction',
        'prose Words of the first/   paragraph.',
        'list1 - item',
        'table    +---+---+/   | a | b |/   +---+---+',
        'rule Doe        Standards Track      [Page 3]',
      ],
    ],
    [
      'text',
      'Title\n=====\n\n第一章 总则\n\n正文。\n\n    struct { int a; } b;\n    x = y + (z * 2);\n',
      [
        'heading1 Title/=====',
        'heading1 第一章 总则',
        'prose 正文。',
        'code     struct { int a; } b;/    x = y + (z * 2);',
      ],
    ],
    ['code', '# one\n# two\nx = 1\n', ['comment # one/# two', 'code x = 1']],
    ['proto', '/* a\nb */\nmessage X {}\n// c\n', ['comment /* a/b */', 'code message X {}', 'comment // c']],
    ['csv', 'a,b\n1,2\n', ['table a,b/1,2']],
  ])('%s: %j', (format, text, expected) => {
    expect(seen(text, format)).toEqual(expected);
  });
});

describe('weight', () => {
  test('is 0 for white space, 3 for a CJK character, 1 for others; over units as over code points', () => {
    expect([' ', '\t', '\u3000', '\u200b', '\ufeff'].map((c) => weightOf(c.codePointAt(0)!))).toEqual([0, 0, 0, 0, 0]);
    expect(['漢', 'か', 'カ', '한', '\u{20000}'].map((c) => weightOf(c.codePointAt(0)!))).toEqual([3, 3, 3, 3, 3]);
    expect(['a', 'é', 'я', '。', 'ก', '1', '\u{1f600}'].map((c) => weightOf(c.codePointAt(0)!))).toEqual([
      1, 1, 1, 1, 1, 1, 1,
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const document = make(text);
        expect(weight(document, 0, text.length)).toBe(
          Array.from(text).reduce((sum, c) => sum + weightOf(c.codePointAt(0)!), 0),
        );
      }),
    );
  });

  test('scripts', () => {
    const document = make('ab 漢字 я \u{20000}');
    expect(Object.fromEntries(scripts(document))).toMatchObject({ Latin: 2, Han: 3, Cyrillic: 1 });
    expect(dominantScript(document)).toBe('Han');
    expect(dominantScript(make('12'))).toBeNull();
  });
});

test('dense text is the text without white space, with the way back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const document = make(text);
      const { units, at } = dense(document);
      expect(Array.from(units, (unit) => String.fromCharCode(unit)).join('')).toBe(
        text.replace(/[\s\u0085\u180e]/gu, (c) => (c === '\u180e' || c === '\ufeff' ? c : '')),
      );
      for (let i = 0; i < units.length; i++) expect(document.units[at[i]!]).toBe(units[i]);
    }),
  );
});

test('lines', () => {
  const { count, starts, ends, firsts, isBlank } = lines(make('a\n\n  b \n'));
  expect([count, [...starts], [...ends], [...firsts], isBlank(0), isBlank(1)]).toEqual([
    3,
    [0, 2, 3],
    [1, 2, 7],
    [0, 2, 5],
    false,
    true,
  ]);
  expect(lines(make('')).count).toBe(1);
});

describe('sentences', () => {
  const seen = (text: string): readonly string[] => {
    const document = make(text);
    const { count, starts, ends } = sentences(document);
    return Array.from({ length: count }, (_, i) => document.slice(starts[i]!, ends[i]!));
  };
  test.each<readonly [string, readonly string[]]>([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    [
      'It has 3.5 parts, e.g. this one, in v1.2.3 of Dr. Who. Next.',
      ['It has 3.5 parts, e.g. this one, in v1.2.3 of Dr. Who.', 'Next.'],
    ],
    ['One goes\non. Two "ends." Then.', ['One goes\non.', 'Two "ends."', 'Then.']],
    ['一句话。第二句！“第三句？”第四', ['一句话。', '第二句！', '“第三句？”', '第四']],
    ['यह पहला है। यह दूसरा।', ['यह पहला है।', 'यह दूसरा।']],
    ['هذا أول؟ هذا ثان.', ['هذا أول؟', 'هذا ثان.']],
    ['# 2.1. Head\n\n1. Item one. And on.\n- b', ['2.1. Head', 'Item one.', 'And on.', 'b']],
    ['`a.b` is. file.txt too.', ['`a.b` is. file.txt too.']],
    ['```\nnot. here.\n```', []],
  ])('%j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  test('cover their blocks in order', () => {
    fc.assert(
      fc.property(any, (text) => {
        const { count, starts, ends } = sentences(make(text));
        for (let i = 0; i < count; i++) {
          expect(ends[i]!).toBeGreaterThan(starts[i]!);
          if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(ends[i - 1]!);
        }
      }),
    );
  });
});

describe('language', () => {
  test.each([
    ['en', 'The server must return an error when the request has no token, and it should not retry.'],
    ['de', 'Der Server muss einen Fehler melden, wenn die Anfrage kein Zeichen enthält, und darf nicht erneut senden.'],
    [
      'fr',
      'Le serveur doit renvoyer une erreur lorsque la requête ne contient pas de jeton et ne doit pas la répéter.',
    ],
    ['es', 'El servidor debe devolver un error cuando la petición no lleva ninguna clave y no debe repetirla.'],
    ['pt', 'O servidor deve devolver um erro quando o pedido não tem uma chave e não deve repetir a operação.'],
    ['it', 'Il server deve restituire un errore quando la richiesta non contiene una chiave e non deve ripeterla.'],
    ['nl', 'De server moet een fout geven wanneer het verzoek geen sleutel heeft en mag het niet opnieuw proberen.'],
    [
      'pl',
      'Serwer musi zwrócić błąd, gdy żądanie nie zawiera klucza, i nie powinien go powtarzać, ponieważ jest to zbędne.',
    ],
    ['cs', 'Server musí vrátit chybu, když požadavek neobsahuje klíč, a nesmí jej opakovat, protože to není třeba.'],
    ['tr', 'Sunucu, istekte anahtar yoksa bir hata vermeli ve bu isteği yeniden göndermemelidir, çünkü gerekli değil.'],
    ['vi', 'Máy chủ phải trả về lỗi khi yêu cầu không có khóa và không được gửi lại yêu cầu đó.'],
    ['id', 'Server harus mengembalikan kesalahan jika permintaan tidak memiliki kunci dan tidak boleh mengulanginya.'],
    ['ru', 'Сервер должен вернуть ошибку, если в запросе нет ключа, и не должен повторять его.'],
    ['uk', 'Сервер повинен повернути помилку, якщо в запиті немає ключа, і не повинен його повторювати.'],
    ['bg', 'Сървърът трябва да върне грешка, ако в заявката няма ключ, и не трябва да я повтаря.'],
    ['el', 'Ο εξυπηρετητής πρέπει να επιστρέφει σφάλμα όταν λείπει το κλειδί.'],
    ['ar', 'يجب على الخادم أن يعيد خطأ إذا لم يكن في الطلب مفتاح ولا يجوز أن يعيد المحاولة.'],
    ['fa', 'سرور باید اگر در درخواست کلید نباشد خطا برگرداند و نباید آن را تکرار کند.'],
    ['he', 'השרת חייב להחזיר שגיאה אם אין בבקשה מפתח.'],
    ['hi', 'यदि अनुरोध में कुंजी नहीं है तो सर्वर को त्रुटि लौटानी चाहिए और उसे दोहराना नहीं चाहिए।'],
    ['th', 'เซิร์ฟเวอร์ต้องคืนข้อผิดพลาดเมื่อคำขอไม่มีกุญแจ'],
    ['zh', '如果请求中没有 token，服务器必须返回 error code 并且不得 retry。'],
    ['ja', 'リクエストにキーがない場合、サーバーはエラーを返さなければならない。'],
    ['ko', '요청에 키가 없으면 서버는 오류를 돌려주어야 한다.'],
    ['und', '12345 67890'],
    ['und', 'xkcd qwrt zzzk plmnb vfrtg'],
  ])('%s', (tag, text) => {
    expect(language(make(text))).toBe(tag);
  });

  test('code does not decide', () => {
    expect(
      language(
        make(
          'Der Server muss einen Fehler melden, wenn die Anfrage nicht vollständig ist. Das gilt auch für die Antwort des Servers, und zwar immer.\n\n```\n' +
            'if the user is in the list of all the users then return\n'.repeat(50) +
            '```\n',
        ),
      ),
    ).toBe('de');
  });
});
