/**
 * Damage: seeded injections into clean real documents; how many are found, in the right line, with a true quote.
 * `npm run eval:damage -- [--split train|dev] [--check loop|cut-off] [--each N] [--missed] [--corpus DIR]`
 */
import { parseArgs } from 'node:util';
import { checks } from '../src/checks/index.ts';
import { createDocument } from '../src/core/document.ts';
import { lineColumn } from '../src/core/locate.ts';
import type { Document, DocumentCheck } from '../src/core/types.ts';
import { blocks } from '../src/views/blocks.ts';
import { dense } from '../src/views/dense.ts';
import { dominantScript, weightOfUnits } from '../src/views/script.ts';
import { load, rows } from './corpus.ts';
import { random, wilson, type Random } from './random.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    split: { type: 'string', default: 'train' },
    check: { type: 'string', default: 'loop,cut-off' },
    each: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    missed: { type: 'boolean', default: false },
  },
});

/** A damaged text, and the line (from 1) at which the damage begins. */
interface Injected {
  readonly text: string;
  readonly line: number;
  /** Classes that it counts in. */
  readonly classes: readonly string[];
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** A passage of `period` units without white space that begins with a paragraph and is prose for four fifths. */
function passage(document: Document, period: number, chance: Random): { start: number; end: number } | undefined {
  const text = dense(document);
  const paragraphs = blocks(document).filter((block) => block.kind === 'prose');
  for (let attempt = 0; attempt < 12 && paragraphs.length > 0; attempt++) {
    const from = chance.pick(paragraphs).start;
    const first = text.at.findIndex((offset) => offset >= from);
    if (first < 0 || first + period >= text.units.length) continue;
    const end = text.at[first + period - 1]! + 1;
    const start = text.at[first]!;
    let prose = 0;
    for (const block of blocks(document)) {
      if (block.start >= end) break;
      if (block.end > start && block.kind === 'prose')
        prose += weightOfUnits(document.units, Math.max(start, block.start), Math.min(end, block.end));
    }
    if (prose >= 0.8 * weightOfUnits(document.units, start, end)) return { start, end };
  }
  return undefined;
}

const GARBAGE = ['&lt;p', '\n\n&lt;p', '<br', ' …', '\n---\n', '```', '|', '\n\n12\n'];

function loopInto(document: Document, chance: Random): Injected | undefined {
  const period = chance.pick([20, 35, 60, 120, 248, 400, 900, 2000]);
  const copies = chance.pick([3, 4, 6, 20]);
  const tail = chance.pick(['goes on', 'exact end', 'cut', 'cut 1.5', 'garbage']); // 'cut 1.5': one copy and most of a second
  const found = passage(document, period, chance);
  if (!found) return undefined;
  const { text } = document;
  const block = text.slice(found.start, found.end);
  const join = chance.pick(['\n\n', ' ', '\n']);
  const count = tail === 'cut 1.5' ? 0 : copies - 1;
  let out = text.slice(0, found.end);
  for (let i = 0; i < count; i++) out += join + block;
  const part = block.slice(0, Math.floor(block.length * (0.5 + 0.4 * chance.next())) + 1);
  if (tail === 'goes on') out += join + text.slice(found.end).trimStart();
  else if (tail === 'cut' || tail === 'cut 1.5') out += join + part;
  else if (tail === 'garbage') out += join + part + chance.pick(GARBAGE);
  const total = weightOfUnits(document.units, found.start, found.end) * (tail === 'cut 1.5' ? 1.5 : copies);
  const size = total >= 500 ? 'weight >= 500' : total >= 200 ? 'weight 200-500' : 'weight < 200';
  return {
    text: out,
    line: lineOf(text, found.start),
    classes: [size, `${size}, period ${period}`, `${size}, ${dominantScript(document)}`, `${size}, tail ${tail}`],
  };
}

const SENTENCE_END = /[.!?。！？؟۔।:;：；]["'’”」』)\]）*_`]*$/u;

function cutInto(document: Document, chance: Random): Injected | undefined {
  const { text } = document;
  const how = chance.pick([
    'any character',
    'any character',
    'inside a word',
    'after a word',
    'at a line end',
    'any character, newline added',
    'inside a tag',
    'inside an entity',
    'inside a fence',
    'inside a link',
  ]);
  // the text of an HTML page is not what is cut: its source is, and that is not here
  if (text.length < 1500 || document.format === 'html') return undefined;
  let at = 600 + chance.below(text.length - 700);
  let end = '';
  if (how === 'inside a word') {
    const next = /\p{L}{2,}/gu;
    next.lastIndex = at;
    const word = next.exec(text);
    if (!word) return undefined;
    at = word.index + 1 + chance.below(Array.from(word[0]).length - 1);
  } else if (how === 'after a word') {
    const next = /\p{L}(?=\s)/gu;
    next.lastIndex = at;
    const word = next.exec(text);
    if (!word) return undefined;
    at = word.index + word[0].length;
  } else if (how === 'at a line end') {
    at = text.indexOf('\n', at);
    if (at < 0) return undefined;
    end = '\n';
  } else if (how === 'any character, newline added') end = '\n';
  else if (how === 'inside a tag')
    end = chance.pick(['<p', '&lt;p', '</di', '<a href="https://exam', '&lt;br', '<span class="', '&lt;/td']);
  else if (how === 'inside an entity') end = chance.pick(['&nbs', '&am', '&#82', '&#x20', '&quo', '&nbsp']);
  else if (how === 'inside a link')
    end = chance.pick(['[the guide](htt', '[text](https://example.org/a', '![figure 2](im']);
  else if (how === 'inside a fence') {
    if (document.format !== 'markdown') return undefined;
    const fences = blocks(document).filter(
      (block) => block.kind === 'code' && document.units[block.start] === 0x60 && block.end - block.start > 40,
    );
    if (fences.length === 0) return undefined;
    const block = chance.pick(fences);
    at = block.start + 10 + chance.below(block.end - block.start - 16);
  }
  if (/^(?:inside a tag|inside an entity|inside a link)$/u.test(how)) {
    const prose = blocks(document).filter((block) => block.kind === 'prose' && block.end > 600);
    if (prose.length === 0) return undefined;
    const block = chance.pick(prose);
    at = block.start + chance.below(block.end - block.start);
    at = Math.max(1, text.lastIndexOf(' ', at) + 1);
  }
  if (text.slice(at).trim().length < 40) return undefined;
  const out = text.slice(0, at) + end;
  const kept = out.trimEnd();
  const free = how.startsWith('any') || how.startsWith('at a');
  const inBlock = blocks(document).find((block) => block.end >= Math.min(at, kept.length));
  const atEnd =
    free &&
    (SENTENCE_END.test(kept) ||
      (text[kept.length] === '\n' && (text[kept.length + 1] === '\n' || inBlock?.kind !== 'prose')));
  const format = document.format;
  const name = atEnd ? `${how}: by chance at an end` : how;
  return {
    text: out,
    line: lineOf(kept, kept.length),
    classes: atEnd
      ? [name]
      : [
          'all but by chance at an end',
          name,
          `${name}, ${format}`,
          `${name}, in ${inBlock?.kind}`,
          `all, ${dominantScript(document)}`,
        ],
  };
}

const injections: Readonly<Record<string, (document: Document, chance: Random) => Injected | undefined>> = {
  loop: loopInto,
  'cut-off': cutInto,
};

const all = rows(values.corpus).filter(
  (row) => row.split === values.split && (row.role === 'spec' || row.role === 'supporting'),
);
for (const id of values.check.split(',')) {
  const check = checks.find((each): each is DocumentCheck => each.id === id && each.scope === 'document')!;
  const inject = injections[id]!;
  const chance = random(Number(values.seed));
  const scores = new Map<string, { n: number; found: number; stop: number; line: number; quote: number }>();
  let made = 0;
  for (let attempt = 0; made < Number(values.each) && attempt < 20 * Number(values.each); attempt++) {
    const row = chance.pick(all);
    const clean = await load(values.corpus, row);
    if (!clean || clean.units.length < 1500 || clean.units.length > 400_000) continue;
    const injected = inject(clean, chance);
    if (!injected) continue;
    made++;
    const document = createDocument({
      path: clean.path,
      format: clean.format,
      encoding: clean.encoding,
      text: injected.text,
    });
    const found = [...check.run(document)].filter((each) => (each.level ?? check.level) !== 'note');
    const near = found.find(({ places: [place] }) => Math.abs(place.line! - injected.line) <= 1);
    const quotes = found.every(({ places }) =>
      places.every(
        (place) =>
          document.slice(place.start!, place.end!) === place.quote &&
          lineColumn(document, place.start!).line === place.line,
      ),
    );
    for (const name of injected.classes) {
      let score = scores.get(name);
      if (!score) scores.set(name, (score = { n: 0, found: 0, stop: 0, line: 0, quote: 0 }));
      score.n++;
      if (found.length > 0) score.found++;
      if (found.some((each) => (each.level ?? check.level) === 'stop')) score.stop++;
      if (near) score.line++;
      if (found.length > 0 && quotes) score.quote++;
    }
    if (values.missed && (found.length === 0 || !near))
      console.log(
        `${found.length === 0 ? 'MISSED' : 'LINE'}\t${row.file}\t${injected.classes.at(-1)}\t${injected.classes[1]}\tline ${injected.line} ${found[0]?.places[0].line ?? ''}\t${JSON.stringify(injected.text.slice(-90))}`,
      );
  }
  console.log(`\n${id}: ${made} injections, ${values.split}, seed ${values.seed}`);
  console.log('class: n; found % (95 % interval); of found: stop %, first line within one %, quote %');
  for (const [name, score] of [...scores].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (score.n < 5) continue;
    const of = (x: number): string => (score.found === 0 ? '-' : ((100 * x) / score.found).toFixed(1));
    console.log(
      `${name}: ${score.n}; ${wilson(score.found, score.n)}; ${of(score.stop)}, ${of(score.line)}, ${of(score.quote)}`,
    );
  }
}
