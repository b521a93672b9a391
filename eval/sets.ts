/**
 * Damage to sets: one fault put into a folder of real documents of one origin, by seed; whether the whole product finds it,
 * in the right place, beside what it says of the clean folder; and sound changes that look like such damage.
 * `npx tsx eval/sets.ts [--class ID,ID] [--split train|dev] [--each N] [--missed] [--trees DIR,DIR] [--json FILE] [--corpus DIR]`
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { DATA_FORMATS } from '../src/core/formats.ts';
import { hashString } from '../src/core/hash.ts';
import type { Place, Report, ReportFinding } from '../src/core/types.ts';
import { language } from '../src/views/language.ts';
import { rows } from './corpus.ts';
import { setDecoys, setInjections } from './injections/sets-all.ts';
import type { Elsewhere, SetDamage, SetFolder, TruePlace } from './injections/sets-types.ts';
import { shuffled } from './injections/tools.ts';
import type { Half, Severity } from './injections/types.ts';
import { Memory } from './memory.ts';
import { random, wilson, type Random } from './random.ts';

/** For each class: the checks that may tell it; any of them counts. */
export const TELLS: Readonly<Record<string, readonly string[]>> = {
  'conflict-across': ['conflict'],
  'old-version': ['old-version', 'near-copy'],
  'near-copy': ['near-copy', 'old-version'],
  contained: ['contained', 'near-copy'],
  duplicate: ['duplicate', 'near-copy'],
  'removed-file': ['dangling-file', 'link'],
  'removed-of-series': ['series-gap'],
  'off-topic': ['off-topic', 'language-outlier'],
  secret: ['secret'],
  instruction: ['instruction', 'hidden-text'],
  'version-mismatch': ['version-mismatch', 'conflict'],
  'undefined-id': ['dangling-reference'],
  'doubled-id': ['numbering', 'dangling-reference'],
  'open-point': ['to-be-decided', 'leftover', 'placeholder'],
};

/** Folders that faults are put into. Longer documents cost more time than they tell. */
const DOCUMENTS = { least: 3, most: 40 };
const BYTES = { document: 200_000, folder: 400_000 };
const PAIRS: ReadonlySet<string> = new Set(['near-copy', 'old-version', 'contained', 'duplicate']);
/** Says what a folder is made of; a sound file that is no specification may tip it. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['nothing-to-build-from']);
const SEVERITIES: readonly Severity[] = ['mild', 'moderate', 'severe'];
const TEXT: ReadonlySet<string> = new Set('.md .markdown .rst .txt .adoc .asciidoc .html .htm .tex .org'.split(' '));

export interface SetScore {
  n: number;
  /** At `stop` or `look`. */
  found: number;
  stop: number;
  /** At `note` alone. */
  note: number;
  /** Not found, but the report's hints name the file that is not there. */
  hint: number;
  /** Of the found: the finding names the true place, or both of two. */
  place: number;
  /** Of the found versions: the finding's first place is in the older one. */
  older: number;
  /** Of the found: by the check that the class is named for, not by a neighbour of it. */
  named: number;
  /** Something else was raised at `stop` or `look` that the clean folder has not. */
  other: number;
}

export interface DecoyScore {
  readonly id: string;
  readonly like: string;
  readonly why: string;
  n: number;
  /** Folders with an alarm that the clean folder has not. */
  alarms: number;
  /** `level check` of these, with how many folders each. */
  readonly told: Record<string, number>;
}

export interface SetResult {
  readonly split: string;
  readonly each: number;
  readonly folders: number;
  readonly documents: number;
  /** Of the clean folders, those that the class can be put into. */
  readonly qualify: Readonly<Record<string, number>>;
  /** By class, then by row: `all`, a severity, `: facet`. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, SetScore>>>>;
  readonly decoys: readonly DecoyScore[];
}

export interface SetOptions {
  readonly corpus: string;
  readonly split: Half;
  readonly each: number;
  /** Ids of classes and decoys; all where absent. `decoys` for all of these. */
  readonly wanted?: readonly string[];
  readonly trees?: readonly string[];
  readonly seed?: number;
  /** At most so many folders are used. */
  readonly folders?: number;
  readonly onMissed?: (line: string) => void;
}

interface Files {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Paths in groups of 3 to 40 that lie together: by folder, and where one folder holds more, in its order. */
function groups(paths: readonly string[], depth = 0): string[][] {
  if (paths.length < DOCUMENTS.least) return [];
  if (paths.length <= DOCUMENTS.most) return [[...paths]];
  const by = new Map<string, string[]>();
  for (const path of paths) {
    const steps = path.split('/');
    const key = steps.length > depth + 1 ? steps[depth]! : '';
    const list = by.get(key);
    if (list) list.push(path);
    else by.set(key, [path]);
  }
  const out: string[][] = [];
  for (const [key, list] of by) {
    if (key !== '') out.push(...groups(list, depth + 1));
    else
      for (let i = 0; i < list.length; i += DOCUMENTS.most) {
        const part = list.slice(i, i + DOCUMENTS.most);
        if (part.length >= DOCUMENTS.least) out.push(part);
      }
  }
  return out;
}

/** Documentation under a folder, each package or folder of documents a set. */
function treesUnder(root: string, split: Half): Files[] {
  const tops: string[] = [];
  const find = (folder: string, depth: number): void => {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.some((entry) => entry.name === 'package.json')) tops.push(folder);
    else if (depth < 3)
      for (const entry of entries)
        if (entry.isDirectory() && !entry.name.startsWith('.')) find(join(folder, entry.name), depth + 1);
  };
  find(root, 0);
  const out: Files[] = [];
  for (const top of tops) {
    if ((hashString(relative(root, top)) % 2 === 0 ? 'train' : 'dev') !== split) continue;
    const paths: string[] = [];
    for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
      const path = relative(top, join(entry.parentPath, entry.name));
      if (
        entry.isFile() &&
        TEXT.has(extname(entry.name).toLowerCase()) &&
        !/(?:^|\/)(?:node_modules|tests?|fixtures)\//u.test(path)
      )
        paths.push(path);
    }
    for (const group of groups(paths.toSorted()))
      out.push({
        name: `${relative(root, top)}/${group[0]!}`,
        files: new Map(group.map((path) => [path, readFileSync(join(top, path))])),
      });
  }
  return out;
}

/** Clean folders: the corpus's sources under their real paths, and trees. */
function foldersOf(options: SetOptions): Files[] {
  const bySource = new Map<string, Map<string, string>>();
  for (const row of rows(options.corpus)) {
    if (row.split !== options.split || (row.role !== 'spec' && row.role !== 'supporting')) continue;
    const path = row.path.replace(/\.gz$/u, '').replaceAll(':', '/').replace(/^\/+/u, '').replaceAll('../', '');
    const name = path.toLowerCase().endsWith(extname(row.file).toLowerCase()) ? path : path + extname(row.file);
    // a folder's own index would say what was meant to be in it
    if (/^index\.md$/iu.test(name)) continue;
    const folder = bySource.get(row.source);
    if (folder) folder.set(name, join(options.corpus, row.file));
    else bySource.set(row.source, new Map([[name, join(options.corpus, row.file)]]));
  }
  const out: Files[] = [];
  for (const [source, files] of bySource)
    for (const group of groups([...files.keys()].toSorted()))
      out.push({
        name: `${source}/${group[0]!}`,
        files: new Map(
          group
            .filter((path) => statSync(files.get(path)!).size <= BYTES.document)
            .map((path) => [path, readFileSync(files.get(path)!)]),
        ),
      });
  for (const root of options.trees ?? []) out.push(...treesUnder(root, options.split));
  return out.flatMap((folder) => {
    const files = new Map<string, Uint8Array>();
    let sum = 0;
    for (const [path, bytes] of folder.files) {
      if (bytes.length > BYTES.document || sum + bytes.length > BYTES.folder) continue;
      sum += bytes.length;
      files.set(path, bytes);
    }
    return files.size >= DOCUMENTS.least ? [{ name: folder.name, files }] : [];
  });
}

/** One clean folder, made ready once: its documents, and what the product says of it. */
interface Ready {
  readonly folder: SetFolder;
  readonly memory: Memory;
  readonly language: string;
  readonly keys: ReadonlySet<string>;
  readonly hints: ReadonlySet<string>;
}

function keyOf(
  check: string,
  level: string,
  place: Place,
  message: string,
  copies: Readonly<Record<string, string>>,
): string {
  // which two documents are alike is one finding, wherever they differ first
  if (PAIRS.has(check)) return `${check} ${level} ${copies[place.path] ?? place.path}`;
  // without a quote, what is said of the place tells it: a file more that is not there is news
  const words = place.quote?.slice(0, 60) ?? (place.note ?? message).replaceAll(/\d+/gu, '#').slice(0, 400);
  return `${check} ${level} ${copies[place.path] ?? place.path} ${words}`;
}

const placesOf = (finding: ReportFinding): Place[] => [finding, ...finding.related];
const keysOf = (finding: ReportFinding, copies: Readonly<Record<string, string>> = {}): string[] =>
  placesOf(finding).map((place) => keyOf(finding.check, finding.level, place, finding.message, copies));

async function prepare({ name, files }: Files): Promise<Ready | undefined> {
  const memory = new Memory(files);
  const documents = await memory.documents();
  const open = documents.filter((one) => !DATA_FORMATS.has(one.format) && one.units.length >= 400);
  if (open.length < DOCUMENTS.least) return undefined;
  const report = await memory.report();
  const tongues = open.map((one) => language(one));
  const most = tongues.toSorted(
    (a, b) => tongues.filter((one) => one === b).length - tongues.filter((one) => one === a).length || (a < b ? -1 : 1),
  )[0]!;
  return {
    folder: { name, documents, paths: new Set(files.keys()) },
    memory,
    language: most,
    keys: new Set(report.findings.flatMap((finding) => keysOf(finding))),
    hints: new Set(report.set.hints.map((hint) => hint.path)),
  };
}

/** What the changed folder's report has that the clean one's has not. */
function news(clean: ReadonlySet<string>, report: Report, copies?: Readonly<Record<string, string>>): ReportFinding[] {
  return report.findings.filter((finding) => keysOf(finding, copies).some((key) => !clean.has(key)));
}

/** Whether a place is the true one: of the file, and where a line is known, within one line of it or around it. */
function isAt(place: Place, truth: TruePlace): boolean {
  if (place.path !== truth.path) return false;
  if (truth.line === null) return true;
  if (place.line === null) return false;
  return (
    Math.abs(place.line - truth.line) <= 1 || (place.line <= truth.line && truth.line <= (place.endLine ?? place.line))
  );
}

function isRight(finding: ReportFinding, damage: SetDamage): boolean {
  const places = placesOf(finding);
  const [first, second] = damage.places;
  if (damage.pair && second)
    return places.some((place) => isAt(place, first)) && places.some((place) => isAt(place, second));
  if (damage.gone !== undefined) {
    const name = damage.gone.slice(damage.gone.lastIndexOf('/') + 1);
    if (finding.path === damage.gone || finding.message.includes(name)) return true;
    // one finding tells all that a document names in vain
    return damage.places.some((truth) => places.some((place) => isAt(place, truth)));
  }
  return damage.places.some((truth) => isAt(finding, truth));
}

const fresh = (): SetScore => ({ n: 0, found: 0, stop: 0, note: 0, hint: 0, place: 0, older: 0, named: 0, other: 0 });

/** Puts faults and sound changes into folders, and counts; see the types for what. Prints nothing. */
export async function evaluateSets(options: SetOptions): Promise<SetResult> {
  const chance = random(hashString(`sets ${options.seed ?? 1}`));
  const all = shuffled(chance, foldersOf(options));
  const pool: Files[] = all.slice(0, options.folders ?? 110);
  const ready: Ready[] = [];
  for (const files of pool) {
    const one = await prepare(files);
    if (one) ready.push(one);
  }
  const byLanguage = [...new Set(ready.map((one) => one.language))]
    .toSorted()
    .map((tongue) => ready.filter((one) => one.language === tongue));
  const draw = (from: Random): Ready => from.pick(from.next() < 0.6 ? ready : from.pick(byLanguage));
  const elsewhere: Elsewhere = (from) => from.pick(ready).folder;
  const isWanted = (id: string, group: string): boolean =>
    !options.wanted || options.wanted.includes(id) || options.wanted.includes(group);

  const scores: Record<string, Record<string, SetScore>> = {};
  const qualify: Record<string, number> = {};
  for (const injection of setInjections) {
    if (!isWanted(injection.id, 'classes')) continue;
    const tells = TELLS[injection.id] ?? [injection.id];
    const table: Record<string, SetScore> = (scores[injection.id] = {});
    const could = new Set<string>();
    for (const [k, severity] of SEVERITIES.entries()) {
      const seed = random(hashString(`${injection.id} ${severity} ${options.seed ?? 1}`));
      const wanted = Math.floor((options.each + 2 - k) / SEVERITIES.length);
      let made = 0;
      for (let attempt = 0; made < wanted && attempt < 25 * wanted; attempt++) {
        const one = draw(seed);
        const damage = injection.inject(one.folder, seed, severity, options.split, elsewhere);
        if (!damage) continue;
        made++;
        could.add(one.folder.name);
        const report = await one.memory.with(damage.changes).report();
        const sound = damage.before
          ? new Set((await one.memory.with(damage.before).report()).findings.flatMap((finding) => keysOf(finding)))
          : one.keys;
        const told = news(sound, report, damage.copies);
        const mine = told.filter((finding) => tells.includes(finding.check));
        const grave = mine.filter((finding) => finding.level !== 'note');
        const right = grave.find((finding) => isRight(finding, damage));
        const other = told.filter((finding) => finding.level !== 'note' && !tells.includes(finding.check));
        const hinted =
          damage.gone !== undefined &&
          !one.hints.has(damage.gone) &&
          report.set.hints.some((hint) => hint.path === damage.gone);
        for (const row of ['all', severity, ...damage.facets.map((facet) => `: ${facet}`)]) {
          const score = (table[row] ??= fresh());
          score.n++;
          if (other.length > 0) score.other++;
          if (grave.length > 0) {
            score.found++;
            if (grave.some((finding) => finding.level === 'stop')) score.stop++;
            if (right) score.place++;
            if (grave.some((finding) => finding.check === tells[0])) score.named++;
            if (right && damage.newer !== undefined && right.path !== damage.newer) score.older++;
          } else if (mine.length > 0) score.note++;
          else if (hinted) score.hint++;
        }
        if (options.onMissed && (!right || other.length > 0)) {
          const place =
            damage.places.find((each) => damage.changes.some((change) => change.path === each.path)) ??
            damage.places[0];
          const change = damage.changes.find((each) => each.path === place.path && 'text' in each);
          const text =
            change && 'text' in change
              ? change.text
                  .split('\n')
                  .slice((place.line ?? 1) - 1, (place.line ?? 1) + 1)
                  .join('\n')
              : '';
          const show = (list: readonly ReportFinding[]): string =>
            list.map((finding) => `${finding.level} ${finding.check} ${finding.path}:${finding.line}`).join(', ');
          options.onMissed(
            [
              right ? 'OTHER' : grave.length > 0 ? 'PLACE' : mine.length > 0 ? 'NOTE' : hinted ? 'HINT' : 'MISSED',
              injection.id,
              severity,
              one.folder.name,
              damage.facets.join('; '),
              damage.places.map((each) => `${each.path}:${each.line ?? ''}`).join(' '),
              damage.gone === undefined ? '' : `gone ${damage.gone}`,
              `told ${show(mine)}`,
              `other ${show(other)}`,
              JSON.stringify(text.slice(0, 240)),
            ].join('\t'),
          );
        }
      }
    }
    // by one try for each severity where chance has not drawn the folder yet
    for (const one of ready)
      if (
        !could.has(one.folder.name) &&
        SEVERITIES.some((severity) => injection.inject(one.folder, random(1), severity, options.split, elsewhere))
      )
        could.add(one.folder.name);
    qualify[injection.id] = could.size;
  }

  const decoys: DecoyScore[] = [];
  for (const decoy of setDecoys) {
    if (!isWanted(decoy.id, 'decoys')) continue;
    const seed = random(hashString(`decoy ${decoy.id} ${options.seed ?? 1}`));
    const score: DecoyScore = { id: decoy.id, like: decoy.like, why: decoy.why, n: 0, alarms: 0, told: {} };
    const wanted = Math.max(3, Math.ceil(options.each / 5));
    for (let attempt = 0; score.n < wanted && attempt < 15 * wanted; attempt++) {
      const one = draw(seed);
      const changes = decoy.make(one.folder, seed, options.split);
      if (!changes) continue;
      score.n++;
      const told = news(one.keys, await one.memory.with(changes).report()).filter(
        (finding) => finding.level !== 'note' && !OF_THE_WHOLE.has(finding.check),
      );
      if (told.length > 0) score.alarms++;
      for (const key of new Set(told.map((finding) => `${finding.level} ${finding.check}`)))
        score.told[key] = (score.told[key] ?? 0) + 1;
      if (options.onMissed)
        for (const finding of told)
          options.onMissed(
            `DECOY\t${decoy.id}\t${one.folder.name}\t${finding.level} ${finding.check} ${finding.path}:${finding.line}\t${finding.message}\t${JSON.stringify(finding.quote?.slice(0, 160))}`,
          );
    }
    decoys.push(score);
  }
  return {
    split: options.split,
    each: options.each,
    folders: ready.length,
    documents: ready.reduce((sum, one) => sum + one.folder.documents.length, 0),
    qualify,
    scores,
    decoys,
  };
}

/** The result as lines of text. */
export function printed(result: SetResult): string[] {
  const out = [`${result.split}: ${result.folders} clean folders, ${result.documents} documents`];
  const of = (x: number, n: number): string => (n === 0 ? '-' : ((100 * x) / n).toFixed(0));
  for (const [id, table] of Object.entries(result.scores)) {
    out.push(
      '',
      `${id} (${result.qualify[id]} folders): found % (95 % interval); of found: stop %, right place %, by ${(TELLS[id] ?? [id])[0]} %; note only %, hint only %; something else raised %`,
    );
    for (const [row, one] of Object.entries(table)) {
      if (row !== 'all' && one.n < 4) continue;
      const order =
        id === 'old-version' && one.found > 0 ? `; first place in the older ${of(one.older, one.place)}` : '';
      out.push(
        `  ${row}: ${one.n}; ${wilson(one.found, one.n)}; ${of(one.stop, one.found)}, ${of(one.place, one.found)}, ${of(one.named, one.found)}; ${of(one.note, one.n)}, ${of(one.hint, one.n)}; ${of(one.other, one.n)}${order}`,
      );
    }
  }
  if (result.decoys.length > 0) {
    const n = result.decoys.reduce((sum, one) => sum + one.n, 0);
    const alarms = result.decoys.reduce((sum, one) => sum + one.alarms, 0);
    out.push('', `sound changes: ${n}, with an alarm ${alarms}: ${wilson(alarms, n)} per 100`);
    for (const { id, like, n: made, alarms: hit, told } of result.decoys)
      if (hit > 0 || made === 0)
        out.push(
          `  ${id} (like ${like}): ${hit} of ${made}: ${Object.entries(told)
            .map(([key, times]) => `${key} ${times}`)
            .join(', ')}`,
        );
  }
  return out;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: '../shared/corpus' },
      split: { type: 'string', default: 'train' },
      class: { type: 'string' },
      each: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      folders: { type: 'string', default: '110' },
      trees: { type: 'string', default: 'node_modules' },
      missed: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const result = await evaluateSets({
    corpus: values.corpus,
    split: values.split === 'dev' ? 'dev' : 'train',
    each: Number(values.each),
    seed: Number(values.seed),
    folders: Number(values.folders),
    trees: values.trees.split(',').filter(Boolean),
    ...(values.class === undefined ? {} : { wanted: values.class.split(',') }),
    ...(values.missed ? { onMissed: (line: string): void => console.log(line) } : {}),
  });
  console.log(printed(result).join('\n'));
  if (values.json) writeFileSync(values.json, JSON.stringify(result));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
