/** Every check has a page, and every example on it is true. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from './index.ts';
import { checkFiles } from './testing/folder.ts';
import { malformed, readPage, told } from './testing/page.ts';

const here = new URL('.', import.meta.url);
const names = readdirSync(here);
const ids = names
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -3));
/** The check `index` cannot lie in a file of that name. */
const fileOf = (id: string): string => (id === 'index' ? 'index-file' : id);

test('every check file is in the list of checks, and the other way round', () => {
  expect(checks.map((check) => fileOf(check.id)).toSorted()).toEqual(ids.toSorted());
});

for (const check of checks)
  describe(check.id, () => {
    const page = readPage(readFileSync(new URL(`${fileOf(check.id)}.md`, here), 'utf8'));

    test('the page is named as the check is', () => {
      expect(page.title).toBe(check.title);
      expect(page.sections).toEqual(expect.arrayContaining(['Finds', 'Leaves alone']));
      for (const section of ['Finds', 'Leaves alone'])
        expect(page.examples.filter((example) => example.section === section)).not.toHaveLength(0);
    });

    for (const { section, line, files, sealed, links, expected } of page.examples)
      test(`${section}, line ${line}`, async () => {
        expect(malformed(expected)).toEqual([]);
        if (section === 'Finds') expect(expected).not.toEqual([]);
        const { report } = await checkFiles(files, undefined, { sealed, links });
        expect(report.checked.skipped.filter(({ why }) => why.includes('the check'))).toEqual([]);
        const findings = report.findings.filter((finding) => finding.check === check.id);
        expect(told(findings, expected)).toEqual(expected);
      });
  });
