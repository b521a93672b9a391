/** Lines of all pages become the blocks of a text: paragraphs over line, column and page ends, headings, lists, tables. */
import type { BlockKind } from '../../core/types.ts';
import { pattern } from '../../core/pattern.ts';
import { isWide } from './page.ts';
import type { Line } from './lines.ts';

export interface PageLines {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  lines: Line[];
}

export interface FlowBlock {
  kind: BlockKind;
  level: number;
  /** What stands on each page that the block lies on. */
  parts: { page: number; text: string }[];
  hidden: string;
  recognized: boolean;
  last: Line;
  first: Line;
  /** Of the last line, joined so far. */
  lines: number;
  /** Left edge of its lines after the first. */
  edge: number;
}

const BULLET = /^(?:[•◦▪▸►‣⁃●○■□◆❖✓–—*·∙o]|[-−]|[\uf0a7\uf0b7\u00b7])$/u;
const ITEM =
  /^(?:[•◦▪▸►‣⁃●○■□◆❖✓∙\uf0a7\uf0b7]\s*|[–—*·−-]\s+|\(?\d{1,3}[.)]\s+|\([a-zA-Z]\)\s+|[a-zA-Z][.)]\s+|\(?[ivxIVX]{1,5}[.)]\s+|\[\d{1,4}\]\s+)(?=\S)/u;
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,3}){0,5}\.?|[A-Z]\.(?:\d{1,3}\.?)*|[IVX]{1,5}\.)\s+\S/u;
const STOP = /[.!?:;。！？：；…؟۔।]["'”’»)\]）」』]*$/u;
const PAGE_NUMBER = pattern('u')`^[tf] [\s#./|–—-]*(?:\p{L}{1,8} # )?[\s#./|–—-]*$`;
const AROUND_WORD = pattern('gu')`^[^\p{L}]+|[^\p{L}]+$`;
const HYPHEN = pattern('u')`[\p{L}\p{N}]([-‐\u00ad])$`;
const LETTER_FIRST = pattern('u')`^\p{L}`;
const WORD_LAST = pattern('u')`[\p{L}\p{N}-]+$`;
const WORD_FIRST = pattern('u')`^[\p{L}-]+`;
const LOWER_LAST = pattern('u')`\p{Ll}$`;
const LOWER_FIRST = pattern('u')`^\p{Ll}`;
const BOUND = pattern('u')`[\p{L}\p{N}][-‐/]$`;
const WORD_UNIT_FIRST = pattern('u')`^[\p{L}\p{N}]`;
const LETTER = pattern('u')`\p{L}`;
const BETWEEN_WORDS = pattern('gu')`[\s\p{P}]+`;
const LEADERS = /\s*(?:[.·…_]\s?){4,}\s*/u;

function weightOf(text: string): number {
  let weight = 0;
  for (let i = 0; i < text.length; i++) weight += isWide(text.charCodeAt(i)) ? 3 : 1;
  return weight;
}

/** The value that most letters have. */
function usual(lines: Iterable<Line>, of: (line: Line) => number): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + line.text.length);
  let best = 0;
  let most = -1;
  for (const [value, count] of counts)
    if (count > most) {
      best = value;
      most = count;
    }
  return best;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Takes heads, feet and page numbers out of the pages' lines; of each head the first stays, at the beginning of its page. */
export function withoutFurniture(pages: readonly PageLines[]): void {
  const keyOf = (text: string): string => {
    const plain = text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();
    return /^[ivxlcdm]{1,7}$/i.test(plain) ? '#' : plain;
  };
  interface Candidate {
    line: Line;
    key: string;
    page: PageLines;
    apart: boolean;
  }
  const candidates: Candidate[] = [];
  for (const page of pages) {
    const sorted = page.lines.filter(({ hidden }) => hidden === '').toSorted((a, b) => a.y - b.y);
    if (sorted.length === 0) continue;
    const ys: number[] = [];
    for (const { y } of sorted) if (ys.length === 0 || y - ys.at(-1)! > 3) ys.push(y);
    const step = median(ys.slice(1).map((y, i) => y - ys[i]!)) || 12;
    for (const line of sorted) {
      const rank = ys.findLastIndex((y) => y <= line.y);
      const top = rank < 3 && line.y < 0.15 * page.height;
      const foot = rank >= ys.length - 3 && line.y > 0.85 * page.height;
      if (!top && !foot) continue;
      const neighbour = top ? ys[rank + 1] : ys[rank - 1];
      const apart =
        (top ? rank === 0 : rank === ys.length - 1) &&
        (neighbour === undefined || Math.abs(neighbour - line.y) > 1.45 * step);
      candidates.push({ line, key: `${top ? 't' : 'f'} ${keyOf(line.text)}`, page, apart });
    }
  }
  const drop = new Set<Line>();
  const firsts: { readonly page: PageLines; readonly line: Line }[] = [];
  const group = (name: (candidate: Candidate) => string): Map<string, Candidate[]> => {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const key = name(candidate);
      const own = groups.get(key);
      if (own) own.push(candidate);
      else groups.set(key, [candidate]);
    }
    return groups;
  };
  const many = pages.length < 4 ? 2 : Math.max(3, Math.ceil(pages.length * 0.04));
  for (const [key, own] of group(({ key }) => key)) {
    const numbers = PAGE_NUMBER.test(key);
    const on = new Set(own.map(({ page }) => page));
    const y = median(own.map(({ line }) => line.y));
    const level = own.filter(({ line }) => Math.abs(line.y - y) < 8);
    if (
      numbers && key.includes('#')
        ? own.every(({ apart }) => apart) || level.length >= many
        : on.size >= many && level.length >= 0.6 * own.length
    )
      own.forEach(({ line, page }, i) => {
        drop.add(line);
        if (i === 0 && !numbers && pages.length > 1)
          firsts.push({ page, line: { ...line, region: -1, cells: null, text: line.text.replace(/\t/gu, '  ') } });
      });
  }
  // heads that change from chapter to chapter
  for (const own of group(({ key, line }) => `${key[0]} ${Math.round(line.y / 2)}`).values()) {
    const apart = own.filter((candidate) => candidate.apart);
    if (pages.length >= 5 && new Set(apart.map(({ page }) => page)).size >= 0.5 * pages.length)
      for (const { line } of apart) drop.add(line);
  }
  for (const page of pages) page.lines = page.lines.filter((line) => !drop.has(line));
  for (const { page, line } of firsts.toSorted((a, b) => b.line.y - a.line.y)) page.lines.unshift(line);
}

/** Words of the document that stand inside of lines, lower case: what a divided word may have been. */
function vocabulary(pages: readonly PageLines[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const page of pages)
    for (const { text } of page.lines)
      for (const word of text.split(/\s+/u).slice(0, -1)) {
        const clean = word.replace(AROUND_WORD, '').toLowerCase();
        if (clean.length > 3 && words.size < 200_000) words.add(clean);
      }
  return words;
}

/** The two ends of a line break put together. */
function join(before: string, after: string, words: ReadonlySet<string>): string {
  const hyphen = HYPHEN.exec(before);
  if (hyphen && LETTER_FIRST.test(after)) {
    if (hyphen[1] === '\u00ad') return before.slice(0, -1) + after;
    const head = WORD_LAST.exec(before.slice(0, -1).slice(-60))?.[0] ?? '';
    const tail = WORD_FIRST.exec(after.slice(0, 60))?.[0] ?? '';
    const whole = (head + tail).toLowerCase();
    const divided = `${head}-${tail}`.toLowerCase();
    if (words.has(whole)) return before.slice(0, -1) + after;
    if (
      words.has(divided) ||
      head.includes('-') ||
      !LOWER_LAST.test(head) ||
      !LOWER_FIRST.test(tail) ||
      head.length < 2
    )
      return before + after;
    return before.slice(0, -1) + after;
  }
  if (/[-‐–—/]$/u.test(before) && BOUND.test(before) && WORD_UNIT_FIRST.test(after)) return before + after;
  const last = before.charCodeAt(before.length - 1);
  const next = after.charCodeAt(0);
  if (isUnspaced(last) && isUnspaced(next)) return before + after;
  return `${before} ${after}`;
}

function isUnspaced(code: number): boolean {
  return (
    isWide(code) ||
    (code >= 0xe00 && code < 0xf00) ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800)
  );
}

/** Approximate width of the first word. */
function firstWord(line: Line): number {
  if (isWide(line.text.charCodeAt(0))) return 2.2 * line.size;
  const word = /^\S+/u.exec(line.text)?.[0] ?? '';
  return line.text === '' ? 0 : ((line.x1 - line.x0) * word.length) / line.text.length;
}

export function flow(pages: readonly PageLines[], outline: ReadonlyMap<string, number>): FlowBlock[] {
  const all = pages.flatMap(({ lines }) => lines).filter(({ hidden, certainty }) => hidden === '' && certainty === '');
  const body = usual(all, ({ size }) => size) || 10;
  const allBold = usual(all, ({ bold }) => Number(bold)) === 1;
  const words = vocabulary(pages);
  const sizes = new Set<number>();
  const levelOf = new Map<FlowBlock, number>();
  const blocks: FlowBlock[] = [];

  const outlined = (text: string): number => outline.get(outlineKey(text)) ?? 0;
  const isHeading = (line: Line): boolean => {
    if (line.cells || line.recognized || line.hidden !== '' || line.region < 0) return false;
    const weight = weightOf(line.text);
    if (weight < 2 || weight > 200 || !LETTER.test(line.text)) return false;
    if (outlined(line.text) > 0) return true;
    if (line.size >= 1.13 * body) return true;
    if (!line.bold || allBold || line.size < 0.93 * body || weight > 110) return false;
    return NUMBERED.test(line.text) || !/[.,;:]$/u.test(line.text);
  };

  for (const page of pages) {
    const steps = new Map<number, number>();
    const byRegion = new Map<number, Line[]>();
    for (const line of page.lines) {
      const own = byRegion.get(line.region);
      if (own) own.push(line);
      else byRegion.set(line.region, [line]);
    }
    for (const [region, lines] of byRegion) {
      const gaps = lines
        .slice(1)
        .map((line, i) => line.y - lines[i]!.end)
        .filter((gap) => gap > 2 && gap < 60);
      steps.set(region, median(gaps.filter((gap) => gap < 2.2 * median(gaps) + 1)));
    }
    let before: Line | undefined;
    page.lines.forEach((line, index) => {
      line.text = line.text.trim();
      if (line.text === '') return;
      if (line.cells?.some((cell) => cell.includes('\n'))) {
        line.cells = line.cells.map((cell) => cell.split('\n').reduce((was, next) => join(was, next, words)));
        line.text = line.cells.join('\t');
      }
      if (LEADERS.test(line.text) && !line.mono) {
        line.cells = line.text.split(LEADERS).flatMap((cell) => cell.split('\t'));
      }
      let labelled = false;
      if (
        line.cells &&
        line.cells.length >= 2 &&
        (BULLET.test(line.cells[0]!) || ITEM.test(`${line.cells[0]!} x`) || NUMBERED.test(`${line.cells[0]!} x`))
      ) {
        const rest = line.cells.slice(1);
        if (rest.length === 1) {
          line.text = `${line.cells[0]!} ${rest[0]!}`;
          line.cells = null;
          labelled = true;
        }
      }
      const next = page.lines[index + 1];
      const inTable = (other: Line | undefined): boolean =>
        other !== undefined && other.cells !== null && other.region === line.region;
      if (line.cells && !inTable(next) && !inTable(before)) {
        line.text = line.cells.join(' ');
        line.cells = LEADERS.test(line.text) ? line.cells : null;
      }
      const text = line.text;
      const item = ITEM.test(text);
      const heading = isHeading(line);
      let current = blocks.at(-1);
      const fresh = !before || before.region !== line.region || before.y > line.y;
      const kind: BlockKind = line.cells ? 'table' : heading ? 'heading' : line.mono ? 'code' : item ? 'list' : 'prose';
      const open = (): void => {
        const block: FlowBlock = {
          kind,
          level: kind === 'list' ? 1 : 0,
          parts: [
            { page: page.number, text: kind === 'table' ? line.cells!.map((cell) => cell.trim()).join('\t') : text },
          ],
          hidden: line.hidden,
          recognized: line.recognized,
          first: line,
          last: line,
          lines: 1,
          edge: line.x0,
        };
        if (kind === 'heading') {
          levelOf.set(block, outlined(text));
          sizes.add(Math.round(line.size * 2) / 2 + (line.bold ? 0.1 : 0));
        }
        blocks.push(block);
      };
      const more = (block: FlowBlock, joined: (before: string) => string): void => {
        const part = block.parts.at(-1)!;
        if (part.page === page.number) part.text = joined(part.text);
        else {
          // the join is worked out at the page's end, and cut where the page ends
          const whole = joined(part.text);
          let same = 0;
          while (same < part.text.length && part.text[same] === whole[same]) same++;
          part.text = whole.slice(0, same);
          block.parts.push({ page: page.number, text: whole.slice(same) });
        }
        block.last = line;
        block.lines++;
        block.edge = block.lines === 2 ? line.x0 : Math.min(block.edge, line.x0);
      };
      const done = (): void => {
        before = line;
      };
      if (
        !current ||
        current.hidden !== line.hidden ||
        current.recognized !== line.recognized ||
        line.region < 0 ||
        current.last.region < 0
      ) {
        open();
        done();
        return;
      }
      const last = current.last;
      const gap = line.y - last.end;
      const step = steps.get(line.region) || 1.25 * line.size;
      const close =
        !fresh && gap > 0.2 * line.size && gap <= Math.max(1.32 * step, 1.1 * line.size) && gap < 3.2 * line.size;
      const sameSize = Math.abs(line.size - last.size) <= 0.08 * Math.max(line.size, last.size);
      if (kind === 'table' || kind === 'code') {
        if (current.kind === kind && !fresh && gap < 3 * line.size) {
          const indent =
            kind === 'code'
              ? ' '.repeat(Math.max(0, Math.min(80, Math.round((line.x0 - line.left) / (0.6 * line.size)))))
              : '';
          const row =
            kind === 'code' ? indent + text.replace(/\t/gu, '    ') : line.cells!.map((cell) => cell.trim()).join('\t');
          more(current, (was) => `${was}\n${row}`);
        } else open();
        done();
        return;
      }
      if (kind === 'heading' || current.kind === 'heading') {
        const one =
          current.kind === 'heading' &&
          sameSize &&
          line.bold === last.bold &&
          !fresh &&
          gap > 0 &&
          gap < 1.75 * line.size &&
          (kind === 'heading' || line.size >= 1.13 * body) &&
          !NUMBERED.test(text) &&
          outlined(text) === 0;
        if (one) more(current, (was) => join(was, text, words));
        else open();
        done();
        return;
      }
      // notes at the foot of a page stand between a paragraph and its rest
      let target: FlowBlock | undefined = current;
      if (fresh && line.size >= 0.93 * body) {
        let i = blocks.length - 1;
        while (
          i >= 0 &&
          blocks.length - i < 12 &&
          blocks[i]!.last.size < 0.93 * line.size &&
          blocks[i]!.kind !== 'heading'
        )
          i--;
        target = blocks[i];
      }
      current = target;
      const flows =
        current !== undefined &&
        !labelled &&
        (current.kind === 'prose' || current.kind === 'list') &&
        continues(current, line, fresh, close, item);
      if (flows && current) {
        if (current !== blocks.at(-1)) {
          blocks.splice(blocks.indexOf(current), 1);
          blocks.push(current);
        }
        more(current, (was) => join(was, text, words));
      } else open();
      done();
    });
  }

  const ranks = [...sizes].toSorted((a, b) => b - a);
  for (const block of blocks)
    if (block.kind === 'heading') {
      const size = Math.round(block.first.size * 2) / 2 + (block.first.bold ? 0.1 : 0);
      block.level = Math.min(6, levelOf.get(block) || ranks.indexOf(size) + 1 || 6);
    }
  return blocks;
}

export function outlineKey(title: string): string {
  return title.replace(BETWEEN_WORDS, '').toLowerCase();
}

function continues(block: FlowBlock, line: Line, fresh: boolean, close: boolean, item: boolean): boolean {
  const last = block.last;
  const text = block.parts.at(-1)!.text;
  if (Math.abs(line.size - last.size) > 0.08 * Math.max(line.size, last.size)) return false;
  const room = last.right - last.x1;
  const rtl = /^[^A-Za-z]*[\u0590-\u08ff]/u.test(line.text);
  const space = rtl ? last.x0 - last.left : room;
  const full = space < firstWord(line) + 0.6 * line.size;
  const stopped = STOP.test(text);
  if (fresh) {
    if (item || !full || (stopped && !/[-‐]$/u.test(text))) return false;
    if (line.bold !== last.bold) return false;
    return !rtl && line.x0 - line.left > 0.7 * line.size && block.kind === 'prose' ? LOWER_FIRST.test(line.text) : true;
  }
  if (!close) return false;
  if (item) return full && !stopped && block.kind !== 'list' && Math.abs(line.x0 - last.x0) < 0.5 * line.size;
  if (!full) return false;
  if (rtl) return true;
  const indent = line.x0 - (block.lines > 1 ? block.edge : last.x0);
  if (indent > 0.8 * line.size) return block.lines === 1 && (block.kind === 'list' || !stopped);
  if (block.lines > 1 && block.kind === 'list' && indent < -0.8 * line.size) return false;
  return true;
}
