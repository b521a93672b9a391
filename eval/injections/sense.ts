/** Documents that say two things: a value, an obligation or a passage said again otherwise, a count or a sum that does not come out. */
import type { Block, Document, Span } from '../../src/core/types.ts';
import { language } from '../../src/views/language.ts';
import { sentences } from '../../src/views/sentences.ts';
import { weightOf, weightOfUnits } from '../../src/views/script.ts';
import type { Random } from '../random.ts';
import { between, by, damaged, isWriting, paragraphs, shuffled } from './tools.ts';
import type { Injected, Injection, Severity } from './types.ts';

/** Weight of a string. */
function heavy(text: string): number {
  let sum = 0;
  for (const character of text) sum += weightOf(character.codePointAt(0)!);
  return sum;
}

/** Whole sentences of running prose, at least `least` in weight. */
function sentencesOf(document: Document, least: number): Span[] {
  const all = sentences(document);
  const prose = paragraphs(document, least);
  const out: Span[] = [];
  for (let i = 0; i < all.count; i++) {
    const span = { start: all.starts[i]!, end: all.ends[i]! };
    if (weightOfUnits(document.units, span.start, span.end) < least) continue;
    if (prose.some((block) => block.start <= span.start && span.end <= block.end)) out.push(span);
  }
  return out;
}

/** A place between two blocks of prose, at least `far` units away from `from`, where a new paragraph can stand. */
function placeFor(document: Document, from: Span, chance: Random, far = 600): Block | undefined {
  const open = paragraphs(document, 60).filter((block) => block.start > from.end + far || block.end < from.start - far);
  return open.length === 0 ? undefined : chance.pick(open);
}

const NUMBER = /(?<![\p{L}\p{N}.,:/_#§$€£¥+-])(\d{1,4})(?:[.,]\d{1,2})?(?![\p{N}.:/_-])(?=\s?[\p{L}%°])/gu;

/** A number with what it counts behind it; no year, no number of a section. */
function numberIn(text: string, chance: Random): Span | undefined {
  const found = [...text.matchAll(NUMBER)].filter(
    (match) => !/^(?:1[89]|20)\d\d$/u.test(match[0]) && match[0] !== '0' && match[0] !== '1' && match.index > 8,
  );
  if (found.length === 0) return undefined;
  const match = chance.pick(found);
  return { start: match.index, end: match.index + match[0].length };
}

function otherNumber(value: string, chance: Random): string {
  const number = Number(value.replace(',', '.'));
  const by = chance.pick([2, 3, 5, 10, 1.5]);
  const next = Number.isInteger(number) ? Math.round(number * by) + (number < 3 ? 2 : 0) : number * by;
  const text = Number.isInteger(number) ? String(next) : next.toFixed(1);
  const out = value.includes(',') ? text.replace('.', ',') : text;
  return out === value ? `${out}0` : out;
}

/** Obligations and what forbids the same, by language; the first form found in a sentence is turned. */
const MODALS: Readonly<Record<string, readonly (readonly [says: RegExp, forbids: string])[]>> = {
  en: [
    [/\bMUST(?! NOT\b)/u, 'MUST NOT'],
    [/\bSHALL(?! NOT\b)/u, 'SHALL NOT'],
    [/\bmust(?! not\b)/u, 'must not'],
    [/\bshall(?! not\b)/u, 'shall not'],
    [/\bis required\b/u, 'is not required'],
  ],
  de: [
    [/\bmuss(?! nicht\b)/u, 'darf nicht'],
    [/\bmüssen(?! nicht\b)/u, 'dürfen nicht'],
  ],
  fr: [
    [/(?<!ne )\bdoit\b(?! pas)/u, 'ne doit pas'],
    [/(?<!ne )\bdoivent\b(?! pas)/u, 'ne doivent pas'],
  ],
  es: [
    [/(?<!no )\bdebe\b/u, 'no debe'],
    [/(?<!no )\bdeben\b/u, 'no deben'],
  ],
  pt: [
    [/(?<!não )\bdeve\b/u, 'não deve'],
    [/(?<!não )\bdevem\b/u, 'não devem'],
  ],
  it: [
    [/(?<!non )\bdeve\b/u, 'non deve'],
    [/(?<!non )\bdevono\b/u, 'non devono'],
  ],
  ru: [
    [/(?<!не )\bдолжен\b/u, 'не должен'],
    [/(?<!не )должны/u, 'не должны'],
    [/(?<!не )должна/u, 'не должна'],
  ],
  zh: [
    [/必须/u, '不得'],
    [/(?<!不)应当/u, '不应当'],
    [/(?<![不相响对适反效供])应(?![用当该对答急])/u, '不应'],
  ],
  ja: [
    [/しなければならない/u, 'してはならない'],
    [/する必要がある/u, 'する必要はない'],
  ],
  ko: [
    [/해야 한다/u, '해서는 안 된다'],
    [/하여야 한다/u, '하여서는 아니 된다'],
    [/해야 합니다/u, '해서는 안 됩니다'],
  ],
  ar: [[/(?<!لا )يجب/u, 'لا يجب']],
  tr: [[/malıdır/u, 'mamalıdır']],
};

/** The sentence, or for lesser severities a clause of it with the value at `at`. */
function restated(text: string, at: Span, severity: Severity): { text: string; at: Span } | undefined {
  if (severity === 'severe') return { text, at };
  const least = by(severity, 40, 70, 0);
  const marks = [...text.matchAll(/[,;:，；：،、]\s?/gu)].map((match) => match.index + match[0].length);
  let best: { text: string; at: Span } | undefined;
  for (const start of [0, ...marks])
    for (const end of [...marks, text.length]) {
      if (start > at.start || end < at.end || end - start >= text.length) continue;
      const piece = text.slice(start, end).replace(/[,;:，；：،、\s]+$/u, '');
      if (start + piece.length < at.end || heavy(piece) < least) continue;
      if (best && best.text.length <= piece.length) continue;
      best = { text: piece, at: { start: at.start - start, end: at.end - start } };
    }
  return best;
}

/** Puts a paragraph that says `text` behind or before another one; the two places in the order of the document. */
function saidAgain(
  document: Document,
  first: Span,
  text: string,
  mark: Span,
  chance: Random,
  facets: readonly string[],
): Injected | undefined {
  const place = placeFor(document, first, chance);
  if (!place) return undefined;
  const at = place.end;
  const own = { ...first, text: document.slice(first.start, first.end) };
  const added = { start: at, end: at, text: `\n\n${text}`, mark: { start: mark.start + 2, end: mark.end + 2 } };
  return damaged(document.text, at < first.start ? [added, own] : [own, added], facets);
}

const conflictNumber: Injection = {
  id: 'conflict-number',
  sees: 'One thing has one number here and another one there.',
  inject(document, chance, severity) {
    if (!isWriting(document)) return undefined;
    for (const span of shuffled(chance, sentencesOf(document, 60)).slice(0, 40)) {
      const text = document.slice(span.start, span.end);
      const at = numberIn(text, chance);
      if (!at || text.includes('\n\n')) continue;
      const said = restated(text, at, severity);
      if (!said) continue;
      const value = said.text.slice(said.at.start, said.at.end);
      const other = otherNumber(value, chance);
      const out = said.text.slice(0, said.at.start) + other + said.text.slice(said.at.end);
      const first = { start: span.start + at.start, end: span.start + at.end };
      const mark = { start: said.at.start, end: said.at.start + other.length };
      const done = saidAgain(document, first, out, mark, chance, []);
      if (done) return done;
    }
    return undefined;
  },
};

const conflictModality: Injection = {
  id: 'conflict-modality',
  sees: 'What one place asks for, another one forbids in the same words.',
  inject(document, chance, severity) {
    const modals = MODALS[language(document)];
    if (!modals || !isWriting(document)) return undefined;
    for (const span of shuffled(chance, sentencesOf(document, 60)).slice(0, 60)) {
      const text = document.slice(span.start, span.end);
      for (const [says, forbids] of modals) {
        const match = says.exec(text);
        if (!match) continue;
        const at = { start: match.index, end: match.index + match[0].length };
        const said = restated(text, at, severity);
        if (!said) continue;
        const out = said.text.slice(0, said.at.start) + forbids + said.text.slice(said.at.end);
        const first = { start: span.start + at.start, end: span.start + at.end };
        const mark = { start: said.at.start, end: said.at.start + forbids.length };
        const done = saidAgain(document, first, out, mark, chance, [`language ${language(document)}`]);
        if (done) return done;
        break;
      }
    }
    return undefined;
  },
};

const conflictValue: Injection = {
  id: 'conflict-value',
  sees: 'A name, an identifier or a quoted word is another one where the same sentence comes again.',
  inject(document, chance, severity) {
    if (!isWriting(document)) return undefined;
    const CODE = /(?<!`)`([A-Za-z][\w.-]{1,30})`(?!`)|"([\p{L}][\p{L}\p{N}_.-]{1,30})"/gu;
    const others = [...new Set([...document.text.matchAll(CODE)].map((match) => match[1] ?? match[2]!))];
    if (others.length < 2) return undefined;
    for (const span of shuffled(chance, sentencesOf(document, 60)).slice(0, 40)) {
      const text = document.slice(span.start, span.end);
      const match = chance.pick([...text.matchAll(CODE), null]);
      if (!match || text.includes('\n\n')) continue;
      const word = match[1] ?? match[2]!;
      const at = { start: match.index + 1, end: match.index + 1 + word.length };
      const said = restated(text, at, severity);
      const other = chance.pick(others);
      if (!said || other === word || text.includes(other)) continue;
      const out = said.text.slice(0, said.at.start) + other + said.text.slice(said.at.end);
      const first = { start: span.start + at.start, end: span.start + at.end };
      const mark = { start: said.at.start, end: said.at.start + other.length };
      const done = saidAgain(document, first, out, mark, chance, []);
      if (done) return done;
    }
    return undefined;
  },
};

/** A passage of some sentences in one block, of a weight between the two. */
function passage(document: Document, least: number, most: number, chance: Random): Span | undefined {
  const found: Span[] = [];
  for (const block of paragraphs(document, least)) {
    const inside = sentencesOf(document, 1).filter((span) => block.start <= span.start && span.end <= block.end);
    for (let i = 0; i < inside.length; i++)
      for (let j = i; j < inside.length && j < i + 8; j++) {
        const span = { start: inside[i]!.start, end: inside[j]!.end };
        const load = weightOfUnits(document.units, span.start, span.end);
        if (load >= least && load <= most) found.push(span);
      }
    if (found.length > 200) break;
  }
  return found.length === 0 ? undefined : chance.pick(found);
}

/** `kind`: what is other in the second telling. */
function repeat(id: string, least: number, most: number): Injection {
  return {
    id,
    sees: 'A passage stands twice, the second time with another number, or with words lost or added.',
    inject(document, chance, severity) {
      if (!isWriting(document)) return undefined;
      const span = passage(document, least, most, chance);
      if (!span) return undefined;
      const text = document.slice(span.start, span.end);
      const way = chance.pick(['number', 'lost', 'added'] as const);
      if (way === 'number') {
        const at = numberIn(text, chance);
        if (!at) return undefined;
        const other = otherNumber(text.slice(at.start, at.end), chance);
        const out = text.slice(0, at.start) + other + text.slice(at.end);
        const mark = { start: at.start, end: at.start + other.length };
        return saidAgain(document, { start: span.start + at.start, end: span.start + at.end }, out, mark, chance, [
          way,
        ]);
      }
      const words = [...text.matchAll(/[\p{L}\p{N}\p{M}'’-]+/gu)];
      const spaced = words.length * 12 > text.length;
      const many = by(severity, 2, 3, 4);
      if (way === 'lost') {
        const units = spaced ? words : [...text.matchAll(/\p{L}{2}/gu)];
        if (units.length < many + 6) return undefined;
        const from = between(chance, 2, units.length - many - 2);
        const start = units[from]!.index;
        const end = units[from + many]!.index;
        if (/[\n.。!?]/u.test(text.slice(start, end))) return undefined;
        const out = text.slice(0, start) + text.slice(end);
        const mark = { start: Math.max(0, start - 1), end: Math.min(out.length, start + 1) };
        return saidAgain(document, { start: span.start + start, end: span.start + end }, out, mark, chance, [way]);
      }
      const donors = shuffled(chance, sentencesOf(document, 40)).filter(
        (other) => other.end < span.start || other.start > span.end,
      );
      const donor = donors[0] && document.slice(donors[0].start, donors[0].end).replace(/\s+/gu, ' ');
      const piece =
        donor &&
        (spaced
          ? donor
              .split(' ')
              .slice(1, 1 + many + 1)
              .join(' ')
          : donor.slice(1, 2 + 2 * many));
      if (!piece || words.length < 6) return undefined;
      const at = spaced ? words[between(chance, 2, words.length - 2)]!.index : Math.floor(text.length / 2);
      const added = spaced ? `${piece} ` : piece;
      const out = text.slice(0, at) + added + text.slice(at);
      return saidAgain(
        document,
        { start: span.start + at, end: span.start + at + 1 },
        out,
        { start: at, end: at + added.length },
        chance,
        [way],
      );
    },
  };
}

/** `{n}` is the count; words for 2 to 10. */
const CLAIMS: Readonly<Record<string, { readonly says: string; readonly words: readonly string[] }>> = {
  en: { says: 'The following {n} points apply:', words: 'two three four five six seven eight nine ten'.split(' ') },
  de: {
    says: 'Es gelten die folgenden {n} Punkte:',
    words: 'zwei drei vier fünf sechs sieben acht neun zehn'.split(' '),
  },
  fr: {
    says: 'Les {n} points suivants s’appliquent :',
    words: 'deux trois quatre cinq six sept huit neuf dix'.split(' '),
  },
  es: {
    says: 'Se aplican los {n} puntos siguientes:',
    words: 'dos tres cuatro cinco seis siete ocho nueve diez'.split(' '),
  },
  pt: {
    says: 'Aplicam-se os {n} pontos seguintes:',
    words: 'dois três quatro cinco seis sete oito nove dez'.split(' '),
  },
  it: {
    says: 'Si applicano i {n} punti seguenti:',
    words: 'due tre quattro cinque sei sette otto nove dieci'.split(' '),
  },
  nl: { says: 'De volgende {n} punten gelden:', words: 'twee drie vier vijf zes zeven acht negen tien'.split(' ') },
  da: { says: 'Følgende {n} punkter gælder:', words: 'to tre fire fem seks syv otte ni ti'.split(' ') },
  ru: {
    says: 'Действуют следующие {n} правил:',
    words: 'два три четыре пять шесть семь восемь девять десять'.split(' '),
  },
  uk: { says: 'Діють такі {n} правил:', words: 'два три чотири п’ять шість сім вісім дев’ять десять'.split(' ') },
  pl: {
    says: 'Obowiązuje następujących {n} zasad:',
    words: 'dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć'.split(' '),
  },
  tr: { says: 'Aşağıdaki {n} madde geçerlidir:', words: 'iki üç dört beş altı yedi sekiz dokuz on'.split(' ') },
  ar: { says: 'تنطبق النقاط الـ{n} التالية:', words: [] },
  zh: { says: '以下{n}个要点适用：', words: '两 三 四 五 六 七 八 九 十'.split(' ') },
  ja: { says: '次の{n}つの項目が適用される：', words: '二 三 四 五 六 七 八 九 十'.split(' ') },
  ko: { says: '다음 {n}가지 항목이 적용된다:', words: '두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ') },
};

const ITEM = /^(?:[-*+•]|\d{1,2}[.)])\s+\S/u;

/** Lists of single-line items at the margin, with a blank line on both sides: their first line and how many there are. */
function listsOf(text: string): { readonly at: number; readonly count: number }[] {
  const out: { at: number; count: number }[] = [];
  const lines = text.split('\n');
  let at = 0;
  for (let i = 0; i < lines.length; at += lines[i]!.length + 1, i++) {
    if (i === 0 || lines[i - 1] !== '' || !ITEM.test(lines[i]!)) continue;
    let end = i;
    while (end < lines.length && ITEM.test(lines[end]!)) end++;
    const count = end - i;
    if (count >= 3 && count <= 9 && (end >= lines.length || lines[end] === '')) {
      const next = lines.slice(end).find((line) => line !== '') ?? '';
      const last = lines.slice(0, i).findLast((line) => line !== '') ?? '';
      // a list goes on behind a gap, or is counted already
      if (!ITEM.test(next) && !/^\s/u.test(next) && !ITEM.test(last) && !/[:：]$/u.test(last)) out.push({ at, count });
    }
  }
  return out;
}

const miscount: Injection = {
  id: 'miscount',
  sees: 'A sentence says how many there are, and the list behind it has more or fewer.',
  inject(document, chance, severity) {
    const tongue = language(document);
    const claim = CLAIMS[tongue];
    if (!claim || !isWriting(document)) return undefined;
    const lists = listsOf(document.text);
    if (lists.length === 0) return undefined;
    const { at, count } = chance.pick(lists);
    const off = by(severity, 1, 2, 3);
    const said = chance.next() < 0.5 && count - off >= 2 ? count - off : count + off;
    const word = chance.next() < 0.5 ? claim.words[said - 2] : undefined;
    const line = claim.says.replace('{n}', word ?? String(said));
    return damaged(
      document.text,
      [{ start: at, end: at, text: `${line}\n\n`, mark: { start: 0, end: line.length } }],
      [`language ${tongue}`, word === undefined ? 'in digits' : 'in words', said > count ? 'too many' : 'too few'],
    );
  },
};

const TOTALS: Readonly<Record<string, readonly [item: string, amount: string, total: string]>> = {
  en: ['Part', 'Hours', 'Total'],
  de: ['Teil', 'Stunden', 'Summe'],
  fr: ['Partie', 'Heures', 'Total'],
  es: ['Parte', 'Horas', 'Total'],
  pt: ['Parte', 'Horas', 'Total'],
  it: ['Parte', 'Ore', 'Totale'],
  ru: ['Часть', 'Часы', 'Итого'],
  zh: ['部分', '小时', '合计'],
  ja: ['部分', '時間', '合計'],
  ko: ['부분', '시간', '합계'],
  tr: ['Bölüm', 'Saat', 'Toplam'],
  ar: ['الجزء', 'الساعات', 'المجموع'],
};

const wrongSum: Injection = {
  id: 'wrong-sum',
  sees: 'The last row of a table is not the sum of the others.',
  inject(document, chance, severity) {
    const tongue = language(document);
    const names = TOTALS[tongue];
    if (!names || document.format !== 'markdown') return undefined;
    const open = paragraphs(document, 80);
    if (open.length === 0) return undefined;
    const rows = between(chance, 3, 7);
    const values = Array.from({ length: rows }, () => between(chance, 2, 90));
    const sum = values.reduce((a, b) => a + b, 0);
    const said = sum + by(severity, 1, 10, 100);
    const at = chance.pick(open).end;
    const [item, amount, total] = names;
    const table = [
      `| ${item} | ${amount} |`,
      '| --- | ---: |',
      ...values.map((value, i) => `| ${String.fromCharCode(65 + i)} | ${value} |`),
      `| ${total} | ${said} |`,
    ];
    const text = `\n\n${table.join('\n')}`;
    const mark = { start: text.lastIndexOf('\n') + 1, end: text.length };
    return damaged(document.text, [{ start: at, end: at, text, mark }], [`language ${tongue}`]);
  },
};

const overfullShares: Injection = {
  id: 'wrong-shares',
  sees: 'Shares of one whole add up to more or less than 100 %.',
  inject(document, chance, severity) {
    const open = paragraphs(document, 80);
    if (document.format !== 'markdown' || open.length === 0) return undefined;
    const names = TOTALS[language(document)];
    if (!names) return undefined;
    const parts = [between(chance, 30, 45), between(chance, 15, 25), between(chance, 5, 12)];
    const rest = 100 - parts.reduce((a, b) => a + b, 0);
    const values = [...parts, rest + by(severity, 4, 9, 20)];
    const table = [
      `| ${names[0]} | % |`,
      '| --- | ---: |',
      ...values.map((value, i) => `| ${String.fromCharCode(65 + i)} | ${value} % |`),
      `| ${names[2]} | 100 % |`,
    ];
    const at = chance.pick(open).end;
    const text = `\n\n${table.join('\n')}`;
    const mark = { start: text.lastIndexOf('\n') + 1, end: text.length };
    return damaged(document.text, [{ start: at, end: at, text, mark }], []);
  },
};

export const senseInjections: readonly Injection[] = [
  conflictNumber,
  conflictModality,
  conflictValue,
  repeat('repeat-differs', 250, 900),
  repeat('repeat-differs-short', 120, 250),
  miscount,
  wrongSum,
  overfullShares,
];
