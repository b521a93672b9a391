import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { keptOf, translates, type Kept } from '../views/translations.ts';

const kept = (text: string): Kept =>
  keptOf(createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text }));
const signs = Array.from({ length: 20 }, (_, i) => `field_${i} ${100 + i}`).join(', ');
const english = kept(
  `# One\n\n## Two\n\n## Three\n\nThis is what the service and all of its clients have to say: ${signs}.\n`,
);
const german = kept(
  `# Eins\n\n## Zwei\n\n## Drei\n\nDas ist, was der Dienst und alle seine Kunden zu sagen haben: ${signs}.\n`,
);
const other = kept(`# Eins\n\n## Zwei\n\nDas ist, was der Dienst und alle seine Kunden nicht zu sagen haben.\n`);

test('numbers, names and headings are the same, and the languages are not', () => {
  expect([english.language, german.language]).toEqual(['en', 'de']);
  expect(translates(english, german, false)).toBe(true);
  expect(translates(english, english, false)).toBe(false);
  expect(translates(english, other, false)).toBe(false);
});

test('long and strange text takes no time', () => {
  for (const text of ['-'.repeat(1e6), 'a-1'.repeat(4e5), '1'.repeat(1e6)]) {
    expect(kept(text).signs.length).toBeLessThan(3);
  }
});
