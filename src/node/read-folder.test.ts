import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from './read-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seedcheck-list-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, content: string | Buffer = 'x'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const paths = (list: readonly { readonly path: string }[]): string[] => list.map((file) => file.path);

describe('readFolder', () => {
  it('lists files by code unit, with their sizes, folders deep', () => {
    put('b.md', '12345');
    put('a/z.md');
    put('a-b.md');
    put('B.md');
    put('规范/𝒳.md');
    put('规范/\uf900.md');
    expect(readFolder(root).files.map((file) => [file.path, file.size])).toEqual([
      ['B.md', 1],
      ['a-b.md', 1],
      ['a/z.md', 1],
      ['b.md', 5],
      ['规范/𝒳.md', 1],
      ['规范/\uf900.md', 1],
    ]);
  });

  it('tells litter once and does not walk it; what only looks like litter is a document', () => {
    put('.git/config');
    put('sub/.git', 'gitdir: ../.git');
    put('__MACOSX/._a.md');
    put('.DS_Store');
    put('Icon\r');
    put('sub/THUMBS.DB');
    put('._a.md', Buffer.from([0, 5, 0x16, 7, 0, 2]));
    put('._b.md', 'a document that hides');
    put('.~lock.a.odt#', ',me,');
    put('~$a.docx', Buffer.alloc(162));
    put('~$b.docx', Buffer.alloc(9000));
    put('.a.md.swp', 'b0VIM 9.0');
    put('.b.md.swp', 'words');
    put('.github/copilot-instructions.md');
    put('.cursorrules');
    put('a.md~');
    put('.env');
    symlinkSync('me@host.4711:17', join(root, '.#a.md'));
    const listing = readFolder(root);
    expect(listing.litter).toEqual([
      '.#a.md',
      '.DS_Store',
      '._a.md',
      '.a.md.swp',
      '.git',
      '.~lock.a.odt#',
      'Icon\r',
      '__MACOSX',
      'sub/.git',
      'sub/THUMBS.DB',
      '~$a.docx',
    ]);
    expect(paths(listing.files)).toEqual([
      '._b.md',
      '.b.md.swp',
      '.cursorrules',
      '.env',
      '.github/copilot-instructions.md',
      'a.md~',
      '~$b.docx',
    ]);
    expect(listing.faults).toEqual([]);
  });

  it('says which line ignores what, and still lists it', () => {
    put('.gitignore', '# drafts\ndrafts/\n*.tmp\n');
    put('.seedcheckignore', '!keep.tmp\n');
    put('drafts/a.md');
    put('drafts/deep/b.md');
    put('a.tmp');
    put('keep.tmp');
    put('sub/.gitignore', 'only.md');
    put('sub/only.md');
    put('only.md');
    expect(readFolder(root).files.map((file) => [file.path, file.ignoredBy])).toEqual([
      ['a.tmp', '.gitignore:3'],
      ['drafts/a.md', '.gitignore:2'],
      ['drafts/deep/b.md', '.gitignore:2'],
      ['keep.tmp', null],
      ['only.md', null],
      ['sub/only.md', 'sub/.gitignore:1'],
    ]);
  });

  it('takes no rule from above the folder', () => {
    put('.gitignore', '*');
    put('seeds/a.md');
    expect(readFolder(join(root, 'seeds')).files[0]?.ignoredBy).toBeNull();
  });

  it('says in one sentence why a folder cannot be read', () => {
    put('file.md');
    symlinkSync('loop', join(root, 'loop'));
    expect(() => readFolder(join(root, 'none'))).toThrow(/^there is no folder .*none$/);
    expect(() => readFolder(join(root, 'file.md'))).toThrow(/is not a folder$/);
    expect(() => readFolder(join(root, 'file.md/x'))).toThrow(/^there is no folder/);
    expect(() => readFolder(join(root, 'loop'))).toThrow(/leads in a circle$/);
    expect(() => readFolder(root, { maxEntries: 1 })).toThrow(/holds more than 1 files and folders/);
  });
});
