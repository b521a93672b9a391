/**
 * Word documents: the text as it is read, from a walk over the parts. What nobody sees and what is not settled (hidden text,
 * tracked changes, comments) is kept with a mark.
 */
import type { Mark } from '../core/types.ts';
import { type Looks, readStyles, type Styles } from './docx-styles.ts';
import { Numbering } from './docx-numbering.ts';
import { Flow, type Item } from './flow.ts';
import { ReadError } from './limits.ts';
import { BULLET } from './numbering.ts';
import { OfficeMath } from './office-math.ts';
import { Alternates } from './alternates.ts';
import { Package, type Relationship } from './opc.ts';
import type { Reader } from './readers.ts';
import { symbolOf, withSymbols } from './symbols.ts';
import { TextBuilder } from './text-builder.ts';
import type { Attributes, Walked, XmlHandler } from './xml-walk.ts';

/** Elements whose content is an earlier state, a setting, or no text. */
const SKIPPED: ReadonlySet<string> = new Set(
  'w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:numberingChange w:sectPr w:sdtPr w:sdtEndPr w:tblGrid w:rt w:ffData'.split(
    ' ',
  ),
);

/** The first of these that a package has, where its relationships do not say which part is the document. */
const DOCUMENTS = ['word/document.xml', 'word/document2.xml', 'word/document1.xml'];

interface ParagraphState {
  style: string | undefined;
  outline: number | undefined;
  numId: string | undefined;
  level: number | undefined;
  shaded: boolean;
  decided: boolean;
  /** Of the open run. */
  run: Looks;
  runStyle: string | undefined;
  how: string | null;
  /** Whether the run's looks were worked out. */
  known: boolean;
  /** Whether all text so far is set in a font of fixed width. */
  mono: boolean | undefined;
}

interface FieldState {
  instruction: string;
  reading: 'instruction' | 'result';
}

interface Deleted {
  text: string;
  readonly by: string;
  /** How much text of the document stood before it: two that follow each other are one. */
  readonly after: number;
}

/** What all stories of a document share. */
interface Shared {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly deleted: Deleted[];
  /** Footnotes and endnotes in the order in which the text refers to them. */
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  pictures: number;
  /** Pages in another color than white. */
  background: boolean;
  readonly lost: Set<string>;
}

/** Walks one part (the body, a header, the footnotes) into flows. */
class Story implements XmlHandler {
  flow: Flow;
  readonly #shared: Shared;
  readonly #relations: ReadonlyMap<string, Relationship>;
  /** By id: footnotes, endnotes, comments; the whole part for a header or footer. */
  readonly notes = new Map<string, { readonly items: Item[]; readonly by: string }>();
  readonly #note: string | null;
  #noteId = '';
  #noteBy = '';
  readonly #paragraphs: ParagraphState[] = [];
  readonly #changes: { kind: 'inserted' | 'deleted'; by: string }[] = [];
  readonly #fields: FieldState[] = [];
  readonly #alternates: Alternates = new Alternates();
  readonly #rows: (string | null)[] = [];
  readonly #tables: { shaded: boolean }[] = [];
  #cellShaded = false;
  readonly #math = new OfficeMath();
  #skipped = 0;
  #inProperties: 'paragraph' | 'row' | 'cell' | 'table' | null = null;
  #inRun = false;
  #in: 'text' | 'instruction' | 'math' | null = null;
  #said = 0;

  /** `note`: the element that holds one note (`w:footnote`, `w:comment`), null for a part that is one text. */
  constructor(flow: Flow, shared: Shared, relations: ReadonlyMap<string, Relationship>, note: string | null = null) {
    this.flow = flow;
    this.#shared = shared;
    this.#relations = relations;
    this.#note = note;
  }

  open(name: string, attribute: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === this.#note) {
      this.flow = new Flow(null);
      this.#noteId = attribute('w:id') ?? '';
      this.#noteBy = attribute('w:author') ?? '';
      this.#fields.length = 0;
      // lines between text and notes
      if (/separator|notice/iu.test(attribute('w:type') ?? '')) this.#noteId = '';
      return;
    }
    if (name.startsWith('m:')) {
      if (name === 'm:t') this.#in = 'math';
      else this.#math.element(name, attribute);
      return;
    }
    const state = this.#paragraphs.at(-1);
    switch (name) {
      case 'w:p':
        this.flow.begin();
        this.#inRun = false;
        this.#paragraphs.push({
          style: undefined,
          outline: undefined,
          numId: undefined,
          level: undefined,
          shaded: false,
          decided: false,
          run: {},
          runStyle: undefined,
          how: null,
          known: false,
          mono: undefined,
        });
        return;
      case 'w:pPr':
        this.#inProperties = 'paragraph';
        return;
      case 'w:trPr':
        this.#inProperties = 'row';
        return;
      case 'w:tcPr':
        this.#inProperties = 'cell';
        return;
      case 'w:tblPr':
        this.#inProperties = 'table';
        return;
      case 'w:pStyle':
        if (state) state.style = attribute('w:val');
        return;
      case 'w:outlineLvl':
        if (state) state.outline = Number(attribute('w:val'));
        return;
      case 'w:numId':
        if (state) state.numId = attribute('w:val');
        return;
      case 'w:ilvl':
        if (state) state.level = Number(attribute('w:val'));
        return;
      case 'w:tblStyle': {
        const table = this.#tables.at(-1);
        // what a style of tables paints is not looked up: its rows may be dark
        if (table && !/^(?:table ?grid|table ?normal|tabellenraster|grille)/iu.test(attribute('w:val') ?? ''))
          table.shaded = true;
        return;
      }
      case 'w:shd': {
        const fill = (attribute('w:fill') ?? 'auto').toLowerCase();
        if (fill === 'auto' && attribute('w:themeFill') === undefined) return;
        if (/^f[89a-f]f[89a-f]f[89a-f]$/u.test(fill)) return;
        const table = this.#tables.at(-1);
        if (this.#inProperties === 'cell') this.#cellShaded = true;
        else if (this.#inProperties === 'table' && table) table.shaded = true;
        else if (state && this.#inProperties === 'paragraph') state.shaded = true;
        else if (state) state.run = { ...state.run, shaded: true };
        return;
      }
      case 'w:rPr':
        // of the mark that ends the paragraph: it shows nothing
        if (this.#inProperties !== null) this.#skipped = 1;
        return;
      case 'w:r':
        this.#decide();
        this.#inRun = true;
        if (state) {
          state.run = {};
          state.runStyle = undefined;
          state.known = false;
        }
        return;
      case 'w:rStyle':
        if (state) state.runStyle = attribute('w:val');
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom': {
        const kind = name === 'w:ins' || name === 'w:moveTo' ? 'inserted' : 'deleted';
        const by = attribute('w:author') ?? '';
        if (this.#inProperties === null) this.#changes.push({ kind, by });
        else if (this.#inProperties === 'row' && kind === 'deleted' && this.#rows.length > 0)
          this.#rows[this.#rows.length - 1] = by;
        return;
      }
      case 'w:t':
      case 'w:delText':
        this.#in = 'text';
        return;
      case 'w:instrText':
      case 'w:delInstrText':
        this.#in = 'instruction';
        return;
      case 'w:tab':
      case 'w:ptab':
        // a stop of tabulators is set by an element of the same name
        if (this.#inRun) this.#say('\t');
        return;
      case 'w:br':
      case 'w:cr':
        if (this.#inRun) this.#say('\n');
        return;
      case 'w:noBreakHyphen':
        this.#say('-');
        return;
      case 'w:sym': {
        const point = Number.parseInt(attribute('w:char') ?? '', 16);
        if (point > 0x1f && point < 0x110000) this.#say(symbolOf(attribute('w:font') ?? '', point));
        return;
      }
      case 'w:fldChar':
        this.#field(attribute('w:fldCharType') ?? '');
        return;
      case 'w:fldSimple':
        this.#fieldLink(attribute('w:instr') ?? '');
        return;
      case 'w:hyperlink': {
        const relation = this.#relations.get(attribute('r:id') ?? '');
        if (relation?.external === true) this.flow.link(relation.target, 'link');
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = attribute('w:id');
        if (id === undefined) return;
        this.#shared.notes.push({ kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote', id });
        this.#say(`[${String(this.#shared.notes.length)}]`);
        return;
      }
      case 'w:tbl':
        this.flow.beginTable();
        this.#tables.push({ shaded: false });
        return;
      case 'w:tr':
        this.flow.beginRow();
        this.#rows.push(null);
        return;
      case 'w:tc':
        this.flow.beginCell();
        this.#cellShaded = false;
        return;
      case 'w:gridSpan':
        if (Number(attribute('w:val')) > 1) this.flow.widen();
        return;
      case 'w:txbxContent':
        this.flow.beginBox();
        return;
      case 'mc:AlternateContent':
        this.#alternates.open();
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (this.#alternates.skips(name === 'mc:Fallback')) this.#skipped = 1;
        return;
      case 'a:blip':
      case 'v:imagedata': {
        this.#shared.pictures++;
        const relation = this.#relations.get(attribute('r:link') ?? attribute('r:id') ?? attribute('r:embed') ?? '');
        if (relation?.external === true) this.flow.link(relation.target, 'embed');
        return;
      }
      case 'w:altChunk':
        this.#shared.lost.add(this.#relations.get(attribute('r:id') ?? '')?.target.replace(/^.*\//u, '') ?? 'a part');
        return;
      case 'w:background': {
        const color = attribute('w:color')?.toLowerCase() ?? 'auto';
        if (color !== 'auto' && !/^f[89a-f]f[89a-f]f[89a-f]$/u.test(color)) this.#shared.background = true;
        return;
      }
      case 'a:t':
        // a drawing with text of its own (a diagram, a chart)
        this.#in = 'text';
        return;
      default:
        if (state && this.#inRun && this.#inProperties === null)
          state.run = this.#shared.styles.property(state.run, name, attribute);
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === this.#note) {
      if (this.#noteId !== '') this.notes.set(this.#noteId, { items: this.flow.take(), by: this.#noteBy });
      return;
    }
    if (name.startsWith('m:')) {
      this.#in = null;
      const equation = this.#math.close(name);
      if (equation !== null) this.#say(equation);
      return;
    }
    switch (name) {
      case 'w:p': {
        this.#decide();
        const state = this.#paragraphs.pop();
        const { paragraph } = this.flow;
        if (state?.mono === true && paragraph?.kind === 'prose' && !this.flow.inTable) paragraph.kind = 'code';
        // an instruction does not go on in another paragraph; where its end is missing, the text comes back
        while (this.#fields.at(-1)?.reading === 'instruction') this.#fields.pop();
        this.flow.end();
        return;
      }
      case 'w:pPr':
        this.#inProperties = null;
        this.#decide();
        return;
      case 'w:trPr':
      case 'w:tcPr':
      case 'w:tblPr':
        this.#inProperties = null;
        return;
      case 'w:r':
        this.#inRun = false;
        return;
      case 'w:t':
      case 'w:delText':
      case 'w:instrText':
      case 'w:delInstrText':
      case 'a:t':
        this.#in = null;
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        if (this.#inProperties === null) this.#changes.pop();
        return;
      case 'w:tbl':
        this.flow.endTable();
        this.#tables.pop();
        return;
      case 'w:tr':
        this.flow.endRow();
        this.#rows.pop();
        return;
      case 'w:tc':
        this.flow.endCell();
        return;
      case 'w:txbxContent':
        this.flow.endBox();
        // the run goes on around it
        this.#inRun = this.#paragraphs.length > 0;
        return;
      case 'mc:AlternateContent':
        this.#alternates.close();
    }
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#in === null) return;
    if (this.#in === 'math') this.#math.text(text);
    else if (this.#in === 'instruction') {
      const field = this.#fields.at(-1);
      if (field && field.instruction.length < 2000) field.instruction += text;
    } else this.#say(text.replace(/[\r\n]+/gu, ' '));
  }

  #say(text: string): void {
    if (this.#fields.some(({ reading }) => reading === 'instruction')) return;
    const state = this.#paragraphs.at(-1);
    let said = text;
    if (state && !state.known) {
      state.known = true;
      const looks = this.#shared.styles.run(state.style, state.runStyle, state.run);
      state.how = this.#hidden(looks, state);
      state.run = looks;
    }
    const font = state?.run.font ?? '';
    if (font !== '' || /[\uf020-\uf0ff]/u.test(text)) said = withSymbols(text, font);
    const deleted = this.#changes.find(({ kind }) => kind === 'deleted')?.by ?? this.#rows.find((by) => by !== null);
    if (deleted !== undefined && deleted !== null) {
      const last = this.#shared.deleted.at(-1);
      if (last && last.by === deleted && last.after === this.#said) last.text += said;
      else this.#shared.deleted.push({ text: said, by: deleted, after: this.#said });
      return;
    }
    this.#said += said.length;
    const blank = !/\S/u.test(said);
    if (state && !blank) state.mono = state.mono !== false && this.#shared.styles.mono(state.run);
    const mark: { kind: Mark['kind']; by: string } | null =
      state?.how != null
        ? { kind: 'hidden', by: state.how }
        : this.#changes.length > 0
          ? { kind: 'inserted', by: this.#changes.at(-1)!.by }
          : null;
    this.flow.mark = mark?.kind ?? null;
    this.flow.by = mark?.by ?? '';
    this.flow.text(said);
    this.flow.mark = null;
    this.flow.by = '';
  }

  /** How a run with these looks is kept out of sight; null where it is not. */
  #hidden(looks: Looks, state: ParagraphState): string | null {
    if (looks.vanish === true) return 'hidden text';
    if (looks.size !== undefined && looks.size <= 2) return 'text of 1 point or less';
    if (!looks.white || looks.shaded === true || state.shaded || this.#shared.background) return null;
    const inTable = this.#tables.some(({ shaded }) => shaded) || (this.#tables.length > 0 && this.#cellShaded);
    // what a box is filled with is not looked up
    return inTable || this.flow.inBox ? null : 'white text';
  }

  /** Kind, level and number of the open paragraph, once its properties are known. */
  #decide(): void {
    const state = this.#paragraphs.at(-1);
    const { paragraph } = this.flow;
    if (!state || state.decided || !paragraph) return;
    state.decided = true;
    const { styles, numbering } = this.#shared;
    const style = styles.paragraph(state.style);
    const outline = state.outline ?? style.outline;
    const number = numbering.of(state.numId ?? style.numId, state.level ?? style.level, style.id);
    if (outline !== undefined && outline >= 0 && outline < 9) {
      paragraph.kind = 'heading';
      paragraph.level = Math.min(outline + 1, 6);
      if (number && number.label !== '' && number.label !== BULLET) paragraph.prefix = `${number.label} `;
    } else if (number && number.label !== '') {
      paragraph.kind = 'list';
      paragraph.level = number.level + 1;
      paragraph.prefix = `${'  '.repeat(number.level)}${number.label} `;
    } else if (style.code) paragraph.kind = 'code';
    else if (style.quote) paragraph.kind = 'quote';
  }

  #field(type: string): void {
    if (type === 'begin') {
      if (this.#fields.length < 64) this.#fields.push({ instruction: '', reading: 'instruction' });
    } else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (!field) return;
      field.reading = 'result';
      this.#fieldLink(field.instruction);
    } else if (type === 'end') this.#fields.pop();
  }

  #fieldLink(instruction: string): void {
    const match = /^\s*(HYPERLINK|INCLUDETEXT|INCLUDEPICTURE)\s+(?:"([^"]*)"|([^\s"\\]+))/u.exec(instruction);
    if (match)
      this.flow.link((match[2] ?? match[3]!).replaceAll('\\\\', '/'), match[1] === 'HYPERLINK' ? 'link' : 'embed');
  }
}

export const readDocx: Reader = async (bytes, budget) => {
  const parts = await Package.open(bytes, budget);
  const main = (await parts.related('', 'officeDocument')) ?? DOCUMENTS.find((path) => parts.has(path));
  if (main === undefined || !parts.has(main)) throw new ReadError('it holds no document: word/document.xml is missing');
  const relations = await parts.relationships(main);
  const pathOf = (type: string): string | undefined =>
    [...relations.values()].find((each) => each.type === type && !each.external)?.target;

  const builder = new TextBuilder(budget);
  const lost = new Set<string>();
  const shared: Shared = {
    styles: await readStyles(parts, pathOf('styles') ?? ''),
    numbering: await Numbering.read(parts, pathOf('numbering') ?? ''),
    deleted: [],
    notes: [],
    pictures: 0,
    background: false,
    lost,
  };

  // headers and footers, each text once, before the text that they stand around
  const seen = new Set<string>();
  for (const type of ['header', 'footer'])
    for (const { type: its, target, external } of relations.values()) {
      if (its !== type || external) continue;
      const flow = new Flow(null);
      await parts.tryWalk(target, new Story(flow, shared, await parts.relationships(target)));
      const items = flow.take();
      const text = textOf(items).trim();
      // a number of a page is no text
      const bare = text.replace(/[\s\d|/–—-]+/gu, ' ').trim();
      if (bare === '' || seen.has(bare)) continue;
      seen.add(bare);
      const body = new Flow(builder);
      body.put(items);
    }
  shared.notes.length = 0;
  if (builder.length > 0) builder.gap();

  const flow = new Flow(builder);
  const walked = await parts.walk(main, new Story(flow, shared, relations));
  flow.finish();
  tellDamage(builder, walked, 'the end of its text');

  const notes = new Map<string, ReadonlyMap<string, { readonly items: Item[] }>>();
  for (const kind of ['footnote', 'endnote']) {
    const path = pathOf(`${kind}s`);
    if (path === undefined) continue;
    const story = new Story(new Flow(null), shared, await parts.relationships(path), `w:${kind}`);
    const went = await parts.tryWalk(path, story);
    if (went === null || went.cut) builder.lose(`the ${kind}s`, 'are damaged');
    notes.set(kind, story.notes);
  }
  // a note can refer to none, but a hostile one may
  const referred = shared.notes.length;
  for (let i = 0; i < referred; i++) {
    const { kind, id } = shared.notes[i]!;
    const items = notes.get(kind)?.get(id)?.items;
    if (items) writeNote(builder, `[${String(i + 1)}] `, items);
  }

  const comments = pathOf('comments');
  if (comments !== undefined) {
    const story = new Story(new Flow(null), shared, await parts.relationships(comments), 'w:comment');
    if ((await parts.tryWalk(comments, story)) === null) builder.lose('the comments', 'are damaged');
    for (const { items, by } of story.notes.values()) writeMarked(builder, 'comment', by, textOf(items));
  }
  for (const { text, by } of shared.deleted) writeMarked(builder, 'deleted', by, text);
  for (const what of lost) builder.lose(what, 'is put in as a file of another format, which is not read');
  if (shared.pictures > 0 && builder.length === 0)
    builder.lose('the document', 'consists of pictures, with no text beside them');
  return { text: builder.done() };
};

/** Says where the XML of the text itself was damaged. */
export function tellDamage(builder: TextBuilder, walked: Walked | null, what: string): void {
  if (walked?.cut === true) builder.lose(what, 'may be missing: its XML breaks off');
  else if (walked?.crossed === true) builder.lose('a part of its text', 'may be missing: its XML is damaged');
}

/** A note under its number; its first paragraph follows the number. */
export function writeNote(builder: TextBuilder, label: string, items: readonly Item[]): void {
  const flow = new Flow(builder);
  const first = items.find((item) => !('cells' in item) && item.pieces.some(({ text }) => /\S/u.test(text)));
  if (first && !('cells' in first)) {
    first.prefix = label + first.prefix.trimStart();
    if (first.kind === 'list') first.kind = 'prose';
  }
  flow.put(items);
  flow.finish();
}

/** What a reviewer said or took out: a block of its own that no check of the text takes for text. */
export function writeMarked(builder: TextBuilder, kind: Mark['kind'], by: string, text: string): void {
  const clean = text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\s]*/gu, '\n')
    .trim();
  if (clean === '') return;
  builder.block('comment');
  builder.mark(kind, by);
  builder.text(clean);
  builder.unmark();
  builder.end();
}

/** The text of items, a line for each paragraph. */
export function textOf(items: readonly Item[]): string {
  return items
    .map((item) =>
      'cells' in item
        ? item.cells.map((cell) => textOf(cell).replaceAll('\n', ' ')).join('\t')
        : item.prefix + item.pieces.map(({ text }) => text).join(''),
    )
    .join('\n');
}
