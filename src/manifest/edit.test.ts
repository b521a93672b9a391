import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpectList } from '../lists/expect-list.ts';
import { IndexNotEditable, appendInto, appendNew, entryLine, type NewEntry } from './edit.ts';
import { parseIndex, printIndex } from './index-file.ts';
import { initFromList, initText } from './init.ts';
import { intentOf } from './intent.ts';
import { encodePath, pathFromBytes } from './paths.ts';
import { Random, handEdit, randomIndex } from './testing/random-index.ts';

const FULL = process.env['SEEDCHECK_FULL'] === '1';

const entry = (path: string, more: Partial<NewEntry> = {}): NewEntry => ({
  path,
  title: null,
  reads: 'unclear',
  note: '',
  ...more,
});

/** Readers of llms.txt, by its published grammar: H1, quote, prose, then second-level headings with links only. */
function readsAsLlmsTxt(text: string): boolean {
  const [head, ...sections] = text.split(/^##\s+/m);
  return (
    /^# .+\n\n> .+\n/.test(head!) &&
    sections.every((section) =>
      section
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '')
        .every((line) => /^-\s*\[[^\]]+\]\([^)]+\)(?::\s*.*)?$/.test(line)),
    )
  );
}

describe('init', () => {
  const found = [
    entry('000_0b.txt', { title: '咸安:争创绿色崛起先行区', reads: 'stray', note: 'news, Chinese; cut off; loops' }),
    entry('b/api (1).md', {
      title: '[Draft] HTTP <b>API</b> | x\ny `z`',
      reads: 'specification',
      note: 'api, English',
    }),
    entry('b/a.md'),
    entry('api.md', { reads: 'specification', title: 'HTTP interface' }),
  ];
  const text = initText({ folderName: 'payments [v2]\n# x', entries: found });

  it('has the shape that people and llms.txt readers know', () => {
    expect(readsAsLlmsTxt(text)).toBe(true);
    expect(text.startsWith('# payments (v2) # x\n\n> One sentence')).toBe(true);
    expect(text.slice(text.indexOf('## Not placed'), text.indexOf('## Left out'))).toBe(
      [
        '## Not placed',
        '- [HTTP interface](api.md)',
        '- [咸安:争创绿色崛起先行区](000_0b.txt): news, Chinese; cut off; loops',
        '- [(Draft) HTTP \\<b\\>API\\</b\\> \\| x y \\`z\\`](b/api%20%281%29.md): api, English',
        '- [a.md](b/a.md)',
        '',
        '',
      ].join('\n'),
    );
  });

  it('is the contract, and says nothing yet', () => {
    const intent = intentOf({
      files: found.map(({ path }) => path),
      indexes: new Map([['INDEX.md', text]]),
      hasSeal: false,
    });
    expect(intent).toMatchObject({ indexed: false, contracts: ['INDEX.md'], faults: [] });
    expect(intent.placeholder).not.toBeNull();
    expect(intent.entries.map(({ path, declared }) => `${path} ${declared}`)).toEqual([
      'api.md not-placed',
      '000_0b.txt not-placed',
      'b/api (1).md not-placed',
      'b/a.md not-placed',
    ]);
  });

  it('again changes nothing', () => {
    expect(appendNew(text, found)).toBe(text);
    expect(appendInto(text, found)).toBe(text);
  });

  it('works on an empty folder without a name', () =>
    expect(readsAsLlmsTxt(initText({ folderName: '', entries: [] }))).toBe(true));

  it('from a list', () => {
    const list = parseExpectList('r/1\ta b.md\nr/1\tx.png\tattachment\nr/2\tb.md\tother\nr/1\told.md\tleft-out\n', 'l');
    const texts = initFromList(list);
    expect([...texts.keys()]).toEqual(['r/1', 'r/2']);
    const says = (folder: string): unknown =>
      intentOf({ files: [], indexes: new Map([['INDEX.md', texts.get(folder)!]]), hasSeal: false }).entries.map(
        ({ path, declared }) => `${path} ${declared}`,
      );
    expect(says('r/1')).toEqual(['a b.md specification', 'x.png attachment', 'old.md left-out']);
    expect(parseIndex(texts.get('r/2')!, 'INDEX.md').entries).toMatchObject([{ path: 'b.md', declared: 'other' }]);
    for (const one of texts.values()) expect(readsAsLlmsTxt(one)).toBe(true);
  });
});

describe('titles and notes of strangers', () => {
  it.each([
    ['a\u202eb', 'a(U+202E)b'],
    ['a\x1b[31mb', 'a(U+001B)(31mb'],
    ['x](y.md) - [z', 'x)(y.md) - (z'],
    ['<!-- x', '\\<!-- x'],
    ['snake_case _em_', 'snake_case \\_em\\_'],
    ['\u200f\u200eשלום', 'שלום'],
    ['می\u200cشود', 'می\u200cشود'],
    ['AT&T &lt;', 'AT&T &amp;lt;'],
    ['\ud800', '\ufffd'],
    ['\u{e0041}', '(U+E0041)'],
    ['', 'file.md'],
    ['   ', 'file.md'],
  ])('%j', (title, shown) => expect(entryLine(entry('d/file.md', { title }))).toBe(`- [${shown}](d/file.md)`));

  it('stay one line that reads back, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ min: 1, minLength: 1, maxLength: 40 }),
        (title, note, raw) => {
          const path = pathFromBytes(raw).replaceAll('/', '_');
          if (/^\.{1,2}$/.test(path)) return;
          const line = entryLine(entry(path, { title, note }));
          if (/[\r\n\0]/.test(line)) throw new Error('not one line');
          if (!/^- \[[^\]]+\]\([^)]+\)(?::\s.*)?$/.test(line)) throw new Error('not a link');
          const intent = intentOf({
            files: [path],
            indexes: new Map([['INDEX.md', `## Not placed\n${line}\n`]]),
            hasSeal: false,
          });
          if (intent.entries[0]?.path !== path || intent.entries.length !== 1) throw new Error('path');
          if (intent.faults.length > 0) throw new Error(intent.faults[0]!.message);
        },
      ),
      { numRuns: FULL ? 100_000 : 2000 },
    );
  }, 300_000);
});

describe('appending', () => {
  it.each([
    [
      'under the heading',
      '# T\n\n## Not placed\n\n## Left out\n',
      '# T\n\n## Not placed\n- [n.md](n.md)\n\n## Left out\n',
    ],
    [
      'behind the last',
      '## Not placed\n- [a](a.md)\n\n\n## Left out\n',
      '## Not placed\n- [a](a.md)\n- [n.md](n.md)\n\n\n## Left out\n',
    ],
    ['with CRLF', '## Not placed\r\n- [a](a.md)\r\n', '## Not placed\r\n- [a](a.md)\r\n- [n.md](n.md)\r\n'],
    ['without a final line end', '## Not placed\n- [a](a.md)', '## Not placed\n- [a](a.md)\n- [n.md](n.md)\n'],
    ['with a BOM', '\ufeff## Not placed\n', '\ufeff## Not placed\n- [n.md](n.md)\n'],
    [
      'before a heading that follows at once',
      '## Not placed\n## Left out\n',
      '## Not placed\n- [n.md](n.md)\n\n## Left out\n',
    ],
    [
      'behind a comment',
      '## Not placed\n<!-- found -->\n\n## Left out\n',
      '## Not placed\n<!-- found -->\n- [n.md](n.md)\n\n## Left out\n',
    ],
    ['behind prose', '## Not placed\nThese are new.\n', '## Not placed\nThese are new.\n\n- [n.md](n.md)\n'],
    [
      'under a setext heading',
      'Not placed\n----------\n\n## Left out\n',
      'Not placed\n----------\n\n- [n.md](n.md)\n\n## Left out\n',
    ],
    [
      'in a new section',
      '## Specifications\n- [a](a.md)\n',
      '## Specifications\n- [a](a.md)\n\n## Not placed\n- [n.md](n.md)\n',
    ],
    ['in the language of the file', '## 规范\n- [a](a.md)', '## 规范\n- [a](a.md)\n\n## 未归类\n- [n.md](n.md)\n'],
    [
      'in German',
      '## Spezifikationen\n- [a](a.md)\n',
      '## Spezifikationen\n- [a](a.md)\n\n## Nicht zugeordnet\n- [n.md](n.md)\n',
    ],
    [
      'below deeper headings of the section',
      '## Not placed\n### x\n- a.md\n## Specs\n',
      '## Not placed\n### x\n- a.md\n- [n.md](n.md)\n\n## Specs\n',
    ],
  ])('%s', (_, text, expected) => {
    const edited = appendNew(text, [entry('n.md')]);
    expect(edited).toBe(expected);
    expect(appendNew(edited, [entry('n.md')])).toBe(edited);
  });

  it('knows bare names with spaces', () => {
    const text = '## Specifications\n- my file.md: x\n';
    expect(appendNew(text, [entry('my file.md')])).toBe(text);
  });

  it('refuses where the lines would be lost', () => {
    expect(() =>
      appendNew('## Specifications\n- [a](a.md)\n\n## Not placed\n<!-- x\n- [b](b.md)\n-->', [entry('n.md')]),
    ).not.toThrow();
    expect(() => appendNew('---\na: b\n...\n## Not placed\n    code', [entry('n.md')])).not.toThrow();
  });

  it('into a document', () => {
    const text = '# Notes\r\n\r\nAll about it.';
    const edited = appendInto(text, [entry('n.md')]);
    expect(edited.startsWith(`${text}\r\n\r\n## Specifications\r\n- [Name of a document]`)).toBe(true);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
    expect(appendInto(edited, [entry('n.md')])).toBe(edited);
    expect(parseIndex(edited, 'INDEX.md').entries).toMatchObject([{ path: 'n.md', declared: 'not-placed' }]);
  });

  it('into an empty document', () => expect(appendInto('', [])).toMatch(/^## Specifications\n/));
});

describe("a person's bytes", () => {
  const runs = FULL ? 100_000 : 3000;
  it(`survive ${runs} random edits and every command`, () => {
    let refused = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const random = new Random(seed * 7919);
      let { text } = randomIndex(random, encodePath);
      for (let k = random.below(6); k >= 0; k--) text = handEdit(random, text);
      if (printIndex(parseIndex(text, 'INDEX.md')) !== text) throw new Error(`seed ${seed}: print`);
      const entries = Array.from({ length: random.below(4) }, (_, k) =>
        entry(`${random.pick(['new', 'sub/new', '新 文', 'a(b'])}${k}.md`, {
          title: random.pick(['T', '[x]', '`', null]),
        }),
      );
      for (const command of [appendNew, appendInto]) {
        let edited: string;
        try {
          edited = command(text, entries);
        } catch (error) {
          if (!(error instanceof IndexNotEditable)) throw error;
          refused++;
          continue;
        }
        if (!keeps(text, edited)) throw new Error(`seed ${seed}: ${command.name} lost bytes`);
        if (command(edited, entries) !== edited) throw new Error(`seed ${seed}: ${command.name} twice`);
        if (command === appendNew && entries.length === 0 && edited !== text)
          throw new Error(`seed ${seed}: ${command.name} of nothing`);
      }
    }
    if (FULL) console.log(`refused ${refused} of ${runs * 2}`);
    expect(refused).toBeLessThan(runs * 0.1);
  }, 900_000);

  it('survive parsing, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc
            .array(
              fc.constantFrom(
                '- ',
                '\n',
                '\r',
                '# ',
                '[',
                '](',
                ')',
                '`',
                '```',
                '<!--',
                '-->',
                '|',
                ' ',
                'a.md',
                'Specs',
                '---',
                '\ufeff',
                '\ud800',
                '>',
                '\t',
              ),
            )
            .map((list) => list.join('')),
        ),
        (text) => {
          if (printIndex(parseIndex(text, 'INDEX.md')) !== text) throw new Error('print');
        },
      ),
      { numRuns: FULL ? 100_000 : 3000 },
    );
  }, 300_000);
});

/** Whether `edited` is `text` with something put in at one place. */
function keeps(text: string, edited: string): boolean {
  let start = 0;
  while (start < text.length && text.charCodeAt(start) === edited.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < text.length - start &&
    text.charCodeAt(text.length - 1 - end) === edited.charCodeAt(edited.length - 1 - end)
  )
    end++;
  return start + end >= text.length && edited.length >= text.length;
}
