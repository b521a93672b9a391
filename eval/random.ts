/** Seeded random numbers for injections: mulberry32 (Tommy Ettinger, public domain). */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** An integer, 0 <= x < below. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (from) => from[below(from.length)]! };
}

/** 95 % interval of a share (Wilson), times `scale`. */
export function wilson(hits: number, all: number, scale = 100): string {
  if (all === 0) return '-';
  const z = 1.96;
  const p = hits / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  const show = (x: number): string => (scale * Math.min(1, Math.max(0, x))).toFixed(1);
  return `${show(p)} (${show(middle - half)} to ${show(middle + half)})`;
}
