/** Markup of another format that was left in a text. */
import type { Document } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import { apply, bySeverity, isTextual, matches, proseBlocks, sample, type Edit } from './content-common.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

/** `|` is where the document's own words stand; without it the remnant is put in behind them. */
const REMNANTS: Readonly<Record<string, Readonly<Record<Half, readonly string[]>>>> = {
  'escaped tag': {
    train: ['&lt;p&gt;|&lt;/p&gt;', '|&lt;br /&gt;', '&lt;strong&gt;|&lt;/strong&gt;', '&lt;li&gt;|', '|&lt;/div&gt;'],
    dev: [
      '&lt;em&gt;|&lt;/em&gt;',
      '&lt;span class=&quot;term&quot;&gt;|&lt;/span&gt;',
      '|&lt;/td&gt;&lt;td&gt;',
      '&lt;sup&gt;|&lt;/sup&gt;',
    ],
  },
  'escaped twice': {
    train: ['|&amp;nbsp;', '|&amp;amp;', '&amp;quot;|&amp;quot;', '|&amp;#8217;s'],
    dev: ['|&amp;ndash;', '&amp;lt;b&amp;gt;|&amp;lt;/b&amp;gt;', '|&amp;#160;', '&amp;ldquo;|&amp;rdquo;'],
  },
  entity: {
    train: ['|&#8217;s', '|&nbsp;', '&ldquo;|&rdquo;', '|&#160;', '|&mdash;'],
    dev: ['|&rsquo;s', '&quot;|&quot;', '|&ndash;', '&laquo;|&raquo;', '|&#x2019;s', '|&hellip;'],
  },
  tag: {
    train: ['<span class="c12">|</span>', '|</td>', '<font color="#000000">|</font>', '|</p>', '<o:p>|</o:p>'],
    dev: [
      '<span style="font-family:Arial">|</span>',
      '|</div>',
      '<div class="section" id="s4">|',
      '|</li></ul>',
      '<a name="_Toc48213377">|</a>',
    ],
  },
  bbcode: {
    train: ['[b]|[/b]', '|[/quote]', '[color=red]|[/color]', '[size=2]|[/size]'],
    dev: ['[i]|[/i]', '|[/list]', '[url=http://example.com/a]|[/url]', '[u]|[/u]'],
  },
  template: {
    train: ['{{ page.title }}', '{% endif %}', '{{product_name}}', '<%= user.name %>', '{% include "note.html" %}'],
    dev: [
      '{{ .Site.Params.version }}',
      '{{#each items}}',
      '${document.author}',
      '<?php echo $title; ?>',
      '{%- endfor -%}',
    ],
  },
  word: {
    train: [
      '<w:t>|</w:t>',
      '<w:r><w:rPr><w:b/></w:rPr><w:t>|</w:t></w:r>',
      '<!--[if !supportLists]-->|<!--[endif]-->',
      '|\\par \\pard',
    ],
    dev: [
      '<a:t>|</a:t>',
      '<text:span text:style-name="T4">|</text:span>',
      '{\\b |}',
      '<w:br/>|',
      '|<w:proofErr w:type="spellEnd"/>',
    ],
  },
  tex: {
    train: ['\\textbf{|}', '\\begin{tabular}{lll}', '|\\\\ \\hline', '\\label{sec:|}', '\\emph{|}'],
    dev: ['\\textit{|}', '\\end{itemize}', '\\item |', '\\cite{|}', '|~\\ref{fig:overview}'],
  },
  wiki: {
    train: [
      '|[edit]',
      "'''|'''",
      '{{Citation needed|date=May 2019}}',
      '{code}|{code}',
      '[[File:Overview.png|thumb|right]]',
      'h3. |',
    ],
    dev: [
      '|[edit source]',
      "''|''",
      '{noformat}|{noformat}',
      '{panel:title=Note}',
      '{color:#172b4d}|{color}',
      '[[Category:Stubs]]',
    ],
  },
  attribute: {
    train: ['| style="width: 100%"', '|{.underline}', '[|]{#_Toc1234567 .anchor}', '|{width="6.5in" height="3.2in"}'],
    dev: ['| class="MsoNormal"', '|{.mark}', '[|]{style="mso-fareast-language:EN-US"}', '::: {.WordSection1}'],
  },
};

/** Forms that are at home in a format: no remnant there. */
const AT_HOME: Readonly<Record<string, readonly string[]>> = {
  markdown: ['tag', 'entity', 'attribute'],
  tex: ['tex'],
  mediawiki: ['wiki', 'tag', 'entity'],
  asciidoc: ['attribute', 'entity'],
  org: [],
  roff: [],
  rst: [],
};

function markup(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const home = AT_HOME[document.format] ?? [];
  const kinds = Object.keys(REMNANTS).filter((kind) => !home.includes(kind));
  const kind = chance.pick(kinds);
  const forms = REMNANTS[kind]![half];
  const { text } = document;
  const wanted = bySeverity(severity, 1, 5, 30);
  const blocks = proseBlocks(document);
  const places = /escaped tag|tag/u.test(kind)
    ? matches(document, /[^\s.!?。！？]\S*(?: \S+){0,5}(?<=[\p{L}\p{M}])/gu, blocks)
    : matches(document, /[\p{L}\p{M}\p{N}]{3,20}/gu, blocks);
  if (places.length < wanted * 2) return undefined;
  const edits = sample(chance, places, wanted).map(({ start, end }): Edit => {
    const form = chance.pick(forms);
    const words = text.slice(start, end);
    // A bar inside braces or brackets is the wiki's own.
    if (form.includes('|') && !/^(?:\{\{|\[\[)/u.test(form))
      return { start, end, text: form.replace('|', () => words) };
    return { start: end, end, text: ` ${form}` };
  });
  return apply(text, edits, [`remnant ${kind}`]);
}

export const markupInjections: readonly Injection[] = [
  {
    id: 'markup-remnant',
    sees: 'Tags, entities or template marks of another format stand in the prose',
    inject: markup,
  },
];
