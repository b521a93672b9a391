import { describe, expect, test } from 'vitest';
import { boilerplate } from './boilerplate.ts';
import { run } from './testing/document.ts';

const BODY = Array.from(
  { length: 6 },
  (_, i) =>
    `The server keeps the session for ${i + 3} minutes after the last request and then deletes all that it knew of it.`,
).join('\n\n');

const menus: Record<string, readonly string[]> = {
  en: ['Home', 'Products', 'Pricing', 'Documentation', 'Blog', 'About us', 'Contact', 'Sign in', 'Sign up'],
  de: ['Startseite', 'Produkte', 'Preise', 'Über uns', 'Kontakt', 'Suche', 'Anmelden', 'Registrieren', 'Impressum'],
  fr: ['Accueil', 'Produits', 'Tarifs', 'À propos', 'Contact', 'Rechercher', 'Se connecter', 'Inscription'],
  ru: ['Главная', 'Продукты', 'Цены', 'О нас', 'Контакты', 'Поиск', 'Войти', 'Регистрация'],
  ja: ['ホーム', '製品', '料金', '会社概要', '検索', 'お問い合わせ', 'ログイン', '新規登録', 'ブログ'],
  ko: ['홈', '제품', '가격', '회사 소개', '검색', '고객센터', '로그인', '회원가입', '블로그'],
  ar: ['الرئيسية', 'المنتجات', 'الأسعار', 'من نحن', 'اتصل بنا', 'بحث', 'تسجيل الدخول', 'إنشاء حساب', 'المدونة'],
};

describe('a menu before the text', () => {
  for (const [tag, entries] of Object.entries(menus)) {
    const page = (menu: string): string => `${menu}\n\n# Sessions\n\n${BODY.slice(0, 330)}\n\nFacebook\n\nTwitter\n`;
    test(`${tag}, one entry a line`, () => expect(run(boilerplate, page(entries.join('\n\n')), 'text').length).toBe(1));
    test(`${tag}, one line`, () => expect(run(boilerplate, page(entries.join(' | ')), 'text').length).toBe(1));
  }
});

test('a long document hardly changes by its menu', () => {
  expect(run(boilerplate, `${menus['en']!.join('\n')}\n\n${BODY.repeat(20)}\n\nFacebook\n`)).toEqual([]);
});

describe('hostile input takes linear time', () => {
  for (const [name, text] of [
    ['one line', '| '.repeat(1_000_000)],
    ['equal lines', 'home\n'.repeat(1_000_000)],
    ['openers', '[a](b'.repeat(300_000)],
    ['one unit', 'a'.repeat(3_000_000)],
  ] as const)
    test(name, () => {
      expect(run(boilerplate, text).length).toBeLessThan(50);
    });
});
