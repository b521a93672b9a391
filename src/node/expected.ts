/** What was meant to be there, said from outside for every folder at once: an index with patterns, or a list of files. */
import { readFileSync } from 'node:fs';
import type { Instead } from '../check-folder.ts';
import { UserError } from '../core/errors.ts';
import { parseExpectList, rowsOf, type ExpectList } from '../lists/expect-list.ts';
import { readExpectation } from '../manifest/intent.ts';
import { errorCode, errorWords } from './names.ts';
import { visible, visibleName } from '../reporters/escape.ts';
import { counted } from '../reporters/words.ts';

export interface Expected {
  /** What was meant to be in a folder; empty where its own index says it. @throws UserError where the list names nothing for it */
  of(folder: string): Instead;
  /** The folders that a list names; null where there is no list. */
  readonly folders: readonly string[] | null;
}

/**
 * Reads the file of `--expect` or of `--expect-list`.
 * @throws UserError where both are given, where the file cannot be read, or where it says nothing
 */
export function expectedFrom({
  expect: file,
  expectList: listFile,
}: {
  readonly expect?: string;
  readonly expectList?: string;
}): Expected {
  if (file !== undefined && listFile !== undefined)
    throw new UserError('--expect and --expect-list both say what is meant: give one of them');
  if (file !== undefined) {
    const expect = readExpectation(readText('--expect', file), file);
    if (!expect.entries.some(({ declared }) => declared !== 'not-placed' && declared !== 'left-out'))
      throw new UserError(
        `--expect ${visibleName(file)} names no file under a heading such as Specifications: nothing would be expected`,
      );
    return { of: () => ({ expect }), folders: null };
  }
  if (listFile !== undefined) {
    const list = readList(listFile);
    return {
      of(folder) {
        const rows = rowsOf(list, folder);
        if (rows.length === 0) throw new UserError(`${visibleName(listFile)} names no file in ${visibleName(folder)}`);
        return { expectList: { name: listFile, rows } };
      },
      folders: [...list.byFolder.keys()],
    };
  }
  return { of: () => ({}), folders: null };
}

/** @throws UserError where the list cannot be read, holds a line that cannot, or holds none */
export function readList(file: string): ExpectList {
  const list = parseExpectList(readText('--expect-list', file), file);
  const [first] = list.errors;
  if (first) {
    const more = list.errors.length - 1;
    throw new UserError(
      `${visibleName(file)} line ${first.line}: ${visible(first.message)}${more === 0 ? '' : ` (and ${counted(more, 'more line')} that cannot be read)`}`,
    );
  }
  if (list.rows.length === 0)
    throw new UserError(`--expect-list ${visibleName(file)} names no file: nothing would be expected`);
  return list;
}

function readText(option: string, file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UserError(
      `${option}: ${errorCode(error) === 'ENOENT' ? `there is no file ${visibleName(file)}` : `${visibleName(file)} cannot be read: ${errorWords(error)}`}`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${option}: ${visibleName(file)} is not UTF-8 text`);
  }
}
