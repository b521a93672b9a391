/** What the injections of damaged content share: where prose stands, where a passage may be put in, and how edits are applied. */
import type { Block, Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import type { Random } from '../random.ts';
import type { Injected, Severity } from './types.ts';

/** Formats in which people write prose and whose text is the file itself. */
const TEXTUAL: ReadonlySet<string> = new Set([
  'text',
  'markdown',
  'rst',
  'asciidoc',
  'tex',
  'roff',
  'mediawiki',
  'org',
]);

/** Spans given for one injection at most; the first is what counts. */
const SPANS = 2000;

export function isTextual(document: Document): boolean {
  return TEXTUAL.has(document.format) && document.origin === undefined;
}

/** Paragraphs, list items and quotations, at least `shortest` units long. */
export function proseBlocks(document: Document, shortest = 40): readonly Block[] {
  if (!isTextual(document)) return [];
  return blocks(document).filter(
    (b) => (b.kind === 'prose' || b.kind === 'list' || b.kind === 'quote') && b.end - b.start >= shortest,
  );
}

/** Offsets of line starts where a paragraph may be put in: behind an empty line, before a paragraph, list or heading. */
export function gaps(document: Document): readonly number[] {
  if (!isTextual(document)) return [];
  const { text } = document;
  const found: number[] = [];
  for (const block of blocks(document)) {
    if (block.kind !== 'prose' && block.kind !== 'heading') continue;
    const start = text.lastIndexOf('\n', block.start - 1) + 1;
    if (start < 2 || start !== block.start || text[start - 2] !== '\n') continue;
    found.push(start);
  }
  return found;
}

/** One change of the text: what stands from `start` to `end` becomes `text`. All of `text` is damage but for white space at its ends. */
export interface Edit extends Span {
  readonly text: string;
  /** A decoy: it is put in, but is no damage. */
  readonly harmless?: true;
}

/** Applies edits, which must not overlap; undefined where none is left or nothing changes. */
export function apply(text: string, edits: readonly Edit[], facets: readonly string[]): Injected | undefined {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    if (text.slice(edit.start, edit.end) === edit.text) continue;
    out += text.slice(at, edit.start);
    const from = out.length + (/^\s*/u.exec(edit.text)?.[0].length ?? 0);
    out += edit.text;
    at = edit.end;
    const to = out.length - (/[ \t\n]*$/u.exec(edit.text)?.[0].length ?? 0);
    if (to > from && spans.length < SPANS && !edit.harmless) spans.push({ start: from, end: to });
  }
  out += text.slice(at);
  const [first, ...rest] = spans;
  return first ? { text: out, spans: [first, ...rest], facets } : undefined;
}

/** `count` of the items in their order, drawn without putting back. */
export function sample<T>(chance: Random, items: readonly T[], count: number): T[] {
  const indexes = items.map((_, i) => i);
  const take = Math.min(count, items.length);
  for (let i = 0; i < take; i++) {
    const j = i + chance.below(indexes.length - i);
    const kept = indexes[i]!;
    indexes[i] = indexes[j]!;
    indexes[j] = kept;
  }
  return indexes
    .slice(0, take)
    .toSorted((a, b) => a - b)
    .map((i) => items[i]!);
}

export function shuffled<T>(chance: Random, items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    const kept = out[i]!;
    out[i] = out[j]!;
    out[j] = kept;
  }
  return out;
}

export function bySeverity<T>(severity: Severity, mild: T, moderate: T, severe: T): T {
  return severity === 'mild' ? mild : severity === 'moderate' ? moderate : severe;
}

/** Places in prose that match, as spans; at most `most` are looked for. */
export function matches(
  document: Document,
  pattern: RegExp,
  within: readonly Span[] = proseBlocks(document),
  most = 20_000,
): Span[] {
  const { text } = document;
  const found: Span[] = [];
  for (const { start, end } of within) {
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const at = start + match.index;
      found.push({ start: at, end: at + match[0].length });
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** How many characters of the text match. */
export function count(text: string, pattern: RegExp): number {
  let n = 0;
  for (const _ of text.matchAll(pattern)) n++;
  return n;
}

/** Whether most letters of the document are Latin. */
export function mostlyLatin(document: Document): boolean {
  const head = document.text.slice(0, 50_000);
  const letters = count(head, /\p{L}/gu);
  return letters > 0 && count(head, /\p{Script=Latin}/gu) * 2 > letters;
}
