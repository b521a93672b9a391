import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineColumn } from '../core/locate.ts';
import type { Document } from '../core/types.ts';
import { read, type Read } from './index.ts';

async function html(source: string): Promise<Read> {
  const result = await read({ path: 'page.html', bytes: new Uint8Array(Buffer.from(source, 'utf8')), sha256: '' });
  if (!('document' in result)) throw new Error(result.outcome);
  return result;
}

const kinds = (document: Document): readonly string[] =>
  (document.structure ?? []).map(
    ({ kind, level, start, end }) => `${kind}${level > 0 ? String(level) : ''}: ${document.slice(start, end)}`,
  );

describe('what is seen', () => {
  test.each([
    ['<p>One</p><p>Two <b>bold</b>\n   words</p>', 'One\n\nTwo bold words'],
    ['<h1>T</h1>text<br>more', 'T\n\ntext\nmore'],
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<table><tr><td>a<td>b<tr><td colspan=2>c</table>', 'a | b\nc'],
    ['<table><tr><th>a</th><td><p>b</p><p>c</p></td><td>d</td></tr></table>', 'a | b\nc | d'],
    ['<pre>\n  a\n    b\n</pre>x', '  a\n    b\n\n\nx'],
    ['a&amp;b &lt;c&gt; &eacute; &#x1F600; &nbsp;x', 'a&b <c> é \u{1f600} \u00a0x'],
    [
      '<script>var a = "<p>no</p>"</script><style>p{}</style><template>no</template><noscript>no</noscript><!-- no -->yes',
      'yes',
    ],
    ['<p hidden>no <p>no?</p><div hidden>no <div>no</div> no</div><p>yes', 'no?\n\nyes'],
    ['<p style="color:red; display: none">no</p>yes', 'yes'],
    ['<a href=x>one</a><a href=y>two</a>', 'one two'],
    ['a<br><br>b', 'a\n\nb'],
    ['<title>T</title><body>b', 'b'],
    ['<p>one</A  ', 'one</A'],
    ['<svg><text>no</text></svg>yes', 'yes'],
  ])('%s', async (source, text) => {
    expect((await html(source)).document.text).toBe(text);
  });

  test('what is in the text and not on the screen is marked', async () => {
    const { document } = await html(
      '<style>.h{display:none} p.w{color:#fff}</style><p>Seen.</p><p class="h"> By class </p><p class=w>white</p><p style="font-size:0">size</p><p style="position:absolute;left:-9999px">off</p><p class=h></p>Seen.',
    );
    expect(document.marks?.map(({ kind, by, start, end }) => `${kind} ${by}: ${document.slice(start, end)}`)).toEqual([
      'hidden display: none: By class',
      'hidden its color: white',
      'hidden font-size: 0: size',
      'hidden its position: off',
    ]);
    expect((await html('<p>Seen.')).document.marks).toBeUndefined();
  });

  test('a page that is covered as a whole is read: a script uncovers it', async () => {
    const page =
      '<body>Menu<div style="display: none"><script>var x = "a long script, which is no text"</script><p>All the words of the page</p></div>';
    expect((await html(page)).document.text).toBe('Menu\n\nAll the words of the page');
    expect((await html('<p>Words enough to stay</p><p hidden>a few</p>')).document.text).toBe('Words enough to stay');
  });

  test('a tag, a comment or a title that the end of the file cuts is kept', async () => {
    expect((await html('<p>One</p><p clas')).document.text).toBe('One\n\n<p clas');
    expect((await html('<p>One</p')).document.text).toBe('One</p');
    expect((await html('<p>One <a href="x')).document.text).toBe('One <a href="x');
    expect((await html('<p>One</p><!-- cut off')).document.text).toBe('One\n\n<!-- cut off');
    expect((await html('<p>One</p><')).document.text).toBe('One\n\n<');
    expect((await html('<p>One</p><!-- whole -->')).document.text).toBe('One');
    expect((await html('<title>Cut <p>text')).document.text).toBe('Cut <p>text');
  });

  test('blocks', async () => {
    const { document, title } = await html(
      '<title> A\n title </title><h2>Head <i>x</i></h2><p>Words</p><ul><li>a<ul><li>b</ul></ul><pre>code</pre><blockquote>q</blockquote><table><tr><td>1<td>2<tr><td>3<td>4</table>',
    );
    expect(title).toBe('A title');
    expect(kinds(document)).toEqual([
      'heading2: Head x',
      'prose: Words',
      'list1: a',
      'list2: b',
      'code: code',
      'quote: q',
      'table: 1 | 2\n3 | 4',
    ]);
  });

  test.each([
    ['w<a href="#fn1" role="doc-noteref"><sup>1</sup></a>. T<ol><li id="fn1"><p>A note', 'w[1]. T\n\n[1] A note'],
    ['w<a href="c2.html#f" class="footnote-ref">a</a>.', 'w[a].'],
    ['w<sup><a href=#n>*</a></sup>, x<sup><a href=#m>[2]</a></sup>', 'w[*], x[2]'],
    ['w<sup>1</sup>.<p><sup>1</sup>See it.<p><sup><a href="#r">2</a></sup>And it.', 'w¹.\n\n¹ See it.\n\n[2] And it.'],
    ['10<sup>3</sup>, 10<sup>&minus;3</sup>, H<sub>2</sub>O, 1<sup>st</sup>, E<sup>b</sup>', '10³, 10⁻³, H₂O, 1st, Eb'],
    ['<a href="#x">1</a>, <sup><a href="#x">see 4</a></sup>, <sup', '1, see 4, <sup'],
    ['w<a href="#fn1" epub:type="noteref">1', 'w1'],
    ['<sup hidden>1</sup>2<sup>3', '23'],
  ])('numbers of notes, powers: %s', async (source, text) => {
    expect((await html(source)).document.text).toBe(text);
  });

  test('links', async () => {
    const { links } = await html(
      '<a href="b%20c.html#x">x</a>\n<img src=i.png>\n<a href="https://x.y/">u</a><a href="mailto:a@b">m</a><p>See errors.md for it</p><a href="#f">f</a>',
    );
    expect(links).toEqual([
      { target: 'b c.html', line: 1, how: 'link' },
      { target: 'i.png', line: 2, how: 'embed' },
      { target: 'errors.md', line: 3, how: 'name' },
    ]);
    expect((await html('<base href="https://x.y/"><a href="b.html">x</a>')).links).toEqual([]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '<p>',
    '</p>',
    '<br>',
    '<td>',
    '<tr>',
    '<table>',
    '</table>',
    '<li>',
    '<ul>',
    '</ul>',
    '<pre>',
    '</pre>',
    '<b>',
    '</b>',
    '<div hidden>',
    '</div>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<',
    '>',
    '&amp;',
    '&eacute;',
    '&#10;',
    '&ngE;',
    '\n',
    '  ',
    '\r\n',
    '<h1>',
    '</h1>',
    '<title>',
    '</title>',
    '<a href="',
    '"',
    '<p class=x',
    '</',
    '<svg>',
    '</svg>',
    '<textarea>',
    '<sup>',
    '</sup>',
    '<sup>3</sup>',
    '<sub>&minus;1</sub>',
    '<li id="n">',
    '<a href="#n" role="doc-noteref"><sup>1</sup></a>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\0\r\u{1}-\u{8}\u{e}-\u{1f}]/gu, '.')),
);

test('every unit of the text stands in the file where the document says, or was put in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const source = '<html>' + pieces.join('');
      const { document } = await html(source);
      const lines = source.replace(/\r\n?/gu, '\n').split('\n');
      let before = 0;
      for (let i = 0; i < document.units.length; i++) {
        const { line, column } = lineColumn(document, i);
        const there = lines[line - 1];
        expect(there).toBeDefined();
        const unit = document.text.charAt(i);
        const original = there!.charAt(column - 1);
        // Line ends, cell marks and numbers of notes stand where a tag does; a reference stands where its ampersand does.
        if (unit !== original) expect('\n |[1]¹³₁₋'.includes(unit) || original === '&' || unit === '\u00a0').toBe(true);
        const place = line * 1_000_000 + column;
        expect(place).toBeGreaterThanOrEqual(before);
        before = place;
      }
      let end = 0;
      for (const block of document.structure ?? []) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        expect(block.end).toBeGreaterThan(block.start);
        end = block.end;
      }
      expect(end).toBeLessThanOrEqual(document.units.length);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('depth and length cost no more than their bytes', async () => {
  for (const part of [
    '<div>',
    '<b>',
    '</p>',
    '<table><tr><td>',
    '<a href="',
    '&',
    '<',
    '>',
    '<!--',
    '<p hidden>',
    '<ul><li>',
    '<title>',
  ]) {
    const result = await html('<html>' + part.repeat(Math.ceil(200_000 / part.length)));
    expect(['read', 'empty']).toContain(result.outcome);
  }
}, 60_000);
