/** A section, figure or table that the document sends its reader to, and that it does not have. */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, DocumentCheck, Observation, Span } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { labels } from '../views/numbering.ts';

/** Fewer numbered sections below a first level are no system of numbers that a reference can miss. */
const LEAST_SECTIONS = 8;
/** References that find their section, for each that does not: else sections are numbered by what shows the document. */
const FOUND_FOR_ONE = 4;
/** More are one cause (another edition, another document), and told in one finding. */
const SHOWN = 6;
/** Units around a reference that may name another document. */
const AROUND = 90;

/** Words for a section, before its number; in most of the languages that specifications are written in. */
const BEFORE = pattern(
  'giu',
)`(?:§{1,2}\s?|(?<![\p{L}\p{N}])(?:sections?|sec\.|clauses?|chapters?|subsections?|paragraphs?|abschnitt(?:e|en|s)?|kapiteln?|ziffern?|chapitres?|paragraphes?|secci[oó]n(?:es)?|cap[ií]tulos?|apartados?|se[cç][aã]o|se[cç][oõ]es|sezion[ei]|capitol[oi]|paragraf[oi]|secties?|hoofdstuk(?:ken)?|paragra(?:af|fen)|avsnitt|kapitel|afsnit|rozdzia[łl]\p{L}*|sekcj\p{L}*|punk\p{L}*|bölüm\p{L}*|раздел\p{L}*|глав[аеуы]|пункт\p{L}*|розділ\p{L}*)\s|[第见見參参])(\d{1,2}(?:\.\d{1,3}){1,4})(?![\d.]*\d|\p{L})`;
/** The same where the word stands behind: 4.3节, 4.3 절. */
const BEHIND = pattern('gu')`(?<![\d.])(\d{1,2}(?:\.\d{1,3}){1,4})\s?(?:[节節章]|절|장)(?!\p{Nd})`;
/** Another document is spoken of: its name, number or a citation. */
const ELSEWHERE = pattern(
  'u',
)`\[[^\]\n]{1,40}\]|\]\(|https?:|\b(?:RFC|ISO|IEC|IEEE|ITU|ETSI|ANSI|NIST|FIPS|W3C|ECMA|BCP|STD|DIN|EN|GOST|ГОСТ|JIS|GB|PEP|EIP|BIP|XEP|CIP|NIP|SIP|UTS|UAX|POSIX|OASIS|3GPP|TS|TR|HTML|XML|CSS|Unicode|GDPR|WCAG)\b[\s-]?[\d/.]*|[《「『“"][^》」』”"\n]{2,60}[》」』”"]|\b(?:of|in|to|der|des|du|de|del|della|van|из|в)\s+(?:the\s+|this\s+|that\s+|la\s+|el\s+)?(?:[\p{L}\d.-]*[\p{Lu}\d]){2}`;

/** `sections 5.4 and 5.5 of the model`: said of something that is named behind it. */
const OF = pattern(
  'iu',
)`^[^.;\n]{0,24}\b(?:of|in|des|der|du|de|del|della|dello|do|da|van|из|в|от)\s(?!this|diese[rs]?\b|ce\b|este|questo|deze|этого)`;

export const danglingReference: DocumentCheck = {
  id: 'dangling-reference',
  title: 'A reference to a section that is not there',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const sections = sectionsOf(document);
    if (sections.size < LEAST_SECTIONS) return;
    const lost: { readonly span: Span; readonly number: string }[] = [];
    let found = 0;
    for (const reference of referencesIn(document)) {
      if (sections.has(reference.number)) found++;
      else lost.push(reference);
    }
    const own = lost.filter(({ number }) => isOwn(number, sections));
    if (own.length === 0 || lost.length * FOUND_FOR_ONE > found) return;
    const numbers = [...new Set(own.map(({ number }) => number))];
    const named = numbers.slice(0, 3).join(', ') + (numbers.length > 3 ? ` and ${numbers.length - 3} more` : '');
    const [first, ...rest] = own.map(({ span }) => at(document, span));
    yield {
      message: `sends the reader to ${numbers.length === 1 ? 'section' : 'sections'} ${named}, and no heading bears ${numbers.length === 1 ? 'this number' : 'these numbers'}; ${found} other references find theirs`,
      next: 'Correct the number, or restore the section',
      places: [first!, ...rest.slice(0, SHOWN - 1)],
    };
  },
};

/** Numbers with a dot that begin a heading or a paragraph, each with all that stand above it. */
function sectionsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  let headings = 0;
  for (const label of labels(document)) {
    const text = document.slice(label.start, Math.min(label.end, label.start + 24));
    const match = /\d{1,2}(?:\.\d{1,3})+/.exec(text);
    if (!match) continue;
    if (label.kind === 'heading') headings++;
    found.add(match[0]);
  }
  return headings >= LEAST_SECTIONS ? found : new Set();
}

/** A number beside those of the document: its parent section exists, or a sister of it. */
function isOwn(number: string, sections: ReadonlySet<string>): boolean {
  const parent = number.slice(0, number.lastIndexOf('.'));
  for (const section of sections) if (section.startsWith(`${parent}.`)) return true;
  return false;
}

function* referencesIn(document: Document): Iterable<{ readonly span: Span; readonly number: string }> {
  for (const { kind, start, end } of blocks(document)) {
    if (kind !== 'prose' && kind !== 'list' && kind !== 'quote') continue;
    const text = document.slice(start, end);
    for (const matcher of [BEFORE, BEHIND])
      for (const match of text.matchAll(matcher)) {
        const number = match[1]!;
        const around = text.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND);
        const behind = match.index + match[0].length;
        if (ELSEWHERE.test(around) || OF.test(text.slice(behind, behind + AROUND))) continue;
        yield { number, span: { start: start + match.index, end: start + match.index + match[0].length } };
      }
  }
}
