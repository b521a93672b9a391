import { describe, expect, it } from 'vitest';
import { unread } from '../core/run.ts';
import type { Entry, Link } from '../core/types.ts';
import { hintsOf } from './hints.ts';

const entry = (path: string, links: readonly Link[] = []): Entry => ({
  ...unread(path, 1, 'failed', '').entry,
  outcome: 'read',
  links,
});
const link = (target: string, how: Link['how'] = 'link', line = 1): Link => ({ target, line, how });
const hints = (entries: readonly Entry[], more: readonly string[] = []): string[] =>
  hintsOf(entries, new Set([...entries.map((e) => e.path), ...more])).map(
    (h) => `${h.how} ${h.path} (${h.place.path}${h.place.line === null ? '' : `:${h.place.line}`})`,
  );

describe('hints', () => {
  it('name files that a document names and that are not here', () => {
    expect(
      hints([
        entry('docs/api.md', [link('errors.md', 'name', 88), link('../limits.md'), link('api.md')]),
        entry('limits.md'),
      ]),
    ).toEqual(['named docs/errors.md (docs/api.md:88)']);
  });

  it('leave alone what is here in any sense: elsewhere by bare name, from the top, as a folder, as a link', () => {
    const links = [
      link('auth.md', 'name'),
      link('x/auth.md'),
      link('x/'),
      link('x'),
      link('alias.md'),
      link('https://a.b/c.md'),
      link('../src/x.ts'),
      link('fig.md', 'embed'),
      link('page'),
      link('/etc/passwd'),
      link('../../out.md'),
    ];
    expect(hints([entry('docs/api.md', links), entry('x/auth.md')], ['docs/alias.md'])).toEqual([]);
  });

  it('look where a book and a site have what a chapter and a page name', () => {
    const chapter = {
      ...entry('book/1/a.asc', [link('images/a.png', 'embed'), link('images/b.md')]),
      format: 'asciidoc',
    };
    expect(hints([chapter], ['book/images/a.png'])).toEqual(['named book/images/b.md (book/1/a.asc:1)']);
    expect(hints([chapter], ['x/y.md'])).toEqual(['named images/b.md (book/1/a.asc:1)']);
    const page = entry('md/a/b.md', [link('part/c.md', 'embed')]);
    expect(hints([page, entry('source/part/c.md')])).toEqual([]);
    expect(hints([entry('a.md', [link('b')]), entry('a2.md', [link('b.rst')])], ['b.md.gz'])).toEqual([
      'named b.rst (a2.md:1)',
    ]);
  });

  it('look from where a document stood before it was packed, and at what is packed beside it', () => {
    const packed = [
      entry('doc/a.md.gz!/a.md', [link('b.md'), link('pic/c.md'), link('lost.md')]),
      entry('doc/b.md.gz!/b.md', [link('a.md')]),
    ];
    expect(hints(packed, ['doc/a.md.gz', 'doc/b.md.gz', 'doc/pic/c.md'])).toEqual([
      'named doc/lost.md (doc/a.md.gz!/a.md:1)',
    ]);
  });

  it('look from each folder above a chapter that is included', () => {
    const chapter = { ...entry('book/src/one/text.adoc', [link('images/a.md'), link('lost.md')]), format: 'asciidoc' };
    expect(hints([chapter], ['book/images/a.md'])).toEqual(['named book/src/one/lost.md (book/src/one/text.adoc:1)']);
    const same = { ...chapter, format: 'markdown' };
    expect(hints([same], ['book/images/a.md'])).toHaveLength(2);
  });

  it('tell gaps in a series of names', () => {
    expect(hints(['000_ab.txt', '001_cd.txt', '003_ef.txt'].map((p) => entry(p)))).toEqual([
      'gap 002_*.txt (001_cd.txt)',
    ]);
    expect(hints(['part1.md', 'part2.md', 'part3.md', 'part6.md'].map((p) => entry(p)))).toEqual([
      'gap part4.md to part5.md (part3.md)',
    ]);
  });

  it.each([
    ['a number inside words that differ', ['noth0-a.txt', 'noth1-b.txt', 'noth3-c.txt']],
    [
      'a padded series that outgrows its padding',
      Array.from({ length: 120 }, (_, i) => `${String(i).padStart(2, '0')}_x.md`),
    ],
    ['two files are no series', ['000.txt', '002.txt']],
    ['years', ['2019.md', '2021.md', '2024.md']],
    ['numbers from elsewhere', ['rfc9110.txt', 'rfc9112.txt', 'rfc9114.txt']],
    ['more holes than files', ['pep-1.md', 'pep-20.md', 'pep-300.md']],
    ['a whole series', ['1.md', '2.md', '3.md']],
  ])('%s', (_name, paths) => expect(hints(paths.map((p) => entry(p)))).toEqual([]));
});
