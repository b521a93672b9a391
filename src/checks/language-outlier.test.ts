import { describe, expect, test } from 'vitest';
import type { Fact, KindReading, Observation } from '../core/types.ts';
import { checkFiles } from './testing/folder.ts';
import { documentOf } from './testing/document.ts';
import { languageOutlier } from './language-outlier.ts';

const READING: KindReading = { kind: 'unclear', role: 'unclear', confidence: 0, reasons: [] };

const ENGLISH =
  'The service keeps every order for ten years. It holds the amount, the day and the reason, and nobody can change what was written once. ' +
  'When an order is closed, the service sends a mail to the customer and to the team that has to know about it.';
const OTHERS: Record<string, string> = {
  de: 'Die Gäste müssen ihre Schlüssel spätestens um elf Uhr zurückgeben. Für verlorene Schlüssel wird eine Gebühr erhoben, die das Büro auf die Rechnung setzt. Über Ausnahmen entscheidet die Leitung, und zwar möglichst noch am selben Tag, damit die Zimmer rechtzeitig für die nächsten Gäste fertig sind.',
  fr: "Les élèves déposent leurs affaires à l'entrée et montent au premier étage, où le maître les attend déjà. Après la leçon, chacun reprend ses affaires et signe la feuille de présence. Ceux qui ont été absents doivent apporter une lettre de leurs parents avant la fin de la semaine suivante.",
  ru: 'Ученики оставляют вещи у входа и поднимаются на второй этаж, где их уже ждёт учитель. После урока каждый забирает свои вещи и расписывается в журнале. Те, кто отсутствовал, должны принести письмо от родителей до конца следующей недели, иначе школа позвонит домой.',
  zh: '学生把东西放在门口，然后上二楼，老师已经在那里等他们了。下课以后，每个人拿走自己的东西，并在签到表上签名。缺席的学生必须在下周结束之前带来家长的信，否则学校会打电话通知家长。学校每个月开一次家长会，讨论学生的学习情况。',
  ar: 'يضع الطلاب أغراضهم عند المدخل ثم يصعدون إلى الطابق الأول حيث ينتظرهم المعلم. بعد الدرس يأخذ كل واحد أغراضه ويوقع على ورقة الحضور. وعلى من غاب أن يحضر رسالة من والديه قبل نهاية الأسبوع القادم، وإلا فإن المدرسة تتصل بالأهل وتسألهم عن سبب الغياب وعن موعد العودة.',
};

const passages = (text: string): readonly unknown[] =>
  (languageOutlier.collect!(documentOf(text), READING) as { passages: readonly unknown[] } | undefined)?.passages ?? [];

describe('one passage in a document of another language', () => {
  for (const [tag, text] of Object.entries(OTHERS))
    test(tag, () => {
      const body = Array.from({ length: 6 }, (_, i) => `## Part ${i}\n\n${ENGLISH}`);
      body.splice(3, 0, text);
      expect(passages(`# Orders\n\n${body.join('\n\n')}\n`)).toHaveLength(1);
    });
});

test('in code, quotations and tables a language is an example', () => {
  const body = Array.from({ length: 6 }, () => ENGLISH).join('\n\n');
  expect(passages(`# Orders\n\n${body}\n\n\`\`\`\n${OTHERS['ru']}\n\`\`\`\n\n> ${OTHERS['fr']}\n`)).toEqual([]);
});

describe('files', () => {
  const file = (text: string): Uint8Array => new TextEncoder().encode(`# Title\n\n${`${text}\n\n`.repeat(4)}`);
  const told = async (files: Record<string, Uint8Array>): Promise<string[]> => {
    const { report } = await checkFiles(new Map(Object.entries(files)));
    return report.findings
      .filter(({ check }) => check === 'language-outlier')
      .map(({ level, path }) => `${level} ${path}`);
  };
  const english = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, file(ENGLISH + name)]));

  test('one in another language than all its siblings', async () => {
    expect(await told({ ...english, 'f.md': file(OTHERS['ru']!) })).toEqual(['look f.md']);
  });
  test('a translation, two of them, too few siblings', async () => {
    expect(await told({ ...english, 'a.ru.md': file(OTHERS['ru']!) })).toEqual([]);
    expect(await told({ ...english, 'f.md': file(OTHERS['ru']!), 'g.md': file(OTHERS['ru']!) })).toEqual([]);
    expect(await told({ 'a.md': english['a.md']!, 'f.md': file(OTHERS['ru']!) })).toEqual([]);
  });
});

test('hostile input takes linear time', () => {
  for (const text of [
    'é'.repeat(1_000_000),
    'жé '.repeat(300_000),
    'ж\n\n'.repeat(300_000),
    `the ${'](a'.repeat(300_000)}`,
  ]) {
    const fact = languageOutlier.collect!(documentOf(`${text}\n\n${ENGLISH}`), READING);
    if (fact) for (const _ of run([{ path: 'a.md', fact }])) expect(_).toBeDefined();
  }
});

function run(facts: readonly Fact<never>[] | readonly { path: string; fact: unknown }[]): Iterable<Observation> {
  return languageOutlier.run!(facts as never, {
    entries: [],
    ignored: [],
    present: new Set(),
    entry: () => undefined,
    indexed: false,
    declared: () => null,
    declaredAt: () => null,
    companion: () => false,
    differences: [],
  });
}
