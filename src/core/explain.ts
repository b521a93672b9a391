/** One fault, one finding: what a stronger finding explains becomes its related place. */
import type { Change, Level, Observation, Place } from './types.ts';

/** An observation on its way to a finding. */
export interface Raised {
  readonly check: string;
  readonly observation: Observation;
}

/** How grave a level is. */
export const RANK: Readonly<Record<Level, number>> = { stop: 2, look: 1, note: 0 };

interface Rule {
  readonly strong: string;
  readonly changes?: readonly Change[];
  readonly weak: readonly string[];
  /**
   * `pair`: only what speaks of no other document than the stronger finding does. `within`: only what begins inside of its lines.
   * Else all of the same document.
   */
  readonly only?: 'pair' | 'within';
  /** How the weaker finding reads as a note on the stronger one. */
  readonly note: string;
}

/** What a page that stands in the place of a document, or a placeholder, has in any case. */
const OF_A_PAGE: readonly string[] = [
  'not-a-spec',
  'boilerplate',
  'cut-off',
  'cut-by-heading',
  'hard-wrap',
  'language-outlier',
  'markup-remnant',
  'page-furniture',
  'spliced',
];

/** What two documents have in any case of which one comes from the other. The first that is raised explains the rest. */
const COMPARED: readonly string[] = [
  'old-version',
  'near-copy',
  'contained',
  'conflict',
  'version-mismatch',
  'numbering',
  'language-outlier',
];

const RULES: readonly Rule[] = [
  {
    strong: 'altered',
    changes: ['truncated', 'edited', 'replaced'],
    weak: ['cut-off', 'broken-definition'],
    note: 'it ends here now',
  },
  { strong: 'altered', changes: ['emptied', 'truncated', 'edited'], weak: ['empty'], note: 'nothing is left' },
  { strong: 'duplicate', weak: ['near-copy'], note: 'the same text' },
  { strong: 'broken-definition', weak: ['cut-off'], note: 'of the same cause' },
  { strong: 'web-furniture', weak: [...OF_A_PAGE, 'placeholder'], note: 'the same page' },
  { strong: 'placeholder', weak: [...OF_A_PAGE, 'web-furniture'], note: 'the same text' },
  {
    strong: 'mojibake',
    weak: ['garble', 'replacement-character', 'control-character', 'homoglyph', 'language-outlier', 'encoding'],
    note: 'of the same cause',
  },
  { strong: 'mojibake', weak: ['cut-off'], only: 'within', note: 'of the same cause' },
  { strong: 'encoding', weak: ['replacement-character', 'control-character', 'garble'], note: 'of the same cause' },
  { strong: 'interleaved', weak: ['hard-wrap', 'spliced', 'cut-by-heading'], note: 'of the same cause' },
  { strong: 'page-furniture', weak: ['spliced'], note: 'a sentence goes on around one' },
  { strong: 'hidden-text', weak: ['homoglyph', 'control-character'], note: 'of the same cause' },
  { strong: 'hidden-text', weak: ['instruction'], only: 'within', note: 'the same text' },
  { strong: 'loop', weak: ['to-be-decided', 'numbering'], only: 'within', note: 'repeated there' },
  { strong: 'duplicate', weak: COMPARED, only: 'pair', note: 'the same text' },
  { strong: 'old-version', weak: COMPARED, only: 'pair', note: 'the two say different things' },
  { strong: 'near-copy', weak: COMPARED, only: 'pair', note: 'the two say different things' },
  { strong: 'contained', weak: COMPARED, only: 'pair', note: 'the two say different things' },
  {
    strong: 'web-furniture',
    weak: ['to-be-decided', 'not-measurable', 'instruction', 'off-topic', 'dangling-file'],
    note: 'the same page',
  },
  { strong: 'placeholder', weak: ['to-be-decided', 'off-topic'], note: 'the same text' },
  { strong: 'missing-middle', weak: ['dangling-reference'], only: 'within', note: 'what is missing is referred to' },
  { strong: 'leftover', weak: ['conflict'], only: 'within', note: 'both sides are still there' },
];

export interface Explained {
  /** What remains, with the places of what it explains. Order is kept. */
  readonly kept: readonly Raised[];
  /** What something stronger explains. */
  readonly folded: readonly Raised[];
}

/** Whether what a rule says of two checks holds for these two observations. */
function falls({ only }: Rule, strong: Observation, weak: Observation): boolean {
  if (only === 'pair') {
    const paths = new Set(strong.places.map((place) => place.path));
    return (
      paths.size > 1 &&
      new Set(weak.places.map((place) => place.path)).size > 1 &&
      weak.places.every((place) => paths.has(place.path))
    );
  }
  const [first] = strong.places;
  const [place] = weak.places;
  if (place.path !== first.path) return false;
  if (only !== 'within') return true;
  return (
    place.line !== null &&
    first.line !== null &&
    first.line <= place.line &&
    place.line <= (first.endLine ?? first.line)
  );
}

/** Folds the observations that another one explains into the first that does; never a graver one into a lesser. */
export function explain(raised: readonly Raised[], levelOf: (raised: Raised) => Level): Explained {
  const byPath = new Map<string, number[]>();
  raised.forEach(({ observation }, i) => {
    const paths = new Set(observation.places.map((place) => place.path));
    for (const path of paths) {
      const list = byPath.get(path);
      if (list) list.push(i);
      else byPath.set(path, [i]);
    }
  });
  const added = new Map<number, Place[]>();
  const gone = new Set<number>();
  for (const rule of RULES)
    for (let i = 0; i < raised.length; i++) {
      const { check, observation } = raised[i]!;
      if (check !== rule.strong || (rule.changes && !(observation.change && rule.changes.includes(observation.change))))
        continue;
      for (const j of byPath.get(observation.places[0].path) ?? []) {
        const weak = raised[j]!;
        if (i === j || !rule.weak.includes(weak.check) || gone.has(j) || gone.has(i)) continue;
        if (!falls(rule, observation, weak.observation)) continue;
        if (RANK[levelOf(weak)] > RANK[levelOf(raised[i]!)]) continue;
        gone.add(j);
        const places = added.get(i) ?? [];
        places.push({ ...weak.observation.places[0], note: `${rule.note}: ${weak.observation.message}` });
        added.set(i, places);
      }
    }
  if (gone.size === 0) return { kept: raised, folded: [] };
  const kept = raised.flatMap((one, i) => {
    if (gone.has(i)) return [];
    const extra = added.get(i);
    return [
      extra
        ? {
            check: one.check,
            observation: { ...one.observation, places: [...one.observation.places, ...extra] as [Place, ...Place[]] },
          }
        : one,
    ];
  });
  return { kept, folded: raised.filter((_, i) => gone.has(i)) };
}
