/** Links of the other text formats: what their includes, images and references name. */
import type { Document } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { blockAt } from '../views/context.ts';
import { lines } from '../views/lines.ts';
import { namesIn, type Links } from './targets.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly how: 'link' | 'embed';
  /** Appended to a target without an extension. */
  readonly extension?: string;
}

/** Patterns are tried on each line by itself, at most this long; each has one group, the target. */
const LINE_UNITS = 2000;

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  rst: [
    { pattern: /^\s*\.\. +(?:\|[^|\n]{1,80}\| +)?(?:image|figure)::\s+(\S+)/gu, how: 'embed' },
    { pattern: /^\s*\.\. +(?:include|literalinclude)::\s+(\S+)/gu, how: 'embed' },
    { pattern: /^\s*\.\. +_[^:\n]{1,200}:\s+(\S+)\s*$/gu, how: 'link' },
    { pattern: /`[^`<>\n]{0,200}<([^<>`\s]{1,200})>`__?/gu, how: 'link' },
  ],
  asciidoc: [
    { pattern: /^(?:include|image|video|audio)::([^\s[]{1,400})\[/gu, how: 'embed' },
    { pattern: /\bimage:([^\s[:]{1,400})\[/gu, how: 'embed' },
    { pattern: /\b(?:link|xref):([^\s[]{1,400})\[/gu, how: 'link' },
    {
      pattern: /<<([^<>,\s]{1,200}\.(?:adoc|asciidoc|html|md))(?:#[^<>,\n]{0,200})?(?:,[^<>\n]{0,200})?>>/gu,
      how: 'link',
    },
  ],
  tex: [
    { pattern: /^[^%\n]{0,400}?\\(?:input|include|subfile)\{([^{}\n]{1,200})\}/gu, how: 'embed', extension: '.tex' },
    { pattern: /^[^%\n]{0,400}?\\includegraphics\s*(?:\[[^\]\n]{0,200}\])?\{([^{}\n]{1,200})\}/gu, how: 'embed' },
  ],
  org: [{ pattern: /\[\[file:([^\]\n]{1,300}?)(?:::[^\]\n]{0,200})?\]/gu, how: 'link' }],
  json: [{ pattern: /"\$ref"\s*:\s*"([^"\n]{1,400})"/gu, how: 'link' }],
  yaml: [{ pattern: /\$ref['"]?\s*:\s*['"]?([^'"\s,}]{1,400})/gu, how: 'link' }],
};

/** Formats in whose prose names of files are looked for. */
const NAMED: ReadonlySet<string> = new Set([
  'text',
  'rst',
  'asciidoc',
  'org',
  'mediawiki',
  'html',
  'tex',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'doc',
  'epub',
  'pptx',
  'odp',
]);

/** Adds what a document of any format but Markdown and HTML refers to, and the names of files in its prose. */
export function references(document: Document, links: Links): void {
  const rules = RULES[document.format];
  if (rules) {
    const { starts, ends, count } = lines(document);
    for (let line = 0; line < count; line++) {
      const start = starts[line]!;
      const end = ends[line]!;
      if (end - start < 6 || !suspicious(document.units, start, Math.min(end, start + LINE_UNITS))) continue;
      const text = document.slice(start, Math.min(end, start + LINE_UNITS));
      for (const { pattern, how, extension } of rules) {
        pattern.lastIndex = 0;
        for (const match of text.matchAll(pattern)) {
          const target = match[1]!;
          // an example of the markup
          if (document.format === 'rst' && isCode(document, start)) break;
          links.add(
            extension !== undefined && !/\.\w{1,5}$/u.test(target) ? target + extension : target,
            start + match.index,
            how,
          );
        }
      }
    }
  }
  if (NAMED.has(document.format) && !document.origin)
    proseNames(document, (name, offset) => {
      links.add(name, offset, 'name');
    });
}

/** Whether a line that is not blank is in a block of code. */
const isCode = (document: Document, offset: number): boolean => blockAt(document, offset)?.kind === 'code';

/** Names of files in the document's prose; offsets are into its text. */
export function proseNames(document: Document, found: (name: string, offset: number) => void): void {
  for (const { kind, start, end } of blocks(document))
    if (kind === 'prose' || kind === 'list' || kind === 'quote' || kind === 'heading')
      namesIn(document.units, start, end, found);
}

/** Whether a line has one of the units that every rule needs: `:` `<` `\` `$` `[`. */
function suspicious(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (unit === 0x3a || unit === 0x3c || unit === 0x5c || unit === 0x24) return true;
  }
  return false;
}
