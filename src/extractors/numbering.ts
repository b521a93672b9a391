/** Numbers of lists and headings as a word processor shows them. */

const LETTERS = 26;

function letters(value: number, first: number): string {
  // Word repeats the letter (aa, bb); so many that it matters nobody has
  const letter = String.fromCharCode(first + ((value - 1) % LETTERS));
  return letter.repeat(Math.min(Math.floor((value - 1) / LETTERS) + 1, 20));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = Math.min(value, 9999);
  let out = '';
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) out += sign;
  return out;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_UNITS = ['', '十', '百', '千'];

/** Up to 9999 in words of Chinese and Japanese: 十二, 三百零五. */
function han(value: number, zero: string): string {
  if (value > 9999) return String(value);
  const digits = String(value);
  let out = '';
  let gap = false;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 0x30;
    const unit = HAN_UNITS[digits.length - 1 - i]!;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += zero;
    gap = false;
    out += digit === 1 && unit === '十' && out === '' ? unit : HAN_DIGITS[digit]! + unit;
  }
  return out;
}

const of = (row: string, value: number): string => {
  const all = Array.from(row);
  return all[(value - 1) % all.length]!;
};

/** The number in the format that OOXML (`lowerLetter`) or OpenDocument (`a`) names; in digits where it is none of these. */
export function numberIn(format: string, value: number): string {
  if (value < 1) return String(value);
  switch (format) {
    case 'lowerLetter':
    case 'a':
      return letters(value, 0x61);
    case 'upperLetter':
    case 'A':
      return letters(value, 0x41);
    case 'lowerRoman':
    case 'i':
      return roman(value);
    case 'upperRoman':
    case 'I':
      return roman(value).toUpperCase();
    case 'decimalZero':
    case '01':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
    case '①, ②, ③, ...':
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${String(value)})`;
    case 'decimalEnclosedFullstop':
      return value <= 20 ? String.fromCodePoint(0x2487 + value) : `${String(value)}.`;
    case 'decimalFullWidth':
    case '１, ２, ３, ...':
      return Array.from(String(value), (digit) => String.fromCodePoint(0xfee0 + digit.charCodeAt(0))).join('');
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case '一, 二, 三, ...':
      return han(value, '零');
    case 'japaneseCounting':
      return han(value, '');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return Array.from(String(value), (digit) => HAN_DIGITS[Number(digit)]!).join('');
    case 'ideographTraditional':
    case '甲, 乙, 丙, ...':
      return of('甲乙丙丁戊己庚辛壬癸', value);
    case 'ideographZodiac':
    case '子, 丑, 寅, ...':
      return of('子丑寅卯辰巳午未申酉戌亥', value);
    case 'aiueo':
    case 'aiueoFullWidth':
    case 'ア, イ, ウ, ...':
      return of('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン', value);
    case 'iroha':
    case 'irohaFullWidth':
    case 'イ, ロ, ハ, ...':
      return of(
        'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
        value,
      );
    case 'ganada':
      return of('가나다라마바사아자차카타파하', value);
    case 'russianLower':
      return of('абвгдежзиклмнопрстуфхцчшщэюя', value);
    case 'russianUpper':
      return of('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ', value);
    case 'arabicAlpha':
      return of('أبتثجحخدذرزسشصضطظعغفقكلمنهوي', value);
    case 'arabicAbjad':
      return of('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ', value);
    case 'hebrew1':
    case 'hebrew2':
      return of('אבגדהוזחטיכלמנסעפצקרשת', value);
    case 'ordinal':
      return `${String(value)}${value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
    default:
      return String(value);
  }
}

/** What is shown for a bullet: a sign that every reader knows, for the signs of symbol fonts are none in Unicode. */
export const BULLET = '-';
