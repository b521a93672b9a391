/** Styles of a Word document: what makes a heading, a list, code; what keeps a run out of sight. */
import type { Package } from './opc.ts';
import type { Attributes } from './xml-walk.ts';

/** What of a run's looks matters here; what is absent comes from what it is based on. */
export interface Looks {
  readonly vanish?: boolean;
  readonly white?: boolean;
  /** In half points. */
  readonly size?: number;
  readonly font?: string;
  /** On a ground of its own. */
  readonly shaded?: boolean;
}

interface Style {
  readonly id: string;
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  numId: string | undefined;
  level: number | undefined;
  looks: Looks;
}

/** A paragraph style with all that it is based on. */
export interface ParagraphStyle {
  readonly id: string;
  /** From 0; undefined for text. */
  readonly outline: number | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly code: boolean;
  readonly quote: boolean;
  readonly looks: Looks;
}

const MONO =
  /^(?:courier|consolas|menlo|monaco|lucida (?:console|sans typewriter)|cascadia|source code|andale mono|fira (?:code|mono)|jetbrains mono|inconsolata|sf mono|letter gothic|cousine|(?:dejavu sans|liberation|roboto|ubuntu|noto sans|pt|ibm plex|nimbus) mono)/iu;
const CODE_NAME =
  /\b(?:source ?code|code|verbatim|preformatted|listing|asn\.?1|xml|json)\b|^(?:pl|html preformatted|macro text)$/iu;
const QUOTE_NAME = /^(?:intense )?quote$|^block ?(?:text|quote)$|^quotations?$/iu;
/** Most styles that one is based on, one on the other. */
const CHAIN = 40;

/** Names that Word keeps in English in every language; ids that other programs use where a file has no styles. */
function outlineOf(name: string, id: string): number | undefined {
  const match =
    /^heading ?([1-9])\b/iu.exec(name) ??
    /^(?:heading|berschrift|titre|ttulo|titolo|kop|rubrik|overskrift) ?([1-9])$/iu.exec(id);
  if (match) return Number(match[1]) - 1;
  // templates of publishers: HeadA, Head 2, ChapterTitle
  const own = /^(?:head|hd|überschrift|titre|titolo) ?([a-e1-5])$/iu.exec(name);
  if (own) return /[a-e]/iu.test(own[1]!) ? own[1]!.toLowerCase().charCodeAt(0) - 0x60 : Number(own[1]) - 1;
  return /^(?:title|chapter ?title)$/iu.test(name) ? 0 : undefined;
}

export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #standard: string | undefined;
  readonly #defaults: Looks;
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #looks = new Map<string, Looks>();
  readonly #monoByDefault: boolean;

  constructor(styles: ReadonlyMap<string, Style>, standard: string | undefined, defaults: Looks) {
    this.#styles = styles;
    this.#standard = standard;
    this.#defaults = defaults;
    this.#monoByDefault = MONO.test(this.paragraph(undefined).looks.font ?? defaults.font ?? '');
  }

  /** The looks with one property of a run (an element in `w:rPr`) set. */
  property(looks: Looks, name: string, attribute: Attributes): Looks {
    return withProperty(looks, name, attribute);
  }

  /** The looks of a run: the document's, the paragraph's style, the run's style, its own. */
  run(paragraph: string | undefined, style: string | undefined, own: Looks): Looks {
    const of = this.paragraph(paragraph).looks;
    if (style === undefined) return { ...this.#defaults, ...of, ...own };
    return { ...this.#defaults, ...of, ...this.#chainLooks(style), ...own };
  }

  /** Whether it is set in a font of fixed width, in a document where that tells something. */
  mono(looks: Looks): boolean {
    return !this.#monoByDefault && looks.font !== undefined && MONO.test(looks.font);
  }

  paragraph(style: string | undefined): ParagraphStyle {
    const id = style ?? this.#standard ?? '';
    const cached = this.#paragraphs.get(id);
    if (cached) return cached;
    const chain = this.#chain(id);
    const first = <T>(of: (style: Style) => T | undefined): T | undefined => {
      for (const each of chain) {
        const value = of(each);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    const names = chain.length > 0 ? chain.map(({ name }) => name) : [id];
    const made: ParagraphStyle = {
      id,
      outline:
        first((each) => each.outline ?? outlineOf(each.name, each.id)) ??
        (chain.length === 0 ? outlineOf(id, id) : undefined),
      numId: first(({ numId }) => numId),
      level: first(({ level }) => level),
      code: names.some((name) => CODE_NAME.test(name)),
      quote: names.some((name) => QUOTE_NAME.test(name)),
      looks: this.#chainLooks(id),
    };
    if (this.#paragraphs.size < 10_000) this.#paragraphs.set(id, made);
    return made;
  }

  #chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style && chain.length < CHAIN && !chain.includes(style);) {
      chain.push(style);
      style = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn);
    }
    return chain;
  }

  #chainLooks(id: string): Looks {
    let looks = this.#looks.get(id);
    if (!looks) {
      looks = Object.assign(
        {},
        ...this.#chain(id)
          .toReversed()
          .map((each) => each.looks),
      ) as Looks;
      if (this.#looks.size < 10_000) this.#looks.set(id, looks);
    }
    return looks;
  }
}

function withProperty(looks: Looks, name: string, attribute: Attributes): Looks {
  const value = (): string | undefined => attribute('w:val');
  switch (name) {
    case 'w:vanish':
      return { ...looks, vanish: !/^(?:0|false|off)$/u.test(value() ?? '') };
    case 'w:color': {
      const color = (value() ?? '').toLowerCase();
      return { ...looks, white: /^f[89a-f]f[89a-f]f[89a-f]$/u.test(color) };
    }
    case 'w:sz': {
      const size = Number.parseFloat(value() ?? '');
      return size >= 0 ? { ...looks, size } : looks;
    }
    case 'w:rFonts': {
      const font = attribute('w:ascii') ?? attribute('w:hAnsi');
      return font === undefined ? looks : { ...looks, font };
    }
    case 'w:shd': {
      const fill = (attribute('w:fill') ?? 'auto').toLowerCase();
      return (fill === 'auto' && attribute('w:themeFill') === undefined) || /^f[89a-f]f[89a-f]f[89a-f]$/u.test(fill)
        ? looks
        : { ...looks, shaded: true };
    }
    case 'w:highlight':
      return /^(?:none|white)$/u.test(value() ?? 'none') ? looks : { ...looks, shaded: true };
    default:
      return looks;
  }
}

export async function readStyles(parts: Package, path: string): Promise<Styles> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  let standard: string | undefined;
  let defaults: Looks = {};
  let within: 'defaults' | 'run' | 'paragraph' | null = null;
  let skipped = 0;
  await parts.tryWalk(path, {
    open: (name, attribute) => {
      if (skipped > 0 || name === 'w:tblStylePr' || name === 'w:rPrChange' || name === 'w:pPrChange') {
        skipped++;
        return;
      }
      switch (name) {
        case 'w:docDefaults':
          within = 'defaults';
          return;
        case 'w:style': {
          const id = attribute('w:styleId') ?? '';
          style = {
            id,
            name: '',
            basedOn: undefined,
            outline: undefined,
            numId: undefined,
            level: undefined,
            looks: {},
          };
          if (styles.size < 20_000) styles.set(id, style);
          if (attribute('w:type') === 'paragraph' && /^(?:1|true|on)$/u.test(attribute('w:default') ?? ''))
            standard = id;
          return;
        }
        case 'w:name':
          if (style && style.name === '') style.name = attribute('w:val') ?? '';
          return;
        case 'w:basedOn':
          if (style) style.basedOn = attribute('w:val');
          return;
        case 'w:outlineLvl':
          if (style) style.outline = Number(attribute('w:val'));
          return;
        case 'w:numId':
          if (style) style.numId = attribute('w:val');
          return;
        case 'w:ilvl':
          if (style) style.level = Number(attribute('w:val'));
          return;
        case 'w:pPr':
          if (style) within = 'paragraph';
          return;
        case 'w:rPr':
          if (within === 'paragraph') skipped = 1;
          return;
        default:
          if (style && within !== 'paragraph') style.looks = withProperty(style.looks, name, attribute);
          else if (within === 'defaults') defaults = withProperty(defaults, name, attribute);
      }
    },
    close: (name) => {
      if (skipped > 0) skipped--;
      else if (name === 'w:style') style = null;
      else if (name === 'w:docDefaults' || (name === 'w:pPr' && style)) within = null;
    },
  });
  return new Styles(styles, standard, defaults);
}
