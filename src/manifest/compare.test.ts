import { describe, expect, test } from 'vitest';
import { comparison, sealOf, sha256, told, type Contents } from './testing/set.ts';

/** A document of its own, long enough to have a sketch. */
function page(seed: number, lines = 60): string {
  let out = `# Page ${seed}\n\n`;
  let state = seed * 7919 + 17;
  for (let i = 0; i < lines; i++) {
    const words: string[] = [];
    for (let j = 0; j < 8; j++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      words.push((state >>> 8).toString(36));
    }
    out += `${words.join(' ')}.\n`;
  }
  return out;
}

const A = page(1);
const B = page(2);
const C = page(3);
const SET: Contents = { 'a.md': A, 'b.md': B, 'docs/c.md': C };
const edit = (text: string, every = 9): string =>
  text
    .split('\n')
    .map((line, i) => (i % every === 2 ? line.replace(/^\w+/, 'changed') : line))
    .join('\n');

describe('a folder as it was sealed', () => {
  test('has no difference', () => {
    expect(told({ files: SET, sealed: SET })).toEqual([]);
    expect(told({ files: SET })).toEqual([]);
    expect(comparison({ files: SET, sealed: SET })).toMatchObject({ sealState: 'yes', missing: [], notPlaced: [] });
  });
});

describe('one change, one finding with its kind', () => {
  const cases: readonly [string, Contents, string][] = [
    ['missing', { 'a.md': A, 'b.md': B }, 'stop missing docs/c.md'],
    ['extra', { ...SET, 'x.md': page(9) }, 'stop not-placed x.md'],
    ['renamed', { 'a.md': A, 'docs/c.md': C, 'z.md': B }, 'stop renamed z.md < b.md'],
    ['renamed and edited', { 'a.md': A, 'docs/c.md': C, 'z.md': edit(B, 3) }, 'stop renamed[edited] z.md < b.md'],
    [
      'renamed and CRLF',
      { 'a.md': A, 'docs/c.md': C, 'z.md': B.replaceAll('\n', '\r\n') },
      'stop renamed[line-endings] z.md < b.md',
    ],
    ['CRLF', { ...SET, 'b.md': B.replaceAll('\n', '\r\n') }, 'look altered[line-endings] b.md'],
    ['BOM', { ...SET, 'b.md': `\uFEFF${B}` }, 'look altered[bom] b.md'],
    ['BOM and CRLF', { ...SET, 'b.md': `\uFEFF${B.replaceAll('\n', '\r\n')}` }, 'look altered[bom] b.md'],
    ['white space', { ...SET, 'b.md': B.replaceAll('.\n', '.  \n') }, 'look altered[whitespace] b.md'],
    ['no final newline', { ...SET, 'b.md': B.trimEnd() }, 'look altered[whitespace] b.md'],
    ['truncated', { ...SET, 'b.md': B.slice(0, 1003) }, 'stop altered[truncated] b.md'],
    ['one line less', { ...SET, 'b.md': B.split('\n').slice(0, -2).join('\n') }, 'stop altered[truncated] b.md'],
    [
      'truncated CRLF copy',
      { ...SET, 'b.md': B.slice(0, 1003).replaceAll('\n', '\r\n') },
      'stop altered[truncated] b.md',
    ],
    ['appended', { ...SET, 'b.md': `${B}One more.\n` }, 'stop altered[appended] b.md'],
    ['emptied', { ...SET, 'b.md': '' }, 'stop altered[emptied] b.md'],
    ['blanked', { ...SET, 'b.md': ' \n' }, 'stop altered[emptied] b.md'],
    ['replaced', { ...SET, 'b.md': page(77) }, 'stop altered[replaced] b.md'],
    ['replaced by very little', { ...SET, 'b.md': '404 Not Found' }, 'stop altered[replaced] b.md'],
    ['edited', { ...SET, 'b.md': edit(B) }, 'stop altered[edited] b.md'],
    ['last word changed', { ...SET, 'b.md': B.replace(/\w+\.\n$/, 'of.\n') }, 'stop altered[edited] b.md'],
    [
      'a line in the middle gone',
      { ...SET, 'b.md': B.split('\n').toSpliced(30, 1).join('\n') },
      'stop altered[edited] b.md',
    ],
    ['swapped', { ...SET, 'a.md': B, 'b.md': A }, 'stop renamed[swapped] a.md < b.md'],
    ['three in a ring', { 'a.md': B, 'b.md': C, 'docs/c.md': A }, 'stop renamed[swapped] a.md < b.md'],
    ['copied', { ...SET, 'copy.md': A }, 'look duplicate copy.md < a.md'],
    ['copied over', { ...SET, 'b.md': A }, 'stop altered[replaced] b.md'],
    ['case', { 'A.md': A, 'b.md': B, 'docs/c.md': C }, 'look renamed[case] A.md < a.md'],
    ['case of a folder', { 'a.md': A, 'b.md': B, 'Docs/c.md': C }, 'look renamed[case] Docs/c.md < docs/c.md'],
    ['case and edited', { 'A.md': edit(A), 'b.md': B, 'docs/c.md': C }, 'stop renamed[edited] A.md < a.md'],
    [
      'case and CRLF',
      { 'A.md': A.replaceAll('\n', '\r\n'), 'b.md': B, 'docs/c.md': C },
      'look renamed[line-endings] A.md < a.md',
    ],
  ];
  test.each(cases)('%s', (_, files, expected) => {
    expect(told({ files, sealed: SET })).toEqual([expected]);
  });

  test('NFC and NFD', () => {
    const sealed = { 'caf\u00e9.md': A, 'b.md': B };
    expect(told({ files: { 'cafe\u0301.md': A, 'b.md': B }, sealed })).toEqual([
      'look renamed[unicode-form] cafe\u0301.md < caf\u00e9.md',
    ]);
    expect(told({ files: { 'cafe\u0301.md': A, 'b.md': B }, lines: ['caf\u00e9.md', 'b.md'] })).toEqual([
      'look renamed[unicode-form] cafe\u0301.md < caf\u00e9.md',
    ]);
  });

  test('messages hold the facts', () => {
    const message = (now: string, sealed = B): string =>
      comparison({ files: { 'b.md': now }, sealed: { 'b.md': sealed } }).differences[0]!.message;
    expect(message(B.replaceAll('\n', '\r\n'))).toBe('same text, CRLF instead of LF');
    expect(message(B, B.replaceAll('\n', '\r\n'))).toBe('same text, LF instead of CRLF');
    expect(message(`\uFEFF${B.replaceAll('\n', '\r\n')}`)).toBe(
      'same text, with a byte order mark and CRLF instead of LF',
    );
    expect(message(B.split('\n').slice(0, 53).join('\n'))).toMatch(
      /^9 of 62 lines gone from the end: 2,\d\d\d of 2,\d\d\d bytes are left, and /,
    );
    expect(message(`${B}One more.\n`)).toMatch(
      /^1 line added at the end: the first 2,\d\d\d of 2,\d\d\d bytes are the sealed ones$/,
    );
    expect(message(B.split('\n').with(40, 'Another line.').join('\n'))).toMatch(
      /; the first change is in lines 4\d to 4\d; about \d\d % in common$/,
    );
    expect(message(edit(B))).toMatch(
      /^the text is not the sealed one: .* bytes, .* sealed; the first change is in lines 1 to \d; about \d\d % in common$/,
    );
  });
});

describe('two changes at once are told apart', () => {
  test('one file edited, another renamed', () => {
    expect(told({ files: { 'a.md': edit(A), 'z.md': B, 'docs/c.md': C }, sealed: SET })).toEqual([
      'stop altered[edited] a.md',
      'stop renamed z.md < b.md',
    ]);
  });

  test('one moved over another', () => {
    expect(told({ files: { 'b.md': A, 'docs/c.md': C }, sealed: SET })).toEqual([
      'stop missing a.md',
      'stop altered[replaced] b.md',
    ]);
  });

  test('renamed, and a copy made', () => {
    expect(told({ files: { 'a.md': A, 'y.md': B, 'z.md': B, 'docs/c.md': C }, sealed: SET })).toEqual([
      'stop renamed y.md < b.md',
      'look duplicate z.md < y.md',
    ]);
  });

  test('moved aside, and another document put in its place', () => {
    expect(told({ files: { ...SET, 'b.md': page(50), 'old-b.md': B }, sealed: SET })).toEqual([
      'stop altered[replaced] b.md',
      'stop not-placed old-b.md',
    ]);
  });

  test('altered, and its line gone from the index', () => {
    expect(told({ files: { ...SET, 'b.md': edit(B) }, sealed: SET, lines: ['a.md', 'docs/'] })).toEqual([
      'stop altered[edited] b.md',
      'stop not-placed b.md',
    ]);
  });
});

describe('without a seal', () => {
  test('a new name is missing and not-placed, each related to the other', () => {
    const { differences } = comparison({ files: { 'a.md': A, 'sessions-v2.md': B }, lines: ['a.md', 'sessions.md'] });
    expect(differences.map((one) => [one.check, one.places.map((place) => place.path)])).toEqual([
      ['not-placed', ['sessions-v2.md', 'INDEX.md']],
      ['missing', ['sessions.md', 'INDEX.md', 'sessions-v2.md']],
    ]);
  });

  test('names that differ in case alone are one', () => {
    expect(told({ files: { 'API.md': A, 'b.md': B }, lines: ['api.md', 'b.md'] })).toEqual([
      'look renamed[case] API.md < api.md',
    ]);
  });

  test('changed bytes go unseen; an unlisted copy does not', () => {
    expect(told({ files: { 'a.md': A, 'copy.md': A }, lines: ['a.md'] })).toEqual(['look duplicate copy.md < a.md']);
    expect(told({ files: { 'a.md': A, 'copy.md': A }, lines: [{ path: 'a.md', declared: 'background' }] })).toEqual([
      'look duplicate copy.md < a.md',
    ]);
    expect(told({ files: { 'a.md': A, 'x.md': B, 'y.md': B }, lines: ['a.md'] })).toEqual([
      'stop not-placed x.md',
      'look duplicate y.md < x.md',
    ]);
  });

  test('without an index neither missing nor not-placed', () => {
    expect(told({ files: SET, lines: null })).toEqual([]);
    expect(told({ files: { 'a.md': A, 'copy.md': A }, lines: null })).toEqual(['look duplicate copy.md < a.md']);
  });
});

describe('what the index says', () => {
  test('pending says whom to ask; optional may be absent', () => {
    const { differences } = comparison({
      files: { 'a.md': A },
      lines: [
        'a.md',
        { path: 'limits.md', status: 'pending', from: 'Finance' },
        { path: 'study.pdf', status: 'optional' },
      ],
    });
    expect(differences.map((one) => [one.check, one.message, one.next])).toEqual([
      ['missing', 'named as pending, from Finance, and not here yet', 'Ask Finance for it'],
    ]);
  });

  test('left out but present; not placed is not placed', () => {
    expect(
      told({
        files: { 'a.md': A, 'old.md': B, 'x.md': C },
        lines: ['a.md', { path: 'old.md', declared: 'left-out' }, { path: 'x.md', declared: 'not-placed' }],
      }),
    ).toEqual(['look left-out old.md', 'stop not-placed x.md']);
  });

  test('a sealed file that is left out need not be here', () => {
    const lines = ['a.md', 'b.md', { path: 'docs/c.md', declared: 'left-out' as const }];
    expect(told({ files: { 'a.md': A, 'b.md': B }, sealed: SET, lines })).toEqual([]);
    expect(told({ files: { ...SET, 'docs/c.md': edit(C) }, sealed: SET, lines })).toEqual(['look left-out docs/c.md']);
  });

  test('a sealed file that is gone is missing, line or no line, optional or not', () => {
    expect(told({ files: { 'a.md': A, 'b.md': B }, sealed: SET, lines: ['a.md', 'b.md'] })).toEqual([
      'stop missing docs/c.md',
    ]);
    expect(
      told({
        files: { 'a.md': A, 'b.md': B },
        sealed: SET,
        lines: ['a.md', 'b.md', { path: 'docs/c.md', status: 'optional' }],
      }),
    ).toEqual(['stop missing docs/c.md']);
    expect(
      told({ files: { 'a.md': A, 'b.md': B }, ignored: { 'docs/c.md': C }, sealed: SET, lines: ['a.md', 'b.md'] }),
    ).toEqual(['stop missing docs/c.md']);
  });

  test('a folder named as a whole: all its files before the seal, none that is new after it', () => {
    const files = { 'a.md': A, 'docs/c.md': C, 'docs/d.md': page(8) };
    expect(told({ files, lines: ['a.md', 'docs/'] })).toEqual([]);
    expect(told({ files, lines: ['a.md', 'docs/'], sealed: { 'a.md': A, 'docs/c.md': C } })).toEqual([
      'stop not-placed docs/d.md',
    ]);
    expect(told({ files: { 'a.md': A }, lines: ['a.md', 'docs/'] })).toEqual(['stop missing docs/']);
    expect(told({ files: { 'a.md': A }, lines: ['a.md', 'docs/'], sealed: { 'a.md': A, 'docs/c.md': C } })).toEqual([
      'stop missing docs/c.md',
    ]);
  });

  test('a new file with a line of its own is placed', () => {
    const given = { files: { ...SET, 'x.md': page(9) }, sealed: SET, lines: ['a.md', 'b.md', 'docs/c.md', 'x.md'] };
    expect(told(given)).toEqual([]);
    expect(comparison(given).sealState).toBe('in part');
  });

  test('hashes of a list', () => {
    const lines = [
      { path: 'a.md', sha256: sha256(Buffer.from(A)) },
      { path: 'b.md', sha256: sha256(Buffer.from(B)) },
    ];
    expect(told({ files: { 'a.md': A, 'b.md': B }, lines })).toEqual([]);
    expect(told({ files: { 'a.md': edit(A), 'b.md': B }, lines })).toEqual(['stop altered[edited] a.md']);
    expect(told({ files: { 'x.md': A, 'b.md': B }, lines })).toEqual(['stop renamed x.md < a.md']);
    expect(told({ files: { 'a.md': edit(A), 'b.md': B }, lines, sealed: { 'a.md': edit(A), 'b.md': B } })).toEqual([
      'stop altered[edited] a.md',
    ]);
  });
});

describe('companions, agents, attachments', () => {
  const png = new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3]);

  test('a companion needs no line; changed, it is a look', () => {
    const sealed = { ...SET, LICENSE: page(20), 'README.md': page(21) };
    const lines = Object.keys(SET);
    expect(told({ files: { ...SET, 'README.md': A.slice(5) }, lines })).toEqual([]);
    expect(told({ files: { ...sealed, 'README.md': edit(page(21)) }, sealed, lines })).toEqual([
      'look altered[edited] README.md',
    ]);
    expect(told({ files: { ...SET, LICENSE: page(20) }, sealed, lines })).toEqual(['stop missing README.md']);
    expect(told({ files: { ...sealed, 'docs/LICENSE': page(20) }, sealed, lines })).toEqual([]);
  });

  test('instructions to an agent: new or changed since the seal, a stop', () => {
    const sealed = { ...SET, 'AGENTS.md': page(30) };
    const lines = Object.keys(SET);
    expect(told({ files: { ...sealed, 'AGENTS.md': edit(page(30)) }, sealed, lines })).toEqual([
      'stop altered[edited] AGENTS.md',
    ]);
    expect(told({ files: { ...sealed, '.cursorrules': 'Do it.' }, sealed, lines })).toEqual([
      'stop not-placed .cursorrules',
    ]);
    expect(told({ files: { ...sealed, 'docs/CLAUDE.md': A }, sealed, lines })).toEqual([
      'stop not-placed docs/CLAUDE.md',
    ]);
    expect(told({ files: sealed, lines })).toEqual([]);
  });

  test('an attachment that a placed document links to or embeds needs no line', () => {
    const files = {
      'docs/a.md': `${A}\n![flow](../img/flow.png)\n`,
      'img/flow.png': png,
      'img/other.png': new Uint8Array([0, 9, 9]),
    };
    expect(told({ files, lines: ['docs/a.md'] })).toEqual(['stop not-placed img/other.png']);
  });
});

describe('links, collisions, faults', () => {
  test('a link out of the folder is told once', () => {
    const listing = {
      faults: [{ path: 'x.md', kind: 'link-out' as const, why: 'a symbolic link to /etc/passwd, outside the folder' }],
    };
    expect(told({ files: SET, sealed: SET, listing })).toEqual(['stop link x.md']);
    expect(told({ files: SET, lines: [...Object.keys(SET), 'x.md'], listing })).toEqual(['stop link x.md']);
    expect(told({ files: SET, lines: null, listing })).toEqual(['look link x.md']);
  });

  test('aliases are a note, and what they stand for is here', () => {
    expect(
      told({
        files: SET,
        lines: [...Object.keys(SET), 'z.md'],
        listing: { aliases: [{ path: 'z.md', target: 'a.md' }] },
      }),
    ).toEqual(['note link z.md']);
  });

  test('names that only some systems tell apart', () => {
    expect(told({ files: { ...SET, 'A.md': page(6) } })).toEqual(['look name-collision A.md']);
    expect(told({ files: { 'stra\u00dfe.md': A, 'STRASSE.md': B } })).toEqual(['look name-collision STRASSE.md']);
  });

  test('a seal without an index is a stop; so are its own faults', () => {
    expect(told({ files: SET, sealed: SET, lines: null })).toEqual(['stop index INDEX.sha256']);
    const seal = {
      ...sealOf(SET),
      faults: [
        {
          level: 'stop' as const,
          message: 'x',
          place: { path: 'INDEX.sha256', line: 3, endLine: 3, column: 1, start: 0, end: 1, quote: 'x' },
        },
      ],
    };
    expect(told({ files: SET, seal })).toEqual(['stop index INDEX.sha256']);
  });

  test('a sealed document that became an index is a stop; in a seal by sha256sum it may have been one', () => {
    const seal = sealOf({ ...SET, 'INDEX.md': '# x' });
    expect(told({ files: SET, seal, lines: Object.keys(SET) })).toEqual(['stop index INDEX.sha256']);
    expect(told({ files: SET, seal: { ...seal, reader: null }, lines: Object.keys(SET) })).toEqual([
      'look index INDEX.sha256',
    ]);
  });

  test('empty files are nobody’s copies or successors', () => {
    expect(told({ files: { 'a.md': A, 'e1.md': '', 'e2.md': '' } })).toEqual([]);
    expect(told({ files: { 'a.md': A, 'e2.md': '' }, sealed: { 'a.md': A, 'e1.md': '' } })).toEqual([
      'stop missing e1.md',
      'stop not-placed e2.md',
    ]);
  });

  test('duplicates: look under Specifications, else note', () => {
    expect(told({ files: { 'a.md': A, 'b.md': A } })).toEqual(['look duplicate b.md < a.md']);
    const background = (path: string): { path: string; declared: 'background' } => ({ path, declared: 'background' });
    expect(told({ files: { 'a.md': A, 'b.md': A }, lines: ['a.md', background('b.md')] })).toEqual([
      'look duplicate b.md < a.md',
    ]);
    expect(told({ files: { 'a.md': A, 'b.md': A }, lines: [background('a.md'), background('b.md')] })).toEqual([
      'note duplicate b.md < a.md',
    ]);
  });
});

test('ten thousand lost and ten thousand new files are paired', { timeout: 60_000 }, () => {
  const n = 10_000;
  const texts = Array.from({ length: n }, (_, i) => page(i + 1, 12));
  const entries = texts.map((text, i) => [`old/${i}.md`, text] as const);
  const seal = sealOf(Object.fromEntries(entries));
  const files = Object.fromEntries(
    texts.map((text, i) => [`new/${(i * 7) % n}-${i}.md`, i % 2 ? edit(text, 12) : text]),
  );
  const { differences } = comparison({ files, seal, lines: entries.map(([path]) => path) });
  expect(differences.filter((one) => one.check === 'renamed')).toHaveLength(n);
});
