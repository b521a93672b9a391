/** What stands at the head and foot of a page, put into the text where the page happened to end. */
import type { Document } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import { weightOfUnits } from '../../src/views/script.ts';
import type { Random } from '../random.ts';
import {
  before,
  between,
  by,
  columns,
  damaged,
  isAfterWord,
  isWriting,
  paragraphs,
  points,
  reflow,
  type Edit,
} from './tools.ts';
import type { Half, Injection } from './types.ts';

/** One way to set heads and feet: `{p}` this page, `{q}` the next one, `{n}` all pages, `{t}` the document's title; digits `ar`, `fa`, `hi`, `han`. */
interface Sheet {
  readonly language: string;
  readonly text: string;
}

const sheets = (list: string): readonly Sheet[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const bar = line.indexOf(' | ');
      return {
        language: line.slice(0, bar).trim(),
        text: line
          .slice(bar + 3)
          .replaceAll('⏎', '\n')
          .replaceAll('⇥', '    '),
      };
    });

/** The language that fits every text: no words. */
const ANY = 'any';

export const PAGE_SHEETS: Readonly<Record<Half, readonly Sheet[]>> = {
  train: sheets(`
any | - {p} -
any | {p}
any | {p} / {n}
any | {t}⇥{p}
any | {p}⇥{t}
any | — {p} —⏎{t}
any | [{p}]
en | Page {p} of {n}
en | Norvane Systems Ltd. Confidential⇥{p}
en | Okafor & Lindqvist⇥Standards Track⇥[Page {p}]⏎Draft 07⇥{t}⇥May 2021
en | Revision 2.3⇥2024-05-06⇥{p}/{n}
en | Copyright 2019 Halden Works. All rights reserved.⇥Page {p}
en | {t}⏎Printed 14/03/2022 09:41⇥Page {p}
en | UNCONTROLLED WHEN PRINTED⏎Doc. No. HW-1184-C⇥Sheet {p} of {n}
en | The Brackwater Courier, Tuesday, 4 June 2019⇥B{p}
en | {p}⇥Chapter 4. Operation
en | Preliminary - subject to change⇥Page {p}
zh | 第 {p} 页
zh | 第{p}页 共{n}页
zh | {p}版⇥要闻⇥2021年3月9日 星期二⇥临江晚报
zh | 内部资料 注意保密⇥{p}
zh | 临江市标准化研究院⇥版本 V1.2⇥第 {p} 页
ja | {p} ページ
ja | 株式会社ミナト設計⇥社外秘⇥{p}/{n}
ru | Стр. {p} из {n}
ru | Лист {p}⏎ТУ 4218-011-00000000
ru | ООО «Северный стенд»⇥Для служебного пользования⇥{p}
de | Seite {p} von {n}
de | Haldener Werke GmbH⇥Vertraulich⇥Seite {p}
fr | Page {p} sur {n}
fr | Société Marvelle - Document confidentiel⇥p. {p}
es | Página {p} de {n}
es | Boletín de Valdeoro, núm. 112⇥Pág. {p}
pt | Página {p} de {n}
it | Pagina {p} di {n}
ko | - {p} 쪽 -
ko | {p} / {n} 페이지⏎(주)한빛나루 대외비
ar | صفحة {p:ar}
ar | صفحة {p} من {n}
fa | صفحه {p:fa} از {n:fa}
tr | Sayfa {p} / {n}
pl | Strona {p} z {n}
hi | पृष्ठ {p:hi}
th | หน้า {p}
vi | Trang {p}
he | עמוד {p} מתוך {n}
uk | Стор. {p}
nl | Pagina {p} van {n}
`),
  dev: sheets(`
any | ~ {p} ~
any | {p}.
any | {p}|{n}
any | {t} / {p}
any | {p} · {t}
any | * {p} *
any | ({p})
en | p. {p}/{n}
en | Pelham Instruments Inc. - Company Private - {p}
en | Varga, et al.⇥Informational⇥[Page {p}]⏎RFD 311⇥{t}⇥August 2018
en | Issue C⇥11 January 2020⇥Page {p} of {n} pages
en | © Tarn Institute 2021 - Licensed to a single user⇥{p}
en | Downloaded by guest on 02 October 2020⏎{p}
en | {t}⏎Document ID: PI-77-204 Rev. B⇥pg {p}
en | Daily Harbour Post | Saturday, 21 August 2021 | A{p}
en | Section 3: Requirements⇥3-{p}
en | DRAFT - NOT FOR DISTRIBUTION⏎{p} of {n}
zh | ·{p}·
zh | 页码：{p}/{n}
zh | 青岚日报⇥第{p}版⇥责任编辑：某某⇥2020年11月5日
zh | 机密文件⇥共 {n} 页⇥第 {p} 页
zh | Q/QL 0023—2019⏎{p:han}
ja | － {p} －
ja | 青葉技研株式会社⇥第2版⇥{p}頁
ru | Страница {p}
ru | Изм. 2⇥Лист {p}⇥Листов {n}
ru | АО «Полярный контур»⇥Конфиденциально⇥с. {p}
de | S. {p}/{n}
de | Stand: 03.02.2020⇥Entwurf⇥Blatt {p}
fr | {p}/{n} - Version provisoire
fr | Le Courrier de Belmaison⇥jeudi 12 mars 2020⇥page {p}
es | pág. {p}/{n}
es | Documento interno - Talleres Oriel S.A.⇥Hoja {p} de {n}
pt | Pág. {p}/{n} - Uso interno
it | pag. {p} - Bozza riservata
ko | 제 {p} 쪽 / 총 {n} 쪽
ko | 가온기술⇥기술문서 2판⇥{p}
ar | ص {p:ar}
ar | سري - الصفحة {p} / {n}
fa | صفحهٔ {p:fa}
tr | s. {p} - Gizli
pl | str. {p}/{n} - Poufne
hi | पेज {p:hi} / {n:hi}
th | หน้าที่ {p} จาก {n}
vi | Trang {p}/{n} - Lưu hành nội bộ
he | דף {p}
uk | Сторінка {p} з {n}
nl | blz. {p} - Vertrouwelijk
`),
};

const ZEROS: Readonly<Record<string, number>> = { ar: 0x660, fa: 0x6f0, hi: 0x966 };

function digits(number: number, how: string | undefined): string {
  const text = String(number);
  if (how === undefined) return text;
  if (how === 'han') return [...text].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return [...text].map((digit) => String.fromCharCode(ZEROS[how]! + Number(digit))).join('');
}

function print(sheet: Sheet, page: number, pages: number, title: string): string {
  return sheet.text
    .replace(/\{p(?::(\w+))?\}/gu, (_, how: string | undefined) => digits(page, how))
    .replace(/\{n(?::(\w+))?\}/gu, (_, how: string | undefined) => digits(pages, how))
    .replaceAll('{t}', title);
}

/** The first heading or line with letters, without marks, cut to 60 columns: what stands at the head of a page. */
function titleOf(document: Document): string {
  const head = blocks(document).find((block) => block.kind === 'heading');
  const lines = document.slice(0, 4000).split('\n');
  if (head) lines.unshift(document.slice(head.start, Math.min(head.end, head.start + 200)).replaceAll('\n', ' '));
  for (const line of lines) {
    const bare = line
      .replace(/^[\s#=*]+|[\s#=*~-]+$|\\(?:title|section)\*?\{|[}*`_]+/gu, '')
      .replace(/<[^>]*>|\[|\]\([^)]*\)/gu, '')
      .trim();
    if (/\p{L}{3}/u.test(bare) && !/^(?:---|\.\.|%|!|-|[\w-]+:)/u.test(bare))
      return reflow(bare, 60)[0] ?? bare.slice(0, 60);
  }
  return '1.0';
}

/** Points in running text, as the page ended there: at a line's end inside a paragraph, or behind a word where it is one line. */
function pageEnds(document: Document, chance: Random): number[] {
  const { text } = document;
  const out: number[] = [];
  for (const block of paragraphs(document, 100, ['prose', 'list'])) {
    const inside = { start: block.start + 20, end: Math.min(block.end - 12, block.start + 6000) };
    const ends = points(text, inside, (from, at) => from[at] === '\n');
    const found = ends.length > 0 ? ends : points(text, inside, isAfterWord);
    // a place in every 600 characters of a paragraph
    for (let from = inside.start; from < inside.end; from += 600) {
      const near = found.filter((at) => at >= from && at < from + 600 && !/[.!?。！？؟।…:]/u.test(before(text, at)));
      if (near.length > 0) out.push(chance.pick(near));
    }
  }
  return out;
}

// mild: once; moderate: at 5 page ends; severe: at 20
const pageFurniture: Injection = {
  id: 'page-furniture',
  sees: 'Page numbers, running heads and feet stand in the middle of sentences.',
  inject: (document, chance, severity, half) => {
    if (!isWriting(document) || document.format === 'roff') return undefined;
    const { text, units } = document;
    const wanted = by(severity, 1, 5, 20);
    const all = pageEnds(document, chance);
    if (all.length < wanted) return undefined;
    const chosen: number[] = [];
    if (wanted === 1) chosen.push(chance.pick(all));
    else {
      // pages hold about the same weight of text: 1,800 to 3,200, or what the text's length allows, not under 600
      let total = 0;
      for (let i = 1; i < all.length; i++) total += weightOfUnits(units, all[i - 1]!, all[i]!);
      const page = Math.min(between(chance, 1800, 3200), total / (wanted + 1));
      if (page < 600) return undefined;
      let reached = page / 2;
      for (let i = 0; i < all.length && chosen.length < wanted; i++) {
        if (i > 0) reached += weightOfUnits(units, all[i - 1]!, all[i]!);
        if (reached >= page * (chosen.length + 1)) chosen.push(all[i]!);
      }
      if (chosen.length < wanted) return undefined;
    }
    const own = language(document);
    const fitting = PAGE_SHEETS[half].filter((sheet) => sheet.language === own);
    const any = PAGE_SHEETS[half].filter((sheet) => sheet.language === ANY);
    const sheet = chance.pick(fitting.length > 0 && chance.below(3) > 0 ? fitting : any);
    const title = titleOf(document);
    const first = between(chance, 1, 40);
    const pages = first + wanted + between(chance, 1, 60);
    const paragraph = chance.below(2) === 0;
    const edits = chosen.map((at, i): Edit => {
      const made = print(sheet, first + i, pages, title);
      let end = at;
      while (text[end] === ' ' || text[end] === '\n') end++;
      const gap = paragraph ? '\n\n' : '\n';
      return { start: at, end, text: gap + made + gap, mark: { start: gap.length, end: gap.length + made.length } };
    });
    return damaged(text, edits, [
      wanted === 1 ? 'once' : 'recurring',
      paragraph ? 'own paragraph' : 'plain line',
      `language ${sheet.language}`,
      columns(print(sheet, 1, 9, 'title')) < 7 ? 'number alone' : 'with words',
    ]);
  },
};

export const furniture: readonly Injection[] = [pageFurniture];
