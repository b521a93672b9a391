import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from '../core/types.ts';
import { read, type Read } from './index.ts';
import { cleanTarget, plausible } from './targets.ts';

async function markdown(source: string, path = 'a.md'): Promise<Read> {
  const result = await read({ path, bytes: new Uint8Array(Buffer.from(source, 'utf8')), sha256: '' });
  if (!('document' in result)) throw new Error(result.outcome);
  return result;
}

const linksOf = async (source: string, path?: string): Promise<readonly Link[]> => (await markdown(source, path)).links;

describe('links', () => {
  test.each<readonly [string, readonly (readonly [string, Link['how'], number])[]]>([
    [
      '[a](b.md) and [c](d/e.md#part "title")',
      [
        ['b.md', 'link', 1],
        ['d/e.md', 'link', 1],
      ],
    ],
    [
      '![i](x.png)\n\n[![i](y.png)](z.md)',
      [
        ['x.png', 'embed', 1],
        ['y.png', 'embed', 3],
        ['z.md', 'link', 3],
      ],
    ],
    [
      '[a](<b c.md>) [d](e%20f.md) [g](h(1).md)',
      [
        ['b c.md', 'link', 1],
        ['e f.md', 'link', 1],
        ['h(1).md', 'link', 1],
      ],
    ],
    ['[a][x]\n\n[x]: errors.md "Errors"', [['errors.md', 'link', 3]]],
    [
      '<a href="p.html">p</a> <img src=\'q.png\'>',
      [
        ['p.html', 'link', 1],
        ['q.png', 'embed', 1],
      ],
    ],
    [
      '[[Page]] and [[Other|words]] and ![[pic.png]], not [[RFC2119]]',
      [
        ['Page', 'link', 1],
        ['Other', 'link', 1],
        ['pic.png', 'embed', 1],
      ],
    ],
    // the backslash takes one backtick off a run: what is left has a length that no other run has
    ['``a`` \\``[x](y.md)', [['y.md', 'link', 1]]],
    ['`[no](no.md)` \\[no](no.md)\n\n```\n[no](no.md)\n```\n\n    [no](no.md)', []],
    ['[u](https://x.y/z.md) <https://x.y> [m](mailto:a@b.c) [f](#f) [e]() [t]({{ url }}) [w](www.x.y)', []],
    [
      '| a | b |\n|---|---|\n| [x](y.md) | `errors.md` |',
      [
        ['y.md', 'link', 3],
        ['errors.md', 'name', 3],
      ],
    ],
  ])('%s', async (source, links) => {
    expect(await linksOf(source)).toEqual(links.map(([target, how, line]) => ({ target, line, how })));
  });
});

describe('names of files in prose', () => {
  test.each([
    ['Errors are in `errors.md`.', ['errors.md']],
    ['See docs/api.yaml for the rest.', ['docs/api.yaml']],
    ['错误码见 errors.md。', ['errors.md']],
    ['Siehe fehler.pdf', ['fehler.pdf']],
  ])('%s', async (source, names) => {
    expect((await linksOf(source)).map(({ target }) => target)).toEqual(names);
  });

  test.each([
    'Visit example.com or docs.rs.',
    'Version 1.2.md5 of v2.0',
    'Write to a@b.md',
    'https://x.y/errors.md',
    'See https://x.y/see/errors.md',
    'Name it `YYYY-MM-DD.md`',
    'Run `package.json` and `README.md`',
    '`*.md` and `<name>.md` and `{id}.md`',
    'Save it in `config.yaml`',
    'Save it to `report-a.md`',
    'call foo.html()',
    'e.g. `rice.md`',
    '[Appendix in SPEC.md](https://x.y/SPEC.md)',
    '```\nsee errors.md\n```',
    'Fix Makefile target of node.js',
    'socket.io, asp.net, next.js.md.x',
    'the `my-feature.md` file',
  ])('%s names none', async (source) => {
    expect(await linksOf(source)).toEqual([]);
  });

  test('plausible', () => {
    expect(plausible('a/b/errors.md')).toBe(true);
    expect(plausible('x.com/errors.md')).toBe(false);
    expect(plausible('1.2.md')).toBe(false);
  });
});

test('targets', () => {
  expect(cleanTarget(' a%2Fb.md?x#y ')).toBe('a/b.md');
  expect(cleanTarget('a%ZZ.md')).toBe('a%ZZ.md');
  expect(cleanTarget('/top.md')).toBe('/top.md');
  expect(cleanTarget('x&amp;y.md')).toBe('x&y.md');
  expect(cleanTarget('C:\\x.md')).toBeNull();
  expect(cleanTarget('//host/x.md')).toBeNull();
});

describe('titles', () => {
  test.each([
    ['---\ntitle: "Front"\n---\n\n# Head', 'Front'],
    ['# Head *with* [link](x.md) #\n', 'Head with link'],
    ['Head\n====\n', 'Head'],
    ['Just words\nin two lines', 'Just words'],
    ['<!-- x -->\n\n![logo](l.png)\n\n## Sub', 'Sub'],
    ['# ' + 'long '.repeat(60), 'long '.repeat(24).trim()],
  ])('%j', async (source, title) => {
    expect((await markdown(source)).title).toBe(title);
  });
});

/** Targets that markdown-it finds, in order. */
function oracle(source: string): readonly string[] {
  const found: string[] = [];
  for (const token of new MarkdownIt({ html: false, linkify: false }).parse(source, {}))
    for (const child of token.children ?? []) {
      const target =
        child.type === 'link_open' && child.markup !== 'autolink'
          ? child.attrGet('href')
          : child.type === 'image'
            ? child.attrGet('src')
            : null;
      if (target !== null) {
        const clean = cleanTarget(String(target));
        if (clean !== null) found.push(clean);
      }
      // Images inside a link stand in its children already; those inside an image's words are not shown.
    }
  return found.toSorted();
}

const part = fc.constantFrom(
  'word',
  ' ',
  '\n',
  '\n\n',
  '[a](b.md)',
  '![i](p.png)',
  '[c](d.md "t")',
  '`code`',
  '``x ` y``',
  '[e](<f g.md>)',
  '**',
  '*',
  '\\',
  '[',
  ']',
  '- ',
  '1. ',
  '> ',
  '## ',
  '```\n',
  '    ',
  '(',
  ')',
  '| a | b |\n|---|---|\n',
  '<b>',
  '&amp;',
  '---\n',
  '漢字。',
  '[h](i.md)[j](k.md)',
  '[![l](m.png)](n.md)',
);

test('the same links as markdown-it, wherever both read the same blocks', async () => {
  let same = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
      const source = 'Text ' + parts.join('');
      const ours = [
        ...new Set((await linksOf(source)).filter(({ how }) => how !== 'name').map(({ target }) => target)),
      ].toSorted();
      const theirs = [...new Set(oracle(source))];
      all++;
      if (JSON.stringify(ours) === JSON.stringify(theirs)) same++;
      // Ours may see more (a target in a block that markdown-it takes for code, or the other way round), never nonsense.
      for (const target of ours)
        expect(['b.md', 'p.png', 'd.md', 'f g.md', 'i.md', 'k.md', 'm.png', 'n.md']).toContain(target);
    }),
    { numRuns: 1500, seed: 7 },
  );
  expect(same / all).toBeGreaterThan(0.97);
}, 60_000);
