/** Says how well kinds and roles are told, from scores of fits that saw no document of the source: docs/kinds.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createDocument } from '../src/core/document.ts';
import type { Document } from '../src/core/types.ts';
import { scan } from '../src/kind/scan.ts';
import type { Labelled } from './kinds-corpus.ts';

export interface Scored extends Labelled {
  readonly roleScores: readonly number[];
  readonly kindScores: readonly number[];
  /** What of the scores of the roles the pieces added. */
  readonly grams: readonly number[];
  readonly signsAlone: readonly number[];
  readonly withoutLanguage?: readonly number[];
  readonly withoutWords?: readonly number[];
}

const ROLES = ['specification', 'background', 'stray'] as const;
const ROLE_OF: Readonly<Record<string, string>> = { spec: 'specification', supporting: 'background', stray: 'stray' };

export async function report(scored: readonly Scored[], shaped: readonly Labelled[], quick: boolean): Promise<void> {
  // The classifier reads the weights just written.
  const { analyse, judge, sharesOf } = await import('../src/kind/index.ts');
  const judged = [
    ...scored.map((one) => ({
      ...one,
      analysis: judge(one.document, scan(one.document), one.roleScores, one.kindScores, one.grams),
    })),
    ...shaped.map((one) => ({ ...one, analysis: analyse(one.document) })),
  ].map((one) => ({ ...one, truth: one.row.label === 'paper' ? 'paper' : ROLE_OF[one.row.role]! }));
  type Judged = (typeof judged)[number];
  const readRole = ({ analysis }: Judged): string => analysis.reading.role;
  const of = (truth: string): Judged[] => judged.filter((one) => one.truth === truth);
  const specs = of('specification');
  const strays = of('stray');
  const supporting = of('background');
  const out: string[] = [];
  const line = (text = ''): number => out.push(text);
  const row = (...cells: (string | number)[]): number => line(`| ${cells.join(' | ')} |`);
  const head = (...cells: string[]): void => {
    row(...cells);
    row(...cells.map((_, i) => (i === 0 ? '---' : '---:')));
  };
  const percent = (hits: number, all: number): string => (all === 0 ? '-' : `${((100 * hits) / all).toFixed(1)} %`);

  // ---- figures
  const decided = [...specs, ...strays].filter((one) => readRole(one) === 'specification' || readRole(one) === 'stray');
  const right = decided.filter((one) => readRole(one) === one.truth);
  const f1 = (
    list: readonly Judged[],
    truth: (one: Judged) => string,
    read: (one: Judged) => string,
    name: string,
  ): number => {
    let hit = 0;
    let wrong = 0;
    let missed = 0;
    for (const one of list)
      if (truth(one) === name && read(one) === name) hit++;
      else if (read(one) === name) wrong++;
      else if (truth(one) === name) missed++;
    return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed);
  };
  const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
  const roleF1 = ROLES.map((role) =>
    f1(
      judged.filter(({ truth }) => truth !== 'paper'),
      ({ truth }) => truth,
      readRole,
      role,
    ),
  );
  const readKind = ({ analysis }: Judged): string => analysis.reading.kind;
  const kindNames = [...new Set(judged.map(({ kind }) => kind as string))];
  const sourcesOf = (kind: string): number =>
    new Set(judged.filter((one) => one.kind === kind).map((one) => one.row.source)).size;
  const kindF1 = new Map(kindNames.map((name) => [name, f1(judged, ({ kind }) => kind, readKind, name)]));
  const broad = kindNames.filter((name) => sourcesOf(name) >= 8);
  // Calibration: the share of the likeliest role against how often it is right.
  const bins = Array.from({ length: 10 }, () => ({ all: 0, sum: 0, right: 0 }));
  for (const one of judged) {
    if (one.truth === 'paper' || readRole(one) === 'unclear') continue;
    const { confidence } = one.analysis.reading;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.all++;
    bin.sum += confidence;
    if (readRole(one) === one.truth) bin.right++;
  }
  const claimed = bins.reduce((sum, { all }) => sum + all, 0);
  const calibration = bins.reduce((sum, { sum: said, right: hits }) => sum + Math.abs(said - hits), 0) / claimed;
  const called = (list: readonly Judged[], sure = false): Judged[] =>
    list.filter((one) => readRole(one) === 'stray' && (!sure || one.analysis.sure));
  // Ranking inside a language
  const rank = (
    list: readonly Scored[],
    scoreOf: (one: Scored) => readonly number[] | undefined,
  ): Map<string, [number, number, number]> => {
    const ranks = new Map<string, [number, number, number]>();
    for (const language of [...new Set(list.map((one) => one.row.language))].sort()) {
      const side = (role: string): number[] =>
        list
          .filter((one) => one.row.language === language && one.row.role === role && one.row.label !== 'paper')
          .flatMap((one) => {
            const s = scoreOf(one);
            return s ? [s[0]! - s[2]!] : [];
          });
      const above = side('spec');
      const below = side('stray');
      if (above.length < 8 || below.length < 8) continue;
      ranks.set(language, [ranking(above, below), above.length, below.length]);
    }
    return ranks;
  };
  const ranks = rank(scored, ({ roleScores }) => roleScores);
  const ranksSigns = rank(scored, ({ signsAlone }) => signsAlone);
  const ranksLanguage = rank(scored, ({ withoutLanguage }) => withoutLanguage);
  const ranksWords = rank(scored, ({ withoutWords }) => withoutWords);
  // The language alone: the share of specifications among the documents of the language from other sources.
  const tally = new Map<string, [number, number]>();
  const cellOf = (key: string): [number, number] => {
    const cell = tally.get(key) ?? [0, 0];
    tally.set(key, cell);
    return cell;
  };
  for (const { row: where, truth } of [...specs, ...strays])
    for (const key of [where.language, `${where.language} ${where.source}`]) cellOf(key)[truth === 'stray' ? 1 : 0]++;
  const byLanguage = ({ row: where }: Judged): number => {
    const [spec, stray] = cellOf(where.language);
    const [ownSpec, ownStray] = cellOf(`${where.language} ${where.source}`);
    return (spec - ownSpec + 1) / (spec - ownSpec + stray - ownStray + 2);
  };
  const languageRank = ranking(specs.map(byLanguage), strays.map(byLanguage));
  const overall = (scoreOf: (one: Scored) => readonly number[] | undefined): string => {
    const side = (role: string): number[] =>
      scored
        .filter((one) => one.row.role === role && one.row.label !== 'paper')
        .flatMap((one) => {
          const s = scoreOf(one);
          return s ? [s[0]! - s[2]!] : [];
        });
    const above = side('spec');
    return above.length === 0 ? '-' : ranking(above, side('stray')).toFixed(3);
  };
  const speed = speedOf(
    judged.map(({ document }) => document),
    analyse,
  );
  const reasons = truthOfReasons(scored, analyse);

  // ---- the page
  line('# Kinds: how well they are told');
  line();
  line(
    `Written by \`npm run kind:train\`; [the model card](../src/kind/model-card.md) says from what. ${judged.length} documents of ${new Set(judged.map((one) => one.row.source)).size} sources in ${new Set(judged.map((one) => one.row.language)).size} languages, of which ${shaped.length} are told by their shape and ${scored.length} by their words. Every figure of the latter is of a fit that saw no document of the same source (five folds by source); the bounds from which a role is claimed were chosen on these same figures. The labels come from a file's place in its source, and 3 to 4 % of them are wrong. Papers count for kind, not for role. A document that reads as \`background\` or \`unclear\` is undecided between specification and stray.`,
  );
  line();
  line('## Aims');
  line();
  head('what', 'aim', 'measured', '');
  const aim = (what: string, goal: string, value: string, met: boolean): number =>
    row(what, goal, value, met ? 'reached' : 'missed');
  const per1000 = (hits: number, all: number): string => `${((1000 * hits) / all).toFixed(1)} (${hits} of ${all})`;
  aim(
    'specification against stray: decided',
    '95 %',
    percent(decided.length, specs.length + strays.length),
    decided.length / (specs.length + strays.length) >= 0.95,
  );
  aim(
    'specification against stray: of decided right',
    '99 %',
    percent(right.length, decided.length),
    right.length / decided.length >= 0.99,
  );
  aim(
    'specifications called stray, per 1,000',
    '1',
    per1000(called(specs).length, specs.length),
    called(specs).length / specs.length <= 0.001,
  );
  aim('specifications called stray at stop', '0', String(called(specs, true).length), called(specs, true).length === 0);
  aim('role, macro-F1', '0.93', mean(roleF1).toFixed(3), mean(roleF1) >= 0.93);
  const kindMean = mean([...kindF1.values()]);
  aim('kind, macro-F1', '0.80', kindMean.toFixed(3), kindMean >= 0.8);
  aim('calibration error', '0.03', calibration.toFixed(3), calibration <= 0.03);
  const leastRank = Math.min(...[...ranks.values()].map(([value]) => value));
  aim('inside a language a specification ranks above a stray, least', '0.97', leastRank.toFixed(3), leastRank >= 0.97);
  aim('short documents a second', '5,000', String(speed.short), speed.short >= 5000);
  aim('long documents, MB a second', '50', speed.long.toFixed(0), speed.long >= 50);
  line();
  const undecided = [...specs, ...strays].filter((one) => !decided.includes(one));
  const share = (label: string, truth: string): string =>
    `${undecided.filter((one) => one.row.label === label && one.truth === truth).length} ${label}`;
  line('Why what is missed is missed:');
  line();
  line(
    `- **Decided.** Undecided are ${['blog', 'marketing', 'encyclopedia', 'webpage-junk', 'recipe-resume'].map((label) => share(label, 'stray')).join(', ')} among the strays and ${['standard', 'design', 'requirements', 'api'].map((label) => share(label, 'specification')).join(', ')} among the specifications. A technical blog and a guide are written alike and are told apart by who writes, not how; to call such a text stray would cost manuals that are no strays.`,
  );
  line(
    `- **Role.** F1 is ${ROLES.map((role, c) => `${roleF1[c]!.toFixed(3)} for ${role}`).join(', ')}. Background is what lies between: manuals with obligations read as specifications, and by what they say many are.`,
  );
  line(
    `- **Kind.** With a whole source left out, a kind of two to four sources (${kindNames.filter((name) => sourcesOf(name) <= 4 && (kindF1.get(name) ?? 0) < 0.8).join(', ')}) is fitted on what another source happens to call so: newsgroup posts are labelled forum and mails mail, though both carry mail headers; press releases are labelled official and read as news. Over the ${broad.length} kinds with eight sources or more macro-F1 is ${mean(broad.map((name) => kindF1.get(name)!)).toFixed(3)}; standard, requirements and design are told apart least, for the same text may be any of them.`,
  );
  line(
    `- **Ranking.** ${
      [...ranks]
        .filter(([, [value]]) => value < 0.97)
        .map(([language, [value]]) => `${language} ${value.toFixed(3)}`)
        .join(', ') || 'None is below the aim'
    }. In Spanish five documents of one company count as marketing and are the documentation of an interface; in Korean three copies of a privacy policy list data fields as required and optional, and a page about a community counts as a standard. Fits that never saw the language rank it as well or better, so it is not the language that is learned.`,
  );
  line(
    '- **Speed** is processor time of one thread on a shared machine, and varies there by a third from run to run; counting signs takes half of it, words and shapes a quarter.',
  );
  line();
  line('## Roles');
  line();
  head('label', 'documents', ...ROLES, 'unclear', 'sure', 'kind right');
  for (const label of [...new Set(judged.map((one) => `${one.truth}: ${one.row.label}`))].sort()) {
    const group = judged.filter((one) => `${one.truth}: ${one.row.label}` === label);
    row(
      label,
      group.length,
      ...[...ROLES, 'unclear'].map((role) => group.filter((one) => readRole(one) === role).length),
      group.filter(({ analysis }) => analysis.sure).length,
      percent(group.filter((one) => readKind(one) === one.kind).length, group.length),
    );
  }
  line();
  line(
    `Called stray: ${called(specs).length} of ${specs.length} specifications, ${called(supporting).length} of ${supporting.length} background documents (${called(supporting, true).length} at stop), ${called(of('paper')).length} of ${of('paper').length} papers. Strays recognised: ${percent(called(strays).length, strays.length)}; at stop: ${percent(called(strays, true).length, strays.length)}.`,
  );
  line();
  line('By the confidence from which it is said:');
  line();
  head(
    'confidence',
    'specifications called stray',
    'background called stray',
    'strays recognised',
    'specifications called background',
    'background recognised',
  );
  for (const from of [0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99]) {
    const least = (list: readonly Judged[], role: string): number =>
      list.filter((one) => readRole(one) === role && one.analysis.reading.confidence >= from).length;
    row(
      from.toFixed(2),
      least(specs, 'stray'),
      least(supporting, 'stray'),
      percent(least(strays, 'stray'), strays.length),
      least(specs, 'background'),
      percent(least(supporting, 'background'), supporting.length),
    );
  }
  line();
  line('## Kinds');
  line();
  line('What each kind is read as: the five most frequent.');
  line();
  head('kind', 'documents', 'sources', 'F1', 'read as');
  for (const name of kindNames.sort()) {
    const reads = new Map<string, number>();
    const group = judged.filter(({ kind }) => kind === name);
    for (const one of group) reads.set(readKind(one), (reads.get(readKind(one)) ?? 0) + 1);
    const most = [...reads].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
    row(
      name,
      group.length,
      sourcesOf(name),
      kindF1.get(name)!.toFixed(2),
      most.map(([kind, n]) => `${kind} ${n}`).join(', '),
    );
  }
  line();
  line('### Confusion');
  line();
  const short = (name: string): string => name.slice(0, 5);
  const columns = [...kindNames, 'unclear'];
  head('labelled as, read as', ...columns.map(short));
  for (const name of kindNames)
    row(
      name,
      ...columns.map((read) => judged.filter((one) => one.kind === name && readKind(one) === read).length || ''),
    );
  line();
  line('## Language does not decide');
  line();
  line(
    `How often a specification ranks above a stray of the same language; 0.5 is chance, and what the language alone gives inside a language. Over all languages together the language alone ranks ${languageRank.toFixed(3)}, the classifier ${overall(({ roleScores }) => roleScores)}, signs alone ${overall(({ signsAlone }) => signsAlone)}${quick ? '' : `, with names and topic words masked ${overall(({ withoutWords }) => withoutWords)}`}.`,
  );
  line();
  head(
    'language',
    'specifications',
    'strays',
    'ranks',
    'signs alone',
    'language left out',
    'names and topic words masked',
  );
  for (const [language, [value, above, below]] of ranks) {
    const other = (map: Map<string, [number, number, number]>): string => map.get(language)?.[0].toFixed(3) ?? '-';
    row(language, above, below, value.toFixed(3), other(ranksSigns), other(ranksLanguage), other(ranksWords));
  }
  line();
  line('With the language left out of the fit, at the same bounds:');
  line();
  head('language', 'specifications called stray', 'strays recognised');
  if (!quick)
    for (const language of ranksLanguage.keys()) {
      const strayed = (role: string): [number, number] => {
        const group = scored.filter(
          (one) =>
            one.row.language === language && one.row.role === role && one.row.label !== 'paper' && one.withoutLanguage,
        );
        const hits = group.filter(
          (one) =>
            judge(one.document, scan(one.document), one.withoutLanguage!, one.kindScores, one.grams).reading.role ===
            'stray',
        );
        return [hits.length, group.length];
      };
      const [lost, all] = strayed('spec');
      const [found, there] = strayed('stray');
      row(language, `${lost} of ${all}`, `${found} of ${there}`);
    }
  line();
  line('By language (20 documents or more):');
  line();
  head('language', 'documents', 'role right', 'specifications called stray', 'strays recognised', 'kind right');
  for (const language of [...new Set(judged.map((one) => one.row.language))].sort()) {
    const group = judged.filter((one) => one.row.language === language);
    if (group.length < 20) continue;
    const counted = group.filter(({ truth }) => truth !== 'paper');
    const mine = group.filter(({ truth }) => truth === 'specification');
    const theirs = group.filter(({ truth }) => truth === 'stray');
    row(
      language,
      group.length,
      percent(counted.filter((one) => readRole(one) === one.truth).length, counted.length),
      `${called(mine).length} of ${mine.length}`,
      `${called(theirs).length} of ${theirs.length}`,
      percent(group.filter((one) => readKind(one) === one.kind).length, group.length),
    );
  }
  line();
  line('## By source');
  line();
  line('Sources of 30 documents or more, the worst first.');
  line();
  head('source', 'documents', 'labels', 'role right', 'kind right');
  const bySource = [...new Set(judged.map((one) => one.row.source))]
    .map((source) => {
      const group = judged.filter((one) => one.row.source === source);
      const counted = group.filter(({ truth }) => truth !== 'paper');
      return {
        source,
        group,
        counted,
        right: counted.filter((one) => readRole(one) === one.truth).length / Math.max(1, counted.length),
      };
    })
    .filter(({ group, counted }) => group.length >= 30 && counted.length > 0)
    .sort((a, b) => a.right - b.right || (a.source < b.source ? -1 : 1));
  for (const { source, group, right: share } of bySource)
    row(
      source,
      group.length,
      [...new Set(group.map((one) => one.row.label))].sort().join(', '),
      `${(100 * share).toFixed(0)} %`,
      percent(group.filter((one) => readKind(one) === one.kind).length, group.length),
    );
  line();
  line('## Calibration');
  line();
  head('confidence', 'readings', 'said', 'right');
  bins.forEach(({ all, sum, right: hits }, i) => {
    if (all > 0)
      row(
        `${(i / 10).toFixed(1)} to ${((i + 1) / 10).toFixed(1)}`,
        all,
        (sum / all).toFixed(3),
        (hits / all).toFixed(3),
      );
  });
  line();
  line('## Reasons');
  line();
  line(
    `A reason names a sign, the line of the first and its words. In ${reasons.documents} documents, drawn evenly, the leading sign of each was taken out of the text, all its occurrences up to ${MOST_CUTS}: the score of the role that it speaks for fell in ${percent(reasons.fell, reasons.documents)}, stayed in ${percent(reasons.stayed, reasons.documents)} and rose in ${percent(reasons.rose, reasons.documents)}. The part of the score that comes from signs falls in every case, for each sign keeps to what it may speak for; what rises is the part of the pieces, of which a shorter text has others.`,
  );
  line();
  line('## Speed');
  line();
  line(
    `Processor time of one thread: ${speed.short} short documents (up to 4,096 units) a second, ${speed.long.toFixed(0)} MB a second on long ones (100,000 units or more, one byte a unit), of which up to 65,536 units are looked at. On a shared machine these vary by a third.`,
  );
  line();
  line('## The twenty worst mistakes');
  line();
  line('Wrong between specification and stray, the most confident first.');
  line();
  head('document', 'labelled', 'language', 'read as', 'confidence', 'source');
  const wrong = judged
    .filter(
      (one) =>
        (one.truth === 'stray' && readRole(one) === 'specification') ||
        (one.truth === 'specification' && readRole(one) === 'stray'),
    )
    .sort((a, b) => b.analysis.reading.confidence - a.analysis.reading.confidence || (a.row.id < b.row.id ? -1 : 1));
  const notes = notesOf();
  for (const one of wrong.slice(0, 20))
    row(
      one.row.id,
      one.row.label,
      one.row.language,
      `${readRole(one)}, ${readKind(one)}`,
      one.analysis.reading.confidence.toFixed(2),
      `${one.row.source}${notes.has(one.row.id) ? `: ${notes.get(one.row.id)}` : ''}`,
    );
  line();
  const calledStray = judged
    .filter((one) => one.truth !== 'stray' && readRole(one) === 'stray')
    .sort((a, b) => b.analysis.reading.confidence - a.analysis.reading.confidence);
  line(`Specifications and background documents called stray: ${calledStray.length}. The first twenty:`);
  line();
  head('document', 'labelled', 'language', 'read as', 'confidence', 'source');
  for (const one of calledStray.slice(0, 20))
    row(
      one.row.id,
      one.row.label,
      one.row.language,
      readKind(one) + (one.analysis.sure ? ', sure' : ''),
      one.analysis.reading.confidence.toFixed(2),
      `${one.row.source}${notes.has(one.row.id) ? `: ${notes.get(one.row.id)}` : ''}`,
    );
  line();
  writeFileSync('docs/kinds.md', out.join('\n'));

  writeFileSync('src/kind/model-card.md', card(judged, scored.length, shaped.length, sharesOf([0, 0, 0]).length));
  console.log(out.slice(4, 24).join('\n'));
}

/** What a reader saw in a document that is read wrongly: id, tab, a few words. */
function notesOf(): Map<string, string> {
  const lines = readFileSync('eval/kinds-notes.tsv', 'utf8')
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('#'));
  return new Map(lines.map((text) => text.split('\t') as [string, string]));
}

function ranking(above: readonly number[], below: readonly number[]): number {
  let wins = 0;
  for (const a of above) for (const b of below) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / above.length / below.length;
}

const fresh = ({ path, format, units }: Document): Document =>
  createDocument({ path, format, encoding: 'utf-8', text: units });

function speedOf(
  documents: readonly Document[],
  analyse: (document: Document) => unknown,
): { short: number; long: number } {
  const time = (list: readonly Document[]): number => {
    // The first pass warms the engine up.
    let seconds = Infinity;
    for (let pass = 0; pass < 3; pass++) {
      const copies = list.map(fresh);
      const began = process.cpuUsage();
      for (const document of copies) analyse(document);
      const { user, system } = process.cpuUsage(began);
      seconds = Math.min(seconds, (user + system) / 1e6);
    }
    return seconds;
  };
  const short = documents.filter(({ units }) => units.length <= 4096);
  const long = documents.filter(({ units }) => units.length >= 100_000);
  return {
    short: Math.round(short.length / time(short)),
    long: long.reduce((sum, { units }) => sum + units.length, 0) / 1e6 / time(long),
  };
}

const MOST_CUTS = 200;

/** Takes the leading sign out of the text of every tenth document, and looks whether the score falls. */
function truthOfReasons(
  scored: readonly Scored[],
  analyse: (document: Document) => {
    readonly reading: { readonly role: string };
    readonly shares: readonly number[] | null;
    readonly telling: readonly { readonly place?: { readonly start: number | null; readonly end: number | null } }[];
  },
): { documents: number; fell: number; stayed: number; rose: number } {
  const tally = { documents: 0, fell: 0, stayed: 0, rose: 0 };
  for (let i = 0; i < scored.length; i += 10) {
    const { document } = scored[i]!;
    const before = analyse(document);
    const role = (ROLES as readonly string[]).indexOf(before.reading.role);
    const place = before.telling[0]?.place;
    if (role < 0 || !place || before.shares === null) continue;
    const counts = scan(document);
    const sign = counts.first.findIndex((span) => span?.start === place.start && span?.end === place.end);
    if (sign < 0) continue;
    let text = document;
    for (let cut = 0; cut < MOST_CUTS; cut++) {
      const span = scan(text).first[sign];
      if (!span || span.end <= span.start) break;
      const units = new Uint16Array(text.units.length - (span.end - span.start));
      units.set(text.units.subarray(0, span.start));
      units.set(text.units.subarray(span.end), span.start);
      text = createDocument({ path: document.path, format: document.format, encoding: 'utf-8', text: units });
    }
    const after = analyse(text);
    if (after.shares === null) continue;
    tally.documents++;
    const change = after.shares[role]! - before.shares[role]!;
    if (change < -1e-9) tally.fell++;
    else if (change > 1e-9) tally.rose++;
    else tally.stayed++;
  }
  return tally;
}

function card(
  judged: readonly { readonly row: Labelled['row'] }[],
  told: number,
  shaped: number,
  _columns: number,
): string {
  const roles = ['spec', 'supporting', 'stray']
    .map((role) => `${judged.filter(({ row }) => row.role === role).length} ${role}`)
    .join(', ');
  const languages = new Map<string, number>();
  for (const { row } of judged) languages.set(row.language, (languages.get(row.language) ?? 0) + 1);
  const most = [...languages].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 16);
  return `# Model card: kinds and roles

Written by \`npm run kind:train\`. What the weights beside this page were fitted on, what they are for, and where they fail; the figures are in [docs/kinds.md](../../docs/kinds.md).

**For.** To say of one document what it looks like (20 kinds that words tell; data, code and interface definitions are told by their shape) and whether it reads as a specification, as background or as neither, with reasons. Nothing is sent anywhere, and nothing is learned from what is checked.

**Not for.** To judge whether a specification is good, who wrote it, or whether a person wrote it. It does not decide alone: what INDEX.md says of a document counts for its role, and \`unclear\` raises nothing.

**Fitted on.** ${judged.length} public documents (${roles}), ${shaped} of which are told by their shape, so that ${told} are fitted on. None of them is in this project. Documents by language: ${most.map(([language, n]) => `${language} ${n}`).join(', ')}, and ${languages.size - most.length} languages with fewer. The documents are in two halves that share no source; bounds and settings were chosen with the help of both, and the final weights are fitted on both together. The published figures come from five fits that each left a fifth of the sources out.

**Parts.**
- *Signs*: some 75 things that are counted (signs.ts), pooled over languages. Each has a weight for each of 8 levels; it may speak only for what it stands for (a requirement number never speaks for a stray). These are the reasons that are told.
- *Pieces*: stems of words, pairs of stems, pairs and triples of dense characters, and shapes of lines in which a word is one letter and a number one digit. 32,768 and 8,192 of them, those that stand in the most sources (at least four); others are not looked at, so a language that the fit never saw adds next to nothing. They count for roles only, within e^3 in the odds, and are never told as a reason.
- *Kinds* are told by signs alone.

**Language.** No sign names a language or a script. Pieces of words do so by their nature; therefore inside each language the three roles weigh alike in the fit, whatever their number, a language that lacks a role is damped, and how far pieces are trusted is fitted on sources that they were not fitted on.

**Arithmetic.** Whole numbers, in steps of 1/64 of a natural logarithm, added up; pieces are divided by a checked whole root. The same text has the same score in every engine.

**Weak.** Kinds of few sources (mail, official, forum, fiction, recipe or résumé). Technical blogs and guides. Requirements, design and standard are often one text. Languages with few documents; scripts that the phrase lists do not cover lean on the shapes of lines. Texts of less than some 40 words are left unclear.
`;
}
