import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from './hash.ts';
import { findRoot, type Root } from './open.ts';
import { readFolder } from './read-folder.ts';
import { answersTo, writeWhole } from './write.ts';

let folder: string;
let root: Root;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seedcheck-write-'));
  root = findRoot(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const hash = (text: string): string => sha256(bytes(text));
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

describe('writeWhole', () => {
  it('makes a new file and leaves nothing else', () => {
    writeWhole(root, 'INDEX.md', bytes('# New\n'), null);
    expect(readdirSync(folder)).toEqual(['INDEX.md']);
    expect(text('INDEX.md')).toBe('# New\n');
    expect(statSync(at('INDEX.md')).nlink).toBe(1);
  });

  it('replaces a file and keeps its mode', () => {
    writeFileSync(at('INDEX.md'), 'old');
    chmodSync(at('INDEX.md'), 0o640);
    writeWhole(root, 'INDEX.md', bytes('new'), hash('old'));
    expect(text('INDEX.md')).toBe('new');
    expect(statSync(at('INDEX.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['INDEX.md']);
  });

  it('writes in a folder below, under any name', () => {
    mkdirSync(at('规范'));
    writeWhole(root, '规范/é\udcff.md', bytes('x'), null);
    expect(readFolder(folder).files).toEqual([{ path: '规范/é\udcff.md', size: 1, ignoredBy: null }]);
  });

  it.each([
    [
      'a change meanwhile',
      () => writeFileSync(at('INDEX.md'), 'by hand'),
      hash('old'),
      /^INDEX.md was not written: it changed meanwhile/,
    ],
    ['a file that came meanwhile', () => writeFileSync(at('INDEX.md'), 'by hand'), null, /it is there already$/],
    ['a file that went', () => undefined, hash('old'), /it was taken away meanwhile/],
    ['a folder of that name', () => mkdirSync(at('INDEX.md')), null, /something that is not a file has its name$/],
    ['a link', () => symlinkSync('elsewhere', at('INDEX.md')), null, /it is a symbolic link/],
  ])('refuses over %s', (_, prepare, was, message) => {
    prepare();
    const before = readdirSync(folder);
    expect(() => writeWhole(root, 'INDEX.md', bytes('new'), was)).toThrow(message);
    expect(readdirSync(folder)).toEqual(before);
    if (lstatSync(at('INDEX.md'), { throwIfNoEntry: false })?.isFile()) expect(text('INDEX.md')).toBe('by hand');
  });

  it('does not write through a folder that leads out', () => {
    const outside = mkdtempSync(join(tmpdir(), 'seedcheck-outside-'));
    symlinkSync(outside, at('sub'));
    expect(() => writeWhole(root, 'sub/INDEX.md', bytes('x'), null)).toThrow(/leads out/);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('breaks a hard link and does not write into the other name', () => {
    writeFileSync(at('copy.md'), 'old');
    linkSync(at('copy.md'), at('INDEX.md'));
    writeWhole(root, 'INDEX.md', bytes('new'), hash('old'));
    expect(text('copy.md')).toBe('old');
  });

  it('says in words why it cannot', () => {
    expect(() => writeWhole(root, `${'x'.repeat(300)}.md`, bytes('x'), null)).toThrow(
      /was not written: its path is longer than the system allows$/,
    );
    expect(() => writeWhole(root, 'none/INDEX.md', bytes('x'), null)).toThrow(/was not written: it is gone$/);
  });

  it('has litter as its temporary names', () => {
    writeFileSync(at('.seedcheck-123-0.tmp'), 'half');
    expect(readFolder(folder)).toMatchObject({ files: [], litter: ['.seedcheck-123-0.tmp'] });
  });
});

describe('answersTo', () => {
  it('finds the name in any case and Unicode form', () => {
    for (const name of ['index.MD', 'INDEX.md', 'index.txt', 'STRASSE', 'e\u0301.md']) writeFileSync(at(name), '');
    expect(answersTo(root, 'INDEX.md')).toEqual(['INDEX.md', 'index.MD']);
    expect(answersTo(root, 'straße')).toEqual(['STRASSE']);
    expect(answersTo(root, '\u00e9.md')).toEqual(['e\u0301.md']);
    expect(answersTo(root, 'none.md')).toEqual([]);
    symlinkSync('nothing', at('None.md'));
    expect(answersTo(root, 'none.md')).toEqual(['None.md']);
  });
});
