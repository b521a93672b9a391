/** Bytes that are not in the encoding of their file, and encodings that had to be guessed. */
import { at, nowhere } from '../core/locate.ts';
import type { Decoding, Document, DocumentCheck, Fault, Observation, Place, Span } from '../core/types.ts';
import { isLetter } from '../core/unicode.ts';
import {
  charsetName,
  cjkTable,
  frequentIn,
  OFTEN,
  readIn,
  readsAs,
  type Alphabet,
  type Charset,
  type Frequent,
} from '../views/charsets.ts';

const REPLACEMENT = 0xfffd;
const LF = 0x0a;
const RELATED = 5;
const AROUND = 20;
/** Units that are not ASCII, of the beginning, by which a guess is judged. */
const SAMPLE = 4000;

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

/** What the bytes could be instead, in the order in which they are believed where two are alike. */
const CANDIDATES: readonly (readonly [Charset, Alphabet | Frequent | 'western'])[] = [
  ['windows-1252', 'western'],
  ['gbk', 'simplified'],
  ['big5', 'traditional'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['euc-kr', 'korean'],
  ['windows-1251', 'cyrillic'],
  ['koi8-r', 'cyrillic'],
  ['ibm866', 'cyrillic'],
  ['windows-1253', 'greek'],
  ['windows-1255', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['windows-874', 'thai'],
];
const WESTERN: ReadonlySet<string> = new Set(
  'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ’‘“”„–—…•€£§©®°«»¿¡·±²³µºª½¼×™\u00a0',
);

/** How well a text reads as what it could be: more is better, 0 and less is not at all. */
function merit(text: string, as: Alphabet | Frequent | 'western'): number {
  let high = 0;
  let good = 0;
  if (as === 'western') {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) < 0x80) continue;
      high++;
      if (WESTERN.has(text.charAt(i))) good++;
      // accents stand by themselves among plain letters
      if (i > 0 && text.charCodeAt(i - 1) >= 0xc0 && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i)))
        good--;
    }
    return high === 0 ? 0 : good * 10 >= high * 8 ? 2 * good : 0;
  }
  if (as === 'simplified' || as === 'traditional' || as === 'japanese' || as === 'korean') {
    const set = frequentIn(as);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kana = as === 'japanese' && unit >= 0x3041 && unit <= 0x30fe;
      if (!kana && cjkTable()[unit] === 0) continue;
      high++;
      if (kana || set.has(unit)) good++;
    }
    return high >= 2 && good * 2 >= high ? 5 * good - 3 * (high - good) : 0;
  }
  const { letters, worth, joined } = readsAs(as, text);
  return letters >= 4 && joined * 2 >= letters ? worth : 0;
}

/** The bytes around a fault that are not ASCII without a gap, and the word that they are in. */
function wordOf({ around, at: offset }: Fault): { bytes: number[]; word: number[] } {
  let start = offset;
  while (start > 0 && around[start - 1]! >= 0x80) start--;
  let end = offset;
  while (end < around.length && around[end]! >= 0x80) end++;
  let from = start;
  while (from > 0 && around[from - 1]! > 0x20 && start - from < AROUND) from--;
  let to = end;
  while (to < around.length && around[to]! > 0x20 && to - end < AROUND) to++;
  return {
    bytes: Array.from(around.slice(start, Math.min(around.length, end + 1))),
    word: Array.from(around.slice(from, to)),
  };
}

/** The set that suits the broken places best, and what the first of them says in it; null where none does. */
function guess(places: readonly Fault[]): { readonly set: Charset; readonly says: string } | null {
  const words = places.map(wordOf);
  const seen = new Set<string>();
  const bytes: number[] = [];
  for (const { bytes: run } of words) {
    const key = hex(run);
    if (seen.has(key)) continue;
    seen.add(key);
    bytes.push(...run, 0x20);
  }
  let best: Charset | null = null;
  let most = 0;
  for (const [set, as] of CANDIDATES) {
    const read = readIn(set, bytes);
    if (read.bad * 10 > read.high) continue;
    const value = merit(read.text, as);
    if (value > most) {
      most = value;
      best = set;
    }
  }
  return best === null ? null : { set: best, says: readIn(best, words[0]!.word).text };
}

function around(document: Document, start: number, end: number, note?: string): Place {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < AROUND && units[from - 1] !== LF) from--;
  let to = end;
  while (to < units.length && to - end < AROUND && units[to] !== LF) to++;
  return at(document, { start: from, end: to }, note === undefined ? {} : { note });
}

/** Where U+FFFD stands for broken bytes: from the reader where the text is the file itself. */
function spansOf(document: Document, places: readonly Fault[]): Span[] {
  if (!document.origin && places.length > 0)
    return places
      .map(({ offset }) => ({ start: offset, end: offset + 1 }))
      .filter(({ start }) => start < document.units.length);
  const spans: Span[] = [];
  const { units } = document;
  for (let i = units.indexOf(REPLACEMENT); i >= 0 && spans.length < 50; i = units.indexOf(REPLACEMENT, i + 1))
    spans.push({ start: i, end: i + 1 });
  return spans;
}

function faulty(document: Document, decoding: Decoding): Observation | null {
  const { faults, places } = decoding;
  const spans = spansOf(document, places);
  const { length } = document.units;
  // a character that the end of the file cuts is told as that
  if (faults === 1 && spans.length === 1 && spans[0]!.start >= length - 2) return null;
  const lines = new Set(spans.map(({ start }) => at(document, { start, end: start + 1 }).line));
  const first = spans[0];
  const primary = first ? around(document, first.start, first.end) : nowhere(document.path);
  const related: Place[] = [];
  let last = primary.line;
  spans.forEach(({ start, end }, i) => {
    if (i === 0 || related.length === RELATED) return;
    const fault = document.origin ? undefined : places[i];
    const place = around(
      document,
      start,
      end,
      fault && `byte ${fault.byte}: ${hex(fault.around.slice(fault.at, fault.at + fault.length))}`,
    );
    if (place.line === last) return;
    last = place.line;
    related.push(place);
  });
  const some = faults > spans.length && spans.length >= 50 ? ' or more' : '';
  const count = `${faults} ${faults === 1 ? 'sequence' : 'sequences'} of bytes in ${lines.size}${some} line${lines.size === 1 ? '' : 's'}`;
  const fault = places[0];
  const guessed = places.length > 0 ? guess(places) : null;
  const where = fault
    ? `, the first at byte ${fault.byte} (${hex(fault.around.slice(fault.at, fault.at + fault.length))})${primary.line === null ? '' : ` in line ${primary.line}`}`
    : '';
  return {
    message: guessed
      ? `${count} ${faults === 1 ? 'is' : 'are'} not ${charsetName(document.encoding)}${where}: taken as ${charsetName(guessed.set)} it says ${JSON.stringify(guessed.says)}`
      : `${count} ${faults === 1 ? 'has' : 'have'} no meaning in ${charsetName(document.encoding)}${where}`,
    next: guessed
      ? `Convert these lines from ${charsetName(guessed.set)}, so that the whole file is ${charsetName(document.encoding)}`
      : 'Get the document again: what these bytes said cannot be told',
    places: [primary, ...related],
  };
}

const AS: Readonly<Record<string, Alphabet | Frequent | 'western'>> = {
  ...Object.fromEntries(CANDIDATES),
  gb18030: 'simplified',
  'iso-8859-5': 'cyrillic',
  'x-mac-cyrillic': 'cyrillic',
  'koi8-u': 'cyrillic',
  'iso-8859-7': 'greek',
  'iso-8859-8': 'hebrew',
  'iso-8859-6': 'arabic',
  'iso-8859-1': 'western',
  'iso-8859-15': 'western',
  macintosh: 'western',
};

/** Whether the text that a guess gave reads as one of the languages that the encoding is for. */
function readsWell(document: Document): boolean {
  const { units } = document;
  const as = AS[document.encoding];
  let text = '';
  for (let i = 0; i < units.length && text.length < SAMPLE; i++) {
    if (units[i]! < 0x80) continue;
    const start = Math.max(0, i - 1);
    while (i < units.length && units[i]! >= 0x80 && text.length < SAMPLE) i++;
    text += document.slice(start, i + 1);
  }
  if (as === undefined) return false;
  if (as === 'japanese' || as === 'korean' || as === 'simplified' || as === 'traditional') {
    let often = 0;
    let letters = 0;
    for (let i = 0; i < text.length; i++) {
      const kind = cjkTable()[text.charCodeAt(i)]!;
      if (kind > 0) letters++;
      if (kind === OFTEN) often++;
    }
    return letters >= 8 && often * 2 >= letters;
  }
  const value = merit(text, as);
  return as === 'western' ? value > 0 : value * 2 >= readsAs(as, text).letters && value > 0;
}

function firstNotAscii(document: Document): Place {
  const { units } = document;
  let i = 0;
  while (i < units.length && units[i]! < 0x80) i++;
  if (i === units.length) i = 0;
  return around(document, i, Math.min(units.length, i + 1));
}

/** Bytes that are not ASCII from which a guess is one: a letter or two may be a fault in a file of ASCII. */
const FEW = 4;

/** The first line: what is said is said of the whole file. */
function firstLine(document: Document): Place {
  const { units } = document;
  let start = 0;
  while (start < units.length && (units[start]! <= 0x20 || units[start] === 0xfeff)) start++;
  let end = start;
  while (end < units.length && end - start < 80 && units[end] !== LF) end++;
  return end > start ? at(document, { start, end }) : nowhere(document.path);
}

/** The whole file is meant, and its first line that shows it. */
function wholeFile(document: Document): [Place, ...Place[]] {
  const first = firstLine(document);
  const shown = firstNotAscii(document);
  return shown.line === first.line || shown.line === null ? [first] : [first, shown];
}

function highUnits(document: Document): Span[] {
  const { units } = document;
  const spans: Span[] = [];
  for (let i = 0; i < units.length && spans.length <= FEW; i++)
    if (units[i]! >= 0x80) spans.push({ start: i, end: i + 1 });
  return spans;
}

function guessedOf(document: Document, decoding: Decoding): Observation {
  const place = firstNotAscii(document);
  const few = highUnits(document);
  if (few.length <= FEW && few.length > 0) {
    const [first, ...others] = few.map(({ start, end }) => around(document, start, end));
    return {
      level: 'look',
      message: `${few.length} byte${few.length === 1 ? '' : 's'} of the file ${few.length === 1 ? 'is' : 'are'} neither ASCII nor UTF-8, and it names no encoding: taken as ${charsetName(document.encoding)}, line ${first!.line} reads ${JSON.stringify(first!.quote)}`,
      next: 'Save it as UTF-8, or take the bytes out if they are a fault',
      places: [first!, ...others.filter(({ line }) => line !== first!.line)],
    };
  }
  const certain = decoding.faults === 0 && readsWell(document);
  const named =
    decoding.declared === null ? 'names no encoding' : `names the encoding ${decoding.declared}, which it is not in,`;
  return {
    level: certain ? 'note' : 'look',
    message: certain
      ? `the file ${named} and is not UTF-8: it was read as ${charsetName(document.encoding)}, and line ${place.line} reads ${JSON.stringify(place.quote)}`
      : `the file ${named} and is not UTF-8: it was read as ${charsetName(document.encoding)} by a guess${decoding.faults > 0 ? `, in which ${decoding.faults} of its sequences of bytes have no meaning` : ''}; line ${place.line} would read ${JSON.stringify(place.quote)}`,
    next: 'Save it as UTF-8 from a program that shows it rightly: who reads it next may guess otherwise',
    places: wholeFile(document),
  };
}

const ASCII_LIKE: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'unicode',
  'utf-16',
  'utf16',
  'utf-8-sig',
]);

export const encoding: DocumentCheck = {
  id: 'encoding',
  title: 'Bytes that are not in the encoding of their file',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document) {
    const { decoding } = document;
    if (!decoding) return;
    if (decoding.told === 'detected') yield guessedOf(document, decoding);
    else if (decoding.faults > 0) {
      const observation = faulty(document, decoding);
      if (observation) yield observation;
    } else if (decoding.told === 'shape')
      yield {
        level: 'note',
        message: `the file is ${charsetName(document.encoding)} without a byte order mark, told by its shape`,
        next: 'Save it as UTF-8: a reader that expects text without a mark to be UTF-8 sees NUL characters',
        places: wholeFile(document),
      };
    else if (decoding.told === 'declared')
      yield {
        level: 'note',
        message: `the file is in ${charsetName(document.encoding)}, as it says itself, and not in UTF-8`,
        next: 'Save it as UTF-8: not every reader looks for the declaration',
        places: wholeFile(document),
      };
    else if (
      decoding.told === 'utf-8' &&
      decoding.declared !== null &&
      !ASCII_LIKE.has(decoding.declared.toLowerCase())
    )
      yield {
        level: 'note',
        message: `the file names the encoding ${decoding.declared}, and its bytes are UTF-8`,
        next: 'Correct the declaration: a reader that believes it shows other characters',
        places: wholeFile(document),
      };
  },
};
