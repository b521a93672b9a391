import { describe, expect, it } from 'vitest';
import { parseExpectList, rowsOf } from '../lists/expect-list.ts';
import { PLACEHOLDER } from './index-file.ts';
import { intentOf, readExpectation, type IntentInput } from './intent.ts';
import type { Intent } from './types.ts';

function of(
  files: readonly string[],
  indexes: Readonly<Record<string, string>>,
  more: Partial<IntentInput> = {},
): Intent {
  const all = [...new Set([...files, ...Object.keys(indexes)])];
  return intentOf({ files: all, indexes: new Map(Object.entries(indexes)), hasSeal: false, ...more });
}

const faults = (intent: Intent): readonly string[] =>
  intent.faults.map((fault) => `${fault.level} ${fault.place.path}:${fault.place.line ?? '-'}`);
const says = (intent: Intent, ...paths: string[]): readonly (string | null)[] =>
  paths.map((path) => intent.declares(path)?.declared ?? null);

describe('recognising the contract', () => {
  const role = '## Specifications\n- [a](a.md)\n';
  it.each([
    ['a role heading with an entry', { 'INDEX.md': role }, false, ['INDEX.md']],
    ['index.md too', { 'index.md': role }, false, ['index.md']],
    ['not placed is a role too', { 'INDEX.md': '## Not placed\n- [a](a.md)\n' }, false, ['INDEX.md']],
    ['the placeholder', { 'INDEX.md': `# T\n${PLACEHOLDER}\n` }, false, ['INDEX.md']],
    ['a seal beside it', { 'INDEX.md': '# T\n' }, true, ['INDEX.md']],
    ['no entry', { 'INDEX.md': '## Specifications\nnone yet\n' }, false, []],
    ['no role', { 'INDEX.md': '## Docs\n- [a](a.md)\n' }, false, []],
    ['a slip of the pen', { 'INDEX.md': '## Specificatins\n- [a](a.md)\n' }, false, ['INDEX.md']],
    ['INDEX.md wins as a document only', { 'INDEX.md': '# A page\n', 'index.md': role }, false, ['index.md']],
    ['with a seal INDEX.md wins', { 'INDEX.md': '# A page\n', 'index.md': '# Another\n' }, true, ['INDEX.md']],
  ])('%s', (_, indexes, hasSeal, contracts) => {
    const intent = of(['a.md'], indexes, { hasSeal });
    expect(intent.contracts).toEqual(contracts);
    expect(intent.notContracts.map(({ path }) => path)).toEqual(
      Object.keys(indexes).filter((path) => !contracts.includes(path)),
    );
    expect(intent.source).toBe(contracts.length > 0 ? 'index' : 'none');
  });

  it('two are a stop, and INDEX.md is read', () => {
    const intent = of(['a.md', 'b.md'], { 'index.md': '## Specs\n- b.md\n', 'INDEX.md': role });
    expect(intent.contracts).toEqual(['INDEX.md', 'index.md']);
    expect(intent.entries.map(({ path }) => path)).toEqual(['a.md']);
    expect(faults(intent)).toEqual(['stop index.md:-']);
  });

  it('a seal without a contract is a stop', () => {
    expect(faults(of(['a.md'], {}, { hasSeal: true }))).toEqual(['stop INDEX.sha256:-']);
  });

  it('indexed only by an entry outside Not placed and Left out', () => {
    expect(of([], { 'INDEX.md': role }).indexed).toBe(true);
    expect(of([], { 'INDEX.md': '## Not placed\n- [a](a.md)\n## Left out\n- [b](b.md)\n' }).indexed).toBe(false);
    expect(of([], { 'INDEX.md': '## Not placed\n- [a](a.md)\n## RFCs\n- [b](b.md)\n' }).indexed).toBe(true);
  });

  it('tells a left-over placeholder', () => {
    const intent = of(['a.md'], { 'INDEX.md': `## Specifications\n${PLACEHOLDER}\n- [a](a.md)\n` });
    expect(faults(intent)).toEqual(['look INDEX.md:2']);
    const alone = of(['a.md'], { 'INDEX.md': `## Specifications\n${PLACEHOLDER}\n` });
    expect(alone.placeholder?.line).toBe(2);
    expect(alone.indexed).toBe(false);
    expect(alone.faults).toEqual([]);
  });

  it('never lists itself or the seal', () => {
    const intent = of(['a.md', 'INDEX.sha256'], {
      'INDEX.md': '## Specs\n- [me](INDEX.md)\n- INDEX.sha256\n- [a](a.md)\n',
    });
    expect(intent.entries.map(({ path }) => path)).toEqual(['a.md']);
    expect(faults(intent)).toEqual(['note INDEX.md:2', 'note INDEX.md:3']);
  });
});

describe('two lines for one path', () => {
  it('in one role: a look', () => {
    const intent = of(['a.md'], { 'INDEX.md': '## Specs\n- [a](a.md): one\n- a.md: two\n' });
    expect(intent.entries.map(({ note }) => note)).toEqual(['one']);
    expect(faults(intent)).toEqual(['look INDEX.md:3']);
  });

  it('in two roles: a look, and the one that asks for more counts', () => {
    const intent = of(['a.md'], {
      'INDEX.md': '## Left out\n- [a](a.md)\n## Background\n- [a](a.md)\n## Specs\n- [a](a.md)\n',
    });
    expect(says(intent, 'a.md')).toEqual(['specification']);
    expect(intent.entries).toHaveLength(1);
    expect(intent.faults.map((fault) => fault.message)).toEqual([
      'a.md stands under "Specs" and under "Left out"; line 6 counts',
      'a.md stands under "Specs" and under "Background"; line 6 counts',
    ]);
  });
});

describe('folders', () => {
  it('give their role to what has no line of its own', () => {
    const intent = of(['rfcs/1.md', 'rfcs/2.md', 'rfcs/old/3.md', 'rfcs/old/x/4.md', 'b.md', 'rfcsx.md'], {
      'INDEX.md': '## Specs\n- [RFCs](rfcs/)\n## Background\n- rfcs/2.md\n## Left out\n- [old](rfcs/old)\n',
    });
    expect(says(intent, 'rfcs/1.md', 'rfcs/2.md', 'rfcs/old/3.md', 'rfcs/old/x/4.md', 'b.md', 'rfcsx.md')).toEqual([
      'specification',
      'background',
      'left-out',
      'left-out',
      null,
      null,
    ]);
  });

  it('the folder itself', () =>
    expect(says(of(['a/b.md'], { 'INDEX.md': '## Specs\n- [all](./)\n' }), 'a/b.md', 'c.md')).toEqual([
      'specification',
      'specification',
    ]));
});

describe('sub-folders with a contract', () => {
  const sub = '## Background\n- [a](a.md)\n- [x](../x.md)\n';

  it('count where the parent names the folder', () => {
    const intent = of(['p.md', 's/a.md', 's/b.md', 't/c.md'], {
      'INDEX.md': '## Specs\n- p.md\n- [s](s/)\n- [b](s/b.md)\n',
      's/INDEX.md': sub,
    });
    expect(intent.contracts).toEqual(['INDEX.md', 's/INDEX.md']);
    expect(says(intent, 'p.md', 's/a.md', 's/b.md', 't/c.md')).toEqual(['specification', 'background', null, null]);
    expect(intent.entries.map(({ path }) => path)).toEqual(['p.md', 's/', 's/b.md', 's/a.md']);
    expect(faults(intent)).toEqual(['stop s/INDEX.md:3']);
  });

  it('count where it names nothing in it, or the index itself', () => {
    expect(of(['s/a.md'], { 'INDEX.md': '## Specs\n- p.md\n', 's/INDEX.md': sub }).contracts).toEqual([
      'INDEX.md',
      's/INDEX.md',
    ]);
    const intent = of(['s/a.md'], { 'INDEX.md': '## Specs\n- [s](s/INDEX.md)\n', 's/INDEX.md': sub });
    expect(intent.contracts).toEqual(['INDEX.md', 's/INDEX.md']);
    expect(says(intent, 's/a.md')).toEqual(['background']);
  });

  it('do not count where it names their index.md as a document', () => {
    const intent = of(['s/a.md'], { 'INDEX.md': '## Specs\n- [s](s/index.md)\n', 's/index.md': sub });
    expect(intent.contracts).toEqual(['INDEX.md']);
    expect(intent.notContracts).toEqual([{ path: 's/index.md', why: 'INDEX.md line 2 names it as a document' }]);
  });

  it('do not count where it names files in it, leaves the folder out, or where there is none above', () => {
    const intent = of(['s/a.md'], { 'INDEX.md': '## Specs\n- [b](s/b.md)\n', 's/INDEX.md': sub });
    expect(intent.contracts).toEqual(['INDEX.md']);
    expect(intent.notContracts).toEqual([
      { path: 's/INDEX.md', why: 'INDEX.md line 2 names files in s/ and not the folder' },
    ]);
    expect(
      of(['s/a.md'], { 'INDEX.md': '## Specs\n- p.md\n## Left out\n- s/\n', 's/INDEX.md': sub }).contracts,
    ).toEqual(['INDEX.md']);
    expect(of(['s/a.md'], { 's/INDEX.md': sub }).contracts).toEqual([]);
  });

  it('the nearer index wins, and a difference is a look', () => {
    const intent = of(['s/a.md'], {
      'INDEX.md': '## Specs\n- s/\n- [a](s/a.md)\n',
      's/INDEX.md': '## Background\n- [a](a.md)\n',
    });
    expect(says(intent, 's/a.md')).toEqual(['background']);
    expect(intent.entries.map(({ path, declared }) => `${path} ${declared}`)).toEqual([
      's/ specification',
      's/a.md background',
    ]);
    expect(faults(intent)).toEqual(['look INDEX.md:3']);
  });

  it('nest', () => {
    const intent = of(['s/t/a.md', 's/t/b.md', 's/c.md'], {
      'INDEX.md': '## Specs\n- s/\n',
      's/INDEX.md': '## Specs\n- [t](t/)\n- c.md\n',
      's/t/index.md': '## Background\n- a.md\n',
    });
    expect(intent.contracts).toEqual(['INDEX.md', 's/INDEX.md', 's/t/index.md']);
    expect(says(intent, 's/t/a.md', 's/t/b.md', 's/c.md')).toEqual(['background', null, 'specification']);
  });
});

describe('--expect', () => {
  const expectation = readExpectation(
    '- *.pdf: at least 1\n## Specifications\n- specs/**/*.md\n- [api](specs/api.md): optional\n- 规范/*.md：至少 3\n## Left out\n- specs/old/\n- specs/old/*-keep.md\n## Background\n- [star](a%2Ab.md)\n',
    'expect.md',
  );

  it('has patterns', () => {
    expect(
      expectation.entries.map(({ path, what, atLeast, status }) => `${what} ${path} ${atLeast ?? '-'} ${status}`),
    ).toEqual([
      'pattern *.pdf 1 required',
      'pattern specs/**/*.md 1 required',
      'file specs/api.md - optional',
      'pattern 规范/*.md 3 required',
      'folder specs/old/ - required',
      'pattern specs/old/*-keep.md 1 required',
      'file a*b.md - required',
    ]);
    expect(expectation.faults).toEqual([]);
  });

  it('stands in for the contracts', () => {
    const intent = of(
      ['x.pdf', 'specs/a/b.md', 'specs/api.md', 'specs/old/x.md', 'specs/old/b-keep.md', 'y.txt', 's/z.pdf'],
      { 'INDEX.md': '## Specs\n- y.txt\n' },
      {
        expect: expectation,
      },
    );
    expect(intent.source).toBe('expect');
    expect(intent.contracts).toEqual(['INDEX.md']);
    expect(
      says(
        intent,
        'x.pdf',
        'specs/a/b.md',
        'specs/api.md',
        'specs/old/x.md',
        'specs/old/b-keep.md',
        'y.txt',
        's/z.pdf',
      ),
    ).toEqual(['other', 'specification', 'specification', 'left-out', 'left-out', null, null]);
  });
});

describe('--expect-list', () => {
  it('stands in for the contracts', () => {
    const list = parseExpectList(
      `folder\tpath\trole\tsha256\n./runs/1/\tapi.md\t\t${'A'.repeat(64)}\nruns/1\tb.md\tbackground\nruns/2\tc.md\n`,
      'l.tsv',
    );
    expect(list.errors).toEqual([]);
    const intent = of(
      ['api.md', 'x.md'],
      { 'INDEX.md': '## Specs\n- x.md\n' },
      { expectList: { name: 'l.tsv', rows: rowsOf(list, 'runs/1') } },
    );
    expect(intent.source).toBe('expect-list');
    expect(says(intent, 'api.md', 'b.md', 'x.md')).toEqual(['specification', 'background', null]);
    expect(intent.entries[0]).toMatchObject({ sha256: 'a'.repeat(64), place: { path: 'l.tsv', line: 2 } });
  });
});

it('asks quickly of many', () => {
  const files = Array.from({ length: 50_000 }, (_, i) => `d${i % 500}/e${i % 7}/f${i}.md`);
  const lines = files.filter((_, i) => i % 2 === 0).map((file) => `- [x](${file})`);
  for (let i = 0; i < 500; i += 3) lines.push(`- [d](d${i}/)`);
  const intent = of(files, { 'INDEX.md': `## Specs\n${lines.join('\n')}\n` });
  let placed = 0;
  for (const file of files) if (intent.declares(file)) placed++;
  expect(placed).toBeGreaterThan(25_000);
});
