import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkFiles, filesOf } from '../checks/testing/folder.ts';
import { readGzip, readTar, readZip } from './archive.ts';
import { crc32, inflate } from './inflate.ts';
import { Budget, DEFAULT_LIMITS, LimitError, ReadError } from './limits.ts';
import type { Reader } from './readers.ts';
import { openZip } from './zip.ts';

interface File {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly flags?: number;
  /** What the list says of its size. */
  readonly size?: number;
  readonly crc?: number;
  readonly mode?: number;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

function zipOf(files: readonly File[]): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(bytesOf(file.name));
    const content = bytesOf(file.content);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(file.flags ?? 0, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt8(3, 5);
    record.writeUInt16LE(file.flags ?? 0, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(file.crc ?? crc32(content), 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(file.size ?? content.length, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(file.mode ?? 0o100644, 40);
    record.writeUInt32LE(at, 42);
    parts.push(head, name, packed);
    list.push(record, name);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

function tarHead(name: string, size: number, type = '0', target = ''): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write(size.toString(8).padStart(11, '0'), 124);
  head.write(type, 156);
  head.write(target, 157);
  head.write('ustar\0', 257, 'latin1');
  head.fill(0x20, 148, 156);
  const sum = head.reduce((a, b) => a + b, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

function tarOf(files: readonly (readonly [string, string, string?, string?])[]): Uint8Array {
  const parts = files.flatMap(([name, content, type, target]) => {
    const body = Buffer.from(content);
    return [tarHead(name, body.length, type, target), body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(1024)]));
}

async function inside(reader: Reader, bytes: Uint8Array, path = 'a.zip', limits = {}): Promise<Record<string, string>> {
  const container = await reader(bytes, Budget.of({ ...DEFAULT_LIMITS, ...limits }), path);
  const found: Record<string, string> = {};
  for await (const inner of container.inside!)
    found[inner.path] = 'bytes' in inner ? Buffer.from(inner.bytes).toString() : `${inner.outcome}: ${inner.why}`;
  return found;
}

describe('inflate', () => {
  it('gives back what was packed, at every level', () => {
    const content = Buffer.from('a tide table, a tide list, a tide. '.repeat(5000) + 'end');
    for (let level = 0; level <= 9; level++) {
      const packed = deflateRawSync(content, { level });
      const { bytes, end } = inflate(packed, 0, packed.length, 0, () => {});
      expect(Buffer.compare(Buffer.from(bytes), content)).toBe(0);
      expect(end).toBe(packed.length);
    }
  });

  it('stops between pieces where it is told to', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const budget = Budget.of(DEFAULT_LIMITS);
    expect(() => inflate(packed, 0, packed.length, 10, (out, taken) => budget.inflate(out, taken))).toThrow(LimitError);
    expect(budget.spent.inflated).toBeLessThan(17 * 1024 * 1024);
  });

  it('names data that ends too early', () => {
    const packed = deflateRawSync(Buffer.from('some words that are packed'));
    expect(() => inflate(packed, 0, packed.length - 3, 0, () => {})).toThrow(/cut off/u);
  });
});

describe('zip', () => {
  it('reads entries', async () => {
    const zip = zipOf([
      { name: 'docs/api.md', content: 'one' },
      { name: 'docs/', content: '' },
      { name: 'limits.md', content: 'two' },
    ]);
    expect(await inside(readZip, zip)).toEqual({ 'docs/api.md': 'one', 'limits.md': 'two' });
  });

  it('passes over what stands before and behind', async () => {
    const zip = zipOf([{ name: 'a.md', content: 'one' }]);
    const more = new Uint8Array(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip, Buffer.from('\n\n')]));
    expect(await inside(readZip, more)).toEqual({ 'a.md': 'one' });
  });

  it.each([
    ['../../etc/evil.txt', '__/__/etc/evil.txt'],
    ['/etc/evil.txt', 'etc/evil.txt'],
    ['C:\\evil.txt', 'C_/evil.txt'],
    ['a\0b', 'a_b'],
    ['..\\evil.txt', '__/evil.txt'],
  ])('keeps %j inside', async (name, path) => {
    const found = await inside(
      readZip,
      zipOf([
        { name, content: 'x' },
        { name: 'ok.md', content: 'ok' },
      ]),
    );
    expect(found).toEqual({ [path]: 'failed: its name leads out of the archive', 'ok.md': 'ok' });
  });

  it('names what cannot be had, and reads the rest', async () => {
    const found = await inside(
      readZip,
      zipOf([
        { name: 'secret.md', content: 'x', flags: 1 },
        { name: 'liar.md', content: 'a'.repeat(1000), size: 10 },
        { name: 'damaged.md', content: 'x', crc: 1 },
        { name: 'twice.md', content: 'x' },
        { name: 'twice.md', content: 'y' },
        { name: 'link', content: '/etc/passwd', mode: 0o120777 },
        { name: 'alias', content: 'ok.md', mode: 0o120777 },
        { name: 'ok.md', content: 'ok' },
      ]),
    );
    expect(found).toEqual({
      'secret.md': 'failed: it is encrypted',
      'liar.md': 'failed: it holds more than the 10 bytes that the list says',
      'damaged.md': 'failed: it is damaged: its checksum is wrong',
      'twice.md': 'failed: the archive has more than one file of this name',
      link: 'failed: it is a link to what is not in the archive',
      'ok.md': 'ok',
    });
  });

  it('stops at a limit, and names what comes after it', async () => {
    const zip = zipOf([
      { name: 'a.md', content: 'one' },
      { name: 'bomb.txt', content: Buffer.alloc(40_000_000, 0x30) },
      { name: 'b.md', content: 'two' },
    ]);
    const why = 'limit: it unpacks to more than 200 times its size';
    expect(await inside(readZip, zip)).toEqual({ 'a.md': 'one', 'bomb.txt': why, 'b.md': why });
  });

  it('refuses what is cut off, and entries that lie over each other', async () => {
    const zip = zipOf([
      { name: 'a.md', content: 'one' },
      { name: 'b.md', content: 'two' },
    ]);
    const budget = Budget.of(DEFAULT_LIMITS);
    await expect(openZip(zip.subarray(0, zip.length - 30), budget)).rejects.toThrow(/^it is cut off/u);
    const over = zip.slice();
    const view = new DataView(over.buffer);
    const first = view.getUint32(over.length - 6, true);
    view.setUint32(first + 46 + 4 + 42, 0, true);
    await expect(openZip(over, budget)).rejects.toThrow(ReadError);
  });

  it('does not take an archive inside for one that is cut off around it', async () => {
    const inner = zipOf([{ name: 'a.md', content: 'one' }]);
    const cut = Buffer.concat([zipOf([{ name: 'x', content: 'y' }]).subarray(0, 20), inner]);
    await expect(openZip(new Uint8Array(cut), Budget.of(DEFAULT_LIMITS))).rejects.toThrow(/^it is cut off/u);
  });

  it('decodes names', async () => {
    const gbk = Uint8Array.from([0xb8, 0xdb, 0xbf, 0xda, 0xd5, 0xcb, 0xb1, 0xbe, 0x2e, 0x74, 0x78, 0x74]);
    const dos = Uint8Array.from([...Buffer.from('Pr'), 0x81, ...Buffer.from('fung.txt')]);
    expect(Object.keys(await inside(readZip, zipOf([{ name: gbk, content: 'x' }])))).toEqual(['港口账本.txt']);
    expect(Object.keys(await inside(readZip, zipOf([{ name: dos, content: 'x' }])))).toEqual(['Prüfung.txt']);
    expect(Object.keys(await inside(readZip, zipOf([{ name: '港口.md', content: 'x' }])))).toEqual(['港口.md']);
  });
});

describe('tar and gzip', () => {
  const tar = tarOf([
    ['docs/', '', '5'],
    ['docs/api.md', 'one'],
    ['docs/alias.md', '', '2', 'api.md'],
    ['out', '', '2', '../../etc/passwd'],
    ['tty', '', '3'],
    ['../evil.md', 'x'],
  ]);
  const found = {
    'docs/api.md': 'one',
    out: 'failed: it is a link to what is not in the archive',
    tty: 'failed: it is a device and no file',
    '__/evil.md': 'failed: its name leads out of the archive',
  };

  it('reads entries, and follows no link', async () => {
    expect(await inside(readTar, tar)).toEqual(found);
    expect(await inside(readGzip, gzipSync(tar), 'docs.tar.gz')).toEqual(found);
  });

  it('reads long names', async () => {
    const long = `${'folder/'.repeat(30)}api.md`;
    const gnu = tarOf([
      ['././@LongLink', `${long}\0`, 'L'],
      ['short', 'one'],
    ]);
    const record = ` path=${long}\n`;
    const length = record.length + 3;
    const pax = tarOf([
      ['pax', `${String(length)}${record}`, 'x'],
      ['short', 'one'],
    ]);
    expect(await inside(readTar, gnu)).toEqual({ [long]: 'one' });
    expect(await inside(readTar, pax)).toEqual({ [long]: 'one' });
  });

  it('gives what comes before a cut', async () => {
    const cut = tarOf([
      ['a.md', 'one'],
      ['b.md', 'x'.repeat(2000)],
    ]).subarray(0, 2000);
    const container = await readTar(cut, Budget.of(DEFAULT_LIMITS), 'a.tar');
    const paths: string[] = [];
    await expect(
      (async () => {
        for await (const inner of container.inside!) paths.push(inner.path);
      })(),
    ).rejects.toThrow(/^it is cut off inside of b\.md/u);
    expect(paths).toEqual(['a.md']);
  });

  it('unpacks one file, and refuses a part of one', async () => {
    expect(await inside(readGzip, gzipSync('one'), 'docs/api.md.gz')).toEqual({ 'api.md': 'one' });
    const whole = gzipSync('one, and more than one');
    await expect(inside(readGzip, whole.subarray(0, whole.length - 5))).rejects.toThrow(/^it is cut off/u);
  });
});

const API =
  '# Interface\n\nThe server MUST answer GET /items with 200 and a list. The client SHALL send a token.\n\n' +
  'A request without a token MUST be answered with 401, and one for an item that is not there with 404.\n\n' +
  'Each item has an id (string) and a price (integer, in cents).\n\n';

describe('in a folder', () => {
  const check = (zip: Uint8Array, more: Record<string, string> = {}): ReturnType<typeof checkFiles> =>
    checkFiles(
      new Map([
        ...filesOf({ 'INDEX.md': '# Set\n\n## Specifications\n- [All](set.zip)\n', ...more }),
        ['set.zip', zip],
      ]),
    );

  it('examines files inside as others, with the role of the archive', async () => {
    const { report, entries } = await check(
      zipOf([
        { name: 'docs/api.md', content: `${API}See [limits](limits.md) and [gone](gone.md).\n` },
        { name: 'docs/limits.md', content: API.replaceAll('list', 'page') },
      ]),
    );
    expect(report.documents.map(({ path, declared, archive }) => [path, declared, archive])).toEqual([
      ['set.zip', 'specification', true],
      ['set.zip!/docs/api.md', 'specification', undefined],
      ['set.zip!/docs/limits.md', 'specification', undefined],
    ]);
    expect(entries.map(({ path }) => path)).toEqual(['set.zip']);
    expect(report.findings.filter(({ check: id }) => id === 'not-placed' || id === 'missing')).toEqual([]);
    const dangling = report.findings.filter(({ check: id }) => id === 'dangling-file');
    expect(dangling.map(({ path }) => path)).toEqual(['set.zip!/docs/api.md']);
    expect(dangling[0]!.message).toContain('gone.md');
  });

  it('reads archives inside of archives', async () => {
    const { report } = await check(zipOf([{ name: 'in.zip', content: zipOf([{ name: 'api.md', content: API }]) }]));
    expect(report.documents.map(({ path }) => path)).toEqual(['set.zip', 'set.zip!/in.zip', 'set.zip!/in.zip!/api.md']);
    expect(report.documents.at(-1)!.outcome).toBe('read');
  });

  it('stops at the depth that is set', async () => {
    let zip = zipOf([{ name: 'api.md', content: API }]);
    for (let i = 0; i < 6; i++) zip = zipOf([{ name: 'in.zip', content: zip }]);
    const { report } = await check(zip);
    expect(report.verdict).toBe('CANNOT TELL');
    expect(report.documents.at(-1)).toMatchObject({ outcome: 'limit' });
  });

  it('cannot tell where a file inside could not be read', async () => {
    const { report } = await check(
      zipOf([
        { name: 'api.md', content: API },
        { name: 'b.md', content: 'x', flags: 1 },
      ]),
    );
    expect(report.verdict).toBe('CANNOT TELL');
    expect(report.reasons).toEqual(['set.zip!/b.md could not be read: it is encrypted']);
  });

  it('does not look into an archive whose paths would be those of other files', async () => {
    const { report } = await check(zipOf([{ name: 'api.md', content: API }]), { 'set.zip!/api.md': API });
    expect(report.documents.find(({ path }) => path === 'set.zip')).toMatchObject({ outcome: 'failed' });
    expect(report.documents.map(({ path }) => path)).toEqual(['set.zip', 'set.zip!/api.md']);
  });
});
