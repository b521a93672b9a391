/** The documents that false alarms and injections are measured on; see README of the corpus. None of them is in this project. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Document } from '../src/core/types.ts';
import { read } from '../src/extractors/index.ts';

export interface Row {
  readonly id: string;
  readonly split: 'train' | 'dev';
  readonly label: string;
  readonly role: 'spec' | 'supporting' | 'stray';
  readonly language: string;
  readonly source: string;
  readonly path: string;
  readonly sha256: string;
  readonly file: string;
}

/** The rows of manifest.tsv. */
export function rows(corpus: string): Row[] {
  const [head, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const names = head!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) as unknown as Row;
  });
}

/** The row's document as the product reads it; undefined where no text can be read. */
export async function load(corpus: string, row: Row): Promise<Document | undefined> {
  const bytes = readFileSync(join(corpus, row.file));
  // a path in a repository of man pages or Debian documents may end in .gz; what is stored is not compressed
  const name = row.path.replace(/\.gz$/u, '');
  const extension = extname(row.file);
  const path = name.toLowerCase().endsWith(extension.toLowerCase()) ? name : name + extension;
  const reading = await read({ path, bytes, sha256: row.sha256 });
  return 'document' in reading && reading.outcome === 'read' ? reading.document : undefined;
}
