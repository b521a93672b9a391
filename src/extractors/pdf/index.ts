/** PDF: text with its pages, in the order in which it is read. */
import { LimitError, ReadError } from '../limits.ts';
import type { Budget, Recognized } from '../limits.ts';
import { certaintyOf, LEAST_CONFIDENCE, paragraphsOf } from '../picture.ts';
import type { Container, Inner, Reader } from '../readers.ts';
import { TextBuilder } from '../text-builder.ts';
import { flow, outlineKey, type PageLines, withoutFurniture } from './flow.ts';
import { isCut, open, type Opened, operators, PageLimitError } from './library.ts';
import { type Line, linesOf } from './lines.ts';
import { readPage, type PageText } from './page.ts';
import { scanOf } from './scan.ts';
import type { Annotation, OutlineItem } from './vendor/pdf.mjs';
import type { Picture } from './vendor/worker.mjs';

/** Pages that fail in a row, after which the rest is given up. */
const MOST_FAILURES = 50;
/** Of a page's letters, without a letter that stands for them: more cannot be read. */
const UNMAPPED_SHARE = 0.2;
/** Likewise, above which it is told though the page is read. */
const LOST_SHARE = 0.01;
/** Of a page that is a picture: its page number, a stamp, and no more. */
const FEW_LETTERS = 40;
const PICTURE_SHARE = 0.5;
/** Numbers of filled paths on a page without letters: some hundred letters drawn as shapes have more. */
const SHAPES = 4000;
/** Pages of one file that are recognized; each takes seconds. */
const MOST_SCANS = 100;

interface Remark {
  readonly page: number;
  readonly by: string;
  readonly text: string;
}

export const readPdf: Reader = async (bytes, budget): Promise<Container> => {
  const opened = await open(bytes, budget);
  const files = new Map<string, Uint8Array>();
  try {
    return {
      text: await textOf(opened, bytes, budget, files),
      ...(files.size > 0 && { inside: inner(files, budget) }),
    };
  } finally {
    await opened.close();
  }
};

async function textOf(
  { pdf, fonts, pictures, settle, wasCut }: Opened,
  bytes: Uint8Array,
  budget: Budget,
  files: Map<string, Uint8Array>,
): Promise<NonNullable<Container['text']>> {
  const OPS = await operators();
  const builder = new TextBuilder(budget);
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  const isVisible = (group: unknown): boolean => {
    try {
      return layers?.isVisible(group) ?? true;
    } catch {
      return true;
    }
  };
  const pages: PageLines[] = [];
  const losses = new Map<number, string>();
  const remarks: Remark[] = [];
  const gutters: number[] = [];
  const links: { readonly page: number; readonly target: string }[] = [];
  let failures = 0;
  let read = 0;
  let scans = 0;
  let limited: PageLimitError | undefined;
  for (let number = 1; number <= pdf.numPages; number++) {
    budget.nodes(1);
    let page: PageText | undefined;
    let drawn: readonly Picture[] = [];
    // what was said of the page before
    wasCut();
    try {
      const source = await pdf.getPage(number);
      const list = await source.getOperatorList({ annotationMode: 1 });
      drawn = pictures.slice();
      settle();
      page = readPage(list, OPS, fonts, source.view, source.rotate, isVisible);
      for (const annotation of await source.getAnnotations()) note(annotation, number);
      source.cleanup();
    } catch (error) {
      const limit = limitOf(error, settle);
      if (limit) {
        losses.set(number, limit.why);
        limited ??= limit;
        continue;
      }
      losses.set(number, 'is damaged');
      if (++failures >= MOST_FAILURES && read === 0)
        throw new ReadError('it is damaged: none of its pages can be read');
      if (failures >= 10 * MOST_FAILURES) break;
    }
    if (!page) continue;
    read++;
    if (wasCut()) losses.set(number, 'is damaged: its rest is not read');
    const seen = page.pieces.filter(({ hidden }) => hidden === '');
    if (page.glyphs >= 8 && page.unmapped > UNMAPPED_SHARE * page.glyphs) {
      losses.set(number, 'has letters without a text map: what they say cannot be told');
      pages.push({ number, height: page.height, lines: [] });
      continue;
    }
    if (page.lost >= 20 && page.lost > LOST_SHARE * page.glyphs)
      losses.set(number, `has ${String(page.lost)} letters without a text map: each is U+FFFD here`);
    const whole = page.width * page.height;
    const shares = page.images.map((box) => ((box.x1 - box.x0) * (box.y1 - box.y0)) / whole);
    const covered = Math.max(0, ...shares);
    const letters = seen.reduce((sum, { text }) => sum + text.trim().length, 0);
    // scanners cut a page into strips
    const together = shares.reduce((sum, share) => sum + share, 0);
    const own: Line[] = [];
    if (letters === 0 ? together > 0.05 : letters < FEW_LETTERS && together > PICTURE_SHARE)
      losses.set(number, 'is a picture of text');
    else if (letters === 0 && page.shapes > SHAPES)
      losses.set(number, 'is drawn as shapes, without letters: what it says cannot be told');
    if (budget.recognize && losses.get(number) === 'is a picture of text') {
      const found = await recognized(page, drawn, number);
      if (typeof found === 'string') losses.set(number, `is a picture of text${found}`);
      else {
        losses.delete(number);
        own.push(...found);
      }
    }
    for (const piece of page.pieces)
      if (piece.invisible && covered < 0.3) {
        piece.invisible = false;
        if (piece.hidden === '') piece.hidden = 'text without a colour';
      }
    const kept = page.pieces.filter(({ hidden }) => hidden === '');
    const lines = [...linesOf(kept, page.rules, gutters), ...own];
    for (const hidden of new Set(page.pieces.map((piece) => piece.hidden)))
      if (hidden !== '') {
        const hiddenLines = linesOf(
          page.pieces.filter((piece) => piece.hidden === hidden),
          [],
        );
        // marks of the printer beside the page are no text
        if (hidden !== 'off the page' || hiddenLines.reduce((sum, { text }) => sum + text.length, 0) > 80)
          for (const line of hiddenLines)
            lines.push({ ...line, region: line.region + 10_000, cells: null, text: line.text.replace(/\t/gu, ' ') });
      }
    pages.push({ number, height: page.height, lines });
  }

  if (limited && pages.every(({ lines }) => lines.length === 0)) throw new LimitError(limited.message);

  /** What is recognized on a page, a paragraph a line; or why there is nothing. */
  async function recognized(page: PageText, drawn: readonly Picture[], number: number): Promise<Line[] | string> {
    if (++scans > MOST_SCANS) return `, beyond the ${String(MOST_SCANS)} pages of a file that are recognized`;
    const picture = await scanOf(page.images, drawn, page.width, page.height);
    settle();
    if (!picture) return ' that cannot be decoded';
    let found: Recognized;
    try {
      found = await budget.recognize!(picture);
    } catch {
      return ' that the recognizer cannot read';
    }
    const { text, confidence } = found;
    if (text.trim() === '') return ', in which no text was recognized';
    if (confidence < LEAST_CONFIDENCE)
      return `, and what was recognized in it is not certain (${String(Math.round(confidence))} of 100)`;
    const place = { x0: 0, x1: page.width, y: page.height / 2, end: page.height / 2, left: 0, right: page.width };
    const letters = { size: 10, bold: false, mono: false, cells: null, hidden: '', recognized: true };
    const certainty = certaintyOf(`page ${String(number)}`, confidence);
    return paragraphsOf(text).map((paragraph) => ({ ...place, ...letters, text: paragraph, certainty, region: -1 }));
  }

  function note(annotation: Annotation, page: number): void {
    const { subtype, url, unsafeUrl, contentsObj, titleObj, file } = annotation;
    if (subtype === 'Link') {
      const target = unsafeUrl ?? '';
      if (url === undefined && target !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target))
        links.push({ page, target });
      return;
    }
    if (file?.content) files.set(file.filename, file.content);
    const said = contentsObj?.str.trim() ?? '';
    if (said !== '' && subtype !== 'FreeText' && subtype !== 'Widget' && subtype !== 'Popup')
      remarks.push({ page, by: titleObj?.str.trim() ?? '', text: said });
  }

  const attachments = await pdf.getAttachments().catch(() => null);
  for (const { filename, content } of Object.values(attachments ?? {})) if (content) files.set(filename, content);
  const outline = new Map<string, number>();
  const walk = (items: readonly OutlineItem[], level: number): void => {
    for (const { title, items: below } of items) {
      if (outline.size > 5000) return;
      const key = outlineKey(title);
      if (key.length > 2 && !outline.has(key)) outline.set(key, level);
      if (level < 6) walk(below, level + 1);
    }
  };
  walk((await pdf.getOutline().catch(() => null)) ?? [], 1);
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} as Readonly<Record<string, unknown>> }));
  try {
    settle();
  } catch (error) {
    if (!(error instanceof PageLimitError)) throw error;
    builder.lose('its outline', 'is too long to be read');
  }

  withoutFurniture(pages);
  const blocks = flow(pages, outline);
  let at = 0;
  const turn = (page: number, inside: boolean): void => {
    if (page === at) return;
    // what is between: pages without text, remarks of the page before
    for (let number = at; number < page; number++) after(number);
    at = page;
    if (inside) builder.turn(`page ${String(page)}`);
    else builder.part(`page ${String(page)}`);
  };
  const after = (page: number): void => {
    const why = losses.get(page);
    if (why !== undefined) {
      builder.lose(`page ${String(page)}`, why);
      losses.delete(page);
    }
    for (const link of links) if (link.page === page) builder.link(link.target, 'link');
  };
  for (const block of blocks) {
    block.parts.forEach(({ page, text }, i) => {
      turn(page, i > 0);
      if (i === 0) {
        if (block.hidden !== '') builder.mark('hidden', block.hidden);
        else if (block.recognized) builder.mark('recognized', block.first.certainty);
        builder.block(block.kind, block.level);
      }
      builder.text(text);
    });
    builder.end();
    builder.unmark();
  }
  for (let number = at; number <= pdf.numPages; number++) after(number);
  for (const { page, by, text } of remarks) {
    builder.mark('comment', by === '' ? `page ${String(page)}` : by);
    builder.block('comment');
    builder.text(text);
    builder.end();
    builder.unmark();
  }
  if (isCut(bytes)) builder.lose('its end', 'is cut off');
  const given = typeof info['Title'] === 'string' ? info['Title'].trim() : '';
  if (
    given !== '' &&
    !/^(?:microsoft \w+|untitled|title|unknown|slide \d+|document\d*)\b|\.(?:docx?|tex|dvi|indd|pdf|rtf|odt|pptx?|html?|ps|qxd|pmd)$/i.test(
      given,
    )
  )
    builder.title(given);
  else {
    const heads = blocks.filter(({ kind, parts }) => kind === 'heading' && parts[0]!.page <= 2);
    const largest = heads.toSorted((a, b) => b.first.size - a.first.size)[0];
    if (largest) builder.title(largest.parts.map(({ text }) => text).join(''));
  }
  return builder.done();
}

/** The limit of one page that was hit, if it is what an error came from. @throws LimitError that of the file */
function limitOf(error: unknown, settle: () => void): PageLimitError | null {
  if (error instanceof LimitError) throw error;
  try {
    settle();
  } catch (hit) {
    if (hit instanceof PageLimitError) return hit;
    throw hit;
  }
  return error instanceof PageLimitError ? error : null;
}

async function* inner(files: ReadonlyMap<string, Uint8Array>, budget: Budget): AsyncGenerator<Inner> {
  budget.deeper();
  for (const [name, bytes] of files) {
    budget.entry();
    const path = name
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .join('/');
    yield { path: path === '' ? 'attachment' : path, bytes };
  }
}
