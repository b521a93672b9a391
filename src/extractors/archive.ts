/** What is inside of archives: zip, tar, gzip. All in memory; nothing is written, no link is followed. */
import { stringOf } from '../core/document.ts';
import { decodeUtf8 } from './decode.ts';
import { gunzip } from './gzip.ts';
import { LimitError, ReadError, type Budget } from './limits.ts';
import type { Container, Inner, Reader } from './readers.ts';
import { isTar, tarEntries, type TarEntry } from './tar.ts';
import { cleanPath, nameDecoder, openZip, unsafeName, type Zip, type ZipEntry } from './zip.ts';

const OUT = 'its name leads out of the archive';
const LINK = 'it is a link to what is not in the archive';
const TWICE = 'the archive has more than one file of this name';
const DEVICE = 'it is a device and no file';

export const readZip: Reader = async (bytes, budget) => {
  const zip = await openZip(bytes, budget);
  return { text: null, inside: insideZip(zip) };
};

export const readTar: Reader = (bytes, budget) => Promise.resolve(tarContainer(bytes, budget));

export const readGzip: Reader = (bytes, budget, path) => {
  const { bytes: unpacked, name } = gunzip(bytes, budget);
  if (isTar(unpacked)) return Promise.resolve(tarContainer(unpacked, budget));
  budget.entry();
  const base = path.slice(path.lastIndexOf('/') + 1);
  const stem = base.replace(/\.(?:gz|gzip|z)$/iu, '');
  // the name on the outside counts: what it was once called tells nothing that a person sees
  const own = stem !== base && stem !== '' ? stem : (name ?? base);
  const last = own.slice(Math.max(own.lastIndexOf('/'), own.lastIndexOf('\\')) + 1);
  const inner = unsafeName(last) ? 'content' : new Names().path(last);
  return Promise.resolve({ text: null, inside: one({ path: inner, bytes: unpacked }) });
};

async function* one(inner: Inner): AsyncGenerator<Inner> {
  yield await Promise.resolve(inner);
}

async function* insideZip(zip: Zip): AsyncGenerator<Inner> {
  const names = new Names();
  const files = zip.entries.filter((entry) => !entry.directory && !isLitter(entry.name, entry.size));
  const named = new Map<string, ZipEntry[]>();
  for (const entry of files) {
    const same = named.get(entry.name);
    if (same) same.push(entry);
    else named.set(entry.name, [entry]);
  }
  let over: string | null = null;
  for (const entry of files) {
    const same = named.get(entry.name)!;
    if (entry !== same[0]) continue;
    const path = names.path(entry.name);
    const not = (why: string, outcome: 'failed' | 'limit' = 'failed'): Inner => ({
      path,
      outcome,
      why,
      size: entry.size,
    });
    if (entry.unsafe) {
      yield not(OUT);
      continue;
    }
    if (same.length > 1) {
      yield not(TWICE);
      continue;
    }
    if (over !== null) {
      yield not(over, 'limit');
      continue;
    }
    try {
      const bytes = await zip.read(entry);
      if (!entry.special) yield { path, bytes };
      else {
        const leads = await leadsTo(entry.name, bytes);
        if (leads === null || !isThere(named.keys(), leads)) yield not(LINK);
      }
    } catch (error) {
      if (error instanceof LimitError) {
        // what is spent is spent: nothing after it can be unpacked
        over = error.message;
        yield not(over, 'limit');
      } else if (error instanceof ReadError) yield not(error.message);
      else throw error;
    }
  }
}

function leadsTo(name: string, target: Uint8Array): Promise<string | null> {
  const { units, broken } = decodeUtf8(target.subarray(0, 4096));
  return Promise.resolve(broken > 0 ? null : resolve(name, stringOf(units, 0, units.length)));
}

/** A link's target as a path of the archive; null where it leads out of it. */
function resolve(name: string, target: string): string | null {
  if (target === '' || target.startsWith('/')) return null;
  const steps = name.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

function isThere(names: Iterable<string>, path: string): boolean {
  for (const name of names) if (name === path || path === '' || name.startsWith(`${path}/`)) return true;
  return false;
}

function tarContainer(bytes: Uint8Array, budget: Budget): Container {
  return { text: null, inside: insideTar(bytes, budget) };
}

async function* insideTar(bytes: Uint8Array, budget: Budget): AsyncGenerator<Inner> {
  const names = new Names();
  const entries: TarEntry[] = [];
  let broke: unknown = null;
  try {
    for (const entry of tarEntries(bytes, budget)) entries.push(entry);
  } catch (error) {
    broke = error;
  }
  const raw = entries.filter(({ name }) => name === null).map(({ rawName }) => rawName);
  const decodeName = raw.length > 0 ? await nameDecoder(raw) : null;
  const called = new Map<TarEntry, string>();
  // of two files of one name the later replaces the former: so tar appends
  const latest = new Map<string, TarEntry>();
  for (const entry of entries) {
    const own = entry.name ?? decodeName!(entry.rawName);
    const name = unsafeName(own) ? own : cleanPath(own);
    called.set(entry, name);
    if (entry.kind !== 'folder') latest.set(name, entry);
  }
  for (const [entry, name] of called) {
    if (entry.kind === 'folder' || latest.get(name) !== entry || isLitter(name, entry.bytes.length)) continue;
    const path = names.path(name);
    const not = (why: string): Inner => ({ path, outcome: 'failed', why, size: entry.bytes.length });
    if (unsafeName(name)) yield not(OUT);
    else if (entry.kind === 'file') yield { path, bytes: entry.bytes };
    else if (entry.kind === 'device') yield not(DEVICE);
    else if (entry.kind === 'sparse') yield not('it is stored with holes, which is not read here');
    else {
      const hard = unsafeName(entry.target) ? null : cleanPath(entry.target);
      const leads = resolve(name, entry.target);
      if (!(hard !== null && latest.has(hard)) && (leads === null || !isThere(latest.keys(), leads))) yield not(LINK);
    }
  }
  if (broke !== null) throw broke;
}

/** What systems leave behind in archives; a document cannot be it by these names. */
function isLitter(name: string, size: number): boolean {
  const steps = name.split('/');
  const base = steps.at(-1)!;
  if (steps.slice(0, -1).some((step) => step === '__MACOSX' || step === '.git' || step === '.svn' || step === '.hg'))
    return true;
  return base === '.DS_Store' || base === '.gitkeep' || base === '.gitattributes' || base === '.gitignore'
    ? true
    : /^(?:thumbs\.db|desktop\.ini)$/iu.test(base) || (base === '' && size === 0);
}

/** Paths of inner files: safe, and each once. */
class Names {
  readonly #taken: Set<string> = new Set();

  /** The name as a path that stays inside, and that no other file of the archive has. */
  path(name: string): string {
    const steps = name
      .replaceAll('\0', '_')
      .replace(/^[A-Za-z]:/u, (drive) => `${drive[0]!}_/`)
      .split(name.startsWith('\\') || /(?:^|\\)\.\.(?:\\|$)/u.test(name) || /^[A-Za-z]:\\/u.test(name) ? /[/\\]/u : '/')
      .filter((step) => step !== '' && step !== '.')
      .map((step) => (step === '..' ? '__' : step));
    // `!/` stands between an archive and what is inside of it
    const path = steps.map((step, i) =>
      i + 1 < steps.length && step.endsWith('!') ? `${step.slice(0, -1)}%21` : step,
    );
    const plain = path.length > 0 ? path.join('/') : 'unnamed';
    let free = plain;
    for (let i = 2; this.#taken.has(free); i++) free = `${plain}~${String(i)}`;
    this.#taken.add(free);
    return free;
  }
}
