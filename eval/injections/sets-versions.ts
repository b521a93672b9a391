/** The same document twice in a set: an older or a newer state, a copy that differs, a part, the same bytes. */
import type { Document } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';
import {
  day,
  isCompanion,
  isHistory,
  lineAt,
  partsOf,
  revised,
  titleOf,
  writings,
  type Halves,
} from './sets-common.ts';
import type { Change, SetDamage, SetFolder, SetInjection } from './sets-types.ts';
import { between, by, shuffled } from './tools.ts';
import type { Half, Severity } from './types.ts';

/** How a state is called in a file name: the older one, and the newer one where the newer is the one put in. */
interface Naming {
  readonly facet: string;
  readonly older: (path: string, chance: Random) => string;
  readonly newer: (path: string, chance: Random) => string;
}

const suffixed =
  (mark: (chance: Random) => string) =>
  (path: string, chance: Random): string => {
    const { folder, stem, extension } = partsOf(path);
    return `${folder}${stem}${mark(chance)}${extension}`;
  };
const inFolder =
  (name: string) =>
  (path: string): string => {
    const { folder, stem, extension } = partsOf(path);
    return `${folder}${name}/${stem}${extension}`;
  };

const NAMINGS: Halves<readonly Naming[]> = {
  train: [
    { facet: 'named v1', older: suffixed(() => '-v1'), newer: suffixed(() => '-v2') },
    { facet: 'named old or new', older: suffixed(() => '_old'), newer: suffixed(() => '_new') },
    { facet: 'named draft or final', older: suffixed(() => '-draft'), newer: suffixed(() => '-final') },
    {
      facet: 'named by date',
      older: suffixed((chance) => `-${day(chance, between(chance, 2018, 2020))}`),
      newer: suffixed((chance) => `-${day(chance, between(chance, 2025, 2026))}`),
    },
    { facet: 'in a folder', older: inFolder('old'), newer: inFolder('new') },
  ],
  dev: [
    { facet: 'named v1', older: suffixed(() => '_0.9'), newer: suffixed(() => '_3.0') },
    { facet: 'named old or new', older: suffixed(() => '.orig'), newer: suffixed(() => '-updated') },
    { facet: 'named draft or final', older: suffixed(() => '_wip'), newer: suffixed(() => ' (approved)') },
    {
      facet: 'named by date',
      older: suffixed((chance) => `_${day(chance, between(chance, 2018, 2020)).replaceAll('-', '')}`),
      newer: suffixed((chance) => `_${day(chance, between(chance, 2025, 2026)).slice(0, 7)}`),
    },
    { facet: 'in a folder', older: inFolder('archive'), newer: inFolder('next') },
  ],
};

/** Words for version, date, status, and what a status is, by language. */
interface Words {
  readonly version: string;
  readonly date: string;
  readonly status: string;
  readonly draft: string;
  readonly final: string;
}
const WORDS: Readonly<Record<string, Words>> = {
  en: { version: 'Version', date: 'Date', status: 'Status', draft: 'Draft', final: 'Final' },
  de: { version: 'Version', date: 'Stand', status: 'Status', draft: 'Entwurf', final: 'Freigegeben' },
  fr: { version: 'Version', date: 'Date', status: 'Statut', draft: 'Brouillon', final: 'Validé' },
  es: { version: 'Versión', date: 'Fecha', status: 'Estado', draft: 'Borrador', final: 'Aprobado' },
  pt: { version: 'Versão', date: 'Data', status: 'Estado', draft: 'Rascunho', final: 'Aprovado' },
  it: { version: 'Versione', date: 'Data', status: 'Stato', draft: 'Bozza', final: 'Approvato' },
  ru: { version: 'Версия', date: 'Дата', status: 'Статус', draft: 'Черновик', final: 'Утверждено' },
  uk: { version: 'Версія', date: 'Дата', status: 'Статус', draft: 'Чернетка', final: 'Затверджено' },
  pl: { version: 'Wersja', date: 'Data', status: 'Status', draft: 'Szkic', final: 'Zatwierdzony' },
  tr: { version: 'Sürüm', date: 'Tarih', status: 'Durum', draft: 'Taslak', final: 'Onaylandı' },
  zh: { version: '版本', date: '日期', status: '状态', draft: '草案', final: '已发布' },
  ja: { version: 'バージョン', date: '日付', status: '状態', draft: '草案', final: '承認済み' },
  ko: { version: '버전', date: '날짜', status: '상태', draft: '초안', final: '승인됨' },
  ar: { version: 'الإصدار', date: 'التاريخ', status: 'الحالة', draft: 'مسودة', final: 'معتمد' },
  fa: { version: 'نسخه', date: 'تاریخ', status: 'وضعیت', draft: 'پیش‌نویس', final: 'تأیید شده' },
};

/** Puts lines of version, date and status behind the first heading (or first). */
function headed(
  document: Document,
  text: string,
  state: 'older' | 'newer',
  half: Half,
  year: number,
  chance: Random,
): string {
  const words = WORDS[language(document)] ?? WORDS['en']!;
  const version = state === 'older' ? (half === 'train' ? '1.2' : '0.9') : half === 'train' ? '1.4' : '1.1';
  const date = day(chance, state === 'older' ? year : year + 1);
  const status = state === 'older' ? words.draft : words.final;
  const lines =
    half === 'train'
      ? `${words.version}: ${version}\n${words.date}: ${date}\n${words.status}: ${status}`
      : `*${words.version} ${version}, ${date} (${status})*`;
  const head = blocks(document).find((block) => block.kind === 'heading');
  // what was lost or changed stands behind the first heading
  const at = head && head.start < 400 && text.startsWith(document.slice(0, head.end)) ? head.end : 0;
  return at === 0 ? `${lines}\n\n${text}` : `${text.slice(0, at).trimEnd()}\n\n${lines}\n${text.slice(at)}`;
}

/** Documents of which another state could lie about: long enough, and no history themselves. */
function candidates(folder: SetFolder, chance: Random, least = 1500): Document[] {
  return shuffled(
    chance,
    writings(folder, least).filter(
      (document) => !isHistory(document.path) && !isCompanion(document.path) && !document.text.startsWith('---'),
    ),
  ).slice(0, 10);
}

const shareOf = (severity: Severity, chance: Random): number =>
  by(severity, 0.02, 0.08, 0.2) * (0.7 + 0.6 * chance.next());

const oldVersion: SetInjection = {
  id: 'old-version',
  sees: 'An older or a newer state of a document lies beside it; name, version, date or status say which is which.',
  inject(folder, chance, severity, half) {
    for (const document of candidates(folder, chance)) {
      const other = revised(document, shareOf(severity, chance), severity !== 'mild', chance);
      if (!other) continue;
      const added = chance.pick(['older', 'older', 'newer'] as const);
      const naming = chance.pick(NAMINGS[half]);
      const told = chance.pick(['name', 'lines', 'both'] as const);
      const { folder: dir, stem, extension } = partsOf(document.path);
      const path =
        told === 'lines'
          ? `${dir}${half === 'train' ? `${stem}-2` : `copy-of-${stem}`}${extension}`
          : naming[added](document.path, chance);
      if (folder.paths.has(path)) continue;
      const changes: Change[] = [];
      if (told === 'name') changes.push({ path, text: other.text });
      else {
        const year = between(chance, 2019, 2024);
        const here = added === 'older' ? 'newer' : 'older';
        changes.push(
          { path, text: headed(document, other.text, added, half, year, chance) },
          { path: document.path, text: headed(document, document.text, here, half, year, chance) },
        );
      }
      return {
        changes,
        places: [
          { path, line: null },
          { path: document.path, line: null },
        ],
        pair: true,
        copies: { [path]: document.path },
        newer: added === 'newer' ? path : document.path,
        facets: [
          told === 'lines' ? 'lines say it' : told === 'name' ? 'name says it' : 'both say it',
          ...(told === 'lines' ? [] : [naming.facet]),
          `${added} put in`,
          `language ${language(document)}`,
        ],
      };
    }
    return undefined;
  },
};

const nearCopy: SetInjection = {
  id: 'near-copy',
  sees: 'Two documents say nearly the same, and nothing tells which one counts.',
  inject(folder, chance, severity, half) {
    for (const document of candidates(folder, chance)) {
      const other = revised(document, shareOf(severity, chance), severity === 'severe', chance);
      if (!other) continue;
      const { folder: dir, stem, extension } = partsOf(document.path);
      const path =
        half === 'train'
          ? chance.pick([
              `${dir}shared/${stem}${extension}`,
              `${dir}${stem}-b${extension}`,
              `input/${stem}${extension}`,
            ])
          : chance.pick([
              `${dir}common/${stem}${extension}`,
              `${dir}${stem} (1)${extension}`,
              `material/${stem}${extension}`,
            ]);
      if (folder.paths.has(path)) continue;
      return {
        changes: [{ path, text: other.text }],
        places: [
          { path, line: null },
          { path: document.path, line: null },
        ],
        pair: true,
        copies: { [path]: document.path },
        facets: [by(severity, '2 % changed', '8 % changed', '20 % changed'), `language ${language(document)}`],
      };
    }
    return undefined;
  },
};

/** Chapters: from a heading to the next one that is not deeper. */
function chapters(document: Document): { readonly title: string; readonly text: string }[] {
  const heads = blocks(document).filter((block) => block.kind === 'heading');
  const out: { title: string; text: string }[] = [];
  for (const [i, head] of heads.entries()) {
    const next = heads.slice(i + 1).find((other) => other.level <= head.level);
    const end = next?.start ?? document.units.length;
    const size = end - head.start;
    if (size < 900 || size > document.units.length * 0.6) continue;
    const title = document
      .slice(head.start, head.end)
      .replaceAll(/[#=\n]+/gu, ' ')
      .trim();
    out.push({ title, text: document.slice(head.start, end) });
  }
  return out;
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);

const contained: SetInjection = {
  id: 'contained',
  sees: 'A chapter of a document is a file of its own too, or one document stands whole inside another one.',
  inject(folder, chance, severity, half) {
    const pasted = chance.next() < 0.4;
    for (const document of candidates(folder, chance, pasted ? 1000 : 3000)) {
      if (pasted) {
        const others = candidates(folder, chance).filter((other) => other !== document);
        const host = others.find((other) => other.units.length > document.units.length / 2);
        if (!host || document.units.length > 60_000) continue;
        const lead = host.text.endsWith('\n') ? '\n' : '\n\n';
        const at = host.text.length + lead.length;
        const text = `${host.text}${lead}${document.text}`;
        return {
          changes: [{ path: host.path, text }],
          places: [
            { path: document.path, line: null },
            { path: host.path, line: lineAt(text, at) },
          ],
          pair: true,
          copies: { [host.path]: document.path },
          facets: ['pasted whole', `language ${language(document)}`],
        };
      }
      const all = chapters(document);
      if (all.length === 0) continue;
      const chapter = chance.pick(all);
      const { folder: dir, extension } = partsOf(document.path);
      const name = slug(chapter.title) || 'chapter';
      const path = half === 'train' ? `${dir}${name}${extension}` : `${dir}extracts/${name}${extension}`;
      if (folder.paths.has(path)) continue;
      const text = by(severity, chapter.text.replace(/^.*\n+/u, `# ${chapter.title}\n\n`), chapter.text, chapter.text);
      return {
        changes: [{ path, text }],
        places: [
          { path, line: null },
          { path: document.path, line: null },
        ],
        pair: true,
        copies: { [path]: document.path },
        facets: ['chapter of its own', `language ${language(document)}`],
      };
    }
    return undefined;
  },
};

const duplicate: SetInjection = {
  id: 'duplicate',
  sees: 'Two files are the same, to the byte or but for line ends or a byte order mark.',
  inject(folder, chance, severity, half): SetDamage | undefined {
    for (const document of candidates(folder, chance, 400)) {
      const { folder: dir, stem, extension } = partsOf(document.path);
      const path =
        half === 'train'
          ? chance.pick([
              `${dir}${stem}-copy${extension}`,
              `other/${stem}${extension}`,
              `${dir}${slug(titleOf(document)) || 'x'}-text${extension}`,
            ])
          : chance.pick([
              `${dir}${stem} copy${extension}`,
              `inbox/${stem}${extension}`,
              `${dir}zz-${stem}${extension}`,
            ]);
      if (folder.paths.has(path)) continue;
      const { text } = document;
      return {
        changes: [
          { path: document.path, text },
          { path, text: by(severity, `\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text) },
        ],
        places: [
          { path, line: null },
          { path: document.path, line: null },
        ],
        pair: true,
        copies: { [path]: document.path },
        facets: [by(severity, 'byte order mark', 'line ends', 'same bytes')],
      };
    }
    return undefined;
  },
};

export const versionInjections: readonly SetInjection[] = [oldVersion, nearCopy, contained, duplicate];
