/**
 * Versions, dates and words of age, in names and titles: `spec-v2`, `draft-03`, `2024-05`, `规范 旧版`, `Kopie von`. What is left
 * without them is the key: two documents of one key are two states of one document, if their texts are alike.
 */
import { pattern } from '../core/pattern.ts';
import { foldCase } from '../core/unicode.ts';

/** A version, a date or a word of age, as it is written and as numbers that compare like it. */
export interface Mark {
  readonly text: string;
  readonly value: readonly number[];
}

export interface Marks {
  /** What is left: letters, digits and `/`, case folded. */
  readonly key: string;
  readonly version: Mark | null;
  readonly date: Mark | null;
  /** One number: below 0 old or a draft, above 0 final or new. */
  readonly stage: Mark | null;
}

/** Names and titles are looked at so far. */
const MOST = 300;

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const OLD = words(
  `old older alt alte altes alter ancien ancienne vieux viejo vieja antiguo antigua vecchio vecchia antigo antiga velho старый
   старая старое старая стара старий eski stary stara oud oude gammal gammel vanha régi backup bak orig prev previous archive
   archived archiv arhiv архив obsolete deprecated superseded outdated veraltet obsolète obsoleto устаревший قديم قديمة قدیمی ישן
   旧 舊 旧版 舊版 旧版本 舊版本 历史版本 過去 구버전 이전`,
);
const DRAFT = words(
  `draft drafts wip entwurf brouillon borrador bozza rascunho szkic taslak ontwerp concept utkast kladde черновик чернетка проект
   preliminary vorläufig 草稿 草案 初稿 征求意见稿 徵求意見稿 ドラフト 下書き 素案 초안 مسودة پیش‌نویس`,
);
const FINAL = words(
  `final finalised finalized endgültig endfassung définitif définitive definitivo definitiva finale ostateczna finalny окончательный
   окончательная итоговый итоговая чистовик nihai definitief slutlig endelig approved released 终稿 終稿 定稿 最终版 最終版 最终 最終
   正式版 최종 최종본 نهائي نهائية نهایی`,
);
const NEW = words(
  `new newer neu neue neues nouveau nouvelle nuevo nueva nuovo nuova novo nova новый новая новое новий нова yeni nowy nowa nieuw
   nieuwe ny latest updated aktualisiert actualizado atualizado обновлённый обновленный 新 新版 新版本 最新 最新版 修订版 修訂版 새
   신버전 جديد جديدة جدید`,
);
/** Words of copies tell nothing of age. */
const COPY = words(
  `copy kopie copie copia cópia копия копія kopia kopya kopija kopio of von de di из copia conflicted 副本 拷贝 拷貝 コピー 복사본
   사본 نسخة کپی`,
);
const STAGES: ReadonlyMap<string, number> = new Map([
  ...OLD.map((word): [string, number] => [word, -2]),
  ...DRAFT.map((word): [string, number] => [word, -1]),
  ...FINAL.map((word): [string, number] => [word, 1]),
  ...NEW.map((word): [string, number] => [word, 2]),
]);
const COPIES: ReadonlySet<string> = new Set(COPY);
/** Words of scripts without spaces stand at the end or the start of a run of letters; the longest first. */
const GLUED = [...OLD, ...DRAFT, ...FINAL, ...NEW, ...COPY]
  .filter((word) => /^[\u3040-\u9fff\uac00-\ud7af]+$/u.test(word))
  .toSorted((a, b) => b.length - a.length);

/** Stages of a release, from early to late; a release has none and comes after them. */
const EARLY: Readonly<Record<string, number>> = {
  pre: 0,
  dev: 0,
  wd: 0,
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  m: 2,
  draft: 2,
  cr: 3,
  rc: 3,
  cd: 3,
  fcd: 4,
};

const DATE =
  /(?<!\d)(?:((?:19|20)\d\d)([-_.年]?)(0[1-9]|1[0-2]|(?<=年)[1-9])月?(?:\2?([0-2]\d|3[01]|(?<=月)[1-9])日?)?|([0-2]\d|3[01])[-_.](0[1-9]|1[0-2])[-_.]((?:19|20)\d\d))(?!\d)/u;
const YEAR = /(?<![\d.])((?:19|20)\d\d)年?(?![\d.]\d|\d)/u;
const WORDED = pattern(
  'u',
)`(?<![\p{L}\p{Nd}])(?:v|ver|vers|version|versión|versão|versione|versie|wersja|versiunea|rev|revision|revisión|revisão|révision|r|ed|edition|edición|edição|édition|ausgabe|fassung|издание|изд|редакция|ред|версия|верс|версія|sürüm|release|rel|draft|entwurf|版本|バージョン|버전|الإصدار|نسخه)[-_. ]*(?:(\d+(?:[._]\d+)*)(?:\.x)?([-_. ]?(?:pre|dev|wd|alpha|beta|a|b|m|draft|cr|rc|cd|fcd)[-_. ]?(?:\d+(?:\.\d+)*)?)?|([a-h]))(?![\p{L}\p{Nd}])`;
const OF_CJK = /第\s?(\d+(?:\.\d+)*|[一二三四五六七八九十])\s?[版稿]|(?<!\d)(\d+(?:\.\d+)*)\s?版/u;
const DOTTED =
  /(?<![\d.])(\d+(?:\.\d+)+|\d+(?=\.x(?![a-z])))(?:\.x)?([-_. ]?(?:pre|dev|wd|alpha|beta|a|b|m|draft|cr|rc|cd|fcd)[-_. ]?(?:\d+(?:\.\d+)*)?)?(?![\d]|\.\d)/u;
const SECTION = pattern('u')`^[^\p{L}]*\d+(?:\.\d+)+[\s_]+\p{L}{3}`;
const IETF = /^(draft-.+)-(\d\d)$/u;
const COPY_NUMBER = /\s?\((\d{1,2})\)|~$/gu;
const RUN = pattern('gu')`[\p{L}\p{M}\u200c]+`;
const NOT_KEPT = pattern('gu')`[^\p{L}\p{M}\p{Nd}/]+`;

const CJK_NUMBERS = '一二三四五六七八九十';

/** `1.2-rc.3` as numbers: what a release has no more comes after what it had before. */
function valueOf(number: string, early: string | undefined): number[] {
  const value = number.split(/[._]/u).map(Number);
  while (value.length < 4) value.push(0);
  const stage = early ? /([a-z]+)[-_. ]?([\d.]*)/u.exec(early) : null;
  if (!stage) return [...value.slice(0, 4), 9];
  return [...value.slice(0, 4), EARLY[stage[1]!] ?? 0, ...stage[2]!.split('.').filter(Boolean).map(Number)];
}

/** Takes marks out of a name without extension, or of a title. Linear: each expression is tried once, on at most 300 units. */
export function marksOf(name: string): Marks {
  let rest = foldCase(name.slice(0, MOST).normalize('NFC'));
  let version: Mark | null = null;
  let date: Mark | null = null;
  let stage: Mark | null = null;
  const take = (match: RegExpExecArray, by = ' '): void => {
    rest = `${rest.slice(0, match.index)}${by}${rest.slice(match.index + match[0].length)}`;
  };
  const ietf = IETF.exec(rest);
  if (ietf) {
    version = { text: ietf[2]!, value: valueOf(ietf[2]!, undefined) };
    rest = ietf[1]!;
  }
  const whole = DATE.exec(rest);
  if (whole) {
    date = {
      text: whole[0],
      value: whole[1]
        ? [Number(whole[1]), Number(whole[3]), Number(whole[4] ?? 0)]
        : [Number(whole[7]), Number(whole[6]), Number(whole[5])],
    };
    take(whole);
  }
  if (!version) {
    const worded = WORDED.exec(rest);
    const cjk = worded ? null : OF_CJK.exec(rest);
    const bare = (worded ?? cjk) ? null : DOTTED.exec(rest);
    // `13.2.1 Methods` is a section
    const dotted = bare && SECTION.test(rest) ? null : bare;
    if (worded) {
      version = {
        text: worded[0].trim(),
        value: worded[1] ? valueOf(worded[1], worded[2]) : [worded[3]!.charCodeAt(0) - 96, 0, 0, 0, 9],
      };
      take(worded);
    } else if (cjk) {
      const number = cjk[1] ?? cjk[2]!;
      const han = CJK_NUMBERS.indexOf(number) + 1;
      version = { text: cjk[0], value: valueOf(han > 0 ? String(han) : number, undefined) };
      take(cjk);
    } else if (dotted) {
      version = { text: dotted[0], value: valueOf(dotted[1]!, dotted[2]) };
      take(dotted);
    }
  }
  if (!date) {
    const year = YEAR.exec(rest);
    if (year) {
      date = { text: year[0], value: [Number(year[1]), 0, 0] };
      take(year);
    }
  }
  rest = rest.replace(COPY_NUMBER, ' ').replace(RUN, (run) => {
    const known = STAGES.get(run);
    if (known !== undefined) {
      stage ??= { text: run, value: [known] };
      return ' ';
    }
    if (COPIES.has(run)) return ' ';
    for (const word of GLUED)
      if (run.length > word.length && (run.endsWith(word) || (word.length > 1 && run.startsWith(word)))) {
        const glued = STAGES.get(word);
        if (glued !== undefined) stage ??= { text: word, value: [glued] };
        return run.endsWith(word) ? run.slice(0, -word.length) : run.slice(word.length);
      }
    return run;
  });
  return { key: rest.replace(NOT_KEPT, ''), version, date, stage };
}

/** `iso_8859-1.7` in `man7` is a page of section 7, not a version. */
function extensionOf(path: string): RegExp {
  return /(?:^|\/)man\d\w*\/[^/]*$/u.test(path) ? /\.\w+$/u : /\.[A-Za-z][A-Za-z0-9]{0,9}~?$/u;
}

/** The marks of a path: its file's, and, where its file has none, those of the folders nearest to it. Folders of marks alone fall out of the key. */
export function marksOfPath(path: string): Marks {
  const parts = path.split('/');
  const file = parts.pop()!;
  const dot = file.lastIndexOf('.');
  const extension = extensionOf(path);
  let stem = dot > 0 ? file.replace(extension, '') : file;
  let { key, version, date, stage } = marksOf(stem);
  // `api.md.old`, `api.md.bak`
  const age = dot > 0 ? STAGES.get(file.slice(dot + 1).toLowerCase()) : undefined;
  if (age !== undefined) {
    stem = stem.replace(/\.[A-Za-z]\w{0,9}$/u, '');
    ({ key, version, date } = marksOf(stem));
    stage = { text: file.slice(dot), value: [age] };
  }
  const keys: string[] = [key];
  for (const part of parts.toReversed()) {
    const own = marksOf(part);
    if (own.key === '' || own.key === 'archive') {
      version ??= own.version;
      date ??= own.date;
      stage ??= own.stage;
    } else keys.unshift(foldCase(part));
  }
  return { key: keys.join('/'), version, date, stage };
}

/** Below 0 where the first is earlier. */
export function compareMarks(a: Mark, b: Mark): number {
  for (let i = 0; i < Math.max(a.value.length, b.value.length); i++) {
    const difference = (a.value[i] ?? 0) - (b.value[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

type Earlier = { readonly first: 'a' | 'b'; readonly a: string; readonly b: string };

/**
 * Which of two names of one key is the earlier, and by what; null where they do not tell. A version that only one of them
 * has tells nothing (`api.md` may have come before `api-v2.md` or after `api-v1.md`).
 */
export function earlier(a: Marks, b: Marks): Earlier | null {
  const told: Earlier[] = [];
  for (const [x, y] of [
    [a.version, b.version],
    [a.date, b.date],
  ])
    if (x && y) {
      const difference = compareMarks(x, y);
      if (difference !== 0) told.push({ first: difference < 0 ? 'a' : 'b', a: x.text, b: y.text });
    }
  const none: Mark = { text: '', value: [0] };
  const difference = compareMarks(a.stage ?? none, b.stage ?? none);
  if (difference !== 0)
    told.push({ first: difference < 0 ? 'a' : 'b', a: a.stage?.text ?? '', b: b.stage?.text ?? '' });
  const [one] = told;
  return one && told.every(({ first }) => first === one.first) ? one : null;
}

/**
 * What two paths are to each other: whether they are names of one document, which is the earlier, and whether it is told by
 * a version or a date (many may be kept) rather than a word like `old` or `copy`.
 */
export function compareNames(
  a: string,
  b: string,
): { readonly one: boolean; readonly earlier: Earlier | null; readonly numbered: boolean } {
  const [x, y] = [marksOfPath(a), marksOfPath(b)];
  const numbered = x.version?.text !== y.version?.text || x.date?.text !== y.date?.text;
  const first = x.key === y.key ? earlier(x, y) : null;
  if (first) return { one: true, earlier: first, numbered };
  // `fares-v2.id-v1`, `2024-08-14-agenda_2024-11`: a name may bear several versions; those that differ count
  const [p, q] = differing(a, b);
  const [m, n] = [marksOf(p), marksOf(q)];
  const bare = ({ key }: Marks): boolean => key === '' || key === '/';
  if (bare(m) && bare(n)) {
    const second = earlier(m, n);
    if (second)
      return {
        one: true,
        earlier: second,
        numbered: m.version?.text !== n.version?.text || m.date?.text !== n.date?.text,
      };
  }
  return { one: x.key === y.key, earlier: null, numbered };
}

/** What two names have that the other has not, up to the marks between words. */
function differing(a: string, b: string): [string, string] {
  const split = (path: string): string[] => path.replace(extensionOf(path), '').split(/(?<=[-_ ()/])|(?=[-_ ()/])/u);
  const [x, y] = [split(a), split(b)];
  let from = 0;
  while (from < x.length && from < y.length && x[from] === y[from]) from++;
  let [xEnd, yEnd] = [x.length, y.length];
  while (xEnd > from && yEnd > from && x[xEnd - 1] === y[yEnd - 1]) {
    xEnd--;
    yEnd--;
  }
  return [x.slice(from, xEnd).join(''), y.slice(from, yEnd).join('')];
}
