import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document } from '../core/types.ts';
import { read } from '../extractors/index.ts';
import { placeholder } from './placeholder.ts';
import { documentOf, run } from './testing/document.ts';
import { webFurniture } from './web-furniture.ts';

async function readAs(format: string, text: string): Promise<Document> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await read({ path: `spec.${format}`, bytes, sha256 });
  if (!('document' in reading)) throw new Error(`${format} was not read`);
  return reading.document;
}

/** Pages by class, language and format, each behind a line that begins with `@@`. */
function pagesIn(name: string): { kind: string; format: string; text: string }[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text
    .split(/^@@ /mu)
    .slice(1)
    .map((part) => {
      const [head, ...lines] = part.split('\n');
      return { kind: head!, format: head!.split(' ').at(-1)!, text: lines.join('\n') };
    });
}

const toldOf = (document: Document): boolean =>
  [webFurniture, placeholder].some((check) => [...check.run(document)].some(({ level }) => level !== 'note'));

describe('pages in wordings that no list holds', () => {
  test('all but one in seven are told', async () => {
    const missed: string[] = [];
    const pages = pagesIn('web-furniture.pages.txt');
    for (const { kind, format, text } of pages)
      if (!toldOf(await readAs(format, text))) missed.push(`${kind}: ${text.slice(0, 60)}`);
    expect(10 * missed.length, missed.join('\n')).toBeLessThan(1.5 * pages.length);
  });

  for (const { kind, format, text } of pagesIn('web-furniture.traps.txt'))
    test(`a document about it stays: ${kind} ${text.slice(0, 30)}`, async () =>
      expect(toldOf(await readAs(format, text))).toBe(false));
});

describe('what a page says to those who run no scripts', () => {
  const noscript = '<noscript>You need to enable JavaScript to run this app.</noscript>';
  test('is read where the page has no other text', async () => {
    const document = await readAs('html', `<body>${noscript}<div id="root"></div><script src="/a.js"></script></body>`);
    expect(document.text).toContain('JavaScript');
    expect(toldOf(document)).toBe(true);
  });
  test('is left out where it has', async () => {
    const document = await readAs(
      'html',
      `<body>${noscript}<h1>Limits</h1><p>A client may open at most eight connections at a time.</p></body>`,
    );
    expect(document.text).not.toContain('JavaScript');
    expect(toldOf(document)).toBe(false);
  });
});

describe('facts of the markup need no words', () => {
  const pages: Record<string, string> = {
    'a password field':
      '<h1>Acme</h1><form><input placeholder="Wer?"><input type="password"><button>Los</button></form>',
    'a check for robots': '<script src="https://geo.captcha-delivery.com/c.js"></script><p>Hold on, tough crowd.</p>',
    'a refresh': '<meta http-equiv="refresh" content="0; url=/new"><p>See <a href="/new">there</a></p>',
    'an element that a script fills': '<div id="root"></div><p>Portal</p><script>let a = 1</script>',
    'a parked domain': '<script src="//img.sedoparking.com/x.js"></script><h1>acme.example</h1><p>Flowers</p>',
    'a title': '<title>404 Not Found | Acme</title><p>Sheesh, the gulls ate it.</p>',
  };
  for (const [name, text] of Object.entries(pages))
    test(name, async () => expect(toldOf(await readAs('html', text))).toBe(true));

  test('under more text they tell nothing', async () => {
    const text = `<h1>Tides</h1>${'<p>The tide table lists high water for each harbour, in local time.</p>'.repeat(20)}`;
    for (const page of Object.values(pages))
      expect(toldOf(await readAs('html', `<body>${page.replace(/<title>.*<\/title>/u, '')}${text}</body>`))).toBe(
        false,
      );
  });
});

const stops = (text: string, format = 'text'): boolean =>
  run(webFurniture, text, format).some(({ level }) => level === 'stop');

describe('pages by language, in wordings of their own', () => {
  const pages: Record<string, string> = {
    'en 404': 'Oops!\n\nWe looked everywhere, but the page you are after does not exist any more.\n\nBack to home',
    'en 429': '429\n\nYou have sent too many requests. Slow down and try again later.',
    'en robot':
      'example.org\n\nChecking if the site connection is secure\n\nVerify you are human by completing the action below.',
    'de 404': 'Hoppla\n\nDie Seite, die Sie suchen, gibt es nicht mehr.\n\nZur Startseite',
    'de 503': 'Wartungsarbeiten\n\nUnsere Seite wird gerade gewartet. Bitte versuchen Sie es später erneut.',
    'fr 404': "Erreur 404\n\nCette page n'existe plus ou a été déplacée.\n\nRetour à l'accueil",
    'fr 403': "Accès refusé\n\nVous n'avez pas la permission de consulter cette page.",
    'es 404': 'Vaya, no hemos encontrado la página\n\nEs posible que haya sido eliminada. Vuelve al inicio.',
    'es robot': 'Un momento\n\nEstamos comprobando que usted es humano. Espere unos segundos.',
    'pt 500': 'Erro interno do servidor\n\nAlgo deu errado. Tente novamente mais tarde.',
    'it 404': 'Pagina non trovata\n\nCi dispiace, la pagina che stai cercando non esiste.',
    'pl 404': 'Błąd 404\n\nPrzepraszamy, nie mogliśmy znaleźć tej strony.',
    'tr 404': 'Sayfa bulunamadı\n\nAradığınız sayfa kaldırılmış olabilir. Ana sayfaya dönün.',
    'ru 403': 'Доступ запрещён\n\nУ вас нет прав для просмотра этой страницы. Обратитесь к администратору.',
    'ru 404': '404\n\nК сожалению, такой страницы не существует. Вернуться на главную',
    'uk 404': 'Сторінку не знайдено\n\nНа жаль, такої сторінки не існує.',
    'zh 404': '抱歉，您访问的页面不存在\n\n返回首页',
    'zh 502': '502 错误网关\n\n服务器繁忙，请稍后重试。',
    'ja 404': 'ページが見つかりません\n\nお探しのページは削除されたか、移動した可能性があります。',
    'ja 503': 'ただいまメンテナンス中です\n\nご迷惑をおかけしております。しばらくお待ちください。',
    'ko 404': '페이지를 찾을 수 없습니다\n\n주소를 다시 확인해 주세요.\n\n홈으로',
    'ko script': '이 사이트를 이용하려면 자바스크립트를 활성화해야 합니다. 브라우저 설정을 확인해 주세요.',
    'ar 404': 'عذرا، الصفحة غير موجودة\n\nالعودة إلى الصفحة الرئيسية',
    'fa 404': 'صفحه مورد نظر پیدا نشد\n\nمتأسفیم، این صفحه حذف شده است. بازگشت به صفحه اصلی',
    'hi 404': 'पृष्ठ नहीं मिला\n\nक्षमा करें, यह पेज मौजूद नहीं है।',
    'nl 404': 'Pagina niet gevonden\n\nSorry, deze pagina bestaat niet meer.\n\nTerug naar home',
    'vi 404': 'Không tìm thấy trang\n\nRất tiếc, trang này không tồn tại. Quay lại trang chủ',
    'id 403': 'Akses ditolak\n\nMaaf, Anda tidak memiliki izin untuk melihat halaman ini.',
    'login es': 'Iniciar sesión\n\nCorreo electrónico\n\nContraseña\n\n¿Olvidó su contraseña?\n\nEntrar',
    'login ja': 'ログイン\n\nメールアドレス\n\nパスワード\n\nパスワードをお忘れの方\n\n新規登録',
    'login fa': 'ورود\n\nنام کاربری\n\nرمز عبور\n\nمرا به خاطر بسپار\n\nثبت نام',
    'cookies fr':
      'Nous utilisons des cookies pour améliorer votre expérience.\n\nTout accepter\n\nTout refuser\n\nPersonnaliser',
    'cookies pl': 'Ta strona używa plików cookie, aby dopasować treści.\n\nZaakceptuj wszystkie\n\nOdrzuć',
    parked: 'example.org\n\nThis domain is for sale. Make an offer.\n\nPrivacy Policy',
    paywall:
      'You have reached your limit of free articles.\n\nSubscribe to continue reading.\n\nAlready a subscriber? Log in',
    listing: 'Index of /specs/v2\n\nParent Directory\napi.md 2024-03-01 10:22 12K\nlimits.md 2024-03-01 10:22 4.1K\n',
  };
  for (const [name, text] of Object.entries(pages)) test(name, () => expect(stops(text)).toBe(true));
});

describe('errors of interfaces', () => {
  for (const text of [
    '{"error":{"code":401,"message":"Request had invalid authentication credentials.","status":"UNAUTHENTICATED"}}',
    '{"code":404,"msg":"页面不存在","data":null}',
    '{"errors":[{"message":"Resource not accessible","type":"FORBIDDEN","code":"403"}],"message":"Forbidden"}',
    '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
  ])
    test(text.slice(0, 40), () => expect(stops(text)).toBe(true));

  test('data and schemas that speak of errors stay', () => {
    expect(stops('{"openapi":"3.1.0","info":{"title":"Errors"},"paths":{}}')).toBe(false);
    expect(stops('{"message":"Welcome","status":"ok"}')).toBe(false);
    expect(stops('{"errors":{"404":"Not Found","429":"Too Many Requests"}}')).toBe(false);
  });
});

describe('sections of specifications, as files of their own', () => {
  const sections: string[] = [
    '10.4.5 404 Not Found\n\nThe server has not found anything that matches the given address. The client should not retry.',
    '## 429 Too Many Requests\n\nReturned when a client exceeds 100 requests a minute. The response has the header `Retry-After`.',
    '# Login\n\nThe user enters name and password. After a successful login the application opens the dashboard.',
    '# Error pages\n\nFor every unknown address the application shows the page "Not found" with a link to the home page.',
    '# 登录\n\n用户在登录页输入用户名和密码。系统应当校验密码，连续五次错误后锁定账号。',
    '# Ошибки\n\nЕсли страница не найдена, система возвращает код состояния 404 и показывает ссылку на главную.',
    '# Cookie banner\n\nThe banner has two buttons, "Accept all" and "Reject all". The component stores the choice for a year.',
    '| code | meaning |\n| --- | --- |\n| 403 | forbidden |\n| 404 | not found |\n| 503 | service unavailable |',
    '-1 | Internal error\n-2 | Not found\n-3 | Access denied\n-4 | Too many requests',
    '# Llaves\n\nEl vecino puede abrir el portal. El vecino no puede abrir el sótano. El portero puede abrir todas las puertas, pero no puede\nentregar llaves. El cartero puede abrir el portal hasta las 14 horas. Una llave perdida no vale.',
    '# چراغ\n\n۱. با فشار دکمه چراغ روشن می‌شود.\n۲. تا ۵ ثانیه نباید دوباره روشن شود.\n۳. در روز روشن نمی‌شود.',
    '# Error\n\nAn object that is thrown when something goes wrong.\n\n- `code`: a number\n- `message`: what to show',
  ];
  for (const text of sections) test(text.slice(0, 40), () => expect(run(webFurniture, text, 'markdown')).toEqual([]));
});

describe('hostile input takes linear time', () => {
  for (const [name, text] of [
    ['one unit', 'a'.repeat(15_999)],
    ['equal lines', 'sign in\n'.repeat(1_900)],
    ['openers', '{"a":'.repeat(700)],
    ['a long file', 'page not found\n'.repeat(400_000)],
    ['spaces', `log${' '.repeat(15_000)}in`],
  ] as const)
    test(name, () => {
      expect(run(webFurniture, text, 'text').length).toBeLessThan(50);
    });
});

test('the place is the page, the related places are the lines that tell', () => {
  const [found] = [...webFurniture.run(documentOf('\n404\n\nPage not found. Please check the address.\n', 'text'))];
  expect(found?.places[0]).toMatchObject({ line: 2, quote: '404' });
  expect(found?.message).toContain('line 4 "Page not found.');
});
