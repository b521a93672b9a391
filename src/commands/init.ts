/** `seedcheck init`: writes the index that a person then edits, or adds to it what is new. No byte that is there is changed. */
import { basename, resolve } from 'node:path';
import { type Checked } from '../check-folder.ts';
import { companion } from '../core/companions.ts';
import { UserError } from '../core/errors.ts';
import type { Entry } from '../core/types.ts';
import { appendInto, appendNew, IndexNotEditable, type NewEntry } from '../manifest/edit.ts';
import { initFromList, initText } from '../manifest/init.ts';
import { isIndexName } from '../manifest/intent.ts';
import { folderOf } from '../manifest/paths.ts';
import { sha256 } from '../node/hash.ts';
import { findRoot, readInside, type Root } from '../node/open.ts';
import { answersTo, writeWhole } from '../node/write.ts';
import { visibleName } from '../reporters/escape.ts';
import { counted, language, listed, number, shellWord } from '../reporters/words.ts';
import { valueOf, type Arguments } from './arguments.ts';
import { readList } from './expectations.ts';
import { calledAs, write } from './output.ts';
import { defaultFolder, explainNoFolder } from './paths.ts';
import { checkedFolder } from './folder.ts';

const INDEX = 'INDEX.md';

export async function init(args: Arguments): Promise<number> {
  const list = valueOf(args, 'expect-list');
  const into = valueOf(args, 'into');
  const quiet = args.options.quiet === true;
  if (list !== undefined) {
    if (into !== undefined) throw new UserError('--into names one file, --expect-list many folders: give one of them');
    await say(initMany(list, args.paths), quiet);
    return 0;
  }
  const [given, more] = args.paths;
  if (more !== undefined) throw new UserError('seedcheck init takes one folder; for many there is --expect-list');
  const folder = given ?? defaultFolder();
  explainNoFolder(folder);
  const root = findRoot(folder);
  const there = answersTo(root, INDEX);
  const target = into === undefined ? null : intoPath(into, folder, there);

  const { checked } = await checkedFolder(folder, args);
  await say(target === null ? plainInit(folder, root, there, checked) : intoInit(folder, root, target, checked), quiet);
  return 0;
}

async function say(text: string, quiet: boolean): Promise<void> {
  if (!quiet) await write(text);
}

/** The index named by --into, relative to the folder. It is only read where it is called INDEX.md or index.md, at the top. */
function intoPath(into: string, folder: string, there: readonly string[]): string {
  const name = basename(into);
  const inFolder = [resolve(into), resolve(folder, into)].includes(resolve(folder, name));
  if (!inFolder || !isIndexName(name))
    throw new UserError(
      `an index is only read from INDEX.md or index.md at the top of the folder: --into ${visibleName(into)} would have no effect`,
    );
  if (!there.includes(name))
    throw new UserError(
      `there is no ${visibleName(name)} in ${visibleName(folder)}; without --into, seedcheck init writes it`,
    );
  return name;
}

function plainInit(folder: string, root: Root, there: readonly string[], checked: Checked): string {
  const { contracts } = checked.intent;
  const top = contracts.find((path) => !path.includes('/'));
  if (top === undefined) {
    const [other] = there;
    if (other !== undefined) {
      const at = pathIn(folder, other);
      throw new UserError(
        isIndexName(other)
          ? `${visibleName(at)} is there, and is no index yet; to append the headings: ${calledAs()} init ${shellWord(folder)} --into ${shellWord(at)}`
          : `${visibleName(at)} is there: on some systems INDEX.md is the same file; give it another name first`,
      );
    }
    const entries = fresh(checked, '');
    writeText(root, INDEX, initText({ folderName: basename(resolve(folder)), entries }), null);
    return told(
      folder,
      `Wrote ${visibleName(pathIn(folder, INDEX))}${entries.length === 0 ? '' : `: ${counted(entries.length, 'file')} under "Not placed"`}.`,
      INDEX,
      entries.length > 0,
    );
  }
  const edits = contracts.flatMap((path) => {
    const entries = fresh(checked, folderOf(path));
    if (entries.length === 0) return [];
    const { text, hash } = readIndex(root, folder, path);
    const edited = attempt(folder, path, () => appendNew(text, entries));
    return edited === text ? [] : [{ path, edited, hash, entries }];
  });
  if (edits.length === 0)
    return `${visibleName(pathIn(folder, top))} names every file that needs a line; nothing was written.\n`;
  for (const { path, edited, hash } of edits) writeText(root, path, edited, hash);
  const lines = edits.map(
    ({ path, entries }) =>
      `Added ${counted(entries.length, 'line')} under "Not placed" in ${visibleName(pathIn(folder, path))}: ${someNames(entries)}.`,
  );
  return told(folder, lines.join('\n'), top, true);
}

function intoInit(folder: string, root: Root, target: string, checked: Checked): string {
  const entries = fresh(checked, '').filter(({ path }) => path !== target);
  const { text, hash } = readIndex(root, folder, target);
  const edited = attempt(folder, target, () => appendInto(text, entries));
  const at = visibleName(pathIn(folder, target));
  if (edited === text) return `${at} names every file that needs a line; nothing was written.\n`;
  writeText(root, target, edited, hash);
  return told(
    folder,
    `Appended to ${at}${entries.length === 0 ? ' the headings of an index' : `: ${counted(entries.length, 'file')} under "Not placed"`}. What stood there is unchanged.`,
    target,
    entries.length > 0,
  );
}

function told(folder: string, what: string, index: string, unplaced: boolean): string {
  const at = visibleName(pathIn(folder, index));
  const check = `${calledAs()} ${shellWord(folder)}`;
  const edit = unplaced
    ? `Edit ${at}: move each line to the heading that says what it is for, and add a line for\n     every file that you expect and that is not there yet.`
    : `Edit ${at}: add a line for every file that you expect.`;
  return `${what}\n\nNext\n  1. ${edit}\n  2. ${check}    holds the folder against it.\n`;
}

/** Files in the part of the folder that one index decides for, which need a line and have none. */
function fresh(checked: Checked, folder: string): NewEntry[] {
  const { entries, intent, findings } = checked;
  const inner = intent.contracts.map(folderOf).filter((other) => other !== folder && other.startsWith(folder));
  const linked = linkedFrom(checked);
  const open = new Map<string, string[]>();
  for (const { check, level, place, accepted } of findings) {
    if (level !== 'stop' || accepted || SET_CHECKS.has(check)) continue;
    const list = open.get(place.path);
    if (list && !list.includes(check)) list.push(check);
    else if (!list) open.set(place.path, [check]);
  }
  return entries
    .filter(({ path, outcome }) => {
      if (!path.startsWith(folder) || inner.some((other) => path.startsWith(other))) return false;
      if (intent.contracts.includes(path) || intent.declares(path) !== null || companion(path) !== null) return false;
      // An attachment that a document shows or links needs no line of its own.
      return outcome !== 'bytes' || !linked.has(path);
    })
    .map((entry) => ({
      path: entry.path.slice(folder.length),
      title: entry.title,
      reads: entry.role,
      note: noteOf(entry, open.get(entry.path) ?? []),
    }));
}

/** Checks on presence, and those that what the note says first already tells. */
const SET_CHECKS = new Set([
  'missing',
  'not-placed',
  'altered',
  'renamed',
  'not-a-spec',
  'nothing-to-build-from',
  'index',
  'link',
  'duplicate',
  'near-copy',
  'name-collision',
]);

/** What a person wants to know before placing a file: `news, Chinese; cut-off, loop; line 27 is a newspaper page header: "4版"`. */
function noteOf(entry: Entry, found: readonly string[]): string {
  const reads: string[] = [];
  if (entry.outcome === 'read') {
    if (entry.kind === 'unclear') reads.push('kind unclear');
    else reads.push(entry.kind === 'api' ? 'API' : entry.kind);
    const tongue = language(entry.language);
    if (tongue !== null && entry.language !== 'en') reads.push(tongue);
  } else if (entry.outcome !== 'bytes') reads.push(entry.outcome === 'empty' ? 'empty' : 'could not be read');
  const because = entry.outcome === 'read' ? (entry.reasons[0]?.message ?? '') : '';
  return [reads.join(', '), found.filter((check) => !reads.includes(check)).join(', '), because]
    .filter((part) => part !== '')
    .join('; ');
}

/** Paths that documents link to, embed or name. */
function linkedFrom({ entries }: Checked): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { path, links } of entries)
    for (const { target } of links) {
      for (const from of [folderOf(path), '']) {
        const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
        for (const part of target.split('/'))
          if (part === '..') parts.pop();
          else if (part !== '' && part !== '.') parts.push(part);
        linked.add(parts.join('/'));
      }
    }
  return linked;
}

/** `init --expect-list`: the index of every folder that the list names; all or, where one cannot be written, none. */
function initMany(file: string, only: readonly string[]): string {
  const list = readList(file);
  const texts = initFromList(list);
  const wanted =
    only.length === 0
      ? [...texts.keys()]
      : only.map((folder) => folder.replace(/^(?:\.\/+)+/, '').replace(/(?<=.)\/+$/, '') || '.');
  const kept: string[] = [];
  const toWrite: { readonly folder: string; readonly root: Root; readonly text: string }[] = [];
  for (const folder of wanted) {
    const text = texts.get(folder);
    if (text === undefined) throw new UserError(`${visibleName(file)} names no file in ${visibleName(folder)}`);
    explainNoFolder(folder);
    const root = findRoot(folder);
    const there = answersTo(root, INDEX);
    if (there.length === 0) toWrite.push({ folder, root, text });
    else kept.push(pathIn(folder, there[0]!));
  }
  for (const { root, text } of toWrite) writeText(root, INDEX, text, null);
  const lines = [`Wrote ${counted(toWrite.length, 'INDEX.md', 'INDEX.md files')}.`];
  if (kept.length > 0) lines.push(`Left as they are, for they were there: ${kept.map(visibleName).join(', ')}.`);
  return `${lines.join('\n')}\n\nNext: ${calledAs()} ${wanted.length === 1 ? shellWord(wanted[0]!) : `--expect-list ${shellWord(file)}`}    holds each folder against ${wanted.length === 1 ? 'it' : 'the list'}.\n`;
}

// ---------------------------------------------------------------------------------------------------------------------

/** The index as it stands, to be edited: UTF-8, or it is not touched. The BOM stays in the text. */
function readIndex(root: Root, folder: string, path: string): { readonly text: string; readonly hash: string } {
  const bytes = readInside(root, path);
  if (!(bytes instanceof Uint8Array))
    throw new UserError(`${visibleName(pathIn(folder, path))} cannot be read: ${bytes.why}`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), hash: sha256(bytes) };
  } catch {
    throw new UserError(
      `${visibleName(pathIn(folder, path))} is not UTF-8: save it as UTF-8 first, then no byte of it will be changed`,
    );
  }
}

function writeText(root: Root, path: string, text: string, was: string | null): void {
  writeWhole(root, path, Buffer.from(text), was);
}

function attempt<T>(folder: string, path: string, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (error instanceof IndexNotEditable)
      throw new UserError(`${visibleName(pathIn(folder, path))} was not changed: ${error.message}`);
    throw error;
  }
}

function someNames(entries: readonly NewEntry[]): string {
  const names = entries.slice(0, 5).map(({ path }) => visibleName(path));
  return entries.length > 5 ? `${names.join(', ')} and ${number(entries.length - 5)} more` : listed(names);
}

function pathIn(folder: string, path: string): string {
  const top = folder.replace(/(?<=.)\/+$/, '');
  return top === '.' ? path : top === '/' ? `/${path}` : `${top}/${path}`;
}
