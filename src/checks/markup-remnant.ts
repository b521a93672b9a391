/**
 * Pieces of another format's markup in a document that is not written in it: escaped tags, references escaped twice, closing
 * tags that nothing opened, what a word processor exports, forum and wiki codes, TeX in Markdown. What the document's own
 * format allows (balanced inline HTML in Markdown, entities, placeholders such as `<name>`) is left alone, and so is code.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode, lineStartNear } from '../views/context.ts';
import { lines } from '../views/lines.ts';
import { nextIn, nextOf } from '../views/next.ts';

/** Most places of one finding. */
const PLACES = 7;
/** Most candidates of one kind that are looked at, and most tags that are counted. */
const KEPT = 400;
const MOST_TAGS = 100_000;
/** Longest tag that is read, in units. */
const TAG_UNITS = 300;
/** Remnants without proof of their own that make a finding together. */
const WEAK = 2;
/** Closing tags too many of an element that the document uses rightly elsewhere. */
const EXCESS = 3;

const AMPERSAND = 0x26;
const LESS = 0x3c;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const SLASH = 0x2f;
const LF = 0x0a;

type Formats = ReadonlySet<string>;
/** Formats in which HTML may stand between the words. */
const WITH_HTML: Formats = new Set(['markdown', 'org']);
/** Formats of text for people that are looked at. */
const PROSE: Formats = new Set(['markdown', 'text', 'rst', 'asciidoc', 'mediawiki', 'org', 'tex', 'roff']);
/** Formats with codes of their own in braces, backslashes and quotes. */
const OWN_CODES: Formats = new Set(['mediawiki', 'tex']);

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements of HTML that stand in scraped and exported text. */
const ELEMENTS = set(
  'a abbr article aside b big blockquote body button caption center cite code col colgroup dd del details div dl dt em figcaption ' +
    'figure font footer form h1 h2 h3 h4 h5 h6 head header html i iframe ins kbd label li main mark nav nobr ol option p pre q s samp ' +
    'script section select small span strike strong style sub summary sup svg table tbody td textarea tfoot th thead tr tt u ul var',
);
/** Elements whose end tag may be left out, or that are known to be written without one. */
const OPEN_ENDED = set('sup sub p li td tr th dt dd thead tbody tfoot option colgroup col body html head');
/** Parts of a table: nothing without one. */
const TABLE_PARTS = set('td tr th tbody thead tfoot');
/** Elements that are written without an end. */
const VISIBLE = set('br hr p li td tr');
/** Elements of which a single tag is a remnant and no mention. */
const FORMATTING = set('span font div strong em center big small strike nobr blockquote table');
/** Names that nobody takes for a type parameter or a variable when they stand between `&lt;` and `&gt;`. */
const TELLING = set(
  'p br hr div span td tr th table tbody thead li ul ol strong em img font h1 h2 h3 h4 h5 h6 blockquote center sup sub pre script style iframe figure',
);
/** Prefixes of elements that office programs write. */
const OFFICE = set('w o v m st1 wp wps wpg mc xsl fo text office style draw pic w14 w15 a14 ve dgm ac ri');

/** Whether a tag that is closed may stand in the text. */
function allowsHtml(format: string): boolean {
  return WITH_HTML.has(format) || format === 'mediawiki' || format === 'roff';
}

/** A piece of foreign markup; `proof`: it alone is enough. */
interface Remnant extends Span {
  readonly proof: boolean;
  readonly what: What;
}

type What =
  | 'template'
  | 'escaped'
  | 'double'
  | 'entity'
  | 'closing'
  | 'unclosed'
  | 'office'
  | 'forum'
  | 'tex'
  | 'wiki'
  | 'data'
  | 'source'
  | 'other'
  | 'tag';

const WORDS: Readonly<Record<What, readonly [one: string, more: string]>> = {
  escaped: ['an escaped tag', 'escaped tags'],
  double: ['a character escaped twice', 'characters escaped twice'],
  entity: ['a character reference', 'character references'],
  closing: ['a closing tag that nothing opened', 'closing tags that nothing opened'],
  unclosed: ['a tag that is not closed', 'tags that are not closed'],
  office: ['a tag of a word processor', 'tags of a word processor'],
  forum: ['a forum code', 'forum codes'],
  tex: ['a TeX command', 'TeX commands'],
  wiki: ['a wiki code', 'wiki codes'],
  data: ['a mark of XML', 'marks of XML'],
  source: ['a tag of a source comment', 'tags of source comments'],
  other: ['a mark of another format', 'marks of other formats'],
  tag: ['an HTML tag', 'HTML tags'],
  template: ['a placeholder of a template', 'placeholders of a template'],
};

// ---------------------------------------------------------------------------------------------------------------------
// References: &lt;p&gt;  &amp;nbsp;  &#8217;

const ESCAPED = /^&lt;(\/?)([A-Za-z][A-Za-z0-9]{0,11})(?:((?:\s|&nbsp;)[^<>\n]{0,200}?)?\s*\/?(&gt;|>)|)/u;
const TWICE =
  /^&amp;(?:nbsp|lt|gt|amp|quot|apos|[lr]squo|[lr]dquo|[mn]dash|hellip|copy|reg|trade|bull|middot|#\d{2,5}|#x[\da-f]{2,5});/iu;
const NUMERIC = /^&#(?:(\d{2,5})|x([\da-f]{2,4}));/iu;
const NAMED = /^&(nbsp|quot|apos|amp|lt|gt|[lr]squo|[lr]dquo|[mn]dash|hellip|ensp|emsp|thinsp|zwnj|shy);/u;
/** Code points of punctuation that a person types and a web page refers to: quotes, dashes, dots, the no-break space. */
const TYPED: ReadonlySet<number> = new Set([
  0x22, 0x27, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e,
  0x2026,
]);
/** Named references that Markdown is seldom written with by hand. */
const QUOTES = set('rsquo lsquo ldquo rdquo hellip apos zwnj shy');

function isQuoted(units: Uint16Array, start: number, end: number): boolean {
  return isQuote(units[start - 1] ?? 0) && isQuote(units[end] ?? 0);
}

function isQuote(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x60 ||
    (unit >= 0x2018 && unit <= 0x201f) ||
    unit === 0xab ||
    unit === 0xbb ||
    (unit >= 0x300c && unit <= 0x300f)
  );
}

const isAsciiLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
/** A letter of any script, roughly: what could be the inside of a word. */
const isWordUnit = (unit: number): boolean => isAsciiLetter(unit) || unit >= 0xc0;

function references(document: Document, found: Remnant[]): void {
  const { units, format } = document;
  let looked = 0;
  for (let i = units.indexOf(AMPERSAND); i >= 0 && looked < KEPT * 10; i = units.indexOf(AMPERSAND, i + 1)) {
    const next = units[i + 1] ?? 0;
    if (next !== 0x23 && !isAsciiLetter(next)) continue;
    // a reference ends within ten units
    let semicolon = i + 2;
    while (semicolon < i + 10 && units[semicolon] !== 0x3b) semicolon++;
    if (units[semicolon] !== 0x3b) continue;
    looked++;
    const text = document.slice(i, i + 280);
    const twice = TWICE.exec(text);
    if (twice) {
      found.push({ start: i, end: i + twice[0].length, proof: true, what: 'double' });
      i += twice[0].length - 1;
      continue;
    }
    const escaped = next === 0x6c ? ESCAPED.exec(text) : null;
    if (escaped) {
      const remnant = escapedTag(units, i, escaped);
      if (remnant) {
        found.push(remnant);
        i = remnant.end - 1;
        continue;
      }
    }
    const numeric = next === 0x23 ? NUMERIC.exec(text) : null;
    if (numeric) {
      const codePoint = numeric[1] === undefined ? Number.parseInt(numeric[2]!, 16) : Number(numeric[1]);
      if (TYPED.has(codePoint)) {
        const end = i + numeric[0].length;
        // don&#8217;t
        found.push({
          start: i,
          end,
          proof: isWordUnit(units[i - 1] ?? 0) && isWordUnit(units[end] ?? 0),
          what: 'entity',
        });
      }
      continue;
    }
    const named = NAMED.exec(text);
    if (!named) continue;
    if (format === 'text' || (format !== 'mediawiki' && format !== 'tex' && QUOTES.has(named[1]!)))
      found.push({ start: i, end: i + named[0].length, proof: false, what: 'entity' });
  }
}

function escapedTag(units: Uint16Array, start: number, match: RegExpExecArray): Remnant | null {
  const [whole, slash, name, attributes, close] = match;
  const element = name!.toLowerCase();
  const end = start + (close === undefined ? `&lt;${slash}${name}`.length : whole.length);
  if (slash === '/' ? !ELEMENTS.has(element) || close === undefined : !TELLING.has(element)) {
    if (
      !(
        ELEMENTS.has(element) &&
        attributes !== undefined &&
        /^(?:\s|&nbsp;)+[a-z-]+\s*=\s*(?:"|'|&quot;|&#39;|\w)/iu.test(attributes)
      )
    )
      return null;
  }
  const has = attributes !== undefined && /=/u.test(attributes);
  if (close === undefined && !has) {
    // `&lt;p` and the text goes on, or the file ends: the second is for the check of what is cut off
    let rest = end;
    while (rest < units.length && (units[rest] === 0x20 || units[rest] === LF)) rest++;
    if (
      rest === units.length ||
      isAsciiLetter(units[end] ?? 0) ||
      (units[end] !== 0x20 && units[end] !== LF && (units[end] ?? 0) < 0x2e80)
    )
      return null;
    return { start, end, proof: false, what: 'escaped' };
  }
  // a tag that is spoken of has spaces around it
  const glued = isWordUnit(units[end] ?? 0) || isWordUnit(units[start - 1] ?? 0);
  const proof =
    slash === '/' || has || glued || element === 'br' || element === 'hr' || element === 'td' || element === 'tr';
  return { start, end, proof, what: 'escaped' };
}

// ---------------------------------------------------------------------------------------------------------------------
// Tags

interface Tag extends Span {
  readonly name: string;
  readonly closing: boolean;
  /** Between the name and `>`. */
  readonly attributes: boolean;
}

interface Tags {
  readonly byName: Map<string, Tag[]>;
}

const DATA = /^<(?:!\[CDATA\[|!DOCTYPE\s+html|\?xml[\s:]|\?mso-|!\[if |!\[endif\]|!--\[if |!--\[endif\])/iu;

function tagsOf(document: Document, found: Remnant[]): Tags {
  const { units } = document;
  const byName = new Map<string, Tag[]>();
  const html = allowsHtml(document.format);
  let looked = 0;
  for (let i = units.indexOf(LESS); i >= 0 && looked < MOST_TAGS; i = units.indexOf(LESS, i + 1)) {
    let at_ = i + 1;
    const closing = units[at_] === SLASH;
    if (closing) at_++;
    const head = units[at_] ?? 0;
    // `\<pre>` is how Markdown writes it
    if (units[i - 1] === BACKSLASH) continue;
    if (!isAsciiLetter(head)) {
      if ((head === 0x21 || head === 0x3f) && found.length < KEPT && document.format === 'markdown') {
        const data = DATA.exec(document.slice(i, i + 60));
        if (data && i > 0)
          found.push({
            start: i,
            end: i + data[0].length,
            proof: true,
            what: data[0].includes('[if') || data[0].includes('[endif') ? 'office' : 'data',
          });
      }
      continue;
    }
    const from = at_;
    while (
      at_ - from < 28 &&
      (isAsciiLetter(units[at_] ?? 0) ||
        ((units[at_] ?? 0) >= 0x30 && (units[at_] ?? 0) <= 0x3a) ||
        (units[at_] === 0x2d && at_ > from))
    )
      at_++;
    const after = units[at_] ?? 0;
    if (after !== GREATER && after !== 0x20 && after !== SLASH && after !== LF) continue;
    const stop = Math.min(units.length, i + TAG_UNITS);
    let end = at_;
    while (end < stop && units[end] !== GREATER && units[end] !== LESS) end++;
    if (units[end] !== GREATER) continue;
    looked++;
    // `<br/>`: neither opens nor closes
    if (html && units[end - 1] === SLASH && !closing) continue;
    const name = document.slice(from, at_).toLowerCase();
    const colon = name.indexOf(':');
    if (colon > 0) {
      if (OFFICE.has(name.slice(0, colon)) && name.length > colon + 1 && found.length < KEPT)
        found.push({ start: i, end: end + 1, proof: true, what: 'office' });
      continue;
    }
    if (!ELEMENTS.has(name) && (html || (name !== 'br' && name !== 'hr'))) continue;
    let tags = byName.get(name);
    if (!tags) byName.set(name, (tags = []));
    tags.push({
      start: i,
      end: end + 1,
      name,
      closing,
      attributes: (after === 0x20 || after === LF) && units.subarray(at_, end).includes(0x3d),
    });
    i = end;
  }
  return { byName };
}

const EXPORTED =
  /\bclass=["']?(?:Mso|x_Mso|xl\d|s\d\b|ql-|notion-|kix-)|mso-|\b(?:lang|xml:lang)=["']?[A-Z]{2}-[A-Z]{2}\b|docs-internal-guid|\bdata-(?:mce|pm|block|offset)|\bstyle=["'][^"']*\b(?:font-family|line-height|white-space|letter-spacing|orphans|widows)\b/u;
/** What of it nobody writes by hand, either: tables are styled by hand in Markdown, for want of another way. */
const EXPORTED_TABLE = /\bclass=["']?(?:Mso|x_Mso|xl\d)|mso-|docs-internal-guid/u;
/** No manual page has any of these. */
const CLASSED = /\s(?:class|style)=/iu;
const STYLED = set('span font p div td table o');

function judgeTags(document: Document, { byName }: Tags, found: Remnant[]): void {
  const { format } = document;
  const shown = (tag: Tag): boolean => isExample(document, tag.start);
  if (!allowsHtml(format)) {
    // here no tag means anything
    for (const tags of byName.values())
      for (const tag of tags.slice(0, KEPT))
        // `<option>` may be a placeholder
        if (
          (tag.closing || tag.attributes || VISIBLE.has(tag.name) || tags.some(({ closing }) => closing)) &&
          !shown(tag)
        )
          found.push({ start: tag.start, end: tag.end, proof: tag.closing || tag.attributes, what: 'tag' });
    return;
  }
  for (const [name, tags] of byName) {
    if (STYLED.has(name) || format === 'markdown')
      for (const tag of tags.slice(0, KEPT))
        if (
          tag.attributes &&
          !tag.closing &&
          (format === 'roff'
            ? CLASSED
            : STYLED.has(name) && name !== 'td' && name !== 'table'
              ? EXPORTED
              : EXPORTED_TABLE
          ).test(document.slice(tag.start, tag.end)) &&
          !shown(tag)
        )
          found.push({ start: tag.start, end: tag.end, proof: true, what: 'office' });
    let closers = 0;
    for (const { closing } of tags) if (closing) closers++;
    const openers = tags.length - closers;
    if (
      closers > openers ||
      (TABLE_PARTS.has(name) && !byName.has('table')) ||
      (openers > 0 && closers === 0 && !OPEN_ENDED.has(name))
    )
      balance(document, name, tags, byName, found);
  }
}

function balance(
  document: Document,
  name: string,
  all: readonly Tag[],
  byName: ReadonlyMap<string, readonly Tag[]>,
  found: Remnant[],
): void {
  const tags = all.slice(0, KEPT * 5).filter((tag) => !isExample(document, tag.start));
  const stray: Tag[] = [];
  const open: Tag[] = [];
  for (const tag of tags)
    if (!tag.closing) open.push(tag);
    else if (open.length > 0) open.pop();
    else stray.push(tag);
  const opened = tags.some(({ closing }) => !closing);
  const orphan = TABLE_PARTS.has(name) && !byName.has('table');
  if (stray.length > 0 && (!opened || stray.length >= EXCESS || orphan))
    for (const tag of stray.slice(0, KEPT))
      found.push({ start: tag.start, end: tag.end, proof: true, what: 'closing' });
  if (orphan)
    for (const tag of tags.filter(({ closing }) => !closing).slice(0, KEPT))
      found.push({ start: tag.start, end: tag.end, proof: false, what: 'tag' });
  else if (
    !OPEN_ENDED.has(name) &&
    stray.length === 0 &&
    open.length > 0 &&
    tags.length === open.length &&
    document.format === 'markdown'
  )
    for (const tag of open.slice(0, KEPT))
      if (FORMATTING.has(name) || (name === 'a' && / href=/iu.test(document.slice(tag.start, tag.end))))
        found.push({ start: tag.start, end: tag.end, proof: false, what: 'unclosed' });
}

// ---------------------------------------------------------------------------------------------------------------------
// Forum, wiki and TeX

const FORUM =
  /^\[\/(?:b|i|u|s|url|quote|code|img|list|color|size|center|font|table|td|tr|spoiler|left|right|email|\*)\]/iu;
const FILE =
  /^\[\[(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría|Ficheiro|Categoria|Immagine|Файл|Категория|文件|分类|ファイル|カテゴリ|파일|분류|ملف|تصنيف):/iu;
/** The link to a section's editor, behind its heading. */
const EDIT =
  /^\[(?:edit|edit source|编辑|編輯|編集|편집|править|редагувати|Bearbeiten|modifier|editar|modifica|edytuj|düzenle|عدل|ویرایش)\](?!\()/iu;
const JIRA =
  /^\{(?:code(?::[^}\n]{1,40})?|noformat|panel(?::[^}\n]{1,80})?|color(?::[^}\n]{1,20})?|quote|info|tip|warning|note|expand|toc)\}/u;
const TEMPLATE =
  /^\{\{(?:cite (?:web|book|journal|news)|citation needed|reflist|infobox|refbegin|refend|unreferenced|lang\||main\||see also\|)/iu;
/**
 * Slots that a program should have filled, by their opening mark: `{{ name }}`, `{% if x %}`, `${user.name}`, `<%= x %>`,
 * `#{x.y}`, `[% x %]`, `{$x}`, `{!x.y}`, `%%NAME%%`, `%PRODUCT_NAME%`, `«FirstName»`.
 */
const SLOTS: readonly (readonly [opening: string, slot: RegExp])[] = [
  [
    '{{',
    /^\{\{\{? ?[#/^&!>~-]? ?[A-Za-z_$][\w$]*(?:[.:_ -]\w+|\[\w+\]| ?\| ?\w+(?:: ?\S{1,20})?|\(\w{0,20}\)){0,6} ?~?\}?\}\}/u,
  ],
  ['{%', /^\{%[-+]? ?[a-z]+(?: [^%\n]{1,60})? ?[-+]?%\}/u],
  ['<%', /^<%[-=#!]? ?[\w.@$]{1,40}(?: ?\([^%<>\n]{0,30}\))? ?-?%>/u],
  ['[%', /^\[%-? ?[\w.$]{2,40}(?: [^%\n]{1,40})? ?-?%\]/u],
  ['${', /^\$\{[A-Za-z_]\w{0,30}(?:\.\w{1,30}){0,4}\}/u],
  ['#{', /^#\{[a-z_@]\w{0,30}(?:\.\w{1,30}){0,4}\}/u],
  ['{$', /^\{\$[a-z]\w{0,30}(?:(?:\.|->)\w{1,30}){0,4}\}/u],
  ['{!', /^\{![A-Za-z]\w{0,30}(?:\.\w{1,30}){1,4}\}/u],
  ['%', /^(?:%%[A-Za-z][\w.]{1,40}%%|%[A-Z][A-Z\d]*(?:_[A-Z\d]+){1,5}%)/u],
  ['«', /^«(?:[A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Za-z]+(?:_[A-Za-z]+)+)»/u],
  ['[[', /^\[\[[a-z]\w{0,30}(?:\.[a-z]\w{0,30}){1,4}\]\]/u],
];
/** Words of a document, or of a line, that is about slots. */
const ABOUT_SLOTS =
  /templat|placeholder|interpolat|substitut|mustache|handlebar|jinja|liquid|macro|variable|expression|syntax|replac|expand|模板|占位|变量|變量|テンプレート|変数|プレースホルダ|템플릿|변수|шаблон|переменн|plantilla|modèle|vorlage|platzhalter|szablon|şablon|قالب/iu;
/** Signs of a document that is the source of a template engine, or cites in braces. */
const TEMPLATED =
  /\{\{[%<?]|\{\{!?(?:RFC ?\d|I-D)|\{%-? ?(?:raw|capture|assign|block|extends|tab|tabs|hint|endhint|endtab)\b|\{\{ ?(?:site|content)\.|\{\{[<%]/u;
/** Front matter of a text whose citations are in braces. */
const CITES = /^(?:docname|normative|informative|coding|stand_alone|ipr|submissiontype|workgroup|abbrev):/mu;
/** Attributes that a converter of word processor files writes behind a word: `{.underline}`, `{width="6.5in"}`, `{#_Toc12}`. */
const ATTRIBUTE =
  /^\{(?:\.(?:underline|mark|smallcaps|ul|strike|Mso\w+)|(?:width|height)="[^"\n]{1,30}"(?:\s(?:width|height)="[^"\n]{1,30}")?|#_(?:Toc|Ref|Hlk|bookmark)\w*(?: \.anchor)?|custom-style="[^"\n]{1,60}")\}/u;
/** Those of them that stand behind a bracket, too: nobody else writes them. */
const CONVERTED = /^\{(?:\.(?:underline|mark)|#_|custom-style)/u;
/** A tag of a comment in the source of a program: `{@link Name}`. */
const DOC_TAG = /^\{@(?:link|linkplain|code|literal|value|inheritDoc)\b[^{}\n]{0,80}\}/u;
/** Who reads such tags: a document that names one speaks of them. */
const DOC_TOOL = /javadoc|jsdoc|kdoc|tsdoc|typedoc|doclet|doxygen/iu;
/** The beginning of a table of a wiki. */
const WIKI_TABLE = /^\{\| ?(?:class|style|border|cellpadding|width|align)=/u;
const TEX =
  /^\\(?:begin|end)\{(?:tabular[x*]?|longtable|table\*?|itemize|enumerate|description|figure\*?|center|document|abstract|quote|quotation|flushleft|flushright|minipage|verbatim|thebibliography)\}/u;
/** Rules of a table, or a command with what it sets: nothing else is written so. */
const RULED =
  /^\\(?:(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])|(?:textbf|textit|texttt|textsc|textsf|emph|underline|footnote|multicolumn|section\*?|subsection\*?|subsubsection\*?|chapter\*?|paragraph|caption|cite[pt]?\*?|url|mbox)(?:\[[^\]\n]{0,60}\]){0,2}\{[^{}\n]{1,200}\}|href\{[^{}\n]{1,200}\}\{|includegraphics(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{1,120}\}|label\{[a-z]{2,5}:[^{}\n]{1,80}\}|(?:ref|autoref|cref|pageref)\{[a-z]{2,5}:[^{}\n]{1,80}\}|documentclass|usepackage(?:\[[^\]\n]{0,60}\])?\{)/u;
/** A switch of a font in a group, as old TeX has it: `{\bf five}`. */
const GROUPED = /^\\(?:bf|it|em|tt|sc|rm|sf|bfseries|itshape|small|large|footnotesize) [^{}\n$]{1,120}\}/u;
/** A change of the font in a manual page: `\fBfive\fR`. */
const FONT = /^\\f[BI][^\\\n]{1,80}\\f[RP](?![a-z])/u;
const COMMAND =
  /^\\(?:textbf|textit|texttt|emph|underline|footnote|section\*?|subsection\*?|chapter|paragraph|caption|multicolumn|multirow|includegraphics|cite[pt]?|href|centering\b|noindent\b|maketitle\b|item\b)(?=[[{ \n\\]|$)/u;
/** Control words of rich text. */
const RICH =
  /^\\(?:pard|rtf1|ltrpar|rtlch|ltrch|sectd|par(?= ?\\)|(?:fs|cf|li|fi|sa|sb)\d{1,4}(?=\\| )|trowd|intbl|fonttbl|colortbl|viewkind\d|ansicpg\d+|(?:def)?lang\d{4}|ulnone|[lr]dblquote|[lr]quote)(?![A-Za-z])/u;

/** Formats in which TeX and rich text are foreign. */
const isForeign = (format: string): boolean => !OWN_CODES.has(format);

function brackets(document: Document, found: Remnant[]): void {
  const { units, format } = document;
  for (let i = units.indexOf(BRACKET), n = 0; i >= 0 && n < KEPT; i = units.indexOf(BRACKET, i + 1)) {
    const next = units[i + 1];
    if (next === SLASH) {
      n++;
      const match = FORUM.exec(document.slice(i, i + 12));
      // `[/b](...)` is a link
      if (match && units[i + match[0].length] !== 0x28)
        found.push({ start: i, end: i + match[0].length, proof: true, what: 'forum' });
    } else if (next === BRACKET && format !== 'mediawiki') {
      n++;
      const match = FILE.exec(document.slice(i, i + 16));
      if (match) found.push({ start: i, end: i + match[0].length, proof: true, what: 'wiki' });
    } else if (next === 0x6f) {
      n++;
      if (document.slice(i, i + 15) === '[object Object]')
        found.push({ start: i, end: i + 15, proof: true, what: 'template' });
    } else if (next === 0x7e) {
      n++;
      const match = MENTION.exec(document.slice(i, i + 40));
      if (match) found.push({ start: i, end: i + match[0].length, proof: false, what: 'wiki' });
    } else if (EDITORS[next ?? 0] === 1) {
      const match = EDIT.exec(document.slice(i, i + 16));
      const before = units[i - 1] ?? LF;
      // `command [edit]` is how a manual writes an option
      if (match && before !== 0x20 && before !== LF && before !== SLASH && before !== 0x5d)
        found.push({ start: i, end: i + match[0].length, proof: isWordUnit(before), what: 'wiki' });
    }
  }
}

/** A person who is named in a ticket: `[~anna]`. */
const MENTION = /^\[~[a-z][\w.@-]{1,30}\]/u;

/** First units of the words in `EDIT`. */
const EDITORS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of 'eE编編편прПРbBmMdDعو') table[character.charCodeAt(0)] = 1;
  return table;
})();

function braces(document: Document, found: Remnant[]): void {
  const { units, format } = document;
  let documented: boolean | undefined;
  for (let i = units.indexOf(BRACE), n = 0; i >= 0 && n < KEPT * 4; i = units.indexOf(BRACE, i + 1)) {
    const next = units[i + 1] ?? 0;
    if (
      next !== BRACE &&
      next !== 0x25 &&
      next !== 0x2e &&
      next !== 0x23 &&
      next !== 0x40 &&
      next !== 0x7c &&
      !((next | 0x20) >= 0x61 && (next | 0x20) <= 0x7a)
    )
      continue;
    n++;
    const before = units[i - 1] ?? LF;
    const text = document.slice(i, i + 100);
    if (next === 0x40 || next === 0x7c) {
      const match = (next === 0x40 ? DOC_TAG : WIKI_TABLE).exec(text);
      if (next === 0x40 && (documented ??= DOC_TOOL.test(document.text))) continue;
      if (match && (next === 0x40 || before === LF))
        found.push({ start: i, end: i + match[0].length, proof: true, what: next === 0x40 ? 'source' : 'wiki' });
      continue;
    }
    if (next === BRACE || next === 0x25) {
      const template = TEMPLATE.exec(text);
      if (template) found.push({ start: i, end: i + template[0].length, proof: true, what: 'wiki' });
      if (next === BRACE) i++;
      continue;
    }
    if (format !== 'org') {
      const attribute = ATTRIBUTE.exec(text);
      if (attribute) {
        // behind a picture or a heading it is how Pandoc writes them
        if (isWordUnit(before) || before === 0x2e || CONVERTED.test(attribute[0]))
          found.push({ start: i, end: i + attribute[0].length, proof: true, what: 'office' });
        continue;
      }
    }
    const jira = JIRA.exec(text);
    if (!jira || before === SLASH || before === 0x3d || before === BRACE || before === 0x24 || before === BACKSLASH)
      continue;
    const end = i + jira[0].length;
    const telling = jira[0].includes(':') || jira[0] === '{noformat}';
    const whole = before === LF && (end >= units.length || units[end] === LF);
    if (telling || whole || jira[0] === '{code}' || jira[0] === '{quote}' || jira[0] === '{panel}')
      found.push({ start: i, end, proof: telling, what: 'wiki' });
  }
}

/** First units of the openings of slots that are looked for by themselves, and those before a brace. */
const SLOT_HEADS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const [opening] of SLOTS) table[opening.charCodeAt(0)] = 1;
  for (const mark of 'X:_') table[mark.charCodeAt(0)] = 2;
  return table;
})();

const WORD_STYLES = /^\/\* ?(?:Style Definitions|Font Definitions|Page Definitions|List Definitions) ?\*\//u;
/** A control character as spreadsheets write it. */
const ESCAPED_UNIT = /^_x00(?:0[9ADad]|20|5[Ff])_/u;
const PICTURE = /^!(?:[\w./-]{1,60}\.(?:png|jpe?g|gif|bmp|svg))(?:\|[^!|\n]{1,60})?!/iu;
const WIKI_HEADING = /^(={2,6}) ?[^=\n]{2,80}? ?\1 *$/mu;
const JIRA_HEADER = /^\|\|[^|\n]{1,60}(?:\|\|[^|\n]{1,60})+\|\| *$/mu;
const DIRECTIVE =
  /^\.\. (?:note|warning|tip|image|figure|code-block|toctree|math|admonition|table|contents|versionadded|deprecated)::/u;
const ROLE = /^:(?:ref|doc|func|class|meth|mod|term|numref|attr|exc|data|any|rfc|pep):`[^`\n]{1,80}`/u;
const ORG = /^#\+(?:BEGIN_[A-Z]{3,10}|END_[A-Z]{3,10}|TITLE:|OPTIONS:|STARTUP:|BEGIN_SRC)/iu;

/** Marks of formats other than Markdown at the beginning of a line or a word; null: nothing; undefined: not even a candidate. */
function otherMark(document: Document, i: number, next: number): Remnant | null | undefined {
  const { units, format } = document;
  const unit = units[i]!;
  const before = units[i - 1] ?? LF;
  if (unit === SLASH) {
    if (next !== 0x2a || units[i + 2] !== 0x20) return undefined;
    return markAt(WORD_STYLES, 'office');
  }
  if (unit === 0x58) {
    if (next !== 0x2d || units[i + 2] !== 0x4e) return undefined;
    const from = Math.max(0, i - 60);
    const match = /Normal\s+0\s+(?:false\s+){3}[\w-]{2,12}\s+$/u.exec(document.slice(from, i));
    return match ? { start: from + match.index, end: i + 6, proof: true, what: 'office' } : null;
  }
  if (unit === 0x5f) {
    if (next !== 0x78 || units[i + 2] !== 0x30) return undefined;
    return markAt(ESCAPED_UNIT, 'office');
  }
  if (format !== 'markdown') return undefined;
  switch (unit) {
    case 0x2e:
      return before === LF && next === 0x2e && units[i + 2] === 0x20 ? markAt(DIRECTIVE, 'other') : undefined;
    case 0x3a:
      return isAsciiLetter(next) && !isAsciiLetter(before) && units.subarray(i + 4, i + 10).includes(0x60)
        ? markAt(ROLE, 'other')
        : undefined;
    case 0x21:
      return isAsciiLetter(next) && (before === LF || before === 0x20) ? markAt(PICTURE, 'wiki') : undefined;
    case 0x7c:
      return before === LF && next === 0x7c ? markAt(JIRA_HEADER, 'wiki') : undefined;
    case 0x3d:
      return before === LF && next === 0x3d ? markAt(WIKI_HEADING, 'wiki') : undefined;
    default:
      return before === LF ? markAt(ORG, 'other') : undefined;
  }

  function markAt(pattern: RegExp, what: What): Remnant | null {
    const match = pattern.exec(document.slice(i, i + 200));
    return match && match.index === 0 ? { start: i, end: i + match[0].length, proof: true, what } : null;
  }
}

/** First units of lines that are marks of another format. */
const LINE_MARKS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const mark of './!|=#') table[mark.charCodeAt(0)] = 1;
  return table;
})();

function lineMarks(document: Document, found: Remnant[]): void {
  const { units } = document;
  const { count, starts } = lines(document);
  for (let line = 0, n = 0; line < count && n < KEPT * 4; line++) {
    const start = starts[line]!;
    if (LINE_MARKS[units[start] ?? 0] === 0 || (units[start] === 0x23 && units[start + 1] !== 0x2b)) continue;
    const mark = otherMark(document, start, units[start + 1] ?? 0);
    if (mark === undefined) continue;
    n++;
    if (mark) found.push(mark);
  }
}

/** Slots in running text of a document that neither is a template nor speaks of them nor shows such slots in code. */
function slots(document: Document, found: Remnant[]): void {
  const { units } = document;
  const { length } = units;
  const met: { readonly opening: string; readonly start: number; readonly end: number }[] = [];
  let read = 0;
  let ahead = 0;
  for (let i = nextIn(SLOT_HEADS, units, 0); i < length && read < KEPT * 4; i = nextIn(SLOT_HEADS, units, i + 1)) {
    const head = SLOT_HEADS[units[i]!]!;
    const unit = units[i]!;
    const next = units[i + 1] ?? 0;
    if (head === 2) {
      const mark = ahead < KEPT * 4 ? otherMark(document, i, next) : undefined;
      if (mark === undefined) continue;
      ahead++;
      if (mark) found.push(mark);
      continue;
    }
    // each opening by its two units
    if (unit === 0x24 || unit === 0x23) {
      if (next !== BRACE) continue;
    } else if (unit === BRACE) {
      if (next !== BRACE && next !== 0x25 && next !== 0x24 && next !== 0x21) continue;
    } else if (unit === LESS) {
      if (next !== 0x25) continue;
    } else if (unit === BRACKET) {
      if (next !== 0x25 && next !== BRACKET) continue;
    } else if (unit === 0x25) {
      if (next !== 0x25 && !(next >= 0x41 && next <= 0x5a)) continue;
    } else if (!isAsciiLetter(next)) continue;
    read++;
    const text = document.slice(i, i + 90);
    for (const [opening, slot] of SLOTS) {
      if (!text.startsWith(opening)) continue;
      const match = slot.exec(text);
      if (!match) continue;
      met.push({ opening, start: i, end: i + match[0].length });
      i += match[0].length - 1;
      break;
    }
  }
  if (met.length === 0 || TEMPLATED.test(document.text)) return;
  if (units[0] === 0x2d && units[1] === 0x2d && CITES.test(document.slice(0, 4000))) return;
  // shown in code for the most part, or a line of its own that an engine works on
  const shown = new Set<string>();
  const coded = new Map<string, number>();
  const inProse = new Map<string, number>();
  for (const { opening, start, end } of met) {
    const counts = isExample(document, start) ? coded : inProse;
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
    if ((opening === '{{' || opening === '{%') && isAlone(units, start, end)) shown.add(opening);
  }
  for (const [opening, code] of coded) {
    const prose = inProse.get(opening) ?? 0;
    if (code >= prose || (code >= SHOWN_SLOTS && SHOWN_SLOTS * code >= prose)) shown.add(opening);
  }
  if (shown.has('{%')) shown.add('{{');
  const used = new Map<string, Remnant[]>();
  const told = new Map<string, number>();
  for (const { opening, start, end } of met) {
    if (shown.has(opening) || !inText(units, start, end) || isQuoted(units, start, end)) continue;
    if (ABOUT_SLOTS.test(document.slice(lineStartNear(units, start, NEAR), Math.min(end + NEAR, units.length)))) {
      told.set(opening, (told.get(opening) ?? 0) + 1);
      continue;
    }
    const list = used.get(opening) ?? [];
    list.push({ start, end, proof: true, what: 'template' });
    used.set(opening, list);
  }
  for (const [opening, list] of used) {
    // a notation of the document's own
    if (list.length > OWN_SLOTS || (opening === '«' && otherQuotes(units, list.length))) continue;
    if ((told.get(opening) ?? 0) > Math.max(1, list.length)) continue;
    if (opening.includes('$') && hasVariables(units)) continue;
    if (opening === '{{' && list.some((slot) => isAnchor(document, slot))) continue;
    found.push(...list.slice(0, KEPT));
    // what is a slot here is one elsewhere, where less stands around it
    const texts = new Set(list.map(({ start, end }) => document.slice(start, end)));
    for (const each of met.slice(0, KEPT))
      if (each.opening === opening && texts.has(document.slice(each.start, each.end)))
        found.push({ start: each.start, end: each.end, proof: false, what: 'template' });
  }
}

/** Slots in code that show that a document is about them, though more of them are outside. */
const SHOWN_SLOTS = 3;
/** Units on either side of a slot in which a word about slots makes it an example. */
const NEAR = 48;
/** Slots of one kind from which on they are how the document writes something. */
const OWN_SLOTS = 60;

/** Whether the document has more of these quotation marks than slots. */
function otherQuotes(units: Uint16Array, slotsOf: number): boolean {
  let count = 0;
  for (let i = units.indexOf(0xab); i >= 0 && count <= slotsOf; i = units.indexOf(0xab, i + 1)) count++;
  return count > slotsOf;
}

/** Whether the document writes variables with a dollar sign elsewhere: `$name`. */
function hasVariables(units: Uint16Array): boolean {
  for (let i = units.indexOf(0x24); i >= 0; i = units.indexOf(0x24, i + 1))
    if (isAsciiLetter(units[i + 1] ?? 0) && units[i - 1] !== BRACE) return true;
  return false;
}

/** Whether the slot names an anchor of the document, as references to sections are written: `{{name}}` and `{#name}`. */
function isAnchor(document: Document, { start, end }: Span): boolean {
  const name = document.slice(start + 2, end - 2).trim();
  return document.text.includes(`{#${name}`);
}

/** Whether nothing stands beside the slot in its line. */
function isAlone(units: Uint16Array, start: number, end: number): boolean {
  let i = start;
  while (i > 0 && start - i < 40 && units[i - 1] === 0x20) i--;
  if (i > 0 && units[i - 1] !== LF) return false;
  i = end;
  while (units[i] === 0x20) i++;
  return i >= units.length || units[i] === LF;
}

/** Whether words of the same line stand beside the slot, and nothing that makes it part of an address, a formula or a name. */
function inText(units: Uint16Array, start: number, end: number): boolean {
  const before = units[start - 1] ?? LF;
  const after = units[end] ?? LF;
  if (isJoint(before) || isJoint(after)) return false;
  // engines' blocks may stand close to a word
  const close = units[start + 1] === BRACE && units[start] === BRACE;
  if (!close && units[start + 1] !== 0x25 && (isGlue(before) || isGlue(after))) return false;
  let letters = 0;
  for (let i = start - 1; i >= 0 && start - i < 80 && units[i] !== LF; i--) if (isWordUnit(units[i]!)) letters++;
  for (let i = end; i < units.length && i - end < 80 && units[i] !== LF; i++) if (isWordUnit(units[i]!)) letters++;
  return letters >= 3;
}

const JOINTS: ReadonlySet<number> = new Set(Array.from('/\\=_$`<>|@^', (mark) => mark.charCodeAt(0)));
const isJoint = (unit: number): boolean => JOINTS.has(unit);
const isGlue = (unit: number): boolean => isAsciiLetter(unit) || (unit >= 0x30 && unit <= 0x39);

function slashes(document: Document, found: Remnant[]): void {
  const { units, format } = document;
  let cited: boolean | undefined;
  for (let i = units.indexOf(BACKSLASH), n = 0; i >= 0 && n < KEPT * 10; i = units.indexOf(BACKSLASH, i + 1)) {
    if (!isAsciiLetter(units[i + 1] ?? 0)) continue;
    n++;
    const text = document.slice(i, i + 240);
    const tex = TEX.exec(text);
    const proof = tex ?? RICH.exec(text) ?? (format === 'roff' ? null : FONT.exec(text));
    if (proof) {
      // an environment that a sentence speaks of
      const spoken = tex !== null && units[i - 1] === 0x20 && isWordUnit(units[i - 2] ?? 0);
      found.push({ start: i, end: i + proof[0].length, proof: !spoken, what: tex ? 'tex' : 'other' });
      continue;
    }
    const grouped = units[i - 1] === BRACE ? GROUPED.exec(text) : null;
    if (grouped && !inFormula(units, i)) {
      found.push({ start: i - 1, end: i + grouped[0].length, proof: true, what: 'tex' });
      continue;
    }
    const ruled = RULED.exec(text);
    const command = ruled ?? COMMAND.exec(text);
    if (!command || inFormula(units, i) || inPath(units, i)) continue;
    // a document that numbers its figures and formulas in TeX
    if (/^\\(?:label|ref|autoref|cref|pageref)/u.test(command[0]) && (cited ??= isCited(document.text))) continue;
    found.push({ start: i, end: i + command[0].length, proof: ruled !== null, what: 'tex' });
  }
}

/** Whether the document both sets labels and refers to them, or holds numbered formulas. */
function isCited(text: string): boolean {
  return (
    (/\\label\{/u.test(text) && /\\(?:auto|eq|c)?ref\{/u.test(text)) || /\$\$|\\begin\{(?:equation|align)/u.test(text)
  );
}

/** Front matter or citations of a document that is made into one by way of TeX: its commands are meant. */
const BY_TEX =
  /^(?:bibliography|csl|documentclass|header-includes|geometry|fontsize|classoption|output: *(?:pdf|bookdown))\b/mu;

function isTexSource(document: Document): boolean {
  const first = blockAt(document, 0);
  return first?.kind === 'front-matter' && BY_TEX.test(document.slice(0, Math.min(first.end, 8000)));
}

/** Whether the backslash parts the names of a path. */
function inPath(units: Uint16Array, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && offset - i < 60 && units[i]! > 0x20 && units[i] !== BACKSLASH) i--;
  return i >= 0 && offset - i > 1 && units[i] === BACKSLASH && isWordUnit(units[i - 1] ?? 0);
}

const BOLD = /^'''[^'\n]{1,80}'''/u;

function quotes(document: Document, found: Remnant[]): void {
  const { units } = document;
  for (let i = units.indexOf(0x27), n = 0; i >= 0 && n < KEPT; i = units.indexOf(0x27, i + 1)) {
    if (units[i + 1] !== 0x27 || units[i + 2] !== 0x27) continue;
    n++;
    const match = BOLD.exec(document.slice(i, i + 90));
    if (!match) continue;
    found.push({ start: i, end: i + match[0].length, proof: true, what: 'wiki' });
    i += match[0].length - 1;
  }
}

const HEADING = /^h[1-6]\. \S/u;

/** `h2. Title`, as some wikis write headings. */
function headings(document: Document, found: Remnant[]): void {
  const { units } = document;
  const { length } = units;
  for (let i = nextOf(0x68, units, 0), n = 0; i < length && n < KEPT; i = nextOf(0x68, units, i + 1)) {
    if (units[i + 2] !== 0x2e || units[i + 3] !== 0x20) continue;
    const before = units[i - 1] ?? LF;
    if (before !== LF && before !== 0x20) continue;
    n++;
    if (HEADING.test(document.slice(i, i + 6))) found.push({ start: i, end: i + 4, proof: true, what: 'wiki' });
  }
}

/** Whether an odd number of `$` stands before the offset in its line, or `\(` without `\)`. */
function inFormula(units: Uint16Array, offset: number): boolean {
  let dollars = 0;
  for (let i = offset - 1; i >= 0 && offset - i < 2000 && units[i] !== LF; i--) {
    if (units[i] === 0x24) dollars++;
    else if (units[i] === BACKSLASH && (units[i + 1] === 0x28 || units[i + 1] === BRACKET)) return true;
  }
  return dollars % 2 === 1;
}

// ---------------------------------------------------------------------------------------------------------------------

/** First visible unit of the next line that is not blank. */
function nextHead(units: Uint16Array, offset: number): number {
  const stop = Math.min(units.length, offset + 600);
  let i = offset;
  while (i < stop && units[i] !== LF) i++;
  while (i < stop && isBlank(units[i]!)) i++;
  return i < stop ? units[i]! : 0;
}

/** First visible unit of the line before the one that begins at `line`, over blank ones. */
function lastHead(units: Uint16Array, line: number): number {
  let end = line - 1;
  while (end > 0 && line - end < 200 && isBlank(units[end]!)) end--;
  if (end <= 0) return 0;
  let i = lineStartNear(units, end, 600);
  while (i < end && isBlank(units[i]!)) i++;
  return units[i] ?? 0;
}

const isBlank = (unit: number): boolean => unit === LF || unit === 0x20 || unit === 0x09;

/** Whether what stands there is shown, not used: code, a comment, front matter, an indented line of plain text, a quoted word. */
function isExample(document: Document, offset: number, indented = false): boolean {
  const { units, format } = document;
  const block = blockAt(document, offset);
  if (block?.kind === 'comment' && units[block.start + 4] === BRACKET) return offset !== block.start;
  if (block?.kind === 'comment' || block?.kind === 'front-matter' || block?.kind === 'code') {
    if (block.kind !== 'code' || format !== 'text') return true;
  }
  if (inDiagram(document, offset)) return true;
  if (!indented && (format === 'text' || format === 'rst')) {
    const line = lineStartNear(units, offset);
    let indent = line;
    while (units[indent] === 0x20 || units[indent] === 0x09) indent++;
    if (indent - line >= 4 || (indent > line && units[line] === 0x09)) return true;
    // lines of XML, one below another
    if (units[indent] === LESS && (nextHead(units, offset) === LESS || lastHead(units, line) === LESS)) return true;
  }
  if (block?.kind === 'html' && format === 'markdown') return false;
  if (block?.kind === 'html') return true;
  return inCode(document, offset) || inCodeElement(document, offset);
}

/** Where the source of a diagram begins and ends: it has tags of its own, which nothing closes. */
const diagrams: (document: Document) => readonly Span[] = view((document) => {
  const found: Span[] = [];
  if (census(document).at === 0) return found;
  for (const { index, 0: sign } of document.text.matchAll(
    /^[ \t]*@(?:start|end)(?:uml|mindmap|salt|wbs|gantt|json|yaml)\b/gmu,
  )) {
    const last = found.at(-1);
    if (sign.includes('@start')) found.push({ start: index, end: document.units.length });
    else if (last) found[found.length - 1] = { start: last.start, end: index };
  }
  return found;
});

function inDiagram(document: Document, offset: number): boolean {
  const all = diagrams(document);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < all.length && all[low]!.start <= offset;
}

/** Whether `<code>` or the like was opened before the offset and not closed. */
function inCodeElement(document: Document, offset: number): boolean {
  const before = document.slice(Math.max(0, offset - 400), offset);
  if (!before.includes('<')) return false;
  return ['code', 'tt', 'samp', 'kbd', 'pre'].some(
    (name) => before.lastIndexOf(`<${name}>`) > before.lastIndexOf(`</${name}>`),
  );
}

/** What is no example where a line of plain text is indented: nobody shows it there without a word. */
const ANYWHERE: ReadonlySet<What> = new Set(['escaped', 'double', 'wiki', 'template', 'forum', 'tex']);

function* observe(document: Document, found: readonly Remnant[]): Generator<Observation> {
  const kept: Remnant[] = [];
  let proofs = 0;
  let end = -1;
  for (const remnant of [...found].toSorted((a, b) => a.start - b.start)) {
    if (remnant.start < end) continue;
    if (isQuoted(document.units, remnant.start, remnant.end)) continue;
    const indented = remnant.proof && ANYWHERE.has(remnant.what);
    if (isExample(document, remnant.start, indented)) continue;
    // entities and commands belong in a block of HTML
    if ((remnant.what === 'entity' || remnant.what === 'escaped') && blockAt(document, remnant.start)?.kind === 'html')
      continue;
    kept.push(remnant);
    end = remnant.end;
    if (remnant.proof) proofs++;
  }
  // two that have nothing to do with each other prove nothing
  const alike = (what: What): number => kept.filter((each) => each.what === what).length;
  if (proofs === 0 && !kept.some(({ what }) => alike(what) >= WEAK)) return;
  const sorts = [...new Set(kept.map(({ what }) => what))];
  const counts = sorts.map((what) => {
    const count = kept.filter((each) => each.what === what).length;
    return count === 1 ? WORDS[what][0] : `${count} ${WORDS[what][1]}`;
  });
  const [first] = kept;
  const quote = document.slice(first!.start, Math.min(first!.end, first!.start + 60)).replace(/\s+/gu, ' ');
  const [place, ...rest] = kept
    .slice(0, PLACES)
    .map((each, i) => at(document, each, i === 0 ? {} : { note: 'here too' })) as [Place, ...Place[]];
  yield {
    level: 'look',
    message: `${counts.slice(0, 3).join(', ')} left in the text: "${quote}"`,
    next: 'Convert the document again, or put in what the markup stood for',
    places: [place, ...rest],
  };
}

export const markupRemnant: DocumentCheck = {
  id: 'markup-remnant',
  title: 'Markup of another format left in the text',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    const { format } = document;
    if (!PROSE.has(format)) return;
    const { ampersand, lessThan, openBracket, openBrace, backslash } = census(document);
    const found: Remnant[] = [];
    if (ampersand > 0) references(document, found);
    if (lessThan > 0 && format !== 'tex') judgeTags(document, tagsOf(document, found), found);
    if (openBracket > 0 && format !== 'tex') brackets(document, found);
    if (isForeign(format) && openBrace > 0) braces(document, found);
    if (isForeign(format)) {
      slots(document, found);
      lineMarks(document, found);
    }
    if (isForeign(format) && backslash > 0 && !isTexSource(document)) slashes(document, found);
    if (format === 'markdown' || format === 'asciidoc') {
      quotes(document, found);
      headings(document, found);
    }
    if (found.length > 0) yield* observe(document, found);
  },
};
