/** EPUB books: the chapters in the order of the spine, each read as HTML and a part of its own. */
import { stringOf } from '../core/document.ts';
import { lineStartsOf } from '../core/locate.ts';
import { SPACES } from '../views/script.ts';
import { decode } from './decode.ts';
import { readHtml } from './html.ts';
import { ReadError } from './limits.ts';
import { Package, resolved } from './opc.ts';
import type { Reader } from './readers.ts';
import { Links } from './targets.ts';
import { TextBuilder } from './text-builder.ts';

interface ManifestItem {
  readonly path: string;
  readonly type: string;
  readonly properties: string;
}

export const readEpub: Reader = async (bytes, budget) => {
  const parts = await Package.open(bytes, budget);
  let packagePath: string | undefined;
  await parts.tryWalk('META-INF/container.xml', {
    open: (name, attribute) => {
      if (name.endsWith('rootfile')) packagePath ??= attribute('full-path');
    },
    close: () => undefined,
  });
  packagePath ??= parts.paths.find((path) => path.endsWith('.opf'));
  if (packagePath === undefined || !parts.has(packagePath))
    throw new ReadError('it holds no book: its list of chapters is missing');
  const folder = packagePath.slice(0, packagePath.lastIndexOf('/') + 1);

  const items = new Map<string, ManifestItem>();
  const spine: string[] = [];
  let title = '';
  let inTitle = false;
  await parts.walk(packagePath, {
    open: (name, attribute) => {
      const local = name.replace(/^.*:/u, '');
      if (local === 'item' && items.size < 100_000)
        items.set(attribute('id') ?? '', {
          path: resolved(folder, decoded(attribute('href') ?? '')),
          type: attribute('media-type') ?? '',
          properties: attribute('properties') ?? '',
        });
      else if (local === 'itemref' && spine.length < 100_000) spine.push(attribute('idref') ?? '');
      inTitle = name === 'dc:title' && title === '';
    },
    close: () => {
      inTitle = false;
    },
    text: (text) => {
      if (inTitle) title += text;
    },
  });
  const encrypted = await encryptedParts(parts);

  const builder = new TextBuilder(budget);
  let chapter = 0;
  for (const id of spine) {
    const item = items.get(id);
    // the table of contents repeats the headings
    if (!item || /\bnav\b/u.test(item.properties) || !/html|xml|^$/u.test(item.type)) continue;
    const label = `chapter ${String(++chapter)}`;
    builder.part(label);
    if (encrypted.has(item.path.toLowerCase())) {
      builder.lose(label, 'is encrypted');
      continue;
    }
    try {
      const content = await parts.read(item.path);
      if (content) await readChapter(content, label, builder);
      else builder.lose(label, 'is missing');
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      builder.lose(label, `cannot be read: ${error.message}`);
    }
  }
  builder.title(title);
  return { text: builder.done() };
};

async function readChapter(content: Uint8Array, label: string, builder: TextBuilder): Promise<void> {
  const result = await decode(content);
  if ('failed' in result) {
    builder.lose(label, 'is not text');
    return;
  }
  const { units } = result;
  const html = await readHtml(units, stringOf(units, 0, units.length), new Links(lineStartsOf(units)));
  // what a style sheet can name may be shown
  const hidden = html.origin.hidden.filter(
    ({ by, at, end, named, active }) => by !== 'comment' && end > at && !named && !active,
  );
  let next = 0;
  for (const { kind, level, start, end } of html.structure) {
    builder.block(kind, level);
    let from = start;
    for (; next < hidden.length && hidden[next]!.at < end; next++) {
      const { at, end: until, by } = hidden[next]!;
      let begin = Math.max(at, from);
      while (begin < until && SPACES[html.units[begin]!] === 1) begin++;
      const stop = Math.min(until, end);
      if (stop <= begin) continue;
      builder.text(stringOf(html.units, from, begin));
      builder.mark('hidden', by);
      builder.text(stringOf(html.units, begin, stop));
      builder.unmark();
      from = stop;
    }
    builder.text(stringOf(html.units, from, end));
    builder.end();
  }
}

/** Paths, in lower case, of what cannot be read without a key; fonts may be scrambled in any book. */
async function encryptedParts(parts: Package): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  await parts.tryWalk('META-INF/encryption.xml', {
    open: (name, attribute) => {
      if (name === 'enc:CipherReference' || name === 'CipherReference')
        paths.add(resolved('', decoded(attribute('URI') ?? '')).toLowerCase());
    },
    close: () => undefined,
  });
  return paths;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replace(/#.*$/u, ''));
  } catch {
    return path;
  }
}
