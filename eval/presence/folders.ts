/** Folders in memory, drawn from real documents under their real names, with an index and a seal as the tool writes them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { companion } from '../../src/core/companions.ts';
import { compareText } from '../../src/core/order.ts';
import type { Difference, Entry } from '../../src/core/types.ts';
import { read } from '../../src/extractors/index.ts';
import { compare, toProve } from '../../src/manifest/compare.ts';
import { foldName } from '../../src/manifest/compare-pairs.ts';
import { linkLine } from '../../src/manifest/edit.ts';
import { intentOf, isIndexName } from '../../src/manifest/intent.ts';
import { prefixOf, printOf, type Prefix } from '../../src/manifest/print.ts';
import { planSeal } from '../../src/manifest/seal-plan.ts';
import { parseSeal, SEAL_NAME } from '../../src/manifest/seal.ts';
import type { Listing } from '../../src/manifest/types.ts';
import { rows, type Row } from '../corpus.ts';
import type { Random } from '../random.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface RealFile {
  readonly source: string;
  readonly path: string;
  readonly stray: boolean;
  readonly bytes: () => Uint8Array;
}

/** The corpus, by source. */
export class Pool {
  readonly bySource: ReadonlyMap<string, readonly RealFile[]>;
  readonly all: readonly RealFile[];
  readonly strays: readonly RealFile[];

  constructor(corpus: string) {
    const bySource = new Map<string, RealFile[]>();
    for (const row of rows(corpus)) {
      if (!usable(row.path)) continue;
      const file = realFile(corpus, row);
      const list = bySource.get(row.source);
      if (!list) bySource.set(row.source, [file]);
      else if (!list.some((one) => foldName(one.path) === foldName(file.path))) list.push(file);
    }
    this.bySource = bySource;
    this.all = [...bySource.values()].flat();
    this.strays = this.all.filter((file) => file.stray);
  }
}

/** Names that cannot stand in a folder, or that would be the index itself. */
function usable(path: string): boolean {
  const parts = path.split('/');
  return (
    !parts.some(
      (part) => part === '' || part === '.' || part === '..' || part.startsWith('.') || Buffer.byteLength(part) > 200,
    ) && foldName(path) !== 'index.md'
  );
}

function realFile(corpus: string, row: Row): RealFile {
  let known: Uint8Array | undefined;
  return {
    source: row.source,
    path: row.path,
    stray: row.role === 'stray',
    bytes: () => (known ??= new Uint8Array(readFileSync(join(corpus, row.file)))),
  };
}

/** What lies in a folder. Contents are told apart by identity: the same array is the same content. */
export interface Contents {
  readonly files: Map<string, Uint8Array>;
  readonly litter: Set<string>;
  /** Symbolic links that leave the folder. */
  readonly linksOut: Set<string>;
}

export interface Folder extends Contents {
  readonly sealed: boolean;
  /** Where its documents come from. */
  readonly sources: ReadonlySet<string>;
  /** Paths with a line of their own. */
  readonly own: ReadonlySet<string>;
  /** A folder named as a whole, with its `/`, or null. */
  readonly whole: string | null;
}

const known = new WeakMap<Uint8Array, Entry>();

async function entryOf(path: string, bytes: Uint8Array): Promise<Entry> {
  let entry = known.get(bytes);
  if (!entry) {
    const hash = sha256(bytes);
    const reading = await read({ path, bytes, sha256: hash });
    const document = 'document' in reading ? reading.document : null;
    entry = {
      path,
      bytes: bytes.length,
      sha256: hash,
      format: reading.format,
      encoding: 'encoding' in reading ? reading.encoding : null,
      language: null,
      outcome: reading.outcome,
      characters: 0,
      kind: 'unclear',
      role: 'unclear',
      confidence: 0,
      reasons: [],
      print: printOf(bytes, hash, document, sha256),
      title: 'title' in reading ? reading.title : null,
      links: 'links' in reading ? reading.links : [],
    };
    known.set(bytes, entry);
  }
  return { ...entry, path };
}

export const CHECKS: ReadonlySet<string> = new Set([
  'missing',
  'not-placed',
  'altered',
  'renamed',
  'duplicate',
  'index',
  'link',
  'name-collision',
  'left-out',
]);

export interface Told {
  readonly level: string;
  readonly check: string;
  readonly change?: string | undefined;
  readonly path: string;
  readonly from?: string | undefined;
}

/** A finding in one line: what is compared. Aliases are none of these folders'. */
export function spell({ level, check, change, path, from }: Told): string {
  return `${level} ${check}${change ? `[${change}]` : ''} ${path}${from === undefined ? '' : ` < ${from}`}`;
}

/** The parts of a check that decide over presence, without a disk: what `checkFolder` does between listing and findings. */
async function inputOf(contents: Contents): Promise<Parameters<typeof compare>[0] & { prefixes: Map<string, Prefix> }> {
  const paths = [...contents.files.keys()].sort(compareText);
  const listing: Listing = {
    files: paths.map((path) => ({ path, size: contents.files.get(path)!.length, ignoredBy: null })),
    aliases: [],
    faults: [...contents.linksOut].map((path) => ({ path, kind: 'link-out', why: 'a link that leaves the folder' })),
    litter: [...contents.litter],
  };
  const sealBytes = contents.files.get(SEAL_NAME);
  const seal = sealBytes ? parseSeal(sealBytes) : null;
  const decoder = new TextDecoder();
  const indexes = new Map(paths.filter(isIndexName).map((path) => [path, decoder.decode(contents.files.get(path))]));
  const intent = intentOf({ files: paths, indexes, hasSeal: seal !== null });
  const entries: Entry[] = [];
  for (const path of paths)
    if (path !== SEAL_NAME && !intent.contracts.includes(path))
      entries.push(await entryOf(path, contents.files.get(path)!));
  const prefixes = new Map<string, Prefix>();
  for (const { path, print } of toProve({ seal, entries })) {
    const prefix = prefixOf(contents.files.get(path)!, print);
    if (prefix) prefixes.set(path, prefix);
  }
  return { listing, intent, seal, entries, ignored: [], prefixes };
}

export async function differences(contents: Contents): Promise<readonly Difference[]> {
  return compare(await inputOf(contents)).differences;
}

export async function findings(contents: Contents): Promise<string[]> {
  return (await differences(contents))
    .filter((one) => CHECKS.has(one.check))
    .map((one) => spell({ ...one, path: one.places[0].path }))
    .sort(compareText);
}

const title = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

export interface Drawing {
  /** Documents to draw, at least; fewer where the sources hold fewer. */
  readonly size: number;
  readonly sealed: boolean;
}

/** Draws a folder: documents of one to three sources, an index that places them, and a seal. Contents differ from one another. */
export async function draw(pool: Pool, random: Random, { size, sealed }: Drawing): Promise<Folder> {
  const sources = [...pool.bySource.keys()];
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  const hashes = new Set<string>();
  const drawn = new Set<string>();
  const several = size > 30 || random.next() < 0.2;
  for (let tries = 0; files.size < size && tries < (several ? 12 : 4); tries++) {
    const source = random.pick(sources);
    drawn.add(source);
    const list = [...pool.bySource.get(source)!];
    while (list.length > 0 && files.size < size) {
      const [file] = list.splice(random.below(list.length), 1);
      const path = several ? `${source.replace(/^.*[/:]/, '')}/${file!.path}` : file!.path;
      const hash = sha256(file!.bytes());
      if (taken.has(foldName(path)) || hashes.has(hash) || isBelow(path, taken)) continue;
      taken.add(foldName(path));
      hashes.add(hash);
      files.set(path, file!.bytes());
    }
    if (!several && files.size >= Math.min(size, 3)) break;
  }
  // Names with an accent, which few real ones have, so that the forms of a name can be tried.
  for (let times = random.next() < 0.5 ? 1 + Math.floor(files.size / 8) : 0; times > 0; times--) {
    const [path, bytes] = random.pick([...files]);
    const accented = path.replace(
      /(\.[^./]*)?$/,
      ` ${random.pick(['résumé', 'Übersicht', 'が', 'Ångström', 'ế', '한'])}$1`,
    );
    if (taken.has(foldName(accented)) || companion(path) !== null) continue;
    taken.add(foldName(accented));
    files.delete(path);
    files.set(accented, bytes);
  }
  const whole = random.next() < 0.2 ? wholeFolder([...files.keys()], random) : null;
  const own = new Set<string>();
  const sections: Record<'Specifications' | 'Background' | 'Attachments' | 'Left out', string[]> = {
    Specifications: [],
    Background: [],
    Attachments: [],
    'Left out': [],
  };
  for (const path of [...files.keys()].sort(compareText)) {
    if (whole !== null && path.startsWith(whole)) continue;
    if (companion(path) !== null && random.next() < 0.6) continue;
    own.add(path);
    sections[random.next() < 0.75 ? 'Specifications' : 'Background'].push(
      linkLine(path, title(path), random.next() < 0.1 ? 'as agreed in March' : ''),
    );
  }
  if (whole !== null) sections.Background.push(linkLine(whole, title(whole.slice(0, -1)), ''));
  if (random.next() < 0.2)
    sections.Background.push(`${linkLine('market study 2019.pdf', 'Market study', '')}: optional`);
  if (random.next() < 0.2)
    sections['Left out'].push(linkLine('superseded-interface.md', 'Old interface', 'superseded'));
  if (own.size === 0 && whole === null) {
    const [path] = [...files.keys()];
    own.add(path!);
    sections.Specifications.push(linkLine(path!, title(path!), ''));
  }
  const index = ['# A set of documents', '', '> What is to be built from them.', ''];
  for (const [heading, lines] of Object.entries(sections))
    if (lines.length > 0 || random.next() < 0.5) index.push(`## ${heading}`, ...lines, '');
  files.set('INDEX.md', Buffer.from(index.join('\n')));
  const folder: Folder = { files, litter: new Set(), linksOut: new Set(), sealed, sources: drawn, own, whole };
  if (sealed) {
    const plan = planSeal({ ...(await inputOf(folder)), findings: [], named: [], reasons: [] });
    // Files that cannot be read as text hinder a seal; the presence of their bytes is what is asked here.
    const sure = plan.bytes ? plan : planSeal({ ...(await readableInput(folder)), findings: [], named: [] });
    if (!sure.bytes)
      throw new Error(
        `no seal: ${JSON.stringify(sure.hindrances.slice(0, 3))} ${JSON.stringify(sure.waiting.slice(0, 2))}`,
      );
    files.set(SEAL_NAME, sure.bytes);
  }
  return folder;
}

async function readableInput(folder: Folder): Promise<Awaited<ReturnType<typeof inputOf>>> {
  const input = await inputOf(folder);
  return { ...input, entries: input.entries.map((entry) => ({ ...entry, outcome: 'read' })) };
}

/** Whether the path would need a file to be a folder. */
function isBelow(path: string, taken: ReadonlySet<string>): boolean {
  const folded = foldName(path);
  for (let at = folded.indexOf('/'); at >= 0; at = folded.indexOf('/', at + 1))
    if (taken.has(folded.slice(0, at))) return true;
  for (const other of taken) if (other.startsWith(`${folded}/`)) return true;
  return false;
}

function wholeFolder(paths: readonly string[], random: Random): string | null {
  const folders = new Map<string, number>();
  for (const path of paths) {
    const at = path.lastIndexOf('/');
    if (at > 0) folders.set(path.slice(0, at + 1), (folders.get(path.slice(0, at + 1)) ?? 0) + 1);
  }
  const wide = [...folders].filter(([, count]) => count > 1 && count < paths.length).map(([folder]) => folder);
  return wide.length > 0 ? random.pick(wide) : null;
}
