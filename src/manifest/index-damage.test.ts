/**
 * Damage to an index, one accident at a time. Whatever it does, an entry that was there is either still read with its
 * role (or one that asks for as much), or there is a `stop`, or the text can no longer be decoded.
 */
import { describe, expect, it } from 'vitest';
import { intentOf } from './intent.ts';
import { bytesOfPath, encodePath } from './paths.ts';
import { Random, damage, randomIndex } from './testing/random-index.ts';
import type { Intent } from './types.ts';

const FULL = process.env['SEEDCHECK_FULL'] === '1';
const RUNS = FULL ? 100_000 : 2000;
const FIRST = Number(process.env['SEEDCHECK_SEED'] ?? 1);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** READY by presence alone: indexed, no stop, all that is required is here, all that is here is placed. */
function ready(intent: Intent, files: readonly string[], sealed: readonly string[]): boolean {
  if (!intent.indexed || intent.faults.some((fault) => fault.level === 'stop')) return false;
  const here = new Set(files);
  const placed = (declared: string): boolean => declared !== 'not-placed' && declared !== 'left-out';
  for (const entry of intent.entries)
    if (placed(entry.declared) && entry.status !== 'optional' && entry.what === 'file' && !here.has(entry.path))
      return false;
  for (const file of files) {
    if (file === 'INDEX.md' || intent.contracts.includes(file)) continue;
    const says = intent.declares(file);
    if (!says || says.declared === 'not-placed') return false;
  }
  return sealed.every((path) => here.has(path) || intent.declares(path)?.declared === 'left-out');
}

const of = (text: string, files: readonly string[], hasSeal: boolean): Intent =>
  intentOf({ files, indexes: new Map([['INDEX.md', text]]), hasSeal });

describe('one accident', () => {
  it(`${RUNS} times`, () => {
    const kinds = new Map<string, number>();
    let turned = 0;
    const lost: string[] = [];
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      const random = new Random(seed);
      const index = randomIndex(random, encodePath);
      const accident = damage(random, bytesOfPath(index.text));
      if (!accident) continue;
      let text: string;
      try {
        text = strict.decode(accident.bytes);
      } catch {
        continue;
      }
      if (text === index.text) continue;
      kinds.set(accident.kind, (kinds.get(accident.kind) ?? 0) + 1);

      // A folder that is not ready, for one reason: a placed file is gone, or one that is here is not placed.
      const placed = index.entries.filter((entry) => entry.role !== 'not-placed' && entry.role !== 'left-out');
      const here = index.entries.filter((entry) => entry.role !== 'left-out').map((entry) => entry.path);
      const sealed = placed.map((entry) => entry.path);
      const gone = random.chance(50) && placed.length > 0 ? random.pick(placed).path : null;
      const files = ['INDEX.md', ...here.filter((path) => path !== gone)];
      const before = of(index.text, files, true);
      const wasReady = ready(before, files, sealed);
      const after = of(text, files, true);
      if (!wasReady && ready(after, files, sealed)) {
        turned++;
        if (lost.length < 12)
          lost.push(`TURNED seed ${seed} ${accident.kind} at ${accident.at}: ${excerpt(index.text, text)}`);
      }

      // Not sealed: an entry that can no longer be read is a stop, where it is not cut off whole by a truncation.
      const intent = of(text, files, false);
      if (intent.faults.some((fault) => fault.level === 'stop') || intent.source === 'none') continue;
      const read = new Map(intent.entries.map((entry) => [entry.path, entry.declared]));
      const strange =
        intent.entries.length > 0 &&
        intent.entries.some((entry) => !index.entries.some(({ path }) => path === entry.path));
      for (const entry of index.entries) {
        if (read.has(entry.path)) continue;
        // What follows a truncation is gone without a trace; a name that became another name is read (and missing).
        const line = lineOffset(index.lines, entry.line);
        if (accident.kind === 'truncated' && accident.at <= line + 1) continue;
        if (strange) continue;
        // Two letters gone from a name without markup leave a word like any other.
        if (accident.kind === 'two deleted' && !index.lines[entry.line]!.includes('](')) continue;
        if (lost.length < 12)
          lost.push(`LOST seed ${seed} ${accident.kind} ${entry.path}: ${excerpt(index.text, text)}`);
      }
    }
    expect(lost).toEqual([]);
    expect(turned).toBe(0);
    if (FULL) console.log(Object.fromEntries(kinds));
  }, 600_000);
});

function lineOffset(lines: readonly string[], line: number): number {
  return bytesOfPath(lines.slice(0, line).join('')).length;
}

function excerpt(before: string, after: string): string {
  let at = 0;
  while (before.charAt(at) === after.charAt(at) && at < before.length) at++;
  return `${JSON.stringify(before.slice(Math.max(0, at - 50), at + 60))} became ${JSON.stringify(after.slice(Math.max(0, at - 50), at + 60))}`;
}
