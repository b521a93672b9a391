/** The order in which one reads what lies on a slide: from the top, side by side from the left. */

export interface Placed<T> {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Whether the position is known. */
  readonly placed: boolean;
  readonly value: T;
}

/**
 * Sorted by rows: what begins before the middle of the row's first shape is in its row. Where a position is not known, the
 * order of the file stays. What `first` picks (titles) comes first.
 */
export function inOrder<S extends Placed<unknown>>(
  shapes: readonly S[],
  first: (shape: S) => boolean = () => false,
): S[] {
  const titles = shapes.filter(first);
  const rest = shapes.filter((shape) => !first(shape));
  if (!rest.every(({ placed }) => placed)) return [...titles, ...rest];
  const sorted = rest.toSorted((a, b) => a.y - b.y);
  const out: S[] = [];
  for (let i = 0; i < sorted.length;) {
    const { y, height } = sorted[i]!;
    let end = i + 1;
    while (end < sorted.length && sorted[end]!.y < y + height / 2) end++;
    out.push(...sorted.slice(i, end).toSorted((a, b) => a.x - b.x));
    i = end;
  }
  return [...titles, ...out];
}
