import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refresh } from '../scripts/readme.ts';

test('what the README shows is what the tool prints (npm run readme)', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain('```console');
  expect(refresh(readme)).toBe(readme);
});
