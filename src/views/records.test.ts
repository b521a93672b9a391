import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { isRecord } from './records.ts';

const is = (path: string): boolean =>
  isRecord(createDocument({ path, format: 'markdown', encoding: 'utf-8', text: '' }));

test('changelogs, licences and lists of people are told by their names', () => {
  for (const path of [
    'CHANGELOG.md',
    'a/b/Release-Notes-2.1.txt',
    'LICENSE',
    'LICENSE-MIT',
    'NEWS.gz',
    'changelog_03.rst',
    'copying.lesser',
    'AUTHORS.md',
  ])
    expect(is(path), path).toBe(true);
});

test('what is to be built is none', () => {
  for (const path of [
    'requirements.md',
    'requirements.txt',
    'requirements-v2.md',
    'news-service.md',
    'licensing.md',
    'license-server.md',
    'history-api.md',
    'changes/api.md',
  ])
    expect(is(path), path).toBe(false);
});
