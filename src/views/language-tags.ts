/** Languages in paths: `README.zh-CN.md`, `docs/de/api.md`, `i18n/pt_BR/man1/x.1`, `spec-english.md`. */

const CODES: ReadonlySet<string> = new Set(
  (
    'aa ab af am ar as az ba be bg bn bo br bs ca cs cy da de dv el en eo es et eu fa fi fil fo fr fy ga gd gl gu he hi hr hu hy id ' +
    'is it ja jp ka kk km kn ko kr ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no oc or pa pl ps pt ptbr ro ru rw sa sd ' +
    'si sk sl so sq sr sv sw ta te tg th tk tl tr tt ua ug uk ur uz vi wo xh yi yo zh zhcn zhtw cn tw zu ' +
    'eng deu ger fra fre spa ita por rus jpn kor zho chi pol ces nld tur ara fas hin ukr swe nor dan fin ' +
    'english german french spanish italian portuguese russian japanese korean chinese polish czech dutch turkish arabic persian ' +
    'deutsch francais español espanol italiano portugues русский 中文 日本語 한국어 简体中文 繁體中文 english_us'
  ).split(' '),
);
const REGION = /^([a-z]{2,3})[-_@]?(?:[A-Za-z]{2,4}|latin|cyrillic|\d{3})$/u;

/** Whether a word names a language: `de`, `zh-CN`, `pt_BR`, `sr@latin`, `deutsch`. */
function isTag(word: string): boolean {
  const lower = word.toLowerCase();
  if (CODES.has(lower)) return true;
  const match = /[-_@]/u.test(word) ? REGION.exec(lower) : null;
  return match !== null && CODES.has(match[1]!);
}

/** A path without the language in it, and that language as it is written; an empty one where there is none. */
export function untagged(path: string): { readonly path: string; readonly tag: string } {
  const parts = path.split('/');
  const file = parts.pop()!;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    const tag = isTag(part) ? part : /^(?:lang|docs?|values|man|locale)[-_.](.+)$/iu.exec(part)?.[1];
    if (tag !== undefined && isTag(tag))
      return { path: [...parts.slice(0, i), ...parts.slice(i + 1), file].join('/'), tag: tag.toLowerCase() };
  }
  const pieces = /^(.*?)[-_.]?((?:[A-Za-z]{2,3}[-_@][A-Za-z]{2,4})|[^-_.\s]+)(\.[A-Za-z0-9]{1,10})?$/u.exec(file);
  const folder = parts.length > 0 ? `${parts.join('/')}/` : '';
  if (pieces && pieces[1] !== '' && isTag(pieces[2]!))
    return { path: `${folder}${pieces[1]}${pieces[3] ?? ''}`, tag: pieces[2]!.toLowerCase() };
  const first = /^([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)[-_.](.+)$/u.exec(file);
  if (first && isTag(first[1]!)) return { path: `${folder}${first[2]}`, tag: first[1]!.toLowerCase() };
  // `de.md` beside `en.md`
  const stem = file.replace(/\.[A-Za-z0-9]{1,10}$/u, '');
  if (isTag(stem)) return { path: `${folder}${file.slice(stem.length)}`, tag: stem.toLowerCase() };
  return { path, tag: '' };
}
