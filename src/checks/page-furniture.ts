/** Heads, feet and numbers of pages that were left in the text. */
import { at } from '../core/locate.ts';
import type { DocumentCheck, Observation } from '../core/types.ts';
import { toldOf, type Stray } from '../views/furniture.ts';
import { JOIN } from '../views/joins.ts';

/** Units of a line in the message. */
const SHOWN = 48;
const RELATED = 5;
export const pageFurniture: DocumentCheck = {
  id: 'page-furniture',
  title: 'Heads, feet and numbers of pages in the text',
  level: 'look',
  acceptable: true,
  layout: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    // What stands once inside a sentence is told by `spliced`.
    const groups = toldOf(document).page;
    if (groups.length === 0) return;
    const lines = groups.flat().toSorted((a, b) => a.start - b.start);
    const [first] = lines as [Stray, ...Stray[]];
    const cut = lines.filter(({ join }) => join !== JOIN.none).length;
    const show = ({ start, end }: Stray): string => `"${document.slice(start, Math.min(end, start + SHOWN))}"`;
    const kinds = groups.toSorted((a, b) => b.length - a.length || a[0]!.start - b[0]!.start);
    const shown = kinds.slice(0, 2).map(([line]) => show(line!));
    yield {
      message:
        lines.length === 1
          ? `${show(first)} is a line of the page, not of the text`
          : `${lines.length} lines of the page, not of the text, such as ${shown.join(' and ')}${cut > 0 ? `; ${cut} of them inside a sentence` : ''}`,
      next: 'Take the lines of the page out of the text and join what they part',
      places: [
        at(document, first),
        ...lines.slice(1, 1 + RELATED).map((line) => at(document, line, { note: 'and here' })),
      ],
    };
  },
};
