/** Multinomial logistic regression over sparse features, by AdaGrad in a fixed order: the same weights from run to run. */

/** Sparse rows: row i has features[starts[i], starts[i + 1]) with values beside them. */
export interface Rows {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
}

export interface Task {
  readonly columns: number;
  /** Per row: its column; rows below 0 are not fitted on. */
  readonly labels: Int32Array;
  readonly weights: Float32Array;
  /** Added to the scores of each row, `columns` a row. */
  readonly offsets?: Float32Array;
  /** No weight below and above these, in the order of the weights. */
  readonly low?: Float32Array;
  readonly high?: Float32Array;
}

export interface Options {
  readonly dimensions: number;
  readonly epochs: number;
  readonly rate: number;
  /** Of the squared weights, per row of weight 1. */
  readonly ridge: number;
}

/** Weights by feature, then column; the last feature is the bias. */
export function fit(
  rows: Rows,
  task: Task,
  members: Int32Array,
  { dimensions, epochs, rate, ridge }: Options,
): Float32Array {
  const { columns, labels, weights, offsets, low, high } = task;
  const { starts, features, values } = rows;
  const w = new Float32Array((dimensions + 1) * columns);
  // A floor holds from the start, also where no row shows the feature.
  if (low) for (let i = 0; i < w.length; i++) w[i] = Math.max(0, low[i]!);
  const squares = new Float32Array(w.length).fill(1e-6);
  const scores = new Float64Array(columns);
  const bias = dimensions * columns;
  const order = Int32Array.from(members).filter((i) => labels[i]! >= 0 && weights[i]! > 0);
  let state = 12345;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = state % (i + 1);
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    // The last epochs take smaller and smaller steps.
    const step = rate * Math.min(1, (2 * (epochs - epoch)) / epochs);
    for (const row of order) {
      const from = starts[row]!;
      const to = starts[row + 1]!;
      for (let c = 0; c < columns; c++) scores[c] = w[bias + c]! + (offsets ? offsets[row * columns + c]! : 0);
      for (let k = from; k < to; k++) {
        const at = features[k]! * columns;
        const value = values[k]!;
        for (let c = 0; c < columns; c++) scores[c]! += w[at + c]! * value;
      }
      softmax(scores);
      scores[labels[row]!]! -= 1;
      const weight = weights[row]!;
      for (let c = 0; c < columns; c++) scores[c]! *= weight;
      for (let k = from; k < to; k++) {
        const at = features[k]! * columns;
        const value = values[k]!;
        for (let c = 0; c < columns; c++) {
          const i = at + c;
          const g = scores[c]! * value + ridge * weight * w[i]!;
          const s = squares[i]! + g * g;
          squares[i] = s;
          w[i]! -= (step * g) / Math.sqrt(s);
          if (low && w[i]! < low[i]!) w[i] = low[i]!;
          if (high && w[i]! > high[i]!) w[i] = high[i]!;
        }
      }
      for (let c = 0; c < columns; c++) {
        const i = bias + c;
        const g = scores[c]!;
        squares[i]! += g * g;
        w[i]! -= (step * g) / Math.sqrt(squares[i]!);
      }
    }
  }
  return w;
}

export function softmax(scores: Float64Array): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - top);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

/** Scores of the rows `members` under `w`: one after the other, `columns` each. */
export function apply(rows: Rows, w: Float32Array, columns: number, members: Int32Array): Float32Array {
  const { starts, features, values } = rows;
  const bias = w.length - columns;
  const out = new Float32Array(members.length * columns);
  members.forEach((row, m) => {
    const o = m * columns;
    for (let c = 0; c < columns; c++) out[o + c] = w[bias + c]!;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const at = features[k]! * columns;
      for (let c = 0; c < columns; c++) out[o + c]! += w[at + c]! * values[k]!;
    }
  });
  return out;
}
