/** Lines under *Accepted findings*: reading them, and the line that `seedcheck why FINGERPRINT` prints to paste. */
import { baseName, encodePath } from './paths.ts';
import { escapeInline } from './markdown.ts';
import { isAcceptedWord } from './words.ts';

/** What a line says behind its path. */
export interface AcceptanceReading {
  readonly check: string;
  /** 8 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** Empty where none is given: the line then has no effect. */
  readonly reason: string;
  readonly by: string | null;
  readonly on: string | null;
}

const LONGEST = 20_000;

/**
 * Reads `: accepted miscount 3f9c21aa "three modes", the fourth is deprecated (tech lead, 2026-11-24)`. The word
 * *accepted* (in any of the index's languages) and the quote may be absent; null where check or fingerprint is.
 */
export function readAcceptance(rest: string): AcceptanceReading | null {
  let text = rest.slice(0, LONGEST).replace(/^[\s*_:：–—|-]+/, '');
  const words = /^(\S{1,40}(?:\s+\S{1,20})?)\s+(?=[`a-z])/i.exec(text);
  for (const candidate of words ? [words[1]!, words[1]!.split(/\s+/)[0]!] : [])
    if (isAcceptedWord(candidate)) {
      text = text.slice(candidate.length).replace(/^[\s:：]+/, '');
      break;
    }
  const named = /^`?([a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){0,6})`?[\s:：]+`?([0-9a-f]{8})`?(?![0-9a-z])/i.exec(text);
  if (!named) return null;
  let reason = text.slice(named[0].length).trimStart();
  const open = reason.charAt(0);
  const closing = QUOTES[open];
  if (closing !== undefined) {
    const end = endOfQuote(reason, closing);
    if (end > 0) reason = reason.slice(end);
  }
  reason = reason.replace(/^[\s,，、;；:：.。–—-]+/, '').trimEnd();
  let by: string | null = null;
  let on: string | null = null;
  const bracket = lastBracket(reason);
  if (bracket) {
    reason = reason.slice(0, bracket.start).trimEnd();
    for (const piece of bracket.inside.split(/[,，、;；]/)) {
      const part = piece.trim();
      if (part === '') continue;
      if (on === null && /^\d{1,4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,4}日?\.?$/.test(part)) on = part;
      else by = by === null ? part : `${by}, ${part}`;
    }
  }
  return { check: named[1]!.toLowerCase(), fingerprint: named[2]!.toLowerCase(), reason, by, on };
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  "'": "'",
  '”': '”',
};

/** Offset behind the quote: its closing mark stands before a sign, white space or the end. */
function endOfQuote(text: string, closing: string): number {
  for (let at = text.indexOf(closing, 1); at > 0; at = text.indexOf(closing, at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '' || /[\s,，、;；:：.。(（]/.test(next)) return at + 1;
  }
  return -1;
}

function lastBracket(text: string): { readonly start: number; readonly inside: string } | null {
  const trimmed = text.replace(/[.。]$/, '');
  const end = trimmed.length - 1;
  if (!')）'.includes(trimmed.charAt(end)) || end < 0) return null;
  let depth = 0;
  for (let i = end; i >= 0; i--) {
    const unit = trimmed.charAt(i);
    if (unit === ')' || unit === '）') depth++;
    else if (unit === '(' || unit === '（') depth--;
    if (depth === 0) return { start: i, inside: trimmed.slice(i + 1, end) };
  }
  return null;
}

/** Whether a text speaks of an acceptance: it holds the word or a fingerprint. */
export function speaksOfAcceptance(rest: string): boolean {
  return rest
    .slice(0, 400)
    .split(/[\s:：,，–—-]+/)
    .some((word) => isAcceptedWord(word) || /^`?[0-9a-f]{6,10}`?$/i.test(word));
}

/**
 * The line to paste under *Accepted findings*, without a line end. It has no effect until `(reason)` is replaced.
 * `quote` is for people and shortened to 60 units.
 */
export function printAcceptance(finding: {
  readonly path: string;
  readonly check: string;
  readonly fingerprint: string;
  readonly quote: string | null;
}): string {
  const name = finding.path === '.' ? 'the folder' : escapeInline(baseName(finding.path));
  const target = finding.path === '.' ? './' : encodePath(finding.path);
  let quote = finding.quote === null ? '' : finding.quote.replace(/\s+/g, ' ').trim();
  if (quote.length > 60) quote = `${quote.slice(0, /[\ud800-\udbff]/.test(quote.charAt(58)) ? 58 : 59)}…`;
  const said = quote === '' ? '' : ` "${escapeInline(quote.replace(/["“”]/g, "'"))}"`;
  return `- [${name}](${target}): accepted ${finding.check} ${finding.fingerprint}${said}, (reason)`;
}
