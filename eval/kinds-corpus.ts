/** The corpus for the evaluation of kinds: every document that yields text, through the product's own readers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Kind } from '../src/core/types.ts';
import { createDocument } from '../src/core/document.ts';
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
  type Read = (source: { path: string; bytes: Uint8Array; sha256: string }) => Promise<{ outcome: string; document?: Document }>;
  let read: Read = crude;
  const index = '../src/extractors/index.js';
  try { read = ((await import(index)) as { read: Read }).read; } catch { console.log('no reader yet: crude text'); }
  const out: Labelled[] = [];
  for (const row of rows(corpus)) {
    if (split !== undefined && row.split !== split) continue;
    const bytes = readFileSync(join(corpus, row.file));
    const extension = /\.[^./]+$/.exec(row.file)?.[0] ?? '';
    const path = row.path.toLowerCase().endsWith(extension.toLowerCase()) ? row.path : row.path + extension;
    const reading = await read({ path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    if (reading.outcome !== 'read' || !reading.document) continue;
    out.push({ row, kind: KIND_OF_LABEL[row.label] ?? (row.label as Exclude<Kind, 'unclear'>), document: reading.document });
  }
  return out;
}

/** A document of plain text, for trials. */
export function textDocument(path: string, text: string): Document {
  return createDocument({ path, format: 'text', encoding: 'utf-8', text });
}

async function crude({ path, bytes }: { path: string; bytes: Uint8Array }): Promise<{ outcome: string; document?: Document }> {
  if (/\.(pdf|docx)$/i.test(path)) return { outcome: 'unsupported' };
  let text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  if (/\.html?$/i.test(path)) {
    text = text.replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<!--[\s\S]*?-->/g, '').replace(/<\/(?:p|div|li|h\d|tr|section)>|<br[^>]*>/gi, '\n').replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\n\s*\n\s*/g, '\n\n');
  }
  return { outcome: 'read', document: textDocument(path, text) };
}
