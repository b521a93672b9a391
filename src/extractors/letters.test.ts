/** RTF, old Word files, mail and notebooks: what is read, and what is told of files that cannot be. */
import { describe, expect, test } from 'vitest';
import { stringOf } from '../core/document.ts';
import { Budget, DEFAULT_LIMITS } from './limits.ts';
import { read, type Read } from './index.ts';
import { readMailbox } from './mail.ts';
import { cfbOf, docOf } from './testing/cfb.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function open(path: string, bytes: Uint8Array): Promise<Read> {
  const reading = await read({ path, bytes, sha256: '' });
  if (!('document' in reading)) throw new Error(`${reading.outcome}: ${reading.why ?? ''}`);
  return reading;
}
const textOf = async (path: string, bytes: Uint8Array): Promise<string> => (await open(path, bytes)).document.text;

async function insideOf(path: string, bytes: Uint8Array): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const { inside } = await open(path, bytes);
  if (inside)
    for await (const one of inside)
      files[one.path ?? ''] = 'bytes' in one ? Buffer.from(one.bytes).toString('latin1') : one.why;
  return files;
}

const rtf = (body: string): Uint8Array =>
  bytesOf(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\colortbl;\\red255\\green255\\blue255;}{\\info{\\title The title}}\n${body}}`,
  );

describe('RTF', () => {
  test.each<[string, string, string]>([
    ['paragraphs', 'One.\\par Two.\\par', 'One.\n\nTwo.'],
    ['the code page of the font', "{\\f1\\'cf\\'f0\\'e8}\\par", 'При'],
    ['the code page of the document', "\\'93yes\\'94\\par", '“yes”'],
    ['Unicode, and not what stands for it', '\\u20013?\\u25991?\\par', '中文'],
    ['two bytes that stand for one character', "{\\uc2\\u20013\\'a4\\'a4 x}\\par", '中 x'],
    ['characters beyond the first plane', '\\u-10179?\\u-8704?\\par', '😀'],
    ['signs by name', 'a\\emdash b\\~c\\par', 'a—b\u00a0c'],
    [
      'a table',
      '\\trowd\\intbl A\\cell B\\cell\\row\\trowd\\intbl C\\cell\\cell\\row\\pard After\\par',
      'A\tB\nC\n\nAfter',
    ],
    ['a list', '\\pard{\\listtext\\tab 1.\\tab}First\\par{\\listtext 2.\\tab}Second\\par', '1.\tFirst\n2.\tSecond'],
    ['a link and not its instruction', '{\\field{\\*\\fldinst HYPERLINK "other.md"}{\\fldrslt here}}\\par', 'here'],
    ['a note behind the text', 'Text{\\footnote The note.} goes on.\\par', 'Text goes on.\n\nThe note.'],
    ['no pictures and no groups that it does not know', 'a{\\pict 00ff}{\\*\\unheard b}c\\par', 'ac'],
    ['binary data passed over', 'a{\\pict\\bin5 }}{{{}b\\par', 'ab'],
  ])('%s', async (_, body, wanted) => {
    expect((await textOf('a.rtf', rtf(body))).trimEnd()).toBe(wanted);
  });

  test('hidden, white and deleted text, and remarks, are marked', async () => {
    const { document, title, links } = await open(
      'a.rtf',
      rtf('Seen {\\v hidden}{\\cf1 white}{\\deleted gone}{\\*\\atnauthor Ann}{\\*\\annotation Is it?}\\par'),
    );
    expect(document.marks?.map(({ kind, by, start, end }) => [kind, by, document.slice(start, end)])).toEqual([
      ['hidden', 'hidden text', 'hidden'],
      ['hidden', 'white text', 'white'],
      ['deleted', '', 'gone'],
      ['comment', 'Ann', 'Is it?'],
    ]);
    expect([title, links]).toEqual(['The title', []]);
  });

  test('a file that ends too early says so', async () => {
    const { document } = await open('a.rtf', rtf('One.\\par {\\b Two').slice(0, -1));
    expect(document.losses).toEqual([
      { at: document.units.length - 1, what: 'the end of the file', why: 'is missing: 2 groups are still open' },
    ]);
  });

  test('hostile texts take linear time and end', async () => {
    for (const body of [
      '{'.repeat(9000),
      '}'.repeat(1e6),
      '\\u'.repeat(5e5),
      "\\'".repeat(5e5),
      '\\cell'.repeat(2e5),
      '\\bin999999999 x',
      '\\footnote'.repeat(1e5),
    ])
      await read({ path: 'a.rtf', bytes: rtf(body), sha256: '' });
    expect((await read({ path: 'a.rtf', bytes: rtf('{'.repeat(20_000)), sha256: '' })).outcome).toBe('limit');
  });
});

describe('old Word files', () => {
  test('narrow and wide pieces, tables, fields', async () => {
    const doc = docOf('Head\rA\x07B\x07\x07\x13 HYPERLINK "x" \x14link\x15 end\r', '规范内容\rLast\r');
    expect(await textOf('a.doc', doc)).toBe('Head\n\nA\tB\n\nlink end\n\n规范内容\n\nLast\n');
  });
  test('footnotes have their number, in the text and before the note', async () => {
    const notes = '\x02 For an hour.\r\x02 On Sunday.\r';
    const doc = docOf('A lapse\x02 and a rest\x02.\r', notes, 0, notes.length);
    expect(await textOf('a.doc', doc)).toBe('A lapse[1] and a rest[2].\n\n[1] For an hour.\n\n[2] On Sunday.\n');
  });
  test.each<[string, Uint8Array, RegExp]>([
    ['encrypted', docOf('a\r', 'b', 0x0100), /is encrypted/],
    ['cut off', docOf('a\r', 'b'.repeat(9000)).slice(0, 6000), /is cut off/],
    [
      'without its table',
      cfbOf({ WordDocument: docOf('a', 'b').slice(512 * 3, 512 * 6) }),
      /table of its pieces is missing/,
    ],
    ['something else in the container', cfbOf({ Workbook: new Uint8Array(10) }), /xls|no reader|convert/i],
  ])('%s', async (_, bytes, why) => {
    const reading = await read({ path: 'a.doc', bytes, sha256: '' });
    expect('why' in reading ? reading.why : reading.outcome).toMatch(why);
  });
  test('damaged tables end', async () => {
    const whole = docOf('a\r', 'b\r');
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at]! + 0x5b) & 0xff;
      const reading = await read({ path: 'a.doc', bytes, sha256: '' });
      expect(reading.outcome).toMatch(/^(?:read|empty|failed|limit|unsupported|bytes)$/);
    }
  });
});

const MAIL =
  'From: =?ISO-2022-JP?B?GyRCRXRCZjxpGyhC?= <keeper@example.org>\r\nTo: office@example.org\r\nSubject: =?UTF-8?Q?Grenz=C3=BCberschreitung?=\r\n' +
  'Date: Wed, 09 Apr 2031 06:20:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' +
  '--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=93yes=94 =80 5\r\n\r\n> quoted\r\n' +
  '--b\r\nContent-Type: application/octet-stream; name="../../etc/a.bin"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n' +
  '--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\nSubject: inner\r\n\r\nInner.\r\n--b--\r\n';

describe('mail', () => {
  test('the header that a reader sees, and the body in its encoding', async () => {
    const { document, title } = await open('a.eml', bytesOf(MAIL));
    expect(document.text).toBe(
      'From: 灯台守 <keeper@example.org>\nTo: office@example.org\nDate: Wed, 09 Apr 2031 06:20:00 +0000\nSubject: Grenzüberschreitung\n\n“yes” € 5\n\n> quoted\n',
    );
    expect(title).toBe('Grenzüberschreitung');
  });
  test('what is attached lies inside, under safe names', async () => {
    expect(await insideOf('a.eml', bytesOf(MAIL))).toEqual({
      'a.bin': '\0\x01\x02',
      'part.eml': expect.stringContaining('Subject: inner') as string,
    });
  });
  test('an HTML part that says the same is not told twice, one that says something else is', async () => {
    const mail = (html: string): Uint8Array =>
      utf8(
        `From: a@b.c\nTo: d@e.f\nSubject: s\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nLimits apply here always\n--x\nContent-Type: text/html\n\n${html}\n--x--\n`,
      );
    expect(await textOf('a.eml', mail('<p>Limits apply <b>here</b> always</p>'))).not.toContain(
      'Limits apply here always\n\nLimits',
    );
    expect(await textOf('a.eml', mail('<p>Something else entirely</p>'))).toContain('Something else entirely');
  });
  test('a mailbox: each mail is a part, > before From goes', async () => {
    const box = bytesOf(
      `From a@b Wed Apr  9 06:20:00 2031\n${MAIL.replaceAll('\r', '')}\nFrom b@c Wed Apr  9 07:20:00 2031\nSubject: two\nFrom: b@c\nTo: x@y\n\nSecond.\n>From here.\n`,
    );
    const { document } = await open('a.mbox', box);
    expect(document.parts.map(({ label }) => label)).toEqual(['mail 1', 'mail 2']);
    expect(document.text).toContain('Second.\nFrom here.');
    expect(Object.keys(await insideOf('a.mbox', box))).toEqual(['mail 1/a.bin', 'mail 1/part.eml']);
  });
  test('what is no mailbox is told', async () => {
    await expect(readMailbox(bytesOf('nothing'), Budget.of(DEFAULT_LIMITS), 'a.mbox')).rejects.toThrow(
      'no mail begins',
    );
  });
});

describe('notebooks', () => {
  const notebook = (cells: unknown[]): Uint8Array =>
    utf8(JSON.stringify({ nbformat: 4, metadata: { kernelspec: { language: 'python' } }, cells }));
  test('cells in order, with links and places', async () => {
    const { document, links } = await open(
      'a.ipynb',
      notebook([
        { cell_type: 'markdown', source: ['# Limits\n', '\n', 'See [it](b.md).'] },
        { cell_type: 'code', source: 'print("```")', outputs: [{ text: ['```\n'] }] },
        { cell_type: 'code', source: '' },
      ]),
    );
    expect(document.text).toBe(
      '# Limits\n\nSee [it](b.md).\n\n````python\nprint("```")\n````\n\n````text\n```\n````\n',
    );
    expect(
      document.parts.map(({ label, start, end }) => [label, stringOf(document.units, start, end).slice(0, 8)]),
    ).toEqual([
      ['cell 1', '# Limits'],
      ['cell 2', '````pyth'],
    ]);
    expect(links).toEqual([{ target: 'b.md', line: 3, how: 'link' }]);
  });
  test('what is no notebook is read as JSON', async () => {
    expect(await textOf('a.ipynb', utf8('{"cells": 3, "a": 1}'))).toBe('{"cells": 3, "a": 1}');
    expect((await open('a.ipynb', utf8('{"nbformat": 4, "cells": []}'))).outcome).toBe('empty');
  });
});
