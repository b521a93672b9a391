/** Inside one line of an index: where its first path is, in whichever way it was written, or why it cannot be read. */
import { isDecimalDigit, isLetter, isMark } from '../core/unicode.ts';
import { baseName, checkPath, cutFragment, percentDecode } from './paths.ts';
import { pattern } from '../core/pattern.ts';

/** The beginning of a path in angle brackets, told from a tag. */
const TORN_ANGLE = pattern('u')`^<[^\s/]*[\p{L}_][^\s]*[./]`;

// ---------------------------------------------------------------------------------------------------------------------
// The names in the folder

/** The names of the files in a folder, made to be asked often. */
export interface FileNames {
  has(path: string): boolean;
  /** Whether anything lies in the folder; the path ends in `/`. */
  hasFolder(path: string): boolean;
  /** Length of the longest start of `text` that, after `folder`, is a file's name and ends where a word does; else 0. */
  longestStart(folder: string, text: string, from: number): number;
}

/** No file at all: paths are then read as they are written. */
export const NO_FILES: FileNames = { has: () => false, hasFolder: () => false, longestStart: () => 0 };

export function fileNames(files: readonly string[]): FileNames {
  const set = new Set(files);
  const folders = new Set<string>();
  for (const file of files)
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  let sorted: readonly string[] | undefined;
  return {
    has: (path) => set.has(path),
    hasFolder: (path) => folders.has(path) || (path === '' && files.length > 0),
    longestStart(folder, text, from) {
      sorted ??= [...set].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      let [low, high] = range(sorted, 0, sorted.length, 0, folder);
      let best = 0;
      for (let k = from; low < high; k++) {
        const depth = folder.length + k - from;
        if (k > from && sorted[low]!.length === depth) {
          if (k >= text.length || endsWord(text, k)) best = k - from;
          low++;
          if (low >= high) break;
        }
        if (k >= text.length) break;
        const unit = text.charCodeAt(k);
        low = bound(sorted, low, high, depth, unit);
        high = bound(sorted, low, high, depth, unit + 1);
      }
      return best;
    },
  };
}

/** The stretch of sorted names that begin with `prefix`. */
function range(sorted: readonly string[], from: number, to: number, depth: number, prefix: string): [number, number] {
  let low = from;
  let high = to;
  for (let k = 0; k < prefix.length && low < high; k++) {
    const unit = prefix.charCodeAt(k);
    while (low < high && sorted[low]!.length <= depth + k) low++;
    low = bound(sorted, low, high, depth + k, unit);
    high = bound(sorted, low, high, depth + k, unit + 1);
  }
  while (low < high && sorted[low]!.length <= depth + prefix.length && prefix !== '') low++;
  return [low, high];
}

/** First index in [low, high) whose unit at `depth` is >= `unit`; all there are longer than `depth` and agree before it. */
function bound(sorted: readonly string[], low: number, high: number, depth: number, unit: number): number {
  let a = low;
  let b = high;
  while (a < b) {
    const middle = (a + b) >>> 1;
    if (sorted[middle]!.charCodeAt(depth) < unit) a = middle + 1;
    else b = middle;
  }
  return a;
}

/** Whether a name can end before `at`: no letter, digit, `_`, `/`, `%` follows, nor a `.` or `-` with one of these. */
function endsWord(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  if (isLetter(point) || isMark(point) || isDecimalDigit(point))
    return isWide(point) && !isWide(text.charCodeAt(at - 1));
  const unit = text.charAt(at);
  if (unit === '_' || unit === '/' || unit === '%') return false;
  if (unit !== '.' && unit !== '-') return true;
  const next = text.codePointAt(at + 1);
  return next === undefined || !(isLetter(next) || isDecimalDigit(next) || isMark(next));
}

/** Scripts without spaces between words. */
function isWide(point: number): boolean {
  return point >= 0x2e80 && point < 0xd7b0;
}

// ---------------------------------------------------------------------------------------------------------------------
// What a target leads to

export type How = 'link' | 'angle' | 'code' | 'wiki' | 'bare' | 'whole';

export type Resolution =
  | { readonly is: 'path'; readonly path: string; readonly what: 'file' | 'folder' | 'pattern' }
  | { readonly is: 'fault'; readonly fault: string }
  | { readonly is: 'address' }
  | { readonly is: 'nothing' };

const NOTHING: Resolution = { is: 'nothing' };
const ADDRESS: Resolution = { is: 'address' };

const EXTENSIONS = new Set(
  (
    'md markdown mdown mkd mdx txt text rst adoc asciidoc asc org tex latex htm html xhtml shtml pdf ps eps djvu epub mobi ' +
    'doc docx docm dot dotx odt ott rtf pages xls xlsx xlsm xlsb ods csv tsv numbers ppt pptx pptm odp key vsd vsdx odg ' +
    'json jsonl ndjson json5 yaml yml toml ini cfg conf xml xsd xsl xslt wsdl dtd rng rnc proto thrift avsc avdl graphql gql sql raml ' +
    'apib idl asn asn1 abnf bnf ebnf g4 feature puml plantuml mmd dot drawio bpmn ttl rdf owl shacl jsonld ' +
    'js mjs cjs ts mts cts tsx jsx py rb go rs c h cc cpp hpp cs java kt swift php pl sh bash ps1 bat lua r jl m scala hs ml clj ex erl ' +
    'dart zig nim vue svelte css scss sass less ipynb tf hcl gradle cmake make mk lock log diff patch ' +
    'png jpg jpeg gif svg webp bmp tif tiff ico heic avif psd ai sketch fig mp3 wav ogg flac m4a mp4 mov avi mkv webm ' +
    'woff woff2 ttf otf eot zip gz tgz tar bz2 xz 7z rar jar war eml msg mbox ics vcf bin dat wasm pem crt der sha256 ' +
    'parquet arrow avro sqlite db geojson gpx kml stl obj step stp dxf dwg'
  ).split(' '),
);

/** Names that look like files and are products. */
const PRODUCTS = new Set(
  'node.js next.js vue.js nuxt.js react.js express.js three.js d3.js chart.js ember.js angular.js nest.js moment.js jquery.js deno.ts backbone.js alpine.js p5.js asp.net'.split(
    ' ',
  ),
);

/** Whether a name ends in an extension that files have. */
export function hasKnownExtension(name: string): boolean {
  const base = baseName(name);
  const dot = base.lastIndexOf('.');
  return dot > 0 && base.length - dot <= 10 && EXTENSIONS.has(base.slice(dot + 1).toLowerCase());
}

function hasScheme(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(text)) return true;
  return /^(?:mailto|tel|sms|data|javascript|urn|doi|magnet|news|xmpp|about|cid|mid|geo|sip|callto|skype|git|isbn|arxiv):/i.test(
    text,
  );
}

/** Whether the text is a web address, with or without a scheme, a mail address or the like. `x:y` is one only for schemes. */
function isAddress(text: string): boolean {
  if (hasScheme(text)) return true;
  if (/^www\.[^/\s]+\./i.test(text)) return true;
  if (
    /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:com|org|net|io|dev|gov|edu|int|eu|cn|jp|de|fr|uk|ru)\//i.test(text)
  )
    return true;
  return /^[^@\s/]{1,64}@[^@\s/]{1,255}$/.test(text) && text.includes('.', text.indexOf('@'));
}

export interface ResolveOptions {
  /** Folder of the index, with its final `/`, or empty. */
  readonly folder: string;
  readonly files: FileNames;
  /** Whether `*` and `?` make a pattern. */
  readonly patterns: boolean;
}

/** What a written target stands for, relative to the checked folder. */
export function resolve(written: string, how: How, options: ResolveOptions): Resolution {
  const { folder, files } = options;
  const text = written.trim();
  if (text === '') return NOTHING;
  const here = (candidate: string): boolean => files.has(folder + candidate);
  const spoken = how === 'bare' || how === 'whole' || how === 'code';
  if (options.patterns && text.includes('*') && !hasScheme(text)) {
    const checked = checkPath(how === 'link' ? percentDecodeButStars(text) : text);
    return checked.fault === undefined
      ? { is: 'path', path: folder + checked.path, what: 'pattern' }
      : { is: 'fault', fault: checked.fault };
  }
  const plain = unescapeMarkdown(text);
  const candidates = !/[%&\\#?]/.test(text)
    ? [text]
    : spoken
      ? [text, plain, percentDecode(text), cutHash(text), percentDecode(cutHash(text))]
      : [
          percentDecode(cutFragment(plain)),
          cutFragment(plain),
          percentDecode(plain),
          plain,
          percentDecode(cutFragment(text)),
          percentDecode(text),
          text,
        ];
  if (how === 'wiki') candidates.push(...candidates.map((candidate) => `${candidate}.md`));
  for (const candidate of candidates) {
    if (candidate === '') continue;
    const checked = checkPath(candidate, here);
    if (checked.path !== undefined && here(checked.path))
      return { is: 'path', path: folder + checked.path, what: 'file' };
    if (checked.path?.endsWith('/') && here(checked.path.slice(0, -1)))
      return { is: 'path', path: folder + checked.path.slice(0, -1), what: 'file' };
  }
  // A link without a scheme leads to a file (CommonMark), be its first folder called blog.example.org.
  // No path holds `://`: what does is an address, or a link torn open around one.
  if (plain.includes('://') || (how === 'link' ? hasScheme(plain) : isAddress(plain))) return ADDRESS;
  if (text.startsWith('#') || (text.startsWith('?') && !spoken)) {
    if (!hasKnownExtension(text)) return text.startsWith('#') ? ADDRESS : NOTHING;
    return { is: 'path', path: folder + text, what: 'file' };
  }
  let chosen = spoken ? text : percentDecode(cutFragment(plain));
  if (how === 'wiki' && !hasKnownExtension(chosen) && !chosen.endsWith('/')) chosen += '.md';
  const known = hasKnownExtension(chosen) || (spoken && hasKnownExtension(cutHash(chosen)));
  if (spoken) {
    if (known && !hasKnownExtension(chosen)) chosen = cutHash(chosen);
    if (PRODUCTS.has(chosen.toLowerCase()) || /^[\d/.:-]+$/.test(chosen)) return NOTHING;
    // A name with spaces that is no file here, a path such as `/users` in code, a word: not a path.
    if (how === 'code' && /\s/.test(chosen)) return NOTHING;
    const exists = files.hasFolder(folder + withSlash(chosen.replace(/^\.\//, '')));
    if (!known && !(exists && (how !== 'bare' || chosen.endsWith('/')))) {
      const slash = chosen.indexOf('/');
      if (how === 'bare' || slash <= 0 || /[{}<>$=()"'|\\\s]/.test(chosen)) return NOTHING;
    }
  }
  // What was written with backslashes must not lead out either way it is read.
  for (const reading of [chosen, text]) {
    const checked = checkPath(reading);
    if (checked.fault !== undefined && (reading === chosen || text.includes('\\'))) {
      if (checked.fault === 'is empty') return NOTHING;
      if ((how === 'bare' || how === 'code') && /^[/\\]/.test(text)) return NOTHING;
      return { is: 'fault', fault: checked.fault };
    }
  }
  const path = checkPath(chosen).path!;
  if (path.endsWith('/')) return { is: 'path', path: path === './' ? folder || './' : folder + path, what: 'folder' };
  if (files.hasFolder(`${folder}${path}/`)) return { is: 'path', path: `${folder}${path}/`, what: 'folder' };
  return { is: 'path', path: folder + path, what: 'file' };
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function cutHash(text: string): string {
  const at = text.indexOf('#');
  return at > 0 ? text.slice(0, at) : text;
}

function percentDecodeButStars(text: string): string {
  return percentDecode(text.replace(/%2a/gi, '%252A'));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#91': '[',
  '#93': ']',
  nbsp: ' ',
};

/** Without backslashes before ASCII punctuation, and with the commonest entities resolved. */
export function unescapeMarkdown(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39|#91|#93);/g, (all, name: string) => ENTITIES[name] ?? all);
}

// ---------------------------------------------------------------------------------------------------------------------
// The first path of an item

export type ItemReading =
  | {
      readonly is: 'path';
      readonly path: string;
      readonly what: 'file' | 'folder' | 'pattern';
      readonly start: number;
      readonly end: number;
    }
  /** A path that leaves the folder. */
  | { readonly is: 'fault'; readonly fault: string; readonly written: string }
  /** Markup that was begun and is not whole. */
  | { readonly is: 'cut'; readonly why: string }
  /** Web addresses, mail, anchors, and no path. */
  | { readonly is: 'address' }
  | { readonly is: 'nothing' };

const CUT_LINK: ItemReading = { is: 'cut', why: 'a link is cut off or damaged' };
const CUT_CODE: ItemReading = { is: 'cut', why: 'a backtick is not closed' };
const CUT_ANGLE: ItemReading = { is: 'cut', why: 'a < is not closed' };

/** The inside of one line: matching brackets and code spans are found once. */
export class Inline {
  readonly text: string;
  #options: ResolveOptions;
  #references: ReadonlyMap<string, string>;
  #code: ReadonlyMap<number, number> | undefined;
  #brackets: ReadonlyMap<number, number> | undefined;
  #codeList: readonly (readonly [number, number])[] | undefined;
  /** The next `>` from where it was last looked for; -1 for none. */
  #angle = -2;

  /** `references`: link definitions of the file, by normalised label. */
  constructor(text: string, options: ResolveOptions, references: ReadonlyMap<string, string>) {
    this.text = text;
    this.#options = options;
    this.#references = references;
  }

  /** Start of each code span and the offset behind it. */
  get code(): ReadonlyMap<number, number> {
    return (this.#code ??= codeSpans(this.text));
  }

  get #matches(): ReadonlyMap<number, number> {
    return (this.#brackets ??= matchBrackets(this.text, this.code));
  }

  /** Whether the offset stands in or at a code span. */
  inCode(at: number): boolean {
    this.#codeList ??= [...this.code];
    let low = 0;
    let high = this.#codeList.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#codeList[middle]![0] <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && at < this.#codeList[low - 1]![1];
  }

  /** Whether there is a `](` whose `[` is gone. */
  hasTornLink(): boolean {
    const closing = new Set(this.#matches.values());
    for (let at = this.text.indexOf(']('); at >= 0; at = this.text.indexOf('](', at + 1))
      if (!closing.has(at) && !this.inCode(at) && this.text.charAt(at - 1) !== '\\') return true;
    return false;
  }

  /** Whether a `[` has no `]`. */
  hasOpenBracket(): boolean {
    for (let at = this.text.indexOf('['); at >= 0; at = this.text.indexOf('[', at + 1))
      if (!this.#matches.has(at) && !this.inCode(at)) return true;
    return false;
  }

  /** The first path from `from` on. */
  read(from: number): ItemReading {
    const { text } = this;
    let i = from;
    while (isBlank(text.charCodeAt(i))) i++;
    const box = /^\[[ xX✓✔✗-]?\](?=\s)\s*/.exec(text.slice(i, i + 24));
    if (box && !text.startsWith('](', i + 1)) i += box[0].length;
    const begin = skipEmphasis(text, i);
    const longest = this.#options.files.longestStart(this.#options.folder, text, begin);
    if (longest > 0) {
      const path = this.#options.folder + text.slice(begin, begin + longest);
      return { is: 'path', path, what: 'file', start: begin, end: begin + longest };
    }
    let address = false;
    for (i = begin; i < text.length;) {
      const found = this.at(i, begin);
      if (found.is === 'skip') {
        address ||= found.address;
        i = Math.max(found.end, i + 1);
      } else return found;
    }
    return address ? { is: 'address' } : { is: 'nothing' };
  }

  /** A path that is written at just this offset; or how far to skip. */
  at(i: number, begin: number): ItemReading | { readonly is: 'skip'; readonly end: number; readonly address: boolean } {
    const { text } = this;
    const skip = (end: number, address = false): { is: 'skip'; end: number; address: boolean } => ({
      is: 'skip',
      end,
      address,
    });
    const take = (written: string, how: How, end: number): ItemReading | ReturnType<typeof skip> => {
      const found = resolve(written, how, this.#options);
      if (found.is === 'path') return { ...found, start: i, end };
      if (found.is === 'fault') return { is: 'fault', fault: found.fault, written };
      return skip(end, found.is === 'address');
    };
    const unit = text.charAt(i);
    if (isBlank(text.charCodeAt(i))) return skip(i + 1);
    if (unit === '\\') return skip(i + 2);
    if (unit === '`') {
      const end = this.code.get(i);
      let run = 1;
      while (text.charAt(i + run) === '`') run++;
      if (end === undefined) return i === begin ? CUT_CODE : skip(i + run);
      return take(text.slice(i + run, end - run), i === begin && endsPath(text, end) ? 'whole' : 'code', end);
    }
    if (unit === '!' && text.charAt(i + 1) === '[') return skip(i + 1);
    if (unit === '[') return this.#bracket(i, begin, take, skip);
    if (unit === '<') {
      if (this.#angle !== -1 && this.#angle <= i) this.#angle = text.indexOf('>', i + 1);
      const end = this.#angle;
      if (end < 0 || end - i > LONGEST_PATH)
        return i === begin && TORN_ANGLE.test(text.slice(i, i + 400)) ? CUT_ANGLE : skip(i + 1);
      const inside = text.slice(i + 1, end);
      const href = /^a\s[^>]{0,300}?href\s*=\s*["']([^"']{1,2000})["']/i.exec(inside.slice(0, 2400));
      if (href) {
        const close = indexNear(text, '</a>', end);
        return take(href[1]!, 'link', close < 0 ? end + 1 : close + 4);
      }
      if (/^\/?[a-z][a-z0-9]*(?:\s|\/?$)/i.test(inside.slice(0, 200)) && !hasKnownExtension(inside))
        return skip(end + 1);
      return take(inside, i === begin ? 'whole' : 'bare', end + 1);
    }
    let end = i;
    while (end < text.length && !isBlank(text.charCodeAt(end)) && !'[`<|'.includes(text.charAt(end))) end++;
    if (end === i) return skip(i + 1);
    const token = text.slice(i, end);
    if (token.length > LONGEST_PATH) return token.includes('](') ? CUT_LINK : skip(end);
    if (token.includes('](')) return CUT_LINK;
    return this.#bare(token, i, end, i === begin, skip);
  }

  #bracket<S>(
    i: number,
    begin: number,
    take: (written: string, how: How, end: number) => ItemReading | S,
    skip: (end: number) => S,
  ): ItemReading | S {
    const { text } = this;
    const first = i === begin || (i === begin + 1 && text.charAt(begin) === '!');
    if (text.charAt(i + 1) === '[') {
      const end = indexNear(text, ']]', i + 2);
      if (end >= 0 && !text.slice(i + 2, end).includes('](')) {
        const inside = text.slice(i + 2, end);
        const bar = inside.search(/\\?\|/);
        const target = cutHash(bar < 0 ? inside : inside.slice(0, bar));
        return inside.startsWith('#') ? skip(end + 2) : take(target, 'wiki', end + 2);
      }
    }
    const close = this.#matches.get(i);
    if (close === undefined) {
      // `[0, 1)` in a sentence is no link.
      return first || /^[^\]]{0,300}\([^()\s]{1,300}(?:\.[A-Za-z0-9]{1,8}\)|$)/.test(text.slice(i + 1, i + 700))
        ? CUT_LINK
        : skip(i + 1);
    }
    const label = close - i > LONGEST_LABEL ? '' : text.slice(i + 1, close);
    const next = text.charAt(close + 1);
    if (next === '(' || (next === ' ' && text.charAt(close + 2) === '(')) {
      const spaced = next === ' ';
      const target = destination(text, close + (spaced ? 3 : 2), spaced ? LONGEST_SPACED : FAR);
      if (target) {
        if (!spaced) {
          if (target.text.trim() === '') return CUT_LINK;
          return take(target.text, 'link', target.end);
        }
        const found = resolve(target.text, 'bare', this.#options);
        if (found.is === 'path') return { ...found, start: i, end: target.end };
      } else if (!spaced) return CUT_LINK;
    }
    const reference = next === '[' ? this.#matches.get(close + 1) : undefined;
    const key = labelKey(reference === undefined ? label : text.slice(close + 2, reference) || label);
    const defined = this.#references.get(key);
    if (defined !== undefined) return take(defined, 'link', (reference ?? close) + 1);
    if (reference !== undefined && text.charAt(reference + 1) === '(') return skip(close + 1);
    if (reference !== undefined)
      return first ? { is: 'cut', why: `the link names [${key}], which is defined nowhere` } : skip(reference + 1);
    const inside = resolve(label, 'bare', this.#options);
    if (inside.is === 'path') return { ...inside, start: i, end: close + 1 };
    // `[Limits]limits.md)`: the bracket that began the target is gone.
    if (first && next !== '' && !isBlank(text.charCodeAt(close + 1))) {
      let end = close + 1;
      while (end < text.length && end < close + LONGEST_LABEL && !isBlank(text.charCodeAt(end))) end++;
      const token = text.slice(close + 1, end);
      const note = /[:：,，;；.。(（\-–—/[\]|*_~"'”’]/.test(next);
      if (note ? token.includes(')') && !token.includes('(') : /[)./]/.test(token)) return CUT_LINK;
    }
    return skip(close + 1);
  }

  #bare<S>(
    token: string,
    i: number,
    end: number,
    first: boolean,
    skip: (end: number, address?: boolean) => S,
  ): ItemReading | S {
    const { text } = this;
    let start = 0;
    const { patterns } = this.#options;
    while (start < token.length && OPENING.includes(token.charAt(start)) && !(patterns && token.charAt(start) === '*'))
      start++;
    for (const candidate of bareCandidates(token, start, patterns)) {
      const stop = i + start + candidate.length;
      const how = first && endsPath(text, stop) ? 'whole' : 'bare';
      const found = resolve(candidate, how, this.#options);
      if (found.is === 'path') return { ...found, start: i + start, end: stop };
      if (found.is === 'fault') return { is: 'fault', fault: found.fault, written: candidate };
      if (found.is === 'address') return skip(end, true);
    }
    return skip(end);
  }
}

/** How far a closing mark is looked for, in UTF-16 code units: no name is longer, and the work stays linear. */
const FAR = 8192;
const LONGEST_PATH = 8192;
/** A target that a blank stands before is looked for so far only: there may be many, and few are one. */
const LONGEST_SPACED = 400;
const LONGEST_LABEL = 1024;

function indexNear(text: string, mark: string, from: number, far: number = FAR): number {
  const at = text.slice(from, from + far).indexOf(mark);
  return at < 0 ? -1 : from + at;
}

const OPENING = '*_~"\'“‘«「『(（【';
const CLOSING = '-–—+•*_~"\'”’»」』)）】.,;:!?>]，。；：、！？،؛';

/** What may be the path in a run of characters: all of it, without the signs around it, or up to a colon or bracket. */
function bareCandidates(token: string, start: number, patterns: boolean): readonly string[] {
  let end = token.length;
  const out: string[] = [];
  while (end > start && CLOSING.includes(token.charAt(end - 1)) && !(patterns && token.charAt(end - 1) === '*')) end--;
  const whole = token.slice(start, end);
  if (whole !== '') out.push(whole);
  const wide = /\.[A-Za-z0-9]{1,8}(?=[\u2e80-\ud7af])/.exec(whole);
  if (wide) {
    const before = whole.slice(0, wide.index + wide[0].length);
    if (hasKnownExtension(before)) out.unshift(before);
  }
  let cuts = 0;
  for (const { index: cut } of whole.slice(0, LONGEST_PATH).matchAll(/[：，。；、（【(,;،؛]|:(?!\/\/)/g)) {
    if (cut === 0 || (cut === 1 && /[\\/]/.test(whole.charAt(2)))) continue;
    let stop = cut;
    while (stop > 1 && CLOSING.includes(whole.charAt(stop - 1))) stop--;
    const before = whole.slice(0, stop);
    if (cuts > 0) {
      if (hasKnownExtension(before)) out.push(before);
    } else if (!/^[a-z]{2,}$/i.test(before)) {
      out.unshift(before);
      // `a(1).md`: all of it has an extension and is tried first.
      if (hasKnownExtension(whole) && !/[：，。；、,;،؛]/.test(whole)) out.reverse();
    }
    if (++cuts === 8) break;
  }
  return out;
}

/** Whether a path can end here: the text ends, or a note begins. */
export function endsPath(text: string, at: number): boolean {
  let i = at;
  while (i < text.length && '*_~'.includes(text.charAt(i))) i++;
  const spaced = isBlank(text.charCodeAt(i));
  while (isBlank(text.charCodeAt(i))) i++;
  if (i >= text.length) return true;
  return (spaced ? ':：-–—([（【,，;；|=→' : ':：([（【,，;；|').includes(text.charAt(i));
}

function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0x0a ||
    unit === 0x0b ||
    unit === 0x0c
  );
}

function skipEmphasis(text: string, from: number): number {
  let i = from;
  while (i < text.length && '*_~'.includes(text.charAt(i)) && i - from < 6) i++;
  // `*.pdf` is a pattern, `_notes.md` a name.
  return i > from && !'[`<'.includes(text.charAt(i)) && !closesEmphasis(text, from, i) ? from : i;
}

function closesEmphasis(text: string, from: number, to: number): boolean {
  return text.indexOf(text.slice(from, to), to) > 0 && !'./'.includes(text.charAt(to));
}

/** Label of a reference link, as labels are compared. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Code spans: a run of backticks up to the next run of the same length. */
function codeSpans(text: string): ReadonlyMap<number, number> {
  const spans = new Map<number, number>();
  if (!text.includes('`')) return spans;
  const starts: number[] = [];
  const lengths: number[] = [];
  const escaped: boolean[] = [];
  for (let i = text.indexOf('`'); i >= 0; i = text.indexOf('`', i)) {
    const start = i;
    while (text.charAt(i) === '`') i++;
    starts.push(start);
    lengths.push(i - start);
    // Behind a backslash it can close a span and not open one.
    escaped.push(start > 0 && text.charAt(start - 1) === '\\' && text.charAt(start - 2) !== '\\');
  }
  const nextOfLength = new Map<number, number>();
  const closer = new Int32Array(starts.length).fill(-1);
  for (let k = starts.length - 1; k >= 0; k--) {
    closer[k] = nextOfLength.get(lengths[k]!) ?? -1;
    nextOfLength.set(lengths[k]!, k);
  }
  for (let k = 0; k < starts.length; k++) {
    const other = closer[k]!;
    if (other < 0 || escaped[k]) continue;
    spans.set(starts[k]!, starts[other]! + lengths[other]!);
    k = other;
  }
  return spans;
}

/** For each `[` the offset of its `]`, code spans and escapes left out. */
function matchBrackets(text: string, code: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5c) i++;
    else if (unit === 0x60) {
      const end = code.get(i);
      if (end !== undefined) i = end - 1;
    } else if (unit === 0x5b) open.push(i);
    else if (unit === 0x5d) {
      const start = open.pop();
      if (start !== undefined) matches.set(start, i);
    }
  }
  return matches;
}

/** A link's target, from behind its `(`; null where it does not end. White space is kept in what is no proper target. */
function destination(text: string, from: number, far: number): { readonly text: string; readonly end: number } | null {
  const last = Math.min(text.length, from + far);
  let i = from;
  while (isBlank(text.charCodeAt(i))) i++;
  if (text.charAt(i) === '<') {
    const close = indexNear(text, '>', i + 1, far);
    if (close < 0) return null;
    const end = closeAfterTitle(text, close + 1, far);
    return end < 0 ? null : { text: text.slice(i + 1, close), end };
  }
  const start = i;
  let depth = 0;
  for (; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5c && i + 1 < text.length) i++;
    else if (unit === 0x28) depth++;
    else if (unit === 0x29) {
      if (depth === 0) return { text: text.slice(start, i), end: i + 1 };
      depth--;
    } else if (isBlank(unit)) break;
  }
  if (i >= last) return null;
  const plain = text.slice(start, i);
  const end = closeAfterTitle(text, i, far);
  if (end >= 0) return { text: plain, end };
  // Blanks that were not encoded: `(my file.md)`.
  for (; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x28) depth++;
    else if (unit === 0x29) {
      if (depth === 0) break;
      depth--;
    }
  }
  const spaced = text.slice(start, i).trim();
  return i < last && hasKnownExtension(spaced) && !/[:：[\]]/.test(spaced) ? { text: spaced, end: i + 1 } : null;
}

/** Offset behind the `)` that ends a link after its target, with or without a title; -1 where there is none. */
function closeAfterTitle(text: string, from: number, far: number): number {
  let i = from;
  while (isBlank(text.charCodeAt(i))) i++;
  if (text.charAt(i) === ')') return i + 1;
  const quote = text.charAt(i);
  const closing = quote === '"' || quote === "'" ? quote : quote === '(' ? ')' : quote === '“' ? '”' : '';
  if (closing === '' || i === from) return -1;
  const end = indexNear(text, closing, i + 1, far);
  if (end < 0) return -1;
  i = end + 1;
  while (isBlank(text.charCodeAt(i))) i++;
  return text.charAt(i) === ')' ? i + 1 : -1;
}
