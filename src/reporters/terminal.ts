/** The screen: verdict first, then each bad file with its proof, then what cannot be told, then what to do. */
import type { Level, Place, Report, ReportDocument, ReportFinding } from '../core/types.ts';
import { columns, pad, quoted, visible, wrap } from './escape.ts';
import { folderName, headline, open } from './headline.ts';
import { bytesOf, namesOf, type ShowName } from './names.ts';
import { counted, language, number, shellWord, size } from './words.ts';

/** What a stretch of the screen is; a host gives each its colour. */
export type Style = 'ready' | 'not-ready' | 'cannot-tell' | 'stop' | 'look' | 'note' | 'file' | 'dim' | 'command';
export type Paint = (style: Style, text: string) => string;

export interface TerminalOptions {
  /** The lowest level of finding that is shown. */
  readonly show: Level;
  readonly paint: Paint;
  /** Columns; lines are broken at 100 or at this, whichever is less. */
  readonly width: number;
  /** How the tool was called, for the next steps: `seedcheck`, `npx seedcheck`. */
  readonly command: string;
  /** Options without which a further check would ask something else: `--expect FILE`; empty for none. */
  readonly again: string;
  /** The level from which a finding keeps a folder from READY. */
  readonly failOn: Level;
  /** The report is on one file by itself. */
  readonly alone: boolean;
}

/** No colour: every text as it is. */
export const plain: Paint = (_style, text) => text;

export const TERMINAL_DEFAULTS: TerminalOptions = {
  show: 'look',
  paint: plain,
  width: 100,
  command: 'seedcheck',
  again: '',
  failOn: 'stop',
  alone: false,
};

/** The screen for one folder or file. Ends in a line feed. */
export function terminal(report: Report, options: Partial<TerminalOptions> = {}): string {
  const screen = new Screen(report, { ...TERMINAL_DEFAULTS, ...options });
  const parts = [screen.first(), screen.blocks(), screen.remarks(), screen.missing(), screen.next()].filter(
    (lines) => lines.length > 0,
  );
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Nothing but the verdict line. */
export function terse(report: Report, options: Partial<TerminalOptions> = {}): string {
  const { paint, failOn, alone } = { ...TERMINAL_DEFAULTS, ...options };
  return `${paint(styleOf(report), report.verdict)}  ${folderName(report)}: ${headline(report, { failOn, alone })}\n`;
}

export function styleOf({ verdict }: Pick<Report, 'verdict'>): Style {
  return verdict === 'READY' ? 'ready' : verdict === 'NOT READY' ? 'not-ready' : 'cannot-tell';
}

const RANK: Record<Level, number> = { stop: 2, look: 1, note: 0 };
const LEVELS: readonly Level[] = ['stop', 'look', 'note'];
/** The column of check names is no wider than this; a longer name pushes its own line only. */
const CHECK_COLUMNS = 14;
/** Findings of one check in one file; more are counted. */
const SAME_CHECK = 3;
/** So many files with one finding each share a block. */
const SINGLES = 4;
const STEPS = 4;
const HINTS = 5;
const QUOTE = 48;

/** Files that share what was found in them. */
interface Block {
  readonly paths: readonly string[];
  /** One list for each path, in the same order. */
  readonly findings: readonly (readonly ReportFinding[])[];
}

class Screen {
  readonly report: Report;
  readonly options: TerminalOptions;
  readonly width: number;
  readonly name: ShowName;
  /** A path with its bytes, for a command. */
  readonly bytes: (path: string) => string;
  readonly shown: readonly ReportFinding[];
  readonly documents: ReadonlyMap<string, ReportDocument>;

  constructor(report: Report, options: TerminalOptions) {
    this.report = report;
    this.options = options;
    this.width = Math.max(50, Math.min(100, options.width));
    this.name = namesOf(report);
    this.bytes = bytesOf(report);
    this.shown = open(report).filter(({ level }) => RANK[level] >= RANK[options.show]);
    this.documents = new Map(report.documents.map((document) => [document.path, document]));
  }

  first(): string[] {
    const { report, options } = this;
    // Never broken: the line that scripts look for. A terminal folds it.
    return [`${options.paint(styleOf(report), report.verdict)}  ${folderName(report)}: ${headline(report, options)}`];
  }

  blocks(): string[] {
    const blocks = this.grouped();
    const checks = this.shown.map(({ check }) => check.length);
    const checkColumns = Math.min(CHECK_COLUMNS, Math.max(9, ...checks));
    const singles = blocks.filter(
      ({ paths, findings }) => paths.length === 1 && findings[0]!.length === 1 && paths[0] !== '.',
    );
    if (singles.length < SINGLES) return blocks.flatMap((block) => this.block(block, checkColumns));
    // Many files with one finding each: a line a finding, so that the eye can run down the reasons.
    const [first] = singles;
    return blocks.flatMap((block) => {
      if (block !== first) return singles.includes(block) ? [] : this.block(block, checkColumns);
      const files = `  ${this.options.paint('file', `${number(singles.length)} files`)}`;
      return [
        files,
        ...singles.flatMap(({ paths, findings }) => this.single(paths[0]!, findings[0]![0]!, checkColumns)),
      ];
    });
  }

  /** Worst first: by level, then by number of stops, then by path. */
  grouped(): Block[] {
    const byPath = new Map<string, ReportFinding[]>();
    for (const finding of this.shown) {
      const list = byPath.get(finding.path);
      if (list) list.push(finding);
      else byPath.set(finding.path, [finding]);
    }
    const groups = new Map<string, { paths: string[]; findings: ReportFinding[][] }>();
    for (const [path, findings] of byPath) {
      const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
      const key = path === '.' ? '.' : signature(sorted);
      const group = groups.get(key);
      if (group) {
        group.paths.push(path);
        group.findings.push(sorted);
      } else groups.set(key, { paths: [path], findings: [sorted] });
    }
    const stops = (block: Block): number => block.findings[0]!.filter(({ level }) => level === 'stop').length;
    return [...groups.values()].sort(
      (a, b) =>
        RANK[b.findings[0]![0]!.level] - RANK[a.findings[0]![0]!.level] ||
        stops(b) - stops(a) ||
        (a.paths[0]! < b.paths[0]! ? -1 : 1),
    );
  }

  block(block: Block, checkColumns: number): string[] {
    const { paint } = this.options;
    const [path] = block.paths;
    const [findings] = block.findings;
    if (block.paths.length === 1) return [...this.header(path!), ...this.findings(path!, findings!, checkColumns)];
    // One cause in many files: the message once, then every file with what is its own.
    const [finding] = findings!;
    const messages = block.findings.map(([own], i) => ownWords(own!, block.paths[i]!));
    const same = messages.every((message) => message === messages[0]);
    const evidence = block.paths.map((own, i) => this.evidence(block.findings[i]![0]!, own));
    if (findings!.length > 1 || (same && evidence.every((text) => text === evidence[0]))) {
      const names = this.flow(
        block.paths.map((one) => this.name(one)),
        this.width - 2,
      );
      return [...names.map((line) => `  ${paint('file', line)}`), ...this.findings(path!, findings!, checkColumns)];
    }
    const files = `  ${paint('file', counted(block.paths.length, 'file'))}`;
    if (same) {
      // Short proof stands in brackets behind each name; longer proof takes a line a file.
      const long = evidence.some((text) => text.includes('('));
      const items = block.paths.map((one, i) => {
        if (evidence[i] === '') return this.name(one);
        return long ? `${this.name(one)}: ${evidence[i]!}` : `${this.name(one)} (${evidence[i]!})`;
      });
      return [
        files,
        ...this.finding(finding!, `${visible(messages[0]!)}:`, checkColumns, (width) =>
          long ? items.flatMap((item) => hanging(item, width)) : this.flow(items, width),
        ),
      ];
    }
    const lines = block.paths.map((one, i) => `${this.name(one)}: ${this.sentence(block.findings[i]![0]!, one)}`);
    return [
      files,
      ...this.finding(
        finding!,
        lines[0]!,
        checkColumns,
        (width) => lines.slice(1).flatMap((line) => hanging(line, width)),
        HANG,
      ),
    ];
  }

  single(path: string, finding: ReportFinding, checkColumns: number): string[] {
    return this.finding(finding, `${this.name(path)}: ${this.sentence(finding, path)}`, checkColumns, undefined, HANG);
  }

  header(path: string): string[] {
    if (path === '.') return this.headed(this.name(this.report.folder), 'the folder');
    const document = this.documents.get(path);
    const missing = this.shown.some((finding) => finding.path === path && finding.check === 'missing');
    const about = document ? describe(document) : missing ? 'not here' : '';
    return this.headed(this.name(path), about);
  }

  /** A name and what it is; on lines of their own where one has no room for both. */
  headed(name: string, about: string): string[] {
    const { paint } = this.options;
    if (columns(name) + columns(about) + 5 <= this.width)
      return [`  ${paint('file', name)}${about === '' ? '' : `   ${paint('dim', about)}`}`];
    return [
      ...wrap(name, this.width - 2).map((line) => `  ${paint('file', line)}`),
      ...(about === '' ? [] : wrap(about, this.width - 6).map((line) => `      ${paint('dim', line)}`)),
    ];
  }

  findings(path: string, findings: readonly ReportFinding[], checkColumns: number): string[] {
    const lines: string[] = [];
    const seen = new Map<string, number>();
    for (const finding of findings) {
      const key = `${finding.level} ${finding.check}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      if (before < SAME_CHECK) lines.push(...this.finding(finding, this.sentence(finding, path), checkColumns));
    }
    const more = [...seen].filter(([, count]) => count > SAME_CHECK);
    if (more.length > 0) {
      const what = more
        .map(([key, count]) => `${number(count - SAME_CHECK)} more ${key.slice(key.indexOf(' ') + 1)}`)
        .join(', ');
      lines.push(`    ${this.options.paint('dim', `and ${what}: ${this.call('why', path)}`)}`);
    }
    return lines;
  }

  finding(
    finding: ReportFinding,
    text: string,
    checkColumns: number,
    rest?: (width: number) => string[],
    hang = 0,
  ): string[] {
    const { paint } = this.options;
    const indent = 4 + 4 + 2 + checkColumns + 2;
    const width = this.width - indent;
    // A long check name takes room from its own first line only.
    const over = Math.max(0, finding.check.length - checkColumns);
    const lines = hanging(over === 0 ? text : `${'x'.repeat(over)} ${text}`, width, hang);
    if (over > 0) lines[0] = lines[0]!.slice(over + 1);
    const start = `    ${paint(finding.level, finding.level)}  ${pad(finding.check, checkColumns)}  `;
    return [
      ...lines.map((line, i) => (i === 0 ? start + line : ' '.repeat(indent) + line)),
      ...(rest?.(width) ?? []).map((line) => ' '.repeat(indent) + line),
    ];
  }

  /** The message, with line and quote where it does not hold them itself. */
  sentence(finding: ReportFinding, path: string): string {
    const evidence = this.evidence(finding, path);
    const message = visible(finding.message);
    return evidence === '' ? message : `${message}; ${evidence}`;
  }

  /** The places that the message does not tell, the first ones with their words. */
  evidence(finding: ReportFinding, path: string): string {
    const primary = tells(finding.message, finding, path);
    const parts: string[] = [];
    if (!primary) parts.push(this.place(finding, path, QUOTE));
    // What lies inside a stretch that is told already, or repeats its words, says nothing new.
    const inside = ({ path: own, line }: Place): boolean =>
      own === finding.path &&
      line !== null &&
      finding.line !== null &&
      line >= finding.line &&
      line <= (finding.endLine ?? finding.line) &&
      finding.endLine !== finding.line;
    // A message that holds its own proof leaves the rest of the same file to `seedcheck why`.
    const related = finding.related.filter(
      (place) =>
        !tells(finding.message, place, path) &&
        !inside(place) &&
        !(primary && finding.line !== null && place.path === finding.path),
    );
    for (const place of related.slice(0, 2))
      parts.push(this.place(alike(place, finding) ? { ...place, quote: null } : place, path, 32));
    if (related.length > 2) parts.push(`${number(related.length - 2)} more places`);
    return parts.filter((part) => part !== '').join('; ');
  }

  place(place: Place, path: string, width: number): string {
    const file = place.path === path ? '' : this.name(place.path);
    if (place.note !== undefined && place.quote !== null && tells(place.note, place, place.path))
      return `${file === '' ? '' : `${file} `}${visible(place.note)}`;
    const at = place.where === undefined ? (place.line === null ? '' : `line ${place.line}`) : visible(place.where);
    // A line of the index says the file's name once more: that it stands there is enough, and what is to be seen there.
    if (file !== '' && place.path === this.report.set.index) {
      const says = place.note === undefined || /^(?:the|its) /.test(place.note) ? '' : ` (${visible(place.note)})`;
      return `${file}${place.line === null ? '' : ` line ${place.line}`}${says}`;
    }
    const quote = place.quote === null || place.quote.trim() === '' ? '' : quoted(place.quote, width);
    const note = place.note === undefined ? '' : `(${visible(place.note)})`;
    return [file, at, quote, note].filter((part) => part !== '').join(' ');
  }

  /** What is not on the screen, and where to see it. */
  remarks(): string[] {
    const { report, options } = this;
    const lines: string[] = [];
    const hidden = open(report).filter(({ level }) => RANK[level] < RANK[options.show]);
    const parts = LEVELS.flatMap((level) => {
      const count = hidden.filter((finding) => finding.level === level).length;
      return count === 0 ? [] : [`${counted(count, level)}: --show ${level}`];
    });
    if (report.set.accepted > 0 && report.verdict !== 'READY') parts.push(`${number(report.set.accepted)} accepted`);
    if (parts.length > 0) lines.push(options.paint('dim', parts.join('; ')));
    const reasons = new Map<string, string[]>();
    // A file that has a finding is on the screen already, with the same words.
    const told = new Set(this.shown.map(({ path }) => path));
    for (const { path, why } of report.checked.skipped) {
      if (path !== '.' && told.has(path)) continue;
      const list = reasons.get(why);
      if (list) list.push(this.name(path));
      else reasons.set(why, [this.name(path)]);
    }
    for (const [why, paths] of reasons) {
      const flowed = this.flow([`Not checked (${visible(why)}): ${paths[0]!}`, ...paths.slice(1)], this.width - 2);
      lines.push(...flowed.map((line, i) => options.paint('dim', i === 0 ? line : `  ${line}`)));
    }
    return lines;
  }

  missing(): string[] {
    const { report, options } = this;
    if (options.alone || report.verdict === 'READY') return [];
    const { set } = report;
    if (set.intentKnown) {
      if (set.missing > 0) return [];
      const index = visible(set.index ?? 'the index');
      const damaged = open(report).some(({ check, level }) => check === 'index' && level === 'stop');
      return [
        damaged
          ? `Missing: none of the files that ${index} names where it can be read; of the rest nothing can be told.`
          : `Missing: none of the files that ${index} names.`,
      ];
    }
    const lines = wrap(
      set.index === null
        ? 'Missing: cannot tell. No INDEX.md says which files you meant to include.'
        : `Missing: cannot tell. ${visible(set.index)} does not say yet which files you meant to include.`,
      this.width,
    );
    for (const { how, path, place } of set.hints.slice(0, HINTS)) {
      const who = this.name(place.path);
      const text =
        how === 'gap'
          ? `the series of ${who} goes on without ${this.name(path)}`
          : `${who}${place.line === null ? '' : ` line ${place.line}`} names ${this.name(path)}, which is not here`;
      lines.push(...wrap(text, this.width - 2).map((line) => `  ${line}`));
    }
    if (set.hints.length > HINTS)
      lines.push(`  and ${number(set.hints.length - HINTS)} more: ${this.call(options.again)} --format json`);
    return lines;
  }

  next(): string[] {
    const steps = this.steps();
    if (steps.length === 0) return [];
    const { paint } = this.options;
    const commands = steps.map((step) => ('command' in step ? columns(step.command) : 0));
    const wide = Math.min(44, Math.max(...commands));
    const lines = ['Next'];
    steps.forEach((step, i) => {
      const start = `  ${i + 1}. `;
      if ('command' in step) {
        const room = this.width - start.length - wide - 4;
        if (columns(step.command) > wide || room < 24) {
          lines.push(
            start + paint('command', step.command),
            ...wrap(step.says, this.width - 7).map((line) => `       ${line}`),
          );
          return;
        }
        wrap(step.says, room).forEach((line, j) =>
          lines.push(
            j === 0
              ? `${start}${paint('command', step.command)}${' '.repeat(wide - columns(step.command) + 4)}${line}`
              : ' '.repeat(start.length + wide + 4) + line,
          ),
        );
      } else {
        wrap(step.says, this.width - start.length).forEach((line, j) =>
          lines.push((j === 0 ? start : ' '.repeat(start.length)) + line),
        );
        if (step.run !== undefined) lines.push(`       ${paint('command', step.run)}`);
      }
    });
    return lines;
  }

  /** A step as a check words it. Checks do not know what the folder is called: a command is only of use with its real name, and whole on a line. */
  step(says: string, paths: readonly string[], where: string): Step {
    const text = visible(says.replace(/[.。]$/, ''))
      .replace(
        'seedcheck seal FOLDER FILE',
        () => `seedcheck ${this.on('seal')} ${paths.map((path) => shellWord(this.bytes(path))).join(' ')}`,
      )
      .replace('seedcheck seal FOLDER', () => `seedcheck ${this.on('seal')}`);
    const command = /^(.*): (seedcheck .*)$/s.exec(text);
    if (command) return { says: `${command[1]!}:`, run: command[2]!.replace(/^seedcheck/, () => this.options.command) };
    return { says: `${text}${where}.` };
  }

  steps(): Step[] {
    const { report, options } = this;
    const steps: Step[] = [];
    if (report.verdict === 'READY') {
      const look = this.shown.find(({ level }) => level === 'look');
      if (look?.next != null) steps.push(this.step(look.next, [look.path], ` (${this.name(look.path)})`));
      if (look)
        steps.push({
          command: this.call('why', look.fingerprint),
          says: 'shows it whole, and how to accept it where it can be.',
        });
      if (report.set.sealed === 'no' && report.set.list === undefined)
        steps.push({ command: this.call('seal'), says: 'keeps what was agreed, so that later changes are told.' });
      else if (report.set.sealed === 'in part')
        steps.push({ command: this.call('seal'), says: 'adds the files that are not sealed yet.' });
      return steps;
    }
    const failing = this.grouped().filter((block) => block.findings[0]!.some((finding) => this.fails(finding)));
    const bad = failing.reduce((sum, block) => sum + block.paths.length, 0);
    const strays = failing.flatMap((block) =>
      block.paths.filter((_, i) =>
        block.findings[i]!.some(({ check, level }) => check === 'not-a-spec' && level === 'stop'),
      ),
    );
    const unindexed = !report.set.intentKnown && !options.alone;
    const folder = report.folder === '.' ? '' : `${this.name(report.folder).replace(/\/+$/, '')}/`;
    const inFolder = folder === '' ? 'here' : `into ${folder}`;
    if (unindexed && strays.length > 0) {
      const them =
        strays.length === 1
          ? this.documents.get(strays[0]!)?.kind === 'news'
            ? 'this page'
            : 'this file'
          : `these ${number(strays.length)} files`;
      steps.push({ says: `Put the specification files you meant ${inFolder} and take ${them} out.` });
    } else if (unindexed && report.verdict === 'NOT READY' && failing.length === 0)
      steps.push({ says: `Put the specification files you meant ${inFolder}.` });

    const asked = new Map<string, { says: string; paths: string[] }>();
    const stray = new Set(unindexed ? strays : []);
    for (const { paths, findings } of failing)
      paths.forEach((path, i) => {
        // Nobody mends a page that does not belong here.
        if (stray.has(path)) return;
        const mine = findings[i]!.filter((finding) => this.fails(finding));
        const only = mine.filter(({ check }) => check === 'not-a-spec');
        for (const { next } of only.length > 0 ? only : mine) {
          if (next === null) continue;
          const own = asked.get(next);
          if (!own) asked.set(next, { says: next, paths: [path] });
          else if (!own.paths.includes(path)) own.paths.push(path);
        }
      });
    const all = [...asked.values()];
    for (const { says, paths } of all.slice(0, STEPS)) {
      const named = paths.filter((path) => path !== '.');
      const names = named.map((path) => this.name(path));
      const where =
        bad < 2 || names.length === 0 || names.some((one) => says.includes(one))
          ? ''
          : names.length > 3
            ? ` (${number(names.length)} files)`
            : ` (${names.join(', ')})`;
      steps.push(this.step(says, named, where));
    }
    if (all.length > STEPS) {
      const more = all[STEPS]!.paths[0]!;
      steps.push({
        command: this.call('why', more),
        says: `and so on for ${number(all.length - STEPS)} more: each file's own steps.`,
      });
    }
    if (options.alone)
      return [
        ...steps,
        {
          command: `${options.command} ${shellWord(parentOf(report.folder))}`,
          says: 'checks it with its folder and INDEX.md.',
        },
      ];
    if (unindexed) {
      const other = report.documents.find(({ path }) => /^index\.md$/i.test(path));
      const index = `${folder}INDEX.md`;
      if (report.set.index !== null)
        steps.push({
          says: `Name each file you expect in ${folder}${visible(report.set.index)}, under Specifications or Background.`,
        });
      else if (other)
        steps.push({
          command: `${this.call('init')} --into ${shellWord(folder + other.path)}`,
          says: `adds the headings to ${this.name(other.path)}; name each file you expect there.`,
        });
      else steps.push({ command: this.call('init'), says: `writes ${index}; name each file you expect there.` });
    }
    steps.push({ command: this.call(options.again), says: 'must say READY before anyone builds from it.' });
    return steps;
  }

  fails({ level }: ReportFinding): boolean {
    return level === 'stop' || (this.options.failOn === 'look' && level === 'look');
  }

  /** A command on this folder; `why` takes its argument first. */
  call(command: string, argument?: string): string {
    return `${this.options.command} ${this.on(command, argument)}`;
  }

  on(command: string, argument?: string): string {
    return [
      ...(command === '' ? [] : [command]),
      ...(argument === undefined ? [] : [shellWord(this.bytes(argument))]),
      shellWord(this.report.folder),
    ].join(' ');
  }

  /** Items with commas, broken between them only. */
  flow(items: readonly string[], width: number): string[] {
    const lines: string[] = [];
    let line = '';
    items.forEach((item, i) => {
      const piece = i + 1 < items.length ? `${item},` : item;
      if (line !== '' && columns(line) + 1 + columns(piece) > width) {
        lines.push(line);
        line = '';
      }
      line = line === '' ? piece : `${line} ${piece}`;
    });
    if (line !== '') lines.push(line);
    return lines.flatMap((one) => wrap(one, width));
  }
}

/** A sentence, and a command that it ends in; or a command, and what it is for. */
type Step = { readonly says: string; readonly run?: string } | { readonly command: string; readonly says: string };

/** Columns by which the further lines of a file's own sentence are set in, where several files stand below each other. */
const HANG = 2;

/** Lines of at most `width` columns, all but the first set in. */
function hanging(text: string, width: number, by: number = HANG): string[] {
  const [first, ...rest] = wrap(text, width);
  const others = rest.join(' ');
  // The further lines have less room: they are broken anew.
  return others === ''
    ? [first!]
    : [first!, ...wrap(text.slice(first!.length).trimStart(), width - by).map((line) => ' '.repeat(by) + line)];
}

/** Findings in two files that may be told together: one check each with like words, or all words the same. */
function signature(findings: readonly ReportFinding[]): string {
  if (findings.length === 1) {
    const [one] = findings;
    return `1 ${one!.level} ${one!.check} ${one!.change ?? ''} ${ownWords(one!, one!.path)
      .replace(/"[^"]*"/g, '"')
      .replace(/\d+/g, '0')}`;
  }
  return findings
    .map((one) => `${one.level} ${one.check} ${one.line ?? ''} ${ownWords(one, one.path)} ${one.quote ?? ''}`)
    .join('\n');
}

/** The message without the file's own name. */
function ownWords({ message }: ReportFinding, path: string): string {
  return message.replaceAll(path, '…');
}

/** Whether two places are quoted by the same beginning. */
function alike(a: Place, b: Place): boolean {
  return a.quote !== null && b.quote !== null && a.quote.slice(0, 24) === b.quote.slice(0, 24);
}

/** Whether a message already names a place: its line (and its file, where that is another one), or there is nothing to name. */
export function tells(message: string, place: Place, path: string): boolean {
  const base = place.path.slice(place.path.lastIndexOf('/') + 1);
  const named = place.path === path || message.includes(base);
  if (place.where !== undefined) return named && message.includes(place.where);
  if (place.line === null) return place.path === path || named;
  return named && new RegExp(`(?<![\\d.,])${place.line}(?![\\d])`).test(message);
}

/** `12.5 kB, Chinese, news`. */
export function describe(document: ReportDocument): string {
  const parts = [size(document.bytes)];
  const tongue = language(document.language);
  switch (document.outcome) {
    case 'read':
      if (tongue !== null) parts.push(tongue);
      if (document.kind !== 'unclear') parts.push(document.kind === 'api' ? 'API' : document.kind);
      else if (document.role === 'specification' || document.role === 'background') parts.push(document.role);
      break;
    case 'bytes':
      parts.push(document.format, 'no text to judge');
      break;
    case 'empty':
      if (document.bytes > 0) parts.push('nothing but white space');
      break;
    case 'ignored':
      parts.push('ignored');
      break;
    case 'unsupported':
    case 'failed':
    case 'limit':
      parts.push(document.format, 'not read');
      break;
  }
  return parts.join(', ');
}

function parentOf(path: string): string {
  const cut = path.replace(/\/+$/, '').lastIndexOf('/');
  return cut < 0 ? '.' : cut === 0 ? '/' : path.slice(0, cut);
}
