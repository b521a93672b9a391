/**
 * How the copies of a repetition differ: by noise, which falls anywhere and inside words, or by slots, which are the places
 * of a template that every copy fills with a token of its own.
 */
import { isDecimalDigit, isLetter, isMark, isUpper } from '../core/unicode.ts';
import type { Dense } from './dense.ts';
import type { Chain, Edit } from './tandems.ts';

export interface Differences {
  /** Places of the period at which some copy differs by a letter or two inside a word. */
  readonly noise: number;
  /** Places at which a letter or two differ at the beginning or the end of a word. */
  readonly edges: number;
  /** Places at which a number, a capital, a mark or a space differs, or the same letters that differ elsewhere. */
  readonly others: number;
  /** Places at which most copies differ from the one before: what stands there is filled in anew each time. */
  readonly slots: number;
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

/** How `units[from, from + length)` stand in their word: 2 inside, with letters on both sides; 1 at its edge; 0 neither. */
function inWord({ units, at }: Dense, from: number, length: number): number {
  if (from < 1 || from + length >= units.length) return 0;
  for (let i = from; i < from + length; i++) if (!isLetterLike(units[i]!)) return 0;
  let sides = 0;
  if (isLetterLike(units[from - 1]!) && at[from]! === at[from - 1]! + 1) sides++;
  const next = from + length;
  if (isLetterLike(units[next]!) && at[next]! === at[next - 1]! + 1) sides++;
  if (isDecimalDigit(units[from - 1]!) || isDecimalDigit(units[next]!)) return 0;
  return sides;
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
    .map((edit) => ({ edit, phase: phases[edit.at - edit.lag - start]! }))
    .toSorted((a, b) => a.phase - b.phase || a.edit.at - b.edit.at);
  let noise = 0;
  let edges = 0;
  const seen = new Set<string>();
  let others = 0;
  let slots = 0;
  for (let i = 0; i < placed.length;) {
    let j = i + 1;
    while (j < placed.length && placed[j]!.phase - placed[j - 1]!.phase <= NEAR) j++;
    const group = placed.slice(i, j).toSorted((a, b) => a.edit.at - b.edit.at);
    i = j;
    const least = group.reduce(
      (sides, { edit }) =>
        Math.min(sides, inWord(text, edit.at, edit.here), inWord(text, edit.at - edit.lag, edit.there)),
      2,
    );
    const comparisons = Math.max(1, Math.floor((end - start - period - placed[j - 1]!.phase) / period) + 1);
    const filled =
      group.length >= 3
        ? 2 * group.length > comparisons
        : group.length === 2 && comparisons === 2 && !undoes(units, group[1]!.edit, group[0]!.edit);
    const key = keyOf(units, group[0]!.edit);
    // noise seldom does the same twice; who writes `modes` for `types` does it throughout
    if (filled) slots++;
    else if (least === 0 || seen.has(key)) others++;
    else if (least === 1) edges++;
    else noise++;
    seen.add(key);
  }
  return { noise, edges, others, slots };
}
