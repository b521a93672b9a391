/** Character sets as they were used and mixed up: encode, decode, and text read in the wrong one. */
import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';

/** The upper halves that WHATWG does not have. */
const DOS: Readonly<Record<string, string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};
const MULTI: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

const tables = new Map<string, readonly string[]>();

/** The 128 characters of a single-byte set's upper half. */
function upperHalf(charset: string): readonly string[] {
  let table = tables.get(charset);
  if (!table) {
    if (DOS[charset] !== undefined) table = [...DOS[charset]];
    else if (charset === 'latin-1') table = Array.from({ length: 128 }, (_, i) => String.fromCharCode(128 + i));
    else table = Array.from({ length: 128 }, (_, i) => legacyHookDecode(Uint8Array.of(128 + i), charset));
    tables.set(charset, table);
  }
  return table;
}

export function isSingleByte(charset: string): boolean {
  return charset !== 'utf-8' && !MULTI.has(charset);
}

const coders = new Map<string, (character: string) => readonly number[] | undefined>();

function coder(charset: string): (character: string) => readonly number[] | undefined {
  let code = coders.get(charset);
  if (code) return code;
  if (charset === 'utf-8') {
    const utf8 = new TextEncoder();
    code = (c) => [...utf8.encode(c)];
  } else if (MULTI.has(charset)) {
    const encoder = createMultibyteEncoder(charset, { mode: 'fatal' });
    const known = new Map<string, readonly number[] | undefined>();
    code = (c) => {
      if (known.has(c)) return known.get(c);
      let bytes: readonly number[] | undefined;
      try {
        bytes = [...encoder(c)];
      } catch {
        bytes = undefined;
      }
      known.set(c, bytes);
      return bytes;
    };
  } else {
    const reverse = new Map(upperHalf(charset).map((c, i) => [c, [128 + i]] as const));
    reverse.delete('\ufffd');
    code = (c) => reverse.get(c);
  }
  coders.set(charset, code);
  return code;
}

/** The bytes of a text; a character that the set does not have becomes a question mark, as converters write it. */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const code = coder(charset);
  const out: number[] = [];
  for (const c of text) {
    if (c < '\u0080') out.push(c.charCodeAt(0));
    else out.push(...(code(c) ?? [0x3f]));
  }
  return Uint8Array.from(out);
}

export function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (MULTI.has(charset)) return legacyHookDecode(bytes, charset);
  const table = upperHalf(charset);
  let out = '';
  for (const byte of bytes) out += byte < 0x80 ? String.fromCharCode(byte) : table[byte - 0x80]!;
  return out;
}

/** Share of the characters beyond ASCII that the set has, judged by the first 3,000; 1 where there are none. */
export function fits(text: string, charset: string): number {
  if (charset === 'utf-8') return 1;
  const code = coder(charset);
  let all = 0;
  let good = 0;
  for (const c of text) {
    if (c < '\u0080') continue;
    all++;
    if (code(c)) good++;
    if (all >= 3000) break;
  }
  return all === 0 ? 1 : good / all;
}

/** A text as it looks when its bytes in `from` are taken for `to`. */
export function misread(text: string, from: string, to: string): string {
  return decode(encode(text, from), to);
}
