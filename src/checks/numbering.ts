/** A number that is given twice: two requirements of one identifier, two sections of one number. */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { goneOnPurpose, identifiers, type Identifier } from '../views/identifiers.ts';
import { labels, type Label } from '../views/numbering.ts';

/** Definitions of one scheme below which names with a number are no system. */
const LEAST = 5;
/** More doubles than one in so many are how the document repeats what it lists. */
const ONE_IN = 8;
/** Numbered headings, that follow each other by one, for each number that is there twice. */
const STEPS = 8;
/** Most findings of one document. */
const MOST = 4;
/** Units of text by which two definitions differ or not. */
const TEXT_UNITS = 80;

const NEXT = 'Give one of the two another number, and look at what refers to it';

export const numbering: DocumentCheck = {
  id: 'numbering',
  title: 'A number that is given twice',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    yield* doubleIdentifiers(document);
    yield* doubleHeadings(document);
  },
};

/** Two requirements of one identifier: headings, or rows of one table, with different words. */
function* doubleIdentifiers(document: Document): Iterable<Observation> {
  const defined = identifiers(document).filter(
    ({ defines, kind }) => defines && (kind === 'heading' || kind === 'table'),
  );
  if (defined.length < LEAST) return;
  const schemes = new Map<string, number>();
  for (const { scheme } of defined) schemes.set(scheme, (schemes.get(scheme) ?? 0) + 1);
  const seen = new Map<string, Identifier>();
  const doubles: [Identifier, Identifier][] = [];
  for (const one of defined) {
    // rows of one table; headings of the document
    const key = `${one.text} ${one.kind === 'table' ? one.block : 'heading'}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, one);
    else doubles.push([first, one]);
  }
  if (doubles.length === 0 || doubles.length * ONE_IN > defined.length) return;
  let told = 0;
  for (const [first, second] of doubles) {
    if (schemes.get(first.scheme)! < LEAST || told >= MOST) continue;
    const a = rest(document, first);
    const b = rest(document, second);
    if (a === '' || b === '' || a === b || qualified(document, first) || qualified(document, second)) continue;
    if (goneOnPurpose(document, first.start, first.end) || goneOnPurpose(document, second.start, second.end)) continue;
    told++;
    yield {
      message: `${first.text} is given twice: in line ${lineColumn(document, first.start).line} to "${a.slice(0, 40)}", here to "${b.slice(0, 40)}"`,
      next: NEXT,
      places: [
        at(document, lineOf(document, second)),
        at(document, lineOf(document, first), { note: 'the first one' }),
      ],
    };
  }
}

/** `REQ-1 (first half)`: a part of what the number names. */
function qualified({ units }: Document, { end }: Identifier): boolean {
  return units[units[end] === 0x20 ? end + 1 : end] === 0x28;
}

/** Behind the identifier to the end of its line, without marks. */
function rest(document: Document, { end, block }: Identifier): string {
  let stop = document.units.indexOf(0x0a, end);
  if (stop < 0 || stop > blocks(document)[block]!.end) stop = blocks(document)[block]!.end;
  return document
    .slice(end, Math.min(stop, end + TEXT_UNITS))
    .replace(/^[\s|:*_\])(.–—-]+|[\s|*_]+$/gu, '')
    .replace(/\s+/gu, ' ');
}

function lineOf(document: Document, { start, block }: { readonly start: number; readonly block: number }): Span {
  const { end } = blocks(document)[block]!;
  const stop = document.units.indexOf(0x0a, start);
  return { start, end: stop < 0 || stop > end ? end : stop };
}

/** Two headings of one number with a point in it, one right behind the other or under the same section. */
function* doubleHeadings(document: Document): Iterable<Observation> {
  const headings = labels(document).filter(
    ({ kind, style, path }) => kind === 'heading' && style === 'n' && path.length > 1,
  );
  if (headings.length < STEPS) return;
  let steps = 0;
  const doubles: [Label, Label][] = [];
  for (let i = 1; i < headings.length; i++) {
    const before = headings[i - 1]!;
    const after = headings[i]!;
    if (before.path.length !== after.path.length || before.path.slice(0, -1).join() !== after.path.slice(0, -1).join())
      continue;
    const step = after.path.at(-1)! - before.path.at(-1)!;
    if (step === 1) steps++;
    else if (step === 0) doubles.push([before, after]);
  }
  if (doubles.length === 0 || steps < STEPS * doubles.length) return;
  for (const [first, second] of doubles.slice(0, MOST)) {
    const one = lineOf(document, first);
    const two = lineOf(document, second);
    const title = (label: Label, span: Span): string =>
      document.slice(label.end, span.end).replace(/^[\s.):：、*_-]+|[\s#*_]+$/gu, '');
    const a = title(first, one);
    const b = title(second, two);
    if (a === '' || b === '' || a === b || first.level !== second.level) continue;
    const number = document.slice(first.start, first.end).replace(/[.)\s:：、]+$/u, '');
    const places: [Place, Place] = [at(document, two), at(document, one, { note: 'the first one' })];
    yield {
      message: `section number ${number} is given twice: in line ${lineColumn(document, first.start).line} to "${a.slice(0, 40)}", here to "${b.slice(0, 40)}"; ${steps} others are each one more than the one before`,
      next: NEXT,
      places,
    };
  }
}
