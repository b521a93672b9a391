/** The note behind an entry: its status, whom it waits for, and what a person wrote. */
import type { Status } from './types.ts';
import { statusOf, withoutFrom } from './words.ts';

interface Note {
  readonly status: Status;
  readonly from: string | null;
  readonly note: string | null;
}

const SEPARATORS = /[,;，；、､،؛︐︑︔﹐﹑﹔﹐՝፣፤;]/;

/** The note behind a path: after a colon or dash, or in brackets; a status word counts as the note up to the first comma. */
export function readNote(rest: string): Note {
  let text = rest
    .slice(0, 8192)
    .replace(/^[*_~"'”’»」』\u200e\u200f]+/, '')
    .trim();
  const closing = BRACKETS[text.charAt(0)];
  if (closing !== undefined) {
    const end = text.indexOf(closing);
    if (end > 0) {
      const inside = text.slice(1, end).trim();
      const after = withoutSeparator(text.slice(end + 1).trim());
      const found = withStatus(inside);
      if (found.status !== null)
        return {
          status: found.status,
          from: found.from,
          note: [found.note, after].filter((part) => part !== null && part !== '').join('; ') || null,
        };
      text = after === '' ? inside : text;
    }
  } else text = withoutSeparator(text);
  const found = withStatus(text);
  if (found.status !== null) return { status: found.status, from: found.from, note: found.note };
  return { status: 'required', from: null, note: text === '' ? null : text };
}

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】' };

function withoutSeparator(text: string): string {
  return text.replace(/^(?:[:：]|--?|[–—]{1,2}|[|,，;；、]|=|→|->)\s*/, '').trim();
}

function withStatus(text: string): {
  readonly status: Status | null;
  readonly from: string | null;
  readonly note: string | null;
} {
  const at = text.search(SEPARATORS);
  const word = (at < 0 ? text : text.slice(0, at)).replace(/^[\s*_~`(（[【]+|[\s*_~`)）\]】.。!！]+$/g, '');
  const status = word === '' ? null : statusOf(word);
  if (status === null) return { status, from: null, note: text };
  const rest = at < 0 ? '' : text.slice(at + 1).trim();
  const from = status === 'pending' && rest !== '' ? withoutFrom(rest) : null;
  return { status, from, note: rest === '' ? null : rest };
}

/** The note of a table row: what follows the path in its cell, else the cells behind it; a status word may have its own. */
export function rowNote(text: string, end: number): Note {
  const cells = splitCells(text.slice(end, end + 8192));
  const own = readNote(cells[0] ?? '');
  const others = cells
    .slice(1)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  if (own.status !== 'required' || statusOf(own.note ?? '') !== null) return { ...own, note: join(own.note, others) };
  for (let k = 0; k < others.length; k++) {
    const found = withStatus(others[k]!);
    if (found.status === null) continue;
    const rest = others.filter((_, other) => other !== k);
    return {
      status: found.status,
      from: found.from,
      note: join([own.note, found.note].filter((part) => part !== null).join('; ') || null, rest),
    };
  }
  return { ...own, note: join(own.note, others) };
}

function join(note: string | null, more: readonly string[]): string | null {
  const all = [...(note === null ? [] : [note]), ...more];
  return all.length === 0 ? null : all.join('; ');
}

/** Cells behind a point in a row: split at bars that no backslash precedes. */
export function splitCells(text: string): readonly string[] {
  const cells: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === '|') {
      cells.push(text.slice(start, i));
      start = i + 1;
    }
  }
  cells.push(text.slice(start));
  return cells;
}
