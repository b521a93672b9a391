// Folders that a stranger made, built here because git could not carry them. Real processes and threads run from dist.
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesOfPath } from '../src/manifest/paths.ts';
import { findRoot, openSource, readInside } from '../src/node/open.ts';
import { readFolder } from '../src/node/read-folder.ts';

const linux = process.platform === 'linux';
const root = process.getuid?.() === 0;
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const dist = (module: string): string => fileURLToPath(new URL(`../dist/${module}`, import.meta.url));
/** A module by itself, as tsc makes it. */
const built = (module: string): string => fileURLToPath(new URL(`../.cache/modules/${module}`, import.meta.url));

let top: string;
let folder: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'seedcheck-hostile-'));
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(top, 'f-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The path on disk, as bytes: names here are not always UTF-8. */
const at = (path: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), bytesOfPath(path)]);
function put(path: string, content: string | Buffer = 'x'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(at(path), content);
}
const listed = (): string[] => readFolder(folder).files.map((file) => file.path);

describe('links', () => {
  it('are told and never followed', () => {
    put('a.md');
    put('real/b.md');
    put('.git/config');
    writeFileSync(join(top, 'secret.txt'), 'outside');
    symlinkSync('a.md', join(folder, 'alias.md'));
    symlinkSync('alias.md', join(folder, 'alias-of-alias.md'));
    symlinkSync('real', join(folder, 'folder-alias'));
    symlinkSync('..', join(folder, 'real/up'));
    symlinkSync('../real/b.md', join(folder, 'real/same.md'));
    symlinkSync('../secret.txt', join(folder, 'out.md'));
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('nothing\n.md', join(folder, 'broken.md'));
    symlinkSync('loop2', join(folder, 'loop1'));
    symlinkSync('loop1', join(folder, 'loop2'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('a.md/b', join(folder, 'through-file.md'));
    symlinkSync('.git/config', join(folder, 'hidden.md'));
    const listing = readFolder(folder);
    expect(listing.files.map((file) => file.path)).toEqual(['a.md', 'real/b.md']);
    expect(listing.aliases).toEqual([
      { path: 'alias-of-alias.md', target: 'a.md' },
      { path: 'alias.md', target: 'a.md' },
      { path: 'folder-alias', target: 'real' },
      { path: 'real/same.md', target: 'real/b.md' },
      { path: 'real/up', target: '.' },
    ]);
    expect(listing.faults).toEqual([
      { path: 'broken.md', kind: 'link-broken', why: 'the link leads to nothing: nothing\n.md' },
      { path: 'etc', kind: 'link-out', why: 'the link leads out of the folder: /etc' },
      { path: 'hidden.md', kind: 'link-out', why: 'the link leads into .git, which is not checked: .git/config' },
      { path: 'loop1', kind: 'link-broken', why: 'the link leads in a circle: loop2' },
      { path: 'loop2', kind: 'link-broken', why: 'the link leads in a circle: loop1' },
      { path: 'out.md', kind: 'link-out', why: 'the link leads out of the folder: ../secret.txt' },
      { path: 'self', kind: 'link-broken', why: 'the link leads in a circle: self' },
      { path: 'through-file.md', kind: 'link-broken', why: 'the link leads to nothing: a.md/b' },
    ]);
  });

  it('in place of the folder itself are followed', () => {
    put('a.md');
    const link = join(top, 'to-folder');
    symlinkSync(folder, link);
    try {
      expect(readFolder(link).files).toHaveLength(1);
      expect(readFolder(`${link}/`).files).toHaveLength(1);
    } finally {
      unlinkSync(link);
    }
  });

  it('that took the place of a file or folder after the listing are not followed', () => {
    put('a.md');
    put('sub/b.md');
    const outside = mkdtempSync(join(top, 'outside-'));
    writeFileSync(join(outside, 'b.md'), 'outside');
    const here = findRoot(folder);
    unlinkSync(at('a.md'));
    symlinkSync(join(outside, 'b.md'), at('a.md'));
    renameSync(join(folder, 'sub'), join(folder, 'was'));
    symlinkSync(outside, join(folder, 'sub'));
    expect(openSource(here, 'a.md')).toEqual({
      outcome: 'failed',
      why: 'it became a symbolic link before it was read',
      size: 0,
    });
    expect(openSource(here, 'sub/b.md')).toEqual({
      outcome: 'failed',
      why: 'its folder became a link that leads out',
      size: 0,
    });
    expect(openSource(here, '../secret.txt')).toMatchObject({ outcome: 'failed' });
    expect(openSource(here, 'x/../../secret.txt')).toMatchObject({ outcome: 'failed' });
    expect(openSource(here, 'a\0b')).toMatchObject({ outcome: 'failed' });
  });
});

describe.skipIf(!linux)('what is no file', () => {
  it('is told and never opened', async () => {
    put('a.md');
    spawnSync('mkfifo', [join(folder, 'pipe.md'), join(folder, '.gitignore'), join(folder, '._x')]);
    if (root) spawnSync('mknod', [join(folder, 'device.md'), 'c', '1', '5']);
    const server = createServer().listen(join(folder, 'socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const listing = readFolder(folder);
      expect(listing.files.map((file) => file.path)).toEqual(['a.md']);
      expect(listing.faults.map((fault) => `${fault.path} ${fault.kind}: ${fault.why}`)).toEqual([
        '._x special: it is a named pipe, not a file',
        '.gitignore special: it is a named pipe, not a file',
        ...(root ? ['device.md special: it is a device, not a file'] : []),
        'pipe.md special: it is a named pipe, not a file',
        'socket.md special: it is a socket, not a file',
      ]);
      for (const path of ['pipe.md', 'socket.md', 'device.md'].slice(0, root ? 3 : 2))
        expect(openSource(findRoot(folder), path)).toEqual({
          outcome: 'failed',
          why: 'it is not a regular file',
          size: 0,
        });
    } finally {
      server.close();
    }
  }, 10_000);
});

describe.skipIf(!linux)('names', () => {
  const long = '规'.repeat(85); // 255 bytes
  const names = [
    'line\nfeed.md',
    'tab\tand\x1b[31mcolour.md',
    '%0A.md',
    '%2e%2e%2fup.md',
    ' ',
    '-rf',
    '#.md',
    'a?b.md',
    '(x).md',
    'a\\b.md',
    'C:.md',
    'caf\u00e9.md',
    'cafe\u0301.md',
    '\udcff.md',
    'a\udce8\udca7.md',
    '\udced\udca0\udc80',
    long,
    'x'.repeat(255),
    '\u202etxt.exe',
    '...',
    '..hidden.md',
    '\u{1F4C4}',
  ];

  it('of any bytes are listed and opened', () => {
    for (const name of names) {
      writeFileSync(at(name), name);
      mkdirSync(at(`d${name}`.slice(0, 84)), { recursive: true });
      writeFileSync(at(`${`d${name}`.slice(0, 84)}/in`), '');
    }
    const expected = [...names, ...new Set(names.map((name) => `${`d${name}`.slice(0, 84)}/in`))].sort();
    expect(listed()).toEqual(expected);
    const here = findRoot(folder);
    for (const name of names) expect(readInside(here, name)).toEqual(new Uint8Array(Buffer.from(name)));
  });

  it('go through ignore files byte by byte', () => {
    writeFileSync(at('.gitignore'), Buffer.from('6361662a0aff2a0a', 'hex')); // caf*, \xff*
    for (const name of ['caf\u00e9.md', '\udcff.md', 'other\udcff.md']) writeFileSync(at(name), '');
    expect(
      readFolder(folder)
        .files.filter((file) => file.ignoredBy !== null)
        .map((file) => file.path),
    ).toEqual(['caf\u00e9.md', '\udcff.md']);
  });
});

describe('depth and number', () => {
  it('300 folders deep', () => {
    const path = `${'d/'.repeat(300)}a.md`;
    put(path);
    expect(listed()).toEqual([path]);
    expect(readInside(findRoot(folder), path)).toBeInstanceOf(Uint8Array);
  });

  it.skipIf(!linux)('deeper than the system has paths', () => {
    // made by steps, as no path reaches it
    const script = `import os\nos.chdir(${JSON.stringify(folder)})\nfor i in range(30):\n  os.mkdir('n' * 250)\n  os.chdir('n' * 250)\nopen('a.md', 'w').close()`;
    if (spawnSync('python3', ['-c', script]).status !== 0) return;
    try {
      const { files, faults } = readFolder(folder);
      expect(files).toEqual([]);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({
        kind: 'unreadable',
        why: expect.stringContaining('its path is longer than the system allows') as string,
      });
    } finally {
      spawnSync('rm', ['-rf', join(folder, 'n'.repeat(250))]);
    }
  });

  it('10,000 files in one folder', () => {
    for (let i = 0; i < 10_000; i++) closeSync(openSync(join(folder, `${i}.md`), 'w'));
    const started = performance.now();
    expect(listed()).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(5000);
  }, 30_000);
});

describe('files that move', () => {
  it('while they are read are told', () => {
    put('grows.md', Buffer.alloc(8 << 20, 'x'));
    put('shrinks.md', Buffer.alloc(8 << 20, 'x'));
    put('rewritten.md', 'x'.repeat(1000));
    const here = findRoot(folder);
    // room() is asked for between the look at the file and the reading of it
    const moving = (path: string, move: () => void): unknown =>
      openSource(here, path, {
        room: (size) => {
          move();
          return new Uint8Array(size);
        },
      });
    expect(moving('grows.md', () => appendFileSync(at('grows.md'), 'y'))).toMatchObject({
      outcome: 'failed',
      why: 'it changed while it was read',
    });
    expect(moving('shrinks.md', () => truncateSync(at('shrinks.md'), 5))).toMatchObject({
      why: 'it changed while it was read',
    });
    let n = 0;
    const rewrite = (): void => {
      const fd = openSync(at('rewritten.md'), 'r+');
      writeSync(fd, String(n++));
      closeSync(fd);
    };
    expect(moving('rewritten.md', rewrite)).toMatchObject({ why: 'it changed while it was read' });
  });

  it('that hold still at the second look are read', () => {
    put('a.md', 'old');
    let first = true;
    const source = openSource(findRoot(folder), 'a.md', {
      room: (size) => {
        if (first) appendFileSync(at('a.md'), 'er');
        first = false;
        return new Uint8Array(size);
      },
    });
    expect('bytes' in source && Buffer.from(source.bytes).toString()).toBe('older');
  });

  it('away are told', () => {
    put('a.md');
    const here = findRoot(folder);
    unlinkSync(at('a.md'));
    expect(openSource(here, 'a.md')).toEqual({ outcome: 'failed', why: 'it vanished before it was read', size: 0 });
    rmSync(folder, { recursive: true });
    expect(openSource(here, 'a.md')).toEqual({ outcome: 'failed', why: 'it vanished before it was read', size: 0 });
    expect(() => readFolder(folder)).toThrow(/^there is no folder/);
  });

  it('beyond the limit are not read', () => {
    put('a.md', 'x'.repeat(100));
    expect(openSource(findRoot(folder), 'a.md', { maxBytes: 99 })).toEqual({
      outcome: 'limit',
      why: 'it is larger than 99 bytes, the most that is read of one file',
      size: 100,
    });
  });

  it.skipIf(!linux)('a sparse file of 8 TB costs nothing', () => {
    put('a.md');
    if (spawnSync('truncate', ['-s', '8T', join(folder, 'a.md')]).status !== 0) return;
    expect(openSource(findRoot(folder), 'a.md')).toMatchObject({ outcome: 'limit', size: 8 * 2 ** 40 });
  });
});

describe.skipIf(!linux)('without permission', () => {
  // root may read everything, so as another user
  const asNobody = root ? { uid: 65534, gid: 65534 } : {};
  it('files and folders are told', () => {
    put('a.md');
    put('closed.md');
    put('sub/b.md');
    put('list/c.md');
    spawnSync('chmod', ['755', top, folder]);
    spawnSync('chmod', ['000', join(folder, 'closed.md'), join(folder, 'sub')]);
    spawnSync('chmod', ['744', join(folder, 'list')]);
    const script = `
      import { readFolder } from ${JSON.stringify(built('node/read-folder.js'))};
      import { findRoot, openSource } from ${JSON.stringify(built('node/open.js'))};
      const listing = readFolder(${JSON.stringify(folder)});
      console.log(JSON.stringify([listing.files.map((file) => file.path), listing.faults, openSource(findRoot(${JSON.stringify(folder)}), 'closed.md')]));`;
    try {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        ...asNobody,
        cwd: '/',
        encoding: 'utf8',
      });
      if (run.status !== 0 && /EACCES|permission denied|Cannot find/i.test(run.stderr)) return; // the repository is closed to others
      expect(JSON.parse(run.stdout)).toEqual([
        ['a.md', 'closed.md'],
        [
          { path: 'list/c.md', kind: 'unreadable', why: 'it cannot be looked at: permission denied' },
          { path: 'sub', kind: 'unreadable', why: 'the folder cannot be looked into: permission denied' },
        ],
        { outcome: 'failed', why: 'it cannot be read: permission denied', size: 0 },
      ]);
    } finally {
      spawnSync('chmod', ['-R', '755', folder]);
    }
  });
});

describe.skipIf(!linux || !has('strace'))('seen from the system', () => {
  it('nothing outside the folder is opened', () => {
    put('a.md');
    put('sub/b.md');
    put('.gitignore', '*.tmp');
    mkdirSync(join(folder, 'sub/.git'));
    symlinkSync('/etc/passwd', join(folder, 'sub/out.md'));
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('../../../../../../etc/hostname', join(folder, 'up.md'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const script = `
      import { readFolder } from ${JSON.stringify(built('node/read-folder.js'))};
      import { findRoot, openSource } from ${JSON.stringify(built('node/open.js'))};
      import { statSync } from 'node:fs';
      const mark = (name) => statSync('/seedcheck-' + name, { throwIfNoEntry: false });
      mark('begin');
      const root = findRoot(${JSON.stringify(folder)});
      const listing = readFolder(${JSON.stringify(folder)});
      for (const file of [...listing.files, ...listing.aliases, ...listing.faults.filter((fault) => fault.kind !== 'special')]) openSource(root, file.path);
      for (const path of ['../outside', '/etc/passwd', 'etc/passwd', 'sub/../../x']) openSource(root, path);
      mark('end');`;
    const log = join(top, 'strace.log');
    const run = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-e',
        'trace=open,openat,openat2,creat,execve,stat,statx,newfstatat',
        '-o',
        log,
        process.execPath,
        '--input-type=module',
        '-e',
        script,
      ],
      { encoding: 'utf8' },
    );
    if (run.status !== 0 && /ptrace|not permitted/i.test(run.stderr)) return; // not allowed here
    expect(run.stderr).toBe('');
    const lines = readFileSync(log, 'utf8').split('\n');
    const from = lines.findIndex((line) => line.includes('/seedcheck-begin'));
    const to = lines.findIndex((line) => line.includes('/seedcheck-end'));
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    const opened = lines
      .slice(from, to)
      .filter((line) => /\b(?:open|openat|openat2|creat|execve)\(/.test(line) && !/= -1 /.test(line))
      .map((line) => /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line);
    expect(opened.length).toBeGreaterThan(3);
    expect(opened.filter((path) => path !== folder && !path.startsWith(`${folder}/`))).toEqual([]);
    expect(opened.filter((path) => /pipe|out\.md|up\.md/.test(path))).toEqual([]);
  }, 30_000);
});

/** A folder with one of everything. */
function everything(): void {
  for (let i = 0; i < 60; i++)
    put(
      `docs/d${i}.md`,
      `# Part ${i}\n\nThe server must answer request ${i} within ${i * 7} ms.\n`.repeat(1 + (i % 5)),
    );
  writeFileSync(at('bytes\udcff.md'), '# Bytes\n');
  writeFileSync(at('line\nfeed.md'), '# Line\n');
  writeFileSync(at('caf\u00e9.md'), '# One\n');
  writeFileSync(at('cafe\u0301.md'), '# Two\n');
  put('%0A.md', '# Percent\n');
  put('empty.md', '');
  put('white.md', ' \n\n');
  put('nul.md', Buffer.from('a\0b\0c'));
  put('bad.txt', Buffer.from([0x61, 0xff, 0xfe, 0x62]));
  put('random.bin', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i) & 255)));
  put('long-line.md', 'x'.repeat(300_000));
  put('.gitignore', '*.tmp\n');
  put('a.tmp', 'x');
  writeFileSync(join(top, 'secret.txt'), 'outside');
  symlinkSync('../secret.txt', join(folder, 'out.md'));
  symlinkSync('/etc/passwd', join(folder, 'passwd.md'));
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('loop', join(folder, 'loop'));
  symlinkSync('docs/d1.md', join(folder, 'alias.md'));
  symlinkSync('.', join(folder, 'docs/again'));
  spawnSync('mkfifo', [join(folder, 'pipe.md')]);
}

describe.skipIf(!linux)('the whole check', () => {
  it('says the same with any number of threads, and twice', () => {
    everything();
    const run = (...more: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
      spawnSync(process.execPath, [dist('cli.js'), folder, '--format', 'json', ...more], {
        encoding: 'utf8',
        timeout: 30_000,
        maxBuffer: 1 << 28,
      });
    const first = run('--threads', '0');
    expect(first.stderr).toBe('');
    expect([1, 3]).toContain(first.status);
    const report = JSON.parse(first.stdout) as {
      documents: { path: string }[];
      findings: { check: string; path: string }[];
    };
    expect(report.documents.length).toBe(72);
    for (const path of ['out.md', 'passwd.md', 'etc', 'loop'])
      expect(report.findings.filter((finding) => finding.path === path)).toMatchObject([{ check: 'link' }]);
    for (const threads of ['0', '1', '2']) expect(run('--threads', threads).stdout).toBe(first.stdout);
  }, 60_000);

  it.skipIf(!has('strace'))(
    'opens nothing outside and writes nothing',
    () => {
      everything();
      const log = join(top, 'strace-cli.log');
      const run = spawnSync(
        'strace',
        [
          '-f',
          '-qq',
          '-e',
          'trace=open,openat,openat2,creat,execve,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat',
          '-o',
          log,
          process.execPath,
          dist('cli.js'),
          folder,
          '--threads',
          '2',
        ],
        { encoding: 'utf8', cwd: '/', timeout: 50_000, env: { PATH: process.env['PATH'] } },
      );
      if (/ptrace|not permitted/i.test(run.stderr)) return; // not allowed here
      expect([1, 3]).toContain(run.status);
      const calls = readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /^\d+ +\w+\(/.test(line) && !/= -1 /.test(line));
      expect(
        calls.filter((line) => /^\d+ +(?:creat|rename\w*|link\w*|unlink\w*|mkdir\w*)\(|O_CREAT|O_TRUNC/.test(line)),
      ).toEqual([]);
      expect(calls.filter((line) => /^\d+ +execve\(/.test(line))).toHaveLength(1);
      const opened = calls.map((line) => /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line);
      expect(opened.filter((path) => path.startsWith(`${folder}/`)).length).toBeGreaterThan(70);
      expect(
        opened.filter((path) => path.startsWith(top) && path !== folder && !path.startsWith(`${folder}/`)),
      ).toEqual([]);
      expect(opened.filter((path) => /passwd|\/secret\.txt|pipe\.md|a\.tmp/.test(path))).toEqual([]);
    },
    60_000,
  );
});

describe('a writer killed at any moment', () => {
  it('leaves the old file or the new one, and litter at most', async () => {
    const size = 300_000;
    put('INDEX.md', 'a'.repeat(size));
    const script = `
      import { writeWhole } from ${JSON.stringify(built('node/write.js'))};
      import { findRoot } from ${JSON.stringify(built('node/open.js'))};
      import { sha256 } from ${JSON.stringify(built('node/hash.js'))};
      import { readFileSync } from 'node:fs';
      const root = findRoot(${JSON.stringify(folder)});
      process.stdout.write('ready');
      for (let i = 0; ; i++) writeWhole(root, 'INDEX.md', Buffer.alloc(${size}, 'abcdefgh'[i % 8]), sha256(readFileSync(${JSON.stringify(join(folder, 'INDEX.md'))})));`;
    for (let i = 0; i < 8; i++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 3 + i * 5));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      const text = readFileSync(at('INDEX.md'), 'latin1');
      expect(text).toBe(text.charAt(0).repeat(size));
      const listing = readFolder(folder);
      expect(listing.files.map((file) => file.path)).toEqual(['INDEX.md']);
      expect(readdirSync(folder).length).toBe(1 + listing.litter.length);
    }
  }, 60_000);
});
