/** Files that a set lacks although it speaks of them, and files that are none of its own. */
import type { Document } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import { isCompanion, partsOf, shared, withParagraph, wordsOf, writings, type Halves } from './sets-common.ts';
import type { Random } from '../random.ts';
import type { Change, SetDamage, SetFolder, SetInjection, TruePlace } from './sets-types.ts';
import { between, by, shuffled } from './tools.ts';
import type { Half } from './types.ts';

/** A path written in a document, resolved against the document's folder; null where it leaves the set. */
function resolved(from: string, target: string): string | null {
  let path = target.replace(/[#?].*$/u, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // as it is written
  }
  if (path === '' || /^[a-z][a-z+.-]*:|^\/\//iu.test(path)) return null;
  const out = path.startsWith('/') ? [] : partsOf(from).folder.split('/').filter(Boolean);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') out.push(step);
    else if (out.pop() === undefined) return null;
  }
  return out.join('/');
}

/** Markup that names another file, in the formats that people write. */
const LINKS: readonly RegExp[] = [
  /\]\(<?([^()\s<>]+)>?(?:\s+"[^"\n]*")?\)/gu,
  /^\s*\[[^\]\n]+\]:\s*<?(\S+?)>?(?:\s|$)/gmu,
  /\b(?:href|src)="([^"\n]+)"/gu,
  /^\.\. (?:include|literalinclude|image|figure):: (\S+)/gmu,
  /\b(?:include|link|xref|image):{1,2}([^[\]\s]+)\[/gu,
  /\\(?:input|include)\{([^{}\s]+)\}/gu,
];

/** `whole`: with the file's extension, not as a site's address of the page. */
type Naming = TruePlace & { readonly whole: boolean };

/** Which documents name which other files of the set, with the line of each naming. */
function referrers(folder: SetFolder): Map<string, Naming[]> {
  const out = new Map<string, Naming[]>();
  for (const document of folder.documents) {
    if (document.origin || document.structure) continue;
    const { text } = document;
    const lines = text.split('\n');
    let at = 0;
    const starts = lines.map((line) => {
      const start = at;
      at += line.length + 1;
      return start;
    });
    const lineOf = (offset: number): number => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    };
    const code = blocks(document).filter((block) => block.kind === 'code' || block.kind === 'comment');
    for (const form of LINKS)
      for (const match of text.matchAll(form)) {
        if (code.some((block) => block.start <= match.index && match.index < block.end)) continue;
        const path = resolved(document.path, match[1]!);
        const hit =
          path === null
            ? undefined
            : [path, `${path}.tex`, `${path}.rst`, `${path}.md`].find((each) => folder.paths.has(each));
        if (hit === undefined || hit === document.path) continue;
        const list = out.get(hit);
        const place = { path: document.path, line: lineOf(match.index), whole: hit === path };
        if (list) list.push(place);
        else out.set(hit, [place]);
      }
  }
  return out;
}

/** Sentences that send the reader to a file, with the file at `<>`. Markup is used where the format has it. */
const SENDS: Readonly<Record<string, Halves<readonly string[]>>> = {
  en: {
    train: ['The details are given in <>.', 'See <> for the full list of codes.'],
    dev: ['All limits are set out in <>.', 'For the message layout refer to <>.'],
  },
  de: { train: ['Einzelheiten stehen in <>.'], dev: ['Die Grenzwerte sind in <> festgelegt.'] },
  fr: { train: ['Les détails figurent dans <>.'], dev: ['Les valeurs limites sont données dans <>.'] },
  es: { train: ['Los detalles se encuentran en <>.'], dev: ['Los límites se definen en <>.'] },
  pt: { train: ['Os detalhes estão em <>.'], dev: ['Os limites são definidos em <>.'] },
  it: { train: ['I dettagli si trovano in <>.'], dev: ['I limiti sono definiti in <>.'] },
  ru: { train: ['Подробности приведены в <>.'], dev: ['Предельные значения заданы в <>.'] },
  pl: { train: ['Szczegóły podano w <>.'], dev: ['Wartości graniczne określa <>.'] },
  zh: { train: ['详细内容见 <>。'], dev: ['限值的规定参见 <>。'] },
  ja: { train: ['詳細は <> を参照。'], dev: ['制限値は <> に定める。'] },
  ko: { train: ['자세한 내용은 <> 에 있다.'], dev: ['한계값은 <> 에서 정한다.'] },
  ar: { train: ['ترد التفاصيل في <>.'], dev: ['الحدود محددة في <>.'] },
  tr: { train: ['Ayrıntılar <> dosyasındadır.'], dev: ['Sınır değerler <> içinde verilmiştir.'] },
};
const NAMES: Halves<readonly string[]> = {
  train: ['annex-b', 'error-codes', 'glossary-of-terms', 'message-formats', 'part-2-protocol'],
  dev: ['appendix-limits', 'register-map', 'data-dictionary', 'test-plan-details', 'interfaces-2'],
};

function sending(document: Document, path: string, form: 'link' | 'name' | 'picture'): string {
  const { stem, extension } = partsOf(path);
  const name = path;
  if (form === 'name') return document.format === 'markdown' ? `\`${name}\`` : name;
  if (form === 'picture')
    return document.format === 'markdown'
      ? `![${stem}](${name})`
      : document.format === 'rst'
        ? `\n\n.. image:: ${name}`
        : name;
  if (document.format === 'markdown') return `[${stem.replaceAll('-', ' ')}](${name})`;
  if (document.format === 'rst') return `\`${stem.replaceAll('-', ' ')} <${name}>\`_`;
  if (document.format === 'asciidoc') return `link:${name}[${stem.replaceAll('-', ' ')}]`;
  return `${stem.replaceAll('-', ' ')} (${stem}${extension})`;
}

const removedFile: SetInjection = {
  id: 'removed-file',
  sees: 'A file that other documents link to or name is not there.',
  inject(folder, chance, severity, half) {
    const named = [...referrers(folder)].filter(([, places]) => places.length > 0);
    if (named.length > 0 && chance.next() < 0.6) {
      const [path, places] = chance.pick(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
      return {
        changes: [{ path, remove: true }],
        places: places.map((place) => ({ path: place.path, line: place.line })) as [TruePlace, ...TruePlace[]],
        gone: path,
        facets: [
          places.some((place) => place.whole) ? 'taken out' : 'taken out, named without extension',
          places.length === 1 ? 'named once' : 'named more than once',
        ],
      };
    }
    // as if it had been taken out: what names it was put in with it
    const document = chance.pick(shuffled(chance, writings(folder)).slice(0, 1));
    if (!document) return undefined;
    const form = ['markdown', 'rst', 'asciidoc'].includes(document.format)
      ? by<'link' | 'name' | 'picture'>(severity, 'name', 'picture', 'link')
      : 'name';
    const name = chance.pick(NAMES[half]) + (form === 'picture' ? '.png' : partsOf(document.path).extension || '.md');
    const path = partsOf(document.path).folder + name;
    if (folder.paths.has(path)) return undefined;
    const sentences = SENDS[language(document)];
    if (!sentences) return undefined;
    const written = sending(document, name, form);
    const put = withParagraph(document, chance.pick(sentences[half]).replace('<>', written), chance);
    if (!put) return undefined;
    const line = put.line + (written.startsWith('\n\n') ? 2 : 0);
    return {
      changes: [{ path: document.path, text: put.text }],
      places: [{ path: document.path, line }],
      gone: path,
      facets: ['never there', form === 'name' ? 'named in prose' : form],
    };
  },
};

/** Series of file names in one folder that differ in one number alone: `chapter-01-x.md`, `chapter-02-y.md`. */
function seriesOf(folder: SetFolder): { readonly number: number; readonly path: string }[][] {
  const groups = new Map<string, { number: number; path: string }[]>();
  for (const path of [...folder.paths].toSorted()) {
    const { folder: dir, stem, extension } = partsOf(path);
    const match = /^(\D*?)(\d{1,4})(?=$|[-_. ])/u.exec(stem) ?? /^(.*?[-_ ])(\d{1,4})$/u.exec(stem);
    if (!match) continue;
    const key = `${dir}\0${match[1]}\0${extension}`;
    const one = { number: Number(match[2]), path };
    const list = groups.get(key);
    if (list) list.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => a.number - b.number))
    .filter((group) => {
      const span = group.at(-1)!.number - group[0]!.number + 1;
      return (
        group.length >= 4 && new Set(group.map((one) => one.number)).size === group.length && span <= group.length * 1.1
      );
    });
}

const SHAPES: Halves<readonly ((n: number, title: string) => string)[]> = {
  train: [(n, title) => `${String(n).padStart(2, '0')}-${title}`, (n) => `chapter-${n}`, (n) => `part${n}`],
  dev: [(n, title) => `${n}_${title}`, (n) => `section ${n}`, (n) => `vol-${String(n).padStart(3, '0')}`],
};

/** Documents of one folder with numbers put before their names, one of them not there. */
function asSeries(folder: SetFolder, chance: Random, half: Half): SetDamage | undefined {
  const byFolder = new Map<string, Document[]>();
  for (const document of writings(folder, 400)) {
    const { folder: dir, stem, extension } = partsOf(document.path);
    if (isCompanion(document.path) || /\d/u.test(stem)) continue;
    const key = `${dir}\0${extension}`;
    const list = byFolder.get(key);
    if (list) list.push(document);
    else byFolder.set(key, [document]);
  }
  const all = [...byFolder.values()].filter((list) => list.length >= 5);
  if (all.length === 0) return undefined;
  const list = chance.pick(all).slice(0, between(chance, 5, 12));
  const width = chance.pick([1, 2]);
  const before: Change[] = [];
  const names = list.map((document, i) => {
    const { folder: dir, stem, extension } = partsOf(document.path);
    const n = String(i + 1).padStart(width, '0');
    const path = half === 'train' ? `${dir}${n}-${stem}${extension}` : `${dir}section-${n}${extension}`;
    before.push({ path: document.path, remove: true }, { path, text: document.text });
    return path;
  });
  if (names.some((name) => folder.paths.has(name))) return undefined;
  const out = between(chance, 1, names.length - 2);
  return {
    before,
    changes: before.filter((change) => change.path !== names[out]),
    places: [
      { path: names[out - 1]!, line: null },
      { path: names[out + 1]!, line: null },
    ],
    gone: names[out]!,
    facets: ['documents numbered'],
  };
}

const removedOfSeries: SetInjection = {
  id: 'removed-of-series',
  sees: 'One file of a numbered series is not there.',
  inject(folder, chance, _severity, half) {
    const series = seriesOf(folder);
    if (series.length > 0 && chance.next() < 0.6) {
      const group = chance.pick(series);
      const at = between(chance, 1, group.length - 2);
      const out = group[at]!;
      if (group[at - 1]!.number !== out.number - 1 || group[at + 1]!.number !== out.number + 1) return undefined;
      return {
        changes: [{ path: out.path, remove: true }],
        places: [
          { path: group[at - 1]!.path, line: null },
          { path: group[at + 1]!.path, line: null },
        ],
        gone: out.path,
        facets: ['series of the set', group.length < 6 ? 'four or five' : 'six and more'],
      };
    }
    if (chance.next() < 0.5) {
      const numbered = asSeries(folder, chance, half);
      if (numbered) return numbered;
    }
    for (const document of shuffled(chance, writings(folder, 6000)).slice(0, 6)) {
      const heads = blocks(document).filter((block) => block.kind === 'heading');
      const level = [1, 2, 3].find((one) => heads.filter((head) => head.level === one).length >= 5);
      const tops = heads.filter((head) => head.level === level);
      if (tops.length < 5 || tops.length > 14) continue;
      const shape = chance.pick(SHAPES[half]);
      const { folder: dir, stem, extension } = partsOf(document.path);
      const parts = tops.map((head, i) => {
        const title = document
          .slice(head.start, head.end)
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
          .replaceAll(/^-+|-+$/gu, '')
          .slice(0, 30);
        return {
          path: `${dir}${stem}/${shape(i + 1, title)}${extension}`,
          text: document.slice(head.start, tops[i + 1]?.start ?? document.units.length),
        };
      });
      if (parts.some((part) => folder.paths.has(part.path))) continue;
      const out = between(chance, 1, parts.length - 2);
      const changes: Change[] = [{ path: document.path, remove: true }, ...parts.filter((_, i) => i !== out)];
      return {
        changes,
        places: [
          { path: parts[out - 1]!.path, line: null },
          { path: parts[out + 1]!.path, line: null },
        ],
        gone: parts[out]!.path,
        copies: Object.fromEntries(parts.map((part) => [part.path, document.path])),
        facets: ['document in chapters'],
      };
    }
    return undefined;
  },
};

/** Words of a folder's documents, some of each. */
function subject(documents: readonly Document[]): Set<string> {
  const out = new Set<string>();
  for (const document of documents.slice(0, 12)) for (const word of wordsOf(document.slice(0, 6000))) out.add(word);
  return out;
}

const offTopic: SetInjection = {
  id: 'off-topic',
  sees: 'One document is of another subject and another origin than all the others.',
  inject(folder, chance, severity, _half, elsewhere) {
    const own = writings(folder);
    if (own.length < 5) return undefined;
    const tongue = language(own[0]!);
    const words = subject(own);
    const drawn: { document: Document; likeness: number }[] = [];
    for (let i = 0; i < 24; i++) {
      const other = elsewhere(chance);
      if (other.name === folder.name) continue;
      const open = writings(other, 1500).filter((document) => document.units.length < 60_000);
      if (open.length === 0) continue;
      const document = chance.pick(open);
      // another language is told by the language alone
      if (severity !== 'severe' && language(document) !== tongue) continue;
      const theirs = wordsOf(document.slice(0, 12_000));
      drawn.push({ document, likeness: shared(theirs, words) / Math.max(1, theirs.size) });
    }
    if (drawn.length < 3) return undefined;
    const { document, likeness } = drawn.toSorted((a, b) => a.likeness - b.likeness)[0]!;
    const deepest = partsOf(chance.pick(own).path).folder;
    const path = `${deepest}${partsOf(document.path).stem}${partsOf(document.path).extension}`;
    if (folder.paths.has(path) || isCompanion(path) || likeness > 0.6) return undefined;
    return {
      changes: [{ path, text: document.text }],
      places: [{ path, line: null }],
      facets: [
        language(document) === tongue ? 'same language' : 'other language',
        likeness < 0.25 ? 'few words shared' : 'many words shared',
        own.length < 10 ? 'among few' : 'among many',
      ],
    };
  },
};

export const fileInjections: readonly SetInjection[] = [removedFile, removedOfSeries, offTopic];
