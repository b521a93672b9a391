import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineColumn } from '../core/locate.ts';
import { isEmpty, read, type ReadResult } from './index.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const reading = (path: string, content: string | Uint8Array): Promise<ReadResult> =>
  read({ path, bytes: typeof content === 'string' ? bytes(content) : content, sha256: '' });

describe('outcomes', () => {
  test.each<readonly [string, string | Uint8Array, Partial<ReadResult>]>([
    ['a.md', '# A\n', { outcome: 'read', format: 'markdown' }],
    ['a.md', '', { outcome: 'empty', format: 'markdown' }],
    ['a.md', '\ufeff \r\n\t\u200b\u3000\n', { outcome: 'empty' }],
    ['a.html', '<html><body><script>x()</script></body></html>', { outcome: 'empty', format: 'html' }],
    ['a.pdf', '', { outcome: 'empty', format: 'pdf' }],
    ['a.pdf', '%PDF-1.7\n\xe2', { outcome: 'failed', format: 'pdf' }],
    ['a.txt', new Uint8Array(400).map((_, i) => (i * 7919) % 251), { outcome: 'failed', format: 'text' }],
    ['a.unheard', new Uint8Array(400).map((_, i) => (i * 7919) % 251), { outcome: 'bytes', format: 'binary' }],
    ['a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), { outcome: 'bytes', format: 'png' }],
    ['a.svg', '<svg xmlns="x"><text>words</text></svg>', { outcome: 'bytes', format: 'svg' }],
    [
      'page.pdf',
      '<!doctype html><title>Sign in</title><p>Please sign in',
      { outcome: 'read', format: 'html', wrongExtension: 'PDF' },
    ],
  ])('%s %j', async (path, content, expected) => {
    expect(await reading(path, content)).toMatchObject(expected);
  });

  test('a text over the limit is not read', async () => {
    const source = { path: 'a.txt', bytes: bytes('words '.repeat(10)), sha256: '' };
    expect(await read(source, { textBytes: 20 })).toMatchObject({ outcome: 'limit', format: 'text' });
  });

  test('empty', () => {
    const units = (text: string): Uint16Array => Uint16Array.from(text, (c) => c.charCodeAt(0));
    expect([units(''), units(' \n\u00a0\u200b\ufeff\0'), units('.'), units('\u0301')].map(isEmpty)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('links of other formats', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a.rst',
      '.. image:: p.png\n.. include:: q.rst\n\n`w <r.rst>`_ and `u <https://x.y>`_\n\n.. _t: s.pdf\n',
      ['p.png', 'q.rst', 'r.rst', 's.pdf'],
    ],
    [
      'a.adoc',
      'include::b.adoc[]\n\nimage::c.png[]\n\nlink:d.pdf[D] xref:e.adoc#f[E] <<g.adoc#h,G>> <<inner>>\n',
      ['b.adoc', 'c.png', 'd.pdf', 'e.adoc', 'g.adoc'],
    ],
    ['a.tex', '\\input{b}\n% \\input{no}\n\\includegraphics[width=1cm]{c.png}\n', ['b.tex', 'c.png']],
    ['a.yaml', "a:\n  $ref: './b.yaml#/x'\nc:\n  $ref: '#/local'\n", ['./b.yaml']],
    ['a.json', '{"$ref": "b.json#/x", "c": "d.md"}', ['b.json']],
    ['a.txt', 'See errors.md for the list. It mentions other.md too.', ['errors.md']],
    ['a.py', 'open("errors.md")  # see errors.md', []],
  ])('%s', async (path, content, targets) => {
    const result = await reading(path, content);
    expect('links' in result ? result.links.map(({ target }) => target) : null).toEqual(targets);
  });
});

describe('titles', () => {
  test.each([
    ['a.json', '{"openapi": "3.0.0", "info": {"title": "Payments", "version": "1"}}', 'Payments'],
    ['a.yaml', 'openapi: 3.0.0\ninfo:\n  title: Payments API\n', 'Payments API'],
    ['a.json', '{"a": 1}', null],
    ['a.csv', 'a,b\n1,2\n', null],
    [
      'a.txt',
      'Network Working Group         J. Doe\nRequest for Comments: 1       X\n\n\n         Host Software\n\n1. Introduction\n\nWords.\n',
      'Host Software',
    ],
    ['a.rst', 'Top\n===\n', 'Top'],
    ['a.html', '<h1>Head <b>x</b></h1>', 'Head x'],
  ])('%s %j', async (path, content, title) => {
    const result = await reading(path, content);
    expect('title' in result ? result.title : undefined).toBe(title);
  });
});

// The sample is not kept in the repository; where it lies beside it, it is read.
const SAMPLE = new URL('../../../shared/seeds/000_0b122be793e1ea71.txt', import.meta.url);

test.runIf(existsSync(SAMPLE))(
  'the sample this project was started from reads whole, its cut last line too',
  async () => {
    const result = await reading('000_0b122be793e1ea71.txt', new Uint8Array(readFileSync(SAMPLE)));
    if (!('document' in result)) throw new Error(result.outcome);
    const { document } = result;
    expect(document.text.endsWith('&lt;p')).toBe(true);
    expect(lineColumn(document, document.units.length - 1).line).toBe(283);
  },
);

test('any bytes under any name: an outcome, never an error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: 'binary', maxLength: 200 }).map(bytes)),
      fc.constantFrom(
        'md',
        'html',
        'txt',
        'rst',
        'adoc',
        'tex',
        'json',
        'yaml',
        'xml',
        'csv',
        '1',
        'pdf',
        'eml',
        'svg',
        'unheard',
        'mediawiki',
        'org',
        'proto',
      ),
      async (content, extension) => {
        const result = await reading('a.' + extension, content);
        if ('document' in result) expect(result.document.units.length).toBeGreaterThanOrEqual(0);
        else expect(['bytes', 'unsupported', 'failed', 'limit']).toContain(result.outcome);
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);
