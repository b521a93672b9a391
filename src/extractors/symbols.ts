/** Signs of fonts that have an alphabet of their own, in Unicode. Word stores them at U+F020 to U+F0FF. */

/** The font Symbol from 0x20 on. */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?' +
  '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_' +
  '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ ' +
  '                                ' +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵' +
  'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓' +
  '◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ';

/** The signs of Wingdings that stand for something in a text. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x28: '☎',
  0x2a: '✉',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** Stands for a sign that has no meaning outside of its font. */
const UNKNOWN = '▪';

/** The sign that the character has in this font; `point` may lie in the area of private use or not. */
export function symbolOf(font: string, point: number): string {
  const index = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (index < 0x20 || index > 0xff) return String.fromCodePoint(point);
  if (/^symbol/iu.test(font)) return SYMBOL[index - 0x20]!;
  return WINGDINGS[index] ?? UNKNOWN;
}

/** A text with the signs of symbol fonts in Unicode. */
export function withSymbols(text: string, font: string): string {
  // a run in Symbol may hold plain letters that stand for Greek ones
  if (/^symbol$/iu.test(font)) return Array.from(text, (each) => symbolOf(font, each.codePointAt(0)!)).join('');
  return text.replace(/[\uf020-\uf0ff]/gu, (each) => symbolOf(font, each.charCodeAt(0)));
}
