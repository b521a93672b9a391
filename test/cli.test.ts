/** The command line as a person meets it: spawned from dist, in folders made here. */
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../src/reporters/testing/schema.ts';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

let top: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'seedcheck-cli-'));
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

const CLEAN = { NO_COLOR: undefined, FORCE_COLOR: undefined, SEEDCHECK_DEBUG: undefined, npm_command: undefined };

function run(
  args: readonly string[],
  { cwd = top, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...CLEAN, ...env },
  });
}

/** A folder under the top with these files; a nested name makes its folders. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(top, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return name;
}

const SPEC = `# Session interface

This document defines the HTTP interface of the session service.

## 1. Requirements

- REQ-1: The server MUST answer a login request within 200 ms.
- REQ-2: A session MUST expire 30 minutes after the last request.
- REQ-3: The client MUST send the session identifier in the \`Session-Id\` header.
- REQ-4: If the identifier is unknown, the server MUST answer 401.

## 2. Endpoints

\`\`\`http
POST /v1/sessions HTTP/1.1
Content-Type: application/json

{"user": "ada", "secret": "..."}
\`\`\`

| field | type | meaning |
| --- | --- | --- |
| user | string | name of the user, at most 64 characters |
| secret | string | never logged |

## 3. Errors

The server MUST answer with one of these codes: 400 for a malformed body, 401 for an unknown session, 429 for too many requests.
`;
const PAGE = readFileSync(new URL('../examples/stray-page/page_0417.txt', import.meta.url), 'utf8');
const INDEX = '# Sessions\n\n> A session service.\n\n## Specifications\n- [Sessions](api.md): all of it\n';
const CUT = `${SPEC}\n## 4. Limits\n\nAt most 5 sessions a user. &lt;p`;

describe('the verdict table, row by row', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], number, RegExp])[] = [
    ['READY', { 'api.md': SPEC, 'INDEX.md': INDEX }, [], 0, /^READY  .*: 1 specification; not sealed$/m],
    [
      'a stop is open: a page that is no specification',
      { 'page.txt': PAGE },
      [],
      1,
      /^NOT READY  .*: 1 document, none reads as a specification; no INDEX\.md$/m,
    ],
    [
      'a stop is open: a missing file',
      { 'api.md': SPEC, 'INDEX.md': `${INDEX}- [Errors](errors.md)\n` },
      [],
      1,
      /^NOT READY  .*errors\.md missing/m,
    ],
    [
      'a stop is open: a file that no line names',
      { 'api.md': SPEC, 'more.md': SPEC.replaceAll('session', 'order'), 'INDEX.md': INDEX },
      [],
      1,
      /^NOT READY  .*more\.md not placed/m,
    ],
    ['no document: nothing at all', {}, [], 1, /^NOT READY  .*: no document; no INDEX\.md$/m],
    [
      'no document: litter and companions',
      { '.DS_Store': 'x', LICENSE: 'Do what you like with it, but do not blame me for it.' },
      [],
      1,
      /^NOT READY  .*: no document/m,
    ],
    ['no index', { 'api.md': SPEC }, [], 3, /^CANNOT TELL  .*no INDEX\.md says whether that is all$/m],
    ['no index, and that is allowed', { 'api.md': SPEC }, ['--allow-unindexed'], 0, /^CANNOT TELL/m],
    [
      'no document could be read',
      { 'scan.pdf': '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj' },
      [],
      3,
      /^CANNOT TELL  .*scan\.pdf/m,
    ],
    [
      'no document could be read: no index is not the only reason',
      { 'scan.pdf': '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj' },
      ['--allow-unindexed'],
      3,
      /^CANNOT TELL/m,
    ],
    [
      'a placed document could not be read',
      { 'api.md': SPEC, 'scan.7z': '7z\u00bc\u00af\u0027\u001c', 'INDEX.md': `${INDEX}- [Scan](scan.7z)\n` },
      [],
      3,
      /^CANNOT TELL  .*scan\.7z/m,
    ],
    ['an index that cannot be decoded', { 'api.md': SPEC, 'INDEX.md': '\0\u0001\u0002\0\0\0' }, [], 2, /./],
  ];
  test.each(cases)('%s', (name, files, options, code, says) => {
    const path = folder(`rows/${name.replace(/\W+/g, '-')}`, files);
    const { status, stdout, stderr } = run([path, ...options]);
    expect(status, stdout + stderr).toBe(code);
    if (code === 2) {
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^seedcheck: [^\n]+\n$/);
    } else {
      expect(stdout).toMatch(says);
      expect(stderr).toBe('');
    }
    // The same in one line, and as data.
    expect(run([path, ...options, '-q']).status).toBe(code);
    const json = run([path, ...options, '--format', 'json']);
    expect(json.status).toBe(code);
    const report: unknown = JSON.parse(json.stdout);
    expect(faultsOf(report)).toEqual([]);
  });

  test('--fail-on look moves word and code together', () => {
    const again = SPEC.replace('REQ-1: The server', 'REQ-1: The service');
    const path = folder('rows/looks', { 'api.md': SPEC, 'copy.md': again, 'INDEX.md': `${INDEX}- [Copy](copy.md)\n` });
    const relaxed = run([path]);
    const strict = run([path, '--fail-on', 'look']);
    expect([relaxed.status, relaxed.stdout.split(' ')[0]]).toEqual([0, 'READY']);
    expect([strict.status, strict.stdout.slice(0, 9)]).toEqual([1, 'NOT READY']);
  });
});

describe('many folders', () => {
  beforeAll(() => {
    folder('many/ready', { 'api.md': SPEC, 'INDEX.md': INDEX });
    folder('many/bad', { 'page.txt': PAGE });
    folder('many/worse', { 'page.txt': PAGE });
    folder('many/unsure', { 'api.md': SPEC });
  });

  test.each([
    [['ready', 'ready'], 0],
    [['ready', 'unsure'], 3],
    [['ready', 'unsure', 'bad'], 1],
    [['ready', 'gone', 'bad', 'unsure'], 2],
    [['gone', 'lost'], 2],
  ])('%j end with %i', (names, code) => {
    const { status, stdout, stderr } = run(names.map((name) => `many/${name}`));
    expect(status).toBe(code);
    expect(stderr).toBe('');
    // Each bad one is named, whatever became of the others.
    for (const name of names) if (name !== 'ready') expect(stdout).toContain(`many/${name}: `);
  });

  test('what several folders suffer from is told once', () => {
    const { stdout } = run(['many/bad', 'many/worse', 'many/ready']);
    expect(stdout).toMatch(/^  2 of 2  loop +the same: /m);
    expect(stdout).toMatch(/^1 ready, 2 not ready$/m);
  });

  test('-q is a line each, in the order given', () => {
    const { stdout } = run(['-q', 'many/unsure', 'many/ready', 'many/gone', 'many/bad']);
    expect(stdout.split('\n').map((line) => line.slice(0, 13).trim())).toEqual([
      'CANNOT TELL',
      'READY',
      'NOT CHECKED',
      'NOT READY',
      '',
    ]);
  });

  test('json and ndjson hold every folder, in the order given', () => {
    const paths = ['many/unsure', 'many/gone', 'many/ready'];
    const one = JSON.parse(run([...paths, '--format', 'json']).stdout) as {
      schema: string;
      reports: { schema: string; folder: string }[];
    };
    expect(faultsOf(one)).toEqual([]);
    const lines = run([...paths, '--format=ndjson'])
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema: string; folder: string });
    expect(lines).toEqual(one.reports);
    expect(lines.map(({ folder: name }) => name)).toEqual(paths);
    expect(lines.map(({ schema }) => schema)).toEqual([
      'seedcheck/report/1',
      'seedcheck/error/1',
      'seedcheck/report/1',
    ]);
    for (const line of lines) expect(faultsOf(line)).toEqual([]);
  });
});

describe('which folder', () => {
  test('without an argument ./seeds, and the first line says so', () => {
    folder('here/seeds', { 'api.md': SPEC });
    expect(run([], { cwd: join(top, 'here') }).stdout).toMatch(/^CANNOT TELL  seeds: /);
  });
  test('else the current folder, and the first line says so', () => {
    folder('there', { 'api.md': SPEC });
    expect(run([], { cwd: join(top, 'there') }).stdout).toMatch(/^CANNOT TELL  \. \(the current folder\): /);
  });
  test('a file by itself is not looked up in an index', () => {
    const path = folder('alone', { 'api.md': SPEC, 'page.txt': PAGE, 'INDEX.md': INDEX });
    const good = run([`${path}/api.md`]);
    expect([good.status, good.stdout.slice(0, 11)]).toEqual([3, 'CANNOT TELL']);
    const bad = run([`${path}/page.txt`]);
    expect([bad.status, bad.stdout.slice(0, 9)]).toEqual([1, 'NOT READY']);
  });
  test('a folder that is called like a command', () => {
    folder('called/init', { 'api.md': SPEC });
    const { stdout } = run(['./init'], { cwd: join(top, 'called') });
    expect(stdout).toMatch(/^CANNOT TELL  \.\/init: /);
    expect(existsSync(join(top, 'called/init/INDEX.md'))).toBe(false);
  });
  test('a name that begins with a dash', () => {
    folder('dash/-x', { 'api.md': SPEC });
    expect(run(['--', '-x'], { cwd: join(top, 'dash') }).stdout).toContain('seedcheck init ./-x ');
  });
});

describe('bad input: one clear line, exit 2, nothing written', () => {
  const bad: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no such path', ['gone'], /there is no file or folder gone$/],
    ['nearly a command', ['sael'], /did you mean the command seal\?/],
    ['nearly a name', ['badd/rooms'], /there is no file or folder badd\/rooms/],
    ['an empty path', [''], /an empty path names nothing/],
    ['an unknown option', ['--fromat', 'json', '.'], /there is no option --fromat \(did you mean --format\?\)$/],
    ['an option of others', ['--json', '.'], /there is no option --json \(did you mean --format json\?\)$/],
    [
      'an option nobody knows',
      ['--frobnicate'],
      /there is no option --frobnicate; seedcheck --help lists all options$/,
    ],
    ['a letter nobody knows', ['-z'], /there is no option -z/],
    [
      'a value that is none',
      ['--format', 'jsno'],
      /--format takes text, json or ndjson, not jsno \(did you mean json\?\)$/,
    ],
    ['no value', ['.', '--format'], /--format needs text, json or ndjson behind it$/],
    [
      'an option for a value',
      ['-o', '--format', 'json'],
      /-o needs the name of a file behind it, not the option --format$/,
    ],
    ['a value too many', ['--quiet=yes'], /--quiet takes no value$/],
    ['no number', ['--threads', 'many'], /--threads takes a whole number from 0 to 256, not many$/],
    ['an option of another command', ['--into', 'x'], /--into belongs to seedcheck init$/],
    ['not an option of this command', ['seal', '--format', 'json'], /seedcheck seal has no option --format/],
    ['text of nothing', ['text'], /seedcheck text takes one file/],
    ['why of nothing', ['why'], /^seedcheck: why what\?/],
  ];
  test.each(bad)('%s', (_name, args, says) => {
    const before = readdirSync(top);
    const { status, stdout, stderr } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^seedcheck: [^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(says);
    expect(readdirSync(top)).toEqual(before);
  });

  test.skipIf(!existsSync('/dev/null'))('a device', () => {
    expect(run(['/dev/null']).stderr).toBe('seedcheck: /dev/null is a device, neither a folder nor a file\n');
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that may not be read', () => {
    folder('locked', { 'api.md': SPEC });
    chmodSync(join(top, 'locked'), 0o000);
    const { status, stderr } = run(['locked']);
    chmodSync(join(top, 'locked'), 0o755);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain('permission denied');
  });

  test('a link that leads nowhere, and one to a folder', () => {
    folder('real', { 'api.md': SPEC });
    symlinkSync('nothing', join(top, 'broken'));
    symlinkSync('real', join(top, 'linked'));
    expect(run(['broken']).status).toBe(2);
    expect(run(['linked']).stdout).toMatch(/^CANNOT TELL  linked: /);
  });

  test('a name that would trick the terminal is shown, not obeyed', () => {
    const { stderr } = run(['a\u001b[2J\u202e']);
    expect(stderr).toContain('a\\x1b[2J\\u{202e}');
  });
});

describe('-o', () => {
  beforeAll(() => {
    folder('out/set', { 'api.md': SPEC });
  });
  test('writes the report whole, says the verdict, and leaves nothing beside it', () => {
    const { status, stdout, stderr } = run(['set', '--format', 'json', '-o', 'report.json'], { cwd: join(top, 'out') });
    expect([status, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(/^CANNOT TELL  set: [^\n]*\n$/);
    const report: unknown = JSON.parse(readFileSync(join(top, 'out/report.json'), 'utf8'));
    expect(faultsOf(report)).toEqual([]);
    expect(readdirSync(join(top, 'out')).sort()).toEqual(['report.json', 'set']);
    expect(run(['set', '-q', '--output=report.txt'], { cwd: join(top, 'out'), env: { FORCE_COLOR: '1' } }).stdout).toBe(
      '',
    );
    expect(readFileSync(join(top, 'out/report.txt'), 'utf8')).toMatch(/^CANNOT TELL  set: /);
  });
  test.each([
    ['inside the folder', ['set', '-o', 'set/report.json'], /-o set\/report\.json lies in set, which is checked/],
    ['inside, by a way round', ['set', '-o', './set/../set/report.json'], /which is checked/],
    ['the current folder', ['.', '-o', 'report.json'], /which is checked/],
    ['the file itself', ['set/api.md', '-o', 'set/api.md'], /which is checked/],
    ['a folder', ['set', '-o', '..'], /is a folder; name a file in it|lies in/],
    ['no such folder', ['set', '-o', 'gone/report.json'], /there is no folder gone/],
  ])('refuses %s', (_name, args, says) => {
    const { status, stderr } = run(args, { cwd: join(top, 'out') });
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect(readdirSync(join(top, 'out/set'))).toEqual(['api.md']);
  });
});

describe('where it prints', () => {
  test('no colour in a pipe, nor with NO_COLOR, but with FORCE_COLOR; the words are the same', () => {
    const path = folder('colour', { 'page.txt': PAGE });
    const plain = run([path]).stdout;
    expect(plain).not.toContain('\u001b');
    expect(run([path], { env: { NO_COLOR: '1' } }).stdout).toBe(plain);
    const painted = run([path], { env: { FORCE_COLOR: '1' } }).stdout;
    expect(painted).toContain('\u001b[1;31mNOT READY\u001b[22;39m');
    expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
  });

  test('a reader that goes away is nobody’s fault', async () => {
    const path = folder(
      'pipe',
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [
          `${String(i).padStart(4, '0')}-${'long'.repeat(30)}.md`,
          SPEC.replaceAll('session', `s${i}`),
        ]),
      ),
    );
    const child = spawn(process.execPath, [CLI, path, '--format', 'json'], {
      cwd: top,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (data) => (stderr += String(data)));
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told', () => {
    const path = folder('full', { 'api.md': SPEC });
    const { status, stderr } = spawnSync(process.execPath, [CLI, path], {
      cwd: top,
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect([status, stderr]).toEqual([2, 'seedcheck: cannot write to stdout: no room left\n']);
  });

  test('a long report reaches a slow pipe whole', () => {
    const { stdout } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" "$2" --format json | (sleep 0.3; cat)`, process.execPath, CLI, 'pipe'],
      { cwd: top, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    expect((JSON.parse(stdout) as { documents: unknown[] }).documents).toHaveLength(400);
  });

  test('the next steps are commands that can be copied', () => {
    folder('my specs; and more', { 'api.md': SPEC });
    expect(run(['my specs; and more'], { env: { npm_command: 'exec' } }).stdout).toContain(
      '1. npx seedcheck init "my specs; and more"  ',
    );
  });
});

describe('help and version', () => {
  test('--version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    for (const args of [['--version'], ['-V'], ['init', '--version']]) expect(run(args).stdout).toBe(`${version}\n`);
  });
  test.each([
    [['--help']],
    [['-h']],
    [['help']],
    [['init', '--help']],
    [['help', 'seal']],
    [['why', '-h']],
    [['text', '--help']],
    [['seal', '--help']],
    [['export', '--help']],
  ])('%j fits on a screen', (args) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(40);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('export', () => {
  test('checksums that serve as the index of another folder', () => {
    const path = folder('export-0', { 'a.md': SPEC });
    const { status, stdout } = run(['export', path]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64} {2}a\.md\n$/)]);
    const other = folder('export-in', { 'a.md': SPEC, SHA256SUMS: stdout });
    expect(run([other]).stdout).toMatch(/^READY .*1 file as SHA256SUMS says \(list of checksums\)/);
    const changed = folder('export-changed', { 'a.md': `${SPEC}\nMore text is here.\n`, SHA256SUMS: stdout });
    expect(run([changed]).status).toBe(1);
  });
  test('a bag is a folder of its own, and is checked as one', () => {
    const path = folder('export-1', { 'INDEX.md': '## Specifications\n- [A](a.md)\n', 'a.md': SPEC });
    expect(run(['export', path, '--as', 'bagit', '-o', `${path}/bag`]).stderr).toMatch(/lies in/);
    const bag = `${path}-bag`;
    expect(run(['export', path, '--as', 'bagit', '-o', bag]).status).toBe(0);
    expect(run([bag]).stdout).toMatch(/^READY .*\(BagIt bag\)/);
    expect(run(['export', path, '--as', 'bagit', '-o', bag]).stderr).toMatch(/is there already/);
    expect(run(['export', path, '--as', 'bagit']).stderr).toMatch(/a bag is a folder/);
  });
  test('what is NOT READY is not exported', () => {
    const path = folder('export-2', { 'INDEX.md': '## Specifications\n- [A](a.md)\n- [B](b.md)\n', 'a.md': SPEC });
    const { status, stdout, stderr } = run(['export', path, '--as', 'datapackage']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/NOT READY \(1 missing\): nothing was written/);
  });
});

describe('text', () => {
  test('prints exactly what was read', () => {
    const path = folder('texts', { 'a.md': `${SPEC}\r\nlast` });
    expect(run(['text', `${path}/a.md`]).stdout).toBe(`${SPEC}\nlast`);
  });
  test('of HTML what can be seen, and --places says where it stood', () => {
    const path = folder('texts', {
      'a.html': '<html><body>\n<h1>Title</h1>\n<p>Some words here.</p>\n<!-- hidden -->\n</body></html>\n',
    });
    expect(run(['text', `${path}/a.html`]).stdout).not.toContain('hidden');
    expect(run(['text', `${path}/a.html`, '--places']).stdout).toMatch(/^3:4\tSome words here\.$/m);
  });
  test('every quote of a report is found at its offsets', () => {
    const path = folder('quotes', { 'page.txt': PAGE, 'cut.md': CUT });
    const { findings } = JSON.parse(run([path, '--format', 'json']).stdout) as {
      findings: { path: string; start: number | null; end: number; quote: string }[];
    };
    expect(findings.length).toBeGreaterThan(2);
    for (const { path: file, start, end, quote } of findings)
      if (start !== null) expect(run(['text', `${path}/${file}`]).stdout.slice(start, end)).toBe(quote);
  });
  test('a file without text is told, with the reason', () => {
    const path = folder('texts', { 'x.png': '\u0089PNG\r\n\u001a\n' });
    const { status, stderr } = run(['text', `${path}/x.png`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^seedcheck: texts\/x\.png holds no text that was read/);
  });
});

describe('why', () => {
  test('a check: its page', () => {
    const { status, stdout } = run(['why', 'loop']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# /);
    expect(stdout).toContain('Finds');
  });
  test('a file: kind, role, reasons, places; from its folder, by its path, by the beginning of its name', () => {
    const path = folder('reasons', { 'page.txt': PAGE, 'INDEX.md': '# X\n\n## Specifications\n- [Page](page.txt)\n' });
    for (const args of [['page.txt', path], [`${path}/page.txt`, path], [`${path}/page.txt`], ['pag', path]]) {
      const { status, stdout } = run(['why', ...args]);
      expect(status).toBe(0);
      expect(stdout).toMatch(/index says a specification, INDEX\.md line 4/);
      expect(stdout).toMatch(/reads as   stray, news/);
      expect(stdout).toMatch(/^stop  loop  [0-9a-f]{8}  page\.txt$/m);
    }
  });
  test('a finding: whole, with the line that accepts it', () => {
    const path = folder('accepting', { 'api.md': SPEC, 'page.txt': PAGE, 'INDEX.md': `${INDEX}- [Page](page.txt)\n` });
    const { findings } = JSON.parse(run([path, '--format', 'json']).stdout) as {
      findings: { check: string; fingerprint: string }[];
    };
    const loop = findings.find(({ check }) => check === 'loop')!;
    const { stdout } = run(['why', loop.fingerprint, path]);
    const line = stdout
      .split('\n')
      .find((one) => one.startsWith('  - [') && one.includes(loop.fingerprint))!
      .trim();
    expect(line).toMatch(/accepted loop [0-9a-f]{8} ".*", \(reason\)$/);
    // As it stands it has no effect; with a reason it has.
    writeFileSync(join(top, path, 'INDEX.md'), `${INDEX}- [Page](page.txt)\n\n## Accepted findings\n${line}\n`);
    const open = (): unknown[] =>
      (
        JSON.parse(run([path, '--format', 'json']).stdout) as { findings: { check: string; accepted?: unknown }[] }
      ).findings.filter((one) => one.check === 'loop' && one.accepted === undefined);
    expect(open()).toHaveLength(1);
    writeFileSync(
      join(top, path, 'INDEX.md'),
      `${INDEX}- [Page](page.txt)\n\n## Accepted findings\n${line.replace('(reason)', 'it is a song (me, 2026-11-24)')}\n`,
    );
    expect(open()).toHaveLength(0);
  });
  test('what is not there is told, with what may have been meant', () => {
    const path = folder('asked', { 'api.md': SPEC });
    expect(run(['why', 'lopo', path]).stderr).toMatch(
      /^seedcheck: nothing in asked is called lopo, and no check is \(did you mean loop\?\)\n$/,
    );
    expect(run(['why', '0123abcd', path]).stderr).toMatch(/^seedcheck: there is no finding 0123abcd in asked/);
  });
});

describe('init and seal: the story of a folder', () => {
  const at = (...names: string[]): string => join(top, 'story/seeds', ...names);
  const seedcheck = (...args: string[]): SpawnSyncReturns<string> => run(args, { cwd: join(top, 'story') });
  const ERRORS = SPEC.replaceAll('Session', 'Error').replaceAll('session', 'error');

  test('init writes the index, once; every file is under Not placed', () => {
    folder('story/seeds', { 'api.md': SPEC, 'page.txt': PAGE, 'my errors.md': ERRORS, LICENSE: 'Do what you like.\n' });
    const first = seedcheck('init', 'seeds');
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^Wrote seeds\/INDEX\.md: 3 files under "Not placed"\.\n/);
    const text = readFileSync(at('INDEX.md'), 'utf8');
    expect(text).toContain('](my%20errors.md)');
    expect(text).toMatch(/\(page\.txt\): news, Chinese; .*loop/);
    const again = seedcheck('init', 'seeds');
    expect([again.status, again.stdout]).toEqual([
      0,
      'seeds/INDEX.md names every file that needs a line; nothing was written.\n',
    ]);
    expect(readFileSync(at('INDEX.md'), 'utf8')).toBe(text);
    expect(readdirSync(at()).sort()).toEqual(['INDEX.md', 'LICENSE', 'api.md', 'my errors.md', 'page.txt']);
  });

  test('as init left it, nobody has said what was meant', () => {
    const { status, stdout } = seedcheck('seeds');
    expect(status).toBe(1);
    expect(stdout).toContain('Missing: cannot tell. INDEX.md does not say yet which files you meant to include.');
  });

  test('placed by a person it is READY; seal keeps it; sha256sum agrees', () => {
    rmSync(at('page.txt'));
    writeFileSync(at('INDEX.md'), '# Sessions\n\n## Specifications\n- [API](api.md)\n- [Errors](my%20errors.md)\n');
    expect(seedcheck('seeds').stdout).toMatch(/^READY  seeds: 2 specifications; (?:\d to look at, )?not sealed\n/);
    const sealed = seedcheck('seal', 'seeds');
    expect([sealed.status, sealed.stderr]).toEqual([0, '']);
    expect(sealed.stdout).toMatch(/^Wrote seeds\/INDEX\.sha256: 3 files added\.\n/);
    expect(seedcheck('seeds').stdout).toMatch(/all as sealed\n/);
    const sum = spawnSync('sha256sum', ['-c', 'INDEX.sha256'], { cwd: at(), encoding: 'utf8' });
    if (!sum.error)
      expect([sum.status, sum.stdout.split('\n').filter((line) => line.endsWith(': OK')).length]).toEqual([0, 3]);
    expect(seedcheck('seal', 'seeds').stdout).toBe(
      'seeds/INDEX.sha256 says what is here already; nothing was written.\n',
    );
  });

  test('a new file is told, and init adds its line and changes no other byte', () => {
    writeFileSync(at('new.md'), SPEC.replaceAll('ession', 'rder'));
    expect(seedcheck('seeds').stdout).toMatch(/^NOT READY  seeds: .*new\.md not placed/);
    const before = readFileSync(at('INDEX.md'), 'utf8');
    expect(seedcheck('init', 'seeds').stdout).toContain('Added 1 line under "Not placed" in seeds/INDEX.md: new.md.');
    const after = readFileSync(at('INDEX.md'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(seedcheck('seal', 'seeds').status).toBe(1);
    rmSync(at('new.md'));
    writeFileSync(at('INDEX.md'), before);
  });

  test('a change is told by its kind; seal takes only what is named', () => {
    writeFileSync(at('api.md'), SPEC.slice(0, 700));
    const told = seedcheck('seeds');
    expect(told.status).toBe(1);
    expect(told.stdout).toMatch(/stop  altered +/);
    expect(told.stdout).toContain('seedcheck seal seeds api.md');
    const seal = readFileSync(at('INDEX.sha256'), 'utf8');
    const refused = seedcheck('seal', 'seeds');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/^NOT SEALED  seeds: /);
    expect(readFileSync(at('INDEX.sha256'), 'utf8')).toBe(seal);
    writeFileSync(at('api.md'), SPEC.replace('200 ms', '300 ms'));
    for (const name of ['api.md', 'seeds/api.md']) {
      writeFileSync(at('INDEX.sha256'), seal);
      const named = seedcheck('seal', 'seeds', name);
      expect([named.status, named.stderr]).toEqual([0, '']);
      expect(named.stdout).toMatch(/1 resealed/);
    }
    expect(seedcheck('seeds').stdout).toMatch(/^READY  seeds: .*all as sealed\n/);
    expect(seedcheck('seal', 'seeds', 'gone.md').stderr).toBe(
      'seedcheck: gone.md: neither a file in seeds nor sealed\n',
    );
    expect(seedcheck('seal', 'seeds', '--all', 'api.md').status).toBe(2);
  });

  test('a file that is gone is missing until that is meant', () => {
    rmSync(at('my errors.md'));
    const { status, stdout } = seedcheck('seeds');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^NOT READY  seeds: 1 specification; my errors\.md missing\n/);
    writeFileSync(
      at('INDEX.md'),
      readFileSync(at('INDEX.md'), 'utf8').replace('- [Errors]', '\n## Left out\n- [Errors]'),
    );
    expect(seedcheck('seal', 'seeds').stdout).toContain('No longer sealed: my errors.md');
    expect(seedcheck('seeds').status).toBe(0);
  });

  test('line ends alone are no change that matters', () => {
    writeFileSync(at('api.md'), readFileSync(at('api.md'), 'utf8').replaceAll('\n', '\r\n'));
    const { status, stdout } = seedcheck('seeds');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^READY  .*changed in form only/);
  });

  test('what stands in the way of init is told, and nothing is written', () => {
    folder('ways/document', { 'INDEX.md': '# What this is\n\nAn overview without any list.\n', 'api.md': SPEC });
    folder('ways/other', { 'Index.md': '# X\n', 'api.md': SPEC });
    const ways = (...args: string[]): SpawnSyncReturns<string> => run(args, { cwd: join(top, 'ways') });
    expect(ways('init', 'document').stderr).toBe(
      'seedcheck: document/INDEX.md is there, and is no index yet; to append the headings: seedcheck init document --into document/INDEX.md\n',
    );
    expect(ways('init', 'other').stderr).toMatch(/Index\.md is there/);
    expect(ways('init', 'document', '--into', 'document/README.md').stderr).toMatch(/only read from INDEX\.md/);
    expect(ways('init', 'gone').stderr).toMatch(/there is no file or folder gone/);
    expect(ways('init', 'document/api.md').stderr).toMatch(/is a file; name the folder/);
    expect(ways('seal', 'document').status).toBe(1);
    expect(readdirSync(join(top, 'ways/document')).sort()).toEqual(['INDEX.md', 'api.md']);
    const before = readFileSync(join(top, 'ways/document/INDEX.md'), 'utf8');
    expect(ways('init', 'document', '--into', 'document/INDEX.md').status).toBe(0);
    const after = readFileSync(join(top, 'ways/document/INDEX.md'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after).toMatch(/^- \[Session interface\]\(api\.md\)/m);
  });
});

describe('what was meant, said from outside', () => {
  test('--expect: one index for many folders, with patterns; their own is neither read nor a document', () => {
    folder('outside/a', { 'api.md': SPEC, 'INDEX.md': '# X\n\n## Specifications\n- [gone](gone.md)\n' });
    folder('outside/b', { 'page.txt': PAGE });
    folder('outside', { 'expect.md': '# E\n\n## Specifications\n- `*.md`: at least 1\n' });
    const cwd = join(top, 'outside');
    const { status, stdout, stderr } = run(['--expect', 'expect.md', 'a', 'b'], { cwd });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^NOT READY +b: /m);
    expect(stdout).toMatch(/^1 ready/m);
    expect(run(['--expect', 'expect.md', 'b'], { cwd }).stdout).toContain('seedcheck --expect expect.md b ');
    expect(run(['--expect', 'gone.md', 'a'], { cwd }).stderr).toBe('seedcheck: --expect: there is no file gone.md\n');
  });
  test('--expect-list: the folders it names, unless some are given; init --expect-list writes their indexes', () => {
    folder('lists/a', { 'api.md': SPEC });
    folder('lists/b', { 'api.md': SPEC });
    folder('lists', {
      'list.tsv': 'folder\tpath\trole\na\tapi.md\nb\tapi.md\tspecification\nb\terrors.md\n',
      'bad.tsv': 'a\tapi.md\tspecification\nb\n',
    });
    const cwd = join(top, 'lists');
    const all = run(['--expect-list', 'list.tsv'], { cwd });
    expect(all.status).toBe(1);
    expect(all.stdout).toMatch(/^NOT READY +b: .*errors\.md missing$/m);
    expect(run(['--expect-list', 'list.tsv', 'a'], { cwd }).status).toBe(0);
    expect(run(['--expect-list', 'bad.tsv', 'a'], { cwd }).stderr).toMatch(/^seedcheck: bad\.tsv line 2: /);
    expect(run(['--expect-list', 'list.tsv', '.'], { cwd }).stderr).toMatch(/names no file in \./);
    expect(run(['init', '--expect-list', 'list.tsv'], { cwd }).stdout).toMatch(/^Wrote 2 INDEX\.md files\.\n/);
    expect(run(['a'], { cwd }).status).toBe(0);
    expect(run(['b'], { cwd }).stdout).toMatch(/errors\.md missing/);
  });
});

describe('reports', () => {
  test('on the examples: as the schema says, and the same bytes from run to run and with any threads', () => {
    const examples = fileURLToPath(new URL('../examples', import.meta.url));
    const paths = readdirSync(examples);
    const first = run([...paths, '--format', 'json'], { cwd: examples }).stdout;
    expect(faultsOf(JSON.parse(first))).toEqual([]);
    for (const threads of ['0', '2'])
      expect(run([...paths, '--format', 'json', '--threads', threads], { cwd: examples }).stdout).toBe(first);
  });
  test('the schema is in the package', () => {
    expect(existsSync(new URL('../dist/report.schema.json', import.meta.url))).toBe(true);
  });
});

describe('nothing is written by looking', () => {
  test('a folder is the same after every command that only reads', () => {
    const path = folder('untouched', { 'api.md': SPEC, 'page.txt': PAGE });
    const before = readdirSync(join(top, path));
    for (const args of [[path], [path, '--format', 'json'], ['why', 'page.txt', path], ['text', `${path}/page.txt`]])
      run(args);
    expect(readdirSync(join(top, path))).toEqual(before);
    expect(readFileSync(join(top, path, 'page.txt'), 'utf8')).toBe(PAGE);
  });
});
