/** Command lines: what each command takes, and one clear sentence where it is given something else. */
import { UserError } from '../core/errors.ts';
import { visible } from '../reporters/escape.ts';

export type OptionName =
  | 'format'
  | 'output'
  | 'quiet'
  | 'show'
  | 'fail-on'
  | 'allow-unindexed'
  | 'expect'
  | 'expect-list'
  | 'threads'
  | 'into'
  | 'all'
  | 'places'
  | 'as'
  | 'ocr'
  | 'limits'
  | 'help'
  | 'version';

/** What an option takes: nothing, one of some words, or whatever stands there. */
interface Option {
  readonly takes: 'nothing' | 'value' | readonly string[];
  readonly short?: string;
}

const OPTIONS: Readonly<Record<OptionName, Option>> = {
  format: { takes: ['text', 'json', 'ndjson'] },
  output: { takes: 'value', short: 'o' },
  quiet: { takes: 'nothing', short: 'q' },
  show: { takes: ['stop', 'look', 'note'] },
  'fail-on': { takes: ['stop', 'look'] },
  'allow-unindexed': { takes: 'nothing' },
  expect: { takes: 'value' },
  'expect-list': { takes: 'value' },
  threads: { takes: 'value' },
  into: { takes: 'value' },
  all: { takes: 'nothing' },
  places: { takes: 'nothing' },
  as: { takes: ['sha256sum', 'bagit', 'datapackage'] },
  ocr: { takes: 'value' },
  limits: { takes: 'value' },
  help: { takes: 'nothing', short: 'h' },
  version: { takes: 'nothing', short: 'V' },
};

export type Command = 'check' | 'init' | 'seal' | 'why' | 'text' | 'export';

/** `check` is what happens without a command; its name is not typed. */
export const COMMANDS: readonly Exclude<Command, 'check'>[] = ['init', 'seal', 'why', 'text', 'export'];

const ALLOWED: Readonly<Record<Command, readonly OptionName[]>> = {
  check: [
    'format',
    'output',
    'quiet',
    'show',
    'fail-on',
    'allow-unindexed',
    'expect',
    'expect-list',
    'threads',
    'ocr',
    'limits',
    'help',
    'version',
  ],
  init: ['into', 'expect-list', 'quiet', 'threads', 'ocr', 'limits', 'help', 'version'],
  seal: ['all', 'quiet', 'threads', 'ocr', 'limits', 'help', 'version'],
  why: ['expect', 'expect-list', 'threads', 'ocr', 'limits', 'help', 'version'],
  text: ['places', 'ocr', 'limits', 'help', 'version'],
  export: ['as', 'output', 'quiet', 'threads', 'ocr', 'limits', 'help', 'version'],
};

export interface Arguments {
  readonly command: Command;
  readonly paths: readonly string[];
  /** The value, or `true` for an option that takes none. */
  readonly options: Readonly<Partial<Record<OptionName, string | true>>>;
}

/** What people type for something that is called otherwise here. */
const OTHERWISE: Readonly<Record<string, string>> = {
  json: '--format json',
  ndjson: '--format ndjson',
  out: '--output',
  silent: '--quiet',
  strict: '--fail-on look',
  verbose: '--show note',
  level: '--show',
  jobs: '--threads',
  force: '--all',
};

/** @throws UserError for an option that the command does not have, or a value that it does not take */
export function parseArguments(args: readonly string[]): Arguments {
  const [first] = args;
  const command = COMMANDS.find((name) => name === first);
  const rest = command === undefined ? args : args.slice(1);
  const paths: string[] = [];
  const options: Partial<Record<OptionName, string | true>> = {};
  let i = 0;

  const set = (spelled: string, name: OptionName, inline: string | undefined): void => {
    if (!ALLOWED[command ?? 'check'].includes(name)) {
      const owners = COMMANDS.filter((one) => ALLOWED[one].includes(name)).map((one) => `seedcheck ${one}`);
      throw new UserError(
        command === undefined
          ? `${spelled} belongs to ${owners.join(' and ')}`
          : `seedcheck ${command} has no option ${spelled}; seedcheck ${command} --help lists what it has`,
      );
    }
    const { takes }: Option = OPTIONS[name];
    if (takes === 'nothing') {
      if (inline !== undefined) throw new UserError(`${spelled} takes no value`);
      options[name] = true;
      return;
    }
    const value = inline ?? rest[++i];
    const wanted = takes === 'value' ? (NOUNS[name] ?? 'a value') : listedOr(takes);
    if (value === undefined || value === '') throw new UserError(`${spelled} needs ${wanted} behind it`);
    if (takes === 'value') {
      if (inline === undefined && value.startsWith('-') && value !== '-')
        throw new UserError(`${spelled} needs ${wanted} behind it, not the option ${visible(value)}`);
    } else if (!takes.includes(value))
      throw new UserError(`${spelled} takes ${wanted}, not ${visible(value)}${didYouMean(value, takes)}`);
    options[name] = value;
  };

  for (; i < rest.length; i++) {
    const arg = rest[i]!;
    if (arg === '--') {
      paths.push(...rest.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      paths.push(arg);
      continue;
    }
    if (arg.startsWith('--')) {
      const equals = arg.indexOf('=');
      const name = equals < 0 ? arg.slice(2) : arg.slice(2, equals);
      const known = Object.hasOwn(OPTIONS, name) ? (name as OptionName) : undefined;
      if (known === undefined) throw unknownOption(`--${name}`, name, command);
      set(`--${name}`, known, equals < 0 ? undefined : arg.slice(equals + 1));
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at]!;
      const found = Object.entries(OPTIONS).find(([, option]) => option.short === letter);
      if (!found) throw unknownOption(at === 1 && arg.length > 2 ? arg : `-${letter}`, arg.slice(1), command);
      const name = found[0] as OptionName;
      if (OPTIONS[name].takes === 'nothing') set(`-${letter}`, name, undefined);
      else {
        const inline = arg.slice(at + 1).replace(/^=/, '');
        set(`-${letter}`, name, inline === '' ? undefined : inline);
        break;
      }
    }
  }
  return { command: command ?? 'check', paths, options };
}

const NOUNS: Readonly<Partial<Record<OptionName, string>>> = {
  output: 'the name of a file',
  expect: 'the name of an index file',
  'expect-list': 'the name of a list (folder, path, role, sha256; with tabs)',
  threads: 'a whole number',
  into: 'the name of a file',
  ocr: 'languages, such as eng or eng+chi_sim',
  limits: 'limits such as inflatedBytes=1000000000,entries=50000',
};

function unknownOption(spelled: string, name: string, command: Command | undefined): UserError {
  const allowed = ALLOWED[command ?? 'check'];
  const other = OTHERWISE[name];
  const hint =
    other !== undefined && allowed.includes(other.slice(2).split(' ')[0] as OptionName)
      ? ` (did you mean ${other}?)`
      : didYouMean(name, allowed, '--');
  const help = hint === '' ? `; seedcheck ${command === undefined ? '' : `${command} `}--help lists all options` : '';
  return new UserError(`there is no option ${visible(spelled)}${hint}${help}`);
}

/** A whole number of threads, or undefined where none was asked for. */
export function threadsOf({ options }: Arguments): number | undefined {
  const { threads } = options;
  if (threads === undefined || threads === true) return undefined;
  if (!/^\d{1,3}$/.test(threads) || Number(threads) > 256)
    throw new UserError(`--threads takes a whole number from 0 to 256, not ${visible(threads)}`);
  return Number(threads);
}

/** The value of an option that takes one. */
export function valueOf({ options }: Arguments, name: OptionName): string | undefined {
  const value = options[name];
  return value === true ? undefined : value;
}

export function listedOr(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

/** ` (did you mean --format?)` where a known word is near, else nothing. */
export function didYouMean(word: string, known: readonly string[], before = ''): string {
  const found = nearest(word, known);
  return found === null ? '' : ` (did you mean ${before}${found}?)`;
}

/** The nearest of some words: at most two slips away (one for short words), or begun by what was typed; null if none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = word.length <= 4 ? 2 : 3;
  for (const one of known) {
    const far = slips(word.toLowerCase(), one.toLowerCase());
    if (far < least) {
      best = one;
      least = far;
    }
  }
  return best ?? (word.length >= 3 ? (known.find((one) => one.startsWith(word)) ?? null) : null);
}

/** Letters added, left out, changed, or two neighbours swapped. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let far = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) far = Math.min(far, before[j - 2]! + 1);
      row.push(far);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
