import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { ContentPrint } from '../core/types.ts';
import { bytesOfPath, pathFromBytes } from './paths.ts';
import { printOf } from './print.ts';
import { barePrint, parseSeal, printSeal } from './seal.ts';

const FULL = process.env['SEEDCHECK_FULL'] === '1';
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function print(text: string | Uint8Array, read = true): ContentPrint {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const document =
    read && typeof text === 'string' ? createDocument({ path: 'a', format: 'text', encoding: 'utf-8', text }) : null;
  return printOf(bytes, sha(bytes), document, sha);
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const parse = (content: string): ReturnType<typeof parseSeal> => parseSeal(Buffer.from(content));
const paths = (content: string): string[] => parse(content).files.map((file) => file.path);
const faults = (content: string): string[] =>
  parse(content).faults.map((fault) => `${fault.level} ${fault.place.line}`);

const SEALED = printSeal([
  { path: 'b.md', print: print('Second document, a line of it.\r\nAnd another one.\r\n') },
  { path: 'a.md', print: print('First.\n') },
  { path: 'pic.png', print: print(new Uint8Array([1, 0, 2]), false) },
]);

describe('writing', () => {
  test('one line a file, sorted, the rest in comments', () => {
    const lines = text(SEALED).split('\n');
    expect(lines.filter((line) => !line.startsWith('#') && line !== '').map((line) => line.slice(64))).toEqual([
      '  a.md',
      '  b.md',
      '  pic.png',
    ]);
    expect(lines[0]).toMatch(/^# seedcheck seal 1, prints 1, 3 files\./);
  });

  test('read back, it is what was written', () => {
    const seal = parseSeal(SEALED);
    expect(seal.faults).toEqual([]);
    expect(seal.files.map((file) => file.print)).toEqual([
      print('First.\n'),
      print('Second document, a line of it.\r\nAnd another one.\r\n'),
      print(new Uint8Array([1, 0, 2]), false),
    ]);
    expect(printSeal(seal.files)).toEqual(SEALED);
  });
});

describe('reading what others write', () => {
  test('binary marks, BSD lines, capitals, CRLF, comments, empty lines', () => {
    expect(
      paths(`${A} *bin\n${A.toUpperCase()}  x y\nSHA256 (bsd (1).md) = ${B}\n# note\n\n${A}  ./dot/slash.md\n`),
    ).toEqual(['bin', 'bsd (1).md', 'dot/slash.md', 'x y']);
    expect(paths(`${A}  a.md\r\n${B}  b.md\r\n`)).toEqual(['a.md', 'b.md']);
    expect(paths(`${A}  a\r\n${B}  b\n`)).toEqual(['a\r', 'b']);
    expect(faults(`\uFEFF${A}  a.md\n`)).toEqual([]);
    expect(parse(`${A}  a.md\n`)).toMatchObject({ reader: null, files: [{ line: 1, print: barePrint(A) }] });
  });

  test('leading spaces of a name are part of it', () => {
    expect(paths(`${A}   lead\n${A} **star\n`)).toEqual([' lead', '*star']);
  });
});

describe('faults', () => {
  test('a line that cannot be read is a stop at its line, never passed over', () => {
    expect(faults(`${A}  a\n${A.slice(1)}  b\nhello\n`)).toEqual(['stop 2']);
    expect(parse(`${A}  a\nhello\nworld\n`).faults[0]!.related).toHaveLength(1);
    expect(faults(`${'c'.repeat(32)}  md5\n`)).toEqual(['stop 1']);
    expect(faults(`\\${A}  a\\x\n`)).toEqual(['stop 1']);
  });

  test('paths that leave the folder', () => {
    for (const path of ['../a', '/a', 'a/../../b', 'a//b', 'a/'])
      expect([path, faults(`${A}  ${path}\n`)]).toEqual([path, ['stop 1']]);
  });

  test('the same path twice', () => {
    expect(faults(`${A}  a\n${A}  a\n`)).toEqual(['look 2']);
    expect(faults(`${A}  a\n${B}  a\n`)).toEqual(['stop 2']);
  });

  test('nothing in it', () => {
    expect(faults('')).toEqual(['stop 1']);
    expect(faults('# only a comment\n')).toEqual(['stop 1']);
  });

  test('marks of a merge', () => {
    const [first, ...rest] = text(SEALED).split('\n');
    expect(
      faults([first, '<<<<<<< ours', `${A}  a.md`, '=======', `${B}  a.md`, '>>>>>>> theirs', ...rest].join('\n')),
    ).toEqual(['stop 2']);
  });

  test('a line lost, cut, changed or added', () => {
    const lines = text(SEALED).split('\n').slice(0, -1);
    for (let i = 0; i < lines.length; i++) {
      if (i === 1) continue;
      const without = lines.toSpliced(i, 1).join('\n');
      expect([lines[i], parse(without).faults.some((fault) => fault.level === 'stop')]).toEqual([lines[i], true]);
      expect(parse(lines.slice(0, i).join('\n')).faults.some((fault) => fault.level === 'stop')).toBe(true);
    }
    expect(faults([...lines.slice(0, 3), `${A}  more.md`, ...lines.slice(3)].join('\n'))).toEqual(['stop 10']);
    expect(faults([...lines].sort().join('\n'))).toEqual([]);
    expect(faults(lines.join('\r\n'))).toEqual([]);
  });

  test('a seal of another version still says which files changed', () => {
    const seal = parse(text(SEALED).replace('prints 1', 'prints 9'));
    expect(seal.files).toHaveLength(3);
    expect(seal.files[0]!.print).toEqual(barePrint(sha(Buffer.from('First.\n'))));
    expect(seal.faults.map((fault) => fault.level)).toEqual(['note']);
  });
});

const nameBytes = fc
  .uint8Array({ minLength: 1, maxLength: 24 })
  .map((bytes) => bytes.map((byte) => (byte === 0 || byte === 0x2f ? 0x5c : byte)))
  .filter((bytes) => !['.', '..'].includes(Buffer.from(bytes).toString('latin1')));

describe('properties', () => {
  test('any bytes are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void parseSeal(bytes)),
      { numRuns: FULL ? 20_000 : 500 },
    );
    const pieces = fc.array(
      fc.constantFrom(
        A,
        '  ',
        ' *',
        '\n',
        '\r\n',
        'a.md',
        '#= ',
        '# end of seal, 1 files, ',
        '\\',
        'SHA256 (',
        ') = ',
        '<<<<<<< a',
        '=======',
        '-',
        '= ',
        '0000000000000000',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => void parse(parts.join(''))),
      { numRuns: FULL ? 50_000 : 1000 },
    );
  });

  test('names of any bytes come back', () => {
    const base = print('x');
    const list = fc.uniqueArray(nameBytes, {
      minLength: 1,
      maxLength: 100,
      selector: (bytes) => Buffer.from(bytes).toString('latin1'),
    });
    fc.assert(
      fc.property(list, (names) => {
        const written = printSeal(names.map((name) => ({ path: pathFromBytes(name), print: base })));
        const seal = parseSeal(written);
        expect(seal.faults).toEqual([]);
        expect(new Set(seal.files.map((file) => Buffer.from(bytesOfPath(file.path)).toString('latin1')))).toEqual(
          new Set(names.map((name) => Buffer.from(name).toString('latin1'))),
        );
      }),
      { numRuns: FULL ? 20_000 : 100 },
    );
  });
});

describe.skipIf(process.platform !== 'linux')('GNU sha256sum', () => {
  test('accepts what is written, and what it writes is read', () => {
    const names = [
      'a\nb.md',
      'back\\slash.md',
      ' lead.md',
      'trail ',
      'cr\r.md',
      '*star',
      '#hash',
      '-',
      '--x',
      'café.md',
      'cafe\u0301.md',
      '%0A',
      '\\n',
      '名前.md',
      ...['ff', '66fffe2e6d64'].map((hex) => pathFromBytes(Buffer.from(hex, 'hex'))),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'seal-'));
    try {
      const bytes = (path: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), bytesOfPath(path)]);
      for (const name of names) writeFileSync(bytes(name), name);
      writeFileSync(join(folder, 'INDEX.sha256'), printSeal(names.map((path) => ({ path, print: print(path) }))));
      const run = spawnSync('sha256sum', ['-c', '--strict', '--warn', 'INDEX.sha256'], {
        cwd: folder,
        env: { ...process.env, LC_ALL: 'C' },
      });
      expect([run.status, run.stderr.toString()]).toEqual([0, '']);
      expect(run.stdout.toString().match(/: OK$/gm)).toHaveLength(names.length);

      const theirs = parseSeal(
        execFileSync('sh', ['-c', 'rm INDEX.sha256; sha256sum ./*; sha256sum --tag ./*'], { cwd: folder }),
      );
      expect(theirs.faults.every((fault) => fault.message.endsWith('with the same hash'))).toBe(true);
      expect(theirs.files.map((file) => file.path)).toEqual([...names].sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
