/** Words whose first letters spell an abbreviation of the document, and the same word in small letters: what it means is told. */
import type { Document } from '../core/types.ts';
import { classes, DIGIT, isName, LONGEST, LOWER, MOST_UNITS, UPPER, type Candidate } from './abbreviations.ts';

/** Words of so many units at most need not have a letter in the abbreviation: `of`, `and`, `für`. */
const SMALL_WORD = 3;
const MOST_SKIPPED = 2;
/** From so many letters on, words in small letters spell an abbreviation anywhere; of fewer, that would be chance. */
const SURE_LETTERS = 4;
/** Abbreviations of a document that are looked for spelled out; each costs time at every word. */
const MOST_SPELLED = 2000;

const RING = 32;
/** Whether any abbreviation begins, ends with a letter, by its low bits: most words are settled by a look here. */
const firsts = new Uint8Array(0x100);
const lasts = new Uint8Array(0x100);

/** Marks those that are spelled out somewhere as explained. */
export function spell(document: Document, found: ReadonlyMap<string, Candidate>): void {
  const { kinds, folded } = classes();
  const open = [...found.values()].filter(({ explained, count }) => !explained && count > 0);
  if (open.length === 0) return;
  // so many are codes; of those beyond, nothing is told
  for (const candidate of open.splice(MOST_SPELLED)) candidate.explained = true;
  /** By last letter; and by the whole, without regard to case. */
  const byLast = new Map<number, Candidate[]>();
  const byHash = new Map<number, Candidate>();
  firsts.fill(0);
  lasts.fill(0);
  for (const candidate of open) {
    let hash = 0;
    for (let i = 0; i < candidate.text.length; i++)
      hash = (Math.imul(hash, 31) + folded[candidate.text.charCodeAt(i)]!) | 0;
    byHash.set(hash, candidate);
    firsts[folded[candidate.text.charCodeAt(0)]! & 0xff] = 1;
    const last = folded[candidate.text.charCodeAt(candidate.text.length - 1)]!;
    lasts[last & 0xff] = 1;
    const same = byLast.get(last);
    if (same) same.push(candidate);
    else byLast.set(last, [candidate]);
  }
  const { units } = document;
  const end = Math.min(units.length, MOST_UNITS);
  const initials = new Uint16Array(RING);
  const lengths = new Uint32Array(RING);
  const capitals = new Uint8Array(RING);
  let words = 0;
  for (let i = 0; i < end;) {
    const kind = kinds[units[i]!];
    if (kind !== UPPER && kind !== LOWER) {
      i++;
      continue;
    }
    const start = i++;
    let uppers = kind === UPPER ? 1 : 0;
    for (let each: number; i < end && ((each = kinds[units[i]!]!) === LOWER || each === UPPER); i++)
      if (each === UPPER) uppers++;
    const length = i - start;
    if (
      length <= LONGEST &&
      firsts[folded[units[start]!]! & 0xff] === 1 &&
      (uppers === 0 || (uppers === 1 && kind === UPPER))
    ) {
      let hash = 0;
      for (let j = start; j < i; j++) hash = (Math.imul(hash, 31) + folded[units[j]!]!) | 0;
      const same = byHash.get(hash);
      if (same && !isName(units, start, i)) same.explained = true;
    }
    const slot = words++ % RING;
    initials[slot] = folded[units[start]!]!;
    lengths[slot] = length;
    capitals[slot] = kind === UPPER ? 1 : 0;
    if (uppers > 1 && uppers === length) {
      // `normalized device coordinates, NDC`; a word that is itself in capitals is no word of a full name
      const same = length <= LONGEST ? found.get(document.slice(start, i)) : undefined;
      if (same && !same.explained && words > 1 && spells(same.text, words - 2, true)) same.explained = true;
      continue;
    }
    const ending = lasts[folded[units[start]!]! & 0xff] === 1 ? byLast.get(folded[units[start]!]!) : undefined;
    if (!ending) continue;
    for (const candidate of ending)
      if (!candidate.explained && spells(candidate.text, words - 1)) candidate.explained = true;
  }

  /** Whether the words up to and with the one at `index` begin with the letters of `text`; `near`, right before it. */
  function spells(text: string, index: number, near = false): boolean {
    if (initials[index % RING] !== folded[text.charCodeAt(text.length - 1)]) return false;
    let word = index;
    let skipped = 0;
    for (let letter = text.length - 2; letter >= 0;) {
      // the 2 of `E2EE` stands for `to`, that of `P2PK` too
      if (kinds[text.charCodeAt(letter)] === DIGIT) {
        letter--;
        continue;
      }
      word--;
      if (word < 0 || index - word >= RING) return false;
      const slot = word % RING;
      if (initials[slot] === folded[text.charCodeAt(letter)]) {
        letter--;
        skipped = 0;
      } else if (lengths[slot]! > SMALL_WORD || ++skipped > MOST_SKIPPED) return false;
    }
    return near || text.length >= SURE_LETTERS || (capitals[word % RING] === 1 && capitals[index % RING] === 1);
  }
}
