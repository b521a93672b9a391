/** The package as npm would publish it: what it holds, and that a stranger's project compiles and runs against it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const consumer = mkdtempSync(join(tmpdir(), 'seedcheck-consumer-'));
const installed = join(consumer, 'node_modules/seedcheck');
afterAll(() => rmSync(consumer, { recursive: true }));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

function run(command: string, args: readonly string[], cwd = consumer): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exits ${status}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  // The tarball, unpacked where npm would put it; its dependencies are the ones installed here.
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', consumer], root);
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', `seedcheck-${manifest.version}.tgz`, '-C', installed, '--strip-components=1']);
  for (const name of [...Object.keys(manifest.dependencies), '@types/node', 'undici-types']) {
    const link = join(consumer, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  mkdirSync(join(consumer, 'docs'));
  writeFileSync(join(consumer, 'docs/api.md'), '# Interface\n\n- A-1: The service MUST answer within 200 ms.\n');
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module", "private": true }\n');
  writeFileSync(
    join(consumer, 'use.ts'),
    `import { seedcheck, type Report } from 'seedcheck';

const report: Report = await seedcheck('docs');
const verdict: 'READY' | 'NOT READY' | 'CANNOT TELL' = report.verdict;
const places: readonly (number | null)[] = report.findings.map((finding) => finding.line);
// @ts-expect-error: a report is not to be changed
report.verdict = 'READY';
export const line: string = [verdict, report.folder, report.documents.length, places.length >= 0].join(' ');
`,
  );
}, 60_000);

test('the tarball holds what is needed to run, and nothing else', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  expect(files).toContain('dist/cli.js');
  expect(files).toContain('dist/index.d.ts');
  expect(files).toContain('dist/report.schema.json');
  expect(files).toContain('README.md');
  expect(files).toContain('LICENSE');
  for (const path of files)
    expect(path).not.toMatch(/\.test\.|(^|\/)(testing|src|test|eval|node_modules)(\/|$)|\.built|\.map$/);
  for (const path of readdirSync(join(root, 'src/checks')))
    if (path.endsWith('.md')) expect(files).toContain(`dist/checks/${path}`);
});

test('no script runs when it is installed', () => {
  for (const name of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts[name]).toBeUndefined();
});

test('the lock file holds no download address', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
});

test("the version that the tool prints is the package's", () => {
  expect(run(process.execPath, [join(installed, 'dist/cli.js'), '--version']).trim()).toContain(manifest.version);
});

test('versions are exact', () => {
  const all = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  for (const group of ['dependencies', 'devDependencies'])
    for (const [name, version] of Object.entries(all[group] ?? {})) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

test.each([
  { module: 'nodenext', moduleResolution: 'nodenext', types: ['node'], skipLibCheck: false },
  { module: 'esnext', moduleResolution: 'bundler', types: ['node'], skipLibCheck: false },
  // Without Node's types, as most tools set projects up.
  { module: 'esnext', moduleResolution: 'bundler', types: [], skipLibCheck: true },
])('a project compiles against it: %o', (options) => {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  run(join(root, 'node_modules/.bin/tsc'), ['-p', '.']);
});

test('a project runs it', () => {
  writeFileSync(
    join(consumer, 'use.mjs'),
    "import { seedcheck } from 'seedcheck';\nconst report = await seedcheck('docs');\nconsole.log(report.schema, report.verdict, report.folder);\n",
  );
  expect(run(process.execPath, ['use.mjs'])).toBe('seedcheck/report/1 CANNOT TELL docs\n');
});
