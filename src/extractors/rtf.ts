/** RTF: one pass over the bytes with a stack of groups; nothing nests in the program, so no file is too deep. */
import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { LimitError, ReadError, type Budget } from './limits.ts';
import type { Reader } from './readers.ts';
import { TextBuilder } from './text-builder.ts';

/** Groups that are open at once; real files have a few dozen. */
const MOST_GROUPS = 10_000;

/** Code pages by `\fcharset` (RTF specification 1.9.1, font table). 2 is Symbol: its letters are told one by one. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** By `\ansicpg`. */
const PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};

const SIGNS: Readonly<Record<string, string>> = {
  bullet: '\u2022',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: ' ',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

/** Groups whose content is no text of the document. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'fonttbl filetbl revtbl rsidtbl listtable listoverridetable pgptbl latentstyles datastore themedata colorschememapping ' +
    'generator pict shppict nonshppict objdata objclass objname fldinst xe tc rxe bkmkstart bkmkend xmlnstbl mmathPr ' +
    'wgrffmtfilter panose falt fname template private userprops operator author manager company category keywords comment ' +
    'doccomm hlinkbase subject creatim revtim printim buptim password docvar atrfstart atrfend atnref atndate atnicn ' +
    'sp sn sv pn pntxta pntxtb pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pgdsctbl picprop blipuid ' +
    'factoidname protusertbl stylesheet colortbl info atnid atnauthor'
  ).split(' '),
);
/** Groups marked `\*` whose text is shown all the same. */
const SHOWN: ReadonlySet<string> = new Set('shpinst shptxt ud annotation footnote hl hlsrc mhtmltag'.split(' '));

/** ASCII that stands for itself. */
const PLAIN: Uint8Array = new Uint8Array(256).fill(1, 1, 0x80);
for (const byte of [0x0a, 0x0d, 0x5c, 0x7b, 0x7d]) PLAIN[byte] = 0;

type Where = 'body' | 'skip' | 'fonts' | 'colors' | 'styles' | 'title' | 'author' | 'field';

interface Group {
  where: Where;
  /** Characters that stand in the place of a `\u`. */
  fallback: number;
  page: string;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  color: number;
  /** Half points. */
  size: number;
  /** What is being collected aside: a footnote, a comment, a running head. */
  aside: Aside | null;
}

interface Aside {
  readonly kind: 'note' | 'comment' | 'head';
  readonly by: string;
  text: string;
}

export const readRtf: Reader = (bytes, budget) => Promise.resolve({ text: new RtfReader(bytes, budget).read() });

class RtfReader {
  readonly #bytes: Uint8Array;
  readonly #budget: Budget;
  readonly #out: TextBuilder;
  readonly #stack: Group[] = [];
  #group: Group = {
    where: 'body',
    fallback: 1,
    page: 'windows-1252',
    hidden: false,
    deleted: false,
    inserted: false,
    color: 0,
    size: 24,
    aside: null,
  };
  #defaultPage = 'windows-1252';
  readonly #fonts = new Map<number, string>();
  #font = 0;
  /** Indices of `\colortbl` that are white. */
  readonly #white: boolean[] = [];
  #rgb: [number, number, number, boolean] = [0, 0, 0, false];
  /** Outline level (from 0) by style. */
  readonly #levels = new Map<number, number>();
  #style = 0;
  #title = '';
  #author = '';
  #instruction = '';
  /** Bytes of `\'hh`, to be decoded together. */
  readonly #pending: number[] = [];
  #skip = 0;
  #inTable = false;
  #cellOpen = false;
  #level = -1;
  readonly #asides: Aside[] = [];

  constructor(bytes: Uint8Array, budget: Budget) {
    this.#bytes = bytes;
    this.#budget = budget;
    this.#out = new TextBuilder(budget);
  }

  read(): ReturnType<TextBuilder['done']> {
    const bytes = this.#bytes;
    const { length } = bytes;
    let i = 0;
    // a byte order mark or white space may stand before it
    while (i < length && i < 16 && bytes[i] !== 0x7b) i++;
    if (String.fromCharCode(...bytes.subarray(i, i + 5)) !== '{\\rtf')
      throw new ReadError('it is no RTF: it does not begin with {\\rtf');
    let ended = false;
    while (i < length && !ended) {
      const byte = bytes[i]!;
      if (byte === 0x7b) {
        this.#flush();
        if (this.#stack.length >= MOST_GROUPS)
          throw new LimitError(`more than ${String(MOST_GROUPS)} groups inside of each other`);
        this.#stack.push(this.#group);
        this.#group = { ...this.#group };
        this.#skip = 0;
        i++;
      } else if (byte === 0x7d) {
        this.#flush();
        this.#close();
        this.#skip = 0;
        ended = this.#stack.length === 0;
        i++;
      } else if (byte === 0x5c) i = this.#control(i + 1);
      else if (byte === 0x0a || byte === 0x0d || byte === 0) i++;
      else {
        if (this.#skip > 0) this.#skip--;
        else if (byte >= 0x80) this.#pending.push(byte);
        else {
          let end = i + 1;
          while (end < length && end - i < 4096 && PLAIN[bytes[end]!] === 1) end++;
          this.#text(String.fromCharCode(...bytes.subarray(i, end)));
          i = end - 1;
        }
        i++;
      }
    }
    this.#flush();
    const open = this.#stack.length;
    for (const aside of this.#asides) this.#append(aside);
    if (!ended)
      this.#out.lose(
        'the end of the file',
        `is missing: ${open === 1 ? 'its last group is' : `${String(open)} groups are`} still open`,
      );
    if (this.#title.trim() !== '') this.#out.title(this.#title);
    return this.#out.done();
  }

  #append(aside: Aside): void {
    const text = aside.text.trim();
    // page numbers
    if (text === '' || (aside.kind === 'head' && !/[^\d\s./|–-]/u.test(text))) return;
    this.#out.block(aside.kind === 'note' ? 'prose' : 'comment');
    if (aside.kind === 'comment') this.#out.mark('comment', aside.by);
    this.#out.text(text);
    this.#out.unmark();
    this.#out.gap();
  }

  /** A control word or sign; `at` stands behind the backslash. Where to go on. */
  #control(at: number): number {
    const bytes = this.#bytes;
    const first = bytes[at];
    if (first === undefined) return at;
    const letter = (byte: number | undefined): boolean =>
      byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    if (!letter(first)) {
      if (first === 0x27) {
        const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0x20, bytes[at + 2] ?? 0x20), 16);
        if (this.#skip > 0) this.#skip--;
        else if (!Number.isNaN(value) && value !== 0) this.#pending.push(value);
        return at + 3;
      }
      const sign = String.fromCharCode(first);
      if (sign === '*') {
        // the next word decides
        return this.#starred(at + 1);
      }
      if (this.#skip > 0 && '\\{}~_'.includes(sign)) {
        this.#skip--;
        return at + 1;
      }
      if (sign === '~') this.#text('\u00a0');
      else if (sign === '_') this.#text('\u2011');
      else if (sign === '\\' || sign === '{' || sign === '}') this.#text(sign);
      else if (sign === '\n' || sign === '\r') this.#paragraph();
      return at + 1;
    }
    let end = at;
    let word = '';
    while (letter(bytes[end]) && end - at < 40) word += String.fromCharCode(bytes[end++]!);
    let digits = '';
    if (bytes[end] === 0x2d) digits = String.fromCharCode(bytes[end++]!);
    while (end - at < 60 && bytes[end] !== undefined && bytes[end]! >= 0x30 && bytes[end]! <= 0x39)
      digits += String.fromCharCode(bytes[end++]!);
    const value = digits === '' || digits === '-' ? null : Number(digits);
    if (bytes[end] === 0x20) end++;
    this.#budget.nodes(1);
    if (word === 'bin') return end + Math.max(0, value ?? 0);
    if (word === 'u' && value !== null) {
      this.#flushPending();
      if (this.#skip > 0) this.#skip--;
      else {
        this.#unit(value < 0 ? value + 0x10000 : value);
        this.#skip = this.#group.fallback;
      }
      return end;
    }
    if (this.#skip > 0) {
      this.#skip--;
      return end;
    }
    this.#flushPending();
    this.#word(word, value);
    return end;
  }

  /** `\*\word`: the group is skipped by readers that do not know the word. */
  #starred(at: number): number {
    let i = at;
    while (this.#bytes[i] === 0x0a || this.#bytes[i] === 0x0d || this.#bytes[i] === 0x20) i++;
    if (this.#bytes[i] !== 0x5c) return i;
    let word = '';
    for (let k = i + 1; k < i + 40; k++) {
      const byte = this.#bytes[k] ?? 0;
      if ((byte | 0x20) < 0x61 || (byte | 0x20) > 0x7a) break;
      word += String.fromCharCode(byte);
    }
    if (word === 'atnauthor') this.#author = '';
    if (!SHOWN.has(word) && !(word in SIGNS))
      this.#group.where = word === 'atnauthor' ? 'author' : word === 'fldinst' ? 'field' : 'skip';
    if (word === 'fldinst') this.#instruction = '';
    return word === 'fldinst' || word === 'atnauthor' ? i + 1 + word.length : i;
  }

  #word(word: string, value: number | null): void {
    const group = this.#group;
    const on = value !== 0;
    if (Object.hasOwn(SIGNS, word)) {
      this.#text(SIGNS[word]!);
      return;
    }
    switch (word) {
      case 'ansicpg':
        this.#defaultPage = PAGES[value ?? 0] ?? 'windows-1252';
        group.page = this.#defaultPage;
        break;
      case 'mac':
        this.#defaultPage = 'macintosh';
        group.page = this.#defaultPage;
        break;
      case 'uc':
        group.fallback = Math.max(0, Math.min(8, value ?? 1));
        break;
      case 'par':
      case 'sect':
        this.#paragraph();
        break;
      case 'page':
      case 'softpage':
        if (group.where === 'body' && !group.aside && word === 'page') this.#out.gap();
        break;
      case 'line':
        if (group.where === 'body') {
          if (group.aside) group.aside.text += '\n';
          else if (this.#inTable) this.#text(' ');
          else this.#out.line();
        }
        break;
      case 'tab':
        this.#text('\t');
        break;
      case 'cell':
      case 'nestcell':
        if (group.where === 'body' && !group.aside) {
          this.#openBlock('');
          this.#tabs++;
          this.#cellOpen = false;
        }
        break;
      case 'row':
      case 'nestrow':
        if (group.where === 'body' && !group.aside) {
          this.#out.end();
          this.#blockOpen = false;
          this.#inTable = false;
          this.#tabs = 0;
        }
        break;
      case 'intbl':
        this.#inTable = true;
        break;
      case 'trowd':
        this.#inTable = true;
        break;
      case 'pard':
        this.#level = -1;
        this.#style = 0;
        this.#inTable = false;
        this.#item = false;
        break;
      case 'plain':
        group.hidden = false;
        group.deleted = false;
        group.inserted = false;
        group.color = 0;
        group.size = 24;
        break;
      case 's':
        if (group.where === 'styles') this.#style = value ?? 0;
        else this.#level = this.#levels.get(value ?? 0) ?? -1;
        break;
      case 'outlinelevel':
        if (value === null || value > 8) break;
        if (group.where === 'styles') this.#levels.set(this.#style, value);
        else this.#level = value;
        break;
      case 'v':
        group.hidden = on;
        break;
      case 'deleted':
        group.deleted = on;
        break;
      case 'revised':
        group.inserted = on;
        break;
      case 'cf':
        group.color = value ?? 0;
        break;
      case 'fs':
        group.size = value ?? 24;
        break;
      case 'f':
        this.#font = value ?? 0;
        if (group.where !== 'fonts') group.page = this.#fonts.get(this.#font) ?? this.#defaultPage;
        break;
      case 'fcharset':
        if (group.where === 'fonts') {
          const page = CHARSETS[value ?? 0];
          // 0 is what the document says, 1 is the reader's own, 2 is for pictures of signs
          if (page !== undefined && value !== 0) this.#fonts.set(this.#font, page);
        }
        break;
      case 'red':
        this.#rgb = [value ?? 0, this.#rgb[1], this.#rgb[2], true];
        break;
      case 'green':
        this.#rgb = [this.#rgb[0], value ?? 0, this.#rgb[2], true];
        break;
      case 'blue':
        this.#rgb = [this.#rgb[0], this.#rgb[1], value ?? 0, true];
        break;
      case 'fonttbl':
        group.where = 'fonts';
        break;
      case 'colortbl':
        group.where = 'colors';
        break;
      case 'stylesheet':
        group.where = 'styles';
        break;
      case 'title':
        group.where = 'title';
        break;
      case 'upr':
        // the first of its two groups is the same without Unicode
        break;
      case 'footnote':
        if (group.where === 'body') group.aside = { kind: 'note', by: '', text: '' };
        break;
      case 'annotation':
        if (group.where === 'body') group.aside = { kind: 'comment', by: this.#author.trim(), text: '' };
        break;
      case 'header':
      case 'headerl':
      case 'headerr':
      case 'headerf':
      case 'footer':
      case 'footerl':
      case 'footerr':
      case 'footerf':
        if (group.where === 'body') group.aside = { kind: 'head', by: '', text: '' };
        break;
      case 'fldinst':
        group.where = 'field';
        this.#instruction = '';
        break;
      case 'fldrslt': {
        const target = /^\s*HYPERLINK\s+"([^"]{1,1000})"/u.exec(this.#instruction)?.[1];
        if (target !== undefined && !/^[a-z][a-z0-9+.-]*:/iu.test(target)) this.#out.link(target, 'link');
        break;
      }
      case 'listtext':
      case 'pntext':
        this.#item = true;
        break;
      default:
        if (SKIPPED.has(word) && group.where === 'body') group.where = 'skip';
    }
  }

  #close(): void {
    const closed = this.#group;
    const back = this.#stack.pop();
    if (!back) return;
    this.#group = back;
    if (closed.aside && closed.aside !== back.aside) {
      const { aside } = closed;
      // running heads stand in every section
      if (aside.kind !== 'head' || !this.#asides.some((one) => one.kind === 'head' && one.text === aside.text))
        this.#asides.push(aside);
    }
  }

  #paragraph(): void {
    if (this.#group.where !== 'body') return;
    if (this.#group.aside) this.#group.aside.text += '\n';
    else if (this.#inTable) {
      if (this.#cellOpen) this.#out.text(' ');
    } else {
      this.#out.end();
      this.#blockOpen = false;
      this.#item = false;
    }
  }

  #blockOpen = false;

  /** Tabs between cells, put before the next text of the row. */
  #tabs = 0;
  /** Whether what comes is the number or the bullet of a list item. */
  #item = false;

  #openBlock(text: string): void {
    if (this.#blockOpen) return;
    this.#blockOpen = true;
    if (this.#inTable) this.#out.block('table');
    else if (this.#level >= 0) this.#out.block('heading', Math.min(6, this.#level + 1));
    else if (this.#item || text === '\u2022') this.#out.block('list', 1);
    else this.#out.block('prose');
  }

  #unit(unit: number): void {
    this.#text(String.fromCharCode(unit & 0xffff));
  }

  #text(text: string): void {
    this.#flushPending();
    const group = this.#group;
    switch (group.where) {
      case 'skip':
      case 'fonts':
      case 'styles':
        return;
      case 'colors':
        if (text.includes(';')) {
          const [r, g, b, told] = this.#rgb;
          this.#white.push(told && r >= 0xfa && g >= 0xfa && b >= 0xfa);
          this.#rgb = [0, 0, 0, false];
        }
        return;
      case 'title':
        this.#title += text;
        return;
      case 'author':
        this.#author += text;
        return;
      case 'field':
        if (this.#instruction.length < 2000) this.#instruction += text;
        return;
      case 'body':
    }
    if (group.aside) {
      this.#budget.units(text.length);
      group.aside.text += text;
      return;
    }
    let shown = text;
    if (!this.#blockOpen) {
      shown = text.replace(/^[ \t\n]+/u, '');
      if (shown === '') return;
      this.#openBlock(shown);
    }
    this.#cellOpen = true;
    const by = group.hidden
      ? 'hidden text'
      : this.#white[group.color] === true
        ? 'white text'
        : group.size <= 2
          ? 'text of one point'
          : null;
    const kind = by !== null ? 'hidden' : group.deleted ? 'deleted' : group.inserted ? 'inserted' : null;
    if (kind !== this.#marked || by !== this.#markedBy) {
      this.#out.unmark();
      if (kind !== null) this.#out.mark(kind, by ?? '');
      this.#marked = kind;
      this.#markedBy = by;
    }
    if (this.#tabs > 0) {
      this.#out.text('\t'.repeat(this.#tabs));
      this.#tabs = 0;
    }
    this.#out.text(shown);
  }

  #marked: 'hidden' | 'deleted' | 'inserted' | null = null;
  #markedBy: string | null = null;

  #flush(): void {
    this.#flushPending();
  }

  #flushPending(): void {
    if (this.#pending.length === 0) return;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending.length = 0;
    this.#text(legacyHookDecode(bytes, this.#group.page));
  }
}
