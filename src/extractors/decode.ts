/**
 * From bytes to UTF-16 code units: which encoding it is, and line ends turned into LF on the way. The order: byte order
 * mark, strict UTF-8, the shape of UTF-16 and UTF-32, UTF-8 with a few broken places, what the file declares, a detector.
 * Only the last two load anything.
 */
import { faultsOf } from './faults.ts';
import { LF, CR, newlineOf, normaliseNewlines, trimmed, type Decoded, type Newline } from './units.ts';

export type { Decoded, Newline };

/** Why there is no text: `binary` for bytes that are no text in any encoding that is known here. */
export interface Undecoded {
  readonly failed: string;
  readonly binary: boolean;
}

export type DecodeResult = Decoded | Undecoded;

/**
 * Control characters (not white space, ESC or backspace) in one of this many bytes make a file binary: random bytes have
 * one in nine, texts with a stray one far less.
 */
const CONTROLS_UTF8 = 10;
const CONTROLS_LEGACY = 20;
/** A NUL in more than one of this many bytes makes a file binary, if it is not UTF-16 or UTF-32. */
const NULS = 1000;
/**
 * UTF-8 with broken places: at most one broken sequence to this many sound ones. In legacy encodings sound sequences are
 * rare (GBK, the worst: about one in eight pairs), so a file half of each is UTF-8 that was damaged or mixed.
 */
const BROKEN = 2;
/** Where the detector names a Latin set, in which accents stand one by one: at most so many broken sequences to a sound one, and it is UTF-8 that is mixed. */
const MIXED = 4;
const LATIN = /^(?:windows-125[0247]|iso-8859-(?:[1-49]|1[0-6])|macintosh)$/u;
/** Bytes given to the detector, from the first that is not ASCII. */
const DETECT_BYTES = 65_536;
/** Bytes searched for a declared encoding (HTML says 1024; real files put scripts before it). */
const DECLARE_BYTES = 4096;

const ESC = 27;
const REPLACEMENT = 0xfffd;

interface Utf8 {
  readonly units: Uint16Array;
  /** Sequences of two bytes and more that are sound. */
  readonly sound: number;
  readonly broken: number;
  readonly nuls: number;
  readonly controls: number;
  readonly escapes: number;
  readonly newline: Newline;
  /** Offset of the first byte that is not ASCII, or the length. */
  readonly ascii: number;
  /** Whether decoding was given up, as there are more broken sequences than sound ones. */
  readonly abandoned: boolean;
}

/**
 * Decodes UTF-8 as WHATWG says (each longest broken beginning of a sequence is one U+FFFD) and turns CRLF and CR into LF.
 * Gives up (`abandoned`) after 1,000 broken sequences when they outnumber the sound ones.
 */
export function decodeUtf8(bytes: Uint8Array, from = 0): Utf8 {
  const length = bytes.length;
  const units = new Uint16Array(length - from);
  let o = 0;
  let i = from;
  let sound = 0;
  let broken = 0;
  let nuls = 0;
  let controls = 0;
  let escapes = 0;
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  let ascii = -1;
  let abandoned = false;
  while (i < length) {
    const byte = bytes[i]!;
    if (byte >= 0x20 && byte < 0x80) {
      units[o++] = byte;
      // Nearly all of most files: run through it with nothing else in the loop.
      for (i++; i < length; i++) {
        const next = bytes[i]!;
        if (next < 0x20 || next >= 0x80) break;
        units[o++] = next;
      }
    } else if (byte < 0x20) {
      i++;
      if (byte === LF) {
        lf++;
        units[o++] = LF;
      } else if (byte === CR) {
        if (bytes[i] === LF) {
          crlf++;
          i++;
        } else cr++;
        units[o++] = LF;
      } else {
        if (byte === 0) nuls++;
        else if (byte === ESC) escapes++;
        else if (byte < 8 || byte > 13) controls++;
        units[o++] = byte;
      }
    } else {
      if (ascii < 0) ascii = i;
      // How many bytes follow, and the bounds of the first that does.
      let needed = 0;
      let lower = 0x80;
      let upper = 0xbf;
      let point = 0;
      if (byte >= 0xc2 && byte <= 0xdf) {
        needed = 1;
        point = byte & 0x1f;
      } else if (byte >= 0xe0 && byte <= 0xef) {
        needed = 2;
        point = byte & 0x0f;
        if (byte === 0xe0) lower = 0xa0;
        else if (byte === 0xed) upper = 0x9f;
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        needed = 3;
        point = byte & 0x07;
        if (byte === 0xf0) lower = 0x90;
        else if (byte === 0xf4) upper = 0x8f;
      }
      i++;
      let whole = needed > 0;
      for (let k = 0; k < needed; k++) {
        const next = i < length ? bytes[i]! : 0;
        if (next < lower || next > upper) {
          whole = false;
          break;
        }
        lower = 0x80;
        upper = 0xbf;
        point = (point << 6) | (next & 0x3f);
        i++;
      }
      if (!whole) {
        units[o++] = REPLACEMENT;
        broken++;
        if (broken > 1000 && broken > sound) {
          abandoned = true;
          break;
        }
      } else {
        sound++;
        if (point < 0x10000) units[o++] = point;
        else {
          units[o++] = 0xd7c0 + (point >> 10);
          units[o++] = 0xdc00 | (point & 0x3ff);
        }
      }
    }
  }
  return {
    units: trimmed(units, o),
    sound,
    broken,
    nuls,
    controls,
    escapes,
    newline: newlineOf(lf, crlf, cr),
    ascii: ascii < 0 ? length : ascii,
    abandoned,
  };
}

/** UTF-16 of either byte order; lone surrogates and a single last byte become U+FFFD. */
function decodeUtf16(
  bytes: Uint8Array,
  from: number,
  little: boolean,
): { readonly units: Uint16Array; readonly broken: number } {
  const count = (bytes.length - from) >> 1;
  const odd = ((bytes.length - from) & 1) === 1;
  const units = new Uint16Array(count + (odd ? 1 : 0));
  const first = little ? 0 : 1;
  let broken = 0;
  for (let i = 0, at = from; i < count; i++, at += 2) units[i] = bytes[at + first]! | (bytes[at + 1 - first]! << 8);
  for (let i = 0; i < count; i++) {
    const unit = units[i]!;
    if (unit < 0xd800 || unit >= 0xe000) continue;
    const next = i + 1 < count ? units[i + 1]! : 0;
    if (unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) i++;
    else {
      units[i] = REPLACEMENT;
      broken++;
    }
  }
  if (odd) {
    units[count] = REPLACEMENT;
    broken++;
  }
  return { units, broken };
}

function decodeUtf32(
  bytes: Uint8Array,
  from: number,
  little: boolean,
): { readonly units: Uint16Array; readonly broken: number } {
  const count = (bytes.length - from) >> 2;
  const rest = (bytes.length - from) & 3;
  const units = new Uint16Array(count * 2 + (rest > 0 ? 1 : 0));
  let o = 0;
  let broken = 0;
  for (let i = 0; i < count; i++) {
    const point = point32(bytes, from + i * 4, little);
    if (point < 0x10000) {
      const lone = point >= 0xd800 && point < 0xe000;
      if (lone) broken++;
      units[o++] = lone ? REPLACEMENT : point;
    } else if (point < 0x110000) {
      units[o++] = 0xd7c0 + (point >> 10);
      units[o++] = 0xdc00 | (point & 0x3ff);
    } else {
      units[o++] = REPLACEMENT;
      broken++;
    }
  }
  if (rest > 0) {
    units[o++] = REPLACEMENT;
    broken++;
  }
  return { units: trimmed(units, o), broken };
}

function point32(bytes: Uint8Array, at: number, little: boolean): number {
  return little
    ? (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)) + bytes[at + 3]! * 0x1000000
    : bytes[at]! * 0x1000000 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The encoding that a byte order mark names, and its length; null without one. */
function markOf(bytes: Uint8Array): { readonly encoding: 'utf-8' | Wide; readonly length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) {
    // FF FE 00 00 is UTF-32, for a UTF-16 text does not begin with U+0000.
    if (c === 0 && d === 0 && (bytes.length & 3) === 0) return { encoding: 'utf-32le', length: 4 };
    return { encoding: 'utf-16le', length: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  return null;
}

function decodeWide(bytes: Uint8Array, from: number, encoding: Wide, bom: boolean, certain: boolean): Decoded {
  const little = encoding.endsWith('le');
  const raw = encoding.startsWith('utf-16') ? decodeUtf16(bytes, from, little) : decodeUtf32(bytes, from, little);
  const { units, newline } = normaliseNewlines(raw.units);
  return { units, encoding, certain, bom, undecodable: raw.broken, newline, told: bom ? 'mark' : 'shape' };
}

/** How a beginning of the bytes looks as UTF-16: how many units are plain, and how many no text would have. */
function shape16(
  bytes: Uint8Array,
  little: boolean,
): { readonly plain: number; readonly wrong: number; readonly ideographic: number } {
  const length = Math.min(bytes.length, DETECT_BYTES) & ~1;
  const first = little ? 0 : 1;
  let plain = 0;
  let wrong = 0;
  let ideographic = 0;
  for (let at = 0; at < length; at += 2) {
    const unit = bytes[at + first]! | (bytes[at + 1 - first]! << 8);
    if (unit < 0x80) {
      if (unit >= 0x20 || (unit >= 8 && unit <= 13)) plain++;
      else wrong++;
    } else if (unit >= 0xd800 && unit < 0xe000) {
      const next = at + 3 < bytes.length ? bytes[at + 2 + first]! | (bytes[at + 3 - first]! << 8) : 0xdc00;
      if (unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) at += 2;
      else wrong++;
    } else if (unit < 0xa0 || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfff0) wrong++;
    else if (unit === 0x3001 || unit === 0x3002 || unit === 0xff0c || unit === 0xff1a) ideographic++;
  }
  return { plain, wrong, ideographic };
}

/**
 * UTF-16 or UTF-32 without a byte order mark, told by its shape: of UTF-16 hardly a unit that no text has (at most one in
 * 50), and one in 20 ASCII or CJK punctuation (without NULs: CJK commas or full stops, which end in a byte that no other
 * encoding has there).
 */
function shapeOf(bytes: Uint8Array, nuls: number): Wide | null {
  const length = Math.min(bytes.length, DETECT_BYTES);
  if (nuls * 3 > bytes.length && length >= 8) {
    const count = length >> 2;
    for (const little of [true, false]) {
      let good = 0;
      for (let i = 0; i < count; i++) {
        const point = point32(bytes, i * 4, little);
        if (point < 0x110000 && (point >= 0x20 || (point >= 8 && point <= 13)) && !(point >= 0xd800 && point < 0xe000))
          good++;
      }
      if (good * 50 >= count * 49) return little ? 'utf-32le' : 'utf-32be';
    }
  }
  const count = length >> 1;
  if (count < 2) return null;
  const little = shape16(bytes, true);
  const big = shape16(bytes, false);
  const useLittle = little.plain + little.ideographic >= big.plain + big.ideographic;
  const better = useLittle ? little : big;
  if (better.wrong * 50 > count) return null;
  if (nuls > 0 ? (better.plain + better.ideographic) * 20 < count : better.ideographic * 60 < count || count < 8)
    return null;
  return useLittle ? 'utf-16le' : 'utf-16be';
}

const ASCII_ESCAPES = [
  [0x24, 0x40],
  [0x24, 0x42],
  [0x28, 0x4a],
  [0x28, 0x49],
] as const;

/** Whether the text switches character sets as ISO-2022-JP does. */
function isIso2022(units: Uint16Array): boolean {
  for (let i = units.indexOf(ESC); i >= 0; i = units.indexOf(ESC, i + 1))
    if (ASCII_ESCAPES.some(([a, b]) => units[i + 1] === a && units[i + 2] === b)) return true;
  return false;
}

/** The encoding that an XML declaration, an HTML meta element or an editor's cookie names, as it is written there. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  let head = '';
  const length = Math.min(bytes.length, DECLARE_BYTES);
  for (let i = 0; i < length; i++) head += String.fromCharCode(bytes[i]! < 0x80 ? bytes[i]! : 0x1a);
  const xml = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head);
  if (xml) return xml[1]!;
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head);
  if (meta) return meta[1]!;
  const top = head.split('\n', 2).join('\n');
  const cookie = /(?:^|[#/;%*-])[^\n]{0,80}?\b(?:file)?(?:en)?coding[:=]\s*([\w.-]{2,40})/iu.exec(top);
  return cookie ? cookie[1]!.replace(/-(?:unix|dos|mac)$/u, '') : null;
}

/** Whether the first character that is not white space begins a tag. */
function looksMarkedUp(units: Uint16Array): boolean {
  let i = 0;
  while (i < 200 && (units[i]! <= 0x20 || units[i] === 0xfeff)) i++;
  return units[i] === 0x3c;
}

/**
 * Decodes a file's bytes. Never throws. Loads the tables of legacy encodings and the detector only where the bytes are
 * neither UTF-8 nor UTF-16 nor UTF-32.
 */
export async function decode(bytes: Uint8Array): Promise<DecodeResult> {
  const mark = markOf(bytes);
  if (mark && mark.encoding !== 'utf-8') return decodeWide(bytes, mark.length, mark.encoding, true, true);
  const utf8 = decodeUtf8(bytes, mark ? mark.length : 0);
  const { units, broken, sound, nuls, controls, newline } = utf8;
  const { length } = bytes;
  const asUtf8: Decoded = {
    units,
    encoding: 'utf-8',
    certain: true,
    bom: mark !== null,
    undecodable: broken,
    newline,
    told: mark ? 'mark' : 'utf-8',
    ...(broken > 0 && !utf8.abandoned ? { faults: faultsOf(bytes, mark ? mark.length : 0) } : {}),
    ...(sound > 0 && looksMarkedUp(units) ? { declared: declaredEncoding(bytes) } : {}),
  };

  if (nuls > 0 && !mark) {
    const wide = shapeOf(bytes, nuls);
    if (wide) return decodeWide(bytes, 0, wide, false, true);
  }
  if (nuls * NULS > length && (nuls > 1 || length < 64)) return binary(`${String(nuls)} NUL bytes`);
  if (controls * CONTROLS_UTF8 > length) return binary('control characters all over');
  if (mark) return asUtf8;
  if (broken === 0) {
    if (utf8.escapes > 0 && sound === 0 && isIso2022(units)) {
      const { decodeLegacy } = await import('./legacy.ts');
      const japanese = decodeLegacy(bytes, 'iso-2022-jp', true);
      if (japanese.undecodable === 0) return japanese;
    }
    return asUtf8;
  }
  // A cut inside the last character leaves one broken sequence; some damage leaves a few.
  if (!utf8.abandoned && sound > 0 && broken * BROKEN <= sound + 1) return asUtf8;

  if (nuls === 0) {
    const wide = shapeOf(bytes, 0);
    if (wide) return decodeWide(bytes, 0, wide, false, false);
  }
  let seen = controls;
  if (utf8.abandoned) {
    seen = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (byte < 8 || (byte > 13 && byte < 32 && byte !== ESC)) seen++;
    }
  }
  if (seen * CONTROLS_LEGACY > length) return binary('control characters all over');

  const { decodeLegacy, detect, whatwgName } = await import('./legacy.ts');
  const declared = declaredEncoding(bytes);
  if (declared !== null) {
    const name = whatwgName(declared);
    if (name !== null && !name.startsWith('utf-')) {
      const decoded = decodeLegacy(bytes, name, true);
      if (decoded.undecodable * 200 <= decoded.units.length)
        return { ...decoded, certain: decoded.undecodable === 0, declared };
    }
  }
  const name = await detect(bytes.subarray(utf8.ascii, utf8.ascii + DETECT_BYTES), bytes.subarray(0, utf8.ascii));
  if (name === null) {
    if (!utf8.abandoned && sound > broken) return asUtf8;
    return { failed: 'its bytes are not text in any encoding known here', binary: seen > 0 };
  }
  // In Latin sets a sound sequence is next to impossible: lines of such a set in a file of UTF-8.
  if (!utf8.abandoned && sound > 0 && broken <= sound * MIXED && LATIN.test(name)) return { ...asUtf8, declared };
  const decoded = decodeLegacy(bytes, name, false);
  // Neither fits: the encoding that leaves fewer holes, and UTF-8 where they are alike.
  if (decoded.undecodable > 0 && !utf8.abandoned && sound > 0 && broken <= decoded.undecodable) return asUtf8;
  return { ...decoded, declared };
}

function binary(why: string): Undecoded {
  return { failed: `its bytes are not text: ${why}`, binary: true };
}
