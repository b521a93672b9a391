/**
 * `near-copy`, `old-version` and `contained`: false alarms on the corpus's documents grouped by source, each group as one
 * folder; and how much is found of copies, versions and parts that were made of its documents and put beside them.
 * `npm run eval:near-copies -- [--split train|dev] [--each N] [--missed] [--corpus DIR]`
 */
import { parseArgs } from 'node:util';
import { companion } from '../src/core/companions.ts';
import { createDocument } from '../src/core/document.ts';
import { hash64Units } from '../src/core/hash.ts';
import type { Document, Entry, Fact } from '../src/core/types.ts';
import { copyFact, copyPairs, judge, type CopyFact } from '../src/views/copies.ts';
import { dense } from '../src/views/dense.ts';
import { language } from '../src/views/language.ts';
import { lines } from '../src/views/lines.ts';
import { load, rows } from './corpus.ts';
import { folderOf } from './judge.ts';
import { random, wilson, type Random } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'train' },
    each: { type: 'string', default: '200' },
    missed: { type: 'boolean', default: false },
  },
});

interface Item {
  readonly path: string;
  readonly document: Document;
  readonly entry: Entry;
  readonly fact: Fact<CopyFact> | null;
}

let spent = 0;
let units = 0;
function itemOf(document: Document, its?: string): Item {
  const { path } = document;
  const hash = hash64Units(dense(document).units);
  const entry = { path, sha256: hash, print: { dense: hash }, language: its ?? language(document) } as unknown as Entry;
  const began = performance.now();
  const fact = copyFact(document);
  spent += performance.now() - began;
  units += document.units.length;
  return { path, document, entry, fact: fact ? { path, fact } : null };
}

interface Told {
  readonly check: string;
  readonly level: string;
  readonly a: string;
  readonly b: string;
  readonly message: string;
  readonly quotes: readonly (string | null)[];
  readonly line: number | null;
}

let pairs = 0;
/** What the three checks say of documents as one folder. */
function toldOf(items: readonly Item[], only?: string): Told[] {
  const sorted = items.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const texts = new Map(sorted.map((item) => [item.path, item.document]));
  const view = {
    ...folderOf(new Map(sorted.map((item) => [item.path, item.entry]))),
    companion: (path: string): boolean => companion(path) !== null,
  };
  const out: Told[] = [];
  for (const { a, b, data } of copyPairs(
    sorted.flatMap(({ fact }) => (fact ? [fact] : [])),
    view,
  )) {
    if (only !== undefined && a !== only && b !== only) continue;
    pairs++;
    const judged = judge(texts.get(a)!, texts.get(b)!, data, view);
    if (!judged) continue;
    const { observation } = judged;
    out.push({
      check: judged.check,
      level: observation.level ?? 'look',
      a,
      b,
      message: `${observation.places[0].path}: ${observation.message}`,
      quotes: observation.places.map(({ quote }) => quote),
      line: observation.places[0].line,
    });
  }
  return out;
}

const folders = new Map<string, Item[]>();
for (const row of rows(values.corpus)) {
  if (row.split !== values.split || !['spec', 'supporting'].includes(row.role)) continue;
  const document = await load(values.corpus, row).catch(() => undefined);
  if (!document || document.units.length === 0) continue;
  const item = itemOf(document);
  const folder = folders.get(row.source);
  if (folder) folder.push(item);
  else folders.set(row.source, [item]);
}

let all = 0;
let documents = 0;
const alarms = new Map<string, Set<string>>();
const speed = units / 1000 / spent;
for (const [source, items] of folders) {
  if (items.length < 2) continue;
  all++;
  documents += items.length;
  for (const { check, level, message, quotes } of toldOf(items)) {
    for (const key of [`${level} ${check}`, `${level} *`]) alarms.set(key, (alarms.get(key) ?? new Set()).add(source));
    console.log(
      `${level}\t${check}\t${source}\t${message}\t${JSON.stringify(quotes[0]?.slice(0, 100))}\t${JSON.stringify(quotes[1]?.slice(0, 100))}`,
    );
  }
}
console.log(
  `\n${values.split}: ${all} folders, ${documents} documents, ${pairs} pairs compared; collect ${speed.toFixed(1)} M units/s; folders with an alarm, per 100:`,
);
for (const [key, sources] of [...alarms].toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
  console.log(`  ${key}: ${sources.size}, ${wilson(sources.size, all)}`);

// ---------------------------------------------------------------------------------------------------------------------
// Made cases: how many are found, and whether the first place is right.

interface Made {
  /** Paths of the original and of what was made of it. */
  readonly paths?: readonly [string, string];
  readonly original?: readonly string[];
  readonly copy: readonly string[];
  /** Line, from 1, of the first difference in the copy; 0 where it is not asked for. */
  readonly line: number;
}

type Make = (text: string[], chance: Random, path: string, other: string[]) => Made | null;

/** Lines with some of their words changed: half of them by one letter, half by a word more. */
function some(text: readonly string[], chance: Random, share: number): Made {
  const copy = [...text];
  let first = 0;
  for (let i = 0; i < copy.length; i++)
    if (copy[i]!.trim() !== '' && chance.next() < share) {
      const at = Math.floor(copy[i]!.length / 2);
      copy[i] =
        `${copy[i]!.slice(0, at)}${chance.next() < 0.5 ? 'x' : ' another '}${copy[i]!.slice(at + chance.below(12))}`;
      first ||= i + 1;
    }
  return { copy, line: first };
}

const sections = (text: readonly string[]): number[] => text.flatMap((line, i) => (/^#{1,3} /u.test(line) ? [i] : []));

function named(path: string, of: (stem: string, extension: string) => string): string {
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const cut = dot > slash ? dot : path.length;
  return path.slice(0, slash) + of(path.slice(slash, cut), path.slice(cut));
}

/** The text with a line put behind its first one, edited a little. */
function headed(text: readonly string[], chance: Random, first: string, second: string): Made {
  const put = (lines: readonly string[], line: string): string[] => [lines[0]!, '', line, '', ...lines.slice(1)];
  return { original: put(text, first), copy: put(some(text, chance, 0.05).copy, second), line: 0 };
}

const COPIES: Readonly<Record<string, Make>> = {
  'one number changed': (text, chance) => {
    const with_ = text.flatMap((line, i) => (/\d/u.test(line) ? [i] : []));
    if (with_.length === 0) return null;
    const i = chance.pick(with_);
    const digit = text[i]!.replace(/\d/u, (each) => String((Number(each) + 1 + chance.below(8)) % 10));
    return { copy: text.with(i, digit), line: i + 1 };
  },
  'one line lost': (text, chance) => {
    const i = chance.below(text.length);
    return text[i]!.trim() === '' ? null : { copy: text.toSpliced(i, 1), line: i + 1 };
  },
  '2 % of the lines changed': (text, chance) => some(text, chance, 0.02),
  '5 % of the lines changed': (text, chance) => some(text, chance, 0.05),
  '10 % of the lines changed': (text, chance) => some(text, chance, 0.1),
  '10 % of the lines written anew': (text, chance) => {
    const copy = [...text];
    let line = 0;
    for (let i = 0; i < copy.length; i++)
      if (chance.next() < 0.1 && copy[i]!.trim() !== '') {
        copy[i] = `Changed: ${copy[i]!.trim().split('').reverse().join('')}`;
        line ||= i + 1;
      }
    return { copy, line };
  },
  'a section of a seventh more': (text, chance, _, other) => {
    const i = 1 + chance.below(text.length - 1);
    return { copy: text.toSpliced(i, 0, ...other.slice(0, Math.ceil(text.length / 7))), line: i + 1 };
  },
  'a seventh less': (text, chance) => {
    const count = Math.floor(text.length / 7);
    if (count < 1) return null;
    return { copy: text.toSpliced(1 + chance.below(text.length - count - 1), count), line: 0 };
  },
  'two sections in the other order': (text, chance) => {
    const at = sections(text);
    if (at.length < 5) return null;
    const i = 1 + chance.below(at.length - 3);
    const [p, q, r] = [at[i]!, at[i + 1]!, at[i + 2]!];
    return { copy: [...text.slice(0, p), ...text.slice(q, r), ...text.slice(p, q), ...text.slice(r)], line: 0 };
  },
  'all sections in another order': (text, chance) => {
    const at = sections(text).slice(1);
    if (at.length < 4) return null;
    const parts = at.map((from, i) => text.slice(from, at[i + 1] ?? text.length));
    for (let i = parts.length - 1; i > 0; i--) {
      const j = chance.below(i + 1);
      [parts[i], parts[j]] = [parts[j]!, parts[i]!];
    }
    return { copy: [...text.slice(0, at[0]), ...parts.flat()], line: 0 };
  },
};

const between = (path: string, a: (stem: string) => string, b: (stem: string) => string): [string, string] => [
  named(path, (stem, extension) => a(stem) + extension),
  named(path, (stem, extension) => b(stem) + extension),
];
const VERSIONS: Readonly<Record<string, Make>> = {
  'names -v1, -v2': (text, chance, path) => ({
    ...some(text, chance, 0.1),
    paths: between(
      path,
      (stem) => `${stem}-v1`,
      (stem) => `${stem}-v2`,
    ),
  }),
  'names with dates, a section more': (text, _, path, other) => ({
    copy: [...text, ...other.slice(0, Math.ceil(text.length / 3))],
    line: 0,
    paths: between(
      path,
      (stem) => `${stem}_2024-03`,
      (stem) => `${stem}_2024-11`,
    ),
  }),
  'a folder old': (text, chance, path) => ({ ...some(text, chance, 0.08), paths: [`old/${path}`, path] }),
  'names draft and final': (text, chance, path) => ({
    ...some(text, chance, 0.1),
    paths: between(
      path,
      (stem) => `${stem} draft`,
      (stem) => `${stem} final`,
    ),
  }),
  'a line Version: 1.0, 1.1': (text, chance) => headed(text, chance, 'Version: 1.0', 'Version: 1.1'),
  'a line of status and date': (text, chance) =>
    headed(text, chance, 'Status: draft, 12 March 2024', 'Status: approved, 3 June 2024'),
  'a line 版本': (text, chance) =>
    headed(text, chance, '版本：V2.3　日期：2023年9月1日', '版本：V2.4　日期：2024年1月15日'),
  'an entry more in the history': (text, chance) => ({
    original: [...text, '', '## Changes', '', '- 2023-02-01 first version'],
    copy: [...some(text, chance, 0.05).copy, '', '## Changes', '', '- 2023-02-01 first version', '- 2024-05-17 limits'],
    line: 0,
  }),
  'superseded by': (text, chance) =>
    headed(text, chance, 'This document is superseded by the file beside it.', 'This document is in force.'),
};

const PARTS: Readonly<Record<string, Make>> = {
  'a part in a larger text': (text, chance, _, other) => {
    if (other.length < text.length / 2 || text.join('').length < 3000) return null;
    const at = chance.below(other.length);
    const filler = [...other, ...other.map((line) => line.toUpperCase())];
    return { copy: [...filler.slice(0, at), ...some(text, chance, 0.03).copy, ...filler.slice(at)], line: 0 };
  },
};

const chance = random(1);
const pool = [...folders].flatMap(([source, items]) =>
  items
    .filter(({ document, fact }) => fact && document.units.length > 1200 && document.units.length < 200_000)
    .map((item) => ({ source, item })),
);
for (const [check, makes] of [
  ['near-copy', COPIES],
  ['old-version', VERSIONS],
  ['contained', PARTS],
] as const)
  for (const [name, make] of Object.entries(makes)) {
    let n = 0;
    let asked = 0;
    const hits = { its: 0, any: 0, right: 0, named: 0 };
    for (let attempt = 0; attempt < 20 * Number(values.each) && n < Number(values.each); attempt++) {
      const { source, item } = chance.pick(pool);
      const other = chance.pick(pool).item;
      const { document } = item;
      if (lines(document).count < 10) continue;
      const made = make(document.text.split('\n'), chance, item.path, other.document.text.split('\n'));
      if (!made) continue;
      const [path, copyPath] = made.paths ?? [
        item.path,
        named(item.path, (stem, extension) => `${stem} copy${extension}`),
      ];
      const init = { format: document.format, encoding: 'utf-8' };
      const its = item.entry.language ?? 'und';
      const original = itemOf(
        createDocument({ ...init, path, text: made.original ? made.original.join('\n') : document.text }),
        its,
      );
      const copy = itemOf(createDocument({ ...init, path: copyPath, text: made.copy.join('\n') }), its);
      if (original.entry.sha256 === copy.entry.sha256 || !original.fact || !copy.fact) continue;
      n++;
      const everything = toldOf(
        [...folders.get(source)!.filter((each) => each !== item && each.path !== copyPath), original, copy],
        copyPath,
      );
      const told = everything.filter(({ level }) => level !== 'note');
      const mine = told.filter(({ a, b }) => [a, b].includes(path) && [a, b].includes(copyPath));
      if (told.length > 0) hits.any++;
      if (mine.some((each) => each.check === check)) hits.its++;
      if (check === 'old-version' && mine.some((each) => each.check === check && each.message.startsWith(`${path}: `)))
        hits.named++;
      if (made.line > 0 && mine.length > 0) {
        asked++;
        if (mine.some(({ line }) => line !== null && Math.abs(line - made.line) <= 1)) hits.right++;
      }
      if (values.missed && !mine.some((each) => each.check === check))
        console.log(
          `missed\t${name}\t${source}\t${path}\t${copyPath}\t${everything.map((each) => `${each.level} ${each.check} ${each.message}`).join(' | ')}`,
        );
    }
    console.log(
      `${check}, ${name}: ${wilson(hits.its, n)} of ${n}; with another finding of the copy ${wilson(hits.any, n)}${check === 'old-version' ? `; the older one named ${wilson(hits.named, hits.its)}` : asked > 0 ? `; first line within one ${wilson(hits.right, asked)}` : ''}`,
    );
  }
