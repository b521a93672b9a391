/** Small folders in memory for the tests of this directory: files with their texts, a few index lines, a seal or none. */
import { createHash } from 'node:crypto';
import { createDocument } from '../../core/document.ts';
import { nowhere } from '../../core/locate.ts';
import { compareText } from '../../core/order.ts';
import type { Declared, Entry, Link } from '../../core/types.ts';
import { compare, toProve } from '../compare.ts';
import { prefixOf, printOf } from '../print.ts';
import { parseSeal, printSeal } from '../seal.ts';
import type { Comparison, IndexEntry, Intent, Listing, Seal, Status } from '../types.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An entry as an examiner makes it: text where the bytes are valid UTF-8 without NUL, else bytes; Markdown links only. */
export function entryOf(path: string, content: string | Uint8Array): Entry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const hash = sha256(bytes);
  let text: string | null = null;
  try {
    text = bytes.includes(0) ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    text = null;
  }
  const links: Link[] = [];
  for (const match of (text ?? '').matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g))
    links.push({ target: match[2]!, line: 1, how: match[1] ? 'embed' : 'link' });
  const outcome = text === null ? 'bytes' : text.trim() === '' ? 'empty' : 'read';
  const document = text === null ? null : createDocument({ path, format: 'markdown', encoding: 'utf-8', text });
  return {
    path,
    bytes: bytes.length,
    sha256: hash,
    format: 'markdown',
    encoding: text === null ? null : 'utf-8',
    language: null,
    outcome,
    characters: text?.replace(/\s/g, '').length ?? 0,
    kind: 'unclear',
    role: outcome === 'bytes' ? 'attachment' : 'unclear',
    confidence: 0,
    reasons: [],
    print: printOf(bytes, hash, document, sha256),
    title: /^# (.*)/m.exec(text ?? '')?.[1] ?? null,
    links,
  };
}

export type Contents = Readonly<Record<string, string | Uint8Array>>;

export interface Line {
  readonly path: string;
  readonly declared?: Declared;
  readonly status?: Status;
  readonly from?: string;
  readonly sha256?: string;
}

/** What an index with these lines says; a path that ends in `/` is a folder. */
export function intent(lines: readonly (string | Line)[] | null): Intent {
  const entries = (lines ?? []).map((given, i): IndexEntry => {
    const line: Line = typeof given === 'string' ? { path: given } : given;
    const quote = `[${line.path}](${line.path})`;
    return {
      path: line.path,
      what: line.path.endsWith('/') ? 'folder' : 'file',
      declared: line.declared ?? 'specification',
      status: line.status ?? 'required',
      from: line.from ?? null,
      note: null,
      heading: 'Specifications',
      headingLine: 3,
      place: { ...nowhere('INDEX.md'), line: i + 5, endLine: i + 5, column: 3, quote },
      ...(line.sha256 === undefined ? {} : { sha256: line.sha256 }),
    };
  });
  const own = new Map(entries.map((entry) => [entry.path, entry]).reverse() as [string, IndexEntry][]);
  const folders = entries.filter((one) => one.what === 'folder');
  return {
    source: lines === null ? 'none' : 'index',
    indexed: entries.some((entry) => entry.declared !== 'left-out' && entry.declared !== 'not-placed'),
    contracts: lines === null ? [] : ['INDEX.md'],
    notContracts: [],
    entries,
    faults: [],
    accepted: [],
    placeholder: null,
    covers: () => true,
    declares: (path) => {
      const entry = own.get(path) ?? folders.filter((one) => path.startsWith(one.path)).at(-1);
      return entry ? { declared: entry.declared, entry } : null;
    },
  };
}

export function sealOf(contents: Contents): Seal {
  return parseSeal(
    printSeal(Object.entries(contents).map(([path, content]) => ({ path, print: entryOf(path, content).print }))),
  );
}

export interface Given {
  readonly files: Contents;
  /** null: no index. Absent: one that names every sealed file, else every file. */
  readonly lines?: readonly (string | Line)[] | null;
  /** The files as they were sealed; absent: no seal. */
  readonly sealed?: Contents;
  readonly seal?: Seal;
  readonly listing?: Partial<Listing>;
  readonly ignored?: Contents;
}

export function comparison(given: Given): Comparison {
  const seal = given.seal ?? (given.sealed ? sealOf(given.sealed) : null);
  const entries = Object.entries(given.files)
    .map(([path, content]) => entryOf(path, content))
    .sort((a, b) => compareText(a.path, b.path));
  const listing: Listing = {
    files: entries.map((entry) => ({ path: entry.path, size: entry.bytes, ignoredBy: null })),
    aliases: [],
    faults: [],
    litter: [],
    ...given.listing,
  };
  const lines = given.lines === undefined ? Object.keys(given.sealed ?? given.files) : given.lines;
  const ignored = Object.entries(given.ignored ?? {}).map(([path, content]): Entry => ({
    ...entryOf(path, content),
    outcome: 'ignored',
    why: '.gitignore:1 names it',
  }));
  const prefixes = new Map(
    toProve({ seal, entries }).map(({ path, print }) => {
      const content = given.files[path]!;
      return [path, prefixOf(typeof content === 'string' ? Buffer.from(content) : content, print)!];
    }),
  );
  return compare({ listing, intent: intent(lines), seal, entries, ignored, prefixes });
}

/** `stop altered[edited] a.md`, `look duplicate b.md < a.md`: the differences in short, sorted by path. */
export function told(given: Given): string[] {
  return comparison(given).differences.map(
    (one) =>
      `${one.level} ${one.check}${one.change ? `[${one.change}]` : ''} ${one.places[0].path}${one.from === undefined ? '' : ` < ${one.from}`}`,
  );
}
