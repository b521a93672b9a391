import { describe, expect, test } from 'vitest';
import { columns } from './escape.ts';
import { terminal, terse, type TerminalOptions } from './terminal.ts';
import { document, finding, place, report, SAMPLE } from './testing/report.ts';
import type { Report } from '../core/types.ts';

const missing = (path: string, line: number, text: string, more = {}) =>
  finding('missing', 'stop', place(path), 'the index names it, and it is not here', {
    related: [place('INDEX.md', line, text)],
    next: 'Put it into the folder, or move its line to Left out',
    ...more,
  });

const readyWithLooks: Report = report({
  documents: [
    document('api.md', { declared: 'specification' }),
    document('auth/sessions.md', { declared: 'specification' }),
    document('limits.md', { declared: 'specification' }),
    document('errors.md', { declared: 'specification' }),
    document('study.md', { declared: 'background', role: 'background', kind: 'paper' }),
    document('api-v1.md', { declared: 'left-out' }),
  ],
  set: { accepted: 2, leftOutPresent: 1, declared: 5, present: 5 },
  findings: [
    finding(
      'miscount',
      'look',
      place('api.md', 12, 'three modes: read, write, append, exclusive'),
      '"three modes" lists 4',
      { fingerprint: '3f9c21aa' },
    ),
    finding('conflict', 'look', place('errors.md', 40, 'at most 30 s'), 'the time limit is "30 s" here', {
      related: [place('limits.md', 8, 'The time limit is 20 s.')],
    }),
    finding('duplicate', 'look', place('study.md'), 'the same bytes as api.md'),
    finding('undefined-term', 'note', place('api.md', 3, 'IDP'), 'IDP is nowhere explained'),
    finding('miscount', 'look', place('api.md', 90, 'two'), '"two" lists 3', {
      accepted: { reason: 'meant so', by: null, on: null },
    }),
  ],
});

const missingAndAltered: Report = report({
  verdict: 'NOT READY',
  reasons: ['3 missing', '1 altered'],
  folder: 'my seeds',
  documents: [
    document('api.md', { declared: 'specification', sealed: 'altered' }),
    document('press.txt', { role: 'stray', kind: 'news', format: 'text', bytes: 999 }),
  ],
  set: { declared: 4, present: 1, missing: 3, notPlaced: 1, sealed: 'yes' },
  findings: [
    finding(
      'altered',
      'stop',
      place('api.md', 88, '| 404 | no such'),
      'truncated since the seal: 12,345 of 20,480 bytes are left',
      { change: 'truncated', next: 'Bring back the sealed file, or reseal it: seedcheck seal "my seeds" api.md' },
    ),
    missing('errors.md', 9, '[Errors](errors.md)'),
    missing('limits.md', 10, '[Limits](limits.md): pending, from Finance'),
    missing(
      'auth/a very long name of a file that goes on.md',
      11,
      '[Long](<auth/a very long name of a file that goes on.md>)',
    ),
    finding('not-placed', 'stop', place('press.txt'), 'no line of the index names it', {
      next: 'Give it a line under a heading, or take it out',
    }),
  ],
});

const cannotTell: Report = report({
  verdict: 'CANNOT TELL',
  reasons: ['scan.pdf could not be read: no reader for pdf', 'no INDEX.md says which files were meant to be here'],
  documents: [
    document('api.md'),
    document('002.md'),
    document('scan.pdf', {
      format: 'pdf',
      outcome: 'unsupported',
      role: 'unreadable',
      kind: 'unclear',
      encoding: null,
      language: null,
    }),
  ],
  set: {
    intentKnown: false,
    index: null,
    hints: [
      { how: 'named', path: 'errors.md', place: place('api.md', 88) },
      { how: 'gap', path: '003.md', place: place('002.md') },
    ],
  },
  checked: {
    files: 3,
    bytes: 30_000,
    checks: [],
    skipped: [
      { path: '.DS_Store', why: 'litter' },
      { path: 'scan.pdf', why: 'no reader for pdf' },
    ],
  },
});

const hostile: Report = report({
  verdict: 'NOT READY',
  reasons: ['2 hidden-text'],
  folder: 'se\u001b]0;x\u0007eds',
  documents: [
    document('a\n\u202egnp.md', { declared: 'specification' }),
    document('b\ufffd.md', { declared: 'specification', rawPath: 'b%FF.md' }),
    document('می‌خواهم.md', { declared: 'specification', language: 'fa' }),
  ],
  findings: [
    finding(
      'hidden-text',
      'stop',
      place('a\n\u202egnp.md', 1, 'x\u001b[31m\u200b\u{e0041}y'),
      'tag characters: "\u{e0041}"',
    ),
    finding('hidden-text', 'stop', place('b\ufffd.md', 2, '漢字'.repeat(40)), 'text from right to left'),
    finding('loop', 'look', place('می‌خواهم.md', 3, 'می‌خواهم 👩‍👩‍👧 ok'), 'goes round'),
  ],
});

const empty: Report = report({
  verdict: 'NOT READY',
  reasons: ['the folder holds no document'],
  set: { intentKnown: false, index: null },
});

const screen = (one: Report, options: Partial<TerminalOptions> = {}) => `\n${terminal(one, options)}`;

describe('the screen', () => {
  test('the sample of the design', () =>
    expect(screen(SAMPLE)).toMatchInlineSnapshot(`
    "
    NOT READY  seeds: 1 document, none reads as a specification; no INDEX.md

      000_0b122be793e1ea71.txt   12.5 kB, Chinese, news
        stop  not-a-spec  no requirement, identifier, interface or example in 4,371 characters; line 27
                          is a newspaper page header: "4版 | 咸宁日报"
        stop  cut-off     the file ends inside an escaped HTML tag: line 283 "&lt;p", no final newline
        stop  loop        lines 203-281 say one block 2.9 times, begun in 189 (the last is cut)
        look  spliced     line 23 "…修教育局" goes on at line 31, around the page header
        look  conflict    油茶: "50元/户提高到1000元/户" (43, 75) but "1万元/户提高到3万元/户" (63)
        look  miscount    "四个重大工程" lists 3 (217, 249); "五个千亿产业" lists 6 (191, 223, 255)

    1 note: --show note

    Missing: cannot tell. No INDEX.md says which files you meant to include.

    Next
      1. Put the specification files you meant into seeds/ and take this page out.
      2. seedcheck init seeds    writes seeds/INDEX.md; name each file you expect there.
      3. seedcheck seeds         must say READY before anyone builds from it.
    "
  `));
  test('the sample with notes at 80 columns', () =>
    expect(screen(SAMPLE, { show: 'note', width: 80 })).toMatchInlineSnapshot(`
    "
    NOT READY  seeds: 1 document, none reads as a specification; no INDEX.md

      000_0b122be793e1ea71.txt   12.5 kB, Chinese, news
        stop  not-a-spec  no requirement, identifier, interface or example in 4,371
                          characters; line 27 is a newspaper page header:
                          "4版 | 咸宁日报"
        stop  cut-off     the file ends inside an escaped HTML tag: line 283
                          "&lt;p", no final newline
        stop  loop        lines 203-281 say one block 2.9 times, begun in 189 (the
                          last is cut)
        look  spliced     line 23 "…修教育局" goes on at line 31, around the page
                          header
        look  conflict    油茶: "50元/户提高到1000元/户" (43, 75) but
                          "1万元/户提高到3万元/户" (63)
        look  miscount    "四个重大工程" lists 3 (217, 249); "五个千亿产业" lists 6
                          (191, 223, 255)
        note  hard-wrap   lines of at most 22 characters; line 67 "的"

    Missing: cannot tell. No INDEX.md says which files you meant to include.

    Next
      1. Put the specification files you meant into seeds/ and take this page out.
      2. seedcheck init seeds    writes seeds/INDEX.md; name each file you expect
                                 there.
      3. seedcheck seeds         must say READY before anyone builds from it.
    "
  `));
  test('READY with something to look at', () =>
    expect(screen(readyWithLooks)).toMatchInlineSnapshot(`
    "
    READY  seeds: 4 specifications, 1 background file; 3 to look at, 2 accepted, 1 left out but present, not sealed

      api.md   12.3 kB, English, API
        look  miscount   "three modes" lists 4; line 12 "three modes: read, write, append, exclusive"
      errors.md   12.3 kB, English, API
        look  conflict   the time limit is "30 s" here; line 40 "at most 30 s"; limits.md line 8
                         "The time limit is 20 s."
      study.md   12.3 kB, English, paper
        look  duplicate  the same bytes as api.md

    1 note: --show note

    Next
      1. seedcheck why 3f9c21aa seeds    shows it whole, and how to accept it where it can be.
      2. seedcheck seal seeds            keeps what was agreed, so that later changes are told.
    "
  `));
  test('missing, altered and not placed', () =>
    expect(screen(missingAndAltered)).toMatchInlineSnapshot(`
    "
    NOT READY  my seeds: 1 specification; 3 missing, press.txt not placed, api.md altered

      api.md   12.3 kB, English, API
        stop  altered     truncated since the seal: 12,345 of 20,480 bytes are left; line 88
                          "| 404 | no such"
      3 files
        stop  missing     the index names it, and it is not here:
                          errors.md (INDEX.md line 9), limits.md (INDEX.md line 10),
                          auth/a very long name of a file that goes on.md (INDEX.md line 11)
      press.txt   999 B, English, news
        stop  not-placed  no line of the index names it

    Next
      1. Bring back the sealed file, or reseal it:
           seedcheck seal "my seeds" api.md
      2. Put it into the folder, or move its line to Left out (errors.md, limits.md, auth/a very long
         name of a file that goes on.md).
      3. Give it a line under a heading, or take it out (press.txt).
      4. seedcheck "my seeds"    must say READY before anyone builds from it.
    "
  `));
  test('cannot tell', () =>
    expect(screen(cannotTell, { command: 'npx seedcheck' })).toMatchInlineSnapshot(`
    "
    CANNOT TELL  seeds: 2 of 3 documents read as specifications; scan.pdf could not be read: no reader for pdf; no INDEX.md says whether that is all

    Not checked (litter): .DS_Store
    Not checked (no reader for pdf): scan.pdf

    Missing: cannot tell. No INDEX.md says which files you meant to include.
      api.md line 88 names errors.md, which is not here
      the series of 002.md goes on without 003.md

    Next
      1. npx seedcheck init seeds    writes seeds/INDEX.md; name each file you expect there.
      2. npx seedcheck seeds         must say READY before anyone builds from it.
    "
  `));
  test('hostile names and quotes', () =>
    expect(screen(hostile)).toMatchInlineSnapshot(`
    "
    NOT READY  se\\x1b]0;x\\x07eds: 3 specifications; hidden-text in 2 files

      a\\n\\u{202e}gnp.md   12.3 kB, English, API
        stop  hidden-text  tag characters: "\\u{e0041}"; line 1 "x\\x1b[31m\\u{200b}\\u{e0041}y"
      b\\xff.md   12.3 kB, English, API
        stop  hidden-text  text from right to left; line 2 "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字
                           漢…"
      می‌خواهم.md   12.3 kB, Persian, API
        look  loop         goes round; line 3 "می‌خواهم 👩‍👩‍👧 ok"

    Missing: none of the files that INDEX.md names.

    Next
      1. seedcheck $'se\\x1b]0;x\\x07eds'    must say READY before anyone builds from it.
    "
  `));
  test('nothing in the folder', () =>
    expect(screen(empty)).toMatchInlineSnapshot(`
    "
    NOT READY  seeds: no document; no INDEX.md

    Missing: cannot tell. No INDEX.md says which files you meant to include.

    Next
      1. Put the specification files you meant into seeds/.
      2. seedcheck init seeds    writes seeds/INDEX.md; name each file you expect there.
      3. seedcheck seeds         must say READY before anyone builds from it.
    "
  `));
  test('one line', () =>
    expect([SAMPLE, readyWithLooks, missingAndAltered, cannotTell, hostile, empty].map((one) => terse(one)).join(''))
      .toMatchInlineSnapshot(`
    "NOT READY  seeds: 1 document, none reads as a specification; no INDEX.md
    READY  seeds: 4 specifications, 1 background file; 3 to look at, 2 accepted, 1 left out but present, not sealed
    NOT READY  my seeds: 1 specification; 3 missing, press.txt not placed, api.md altered
    CANNOT TELL  seeds: 2 of 3 documents read as specifications; scan.pdf could not be read: no reader for pdf; no INDEX.md says whether that is all
    NOT READY  se\\x1b]0;x\\x07eds: 3 specifications; hidden-text in 2 files
    NOT READY  seeds: no document; no INDEX.md
    "
  `));
});

describe('whatever the report', () => {
  const all = [SAMPLE, readyWithLooks, missingAndAltered, cannotTell, hostile, empty];

  test.each([50, 80, 100, 200])('no line but the first is wider than %i columns or 100', (width) => {
    for (const one of all)
      for (const line of terminal(one, { width }).split('\n').slice(1))
        expect(columns(line), line).toBeLessThanOrEqual(Math.min(100, width));
  });

  test('nothing reaches a terminal that it obeys, and the colours are all that is added by paint', () => {
    for (const one of all) {
      const text = terminal(one, { show: 'note' });
      expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]/u);
      const painted = terminal(one, { show: 'note', paint: (style, part) => `<${style}>${part}</>` });
      expect(painted.replace(/<[a-z-]+>|<\/>/g, '')).toBe(text);
    }
  });

  test('at most 25 lines for up to 10 findings', () => {
    for (const one of all) expect(terminal(one).split('\n').length - 1).toBeLessThanOrEqual(25);
  });

  test('at most 25 lines for 10 files with one finding each', () => {
    const documents = Array.from({ length: 10 }, (_, i) => document(`part-${i}.md`, { declared: 'specification' }));
    const checks = [
      'loop',
      'cut-off',
      'mojibake',
      'hidden-text',
      'empty',
      'conflict',
      'miscount',
      'spliced',
      'garble',
      'near-copy',
    ];
    const text = terminal(
      report({
        verdict: 'NOT READY',
        reasons: ['x'],
        documents,
        findings: documents.map(({ path }, i) =>
          finding(checks[i]!, i < 5 ? 'stop' : 'look', place(path, i + 1, 'words'), 'a fault of its own kind', {
            next: `Mend it so: ${i}`,
          }),
        ),
      }),
    );
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(25);
    for (const check of checks) expect(text).toContain(check);
  });

  test('a damaged index is not said to lack nothing', () => {
    const damaged = report({
      verdict: 'NOT READY',
      reasons: ['1 index'],
      documents: [document('api.md', { declared: 'specification' })],
      findings: [finding('index', 'stop', place('INDEX.md', 13, '- [x](y.md'), 'this entry cannot be read')],
    });
    expect(terminal(damaged)).toContain('where it can be read; of the rest nothing can be told');
    expect(terminal(damaged)).toMatch(/^NOT READY  seeds: 1 specification; 1 fault in the index$/m);
  });

  test('a command that a check names is whole on a line, for this folder, with the names as bytes', () => {
    const next = 'Put it back or, if the change is meant, seal it by its name: seedcheck seal FOLDER FILE';
    const altered = report({
      folder: '-my set',
      verdict: 'NOT READY',
      reasons: ['1 altered'],
      documents: [document('b\ufffd.md', { rawPath: 'b%FF.md', declared: 'specification' })],
      findings: [finding('altered', 'stop', place('b\ufffd.md'), 'edited', { rawPath: 'b%FF.md', next })],
    });
    expect(terminal(altered, { command: 'npx seedcheck' })).toContain(
      `\n       npx seedcheck seal "./-my set" $'b\\xff.md'\n`,
    );
  });

  test('every file is named', () => {
    const paths = Array.from({ length: 300 }, (_, i) => `part-${i}.md`);
    const text = terminal(
      report({
        verdict: 'NOT READY',
        reasons: ['300 missing'],
        findings: paths.map((path, i) => missing(path, i + 9, `[Part](${path})`)),
        set: { missing: 300, declared: 300 },
      }),
    );
    for (const path of paths) expect(text).toContain(path);
    expect(text.split('\n').length).toBeLessThan(170);
  });
});
