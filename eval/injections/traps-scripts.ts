/** Sound files in many scripts that look as if something were lost, repeated or broken. */
import type { Trap } from './types.ts';

const trap = (id: string, path: string, why: string, text: string): Trap => ({
  id,
  path,
  why,
  text: text.replace(/^\n/u, ''),
});

export const trapsOfScripts: readonly Trap[] = [
  trap(
    'missing-section',
    '規程.md',
    'An article that was struck out is named as struck out, two others share a line.',
    `
# 港湾灯火管理規程

## 第1条（目的）

この規程は、港内の灯火の管理について定める。

## 第2条（管理者）

管理者は港湾事務所とする。

## 第3条から第5条まで　削除

## 第6条（点検）

灯火は毎週月曜日に点検し、結果を帳簿に記す。

## 第7条（報告）

故障を見つけた者は、直ちに管理者に知らせる。
`,
  ),
  trap(
    'missing-section',
    'satzung.md',
    'Sections that no longer apply are kept as numbers, one is left out with a note.',
    `
# Satzung des Leuchtturmvereins

## § 1 Name

Der Verein heißt Leuchtturmverein Nordhafen.

## § 2 Zweck

Der Verein erhält den alten Turm und seine Lampe.

## § 3 (weggefallen)

## § 4 Beiträge

Der Beitrag wird im Januar gezahlt.

## § 6 Auflösung

§ 5 wurde 2011 gestrichen; die Zählung der übrigen Paragraphen ist geblieben.
`,
  ),
  trap(
    'missing-section',
    'положение.txt',
    'Articles without force are named, and chapters and articles are counted apart.',
    `
ПОЛОЖЕНИЕ О МАЯЧНОЙ СЛУЖБЕ

Глава I. Общие положения

Статья 1. Служба содержит огни и знаки порта.
Статья 2. Утратила силу.
Статья 3. Смотритель ведёт журнал ежедневно.

Глава II. Дежурство

Статья 4. Дежурство длится восемь часов.
Статьи 5 и 6. Исключены.
Статья 7. О смене дежурства делается запись.

Глава III. Заключительные положения

Статья 8. Положение вступает в силу с 1 марта.
`,
  ),
  trap(
    'loop-exact',
    'غزل.txt',
    'A poem in Persian whose lines all end in the same words.',
    `
چراغ دریا

شب است و موج می‌خواند، چراغ ساحلم با توست
دلم در باد می‌ماند، چراغ ساحلم با توست

اگر طوفان شود دریا، اگر گم گردد این فردا
خدا این را نگرداند، چراغ ساحلم با توست

ز راه دور می‌آیی، به رنگ نور می‌آیی
کسی جز من نمی‌داند، چراغ ساحلم با توست

بمان تا صبح برخیزد، ستاره در افق ریزد
که شب آخر نمی‌ماند، چراغ ساحلم با توست
`,
  ),
  trap(
    'cut-end',
    '회의록.md',
    'Minutes in Korean note form: lines end in nouns, without an end mark.',
    `
# 등대 관리 회의록

일시: 2021년 5월 4일 14시
장소: 항만 사무소 2층
참석: 김하늘, 박도윤, 이서아

## 안건

1. 북쪽 부두 등 교체
2. 예비 부품 재고 확인
3. 다음 점검 일정

## 결정 사항

- 등 세 개는 이번 달 안에 교체
- 부품은 창고 목록에 따라 주문
- 점검은 매월 첫째 화요일

## 다음 회의

2021년 6월 1일 14시, 같은 장소
`,
  ),
  trap(
    'hard-wrap',
    '短歌.md',
    'Short lines of verse with blank lines between them.',
    `
# 灯台にて

ゆふぐれの

海の果てより

寄せ来たる

波のひとつに

名をつけて待つ

# 朝

霧のなか

櫂の音だけ

近づきて

また遠ざかる

六月の朝
`,
  ),
  trap(
    'loop-noisy',
    '接口.md',
    'Interface descriptions in Chinese of one frame, with other names and numbers.',
    `# 接口说明\n${['读取水位', '读取时间', '读取电压', '设置周期', '设置阈值', '清除告警', '进入休眠', '退出休眠']
      .map(
        (name, i) => `
## ${i + 1}. ${name}

请求：主站发送功能码 0x${(i + 3).toString(16).padStart(2, '0')}，长度 ${i + 4} 字节，校验采用累加和。

应答：从站在 ${20 + i * 5} 毫秒内返回结果；若校验错误，从站不应答，主站最多重发三次。

说明：本接口自 1.${i} 版起提供，旧版本收到该功能码时返回错误 ${i + 11}。
`,
      )
      .join('')}`,
  ),
  trap(
    'dropped-numbers',
    'قالب.md',
    'A form in Arabic whose values are still to be filled in.',
    `
# محضر استلام

استلمنا في يوم ........ من شهر ........ عدد ........ صندوقا من الزيت.

الوزن: ........ كيلوغرام

الحالة: جيدة / متوسطة / سيئة

ملاحظات:

التوقيع:
`,
  ),
  trap(
    'missing-item',
    'вопросы.md',
    'Answers are given to some of the questions only, by their numbers.',
    `
# Ответы на письма смотрителей

В мартовском листке было двенадцать вопросов. Здесь ответы на те, о которых спрашивали чаще всего.

2. Масло меняют раз в месяц, зимой раз в две недели.
5. Журнал ведут чернилами.
6. Запасное стекло хранят в сухом месте.
11. О тумане сообщают по телефону и записывают время.

На остальные вопросы ответит инспектор при объезде.
`,
  ),
  trap(
    'columns-interleaved',
    'diccionario.md',
    'A phrase book in two languages whose lines take turns.',
    `
# Saludos del puerto

Buenos días, capitán.

Allin p'unchay, kapitan.

¿Cuándo sale la barca?

Hayk'aqmi wampu lluqsin?

Sale con la marea.

Quchawanmi lluqsin.

Que tenga buen viaje.

Allin puriykuy.
`,
  ),
  trap(
    'missing-figure',
    'tabelas.md',
    'The text speaks of tables of another document by their numbers.',
    `
# Comparação com o relatório anterior

A Tabela 1 mostra os níveis médios deste ano. As tabelas 2 e 3 do relatório de 2018 mostram os mesmos valores para os anos
anteriores e não são repetidas aqui.

Tabela 1: Níveis médios por estação

| Estação | Nível |
| ------- | ----- |
| Norte   | 1204  |
| Leste   | 1198  |

Tabela 4: Desvios, numerada como no relatório de 2018

| Estação | Desvio |
| ------- | ------ |
| Norte   | 12     |
| Leste   | -3     |
`,
  ),
  trap(
    'page-furniture',
    'كتاب.md',
    'A note on page numbers in Arabic books that quotes them.',
    `
# أرقام الصفحات

تكتب أرقام الصفحات في أسفل الورقة، مثل «صفحة ٧» أو «- ٨ -»، ولا تكتب على صفحة الغلاف.

    صفحة ٣ من ٤٠

عند نسخ النص من الكتاب تحذف هذه الأسطر، ثم تجمع الجملة التي انقطعت بين صفحتين.
`,
  ),
  trap(
    'loop-phrase',
    'เพลงเรือ.txt',
    'A rowing song in Thai with calls that are said again and again.',
    `
เพลงเรือ

ฮุยเลฮุย ฮุยเลฮุย พายเถิดหนาอย่ารอช้า
น้ำขึ้นแล้วเรือจะพา ไปให้ถึงท่าก่อนค่ำ
ฮุยเลฮุย ฮุยเลฮุย ฮุยเลฮุย ฮุยเลฮุย

ฮุยเลฮุย ฮุยเลฮุย ดาวดวงน้อยลอยเหนือน้ำ
เสียงใครร้องก้องลำนำ คืนเดือนดับยังจำได้
ฮุยเลฮุย ฮุยเลฮุย ฮุยเลฮุย ฮุยเลฮุย
`,
  ),
];
