/** `seedcheck why CHECK|FILE|FINGERPRINT [folder]`: the reasons behind an answer. Asking is never a failure: exit code 0. */
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { checks } from '../checks/index.ts';
import type { Checked } from '../check-folder.ts';
import { UserError } from '../core/errors.ts';
import { DEFAULTS } from '../core/settings.ts';
import type { Declared, Entry, Finding, Place } from '../core/types.ts';
import { printAcceptance } from '../manifest/accept.ts';
import { displayPath, rawPath } from '../manifest/paths.ts';
import { pad, quoted, visible, visibleName, wrap } from '../reporters/escape.ts';
import { describe, plain, tells, type Paint } from '../reporters/terminal.ts';
import { language, shellWord } from '../reporters/words.ts';
import { didYouMean, threadsOf, type Arguments } from './arguments.ts';
import { checkPath } from './check.ts';
import { expectations } from './expectations.ts';
import { calledAs, colour, wantsColour, write } from './output.ts';
import { defaultFolder, explainNoPath, pathInFolder } from './paths.ts';
import { progress } from './progress.ts';
import { readingOf } from './reading.ts';

export async function why(args: Arguments): Promise<number> {
  const [what, given, more] = args.paths;
  if (what === undefined || more !== undefined)
    throw new UserError(
      what === undefined
        ? 'why what? seedcheck why CHECK, FILE or FINGERPRINT (seedcheck why --help)'
        : 'seedcheck why takes one question and one folder',
    );
  if (given === undefined || !looksLikeFile(what, given)) {
    const page = pageOf(what);
    if (page !== null) {
      await write(page);
      return 0;
    }
  }

  const { folder, path } = placeOf(what, given);
  explainNoPath(folder);
  const line = progress();
  line.say(visibleName(folder));
  const { checked } = await checkPath(folder, {
    settings: DEFAULTS,
    threads: threadsOf(args),
    reading: await readingOf(args),
    expected: expectations(args),
    onProgress: ({ files, ofFiles }) => {
      line.say(`${visibleName(folder)}: ${files} of ${ofFiles} files`);
    },
  }).finally(() => {
    line.end();
  });
  const view = new View(folder, checked, wantsColour() ? colour : plain, Math.min(100, process.stdout.columns ?? 100));

  if (/^[0-9a-f]{8}$/.test(path)) {
    const found = checked.findings.filter(({ fingerprint }) => fingerprint === path);
    if (found.length > 0) {
      await write(found.map((finding) => view.finding(finding)).join('\n'));
      return 0;
    }
  }
  const entry = entryOf(path, checked);
  if (entry !== undefined) {
    await write(view.file(entry));
    return 0;
  }
  // A file that is not there can have findings all the same, and so can the index and the folder itself.
  const absent = checked.findings.filter(({ place }) => place.path === path);
  if (absent.length > 0) {
    await write(absent.map((finding) => view.finding(finding)).join('\n'));
    return 0;
  }
  if (/^[0-9a-f]{8}$/.test(path))
    throw new UserError(
      `there is no finding ${path} in ${visibleName(folder)}: what it spoke of has changed, or another folder is meant`,
    );
  const names = [...checks.map(({ id }) => id), ...checked.entries.map((one) => displayPath(one.path))];
  throw new UserError(
    `nothing in ${visibleName(folder)} is called ${visibleName(path)}, and no check is${didYouMean(path, names)}`,
  );
}

/** The page of a check, as it was written; null where no check has that name. */
function pageOf(id: string): string | null {
  const check = checks.find((one) => one.id === id);
  if (!check) return null;
  // Beside this file in dist/, or in src/ when run from there; index.ts is the list of all checks, so that one is another.
  for (const name of [id, `${id}-file`])
    try {
      return readFileSync(new URL(`../checks/${name}.md`, import.meta.url), 'utf8');
    } catch {
      // The next name, or the words below.
    }
  return `# ${check.title}\n\n${id}, ${check.level} at most, ${check.scope === 'document' ? 'looks at each document by itself' : 'looks at the whole folder'}.\n`;
}

/** With a folder given, a name that a file in it has means that file. */
function looksLikeFile(what: string, folder: string): boolean {
  return statSync(`${folder}/${what}`, { throwIfNoEntry: false })?.isFile() === true;
}

/** The folder to check and the path in it. A path that leads to a file from here counts too: `why seeds/api.md`. */
function placeOf(what: string, given: string | undefined): { readonly folder: string; readonly path: string } {
  const stats = statSync(what, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true && given === undefined)
    throw new UserError(
      `${visibleName(what)} is a folder; ask about a file in it: seedcheck why FILE ${shellWord(what)}`,
    );
  if (stats?.isFile() !== true) return { folder: given ?? defaultFolder(), path: what.replace(/^\.\//, '') };
  const folder = given ?? folderAround(what);
  const inside = pathInFolder(what, folder);
  return { folder, path: inside ?? what };
}

/** The nearest folder above a file that has an index; else the folder that is checked without an argument; else the file's own. */
function folderAround(file: string): string {
  const top = defaultFolder();
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (
      ['INDEX.md', 'index.md'].some(
        (name) => statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.isFile() === true,
      )
    )
      return folder;
    if (folder === dirname(folder) || folder === '.') break;
  }
  return pathInFolder(file, top) === null ? dirname(file) : top;
}

/** The file of that path, or the only one whose name is or begins with it. */
function entryOf(path: string, { entries }: Checked): Entry | undefined {
  const exact = entries.find(
    (one) => one.path === path || displayPath(one.path) === path || rawPath(one.path) === path,
  );
  if (exact) return exact;
  const named = entries.filter((one) => one.path.endsWith(`/${path}`));
  if (named.length === 1) return named[0];
  const begun = entries.filter((one) => one.path.startsWith(path) || one.path.includes(`/${path}`));
  return begun.length === 1 ? begun[0] : undefined;
}

const DECLARED: Readonly<Record<Declared, string>> = {
  specification: 'a specification',
  background: 'background',
  attachment: 'an attachment',
  other: 'part of the set, under a heading that is not one of seedcheck’s',
  'left-out': 'left out',
  'not-placed': 'not placed yet',
};

class View {
  readonly folder: string;
  readonly checked: Checked;
  readonly paint: Paint;
  readonly width: number;

  constructor(folder: string, checked: Checked, paint: Paint, width: number) {
    this.folder = folder.replace(/(?<=[^/])\/+$/, '');
    this.checked = checked;
    this.paint = paint;
    this.width = Math.max(50, width);
  }

  file(entry: Entry): string {
    const { checked, paint } = this;
    const document = checked.report.documents.find(({ path, rawPath: raw }) =>
      raw === undefined ? path === entry.path : raw === rawPath(entry.path),
    );
    const lines = [
      `${paint('file', visibleName(entry.path))}   ${paint('dim', document ? describe(document) : '')}`,
      '',
    ];
    const index = checked.report.set.index;
    const declares = checked.intent.declares(entry.path);
    const said =
      declares === null
        ? index === null
          ? 'nothing: there is no INDEX.md'
          : document?.role === 'companion'
            ? `nothing: a companion by its name needs no line`
            : `nothing: no line names it`
        : `${DECLARED[declares.declared]}, ${visibleName(declares.entry.place.path)}${declares.entry.place.line === null ? '' : ` line ${declares.entry.place.line}`}, under "${visible(declares.entry.heading)}"`;
    lines.push(...this.row('index says', said));
    if (entry.outcome === 'read') {
      lines.push(
        ...this.row(
          'reads as',
          `${document?.role ?? entry.role}, ${entry.kind === 'unclear' ? 'of no clear kind' : entry.kind} (confidence ${entry.confidence})`,
        ),
      );
      entry.reasons.forEach((reason, i) =>
        lines.push(
          ...this.row(
            i === 0 ? 'because' : '',
            `${visible(reason.message)}${reason.place && !tells(reason.message, reason.place, entry.path) ? `: ${this.place(reason.place, entry.path, 60)}` : ''}`,
          ),
        ),
      );
      lines.push(
        ...this.row(
          'text',
          `${language(entry.language) ?? 'language unknown'}, ${entry.format}, ${entry.encoding ?? 'no encoding'}, ${entry.characters} characters`,
        ),
      );
    } else
      lines.push(
        ...this.row(
          'outcome',
          `${entry.outcome}${entry.why === undefined ? '' : `: ${visible(entry.why)}`} (${entry.format})`,
        ),
      );
    lines.push(...this.row('bytes', `${entry.bytes}${entry.sha256 === '' ? '' : `, sha256 ${entry.sha256}`}`));
    lines.push(
      ...this.row(
        'seal',
        document === undefined
          ? ''
          : { 'as-sealed': 'as sealed', altered: 'altered since', 'not-sealed': 'not sealed' }[document.sealed],
      ),
    );
    const findings = checked.findings.filter(({ place }) => place.path === entry.path);
    const others = checked.findings.filter(
      ({ place, related }) => place.path !== entry.path && related.some(({ path }) => path === entry.path),
    );
    if (findings.length === 0) lines.push('', 'Nothing was found in it.');
    return `${lines.join('\n')}\n${[...findings, ...others].map((finding) => `\n${this.finding(finding)}`).join('')}`;
  }

  finding(finding: Finding): string {
    const { paint } = this;
    const { check, level, place, related, fingerprint, message, next, accepted } = finding;
    const lines = [
      `${paint(level, level)}  ${check}  ${fingerprint}  ${paint('file', place.path === '.' ? `${visibleName(this.folder)} (the folder)` : visibleName(place.path))}`,
    ];
    lines.push(...wrap(visible(displayPath(message)), this.width - 2).map((line) => `  ${line}`));
    for (const one of [place, ...related]) {
      const text = this.place(one, place.path, 200);
      if (text !== '')
        wrap(text, this.width - 4).forEach((line, i) => lines.push(`${i === 0 ? '  - ' : '    '}${line}`));
    }
    if (next !== null)
      lines.push(...wrap(`Next: ${visible(displayPath(next))}`, this.width - 2).map((line) => `  ${line}`));
    if (accepted) {
      const who = [accepted.by, accepted.on].filter((one) => one !== null).join(', ');
      lines.push(
        ...wrap(
          `Accepted in INDEX.md line ${accepted.line}: ${visible(accepted.reason)}${who === '' ? '' : ` (${visible(who)})`}`,
          this.width - 2,
        ).map((line) => `  ${line}`),
      );
    } else if (checks.find(({ id }) => id === check)?.acceptable === true)
      lines.push(
        '  To accept it, paste this line under "## Accepted findings" of INDEX.md, with your reason for (reason):',
        // What cannot be seen is not to be pasted either: the fingerprint binds, the quote is for people.
        `  ${visible(printAcceptance({ path: place.path, check, fingerprint, quote: place.quote }))}`,
      );
    else lines.push(`  It cannot be accepted. When it is mended: ${calledAs()} ${shellWord(this.folder)}`);
    return `${lines.join('\n')}\n`;
  }

  place(place: Place, path: string, width: number): string {
    const parts = [];
    if (place.path !== path && place.path !== '.') parts.push(visibleName(place.path));
    if (place.where !== undefined) parts.push(visible(place.where));
    if (place.line !== null)
      parts.push(
        place.endLine !== null && place.endLine > place.line
          ? `lines ${place.line}-${place.endLine}`
          : `line ${place.line}`,
      );
    if (place.quote !== null && place.quote.trim() !== '') parts.push(quoted(place.quote, width));
    if (place.note !== undefined) parts.push(`(${visible(place.note)})`);
    return parts.join(' ');
  }

  row(name: string, text: string): string[] {
    return wrap(text, this.width - 13).map((line, i) => `  ${this.paint('dim', pad(i === 0 ? name : '', 10))} ${line}`);
  }
}
