/** One fault, one finding: what a stronger finding explains becomes its related place. */
import type { Change, Observation, Place } from './types.ts';

/** An observation on its way to a finding. */
export interface Raised {
  readonly check: string;
  readonly observation: Observation;
}

interface Rule {
  readonly strong: string;
  readonly changes?: readonly Change[];
  readonly weak: string;
  /** How the weaker finding reads as a note on the stronger one. */
  readonly note: string;
}

const RULES: readonly Rule[] = [
  { strong: 'altered', changes: ['truncated', 'edited', 'replaced'], weak: 'cut-off', note: 'it ends here now' },
  { strong: 'altered', changes: ['emptied', 'truncated', 'edited'], weak: 'empty', note: 'nothing is left' },
  { strong: 'duplicate', weak: 'near-copy', note: 'the same text' },
];

export interface Explained {
  /** What remains, with the places of what it explains. Order is kept. */
  readonly kept: readonly Raised[];
  /** What something stronger explains. */
  readonly folded: readonly Raised[];
}

/** Folds the observations that a stronger one explains into the first that does. */
export function explain(raised: readonly Raised[]): Explained {
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
        if (weak.check !== rule.weak || gone.has(j)) continue;
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
