import { describe, expect, test } from 'vitest';
import { leftover } from './leftover.ts';
import { run } from './testing/document.ts';

const DOC = '# Limits\n\nA client may open 5 connections.\n\nFurther connections are refused.\n';
const CONFLICT = '<<<<<<< HEAD\nThe limit is 5.\n=======\nThe limit is 6.\n>>>>>>> main\n';

describe('merges', () => {
  test.each([
    ['whole', CONFLICT, 'stop'],
    ['with a base', CONFLICT.replace('=======', '||||||| 3f2a1bc\nold\n======='), 'stop'],
    ['without labels', CONFLICT.replace(' HEAD', '').replace(' main', ''), 'stop'],
    ['Subversion', CONFLICT.replace('HEAD', '.mine').replace('main', '.r123'), 'stop'],
    ['its end is gone', CONFLICT.slice(0, -13), 'look'],
    ['only its beginning', '<<<<<<< Updated upstream\nThe limit is 5.\n', 'look'],
    ['only its end', 'The limit is 6.\n>>>>>>> feature/limits\n', 'look'],
    ['its beginning is gone', CONFLICT.slice(13), 'look'],
    ['announced by a colon', `It reads:\n\n${CONFLICT}`, 'stop'],
    ['only its end, with the name of a branch', 'The limit is 6.\n>>>>>>> limits-rework\n', 'look'],
    ['only its end, with the subject of a commit', 'The limit is 6.\n>>>>>>> Raise the limit to six\n', 'look'],
  ])('%s', (_name, text, level) => {
    expect(run(leftover, `${DOC}\n${text}\n${DOC}`)).toMatchObject([{ level }]);
  });

  test('the message names all markers', () => {
    expect(run(leftover, DOC + CONFLICT)[0]).toMatchObject({
      message: 'a merge was not finished: line 6 "<<<<<<< HEAD", 8 "=======", 10 ">>>>>>> main"',
    });
  });

  test.each([
    ['in code that is explained', `When git finds a conflict, it writes\n\n\`\`\`\n${CONFLICT}\`\`\`\n`],
    ['headings', 'Limits\n=======\n\nMore\n=======\n\nText.\n'],
    ['quotations', '>>>>>>> so deep are quotations in this mail\n'],
    ['indented', `In a merge git writes\n\n    ${CONFLICT.replaceAll('\n', '\n    ')}\n`],
    ['longer', '<<<<<<<<<< HEAD\n==========\n>>>>>>>>>> main\n'],
  ])('left alone: %s', (_name, text) => {
    expect(run(leftover, `${DOC}\n${text}\n${DOC}`)).toEqual([]);
  });

  test('in a block of code of a document that speaks of no merge, and in data', () => {
    expect(run(leftover, `${DOC}\n\`\`\`\n${CONFLICT}\`\`\`\n`)).toMatchObject([{ level: 'stop' }]);
    expect(run(leftover, `a: 1\n${CONFLICT}`, 'yaml')).toMatchObject([{ level: 'stop' }]);
  });
});

test.each([
  '@@ -1,4 +1,5 @@\n-old\n+new',
  'diff --git a/x.md b/x.md',
  '[MISSING_PAGE_EMPTY:4]',
  'as said in Error! Reference source not found. above',
  'as said in **Error! Bookmark not defined.** above',
  'siehe Fehler! Verweisquelle konnte nicht gefunden werden. oben',
  'voir Erreur ! Source du renvoi introuvable.',
  'véase ¡Error! No se encuentra el origen de la referencia.',
  "vedi Errore. L'origine riferimento non è stata trovata.",
  'см. Ошибка! Источник ссылки не найден.',
  '参见错误!未找到引用源。的说明',
  '参见错误！未定义书签。的说明',
  'エラー! 参照元が見つかりません。',
  '오류! 참조 원본을 찾을 수 없습니다.',
  'خطأ! لم يتم العثور على مصدر المرجع.',
  'Error: Reference source not found',
  '... (123 more lines)',
  '[… 45 lines omitted …]',
  '[truncated]',
  '<snip>',
  '[output truncated]',
  '…(truncated)…',
  '... 12 more lines ...',
  '[内容已截断]',
  '（以下省略 20 行）',
  '[Ausgabe gekürzt]',
  '[... rest of the document unchanged ...]',
  '... (rest of document omitted for brevity)',
  '<!-- ... existing content ... -->',
  '[contenido truncado]',
  '(出力は省略されました)',
  '[Часть текста пропущена]',
  '[остальной текст без изменений]',
  '(o restante permanece inalterado)',
  '[باقي المستند دون تغيير]',
  '# ... rest of the file remains the same',
  '[Continued in next message]',
  '[Output limit reached]',
  '[Page 4 could not be converted]',
  '[页面无法识别]',
  '<!-- formula-not-decoded -->',
  'Name: Click or tap here to enter text.',
  '单击或点击此处输入文字。',
  'Choose an item.',
  'The limit is {--4--}{++5++} connections.',
  'The limit is {~~4~>5~~} connections.',
  'The limit holds.{>>Is this still true?<<}',
  'The limit is [-four-]{+five+} connections.',
  'The limit is [five]{.insertion author="JD"} connections.',
  'The limit is <del>four</del><ins>five</ins> connections.',
  'The limit is [JD: check this] five connections.',
  'The limit is five.Comment [JB3]: still true?',
  'The limit is fiveDeleted: four connections.',
  '[Comment by J. Doe: is this still true?]',
  'Formatted: Font: 12 pt, Bold',
  'See the table TOC \\o "1-3" \\h below.',
  'HYPERLINK "https://example.org/limits" the limits',
  'The text is here <<<INSERT TABLE>>> and goes on.',
  '--- a/limits.md\n+++ b/limits.md\n-four\n+five',
  'The limit is five.【12†limits.pdf】',
  'The limit is five.<|im_end|>',
])('found: %s', (text) => {
  expect(run(leftover, `${DOC}\n${text}\n\n${DOC}`)).toMatchObject([{ level: 'look' }]);
  expect(run(leftover, `${DOC}\n\`\`\`\n${text}\n\`\`\`\n\n${DOC}`)).toEqual([]);
});

test('a note at the end of the last sentence', () => {
  expect(run(leftover, `${DOC}The server then answers with... [truncated]`)).toHaveLength(1);
});

test.each([
  'The (truncated) division rounds to zero.',
  '[...]',
  '...',
  '- a list (3 lines)',
  '(18 bytes)',
  '[Omitted]',
  '[Reserved]',
  '### Error: bookmark',
  'Error! The limit is reached.',
  '<br>',
  '........ 12 lines',
  '- [ ] the output is truncated',
  'An error: reference counting is hard.',
  '(see the rest of the document)',
  '1.2 Contents ........................ 12',
  '(continued)',
  '[This page is intentionally left blank]',
  'Click here to enter your PIN.',
  'Deleted: rows are kept for 30 days.',
  '[RFC: 2119]',
  '[AB: see section 3]',
  '- [the rest](rest.md)',
  'The sets {++} and {--} are empty.',
  '>>>>>>> so deep are quotations in this mail',
])('left alone: %s', (text) => {
  expect(run(leftover, `${DOC}\n${text}\n\n${DOC}`)).toEqual([]);
});

describe('assistants', () => {
  test.each([
    'Sure! Here is the updated document:',
    "Certainly! Here's the complete specification:",
    'Here is the revised version of the document:',
    'As an AI language model, I cannot verify these numbers, but here is a draft.',
    'Of course. I have updated the section on limits as you asked:',
    '好的，以下是更新后的文档：',
    '以下是修改后的完整文档：',
    'はい、以下が更新したドキュメントです：',
    '네, 다음은 수정된 문서입니다:',
    'Конечно! Вот обновлённая версия документа:',
    'Natürlich! Hier ist das überarbeitete Dokument:',
    'Bien sûr ! Voici le document mis à jour :',
    '¡Claro! Aquí tienes el documento actualizado:'.slice(1),
    'Claro! Aqui está o documento atualizado:',
    'Certo! Ecco il documento aggiornato:',
    'Oczywiście! Oto zaktualizowany dokument:',
    'Elbette! İşte güncellenmiş belge:',
    'بالتأكيد! إليك المستند المحدث:',
    "I've reviewed the document and made the changes you asked for. Here is the new version:",
    'Thank you for the clarification! Here is the revised text:',
    '根据您提供的内容，我整理了如下文档：',
    'ご依頼の内容に基づき、仕様書を作成しました。',
    '요청하신 대로 문서를 수정했습니다:',
    'Ich habe das Dokument nach Ihren Wünschen angepasst:',
    "J'ai rédigé le document demandé ci-dessous.",
    'He revisado tu texto y aquí tienes la versión corregida:',
  ])('before: %s', (text) => {
    expect(run(leftover, `${text}\n\n${DOC}`)).toMatchObject([{ level: 'look', places: [{ line: 1 }] }]);
    expect(run(leftover, `${DOC}\n${text}\n\n${DOC}`)).toEqual([]);
  });

  test.each([
    "Let me know if you'd like me to expand any section!",
    'Would you like me to add an example for each error?',
    'I hope this helps! Feel free to ask if anything is unclear.',
    '如果您需要进一步修改，请随时告诉我。',
    '修正が必要な場合はお知らせください。',
    '추가로 필요한 부분이 있으면 말씀해 주세요.',
    'Дайте знать, если нужно что-то изменить.',
    'Lassen Sie mich wissen, wenn Sie Änderungen wünschen.',
    "N'hésitez pas à me dire si vous souhaitez des modifications.",
    'Avísame si quieres que amplíe alguna sección.',
    'Me avise se quiser que eu detalhe alguma seção.',
    'Fammi sapere se vuoi altre modifiche.',
    'Daj znać, jeśli chcesz coś zmienić.',
    'أخبرني إذا كنت تريد أي تعديل.',
    'Should I add a section on errors as well?',
    "That's the complete document. Want me to generate the appendix too?",
    '以上是完整内容，希望能满足您的需求。',
    'Нужно ли что-нибудь изменить или дополнить?',
    'Falls Sie weitere Anpassungen wünschen, sagen Sie mir einfach Bescheid.',
    '¿Quieres que añada ejemplos?',
    'Posso ajudar com mais alguma coisa?',
    'क्या आप चाहते हैं कि मैं कुछ और जोड़ूँ?',
  ])('after: %s', (text) => {
    expect(run(leftover, `${DOC}\n${text}\n`)).toMatchObject([{ level: 'look', places: [{ line: 7 }] }]);
    expect(run(leftover, `${DOC}\n${text}\n\n${DOC}`)).toEqual([]);
  });

  test('before and after are one finding', () => {
    const [found, ...more] = run(
      leftover,
      `Sure! Here is the document:\n\n${DOC}\nLet me know if you need any changes.\n`,
    );
    expect(more).toEqual([]);
    expect(found!.places.map(({ line }) => line)).toEqual([1, 9]);
  });

  test.each([
    'Here is how a client asks for a token:',
    'Certainly the limit is a matter of taste.',
    'Sure, this could be done in another way, but it is not.',
    '以下是接口说明：',
    'This is the complete list:',
    'Claro que la conexión se cierra al final.',
  ])('left alone: %s', (text) => {
    expect(run(leftover, `${text}\n\n${DOC}`)).toEqual([]);
  });

  test.each([
    'Please let us know if you find errors in this document.',
    'If you have any questions, feel free to open an issue.',
    'Should the client add a header? This is an open question.',
    '如有疑问，请联系编辑组。',
    'Если у вас есть вопросы, напишите нам.',
    'Bei Fragen wenden Sie sich bitte an die Redaktion.',
  ])('left alone at the end: %s', (text) => {
    expect(run(leftover, `${DOC}\n${text}\n`)).toEqual([]);
  });

  test('a document in one block of code', () => {
    expect(run(leftover, `\`\`\`markdown\n${DOC}\`\`\`\n`)).toMatchObject([{ level: 'look', places: [{ line: 1 }] }]);
    expect(run(leftover, `\`\`\`markdown\n${DOC}\n\`\`\`js\nx\n\`\`\`\n\nEnd.\n\`\`\`\n`)).toHaveLength(1);
    expect(run(leftover, `\`\`\`js\nx\n\`\`\`\n\nText.\n\n\`\`\`js\ny\n\`\`\`\n`)).toEqual([]);
    expect(run(leftover, `\`\`\`sh\n# one\n# two\n\`\`\`\n`)).toEqual([]);
  });
});

test('is linear', () => {
  for (const text of [
    '<<<<<<< HEAD\n'.repeat(100_000),
    '=======\n'.repeat(100_000),
    '@@ -1 +1 @@\n'.repeat(100_000),
    '.'.repeat(1_000_000),
    `${'.'.repeat(130)}\n`.repeat(10_000),
    `${'… '.repeat(60)}\n`.repeat(10_000),
    '[MISS'.repeat(200_000),
    'Error! '.repeat(150_000),
    '{++'.repeat(200_000),
    'Click here '.repeat(90_000),
    'Click '.repeat(150_000),
    '[JD: '.repeat(150_000),
    `[rest ${'... '.repeat(30)}]\n`.repeat(8_000),
    '+++ a\n--- a\n'.repeat(80_000),
    `Sure! ${'a '.repeat(500_000)}`,
    '```\n'.repeat(100_000),
  ])
    run(leftover, text);
}, 20_000);
