/**
 * Where a key, a token or a password in an address or in settings may stand: a cheap look at the code units, so that what reads such
 * shapes closely is loaded and run only for documents that may hold one, and only on the pieces around.
 */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { census } from './census.ts';
import { needles } from './needles.ts';

/** Every token that a rule knows has a run of at least so many units without a break. */
const RUN = 20;
/** The most places that are looked at in one document. */
const MOST = 100;
/** Units before a token that belong to it: the name that a value is given to. */
const BEFORE = 160;
/** Units behind it: what an id belongs to may stand there. */
const AFTER = 160;
/** Longest private key in PEM, in units: an RSA key of 8192 bits takes some 6,500. */
const PEM_UNITS = 10_240;
/** Longest part of an address before its host. */
const ADDRESS_UNITS = 320;
/** The most `@` that are looked at. */
const MOST_AT = 20_000;

/** How tokens begin that name their issuer. What follows is at least twelve units of the same run. */
const PREFIXES: readonly string[] = (
  'AKIA ASIA A3T AGPA AIDA AROA AIPA ANPA ANVA AIza AccountKey= eyJ SG. sk- sk_live_ rk_live_ gsk_ hf_ lin_api_ ntn_ ops_ey ' +
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- npm_ _authToken= xoxb- xoxp- xapp- xoxa- xoxo- xoxr- hooks.slack.com/services/ ' +
  'shppa_ shpca_ shpat_ shpss_ glc_ glsa_ hvs. hvb. hvr. vcp_ vci_ vca_ vcr_ vck_ dapi dckr_pat_ figd_'
).split(' ');
const REST = 12;

const IN_RUN: Uint8Array = new Uint8Array(0x10000);
for (const unit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=.')
  IN_RUN[unit.charCodeAt(0)] = 1;

/** By first unit, the prefixes that begin with it. */
const BY_FIRST: readonly (readonly string[] | undefined)[] = byFirst();

function byFirst(): (readonly string[] | undefined)[] {
  const table: string[][] = [];
  for (const prefix of PREFIXES) (table[prefix.charCodeAt(0)] ??= []).push(prefix);
  return table;
}

const HYPHEN = 0x2d;
const LF = 0x0a;

function stands(units: Uint16Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (units[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/**
 * Pieces of the text that may hold a secret, in order and without overlaps; mostly none. A piece begins before the name that
 * a value is given to, and holds the whole value.
 */
export function keyShapes(document: Document): readonly Span[] {
  const { units } = document;
  const found: Span[] = [];
  tokens(units, found);
  const { at, hyphen } = census(document);
  if (at > 0) addresses(units, found);
  if (hyphen >= 20) blocksOfKeys(units, found);
  for (const { start, end } of passwords(document)) add(units, found, start - BEFORE, end + AFTER);
  if (found.length === 0) return found;
  found.sort((a, b) => a.start - b.start);
  const out: Span[] = [];
  for (const span of found) {
    const last = out.at(-1);
    if (last && span.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

function add(units: Uint16Array, found: Span[], start: number, end: number): void {
  found.push({ start: Math.max(0, start), end: Math.min(units.length, end) });
}

/** Runs of at least RUN units, looked for at every twentieth unit alone. */
function tokens(units: Uint16Array, found: Span[]): void {
  const { length } = units;
  let i = 0;
  while (i + RUN <= length && found.length < MOST) {
    let back = i + RUN - 1;
    while (back >= i && IN_RUN[units[back]!] === 1) back--;
    if (back >= i) {
      i = back + 1;
      continue;
    }
    let end = i + RUN;
    while (end < length && IN_RUN[units[end]!] === 1) end++;
    ofRun(units, i, end, found);
    i = end + 1;
  }
}

function ofRun(units: Uint16Array, start: number, end: number, found: Span[]): void {
  let before = 0;
  for (let i = start; i + REST < end; i++) {
    const unit = units[i]!;
    const prefixes = BY_FIRST[unit];
    if (prefixes !== undefined && !isLetter(before))
      for (const prefix of prefixes)
        if (i + prefix.length + REST <= end && stands(units, i, prefix)) {
          if (found.length >= MOST) return;
          add(units, found, i - BEFORE, Math.min(end, i + 2_000) + AFTER);
          i += prefix.length;
          break;
        }
    before = unit;
  }
  if (end - start >= 40 && named(units, start, end))
    add(units, found, start - BEFORE, Math.min(end, start + 400) + AFTER);
}

/** Whether a run of 40 units or more is the value of something that ends in "key": `SecretAccessKey: ...`. */
function named(units: Uint16Array, start: number, end: number): boolean {
  let i = start;
  // the run may hold the name too
  for (let k = start; k < Math.min(end, start + 64); k++) if (units[k] === 0x3d) i = k;
  while (i > 0 && start - i < 12 && !isLetter(units[i - 1]!)) i--;
  return (
    i >= 3 && (units[i - 1]! | 0x20) === 0x79 && (units[i - 2]! | 0x20) === 0x65 && (units[i - 3]! | 0x20) === 0x6b
  );
}

/** `scheme://user:password@host`. */
function addresses(units: Uint16Array, found: Span[]): void {
  let seen = 0;
  for (let at = units.indexOf(0x40); at >= 0 && seen < MOST_AT; at = units.indexOf(0x40, at + 1), seen++) {
    let colon = false;
    for (let i = at - 1; i > 1 && at - i < ADDRESS_UNITS; i--) {
      const unit = units[i]!;
      if (unit <= 0x20 || unit === 0x40 || unit === 0x22 || unit === 0x3c || unit === 0x3e) break;
      if (unit === 0x2f && units[i - 1] === 0x2f && units[i - 2] === 0x3a) {
        if (colon && found.length < MOST) add(units, found, i - 40, at + 320);
        break;
      }
      if (unit === 0x3a) colon = true;
    }
  }
}

/** Units of a password, and those between its name and itself. */
const PASSWORD = { least: 12, most: 64 };
const BETWEEN = 40;
/** The most names that are looked at. */
const MOST_NAMES = 4000;

/** Names of a password, and beginnings of them, in the languages that they were met in. */
const NAMES = needles(
  `
passwo|passwd|passphrase|_pass=|_pass:|kennwort|passe :|passe: |contrasena|senha:|senha é|wachtwoord|adgangskode|salasana|sandi: |heslo:|parola
contraseña|lösenord|jelszó|hasło|пароль|Пароль|khẩu|şifre|密码|密碼|口令|パスワード|비밀번호|암호|المرور|گذرواژه|عبور|סיסמ|รหัสผ่าน|κωδικός|पासवर्ड`
    .trim()
    .split(/[|\n]/u),
);

/** A password behind its name. */
export interface NamedPassword extends Span {
  /** Offset at which the password itself begins, in the same text. */
  readonly value: number;
}

/**
 * Passwords behind a name for one: `password=`, `db.Password: "`, `| passwd |`, "The password is `...`", and in other
 * languages. Of twelve units and more, with small and capital letters and digits; spans from the name to the end.
 */
export const passwords: (document: Document) => readonly NamedPassword[] = view((document: Document) => {
  const { units } = document;
  const { han, kana, hangul, cyrillic, arabic, indic, latinExtended, latin1Letter } = census(document);
  const foreign = han + kana + hangul + cyrillic + arabic + indic + latinExtended + latin1Letter > 0;
  const out: NamedPassword[] = [];
  let end = 0;
  for (const start of NAMES.find(units, MOST_NAMES, foreign)) {
    if (start < end) continue;
    const found = passwordBehind(units, start);
    if (!found || out.length >= MOST) continue;
    out.push(found);
    ({ end } = found);
  }
  return out;
});

function passwordBehind(units: Uint16Array, start: number): NamedPassword | null {
  // the rest of the name
  let i = start;
  while (i < units.length && i - start < 24 && (isLetter(units[i]!) || units[i] === 0x5f || isForeign(units[i]!))) i++;
  const most = Math.min(units.length, i + BETWEEN);
  /** Whether a sign that gives a value stands before, and whether nothing else does. */
  let sign = false;
  let words = false;
  while (i < most) {
    const unit = units[i]!;
    if (unit === LF || unit === 0x0d) return null;
    if (unit === 0x3d || unit === 0x3a || unit === 0x7c || unit === 0xff1a) sign = true;
    if (!inPassword(unit) || unit === 0x3d || unit === 0x3a || unit === 0x5c) {
      if (unit >= 0x80 && unit !== 0xff1a) words = true;
      i++;
      continue;
    }
    const open = units[i - 1]!;
    const value = i;
    let classes = 0;
    for (; i < units.length && i - value <= PASSWORD.most && inPassword(units[i]!); i++) {
      const one = units[i]!;
      if (one >= 0x30 && one <= 0x39) classes |= 1;
      else if (isLetter(one)) classes |= one < 0x60 ? 2 : 4;
    }
    const length = i - value;
    if (classes === 7 && length >= PASSWORD.least && length <= PASSWORD.most) {
      const quoted = QUOTE.has(open) && QUOTE.has(units[i]!);
      // behind other words it is marked as what it is, and no name of a thing
      if ((sign && !words) || (quoted && !isName(units, value, i))) return { start, value, end: i };
    }
    words = true;
  }
  return null;
}

/** Letters that are not ASCII, and not the signs that stand between words of Chinese and Japanese. */
const isForeign = (unit: number): boolean => unit >= 0xc0 && (unit < 0x2000 || unit >= 0x3040) && unit < 0xff00;

const inPassword = (unit: number): boolean =>
  unit > 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x27 && unit !== 0x60 && unit !== 0x7c;

const QUOTE: ReadonlySet<number> = new Set([0x22, 0x27, 0x60, 0x201c, 0x201d, 0x201e, 0xab, 0xbb, 0x300c, 0x300d]);

/** Whether more than two thirds are syllables, abbreviations and numbers, as in names of algorithms and of fields. */
function isName(units: Uint16Array, start: number, end: number): boolean {
  let named = 0;
  for (const [part] of String.fromCharCode(...units.subarray(start, end)).matchAll(
    /[A-Z]?[a-z]{2,}|[A-Z]{3,}|\d{2,}/gu,
  ))
    named += part.length;
  return named * 3 > (end - start) * 2;
}

/** `-----BEGIN ... PRIVATE KEY` to its end line, looked for at every fifth unit alone. */
function blocksOfKeys(units: Uint16Array, found: Span[]): void {
  const { length } = units;
  for (let i = 4; i < length && found.length < MOST; i += 5) {
    if (units[i] !== HYPHEN) continue;
    let end = i + 1;
    while (end < length && units[end] === HYPHEN) end++;
    let start = i;
    while (start > 0 && i - start < 5 && units[start - 1] === HYPHEN) start--;
    // a longer run is a rule
    if (end - start >= 5 && stands(units, end, 'BEGIN') && privateAt(units, end)) {
      const close = closing(units, end);
      add(units, found, end - 5 - BEFORE, close);
      i = Math.max(i, close - 5);
    } else i = Math.max(i, end - 1);
  }
}

function privateAt(units: Uint16Array, start: number): boolean {
  for (let i = start + 5; i < start + 20; i++) if (units[i] === 0x50 && stands(units, i, 'PRIVATE KEY')) return true;
  return false;
}

function closing(units: Uint16Array, start: number): number {
  const most = Math.min(units.length, start + PEM_UNITS);
  for (let i = start + 8; i < most; i++)
    if (units[i] === 0x45 && stands(units, i, 'END') && units[i - 1] === HYPHEN && units[i - 2] === HYPHEN) {
      let end = i;
      while (end < most && units[end] !== LF && end - i < 60) end++;
      return end;
    }
  return most;
}
