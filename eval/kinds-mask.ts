/**
 * The documents with names and topic words masked: how much of what the classifier knows is what texts are about? A word that
 * stands in fewer than 24 sources, and a capitalised word inside a sentence, becomes x of the same length and case; so does a
 * character of a dense script whose pairs with both neighbours stand in fewer than 24 sources.
 */
import { createDocument } from '../src/core/document.ts';
import { DENSE, unitTables, WORD } from '../src/kind/matcher.ts';
import { type Data, dataOf } from './kinds-data.ts';
import type { Labelled } from './kinds-corpus.ts';

const SOURCES = 24;
const X = 0x78;
const UPPER_X = 0x58;
/** Stands for a character of a dense script. */
const SOME = 0x67d0;
/** What is read of a document for its words. */
const UNITS = 65_536;

export function masked(documents: readonly Labelled[], shaped: readonly Labelled[]): Data {
  const counts = new Map<number, number>();
  const last = new Map<number, string>();
  const ordered = [...documents].sort((a, b) =>
    a.row.source < b.row.source ? -1 : a.row.source > b.row.source ? 1 : 0,
  );
  for (const { document, row } of ordered)
    pieces(document.units.subarray(0, UNITS), (hash) => {
      if (last.get(hash) === row.source) return;
      last.set(hash, row.source);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    });
  const known = (hash: number): boolean => (counts.get(hash) ?? 0) >= SOURCES;
  return dataOf(
    documents.map((one) => {
      const units = mask(one.document.units, known);
      const { path, format } = one.document;
      return { ...one, document: createDocument({ path, format, encoding: 'utf-8', text: units }) };
    }),
    shaped,
  );
}

/** Visits each word and each pair of dense characters with its hash and its units [start, end). */
function pieces(units: Uint16Array, visit: (hash: number, start: number, end: number, dense: boolean) => void): void {
  const { classes, fold } = unitTables();
  for (let at = 0; at < units.length;) {
    const kind = classes[units[at]!]!;
    if (kind === DENSE) {
      if (at + 1 < units.length && classes[units[at + 1]!] === DENSE)
        visit((units[at]! << 16) ^ units[at + 1]!, at, at + 2, true);
      at++;
    } else if (kind === WORD) {
      const start = at;
      let hash = 7;
      while (at < units.length && classes[units[at]!] === WORD)
        hash = Math.imul(hash ^ fold[units[at++]!]!, 0x01000193);
      visit(hash, start, at, false);
    } else at++;
  }
}

function mask(from: Uint16Array, known: (hash: number) => boolean): Uint16Array {
  const { fold } = unitTables();
  const units = from.slice();
  const keep = new Uint8Array(units.length);
  pieces(from, (hash, start, end, dense) => {
    if (dense) {
      if (known(hash)) keep[start] = keep[start + 1] = 1;
      else {
        units[start] ||= SOME;
        keep[start] ||= 2;
        keep[start + 1] ||= 2;
      }
      return;
    }
    const title = fold[from[start]!] !== from[start] && end - start > 1 && fold[from[start + 1]!] === from[start + 1];
    const inside =
      start >= 2 &&
      from[start - 1] === 0x20 &&
      (fold[from[start - 2]!] !== from[start - 2] || isLower(from[start - 2]!));
    if (known(hash) && !(title && inside)) return;
    for (let i = start; i < end; i++)
      if (!(from[i]! >= 0x30 && from[i]! <= 0x39)) units[i] = fold[from[i]!] === from[i] ? X : UPPER_X;
  });
  for (let i = 0; i < units.length; i++) if (keep[i] === 2) units[i] = SOME;
  return units;
}

function isLower(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x2c || unit >= 0xdf;
}
