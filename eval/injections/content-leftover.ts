/** What tools and helpers leave behind: conflict markers, notes of omission, chatter. */
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import {
  apply,
  bySeverity,
  gaps,
  isTextual,
  matches,
  proseBlocks,
  sample,
  shuffled,
  type Edit,
} from './content-common.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

const BRANCHES: Readonly<Record<Half, readonly string[]>> = {
  train: ['feature/limits', 'main', 'origin/develop', '4f2a91c (Reword the overview)', 'Updated upstream'],
  dev: ['release-2.3', 'docs-cleanup', 'Stashed changes', 'b81e03d7c55', 'refs/pull/118/head'],
};

/** The same lines as another author would have them. */
function reworded(text: string, chance: Random): string {
  const words = text.split(' ');
  if (words.length < 6) return `${text} (2)`;
  const at = 1 + chance.below(words.length - 3);
  return [...words.slice(0, at), ...words.slice(at + 2)].join(' ');
}

function merge(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const { text } = document;
  const blocks = proseBlocks(document).filter((b) => b.start === 0 || text[b.start - 1] === '\n');
  const hunks = bySeverity(severity, 1, 2, 3);
  if (blocks.length < hunks * 2) return undefined;
  const form = chance.below(6);
  const three = form === 1;
  const [ours, theirs] = shuffled(chance, BRANCHES[half]);
  const edits = sample(chance, blocks, hunks).flatMap(({ start, end }): Edit[] => {
    const mine = text.slice(start, end);
    const other = reworded(mine, chance);
    const open = `<<<<<<< ${chance.below(2) === 0 ? 'HEAD' : ours!}`;
    const close = `>>>>>>> ${theirs!}`;
    switch (form) {
      case 2: // the upper half was taken, the end forgotten
        return [{ start: end, end, text: `\n${close}` }];
      case 3: // the middle was deleted
        return [
          { start, end: start, text: `${open}\n` },
          { start: end, end, text: `\n${close}` },
        ];
      case 4: // the lower half was deleted, the middle forgotten
        return [
          { start, end: start, text: `${open}\n` },
          { start: end, end, text: '\n=======' },
        ];
      default:
        return [
          {
            start,
            end,
            text: `${open}\n${mine}\n${three ? `||||||| merged common ancestors\n${reworded(other, chance)}\n` : ''}=======\n${other}\n${close}`,
          },
        ];
    }
  });
  const facet = ['two-way', 'three-way', 'end only', 'no middle', 'no end', 'two-way'][form]!;
  return apply(text, edits, [facet]);
}

interface Debris {
  readonly kind: string;
  /** Stands by itself between paragraphs, or behind words of a sentence. */
  readonly where: 'line' | 'words';
  readonly text: string;
}

const DEBRIS: Readonly<Record<Half, readonly Debris[]>> = {
  train: [
    { kind: 'page', where: 'line', text: '[MISSING_PAGE_EMPTY:4]' },
    { kind: 'page', where: 'line', text: '[MISSING_PAGE_FAIL:17]' },
    { kind: 'omission', where: 'line', text: '[truncated]' },
    { kind: 'omission', where: 'line', text: '... (123 more lines)' },
    { kind: 'omission', where: 'line', text: '[... omitted for brevity]' },
    { kind: 'omission', where: 'line', text: '// ... rest of the document remains unchanged ...' },
    { kind: 'omission', where: 'line', text: '（此处省略若干内容）' },
    { kind: 'omission', where: 'line', text: '<!-- existing content continues here -->' },
    { kind: 'field', where: 'words', text: 'Error! Reference source not found.' },
    { kind: 'field', where: 'words', text: 'Fehler! Verweisquelle konnte nicht gefunden werden.' },
    { kind: 'field', where: 'words', text: 'Ошибка! Источник ссылки не найден.' },
    { kind: 'field', where: 'words', text: '错误!未找到引用源。' },
    {
      kind: 'diff',
      where: 'line',
      text: '@@ -41,7 +41,9 @@\n-The old limit is 40 requests.\n+The new limit is 60 requests.\n+It is counted per key.',
    },
    { kind: 'tracked', where: 'words', text: '[Deleted: twelve][Inserted: fourteen]' },
    { kind: 'tracked', where: 'line', text: 'Comment [JB3]: is this still true?' },
    { kind: 'field', where: 'words', text: '{ PAGEREF _Toc301 \\h }' },
  ],
  dev: [
    { kind: 'page', where: 'line', text: '[MISSING_PAGE_POST]' },
    { kind: 'page', where: 'line', text: '[page 12 could not be converted]' },
    { kind: 'omission', where: 'line', text: '[content truncated: 18234 characters]' },
    { kind: 'omission', where: 'line', text: '<... 57 lines skipped ...>' },
    { kind: 'omission', where: 'line', text: '[Remaining sections unchanged]' },
    { kind: 'omission', where: 'line', text: '# ... (same as before) ...' },
    { kind: 'omission', where: 'line', text: '（以下略）［出力が長いため省略されました］' },
    { kind: 'omission', where: 'line', text: '[... contenido omitido ...]' },
    { kind: 'field', where: 'words', text: 'Error! Bookmark not defined.' },
    { kind: 'field', where: 'words', text: 'Erreur ! Source du renvoi introuvable.' },
    { kind: 'field', where: 'words', text: '¡Error! No se encuentra el origen de la referencia.' },
    { kind: 'field', where: 'words', text: 'エラー! 参照元が見つかりません。' },
    { kind: 'field', where: 'words', text: 'Błąd! Nie można odnaleźć źródła odwołania.' },
    {
      kind: 'diff',
      where: 'line',
      text: 'diff --git a/limits.md b/limits.md\nindex 83db48f..bf2a1c7 100644\n--- a/limits.md\n+++ b/limits.md\n@@ -3,2 +3,2 @@ Limits\n-up to four\n+up to five',
    },
    { kind: 'tracked', where: 'words', text: '{--shall--}{++must++}' },
    { kind: 'tracked', where: 'line', text: '[Commented [MK12]: ask the client]' },
    { kind: 'field', where: 'words', text: '{ REF _Ref48291 \\h \\* MERGEFORMAT }' },
  ],
};

function edit(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const kind = chance.pick(['page', 'omission', 'omission', 'field', 'diff', 'tracked']);
  const forms = DEBRIS[half].filter((d) => d.kind === kind);
  const wanted = bySeverity(severity, 1, 3, 8);
  const { text } = document;
  const lines = gaps(document);
  const words = matches(document, /[\p{L}\p{M}\p{N}]{3,20}(?=[ .,，。、])/gu);
  if (lines.length < wanted + 2 || words.length < wanted * 3) return undefined;
  const { where } = chance.pick(forms);
  const alike = forms.filter((d) => d.where === where);
  let page = 3;
  const made = (): string => {
    const { text: debris } = chance.pick(alike);
    page += 1 + chance.below(9);
    return kind === 'diff' || kind === 'tracked' ? debris : debris.replace(/\d+/u, String(page));
  };
  const edits: Edit[] =
    where === 'line'
      ? sample(chance, lines, wanted).map((at) => ({ start: at, end: at, text: `${made()}\n\n` }))
      : sample(chance, words, wanted).map(({ end }) => ({ start: end, end, text: ` ${made()}` }));
  return apply(text, edits, [`debris ${kind}`]);
}

interface Chat {
  readonly language: string;
  readonly first: string;
  readonly last: string;
}

const CHAT: Readonly<Record<Half, readonly Chat[]>> = {
  train: [
    {
      language: 'en',
      first: 'Sure! Here is the updated document:',
      last: 'Let me know if you would like me to adjust anything else!',
    },
    {
      language: 'en',
      first: 'Certainly. Below is the full specification, rewritten as you asked:',
      last: 'I hope this helps! Feel free to ask if you need further changes.',
    },
    {
      language: 'en',
      first:
        'As an AI language model, I cannot open the attached file, but here is a version based on your description:',
      last: 'Would you like me to continue with the next section?',
    },
    {
      language: 'zh',
      first: '好的，以下是根据您的要求整理后的完整文档：',
      last: '如果您还需要进一步修改，请随时告诉我！',
    },
    {
      language: 'ja',
      first: '承知しました。以下が修正後の文書です。',
      last: 'ほかにご要望がありましたら、お気軽にお知らせください。',
    },
    {
      language: 'ko',
      first: '네, 요청하신 대로 수정한 문서는 다음과 같습니다.',
      last: '추가로 필요한 내용이 있으면 말씀해 주세요!',
    },
    {
      language: 'ru',
      first: 'Конечно! Вот обновлённая версия документа:',
      last: 'Дайте знать, если нужно что-то ещё поправить!',
    },
    {
      language: 'ar',
      first: 'بالتأكيد! إليك النسخة المعدلة من المستند:',
      last: 'أخبرني إذا كنت ترغب في أي تعديل آخر.',
    },
    {
      language: 'es',
      first: '¡Claro! Aquí tienes el documento actualizado:',
      last: '¡Avísame si quieres que cambie algo más!',
    },
    {
      language: 'de',
      first: 'Gerne! Hier ist das überarbeitete Dokument:',
      last: 'Sag mir Bescheid, wenn ich noch etwas ändern soll!',
    },
    {
      language: 'fr',
      first: 'Bien sûr ! Voici la version complète du document :',
      last: 'N’hésitez pas à me dire si vous souhaitez d’autres modifications.',
    },
    {
      language: 'pt',
      first: 'Claro! Aqui está o documento atualizado:',
      last: 'Me avise se quiser que eu ajuste mais alguma coisa!',
    },
    { language: 'hi', first: 'ज़रूर! आपके कहे अनुसार दस्तावेज़ का नया रूप यह रहा:', last: 'अगर आप कुछ और बदलवाना चाहें तो बताइए।' },
    {
      language: 'tr',
      first: 'Elbette! İşte belgenin güncellenmiş hâli:',
      last: 'Başka bir değişiklik isterseniz bana söyleyin!',
    },
    {
      language: 'it',
      first: 'Certo! Ecco il documento aggiornato:',
      last: 'Fammi sapere se vuoi che modifichi altro!',
    },
    {
      language: 'vi',
      first: 'Chắc chắn rồi! Dưới đây là tài liệu đã được cập nhật:',
      last: 'Hãy cho tôi biết nếu bạn muốn thay đổi thêm!',
    },
  ],
  dev: [
    {
      language: 'en',
      first: "Great question! I've gone ahead and put together the complete spec for you below.",
      last: 'If you want, I can also turn this into a checklist or shorten it. Just say the word.',
    },
    {
      language: 'en',
      first: "Absolutely, here's the revised version with your feedback incorporated:",
      last: 'Is there anything else you want me to refine?',
    },
    {
      language: 'en',
      first: "I'm sorry, but I can't reproduce the whole original. Here is a summary of it instead:",
      last: 'Shall I go on with part two?',
    },
    {
      language: 'zh',
      first: '当然可以！下面是我为您重新撰写的版本：',
      last: '希望对您有所帮助，需要我继续补充其他章节吗？',
    },
    {
      language: 'ja',
      first: 'もちろんです！ご指定の内容をもとに仕様書を作成しました。',
      last: '必要であれば、続きも作成いたします。',
    },
    {
      language: 'ko',
      first: '물론이죠! 아래에 전체 문서를 다시 정리했습니다.',
      last: '원하시면 다음 장도 이어서 작성해 드릴까요?',
    },
    {
      language: 'ru',
      first: 'Отличный вопрос! Ниже привожу полный текст спецификации:',
      last: 'Хотите, чтобы я продолжил со следующим разделом?',
    },
    { language: 'ar', first: 'بكل سرور، فيما يلي الوثيقة الكاملة كما طلبت:', last: 'هل تريد أن أكمل القسم التالي؟' },
    {
      language: 'es',
      first: 'Por supuesto, a continuación te dejo la versión revisada:',
      last: 'Si quieres, también puedo resumirlo en una tabla.',
    },
    {
      language: 'de',
      first: 'Natürlich, im Folgenden findest du die vollständige Fassung:',
      last: 'Möchtest du, dass ich den nächsten Abschnitt ergänze?',
    },
    {
      language: 'fr',
      first: 'Avec plaisir, vous trouverez ci-dessous le document remanié selon vos consignes :',
      last: 'Souhaitez-vous que je poursuive avec la suite ?',
    },
    {
      language: 'pt',
      first: 'Com certeza! Segue abaixo a versão revisada conforme solicitado:',
      last: 'Quer que eu continue com a próxima seção?',
    },
    {
      language: 'hi',
      first: 'बिल्कुल, नीचे पूरा दस्तावेज़ आपकी ज़रूरत के हिसाब से लिखा गया है:',
      last: 'क्या मैं अगला भाग भी लिख दूँ?',
    },
    {
      language: 'tr',
      first: 'Tabii ki, aşağıda istediğiniz gibi düzenlenmiş metni bulabilirsiniz:',
      last: 'İsterseniz sonraki bölüme devam edebilirim.',
    },
    {
      language: 'pl',
      first: 'Oczywiście! Oto poprawiona wersja dokumentu:',
      last: 'Daj znać, jeśli chcesz, żebym coś jeszcze zmienił.',
    },
    {
      language: 'id',
      first: 'Tentu! Berikut dokumen yang sudah diperbarui:',
      last: 'Beri tahu saya jika ada yang ingin diubah lagi.',
    },
  ],
};

const HAN = /\p{Script=Han}/u;

/** Languages in which a helper would talk of this document: its script's own, English for Latin and now and then for others. */
function talks(document: Document, chance: Random, half: Half): readonly Chat[] {
  const head = document.text.slice(0, 20_000);
  const wanted = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(head)
    ? ['ja']
    : /\p{Script=Hangul}/u.test(head)
      ? ['ko']
      : HAN.test(head)
        ? ['zh']
        : /\p{Script=Cyrillic}/u.test(head)
          ? ['ru']
          : /\p{Script=Arabic}/u.test(head)
            ? ['ar']
            : /\p{Script=Devanagari}/u.test(head)
              ? ['hi']
              : [];
  const all = CHAT[half];
  if (wanted.length > 0 && chance.below(5) > 0) return all.filter((c) => wanted.includes(c.language));
  // Latin documents: mostly English, as most of them are, and every other language now and then.
  return all.filter(
    (c) => c.language === 'en' || (chance.below(3) === 0 && !/^(?:zh|ja|ko|ru|ar|hi)$/u.test(c.language)),
  );
}

function chat(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document) || document.units.length < 300) return undefined;
  const { text } = document;
  const said = chance.pick(talks(document, chance, half));
  const facets = [`language ${said.language}`];
  const end = text.trimEnd().length;
  const fenceable = document.format === 'markdown' && !text.startsWith('---');
  const form =
    severity === 'severe'
      ? 'both'
      : chance.pick(fenceable ? (['first', 'last', 'fence', 'tag'] as const) : (['first', 'last'] as const));
  const within = text.includes('```') ? 'code inside' : 'no code inside';
  if (form === 'fence') {
    const info = chance.pick(['markdown', 'md', '']);
    const made = `\`\`\`${info}\n${text.trimEnd()}\n\`\`\`\n`;
    return { text: made, spans: [{ start: 0, end: 3 + info.length }], facets: ['whole file in a fence', within] };
  }
  if (form === 'tag')
    return {
      text: `\`\`\`markdown\n${text}`,
      spans: [{ start: 0, end: 11 }],
      facets: ['fence left at the top', within],
    };
  const edits: Edit[] = [];
  const rule = chance.below(2) === 0 ? '---\n\n' : '';
  if (form !== 'last') edits.push({ start: 0, end: 0, text: `${said.first}\n\n${rule}` });
  if (form !== 'first') edits.push({ start: end, end, text: `\n\n${rule}${said.last}` });
  if (text.startsWith('---\n') && form !== 'last') return undefined;
  const made = apply(text, edits, [
    ...facets,
    form === 'both' ? 'both ends' : form === 'first' ? 'at the beginning' : 'at the end',
  ]);
  if (!made || !('text' in made)) return made;
  // The rule is the helper's too, but not what it says.
  const spans = made.spans.map((s): Span => {
    const words = form === 'last' || s.start > 0 ? said.last : said.first;
    const start = made.text.indexOf(words, s.start);
    return { start, end: start + words.length };
  });
  return { ...made, spans: [spans[0]!, ...spans.slice(1)] };
}

export const leftoverInjections: readonly Injection[] = [
  { id: 'leftover-merge', sees: 'Conflict markers of a merge stand in the text', inject: merge },
  {
    id: 'leftover-edit',
    sees: 'Notes of a tool stand in the text: pages lost, parts omitted, broken references, pieces of a diff',
    inject: edit,
  },
  {
    id: 'leftover-chat',
    sees: 'The text begins or ends with the chatter of a writing helper, or is wrapped in a code fence',
    inject: chat,
  },
];
