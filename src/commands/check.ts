/** `seedcheck [paths…]`: checks folders and files, prints what was found, and says so in the exit code. */
import { checkFolder, type Checked } from '../check-folder.ts';
import { UserError } from '../core/errors.ts';
import { DEFAULTS, type Settings } from '../core/settings.ts';
import { exitCode, worst } from '../core/verdict.ts';
import type { Level, Report } from '../core/types.ts';
import { hostOf } from '../node/host.ts';
import { visibleName } from '../reporters/escape.ts';
import { digest, folderLines, folders, type Digest } from '../reporters/folders.ts';
import { json, ndjson, notChecked, reports, type NotChecked } from '../reporters/json.ts';
import { plain, terminal, terse, type TerminalOptions } from '../reporters/terminal.ts';
import { counted, number, shellWord } from '../reporters/words.ts';
import { threadsOf, valueOf, type Arguments } from './arguments.ts';
import { expectations, type Expected } from './expectations.ts';
import { oneLine } from './main.ts';
import { calledAs, colour, wantsColour, write } from './output.ts';
import { defaultFolder, explainNoPath } from './paths.ts';
import { readingOf } from './reading.ts';
import type { ReadOptions } from '../node/pool.ts';
import { progress, type Progress } from './progress.ts';

/** What became of one path. */
type Outcome =
  | { readonly report: Report; readonly alone: boolean; readonly code: number }
  | { readonly failed: NotChecked; readonly code: 2 };

export async function check(args: Arguments): Promise<number> {
  const format = valueOf(args, 'format') ?? 'text';
  const settings = settingsOf(args);
  const threads = threadsOf(args);
  const reading = await readingOf(args);
  const output = valueOf(args, 'output');
  const toFile = output !== undefined && output !== '-';
  const quiet = args.options.quiet === true;
  const expected = expectations(args);
  // A list that names the folders is enough.
  const paths = args.paths.length > 0 ? args.paths : (expected.folders ?? [defaultFolder()]);
  const many = paths.length > 1;
  const file = toFile ? await (await import('./output-file.ts')).openOutput(output, paths) : undefined;
  const emit = file ? (text: string): Promise<void> => file.add(text) : write;

  const paint = wantsColour() ? colour : plain;
  const screen: Partial<TerminalOptions> = {
    show: (valueOf(args, 'show') ?? 'look') as Level,
    paint: toFile ? plain : paint,
    width: toFile ? 100 : (process.stdout.columns ?? 100),
    command: calledAs(),
    again: againOf(args),
    failOn: settings.failOn,
  };
  const line = progress();
  const digests: Digest[] = [];
  const codes = new Set<number>();
  /** What stdout says beside a report that goes to a file. */
  const lines: string[] = [];
  try {
    if (many && format === 'json') await emit(reports.start);
    for (const [i, path] of paths.entries()) {
      const outcome = await one(path, {
        settings,
        threads,
        reading,
        expected,
        line,
        done: many ? `${number(i)} of ${counted(paths.length, 'folder')}, ` : '',
      });
      codes.add(outcome.code);
      const result = 'report' in outcome ? outcome.report : outcome.failed;
      const alone = 'report' in outcome && outcome.alone;
      if (format !== 'text' || many || 'failed' in outcome)
        digests.push(digest(result, { failOn: settings.failOn, alone }));
      if (format === 'ndjson') await emit(ndjson(result));
      else if (format === 'json') await emit(many ? reports.next(result, i === 0) : json(result));
      else if (!many && 'report' in outcome) {
        line.end();
        const options = { ...screen, alone };
        await emit(quiet && !toFile ? terse(outcome.report, options) : terminal(outcome.report, options));
        lines.push(terse(outcome.report, { ...options, paint }));
      }
    }
    line.end();
    if (many && format === 'json') await emit(reports.end(paths.length));
    if (many && format === 'text')
      await emit(
        quiet && !toFile
          ? folderLines(digests, { paint })
          : folders(digests, { paint: toFile ? plain : paint, command: calledAs(), again: againOf(args) }),
      );
    if (!many && digests[0]?.verdict === null) process.stderr.write(`seedcheck: ${digests[0].says}\n`);
    if (file) {
      file.done();
      if (!quiet)
        await write(
          lines.length > 0
            ? lines.join('')
            : folderLines(
                digests.filter(({ verdict }) => many || verdict !== null),
                { paint },
              ),
        );
    }
  } finally {
    line.end();
  }
  return worst(codes);
}

interface Run {
  readonly settings: Settings;
  readonly threads: number | undefined;
  readonly reading: ReadOptions;
  readonly expected: Expected;
  readonly line: Progress;
  readonly done: string;
}

async function one(path: string, { settings, threads, reading, expected, line, done }: Run): Promise<Outcome> {
  const name = visibleName(path);
  line.say(`${done}${name}`);
  try {
    const { checked, alone } = await checkPath(path, {
      settings,
      threads,
      reading,
      expected,
      onProgress: ({ files, ofFiles }) => {
        line.say(`${done}${name}: ${number(files)} of ${counted(ofFiles, 'file')}`);
      },
    });
    return { report: checked.report, alone, code: exitCode(checked.judged, settings) };
  } catch (error) {
    if (!(error instanceof UserError) && (process.env['SEEDCHECK_DEBUG'] ?? '') !== '' && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    return { failed: notChecked(asGiven(path), oneLine(error)), code: 2 };
  }
}

/** The options without which a further check would ask something else. */
function againOf(args: Arguments): string {
  const parts = (['expect', 'expect-list', 'fail-on'] as const).flatMap((name) => {
    const value = valueOf(args, name);
    return value === undefined || value === 'stop' ? [] : [`--${name}`, shellWord(value)];
  });
  return parts.join(' ');
}

/** A path as reports name it. */
function asGiven(path: string): string {
  const slashes = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return slashes.replace(/(?<=[^/])\/+$/, '') || '.';
}

export interface CheckOptions {
  readonly settings: Settings;
  readonly threads: number | undefined;
  readonly reading?: ReadOptions;
  readonly expected: Expected;
  readonly onProgress?: (done: { readonly files: number; readonly ofFiles: number }) => void;
}

/** Checks a folder, or a file by itself. @throws UserError where the path cannot be checked */
export async function checkPath(
  path: string,
  { settings, threads, reading, expected, onProgress }: CheckOptions,
): Promise<{ checked: Checked; alone: boolean }> {
  explainNoPath(path);
  const host = hostOf(path, {
    ...(threads === undefined ? {} : { threads }),
    ...(onProgress ? { onProgress } : {}),
    ...reading,
  });
  return { checked: await checkFolder(host, settings, host.alone ? {} : expected.of(path)), alone: host.alone };
}

export function settingsOf(args: Arguments): Settings {
  return {
    ...DEFAULTS,
    failOn: valueOf(args, 'fail-on') === 'look' ? 'look' : 'stop',
    allowUnindexed: args.options['allow-unindexed'] === true,
  };
}
