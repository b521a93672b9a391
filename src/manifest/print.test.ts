import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { ContentPrint } from '../core/types.ts';
import {
  chainMarks,
  fromBase64,
  prefixOf,
  prefixOfPrints,
  printOf,
  readChain,
  readSketch,
  similarity,
  toBase64,
} from './print.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function bytesPrint(bytes: Uint8Array): ContentPrint {
  return printOf(bytes, sha(bytes), null, sha);
}

function textPrint(text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): ContentPrint {
  const bytes = Buffer.from(text, encoding);
  return printOf(
    bytes,
    sha(bytes),
    createDocument({
      path: 'a.md',
      format: 'markdown',
      encoding: encoding === 'utf8' ? 'utf-8' : 'utf-16le',
      decoding: { told: encoding === 'utf8' ? 'utf-8' : 'mark', declared: null, faults: 0, places: [] },
      text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
    }),
    sha,
  );
}

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh .,\nçüé中文表格'), maxLength: 400 });

describe('line ends, mark and white space', () => {
  test('do not change what they should not', () => {
    fc.assert(
      fc.property(word, (text) => {
        const a = textPrint(text);
        const crlf = textPrint(text.replaceAll('\n', '\r\n'));
        const cr = textPrint(text.replaceAll('\n', '\r'));
        const bom = textPrint(`\uFEFF${text}`);
        const spaced = textPrint(text.replaceAll('.', '.\u3000\u00a0 \u2003').replaceAll(',', '\t,'));
        expect([crlf.lines, cr.lines, crlf.plain, bom.plain]).toEqual([a.lines, a.lines, a.plain, a.plain]);
        expect(bom.lines).not.toBe(a.lines);
        expect(textPrint(`\uFEFF${text.replaceAll('\n', '\r\n')}`).lines).toBe(bom.lines);
        expect([crlf.dense, cr.dense, bom.dense, spaced.dense]).toEqual([a.dense, a.dense, a.dense, a.dense]);
        expect([crlf.chain, bom.chain]).toEqual([a.chain, a.chain]);
        expect([crlf.sketch, bom.sketch, spaced.sketch]).toEqual([a.sketch, a.sketch, a.sketch]);
      }),
    );
  });

  test('every other change changes all three', () => {
    const a = textPrint('The limit is 30 per minute.\n');
    const b = textPrint('The limit is 80 per minute.\n');
    expect([b.lines === a.lines, b.plain === a.plain, b.dense === a.dense]).toEqual([false, false, false]);
  });

  test('bytes without text have line ends but no dense text; bytes with NUL have neither', () => {
    expect(bytesPrint(Buffer.from('%PDF a\r\nb'))).toMatchObject({
      plain: bytesPrint(Buffer.from('%PDF a\nb')).plain,
      dense: null,
    });
    expect(bytesPrint(Buffer.from('a\0b'))).toMatchObject({ lines: null, plain: null, dense: null });
  });

  test('UTF-16 text is compared without white space too', () => {
    expect(textPrint('a b\r\nc', 'utf16le').dense).toBe(textPrint('ab\n  c', 'utf16le').dense);
    expect(textPrint('a b\r\nc', 'utf16le').dense).not.toBe(textPrint('a b\r\nd', 'utf16le').dense);
  });

  test('the text that was read out of a container is not the whole of it: no claim is made by it', () => {
    const bytes = Buffer.from('PK\0\0 any');
    const text = createDocument({ path: 'a.docx', format: 'docx', encoding: 'utf-8', text: 'The same words.' });
    expect(printOf(bytes, sha(bytes), text, sha).dense).toBe(null);
  });

  test('content beyond one block is hashed block by block, wherever the line ends fall', () => {
    const lf = Buffer.from('0123456789abcdefghijklmnopq\n'.repeat(100_000));
    const crlf = Buffer.from('0123456789abcdefghijklmnopq\r\n'.repeat(100_000));
    const text = createDocument({ path: 'a', format: 'text', encoding: 'utf-8', text: lf.toString() });
    const a = printOf(lf, sha(lf), text, sha);
    const b = printOf(crlf, sha(crlf), text, sha);
    expect({ ...b, size: 0, sha256: '' }).toEqual({ ...a, size: 0, sha256: '' });
  });
});

describe('the chain', () => {
  test('marks: dense enough everywhere, few enough in all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, where) => {
          const marks = chainMarks(length);
          expect(marks.at(-1)).toBe(length);
          expect(marks.length).toBeLessThanOrEqual(300);
          const cut = Math.floor(where * length);
          const before = marks.filter((mark) => mark <= cut).at(-1) ?? 0;
          expect((cut - before) * 4).toBeLessThanOrEqual(Math.min(cut, length - cut) + 3);
          if (length <= 24_000) expect(cut - before).toBeLessThanOrEqual(256);
        },
      ),
    );
  });

  test('a beginning is known as one, to the nearest mark; an older beginning exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), fc.nat(), (bytes, at) => {
        const cut = at % bytes.length;
        const print = bytesPrint(bytes);
        const marks = chainMarks(readChain(print.chain)!.length);
        const piece = bytes.subarray(0, cut);
        fc.pre(bytes[cut - 1] !== 13 && (bytes[0] !== 0xef || cut > 3));
        const prefix = prefixOf(piece, print)!;
        expect(prefix.agreed).toBe(marks.filter((mark) => mark <= prefix.length).at(-1) ?? 0);
        expect(prefixOf(bytes, bytesPrint(piece))).toMatchObject({ agreed: prefix.length, oldLength: prefix.length });
        expect(prefixOfPrints(bytesPrint(piece), print)!.agreed).toBeLessThanOrEqual(prefix.agreed);
      }),
    );
  });

  test('says where the agreement ends', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `line ${i} of the table\n`);
    const old = textPrint(lines.join(''));
    lines[300] = 'another line\n';
    const prefix = prefixOf(Buffer.from(lines.join('')), old)!;
    expect(prefix.agreedLine).toBeGreaterThan(290);
    expect(prefix.agreedLine).toBeLessThanOrEqual(301);
    expect(prefix.differsLine).toBeGreaterThanOrEqual(301);
    expect(prefix.differsLine).toBeLessThan(315);
  });
});

describe('the sketch', () => {
  const rows = (seed: number): string[] =>
    Array.from(
      { length: 300 },
      (_, i) =>
        `${(seed * 7919 + i * 104_729).toString(36)} shall ${((i + seed) * 15_485_863).toString(36)} within ${i * seed} ms`,
    );

  test('an edit is similar, another document is not', () => {
    const a = rows(3);
    const edited = a.map((row, i) => (i % 10 < 3 ? row.replace('shall', 'must not') : row));
    const [x, y, z] = [a.join('\n'), edited.join('\n'), rows(5).join('\n')].map((text) =>
      readSketch(textPrint(text).sketch)!,
    );
    expect(similarity(x!, x!)).toBe(1);
    expect(similarity(x!, y!)).toBeGreaterThan(0.4);
    expect(similarity(x!, z!)).toBeLessThan(0.15);
  });

  test('too little text has none', () => {
    expect(textPrint('Hello.').sketch).toBe('');
  });
});

test('base64 there and back; nothing else is read', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(fromBase64(toBase64(bytes))).toEqual(bytes)));
  fc.assert(
    fc.property(
      fc.uint8Array(),
      (bytes) => void expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64url')),
    ),
  );
  expect([fromBase64('A'), fromBase64('AB=='), fromBase64('A B '), fromBase64('AB')]).toEqual([null, null, null, null]);
});

test('a print of an ordinary document is small in the seal', () => {
  const print = textPrint('One line of an ordinary document, as they come.\n'.repeat(200));
  expect(print.chain.length + print.sketch.length).toBeLessThan(900);
});
