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
  { strong: 'placeholder', weak: OF_A_PAGE, note: 'the same text' },
  {
    strong: 'mojibake',
    weak: ['garble', 'replacement-character', 'control-character', 'homoglyph', 'language-outlier', 'encoding'],
    note: 'of the same cause',
  },
  { strong: 'encoding', weak: ['replacement-character', 'control-character', 'garble'], note: 'of the same cause' },
  { strong: 'interleaved', weak: ['hard-wrap', 'spliced', 'cut-by-heading'], note: 'of the same cause' },
  { strong: 'page-furniture', weak: ['spliced'], note: 'a sentence goes on around one' },
  { strong: 'hidden-text', weak: ['homoglyph', 'control-character'], note: 'of the same cause' },
];

export interface Explained {
  /** What remains, with the places of what it explains. Order is kept. */
  readonly kept: readonly Raised[];
  /** What something stronger explains. */
  readonly folded: readonly Raised[];
}

/** Folds the observations that another one explains into the first that does; never a graver one into a lesser. */
export function explain(raised: readonly Raised[], levelOf: (raised: Raised) => Level): Explained {
  const byPath = new Map<string, number[]>();
  raised.forEach(({ observation }, i) => {
    const { path } = observation.places[0];
    const list = byPath.get(path);
    if (list) list.push(i);
    else byPath.set(path, [i]);
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
        if (!rule.weak.includes(weak.check) || gone.has(j) || gone.has(i)) continue;
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
