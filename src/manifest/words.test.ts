import { describe, expect, it } from 'vitest';
import {
  LANGUAGES,
  atLeastOf,
  editDistance,
  guessHeading,
  headingFor,
  isAcceptedWord,
  readHeading,
  statusOf,
  withoutFrom,
  wordKey,
} from './words.ts';

describe('headings', () => {
  it('each language has a heading for each role, and reads it back', () => {
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(20);
    for (const language of LANGUAGES)
      for (const role of ['specification', 'background', 'attachment', 'not-placed', 'left-out', 'accepted'] as const) {
        const written = headingFor(role, language);
        expect(readHeading(written).role, `${language}: ${written}`).toBe(role);
        expect(readHeading(`## 3. ${written.toUpperCase()}:`).role, `${language}: ${written}`).toBe(role);
      }
  });

  it.each([
    'Contents',
    'References',
    'Introduction',
    'API',
    'Kontakt',
    'Verification',
    'Included',
    'Narrative',
    '目录',
    '已分类',
    '说明',
    'Information',
    'FAQ',
    '',
    '1.',
    '📄',
  ])('%s is none of ours, nor near one', (text) => {
    expect(readHeading(text).role).toBeNull();
    expect(guessHeading(text)?.near ?? false).toBe(false);
  });

  it.each([
    ['Specifcations', 'specification'],
    ['Backgruond', 'background'],
    ['Not plased', 'not-placed'],
    ['Spezifikatonen', 'specification'],
    ['未归纳', 'not-placed'],
    ['Требованя', 'specification'],
  ])('%s is near %s', (text, role) => expect(guessHeading(text)).toMatchObject({ role, near: true }));

  it('two roles at once are none', () => expect(readHeading('Specifications / Background').role).toBeNull());
});

describe('words', () => {
  it('are compared by letters alone', () => {
    expect(wordKey('  Spe\u0301cs-2 (No.)📄')).toBe('spécsno');
    expect(wordKey('ISTANBUL')).toBe('istanbul');
    expect(wordKey('İ')).toBe('i');
    expect(wordKey('نیازمندی‌ها')).toBe(wordKey('نيازمندي ها'));
  });

  it.each([
    ['Optional', 'optional'],
    ['必需', 'required'],
    ['необов’язково', 'optional'],
    ['optional 2', null],
    ['optionally', null],
    ['', null],
  ])('status %s: %s', (text, status) => expect(statusOf(text)).toBe(status));

  it.each([
    ['from Finance', 'Finance'],
    ['From: Finance', 'Finance'],
    ['来自财务部', '财务部'],
    ['von der Buchhaltung', 'Buchhaltung'],
    ['frommage', 'frommage'],
    ['from', 'from'],
    ['Finance', 'Finance'],
  ])('%s: %s', (text, rest) => expect(withoutFrom(text)).toBe(rest));

  it.each([
    ['at least 1', 1],
    ['至少 3 个', 3],
    ['mindestens 2 Dateien', 2],
    ['>= 4', 4],
    ['3', null],
    ['at least one', null],
  ])('%s: %s', (text, count) => expect(atLeastOf(text)).toBe(count));

  it('accepted', () => {
    for (const word of ['accepted', 'Akzeptiert', '已接受', 'Принято', 'مقبول'])
      expect(isAcceptedWord(word)).toBe(true);
    expect(isAcceptedWord('api')).toBe(false);
  });

  it('edit distance', () => {
    expect(editDistance('abc', 'abc', 2)).toBe(0);
    expect(editDistance('abc', 'acb', 2)).toBe(1);
    expect(editDistance('abc', 'ab', 2)).toBe(1);
    expect(editDistance('abcdef', 'xyzdef', 2)).toBe(3);
  });
});
