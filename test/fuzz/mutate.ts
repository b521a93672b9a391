/** Changes to bytes, drawn by a seeded generator: the same numbers make the same change. */
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import type { Random } from '../../eval/random.ts';
import { zipOf } from '../../src/extractors/testing/zip.ts';
import { unzip } from './zip.ts';

/** Integers at which counters, offsets and lengths turn over. */
const INTEGERS: readonly number[] = [
  0, 1, 2, 3, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 1024, 4095, 4096, 0x7fff, 0x8000,
  0xfffe, 0xffff, 0x10000, 0xffffff, 0x7ffffffe, 0x7fffffff, 0x80000000, 0xfffffffc, 0xfffffffd, 0xfffffffe, 0xffffffff,
];

/** Pieces that mean something to one of the readers. */
const TOKENS: readonly string[] = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '&a;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&amp;',
  '&#xa;',
  ' xmlns:w="x"',
  ' w:val="-1"',
  ' w:val="99999999999"',
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<w:tr>',
  '<w:tc>',
  '<w:ins>',
  '<w:del>',
  '<w:r><w:t>x</w:t></w:r>',
  '<w:gridSpan w:val="1000000"/>',
  '<w:numId w:val="1"/>',
  '<text:p>',
  '</text:p>',
  '<text:s text:c="100000000"/>',
  '<table:table-cell table:number-columns-repeated="1000000000"/>',
  '<table:table-row table:number-rows-repeated="1048576">',
  '<text:list>',
  '<a:p>',
  '<a:t>x</a:t>',
  '<p:sp>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A0" t="s"><v>99999</v></c>',
  '<row r="4294967296">',
  '<si><t>x</t></si>',
  ' r="ZZZZZZ9"',
  ' t="s"',
  '<mergeCell ref="A1:XFD1048576"/>',
  '../',
  '..\\',
  '%2e%2e%2f',
  '\0',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  '{',
  '}',
  '\\',
  '{\\rtf1',
  '{\\*',
  '\\bin99999999 ',
  '\\bin-1 ',
  '\\u-1?',
  '\\u65535?',
  '\\uc999 ',
  '\\uc0 ',
  "\\'",
  "\\'ff",
  "\\'8",
  '\\ansicpg65001 ',
  '\\ansicpg99999 ',
  '\\fonttbl',
  '\\f99999 ',
  '\\fcharset128 ',
  '\\trowd',
  '\\cell',
  '\\row',
  '\\intbl',
  '\\par',
  '\\v',
  '\\v0',
  '\\deleted',
  '\\pict',
  '\\object',
  '\\field',
  '\\*\\fldinst',
  '\\fldrslt',
  '\\listtext',
  '\\info',
  '\\title',
  '\\annotation',
  '\\upr',
  '\\ud',
  'From ',
  'Content-Type: multipart/mixed; boundary="b"\n',
  '\n--b\n',
  '\n--b--\n',
  'Content-Type: message/rfc822\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Transfer-Encoding: quoted-printable\n',
  'Content-Type: text/html; charset=utf-7\n',
  'Content-Type: text/plain; charset="x',
  'Content-Disposition: attachment; filename="../../a"\n',
  "filename*=utf-8''%00%ff\n",
  '=?utf-8?B?////?=',
  '=?iso-2022-jp?Q?=1B$B?=',
  '=?x?q?',
  '=',
  '=3D=\n',
  '>From ',
  '\nobj',
  ' 0 R',
  'endobj',
  'stream\n',
  '\nendstream',
  '<<',
  '>>',
  '[',
  ']',
  '/Length 999999',
  '/Length -1',
  '/Type /Page',
  '/Kids [1 0 R]',
  '/Count 100000000',
  '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
  '/Prev 0',
  '/Predictor 15 /Columns 1000000000',
  'xref\n0 99999999\n',
  'trailer\n',
  'startxref\n0\n',
  '%%EOF',
  '1 0 obj',
  '/Encrypt 1 0 R',
  'BT ',
  ' ET',
  ' Tj',
  '(x) Tj ',
  ' Do ',
  ' q ',
  ' Q ',
  'BI ',
  ' ID ',
  ' EI',
  '/ToUnicode 1 0 R',
  '"',
  "'",
  ':',
  ',',
  '[[',
  '{"a":',
  '"cells"',
  '"source"',
  '"cell_type"',
  'null',
  '1e999',
  '-',
  '- ',
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function',
  '? ',
  '| ',
  '# ',
  '```',
  '~~~',
  '---\n',
  '    ',
  '> ',
  '* ',
  '1. ',
  '](',
  '![',
  '|-|-|\n',
  '<script>',
  '</script>',
  '<style>',
  '<table>',
  '<td colspan=100000>',
  '<pre>',
  '<template>',
  '<svg>',
  '<math>',
  '<plaintext>',
  '<p hidden>',
  ' style="display:none"',
  '<li>',
  '<h1>',
  '<meta charset=utf-16>',
  '<base href="file:///">',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x07\x08',
  '\x1f\x8b\x08',
  'ustar\x0000',
  'BZh9',
  '7z\xbc\xaf\x27\x1c',
  '\x1b$B',
  '\x1b(B',
  '\x1b$)C',
  '\x0e',
  '\x0f',
];

const latin = (text: string): Buffer => Buffer.from(text, /[\u0100-\uffff]/.test(text) ? 'utf8' : 'latin1');

/** Some place in the bytes; often near the beginning or the end, where the tables are. */
function place(random: Random, length: number): number {
  if (length === 0) return 0;
  const near = Math.min(length, 600);
  switch (random.below(6)) {
    case 0:
      return random.below(near);
    case 1:
      return length - 1 - random.below(near);
    default:
      return random.below(length);
  }
}

function splice(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  const out = new Uint8Array(from + put.length + Math.max(0, bytes.length - to));
  out.set(bytes.subarray(0, from));
  out.set(put, from);
  out.set(bytes.subarray(Math.min(to, bytes.length)), from + put.length);
  return out;
}

/** One byte class that begins a token: `<` tags, `\` control words, names in PDF, lines. */
function token(random: Random, bytes: Uint8Array): readonly [number, number] | null {
  const mark = [0x3c, 0x5c, 0x2f, 0x0a, 0x7b, 0x28][random.below(6)]!;
  const from = bytes.indexOf(mark, place(random, bytes.length));
  if (from < 0) return null;
  const close = mark === 0x3c ? 0x3e : mark;
  const to = bytes.indexOf(close, from + 1);
  return to < 0 || to - from > 4000 ? null : [from, to + (mark === 0x3c ? 1 : 0)];
}

/** One change to bytes as they are. `other` is a second seed, for splicing. */
export function mutateOnce(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const at = place(random, bytes.length);
  const length = 1 + random.below(random.below(4) === 0 ? 400 : 12);
  switch (random.below(15)) {
    case 0:
    case 1: {
      const out = bytes.slice();
      if (out.length > 0)
        for (let k = 1 + random.below(4); k > 0; k--) out[place(random, out.length)]! ^= 1 << random.below(8);
      return out;
    }
    case 2: {
      const out = bytes.slice();
      for (let i = at; i < Math.min(at + length, out.length); i++) out[i] = random.below(256);
      return out;
    }
    case 3:
      return splice(
        bytes,
        at,
        at,
        Uint8Array.from({ length }, () => random.below(256)),
      );
    case 4:
      return splice(bytes, at, at + length, new Uint8Array(0));
    case 5: {
      // over and over, for whoever counts openers
      const piece = bytes.slice(at, at + length);
      const times = random.below(8) === 0 ? Math.floor(20_000 / length) : 1 + random.below(3);
      return splice(bytes, at, at, Buffer.concat(Array.from({ length: times }, () => piece)));
    }
    case 6: {
      const from = place(random, other.length);
      return splice(
        bytes,
        at,
        random.below(2) === 0 ? at : bytes.length,
        other.subarray(from, from + random.below(other.length + 1)),
      );
    }
    case 7:
    case 8: {
      const out = bytes.slice();
      if (out.length < 4) return out;
      const value = random.pick(INTEGERS) >>> 0;
      const width = [1, 2, 4][random.below(3)]!;
      const slot = at - (at % width);
      for (let k = 0; k < width && slot + k < out.length; k++) out[slot + k] = value >>> (8 * k);
      return out;
    }
    case 9:
      return bytes.slice(0, at);
    case 10: {
      const found = token(random, bytes);
      if (!found) return bytes;
      const piece = bytes.slice(...found);
      const target = random.below(2) === 0 ? found[1] : place(random, bytes.length);
      const times = random.below(8) === 0 ? Math.floor(20_000 / piece.length) + 1 : 1;
      return splice(bytes, target, target, Buffer.concat(Array.from({ length: times }, () => piece)));
    }
    case 11: {
      const found = token(random, bytes);
      return found ? splice(bytes, found[0], found[1], new Uint8Array(0)) : bytes;
    }
    case 12:
    case 13: {
      const piece = latin(random.pick(TOKENS));
      const times = random.below(12) === 0 ? Math.floor(30_000 / piece.length) : 1;
      return splice(
        bytes,
        at,
        at + (random.below(2) === 0 ? 0 : piece.length),
        Buffer.concat(Array.from({ length: times }, () => piece)),
      );
    }
    default: {
      // a number in the text becomes another
      let from = at;
      while (from < bytes.length && !(bytes[from]! >= 0x30 && bytes[from]! <= 0x39)) from++;
      let to = from;
      while (to < bytes.length && to - from < 20 && bytes[to]! >= 0x30 && bytes[to]! <= 0x39) to++;
      const value =
        random.below(3) === 0
          ? `-${random.below(100_000)}`
          : String(random.pick(INTEGERS) * (random.below(4) === 0 ? 65_537 : 1));
      return from === to ? bytes : splice(bytes, from, to, latin(value));
    }
  }
}

function several(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let out = bytes;
  for (let k = [1, 1, 1, 2, 3, 6][random.below(6)]!; k > 0; k--) out = mutateOnce(random, out, other);
  return out;
}

/** Units of a name in a zip: each is two bytes at most, and its length has 16 bits. */
const NAME = 32_000;

/** Changes one file inside a zip, or its name, or takes it out, doubles it, and packs all again. */
function insideZip(random: Random, files: Record<string, Uint8Array>, other: Uint8Array): Uint8Array {
  const names = Object.keys(files);
  if (names.length === 0) return zipOf(files);
  // the largest are the documents; the small ones are the relations and types that lead to them
  const name = random.pick(names);
  const changed: Record<string, Uint8Array> = {};
  const deed = random.below(12);
  for (const each of names) {
    if (each !== name) changed[each] = files[each]!;
    else if (deed === 0) continue;
    else if (deed === 1)
      changed[
        Buffer.from(mutateOnce(random, latin(each), other))
          .toString('latin1')
          .slice(0, NAME) || 'x'
      ] = files[each]!;
    else if (deed === 2) changed[each] = files[random.pick(names)]!;
    else changed[each] = several(random, files[each]!, other);
  }
  if (deed === 3) for (let k = 0; k < 200; k++) changed[`more/${String(k)}.xml`] = files[name]!.subarray(0, 500);
  const packed = zipOf(changed, { stored: random.below(6) === 0 });
  return random.below(8) === 0 ? mutateOnce(random, packed, other) : packed;
}

/** Changes one deflated stream of a PDF; `/Length` follows if it stands right before it. */
function insidePdf(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = buffer.indexOf('stream', place(random, bytes.length));
  if (at < 0) at = buffer.indexOf('stream');
  if (at >= 3 && buffer.toString('latin1', at - 3, at) === 'end') at = buffer.indexOf('stream', at + 6);
  if (at < 0) return null;
  const from = at + 6 + (buffer[at + 6] === 13 ? 2 : 1);
  const to = buffer.indexOf('endstream', from);
  if (to < 0) return null;
  let body: Buffer;
  try {
    body = inflateSync(buffer.subarray(from, to), { maxOutputLength: 4 << 20 });
  } catch {
    return null;
  }
  const packed = deflateSync(several(random, body, other));
  const dictionary = buffer.toString('latin1', Math.max(0, at - 300), at);
  const key = dictionary.lastIndexOf('/Length ');
  const head =
    key < 0
      ? dictionary
      : dictionary.slice(0, key) +
        dictionary.slice(key).replace(/\/Length \d+(?! \d+ R)/, `/Length ${String(packed.length)}`);
  return Buffer.concat([
    buffer.subarray(0, Math.max(0, at - 300)),
    Buffer.from(head, 'latin1'),
    buffer.subarray(at, from),
    packed,
    buffer.subarray(to),
  ]);
}

/** A changed form of a seed: on its bytes, or inside where it is a container. */
export function mutate(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const deep = random.below(3) > 0;
  if (deep && bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const files = unzip(bytes);
    if (files) return insideZip(random, files, other);
  }
  if (deep && bytes[0] === 0x25 && bytes[1] === 0x50) {
    const changed = insidePdf(random, bytes, other);
    if (changed) return changed;
  }
  if (deep && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return gzipSync(several(random, gunzipSync(bytes, { maxOutputLength: 4 << 20 }), other));
    } catch {
      // not whole itself
    }
  }
  return several(random, bytes, other);
}

/** Tokens strewn at random: what no change of a sound file comes to. */
export function strewn(random: Random, words: readonly string[], most: number): string {
  const pieces: string[] = [];
  for (let k = random.below(most); k > 0; k--) {
    const word = random.pick(words);
    pieces.push(random.below(60) === 0 ? word.repeat(2000) : word);
  }
  return pieces.join('');
}
