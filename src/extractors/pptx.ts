/** PowerPoint slides: each slide a part, its title a heading, its shapes in the order in which they lie on it. */
import type { Mark } from '../core/types.ts';
import { textOf, writeMarked } from './docx.ts';
import { Flow, type Item } from './flow.ts';
import { ReadError } from './limits.ts';
import { numberIn } from './numbering.ts';
import { OfficeMath } from './office-math.ts';
import { Alternates } from './alternates.ts';
import { Package, peopleOf, type Relationship } from './opc.ts';
import { inOrder, type Placed } from './placed.ts';
import type { Reader } from './readers.ts';
import { withSymbols } from './symbols.ts';
import { TextBuilder } from './text-builder.ts';
import type { Attributes, XmlHandler } from './xml-walk.ts';

interface Shape extends Placed<Item[]> {
  /** Type of its placeholder: `title`, `body`, ...; empty for none. */
  readonly holds: string;
}

/** Placeholders with a slide's number and date: they say nothing of their own. */
const FURNITURE: ReadonlySet<string> = new Set(['sldNum', 'dt', 'hdr']);

/** Positions of the placeholders of a layout or master, by type and index. */
type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number; readonly height: number }>;

/** Reads the shapes of a slide, of its notes, of a layout. */
class Slide implements XmlHandler {
  readonly shapes: Shape[] = [];
  readonly positions = new Map<string, { x: number; y: number; height: number }>();
  hidden = false;
  pictures = 0;
  readonly diagrams: string[] = [];
  readonly #relations: ReadonlyMap<string, Relationship>;
  readonly #inherited: Positions;
  #flow = new Flow(null);
  /** Shapes and groups that are open, with the shapes of each group so far. */
  readonly #groups: { shapes: Shape[]; x: number; y: number; height: number; placed: boolean }[] = [];
  #shape: {
    holds: string;
    index: string;
    x: number;
    y: number;
    height: number;
    placed: boolean;
    hidden: boolean;
  } | null = null;
  #inText = false;
  #inProperties = false;
  #tiny = false;
  #font = '';
  readonly #alternates: Alternates = new Alternates();
  readonly #math = new OfficeMath();
  #mathText = false;
  #skipped = 0;
  #bullet = '';
  #counters: number[] = [];

  constructor(relations: ReadonlyMap<string, Relationship>, inherited: Positions) {
    this.#relations = relations;
    this.#inherited = inherited;
  }

  open(name: string, attribute: Attributes): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    if (name.startsWith('m:')) {
      if (name === 'm:t') this.#mathText = true;
      else this.#math.element(name, attribute);
      return;
    }
    switch (name) {
      case 'p:sld':
        this.hidden = /^(?:0|false)$/u.test(attribute('show') ?? '');
        return;
      case 'mc:AlternateContent':
        this.#alternates.open();
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (this.#alternates.skips(name === 'mc:Fallback')) this.#skipped = 1;
        return;
      case 'p:grpSp':
        this.#groups.push({ shapes: [], x: 0, y: 0, height: 0, placed: false });
        return;
      case 'p:sp':
      case 'p:cxnSp':
      case 'p:graphicFrame':
      case 'p:pic':
        this.#flow = new Flow(null);
        this.#counters = [];
        this.#shape = { holds: '', index: '', x: 0, y: 0, height: 0, placed: false, hidden: false };
        return;
      case 'p:cNvPr':
        if (this.#shape) this.#shape.hidden = /^(?:1|true)$/u.test(attribute('hidden') ?? '');
        return;
      case 'p:ph':
        if (this.#shape) {
          this.#shape.holds = attribute('type') ?? 'obj';
          this.#shape.index = attribute('idx') ?? '';
        }
        return;
      case 'a:off': {
        const place = this.#shape ?? this.#groups.at(-1);
        if (!place || place.placed) return;
        place.x = Number(attribute('x')) || 0;
        place.y = Number(attribute('y')) || 0;
        place.placed = true;
        return;
      }
      case 'a:ext': {
        const place = this.#shape ?? this.#groups.at(-1);
        if (place && place.height === 0) place.height = Number(attribute('cy')) || 0;
        return;
      }
      case 'a:blip':
        this.pictures++;
        return;
      case 'dgm:relIds': {
        const data = this.#relations.get(attribute('r:dm') ?? '');
        if (data && !data.external) this.diagrams.push(data.target);
        return;
      }
      case 'a:tbl':
        this.#flow.beginTable();
        return;
      case 'a:tr':
        this.#flow.beginRow();
        return;
      case 'a:tc':
        this.#flow.beginCell();
        if (Number(attribute('gridSpan')) > 1) this.#flow.widen();
        return;
      case 'a:p': {
        const holds = this.#shape?.holds ?? '';
        const paragraph = this.#flow.begin();
        const listed = (holds === 'body' || holds === 'obj') && !this.#flow.inTable;
        this.#bullet = listed ? '-' : '';
        if (holds === 'title' || holds === 'ctrTitle') {
          paragraph.kind = 'heading';
          paragraph.level = holds === 'title' ? 2 : 1;
        } else if (listed) paragraph.level = 1;
        return;
      }
      case 'a:pPr':
        this.#inProperties = true;
        if (this.#flow.paragraph?.kind === 'prose')
          this.#flow.paragraph.level = Math.min(9, (Number(attribute('lvl')) || 0) + 1);
        return;
      case 'a:buNone':
        if (this.#inProperties) this.#bullet = '';
        return;
      case 'a:buChar':
      case 'a:buBlip':
        if (this.#inProperties) this.#bullet = '-';
        return;
      case 'a:buAutoNum': {
        if (!this.#inProperties) return;
        const level = this.#flow.paragraph?.level ?? 1;
        this.#counters.length = Math.min(this.#counters.length, level + 1);
        const value = (this.#counters[level] ?? (Number(attribute('startAt')) || 1) - 1) + 1;
        this.#counters[level] = value;
        this.#bullet = autoNumber(attribute('type') ?? '', value);
        return;
      }
      case 'a:rPr':
        this.#tiny = Number(attribute('sz') ?? 1800) <= 100;
        this.#font = '';
        return;
      case 'a:latin':
      case 'a:sym':
        this.#font = attribute('typeface') ?? '';
        return;
      case 'a:r':
      case 'a:fld':
        this.#tiny = false;
        this.#font = '';
        return;
      case 'a:hlinkClick': {
        const relation = this.#relations.get(attribute('r:id') ?? '');
        if (relation?.external === true && this.#flow.inParagraph) this.#flow.link(relation.target, 'link');
        return;
      }
      case 'a:br':
        this.#flow.text('\n');
        return;
      case 'a:t':
      case 'p:text':
        this.#inText = true;
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name.startsWith('m:')) {
      this.#mathText = false;
      const equation = this.#math.close(name);
      if (equation !== null) this.#flow.text(equation);
      return;
    }
    switch (name) {
      case 'mc:AlternateContent':
        this.#alternates.close();
        return;
      case 'p:grpSp': {
        const group = this.#groups.pop();
        if (!group) return;
        const list = this.#groups.at(-1)?.shapes ?? this.shapes;
        const value = inOrder(group.shapes).flatMap((shape) => shape.value);
        list.push({ holds: '', x: group.x, y: group.y, height: group.height, placed: group.placed, value });
        return;
      }
      case 'p:sp':
      case 'p:cxnSp':
      case 'p:graphicFrame':
      case 'p:pic':
        this.#endShape();
        return;
      case 'a:tbl':
        this.#flow.endTable();
        return;
      case 'a:tr':
        this.#flow.endRow();
        return;
      case 'a:tc':
        this.#flow.endCell();
        return;
      case 'a:pPr':
        this.#inProperties = false;
        return;
      case 'a:p': {
        const { paragraph } = this.#flow;
        if (paragraph?.kind === 'prose') {
          if (this.#bullet !== '') {
            paragraph.kind = 'list';
            paragraph.level = Math.max(1, paragraph.level);
            paragraph.prefix = `${'  '.repeat(paragraph.level - 1)}${this.#bullet} `;
          } else paragraph.level = 0;
        }
        this.#flow.end();
        return;
      }
      case 'a:t':
      case 'p:text':
        this.#inText = false;
    }
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#mathText) this.#math.text(text);
    if (!this.#inText) return;
    const how = this.hidden
      ? 'hidden slide'
      : this.#shape?.hidden === true
        ? 'hidden shape'
        : this.#tiny
          ? 'text of 1 point or less'
          : '';
    this.#flow.mark = how === '' ? null : 'hidden';
    this.#flow.by = how;
    this.#flow.text(withSymbols(text.replace(/[\r\n\v]+/gu, ' '), this.#font));
    this.#flow.mark = null;
    this.#flow.by = '';
  }

  #endShape(): void {
    const shape = this.#shape;
    this.#shape = null;
    if (!shape) return;
    const value = this.#flow.take();
    const place = shape.placed
      ? shape
      : (this.#inherited.get(`${shape.holds}/${shape.index}`) ?? this.#inherited.get(`${shape.holds}/`));
    if (shape.holds !== '' && place) {
      const { x, y, height } = place;
      this.positions.set(`${shape.holds}/${shape.index}`, { x, y, height });
      if (!this.positions.has(`${shape.holds}/`)) this.positions.set(`${shape.holds}/`, { x, y, height });
    }
    const { x, y, height } = place ?? shape;
    const list = this.#groups.at(-1)?.shapes ?? this.shapes;
    list.push({ holds: shape.holds, x, y, height, placed: place !== undefined, value });
  }
}

function autoNumber(type: string, value: number): string {
  const format = type.startsWith('alphaLc')
    ? 'lowerLetter'
    : type.startsWith('alphaUc')
      ? 'upperLetter'
      : type.startsWith('romanLc')
        ? 'lowerRoman'
        : type.startsWith('romanUc')
          ? 'upperRoman'
          : type.startsWith('circleNum')
            ? 'decimalEnclosedCircle'
            : /^ea1|^ea.*Chs|^ea.*Cht/u.test(type)
              ? 'chineseCounting'
              : 'decimal';
  const number = numberIn(format, value);
  if (type.endsWith('ParenBoth')) return `(${number})`;
  if (type.endsWith('ParenR')) return `${number})`;
  return type.endsWith('Period') || type === '' ? `${number}.` : number;
}

/** Layouts and masters are read once. */
class Layouts {
  readonly #parts: Package;
  readonly #known = new Map<string, Positions>();

  constructor(parts: Package) {
    this.#parts = parts;
  }

  async of(slide: ReadonlyMap<string, Relationship>, depth = 0): Promise<Positions> {
    const found = [...slide.values()].find(({ type }) => type === 'slideLayout' || type === 'slideMaster');
    if (!found || found.external || depth > 1) return new Map();
    const known = this.#known.get(found.target);
    if (known) return known;
    const relations = await this.#parts.relationships(found.target);
    const layout = new Slide(relations, await this.of(relations, depth + 1));
    await this.#parts.tryWalk(found.target, layout);
    this.#known.set(found.target, layout.positions);
    return layout.positions;
  }
}

export const readPptx: Reader = async (bytes, budget) => {
  const parts = await Package.open(bytes, budget);
  const main = (await parts.related('', 'officeDocument')) ?? 'ppt/presentation.xml';
  if (!parts.has(main)) throw new ReadError('it holds no slides: ppt/presentation.xml is missing');
  const relations = await parts.relationships(main);
  const order: string[] = [];
  await parts.walk(main, {
    open: (name, attribute) => {
      const relation = name === 'p:sldId' ? relations.get(attribute('r:id') ?? '') : undefined;
      if (relation && !relation.external && order.length < 100_000) order.push(relation.target);
    },
    close: () => undefined,
  });
  const authors = await peopleOf(
    parts,
    relations,
    ['commentAuthors', 'authors'],
    ['p:cmAuthor', 'p188:author'],
    'name',
  );
  const builder = new TextBuilder(budget);
  const layouts = new Layouts(parts);
  const footers = new Set<string>();
  for (const [i, path] of order.entries()) {
    const label = `slide ${String(i + 1)}`;
    builder.part(label);
    const its = await parts.relationships(path);
    const slide = new Slide(its, await layouts.of(its));
    let walked;
    try {
      walked = await parts.walk(path, slide);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      builder.lose(label, `cannot be read: ${error.message}`);
      continue;
    }
    if (walked === null) builder.lose(label, 'is missing');
    else if (walked.cut || walked.crossed) builder.lose(label, 'may not be whole: its XML is damaged');
    const before = builder.length;
    const flow = new Flow(builder);
    const mark: Mark['kind'] | null = slide.hidden ? 'hidden' : null;
    for (const { value, holds } of inOrder(
      slide.shapes,
      ({ holds: what }) => what === 'title' || what === 'ctrTitle',
    )) {
      if (FURNITURE.has(holds)) continue;
      if (holds === 'ftr') {
        const text = textOf(value).trim();
        if (footers.has(text)) continue;
        footers.add(text);
      }
      flow.put(value);
      builder.gap();
      if (i === 0 && (holds === 'title' || holds === 'ctrTitle')) builder.title(textOf(value));
    }
    for (const diagram of slide.diagrams) await readDiagram(parts, diagram, flow, mark);
    flow.finish();
    if (builder.length === before && slide.pictures > 0) builder.lose(label, 'is a picture, with no text beside it');
    for (const { type, target, external } of its.values()) {
      if (external) continue;
      if (type === 'notesSlide') await readNotes(parts, target, builder);
      else if (type === 'comments' || type === 'comment') await readComments(parts, target, authors, builder);
    }
  }
  return { text: builder.done() };
};

async function readNotes(parts: Package, path: string, builder: TextBuilder): Promise<void> {
  const notes = new Slide(await parts.relationships(path), new Map());
  await parts.tryWalk(path, notes);
  for (const { value, holds } of notes.shapes)
    if (holds === 'body') {
      const text = textOf(value)
        .replaceAll(/^\s*- /gmu, '')
        .trim();
      if (text === '') continue;
      builder.gap();
      for (const line of text.split('\n')) {
        if (!/\S/u.test(line)) continue;
        builder.block('prose');
        builder.mark('notes', '');
        builder.text(line.trim());
        builder.unmark();
        builder.end();
      }
    }
}

/** A diagram keeps the texts of its boxes apart from their drawing. */
async function readDiagram(parts: Package, path: string, flow: Flow, mark: Mark['kind'] | null): Promise<void> {
  let inText = false;
  await parts.tryWalk(path, {
    open: (name) => {
      if (name === 'a:p') flow.begin();
      inText = name === 'a:t';
    },
    close: (name) => {
      inText = false;
      if (name === 'a:p') flow.end();
    },
    text: (text) => {
      if (!inText) return;
      flow.mark = mark;
      flow.by = mark === null ? '' : 'hidden slide';
      flow.text(text);
      flow.mark = null;
      flow.by = '';
    },
  });
}

async function readComments(
  parts: Package,
  path: string,
  authors: ReadonlyMap<string, string>,
  builder: TextBuilder,
): Promise<void> {
  let by = '';
  let text = '';
  let inText = false;
  await parts.tryWalk(path, {
    open: (name, attribute) => {
      if (name === 'p:cm' || name === 'p188:cm' || name === 'p188:reply') {
        writeMarked(builder, 'comment', by, text);
        text = '';
        by = authors.get(attribute('authorId') ?? '') ?? '';
      }
      inText = name === 'p:text' || name === 'a:t';
    },
    close: () => {
      inText = false;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  writeMarked(builder, 'comment', by, text);
}
