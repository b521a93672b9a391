import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionOf, formatOf } from './format.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : [...part])),
  );

const TEXT = bytes('Just some words, and a few more.\n');

describe('by extension', () => {
  test.each([
    ['a.md', 'markdown'],
    ['b/A.MARKDOWN', 'markdown'],
    ['a.mdx', 'markdown'],
    ['a.txt', 'text'],
    ['a.html', 'html'],
    ['a.xhtml', 'html'],
    ['a.rst', 'rst'],
    ['a.adoc', 'asciidoc'],
    ['a.tex', 'tex'],
    ['a.csv', 'csv'],
    ['a.tsv', 'tsv'],
    ['a.json', 'json'],
    ['a.ipynb', 'notebook'],
    ['a.yaml', 'yaml'],
    ['a.yml', 'yaml'],
    ['a.toml', 'toml'],
    ['a.xml', 'xml'],
    ['a.xsd', 'xml'],
    ['a.wsdl', 'xml'],
    ['a.proto', 'proto'],
    ['a.graphql', 'graphql'],
    ['a.sql', 'sql'],
    ['a.abnf', 'abnf'],
    ['a.py', 'code'],
    ['a.rs', 'code'],
    ['Makefile', 'code'],
    ['README', 'text'],
    ['a.mediawiki', 'mediawiki'],
    ['a.org', 'org'],
    ['a.log', 'log'],
    ['a.unheard', 'text'],
    ['v1.2', 'text'],
    ['a.asc', 'text'],
  ])('%s is %s', (path, format) => {
    expect(formatOf(path, TEXT)).toMatchObject({ reading: 'text', format });
  });
});

describe('by content', () => {
  test.each([
    ['a.pdf', bytes('%PDF-1.7\n', [0xe2, 0xe3]), 'unsupported', 'pdf'],
    ['a.docx', bytes('PK\x03\x04', new Array<number>(26).fill(0), 'word/document.xml'), 'unsupported', 'docx'],
    ['a.zip', bytes('PK\x03\x04', new Array<number>(26).fill(0), 'hello.txt'), 'unsupported', 'zip'],
    [
      'a.epub',
      bytes('PK\x03\x04', new Array<number>(26).fill(0), 'mimetypeapplication/epub+zip'),
      'unsupported',
      'epub',
    ],
    ['a.rtf', bytes('{\\rtf1 x}'), 'unsupported', 'rtf'],
    ['a.gz', bytes([0x1f, 0x8b, 8, 0]), 'unsupported', 'gz'],
    ['a.7z', bytes([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0]), 'unsupported', '7z'],
    ['a.eml', bytes('From: a@b\nTo: c@d\nSubject: x\nDate: y\n\nbody'), 'unsupported', 'eml'],
    ['a.mbox', bytes('From a@b Mon\nFrom: a@b\nTo: c@d\nSubject: x\n\nbody'), 'unsupported', 'mbox'],
    ['a.png', bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'bytes', 'png'],
    ['a.svg', bytes('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"></svg>'), 'bytes', 'svg'],
    ['a.xml', bytes('<svg xmlns="x"></svg>'), 'bytes', 'svg'],
    ['a.1', bytes('.\\" comment\n.TH A 1\n.SH NAME\n'), 'text', 'roff'],
    ['a.asc', bytes('= Title\n\nwords\n'), 'text', 'asciidoc'],
    ['a.asc', bytes('-----BEGIN PGP MESSAGE-----\n\nabc\n'), 'text', 'text'],
    ['a.dat', TEXT, 'text', 'text'],
  ] as const)('%s', (path, content, reading, format) => {
    expect(formatOf(path, content)).toMatchObject({ reading, format });
  });

  test.each([
    ['page.txt', '<!DOCTYPE html><html><body>Log in</body></html>', 'html', 'plain text'],
    ['spec.pdf', '<html><head><title>Sign in</title></head></html>', 'html', 'PDF'],
    ['spec.docx', 'Only words in here.', 'text', 'Word document (docx)'],
    ['spec.md', '%PDF-1.4 \x00\xff', 'pdf', 'Markdown'],
  ])('%s says another thing than it holds', (path, content, format, wrongExtension) => {
    expect(formatOf(path, bytes(content))).toMatchObject({ format, wrongExtension });
  });

  test.each([
    ['a.docm', bytes('PK\x03\x04', new Array<number>(26).fill(0), 'word/document.xml')],
    ['a.tgz', bytes([0x1f, 0x8b, 8, 0])],
    ['a.jpeg', bytes([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['a.htm', bytes('<!doctype html>')],
    ['a.txt', TEXT],
    ['a.svg', bytes('<svg/>')],
  ] as const)('%s is what it says', (path, content) => {
    expect(formatOf(path, content).wrongExtension).toBeUndefined();
  });

  test('words at the beginning of a text are no magic', () => {
    for (const word of ['GIF89a is a format', 'ID3 tags', 'BM', 'MZ', 'RIFF', 'PAR1 of four'])
      expect(formatOf('a.txt', bytes(word + ' and more text')).reading).toBe('text');
  });
});

test('a page about HTML in Markdown stays Markdown, code stays code', () => {
  expect(formatOf('a.md', bytes('# HTML\n\n<html> is the root')).format).toBe('markdown');
  expect(formatOf('a.vue', bytes('<html></html>')).format).toBe('code');
});

test('any bytes under any name: never throws', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('a', 'a.md', 'a.pdf', 'a.doc', 'a.1', 'a.png', 'a.eml', '.x', 'a.constructor', 'toString'),
      (content, path) => {
        expect(formatOf(path, content).format).not.toBe('');
      },
    ),
  );
});

test('extensions', () => {
  expect(extensionOf('a/b.c/d')).toBe('');
  expect(extensionOf('a/b.MD')).toBe('md');
});
