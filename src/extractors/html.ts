/**
 * HTML: the text that a reader sees, with its blocks and the way back to the file. A tokenizer gives tags and text; no tree
 * is built, so no nesting is too deep, and the time is linear in the file.
 */
import type { Tokenizer as HtmlTokenizer } from 'htmlparser2';
import type { Block, BlockKind, Mark, PageFacts, Span } from '../core/types.ts';
import { lineStartsOf } from '../core/locate.ts';
import { coverOf, HIDDEN_UNITS, MOST_HIDDEN, type Cover, type HiddenText, type MarkupOrigin } from '../views/hidden.ts';
import { SPACES } from '../views/script.ts';
import { FACT_ATTRIBUTES, PageFactsOf } from './page-facts.ts';
import { type Shift, shifted } from './shifted.ts';
import { hidingRules } from './style-rules.ts';
import type { Links } from './targets.ts';

export interface HtmlText {
  readonly units: Uint16Array;
  readonly origin: MarkupOrigin;
  readonly structure: readonly Block[];
  /** What stands in the text and is not seen when the page is opened. */
  readonly marks: readonly Mark[];
  /** Content of the title element, else of the first h1; white space collapsed; null where there is neither. */
  readonly title: string | null;
  /** What its markup tells beside the text; null where there is more text than such pages have. */
  readonly page: PageFacts | null;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content nobody sees (or that is no text). Raw text is hidden by these, too. */
const UNSEEN: ReadonlySet<string> = set(
  'script style template noscript svg iframe noembed noframes object applet datalist annotation annotation-xml',
);
/** The same where scripts are off. */
const UNSEEN_UNSCRIPTED: ReadonlySet<string> = new Set([...UNSEEN].filter((name) => name !== 'noscript'));
const VOID: ReadonlySet<string> = set(
  'area base br col embed hr img input link meta param source track wbr basefont frame keygen',
);
/** Elements that stand apart from what is before and after them. */
const APART: ReadonlySet<string> = set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr details fieldset article section form xmp listing',
);
/** Elements that begin and end a line. */
const LINE: ReadonlySet<string> = set(
  'div li dt dd tr caption header footer main nav aside address body html head figcaption summary legend option optgroup thead tbody tfoot center dir menu title hgroup search dialog video audio select',
);
/** Elements that stand in a line with a gap around them. */
const ASIDE: ReadonlySet<string> = set('img input textarea progress meter canvas');
/** An open element of these ends where the same or one of its kin begins. */
const KIN: Readonly<Record<string, ReadonlySet<string>>> = {
  p: set('p div ul ol dl table h1 h2 h3 h4 h5 h6 blockquote pre section article'),
  li: set('li'),
  dt: set('dt dd'),
  dd: set('dt dd'),
  tr: set('tr'),
  td: set('td th tr'),
  th: set('td th tr'),
  option: set('option'),
};
/** A table cell with this many units of text in one piece is there for the page's layout. */
const LAYOUT_UNITS = 300;

/** Units collected in a buffer that grows. */
class Output {
  units: Uint16Array;
  length = 0;
  readonly textStarts: number[] = [];
  readonly sourceStarts: number[] = [];
  /** Where the next unit would come from if it followed the last one in the file. */
  #expected = -1;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
  }

  push(unit: number, source: number): void {
    if (this.length === this.units.length) {
      const larger = new Uint16Array(this.units.length * 2 + 1024);
      larger.set(this.units);
      this.units = larger;
    }
    if (source !== this.#expected) {
      this.textStarts.push(this.length);
      this.sourceStarts.push(source);
    }
    this.#expected = source + 1;
    this.units[this.length++] = unit;
  }

  /** A unit that is not in the file, put where `source` stands. */
  insert(unit: number, source: number): void {
    this.#expected = -1;
    this.push(unit, source);
    this.#expected = -1;
  }
}

/** What stands in the file as text of a block: `</p>` may be left out, so the innermost open mark decides. */
interface Context {
  readonly name: string;
  readonly kind: BlockKind;
}

/** An element that hides its text: what a person would not see of it is collected. */
interface Concealing {
  readonly by: Cover;
  readonly name: string;
  depth: number;
  readonly source: number;
  readonly at: number;
  text: string;
  readonly named: boolean;
  active: boolean;
}

/** Elements that somebody can use: what holds them was made to be shown. */
const ACTIVE: ReadonlySet<string> = set('a button input select textarea form label nav menu dialog video audio');
/** Attributes by which a script or a style sheet finds an element, or that say what it is for. */
const NAMES: ReadonlySet<string> = set('id class role aria-hidden aria-live aria-labelledby onclick');

/** A reference to a note, and the digits of a power or an index, where they stand as one piece behind their tag. */
const NOTE_REFERENCE = /^\s*(<sup\b[^<>]{0,80}>)?\s*(\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*<\/(?:sup|a)\s*>/iu;
const SHIFTED = /^(?:[-−+]|&minus;|&#8722;|&#x2212;)?\d{0,6}[-+]?(?=<\/su[pb]\s*>)/iu;
const SHIFTED_UNITS = 24;
const IN_SUP = /<sup\b[^<>]*>\s*$/iu;
const NOTE_UNITS = 140;
/** The most notes whose numbers are known. */
const MOST_NOTES = 20_000;

/** A stretch of the file that is written in another way than it stands there. */
interface Special {
  readonly start: number;
  readonly end: number;
  /** null: the number of a note, in brackets. */
  readonly shift: Shift | null;
  /** Whether a space parts it from what follows. */
  readonly apart: boolean;
}

/** The most open contexts that are remembered; deeper ones are read as part of these. */
const CONTEXTS = 256;

/** The most stretches of hidden text that are marked. */
const MOST_MARKS = 20_000;

/** Behind so much text no fact of the page is looked for. */
const FACT_UNITS = 16_000;

const LF = 0x0a;
const SPACE = 0x20;

/**
 * Reads the visible text of an HTML file. `source` is the decoded file with LF line ends. What `hidden` or `display: none`
 * cover is left out, unless that is more text than all the rest: then a script uncovers the page, and it is read.
 * `noscript` is read where nothing else is there.
 */
export async function readHtml(source: Uint16Array, text: string, links: Links): Promise<HtmlText> {
  const { Tokenizer } = await import('htmlparser2');
  let pass = onePass(Tokenizer, source, text, true);
  if (pass.covered > pass.html.units.length) pass = onePass(Tokenizer, source, text, false);
  // a page that scripts fill: what it says to those who run none is all that there is to read
  if (pass.html.units.length === 0 && /<noscript\b/iu.test(text)) pass = onePass(Tokenizer, source, text, false, true);
  for (const { target, at, how } of pass.links) links.add(target, at, how);
  return pass.html;
}

interface Pass {
  readonly html: HtmlText;
  /** Units, white space aside, that `hidden` and `display: none` cover. */
  readonly covered: number;
  readonly links: readonly { readonly target: string; readonly at: number; readonly how: 'link' | 'embed' }[];
}

function onePass(
  Tokenizer: typeof HtmlTokenizer,
  source: Uint16Array,
  text: string,
  cover: boolean,
  unscripted = false,
): Pass {
  const unseen = unscripted ? UNSEEN_UNSCRIPTED : UNSEEN;
  const out = new Output(source.length + 64);
  const structure: Block[] = [];

  // What is due before the next visible unit.
  let breaks = 0;
  let space = false;
  let cell = false;
  let due = 0;
  let rowStarted = false;

  const contexts: Context[] = [];
  let blockStart = -1;
  let blockKind: BlockKind = 'prose';
  let blockLevel = 0;
  let blockTable = 0;
  let lastTable = 0;
  let tables = 0;
  let openTables: number[] = [];
  let cells = 0;
  let pre = 0;

  // What is not visible: the element that hides, and how many of its name are open.
  let hiding = '';
  let hidingDepth = 0;
  // Whether it hides text that could be shown, and an element in it whose content could not.
  let covering = false;
  let within = '';
  let covered = 0;

  // The tag that is being read.
  let tagStart = 0;
  let tagName = '';
  let attribute = '';
  let value = '';
  let href = '';
  let src = '';
  let data = '';
  let rel = '';
  let hidden = false;
  let styled: Cover | null = null;
  let named = false;
  let pending = false;
  /** Offset behind the last thing that the tokenizer told. */
  let told = 0;
  let entityAt = 0;
  let entityEnd = -1;

  let inTitle = false;
  let titleFrom = -1;
  let title: string | null = null;
  let titleText = '';
  let firstHeading: string | null = null;
  let abroad = false;
  let lastClosed = '';
  let kind = '';
  let special: Special | null = null;
  /** Numbers of notes, by the id that references to them name; and the number that is due before the next unit. */
  const notes = new Map<string, string>();
  let number = '';
  const rules = /<style\b/iu.test(text) ? hidingRules(text) : null;
  let classes = '';
  let id = '';
  const concealed: HiddenText[] = [];
  const marks: Mark[] = [];
  let concealing: Concealing | null = null;
  // Whether an element has a background of its own: light text may then stand on it.
  let backed = false;
  const facts = new PageFactsOf();
  const found: { readonly target: string; readonly at: number; readonly how: 'link' | 'embed' }[] = [];

  const level = (): number => {
    let depth = 0;
    for (const context of contexts) if (context.kind === 'list') depth++;
    return Math.min(6, depth);
  };

  const closeBlock = (): void => {
    if (blockStart < 0) return;
    const start = blockStart;
    const end = out.length;
    blockStart = -1;
    if (end <= start) return;
    if (blockKind === 'table') {
      const last = structure[structure.length - 1];
      if (cells < 2 && end - start >= LAYOUT_UNITS) {
        structure.push({ kind: 'prose', start, end, level: 0 });
        lastTable = 0;
      } else if (last && last.kind === 'table' && lastTable === blockTable) {
        structure[structure.length - 1] = { ...last, end };
      } else {
        structure.push({ kind: 'table', start, end, level: 0 });
        lastTable = blockTable;
      }
      return;
    }
    lastTable = 0;
    structure.push({ kind: blockKind, start, end, level: blockLevel });
    if (blockKind === 'heading' && firstHeading === null) {
      let heading = '';
      for (let i = start; i < Math.min(end, start + 400); i++) heading += String.fromCharCode(out.units[i]!);
      firstHeading = heading;
    }
  };

  /** Writes what is due, and opens a block if none is open. */
  const before = (at: number): void => {
    if (breaks > 0) {
      closeBlock();
      if (out.length > 0) for (let i = 0; i < breaks; i++) out.insert(LF, due);
      rowStarted = false;
    } else if (cell && rowStarted) {
      out.insert(SPACE, due);
      out.insert(0x7c, due);
      out.insert(SPACE, due);
      cells++;
    } else if (space && out.length > 0) out.push(SPACE, due);
    breaks = 0;
    space = false;
    cell = false;
    if (blockStart < 0) {
      blockStart = out.length;
      const context = contexts[contexts.length - 1];
      blockKind = context?.kind ?? 'prose';
      blockLevel = blockKind === 'heading' ? Number(context!.name.charAt(1)) || 1 : blockKind === 'list' ? level() : 0;
      blockTable = openTables[openTables.length - 1] ?? 0;
      cells = 0;
    }
    rowStarted = true;
    due = at;
    if (number !== '') {
      const lead = `[${number}] `;
      number = '';
      for (let i = 0; i < lead.length; i++) out.insert(lead.charCodeAt(i), at);
    }
  };

  const demand = (count: number, at: number): void => {
    // Inside a cell, what is apart on its own is only on its own line.
    const wanted = count > 1 && openTables.length > 0 ? 1 : count;
    if (breaks === 0) due = at;
    if (wanted > breaks) breaks = wanted;
    space = false;
  };

  const write = (start: number, end: number): void => {
    if (special && special.start < end && special.end > start) {
      const { start: first, end: last, shift, apart } = special;
      const from = Math.max(start, first);
      const to = Math.min(end, last);
      plain(start, from);
      before(from);
      if (shift === null && from === first) out.insert(0x5b, from);
      for (let i = from; i < to; i++) {
        const glyph = text.charAt(i);
        const written = shift === null ? glyph : shifted([glyph], shift)[0]!;
        if (written === glyph) out.push(source[i]!, i);
        else out.insert(written.charCodeAt(0), i);
      }
      if (to === last) {
        special = null;
        if (shift === null) out.insert(0x5d, to - 1);
        plain(to, end);
        if (apart) {
          space = true;
          due = to - 1;
        }
      }
    } else plain(start, end);
  };

  const plain = (start: number, end: number): void => {
    for (let i = start; i < end; i++) {
      const unit = source[i]!;
      if (pre > 0) {
        if (unit === LF && (breaks > 0 || out.length === 0)) continue;
        if (unit === LF) {
          // Line ends of preformatted text are kept; those at its end fall away with the block.
          out.push(LF, i);
          continue;
        }
        before(i);
        out.push(unit, i);
      } else if (unit === SPACE || unit === LF || unit === 0x09 || unit === 0x0c) {
        if (!space && breaks === 0 && !cell) {
          space = true;
          due = i;
        }
      } else {
        before(i);
        out.push(unit, i);
      }
    }
  };

  const push = (name: string, kind: BlockKind): void => {
    if (contexts.length < CONTEXTS) contexts.push({ name, kind });
  };

  /** Closes the innermost context of this name, and all within it. */
  const pop = (name: string): void => {
    for (let i = contexts.length - 1; i >= 0; i--)
      if (contexts[i]!.name === name) {
        contexts.length = i;
        return;
      }
  };

  const conceal = (text: string): void => {
    if (concealing && concealing.text.length < HIDDEN_UNITS) concealing.text += text;
  };

  const reveal = (): void => {
    if (!concealing) return;
    const { by, source, at, named, active } = concealing;
    const words = concealing.text.replace(/\s+/gu, ' ').trim().slice(0, HIDDEN_UNITS);
    concealing = null;
    if (words !== '' && out.length > at && marks.length < MOST_MARKS)
      marks.push({ kind: 'hidden', by: by === 'hidden' ? 'the attribute hidden' : by, start: at, end: out.length });
    if (words !== '' && concealed.length < MOST_HIDDEN)
      concealed.push({ by, source, at, end: out.length, text: words, named, active });
  };

  const opened = (name: string, at: number): void => {
    if (rules && styled === null && (classes !== '' || id !== '')) styled = rules.of(name, classes, id);
    if (concealing) {
      if (KIN[concealing.name]?.has(name)) reveal();
      else {
        if (name === concealing.name) concealing.depth++;
        if (ACTIVE.has(name)) concealing.active = true;
        conceal(' ');
      }
    }
    if (!concealing && styled !== null && !VOID.has(name) && !unseen.has(name) && name !== 'body' && name !== 'html')
      concealing = {
        by: styled,
        name,
        depth: 1,
        source: at,
        at: out.length,
        text: '',
        named,
        active: ACTIVE.has(name),
      };
    if (hiding !== '') {
      if (KIN[hiding]?.has(name)) hiding = '';
      else {
        if (name === hiding) hidingDepth++;
        if (within === '' && unseen.has(name)) within = name;
        return;
      }
    }
    if (((hidden && cover) || unseen.has(name)) && !VOID.has(name) && name !== 'body' && name !== 'html') {
      hiding = name;
      hidingDepth = 1;
      covering = !unseen.has(name);
      within = '';
      if (APART.has(name)) demand(2, at);
      else if (LINE.has(name)) demand(1, at);
      return;
    }
    switch (name) {
      case 'br':
        if (pre > 0 && breaks === 0) out.insert(LF, at);
        else if (contexts[contexts.length - 1]?.kind === 'heading') space = true;
        else softBreak(at);
        return;
      case 'title':
        inTitle = true;
        titleFrom = -1;
        titleText = '';
        return;
      case 'table':
        demand(2, at);
        rowStarted = false;
        if (openTables.length < CONTEXTS) openTables.push(++tables);
        push('table', 'table');
        return;
      case 'tr':
        pop('td');
        pop('th');
        cell = false;
        demand(1, at);
        rowStarted = false;
        return;
      case 'td':
      case 'th':
        pop('td');
        pop('th');
        if (openTables.length === 0) {
          demand(1, at);
          return;
        }
        // A cell follows in the row, whatever stood in the one before.
        if (rowStarted) {
          breaks = 0;
          space = false;
          cell = true;
          due = at;
        }
        push(name, 'table');
        return;
      case 'ul':
      case 'ol':
      case 'dl':
        demand(contexts.some((context) => context.kind === 'list') ? 1 : 2, at);
        push(name, 'list');
        return;
      case 'pre':
      case 'xmp':
      case 'listing':
        demand(2, at);
        pre++;
        push(name, 'code');
        return;
      case 'blockquote':
        demand(2, at);
        push(name, 'quote');
        return;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        demand(2, at);
        push(name, 'heading');
        return;
      default:
        // The first paragraph of a cell does not leave its row.
        if (cell && (name === 'p' || name === 'div')) return;
        if (APART.has(name)) demand(2, at);
        else if (LINE.has(name)) demand(1, at);
        else if (
          (ASIDE.has(name) || ((name === 'a' || name === 'button') && lastClosed === name)) &&
          !space &&
          breaks === 0 &&
          !cell
        ) {
          space = true;
          due = at;
        }
    }
  };

  /** A line end inside a block. */
  const softBreak = (at: number): void => {
    if (out.length === 0 || breaks > 0 || blockStart < 0) return;
    space = false;
    // Two in a row are how old pages part paragraphs.
    if (out.units[out.length - 1] === LF) demand(1, at);
    else out.insert(LF, at);
  };

  const closed = (name: string, at: number): void => {
    if (concealing && name === concealing.name && --concealing.depth === 0) reveal();
    if (hiding !== '') {
      if (name === within) within = '';
      if (name === hiding && --hidingDepth === 0) hiding = '';
      return;
    }
    switch (name) {
      case 'title':
        if (inTitle && title === null && titleText.trim() !== '') title = titleText;
        inTitle = false;
        break;
      case 'table':
        pop('table');
        if (openTables.length > 0) openTables.pop();
        cell = false;
        demand(2, at);
        rowStarted = false;
        break;
      case 'tr':
        cell = false;
        demand(1, at);
        rowStarted = false;
        break;
      case 'td':
      case 'th':
        pop(name);
        break;
      case 'pre':
      case 'xmp':
      case 'listing':
        if (pre > 0) pre--;
        pop(name);
        demand(2, at);
        break;
      case 'ul':
      case 'ol':
      case 'dl':
        pop(name);
        demand(contexts.some((context) => context.kind === 'list') ? 1 : 2, at);
        break;
      case 'blockquote':
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        pop(name);
        demand(2, at);
        break;
      default:
        if (APART.has(name)) demand(2, at);
        else if (LINE.has(name)) demand(1, at);
    }
    lastClosed = name;
  };

  /** Whether nothing of the block that is open stands in the text yet. */
  const atBlockStart = (): boolean => breaks > 0 || blockStart < 0;

  /** What is behind a tag as a number set high or low, or as a reference to a note. */
  const look = (name: string, end: number): void => {
    if (special && special.end <= tagStart) special = null;
    if (special) return;
    if (name === 'li') {
      number = (id !== '' && notes.get(id)) || '';
      return;
    }
    if (name === 'a' ? !href.includes('#') || /\bbacklink\b|\bfootnote-back\b/u.test(`${kind} ${classes}`) : pre > 0)
      return;
    if (name !== 'a' && name !== 'sup' && name !== 'sub') return;
    const next = text.slice(end + 1, end + 1 + NOTE_UNITS);
    if (name === 'a') {
      const found = NOTE_REFERENCE.exec(next);
      if (!found) return;
      const said = /\bnoteref\b|\bdoc-noteref\b|\bfootnote-?ref\b/iu.test(`${kind} ${classes}`);
      if (!said && found[1] === undefined && !IN_SUP.test(text.slice(Math.max(0, tagStart - 100), tagStart))) return;
      const label = found[2]!;
      const start = end + 1 + found[0].lastIndexOf(label, found[0].indexOf('</'));
      const starts = atBlockStart();
      special = { start, end: start + label.length, shift: null, apart: starts };
      if (!starts && notes.size < MOST_NOTES) notes.set(href.slice(href.indexOf('#') + 1), label);
      return;
    }
    const found = SHIFTED.exec(next.slice(0, SHIFTED_UNITS));
    if (!found || found[0] === '') return;
    const length = found[0].length;
    // behind the tag that ends it
    const rest = text.charCodeAt(end + 1 + length + 6);
    special = {
      start: end + 1,
      end: end + 1 + length,
      shift: name === 'sup' ? 'high' : 'low',
      apart: name === 'sup' && atBlockStart() && rest > SPACE && rest !== 0x3c,
    };
  };

  const finishTag = (end: number, selfClosing: boolean): void => {
    pending = false;
    told = end + 1;
    const name = tagName;
    if (name === 'base' && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href)) abroad = true;
    if (name !== 'link' || /\b(?:stylesheet|icon|manifest|preload)\b/iu.test(rel)) {
      const how = name === 'a' || name === 'area' ? 'link' : 'embed';
      const target =
        href !== '' && name !== 'base' && name !== 'use' && name !== 'image'
          ? href
          : src !== ''
            ? src
            : name === 'object'
              ? data
              : '';
      if (target !== '' && found.length < 20_000) found.push({ target, at: tagStart, how });
    }
    if (out.length <= FACT_UNITS) facts.element(name, tagStart);
    opened(name, tagStart);
    if (hiding === '') look(name, end);
    if (!VOID.has(name)) lastClosed = '';
    // `<div/>` is an open tag in HTML; `<svg/>` and what stands in it is not.
    if (selfClosing && hiding === name && (name === 'svg' || name === 'script')) closed(name, end);
  };

  const keepTail = (from: number): void => {
    hiding = '';
    pre = 0;
    write(from, source.length);
  };

  const lower = (start: number, end: number): string => text.slice(start, Math.min(end, start + 40)).toLowerCase();

  // Whether `<html>` or `<body>` was opened and neither was closed: the page was cut, and its last block is `open`.
  let pageOpen = false;

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        tagStart = start - 1;
        tagName = lower(start, end);
        facts.begin();
        if (tagName === 'html' || tagName === 'body') pageOpen = true;
        href = '';
        src = '';
        data = '';
        rel = '';
        hidden = false;
        styled = null;
        classes = '';
        id = '';
        kind = '';
        named = false;
        pending = true;
        told = end;
      },
      onopentagend(end) {
        finishTag(end, false);
      },
      onselfclosingtag(end) {
        finishTag(end, true);
      },
      onclosetag(start, end) {
        // The name may be followed by white space up to `>`.
        told = Math.max(told, end + 1);
        const name = lower(start, end);
        if (name === 'html' || name === 'body') pageOpen = false;
        closed(name, start - 2);
      },
      onattribname(start, end) {
        attribute = lower(start, end);
        value = '';
        if (attribute === 'hidden') {
          hidden = true;
          styled ??= 'hidden';
        } else if (NAMES.has(attribute) || attribute.startsWith('data-')) named = true;
        else if (attribute === 'bgcolor' || attribute === 'background') backed = true;
      },
      onattribdata(start, end) {
        if (value.length < 2000) value += text.slice(start, Math.min(end, start + 2000));
      },
      onattribentity(point) {
        if (value.length < 2000) value += String.fromCodePoint(point);
      },
      onattribend() {
        if (FACT_ATTRIBUTES.has(attribute)) facts.attribute(attribute, value);
        if (attribute === 'href') href = value;
        else if (attribute === 'class') classes = value;
        else if (attribute === 'id') id = value;
        else if (attribute === 'role' || attribute === 'epub:type') kind += ` ${value}`;
        else if (attribute === 'src') src = value;
        else if (attribute === 'data') data = value;
        else if (attribute === 'rel') rel = value;
        else if (attribute === 'hidden' && value.toLowerCase() === 'until-found') {
          hidden = false;
          styled = null;
        } else if (attribute === 'style') {
          styled = coverOf(value) ?? styled;
          if (styled !== 'its color' && /background(?:-color)?\s*:/iu.test(value)) backed = true;
          if (/(?:^|;)\s*display\s*:\s*none\b/iu.test(value)) hidden = true;
        }
        attribute = '';
      },
      ontext(start, end) {
        // The tokenizer forgets where the text began that ends in a closing tag without `>` (htmlparser2 12.0.0).
        if (start < 0) {
          keepTail(source.lastIndexOf(0x3c));
          return;
        }
        // Inside a tag: the end of the file, which is kept as a whole below.
        if (pending) return;
        told = Math.max(told, end);
        if (inTitle) {
          if (titleFrom < 0) titleFrom = start;
          if (titleText.length < 400 && hiding === '') titleText += text.slice(start, Math.min(end, start + 400));
          return;
        }
        if (concealing && (hiding === '' || (covering && within === '')))
          conceal(text.slice(start, Math.min(end, start + HIDDEN_UNITS)));
        if (hiding === 'script' && out.length <= FACT_UNITS) facts.script(text, start, end);
        if (hiding === '') write(start, end);
        else if (covering && within === '') for (let i = start; i < end; i++) covered += 1 - SPACES[source[i]!]!;
      },
      ontextentity(point, end) {
        // A reference can stand for two characters; both are at its ampersand.
        if (end !== entityEnd) {
          entityAt = told;
          while (entityAt < end - 1 && source[entityAt] !== 0x26) entityAt++;
          entityEnd = end;
        }
        const at = entityAt;
        told = Math.max(told, end);
        if (inTitle) {
          if (titleText.length < 400) titleText += String.fromCodePoint(point);
          return;
        }
        if (concealing && (hiding === '' || (covering && within === ''))) conceal(String.fromCodePoint(point));
        if (hiding !== '') return;
        if (point < 0x10000 && (point === SPACE || point === LF || point === 0x09)) {
          if (pre > 0) {
            before(at);
            out.insert(point, at);
          } else if (!space && breaks === 0 && !cell) {
            space = true;
            due = at;
          }
          return;
        }
        before(at);
        if (special?.shift && at >= special.start && at < special.end)
          out.insert(shifted([String.fromCodePoint(point)], special.shift)[0]!.charCodeAt(0), at);
        else if (point < 0x10000) out.insert(point, at);
        else {
          out.insert(0xd7c0 + (point >> 10), at);
          out.insert(0xdc00 | (point & 0x3ff), at);
        }
      },
      oncomment(start, end, offset) {
        const begun = told;
        told = Math.max(told, end + 1);
        if (end - start > 12 && concealed.length < MOST_HIDDEN)
          concealed.push({
            by: 'comment',
            source: Math.max(0, start - 4),
            at: out.length,
            end: out.length,
            text: text
              .slice(start, Math.min(end, start + HIDDEN_UNITS))
              .replace(/\s+/gu, ' ')
              .trim(),
            named: false,
            active: false,
          });
        // Unterminated at the end of the file: what was cut is shown.
        if (end >= source.length && offset === 0 && start <= source.length) {
          let from = begun;
          while (from < start && source[from] !== 0x3c) from++;
          demand(1, from);
          keepTail(from);
        }
      },
      oncdata(start, end) {
        told = Math.max(told, end + 1);
        if (hiding === '') write(start, end);
      },
      ondeclaration(_start, end) {
        told = Math.max(told, end + 1);
      },
      onprocessinginstruction(_start, end) {
        told = Math.max(told, end + 1);
      },
      onend() {
        // A tag or a title without an end is shown: it is where the file was cut.
        if (titleFrom >= 0 && inTitle) keepTail(titleFrom);
        else if (pending) keepTail(tagStart);
        else if (source[told] === 0x3c) keepTail(told);
      },
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  reveal();
  // Line ends that preformatted text left at the end belong to no block.
  closeBlock();
  let length = out.length;
  while (length > 0 && (out.units[length - 1] === LF || out.units[length - 1] === SPACE)) length--;
  const last = structure[structure.length - 1];
  if (last && last.end > length) structure[structure.length - 1] = { ...last, end: length };
  openTables = [];
  const end = structure[structure.length - 1];
  if (pageOpen && end) structure[structure.length - 1] = { ...end, open: true };

  const units = out.units.slice(0, length);
  const lineStarts = lineStartsOf(source);
  const html: HtmlText = {
    units,
    origin: {
      textStarts: Uint32Array.from(out.textStarts),
      sourceStarts: Uint32Array.from(out.sourceStarts),
      sourceLineStarts: lineStarts,
      hidden: concealed.map((each) => ({
        ...each,
        at: Math.min(each.at, length),
        end: Math.min(each.end, length),
        named: each.named || (backed && each.by === 'its color'),
      })),
    },
    structure: tidy(structure, units),
    marks: marks
      .map((mark) => ({ ...mark, ...trimmed(units, mark.start, Math.min(mark.end, length)) }))
      .filter(({ start, end }) => start < end),
    title: title ?? firstHeading,
    page: facts.facts(title, length, lineStarts),
  };
  return { html, covered, links: abroad ? [] : found };
}

/** A span without white space at its ends. */
function trimmed(units: Uint16Array, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && SPACES[units[end - 1]!] === 1) end--;
  while (start < end && SPACES[units[start]!] === 1) start++;
  return { start, end };
}

/** Blocks without white space at their ends, and without empty ones. */
function tidy(structure: readonly Block[], units: Uint16Array): readonly Block[] {
  const tidied: Block[] = [];
  for (const block of structure) {
    let { start, end } = block;
    while (end > start && SPACES[units[end - 1]!] === 1) end--;
    while (start < end && (units[start] === LF || (block.kind !== 'code' && SPACES[units[start]!] === 1))) start++;
    if (start < end) tidied.push(start === block.start && end === block.end ? block : { ...block, start, end });
  }
  return tidied;
}
