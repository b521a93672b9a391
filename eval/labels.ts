/**
 * What a person found who read an alarm on a clean real document once: kept by the document's hash, so that it can be
 * published without the document.
 */
import { readFileSync } from 'node:fs';

/** `true`: the damage is there. `template`, `example`: sound, and why it looks broken. `false`: sound, a wrong alarm. */
export type Label = 'true' | 'template' | 'example' | 'false';

const FILE = new URL('labels.tsv', import.meta.url);

/** The labels, by document hash, check and the line (from 1) of the alarm's first place. */
export function readLabels(): ReadonlyMap<string, Label> {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [sha256, check, at, label] = line.split('\t');
      return [labelKey(sha256!, check!, at === '' ? null : Number(at)), label as Label];
    }),
  );
}

export function labelKey(sha256: string, check: string, line: number | null): string {
  return `${sha256} ${check} ${line ?? ''}`;
}
