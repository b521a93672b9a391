/** OpenDocument text, slides and sheets (odt, odp, ods and their templates). */
import type { Mark } from '../core/types.ts';
import { tellDamage, textOf, writeMarked, writeNote } from './docx.ts';
import { Flow, type Item } from './flow.ts';
import { ReadError } from './limits.ts';
import { MathMl } from './math-ml.ts';
import { BULLET } from './numbering.ts';
import { OdfStyles, OUTLINE } from './odf-styles.ts';
import { OdsCells } from './ods.ts';
import { Package, resolved } from './opc.ts';
import { inOrder, type Placed } from './placed.ts';
import type { Reader } from './readers.ts';
import { withSymbols } from './symbols.ts';
import { TextBuilder } from './text-builder.ts';
import { type Attributes, type Walked, walkXml, type XmlHandler } from './xml-walk.ts';

/** Elements that hold no text of the document. */
const SKIPPED: ReadonlySet<string> = new Set([
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:ruby-text',
  'office:binary-data',
  'office:event-listeners',
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'dc:date',
  'meta:date-string',
]);
const SHAPES: ReadonlySet<string> = new Set(
  'custom-shape rect ellipse circle polygon polyline path line connector caption regular-polygon'
    .split(' ')
    .map((name) => `draw:${name}`),
);
/** What a slide's master puts on every slide. */
const FURNITURE: ReadonlySet<string> = new Set(['page-number', 'date-time', 'header', 'page']);

interface List {
  readonly style: string;
  count: number;
}

interface Context {
  readonly flow: Flow;
  readonly lists: List[];
  readonly spans: string[];
  readonly paragraph: string;
  readonly label: string;
  readonly inParagraph: boolean;
}

interface SlideShape extends Placed<Item[]> {
  readonly holds: string;
}

/** Walks content.xml (and the headers of styles.xml). */
class OdfText implements XmlHandler {
  flow: Flow;
  readonly styles: OdfStyles;
  readonly notes: Item[][] = [];
  readonly comments: { readonly by: string; readonly text: string }[] = [];
  readonly deleted: { readonly by: string; readonly text: string }[] = [];
  /** Headers and footers. */
  readonly around: Item[][] = [];
  pictures = 0;
  title = '';
  readonly #builder: TextBuilder;
  readonly #equations: ReadonlyMap<string, string>;
  readonly #cells: OdsCells;
  #skipped = 0;
  #lists: List[] = [];
  #spans: string[] = [];
  #paragraph = '';
  #label = '';
  #inParagraph = false;
  #mono: boolean | null = null;
  readonly #contexts: Context[] = [];
  readonly #lastCounts = new Map<string, number>();
  readonly #outline: number[] = [];
  /** Changes by id: what and by whom. */
  readonly #regions = new Map<string, { kind: 'inserted' | 'deleted' | null; by: string }>();
  #region: { kind: 'inserted' | 'deleted' | null; by: string } | null = null;
  readonly #inserted = new Map<string, string>();
  #creator: { by: string } | null = null;
  #inCreator = false;
  #hiddenSections = 0;
  readonly #sections: boolean[] = [];
  #hiddenParagraph = false;
  #cellShaded = false;
  // of slides
  #slide = 0;
  #hiddenSlide = false;
  #shapes: SlideShape[] = [];
  #shape: { holds: string; x: number; y: number; height: number; placed: boolean; depth: number } | null = null;
  #inNotes = false;
  #spoken: Item[] = [];
  #depth = 0;
  #picturesBefore = 0;
  readonly #footers = new Set<string>();

  constructor(builder: TextBuilder, styles: OdfStyles, equations: ReadonlyMap<string, string>) {
    this.#builder = builder;
    this.flow = new Flow(builder);
    this.styles = styles;
    this.#equations = equations;
    this.#cells = new OdsCells(builder, styles);
  }

  open(name: string, attribute: Attributes): void {
    this.#depth++;
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (this.#cells.open(name, attribute)) return;
    this.styles.element(name, attribute);
    if (SHAPES.has(name) || name === 'draw:frame') this.#openShape(name, attribute);
    switch (name) {
      case 'text:h':
      case 'text:p':
        this.#openParagraph(name, attribute);
        return;
      case 'text:span':
        this.#spans.push(attribute('text:style-name') ?? '');
        return;
      case 'text:a': {
        const target = attribute('xlink:href') ?? '';
        // relative to the package: one step up is the folder that it lies in
        if (this.#inParagraph) this.flow.link(target.replace(/^\.\.\//u, ''), 'link');
        return;
      }
      case 'text:s':
        this.#say(' '.repeat(Math.min(200, Math.max(1, Number(attribute('text:c') ?? 1) || 1))));
        return;
      case 'text:tab':
        this.#say('\t');
        return;
      case 'text:line-break':
        this.#say('\n');
        return;
      case 'text:list':
        this.#openList(attribute);
        return;
      case 'text:list-item': {
        const list = this.#lists.at(-1);
        if (!list) return;
        const start = Number(attribute('text:start-value'));
        list.count = Number.isInteger(start) && start > 0 ? start : list.count + 1;
        this.#label = this.styles.label(
          list.style,
          this.#lists.map(({ count }) => count),
        );
        return;
      }
      case 'text:list-header':
        this.#label = '';
        return;
      case 'text:note':
        this.#say(`[${String(this.notes.length + 1)}]`);
        return;
      case 'text:note-body':
        this.#enter(new Flow(null));
        return;
      case 'office:annotation':
        this.#creator = { by: '' };
        this.#enter(new Flow(null));
        return;
      case 'dc:creator':
        this.#inCreator = true;
        return;
      case 'text:changed-region':
        this.#region = { kind: null, by: '' };
        this.#creator = this.#region;
        if (this.#regions.size < 100_000)
          this.#regions.set(attribute('text:id') ?? attribute('xml:id') ?? '', this.#region);
        return;
      case 'text:insertion':
        if (this.#region) this.#region.kind = 'inserted';
        return;
      case 'text:deletion':
        if (this.#region) this.#region.kind = 'deleted';
        this.#enter(new Flow(null));
        return;
      case 'text:change-start': {
        const id = attribute('text:change-id') ?? '';
        const region = this.#regions.get(id);
        if (region?.kind === 'inserted') this.#inserted.set(id, region.by);
        return;
      }
      case 'text:change-end':
        this.#inserted.delete(attribute('text:change-id') ?? '');
        return;
      case 'text:section': {
        const hidden = attribute('text:display') === 'none';
        this.#sections.push(hidden);
        if (hidden) this.#hiddenSections++;
        return;
      }
      case 'text:hidden-paragraph':
        if (attribute('text:is-hidden') === 'true') this.#hiddenParagraph = true;
        return;
      case 'text:hidden-text':
        if (attribute('text:is-hidden') === 'true') this.#say(attribute('text:string-value') ?? '', 'hidden text');
        this.#skipped = 1;
        return;
      case 'draw:text-box':
        if (this.#slide === 0) {
          this.#enter(this.flow);
          this.flow.beginBox();
        }
        return;
      case 'draw:image':
        this.pictures++;
        return;
      case 'draw:object': {
        const path = resolved('', attribute('xlink:href') ?? '');
        this.#say(this.#equations.get(path.toLowerCase()) ?? '');
        return;
      }
      case 'table:table':
        this.flow.beginTable();
        return;
      case 'table:table-row':
        this.flow.beginRow();
        return;
      case 'table:table-cell':
        this.flow.beginCell();
        if (Number(attribute('table:number-columns-spanned')) > 1) this.flow.widen();
        this.#cellShaded = this.styles.shaded('table-cell', attribute('table:style-name'));
        return;
      case 'style:header':
      case 'style:footer':
        this.#enter(new Flow(null));
        return;
      case 'draw:page':
        this.#slide++;
        this.#hiddenSlide = this.styles.unseen('drawing-page', attribute('draw:style-name'));
        this.#shapes = [];
        this.#spoken = [];
        this.#picturesBefore = this.pictures;
        this.#builder.part(`slide ${String(this.#slide)}`);
        return;
      case 'presentation:notes':
        this.#inNotes = true;
    }
  }

  close(name: string): void {
    this.#depth--;
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (this.#cells.close(name)) return;
    this.styles.close(name);
    switch (name) {
      case 'text:h':
      case 'text:p': {
        const { paragraph } = this.flow;
        if (this.#mono === true && paragraph?.kind === 'prose' && !this.flow.inTable && this.#slide === 0)
          paragraph.kind = 'code';
        this.flow.end();
        this.#inParagraph = false;
        this.#hiddenParagraph = false;
        this.#spans.length = 0;
        return;
      }
      case 'text:span':
        this.#spans.pop();
        return;
      case 'text:list': {
        const list = this.#lists.pop();
        if (list && this.#lists.length === 0) this.#lastCounts.set(list.style, list.count);
        return;
      }
      case 'text:note-body':
        this.notes.push(this.#leave());
        return;
      case 'office:annotation':
        this.comments.push({ by: this.#creator?.by ?? '', text: textOf(this.#leave()) });
        this.#creator = null;
        return;
      case 'dc:creator':
        this.#inCreator = false;
        return;
      case 'text:changed-region':
        this.#region = null;
        this.#creator = null;
        return;
      case 'text:deletion':
        this.deleted.push({ by: this.#region?.by ?? '', text: textOf(this.#leave()) });
        return;
      case 'text:section':
        if (this.#sections.pop() === true) this.#hiddenSections--;
        return;
      case 'draw:text-box':
        if (this.#slide === 0) this.#leaveBox();
        break;
      case 'table:table':
        this.flow.endTable();
        return;
      case 'table:table-row':
        this.flow.endRow();
        return;
      case 'table:table-cell':
        this.flow.endCell();
        this.#cellShaded = false;
        return;
      case 'style:header':
      case 'style:footer':
        this.around.push(this.#leave());
        return;
      case 'presentation:notes':
        this.#inNotes = false;
        return;
      case 'draw:page':
        this.#endSlide();
        return;
    }
    if (SHAPES.has(name) || name === 'draw:frame') this.#closeShape(name);
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#cells.text(text)) return;
    if (this.#inCreator) {
      if (this.#creator && this.#creator.by.length < 200) this.#creator.by += text;
      return;
    }
    if (this.#inParagraph) this.#say(text.replace(/\s+/gu, ' '));
  }

  #say(text: string, how: string | null = null): void {
    if (text === '' || !this.#inParagraph) return;
    const { pieces } = this.flow.paragraph ?? this.flow.begin();
    // white space is written as one space, and further spaces as elements
    if (text === ' ' && pieces.length === 0) return;
    if (/\S/u.test(text))
      this.#mono = this.#mono !== false && this.styles.mono(this.#spans.toReversed(), this.#paragraph);
    const hidden =
      how ??
      (this.#hiddenSlide
        ? 'hidden slide'
        : this.#hiddenSections > 0 || this.#hiddenParagraph
          ? 'hidden text'
          : this.styles.hidden(
              this.#spans.toReversed(),
              this.#paragraph,
              this.#slide > 0 || this.#cellShaded || this.flow.inBox,
            ));
    const inserted = [...this.#inserted.values()].at(-1);
    this.flow.mark = hidden !== null ? 'hidden' : inserted !== undefined ? 'inserted' : null;
    this.flow.by = hidden ?? inserted ?? '';
    this.flow.text(withSymbols(text, ''));
    this.flow.mark = null;
    this.flow.by = '';
  }

  #openParagraph(name: string, attribute: Attributes): void {
    const paragraph = this.flow.begin();
    this.#paragraph = attribute('text:style-name') ?? '';
    this.#inParagraph = true;
    this.#mono = null;
    const label = this.#label;
    this.#label = '';
    if (name === 'text:h') {
      paragraph.kind = 'heading';
      const level = Math.min(10, Math.max(1, Number(attribute('text:outline-level') ?? 1) || 1));
      paragraph.level = Math.min(level, 6);
      let number = label === BULLET ? '' : label;
      if (number === '' && attribute('text:is-list-header') !== 'true' && this.#lists.length === 0) {
        this.#outline.length = Math.min(this.#outline.length, level);
        for (let i = 0; i < level; i++)
          this.#outline[i] = (this.#outline[i] ?? this.styles.start(OUTLINE, i + 1) - 1) + (i === level - 1 ? 1 : 0);
        number = this.styles.label(OUTLINE, this.#outline);
      }
      if (number !== '') paragraph.prefix = `${number} `;
      return;
    }
    if (this.#slide > 0 && this.#shape?.holds === 'title') {
      paragraph.kind = 'heading';
      paragraph.level = 2;
    } else if (this.styles.isTitle(this.#paragraph)) {
      paragraph.kind = 'heading';
      paragraph.level = 1;
    } else if (this.#lists.length > 0) {
      paragraph.kind = 'list';
      paragraph.level = this.#lists.length;
      if (label !== '') paragraph.prefix = `${'  '.repeat(this.#lists.length - 1)}${label} `;
    } else paragraph.kind = this.styles.kindOf(this.#paragraph);
  }

  #openList(attribute: Attributes): void {
    const style = attribute('text:style-name') ?? this.#lists.at(-1)?.style ?? '';
    const start = this.styles.start(style, this.#lists.length + 1) - 1;
    const goesOn = attribute('text:continue-numbering') === 'true' || attribute('text:continue-list') !== undefined;
    const count = goesOn && this.#lists.length === 0 ? (this.#lastCounts.get(style) ?? start) : start;
    if (this.#lists.length < 40) this.#lists.push({ style, count });
    else this.#lists.push({ style: '', count: 0 });
  }

  /** Goes on with another flow (of a note, a box) beside the open paragraph. */
  #enter(flow: Flow): void {
    this.#contexts.push({
      flow: this.flow,
      lists: this.#lists,
      spans: this.#spans,
      paragraph: this.#paragraph,
      label: this.#label,
      inParagraph: this.#inParagraph,
    });
    this.flow = flow;
    this.#lists = [];
    this.#spans = [];
    this.#label = '';
    this.#inParagraph = false;
  }

  /** What the other flow kept. */
  #leave(): Item[] {
    const items = this.flow.take();
    this.#restore();
    return items;
  }

  #leaveBox(): void {
    this.flow.endBox();
    this.#restore();
  }

  #restore(): void {
    const context = this.#contexts.pop();
    if (!context) return;
    this.flow = context.flow;
    this.#lists = context.lists;
    this.#spans = context.spans;
    this.#paragraph = context.paragraph;
    this.#label = context.label;
    this.#inParagraph = context.inParagraph;
  }

  #openShape(name: string, attribute: Attributes): void {
    if (this.#slide === 0) {
      if (name === 'draw:frame') return;
      this.#enter(this.flow);
      this.flow.beginBox();
      return;
    }
    if (this.#shape) return;
    const x = length(attribute('svg:x') ?? attribute('svg:x1'));
    const y = length(attribute('svg:y') ?? attribute('svg:y1'));
    this.#shape = {
      holds: attribute('presentation:class') ?? '',
      x: x ?? 0,
      y: y ?? 0,
      height: length(attribute('svg:height')) ?? 0,
      placed: x !== null && y !== null,
      depth: this.#depth,
    };
    this.#enter(new Flow(null));
  }

  #closeShape(name: string): void {
    if (this.#slide === 0) {
      if (name !== 'draw:frame') this.#leaveBox();
      return;
    }
    const shape = this.#shape;
    if (!shape || shape.depth !== this.#depth + 1) return;
    this.#shape = null;
    const value = this.#leave();
    if (this.#inNotes) {
      if (shape.holds === 'notes') for (const item of value) this.#spoken.push(item);
    } else this.#shapes.push({ ...shape, value });
  }

  #endSlide(): void {
    const before = this.#builder.length;
    const flow = new Flow(this.#builder);
    for (const { value, holds } of inOrder(this.#shapes, ({ holds: what }) => what === 'title')) {
      if (FURNITURE.has(holds)) continue;
      if (holds === 'footer') {
        const text = textOf(value).trim();
        if (this.#footers.has(text)) continue;
        this.#footers.add(text);
      }
      flow.put(value);
      this.#builder.gap();
      if (this.#slide === 1 && holds === 'title') this.#builder.title(textOf(value));
    }
    flow.finish();
    if (this.#builder.length === before && this.pictures > this.#picturesBefore)
      this.#builder.lose(`slide ${String(this.#slide)}`, 'is a picture, with no text beside it');
    for (const item of this.#spoken)
      if (!('cells' in item))
        for (const line of item.pieces
          .map(({ text }) => text)
          .join('')
          .split('\n')) {
          if (!/\S/u.test(line)) continue;
          this.#builder.block('prose');
          this.#builder.mark('notes', '');
          this.#builder.text(line.trim());
          this.#builder.unmark();
          this.#builder.end();
        }
    for (const { by, text } of this.comments.splice(0)) writeMarked(this.#builder, 'comment', by, text);
  }
}

/** A length in millimetres; null where there is none. */
function length(text: string | undefined): number | null {
  const match = /^(-?[\d.]+)(cm|mm|in|pt|pc|px)$/u.exec(text ?? '');
  if (!match) return null;
  const unit = { cm: 10, mm: 1, in: 25.4, pt: 0.353, pc: 4.23, px: 0.265 }[match[2] as 'cm'];
  return Number(match[1]) * unit;
}

/** Small files in folders of their own hold equations. */
const EQUATION_BYTES = 200_000;
const EQUATIONS = 5000;

export const readOdf: Reader = async (bytes, budget, name) => {
  const parts = await Package.open(bytes, budget);
  await refuseEncrypted(parts);
  const content = await parts.read('content.xml');
  if (!content) throw new ReadError('it holds no document: content.xml is missing');

  const equations = new Map<string, string>();
  for (const path of parts.paths) {
    const folder = /^(.+)\/content\.xml$/u.exec(path)?.[1];
    if (folder === undefined || equations.size >= EQUATIONS) continue;
    const equation = await parts.read(path);
    if (!equation || equation.length > EQUATION_BYTES) continue;
    let isMath = false;
    const math = new MathMl();
    await walkXml(equation, budget, {
      open: (name) => {
        if (name === 'math:math' || name === 'math') isMath = true;
        math.open(name);
      },
      close: () => {
        math.close();
      },
      text: (text) => {
        math.text(text);
      },
    });
    if (isMath) equations.set(folder, math.result);
  }

  const builder = new TextBuilder(budget);
  const styles = new OdfStyles();
  const master = new OdfText(new TextBuilder(budget), styles, equations);
  await parts.tryWalk('styles.xml', new Master(master));
  const seen = new Set<string>();
  // those of a sheet or of slides are for paper
  for (const items of /\.(?:odt|ott)$/iu.test(name) ? master.around : []) {
    const text = textOf(items).trim();
    if (/^[\s\d|/–—-]*$/u.test(text) || seen.has(text)) continue;
    seen.add(text);
    new Flow(builder).put(items);
  }
  if (builder.length > 0) builder.gap();

  const story = new OdfText(builder, styles, equations);
  const walked: Walked = await walkXml(content, budget, story);
  story.flow.finish();
  tellDamage(builder, walked, 'the end of its text');
  story.notes.forEach((items, i) => {
    writeNote(builder, `[${String(i + 1)}] `, items);
  });
  const said: readonly (readonly [Mark['kind'], readonly { readonly by: string; readonly text: string }[]])[] = [
    ['comment', story.comments],
    ['deleted', story.deleted],
  ];
  for (const [kind, all] of said) for (const { by, text } of all) writeMarked(builder, kind, by, text);
  if (builder.length === 0 && story.pictures > 0)
    builder.lose('the document', 'consists of pictures, with no text beside them');
  return { text: builder.done() };
};

/** Of styles.xml only styles, headers and footers are read: a master's boxes say nothing of the document. */
class Master implements XmlHandler {
  readonly #text: OdfText;
  #around = 0;

  constructor(text: OdfText) {
    this.#text = text;
  }

  open(name: string, attribute: Attributes): void {
    if (this.#around > 0 || name === 'style:header' || name === 'style:footer') {
      this.#around++;
      this.#text.open(name, attribute);
    } else this.#text.styles.element(name, attribute);
  }

  close(name: string): void {
    if (this.#around > 0) {
      this.#around--;
      this.#text.close(name);
    } else this.#text.styles.close(name);
  }

  text(text: string): void {
    if (this.#around > 0) this.#text.text(text);
  }
}

async function refuseEncrypted(parts: Package): Promise<void> {
  let path = '';
  let encrypted = false;
  await parts.tryWalk('META-INF/manifest.xml', {
    open: (name, attribute) => {
      if (name === 'manifest:file-entry') path = attribute('manifest:full-path') ?? '';
      if (name === 'manifest:encryption-data' && (path === 'content.xml' || path === 'encrypted-package'))
        encrypted = true;
    },
    close: () => undefined,
  });
  if (encrypted) throw new ReadError('it is encrypted: a password is needed to read it');
}
