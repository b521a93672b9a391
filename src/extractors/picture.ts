/** Pictures of text, read by an engine that the host has: off unless it was asked for. */
import { pattern } from '../core/pattern.ts';
import { ReadError, type Budget, type Recognized } from './limits.ts';
import { TextBuilder, type Extracted } from './text-builder.ts';

/** Formats that the engine takes. */
export const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'bmp', 'webp', 'pnm']);

/** Below so much confidence (0 to 100) what is read is noise: a blurred page gave 16 with 3 % of its words right. */
export const LEAST_CONFIDENCE = 60;

/** The text of a picture. @throws ReadError where nothing certain is in it */
export async function readPicture(bytes: Uint8Array, budget: Budget): Promise<Extracted> {
  const recognized = await budget.recognize!(bytes);
  const out = new TextBuilder(budget);
  if (!addRecognized(out, recognized, 'the picture')) {
    const { text, confidence } = recognized;
    throw new ReadError(
      text.trim() === ''
        ? 'no text was recognized in the picture'
        : `what was recognized in the picture is not certain (${String(Math.round(confidence))} of 100)`,
    );
  }
  return out.done();
}

/** Adds what was recognized, marked with how certain it is; false where it is not certain enough to be read. */
export function addRecognized(out: TextBuilder, { text, confidence }: Recognized, what: string): boolean {
  if (text.trim() === '' || confidence < LEAST_CONFIDENCE) return false;
  out.gap();
  for (const paragraph of paragraphsOf(text)) {
    out.block('prose');
    out.mark('recognized', certaintyOf(what, confidence));
    out.text(paragraph);
    out.unmark();
    out.gap();
  }
  return true;
}

/** How a mark tells what was recognized and how certain it is. */
export function certaintyOf(what: string, confidence: number): string {
  return `${what}, ${String(Math.round(confidence))} of 100 certain`;
}

/** Paragraphs of what was recognized, each on one line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[ \t]*\n/u)
    .map(joinLines)
    .filter((paragraph) => paragraph !== '');
}

const IDEOGRAPHIC = '[\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef]';
/** The engine puts spaces between characters of scripts that have none. */
const BETWEEN = new RegExp(`(?<=${IDEOGRAPHIC})[ \\t\\n]+(?=${IDEOGRAPHIC})`, 'gu');

const HYPHEN = pattern('gu')`(?<=\p{Ll})-\n(?=\p{Ll})`;

/** One paragraph as one line: its lines are those of the page. */
function joinLines(paragraph: string): string {
  return paragraph
    .replace(BETWEEN, '')
    .replace(HYPHEN, '')
    .replace(/[ \t]*\n[ \t]*/gu, ' ')
    .trim();
}
