/** Paths as people type them. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { visible, visibleName } from '../reporters/escape.ts';
import { COMMANDS, nearest } from './arguments.ts';

/** Without an argument: ./seeds if that is a folder, else the current folder. */
export function defaultFolder(): string {
  return statSync('seeds', { throwIfNoEntry: false })?.isDirectory() === true ? 'seeds' : '.';
}

/** @throws UserError, with the nearest command or name, where there is nothing of that name; else nothing happens */
export function explainNoPath(path: string): void {
  if (path === '') throw new UserError('an empty path names nothing; for the current folder write .');
  let stats;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch {
    // Whatever it is, opening it says so better.
    return;
  }
  if (stats) {
    if (!stats.isDirectory() && !stats.isFile())
      throw new UserError(`${visibleName(path)} is a ${kindOf(stats)}, neither a folder nor a file`);
    return;
  }
  throw new UserError(`there is no file or folder ${visibleName(path)}${suggestion(path)}`);
}

/** The same where only a folder will do. @throws UserError */
export function explainNoFolder(path: string): void {
  explainNoPath(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    throw new UserError(`${visibleName(path)} is a file; name the folder it is in`);
}

function kindOf(stats: { isFIFO(): boolean; isSocket(): boolean }): string {
  return stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device';
}

function suggestion(path: string): string {
  const command = /^[a-z]+$/.test(path) ? nearest(path, COMMANDS) : null;
  if (command !== null) return ` (did you mean the command ${command}?)`;
  if (/[*?]/.test(path)) return ' (the shell found nothing that fits the pattern)';
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)));
    return near === null
      ? ''
      : ` (did you mean ${visible(dirname(path) === '.' ? near : `${dirname(path)}/${near}`)}?)`;
  } catch {
    return '';
  }
}

/** The path, inside a folder, of what a path from here leads to, with `/`; null where it lies outside or its folder is not there. */
export function pathInFolder(path: string, folder: string): string | null {
  let inside: string;
  try {
    inside = relative(realpathSync(folder), realpathSync(dirname(path)));
  } catch {
    return null;
  }
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const name = basename(path);
  return inside === '' ? name : `${inside.replaceAll(sep, '/')}/${name}`;
}
