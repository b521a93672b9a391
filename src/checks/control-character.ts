/** Control characters in text: nothing that a reader could see, and often something that a program obeys. */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Observation, Place } from '../core/types.ts';
import { census } from '../views/census.ts';
import { readIn } from '../views/charsets.ts';
import { inCode } from '../views/in-code.ts';
import { nextIn } from '../views/next.ts';

const BACKSPACE = 0x08;
const LF = 0x0a;
const ESCAPE = 0x1b;
const DOS_END = 0x1a;
const NEXT_LINE = 0x85;
/** Places that are looked at, of those that a document has. */
const MOST = 5000;
const RELATED = 5;
/** Units quoted on either side. */
const AROUND = 16;
/** Overstrikes that make a text one that was set for a printer. */
const OVERSTRIKES = 3;

function isControl(unit: number): boolean {
  if (unit < 0x20) return unit !== 0x09 && unit !== LF && unit !== 0x0c;
  return unit >= 0x7f && unit < 0xa0 && unit !== NEXT_LINE;
}

const hex = (unit: number): string => `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
const NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'NUL'],
  [BACKSPACE, 'backspace'],
  [0x0b, 'vertical tab'],
  [DOS_END, 'end of file of DOS'],
  [ESCAPE, 'escape'],
  [0x1e, 'record separator'],
  [0x1f, 'unit separator'],
  [0x7f, 'delete'],
]);
const nameOf = (unit: number): string => (NAMES.has(unit) ? `${hex(unit)} ${NAMES.get(unit)!}` : hex(unit));

/** The place around `units[start, end)`, on its line. */
function around(document: Document, start: number, end: number, note?: string): Place {
  const { units } = document;
  let from = start;
  while (from > 0 && start - from < AROUND && units[from - 1] !== LF) from--;
  let to = end;
  while (to < units.length && to - end < AROUND && units[to] !== LF) to++;
  return at(document, { start: from, end: to }, note === undefined ? {} : { note });
}

/** The end of a terminal's control sequence that begins with ESC at `i`, or `i + 1`. */
function endOfEscape(units: Uint16Array, i: number): number {
  if (units[i + 1] !== 0x5b) return i + 2 <= units.length ? i + 2 : i + 1;
  let k = i + 2;
  while (k < units.length && k - i < 32 && units[k]! >= 0x20 && units[k]! < 0x40) k++;
  return k < units.length && units[k]! >= 0x40 && units[k]! < 0x7f ? k + 1 : i + 2;
}

/** The word around an overstrike, and how it reads without it. */
function struckWord(document: Document, at: number): { start: number; end: number; reads: string } {
  const { units } = document;
  const space = (unit: number | undefined): boolean =>
    unit === undefined || unit === 0x20 || unit === LF || unit === 0x09;
  let start = at;
  while (start > 0 && at - start < 60 && !space(units[start - 1])) start--;
  let end = at;
  while (end < units.length && end - at < 60 && !space(units[end])) end++;
  let reads = '';
  for (let i = start; i < end; i++) {
    if (units[i + 1] === BACKSPACE) i++;
    else if (units[i] !== BACKSPACE) reads += String.fromCharCode(units[i]!);
  }
  return { start, end, reads };
}

/** Whether a C1 control after this unit belongs to a letter of UTF-8 that was read as Latin-1 or windows-1251. */
function isLead(unit: number): boolean {
  return (unit >= 0x80 && unit < 0x250) || unit === 0x420 || unit === 0x421 || (unit >= 0x2013 && unit < 0x2123);
}

/** For each UTF-16 code unit, 1 if it is such a character. */
const CONTROLS: Uint8Array = new Uint8Array(0x10000);
for (let unit = 0; unit < 0xa0; unit++) if (isControl(unit)) CONTROLS[unit] = 1;

function observe(document: Document): Observation | null {
  const { units } = document;
  const text: number[] = [];
  const code: number[] = [];
  const kinds = new Map<number, number>();
  let struck = 0;
  let firstStruck = -1;
  let colours = 0;
  for (
    let i = nextIn(CONTROLS, units, 0);
    i < units.length && text.length + code.length < MOST;
    i = nextIn(CONTROLS, units, i)
  ) {
    const unit = units[i]!;
    // the second byte of a letter that was read in the wrong set: another check tells what it was
    if (unit >= 0x80 && i > 0 && isLead(units[i - 1]!)) {
      i++;
      continue;
    }
    const shown = inCode(document, i);
    (shown ? code : text).push(i);
    if (!shown || text.length === 0) kinds.set(unit, (kinds.get(unit) ?? 0) + 1);
    if (
      unit === BACKSPACE &&
      i > 0 &&
      (units[i - 1] === units[i + 1] || units[i - 1] === 0x5f || units[i + 1] === 0x5f)
    ) {
      struck++;
      if (firstStruck < 0) firstStruck = i;
    }
    if (unit === ESCAPE) {
      const end = endOfEscape(units, i);
      if (end > i + 2) colours++;
      i = end;
    } else i++;
  }
  const found = text.length > 0 ? text : code;
  if (found.length === 0) return null;
  const level = text.length === 0 ? 'note' : onlyAtEnd(units, text) ? 'note' : 'look';
  const lines = new Set(found.slice(0, 1000).map((i) => at(document, { start: i, end: i + 1 }).line));
  const places = (note: (i: number) => string | undefined): Place[] => {
    const out: Place[] = [];
    let last = -1;
    for (const i of found.slice(1)) {
      if (out.length === RELATED) break;
      const place = around(document, i, i + 1, note(i));
      if (place.line === last) continue;
      last = place.line!;
      out.push(place);
    }
    return out;
  };
  const many = `${found.length}${text.length + code.length >= MOST ? ' or more' : ''}`;
  const where = `in ${lines.size}${found.length > 1000 ? ' or more' : ''} line${lines.size === 1 ? '' : 's'}`;
  if (struck >= OVERSTRIKES && struck * 2 >= found.length) {
    const word = struckWord(document, firstStruck);
    const primary = at(document, { start: word.start, end: word.end });
    return {
      level,
      message: `the text is set for a printer, with ${many} backspaces ${where}: line ${primary.line} says ${JSON.stringify(primary.quote)} for ${JSON.stringify(word.reads)}`,
      next: 'Take the overstrikes out (col -b), or take the manual page in its source',
      places: [primary, ...places(() => undefined).filter(({ line }) => line !== primary.line)],
    };
  }
  const first = found[0]!;
  const primary = around(document, first, first + 1);
  if (colours > 0 && colours * 2 >= found.length)
    return {
      level,
      message: `${many} control sequences of a terminal ${where}, the first ${JSON.stringify(document.slice(first, endOfEscape(units, first)))} in line ${primary.line}`,
      next: 'Save the output again without colours',
      places: [primary, ...places(() => undefined)],
    };
  const named = [...kinds]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 5)
    .map(([unit, count]) => `${nameOf(unit)}${kinds.size > 1 ? ` ${count} times` : ''}`);
  const more = kinds.size > 5 ? ` and ${kinds.size - 5} others` : '';
  const western = units[first]! >= 0x80 ? readIn('windows-1252', [units[first]!]).text : '';
  const meant =
    western !== '' && western.charCodeAt(0) >= 0xa0 && western !== '\ufffd'
      ? `; ${hex(units[first]!)} is ${JSON.stringify(western)} in windows-1252`
      : '';
  return {
    level,
    message: `${many} control character${found.length === 1 ? '' : 's'} ${where}: ${named.join(', ')}${more}${meant}`,
    next: 'Get the document again, or put in what was meant where the control characters stand',
    places: [primary, ...places((i) => hex(units[i]!))],
  };
}

/** The mark that DOS put at the end of a file, and nothing else. */
function onlyAtEnd(units: Uint16Array, found: readonly number[]): boolean {
  return found.length === 1 && units[found[0]!] === DOS_END && found[0]! + 2 >= units.length;
}

export const controlCharacter: DocumentCheck = {
  id: 'control-character',
  title: 'Control characters in the text',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document) {
    const counts = census(document);
    if (counts.nul + counts.c0 + counts.backspace + counts.escape + counts.c1 === 0) return;
    const observation = observe(document);
    if (observation) yield observation;
  },
};
