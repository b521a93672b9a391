import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import type { Document } from '../../src/core/types.ts';
import { random } from '../random.ts';
import { decode, encode, misread } from './content-charsets.ts';
import { SENTENCES } from './content-sentences.ts';
import { contentInjections, contentTraps, specimens } from './content.ts';
import type { Injected, Severity } from './types.ts';

/** A document of ten sections in one language, with a list, a link and code in each. */
function documentIn(language: string, format = 'markdown'): Document {
  const { train, dev } = SENTENCES[language]!;
  const sentences = [...train, ...dev];
  let text = '';
  for (let i = 0; i < 10; i++) {
    const at = (k: number): string => sentences[(i * 3 + k) % sentences.length]!;
    text += `## ${String(i + 1)}. ${at(0).slice(0, 20)}\n\n${at(1)} ${at(2)} ${at(3)}\n\n`;
    text += `- ${at(4)}\n- ${at(5)} The efficient definition of the first field, don't forget it - it's "final" (${String(i)}).\n\n`;
    text += `See https://www.example.org/page${String(i)} and \`sample_rate\` or \`maxRetryCount\`.\n\n${at(0)} ${at(2)} ${at(1)} ${at(5)}\n\n`;
  }
  return createDocument({ path: `${language}.md`, format, encoding: 'utf-8', text });
}

const LANGUAGES = ['en', 'fr', 'zh', 'ja', 'ko', 'ru', 'ar', 'he', 'hi', 'el', 'th'];
const SEVERITIES: readonly Severity[] = ['mild', 'moderate', 'severe'];

function shown(injected: Injected): string | undefined {
  return 'text' in injected ? injected.text : undefined;
}

/** All of it as one string, which compares sooner than bytes one by one. */
function print(injected: Injected | undefined): string {
  if (!injected) return '';
  const content = 'text' in injected ? injected.text : Buffer.from(injected.bytes).toString('latin1');
  return `${content}\n${JSON.stringify(injected.spans)}\n${injected.facets.join('; ')}`;
}

const DOCUMENTS = LANGUAGES.map((language) => documentIn(language));

describe.each(contentInjections.map((i) => [i.id, i] as const))('%s', (_, injection) => {
  it('is injected somewhere, the same for the same seed, with spans inside of the text', () => {
    let made = 0;
    for (const document of DOCUMENTS) {
      for (const [k, severity] of SEVERITIES.entries())
        for (let seed = 0; seed < 5; seed++) {
          const first = injection.inject(document, random(seed * 3 + k), severity, 'train');
          const second = injection.inject(document, random(seed * 3 + k), severity, 'train');
          expect(print(second) === print(first)).toBe(true);
          if (!first) continue;
          made++;
          const text = shown(first);
          const length = text?.length ?? Infinity;
          let before = -1;
          for (const { start, end } of first.spans) {
            if (start <= before || end <= start || end > length) expect.fail(`span ${String(start)} to ${String(end)}`);
            before = start;
          }
          if (text !== undefined) {
            expect(text).not.toBe(document.text);
            expect(text).not.toContain('\r');
          }
          expect(first.facets.length).toBeGreaterThan(0);
        }
    }
    expect(made).toBeGreaterThan(3);
  });

  it('is left out where the document is too short or is data', () => {
    const short = createDocument({ path: 'a.md', format: 'markdown', encoding: 'utf-8', text: 'Short.\n' });
    const data = createDocument({
      path: 'a.json',
      format: 'json',
      encoding: 'utf-8',
      text: '{"a": "é", "b": "don’t"}\n',
    });
    for (const document of [short, data])
      for (const severity of SEVERITIES)
        for (let seed = 0; seed < 8; seed++)
          expect(injection.inject(document, random(seed), severity, 'dev')).toBeUndefined();
  });
});

/** The first damaged place of each seed. */
function places(id: string, language: string, severity: Severity): readonly (readonly [string, readonly string[]])[] {
  const injection = contentInjections.find((i) => i.id === id)!;
  const document = documentIn(language);
  return Array.from({ length: 40 }, (_, seed) => injection.inject(document, random(seed), severity, 'train')).flatMap(
    (made) =>
      made && 'text' in made ? [[made.text.slice(made.spans[0].start, made.spans[0].end), made.facets] as const] : [],
  );
}

describe('what the spans hold', () => {
  it('is the misread text', () => {
    expect(
      places('mojibake-latin', 'fr', 'severe').find(([, f]) => f[0] === 'confusion utf-8 as windows-1252')![0],
    ).toMatch(/^[ÃÂâ]/u);
    for (const [place] of places('mojibake-cyrillic', 'ru', 'severe')) expect(place).toMatch(/[^\0-\u007f]/u);
    const lost = places('mojibake-cjk', 'zh', 'severe').find(([, f]) => f[0]!.endsWith('after replacement'))!;
    expect(lost[0]).toContain('锟斤拷');
  });

  it('is the sign, marker, word that was put in', () => {
    for (const [place, [kind]] of places('replacement', 'ru', 'moderate'))
      expect(place).toMatch(kind === 'U+FFFD' ? /^\ufffd$/u : /^\?+$/u);
    for (const [place, facets] of places('leftover-merge', 'de', 'moderate'))
      expect(place).toMatch(facets.includes('end only') ? /^>{7} / : /^<{7} /);
    for (const [place] of places('leftover-chat', 'zh', 'severe')) expect(place).toMatch(/[:：!！?？。.]$/u);
    for (const [place] of places('controls', 'en', 'moderate'))
      expect(/[\0-\u0008\u000e-\u001f\u007f-\u009f]/u.test(place)).toBe(true);
    for (const [place, facets] of places('homoglyph', 'en', 'moderate'))
      expect(place).toMatch(
        facets.includes('letters cyrillic')
          ? /\p{Script=Cyrillic}/u
          : facets.includes('letters greek')
            ? /\p{Script=Greek}/u
            : /[！-～]/u,
      );
  });
});

describe('bytes', () => {
  it('of a page hide an order where the span says', () => {
    const hidden = contentInjections.find((i) => i.id === 'hidden-text')!;
    const { text } = documentIn('en');
    const page = createDocument({ path: 'a.html', format: 'html', encoding: 'utf-8', text });
    for (let seed = 0; seed < 10; seed++) {
      const made = hidden.inject(page, random(seed), 'moderate', 'dev')!;
      if (!('bytes' in made)) throw new Error('no bytes');
      const source = new TextDecoder().decode(made.bytes);
      for (const { start, end } of made.spans)
        expect(source.slice(start, end)).toMatch(/^<(?:!--|[a-z]+ (?:style=|hidden)).*>$/u);
    }
  });

  it('in two encodings break where the spans say', () => {
    const mixed = contentInjections.find((i) => i.id === 'encoding-mixed')!;
    for (const language of ['fr', 'zh', 'ru'])
      for (let seed = 0; seed < 12; seed++) {
        const made = mixed.inject(documentIn(language), random(seed), 'mild', 'train');
        if (!made || !('bytes' in made) || !/^(?:file utf-8|invalid bytes)$/u.test(made.facets[0]!)) continue;
        const shownText = new TextDecoder().decode(made.bytes);
        for (const { start, end } of made.spans) expect(shownText.slice(start, end)).toContain('\ufffd');
      }
  });
});

describe('character sets', () => {
  it('encode and decode each other', () => {
    for (const [charset, text] of [
      ['gbk', '文本, text'],
      ['shift_jis', 'テキスト'],
      ['euc-kr', '한국어'],
      ['windows-1251', 'Привет'],
      ['cp437', 'façade'],
      ['utf-8', '文é😀'],
    ] as const)
      expect(decode(encode(text, charset), charset)).toBe(text);
    expect(misread('é’', 'utf-8', 'windows-1252')).toBe('Ã©â€™');
    expect(misread('Привет', 'windows-1251', 'windows-1252')).toBe('Ïðèâåò');
  });
});

describe('specimens and traps', () => {
  it('are many, in twelve languages, without common wording between the halves', () => {
    const train = specimens('train');
    const dev = specimens('dev');
    expect(train.length + dev.length).toBeGreaterThan(300);
    for (const half of [train, dev]) {
      expect(new Set(half.map((s) => s.path)).size).toBe(half.length);
      expect(new Set(half.map((s) => s.language)).size).toBeGreaterThanOrEqual(12);
    }
    const texts = new Set(train.map((s) => ('text' in s ? s.text : '')));
    for (const s of dev) expect(texts.has('text' in s ? s.text : '')).toBe(false);
    expect(specimens('train')).toEqual(train);
  });

  it('have their own path each and a reason', () => {
    expect(contentTraps.length).toBeGreaterThanOrEqual(60);
    expect(new Set(contentTraps.map((t) => t.path)).size).toBe(contentTraps.length);
    for (const t of contentTraps) expect(t.why.length).toBeGreaterThan(10);
  });
});
