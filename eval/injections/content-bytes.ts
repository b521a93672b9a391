/** Files whose bytes are in two encodings at once, in one that nothing names, or broken; and what converters leave of lost characters. */
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import { decode, encode, fits } from './content-charsets.ts';
import { apply, bySeverity, count, isTextual, matches, proseBlocks, sample, type Edit } from './content-common.ts';
import { typographic } from './content-mojibake.ts';
import type { Injected, Injection, Severity } from './types.ts';

/** Encodings that a text of this script was written in before UTF-8. */
function legacyOf(text: string): readonly string[] {
  const head = text.slice(0, 50_000);
  const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['shift_jis', 'euc-jp']],
    [/\p{Script=Hangul}/gu, ['euc-kr']],
    [/\p{Script=Han}/gu, ['gbk', 'gbk', 'big5']],
    [/\p{Script=Cyrillic}/gu, ['windows-1251', 'koi8-r', 'ibm866']],
    [/\p{Script=Arabic}/gu, ['windows-1256']],
    [/\p{Script=Hebrew}/gu, ['windows-1255']],
    [/\p{Script=Greek}/gu, ['windows-1253']],
    [/\p{Script=Thai}/gu, ['windows-874']],
  ];
  for (const [script, names] of scripts) if (count(head, script) >= 20) return names;
  return ['windows-1252', 'windows-1252', 'macintosh', 'windows-1250', 'windows-1254'];
}

function legacyFor(text: string, chance: Random): string | undefined {
  const names = legacyOf(text);
  const first = chance.pick(names);
  return [first, ...names].find((name) => fits(text, name) >= 0.9);
}

/** The text, with typographic punctuation where it would else be plain ASCII. */
function beyondAscii(document: Document): string | undefined {
  if (!isTextual(document)) return undefined;
  const text = /[^\0-\u007f]/u.test(document.text) ? document.text : typographic(document.text);
  return /[^\0-\u007f]/u.test(text) ? text : undefined;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function mixed(document: Document, chance: Random, severity: Severity): Injected | undefined {
  const text = beyondAscii(document);
  if (text === undefined) return undefined;
  const legacy = legacyFor(text, chance);
  if (legacy === undefined) return undefined;
  const lines = text.split(/(?<=\n)/u);
  // A line that the old encoding lacks a character of would not be in it.
  const candidates = lines.flatMap((line, i) => (/[^\0-\u007f]/u.test(line) && fits(line, legacy) === 1 ? [i] : []));
  if (candidates.length < bySeverity(severity, 2, 8, 15)) return undefined;
  // Lines in UTF-8 in an old file, only where no one would take the file for UTF-8.
  const upsideDown =
    severity !== 'severe' && chance.below(4) === 0 && candidates.length >= 40 && fits(text, legacy) === 1;
  const [base, odd] = upsideDown ? [legacy, 'utf-8'] : ['utf-8', legacy];
  let chosen: ReadonlySet<number>;
  if (severity === 'severe') {
    // Another file was put behind this one.
    const from = candidates[Math.floor(candidates.length * 0.8)]!;
    chosen = new Set(candidates.filter((i) => i >= from));
  } else if (severity === 'moderate') {
    const from = chance.below(candidates.length - 3);
    chosen = new Set(candidates.slice(from, from + 3));
  } else chosen = new Set([chance.pick(candidates)]);
  const pieces: Uint8Array[] = [];
  const spans: Span[] = [];
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const bytes = encode(line, chosen.has(i) ? odd : base);
    const shown = decode(bytes, base);
    if (chosen.has(i) && shown !== line) {
      const first = /[^\0-\u007f]/u.exec(shown)?.index ?? 0;
      const last = shown.trimEnd().length;
      spans.push({ start: at + first, end: at + Math.max(first + 1, last) });
    }
    pieces.push(bytes);
    at += shown.length;
  }
  const [first, ...rest] = spans;
  if (!first) return undefined;
  return { bytes: joined(pieces), spans: [first, ...rest], facets: [`file ${base}`, `lines ${odd}`] };
}

function undeclared(document: Document, chance: Random, severity: Severity): Injected | undefined {
  const text = beyondAscii(document);
  if (text === undefined || count(text, /[^\0-\u007f]/gu) < 5) return undefined;
  const whole: readonly [Span] = [{ start: 0, end: text.length }];
  const form = severity === 'mild' ? 0 : chance.below(3);
  if (form > 0) {
    const little = chance.below(2) === 0;
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes[i * 2 + (little ? 0 : 1)] = unit & 255;
      bytes[i * 2 + (little ? 1 : 0)] = unit >> 8;
    }
    return { bytes, spans: whole, facets: [`encoding utf-16${little ? 'le' : 'be'}`] };
  }
  const legacy = legacyFor(text, chance);
  if (legacy === undefined) return undefined;
  return { bytes: encode(text, legacy), spans: whole, facets: [`encoding ${legacy}`] };
}

/** Single bytes that are no UTF-8: stray ones, and characters that lost their last byte. */
function invalidBytes(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  const places = matches(document, /(?<=\p{L})(?=[\p{L} ])/gu);
  const wanted = bySeverity(severity, 1, 5, 30);
  if (places.length < wanted * 4) return undefined;
  const pieces: Uint8Array[] = [];
  const spans: Span[] = [];
  let at = 0;
  let shownAt = 0;
  for (const { start } of sample(chance, places, wanted)) {
    const before = text.slice(at, start);
    const last = [...before].at(-1) ?? '';
    if (last > '\u007f' && chance.below(2) === 0) {
      // The character before is cut.
      const bytes = encode(last, 'utf-8');
      pieces.push(encode(before.slice(0, before.length - last.length), 'utf-8'), bytes.subarray(0, bytes.length - 1));
      shownAt += before.length - last.length;
    } else {
      pieces.push(encode(before, 'utf-8'), Uint8Array.of(chance.pick([0x80, 0x92, 0xa0, 0xc0, 0xe9, 0xf5, 0xff])));
      shownAt += before.length;
    }
    spans.push({ start: shownAt, end: shownAt + 1 });
    shownAt++;
    at = start;
  }
  pieces.push(encode(text.slice(at), 'utf-8'));
  const [first, ...rest] = spans;
  return first && { bytes: joined(pieces), spans: [first, ...rest], facets: ['invalid bytes'] };
}

function replacement(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  if (chance.below(3) === 0) {
    const word = /[\p{L}\p{M}]*(?![\0-\u007f])\p{L}[\p{L}\p{M}]*/gu;
    const asked = (span: Span): Edit => ({
      ...span,
      text: text.slice(span.start, span.end).replaceAll(/[\u0080-\u{10ffff}]/gu, '?'),
    });
    const within = severity === 'severe' ? [{ start: 0, end: text.length }] : proseBlocks(document);
    const words = matches(document, word, within);
    const needed = bySeverity(severity, 2, 6, 12);
    if (words.length >= needed) {
      const from = chance.below(words.length - needed + 1);
      const taken =
        severity === 'severe'
          ? words
          : severity === 'moderate'
            ? words.slice(from, from + needed)
            : sample(chance, words, 2);
      const made = apply(text, taken.map(asked), ['question marks']);
      if (made) return made;
    }
  }
  const letters = matches(document, /[\p{L}\p{P}]/gu, proseBlocks(document), 100_000);
  const wanted = bySeverity(severity, 1, 10, Math.max(12, Math.floor(letters.length * 0.03)));
  if (letters.length < wanted * 5 || letters.length < 60) return undefined;
  // Characters beyond ASCII are lost first.
  const rare = letters.filter((s) => text.charCodeAt(s.start) > 127);
  const from = rare.length >= wanted ? rare : letters;
  return apply(
    text,
    sample(chance, from, wanted).map((s) => ({ ...s, text: '\ufffd' })),
    ['U+FFFD'],
  );
}

const C0 =
  '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u000e\u0010\u0011\u0012\u0013\u0014\u0016\u0019\u001a\u001c\u001d\u001e\u001f\u007f';
const C1 = '\u0080\u0082\u0084\u0086\u0091\u0092\u0093\u0094\u0096\u0097\u0099\u009c\u009d';

function controls(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  const wanted = bySeverity(severity, 1, 10, 100);
  const words = matches(document, /[\p{L}\p{N}]{2,}/gu);
  if (words.length < wanted * 3 || words.length < 20) return undefined;
  const kind = chance.pick(['NUL', 'C0', 'C1', 'backspace', 'colour', 'cursor'] as const);
  const clustered = chance.below(3) === 0;
  const from = chance.below(words.length - wanted);
  const taken = clustered ? words.slice(from, from + wanted) : sample(chance, words, wanted);
  const edits = taken.map(({ start, end }): Edit => {
    const word = text.slice(start, end);
    const middle = start + 1 + chance.below(word.length - 1);
    // Only what is put in is damage, but for overstrikes and colours, where the word is.
    switch (kind) {
      case 'NUL':
        return { start: middle, end: middle, text: '\0' };
      case 'C0':
        return { start: middle, end: middle, text: C0[chance.below(C0.length)]! };
      case 'C1':
        return { start: middle, end: middle, text: C1[chance.below(C1.length)]! };
      case 'backspace':
        return { start, end, text: [...word].map((c) => `${c}\b${c}`).join('') };
      case 'colour':
        return { start, end, text: `\u001b[${chance.pick(['31', '1', '32;1', '38;5;208', '4'])}m${word}\u001b[0m` };
      case 'cursor':
        return { start, end: start, text: chance.pick(['\u001b[2K', '\u001b[1A', '\u001b[?25l', '\u001b]0;t\u0007']) };
    }
  });
  return apply(text, edits, [`control ${kind}`, clustered ? 'clustered' : 'scattered']);
}

export const bytesInjections: readonly Injection[] = [
  {
    id: 'encoding-mixed',
    sees: 'Some lines are in another encoding than the rest, or single bytes are broken',
    inject: (document, chance, severity) =>
      chance.below(4) === 0 ? invalidBytes(document, chance, severity) : mixed(document, chance, severity),
  },
  { id: 'encoding-undeclared', sees: 'The whole file is in an encoding that nothing names', inject: undeclared },
  { id: 'replacement', sees: 'Replacement characters or question marks stand for letters', inject: replacement },
  { id: 'controls', sees: 'Control characters or terminal codes stand between the words', inject: controls },
];
