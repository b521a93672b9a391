// The built command on a hostile folder, seen from the system: nothing outside is opened, nothing is written, run or called.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf, paragraph, zipOf } from '../src/extractors/testing/zip.ts';
import { pdfOf, tarOf } from './fuzz/seeds.ts';
import { Folder, SECRET, spec } from './hostile/build.ts';

const home = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const cli = join(home, 'dist/cli.js');
const strace = spawnSync('sh', ['-c', 'command -v strace']).status === 0;

let top: string;
let folder: Folder;
beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'seedcheck-traced-')));
  folder = new Folder(join(top, 'set'));
  const site = 'http://127.0.0.1:9/x';
  folder
    .named('api.md', `${spec()}\n![x](${site}) [y](../secret.md) <img src="file:///etc/passwd">\n`)
    .named(
      'a.html',
      `<link rel=stylesheet href="${site}"><script src="${site}"></script><iframe src="../secret.md"></iframe><p>The server MUST answer.`,
    )
    .named('a.xml', `<!DOCTYPE l [<!ENTITY x SYSTEM "../secret.md"><!ENTITY y SYSTEM "${site}">]><l>&x;&y;</l>`)
    .named(
      'a.tex',
      '\\documentclass{article}\\begin{document}\\input{../secret}\\write18{touch pwned}The server must answer.\\end{document}',
    )
    .named('a.rst', 'Head\n====\n\n.. include:: ../secret.md\n')
    .named('a.yaml', 'a: &a [x]\nb: *a\nc: !!js/function "f"\n')
    .named('a.json', '{"openapi":"3.0.0","$ref":"../secret.md","x":{"$ref":"http://127.0.0.1:9/"}}')
    .named(
      'a.rtf',
      `{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "../secret.md"}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDEPICTURE "${site}"}}The server must answer.\\par}`,
    )
    .named(
      'a.docx',
      docxOf(paragraph('The server must answer.'), {}, [
        ['r', 'file:///etc/passwd'],
        ['s', site],
      ]),
    )
    .named(
      'a.pdf',
      pdfOf('BT /F1 12 Tf 72 700 Td (The server must answer) Tj ET', `/AA << /O << /S /URI /URI (${site}) >> >>`),
    )
    .named(
      'a.zip',
      zipOf({ '../../evil.md': spec(), 'ok.md': spec('zips'), 'in.zip': zipOf({ 'x.md': spec('more') }) }),
    )
    .named(
      'a.tar',
      tarOf([
        { name: 'l.md', type: '2', link: '../../secret.md' },
        { name: 'ok.md', body: spec('tars') },
      ]),
    )
    .named(
      'a.eml',
      'From: a@b\nSubject: s\nContent-Type: message/external-body; access-type=local-file; name="/etc/passwd"\n\nContent-Type: text/plain\n\nx\n',
    )
    .named(
      'a.ipynb',
      '{"cells":[{"cell_type":"code","source":"import os; os.system(\'touch pwned\')","outputs":[]}],"nbformat":4,"nbformat_minor":5,"metadata":{}}',
    )
    .named('odd\n`touch pwned`$(touch pwned).md')
    .index('- [z](gone.md)\n')
    .put('.gitattributes', '* filter=evil\n')
    .put('.npmrc', 'script-shell=/bin/evil\n')
    .put('package.json', '{"type":"module","scripts":{"postinstall":"touch pwned"},"exports":"./evil.js"}')
    .put('node_modules/yaml/index.js', 'process.exit(9)')
    .put('.env', 'NODE_OPTIONS=--require=./evil.js\n')
    .link('out.md', '../secret.md')
    .link('etc', '/etc')
    .link('zero.md', '/dev/zero')
    .run('mkfifo', 'pipe.md');
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

/** Calls of the system that were not refused, with the paths that they name. */
function callsOf(log: string): { readonly name: string; readonly line: string; readonly path: string | null }[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /^\d+ +\w+\(/.test(line) && !/= -1 E/.test(line))
    .map((line) => ({
      name: /^\d+ +(\w+)/.exec(line)![1]!,
      line,
      path: /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? null,
    }));
}

/** Where Node and the system's libraries lie, and what they ask of the system about itself. */
const OURS =
  /^(?:\/usr\/(?:lib(?:64)?|bin|local\/(?:lib|bin)|share\/(?:zoneinfo|icu|nodejs))\/|\/lib(?:64)?\/|\/proc\/(?:self|meminfo|version|stat|cpuinfo|sys)|\/sys\/|\/etc\/(?:ld\.so|ssl\/|localtime|nsswitch)|\/dev\/(?:null|urandom|tty)$|\/opt\/|\/$)/;

describe.skipIf(process.platform !== 'linux' || !strace)('seen from the system', () => {
  it.each([['0'], ['2']])(
    'a check with %s threads opens nothing outside, writes nothing, runs and calls nobody',
    (threads) => {
      const log = join(top, `strace-${threads}.log`);
      const run = spawnSync(
        'strace',
        [
          '-f',
          '-qq',
          '-s',
          '4096',
          '-e',
          'trace=file,network,process',
          '-o',
          log,
          process.execPath,
          cli,
          folder.root,
          '--threads',
          threads,
          '--format',
          'json',
        ],
        {
          encoding: 'utf8',
          cwd: '/',
          timeout: 100_000,
          maxBuffer: 1 << 27,
          env: { PATH: process.env['PATH'], HOME: join(top, 'home') },
        },
      );
      if (/ptrace|not permitted/i.test(run.stderr)) return; // not allowed here
      expect([run.status, run.stderr]).toEqual([1, '']);
      expect(run.stdout).not.toContain(SECRET);
      const calls = callsOf(log);
      const named = (pattern: RegExp): string[] =>
        calls.filter(({ name }) => pattern.test(name)).map(({ line }) => line);

      // one start, of Node itself
      expect(named(/^(?:execve|execveat|fork|vfork)$/)).toHaveLength(1);
      // clone only for threads
      expect(named(/^clone3?$/).filter((line) => !line.includes('CLONE_THREAD'))).toEqual([]);
      // no socket; Node's own pipes between its threads are socketpairs or eventfds at most
      expect(named(/^(?:socket|connect|bind|listen|accept4?|sendto|recvfrom)$/)).toEqual([]);
      // nothing opened for writing but the null device and what is printed to
      const written = calls.filter(
        ({ name, line, path }) =>
          /^(?:open|openat|openat2|creat)$/.test(name) &&
          /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/.test(line) &&
          path !== '/dev/null' &&
          path !== '/dev/tty',
      );
      expect(written.map(({ line }) => line)).toEqual([]);
      expect(
        named(
          /^(?:creat|rename\w*|link|linkat|symlink\w*|unlink\w*|mkdir\w*|rmdir|chmod|fchmod\w*|chown|fchown\w*|lchown|truncate|mknod\w*|utime\w*|setxattr)$/,
        ),
      ).toEqual([]);
      // nothing opened outside of the folder but Node, its libraries and the package
      const opened = calls.filter(({ name }) => /^open(?:at2?)?$/.test(name)).map(({ path }) => path ?? '');
      expect(opened.filter((path) => path.startsWith(`${folder.root}/`)).length).toBeGreaterThan(12);
      expect(
        opened.filter(
          (path) =>
            path !== folder.root &&
            !path.startsWith(`${folder.root}/`) &&
            !path.startsWith(`${home}/`) &&
            !path.startsWith(realpathSync(join(home, 'node_modules'))) &&
            path !== process.execPath &&
            !OURS.test(path),
        ),
      ).toEqual([]);
      // what lies beside it, what a link leads to, what is no file
      expect(
        opened.filter((path) => /secret\.md|passwd|hostname|pipe\.md|zero\.md|out\.md|evil|\/set\/etc/.test(path)),
      ).toEqual([]);
      expect(existsSync(join(top, 'pwned')) || existsSync(join(folder.root, 'pwned')) || existsSync('/pwned')).toBe(
        false,
      );
    },
    120_000,
  );
});

describe.skipIf(process.platform !== 'linux')('asked over the network', () => {
  it('nobody hears of it', async () => {
    let calls = 0;
    const server = createServer((_, answer) => {
      calls++;
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const here = `http://127.0.0.1:${String(port)}/x`;
    writeFileSync(
      join(folder.root, 'net.html'),
      `<img src="${here}"><link rel=stylesheet href="${here}"><script src="${here}"></script><p>The server MUST answer.`,
    );
    writeFileSync(join(folder.root, 'net.xml'), `<!DOCTYPE a SYSTEM "${here}"><a>&x;</a>`);
    writeFileSync(join(folder.root, 'net.docx'), docxOf(paragraph('The server must answer.'), {}, [['r', here]]));
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [cli, folder.root, '--threads', '0'], { stdio: 'ignore' });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    server.close();
    expect([status, calls]).toEqual([1, 0]);
  }, 60_000);
});
