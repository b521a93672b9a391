import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from './hash.ts';
import { fileHost, folderHost, hostOf } from './host.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seedcheck-host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Buffer): void => {
  writeFileSync(join(folder, name), content);
};

describe('hosts', () => {
  it('tell a folder from a file, and name it as given', async () => {
    put('a.md', 'x');
    mkdirSync(join(folder, 'sub'));
    expect(hostOf(`${folder}/`)).toMatchObject({ folder, alone: false });
    const file = hostOf(join(folder, 'a.md'));
    expect(file).toMatchObject({ folder: join(folder, 'a.md'), alone: true });
    expect(await file.list()).toEqual({
      files: [{ path: 'a.md', size: 1, ignoredBy: null }],
      aliases: [],
      faults: [],
      litter: [],
    });
    expect(Buffer.from(await file.bytes('a.md')).toString()).toBe('x');
  });

  it('follow a link that was given to them', async () => {
    put('a.md', 'x');
    symlinkSync('a.md', join(folder, 'link.md'));
    expect((await fileHost(join(folder, 'link.md')).list()).files.map((one) => one.path)).toEqual(['a.md']);
  });

  it('say in a sentence what they cannot check', () => {
    expect(() => hostOf(join(folder, 'none'))).toThrow(/^there is no .*none$/);
    expect(() => hostOf('/dev/null')).toThrow('/dev/null is neither a folder nor a file');
  });

  it('give texts with their line ends, without byte order mark', async () => {
    put('utf8.md', '\ufeffeins\r\nzwei\n');
    put('utf16.md', Buffer.from('\ufeff规范\n', 'utf16le'));
    put('nul.md', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]));
    const host = folderHost(folder);
    expect(await host.text('utf8.md')).toBe('eins\r\nzwei\n');
    expect(await host.text('utf16.md')).toBe('规范\n');
    await expect(Promise.resolve().then(() => host.text('nul.md'))).rejects.toThrow();
    await expect(Promise.resolve().then(() => host.text('none.md'))).rejects.toThrow('it vanished before it was read');
    expect(() => host.bytes('none.md')).toThrow('it vanished before it was read');
  });

  it('open a document again only if it is the same', async () => {
    put('a.md', '# Title\n\nText\n');
    const host = folderHost(folder);
    const same = await host.reopen('a.md', sha256(Buffer.from('# Title\n\nText\n')));
    expect(typeof same === 'string' ? same : same.text).toContain('Title');
    expect(await host.reopen('a.md', 'other')).toBe('it changed while it was checked');
    expect(await host.reopen('none.md', 'other')).toBe('it vanished before it was read');
  });
});
