/** Names the kind of a change from what was kept of the old content; a kind is claimed only where it is proven. */
import type { Change, ContentPrint, Entry } from '../core/types.ts';
import { prefixOfPrints, readChain, readSketch, similarity, type Prefix } from './print.ts';

export interface ContentChange {
  readonly change: Change;
  /** What is known of it, a clause without a full stop: `same text, CRLF instead of LF`. */
  readonly message: string;
}

/** The changes that leave every word as it was. */
export function sameWords(change: Change | undefined): boolean {
  return (
    change === 'line-endings' ||
    change === 'bom' ||
    change === 'whitespace' ||
    change === 'unicode-form' ||
    change === 'case'
  );
}

/** Below this share of common content, two texts are two documents. */
const ANOTHER = 0.12;
/** `dense` of no text, or of white space alone: of sha256 of nothing. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb924';
/** A beginning shorter than this proves nothing. */
const LEAST_PREFIX = 32;

/**
 * How the content changed from `old` to what `entry` is now (which has another sha256). `prefix`: how far the new bytes
 * begin as the old did, from `prefixOf`; without it the two chains are compared, which sees small cuts less exactly.
 */
export function changeOf(old: ContentPrint, entry: Entry, prefix?: Prefix | null): ContentChange {
  const now = entry.print;
  if (now.size === 0 || (now.dense === NOTHING && old.dense !== NOTHING))
    return {
      change: 'emptied',
      message: old.size > 0 ? `nothing is left of ${count(old.size, 'byte')}` : 'nothing is left',
    };
  if (old.size < 0)
    return { change: 'edited', message: 'the bytes are not those that were agreed; the list holds their hash alone' };
  if (old.lines !== null && old.lines === now.lines)
    return { change: 'line-endings', message: `same text, ${lineEnds(old, now)}` };
  if (old.plain !== null && old.plain === now.plain) return { change: 'bom', message: markChange(old, now) };
  if (old.dense !== null && old.dense === now.dense)
    return {
      change: 'whitespace',
      message: `same text but for white space: ${count(now.size, 'byte')}, ${number(old.size)} sealed`,
    };

  const begin = prefix ?? prefixOfPrints(now, old);
  const cut = begin && truncated(begin);
  if (cut) return { change: 'truncated', message: cut };
  const grown = begin && appended(begin);
  if (grown) return { change: 'appended', message: grown };

  const shared = sharedContent(old, now);
  const agreed = begin?.agreed ?? 0;
  if (shared !== null && shared < ANOTHER && agreed * 4 < Math.min(old.size, now.size))
    return {
      change: 'replaced',
      message: `another document: ${shared === 0 ? 'nothing' : `about ${Math.round(shared * 100)} %`} of it is in the sealed one`,
    };
  if (shared === null && now.size * 8 < old.size && readSketch(old.sketch) && agreed < LEAST_PREFIX)
    return {
      change: 'replaced',
      message: `another document: ${count(now.size, 'byte')} instead of ${number(old.size)}, and the beginning is not the sealed one`,
    };
  return { change: 'edited', message: editedMessage(old, now, begin, shared) };
}

/** Share of content in common, 0 to 1; null where one of the two holds too little to tell. */
export function sharedContent(old: ContentPrint, now: ContentPrint): number | null {
  const a = readSketch(old.sketch);
  const b = readSketch(now.sketch);
  return a && b ? similarity(a, b) : null;
}

function truncated(begin: Prefix): string | null {
  const gone = begin.oldLength - begin.length;
  if (gone <= 0) return null;
  const unproven = begin.length - begin.agreed;
  if (begin.agreed < LEAST_PREFIX || unproven * 4 > gone || unproven * 2 > begin.length) return null;
  const lines = begin.oldLines - begin.lines;
  const what = lines > 0 ? `${number(lines)} of ${count(begin.oldLines, 'line')} gone from the end` : 'the end is gone';
  // The seal knows the text only up to its marks; what lies behind the last one may have been written since.
  const proof =
    unproven === 0 ? 'they agree with the seal' : `the first ${number(begin.agreed)} of them agree with the seal`;
  return `${what}: ${number(begin.length)} of ${count(begin.oldLength, 'byte')} are left, and ${proof}`;
}

function appended(begin: Prefix): string | null {
  const added = begin.length - begin.oldLength;
  if (added <= 0 || begin.oldLength === 0) return null;
  const unproven = begin.oldLength - begin.agreed;
  // From two chains alone the last stretch of the old text may be unproven; from the bytes nothing is.
  if (unproven > 0 && (begin.agreedLine !== null || unproven * 4 > added || unproven * 8 > begin.oldLength))
    return null;
  const lines = begin.lines - begin.oldLines;
  return `${lines > 0 ? count(lines, 'line') : count(added, 'byte')} added at the end: the first ${number(begin.agreed)} of ${count(begin.length, 'byte')} are the sealed ones`;
}

function editedMessage(old: ContentPrint, now: ContentPrint, begin: Prefix | null, shared: number | null): string {
  const sizes =
    now.size === old.size
      ? `${count(now.size, 'byte')} as before`
      : `${count(now.size, 'byte')}, ${number(old.size)} sealed`;
  const from =
    begin === null || begin.agreedLine === null || begin.differsLine === null
      ? begin && begin.agreed >= LEAST_PREFIX
        ? `; as sealed for the first ${number(begin.agreed)}`
        : ''
      : begin.differsLine > begin.agreedLine
        ? `; the first change is in lines ${number(begin.agreedLine)} to ${number(begin.differsLine)}`
        : `; the first change is in line ${number(begin.agreedLine)}`;
  return `the text is not the sealed one: ${sizes}${from}${shared === null || shared === 1 ? '' : `; about ${Math.round(shared * 100)} % in common`}`;
}

function lineEnds(old: ContentPrint, now: ContentPrint): string {
  const before = crlf(old);
  const after = crlf(now);
  if (before === 0 && after > 0) return 'CRLF instead of LF';
  if (before > 0 && after === 0) return 'LF instead of CRLF';
  return 'other line ends';
}

/** CRLF line ends: bytes that went when they became LF. */
function crlf(print: ContentPrint): number {
  const chain = readChain(print.chain);
  return chain ? print.size - chain.length - (hasMark(print) ? 3 : 0) : 0;
}

function hasMark(print: ContentPrint): boolean {
  return print.lines !== print.plain;
}

function markChange(old: ContentPrint, now: ContentPrint): string {
  const what = hasMark(now) ? 'with a byte order mark' : 'without the byte order mark';
  return `same text, ${what}${crlf(old) === crlf(now) ? '' : ` and ${lineEnds(old, now)}`}`;
}

/** `1 byte`, `12,545 bytes`. */
export function count(value: number, unit: string): string {
  return `${number(value)} ${unit}${value === 1 ? '' : 's'}`;
}

/** `12,545`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
