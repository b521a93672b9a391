import { describe, expect, it } from 'vitest';
import { folderKey, parseExpectList } from './expect-list.ts';
import { glob } from './glob.ts';

describe('glob', () => {
  it.each([
    ['*.pdf', 'a.pdf', true],
    ['*.pdf', 'a/b.pdf', false],
    ['*.pdf', '.pdf', true],
    ['**/*.pdf', 'a.pdf', true],
    ['**/*.pdf', 'a/b/c.pdf', true],
    ['specs/**/*.md', 'specs/a.md', true],
    ['specs/**/*.md', 'specs/a/b/c.md', true],
    ['specs/**/*.md', 'spec/a.md', false],
    ['specs/**', 'specs/a/b', true],
    ['specs/**', 'specs', false],
    ['specs/*/', 'specs/a/b.md', true],
    ['**', 'a/b/c', true],
    ['**/**/x', 'x', true],
    ['a/**/b/**/c', 'a/1/b/2/3/c', true],
    ['a/**/b/**/c', 'a/1/2/3/c', false],
    ['a?.md', 'ab.md', true],
    ['a?.md', 'a😀.md', true],
    ['a?.md', 'a/.md', false],
    ['a*b*c', 'aXbYbc', true],
    ['a*b*c', 'aXbYb', false],
    ['[a].md', '[a].md', true],
    ['[a].md', 'a.md', false],
    ['a**b', 'aXXb', true],
    ['规范*.md', '规范一.md', true],
  ])('%s %s %s', (pattern, path, expected) => expect(glob(pattern).matches(path)).toBe(expected));

  it('is quick on hard ones', () => {
    expect(glob(`${'*a'.repeat(200)}b`).matches('a'.repeat(5000))).toBe(false);
    expect(glob(`${'**/a/'.repeat(200)}b`).matches('a/'.repeat(5000))).toBe(false);
  });
});

describe('expect list', () => {
  it('reads quotes, comments, blank lines, CRLF and BOM', () => {
    const list = parseExpectList(
      '\ufeff# c\r\n\r\na\t"x\ty ""z"".md"\tspec\r\na\tb%20.md\tHintergrund\nb\t"two\nlines.md"\nb\tc.md\n',
      'l',
    );
    expect(list.errors).toEqual([]);
    expect(list.rows.map((row) => [row.line, row.folder, row.path, row.declared])).toEqual([
      [3, 'a', 'x\ty "z".md', 'specification'],
      [4, 'a', 'b%20.md', 'background'],
      [5, 'b', 'two\nlines.md', 'specification'],
      [7, 'b', 'c.md', 'specification'],
    ]);
  });

  it.each([
    ['a', 1, /found one field/],
    ['a\tb\tc\td\te', 1, /at most 4/],
    ['a\tb.md\nc\t../x.md', 2, /leaves the folder/],
    ['a\tb.md\tfoo', 1, /role "foo"/],
    ['a\tb.md\t\txyz', 1, /sha256/],
    ['a\tb/', 1, /is a folder/],
    ['\tb.md', 1, /folder is empty/],
    ['a\t"b.md', 1, /never closed/],
    ['a\t"b"c.md', 1, /closing quote/],
    ['a\tb.md\na\tb.md\tbackground', 2, /line 1 too/],
  ])('%j: error in line %i', (text, line, message) => {
    const { errors } = parseExpectList(text, 'l');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.line).toBe(line);
    expect(errors[0]!.message).toMatch(message);
  });

  it('a path twice in the same way is fine', () =>
    expect(parseExpectList('a\tb.md\na\tb.md\n', 'l')).toMatchObject({ errors: [], rows: [{ line: 1 }] }));

  it.each([
    ['./a/', 'a'],
    ['a//', 'a'],
    ['.', '.'],
    ['./', '.'],
    ['/', '/'],
    ['/a/', '/a'],
    ['../a', '../a'],
  ])('folder %s is %s', (folder, key) => expect(folderKey(folder)).toBe(key));
});
