/**
 * One page's operators, run for where its text stands: pieces of text with their boxes, pictures, rules. Coordinates are in
 * points from the page's upper left corner as it is shown, y downwards.
 */
import type { OperatorList } from './vendor/pdf.mjs';
import type { FontFacts } from './vendor/worker.mjs';

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Glyphs that stand beside each other on one baseline, in one font. */
export interface Piece {
  /** As drawn from left to right, a string a glyph. */
  glyphs: string[];
  text: string;
  x0: number;
  x1: number;
  /** Of the baseline. */
  y: number;
  /** Of the letters, in points. */
  size: number;
  bold: boolean;
  mono: boolean;
  vertical: boolean;
  /** 0, 90, 180, 270: clockwise turn of the letters; pieces that are turned have coordinates turned back. */
  turn: number;
  /** How it is hidden; empty where it is seen. */
  hidden: string;
  /** Drawn without a colour: what a recogniser of scanned pages puts over the picture. */
  invisible: boolean;
  /** 0xrrggbb; -1: a pattern. */
  colour: number;
  /** Place among what is drawn. */
  order: number;
}

/** A picture, where it is drawn. */
export interface Drawn extends Box {
  /** From the unit square, y upwards, to the page. */
  readonly matrix: Matrix;
  /** See `Opened.pictures`; -1: not among them. */
  readonly picture: number;
}

export interface PageText {
  readonly pieces: Piece[];
  readonly images: readonly Drawn[];
  /** Thin horizontal lines. */
  readonly rules: readonly Box[];
  readonly width: number;
  readonly height: number;
  /** Numbers of the filled paths that are no rectangles: a letter drawn as a shape has some 30 to 150. */
  readonly shapes: number;
  /** Glyphs, and those of them without a letter that stands for them. */
  readonly glyphs: number;
  readonly unmapped: number;
  /** Those that are U+FFFD in the text. */
  readonly lost: number;
}

export type Matrix = readonly [number, number, number, number, number, number];

interface State {
  ctm: Matrix;
  font: FontFacts | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** 0xrrggbb, or -1: a pattern. */
  fill: number;
  alpha: number;
  clip: Box | null;
}

interface Painted extends Box {
  readonly colour: number;
  readonly order: number;
  readonly image: boolean;
}

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace?: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const PLAIN: Matrix = [0.001, 0, 0, 0.001, 0, 0];
/** So many coloured areas are kept of a page: with more of them it is a drawing. */
const MOST_PAINTED = 400;
/** Of the letters' size: a wider gap begins a new piece, a gap above the smaller one is a space. */
const WIDE_GAP = 0.9;
const SPACE_GAP = 0.13;
/** Likewise in letters of one width, which listings move apart to fill columns: their spaces are as wide as letters. */
const MONO_GAP = 0.3;
/** Glyphs of a string that is not spaced out as a whole. */
const SHORT = 5;
/** Of the page's width: text that begins on it and goes on to there was not put off it on purpose. */
const OVERLONG = 1.5;
/** Points: nobody reads letters of this size. */
const TINY = 0.8;

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [x0, x1, x0, x1].map((x, i) => m[0] * x + m[2] * (i < 2 ? y0 : y1) + m[4]);
  const ys = [x0, x1, x0, x1].map((x, i) => m[1] * x + m[3] * (i < 2 ? y0 : y1) + m[5]);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function cut(a: Box, b: Box | null): Box {
  return b === null
    ? a
    : { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}

function around(box: Box, x: number, y: number): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function numbers(value: unknown): readonly number[] {
  return (Array.isArray(value) ? value : value instanceof Float32Array ? Array.from(value) : []) as number[];
}

function colourOf(args: unknown): number {
  const [first] = Array.isArray(args) ? (args as unknown[]) : [];
  return typeof first === 'string' && /^#[0-9a-f]{6}$/i.test(first) ? Number.parseInt(first.slice(1), 16) : 0;
}

/**
 * What a drawn font makes of its size: 1 where its glyphs are as high as letters of that size. Their units are its own, of 1 to
 * some thousand to a letter, so that the box around them tells, and the matrix alone where there is none.
 */
function drawnHeight({ bbox, fontMatrix }: FontFacts): number {
  const way = Math.abs((fontMatrix ?? PLAIN)[3] ?? 0.001);
  const height = bbox ? Math.abs((bbox[3] ?? 0) - (bbox[1] ?? 0)) * way : 0;
  if (height > 0) return height > 0.4 && height < 2.5 ? 1 : height;
  return way < 0.0005 || way > 0.1 ? way * 1000 : 1;
}

/** Whether two colours are told apart on a page. */
function alike(a: number, b: number): boolean {
  const far = (shift: number): number => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return far(16) + far(8) + far(0) <= 18;
}

/** Whether a font's code stands for no letter: a control, a private one, or the mark for what is unknown. */
function isUnmapped(unicode: string): boolean {
  const code = unicode.codePointAt(0) ?? 0;
  return (
    (code < 0x20 && !BLANK.test(unicode)) ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0xfffd ||
    (code >= 0xe000 && code < 0xf900) ||
    code >= 0xf0000
  );
}

/** What text maps have for a space, or for all that look like one. */
const BLANK = /^[\t\n\r \u00a0]+$/u;

/** Letters of windows-1252 from 0x80 on: the codes of fonts that say nothing else. */
const WINDOWS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Ligatures and presentation forms become the letters that they show. */
function lettersOf(unicode: string): string {
  const code = unicode.charCodeAt(0);
  if (BLANK.test(unicode)) return ' ';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return WINDOWS[code - 0x80] ?? '\ufffd';
  for (let i = 0; i < unicode.length; i++) {
    const unit = unicode.charCodeAt(i);
    if ((unit >= 0xfb00 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc) || (unit >= 0x2e80 && unit <= 0x2fdf))
      return unicode.normalize('NFKC');
  }
  return unicode;
}

export function readPage(
  operators: OperatorList,
  OPS: Readonly<Record<string, number>>,
  fonts: ReadonlyMap<string, FontFacts>,
  view: readonly [number, number, number, number],
  rotate: number,
  isVisible: (group: unknown) => boolean,
): PageText {
  const [left, bottom, right, top] = view;
  const upright = rotate % 180 === 0;
  const width = upright ? right - left : top - bottom;
  const height = upright ? top - bottom : right - left;
  const base: Matrix =
    rotate === 90
      ? [0, 1, 1, 0, -bottom, -left]
      : rotate === 180
        ? [-1, 0, 0, 1, right, -bottom]
        : rotate === 270
          ? [0, -1, -1, 0, top, right]
          : [1, 0, 0, -1, -left, top];

  let state: State = {
    ctm: base,
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: 0,
    alpha: 1,
    clip: null,
  };
  const stack: State[] = [];
  let matrix: Matrix = IDENTITY;
  let lineMatrix: Matrix = IDENTITY;
  let clipping = false;
  const layers: boolean[] = [];
  let off = 0;
  const pieces: Piece[] = [];
  const images: Drawn[] = [];
  let shapes = 0;
  const rules: Box[] = [];
  const painted: Painted[] = [];
  let drawing = false;
  let glyphCount = 0;
  let unmapped = 0;
  let lost = 0;
  let open: Piece | null = null;
  /** Where the next glyph stands if it belongs to the open piece. */
  let nextX = 0;

  const paint = (box: Box, colour: number, order: number, image: boolean): void => {
    const seen = cut(box, state.clip);
    if (seen.x1 - seen.x0 < 4 || seen.y1 - seen.y0 < 4) return;
    if (painted.length < MOST_PAINTED) painted.push({ ...seen, colour, order, image });
    else drawing = true;
  };

  const move = (x: number, y: number): void => {
    lineMatrix = times(lineMatrix, [1, 0, 0, 1, x, y]);
    matrix = lineMatrix;
  };

  const show = (glyphs: readonly unknown[], order: number): void => {
    const { font, size, charSpacing, wordSpacing, scale } = state;
    if (!font) return;
    const unit = (font.fontMatrix ?? PLAIN)[0] ?? 0.001;
    const vertical = font.vertical === true;
    const full = times(state.ctm, matrix);
    // of a letter of height 1 on the page
    let tall = lengthOf(full[2], full[3]) * Math.abs(size);
    if (font.isType3Font) {
      tall *= drawnHeight(font);
      if (tall < 1 || tall > 200) tall = Math.max(4, Math.min(tall, 40));
    }
    const turn = turnOf(full[0] * Math.sign(size || 1), full[1] * Math.sign(size || 1), vertical);
    const bold = font.bold === true || font.black === true || /bold|black|heavy|demi/i.test(font.name ?? '');
    const mono = font.isMonospace === true || /mono|courier|consol|typewriter|cmtt|menlo/i.test(font.name ?? '');
    const short = glyphs.filter((glyph) => typeof glyph !== 'number').length <= SHORT;
    let x = 0;
    let y = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (vertical) y -= (glyph * size) / 1000;
        else x -= ((glyph * size) / 1000) * scale;
        continue;
      }
      if (typeof glyph !== 'object' || glyph === null) continue;
      const { unicode = '', width: wide = 0, vmetric, isSpace } = glyph as Glyph;
      const spacing = charSpacing + (isSpace === true ? wordSpacing : 0);
      let forward: number;
      const fromX = x;
      const fromY = y;
      if (vertical) {
        const metric = vmetric ?? font.defaultVMetrics;
        forward = (metric?.[0] ?? -1000) * unit * size + spacing * (metric && metric[0]! > 0 ? 1 : -1);
        y += forward;
      } else {
        forward = (wide * unit * size + spacing) * scale;
        x += forward;
      }
      if (unicode === '') continue;
      glyphCount++;
      if (isUnmapped(unicode)) unmapped++;
      const at = times(full, [1, 0, 0, 1, fromX, fromY + state.rise]);
      const to = times(full, [1, 0, 0, 1, vertical ? fromX : fromX + wide * unit * size * scale, y + state.rise]);
      const letter = lettersOf(unicode);
      if (letter === '\ufffd') lost++;
      put(letter, at[4], at[5], to[4], to[5], tall, bold, mono, vertical, turn, order);
      // what is between the letters of a longer string belongs to them; of a short one it can be a space
      const after = times(full, [
        1,
        0,
        0,
        1,
        vertical || !short ? x : fromX + wide * unit * size * scale,
        y + state.rise,
      ]);
      nextX = along(after[4], after[5], turn);
    }
    matrix = times(matrix, [1, 0, 0, 1, x, y]);
  };

  const put = (
    text: string,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    tall: number,
    bold: boolean,
    mono: boolean,
    vertical: boolean,
    turn: number,
    order: number,
  ): void => {
    const x = along(ax, ay, turn);
    const end = along(bx, by, turn);
    const y = across(ax, ay, turn);
    const x0 = Math.min(x, end);
    const x1 = Math.max(x, end);
    const blank = text.trim() === '';
    const invisible = state.mode === 3 || state.mode === 7;
    let hidden = '';
    if (off > 0) hidden = 'on a layer that is not shown';
    else if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width || ay < 0 || ay - tall > height) hidden = 'off the page';
    else if (tall < TINY) hidden = 'letters too small to read';
    else if (state.alpha === 0) hidden = 'transparent text';
    // a line that is too long for its page is seen as one that is cut
    if (
      hidden === 'off the page' &&
      open?.hidden === '' &&
      open.turn === turn &&
      Math.abs(open.y - y) < 0.12 * tall &&
      Math.abs(x0 - nextX) < WIDE_GAP * tall &&
      Math.max(ax, bx) < OVERLONG * width
    )
      hidden = '';
    if (
      open &&
      open.turn === turn &&
      open.hidden === hidden &&
      open.invisible === invisible &&
      open.vertical === vertical &&
      Math.abs(open.y - y) < 0.12 * tall &&
      Math.abs(open.size - tall) < 0.08 * tall &&
      open.bold === bold
    ) {
      const gap = x0 - nextX;
      if (gap > -0.3 * tall && gap < WIDE_GAP * tall) {
        if (blank) {
          if (!open.text.endsWith(' ')) add(open, ' ', Math.max(open.x1, x1));
          return;
        }
        if (gap > spaceGap(open.text, text, mono && open.mono) * tall && !open.text.endsWith(' '))
          add(open, ' ', open.x1);
        add(open, text, Math.max(open.x1, x1));
        return;
      }
      // an accent that is set over the letter before it
      if (gap <= -0.3 * tall && gap > -1.2 * tall && isMark(text)) {
        add(open, text, open.x1);
        return;
      }
    }
    if (blank) {
      // blanks alone are no text; a gap tells as much
      open = null;
      return;
    }
    open = {
      glyphs: [text],
      text,
      x0,
      x1,
      y,
      size: tall,
      bold,
      mono,
      vertical,
      turn,
      hidden,
      invisible,
      order,
      colour: state.fill,
    };
    pieces.push(open);
  };

  const add = (piece: Piece, text: string, x1: number): void => {
    piece.glyphs.push(text);
    piece.text += text;
    piece.x1 = x1;
  };

  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    const n = numbers(args);
    switch (fnArray[i]) {
      case OPS['save']:
        stack.push(state);
        state = { ...state };
        break;
      case OPS['restore']:
        state = stack.pop() ?? state;
        break;
      case OPS['transform']:
        state.ctm = times(state.ctm, matrixOf(n));
        break;
      case OPS['paintFormXObjectBegin']: {
        stack.push(state);
        state = { ...state };
        const [own, box] = args as [unknown, unknown];
        if (numbers(own).length === 6) state.ctm = times(state.ctm, matrixOf(numbers(own)));
        const corners = numbers(box);
        if (corners.length === 4)
          state.clip = cut(boxOf(state.ctm, corners[0]!, corners[1]!, corners[2]!, corners[3]!), state.clip);
        break;
      }
      case OPS['paintFormXObjectEnd']:
      case OPS['endAnnotation']:
        state = stack.pop() ?? state;
        break;
      case OPS['beginAnnotation']: {
        stack.push(state);
        const [, , own, inner] = args as readonly unknown[];
        state = { ...state, ctm: base, font: undefined, mode: 0, fill: 0, alpha: 1, clip: null };
        if (numbers(own).length === 6) state.ctm = times(state.ctm, matrixOf(numbers(own)));
        if (numbers(inner).length === 6) state.ctm = times(state.ctm, matrixOf(numbers(inner)));
        break;
      }
      case OPS['beginText']:
        matrix = lineMatrix = IDENTITY;
        break;
      case OPS['setCharSpacing']:
        state.charSpacing = n[0] ?? 0;
        break;
      case OPS['setWordSpacing']:
        state.wordSpacing = n[0] ?? 0;
        break;
      case OPS['setHScale']:
        state.scale = (n[0] ?? 100) / 100;
        break;
      case OPS['setLeading']:
        state.leading = -(n[0] ?? 0);
        break;
      case OPS['setFont']: {
        const [name, size] = args as [unknown, unknown];
        state.font = fonts.get(String(name));
        state.size = typeof size === 'number' ? size : 0;
        break;
      }
      case OPS['setTextRenderingMode']:
        state.mode = n[0] ?? 0;
        break;
      case OPS['setTextRise']:
        state.rise = n[0] ?? 0;
        break;
      case OPS['moveText']:
        move(n[0] ?? 0, n[1] ?? 0);
        break;
      case OPS['setLeadingMoveText']:
        state.leading = n[1] ?? 0;
        move(n[0] ?? 0, n[1] ?? 0);
        break;
      case OPS['setTextMatrix']: {
        const [first] = args as [unknown];
        matrix = lineMatrix = matrixOf(typeof first === 'number' ? n : numbers(first));
        break;
      }
      case OPS['nextLine']:
        move(0, state.leading);
        break;
      case OPS['showText']:
        show(((args as [unknown])[0] ?? []) as unknown[], i);
        break;
      case OPS['setGState']:
        for (const pair of (args as [unknown])[0] as readonly (readonly [string, unknown])[]) {
          if (pair[0] === 'ca' && typeof pair[1] === 'number') state.alpha = pair[1];
          else if (pair[0] === 'SMask' && pair[1] !== false && pair[1] !== null)
            state.alpha = Math.min(state.alpha, 0.99);
          else if (pair[0] === 'Font') {
            const [name, size] = pair[1] as [unknown, unknown];
            state.font = fonts.get(String(name));
            state.size = typeof size === 'number' ? size : 0;
          }
        }
        break;
      case OPS['setFillRGBColor']:
        state.fill = colourOf(args);
        break;
      case OPS['setFillColorN']:
        state.fill = -1;
        break;
      case OPS['beginMarkedContentProps']: {
        const [tag, group] = args as [unknown, unknown];
        const shown = tag !== 'OC' || isVisible(group);
        layers.push(shown);
        if (!shown) off++;
        break;
      }
      case OPS['beginMarkedContent']:
        layers.push(true);
        break;
      case OPS['endMarkedContent']:
        if (layers.pop() === false) off--;
        break;
      case OPS['clip']:
      case OPS['eoClip']:
        clipping = true;
        break;
      case OPS['constructPath']: {
        const [how, path, extent] = args as [unknown, unknown, unknown];
        const corners = numbers(extent);
        if (corners.length !== 4 || !corners.every(Number.isFinite)) break;
        const box = boxOf(state.ctm, corners[0]!, corners[1]!, corners[2]!, corners[3]!);
        if (box.y1 - box.y0 < 2.5 && box.x1 - box.x0 > 12 && how !== OPS['endPath']) rules.push(box);
        const data: unknown = Array.isArray(path) ? (path as unknown[])[0] : path;
        const rectangle = data instanceof Float32Array && data.length <= 16;
        const fills =
          how === OPS['fill'] || how === OPS['eoFill'] || how === OPS['fillStroke'] || how === OPS['eoFillStroke'];
        if (fills && off === 0) {
          if (!rectangle && data instanceof Float32Array) shapes += data.length;
          if (rectangle && state.alpha >= 0.99 && state.fill !== -1) paint(box, state.fill, i, false);
          else paint(box, -1, i, false);
        }
        if (clipping) state.clip = cut(box, state.clip);
        clipping = false;
        break;
      }
      case OPS['shadingFill']:
        if (state.clip) paint(state.clip, -1, i, false);
        else paint({ x0: 0, y0: 0, x1: width, y1: height }, -1, i, false);
        break;
      case OPS['paintImageXObject']:
      case OPS['paintInlineImageXObject']:
      case OPS['paintImageMaskXObject']: {
        const box = cut(boxOf(state.ctm, 0, 0, 1, 1), state.clip);
        if (off === 0 && box.x1 > box.x0 && box.y1 > box.y0) {
          const [picture] = Array.isArray(args) ? (args as unknown[]) : [];
          images.push({ ...box, matrix: state.ctm, picture: typeof picture === 'number' ? picture : -1 });
          paint(box, -1, i, true);
        }
        break;
      }
      default:
    }
  }
  if (!drawing) hide(pieces, painted);
  return { pieces, images, rules, shapes, width, height, glyphs: glyphCount, unmapped, lost };
}

function matrixOf(n: readonly number[]): Matrix {
  return [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0];
}

/** Which of the four ways letters go, from the direction of their baseline. */
function turnOf(dx: number, dy: number, vertical: boolean): number {
  if (vertical) return 0;
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180;
  return dy > 0 ? 90 : 270;
}

function along(x: number, y: number, turn: number): number {
  return turn === 0 ? x : turn === 90 ? y : turn === 180 ? -x : -y;
}

function across(x: number, y: number, turn: number): number {
  return turn === 0 ? y : turn === 90 ? -x : turn === 180 ? -y : x;
}

export function isRightToLeft(code: number): boolean {
  return (code >= 0x590 && code < 0x900) || (code >= 0xfb1d && code < 0xfe00) || (code >= 0xfe70 && code < 0xff00);
}

export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code < 0xa4d0) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe50) ||
    (code >= 0xff00 && code < 0xff61) ||
    (code >= 0xd840 && code < 0xd8c0)
  );
}

/** The gap between two letters from which on it is a space, as a share of their size. */
export function spaceGap(before: string, after: string, mono: boolean): number {
  const wide = Number(isWide(before.charCodeAt(before.length - 1))) + Number(isWide(after.charCodeAt(0)));
  return wide === 2 ? 0.7 : wide === 1 ? 0.35 : mono ? MONO_GAP : SPACE_GAP;
}

function isMark(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x300 && code < 0x370;
}

/** Marks text in the colour of what lies under it, and text that is painted over. */
function hide(pieces: readonly Piece[], painted: readonly Painted[]): void {
  for (const piece of pieces) {
    if (piece.hidden !== '' || piece.invisible || piece.turn !== 0 || piece.vertical) continue;
    const x = (piece.x0 + piece.x1) / 2;
    const y = piece.y - piece.size * 0.3;
    let under = 0xffffff;
    for (const area of painted) {
      if (!around(area, x, y)) continue;
      if (area.order < piece.order) under = area.colour;
      else if (
        area.colour !== -1 &&
        area.x0 <= piece.x0 &&
        area.x1 >= piece.x1 &&
        area.y0 <= piece.y - piece.size * 0.6 &&
        area.y1 >= piece.y
      )
        piece.hidden = 'text that is painted over';
      else if (area.image && area.x0 <= piece.x0 && area.x1 >= piece.x1) piece.invisible = true;
    }
    if (piece.hidden === '' && piece.colour !== -1 && under !== -1 && alike(piece.colour, under))
      piece.hidden = under === 0xffffff ? 'white text' : 'text in the colour of its ground';
  }
}
