/** Small marks of an unfinished or inconsistent set: versions that differ, requirements that are nowhere or there twice, open points. */
import { createDocument } from '../../src/core/document.ts';
import type { Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';

import {
  isHistory,
  isName,
  lineAt,
  openParagraphs,
  partsOf,
  proseSentences,
  quantities,
  titleOf,
  withParagraph,
  withPassage,
  writings,
  fittingBlock,
  type Halves,
} from './sets-common.ts';
import type { Change, SetDecoy, SetFolder, SetInjection } from './sets-types.ts';
import { between, by, shuffled } from './tools.ts';
import type { Half } from './types.ts';

const VERSION_WORD: Readonly<Record<string, Halves<string>>> = {
  en: { train: 'Version', dev: 'Revision' },
  de: { train: 'Version', dev: 'Ausgabe' },
  fr: { train: 'Version', dev: 'Révision' },
  es: { train: 'Versión', dev: 'Revisión' },
  pt: { train: 'Versão', dev: 'Revisão' },
  it: { train: 'Versione', dev: 'Revisione' },
  ru: { train: 'Версия', dev: 'Редакция' },
  uk: { train: 'Версія', dev: 'Редакція' },
  pl: { train: 'Wersja', dev: 'Wydanie' },
  tr: { train: 'Sürüm', dev: 'Revizyon' },
  zh: { train: '版本', dev: '版次' },
  ja: { train: 'バージョン', dev: '版' },
  ko: { train: '버전', dev: '개정판' },
  ar: { train: 'الإصدار', dev: 'المراجعة' },
  fa: { train: 'نسخه', dev: 'ویرایش' },
};
const HISTORY: Readonly<Record<string, string>> = {
  en: 'Revision history',
  de: 'Änderungshistorie',
  fr: 'Historique des révisions',
  es: 'Historial de cambios',
  pt: 'Histórico de revisões',
  it: 'Storico delle revisioni',
  ru: 'История изменений',
  uk: 'Історія змін',
  pl: 'Historia zmian',
  tr: 'Değişiklik geçmişi',
  zh: '修订记录',
  ja: '改訂履歴',
  ko: '개정 이력',
  ar: 'سجل المراجعات',
  fa: 'تاریخچه ویرایش‌ها',
};
const CITES: Readonly<Record<string, Halves<string>>> = {
  en: { train: 'This document applies to "<>", version {}.', dev: 'It is to be read together with <>, version {}.' },
  de: { train: 'Dieses Dokument gilt für „<>“, Version {}.', dev: 'Es ist zusammen mit <>, Version {}, zu lesen.' },
  fr: { train: 'Ce document s’applique à « <> », version {}.', dev: 'À lire avec <>, version {}.' },
  es: { train: 'Este documento se aplica a «<>», versión {}.', dev: 'Léase junto con <>, versión {}.' },
  pt: { train: 'Este documento aplica-se a "<>", versão {}.', dev: 'Deve ser lido com <>, versão {}.' },
  ru: { train: 'Документ относится к «<>», версия {}.', dev: 'Читать вместе с <>, версия {}.' },
  zh: { train: '本文档适用于“<>”，版本 {}。', dev: '本文档须与《<>》版本 {} 一并阅读。' },
};

/** A line behind the first heading, or at the very beginning. */
function behindTitle(document: Document, line: string): { text: string; line: number } {
  const head = blocks(document).find((block) => block.kind === 'heading');
  if (!head) return { text: `${line}\n\n${document.text}`, line: 1 };
  const at = head.start + document.slice(head.start, head.end).trimEnd().length;
  const text = `${document.text.slice(0, at)}\n\n${line}\n${document.text.slice(at)}`;
  return { text, line: lineAt(text, at + 2) };
}

const versionMismatch: SetInjection = {
  id: 'version-mismatch',
  sees: 'A document’s version is another one in its name, in its history or where another document cites it.',
  inject(folder, chance, severity, half) {
    const open = shuffled(
      chance,
      writings(folder).filter(
        (document) =>
          !isHistory(document.path) &&
          VERSION_WORD[language(document)] &&
          (!document.text.startsWith('---') || blocks(document).some((block) => block.kind === 'heading')),
      ),
    );
    const document = open[0];
    if (!document) return undefined;
    const tongue = language(document);
    const major = between(chance, 1, 4);
    const minor = between(chance, 2, 9);
    const says = `${major}.${minor}`;
    const other = chance.pick([`${major}.${minor - 1}`, `${major}.${minor + 1}`, `${major + 1}.0`]);
    const stated = behindTitle(document, `${VERSION_WORD[tongue]![half]}: ${says}`);
    const way = by<'cited' | 'history' | 'name'>(severity, 'cited', 'history', 'name');
    if (way === 'name') {
      const { folder: dir, stem, extension } = partsOf(document.path);
      const path = `${dir}${stem}${half === 'train' ? '-v' : '_'}${other}${extension}`;
      if (folder.paths.has(path)) return undefined;
      return {
        changes: [
          { path: document.path, remove: true },
          { path, text: stated.text },
        ],
        places: [{ path, line: stated.line }],
        copies: { [path]: document.path },
        facets: ['file name'],
      };
    }
    if (way === 'history') {
      const next = `${major}.${minor + 1}`;
      const rows = [`${major}.0`, says, next].map((version, i) => [version, `2024-0${i + 2}-1${i}`, 'A. Weber']);
      const table =
        document.format === 'markdown'
          ? `| ${VERSION_WORD[tongue]![half]} | | |\n| --- | --- | --- |\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`
          : rows.map((row) => row.join('   ')).join('\n');
      const heading = document.format === 'markdown' ? `## ${HISTORY[tongue]!}` : HISTORY[tongue]!;
      const text = `${stated.text.trimEnd()}\n\n${heading}\n\n${table}\n`;
      return {
        changes: [{ path: document.path, text }],
        places: [
          { path: document.path, line: stated.line },
          { path: document.path, line: lineAt(text, text.lastIndexOf(next)) },
        ],
        facets: ['its own history'],
      };
    }
    const from = open.find((one) => one !== document && language(one) === tongue);
    const cite = CITES[tongue];
    const title = titleOf(document);
    if (!from || !cite) return undefined;
    const put = withParagraph(from, cite[half].replace('<>', title).replace('{}', other), chance);
    if (!put) return undefined;
    return {
      changes: [
        { path: document.path, text: stated.text },
        { path: from.path, text: put.text },
      ],
      places: [
        { path: document.path, line: stated.line },
        { path: from.path, line: put.line },
      ],
      facets: ['another document'],
    };
  },
};

const ID = /(?<![\p{L}\p{N}_./-])([A-Z]{1,6}(?:[-_.][A-Z]{1,6})?[-_.]?)(\d{1,4})(?![\p{L}\p{N}_./-])/gu;
interface Requirement {
  readonly prefix: string;
  readonly number: number;
  readonly width: number;
  readonly at: Span;
  readonly line: number;
}

/** Series of identifiers that stand at the head of a line, list item, heading or table row: at least four, of one prefix. */
function requirementsOf(document: Document): Requirement[][] {
  const groups = new Map<string, Requirement[]>();
  const { text } = document;
  let at = 0;
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    const lead = /^[\s>|*_#-]*(?:\d+[.)]\s+)?[*_`[]*/u.exec(line)![0].length;
    ID.lastIndex = lead;
    const match = ID.exec(line);
    // a range or a link is no definition
    const behind = match ? line.slice(match.index + match[0].length) : '';
    if (
      match?.index === lead &&
      /[-_.]|[A-Z]{2}/u.test(match[1]!) &&
      !/^[*_`]*(?:\]\(|\s*(?:[-–—~]|to|bis|a|à|по)\s*[*_`]*[A-Z])/u.test(behind)
    ) {
      const one = {
        prefix: match[1]!,
        number: Number(match[2]),
        width: match[2]!.length,
        at: { start: at + match.index, end: at + match.index + match[0].length },
        line: number,
      };
      const list = groups.get(one.prefix);
      if (list) list.push(one);
      else groups.set(one.prefix, [one]);
    }
    at += line.length + 1;
  }
  return [...groups.values()].filter(
    (group) => group.length >= 4 && new Set(group.map((one) => one.number)).size === group.length,
  );
}

const REFERS: Readonly<Record<string, Halves<string>>> = {
  en: { train: 'This follows from {}.', dev: 'The limits of {} apply here as well.' },
  de: { train: 'Dies ergibt sich aus {}.', dev: 'Die Grenzen aus {} gelten auch hier.' },
  fr: { train: 'Ceci découle de {}.', dev: 'Les limites de {} s’appliquent aussi ici.' },
  es: { train: 'Esto se deriva de {}.', dev: 'Los límites de {} se aplican también aquí.' },
  pt: { train: 'Isto decorre de {}.', dev: 'Os limites de {} aplicam-se também aqui.' },
  it: { train: 'Ciò deriva da {}.', dev: 'I limiti di {} valgono anche qui.' },
  ru: { train: 'Это следует из {}.', dev: 'Здесь действуют также ограничения {}.' },
  pl: { train: 'Wynika to z {}.', dev: 'Obowiązują tu także ograniczenia {}.' },
  tr: { train: 'Bu, {} gereğidir.', dev: '{} sınırları burada da geçerlidir.' },
  zh: { train: '本条依据 {}。', dev: '{} 的限制在此同样适用。' },
  ja: { train: 'これは {} による。', dev: '{} の制限はここにも適用する。' },
  ko: { train: '이는 {} 에 따른다.', dev: '{} 의 제한은 여기에도 적용된다.' },
  ar: { train: 'وهذا مستمد من {}.', dev: 'وتنطبق هنا أيضًا حدود {}.' },
  fa: { train: 'این مورد از {} نتیجه می‌شود.', dev: 'محدودیت‌های {} اینجا نیز برقرار است.' },
};

const PREFIXES: Halves<readonly string[]> = {
  train: ['REQ-', 'FR-', 'UC-', 'R'],
  dev: ['SYS-REQ-', 'NFR-', 'SRS_', 'T-'],
};

/** A paragraph of at least four sentences as a list of requirements, each with an identifier; where none has that, nothing. */
function numbered(
  folder: SetFolder,
  chance: Random,
  half: Half,
): { readonly document: Document; readonly text: string } | undefined {
  for (const document of shuffled(chance, writings(folder))) {
    if (document.format !== 'markdown') continue;
    const prefix = chance.pick(PREFIXES[half]);
    if (folder.documents.some((one) => one.text.includes(`${prefix}0`))) continue;
    const all = proseSentences(document, 30);
    for (const block of shuffled(chance, openParagraphs(document, 200))) {
      const inside = all.filter((span) => block.start <= span.start && span.end <= block.end);
      if (inside.length < 4) continue;
      const items = inside.map(
        (span, i) =>
          `- ${prefix}${String(i + 1).padStart(3, '0')}: ${document
            .slice(span.start, span.end)
            .replaceAll(/\s*\n\s*/gu, ' ')
            .trim()}`,
      );
      const end = block.start + document.slice(block.start, block.end).trimEnd().length;
      return { document, text: document.text.slice(0, block.start) + items.join('\n') + document.text.slice(end) };
    }
  }
  return undefined;
}

/** A document of the folder with a series of identifiers: its own, or one made of a paragraph. */
function withSeries(
  folder: SetFolder,
  chance: Random,
  half: Half,
): { readonly document: Document; readonly series: Requirement[]; readonly before?: readonly Change[] } | undefined {
  if (chance.next() < 0.6)
    for (const document of shuffled(chance, writings(folder))) {
      const series = requirementsOf(document);
      if (series.length > 0) return { document, series: chance.pick(series) };
    }
  const made = numbered(folder, chance, half);
  if (!made) return undefined;
  const { path, format, encoding } = made.document;
  const document = createDocument({ path, format, encoding, text: made.text });
  const series = requirementsOf(document).find((group) => PREFIXES[half].includes(group[0]!.prefix));
  return series && { document, series, before: [{ path, text: made.text }] };
}

const undefinedId: SetInjection = {
  id: 'undefined-id',
  sees: 'A requirement is cited by its identifier, and no document of the set has it.',
  inject(folder, chance, severity, half) {
    const found = withSeries(folder, chance, half);
    if (!found) return undefined;
    const { document, series, before } = found;
    const last = Math.max(...series.map((one) => one.number));
    const [first] = series;
    const id = `${first!.prefix}${String(last + by(severity, 3, 12, 41)).padStart(first!.width, '0')}`;
    if (folder.documents.some((one) => one.text.includes(id))) return undefined;
    const tongue = language(document);
    const others = writings(folder).filter((one) => one.path !== document.path && language(one) === tongue);
    const target = chance.next() < 0.5 || others.length === 0 ? document : chance.pick(others);
    const block = fittingBlock(target, titleOf(document), chance);
    if (!block) return undefined;
    const words = REFERS[tongue] ?? REFERS['en']!;
    const put = withPassage(target, words[half].replace('{}', id), block, chance.next() < 0.7);
    return {
      ...(before ? { before } : {}),
      changes: [
        ...(before ?? []).filter((change) => change.path !== target.path),
        { path: target.path, text: put.text },
      ],
      places: [{ path: target.path, line: put.line }],
      facets: [
        target === document ? 'same document' : 'another document',
        by(severity, 'just behind the last', 'behind the last', 'far off'),
        before ? 'series made' : 'series of the document',
      ],
    };
  },
};

const doubledId: SetInjection = {
  id: 'doubled-id',
  sees: 'Two requirements have the same identifier and say different things.',
  inject(folder, chance, _severity, half) {
    const found = withSeries(folder, chance, half);
    if (!found) return undefined;
    const { document, series, before } = found;
    const j = between(chance, 1, series.length - 1);
    const i = chance.next() < 0.6 ? j - 1 : chance.below(j);
    const first = series[i]!;
    const second = series[j]!;
    const { text } = document;
    return {
      ...(before ? { before } : {}),
      changes: [
        {
          path: document.path,
          text: text.slice(0, second.at.start) + text.slice(first.at.start, first.at.end) + text.slice(second.at.end),
        },
      ],
      places: [
        { path: document.path, line: second.line },
        { path: document.path, line: first.line },
      ],
      facets: [
        j - i === 1 ? 'neighbours' : 'apart',
        series.length < 10 ? 'short series' : 'long series',
        before ? 'series made' : 'series of the document',
      ],
    };
  },
};

/** Open points as people leave them, by language: a note of its own, and what stands for a value. */
const OPEN: Readonly<
  Record<string, Halves<{ readonly notes: readonly string[]; readonly values: readonly string[] }>>
> = {
  en: {
    train: {
      notes: [
        'TBD',
        'TODO: describe the error handling here.',
        '[to be defined]',
        '(To be completed by the hardware team.)',
      ],
      values: ['TBD', '???', '<to be defined>'],
    },
    dev: {
      notes: [
        'FIXME: check with legal',
        'T.B.C.',
        '[section to be written]',
        'XXX needs review',
        'Open issue: who owns the key?',
      ],
      values: ['tbc', 'xx', 'n.n.', '[value to be confirmed]'],
    },
  },
  de: {
    train: {
      notes: ['TODO: Fehlerbehandlung beschreiben.', '[noch zu klären]'],
      values: ['tbd', 'wird noch festgelegt'],
    },
    dev: { notes: ['Offener Punkt: Zuständigkeit klären.', '(folgt noch)'], values: ['n. n.', 'noch offen'] },
  },
  fr: {
    train: { notes: ['À FAIRE : décrire la gestion des erreurs.', '[à définir]'], values: ['à définir', 'TBD'] },
    dev: { notes: ['(à compléter)', 'Point ouvert : valider avec le client.'], values: ['à préciser', 'xx'] },
  },
  es: {
    train: {
      notes: ['PENDIENTE: describir el tratamiento de errores.', '[por definir]'],
      values: ['por definir', 'TBD'],
    },
    dev: { notes: ['(por completar)', 'Falta confirmar con el cliente.'], values: ['a determinar', 'xx'] },
  },
  pt: {
    train: { notes: ['PENDENTE: descrever o tratamento de erros.', '[a definir]'], values: ['a definir', 'TBD'] },
    dev: { notes: ['(a completar)', 'Falta confirmar com o cliente.'], values: ['a confirmar', 'xx'] },
  },
  ru: {
    train: { notes: ['TODO: описать обработку ошибок.', '[будет определено позже]'], values: ['уточняется', '???'] },
    dev: { notes: ['(дописать)', 'Открытый вопрос: согласовать с заказчиком.'], values: ['н/д, уточнить', 'xx'] },
  },
  zh: {
    train: { notes: ['待定', '【待补充】'], values: ['待定', 'TBD'] },
    dev: { notes: ['（此处待完善）', '待确认：由谁负责？'], values: ['待确认', 'xx'] },
  },
  ja: {
    train: { notes: ['未定', '【要追記】'], values: ['未定', 'TBD'] },
    dev: { notes: ['（後日記載）', '要確認：担当者は誰か。'], values: ['検討中', 'xx'] },
  },
  ko: {
    train: { notes: ['미정', '[추후 작성]'], values: ['미정', 'TBD'] },
    dev: { notes: ['(내용 보완 필요)', '확인 필요: 담당자는 누구인가?'], values: ['추후 결정', 'xx'] },
  },
  ar: {
    train: { notes: ['[يُحدد لاحقًا]'], values: ['يُحدد لاحقًا'] },
    dev: { notes: ['(يُستكمل لاحقًا)'], values: ['قيد التحديد'] },
  },
  it: {
    train: {
      notes: ['DA FARE: descrivere la gestione degli errori.', '[da definire]'],
      values: ['da definire', 'TBD'],
    },
    dev: { notes: ['(da completare)'], values: ['da confermare', 'xx'] },
  },
  pl: {
    train: { notes: ['DO ZROBIENIA: opisać obsługę błędów.', '[do ustalenia]'], values: ['do ustalenia'] },
    dev: { notes: ['(do uzupełnienia)'], values: ['do potwierdzenia'] },
  },
  tr: {
    train: { notes: ['YAPILACAK: hata yönetimini açıkla.', '[belirlenecek]'], values: ['belirlenecek'] },
    dev: { notes: ['(tamamlanacak)'], values: ['netleştirilecek'] },
  },
};

const openPoint: SetInjection = {
  id: 'open-point',
  sees: 'A point is left open: a mark stands where a value or a passage was to be.',
  inject(folder, chance, severity, half) {
    for (const document of shuffled(
      chance,
      writings(folder).filter((one) => !isHistory(one.path)),
    ).slice(0, 6)) {
      const words = OPEN[language(document)];
      if (!words) continue;
      if (severity === 'mild') {
        // in the stead of a number
        for (const span of shuffled(chance, proseSentences(document, 40)).slice(0, 40)) {
          const text = document.slice(span.start, span.end);
          const found = quantities(text).find(({ start }) => !isName(text, start));
          if (!found || !/^\s\p{L}/u.test(text.slice(found.end))) continue;
          const value = chance.pick(words[half].values);
          const at = span.start + found.start;
          const out = document.text.slice(0, at) + value + document.text.slice(span.start + found.end);
          return {
            changes: [{ path: document.path, text: out }],
            places: [{ path: document.path, line: lineAt(out, at) }],
            facets: ['in the stead of a number', `language ${language(document)}`],
          };
        }
        continue;
      }
      const note = chance.pick(words[half].notes);
      if (severity === 'moderate') {
        const open = openParagraphs(document);
        if (open.length === 0) continue;
        const put = withPassage(document, note, chance.pick(open), true);
        return {
          changes: [{ path: document.path, text: put.text }],
          places: [{ path: document.path, line: put.line }],
          facets: ['behind a sentence or paragraph', `language ${language(document)}`],
        };
      }
      // in the stead of a section's text
      const all = blocks(document);
      const heads = all.flatMap((block, i) => (block.kind === 'heading' && all[i + 1]?.kind === 'prose' ? [i] : []));
      if (heads.length < 2) continue;
      const i = chance.pick(heads);
      const body = all[i + 1]!;
      const out =
        document.text.slice(0, body.start) +
        note +
        document.text.slice(body.start + document.slice(body.start, body.end).trimEnd().length);
      return {
        changes: [{ path: document.path, text: out }],
        places: [{ path: document.path, line: lineAt(out, body.start) }],
        facets: ['in the stead of a paragraph', `language ${language(document)}`],
      };
    }
    return undefined;
  },
};

export const markerInjections: readonly SetInjection[] = [versionMismatch, undefinedId, doubledId, openPoint];

/** A sound paragraph put into a document of its language. */
function paragraphDecoy(
  id: string,
  like: string,
  why: string,
  texts: Readonly<Record<string, Halves<string>>>,
): SetDecoy {
  return {
    id,
    like,
    why,
    make(folder, chance, half): readonly Change[] | undefined {
      const document = shuffled(chance, writings(folder)).find((one) => texts[language(one)]);
      if (!document) return undefined;
      const put = withParagraph(document, texts[language(document)]![half], chance);
      return put && [{ path: document.path, text: put.text }];
    },
  };
}

export const markerDecoys: readonly SetDecoy[] = [
  paragraphDecoy('todo-app', 'open-point', 'the subject is a list of things to do', {
    en: {
      train:
        'The todo list shows every open task. A TODO item has a title and a due date; completed todos move to the archive.',
      dev: 'The linter rule no-warning-comments reports TODO and FIXME comments in the code, and XXX too if it is configured.',
    },
    de: {
      train: 'Die ToDo-Liste zeigt alle offenen Aufgaben; jedes ToDo hat einen Titel und eine Frist.',
      dev: 'Der Editor hebt TODO und FIXME in Kommentaren hervor.',
    },
  }),
  paragraphDecoy('todo-word', 'open-point', 'the word means all', {
    es: {
      train: 'TODO EL PERSONAL DEBE LLEVAR CASCO. Sobre todo, se debe revisar todo el equipo antes de cada uso.',
      dev: 'Ante todo, el sistema guarda todo lo que el usuario escribe. TODO USUARIO ACEPTA ESTAS CONDICIONES.',
    },
    pt: {
      train: 'TODO O PESSOAL DEVE USAR CAPACETE. Acima de tudo, todo o equipamento deve ser verificado.',
      dev: 'TODO USUÁRIO ACEITA ESTES TERMOS. O sistema guarda todo o histórico por padrão.',
    },
    it: {
      train: 'Il modo in cui tutto questo avviene non è definito dallo standard ma dal produttore.',
      dev: 'Il responsabile decide da solo che cosa definire e quando.',
    },
  }),
  paragraphDecoy('tbd-explained', 'open-point', 'an abbreviation is explained, or the procedure for open points', {
    en: {
      train: 'TBD stands for "to be determined" and is used in drafts alone; a released document contains no TBD.',
      dev: 'Reviewers mark an open question with TBC. The release check counts these marks and fails if there is one.',
    },
    fr: {
      train: 'L’abréviation TBD signifie « à définir » ; un document publié n’en contient aucune.',
      dev: 'Les points ouverts sont suivis dans le registre des décisions, avec un responsable et une date.',
    },
    zh: {
      train: 'TBD 表示“待定”，仅用于草案；正式发布的文档不得包含该标记。',
      dev: '评审人对未决问题使用“待确认”标签，发布前由系统检查。',
    },
  }),
  paragraphDecoy('masks', 'open-point', 'a mask, a Roman number, an operator', {
    en: {
      train: 'Enter the number in the form XXX-XXX-XXXX. Chapter XXX of the old edition is not part of this one.',
      dev: 'The type is written `T | ???` in older tools; the wildcard `xx` in a class such as 4xx or 5xx stands for any two digits.',
    },
  }),
  paragraphDecoy('many-versions', 'version-mismatch', 'versions of other things, and spans of versions', {
    en: {
      train:
        'It works with Node 18, 20 and 22, needs OpenSSL 1.1.1 or 3.0, and can read files of format version 1 and 2.',
      dev: 'Since 1.4 the option is on by default; in 1.2 and 1.3 it had to be set. TLS 1.0 and 1.1 are refused, TLS 1.2 is the least.',
    },
    de: {
      train: 'Unterstützt werden die Versionen 18, 20 und 22; das Dateiformat gibt es in Version 1 und 2.',
      dev: 'Seit 1.4 ist die Option eingeschaltet, in 1.2 und 1.3 musste sie gesetzt werden.',
    },
    zh: {
      train: '支持 18、20 和 22 版本，文件格式有版本 1 和版本 2 两种。',
      dev: '自 1.4 起该选项默认开启，1.2 和 1.3 中需要手动设置。',
    },
  }),
  paragraphDecoy(
    'foreign-ids',
    'undefined-id',
    'identifiers of other bodies and trackers, and examples of an identifier',
    {
      en: {
        train:
          'See RFC-2119, ISO-9001 and CVE-2021-44228. The ticket OPS-1312 has the discussion. An identifier has the form ABC-123, such as XYZ-999.',
        dev: 'The part follows EN-60204 and UL-508. Bugs are filed as BUG-4711 in the tracker. Name a new rule by the next free number, e.g. ZZ-07.',
      },
      ru: {
        train: 'См. ГОСТ 34.602-89 и ISO-9001; обсуждение в задаче OPS-1312.',
        dev: 'Оборудование соответствует EN-60204; ошибки заводятся как BUG-4711.',
      },
    },
  ),
  {
    id: 'traceability',
    like: 'doubled-id',
    why: 'a table of what is tested lists every requirement once more',
    make(folder, chance, half): readonly Change[] | undefined {
      for (const document of shuffled(chance, writings(folder))) {
        const group = requirementsOf(document)[0];
        if (!group || document.format !== 'markdown') continue;
        const ids = group.map((one) => document.slice(one.at.start, one.at.end));
        const { folder: dir, extension } = partsOf(document.path);
        const path = `${dir}${half === 'train' ? 'traceability' : 'coverage-matrix'}${extension}`;
        if (folder.paths.has(path)) continue;
        const rows = ids.map((id, i) => `| ${id} | T-${String(100 + i)} | ${i % 3 === 0 ? 'review' : 'test'} |`);
        return [
          { path, text: `# Coverage\n\n| Requirement | Case | Method |\n| --- | --- | --- |\n${rows.join('\n')}\n` },
        ];
      }
      return undefined;
    },
  },
];
