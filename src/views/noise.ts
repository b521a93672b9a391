/**
 * How the copies of a repetition differ: by noise, which falls anywhere and inside words, or by slots, which are the places
 * of a template that every copy fills with a token of its own.
 */
import { isDecimalDigit, isLetter, isLower, isMark, isUpper } from '../core/unicode.ts';
import type { Dense } from './dense.ts';
import type { Chain, Edit } from './tandems.ts';

/** Places of the period at which copies differ; each is counted once but for `returns`, which are counted beside. */
export interface Differences {
  /** Some copy differs by a letter or two inside a plain word. */
  readonly noise: number;
  /** ... at the beginning or the end of a word. */
  readonly edges: number;
  /** A number differs, a capital, a mark, a name, or the same letters that differ elsewhere. */
  readonly others: number;
  /** What differs from the copy before it in the middle of the run, and stays so in the next one. */
  readonly stays: number;
  /** Most copies differ from the one before: what stands there is filled in anew each time. */
  readonly slots: number;
  /** Of all of them but the slots: what one copy has differently, and the next one has again as it was. */
  readonly returns: number;
}

/** Numerals of Han: what differs in them is a number. */
const HAN_NUMERALS: ReadonlySet<number> = new Set(
  Array.from('〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾甲乙丙丁', (numeral) => numeral.charCodeAt(0)),
);

function isLetterLike(unit: number): boolean {
  return (
    (isLetter(unit) && !isUpper(unit) && !HAN_NUMERALS.has(unit)) || isMark(unit) || (unit >= 0xd800 && unit < 0xe000)
  );
}

const LONGEST_WORD = 60;

/** Marks that may stand before or behind a word. */
const AROUND = new Set(
  Array.from('.,;:!?()"\'*\u2018\u2019\u201c\u201d\u00ab\u00bb\u060c\u061b\u061f\u0964\u0589', (mark) =>
    mark.charCodeAt(0),
  ),
);

/**
 * How `units[from, from + length)` stand in their word: 2 inside, with letters on both sides; 1 at its edge; 0 where they are
 * no letters, or what they stand in is no plain word but a name, a path, a number.
 */
function inWord({ units, at }: Dense, from: number, length: number): number {
  if (from < 1 || from + length >= units.length) return 0;
  for (let i = from; i < from + length; i++) if (!isLetterLike(units[i]!)) return 0;
  let sides = 0;
  for (const way of [-1, 1]) {
    let i = way < 0 ? from - 1 : from + length;
    let inside = true;
    for (let steps = 0; ; i += way, steps++) {
      if (i < 0 || i >= units.length || steps > LONGEST_WORD) break;
      // a space stands between this unit and the one nearer to the edit
      if (way < 0 ? at[i + 1]! > at[i]! + 1 : at[i]! > at[i - 1]! + 1) break;
      const unit = units[i]!;
      if (isLetterLike(unit) || unit === 0x2d) {
        if (!inside) return 0;
        if (steps === 0 && unit !== 0x2d) sides++;
        // scripts without spaces have no words to go to the end of
        if (unit >= 0x2e80) break;
      } else if (AROUND.has(unit) || unit >= 0x3000) inside = false;
      else if (way < 0 && inside && isUpper(unit)) inside = false;
      else return 0;
    }
  }
  return sides;
}

/** Where the letters and digits that `units[i]` is among begin, or `i` in scripts without spaces. */
function wordStart({ units, at }: Dense, i: number, least: number): number {
  let start = i;
  while (
    start > least &&
    i - start < LONGEST_WORD &&
    units[start]! < 0x2e80 &&
    at[start]! === at[start - 1]! + 1 &&
    (isLetter(units[start - 1]!) || isMark(units[start - 1]!) || isDecimalDigit(units[start - 1]!))
  )
    start--;
  return start;
}

/**
 * Whether a letter stands for a digit, a capital or a mark, or the other way round, with small letters on both sides: `re1urn`.
 */
function isMisread({ units, at: offsets }: Dense, { at, lag, here, there }: Edit): boolean {
  if (here === 0 || there === 0) return false;
  const from = at - lag;
  if (offsets[at + here]! - offsets[at - 1]! !== here + 1 || offsets[from + there]! - offsets[from - 1]! !== there + 1)
    return false;
  for (const i of [at - 1, at + here, from - 1, from + there]) if (!isLower(units[i] ?? 0)) return false;
  const small = (start: number, length: number): boolean =>
    units.subarray(start, start + length).every((unit) => isLower(unit));
  return small(at, here) !== small(from, there);
}

/** Whether an edit puts back what the edit before it took away. */
function undoes(units: Uint16Array, edit: Edit, before: Edit): boolean {
  if (edit.here !== before.there || edit.there !== before.here) return false;
  for (let k = 0; k < edit.here; k++) if (units[edit.at + k] !== units[before.at - before.lag + k]) return false;
  return true;
}

/** What is replaced by what, with the letters around it. */
function keyOf(units: Uint16Array, { at, lag, here, there }: Edit): string {
  return [
    units[at - 1],
    '-',
    ...units.subarray(at - lag, at - lag + there),
    '+',
    ...units.subarray(at, at + here),
    '-',
    units[at + here],
  ].join(' ');
}

/** Whether a number differs, or a letter beside one. */
function isNumber(units: Uint16Array, { at, lag, here, there }: Edit): boolean {
  for (let i = at - 1; i <= at + here; i++) if (isDigit(units[i])) return true;
  for (let i = at - lag - 1; i <= at - lag + there; i++) if (isDigit(units[i])) return true;
  return false;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && (isDecimalDigit(unit) || HAN_NUMERALS.has(unit));
}

/** Units by which the places of two differences may be apart and still be one place. */
const NEAR = 1;

/** Tells noise from slots. Time and memory are linear in the length of the chain. */
export function differences(text: Dense, chain: Chain): Differences {
  const { units } = text;
  const { start, end, period, edits } = chain;
  const phases = new Int32Array(end - start);
  for (let i = 0; i < period; i++) phases[i] = i;
  let lag = period;
  let next = 0;
  for (let i = start + period; i < end;) {
    const edit = edits[next];
    if (edit?.at === i) {
      const phase = phases[i - lag - start]!;
      for (let k = 0; k < edit.here; k++) phases[i + k - start] = phase;
      lag += edit.here - edit.there;
      i += edit.here;
      next++;
      // a further difference at once would not move on
      if (edit.here === 0 && edits[next]?.at === i) continue;
      if (edit.here === 0 && i < end) {
        phases[i - start] = phases[i - lag - start]!;
        i++;
      }
      continue;
    }
    phases[i - start] = phases[i - lag - start]!;
    i++;
  }
  const placed = edits
    .map((edit) => ({ edit, phase: phases[wordStart(text, edit.at - edit.lag, start) - start]! }))
    .toSorted((a, b) => a.phase - b.phase || a.edit.at - b.edit.at);
  let noise = 0;
  let edges = 0;
  const seen = new Set<string>();
  let others = 0;
  let slots = 0;
  let stays = 0;
  let returns = 0;
  for (let i = 0; i < placed.length;) {
    let j = i + 1;
    while (j < placed.length && placed[j]!.phase - placed[j - 1]!.phase <= NEAR) j++;
    const group = placed.slice(i, j).toSorted((a, b) => a.edit.at - b.edit.at);
    i = j;
    const least = group.reduce(
      (sides, { edit }) =>
        isMisread(text, edit)
          ? sides
          : Math.min(sides, inWord(text, edit.at, edit.here), inWord(text, edit.at - edit.lag, edit.there)),
      2,
    );
    const comparisons = Math.max(1, Math.floor((end - start - period - placed[j - 1]!.phase) / period) + 1);
    const back = group.filter(({ edit }, k) => k > 0 && undoes(units, edit, group[k - 1]!.edit)).length;
    const filled =
      group.length >= 3
        ? 2 * group.length > comparisons && 3 * back < group.length
        : group.length === 2 && comparisons === 2 && back === 0;
    // in the middle, noise differs from the copy before it and from the one behind it
    const staying =
      back === 0 && group.some(({ edit }) => edit.at >= start + 2 * period + NEAR && edit.at < end - period - NEAR);
    const key = keyOf(units, group[0]!.edit);
    const number = group.some(({ edit }) => isNumber(units, edit) && !isMisread(text, edit));
    if (!filled && back > 0 && !number) returns++;
    // noise seldom does the same twice; who writes `modes` for `types` does it throughout
    if (filled) slots++;
    else if (staying) stays++;
    else if (least === 0 || seen.has(key)) others++;
    else if (least === 1) edges++;
    else noise++;
    seen.add(key);
  }
  return { noise, edges, others, stays, slots, returns };
}
