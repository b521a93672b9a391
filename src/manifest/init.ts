/** The INDEX.md that `init` writes where there is none. */
import type { Declared } from '../core/types.ts';
import type { ExpectList } from '../lists/expect-list.ts';
import { entryLine, grouped, linkLine, type NewEntry } from './edit.ts';
import { PLACEHOLDER } from './index-file.ts';
import { escapeInline } from './markdown.ts';
import { baseName } from './paths.ts';
import { headingFor, type HeadingRole } from './words.ts';

/** What stands in the quote until a person says what is to be built. */
export const QUOTE_PLACEHOLDER = '> One sentence: what is to be built from these documents.';

// All comments stand above the first section: readers of llms.txt take nothing but links below a second-level heading.
const TEACHING = `<!--
Which documents belong here, and what for. Move a line to another heading to say so; seedcheck holds the folder against it.
  Specifications     must be here, whole, and read as specifications
  Background         must be here and readable
  Attachments        images, data, archives: must be here
  Not placed         found in the folder, asked for by nobody: move each line, or delete the file
  Left out           known, and no part of the set
  Accepted findings  seedcheck why FINGERPRINT prints the line to put there, with a reason
Behind a path: ": pending, from Finance" (named, not there yet) or ": optional".
-->`;

const SECTIONS: readonly HeadingRole[] = [
  'specification',
  'background',
  'attachment',
  'not-placed',
  'left-out',
  'accepted',
];

/**
 * A new index: title, one sentence to fill in, the sections, the placeholder under *Specifications*, and each document
 * that was found under *Not placed*, also those that read as specifications: a person says what was meant.
 */
export function initText(input: { readonly folderName: string; readonly entries: readonly NewEntry[] }): string {
  const found = grouped(input.entries).map(entryLine);
  return indexText(
    input.folderName,
    new Map<HeadingRole, readonly string[]>([
      ['specification', [PLACEHOLDER]],
      ['not-placed', found],
    ]),
  );
}

/**
 * `init --expect-list`: one index for each folder of the list, by folder as the list names it. Every line of the list is
 * an entry under its role; what the folders hold beside it is not looked at.
 */
export function initFromList(list: ExpectList): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [folder, rows] of list.byFolder) {
    const sections = new Map<HeadingRole, string[]>();
    const other: string[] = [];
    for (const row of rows) {
      const line = linkLine(row.path, baseName(row.path), '');
      const role = sectionOf(row.declared);
      if (role === null) other.push(line);
      else {
        const lines = sections.get(role);
        if (lines) lines.push(line);
        else sections.set(role, [line]);
      }
    }
    texts.set(folder, indexText(baseName(folder), sections, other));
  }
  return texts;
}

function sectionOf(declared: Declared): HeadingRole | null {
  return declared === 'other' ? null : declared;
}

function indexText(
  name: string,
  sections: ReadonlyMap<HeadingRole, readonly string[]>,
  other: readonly string[] = [],
): string {
  const title = escapeInline(name === '.' ? '' : name) || 'Documents';
  const blocks = [`# ${title}`, QUOTE_PLACEHOLDER, TEACHING];
  for (const role of SECTIONS) {
    blocks.push([`## ${headingFor(role, 'en')}`, ...(sections.get(role) ?? [])].join('\n'));
    if (role === 'attachment' && other.length > 0) blocks.push(['## Further documents', ...other].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}
