/** What a document is by its form alone, whatever its words: a format that a machine reads, or a page of a site. */
import type { Document, Reason, Span } from '../core/types.ts';
import { at, lineColumn } from '../core/locate.ts';
import type { Analysis } from './index.ts';
import { shapeOf } from './shapes.ts';
import { type WebPage, webPage } from './web-page.ts';

/** What a document is by its form alone: a format that a machine reads, or a page that a site shows instead of a document. */
export function byForm(document: Document): Analysis | null {
  const page = webPage(document);
  if (page?.level === 'stop') return pageAnalysis(document, page);
  const shape = shapeOf(document);
  if (!shape) return null;
  const { line } = lineColumn(document, shape.span.start);
  const reason: Reason = {
    message:
      shape.role === 'specification'
        ? `it is ${shape.parsed || shape.name.startsWith('a ') ? shape.name : `a definition in ${shape.name}`}: line ${line} "${quoteOf(document, shape.span)}"`
        : `it is ${shape.name}: line ${line} "${quoteOf(document, shape.span)}"`,
    place: at(document, shape.span),
  };
  return {
    reading: { kind: shape.kind, role: shape.role, confidence: shape.confidence, reasons: [reason] },
    sure: false,
    absent: null,
    telling: [reason],
    shares: null,
  };
}

/** Confidence in a page that is beyond doubt one, and in one that is likely one. */
const PAGE_SURE = 0.99;
const PAGE_LIKELY = 0.9;

export function pageAnalysis(document: Document, { called, level, shown }: WebPage): Analysis {
  const [first] = shown;
  const place = first && at(document, { start: first.start, end: first.end });
  const reason: Reason = {
    message: place ? `it is ${called}: line ${place.line} "${quoteOf(document, first)}"` : `it is ${called}`,
    ...(place ? { place } : {}),
  };
  return {
    reading: {
      kind: 'web furniture',
      role: 'stray',
      confidence: level === 'stop' ? PAGE_SURE : PAGE_LIKELY,
      reasons: [reason],
    },
    sure: level === 'stop',
    absent: null,
    telling: [reason],
    shares: null,
  };
}

/** At most this many units of a quote stand inside a reason; its place has the whole. */
const REASON_QUOTE = 48;

/** What a reason quotes: one line of the span, cut. */
export function quoteOf(document: Document, span: Span): string {
  const text = document
    .slice(span.start, Math.min(span.end, span.start + 4 * REASON_QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= REASON_QUOTE) return text;
  const cut = text.slice(0, REASON_QUOTE);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
