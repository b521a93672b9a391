/**
 * A check holds its level, or is demoted: what `npm run eval:accuracy` measured on clean documents (eval/measured.json)
 * must be within what a level promises.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../src/checks/index.ts';

interface Measured {
  readonly documents: number;
  /** Documents with a wrong alarm, by check and level. */
  readonly wrong: Readonly<Record<string, { readonly stop: number; readonly look: number }>>;
}
const { documents, wrong } = JSON.parse(
  readFileSync(new URL('../eval/measured.json', import.meta.url), 'utf8'),
) as Measured;

/** Wrong alarms per 1,000 clean documents, of all checks together; of one check half of that. */
const MOST = { stop: 1, look: 10 };

test('enough documents were measured for one in a thousand to show', () => {
  expect(documents).toBeGreaterThanOrEqual(3000);
});

describe.each(['stop', 'look'] as const)('%s', (level) => {
  test('all checks together', () => {
    const sum = Object.values(wrong).reduce((all, each) => all + each[level], 0);
    expect((1000 * sum) / documents).toBeLessThanOrEqual(MOST[level]);
  });
  test.each(checks.map((check) => check.id))('%s holds it, or is to be demoted', (id) => {
    expect(wrong[id], `${id} was not measured: run npm run eval:accuracy`).toBeDefined();
    expect((1000 * wrong[id]![level]) / documents).toBeLessThanOrEqual(MOST[level] / 2);
  });
});
