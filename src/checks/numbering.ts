/** A number that is given twice, as two requirements of one identifier or two sections of one number; and an identifier that is skipped. */
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
    const told = new Set<string>();
    yield* misnumbered(document, told);
    yield* doubleIdentifiers(document, told);
    yield* doubleHeadings(document);
    yield* skipped(document);
  },
};

/** Identifiers one behind the other, as few as this, among which one that stands where the next number should is a slip. */
const SHORT = 4;

/**
 * 1, 2, 2, 4 and 1, 2, 3, 4, 2, 6: a number given again where the one that is skipped should stand. The numbers around it count
 * up by one, so that a short series is enough.
 */
function* misnumbered(document: Document, told: Set<string>): Iterable<Observation> {
  const all = identifiers(document).filter(({ defines }) => defines);
  if (all.length < SHORT) return;
  let count = 0;
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    while (to < all.length && follows(document, all[to - 1]!, all[to]!)) to++;
    if (to - from >= SHORT)
      for (const [first, second] of slips(all.slice(from, to))) {
        const a = rest(document, first);
        const b = rest(document, second);
        if (a === '' || b === '' || a === b || qualified(document, first) || qualified(document, second)) continue;
        if (told.has(first.text) || count++ >= MOST) continue;
        told.add(first.text);
        yield double(document, first, second);
      }
    from = to;
  }
}

/** Identifiers of one form for each that is skipped: else they are not counted up. */
const FOR_ONE = 4;
/** Skipped numbers that are named. */
const NAMED = 3;

/** REQ-001, REQ-002, REQ-004: it may have been withdrawn, so that it is a note; one for a document. */
function* skipped(document: Document): Iterable<Observation> {
  const schemes = new Map<string, Map<number, Identifier>>();
  for (const one of identifiers(document)) {
    if (!one.defines) continue;
    let own = schemes.get(one.scheme);
    if (!own) schemes.set(one.scheme, (own = new Map<number, Identifier>()));
    if (!own.has(one.value)) own.set(one.value, one);
  }
  for (const [scheme, own] of schemes) {
    if (own.size < LEAST) continue;
    const values = [...own.keys()].sort((a, b) => a - b);
    const low = values[0]!;
    const high = values.at(-1)!;
    const missing = high - low + 1 - own.size;
    if (missing === 0 || missing * FOR_ONE > own.size) continue;
    const gone: number[] = [];
    for (let value = low; value < high; value++) if (!own.has(value)) gone.push(value);
    const after = own.get(values.find((value) => value > gone[0]!)!)!;
    const before = own.get(values.findLast((value) => value < gone[0]!)!)!;
    if (goneOnPurpose(document, after.start, after.end) || goneOnPurpose(document, before.start, before.end)) continue;
    const width = before.text.length - scheme.length;
    const names = gone.slice(0, NAMED).map((value) => scheme + String(value).padStart(width, '0'));
    yield {
      level: 'note',
      message: `${names.join(', ')}${gone.length > NAMED ? ` and ${gone.length - NAMED} more` : ''} ${gone.length === 1 ? 'is' : 'are'} skipped: ${before.text} is followed by ${after.text}; ${own.size} others count up`,
      next: 'Say that it was withdrawn, or put it in',
      places: [at(document, lineOf(document, after)), at(document, lineOf(document, before), { note: 'before it' })],
    };
    return;
  }
}

/** Whether a definition is of one series with the one before it: of one form and kind, and no heading between items. */
function follows(document: Document, before: Identifier, after: Identifier): boolean {
  if (before.scheme !== after.scheme || before.kind !== after.kind) return false;
  const list = blocks(document);
  if (before.kind === 'heading') return list[before.block]!.level === list[after.block]!.level;
  if (before.kind === 'table') return before.block === after.block;
  if (after.block - before.block > MOST_BETWEEN) return false;
  for (let i = before.block + 1; i < after.block; i++) if (list[i]!.kind === 'heading') return false;
  return true;
}

/** Blocks between two items of one series. */
const MOST_BETWEEN = 12;

/** The number at `i`, read as one more than the one before it, makes the series count up by one around it. */
function fits(run: readonly Identifier[], i: number, here: ReadonlySet<number>, steps: number): boolean {
  const expected = i === 0 ? run[1]!.value - 1 : run[i - 1]!.value + 1;
  if (run[i]!.value === expected || here.has(expected)) return false;
  let all = steps;
  if (i > 0) all++;
  if (i + 1 < run.length) {
    if (run[i + 1]!.value !== expected + 1) return false;
    all += isStep(run, i + 1) ? 0 : 1;
  }
  return all >= SHORT - 1 && all * 4 >= 3 * (run.length - 1);
}

const isStep = (run: readonly Identifier[], i: number): boolean => run[i]!.value === run[i - 1]!.value + 1;

/** Pairs of one number, the first of them first, of which one stands where another number should. */
function* slips(run: readonly Identifier[]): Iterable<[Identifier, Identifier]> {
  const here = new Map<number, number>();
  const values = new Set(run.map(({ value }) => value));
  let steps = 0;
  for (let i = 1; i < run.length; i++) if (isStep(run, i)) steps++;
  for (const [i, { value }] of run.entries()) {
    const first = here.get(value);
    here.set(value, i);
    if (first !== undefined && (fits(run, i, values, steps) || fits(run, first, values, steps)))
      yield [run[first]!, run[i]!];
  }
}

function double(document: Document, first: Identifier, second: Identifier): Observation {
  return {
    message: `${first.text} is given twice: in line ${lineColumn(document, first.start).line} to "${rest(document, first).slice(0, 40)}", here to "${rest(document, second).slice(0, 40)}"`,
    next: NEXT,
    places: [at(document, lineOf(document, second)), at(document, lineOf(document, first), { note: 'the first one' })],
  };
}

/** Two requirements of one identifier: headings, or rows of one table, with different words. */
function* doubleIdentifiers(document: Document, known: ReadonlySet<string>): Iterable<Observation> {
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
    if (schemes.get(first.scheme)! < LEAST || told >= MOST || known.has(first.text)) continue;
    const a = rest(document, first);
    const b = rest(document, second);
    if (a === '' || b === '' || a === b || qualified(document, first) || qualified(document, second)) continue;
    if (goneOnPurpose(document, first.start, first.end) || goneOnPurpose(document, second.start, second.end)) continue;
    told++;
    yield double(document, first, second);
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
