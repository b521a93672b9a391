/**
 * Text of documents and names of files are hostile at a terminal: here they are made plain to see. Widths are columns of
 * a terminal (a CJK character takes two), worked out without Intl so that every engine agrees.
 */
import { category, isLetter, isMark, script } from '../core/unicode.ts';

/**
 * One line of text with everything that moves the cursor, hides, or turns the direction of writing shown as an escape:
 * `\n`, `\t`, `\x1b`, `\u{202e}`; bytes of a name that are not UTF-8 (U+DC80 to U+DCFF) as `\xNN`. Joiners stay where they
 * spell words (Persian, Hindi) or make one emoji of several.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = '';
  for (const { text: piece } of pieces(text)) out += piece;
  return out;
}

/** The text in turns of what stays as it is and single escapes. */
function pieces(text: string): { readonly text: string; readonly escape: boolean }[] {
  const found: { text: string; escape: boolean }[] = [];
  let kept = 0;
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i)!;
    const next = i + (code > 0xffff ? 2 : 1);
    if (isHidden(code) && !belongs(text, i, code)) {
      if (kept < i) found.push({ text: text.slice(kept, i), escape: false });
      found.push({ text: escapeOf(code), escape: true });
      kept = next;
    }
    i = next;
  }
  if (kept < text.length) found.push({ text: text.slice(kept), escape: false });
  return found;
}

/** A path so that it can be read back: as `visible`, and each backslash of the name itself doubled. */
export function visibleName(path: string): string {
  return visible(path.replaceAll('\\', '\\\\'));
}

/** Printable ASCII: nothing to look at closer. */
const PLAIN = /^[\x20-\x7e]*$/;

function escapeOf(code: number): string {
  if (code === 0x0a) return '\\n';
  if (code === 0x0d) return '\\r';
  if (code === 0x09) return '\\t';
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  return `\\u{${code.toString(16)}}`;
}

/** What a terminal obeys or does not show: controls, format characters, surrogates, line separators, fillers, selectors. */
function isHidden(code: number): boolean {
  if (code < 0x7f) return code < 0x20;
  switch (category(code)) {
    case 'Cc':
    case 'Cf':
    case 'Cs':
    case 'Zl':
    case 'Zp':
      return true;
    default:
      return (
        code === 0x34f ||
        code === 0x115f ||
        code === 0x1160 ||
        code === 0x17b4 ||
        code === 0x17b5 ||
        code === 0x2800 ||
        code === 0x3164 ||
        code === 0xffa0 ||
        (code >= 0x180b && code <= 0x180f) ||
        (code >= 0xfe00 && code <= 0xfe0f) ||
        (code >= 0xe0000 && code <= 0xe0fff)
      );
  }
}

const ZWNJ = 0x200c;
const ZWJ = 0x200d;

/** Whether a hidden character does honest work where it stands. */
function belongs(text: string, at: number, code: number): boolean {
  if (code === 0xfe0f || code === 0xfe0e) {
    const before = codeBefore(text, at);
    return before !== -1 && (isPictograph(before) || KEYCAP.includes(before));
  }
  if (code !== ZWNJ && code !== ZWJ) return false;
  let before = codeBefore(text, at);
  const after = at + 1 < text.length ? text.codePointAt(at + 1)! : -1;
  if (before === -1 || after === -1) return false;
  if (before === 0xfe0f) before = codeBefore(text, at - 1);
  if (code === ZWJ && isPictograph(before) && isPictograph(after)) return true;
  return joins(before) && joins(after);
}

function codeBefore(text: string, at: number): number {
  if (at === 0) return -1;
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.codePointAt(at - 2)! : low;
}

/** A letter or mark of a script in which joiners are spelling: Arabic and those of India and its neighbours. */
function joins(code: number): boolean {
  if (!isLetter(code) && !isMark(code)) return false;
  const written = script(code);
  return written === 'Inherited' ? isMark(code) : JOINING.has(written);
}

const JOINING = new Set<string>([
  'Arabic',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
  'Tibetan',
]);

/** `#`, `*` and the digits. */
const KEYCAP: readonly number[] = [0x23, 0x2a, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39];

function isPictograph(code: number): boolean {
  return (
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x2190 && code <= 0x23ff) ||
    (code >= 0x2b00 && code <= 0x2bff) ||
    (code >= 0x25a0 && code <= 0x25ff) ||
    code === 0x00a9 ||
    code === 0x00ae ||
    code === 0x203c ||
    code === 0x2049 ||
    code === 0x2122 ||
    code === 0x2139 ||
    code === 0x3030 ||
    code === 0x303d ||
    code === 0x3297 ||
    code === 0x3299
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// Width

/** First and last of each stretch of wide characters (East Asian Width W and F, emoji). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3cf, 0x1f3d3],
  [0x1f3e0, 0x1f3f0],
  [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f54e],
  [0x1f550, 0x1f567],
  [0x1f57a, 0x1f57a],
  [0x1f595, 0x1f596],
  [0x1f5a4, 0x1f5a4],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f6cc, 0x1f6cc],
  [0x1f6d0, 0x1f6d2],
  [0x1f6d5, 0x1f6df],
  [0x1f6eb, 0x1f6ec],
  [0x1f6f4, 0x1f6fc],
  [0x1f7e0, 0x1f7eb],
  [0x1f7f0, 0x1f7f0],
  [0x1f90c, 0x1f93a],
  [0x1f93c, 0x1f945],
  [0x1f947, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  let low = 0;
  let high = WIDE.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const [first, last] = WIDE[middle]!;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Whether a code point adds nothing to the width of what stands before it. */
function isZeroWidth(code: number): boolean {
  if (code < 0x300) return false;
  if ((code >= 0x1160 && code <= 0x11ff) || code === ZWNJ || code === ZWJ) return true;
  const is = category(code);
  return is === 'Mn' || is === 'Me' || is === 'Cf';
}

/** One character as people see it, and its columns. */
interface Cluster {
  readonly text: string;
  readonly columns: number;
}

/** The text's characters as people see them: marks, joined emoji and flags stay whole. */
function clusters(text: string): Cluster[] {
  const found: Cluster[] = [];
  for (let i = 0; i < text.length;) {
    const start = i;
    const first = text.codePointAt(i)!;
    let last = first;
    let wide = isWide(first);
    let flag = first >= 0x1f1e6 && first <= 0x1f1ff;
    i += first > 0xffff ? 2 : 1;
    while (i < text.length) {
      const code = text.codePointAt(i)!;
      const goesOn =
        isZeroWidth(code) ||
        isMark(code) ||
        (code >= 0x1f3fb && code <= 0x1f3ff && isPictograph(last)) ||
        (last === ZWJ && isPictograph(code)) ||
        (flag && code >= 0x1f1e6 && code <= 0x1f1ff);
      if (!goesOn) break;
      if (flag) {
        wide = true;
        flag = false;
      }
      if (code === 0xfe0f && isPictograph(first)) wide = true;
      last = code;
      i += code > 0xffff ? 2 : 1;
    }
    const piece = text.slice(start, i);
    found.push({ text: piece, columns: wide ? 2 : isZeroWidth(first) ? 0 : 1 + spacingMarks(piece, first) });
  }
  return found;
}

/** Marks that take a column of their own (vowel signs of many Indian scripts), after the first code point. */
function spacingMarks(piece: string, first: number): number {
  let count = 0;
  for (let i = first > 0xffff ? 2 : 1; i < piece.length;) {
    const code = piece.codePointAt(i)!;
    if (category(code) === 'Mc') count++;
    i += code > 0xffff ? 2 : 1;
  }
  return count;
}

/** Columns that a text takes at a terminal; it must hold no escapes of colour. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let sum = 0;
  for (const cluster of clusters(text)) sum += cluster.columns;
  return sum;
}

/** The text, filled with spaces up to a width in columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** The beginning of a text that fits into a width in columns, with `…` where something was left out. */
export function shorten(text: string, width: number): string {
  if (text.length <= width && PLAIN.test(text)) return text;
  return fit(clusters(text), width);
}

/**
 * A quotation: white space drawn together, made visible, shortened to a width in columns (24 and up is sensible), in
 * quotation marks. An escape is never cut in half.
 */
export function quoted(text: string, width: number): string {
  const all = pieces(joined(text)).flatMap((piece) =>
    piece.escape ? [{ text: piece.text, columns: piece.text.length }] : clusters(piece.text),
  );
  return `"${fit(all, width)}"`;
}

/** On one line: a line end between two CJK characters is nothing, other white space is one space. */
function joined(text: string): string {
  return text
    .replace(/([\u2e80-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '$1')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** As much as fits into a width, with `…` where something was left out. */
function fit(all: readonly Cluster[], width: number): string {
  let sum = 0;
  let out = '';
  let short = '';
  for (const cluster of all) {
    sum += cluster.columns;
    out += cluster.text;
    if (sum <= width - 1) short = out;
  }
  return sum <= width ? out : `${short.trimEnd()}…`;
}

/**
 * Lines of at most `width` columns: broken at spaces, between CJK characters, and inside a word only where it is longer
 * than a line. Always at least one line.
 */
export function wrap(text: string, width: number): string[] {
  if (columns(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const word of words(text)) {
    const size = columns(word);
    if (used > 0 && used + columns(word.trimEnd()) > width) flush();
    if (used === 0 && word.trim() === '') continue;
    if (size <= width || columns(word.trimEnd()) <= width) {
      line += word;
      used += size;
      continue;
    }
    for (const cluster of clusters(word)) {
      if (used + cluster.columns > width) flush();
      line += cluster.text;
      used += cluster.columns;
    }
  }
  if (line.trimEnd() !== '') flush();
  return lines;
}

/** A quotation of up to so many columns is not broken. */
const WHOLE_QUOTE = 40;

/** Pieces between which a line may break, each with the space behind it. */
function words(text: string): string[] {
  const found: string[] = [];
  const all = clusters(text);
  let word = '';
  let lastWide = false;
  let closing = -1;
  all.forEach((cluster, i) => {
    const wide = cluster.columns === 2 && isLetter(cluster.text.codePointAt(0)!);
    if (i > closing && word !== '' && cluster.text !== ' ' && (word.endsWith(' ') || (wide && lastWide))) {
      found.push(word);
      word = '';
    }
    if (cluster.text === '"' && i > closing) closing = closingQuote(all, i);
    word += cluster.text;
    lastWide = wide;
  });
  if (word !== '') found.push(word);
  return found;
}

/** Where a short quotation that opens at `from` ends; `from` itself where it does not, or is long. */
function closingQuote(all: readonly Cluster[], from: number): number {
  let used = 0;
  for (let i = from + 1; i < all.length && used <= WHOLE_QUOTE; i++) {
    if (all[i]!.text === '"') return i;
    used += all[i]!.columns;
  }
  return from;
}
