// Forms of zip, tar and gzip that are sound and seldom, and those that are made to be read in two ways.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readGzip, readTar, readZip } from './archive.ts';
import { inflate } from './inflate.ts';
import { Budget, DEFAULT_LIMITS } from './limits.ts';
import type { Reader } from './readers.ts';
import { extraField, oddTar, oddZip, pax, tarEntry, unicodePath, type OddFile } from './testing/odd-archive.ts';

async function inside(reader: Reader, bytes: Uint8Array, path = 'a.zip'): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  try {
    const container = await reader(bytes, Budget.of(DEFAULT_LIMITS), path);
    for await (const inner of container.inside!)
      found[inner.path] = 'bytes' in inner ? Buffer.from(inner.bytes).toString() : `${inner.outcome}: ${inner.why}`;
  } catch (error) {
    found['!'] = (error as Error).message;
  }
  return found;
}

const ONE: OddFile = { name: 'a.md', content: 'one and one and one' };
const TWO: OddFile = { name: 'b.md', content: 'two' };
const BOTH = { 'a.md': 'one and one and one', 'b.md': 'two' };
const zip = (files: readonly OddFile[], options = {}): Promise<Record<string, string>> =>
  inside(readZip, oddZip(files, options));

describe('sound zip archives', () => {
  it.each([
    ['64 bits for an entry', [{ ...ONE, wide: true }, TWO], {}],
    ['64 bits for the end', [ONE, TWO], { wide: true }],
    [
      '64 bits for all',
      [
        { ...ONE, wide: true },
        { ...TWO, wide: true },
      ],
      { wide: true },
    ],
    ['64 bits behind a program', [{ ...ONE, wide: true }, TWO], { wide: true, before: '#!/bin/sh\nexit\n' }],
    ['64 bits behind a program that moved all', [ONE, TWO], { wide: true, before: 'MZ'.repeat(500), shifted: true }],
    [
      'sizes behind the data',
      [
        { ...ONE, descriptor: 'signed' },
        { ...TWO, descriptor: 'bare' },
      ],
      {},
    ],
    ['sizes behind stored data', [{ ...ONE, descriptor: 'signed', method: 0 }, TWO], {}],
    [
      'stored',
      [
        { ...ONE, method: 0 },
        { ...TWO, method: 0 },
      ],
      {},
    ],
    ['a program before it', [ONE, TWO], { before: '#!/bin/sh\nunzip $0\n' }],
    ['a program before it that moved all', [ONE, TWO], { before: '#!/bin/sh\nunzip $0\n', shifted: true }],
    ['white space behind it', [ONE, TWO], { behind: '\n\n\0\0' }],
    ['a comment', [ONE, TWO], { comment: 'made by hand' }],
    ['extra fields that nobody knows', [{ ...ONE, extra: extraField(0x9999, 'x'.repeat(50)) }, TWO], {}],
    ['an extra field that ends too early', [{ ...ONE, extra: Uint8Array.from([1, 0, 99, 0, 1]) }, TWO], {}],
  ] as [string, OddFile[], object][])('%s', async (_, files, options) => {
    expect(await zip(files, options)).toEqual(BOTH);
  });

  it('of no file', async () => {
    expect(await zip([])).toEqual({});
  });

  it('with more entries than 16 bits count', async () => {
    const limits = { ...DEFAULT_LIMITS, entries: 100_000 };
    const files = Array.from({ length: 65_537 }, (__, i) => ({ name: `${String(i)}.md`, content: '', method: 0 }));
    const bytes = oddZip(files, { count: 1 });
    const container = await readZip(bytes, Budget.of(limits), 'a.zip');
    let count = 0;
    for await (const inner of container.inside!) if ('bytes' in inner) count++;
    expect(count).toBe(65_537);
  }, 60_000);
});

describe('names in a zip', () => {
  const GBK = Uint8Array.from([0xb8, 0xdb, 0xbf, 0xda, 0xd5, 0xcb, 0xb1, 0xbe, 0x2e, 0x74, 0x78, 0x74]);

  it('as UTF-8 beside a name in another encoding, where it belongs to that name', async () => {
    const of = (extra: Uint8Array): OddFile => ({ name: GBK, content: 'x', extra });
    expect(Object.keys(await zip([of(unicodePath('港口账本 (2).txt', GBK))]))).toEqual(['港口账本 (2).txt']);
    // of a name that it had before it was renamed by a program that does not know the field
    expect(Object.keys(await zip([of(unicodePath('old.txt', 'other.txt'))]))).toEqual(['港口账本.txt']);
    expect(Object.keys(await zip([of(unicodePath('', GBK))]))).toEqual(['港口账本.txt']);
  });

  it('do not lead out by way of that field', async () => {
    const found = await zip([{ name: 'a.md', content: 'x', extra: unicodePath('../../a.md', 'a.md') }]);
    expect(found).toEqual({ '__/__/a.md': 'failed: its name leads out of the archive' });
  });

  it('in GBK, whatever the flag says, and several in one set', async () => {
    const names = [GBK, Uint8Array.from([0xb2, 0xb4, 0xce, 0xbb, 0x2e, 0x6d, 0x64])];
    for (const flags of [0, 0x800])
      expect(Object.keys(await zip(names.map((name) => ({ name, content: 'x', flags }))))).toEqual([
        '港口账本.txt',
        '泊位.md',
      ]);
  });

  it('that are the same: none is taken for the file', async () => {
    const TWICE = 'failed: the archive has more than one file of this name';
    const twice = (one: string, other: string): Promise<Record<string, string>> =>
      zip([{ name: one, content: 'x' }, { name: other, content: 'y' }, TWO]);
    expect(await twice('a.md', 'a.md')).toEqual({ 'a.md': TWICE, 'b.md': 'two' });
    expect(await twice('d/a.md', './d//a.md')).toEqual({ 'd/a.md': TWICE, 'b.md': 'two' });
    // two files here, one on some systems: `name-collision` tells of it
    expect(await twice('a.md', 'A.md')).toEqual({ 'a.md': 'x', 'A.md': 'y', 'b.md': 'two' });
  });
});

describe('zip archives that lie', () => {
  it.each([
    ['of a stored size', [{ ...ONE, method: 0, size: 3 }, TWO], 'it has not the size that the list says'],
    ['of a stored size, larger', [{ ...ONE, method: 0, size: 3000 }, TWO], 'it has not the size that the list says'],
    ['of a size, larger', [{ ...ONE, size: 3000 }, TWO], 'it holds less than the 3000 bytes that the list says'],
    ['of a size, smaller', [{ ...ONE, size: 3 }, TWO], 'it holds more than the 3 bytes that the list says'],
    ['of a packed size', [{ ...ONE, packed: 5 }, TWO], 'it is cut off: its packed data ends too early'],
    ['of a checksum', [{ ...ONE, crc: 7 }, TWO], 'its checksum is wrong'],
    ['by a packing that is not read', [{ ...ONE, method: 14 }, TWO], 'it is packed by LZMA, which is not read here'],
    ['by encryption', [{ ...ONE, flags: 1 }, TWO], 'it is encrypted'],
    ['by encryption of AES', [{ ...ONE, method: 99 }, TWO], 'it is encrypted'],
  ] as [string, OddFile[], string][])('%s: the file fails, the rest is read', async (_, files, why) => {
    const found = await zip(files);
    expect(found['a.md']).toMatch(/^failed: /u);
    expect(found['a.md']).toContain(why);
    expect(found['b.md']).toBe('two');
  });

  it.each([
    ['one entry for two', [ONE, { ...TWO, offset: 0 }], {}, 'its files lie over each other'],
    ['into the next', [{ ...ONE, packed: 40 }, TWO], {}, 'its files lie over each other'],
    ['behind the list', [ONE, { ...TWO, offset: 4000 }], {}, 'its list of files is damaged'],
    ['of how many there are', [ONE, TWO], { count: 1 }, 'its list of files is damaged'],
    ['a hole of 64 bits', [{ ...ONE, wide: true, packed: 2 ** 52 }, TWO], {}, 'its list of files is damaged'],
    // Python takes it for an archive of no file
    ['a second end in the comment', [ONE], { comment: Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`) }, 'it is cut off'],
    ['one in front of another', [ONE], { before: oddZip([TWO]), shifted: true }, 'it is cut off'],
  ] as [string, OddFile[], object, string][])('%s: nothing is read', async (_, files, options, why) => {
    const found = await zip(files, options);
    expect(Object.keys(found)).toEqual(['!']);
    expect(found['!']).toContain(why);
  });
});

it('a zip that lies of where a file begins: the file fails, the rest is read', async () => {
  const found = await zip([{ ...ONE, offset: 0 }, TWO], { before: 'x'.repeat(100) });
  expect(found).toEqual({
    'a.md': 'failed: it is damaged: it does not begin where the list says',
    'b.md': 'two',
  });
});

describe('tar', () => {
  const tar = (...entries: Parameters<typeof oddTar>[0]): Promise<Record<string, string>> =>
    inside(readTar, oddTar(entries), 'a.tar');
  const long = `${'a folder of many letters/'.repeat(12)}接口.md`;

  it('with attributes of pax: path, size, target', async () => {
    expect(
      await tar(
        { name: 'g', type: 'g', content: pax({ comment: 'a commit' }) },
        { name: 'x', type: 'x', content: pax({ path: long, size: '3', mtime: '1.5' }) },
        { name: 'cut', content: 'one', size: 0 },
        { name: 'x', type: 'x', content: pax({ linkpath: long }) },
        { name: 'alias', type: '2', target: 'gone' },
        { name: 'b.md', content: 'two' },
      ),
    ).toEqual({ [long]: 'one', 'b.md': 'two' });
  });

  it('with long names and targets of GNU', async () => {
    expect(
      await tar(
        { name: '././@LongLink', type: 'L', content: `${long}\0`, form: 'gnu' },
        { name: long.slice(0, 99), content: 'one', form: 'gnu' },
        { name: '././@LongLink', type: 'K', content: `../${long}\0`, form: 'gnu' },
        { name: 'out', type: '2', target: 'x', form: 'gnu' },
        { name: 'b.md', content: 'two', form: 'gnu' },
      ),
    ).toEqual({ [long]: 'one', out: 'failed: it is a link to what is not in the archive', 'b.md': 'two' });
  });

  it('of old: without a mark, with a folder beside the name, with a size in bytes', async () => {
    expect(
      await tar(
        { name: 'a.md', content: 'one', form: 'v7', type: '\0' },
        { name: 'b.md', content: 'two', prefix: 'docs' },
        { name: 'c.md', content: 'three', binary: true, form: 'gnu' },
        { name: 'docs', form: 'v7', type: '5' },
      ),
    ).toEqual({ 'a.md': 'one', 'docs/b.md': 'two', 'c.md': 'three' });
  });

  it('with holes: told, whatever the form, and the rest is read', async () => {
    const HOLES = 'failed: it is stored with holes, which is not read here';
    const list = Buffer.alloc(512);
    list[504] = 1;
    const sparse = { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'd.md' };
    expect(
      await tar(
        { name: 'a.md', content: 'one', type: 'S', form: 'gnu' },
        // its list of holes goes on in two more blocks
        {
          name: 'c.md',
          content: 'one',
          type: 'S',
          form: 'gnu',
          put: [[482, 1]],
          between: Buffer.concat([list, Buffer.alloc(512)]),
        },
        { name: 'x', type: 'x', content: pax(sparse) },
        { name: 'GNUSparseFile.0/d.md', content: '0\n' },
        { name: 'b.md', content: 'two' },
      ),
    ).toEqual({ 'a.md': HOLES, 'c.md': HOLES, 'd.md': HOLES, 'b.md': 'two' });
  });

  it('with links and devices: told where they are no file of the archive', async () => {
    const LINK = 'failed: it is a link to what is not in the archive';
    const DEVICE = 'failed: it is a device and no file';
    expect(
      await tar(
        { name: 'docs/a.md', content: 'one' },
        { name: 'hard.md', type: '1', target: 'docs/a.md' },
        { name: 'soft.md', type: '2', target: './docs/../docs/a.md' },
        { name: 'folder', type: '2', target: 'docs' },
        { name: 'hard-out', type: '1', target: '/etc/passwd' },
        { name: 'soft-out', type: '2', target: '../../etc/passwd' },
        { name: 'char', type: '3' },
        { name: 'block', type: '4' },
        { name: 'pipe', type: '6' },
      ),
    ).toEqual({ 'docs/a.md': 'one', 'hard-out': LINK, 'soft-out': LINK, char: DEVICE, block: DEVICE, pipe: DEVICE });
  });

  it('with two files of one name: the later counts, as tar appends', async () => {
    expect(await tar({ name: 'a.md', content: 'old' }, { name: './a.md', content: 'new' })).toEqual({ 'a.md': 'new' });
  });

  it('with names in GBK', async () => {
    const name = Uint8Array.from([0xb8, 0xdb, 0xbf, 0xda, 0xd5, 0xcb, 0xb1, 0xbe, 0x2e, 0x74, 0x78, 0x74]);
    expect(await tar({ name, content: 'x' })).toEqual({ '港口账本.txt': 'x' });
  });

  it('with another archive behind its end: told, as other readers go on', async () => {
    const [one, other] = [oddTar([{ name: 'a.md', content: 'one' }]), oddTar([{ name: 'b.md', content: 'two' }])];
    expect(await inside(readTar, new Uint8Array(Buffer.concat([one, other])), 'a.tar')).toEqual({
      'a.md': 'one',
      '!': 'another archive follows behind its end, which is not read',
    });
    const padded = new Uint8Array(Buffer.concat([one, Buffer.alloc(8000)]));
    expect(await inside(readTar, padded, 'a.tar')).toEqual({ 'a.md': 'one' });
  });

  it('without an end, and with a damaged head', async () => {
    const [one, two] = [tarEntry({ name: 'a.md', content: 'one' }), tarEntry({ name: 'b.md', content: 'two' })];
    const open = new Uint8Array(Buffer.concat([one, two]));
    expect(await inside(readTar, open, 'a.tar')).toEqual({ 'a.md': 'one', 'b.md': 'two' });
    two[0]! ^= 1;
    expect(await inside(readTar, new Uint8Array(Buffer.concat([one, two])), 'a.tar')).toEqual({
      'a.md': 'one',
      '!': 'it is damaged: the head of a file has a wrong checksum',
    });
  });
});

describe('gzip', () => {
  const gzip = (bytes: Uint8Array): Promise<Record<string, string>> => inside(readGzip, bytes, 'a.md.gz');
  const members = (...texts: string[]): Buffer => Buffer.concat(texts.map((text) => gzipSync(text)));

  it('of several members is one file', async () => {
    expect(await gzip(new Uint8Array(members('one, ', '', 'two')))).toEqual({ 'a.md': 'one, two' });
  });

  it('of many small members takes no more room than they need', () => {
    const packed = Buffer.from([3, 0]);
    // the size is a guess of who wrote it: 4 GB
    const { bytes } = inflate(packed, 0, 2, 0xffffffff, () => {});
    expect([bytes.length, bytes.buffer.byteLength]).toEqual([0, 0]);
  });

  it('with a name, a remark and further fields in its head', async () => {
    const plain = gzipSync('one');
    const head = Buffer.from(plain.subarray(0, 10));
    head[3] = 4 | 8 | 16 | 2;
    const more = Buffer.from('\x03\x00abcname.md\0a remark\0\x12\x34', 'latin1');
    const bytes = new Uint8Array(Buffer.concat([head, more, plain.subarray(10)]));
    expect(await gzip(bytes)).toEqual({ 'a.md': 'one' });
    expect(await inside(readGzip, bytes, 'a.bin')).toEqual({ 'name.md': 'one' });
  });

  it('with zeros behind it is whole; with anything else it is not', async () => {
    const one = members('one');
    expect(await gzip(new Uint8Array(Buffer.concat([one, Buffer.alloc(500)])))).toEqual({ 'a.md': 'one' });
    expect(await gzip(new Uint8Array(Buffer.concat([one, Buffer.from('junk')])))).toEqual({
      '!': 'it is damaged: something else follows its packed data',
    });
  });

  it('with a wrong checksum or size fails', async () => {
    for (const at of [-1, -5]) {
      const one = new Uint8Array(members('one'));
      one[one.length + at]! ^= 1;
      expect(await gzip(one)).toEqual({ '!': 'it is damaged: its checksum is wrong' });
    }
  });
});

it('a zip entry that bears another name before its bytes than in the list is told', async () => {
  const bytes = oddZip([ONE, TWO]);
  bytes.set(Buffer.from('z'), 30);
  expect(await inside(readZip, bytes)).toEqual({
    'a.md': 'failed: it has two names: "z.md" stands before its bytes, and programs differ in which they show',
    'b.md': 'two',
  });
  // in another case, or hidden
  bytes.set(Buffer.from('A'), 30);
  expect(await inside(readZip, bytes)).toEqual(BOTH);
});
