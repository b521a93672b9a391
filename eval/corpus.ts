/** The documents that false alarms and injections are measured on; see README of the corpus. None of them is in this project. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createDocument } from '../src/core/document.ts';
import type { Document } from '../src/core/types.ts';

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

const FORMATS: Readonly<Record<string, string>> = {
  md: 'markdown', rst: 'rst', asc: 'asciidoc', adoc: 'asciidoc', tex: 'tex', mediawiki: 'mediawiki', json: 'json', yml: 'yaml',
  yaml: 'yaml', xml: 'xml', csv: 'csv', tsv: 'tsv', proto: 'proto', txt: 'text',
};

/** The row's document as the product reads it; undefined where no text can be read. */
export function load(corpus: string, row: Row): Document | undefined {
  const bytes = readFileSync(join(corpus, row.file));
  const extension = /\.([^.]+)$/.exec(basename(row.file))?.[1] ?? '';
  if (['pdf', 'docx', 'html'].includes(extension)) return undefined;
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  return createDocument({ path: row.path, format: /^\d$/.test(extension) ? 'roff' : (FORMATS[extension] ?? 'text'), encoding: 'utf-8', text });
}
