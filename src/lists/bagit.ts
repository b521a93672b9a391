/** BagIt bags (RFC 8493, and the drafts 0.93 to 0.97 before it): manifests of the payload, of the tag files, fetch.txt. */
import { displayPath } from '../manifest/paths.ts';
import { linePlace, numbered, Rows } from './rows.ts';
import type { Digest, FileList, ListFolder, ListReader } from './types.ts';

const MANIFEST = /^(tag)?manifest-([a-z0-9]+)\.txt$/u;
const PAYLOAD = 'data/';
const OWN: ReadonlySet<string> = new Set(['bagit.txt', 'bag-info.txt', 'package-info.txt', 'fetch.txt']);

export const bagit: ListReader = async (folder) => {
  const top = [...folder.files].filter((path) => !path.includes('/'));
  const manifests = top.filter((path) => MANIFEST.exec(path)?.[1] === undefined && MANIFEST.test(path)).sort();
  const tagManifests = top.filter((path) => MANIFEST.exec(path)?.[1] !== undefined).sort();
  const declared = folder.files.has('bagit.txt');
  const payload = [...folder.files].some((path) => path.startsWith(PAYLOAD));
  if (!declared && (manifests.length === 0 || !payload)) return null;

  const rows = new Rows(folder, PAYLOAD);
  const version = declared ? await readDeclaration(folder, rows) : null;
  if (!declared)
    rows.fault('stop', { list: manifests[0]!, line: 1, quote: '' }, 'the bag has no bagit.txt', 'Put bagit.txt back');
  // from 1.0 on, every manifest names every file, each once
  const strict = version !== null && version >= 1;
  const sets = new Map<string, Set<string>>();
  for (const name of manifests) sets.set(name, await readManifest(folder, rows, name, strict));
  if (manifests.length === 0)
    rows.fault(
      'stop',
      { list: 'bagit.txt', line: 1, quote: '' },
      'the bag has no manifest of its files',
      'Make the bag anew: nothing says what it should hold',
    );
  if (strict)
    for (const [name, set] of sets)
      for (const row of rows.rows)
        if (!set.has(row.path))
          rows.faults.push({
            level: 'stop',
            message: `${name} does not name ${displayPath(row.path)}, which ${row.list} names`,
            next: 'Make the manifests anew: each has to name every file',
            place: linePlace(name, 1, ''),
            related: [{ ...linePlace(row.list, row.line, row.quote), note: 'the line that names it' }],
          });

  if (folder.files.has('fetch.txt')) await readFetch(folder, rows);
  const tags = new Rows(folder);
  for (const name of tagManifests) await readManifest(folder, tags, name, strict);
  const own = top.filter((path) => MANIFEST.test(path) || OWN.has(path));
  return {
    form: 'BagIt bag',
    name: manifests[0] ?? 'bagit.txt',
    own,
    rows: rows.rows,
    tags: tags.rows,
    covers: (path) => path.startsWith(PAYLOAD),
    faults: [...rows.faults, ...tags.faults],
  } satisfies FileList;
};

/** Reads bagit.txt and says the version; null where it cannot be told. */
async function readDeclaration(folder: ListFolder, rows: Rows): Promise<number | null> {
  const list = 'bagit.txt';
  const bytes = await folder.bytes(list);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    rows.fault(
      'stop',
      { list, line: 1, quote: '' },
      'bagit.txt begins with a byte order mark, which BagIt forbids',
      'Save it without one',
    );
  const [first, second, ...more] = [...numbered(await folder.text(list))].filter((one) => one.text.trim() !== '');
  const quote = first?.text ?? '';
  const loose = /^BagIt-Version\s*:\s*(\S+)\s*$/u.exec(quote);
  const written = loose?.[1] ?? '';
  if (!/^\d+\.\d+$/u.test(written)) {
    rows.fault(
      'stop',
      { list, line: 1, quote },
      'bagit.txt does not begin with a version such as "BagIt-Version: 1.0"',
      'Write the version of BagIt there',
    );
    return null;
  }
  const version = Number(written);
  if (version >= 1 && !/^BagIt-Version: \S+$/u.test(quote))
    rows.fault(
      'stop',
      { list, line: 1, quote },
      'a colon and one space have to stand behind BagIt-Version',
      'Mend the line',
    );
  const encoding = second?.text ?? '';
  if (!/^Tag-File-Character-Encoding\s*:\s*\S+\s*$/u.test(encoding))
    rows.fault(
      'stop',
      { list, line: 2, quote: encoding },
      'bagit.txt does not say Tag-File-Character-Encoding in its second line',
      'Write "Tag-File-Character-Encoding: UTF-8" there',
    );
  else if (version >= 1 && !/^Tag-File-Character-Encoding: \S+$/u.test(encoding))
    rows.fault(
      'stop',
      { list, line: 2, quote: encoding },
      'a colon and one space have to stand behind Tag-File-Character-Encoding',
      'Mend the line',
    );
  if (version >= 1 && more.length > 0)
    rows.fault(
      'look',
      { list, line: more[0]!.line, quote: more[0]!.text },
      'bagit.txt has more than its two lines',
      'Take the others out',
    );
  return version;
}

/** Adds the rows of one manifest; the paths that it names. */
async function readManifest(folder: ListFolder, rows: Rows, list: string, strict: boolean): Promise<Set<string>> {
  const algorithm = MANIFEST.exec(list)![2]!;
  const named = new Set<string>();
  const starred: { line: number; quote: string }[] = [];
  const dotted: { line: number; quote: string }[] = [];
  for (const { line, text } of numbered(await folder.text(list))) {
    if (text.trim() === '') continue;
    const match = /^\s*([0-9a-f]+)[ \t]+(\*?)(.+)$/iu.exec(text);
    const written = { list, line, quote: text };
    if (!match) {
      rows.fault('stop', written, 'the line is no digest with a path behind it', 'Mend the line');
      continue;
    }
    const path = match[3]!;
    if (match[2] === '*') starred.push({ line, quote: text });
    else if (path.startsWith('./')) dotted.push({ line, quote: text });
    const digest: Digest = { algorithm, hex: match[1]!.toLowerCase() };
    rows.add({ ...written, path, digests: [digest] }, strict);
    named.add(path.replace(/^(?:\.\/)+/u, ''));
    const decoded = path.replace(/%(25|0a|0d)/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (decoded !== path && folder.files.has(decoded)) named.add(decoded);
  }
  if (starred[0])
    rows.fault(
      'look',
      { list, ...starred[0] },
      `${lines(starred.length)} a star before the path, as md5sum writes it: some tools take it for a part of the name`,
      'Take the stars out',
    );
  if (dotted[0])
    rows.fault('look', { list, ...dotted[0] }, `${lines(dotted.length)} ./ before the path`, 'Take ./ out');
  return named;
}

function lines(count: number): string {
  return count === 1 ? 'the line has' : `${String(count)} lines have`;
}

/** Only says where lines of fetch.txt lead to: nothing is fetched. A file that is not here yet is missing by its manifest. */
async function readFetch(folder: ListFolder, rows: Rows): Promise<void> {
  const list = 'fetch.txt';
  for (const { line, text } of numbered(await folder.text(list))) {
    if (text.trim() === '') continue;
    const match = /^(\S+)[ \t]+(-|\d+)[ \t]+(.+)$/u.exec(text);
    const written = { list, line, quote: text };
    if (!match)
      rows.fault('stop', written, 'the line is no address with a length and a path behind it', 'Mend the line');
    else rows.path({ ...written, path: match[3]! });
  }
}
