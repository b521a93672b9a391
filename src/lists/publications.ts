/** Lists of publications: the package file of an unpacked EPUB (OPF), and llms.txt. */
import { fileNames, parseIndex } from '../manifest/index-file.ts';
import { percentDecode } from '../manifest/paths.ts';
import { Rows } from './rows.ts';
import type { ListReader } from './types.ts';

const CONTAINER = 'META-INF/container.xml';

export const opf: ListReader = async (folder) => {
  let name = [...folder.files].find((path) => !path.includes('/') && path.toLowerCase().endsWith('.opf'));
  if (folder.files.has(CONTAINER))
    name =
      /<rootfile\b[^>]{0,500}?\bfull-path\s*=\s*["']([^"']{1,500})["']/u.exec(await folder.text(CONTAINER))?.[1] ??
      name;
  if (name === undefined) return null;
  const rows = new Rows(folder);
  const base = name.slice(0, name.lastIndexOf('/') + 1);
  const own = ['mimetype', name, ...[...folder.files].filter((path) => path.startsWith('META-INF/'))];
  if (!folder.files.has(name)) {
    rows.fault(
      'stop',
      { list: CONTAINER, line: 1, quote: name },
      `the package file ${name} that container.xml names is not here`,
      'Put it back',
    );
    return { form: 'EPUB', name: CONTAINER, own, rows: [], tags: [], covers: () => true, faults: rows.faults };
  }
  const text = await folder.text(name);
  let line = 1;
  let at = 0;
  for (const item of text.matchAll(/<(?:opf:)?item\b([^>]{0,2000})>/gu)) {
    for (; at < item.index; at++) if (text.charCodeAt(at) === 10) line++;
    const href = /\bhref\s*=\s*["']([^"']{1,1000})["']/u.exec(item[1]!)?.[1];
    if (href === undefined || /^[a-z][a-z0-9+.-]*:/iu.test(href)) continue;
    const path = resolved(base, percentDecode(href.replaceAll('&amp;', '&').replace(/[#?].*$/u, '')));
    rows.add({ list: name, line, quote: item[0], path });
  }
  return rows.rows.length === 0
    ? null
    : { form: 'EPUB', name, own, rows: rows.rows, tags: [], covers: () => true, faults: rows.faults };
};

/** A path out of the package file's folder, `..` taken up where it stays inside. */
function resolved(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (base + path).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const LLMS = 'llms.txt';

export const llmsTxt: ListReader = async (folder) => {
  if (!folder.files.has(LLMS)) return null;
  const index = parseIndex(await folder.text(LLMS), LLMS, { files: fileNames([...folder.files]) });
  const rows = new Rows(folder);
  for (const entry of index.entries) {
    if (entry.what !== 'file') continue;
    rows.add({
      list: LLMS,
      line: entry.place.line ?? 1,
      quote: entry.place.quote ?? '',
      path: entry.path,
      status: /^optional$/iu.test(entry.heading) ? 'optional' : entry.status,
    });
  }
  // it names what is worth reading, not all that is here
  return rows.rows.length === 0
    ? null
    : {
        form: 'llms.txt',
        name: LLMS,
        own: [LLMS],
        rows: rows.rows,
        tags: [],
        covers: () => false,
        faults: rows.faults,
      };
};
