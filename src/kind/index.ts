/**
 * Says what a document is: its kind, its role, how sure that is, and why.
 *
 * A document is first held against the shapes of machine-readable formats (shapes.ts). What is left is text. Its signs are
 * counted (scan.ts), each count becomes a level of 0 to 8, and integer weights (weights.ts) add up to a score for each role and
 * each kind. Small pieces of words and lines (grams.ts) add to the scores of the roles, within a bound, so that they never
 * outvote plain signs. All is summed in whole numbers: the same text has the same score everywhere. eval/kinds-train.ts fits
 * the weights. What is thin or mixed is `unclear`; a document is never `stray` by what it lacks alone.
 */
import type { Document, Kind, KindReading, Reason, Role, Span } from '../core/types.ts';
import { at, lineColumn } from '../core/locate.ts';
import { view } from '../core/view.ts';
import { countPieces, piecesOf, WORD_BUCKETS } from './grams.ts';
import { scan, type Scan } from './scan.ts';
import { shapeOf } from './shapes.ts';
import { type Group, SIGN_INDEX, SIGNS } from './signs.ts';
import { gramTable, KIND_BIAS, kindTable, KINDS, ROLE_BIAS, ROLE_WEIGHTS } from './weights.ts';

/** The roles that a text can be read as, in the order of the columns of ROLE_WEIGHTS. */
export const READ_ROLES = ['specification', 'background', 'stray'] as const;

/** What a kind is for, as a rule: the kinds among which the kind of a document of that role is chosen. */
export const ROLE_OF_KIND: Readonly<Record<Exclude<Kind, 'unclear'>, (typeof READ_ROLES)[number]>> = {
  standard: 'specification',
  requirements: 'specification',
  design: 'specification',
  api: 'specification',
  paper: 'background',
  manual: 'background',
  readme: 'background',
  changelog: 'background',
  notes: 'background',
  data: 'background',
  code: 'background',
  news: 'stray',
  blog: 'stray',
  marketing: 'stray',
  legal: 'stray',
  fiction: 'stray',
  encyclopedia: 'stray',
  forum: 'stray',
  mail: 'stray',
  official: 'stray',
  'web furniture': 'stray',
  'recipe or résumé': 'stray',
};

/** Everything that the classifier found out. */
export interface Analysis {
  readonly reading: KindReading;
  /** Whether a wrong `stray` is nearly impossible: see `isSure`. False for every other role. */
  readonly sure: boolean;
  /** `no requirement, identifier, interface or example in 4,371 characters`; null where all of them are there. */
  readonly absent: string | null;
  /** The signs that speak for the role, the strongest first, at most 4. */
  readonly telling: readonly Reason[];
  /** Probabilities of the roles in the order of READ_ROLES, as the weights see them; null for a machine-readable shape. */
  readonly shares: readonly [number, number, number] | null;
}

/** Below this weight a text says too little to be called stray: a title, a stub, a line of words. Some 40 words of English. */
const THIN = 200;
/** Below this weight it says too little for any role; between the two, a role is claimed from THIN_FROM. */
const TOO_THIN = 80;
const THIN_FROM = 0.9;
/** Shares (0 to 1) from which a role is claimed, chosen on scores of fits that saw no document of the source: docs/kinds.md. */
const STRAY_FROM = 0.8;
const STRAY_SPEC_BELOW = 0.05;
/** With marks of a specification, or without a plain sign of something else, a stray must be surer. */
const MARKED_FROM = 0.97;
const MARKED_SPEC_BELOW = 0.01;
const SOFT_FROM = 0.9;
/** Pieces alone make nothing stray: the share of stray by signs alone, and in a text of less than this weight, must be this. */
const SIGNS_FROM = 0.3;
const BRIEF = 900;
const BRIEF_FROM = 0.85;
const SPEC_FROM = 0.45;
const BACKGROUND_FROM = 0.5;
/** For `sure`: chosen so that no specification and no paper is called stray. */
const SURE_FROM = 0.98;
const SURE_SPEC_BELOW = 0.005;
const SURE_BACKGROUND_BELOW = 0.01;
const SURE_WEIGHT = 400;
/** The share of stray that must be left without the signs of SOFT. */
const HARD_FROM = 0.7;
/** The most that doubtful kinds may share in. */
const SURE_DOUBT = 0.2;
/** Signs that speak for stray and can be shown, at least, those of SOFT aside; one less where nothing of a specification is there at all. */
const SURE_SIGNS = 2;
/** How a text speaks and what it lacks, which a manual may have too: these alone make nothing stray. */
const SOFT: ReadonlySet<string> = new Set(['plainText', 'iwe', 'you', 'bullet', 'clause', 'url', 'year']);

/** e^(-1/64): the weights count in steps of 1/64 of a natural logarithm. Multiplication gives the same bits everywhere. */
const STEP = 0.9844964370054085;
const POWERS = new Float64Array(1024);
POWERS[0] = 1;
for (let i = 1; i < POWERS.length; i++) POWERS[i] = POWERS[i - 1]! * STEP;

/** The document's kind and role, with the reasons. */
export function classify(document: Document): KindReading {
  return analyse(document).reading;
}

/** `classify` with all that stands behind it; worked out once per document. */
export const analyse: (document: Document) => Analysis = view((document) => {
  const shape = shapeOf(document);
  if (shape) {
    const { line } = lineColumn(document, shape.span.start);
    const reason: Reason = {
      message:
        shape.role === 'specification'
          ? `it is ${shape.name.startsWith('a ') ? shape.name : `a definition in ${shape.name}`}: line ${line} "${quoteOf(document, shape.span)}"`
          : `it is ${shape.name}: line ${line} "${quoteOf(document, shape.span)}"`,
      place: at(document, shape.span),
    };
    return {
      reading: { kind: shape.kind, role: shape.role, confidence: shape.confidence, reasons: [reason] },
      sure: false,
      absent: null,
      telling: [reason],
      shares: null,
    };
  }
  const found = scan(document);
  const grams = gramScores(document);
  return judge(document, found, roleScores(found, grams), kindScores(found), grams);
});

/** What follows from the scores of the roles and the kinds; `grams` is what pieces have added to the roles. */
export function judge(
  document: Document,
  found: Scan,
  scores: readonly number[],
  kinds: readonly number[],
  grams: readonly number[],
): Analysis {
  const shares = sharesOf(scores) as [number, number, number];
  const kindShares = sharesOf(kinds);
  let role = roleOf(found, shares);
  let telltales = shownOf(found, role, scores);
  const hard = telltales.filter((index) => !SOFT.has(SIGNS[index]!.id)).length;
  const absent = absentOf(found);
  if (
    role === 'stray' &&
    ((hard === 0 && shares[2] < SOFT_FROM) ||
      sharesOf(scores.map((score, column) => score - grams[column]!))[2]! <
        (found.weight < BRIEF ? BRIEF_FROM : SIGNS_FROM))
  ) {
    role = 'unclear';
    telltales = shownOf(found, role, scores);
  }
  const telling = telltales.slice(0, TELLING).map((index) => reasonOf(document, found, index));
  const kind = kindOf(found, role, kindShares);
  const share = role === 'unclear' ? Math.max(...shares) : shares[READ_ROLES.indexOf(role as 'stray')]!;
  const reasons: Reason[] = [...telling];
  if (role === 'stray' && reasons.length === 0)
    reasons.push({ message: 'its words and the shape of its lines are those of texts that specify nothing' });
  if (role === 'stray' && absent !== null) reasons.splice(1, 0, { message: absent.message });
  if (role === 'unclear')
    reasons.unshift({
      message:
        found.weight < THIN
          ? `too little text to tell: ${grouped(found.characters)} characters`
          : `mixed signs: ${percent(shares[0])} for a specification, ${percent(shares[1])} for background, ${percent(shares[2])} for neither`,
    });
  return {
    reading: { kind, role, confidence: Math.round(share * 100) / 100, reasons: reasons.slice(0, 5) },
    sure:
      role === 'stray' &&
      hard >= (absent?.all ? SURE_SIGNS - 1 : SURE_SIGNS) &&
      hardShare(found, scores) >= HARD_FROM &&
      isSure(found, shares, kind, kindShares),
    absent: absent?.message ?? null,
    telling,
    shares,
  };
}

/** Scores of the roles: bias, what each sign's level weighs, and what the pieces add. */
export function roleScores(found: Scan, grams: readonly number[]): number[] {
  const scores = ROLE_BIAS.map((bias, column) => bias + grams[column]!);
  const rows = (rowsOfSigns ??= SIGNS.map(({ id }) => ROLE_WEIGHTS[id]));
  for (let index = 0; index < rows.length; index++) {
    const level = found.levels[index]!;
    // Most signs are not there.
    const row = level > 0 ? rows[index] : undefined;
    if (row) for (let column = 0; column < scores.length; column++) scores[column]! += row[column]![level - 1]!;
  }
  return scores;
}

let rowsOfSigns: readonly ((typeof ROLE_WEIGHTS)[string] | undefined)[] | undefined;

/** Scores of the kinds, in the order of KINDS. */
export function kindScores(found: Scan): number[] {
  const scores = [...KIND_BIAS];
  const table = kindTable();
  for (let sign = 0; sign < SIGNS.length; sign++) {
    const level = found.levels[sign]!;
    if (level === 0) continue;
    const at = (8 * sign + level - 1) * scores.length;
    for (let column = 0; column < scores.length; column++) scores[column]! += table[at + column]!;
  }
  return scores;
}

/** The most that pieces add to a role or take from it, in the steps of the scores: a factor of e^3 in the odds. */
export const MOST_OF_GRAMS = 192;

/** What the pieces of the text say for each role: whole numbers around 0, within MOST_OF_GRAMS. */
export function gramScores(document: Document): number[] {
  const { prints, words, shapes, wordScale, shapeScale, bias } = gramTable();
  const { buckets, levels, size } = countPieces(piecesOf(document.units), prints);
  let wordNorm = 0;
  let shapeNorm = 0;
  let word0 = 0;
  let word1 = 0;
  let word2 = 0;
  let shape0 = 0;
  let shape1 = 0;
  let shape2 = 0;
  for (let i = 0; i < size; i++) {
    const level = levels[i]!;
    const bucket = buckets[i]!;
    if (bucket < WORD_BUCKETS) {
      wordNorm += level * level;
      word0 += level * words[3 * bucket]!;
      word1 += level * words[3 * bucket + 1]!;
      word2 += level * words[3 * bucket + 2]!;
    } else {
      const at = 3 * (bucket - WORD_BUCKETS);
      shapeNorm += level * level;
      shape0 += level * shapes[at]!;
      shape1 += level * shapes[at + 1]!;
      shape2 += level * shapes[at + 2]!;
    }
  }
  const ofWords = [word0, word1, word2];
  const ofShapes = [shape0, shape1, shape2];
  const wordRoot = Math.max(1, rootOf(4096 * wordNorm)) * wordScale;
  const shapeRoot = Math.max(1, rootOf(4096 * shapeNorm)) * shapeScale;
  // The roots are in 64ths and so are the scores.
  const raw = [0, 1, 2].map(
    (column) =>
      bias[column]! + Math.round((4096 * ofWords[column]!) / wordRoot + (4096 * ofShapes[column]!) / shapeRoot),
  );
  const middle = Math.round((raw[0]! + raw[1]! + raw[2]!) / 3);
  return raw.map((score) => Math.max(-MOST_OF_GRAMS, Math.min(MOST_OF_GRAMS, score - middle)));
}

/** The whole square root: checked, so that no rounding of an engine shows. */
function rootOf(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  while (root * root > value) root--;
  while ((root + 1) * (root + 1) <= value) root++;
  return root;
}

/** Scores as shares that add up to 1. */
export function sharesOf(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => POWERS[Math.min(POWERS.length - 1, Math.round(top - score))]!);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The share of stray without the signs of SOFT. */
function hardShare(found: Scan, scores: readonly number[]): number {
  const without = [...scores];
  for (const id of SOFT) {
    const rows = ROLE_WEIGHTS[id];
    const here = level(found, id);
    if (rows && here > 0)
      for (let column = 0; column < without.length; column++) without[column]! -= rows[column]![here - 1]!;
  }
  return sharesOf(without)[2]!;
}

const level = (found: Scan, id: string): number => found.levels[SIGN_INDEX.get(id)!]!;
const count = (found: Scan, id: string): number => found.counts[SIGN_INDEX.get(id)!]!;

function roleOf(found: Scan, [specification, background, stray]: readonly [number, number, number]): Role {
  if (found.weight < TOO_THIN) return 'unclear';
  if (found.weight < THIN)
    return specification >= THIN_FROM ? 'specification' : background >= THIN_FROM ? 'background' : 'unclear';
  if (
    stray >= STRAY_FROM &&
    specification < STRAY_SPEC_BELOW &&
    !marksOfMoreThanOneSort(found) &&
    ((stray >= MARKED_FROM && specification < MARKED_SPEC_BELOW) || !specificationMarks(found))
  )
    return 'stray';
  if (specification >= SPEC_FROM) return 'specification';
  if (background >= BACKGROUND_FROM) return 'background';
  return 'unclear';
}

/** Marks of a specification so plain that a text with them is not called stray unless nearly all else says so. */
function specificationMarks(found: Scan): boolean {
  return (
    count(found, 'requirementId') >= 3 ||
    level(found, 'capitals') >= 4 ||
    count(found, 'endpoint') >= 2 ||
    count(found, 'grammar') >= 3 ||
    count(found, 'specHeading') >= 4 ||
    count(found, 'story') >= 4 ||
    // Requirements in plain prose: obligations as dense as in no report, and no law.
    (level(found, 'obligation') >= 6 && level(found, 'law') <= 3 && count(found, 'article') === 0)
  );
}

/** Two of requirement numbers, endpoints, grammar, capitals, stories and dense obligation: half of the text may be a specification. */
function marksOfMoreThanOneSort(found: Scan): boolean {
  let sorts = 0;
  if (count(found, 'requirementId') > 0) sorts++;
  if (count(found, 'endpoint') > 0) sorts++;
  if (count(found, 'grammar') > 1) sorts++;
  if (level(found, 'capitals') >= 3) sorts++;
  if (count(found, 'story') >= 2) sorts++;
  if (level(found, 'obligation') >= 5 && count(found, 'article') === 0 && level(found, 'law') <= 3) sorts++;
  return sorts >= 2;
}

/** What a report of news shows: without any of it, what reads as news may be an authority's own. */
const NEWS_MARKS = ['pageHeader', 'dateline', 'byline', 'agency', 'said', 'quotation'] as const;

/**
 * Whether a `stray` is beyond doubt: enough text, a share that no specification of the training documents reached, none of
 * the marks of a specification, and a kind that is never placed in a set of specifications for good reason.
 */
function isSure(
  found: Scan,
  [specification, background, stray]: readonly [number, number, number],
  kind: Kind,
  kindShares: readonly number[],
): boolean {
  return (
    stray >= SURE_FROM &&
    specification < SURE_SPEC_BELOW &&
    background < SURE_BACKGROUND_BELOW &&
    found.weight >= SURE_WEIGHT &&
    count(found, 'requirementId') === 0 &&
    level(found, 'capitals') <= 1 &&
    count(found, 'endpoint') === 0 &&
    count(found, 'grammar') === 0 &&
    level(found, 'identifier') <= 2 &&
    level(found, 'inlineCode') <= 2 &&
    !DOUBTFUL.has(kind) &&
    (kind !== 'news' || NEWS_MARKS.some((id) => count(found, id) > 0)) &&
    doubt(kindShares) <= SURE_DOUBT
  );
}

/** Kinds that are stray as a rule and yet may be what someone builds from: a statute, a decree, a mail, a thread, an article. */
export const DOUBTFUL: ReadonlySet<Kind> = new Set<Kind>([
  'legal',
  'official',
  'mail',
  'forum',
  'encyclopedia',
  'unclear',
]);

/** The share of the doubtful kinds among all kinds: 0 to 1. */
function doubt(kindShares: readonly number[]): number {
  return KINDS.reduce((sum, kind, index) => (DOUBTFUL.has(kind) ? sum + kindShares[index]! : sum), 0);
}

/** A stray's kind is told from this share, 0 to 1, among the kinds that are stray. */
const KIND_FROM = 0.4;

/** The best kind among those of the role; of all kinds where the role is unclear, and only if it leads by far. */
function kindOf(found: Scan, role: Role, shares: readonly number[]): Kind {
  if (found.weight < TOO_THIN) return 'unclear';
  let best = 'unclear' as Kind;
  let share = role === 'unclear' ? 0.5 : 0;
  let sum = 0;
  KINDS.forEach((kind, index) => {
    if (role !== 'unclear' && ROLE_OF_KIND[kind] !== role && !(role === 'specification' && kind === 'paper')) return;
    sum += shares[index]!;
    if (shares[index]! > share) {
      share = shares[index]!;
      best = kind;
    }
  });
  // A stray is told by its kind: better none than a wrong one.
  if (role === 'stray' && share < KIND_FROM * sum) return 'unclear';
  // Articles in a row are a law's, however much of authorities it speaks.
  return best === 'official' && count(found, 'article') >= 3 ? 'legal' : best;
}

/** Signs that a person accepts at once, with what they add to their contribution when reasons are ordered. */
const PLAIN: ReadonlyMap<string, number> = new Map([
  ['pageHeader', 4000],
  ['dateline', 2000],
  ['byline', 600],
  ['agency', 300],
  ['mailHeader', 600],
  ['chat', 300],
  ['article', 300],
  ['requirementId', 600],
  ['capitals', 600],
  ['endpoint', 600],
  ['grammar', 600],
  ['specHeading', 300],
  ['story', 300],
  ['release', 300],
  ['manPage', 600],
]);
/** Signs that say nothing to a person by themselves. */
const MUTE: ReadonlySet<string> = new Set([
  'length',
  'number',
  'prose',
  'shortLine',
  'advice',
  'month',
  'exclaim',
  'question',
  'url',
  'markup',
]);
/** A sign that counts by rate is no reason by fewer than this. */
const REASON_COUNT = 2;

/** At most this many signs are told. */
const TELLING = 4;

/** A sign that can be a reason, with all that decides whether it is one. */
interface Showable {
  readonly index: number;
  readonly rows: readonly (readonly number[])[];
  /** The only role that it may speak for, as an index into READ_ROLES; -1 for any. */
  readonly toward: number;
  readonly rate: boolean;
  readonly plain: number;
}

let shown: readonly Showable[] | undefined;

function showable(): readonly Showable[] {
  return SIGNS.flatMap(({ id, toward, scale }, index) => {
    const rows = ROLE_WEIGHTS[id];
    if (!rows || MUTE.has(id)) return [];
    return [
      {
        index,
        rows,
        toward: (READ_ROLES as readonly string[]).indexOf(toward),
        rate: scale === 'rate',
        plain: PLAIN.get(id) ?? 0,
      },
    ];
  });
}

/** Indexes of the signs that speak for the role (for the likeliest one where it is unclear) and can be shown, the strongest first. */
function shownOf(found: Scan, role: Role, scores: readonly number[]): readonly number[] {
  const column = role === 'unclear' ? scores.indexOf(Math.max(...scores)) : READ_ROLES.indexOf(role as 'stray');
  const ranked: { readonly index: number; readonly worth: number }[] = [];
  const first = (column + 1) % READ_ROLES.length;
  const second = (column + 2) % READ_ROLES.length;
  for (const { index, rows, toward, rate, plain } of (shown ??= showable())) {
    const level = found.levels[index]!;
    if (level === 0 || (rate && found.counts[index]! < REASON_COUNT)) continue;
    if (toward >= 0 && toward !== column) continue;
    const worth = rows[column]![level - 1]! - Math.max(rows[first]![level - 1]!, rows[second]![level - 1]!);
    if (worth > 0) ranked.push({ index, worth: worth + plain });
  }
  ranked.sort((a, b) => b.worth - a.worth || a.index - b.index);
  return ranked.map(({ index }) => index);
}

function reasonOf(document: Document, found: Scan, index: number): Reason {
  const { says: many, scale } = SIGNS[index]!;
  const says = found.counts[index] === 1 && scale !== 'share' ? singular(many) : many;
  const span = found.first[index];
  const amount =
    scale === 'share' ? percent(found.counts[index]! / Math.max(1, found.weight)) : grouped(found.counts[index]!);
  if (!span) return { message: says.replace('{n}', amount) };
  const { line } = lineColumn(document, span.start);
  const message = says.replace(/\{n\}|\{line\}|\{quote\}/g, (key) =>
    key === '{n}' ? amount : key === '{line}' ? String(line) : quoteOf(document, span),
  );
  return { message, place: at(document, span) };
}

/** `{n} words of law, the first in line {line}` said of one. */
function singular(says: string): string {
  return says
    .replace(
      /^(\{n\} [^,(]*?)(boxes|addresses|\w+s)\b/,
      (_, before: string, noun: string) => before + noun.replace(/(?:(?<=box|address)es|s)$/, ''),
    )
    .replace(', the first in line', ' in line')
    .replace(', the first is line', ': line');
}

/** At most this many units of a quote stand inside a reason; its place has the whole. */
const REASON_QUOTE = 48;

function quoteOf(document: Document, span: Span): string {
  const text = document
    .slice(span.start, Math.min(span.end, span.start + 4 * REASON_QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= REASON_QUOTE) return text;
  const cut = text.slice(0, REASON_QUOTE);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

const GROUPS: readonly Group[] = ['requirement', 'identifier', 'interface', 'example'];
/** Per group the indexes of its signs. */
let groupSigns: readonly (readonly number[])[] | undefined;

/** What of requirement, identifier, interface and example is not there at all, as a sentence, and whether nothing of them is; null when all are. */
function absentOf(found: Scan): { readonly message: string; readonly all: boolean } | null {
  const missing: string[] = [];
  const members = (groupSigns ??= GROUPS.map((group) =>
    SIGNS.flatMap((sign, index) => (sign.group === group ? [index] : [])),
  ));
  members.forEach((signs, i) => {
    if (signs.every((index) => found.counts[index] === 0)) missing.push(GROUPS[i]!);
  });
  if (missing.length === 0) return null;
  const all = missing.length === GROUPS.length;
  const last = missing.pop()!;
  const names = missing.length === 0 ? last : `${missing.join(', ')} or ${last}`;
  const message = `no ${names} in ${found.whole ? '' : 'the '}${grouped(found.characters)} characters${found.whole ? '' : ' looked at'}`;
  return { message, all };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** 4371 as `4,371`. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
