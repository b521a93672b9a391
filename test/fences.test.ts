/**
 * The fences that hold ARCHITECTURE.md's rules, each broken once: a small project with this one's settings gets one
 * offending file a rule, and the tools must name each. A fence that matches nothing would be worse than none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'seedcheck-fences-'));
afterAll(() => rmSync(project, { recursive: true }));

/** [file, its text, the rule that must name it] */
const offenders: readonly (readonly [string, string, string])[] = [
  ['src/core/a1.ts', imports('../views/words.ts'), 'no-restricted-imports'],
  ['src/core/a2.ts', imports('node:fs'), 'no-restricted-imports'],
  ['src/core/a3.ts', imports('markdown-it'), 'no-restricted-imports'],
  ['src/core/a4.ts', imports('../index.ts'), 'no-restricted-imports'],
  ['src/views/b1.ts', imports('../extractors/text.ts'), 'no-restricted-imports'],
  ['src/views/scan/b2.ts', imports('../../checks/loop.ts'), 'no-restricted-imports'],
  ['src/extractors/c1.ts', imports('../checks/loop.ts'), 'no-restricted-imports'],
  ['src/extractors/c2.ts', imports('node:zlib'), 'no-restricted-imports'],
  ['src/manifest/d1.ts', imports('../checks/loop.ts'), 'no-restricted-imports'],
  ['src/manifest/d2.ts', imports('../node/read-folder.ts'), 'no-restricted-imports'],
  ['src/lists/e1.ts', imports('../kind/classify.ts'), 'no-restricted-imports'],
  ['src/checks/f1.ts', imports('./loop.ts'), 'no-restricted-imports'],
  ['src/checks/f2.ts', imports('../reporters/json.ts'), 'no-restricted-imports'],
  ['src/checks/f3.ts', imports('../node/read-folder.ts'), 'no-restricted-imports'],
  ['src/kind/g1.ts', imports('../checks/loop.ts'), 'no-restricted-imports'],
  ['src/kind/g2.ts', imports('../reporters/json.ts'), 'no-restricted-imports'],
  ['src/reporters/h1.ts', imports('../checks/loop.ts'), 'no-restricted-imports'],
  ['src/reporters/h2.ts', imports('../node/read-folder.ts'), 'no-restricted-imports'],
  ['src/reporters/h3.ts', imports('node:process'), 'no-restricted-imports'],
  ['src/node/i1.ts', imports('../commands/check.ts'), 'no-restricted-imports'],
  ['src/node/i2.ts', imports('../index.ts'), 'no-restricted-imports'],
  ['src/web/j1.ts', imports('../node/read-folder.ts'), 'no-restricted-imports'],
  ['src/web/j2.ts', imports('node:fs'), 'no-restricted-imports'],
  ['src/check-folder.ts', imports('./node/read-folder.ts'), 'no-restricted-imports'],
  ['src/examine.ts', imports('node:crypto'), 'no-restricted-imports'],
  ['src/index.ts', imports('./cli.ts'), 'no-restricted-imports'],
  ['src/commands/k1.ts', imports('../cli.ts'), 'no-restricted-imports'],
  ['src/checks/l1.ts', imports('../core/testing/make.ts'), 'no-restricted-imports'],
  ['src/core/m1.ts', "import { b } from './m2.ts';\nexport const a: number = b + 1;\n", 'no-cycle'],
  ['src/core/m2.ts', "import { a } from './m1.ts';\nexport const b: number = a + 1;\n", 'no-cycle'],
  ['src/core/n1.ts', 'export const now: number = Date.now();\n', 'no-restricted-globals'],
  ['src/kind/n2.ts', "export const x: string = new Intl.NumberFormat('en').format(1);\n", 'no-restricted-globals'],
  ['src/checks/n3.ts', 'export const x: number = globalThis.performance.now();\n', 'no-restricted-globals'],
  ['src/checks/n4.ts', 'export const x: number = Math.random();\n', 'no-restricted-properties'],
  ['src/kind/n5.ts', 'export const x: number = Math.exp(1);\n', 'no-restricted-properties'],
  ['src/views/n6.ts', "export const x: number = 'a'.localeCompare('b');\n", 'no-restricted-properties'],
  ['src/manifest/n7.ts', "export const x: string = 'a'.toLocaleLowerCase();\n", 'no-restricted-properties'],
  ['src/extractors/n8.ts', 'export const { log } = Math;\n', 'no-restricted-properties'],
  ['src/reporters/n9.ts', "console.log('printed');\n", 'no-console'],
  ['src/node/o1.ts', 'export function f(x: any): number {\n  return x.y;\n}\n', 'no-explicit-any'],
  ['src/node/o2.ts', "export const x: number = JSON.parse('1');\n", 'no-unsafe-assignment'],
  ['src/node/o3.ts', 'export function f(): void {\n  Promise.resolve(1);\n}\n', 'no-floating-promises'],
];

/** What the rules leave alone. */
const innocents: readonly (readonly [string, string])[] = [
  ['src/core/z1.ts', imports('./n1.ts')],
  ['src/views/z2.ts', imports('../core/z1.ts')],
  ['src/extractors/z3.ts', imports('../views/z2.ts')],
  ['src/manifest/z4.ts', imports('../core/z1.ts')],
  ['src/checks/z5.ts', imports('../manifest/z4.ts')],
  ['src/checks/z6.ts', imports('../kind/z9.ts')],
  ['src/checks/index.ts', imports('./z5.ts')],
  ['src/reporters/z6.ts', imports('../core/z1.ts')],
  ['src/node/z7.ts', imports('node:fs') + imports('../checks/z5.ts')],
  ['src/commands/z8.ts', imports('../index.ts') + imports('../node/z7.ts')],
  ['src/kind/z9.ts', 'export const x: number = Math.floor(Math.imul(3, 5) / Math.max(1, 2));\n'],
  ['src/checks/z5.test.ts', imports('./z5.ts') + imports('node:fs')],
];

function imports(specifier: string): string {
  return `import '${specifier}';\n`;
}

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

let diagnostics: readonly Diagnostic[] = [];

function tool(name: string, ...args: string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(join(root, 'node_modules/.bin', name), args, { cwd: project, encoding: 'utf8' });
}

beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.portable.json', 'package.json', '.gitignore'])
    cpSync(join(root, name), join(project, name));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  for (const [path, text] of [...offenders, ...innocents]) {
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { stdout } = tool('oxlint', '--format', 'json', 'src');
  diagnostics = (JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
});

describe('lint', () => {
  const named = (path: string): string[] =>
    diagnostics.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(path)).map(({ code }) => code);

  test.each(offenders)('%s breaks a rule', (path, _text, rule) => {
    expect(named(path).join(' ')).toContain(`(${rule})`);
  });

  test.each(innocents)('%s breaks none', (path) => {
    expect(named(path)).toEqual([]);
  });
});

test('parts that run in a browser do not compile against Node', () => {
  const { status, stdout } = tool('tsc', '-p', 'tsconfig.portable.json');
  expect(status).not.toBe(0);
  expect(stdout).toMatch(/src\/core\/a2\.ts.*node:fs/);
  writeFileSync(
    join(project, 'src/core/p1.ts'),
    'export const x: string = process.platform;\nexport const y: unknown = document.title;\n',
  );
  const again = tool('tsc', '-p', 'tsconfig.portable.json');
  expect(again.stdout).toMatch(/src\/core\/p1\.ts.*'process'/);
  expect(again.stdout).toMatch(/src\/core\/p1\.ts.*'document'/);
});

/** Where what decides a verdict lies. Classes such as \p{L} follow the engine's Unicode version; those of core/pattern.ts stay. */
const DECIDING = ['core', 'views', 'extractors', 'manifest', 'lists', 'kind', 'checks', 'reporters'];
const ENGINE_CLASS = /\\[pP]\{/;

const OUR_CLASS = /(?:pattern\(\s*'[a-z]*',?\s*\)|\bpiece)`(?:\\.|[^`\\])*`/gs;

function usesEngineClass(text: string): boolean {
  const code = text.replaceAll(/^ *(?:\/\/|\/?\*).*$/gm, '');
  return ENGINE_CLASS.test(code.replaceAll(OUR_CLASS, ''));
}

test('no class of the engine decides', () => {
  expect(usesEngineClass(String.raw`const x = /\p{L}+/u;`)).toBe(true);
  expect(usesEngineClass("const x = pattern('u')`\\p{L}+`;")).toBe(false);
  const users: string[] = [];
  for (const part of DECIDING)
    for (const path of readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' }))
      if (
        path.endsWith('.ts') &&
        !path.endsWith('.test.ts') &&
        usesEngineClass(readFileSync(join(root, 'src', part, path), 'utf8'))
      )
        users.push(`src/${part}/${path}`);
  expect(users, 'use src/core/unicode.ts or src/core/pattern.ts').toEqual([]);
});
