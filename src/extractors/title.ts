/** A document's title. */
import { DATA_FORMATS } from '../core/formats.ts';
import type { Document } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { frontMatterTitle } from './markdown.ts';
import { pattern } from '../core/pattern.ts';

const WORD_CHARACTER = pattern('u')`[\p{L}\p{N}]`;

/** The longest title, in UTF-16 code units. */
export const TITLE_UNITS = 120;

/**
 * The title by which a person knows the document: its front matter's, else its first heading among the first blocks, else
 * its first line of text. Marks of headings and emphasis are taken off. Null where there is no text.
 */
export function titleOf(document: Document): string | null {
  if (document.format === 'markdown') {
    const title = frontMatterTitle(document);
    if (title !== null) return clip(title);
  }
  if (DATA_FORMATS.has(document.format)) {
    const title = dataTitle(document);
    return title === null ? null : clip(title);
  }
  const all = blocks(document);
  let first: string | null = null;
  let named: string | null = null;
  let seen = 0;
  for (const block of all) {
    if (block.kind === 'heading') {
      const text = clean(document, block.start, block.end);
      // Before a numbered heading of a plain text stands what it is called.
      if (text !== '') return clip(named !== null && document.format === 'text' && /^\d/u.test(text) ? named : text);
    }
    if (named === null && block.kind === 'prose' && block.end - block.start <= 200) {
      const text = clean(document, block.start, block.end);
      if (text !== '') named = text;
    }
    if (
      first === null &&
      (block.kind === 'prose' || block.kind === 'list' || block.kind === 'quote' || block.kind === 'table')
    ) {
      const text = clean(document, block.start, block.end);
      if (text !== '') first = text;
    }
    if (++seen >= 12 && first !== null) break;
    if (seen >= 200) break;
  }
  if (first !== null) return clip(first);
  return null;
}

/** A `title` near the top of a data file: `"title": "Payments"`, `title: Payments`, `<title>Payments</title>`. */
function dataTitle(document: Document): string | null {
  if (
    document.format !== 'json' &&
    document.format !== 'yaml' &&
    document.format !== 'toml' &&
    document.format !== 'xml'
  )
    return null;
  const head = document.slice(0, Math.min(document.units.length, 4000));
  const found =
    document.format === 'xml'
      ? /<title>\s*([^<>]{2,300}?)\s*<\/title>/u.exec(head)
      : /(?:^|[\s{,])"?title"?\s*[:=]\s*(?:"([^"\n]{2,300})"|'([^'\n]{2,300})'|([^\s"'{[|>][^\n{[]{1,300}))/u.exec(
          head,
        );
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

/** The first line with letters or digits, without the marks around it. */
function clean(document: Document, start: number, end: number): string {
  const text = document.slice(start, Math.min(end, start + 2000));
  for (const line of text.split('\n')) {
    let words = line
      .replace(/^[\s#=>*+|.-]+|[\s#=*|]+$/gu, '')
      .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/gu, '')
      .replace(/\[([^\]\n]{0,300})\]\([^)\n]{0,400}\)/gu, '$1')
      .replace(/<\/?[A-Za-z][^<>\n]{0,200}>/gu, '')
      .replace(/[*_`]{1,3}([^*_`\n]{1,200})[*_`]{1,3}/gu, '$1')
      .trim();
    if (document.format === 'tex')
      words = words.replace(/^\\(?:title|chapter|section|part)\*?\s*\{?/u, '').replace(/\}.*$/u, '');
    if (document.format === 'roff') words = words.replace(/^[A-Za-z]{1,2}\s+/u, '').replace(/"/gu, '');
    if (WORD_CHARACTER.test(words)) return words;
  }
  return '';
}

/** At most 120 units of one line, cut between characters. */
export function clip(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= TITLE_UNITS) return line;
  const last = line.charCodeAt(TITLE_UNITS - 1);
  return line.slice(0, last >= 0xd800 && last < 0xdc00 ? TITLE_UNITS - 1 : TITLE_UNITS).trimEnd();
}
