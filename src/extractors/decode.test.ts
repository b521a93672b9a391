import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringOf } from '../core/document.ts';
import { declaredEncoding, decode, type Decoded } from './decode.ts';

const FOLDER = new URL('../../fixtures/reading/encodings/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', FOLDER), 'utf8')) as Record<string, string>;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const textOf = (decoded: Decoded): string => stringOf(decoded.units, 0, decoded.units.length);

async function decoded(bytes: Uint8Array): Promise<Decoded> {
  const result = await decode(bytes);
  if ('failed' in result) throw new Error(result.failed);
  return result;
}

describe('one text a language in the encodings it was stored in', () => {
  test.each(Object.keys(truth))('%s', async (name) => {
    const result = await decoded(new Uint8Array(readFileSync(new URL(name, FOLDER))));
    expect(textOf(result)).toBe(truth[name]);
    expect(result.undecodable).toBe(0);
  });
});

const wide = (text: string, little: boolean, size: 2 | 4): Uint8Array => {
  const numbers =
    size === 2
      ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
      : Array.from(text, (c) => c.codePointAt(0)!);
  const bytes = new Uint8Array(numbers.length * size);
  const view = new DataView(bytes.buffer);
  for (const [i, number] of numbers.entries()) {
    if (size === 2) view.setUint16(i * 2, number, little);
    else view.setUint32(i * 4, number, little);
  }
  return bytes;
};

/** Text without CR (line ends are another property), NUL and controls (they make a file binary). */
const plain = fc
  .string({ unit: 'grapheme', maxLength: 300 })
  .map((text) => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/gu, ' '))
  .filter((text) => !text.startsWith('\ufeff'));

test('UTF-8, UTF-16 and UTF-32 with a mark come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(plain, fc.constantFrom('8', '16le', '16be', '32le', '32be'), async (text, kind) => {
      const whole = '\ufeff' + text;
      const bytes = kind === '8' ? bytesOf(whole) : wide(whole, kind.endsWith('le'), kind.startsWith('16') ? 2 : 4);
      const result = await decoded(bytes);
      expect(textOf(result)).toBe(text);
      expect(result).toMatchObject({ encoding: `utf-${kind}`, certain: true, bom: true, undecodable: 0 });
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('UTF-8 without a mark comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(plain, async (text) => {
      const result = await decoded(bytesOf(text));
      expect(textOf(result)).toBe(text);
      expect(result).toMatchObject({ encoding: 'utf-8', certain: true, bom: false });
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('LF, CRLF and CR give the same units, in every encoding', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        plain.map((text) => text.replaceAll('\n', '')),
        { minLength: 2, maxLength: 6 },
      ),
      fc.constantFrom('8', '16', '32'),
      async (lines, kind) => {
        const results = await Promise.all(
          ['\n', '\r\n', '\r'].map((end) => {
            const text = '\ufeff' + lines.join(end);
            return decoded(kind === '8' ? bytesOf(text) : wide(text, true, kind === '16' ? 2 : 4));
          }),
        );
        expect(results.map(textOf)).toEqual([lines.join('\n'), lines.join('\n'), lines.join('\n')]);
        expect(results.map(({ newline }) => newline)).toEqual(['lf', 'crlf', 'cr']);
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

test('mixed line ends, and none', async () => {
  expect((await decoded(bytesOf('a\nb\r\nc'))).newline).toBe('mixed');
  expect((await decoded(bytesOf('a'))).newline).toBe('none');
});

test('any bytes: never throws, and units or a reason come out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const result = await decode(bytes);
      if ('failed' in result) expect(result.failed).not.toBe('');
      else expect(result.units.length).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('broken UTF-8 is counted as the standard says, and stays UTF-8 while most of it is sound', async () => {
  const sound = bytesOf('漢字'.repeat(20));
  const cut = await decoded(sound.subarray(0, sound.length - 1));
  expect(cut).toMatchObject({ encoding: 'utf-8', undecodable: 1 });
  expect(textOf(cut).endsWith('\ufffd')).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (junk) => {
      // Enough sound text around it that it is not taken for something else.
      const head = bytesOf('漢字'.repeat(60));
      const bytes = new Uint8Array([...head, ...junk.filter((byte) => byte >= 0x20), ...head]);
      const result = await decoded(bytes);
      expect(textOf(result)).toBe(new TextDecoder('utf-8').decode(bytes));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('binary: NULs, controls', async () => {
  expect(await decode(new Uint8Array([1, 2, 3, 0, 0, 5, 200, 1]))).toMatchObject({ binary: true });
  expect(await decode(new Uint8Array(100).fill(1))).toMatchObject({ binary: true });
  // One stray NUL in a long text is damage, not another format.
  expect(await decoded(bytesOf('text '.repeat(500) + '\0' + ' more'))).toMatchObject({ encoding: 'utf-8' });
});

test('what a file declares counts before a guess, if it fits', async () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const body = latin('<p>\xd0\xd2\xcb\xd7\xc5\xd4</p>');
  const join = (head: string): Uint8Array => new Uint8Array([...latin(head), ...body]);
  expect(await decoded(join('<meta charset="koi8-r">'))).toMatchObject({ encoding: 'koi8-r', certain: true });
  expect(await decoded(join('<?xml version="1.0" encoding="windows-1251"?>'))).toMatchObject({
    encoding: 'windows-1251',
    certain: true,
  });
  expect(declaredEncoding(latin('# -*- coding: latin-1 -*-\n'))).toBe('latin-1');
  expect(declaredEncoding(latin('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'))).toBe(
    'gb2312',
  );
  expect(declaredEncoding(latin('no such thing'))).toBeNull();
});
