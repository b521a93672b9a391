import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOfPath,
  checkPath,
  decodePath,
  displayPath,
  encodePath,
  isUtf8Path,
  pathFromBytes,
  percentDecode,
  rawPath,
} from './paths.ts';

const FULL = process.env['SEEDCHECK_FULL'] === '1';
const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);

describe('names as bytes', () => {
  it.each([
    [[0x61, 0x2e, 0x6d, 0x64], 'a.md'],
    [[0xc3, 0xa9], 'é'],
    [[0xe9], '\udce9'],
    [[0xc0, 0xaf], '\udcc0\udcaf'],
    [[0xed, 0xa0, 0x80], '\udced\udca0\udc80'],
    [[0xf0, 0x9f, 0x98, 0x80], '😀'],
    [[0xf0, 0x9f, 0x98], '\udcf0\udc9f\udc98'],
    [[0xf4, 0x90, 0x80, 0x80], '\udcf4\udc90\udc80\udc80'],
    [[0xe0, 0x80, 0x80], '\udce0\udc80\udc80'],
    [[0xff, 0x0a], '\udcff\n'],
  ])('%j', (list, path) => {
    expect(pathFromBytes(Uint8Array.from(list))).toBe(path);
    expect([...bytesOfPath(path)]).toEqual(list);
  });

  it('tells and shows names that are not UTF-8', () => {
    const path = pathFromBytes(bytes(0x61, 0xe9, 0x2e, 0x6d, 0x64));
    expect(isUtf8Path(path)).toBe(false);
    expect(isUtf8Path('é😀.md')).toBe(true);
    expect(displayPath(path)).toBe('a\ufffd.md');
    expect(displayPath('é.md')).toBe('é.md');
    expect(rawPath(path)).toBe('a%E9.md');
    expect(rawPath('é b.md')).toBe('%C3%A9%20b.md');
  });
});

describe('paths in links', () => {
  it.each([
    ['a.md', 'a.md'],
    ['a b.md', 'a%20b.md'],
    ['a(1).md', 'a%281%29.md'],
    ['a%0A.md', 'a%250A.md'],
    ['a\nb.md', 'a%0Ab.md'],
    ['a#b?c|d`e.md', 'a%23b%3Fc%7Cd%60e.md'],
    ['Núñez.md', 'Núñez.md'],
    ['Nu\u0301n\u0303ez.md', 'Nu\u0301n\u0303ez.md'],
    ['规范/接口.md', '规范/接口.md'],
    ['المواصفات ١.md', 'المواصفات%20١.md'],
    ['a—b.md', 'a%E2%80%94b.md'],
    ['😀.md', '%F0%9F%98%80.md'],
    ['\udce9.md', '%E9.md'],
    ['~a_b-c.md', '~a_b-c.md'],
  ])('%j is written %s', (path, written) => {
    expect(encodePath(path)).toBe(written);
    expect(decodePath(written)).toEqual({ path });
  });

  it.each([
    ['./a.md', 'a.md'],
    ['a//b.md', 'a/b.md'],
    ['a/./b.md', 'a/b.md'],
    ['rfcs/', 'rfcs/'],
    ['./rfcs//', 'rfcs/'],
    ['./', './'],
    ['.', './'],
    ['api.md#errors', 'api.md'],
    ['api.md?raw=1#x', 'api.md'],
    ['100%.md', '100%.md'],
    ['a%2fb.md', 'a/b.md'],
    ['a%2528.md', 'a%28.md'],
    ['..a/b..md', '..a/b..md'],
    ['a\\b.md', 'a\\b.md'],
  ])('%s reads as %s', (written, path) => expect(decodePath(written)).toEqual({ path }));

  it.each([
    ['../a.md', /\.\./],
    ['a/../../b.md', /\.\./],
    ['a/../b.md', /\.\./],
    ['%2e%2e/a.md', /\.\./],
    ['..', /\.\./],
    ['/etc/passwd', /absolute/],
    ['%2fetc/passwd', /absolute/],
    ['//host/share', /computer/],
    ['\\\\host\\share', /computer/],
    ['\\x.md', /absolute/],
    ['..\\x.md', /\.\./],
    ['a\\..\\..\\x.md', /\.\./],
    ['C:\\x.md', /drive/],
    ['c:/x.md', /drive/],
    ['a%00.md', /NUL/],
    ['', /empty/],
    ['#top', /empty/],
  ])('%s is refused', (written, why) => expect(decodePath(written).fault).toMatch(why));

  it('decodes once', () => {
    expect(decodePath('%252e%252e/a.md')).toEqual({ path: '%2e%2e/a.md' });
    expect(percentDecode('%25E9')).toBe('%E9');
  });

  it('takes a name that lies in the folder, whatever it looks like', () => {
    for (const name of ['\\x.md', 'c:\\x.md', 'a\\..\\x.md', 'C:'])
      expect(decodePath(encodePath(name), (path) => path === name)).toEqual({ path: name });
    expect(checkPath('c:\\x.md').fault).toMatch(/drive/);
  });
});

describe('generated names', () => {
  const hard = [
    '\n',
    '%0A',
    ')',
    '(',
    '#',
    '?',
    '|',
    '`',
    '``',
    '[',
    ']',
    '<',
    '>',
    ' ',
    '\r',
    '\t',
    '%',
    '%25',
    '%2F',
    '\\',
  ];
  const words = [
    'Núñez',
    'Nu\u0301n\u0303ez',
    '规范',
    'é',
    'e\u0301',
    '가',
    '\u1100\u1161',
    'ß',
    'İ',
    '😀',
    'a',
    'Z',
    '.',
    '-',
    '~',
    ':',
    '..x',
  ];
  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.uint8Array({ min: 1, max: 255, minLength: 1, maxLength: 12 }) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...hard, ...words), { minLength: 1, maxLength: 6 })
        .map((list) => bytesOfPath(list.join(''))),
    },
    { weight: 1, arbitrary: fc.uint8Array({ min: 1, max: 255, minLength: 255, maxLength: 255 }) },
  );
  const name = fc
    .array(segment, { minLength: 1, maxLength: 3 })
    .map((segments) =>
      segments
        .map((list) => list.map((byte) => (byte === 0x2f ? 0x5f : byte)))
        .map((list) => (isDots(list) ? bytes(0x61) : list)),
    )
    .map((segments) => join(segments));

  it('round-trip through memory and through a link', () => {
    fc.assert(
      fc.property(name, (raw) => {
        const path = pathFromBytes(raw);
        if (!same(bytesOfPath(path), raw)) throw new Error('bytes');
        const written = encodePath(path);
        if (!/^[^\s()<>[\]`|#?\\]*$/.test(written)) throw new Error('Markdown in a link');
        const read = decodePath(written, (candidate) => candidate === path);
        if (read.path !== path) throw new Error('link');
        const blind = decodePath(written);
        if (blind.path !== path && !/^[A-Za-z]:|\\/.test(path)) throw new Error('link, without the folder');
        if (isUtf8Path(path) !== (displayPath(path) === path)) throw new Error('display');
        if (!same(bytesOfPath(percentDecode(rawPath(path))), raw)) throw new Error('raw');
      }),
      { numRuns: FULL ? 1_000_000 : 20_000 },
    );
  }, 1_200_000);
});

function isDots(list: Uint8Array): boolean {
  return (list.length === 1 || list.length === 2) && list.every((byte) => byte === 0x2e);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function join(segments: readonly Uint8Array[]): Uint8Array {
  const parts: number[] = [];
  segments.forEach((list, i) => parts.push(...(i > 0 ? [0x2f] : []), ...list));
  return Uint8Array.from(parts);
}
