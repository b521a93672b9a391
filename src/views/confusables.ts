/**
 * Letters that look like Latin ones in most fonts: our own small table, after the idea of UTS 39. Only what is alike as drawn
 * in running text counts, so that a word in which such a letter was put in reads as before.
 */

/** Latin letters and, for each, the letters of other scripts that look like it. */
const ALIKE: readonly (readonly [latin: string, others: string])[] = [
  // Cyrillic
  ['a', 'а'],
  ['c', 'с'],
  ['e', 'е'],
  ['o', 'о'],
  ['p', 'р'],
  ['x', 'х'],
  ['y', 'у'],
  ['i', 'і'],
  ['j', 'ј'],
  ['s', 'ѕ'],
  ['h', 'һ'],
  ['d', 'ԁ'],
  ['q', 'ԛ'],
  ['w', 'ԝ'],
  ['l', 'ӏ'],
  ['v', 'ѵ'],
  ['r', 'г'],
  ['k', 'к'],
  ['ï', 'ї'],
  ['ë', 'ё'],
  ['A', 'А'],
  ['B', 'В'],
  ['C', 'С'],
  ['E', 'Е'],
  ['H', 'Н'],
  ['I', 'ІӀ'],
  ['J', 'Ј'],
  ['K', 'К'],
  ['M', 'М'],
  ['O', 'О'],
  ['P', 'Р'],
  ['S', 'Ѕ'],
  ['T', 'Т'],
  ['X', 'Х'],
  ['Y', 'Ү'],
  ['V', 'Ѵ'],
  ['W', 'Ԝ'],
  ['Q', 'Ԛ'],
  ['G', 'Ԍ'],
  // Greek
  ['a', 'α'],
  ['o', 'ο'],
  ['v', 'ν'],
  ['p', 'ρ'],
  ['i', 'ι'],
  ['k', 'κ'],
  ['x', 'χ'],
  ['u', 'υ'],
  ['y', 'γ'],
  ['j', 'ϳ'],
  ['n', 'η'],
  ['t', 'τ'],
  ['A', 'Α'],
  ['B', 'Β'],
  ['E', 'Ε'],
  ['Z', 'Ζ'],
  ['H', 'Η'],
  ['I', 'Ι'],
  ['J', 'Ϳ'],
  ['K', 'Κ'],
  ['M', 'Μ'],
  ['N', 'Ν'],
  ['O', 'Ο'],
  ['P', 'Ρ'],
  ['T', 'Τ'],
  ['Y', 'Υ'],
  ['X', 'Χ'],
  // Armenian
  ['o', 'օ'],
  ['n', 'ո'],
  ['u', 'ս'],
  ['h', 'հ'],
  ['g', 'ց'],
  ['q', 'զ'],
  ['w', 'ա'],
  ['O', 'Օ'],
  ['S', 'Տ'],
  ['U', 'Ս'],
  ['L', 'Լ'],
  // Cherokee
  ['D', 'Ꭰ'],
  ['R', 'ᎡᏒ'],
  ['T', 'Ꭲ'],
  ['i', 'Ꭵ'],
  ['A', 'Ꭺ'],
  ['J', 'Ꭻ'],
  ['E', 'Ꭼ'],
  ['W', 'ᎳᏔ'],
  ['M', 'Ꮇ'],
  ['H', 'Ꮋ'],
  ['G', 'Ꮐ'],
  ['h', 'Ꮒ'],
  ['Z', 'Ꮓ'],
  ['b', 'Ꮟ'],
  ['V', 'Ꮩ'],
  ['S', 'ᏕᏚ'],
  ['L', 'Ꮮ'],
  ['C', 'Ꮯ'],
  ['P', 'Ꮲ'],
  ['K', 'Ꮶ'],
  ['B', 'Ᏼ'],
  // Latin letters that are hardly told from plain ones
  ['a', 'ɑ'],
  ['g', 'ɡ'],
];

/** Code point of a letter that looks like another, to the code point of the Latin letter. */
const LATIN_OF: ReadonlyMap<number, number> = (() => {
  const map = new Map<number, number>();
  for (const [latin, others] of ALIKE)
    for (let i = 0; i < others.length; i++) map.set(others.charCodeAt(i), latin.charCodeAt(0));
  return map;
})();

/** Blocks of 26 capital and 26 small letters, each in one mathematical style. */
const STYLES_START = 0x1d400;
const STYLES_END = 0x1d6a4;

/** The Latin letter that the code point looks like, as a code point; 0 where it looks like none. */
export function latinOf(codePoint: number): number {
  if (codePoint >= STYLES_START && codePoint < STYLES_END) {
    const at = (codePoint - STYLES_START) % 52;
    return at < 26 ? 0x41 + at : 0x61 + at - 26;
  }
  if (codePoint >= 0xff21 && codePoint <= 0xff3a) return codePoint - 0xfee0;
  if (codePoint >= 0xff41 && codePoint <= 0xff5a) return codePoint - 0xfee0;
  return LATIN_OF.get(codePoint) ?? 0;
}

/** The Cyrillic letter that a Latin one looks like, as a code point; 0 where it looks like none. */
export function cyrillicOf(codePoint: number): number {
  return CYRILLIC_OF.get(codePoint) ?? 0;
}

const CYRILLIC_OF: ReadonlyMap<number, number> = (() => {
  const map = new Map<number, number>();
  for (const [latin, others] of ALIKE) {
    const other = others.charCodeAt(0);
    // small letters that differ in print, and those of other languages, are no slips
    if (other >= 0x400 && other <= 0x458 && !'гк'.includes(others)) map.set(latin.charCodeAt(0), other);
  }
  return map;
})();

/** The Greek letter that a Latin one looks like; 0 where it looks like none. */
export function greekOf(codePoint: number): number {
  return GREEK_OF.get(codePoint) ?? 0;
}

const GREEK_OF: ReadonlyMap<number, number> = (() => {
  const map = new Map<number, number>();
  for (const [latin, others] of ALIKE) {
    const other = others.charCodeAt(0);
    if (other >= 0x370 && other <= 0x3ff && !'αικχυγϳητ'.includes(others)) map.set(latin.charCodeAt(0), other);
  }
  return map;
})();
