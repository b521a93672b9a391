/** Jupyter notebooks: the cells in order, as Markdown: code in fences, what it printed in fences behind it. */
import { DEFAULT_LIMITS } from './limits.ts';
import type { Part } from '../core/types.ts';

export interface NotebookText {
  readonly text: string;
  /** `cell 3`, from 1. */
  readonly parts: readonly Part[];
}

/** The most of what one cell printed that is read. */
const OUTPUT_UNITS = 100_000;

/** The text of a notebook (nbformat 3 or 4); null where the JSON is none, or no notebook. */
export function readNotebook(json: string): NotebookText | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const sheets = Array.isArray(value['worksheets']) ? (value['worksheets'] as unknown[]) : [value];
  const cells = sheets.flatMap((sheet) =>
    isRecord(sheet) && Array.isArray(sheet['cells']) ? (sheet['cells'] as unknown[]) : [],
  );
  if (cells.length === 0 && !('nbformat' in value)) return null;
  const metadata = isRecord(value['metadata']) ? value['metadata'] : {};
  const spec = isRecord(metadata['kernelspec']) ? metadata['kernelspec'] : {};
  const language =
    typeof spec['language'] === 'string' && /^[\w+#-]{1,20}$/u.test(spec['language']) ? spec['language'] : '';
  let text = '';
  const parts: Part[] = [];
  for (const [i, cell] of cells.entries()) {
    if (!isRecord(cell) || text.length > DEFAULT_LIMITS.units) continue;
    const source = joined(cell['source'] ?? cell['input'])
      .replace(/\r\n?/gu, '\n')
      .trimEnd();
    const pieces: string[] = [];
    const type = cell['cell_type'];
    if (type === 'code') {
      if (source !== '') pieces.push(fenced(source, language));
      const shown = outputs(cell['outputs']);
      if (shown !== '') pieces.push(fenced(shown, 'text'));
    } else if (type === 'heading') {
      const level = typeof cell['level'] === 'number' ? Math.max(1, Math.min(6, cell['level'])) : 1;
      if (source !== '') pieces.push(`${'#'.repeat(level)} ${source}`);
    } else if (source !== '') pieces.push(type === 'raw' ? fenced(source, '') : source);
    if (pieces.length === 0) continue;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += pieces.join('\n\n');
    parts.push({ label: `cell ${String(i + 1)}`, start, end: text.length });
  }
  return { text: text === '' ? '' : `${text}\n`, parts };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or lines of one. */
function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? (value as unknown[]).filter((one) => typeof one === 'string').join('') : '';
}

function outputs(value: unknown): string {
  if (!Array.isArray(value)) return '';
  let text = '';
  for (const output of value as unknown[]) {
    if (!isRecord(output) || text.length > OUTPUT_UNITS) continue;
    const data = isRecord(output['data']) ? output['data'] : {};
    text += joined(output['text']) || joined(data['text/plain']);
  }
  return text.slice(0, OUTPUT_UNITS).replace(/\r\n?/gu, '\n').trimEnd();
}

/** In a fence that is longer than any run of backticks inside. */
function fenced(text: string, language: string): string {
  let most = 2;
  for (const run of text.match(/`{3,}/gu) ?? []) most = Math.max(most, run.length);
  const fence = '`'.repeat(most + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
