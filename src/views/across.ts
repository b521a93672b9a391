/**
 * Which disagreements of two documents (disagreements.ts) are contradictions. None are what parallel documents say, each of
 * its own thing; versions and series; histories; and values that one document is named for.
 */
import { at, lineColumn } from '../core/locate.ts';
import type { Document, Entry, FolderView, Observation, Place, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { inCode } from './context.ts';
import { claimConflictsOf } from './claim-conflicts.ts';
import { areTwins, areUnderOther, type Stated } from './conditions.ts';
import { CONDITION } from './differences.ts';
import { disagreements, type Disagreement } from './disagreements.ts';
import { HISTORY, leadIn } from './parallels.ts';
import { NOTHING, areAkin, isQuantity, measureOf } from './values.ts';
import { holdsOf, standingOf } from './version-lines.ts';

/** Grams around both sentences, sentences that differ in more than a value, and disagreements: more are of parallel documents. */
const AROUND = 2;
const VARIED = 10;
const CASES = 3;
/** The same sentences in both, with nothing else that differs, that make a passage which was taken over. */
const PASSAGE = 3;
/** The same sentences in both, from which on the documents are two states of one. */
const SAME = 30;
/** Times that a document must name a value, and the other one not, so that it is the document's own. */
const OWN = 4;
/** The same where each of two documents names its own alone. */
const OFTEN = 3;
/** Units before a sentence in which a heading or its beginning is looked for, and of names. */
const NAMES = 2000;
/** Contradictions of a folder: more than these and than one in so many documents come of documents written in parallel. */
const MOST = 4;
const ONE_IN = 8;

/** Lists of what was, in order of time; and rows of data. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['changelog', 'data', 'code', 'mail', 'forum', 'web furniture']);
const LOG_NAME =
  /(?:^|[/_.-])(?:change-?logs?|changes|history|news|release-?notes?|releases|minutes|meetings?|journal|diary|blog|posts)(?:[/_.-]|$)/iu;
/** A sentence that lists the words of obligation. */
const KEY_WORDS = /\bRFC ?2119\b|\bBCP ?14\b|"(?:MUST|SHALL|SHOULD)",/u;
const DIGEST = /^[0-9a-f]{7,}$|^[A-Za-z0-9+/_-]{24,}$/u;
const COPYRIGHT = /copyright|©|\(c\) (?:19|20)\d\d|all rights reserved|signed-off-by|<[^<>\s]+@[^<>\s]+>/iu;

/** Whether a document is one that can contradict another. */
export const isHeldToIt = (entry: Entry): boolean => !NOT_COMPARED.has(entry.kind) && !LOG_NAME.test(entry.path);

/** The words by which a document calls itself and its parts. */
const namesOf: (document: Document) => { readonly title: string; readonly all: string } = view((document) => {
  let names = document.path;
  let title: string | undefined;
  for (const { kind, start, end } of blocks(document)) {
    if (names.length > NAMES) break;
    if (kind === 'heading' || names === document.path)
      names += `\n${document.slice(start, Math.min(end, start + 200))}`;
    title ??= names;
  }
  return { title: foldCase(title ?? names), all: foldCase(names) };
});

/** How often a word stands in a text; counted as far as it tells. */
const count = (text: string, word: string): number => {
  let n = 0;
  for (let i = text.indexOf(word); i >= 0 && n < OWN; i = text.indexOf(word, i + word.length)) n++;
  return n;
};

/** Whether a number or the last part of a name is one that the document bears. */
function isNamedFor(document: Document, value: string): boolean {
  const { title, all: names } = namesOf(document);
  if (/^[\d\-/]{8,}$/u.test(value)) return title.includes(value);
  if (/^[\d.,]+$/u.test(value))
    return new RegExp(`(?<![\\d.])${value.replaceAll('.', String.raw`\.`)}(?!\\.?\\d)`, 'u').test(title);
  const parts = value
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .split(/[^A-Za-z\u0080-\uffff]+/u)
    .filter((part) => part.length >= 4);
  return parts.some((part) => names.includes(foldCase(part)));
}

/** Whether each of two names is what its own document speaks of. */
function areOwn(a: Document, b: Document, { here, there }: Pick<Disagreement, 'here' | 'there'>): boolean {
  if (count(b.text, here) > 0) return false;
  const [x, y] = [count(a.text, here), count(b.text, there)];
  return y >= OWN || (count(a.text, there) === 0 && (x > 1 || y > 1));
}

/** Whether two names are of one family: `core.a` and `core.b`, `Agent` and `https.Agent`. */
function isFamily(here: string, there: string): boolean {
  if (here.includes(there) || there.includes(here)) return true;
  return areAkin(here, there);
}

/** Whether a name in both can be a value: not what a sentence is about, nor a digest, nor one of a family. */
function isValue(
  a: Document,
  b: Document,
  one: Pick<Disagreement, 'here' | 'there' | 'at' | 'bt' | 'ofA' | 'ofB'>,
): boolean {
  const { here, there } = one;
  const isAttribute = (document: Document, offset: number): boolean =>
    /=\s?["'`]?$/u.test(document.slice(Math.max(0, offset - 3), offset));
  if (isAttribute(a, one.at) || isAttribute(b, one.bt)) return false;
  if (DIGEST.test(here) || DIGEST.test(there) || isFamily(here, there) || areOwn(a, b, one)) return false;
  if (one.at - one.ofA.start < 3 || one.bt - one.ofB.start < 3) return false;
  const own = (document: Document, name: string, other: Document): boolean =>
    (isNamedFor(document, name) && !isNamedFor(other, name)) ||
    (count(document.text, name) >= OFTEN && count(other.text, name) === 0);
  return !(own(a, here, b) && own(b, there, a));
}

/** Whether the number at an offset measures something; no version, ordinal, part of a date, label. */
function isMeasure(document: Document, { start, end }: Span, offset: number, value: string): boolean {
  const text = document.slice(start, end).replace(/[*_`"'“”‘’„«»「」\n]|\((?=\d+[^\d)])/gu, ' ');
  const digits = /\d[\d.,]*(?<=\d)/u.exec(value);
  if (!digits) return !/第\s?$/u.test(text.slice(Math.max(0, offset - start - 2), offset - start));
  const from = offset - start + digits.index;
  const to = from + digits[0].length;
  if (/第\s?$/u.test(text.slice(Math.max(0, from - 2), from)) || /^\S{0,3}[^\s\d]{2,16} $/u.test(text.slice(0, from)))
    return false;
  if (/^\s?年/u.test(text.slice(to, to + 2))) return digits[0].length === 4;
  if (/^\s?(?:[月日]|\.\s?(?:Jan|Feb|M|Apr|J|Aug|S|O|N|D))/u.test(text.slice(to, to + 6))) return false;
  if (digits[0].includes('.')) {
    const next = /^\s?([%‰€$£°]|[^\s\d.,;:()]+)/u.exec(text.slice(to, to + 16))?.[1];
    const isUnit = next !== undefined && (/^[%‰€$£°]/u.test(next) || measureOf(next) !== undefined);
    if (!isUnit && !/[~≈=<>≤≥$€£]\s?$/u.test(text.slice(Math.max(0, from - 3), from))) return false;
  }
  return isQuantity(text, from, to);
}

/** Whether signs that make a path or an address stand beside a date. */
const isOfPath = (document: Document, offset: number, { length }: string): boolean =>
  /[/\\#@_[(:]$/u.test(document.slice(Math.max(0, offset - 1), offset)) ||
  /^[/\\#@_:]|^\.\w|^-\w/u.test(document.slice(offset + length, offset + length + 2));

const placeOf = (document: Document, said: Span, sentence: Span): Stated => ({ document, said, sentence });

/** Whether each of two words in the stead of each other is of its own document alone: two things, and not two words for one. */
function areNames(a: Document, b: Document, [p, q]: readonly [Span, Span]): boolean {
  const [here, there] = [a.slice(p.start, p.end), b.slice(q.start, q.end)];
  if (here === '' || there === '' || count(b.text, here) > 0 || count(a.text, there) > 0) return false;
  return count(a.text, here) > 1 || count(b.text, there) > 1;
}

function stands(a: Document, b: Document, one: Disagreement, isPassage: boolean): boolean {
  if (one.around > AROUND && !(isPassage && one.kind !== 'value' && one.kind !== 'date')) return false;
  const s = a.slice(one.ofA.start, one.ofA.end);
  const t = b.slice(one.ofB.start, one.ofB.end);
  if (COPYRIGHT.test(s) || COPYRIGHT.test(t) || KEY_WORDS.test(s)) return false;
  if (HISTORY.test(s) || HISTORY.test(t) || HISTORY.test(leadIn(a, one.ofA.start) + leadIn(b, one.ofB.start)))
    return false;
  if (one.others && areNames(a, b, one.others)) return false;
  if (areUnderOther(placeOf(a, one.a, one.ofA), placeOf(b, one.b, one.ofB), one.weight)) return false;
  if (one.kind !== 'value' && (inCode(a, one.at) || inCode(b, one.bt))) return false;
  if (one.kind === 'number' || one.kind === 'date')
    for (const each of [one.here, one.there])
      for (const document of [a, b]) if (isNamedFor(document, each)) return false;
  if (one.kind === 'number') return isMeasure(a, one.ofA, one.at, one.here) && isMeasure(b, one.ofB, one.bt, one.there);
  if (one.kind === 'date') return !isOfPath(a, one.at, one.here) && !isOfPath(b, one.bt, one.there);
  if (one.kind === 'value') return isValue(a, b, one);
  if (one.kind === 'word') {
    // a condition, and its opposite
    const [x, y] = [a.slice(one.a.start, one.at), b.slice(one.b.start, one.bt)];
    return !(CONDITION.test(x) && !/[,，、]/u.test(x)) && !(CONDITION.test(y) && !/[,，、]/u.test(y));
  }
  return true;
}

const WHAT: Readonly<Record<Disagreement['kind'], string>> = {
  number: 'another number',
  date: 'another date',
  unit: 'another unit',
  word: 'another obligation',
  value: 'another value',
};

/** What is known of which of the two counts, for the end of the message; empty where nothing is. */
function counts(a: Document, b: Document, folder: FolderView): string {
  const roles = [a, b].map(({ path }) => folder.declared(path));
  if (roles[0] !== roles[1] && roles.includes('specification'))
    return `; of the two ${roles[0] === 'specification' ? a.path : b.path} is listed as a specification`;
  const [x, y] = [standingOf(a), standingOf(b)];
  const words = (document: Document, standing: NonNullable<typeof x>): string =>
    `"${document.slice(standing.line.start, standing.line.end).trim().slice(0, 60)}"`;
  const said = [x && `here ${words(a, x)}`, y && `there ${words(b, y)}`].filter(Boolean).join(', ');
  if (said === '') return '';
  const holds = holdsOf(x, y);
  return ` (${said}${holds ? `: ${holds === 'a' ? a.path : b.path} is the later` : ''})`;
}

/** The contradictions of two documents. */
export function* contradictionsOf(a: Document, b: Document, folder: FolderView): Iterable<Observation> {
  const twins = areTwins(a, b);
  if (twins === 'kinds') return;
  const whole = claimConflictsOf(a, b).filter(
    (one) =>
      !areUnderOther(placeOf(a, one.a, one.a), placeOf(b, one.b, one.b), 0) &&
      (one.kind === 'word' ||
        (one.kind === 'value' && isValue(a, b, { ...one, ofA: one.a, ofB: one.b })) ||
        (one.kind === 'number' &&
          isMeasure(a, one.a, one.at, one.here) &&
          isMeasure(b, one.b, one.bt, one.there) &&
          [one.here, one.there].every((each) => !isNamedFor(a, each) && !isNamedFor(b, each)))),
  );
  if (twins && whole.length > 1) return;
  for (const one of whole) yield { ...told(a, b, one, folder), level: 'look' };
  const { found, same, varied } = disagreements(a, b);
  if (found.length === 0 || found.length > CASES || varied > VARIED || same > SAME) return;
  if (twins && whole.length + found.length > 1) return;
  for (const one of found) {
    if (!stands(a, b, one, found.length === 1 && varied === 0 && same >= PASSAGE)) continue;
    if (!whole.some((each) => each.a.start < one.a.end && one.a.start < each.a.end)) yield told(a, b, one, folder);
  }
}

function both(here: string, there: string): string {
  if (here === NOTHING) return `"${there}" there, not here`;
  return there === NOTHING ? `"${here}" here, not there` : `"${here}" here, "${there}" there`;
}

function told(
  a: Document,
  b: Document,
  one: Pick<Disagreement, 'a' | 'b' | 'bt' | 'kind' | 'here' | 'there'>,
  folder: FolderView,
): Observation {
  const { line } = lineColumn(b, one.bt);
  return {
    message: `${b.path} line ${line} says the same with ${WHAT[one.kind]}: ${both(one.here, one.there)}${counts(a, b, folder)}`,
    next: 'Find out which of the two documents holds, and say it in one of them',
    places: [
      at(a, one.a),
      at(b, one.b, { note: one.there === NOTHING ? `here: without "${one.here}"` : `here: ${one.there}` }),
    ],
  };
}

/**
 * What stands when all pairs are known: a statement that has more than two values in the folder is one of a series, and one
 * value that several documents have in the stead of another is one fault.
 */
export function sifted(found: readonly Observation[], folder: FolderView): Observation[] {
  // of whole sentences several may stand in one line
  const keyOf = ({ path, line, start }: Place, { level }: Observation): string =>
    `${path}\0${level === undefined ? line : `at ${start}`}`;
  const plain = ({ quote }: Place): string => foldCase(quote ?? '').replace(/[\s*_`"'.]+/gu, '');
  const said = new Map<string, Set<string>>();
  for (const one of found)
    for (const [mine, other] of [
      [one.places[0], one.places[1]!],
      [one.places[1]!, one.places[0]],
    ] as const) {
      const set = said.get(keyOf(mine, one)) ?? new Set([plain(mine)]);
      said.set(keyOf(mine, one), set.add(plain(other)));
    }
  const kept = new Map<string, Observation>();
  for (const one of found) {
    const [first, second] = one.places;
    if (said.get(keyOf(first, one))!.size > 2 || said.get(keyOf(second!, one))!.size > 2) continue;
    const known = kept.get(keyOf(first, one)) ?? kept.get(keyOf(second!, one));
    if (!known) kept.set(keyOf(first, one), one).set(keyOf(second!, one), one);
    else if (known !== one) {
      const more = one.places.filter((place) => !known.places.some((each) => keyOf(each, one) === keyOf(place, one)));
      const wider: Observation = { ...known, places: [...known.places, ...more] };
      for (const [key, each] of kept) if (each === known) kept.set(key, wider);
      for (const place of more) kept.set(keyOf(place, one), wider);
    }
  }
  const all = [...new Set(kept.values())];
  // what has a level of its own is of whole sentences
  const doubtful = all.filter(({ level }) => level === undefined).length;
  const series = doubtful > Math.max(MOST, folder.entries.length / ONE_IN);
  return series ? all.map((one) => (one.level === undefined ? { ...one, level: 'note' } : one)) : all;
}
