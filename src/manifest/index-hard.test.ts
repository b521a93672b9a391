/** No index takes more than linear time: the same input twice as long takes about twice as long. */
import { describe, expect, it } from 'vitest';
import { appendNew } from './edit.ts';
import { fileNames, parseIndex, printIndex } from './index-file.ts';

const up = (count: number, make: (i: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

// Each makes about `n` units.
const HARD: Readonly<Record<string, (n: number) => string>> = {
  'one long line': (n) => `- [x](a.md): ${'word '.repeat(n / 5)}`,
  'opening brackets': (n) => `- ${'['.repeat(n)}`,
  'brackets in prose': (n) => `- a ${'['.repeat(n)}`,
  'empty brackets': (n) => `- a ${'[]'.repeat(n / 2)}`,
  'nested brackets': (n) => `- a ${'['.repeat(n / 2)}${']'.repeat(n / 2)}`,
  'joined brackets': (n) => `- a.md ${'-['.repeat(n / 3)}${']'.repeat(n / 3)}`,
  backticks: (n) => `- a ${'`'.repeat(n)}`,
  'runs of backticks': (n) => `- ${up(Math.floor(Math.sqrt(2 * n)), (i) => '`'.repeat(i + 1), ' ')}`,
  'code and bullets': (n) => `- a.md ${'`a`- '.repeat(n / 5)}`,
  headings: (n) => up(n / 10, (i) => `# H${i % 10}\n`),
  'unknown headings with entries': (n) => up(n / 25, (i) => `## Heading ${i}\n- a${i}.md\n`),
  'headings nearly ours': (n) =>
    up(n / 25, (i) => `## Specificati${'abcdefghij'.charAt(i % 10)}${i.toString(36)}\n- a${i}.md\n`),
  'open fences': (n) => '```a\n'.repeat(n / 5),
  'fences ever shorter': (n) =>
    up(Math.floor(Math.sqrt(2 * n)), (i) => `${'`'.repeat(Math.floor(Math.sqrt(2 * n)) + 3 - i)}a\n`),
  'open comments': (n) => '<!--\n'.repeat(n / 5),
  'comments in comments': (n) => `${'<!-- a\n- x\n'.repeat(n / 11)}-->`,
  'open links': (n) => `- a ${'[x]( '.repeat(n / 5)}`,
  'spaced links': (n) => `- a ${'[x] ( '.repeat(n / 6)}`,
  'open titles': (n) => `- a ${'[x] (a "b '.repeat(n / 10)}`,
  wikilinks: (n) => `- a ${'[[a] ](#x) '.repeat(n / 11)}]]`,
  angles: (n) => `- a.md ${'-<'.repeat(n / 2)}>`,
  'joined entries': (n) => `- a.md ${'x- b.md '.repeat(n / 8)}`,
  hashes: (n) => `- a.md ${'# '.repeat(n / 2)}`,
  bars: (n) => `|a|b|\n|-|-|\n|${'  |'.repeat(n / 3)}`,
  'items without a path': (n) => '- x\n'.repeat(n / 4),
  quotes: (n) => '>'.repeat(n),
  blanks: (n) => `${' '.repeat(n)}x`,
  'plain headings': (n) => 'Specifications\n'.repeat(n / 15),
  underlines: (n) => 'a\n===\n'.repeat(n / 6),
  parentheses: (n) => `- [x](${'('.repeat(n)}`,
  asterisks: (n) => `- ${'*'.repeat(n)}`,
  emphasis: (n) => `- a.md ${'*a* '.repeat(n / 4)}`,
  dots: (n) => `- ${'a.'.repeat(n / 2)}`,
  colons: (n) => `- ${'a:'.repeat(n / 2)}`,
  'long acceptance': (n) => `## Accepted findings\n- a.md: accepted miscount 3f9c21aa "${'" '.repeat(n / 2)}`,
  'closing brackets': (n) => `## Accepted findings\n- a.md: accepted miscount 3f9c21aa x ${')'.repeat(n)}`,
  'wrapped links': (n) => '- [x\n'.repeat(n / 5),
  'line ends': (n) => '\r'.repeat(n),
  definitions: (n) => '[a]: b\n'.repeat(n / 7),
  'torn links': (n) => `${'](('.repeat(n / 3)}`,
  'torn lines': (n) => 'x](y\n'.repeat(n / 5),
  escapes: (n) => `- a ${'%25'.repeat(n / 3)}.md`,
};

const files = fileNames(up(1000, (i) => `${'a'.repeat(i + 1)}.md`, '\n').split('\n'));

/** What takes more than linear time does not end before the test's own limit. */
function parses(text: string): void {
  expect(printIndex(parseIndex(text, 'INDEX.md', { files }))).toBe(text);
}

describe('hard indexes', () => {
  it.each(Object.keys(HARD))(
    '%s',
    (name) => {
      parses(`## Specifications\n${HARD[name]!(320_000)}`);
    },
    60_000,
  );

  it('appending to a long one', () => {
    const text = `## Not placed\n${up(20_000, (i) => `- [x](a${i}.md)\n`)}`;
    const entries = Array.from({ length: 20_000 }, (_, i) => ({
      path: `b/${i}.md`,
      title: 'T',
      reads: 'unclear' as const,
      note: '',
    }));
    const edited = appendNew(text, entries);
    expect(edited.startsWith(text)).toBe(true);
  }, 60_000);
});
