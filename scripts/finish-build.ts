/**
 * After tsc has put one module for each source into .cache/modules: makes dist/ of them. Code is put together into few files,
 * for most of a short run is the opening and linking of modules; declarations, pages, schemas and libraries are copied.
 */
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const modules = fileURLToPath(new URL('../.cache/modules/', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Where the shared code goes. From there `./worker.js` and `../checks/loop.md` are what they are to their sources. */
const CODE = 'node/';
/**
 * What is loaded when asked for, one file for each of these: code that two files share goes into a third, so that many files
 * here would be many files for all.
 */
const TOGETHER: Readonly<Record<string, RegExp>> = {
  commands: /^commands\/(?:check|init|seal|why|text|export|output-file)\.js$/,
  readers: /^extractors\/(?:docx|pptx|xlsx|odf|rtf|mail|doc|archive|epub|pdf\/index)\.js$/,
};
/** A module of so many bytes that imports nothing is data, and stays as it is: ASCII by itself takes half the memory. */
const DATA = 100_000;

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** Relative to dist/. */
const made = new Set<string>();
function copy(from: string, path: string): void {
  cpSync(join(from, path), join(dist, path));
  made.add(path);
}

for (const path of files(modules))
  if (!existsSync(join(src, path.replace(/\.(js|d\.ts)$/, '.ts')))) rmSync(join(modules, path));

/** The pages of the checks, schemas, data and libraries, which are read when the tool runs. */
for (const path of files(src))
  if ((/\.(md|json|mjs)$/.test(path) || path.endsWith('LICENSE')) && !path.includes('testing')) {
    copy(src, path);
    cpSync(join(src, path), join(modules, path));
  }

/** What stays a file of its own, as code in dist/node/ finds it. */
function apart(path: string): { readonly path: string; readonly external: true } {
  copy(modules, path);
  return { path: relative(join(dist, CODE), join(dist, path)).replaceAll('\\', '/'), external: true };
}

const { metafile } = await build({
  absWorkingDir: dist,
  entryPoints: {
    cli: join(modules, 'cli.js'),
    index: join(modules, 'index.js'),
    [`${CODE}worker`]: join(modules, 'node/worker.js'),
  },
  outdir: dist,
  chunkNames: `${CODE}[name]-[hash]`,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  packages: 'external',
  metafile: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'files of their own',
      setup(builder) {
        builder.onLoad({ filter: /./, namespace: 'together' }, ({ path: name }) => ({
          contents: files(modules)
            .filter((path) => TOGETHER[name]!.test(path))
            .map((path) => `export * from './${path}';`)
            .join('\n'),
          resolveDir: modules,
        }));
        builder.onResolve({ filter: /^\..*\.m?js$/ }, ({ path: name, resolveDir, kind }) => {
          const path = relative(modules, join(resolveDir, name)).replaceAll('\\', '/');
          const group = Object.keys(TOGETHER).find((each) => TOGETHER[each]!.test(path));
          if (kind === 'dynamic-import' && group) return { path: group, namespace: 'together' };
          if (path.endsWith('.mjs')) return apart(path);
          const large = statSync(join(modules, path)).size >= DATA;
          return large && !/^import /m.test(readFileSync(join(modules, path), 'latin1')) ? apart(path) : undefined;
        });
      },
    },
  ],
});
for (const [path, { imports }] of Object.entries(metafile.outputs)) {
  made.add(path);
  if (!path.startsWith(CODE) && imports.some((one) => one.path.startsWith('../')))
    throw new Error(`${path} asks for a file by its way from dist/${CODE}`);
}

/** The declarations that those of the library lead to. */
const open = ['index.d.ts'];
for (let path = open.pop(); path !== undefined; path = open.pop()) {
  if (made.has(path)) continue;
  copy(modules, path);
  for (const [, name] of readFileSync(join(modules, path), 'utf8').matchAll(
    /(?:from |import\()['"](\.[^'"]+)\.[jt]s['"]/g,
  ))
    open.push(join(dirname(path), `${name}.d.ts`).replaceAll('\\', '/'));
}

for (const path of files(dist)) if (!made.has(path) && path !== '.built') rmSync(join(dist, path));
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true }))
  if (entry.isDirectory()) {
    const folder = join(entry.parentPath, entry.name);
    if (existsSync(folder) && files(folder).length === 0) rmSync(folder, { recursive: true });
  }
chmodSync(join(dist, 'cli.js'), 0o755);
