/** Numbers of blocks as series that count up, and where a series skips. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { labels, type Label } from './numbering.ts';

/** How regular all series of one style are. */
export interface Family {
  /** Style of its labels; `n` of headings, `n prose` of paragraphs. */
  readonly style: string;
  /** Neighbours of which the second is one more than the first. */
  steps: number;
  /** Numbers that are not more than the one before them, and begin no new series. */
  disorder: number;
  /** Labels that are headings. */
  headings: number;
  readonly gaps: Gap[];
}

export interface Series {
  /** Its first number. */
  readonly first: number;
  /** Neighbours in this series of which the second is one more. */
  steps: number;
  gaps: number;
}

/** A skip: `after` is at least two more than `before`. */
export interface Gap {
  readonly family: Family;
  readonly series: Series;
  /** Undefined where the first child of a section is what is missing: then `parent` is set. */
  readonly before?: Label;
  readonly parent?: Label;
  readonly after: Label;
  /** The numbers that are missing. */
  readonly from: number;
  readonly to: number;
  /** Read as Roman numerals. */
  readonly roman: boolean;
}

interface Open {
  readonly key: string;
  readonly series: Series;
  last: number;
  label: Label;
  readonly roman: boolean;
}

/** Series that are open in each other, at most. */
const MOST_OPEN = 16;

/** Styles of written-out lists, that a heading ends. */
const LIST = /^(?:1[.)、:：]|\(1\)|①|[Aa][.)、]|\([Aa]\))$/u;

/** All skips in the document's series, and how regular the series are. */
export const families: (document: Document) => readonly Family[] = view((document) => {
  const found = new Map<string, Family>();
  const familyOf = (style: string): Family => {
    let family = found.get(style);
    if (!family) found.set(style, (family = { style, steps: 0, disorder: 0, headings: 0, gaps: [] }));
    return family;
  };
  const all = labels(document);
  if (all.length === 0) return [];
  const list = blocks(document);
  let stack: Open[] = [];
  const dotted = new Map<string, Chapters>();
  let block = 0;
  let previous: Label | undefined;
  for (const label of all) {
    for (; block < label.block; block++)
      if (list[block]!.kind === 'heading') stack = stack.filter((open) => !LIST.test(open.key.split('|')[0]!));
    const { style } = label;
    if (style === 'n' || (style.startsWith('word ') && !style.endsWith(' A'))) {
      const name = style === 'n' && label.kind !== 'heading' ? 'n prose' : style;
      let chapters = dotted.get(name);
      if (!chapters) dotted.set(name, (chapters = { children: new Map(), tops: new Set() }));
      const family = familyOf(name);
      if (label.kind === 'heading') family.headings++;
      chapter(family, chapters, label, previous);
    } else {
      if (label.kind === 'heading') stack = stack.filter((open) => !LIST.test(open.key.split('|')[0]!));
      const family = familyOf(style);
      if (label.kind === 'heading') family.headings++;
      stack = item(family, stack, label);
    }
    previous = label;
    block = label.block;
  }
  return [...found.values()];
});

/** Levels and indents at which numbers without parents may stand: few, as they are looked at for each with parents. */
const MOST_TOPS = 12;

/** Numbers with parents, by the numbers of the parents; those without, by level and indent. */
interface Chapters {
  readonly children: Map<string, Open>;
  readonly tops: Set<string>;
}

/** A number with parents: 2.3 follows 2.2, and 2.1 follows 2. */
function chapter(family: Family, { children, tops }: Chapters, label: Label, previous: Label | undefined): void {
  const { path } = label;
  const depth = path.length;
  const top = (label: Label): string => `|${label.level}|${label.indent}`;
  const value = path[depth - 1]!;
  let key = '';
  if (depth === 1) key = label.kind === 'heading' ? top(label) : '';
  else {
    key = path.slice(0, -1).join('.');
    // Its ancestors are there, be it only by name.
    for (let k = 1; k < depth; k++) {
      const ancestors = k === 1 ? tops : [path.slice(0, k - 1).join('.')];
      for (const each of ancestors) {
        const open = children.get(each);
        if (open && open.last === path[k - 1]! - 1) open.last = path[k - 1]!;
      }
    }
  }
  const open = children.get(key);
  if (!open) {
    if (depth === 1 && tops.size < MOST_TOPS) tops.add(key);
    const series: Series = { first: value, steps: 0, gaps: 0 };
    if (value > 1 && depth > 1) {
      const parent =
        previous && previous.style === label.style && previous.path.join('.') === key ? previous : undefined;
      if (children.size === 0) {
        // A chapter by itself: it begins where the one before it ended.
      } else if (parent && value < 1000) {
        family.gaps.push({ family, series, parent, after: label, from: 1, to: value - 1, roman: false });
        series.gaps++;
      } else family.disorder++;
    } else if (depth > 1 && value === 1) {
      family.steps++;
      series.steps++;
    }
    children.set(key, { key, series, last: label.last ?? value, label, roman: false });
    return;
  }
  if (value === open.last + 1) {
    family.steps++;
    open.series.steps++;
  } else if (value > open.last + 1 && (value < 1000 || open.last > 1000)) {
    family.gaps.push({
      family,
      series: open.series,
      before: open.label,
      after: label,
      from: open.last + 1,
      to: value - 1,
      roman: false,
    });
    open.series.gaps++;
  } else if (value > 1000 && open.last < 1000) {
    // Appendix A after section 9.
    if (value !== 1001) family.disorder++;
  } else if (value <= 1 && depth === 1) {
    children.clear();
    tops.clear();
    tops.add(key);
    children.set(key, {
      key,
      series: { first: value, steps: 0, gaps: 0 },
      last: label.last ?? value,
      label,
      roman: false,
    });
    return;
  } else family.disorder++;
  open.last = label.last ?? value;
  open.label = label;
}

/** A number without parents. */
function item(family: Family, stack: Open[], label: Label): Open[] {
  const key = LIST.test(label.style) ? `${label.style}|${label.kind === 'list' ? label.level : 1}` : label.style;
  const at = stack.findIndex((open) => open.key === key);
  const open = stack[at];
  const value = open?.roman ? label.roman : label.path[0]!;
  const started = (): Open[] => {
    const roman = label.roman === 1;
    const first = roman ? 1 : label.path[0]!;
    const below = at < 0 ? stack : stack.slice(0, at);
    if (first > 1) {
      family.disorder++;
      return below;
    }
    return [
      ...below.slice(-MOST_OPEN),
      { key, series: { first, steps: 0, gaps: 0 }, last: label.last ?? first, label, roman },
    ];
  };
  if (!open || value === undefined || value <= 1) return started();
  if (value === open.last + 1) {
    family.steps++;
    open.series.steps++;
  } else if (value > open.last + 1) {
    family.gaps.push({
      family,
      series: open.series,
      before: open.label,
      after: label,
      from: open.last + 1,
      to: value - 1,
      roman: open.roman,
    });
    open.series.gaps++;
  } else {
    family.disorder++;
    return stack.slice(0, at);
  }
  open.last = label.last ?? value;
  open.label = label;
  return stack.slice(0, at + 1);
}
