/** A file that holds what a web server or site shows instead of a document: see kind/web-page.ts. */
import { companion } from '../core/companions.ts';
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { type WebPage, webPage } from '../kind/web-page.ts';
import { SPACES } from '../views/script.ts';

/** Longest quote inside the message, in units. */
const MESSAGE_UNITS = 60;
/** Related places, at most. */
const RELATED = 4;

function quoteOf(document: Document, { start, end }: Span): string {
  let stop = start;
  while (stop < end && stop - start < MESSAGE_UNITS && document.units[stop] !== 0x0a) stop++;
  return document.slice(start, stop).trim() + (stop < end && document.units[stop] !== 0x0a ? '…' : '');
}

const NEXT = 'Fetch the document again, as someone whom the site lets in, and put it in the place of this page';

function observation(document: Document, { called, level, shown, fact, title }: WebPage): Observation {
  const { units } = document;
  let start = 0;
  while (start < units.length && SPACES[units[start]!] === 1) start++;
  let end = units.length;
  while (end > start && SPACES[units[end - 1]!] === 1) end--;
  let line = units.indexOf(0x0a, start);
  if (line < 0 || line > end) line = end;
  const places = shown.slice(0, RELATED).map((span) => at(document, span));
  const proof = [
    ...(title === undefined ? [] : [`the title "${title.slice(0, MESSAGE_UNITS)}"`]),
    ...(fact ? [`line ${String(fact.line)} of the file "${fact.found.slice(0, MESSAGE_UNITS)}"`] : []),
    ...shown.slice(0, 2).map((span, i) => `line ${places[i]!.line} "${quoteOf(document, span)}"`),
  ].join(', ');
  return {
    level,
    message: `this is ${called} and no document: ${proof}`,
    next: NEXT,
    places: [at(document, { start, end }, { quoteEnd: line }), ...places.filter((place) => place.start !== start)],
  };
}

export const webFurniture: DocumentCheck = {
  id: 'web-furniture',
  title: 'A web page that stands in place of a document',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const found = webPage(document);
    // what a project says of itself under the name for it is short, and speaks of errors, reports and accounts
    const ownWords = document.format === 'markdown' && companion(document.path) !== null;
    if (found && !(ownWords && found.level === 'look')) yield observation(document, found);
  },
};
