import { describe, expect, it } from 'vitest';
import { createDocument } from '../core/document.ts';
import type { Document } from '../core/types.ts';
import { analyse, classify, grouped } from './index.ts';
import { SIGN_INDEX, SIGNS } from './signs.ts';
import { gramTable, kindTable, KINDS, ROLE_BIAS, ROLE_WEIGHTS, WORD_KINDS } from './weights.ts';
import { BUCKETS, GRAM_UNITS, piecesOf, SHAPE_BUCKETS, WORD_BUCKETS } from './grams.ts';
import { unpack } from './unpack.ts';
import { scan } from './scan.ts';

const doc = (text: string, path = 'a.txt'): Document =>
  createDocument({ path, format: 'text', encoding: 'utf-8', text });

/** The same short specification and the same short news item, in each language. */
const TWINS: Readonly<Record<string, readonly [spec: string, news: string]>> = {
  en: [
    `# Upload service: requirements

## 1. Scope

This document specifies the upload interface. The system stores files and returns an identifier for each.

## 2. Functional requirements

- FR-1: The client must send the file in the request body; the maximum size is 10 MB.
- FR-2: The server must return the field \`file_id\` as a string.
- FR-3: If the token is missing, the server must answer with error code 401.
- FR-4: The user may delete a file. The system must not keep a copy.

## 3. Interface

| Field | Type | Description |
| --- | --- | --- |
| file_id | string | identifier of the file |
| size | integer | size in bytes |

POST /v1/files
`,
    `LONDON, March 3 (Reuters) - The mayor opened the new bridge on Tuesday in front of some two thousand people, three years after work began.

"We waited a long time for this day," she said. "My father crossed the river by boat every morning." According to the ministry the bridge cost $40 million.

Residents celebrated until late in the night. "It is a dream," said Mary Brown, 62, who came with her husband and her children. The president will visit the town next month, a spokesman told reporters yesterday.
`,
  ],
  de: [
    `# Hochladedienst: Anforderungen

## 1. Geltungsbereich

Dieses Dokument beschreibt die Schnittstelle zum Hochladen. Das System speichert Dateien und liefert für jede eine Kennung.

## 2. Funktionale Anforderungen

- FR-1: Der Client muss die Datei im Rumpf der Anfrage senden; die größte Länge ist 10 MB.
- FR-2: Der Server muss das Feld \`file_id\` als Zeichenkette liefern.
- FR-3: Fehlt das Token, muss der Server mit dem Fehlercode 401 antworten.
- FR-4: Der Benutzer kann eine Datei löschen. Das System darf keine Kopie behalten.

## 3. Schnittstelle

| Feld | Datentyp | Bedeutung |
| --- | --- | --- |
| file_id | string | Kennung der Datei |
| size | integer | Länge in Bytes |

POST /v1/files
`,
    `BERLIN (dpa) - Die Bürgermeisterin hat am Dienstag vor rund zweitausend Menschen die neue Brücke eröffnet, drei Jahre nach dem Beginn der Arbeiten.

„Wir haben lange auf diesen Tag gewartet“, sagte sie. „Mein Vater fuhr jeden Morgen mit dem Boot über den Fluss.“ Die Brücke kostete 40 Millionen Euro, teilte das Ministerium mit.

Die Menschen feierten bis spät in die Nacht. „Es ist ein Traum“, sagte Maria Braun, 62, die mit ihrem Mann und den Kindern gekommen war. Der Präsident kommt im nächsten Monat in die Stadt, erklärte ein Sprecher gestern.
`,
  ],
  fr: [
    `# Service de dépôt : exigences

## 1. Portée

Ce document définit l'interface de dépôt. Le système conserve les fichiers et renvoie un identifiant pour chacun.

## 2. Exigences fonctionnelles

- FR-1 : Le client doit envoyer le fichier dans le corps de la requête ; la taille maximale est 10 Mo.
- FR-2 : Le serveur doit renvoyer le champ \`file_id\` comme chaîne.
- FR-3 : Si le jeton manque, le serveur doit répondre avec le code d'erreur 401.
- FR-4 : L'utilisateur peut supprimer un fichier. Le système ne doit pas garder de copie.

## 3. Interface

| Champ | Type | Description |
| --- | --- | --- |
| file_id | string | identifiant du fichier |
| size | integer | taille en octets |

POST /v1/files
`,
    `PARIS (AFP) - La maire a inauguré mardi le nouveau pont devant quelque deux mille habitants, trois ans après le début des travaux.

« Nous avons attendu ce jour longtemps », a déclaré l'élue. « Mon père traversait la rivière en barque chaque matin. » Le pont a coûté 40 millions d'euros, a indiqué le ministère.

Les gens ont fait la fête jusque tard dans la nuit. « C'est un rêve », affirme Marie Brun, 62 ans, venue avec ses enfants. Le président viendra le mois prochain, a annoncé lundi un porte-parole du gouvernement.
`,
  ],
  es: [
    `# Servicio de carga: requisitos

## 1. Alcance

Este documento define la interfaz de carga. El sistema guarda archivos y devuelve un identificador para cada uno.

## 2. Requisitos funcionales

- FR-1: El cliente debe enviar el archivo en el cuerpo de la solicitud; el tamaño máximo es 10 MB.
- FR-2: El servidor debe devolver el campo \`file_id\` como cadena.
- FR-3: Si falta el token, el servidor debe responder con el código de error 401.
- FR-4: El usuario puede borrar un archivo. El sistema no debe guardar copia.

## 3. Interfaz

| Campo | Tipo | Descripción |
| --- | --- | --- |
| file_id | string | identificador del archivo |
| size | integer | tamaño en bytes |

POST /v1/files
`,
    `MADRID (EFE).- La alcaldesa inauguró el martes el nuevo puente ante unas dos mil personas, tres años después del inicio de las obras.

«Esperamos mucho este día», dijo la alcaldesa. «Mi padre cruzaba el río en barca cada mañana». El puente costó 40 millones de euros, según anunció el ministro.

La gente celebró hasta la noche. «Es un sueño», afirmó María Moreno, de 62 años, que vino con sus hijos y su mujer. El presidente visitará la ciudad el mes que viene, aseguró ayer el gobierno.
`,
  ],
  ru: [
    `# Служба загрузки: требования

## 1. Область применения

Настоящий документ определяет интерфейс загрузки. Система хранит файлы и возвращает для каждого идентификатор.

## 2. Функциональные требования

- FR-1: Клиент должен передать файл в теле запроса; наибольший размер 10 МБ.
- FR-2: Сервер должен вернуть поле \`file_id\` в виде строки.
- FR-3: Если токена нет, сервер должен ответить кодом ошибки 401.
- FR-4: Пользователь может удалить файл. Система не должна хранить копию.

## 3. Интерфейс

| Поле | Тип | Описание |
| --- | --- | --- |
| file_id | string | идентификатор файла |
| size | integer | размер в байтах |

POST /v1/files
`,
    `МОСКВА, 3 марта - ТАСС. Мэр города во вторник открыла новый мост, на праздник пришли около двух тысяч человек. Строительство заняло три года.

«Мы долго ждали этого дня, — сказала она. — Мой отец каждое утро переплывал реку на лодке». Мост обошёлся в 40 млн рублей, сообщил министр.

Люди праздновали до глубокой ночи. «Это мечта», — рассказала жительница города Мария Бровкина, её дети пришли вместе с ней. Президент приедет в следующем месяце, заявил вчера представитель правительства.
`,
  ],
  zh: [
    `# 上传服务需求

## 1. 范围

本文档定义上传接口。系统保存文件，并为每个文件返回一个标识。

## 2. 功能需求

- FR-1：客户端必须在请求体中发送文件，最大 10 MB。
- FR-2：服务器必须返回字段 \`file_id\`，数据类型为字符串。
- FR-3：缺少令牌时，服务器必须返回错误码 401。
- FR-4：用户可以删除文件，系统不得保留副本。

## 3. 接口

| 字段 | 类型 | 说明 |
| --- | --- | --- |
| file_id | string | 文件标识 |
| size | integer | 字节数 |

POST /v1/files
`,
    `本报讯（记者 王明）3月3日，历时三年建成的新大桥正式通车，市长和两千多名群众参加了通车仪式。

“这一天我们等了很久。”市长说，“我父亲当年每天早上坐船过河。”据介绍，大桥总投资4000万元。

群众一直庆祝到深夜。“真像做梦一样。”62岁的村民李梅带着孩子赶来，她告诉记者，去年她还要绕路去县城。据悉，下个月省领导将来视察，市委书记昨天表示，要把好事办好。
`,
  ],
  ja: [
    `# アップロードサービス 要件

## 1. 適用範囲

本書はアップロードのインターフェースを定義する。システムはファイルを保存し、それぞれに識別子を返す。

## 2. 機能要件

- FR-1: クライアントはリクエスト本文でファイルを送信しなければならない。最大は 10 MB とする。
- FR-2: サーバはフィールド \`file_id\` を文字列で返さなければならない。
- FR-3: トークンがない場合、サーバはエラーコード 401 を返さなければならない。
- FR-4: ユーザーはファイルを削除できること。システムは複製を残してはならない。

## 3. インターフェース

| フィールド | 型 | 説明 |
| --- | --- | --- |
| file_id | string | ファイルの識別子 |
| size | integer | バイト数 |

POST /v1/files
`,
    `【東京＝共同通信】新しい橋が三日、三年の工事を終えて開通し、市長や住民ら約二千人が祝った。

「この日を長い間待っていた」と市長は話した。「私の父は毎朝、舟で川を渡っていた」。警察によると、事故はなかったという。橋の建設費は四十億円。

住民は夜遅くまで祝った。「夢のようです」と六十二歳の鈴木さんは語り、昨年は遠回りしていたと話す。首相は来月この町を訪れると、大統領との会談のあと昨日述べた。彼女は子どもと一緒に来た。
`,
  ],
  ar: [
    `# خدمة الرفع: المتطلبات

## 1. النطاق

تحدد هذه الوثيقة واجهة الرفع. يحفظ النظام الملفات ويعيد معرفا لكل ملف.

## 2. المتطلبات الوظيفية

- FR-1: يجب أن يرسل العميل الملف في جسم الطلب، والحجم الأقصى 10 MB.
- FR-2: يجب أن يعيد الخادم الحقل \`file_id\` كسلسلة.
- FR-3: إذا غاب الرمز، يجب أن يجيب الخادم برمز الخطأ 401.
- FR-4: يمكن أن يحذف المستخدم الملف. لا يجوز أن يحتفظ النظام بنسخة.

## 3. واجهة

| الحقل | النوع | الوصف |
| --- | --- | --- |
| file_id | string | معرف الملف |
| size | integer | الحجم بالبايت |

POST /v1/files
`,
    `القاهرة (رويترز) - افتتحت رئيسة البلدية الثلاثاء الجسر الجديد أمام نحو ألفين من الناس، بعد ثلاث سنوات من بدء العمل.

وقالت "انتظرنا هذا اليوم طويلا. كان والدي يعبر النهر بالقارب كل صباح". وأضافت أن الجسر كلف 40 مليون جنيه، بحسب وزير النقل.

واحتفل الناس حتى ساعة متأخرة من الليل. وقال رجل جاء مع أطفال صغار إن الأمر كالحلم. وأعلن وزير في الحكومة أمس أن الرئيس سيزور المدينة الشهر المقبل، كما أكد مراسل وكالة الأنباء أن الشرطة كانت هناك.
`,
  ],
};

describe('translated twins: language does not decide', () => {
  for (const [language, [spec, news]] of Object.entries(TWINS)) {
    it(`${language}: the specification is one, the news item is none`, () => {
      const first = analyse(doc(spec));
      expect(first.reading.role).toBe('specification');
      const second = analyse(doc(news));
      expect(['stray', 'unclear']).toContain(second.reading.role);
      expect(second.shares![2]).toBeGreaterThan(second.shares![0]);
      if (second.reading.role === 'stray') expect(second.reading.kind).toBe('news');
    });
  }
});

describe('reasons', () => {
  const page = `修建新桥

第三季度，全区新签约项目101个，协议投资额289.3亿元，市长和群众参加了仪式，书记说：“要把好事办好。”

4版 | 咸宁日报

近日，记者获悉，今年以来全区已有126个驻村工作队下乡，据介绍，去年只有一半，村民们都很高兴。“真好。”老人说。
`;
  it('the page header comes first, then what is absent; places are exact', () => {
    const { reading } = analyse(doc(page));
    expect(reading.reasons[0]!.message).toBe('line 5 is a newspaper page header: "4版 | 咸宁日报"');
    expect(reading.reasons[1]!.message).toMatch(/^no requirement, identifier, interface or example in \d+ characters$/);
    expect(reading.reasons.length).toBeLessThanOrEqual(5);
    const text = doc(page);
    for (const { place } of reading.reasons) if (place) expect(text.slice(place.start!, place.end!)).toBe(place.quote);
  });
  it('taking the named sign out lowers the score', () => {
    const without = analyse(doc(page.replace('4版 | 咸宁日报', '')));
    expect(without.shares![2]).toBeLessThan(analyse(doc(page)).shares![2]);
  });
  for (const [language, [spec, news]] of Object.entries(TWINS))
    it(`${language}: each named sign counts for the role that it is a reason for, and its words are at its line`, () => {
      for (const text of [spec, news]) {
        const document = doc(text);
        const { telling, reading } = analyse(document);
        const found = scan(document);
        const column = ['specification', 'background', 'stray'].indexOf(reading.role);
        for (const { place, message } of telling) {
          if (!place || column < 0) continue;
          expect(text.slice(place.start!, place.end!)).toBe(place.quote);
          expect(message).toContain(`line ${text.slice(0, place.start!).split('\n').length}`);
          const sign = found.first.findIndex((span) => span?.start === place.start && span?.end === place.end);
          expect(sign).toBeGreaterThanOrEqual(0);
        }
        for (const index of SIGNS.keys()) {
          if (column < 0 || !telling.some(({ place }) => place && found.first[index]?.start === place.start)) continue;
          const row = ROLE_WEIGHTS[SIGNS[index]!.id];
          const level = found.levels[index]!;
          if (row && level > 0 && SIGNS[index]!.toward === reading.role)
            expect(row[column]![level - 1]!).toBeGreaterThanOrEqual(0);
        }
      }
    });
  it('what is said to be absent is absent', () => {
    expect(analyse(doc(`${page}\n系统必须返回。`)).absent).not.toContain('requirement');
    expect(analyse(doc(`${page}\nuse file_id`)).absent).not.toContain('identifier');
    expect(analyse(doc(`${page}\nGET /v1/files`)).absent).not.toContain('interface');
    expect(analyse(doc(`${page}\n\`\`\`\nx\n\`\`\`\n`)).absent).not.toContain('example');
  });
});

describe('shapes', () => {
  const shapes: readonly (readonly [string, string, string, string])[] = [
    ['a.yaml', 'openapi: 3.1.0\ninfo:\n  title: x\npaths:\n  /a: {}\n', 'api', 'specification'],
    [
      'a.json',
      '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}\n',
      'api',
      'specification',
    ],
    ['a.proto', 'syntax = "proto3";\nmessage A {\n  string b = 1;\n}\n', 'api', 'specification'],
    ['a.graphql', 'type Query {\n  user(id: ID!): User\n}\n', 'api', 'specification'],
    ['a.sql', 'CREATE TABLE users (\n  id BIGINT PRIMARY KEY,\n  name TEXT\n);\n', 'api', 'specification'],
    [
      'a.xsd',
      '<?xml version="1.0"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n</xs:schema>\n',
      'api',
      'specification',
    ],
    ['a.json', '[{"name": "said yesterday", "text": "(Reuters) the mayor said"}]\n', 'data', 'background'],
    ['a.csv', 'a,b,c\n1,2,3\n', 'data', 'background'],
    ['a.py', 'def main():\n    print("he said yesterday")\n', 'code', 'background'],
  ];
  for (const [path, text, kind, role] of shapes)
    it(`${path}: ${text.slice(0, 24)}`, () => {
      expect(classify(doc(text, path))).toMatchObject({ kind, role });
    });
});

const rising = (row: readonly number[]): boolean => row.every((weight, i) => weight >= (i === 0 ? 0 : row[i - 1]!));
const falling = (row: readonly number[]): boolean => row.every((weight, i) => weight <= (i === 0 ? 0 : row[i - 1]!));

describe('pieces', () => {
  it('the table has a row for each bucket', () => {
    const { prints, words, shapes, kinds } = gramTable();
    expect(kinds.length).toBe(WORD_KINDS * WORD_BUCKETS);
    expect(prints.length).toBe(BUCKETS);
    expect(words.length).toBe(3 * WORD_BUCKETS);
    expect(shapes.length).toBe(3 * SHAPE_BUCKETS);
  });
  it('a piece of text gives the same pieces in any script of the same shape', () => {
    const shapesOf = (text: string): number[] => {
      const { shapes, shapeCount } = piecesOf(doc(text).units);
      return [...shapes.subarray(0, shapeCount)];
    };
    expect(shapesOf('# aaa bbb\n\n- ccc: ddd\n')).toEqual(shapesOf('# яяя ббб\n\n- ввв: ггг\n'));
    expect(shapesOf('# aaa bbb\n\n- ccc: ddd\n')).not.toEqual(shapesOf('aaa bbb\n\nccc ddd\n'));
  });
  it('does not grow with the text', () => {
    for (const text of ['a b '.repeat(200_000), '|'.repeat(600_000), '\n'.repeat(600_000), '文字'.repeat(300_000)]) {
      const { wordCount, shapeCount } = piecesOf(doc(text).units);
      expect(wordCount).toBeLessThanOrEqual(4 * GRAM_UNITS);
      expect(shapeCount).toBeLessThanOrEqual(4 * GRAM_UNITS);
    }
  });
  it('unpacks what was packed, with what Node has for it and without', () => {
    const { Buffer } = globalThis;
    for (const bytes of [[], [0], [1, 255], [1, 2, 3], [250, 251, 252, 253]]) {
      const packed = Buffer.from(bytes).toString('base64');
      expect([...new Uint8Array(unpack(packed))]).toEqual(bytes);
      try {
        Reflect.deleteProperty(globalThis, 'Buffer');
        expect([...new Uint8Array(unpack(packed))]).toEqual(bytes);
      } finally {
        globalThis.Buffer = Buffer;
      }
    }
  });
});

describe('honesty', () => {
  it('too little text is unclear', () => {
    expect(classify(doc('Yesterday the mayor said "hello".')).role).toBe('unclear');
    expect(classify(doc('')).role).toBe('unclear');
    expect(classify(doc('\n\n  \n')).role).toBe('unclear');
  });
  it('is the same from run to run and does not care for odd input', () => {
    for (const text of [
      '\ud800'.repeat(3000),
      '```\n'.repeat(2000),
      '"'.repeat(5000),
      '|'.repeat(5000),
      '1.'.repeat(9000),
      'a'.repeat(200_000),
      '(1900-'.repeat(4000),
    ])
      expect(classify(doc(text))).toEqual(classify(doc(text)));
  });
  it('weights are integers, one row for a sign, and no sign names a language or a script', () => {
    const ids = new Set(SIGNS.map(({ id }) => id));
    for (const [id, rows] of Object.entries(ROLE_WEIGHTS)) {
      expect(ids.has(id)).toBe(true);
      expect(rows.map((levels) => levels.length)).toEqual([8, 8, 8]);
      for (const weight of rows.flat()) expect(Number.isInteger(weight)).toBe(true);
    }
    expect(ROLE_BIAS.length).toBe(3);
    expect(kindTable().length).toBe(8 * SIGNS.length * KINDS.length);
    for (const { id } of SIGNS) expect(id).not.toMatch(/latin|^han|cjk|cyrillic|arabic|chinese|english|script|lang/i);
  });
  it('signs keep to what they may speak for', () => {
    for (const { id, toward } of SIGNS) {
      const row = ROLE_WEIGHTS[id];
      if (!row) continue;
      const [specification, background, stray] = row;
      if (toward === 'specification') {
        expect(rising(specification!)).toBe(true);
        expect(falling(stray!)).toBe(true);
      }
      if (toward === 'background') {
        expect(rising(background!)).toBe(true);
        expect(falling(specification!) && falling(stray!)).toBe(true);
      }
      if (toward === 'stray') {
        expect(rising(stray!)).toBe(true);
        expect(falling(specification!)).toBe(true);
      }
    }
  });
  it('groups thousands', () => {
    expect([grouped(7), grouped(4371), grouped(1234567)]).toEqual(['7', '4,371', '1,234,567']);
  });
});

describe('texts that may be what someone builds from are never stray', () => {
  /** Plain prose, user stories, half news, a mail, languages with few phrases in the lists, a game's design. */
  const texts: Readonly<Record<string, string>> = {
    'prose-design': `How the cache works

When I first thought about the cache, I wanted it to be small. It keeps the last thousand answers, oldest out first. An answer is found by
the hash of its question. If the answer is older than an hour it is thrown away and asked for again. We do not write it to disk, since the
process restarts once a day anyway and the first questions of the day are cheap.

Each entry holds the question, the answer, and the time at which it was asked. Looking up an entry moves it to the front of the list. When
the list is full the entry at the back is dropped. Two threads may look up at once, but only one may add; it takes the lock for that.

If the upstream is down we give the old answer with a warning, for at most a day. After that we give an error. The warning says how old the
answer is, so that whoever reads it can decide.
`,
    stories: `As a reader I want to see my loans so that I can bring books back in time.
As a reader I want to renew a loan once so that I can finish the book.
As a librarian I want to see who has borrowed a book so that I can call it back.
As a librarian I want to block an account so that no more books are lent to it.
As an administrator I want to set the number of loans for each group so that students may borrow more.
As a reader I want to get a mail three days before a loan ends so that I do not forget.
`,
    half: `LONDON, March 3 (Reuters) - The mayor opened the new bridge on Tuesday. "We waited a long time for this day," she said. Residents
celebrated until late in the night. "It is a dream," said Mary Brown, 62, who came with her husband. The president will come next month.

Toll interface

The server must answer GET /v1/tolls/{plate} with the field amount, an integer in cents. A client must send its token. If the plate is
not known, the server must answer with error code 404. REQ-1: The response must hold the field currency. REQ-2: Amounts must not be negative.
REQ-3: The server must not keep plates for longer than 30 days.
`,
    mail: `From: Anna Weber <anna@example.org>
To: Tom Hill <tom@example.org>
Subject: Requirements for the export
Date: Tue, 3 Mar 2026 10:12:00 +0100

Hi Tom,

thanks for the call yesterday. As agreed, these are the requirements for the export:

1. The user must be able to export all invoices of a year as CSV.
2. The file must have the columns number, date, net and gross, in this order.
3. If there are more than 10,000 invoices, the system must write several files.
4. The export must not take longer than 60 seconds.

I would also like to see a progress bar, but that is optional. Please tell me if anything is unclear.

Best regards
Anna
`,
    greek: `Υπηρεσία αποστολής αρχείων

Το έγγραφο αυτό ορίζει τη διεπαφή αποστολής. Το σύστημα αποθηκεύει αρχεία και επιστρέφει ένα αναγνωριστικό για το καθένα. Ο πελάτης πρέπει να στείλει το αρχείο στο σώμα του αιτήματος και το μέγιστο μέγεθος είναι δέκα MB. Ο διακομιστής πρέπει να επιστρέψει το πεδίο ως συμβολοσειρά. Αν λείπει το διακριτικό, ο διακομιστής πρέπει να απαντήσει με σφάλμα. Ο χρήστης μπορεί να διαγράψει ένα αρχείο και το σύστημα δεν πρέπει να κρατήσει αντίγραφο.
`,
    thai: `ข้อกำหนดบริการอัปโหลด

1. ขอบเขต
เอกสารนี้กำหนดส่วนต่อประสานสำหรับการอัปโหลด ระบบจัดเก็บไฟล์และส่งคืนตัวระบุสำหรับแต่ละไฟล์

2. ข้อกำหนดด้านการทำงาน
2.1 ไคลเอนต์ต้องส่งไฟล์ในเนื้อหาของคำขอ ขนาดสูงสุดคือ 10 MB
2.2 เซิร์ฟเวอร์ต้องส่งคืนฟิลด์ file_id เป็นสตริง
2.3 หากไม่มีโทเค็น เซิร์ฟเวอร์ต้องตอบด้วยรหัสข้อผิดพลาด 401
2.4 ผู้ใช้สามารถลบไฟล์ได้ ระบบต้องไม่เก็บสำเนา
`,
    hindi: `# अपलोड सेवा

## 1. दायरा

यह दस्तावेज़ अपलोड इंटरफ़ेस को परिभाषित करता है।

## 2. कार्यात्मक आवश्यकताएँ

- FR-1: क्लाइंट को फ़ाइल अनुरोध के मुख्य भाग में भेजनी चाहिए। अधिकतम आकार 10 MB है।
- FR-2: सर्वर को \`file_id\` फ़ील्ड लौटाना अनिवार्य है।
- FR-3: टोकन न होने पर सर्वर को त्रुटि कोड 401 देना चाहिए।
`,
    zhprose: `登录流程说明

用户打开首页后点击登录按钮，系统显示登录页面。用户输入手机号，点击获取验证码，系统向该手机号发送六位数字验证码，有效期五分钟。用户输入验证码后点击登录，验证码正确则进入个人中心，错误则提示“验证码错误”，连续错误五次锁定该手机号三十分钟。

用户首次登录时系统自动创建账号，昵称默认为手机号后四位。用户可以在个人中心修改昵称和头像，昵称长度为二到十六个字符。退出登录后清除本地缓存，再次打开需要重新登录。
`,
    game: `The Lantern Keeper: game design

The player is Mara, a girl of twelve who keeps the last lantern of a drowned town. Her father left one night and never came back. The
story begins when the lantern goes out.

Mara walks, climbs and swims. She can hold her breath for thirty seconds. Each level has three embers; when she has found all of them the
door opens. Enemies are drawn to sound: walking can be heard at two metres, running at eight. If she is caught she wakes at the last lamp
that she lit.

There are five levels: the harbour, the church, the mill, the mine and the lighthouse. In the lighthouse the player meets the father, who
asks her to put the lantern out. Both choices lead to an ending of some two minutes.
`,
  };
  for (const [name, text] of Object.entries(texts))
    it(name, () => {
      expect(classify(doc(text)).role).not.toBe('stray');
    });
});

/** What may be read wrongly, in other languages and forms; each is ours. */
const TRAPS: Readonly<Record<string, { readonly text: string; readonly is?: string; readonly never?: string }>> = {
  'paper that defines (en)': {
    never: 'stray',
    text: `A Wire Format for Delta Synchronisation

Abstract. We present a format for the exchange of differences between two replicas. We define the messages, their encoding and the order in which a receiver applies them.

1 Introduction

Replicas that are seldom connected need small messages [3, 7]. Earlier work [12] sends whole objects.

2 Format

A message consists of a header of eight bytes and a body. Bytes 0 to 3 hold the length of the body as an unsigned integer, most significant byte first. Bytes 4 and 5 hold the version, which is 1. A receiver that reads another version discards the message and answers with error 2.

3 Order

Operations are applied in the order of their clock. Two operations with the same clock are ordered by the identifier of the replica. Theorem 1. Any two replicas that have applied the same set of operations hold the same state.

4 Evaluation

We measured the size of messages on three data sets (Table 1).

References
[3] A. Author. Small messages. 2011.
`,
  },
  'prose spec (de)': {
    never: 'stray',
    text: `Wie der Terminkalender arbeitet

Ein Termin gehört zu genau einem Kalender. Er hat einen Titel, einen Anfang und ein Ende; das Ende liegt nie vor dem Anfang. Wer den Kalender lesen darf, sieht alle Termine darin, außer den privaten: von diesen sieht er nur, dass die Zeit belegt ist.

Wird ein Termin verschoben, so bekommen alle Eingeladenen eine Nachricht, die alte und neue Zeit nennt. Sagt jemand ab, bleibt der Termin bestehen, der Name wird durchgestrichen. Sagen alle ab, wird der Termin nach einem Tag gelöscht.

Wiederholungen werden nicht einzeln gespeichert. Ändert man eine davon, entsteht ein eigener Termin, der auf die Reihe verweist. Löscht man die Reihe, verschwinden auch diese.

Zwei Geräte dürfen denselben Termin zugleich ändern. Es gilt die spätere Änderung; die frühere wird als Entwurf aufgehoben, bis der Besitzer sie verwirft.
`,
  },
  'stories (es)': {
    never: 'stray',
    text: `Historias de usuario de la biblioteca

Como lector quiero ver mis préstamos para devolver los libros a tiempo.
Como lector quiero renovar un préstamo una vez para terminar el libro.
Como bibliotecario quiero saber quién tiene un libro para reclamarlo.
Como bibliotecario quiero bloquear una cuenta para que no se presten más libros.
Como administrador quiero fijar el número de préstamos por grupo para que los estudiantes puedan llevarse más.
Como lector quiero recibir un correo tres días antes del vencimiento para no olvidarlo.
`,
  },
  'stories (zh)': {
    never: 'stray',
    text: `图书馆用户故事

作为读者，我想查看我的借阅，以便按时还书。
作为读者，我想续借一次，以便读完这本书。
作为馆员，我想知道一本书在谁手里，以便催还。
作为馆员，我想冻结账户，以便不再借出图书。
作为管理员，我想按组设置借阅数量，以便学生可以多借几本。
作为读者，我想在到期前三天收到邮件，以免忘记。
`,
  },
  'readme spec (en)': {
    is: 'specification',
    text: `# tinylog

A log format for small devices. This README is the specification.

## File

A file is a sequence of records. Each record is one line, ended by LF. A writer must not write CR.

## Record

\`\`\`
record = time SP level SP text LF
time   = 10DIGIT
level  = "D" / "I" / "W" / "E"
\`\`\`

- \`time\` is seconds since 1970.
- \`text\` must not be longer than 200 bytes. A reader must ignore what is beyond.
- A reader must skip a record whose level it does not know.

## Rotation

When a file reaches 64 kB the writer must close it and open the next. It must keep at most eight.

## License

MIT
`,
  },
  'statute (de)': {
    never: 'specification',
    text: `Gesetz über die Aufbewahrung von Messdaten

§ 1 Anwendungsbereich
Dieses Gesetz gilt für Betreiber von Messgeräten, die Daten des Verbrauchs erfassen.

§ 2 Begriffe
Im Sinne dieses Gesetzes ist Messwert jeder vom Gerät erfasste Stand mit Zeitpunkt.

§ 3 Aufbewahrung
(1) Der Betreiber hat Messwerte drei Jahre aufzubewahren.
(2) Messwerte sind spätestens nach vier Jahren zu löschen.
(3) Der Betreiber darf Messwerte nicht an Dritte weitergeben.

§ 4 Auskunft
Der Verbraucher kann verlangen, dass ihm seine Messwerte in einem gängigen elektronischen Format binnen eines Monats übermittelt werden.

§ 5 Ordnungswidrigkeiten
Ordnungswidrig handelt, wer vorsätzlich oder fahrlässig entgegen § 3 Messwerte nicht löscht. Die Ordnungswidrigkeit kann mit einer Geldbuße bis zu fünfzigtausend Euro geahndet werden.

§ 6 Inkrafttreten
Dieses Gesetz tritt am ersten Januar in Kraft.
`,
  },
  'government report (zh)': {
    never: 'specification',
    text: `全市数据平台建设情况通报

今年以来，全市认真贯彻落实上级部署，扎实推进数据平台建设，取得明显成效。截至9月底，已归集数据12.6亿条，接入部门48个，开通服务事项316项，群众满意度达到98.5%。

一、主要做法
一是加强组织领导。市委、市政府高度重视，多次召开专题会议研究部署。二是强化责任落实。各县区、各部门密切配合，形成合力。三是注重宣传引导，营造良好氛围。

二、存在问题
部分单位认识不到位，工作推进不平衡，数据质量有待提高。

三、下一步工作
要进一步提高政治站位，压实责任，加快进度，确保年底前完成各项目标任务，为全市经济社会高质量发展作出新的更大贡献。
`,
  },
  'mail with requirements (fr)': {
    never: 'stray',
    text: `De: Anne Leroy <anne@example.org>
À: Tom Girard <tom@example.org>
Objet: exigences pour l'export
Date: mardi 3 mars 2026

Bonjour Tom,

merci pour l'appel d'hier. Voici les exigences pour l'export :

1. L'utilisateur doit pouvoir exporter toutes les factures d'une année en CSV.
2. Le fichier doit avoir les colonnes numéro, date, net et brut, dans cet ordre.
3. Au-delà de 10 000 factures, le système doit écrire plusieurs fichiers.
4. L'export ne doit pas durer plus de 60 secondes.

Dis-moi si quelque chose n'est pas clair.

Cordialement
Anne
`,
  },
  'news format spec (en)': {
    is: 'specification',
    text: `# News item format

## 1. Scope

This document specifies how an agency such as Reuters or AFP delivers a news item. It applies to every article, press release and photo.

## 2. Dateline

The dateline must name the city in capitals, a comma, the date, and the agency in brackets: LONDON, March 3 (Reuters) -. A receiver must split it at the dash.

## 3. Byline

The byline must begin with "By" and the reporter's name: By Mary Brown. If there are several reporters they must be joined by "and".

## 4. Body

- A quotation must be set in double quotes: "We waited a long time," she said.
- A paragraph must not be longer than 500 characters.
- The field \`embargo\` is a timestamp. A client must not publish earlier.

| field | type | required |
| --- | --- | --- |
| headline | string | yes |
| byline | string | no |
| embargo | timestamp | no |
`,
  },
  'news format spec (zh)': {
    is: 'specification',
    text: `# 新闻稿件数据格式

## 1 范围

本规范规定了通讯社向报社传送新闻稿件的格式。

## 2 电头

电头必须包含地点、日期和通讯社名称，例如“新华社北京3月3日电”。接收方必须按“电”字拆分。

## 3 记者

字段 \`byline\` 为字符串，例如“本报记者 王明”。多名记者之间必须用空格分隔。

## 4 正文

- 引语必须使用双引号，例如：“这一天我们等了很久。”市长说。
- 每段不得超过 500 个字符。
- 字段 \`embargo\` 为时间戳，客户端不得提前发布。
`,
  },
  'translated spec (ru)': {
    never: 'stray',
    text: `Протокол обмена заказами

1. Область применения
Настоящий документ определяет обмен заказами между магазином и складом.

2. Сообщения
2.1. Магазин передаёт заказ сообщением ORDER. Поле number содержит номер заказа, поле lines содержит строки.
2.2. Склад должен ответить сообщением ACCEPT или REJECT не позднее чем через 30 секунд.
2.3. При повторной передаче того же номера склад не должен создавать новый заказ.

3. Ошибки
Если поле отсутствует, склад отвечает кодом 400. Если артикул неизвестен, склад отвечает кодом 404.
`,
  },
  'half report half spec (pt)': {
    never: 'stray',
    text: `LISBOA (Lusa) - A presidente da câmara inaugurou na terça-feira a nova ponte. "Esperámos muito por este dia", disse. O governo pagou 40 milhões de euros. A população celebrou até à noite.

Interface das portagens

O servidor deve responder a GET /v1/portagens/{matricula} com o campo valor, um inteiro em cêntimos. O cliente deve enviar o seu token. Se a matrícula não existir, o servidor deve responder com o código 404. RF-1: a resposta deve conter o campo moeda. RF-2: os valores não devem ser negativos. RF-3: o servidor não deve guardar matrículas por mais de 30 dias.
`,
  },
  'code in txt': {
    never: 'stray',
    text: `#include <stdio.h>

static int add(int a, int b) {
    return a + b;
}

int main(void) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
        sum = add(sum, i);
    }
    printf("%d\
", sum);
    return 0;
}
`,
  },
  'news (sv, few phrases)': {
    is: 'stray',
    text: `GÖTEBORG. Den nya bron över älven invigdes i tisdags av kommunalrådet inför tvåtusen personer, tre år efter att arbetet började.

– Vi har väntat länge på den här dagen, sade hon. Min far rodde över älven varje morgon.

Bron kostade 400 miljoner kronor, enligt ministeriet. Polisen räknade med större trafik förra året. Folk firade till sent på natten.

– Det är en dröm, säger Maria Brun, 62, som kom med sin man och sina barn. Statsministern kommer till staden nästa månad, meddelade en talesperson i går.
`,
  },
  'spec (sv)': {
    is: 'specification',
    text: `# Uppladdningstjänst: krav

## 1. Omfattning

Detta dokument beskriver gränssnittet för uppladdning.

## 2. Funktionella krav

- Klienten skall skicka filen i anropets kropp; största längd är 10 MB.
- Servern skall returnera fältet \`file_id\` som en sträng.
- Saknas nyckeln skall servern svara med felkod 401.
- Användaren kan radera en fil. Systemet får inte behålla någon kopia.
`,
  },
};

describe('traps', () => {
  for (const [name, { text, is, never }] of Object.entries(TRAPS))
    it(name, () => {
      const { reading, sure } = analyse(doc(text));
      if (is) expect(reading.role).toBe(is);
      if (never) expect(reading.role).not.toBe(never);
      // A statute and an authority's report are never beyond doubt.
      if (/statute|report/.test(name)) expect(sure).toBe(false);
    });
});

describe('the head of a press release', () => {
  const counted = (text: string): number => scan(doc(text)).counts[SIGN_INDEX.get('pressHead')!]!;
  it.each([
    'FOR IMMEDIATE RELEASE',
    '**Press Release**',
    'Pressemitteilung',
    'Comunicado de prensa – 3 de mayo',
    'Пресс-релиз',
    '新闻稿',
    '報道資料',
    '보도자료',
  ])('%s', (line) => {
    expect(counted(`${line}\n\nThe office says what it did.\n`)).toBe(1);
  });
  it.each(['Press releases', 'The press release must be sent on the day.', 'Press'])('not: %s', (line) => {
    expect(counted(`${line}\n`)).toBe(0);
  });
});

describe('mail and posts', () => {
  const text = (head: string): string =>
    `${head}\n\nI looked at the engine again last night and could not find the noise that you heard. We might go for a drive on Sunday, if the rain stops, and listen for it together; my brother wants to come too, and he knows more of these than I do.\n\nSee you then, and thanks for the tools.\n`;
  it('what mail servers wrote makes a mail', () => {
    expect(
      classify(
        doc(
          text(
            'Return-Path: <a@example.org>\nReceived: from mx.example.org by in.example.net; Mon, 3 Jun 2002 16:23:07 +0100\nMessage-ID: <1@example.org>\nFrom: Ann <a@example.org>\nTo: Bob <b@example.net>\nSubject: the engine\nDate: Mon, 3 Jun 2002 16:23:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain',
          ),
        ),
      ).kind,
    ).toBe('mail');
  });
  it('what news servers wrote makes a post', () => {
    expect(
      classify(
        doc(
          text(
            'From: a@example.org (Ann)\nSubject: Re: the engine\nOrganization: The Works\nLines: 6\nNewsgroups: rec.autos',
          ),
        ),
      ).kind,
    ).toBe('forum');
  });
});
