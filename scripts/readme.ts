/**
 * Runs the console blocks of README.md and puts what they print back into it: `npm run readme`. A test does the same and
 * compares, so that no output in the README is made up or out of date.
 *
 * All blocks run one after the other in one scratch folder with a copy of examples/. In a block, `$ command` is run and
 * the lines below it are its output. `<!-- $ command -->` outside of blocks is run too, and shown to nobody.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const PART = /^```console\n(?<block>[^]*?)^```$|^<!-- \$ (?<hidden>.*) -->$/gm;

/** The text with the output of every command as it is now. Needs dist/. */
export function refresh(text: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'seedcheck-readme-'));
  try {
    cpSync(join(root, 'examples'), join(scratch, 'examples'), { recursive: true });
    return text.replaceAll(PART, (...found) => {
      const { block, hidden } = found.at(-1) as { readonly block?: string; readonly hidden?: string };
      if (hidden !== undefined) run(hidden, scratch);
      if (block === undefined) return found[0];
      const commands = block.split('\n').filter((line) => line.startsWith('$ '));
      return `\`\`\`console\n${commands.map((line) => `${line}\n${run(line.slice(2), scratch)}`).join('')}\`\`\``;
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** What a command prints; `npx seedcheck` and `seedcheck` are this one. */
function run(command: string, cwd: string): string {
  const shell = `npx() { shift; npm_command=exec node "$SEEDCHECK" "$@"; }; seedcheck() { node "$SEEDCHECK" "$@"; }; ${command}`;
  const { stdout, stderr, error } = spawnSync('bash', ['-c', shell], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, LC_ALL: 'C.UTF-8', SEEDCHECK: join(root, 'dist/cli.js') },
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(`${command}\n${stderr}`);
  return stdout;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(root, 'README.md');
  const before = readFileSync(path, 'utf8');
  const after = refresh(before);
  if (before !== after) writeFileSync(path, after);
  console.log(`README.md: ${before === after ? 'unchanged' : 'written'}`);
}
