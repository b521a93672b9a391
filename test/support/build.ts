/** Tests in test/ run against dist: this builds it once before them, if a source is newer than the last build. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'dist/.built');

function lastChange(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.name.endsWith('.test.ts'))
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return newest;
}

function lastBuild(): number {
  try {
    return statSync(stamp).mtimeMs;
  } catch {
    return 0;
  }
}

export function setup(): void {
  const started = new Date();
  if (lastBuild() > lastChange(join(root, 'src'))) return;
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}${stderr}`);
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}
