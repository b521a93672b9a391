/** `seedcheck text FILE`: exactly the text that was read, so that every offset in a report can be looked up. */
import { statSync } from 'node:fs';
import { UserError } from '../core/errors.ts';
import { lineColumn, whereOf } from '../core/locate.ts';
import type { Document } from '../core/types.ts';
import { INSIDE } from '../core/run.ts';
import { Budget, DEFAULT_LIMITS } from '../extractors/limits.ts';
import { readAt } from '../extractors/inside.ts';
import { fileHost } from '../node/host.ts';
import { sha256 } from '../node/hash.ts';
import { visible, visibleName } from '../reporters/escape.ts';
import type { Arguments } from './arguments.ts';
import { write } from './output.ts';
import { explainNoPath } from './paths.ts';
import type { ReadOptions } from '../node/pool.ts';
import { readingOf } from './reading.ts';

/** Characters to a write. */
const PIECE = 1 << 20;

export async function text(args: Arguments): Promise<number> {
  const [path, more] = args.paths;
  if (path === undefined || more !== undefined)
    throw new UserError(
      `seedcheck text takes one file${path === undefined ? ', as in: seedcheck text seeds/page.html' : ''}`,
    );
  const outer = outerOf(path);
  explainNoPath(outer);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UserError(`${visibleName(path)} is a folder; seedcheck text takes one file`);
  const document = await documentOf(path, outer, await readingOf(args));
  // A terminal would obey what a document says; a pipe gets it as it is.
  const safe = process.stdout.isTTY;
  if (args.options.places === true) {
    let out = '';
    for (const line of placed(document)) {
      out += `${safe ? visible(line) : line}\n`;
      if (out.length > PIECE) {
        await write(out);
        out = '';
      }
    }
    await write(out);
  } else if (safe) await write(document.text.split('\n').map(visible).join('\n'));
  else for (let at = 0; at < document.text.length; at += PIECE) await write(pieceOf(document.text, at));
  return 0;
}

/** A piece that does not cut a surrogate pair: UTF-8 could not be made of its halves. */
function pieceOf(whole: string, at: number): string {
  const cut = (offset: number): number => {
    const unit = whole.charCodeAt(offset - 1);
    return unit >= 0xd800 && unit < 0xdc00 ? offset - 1 : offset;
  };
  return whole.slice(at === 0 ? 0 : cut(at), at + PIECE >= whole.length ? whole.length : cut(at + PIECE));
}

/** The file on disk: of `set.zip!/api.md`, where there is no such file, `set.zip`. */
function outerOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })) return path;
  for (let at = path.indexOf(INSIDE); at >= 0; at = path.indexOf(INSIDE, at + 1)) {
    const outer = path.slice(0, at);
    if (statSync(outer, { throwIfNoEntry: false })?.isFile() === true) return outer;
  }
  return path;
}

/** The document of a file, or of one inside of it. @throws UserError where it has no text, with the reason */
async function documentOf(path: string, outer: string, options: ReadOptions): Promise<Document> {
  const host = fileHost(outer);
  const { files } = await host.list();
  const name = files[0]!.path;
  let bytes: Uint8Array;
  try {
    bytes = await host.bytes(name);
  } catch (error) {
    throw new UserError(
      `${visibleName(outer)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const wanted = name + path.slice(outer.length);
  const recognize = options.ocr === undefined ? undefined : (await import('../node/ocr.ts')).recognizer(options.ocr);
  const spend = Budget.of({ ...DEFAULT_LIMITS, ...options.limits }, recognize);
  const { reading } = await readAt({ path: name, bytes, sha256: sha256(bytes) }, wanted, sha256, spend);
  if (reading === null) throw new UserError(`there is no ${visibleName(path)} that was read`);
  if ('archive' in reading)
    throw new UserError(
      `${visibleName(path)} is an archive and has no text of its own; name a file inside of it, as in: seedcheck text ${visibleName(`${path}${INSIDE}api.md`)}`,
    );
  if ('document' in reading) return reading.document;
  throw new UserError(
    `${visibleName(path)} holds no text that was read: ${reading.why ?? `it is a file of format ${reading.format}`}`,
  );
}

/** Each line with where it stands in the file: `12:1  text`, `page 3  12:1  text`. Tabs between the columns. */
function* placed(document: Document): Generator<string> {
  let start = 0;
  const whole = document.text;
  while (start < whole.length) {
    const feed = whole.indexOf('\n', start);
    const end = feed < 0 ? whole.length : feed;
    const { line, column } = lineColumn(document, start);
    const where = whereOf(document, start);
    yield `${line}:${column}\t${where === undefined ? '' : `${where}\t`}${whole.slice(start, end)}`;
    start = end + 1;
  }
}
