/** The corpus for the evaluation of kinds: every document that yields text, through the product's own readers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Kind } from '../src/core/types.ts';
import { read } from '../src/extractors/index.ts';
import { type Row, rows } from './corpus.ts';

export interface Labelled {
  readonly row: Row;
  readonly kind: Exclude<Kind, 'unclear'>;
  readonly document: Document;
}

const KIND_OF_LABEL: Readonly<Record<string, Exclude<Kind, 'unclear'>>> = {
  'webpage-junk': 'web furniture',
  'recipe-resume': 'recipe or résumé',
};

export async function labelled(corpus: string, split?: string): Promise<Labelled[]> {
  const out: Labelled[] = [];
  for (const row of rows(corpus)) {
    if (split !== undefined && row.split !== split) continue;
    const bytes = readFileSync(join(corpus, row.file));
    const extension = /\.[^./]+$/.exec(row.file)?.[0] ?? '';
    const path = row.path.toLowerCase().endsWith(extension.toLowerCase()) ? row.path : row.path + extension;
    const reading = await read({ path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    if (reading.outcome !== 'read') continue;
    out.push({
      row,
      kind: KIND_OF_LABEL[row.label] ?? (row.label as Exclude<Kind, 'unclear'>),
      document: reading.document,
    });
  }
  return out;
}
