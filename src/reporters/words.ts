/** Numbers, sizes, languages and commands as people write them, the same on every system. */
import { isDecimalDigit, isLetter, isMark } from '../core/unicode.ts';
import { visible } from './escape.ts';

/** `12345` as `12,345`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 file`, `2 files`; an irregular plural as third argument. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Bytes in decimal units with one digit behind the point: `12.5 kB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let unit = 1000;
  for (const name of ['kB', 'MB', 'GB', 'TB']) {
    // Tenths, rounded half up in whole numbers, so that 999,950 bytes become 1.0 MB.
    const tenths = Math.floor((bytes * 10 + unit / 2) / unit);
    if (tenths < 10_000 || name === 'TB') return `${number(Math.floor(tenths / 10))}.${tenths % 10} ${name}`;
    unit *= 1000;
  }
  return `${bytes} B`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** The English name of a language, by its BCP 47 primary tag; null where it is unknown. */
export function language(tag: string | null): string | null {
  if (tag === null || tag === 'und') return null;
  const primary = tag.toLowerCase().split('-')[0]!;
  return LANGUAGES.get(primary) ?? primary;
}

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  (
    'af Afrikaans,am Amharic,ar Arabic,as Assamese,az Azerbaijani,be Belarusian,bg Bulgarian,bn Bengali,bo Tibetan,br Breton,bs Bosnian,ca Catalan,' +
    'ceb Cebuano,ckb Kurdish,cs Czech,cy Welsh,da Danish,de German,dv Dhivehi,el Greek,en English,eo Esperanto,es Spanish,et Estonian,eu Basque,' +
    'fa Persian,fi Finnish,fil Filipino,fo Faroese,fr French,fy Frisian,ga Irish,gd Gaelic,gl Galician,gu Gujarati,ha Hausa,haw Hawaiian,he Hebrew,hi Hindi,' +
    'hr Croatian,ht Haitian Creole,hu Hungarian,hy Armenian,id Indonesian,ig Igbo,is Icelandic,it Italian,ja Japanese,jv Javanese,ka Georgian,kk Kazakh,' +
    'km Khmer,kn Kannada,ko Korean,ku Kurdish,ky Kyrgyz,la Latin,lb Luxembourgish,lo Lao,lt Lithuanian,lv Latvian,mg Malagasy,mi Maori,mk Macedonian,' +
    'ml Malayalam,mn Mongolian,mr Marathi,ms Malay,mt Maltese,my Burmese,nb Norwegian,ne Nepali,nl Dutch,nn Norwegian,no Norwegian,oc Occitan,om Oromo,' +
    'or Odia,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,rm Romansh,ro Romanian,ru Russian,sa Sanskrit,sd Sindhi,si Sinhala,sk Slovak,sl Slovene,' +
    'so Somali,sq Albanian,sr Serbian,su Sundanese,sv Swedish,sw Swahili,ta Tamil,te Telugu,tg Tajik,th Thai,ti Tigrinya,tk Turkmen,tl Filipino,' +
    'tr Turkish,tt Tatar,ug Uyghur,uk Ukrainian,ur Urdu,uz Uzbek,vi Vietnamese,xh Xhosa,yi Yiddish,yo Yoruba,yue Cantonese,zh Chinese,zu Zulu'
  )
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const),
);

/** An argument so that a shell hands it over as it is; double quotes where they suffice, as they work everywhere. */
export function shellWord(text: string): string {
  const word = text.startsWith('-') ? `./${text}` : text;
  if (visible(word) !== word) return `$'${ansiC(word)}'`;
  if (word !== '' && [...word].every((character) => isBare(character))) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** A character that means nothing to a shell. */
function isBare(character: string): boolean {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? /[\w@%+=:,./-]/.test(character) : isLetter(code) || isMark(code) || isDecimalDigit(code);
}

/** Inside `$'…'`: every byte that is not printable ASCII as `\xNN`. */
function ansiC(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xdc80 && code <= 0xdcff) out += `\\x${(code - 0xdc00).toString(16)}`;
    else if (character === "'" || character === '\\') out += `\\${character}`;
    else if (code >= 0x20 && code < 0x7f) out += character;
    else for (const byte of utf8(code)) out += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return out;
}

function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}
