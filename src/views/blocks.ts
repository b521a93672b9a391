/**
 * Blocks of a document: what is prose, what is code, a table, a list item, a heading. Found line by line with one line of
 * look-ahead, so the time is linear in the text. Formats differ only in the scanner that is used.
 */
import type { Block, BlockKind, Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { asciidoc } from './scan/asciidoc.ts';
import { code, csv } from './scan/code.ts';
import { markdown } from './scan/markdown.ts';
import { mediawiki } from './scan/mediawiki.ts';
import { org } from './scan/org.ts';
import { plain } from './scan/plain.ts';
import { roff } from './scan/roff.ts';
import { rst } from './scan/rst.ts';
import { Scan } from './scan/scan.ts';
import { tex } from './scan/tex.ts';

export type { Block, BlockKind };

type Scanner = (scan: Scan) => void;

const SCANNERS: Readonly<Record<string, Scanner>> = {
  text: plain,
  markdown,
  rst,
  asciidoc,
  tex,
  roff,
  mediawiki,
  org,
  csv,
  tsv: csv,
  log: csv,
  json: code,
  yaml: code,
  toml: code,
  xml: code,
  proto: code,
  graphql: code,
  sql: code,
  abnf: code,
  code,
};

/**
 * The document's blocks in order, without overlaps; every line that is not blank lies in one. A block goes from its first
 * unit that is not white space (code: from the start of its first line) to the end of its last line, LF not included.
 * Of a format without a scanner the text is read as plain text.
 */
export const blocks: (document: Document) => readonly Block[] = view((document) => {
  if (document.structure) return document.structure;
  const scan = new Scan(document);
  (SCANNERS[document.format] ?? plain)(scan);
  return scan.out;
});
