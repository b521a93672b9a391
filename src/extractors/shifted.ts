/** Digits and signs that are set above or below the line, as characters that say so: 10³ is not 103. */

const HIGH: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
};
const LOW: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '-': '₋',
  '−': '₋',
  '+': '₊',
};

export type Shift = 'high' | 'low';

/** The glyphs as they are where one of them has no such form: `1st` keeps its letters, and so does `word¹·²` its dot. */
export function shifted(glyphs: readonly string[], shift: Shift): readonly string[] {
  const table = shift === 'high' ? HIGH : LOW;
  return glyphs.every((glyph) => Object.hasOwn(table, glyph)) ? glyphs.map((glyph) => table[glyph]!) : glyphs;
}
