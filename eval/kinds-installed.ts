/**
 * Kinds on documents that happen to be installed on the machine: some drawn by seed from each family of files, and what
 * they are read as beside what a person said (kinds-installed.tsv, by document hash).
 * `npx tsx eval/kinds-installed.ts [--seed N] [--each N] [--show]`; `--show` prints the beginning of each, to be judged.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { analyse } from '../src/kind/index.ts';
import { read } from '../src/extractors/index.ts';
import { random } from './random.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261124' },
    each: { type: 'string', default: '6' },
    show: { type: 'boolean', default: false },
  },
});

/** Families of files, by path; the first that fits takes a file. */
const FAMILIES: readonly (readonly [name: string, path: RegExp])[] = [
  ['man page, translated', /^\/usr\/share\/man\/(?!man)[\w@.]+\/man\d\/[^/]+\.gz$/],
  ['man page', /^\/usr\/share\/man\/man\d\/[^/]+\.gz$/],
  ['licence', /\/(?:licen[cs]e[^/]*|copying[^/]*|copyright)$/i],
  ['changelog', /\/(?:changelog|changes|news|history)[^/]*$/i],
  ['README', /\/readme[^/]*$/i],
  ['package page, other language', /[._-](?:zh|cn|ja|jp|ko|kr|ru|fr|de|es|pt|br|it|tr|pl)[\w-]*\.(?:md|rst|txt)$/i],
  ['Markdown', /\.(?:md|markdown)$/i],
  ['reStructuredText', /\.rst(?:\.txt)?$/i],
  ['plain text', /\.txt$/i],
  ['page of HTML', /\.html?$/i],
];
const ROOTS = ['/usr/share/doc', '/usr/share/man', '/usr/lib', '/usr/share', '/usr/local', '/usr/src', '/root', '/opt'];

/** What tests are fed with is no document. */
const NO_DOCUMENT = /\/(?:tests?|testdata|test_data|fixtures|data|snapshots)\//;

/** Files that were written by the same people: by the first folders, and for man pages by the first word of the name. */
function collectionOf(path: string): string {
  if (path.startsWith('/usr/share/man/')) return path.replace(/^.*\/man\d\/([a-z0-9]+).*$/i, '$1');
  const parts = path.split('/');
  const at = parts.findLastIndex((part) => /^(?:node_modules|site-packages|doc|html|gems|share|src)$/.test(part));
  return parts.slice(0, Math.max(at, 3) + 2).join('/');
}

const listed = execFileSync(
  'find',
  [...ROOTS.filter((root) => existsSync(root)), '-xdev', '-type', 'f', '-size', '+0', '-size', '-400k', '-print0'],
  { encoding: 'latin1', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] },
);
const paths = [...new Set(listed.split('\0').filter((path) => path !== '' && !NO_DOCUMENT.test(path)))].sort();
const labels = readTable();
const chance = random(Number(values.seed));
const counts = { judged: 0, unclear: 0, wrong: 0, kind: 0 };
for (const [family, pattern] of FAMILIES) {
  const rest = FAMILIES.slice(
    0,
    FAMILIES.findIndex(([name]) => name === family),
  ).map(([, other]) => other);
  const candidates = paths.filter((path) => pattern.test(path) && !rest.some((other) => other.test(path)));
  // A collection first, then a file of it: else one with ten thousand pages of one template is all that is drawn.
  const collections = new Map<string, string[]>();
  for (const path of candidates) {
    const key = collectionOf(path);
    const list = collections.get(key);
    if (list) list.push(path);
    else collections.set(key, [path]);
  }
  const names = [...collections.keys()];
  for (let drawn = 0, tries = 0; drawn < Number(values.each) && tries < 200 && names.length > 0; tries++) {
    const file = chance.pick(collections.get(names.splice(chance.below(names.length), 1)[0]!)!);
    let bytes: Uint8Array = readFileSync(Buffer.from(file, 'latin1'));
    const path = file.replace(/\.gz$/, '').replace(/^\//, '');
    if (path.length + 1 < file.length) bytes = gunzipSync(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const reading = await read({ path, bytes, sha256 });
    if (reading.outcome !== 'read' || !('document' in reading) || reading.document.units.length < 300) continue;
    drawn++;
    const { reading: is, sure } = analyse(reading.document);
    const label = labels.get(sha256);
    const fits = label && (is.role === 'unclear' || label.roles.includes(is.role));
    if (label) {
      counts.judged++;
      if (is.role === 'unclear') counts.unclear++;
      else if (!fits) counts.wrong++;
      if (is.kind === label.kind) counts.kind++;
    }
    console.log(
      `${label ? (fits ? 'ok   ' : 'WRONG') : 'new  '}\t${sha256.slice(0, 12)}\t${family}\t${file}\t${is.role}${sure ? ' (sure)' : ''}, ${is.kind}\t${label ? `${label.roles.join(' or ')}, ${label.kind}` : ''}`,
    );
    if (values.show) console.log(`    ${JSON.stringify(reading.document.slice(0, 400))}\n    sha256 ${sha256}\n`);
  }
}
console.log(
  `${counts.judged} judged: ${counts.unclear} unclear, ${counts.wrong} of a wrong role; kind right in ${counts.kind}`,
);

/** By hash: the roles that a person would accept, and the kind. */
function readTable(): ReadonlyMap<string, { readonly roles: readonly string[]; readonly kind: string }> {
  const file = new URL('kinds-installed.tsv', import.meta.url);
  if (!existsSync(file)) return new Map();
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [sha256, roles, kind] = line.split('\t');
      return [sha256!, { roles: roles!.split('|'), kind: kind! }];
    }),
  );
}
