/** Damage to the index or the seal never makes a folder READY that was not: a stop stays, or nothing is declared at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../core/order.ts';
import { compare, toProve } from './compare.ts';
import { intentOf } from './intent.ts';
import { prefixOf } from './print.ts';
import { parseSeal, printSeal } from './seal.ts';
import { entryOf, type Contents } from './testing/set.ts';

const FULL = process.env['SEEDCHECK_FULL'] === '1';

const page = (name: string): string =>
  `# ${name}\n\n${Array.from({ length: 9 }, (_, i) => `The ${name} must answer ${i * name.length} requests.`).join('\n')}\n`;
const SET: Contents = {
  'interface/http-api.md': page('interface'),
  'session-tokens.md': page('session'),
  'rate-limits.md': page('limit'),
  'background-study.md': page('study'),
  'names with space.md': page('space'),
  'README.md': page('readme'),
};
const INDEX = `# Payments service

> One sentence: what is to be built from these documents.

## Specifications
- [HTTP interface](interface/http-api.md): every endpoint and error
- [Sessions](session-tokens.md)
- [Limits](rate-limits.md)

## Background
- [Study](background-study.md)
- [Space](names%20with%20space.md)

## Left out
- [Old interface](interface/api-version-one.md): superseded
`;
const SEAL = printSeal(Object.entries(SET).map(([path, content]) => ({ path, print: entryOf(path, content).print })));

const without = (path: string): Contents => Object.fromEntries(Object.entries(SET).filter(([other]) => other !== path));
const BAD: readonly Contents[] = [
  without('session-tokens.md'),
  { ...SET, 'rate-limits.md': page('limit').slice(0, 150) },
  { ...SET, 'rate-limits.md': page('limit').replace('15', '51') },
  { ...SET, 'unheard-of-news.md': page('mayor') },
  { ...without('background-study.md'), 'another-name-of-it.md': SET['background-study.md']! },
  { ...SET, 'session-tokens.md': SET['rate-limits.md']!, 'rate-limits.md': SET['session-tokens.md']! },
  { ...SET, 'names with space.md': '' },
];

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Whether the folder might be called READY, as far as index and seal decide. */
function mayBeReady(files: Contents, index: Uint8Array, sealBytes: Uint8Array): boolean {
  const text = decode(index);
  if (text === null) return false; // exit 2: it cannot be decoded
  const paths = [...Object.keys(files), 'INDEX.md', 'INDEX.sha256'].sort(compareText);
  const seal = parseSeal(sealBytes);
  const intent = intentOf({ files: paths, indexes: new Map([['INDEX.md', text]]), hasSeal: true });
  if (!intent.indexed) return false; // CANNOT TELL
  const entries = Object.entries(files)
    .map(([path, content]) => entryOf(path, content))
    .sort((a, b) => compareText(a.path, b.path));
  const prefixes = new Map(
    toProve({ seal, entries }).map(({ path, print }) => [path, prefixOf(Buffer.from(files[path]!), print)!]),
  );
  const listing = {
    files: paths.map((path) => ({ path, size: 0, ignoredBy: null })),
    aliases: [],
    faults: [],
    litter: [],
  };
  return !compare({ listing, intent, seal, entries, ignored: [], prefixes }).differences.some(
    (one) => one.level === 'stop',
  );
}

type Damage = (bytes: Uint8Array) => Uint8Array;
const at = (bytes: Uint8Array, share: number): number => Math.min(bytes.length, Math.floor(share * (bytes.length + 1)));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const byLine =
  (change: (lines: string[], i: number, j: number) => string[]) =>
  (a: number, b: number): Damage =>
  (bytes) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    return Buffer.from(change(lines, Math.floor(a * lines.length), Math.floor(b * lines.length)).join('\n'), 'latin1');
  };
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([where, value]): Damage =>
      (bytes) =>
        bytes.length === 0 ? bytes : bytes.with(Math.min(bytes.length - 1, at(bytes, where)), value),
  ),
  fc.tuple(share, fc.nat(7)).map(([where, bit]): Damage => (bytes) => {
    if (bytes.length === 0) return bytes;
    const i = Math.min(bytes.length - 1, at(bytes, where));
    return bytes.with(i, bytes[i]! ^ (1 << bit));
  }),
  share.map(
    (where): Damage =>
      (bytes) =>
        bytes.slice(0, at(bytes, where)),
  ),
  share.map(
    (where): Damage =>
      (bytes) =>
        bytes.slice(at(bytes, where)),
  ),
  fc.tuple(share, share).map(
    ([a, b]): Damage =>
      (bytes) =>
        Buffer.concat([bytes.slice(0, at(bytes, Math.min(a, b))), bytes.slice(at(bytes, Math.max(a, b)))]),
  ),
  fc.tuple(share, fc.uint8Array({ maxLength: 12 })).map(
    ([where, more]): Damage =>
      (bytes) =>
        Buffer.concat([bytes.slice(0, at(bytes, where)), more, bytes.slice(at(bytes, where))]),
  ),
  fc
    .tuple(share, share)
    .map(([a, b]) => byLine((lines, i, j) => lines.toSpliced(Math.min(i, j), Math.abs(i - j)))(a, b)),
  share.map((a) => byLine((lines, i) => lines.toSpliced(i, 1))(a, 0)),
  share.map((a) => byLine((lines, i) => lines.toSpliced(i, 0, lines[i] ?? ''))(a, 0)),
  fc.constant<Damage>((bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1')),
  fc.constant<Damage>((bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').toUpperCase(), 'latin1')),
);

test('undamaged, each of the folders has a stop, and the sealed one has none', () => {
  expect(mayBeReady(SET, Buffer.from(INDEX), SEAL)).toBe(true);
  for (const files of BAD) expect(mayBeReady(files, Buffer.from(INDEX), SEAL)).toBe(false);
});

test('damaged, none of them may be READY', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BAD),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('index', 'seal', 'both'),
      (files, damages, where) => {
        const damaged = (bytes: Uint8Array): Uint8Array => damages.reduce((so, one) => one(so), bytes);
        const index = where === 'seal' ? Buffer.from(INDEX) : damaged(Buffer.from(INDEX));
        const seal = where === 'index' ? SEAL : damaged(SEAL);
        if (mayBeReady(files, index, seal))
          throw new Error(`READY with\n${Buffer.from(index).toString()}\nand\n${Buffer.from(seal).toString('latin1')}`);
      },
    ),
    { numRuns: FULL ? 30_000 : 1000 },
  );
});
