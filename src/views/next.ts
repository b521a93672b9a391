/** The next unit that something may begin with. */

/**
 * Offset of the first unit from `from` on that is not 0 in the table; the length of the units where there is none. Four
 * units a turn: where hardly any is told, that takes half the time of a loop over each.
 */
export function nextIn(table: Uint8Array, units: Uint16Array, from: number): number {
  const { length } = units;
  let i = from;
  const whole = length - 3;
  while (i < whole && (table[units[i]!]! | table[units[i + 1]!]! | table[units[i + 2]!]! | table[units[i + 3]!]!) === 0)
    i += 4;
  while (i < length && table[units[i]!] === 0) i++;
  return i;
}

/** As `nextIn`, for a single unit. */
export function nextOf(unit: number, units: Uint16Array, from: number): number {
  const { length } = units;
  let i = from;
  const whole = length - 3;
  while (i < whole && units[i] !== unit && units[i + 1] !== unit && units[i + 2] !== unit && units[i + 3] !== unit)
    i += 4;
  while (i < length && units[i] !== unit) i++;
  return i;
}

/** Offset of the first unit from `from` on that is not ASCII; the length of the units where there is none. */
export function nextWide(units: Uint16Array, from: number): number {
  const { length } = units;
  let i = from;
  const whole = length - 3;
  while (i < whole && (units[i]! | units[i + 1]! | units[i + 2]! | units[i + 3]!) < 0x80) i += 4;
  while (i < length && units[i]! < 0x80) i++;
  return i;
}

/** First units, and the ranges in which the unit behind one of them must lie. */
export type PairRule = readonly [
  firsts: Iterable<number>,
  seconds: readonly (readonly [first: number, last: number])[],
];

/** A table for `nextPair`, of at most 16 rules: in its upper half a bit for each rule's first units, in its lower half for its second ones. */
export function pairTable(rules: readonly PairRule[]): Uint32Array {
  const isEvery = (first: number, last: number): boolean => first === 0 && last === 0xffff;
  let every = 0;
  rules.forEach(([, seconds], rule) => {
    if (seconds.some(([first, last]) => isEvery(first, last))) every |= 1 << rule;
  });
  // a table is made on every start, and filling it costs less than a loop
  const table = new Uint32Array(0x10000).fill(every);
  rules.forEach(([firsts, seconds], rule) => {
    for (const unit of firsts) table[unit]! |= 0x10000 << rule;
    for (const [first, last] of seconds)
      if (!isEvery(first, last)) for (let unit = first; unit <= last; unit++) table[unit]! |= 1 << rule;
  });
  return table;
}

/** Offset of the first unit from `from` on that is, with the one behind it, a pair of the table; behind the last unit stands a NUL. */
export function nextPair(table: Uint32Array, units: Uint16Array, from: number): number {
  const { length } = units;
  let i = from;
  for (const whole = length - 4; i < whole; i += 4) {
    const a = table[units[i]!]!;
    const b = table[units[i + 1]!]!;
    const c = table[units[i + 2]!]!;
    const d = table[units[i + 3]!]!;
    if ((((a >>> 16) & b) | ((b >>> 16) & c) | ((c >>> 16) & d) | ((d >>> 16) & table[units[i + 4]!]!)) !== 0) break;
  }
  while (i < length && ((table[units[i]!]! >>> 16) & table[i + 1 < length ? units[i + 1]! : 0]!) === 0) i++;
  return i;
}
