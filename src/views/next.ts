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
