/** Links in brackets whose text is a number of an issue, a change or a standard, and whose address is that of another one. */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { inCode } from './in-code.ts';

/** A link, the number in its text and the one in its address. */
export interface MisnamedLink extends Span {
  readonly text: string;
  readonly address: string;
}

/** Units of a text and of an address, and links of a document. */
const TEXT = 60;
const ADDRESS = 200;
const MOST = 64;

const CLOSES = 0x5d;
const OPENS = 0x28;
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

/** Names in a text that stand for one kind of number each, and how an address bears it. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:[\w.-]+\/)?(?:[\w.-]+)?#(\d{1,7})$|^(?:ref: ?|see )?(?:pull request|issue|pr|gh)[ -]?#?(\d{1,7})$/iu,
    /\/(?:pulls?|issues?|discussions|merge_requests)\/(\d{1,7})\/?(?:[?#].*)?$/u,
  ],
  ...['rfc', 'pep', 'eip', 'bip'].map((name): readonly [RegExp, RegExp] => [
    new RegExp(`^${name}[ -]?0*(\\d{1,5})$`, 'iu'),
    new RegExp(`[/-]${name}-?0*(\\d{1,5})/?(?:\\.\\w{2,8})?(?:[?#].*)?$`, 'iu'),
  ]),
];

/** The number of the last group that took part in a match. */
const numberOf = (match: RegExpExecArray): string => match.slice(1).findLast((group) => group !== undefined) ?? '';

/** Worked out where a digit stands before `](`; all other text costs a search for one sign. */
export const misnamedLinks: (document: Document) => readonly MisnamedLink[] = view((document) => {
  const out: MisnamedLink[] = [];
  const { units } = document;
  for (let i = units.indexOf(CLOSES); i >= 0 && out.length < MOST; i = units.indexOf(CLOSES, i + 1)) {
    if (units[i + 1] !== OPENS || !isDigit(units[i - 1])) continue;
    const before = document.slice(Math.max(0, i - TEXT), i);
    const start = before.lastIndexOf('[');
    const behind = document.slice(i + 2, i + 2 + ADDRESS);
    const end = behind.search(/[)\s]/u);
    if (start < 0 || end < 0) continue;
    const text = before.slice(start + 1).replace(/[*_`\\]/gu, '');
    const address = behind.slice(0, end);
    for (const [named, borne] of KINDS) {
      const x = named.exec(text);
      const y = x && borne.exec(address);
      if (!x || !y) continue;
      if (numberOf(x) !== numberOf(y) && !inCode(document, i))
        out.push({ start: i - before.length + start, end: i + 3 + end, text, address: numberOf(y) });
      break;
    }
  }
  return out;
});
