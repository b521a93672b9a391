import { describe, expect, test } from 'vitest';
import { markupRemnant } from './markup-remnant.ts';
import { run } from './testing/document.ts';

const DOC = '# Limits\n\nA client may open 5 connections.\n\nFurther connections are refused.\n';
const within = (text: string): string => `${DOC}\n${text}\n\n${DOC}`;

describe('found in Markdown', () => {
  test.each([
    '&lt;p&gt;The limit is 5.&lt;/p&gt;',
    'The limit is&lt;br&gt;5 connections.',
    '&lt;span class=&quot;x&quot;&gt;The limit',
    'The limit&amp;nbsp;is 5.',
    'The client&amp;#8217;s limit is 5.',
    'The client&#8217;s limit is 5.',
    'It is said that &#8220;limits&#8221; hold.',
    'The limit is 5.</td>',
    'The limit is 5.</span></div>',
    '<td>The limit</td><td>5</td>',
    'The limit is <font color="red">5.\n\n<span style="x">And more.',
    '<p class="MsoNormal">The limit is 5.</p>',
    '<span lang="EN-US">The limit is 5.</span>',
    '<w:t>The limit</w:t> is <o:p></o:p> 5.',
    '[b]The limit[/b] is 5.',
    'See [url=https://example.org]the limit[/url].',
    '\\begin{tabular}{ll}\nlimit & 5 \\\\\n\\end{tabular}',
    'The \\textbf{limit} is \\emph{five}.',
    '{noformat}\nlimit 5\n{noformat}',
    '{code:java}\nlimit = 5;\n{code}',
    '{code}\nlimit = 5;\n{code}',
    '{color:red}The limit{color} is 5.',
    '[[File:limit.png|thumb|The limit]]',
    'The limit is 5.{{citation needed}}',
    '<![CDATA[The limit]]> is 5.',
    '限额&lt;/p&gt;为五个连接。',
    'الحد&amp;nbsp;هو خمسة.',
    'The client of {{ customer_name }} may open five.',
    'The client of {{customerName}} may open five.',
    'Dear ${user.name}, the limit is five.',
    'The limit is <%= limit %> connections.',
    'The limit is [% limit %] connections.',
    'The limit is {% if limit %}five{% endif %} connections.',
    'The limit of %PRODUCT_NAME% is five.',
    'The limit of «CompanyName» is five.',
    '限额为{{ limit_value }}个连接，不能更多。',
    'The limit is five connections for [object Object].',
    '<!--[if gte mso 9]><xml></xml><![endif]-->',
    'The limit is [five]{.mark} connections.',
    '[]{#_Toc123456 .anchor}Limits of the client',
    'The limit~\\cite{smith2020} is five.',
    'The limit is {\\bf five} connections.',
    'The limit is \\fBfive\\fR connections.',
    '{| class="wikitable"\n| five\n|}',
    '== Limits ==',
    '||Limit||Value||',
    '!limit.png|thumbnail!',
    'See :ref:`limits` for more.',
    '.. note:: The limit is five.',
    '#+BEGIN_QUOTE\nfive\n#+END_QUOTE',
    'See {@link Limits#max} for more.',
  ])('%s', (text) => {
    const [found, ...more] = run(markupRemnant, within(text));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ level: 'look' });
    expect(found!.places[0].line).toBe(7);
    expect(run(markupRemnant, within(`\`\`\`\n${text}\n\`\`\``))).toEqual([]);
  });
});

describe('found in plain text', () => {
  test.each(['<p>The limit is 5.</p>', 'The limit&nbsp;is&nbsp;5.', 'The limit is <b>5</b>.', 'The limit<br>is<br>5.'])(
    '%s',
    (text) => {
      expect(run(markupRemnant, within(text), 'text')).toMatchObject([{ level: 'look' }]);
    },
  );
});

test('one finding for all, told by kind', () => {
  const [found, ...more] = run(
    markupRemnant,
    within('&lt;p&gt;One&lt;/p&gt;\n\n&lt;p&gt;Two&amp;nbsp;three&lt;/p&gt;\n\n[b]four[/b]'),
  );
  expect(more).toEqual([]);
  expect(found!.message).toBe('4 escaped tags, a character escaped twice, a forum code left in the text: "&lt;p&gt;"');
  expect(found!.places).toHaveLength(6);
});

test('what the file ends in is told by another check', () => {
  for (const tail of ['&lt;p', '&lt;p\n', '&lt;/p', '<p']) expect(run(markupRemnant, `${DOC}\n${tail}`)).toEqual([]);
});

describe('left alone', () => {
  test.each([
    [
      'inline HTML',
      'A <kbd>key</kbd>, H<sub>2</sub>O<br>and <a name="x"></a><img src="a.png">\n\n<details>\n<summary>More</summary>\n\nText.\n\n</details>',
    ],
    ['a table in HTML', '<table>\n<tr><td>map&lt;string, string&gt;</td><td>&nbsp;\n</table>'],
    ['list without end tags', '<ul>\n<li>One\n<li>Two\n</ul>'],
    [
      'placeholders',
      'Call `/users/{code}` or /users/{quote}/ with <name> and <option> of List<String> and &lt;name&gt;.',
    ],
    ['types', 'A Vec&lt;T&gt; of map&lt;string, attribute&gt;, where a&lt;b and QoS&gt;0.'],
    ['entities', 'A&nbsp;B &mdash; &quot;C&quot; &copy; &#x2192; &sect; 5 -&gt; 6'],
    ['about HTML', 'The element `<p>`, the end tag "&lt;/p&gt;", the reference `&amp;nbsp;` and a \\<pre> block.'],
    ['mathematics', 'With $\\textbf{x}$ and $$\\begin{aligned} a \\end{aligned}$$ and \\(\\emph{a}\\) in it.'],
    ['links', 'See [/b](https://example.org), [/path] and [x][/y].'],
    ['a comment', '<!-- </td> &amp;nbsp; [/b] -->'],
    ['about templates', 'The template replaces {{ name }} by the name, and the variable ${user.name} too.'],
    ['slots in code', 'Write `{{ user.name }}` where the name goes; {{ user.name }} is the name.'],
    ['a source of an engine', '{% include "head.html" %}\n\nThe page of {{ page.title }} is here.'],
    ['variables', 'With $name and ${user.name} given, the shell goes on.'],
    ['a diagram', '@startuml\nA -> B : <b>call</b> <font color="red">now\n@enduml'],
    ['an environment that is named', 'The preamble ends at \\begin{document} of the file.'],
  ])('%s', (_name, text) => {
    expect(run(markupRemnant, within(text))).toEqual([]);
  });

  test('TeX in a document that is made by way of it', () => {
    const text = '\\begin{tabular}{l}\nfive\n\\end{tabular}\n\nSee \\textbf{this} \\citep{smith}.\n';
    expect(run(markupRemnant, `---\ntitle: Limits\nbibliography: paper.bib\n---\n\n${text}`)).toEqual([]);
    expect(run(markupRemnant, text)).toHaveLength(1);
  });

  test('tables that are styled by hand', () => {
    const table = '<table>\n<tr><td style="white-space: nowrap">five</td></tr>\n</table>\n';
    expect(run(markupRemnant, within(table))).toEqual([]);
  });

  test('other formats', () => {
    expect(
      run(markupRemnant, "'''Limits''' [[File:a.png]] <ref>x</ref> &lt;digits&gt; {{main|x}} a&nbsp;b\n", 'mediawiki'),
    ).toEqual([]);
    expect(run(markupRemnant, '\\section{A} \\textbf{b} \\begin{tabular}{l} a & b \\end{tabular}\n', 'tex')).toEqual(
      [],
    );
    expect(run(markupRemnant, 'git refs exists <ref> [--all] [<ref>...] a <b> c\n', 'asciidoc')).toEqual([]);
    expect(run(markupRemnant, '   The form is\n\n   <a>\n     <b>x</b>\n   </a>\n\n   and more.\n', 'text')).toEqual(
      [],
    );
    expect(run(markupRemnant, '<p>a</p></td>', 'xml')).toEqual([]);
  });
});

test('is linear', () => {
  for (const text of [
    '<'.repeat(1_000_000),
    '<b>'.repeat(300_000),
    '</td>'.repeat(200_000),
    '&lt;p '.repeat(200_000),
    '&amp;'.repeat(200_000),
    '&amp;nbsp;'.repeat(100_000),
    '[/b]'.repeat(200_000),
    '`</b>'.repeat(200_000),
    '\\textbf{'.repeat(100_000),
    '{code}'.repeat(50_000),
    '{code}\n'.repeat(50_000),
    '<a '.repeat(300_000),
  ])
    for (const format of ['markdown', 'text']) run(markupRemnant, text, format);
}, 20_000);

test('is linear on slots and lines', () => {
  for (const text of [
    '{{ a.b }} '.repeat(80_000),
    '${a} '.repeat(50_000),
    '{\\bf '.repeat(40_000),
    '== a\n'.repeat(50_000),
    '@startuml\n'.repeat(80_000),
    ':ref:`'.repeat(40_000),
  ])
    for (const format of ['markdown', 'text']) run(markupRemnant, text, format);
}, 20_000);
