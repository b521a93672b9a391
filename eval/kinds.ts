/**
 * How the weights as they are read one half of the corpus. They are fitted on both halves, so these are no figures of unseen
 * documents: those are in docs/kinds.md. This is for looking at single documents.
 * `npm run eval:kinds -- [--corpus DIR] [--split train|dev] [--list] [--kinds]`
 */
import { parseArgs } from 'node:util';
import { createDocument } from '../src/core/document.ts';
import { analyse, READ_ROLES } from '../src/kind/index.ts';
import { labelled, type Labelled } from './kinds-corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'dev' },
    /** Prints every spec or supporting document that not-a-spec would alarm on. */
    list: { type: 'boolean', default: false },
    /** Prints what each label is read as. */
    kinds: { type: 'boolean', default: false },
  },
});

const documents = await labelled(values.corpus, values.split);
// Processor time: the machine may be shared. The first pass warms the engine up.
for (const { document } of documents.slice(0, 500))
  analyse(createDocument({ path: document.path, format: document.format, encoding: 'utf-8', text: document.units }));
const began = process.cpuUsage();
const rows = documents.map((one) => ({ ...one, analysis: analyse(one.document) }));
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
type Rated = (typeof rows)[number];

const share = (hits: number, all: number, scale = 100): string => (all === 0 ? '-' : ((scale * hits) / all).toFixed(1));
function interval(hits: number, all: number): string {
  if (all === 0) return '-';
  const z = 1.96;
  const p = hits / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  return `${(1000 * p).toFixed(1)} (${(1000 * Math.max(0, middle - half)).toFixed(1)} to ${(1000 * (middle + half)).toFixed(1)})`;
}

const truth = ({ row }: Labelled): string => (row.label === 'paper' ? 'paper' : row.role);
const stray = ({ analysis }: Rated): boolean => analysis.reading.role === 'stray';
const specs = rows.filter((one) => truth(one) === 'spec');
const strays = rows.filter((one) => truth(one) === 'stray');
const supporting = rows.filter((one) => truth(one) === 'supporting');
const papers = rows.filter((one) => truth(one) === 'paper');

console.log(
  `${values.split}: ${rows.length} documents, ${Math.round(rows.length / seconds)} a second, ${(rows.reduce((a, b) => a + b.document.units.length, 0) / seconds / 1e6).toFixed(1)} M units a second`,
);
for (const [name, group] of [
  ['specifications', specs],
  ['papers', papers],
  ['supporting', supporting],
] as const)
  console.log(
    `${name} called stray, per 1,000: look or stop ${interval(group.filter(stray).length, group.length)}; stop ${interval(group.filter((one) => one.analysis.sure).length, group.length)}`,
  );
console.log(
  `strays recognised: ${share(strays.filter(stray).length, strays.length)} %; at stop ${share(strays.filter((one) => one.analysis.sure).length, strays.length)} %`,
);

// Specification against stray: background and unclear are undecided.
const decided = [...specs, ...strays].filter(({ analysis }) =>
  ['specification', 'stray'].includes(analysis.reading.role),
);
const right = decided.filter((one) => (truth(one) === 'spec') === (one.analysis.reading.role === 'specification'));
console.log(
  `specification against stray: ${share(right.length, decided.length)} % of decided right, ${share(decided.length, specs.length + strays.length)} % decided`,
);

console.log('\nrole by label (specification, background, stray, unclear; sure)');
const table = (key: (one: Rated) => string): void => {
  const groups = new Map<string, Rated[]>();
  for (const one of rows) {
    const name = key(one);
    const list = groups.get(name);
    if (list) list.push(one);
    else groups.set(name, [one]);
  }
  for (const name of [...groups.keys()].sort()) {
    const group = groups.get(name)!;
    if (group.length < 8) continue;
    const counts = [...READ_ROLES, 'unclear'].map(
      (role) => group.filter(({ analysis }) => analysis.reading.role === role).length,
    );
    const kind = group.filter(({ kind: is, analysis }) => analysis.reading.kind === is).length;
    console.log(
      `${name.padEnd(26)} ${counts.map((n) => String(n).padStart(5)).join('')} ${String(group.filter((one) => one.analysis.sure).length).padStart(5)}   kind right ${share(kind, group.length)} %`,
    );
  }
};
table((one) => `${truth(one)} ${one.row.label}`);
console.log('\nby language');
table((one) => `${truth(one)} ${one.row.language}`);

console.log('\ninside a language, how often a specification ranks above a stray (>= 8 each)');
for (const language of [...new Set(rows.map(({ row }) => row.language))].sort()) {
  const score = ({ analysis }: Rated): number =>
    analysis.shares ? analysis.shares[0] - analysis.shares[2] : analysis.reading.role === 'specification' ? 1 : 0;
  const above = specs.filter(({ row }) => row.language === language).map(score);
  const below = strays.filter(({ row }) => row.language === language).map(score);
  if (above.length < 8 || below.length < 8) continue;
  let wins = 0;
  for (const a of above) for (const b of below) wins += a > b ? 1 : a === b ? 0.5 : 0;
  console.log(
    `${language.padEnd(6)} ${(wins / above.length / below.length).toFixed(3)}  (${above.length} x ${below.length})`,
  );
}

console.log(
  '\nshare from which a stray is claimed: specifications, papers, supporting called stray; strays recognised',
);
for (const from of [0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]) {
  const called = ({ analysis: { shares } }: Rated): boolean => shares !== null && shares[2] >= from;
  console.log(
    `${from.toFixed(2)}  ${specs.filter(called).length} ${papers.filter(called).length} ${supporting.filter(called).length}  ${share(strays.filter(called).length, strays.length)} %`,
  );
}

if (values.list) {
  console.log('\nspec and supporting documents called stray');
  for (const { row, analysis } of rows.filter((one) => one.row.role !== 'stray' && stray(one)))
    console.log(
      `${analysis.sure ? 'STOP' : 'look'} ${row.id} ${row.label} ${row.language} ${analysis.reading.kind} ${analysis.shares?.map((x) => x.toFixed(3)).join('/')} ${row.file}\n       ${analysis.reading.reasons.map(({ message }) => message).join('; ')}`,
    );
}

if (values.kinds) {
  console.log('\nkinds: label -> read as');
  for (const label of [...new Set(rows.map(({ kind }) => kind))].sort()) {
    const tally = new Map<string, number>();
    for (const one of rows)
      if (one.kind === label) tally.set(one.analysis.reading.kind, (tally.get(one.analysis.reading.kind) ?? 0) + 1);
    console.log(
      `${label.padEnd(18)} ${[...tally]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 7)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(', ')}`,
    );
  }
}
