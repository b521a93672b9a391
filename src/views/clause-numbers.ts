/** Clauses of a text without spaces that stand in it twice with other numbers, whatever line ends were put into them. */
import type { Document, Span } from '../core/types.ts';
import type { Case } from './cases.ts';
import { areUnderOther } from './conditions.ts';
import { EXAMPLE, headingsAlike } from './parallels.ts';
import { isReadable, numberedClauses, numberEnd, type Statement } from './statements.ts';
import { isQuantity } from './values.ts';

/** Blocks between two places. */
const APART = 2;
/** Statements of one frame: more are a form. */
const SAME_FRAME = 6;
/** What such a sentence says depends on where it stands. */
const HERE =
  /\b(?:(?:above|below)(?! \d)|preceding|this (?:section|figure|table|listing)|oben|unten|ci-dessus|ci-dessous|arriba|abajo|acima|abaixo|sopra|sotto)\b|выше|ниже|上述|上面|上图|下图|下面|如下|上記|下記/iu;

/** The values of a statement that are quantities, as they are written; undefined where one is a name, a label, a version. */
function quantities(document: Document, { start, end }: Statement): string[] | undefined {
  const { units } = document;
  const out: string[] = [];
  for (let i = start; i < end;) {
    const to = numberEnd(units, i, end);
    if (to === i) {
      i++;
      continue;
    }
    out.push(document.slice(i, to));
    i = to;
  }
  return out;
}

/** Where the numbers of two statements of one frame differ, if all that differ are quantities. */
function numbersDiffer(document: Document, a: Statement, b: Statement): { here: string; there: string } | undefined {
  const x = quantities(document, a);
  const y = quantities(document, b);
  if (!x || !y || x.length !== y.length) return undefined;
  const s = document.slice(a.start, a.end).replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
  const t = document.slice(b.start, b.end).replace(/[*_`"'“”‘’„«»「」\n]/gu, ' ');
  const here: string[] = [];
  const there: string[] = [];
  let p = 0;
  let q = 0;
  for (let k = 0; k < x.length; k++) {
    p = s.indexOf(x[k]!, p);
    q = t.indexOf(y[k]!, q);
    if (p < 0 || q < 0) return undefined;
    if (x[k] !== y[k]) {
      if (!isQuantity(s, p, p + x[k]!.length) || !isQuantity(t, q, q + y[k]!.length)) return undefined;
      here.push(x[k]!);
      there.push(y[k]!);
    }
    p += x[k]!.length;
    q += y[k]!.length;
  }
  if (here.length === 0 || here.length > 3) return undefined;
  return { here: here.join(', '), there: there.join(', ') };
}

/** Clauses of a text without spaces that are the same but for their numbers, read across line ends. */
export function clauseCases(document: Document): Case[] {
  const frames = new Map<number, Statement[]>();
  for (const one of numberedClauses(document)) {
    const list = frames.get(one.frame);
    if (!list) frames.set(one.frame, [one]);
    else if (list.length <= SAME_FRAME) list.push(one);
  }
  const out: Case[] = [];
  for (const list of frames.values()) {
    if (list.length < 2 || list.length > SAME_FRAME) continue;
    const first = list[0]!;
    if (new Set(list.map(({ values }) => values)).size !== 2) continue;
    const second = list.find(({ values }) => values !== first.values)!;
    if (Math.abs(first.block - second.block) < APART || !isReadable(document, first) || !isReadable(document, second))
      continue;
    const found = numbersDiffer(document, first, second);
    const text = document.slice(first.start, first.end) + document.slice(second.start, second.end);
    if (!found || EXAMPLE.test(text) || HERE.test(text) || headingsAlike(document, first.block, second.block)) continue;
    if (areUnderOther({ document, sentence: first, said: first }, { document, sentence: second, said: second }, 60))
      continue;
    out.push({
      kind: 'number',
      grave: true,
      ...found,
      a: first,
      b: second,
      at: valueAt(document, first),
      bt: valueAt(document, second),
      withA: list.filter((one) => one !== first && one.values === first.values),
      withB: list.filter((one) => one !== second && one.values === second.values),
    });
  }
  return out;
}

/** Offset of the first number of a clause that may reach over lines; else of its beginning. */
export function valueAt({ units }: Document, { start, end }: Span): number {
  for (let i = start; i < end; i++) if (numberEnd(units, i, end) > i) return i;
  return start;
}
