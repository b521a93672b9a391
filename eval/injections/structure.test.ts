import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import type { Document } from '../../src/core/types.ts';
import { random } from '../random.ts';
import { PAGE_SHEETS } from './furniture.ts';
import { structureInjections, structureTraps } from './structure.ts';
import type { Injected, Severity } from './types.ts';

type Damaged = Injected & { readonly text: string };

const SEVERITIES: readonly Severity[] = ['mild', 'moderate', 'severe'];

const chance = random(11);
/** A sentence made of words by chance, so that nothing in the clean text repeats itself. */
function sentence(words: readonly string[], join: string, stop: string): string {
  const count = 9 + chance.below(14);
  const made = Array.from({ length: count }, () => chance.pick(words));
  if (chance.below(3) === 0) made[4] = String(2 + chance.below(900));
  const text = made.join(join);
  return text.charAt(0).toUpperCase() + text.slice(1) + stop;
}

const english =
  'harbour lantern keeper records measurement of the against every implementation signal weather and between instrument quietly reading northern considerable gauge tides whenever'.split(
    ' ',
  );
const russian =
  'система журнал показания хранение уровень прилив датчик сообщает оператору значение после проверки каждую минуту передача'.split(
    ' ',
  );
const chinese = '水位 系统 记录 港口 灯塔 数据 管理 每天 读取 用户 需要 检查 设备 显示 结果 根据 要求 存储'.split(' ');
const arabic = 'يجب على النظام قراءة مستوى الماء كل دقيقة وتسجيل النتيجة ثم إرسال تقرير إلى الميناء'.split(' ');
const thai = 'ระบบ ต้อง อ่าน ระดับ น้ำ ทุก นาที และ บันทึก ผล แล้ว ส่ง รายงาน ไป ยัง ท่าเรือ'.split(' ');

function article(
  words: readonly string[],
  join: string,
  stop: string,
  heading: (i: number) => string,
  wrap = false,
): string {
  const space = join === '' ? '' : ' ';
  const one = (): string => sentence(words, join, stop);
  let text = '';
  for (let i = 1; i <= 9; i++) {
    text += `${heading(i)}\n\n`;
    for (let p = 0; p < 5; p++) {
      const sentences = Array.from({ length: 6 }, one);
      text += `${sentences.join(wrap ? '\n' : space)}\n\n`;
    }
    for (let item = 1; item <= 7; item++) text += `${item}. ${one()}\n`;
    text += `\n~~~\nlast ${i}\nnext ${i * 3}\nprint the level and the letter\nand then stop\n~~~\n\n`;
    text += `Figure ${i}. ${one()}\n\n| name | level |\n| --- | --- |\n| ${words[i]!} | ${i * 12} |\n| ${words[i + 1]!} | ${i * 17} |\n\n`;
    text += `${one()} [${i}]\n\n`;
  }
  text += `${heading(10)}\n\n`;
  for (let i = 1; i <= 9; i++) text += `[${i}] ${one()}\n`;
  return text;
}

const make = (path: string, format: string, text: string): Document =>
  createDocument({ path, format, encoding: 'utf-8', text });

const documents: readonly Document[] = [
  make(
    'english.md',
    'markdown',
    article(english, ' ', '.', (i) => `## ${i}. On ${english[i]!}`),
  ),
  make(
    'wrapped.md',
    'markdown',
    article(english, ' ', '.', (i) => `## Section ${i}`, true),
  ),
  make(
    'russian.md',
    'markdown',
    article(russian, ' ', '.', (i) => `## Глава ${i}`),
  ),
  make(
    'chinese.md',
    'markdown',
    article(chinese, '', '。', (i) => `## 第${'一二三四五六七八九十'[i - 1]!}章 ${chinese[i]!}`),
  ),
  make(
    'arabic.md',
    'markdown',
    article(arabic, ' ', '.', (i) => `## ${i}. ${arabic[i]!}`),
  ),
  make(
    'thai.md',
    'markdown',
    article(thai, '', ' ', (i) => `## ${i}. ${thai[i]!}`),
  ),
];

function put(id: string, document: Document, severity: Severity, seed: number): Damaged | undefined {
  const injection = structureInjections.find((each) => each.id === id)!;
  const made = injection.inject(document, random(seed), severity, 'train');
  if (made === undefined) return undefined;
  expect('text' in made).toBe(true);
  return made as Damaged;
}

function each(id: string, test: (made: Damaged, document: Document, severity: Severity) => void): void {
  let count = 0;
  for (const document of documents)
    for (const severity of SEVERITIES)
      for (let seed = 1; seed <= 2; seed++) {
        const made = put(id, document, severity, seed);
        if (!made) continue;
        count++;
        test(made, document, severity);
      }
  expect(count).toBeGreaterThan(0);
}

const spanText = (made: Damaged): string => made.text.slice(made.spans[0].start, made.spans[0].end);
const dense = (text: string): string => text.replace(/\s+/gu, '');
const only = (list: readonly string[]): string => list.find((facet) => facet.startsWith('copies'))!;

/** Whether `part` is `whole` with pieces left out. */
function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const unit of part) {
    at = whole.indexOf(unit, at);
    if (at < 0) return false;
    at += unit.length;
  }
  return true;
}

describe('every class', () => {
  for (const injection of structureInjections)
    it(`${injection.id}: places in order and inside, the same for the same seed, the clean text before them`, () => {
      const severities = new Set<Severity>();
      each(injection.id, (made, document, severity) => {
        severities.add(severity);
        let last = 0;
        for (const span of made.spans) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(made.text.length);
          last = span.start;
        }
        expect(made.text).not.toBe(document.text);
        expect(made.facets.length).toBeGreaterThan(0);
        // set anew from the paragraph's beginning; begun further on; a copy before the seam; a neighbour behind the gap
        const moved = ['hyphen and line end', 'both sentences still there', 'caption', 'reference'];
        if (injection.id === 'cut-start' || moved.some((facet) => made.facets.includes(facet))) return;
        const { start } = made.spans[0];
        // a loss takes the white space before it along, a cut that of the kept text's end
        expect(document.text.startsWith(made.text.slice(0, start).trimEnd())).toBe(true);
      });
      expect([...severities].toSorted()).toEqual(['mild', 'moderate', 'severe']);
      for (const document of documents) {
        const [one, two] = [1, 2].map(() => injection.inject(document, random(5), 'moderate', 'dev'));
        expect(one).toEqual(two);
      }
    });

  it('finds nothing to damage in an empty document, in one line, in data', () => {
    for (const injection of structureInjections)
      for (const severity of SEVERITIES) {
        for (const text of ['', 'one line\n'])
          expect(injection.inject(make('a.md', 'markdown', text), random(1), severity, 'train')).toBeUndefined();
        const data = make('a.csv', 'csv', 'a,b\n1,2\n'.repeat(400));
        expect(injection.inject(data, random(1), severity, 'train')).toBeUndefined();
      }
  });

  it('damages every script', () => {
    const everywhere = ['loop-exact', 'loop-noisy', 'loop-phrase', 'cut-end', 'cut-start', 'cut-by-heading', 'spliced'];
    everywhere.push('missing-words', 'missing-section', 'missing-item', 'dropped-numbers', 'hard-wrap', 'hard-break');
    everywhere.push('columns-interleaved', 'page-furniture');
    for (const id of everywhere)
      for (const document of documents) {
        let count = 0;
        for (let seed = 1; seed <= 6; seed++) if (put(id, document, 'mild', seed)) count++;
        // Thai ends its sentences with a space, which nothing tells from a pause
        if (!(document.path === 'thai.md' && id === 'spliced'))
          expect([id, document.path, count > 0]).toEqual([id, document.path, true]);
      }
  });
});

describe('what the places hold', () => {
  it('loop-exact: so many equal copies', () => {
    each('loop-exact', (made) => {
      const text = dense(spanText(made));
      let period = 1;
      while (period < text.length && text.slice(period) !== text.slice(0, text.length - period)) period++;
      expect(text.length / period).toBeGreaterThanOrEqual(3);
      expect(only(made.facets)).toBeDefined();
    });
  });

  it('loop-noisy: copies that are not all equal', () => {
    each('loop-noisy', (made) => {
      const text = dense(spanText(made));
      for (let period = 50; period <= text.length / 3; period++)
        expect(text.slice(period) === text.slice(0, text.length - period)).toBe(false);
    });
  });

  it('loop-phrase: one phrase, 20 times or more', () => {
    each('loop-phrase', (made) => {
      const text = dense(spanText(made));
      let period = 1;
      while (text.slice(period) !== text.slice(0, text.length - period)) period++;
      expect(text.length / period).toBeGreaterThanOrEqual(20);
    });
  });

  it('cut-end: the beginning of the clean text, not at the end of a sentence', () => {
    each('cut-end', (made, document) => {
      const kept = made.text.trimEnd();
      expect(kept.endsWith(spanText(made))).toBe(true);
      if (made.facets.includes('added')) return;
      expect(document.text.startsWith(kept)).toBe(true);
      expect(kept).not.toMatch(/[.。]$/u);
    });
  });

  it('cut-end-at-sentence: the beginning of the clean text, at the end of a sentence', () => {
    each('cut-end-at-sentence', (made, document) => {
      expect(document.text.startsWith(made.text.trimEnd())).toBe(true);
      expect(made.text.trimEnd()).toMatch(/[.。]$/u);
    });
  });

  it('cut-start: the end of the clean text', () => {
    each('cut-start', (made, document) => {
      expect(document.text.endsWith(made.text)).toBe(true);
      expect(made.spans[0].start).toBe(0);
    });
  });

  it('cut-by-heading: the line that breaks off is followed by a heading', () => {
    each('cut-by-heading', (made) => {
      for (const span of made.spans) expect(made.text.slice(span.end)).toMatch(/^\s*\n+#/u);
    });
  });

  it('missing-section: the heading behind the gap', () => {
    each('missing-section', (made, document) => {
      expect(spanText(made)).toMatch(/^#/u);
      expect(isPartOf(made.text, document.text)).toBe(true);
    });
  });

  it('missing-item: the item behind the gap', () => {
    each('missing-item', (made, document) => {
      if (!made.facets.includes('in a paragraph')) expect(spanText(made)).toMatch(/^[3-9]\. /u);
      expect(isPartOf(made.text, document.text)).toBe(true);
    });
  });

  it('missing-item: marks inside a paragraph', () => {
    const text = `${sentence(english, ' ', ':')} (1) first the lamp is lit; (2) then the log is read; (3) then the watch is set; (4) then the boat is called; (5) then it is day.\n`;
    const made = put('missing-item', make('a.md', 'markdown', text), 'mild', 3)!;
    expect(made.facets).toContain('in a paragraph');
    expect(spanText(made)).toMatch(/^\([345]\)$/u);
  });

  it('missing-figure: the neighbour behind the gap', () => {
    each('missing-figure', (made, document) => {
      expect(spanText(made)).toMatch(made.facets.includes('reference') ? /^\[\d\] / : /^Figure \d\. /u);
      expect(isPartOf(made.text, document.text)).toBe(true);
    });
  });

  it('dropped-numbers and missing-words: the clean text with pieces left out', () => {
    for (const id of ['dropped-numbers', 'missing-words'])
      each(id, (made, document) => {
        expect(isPartOf(made.text, document.text)).toBe(true);
      });
  });

  it('hard-wrap and hard-break: nothing but white space has changed', () => {
    for (const id of ['hard-wrap', 'hard-break'])
      each(id, (made, document) => {
        expect(dense(made.text)).toBe(dense(document.text));
        expect(spanText(made)).toContain(id === 'hard-wrap' ? '\n\n' : '\n');
      });
  });

  it('columns-interleaved: the same characters in another order', () => {
    each('columns-interleaved', (made, document) => {
      const sorted = (text: string): string => [...dense(text)].toSorted().join('');
      expect(sorted(made.text)).toBe(sorted(document.text));
      expect(spanText(made).split(/\n+/u).length).toBeGreaterThanOrEqual(12);
    });
  });

  it('hyphenation: the clean text with hyphens and white space put in', () => {
    each('hyphenation', (made, document) => {
      expect(isPartOf(dense(document.text), dense(made.text))).toBe(true);
      for (const span of made.spans) expect(made.text.slice(span.start, span.end)).toMatch(/\p{L}-[ \n]\p{L}/u);
    });
  });

  it('page-furniture: 1, 5 or 20 places; without them the clean text is there', () => {
    each('page-furniture', (made, document, severity) => {
      expect(made.spans.length).toBe({ mild: 1, moderate: 5, severe: 20 }[severity]);
      let text = '';
      let from = 0;
      for (const span of made.spans) {
        text += made.text.slice(from, span.start);
        from = span.end;
      }
      expect(dense(text + made.text.slice(from))).toBe(dense(document.text));
    });
  });
});

describe('page sheets', () => {
  it('are many, in ten languages and more, and in one half only', () => {
    const train = PAGE_SHEETS.train.map((sheet) => sheet.text);
    const dev = PAGE_SHEETS.dev.map((sheet) => sheet.text);
    expect(train.length + dev.length).toBeGreaterThanOrEqual(60);
    expect(train.filter((text) => dev.includes(text))).toEqual([]);
    for (const half of ['train', 'dev'] as const)
      expect(new Set(PAGE_SHEETS[half].map((sheet) => sheet.language)).size).toBeGreaterThanOrEqual(10);
  });
});

describe('traps', () => {
  it('are many, each with text, a reason and a path of its own, and name a class', () => {
    expect(structureTraps.length).toBeGreaterThanOrEqual(40);
    expect(new Set(structureTraps.map((trap) => trap.path)).size).toBe(structureTraps.length);
    const ids = new Set(structureInjections.map((injection) => injection.id));
    for (const trap of structureTraps) {
      expect(ids.has(trap.id)).toBe(true);
      expect(trap.why).toMatch(/\.$/u);
      expect('text' in trap && trap.text.length > 80 && trap.text.endsWith('\n')).toBe(true);
    }
  });
});
