/** Writes archives as careless, old or hostile programs do, for tests: every field can be what it should not be. */
import { crc32, deflateRawSync } from 'node:zlib';

type Content = string | Uint8Array;

export interface OddFile {
  readonly name: Content;
  readonly content: Content;
  /** 0 stored, 8 deflated (where not said); others are written as if stored. */
  readonly method?: number;
  readonly flags?: number;
  /** What the list says, where that is not the truth. */
  readonly size?: number;
  readonly packed?: number;
  readonly crc?: number;
  readonly offset?: number;
  /** Sizes and checksum stand behind the data: with a signature before them or without. */
  readonly descriptor?: 'signed' | 'bare';
  /** Sizes and offset stand in 64 bits in the extra field. */
  readonly wide?: true;
  /** Extra field of the list. */
  readonly extra?: Uint8Array;
  readonly mode?: number;
}

export interface OddZip {
  readonly before?: Content;
  readonly behind?: Content;
  readonly comment?: Content;
  /** Whether offsets count from the archive's own begin, as where a program was put before it without a word. */
  readonly shifted?: true;
  /** A 64-bit end record, with its locator. */
  readonly wide?: true;
  readonly count?: number;
}

const raw = (content: Content): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));

/** A field of an extra area. */
export function extraField(id: number, content: Content): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(raw(content).length, 2);
  return Buffer.concat([head, raw(content)]);
}

/** The field 0x7075: the name in UTF-8, with the checksum of the raw name that it belongs to. */
export function unicodePath(path: string, of: Content): Uint8Array {
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeUInt32LE(crc32(raw(of)), 1);
  return extraField(0x7075, Buffer.concat([head, raw(path)]));
}

/** A zip archive of these files, in order. */
export function oddZip(files: readonly OddFile[], options: OddZip = {}): Uint8Array {
  const before = raw(options.before ?? '');
  const base = options.shifted ? 0 : before.length;
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = base;
  for (const file of files) {
    const { method = 8, descriptor } = file;
    const [name, content] = [raw(file.name), raw(file.content)];
    const body = method === 8 ? deflateRawSync(content) : content;
    const crc = file.crc ?? crc32(content);
    const flags = (file.flags ?? 0) | (descriptor ? 8 : 0);
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    if (!descriptor) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(body.length, 18);
      local.writeUInt32LE(content.length, 22);
    }
    local.writeUInt16LE(name.length, 26);
    const tail = Buffer.alloc(descriptor === 'signed' ? 16 : descriptor ? 12 : 0);
    if (descriptor) {
      const numbers = descriptor === 'signed' ? 4 : 0;
      if (numbers > 0) tail.write('PK\x07\x08', 'latin1');
      tail.writeUInt32LE(crc, numbers);
      tail.writeUInt32LE(body.length, numbers + 4);
      tail.writeUInt32LE(content.length, numbers + 8);
    }
    const offset = file.offset ?? at;
    const wide = Buffer.alloc(24);
    wide.writeBigUInt64LE(BigInt(file.size ?? content.length), 0);
    wide.writeBigUInt64LE(BigInt(file.packed ?? body.length), 8);
    wide.writeBigUInt64LE(BigInt(offset), 16);
    const extra = Buffer.concat([file.wide ? extraField(1, wide) : Buffer.alloc(0), raw(file.extra ?? '')]);
    const record = Buffer.alloc(46);
    record.write('PK\x01\x02', 'latin1');
    record.writeUInt8(3, 5);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(file.wide ? 0xffffffff : (file.packed ?? body.length), 20);
    record.writeUInt32LE(file.wide ? 0xffffffff : (file.size ?? content.length), 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt16LE(file.mode ?? 0o100644, 40);
    record.writeUInt32LE(file.wide ? 0xffffffff : offset, 42);
    parts.push(local, name, body, tail);
    list.push(record, name, extra);
    at += 30 + name.length + body.length + tail.length;
  }
  const directory = Buffer.concat(list);
  const comment = raw(options.comment ?? '');
  const ends: Buffer[] = [];
  const count = options.count ?? files.length;
  if (options.wide) {
    const wide = Buffer.alloc(56);
    wide.write('PK\x06\x06', 'latin1');
    wide.writeBigUInt64LE(44n, 4);
    wide.writeBigUInt64LE(BigInt(count), 24);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(directory.length), 40);
    wide.writeBigUInt64LE(BigInt(at), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 'latin1');
    locator.writeBigUInt64LE(BigInt(at + directory.length), 8);
    locator.writeUInt32LE(1, 16);
    ends.push(wide, locator);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(options.wide ? 0xffff : count, 8);
  end.writeUInt16LE(options.wide ? 0xffff : count, 10);
  end.writeUInt32LE(options.wide ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(options.wide ? 0xffffffff : at, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([before, ...parts, directory, ...ends, end, comment, raw(options.behind ?? '')]));
}

export interface OddEntry {
  readonly name: Content;
  readonly content?: Content;
  /** Of its kind: `0` a file, `2` a link, `x` attributes, `L` a long name, ... */
  readonly type?: string;
  readonly target?: string;
  /** What the head says, where that is not the truth. */
  readonly size?: number;
  /** The size in bytes, with the highest bit set, as GNU writes what has no room in digits. */
  readonly binary?: true;
  /** `ustar` where not said; `gnu`, or `v7`, which has no name for itself. */
  readonly form?: 'ustar' | 'gnu' | 'v7';
  readonly prefix?: string;
  /** Bytes to put into the head at an offset. */
  readonly put?: readonly (readonly [number, number])[];
  /** What stands between the head and the content. */
  readonly between?: Uint8Array;
}

/** One entry of a tar archive. */
export function tarEntry(entry: OddEntry): Buffer {
  const content = raw(entry.content ?? '');
  const head = Buffer.alloc(512);
  raw(entry.name).copy(head, 0, 0, 100);
  head.write('0000644\0', 100, 'latin1');
  const size = entry.size ?? content.length;
  if (entry.binary) {
    head[124] = 0x80;
    head.writeUInt32BE(size, 132);
  } else head.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  head.write(entry.type ?? '0', 156, 'latin1');
  head.write(entry.target ?? '', 157);
  if (entry.form === 'gnu') head.write('ustar  \0', 257, 'latin1');
  else if (entry.form !== 'v7') head.write('ustar\u000000', 257, 'latin1');
  head.write(entry.prefix ?? '', 345);
  for (const [at, value] of entry.put ?? []) head[at] = value;
  head.fill(0x20, 148, 156);
  const sum = head.reduce((a, b) => a + b, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([head, raw(entry.between ?? ''), content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** A tar archive of these entries, with its two empty blocks. */
export function oddTar(entries: readonly OddEntry[]): Uint8Array {
  return new Uint8Array(Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]));
}

/** Attributes of pax, each `LENGTH KEY=VALUE` with its own length in it. */
export function pax(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      const own = Buffer.byteLength(rest);
      let length = own + 1;
      while (String(length).length + own !== length) length++;
      return `${String(length)}${rest}`;
    })
    .join('');
}
