/** Text as bad conversion of glyphs or recognition of images leaves it. */
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import {
  apply,
  bySeverity,
  isTextual,
  matches,
  mostlyLatin,
  proseBlocks,
  sample,
  type Edit,
} from './content-common.ts';
import type { Injected, Injection, Severity } from './types.ts';

type Glyphs = (word: string, chance: Random) => string;

const each = (word: string, show: (code: number, character: string) => string): string =>
  [...word].map((c) => (/\s/u.test(c) ? c : show(c.codePointAt(0)!, c))).join('');

/** A font's own numbers, or its private characters, in place of letters. */
function glyphs(chance: Random): readonly [string, Glyphs] {
  const off = chance.pick([29, 31, 3, -10]);
  const forms: readonly (readonly [string, Glyphs])[] = [
    ['cid', (word) => each(word, (code) => `(cid:${String(Math.abs(code - off) % 60_000)})`)],
    ['slash', (word) => each(word, (code) => `/G${(code % 65_536).toString(16).toUpperCase()}`)],
    ['GLYPH', (word) => each(word, (code) => `GLYPH<${String(Math.abs(code - off) % 10_000)}>`)],
    [
      'private',
      (word) =>
        each(word, (code) =>
          code < 256 ? String.fromCharCode(0xf000 + code) : String.fromCharCode(0xe000 + (code % 0x1800)),
        ),
    ],
    [
      'shifted',
      (word) =>
        each(word, (code, c) =>
          /[!-~]/u.test(c) ? String.fromCharCode(33 + ((code - 33 + 94 - Math.abs(off)) % 94)) : c,
        ),
    ],
  ];
  return chance.pick(forms);
}

function lostLigatures(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!mostlyLatin(document)) return undefined;
  const { text } = document;
  const words = matches(document, /\p{L}*(?:ffi|ffl|ff|fi|fl)\p{L}*/giu);
  const wanted = bySeverity(severity, 2, 8, 400);
  if (words.length < bySeverity(severity, 3, 10, 30)) return undefined;
  const form = chance.pick(['', ' ', '\u001c', '\ue04a', '\u25a1', '?', '\ufffd'] as const);
  const edits = sample(chance, words, wanted).map(({ start, end }): Edit => ({
    start,
    end,
    text: text.slice(start, end).replaceAll(/ffi|ffl|ff|fi|fl/giu, form),
  }));
  return apply(
    text,
    edits.filter((e) => e.text.trim() === e.text && e.text !== ''),
    [form === '' ? 'ligature dropped' : form === ' ' ? 'ligature as space' : 'ligature as sign'],
  );
}

function garbleGlyph(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document)) return undefined;
  if (chance.below(3) === 0) {
    const lost = lostLigatures(document, chance, severity);
    if (lost) return lost;
  }
  const { text } = document;
  const blocks = proseBlocks(document);
  if (blocks.length < 3) return undefined;
  const [name, show] = glyphs(chance);
  // A wrong font mapping shows only where letters are ASCII.
  if (name === 'shifted' && !mostlyLatin(document)) return undefined;
  let ranges: readonly Span[];
  if (severity === 'severe') ranges = blocks;
  else if (severity === 'moderate') ranges = [chance.pick(blocks)];
  else {
    const words = matches(document, /[\p{L}\p{M}\p{N}]{4,16}/gu, blocks);
    if (words.length < 10) return undefined;
    ranges = [chance.pick(words)];
  }
  const edits = ranges.map(({ start, end }): Edit => ({ start, end, text: show(text.slice(start, end), chance) }));
  return apply(text, edits, [`glyphs ${name}`]);
}

const LATIN: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['l', 'I'],
  ['I', 'l'],
  ['i', 'l'],
  ['1', 'l'],
  ['0', 'O'],
  ['O', '0'],
  ['o', '0'],
  ['S', '5'],
  ['5', 'S'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['w', 'vv'],
  ['e', 'c'],
  ['c', 'e'],
  ['h', 'b'],
  ['B', '8'],
  ['g', 'q'],
  ['t', 'f'],
  ['u', 'ii'],
  ['n', 'ri'],
  ['ti', 'fi'],
];
const HAN =
  '未末 己已 日曰 土士 人入 天夫 千干 大太 王玉 问间 侯候 拔拨 治冶 粟栗 戊戌 官宫 折拆 清请 设没 目日 木本 体休 用甩 名各 今令 第弟 若苦 使便 性牲 数教 析折 定走 规现 接按 口囗 力刀 于干 二工 由田 申甲 大犬 間問 時峙 書畫 説設 項頃 員貝';
const CYRILLIC = 'шщ нп ни пл ьъ зэ цп гт бб ео оа вн';
const ARABIC = 'بت تب ثت جح حج خح فق قف رز زر دذ سش صض طظ عغ';

function pairs(list: string): (readonly [string, string])[] {
  return list.split(' ').flatMap((p) => {
    const [a, b] = [...p];
    return a === b
      ? []
      : ([
          [a!, b!],
          [b!, a!],
        ] as const);
  });
}

/** By the first character: what a recogniser takes it for. */
const TAKEN_FOR = new Map<string, (readonly [string, string])[]>();
for (const pair of [...LATIN, ...pairs(HAN), ...pairs(CYRILLIC), ...pairs(ARABIC)]) {
  const first = [...pair[0]][0]!;
  TAKEN_FOR.set(first, [...(TAKEN_FOR.get(first) ?? []), pair]);
}

function confused(document: Document, chance: Random, severity: Severity): Injected | undefined {
  const { text } = document;
  const letters = matches(document, /\p{L}|\p{N}/gu, proseBlocks(document), 200_000);
  const wanted = Math.floor(letters.length * bySeverity(severity, 0.005, 0.01, 0.03));
  if (wanted < 3) return undefined;
  const able = letters.filter((s) => TAKEN_FOR.has(text[s.start]!));
  if (able.length < wanted * 2) return undefined;
  const edits: Edit[] = [];
  for (const { start } of sample(chance, able, wanted)) {
    const fitting = TAKEN_FOR.get(text[start]!)!.filter(([was]) => text.startsWith(was, start));
    if (fitting.length === 0) continue;
    const [was, is] = chance.pick(fitting);
    edits.push({ start, end: start + was.length, text: is });
  }
  return apply(text, edits, ['letters confused']);
}

/** Words of one line, several together. */
function runs(document: Document, words: number): Span[] {
  return matches(document, new RegExp(`(?<!\\p{L})\\p{L}{2,}(?: \\p{L}{2,}){${String(words - 1)}}(?!\\p{L})`, 'gu'));
}

function garbleOcr(document: Document, chance: Random, severity: Severity): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  const form = chance.below(6);
  if (form >= 3 || !mostlyLatin(document)) return confused(document, chance, severity);
  const spans =
    form === 0
      ? chance.below(2) === 0
        ? matches(document, /(?<!\p{L})\p{L}{6,14}(?!\p{L})/gu)
        : runs(document, 3)
      : runs(document, 4);
  const wanted = bySeverity(severity, 1, 6, 40);
  if (spans.length < wanted * 2) return undefined;
  const edits = sample(chance, spans, wanted).map(({ start, end }): Edit => {
    const was = text.slice(start, end);
    const is =
      form === 0
        ? was
            .split(' ')
            .map((w) => [...w].join(' '))
            .join('  ')
        : form === 1
          ? was.replaceAll(' ', '')
          : [...was]
              .map((c) => (chance.below(3) === 0 ? (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()) : c))
              .join('');
    return { start, end, text: is };
  });
  return apply(text, edits, [form === 0 ? 'letters spaced' : form === 1 ? 'words glued' : 'random case']);
}

export const garbleInjections: readonly Injection[] = [
  {
    id: 'garble-glyph',
    sees: 'Numbers of glyphs, private characters or wrong letters stand for text',
    inject: garbleGlyph,
  },
  { id: 'garble-ocr', sees: 'Letters are taken for similar ones, spaced out or run together', inject: garbleOcr },
];
