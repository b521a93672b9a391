import { expect, test } from 'vitest';
import { homoglyph } from './homoglyph.ts';
import { run } from './testing/document.ts';

const LATIN = 'The client sends the password and the payload to the server over an encrypted connection.\n\n';
const RUSSIAN = 'Система проверяет запрос и возвращает ответ. Сервер хранит записи о клиентах и их правах.\n\n';
const GREEK = 'Το σύστημα ελέγχει το αίτημα και επιστρέφει απάντηση. Ο διακομιστής κρατά τις εγγραφές.\n\n';

test.each([
  [
    'Cyrillic in Latin, attested',
    `${LATIN}The p\u0430ssword is secret.\n`,
    '"pаssword" has the Cyrillic U+0430 where "password" (line 1) has the Latin U+0061',
  ],
  ['Cyrillic in Latin', `${LATIN}The admin\u0456strator decides.\n`, 'where "administrator" has the Latin U+0069'],
  ['at the end', `${LATIN}The datab\u0430s\u0435 is full.\n`, '"database"'],
  ['Greek', `${LATIN}The pr\u03bft\u03bfcol is new.\n`, 'Greek U+03BF'],
  ['a Greek letter, attested', `${LATIN}The p\u03b1yload is new.\n`, 'Greek U+03B1'],
  ['Armenian', `${LATIN}The p\u0585rt is open.\n`, 'Armenian U+0585'],
  ['Cherokee', `${LATIN}The \u13a1ason \u0430nd.\n`, 'Cherokee U+13A1'],
  ['fullwidth', `${LATIN}The \uff50assword is secret.\n`, 'fullwidth U+FF50'],
  ['mathematical', `${LATIN}The p\u{1d41a}ssword is secret.\n`, 'mathematical U+1D41A'],
  ['a whole word', `${LATIN}The gate scope. The \u0455\u0441\u043e\u0440\u0435 is wide.\n`, '"scope" (line 3)'],
  ['in code', `${LATIN}\`\`\`\nfunction sayHello() {}\nfunction say\u041dello() {}\n\`\`\`\n`, '"sayHello" (line 4)'],
  [
    'Latin in Cyrillic',
    `${RUSSIAN}Cистема не отвечает.\n`,
    '"Cистема" has the Latin U+0043 where "Система" (line 1) has the Cyrillic U+0421',
  ],
  ['Latin in Cyrillic, alone', `${RUSSIAN}Требyется проверка.\n`, '"Требуется"'],
  ['Latin in Greek', `${GREEK}Το Aίτημα είναι.\n`, 'Latin U+0041'],
])('found: %s', (_name, text, message) => {
  expect(run(homoglyph, text)).toMatchObject([{ level: 'look', message: expect.stringContaining(message) }]);
});

test('one finding for many words; the word in its own letters is related', () => {
  const [found, ...more] = run(homoglyph, `${LATIN}${'The p\u0430ssword.\n'.repeat(30)}`);
  expect(more).toEqual([]);
  expect(found!.message).toContain('and 29 more such words');
  expect(found!.places).toHaveLength(7);
  expect(found!.places.slice(0, 2).map(({ line }) => line)).toEqual([3, 1]);
});

test.each([
  ['mathematics', `${LATIN}Let Δv be 5 µm, αx + βy = λt, sinα cosβ, kΩ, σ-algebra.\n`],
  [
    'Cyrillic prose with Latin words',
    `${RUSSIAN}Формат JSON, USB-кабель, PDFа и PCами, Wi-Fi, API-ключи, IPы, HTMLом.\n`,
  ],
  ['a brand', `${LATIN}The search of Яndex and the band KoЯn.\n`],
  ['Japanese', `${'この仕様書はサーバーの動作を定めます。'.repeat(3)}ＵＳＢとＡＰＩキー、Ｗｅｂサイト。\n`],
  ['Russian words in English', `${LATIN}In Russian the word is "рост" or "сор", and the word сухо means dry.\n`],
  ['phonetics', `${LATIN}It is said as /ˈɡɑːdʒən/ or ɡɑrden.\n`],
  ['Turkish', 'Kullanıcı sınıfı ısı ve kullanici sinifi.\n'],
  ['Serbian in both scripts', 'Систем проверава захтев. Sistem proverava zahtev. Сервер враћа одговор.\n'],
  ['accents', `${LATIN}The cafe\u0301 and the nai\u0308ve résumé.\n`],
])('left alone: %s', (_name, text) => {
  expect(run(homoglyph, text)).toEqual([]);
});

test('is linear', () => {
  for (const text of [
    `a${'\u0430'.repeat(1_000_000)}`,
    'a\u0430'.repeat(500_000),
    'p\u0430ss '.repeat(200_000),
    '\u0441\u043e\u0440\u0443 '.repeat(200_000),
    `${LATIN}${Array.from({ length: 3000 }, (_, i) => `w\u043erd${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))}`).join(' ')}`,
  ])
    run(homoglyph, text);
}, 10_000);
