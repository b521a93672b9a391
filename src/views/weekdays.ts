/** Dates that bear a day of the week on which they do not fall, or that are in no calendar. */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase, isLetter } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { inCode } from './in-code.ts';
import { dateIn } from './version-lines.ts';

/** A date with its day of the week; `falls` is the one on which it falls, 0 for Sunday, -1 where the month has no such day. */
export interface WrongWeekday extends Span {
  readonly falls: number;
}

/** Units before a year in which the rest of its date begins, and behind it in which it ends. */
const BEFORE = 44;
const BEHIND = 18;
/** Years of which the calendar is the same everywhere. */
const FIRST = 1930;
const MOST = 64;

const DAYS: ReadonlyMap<string, number> = new Map(
  [
    'sunday sun sonntag dimanche dim domingo dom domenica воскресенье вс niedziela zondag pazar',
    'monday mon montag lundi lun lunes segunda-feira lunedì понедельник пн poniedziałek maandag pazartesi',
    'tuesday tue tues dienstag mardi mar martes terça-feira martedì вторник вт wtorek dinsdag salı',
    'wednesday wed mittwoch mercredi mer miércoles quarta-feira mercoledì среда ср środa woensdag çarşamba',
    'thursday thu thur thurs donnerstag jeudi jeu jueves quinta-feira giovedì четверг чт czwartek donderdag perşembe',
    'friday fri freitag vendredi ven viernes sexta-feira venerdì пятница пт piątek vrijdag cuma',
    'saturday sat samstag sonnabend samedi sam sábado sabato суббота сб sobota zaterdag cumartesi',
  ].flatMap((line, day) => line.split(' ').map((name): [string, number] => [name, day])),
);
const HAN_DAYS = '日一二三四五六天月火水木金土';
const HAN_INDEX = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6];
const KOREAN_DAYS = '일월화수목금토';
const NAMED = pattern('u')`(?<![\p{L}\p{Nd}])(\p{L}{2,13}(?:-feira)?)\.?,?\s{1,2}(?:the\s)?$`;
/** 星期三, （三）, （水）, 水曜日, 수요일 behind a day of a month. */
const HAN_NAMED =
  /^\s?[日일]\s?[（(]?\s?(?:(?:星期|周|週|礼拜|礼拜|禮拜)([日一二三四五六天])|([日月火水木金土])曜|([일월화수목금토])요일)/u;

/** The day of the week of a date, 0 for Sunday; -1 where there is no such day. */
function weekdayOf(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (day < 1 || day > last) return -1;
  // the year begins with March
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

/** Small letters of the scripts of the names, 0 for all that is none; made when a document first needs it. */
let smallLetters: Uint16Array | undefined;

function makeSmallLetters(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0x41; unit < 0x530; unit++) {
    const small = foldCase(String.fromCharCode(unit));
    if (small.length === 1 && isLetter(unit)) table[unit] = small.charCodeAt(0);
  }
  return table;
}

/** Beginnings of names: three letters, or two and no third. */
const beginning = (first: number, second: number, third: number): number =>
  (Math.imul((first << 20) ^ (second << 10) ^ third, 0x9e3779b1) >>> 19) & 0x1fff;
const BEGINNINGS: Uint8Array = new Uint8Array(0x2000);
for (const name of DAYS.keys())
  BEGINNINGS[beginning(name.charCodeAt(0), name.charCodeAt(1), name.length > 2 ? name.charCodeAt(2) : 0)] = 1;

/** Whether a word before a year may be the name of a day. Most years have none: what is told here need not be made a string. */
function mayBeNamed(units: Uint16Array, from: number, year: number): boolean {
  const small = (smallLetters ??= makeSmallLetters());
  let before = 0;
  let first = small[units[from]!]!;
  let second = small[units[from + 1]!]!;
  for (let i = from; i + 2 <= year; i++) {
    const third = small[units[i + 2]!]!;
    if (before === 0 && first !== 0 && BEGINNINGS[beginning(first, second, third)] === 1) return true;
    before = first;
    first = second;
    second = third;
  }
  return false;
}

const isYearSign = (unit: number | undefined): boolean => unit === 0x5e74 || unit === 0xb144;
const isDaySign = (unit: number | undefined): boolean => unit === 0x65e5 || unit === 0xc77c;

/** Whether a day of the week may stand beside a year at all. */
function mayHaveDay(units: Uint16Array, year: number): boolean {
  if (isYearSign(units[year + 4]) || isYearSign(units[year + 5]) || units[year + 4] === 0x2d)
    for (let i = year + 5; i < year + BEHIND; i++) if (isDaySign(units[i])) return true;
  return mayBeNamed(units, Math.max(0, year - BEFORE), year);
}

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

/** The date around a year, with its day of the week. */
function dayAt(document: Document, year: number): WrongWeekday | undefined {
  const from = Math.max(0, year - BEFORE);
  const line = Math.max(from, document.slice(from, year).lastIndexOf('\n\n') + from);
  const behind = document.slice(year, year + BEHIND);
  const before = document.slice(line, year);
  const isIso = /^\d{4}(?:-\d|\s?[年년])/u.test(behind);
  const text = isIso ? behind : before + behind.slice(0, 4);
  const date = dateIn(text);
  if (!date || date.value[2] === 0 || date.value[0] !== Number(behind.slice(0, 4))) return undefined;
  const [y, month, day] = date.value as [number, number, number];
  const at = text.indexOf(date.text);
  const found = NAMED.exec(isIso ? before : text.slice(0, at));
  let named = found ? DAYS.get(foldCase(found[1]!)) : undefined;
  let start = named === undefined ? year : (isIso ? year : line + at) - found![0].length;
  let end = isIso ? year + date.text.length : year + 4;
  const han = isIso && named === undefined ? HAN_NAMED.exec(behind.slice(date.text.length).replace(/^月/u, '')) : null;
  if (han) {
    named = han[3] ? KOREAN_DAYS.indexOf(han[3]) : HAN_INDEX[HAN_DAYS.indexOf((han[1] ?? han[2])!, han[2] ? 8 : 0)];
    if (han[2] === '日') named = 0;
    start = year;
    end += han[0].length;
  }
  if (named === undefined || y < FIRST || month < 1 || month > 12) return undefined;
  const falls = weekdayOf(y, month, day);
  return falls === named ? undefined : { start, end, falls };
}

/** Dates of a document with a wrong day of the week; what is shown as code is an example. */
export const wrongWeekdays: (document: Document) => readonly WrongWeekday[] = view((document) => {
  const out: WrongWeekday[] = [];
  const { units } = document;
  for (let i = 0; i + 3 < units.length && out.length < MOST; i++) {
    const unit = units[i]!;
    if (unit !== 0x31 && unit !== 0x32) continue;
    if (units[i + 1] !== (unit === 0x31 ? 0x39 : 0x30)) continue;
    if (!isDigit(units[i + 2]) || !isDigit(units[i + 3]) || isDigit(units[i + 4]) || isDigit(units[i - 1])) continue;
    const found = mayHaveDay(units, i) ? dayAt(document, i) : undefined;
    // in plain text code is told by looks alone, which signatures have too
    if (found && (document.format === 'text' || !inCode(document, i))) out.push(found);
    i += 3;
  }
  return out;
});
