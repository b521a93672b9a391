/** Heads, feet and numbers of pages that were left in the text. */
import { at } from '../core/locate.ts';
import type { DocumentCheck, Observation } from '../core/types.ts';
import { blocks } from '../views/blocks.ts';
import { furniture, isFurniture, SHAPE, type Stray } from '../views/furniture.ts';
import { JOIN } from '../views/joins.ts';

/** Units of a line in the message. */
const SHOWN = 48;
const RELATED = 5;
/** A page word: `9/24` and `1 of 2` may be anything where they cut no sentence. */
const WORDY = /[^\s\d\/.,:;()[\]|·•–—-]{3}|[\u0600-\uffff]/u;
/** `- 12 -`: a bullet at first sight. */
const DASHED = /^[-*–—].*[-*–—]$/u;

export const pageFurniture: DocumentCheck = {
  id: 'page-furniture',
  title: 'Heads, feet and numbers of pages in the text',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { running, single } = furniture(document);
    const groups: (readonly Stray[])[] = running.filter(isFurniture).map(({ lines }) => lines);
    // What stands once inside a sentence is told by `spliced`.
    for (const line of single)
      if (
        line.shape === SHAPE.page &&
        (groups.length > 0 || (line.join === JOIN.none && WORDY.test(document.slice(line.start, line.end))))
      ) {
        const { kind } = blocks(document)[line.block]!;
        const item = kind === 'list' && !DASHED.test(document.slice(line.start, line.end));
        if (kind !== 'heading' && !(item && line.alone)) groups.push([line]);
      }
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
