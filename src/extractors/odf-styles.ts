/** Styles of an OpenDocument file: what makes a list, code, hidden text; read from styles.xml and from the text itself. */
import { BULLET, numberIn } from './numbering.ts';
import type { Attributes } from './xml-walk.ts';

interface Style {
  parent: string | undefined;
  title: string;
  list: string | undefined;
  hidden?: boolean;
  white?: boolean;
  /** In points. */
  size?: number;
  font?: string;
  shaded?: boolean;
}

interface Level {
  readonly format: string;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  /** How many levels its number shows. */
  readonly shown: number;
  readonly bullet: boolean;
}

const MONO =
  /^(?:courier|consolas|menlo|monaco|lucida console|cascadia|source code|fira (?:code|mono)|jetbrains mono|inconsolata|cousine|(?:dejavu sans|liberation|roboto|ubuntu|noto sans|ibm plex|nimbus) mono)/iu;
const CODE_NAME = /(?:\b|_20_)(?:source ?code|code|preformatted|verbatim|listing)(?:\b|_20_)/iu;
const QUOTE_NAME = /^(?:quotations?|block ?quote)$/iu;
const CHAIN = 40;
/** Most styles that are kept of a file. */
const MOST = 50_000;

export class OdfStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, Level>>();
  #style: Style | null = null;
  #list: Map<number, Level> | null = null;
  /** Sheets, rows, columns and slides that are not shown: by family and name. */
  readonly #unseen = new Set<string>();
  #key = '';

  element(name: string, attribute: Attributes): void {
    switch (name) {
      case 'style:style':
      case 'style:default-style': {
        const family = attribute('style:family') ?? '';
        this.#key = `${family}/${attribute('style:name') ?? ''}`;
        this.#style = {
          parent: attribute('style:parent-style-name'),
          title: attribute('style:display-name') ?? attribute('style:name') ?? '',
          list: attribute('style:list-style-name'),
        };
        if (this.#styles.size < MOST) this.#styles.set(this.#key, this.#style);
        return;
      }
      case 'style:text-properties': {
        const style = this.#style;
        if (!style) return;
        if (attribute('text:display') === 'none') style.hidden = true;
        else if (attribute('text:display') === 'true') style.hidden = false;
        const color = attribute('fo:color');
        if (color !== undefined) style.white = /^#f[89a-f]f[89a-f]f[89a-f]$/iu.test(color);
        const size = /^([\d.]+)pt$/u.exec(attribute('fo:font-size') ?? '');
        if (size) style.size = Number(size[1]);
        const font = attribute('style:font-name') ?? attribute('fo:font-family');
        if (font !== undefined) style.font = font.replace(/^'/u, '');
        if (isDark(attribute('fo:background-color'))) style.shaded = true;
        return;
      }
      case 'style:paragraph-properties':
      case 'style:table-cell-properties':
      case 'style:graphic-properties':
        if (this.#style && (isDark(attribute('fo:background-color')) || attribute('draw:fill') === 'solid'))
          this.#style.shaded = true;
        return;
      case 'style:table-properties':
        if (attribute('table:display') === 'false') this.#unseen.add(this.#key);
        return;
      case 'style:drawing-page-properties':
        if (attribute('presentation:visibility') === 'hidden') this.#unseen.add(this.#key);
        return;
      case 'text:list-style':
      case 'text:outline-style':
        this.#list = new Map();
        if (this.#lists.size < MOST)
          this.#lists.set(name === 'text:outline-style' ? OUTLINE : (attribute('style:name') ?? ''), this.#list);
        return;
      case 'text:list-level-style-number':
      case 'text:list-level-style-bullet':
      case 'text:list-level-style-image':
      case 'text:outline-level-style':
        if (this.#list && this.#list.size < 20)
          this.#list.set(Number(attribute('text:level')) || 1, {
            format: attribute('style:num-format') ?? '',
            before: attribute('style:num-prefix') ?? '',
            after: attribute('style:num-suffix') ?? '',
            start: Number(attribute('text:start-value') ?? 1) || 0,
            shown: Math.min(10, Number(attribute('text:display-levels') ?? 1) || 1),
            bullet: name.endsWith('bullet') || name.endsWith('image'),
          });
    }
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.#style = null;
    else if (name === 'text:list-style' || name === 'text:outline-style') this.#list = null;
  }

  /** Whether a sheet (`table`) or slide (`drawing-page`) with this style is not shown. */
  unseen(family: string, name: string | undefined): boolean {
    return name !== undefined && this.#unseen.has(`${family}/${name}`);
  }

  /** How text with these styles (of spans, the innermost first, then of the paragraph) is kept out of sight; null where it is not. */
  hidden(spans: readonly string[], paragraph: string, shaded: boolean): string | null {
    const chain = [...spans.flatMap((name) => this.#chain('text', name)), ...this.#chain('paragraph', paragraph)];
    if (first(chain, (style) => style.hidden) === true) return 'hidden text';
    const size = first(chain, (style) => style.size);
    if (size !== undefined && size <= 1) return 'text of 1 point or less';
    if (shaded || first(chain, (style) => style.white) !== true || chain.some((style) => style.shaded === true))
      return null;
    return 'white text';
  }

  /** Whether a cell or shape with this style has a ground of its own. */
  shaded(family: string, name: string | undefined): boolean {
    return name !== undefined && this.#chain(family, name).some((style) => style.shaded === true);
  }

  kindOf(paragraph: string): 'prose' | 'code' | 'quote' {
    const chain = this.#chain('paragraph', paragraph);
    if (chain.some(({ title }) => CODE_NAME.test(title))) return 'code';
    return chain.some(({ title }) => QUOTE_NAME.test(title)) ? 'quote' : 'prose';
  }

  isTitle(paragraph: string): boolean {
    return this.#chain('paragraph', paragraph).some(({ title }) => title === 'Title');
  }

  mono(spans: readonly string[], paragraph: string): boolean {
    const chain = [...spans.flatMap((name) => this.#chain('text', name)), ...this.#chain('paragraph', paragraph)];
    return MONO.test(first(chain, (style) => style.font) ?? '');
  }

  start(list: string, level: number): number {
    return this.#lists.get(list)?.get(level)?.start ?? 1;
  }

  /** The number or bullet of an item; `counts` of the levels from the outermost. Empty where nothing is shown. */
  label(list: string, counts: readonly number[]): string {
    const levels = this.#lists.get(list);
    const level = levels?.get(counts.length);
    // a list without a style is shown with bullets
    if (!level) return list === OUTLINE ? '' : BULLET;
    if (level.bullet) return BULLET;
    if (level.format === '') return (level.before + level.after).trim();
    const shown = counts
      .slice(-level.shown)
      .map((count, i, all) => {
        const format = levels?.get(counts.length - all.length + i + 1)?.format ?? level.format;
        return format === '' ? '' : numberIn(format, count);
      })
      .filter((number) => number !== '');
    return (level.before + shown.join('.') + level.after).trim();
  }

  #chain(family: string, name: string): Style[] {
    const chain: Style[] = [];
    for (let key = `${family}/${name}`; chain.length < CHAIN;) {
      const style = this.#styles.get(key);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      if (style.parent === undefined) break;
      key = `${family}/${style.parent}`;
    }
    return chain;
  }
}

/** Name of the list of headings. */
export const OUTLINE = '\0outline';

const isDark = (color: string | undefined): boolean =>
  color !== undefined && color !== 'transparent' && !/^#f[89a-f]f[89a-f]f[89a-f]$/iu.test(color);

function first<T>(chain: readonly Style[], of: (style: Style) => T | undefined): T | undefined {
  for (const style of chain) {
    const value = of(style);
    if (value !== undefined) return value;
  }
  return undefined;
}
