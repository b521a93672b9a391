/** PDF: text with its pages, in the order in which it is read. */
import { LimitError, ReadError } from '../limits.ts';
import type { Budget } from '../limits.ts';
import type { Container, Inner, Reader } from '../readers.ts';
import { TextBuilder } from '../text-builder.ts';
import { flow, outlineKey, type PageLines, withoutFurniture } from './flow.ts';
import { isCut, open, type Opened, operators } from './library.ts';
import { linesOf } from './lines.ts';
import { readPage, type PageText } from './page.ts';
import type { Annotation, OutlineItem } from './vendor/pdf.mjs';

/** Pages that fail in a row, after which the rest is given up. */
const MOST_FAILURES = 50;
/** Of a page's letters, without a letter that stands for them: more cannot be read. */
const UNMAPPED_SHARE = 0.2;

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
  { pdf, fonts, settle }: Opened,
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
  const links: { readonly page: number; readonly target: string }[] = [];
  let failures = 0;
  let read = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    budget.nodes(1);
    let page: PageText | undefined;
    try {
      const source = await pdf.getPage(number);
      const list = await source.getOperatorList({ annotationMode: 1 });
      settle();
      page = readPage(list, OPS, fonts, source.view, source.rotate, isVisible);
      for (const annotation of await source.getAnnotations()) note(annotation, number);
      source.cleanup();
    } catch (error) {
      if (error instanceof LimitError) throw error;
      settle();
      losses.set(number, 'is damaged');
      if (++failures >= MOST_FAILURES && read === 0)
        throw new ReadError('it is damaged: none of its pages can be read');
      if (failures >= 10 * MOST_FAILURES) break;
    }
    if (!page) continue;
    read++;
    const seen = page.pieces.filter(({ hidden }) => hidden === '');
    if (page.glyphs >= 8 && page.unmapped > UNMAPPED_SHARE * page.glyphs) {
      losses.set(number, 'has letters without a text map: what they say cannot be told');
      pages.push({ number, height: page.height, lines: [] });
      continue;
    }
    const covered = page.images.reduce(
      (most, box) => Math.max(most, ((box.x1 - box.x0) * (box.y1 - box.y0)) / (page.width * page.height)),
      0,
    );
    if (seen.length === 0 && page.images.length > 0 && covered > 0.05) losses.set(number, 'is a picture of text');
    for (const piece of page.pieces)
      if (piece.invisible && covered < 0.3) {
        piece.invisible = false;
        if (piece.hidden === '') piece.hidden = 'text without a colour';
      }
    const kept = page.pieces.filter(({ hidden }) => hidden === '');
    const lines = linesOf(kept, page.rules);
    for (const hidden of new Set(page.pieces.map((piece) => piece.hidden)))
      if (hidden !== '') {
        const own = linesOf(
          page.pieces.filter((piece) => piece.hidden === hidden),
          [],
        );
        // marks of the printer beside the page are no text
        if (hidden !== 'off the page' || own.reduce((sum, { text }) => sum + text.length, 0) > 80)
          for (const line of own)
            lines.push({ ...line, region: line.region + 10_000, cells: null, text: line.text.replace(/\t/gu, ' ') });
      }
    pages.push({ number, height: page.height, lines });
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
  settle();

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
        else if (block.recognized) builder.mark('recognized');
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
