/**
 * Pieces of another format's markup in a document that is not written in it: escaped tags, references escaped twice, closing
 * tags that nothing opened, what a word processor exports, forum and wiki codes, TeX in Markdown. What the document's own
 * format allows (balanced inline HTML in Markdown, entities, placeholders such as `<name>`) is left alone, and so is code.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode, lineStartNear } from '../views/context.ts';

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
const OFFICE = set('w o v m st1 wp wps wpg mc xsl fo text office style draw pic w14 w15 a14 ve dgm');

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

const DATA =
  /^<(?:!\[CDATA\[|!DOCTYPE\s+html|\?xml\s|\?mso-|!\[endif\]|!--\[if |!--\[endif\]|%[=-]? ?[\w.@]{1,40} ?%>)/iu;

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
      if (
        (head === 0x21 || head === 0x3f || head === 0x25) &&
        found.length < KEPT &&
        (head === 0x25 || document.format === 'markdown')
      ) {
        const data = DATA.exec(document.slice(i, i + 60));
        if (data && i > 0)
          found.push({
            start: i,
            end: i + data[0].length,
            proof: true,
            what:
              head === 0x25 ? 'template' : data[0].includes('[if') || data[0].includes('[endif') ? 'office' : 'data',
          });
      }
      continue;
    }
    const from = at_;
    while (
      at_ - from < 14 &&
      (isAsciiLetter(units[at_] ?? 0) || ((units[at_] ?? 0) >= 0x30 && (units[at_] ?? 0) <= 0x3a))
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
      attributes: after === 0x20 && units.subarray(at_, end).includes(0x3d),
    });
    i = end;
  }
  return { byName };
}

const EXPORTED =
  /\bclass=["']?(?:Mso|x_Mso|xl\d|s\d\b|ql-|notion-|kix-)|mso-|\b(?:lang|xml:lang)=["']?[A-Z]{2}-[A-Z]{2}\b|docs-internal-guid|\bdata-(?:mce|pm|block|offset)|\bstyle=["'][^"']*\b(?:font-family|line-height|white-space|letter-spacing|orphans|widows)\b/u;
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
    if (STYLED.has(name))
      for (const tag of tags.slice(0, KEPT))
        if (
          tag.attributes &&
          !tag.closing &&
          (format === 'roff' ? CLASSED : EXPORTED).test(document.slice(tag.start, tag.end)) &&
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
/** A placeholder that a template engine should have filled: `{{ page.title }}`, `{% endif %}`. */
const PLACEHOLDER = /^(?:\{\{ ?[a-z]+(?:[._][a-z]+)+ ?\}\}|\{% ?[a-z]+(?: [^%\n]{1,60})? ?%\})/u;
/** Signs of a document that is the source of a template engine, or cites in braces. */
const TEMPLATED =
  /\{\{[%<#/A-Z?]|\{%-? ?(?:if|for|raw|capture|assign|block|extends|tab|tabs|hint|endhint|endtab)\b|\{\{ ?(?:site|content)\./u;
/** Attributes that a converter of word processor files writes behind a word: `{.underline}`, `{width="6.5in"}`, `{#_Toc12}`. */
const ATTRIBUTE =
  /^\{(?:\.(?:underline|mark|smallcaps|ul|strike|Mso\w+)|(?:width|height)="[^"\n]{1,30}"(?:\s(?:width|height)="[^"\n]{1,30}")?|#_(?:Toc|Ref|Hlk|bookmark)\w*)\}/u;
const TEX =
  /^\\(?:begin|end)\{(?:tabular[x*]?|longtable|table\*?|itemize|enumerate|description|figure\*?|center|document|abstract|quote|quotation|flushleft|flushright|minipage|verbatim|thebibliography)\}/u;
/** Rules of a table, or a command with what it sets: nothing else is written so. */
const RULED =
  /^\\(?:(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])|(?:textbf|textit|texttt|emph|footnote|multicolumn|section\*?|subsection\*?|subsubsection\*?)\{[^{}\n]{1,200}\}|label\{[a-z]{2,5}:[^{}\n]{1,80}\})/u;
const COMMAND =
  /^\\(?:textbf|textit|texttt|emph|underline|footnote|section\*?|subsection\*?|chapter|paragraph|caption|multicolumn|multirow|includegraphics|cite[pt]?|href|centering\b|noindent\b|maketitle\b|item\b)(?=[[{ \n\\]|$)/u;
/** Control words of rich text. */
const RICH = /^\\(?:pard|rtf1|ltrpar|rtlch|ltrch|sectd|par(?= ?\\)|(?:fs|cf|li|fi|sa|sb)\d{1,4}(?=\\| ))(?![A-Za-z])/u;

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
    } else if (EDITORS[next ?? 0] === 1) {
      const match = EDIT.exec(document.slice(i, i + 16));
      const before = units[i - 1] ?? LF;
      // `command [edit]` is how a manual writes an option
      if (match && before !== 0x20 && before !== LF && before !== SLASH && before !== 0x5d)
        found.push({ start: i, end: i + match[0].length, proof: isWordUnit(before), what: 'wiki' });
    }
  }
}

/** First units of the words in `EDIT`. */
const EDITORS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of 'eE编編편прПРbBmMdDعو') table[character.charCodeAt(0)] = 1;
  return table;
})();

function braces(document: Document, found: Remnant[]): void {
  const { units, format } = document;
  let templated: boolean | undefined;
  for (let i = units.indexOf(BRACE), n = 0; i >= 0 && n < KEPT * 4; i = units.indexOf(BRACE, i + 1)) {
    const next = units[i + 1] ?? 0;
    if (
      next !== BRACE &&
      next !== 0x25 &&
      next !== 0x2e &&
      next !== 0x23 &&
      !((next | 0x20) >= 0x61 && (next | 0x20) <= 0x7a)
    )
      continue;
    n++;
    const before = units[i - 1] ?? LF;
    const text = document.slice(i, i + 100);
    if (next === BRACE || next === 0x25) {
      const template = TEMPLATE.exec(text);
      if (template) found.push({ start: i, end: i + template[0].length, proof: true, what: 'wiki' });
      else {
        const placeholder = PLACEHOLDER.exec(text);
        // in the middle of a sentence
        if (placeholder && before === 0x20 && inLine(units, i)) {
          templated ??= TEMPLATED.test(document.text);
          if (!templated) found.push({ start: i, end: i + placeholder[0].length, proof: true, what: 'template' });
        }
        if (units[i + 1] === BRACE) i++;
      }
      continue;
    }
    if (format !== 'org') {
      const attribute = ATTRIBUTE.exec(text);
      if (attribute) {
        // behind a picture or a heading it is how Pandoc writes them
        if (isWordUnit(before) || before === 0x2e)
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

/** Whether words of the same line stand before the offset. */
function inLine(units: Uint16Array, offset: number): boolean {
  return isWordUnit(units[offset - 2] ?? 0) || (units[offset - 2] ?? LF) > 0x2b;
}

function slashes(document: Document, found: Remnant[]): void {
  const { units } = document;
  let cited: boolean | undefined;
  for (let i = units.indexOf(BACKSLASH), n = 0; i >= 0 && n < KEPT * 10; i = units.indexOf(BACKSLASH, i + 1)) {
    if (!isAsciiLetter(units[i + 1] ?? 0)) continue;
    n++;
    const text = document.slice(i, i + 240);
    const proof = TEX.exec(text) ?? RICH.exec(text);
    if (proof) {
      found.push({ start: i, end: i + proof[0].length, proof: true, what: 'tex' });
      continue;
    }
    const command = RULED.exec(text) ?? COMMAND.exec(text);
    if (!command || inFormula(units, i) || inPath(units, i)) continue;
    // a document that numbers its figures in TeX
    if (command[0].startsWith('\\label') && (cited ??= /\\(?:auto|eq|c)?ref\{/u.test(document.text))) continue;
    found.push({ start: i, end: i + command[0].length, proof: RULED.test(text), what: 'tex' });
  }
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
  for (let i = units.indexOf(0x68), n = 0; i >= 0 && n < KEPT; i = units.indexOf(0x68, i + 1)) {
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
  if (block?.kind === 'comment' || block?.kind === 'front-matter' || block?.kind === 'code') {
    if (block.kind !== 'code' || format !== 'text') return true;
  }
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
    if (isForeign(format) && backslash > 0) slashes(document, found);
    if (format === 'markdown' || format === 'asciidoc') {
      quotes(document, found);
      headings(document, found);
    }
    if (found.length > 0) yield* observe(document, found);
  },
};
