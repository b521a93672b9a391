/**
 * Changes that a word processor tracked and nobody accepted or rejected: the document says two things, and which of them a
 * reader gets depends on the program. Comments of reviewers are told beside it.
 */
import { at } from '../core/locate.ts';
import type { Document, DocumentCheck, Mark, Observation, Place } from '../core/types.ts';
import { isDecimalDigit, isLetter } from '../core/unicode.ts';

/** Most places of one finding. */
const PLACES = 7;
/** Longest quoted text of a change, in UTF-16 units. */
const SHOWN = 60;

const NOTES: Readonly<Partial<Record<Mark['kind'], string>>> = {
  inserted: 'put in',
  deleted: 'taken out',
  comment: 'a comment',
};

/** Whether a text has a letter or digit: a change of commas alone says nothing else. */
function hasWord(document: Document, { start, end }: Mark): boolean {
  for (let i = start; i < end; i++) {
    const unit = document.units[i]!;
    if (unit >= 0xd800 || isLetter(unit) || isDecimalDigit(unit)) return true;
  }
  return false;
}

function shown(document: Document, { start, end, by }: Mark): string {
  const text = document
    .slice(start, Math.min(end, start + SHOWN))
    .replace(/\s+/gu, ' ')
    .trim();
  return `"${text}${end - start > SHOWN ? '…' : ''}"${by.trim() === '' ? '' : ` (${by.trim().slice(0, 40)})`}`;
}

function placesOf(document: Document, marks: readonly Mark[]): [Place, ...Place[]] {
  const [first, ...others] = marks.slice(0, PLACES);
  return [
    at(document, first!, { note: NOTES[first!.kind] ?? '' }),
    ...others.map((mark) => at(document, mark, { note: NOTES[mark.kind] ?? '' })),
  ];
}

export const trackedChange: DocumentCheck = {
  id: 'tracked-change',
  title: 'Tracked changes that nobody accepted or rejected',
  level: 'look',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { marks } = document;
    if (!marks || marks.length === 0) return;
    const inserted = marks.filter(({ kind }) => kind === 'inserted');
    const deleted = marks.filter(({ kind }) => kind === 'deleted');
    const count = inserted.length + deleted.length;
    if (count > 0) {
      const words = [...inserted, ...deleted].filter((mark) => hasWord(document, mark));
      const put = words.find(({ kind }) => kind === 'inserted') ?? inserted[0];
      const taken = words.find(({ kind }) => kind === 'deleted') ?? deleted[0];
      const proof = [
        ...(put ? [`${shown(document, put)} was put in`] : []),
        ...(taken ? [`${shown(document, taken)} taken out`] : []),
      ].join(', ');
      // places of both kinds, those with words first
      const ordered = [put, taken, ...words, ...inserted, ...deleted].filter((mark) => mark !== undefined);
      yield {
        level: words.length > 0 ? 'look' : 'note',
        message: `${count === 1 ? 'one tracked change that' : `${count} tracked changes that`} nobody accepted or rejected: ${proof}`,
        next: 'Accept or reject each change, and save the document without them',
        places: placesOf(document, [...new Set(ordered)]),
      };
    }
    const comments = marks.filter(({ kind }) => kind === 'comment');
    if (comments.length > 0)
      yield {
        level: 'note',
        message: `${comments.length === 1 ? 'a comment' : `${comments.length} comments`} of reviewers in the file: ${shown(document, comments[0]!)}`,
        next: 'Settle what is asked there, and take the comments out',
        places: placesOf(document, comments),
      };
  },
};
