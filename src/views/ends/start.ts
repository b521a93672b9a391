/** A document whose first words are the rest of a sentence, or whose beginning lies inside a section. */
import { DATA_FORMATS } from '../../core/formats.ts';
import { pattern } from '../../core/pattern.ts';
import { at } from '../../core/locate.ts';
import type { Document, Observation } from '../../core/types.ts';
import { beginning, type Beginning } from '../beginnings.ts';
import { labels } from '../numbering.ts';
import { heavy } from '../endings.ts';

/** Paragraphs with a capital that are needed, and how many there must be for each that begins small. */
const CAPITALS = 3;
const FOR_EACH_SMALL = 4;
/** Headings that are needed to speak of their order. */
const HEADINGS = 3;
/** Longest quote of the first words, in units. */
const MESSAGE_UNITS = 32;

/** Formats in which headings are marked, so that their levels are true. */
const MARKED: ReadonlySet<string> = new Set(['markdown', 'asciidoc', 'mediawiki', 'org']);

/** `title: ...`, `@param`, a directive, an image, a name such as `libpng (1.6)`: nothing that a sentence is. */
const FIELD = /^(?:\w{1,12}:\/\/|[\w.-]{1,40}:(?:\s|$)|!\[|\.[A-Za-z.]|\{|@|\\|<|\|)/u;

/** A name with a number or a version: `libpng-1.6.1 was released`, `httpd (2:1.4-1) unstable`. */
const VERSIONED = /^(?:[\w.+-]*\d|[\w.+-]+ \(\S*\d)/u;

/** A file's name, and a name that a kind of document follows. */
const FILE = /\w\.[a-z]{1,4}$/u;
const HEADED = /^[\w.+-]+ (?:NEWS|README|FAQ|TODO|HOWTO|CHANGES|MANUAL)(?!\w)/u;
/** Letters from which a name may be a part of one in the path: fakeroot, libfakeroot. */
const LONG_NAME = 6;

/** `del Rosario, Z.`, `van der Berg, J.`: the name of a person, as in a reference. */
const PERSON = pattern('u')`^\p{Ll}{1,4}(?: \p{Ll}{1,4})? \p{Lu}[\p{L}'’-]{1,30}, \p{Lu}`;

/** Whether the first word is a name that is written small: one with a version, one by itself, or one that the path has too. */
function isName({ path }: Document, begin: string): boolean {
  if (VERSIONED.test(begin) || PERSON.test(begin)) return true;
  const word = /^[\w.+-]+/u.exec(begin)?.[0];
  if (word === undefined) return false;
  if (word === begin.trim() || FILE.test(word) || HEADED.test(begin)) return true;
  const parts = path.toLowerCase().split(/[^a-z\d]+/u);
  const [first] = word.toLowerCase().split('-');
  return parts.some((part) => part === word.toLowerCase() || (first!.length >= LONG_NAME && part.includes(first!)));
}

export const START_NEXT = 'Get the whole document from where it came; what stood before this line is not here';

/** The signs that a document begins in the middle; at most one finding. */
export function* cutStart(document: Document): Iterable<Observation> {
  if (DATA_FORMATS.has(document.format) || document.format === 'html' || document.format === 'roff') return;
  const found = beginning(document);
  const { block, start } = found;
  if (!block || found.frontMatter) return;
  const { kind } = block;
  if (kind !== 'prose' && kind !== 'quote' && kind !== 'list') return;
  const begin = document.slice(start, Math.min(block.end, start + 80));
  if (FIELD.test(begin)) return;
  const said = signs(document, found, begin);
  if (said.length === 0) return;
  const line = document.units.indexOf(0x0a, start);
  const end = Math.min(line < 0 ? block.end : line, start + 80);
  yield {
    level: 'look',
    message: `the file begins inside ${said[0]!.startsWith('its first letter') || found.mark ? 'a sentence' : 'a section'}: "${begin.split('\n')[0]!.slice(0, MESSAGE_UNITS)}${begin.length > MESSAGE_UNITS ? '…' : ''}"; ${said.join('; ')}`,
    next: START_NEXT,
    places: [
      at(document, {
        start,
        end: document.units[end - 1]! >= 0xd800 && document.units[end - 1]! < 0xdc00 ? end - 1 : end,
      }),
    ],
  };
}

function signs(document: Document, found: Beginning, begin: string): string[] {
  const { block, smalls, capitals, headings, word } = found;
  const said: string[] = [];
  if (!block) return said;
  if (found.mark && document.units[found.start + 1] !== undefined && heavy(document.units, block))
    said.push(`no text begins with "${document.slice(found.start, found.start + 1)}"`);
  if (
    block.kind !== 'list' &&
    found.small &&
    capitals >= CAPITALS &&
    capitals >= FOR_EACH_SMALL * smalls &&
    !isName(document, begin)
  ) {
    said.push(
      `its first letter is small, which ${smalls === 0 ? 'that of no other paragraph' : `that of ${smalls} of ${smalls + capitals} others`} is`,
    );
    if (word.size > 1 && word.alone === 0 && word.suffix > 0)
      said.push('its first word is the end of others and stands nowhere else');
  }
  if (found.unopened !== undefined) said.push(`"${found.unopened}" closes what was never opened`);
  if (MARKED.has(document.format)) {
    // a note to the reader stands over the title
    if (found.deeper && headings >= HEADINGS && block.kind !== 'quote')
      said.push('the first heading is deeper than later ones');
    const first = labels(document).find((label) => label.kind === 'heading' && label.style === 'n');
    const [chapter = 0, section = 0] = first?.path ?? [];
    if (first && headings >= HEADINGS && chapter < 100 && (chapter > 1 || section > 1))
      said.push(`the first numbered heading is ${first.path.join('.')}`);
  }
  return said;
}
