/** Targets of links as they are written, and names of files in running text. */
import { lastAtOrBefore } from '../core/locate.ts';
import type { Link } from '../core/types.ts';

const LF = 0x0a;

/** At most this many links are kept of a document. */
export const MAX_LINKS = 20_000;
/** Longer targets are no file names. */
const MAX_TARGET = 1000;

/** Collects links of one document in the order found; the same target in the same line and manner is kept once. */
export class Links {
  readonly #starts: Uint32Array;
  readonly #found: Link[] = [];
  readonly #seen = new Set<string>();

  /** `lineStarts`: offsets at which the lines of the decoded file begin. */
  constructor(lineStarts: Uint32Array) {
    this.#starts = lineStarts;
  }

  /** Adds a target as written in markup, if it can name a file; `offset` is where it stands in the decoded file. */
  add(raw: string, offset: number, how: Link['how']): void {
    if (this.#found.length >= MAX_LINKS) return;
    const target = cleanTarget(raw);
    if (target === null) return;
    const line = lastAtOrBefore(this.#starts, offset) + 1;
    const key = `${how}\0${String(line)}\0${target}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#found.push({ target, line, how });
  }

  /** All links by line. */
  list(): readonly Link[] {
    return this.#found.sort((a, b) => a.line - b.line);
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: '\u00a0',
};

/**
 * The path that a target names: decoded once, without query and fragment; null for what names no file of the folder
 * (URLs, mail addresses, fragments, placeholders). A leading `/` (the site's top) is kept.
 */
export function cleanTarget(raw: string): string | null {
  let target = raw.trim();
  if (target.length === 0 || target.length > MAX_TARGET) return null;
  if (target.includes('&'))
    target = target.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
  if (
    /^[A-Za-z][A-Za-z0-9+.-]*:/u.test(target) ||
    target.startsWith('//') ||
    target.startsWith('#') ||
    target.startsWith('?')
  )
    return null;
  const cut = target.search(/[?#]/u);
  if (cut >= 0) target = target.slice(0, cut);
  // Placeholders and globs: {id}, <name>, ${x}, *.md, %s
  if (target === '' || /[{}<>*|\n\r\t"`\\]|\$\(|\.\.\.|…/u.test(target)) return null;
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/u.test(target) || /^(?:www\.|localhost\b|\d+$)/u.test(target)) return null;
  return decodePercent(target);
}

/** Percent-decoded; as it is where that gives no valid UTF-8 or a NUL. */
function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    const decoded = decodeURIComponent(text);
    return decoded.includes('\0') ? text : decoded;
  } catch {
    return text;
  }
}

/** Extensions of files that a document names as its companions; those named in a sentence must be introduced by a word. */
const DOCUMENTS: ReadonlySet<string> = new Set(
  'md markdown rst adoc asciidoc pdf docx doc odt rtf xlsx ods pptx epub proto xsd wsdl abnf graphql'.split(' '),
);
const INTRODUCED: ReadonlySet<string> = new Set('txt html htm yaml yml json csv tsv xml tex sql mdx'.split(' '));

/** Names that stand for any file, or for one that every project has. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'readme changelog license licence contributing security code_of_conduct index package package-lock tsconfig composer manifest config configuration settings ' +
    'example examples sample foo bar baz file files filename name my test tests input output data document doc robots sitemap requirements cmakelists ' +
    'template page post note notes report result results docker-compose compose values openapi swagger schema pom build main app todo claude agents skill ' +
    'gemini copilot-instructions cursor memory summary user image path some hello world demo new old a b c x y z untitled log error errors_'
  ).split(' '),
);

/** Words before a file name that say where to read on. All lower case. */
const STRONG: ReadonlySet<string> = new Set(
  (
    'see annex appendix attachment attached described defined specified documented refer document spec specification siehe vgl. dokument anlage anhang laut voir annexe selon ver véase vea ' +
    'anexo vedi allegato zie bijlage см см. документ документе приложение zob zob. dokumencie bkz bkz.'
  ).split(' '),
);
/** Words that do so before a file that can be nothing but a document. */
const WEAK: ReadonlySet<string> = new Set(
  'in per file section from read also datei in dans fichier en archivo ficheiro arquivo nel file bestand файл файле w pliku plik dosya'.split(
    ' ',
  ),
);
/** Words before a name that is to be made, or that is an example. */
const NOT_HERE: ReadonlySet<string> = new Set(
  (
    'to named called name create creates created generate generates generated write writes written output into as new add adds added rename renamed save saved e.g e.g. eg ex ex. i.e. like ' +
    'example examples copy creating z.b. bsp bsp. beispiel exemple ejemplo esempio например como créer crear criar erstellen создать создайте'
  ).split(' '),
);
const INTRODUCING_CJK =
  /(?:见|見|参见|参照|参考|参阅|请看|文件|文档|附件|附录|詳細は|は|を|및|참고|참조|파일|문서)[\s：:“"「『《(（]*$/u;

function nameUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
    unit === 0x5f ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x2f ||
    unit === 0x2b
  );
}

/**
 * Names of files in running text, in units[start, end): a path of ASCII letters, digits and `_-+./` with the extension of a
 * document, either alone in backticks or behind a word such as "see", "in", "file". Strict on purpose: what it finds is
 * told as missing.
 */
export function namesIn(
  units: Uint16Array,
  start: number,
  end: number,
  found: (name: string, offset: number) => void,
): void {
  for (let dot = start; dot < end; dot++) {
    if (units[dot] !== 0x2e) continue;
    let stop = dot + 1;
    while (stop < end && stop - dot <= 9 && (units[stop]! | 0x20) >= 0x61 && (units[stop]! | 0x20) <= 0x7a) stop++;
    const length = stop - dot - 1;
    if (length < 2 || length > 8) continue;
    const after = stop < end ? units[stop]! : 0x20;
    // Behind it: the end of a word, and no further extension, path or call.
    if (nameUnit(after) && !(after === 0x2e && !(stop + 1 < end && nameUnit(units[stop + 1]!)))) continue;
    if (after === 0x28 || after === 0x5b || after === 0x3a || after === 0x7b || after === 0x3d || after === 0x40)
      continue;
    const extension = text(units, dot + 1, stop).toLowerCase();
    const plain = DOCUMENTS.has(extension);
    if (!plain && !INTRODUCED.has(extension)) continue;
    let from = dot;
    while (from > start && dot - from < 120 && nameUnit(units[from - 1]!)) from--;
    if (from === dot || dot - from >= 120) continue;
    const before = from > start ? units[from - 1]! : 0x20;
    if (before > 0x7f && !closesWord(before)) continue;
    if (
      before === 0x40 ||
      before === 0x3a ||
      before === 0x5c ||
      before === 0x2a ||
      before === 0x24 ||
      before === 0x7e ||
      before === 0x3c ||
      before === 0x7b ||
      before === 0x7d ||
      before === 0x3e ||
      before === 0x25 ||
      before === 0x26 ||
      before === 0x3d ||
      before === 0x23 ||
      before === 0x5d
    )
      continue;
    const name = text(units, from, stop);
    if (!plausible(name)) continue;
    // In the words of a link, the link says where it is.
    let behind = stop;
    while (behind < end && (units[behind] === 0x60 || units[behind] === 0x2a || units[behind] === 0x5f)) behind++;
    if (units[behind] === 0x5d && behind < end) continue;
    const quoted = before === 0x60 && after === 0x60;
    const word = wordBefore(units, start, quoted ? from - 1 : from);
    if (NOT_HERE.has(word)) continue;
    if ((quoted && plain) || STRONG.has(word) || (plain && WEAK.has(word)) || (word === CJK_WORD && (plain || quoted)))
      found(name, from);
  }
}

function closesWord(unit: number): boolean {
  return unit >= 0x2000 && unit < 0xfff0;
}

function text(units: Uint16Array, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) out += String.fromCharCode(units[i]!);
  return out;
}

/** Whether a path can be meant as one file of the folder: letters in it, no domain, no date pattern, no stand-in name. */
export function plausible(name: string): boolean {
  if (name.startsWith('/') || name.startsWith('-') || name.includes('//') || name.includes('...')) return false;
  const slash = name.lastIndexOf('/');
  const base = name.slice(slash + 1);
  const stem = base.slice(0, base.lastIndexOf('.')).toLowerCase();
  if (!/[a-z]/u.test(stem) || GENERIC.has(stem)) return false;
  if (
    /^(?:yyyy|your|my|some|xxx|nnn|nnnn|0000|foo|bar|example|sample|test)[_.-]?|(?:^|[_.-])(?:my|yyyy|mm|dd|xxx+|nnn+|tbd|foo|name|example|template)(?:[_.-]|$)/u.test(
      stem,
    )
  )
    return false;
  for (const segment of slash < 0 ? [] : name.slice(0, slash).split('/')) {
    if (segment === '.' || segment === '..') continue;
    if (segment === '' || segment.includes('.')) return false;
  }
  // `www.x.doc`, `node.js.md`: more full stops than a version in a name has are a domain or a chain of calls.
  return stem.split('.').length <= 3;
}

/** Stands for an introducing word of a script without spaces. */
const CJK_WORD = '\0';

/** The word before `at` in lower case, quotation marks and emphasis between them passed over; empty where there is none. */
function wordBefore(units: Uint16Array, start: number, at: number): string {
  let end = at;
  while (end > start && at - end < 4) {
    const unit = units[end - 1]!;
    if (
      unit !== 0x20 &&
      unit !== 0x22 &&
      unit !== 0x28 &&
      unit !== 0x2a &&
      unit !== 0x5f &&
      unit !== 0x60 &&
      unit !== 0x3a &&
      unit !== 0x201c &&
      unit !== 0x300a &&
      unit !== LF
    )
      break;
    end--;
  }
  if (end === start) return '';
  if (units[end - 1]! >= 0x2e80)
    return INTRODUCING_CJK.test(text(units, Math.max(start, end - 12), end)) ? CJK_WORD : '';
  let from = end;
  while (from > start && end - from < 20) {
    const letter = units[from - 1]!;
    if (((letter | 0x20) >= 0x61 && (letter | 0x20) <= 0x7a) || (letter >= 0xc0 && letter < 0x530) || letter === 0x2e)
      from--;
    else break;
  }
  return text(units, from, end).toLowerCase();
}
