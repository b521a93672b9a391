/** The usual tools on the same folders, read as kindly as their words allow. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contents } from './folders.ts';

/** Writes what lies in the folder. */
export function lay(contents: Contents, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of contents.files) put(join(folder, path), bytes);
  for (const path of contents.litter)
    put(join(folder, path), path.endsWith('.DS_Store') ? Buffer.from('\0\0\0\x01Bud1') : Buffer.alloc(0));
  for (const path of contents.linksOut) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync('/etc/hostname', join(folder, path));
  }
}

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

export interface Said {
  /** Anything but approval. */
  readonly noticed: boolean;
  /** The file stands in what is said. */
  readonly named: boolean;
  /** What is said of it is what happened, read kindly. */
  readonly right: boolean;
}

const CHANGED = new Set([
  'line ends',
  'byte order mark',
  'white space',
  'truncated',
  'appended',
  'emptied',
  'replaced',
  'edited',
]);
const MOVED = new Set(['renamed', 'NFC/NFD', 'case', 'swapped']);
const NEW = new Set(['extra', 'sibling', 'stray', 'link out']);

/** `sha256sum -c`: right where it says of a changed file FAILED, of a missing one that it cannot be opened; of litter, nothing. */
export function sha256sum(folder: string, kind: string, paths: readonly string[]): Said {
  const run = spawnSync('sha256sum', ['-c', 'INDEX.sha256'], { cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
  const lines = `${run.stdout.toString()}\n${run.stderr.toString()}`
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(': OK'));
  const noticed = run.status !== 0;
  const mine = lines.filter((line) => paths.some((path) => line.includes(path)));
  const right =
    kind === 'litter'
      ? !noticed
      : mine.some(
          (line) =>
            (CHANGED.has(kind) && line.endsWith(': FAILED')) || (kind === 'missing' && line.includes('FAILED open')),
        );
  return { noticed, named: mine.length > 0, right };
}

/** The known hashes of a folder, for `hashdeep`. */
export function hashdeepKnown(folder: string, to: string): void {
  const run = spawnSync(
    'sh',
    ['-c', `find . -type f ! -name INDEX.sha256 ! -name INDEX.md -print0 | xargs -0 hashdeep -c sha256 -l > "${to}"`],
    { cwd: folder },
  );
  if (run.status !== 0) throw new Error(run.stderr.toString());
}

/** `hashdeep -a -vv`: right where it says Moved of a move or a swap, No match of what is new, not used of what is missing. */
export function hashdeep(folder: string, known: string, kind: string, paths: readonly string[]): Said {
  const run = spawnSync(
    'sh',
    [
      '-c',
      `find . ! -type d ! -name INDEX.sha256 ! -name INDEX.md -print0 | xargs -0 hashdeep -c sha256 -l -a -vv -k "${known}"`,
    ],
    { cwd: folder },
  );
  const lines = run.stdout.toString().split('\n');
  const noticed = !lines.some((line) => line.includes('Audit passed'));
  const mine = lines.filter((line) => paths.some((path) => line.includes(path)) && !line.endsWith(': Ok'));
  const says = (words: string): boolean => mine.some((line) => line.includes(words));
  const right =
    kind === 'litter'
      ? !noticed
      : MOVED.has(kind)
        ? says('Moved from')
        : NEW.has(kind)
          ? says('No match')
          : kind === 'missing'
            ? says('Known file not used')
            : kind === 'replaced'
              ? says('No match') && says('Known file not used')
              : false;
  return { noticed, named: mine.length > 0, right };
}
