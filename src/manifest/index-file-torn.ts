/** Names of files that damage has torn: a dot that is gone, an extension one letter off. */
import { pattern } from '../core/pattern.ts';
import { endsPath, hasKnownExtension } from './index-file-inline.ts';
import { editDistance } from './words.ts';

const BEGINS_LIKE_A_NAME = pattern('u')`^[\p{L}\p{N}]`;

/** The extensions that documents have; the ones that a damaged name is held against. */
const DOCUMENTS = 'md|pdf|txt|html|htm|json|yaml|yml|docx|doc|xlsx|xls|pptx|csv|xml|rst|adoc|tex|odt|rtf|proto';
const DOCUMENT_LIST = DOCUMENTS.split('|');
const TORN_SIGN = pattern('u')`[\p{L}\p{N}_)][,;/*&>](?:${DOCUMENTS})$`;
const TORN_DOT = pattern('u')`^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*(?:md|pdf|txt|html|json|yaml|docx|xlsx|pptx)$`;
/** Words that end as names without their dot would. */
const PLAIN_WORD = /^(?:systemd|[a-z]{0,2}[acr]md|man2html|[a-z]{0,3}(?:html|json|yaml|txt|pdf))$/i;
const TORN_APART = new RegExp(`^\\S{1,260}\\s\\.(?:${DOCUMENTS})(?:$|[\\s:：(（])`);
const TORN_END = pattern('u')`\.(?:md|pdf|txt|html|json|yaml|docx|xlsx|pptx)[^\s\p{P}]`;

/** A word, alone or before a note, that must have been a file name: its dot is gone, or its extension is one letter off. */
export function isCrippledName(text: string): boolean {
  const token = /^\S{1,260}/.exec(text)?.[0] ?? '';
  const cut = token.search(/[:：(（]/);
  const head = cut > 0 ? token.slice(0, cut) : token;
  const word = head.replace(/^[`*_~<[("']+|[`*_~>\])"'.,;]+$/g, '');
  if (TORN_APART.test(text.slice(0, 300))) return true;
  // What runs on behind an extension needs no note behind it to be told from a word.
  if (TORN_END.test(word) && !hasKnownExtension(word)) return true;
  if (!endsPath(text, head.length)) return /^[^\s/]+\/\S*\.[A-Za-z]{1,4}$/.test(head) && nearExtension(head);
  if ((TORN_DOT.test(word) && !PLAIN_WORD.test(word)) || TORN_SIGN.test(word)) return true;
  // `errors.htm,` in code, `api3<.html`: an extension, and yet it was not read as a path.
  if (
    DOCUMENT_LIST.includes(word.slice(word.lastIndexOf('.') + 1)) &&
    BEGINS_LIKE_A_NAME.test(word) &&
    !word.includes('://')
  )
    return true;
  if (/[\d_-]$/.test(word) && head.replace(/^[`*_~<[("']+/, '').startsWith(`${word}.`)) return true;
  return nearExtension(word) && !hasKnownExtension(word);
}

/** Whether a name ends in a dot and what is at most one letter off an extension of documents. */
function nearExtension(word: string): boolean {
  const dot = word.lastIndexOf('.');
  const end = word.slice(dot + 1);
  if (dot < 1 || end === '' || end.length > 5 || /^\d+$/.test(end)) return false;
  return DOCUMENT_LIST.some((known) => editDistance(known, end, 1) <= 1);
}

export function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
