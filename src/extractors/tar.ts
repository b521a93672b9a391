/** Tar archives: old, ustar, GNU and pax. */
import { stringOf } from '../core/document.ts';
import { decodeUtf8 } from './decode.ts';
import { ReadError, type Budget } from './limits.ts';

export interface TarEntry {
  readonly rawName: Uint8Array;
  /** Where it can be read as UTF-8; else null. */
  readonly name: string | null;
  readonly kind: 'file' | 'folder' | 'link' | 'device' | 'sparse';
  /** Of a link. */
  readonly target: string;
  /** Of a file. */
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
/** What long names and attributes of an entry may take. */
const LONG = 1 << 20;

/** Whether the first block is the head of a tar archive: its checksum is right. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && bytes[0] !== 0 && checksumFits(bytes.subarray(0, BLOCK));
}

/**
 * The entries, in their order.
 * @throws ReadError where it is damaged or cut off: what came before it counts; LimitError
 */
export function* tarEntries(bytes: Uint8Array, budget: Budget): Generator<TarEntry> {
  let longName: Uint8Array | null = null;
  let longTarget: Uint8Array | null = null;
  const common = new Map<string, Uint8Array>();
  let own = new Map<string, Uint8Array>();
  let ended = false;
  for (let at = 0; at < bytes.length;) {
    const head = bytes.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) {
      // tar stops here too; what some write behind it would be read by others
      for (let next = at + BLOCK; next + BLOCK <= bytes.length; next += BLOCK)
        if (isTar(bytes.subarray(next, next + BLOCK)))
          throw new ReadError('another archive follows behind its end, which is not read');
      ended = true;
      break;
    }
    if (head.length < BLOCK) throw new ReadError('it is cut off inside of the head of a file');
    if (!checksumFits(head)) throw new ReadError('it is damaged: the head of a file has a wrong checksum');
    budget.entry();
    const type = String.fromCharCode(head[156]!);
    const said = own.get('size') ?? common.get('size');
    const size = said && !'xgLK'.includes(type) ? Number(latin1(said)) : numberOf(head, 124, 12);
    if (!Number.isSafeInteger(size) || size < 0) throw new ReadError('it is damaged: a file has no size');
    const hasBytes = !'123456'.includes(type);
    let start = at + BLOCK;
    // more of the list of holes, each block with a mark whether another follows
    for (let more = type === 'S' && head[482] === 1; more && start < bytes.length; start += BLOCK)
      more = bytes[start + 504] === 1;
    const end = hasBytes ? start + size : start;
    const name = own.get('GNU.sparse.name') ?? longName ?? own.get('path') ?? nameIn(head);
    if (end > bytes.length)
      throw new ReadError(
        `it is cut off inside of ${shown(name)}: ${String(bytes.length - start)} of ${String(size)} bytes are there`,
      );
    const content = bytes.subarray(start, end);
    at = start + (hasBytes ? Math.ceil(size / BLOCK) * BLOCK : 0);
    if ('xgLK'.includes(type)) {
      if (size > LONG) throw new ReadError('it is damaged: the name of a file is longer than 1 MB');
      if (type === 'L') longName = untilNul(content);
      else if (type === 'K') longTarget = untilNul(content);
      else for (const [key, value] of records(content)) (type === 'g' ? common : own).set(key, value);
      continue;
    }
    const target = longTarget ?? own.get('linkpath') ?? untilNul(head.subarray(157, 257));
    const sparse = type === 'S' || [...own.keys()].some((key) => key.startsWith('GNU.sparse'));
    longName = null;
    longTarget = null;
    own = new Map();
    const text = utf8Of(name);
    let kind: TarEntry['kind'] = 'file';
    if (type === '5' || (name.at(-1) === 0x2f && (type === '0' || type === '\0'))) kind = 'folder';
    else if (type === '1' || type === '2') kind = 'link';
    else if (type === '3' || type === '4' || type === '6') kind = 'device';
    else if (sparse) kind = 'sparse';
    else if (type === 'V' || type === 'M' || type === 'D') continue;
    yield { rawName: name, name: text, kind, target: utf8Of(target) ?? latin1(target), bytes: content };
  }
  // some writers leave the end out, and then a block is never torn
  if (!ended && bytes.length % BLOCK !== 0) throw new ReadError('it is cut off: its end is missing');
}

function checksumFits(head: Uint8Array): boolean {
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : head[i]!;
    unsigned += byte;
    signed += byte < 0x80 ? byte : byte - 256;
  }
  const told = numberOf(head, 148, 8);
  return told === unsigned || told === signed;
}

/** A number in octal digits, or, with its highest bit set, in bytes. */
function numberOf(head: Uint8Array, at: number, length: number): number {
  if (head[at]! & 0x80) {
    let value = head[at]! & 0x7f;
    for (let i = 1; i < length; i++) value = value * 256 + head[at + i]!;
    return value;
  }
  const digits = latin1(untilNul(head.subarray(at, at + length))).trim();
  return /^[0-7]*$/u.test(digits) ? Number.parseInt(digits === '' ? '0' : digits, 8) : Number.NaN;
}

function nameIn(head: Uint8Array): Uint8Array {
  const name = untilNul(head.subarray(0, 100));
  // GNU's own heads have times where ustar has the folder
  if (latin1(head.subarray(257, 263)) !== 'ustar\0') return name;
  const folder = untilNul(head.subarray(345, 500));
  if (folder.length === 0) return name;
  const whole = new Uint8Array(folder.length + 1 + name.length);
  whole.set(folder);
  whole[folder.length] = 0x2f;
  whole.set(name, folder.length + 1);
  return whole;
}

/** Records of a pax head: `LENGTH KEY=VALUE` and a line end. */
function* records(bytes: Uint8Array): Generator<readonly [string, Uint8Array]> {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    if (space < 0 || space > at + 10) return;
    const length = Number(latin1(bytes.subarray(at, space)));
    if (!Number.isSafeInteger(length) || length < space - at + 3 || at + length > bytes.length) return;
    const equals = bytes.indexOf(0x3d, space);
    if (equals < 0 || equals >= at + length) return;
    yield [latin1(bytes.subarray(space + 1, equals)), bytes.subarray(equals + 1, at + length - 1)];
    at += length;
  }
}

function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < Math.min(bytes.length, 4096); i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function utf8Of(bytes: Uint8Array): string | null {
  const { units, broken } = decodeUtf8(bytes);
  return broken > 0 ? null : stringOf(units, 0, units.length);
}

function shown(name: Uint8Array): string {
  return utf8Of(name) ?? latin1(name);
}
