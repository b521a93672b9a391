/** Made-up documents for measuring: the same on every machine, in eight scripts, shaped like real specifications. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VOCABULARY: Readonly<Record<string, { readonly words: string; readonly join: string; readonly stop: string }>> = {
  english: {
    words:
      'the server client request response must shall return error code session token value field when before after each user account limit byte header body message queue retry order time second list empty valid invalid state change record store read write close open connection address version format number string key name default option',
    join: ' ',
    stop: '. ',
  },
  german: {
    words:
      'der Server die Anfrage Antwort muss soll Fehler Wert Feld Sitzung Benutzer Konto Grenze Nachricht wenn bevor nachdem jede Verbindung Fassung Zahl Zeichen Schlüssel Größe Prüfung geöffnet geschlossen gültig ungültig Zustand Änderung Liste leer schreiben lesen übertragen Rückgabe Zeitüberschreitung',
    join: ' ',
    stop: '. ',
  },
  russian: {
    words:
      'сервер клиент запрос ответ должен ошибка значение поле сеанс пользователь счёт предел сообщение если перед после каждый соединение версия число строка ключ размер проверка открыт закрыт состояние изменение список пустой запись чтение передача время',
    join: ' ',
    stop: '. ',
  },
  chinese: {
    words:
      '服务器 客户端 请求 响应 必须 应当 返回 错误 代码 会话 令牌 字段 当 之前 之后 每个 用户 账户 限制 字节 报头 正文 消息 队列 重试 顺序 时间 秒 列表 为空 有效 无效 状态 变更 记录 存储 读取 写入 关闭 打开 连接 地址 版本 格式 数字 字符串 键 名称 默认值 选项',
    join: '',
    stop: '。',
  },
  japanese: {
    words:
      'サーバー クライアント は 要求 応答 を 返す 必要がある エラー コード セッション の 値 フィールド が 前に 後に 各 利用者 アカウント 制限 バイト ヘッダー 本文 メッセージ キュー 再試行 順序 時間 秒 一覧 空 有効 無効 状態 変更 記録 保存 読み込み 書き込み 閉じる 開く 接続 版 形式 数値 文字列 鍵 名前 既定',
    join: '',
    stop: '。',
  },
  arabic: {
    words:
      'الخادم العميل الطلب الاستجابة يجب خطأ رمز الجلسة القيمة الحقل عندما قبل بعد كل المستخدم الحساب الحد الرسالة الطابور الوقت القائمة فارغة صالح الحالة التغيير السجل القراءة الكتابة الاتصال العنوان الإصدار الرقم المفتاح الاسم',
    join: ' ',
    stop: '. ',
  },
  hindi: {
    words:
      'सर्वर ग्राहक अनुरोध उत्तर चाहिए त्रुटि कोड सत्र मान क्षेत्र जब पहले बाद प्रत्येक उपयोगकर्ता खाता सीमा संदेश समय सूची खाली मान्य स्थिति परिवर्तन अभिलेख पढ़ना लिखना संपर्क पता संस्करण संख्या कुंजी नाम',
    join: ' ',
    stop: '। ',
  },
  korean: {
    words:
      '서버는 클라이언트의 요청을 응답을 반환해야 한다 오류 코드 세션 값 필드가 때 전에 후에 각 사용자 계정 제한 바이트 머리글 본문 메시지 대기열 순서 시간 초 목록이 비어 유효한 상태 변경 기록 저장 읽기 쓰기 연결 주소 버전 형식 숫자 문자열 키 이름',
    join: ' ',
    stop: '. ',
  },
};

/** A small generator of its own (mulberry32): the same numbers everywhere. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** One document of about so many bytes. */
export function makeDocument(seed: number, bytes: number): string {
  const next = numbers(seed * 7919 + 1);
  const names = Object.keys(VOCABULARY);
  const { words, join: between, stop } = VOCABULARY[names[seed % names.length]!]!;
  const list = words.split(' ');
  const word = (): string => list[next(list.length)]!;
  const phrase = (n: number): string => Array.from({ length: n }, word).join(between);
  const sentence = (): string =>
    `${phrase(6 + next(12))} ${next(5) === 0 ? next(10_000) : word()}${between}${phrase(2 + next(5))}${stop}`;
  const parts: string[] = [`# ${phrase(4)} ${seed}\n\n`];
  let size = 0;
  for (let section = 1; size < bytes - 900; section++) {
    let text = `## ${section}. ${phrase(3)}\n\n`;
    for (let p = 0; p < 2 + next(3); p++) text += `${Array.from({ length: 3 + next(4) }, sentence).join('')}\n\n`;
    const kind = next(4);
    if (kind === 0) text += `${Array.from({ length: 3 + next(4) }, () => `- ${sentence()}\n`).join('')}\n`;
    if (kind === 1)
      text += `| ${word()} | ${word()} | n |\n| --- | --- | --- |\n${Array.from({ length: 4 }, () => `| ${word()} | ${phrase(3)} | ${next(1000)} |\n`).join('')}\n`;
    if (kind === 2)
      text += `\`\`\`json\n{\n  "id": ${next(100_000)},\n  "name": "${phrase(2)}",\n  "limit": ${next(500)}\n}\n\`\`\`\n\n`;
    size += Buffer.byteLength(text);
    parts.push(text);
  }
  return parts.join('');
}

/** Writes documents d00000.md ... in folders of 100; their paths, relative. */
export function makeFolder(folder: string, files: number, bytes: number): string[] {
  const paths: string[] = [];
  for (let i = 0; i < files; i++) {
    const sub = `part-${String(Math.floor(i / 100)).padStart(4, '0')}`;
    if (i % 100 === 0) mkdirSync(join(folder, sub), { recursive: true });
    const path = `${sub}/d${String(i).padStart(6, '0')}.md`;
    writeFileSync(join(folder, path), makeDocument(i, bytes));
    paths.push(path);
  }
  return paths;
}
