/** Legacy encodings: tables and detector. Loaded only when a file is in one. */
import { legacyHookDecode, normalizeEncoding } from '@exodus/bytes/encoding.js';
import { normaliseNewlines, type Decoded } from './units.ts';
import { unitsOf } from '../core/document.ts';
import { judge } from '../views/language.ts';

/** Names of the detector that WHATWG does not know as labels. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  cp866: 'ibm866',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'big5-hkscs': 'big5',
  'utf-8-sig': 'utf-8',
};

const LATIN_9: ReadonlySet<number> = new Set([0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe]);

/** The WHATWG name in lower case for a label as files and the detector write it; null for what cannot be decoded. */
export function whatwgName(label: string): string | null {
  const lower = label.trim().toLowerCase();
  const name = ALIASES[lower] ?? normalizeEncoding(lower);
  if (name === null || name === 'replacement' || name === 'x-user-defined') return null;
  return ALIASES[name] ?? name;
}

/** Decodes with WHATWG's tables; what has no meaning becomes U+FFFD. */
export function decodeLegacy(bytes: Uint8Array, encoding: string, certain: boolean): Decoded {
  const raw = unitsOf(legacyHookDecode(bytes, encoding));
  let undecodable = 0;
  for (let i = raw.indexOf(0xfffd); i >= 0; i = raw.indexOf(0xfffd, i + 1)) undecodable++;
  const { units, newline } = normaliseNewlines(raw);
  return { units, encoding, certain, bom: false, undecodable, newline, told: certain ? 'declared' : 'detected' };
}

const LATIN: ReadonlySet<string> = new Set([
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-16',
]);
const WESTERN: ReadonlySet<string> = new Set('en fr de es pt it nl da nb sv fi ca gl eu af id ms ga sw tl'.split(' '));
/** Whether a byte is one that Western texts have in windows-1252: letters of French, German, Spanish ..., quotes, dashes, signs. */
function westernByte(byte: number): boolean {
  if (byte >= 0xc0)
    return byte !== 0xd0 && byte !== 0xdd && byte !== 0xde && byte !== 0xf0 && byte !== 0xfd && byte !== 0xfe;
  return (byte >= 0x91 && byte <= 0x97) || SIGNS.has(byte);
}
const SIGNS: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x99, 0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb7, 0xbb, 0xbf,
]);

/** Whether the words between the bytes that are not ASCII are of a language that windows-1252 is for. */
function western(bytes: Uint8Array, before: Uint8Array): boolean {
  let ascii = '';
  for (let i = Math.max(0, before.length - 20_000); i < before.length; i++) ascii += String.fromCharCode(before[i]!);
  for (let i = 0; i < bytes.length && i < 20_000; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80 && !westernByte(byte)) return false;
    ascii += byte < 0x80 ? String.fromCharCode(byte) : 'ÿ';
  }
  return WESTERN.has(judge(ascii).language);
}

/**
 * The likeliest encoding of bytes that are not UTF-8, as a WHATWG name; null where none fits. `before` is the plain text
 * that stands before them.
 */
export async function detect(bytes: Uint8Array, before: Uint8Array): Promise<string | null> {
  const { detectAll } = await import('jschardet');
  for (const { encoding } of detectAll(bytes, { minimumThreshold: 0 })) {
    if (encoding === null) continue;
    const name = whatwgName(encoding);
    if (name === null || name.startsWith('utf-') || name === 'ascii') continue;
    // A few accented letters in a text whose plain words are French or English: not the Polish table, however it scores.
    if (LATIN.has(name) && western(bytes, before)) return 'windows-1252';
    // ISO-8859-15 differs from windows-1252 in eight bytes (0x80 to 0x9F aside); without them it is the commoner one.
    if (name === 'iso-8859-15' && !bytes.some((byte) => LATIN_9.has(byte))) return 'windows-1252';
    return name;
  }
  return null;
}
