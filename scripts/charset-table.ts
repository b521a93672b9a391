/**
 * Makes src/views/charset-data.ts: the character sets that text is often read in by mistake, and which letters follow
 * each other in the languages that suffer from it. `npx tsx scripts/charset-table.ts [--corpus DIR]`; the corpus is the one of the evaluations
 * (its train split only; nothing of it but counts goes into the file).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { load, rows } from '../eval/corpus.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string', default: '../shared/corpus' } } });

/** A literal of the characters; what cannot be seen, or is no character, as an escape. */
function literal(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const hidden =
      (unit >= 0x7f && unit < 0xa1) ||
      unit === 0xad ||
      (unit >= 0x300 && unit < 0x370) ||
      (unit >= 0x5b0 && unit < 0x5c8) ||
      unit === 0x60c ||
      (unit >= 0x61b && unit < 0x620) ||
      (unit >= 0x64b && unit < 0x660) ||
      (unit >= 0xe31 && unit < 0xe4f) ||
      (unit >= 0x2000 && unit < 0x2010) ||
      (unit >= 0x2028 && unit < 0x2030) ||
      unit === 0x3000 ||
      (unit >= 0xd800 && unit < 0xf900) ||
      unit >= 0xfff0;
    out += hidden
      ? `\\u${unit.toString(16).padStart(4, '0')}`
      : unit === 0x27 || unit === 0x5c
        ? `\\${text.charAt(i)}`
        : text.charAt(i);
  }
  return `'${out}'`;
}

const single = (encoding: string): string =>
  Array.from({ length: 128 }, (_, i) => legacyHookDecode(Uint8Array.of(0x80 + i), encoding)).join('');

/** Rows of a double-byte set; a space where nothing is assigned. */
function grid(encoding: string, leads: readonly [number, number], trails: readonly number[]): string {
  let out = '';
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const trail of trails) {
      const text = legacyHookDecode(Uint8Array.of(lead, trail), encoding);
      const unit = text.charCodeAt(0);
      out += text.length === 1 && unit !== 0xfffd && !(unit >= 0xe000 && unit < 0xf900) ? text : ' ';
    }
  return out;
}
const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Code pages of DOS, which WHATWG does not have: the bytes 0x80 to 0xFF. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const SINGLE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'windows-1252',
      'windows-1250',
      'windows-1251',
      'windows-1253',
      'windows-1254',
      'windows-1255',
      'windows-1256',
      'windows-1257',
      'windows-874',
      'koi8-r',
      'koi8-u',
      'ibm866',
      'macintosh',
      'iso-8859-2',
      'iso-8859-5',
      'iso-8859-6',
      'iso-8859-7',
      'iso-8859-15',
    ].map((name) => [name, single(name)]),
  ),
  cp437: CP437,
  cp850: CP850,
};

const ALPHABETS: Readonly<Record<string, { readonly letters: string; readonly languages: readonly string[] }>> = {
  cyrillic: {
    letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяёієїґў',
    languages: ['ru', 'uk', 'be', 'bg', 'sr'],
  },
  greek: { letters: 'αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋ', languages: ['el'] },
  hebrew: { letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת', languages: ['he'] },
  arabic: { letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگک', languages: ['ar', 'fa'] },
  thai: {
    letters: range(0xe01, 0xe4e)
      .filter((unit) => unit < 0xe3b || unit > 0xe3e)
      .map((unit) => String.fromCharCode(unit))
      .join(''),
    languages: ['th'],
  },
  latin: {
    letters: 'abcdefghijklmnopqrstuvwxyz',
    languages: ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'pl', 'cs', 'tr', 'id', 'vi', 'da', 'sv', 'fi', 'hu'],
  },
};

const texts = new Map<string, string[]>();
for (const row of rows(values.corpus)) {
  if (row.split !== 'train') continue;
  const document = await load(values.corpus, row);
  if (!document) continue;
  const list = texts.get(row.language) ?? [];
  list.push(document.slice(0, 200_000));
  texts.set(row.language, list);
}

/** In eighths of a bit? No: halves. What a pair is worth against chance, -9 to 9, as one digit of base 36. */
function pairs(letters: string, languages: readonly string[]): string {
  const n = letters.length + 1;
  const best = new Float64Array(n * n).fill(-99);
  const groups = letters.startsWith('abc') ? languages.map((each) => [each]) : [languages];
  for (const group of groups) {
    const counts = new Float64Array(n * n);
    for (const language of group)
      for (const text of texts.get(language) ?? []) {
        let before = 0;
        for (const character of text.slice(0, group.length > 1 ? 60_000 : 100_000).toLowerCase()) {
          const index = letters.indexOf(character) + 1;
          if (before > 0 || index > 0) counts[before * n + index]!++;
          before = index;
        }
      }
    let all = 0;
    for (const count of counts) all += count;
    if (all < 5000) continue;
    for (let a = 0; a < n; a++) {
      let row = 0;
      for (let b = 0; b < n; b++) row += counts[a * n + b]!;
      for (let b = 0; b < n; b++) {
        const p = (counts[a * n + b]! + 0.3) / (row + 0.3 * n);
        best[a * n + b] = Math.max(best[a * n + b]!, 2 * Math.log2(p * n));
      }
    }
  }
  return Array.from(best, (x) => (Math.max(-9, Math.min(9, Math.round(x))) + 9).toString(36)).join('');
}

const CJK = /[\u3400-\u9fff\uac00-\ud7a3]/u;
/** The characters that make up most of the texts of a language, most frequent first. */
function frequent(accept: (text: string) => boolean, languages: readonly string[], most: number): string {
  const counts = new Map<string, number>();
  for (const language of languages)
    for (const text of texts.get(language) ?? []) {
      if (!accept(text)) continue;
      const here = new Map<string, number>();
      for (const character of text.slice(0, 60_000))
        if (CJK.test(character)) here.set(character, (here.get(character) ?? 0) + 1);
      let all = 0;
      for (const count of here.values()) all += count;
      for (const [character, count] of here) counts.set(character, (counts.get(character) ?? 0) + count / (all + 500));
    }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([character]) => character)
    .join('');
}
const traditional = (text: string): boolean =>
  (text.match(/[這個們為說對時會來過開關國]/gu)?.length ?? 0) * 2 >
  (text.match(/[这个们为说对时会来过开关国]/gu)?.length ?? 0);

const out: string[] = [
  '/** Generated by scripts/charset-table.ts; see there. */',
  '',
  '/** Of single-byte sets, the characters of the bytes 0x80 to 0xFF; U+FFFD where a byte has no meaning. */',
  'export const SINGLE_BYTE = {',
  ...Object.entries(SINGLE).map(([name, text]) => `  '${name}': ${literal(text)},`),
  '} as const;',
  '',
  '/** Rows of 94 from 0xA1A1; a space where nothing is assigned. */',
  `export const GB2312 = ${literal(grid('gb18030', [0xa1, 0xf7], range(0xa1, 0xfe)))};`,
  `export const JIS_X_0208 = ${literal(grid('euc-jp', [0xa1, 0xfe], range(0xa1, 0xfe)))};`,
  `export const KS_X_1001 = ${literal(grid('euc-kr', [0xa1, 0xfd], range(0xa1, 0xfe)))};`,
  '/** Rows of 157 (second bytes 0x40 to 0x7E, 0xA1 to 0xFE) from 0xA140. */',
  `export const BIG5 = ${literal(grid('big5', [0xa1, 0xf9], [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]))};`,
  '',
  '/** The characters that make up most of the texts of a language, most frequent first. */',
  'export const FREQUENT = {',
  `  simplified: ${literal(frequent((text) => !traditional(text), ['zh'], 700))},`,
  `  traditional: ${literal(frequent(traditional, ['zh'], 600))},`,
  `  japanese: ${literal(frequent(() => true, ['ja'], 500))},`,
  `  korean: ${literal(frequent(() => true, ['ko'], 420))},`,
  '} as const;',
  '',
  '/**',
  ' * Letters of an alphabet, and for each pair of them (row: the first; 0 stands for what is no letter) what it is worth as',
  ' * evidence of the languages that are written in it: twice the binary logarithm against chance, -9 to 9, as a digit of base 36 from 0.',
  ' */',
  'export const ALPHABETS = {',
  ...Object.entries(ALPHABETS).map(
    ([name, { letters, languages }]) =>
      `  ${name}: { letters: ${literal(letters)}, pairs: '${pairs(letters, languages)}' },`,
  ),
  '} as const;',
  '',
];
writeFileSync(new URL('../src/views/charset-data.ts', import.meta.url), out.join('\n'));
for (const [language, list] of [...texts].sort((a, b) => b[1].length - a[1].length).slice(0, 45))
  console.log(
    language,
    list.length,
    list.reduce((sum, text) => sum + text.length, 0),
  );
