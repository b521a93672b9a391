import { describe, expect, test } from 'vitest';
import type { Finding } from '../core/types.ts';
import { compareText } from '../core/order.ts';
import { nowhere } from '../core/locate.ts';
import { parseSeal } from './seal.ts';
import { planSeal, type SealPlan } from './seal-plan.ts';
import { entryOf, intent, sealOf, type Contents, type Line } from './testing/set.ts';

const text = (name: string): string =>
  `# ${name}\n\n${Array.from({ length: 12 }, (_, i) => `${name} must do thing ${i * name.length} within ${i} seconds.`).join('\n')}\n`;
const SET: Contents = { 'a.md': text('alpha'), 'b.md': text('bravo') };

interface Given {
  readonly files: Contents;
  readonly sealed?: Contents;
  readonly lines?: readonly (string | Line)[];
  readonly named?: readonly string[] | 'all';
  readonly findings?: readonly Finding[];
}

function plan({ files, sealed, lines = Object.keys(SET), named = [], findings = [] }: Given): SealPlan {
  const entries = Object.entries(files)
    .map(([path, content]) => entryOf(path, content))
    .sort((a, b) => compareText(a.path, b.path));
  const listing = {
    files: entries.map((entry) => ({ path: entry.path, size: entry.bytes, ignoredBy: null })),
    aliases: [],
    faults: [],
    litter: [],
  };
  return planSeal({
    listing,
    intent: intent(lines),
    seal: sealed ? sealOf(sealed) : null,
    entries,
    ignored: [],
    findings,
    named,
  });
}

const sealedIn = (made: SealPlan): Record<string, string> =>
  Object.fromEntries(parseSeal(made.bytes!).files.map((file) => [file.path, file.print.sha256]));
const hash = (content: string): string => entryOf('x', content).sha256;

test('the first seal holds placed files, companions and linked attachments, and nothing else', () => {
  const made = plan({
    files: {
      ...SET,
      'b.md': `${SET['b.md']}![x](x.png)\n`,
      'x.png': new Uint8Array([0, 1]),
      LICENSE: 'MIT\n',
      'old.md': 'old\n',
    },
    lines: [...Object.keys(SET), { path: 'old.md', declared: 'left-out' }],
  });
  expect(made).toMatchObject({ added: ['LICENSE', 'a.md', 'b.md', 'x.png'], hindrances: [], waiting: [], same: false });
  expect(Object.keys(sealedIn(made))).toEqual(['LICENSE', 'a.md', 'b.md', 'x.png']);
});

describe('changes since the last seal', () => {
  const changed = { ...SET, 'a.md': `${SET['a.md']}More.\n` };

  test('unnamed, they are listed and nothing is written', () => {
    expect(plan({ files: changed, sealed: SET })).toMatchObject({
      bytes: null,
      waiting: [{ check: 'altered', change: 'appended' }],
      hindrances: [],
    });
  });

  test('named, or all of them, they are sealed', () => {
    const made = plan({ files: changed, sealed: SET, named: ['a.md'] });
    expect(made).toMatchObject({ waiting: [], resealed: [{ places: [{ path: 'a.md' }] }] });
    expect(sealedIn(made)['a.md']).toBe(hash(changed['a.md']));
    expect(plan({ files: changed, sealed: SET, named: 'all' }).bytes).toEqual(made.bytes);
  });

  test('another one stays as it was sealed', () => {
    const made = plan({ files: { ...changed, 'b.md': 'x' }, sealed: SET, named: ['a.md'] });
    expect(sealedIn(made)).toEqual({ 'a.md': hash(changed['a.md']), 'b.md': hash(SET['b.md'] as string) });
    expect(made.waiting.map((one) => one.places[0].path)).toEqual(['b.md']);
  });

  test('a gone file: named it is dropped, if no line asks for it', () => {
    const gone = { files: { 'a.md': SET['a.md']! }, sealed: SET };
    expect(plan({ ...gone, lines: ['a.md'] })).toMatchObject({ bytes: null, waiting: [{ check: 'missing' }] });
    expect(plan({ ...gone, lines: ['a.md'], named: ['b.md'] })).toMatchObject({ dropped: ['b.md'], waiting: [] });
    expect(plan({ ...gone, named: ['b.md'] })).toMatchObject({ bytes: null, hindrances: [{ path: 'b.md' }] });
    expect(plan({ ...gone, lines: ['a.md', { path: 'b.md', declared: 'left-out' }] })).toMatchObject({
      dropped: ['b.md'],
      hindrances: [],
      waiting: [],
    });
  });

  test('a new name needs its line', () => {
    const renamed = { files: { 'a.md': SET['a.md']!, 'c.md': SET['b.md']! }, sealed: SET };
    expect(plan({ ...renamed, named: ['c.md'] })).toMatchObject({ bytes: null, hindrances: [{ path: 'c.md' }] });
    expect(plan({ ...renamed, lines: ['a.md', 'c.md'] })).toMatchObject({
      bytes: null,
      waiting: [{ check: 'renamed' }],
    });
    const made = plan({ ...renamed, lines: ['a.md', 'c.md'], named: ['c.md'] });
    expect(Object.keys(sealedIn(made))).toEqual(['a.md', 'c.md']);
    expect(made.resealed).toHaveLength(1);
  });

  test('two that changed places', () => {
    const swapped = { files: { 'a.md': SET['b.md']!, 'b.md': SET['a.md']! }, sealed: SET };
    expect(plan(swapped)).toMatchObject({ bytes: null, waiting: [{ change: 'swapped' }] });
    expect(sealedIn(plan({ ...swapped, named: ['b.md'] }))).toEqual({
      'a.md': hash(SET['b.md'] as string),
      'b.md': hash(SET['a.md'] as string),
    });
  });

  test('names that mean nothing are told', () => {
    expect(plan({ files: SET, sealed: SET, named: ['nope.md', 'a.md'] }).unknown).toEqual(['nope.md']);
  });
});

describe('new files', () => {
  test('with a line of its own a file is added', () => {
    expect(
      plan({ files: { ...SET, 'c.md': text('charlie') }, sealed: SET, lines: ['a.md', 'b.md', 'c.md'] }),
    ).toMatchObject({ added: ['c.md'], waiting: [] });
  });

  test('in a folder named as a whole, and instructions to an agent, wait for their names', () => {
    const given = {
      files: { ...SET, 'docs/c.md': text('charlie'), 'AGENTS.md': 'Do it.\n' },
      sealed: SET,
      lines: ['a.md', 'b.md', 'docs/'],
    };
    expect(plan(given)).toMatchObject({
      bytes: null,
      waiting: [{ check: 'not-placed' }, { check: 'not-placed' }],
      hindrances: [],
    });
    expect(plan({ ...given, named: ['docs/', 'AGENTS.md'] })).toMatchObject({
      added: ['AGENTS.md', 'docs/c.md'],
      waiting: [],
    });
  });

  test('one that nothing names hinders', () => {
    expect(plan({ files: { ...SET, 'c.md': text('charlie') }, sealed: SET, named: 'all' })).toMatchObject({
      bytes: null,
      hindrances: [{ path: 'c.md' }],
    });
  });
});

test('what else keeps the folder from READY hinders', () => {
  const finding: Finding = {
    check: 'cut-off',
    level: 'stop',
    message: 'cut',
    next: null,
    place: nowhere('a.md'),
    related: [],
    fingerprint: '00000000',
  };
  expect(plan({ files: SET, findings: [finding] })).toMatchObject({
    bytes: null,
    hindrances: [{ path: 'a.md', message: 'cut' }],
  });
  expect(
    plan({ files: SET, findings: [{ ...finding, accepted: { reason: 'r', by: null, on: null, line: 1 } }] }).bytes,
  ).not.toBeNull();
  expect(plan({ files: SET, lines: [] })).toMatchObject({ bytes: null, hindrances: [{ path: '.' }] });
});

test('the same folder again gives the same bytes', () => {
  const made = plan({ files: SET });
  expect(plan({ files: SET, sealed: SET })).toMatchObject({ same: true, bytes: made.bytes });
});
