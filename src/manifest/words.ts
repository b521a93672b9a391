/**
 * The words of an index in many languages: headings that give a role, status words, and a few connecting words. All are
 * compared by `wordKey`, so case, accents written in two ways, spaces, hyphens, numbers and signs make no difference.
 */
import { foldCase, isLetter, isMark, isWhiteSpace } from '../core/unicode.ts';
import type { Declared } from '../core/types.ts';
import type { Status } from './types.ts';

/** What a heading of ours is for. */
export type HeadingRole = Exclude<Declared, 'other'> | 'accepted';

/** BCP 47 tag of a language in which headings are known here. */
export type Language = string;

interface Row {
  readonly language: Language;
  /** The first of each list is the one that is written. */
  readonly specification: string;
  readonly background: string;
  readonly attachment: string;
  readonly notPlaced: string;
  readonly leftOut: string;
  readonly accepted: string;
  readonly pending: string;
  readonly optional: string;
  readonly required: string;
  /** Words that stand before whom to ask. */
  readonly from: string;
  /** Words that stand before or after the least number of files. */
  readonly atLeast: string;
}

// Alternatives are separated by `|`.
const ROWS: readonly Row[] = [
  {
    language: 'en',
    specification:
      'Specifications|Specification|Spec|Specs|Requirements|Requirement|Requirements documents|Specification documents|Spec documents|Spec files|Specification files|Required specifications|Specs to build from|Declared: specs|Normative|Normative documents',
    background:
      'Background|Background documents|Background reading|Background material|Background materials|Background information|Context|Reference material|Reference materials|Supporting documents|Supporting material|Informative|Informative documents|Further reading',
    attachment: 'Attachments|Attachment|Attached files|Assets|Enclosures|Appended files|Images and data',
    notPlaced:
      'Not placed|Unplaced|Not yet placed|To be placed|Unsorted|To sort|Not assigned|Unassigned|Found, not placed|Inbox',
    leftOut:
      'Left out|Leftout|Excluded|Omitted|Not included|Out of scope|Not part of the set|Superseded|Obsolete|Ignored|Declared: ignored|Known, left out',
    accepted:
      'Accepted findings|Accepted finding|Findings accepted|Accepted|Accepted issues|Accepted warnings|Accepted exceptions',
    pending: 'pending|to come|to follow|outstanding|awaited|not there yet|not yet there|tbd|expected|coming',
    optional: 'optional|if available|may be absent|nice to have|not required',
    required: 'required|mandatory|must be here|needed|must',
    from: 'from|by|ask|due from|owner|awaiting',
    atLeast: 'at least|minimum|min|>=|≥|no fewer than|not fewer than',
  },
  {
    language: 'zh-Hans',
    specification:
      '规范|规格|规格说明|规格说明书|规格书|规范文件|规范文档|需求|需求文档|需求规格|需求规格说明|技术规范|技术规格|产品规格|设计规范|需求说明',
    background: '背景|背景资料|背景材料|背景文件|背景文档|参考资料|参考材料|参考文件|参考文档|背景信息',
    attachment: '附件|附件文件|附录文件|资源文件',
    notPlaced: '未归类|未放置|未分类|待归类|待分类|未安置|未指定|未归位|待整理',
    leftOut: '排除|已排除|不包括|不包含|未纳入|不纳入|已略去|略去|忽略|已忽略|已废弃|不在范围内',
    accepted: '已接受的问题|已接受的发现|已接受|接受的发现|接受的问题|已确认的问题|已接受的警告',
    pending: '待定|待补|待提供|待补充|未到|尚未提供|待交付|等待中|暂缺',
    optional: '可选|选填|非必需|可有可无|非必须|可缺',
    required: '必需|必须|必选|必填|必备',
    from: '来自|由|源自|等',
    atLeast: '至少|最少|不少于',
  },
  {
    language: 'zh-Hant',
    specification:
      '規範|規格|規格說明|規格說明書|規格書|規範文件|規格文件|需求|需求文件|需求規格|技術規範|技術規格|產品規格|設計規範',
    background: '背景|背景資料|背景材料|背景文件|參考資料|參考文件|參考材料|背景資訊',
    attachment: '附件|附件檔案|附加檔案',
    notPlaced: '未歸類|未放置|未分類|待歸類|待分類|未指定|待整理',
    leftOut: '排除|已排除|不包括|不包含|未納入|不納入|已略去|忽略|已忽略|已廢棄',
    accepted: '已接受的問題|已接受的發現|已接受|接受的發現|接受的問題',
    pending: '待定|待補|待提供|待補充|未到|尚未提供|暫缺',
    optional: '可選|選填|非必需|非必須|選用',
    required: '必需|必須|必選|必填|必備',
    from: '來自|由|源自',
    atLeast: '至少|最少|不少於',
  },
  {
    language: 'ja',
    specification:
      '仕様|仕様書|仕様一覧|仕様文書|要件|要件定義|要件定義書|要求仕様|要求仕様書|要求|規格|設計仕様|技術仕様|必須仕様',
    background: '背景|背景資料|参考資料|参考文書|参考文献|参考|補足資料|背景情報',
    attachment: '添付|添付ファイル|添付資料|添付文書|付属資料',
    notPlaced: '未分類|未配置|未整理|未割り当て|未割当|置き場未定|未指定',
    leftOut: '除外|対象外|除外対象|含めない|除外した文書|除外ファイル|範囲外|廃止',
    accepted: '承認済みの指摘|承認済み|許容済み|許容した指摘|受け入れた指摘|承認済みの検出|許容済みの指摘|受け入れ済み',
    pending: '保留|未着|未定|未入手|提出待ち|待ち|準備中|後日',
    optional: '任意|省略可|オプション|なくてもよい|省略可能',
    required: '必須|必要|要',
    from: 'から|より|担当|提出元',
    atLeast: '少なくとも|最低|以上|最低でも',
  },
  {
    language: 'ko',
    specification:
      '사양|명세|사양서|명세서|규격|규격서|요구사항|요구 사항|요구사항 명세|요구사항 명세서|요구사항 정의서|기술 사양|기능 명세|스펙',
    background: '배경|배경 자료|참고 자료|참고 문서|참고|배경 문서|배경 정보',
    attachment: '첨부|첨부 파일|첨부파일|첨부 자료|붙임',
    notPlaced: '미분류|미배치|분류되지 않음|배치되지 않음|미지정|분류 전',
    leftOut: '제외|제외됨|제외 항목|제외 문서|포함하지 않음|범위 밖|폐기',
    accepted: '승인된 항목|승인된 지적|수용된 지적|허용된 지적|승인됨|수용된 결과|허용된 항목|승인된 문제',
    pending: '대기|대기 중|미정|예정|제출 예정|보류|미도착',
    optional: '선택|선택 사항|선택사항|선택적|없어도 됨',
    required: '필수|필요|필수 사항',
    from: '에서|담당|제공',
    atLeast: '최소|적어도|이상',
  },
  {
    language: 'de',
    specification:
      'Spezifikationen|Spezifikation|Vorgaben|Anforderungen|Anforderung|Lastenheft|Pflichtenheft|Lastenhefte|Pflichtenhefte|Spezifikationsdokumente|Anforderungsdokumente|Technische Spezifikationen',
    background:
      'Hintergrund|Hintergrundmaterial|Hintergrundinformationen|Hintergrunddokumente|Kontext|Begleitmaterial|Begleitdokumente|Referenzmaterial|Zum Hintergrund',
    attachment: 'Anlagen|Anlage|Anhänge|Anhang|Beilagen|Beigefügte Dateien',
    notPlaced:
      'Nicht zugeordnet|Nicht eingeordnet|Unsortiert|Noch nicht zugeordnet|Noch nicht eingeordnet|Einzuordnen|Zuzuordnen',
    leftOut:
      'Ausgelassen|Weggelassen|Ausgeschlossen|Nicht enthalten|Nicht Teil des Satzes|Nicht im Umfang|Ausgenommen|Überholt|Veraltet|Ignoriert',
    accepted:
      'Akzeptierte Befunde|Angenommene Befunde|Akzeptierte Meldungen|Akzeptiert|Hingenommene Befunde|Akzeptierte Funde|Angenommen',
    pending: 'ausstehend|folgt|steht aus|offen|noch nicht da|kommt noch|in Arbeit',
    optional: 'optional|wahlweise|freiwillig|falls vorhanden|nicht erforderlich|kann fehlen',
    required: 'erforderlich|notwendig|verpflichtend|Pflicht|muss',
    from: 'von|vom|von der|bei|durch',
    atLeast: 'mindestens|wenigstens|min',
  },
  {
    language: 'fr',
    specification:
      'Spécifications|Spécification|Exigences|Exigence|Cahier des charges|Cahiers des charges|Spécifications techniques|Spécifications fonctionnelles|Documents de spécification|Besoins',
    background:
      'Contexte|Documents de contexte|Documents de référence|Arrière-plan|Documentation de référence|Pour information|Informations générales',
    attachment: 'Pièces jointes|Pièce jointe|Annexes|Annexe|Fichiers joints',
    notPlaced: 'Non classés|Non classé|À classer|Non placés|Non placé|Non attribués|À placer|Sans place',
    leftOut: 'Exclus|Exclu|Écartés|Laissés de côté|Non retenus|Hors périmètre|Omis|Non inclus|Ignorés|Périmés',
    accepted:
      'Constats acceptés|Constatations acceptées|Remarques acceptées|Acceptés|Anomalies acceptées|Alertes acceptées|Résultats acceptés',
    pending: 'en attente|à venir|attendu|à fournir|à suivre',
    optional: 'facultatif|facultative|optionnel|optionnelle|si disponible|en option',
    required: 'requis|requise|obligatoire|nécessaire|exigé',
    from: 'de|du|des|de la|par|auprès de',
    atLeast: 'au moins|au minimum|minimum',
  },
  {
    language: 'es',
    specification:
      'Especificaciones|Especificación|Requisitos|Requisito|Requerimientos|Pliego de condiciones|Especificaciones técnicas|Documentos de especificación|Pliego',
    background:
      'Antecedentes|Contexto|Material de apoyo|Material de referencia|Documentos de referencia|Documentación de apoyo|Información de fondo|Trasfondo',
    attachment: 'Adjuntos|Adjunto|Anexos|Anexo|Archivos adjuntos',
    notPlaced: 'Sin clasificar|Sin ubicar|No clasificados|Por clasificar|Sin asignar|No ubicados|Por ubicar',
    leftOut:
      'Excluidos|Excluido|Descartados|Fuera de alcance|Omitidos|No incluidos|Dejados fuera|Fuera del alcance|Ignorados|Obsoletos',
    accepted:
      'Hallazgos aceptados|Resultados aceptados|Aceptados|Observaciones aceptadas|Avisos aceptados|Problemas aceptados',
    pending: 'pendiente|por llegar|en espera|por entregar|falta',
    optional: 'opcional|si está disponible|no obligatorio|facultativo',
    required: 'obligatorio|obligatoria|requerido|requerida|necesario|necesaria|imprescindible',
    from: 'de|del|de la|por parte de|por',
    atLeast: 'al menos|como mínimo|mínimo|por lo menos',
  },
  {
    language: 'pt',
    specification:
      'Especificações|Especificação|Requisitos|Requisito|Caderno de encargos|Especificações técnicas|Documentos de especificação|Exigências',
    background:
      'Contexto|Antecedentes|Material de apoio|Material de referência|Documentos de referência|Contextualização|Informação de base|Enquadramento',
    attachment: 'Anexos|Anexo|Arquivos anexos|Ficheiros anexos',
    notPlaced:
      'Não classificados|Sem classificação|Por classificar|Não atribuídos|A classificar|Sem lugar|Não posicionados',
    leftOut:
      'Excluídos|Excluído|Deixados de fora|Fora do escopo|Fora de âmbito|Omitidos|Não incluídos|Descartados|Ignorados|Obsoletos',
    accepted:
      'Achados aceitos|Achados aceites|Resultados aceitos|Aceitos|Aceites|Constatações aceites|Avisos aceitos|Problemas aceitos',
    pending: 'pendente|a caminho|aguardando|em falta|por entregar|a entregar',
    optional: 'opcional|facultativo|se disponível|não obrigatório',
    required: 'obrigatório|obrigatória|requerido|necessário|necessária|exigido',
    from: 'de|do|da|dos|das|por',
    atLeast: 'pelo menos|no mínimo|mínimo|ao menos',
  },
  {
    language: 'it',
    specification:
      'Specifiche|Specifica|Requisiti|Requisito|Capitolato|Specifiche tecniche|Documenti di specifica|Specifiche funzionali|Capitolati',
    background:
      'Contesto|Materiale di riferimento|Materiale di supporto|Documenti di riferimento|Sfondo|Premesse|Informazioni di base',
    attachment: 'Allegati|Allegato|File allegati',
    notPlaced: 'Non collocati|Non classificati|Da classificare|Non assegnati|Da collocare|Da sistemare|Non attribuiti',
    leftOut: 'Esclusi|Escluso|Tralasciati|Fuori ambito|Omessi|Non inclusi|Lasciati fuori|Ignorati|Superati|Obsoleti',
    accepted:
      'Rilievi accettati|Risultati accettati|Accettati|Segnalazioni accettate|Problemi accettati|Osservazioni accettate',
    pending: 'in attesa|in arrivo|da fornire|da consegnare|manca|atteso',
    optional: 'facoltativo|facoltativa|opzionale|se disponibile',
    required: 'obbligatorio|obbligatoria|richiesto|richiesta|necessario|necessaria',
    from: 'da|dal|dalla|dai|dagli|dalle|di',
    atLeast: 'almeno|minimo|come minimo',
  },
  {
    language: 'ru',
    specification:
      'Спецификации|Спецификация|Требования|Требование|Техническое задание|Технические задания|ТЗ|Технические требования|Технические спецификации|Документы спецификации',
    background:
      'Контекст|Справочные материалы|Фон|Предыстория|Справочная информация|Дополнительные материалы|Сопроводительные документы|Исходные сведения',
    attachment: 'Приложения|Приложение|Вложения|Вложение|Прикреплённые файлы|Прикрепленные файлы',
    notPlaced:
      'Не размещено|Не распределено|Не отнесено|Неразобранное|Не классифицировано|Без места|Не размещены|К распределению',
    leftOut:
      'Исключено|Исключены|Исключённые|Исключенные|Не входит|Не входят|Не включено|Вне рамок|Опущено|Пропущено|Устаревшие',
    accepted:
      'Принятые замечания|Принятые находки|Принято|Принятые результаты|Принятые предупреждения|Согласованные замечания',
    pending: 'ожидается|в ожидании|будет позже|ещё нет|еще нет|ждём|ждем|не готово',
    optional: 'необязательно|необязательный|необязательная|по желанию|опционально|при наличии|не обязательно',
    required: 'обязательно|обязательный|обязательная|требуется|нужно',
    from: 'от|из|у',
    atLeast: 'не менее|минимум|по меньшей мере|как минимум|хотя бы',
  },
  {
    language: 'uk',
    specification:
      'Специфікації|Специфікація|Вимоги|Вимога|Технічне завдання|Технічні завдання|ТЗ|Технічні вимоги|Технічні специфікації',
    background:
      'Контекст|Довідкові матеріали|Передісторія|Тло|Довідкова інформація|Додаткові матеріали|Супровідні документи',
    attachment: 'Додатки|Додаток|Вкладення|Прикріплені файли',
    notPlaced: 'Не розміщено|Не розподілено|Не віднесено|Нерозібране|Не класифіковано|Без місця|Не розміщені',
    leftOut: 'Виключено|Вилучено|Виключені|Не входить|Не включено|Поза межами|Пропущено|Застарілі',
    accepted: 'Прийняті зауваження|Прийняті знахідки|Прийнято|Прийняті результати|Прийняті попередження',
    pending: 'очікується|в очікуванні|буде пізніше|ще немає|чекаємо',
    optional: "необов'язково|необов’язково|необов'язковий|за бажанням|опціонально|за наявності|не обов'язково",
    required: "обов'язково|обов’язково|обов'язковий|потрібно|вимагається",
    from: 'від|з|із|у',
    atLeast: 'щонайменше|не менше|мінімум|принаймні',
  },
  {
    language: 'pl',
    specification:
      'Specyfikacje|Specyfikacja|Wymagania|Wymaganie|Specyfikacje techniczne|Dokumenty specyfikacji|Wymogi|Założenia',
    background:
      'Kontekst|Tło|Materiały pomocnicze|Materiały źródłowe|Materiały referencyjne|Informacje ogólne|Dokumenty pomocnicze',
    attachment: 'Załączniki|Załącznik|Pliki załączone',
    notPlaced:
      'Nieprzypisane|Nieprzydzielone|Niesklasyfikowane|Do przypisania|Bez miejsca|Nieumieszczone|Nie umieszczone|Do posortowania',
    leftOut: 'Pominięte|Wykluczone|Wyłączone|Poza zakresem|Nieuwzględnione|Odrzucone|Ignorowane|Nieaktualne',
    accepted:
      'Zaakceptowane uwagi|Przyjęte uwagi|Zaakceptowane ustalenia|Zaakceptowane|Zaakceptowane ostrzeżenia|Przyjęte',
    pending: 'oczekuje|oczekiwane|w toku|czeka|oczekujące|w drodze|brak jeszcze',
    optional: 'opcjonalne|opcjonalny|opcjonalnie|nieobowiązkowe|jeśli dostępne|opcjonalna',
    required: 'wymagane|wymagany|wymagana|obowiązkowe|obowiązkowy|konieczne',
    from: 'od|z|ze',
    atLeast: 'co najmniej|przynajmniej|minimum',
  },
  {
    language: 'tr',
    specification:
      'Şartnameler|Şartname|Gereksinimler|Gereksinim|Belirtimler|Teknik şartname|Teknik şartnameler|Spesifikasyonlar|Spesifikasyon|İsterler|Teknik özellikler',
    background: 'Arka plan|Arkaplan|Bağlam|Kaynak malzeme|Referans belgeler|Destek belgeler|Ön bilgi',
    attachment: 'Ekler|Ek|Ek dosyalar|Ekli dosyalar',
    notPlaced: 'Yerleştirilmemiş|Yerleştirilmedi|Sınıflandırılmamış|Atanmamış|Ayrılmamış|Yerleştirilecek',
    leftOut:
      'Dışarıda bırakılanlar|Dışarıda bırakılan|Hariç|Hariç tutulan|Hariç tutulanlar|Kapsam dışı|Dahil edilmeyenler|Çıkarılanlar|Eskimiş',
    accepted: 'Kabul edilen bulgular|Kabul edilenler|Kabul edilen uyarılar|Onaylanan bulgular|Kabul edilen sorunlar',
    pending: 'beklemede|bekleniyor|gelecek|henüz yok|bekliyor',
    optional: 'isteğe bağlı|seçmeli|opsiyonel|zorunlu değil|varsa',
    required: 'zorunlu|gerekli|şart',
    from: 'kaynak|sorumlu',
    atLeast: 'en az|asgari',
  },
  {
    language: 'ar',
    specification:
      'المواصفات|مواصفات|المتطلبات|متطلبات|وثائق المواصفات|المواصفات الفنية|المواصفات التقنية|كراسة الشروط|كراسة المواصفات|المواصفة',
    background: 'الخلفية|خلفية|السياق|مراجع|مواد مرجعية|معلومات أساسية|وثائق مساندة|معلومات عامة|المراجع',
    attachment: 'المرفقات|مرفقات|الملاحق|ملاحق|الملفات المرفقة|الملحقات',
    notPlaced: 'غير مصنف|غير مصنفة|غير موضوع|غير موزع|لم يصنف|لم تصنف|بدون تصنيف|غير مخصص',
    leftOut: 'مستبعد|مستبعدة|المستبعد|المستبعدة|المستثناة|مستثنى|خارج النطاق|غير مشمول|محذوف|متروك',
    accepted: 'الملاحظات المقبولة|النتائج المقبولة|مقبول|المقبولة|التنبيهات المقبولة|ملاحظات مقبولة',
    pending: 'معلق|قيد الانتظار|بانتظار|منتظر|لم يصل بعد|قيد الإعداد',
    optional: 'اختياري|اختيارية|إن وجد|غير إلزامي',
    required: 'مطلوب|مطلوبة|إلزامي|إلزامية|ضروري|واجب',
    from: 'من|لدى',
    atLeast: 'على الأقل|ما لا يقل عن|لا يقل عن',
  },
  {
    language: 'fa',
    specification: 'مشخصات|مشخصات فنی|نیازمندی‌ها|نیازمندیها|نیازمندی ها|الزامات|سند نیازمندی‌ها|اسناد مشخصات|ویژگی‌ها',
    background: 'پیش‌زمینه|پس‌زمینه|زمینه|منابع|مراجع|اطلاعات زمینه|مطالب پشتیبان|اسناد مرجع',
    attachment: 'پیوست‌ها|پیوست|ضمائم|ضمیمه|فایل‌های پیوست|ضمیمه‌ها',
    notPlaced: 'دسته‌بندی‌نشده|دسته‌بندی نشده|جای‌گذاری‌نشده|طبقه‌بندی‌نشده|تعیین‌نشده|بدون دسته|جایگذاری نشده',
    leftOut: 'کنار گذاشته|کنارگذاشته‌شده|حذف‌شده|مستثنی|خارج از محدوده|کنار گذاشته شده|خارج از دامنه|گنجانده نشده',
    accepted: 'یافته‌های پذیرفته‌شده|پذیرفته‌شده|موارد پذیرفته|یافته‌های پذیرفته|هشدارهای پذیرفته‌شده|موارد پذیرفته‌شده',
    pending: 'در انتظار|معلق|در دست تهیه|هنوز نرسیده|منتظر',
    optional: 'اختیاری|دلخواه|در صورت وجود',
    required: 'الزامی|ضروری|اجباری|لازم',
    from: 'از|نزد',
    atLeast: 'دست‌کم|حداقل|دست کم',
  },
  {
    language: 'nl',
    specification:
      'Specificaties|Specificatie|Eisen|Vereisten|Programma van eisen|Technische specificaties|Functionele specificaties|Specificatiedocumenten',
    background:
      'Achtergrond|Achtergrondmateriaal|Achtergrondinformatie|Context|Referentiemateriaal|Ondersteunende documenten',
    attachment: 'Bijlagen|Bijlage|Bijgevoegde bestanden',
    notPlaced: 'Niet geplaatst|Niet ingedeeld|Ongesorteerd|In te delen|Nog niet ingedeeld|Niet toegewezen',
    leftOut: 'Weggelaten|Uitgesloten|Buiten beschouwing|Niet opgenomen|Buiten scope|Genegeerd|Vervallen|Verouderd',
    accepted: 'Geaccepteerde bevindingen|Aanvaarde bevindingen|Geaccepteerd|Geaccepteerde meldingen|Aanvaard',
    pending: 'in afwachting|volgt|nog niet aanwezig|openstaand|komt nog|in behandeling',
    optional: 'optioneel|facultatief|indien beschikbaar|niet verplicht',
    required: 'verplicht|vereist|nodig|noodzakelijk',
    from: 'van|door|bij',
    atLeast: 'ten minste|tenminste|minstens|minimaal',
  },
  {
    language: 'vi',
    specification:
      'Đặc tả|Yêu cầu|Tài liệu đặc tả|Đặc tả kỹ thuật|Bản đặc tả|Tài liệu yêu cầu|Thông số kỹ thuật|Các đặc tả',
    background: 'Bối cảnh|Tài liệu tham khảo|Thông tin nền|Tham khảo|Tài liệu nền|Tài liệu hỗ trợ',
    attachment: 'Tệp đính kèm|Đính kèm|Phụ lục|Tập tin đính kèm',
    notPlaced: 'Chưa xếp|Chưa phân loại|Chưa sắp xếp|Chưa đặt|Chưa xếp chỗ|Chưa phân công',
    leftOut: 'Loại ra|Đã loại|Bỏ ra ngoài|Không bao gồm|Ngoài phạm vi|Bị loại|Đã bỏ|Lỗi thời',
    accepted:
      'Phát hiện đã chấp nhận|Đã chấp nhận|Các phát hiện được chấp nhận|Cảnh báo đã chấp nhận|Vấn đề đã chấp nhận',
    pending: 'đang chờ|chờ|chưa có|sẽ bổ sung|chờ bổ sung',
    optional: 'tùy chọn|tuỳ chọn|không bắt buộc|nếu có',
    required: 'bắt buộc|cần thiết|cần có',
    from: 'từ|của|bởi',
    atLeast: 'ít nhất|tối thiểu',
  },
  {
    language: 'id',
    specification: 'Spesifikasi|Persyaratan|Kebutuhan|Dokumen spesifikasi|Spesifikasi teknis|Dokumen persyaratan',
    background: 'Latar belakang|Konteks|Bahan rujukan|Dokumen rujukan|Bahan pendukung|Dokumen pendukung',
    attachment: 'Lampiran|Berkas lampiran|File lampiran',
    notPlaced: 'Belum ditempatkan|Belum dikelompokkan|Belum diklasifikasikan|Belum dipilah|Tidak ditempatkan',
    leftOut: 'Dikecualikan|Tidak disertakan|Di luar cakupan|Dikeluarkan|Tidak termasuk|Diabaikan|Usang',
    accepted: 'Temuan yang diterima|Temuan diterima|Diterima|Peringatan yang diterima|Masalah yang diterima',
    pending: 'tertunda|menunggu|menyusul|belum ada',
    optional: 'opsional|tidak wajib|jika ada|pilihan',
    required: 'wajib|diperlukan|harus',
    from: 'dari|oleh',
    atLeast: 'setidaknya|minimal|sekurang-kurangnya|paling sedikit',
  },
  {
    language: 'cs',
    specification:
      'Specifikace|Požadavky|Požadavek|Zadání|Technické specifikace|Zadávací dokumentace|Technická specifikace',
    background: 'Souvislosti|Pozadí|Kontext|Podkladové materiály|Podpůrné dokumenty|Podklady|Referenční materiály',
    attachment: 'Přílohy|Příloha|Přiložené soubory',
    notPlaced: 'Nezařazené|Nezařazeno|Nerozřazené|K zařazení|Neumístěné|Neroztříděné|Nepřiřazené',
    leftOut: 'Vynechané|Vynecháno|Vyloučené|Mimo rozsah|Nezahrnuté|Ignorované|Zastaralé',
    accepted: 'Přijatá zjištění|Přijaté nálezy|Přijato|Přijatá upozornění|Akceptovaná zjištění|Akceptované nálezy',
    pending: 'čeká se|očekává se|čeká|bude doplněno|zatím není|chybí',
    optional: 'volitelné|nepovinné|volitelně|je-li k dispozici',
    required: 'povinné|vyžadováno|nutné|požadováno',
    from: 'od|z|ze',
    atLeast: 'alespoň|nejméně|minimálně',
  },
  {
    language: 'sv',
    specification: 'Specifikationer|Specifikation|Krav|Kravspecifikation|Kravspecifikationer|Tekniska specifikationer',
    background: 'Bakgrund|Bakgrundsmaterial|Sammanhang|Referensmaterial|Stöddokument',
    attachment: 'Bilagor|Bilaga|Bifogade filer',
    notPlaced: 'Inte placerade|Ej placerade|Oplacerade|Osorterade|Att placera|Ej tilldelade',
    leftOut: 'Utelämnade|Utelämnat|Uteslutna|Utanför omfattningen|Ej medtagna|Ignorerade|Föråldrade',
    accepted: 'Godtagna fynd|Accepterade fynd|Accepterade|Godtagna|Accepterade varningar|Accepterade anmärkningar',
    pending: 'väntar|kommer|inväntas|saknas ännu|på väg',
    optional: 'valfri|valfritt|frivillig|om tillgänglig',
    required: 'obligatorisk|obligatoriskt|krävs|nödvändig',
    from: 'från|av',
    atLeast: 'minst|åtminstone',
  },
  {
    language: 'hi',
    specification: 'विनिर्देश|विशिष्टताएँ|आवश्यकताएँ|आवश्यकताएं|विशिष्टता|विनिर्देशन|तकनीकी विनिर्देश',
    background: 'पृष्ठभूमि|संदर्भ|संदर्भ सामग्री|सहायक दस्तावेज़',
    attachment: 'संलग्नक|अनुलग्नक|संलग्न फ़ाइलें',
    notPlaced: 'अवर्गीकृत|स्थान नहीं दिया गया|असाइन नहीं किया गया',
    leftOut: 'छोड़े गए|छोड़ा गया|बहिष्कृत|शामिल नहीं|दायरे से बाहर',
    accepted: 'स्वीकृत निष्कर्ष|स्वीकृत|स्वीकार किए गए निष्कर्ष',
    pending: 'लंबित|प्रतीक्षित|आना बाकी',
    optional: 'वैकल्पिक|ऐच्छिक',
    required: 'अनिवार्य|आवश्यक|ज़रूरी',
    from: 'से|द्वारा',
    atLeast: 'कम से कम|न्यूनतम',
  },
];

/**
 * What is compared: letters and marks only, case-folded, NFC, with the spellings of Arabic script made one. Digits, white
 * space, punctuation, emoji, joiners and Arabic vowel signs are left out.
 */
export function wordKey(text: string): string {
  let out = '';
  for (const character of foldCase(text.normalize('NFC'))) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) {
      if (point >= 0x61 && point <= 0x7a) out += character;
      continue;
    }
    if (
      point === 0x640 ||
      (point >= 0x64b && point <= 0x65f) ||
      point === 0x670 ||
      (point >= 0xfe00 && point <= 0xfe0f)
    )
      continue;
    const same = SAME_LETTER[character];
    if (same !== undefined) out += same;
    else if (isLetter(point) || isMark(point)) out += character;
  }
  return out;
}

const SAME_LETTER: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ё: 'е',
  ı: 'i',
  '\u0307': '',
};

interface HeadingWord {
  readonly role: HeadingRole;
  readonly language: Language;
  readonly written: string;
}

const ROLE_COLUMNS: readonly (readonly [HeadingRole, keyof Row])[] = [
  ['specification', 'specification'],
  ['background', 'background'],
  ['attachment', 'attachment'],
  ['not-placed', 'notPlaced'],
  ['left-out', 'leftOut'],
  ['accepted', 'accepted'],
];

let headingWords: ReadonlyMap<string, HeadingWord> | undefined;

function headings(): ReadonlyMap<string, HeadingWord> {
  if (headingWords) return headingWords;
  const map = new Map<string, HeadingWord>();
  for (const row of ROWS)
    for (const [role, column] of ROLE_COLUMNS)
      for (const written of row[column].split('|')) {
        const key = wordKey(written);
        if (!map.has(key)) map.set(key, { role, language: row.language, written });
      }
  return (headingWords = map);
}

function keysOf(column: keyof Row): ReadonlySet<string> {
  return new Set(ROWS.flatMap((row) => row[column].split('|').map(wordKey)));
}

let statusWords: ReadonlyMap<string, Status> | undefined;

/** The status that a word or phrase stands for. */
export function statusOf(text: string): Status | null {
  if (text.length > 64 || /\d/.test(text)) return null;
  if (!statusWords) {
    const map = new Map<string, Status>();
    for (const status of ['pending', 'optional', 'required'] as const)
      for (const key of keysOf(status)) if (!map.has(key)) map.set(key, status);
    statusWords = map;
  }
  return statusWords.get(wordKey(text)) ?? null;
}

let fromWords: readonly string[] | undefined;

/** The text without a leading `from`, in any of the languages. */
export function withoutFrom(text: string): string {
  fromWords ??= [...new Set(ROWS.flatMap((row) => row.from.split('|')))].sort((a, b) => b.length - a.length);
  const folded = foldCase(text.slice(0, 40));
  for (const word of fromWords) {
    if (!folded.startsWith(word)) continue;
    const next = text.charCodeAt(word.length);
    // Scripts without spaces need none after the word.
    if (next === 0x20 || next === 0x3a || next === 0xff1a || word.charCodeAt(0) >= 0x3040) {
      const rest = text.slice(word.length).replace(/^[\s:：]+/, '');
      if (rest !== '') return rest;
    }
  }
  return text;
}

let atLeastWords: readonly string[] | undefined;

/** The number in `at least 3`, in any of the languages; null where the text says no such thing. */
export function atLeastOf(text: string): number | null {
  const match = /^\D{0,40}?(\d{1,9})\D{0,40}$/.exec(text.trim().slice(0, 100));
  if (!match) return null;
  atLeastWords ??= [...new Set(ROWS.flatMap((row) => row.atLeast.split('|')))];
  const folded = foldCase(text);
  return atLeastWords.some((word) => folded.includes(word)) ? Number(match[1]) : null;
}

/** What a heading's text says. */
export interface HeadingReading {
  readonly role: HeadingRole | null;
  /** Language of the word that was recognised. */
  readonly language: Language | null;
}

const NO_READING: HeadingReading = { role: null, language: null };
const LONGEST_HEADING = 200;

/**
 * The role that a heading gives: one of the words above, alone, numbered, with emoji, emphasis or a final colon, with
 * more in brackets or after a colon or dash, or beside its translation (`规范 / Specifications`).
 */
export function readHeading(text: string): HeadingReading {
  if (text.length > LONGEST_HEADING) return NO_READING;
  const bare = withoutNumber(text);
  const whole = lookUp(bare) ?? lookUp(text);
  if (whole) return reading(whole);
  const unbracketed = withoutBrackets(bare);
  if (unbracketed !== bare) {
    const found = lookUp(unbracketed);
    if (found) return reading(found);
  }
  const first = lookUp(withoutNumber(unbracketed.split(/\s[-–—]+\s|[:：]/)[0] ?? ''));
  if (first) return reading(first);
  const parts = unbracketed.split(/[/|·•／｜]/).flatMap((part) => [part, ...byScript(part)]);
  const found = parts.map((part) => lookUp(withoutNumber(part))).filter((word) => word !== undefined);
  if (found[0] && found.every((word) => word.role === found[0]!.role)) return reading(found[0]);
  return NO_READING;
}

function reading(word: HeadingWord): HeadingReading {
  return { role: word.role, language: word.language };
}

function lookUp(text: string): HeadingWord | undefined {
  const key = wordKey(text);
  return key === '' ? undefined : headings().get(key);
}

/** Without a number before the words: `1.2 `, `IV. `, `a) `, `Section 3: `, `一、`, `第二章 `. */
function withoutNumber(text: string): string {
  return text
    .replace(/^[\s*_#]+/, '')
    .replace(/^(?:[ivxlcIVXLC]{1,6}|[A-Za-z])[.)]\s*/, '')
    .replace(
      /^(?:section|chapter|part|step|teil|kapitel|abschnitt|partie|chapitre|parte|sección|capítulo|раздел|часть|глава)\s*\d+\s*[.:)–—-]?\s*/iu,
      '',
    )
    .replace(
      /^(?:第[一二三四五六七八九十百\d]{1,4}[章节節部编編篇条](?:分)?|[一二三四五六七八九十]{1,3}[、.．)）])\s*/u,
      '',
    );
}

/** Without what stands in brackets; a text that stands in brackets as a whole is kept. */
function withoutBrackets(text: string): string {
  let out = '';
  let depth = 0;
  for (const character of text) {
    if ('([{（［【〔「'.includes(character)) depth++;
    else if (')]}）］】〕」'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) out += character;
  }
  return depth !== 0 || wordKey(out) === '' ? text : out;
}

/** A text in Latin letters and others, taken apart: `规范 Specifications`. */
function byScript(text: string): readonly string[] {
  let latin = '';
  let other = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x250) latin += character;
    else other += character;
  }
  return wordKey(latin) === '' || wordKey(other) === '' ? [] : [latin, other];
}

/** The nearest of our headings to one that is none. */
export interface Guess {
  readonly role: HeadingRole;
  /** As we would write it. */
  readonly written: string;
  /** So near that it is a slip of the pen: one letter off in a word of five, two in one of eight or more. */
  readonly near: boolean;
}

const guesses = new Map<string, Guess | null>();

/** What the writer of an unknown heading may have meant; null where nothing comes near. */
export function guessHeading(text: string): Guess | null {
  const key = wordKey(withoutBrackets(withoutNumber(text.slice(0, LONGEST_HEADING))));
  if (key.length < 2 || key.length > 60) return null;
  const known = guesses.get(key);
  if (known !== undefined) return known;
  if (guesses.size > 5000) guesses.clear();
  const guess = nearest(key) ?? nearest(withSigns(text)) ?? contained(text);
  guesses.set(key, guess);
  return guess;
}

function nearest(key: string): Guess | null {
  let best: { readonly word: HeadingWord; readonly distance: number } | null = null;
  if (OTHER_WORDS.has(key)) return null;
  const letters = letterBits(key);
  for (const { candidate, word, bits } of candidates()) {
    if (Math.abs(candidate.length - key.length) > 2 || bitCount(bits ^ letters) > 4) continue;
    const size = candidate.length;
    const allowed = size >= 8 ? 2 : size >= 5 || (size >= 3 && isDense(candidate)) ? 1 : 0;
    if (allowed === 0 || Math.abs(candidate.length - key.length) > allowed) continue;
    const limit = best ? Math.min(allowed, best.distance - 1) : allowed;
    if (limit < 1) continue;
    const distance = editDistance(candidate, key, limit);
    if (distance <= limit) best = { word, distance };
  }
  return best ? { role: best.word.role, written: best.word.written, near: true } : null;
}

/**
 * The key of a short heading in a dense script with each sign that touches a letter kept: one damaged character of three
 * may have become a sign, and what is left may be another word.
 */
function withSigns(text: string): string {
  if (text.length > 20) return '';
  let out = '';
  for (const character of text.trim()) {
    const point = character.codePointAt(0)!;
    const other = point < 0x2e80 || !(isLetter(point) || isMark(point));
    const sign = other && point > 0x7f && point < 0xfe00 && !isWhiteSpace(point);
    out += sign ? '\u0001' : wordKey(character);
  }
  return isDense(out.replace('\u0001', '')) ? out : '';
}

interface Candidate {
  readonly candidate: string;
  readonly word: HeadingWord;
  readonly bits: number;
}

let candidateList: readonly Candidate[] | undefined;

function candidates(): readonly Candidate[] {
  return (candidateList ??= [...headings()].map(([candidate, word]) => ({
    candidate,
    word,
    bits: letterBits(candidate),
  })));
}

/** A set of the letters, roughly; an edit changes at most two bits. */
function letterBits(key: string): number {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Words a slip away from ours that mean something else. */
const OTHER_WORDS = new Set(
  (
    'content|contents|included|replaced|narrative|information|informations|informatie|informationen|vorlagen|verwaltet|placed|sorted|assigned|unpacked|references|reference|vorhaben|aufgaben|kontakt|contest|contexte|contextos|contexts|inclusos|incluidos|incluídos|inclus|inclusi|' +
    '已分类|已归类|已放置|已整理|已指定|已分類|已歸類|分类|归类|分類|整理|配置|放置|指定|分类法|对象|対象|範囲内|在范围内|包括|包含|不分类|説明書|说明书|需求方'
  )
    .split('|')
    .map(wordKey),
);

/** Scripts in which few characters make a word. */
function isDense(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit >= 0x2e80 && unit < 0xd7b0;
}

/** A heading of several words, one of which is ours: `Product specifications`. */
function contained(text: string): Guess | null {
  const words = text.slice(0, LONGEST_HEADING).split(/[\s/|·,、:：()（）-]+/);
  for (const count of [2, 1])
    for (let i = words.length - count; i >= 0; i--) {
      const found = lookUp(words.slice(i, i + count).join(' '));
      if (found && wordKey(found.written).length >= 2) return { role: found.role, written: found.written, near: false };
    }
  return null;
}

/** Edit distance (insert, delete, replace, swap of neighbours); anything above `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Our heading for a role in a language; English where the language has none. */
export function headingFor(role: HeadingRole, language: Language | null): string {
  const row = ROWS.find((candidate) => candidate.language === language) ?? ROWS[0]!;
  const column = ROLE_COLUMNS.find(([known]) => known === role)![1];
  return row[column].split('|')[0]!;
}

/** The languages in which headings are known, for documentation and tests. */
export const LANGUAGES: readonly Language[] = ROWS.map((row) => row.language);

let acceptedWords: ReadonlySet<string> | undefined;

const ACCEPTED =
  'accepted|accept|akzeptiert|angenommen|accepté|acceptée|acceptés|aceptado|aceptada|aceito|aceite|aceita|accettato|accettata|принято|прийнято|zaakceptowano|przyjęto|kabul|kabul edildi|مقبول|پذیرفته|پذیرفته‌شد|geaccepteerd|aanvaard|đã chấp nhận|chấp nhận|diterima|přijato|accepterad|godtagen|स्वीकृत|已接受|接受|承認|許容|承認済み|許容済み|승인|수용|승인됨';

/** Whether a word says that a finding is accepted. */
export function isAcceptedWord(text: string): boolean {
  if (text.length > 40) return false;
  acceptedWords ??= new Set(ACCEPTED.split('|').map(wordKey));
  return acceptedWords.has(wordKey(text));
}
