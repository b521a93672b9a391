/** A number that is given twice, as two requirements of one identifier or two sections of one number; and an identifier that is skipped. */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { goneOnPurpose, identifiers, type Identifier } from '../views/identifiers.ts';
import { inCode } from '../views/context.ts';
import { lines } from '../views/lines.ts';
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
    const shown = new Set<number>();
    yield* doubleHeadings(document, shown);
    yield* slippedSections(document, shown);
    yield* slippedRows(document, told);
    yield* skipped(document);
  },
};

/** Identifiers one behind the other, as few as this, among which one that stands where the next number should is a slip. */
const SHORT = 4;
/** The same where the first is 0 or 1. */
const SHORTEST = 3;

/**
 * 1, 2, 2, 4 and 1, 2, 3, 4, 2, 6: a number given again where the one that is skipped should stand. The numbers around it count
 * up by one, so that a short series is enough.
 */
function* misnumbered(document: Document, told: Set<string>): Iterable<Observation> {
  const all = identifiers(document).filter(({ defines }) => defines);
  if (all.length < SHORTEST) return;
  let count = 0;
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    while (to < all.length && follows(document, all[to - 1]!, all[to]!)) to++;
    if (to - from >= (all[from]!.value <= 1 ? SHORTEST : SHORT))
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
  return all >= Math.min(SHORT, run.length) - 1 && all * 4 >= 3 * (run.length - 1);
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
    if (first !== undefined && (fits(run, i, values, steps) || fits(run, first, values, steps) || isOnly(run, i)))
      yield [run[first]!, run[i]!];
  }
}

/** Numbers that go up by more than one, but for one that is the same as the one before it: 10, 20, 20, 35, 40. */
function isOnly(run: readonly Identifier[], at: number): boolean {
  if (run.length < LEAST || run[at]!.value !== run[at - 1]!.value) return false;
  for (let i = 1; i < run.length; i++) if (i !== at && run[i]!.value <= run[i - 1]!.value + 1) return false;
  return true;
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
function* doubleHeadings(document: Document, shown: Set<number>): Iterable<Observation> {
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
    const found = twice(document, first, second, `${steps} others are each one more than the one before`);
    if (!found) continue;
    shown.add(second.start);
    yield found;
  }
}

/** Sections below one other, as few as this, that count up from 0 or 1 but for one; of chapters one more. */
const SECTIONS = 3;

/** 3.1, 3.2, 3.2: the number of a section stands where the next one should, and all others count up. */
function* slippedSections(document: Document, shown: ReadonlySet<number>): Iterable<Observation> {
  const groups = new Map<string, Label[]>();
  for (const label of labels(document)) {
    const { kind, style, path, level, indent } = label;
    if (style !== 'n' || kind === 'table' || kind === 'code' || (path.length === 1 && kind !== 'heading')) continue;
    const key = `${kind} ${level} ${indent} ${path.length} ${path.slice(0, -1).join('.')}`;
    const own = groups.get(key);
    if (own) own.push(label);
    else groups.set(key, [label]);
  }
  let count = 0;
  for (const own of groups.values()) {
    if (own.length < (own[0]!.path.length > 1 ? SECTIONS : SECTIONS + 1) || own[0]!.path.at(-1)! > 1) continue;
    const low = own[0]!.path.at(-1)!;
    const off = own.filter(({ path }, i) => path.at(-1)! !== low + i);
    const [slip, ...more] = off;
    if (!slip || more.length > 0 || count >= MOST) continue;
    const other = own.find((label) => label !== slip && label.path.at(-1) === slip.path.at(-1));
    if (!other) continue;
    const [first, second] = other.start < slip.start ? [other, slip] : [slip, other];
    // a chapter far away from the other one may be of a text within the text
    if (shown.has(second.start) || (slip.path.length === 1 && own.indexOf(second) !== own.indexOf(first) + 1)) continue;
    const found = twice(document, first, second, `the ${own.length - 1} others count up`);
    if (!found) continue;
    count++;
    yield found;
  }
}

/** Rows one below the other, as few as this, that count up but for one; of numbers with a point one less. */
const ROWS = 4;
/** Units at the beginning of a line in which its number stands. */
const ROW_UNITS = 24;
/** `| T4 |`, `302  Door`, `R5,theft`: what the row is about, and what parts it from the next cell. */
const ROW =
  /^\|?[ \t]*[*_\x60]{0,3}((?:[A-Z\u0391-\u03a9\u0410-\u042f][A-Za-z\u0391-\u03a9\u0410-\u042f]{0,5})?[-_]?)(\d{1,5})[*_\x60]{0,3}(?:[ \t]*\||[ ]{2,}|\t|[,;](?=\S))/u;
/** `3.2 After`, `3.2. Записи`. */
const POINTED = /^[ \t]{0,8}((?:\d{1,3}\.){1,4})(\d{1,3})[.)]?[ \t]+(?=[^\d\s])/u;

/** What a row begins with: a bar, a mark of emphasis, a digit, a capital; most lines begin otherwise. */
const ROW_FIRST: Uint8Array = new Uint8Array(0x10000);
for (const unit of '|*_\x600123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') ROW_FIRST[unit.charCodeAt(0)] = 1;
for (let unit = 0x391; unit <= 0x42f; unit++) ROW_FIRST[unit] = 1;

interface Row extends Span {
  readonly prefix: string;
  readonly digits: string;
  readonly pointed: boolean;
}

/** Rows of a table, of a list of codes or of values in lines, and numbered lines of a paragraph, of which one bears the number of another. */
function* slippedRows(document: Document, told: ReadonlySet<string>): Iterable<Observation> {
  const { units } = document;
  const { count, starts, ends, firsts } = lines(document);
  let run: Row[] = [];
  let found = 0;
  for (let line = 0; line <= count; line++) {
    const start = line < count ? starts[line]! : 0;
    const end = line < count ? ends[line]! : 0;
    const blank = line === count || firsts[line]! >= end;
    const row = blank || ROW_FIRST[units[firsts[line]!]!] === 0 ? null : rowAt(document, start, end);
    const previous = run.at(-1);
    if (row && previous && row.prefix === previous.prefix && row.pointed === previous.pointed) {
      run.push(row);
      continue;
    }
    // the line below the head of a table, and lines in which an item goes on
    const within = !row && !blank && (previous?.pointed === true || (units[firsts[line]!] === 0x7c && run.length < 2));
    if (within) continue;
    const one = found < MOST ? slipOf(document, run, told) : undefined;
    if (one) {
      found++;
      yield one;
    }
    run = row ? [row] : [];
  }
}

function rowAt(document: Document, start: number, end: number): Row | null {
  const { units } = document;
  // a digit near the beginning; most lines have none
  let i = start;
  const stop = Math.min(end, start + 12);
  while (i < stop && !(units[i]! >= 0x30 && units[i]! <= 0x39)) i++;
  if (i === stop) return null;
  const text = document.slice(start, Math.min(end, start + ROW_UNITS));
  const pointed = POINTED.exec(text);
  const match = pointed ?? ROW.exec(text);
  if (!match) return null;
  return { start, end, prefix: match[1]!, digits: match[2]!, pointed: pointed !== null };
}

function slipOf(document: Document, run: readonly Row[], told: ReadonlySet<string>): Observation | undefined {
  if (run.length < (run[0]?.pointed ? ROWS - 1 : ROWS)) return undefined;
  const low = Number(run[0]!.digits);
  if (run[0]!.pointed && low > 1) return undefined;
  const off = run.filter(({ digits }, i) => Number(digits) !== low + i);
  const [slip, ...more] = off;
  if (!slip || more.length > 0) return undefined;
  const other = run.find((row) => row !== slip && row.digits === slip.digits);
  const name = slip.prefix + slip.digits;
  if (!other || told.has(name) || inCode(document, slip.start)) return undefined;
  const [first, second] = other.start < slip.start ? [other, slip] : [slip, other];
  const a = document.slice(first.start, first.end);
  const b = document.slice(second.start, second.end);
  if (a === b) return undefined;
  return {
    message: `${name} is given twice: in line ${lineColumn(document, first.start).line} and here; the ${run.length - 1} others count up`,
    next: NEXT,
    places: [at(document, second), at(document, first, { note: 'the first one' })],
  };
}

/** Two sections of one number with different titles; undefined where they are alike. */
function twice(document: Document, first: Label, second: Label, said: string): Observation | undefined {
  const one = lineOf(document, first);
  const two = lineOf(document, second);
  const title = (label: Label, span: Span): string =>
    document.slice(label.end, Math.min(span.end, label.end + TEXT_UNITS)).replace(/^[\s.):：、*_-]+|[\s#*_]+$/gu, '');
  const a = title(first, one);
  const b = title(second, two);
  // `8.3: 8.5 is moved` tells of numbers
  if (a === '' || b === '' || a === b || first.level !== second.level || /^\d/u.test(a) || /^\d/u.test(b))
    return undefined;
  const number = document.slice(first.start, first.end).replace(/[.)\s:：、]+$/u, '');
  const places: [Place, Place] = [at(document, two), at(document, one, { note: 'the first one' })];
  return {
    message: `section number ${number} is given twice: in line ${lineColumn(document, first.start).line} to "${a.slice(0, 40)}", here to "${b.slice(0, 40)}"; ${said}`,
    next: NEXT,
    places,
  };
}
