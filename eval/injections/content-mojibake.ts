/** Text whose bytes were read in the wrong character set. */
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import { fits, isSingleByte, misread } from './content-charsets.ts';
import {
  apply,
  bySeverity,
  count,
  gaps,
  isTextual,
  mostlyLatin,
  proseBlocks,
  sample,
  shuffled,
  type Edit,
} from './content-common.ts';
import { SENTENCES } from './content-sentences.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

interface Confusion {
  readonly from: string;
  readonly to: string;
  /** The mistake is made again on its own outcome, this many times in all. */
  readonly times?: number;
  /** Read as UTF-8 first, so that only replacement characters are left to be misread. */
  readonly lost?: true;
}

/** What a program does with a byte that windows-1252 does not define. */
type Undefined52 = 'control' | 'replacement' | 'question';

function garbled(text: string, confusion: Confusion, missing: Undefined52): string {
  let out = text;
  if (confusion.lost) out = misread(out, confusion.from, 'utf-8');
  for (let i = 0; i < (confusion.times ?? 1); i++)
    out = misread(out, confusion.lost ? 'utf-8' : confusion.from, confusion.to);
  if (confusion.to === 'windows-1252' && missing !== 'control')
    out = out.replaceAll(/[\u0081\u008d\u008f\u0090\u009d]/gu, missing === 'question' ? '?' : '\ufffd');
  return out;
}

/** The edits that turn what stands in `range` into garbled text, line by line, or run by run where bytes are read singly. */
function garble(text: string, range: Span, confusion: Confusion, missing: Undefined52): Edit[] {
  const edits: Edit[] = [];
  // A converter that lost the character reads whole lines; a table of single bytes leaves ASCII alone.
  const pieces = isSingleByte(confusion.to) && !confusion.lost ? /[^\0-\u007f]+/gu : /[^\n]*[^\0-\u007f][^\n]*/gu;
  for (const match of text.slice(range.start, range.end).matchAll(pieces)) {
    const made = garbled(match[0], confusion, missing);
    if (made === match[0]) continue;
    // Trim to what differs, by whole characters.
    const was = [...match[0]];
    const is = [...made];
    let head = 0;
    while (head < was.length && head < is.length && was[head] === is[head]) head++;
    let tail = 0;
    while (
      tail < was.length - head &&
      tail < is.length - head &&
      was[was.length - 1 - tail] === is[is.length - 1 - tail]
    )
      tail++;
    const start = range.start + match.index + was.slice(0, head).join('').length;
    edits.push({
      start,
      end: range.start + match.index + match[0].length - was.slice(was.length - tail).join('').length,
      text: is.slice(head, is.length - tail).join(''),
    });
  }
  return edits;
}

const label = ({ from, to, times, lost }: Confusion): string =>
  `confusion ${from} as ${to}${times === 2 ? ' twice' : ''}${lost ? ' after replacement' : ''}`;

function missingBy(chance: Random): Undefined52 {
  const drawn = chance.next();
  return drawn < 0.6 ? 'control' : drawn < 0.8 ? 'replacement' : 'question';
}

interface Kind {
  readonly confusions: readonly Confusion[];
  /** A character that is hurt. */
  readonly hurt: RegExp;
  /** A stretch for the mild case: at least twelve characters. */
  readonly stretch: RegExp;
}

/** Garbles the document's own text. */
function own(document: Document, chance: Random, severity: Severity, kind: Kind): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  const all = [...text.matchAll(kind.hurt)];
  if (all.length < bySeverity(severity, 12, 30, 100)) return undefined;
  let range: Span;
  if (severity === 'severe') range = { start: 0, end: text.length };
  else if (severity === 'moderate') {
    const passages = proseBlocks(document, 20).filter((b) => count(text.slice(b.start, b.end), kind.hurt) >= 20);
    if (passages.length === 0) return undefined;
    range = chance.pick(passages);
  } else {
    const stretches = [...text.matchAll(kind.stretch)];
    if (stretches.length === 0) return undefined;
    const stretch = chance.pick(stretches);
    const taken = [...stretch[0]]
      .slice(0, 12 + chance.below(12))
      .join('')
      .trimEnd();
    range = { start: stretch.index, end: stretch.index + taken.length };
  }
  const sampleText = text.slice(range.start, range.end);
  const confusion = shuffled(chance, kind.confusions).find((c) => fits(sampleText, c.from) >= 0.97);
  if (!confusion) return undefined;
  return apply(text, garble(text, range, confusion, missingBy(chance)), [label(confusion), 'own text']);
}

/** Puts in a paragraph in another language that was misread, as bilingual documents have. */
function foreign(
  document: Document,
  chance: Random,
  severity: Severity,
  half: Half,
  languages: Readonly<Record<string, readonly Confusion[]>>,
): Injected | undefined {
  const places = gaps(document);
  if (places.length === 0 || document.units.length < 400) return undefined;
  const language = chance.pick(Object.keys(languages));
  const sentences = SENTENCES[language]![half];
  const taken = sample(chance, sentences, bySeverity(severity, 1, 2, 4));
  const passage = taken.join(/^(?:zh|ja)$/u.test(language) ? '' : ' ');
  const confusion = shuffled(chance, languages[language]!).find((c) => fits(passage, c.from) >= 0.97);
  if (!confusion) return undefined;
  const at = chance.pick(places);
  const made = garbled(passage, confusion, missingBy(chance));
  if (made === passage) return undefined;
  return apply(
    document.text,
    [{ start: at, end: at, text: `${made}\n\n` }],
    [label(confusion), `language ${language}`, 'put in'],
  );
}

const LATIN: readonly Confusion[] = [
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'utf-8', to: 'latin-1' },
  { from: 'utf-8', to: 'windows-1250' },
  { from: 'utf-8', to: 'windows-1254' },
  { from: 'utf-8', to: 'macintosh' },
  { from: 'utf-8', to: 'cp437' },
  { from: 'utf-8', to: 'cp850' },
  { from: 'utf-8', to: 'windows-1252', times: 2 },
  { from: 'windows-1252', to: 'cp850' },
  { from: 'windows-1252', to: 'macintosh' },
  { from: 'macintosh', to: 'windows-1252' },
  { from: 'cp850', to: 'windows-1252' },
];
const HURT_LATIN = /[\u00a1-\u024f\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20ac\u2122]/gu;

/** Straight apostrophes and quotation marks as a word processor writes them, so that plain English has something to hurt. */
export function typographic(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '\u2019')
    .replaceAll(/(?<=[\s(])"(?=[\p{L}\d])([^"\n]{1,80})"(?=[\s.,;:)])/gu, '\u201c$1\u201d')
    .replaceAll(/(?<=\p{L}) -{1,2} (?=\p{L})/gu, ' \u2013 ');
}

function latin(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document) || !mostlyLatin(document)) return undefined;
  const least = bySeverity(severity, 1, 3, 8);
  let { text } = document;
  const facets: string[] = [];
  if (count(text, HURT_LATIN) < least) {
    // Only prose becomes typographic; every change keeps the length, so that the blocks still fit.
    let changed = '';
    let at = 0;
    for (const { start, end } of proseBlocks(document)) {
      const made = typographic(text.slice(start, end));
      changed += text.slice(at, start) + (made.length === end - start ? made : text.slice(start, end));
      at = end;
    }
    text = changed + text.slice(at);
    if (count(text, HURT_LATIN) < least) return undefined;
    facets.push('typography');
  }
  const confusion = chance.pick(LATIN);
  if (fits(text, confusion.from) < 0.9) return undefined;
  const missing = missingBy(chance);
  const edits: Edit[] = [];
  if (severity === 'severe') edits.push(...garble(text, { start: 0, end: text.length }, confusion, missing));
  else if (severity === 'moderate') {
    const passages = proseBlocks(document).filter((b) => count(text.slice(b.start, b.end), HURT_LATIN) >= 3);
    if (passages.length === 0) return undefined;
    edits.push(...garble(text, chance.pick(passages), confusion, missing));
  } else {
    const hits = proseBlocks(document).flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(HURT_LATIN)].map((m) => ({
        start: start + m.index,
        end: start + m.index + m[0].length,
      })),
    );
    for (const hit of sample(chance, hits, 1 + chance.below(2))) edits.push(...garble(text, hit, confusion, missing));
  }
  const made = apply(text, edits, [label(confusion), ...facets]);
  return made;
}

const CYRILLIC: Kind = {
  hurt: /\p{Script=Cyrillic}/gu,
  stretch: /\p{Script=Cyrillic}[\p{Script=Cyrillic} ]{11,40}/gu,
  confusions: [
    { from: 'utf-8', to: 'windows-1251' },
    { from: 'windows-1251', to: 'windows-1252' },
    { from: 'koi8-r', to: 'windows-1251' },
    { from: 'windows-1251', to: 'koi8-r' },
    { from: 'windows-1251', to: 'ibm866' },
    { from: 'ibm866', to: 'windows-1251' },
    { from: 'utf-8', to: 'windows-1252' },
    { from: 'koi8-r', to: 'windows-1252' },
    { from: 'utf-8', to: 'koi8-r' },
    { from: 'utf-8', to: 'ibm866' },
    { from: 'utf-8', to: 'windows-1251', times: 2 },
  ],
};

const CHINESE: readonly Confusion[] = [
  { from: 'utf-8', to: 'gbk' },
  { from: 'gbk', to: 'big5' },
  { from: 'big5', to: 'gbk' },
  { from: 'gbk', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'big5', to: 'windows-1252' },
  { from: 'utf-8', to: 'big5' },
  { from: 'gbk', to: 'shift_jis' },
  { from: 'gbk', to: 'euc-kr' },
  { from: 'gbk', to: 'gbk', lost: true },
];
const JAPANESE: readonly Confusion[] = [
  { from: 'shift_jis', to: 'gbk' },
  { from: 'euc-jp', to: 'shift_jis' },
  { from: 'utf-8', to: 'shift_jis' },
  { from: 'shift_jis', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'utf-8', to: 'euc-jp' },
  { from: 'shift_jis', to: 'gbk', lost: true },
];
const KOREAN: readonly Confusion[] = [
  { from: 'euc-kr', to: 'gbk' },
  { from: 'euc-kr', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'utf-8', to: 'euc-kr' },
  { from: 'utf-8', to: 'gbk' },
  { from: 'euc-kr', to: 'shift_jis' },
];

function cjk(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const head = document.text.slice(0, 50_000);
  const kana = count(head, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(head, /\p{Script=Hangul}/gu);
  const han = count(head, /\p{Script=Han}/gu);
  if (kana + hangul + han < 60) {
    // A Japanese note in a Western document is rare.
    if (chance.below(20) > 0) return undefined;
    return foreign(document, chance, severity, half, { zh: CHINESE, ja: JAPANESE, ko: KOREAN });
  }
  const language = hangul > kana && hangul > han / 2 ? 'ko' : kana * 10 > han ? 'ja' : 'zh';
  const made = own(document, chance, severity, {
    hurt: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
    stretch: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、，。 ]{12,40}/gu,
    confusions: language === 'ko' ? KOREAN : language === 'ja' ? JAPANESE : CHINESE,
  });
  return made && { ...made, facets: [...made.facets, `language ${language}`] };
}

const ARABIC: readonly Confusion[] = [
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'windows-1256', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1256' },
  { from: 'utf-8', to: 'latin-1' },
  { from: 'iso-8859-6', to: 'windows-1252' },
];
const HEBREW: readonly Confusion[] = [
  { from: 'utf-8', to: 'windows-1252' },
  { from: 'windows-1255', to: 'windows-1252' },
  { from: 'utf-8', to: 'windows-1255' },
];

function arabic(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const head = document.text.slice(0, 50_000);
  const arab = count(head, /\p{Script=Arabic}/gu);
  const hebrew = count(head, /\p{Script=Hebrew}/gu);
  if (arab + hebrew < 40)
    return chance.below(30) > 0
      ? undefined
      : foreign(document, chance, severity, half, { ar: ARABIC, fa: ARABIC, he: HEBREW });
  const isArabic = arab >= hebrew;
  const made = own(document, chance, severity, {
    hurt: isArabic ? /\p{Script=Arabic}/gu : /\p{Script=Hebrew}/gu,
    stretch: isArabic
      ? /\p{Script=Arabic}[\p{Script=Arabic} ]{11,40}/gu
      : /\p{Script=Hebrew}[\p{Script=Hebrew} ]{11,40}/gu,
    confusions: isArabic ? ARABIC : HEBREW,
  });
  return made && { ...made, facets: [...made.facets, isArabic ? 'script Arabic' : 'script Hebrew'] };
}

const OTHER: Readonly<Record<string, readonly Confusion[]>> = {
  el: [
    { from: 'windows-1253', to: 'windows-1252' },
    { from: 'utf-8', to: 'windows-1253' },
    { from: 'utf-8', to: 'windows-1252' },
  ],
  hi: [
    { from: 'utf-8', to: 'windows-1252' },
    { from: 'utf-8', to: 'latin-1' },
  ],
  th: [
    { from: 'utf-8', to: 'windows-1252' },
    { from: 'windows-874', to: 'windows-1252' },
    { from: 'utf-8', to: 'windows-874' },
  ],
};

function other(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const head = document.text.slice(0, 50_000);
  const found = (
    [
      ['el', /\p{Script=Greek}/gu],
      ['hi', /\p{Script=Devanagari}/gu],
      ['th', /\p{Script=Thai}/gu],
    ] as const
  ).find(([, hurt]) => count(head, hurt) >= 200);
  if (found) {
    const [language, hurt] = found;
    const made = own(document, chance, severity, {
      hurt,
      stretch: new RegExp(`${hurt.source}(?:${hurt.source}|[\\p{M} ]){11,40}`, 'gu'),
      confusions: OTHER[language]!,
    });
    return made && { ...made, facets: [...made.facets, `language ${language}`] };
  }
  return chance.below(8) > 0 ? undefined : foreign(document, chance, severity, half, OTHER);
}

export const mojibakeInjections: readonly Injection[] = [
  {
    id: 'mojibake-latin',
    sees: 'Accented letters and typographic punctuation appear as Ã© or â€™',
    inject: latin,
  },
  {
    id: 'mojibake-cyrillic',
    sees: 'Cyrillic text appears as РџСЂРё or Ïðèâåò',
    inject(document, chance, severity, half) {
      if (!isTextual(document)) return undefined;
      if (count(document.text.slice(0, 50_000), CYRILLIC.hurt) >= 60) return own(document, chance, severity, CYRILLIC);
      return chance.below(50) > 0
        ? undefined
        : foreign(document, chance, severity, half, { ru: CYRILLIC.confusions, uk: CYRILLIC.confusions });
    },
  },
  { id: 'mojibake-cjk', sees: 'Chinese, Japanese or Korean text appears as other, senseless characters', inject: cjk },
  { id: 'mojibake-arabic', sees: 'Arabic, Persian or Hebrew text appears as Ø§Ù„ or ÇáÓáÇã', inject: arabic },
  { id: 'mojibake-other', sees: 'Greek, Hindi or Thai text appears as Latin letters with accents', inject: other },
];
