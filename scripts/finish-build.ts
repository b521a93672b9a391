/** After tsc: puts what it does not copy beside its output, takes out what no source stands behind, and marks the command. */
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** The pages of the checks, schemas, data and libraries, which are read when the tool runs. */
const assets = files(src).filter(
  (path) => (/\.(md|json|mjs)$/.test(path) || path.endsWith('LICENSE')) && !path.includes('testing'),
);
for (const path of assets) cpSync(join(src, path), join(dist, path));

for (const path of files(dist)) {
  if (path === '.built') continue;
  const source = join(src, path.replace(/\.(js|d\.ts)$/, '.ts'));
  if (!existsSync(source)) rmSync(join(dist, path));
}

if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);
