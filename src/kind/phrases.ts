/**
 * Words and phrases by what they give away of a document, in many languages at once. One sign pools all languages, so
 * that no sign stands for a language.
 *
 * Each phrase is lower case, `'` stands for `’` too, one blank for any white space between words. A phrase in a script
 * that is written with spaces begins and ends at a word's edge; a final `*` leaves the end open (`requirement*`). In Han,
 * Kana, Hangul and Thai a phrase stands anywhere.
 */

/** Phrases by sign, separated by `|`; line ends separate too. */
export const PHRASES: Readonly<Record<string, string>> = {
  /** Counted for nothing: longer words that hold one of the phrases below by accident. */
  ignored: `
其他|其它|应用|响应|反应|供应|适应|效应|相应|对应|应答|应用程序|自我|供給
`,
  // -------------------------------------------------------------------------------------------- toward specification
  obligation: `
must|must not|shall|shall not|is required to|are required to|is not allowed|not permitted|is mandatory|are mandatory
muss|müssen|darf nicht|dürfen nicht|muß|hat zu|ist zu|sind zu|ist erforderlich|zwingend
doit|doivent|ne doit pas|ne doivent pas|devra|devront|est obligatoire|sont obligatoires|est tenu de
debe|deben|deberá|deberán|no debe|no deben|es obligatorio|obligatoriamente
deve|devem|deverá|deverão|não deve|é obrigatório|obrigatoriamente
devono|dovrà|dovranno|non deve|è obbligatorio|obbligatoriamente
musi|muszą|powinien|powinna|powinno|powinny|należy|nie może|nie wolno|wymagane jest|obowiązkowo
gerekir|gerekmektedir|gereklidir|zorundadır|zorunludur|olmalı*|edilmeli*|yapılmalı*|sağlamalı*|göstermeli*|verilmeli*
bulunmalı*|kullanılmalı*|desteklemeli*|etmeli*|alınmalı*|içermeli*|olmamalı*|yapabilmeli*|görebilmeli*|edebilmeli*
girebilmeli*|olabilmeli*|tutulmalı*|saklanmalı*|gönderilmeli*|gösterilmeli*|çalışmalı*|vermeli*|izin verilme*
должен|должна|должно|должны|необходимо|требуется|обязан*|следует|запрещается|не допускается|обязательн*
повинен|повинна|повинно|повинні|має бути|мають бути|необхідно|слід|забороняється|зобов'язан*|потрібно|обов'язков*
必须|必須|应当|應當|不得|不应|不應|须|必需|应为|应能|应有|应在|应由|应按|应符合|应支持|应提供|应包括|应包含|应采用|应满足|应具有|应具备|应使用
应根据|应保证|应确保|均应|系统应|也应|则应|还应|应具|应遵|应执行|应进行|应设|应不|应将|应可|宜采用|不宜|不允许|应返回|應能|應為|應支援|應提供|要求如下
しなければならない|なければならない|なければなりません|なければいけません|するものとする|してはならない|してはなりません|必要がある
必要があります|べきである|べきです|できること。|すること。|られること。|禁止する|必須
해야 한다|하여야 한다|해야 합니다|해야합니다|해야한다|되어야 한다|되어야 합니다|야 한다|야 합니다|야 함|해서는 안|하면 안 된|있어야 한|있어야 합|없어야 |필수
يجب|ينبغي|يتعين|لا يجوز|يلزم|يُشترط|لا بد|يجب أن|إلزامي*
باید|بایستی|نباید|الزامی|می‌بایست|می بایست|لازم است|ضروری است|بایست
moet|moeten|mag niet|dient|dienen|verplicht|skall|måste|får inte|skal|må ikke|täytyy|on oltava|nesmí|musí|musejí
phải|cần phải|bắt buộc|harus|wajib|tidak boleh|kell|kötelező|tilos|trebuie|πρέπει|חייב|אסור|चाहिए|अनिवार्य|आवश्यक है|ต้อง|ห้าม
`,
  advice: `
should|should not|may|may not|recommended|not recommended|optional|optionally|can be|is allowed|are allowed|need not
soll|sollen|sollte|sollten|kann|können|darf|dürfen|optional|empfohlen
peut|peuvent|devrait|devraient|recommandé|facultatif|puede|pueden|debería|deberían|recomienda|opcional
pode|podem|deveria|deveriam|recomenda-se|può|possono|dovrebbe|dovrebbero|opzionale|consigliato
może|mogą|zaleca się|opcjonaln*|olabilir|önerilir|isteğe bağlı|edilebilir
может|могут|рекомендуется|допускается|опционально|може|можуть|рекомендовано|необов'язков*
可以|建议|推荐|可选|建議|應該|应该|してもよい|ことができる|推奨|任意|オプション|할 수 있다|할 수 있습니다|권장|선택 사항|선택사항
يمكن|يجوز|يُنصح|اختياري*|می‌تواند|می تواند|میتواند|اختیاری|توصیه می‌شود|kan|kunnen|bör|bør|có thể|dapat|boleh
`,
  definition: `
is defined as|are defined as|defines|is defined in|means that|refers to|denotes|specifies|is specified|this specification|this document defines
this document specifies|this document describes|as specified in|as defined in|as described in|terminology|in this document|for the purposes of
bezeichnet|ist definiert|wird definiert|definiert als|im sinne|dieses dokument|désigne|est défini*|sont définis|définit|ce document|se define como
se refiere a|este documento|define|define-se|refere-se|si definisce|è definito|questo documento|oznacza|jest zdefiniowan*|niniejsz*|ifade eder|tanımlanır
tanımlar|bu doküman|bu belge|означает|определяет|определяется|называется|под термином|настоящий документ|данный документ|визначає|означає|цей документ
是指|称为|稱為|定义为|定義為|本标准|本規範|本规范|本文档|本文件|定义了|指的是|とは|と定義|を定義する|本書|本仕様|本文書|정의한다|정의합니다|이 문서|본 문서|이란|를 의미
يُعرَّف|يعرف|المقصود|هذه الوثيقة|هذا المستند|تحدد|عبارت است از|تعریف می‌شود|این سند|به معنای
`,
  interface: `
endpoint*|api|rest api|json|xml|http|https|request body|response body|response|request|payload|header field|schema|parameter|parameters|return value
returns|query parameter*|data type|string|boolean|integer|enum|null|timestamp|uuid|status code|error code*|token|callback|interface|field|fields|attribute|attributes
method|methods|bytes|byte|bit|bits|octet*|array|struct|uint*|int32|int64|message type|encoding|client|server|protocol|identifier|metadata|implementation*
schnittstelle*|feld|felder|antwort|anfrage|rückgabewert|datentyp*|zeichenkette|datenbank|système|interface*|champ|champs|paramètre*|requête*|réponse*|base de données
interfaz|interfaces|campo|campos|parámetro*|respuesta|solicitud|base de datos|cadena|parâmetro*|resposta|requisição|requisições|banco de dados|interfaccia
parametri|risposta|richiesta|base dati|interfejs*|pole|pola|parametr*|odpowied*|żądani*|bazy danych|bazie danych|arayüz*|alan|alanı|parametre*|yanıt|istek|veritaban*
интерфейс*|поле|поля|параметр*|запрос*|ответ|база данных|базы данных|базе данных|сервер*|клиент|клиента|інтерфейс*|запит*|відповідь|бази даних
接口|字段|参数|返回值|请求|响应|数据库|数据类型|服务端|客户端|服务器|报文|编码|字符串|接口文档|欄位|參數|模块|配置|实现|调用|函数|缓存
インターフェース|フィールド|パラメータ|引数|戻り値|リクエスト|レスポンス|データベース|サーバ|クライアント|文字列|実装|画面
인터페이스|필드|매개변수|파라미터|반환|요청|응답|데이터베이스|서버|클라이언트|문자열|구현|화면|모듈
واجهة|حقل|الحقول|معلمة|معلمات|استجابة|قاعدة البيانات|قاعدة بيانات|الخادم|العميل|رابط|فیلد|پارامتر*|درخواست|پاسخ|پایگاه داده|سرور|کاربر|سیستم
`,
  system: `
the system|the software|the application|the implementation|the user|users|functional|non-functional|use case|use cases|requirement|requirements|feature|features|module|modules
component|components|architecture|constraint|constraints|scenario|scenarios|stakeholder*|scope|specification|specifications|compliance|conformance|conforming
das system|die software|die anwendung|der benutzer|benutzer|anforderung*|anwendungsfall|anwendungsfälle|komponente*|spezifikation|le système|l'application|l'utilisateur|exigence|exigences
cas d'utilisation|fonctionnalité*|spécification*|el sistema|la aplicación|el usuario|los usuarios|requisito|requisitos|requerimiento*|caso de uso|casos de uso|especificación|especificaciones
o sistema|o usuário|usuário*|a aplicação|especificação|funcionalidade*|il sistema|l'utente|gli utenti|requisiti|caso d'uso|casi d'uso|specifica|specifiche|funzionalità
system|systemu|użytkownik*|wymagani*|przypadek użycia|aplikacja|aplikacji|specyfikacja|specyfikacji|sistem|sistemin|sistemde|kullanıcı*|gereksinim*|uygulama|uygulamanın
система|системы|системе|пользовател*|требовани*|функци*|компонент*|модул*|спецификаци*|техническое задание|користувач*|вимог*|вимоги|функці*|система|системи
系统|用户|需求|功能|规范|规格|场景|架构|组件|系統|使用者|設計|需求|設計|仕様|要件|機能|ユーザー|ユーザ|システム|시스템|사용자|요구사항|요구 사항|기능|명세|설계
النظام|المستخدم|المستخدمين|متطلب*|المتطلبات|وظيف*|الوظائف|مواصفات|سیستم|کاربر|کاربران|نیازمندی*|عملکرد*|مشخصات|سامانه|usuario|usuarios|functie*|gebruiker*|systeem
`,
  story: `
as a user|as an admin*|as a developer|so that i can|user story|user stories|acceptance criteria|als benutzer|als nutzer|akzeptanzkriterien|user-story
en tant qu*|critères d'acceptation|como usuario|como administrador|criterios de aceptación|historia de usuario|historias de usuario
como usuário|como um usuário|critérios de aceitação|história de usuário|histórias de usuário|come utente|criteri di accettazione|jako użytkownik|kryteria akceptacji
kullanıcı olarak|kabul kriterleri|kullanıcı hikayesi|как пользователь|чтобы я мог*|критерии приемки|критерии приёмки|пользовательск* истори*|як користувач
作为用户|验收标准|用户故事|ユーザーとして|受け入れ基準|受入基準|ユーザーストーリー|사용자로서|인수 조건|수용 기준|사용자 스토리
كمستخدم|معايير القبول|قصة المستخدم|به عنوان کاربر|معیارهای پذیرش|داستان کاربر
`,
  scenario: `
given|when|then|scenario:|scenario outline|feature:|angenommen|szenario|szenario:|étant donné|quand|alors|scénario:|dado|dada|cuando|entonces|escenario|quando|então|cenário
cenário:|dato|allora|scenario|zakładając|jeżeli|wtedy|diyelim ki|eğer ki|o zaman|дано|если|когда|тогда|сценарий|сценарій|якщо|коли|тоді|假如|假设|那么|场景|前提|もし|ならば|シナリオ
먼저|만일|만약|그러면|시나리오|بفرض|متى|اذاً|سيناريو|با فرض|هنگامی|آنگاه|سناریو
`,
  // -------------------------------------------------------------------------------------------- toward background
  instruct: `
install|installation|installing|download|click|click on|open the|run the|run the following|make sure|you can|you need to|you will need|to use|to get started|getting started|quick start|quickstart
how to|for example|for more information|tutorial|step 1|step 2|usage|troubleshooting|faq|prerequisites|build from source|clone the|see also|press|select|type the following|command line|copy the
installieren|klicken sie|herunterladen|anleitung|schritt|starten sie|führen sie|verwenden sie|wählen sie|öffnen sie|installer|cliquez|télécharge*|étape|exécutez|utilisez|ouvrez|tutoriel
instalar|haga clic|descargar|ejecute|ejecutar|paso 1|tutorial|abra|utilice|usar|clique em|baixar|baixe|execute|instale|passo|installare|fare clic|scaricare|eseguire|passo 1|guida
zainstaluj|kliknij|pobierz|uruchom|krok|instalacja|kurulum|tıklayın|indirin|çalıştırın|adım|kullanımı|установите|нажмите|скачайте|запустите|шаг|установка|руководство|выполните|встановіть|натисніть|запустіть|крок
安装|点击|下载|运行|使用方法|步骤|教程|快速开始|打开|执行|安裝|點擊|下載|執行|インストール|クリック|ダウンロード|実行します|手順|使い方|してください|설치|클릭|다운로드|실행|사용법|단계|하세요
تثبيت|انقر|تحميل|تشغيل|خطوة|نصب|کلیک|دانلود|اجرا کنید|مرحله|گام|استفاده کنید
npm install|pip install|apt-get|apt install|git clone|docker run|brew install|yarn add|cargo install|sudo|make install|localhost
`,
  change: `
changelog|change log|release notes|added|changed|fixed|removed|deprecated|bug fix|bug fixes|bugfix*|fixes|unreleased|upgrade|breaking changes|new features|improvements|fix|fixed a bug|released
änderungen|behoben|hinzugefügt|versionshinweise|ajouté|corrigé|supprimé|notes de version|añadido|corregido|eliminado|registro de cambios|adicionado|corrigido|removido|aggiunto|corretto
dodano|naprawiono|usunięto|eklendi|düzeltildi|kaldırıldı|добавлен*|исправлен*|удален*|изменения|додано|виправлено|更新日志|修复|新增|优化|修正|追加|変更履歴|수정|추가|변경 사항|تم إصلاح|تمت إضافة|رفع اشکال|اضافه شد
`,
  notes: `
todo|action item|action items|attendees|agenda|meeting|meeting notes|minutes|next steps|discussed|discussion|notes|brainstorm*|open questions|follow up|follow-up|present:|regrets|scribe|retrospective
sitzung|protokoll|teilnehmer|tagesordnung|notizen|compte rendu|ordre du jour|réunion|participants|acta|reunión|orden del día|asistentes|ata|reunião|pauta|verbale|riunione|notatki|spotkanie|toplantı|gündem|notlar
встреча|повестка|заметки|протокол|участники|нотатки|зустріч|порядок денний|会议|纪要|笔记|待办|議事録|メモ|会議|회의|메모|안건|اجتماع|ملاحظات|جلسه|یادداشت|دستور جلسه
`,
  study: `
we propose|in this paper|we show|we present|et al|related work|experiments|experimental results|abstract|conclusion|conclusions|our approach|our method|dataset|datasets|baseline|baselines|state-of-the-art
theorem|lemma|proof|figure|table|hypothesis|we evaluate|we find that|future work|acknowledgements|acknowledgments|references|bibliography|arxiv|doi|thesis|chapter|literature
in dieser arbeit|stand der technik|abbildung|literaturverzeichnis|dans cet article|bibliographie|en este trabajo|bibliografía|neste trabalho|figura|tabela|referências|in questo lavoro|bibliografia
w niniejszej pracy|bu çalışmada|kaynakça|в данной работе|рисунок|список литературы|у даній роботі|本文提出|实验结果|参考文献|本論文|提案手法|実験結果|본 논문|참고문헌|실험 결과|في هذا البحث|المراجع|در این مقاله|منابع
`,
  you: `
you|your|yours|you're|you'll|you've|yourself|dich|dein|deine|euch|ihnen|ihre|vous|votre|vos|toi|usted|ustedes|tú|tus|você|vocês|seus|voi|vostro|tuo|twój|twoje|siz|sizin|senin
ты|вы|вас|вам|ваш|ваша|ваши|вами|ти|ви|вам|ваші|你|您|你们|你的|あなた|皆さん|みなさん|당신|여러분|너는|أنت|لك|لكم|شما|تو
`,
  // -------------------------------------------------------------------------------------------- toward stray
  agency: `
(reuters)|reuters|(ap)|associated press|(afp)|afp|/afp|bloomberg|xinhua|(xinhua)|(dpa)|dpa|(efe)|efe|ansa|(ansa)|lusa|anadolu|tass|interfax|ritzau|press release|for immediate release|pressemitteilung
communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|komunikat prasowy|basın bülteni|пресс-релиз|пресс-служб*|тасс|риа новости|интерфакс|укринформ|укрінформ|прес-служб*|уніан
本报讯|本報訊|新华社|新華社|中新社|中新网|本报记者|本報記者|通讯员|記者|记者|新闻网|日报|晚报|晨报|時報|共同通信|時事通信|読売新聞|朝日新聞|毎日新聞|産経|新聞社
연합뉴스|뉴시스|기자 =|기자|특파원|뉴스1|وكالة الأنباء|رويترز|فرانس برس|وكالات|وكالة أنباء|خبرگزاری|ایرنا|ایسنا|به گزارش|خبرنگار|مراسل*
`,
  said: `
表示，|表示：|表示:|他表示|她表示|记者采访|
said|says|told|told reporters|added that|announced|spokesman|spokeswoman|spokesperson|in a statement|interview
sagte|sagt|erklärte|teilte mit|berichtete|sprecher|sprecherin|a déclaré|a-t-il|déclare|a annoncé|affirme|porte-parole|a indiqué|dijo|declaró|afirmó|aseguró|señaló|anunció|explicó
disse|afirmou|declarou|explica|anunciou|contou|ha detto|ha dichiarato|spiega|ha spiegato|powiedział|powiedziała|poinformował|poinformowała|dodał|dodała|dedi|söyledi|açıkladı|belirtti|ifade etti|diye konuştu
сказал|сказала|заявил|заявила|сообщил|сообщила|сообщает|отметил|отметила|по словам|рассказал|рассказала|сказав|заявив|повідомив|повідомила|повідомляє|зазначив|зазначила|за словами|розповів
指出|说道|說道|介绍说|告诉记者|强调|称，|说：|說：|说，“|坦言|據悉|据悉|据介绍|認為|と述べた|と話した|と話す|と語った|と発表|によると|という。|밝혔다|말했다|전했다|설명했다|강조했다|덧붙였다
قال|قالت|أعلن|أعلنت|صرح|أكد|أكدت|بحسب|أضاف|وقال|وأضاف|گفت|اعلام کرد|اظهار داشت|افزود|بیان کرد|تاکید کرد|به گفته
zei|meldde|sade|cho biết|nói|mengatakan|kata|řekl|uvedl|mondta|a declarat|a spus|δήλωσε|είπε|אמר|אמרה|ने कहा|बताया
`,
  when: `
hier soir|hier matin|years ago|weeks ago|months ago|days ago
yesterday|last week|last month|last year|this week|last night|on monday|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday|this morning|in recent years|so far this year|tonight
gestern|am montag|am dienstag|am mittwoch|am donnerstag|am freitag|am samstag|am sonntag|letzte woche|im vergangenen jahr|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine dernière|l'année dernière
ayer|el lunes|el martes|el miércoles|el jueves|el viernes|el sábado|el domingo|la semana pasada|el año pasado|ontem|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|na semana passada|no ano passado
ieri|lunedì|martedì|mercoledì|giovedì|venerdì|l'anno scorso|wczoraj|w poniedziałek|we wtorek|w środę|w czwartek|w piątek|w sobotę|w niedzielę|w ubiegłym roku|dün|geçen yıl|geçen hafta|pazartesi|salı günü|çarşamba|perşembe|cuma günü
вчера|накануне|в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье|в прошлом году|на прошлой неделе|вчора|напередодні|у понеділок|у вівторок|у середу|у четвер|у п'ятницу|торік|минулого року
近日|昨日|日前|昨天|去年|今年以来|今年|前不久|上周|本月|当天|近年来|今天上午|当晚|昨年|先週|今年|同日|このほど|어제|지난해|지난달|올해|최근|지난 |오늘|이날|오전|오후
أمس|اليوم|الأسبوع الماضي|العام الماضي|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|الشهر الماضي|دیروز|امروز|هفته گذشته|سال گذشته|روز شنبه|روز یکشنبه|روز دوشنبه|ماه گذشته
gisteren|vorig jaar|igår|förra året|i går|sidste år|hôm qua|năm ngoái|kemarin|tahun lalu|včera|loni|tegnap|tavaly|ieri|anul trecut|χθες|πέρυσι|אתמול|कल
`,
  month: `
january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre
enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre
stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık
января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند
`,
  people: `
he|she|his|him|himself|herself|mr|mrs|president|minister|police|mayor|ministry|government|company's|father|mother|wife|husband|daughter|children|family|woman|residents
herr|frau|präsident*|minister*|polizei|bürgermeister*|regierung|vater|mutter|kinder|menschen|président*|ministre|la police|maire|gouvernement|père|mère|enfants|femme|les gens
presidente|ministro|la policía|alcalde|gobierno|padre|madre|hijo|hija|mujer|hombre|niños|gente|polícia|prefeito|governo|pai|mãe|filho|filha|mulher|homem|crianças|pessoas|polizia|sindaco|governo|donna|uomo|bambini
prezydent*|minister|policja|burmistrz|rząd|ojciec|matka|dzieci|ludzie|kobieta|cumhurbaşkanı|bakan|bakanı|polis|belediye|hükümet|baba|anne|çocuk|kadın|insanlar|он|она|его|её|ему|президент*|министр*|полици*|мэр|правительств*|отец|мать|дети|люди|женщин*
він|вона|його|її|йому|міністр*|поліці*|уряд*|батько|мати|діти|люди|жінк*|他|她|总统|部长|总理|市长|书记|市委|区委|县委|县长|群众|警方|孩子|母亲|父亲|老人|村民|居民|先生|女士|彼は|彼女|大統領|首相|警察|市長|子ども|さん|氏は
그는|그녀|대통령|장관|경찰|시장은|시민|주민|아이|어머니|아버지|씨는|씨가|الرئيس|رئيس|وزير|الوزير|الشرطة|الحكومة|أطفال|امرأة|رجل|الناس|السيد|رئیس جمهور|رئیس‌جمهور|وزیر|پلیس|دولت|مردم|زن|مرد|کودکان|پدر|مادر|آقای
`,
  iwe: `
je suis|je ne|j'avais|je me|je n'ai|
i|i'm|i've|i'd|i'll|me|my|myself|mine|ich|mich|mein|meine|meinen|meiner|j'ai|j'étais|moi|yo|mí|mis|me gusta|eu|meu|minha|meus|minhas|mio|mia|miei
ja|mnie|mój|moja|moje|benim|bana|beni|я|меня|мне|мой|моя|мои|мое|моё|мной|мене|мені|мій|моє|мої|我|我的|我们|我們|咱们|俺|私|僕|私の|僕の|私は|俺|저는|나는|제가|내가|나의|저의|우리|أنا|لي|كنت|خودم|مرا|ik|mijn|jag|mig|jeg|tôi|saya|aku|én|eu sunt|εγώ|μου|אני|שלי|मैं|मेरा|मुझे
`,
  market: `
buy now|order now|free trial|sign up|sign up today|get started today|contact us|contact us today|our customers|our team|our products|our services|our company|learn more|request a demo|book a demo|pricing|discount*|free shipping|add to cart
limited time|best price|satisfaction|trusted by|award-winning|world-class|leading provider|testimonials|shop now|special offer|call us|get a quote|we offer|we provide|perfect for|guarantee|our mission|why choose|starting at
jetzt kaufen|jetzt bestellen|kostenlos testen|unsere kunden|unser team|kontaktieren sie uns|angebot|angebote|rabatt|unsere leistungen|in den warenkorb|versandkosten*|acheter|commander|essai gratuit|nos clients|notre équipe|contactez-nous|en savoir plus|nos services|livraison gratuite|devis
compra ahora|comprar|prueba gratis|nuestros clientes|nuestro equipo|contáctenos|contáctanos|más información|nuestros servicios|oferta*|descuento*|envío gratis|compre agora|teste grátis|nossos clientes|nossa equipe|entre em contato|saiba mais|nossos serviços|promoção|frete grátis
acquista ora|prova gratuita|i nostri clienti|il nostro team|contattaci|scopri di più|i nostri servizi|offerta|sconto|kup teraz|zamów|nasi klienci|nasz zespół|skontaktuj się|nasze usługi|promocja|rabat|hemen al|ücretsiz dene|müşterilerimiz|ekibimiz|bize ulaşın|hizmetlerimiz|indirim|kampanya
купить|заказать|наши клиенты|наша команда|свяжитесь с нами|узнать больше|наши услуги|скидк*|акция|бесплатно|доставка|цена|купити|замовити|наші клієнти|наша команда|зв'яжіться з нами|знижк*|безкоштовно|立即购买|免费试用|联系我们|我们的客户|了解更多|优惠|促销|折扣|热线|加盟|欢迎咨询|我们公司|客服|包邮|厂家|批发|价格
今すぐ購入|無料トライアル|お問い合わせ|お客様|詳しくはこちら|送料無料|キャンペーン|割引|当社|弊社|ご注文|価格|지금 구매|무료 체험|문의하기|고객님|자세히 보기|무료배송|할인|이벤트|당사|اشتر الآن|تجربة مجانية|اتصل بنا|عملائنا|فريقنا|خدماتنا|خصم|عروض|السعر|خرید|تخفیف|تماس با ما|مشتریان ما|خدمات ما|قیمت|ارسال رایگان|سفارش
`,
  furniture: `
cookie|cookies|accept all|accept cookies|privacy policy|terms of use|terms of service|log in|login|sign in|forgot password|forgot your password|subscribe|newsletter|skip to content|skip to main content|all rights reserved|share on|share this|follow us|back to top
javascript is disabled|enable javascript|page not found|404 not found|403 forbidden|access denied|search results|next page|read more|related articles|most popular|advertisement|sitemap|toggle navigation|facebook|twitter|instagram|are you a robot|captcha|bad gateway|internal server error|service unavailable
datenschutz|impressum|anmelden|passwort vergessen|alle rechte vorbehalten|seite nicht gefunden|weiterlesen|teilen|mentions légales|se connecter|mot de passe oublié|tous droits réservés|page introuvable|lire la suite|partager|accueil|política de privacidad|iniciar sesión|todos los derechos reservados|página no encontrada|leer más|compartir
política de privacidade|esqueceu a senha|todos os direitos reservados|leia mais|compartilhar|compartilhe|accedi|password dimenticata|tutti i diritti riservati|pagina non trovata|leggi di più|condividi|zaloguj się|polityka prywatności|wszelkie prawa zastrzeżone|czytaj więcej|udostępnij|giriş yap|şifremi unuttum|gizlilik politikası|tüm hakları saklıdır|paylaş|anasayfa
войти|политика конфиденциальности|все права защищены|страница не найдена|читать далее|поделиться|регистрация|подпис*|увійти|політика конфіденційності|всі права захищені|читати далі|поділитися|головна|登录|注册|忘记密码|隐私政策|版权所有|页面不存在|阅读全文|分享到|首页|上一篇|下一篇|相关阅读|关注我们|扫码|备案
ログイン|会員登録|パスワードを忘れた|プライバシーポリシー|続きを読む|シェア|ページが見つかりません|無断転載|関連記事|로그인|회원가입|비밀번호 찾기|개인정보처리방침|페이지를 찾을 수 없|공유하기|무단 전재|저작권자|더보기|تسجيل الدخول|سياسة الخصوصية|جميع الحقوق محفوظة|اقرأ المزيد|شارك|الرئيسية|ورود|ثبت نام|حریم خصوصی|تمامی حقوق|ادامه مطلب|اشتراک گذاری|صفحه اصلی
`,
  forum: `
reply|replies|posted by|quote:|thanks in advance|upvote*|downvote*|joined:|posts:|accepted answer|points by|edited by|moderator|lol|imo|btw|anyone know|any ideas|hi all|hi everyone|thx|wrote:|writes:|view profile|show more comments
antworten|beiträge|registriert seit|hat geschrieben|danke im voraus|répondre|a écrit|merci d'avance|responder|respuestas|gracias de antemano|escribió|comentarios|respostas|obrigado|comentários|escreveu|rispondi|grazie in anticipo|ha scritto|odpowiedz|napisał|cevapla|teşekkürler|ответить|сообщений|спасибо|написал*|комментари*|відповісти|дякую|коментар*
回复|楼主|发表于|帖子|跟帖|评论|赞同|网友|返信|ありがとうございます|コメント|名無し|댓글|답글|작성자|تعليق|المشاركات|شكرا|پاسخ|ارسال شده
`,
  letter: `
subject:|cc:|sent:|dear|best regards|kind regards|sincerely|yours sincerely|yours truly|thank you|unsubscribe|mailing list|original message|sent from my
betreff:|gesendet:|sehr geehrte*|mit freundlichen grüßen|liebe grüße|objet:|cordialement|bonjour|madame, monsieur|asunto:|enviado:|estimado*|saludos|atentamente|assunto:|prezado*|atenciosamente|abraços|oggetto:|gentile|cordiali saluti|distinti saluti
temat:|szanowni państwo|pozdrawiam|z poważaniem|konu:|sayın|saygılarımla|тема:|уважаем*|с уважением|здравствуйте|шановн*|з повагою|发件人|收件人|主题：|抄送|您好|此致|敬礼|件名|差出人|よろしくお願い|敬具|拝啓|받는사람|보낸사람|제목:|안녕하세요|감사합니다|الموضوع|تحياتي|مع خالص|عزيزي|موضوع:|با سلام|با احترام|با تشکر
`,
  law: `
hereby|herein|hereof|thereof|hereunder|pursuant to|notwithstanding|the parties|licensor|licensee|plaintiff|defendant|warranty|warranties|liability|indemnify|governing law|jurisdiction|terms and conditions|redistribut*
gesetz|paragraf|verordnung|gericht|vertrag|haftung|geltendes recht|bundesgesetzblatt|klage|arrêté|décret|loi|alinéa|tribunal|contrat|responsabilité|code civil|l'article|ley|decreto|artículo|tribunal|contrato|responsabilidad|boletín oficial|lei|artigo|parágrafo único|inciso|justiça|réu|acórdão
legge|decreto|articolo|tribunale|contratto|responsabilità|gazzetta ufficiale|ustawa|ustawy|artykuł|rozporządzeni*|sąd|umowa|umowy|paragraf|kanun|kanunu|madde|yönetmelik|mahkeme|sözleşme|hükümleri|fıkra|закон*|статья|статьи|статьей|федеральн*|кодекс*|суд|договор*|постановлени*|законодательств*|закон*|стаття|статті|кодекс*|суду|договор*|постанов*
条例|第一条|第二条|第三条|第一款|人民法院|合同|甲方|乙方|依法|法规|原告|被告|判决|行政处罚|全国人民代表大会|常务委员会|许可证|法令|第一項|前項|裁判所|契約|規約|条第|법률|제1조|제2조|법원|계약|규정|조항|시행령|판결|القانون|قانون|المادة|المحكمة|العقد|الاتفاق|الفقرة|ماده|تبصره|دادگاه|قرارداد|مصوب|آیین‌نامه|اساسنامه
`,
  official: `
member states|general assembly|security council|the council|the commission|secretary-general|department of|office of the|delegation|ministry of|state party|united nations|human rights|county|district attorney|governor|senate|congress|federal register
bundesregierung|bundestag|landtag|ministerium|behörde|stadtrat|gemeinderat|conseil|ministère|préfecture|assemblée|mairie|commune|ministerio|ayuntamiento|junta|gobierno|comunidad autónoma|ministério|câmara|prefeitura|secretaria|município|ministero|regione|comune|giunta|ministerstwo|urząd|gmina|województw*|bakanlığı|belediyesi|valiliği|meclisi
министерство|администраци*|правительств*|совет|област*|муниципальн*|міністерство|адміністраці*|рада|громад*|人民政府|国务院|各省|自治区|直辖市|各县|办公厅|委员会|贯彻|落实|精神|工作会议|党委|党组|十九大|二十大|脱贫|攻坚|群众|省政府|厚生労働省|文部科学省|内閣|省令|自治体|행정|정부|지방자치|시청|교육청|وزارة|مجلس|الجمعية العامة|الأمم المتحدة|محافظة|بلدية|وزارت|شهرداری|استانداری|مجلس|شورای
`,
  cook: `
1 cup|2 cups|1/2 cup|cups of|cup of|serves 4
ingredients|tablespoon*|teaspoon*|tbsp|tsp|preheat|oven|bake|simmer|servings|chopped|recipe|zutaten|zubereitung|backofen|rezept|ingrédients|cuillère*|préchauffer|recette|ingredientes|cucharada*|horno|receta|colher*|forno|receita|xícara*|ingredienti|cucchiai*|forno|ricetta
składniki|łyżk*|piekarnik*|przepis|malzemeler|yemek kaşığı|su bardağı|fırın|ингредиенты|столов* ложк*|духовк*|рецепт|інгредієнти|ложк*|适量|翻炒|做法|大さじ|小さじ|作り方|レシピ|큰술|작은술|만드는 법|레시피|المكونات|ملعقة|الفرن|مواد لازم|قاشق
`,
  resume: `
curriculum vitae|resume|work experience|education|skills|objective|references available|employment history|bachelor*|gpa|internship|date of birth|hobbies|linkedin|lebenslauf|berufserfahrung|ausbildung|kenntnisse|expérience professionnelle|formation|compétences|loisirs|experiencia laboral|formación|habilidades|experiência profissional|formação|esperienza lavorativa|formazione|competenze
doświadczenie zawodowe|wykształcenie|umiejętności|iş deneyimi|eğitim|beceriler|опыт работы|образование|навыки|резюме|досвід роботи|освіта|навички|个人简历|求职|工作经历|教育背景|自我评价|技能|職務経歴|履歴書|学歴|資格|이력서|경력|학력|자기소개|السيرة الذاتية|الخبرات|التعليم|المهارات|رزومه|سوابق شغلی|تحصیلات|مهارت‌ها
`,
  life: `
was born|born in|born on|died|is a village|is a town|is a city|is a genus|is a species|is an american|was an american|was a british|is a municipality|population of|census|see also|external links|further reading|discography|filmography|early life|career|founded in|located in|season|album|infobox|wikipedia
wurde geboren|geboren|gestorben|ist eine gemeinde|ist ein ort|einwohner|weblinks|einzelnachweise|né le|née le|mort|est une commune|habitants|liens externes|notes et références|voir aussi|nacido|nació|murió|es un municipio|habitantes|enlaces externos|véase también|nascido|nasceu|morreu|é um município|ligações externas|ver também
nato a|nata a|morto|è un comune|abitanti|collegamenti esterni|voci correlate|urodzony|urodzona|zmarł|miejscowość|gmina|przypisy|linki zewnętrzne|doğdu|doğumlu|öldü|nüfus*|kaynakça|dış bağlantılar|родился|родилась|умер|населени*|примечания|ссылки|см. также|народився|народилася|помер|населенн*|примітки|посилання
出生于|出生|逝世|位于|成立于|人口|外部链接|外部連結|参考资料|參考資料|毕业于|是一位|生まれ|死去|出身|外部リンク|脚注|関連項目|人物|태어났|출생|사망|위치한|외부 링크|각주|같이 보기|ولد|ولدت|توفي|عدد السكان|وصلات خارجية|مراجع|زاده|درگذشت|جمعیت|پیوند به بیرون|جستارهای وابسته
`,
  tale: `
once upon|whispered|shouted|smiled|laughed|looked at|walked|stood|sat|eyes|face|voice|heart|door|night|suddenly|nodded|turned|felt|thought|knew|seemed|chapter|flüsterte|lächelte|lachte|augen|stimme|herz|plötzlich|nacht|tür|murmura|sourit|yeux|cœur|voix|soudain|nuit|porte|susurró|sonrió|ojos|corazón|voz|de pronto|noche|puerta
sussurrou|sorriu|olhos|coração|de repente|noite|porta|sussurrò|sorrise|occhi|cuore|voce|improvvisamente|notte|szepnął|uśmiechnął|oczy|serce|głos|nagle|noc|fısıldadı|gülümsedi|gözleri|kalbi|sesi|aniden|gece|kapı|прошептал*|улыбнул*|глаза|сердце|голос|вдруг|ночь|дверь|прошепот*|посміхну*|очі|серце|раптом|ніч|двері
笑道|心里|忽然|眼睛|声音|突然|说道|看着|脸|夜里|心中|问道|不由|微笑|彼の|目を|声が|心の|夜|ふと|笑っ|속삭|미소|눈을|목소리|마음|갑자기|밤|همس|ابتسم|عيون|قلب|صوت|فجأة|الليل|الباب|لبخند|چشم|دل|صدای|ناگهان|شب|در را
`,
};

/** Phrases that count only in a heading: a marked or numbered line, or a short line by itself. */
export const HEADINGS: Readonly<Record<string, string>> = {
  specHeading: `
abstract|motivation|rationale|specification|specifications|security considerations|backwards compatibility|backward compatibility|reference implementation|test cases|copyright|terminology|conformance|normative references|informative references|iana considerations|scope|goals|non-goals|proposal|alternatives considered|alternatives|drawbacks|unresolved questions|detailed design|design details|guide-level explanation|reference-level explanation|requirements|functional requirements|non-functional requirements|nonfunctional requirements|use cases|user stories|acceptance criteria|data model|architecture|error handling|error codes|parameters|attributes|definitions|syntax|semantics|constraints|assumptions|dependencies|api|endpoints|interfaces|data types|request|response|overview|purpose|success criteria|glossary|privacy considerations|acknowledgements|summary|prior art|graduation criteria|test plan|implementation
anforderungen|funktionale anforderungen|nichtfunktionale anforderungen|spezifikation|anwendungsfälle|geltungsbereich|zielsetzung|begriffe|datenmodell|architektur|schnittstellen|akzeptanzkriterien|randbedingungen|exigences|exigences fonctionnelles|exigences non fonctionnelles|spécification|spécifications|cas d'utilisation|portée|périmètre|définitions|objectifs|contraintes|modèle de données|motivation
requisitos|requisitos funcionales|requisitos no funcionales|requerimientos|requerimientos funcionales|requerimientos no funcionales|especificación|especificaciones|casos de uso|alcance|objetivo|objetivos|propósito|definiciones|restricciones|modelo de datos|requisitos funcionais|requisitos não funcionais|especificação|escopo|definições|restrições|modelo de dados|critérios de aceitação|historias de usuario|histórias de usuário
requisiti|requisiti funzionali|requisiti non funzionali|specifica|casi d'uso|ambito|scopo|obiettivi|definizioni|vincoli|glossario|wymagania|wymagania funkcjonalne|wymagania niefunkcjonalne|specyfikacja|przypadki użycia|zakres|cel|definicje|słownik|ograniczenia|gereksinimler|fonksiyonel gereksinimler|fonksiyonel olmayan gereksinimler|işlevsel gereksinimler|kapsam|amaç|tanımlar|kullanım senaryoları|kısıtlar|veri modeli
требования|функциональные требования|нефункциональные требования|спецификация|назначение|область применения|термины|термины и определения|нормативные ссылки|сценарии использования|модель данных|архитектура|цели|ограничения|глоссарий|вимоги|функціональні вимоги|нефункціональні вимоги|специфікація|призначення|область застосування|терміни|сценарії використання|обмеження
需求|功能需求|非功能需求|范围|规范性引用文件|术语和定义|概述|目的|接口|数据模型|架构|架构设计|设计|设计方案|方案设计|验收标准|用例|约束|动机|背景|错误码|请求参数|返回参数|接口定义|数据结构|名词解释|目标|规范|規範|範圍|需求規格|摘要|設計|概要|適用範囲|用語|用語の定義|要件|機能要件|非機能要件|仕様|データモデル|制約|引用規格|画面設計
요구사항|기능 요구사항|비기능 요구사항|범위|적용범위|용어 정의|용어의 정의|인용표준|개요|목적|설계|데이터 모델|유스케이스|인터페이스|제약사항|المتطلبات|المتطلبات الوظيفية|المتطلبات غير الوظيفية|النطاق|التعريفات|الهدف|الأهداف|حالات الاستخدام|المواصفات|نیازمندی‌ها|نیازمندیهای عملکردی|نیازمندی‌های عملکردی|نیازمندی‌های غیرعملکردی|دامنه|هدف|تعاریف|اهداف|محدودیت‌ها|مشخصات
`,
  guideHeading: `
installation|install|usage|getting started|quick start|quickstart|examples|example|license|contributing|faq|troubleshooting|building|build|configuration|prerequisites|features|documentation|support|changelog|credits|authors|synopsis|description|options|see also|bugs|author|exit status|files|environment|next steps|demo|screenshots|development|testing|deployment|roadmap|name|tutorial|introduction|table of contents
installation|verwendung|konfiguration|beispiele|lizenz|mitwirken|voraussetzungen|utilisation|exemples|licence|contribuer|prérequis|démarrage rapide|instalación|uso|ejemplos|licencia|contribuir|requisitos previos|configuración|instalação|como usar|exemplos|licença|contribuição|configuração|installazione|utilizzo|esempi|licenza|configurazione|instalacja|użycie|przykłady|licencja|konfiguracja|kurulum|kullanım|örnekler|lisans|yapılandırma
установка|использование|примеры|лицензия|настройка|быстрый старт|встановлення|використання|приклади|ліцензія|налаштування|安装|使用|使用方法|快速开始|示例|许可证|贡献|常见问题|配置|特性|更新日志|安裝|使用說明|授權|インストール|使い方|例|ライセンス|設定|설치|사용법|예제|라이선스|시작하기|설정|التثبيت|الاستخدام|أمثلة|الترخيص|نصب|استفاده|مثال‌ها|مجوز|پیکربندی
`,
};
