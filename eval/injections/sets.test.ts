import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import { random } from '../random.ts';
import { setDecoys, setInjections } from './sets-all.ts';
import { instructionTexts } from './sets-instructions.ts';
import type { Change, SetFolder } from './sets-types.ts';
import type { Half, Severity } from './types.ts';

const SUBJECTS = ['queue', 'ledger', 'gateway', 'archive', 'scheduler', 'monitor', 'registry', 'printer'];

/** A chapter with requirements, values, duties, dates and a link to the next one. */
function chapter(subject: string, k: number, kin: string): string {
  const sections = Array.from({ length: 6 }, (_, i) => {
    const n = 10 * (k + 2) + i;
    return `## ${String(i + 1)}. Part ${String(i + 1)} of the ${subject}

The ${subject} keeps at most ${String(n)} open entries for each client, and refuses further ones until the oldest has been closed. Every entry of the ${subject} MUST carry the name of its sender and the time at which it was made. The level of the ${subject} is set by \`${subject}_level\`, whose default is "careful" for new clients.

- REQ-${subject.slice(0, 1).toUpperCase()}${String(i)}: see the text above.

A lost entry of the ${subject} is reported within ${String(n + 3)} seconds, together with the number of attempts that were made before. The rule holds since 2024-0${String(i + 1)}-15 for every branch of the company and its partners.
`;
  });
  const list = Array.from(
    { length: 6 },
    (_, i) => `- FR-${String(10 * k + i + 1).padStart(3, '0')}: The ${subject} answers request ${String(i)} in order.`,
  );
  return `# The ${subject}

This chapter says how the ${subject} works with its neighbours. Details of what follows stand in [the next chapter](${kin}).

${sections.join('\n')}
## Requirements

${list.join('\n')}
`;
}

const GERMAN = `# Sicherung

Der Dienst sichert den Bestand jede Nacht und bewahrt jede Sicherung 30 Tage lang auf, sofern nichts anderes vereinbart ist. Die Anlage muss den Abschluss jeder Sicherung innerhalb von 20 Minuten an die Leitstelle melden, damit ein Ausfall auffällt.

## Wiederherstellen

Beim Wiederherstellen wird zuerst der Dienst angehalten, dann wird die neueste Sicherung in den Ordner der Daten kopiert. Danach prüft die Leitstelle die Zahl der Datensätze und gibt den Betrieb wieder frei.
`;

const SPANISH = `# Manual

El equipo debe revisarse antes de cada turno y la revisión se anota en el registro, que se conserva durante 24 meses en la oficina. El responsable firma la hoja y la entrega al final de la semana junto con las mediciones tomadas.

## Uso

El sistema guarda los datos cada 15 minutos y avisa al operador cuando la memoria está casi llena. El operador descarga los datos y vacía la memoria siguiendo los pasos indicados.
`;

function folder(name: string, subjects: readonly string[]): SetFolder {
  const names = subjects.map((subject, k) => `docs/${String(k + 1).padStart(2, '0')}-${subject}.md`);
  const files: [string, string][] = subjects.map((subject, k) => [
    names[k]!,
    chapter(subject, k, names[(k + 1) % names.length]!.slice(5)),
  ]);
  files.push(['docs/sicherung.md', GERMAN.repeat(1)], ['docs/manual.md', SPANISH]);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    documents: files.map(([path, text]) => createDocument({ path, format: 'markdown', encoding: 'utf-8', text })),
    paths: new Set(files.map(([path]) => path)),
  };
}

const FOLDERS = [folder('a', SUBJECTS.slice(0, 6)), folder('b', SUBJECTS.slice(2))];
/** Documents of words that are nobody's: another subject and another language. */
const OTHERS = ['tulips', 'granite', 'violins', 'harbours'].map((name): SetFolder => {
  const chance = random(name.length * 7 + name.charCodeAt(0));
  const word = (): string =>
    Array.from({ length: 3 }, () => chance.pick(['ba', 'ko', 'lu', 'mi', 'ra', 'se', 'ty'])).join('');
  const text = Array.from({ length: 30 }, () => `${Array.from({ length: 12 }, word).join(' ')}.`).join('\n\n');
  const path = `${name}.md`;
  return {
    name,
    documents: [createDocument({ path, format: 'markdown', encoding: 'utf-8', text: `# ${name}\n\n${text}\n` })],
    paths: new Set([path]),
  };
});
const SEVERITIES: readonly Severity[] = ['mild', 'moderate', 'severe'];
const HALVES: readonly Half[] = ['train', 'dev'];

const linesOf = (changes: readonly Change[], from: SetFolder, path: string): number => {
  const change = changes.find((each) => each.path === path);
  const text =
    change && 'text' in change
      ? change.text
      : change
        ? undefined
        : from.documents.find((document) => document.path === path)?.text;
  return text === undefined ? 0 : text.split('\n').length;
};

describe.each(setInjections.map((injection) => [injection.id, injection] as const))('%s', (id, injection) => {
  it('is put in somewhere, the same for the same seed, at places that are there', () => {
    for (const half of HALVES) {
      let made = 0;
      for (const from of FOLDERS)
        for (const severity of SEVERITIES)
          for (let seed = 0; seed < 12; seed++) {
            const put = () => injection.inject(from, random(seed), severity, half, (chance) => chance.pick(OTHERS));
            const damage = put();
            expect(put()).toEqual(damage);
            if (!damage) continue;
            made++;
            expect(damage.changes.length).toBeGreaterThan(0);
            for (const change of damage.changes) {
              if ('remove' in change) expect(from.paths.has(change.path)).toBe(true);
              if ('text' in change)
                expect(from.documents.find((document) => document.path === change.path)?.text === change.text).toBe(
                  id === 'duplicate' && from.paths.has(change.path),
                );
            }
            for (const { path, line } of damage.places) {
              const lines = linesOf(damage.changes, from, path);
              expect(lines, path).toBeGreaterThan(0);
              expect(line ?? 1).toBeLessThanOrEqual(lines);
            }
            if (damage.gone !== undefined) {
              expect(damage.changes.some((each) => each.path === damage.gone && !('remove' in each))).toBe(false);
            }
          }
      expect(made, half).toBeGreaterThan(0);
    }
  });
});

describe.each(setDecoys.map((decoy) => [decoy.id, decoy] as const))('%s', (_, decoy) => {
  it('is made somewhere, the same for the same seed, and takes nothing out', () => {
    let made = 0;
    for (const half of HALVES)
      for (const from of FOLDERS)
        for (let seed = 0; seed < 8; seed++) {
          const changes = decoy.make(from, random(seed), half);
          expect(decoy.make(from, random(seed), half)).toEqual(changes);
          if (!changes) continue;
          made++;
          expect(changes.length).toBeGreaterThan(0);
          expect(changes.every((change) => !('remove' in change))).toBe(true);
        }
    // some are in languages that these folders do not have
    if (decoy.like !== 'open-point') expect(made).toBeGreaterThan(0);
  });
});

describe('texts for programs that read', () => {
  it.each(Object.entries(instructionTexts))('%s has two halves without a text in common', (_, { train, dev }) => {
    expect(train.length).toBeGreaterThan(0);
    expect(dev.length).toBeGreaterThan(0);
    expect(train.filter((text) => dev.includes(text))).toEqual([]);
  });
});
