/** Which list serves as the index where there is no INDEX.md: the first of these forms that is found at the top. */
import { bagit } from './bagit.ts';
import { datapackage, ocfl } from './inventories.ts';
import { llmsTxt, opf } from './publications.ts';
import { hashdeep, sums } from './sums.ts';
import type { FileList, ListFolder, ListReader } from './types.ts';

export type { FileList, ListedRow, ListFolder } from './types.ts';

const READERS: readonly ListReader[] = [bagit, ocfl, datapackage, hashdeep, sums, opf, llmsTxt];

/** The list that says what was meant to be in the folder; null where there is none. Throws where one cannot be read. */
export async function findList(folder: ListFolder): Promise<FileList | null> {
  for (const reader of READERS) {
    const list = await reader(folder);
    if (list) return list;
  }
  return null;
}
