/** Topics that specifications speak of, and that no document of the folder mentions. */
import { nowhere } from '../core/locate.ts';
import type { Document, Fact, FolderCheck, FolderView, Observation } from '../core/types.ts';

/** Units of a document that are searched; a topic is seldom far down. */
const MOST_UNITS = 200_000;
/** Characters of all specifications, below which nobody expects every topic. */
const LEAST_CHARACTERS = 4000;
/** Where so many topics are not there, the words are not those of the lists, or it is no such specification. */
const MOST_MISSING = 4;

/** Stems in the languages that specifications are written in; any of them anywhere counts. */
const TOPICS: readonly (readonly [string, RegExp])[] = [
  [
    'errors',
    /error|fail|invalid|exception|reject|abort|fault|fehler|ungültig|ausnahme|erreur|échec|échou|fallo|fallid|inválid|excep|erro[rs]?\b|falha|errore|eccezion|błąd|błęd|wyjąt|chyb|hiba|hata|geçersiz|fout|fejl|fel\b|feil|virhe|σφάλμα|eroare|ошибк|сбой|исключен|помилк|错误|錯誤|异常|異常|失败|失敗|エラー|例外|오류|에러|실패|예외|خطأ|أخطاء|فشل|خطا|त्रुटि|गलती|שגיא|ข้อผิดพลาด|lỗi|kesalahan|galat/iu,
  ],
  [
    'limits',
    /limit|maxim|minim|at most|at least|no more than|timeout|threshold|capacity|exceed|größe|höchst|mindest|grenz|obergrenze|seuil|délai|au plus|au moins|plafond|límite|máxim|mínim|umbral|massim|soglia|ograniczen|najwyżej|co najmniej|omezen|nejvýše|legfeljebb|sınır|en fazla|en az|ten minste|hoogstens|høyst|højst|högst|enintään|όριο|максим|миним|лимит|огранич|не более|не менее|обмежен|最大|最小|最多|最少|上限|下限|限制|超时|制限|以内|最高|최대|최소|제한|한도|حد أقصى|الحد|حداکثر|حداقل|محدود|अधिकतम|न्यूनतम|सीमा|מגבל|מקסימ|จำกัด|สูงสุด|tối đa|giới hạn|batas|maks/iu,
  ],
  [
    'security',
    /secur|authenti|authori[sz]|permission|encrypt|password|credential|privacy|attack|threat|trust|sicherheit|berechtig|verschlüssel|passwort|datenschutz|sécurité|autoris|chiffre|mot de passe|seguri|autentic|contraseñ|cifrad|permiso|senha|sicurezza|autorizz|bezpiecze|uwierzytel|hasł|uprawn|bezpečn|oprávn|biztonság|güvenli|yetki|şifre|parola|beveilig|machtig|sikkerhe|säkerhe|turvalli|ασφάλ|безопасн|аутентиф|авториз|парол|шифр|безпек|安全|认证|認證|授权|授權|权限|權限|加密|密码|密碼|認証|権限|暗号|セキュリティ|보안|인증|권한|암호|أمان|أمن|مصادقة|تشفير|صلاحي|امنیت|احراز|رمز|सुरक्ष|אבטח|הרשא|ความปลอดภัย|bảo mật|mật khẩu|keamanan|otentik/iu,
  ],
  [
    'data',
    /data|field|schema|format|type\b|types\b|table|record|attribut|daten|feld|tabelle|donnée|champ|datos|campo|dados|dati\b|dane\b|pole\b|údaj|adat|veri\b|alan|gegevens|veld|δεδομέν|данн|поле|таблиц|формат|дані|数据|數據|字段|欄位|格式|类型|データ|項目|形式|데이터|필드|형식|بيانات|حقل|داده|فیلد|डेटा|נתונ|ข้อมูล|dữ liệu|bidang/iu,
  ],
  [
    'acceptance',
    /accept|criteri|conform|complian|verif|test|validat|given\b.{0,80}\bwhen\b|akzeptanz|abnahme|kriteri|prüf|recette|critère|essai|vérifi|aceptaci|prueba|aceitaç|accettaz|collaud|odbior|akceptac|kryteri|akcept|ověř|elfogad|kabul|onay|acceptat|toets|godkjen|godkend|godkänn|hyväksy|έλεγχ|аккепт|критери|приёмк|приемк|тест|провер|перевір|验收|驗收|测试|測試|验证|驗證|校验|受け入れ|受入|テスト|検証|検収|인수|테스트|검증|검수|قبول|اختبار|تحقق|معیار|آزمون|पड़ताल|परीक्षण|स्वीकृ|בדיק|קבלה|ทดสอบ|ตรวจสอบ|kiểm thử|nghiệm thu|uji|penerimaan/iu,
  ],
];
const ALL = (1 << TOPICS.length) - 1;

/** Bits of the topics that the document mentions, and whether it is a specification. */
interface Topics {
  readonly found: number;
  readonly specification: boolean;
}

function foundIn(document: Document): number {
  const text = document.slice(0, Math.min(document.units.length, MOST_UNITS));
  let found = 0;
  for (const [i, [, words]] of TOPICS.entries()) if (words.test(text)) found |= 1 << i;
  return found;
}

export const missingTopic: FolderCheck<Topics> = {
  id: 'missing-topic',
  title: 'Topics that no document speaks of',
  level: 'note',
  acceptable: true,
  scope: 'folder',
  collect(document, { role }): Topics | undefined {
    if (role === 'stray' || role === 'unreadable' || document.units.length === 0) return undefined;
    return { found: foundIn(document), specification: role === 'specification' };
  },
  *run(facts, folder): Iterable<Observation> {
    const specifications = facts.filter(({ fact }) => fact.specification);
    const [first] = specifications;
    if (!first || charactersOf(specifications, folder) < LEAST_CHARACTERS) return;
    let found = 0;
    for (const { fact } of facts) found |= fact.found;
    if (found === ALL) return;
    const missing = TOPICS.flatMap(([name], i) => ((found >> i) & 1 ? [] : [name]));
    if (missing.length >= MOST_MISSING) return;
    const { length } = facts;
    yield {
      message: `nothing was found about ${listed(missing)} in ${length === 1 ? 'the one document' : `any of ${length} documents`}, by words in some thirty languages`,
      next: 'If these matter to what is built, add a document that says it; else whoever builds decides',
      places: [nowhere(first.path)],
    };
  },
};

function charactersOf(facts: readonly Fact<Topics>[], folder: FolderView): number {
  let sum = 0;
  for (const { path } of facts) sum += folder.entry(path)?.characters ?? 0;
  return sum;
}

/** `errors, limits and data`. */
function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
