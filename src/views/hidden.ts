/**
 * Text that markup keeps out of sight: what the reader of a format left out of a document's text, or took over although a
 * person who opens the file sees nothing there. It travels with the way back to the file (`Document.origin`).
 */
import type { Document, Origin } from '../core/types.ts';

/** How markup hides a text, as words that follow "hidden by". */
export type Cover =
  | 'display: none'
  | 'visibility: hidden'
  | 'hidden'
  | 'font-size: 0'
  | 'opacity: 0'
  | 'its color'
  | 'its position';

export interface HiddenText {
  /** `comment`: the text is a comment of the markup. */
  readonly by: Cover | 'comment';
  /** Offset in the decoded file of the tag or comment. */
  readonly source: number;
  /** Offset in the document's text at which it stands or would stand. */
  readonly at: number;
  /** Offset behind it, where the text holds it; else `at`. */
  readonly end: number;
  /** The hidden text, white space collapsed, at most `HIDDEN_UNITS` units. */
  readonly text: string;
  /** Whether a script or a style sheet can name the element (it has an id, a class, a role ...), and so may show it. */
  readonly named: boolean;
  /** Whether there is something to use in it: a link, a button, a field. */
  readonly active: boolean;
}

/** The most units that are kept of one hidden text. */
export const HIDDEN_UNITS = 600;
/** The most hidden texts that are kept of one document. */
export const MOST_HIDDEN = 200;

export interface MarkupOrigin extends Origin {
  /** In the order of the file. */
  readonly hidden: readonly HiddenText[];
}

/** What the document's markup hides, where its reader can know; none for other formats. */
export function hiddenTexts(document: Document): readonly HiddenText[] {
  const { origin } = document;
  return origin && 'hidden' in origin ? (origin as MarkupOrigin).hidden : [];
}

const LIGHT = /^(?:white|snow|ivory|transparent|#f{3,8}|rgba?\(255, ?255, ?255[^)]*\)|rgba\([^)]*, ?0(?:\.0+)?\))$/u;

/**
 * What a `style` attribute does to hide its element; null where it does not. A light or transparent color hides where the
 * attribute gives no dark background beside it.
 */
export function coverOf(style: string): Cover | null {
  let color = '';
  let background = '';
  for (const part of style.toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim();
    const value = part
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    switch (name) {
      case 'display':
        if (value === 'none') return 'display: none';
        break;
      case 'visibility':
        if (value === 'hidden' || value === 'collapse') return 'visibility: hidden';
        break;
      case 'font-size':
      case 'font':
        if (/^(?:0(?:\.0+)?(?:px|pt|em|rem|%)?|(?:1|0?\.\d+)(?:px|pt))(?:$|[ /])/u.test(value)) return 'font-size: 0';
        break;
      case 'opacity':
        if (/^0?\.?0+%?$/u.test(value)) return 'opacity: 0';
        break;
      case 'left':
      case 'right':
      case 'top':
      case 'text-indent':
      case 'margin-left':
        if (/^-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw|%)?$/u.test(value)) return 'its position';
        break;
      case 'clip':
        if (/^rect\((?:0|1px|0px)[ ,]+(?:0|1px|0px)[ ,]+(?:0|1px|0px)[ ,]+(?:0|1px|0px)\)$/u.test(value))
          return 'its position';
        break;
      case 'color':
        color = value;
        break;
      case 'background':
      case 'background-color':
        background = value;
        break;
      default:
    }
  }
  if (color === '' || color === 'inherit') return null;
  if (color === background) return 'its color';
  // without a background of its own, white text is on white unless a style sheet says otherwise
  return background === '' || LIGHT.test(background.split(' ')[0]!) ? (LIGHT.test(color) ? 'its color' : null) : null;
}
