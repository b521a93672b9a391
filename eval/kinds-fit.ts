/**
 * Fits the integer weights of src/kind/weights.ts on the train half of the corpus: two multinomial logistic regressions
 * (roles, kinds) over the levels of the signs, with L2, each language x role cell weighted alike (within a factor).
 * Deterministic. `npx tsx eval/kinds-fit.ts` writes the file given by --out (default src/kind/weights.ts) in half a minute;
 * `--cross language` or `--cross source` fits with each left out in turn and prints how that fares, in five minutes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { READ_ROLES, ROLE_OF_KIND, sharesOf } from '../src/kind/index.ts';
import { scan } from '../src/kind/scan.ts';
import { shapeOf } from '../src/kind/shapes.ts';
import { SIGNS } from '../src/kind/signs.ts';
import { labelled } from './kinds-corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    out: { type: 'string', default: 'src/kind/weights.ts' },
    ridge: { type: 'string', default: '0.002' },
    /** `language` or `source`: fits the roles with each language (or fifth of the sources) left out, and prints how it fares on it. Writes nothing. */
    cross: { type: 'string' },
  },
});

/** Steps of a natural logarithm that the integer weights count in. */
const STEPS = 64;
const KINDS = (Object.keys(ROLE_OF_KIND) as (keyof typeof ROLE_OF_KIND)[]).filter(
  (kind) => kind !== 'data' && kind !== 'code',
);
/** No cell counts more than this many times a document of the largest cell. */
const MOST = 20;
const POWER = 0.7;
/** Signs left out of the fit: they tell source or length rather than kind. */
const UNUSED = new Set(['length']);

const documents = (await labelled(values.corpus, values.cross ? undefined : 'train')).filter(
  ({ document }) => !shapeOf(document),
);
/** Per document: the signs that it shows, and their levels. */
const features = documents.map(({ document }) => {
  const { levels } = scan(document);
  const signs = [...levels.keys()].filter((i) => levels[i]! > 0 && !UNUSED.has(SIGNS[i]!.id));
  return { signs: Int32Array.from(signs), levels: Float64Array.from(signs, (i) => levels[i]!) };
});

function cellWeights(keys: readonly string[]): Float64Array {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const largest = Math.max(...sizes.values());
  const weights = Float64Array.from(keys, (key) => Math.min(MOST, (largest / sizes.get(key)!) ** POWER));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** Signs too rare in the corpus to be fitted, with the least they weigh for stray (in steps); see damage.md and users.md. */
const FLOORS: Readonly<Record<string, number>> = {
  pageHeader: 160,
  dateline: 48,
  byline: 24,
  lifeDates: 8,
  chat: 24,
  mailHeader: 24,
};

/** Signs of what a text lacks: no document is stray by that. */
const LACKING = new Set(['plainText', 'prose', 'shortLine']);

/** Holds the role weights of each sign to what it may speak for, and every role to the same start. */
function hold(w: Float64Array, n: number): void {
  for (let c = 0; c < READ_ROLES.length; c++) w[c * n + n - 1] = 0;
  SIGNS.forEach(({ id, toward }, j) => {
    const spec = j;
    const background = n + j;
    const stray = 2 * n + j;
    if (LACKING.has(id)) w[spec] = w[background] = w[stray] = 0;
    else if (toward === 'specification') {
      w[spec] = Math.max(0, w[spec]!);
      w[stray] = Math.min(0, w[stray]!);
    } else if (toward === 'stray') {
      w[spec] = Math.min(0, w[spec]!);
      w[stray] = Math.max((FLOORS[id] ?? 0) / STEPS, w[stray]!);
    } else if (toward === 'background') {
      w[spec] = Math.min(0, w[spec]!);
      w[stray] = Math.min(0, w[stray]!);
      w[background] = Math.max(0, w[background]!);
    }
  });
}

function fit(
  classes: number,
  labels: readonly number[],
  weights: ArrayLike<number>,
  ridge: number,
  after?: (w: Float64Array, n: number) => void,
): { bias: number[]; rows: number[][] } {
  const n = SIGNS.length + 1;
  const w = new Float64Array(classes * n);
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  const g = new Float64Array(w.length);
  const p = new Float64Array(classes);
  for (let step = 1; step <= 900; step++) {
    for (let i = 0; i < w.length; i++) g[i] = i % n === n - 1 ? 0 : ridge * w[i]!;
    for (let d = 0; d < features.length; d++) {
      if (weights[d] === 0) continue;
      const { signs, levels } = features[d]!;
      let top = -Infinity;
      for (let c = 0; c < classes; c++) {
        let s = w[c * n + n - 1]!;
        for (let k = 0; k < signs.length; k++) s += w[c * n + signs[k]!]! * levels[k]!;
        p[c] = s;
        if (s > top) top = s;
      }
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += p[c] = Math.exp(p[c]! - top);
      for (let c = 0; c < classes; c++) {
        const error = weights[d]! * (p[c]! / sum - (labels[d] === c ? 1 : 0));
        for (let k = 0; k < signs.length; k++) g[c * n + signs[k]!]! += error * levels[k]!;
        g[c * n + n - 1]! += error;
      }
    }
    const rate = step < 600 ? 0.03 : 0.006;
    for (let i = 0; i < w.length; i++) {
      m[i] = 0.9 * m[i]! + 0.1 * g[i]!;
      v[i] = 0.99 * v[i]! + 0.01 * g[i]! * g[i]!;
      w[i]! -= (rate * (m[i]! / (1 - 0.9 ** step))) / (Math.sqrt(v[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
    after?.(w, n);
  }
  const round = (x: number): number => Math.round(x * STEPS) + 0;
  return {
    bias: Array.from({ length: classes }, (_, c) => round(w[c * n + n - 1]!)),
    rows: SIGNS.map((_, j) => Array.from({ length: classes }, (__, c) => round(w[c * n + j]!))),
  };
}

const ROLE_OF: Readonly<Record<string, number>> = { spec: 0, supporting: 1, stray: 2 };
// Papers count for kind, not for role: background at half weight, so that they are at least not stray.
const roleLabels = documents.map(({ row }) => (row.label === 'paper' ? 1 : ROLE_OF[row.role]!));
const roleWeights = cellWeights(documents.map(({ row }, i) => `${row.language} ${roleLabels[i]}`)).map((weight, i) =>
  documents[i]!.row.label === 'paper' ? weight / 2 : weight,
);
const kindLabels = documents.map(({ kind }) => (KINDS as readonly string[]).indexOf(kind));
const kindWeights = cellWeights(documents.map(({ kind }) => kind)).map((weight, i) =>
  kindLabels[i]! < 0 ? 0 : weight,
);

const ridge = Number(values.ridge);
if (values.cross) {
  cross(values.cross);
  process.exit(0);
}
const roles = fit(READ_ROLES.length, roleLabels, roleWeights, ridge, hold);
/** As FLOORS, for the kind that such a sign stands for. */
const KIND_FLOORS: readonly (readonly [sign: string, kind: string, least: number])[] = [
  ['pageHeader', 'news', 320],
  ['dateline', 'news', 96],
  ['byline', 'news', 32],
  ['agency', 'news', 48],
  ['chat', 'forum', 64],
  ['article', 'legal', 96],
  ['law', 'legal', 24],
];
const kinds = fit(KINDS.length, kindLabels, kindWeights, ridge, (w, n) => {
  for (const [sign, kind, least] of KIND_FLOORS) {
    const at = (KINDS as readonly string[]).indexOf(kind) * n + SIGNS.findIndex(({ id }) => id === sign);
    w[at] = Math.max(least / STEPS, w[at]!);
  }
});

function cross(by: string): void {
  const keyOf = (i: number): string => {
    const { row } = documents[i]!;
    if (by === 'language') return row.language;
    let hash = 0;
    for (const c of row.source) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
    return `fifth ${hash % 5}`;
  };
  const keys = documents.map((_, i) => keyOf(i));
  let all = 0;
  let called = 0;
  let strays = 0;
  let known = 0;
  for (const key of [...new Set(keys)].sort()) {
    const members = [...keys.keys()].filter((i) => keys[i] === key);
    const of = (role: number): number[] =>
      members.filter((i) => roleLabels[i] === role && documents[i]!.row.label !== 'paper');
    if (of(0).length < 8 || of(2).length < 8 || (by === 'language' && key === 'en')) continue;
    const { bias, rows } = fit(
      READ_ROLES.length,
      roleLabels,
      roleWeights.map((weight, i) => (keys[i] === key ? 0 : weight)),
      ridge,
      hold,
    );
    const shares = (i: number): number[] => {
      const scores = [...bias];
      const { signs, levels } = features[i]!;
      for (let k = 0; k < signs.length; k++)
        for (let c = 0; c < 3; c++) scores[c]! += rows[signs[k]!]![c]! * levels[k]!;
      return sharesOf(scores);
    };
    const specs = of(0).map(shares);
    const others = of(2).map(shares);
    const supporting = of(1).map(shares);
    const stray = (s: readonly number[]): boolean => s[2]! >= 0.95 && s[0]! < 0.03;
    let wins = 0;
    for (const a of specs)
      for (const b of others) wins += a[0]! - a[2]! > b[0]! - b[2]! ? 1 : a[0]! - a[2]! === b[0]! - b[2]! ? 0.5 : 0;
    all += specs.length;
    called += specs.filter(stray).length;
    strays += others.length;
    known += others.filter(stray).length;
    console.log(
      `${key.padEnd(8)} ranks ${(wins / specs.length / others.length).toFixed(3)}; specifications called stray ${specs.filter(stray).length} of ${specs.length}; supporting ${supporting.filter(stray).length} of ${supporting.length}; strays recognised ${others.filter(stray).length} of ${others.length}`,
    );
  }
  console.log(`all: specifications called stray ${called} of ${all}; strays recognised ${known} of ${strays}`);
}

const table = (name: string, rows: readonly (readonly number[])[]): string =>
  `export const ${name}: Readonly<Record<string, readonly number[]>> = {\n${SIGNS.map(({ id }, j) => (rows[j]!.some((x) => x !== 0) ? `  ${id}: [${rows[j]!.join(', ')}],\n` : '')).join('')}};\n`;
writeFileSync(
  values.out,
  `/**
 * Weights of the signs, in steps of 1/${STEPS} of a natural logarithm for each level (0 to 8) of a sign. Made by
 * eval/kinds-fit.ts from ${documents.length} documents of the train half of the corpus; not to be edited by hand.
 */
import type { Kind } from '../core/types.ts';

/** The columns of KIND_WEIGHTS. */
export const KINDS: readonly Exclude<Kind, 'unclear'>[] = ${JSON.stringify(KINDS).replaceAll('"', "'").replaceAll(',', ', ')};

export const ROLE_BIAS: readonly number[] = [${roles.bias.join(', ')}];
export const KIND_BIAS: readonly number[] = [${kinds.bias.join(', ')}];

/** specification, background, stray. */
${table('ROLE_WEIGHTS', roles.rows)}
${table('KIND_WEIGHTS', kinds.rows)}`,
);
console.log(`${documents.length} documents, ${SIGNS.length} signs -> ${values.out}`);
