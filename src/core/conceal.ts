/** Keeps what is secret out of a report: no quote and no message of any check shows it, whichever check found it. */
import type { Concealed, Document, Observation, Place } from './types.ts';

/** Units by which a piece of a secret is known again; a shorter secret must stand there whole. */
const PIECE = 12;
/** Units of a secret below which a word in it may be one of the text's own. */
const LEAST = 6;
/** Secrets of one document, units of one, and pieces in all that are looked for: a file with more is a list of them. */
const MOST = 200;
const UNITS = 4000;
const PIECES = 400_000;

/** What the observations of a document say that nobody may quote, with its words. */
export function concealedIn(document: Document, observations: Iterable<Observation>): readonly Concealed[] {
  const out: Concealed[] = [];
  for (const { conceals } of observations)
    for (const { start, end } of conceals ?? [])
      if (out.length < MOST) out.push({ start, end, text: document.slice(start, Math.min(end, start + UNITS)) });
  return out.sort((a, b) => a.start - b.start);
}

export interface Conceal {
  readonly text: (text: string) => string;
  readonly observation: (observation: Observation) => Observation;
}

const AS_IT_IS: Conceal = { text: (text) => text, observation: (observation) => observation };

/** Takes secrets, given by the path of their document, out of what is to be printed. */
export function concealer(secrets: ReadonlyMap<string, readonly Concealed[]>): Conceal {
  // by their length
  const pieces = new Map<number, Set<string>>();
  let count = 0;
  for (const list of secrets.values())
    for (const { text } of list)
      // a key of many lines; the last of them is the same in all
      for (const part of text.split('-----', 1)[0]!.split(/\s+|\\[nr]/u)) {
        if (part.length < LEAST) continue;
        const size = Math.min(PIECE, part.length);
        const set = pieces.get(size) ?? new Set();
        pieces.set(size, set);
        for (let i = 0; i + size <= part.length && count < PIECES; i++, count++) set.add(part.slice(i, i + size));
      }
  if (secrets.size === 0) return AS_IT_IS;

  /** Where secrets stand in a text: pairs of start and end, in order, not overlapping. */
  const stretches = (text: string): number[] => {
    const found: [number, number][] = [];
    for (const [size, set] of pieces)
      for (let i = 0; i + size <= text.length; i++) if (set.has(text.slice(i, i + size))) found.push([i, i + size]);
    const out: number[] = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0]))
      if (out.length > 0 && start <= out.at(-1)!) out[out.length - 1] = Math.max(out.at(-1)!, end);
      else out.push(start, end);
    return out;
  };
  const text = (whole: string): string => {
    const found = stretches(whole);
    if (found.length === 0) return whole;
    let out = '';
    let from = 0;
    for (let i = 0; i < found.length; i += 2) {
      out += `${whole.slice(from, found[i])}…`;
      from = found[i + 1]!;
    }
    return out + whole.slice(from);
  };
  /** A quote is a slice of the text: it ends where a secret begins. */
  const place = (one: Place): Place => {
    const note = one.note === undefined ? undefined : text(one.note);
    const { quote, start } = one;
    let shown = quote?.length ?? 0;
    if (quote !== null && start !== null) {
      const own = secrets.get(one.path)?.find((secret) => secret.end > start && secret.start < start + quote.length);
      if (own) shown = Math.max(0, own.start - start);
    }
    if (quote !== null) shown = Math.min(shown, stretches(quote)[0] ?? shown);
    if (shown === (quote?.length ?? 0) && note === one.note) return one;
    return {
      ...one,
      ...(quote === null ? {} : { quote: quote.slice(0, shown) }),
      ...(start === null ? {} : { end: start + shown }),
      ...(note === undefined ? {} : { note }),
    };
  };
  return {
    text,
    observation: (one) => {
      const [first, ...rest] = one.places;
      return {
        ...one,
        message: text(one.message),
        ...(one.next === undefined ? {} : { next: text(one.next) }),
        places: [place(first), ...rest.map(place)],
      };
    },
  };
}
