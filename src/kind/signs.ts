/**
 * The signs by which a document gives away what it is. A sign counts one thing; `weights.ts` says how much each level of
 * it speaks for each role and kind. No sign names a language or a script.
 */

/**
 * How a count becomes a level of 0 to 8. `rate`: per 10,000 units of weight, doubling from level to level, so that a long
 * document is read like a short one. `count`: 1, 2, 4, 8, ... in the document. `share`: eighths of the document's weight.
 */
export type Scale = 'rate' | 'count' | 'share';

/** What the reasons call absent when nothing of it was counted. */
export type Group = 'requirement' | 'identifier' | 'interface' | 'example';

export interface Sign {
  readonly id: string;
  readonly scale: Scale;
  /** What a reason says: `{n}` the count, `{line}` line of the first, `{quote}` its words. */
  readonly says: string;
  readonly toward: Toward;
  readonly group?: Group;
}

/**
 * What the sign may speak for; the fit holds to it, so that no accident of the training documents turns a sign round. One
 * toward `specification` never lowers that role and never raises `stray`; one toward `stray` the reverse; one toward
 * `background` raises neither. `none`: the fit is free.
 */
export type Toward = 'specification' | 'background' | 'stray' | 'none';

function sign(id: string, scale: Scale, toward: Toward, says: string, group?: Group): Sign {
  return group === undefined ? { id, scale, toward, says } : { id, scale, toward, says, group };
}

/** Every sign. The order is the order of `weights.ts` and of reasons that weigh the same. */
export const SIGNS: readonly Sign[] = [
  // Phrases, see phrases.ts.
  sign(
    'obligation',
    'rate',
    'specification',
    '{n} words of obligation, the first in line {line}: "{quote}"',
    'requirement',
  ),
  sign('advice', 'rate', 'specification', '{n} words of permission or advice, the first in line {line}: "{quote}"'),
  sign('definition', 'rate', 'specification', '{n} defining phrases, the first in line {line}: "{quote}"'),
  sign('interface', 'rate', 'specification', '{n} words of interfaces and data, the first in line {line}: "{quote}"'),
  sign('system', 'rate', 'specification', '{n} words of systems and requirements, the first in line {line}: "{quote}"'),
  sign(
    'story',
    'count',
    'specification',
    '{n} phrases of user stories, the first in line {line}: "{quote}"',
    'requirement',
  ),
  sign(
    'scenario',
    'count',
    'specification',
    '{n} lines of scenarios (given, when, then), the first is line {line}: "{quote}"',
  ),
  sign('instruct', 'rate', 'background', '{n} phrases of instructions, the first in line {line}: "{quote}"'),
  sign('change', 'rate', 'background', '{n} words of a change log, the first in line {line}: "{quote}"'),
  sign('notes', 'rate', 'background', '{n} words of notes or minutes, the first in line {line}: "{quote}"'),
  sign('study', 'rate', 'background', '{n} phrases of a study, the first in line {line}: "{quote}"'),
  sign('agency', 'count', 'stray', 'line {line} names a news agency, paper or reporter: "{quote}"'),
  sign('said', 'rate', 'stray', '{n} words of reported speech, the first in line {line}: "{quote}"'),
  sign('when', 'rate', 'stray', '{n} words that date it (yesterday, this year), the first in line {line}: "{quote}"'),
  sign('month', 'rate', 'none', '{n} names of months, the first in line {line}: "{quote}"'),
  sign('people', 'rate', 'stray', '{n} words for persons and offices, the first in line {line}: "{quote}"'),
  sign('iwe', 'rate', 'stray', '{n} words in the first person, the first in line {line}: "{quote}"'),
  sign('market', 'rate', 'stray', '{n} phrases of selling, the first in line {line}: "{quote}"'),
  sign('furniture', 'rate', 'stray', '{n} phrases of a web page around its text, the first in line {line}: "{quote}"'),
  sign('forum', 'rate', 'stray', '{n} words of a comment thread, the first in line {line}: "{quote}"'),
  sign('letter', 'rate', 'stray', '{n} phrases of a letter, the first in line {line}: "{quote}"'),
  sign('law', 'rate', 'stray', '{n} words of law and contract, the first in line {line}: "{quote}"'),
  sign('official', 'rate', 'stray', '{n} words of authorities, the first in line {line}: "{quote}"'),
  sign('cook', 'rate', 'stray', '{n} words of a recipe, the first in line {line}: "{quote}"'),
  sign('resume', 'rate', 'stray', '{n} words of a résumé, the first in line {line}: "{quote}"'),
  sign('life', 'rate', 'stray', '{n} phrases of an encyclopedia, the first in line {line}: "{quote}"'),
  sign('tale', 'rate', 'stray', '{n} words of a tale, the first in line {line}: "{quote}"'),
  // Headings, see phrases.ts.
  sign('specHeading', 'count', 'specification', '{n} headings of a specification, the first is line {line}: "{quote}"'),
  sign('guideHeading', 'count', 'background', '{n} headings of a guide, the first is line {line}: "{quote}"'),
  // Tokens.
  sign(
    'capitals',
    'rate',
    'specification',
    '{n} words of obligation in capitals or set off, the first in line {line}: "{quote}"',
    'requirement',
  ),
  sign('identifier', 'rate', 'specification', '{n} identifiers, the first in line {line}: "{quote}"', 'identifier'),
  sign('call', 'rate', 'specification', '{n} calls, the first in line {line}: "{quote}"', 'identifier'),
  sign(
    'inlineCode',
    'rate',
    'specification',
    '{n} pieces in code font, the first in line {line}: "{quote}"',
    'identifier',
  ),
  sign('number', 'rate', 'none', '{n} numbers, the first in line {line}: "{quote}"'),
  sign('quotation', 'rate', 'stray', '{n} quotations, the first in line {line}: "{quote}"'),
  sign('exclaim', 'rate', 'stray', '{n} exclamation marks, the first in line {line}: "{quote}"'),
  sign('question', 'rate', 'none', '{n} question marks, the first in line {line}: "{quote}"'),
  sign('you', 'rate', 'none', '{n} words that address the reader, the first in line {line}: "{quote}"'),
  sign('url', 'rate', 'none', '{n} web addresses, the first in line {line}: "{quote}"'),
  sign('mention', 'rate', 'stray', '{n} hashtags, mentions and mail addresses, the first in line {line}: "{quote}"'),
  sign('year', 'rate', 'stray', '{n} years, the first in line {line}: "{quote}"'),
  sign('percent', 'rate', 'stray', '{n} percentages, the first in line {line}: "{quote}"'),
  sign('money', 'rate', 'stray', '{n} sums of money, the first in line {line}: "{quote}"'),
  sign('lifeDates', 'count', 'stray', '{n} spans of years as of lives, the first in line {line}: "{quote}"'),
  sign('citation', 'rate', 'background', '{n} citations, the first in line {line}: "{quote}"'),
  sign('reference', 'rate', 'specification', '{n} references to standards, the first in line {line}: "{quote}"'),
  sign(
    'requirementId',
    'count',
    'specification',
    '{n} requirement numbers, the first in line {line}: "{quote}"',
    'requirement',
  ),
  sign(
    'issueId',
    'rate',
    'specification',
    '{n} identifiers such as ABC-12, the first in line {line}: "{quote}"',
    'identifier',
  ),
  sign('endpoint', 'count', 'specification', '{n} endpoints, the first in line {line}: "{quote}"', 'interface'),
  sign('hex', 'rate', 'specification', '{n} hexadecimal numbers, the first in line {line}: "{quote}"', 'identifier'),
  // Lines.
  sign('heading', 'rate', 'specification', '{n} marked headings, the first is line {line}: "{quote}"'),
  sign('numberedHeading', 'count', 'specification', '{n} numbered sections, the first is line {line}: "{quote}"'),
  sign('bullet', 'rate', 'none', '{n} list items, the first is line {line}: "{quote}"'),
  sign('clause', 'rate', 'none', '{n} numbered items, the first is line {line}: "{quote}"'),
  sign('fieldItem', 'rate', 'specification', '{n} items that explain a term, the first is line {line}: "{quote}"'),
  sign('checkbox', 'count', 'background', '{n} check boxes, the first is line {line}: "{quote}"'),
  sign('table', 'rate', 'specification', '{n} table rows, the first is line {line}: "{quote}"'),
  sign(
    'json',
    'rate',
    'specification',
    '{n} lines of structured data, the first is line {line}: "{quote}"',
    'interface',
  ),
  sign('grammar', 'count', 'specification', '{n} grammar rules, the first is line {line}: "{quote}"', 'interface'),
  sign(
    'declaration',
    'count',
    'specification',
    '{n} declarations in code, the first is line {line}: "{quote}"',
    'interface',
  ),
  sign('codeLine', 'share', 'specification', '{n} lines of code, the first is line {line}: "{quote}"', 'example'),
  sign('fence', 'count', 'specification', '{n} code blocks, the first is line {line}', 'example'),
  sign('shell', 'count', 'background', '{n} shell commands, the first is line {line}: "{quote}"', 'example'),
  sign('markup', 'share', 'none', '{n} lines of raw markup, the first is line {line}: "{quote}"'),
  sign('meta', 'count', 'specification', '{n} header fields of a specification, the first is line {line}: "{quote}"'),
  sign('mailHeader', 'count', 'stray', '{n} mail header lines, the first is line {line}: "{quote}"'),
  sign('postHeader', 'count', 'stray', '{n} header lines of a newsgroup post, the first is line {line}: "{quote}"'),
  sign('quotedLine', 'rate', 'stray', '{n} quoted lines, the first is line {line}: "{quote}"'),
  sign('chat', 'rate', 'stray', '{n} lines of chat, the first is line {line}: "{quote}"'),
  sign('pageHeader', 'count', 'stray', 'line {line} is a newspaper page header: "{quote}"'),
  sign('dateline', 'count', 'stray', 'line {line} begins with a dateline: "{quote}"'),
  sign('byline', 'count', 'stray', 'line {line} is a byline: "{quote}"'),
  sign('dialogue', 'rate', 'stray', '{n} lines of dialogue, the first is line {line}: "{quote}"'),
  sign('chapter', 'count', 'stray', '{n} chapter headings of a book, the first is line {line}: "{quote}"'),
  sign('article', 'count', 'stray', '{n} articles of a law or contract, the first is line {line}: "{quote}"'),
  sign('release', 'count', 'background', '{n} release headings, the first is line {line}: "{quote}"'),
  sign('manPage', 'count', 'background', '{n} lines of manual page markup, the first is line {line}: "{quote}"'),
  sign('latex', 'count', 'background', '{n} lines of TeX, the first is line {line}: "{quote}"'),
  sign('wiki', 'rate', 'stray', '{n} lines of wiki markup, the first is line {line}: "{quote}"'),
  sign('csv', 'share', 'background', '{n} rows of separated values, the first is line {line}: "{quote}"'),
  sign('prose', 'share', 'none', '{n} lines of running prose, the first is line {line}: "{quote}"'),
  sign('shortLine', 'share', 'stray', '{n} short lines without structure, the first is line {line}: "{quote}"'),
  sign('plainText', 'count', 'stray', 'the text has no heading, list, table or code'),
  sign('length', 'count', 'none', '{n} hundreds of characters'),
];

export const SIGN_INDEX: ReadonlyMap<string, number> = new Map(SIGNS.map(({ id }, index) => [id, index]));

/** 0 to 8 for a count. `weight`: of the whole text that was looked at. */
export function levelOf(scale: Scale, count: number, weight: number): number {
  if (count <= 0) return 0;
  const value =
    scale === 'count'
      ? count
      : scale === 'share'
        ? (count * 8) / Math.max(1, weight)
        : (count * 10_000) / Math.max(400, weight);
  if (scale === 'share') return Math.min(8, Math.ceil(value));
  let level = 0;
  for (let step = 1; value >= step && level < 8; step *= 2) level++;
  return level === 0 ? 1 : level;
}
