/** The version, or the date, that the name of a file or a title gives: `protocol-v2.1.md`, `protocol (2.1).md`, `规范2.1`, `Protocol v2.1`. */
import { pattern } from '../core/pattern.ts';

const NUMBERS = '(\\d{1,4}(?:[._-]\\d{1,4}){1,3})(?!\\d|[._]\\d)';
/** `protocol-v2.1`, `protocol_rev2-1`, `Protokoll Version 2.1`, `规范_版本2.1`: a number without a point may be that of a product. */
const WORDED_NAME = pattern(
  'iu',
)`(?:(?<![\p{L}\p{N}])(?:v|ver|vers|version|versión|versão|versione|versie|wersja|verze|verzió|rev|revision|revisión|révision|r|rel|release|ed|edition|fassung|ausgabe|stand|верс|версия|версія|редакция|ред|издание|sürüm|versi|الإصدار|نسخه|نسخة)|版本号?|版次|バージョン|버전|第)[-_. ]{0,2}${NUMBERS}`;
/** `protocol-2.1`, `protocol_2_1`, `protocol (2.1)`, `规范2.1`: the last of a name. */
const BARE_NAME = pattern('u')`(?:[-_. ([（【]|[\u{3040}-\u{9fff}\u{ac00}-\u{d7af}])${NUMBERS}[)\]）】版稿]?$`;
const NAME_EXTENSION = /(?:\.[a-z][a-z\d]{0,9}){1,2}$/iu;
/** From here on the first number is that of a year. */
const YEAR = 1900;

export interface NamedVersion {
  readonly text: string;
  readonly value: readonly number[];
  /** A word or a letter says that it is a version. */
  readonly worded: boolean;
}

/** The version in the name of a file; null where there is none. What follows from a year on is a date. */
export function versionOfName(path: string): NamedVersion | null {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(NAME_EXTENSION, '')
    .normalize('NFC')
    .slice(-200);
  const worded = WORDED_NAME.exec(stem);
  const text = (worded ?? BARE_NAME.exec(stem))?.[1];
  if (text === undefined) return null;
  const all = text.split(/[._-]/u).map(Number);
  const year = all.findIndex((part) => part >= YEAR);
  const value = year < 0 ? all : all.slice(0, year);
  if (value.length < 2) return null;
  return { text: value.join('.'), value, worded: worded !== null };
}

const HEADING_NAME = pattern(
  'iu',
)`(?:(?<![\p{L}\p{N}])(?:v|version|versión|versão|versione|versie|wersja|rev|revision|fassung|ausgabe|версия|версія|редакция|sürüm|الإصدار|نسخه)|版本号?|バージョン|버전)[. ]{0,2}(\d{1,4}(?:\.\d{1,4}){1,3})[)\]）】\s]{0,3}$`;

/** The version that ends a title; null where none does. */
export function versionOfHeading(heading: string): NamedVersion | null {
  const text = HEADING_NAME.exec(heading)?.[1];
  return text === undefined ? null : { text, value: text.split('.').map(Number), worded: true };
}

const DATE_NAME = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])(?:\2([0-2]\d|3[01]))?[)\]]?$/u;

/** The date that ends the name of a file, as year, month and day; null where none does. */
export function dateOfName(path: string): NamedVersion | null {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(NAME_EXTENSION, '')
    .slice(-200);
  const match = DATE_NAME.exec(stem);
  if (!match) return null;
  const value = [match[1], match[3], match[4]].filter((part) => part !== undefined).map(Number);
  return { text: match[0].replace(/[)\]]$/u, ''), value, worded: false };
}
