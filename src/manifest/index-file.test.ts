import { describe, expect, it } from 'vitest';
import { fileNames, parseIndex, printIndex, type IndexFile } from './index-file.ts';

/** `path role status? (from)? : note` a line, and `level line message` for faults. */
function show(text: string, files: readonly string[] = []): { entries: string[]; faults: string[]; file: IndexFile } {
  const file = parseIndex(text, 'INDEX.md', { files: fileNames(files) });
  expect(printIndex(file)).toBe(text);
  return {
    entries: file.entries.map((entry) => {
      const status = entry.status === 'required' ? '' : ` ${entry.status}`;
      const from = entry.from === null ? '' : ` <${entry.from}>`;
      return `${entry.path} ${entry.declared}${status}${from}${entry.note === null ? '' : `: ${entry.note}`}`;
    }),
    faults: file.faults.map((fault) => `${fault.level} ${fault.place.line}`),
    file,
  };
}

/** One item under *Specifications*. */
function item(line: string, files: readonly string[] = []): string {
  const { entries, faults } = show(`## Specifications\n${line}\n`, files);
  return [...entries.map((entry) => entry.replace(' specification', '')), ...faults].join(' || ');
}

describe('one item', () => {
  it.each([
    ['- [HTTP interface](api.md): every endpoint', 'api.md: every endpoint'],
    ['- [HTTP interface](api.md)', 'api.md'],
    ['* [HTTP interface](api.md) - every endpoint', 'api.md: every endpoint'],
    ['+ [HTTP interface](api.md) – every endpoint', 'api.md: every endpoint'],
    ['1. [HTTP interface](api.md) — every endpoint', 'api.md: every endpoint'],
    ['12) [HTTP interface](api.md)', 'api.md'],
    ['• [HTTP interface](api.md)', 'api.md'],
    ['1、[接口](接口.md)：所有端点', '接口.md: 所有端点'],
    ['-[HTTP interface](api.md)', 'api.md'],
    ['   - [HTTP interface](api.md)', 'api.md'],
    ['- [ ] [HTTP interface](api.md)', 'api.md'],
    ['- [x] api.md: done', 'api.md: done'],
    ['- **[HTTP interface](api.md)**: every endpoint', 'api.md: every endpoint'],
    ['- **[HTTP interface](api.md):** every endpoint', 'api.md: ** every endpoint'],
    ['- [HTTP interface](api.md "The title"): x', 'api.md: x'],
    ["- [HTTP interface](api.md 'The title')", 'api.md'],
    ['- [HTTP interface](./api.md#errors)', 'api.md'],
    ['- [HTTP interface](api.md?raw=1)', 'api.md'],
    ['- [HTTP interface](<my file.md>)', 'my file.md'],
    ['- [HTTP interface](<my file (1).md>): x', 'my file (1).md: x'],
    ['- [HTTP interface](my%20file.md)', 'my file.md'],
    ['- [HTTP interface](my file.md)', 'my file.md'],
    ['- [a](a(1).md)', 'a(1).md'],
    ['- [a](a\\(1.md)', 'a(1.md'],
    ['- [a\\]b](x.md)', 'x.md'],
    ['- [a [b] c](x.md)', 'x.md'],
    ['- [`a]` c](x.md)', 'x.md'],
    ['- ![logo](logo.png)', 'logo.png'],
    ['- [![logo](logo.png)](x.md)', 'x.md'],
    ['- <api.md>', 'api.md'],
    ['- <docs/api>: x', 'docs/api: x'],
    ['- `api.md`', 'api.md'],
    ['- `api.md`: every endpoint', 'api.md: every endpoint'],
    ['- ``a`b.md``', 'a`b.md'],
    ['- api.md', 'api.md'],
    ['- api.md: every endpoint', 'api.md: every endpoint'],
    ['- api.md：所有端点', 'api.md: 所有端点'],
    ['- 接口.md，所有端点', '接口.md: 所有端点'],
    ['- api.md (optional)', 'api.md optional'],
    ['- api.md（可选）', 'api.md optional'],
    ['- api.md(optional)', 'api.md optional'],
    ['- *api.md*', 'api.md'],
    ['- **api.md** - x', 'api.md: x'],
    ['- "api.md"', 'api.md'],
    ['- The HTTP interface is in api.md, all of it', 'api.md: all of it'],
    ['- HTTP interface: docs/api.md', 'docs/api.md'],
    ['- rfcs/', 'rfcs/'],
    ['- [RFCs](rfcs/): all', 'rfcs/: all'],
    ['- [everything](./)', './'],
    ['- docs/api', 'docs/api'],
    ['- docs/api: x', 'docs/api: x'],
    ['- [[api]]', 'api.md'],
    ['- [[api.md|HTTP interface]]: x', 'api.md: x'],
    ['- [[specs/api#errors]]', 'specs/api.md'],
    ['- [HTTP interface] (api.md)', 'api.md'],
    ['- [api.md]', 'api.md'],
    ['- <a href="api.md">HTTP</a>', 'api.md'],
    ['- see [the site](https://example.org/x) and [HTTP](api.md)', 'api.md'],
    ['- [x](a.md): replaces [y](b.md)', 'a.md: replaces [y](b.md)'],
    ['- مواصفات [الواجهة](واجهة.md): مطلوب', 'واجهة.md'],
    ['- [Ärger & Co](%C3%84rger%20%26%20Co.md)', 'Ärger & Co.md'],
    ['- [x](a&amp;b.md)', 'a&b.md'],
    ['- [pct](100%25.md)', '100%.md'],
    ['- Makefile.mk', 'Makefile.mk'],
  ])('%s', (line, expected) => expect(item(line)).toBe(expected));

  it.each([
    ['- no path at all', 'look 2'],
    ['- and/or of things', 'look 2'],
    ['- Node.js 20', 'look 2'],
    ['- `GET /users`', 'look 2'],
    ['- `/users/{id}`', 'look 2'],
    ['- [web](https://example.org/a.md)', 'look 2'],
    ['- [me](mailto:me@example.org)', 'look 2'],
    ['- https://example.org/spec.pdf', 'look 2'],
    ['- [here](#specifications)', 'look 2'],
    ['-', 'look 2'],
    ['- [ ] to do', 'look 2'],
    ['- [HTTP interface](api.m', 'stop 2'],
    ['- [HTTP interface](', 'stop 2'],
    ['- [HTTP interface]()', 'stop 2'],
    ['- [HTTP inter', 'stop 2'],
    ['- [HTTP interface(api.md)', 'stop 2'],
    ['- HTTP interface](api.md)', 'stop 2'],
    ['- [HTTP interface]api.md)', 'stop 2'],
    ['- [HTTP interface](api.md: every endpoint', 'stop 2'],
    ['- [HTTP interface](api.md: pending (Finance)', 'stop 2'],
    ['- {HTTP interface](api.md)', 'stop 2'],
    ['- [HTTP interface}(api.md)', 'stop 2'],
    ['- [HTTP interface](<api.md)', 'stop 2'],
    ['- `api.md', 'stop 2'],
    ['- <api.md', 'stop 2'],
    ['- [[api.md]', 'stop 2'],
    ['- [[api.md', 'stop 2'],
    ['- [x](../x.md)', 'stop 2'],
    ['- [x](%2e%2e/x.md)', 'stop 2'],
    ['- [x](/etc/passwd)', 'stop 2'],
    ['- [x](C:\\x.md)', 'stop 2'],
    ['- [x](\\\\host\\x.md)', 'stop 2'],
    ['- [x](..\\x.md)', 'stop 2'],
    ['- ../x.md', 'stop 2'],
    ['- `../x.md`', 'stop 2'],
    ['- /etc/spec.md', 'stop 2'],
    ['- [x](a%00.md)', 'stop 2'],
    ['- apimd', 'stop 2'],
    ['- api,md', 'stop 2'],
    ['- api.nd', 'stop 2'],
  ])('%s: %s', (line, expected) => expect(item(line)).toBe(expected));

  it('ends in the file inside a bare name', () => {
    expect(show('## Specifications\n- api').faults).toEqual(['stop 2']);
    expect(show('## Specifications\n- ').faults).toEqual(['stop 2']);
    expect(show('## Specifications\n- api\n').faults).toEqual(['look 2']);
  });
});

describe('bare paths and the files that are here', () => {
  it.each([
    ['- my file.md: x', ['my file.md', 'my'], 'my file.md: x'],
    ['- my file.md: x', [], 'file.md: x'],
    ['- LICENSE and more', ['LICENSE'], 'LICENSE: and more'],
    ['- README', ['README'], 'README'],
    ['- api.md5', ['api.md'], 'stop 2'],
    ['- Spec v1.0 final.docx - the old one', ['Spec v1.0 final.docx'], 'Spec v1.0 final.docx: the old one'],
    ['- a%20b.md', ['a b.md'], 'a b.md'],
    ['- `a%20b.md`', ['a%20b.md', 'a b.md'], 'a%20b.md'],
    ['- [x](a%20b.md)', ['a%20b.md'], 'a%20b.md'],
    ['- [x](a#b.md)', ['a#b.md'], 'a#b.md'],
    ['- a#b.md', ['a#b.md'], 'a#b.md'],
    ['- api.md#errors', ['api.md'], 'api.md: #errors'],
    ['- api.md#errors', [], 'api.md'],
    ['- [x](foo:bar.md)', ['foo:bar.md'], 'foo:bar.md'],
    ['- [RFCs](rfcs)', ['rfcs/1.md'], 'rfcs/'],
    ['- rfcs: all of them', ['rfcs/1.md'], 'rfcs/: all of them'],
    ['- Node.js', ['Node.js'], 'Node.js'],
    ['- [[Sessions]]', ['Sessions.md'], 'Sessions.md'],
    ['- [[Sessions]]', ['Sessions'], 'Sessions'],
    ['- [draft] api.md', ['[draft] api.md'], '[draft] api.md'],
    ['- 接口说明 v2.md 是主要文件', ['接口说明 v2.md'], '接口说明 v2.md: 是主要文件'],
    ['- 规范是主要文件', ['规范'], 'look 2'],
  ])('%s %j', (line, files, expected) => expect(item(line, files)).toBe(expected));
});

describe('status words', () => {
  it.each([
    [': pending', ' pending'],
    [': pending, from Finance', ' pending <Finance>: from Finance'],
    [': Pending; ask the tech lead', ' pending <the tech lead>: ask the tech lead'],
    [': optional', ' optional'],
    [': optional, if there is time', ' optional: if there is time'],
    [' (optional): every endpoint', ' optional: every endpoint'],
    [' (pending, from Finance)', ' pending <Finance>: from Finance'],
    [': **optional**', ' optional'],
    [': optional.', ' optional'],
    [': required', ''],
    [': required, by all', ': by all'],
    ['：待定，来自财务部', ' pending <财务部>: 来自财务部'],
    ['：可选', ' optional'],
    ['（可选）', ' optional'],
    ['：任意、後で', ' optional: 後で'],
    [': 선택', ' optional'],
    [': ausstehend, von der Buchhaltung', ' pending <Buchhaltung>: von der Buchhaltung'],
    [': en attente, de la comptabilité', ' pending <comptabilité>: de la comptabilité'],
    [': pendiente', ' pending'],
    [': facoltativo', ' optional'],
    [': необязательно', ' optional'],
    [": необов'язково", ' optional'],
    [': opcjonalne', ' optional'],
    [': İSTEĞE BAĞLI', ' optional'],
    [': اختياري، إن أمكن', ' optional: إن أمكن'],
    [': در انتظار؛ از مالی', ' pending <مالی>: از مالی'],
    [': optioneel', ' optional'],
    [': tùy chọn', ' optional'],
    [': wajib', ''],
    [': volitelné', ' optional'],
    [': optional fields are told here', ': optional fields are told here'],
    [': pending requests, how they end', ': pending requests, how they end'],
    [': the optional part', ': the optional part'],
    [': not optional', ': not optional'],
    [': required fields', ': required fields'],
  ])('%s', (note, expected) => expect(item(`- [x](x.md)${note}`)).toBe(`x.md${expected}`));
});

describe('headings', () => {
  it.each([
    ['## Specifications', 'specification'],
    ['# SPECIFICATIONS', 'specification'],
    ['## Specs', 'specification'],
    ['## 1. Specifications', 'specification'],
    ['## 2.1 Specifications:', 'specification'],
    ['## IV. Specifications', 'specification'],
    ['## 📄 Specifications', 'specification'],
    ['## **Specifications**', 'specification'],
    ['## Specifications (must be here)', 'specification'],
    ['## Specifications - must be here', 'specification'],
    ['## Specifications: must be here', 'specification'],
    ['## Specifications ##', 'specification'],
    ['##Specifications', 'specification'],
    ['##\tSpecifications', 'specification'],
    ['  ## Specifications', 'specification'],
    ['## Spezifikationen', 'specification'],
    ['## Spe\u0301cifications', 'specification'],
    ['## SPÉCIFICATIONS', 'specification'],
    ['## Especificaciones', 'specification'],
    ['## Especificações', 'specification'],
    ['## Specifiche', 'specification'],
    ['## Спецификации', 'specification'],
    ['## ТРЕБОВАНИЯ', 'specification'],
    ['## Специфікації', 'specification'],
    ['## Specyfikacje', 'specification'],
    ['## Şartnameler', 'specification'],
    ['## المواصفات', 'specification'],
    ['## الْمُواصَفات', 'specification'],
    ['## مشخصات', 'specification'],
    ['## نيازمندي\u200cها', 'specification'],
    ['## Specificaties', 'specification'],
    ['## Đặc tả', 'specification'],
    ['## Spesifikasi', 'specification'],
    ['## Specifikace', 'specification'],
    ['## Specifikationer', 'specification'],
    ['## विनिर्देश', 'specification'],
    ['## 规范', 'specification'],
    ['## 一、规格说明', 'specification'],
    ['## 第二章 需求', 'specification'],
    ['## 規格', 'specification'],
    ['## 仕様書', 'specification'],
    ['## 사양', 'specification'],
    ['## 규격', 'specification'],
    ['## 规范 / Specifications', 'specification'],
    ['## 规范 Specifications', 'specification'],
    ['## 规范（必须在此）', 'specification'],
    ['## Background', 'background'],
    ['## 背景资料', 'background'],
    ['## Hintergrund', 'background'],
    ['## Attachments', 'attachment'],
    ['## 附件', 'attachment'],
    ['## Not placed', 'not-placed'],
    ['## NOT-PLACED', 'not-placed'],
    ['## 未归类', 'not-placed'],
    ['## Nicht zugeordnet', 'not-placed'],
    ['## Left out', 'left-out'],
    ['## Out of scope', 'left-out'],
    ['## 排除', 'left-out'],
    ['Specifications\n==============', 'specification'],
    ['Background\n---', 'background'],
    ['**Specifications**', 'specification'],
    ['__Background:__', 'background'],
    ['**Specifications**:', 'specification'],
    ['Specifications:', 'specification'],
    ['Left out', 'left-out'],
    ['<h2>Specifications</h2>', 'specification'],
    ['## Design', 'other'],
    ['## Specifications we do not want', 'other'],
    ['## Specificatoins', 'other'],
    ['## Not plaeced', 'not-placed'],
  ])('%s: %s', (heading, role) => {
    const { entries } = show(`Intro\n\n${heading}\n\n- [x](x.md)\n`);
    expect(entries).toEqual([`x.md ${role}`]);
  });

  it('deeper ones inherit, others do not', () => {
    const text =
      '## Specifications\n### API\n- [a](a.md)\n#### Old\n- [b](b.md)\n### Background\n- [c](c.md)\n### More\n- [d](d.md)\n## Else\n- [e](e.md)\n';
    expect(show(text).entries).toEqual([
      'a.md specification',
      'b.md specification',
      'c.md background',
      'd.md specification',
      'e.md other',
    ]);
  });

  it('guesses what an unknown one means', () => {
    const { file } = show(
      '# T\n## Specificatoins\n- [a](a.md)\n## Product specs\n- [b](b.md)\n## RFCs\n- [c](c.md)\n## Prose\n- no file\n',
    );
    expect(file.faults.map((fault) => [fault.level, fault.place.line, fault.message])).toEqual([
      [
        'look',
        2,
        '"Specificatoins" is none of the headings known here: its entry must be here and be what it reads as; did you mean Specifications?',
      ],
      [
        'look',
        4,
        '"Product specs" is none of the headings known here: its entry must be here and be what it reads as; did you mean Specs?',
      ],
      ['note', 6, '"RFCs" is none of the headings known here: its entry must be here and be what it reads as'],
    ]);
  });
});

describe('what declares nothing', () => {
  it.each([
    ['prose', 'See [x](x.md) for more, and `y.md`.'],
    ['a quote', '> - [x](x.md)'],
    ['fenced code', '```\n- [x](x.md)\n```'],
    ['fenced code with tildes', '~~~md\n- [x](x.md)\n```\n- [y](y.md)\n~~~'],
    ['indented code', '    - [x](x.md)'],
    ['a comment', '<!-- - [x](x.md) -->'],
    ['a long comment', '<!--\n- [x](x.md)\n## Background\n-->'],
    ['a rule', '---'],
    ['another rule', '- - -'],
    ['a link definition', '[x]: x.md'],
    ['front matter is only at the top', 'text\n\nmore'],
  ])('%s', (_, text) =>
    expect(show(`# Title\n\n## Specifications\n\n${text}\n`)).toMatchObject({ entries: [], faults: [] }),
  );

  it('sub-items', () => {
    expect(
      show('## Specifications\n- [x](x.md)\n  - [y](y.md)\n    - [z](z.md)\n\n  more [w](w.md)\n- [v](v.md)\n').entries,
    ).toEqual(['x.md specification', 'v.md specification']);
  });

  it('front matter', () => {
    expect(show('---\ntitle: x\ntags:\n  - a\n- b.md\n---\n## Specifications\n- [x](x.md)\n').entries).toEqual([
      'x.md specification',
    ]);
  });
});

describe('tables', () => {
  it('with a head', () => {
    const text =
      '## 规范\n\n| 文件 | 说明 | 状态 |\n|---|:-:|---|\n| [接口](接口.md) | 所有端点 | 必需 |\n| `限制.md` | 由财务提供 | 待定，来自财务部 |\n| 说明 | 无 | 无 |\n\ntext\n';
    expect(show(text)).toMatchObject({
      entries: ['接口.md specification: 所有端点', '限制.md specification pending <财务部>: 来自财务部; 由财务提供'],
      faults: ['look 7'],
    });
  });

  it('without bars at the ends, and with the name behind', () => {
    const text = '## Specifications\nTitle | File\n--- | ---\nHTTP | api.md\nSessions | [s](s.pdf)\n';
    expect(show(text).entries).toEqual(['api.md specification', 's.pdf specification']);
  });

  it('with escaped bars', () => {
    expect(show('## Specifications\n| [a \\| b](a%7Cb.md) | optional |\n').entries).toEqual([
      'a|b.md specification optional',
    ]);
  });
});

describe('faults of the whole', () => {
  it('merge conflicts', () => {
    const text = '## Specifications\n<<<<<<< HEAD\n- [a](a.md)\n=======\n- [b](b.md)\n>>>>>>> branch\n- [c](c.md)\n';
    expect(show(text)).toMatchObject({
      entries: ['a.md specification', 'b.md specification', 'c.md specification'],
      faults: ['stop 2'],
    });
  });

  it('an open fence or comment', () => {
    expect(show('## Specifications\n```\n- [a](a.md)\n')).toMatchObject({
      entries: ['a.md specification'],
      faults: ['stop 2'],
    });
    expect(show('## Specifications\n<!-- x\n- [a](a.md)\n')).toMatchObject({
      entries: ['a.md specification'],
      faults: ['stop 2'],
    });
    expect(show('## Specifications\n<!-- x --\n- [a](a.md)\n\n## Background\n<!-- y -->\n- [b](b.md)\n')).toMatchObject(
      {
        entries: ['a.md specification', 'b.md background'],
        faults: ['stop 2'],
      },
    );
  });

  it('a NUL', () => expect(show('## Specifications\n- [a](a.md)\0\n').faults).toEqual(['stop 2']));

  it('a bullet that is gone', () => {
    for (const line of [
      '[b](b.md): x',
      ' [b](b.md): x',
      ', [b](b.md): x',
      'm [b](b.md): x',
      '=[b](b.md): x',
      '`b.md`: x',
      'b.md: x',
    ])
      expect(show(`## Specifications\n- [a](a.md)\n${line}\n`)).toMatchObject({
        entries: ['a.md specification', 'b.md specification: x'],
        faults: ['look 3'],
      });
  });

  it.each([
    '- [a](a.md)- [b](b.md): x',
    '- [a](a.md): note- [b](b.md): x',
    '- [a](a.md): note - [b](b.md): x',
    '- [a](a.md): note.* [b](b.md)',
    '- a.md- b.md',
    '- a.md: note- b.md',
    '- `a.md`- `b.md`: x',
  ])('two entries in one line: %s', (line) => expect(show(`## Specifications\n${line}\n`).faults).toEqual(['stop 2']));

  it('is content with a second link that has a line of its own', () => {
    expect(show('## Specifications\n- [a](a.md) - [b](b.md) replaces it\n- [b](b.md)\n').faults).toEqual([]);
  });

  it.each([
    ['- [a](a.md)## Background\n- [b](b.md)', ['stop 2']],
    ['- [a](a.md): x # Background\n- [b](b.md)', ['stop 2']],
    ['## Attachments## Not placed\n- [b](b.md)', ['stop 2']],
    ['## Not placed- [b](b.md): x', ['stop 2']],
    ['text## Left out\n- [b](b.md)', ['stop 2']],
    ['> quote## Left out\n- [b](b.md)', ['stop 2']],
    ['- [a](a.md)Background\n---------\n- [b](b.md)', ['stop 2']],
    ['- [a](a.md)\n=========\n- [b](b.md)', ['stop 2']],
    ['- [a](a.md): written in C# Background style', []],
    ['- [a](a.md#background)\n\n---\n- [b](b.md)', []],
  ])('a heading that ran into a line: %j', (text, faults) =>
    expect(show(`## Specifications\n${text}\n`).faults).toEqual(faults),
  );
});

describe('accepted findings', () => {
  const under = (line: string): IndexFile => show(`## Accepted findings\n${line}\n`).file;

  it.each([
    [
      '- [api.md](api.md): accepted miscount 3f9c21aa "three modes", the fourth is deprecated (tech lead, 2026-11-24)',
      'the fourth is deprecated',
      'tech lead',
      '2026-11-24',
    ],
    ['- [api.md](api.md): accepted miscount 3F9C21AA the fourth is deprecated', 'the fourth is deprecated', null, null],
    ['- api.md: miscount 3f9c21aa, on purpose (2026-11-24)', 'on purpose', null, '2026-11-24'],
    ['- `api.md` accepted `miscount` `3f9c21aa`: on purpose (Li Wei)', 'on purpose', 'Li Wei', null],
    [
      '- [接口](api.md)：已接受 miscount 3f9c21aa “三种模式”，第四种已弃用（技术负责人，2026-11-24）',
      '第四种已弃用',
      '技术负责人',
      '2026-11-24',
    ],
    [
      '- [api](api.md): akzeptiert miscount 3f9c21aa "drei "Arten"", so gewollt (QS, Team B, 2026-11-24)',
      'so gewollt',
      'QS, Team B',
      '2026-11-24',
    ],
  ])('%s', (line, reason, by, on) => {
    expect(under(line).accepted).toMatchObject([
      { path: 'api.md', check: 'miscount', fingerprint: '3f9c21aa', reason, by, on, line: 2 },
    ]);
    expect(under(line).faults).toEqual([]);
  });

  it.each([
    ['- [api.md](api.md): accepted miscount 3f9c21aa', 'look'],
    ['- [api.md](api.md): accepted miscount 3f9c21aa "three modes", (reason)', 'look'],
    ['- [api.md](api.md): accepted miscount 3f9c21a', 'look'],
    ['- [api.md](api.md): accepted miscount', 'look'],
    ['- accepted miscount 3f9c21aa, because', 'look'],
    ['- [api.md](api.md): every endpoint', 'stop'],
    ['- [api.md](api.m', 'stop'],
  ])('%s: %s', (line, level) => {
    expect(under(line).accepted).toEqual([]);
    expect(under(line).faults.map((fault) => fault.level)).toEqual([level]);
  });

  it('have no effect under another heading', () => {
    const { entries, file } = show('## Left out\n- [api.md](api.md): accepted miscount 3f9c21aa, on purpose\n');
    expect(entries).toEqual([]);
    expect(file.accepted).toEqual([]);
    expect(file.faults.map((fault) => fault.level)).toEqual(['look']);
  });
});

describe('ugly indexes', () => {
  it('CRLF, BOM, no final line end', () => {
    const { entries, file } = show('\ufeff# T\r\n\r\n## Specifications\r\n- [a](a.md): x\r\n- [b](b.md)');
    expect(entries).toEqual(['a.md specification: x', 'b.md specification']);
    expect(file.entries[0]!.place).toMatchObject({ line: 4, column: 3, start: 25, end: 37, quote: '[a](a.md): x' });
  });

  it('lone CR', () => expect(show('## Specifications\r- [a](a.md)\r').entries).toEqual(['a.md specification']));

  it('reference links and wrapped words', () => {
    const text =
      '## Specifications\n- [HTTP][api]\n- [Sessions][]\n- [limits]\n- [a long\n  title](long.md): x\n\n[api]: api.md\n[sessions]: <my sessions.md> "t"\n[Limits]: limits.md\n';
    expect(show(text).entries).toEqual([
      'api.md specification',
      'my sessions.md specification',
      'limits.md specification',
      'long.md specification: x',
    ]);
  });

  it('llms.txt', () => {
    const text =
      '# FastHTML\n\n> A library\n\nProse.\n\n## Docs\n\n- [Quick start](https://x.org/a.md): A brief overview\n\n## Optional\n\n- [Local](docs/a.md)\n';
    const { entries, file } = show(text);
    expect(entries).toEqual(['docs/a.md other']);
    expect(file.hasRole).toBe(false);
  });

  it('an index of the Open Knowledge Format', () => {
    const { entries, file } = show('# Datasets\n\n* [Sales](sales.md) - all orders\n* [Stock](stock/) - levels\n');
    expect(entries).toEqual(['sales.md other: all orders', 'stock/ other: levels']);
    expect(file.hasRole).toBe(false);
  });

  it('right to left', () => {
    const text =
      '# خدمة الدفع\n\n## ١. المواصفات:\n- [الواجهة](واجهة.md): كل النقاط\n- \u200f[الحدود](حدود.md)\u200f: معلق، من المالية\n';
    expect(show(text).entries).toEqual([
      'واجهة.md specification: كل النقاط',
      'حدود.md specification pending <المالية>: من المالية',
    ]);
  });

  it('nested lists, loose lists and continuations', () => {
    const text =
      '## Specifications\n\n1. [a](a.md)\n\n   all of it\n\n   - see [q](q.md)\n\n2. [b](b.md)\ncontinued [z](z.md) here\n\n* [c](c.md)\n\t* [d](d.md)\n';
    expect(show(text)).toMatchObject({
      entries: ['a.md specification', 'b.md specification', 'c.md specification'],
      faults: [],
    });
  });

  it('entries under no heading', () =>
    expect(show('- [a](a.md)\n')).toMatchObject({ entries: ['a.md other'], faults: ['look 1'] }));

  it('a fence in an item ends with the item', () => {
    expect(show('## Specifications\n- [a](a.md)\n  ```\n  code\n- [b](b.md)\n  ```\n  more\n  ```\n').entries).toEqual([
      'a.md specification',
      'b.md specification',
    ]);
  });
});
