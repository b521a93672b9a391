/**
 * Presence: does the tool say what happened to a folder, that, and nothing else? See docs/presence.md, which this writes.
 * `npm run eval:presence -- [--corpus DIR] [--folders 10000] [--untouched 1000] [--disk 200] [--seed 1] [--date YYYY-MM-DD] [--misses 20]`
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder } from '../src/check-folder.ts';
import { compareText } from '../src/core/order.ts';
import { DEFAULTS } from '../src/core/settings.ts';
import { folderHost } from '../src/node/host.ts';
import { VERSION } from '../src/version.ts';
import { CHECKS, differences, draw, findings, Pool, spell, type Folder } from './presence/folders.ts';
import { KINDS, Mutator, type Mutated } from './presence/mutations.ts';
import { hashdeep, hashdeepKnown, lay, sha256sum, type Said } from './presence/peers.ts';
import { random, wilson, type Random } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    folders: { type: 'string', default: '10000' },
    untouched: { type: 'string', default: '1000' },
    disk: { type: 'string', default: '200' },
    peers: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    date: { type: 'string', default: '' },
    misses: { type: 'string', default: '20' },
    out: { type: 'string', default: '' },
  },
});
const pool = new Pool(values.corpus);
const seed = Number(values.seed);
const missesShown = Number(values.misses);
let misses = 0;

/** How many faults at once: one in four folders out of ten, up to 50. */
function howMany(one: Random): number {
  const x = one.next();
  return x < 0.4 ? 1 : x < 0.7 ? 2 + one.below(4) : x < 0.9 ? 6 + one.below(15) : 21 + one.below(30);
}

interface Case {
  readonly folder: Folder;
  readonly mutations: readonly Mutated[];
  readonly expected: readonly string[];
}

async function mutated(
  number: number,
  sealed: boolean,
  limits: { readonly many: number; readonly size: number },
): Promise<Case> {
  const one = random(seed * 1_000_003 + number);
  const many = Math.min(limits.many, howMany(one));
  const folder = await draw(pool, one, { size: Math.min(limits.size, 2 + one.below(20) + 2 * many), sealed });
  const mutator = new Mutator(folder, pool, one);
  const mutations: Mutated[] = [];
  for (let tries = 0; mutations.length < many && tries < 4 * many + 20; tries++) {
    // Kinds that few files allow come first, so that all are tried as often as can be.
    const kind = KINDS[(number + tries) % KINDS.length]!;
    const made = mutator.apply(tries < KINDS.length ? kind : one.pick(KINDS));
    if (made) mutations.push(made);
  }
  return { folder, mutations, expected: mutations.flatMap((each) => each.expected).sort(compareText) };
}

/** `9998 of 10000: 100.0 (99.9 to 100.0)`. */
const share = (hits: number, all: number): string => (all === 0 ? '-' : `${hits} of ${all}: ${wilson(hits, all)}`);

const missed: string[] = [];

class Score {
  readonly #right = new Map<string, number>();
  readonly #all = new Map<string, number>();
  folders = 0;
  exact = 0;
  faults = 0;

  add({ mutations, expected }: Case, told: readonly string[], where: string): void {
    this.folders++;
    const left = new Map<string, number>();
    for (const one of told) left.set(one, (left.get(one) ?? 0) + 1);
    for (const { kind, expected: answer } of mutations) {
      this.faults++;
      const right = answer.every((one) => left.has(one));
      this.#all.set(kind, (this.#all.get(kind) ?? 0) + 1);
      if (right) this.#right.set(kind, (this.#right.get(kind) ?? 0) + 1);
    }
    if (told.join('\n') === expected.join('\n')) this.exact++;
    else if (misses++ < missesShown) {
      const wanted = new Set(expected);
      const got = new Set(told);
      const lines = [
        `miss in ${where}`,
        ...expected
          .filter((one) => !got.has(one))
          .slice(0, 6)
          .map((one) => `- ${one}`),
        ...told
          .filter((one) => !wanted.has(one))
          .slice(0, 6)
          .map((one) => `+ ${one}`),
      ];
      missed.push(...lines);
      console.log(lines.join('\n'));
    }
  }

  row(kind: string): string {
    return wilson(this.#right.get(kind) ?? 0, this.#all.get(kind) ?? 0, 100);
  }

  count(kind: string): number {
    return this.#all.get(kind) ?? 0;
  }
}

const started = process.hrtime.bigint();
const seconds = (): string => (Number(process.hrtime.bigint() - started) / 1e9).toFixed(0);
const out: string[] = [];
const say = (...lines: string[]): void => {
  out.push(...lines);
  console.log(lines.join('\n'));
};

// --- untouched -----------------------------------------------------------------------------------------------------
const untouched = Number(values.untouched);
let alarmed = 0;
for (let i = 0; i < untouched; i++) {
  const one = random(seed * 7_000_003 + i);
  const folder = await draw(pool, one, { size: 1 + one.below(60), sealed: i % 2 === 0 });
  const told = await findings(folder);
  if (told.length > 0) {
    alarmed++;
    if (misses++ < missesShown)
      console.log(`alarm in untouched ${i}: ${told.slice(0, 5).join(' | ')} sources: ${[...folder.sources].join(' ')}`);
  }
}
console.error(`untouched done, ${seconds()} s`);

// --- mutated, in memory -----------------------------------------------------------------------------------------------
const sealedScore = new Score();
const openScore = new Score();
let related = 0;
let unrelated = 0;
const total = Number(values.folders);
for (let i = 0; i < total; i++) {
  const sealed = i % 5 !== 4;
  const made = await mutated(i, sealed, { many: 50, size: 130 });
  const told = await findings(made.folder);
  (sealed ? sealedScore : openScore).add(made, told, `folder ${i}${sealed ? '' : ' (no seal)'}`);
  if (!sealed && made.mutations.length === 1 && made.mutations[0]!.kind === 'renamed' && made.expected.length === 2) {
    const [a, b] = (await differences(made.folder)).filter(
      (one) => one.check === 'missing' || one.check === 'not-placed',
    );
    const other =
      a &&
      b &&
      a.places.some((place) => place.path === b.places[0].path || place.note?.includes(b.places[0].path)) &&
      b.places.some((place) => place.path === a.places[0].path || place.note?.includes(a.places[0].path));
    if (other) related++;
    else unrelated++;
  }
  if (i % 1000 === 999) console.error(`${i + 1} folders, ${seconds()} s`);
}

// --- on disk, with the host -----------------------------------------------------------------------------------------
const diskScore = new Score();
const base = mkdtempSync(join(tmpdir(), 'presence-'));
process.on('exit', () => rmSync(base, { recursive: true, force: true }));
const onDisk = async (folder: string): Promise<string[]> => {
  const checked = await checkFolder(folderHost(folder, { threads: 0 }), DEFAULTS);
  return checked.findings
    .filter((one) => CHECKS.has(one.check))
    .map((one) =>
      spell({ level: one.level, check: one.check, change: one.change, path: one.place.path, from: one.from }),
    )
    .sort(compareText);
};
for (let i = 0; i < Number(values.disk); i++) {
  const made = await mutated(1_000_000 + i, i % 5 !== 4, { many: 12, size: 25 });
  const folder = join(base, 'set');
  lay(made.folder, folder);
  diskScore.add(made, await onDisk(folder), `disk folder ${i}`);
}
console.error(`disk done, ${seconds()} s`);

// --- peers, one fault a folder ---------------------------------------------------------------------------------------
interface Tally {
  all: number;
  ours: number;
  sha: Said[];
  deep: Said[];
}
const tallies = new Map<string, Tally>();
for (const kind of KINDS) {
  const tally: Tally = { all: 0, ours: 0, sha: [], deep: [] };
  tallies.set(kind, tally);
  for (let i = 0; tally.all < Number(values.peers) && i < 20 * Number(values.peers); i++) {
    const one = random(seed * 13_000_003 + i * 31 + KINDS.indexOf(kind));
    const folder = await draw(pool, one, { size: 4 + one.below(8), sealed: true });
    const place = join(base, 'peer');
    lay(folder, place);
    const before = new Map(folder.files);
    const made = new Mutator(folder, pool, one).apply(kind);
    if (!made) continue;
    tally.all++;
    hashdeepKnown(place, join(base, 'known'));
    lay(folder, place);
    const paths = [...folder.files.keys(), ...folder.linksOut, ...folder.litter, ...before.keys()].filter(
      (path) => before.get(path) !== folder.files.get(path) || !before.has(path),
    );
    tally.sha.push(sha256sum(place, kind, paths));
    tally.deep.push(hashdeep(place, join(base, 'known'), kind, paths));
    if ((await findings(folder)).join('\n') === made.expected.toSorted(compareText).join('\n')) tally.ours++;
  }
}
console.error(`peers done, ${seconds()} s`);

// --- tables ----------------------------------------------------------------------------------------------------------
const folders = sealedScore.folders + openScore.folders;
const exact = sealedScore.exact + openScore.exact;
say(
  '# Presence: what happened to a folder',
  '',
  `seedcheck ${VERSION}${values.date === '' ? '' : `, ${values.date}`}. Written by \`npm run eval:presence\` (seed ${seed}); all shares in per cent with their 95 % interval (Wilson).`,
  '',
  'Folders of 1 to 130 documents are drawn from a corpus of real documents under their real names, given an INDEX.md and, four in five,',
  'a seal, and then damaged 1 to 50 times at once. A folder counts as right if the set of findings on presence (check, level, kind of',
  'change, path, path it came from) is exactly the expected one: nothing missing, nothing besides.',
  '',
  '| | folders | faults | exactly right |',
  '| --- | --- | --- | --- |',
  `| in memory, sealed | ${sealedScore.folders} | ${sealedScore.faults} | ${share(sealedScore.exact, sealedScore.folders)} |`,
  `| in memory, without a seal | ${openScore.folders} | ${openScore.faults} | ${share(openScore.exact, openScore.folders)} |`,
  `| **in memory, all** | ${folders} | ${sealedScore.faults + openScore.faults} | **${share(exact, folders)}** |`,
  `| on disk, the whole check | ${diskScore.folders} | ${diskScore.faults} | ${share(diskScore.exact, diskScore.folders)} |`,
  `| untouched: folders with an alarm | ${untouched} | 0 | ${share(alarmed, untouched)} |`,
  '',
  'By kind of fault: the finding that it should give is given (in company of the other faults).',
  '',
  '| fault | sealed | right | without a seal | right |',
  '| --- | --- | --- | --- | --- |',
  ...KINDS.map(
    (kind) =>
      `| ${kind} | ${sealedScore.count(kind)} | ${sealedScore.row(kind)} | ${openScore.count(kind)} | ${openScore.row(kind)} |`,
  ),
  '',
  `Without a seal a new name is \`missing\` and \`not-placed\`; where that is the only fault, each points at the other in ${wilson(related, related + unrelated)} of ${related + unrelated}.`,
  '',
  ...(missed.length === 0
    ? []
    : ['What was missed (`-` expected, `+` told; at most six lines each):', '', '```text', ...missed, '```', '']),
  '## Beside other tools',
  '',
  'One fault a folder, on the same bytes on disk. *Named*: the file stands in what the tool says. *Right*: what it says of it is what',
  'happened, read kindly: for `sha256sum -c` any FAILED of a changed file counts, whatever the kind of change; for `hashdeep -a -vv`',
  '"Moved from" of a new name or a swap, "No match" of a new file, "not used" of a missing one, both of a replaced one. Litter is right',
  'where nothing is said. For seedcheck right means the exact set, kind of change included.',
  '',
  '| fault | folders | seedcheck right | sha256sum named | right | hashdeep named | right |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...KINDS.map((kind) => {
    const { all, ours, sha, deep } = tallies.get(kind)!;
    const count = (said: readonly Said[], what: keyof Said): number => said.filter((one) => one[what]).length;
    return `| ${kind} | ${all} | ${ours} | ${count(sha, 'named')} | ${count(sha, 'right')} | ${count(deep, 'named')} | ${count(deep, 'right')} |`;
  }),
  '',
  '## The faults and their one right answer',
  '',
  '| fault | made by | answer (sealed) |',
  '| --- | --- | --- |',
  '| missing | a file is deleted | `missing` |',
  '| extra, sibling, stray | a document of another source, of the same source, a page that is no specification | `not-placed` |',
  '| renamed | same bytes, another name or folder | `renamed`, from the old name |',
  '| renamed, edited | and up to 3 in 10 lines edited | `renamed` [edited], from the old name |',
  '| line ends, byte order mark, white space | LF to CRLF or back; mark put in or taken out; spaces at ends of lines, indents, empty lines, last line end | `altered` with that change, `look` |',
  '| truncated, appended, emptied | 5 to 98 % of the bytes are left; one to twenty lines of another document are added; nothing is left | `altered` with that change |',
  '| replaced | the bytes of a document of another source | `altered` [replaced] |',
  '| edited | words, numbers or lines changed, put in or taken out, up to 2 in 10 lines | `altered` [edited] |',
  '| swapped | two files change places | one `renamed` [swapped] |',
  '| copied | the same bytes under another name, in no index | one `duplicate` from the original |',
  '| NFC/NFD, case | the name in the other form; one or all letters in the other case | `renamed` with that change, `look` |',
  '| litter | .DS_Store, Thumbs.db, .gitkeep, ... | nothing |',
  '| link out | a symbolic link that leaves the folder | one `link` |',
  '',
  'A file takes part in one fault of a run, as target or as source; "renamed, edited" is the one double fault, and is one finding. A',
  'change of a README, LICENSE and the like that no line names is a `look`. Documents for *replaced* have 200 bytes or more, for',
  '*truncated* 128, for edits 200 and four lines with words: a shorter text holds too little to prove the kind, and is told as `edited`.',
  'Without a seal changed bytes go unseen and are expected to; new names are put where no folder is named as a whole.',
  'Half of the folders get one name in eight with an accent, for the real names have few.',
);
console.log(`misses ${misses}, ${seconds()} s`);
if (values.out !== '') writeFileSync(values.out, `${out.join('\n')}\n`);
