/**
 * The small test set: what the whole product says of short documents and folders as people hand them over, sound ones and
 * ones with one fault. Both are parted by a hash of the name: rules are tuned on the seen half, the unseen one is only counted.
 * `npm run eval:small -- [--half seen|unseen|all] [--missed] [--class ID,ID] [--only NAME,NAME] [--json FILE] [--write DIR]`
 * `--write`: the cases of the seen half as folders of files, to run the command line on.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report, ReportFinding } from '../src/core/types.ts';
import { Memory } from './memory.ts';
import { wilson } from './random.ts';
import { smallSet, type Fault, type Files, type SmallHalf } from './small/cases.ts';

const TEXT = ['mojibake', 'encoding', 'replacement-character', 'control-character', 'garble'];
const WEB = ['web-furniture', 'placeholder', 'not-a-spec', 'nothing-to-build-from'];

/** For each class: the checks that may tell it; any of them counts. */
const TELLS: Readonly<Record<string, readonly string[]>> = {
  'conflict-number': ['conflict', 'miscount', 'translation'],
  'conflict-unit': ['conflict', 'miscount'],
  'conflict-date': ['conflict', 'version-mismatch'],
  'conflict-default': ['conflict'],
  'conflict-enumeration': ['conflict', 'miscount', 'undefined-term', 'dangling-reference'],
  'conflict-obligation': ['conflict'],
  'conflict-value': ['conflict', 'dangling-reference', 'undefined-term'],
  miscount: ['miscount', 'conflict'],
  'wrong-sum': ['miscount', 'conflict'],
  'wrong-shares': ['miscount', 'conflict'],
  'dangling-reference': ['dangling-reference', 'dangling-file', 'missing-middle'],
  'dangling-file': ['dangling-file', 'link'],
  'doubled-id': ['numbering', 'dangling-reference'],
  gap: ['missing-middle', 'numbering', 'series-gap', 'dropped-numbers', 'dangling-reference', 'dangling-file'],
  'cut-off': ['cut-off', 'cut-by-heading', 'markup-remnant', 'broken-definition'],
  'cut-by-heading': ['cut-by-heading', 'spliced', 'cut-off'],
  loop: ['loop', 'duplicate'],
  mojibake: TEXT,
  homoglyph: ['homoglyph'],
  'hidden-text': ['hidden-text', 'instruction'],
  'merge-markers': ['leftover'],
  'chat-answer': ['leftover', 'placeholder'],
  'edit-note': ['leftover', 'to-be-decided', 'placeholder'],
  'markup-remnant': ['markup-remnant', 'leftover', 'placeholder'],
  placeholder: ['placeholder', 'leftover', 'to-be-decided', 'cut-by-heading', 'web-furniture', 'markup-remnant'],
  empty: ['empty', 'placeholder', 'unreadable', 'nothing-to-build-from'],
  'web-page': WEB,
  'old-version': ['old-version', 'near-copy', 'version-mismatch', 'conflict'],
  'near-copy': ['near-copy', 'old-version', 'duplicate', 'contained', 'conflict'],
  duplicate: ['duplicate', 'near-copy', 'contained'],
  secret: ['secret'],
  instruction: ['instruction', 'hidden-text'],
  'version-mismatch': ['version-mismatch', 'conflict', 'old-version'],
  'to-be-decided': ['to-be-decided', 'leftover', 'placeholder'],
  'undefined-term': ['undefined-term', 'dangling-reference', 'conflict'],
  'not-a-spec': ['not-a-spec', 'web-furniture', 'wrong-kind', 'nothing-to-build-from'],
  'broken-definition': ['broken-definition', 'unreadable', 'cut-off', 'dangling-reference'],
  'off-topic': ['off-topic', 'language-outlier', 'not-a-spec'],
  'language-passage': ['language-outlier'],
  'hard-wrap': ['hard-wrap', 'hyphenation', 'interleaved', 'spliced'],
  'page-furniture': ['page-furniture', 'spliced'],
  'wrong-extension': ['wrong-extension', 'unreadable', 'web-furniture', 'not-a-spec'],
  translation: ['translation', 'conflict', 'missing-topic'],
};

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'seen' },
    missed: { type: 'boolean', default: false },
    class: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'string' },
  },
});

const classes = values.class?.split(',');
const names = values.only?.split(',');
const wanted = (id: string): boolean => !names || names.some((name) => id.includes(name));
const counted = (half: SmallHalf): boolean => values.half === 'all' || values.half === half;
/** What the rules are tuned on is told in words; of the rest, only how much there is. */
const told = (half: SmallHalf): boolean => half === 'seen' && counted(half);

const bytesOf = (files: Files): Map<string, Uint8Array> =>
  new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));

function write(id: string, files: Files): void {
  if (values.write === undefined) return;
  for (const [path, text] of files) {
    const file = join(values.write, id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const memories = new Map<Files, Promise<Report>>();
function reportOf(files: Files): Promise<Report> {
  let report = memories.get(files);
  if (!report) memories.set(files, (report = new Memory(bytesOf(files)).report()));
  return report;
}

const isLoud = (finding: ReportFinding): boolean => finding.level !== 'note';
const show = ({ level, check, path, line, message, quote }: ReportFinding): string =>
  `${level}\t${check}\t${path}:${line}\t${message}\t${JSON.stringify((quote ?? '').slice(0, 100))}`;
/** Lines move with a fault; what is said of which words does not. */
const keyOf = ({ check, path, quote, message }: ReportFinding): string => [check, path, quote ?? message].join('\n');

type Where = { readonly path: string; readonly line: number | null; readonly endLine: number | null };

function isNear(place: Where, truth: Fault['truths'][number]): boolean {
  if (place.path !== truth.path) return false;
  if (truth.lines === null || place.line === null) return true;
  return place.line >= truth.lines[0] - 1 && place.line <= truth.lines[1] + 1;
}

/** The first place is at the fault or at what it is at odds with, or another place is at the fault itself. */
function isRight(finding: ReportFinding, fault: Fault): boolean {
  if (!fault.sound) return true;
  return (
    fault.truths.some((truth) => isNear(finding, truth)) ||
    finding.related.some((place) => fault.truths.some((truth) => truth.edited && isNear(place, truth)))
  );
}

interface Score {
  n: number;
  found: number;
  stop: number;
  /** Of the right check at another line, or of another check at the right line. */
  beside: number;
  note: number;
  missed: number;
  /** With a loud finding elsewhere that the sound files do not have. */
  false: number;
}
const fresh = (): Score => ({ n: 0, found: 0, stop: 0, beside: 0, note: 0, missed: 0, false: 0 });

async function main(): Promise<void> {
  const set = smallSet();
  const out = { seen: half(), unseen: half() };
  const alarms: unknown[] = [];
  const misses: unknown[] = [];

  for (const one of set.sound) {
    if (!counted(one.half) || !wanted(one.id)) continue;
    const report = await reportOf(one.files);
    const loud = report.findings.filter(isLoud);
    const tally = out[one.half];
    const group = one.files.size > 1 ? tally.folders : tally.documents;
    group.n++;
    if (loud.length > 0) group.alarmed++;
    if (loud.some((finding) => finding.level === 'stop')) group.stop++;
    if (report.documents.some((document) => ['stray', 'unreadable'].includes(document.role))) group.stray++;
    for (const key of new Set(loud.map((finding) => `${finding.level} ${finding.check}`)))
      tally.alarms[key] = (tally.alarms[key] ?? 0) + 1;
    if (!told(one.half)) continue;
    write(one.id, one.files);
    for (const finding of loud) {
      console.log(`ALARM\t${one.id}\t${show(finding)}`);
      const { level, check, path, line, message } = finding;
      alarms.push({ id: one.id, why: one.why, level, check, path, line, message });
    }
  }

  for (const fault of set.faults) {
    if (!counted(fault.half) || !wanted(fault.id) || (classes && !classes.includes(fault.class))) continue;
    const tells = TELLS[fault.class];
    if (!tells) throw new Error(`${fault.id}: no such class: ${fault.class}`);
    const clean = fault.sound ? (await reportOf(fault.sound)).findings : [];
    const before = new Set(clean.map(keyOf));
    const loudBefore = new Set(clean.filter(isLoud).map(keyOf));
    const fresher = (await reportOf(fault.files)).findings.filter(
      (finding) => !(isLoud(finding) ? loudBefore : before).has(keyOf(finding)),
    );
    const mine = fresher.filter((finding) => tells.includes(finding.check) && isRight(finding, fault));
    const found = mine.filter(isLoud);
    const beside = fresher.filter(
      (finding) =>
        isLoud(finding) && !found.includes(finding) && (tells.includes(finding.check) || isRight(finding, fault)),
    );
    const wrong = fault.sound ? fresher.filter((finding) => isLoud(finding) && !isRight(finding, fault)) : [];
    const what =
      found.length > 0 ? 'found' : beside.length > 0 ? 'beside' : mine.length > 0 ? 'note' : ('missed' as const);
    const table = out[fault.half].faults;
    for (const row of [fault.class, `* ${fault.ease}`, ...(fault.across ? ['* across files'] : []), '* all']) {
      const score = (table[row] ??= fresh());
      score.n++;
      score[what]++;
      if (found.some((finding) => finding.level === 'stop')) score.stop++;
      if (wrong.length > 0) score.false++;
    }
    if (!told(fault.half)) continue;
    write(fault.id, fault.files);
    const places = fault.truths.map(({ path, lines }) => `${path}:${lines?.join('-') ?? '*'}`).join(' ');
    if (what !== 'found') {
      misses.push({ id: fault.id, class: fault.class, ease: fault.ease, places, what });
      if (values.missed) {
        console.log(`${what.toUpperCase()}\t${fault.class}\t${fault.ease}\t${fault.id}\t${places}`);
        for (const { path, lines } of fault.truths)
          if (lines)
            for (const line of fault.files
              .get(path)!
              .split('\n')
              .slice(lines[0] - 1, Math.min(lines[1], lines[0] + 3)))
              console.log(`\t| ${line}`);
        for (const finding of [...beside, ...mine.filter((each) => !isLoud(each))])
          console.log(`\ttold ${show(finding)}`);
      }
    }
    for (const finding of wrong) {
      if (values.missed) console.log(`FALSE\t${fault.id}\t${show(finding)}`);
      const { level, check, path, line, message } = finding;
      alarms.push({ id: fault.id, level, check, path, line, message });
    }
  }

  for (const name of ['seen', 'unseen'] as const) if (counted(name)) print(name, out[name]);
  if (values.json) writeFileSync(values.json, JSON.stringify({ ...out, alarms, misses }, null, 1));
}

interface Group {
  n: number;
  alarmed: number;
  stop: number;
  /** With a document that reads as a stray or cannot be read. */
  stray: number;
}

function half(): {
  readonly documents: Group;
  readonly folders: Group;
  readonly alarms: Record<string, number>;
  readonly faults: Record<string, Score>;
} {
  const none = { n: 0, alarmed: 0, stop: 0, stray: 0 };
  return { documents: { ...none }, folders: { ...none }, alarms: {}, faults: {} };
}

function print(name: string, { documents, folders, alarms, faults }: ReturnType<typeof half>): void {
  console.log(`\n${name} half`);
  for (const [what, group] of [
    ['sound documents', documents],
    ['sound folders', folders],
  ] as const)
    console.log(
      `${what}: ${group.n}; with a stop or look ${group.alarmed}: ${wilson(group.alarmed, group.n)} per 100; with a stop ${group.stop}; with a stray ${group.stray}`,
    );
  for (const [key, n] of Object.entries(alarms).toSorted((a, b) => b[1] - a[1])) console.log(`  ${key}: ${n}`);
  console.log(
    'class: faults; found at stop or look in the right place % (95 %); of found stop; told beside, note only, missed; false finding elsewhere',
  );
  for (const [row, one] of Object.entries(faults).toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
    console.log(
      `  ${row}: ${one.n}; ${wilson(one.found, one.n)}; ${one.stop}; ${one.beside}, ${one.note}, ${one.missed}; ${one.false}`,
    );
}

await main();
