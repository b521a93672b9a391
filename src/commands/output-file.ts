/** `-o FILE`: the report in a file that is there whole or not at all, and never inside what is checked. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { errorWords } from '../node/names.ts';
import { visibleName } from '../reporters/escape.ts';

export interface OutputFile {
  add(text: string): Promise<void>;
  /** Gives the file its name. */
  done(): void;
}

/**
 * Opens a file beside the one asked for; it takes its name when all is written.
 * @throws UserError where it lies inside a checked folder (it would become part of the set) or cannot be written
 */
export async function openOutput(file: string, checked: readonly string[]): Promise<OutputFile> {
  const name = visibleName(file);
  let folder: string;
  try {
    folder = realpathSync(dirname(file));
  } catch (error) {
    throw new UserError(`-o ${name}: there is no folder ${visibleName(dirname(file))} (${errorWords(error)})`);
  }
  const target = join(folder, basename(file));
  // A link keeps its place: what it leads to is written, and must not be inside either.
  const existing = lstatSync(target, { throwIfNoEntry: false });
  let real = target;
  if (existing?.isSymbolicLink() === true)
    try {
      real = realpathSync(target);
    } catch {
      throw new UserError(`-o ${name} is a link that leads nowhere`);
    }
  for (const path of checked) {
    const inside = realOf(path);
    if (inside !== null && (real === inside || real.startsWith(inside.endsWith(sep) ? inside : inside + sep)))
      throw new UserError(
        `-o ${name} lies in ${visibleName(path)}, which is checked, and would become part of it: write the report somewhere else`,
      );
  }
  const stats = statSync(real, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) throw new UserError(`-o ${name} is a folder; name a file in it`);
  if (stats && !stats.isFile()) return straight(real, name);
  return whole(real, name, stats?.mode);
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** A device or a pipe (`-o /dev/stderr`) has no place to put a file. */
function straight(target: string, name: string): OutputFile {
  const fd = attempt(name, () => openSync(target, 'w'));
  return {
    add: (text) => Promise.resolve(attempt(name, () => writeAll(fd, text))),
    done: () => attempt(name, () => closeSync(fd)),
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function whole(target: string, name: string, mode: number | undefined): OutputFile {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const fd = attempt(name, () => openSync(temporary, 'wx', mode === undefined ? 0o666 : mode & 0o777));
  let open = true;
  const discard = (): void => {
    if (!open) return;
    open = false;
    try {
      closeSync(fd);
      unlinkSync(temporary);
    } catch {
      // Nothing more can be done about it.
    }
  };
  process.once('exit', discard);
  // Whoever breaks off finds no half file either.
  const broken = (signal: NodeJS.Signals): void => {
    discard();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, broken);
  const guarded = <T>(work: () => T): T => {
    try {
      return attempt(name, work);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return {
    add: (text) => Promise.resolve(guarded(() => writeAll(fd, text))),
    done() {
      guarded(() => {
        if (fstatSync(fd).isFile()) fsyncSync(fd);
        closeSync(fd);
        open = false;
        renameSync(temporary, target);
      });
      process.removeListener('exit', discard);
      for (const signal of SIGNALS) process.removeListener(signal, broken);
    },
  };
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
}

function attempt<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(`cannot write ${name}: ${errorWords(error)}`);
  }
}
