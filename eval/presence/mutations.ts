/** What can happen to a folder, each with its one right answer (docs/presence.md). */
import { companion } from '../../src/core/companions.ts';
import { foldName } from '../../src/manifest/compare-pairs.ts';
import { isIndexName } from '../../src/manifest/intent.ts';
import type { Random } from '../random.ts';
import { sha256, spell, type Folder, type Pool, type RealFile, type Told } from './folders.ts';

export interface Mutated {
  readonly kind: Kind;
  /** The file it is about, as it was named before; for what is new, its name. */
  readonly path: string;
  /** Findings, spelled; sealed or not. */
  readonly expected: readonly string[];
}

type Kind =
  | 'missing'
  | 'extra'
  | 'sibling'
  | 'stray'
  | 'renamed'
  | 'renamed, edited'
  | 'line ends'
  | 'byte order mark'
  | 'white space'
  | 'truncated'
  | 'appended'
  | 'emptied'
  | 'replaced'
  | 'edited'
  | 'swapped'
  | 'copied'
  | 'NFC/NFD'
  | 'case'
  | 'litter'
  | 'link out';

export const KINDS: readonly Kind[] = [
  'missing',
  'extra',
  'sibling',
  'stray',
  'renamed',
  'renamed, edited',
  'line ends',
  'byte order mark',
  'white space',
  'truncated',
  'appended',
  'emptied',
  'replaced',
  'edited',
  'swapped',
  'copied',
  'NFC/NFD',
  'case',
  'litter',
  'link out',
];

/** Mutates a folder step by step. A file takes part in one mutation at most. */
export class Mutator {
  readonly #folder: Folder;
  readonly #pool: Pool;
  readonly #random: Random;
  readonly #original: ReadonlyMap<string, Uint8Array>;
  readonly #used = new Set<string>();
  readonly #names: Set<string>;
  readonly #hashes: Set<string>;

  constructor(folder: Folder, pool: Pool, random: Random) {
    this.#folder = folder;
    this.#pool = pool;
    this.#random = random;
    this.#original = new Map([...folder.files].filter(([path]) => path !== 'INDEX.md' && path !== 'INDEX.sha256'));
    this.#names = new Set([...folder.files.keys()].map(foldName));
    this.#hashes = new Set([...this.#original.values()].map(sha256));
  }

  /** Applies a mutation of this kind, if the folder has a file for it. */
  apply(kind: Kind): Mutated | null {
    switch (kind) {
      case 'missing':
        return this.#missing();
      case 'extra':
        return this.#extra(kind, this.#foreign(this.#pool.all));
      case 'sibling':
        return this.#extra(kind, this.#sibling());
      case 'stray':
        return this.#extra(kind, this.#foreign(this.#pool.strays));
      case 'renamed':
        return this.#renamed(false);
      case 'renamed, edited':
        return this.#renamed(true);
      case 'line ends':
        return this.#content(kind, 'line-endings', otherLineEnds);
      case 'byte order mark':
        return this.#content(kind, 'bom', otherMark);
      case 'white space':
        return this.#content(kind, 'whitespace', (bytes) => otherSpace(bytes, this.#random));
      case 'truncated':
        return this.#content(kind, 'truncated', (bytes) => truncated(bytes, this.#random));
      case 'appended':
        return this.#content(kind, 'appended', (bytes) => appended(bytes, this.#piece(), this.#random));
      case 'emptied':
        return this.#content(kind, 'emptied', (bytes) => (bytes.length > 0 ? Buffer.alloc(0) : null));
      case 'replaced':
        return this.#content(kind, 'replaced', (bytes) => this.#replacement(bytes));
      case 'edited':
        return this.#content(kind, 'edited', (bytes) => edited(bytes, this.#random, false));
      case 'swapped':
        return this.#swapped();
      case 'copied':
        return this.#copied();
      case 'NFC/NFD':
        return this.#form(kind, 'unicode-form', (name) =>
          name === name.normalize('NFC') ? name.normalize('NFD') : name.normalize('NFC'),
        );
      case 'case':
        return this.#form(kind, 'case', (name) => otherCase(name, this.#random));
      case 'litter':
        return this.#litter();
      case 'link out':
        return this.#linkOut();
    }
  }

  #target(fits: (path: string, bytes: Uint8Array) => boolean = () => true): string | null {
    const free = [...this.#original.keys()].filter((path) => !this.#used.has(path));
    for (let tries = 0; tries < 12 && free.length > 0; tries++) {
      const path = this.#random.pick(free);
      if (fits(path, this.#original.get(path)!)) return path;
    }
    return null;
  }

  #placed(path: string): boolean {
    return this.#folder.own.has(path) || this.#inWhole(path);
  }

  #inWhole(path: string): boolean {
    return this.#folder.whole !== null && path.startsWith(this.#folder.whole);
  }

  #done(kind: Kind, path: string, ...expected: Told[]): Mutated {
    this.#used.add(path);
    return { kind, path, expected: expected.map(spell) };
  }

  #missing(): Mutated | null {
    const path = this.#target();
    if (path === null || this.#lastOfWhole(path)) return null;
    this.#folder.files.delete(path);
    return this.#done(
      'missing',
      path,
      ...(this.#folder.sealed || this.#folder.own.has(path) ? [{ level: 'stop', check: 'missing', path }] : []),
    );
  }

  /** Without a seal an emptied folder that is named as a whole is missing itself: not asked here. */
  #lastOfWhole(path: string): boolean {
    if (!this.#inWhole(path) || this.#folder.sealed) return false;
    return [...this.#folder.files.keys()].filter((other) => this.#inWhole(other)).length < 2;
  }

  #extra(kind: Kind, file: RealFile | null): Mutated | null {
    if (!file) return null;
    const path = this.#newName(file.path);
    if (path === null) return null;
    this.#folder.files.set(path, file.bytes());
    return this.#done(kind, path, { level: 'stop', check: 'not-placed', path });
  }

  /** A document of a source that the folder is drawn from: of the same make as what lies there. */
  #sibling(): RealFile | null {
    const files = this.#pool.bySource.get(this.#random.pick([...this.#folder.sources])) ?? [];
    for (let tries = 0; tries < 8; tries++) {
      const file = this.#random.pick(files);
      const hash = sha256(file.bytes());
      if (file.bytes().length === 0 || this.#hashes.has(hash)) continue;
      this.#hashes.add(hash);
      return file;
    }
    return null;
  }

  /** A real document of another source, with content that is not here. */
  #foreign(from: readonly RealFile[], least = 1): RealFile | null {
    for (let tries = 0; tries < 20; tries++) {
      const file = this.#random.pick(from);
      if (this.#folder.sources.has(file.source) || file.bytes().length < least) continue;
      const hash = sha256(file.bytes());
      if (this.#hashes.has(hash)) continue;
      this.#hashes.add(hash);
      return file;
    }
    return null;
  }

  #renamed(edit: boolean): Mutated | null {
    const from = this.#target((_, bytes) => bytes.length > 0);
    if (from === null || this.#lastOfWhole(from)) return null;
    const before = this.#original.get(from)!;
    const now = edit ? edited(before, this.#random, true) : before;
    const path = now && this.#newName(from);
    if (!now || path === null) return null;
    this.#folder.files.delete(from);
    this.#folder.files.set(path, now);
    const expected: Told[] = this.#folder.sealed
      ? [{ level: 'stop', check: 'renamed', change: edit ? 'edited' : undefined, path, from }]
      : [
          ...(this.#folder.own.has(from) ? [{ level: 'stop', check: 'missing', path: from }] : []),
          { level: 'stop', check: 'not-placed', path },
        ];
    return this.#done(edit ? 'renamed, edited' : 'renamed', from, ...expected);
  }

  #content(kind: Kind, change: string, make: (bytes: Uint8Array) => Uint8Array | null): Mutated | null {
    let now: Uint8Array | null = null;
    const path = this.#target((_, bytes) => (now = bytes.length > 0 ? make(bytes) : null) !== null);
    if (path === null || now === null) return null;
    this.#folder.files.set(path, now);
    const sameWords = change === 'line-endings' || change === 'bom' || change === 'whitespace';
    const level = !sameWords && (this.#placed(path) || companion(path) !== 'plain') ? 'stop' : 'look';
    return this.#done(kind, path, ...(this.#folder.sealed ? [{ level, check: 'altered', change, path }] : []));
  }

  #replacement(bytes: Uint8Array): Uint8Array | null {
    return bytes.length < 200 ? null : (this.#foreign(this.#pool.all, 200)?.bytes() ?? null);
  }

  /** A piece of another document, of one line at least. */
  #piece(): Uint8Array {
    for (;;) {
      const lines = Buffer.from(this.#random.pick(this.#pool.all).bytes())
        .toString('latin1')
        .split('\n')
        .filter((line) => /\w\w/.test(line));
      if (lines.length === 0) continue;
      const start = this.#random.below(lines.length);
      return Buffer.from(`${lines.slice(start, start + 1 + this.#random.below(20)).join('\n')}\n`, 'latin1');
    }
  }

  #swapped(): Mutated | null {
    const a = this.#target((_, bytes) => bytes.length > 0);
    if (a === null) return null;
    this.#used.add(a);
    const b = this.#target((_, bytes) => bytes.length > 0);
    if (b === null) return null;
    this.#used.add(b);
    this.#folder.files.set(a, this.#original.get(b)!);
    this.#folder.files.set(b, this.#original.get(a)!);
    const [path, from] = a < b ? [a, b] : [b, a];
    const level = [a, b].some((one) => this.#placed(one) || companion(one) === null) ? 'stop' : 'look';
    return this.#done(
      'swapped',
      a,
      ...(this.#folder.sealed ? [{ level, check: 'renamed', change: 'swapped', path, from }] : []),
    );
  }

  #copied(): Mutated | null {
    const from = this.#target((_, bytes) => bytes.length > 0);
    const path = from === null ? null : this.#newName(from);
    if (from === null || path === null) return null;
    this.#folder.files.set(path, this.#original.get(from)!);
    return this.#done('copied', from, { level: 'look', check: 'duplicate', path, from });
  }

  #form(kind: Kind, change: string, rename: (name: string) => string): Mutated | null {
    const to = (from: string): string => {
      const slash = from.lastIndexOf('/') + 1;
      return from.slice(0, slash) + rename(from.slice(slash));
    };
    let path = '';
    const from = this.#target(
      (one) => (path = to(one)) !== one && Buffer.byteLength(path.slice(path.lastIndexOf('/') + 1)) < 250,
    );
    if (from === null) return null;
    this.#folder.files.delete(from);
    this.#folder.files.set(path, this.#original.get(from)!);
    const told = this.#folder.sealed || this.#folder.own.has(from);
    return this.#done(kind, from, ...(told ? [{ level: 'look', check: 'renamed', change, path, from }] : []));
  }

  #litter(): Mutated | null {
    const folder = this.#anyFolder(true);
    const name = this.#random.pick(['.DS_Store', 'Thumbs.db', '.gitkeep', 'desktop.ini', '.gitattributes']);
    if (this.#folder.litter.has(folder + name)) return null;
    this.#folder.litter.add(folder + name);
    return this.#done('litter', folder + name);
  }

  #linkOut(): Mutated | null {
    const path = this.#newName('linked.md');
    if (path === null) return null;
    this.#folder.linksOut.add(path);
    return this.#done('link out', path, { level: 'stop', check: 'link', path });
  }

  #anyFolder(sealed: boolean): string {
    const folders = new Set(['']);
    for (const path of this.#original.keys()) folders.add(path.slice(0, path.lastIndexOf('/') + 1));
    const open = [...folders].filter(
      (folder) => sealed || this.#folder.whole === null || !`${folder}x`.startsWith(this.#folder.whole),
    );
    return this.#random.pick(open.length > 0 ? open : ['']);
  }

  /** A name that no file here has or had, with the same extension: a variation, another folder, or another real name. */
  #newName(like: string): string | null {
    const base = like.slice(like.lastIndexOf('/') + 1);
    const dot = base.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ''];
    for (let tries = 0; tries < 20; tries++) {
      const other = this.#random.pick(this.#pool.all).path;
      const strange = other.slice(other.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
      const name =
        this.#random.pick([
          `${stem}-v2`,
          `${stem} (1)`,
          `Copy of ${stem}`,
          `${stem}_final`,
          `old-${stem}`,
          stem,
          strange,
          strange,
        ]) + extension;
      const path = this.#anyFolder(this.#folder.sealed) + name;
      if (
        this.#names.has(foldName(path)) ||
        companion(path) !== null ||
        isIndexName(path) ||
        name.startsWith('.') ||
        Buffer.byteLength(name) > 250
      )
        continue;
      this.#names.add(foldName(path));
      return path;
    }
    return null;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Contents. All work on bytes as Latin-1, so that every encoding comes through; null where the change cannot be made.

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const fromLatin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const denseOf = (text: string): string => text.replace(/\s+/g, '');

function isText(bytes: Uint8Array): boolean {
  return (
    bytes.indexOf(0) < 0 &&
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(5, bytes.byteLength)).toString('latin1') !== '%PDF-'
  );
}

function otherLineEnds(bytes: Uint8Array): Uint8Array | null {
  if (bytes.indexOf(0) >= 0 || bytes.indexOf(10) < 0) return null;
  const text = latin1(bytes);
  const other = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  // CR CR LF is two line ends and would become one.
  return other === text || lf(other) !== lf(text) ? null : fromLatin1(other);
}

function otherMark(bytes: Uint8Array): Uint8Array | null {
  if (bytes.indexOf(0) >= 0) return null;
  const mark = '\xef\xbb\xbf';
  const text = latin1(bytes);
  return fromLatin1(text.startsWith(mark) ? text.slice(3) : mark + text);
}

function otherSpace(bytes: Uint8Array, random: Random): Uint8Array | null {
  if (!isText(bytes)) return null;
  // A byte order mark stays where it is.
  const mark = latin1(bytes).startsWith('\xef\xbb\xbf') ? '\xef\xbb\xbf' : '';
  const text = latin1(bytes).slice(mark.length);
  if (denseOf(text) === '') return null;
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const ways = [
    () => text.replace(/\n+$/, ''),
    () => `${text}\n`,
    () => lines.with(at, `${lines[at]!.replace(/\r$/, '')}  `).join('\n'),
    () => lines.map((line) => (line.trim() === '' ? line : `    ${line}`)).join('\n'),
    () => lines.toSpliced(at, 0, '', '').join('\n'),
    () => text.replaceAll(/\n\n+/g, '\n\n\n'),
    () => lines.map((line) => line.replace(/[ \t]+$/, '')).join('\n'),
    () => text.replaceAll('. ', '.  '),
  ];
  for (let tries = 0; tries < 8; tries++) {
    const other = random.pick(ways)();
    if (lf(other) !== lf(text)) return fromLatin1(mark + other);
  }
  return null;
}

const lf = (text: string): string => text.replace(/^\xef\xbb\xbf/, '').replace(/\r\n?/g, '\n');

function truncated(bytes: Uint8Array, random: Random): Uint8Array | null {
  if (bytes.length < 128) return null;
  const left = Math.floor(bytes.length * (0.05 + 0.93 * random.next()));
  if (left < 48) return null;
  const text = latin1(bytes);
  if (isText(bytes) && (denseOf(text.slice(left)) === '' || denseOf(text.slice(0, left)) === '')) return null;
  return bytes.slice(0, left);
}

function appended(bytes: Uint8Array, piece: Uint8Array, random: Random): Uint8Array | null {
  if (bytes.length < 64) return null;
  const apart = random.next() < 0.5 ? '\n' : '';
  return Buffer.concat([bytes, Buffer.from(apart), piece]);
}

/** Words, numbers or lines changed, put in or taken out: up to three in ten lines if `many`; never only at the end. */
function edited(bytes: Uint8Array, random: Random, many: boolean): Uint8Array | null {
  if (!isText(bytes) || bytes.length < 200) return null;
  const text = latin1(bytes);
  const lines = text.split('\n');
  const full = lines.flatMap((line, i) => (/[A-Za-z0-9\x80-\xff]{2}/.test(line) ? [i] : []));
  if (full.length < 4) return null;
  const most = Math.max(1, Math.floor((many ? 0.3 : 0.2) * full.length));
  const times = 1 + random.below(Math.min(most, 40));
  const out = [...lines];
  for (let i = 0; i < times; i++) {
    const at = full[random.below(full.length)]!;
    const line = out[at]!;
    const ways = [
      () => line.replace(/\d+/, (digits) => String(Number(digits.slice(0, 6)) + 1 + random.below(99))),
      () => line.replace(/[A-Za-z]{3,}/, () => random.pick(['never', 'always', 'optional', 'forty', 'Tuesday'])),
      () => `${line.slice(0, Math.ceil(line.length / 2))} except on request ${line.slice(Math.ceil(line.length / 2))}`,
      () => `Clients ${1 + random.below(900)} may retry.\n${line}`,
      () => '',
    ];
    // Half a multi-byte character is damage, not an edit: leave lines with any to whole-line changes.
    const ascii = /^[\x00-\x7f]*$/.test(line);
    out[at] = (ascii ? random.pick(ways) : ways[3 + random.below(2)]!)();
  }
  const other = out.join('\n');
  const [a, b] = [denseOf(text), denseOf(other)];
  return a === b || a.startsWith(b) || b.startsWith(a) ? null : fromLatin1(other);
}

function otherCase(name: string, random: Random): string {
  const letters = [...name].flatMap((letter, i) => (/[A-Za-z]/.test(letter) ? [i] : []));
  if (letters.length === 0) return name;
  const all = random.next() < 0.5;
  const at = random.pick(letters);
  return [...name]
    .map((letter, i) =>
      /[A-Za-z]/.test(letter) && (all || i === at)
        ? letter === letter.toUpperCase()
          ? letter.toLowerCase()
          : letter.toUpperCase()
        : letter,
    )
    .join('');
}
