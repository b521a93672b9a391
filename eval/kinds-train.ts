/**
 * Fits the weights of src/kind and says how well they do. `npm run kind:train -- --corpus ../shared/corpus` writes
 * src/kind/weights.ts, src/kind/gram-weights.ts, src/kind/model-card.md and docs/kinds.md, the same from run to run.
 *
 * Two steps. First the pieces (grams.ts): one multinomial regression of the roles over word pieces, one over shapes of lines.
 * Each document gets the scores of a fit that saw no document of its source. Then the signs: a regression of the roles over
 * the levels of the signs, with those scores as a given start, so that it learns how far to trust them on new sources; and one
 * of the kinds over the signs alone. All figures are of fits that saw no document of the source they are measured on.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BUCKETS, SHAPE_BUCKETS, WORD_BUCKETS } from '../src/kind/grams.ts';
import { SIGNS } from '../src/kind/signs.ts';
import { type Data, data, stepRows } from './kinds-data.ts';
import { masked } from './kinds-mask.ts';
import { apply, fit, type Options, type Rows } from './kinds-model.ts';
import { report, type Scored } from './kinds-report.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    /** Neither language left out nor words masked: for trying things. */
    quick: { type: 'boolean', default: false },
  },
});
const began = Date.now();
const log = (text: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** Steps of a natural logarithm that the integer weights count in. */
const STEPS = 64;
const FOLDS = 5;
const ROLES = 3;
/** How far the scores of word pieces and of shapes are trusted, and the most that both together may say. */
const WORD_TRUST = 0.6;
const SHAPE_TRUST = 0.3;
const MOST_OF_GRAMS = 3;
const GRAM_FIT: Options = { dimensions: BUCKETS, epochs: 6, rate: 0.1, ridge: 3e-5 };
const ROLE_FIT: Options = { dimensions: 8 * SIGNS.length, epochs: 12, rate: 0.05, ridge: 1e-3 };
const KIND_FIT: Options = { dimensions: 8 * SIGNS.length, epochs: 10, rate: 0.05, ridge: 3e-3 };
/** Of all steps of one sign. */
const STEP_VALUE = 0.5;

/** The kinds that words must tell; data and code are told by their shape. */
const KINDS = [
  'standard',
  'requirements',
  'design',
  'api',
  'paper',
  'manual',
  'readme',
  'changelog',
  'notes',
  'news',
  'blog',
  'marketing',
  'legal',
  'fiction',
  'encyclopedia',
  'forum',
  'mail',
  'official',
  'web furniture',
  'recipe or résumé',
] as const;

/** Signs of what a text lacks, or of its length: no document is stray by that. */
const LACKING = new Set(['length', 'plainText', 'prose', 'shortLine']);
/** Signs too rare in the corpus to be fitted, with the least that their first level weighs for stray, in steps. */
const FLOORS: Readonly<Record<string, number>> = {
  pageHeader: 160,
  dateline: 64,
  byline: 24,
  lifeDates: 8,
  chat: 32,
  mailHeader: 24,
};
/** The same for specification: what each of the first three levels adds at least. */
const SPEC_FLOORS: Readonly<Record<string, number>> = { story: 40 };
/** The same for kinds. */
const KIND_FLOORS: readonly (readonly [sign: string, kind: (typeof KINDS)[number], least: number])[] = [
  ['pageHeader', 'news', 320],
  ['dateline', 'news', 128],
  ['byline', 'news', 32],
  ['agency', 'news', 48],
  ['mailHeader', 'mail', 96],
  ['postHeader', 'forum', 192],
  ['chat', 'forum', 64],
  ['article', 'legal', 64],
  ['law', 'legal', 24],
];

const set = await data(values.corpus);
const { documents } = set;
log(`${documents.length} documents for words to tell, ${set.shaped.length} told by their shape`);
const all = Int32Array.from(documents.keys());

// ------------------------------------------------------------------------------------------------ folds, labels, weights
const folds = foldsOf();
const roleOf: Readonly<Record<string, number>> = { spec: 0, supporting: 1, stray: 2 };
// Papers count for kind, not for role.
const roles = Int32Array.from(documents, ({ row }) => (row.label === 'paper' ? -1 : roleOf[row.role]!));
const kinds = Int32Array.from(documents, ({ kind }) => (KINDS as readonly string[]).indexOf(kind));
const roleWeights = roleWeightsOf();
const kindWeights = kindWeightsOf();

/** Sources, the largest first, each into the fold that has the fewest documents of its label. */
function foldsOf(): Int32Array {
  const bySource = new Map<string, number[]>();
  documents.forEach(({ row }, i) => {
    const list = bySource.get(row.source);
    if (list) list.push(i);
    else bySource.set(row.source, [i]);
  });
  const fold = new Int32Array(documents.length);
  const load = new Map<string, number>();
  const loadOf = (key: string): number => load.get(key) ?? 0;
  const ordered = [...bySource].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  for (const [, members] of ordered) {
    const { label } = documents[members[0]!]!.row;
    let best = 0;
    let least = Infinity;
    for (let f = 0; f < FOLDS; f++) {
      const value = loadOf(`${label} ${f}`) * 1e4 + loadOf(`${f}`);
      if (value >= least) continue;
      least = value;
      best = f;
    }
    for (const i of members) fold[i] = best;
    load.set(`${label} ${best}`, loadOf(`${label} ${best}`) + members.length);
    load.set(`${best}`, loadOf(`${best}`) + members.length);
  }
  return fold;
}

/**
 * Inside a language each role weighs alike, so that the language tells nothing; a language with more documents weighs more, yet
 * less than in proportion; one that lacks a role is damped, and no document weighs over three times its language's mean.
 */
function roleWeightsOf(): Float32Array {
  const languages = new Map<string, number>();
  const cells = new Map<string, number>();
  documents.forEach(({ row }, i) => {
    languages.set(row.language, (languages.get(row.language) ?? 0) + 1);
    const cell = `${row.language} ${roles[i]}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  });
  return Float32Array.from(documents, ({ row }, i) => {
    if (roles[i]! < 0) return 0;
    const size = languages.get(row.language)!;
    const here = [0, 1, 2].filter((role) => cells.has(`${row.language} ${role}`)).length;
    const mean = 4 * size ** -0.3;
    const weight = Math.min(3 * mean, (mean * size) / 3 / cells.get(`${row.language} ${roles[i]}`)!);
    return weight * (here === 3 ? 1 : here === 2 ? 0.6 : 0.25);
  });
}

/** Rare kinds weigh more, and a source's documents less the more they are. */
function kindWeightsOf(): Float32Array {
  const sources = new Map<string, number>();
  const sizes = new Float64Array(KINDS.length);
  documents.forEach(({ row }, i) => {
    const key = `${kinds[i]} ${row.source}`;
    sources.set(key, (sources.get(key) ?? 0) + 1);
    if (kinds[i]! >= 0) sizes[kinds[i]!]!++;
  });
  const raw = documents.map(({ row }, i) => sources.get(`${kinds[i]} ${row.source}`)! ** -0.5);
  const sums = new Float64Array(KINDS.length);
  documents.forEach((_, i) => (kinds[i]! >= 0 ? (sums[kinds[i]!]! += raw[i]!) : 0));
  return Float32Array.from(documents, (_, i) => {
    const kind = kinds[i]!;
    if (kind < 0) return 0;
    return (raw[i]! / sums[kind]!) * sizes[kind]! * Math.min(5, Math.sqrt(300 / sizes[kind]!));
  });
}

// --------------------------------------------------------------------------------------------------------------- the fits
const members = (keep: (i: number) => boolean): Int32Array => all.filter(keep);

/** Scores for every document by fits without its group. */
function outside(
  columns: number,
  groups: ArrayLike<number>,
  count: number,
  run: (train: Int32Array) => (rows: Int32Array) => Float32Array,
): Float32Array {
  const out = new Float32Array(documents.length * columns);
  for (let g = 0; g < count; g++) {
    const test = members((i) => groups[i] === g);
    if (test.length === 0) continue;
    const scores = run(members((i) => groups[i] !== g))(test);
    test.forEach((row, m) => out.set(scores.subarray(m * columns, (m + 1) * columns), row * columns));
  }
  return out;
}

const roleTask = { columns: ROLES, labels: roles, weights: roleWeights };
const gramFit =
  (rows: Rows) =>
  (train: Int32Array): ((test: Int32Array) => Float32Array) => {
    const w = fit(rows, roleTask, train, GRAM_FIT);
    return (test) => apply(rows, w, ROLES, test);
  };

/** What the pieces say, as the classifier reckons it: around 0 and bounded. */
function bounded(words: Float32Array, shapes: Float32Array): Float32Array {
  const out = new Float32Array(words.length);
  for (let i = 0; i < words.length; i += ROLES) {
    let middle = 0;
    for (let c = 0; c < ROLES; c++) {
      out[i + c] = WORD_TRUST * words[i + c]! + SHAPE_TRUST * shapes[i + c]!;
      middle += out[i + c]! / ROLES;
    }
    for (let c = 0; c < ROLES; c++)
      out[i + c] = Math.max(-MOST_OF_GRAMS, Math.min(MOST_OF_GRAMS, out[i + c]! - middle));
  }
  return out;
}

const roleSteps = stepRows(set.levels, LACKING);
const kindSteps = stepRows(set.levels, new Set(['length']));
const bounds = roleBounds();
const kindLow = kindBounds();

/** Each sign keeps to what it may speak for (signs.ts), so that taking it out of a text never raises what it is a reason for. */
function roleBounds(): { low: Float32Array; high: Float32Array } {
  const size = (8 * SIGNS.length + 1) * ROLES;
  const low = new Float32Array(size).fill(-Infinity);
  const high = new Float32Array(size).fill(Infinity);
  SIGNS.forEach(({ id, toward }, s) => {
    for (let l = 0; l < 8; l++) {
      const at = (8 * s + l) * ROLES;
      if (toward === 'specification') {
        low[at] = l < 3 ? (SPEC_FLOORS[id] ?? 0) / STEPS / STEP_VALUE : 0;
        high[at + 2] = 0;
      } else if (toward === 'stray') {
        high[at] = 0;
        low[at + 2] = l === 0 ? (FLOORS[id] ?? 0) / STEPS / STEP_VALUE : 0;
      } else if (toward === 'background') {
        high[at] = 0;
        low[at + 1] = 0;
        high[at + 2] = 0;
      }
    }
  });
  return { low, high };
}

function kindBounds(): Float32Array {
  const low = new Float32Array((8 * SIGNS.length + 1) * KINDS.length).fill(-Infinity);
  for (const [sign, kind, least] of KIND_FLOORS) {
    const s = SIGNS.findIndex(({ id }) => id === sign);
    low[8 * s * KINDS.length + KINDS.indexOf(kind)] = least / STEPS / STEP_VALUE;
  }
  return low;
}

function signFit(offsets: Float32Array, train: Int32Array, rows = roleSteps): Float32Array {
  return fit(rows, { ...roleTask, offsets, ...bounds }, train, ROLE_FIT);
}

/** Role scores with the pieces' part added, in steps, by fits without a document's group. */
function crossRoles(
  from: Data,
  groups: ArrayLike<number>,
  count: number,
  grams?: Float32Array,
): [Float32Array, Float32Array] {
  const offsets =
    grams ??
    bounded(outside(ROLES, groups, count, gramFit(from.words)), outside(ROLES, groups, count, gramFit(from.shapes)));
  const rows = from === set ? roleSteps : stepRows(from.levels, LACKING);
  const scores = outside(ROLES, groups, count, (train) => {
    const w = signFit(offsets, train, rows);
    return (test) => apply(rows, w, ROLES, test);
  });
  for (let i = 0; i < scores.length; i++) scores[i] = STEPS * (scores[i]! + offsets[i]!);
  return [scores, offsets];
}

const [crossed, offsets] = crossRoles(set, folds, FOLDS);
log('roles, fold by fold');
const none = crossRoles(set, folds, FOLDS, new Float32Array(offsets.length))[0];
log('roles by signs alone');
const kindTask = { columns: KINDS.length, labels: kinds, weights: kindWeights, low: kindLow };
const crossedKinds = outside(KINDS.length, folds, FOLDS, (train) => {
  const w = fit(kindSteps, kindTask, train, KIND_FIT);
  return (test) => apply(kindSteps, w, KINDS.length, test);
});
log('kinds, fold by fold');

let withoutLanguage: Float32Array | undefined;
let withoutWords: Float32Array | undefined;
if (!values.quick) {
  // A language and a fold at once: the fit saw neither the source nor the language.
  const languages = [...new Set(documents.map(({ row }) => row.language))].sort();
  const counted = languages.filter(
    (language) =>
      language !== 'en' &&
      [0, 2].every(
        (role) => documents.filter(({ row }, i) => row.language === language && roles[i] === role).length >= 8,
      ),
  );
  const groups = Int32Array.from(documents, ({ row }) => counted.indexOf(row.language));
  withoutLanguage = crossRoles(set, groups, counted.length)[0];
  // English, and languages too small, are not measured here.
  documents.forEach((_, i) => (groups[i]! < 0 ? withoutLanguage!.fill(NaN, i * ROLES, (i + 1) * ROLES) : 0));
  log('roles, each language left out');
  const blind = masked(documents, set.shaped);
  withoutWords = crossRoles(blind, folds, FOLDS)[0];
  log('roles, names and topic words masked');
}

// ------------------------------------------------------------------------------------------------------ the final weights
const wordWeights = fit(set.words, roleTask, all, GRAM_FIT);
const shapeWeights = fit(set.shapes, roleTask, all, GRAM_FIT);
const signWeights = signFit(offsets, all);
const kindWeightsFitted = fit(kindSteps, kindTask, all, KIND_FIT);
log('fitted on all');

const whole = (x: number): number => Math.round(x) + 0;
/** Steps added up: what a level weighs, in 1/64 of a natural logarithm. */
function levelsOf(w: Float32Array, columns: number, s: number, c: number): number[] {
  let sum = 0;
  return Array.from({ length: 8 }, (_, l) => whole((sum += STEPS * STEP_VALUE * w[(8 * s + l) * columns + c]!)));
}

/** Weights of buckets as whole numbers to 127 and the scale that they were multiplied by. The bias of the pieces goes to the signs'. */
function bytesOf(w: Float32Array, from: number, size: number, trust: number): { bytes: Int8Array; scale: number } {
  let most = 0;
  for (let i = from * ROLES; i < (from + size) * ROLES; i++) most = Math.max(most, Math.abs(w[i]! * trust));
  const scale = Math.max(1, Math.floor(127 / most));
  return {
    bytes: Int8Array.from(w.subarray(from * ROLES, (from + size) * ROLES), (x) => whole(x * trust * scale)),
    scale,
  };
}

// The pieces' bias shifts what is bounded: it is left out of the bytes and told apart.
const word = bytesOf(wordWeights, 0, WORD_BUCKETS, WORD_TRUST);
const shape = bytesOf(shapeWeights, WORD_BUCKETS, SHAPE_BUCKETS, SHAPE_TRUST);
const gramBias = [0, 1, 2].map((c) =>
  whole(STEPS * (WORD_TRUST * wordWeights[BUCKETS * ROLES + c]! + SHAPE_TRUST * shapeWeights[BUCKETS * ROLES + c]!)),
);
const base64 = (array: Uint16Array | Int8Array | Int16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
const kindLevels = new Int16Array(8 * SIGNS.length * KINDS.length);
SIGNS.forEach((_, s) =>
  KINDS.forEach((__, c) =>
    levelsOf(kindWeightsFitted, KINDS.length, s, c).forEach(
      (value, l) => (kindLevels[(8 * s + l) * KINDS.length + c] = value),
    ),
  ),
);
const biasOf = (w: Float32Array, columns: number): number[] =>
  Array.from({ length: columns }, (_, c) => whole(STEPS * w[8 * SIGNS.length * columns + c]!));

writeFileSync(
  'src/kind/gram-weights.ts',
  `/** Weights of pieces and of kinds, packed: see weights.ts. Made by eval/kinds-train.ts; not to be edited by hand. */
/* oxfmt-ignore */
export const PRINTS: string = '${base64(set.prints)}';
export const WORDS: string = '${base64(word.bytes)}';
export const SHAPES: string = '${base64(shape.bytes)}';
export const KIND_LEVELS: string = '${base64(kindLevels)}';
`,
);
const list = (row: readonly number[]): string => `[${row.join(', ')}]`;
writeFileSync(
  'src/kind/weights.ts',
  `/**
 * Weights of the classifier, in steps of 1/${STEPS} of a natural logarithm. Made by eval/kinds-train.ts from ${documents.length}
 * documents; not to be edited by hand. model-card.md says from what, and what they can and cannot do.
 */
import type { Kind } from '../core/types.ts';
import { KIND_LEVELS, PRINTS, SHAPES, WORDS } from './gram-weights.ts';
import { unpack } from './unpack.ts';

/** The kinds that words tell, in the order of the columns. */
export const KINDS: readonly Exclude<Kind, 'unclear'>[] = ${JSON.stringify(KINDS).replaceAll('"', "'").replaceAll(',', ', ')};

export const ROLE_BIAS: readonly number[] = ${list(biasOf(signWeights, ROLES))};
export const KIND_BIAS: readonly number[] = ${list(biasOf(kindWeightsFitted, KINDS.length))};

/** Per sign: what its levels 1 to 8 weigh for specification, for background, for stray. */
export const ROLE_WEIGHTS: Readonly<Record<string, readonly (readonly number[])[]>> = {
${SIGNS.map(({ id }, s) => {
  const rows = [0, 1, 2].map((c) => levelsOf(signWeights, ROLES, s, c));
  return rows.flat().some((x) => x !== 0) ? `  ${id}: [${rows.map(list).join(', ')}],\n` : '';
}).join('')}};

/** Weights of pieces (grams.ts): three columns a bucket. \`prints\` names the piece that a bucket knows, 0 for none. */
export interface GramTable {
  readonly prints: Uint16Array;
  readonly words: Int8Array;
  readonly shapes: Int8Array;
  /** What the weights were multiplied by. */
  readonly wordScale: number;
  readonly shapeScale: number;
  readonly bias: readonly number[];
}

let grams: GramTable | undefined;
let kinds: Int16Array | undefined;

/** Unpacked when first asked for. */
export function gramTable(): GramTable {
  return (grams ??= {
    prints: new Uint16Array(unpack(PRINTS)),
    words: new Int8Array(unpack(WORDS)),
    shapes: new Int8Array(unpack(SHAPES)),
    wordScale: ${word.scale},
    shapeScale: ${shape.scale},
    bias: ${list(gramBias)},
  });
}

/** What level l (1 to 8) of sign s weighs for kind k: at (8 s + l - 1) times the number of KINDS, plus k. */
export function kindTable(): Int16Array {
  return (kinds ??= new Int16Array(unpack(KIND_LEVELS)));
}
`,
);
execFileSync('node_modules/.bin/oxfmt', ['src/kind/gram-weights.ts', 'src/kind/weights.ts']);
log('weights written');

const score = (from: Float32Array, i: number): number[] => [...from.subarray(i * ROLES, (i + 1) * ROLES)].map(whole);
const scored: Scored[] = documents.map((one, i) => ({
  ...one,
  roleScores: score(crossed, i),
  kindScores: [...crossedKinds.subarray(i * KINDS.length, (i + 1) * KINDS.length)].map((x) => whole(STEPS * x)),
  grams: [...offsets.subarray(i * ROLES, (i + 1) * ROLES)].map((x) => whole(STEPS * x)),
  signsAlone: score(none, i),
  ...(withoutLanguage && !Number.isNaN(withoutLanguage[i * ROLES]!)
    ? { withoutLanguage: score(withoutLanguage, i) }
    : {}),
  ...(withoutWords ? { withoutWords: score(withoutWords, i) } : {}),
}));
await report(scored, set.shaped, values.quick);
log('docs/kinds.md and src/kind/model-card.md written');
