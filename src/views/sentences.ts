/** Sentences in prose, list items, quotes and headings, by the marks that end one in any script. */
import { isLower } from '../core/unicode.ts';
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { SPACES } from './script.ts';

export interface Sentences {
  readonly count: number;
  /** Offset of each sentence's first unit (markers of lists, headings and quotes are not part of it). */
  readonly starts: Uint32Array;
  /** Offset behind each sentence's last unit: its end mark and the brackets and quotation marks after it. */
  readonly ends: Uint32Array;
}

const NOT = 0;
/** Ends a sentence wherever it stands: 。 ！ ？ ｡ । ॥ ։ ። and their like. */
const ALWAYS = 1;
/** Ends a sentence before white space: ! ? ؟ … */
const BEFORE_SPACE = 2;
/** The full stop, which has other uses. */
const STOP = 3;

const ALWAYS_MARKS = '。！？｡．।॥၊။។៕༎꘎꘏෴።፧፨᠃᠉᱿꓿꩟꫰꯫';
const SPACED_MARKS = '!?؟۔…⁇⁈⁉‼։;՞՜';

/** The kind of end mark that a unit is: 0 for none. */
export const END_MARKS: Uint8Array = endMarks();

function endMarks(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const unit of ALWAYS_MARKS) table[unit.charCodeAt(0)] = ALWAYS;
  for (const unit of SPACED_MARKS) table[unit.charCodeAt(0)] = BEFORE_SPACE;
  table[0x3b] = NOT; // a semicolon; the Greek question mark looks the same and stays undecided
  table[0x2e] = STOP;
  return table;
}

/** Quotation marks and brackets that may close after an end mark. */
export const CLOSERS: Uint8Array = closers();

function closers(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const unit of '"\')]}»›”’」』】〕〉》）］｝*_`~') table[unit.charCodeAt(0)] = 1;
  return table;
}

/** Abbreviations that a full stop follows inside a sentence; lower case, Latin and Cyrillic. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'e.g i.e eg ie cf vs viz al approx ca resp incl excl fig figs eq eqs sec sect ch chap vol no nos pp pg par para ' +
    'mr mrs ms dr prof st jr sr inc ltd co corp dept est min max ref refs ed eds rev ver art ' +
    'z.b d.h u.a bzw usw ggf evtl vgl abs nr bspw sog inkl exkl ' +
    'p.ex c.-à-d env etc ' +
    'p.ej sra núm pág ' +
    'т.е т.д т.п т.к рис табл гл стр п пп см др руб тыс млн млрд им г гг напр ' +
    'np tzn tj itd itp ul tel art ust pkt ' +
    'bijv d.w.z o.a enz bl dhr vb örn'
  ).split(' '),
);

/** For the length and the last letter of a word of ASCII, whether an abbreviation has them: so few words need be read. */
const ENDINGS: Uint8Array = new Uint8Array(16 * 32);
for (const word of ABBREVIATIONS)
  if (word.length < 16) ENDINGS[32 * word.length + (word.charCodeAt(word.length - 1) & 31)] = 1;

function mayAbbreviate(units: Uint16Array, from: number, at: number): boolean {
  return units[at - 1]! >= 0x80 || ENDINGS[32 * (at - from) + (units[at - 1]! & 31)] === 1;
}

/** Whether the full stop at `at` stands inside a sentence: a decimal, a version, an abbreviation, an initial. */
function inner(units: Uint16Array, start: number, at: number, end: number): boolean {
  // The word before it: letters, digits and full stops.
  let from = at;
  while (from > start && at - from < 24) {
    const unit = units[from - 1]!;
    const lower = unit | 0x20;
    if (
      (lower >= 0x61 && lower <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x2e ||
      (unit >= 0xc0 && unit <= 0x52f)
    )
      from--;
    else break;
  }
  let next = at + 1;
  while (next < end && SPACES[units[next]!] === 1) next++;
  const following = next < end ? units[next]! : 0;
  const length = at - from;
  if (following !== 0 && isLower(following)) return true;
  if (length === 0) return false;
  const first = units[from]!;
  const digits = first >= 0x30 && first <= 0x39;
  // `3. Scope`, `2.1. Terms`: a number that begins the sentence.
  if (digits && from === start) return true;
  if (length === 1 && !digits && first !== 0x49 && following !== 0) return true; // an initial
  if (length <= 9 && following !== 0 && mayAbbreviate(units, from, at)) {
    const word = String.fromCharCode.apply(null, units.subarray(from, at) as unknown as number[]).toLowerCase();
    if (ABBREVIATIONS.has(word)) return word !== 'etc' && word !== 'usw' && word !== 'enz';
  }
  return false;
}

/** Offset behind the marker of a list item, heading or quote that the block begins with. */
export function behindMarker(units: Uint16Array, start: number, end: number): number {
  let i = start;
  const unit = units[i]!;
  if (
    unit === 0x23 ||
    unit === 0x3e ||
    unit === 0x3d ||
    unit === 0x2a ||
    unit === 0x2d ||
    unit === 0x2b ||
    unit === 0x2022 ||
    unit === 0xb7 ||
    unit === 0x25cf
  ) {
    while (i < end && (units[i] === unit || SPACES[units[i]!] === 1)) i++;
    return i < end ? i : start;
  }
  while (i < end && i - start < 9 && units[i]! >= 0x30 && units[i]! <= 0x39) i++;
  if (i > start && (units[i] === 0x2e || units[i] === 0x29) && SPACES[units[i + 1] ?? 0] === 1) {
    i += 1;
    while (i < end && SPACES[units[i]!] === 1) i++;
    return i < end ? i : start;
  }
  return start;
}

/** Offset behind the sentence which the mark at `i` ends; where it ends none, the negative of where to look on. */
export function sentenceStop(units: Uint16Array, start: number, i: number, end: number): number {
  const mark = END_MARKS[units[i]!]!;
  let stop = i + 1;
  while (stop < end && END_MARKS[units[stop]!]! !== NOT) stop++;
  const marks = stop;
  while (stop < end && CLOSERS[units[stop]!] === 1) stop++;
  if (mark === ALWAYS) return stop;
  // `是。`, `OK!所以`: an ideograph after the mark counts like a space, but not after a full stop.
  if (stop < end && SPACES[units[stop]!] === 0 && (mark !== BEFORE_SPACE || units[stop]! < 0x2e80)) return -marks;
  return mark === STOP && marks === i + 1 && inner(units, start, i, end) ? -marks : stop;
}

/** The document's sentences in order; none reaches over the end of its block. Line breaks inside a block do not end one. */
export const sentences: (document: Document) => Sentences = view((document) => {
  const { units } = document;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const block of blocks(document)) {
    const { kind, end } = block;
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote' && kind !== 'heading') continue;
    let start = kind === 'prose' ? block.start : behindMarker(units, block.start, end);
    let i = start;
    while (i < end) {
      if (END_MARKS[units[i]!] === NOT) {
        i++;
        continue;
      }
      const stop = sentenceStop(units, start, i, end);
      if (stop < 0) {
        i = -stop;
        continue;
      }
      starts.push(start);
      ends.push(stop);
      i = stop;
      while (i < end && SPACES[units[i]!] === 1) i++;
      start = i;
    }
    let last = end;
    while (last > start && SPACES[units[last - 1]!] === 1) last--;
    if (last > start) {
      starts.push(start);
      ends.push(last);
    }
  }
  return { count: starts.length, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
});
