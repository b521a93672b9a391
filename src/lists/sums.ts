/** Lists of checksums: sha256sum and its kin, in GNU and BSD form, and hashdeep. */
import { everything, numbered, Rows, speaksFor } from './rows.ts';
import type { Digest, FileList, ListFolder, ListReader } from './types.ts';

const NAME =
  /^(?:(?:sha(?:1|224|256|384|512)|md5|b2)sums?(?:\.(?:txt|asc))?|checksums?(?:\.(?:txt|sha256|sha512|sha1|md5))?|[^/]*\.(?:sha(?:1|224|256|384|512)|md5|b2)(?:sums?)?)$/iu;
const HASHDEEP = /^%{4} HASHDEEP-1\./u;
/** The algorithm by the number of its hexadecimal digits. */
const BY_LENGTH: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

export const sums: ListReader = async (folder) => {
  const top = [...folder.files]
    .filter((path) => !path.includes('/') && NAME.test(path) && path !== 'INDEX.sha256')
    .sort();
  if (top.length === 0) return null;
  const rows = new Rows(folder);
  for (const name of top) {
    const text = await folder.text(name);
    if (!HASHDEEP.test(text)) readSums(text, name, rows);
  }
  const list: FileList = everything({
    form: 'list of checksums',
    name: top[0]!,
    own: top,
    rows: rows.rows,
    tags: [],
    faults: rows.faults,
  });
  return speaksFor(folder, list.rows, top) ? list : null;
};

function readSums(text: string, list: string, rows: Rows): void {
  // a signed list: what stands before and behind is not of the list
  const signed = text.includes('-----BEGIN PGP SIGNED MESSAGE-----');
  for (const { line, text: row } of numbered(text)) {
    if (signed && row.startsWith('-----BEGIN PGP SIGNATURE')) return;
    if (
      row.trim() === '' ||
      row.startsWith('#') ||
      row.startsWith('-----BEGIN PGP') ||
      (signed && row.startsWith('Hash: '))
    )
      continue;
    const written = { list, line, quote: row };
    const gnu = /^(\\?)([0-9a-f]{32,128})(?: [ *]|\t)(.+)$/iu.exec(row);
    const bsd = gnu ? null : /^([A-Z0-9/-]{2,12}) \((.+)\) = ([0-9a-f]{32,128})$/iu.exec(row);
    const hex = (gnu?.[2] ?? bsd?.[3] ?? '').toLowerCase();
    const algorithm = bsd
      ? bsd[1]!.toLowerCase().replace('blake2b', 'blake2b512')
      : /(?:^|\.)b2/iu.test(list)
        ? 'blake2b512'
        : BY_LENGTH[hex.length];
    if ((!gnu && !bsd) || algorithm === undefined) {
      rows.fault('stop', written, 'the line is no checksum with a file behind it', 'Mend the line, or take it out');
      continue;
    }
    const name = bsd ? bsd[2]! : gnu![3]!;
    const path =
      gnu && gnu[1] !== ''
        ? name.replace(/\\([\\nr])/gu, (_, c: string) => (c === 'n' ? '\n' : c === 'r' ? '\r' : '\\'))
        : name;
    rows.add({ ...written, path, digests: [{ algorithm, hex }] });
  }
}

export const hashdeep: ListReader = async (folder) => {
  for (const path of [...folder.files].sort()) {
    if (
      path.includes('/') ||
      !/(?:hashdeep|hashes|md5deep|sha256deep|audit|checksums?|manifest)[^/]*(?:\.(?:txt|csv|hd))?$|\.(?:hashdeep|hash|hd)$/iu.test(
        path,
      )
    )
      continue;
    const text = await folder.text(path);
    if (HASHDEEP.test(text)) return readHashdeep(folder, text, path);
  }
  return null;
};

function readHashdeep(folder: ListFolder, text: string, name: string): FileList {
  const rows = new Rows(folder);
  let columns: readonly string[] = [];
  const read: {
    readonly line: number;
    readonly quote: string;
    readonly path: string;
    readonly digests: readonly Digest[];
    readonly size: number | null;
  }[] = [];
  for (const { line, text: row } of numbered(text)) {
    if (row.startsWith('%%%% ')) {
      const names = row.slice(5).split(',');
      if (names.at(-1) === 'filename') columns = names;
      continue;
    }
    if (row.trim() === '' || row.startsWith('##')) continue;
    const fields = row.split(',');
    if (columns.length < 2 || fields.length < columns.length) {
      rows.fault(
        'stop',
        { list: name, line, quote: row },
        'the line has fewer fields than the head of the list names',
        'Mend the line, or take it out',
      );
      continue;
    }
    const size = Number(fields[0]);
    read.push({
      line,
      quote: row,
      path: fields.slice(columns.length - 1).join(','),
      digests: columns.slice(1, -1).map((algorithm, i) => ({ algorithm, hex: fields[i + 1]!.toLowerCase() })),
      size: columns[0] === 'size' && Number.isSafeInteger(size) ? size : null,
    });
  }
  const base = commonFolder(read.map((one) => one.path));
  for (const one of read)
    rows.add({
      ...one,
      list: name,
      path: one.path.slice(base.length).replaceAll('\\', base.includes('\\') ? '/' : '\\'),
    });
  return everything({ form: 'hashdeep list', name, own: [name], rows: rows.rows, tags: [], faults: rows.faults });
}

/** hashdeep writes whole paths unless it is told not to: what all have in common is where the folder was. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (!/^(?:\/|[A-Za-z]:\\)/u.test(first)) return '';
  let length = first.length;
  for (const path of paths) while (!path.startsWith(first.slice(0, length))) length--;
  return first.slice(0, Math.max(first.lastIndexOf('/', length - 1), first.lastIndexOf('\\', length - 1)) + 1);
}
