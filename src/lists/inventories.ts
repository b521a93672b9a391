/** Inventories in JSON: Frictionless data packages (datapackage.json) and OCFL objects (inventory.json). */
import { numbered, Rows, type Written } from './rows.ts';
import type { Digest, FileList, ListFolder, ListReader } from './types.ts';

/** The line in which a string of JSON stands, found by its text: lists are written by machines, a string a line. */
class LineFinder {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next line that holds the string; the line of the last one where it is not found. */
  next(value: string): { readonly line: number; readonly quote: string } {
    const found = this.#text.indexOf(JSON.stringify(value), this.#at);
    if (found < 0) return { line: this.#line, quote: value };
    for (let i = this.#at; i < found; i++) if (this.#text.charCodeAt(i) === 10) this.#line++;
    this.#at = found;
    const start = this.#text.lastIndexOf('\n', found) + 1;
    const end = this.#text.indexOf('\n', found);
    return {
      line: this.#line,
      quote: this.#text.slice(start, end < 0 ? Math.min(this.#text.length, start + 240) : end).trim(),
    };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function jsonOf(folder: ListFolder, list: string, rows: Rows): Promise<{ text: string; value: unknown } | null> {
  const text = await folder.text(list);
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    rows.fault(
      'stop',
      { list, line: 1, quote: text.slice(0, 80) },
      `${list} is no JSON: nothing says what should be here`,
      'Mend it',
    );
    return null;
  }
}

const DATAPACKAGE = 'datapackage.json';

export const datapackage: ListReader = async (folder) => {
  if (!folder.files.has(DATAPACKAGE)) return null;
  const rows = new Rows(folder);
  const read = await jsonOf(folder, DATAPACKAGE, rows);
  const resources =
    read && isRecord(read.value) && Array.isArray(read.value['resources'])
      ? (read.value['resources'] as unknown[])
      : null;
  if (read && !resources)
    rows.fault(
      'stop',
      { list: DATAPACKAGE, line: 1, quote: '' },
      'datapackage.json has no list of resources',
      'Name the files under "resources"',
    );
  const lines = new LineFinder(read?.text ?? '');
  for (const resource of resources ?? []) {
    if (!isRecord(resource)) continue;
    const { path, hash, bytes } = resource;
    const paths = (Array.isArray(path) ? (path as unknown[]) : [path]).filter((one) => typeof one === 'string');
    for (const one of paths) {
      if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(one)) continue;
      rows.add({
        list: DATAPACKAGE,
        ...lines.next(one),
        path: one,
        digests: paths.length === 1 ? digestsOf(hash) : [],
        size: paths.length === 1 && typeof bytes === 'number' ? bytes : null,
      });
    }
  }
  const list = {
    form: 'data package',
    name: DATAPACKAGE,
    own: [DATAPACKAGE],
    rows: rows.rows,
    tags: [],
    faults: rows.faults,
  };
  // a package may lie in a folder with other things: it speaks for the folders of its files
  const folders = new Set(
    rows.rows.map((row) => row.path.slice(0, row.path.lastIndexOf('/') + 1)).filter((one) => one !== ''),
  );
  return rows.rows.length === 0 && rows.faults.length === 0
    ? null
    : { ...list, covers: (path) => [...folders].some((one) => path.startsWith(one)) || !path.includes('/') };
};

/** `hash` as the standard writes it: `algorithm:hex`, md5 where none is named. */
function digestsOf(hash: unknown): readonly Digest[] {
  if (typeof hash !== 'string') return [];
  const match = /^(?:([a-z0-9-]+):)?([0-9a-f]+)$/iu.exec(hash.trim());
  return match ? [{ algorithm: (match[1] ?? 'md5').toLowerCase().replace('-', ''), hex: match[2]!.toLowerCase() }] : [];
}

export const ocfl: ListReader = async (folder) => {
  const mark = [...folder.files].find((path) => /^0=ocfl_object_\d+\.\d+$/u.test(path));
  if (mark === undefined) return null;
  const name = 'inventory.json';
  const rows = new Rows(folder);
  const own = [...folder.files].filter((path) => /^(?:0=[^/]*|(?:v\d+\/)?inventory\.json(?:\.\w+)?)$/u.test(path));
  const done = (tags: readonly Written[]): FileList => {
    const sealed = new Rows(folder);
    for (const tag of tags) sealed.add(tag);
    return {
      form: 'OCFL object',
      name,
      own,
      rows: rows.rows,
      tags: sealed.rows,
      covers: (path) => /^v\d+\//u.test(path),
      faults: [...rows.faults, ...sealed.faults],
    };
  };
  if (!folder.files.has(name)) {
    rows.fault('stop', { list: mark, line: 1, quote: '' }, 'the OCFL object has no inventory.json', 'Put it back');
    return { ...done([]), name: mark };
  }
  const read = await jsonOf(folder, name, rows);
  if (!read) return done([]);
  const { value, text } = read;
  const algorithm = isRecord(value) && typeof value['digestAlgorithm'] === 'string' ? value['digestAlgorithm'] : null;
  const manifest = isRecord(value) && isRecord(value['manifest']) ? value['manifest'] : null;
  if (algorithm === null || manifest === null) {
    rows.fault(
      'stop',
      { list: name, line: 1, quote: '' },
      'inventory.json has no digestAlgorithm or no manifest',
      'Put the right inventory back',
    );
    return done([]);
  }
  const lines = new LineFinder(text);
  for (const [hex, paths] of Object.entries(manifest))
    for (const path of Array.isArray(paths) ? (paths as unknown[]) : [])
      if (typeof path === 'string')
        rows.add({ list: name, ...lines.next(path), path, digests: [{ algorithm, hex: hex.toLowerCase() }] });
  const side = `${name}.${algorithm}`;
  if (!folder.files.has(side)) {
    rows.fault(
      'stop',
      { list: name, line: 1, quote: '' },
      `there is no ${side} that vouches for the inventory`,
      'Put it back',
    );
    return done([]);
  }
  const first = [...numbered(await folder.text(side))][0]?.text ?? '';
  const hex = /^([0-9a-f]+)\s+inventory\.json\s*$/iu.exec(first)?.[1];
  if (hex === undefined) {
    rows.fault(
      'stop',
      { list: side, line: 1, quote: first },
      'the line is no digest of inventory.json',
      'Put the right one back',
    );
    return done([]);
  }
  return done([{ list: side, line: 1, quote: first, path: name, digests: [{ algorithm, hex: hex.toLowerCase() }] }]);
};
